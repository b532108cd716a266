//! The wage data of the ledger as the columns that figures and simulation reckon with: who counts, under which words. The rows
//! are `pay::store`'s; what comes of them stands beside this file.

use std::collections::HashMap;

use rusqlite::Connection;

use super::table::{Known, Singles, Wage, WageBand, WageSum, WageTable, Words};
use crate::Problem;
use crate::members::model::{EmploymentForm, PersonId, Sex};
use crate::members::roster::codes::SkillGrade;
use crate::pay::points::{PayData, PayTable, WagePoint, WagePoints};
use crate::pay::rules::{TWELVE, divided};
use crate::pay::simulate::engine::{FRONT_LINE, OFFICE};
use crate::pay::store::certificates;

/// What a table tells, with the certificates that the people of it held when its period ended.
///
/// Whoever was there for a part of the period counts with what it comes to for the whole; who was paid nothing or less, and a
/// settlement of someone who had left, is counted apart.
pub fn of(connection: &Connection, table: &PayTable) -> Result<WageTable, Problem> {
    let (mut part_month, mut unpaid) = (0, 0);
    // The whole of a year that counts as twelve months; its parts come divided.
    let sum = table.sum.map(|sum| if table.divided { divided(sum, TWELVE) } else { sum });
    let known = match &table.data {
        PayData::Totals(shops) => {
            let shops: Vec<WageSum> = shops
                .iter()
                .map(|one| WageSum { name: one.shop.clone(), people: one.headcount, sum: one.sum })
                .collect();
            let all = WageSum { name: String::new(), people: table.headcount, sum: sum.unwrap_or_default() };
            Known::Totals { all, shops }
        }
        PayData::Bands(bands) => {
            Known::Bands { bands: in_order(bands.iter().map(band).collect()), payroll: sum }
        }
        PayData::Points(points) => {
            let mut of = Columns::new(points, certificates(connection, table.sheet, table.period)?);
            for point in &points.points {
                match point.full_month_fen {
                    None => unpaid += 1,
                    Some(full) => {
                        let part = full != point.fen;
                        part_month += u32::from(part);
                        of.put(point, full.0, part);
                    }
                }
            }
            Known::Singles(of.sorted())
        }
    };
    Ok(WageTable { known, part_month, unpaid })
}

fn band(band: &crate::pay::points::WageBand) -> WageBand {
    // A band ends below its upper sum.
    let to = band.to.map(|to| (to.0 - 1).max(band.from.0));
    let range = match band.to {
        Some(to) => format!("{}–{}元", band.from.short(), to.short()),
        None => format!("{}元以上", band.from.short()),
    };
    let name = band.name.clone().unwrap_or(range);
    WageBand { name, from: band.from.0, to, people: band.headcount, sum: band.sum.map(|sum| sum.0) }
}

/// Bands in rising order, however a pay scale lists them. Where those of a scale overlap, nobody's place in the order of wages follows
/// from theirs: each then ends no lower than those under it, and tells no sum by which the places within it would be reckoned.
fn in_order(mut bands: Vec<WageBand>) -> Vec<WageBand> {
    bands.sort_by_key(|band| (band.from, band.to.unwrap_or(i64::MAX)));
    let overlap = |two: &[WageBand]| match two {
        [low, high] => low.to.is_none_or(|to| to >= high.from),
        _ => false,
    };
    if bands.windows(2).any(overlap) {
        let mut top = Some(0_i64);
        for band in &mut bands {
            top = top.zip(band.to).map(|(top, to)| top.max(to));
            band.to = top;
            band.sum = None;
        }
    }
    bands
}

/// Columns as they fill.
struct Columns<'p> {
    points: &'p WagePoints,
    held: HashMap<PersonId, Vec<String>>,
    people: Vec<Wage>,
    /// Sex, line, form, grade, shop, as `WageCut` lists them.
    words: [Words; super::table::CUTS],
    certificates: Words,
}

impl<'p> Columns<'p> {
    /// Empty ones, whose words have the order of their lists.
    fn new(points: &'p WagePoints, held: HashMap<PersonId, Vec<String>>) -> Self {
        let listed = |words: &mut dyn Iterator<Item = &str>| {
            let mut list = Words::default();
            words.for_each(|word| {
                list.code(word);
            });
            list
        };
        let words = [
            listed(&mut [Sex::Female, Sex::Male].into_iter().map(Sex::label)),
            listed(&mut [FRONT_LINE, OFFICE].into_iter()),
            listed(&mut EmploymentForm::ALL.iter().map(|form| form.label())),
            listed(&mut SkillGrade::ALL.iter().map(|grade| grade.label())),
            listed(&mut points.shops.iter().map(String::as_str)),
        ];
        Columns {
            points,
            held,
            people: Vec::with_capacity(points.points.len()),
            words,
            certificates: Words::default(),
        }
    }

    fn put(&mut self, point: &WagePoint, fen: i64, part: bool) {
        let sex = match point.sex {
            Sex::Female | Sex::Male => point.sex.label(),
            _ => "",
        };
        let line = point.front_line.map_or("", |front| if front { FRONT_LINE } else { OFFICE });
        let told = [
            sex,
            line,
            point.form.map_or("", EmploymentForm::label),
            point.grade.map_or("", SkillGrade::label),
            self.points.shop(point).unwrap_or_default(),
        ];
        let mut cuts = [0; super::table::CUTS];
        for ((code, words), word) in cuts.iter_mut().zip(&mut self.words).zip(told) {
            *code = words.code(word);
        }
        let held = point.person.and_then(|person| self.held.get(&person));
        let certificates = held.into_iter().flatten().map(|name| self.certificates.code(name)).collect();
        self.people.push(Wage { who: point.who, fen, part, cuts, certificates });
    }

    fn sorted(self) -> Singles {
        Singles::of(self.people, self.words, self.certificates)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pay::figures::bounds::quantile;
    use crate::pay::figures::minimum::beside_minimum;
    use crate::pay::figures::model::Between;
    use crate::pay::figures::policy::five;
    use crate::pay::figures::reckon;

    fn scale(bands: &[(i64, Option<i64>, u32, Option<i64>)]) -> Vec<WageBand> {
        let band = |(from, to, people, sum): &(i64, Option<i64>, u32, Option<i64>)| WageBand {
            name: String::new(),
            from: *from,
            to: *to,
            people: *people,
            sum: *sum,
        };
        in_order(bands.iter().map(band).collect())
    }

    #[test]
    fn a_scale_that_begins_with_its_highest_grade_is_read_from_the_lowest() {
        let bands = scale(&[(800_000, Some(999_999), 5, None), (200_000, Some(299_999), 10, None)]);
        let table = WageTable { known: Known::Bands { bands, payroll: None }, part_month: 0, unpaid: 0 };
        let found = reckon(&table, false, &five());
        assert_eq!(found.lowest_between, Some(Between { from: 200_000, to: Some(299_999) }));
        let beside = beside_minimum(&found, (None, None), Some(208_000), None);
        assert!(!beside.words.contains("都不低于"), "some may earn 2,000.00: {}", beside.words);
        let median = found.deciles.iter().find(|one| one.tenth == 5).map(|one| one.value);
        assert_eq!(median, Some(Between { from: 200_000, to: Some(299_999) }), "the eighth of fifteen");
    }

    #[test]
    fn what_overlapping_grades_tell_holds_wherever_wages_stand() {
        // 3,000.00 and 6,000.00 in the one, 4,000.00 and 8,000.00 in the other.
        let bands = scale(&[
            (300_000, Some(600_000), 2, Some(900_000)),
            (400_000, Some(800_000), 2, Some(1_200_000)),
        ]);
        let second = quantile(&bands, 1, 3);
        assert!(second.is_some_and(|of| of.from <= 400_000 && of.to >= Some(400_000)), "{second:?}");
        // The wider grade holds the highest wage of all.
        let bands = scale(&[(300_000, Some(900_000), 2, None), (400_000, Some(500_000), 2, None)]);
        let highest = quantile(&bands, 3, 3);
        assert!(highest.is_some_and(|of| of.to >= Some(900_000)), "{highest:?}");
        // Grades that only meet keep what they tell.
        let apart = scale(&[(300_000, Some(399_999), 2, Some(700_000)), (400_000, None, 2, Some(900_000))]);
        assert!(apart.iter().all(|band| band.sum.is_some()));
    }
}
