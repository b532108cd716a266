//! The shape of a rule and of a pack, as they stand in `assets/law/*.toml`.
//! Only types and what can be read off one rule alone; choosing between rules is `ruling`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::quantity::Quantity;

/// Where a union works: province and city by GB/T 2260 codes ("36", "3601").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Place {
    /// Two digits.
    pub province: String,
    /// Four digits, when the city is known.
    #[ts(optional = nullable)]
    pub city: Option<String>,
}

impl Place {
    /// A place known only by its province.
    pub fn province(code: &str) -> Self {
        Self { province: code.to_owned(), city: None }
    }

    /// A place known by its four-digit city code; the province is its first two digits.
    pub fn city(code: &str) -> Self {
        Self { province: code.chars().take(2).collect(), city: Some(code.to_owned()) }
    }
}

/// Which layer a pack belongs to, from general to special.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// 国家: laws, administrative regulations, department and federation rules.
    National,
    /// 省、自治区、直辖市.
    Province,
    /// 设区的市.
    City,
    /// The firm's own contract or the chair's own entry.
    Own,
}

/// The rank of the instrument inside its layer, from weak to strong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// Guidance without binding force.
    Guideline,
    /// 全国总工会 rules.
    Federation,
    /// 部门规章.
    DepartmentRule,
    /// 地方性法规.
    LocalRegulation,
    /// 行政法规.
    AdministrativeRegulation,
    /// 法律.
    Law,
}

/// How sure the pack is of a rule: high only where the text itself was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// From memory or second hand: ask before relying on it.
    Low,
    /// From a reliable copy, not the official text.
    Medium,
    /// Checked against the text.
    High,
}

/// Who owes or holds what the rule says (我办 / 企业办 / 上级办).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// 我办: the union committee.
    Union,
    /// 企业办: the employer.
    Employer,
    /// 上级办: upper union or authority.
    Upper,
    /// Both sides of the table.
    Both,
    /// The side that received an offer, whichever it is.
    Recipient,
}

impl Actor {
    /// How the window names the one who acts; an answering side is 对方 until it is known which it is.
    pub fn label(self) -> &'static str {
        match self {
            Self::Union => "我办",
            Self::Employer => "企业办",
            Self::Upper => "上级办",
            Self::Both => "双方",
            Self::Recipient => "对方",
        }
    }
}

/// What sort of statement a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something is due so long after or before an event.
    Clock,
    /// A number that must not be fallen short of or exceeded.
    Limit,
    /// Something must be done or must not be done.
    Duty,
    /// Something may be done.
    Right,
    /// A span of days opens and closes around an event.
    Window,
}

/// On which side of its event a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// After the event.
    After,
    /// Before the event.
    Before,
}

/// What a case gives a rule. Which fields count depends on the rule's kind.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// The start event's day, for clocks and windows.
    pub start: Option<NaiveDate>,
    /// The number judged, for limits and duties with a number.
    pub value: Option<u32>,
    /// The whole of which `value` is a part.
    pub whole: Option<u32>,
    /// Region code of two or four digits, for duties and rights.
    pub place: Option<String>,
    /// The day, for duties and rights.
    pub on: Option<NaiveDate>,
    /// Conditions that hold.
    #[serde(default)]
    pub facts: Vec<String>,
}

/// What a case expects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Expect {
    /// Allowed, or applies.
    Holds(bool),
    /// The due day.
    Due(NaiveDate),
    /// The first and last day of a window.
    Span {
        /// First day.
        opens: NaiveDate,
        /// Last day.
        closes: NaiveDate,
    },
}

/// One worked example of a rule; a rule without any does not load.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The facts.
    pub given: Given,
    /// The outcome.
    pub expect: Expect,
}

/// One of a rule's enumerated contents; in a pack a bare text, or `{ key, text }` where code asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(from = "RawItem")]
pub struct Item {
    /// What code knows it by (`time`, `place`, `representatives`, `view`); most items have none.
    pub key: Option<String>,
    /// The words of the text.
    pub text: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawItem {
    Text(String),
    Keyed(KeyedItem),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyedItem {
    key: String,
    text: String,
}

impl From<RawItem> for Item {
    fn from(raw: RawItem) -> Self {
        match raw {
            RawItem::Text(text) => Item { key: None, text },
            RawItem::Keyed(KeyedItem { key, text }) => Item { key: Some(key), text },
        }
    }
}

/// One rule of a pack.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Rule {
    /// Unique over all packs; code and verdicts name it.
    pub id: String,
    /// What it is about, e.g. `negotiation.reply`; rules of one subject compete.
    pub subject: String,
    /// One short Chinese line.
    pub title: String,
    /// Name of the law or regulation, without book title marks.
    pub instrument: String,
    /// Its number, or the body and date that made it.
    pub number: String,
    /// 第…条.
    pub article: String,
    /// What sort of statement it is.
    pub kind: Kind,
    /// Code of the event a clock or window hangs on.
    pub start_event: Option<String>,
    /// The same event in Chinese, as it reads after a date.
    pub start_label: Option<String>,
    /// Its number, if it has one.
    pub quantity: Option<Quantity>,
    /// Before or after the event.
    pub direction: Option<Direction>,
    /// Who owes or holds it.
    pub actor: Actor,
    /// What follows when it is broken, in Chinese.
    pub consequence: Option<String>,
    /// Whether it binds (true) or is advice.
    pub mandatory: bool,
    /// Whether a more local rule may take its place.
    pub yields: bool,
    /// How special it is inside its layer: the special rule beats the general one.
    pub special: u8,
    /// Rank of its instrument.
    pub force: Force,
    /// A fact that must hold for it to count, e.g. `above_scale`.
    pub condition: Option<String>,
    /// The same fact in Chinese.
    pub condition_label: Option<String>,
    /// The matters it is about alone (`wage`: a text on wage agreements says nothing of the others); empty for all.
    pub scope: Vec<String>,
    /// Enumerated contents (the nine items of a wage agreement, …).
    pub items: Vec<Item>,
    /// The words the place uses, by key (`name`, `title`, `verb`, `reply` of the opening paper).
    pub terms: BTreeMap<String, String>,
    /// First day in force.
    #[ts(type = "string")]
    pub effective_from: NaiveDate,
    /// Last day in force, when it has ended.
    #[ts(type = "string | null")]
    pub effective_to: Option<NaiveDate>,
    /// Official address of the text.
    pub source: String,
    /// Day on which it was last checked.
    #[ts(type = "string")]
    pub verified_on: NaiveDate,
    /// How sure the pack is.
    pub confidence: Confidence,
    /// What a reader should know, in Chinese.
    pub note: Option<String>,
    /// The pack's layer.
    pub layer: Layer,
    /// The pack's region code: "00", two or four digits.
    pub region: String,
    /// The layer's name: 国家, 江西省, …
    pub layer_name: String,
    /// Worked examples.
    #[serde(skip)]
    #[ts(skip)]
    pub cases: Vec<Case>,
}

impl Rule {
    /// Whether the rule is in force at a place on a day.
    pub fn in_force(&self, place: &Place, on: NaiveDate) -> bool {
        self.covers(place) && on >= self.effective_from && self.effective_to.is_none_or(|end| on <= end)
    }

    /// Whether its layer reaches a place, whatever the day.
    pub fn covers(&self, place: &Place) -> bool {
        match self.layer {
            Layer::National | Layer::Own => true,
            Layer::Province => self.region == place.province,
            Layer::City => place.city.as_deref() == Some(self.region.as_str()),
        }
    }

    /// Whether it is about a matter.
    pub fn is_about(&self, matter: &str) -> bool {
        self.scope.is_empty() || self.scope.iter().any(|one| one == matter)
    }

    /// Its part of the work, the first word of its subject (`supervision`); named by `theme`.
    pub fn theme(&self) -> &str {
        self.subject.split('.').next().unwrap_or_default()
    }

    /// A word of the place by its key.
    pub fn term(&self, key: &str) -> Option<&str> {
        self.terms.get(key).map(String::as_str)
    }

    /// Whether its days are suggested by the program and set by no text.
    pub fn is_suggested(&self) -> bool {
        self.term("days") == Some("suggested")
    }

    /// Whether its condition is among the facts (a rule without condition always is).
    pub fn meets(&self, facts: &[&str]) -> bool {
        self.condition.as_deref().is_none_or(|condition| facts.contains(&condition))
    }

    /// What a verdict, an error or a paper says of it.
    pub fn reference(&self) -> RuleRef {
        RuleRef {
            id: self.id.clone(),
            instrument: self.instrument.clone(),
            number: self.number.clone(),
            article: self.article.clone(),
            verified_on: self.verified_on,
            layer: self.layer,
            layer_name: self.layer_name.clone(),
            confidence: self.confidence,
            short: format!("{}{}", self.instrument, self.article),
        }
    }
}

/// A rule as it is quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleRef {
    /// The rule's id.
    pub id: String,
    /// Name of the instrument.
    pub instrument: String,
    /// Its number.
    pub number: String,
    /// 第…条.
    pub article: String,
    /// Day on which it was last checked.
    #[ts(type = "string")]
    pub verified_on: NaiveDate,
    /// Layer.
    pub layer: Layer,
    /// The layer's name (江西省, 国家, …).
    pub layer_name: String,
    /// How sure the pack is.
    pub confidence: Confidence,
    /// 江西省企业工资集体协商条例第十九条.
    pub short: String,
}

/// Whether a pack holds rules or says that none could be verified yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Rules were checked and may be used.
    Ready,
    /// Only the themes it holds rules on were checked; beside it a blank head may say so of the rest.
    Partial,
    /// Nothing verified: the window says so and national rules stand alone.
    Blank,
}

/// The head of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Layer of all its rules.
    pub layer: Layer,
    /// Region code: "00", two or four digits.
    pub region: String,
    /// The layer's name.
    pub name: String,
    /// Ready or blank.
    pub status: Status,
}
