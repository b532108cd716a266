//! The shapes a roster takes on its way in: what was found in the file, what would be stored, what is
//! doubtful. No reading and no deciding here, and nothing of the ledger.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::codes::{ChangeKind, ChangeReason, EmploymentForm, IdKind, Sex, SkillGrade, WorkStatus};
pub use super::error::RosterError;
use super::field::Field;
pub use super::problem::{CellProblem, Decision, ProblemKind, Severity, SingleDecision};
use crate::members::membership::model::MembershipKind;
use crate::members::model::PersonId;
use crate::sheets::OtherSheet;

/// A day, and how much of it the source told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RosterDate {
    /// The day; the first of the month or year when less is known.
    pub date: NaiveDate,
    /// How much is known.
    pub precision: Precision,
}

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterPrecision")]
pub enum Precision {
    /// Year, month and day.
    Day,
    /// Year and month.
    Month,
    /// The year.
    Year,
}

impl RosterDate {
    /// As a sentence says it: 1990年3月.
    pub fn words(&self) -> String {
        use chrono::Datelike;
        let (year, month, day) = (self.date.year(), self.date.month(), self.date.day());
        match self.precision {
            Precision::Day => format!("{year}年{month}月{day}日"),
            Precision::Month => format!("{year}年{month}月"),
            Precision::Year => format!("{year}年"),
        }
    }
}

impl std::fmt::Display for RosterDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = match self.precision {
            Precision::Day => self.date.format("%Y-%m-%d"),
            Precision::Month => self.date.format("%Y-%m"),
            Precision::Year => self.date.format("%Y"),
        };
        write!(f, "{text}")
    }
}

/// A person as the roster tells of them. Everything but the name may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PersonDraft {
    /// The name as written, without white space around it.
    pub name: String,
    /// The name for comparing: NFKC, no white space, one kind of dot.
    pub name_key: String,
    /// 性别.
    pub sex: Option<Sex>,
    /// 出生日期.
    pub birth: Option<RosterDate>,
    /// 民族, by its standard name; names outside GB/T 3304 (穿青人) as written.
    pub ethnicity: Option<String>,
    /// 证件类别.
    pub id_kind: Option<IdKind>,
    /// 证件号码, cleaned and checked.
    pub id_number: Option<String>,
    /// 电话, mobiles as 11 digits, landlines as `0791-88123456`.
    pub phones: Vec<String>,
    /// 学历, by its name in GB/T 4658.
    pub education: Option<String>,
    /// 技能等级.
    pub skill_grade: Option<SkillGrade>,
    /// 职称.
    pub title: Option<String>,
    /// 就业状况.
    pub work_status: Option<WorkStatus>,
    /// 户籍类型.
    pub household: Option<String>,
    /// 户籍所在地.
    pub household_place: Option<String>,
    /// 籍贯.
    pub native_place: Option<String>,
    /// 是否农民工.
    pub migrant: Option<bool>,
    /// 政治面貌, by its name in GB/T 4762.
    pub political: Option<String>,
    /// 工作单位.
    pub employer: Option<String>,
    /// 部门, 车间.
    pub shop: Option<String>,
    /// 班组.
    pub team: Option<String>,
    /// 岗位, 工种.
    pub post: Option<String>,
    /// 工号.
    pub staff_no: Option<String>,
    /// 用工形式.
    pub employment: Option<EmploymentForm>,
    /// 入职日期.
    pub employed_on: Option<RosterDate>,
    /// 参加工作时间.
    pub started_work_on: Option<RosterDate>,
    /// 入会日期.
    pub joined_on: Option<RosterDate>,
    /// 会籍变化类型.
    pub change_kind: Option<ChangeKind>,
    /// 会籍变化日期.
    pub change_on: Option<RosterDate>,
    /// 会籍变化原因.
    pub change_reason: Option<ChangeReason>,
    /// 会员证号.
    pub union_card: Option<String>,
    /// 邮箱.
    pub email: Option<String>,
    /// 备注.
    pub remark: Option<String>,
    /// 统一社会信用代码 of the employer.
    pub employer_code: Option<String>,
}

/// Whether a row goes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterRowStatus")]
pub enum RowStatus {
    /// Can be imported.
    Ready,
    /// Waits for a decision.
    Ask,
    /// Cannot be imported.
    Stop,
    /// Left out by decision.
    Skipped,
}

/// A value that a row has from an area merged over it: the cell of the file in which it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledCell {
    /// The column for which it was read.
    pub column: u32,
    /// The row in which it is written.
    pub from_row: u32,
    /// The column in which it is written.
    pub from_column: u32,
    /// As in the file.
    pub value: String,
}

/// One person's row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RosterRow {
    /// Index into [`Preview::pages`].
    pub page: u32,
    /// Row in the file, counted from 1.
    pub row: u32,
    /// Whether it goes in.
    pub status: RowStatus,
    /// The cells as in the file, from the first column to the last with anything in it.
    pub raw: Vec<String>,
    /// What it has from merged areas above it; kept with it, the page has no use for it.
    #[serde(skip)]
    pub filled: Vec<FilledCell>,
    /// What would be stored.
    pub person: PersonDraft,
    /// What was changed, is doubtful or impossible.
    pub problems: Vec<CellProblem>,
    /// Whom of the ledger the row is about; none for someone new.
    pub of: Option<PersonId>,
    /// What of theirs is changed when the row goes in.
    pub changes: Vec<Field>,
}

/// A column whose heading is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ColumnFound {
    /// Column in the file, counted from 1.
    pub column: u32,
    /// What it holds.
    pub field: Field,
    /// Its heading as in the file.
    pub heading: String,
}

/// A column whose heading is not known; its cells stay in [`RosterRow::raw`] and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnknownColumn {
    /// Column in the file, counted from 1.
    pub column: u32,
    /// Its heading as in the file.
    pub heading: String,
}

/// Where the header of a page stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterHeader")]
pub struct Header {
    /// First row of the header, counted from 1.
    pub row: u32,
    /// Last row of the header: the same, or the next one when it is split in two.
    pub last_row: u32,
    /// Known columns in the order of the file.
    pub columns: Vec<ColumnFound>,
    /// Unknown columns in the order of the file.
    pub unknown: Vec<UnknownColumn>,
}

/// A page that was read as a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterPage")]
pub struct PageFound {
    /// The name on its tab.
    pub name: String,
    /// Its header.
    pub header: Header,
    /// People's rows on it.
    pub people: u32,
}

/// How many rows of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterCounts")]
pub struct Counts {
    /// People's rows.
    pub total: u32,
    /// Can be imported.
    pub ready: u32,
    /// Of these, people whom the ledger holds and of whom something is changed.
    pub changed: u32,
    /// Wait for a decision.
    pub ask: u32,
    /// Cannot be imported.
    pub stop: u32,
    /// Left out by decision.
    pub skipped: u32,
    /// Notes on single cells.
    pub notes: u32,
    /// Blank rows between the header and the last row.
    pub blank_rows: u32,
    /// 合计, 小计 rows.
    pub total_rows: u32,
    /// 填表说明, signature and sample rows.
    pub note_rows: u32,
    /// Header rows that come again.
    pub repeated_heads: u32,
}

/// All asks of one kind, to be decided in one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterAskKind")]
pub struct AskKind {
    /// The kind.
    pub kind: ProblemKind,
    /// How many cells.
    pub count: u32,
    /// The question in one sentence.
    pub question: String,
    /// What [`Decision::TakeProposal`] does, in one sentence.
    pub proposal: String,
    /// Whether [`Decision::KeepWritten`] makes sense.
    pub can_keep: bool,
}

/// A word of the file that stands for a standard one, in so many rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterReading")]
pub struct Reading {
    /// The field.
    pub field: Field,
    /// The word in the file.
    pub was: String,
    /// What is stored.
    pub now: String,
    /// In how many rows.
    pub rows: u32,
}

/// Someone on the ledger's roster, or the file's, by name and place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterAbsent")]
pub struct AbsentPerson {
    /// The person.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 用工形式.
    pub form: EmploymentForm,
}

/// What became of someone whom a newer file no longer lists, as the person at the desk has decided. Nobody is deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "RosterLeaver", optional_fields)]
pub struct Leaver {
    /// The person.
    pub person: PersonId,
    /// 保留会籍 or 会籍转出.
    pub kind: MembershipKind,
    /// When, as exactly as it is known.
    #[serde(default)]
    pub on: Option<String>,
}

/// A field that a column can hold, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterFieldName")]
pub struct FieldName {
    /// The field.
    pub field: Field,
    /// Its heading in the provincial template.
    pub name: String,
}

/// A read roster, nothing stored yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterPreview")]
pub struct Preview {
    /// SHA-256 of the file, hexadecimal.
    pub file_sha256: String,
    /// The pages read as rosters; more than one when each workshop has its own.
    pub pages: Vec<PageFound>,
    /// All people's rows in the order of the file.
    pub rows: Vec<RosterRow>,
    /// How many rows of each sort.
    pub counts: Counts,
    /// What must be decided, by kind.
    pub asks: Vec<AskKind>,
    /// Words read as standard ones.
    pub readings: Vec<Reading>,
    /// What is worth knowing about the file as a whole, in whole sentences.
    pub remarks: Vec<String>,
    /// Members of the ledger whom the file does not list, the first [`ABSENT`] of them: told only of a file that lists at
    /// least half of the people of its shops.
    pub absent: Vec<AbsentPerson>,
    /// How many there are.
    pub absent_total: u32,
    /// What a column can be said to hold.
    pub fields: Vec<FieldName>,
    /// What the file is besides, or instead of, a roster.
    #[serde(skip_deserializing)]
    pub other: Option<OtherSheet>,
    /// Whether it is a sheet of another kind, of which only the cells that are taken are kept.
    #[serde(skip)]
    pub another: bool,
}

impl Preview {
    /// Of a file in which there is nothing of a roster.
    pub fn empty(file_sha256: String) -> Self {
        Preview {
            file_sha256,
            pages: Vec::new(),
            rows: Vec::new(),
            counts: Counts::default(),
            asks: Vec::new(),
            readings: Vec::new(),
            remarks: Vec::new(),
            absent: Vec::new(),
            absent_total: 0,
            fields: Vec::new(),
            other: None,
            another: false,
        }
    }
}

/// So many of those whom a newer file does not list are named.
pub const ABSENT: usize = 500;

/// What the person at the desk has chosen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(rename = "RosterOptions")]
pub struct Options {
    /// Read only this page.
    #[ts(optional)]
    pub page: Option<String>,
    /// Column number (from 1) to field, over what the headings say; no field leaves the column out.
    #[ts(type = "Record<number, Field | null>")]
    pub columns: BTreeMap<u32, Option<Field>>,
    /// What to do about all asks of a kind.
    #[ts(type = "Partial<Record<RosterProblemKind, RosterDecision>>")]
    pub decisions: BTreeMap<ProblemKind, Decision>,
    /// What to do about single cells, over the decisions of their kinds.
    #[ts(optional, as = "Option<Vec<SingleDecision>>")]
    pub single: Vec<SingleDecision>,
    /// The day this union was founded, when known.
    #[ts(optional)]
    pub founded_on: Option<NaiveDate>,
}

impl Options {
    /// What was decided about an ask: of this cell, else of its kind. Without a column any of the row's cells is meant.
    pub(super) fn decision(
        &self,
        (page, row, column): (u32, u32, Option<u32>),
        kind: ProblemKind,
    ) -> Option<Decision> {
        let own = self.single.iter().find(|one| {
            one.kind == kind
                && one.page == page
                && one.row == row
                && column.is_none_or(|column| one.column == column)
        });
        own.map(|one| one.decision).or_else(|| self.decisions.get(&kind).copied())
    }
}
