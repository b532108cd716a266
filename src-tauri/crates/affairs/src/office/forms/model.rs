//! Others' forms as they cross the contract. What a mark stands for is told by the module whose facts it shows; how a
//! file is filled, by `paper`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::office::attachments::model::AttachmentId;

ledger::id_type!(
    /// A kept form.
    FormId
);
ledger::id_type!(
    /// One filling of a form.
    FillingId
);

/// What a form is about, and so which marks it may bear beside those of the union.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FormAbout {
    /// 本会.
    Union,
    /// 一名会员.
    Person,
    /// 会员名单.
    Roster,
    /// 一次集体协商.
    Negotiation,
    /// 一件劳动法律监督案件.
    Supervision,
}

impl FormAbout {
    /// Each with its column's text and its words.
    pub const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Union, "union", "本会"),
        (Self::Person, "person", "一名会员"),
        (Self::Roster, "roster", "会员名单"),
        (Self::Negotiation, "negotiation", "一次集体协商"),
        (Self::Supervision, "supervision", "一件劳动法律监督案件"),
    ];

    /// The column's text.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("union", |(_, code, _)| code)
    }

    /// From the column's text.
    pub fn of(code: &str) -> Self {
        Self::ALL.iter().find(|(_, one, _)| *one == code).map_or(Self::Union, |(about, ..)| *about)
    }
}

/// Which program opens a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FormProgram {
    /// Word, `.docx`.
    Docx,
    /// Excel, `.xlsx`.
    Xlsx,
}

impl FormProgram {
    /// The column's text, which is the end of the file's name too.
    pub fn code(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }

    /// From the column's text.
    pub fn of(code: &str) -> Self {
        if code == "xlsx" { Self::Xlsx } else { Self::Docx }
    }
}

/// For whom a form is filled, which decides what is masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FormPurpose {
    /// 报送: identity in full.
    Submit,
    /// 公示: identity masked.
    Notice,
}

impl FormPurpose {
    /// The column's text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Notice => "notice",
        }
    }

    /// From the column's text.
    pub fn of(code: &str) -> Self {
        if code == "submit" { Self::Submit } else { Self::Notice }
    }
}

/// A kept form.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptForm {
    /// The form.
    pub id: FormId,
    /// What it is called.
    pub name: String,
    /// Which program opens it.
    pub program: FormProgram,
    /// What it is about.
    pub about: FormAbout,
    /// The blank, among the attachments.
    pub file: AttachmentId,
    /// When it was added.
    pub added_on: NaiveDate,
    /// How often it was filled.
    pub fillings: u32,
    /// The newest filling.
    pub filled_on: Option<NaiveDate>,
}

/// One filling of a form.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormFilling {
    /// The filling.
    pub id: FillingId,
    /// About whom or what, in words; the union itself when absent.
    pub title: Option<String>,
    /// For whom.
    pub purpose: FormPurpose,
    /// Whether identity stands in it in full.
    pub in_full: bool,
    /// Lines of lists in it.
    pub lines: u32,
    /// The day.
    pub filled_on: NaiveDate,
    /// By whom.
    pub filled_by: String,
    /// The file as it was given out, among the attachments; absent once that was removed.
    pub file: Option<AttachmentId>,
}

/// Name and subject of a kept form, changed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeForm {
    /// Which form.
    pub id: FormId,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub about: FormAbout,
}

/// Marks that belong together, for the list that a chair copies them from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkGroup {
    /// What forms about may bear them; the union's may stand in any.
    pub about: FormAbout,
    /// What they tell of: 本会, 会员名单.
    pub title: String,
    /// Whether a table row with them comes once for each line.
    pub repeats: bool,
    /// The marks, without their brackets.
    pub marks: Vec<String>,
}

/// A mark as a form bears it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormMark {
    /// What stands between the brackets.
    pub mark: String,
    /// Where, as a person finds it: 表格1第2行第3格, 名单!C5.
    pub places: Vec<String>,
    /// Whether it is known for a form of this subject.
    pub known: bool,
    /// Whether it belongs to a list.
    pub repeats: bool,
    /// The known mark that is most like an unknown one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub nearest: Option<String>,
}

/// What a filling would bring, or brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormOutcome {
    /// How many places are filled.
    pub filled: u32,
    /// How many lines of lists are written.
    pub lines: u32,
    /// Known marks without a value; their places are blank.
    pub blank: Vec<OpenMark>,
    /// Marks that nobody knows; they stand as they were.
    pub unknown: Vec<OpenMark>,
}

/// A place of a form that is not filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenMark {
    /// What stands between the brackets.
    pub mark: String,
    /// Where.
    pub place: String,
    /// In how many lines of a list; once elsewhere.
    pub times: u32,
}

/// A filling to be kept.
pub struct Filling<'a> {
    /// The form.
    pub form: &'a KeptForm,
    /// The person, the negotiation or the supervision case.
    pub of: Option<String>,
    /// For whom.
    pub purpose: FormPurpose,
    /// Whether identity stands in it in full.
    pub in_full: bool,
    /// Lines of lists in it.
    pub lines: usize,
    /// By whom.
    pub by: &'a str,
}
