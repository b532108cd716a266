//! Reads a table as the statistics reckon with it: fifty thousand lines at once, each text kept once. What a page shows of a
//! line stands in `lines`.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use ledger::Fen;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, Rows, params};

use super::off::Off;
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::roster::codes::{Meaning, SkillGrade};
use crate::members::store::{form_of, sex_of};
use crate::pay::model::{PayDepth, PayPeriod, PaySheetId};
use crate::pay::points::{PayData, PayTable, ShopTotal, WageBand, WagePoint, WagePoints};
use crate::pay::rules::{self, TWELVE};

/// The wages of a period at whichever depth the ledger has them. A year's sums of a table that is divided come as a month's.
///
/// Errors: `not_found`.
pub fn wage_points(connection: &Connection, sheet: PaySheetId) -> Result<PayTable, Problem> {
    read_table(connection, sheet, false)
}

/// The same of a table that may be out of sight.
///
/// Errors: `not_found`.
pub fn wage_points_ever(connection: &Connection, sheet: PaySheetId) -> Result<PayTable, Problem> {
    read_table(connection, sheet, true)
}

/// `ever` reads what is out of sight too: the parts of a table go and come back with it.
fn read_table(connection: &Connection, sheet: PaySheetId, ever: bool) -> Result<PayTable, Problem> {
    let head = connection
        .query_row(
            "SELECT period, depth, divided, headcount, sum FROM pay_sheet WHERE id = ?1 AND (?2 OR removed_at IS NULL)",
            params![sheet, ever],
            |row| {
                let depth = PayDepth::of(&row.get::<_, String>(1)?).unwrap_or(PayDepth::Total);
                Ok((row.get::<_, PayPeriod>(0)?, depth, row.get::<_, bool>(2)?, row.get(3)?, row.get(4)?))
            },
        )
        .optional()?;
    let (period, depth, divided, headcount, sum) = head.ok_or_else(|| Problem::missing("份工资数据"))?;
    let by = if divided { TWELVE } else { 1 };
    let data = match depth {
        PayDepth::Total => PayData::Totals(totals(connection, (sheet, ever), by)?),
        PayDepth::Bands => PayData::Bands(bands(connection, (sheet, ever), by)?),
        PayDepth::Single => PayData::Points(points(connection, (sheet, ever), by)?),
    };
    Ok(PayTable { sheet, period, divided, headcount, sum, data })
}

/// The totals or the bands of a table as they are kept: of a year where it is a year's.
pub fn whole(connection: &Connection, sheet: PaySheetId) -> Result<PayData, Problem> {
    let bands = bands(connection, (sheet, false), 1)?;
    Ok(if bands.is_empty() {
        PayData::Totals(totals(connection, (sheet, false), 1)?)
    } else {
        PayData::Bands(bands)
    })
}

/// A table, and whether what is out of sight is read too.
type Which = (PaySheetId, bool);

fn totals(connection: &Connection, (sheet, ever): Which, by: i64) -> Result<Vec<ShopTotal>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT shop, headcount, sum FROM pay_total WHERE sheet_id = ?1 AND (?2 OR removed_at IS NULL) ORDER BY ord",
    )?;
    let rows = statement.query_map(params![sheet, ever], |row| total(row, by))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The sum of a shop: its name, its headcount and the sum.
pub(super) fn total(row: &Row<'_>, by: i64) -> rusqlite::Result<ShopTotal> {
    Ok(ShopTotal { shop: row.get(0)?, headcount: row.get(1)?, sum: rules::divided(row.get(2)?, by) })
}

fn bands(connection: &Connection, (sheet, ever): Which, by: i64) -> Result<Vec<WageBand>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT name, from_sum, to_sum, middle, headcount, sum FROM pay_band
         WHERE sheet_id = ?1 AND (?2 OR removed_at IS NULL) ORDER BY ord",
    )?;
    let rows = statement.query_map(params![sheet, ever], |row| band(row, by))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A band: its name, from, to, the middle, its headcount and the sum.
pub(super) fn band(row: &Row<'_>, by: i64) -> rusqlite::Result<WageBand> {
    let part = |sum: Option<Fen>| sum.map(|sum| rules::divided(sum, by));
    Ok(WageBand {
        name: row.get(0)?,
        from: rules::divided(row.get(1)?, by),
        to: part(row.get(2)?),
        middle: part(row.get(3)?),
        headcount: row.get(4)?,
        sum: part(row.get(5)?),
    })
}

/// Texts that points name by their place.
#[derive(Default)]
struct Named {
    places: HashMap<String, u32>,
    list: Vec<String>,
}

impl Named {
    fn place(&mut self, text: Option<&str>) -> Option<u32> {
        let text = text.filter(|text| !text.is_empty())?;
        if let Some(at) = self.places.get(text) {
            return Some(*at);
        }
        let at = u32::try_from(self.list.len()).ok()?;
        self.places.insert(text.to_owned(), at);
        self.list.push(text.to_owned());
        Some(at)
    }
}

/// A column's text without a copy of it.
fn text<'r>(row: &'r Row<'_>, at: usize) -> rusqlite::Result<Option<&'r str>> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(None),
        value => Ok(Some(value.as_str()?)),
    }
}

/// Whoever it is as a number: the person of the roster, or what stands for one who was erased; else the name and number of the
/// file.
fn who(person: Option<PersonId>, name: Option<&str>, work_number: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    match person {
        Some(person) => person.hash(&mut hasher),
        None => (name, work_number).hash(&mut hasher),
    }
    hasher.finish()
}

fn points(connection: &Connection, (sheet, ever): Which, by: i64) -> Result<WagePoints, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(person_id, erased), gross, base, share_days, share_of, sex, front_line, form, skill, shop, post, name,
           work_number
         FROM pay_line WHERE sheet_id = ?1 AND (?2 OR removed_at IS NULL) ORDER BY place",
    )?;
    gathered(&mut statement.query(params![sheet, ever])?, by)
}

/// Single wages of rows: the person or what stands for one who was erased, gross and base, the share in two numbers, sex, line, form,
/// skill, shop, post, name and number.
pub(super) fn gathered(rows: &mut Rows<'_>, by: i64) -> Result<WagePoints, Problem> {
    let (mut shops, mut posts) = (Named::default(), Named::default());
    let mut points: Vec<WagePoint> = Vec::new();
    let mut first: HashMap<PersonId, usize> = HashMap::new();
    while let Some(row) = rows.next()? {
        let person: Option<PersonId> = row.get(0)?;
        let fen = rules::divided(row.get(1)?, by);
        let base = row.get::<_, Option<Fen>>(2)?.map(|sum| rules::divided(sum, by));
        let share = super::share(row.get(3)?, row.get(4)?);
        let full = rules::full_month(fen, share);
        // The second row of a person adds to the first: a payment made later, a part of the month elsewhere.
        if let Some(person) = person {
            if let Some(known) = first.get(&person).and_then(|at| points.get_mut(*at)) {
                let before = known.fen;
                known.fen = Fen(before.0.saturating_add(fen.0));
                known.base = match (known.base, base) {
                    (Some(one), Some(other)) => Some(Fen(one.0.saturating_add(other.0))),
                    (one, other) => one.or(other),
                };
                known.full_month_fen = match (known.full_month_fen, full) {
                    (Some(one), Some(other)) => Some(Fen(one.0.saturating_add(other.0))),
                    // A clawback in a row of its own lessens what counts.
                    (Some(one), None) if fen.0 < 0 => Some(Fen(one.0 + fen.0)).filter(|rest| rest.0 > 0),
                    (None, Some(one)) if before.0 < 0 => {
                        Some(Fen(one.0 + before.0)).filter(|rest| rest.0 > 0)
                    }
                    (one, other) => one.or(other),
                };
                continue;
            }
            first.insert(person, points.len());
        }
        points.push(WagePoint {
            who: who(person, text(row, 11)?, text(row, 12)?),
            person,
            fen,
            full_month_fen: full,
            base,
            sex: text(row, 5)?.map_or(sex_of(""), sex_of),
            front_line: row.get(6)?,
            form: text(row, 7)?.map(form_of),
            grade: text(row, 8)?.and_then(grade),
            shop: shops.place(text(row, 9)?),
            post: posts.place(text(row, 10)?),
        });
    }
    Ok(WagePoints { shops: shops.list, posts: posts.list, points })
}

/// What everybody who counts earned in a whole month without overtime, without what was said to be of earlier months, and without
/// the allowances that the minimum wage leaves out; the same less what may have to be left out; both in fen, rising; and whether a clawback
/// was left out. Who
/// counts, and with how many rows, is as of [`wage_points`], but for clawbacks in rows of their own: what was paid too much in an
/// earlier month makes nobody's pay of this one less than the minimum.
///
/// Errors: `not_found`.
pub fn without_overtime(
    connection: &Connection,
    sheet: PaySheetId,
    off: &Off,
) -> Result<(Vec<i64>, Vec<i64>, bool), Problem> {
    let divided: Option<bool> = connection
        .query_row("SELECT divided FROM live_pay_sheet WHERE id = ?1", [sheet], |row| row.get(0))
        .optional()?;
    let by = if divided.ok_or_else(|| Problem::missing("份工资数据"))? { TWELVE } else { 1 };
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(person_id, erased), gross, coalesce(overtime, 0), coalesce(allowance, 0), share_days, share_of,
           coalesce(back_pay, 0), cells
         FROM live_pay_line WHERE sheet_id = ?1 ORDER BY place",
    )?;
    // What counts, none where it counts for no average, the same without what is left out, and without what may have to be.
    let mut people: Vec<(Option<i64>, i64, i64)> = Vec::new();
    let mut first: HashMap<PersonId, usize> = HashMap::new();
    let mut back: HashSet<PersonId> = HashSet::new();
    let mut rows = statement.query([sheet])?;
    while let Some(row) = rows.next()? {
        let person: Option<PersonId> = row.get(0)?;
        // What is of earlier months makes nobody count, and nobody not.
        let back_pay = rules::divided(row.get(6)?, by).0;
        let paid = Fen(rules::divided(row.get(1)?, by).0.saturating_sub(back_pay));
        let overtime = rules::divided(row.get(2)?, by).0;
        let (sure, open) = off.of(row.get(3)?, row.get(7)?);
        let (allowance, open) = (rules::divided(sure, by).0, rules::divided(open, by).0);
        let share = super::share(row.get(4)?, row.get(5)?);
        let full = rules::full_month(paid, share).map(|full| full.0);
        // What is left may be nothing or less, of which no whole month is made.
        let left = Fen(paid.0.saturating_sub(overtime).saturating_sub(allowance));
        let least = Fen(left.0.saturating_sub(open));
        let whole = |sum: Fen| rules::full_month(sum, share).unwrap_or(sum).0;
        let (left, least) = (whole(left), whole(least));
        if let Some(person) = person {
            if paid.0 < 0 {
                back.insert(person);
            }
            if let Some(known) = first.get(&person).and_then(|at| people.get_mut(*at)) {
                *known = match (known.0, full) {
                    (Some(one), Some(other)) => {
                        let (left, least) = (known.1.saturating_add(left), known.2.saturating_add(least));
                        (Some(one.saturating_add(other)), left, least)
                    }
                    (None, Some(_)) => (full, left, least),
                    // Of a clawback nothing is taken: it is of an earlier month.
                    _ => *known,
                };
                continue;
            }
            first.insert(person, people.len());
        }
        people.push((full, left, least));
    }
    let counts = |at: &usize| people.get(*at).is_some_and(|(full, ..)| full.is_some());
    let apart = back.iter().any(|person| first.get(person).is_some_and(counts));
    let counted = people.into_iter().filter(|(full, ..)| full.is_some());
    let (mut wages, mut least): (Vec<i64>, Vec<i64>) = counted.map(|(_, left, least)| (left, least)).unzip();
    wages.sort_unstable();
    least.sort_unstable();
    Ok((wages, least, apart))
}

/// The grade of a skill as it is kept.
fn grade(label: &str) -> Option<SkillGrade> {
    match SkillGrade::read(label) {
        Meaning::Sure(grade) | Meaning::Likely(grade) => Some(grade),
        Meaning::Unknown => None,
    }
}
