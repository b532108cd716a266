//! The wage table as the statistics and the simulator reckon with it: compact, without names, at whichever depth there is. How it
//! is read from the ledger stands in `store::points`; who may see what comes of it is decided where it is shown.

use ledger::Fen;

use super::model::{PayDepth, PayPeriod, PaySheetId};
use crate::members::model::{EmploymentForm, PersonId, Sex};
use crate::members::roster::codes::SkillGrade;

/// The wages of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct PayTable {
    /// The table.
    pub sheet: PaySheetId,
    /// The month or the year.
    pub period: PayPeriod,
    /// Whether a year's sums count as twelve equal months: sums below are then a month's.
    pub divided: bool,
    /// How many were paid, as the table says.
    pub headcount: u32,
    /// What was paid in all in the period, as the table says.
    pub sum: Option<Fen>,
    /// What it tells.
    pub data: PayData,
}

/// What a table tells, by its depth.
#[derive(Debug, Clone, PartialEq)]
pub enum PayData {
    /// The sums of shops; empty where only the whole is known.
    Totals(Vec<ShopTotal>),
    /// Bands from low to high.
    Bands(Vec<WageBand>),
    /// Single wages.
    Points(WagePoints),
}

/// The sum of a shop: of a month for a table that is divided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopTotal {
    /// 车间、部门.
    pub shop: String,
    /// How many were paid.
    pub headcount: u32,
    /// What was paid.
    pub sum: Fen,
}

/// A band of wages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WageBand {
    /// What a pay scale calls it.
    pub name: Option<String>,
    /// From this sum.
    pub from: Fen,
    /// To below this sum; none for an open band.
    pub to: Option<Fen>,
    /// The middle of a pay scale's band.
    pub middle: Option<Fen>,
    /// How many were paid so.
    pub headcount: u32,
    /// What they were paid in all, where it is known.
    pub sum: Option<Fen>,
}

/// Single wages. A person who stands in several rows is one point.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WagePoints {
    /// The shops that points name by their place.
    pub shops: Vec<String>,
    /// The posts that points name by their place.
    pub posts: Vec<String>,
    /// The points, in the order of the file.
    pub points: Vec<WagePoint>,
}

/// What one was paid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WagePoint {
    /// Whoever it is, as a number that is the same in every table of the ledger and stands nowhere else.
    pub who: u64,
    /// Who of the roster it is; of somebody erased by law the number that stands for them in every table.
    pub person: Option<PersonId>,
    /// 应发 as it was paid; of a month for a table that is divided.
    pub fen: Fen,
    /// The same for a whole month (or year), by the share that was worked; none where it counts for no average: nothing or
    /// less was paid, or it settled the account of somebody who had left.
    pub full_month_fen: Option<Fen>,
    /// 基本工资 as it was paid.
    pub base: Option<Fen>,
    /// 性别.
    pub sex: Sex,
    /// 一线; none where it is not known.
    pub front_line: Option<bool>,
    /// 用工形式.
    pub form: Option<EmploymentForm>,
    /// 技能等级; none where none is known.
    pub grade: Option<SkillGrade>,
    /// 车间、部门, by its place in the list.
    pub shop: Option<u32>,
    /// 岗位, by its place in the list.
    pub post: Option<u32>,
}

impl PayTable {
    /// How much it tells.
    pub fn depth(&self) -> PayDepth {
        match &self.data {
            PayData::Totals(_) => PayDepth::Total,
            PayData::Bands(_) => PayDepth::Bands,
            PayData::Points(_) => PayDepth::Single,
        }
    }

    /// Whether its sums are a month's.
    pub fn is_monthly(&self) -> bool {
        self.divided || !self.period.is_year()
    }
}

impl WagePoints {
    /// The sums that averages count, in the order of the file.
    pub fn counted(&self) -> impl Iterator<Item = Fen> + '_ {
        self.points.iter().filter_map(|point| point.full_month_fen)
    }

    /// What a point's shop is called.
    pub fn shop(&self, point: &WagePoint) -> Option<&str> {
        named(&self.shops, point.shop)
    }

    /// What a point's post is called.
    pub fn post(&self, point: &WagePoint) -> Option<&str> {
        named(&self.posts, point.post)
    }
}

fn named(list: &[String], at: Option<u32>) -> Option<&str> {
    list.get(usize::try_from(at?).ok()?).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pay::builder::{point, single};

    #[test]
    fn what_was_not_paid_for_work_counts_for_no_average() {
        let mut table = single("2026-10", vec![point(500_000), point(0), point(-32_050)]);
        let PayData::Points(points) = &table.data else { panic!("single wages") };
        assert_eq!(points.counted().collect::<Vec<_>>(), [Fen(500_000)]);
        assert_eq!((table.depth(), table.is_monthly(), table.headcount), (PayDepth::Single, true, 3));
        table.period = PayPeriod::Year(2026);
        assert!(!table.is_monthly(), "a year's sums are no month's unless it is said");
    }
}
