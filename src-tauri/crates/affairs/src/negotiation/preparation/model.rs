//! What comes before the offer, as it crosses the contract: the workers' opinions as collected, and those who asked for talks held
//! against the line of the place.

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::negotiation::model::{EventId, NegotiationId, TopicId};

ledger::id_type!(
    /// A collection of the workers' opinions.
    OpinionSurveyId
);

coded! {
    /// Who asked for talks.
    Askers {
        /// Workers.
        Workers = "workers", "职工";
        /// Delegates of the workers' congress.
        Delegates = "delegates", "职工代表";
    }
}

/// What was said of one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OpinionTopic {
    /// 议题.
    pub title: String,
    /// How many sheets spoke of it.
    pub people: u32,
    /// What they wish, in short.
    #[serde(default)]
    pub gist: String,
    /// The topic of the talks that grew from it; what a form sends here is not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
}

/// The workers' opinions as collected, as the form sends them and the page shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OpinionSurvey {
    /// The negotiation; it has one collection.
    pub negotiation: NegotiationId,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day.
    pub to_on: NaiveDate,
    /// How: 发放征集表, 座谈.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// Sheets handed out.
    pub handed_out: u32,
    /// Sheets that came back.
    pub returned: u32,
    /// Topic by topic.
    pub topics: Vec<OpinionTopic>,
    /// Why it is entered afterwards (补录), when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// A line of the law of the place: so many who ask oblige the union to open talks.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PetitionLine {
    /// Who asks.
    pub asked_by: Askers,
    /// It holds for employers of a size, in the words of the rule; none where it holds for all others.
    pub larger: Option<String>,
    /// What it says.
    pub title: String,
    /// 《…》第…条.
    pub article: String,
    /// So many, where it is known how many there are in all.
    pub needed: Option<u32>,
    /// The rule.
    pub rule: RuleRef,
}

/// Those who asked for talks, held against the line.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Petition {
    /// The event.
    pub event: EventId,
    /// When.
    pub asked_on: NaiveDate,
    /// Whether the line is reached; none where the place has no line or the numbers are not recorded.
    pub reached: Option<bool>,
    /// What it comes to, as one sentence.
    pub sentence: String,
    /// The rule it was held against.
    pub rule: Option<RuleRef>,
}

/// What comes before the offer, as the page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Preparation {
    /// The opinions.
    pub opinions: Option<OpinionSurvey>,
    /// The record of the opinions, which bears their files: the filled sheets, the notes of a talk.
    pub survey: Option<OpinionSurveyId>,
    /// Share of the sheets that came back, in words; none where nothing was handed out.
    pub share: Option<String>,
    /// What the law of the place asks for before an offer, as one sentence.
    pub asked: String,
    /// The rule behind it, where there is one.
    pub rule: Option<RuleRef>,
    /// How many collected topics are not in the offer yet.
    pub waiting: u32,
    /// The lines of the place; empty where it has none.
    pub lines: Vec<PetitionLine>,
    /// What the lines come to, or that the place has none, as one sentence.
    pub line_words: String,
    /// Those who asked.
    pub petitions: Vec<Petition>,
    /// Workers in all, as the ledger knows them; none of a sealed affair.
    pub workers: Option<u32>,
}
