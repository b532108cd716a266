//! The types of an agreement as they cross the contract: its head, the votes on it, its ladder, what lies ready for the filing.
//! What happens to it are the affair's events; how it stands is never typed.

use chrono::NaiveDate;
use law::{Deadline, RuleRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::amendments::grounds::AmendmentGrounds;
use super::checks::model::{AgreementCheckId, SaveAgreementCheck};
use super::filing::model::AgreementFiling;
pub use super::kind::AgreementKind;
use crate::coded::coded;
use crate::congress::model::{CongressLines, CongressSessionInput, CongressVoteId};
use crate::duty::{Place, Whose};
pub use crate::negotiation::ids::AgreementId;
use crate::negotiation::ids::NegotiationId;
use crate::negotiation::model::Event;
use crate::union::bodies::model::UnionLack;

/// What a kind of contract is called in a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgreementName {
    /// The kind.
    pub kind: AgreementKind,
    /// 工资集体合同 in 江西.
    pub name: String,
}

coded! {
    /// How an agreement stands.
    AgreementState {
        /// Still talked about.
        Talks = "talks", "协商中";
        /// A draft stands.
        Drafted = "drafted", "草案待审议";
        /// The congress did not pass it.
        Rejected = "rejected", "没有通过，待重新协商";
        /// The congress passed it.
        Passed = "passed", "已通过，待签字";
        /// Both chiefs signed it.
        Signed = "signed", "已签字，尚未报送";
        /// Handed in.
        Filed = "filed", "已报送，待审查";
        /// The department has received it: its term runs.
        Received = "received", "审查中";
        /// Sent back.
        Returned = "returned", "退回，待补正再报";
        /// In effect.
        InEffect = "in_effect", "执行中";
        /// Rescinded or ended.
        Over = "over", "已终止";
    }
}

coded! {
    /// The steps of an agreement from the end of the talks.
    AgreementStep {
        /// 草案.
        Draft = "draft", "形成合同草案";
        /// 审议表决.
        Vote = "vote", "职代会审议表决";
        /// 书面告知.
        Notice = "notice", "书面告知企业";
        /// 签字.
        Signature = "signature", "双方签字";
        /// 报送.
        Filing = "filing", "报送审查";
        /// 审查、生效.
        Effect = "effect", "审查生效";
        /// 公布.
        Publication = "publication", "公布";
        /// 报上级工会.
        SendUp = "send_up", "报送上级工会";
        /// 履行检查.
        Check = "check", "履行检查";
        /// 履行监督.
        Performance = "performance", "履行监督";
        /// 解除备案.
        Rescission = "rescission", "解除备案";
        /// 续签.
        Renewal = "renewal", "下一轮协商";
    }
}

/// Another agreement for a round of talks.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddAgreement {
    /// The round of talks.
    pub negotiation: NegotiationId,
    /// Its kind; a round has one of each.
    pub kind: AgreementKind,
}

/// An agreement's head as its form sends it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveAgreement {
    /// Which.
    pub id: AgreementId,
    /// Its title as the paper bears it.
    pub title: String,
    /// First day of its term.
    pub term_from: Option<NaiveDate>,
    /// Last day of its term (期满日).
    pub term_to: Option<NaiveDate>,
}

/// The votes on one agreement as the form of a session sends them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgreementBallot {
    /// The agreement.
    pub agreement: AgreementId,
    /// 赞成.
    pub votes_for: u32,
    /// 反对.
    pub votes_against: u32,
    /// 弃权.
    pub abstained: u32,
}

/// A session that voted on agreements of one round of talks, each with a vote of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveAgreementVote {
    /// The round of talks.
    pub negotiation: NegotiationId,
    /// The session.
    pub session: CongressSessionInput,
    /// At least one.
    pub votes: Vec<AgreementBallot>,
}

/// Something of the filing that lies ready, or no longer.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkMaterial {
    /// Which agreement.
    pub agreement: AgreementId,
    /// The key of the list's item.
    pub item: String,
    /// Whether it lies ready.
    pub ready: bool,
}

/// A vote on an agreement, held against the lines of the place.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgreementVote {
    /// The vote, for its resolution.
    pub id: CongressVoteId,
    /// The session, as its form holds it.
    pub session: CongressSessionInput,
    /// The votes.
    pub ballot: AgreementBallot,
    /// What had to be reached.
    pub lines: CongressLines,
    /// Enough were there.
    pub attended: bool,
    /// Passed.
    pub passed: bool,
    /// How it was judged, in one sentence.
    pub verdict: String,
}

/// Something that must lie ready for the filing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilingMaterial {
    /// The key of the list's item.
    pub item: String,
    /// In words.
    pub name: String,
    /// It lies ready.
    pub ready: bool,
    /// How the ledger knows: a paper's number, the day it was ticked.
    pub known: Option<String>,
    /// The ledger's own paper of it.
    pub paper: Option<Place>,
    /// It is asked by custom where papers are handed in, and by no text.
    pub usual: bool,
}

/// What lies ready of all that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilingChecklist {
    /// In the order of the rule; those of custom last.
    pub materials: Vec<FilingMaterial>,
    /// How many lie ready, those of custom not counted.
    pub ready: u32,
    /// How many originals or copies are handed in, where the law says.
    pub copies: Option<u32>,
    /// By which rule the list is.
    pub rule: Option<RuleRef>,
    /// What is to be known of the list.
    pub note: Option<String>,
    /// What those of custom are, where the list is open to them.
    pub usual: Option<String>,
}

/// How a rung stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AgreementRungState {
    /// Done.
    Done,
    /// The next to be done.
    Now,
    /// Later.
    Later,
    /// The agreement is past it and it was never entered.
    Gap,
    /// Not asked in this place.
    NotNeeded,
}

/// A paper of a rung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgreementPaper {
    /// What it is called.
    pub name: String,
    /// Where it is printed.
    pub place: Place,
}

/// A rung of an agreement's ladder: who acts, what lacks, by which article, by when.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgreementRung {
    /// Which.
    pub step: AgreementStep,
    /// As what is to be done.
    pub title: String,
    /// Whose move it is.
    pub whose: Whose,
    /// How it stands.
    pub state: AgreementRungState,
    /// When it was done.
    pub on: Option<NaiveDate>,
    /// What is known of it.
    pub detail: Option<String>,
    /// What lacks before it can be done, and by which article.
    pub lacks: Vec<UnionLack>,
    /// Why it is to be done, in one sentence.
    pub origin: String,
    /// The rule behind it, where no clock is.
    pub rule: Option<RuleRef>,
    /// The clock behind it.
    pub deadline: Option<Deadline>,
    /// The last day.
    pub due: Option<NaiveDate>,
    /// The first day, where a window opens.
    pub opens: Option<NaiveDate>,
    /// What the button says.
    pub button: String,
    /// What it opens.
    pub place: Place,
    /// Its papers that can be printed now.
    pub papers: Vec<AgreementPaper>,
}

/// An agreement as the affair's page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// The round of talks.
    pub negotiation: NegotiationId,
    /// What it is about.
    pub kind: AgreementKind,
    /// As the paper bears it.
    pub title: String,
    /// First day of its term.
    pub term_from: Option<NaiveDate>,
    /// Last day of its term.
    pub term_to: Option<NaiveDate>,
    /// How it stands.
    pub state: AgreementState,
    /// Its term is over.
    pub expired: bool,
    /// The same in words: 执行中, 已期满 …
    pub state_word: String,
    /// Its ladder.
    pub rungs: Vec<AgreementRung>,
    /// The votes on it, the earliest first.
    pub votes: Vec<AgreementVote>,
    /// What is asked for its filing.
    pub checklist: FilingChecklist,
    /// What happened to it.
    pub events: Vec<Event>,
    /// The checks on how it is kept, the earliest first.
    pub checks: Vec<SaveAgreementCheck>,
    /// What its filing tells; of one that has none yet, what the newest one before told, and where it was handed in.
    pub filing: Option<AgreementFiling>,
    /// By which grounds it can be changed or rescinded, while it is in force.
    pub grounds: Option<AmendmentGrounds>,
    /// The way to go where it is not kept, a sentence each, while something that a check found short is not mended.
    pub breach: Vec<String>,
    /// How many copies of it there are by its own text, where that says so.
    #[ts(type = "number | null")]
    pub copies: Option<i64>,
    /// Suits that may still be brought against an award. 今日 tells them.
    #[serde(skip)]
    #[ts(skip)]
    pub suits: Vec<AgreementSuit>,
    /// The day on which it was entered afterwards, in this affair or in a sealed one that this one continues: 今日 asks for nothing
    /// that was due before. None for one that was entered as it went, and for what was proposed since its contract was entered.
    #[serde(skip)]
    #[ts(skip)]
    pub entered_on: Option<NaiveDate>,
}

impl Agreement {
    /// Whether both sides signed it: the talk over it is at its end, whatever its topics say. One that came back is filed again as it
    /// was signed; where it is talked about anew, it is to be signed again.
    pub fn is_signed(&self) -> bool {
        use AgreementState::{Drafted, Passed, Rejected, Returned, Talks};
        let files = |rung: &AgreementRung| {
            rung.step == AgreementStep::Filing && rung.state == AgreementRungState::Now
        };
        match self.state {
            Talks | Drafted | Rejected | Passed => false,
            Returned => self.rungs.iter().any(files),
            _ => true,
        }
    }
}

impl AgreementState {
    /// Whether it stands signed: what came back does not until it is signed anew.
    pub fn stands_signed(self) -> bool {
        use AgreementState::{Filed, InEffect, Over, Received, Signed};
        matches!(self, Signed | Filed | Received | InEffect | Over)
    }
}

/// A suit that may be brought against an award over a clause that was not kept.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementSuit {
    /// The check that found it short.
    pub check: AgreementCheckId,
    /// Its place among the clauses of the check, from 0.
    pub at: usize,
    /// The clause.
    pub clause: String,
    /// By when.
    pub deadline: Deadline,
}
