//! Looking at guarded data in full: revealed once a sitting with its purpose, covered again at will, and every
//! look kept in the access log. What is guarded is `affairs::union`'s; which answers show it, each command's.

use ledger::{Finality, Look, Op};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::{Desk, Outcome};
use crate::open::Open;
use affairs::union::model::Guarded;
use affairs::union::papers::RECOVERY_SHEET;

/// Why guarded data is looked at.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reveal {
    /// The purpose, in the person's own words; at least four characters.
    pub purpose: String,
}

/// A page of the access log.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct LookQuery {
    /// Only looks before this number.
    #[ts(type = "number")]
    pub before: Option<i64>,
    /// Only looks at this record.
    pub subject: Option<String>,
    /// Lines wanted, at most 500; 100 when absent.
    pub limit: Option<u32>,
}

/// The longest purpose that is kept.
const LONGEST: usize = 100;

/// Shows guarded data in full for the rest of the sitting.
pub fn reveal(desk: &Desk, args: Reveal) -> Result<Outcome<Done>, Problem> {
    let open = desk.opened()?;
    let person = open.person();
    if !Guarded::ALL.into_iter().any(|kind| person.reads(kind)) {
        let message =
            format!("{}没有查看证件号码、工资、健康结果或银行账号的权限，请由主席授权。", person.name);
        return Err(Problem::new("no_right", message));
    }
    let purpose = args.purpose.trim();
    match purpose.chars().count() {
        0..4 => {
            return Err(Problem::input(
                "purpose",
                "请写明查看的用途，至少四个字，例如“核对入会申请”，会记入查阅记录。",
            ));
        }
        n if n > LONGEST => return Err(Problem::input("purpose", "用途请控制在100个字以内。")),
        _ => {}
    }
    // Kept first: what cannot be recorded is not shown.
    open.ledger.record_look(&open.actor(), "sight.reveal", purpose, &[])?;
    open.reveal(purpose.to_owned());
    Ok(Outcome::of(Done))
}

/// Keeps in the access log that the recovery sheet was shown or saved: the one paper that is the whole key. Called before it
/// is given: what cannot be recorded is not shown.
pub(crate) fn sheet_given(open: &Open, purpose: &str) -> Result<(), Problem> {
    Ok(open.ledger.record_look(&open.actor(), RECOVERY_SHEET, purpose, &[])?)
}

/// Masks guarded data again.
pub fn cover(desk: &Desk, _: Nothing) -> Result<Outcome<Done>, Problem> {
    desk.opened()?.cover();
    Ok(Outcome::of(Done))
}

/// Who looked at what.
pub fn log(desk: &Desk, query: LookQuery) -> Result<Outcome<Vec<Look>>, Problem> {
    let limit = query.limit.unwrap_or(100).min(500);
    Ok(Outcome::of(desk.opened()?.ledger.looks(query.before, query.subject.as_deref(), limit)?))
}

/// Puts down that the access log has a gap: what is proved from now on begins behind it, and the journal says so
/// for ever.
pub fn settle(desk: &Desk, _: Nothing) -> Result<Outcome<Done>, Problem> {
    let open = desk.opened()?;
    let op =
        Op {
            code: "sight.settle".into(), label: "登记查阅记录的缺口".into(), finality: Finality::Final
        };
    open.ledger.settle_looks(&op, &open.actor())?;
    Ok(Outcome::of(Done))
}
