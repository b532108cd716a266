//! The typed contexts of the templates under `assets/papers/negotiation`, field by field as those
//! templates document them. Dates are ISO; the templates write them in Chinese.

use chrono::NaiveDate;
use serde::Serialize;

use crate::members::model::Sex;

/// A body by its name.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    /// The name.
    pub name: String,
}

/// A person with a post and, for the chair, a side.
#[derive(Debug, Clone, Serialize)]
pub struct Officer {
    /// 姓名.
    pub name: String,
    /// `职工方` or `企业方`; empty for the recorder.
    pub side: &'static str,
    /// 职务.
    pub post: Option<String>,
}

/// A representative at a meeting.
#[derive(Debug, Clone, Serialize)]
pub struct AtMeeting {
    /// 姓名.
    pub name: String,
    /// 职务.
    pub post: Option<String>,
    /// 首席代表.
    pub chief: bool,
    /// Present.
    pub present: bool,
    /// Why absent.
    pub absence: Option<String>,
}

/// How a topic came out.
#[derive(Debug, Clone, Serialize)]
pub struct TopicOutcome {
    /// `agreed`, `disputed`, `deferred`.
    pub kind: &'static str,
    /// The agreed text; empty otherwise.
    pub text: String,
}

/// One topic of the minutes.
#[derive(Debug, Clone, Serialize)]
pub struct TopicOnPaper {
    /// 议题.
    pub title: String,
    /// 职工方意见.
    pub workers_position: String,
    /// 企业方意见.
    pub employers_position: String,
    /// 依据材料.
    pub evidence: Option<String>,
    /// The outcome.
    pub result: TopicOutcome,
}

/// One undertaking of the minutes.
#[derive(Debug, Clone, Serialize)]
pub struct UndertakingOnPaper {
    /// 事项.
    pub what: String,
    /// 责任人, with the side.
    pub owner: String,
    /// 期限.
    pub due: Option<NaiveDate>,
}

/// When and where the next meeting is.
#[derive(Debug, Clone, Serialize)]
pub struct NextMeeting {
    /// The day.
    pub on: NaiveDate,
    /// The place.
    pub place: Option<String>,
}

/// A suspension that was agreed on in the meeting.
#[derive(Debug, Clone, Serialize)]
pub struct SuspensionOnPaper {
    /// Why.
    pub reason: String,
    /// From.
    pub from_on: NaiveDate,
    /// The day the talks go on.
    pub resume_on: NaiveDate,
    /// Where.
    pub place: String,
    /// On what.
    pub subject: String,
}

/// 协商会议纪要 (`negotiation/minutes`).
#[derive(Debug, Clone, Serialize)]
pub struct Minutes {
    /// 企业.
    pub enterprise: Named,
    /// 工会.
    pub union: Named,
    /// The year talked about.
    pub year: i32,
    /// What the talks are called.
    pub talks: String,
    /// 第几轮.
    pub round: u32,
    /// The meeting within the round: one each here.
    pub meeting: Option<u32>,
    /// `2026-11-16T14:00`.
    pub starts: String,
    /// The same form.
    pub ends: Option<String>,
    /// 地点.
    pub place: String,
    /// 主持人.
    pub chair: Officer,
    /// The other chief, where both chair together.
    pub co_chair: Option<Officer>,
    /// 记录人.
    pub recorder: Officer,
    /// 职工方, the chief first.
    pub workers_side: Vec<AtMeeting>,
    /// 企业方, the chief first.
    pub employers_side: Vec<AtMeeting>,
    /// Advisers and observers.
    pub others: Vec<Officer>,
    /// 议程, line by line.
    pub agenda: Vec<String>,
    /// Topic by topic.
    pub topics: Vec<TopicOnPaper>,
    /// What was promised.
    pub undertakings: Vec<UndertakingOnPaper>,
    /// What else is told as a fact, line by line.
    pub noted: Vec<String>,
    /// What was agreed where the talks were broken off in this round.
    pub suspension: Option<SuspensionOnPaper>,
    /// The next meeting.
    pub next_meeting: Option<NextMeeting>,
    /// In place of the usual closing sentence.
    pub statement: Option<String>,
    /// Who must sign by the law of the place, with its article.
    pub signed_by: Option<String>,
}

/// A representative as an offer or a reply names them.
#[derive(Debug, Clone, Serialize)]
pub struct Delegate {
    /// 姓名.
    pub name: String,
    /// 职务.
    pub post: Option<String>,
    /// 首席代表.
    pub chief: bool,
}

/// A proposed or agreed first meeting.
#[derive(Debug, Clone, Serialize)]
pub struct Proposed {
    /// The day.
    pub on: NaiveDate,
    /// The place.
    pub place: Option<String>,
}

/// The reply that the offer asks for.
#[derive(Debug, Clone, Serialize)]
pub struct ReplyTerm {
    /// The last day, when the day of receipt is known.
    pub deadline: Option<NaiveDate>,
    /// `20日`, from the rule.
    pub term: String,
    /// 《…》第…条.
    pub article: String,
    /// A sentence of explanation.
    pub explanation: Option<String>,
}

/// 要约书 / 协商意向书 (`negotiation/offer`).
#[derive(Debug, Clone, Serialize)]
pub struct OfferPaper {
    /// 工资集体协商要约书 / 工资集体协商意向书.
    pub paper_name: String,
    /// 协商要约 / 协商意向.
    pub verb: String,
    /// Who opens.
    pub issuer: String,
    /// The other side.
    pub addressee: String,
    /// 企业.
    pub enterprise: Named,
    /// The year.
    pub year: i32,
    /// What the talks are called.
    pub talks: String,
    /// 《…》第…条, in the order of rank.
    pub legal_basis: Vec<String>,
    /// The contracts that are talked about, where the name of the talks does not say them.
    pub contracts: Vec<String>,
    /// Why.
    pub reasons: Option<String>,
    /// What is to be talked about.
    pub topics: Vec<String>,
    /// When and where.
    pub proposed: Option<Proposed>,
    /// Ours, where they stand already.
    pub representatives: Vec<Delegate>,
    /// The reply asked for.
    pub reply: ReplyTerm,
    /// The information asked for.
    pub information: Vec<String>,
    /// By when.
    pub information_deadline: Option<NaiveDate>,
    /// Whom to reach.
    pub contact: String,
    /// Dated.
    pub date: NaiveDate,
}

/// The offer that a reply answers.
#[derive(Debug, Clone, Serialize)]
pub struct AnsweredOffer {
    /// 要约书 / 协商意向书.
    pub name: String,
    /// Dated.
    pub date: NaiveDate,
    /// Received.
    pub received: Option<NaiveDate>,
}

/// 回复书 (`negotiation/reply`).
#[derive(Debug, Clone, Serialize)]
pub struct ReplyPaper {
    /// 工资集体协商要约回复书 / 工资集体协商意向回复书.
    pub paper_name: String,
    /// What is answered.
    pub offer: AnsweredOffer,
    /// Who replies.
    pub issuer: String,
    /// To whom.
    pub addressee: String,
    /// 企业.
    pub enterprise: Named,
    /// The year.
    pub year: i32,
    /// What the talks are called.
    pub talks: String,
    /// `agree`, `counter`, `refuse`.
    pub decision: &'static str,
    /// Topics agreed to.
    pub accepted_topics: Vec<String>,
    /// Topics proposed in addition.
    pub added_topics: Vec<String>,
    /// The reply's own words.
    pub reasons: Option<String>,
    /// The first meeting.
    pub proposed: Option<Proposed>,
    /// The replying side's, where they stand already.
    pub representatives: Vec<Delegate>,
    /// Who gave it.
    pub contact: Option<String>,
    /// Dated.
    pub date: NaiveDate,
}

/// A line of the list of representatives.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Option<&'static str>,
    /// 职务.
    pub post: Option<String>,
    /// 首席代表.
    pub chief: bool,
    /// 一线职工.
    pub front_line: bool,
    /// 被派遣劳动者.
    pub dispatched: bool,
    /// 外聘.
    pub outside: bool,
    /// 产生方式.
    pub chosen: Option<String>,
    /// 产生日期.
    pub chosen_on: Option<NaiveDate>,
}

/// 协商代表名单 (`negotiation/representatives`).
#[derive(Debug, Clone, Serialize)]
pub struct RepresentativesPaper {
    /// 企业.
    pub enterprise: Named,
    /// The year.
    pub year: i32,
    /// What the talks are called.
    pub talks: String,
    /// 职工方.
    pub workers_side: Vec<Listed>,
    /// 企业方.
    pub employers_side: Vec<Listed>,
    /// Who left and who took the seat, a sentence each.
    pub changes: Vec<String>,
    /// What the law guarantees the workers' representatives, a sentence each.
    pub protection: Vec<String>,
    /// Whose labour contract is extended, a sentence each.
    pub extended: Vec<String>,
    /// Dated.
    pub date: NaiveDate,
}

/// The sex of a person, where it is known.
pub(super) fn told(sex: Sex) -> Option<&'static str> {
    (sex != Sex::Unspecified).then(|| sex.label())
}

/// What of these is lacking.
pub(super) fn lacking(facts: &[(bool, &str)]) -> Vec<String> {
    facts.iter().filter(|(lacks, _)| *lacks).map(|(_, what)| (*what).to_owned()).collect()
}
