//! What the union and the employer agreed beyond the law (本单位约定): another number in the place of a rule's own, with
//! the contract it stands in. The rule gives the rest: what it is about, when its clock starts, who acts. Which of them
//! holds is `ruling`'s to choose.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::book::{LawBook, version_of};
use crate::quantity::{Amount, Quantity, Threshold};
use crate::rule::{Actor, Confidence, Direction, Kind, Layer, Rule};

/// An agreed number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnRule {
    /// Unique over all rules, agreed ones included.
    pub id: String,
    /// The rule whose number it replaces.
    pub of: String,
    /// The number, in that rule's unit.
    #[ts(type = "number")]
    pub quantity: i64,
    /// Name of the contract.
    pub contract: String,
    /// 第…条.
    pub article: String,
    /// First day it holds.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Last day it holds, where the contract sets one.
    #[ts(type = "string | null")]
    pub to: Option<NaiveDate>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// Why an agreed number cannot stand: the field and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFault {
    /// The field.
    pub field: &'static str,
    /// In Chinese.
    pub message: String,
    /// The rule in its way.
    pub rule: Option<Box<crate::rule::RuleRef>>,
}

impl Rule {
    /// Whether another number may be agreed: it has a whole one, is no window, whose ends nobody moves, and binds the two sides and
    /// not an authority, whose days they do not give.
    pub fn takes_own(&self) -> bool {
        self.layer != Layer::Own
            && self.actor != Actor::Upper
            && matches!(self.kind, Kind::Clock | Kind::Limit)
            && self.quantity.as_ref().is_some_and(|quantity| quantity.whole().is_some())
    }

    /// Whether this rule asks as much as the other or more; not where the two cannot be compared.
    pub(crate) fn asks_as_much(&self, other: &Rule) -> bool {
        let same = self.quantity == other.quantity
            && self.start_event == other.start_event
            && self.direction == other.direction;
        same || self.asks_more(other)
    }

    /// Whether this rule asks more than the other, so that keeping it keeps both.
    pub(crate) fn asks_more(&self, other: &Rule) -> bool {
        let (Some(own), Some(law)) = (&self.quantity, &other.quantity) else { return false };
        let (Some(mine), Some(theirs)) = (own.whole(), law.whole()) else { return false };
        if own.unit != law.unit || self.start_event != other.start_event || self.direction != other.direction
        {
            return false;
        }
        match (self.kind, self.direction, own.threshold) {
            (Kind::Clock, Some(Direction::After), _) => mine < theirs,
            (Kind::Clock, Some(Direction::Before), _) => mine > theirs,
            (_, _, Threshold::AtLeast | Threshold::Over) => mine > theirs,
            (_, _, Threshold::AtMost | Threshold::Under) => mine < theirs,
            _ => false,
        }
    }
}

impl LawBook {
    /// Whether an agreed number may stand. Errors: the field at fault; below binding law, with the rule.
    pub fn check_own(&self, own: &OwnRule) -> Result<(), OwnFault> {
        let fault = |field, message: &str| OwnFault { field, message: message.to_owned(), rule: None };
        let Some(law) = self.rule(&own.of).filter(|rule| rule.takes_own()) else {
            return Err(fault("of", "这一条没有可以另行约定的数字，请选有期限或限额的规定。"));
        };
        if !(1..=10_000).contains(&own.quantity) {
            return Err(fault("quantity", "约定的数字要是1到10000的整数，请核对。"));
        }
        if own.contract.trim().is_empty() {
            return Err(fault("contract", "请写明约定写在哪一份合同或制度里，期限的说明里要写出依据。"));
        }
        if own.article.trim().is_empty() {
            return Err(fault("article", "请写明是第几条，例如“第八条”。"));
        }
        if own.to.is_some_and(|to| to < own.from) {
            return Err(fault("to", "停止适用的日期早于开始适用的日期，请核对。"));
        }
        let agreed = agreed(law, own);
        if law.mandatory && !agreed.asks_more(law) {
            let words = law.quantity_words().unwrap_or_default();
            let message = format!(
                "法定的是{words}，约定不能低于法定，只能更严，例如期限更短、人数更多；和法定相同的，不用录入。"
            );
            return Err(OwnFault { field: "quantity", message, rule: Some(Box::new(law.reference())) });
        }
        Ok(())
    }

    /// The book without its agreed numbers.
    #[must_use]
    pub fn without_own(&self) -> Self {
        let mut book = self.clone();
        book.changes();
        book.rules.retain(|rule| rule.layer != Layer::Own);
        book
    }

    /// A new book with agreed numbers. One whose rule is no longer in the book is left out: it has nothing to stand
    /// on.
    #[must_use]
    pub fn with_own(&self, own: &[OwnRule]) -> Self {
        let mut book = self.clone();
        book.changes();
        for one in own {
            let Some(law) = self.rule(&one.of).filter(|rule| rule.takes_own()) else { continue };
            book.rules.push(agreed(law, one));
            let said = format!("{one:?}");
            book.version = version_of([book.version.as_str(), &said]);
        }
        book
    }
}

/// The rule with the agreed number in the place of its own.
fn agreed(law: &Rule, own: &OwnRule) -> Rule {
    let quantity = law
        .quantity
        .as_ref()
        .map(|quantity| Quantity { amount: Amount::Whole { n: own.quantity }, ..quantity.clone() });
    let unit = law.quantity.as_ref().map_or("", |quantity| quantity.unit.chinese());
    Rule {
        id: own.id.clone(),
        // The law's line names the law's number, so the agreed one is told with it.
        title: format!("{}；本单位约定为{}{unit}", law.title, own.quantity),
        instrument: own.contract.trim().to_owned(),
        number: String::new(),
        article: own.article.trim().to_owned(),
        quantity,
        mandatory: true,
        yields: false,
        effective_from: own.from,
        effective_to: own.to,
        source: String::new(),
        verified_on: own.from,
        confidence: Confidence::High,
        note: own.note.clone(),
        layer: Layer::Own,
        region: String::new(),
        layer_name: "本单位约定".to_owned(),
        cases: Vec::new(),
        ..law.clone()
    }
}
