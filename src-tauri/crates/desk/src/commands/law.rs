//! Provinces and cities, for forms and by their names.

use std::cell::OnceCell;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::Nothing;
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
    read(desk).map(Outcome::of)
}

/// What the code of a province or city names; the list is read when it is first asked for.
pub(super) fn place_names(desk: &Desk) -> impl Fn(&str) -> Option<String> {
    let list = OnceCell::new();
    move |code| {
        let provinces: &Vec<Province> = list.get_or_init(|| read(desk).unwrap_or_default());
        let own = provinces.iter().map(|province| (&province.code, &province.name));
        let cities = provinces.iter().flat_map(|province| &province.cities);
        let mut all = own.chain(cities.map(|city| (&city.code, &city.name)));
        all.find(|(one, _)| *one == code).map(|(_, name)| name.clone())
    }
}

fn read(desk: &Desk) -> Result<Vec<Province>, Problem> {
    let path = desk.assets.join("places").join("places.toml");
    let broken = || Problem::new("assets", "程序自带的行政区划表读不出来，请重新安装程序。");
    let text = std::fs::read_to_string(path).map_err(|_| broken())?;
    let places: Places = toml::from_str(&text).map_err(|_| broken())?;
    Ok(places.province)
}
