//! The ages that a roster is held against, taken from the law packs by the id of their rule. What follows
//! from them is asked in `work`.

use chrono::NaiveDate;
use law::{LawBook, Place, Quantity};

use crate::Problem;
use crate::members::flags::rules::FlagDays;

/// Nobody younger may be employed (劳动法第十五条).
pub const WORK: &str = "CN-AGE-WORK";
/// From this age on a League member leaves the League (团章第五条).
pub const LEAGUE: &str = "CN-AGE-LEAGUE";

/// One age and the article that sets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Age {
    quantity: Quantity,
    /// The number itself, in years.
    pub years: u32,
    /// 《中华人民共和国劳动法》第十五条.
    pub article: String,
}

impl Age {
    fn of(book: &LawBook, id: &str) -> Result<Age, Problem> {
        let missing = || Problem::new("assets", "程序自带的法规数据不完整，请重新安装程序。");
        let rule = book.rule(id).ok_or_else(missing)?;
        let quantity = rule.quantity.clone().ok_or_else(missing)?;
        let years = quantity.whole().and_then(|years| u32::try_from(years).ok()).ok_or_else(missing)?;
        Ok(Age { quantity, years, article: format!("《{}》{}", rule.instrument, rule.article) })
    }

    /// Whether someone of so many full years is on the usual side of it.
    pub fn allows(&self, years: u32) -> bool {
        self.quantity.allows(years, years)
    }
}

/// All ages that a roster is held against.
#[derive(Debug, Clone)]
pub struct Ages {
    /// For employment, and so for joining.
    pub work: Age,
    /// For the League.
    pub league: Age,
    /// By which people are flagged as minors or over age.
    pub flags: FlagDays,
}

impl Ages {
    /// From the packs, on a day at a place. Errors: `assets` when the packs that came with the program lack a rule.
    pub fn of(book: &LawBook, place: &Place, today: NaiveDate) -> Result<Ages, Problem> {
        let flags = FlagDays::of(book, place, today)?;
        Ok(Ages { work: Age::of(book, WORK)?, league: Age::of(book, LEAGUE)?, flags })
    }
}
