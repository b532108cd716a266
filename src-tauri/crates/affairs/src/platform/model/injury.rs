//! Help after an accident as it crosses the contract: its papers and limits, as its page shows it, in the list. What its form holds
//! stands in `input`.

use chrono::NaiveDate;
use law::Deadline;
use serde::Serialize;
use ts_rs::TS;

use super::ids::InjuryHelpId;
use super::input::InjuryHelpInput;
use super::rule::PlatformRule;
use super::words::{InjuryOutcome, PlatformInjury};
use crate::duty::Duty;
use crate::members::model::PersonId;

/// A paper of the application for injury protection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InjuryPaper {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub text: String,
    /// Whether it is at hand.
    pub at_hand: bool,
}

/// A limit of the application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InjuryLimit {
    /// Whose it is, and what is done.
    pub title: String,
    /// The day, with how it was found; none until the event it counts from is entered.
    pub deadline: Option<Deadline>,
    /// What it waits for, where it has no day yet.
    pub waits_for: Option<String>,
    /// What a reader should know of the rule.
    pub note: Option<String>,
    /// The day on which it was done.
    pub done_on: Option<NaiveDate>,
}

/// Help of a worker after an accident.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InjuryHelp {
    /// The help.
    pub id: InjuryHelpId,
    /// 伤〔2026〕1号.
    pub number: String,
    /// What its form holds.
    pub record: InjuryHelpInput,
    /// Who was hurt.
    pub person: PersonId,
    /// 姓名.
    pub name: String,
    /// The firm.
    pub firm: String,
    /// Whether its orders are covered, as the register has it.
    pub injury: PlatformInjury,
    /// The papers of the application.
    pub papers: Vec<InjuryPaper>,
    /// The limits.
    pub limits: Vec<InjuryLimit>,
    /// The rules of injury protection.
    pub rules: Vec<PlatformRule>,
    /// What is to be done.
    pub todos: Vec<Duty>,
}

/// Help in the register. It is counted for good, and its number is given once: also that of whoever was removed from the roster since,
/// or erased by law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InjuryHelpLine {
    /// The help.
    pub id: InjuryHelpId,
    /// 伤〔2026〕1号.
    pub number: String,
    /// Who was hurt; absent once erased by law.
    pub person: Option<PersonId>,
    /// Whether they were removed from the roster.
    pub removed: bool,
    /// 姓名.
    pub name: String,
    /// The firm; absent once erased by law.
    pub firm: Option<String>,
    /// 事故日期.
    pub accident_on: NaiveDate,
    /// 申请日期.
    pub applied_on: Option<NaiveDate>,
    /// What the agency concluded.
    pub outcome: Option<InjuryOutcome>,
    /// How many papers are at hand, of how many; absent once erased by law.
    pub papers: Option<[u32; 2]>,
}
