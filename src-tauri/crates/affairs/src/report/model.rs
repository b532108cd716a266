//! The yearly report as it crosses the contract: figures in tables with how they were counted, and the chair's words.
//! How a figure is reckoned stands in `store` and `tables`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::report::photos::ReportPhotoInput;

/// The five heads of the reform's yearly self-check (PR-08), and the union's own running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Chapter {
    /// 思想引领.
    Guidance,
    /// 建功立业.
    Merit,
    /// 素质提升.
    Quality,
    /// 地位提高.
    Standing,
    /// 队伍壮大.
    Growth,
    /// 工会日常工作: papers in and out, the ledger itself.
    Running,
}

impl Chapter {
    /// All, in the report's order.
    pub const ALL: [Self; 6] =
        [Self::Guidance, Self::Merit, Self::Quality, Self::Standing, Self::Growth, Self::Running];

    /// As the report heads it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Guidance => "思想引领",
            Self::Merit => "建功立业",
            Self::Quality => "素质提升",
            Self::Standing => "地位提高",
            Self::Growth => "队伍壮大",
            Self::Running => "工会日常工作",
        }
    }
}

/// What a figure has to do with the sum of its table: all that add, less all that take, make the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Sum {
    /// The sum itself.
    Total,
    /// A part of it.
    Adds,
    /// Taken from it.
    Takes,
    /// Stands beside it: 其中 … and shares.
    Beside,
}

/// The value of a figure in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FigureValue {
    /// As it is written: `1,204`, `12.5%`, or `—`.
    pub text: String,
    /// The whole number behind it; none for a share and for `—`.
    pub count: Option<u32>,
    /// Why there is no value; present exactly where the text is `—`.
    pub why: Option<String>,
}

/// One figure with the year before beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct YearFigure {
    /// `members.end`.
    pub id: String,
    /// 年末会员.
    pub name: String,
    /// 人, 件, 次; empty for a share.
    pub unit: String,
    /// What it has to do with the table's sum.
    pub sum: Sum,
    /// In the year.
    pub now: FigureValue,
    /// In the year before.
    pub before: FigureValue,
}

/// Figures that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct YearTable {
    /// `members`.
    pub id: String,
    /// Under which head.
    pub chapter: Chapter,
    /// 会员增减.
    pub title: String,
    /// How it was counted (数据说明).
    pub counted: String,
    /// Whether the ledger has any figure of the year before.
    pub compared: bool,
    /// The figures, the total where it is read best.
    pub figures: Vec<YearFigure>,
}

/// What the chair writes into the report of a year. A text that is absent leaves its paragraph out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct YearTexts {
    /// Of which year.
    pub year: i32,
    /// 思想引领.
    pub guidance: Option<String>,
    /// 建功立业.
    pub merit: Option<String>,
    /// 素质提升.
    pub quality: Option<String>,
    /// 地位提高.
    pub standing: Option<String>,
    /// 队伍壮大.
    pub growth: Option<String>,
    /// 存在的问题.
    pub problems: Option<String>,
    /// 下一年打算.
    pub plans: Option<String>,
    /// 填报人.
    pub filled_by: Option<String>,
    /// 负责人.
    pub responsible: Option<String>,
    /// 主送机关.
    pub addressee: Option<String>,
}

impl YearTexts {
    /// Nothing written yet.
    pub fn blank(year: i32) -> Self {
        YearTexts { year, ..YearTexts::default() }
    }

    /// What the chair wrote under a head.
    pub fn under(&self, chapter: Chapter) -> Option<&str> {
        let text = match chapter {
            Chapter::Guidance => &self.guidance,
            Chapter::Merit => &self.merit,
            Chapter::Quality => &self.quality,
            Chapter::Standing => &self.standing,
            Chapter::Growth => &self.growth,
            Chapter::Running => &None,
        };
        text.as_deref()
    }
}

/// The report of a year as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct YearReport {
    /// The calendar year.
    pub year: i32,
    /// 截止日期: the year's last day, or today while it runs.
    pub as_of: NaiveDate,
    /// Whether the year is over.
    pub over: bool,
    /// The years that can be chosen, the newest first.
    pub years: Vec<i32>,
    /// Whether the ledger holds nothing to report on: no people, no talks, no paper in or out.
    pub empty: bool,
    /// The figures, by head in the report's order.
    pub tables: Vec<YearTable>,
    /// What is missing before the report can be issued, one phrase each.
    pub missing: Vec<String>,
    /// The chair's words as they are kept.
    pub texts: YearTexts,
    /// Whether any were kept: photos are added to a report that was saved.
    pub saved: bool,
    /// The photos at its end, in order.
    pub photos: Vec<ReportPhotoInput>,
    /// Who chairs the committee on the report's last day, by the union's record: whom the form begins with as responsible.
    pub chair: Option<String>,
}
