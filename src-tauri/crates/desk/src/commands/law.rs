//! Provinces and cities for forms.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::contract::Nothing;
use crate::desk::{Desk, Outcome};

/// A province with its cities (GB/T 2260).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Province {
    /// Two digits.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its cities.
    pub cities: Vec<City>,
}

/// A city.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct City {
    /// Four digits.
    pub code: String,
    /// Its name.
    pub name: String,
}

#[derive(Deserialize)]
struct Places {
    province: Vec<Province>,
}

/// Every province and city.
pub fn places(desk: &Desk, _: Nothing) -> Result<Outcome<Vec<Province>>, Problem> {
    let path = desk.assets.join("places").join("places.toml");
    let broken = || Problem::new("assets", "程序自带的行政区划表读不出来，请重新安装程序。");
    let text = std::fs::read_to_string(path).map_err(|_| broken())?;
    let places: Places = toml::from_str(&text).map_err(|_| broken())?;
    Ok(Outcome::of(places.province))
}
