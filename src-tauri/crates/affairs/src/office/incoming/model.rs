//! An incoming paper as it crosses the contract, and how its words stand in columns. Its scans and forms are
//! attachments and not here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::duty::Band;
use crate::office::model::PaperId;

ledger::id_type!(
    /// One incoming paper.
    IncomingId
);

/// What kind of paper came (文种).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum IncomingKind {
    /// 通知.
    Notice,
    /// 函.
    Letter,
    /// 通报.
    Circular,
    /// 决定.
    Decision,
    /// 意见.
    Opinion,
    /// 批复.
    Reply,
    /// 纪要.
    Minutes,
    /// 其他.
    Other,
}

impl IncomingKind {
    const ALL: [(Self, &'static str, &'static str); 8] = [
        (Self::Notice, "notice", "通知"),
        (Self::Letter, "letter", "函"),
        (Self::Circular, "circular", "通报"),
        (Self::Decision, "decision", "决定"),
        (Self::Opinion, "opinion", "意见"),
        (Self::Reply, "reply", "批复"),
        (Self::Minutes, "minutes", "纪要"),
        (Self::Other, "other", "其他"),
    ];

    /// The column's text.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("other", |(_, code, _)| code)
    }

    /// As the register names it.
    pub fn label(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("其他", |(.., label)| label)
    }

    /// From the column's text.
    pub fn of(code: &str) -> Self {
        Self::ALL.iter().find(|(_, one, _)| *one == code).map_or(Self::Other, |(kind, ..)| *kind)
    }
}

/// An incoming paper as a form sends it. The register's number is given by the program.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct IncomingInput {
    /// Absent for a new one.
    pub id: Option<IncomingId>,
    /// 文种.
    pub kind: IncomingKind,
    /// 发文单位.
    pub source: String,
    /// 来文字号, as printed on it; many letters have none.
    pub their_number: Option<String>,
    /// 标题.
    pub title: String,
    /// 收到日期.
    pub received_on: NaiveDate,
    /// 要求办什么.
    pub asked: String,
    /// 办结期限.
    pub due_on: Option<NaiveDate>,
    /// The time of that day, `16:00`, where the paper names one.
    pub due_time: Option<String>,
    /// Says that a due day before the day of receipt stands so in the paper.
    pub due_as_written: Option<bool>,
    /// Whether an answer or a report is asked for (要求答复或报送).
    pub wants_answer: bool,
    /// 经办人: somebody at the desk or anybody else, by name.
    pub handler: Option<String>,
    /// 备注.
    pub note: Option<String>,
}

/// That an incoming paper was dealt with.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FinishIncoming {
    /// Which paper.
    pub id: IncomingId,
    /// 办结日期.
    pub done_on: NaiveDate,
    /// How, as a sentence.
    pub how: Option<String>,
    /// The issued paper of ours that answered it.
    pub paper: Option<PaperId>,
}

/// The issued paper of ours that answered one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnsweredBy {
    /// The issue.
    pub id: PaperId,
    /// Its number, 工协纪〔2026〕3号.
    pub number: String,
    /// Its title.
    pub title: String,
}

/// How a paper was dealt with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Finished {
    /// 办结日期.
    pub on: NaiveDate,
    /// How, as a sentence.
    pub how: Option<String>,
    /// The paper of ours that answered it.
    pub paper: Option<AnsweredBy>,
}

/// An incoming paper as kept, seen from one day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Incoming {
    /// The paper.
    pub id: IncomingId,
    /// The register's number, 收〔2026〕1号.
    pub number: String,
    /// 文种.
    pub kind: IncomingKind,
    /// 发文单位.
    pub source: String,
    /// 来文字号.
    pub their_number: Option<String>,
    /// 标题.
    pub title: String,
    /// 收到日期.
    pub received_on: NaiveDate,
    /// 要求办什么.
    pub asked: String,
    /// 办结期限.
    pub due_on: Option<NaiveDate>,
    /// The time of that day.
    pub due_time: Option<String>,
    /// Whether an answer or a report is asked for.
    pub wants_answer: bool,
    /// 经办人.
    pub handler: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// How it was dealt with; absent while it is open.
    pub done: Option<Finished>,
    /// How near its due day is; absent once it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub band: Option<Band>,
    /// Days from today to the due day, negative when overdue; absent without one and once it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub days: Option<i64>,
    /// How many files are on it.
    pub files: u32,
}

/// Which papers of the register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum IncomingState {
    /// All.
    #[default]
    All,
    /// Those not dealt with.
    Open,
    /// Those dealt with.
    Done,
}

/// What the register can be ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum IncomingSort {
    /// Open ones by their due day, overdue first, then those with no due day, then what is done, the newest first.
    #[default]
    Due,
    /// 收文号.
    Number,
    /// 收到日期.
    ReceivedOn,
    /// 发文单位.
    Source,
}

/// What is asked of the register.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct IncomingQuery {
    /// Done or not; all when absent.
    pub state: Option<IncomingState>,
    /// Words, pinyin or a number.
    pub text: Option<String>,
    /// The register's year.
    pub year: Option<i32>,
    /// What the list is ordered by; the due day when absent.
    pub sort: Option<IncomingSort>,
    /// The other way round.
    pub descending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A slice of the register.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IncomingPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<Incoming>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// How many of them are open, and of these, how many overdue.
    pub open: u32,
    /// Open and overdue.
    pub overdue: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
}
