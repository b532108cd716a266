//! A session with its votes, as its form sends it and a page shows it. What the lines are, `rules` say.

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;

ledger::id_type!(
    /// A session of the congress or a general meeting.
    CongressSessionId
);
ledger::id_type!(
    /// The vote of a session on one matter.
    CongressVoteId
);

coded! {
    /// Who met.
    CongressForm {
        /// Delegates of the workers.
        Congress = "congress", "职工代表大会";
        /// All workers, where there is no congress.
        General = "general", "职工大会";
    }
}

impl CongressForm {
    /// Whether delegates meet; else every worker counts as there or not.
    pub fn of_delegates(self) -> bool {
        self == Self::Congress
    }
}

coded! {
    /// How it was voted.
    CongressBallot {
        /// By ballot.
        Secret = "secret", "无记名投票";
        /// By hands.
        Open = "open", "举手表决";
    }
}

/// A session as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CongressSessionInput {
    /// Present when it stands already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CongressSessionId>,
    /// Who met.
    pub form: CongressForm,
    /// 届次: 第三届职工代表大会第五次会议.
    pub name: String,
    /// The day.
    pub held_on: NaiveDate,
    /// 应到.
    pub due: u32,
    /// 实到.
    pub present: u32,
    /// How it was voted.
    pub way: CongressBallot,
    /// 发出选票.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<u32>,
    /// 收回选票.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<u32>,
    /// 主持人.
    pub chair: String,
    /// Their post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair_post: Option<String>,
    /// What was reported and discussed before the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard: Option<String>,
    /// 计票人.
    pub tellers: Vec<String>,
    /// 监票人.
    pub scrutineers: Vec<String>,
    /// Why it is entered afterwards (补录), when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// The lines a vote is held against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressLines {
    /// How many must be there (三分之二以上).
    pub attendance: u32,
    /// 半数以上 of all.
    pub half: u32,
    /// 过半数 of all.
    pub over_half: u32,
    /// How many votes the law of the place asks for: the highest where several rules hold.
    pub needed: u32,
    /// The lowest of them.
    #[serde(skip)]
    #[ts(skip)]
    pub lowest: u32,
    /// Each line in one sentence with its article.
    pub explained: Vec<String>,
    /// The rules.
    pub rules: Vec<RuleRef>,
}
