//! What the forms of new employment forms hold as they cross the contract, the same for a new record and for a changed one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{
    InjuryHelpId, PlatformCapId, PlatformFirmId, PlatformMeetingId, PlatformReferralId, PlatformTalkId,
    PlatformWorkId,
};
use super::words::{
    InjuryOutcome, PlatformCapKind, PlatformClass, PlatformInjury, PlatformInsurance, PlatformKind,
    PlatformReferralOutcome, PlatformReferralTo, PlatformTopic, PlatformTopicResult, PlatformTrade,
};
use crate::members::model::PersonId;

/// A platform or partner firm as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlatformFirmInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PlatformFirmId>,
    /// What it is.
    pub kind: PlatformKind,
    /// 名称.
    pub name: String,
    /// 统一社会信用代码, checked by GB 32100—2015.
    pub credit_code: Option<String>,
    /// 行业.
    pub trade: PlatformTrade,
    /// 所在城市, four digits.
    pub city: Option<String>,
    /// 合作的平台, of a partner firm.
    pub partner_of: Option<PlatformFirmId>,
    /// 用工人数, as the firm tells.
    pub headcount: Option<u32>,
    /// 会员人数 of whichever union, as the firm or its union tells.
    pub union_members: Option<u32>,
    /// 本企业工会, where it has one.
    pub own_union: Option<String>,
    /// 行业工会联合会 that takes its workers.
    pub trade_union: Option<String>,
    /// 乡镇街道、村社区工会 that takes its workers.
    pub local_union: Option<String>,
    /// 职业伤害保障.
    pub injury: PlatformInjury,
    /// From which day it is covered.
    pub injury_since: Option<NaiveDate>,
    /// Who says so: the list or notice it stands on.
    pub injury_source: Option<String>,
    /// 社会保险 of its workers.
    pub insurance: PlatformInsurance,
    /// 联系人和电话.
    pub contact: Option<String>,
    /// 不再来往的日期.
    pub ended_on: Option<NaiveDate>,
    /// 备注.
    pub note: Option<String>,
}

/// Work of a person at a firm as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlatformWorkInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PlatformWorkId>,
    /// Who.
    pub person: PersonId,
    /// Where.
    pub firm: PlatformFirmId,
    /// What binds them.
    pub class: PlatformClass,
    /// What the class is read off: the contract, the agreement.
    pub basis: Option<String>,
    /// 站点、车队.
    pub station: Option<String>,
    /// 入会渠道.
    pub channel: Option<String>,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// Until when; absent while they work there.
    pub until: Option<NaiveDate>,
}

/// A referral as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlatformReferralInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PlatformReferralId>,
    /// The work that decides where they belong.
    pub work: PlatformWorkId,
    /// What kind of union.
    pub to_kind: PlatformReferralTo,
    /// Which union.
    pub to_union: String,
    /// 转介日期.
    pub referred_on: NaiveDate,
    /// The day on which the worker agreed that their name and number go to that union.
    pub consent_on: Option<NaiveDate>,
    /// By when we ask for a reply.
    pub reply_by: Option<NaiveDate>,
    /// 说明.
    pub note: Option<String>,
    /// Why it is entered late, where a paper already did it.
    pub late_entry: Option<String>,
}

/// The reply to a referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlatformReferralReply {
    /// The referral.
    pub id: PlatformReferralId,
    /// 回复日期.
    pub replied_on: NaiveDate,
    /// What became of it.
    pub outcome: PlatformReferralOutcome,
    /// 回复内容.
    pub reply: Option<String>,
}

/// The talks of a year as their form holds them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlatformTalkInput {
    /// Absent for new talks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PlatformTalkId>,
    /// With which platform.
    pub firm: PlatformFirmId,
    /// 年度.
    pub year: i32,
    /// 提出协商的日期.
    pub asked_on: Option<NaiveDate>,
    /// By when the platform is asked to answer.
    pub reply_by: Option<NaiveDate>,
    /// 答复日期.
    pub replied_on: Option<NaiveDate>,
    /// 覆盖劳动者人数.
    pub covers: Option<u32>,
    /// 劳动者方代表人数; no text at hand sets it.
    pub workers_seats: Option<u32>,
    /// 平台方代表人数; no text at hand sets it.
    pub employers_seats: Option<u32>,
    /// 达成一致的日期.
    pub agreed_on: Option<NaiveDate>,
    /// 协商一致的内容.
    pub agreed: Option<String>,
    /// 施行日期.
    pub effective_on: Option<NaiveDate>,
    /// 公示日期.
    pub posted_on: Option<NaiveDate>,
    /// 公示的位置.
    pub posted_where: Option<String>,
    /// 约定的反馈日期.
    pub feedback_by: Option<NaiveDate>,
    /// 反馈日期.
    pub feedback_on: Option<NaiveDate>,
    /// 反馈的执行情况.
    pub feedback: Option<String>,
    /// Why they are entered late.
    pub late_entry: Option<String>,
}

/// What was said on one topic in one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlatformPosition {
    /// The topic.
    pub topic: PlatformTopic,
    /// Its own title, of another topic than the core ones.
    pub title: Option<String>,
    /// 劳动者方意见.
    pub workers: Option<String>,
    /// 平台方意见.
    pub employers: Option<String>,
    /// What came of it.
    pub result: PlatformTopicResult,
    /// 一致的内容, or what is disputed.
    pub agreed: Option<String>,
}

/// A meeting of the talks as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlatformMeetingInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PlatformMeetingId>,
    /// The talks.
    pub talk: PlatformTalkId,
    /// 日期.
    pub held_on: NaiveDate,
    /// 地点.
    pub place: String,
    /// 主持人.
    pub chair: Option<String>,
    /// 记录人.
    pub recorder: Option<String>,
    /// 劳动者方出席, each with post or trade as one writes them.
    pub workers: Vec<String>,
    /// 平台方出席.
    pub employers: Vec<String>,
    /// The topics, in order.
    pub positions: Vec<PlatformPosition>,
    /// Why it is entered late.
    pub late_entry: Option<String>,
}

/// A cap of working time as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlatformCapInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PlatformCapId>,
    /// Of which firm.
    pub firm: PlatformFirmId,
    /// The talks that set it, where it was these.
    pub talk: Option<PlatformTalkId>,
    /// Which.
    pub kind: PlatformCapKind,
    /// How long, in minutes.
    pub minutes: u32,
    /// 来源: the agreement or rules it stands in.
    pub source: Option<String>,
    /// 从哪天起.
    pub since: NaiveDate,
    /// 到哪天止.
    pub until: Option<NaiveDate>,
}

/// Help of one worker after an accident as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct InjuryHelpInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<InjuryHelpId>,
    /// Who was hurt, at which firm.
    pub work: PlatformWorkId,
    /// 事故日期.
    pub accident_on: NaiveDate,
    /// 事故地点.
    pub place: Option<String>,
    /// 订单号.
    pub order_number: Option<String>,
    /// 求助的事项.
    pub asked: String,
    /// 求助日期.
    pub asked_on: NaiveDate,
    /// Codes of the papers at hand, of the rule that lists them.
    pub papers: Vec<String>,
    /// 向平台报告事故的日期.
    pub reported_on: Option<NaiveDate>,
    /// 申请日期.
    pub applied_on: Option<NaiveDate>,
    /// 经办机构受理的日期.
    pub accepted_on: Option<NaiveDate>,
    /// 结论的日期.
    pub concluded_on: Option<NaiveDate>,
    /// What the agency concluded.
    pub outcome: Option<InjuryOutcome>,
    /// 结果.
    pub result: Option<String>,
}
