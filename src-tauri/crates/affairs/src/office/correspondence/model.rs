//! The union's own letter as it crosses the contract. How it looks on paper is its template's.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::office::incoming::model::IncomingId;
use crate::office::model::IssuedPaper;

/// 函, made from a letter.
pub const LETTER: &str = "office.letter";

ledger::id_type!(
    /// A letter of the union's own.
    UnionLetterId
);

/// A letter as a form sends it, and as one begins.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct UnionLetterInput {
    /// Absent for a new one.
    pub id: Option<UnionLetterId>,
    /// The incoming paper that it answers; absent for a letter of our own accord.
    pub answers: Option<IncomingId>,
    /// 主送机关.
    pub addressee: String,
    /// 标题, 关于……的函 or 关于……的复函.
    pub title: String,
    /// 正文, a paragraph a line; absent while nothing is written yet.
    pub body: Option<String>,
    /// 附件名称, a name a line, without numbers.
    pub enclosures: Option<String>,
    /// 抄送.
    pub copies: Option<String>,
    /// 联系人和电话.
    pub contact: Option<String>,
}

/// The incoming paper that a letter answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnsweredIncoming {
    /// The paper.
    pub id: IncomingId,
    /// The register's number, 收〔2026〕3号.
    pub number: String,
    /// 发文单位.
    pub source: String,
    /// 来文字号.
    pub their_number: Option<String>,
    /// 标题.
    pub title: String,
    /// Whether it was dealt with.
    pub done: bool,
    /// Whether it still stands in the register.
    pub stands: bool,
}

/// A letter as kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionLetter {
    /// The letter as it was typed.
    pub letter: UnionLetterInput,
    /// The day it was begun.
    pub written_on: NaiveDate,
    /// The paper it answers; absent for a letter of our own accord, and where the law erased that paper.
    pub answered: Option<AnsweredIncoming>,
    /// What is missing before it can be issued, one phrase each.
    pub missing: Vec<String>,
    /// Its issues, the newest first.
    pub issued: Vec<IssuedPaper>,
    /// The entries that say something else than the newest issue, as the form calls them.
    pub changed: Vec<String>,
}

/// Which letters.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct UnionLetterQuery {
    /// Those that answer this incoming paper; all when absent.
    pub answers: Option<IncomingId>,
    /// Only those that were never issued.
    pub drafts: Option<bool>,
}

/// A letter in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionLetterLine {
    /// The letter.
    pub id: UnionLetterId,
    /// 主送机关.
    pub addressee: String,
    /// 标题.
    pub title: String,
    /// The day it was begun.
    pub written_on: NaiveDate,
    /// The number of its newest issue; absent for a draft.
    pub number: Option<String>,
}
