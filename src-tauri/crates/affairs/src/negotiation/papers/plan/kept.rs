//! The plan of an affair beside its filling: whether there is one, what it still lacks, and the plan that was kept with the seal, by
//! which a sealed affair goes whatever is tried, imported or charged in the same year afterwards.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::seen::{is_stale, told};
use super::{How, TEMPLATE, lacks, plan, sheet_of};
use crate::Problem;
use crate::negotiation::called;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::seal::store as seals;
use crate::negotiation::store::{self, Head};
use crate::office::model::Filled;
use crate::pay::figures::policy::Policy;
use crate::pay::figures::whole;
use crate::pay::simulate::cost::Rates;
use crate::pay::simulate::model::KeptPayScenario;
use crate::pay::simulate::store as scenarios;

/// A plan as it stands with the seal.
#[derive(Serialize, Deserialize)]
struct Kept {
    title: String,
    missing: Vec<String>,
    context: Value,
}

/// A context as the template reads it: plans that were kept before the payroll and the talks had a name of their own call both by the
/// usual one.
fn named(mut context: Value) -> Value {
    if let Some(plan) = context.as_object_mut() {
        plan.entry("talks").or_insert_with(|| Value::from(called::WAGES));
    }
    if let Some(base) = context.get_mut("base").and_then(Value::as_object_mut) {
        base.entry("payroll_name").or_insert_with(|| Value::from("工资总额"));
        base.entry("folded").or_insert(Value::Bool(false));
    }
    context
}

fn unread(why: serde_json::Error) -> Problem {
    Problem::new("internal", format!("封存时的协商方案读不出来：{why}"))
}

/// What was kept with the seal: no plan where there was none; nothing where the affair is open or was sealed before plans were kept.
fn of_seal(connection: &Connection, id: NegotiationId) -> Result<Option<Option<Kept>>, Problem> {
    let kept = seals::plan_of(connection, id)?;
    kept.map(|text| serde_json::from_str(&text).map_err(unread)).transpose()
}

/// The plan of a sealed affair; nothing where none was kept.
///
/// Errors: `not_found` where it was sealed without one.
pub(super) fn filled(connection: &Connection, id: NegotiationId) -> Result<Option<Filled>, Problem> {
    let Some(kept) = of_seal(connection, id)? else { return Ok(None) };
    let kept = kept.ok_or_else(|| Problem::missing("份协商方案"))?;
    Ok(Some(Filled {
        template: TEMPLATE,
        of: id.to_string(),
        title: kept.title,
        missing: kept.missing,
        context: named(kept.context),
        changes: Vec::new(),
        kept: None,
    }))
}

/// Whether an affair has a plan: a scenario of its year to plan with, or the plan that it was sealed with.
pub(in crate::negotiation::papers) fn is_there(
    connection: &Connection,
    head: &Head,
) -> Result<bool, Problem> {
    match of_seal(connection, head.id)? {
        Some(kept) => Ok(kept.is_some()),
        None => Ok(scenarios::chosen(connection, head.year)?.is_some()),
    }
}

/// The plan as a seal keeps it, without any single wage.
///
/// Errors: `not_found`.
pub fn to_keep(
    connection: &Connection,
    id: NegotiationId,
    (rates, policy): (&Rates, &Policy),
    today: NaiveDate,
) -> Result<String, Problem> {
    let head = store::head(connection, id)?;
    let kept = match is_there(connection, &head)? {
        false => None,
        true => match plan(connection, id, (rates, false, policy), today) {
            Ok(filled) => {
                Some(Kept { title: filled.title, missing: filled.missing, context: filled.context })
            }
            // What cannot be printed on the day of the seal is not printed after it either, and does not stand against it.
            Err(problem) if problem.code == "refused" => None,
            Err(problem) => return Err(problem),
        },
    };
    serde_json::to_string(&kept).map_err(unread)
}

/// What a plan lacks before it may be issued, as [`plan`] says it, without reading wages where no scenario asks for it.
///
/// Errors: `not_found`.
pub fn missing(connection: &Connection, id: NegotiationId, how: How<'_>) -> Result<Vec<String>, Problem> {
    if let Some(kept) = of_seal(connection, id)? {
        return Ok(kept.map(|kept| kept.missing).unwrap_or_default());
    }
    let head = store::head(connection, id)?;
    let chosen = scenarios::chosen(connection, head.year)?;
    let sheet = sheet_of(connection, chosen.as_ref())?;
    let all: Vec<KeptPayScenario> =
        scenarios::all(connection)?.into_iter().filter(|one| one.year == head.year).collect();
    let (_, in_full, policy) = how;
    // Of so few, covered, it may be that nothing is left to tell of.
    let is_small = |one: &KeptPayScenario| !in_full && one.people < policy.least.saturating_mul(3);
    let loaded = match sheet {
        Some(sheet) if all.iter().any(|one| is_stale(one) || is_small(one)) => {
            Some(whole::load(connection, sheet)?)
        }
        _ => None,
    };
    let mut tells = false;
    for one in all {
        tells |= match told(connection, vec![one], (sheet, loaded.as_ref()), how) {
            Ok(told) => !told.is_empty(),
            Err(problem) if problem.code == "refused" => false,
            Err(problem) => return Err(problem),
        };
    }
    let goals = !store::topics(connection, id)?.is_empty();
    Ok(lacks(sheet.is_some(), goals, tells))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_plan_that_was_kept_earlier_calls_its_payroll_by_the_usual_name() {
        let earlier = named(json!({ "base": { "payroll": 1 } }));
        assert_eq!(earlier["base"], json!({ "payroll": 1, "payroll_name": "工资总额", "folded": false }));
        assert_eq!(earlier["talks"], "工资集体协商");
        let own = json!({ "talks": "集体协商", "base": { "payroll_name": "折算成整月的工资总额", "folded": true } });
        assert_eq!(named(own.clone()), own);
        assert_eq!(named(json!({ "base": null }))["base"], json!(null), "a draft without wage data");
    }
}
