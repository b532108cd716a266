//! A re-election of the union (换届选举) as it crosses the contract: what its forms send, the rungs of its ladder, the ballots
//! with what they brought. What follows from them is `rules`'.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::model::PersonId;
use crate::union::bodies::model::{UnionBody, UnionOffice};
use crate::union::members_congress::model::MembersForm;

pub use super::shown::{
    Election, ElectionBallot, ElectionBallotStart, ElectionBarChoice, ElectionBounds, ElectionLine,
    ElectionResult, ElectionRung, ElectionRungState, ElectionSlate, ElectionStart, ElectionTally,
};

ledger::id_type!(
    /// One re-election.
    ElectionId
);
ledger::id_type!(
    /// Something that happened in a re-election.
    ElectionEventId
);
ledger::id_type!(
    /// Someone who stands.
    ElectionCandidateId
);
ledger::id_type!(
    /// One count of votes.
    ElectionBallotId
);
ledger::id_type!(
    /// The votes for one person.
    ElectionVoteId
);
ledger::id_type!(
    /// A term that an approval wrote.
    ElectionTermId
);

coded! {
    /// What is elected.
    ElectionPost {
        /// 工会委员会委员.
        Committee = "committee", "工会委员会委员";
        /// 经费审查委员会委员.
        Audit = "audit", "经费审查委员会委员";
        /// 女职工委员会委员.
        Women = "women", "女职工委员会委员";
        /// 常务委员.
        Standing = "standing", "常务委员会委员";
        /// 工会主席.
        Chair = "chair", "工会主席";
        /// 工会副主席.
        Vice = "vice", "工会副主席";
        /// 经费审查委员会主任.
        AuditChair = "audit_chair", "经费审查委员会主任";
        /// 女职工委员会主任.
        WomenChair = "women_chair", "女职工委员会主任";
    }
}

coded! {
    /// How the members of the women's committee are chosen.
    ElectionWomenWay {
        /// 由会员大会或者会员代表大会选举.
        Meeting = "meeting", "由大会选举";
        /// 由女职工大会或者女职工代表大会选举.
        Women = "women", "由女职工大会、女职工代表大会选举";
        /// 由工会委员会提名，协商产生.
        Agreed = "agreed", "由工会委员会提名、协商产生";
    }
}

impl ElectionPost {
    /// The body that it belongs to.
    pub fn body(self) -> UnionBody {
        match self {
            ElectionPost::Audit | ElectionPost::AuditChair => UnionBody::Audit,
            ElectionPost::Women | ElectionPost::WomenChair => UnionBody::Women,
            _ => UnionBody::Committee,
        }
    }

    /// What whoever is elected becomes in that body.
    pub fn office(self) -> UnionOffice {
        match self {
            ElectionPost::Chair | ElectionPost::AuditChair | ElectionPost::WomenChair => UnionOffice::Chair,
            ElectionPost::Vice => UnionOffice::Vice,
            ElectionPost::Standing => UnionOffice::Standing,
            ElectionPost::Committee | ElectionPost::Audit | ElectionPost::Women => UnionOffice::Member,
        }
    }

    /// The members of the body among whom this post is filled; none for those members themselves.
    pub fn among(self) -> Option<ElectionPost> {
        match self {
            ElectionPost::Committee | ElectionPost::Audit | ElectionPost::Women => None,
            ElectionPost::AuditChair => Some(ElectionPost::Audit),
            ElectionPost::WomenChair => Some(ElectionPost::Women),
            ElectionPost::Standing | ElectionPost::Chair | ElectionPost::Vice => {
                Some(ElectionPost::Committee)
            }
        }
    }
}

coded! {
    /// What happens in a re-election besides its ballots, in the order in which it does.
    ElectionEventKind {
        /// 请示报出.
        Requested = "requested", "报出换届请示";
        /// 上级批复同意换届.
        Approved = "approved", "上级批复同意换届";
        /// 会员代表选出.
        Delegates = "delegates", "选出会员代表";
        /// 代表资格审查.
        Qualified = "qualified", "审查代表资格";
        /// 提出候选人建议名单.
        Proposed = "proposed", "提出候选人建议名单";
        /// 上级审查同意候选人.
        Consented = "consented", "上级审查同意候选人";
        /// 候选人公示.
        Posted = "posted", "公示候选人";
        /// 选举结果报出.
        Reported = "reported", "报出选举结果";
        /// 上级批准选举结果.
        Confirmed = "confirmed", "上级批准选举结果";
        /// 法人变更登记.
        Registered = "registered", "办理法人变更登记";
        /// 离任审计.
        Audited = "audited", "前任主席离任审计";
        /// 交接.
        HandedOver = "handed_over", "新旧主席交接";
    }
}

/// A re-election as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ElectionInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ElectionId>,
    /// 第几届 is elected.
    pub session: u32,
    /// How many years it will last.
    pub years: u32,
    /// 会员大会 or 会员代表大会.
    pub form: MembersForm,
    /// Whether the meeting itself elects the chair and the vice-chairs.
    pub direct: bool,
    /// 会员人数; counted from the roster when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// 委员名额.
    pub committee_seats: u32,
    /// 常务委员名额; 0 without a standing committee.
    pub standing_seats: u32,
    /// 副主席名额.
    pub vice_seats: u32,
    /// 经审委员名额.
    pub audit_seats: u32,
    /// 女职委委员名额; 0 where none is elected.
    pub women_seats: u32,
    /// How they are chosen; by the meeting where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub women_way: Option<ElectionWomenWay>,
    /// 大会预定的日期.
    pub planned_on: NaiveDate,
    /// 地点.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Something that happened, as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ElectionEventInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ElectionEventId>,
    /// Which re-election.
    pub election: ElectionId,
    /// What.
    pub kind: ElectionEventKind,
    /// When; of a posting its first day.
    pub happened_on: NaiveDate,
    /// The last day of a posting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_on: Option<NaiveDate>,
    /// 文号 of what the upper union wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// 说明.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Why it is entered late, where a paper decided it already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// Someone who stands, as the form sends them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ElectionCandidate {
    /// The standing row; absent for someone new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ElectionCandidateId>,
    /// The person on the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The name; of one picked from the roster, the roster's.
    pub name: String,
    /// 所在部门和岗位.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<String>,
    /// That the grounds on which nobody may stand were looked into and none is met.
    pub cleared: bool,
    /// The ground that is met: the key of a rule's item. Then the candidate is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bar: Option<String>,
}

/// All candidates for one post.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ElectionCandidates {
    /// Which re-election.
    pub election: ElectionId,
    /// For what.
    pub post: ElectionPost,
    /// In order.
    pub candidates: Vec<ElectionCandidate>,
    /// Why they are entered late, where a paper decided them already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// The votes for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ElectionVote {
    /// The candidate; absent for a write-in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<ElectionCandidateId>,
    /// The person on the roster, of a write-in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// 赞成.
    pub votes_for: u32,
    /// 不赞成.
    pub votes_against: u32,
    /// 弃权.
    pub abstained: u32,
}

/// A count of votes as its form sends it. The void ballots are what was returned and is not valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ElectionBallotInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ElectionBallotId>,
    /// Which re-election.
    pub election: ElectionId,
    /// For what.
    pub post: ElectionPost,
    /// When.
    pub held_on: NaiveDate,
    /// 应到.
    pub due: u32,
    /// 实到.
    pub present: u32,
    /// 发出选票.
    pub given: u32,
    /// 收回选票.
    pub returned: u32,
    /// 有效票.
    pub valid: u32,
    /// 计票人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tellers: Option<String>,
    /// 监票人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scrutineers: Option<String>,
    /// The votes.
    pub votes: Vec<ElectionVote>,
    /// Why it is entered late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// One post of one re-election.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ElectionPostRef {
    /// Which re-election.
    pub election: ElectionId,
    /// For what.
    pub post: ElectionPost,
}

/// A step of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ElectionStep {
    /// 请示.
    Request,
    /// 批复.
    Approval,
    /// 会员代表.
    Delegates,
    /// 代表资格.
    Qualification,
    /// 候选人.
    Proposal,
    /// 上级同意候选人.
    Consent,
    /// 公示.
    Posting,
    /// 大会选举.
    Ballots,
    /// 委员会第一次全体会议.
    Plenums,
    /// 报告.
    Report,
    /// 批准.
    Confirmation,
    /// 法人变更.
    Registration,
    /// 离任审计.
    LeavingAudit,
    /// 交接.
    HandOver,
}

/// Where a re-election stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ElectionState {
    /// 筹备.
    Preparing,
    /// 待批复.
    Requested,
    /// 筹备代表和候选人.
    Approved,
    /// 公示中, the meeting to come.
    Posted,
    /// 选举中.
    Voting,
    /// 已选出，待上报.
    Elected,
    /// 待上级批准.
    Reported,
    /// 已批准，待变更和交接.
    Confirmed,
    /// 已完成.
    Finished,
}
