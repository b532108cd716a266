//! How representatives come and go, as it crosses the contract: a seat filled again, the meeting that chose them with its
//! votes, the written mandates, and what the page shows of all of it. What a representative is, `negotiation::model` says.

use chrono::NaiveDate;
use law::{Deadline, RuleRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::congress::model::CongressBallot;
use crate::members::model::Sex;
pub use crate::negotiation::ids::{MandateId, RepresentativeElectionId};
use crate::negotiation::model::{
    EventId, NegotiationId, Representative, RepresentativeId, RepresentativeInput, Side,
};

/// Someone who fills a vacant seat.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FillSeat {
    /// The negotiation.
    pub negotiation: NegotiationId,
    /// The vacancy, by its event.
    pub vacancy: EventId,
    /// Who fills it, chosen how and when.
    pub person: RepresentativeInput,
    /// Why it is entered afterwards (补录), when it is.
    pub late_entry: Option<String>,
}

coded! {
    /// What came of the time in which the names hung.
    PostingOutcome {
        /// 没有人提出异议.
        NoneRaised = "none_raised", "没有异议";
        /// 有异议，处理以后结果不变.
        Settled = "settled", "有异议，结果不变";
        /// 异议成立.
        Upheld = "upheld", "异议成立，另行推选";
    }
}

/// Who stood for a seat, with the votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SeatCandidate {
    /// The representative, where this one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<RepresentativeId>,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Sex,
    /// 职务或岗位.
    #[serde(default)]
    pub post: String,
    /// 一线职工.
    #[serde(default)]
    pub front_line: bool,
    /// 赞成.
    pub votes_for: u32,
    /// 反对.
    pub votes_against: u32,
    /// 弃权.
    pub abstained: u32,
}

/// A meeting that chose representatives of the workers' side, and how the result is posted; as its form sends it and the
/// page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RepresentativeElection {
    /// Present when it stands already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RepresentativeElectionId>,
    /// The negotiation.
    pub negotiation: NegotiationId,
    /// 会议名称.
    pub meeting: String,
    /// The day.
    pub held_on: NaiveDate,
    /// `HH:MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<String>,
    /// 地点.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// 主持人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<String>,
    /// Their post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair_post: Option<String>,
    /// 记录人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<String>,
    /// Their post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder_post: Option<String>,
    /// 应到.
    pub due: u32,
    /// 实到.
    pub present: u32,
    /// How it was voted.
    pub way: CongressBallot,
    /// Who proposed the candidates, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<String>,
    /// 发出选票.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<u32>,
    /// 收回选票.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<u32>,
    /// 有效票.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid: Option<u32>,
    /// Who stood.
    pub candidates: Vec<SeatCandidate>,
    /// 计票人.
    #[serde(default)]
    pub tellers: Vec<String>,
    /// 监票人.
    #[serde(default)]
    pub scrutineers: Vec<String>,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
    /// 公示起.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_from: Option<NaiveDate>,
    /// 公示止.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_to: Option<NaiveDate>,
    /// Where it hangs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_places: Option<String>,
    /// Who hears objections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objections_who: Option<String>,
    /// In which office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objections_office: Option<String>,
    /// By which office telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objections_phone: Option<String>,
    /// What came of the posting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objections: Option<PostingOutcome>,
    /// What was objected; by whom only where they want it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objections_said: Option<String>,
    /// How it was looked into and settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objections_settled: Option<String>,
    /// Why it is entered afterwards (补录), when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// An election held against the lines of the place.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JudgedElection {
    /// All that was entered.
    pub record: RepresentativeElection,
    /// Each line with its article, and what it comes to here.
    pub lines: Vec<String>,
    /// What does not hold against a line, a sentence each; empty when all does.
    pub doubts: Vec<String>,
}

coded! {
    /// What a mandate empowers to.
    MandateKind {
        /// To lead the talks in the place of the one whom the law names.
        Chief = "chief", "首席代表授权委托书";
        /// To advise one side, or to represent it from outside.
        Adviser = "adviser", "专业人员委托书";
    }
}

/// A written mandate, as its form sends it and the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Mandate {
    /// Present when it stands already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MandateId>,
    /// The negotiation.
    pub negotiation: NegotiationId,
    /// To what.
    pub kind: MandateKind,
    /// For which side.
    pub side: Side,
    /// Who acts: the chief representative, or an outsider who stands on the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<RepresentativeId>,
    /// 姓名; of a representative the one on the list.
    #[serde(default)]
    pub name: String,
    /// 性别.
    pub sex: Sex,
    /// 所在单位 of an adviser, 职务 of a chief's agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// 专业.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profession: Option<String>,
    /// 执业证书.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// The last four characters of the identity number, and no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_last4: Option<String>,
    /// Who signs for the body that empowers.
    pub principal: String,
    /// Their post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub principal_post: Option<String>,
    /// Why the principal does not lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the agent may do, what is asked of the adviser.
    pub scope: Vec<String>,
    /// Dated.
    pub given_on: NaiveDate,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day; absent: until the talks end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_on: Option<NaiveDate>,
    /// Why it is entered afterwards (补录), when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// A seat that fell vacant.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Vacancy {
    /// The event.
    pub event: EventId,
    /// Whose seat.
    pub representative: RepresentativeId,
    /// Their name.
    pub name: String,
    /// The side.
    pub side: Side,
    /// It was the chief representative's.
    pub chief: bool,
    /// Since when.
    pub vacated_on: NaiveDate,
    /// Why.
    pub why: String,
    /// By when it is to be filled.
    pub deadline: Option<Deadline>,
    /// What the law says of how, and of a vacant chief, a sentence each.
    pub notes: Vec<String>,
    /// Who filled it.
    pub filled_by: Option<String>,
    /// When.
    pub filled_on: Option<NaiveDate>,
}

/// How the representatives are made known.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeatPosting {
    /// Who was chosen and not made known yet.
    pub waiting: Vec<String>,
    /// By when, where the law of the place sets a day.
    pub deadline: Option<Deadline>,
    /// What the law of the place asks for, as one sentence; that it asks for nothing is said too.
    pub sentence: String,
    /// The rule behind it.
    pub rule: Option<RuleRef>,
}

/// How the law protects a representative of the workers' side.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeatProtection {
    /// Who.
    pub representative: RepresentativeId,
    /// The name.
    pub name: String,
    /// When the labour contract ends, where it is recorded and has an end.
    pub contract_until: Option<NaiveDate>,
    /// It ends while the mandate runs: the law extends it.
    pub extended: bool,
    /// What that means, as one sentence.
    pub sentence: String,
}

/// What the law says of the protection, once for all.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProtectionLaw {
    /// 《…》第…条.
    pub article: String,
    /// What it says.
    pub title: String,
    /// Item by item: what is guaranteed, what is excepted.
    pub items: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// What the ledger knows and a form need not ask.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeatKnown {
    /// The union's chair.
    pub chair: String,
    /// Delegates of the congress or workers, as the last session of this ledger counted them.
    pub due: Option<u32>,
    /// The last four characters of the identity number of representatives on the roster.
    pub last_four: Vec<(RepresentativeId, String)>,
    /// Outsiders advise here and do not represent.
    pub outside_advise: bool,
    /// 《…》第…条 by which the workers' side is chosen.
    pub chosen_by: Option<String>,
    /// The shops that the newest wage table counts as offices, all others as front-line; empty where no table says so.
    pub office_shops: Vec<String>,
}

/// How the representatives of a negotiation come and go, as its page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NegotiationPeople {
    /// The seats that fell vacant, the earliest first.
    pub vacancies: Vec<Vacancy>,
    /// How they are made known.
    pub posting: SeatPosting,
    /// How the employer's side makes its own known; none where no text of the place asks it to.
    pub employer_posting: Option<SeatPosting>,
    /// What protects them.
    pub law: Vec<ProtectionLaw>,
    /// Each representative of the workers' side.
    pub protection: Vec<SeatProtection>,
    /// The meetings that chose them.
    pub elections: Vec<JudgedElection>,
    /// The written mandates.
    pub mandates: Vec<Mandate>,
    /// Who left, in the order of their seats.
    pub earlier: Vec<Representative>,
    /// What need not be asked.
    pub known: SeatKnown,
}
