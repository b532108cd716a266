//! The figures of wage data as they cross the contract. Sums are fen; shares are hundredths of a percent; what a reader may not
//! see is absent, with the reason in words.

use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::pay::model::{PayDepth, PayPeriod, PaySheetId, PayUnit};

coded! {
    /// By what wages are compared.
    WageCut {
        /// 女 / 男.
        Sex = "sex", "性别";
        /// 一线 / 非一线.
        Line = "line", "一线和非一线";
        /// 劳动合同 / 劳务派遣 ….
        Form = "form", "用工形式";
        /// 技能等级.
        Grade = "grade", "技能等级";
        /// 车间、部门.
        Shop = "shop", "车间（部门）";
    }
}

/// Which figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct PayFiguresQuery {
    /// The wage data; the newest when absent.
    pub sheet: Option<PaySheetId>,
}

/// What a figure is known to lie between: one sum where the two are the same, and open where `to` is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Between {
    /// At least.
    #[ts(type = "number")]
    pub from: i64,
    /// At most; none where nothing says.
    #[ts(type = "number | null")]
    pub to: Option<i64>,
}

impl Between {
    /// Known exactly.
    pub fn exactly(is: i64) -> Self {
        Between { from: is, to: Some(is) }
    }

    /// Known exactly.
    pub fn is_exact(self) -> bool {
        self.to == Some(self.from)
    }
}

/// A point of the order of wages: so many tenths earn no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayDecile {
    /// 1 to 9; 5 is the median.
    pub tenth: u32,
    /// In fen.
    pub value: Between,
}

/// People who lie together in the order of wages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayHeap {
    /// 第1组（最低）; 2000–3000元.
    pub name: String,
    /// How many.
    pub people: u32,
    /// Their average in fen; none where their sum is not told.
    pub average: Option<Fen>,
}

/// A group of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayGroup {
    /// 女.
    pub name: String,
    /// How many; none where the group is not told of.
    pub people: Option<u32>,
    /// Their average.
    pub average: Option<Fen>,
    /// Their median, to whoever may read single wages.
    pub median: Option<Fen>,
    /// Their average against that of all, in hundredths of a percent: 10000 is the same.
    #[ts(type = "number | null")]
    pub to_all: Option<i64>,
    /// Why nothing is told.
    pub hidden: Option<String>,
}

/// Wages by one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayCut {
    /// By what.
    pub by: WageCut,
    /// 按性别.
    pub title: String,
    /// The groups.
    pub groups: Vec<PayGroup>,
}

/// The lowest wage beside the local minimum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayLowest {
    /// The lowest, to whoever may read single wages.
    pub lowest: Option<Fen>,
    /// The lowest as it is laid beside the minimum: without overtime and special allowances, as far as the data tells them.
    pub compared: Option<Fen>,
    /// The headings of what was taken off for it.
    pub without: Vec<String>,
    /// 月最低工资标准.
    pub minimum: Option<Fen>,
    /// Where it holds, from when, and where it stands.
    pub source: Option<String>,
    /// What the two come to, in words.
    pub words: String,
    /// On which basis they were compared, and what of it is to be looked into; empty where nothing was compared.
    pub basis: String,
    /// Whether somebody earns less than the minimum.
    pub under: bool,
}

/// A figure that the wages and their growth are laid beside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayBeside {
    /// 居民消费价格涨幅; 当地平均工资.
    pub name: String,
    /// Hundredths of a percent, or fen.
    #[ts(type = "number")]
    pub value: i64,
    /// In what it counts.
    pub unit: PayUnit,
    /// Of when, for where, and where it stands.
    pub source: String,
}

/// The same figures a year before: of the same month, else of the whole year, whose average of a month is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayYearBefore {
    /// The period.
    pub period: PayPeriod,
    /// How many were counted.
    pub people: u32,
    /// Their average.
    pub average: Fen,
    /// The growth since, in hundredths of a percent.
    #[ts(type = "number")]
    pub growth: i64,
}

/// What the wages of a period come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayFigures {
    /// The wage data.
    pub sheet: PaySheetId,
    /// The period.
    pub period: PayPeriod,
    /// Whether the sums are a month's; else a year's.
    pub monthly: bool,
    /// How much the data tells.
    pub depth: PayDepth,
    /// Whether single wages were read, so that nothing is left out.
    pub in_full: bool,
    /// How many are counted.
    pub people: u32,
    /// How many of them with a part of the month, reckoned to the whole by days.
    pub part_month: u32,
    /// Who was paid nothing, or less, and is in no figure.
    pub unpaid: u32,
    /// What those counted come to for the whole period.
    pub payroll: Option<Between>,
    /// Their average.
    pub average: Option<Between>,
    /// The nine points that part the order in ten.
    pub deciles: Vec<PayDecile>,
    /// P90 to P10, in hundredths: 250 is two and a half times.
    pub spread: Option<Between>,
    /// The Gini coefficient, in ten-thousandths.
    pub gini: Option<Between>,
    /// The order of wages in groups.
    pub heaps: Vec<PayHeap>,
    /// By sex, by shop ….
    pub cuts: Vec<PayCut>,
    /// The lowest and the minimum.
    pub lowest: PayLowest,
    /// A year before.
    pub before: Option<PayYearBefore>,
    /// What the growth is laid beside.
    pub beside: Vec<PayBeside>,
    /// How the figures were made and what is left out, a sentence each.
    pub notes: Vec<String>,
}

impl PayFigures {
    /// What its payroll is called: what those counted come to for whole months, or in the average month of a year, is not what
    /// was paid.
    pub fn payroll_name(&self) -> &'static str {
        match (self.part_month > 0, self.monthly) {
            (true, true) => "折算成整月的工资总额",
            (true, false) => "折算成整年的工资总额",
            (false, true) if self.period.is_year() => "平均每月的工资总额",
            (false, _) => "工资总额",
        }
    }
}
