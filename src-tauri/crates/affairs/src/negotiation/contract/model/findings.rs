//! What the look over a draft finds: how grave, of what kind, and what one click does about it. How a draft is judged stands in
//! `lint`.

use serde::Serialize;
use ts_rs::TS;

use super::ContractClauseId;
use crate::negotiation::model::TopicId;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ContractSeverity {
    /// 必须改: an article says must, and an ordinary signature waits for it.
    Must,
    /// 建议改: it ought to be better, or seems to be wrong.
    Should,
    /// 提示.
    Hint,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ContractFindingKind {
    /// An item is missing.
    MissingItem,
    /// A group of workers has no clause.
    MissingGroup,
    /// Nobody answers for a breach.
    NoBreach,
    /// A sum under the local minimum.
    UnderMinimum,
    /// The local minimum is not known to the ledger.
    MinimumUnknown,
    /// The text names another local minimum than the ledger.
    MinimumOutdated,
    /// The term is too long, too short or ends before it begins.
    TermOutOfRange,
    /// A word that promises nothing.
    Vague,
    /// Something is not filled in.
    BlankOpen,
    /// Two clauses say different things of one fact.
    Contradiction,
    /// A text agreed upon in a meeting is not in the draft.
    AgreedLeftOut,
    /// A number on the wrong side of the law's.
    UnderLaw,
    /// Fewer copies than are filed and kept.
    TooFewCopies,
    /// A higher grade is paid less than a lower one of its trade.
    GradeBelowLower,
    /// An attachment that is not there, or is not spoken of.
    Attachment,
    /// Two clauses say the same thing.
    SaidTwice,
}

/// What one click does about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "what")]
pub enum ContractRemedy {
    /// Puts a clause of the library in.
    Take {
        /// Its code.
        library: String,
    },
    /// Puts the agreed text of a topic in.
    TakeAgreed {
        /// The topic.
        topic: TopicId,
    },
    /// Goes to the blank.
    Fill {
        /// Its name.
        blank: String,
    },
    /// Goes to the clause.
    Edit,
}

/// One finding: what it is about, why, and one way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContractFinding {
    /// What was found.
    pub kind: ContractFindingKind,
    /// How grave it is.
    pub severity: ContractSeverity,
    /// The clause, where one is at fault.
    pub clause: Option<ContractClauseId>,
    /// The number of that clause in the contract.
    pub number: Option<u32>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub way_out: String,
    /// The law behind it, as it is quoted.
    pub article: Option<String>,
    /// What one click does about it.
    pub remedy: Option<ContractRemedy>,
}
