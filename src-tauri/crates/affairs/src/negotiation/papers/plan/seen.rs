//! The scenarios of a plan as its reader sees them: to the fen where single wages are read, else of those and in the groups that
//! the figures of the plan are of; and how they were reckoned. How they are written into the table is the folder's own file's.

use rusqlite::Connection;

use super::{How, NONE, Scenario, row};
use crate::Problem;
use crate::pay::figures::table::Known;
use crate::pay::figures::whole::Loaded;
use crate::pay::figures::{guarded, least};
use crate::pay::model::PaySheetId;
use crate::pay::simulate::acts;
use crate::pay::simulate::covered::{self, Covered};
use crate::pay::simulate::model::{KeptPayScenario, PayHeapEffect};
use crate::pay::simulate::planned::{self, Planned};
use crate::pay::simulate::{self, floors};
use crate::pay::store::in_place_of;

/// A scenario that the plan tells of.
pub(super) struct Told {
    pub(super) kept: KeptPayScenario,
    pub(super) row: Scenario,
    pub(super) heaps: Vec<PayHeapEffect>,
}

impl Told {
    /// Whether a figure of it lies between bounds, so that the paper says how they come about.
    fn is_wide(&self) -> bool {
        self.kept.bounds.is_some_and(|all| all.is_wide())
            || self.heaps.iter().any(|heap| heap.after.is_none_or(|after| !after.is_exact()))
    }
}

/// What the columns of productivity and spread mean, and why some of them are empty.
fn told_beside(rows: &[Told]) -> String {
    let mut said = "工资差距是从低到高排在九成处的月工资除以排在一成处的月工资".to_owned();
    if rows.iter().any(|one| one.row.spread_before == NONE || one.row.spread_after == NONE) {
        said.push_str(&format!("，从这份数据看不出的写“{NONE}”"));
    }
    if rows.iter().any(|one| one.row.break_even == NONE) {
        said.push_str(&format!("；盈亏平衡一栏写“{NONE}”的，是方案保存以后费率变了，重新保存就会列出"));
    }
    said
}

/// Whether a scenario is to be reckoned anew. Earlier nothing was kept of what was tried while single wages were covered.
pub(super) fn is_stale(one: &KeptPayScenario) -> bool {
    one.replaced || one.costs().is_none()
}

/// A scenario as it comes to on the wage data of the plan.
fn renewed(
    connection: &Connection,
    one: KeptPayScenario,
    loaded: Option<&Loaded>,
    (rates, in_full, policy): How<'_>,
) -> Result<KeptPayScenario, Problem> {
    let Some(loaded) = loaded.filter(|_| is_stale(&one)) else { return Ok(one) };
    // Of a few, nothing is reckoned for whoever has not revealed single wages.
    let single = matches!(loaded.table.known, Known::Singles(_));
    let enough = loaded.table.people() >= policy.least || (in_full && single);
    if !enough || in_place_of(connection, one.sheet)? != Some(loaded.sheet) {
        return Ok(one);
    }
    acts::renewed(connection, &one, loaded, rates, policy)
}

/// Whether single wages are known, and covered for the reader of the plan.
pub(super) fn is_covered(loaded: &Loaded, in_full: bool) -> bool {
    !in_full && matches!(loaded.table.known, Known::Singles(_))
}

/// A scenario as the reader of the plan sees it on its wage data. Where single wages are covered, all of it is of the people and the
/// groups that the figures of the plan are of; nothing where none of it may be told.
fn as_seen(
    connection: &Connection,
    one: KeptPayScenario,
    loaded: Option<&Loaded>,
    how: How<'_>,
) -> Result<Option<Covered>, Problem> {
    let (rates, in_full, policy) = how;
    if let Some(loaded) = loaded.filter(|loaded| is_covered(loaded, in_full)) {
        if in_place_of(connection, one.sheet)? != Some(loaded.sheet) {
            return Ok(None);
        }
        return covered::of_kept(connection, &one, (loaded, &loaded.table), (rates, policy));
    }
    let kept = renewed(connection, one, loaded, how)?;
    let beside = match loaded.filter(|loaded| loaded.sheet == kept.sheet) {
        Some(loaded) => planned::beside(connection, &kept, loaded, (rates, policy))?,
        None => Planned::default(),
    };
    Ok(Some(Covered { kept, beside, heaps: Vec::new() }))
}

/// The scenarios that the plan tells of: those on its wage data of which something may be told.
pub(super) fn told(
    connection: &Connection,
    all: Vec<KeptPayScenario>,
    (sheet, loaded): (Option<PaySheetId>, Option<&Loaded>),
    how: How<'_>,
) -> Result<Vec<Told>, Problem> {
    let mut told = Vec::new();
    for one in all {
        let Some(seen) = as_seen(connection, one, loaded, how)? else { continue };
        if Some(seen.kept.sheet) != sheet || seen.kept.scenario.is_none() {
            continue;
        }
        if let Some(row) = row(&seen.kept, seen.beside, how.0) {
            told.push(Told { kept: seen.kept, row, heaps: seen.heaps });
        }
    }
    Ok(told)
}

/// How the plan was reckoned, as it prints it; nothing where it tells of no scenario.
pub(super) fn method(
    connection: &Connection,
    loaded: &Loaded,
    told: &[Told],
    (rates, in_full, policy): How<'_>,
) -> Result<String, Problem> {
    let tried: Vec<_> = told.iter().filter_map(|one| one.kept.scenario.clone()).collect();
    if tried.is_empty() {
        return Ok(String::new());
    }
    let (counted, back) = guarded(&loaded.table, least(in_full, policy));
    let how = simulate::method(&loaded.period.words(), counted.people(), &tried, rates);
    let mut said = format!("{how}；{}", told_beside(told));
    if let Some(back) = back {
        said.push_str(&format!("。{}", back.trim_end_matches('。')));
    }
    let read = match &loaded.table.known {
        Known::Singles(singles) if in_full => Some(singles),
        _ => None,
    };
    for warning in tried.iter().flat_map(|one| floors::warnings(one, read)) {
        said.push_str(&format!("。{}", warning.trim_end_matches('。')));
    }
    if told.iter().any(Told::is_wide) {
        said.push_str(&format!("。{}", acts::how_bounded(connection, loaded, &tried, (rates, policy))?));
    }
    Ok(said)
}
