//! Wage data as pages show it: the list of periods, one of them with its problems, its lines and where one came from. What is
//! covered for one who may not read single wages, or has not revealed them, is decided by the rule of the figures: what two pages
//! tell of one table must not tell more together than each alone.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::figures::disclosure::taken::Beside;
use super::figures::disclosure::{Telling, of_counts};
use super::figures::sight::{Told, told_to};
use super::import::{NAMED, on_roster};
use super::model::{
    PayBandLine, PayColumnTaken, PayDepth, PayLineId, PayLineShown, PayMissing, PayPeople, PayPeriod,
    PaySheet, PaySheetId, PaySheetLine, PayShopTotal, PaySource,
};
use super::points::PayData;
use super::store::{self, lines, sheets};
use crate::Problem;
use crate::members::model::PersonId;
use crate::sheets::payroll::pages::{BETWEEN, place};
use crate::sheets::payroll::{Days, absent};
use crate::union::model::Shown;

/// Which lines of a table.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PayLineQuery {
    /// The table.
    pub sheet: PaySheetId,
    /// Only names and work numbers with this in them.
    #[serde(default)]
    pub text: Option<String>,
    /// Only lines of nobody on the roster.
    #[serde(default)]
    pub unmatched: Option<bool>,
    /// First line, from 0.
    #[serde(default)]
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A slice of the lines. To one who may not read single wages nobody is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PayLinePage {
    /// How many lines match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<PayLineShown>,
    /// How sums are shown.
    pub shown: Shown,
}

/// A cell that a line came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PayCell {
    /// The column's letters and the row: E7.
    pub cell: String,
    /// The heading.
    pub heading: String,
    /// What it was taken for; none for one that was left out.
    pub field: Option<String>,
    /// As it stands in the file.
    pub value: String,
}

/// Where a line came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PayLineOrigin {
    /// The line.
    pub line: PayLineShown,
    /// The month or the year.
    pub period: PayPeriod,
    /// The file.
    pub source: PaySource,
    /// Its cells; none while they are covered.
    pub cells: Vec<PayCell>,
}

/// A table as a reader may be told of it: no payroll of a few, nor to one who may not read single wages one that tells of a few
/// when another is taken from it, of the same period, since replaced, or of another. Of single wages such a reader is told what was
/// paid only where it is what the figures tell too. `told` is what is told of every table to one without the right.
fn covers(
    mut line: PaySheetLine,
    shown: Shown,
    least: u32,
    told: Option<&HashMap<PaySheetId, Told>>,
) -> PaySheetLine {
    let few = shown != Shown::Full && line.headcount < least;
    let beside = told.is_none_or(|told| {
        told.get(&line.id).is_some_and(|one| match line.depth {
            PayDepth::Single => one.payroll == line.sum,
            PayDepth::Total | PayDepth::Bands => one.beside != Beside::Nothing,
        })
    });
    if few || !beside {
        line.sum = None;
    }
    line
}

/// Every period, the newest first; `least` is of how many people a sum must be before it is told without the right.
pub fn list(connection: &Connection, shown: Shown, least: u32) -> Result<Vec<PaySheetLine>, Problem> {
    let told = told_to(connection, shown, least)?;
    let lines = store::list(connection)?.into_iter();
    Ok(lines.map(|line| covers(line, shown, least, told.as_ref())).collect())
}

/// One table.
///
/// Errors: `not_found`.
pub fn get(connection: &Connection, id: PaySheetId, shown: Shown, least: u32) -> Result<PaySheet, Problem> {
    let line = store::line(connection, id)?;
    let full = shown == Shown::Full;
    let told = told_to(connection, shown, least)?;
    // Whether its groups are told beside other periods; of too few people the rule of one table tells nothing anyhow.
    let grouped = (told.as_ref().and_then(|told| told.get(&id))).is_none_or(|one| one.beside == Beside::All);
    let (mut shops, mut bands, mut people) = (Vec::new(), Vec::new(), None);
    match line.depth {
        PayDepth::Single => {
            shops = lines::shops(connection, id)?;
            people = Some(people_of(connection, &line, shown)?);
        }
        PayDepth::Total | PayDepth::Bands => match store::whole(connection, id)? {
            PayData::Totals(totals) => {
                shops = totals.into_iter().map(|one| (one.shop, one.headcount, one.sum)).collect();
            }
            PayData::Bands(all) => bands = all,
            PayData::Points(_) => {}
        },
    }
    let counts: Vec<u32> = shops.iter().map(|(_, heads, _)| *heads).collect();
    let covered = match line.depth {
        _ if full => vec![false; counts.len()],
        // Of single wages the figures tell by many cuts at once, and only what all of them together give away to nobody.
        PayDepth::Single => vec![true; counts.len()],
        PayDepth::Total | PayDepth::Bands => {
            let rest = line.headcount.saturating_sub(counts.iter().sum());
            of_counts(&counts, rest, least).into_iter().map(|one| !grouped || one != Telling::Told).collect()
        }
    };
    let shops = shops.into_iter().zip(covered);
    // The figures put small bands together with their neighbours; single ones beside them would take them apart again.
    let hides = !full && (!grouped || bands.iter().any(|band| (1..least).contains(&band.headcount)));
    let bands = bands.into_iter().map(|band| PayBandLine {
        name: band.name,
        from: band.from,
        to: band.to,
        middle: band.middle,
        headcount: (!hides).then_some(band.headcount),
        sum: band.sum.filter(|_| !hides),
    });
    let columns = sheets::columns(connection, id)?
        .into_iter()
        .map(|(place, heading, field)| PayColumnTaken { column: sheet::column_name(place), heading, field });
    Ok(PaySheet {
        shops: shops
            .map(|((shop, headcount, sum), hides)| PayShopTotal {
                shop,
                headcount,
                sum: (!hides).then_some(sum),
            })
            .collect(),
        bands: bands.collect(),
        people,
        columns: columns.collect(),
        line: covers(line, shown, least, told.as_ref()),
        shown,
    })
}

fn people_of(connection: &Connection, line: &PaySheetLine, shown: Shown) -> Result<PayPeople, Problem> {
    let [rows, matched, in_part, settled, not_paid] = lines::counts(connection, line.id)?;
    let there: HashSet<PersonId> = lines::people(connection, line.id)?;
    let roster = on_roster(connection, Shown::Never)?;
    let days = Days { first: line.period.first(), last: line.period.last() };
    let paid = |at: usize| roster.get(at).is_some_and(|one| there.contains(&one.person));
    let mut absent = absent(&roster, paid, days);
    absent.sort_by_key(|(_, elsewhere)| *elsewhere);
    let own = absent.iter().filter(|(_, elsewhere)| !elsewhere).count();
    // Who is missing in one table and not in the next is whose wage the two differ by.
    let names = if shown == Shown::Never { 0 } else { NAMED };
    let named = absent.iter().take(names).filter_map(|(at, elsewhere)| {
        let one = roster.get(*at)?;
        Some(PayMissing {
            id: one.person,
            name: one.name.clone(),
            shop: one.shop.clone(),
            elsewhere: *elsewhere,
        })
    });
    Ok(PayPeople {
        rows,
        matched,
        unmatched: rows.saturating_sub(matched),
        in_part,
        settled,
        not_paid,
        missing: named.collect(),
        missing_count: u32::try_from(own).unwrap_or(u32::MAX),
    })
}

/// A slice of the lines of a table.
pub fn line_page(
    connection: &Connection,
    query: &PayLineQuery,
    shown: Shown,
) -> Result<PayLinePage, Problem> {
    store::line(connection, query.sheet)?;
    let text = query.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let slice = lines::Slice {
        text,
        unmatched: query.unmatched.unwrap_or_default(),
        offset: query.offset.unwrap_or_default(),
        limit: query.limit.unwrap_or(50).min(500),
    };
    if shown == Shown::Never {
        // Not even whether somebody is in it.
        let all = lines::Slice { text: None, unmatched: false, ..slice };
        let (total, _) = lines::page(connection, query.sheet, &lines::Slice { limit: 0, ..all }, false)?;
        return Ok(PayLinePage { total, rows: Vec::new(), shown });
    }
    let (total, rows) = lines::page(connection, query.sheet, &slice, shown == Shown::Full)?;
    Ok(PayLinePage { total, rows, shown })
}

/// Where a line came from, cell by cell.
///
/// Errors: `not_found`.
pub fn origin(connection: &Connection, id: PayLineId, shown: Shown) -> Result<PayLineOrigin, Problem> {
    let (sheet_id, line) = lines::one(connection, id, shown == Shown::Full)?;
    let mut head = store::line(connection, sheet_id)?;
    let pages: Vec<String> =
        head.source.page.iter().flat_map(|page| page.split(BETWEEN)).map(str::to_owned).collect();
    let row = match place(&pages, line.row) {
        Some((page, row)) => {
            head.source.page = Some(page.to_owned());
            row
        }
        None => line.row,
    };
    let mut cells = Vec::new();
    if shown == Shown::Full {
        let columns: BTreeMap<u32, _> = sheets::columns(connection, sheet_id)?
            .into_iter()
            .map(|(place, heading, field)| (place, (heading, field)))
            .collect();
        for (place, value) in (1..).zip(lines::cells(connection, id)?) {
            let Some((heading, field)) = columns.get(&place).filter(|_| !value.trim().is_empty()) else {
                continue;
            };
            cells.push(PayCell {
                cell: sheet::cell_name(row, place),
                heading: heading.clone(),
                field: field.clone(),
                value,
            });
        }
    }
    Ok(PayLineOrigin { line, period: head.period, source: head.source, cells })
}
