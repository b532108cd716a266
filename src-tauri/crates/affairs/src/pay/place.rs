//! Where the union lies, in the words of figures that hold in a region: which of several minimum wages is its own. The list of
//! places is that of the founding; which law holds where is `law`'s.

use std::sync::OnceLock;

use rusqlite::Connection;
use serde::Deserialize;

use super::model::PayReference;
use crate::Problem;
use crate::union;

#[derive(Deserialize)]
struct City {
    code: String,
    name: String,
}

#[derive(Deserialize)]
struct Province {
    code: String,
    name: String,
    #[serde(default)]
    cities: Vec<City>,
}

#[derive(Deserialize)]
struct Places {
    province: Vec<Province>,
}

fn places() -> &'static [Province] {
    static PLACES: OnceLock<Vec<Province>> = OnceLock::new();
    PLACES.get_or_init(|| {
        let list = include_str!("../../../../../assets/places/places.toml");
        toml::from_str::<Places>(list).map(|all| all.province).unwrap_or_default()
    })
}

/// The names of the union's place, the narrowest first: 南昌市, 江西省. Empty where the union has none yet.
pub fn names(connection: &Connection) -> Result<Vec<&'static str>, Problem> {
    let Ok(place) = union::store::place(connection) else { return Ok(Vec::new()) };
    let province = places().iter().find(|one| one.code == place.province);
    let city = province.zip(place.city).and_then(|(province, code)| {
        province.cities.iter().find(|one| one.code == code).map(|city| city.name.as_str())
    });
    Ok(city.into_iter().chain(province.map(|one| one.name.as_str())).collect())
}

/// 南昌市 as 南昌: regions are written with and without the word for what they are.
fn short(name: &str) -> &str {
    ["特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "地区", "省", "市", "盟"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .filter(|rest| rest.chars().count() > 1)
        .unwrap_or(name)
}

/// How well a region is that of a place: 2 for its city, 1 for its province or the whole country, 0 for elsewhere.
fn fit(region: &str, names: &[&str]) -> u8 {
    let of = |name: &str| region.contains(short(name));
    // 吉林 is the province: only 吉林市 is the city.
    let of_city = |city: &str, province: &str| match city != province && short(city) == short(province) {
        true => region.contains(city),
        false => of(city),
    };
    match names {
        [city, province] if of_city(city, province) => 2 - u8::from(city == province),
        [_, province] | [province] if of(province) => {
            // 江西省赣州市 is of another city of the province.
            let inside = places().iter().find(|one| one.name == *province).map_or(&[][..], |one| &one.cities);
            u8::from(names.len() < 2 || !inside.iter().any(|city| of_city(&city.name, province)))
        }
        _ => u8::from(region.contains("全国")),
    }
}

/// Which figures of several regions are of the union's place: those that fit best. Where one region alone is entered it is
/// taken for its own; where several are and none is of the place, none is.
pub fn own<'f>(figures: &'f [PayReference], names: &[&str]) -> Vec<&'f PayReference> {
    let best = figures.iter().map(|one| fit(&one.region, names)).max().unwrap_or_default();
    let first = figures.first().map(|one| one.region.trim());
    let one_region = figures.iter().all(|one| Some(one.region.trim()) == first);
    if best == 0 && !one_region {
        return Vec::new();
    }
    figures.iter().filter(|one| fit(&one.region, names) == best).collect()
}

/// The figure of several that holds where the union lies: the newest of its place, of one time that of the narrowest region. A newer
/// paper of the province sets the figures of its cities anew, so that an older one of the city holds no more.
pub fn newest<'f>(figures: &'f [PayReference], names: &[&str]) -> Option<&'f PayReference> {
    let best = own(figures, names).first().map(|one| fit(&one.region, names))?;
    let of_place = figures.iter().filter(|one| best == 0 || fit(&one.region, names) > 0);
    of_place.max_by(|a, b| (&a.period, fit(&a.region, names)).cmp(&(&b.period, fit(&b.region, names))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pay::model::{PayReferenceKind, PayUnit};

    fn minimum(region: &str) -> PayReference {
        PayReference {
            id: None,
            kind: PayReferenceKind::Minimum,
            region: region.to_owned(),
            period: "2026-04-01".to_owned(),
            value: 200_000,
            unit: PayUnit::YuanMonth,
            source: "测试".to_owned(),
        }
    }

    #[test]
    fn a_figure_is_of_the_place_whose_name_it_bears() {
        let names = ["南昌市", "江西省"];
        let told = |regions: &[&str], names: &[&str]| -> Vec<String> {
            let all: Vec<_> = regions.iter().map(|region| minimum(region)).collect();
            own(&all, names).into_iter().map(|one| one.region.clone()).collect()
        };
        assert_eq!(told(&["上海市", "南昌市青山湖区", "江西省"], &names), ["南昌市青山湖区"]);
        assert_eq!(told(&["上海市", "江西", "江西省赣州市"], &names), ["江西"]);
        assert_eq!(told(&["上海市", "湖南省"], &names), Vec::<String>::new(), "none is of the place");
        let cities = ["吉林省长春市", "吉林省吉林市", "吉林省"];
        assert_eq!(told(&cities, &["吉林市", "吉林省"]), ["吉林省吉林市"], "called as its province");
        assert_eq!(told(&cities, &["长春市", "吉林省"]), ["吉林省长春市"]);
        assert_eq!(told(&cities[1..], &["长春市", "吉林省"]), ["吉林省"]);
        assert_eq!(told(&["吉林省长春市", "吉林"], &["吉林市", "吉林省"]), ["吉林"]);
        assert_eq!(told(&["本市"], &names), ["本市"], "the only one that is entered");
        assert_eq!(told(&["上海市浦东新区", "江苏省"], &["上海市"]), ["上海市浦东新区"]);
        assert!(places().iter().any(|one| one.code == "36" && one.name == "江西省"));
    }
}
