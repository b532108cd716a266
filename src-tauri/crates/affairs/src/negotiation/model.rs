//! The types of a wage negotiation as they cross the contract: ids and words here, what a form sends in
//! `input`, what a page shows in `view`. Decisions stand in `rules`, rows in `store`.

mod input;
mod view;

pub use input::*;
pub use view::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

ledger::id_type!(
    /// A negotiation of one year.
    NegotiationId
);
ledger::id_type!(
    /// A topic of a negotiation.
    TopicId
);
ledger::id_type!(
    /// A representative of either side.
    RepresentativeId
);
ledger::id_type!(
    /// A meeting of a negotiation.
    MeetingId
);
ledger::id_type!(
    /// An undertaking given in a meeting.
    UndertakingId
);
ledger::id_type!(
    /// Something that happened to the affair, entered from paper.
    EventId
);

/// 职工方 / 企业方.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// 职工方.
    Workers,
    /// 企业方.
    Employer,
}

impl Side {
    /// The column's text.
    pub fn code(self) -> &'static str {
        match self {
            Side::Workers => "workers",
            Side::Employer => "employer",
        }
    }
    /// The word a paper prints.
    pub fn name(self) -> &'static str {
        match self {
            Side::Workers => "职工方",
            Side::Employer => "企业方",
        }
    }
    /// From the column's text.
    pub fn of(code: &str) -> Side {
        if code == "employer" { Side::Employer } else { Side::Workers }
    }
}

/// How a topic stands after a meeting: 达成一致 / 有争议 / 待续议.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TopicResult {
    /// Both sides agree; the agreed text stands beside it.
    Agreed,
    /// The positions stay apart.
    Disputed,
    /// Put off to a later meeting.
    Deferred,
}

/// What the other side answered: 同意协商 / 部分同意 / 拒绝协商.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReplyKind {
    /// Talks are agreed to.
    Agreed,
    /// Agreed to in part, or with another proposal.
    Partly,
    /// Refused.
    Refused,
}

/// What happened to the affair outside the forms: 报告上级工会 / 申请协调 / 受理协调 / 签字 / 报送 / 退回 /
/// 生效 / 公布 / 其他.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EventKind {
    /// A refusal or a silence was reported to the upper union.
    Reported,
    /// The labour department was asked in writing to coordinate.
    Applied,
    /// The labour department took the application up: its clock runs.
    Accepted,
    /// The contract was signed.
    Signed,
    /// It was filed with the department.
    Filed,
    /// It came back.
    Returned,
    /// It is in effect: the affair's clocks stop.
    InEffect,
    /// It was published.
    Published,
    /// Anything else worth keeping.
    Noted,
}
