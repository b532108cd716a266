//! New employment forms (新就业形态) as they cross the contract: platforms and partner firms, who works there in which class,
//! where a worker belongs and why, talks, caps, help after an accident. What each form holds stands in `input`;
//! help as it is shown, in `injury`.

mod ids;
mod injury;
mod input;
mod rule;
mod words;

pub use ids::{
    InjuryHelpId, PlatformCapId, PlatformFirmId, PlatformMeetingId, PlatformPositionId, PlatformReferralId,
    PlatformTalkId, PlatformWorkId,
};
pub use injury::{InjuryHelp, InjuryHelpLine, InjuryLimit, InjuryPaper};
pub use input::{
    InjuryHelpInput, PlatformCapInput, PlatformFirmInput, PlatformMeetingInput, PlatformPosition,
    PlatformReferralInput, PlatformReferralReply, PlatformTalkInput, PlatformWorkInput,
};
pub use rule::{PlatformClassRules, PlatformRule};
pub use words::{
    InjuryOutcome, PlatformCapKind, PlatformClass, PlatformInjury, PlatformInsurance, PlatformKind,
    PlatformReferralOutcome, PlatformReferralTo, PlatformTopic, PlatformTopicResult, PlatformTrade,
};

use chrono::NaiveDate;
use law::{Deadline, RuleRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::duty::Duty;
use crate::members::model::{MembershipState, PersonId};

/// Which firms a list shows.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct PlatformQuery {
    /// Characters or pinyin of the name, the credit code.
    pub text: Option<String>,
    /// One trade.
    pub trade: Option<PlatformTrade>,
    /// One kind.
    pub kind: Option<PlatformKind>,
}

/// One firm in the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformFirmLine {
    /// The firm.
    pub id: PlatformFirmId,
    /// What it is.
    pub kind: PlatformKind,
    /// 名称.
    pub name: String,
    /// 行业.
    pub trade: PlatformTrade,
    /// The platform it works for.
    pub partner_of: Option<String>,
    /// 用工人数, as told.
    pub headcount: Option<u32>,
    /// How many on our roster work there now.
    pub people: u32,
    /// How many of them are our members.
    pub members: u32,
    /// 职业伤害保障.
    pub injury: PlatformInjury,
    /// Since when.
    pub injury_since: Option<NaiveDate>,
    /// The last day on which talks were held with it.
    pub talked_on: Option<NaiveDate>,
    /// Whether dealings with it have ended.
    pub ended: bool,
}

/// The people of a firm on our roster.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformCounts {
    /// Who work there now.
    pub people: u32,
    /// Our members among them.
    pub members: u32,
    /// Referred to another union, not members of ours.
    pub referred: u32,
    /// In a labour relation (L).
    pub labour: u32,
    /// Not fully (N).
    pub partial: u32,
    /// On their own account (I).
    pub civil: u32,
}

/// Where a worker belongs, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformRoute {
    /// Whether it is our own union: nobody is referred then.
    pub ours: bool,
    /// Which kind of union otherwise; absent where none is known.
    pub to: Option<PlatformReferralTo>,
    /// Its name.
    pub union: Option<String>,
    /// Why, in Chinese sentences.
    pub sentence: String,
    /// The rule behind it.
    pub rule: Option<RuleRef>,
    /// That the members there should have a committee of their own, with its rule.
    pub committee: Option<PlatformCommittee>,
}

/// That the members of a firm are enough for a committee of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformCommittee {
    /// Whether they are enough.
    pub required: bool,
    /// How many members were counted.
    pub members: u32,
    /// The verdict in one sentence.
    pub sentence: String,
    /// The rule.
    pub rule: RuleRef,
}

/// Whose work a list shows.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct PlatformWorkQuery {
    /// At one firm.
    pub firm: Option<PlatformFirmId>,
    /// Of one person.
    pub person: Option<PersonId>,
    /// In one class.
    pub class: Option<PlatformClass>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A slice of the work of many people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformWorkPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<PlatformWork>,
}

/// Someone's work at a firm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformWork {
    /// The work.
    pub id: PlatformWorkId,
    /// What its form holds.
    pub record: PlatformWorkInput,
    /// 姓名.
    pub name: String,
    /// The firm.
    pub firm: String,
    /// What they are to our union.
    pub state: MembershipState,
    /// Where they belong.
    pub route: PlatformRoute,
    /// The newest referral.
    pub referral: Option<PlatformReferral>,
}

/// A referral as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformReferral {
    /// The referral.
    pub id: PlatformReferralId,
    /// What its form holds.
    pub record: PlatformReferralInput,
    /// Who was referred.
    pub person: PersonId,
    /// 姓名.
    pub name: String,
    /// The firm.
    pub firm: String,
    /// 回复日期.
    pub replied_on: Option<NaiveDate>,
    /// What became of it.
    pub outcome: Option<PlatformReferralOutcome>,
    /// 回复内容.
    pub reply: Option<String>,
    /// The number of its letter, once issued.
    pub letter: Option<String>,
}

/// A referral as the register shows it. It is counted for good: also that of whoever was removed from the roster since, or erased by
/// law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformReferralLine {
    /// The referral.
    pub id: PlatformReferralId,
    /// Who was referred; absent once erased by law.
    pub person: Option<PersonId>,
    /// Whether they were removed from the roster.
    pub removed: bool,
    /// 姓名.
    pub name: String,
    /// The firm; absent once erased by law.
    pub firm: Option<String>,
    /// What kind of union.
    pub to_kind: PlatformReferralTo,
    /// Which union.
    pub to_union: String,
    /// 转介日期.
    pub referred_on: NaiveDate,
    /// 回复日期.
    pub replied_on: Option<NaiveDate>,
    /// What became of it.
    pub outcome: Option<PlatformReferralOutcome>,
    /// 回复内容.
    pub reply: Option<String>,
    /// The number of its letter, once issued.
    pub letter: Option<String>,
    /// The referral itself, while who was referred stands on the roster: nothing is done with another any more.
    pub standing: Option<PlatformReferral>,
}

/// A topic that the guideline names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformTopicAsked {
    /// The topic.
    pub topic: PlatformTopic,
    /// In the guideline's words.
    pub text: String,
    /// Whether it was talked over in these talks.
    pub talked: bool,
}

/// A meeting of the talks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformMeeting {
    /// The meeting.
    pub id: PlatformMeetingId,
    /// What its form holds.
    pub record: PlatformMeetingInput,
    /// The how-manieth of these talks.
    pub nth: u32,
    /// What is odd about it, against the numbers agreed or against good order: one sentence each.
    pub warnings: Vec<String>,
    /// The number of its minutes, once issued.
    pub minutes: Option<String>,
}

/// By when the agreed rules are posted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformPosting {
    /// The last day, and how it was found.
    pub deadline: Deadline,
    /// Whether they were posted after it.
    pub late: bool,
}

/// The talks of a year with a platform.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformTalk {
    /// The talks.
    pub id: PlatformTalkId,
    /// What their form holds.
    pub record: PlatformTalkInput,
    /// The platform.
    pub firm: String,
    /// The meetings, in order.
    pub meetings: Vec<PlatformMeeting>,
    /// The core topics of the guideline.
    pub topics: Vec<PlatformTopicAsked>,
    /// The rules that the talks stand on.
    pub rules: Vec<PlatformRule>,
    /// What the meetings agreed on, one a line: what the result of the talks begins with.
    pub agreed_so_far: Option<String>,
    /// When the agreed rules are to be posted, once a day of effect is entered.
    pub posting: Option<PlatformPosting>,
    /// The caps that these talks set.
    pub caps: Vec<PlatformCap>,
    /// What is to be done.
    pub todos: Vec<Duty>,
}

/// The talks of a year in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformTalkLine {
    /// The talks.
    pub id: PlatformTalkId,
    /// 年度.
    pub year: i32,
    /// How many meetings.
    pub meetings: u32,
    /// The last meeting.
    pub talked_on: Option<NaiveDate>,
    /// 达成一致的日期.
    pub agreed_on: Option<NaiveDate>,
    /// 公示日期.
    pub posted_on: Option<NaiveDate>,
    /// 反馈日期.
    pub feedback_on: Option<NaiveDate>,
}

/// A cap of working time as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformCap {
    /// The cap.
    pub id: PlatformCapId,
    /// What its form holds.
    pub record: PlatformCapInput,
    /// 4小时, 20分钟.
    pub length: String,
    /// Whether it holds on the day asked.
    pub holds: bool,
}

/// One firm as its page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformFirm {
    /// The firm.
    pub id: PlatformFirmId,
    /// What its form holds.
    pub record: PlatformFirmInput,
    /// The platform it works for.
    pub partner_of: Option<String>,
    /// The firms that work for it.
    pub partners: Vec<PlatformFirmLine>,
    /// Its people on our roster.
    pub counts: PlatformCounts,
    /// Whether its members should have a committee of their own.
    pub committee: Option<PlatformCommittee>,
    /// That its orders are to be covered by injury protection, of a trade that is.
    pub insured: Option<PlatformRule>,
    /// The talks with it, the newest first.
    pub talks: Vec<PlatformTalkLine>,
    /// The caps agreed with it.
    pub caps: Vec<PlatformCap>,
    /// The rules that a platform and its rules stand under.
    pub rules: Vec<PlatformRule>,
    /// What is to be done.
    pub todos: Vec<Duty>,
}

/// The register of firms, and how the people stand as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformList {
    /// The firms.
    pub firms: Vec<PlatformFirmLine>,
    /// How many there are under no filter.
    pub kept: u32,
    /// Everyone on our roster who works at one, each once.
    pub counts: PlatformCounts,
    /// What each class changes.
    pub classes: Vec<PlatformClassRules>,
}
