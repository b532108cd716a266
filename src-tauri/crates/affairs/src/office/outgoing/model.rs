//! An issued paper's life as it crosses the contract: to whom it was sent, who signed for it, where it is filed. What it
//! says and its bytes are not here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::office::model::PaperId;

ledger::id_type!(
    /// One sending of a paper to one receiver.
    SendingId
);

/// How a paper was sent (送达方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SendingManner {
    /// 直接送交.
    Handed,
    /// 邮寄.
    Posted,
    /// 电子.
    Electronic,
}

impl SendingManner {
    const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Handed, "handed", "直接送交"),
        (Self::Posted, "posted", "邮寄"),
        (Self::Electronic, "electronic", "电子"),
    ];

    /// The column's text.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("handed", |(_, code, _)| code)
    }

    /// As the register names it.
    pub fn label(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("直接送交", |(.., label)| label)
    }

    /// From the column's text.
    pub fn of(code: &str) -> Self {
        Self::ALL.iter().find(|(_, one, _)| *one == code).map_or(Self::Handed, |(manner, ..)| *manner)
    }
}

/// A sending as a form sends it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SendingInput {
    /// Absent for a new one.
    pub id: Option<SendingId>,
    /// The issue that was sent.
    pub paper: PaperId,
    /// 受送达单位或个人.
    pub receiver: String,
    /// 送达方式.
    pub manner: SendingManner,
    /// 发出日期.
    pub sent_on: NaiveDate,
    /// 签收人; with the day, or neither.
    pub signed_by: Option<String>,
    /// 签收日期.
    pub signed_on: Option<NaiveDate>,
    /// 备注: the number of a letter, an address.
    pub note: Option<String>,
}

/// A sending as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sending {
    /// The sending.
    pub id: SendingId,
    /// 受送达单位或个人.
    pub receiver: String,
    /// 送达方式.
    pub manner: SendingManner,
    /// 发出日期.
    pub sent_on: NaiveDate,
    /// 签收人.
    pub signed_by: Option<String>,
    /// 签收日期.
    pub signed_on: Option<NaiveDate>,
    /// 备注.
    pub note: Option<String>,
}

/// That a paper was filed (归档).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FilePaper {
    /// Which issue.
    pub id: PaperId,
    /// 归档日期.
    pub filed_on: NaiveDate,
    /// 档号.
    pub number: Option<String>,
    /// 存放地点.
    pub place: Option<String>,
}

/// How a paper was filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FiledPaper {
    /// 归档日期.
    pub on: NaiveDate,
    /// 档号.
    pub number: Option<String>,
    /// 存放地点.
    pub place: Option<String>,
}

/// Where a paper's life has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum OutgoingState {
    /// 已印发, sent to nobody yet.
    Issued,
    /// 已发出, a receipt still missing.
    Sent,
    /// 已签收 by everyone it was sent to.
    Signed,
    /// 已归档.
    Filed,
}

impl OutgoingState {
    /// As the register names it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Issued => "未发出",
            Self::Sent => "待签收",
            Self::Signed => "已签收",
            Self::Filed => "已归档",
        }
    }
}

/// Another issue that this one corrects, or is corrected by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OtherIssue {
    /// The issue.
    pub id: PaperId,
    /// 工协纪〔2026〕3号.
    pub number: String,
}

/// An issued paper with its life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Outgoing {
    /// The issue.
    pub id: PaperId,
    /// 工协纪〔2026〕3号.
    pub number: String,
    /// The kind, `negotiation.minutes`.
    pub kind: String,
    /// The kind in words.
    pub kind_label: String,
    /// The record it was made from.
    pub of: String,
    /// 标题.
    pub title: String,
    /// 主送, as it was printed; absent where the paper has none, and in a list.
    pub addressee: Option<String>,
    /// 印发日期.
    pub issued_on: NaiveDate,
    /// Pages.
    pub pages: u32,
    /// Where its life has come to.
    pub state: OutgoingState,
    /// The issue it corrects.
    pub corrects: Option<OtherIssue>,
    /// The issue that corrects it.
    pub corrected_by: Option<OtherIssue>,
    /// To whom it was sent, in order.
    pub sendings: Vec<Sending>,
    /// How it was filed; absent while it is not.
    pub filed: Option<FiledPaper>,
    /// Whether it can be set again as it was issued, for a Word copy that agrees with it.
    pub has_source: bool,
    /// How many files are on it.
    pub files: u32,
    /// The step that erased what it said and left its number; none where it stands whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub erased_by: Option<u32>,
}

/// What the register can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum OutgoingSort {
    /// 印发日期.
    IssuedOn,
    /// 文号, by kind and year.
    Number,
    /// 标题.
    Title,
}

/// What is asked of the register.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct OutgoingQuery {
    /// Where its life has come to; all when absent.
    pub state: Option<OutgoingState>,
    /// The kind; all when absent.
    pub kind: Option<String>,
    /// The year of issue.
    pub year: Option<i32>,
    /// Words of the title, a number, or a receiver.
    pub text: Option<String>,
    /// What the list is ordered by; the newest first when absent.
    pub sort: Option<OutgoingSort>,
    /// The other way round.
    pub descending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A kind of paper of which one was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutgoingKind {
    /// The kind, `negotiation.minutes`.
    pub kind: String,
    /// In words.
    pub label: String,
}

/// A slice of the register.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutgoingPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<Outgoing>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// How many were sent and lack a receipt.
    pub unsigned: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
    /// The kinds of the register.
    pub kinds: Vec<OutgoingKind>,
}
