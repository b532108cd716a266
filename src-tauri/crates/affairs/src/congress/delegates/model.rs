//! A term of the congress and its delegates as they cross the contract. What they lack by the rules, `rules` say.

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::model::PersonId;
use crate::union::bodies::model::UnionLack;

ledger::id_type!(
    /// A term (届) of the workers' congress.
    CongressTermId
);
ledger::id_type!(
    /// A delegate of the workers in one term.
    CongressDelegateId
);

coded! {
    /// What a delegate is in the enterprise.
    CongressRank {
        /// 一线职工.
        Front = "front", "一线职工";
        /// 专业技术人员、一般管理人员.
        Staff = "staff", "专业技术、一般管理人员";
        /// 中、高层管理人员.
        Manager = "manager", "中、高层管理人员";
    }
}

coded! {
    /// Why somebody ceased to be a delegate before the term's end.
    CongressEnding {
        /// The contract ended, or they retired.
        Left = "left", "离开单位";
        /// They went to another unit.
        Moved = "moved", "调离选区";
        /// They gave it up.
        Resigned = "resigned", "本人辞去";
        /// Their unit recalled them.
        Recalled = "recalled", "罢免（撤免）";
        /// Something else.
        Other = "other", "其他";
    }
}

/// A term as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CongressTermInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CongressTermId>,
    /// 第三届职工代表大会.
    pub name: String,
    /// The day from which it stands.
    pub began_on: NaiveDate,
    /// 任期, in years.
    pub years: u32,
    /// 代表名额.
    pub seats: u32,
    /// 职工人数 when the seats were set.
    pub workers: u32,
    /// Women among them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub women_workers: Option<u32>,
    /// Dispatched workers among them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispatched_workers: Option<u32>,
    /// The day on which the result of the election was posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted_on: Option<NaiveDate>,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// 补录的理由.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// A delegate as the form sends them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CongressDelegateInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CongressDelegateId>,
    /// The term.
    pub term: CongressTermId,
    /// The person on the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The name; of one picked from the roster, the roster's.
    pub name: String,
    /// Whether they are a woman; of one picked from the roster whose sex stands there, the roster's.
    pub woman: bool,
    /// 选区: the shop that elected them.
    pub unit: String,
    /// What they are in the enterprise.
    pub rank: CongressRank,
    /// Whether they are a dispatched worker.
    pub dispatched: bool,
    /// 当选日期.
    pub elected_on: NaiveDate,
    /// 选区职工人数.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_workers: Option<u32>,
    /// 参加选举的人数.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voters: Option<u32>,
    /// 赞成票.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes_for: Option<u32>,
    /// The day they ceased before the term's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_how: Option<CongressEnding>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_why: Option<String>,
    /// Who took part in the vote of a recall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall_voters: Option<u32>,
    /// Votes for a recall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall_votes: Option<u32>,
    /// 补录的理由.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// A delegate as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressDelegate {
    /// The delegate.
    pub id: CongressDelegateId,
    /// As the form holds it.
    pub record: CongressDelegateInput,
    /// Shop and post on the roster; empty of one who is not picked from it.
    pub work: String,
}

/// A term with its delegates as its page shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressTerm {
    /// The term.
    pub id: CongressTermId,
    /// As the form holds it.
    pub record: CongressTermInput,
    /// The day on which it is over.
    pub until: NaiveDate,
    /// Whether no later term stands.
    pub newest: bool,
    /// How many delegates stand.
    pub standing: u32,
    /// How they are made up, a sentence each.
    pub facts: Vec<String>,
    /// What lacks, and by which article.
    pub lacks: Vec<UnionLack>,
    /// Unit by unit, those who ceased among them.
    pub delegates: Vec<CongressDelegate>,
    /// The rules they are held against.
    pub rules: Vec<RuleRef>,
}

/// A line of the list of terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressTermLine {
    /// The term.
    pub id: CongressTermId,
    /// 第三届职工代表大会.
    pub name: String,
    /// From which day.
    pub began_on: NaiveDate,
    /// Until which day.
    pub until: NaiveDate,
    /// 代表名额.
    pub seats: u32,
    /// How many delegates stand.
    pub standing: u32,
    /// How many things lack.
    pub lacks: u32,
}

/// The terms and how this year stands.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressTerms {
    /// The newest first.
    pub terms: Vec<CongressTermLine>,
    /// 职工人数 that stands for a new term; absent where none was entered.
    pub workers: Option<u32>,
    /// Whether the congress met this year, in one sentence.
    pub year: String,
    /// The rule of one a year.
    pub rule: Option<RuleRef>,
}
