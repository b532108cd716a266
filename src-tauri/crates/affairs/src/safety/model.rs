//! Hazards (事故隐患) as they cross the contract: what was found where, what the union asked, what the employer answered and
//! assured, what happened, how far it has come. How the state follows from the events is `rules`'.

mod import;
mod input;
mod report;
mod visit;
mod words;

pub use import::{HazardImport, HazardImportRow, HazardsTaken};
pub use input::{HazardAssurances, HazardEventInput, HazardInput, HazardProposal};
pub use report::{
    SafetyCount, SafetyFigure, SafetyFigures, SafetyFiling, SafetyPeriodRef, SafetyReportInput,
};
pub use visit::{
    SafetyVisit, SafetyVisitId, SafetyVisitInput, SafetyVisitLine, SafetyVisitPage, SafetyVisitQuery,
    VisitFound, VisitHazard, VisitItem, VisitResult,
};
pub use words::{HazardAnswer, HazardCategory, HazardEventKind, HazardFound, HazardGrade, HazardLevel};

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::duty::{Band, Whose};
use crate::letters::todo::RightsTodo;
use crate::office::model::PaperId;

ledger::id_type!(
    /// One hazard.
    HazardId
);
ledger::id_type!(
    /// Something that happened to a hazard.
    HazardEventId
);

/// How far a hazard has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HazardState {
    /// 已登记, not graded.
    Registered,
    /// 待发整改建议书.
    Graded,
    /// 待单位答复.
    Proposed,
    /// 待五落实.
    Replied,
    /// 整改中.
    Rectifying,
    /// 待验收.
    Rectified,
    /// 待销号.
    Passed,
    /// 已销号, not posted.
    Closed,
    /// 已公示; a major one is still to be reported.
    Posted,
    /// 已办结.
    Done,
}

/// A step of the closed loop, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HazardStep {
    /// 登记.
    Registered,
    /// 分级.
    Graded,
    /// 撤离, where lives are in danger.
    Evacuated,
    /// 整改建议书.
    Proposed,
    /// 单位答复.
    Replied,
    /// 五落实.
    Assured,
    /// 整改.
    Rectified,
    /// 验收.
    Passed,
    /// 销号.
    Closed,
    /// 公示.
    Posted,
    /// 职代会报告, of a major one.
    Reported,
}

/// How a step of the loop stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "HazardRungState")]
pub enum RungState {
    /// Done.
    Done,
    /// Where it stands.
    Now,
    /// Where it stands, over its day.
    Late,
    /// To come.
    Next,
    /// Left out: the hazard went on without it.
    Gap,
}

/// A rung of the ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HazardRung {
    /// Which step.
    pub step: HazardStep,
    /// How it stands.
    pub state: RungState,
    /// The day it was done, or is due.
    pub on: Option<NaiveDate>,
}

/// Something that happened, as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HazardEvent {
    /// The id.
    pub id: HazardEventId,
    /// As the form holds it.
    pub record: HazardEventInput,
    /// By when it was to happen.
    pub due_on: Option<NaiveDate>,
    /// Whether it came after that.
    pub late: bool,
    /// How many files lie on it: photos after the rectification.
    pub files: u32,
}

/// A paper that was handed to the employer: issued, sent, received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HazardPaper {
    /// The newest issue; absent where it was led on another paper.
    pub issue: Option<PaperId>,
    /// Its number.
    pub number: Option<String>,
    /// When it was received: by the receipt of a sending, or as entered.
    pub received_on: Option<NaiveDate>,
}

/// The inspection on which a hazard was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HazardVisit {
    /// The visit.
    pub id: SafetyVisitId,
    /// 检〔2026〕1号.
    pub number: String,
}

/// A law that stands behind the loop, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HazardRule {
    /// The rule.
    pub rule: RuleRef,
    /// What it says.
    pub title: String,
    /// What to know of it.
    pub note: Option<String>,
}

/// A hazard as kept, seen from one day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SafetyHazard {
    /// The hazard.
    pub id: HazardId,
    /// 隐〔2026〕1号.
    pub number: String,
    /// As the form holds it.
    pub record: HazardInput,
    /// What the union asks; absent until it was written.
    pub proposal: Option<HazardProposal>,
    /// The five assurances, as far as they were given.
    pub assurances: HazardAssurances,
    /// What of the five is missing, in words.
    pub lacking: Vec<String>,
    /// The rectification proposal as it went out.
    pub proposed: HazardPaper,
    /// The evacuation proposal as it went out.
    pub evacuation: HazardPaper,
    /// The inspection on which it was found.
    pub visit: Option<HazardVisit>,
    /// How far it has come.
    pub state: HazardState,
    /// The ladder.
    pub rungs: Vec<HazardRung>,
    /// The day it is to be rectified by, extensions counted.
    pub due_on: Option<NaiveDate>,
    /// What happened, in order.
    pub events: Vec<HazardEvent>,
    /// What can be entered now.
    pub may: Vec<HazardEventKind>,
    /// What can be entered with the reason of a late entry alone.
    pub may_late: Vec<HazardEventKind>,
    /// The law behind it.
    pub rules: Vec<HazardRule>,
    /// What is to be done, the first the next step.
    pub todos: Vec<RightsTodo>,
}

/// A line of the ledger of hazards.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HazardLine {
    /// The hazard.
    pub id: HazardId,
    /// 隐〔2026〕1号.
    pub number: String,
    /// 隐患.
    pub matter: String,
    /// 地点.
    pub place: String,
    /// 责任部门.
    pub unit: Option<String>,
    /// 类别.
    pub kind: HazardCategory,
    /// 分级.
    pub grade: Option<HazardGrade>,
    /// 直接危及生命.
    pub danger: bool,
    /// 发现日期.
    pub found_on: NaiveDate,
    /// How many photos lie on it.
    pub photos: u32,
    /// How far it has come.
    pub state: HazardState,
    /// Whether the employer owes an answer to the proposal.
    pub unanswered: bool,
    /// The day it is to be rectified by.
    pub due_on: Option<NaiveDate>,
    /// Whether it is over that day and not rectified.
    pub late: bool,
    /// 责任人.
    pub assured_by: Option<String>,
    /// 销号日期.
    pub closed_on: Option<NaiveDate>,
    /// What is to be done first.
    pub next: Option<String>,
    /// Whose move that is.
    pub whose: Option<Whose>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How near that is.
    pub band: Option<Band>,
    /// Days to it, negative when overdue.
    pub days: Option<i64>,
}

/// Which hazards of the ledger.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HazardWhich {
    /// All.
    #[default]
    All,
    /// Those not closed.
    Open,
    /// Those over their day and not rectified.
    Late,
    /// Those whose proposal the employer has not answered.
    Unanswered,
    /// Major ones not closed.
    Major,
    /// Those closed.
    Closed,
}

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HazardOrder {
    /// By number.
    #[default]
    Number,
    /// By the day it is to be rectified, open ones first.
    Due,
    /// By place.
    Place,
}

/// What is asked of the ledger of hazards. The newest stands first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct HazardQuery {
    /// Which; all when absent.
    pub which: Option<HazardWhich>,
    /// The kind; all when absent.
    pub kind: Option<HazardCategory>,
    /// The register's year.
    pub year: Option<i32>,
    /// Words, pinyin or a number.
    pub text: Option<String>,
    /// By what; the number when absent.
    pub order: Option<HazardOrder>,
    /// The last first.
    pub descending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A slice of the ledger of hazards.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HazardPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<HazardLine>,
    /// How many stand in the ledger at all.
    pub kept: u32,
    /// How many of them are not closed.
    pub open: u32,
    /// How many are over their day.
    pub late: u32,
    /// How many proposals wait for an answer.
    pub unanswered: u32,
    /// How many major ones are not closed.
    pub major: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
    /// Places and departments that were named before, for the form to offer.
    pub places: Vec<String>,
}
