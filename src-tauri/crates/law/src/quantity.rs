//! Numbers of rules with their units and thresholds: whole numbers, ratios n/d and band tables.
//! Here it is decided what "at least", "at most" and "over" mean for a count; votes stand in `votes`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::votes;

/// What a rule's number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 日: calendar days (a bare 日 in Chinese labour rules).
    CalendarDay,
    /// 工作日: by the State Council's yearly notice.
    WorkingDay,
    /// 月: to the same numbered day.
    Month,
    /// 年: to the same numbered day.
    Year,
    /// 小时.
    Hour,
    /// 分钟.
    Minute,
    /// People, copies, items.
    Count,
    /// A share n/d of a whole.
    Ratio,
    /// 摄氏度.
    Degree,
    /// 分贝.
    Decibel,
    /// 公斤.
    Kilogram,
    /// Money in fen.
    Fen,
    /// The rule has no number.
    #[default]
    None,
}

impl Unit {
    /// The unit as it is written after a number in a Chinese sentence.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::CalendarDay => "日",
            Self::WorkingDay => "个工作日",
            Self::Month => "个月",
            Self::Year => "年",
            Self::Hour => "小时",
            Self::Minute => "分钟",
            Self::Degree => "℃",
            Self::Decibel => "分贝",
            Self::Kilogram => "公斤",
            Self::Fen => "分",
            Self::Count | Self::Ratio | Self::None => "",
        }
    }

    /// Whether a date can be counted in this unit.
    pub fn counts_days(self) -> bool {
        matches!(self, Self::CalendarDay | Self::WorkingDay | Self::Month | Self::Year)
    }
}

/// On which side of its number a value is lawful (民法典 art. 1259: 以上、以内 include the number,
/// 不满、超过 exclude it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// 不少于、以上: the number itself suffices.
    #[default]
    AtLeast,
    /// 不得超过、以内: the number itself is still allowed.
    AtMost,
    /// 超过、过半数: the number itself is not enough.
    Over,
    /// 不满、少于: the number itself is too much.
    Under,
    /// 对等、各一名: nothing but the number.
    Exactly,
}

/// One row of a band table: from `from` (included) to `to` (included; none = no upper end).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Lower end, included.
    pub from: u32,
    /// Upper end, included.
    pub to: Option<u32>,
    /// The number that holds in this band.
    pub value: u32,
}

/// The number of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Amount {
    /// A whole number of the rule's unit.
    Whole {
        /// The number.
        #[ts(type = "number")]
        n: i64,
    },
    /// A share num/den of a whole that the caller knows.
    Ratio {
        /// Numerator.
        num: u32,
        /// Denominator, never 0.
        den: u32,
    },
    /// A table by the size of a whole.
    Bands {
        /// Rows, ascending.
        rows: Vec<Band>,
    },
}

/// A number with its unit and the side on which a value is lawful.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Quantity {
    /// The number.
    pub amount: Amount,
    /// What it counts.
    pub unit: Unit,
    /// Which side of it is lawful.
    pub threshold: Threshold,
}

impl Quantity {
    /// The plain number, when the rule has one.
    pub fn whole(&self) -> Option<i64> {
        match self.amount {
            Amount::Whole { n } => Some(n),
            _ => None,
        }
    }

    /// The share as (numerator, denominator), when the rule has one.
    pub fn ratio(&self) -> Option<(u32, u32)> {
        match self.amount {
            Amount::Ratio { num, den } => Some((num, den)),
            _ => None,
        }
    }

    /// The last lawful count out of `whole`: the least for 不少于 and 超过, the most for 不超过 and 不满.
    /// None where no count is lawful (under zero) or a table has no row for `whole`.
    pub fn boundary(&self, whole: u32) -> Option<u32> {
        use Threshold::{AtLeast, AtMost, Exactly, Over, Under};
        match &self.amount {
            Amount::Whole { n } => step_off(u32::try_from(*n).ok()?, self.threshold),
            Amount::Bands { rows } => {
                let row = rows.iter().find(|row| whole >= row.from && row.to.is_none_or(|to| whole <= to))?;
                step_off(row.value, self.threshold)
            }
            Amount::Ratio { num, den } => match self.threshold {
                AtLeast | Exactly => Some(votes::at_least(whole, *num, *den)),
                AtMost => Some(votes::at_most(whole, *num, *den)),
                Over => Some(votes::over(whole, *num, *den)),
                Under => votes::at_least(whole, *num, *den).checked_sub(1),
            },
        }
    }

    /// Whether `value` (out of `whole`, which a plain number ignores) is on the lawful side.
    pub fn allows(&self, value: u32, whole: u32) -> bool {
        if let (Amount::Ratio { num, den }, Threshold::Exactly) = (&self.amount, self.threshold) {
            return u64::from(value) * u64::from(*den) == u64::from(whole) * u64::from(*num);
        }
        self.boundary(whole).is_some_and(|edge| match self.threshold {
            Threshold::AtLeast | Threshold::Over => value >= edge,
            Threshold::AtMost | Threshold::Under => value <= edge,
            Threshold::Exactly => value == edge,
        })
    }
}

fn step_off(n: u32, threshold: Threshold) -> Option<u32> {
    match threshold {
        Threshold::Over => n.checked_add(1),
        Threshold::Under => n.checked_sub(1),
        _ => Some(n),
    }
}
