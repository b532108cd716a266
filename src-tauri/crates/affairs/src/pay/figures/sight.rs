//! As what wage data of the ledger a reader sees it: all of it, what it may tell alone, or, without the right to read single wages,
//! what it may tell beside the data of other periods and of versions that were replaced. What is decided from whom a table counts
//! stands in `disclosure::months`; who may read single wages is `desk`'s to say.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use ledger::Fen;
use rusqlite::Connection;

use super::disclosure::months::{self, Beside, Counted, Taken};
use super::model::WageCut;
use super::policy::Policy;
use super::table::{Known, Singles, WageSum, WageTable};
use super::whole::Loaded;
use super::{Reckoned, bounds, exact, guarded, part_month_note, read, reckon};
use crate::Problem;
use crate::pay::model::PaySheetId;
use crate::pay::store;
use crate::union::model::Shown;

/// What of a table is told to one who may not read single wages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// How much, beside the data of other periods.
    pub beside: Beside,
    /// The payroll of those who are counted, where it is told exactly.
    pub payroll: Option<Fen>,
}

/// Every table that stands, with what is told of it to one who may not read single wages. Tables out of sight, and those that were
/// taken back, were told of before they went, and bind those that came after.
pub fn told(connection: &Connection, least: u32) -> Result<HashMap<PaySheetId, Told>, Problem> {
    let (mut of, mut taken) = (Vec::new(), Vec::new());
    let mut back = store::taken_back(connection)?.into_iter().peekable();
    for (place, sheet, gone) in store::ever(connection)? {
        while let Some(one) = back.next_if(|one| one.place < place) {
            if one.headcount >= least {
                of.push(None);
                taken.push(taken_back(one));
            }
        }
        let points = store::wage_points_ever(connection, sheet)?;
        let table = read::of(connection, &points)?;
        let (table, _) = guarded(&table, least);
        // Of fewer people nothing is told, whatever stands beside it.
        if table.people() < least {
            continue;
        }
        of.push(Some((sheet, gone, payroll(&table))));
        taken.push(Taken { period: points.period, counted: counted(&table) });
    }
    let told = of.into_iter().zip(months::told(&taken, least));
    let standing = told.filter_map(|(one, beside)| {
        let (sheet, gone, payroll) = one?;
        let payroll = payroll.filter(|_| beside != Beside::Nothing);
        (!gone).then_some((sheet, Told { beside, payroll }))
    });
    Ok(standing.collect())
}

/// Who was counted in a table of which only the headcount is left; its bands, if it told any, are no other table's.
fn taken_back(one: store::TakenBack) -> Taken {
    let groups = one.by_bands.then(|| (String::new(), one.headcount)).into_iter().collect();
    Taken { period: one.period, counted: Counted::Heads { all: one.headcount, groups } }
}

/// Who of a table is counted.
fn counted(table: &WageTable) -> Counted {
    let heads = |all: u32, groups: BTreeMap<String, u32>| Counted::Heads { all, groups };
    match &table.known {
        Known::Singles(singles) => Counted::Named(groups_of(singles)),
        Known::Totals { all, shops } => {
            heads(all.people, shops.iter().map(|one| (one.name.clone(), one.people)).collect())
        }
        Known::Bands { bands, .. } => {
            heads(table.people(), bands.iter().map(|one| (one.name.clone(), one.people)).collect())
        }
    }
}

/// Everybody with the groups they are in, as one number.
fn groups_of(singles: &Singles) -> HashMap<u64, u64> {
    let groups = |at: usize| {
        let mut hasher = DefaultHasher::new();
        for by in WageCut::ALL {
            let column = singles.cut(*by);
            column.codes.get(at).and_then(|code| column.name(*code)).hash(&mut hasher);
        }
        hasher.finish()
    };
    singles.who.iter().enumerate().map(|(at, who)| (*who, groups(at))).collect()
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

/// As what a reader sees a table. Whoever may read single wages, and has not revealed them, is kept from them by the table alone.
pub fn seen<'l>(
    connection: &Connection,
    loaded: &'l Loaded,
    shown: Shown,
    policy: &Policy,
) -> Result<Seen<'l>, Problem> {
    let beside = match shown {
        Shown::Full | Shown::Masked => Beside::All,
        Shown::Never => beside(connection, loaded, policy.least)?,
    };
    Ok(of(&loaded.table, shown == Shown::Full, beside, policy))
}

/// How much is told beside other periods; reckoned once a reading. Of too few people nothing is told anyhow.
fn beside(connection: &Connection, loaded: &Loaded, least: u32) -> Result<Beside, Problem> {
    if let Some(known) = loaded.beside.get() {
        return Ok(*known);
    }
    let found = told(connection, least)?.get(&loaded.sheet).map_or(Beside::All, |told| told.beside);
    Ok(*loaded.beside.get_or_init(|| found))
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
        "和已经列过数字的别的月份、或者换下的那一份比，人员有变动，从两份的差额可能推算出不足{}人的工资，这一份不列数字；有查看个人工资权限的人看得到。",
        policy.least
    )
}

fn groupless() -> String {
    "和已经列过数字的别的月份、或者换下的那一份比，人员或者分组有变动，这一份只列总额和平均，不列分布和各组的数字，以免从几份的差额推算出个别人的工资；有查看个人工资权限的人看得到。".to_owned()
}

/// Only the headcount and the payroll of a table, and what is said of people who are not counted; none where no payroll is told.
fn whole(table: &WageTable, policy: &Policy) -> Option<(WageTable, Vec<String>)> {
    let (table, back) = guarded(table, policy.least);
    let all = WageSum { name: String::new(), people: table.people(), sum: payroll(&table)? };
    let part = (table.part_month > 0).then(|| part_month_note(table.part_month));
    let known = Known::Totals { all, shops: Vec::new() };
    let whole = WageTable { known, part_month: table.part_month, unpaid: table.unpaid, near: 0 };
    Some((whole, back.into_iter().chain(part).collect()))
}

impl Seen<'_> {
    /// The figures.
    pub fn reckoned(&self, policy: &Policy) -> Reckoned {
        let found = match self.beside {
            Beside::All => return reckon(&self.table, self.in_full, policy),
            Beside::Whole => reckon(&self.table, false, policy),
            Beside::Nothing => Reckoned::of(&guarded(&self.table, policy.least).0),
        };
        // How the payroll alone comes to an average is no remark on data that tells more to others.
        Reckoned { notes: self.note.iter().chain(&self.notes).cloned().collect(), ..found }
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
