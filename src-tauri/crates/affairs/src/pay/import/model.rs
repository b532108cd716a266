//! The types of taking a payroll in: what was chosen, what is asked, what it would bring. How doubts are judged stands in `judge`.

use std::collections::BTreeMap;

use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::model::PersonId;
use crate::pay::model::{PayMissing, PayPeriod, PaySheetId, PaySheetLine};
use crate::sheets::SheetProblemKind;
use crate::sheets::payroll::PayColumn;

coded! {
    /// What becomes of a row in doubt.
    PayDecision {
        /// As it stands in the file.
        AsRead = "as_read", "照表里的记";
        /// As is proposed.
        Proposed = "proposed", "按建议的记";
        /// The row is left out.
        LeaveOut = "leave_out", "这一行不要";
    }
}

coded! {
    /// By what a part of the period is reckoned.
    PayShareBy {
        /// Calendar days from entering to leaving, by the roster.
        Calendar = "calendar", "按入职、离职日期";
        /// Attended days of the file.
        Attended = "attended", "按出勤天数";
    }
}

/// A decision about one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PayRowDecision {
    /// The row in the file.
    pub row: u32,
    /// About what.
    pub kind: SheetProblemKind,
    /// What becomes of it.
    pub decision: PayDecision,
}

/// Whose a row is, by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PayRowPerson {
    /// The row in the file.
    pub row: u32,
    /// The person; absent for nobody of the roster.
    #[serde(default)]
    pub person: Option<PersonId>,
}

/// What the person at the desk has chosen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct PayOptions {
    /// The page of the file; the one with the most headings that are known when absent.
    pub page: Option<String>,
    /// The month or the year; what the file's title names when absent.
    pub period: Option<PayPeriod>,
    /// Whether a year's sums count as twelve equal months; they do not unless it is said.
    pub divided: Option<bool>,
    /// Column number (from 1) to what it holds, over what the headings say; nothing leaves the column out.
    #[ts(optional, type = "Record<number, PayColumn | null>")]
    pub columns: BTreeMap<u32, Option<PayColumn>>,
    /// What to do about all doubts of a kind.
    #[ts(optional, type = "Partial<Record<SheetProblemKind, PayDecision>>")]
    pub kinds: BTreeMap<SheetProblemKind, PayDecision>,
    /// What to do about single rows, over the decisions of their kinds.
    #[ts(optional, as = "Option<Vec<PayRowDecision>>")]
    pub rows: Vec<PayRowDecision>,
    /// Whose rows are, over what they say.
    #[ts(optional, as = "Option<Vec<PayRowPerson>>")]
    pub people: Vec<PayRowPerson>,
    /// By what a part of the period is reckoned; by calendar days when absent.
    pub share_by: Option<PayShareBy>,
    /// The half days of whoever was never away; the commonest of the file when absent.
    pub full_half_days: Option<i32>,
    /// The shops that are offices; all other shops are front line then. Those of the last table when absent.
    pub office_shops: Option<Vec<String>>,
    /// Who gave it.
    pub given_by: Option<String>,
    /// 说明.
    pub note: Option<String>,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayColumnRead {
    /// Its number, from 1.
    pub place: u32,
    /// Its letters, as a sheet shows them.
    pub letters: String,
    /// Its heading.
    pub heading: String,
    /// What it is taken for; none for one that is left out.
    pub field: Option<PayColumn>,
}

/// Somebody whose row it may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayCandidate {
    /// The person.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The shop.
    pub shop: Option<String>,
    /// The post.
    pub post: Option<String>,
    /// 工号.
    pub work_number: Option<String>,
}

/// A doubt about a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayDoubt {
    /// The row in the file; 0 for the table as a whole.
    pub row: u32,
    /// Whose row it is, as the file has it; none for the table as a whole.
    pub who: Option<String>,
    /// What the row says was paid.
    pub gross: Option<Fen>,
    /// 第7行「应发」：…
    pub message: String,
    /// The cell as it stands in the file.
    pub was: String,
    /// What is proposed.
    pub proposal: Option<String>,
    /// What was decided; none while it is open.
    pub decision: Option<PayDecision>,
    /// Who may be meant.
    pub candidates: Vec<PayCandidate>,
}

/// The doubts of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayDoubts {
    /// Of what kind.
    pub kind: SheetProblemKind,
    /// What it is called.
    pub label: String,
    /// How many there are.
    pub count: u32,
    /// How many are open.
    pub open: u32,
    /// What may be decided.
    pub choices: Vec<PayChoice>,
    /// The first of them.
    pub first: Vec<PayDoubt>,
}

/// What may be decided about a kind of doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PayChoice {
    /// The decision.
    pub decision: PayDecision,
    /// What it means here.
    pub words: String,
}

/// What was read without a question, and is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayNotes {
    /// Of what kind.
    pub kind: SheetProblemKind,
    /// What it is called.
    pub label: String,
    /// How many there are.
    pub count: u32,
    /// The first of them.
    pub first: Vec<String>,
}

/// The table of the period that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PayStanding {
    /// The table.
    pub line: PaySheetLine,
    /// Whether it came from this very file, read in this very way.
    pub same: bool,
}

/// What taking a payroll in would bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayPreview {
    /// The file's name; what a paste is called.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The page.
    pub page: String,
    /// Every page that can be read.
    pub pages: Vec<String>,
    /// The month or the year.
    pub period: PayPeriod,
    /// Whether the file or the person at the desk named it; else it is only the last month.
    pub period_named: bool,
    /// Whether the file writes a year's sums.
    pub yearly: bool,
    /// Its columns.
    pub columns: Vec<PayColumnRead>,
    /// That columns are read as the last time; none where they are read by their headings.
    pub remembered: Option<String>,
    /// Rows with data.
    pub rows: u32,
    /// Totals, notes and repeated headers that were passed over.
    pub passed: u32,
    /// Rows that would be kept.
    pub ready: u32,
    /// Rows that were left out by a decision, or because nobody knows whose they are.
    pub left_out: u32,
    /// People that they are.
    pub headcount: u32,
    /// What these were paid.
    pub sum: Fen,
    /// What is asked.
    pub doubts: Vec<PayDoubts>,
    /// How many doubts are open.
    pub open: u32,
    /// What is told.
    pub notes: Vec<PayNotes>,
    /// People of the roster who are not in the table, the first of them.
    pub missing: Vec<PayMissing>,
    /// How many these are, without those whom others pay.
    pub missing_count: u32,
    /// The shops of the rows.
    pub shops: Vec<String>,
    /// Those that are taken for offices; none where nothing is said of it.
    pub office_shops: Option<Vec<String>>,
    /// Whether the file has attended days.
    pub attended: bool,
    /// The half days of whoever was never away.
    pub full_half_days: Option<i32>,
    /// The table of the period that stands.
    pub standing: Option<PayStanding>,
}

/// What was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayImported {
    /// The table.
    pub id: PaySheetId,
    /// Its rows.
    pub rows: u32,
    /// The people they are.
    pub headcount: u32,
    /// Of people whom the roster has.
    pub matched: u32,
    /// Rows left out.
    pub left_out: u32,
    /// Whether an older table was put into the trash.
    pub replaced: bool,
}
