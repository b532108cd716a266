//! The bodies of the union as they cross the contract: their terms, the people in them, what they lack and by which article.
//! What they meet about stands in `office::committee`.

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::duty::Whose;
use crate::members::model::PersonId;

ledger::id_type!(
    /// One term (届) of a body.
    UnionTermId
);
ledger::id_type!(
    /// Someone in a body during a term.
    UnionSeatId
);

coded! {
    /// A body of the union whose members are elected or named for a term.
    UnionBody {
        /// 工会委员会.
        Committee = "committee", "工会委员会";
        /// 经费审查委员会.
        Audit = "audit", "经费审查委员会";
        /// 女职工委员会.
        Women = "women", "女职工委员会";
        /// 工会劳动法律监督委员会.
        Supervision = "supervision", "工会劳动法律监督委员会";
    }
}

coded! {
    /// What someone is in a body; the chair of the bodies beside the committee is called 主任.
    UnionOffice {
        /// 主席, 主任.
        Chair = "chair", "主席";
        /// 副主席, 副主任.
        Vice = "vice", "副主席";
        /// 常务委员, of the committee alone.
        Standing = "standing", "常务委员";
        /// 女职工委员, of the committee alone.
        Women = "women", "女职工委员";
        /// 委员.
        Member = "member", "委员";
    }
}

impl UnionOffice {
    /// As a body calls it.
    pub fn called(self, body: UnionBody) -> &'static str {
        match (body, self) {
            (UnionBody::Committee, _) => self.label(),
            (_, UnionOffice::Chair) => "主任",
            (_, UnionOffice::Vice) => "副主任",
            _ => UnionOffice::Member.label(),
        }
    }
}

/// Someone in a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct UnionSeat {
    /// The standing row; absent for someone new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<UnionSeatId>,
    /// The person on the roster, where picked from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// What they are.
    pub office: UnionOffice,
    /// 分工, such as 组织.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
    /// Since when; the first day of the term when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_on: Option<NaiveDate>,
    /// The day they left; absent while they serve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_on: Option<NaiveDate>,
    /// 劳动法律监督员证号, of the supervision committee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_number: Option<String>,
    /// The certificate's last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_until: Option<NaiveDate>,
}

/// A term of a body as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct UnionTermInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<UnionTermId>,
    /// Which body; stays once it is kept.
    pub body: UnionBody,
    /// 第几届.
    pub session: u32,
    /// The day it was elected or approved.
    pub started_on: NaiveDate,
    /// How many years it lasts.
    pub years: u32,
    /// 批复文号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval_number: Option<String>,
    /// The day it ended before its time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
    /// That nobody in it is among those who may not stand.
    pub cleared: bool,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Everyone who was in it, those who left among them.
    pub members: Vec<UnionSeat>,
}

/// A term as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionTerm {
    /// The term.
    pub id: UnionTermId,
    /// 第三届工会委员会.
    pub name: String,
    /// As the form holds it.
    pub record: UnionTermInput,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// How its last day came about, in one sentence.
    pub explained: String,
    /// The rule about how long it lasts.
    pub rule: Option<RuleRef>,
    /// How many serve in it on the day asked.
    pub serving: u32,
}

/// What a body lacks, and by which article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionLack {
    /// In one sentence.
    pub text: String,
    /// The rule; absent for what the record itself lacks.
    pub rule: Option<RuleRef>,
    /// Whose move it is.
    pub whose: Whose,
}

/// A body as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionBodyState {
    /// Which.
    pub body: UnionBody,
    /// Why there must be one, or that there need not be, in one sentence.
    pub why: String,
    /// The rule that asks for it here and now.
    pub rule: Option<RuleRef>,
    /// The term that runs, or ran out with none after it.
    pub current: Option<UnionTerm>,
    /// The terms before, the newest first.
    pub past: Vec<UnionTerm>,
    /// What it lacks.
    pub lacks: Vec<UnionLack>,
}

/// Who may not stand, as a statement that the chair confirms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionBar {
    /// What the rule says, with those it lists.
    pub text: String,
    /// The rule.
    pub rule: RuleRef,
}

/// All bodies, seen from today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionBodies {
    /// Members on the roster.
    pub members: u32,
    /// Women among them.
    pub women: u32,
    /// Every body, in order.
    pub bodies: Vec<UnionBodyState>,
    /// How many years a term may last; none where no rule says.
    pub years: Vec<u32>,
    /// Who may not stand for the committee.
    pub bars: Vec<UnionBar>,
}
