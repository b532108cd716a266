//! As what wage data of the ledger a reader sees it: all of it, what it may tell alone, or, without the right to read single
//! wages, what it may tell beside the data of other periods and of versions that were replaced. What is decided from whom a table
//! counts stands in `disclosure::months`; who may read single wages is `desk`'s to say.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use ledger::Fen;
use rusqlite::Connection;

use super::disclosure::months;
use super::disclosure::taken::{Beside, Cell, Counted, People, Taken};
use super::model::WageCut;
use super::policy::Policy;
use super::table::{CUTS, Known, Singles, WageSum, WageTable};
use super::{Reckoned, bounds, exact, guarded, part_month_note, read, reckon};
use crate::Problem;
use crate::pay::model::{PayPeriod, PaySheetId};
use crate::pay::points::PayTable;
use crate::pay::store;
use crate::union::model::Shown;

/// What of a table is told to one who may not read single wages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// How much, beside the data of other periods.
    pub beside: Beside,
    /// The payroll of those who are told of, where it is told exactly.
    pub payroll: Option<Fen>,
    /// Of whom alone, where a few came since, by the keys of those who are counted; none where it is of all.
    pub(super) only: Option<HashSet<u64>>,
}

/// Every table that stands, with what is told of it to one who may not read single wages. Tables out of sight, and those that
/// were taken back, were told of before they went, and bind those that came after.
pub fn told(connection: &Connection, least: u32) -> Result<HashMap<PaySheetId, Told>, Problem> {
    let mut ever: Vec<(Option<PaySheetId>, PayPeriod, WageTable)> = Vec::new();
    let mut put = |standing: Option<PaySheetId>, points: &PayTable| -> Result<(), Problem> {
        ever.push((standing, points.period, read::of(connection, points)?));
        Ok(())
    };
    let mut back = store::taken_back(connection)?.into_iter().peekable();
    for (place, sheet, gone) in store::ever(connection)? {
        while let Some(one) = back.next_if(|one| one.place < place) {
            put(None, &one.table(connection)?)?;
        }
        put((!gone).then_some(sheet), &store::wage_points_ever(connection, sheet)?)?;
    }
    Ok(decided(&ever, least).into_iter().filter_map(|(sheet, told)| Some((sheet?, told))).collect())
}

/// What is told of tables in the order in which they were taken, with whatever they are known by. Of fewer than `least` people
/// nothing is told, whatever stands beside it: those are left out.
pub(super) fn decided<K: Copy>(ever: &[(K, PayPeriod, WageTable)], least: u32) -> Vec<(K, Told)> {
    let counted: Vec<(&(K, PayPeriod, WageTable), Taken)> = ever
        .iter()
        .filter_map(|one| {
            let (_, period, table) = one;
            let (table, _) = guarded(table, least);
            let enough = table.people() >= least;
            enough.then(|| (one, Taken { period: *period, counted: counted(&table) }))
        })
        .collect();
    let (of, taken): (Vec<_>, Vec<_>) = counted.into_iter().unzip();
    let told = of.into_iter().zip(months::told(&taken, least)).map(|((key, _, table), one)| {
        let sum = match &one.only {
            None => payroll(&guarded(table, least).0),
            Some(only) => payroll(&those(table, only, least)),
        };
        let payroll = sum.filter(|_| one.beside != Beside::Nothing);
        (*key, Told { beside: one.beside, payroll, only: one.only })
    });
    told.collect()
}

/// Who of a table is counted.
fn counted(table: &WageTable) -> Counted {
    let heads = |all: u32, groups: BTreeMap<String, u32>| Counted::Heads { all, groups };
    match &table.known {
        Known::Singles(singles) => Counted::Named(cells(singles)),
        Known::Totals { all, shops } => {
            heads(all.people, shops.iter().map(|one| (one.name.clone(), one.people)).collect())
        }
        Known::Bands { bands, .. } => {
            heads(table.people(), bands.iter().map(|one| (one.name.clone(), one.people)).collect())
        }
    }
}

/// A key for everybody. Two of whom the data tells the same, a name without a number, are not one person.
fn keys(singles: &Singles) -> Vec<u64> {
    let mut met = HashSet::with_capacity(singles.who.len());
    let own = |who: &u64| {
        let mut key = *who;
        while !met.insert(key) {
            key = key.wrapping_add(1);
        }
        key
    };
    singles.who.iter().map(own).collect()
}

/// Everybody with the groups they are in, each as a number, and their wage.
fn cells(singles: &Singles) -> People {
    let groups = |at: usize| {
        let mut groups = [0; CUTS];
        for (group, by) in groups.iter_mut().zip(WageCut::ALL) {
            let column = singles.cut(*by);
            let mut hasher = DefaultHasher::new();
            column.codes.get(at).and_then(|code| column.name(*code)).hash(&mut hasher);
            *group = hasher.finish();
        }
        groups
    };
    let wages = singles.wages.iter().copied();
    let of = |(at, (who, fen)): (usize, (u64, i64))| (who, Cell { groups: groups(at), fen });
    keys(singles).into_iter().zip(wages).enumerate().map(of).collect()
}

/// Those of a table alone who have these keys. Few of them who were there for a part of the month are not spoken of.
pub(super) fn those(table: &WageTable, only: &HashSet<u64>, least: u32) -> WageTable {
    let (table, _) = guarded(table, least);
    let Known::Singles(singles) = &table.known else { return table.as_ref().clone() };
    let places: Vec<usize> =
        (0..).zip(keys(singles)).filter(|(_, key)| only.contains(key)).map(|(at, _)| at).collect();
    let singles = singles.only(&places);
    let part_month = u32::try_from(singles.part.iter().filter(|part| **part).count()).unwrap_or(u32::MAX);
    let part_month = if part_month < least { 0 } else { part_month };
    WageTable { known: Known::Singles(singles), part_month, unpaid: 0 }
}

/// The payroll of those who are counted, where it is known exactly.
fn payroll(table: &WageTable) -> Option<Fen> {
    match &table.known {
        Known::Totals { all, .. } => Some(all.sum),
        Known::Bands { bands, payroll } => bounds::payroll(bands, payroll.map(|fen| fen.0))
            .filter(|one| one.is_exact())
            .map(|one| Fen(one.from)),
        Known::Singles(singles) => i64::try_from(exact::sum(singles.wages.iter().copied())).ok().map(Fen),
    }
}

/// A table as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen<'t> {
    /// What may be reckoned with.
    pub table: Cow<'t, WageTable>,
    /// Whether single wages are read.
    pub in_full: bool,
    /// How much is told beside other periods.
    pub beside: Beside,
    /// What is said where less is told than the data alone would tell.
    pub note: Option<String>,
    /// What is said of people who are not counted in what is left of it.
    notes: Vec<String>,
}

/// A table as it is seen by one who may not read single wages.
pub(super) fn under<'t>(table: &'t WageTable, told: &Told, policy: &Policy) -> Seen<'t> {
    let Some(only) = &told.only else { return of(table, false, told.beside, policy) };
    let those = those(table, only, policy.least);
    let (came, stayed) = (table.people().saturating_sub(those.people()), those.people());
    let seen = of(&those, false, told.beside, policy);
    let note = format!(
        "这一份只统计已经列过数字的那一份里也有的{stayed}人；另外{came}人没有计入，列了就能推算出其中少数人的工资。有查看个人工资权限的人看得到全部，需要看的请由主席授权。"
    );
    let note = [note].into_iter().chain(seen.note).collect();
    Seen {
        table: Cow::Owned(seen.table.into_owned()),
        in_full: false,
        beside: seen.beside,
        note: Some(note),
        notes: seen.notes,
    }
}

/// A table as it is seen where so much of it is told.
pub(super) fn of<'t>(table: &'t WageTable, in_full: bool, beside: Beside, policy: &Policy) -> Seen<'t> {
    let all = |beside, note| Seen { table: Cow::Borrowed(table), in_full, beside, note, notes: Vec::new() };
    match beside {
        Beside::All => all(Beside::All, None),
        Beside::Nothing => all(Beside::Nothing, Some(nothing(policy))),
        Beside::Whole => match whole(table, policy) {
            Some((whole, notes)) => {
                Seen { table: Cow::Owned(whole), in_full: false, beside, note: Some(groupless()), notes }
            }
            // Bands without a payroll are groups and nothing else.
            None => all(Beside::Nothing, Some(nothing(policy))),
        },
    }
}

fn nothing(policy: &Policy) -> String {
    format!(
        "和已经列过数字的别的月份、或者换下的那一份比，人员有变动，或者只有少数人的工资变了，从两份的差额可能推算出不足{}人的工资，这一份不列数字，到变动的人够多的月份再列。有查看个人工资权限的人现在就看得到，需要看的请由主席授权。",
        policy.least
    )
}

fn groupless() -> String {
    "和已经列过数字的别的月份、或者换下的那一份比，人员、分组有变动，或者有的组里只有少数人的工资变了，这一份只列总额和平均，不列分布和各组的数字，以免从几份的差额推算出个别人的工资。有查看个人工资权限的人看得到，需要看的请由主席授权。".to_owned()
}

/// Only the headcount and the payroll of a table, and what is said of people who are not counted; none where no payroll is told.
fn whole(table: &WageTable, policy: &Policy) -> Option<(WageTable, Vec<String>)> {
    let (table, back) = guarded(table, policy.least);
    let all = WageSum { name: String::new(), people: table.people(), sum: payroll(&table)? };
    let part = (table.part_month > 0).then(|| part_month_note(table.part_month));
    let known = Known::Totals { all, shops: Vec::new() };
    let whole = WageTable { known, part_month: table.part_month, unpaid: table.unpaid };
    Some((whole, back.into_iter().chain(part).collect()))
}

impl Seen<'_> {
    /// The figures.
    pub fn reckoned(&self, policy: &Policy) -> Reckoned {
        let found = match self.beside {
            Beside::All => reckon(&self.table, self.in_full, policy),
            Beside::Whole => reckon(&self.table, false, policy),
            Beside::Nothing => Reckoned::of(&guarded(&self.table, policy.least).0),
        };
        // How the payroll alone comes to an average is no remark on data that tells more to others.
        let own = if self.beside == Beside::All { &found.notes } else { &self.notes };
        let notes = self.note.iter().chain(own).cloned().collect();
        Reckoned { notes, ..found }
    }

    /// What may be tried scenarios on.
    ///
    /// Errors: `refused` where nothing is told.
    pub fn to_try(&self) -> Result<&WageTable, Problem> {
        match (self.beside, &self.note) {
            (Beside::Nothing, Some(note)) => Err(Problem::new("refused", note.clone())),
            _ => Ok(self.table.as_ref()),
        }
    }
}

/// What is told of every table, to one who may not read single wages; none to others, who are told by the table alone.
pub fn told_to(
    connection: &Connection,
    shown: Shown,
    least: u32,
) -> Result<Option<HashMap<PaySheetId, Told>>, Problem> {
    match shown {
        Shown::Never => told(connection, least).map(Some),
        Shown::Full | Shown::Masked => Ok(None),
    }
}
