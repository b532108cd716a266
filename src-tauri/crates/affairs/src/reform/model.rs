//! What the reform ledger is about: the articles of the Opinions with what is done for each in a year, and the measures, as their forms
//! send them, as they are kept and as a list shows them. Which of them hold together, `rules` decides.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::duty::Band;

ledger::id_type!(
    /// One measure.
    ReformMeasureId
);

coded! {
    /// Who does it.
    ReformSide {
        /// 工会.
        Union = "union", "工会";
        /// 企业.
        Employer = "employer", "企业";
        /// 工会和企业一起.
        Both = "both", "工会和企业";
        /// 上级工会或者部门.
        Upper = "upper", "上级";
    }
}

coded! {
    /// How a measure ended.
    ReformOutcome {
        /// 完成.
        Done = "done", "已完成";
        /// 不再办.
        Stopped = "stopped", "不再办";
    }
}

/// How far a measure has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReformState {
    /// 办理中.
    Open,
    /// 超期.
    Late,
    /// 已完成.
    Done,
    /// 不再办.
    Stopped,
}

impl ReformState {
    /// As papers and workbooks name it.
    pub fn label(self) -> &'static str {
        match self {
            ReformState::Open => "办理中",
            ReformState::Late => "超期",
            ReformState::Done => "已完成",
            ReformState::Stopped => "不再办",
        }
    }
}

/// Which measures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReformWhich {
    /// 全部.
    #[default]
    All,
    /// 没有办完.
    Open,
    /// 超期.
    Late,
    /// 已完成.
    Done,
    /// 不再办.
    Stopped,
}

/// A measure as its form sends it. Its number is given by the program, of the year it is planned for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReformMeasureInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ReformMeasureId>,
    /// 哪一年的工作; fixed once it has its number.
    pub year: i32,
    /// 第几条, 1 to 27.
    pub article: u8,
    /// 做什么.
    pub measure: String,
    /// 做到什么程度.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// 谁办.
    pub side: ReformSide,
    /// 责任部门.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// 责任人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    /// 哪天以前完成.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// 补录的理由.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// What came of a measure. Without an outcome it runs again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReformEnding {
    /// The measure.
    pub id: ReformMeasureId,
    /// 完成还是不再办.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ReformOutcome>,
    /// 哪天.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
    /// 做到了什么; of one that is given up, why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
}

/// A measure as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReformMeasure {
    /// The measure.
    pub id: ReformMeasureId,
    /// 产〔2026〕1号.
    pub number: String,
    /// （十八）开展劳动和技能竞赛.
    pub article: String,
    /// As the form holds it.
    pub record: ReformMeasureInput,
    /// What came of it.
    pub ending: ReformEnding,
    /// How far it has come.
    pub state: ReformState,
}

/// A line of the list of measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReformLine {
    /// The measure.
    pub id: ReformMeasureId,
    /// 产〔2026〕1号.
    pub number: String,
    /// 第几条.
    pub article: u8,
    /// （十八）开展劳动和技能竞赛.
    pub article_words: String,
    /// 做什么.
    pub measure: String,
    /// 做到什么程度.
    pub target: Option<String>,
    /// 谁办.
    pub side: ReformSide,
    /// 责任部门.
    pub unit: Option<String>,
    /// 责任人.
    pub handler: Option<String>,
    /// 哪天以前完成.
    pub due_on: Option<NaiveDate>,
    /// How far it has come.
    pub state: ReformState,
    /// How near its day is; absent once it ended or where no day was set.
    pub band: Option<Band>,
    /// 哪天办完.
    pub ended_on: Option<NaiveDate>,
    /// 做到了什么.
    pub result: Option<String>,
    /// How many files prove it.
    pub files: u32,
}

/// What is asked of the list of measures. The newest number stands first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ReformQuery {
    /// The year of the work.
    pub year: Option<i32>,
    /// 第几条.
    pub article: Option<u8>,
    /// Which of them.
    pub which: Option<ReformWhich>,
    /// Words, pinyin or a number.
    pub text: Option<String>,
    /// The oldest first.
    pub ascending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A slice of the list of measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReformPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<ReformLine>,
    /// How many stand in the ledger at all.
    pub kept: u32,
    /// How many run.
    pub open: u32,
    /// How many of them are late.
    pub late: u32,
    /// The years of the ledger, the newest first.
    pub years: Vec<i32>,
}

/// A year of the ledger.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ReformYearQuery {
    /// The year; this one when absent.
    pub year: Option<i32>,
}

/// An article as the page of all shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReformArticleLine {
    /// 第几条.
    pub article: u8,
    /// （十八）.
    pub number: String,
    /// Its head; empty where its text is not at hand.
    pub title: String,
    /// What it asks; empty where its text is not at hand.
    pub asks: String,
    /// Its text, pasted by the union.
    pub words: Option<String>,
    /// Whoever leads it.
    pub handler: Option<String>,
    /// How it stands in the year, in the union's words.
    pub note: Option<String>,
    /// Measures of the year.
    pub measures: u32,
    /// Of them those that run.
    pub open: u32,
    /// Of these those that are late.
    pub late: u32,
    /// Of all those that are done.
    pub done: u32,
}

/// The articles, and what is done for each in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReformOverview {
    /// The year.
    pub year: i32,
    /// The years of the ledger and this one, the newest first.
    pub years: Vec<i32>,
    /// The 27 articles.
    pub articles: Vec<ReformArticleLine>,
    /// How many of them have a measure in the year.
    pub covered: u32,
}

/// One article in a year.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReformArticleRef {
    /// 第几条.
    pub article: u8,
    /// The year.
    pub year: i32,
}

/// A figure that the ledger has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReformFigure {
    /// 参加培训.
    pub name: String,
    /// 人, 件, 次; empty for a share.
    pub unit: String,
    /// As it is written: `1,204`, `12.5%`, or `—`.
    pub value: String,
    /// Why there is no value; present exactly where it is `—`.
    pub why: Option<String>,
}

/// Figures that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReformFigures {
    /// 职工培训.
    pub title: String,
    /// How they are counted.
    pub counted: String,
    /// The figures.
    pub figures: Vec<ReformFigure>,
}

/// One article, and what is done for it in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReformArticle {
    /// The year.
    pub year: i32,
    /// The article.
    pub line: ReformArticleLine,
    /// Its measures of the year, the oldest first.
    pub measures: Vec<ReformLine>,
    /// What the ledger itself counts for it in the year.
    pub figures: Vec<ReformFigures>,
}

/// What the union writes of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReformArticleInput {
    /// 第几条.
    pub article: u8,
    /// The year that the note is of.
    pub year: i32,
    /// 原文.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// 牵头的人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    /// 当年的情况.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
