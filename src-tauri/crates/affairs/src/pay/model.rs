//! The types of wage data as they cross the contract: the table of a period at its depth, its lines, the figures beside it. What
//! a file's columns mean stands in `sheets::payroll`; what the statistics reckon with, in `points`.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use ledger::Fen;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use crate::coded::coded;
use crate::masks::shown_within;
use crate::members::model::{EmploymentForm, PersonId, Sex};
use crate::month::Month;
use crate::union::model::Shown;

ledger::id_type!(
    /// The wage data of one period.
    PaySheetId
);
ledger::id_type!(
    /// What one was paid.
    PayLineId
);
ledger::id_type!(
    /// A figure that wages are laid beside.
    PayReferenceId
);

/// A month or a whole year: text in the tables and on the wire (`2026-10`, `2026`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PayPeriod {
    /// A month.
    Month(Month),
    /// A year.
    Year(i32),
}

impl PayPeriod {
    /// Its first day.
    pub fn first(self) -> NaiveDate {
        match self {
            PayPeriod::Month(month) => month.first(),
            PayPeriod::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN),
        }
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        match self {
            PayPeriod::Month(month) => month.last(),
            PayPeriod::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX),
        }
    }

    /// Its days.
    pub fn days(self) -> u32 {
        u32::try_from((self.last() - self.first()).num_days() + 1).unwrap_or_default()
    }

    /// Whether it is a whole year.
    pub fn is_year(self) -> bool {
        matches!(self, PayPeriod::Year(_))
    }

    /// The year it is, or lies in.
    pub fn year(self) -> i32 {
        self.first().year()
    }

    /// 2026年10月, 2026年.
    pub fn words(self) -> String {
        match self {
            PayPeriod::Month(month) => month.words(),
            PayPeriod::Year(year) => format!("{year}年"),
        }
    }
}

impl fmt::Display for PayPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PayPeriod::Month(month) => month.fmt(f),
            PayPeriod::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for PayPeriod {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse::<i32>() {
            Ok(year) if text.len() == 4 && (1900..=2999).contains(&year) => Ok(PayPeriod::Year(year)),
            _ => text.parse().map(PayPeriod::Month),
        }
    }
}

impl Serialize for PayPeriod {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PayPeriod {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl TS for PayPeriod {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &ts_rs::Config) -> String {
        String::from("string")
    }
    fn inline(_: &ts_rs::Config) -> String {
        String::from("string")
    }
}

impl ToSql for PayPeriod {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.to_string()))
    }
}

impl FromSql for PayPeriod {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|_| FromSqlError::InvalidType)
    }
}

coded! {
    /// How much a table tells.
    PayDepth {
        /// The sum and how many were paid, by shop where it is known.
        Total = "total", "总额";
        /// How many were paid between which sums.
        Bands = "bands", "分档";
        /// What each was paid.
        Single = "single", "逐人";
    }
}

coded! {
    /// A figure that wages are laid beside.
    PayReferenceKind {
        /// 月最低工资标准.
        Minimum = "minimum", "月最低工资标准";
        /// 小时最低工资标准.
        MinimumHour = "minimum_hour", "小时最低工资标准";
        /// 居民消费价格涨幅.
        Cpi = "cpi", "居民消费价格涨幅";
        /// 劳动生产率增长.
        Productivity = "productivity", "劳动生产率增长";
        /// 企业工资指导线基准线.
        LineBase = "line_base", "工资指导线基准线";
        /// 企业工资指导线上线.
        LineUpper = "line_upper", "工资指导线上线";
        /// 企业工资指导线下线.
        LineLower = "line_lower", "工资指导线下线";
        /// 当地平均工资.
        Average = "average", "当地平均工资";
    }
}

coded! {
    /// In what a figure counts.
    PayUnit {
        /// 元/月; the value is fen.
        YuanMonth = "yuan_month", "元/月";
        /// 元/年; the value is fen.
        YuanYear = "yuan_year", "元/年";
        /// 元/小时; the value is fen.
        YuanHour = "yuan_hour", "元/小时";
        /// 百分比; the value is hundredths of a percent.
        Percent = "percent", "百分比";
    }
}

impl PayUnit {
    /// A value as one says it: 5,860.00元/月, 2.30%.
    pub fn words(self, value: i64) -> String {
        match self {
            PayUnit::Percent => {
                let (sign, of) = (if value < 0 { "-" } else { "" }, value.unsigned_abs());
                format!("{sign}{}.{:02}%", of / 100, of % 100)
            }
            _ => format!("{}{}", Fen(value), self.label()),
        }
    }
}

/// Where a table came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaySource {
    /// 工资表.xlsx, 粘贴的表格; none for a table that was typed.
    pub file: Option<String>,
    /// SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// The page.
    pub page: Option<String>,
    /// Whether it was pasted.
    pub pasted: bool,
    /// When it was taken, at +08:00.
    pub taken_at: String,
    /// Who took it.
    pub taken_by: String,
    /// Who gave it: 公司财务部.
    pub given_by: Option<String>,
}

impl PaySource {
    /// With the numbers within the names of its file and page as `identity` may be seen.
    pub fn seen(mut self, identity: Shown) -> Self {
        self.file = self.file.map(|name| shown_within(&name, identity));
        self.page = self.page.map(|name| shown_within(&name, identity));
        self
    }
}

/// One period in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaySheetLine {
    /// The table.
    pub id: PaySheetId,
    /// The month or the year.
    pub period: PayPeriod,
    /// How much it tells.
    pub depth: PayDepth,
    /// Whether a year's sums count as twelve equal months.
    pub divided: bool,
    /// How many were paid.
    pub headcount: u32,
    /// What was paid in all; none where the bands do not tell, or where too few were paid for it to be shown.
    pub sum: Option<Fen>,
    /// Where it came from.
    pub source: PaySource,
    /// 说明.
    pub note: Option<String>,
}

/// The sum of a shop. It is not told where it would tell a single wage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayShopTotal {
    /// 车间、部门.
    pub shop: String,
    /// How many were paid.
    pub headcount: u32,
    /// What was paid; none where it is covered.
    pub sum: Option<Fen>,
}

/// A band as it is told. Headcount and sum are not told where they would tell a single wage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayBandLine {
    /// What a pay scale calls it.
    pub name: Option<String>,
    /// From this sum.
    pub from: Fen,
    /// To below this sum; none for an open band.
    pub to: Option<Fen>,
    /// The middle of a pay scale's band.
    pub middle: Option<Fen>,
    /// How many were paid so; none where it is covered.
    pub headcount: Option<u32>,
    /// What they were paid in all.
    pub sum: Option<Fen>,
}

/// A column of the file and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayColumnTaken {
    /// The column's letters, as a sheet shows them.
    pub column: String,
    /// Its heading.
    pub heading: String,
    /// What it was taken for, in words; none for one that was left out.
    pub field: Option<String>,
}

/// What can be said of the people of a table without telling anybody's wage.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayPeople {
    /// Rows.
    pub rows: u32,
    /// Of people whom the roster has.
    pub matched: u32,
    /// Of people whom it does not have.
    pub unmatched: u32,
    /// Who entered or left during the period, and count in part.
    pub in_part: u32,
    /// Settlements of people who had left before, which no average counts.
    pub settled: u32,
    /// Rows of nothing or less.
    pub not_paid: u32,
    /// People of the roster who are not in the table, without those whom others pay.
    pub missing: Vec<PayMissing>,
    /// How many these are.
    pub missing_count: u32,
}

/// Someone of the roster who is not in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PayMissing {
    /// The person.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The shop.
    pub shop: Option<String>,
    /// Whether somebody else pays them: dispatched, outsourced.
    pub elsewhere: bool,
}

/// The table of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaySheet {
    /// The head.
    pub line: PaySheetLine,
    /// By shop; of single wages only as far as no single one is told.
    pub shops: Vec<PayShopTotal>,
    /// The bands.
    pub bands: Vec<PayBandLine>,
    /// The people; of single wages only.
    pub people: Option<PayPeople>,
    /// How the file's columns were read.
    pub columns: Vec<PayColumnTaken>,
    /// How single wages are shown to the person at the desk.
    pub shown: Shown,
}

/// What one was paid, as a page shows it. Sums are told to whoever may read wages and revealed them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayLineShown {
    /// The line.
    pub id: PayLineId,
    /// The row in the file.
    pub row: u32,
    /// Who of the roster it is.
    pub person: Option<PersonId>,
    /// The name, as the file has it.
    pub name: String,
    /// 工号.
    pub work_number: Option<String>,
    /// 部门.
    pub shop: Option<String>,
    /// 岗位.
    pub post: Option<String>,
    /// 用工形式.
    pub form: Option<EmploymentForm>,
    /// 一线; none where it is not known.
    pub front_line: Option<bool>,
    /// 技能等级.
    pub skill: Option<String>,
    /// 性别.
    pub sex: Sex,
    /// 15/31: the days that count, of the days of the period; none for all of them.
    pub share: Option<PayShare>,
    /// The sums; none where they are covered.
    pub sums: Option<PaySums>,
    /// Whether its person was erased by law: the line is a figure, and nobody's.
    pub erased: bool,
}

/// So many days of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PayShare {
    /// Those that count; none for a settlement.
    pub days: u32,
    /// Of these.
    pub of: u32,
}

/// What one was paid, in its parts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaySums {
    /// 应发.
    pub gross: Fen,
    /// 基本工资.
    pub base: Option<Fen>,
    /// 岗位工资.
    pub post_pay: Option<Fen>,
    /// 绩效.
    pub performance: Option<Fen>,
    /// 加班.
    pub overtime: Option<Fen>,
    /// 津补贴.
    pub allowance: Option<Fen>,
    /// 十三薪、年终奖: what is paid once a year.
    pub bonus: Option<Fen>,
    /// 补发、补扣 of earlier months and 十三薪、年终奖, which the minimum wage is not held against; none where all of 应发 counts.
    pub back_pay: Option<Fen>,
}

/// A figure that wages are laid beside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PayReference {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PayReferenceId>,
    /// What it is.
    pub kind: PayReferenceKind,
    /// For where: 南昌市青山湖区.
    pub region: String,
    /// `2026-04-01`, the day from which a minimum wage holds; `2025` or `2025-10` for others.
    pub period: String,
    /// Fen, or hundredths of a percent.
    #[ts(type = "number")]
    pub value: i64,
    /// In what it counts.
    pub unit: PayUnit,
    /// Where it stands: the paper with its number, the yearbook, the finance office.
    pub source: String,
}
