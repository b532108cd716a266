//! The types of a wage negotiation as they cross the contract: ids and words here, what a form sends in
//! `input`, what a page shows in `view`. Decisions stand in `rules`, rows in `store`.

mod event;
mod input;
mod view;

pub use super::ids::{EventId, MeetingId, NegotiationId, ReplyId, RepresentativeId, TopicId, UndertakingId};
pub use event::Event;
pub use input::*;
pub use view::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;

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

coded! {
    /// How the talks go on without a topic.
    TopicAside {
        /// Both sides talk about it no more.
        Withdrawn = "withdrawn", "双方同意不再谈";
        /// It is left to the next talks.
        Carried = "carried", "留待下一次协商";
    }
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

coded! {
    /// What happened outside the forms, to the affair or to one of its agreements, as labels name it.
    EventKind {
        /// Workers asked for talks.
        Petitioned = "petitioned", "职工要求协商";
        /// The representatives were made known.
        Posted = "posted", "公布协商代表";
        /// A representative's seat fell vacant.
        Vacated = "vacated", "代表空缺";
        /// It was filled again.
        Replaced = "replaced", "补选代表";
        /// Secrecy was promised in writing.
        Promised = "promised", "签订保密承诺";
        /// The talks were broken off until a day.
        Suspended = "suspended", "中止协商";
        /// They went on.
        Resumed = "resumed", "恢复协商";
        /// The other side was reminded in writing.
        Reminded = "reminded", "催告";
        /// A letter of reminder of the union's supervision went out.
        Warned = "warned", "发出提示函";
        /// A refusal or a silence was reported to the upper union.
        Reported = "reported", "报告上级工会";
        /// The labour department was asked in writing to coordinate.
        Applied = "applied", "申请协调处理";
        /// The labour department took the application up: its clock runs.
        Accepted = "accepted", "受理协调处理";
        /// It takes longer.
        Extended = "extended", "延长协调处理";
        /// The coordination is over.
        Coordinated = "coordinated", "协调处理结束";
        /// A draft stands.
        Drafted = "drafted", "形成草案";
        /// The employer was told in writing that the congress passed it.
        Notified = "notified", "书面告知企业";
        /// The contract was signed.
        Signed = "signed", "双方签字";
        /// It was filed with the department.
        Filed = "filed", "报送";
        /// The department received it.
        Received = "received", "人社部门收到";
        /// It came back.
        Returned = "returned", "退回";
        /// It is in effect.
        InEffect = "in_effect", "生效";
        /// It was published.
        Published = "published", "公布";
        /// It was sent to the upper union.
        SentUp = "sent_up", "报送上级工会";
        /// The congress was told how it is kept.
        Explained = "explained", "报告履行情况";
        /// It was changed.
        Changed = "changed", "变更";
        /// It was renewed.
        Renewed = "renewed", "续签";
        /// It was rescinded.
        Rescinded = "rescinded", "解除";
        /// The rescission was filed.
        RescissionFiled = "rescission_filed", "解除备案";
        /// It ended.
        Ended = "ended", "终止";
        /// Anything else worth keeping.
        Noted = "noted", "其他";
    }
}

impl EventKind {
    /// Whether it happens to one agreement, and not to the talks as a whole.
    pub fn is_of_agreement(self) -> bool {
        use EventKind as Kind;
        matches!(
            self,
            Kind::Drafted
                | Kind::Notified
                | Kind::Signed
                | Kind::Filed
                | Kind::Received
                | Kind::Returned
                | Kind::InEffect
                | Kind::Published
                | Kind::SentUp
                | Kind::Explained
                | Kind::Changed
                | Kind::Renewed
                | Kind::Rescinded
                | Kind::RescissionFiled
                | Kind::Ended
        )
    }
}

coded! {
    /// How an agreement took effect.
    EffectHow {
        /// The term ran out without an objection.
        Silence = "silence", "期满无异议";
        /// The department said that it has none.
        Opinion = "opinion", "审查无异议";
    }
}
