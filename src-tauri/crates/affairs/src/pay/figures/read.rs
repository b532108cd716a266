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
        PayData::Bands(bands) => Known::Bands { bands: bands.iter().map(band).collect(), payroll: sum },
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
        Some(to) => format!("{}–{}元", yuan(band.from.0), yuan(to.0)),
        None => format!("{}元以上", yuan(band.from.0)),
    };
    let name = band.name.clone().unwrap_or(range);
    WageBand { name, from: band.from.0, to, people: band.headcount, sum: band.sum.map(|sum| sum.0) }
}

fn yuan(fen: i64) -> String {
    let said = ledger::Fen(fen).to_string();
    said.strip_suffix(".00").unwrap_or(&said).to_owned()
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
