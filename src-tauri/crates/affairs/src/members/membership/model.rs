//! Events of a membership (会籍变化) and the state that follows from them, as they cross the contract. A state is never
//! entered: it is what the events come to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::members::ids::PersonId;
use crate::members::roster::codes::{ChangeKind, ChangeReason};

ledger::id_type!(
    /// One event of a membership.
    MembershipEventId
);

/// What happened to a membership. 恢复 and 去世 are in no code list of the real-name system, and happen all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MembershipKind {
    /// 入会.
    Joined,
    /// 会籍转入.
    MovedIn,
    /// 恢复会籍, after a retention.
    Resumed,
    /// 保留会籍.
    Retained,
    /// 会籍转出.
    MovedOut,
    /// 退会.
    Withdrawn,
    /// 开除会籍; 除名 in statistics.
    Expelled,
    /// 去世.
    Died,
}

/// A kind, the column's text, its name, what the person is afterwards where that is more than the state says.
type Named = (MembershipKind, &'static str, &'static str, Option<&'static str>);

impl MembershipKind {
    /// All, in the order in which they follow each other on one day.
    pub const ALL: [Named; 8] = [
        (Self::Joined, "joined", "入会", None),
        (Self::MovedIn, "moved_in", "会籍转入", None),
        (Self::Resumed, "resumed", "恢复会籍", None),
        (Self::Retained, "retained", "保留会籍", None),
        (Self::MovedOut, "moved_out", "会籍转出", Some("已转出")),
        (Self::Withdrawn, "withdrawn", "退会", Some("已退会")),
        (Self::Expelled, "expelled", "开除会籍", Some("已开除会籍")),
        (Self::Died, "died", "去世", Some("已去世")),
    ];

    fn named(self) -> &'static Named {
        Self::ALL.iter().find(|(kind, ..)| *kind == self).unwrap_or(&Self::ALL[0])
    }

    /// The column's text.
    pub fn code(self) -> &'static str {
        self.named().1
    }

    /// As the field calls it.
    pub fn label(self) -> &'static str {
        self.named().2
    }

    /// 已转出, 已退会 …: what is said beside the name of one who has left.
    pub fn left(self) -> Option<&'static str> {
        self.named().3
    }

    /// From the column's text.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, one, ..)| *one == code).map(|(kind, ..)| *kind)
    }

    /// Whether a membership is in force after it.
    pub fn begins(self) -> bool {
        matches!(self, Self::Joined | Self::MovedIn | Self::Resumed)
    }

    /// The state it leaves behind.
    pub fn state(self) -> MembershipState {
        match self {
            Self::Joined | Self::MovedIn | Self::Resumed => MembershipState::Member,
            Self::Retained => MembershipState::Retained,
            Self::MovedOut | Self::Withdrawn | Self::Expelled | Self::Died => MembershipState::Left,
        }
    }
}

/// What a person is to the union, by the events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MembershipState {
    /// 未入会: no event at all.
    NotYet,
    /// 会员.
    Member,
    /// 保留会籍.
    Retained,
    /// 已离开.
    Left,
}

impl MembershipState {
    /// Whether the membership began and has not ended.
    #[must_use]
    pub fn stands(self) -> bool {
        matches!(self, Self::Member | Self::Retained)
    }

    /// As the field calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::NotYet => "未入会",
            Self::Member => "会员",
            Self::Retained => "保留会籍",
            Self::Left => "已离开",
        }
    }
}

/// An event as a form sends it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MembershipInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MembershipEventId>,
    /// Whose.
    pub person: PersonId,
    /// What happened.
    pub kind: MembershipKind,
    /// When, as exactly as it is known: `2019-07-15`, `2019-07`, `2019`; absent when it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Why, by the code list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ChangeReason>,
    /// 说明.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// 转往 or 转自 which union.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_union: Option<String>,
    /// 保留到: the day on which a retention is looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// One rung of a person's life in the union.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MembershipRung {
    /// The event.
    pub id: MembershipEventId,
    /// What happened.
    pub kind: MembershipKind,
    /// When, as exactly as it is known.
    pub on: Option<String>,
    /// Why, by the code list.
    pub reason: Option<ChangeReason>,
    /// Why, as it was written where the code list has no such reason.
    pub reason_text: Option<String>,
    /// 说明.
    pub note: Option<String>,
    /// 转往 or 转自 which union.
    pub other_union: Option<String>,
    /// 保留到.
    pub until: Option<NaiveDate>,
    /// What the person was afterwards.
    pub state: MembershipState,
}

/// A person's life in the union, the first event first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MembershipLife {
    /// What the person is now.
    pub state: MembershipState,
    /// 已转出, 已退会 …, of one who has left.
    pub left: Option<String>,
    /// Whether the ledger knows how the membership began.
    pub begun: bool,
    /// The events.
    pub rungs: Vec<MembershipRung>,
    /// Every kind of event, with the reasons it can have.
    pub choices: Vec<MembershipChoice>,
}

/// A kind of event as a form offers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MembershipChoice {
    /// What happens.
    pub kind: MembershipKind,
    /// The reasons of the code list that go with it.
    pub reasons: Vec<ChangeReason>,
    /// Whether it can happen to the person next.
    pub next: bool,
}

/// What the word of a roster's column stands for.
pub(crate) fn membership_kind(kind: ChangeKind) -> MembershipKind {
    match kind {
        ChangeKind::Joined => MembershipKind::Joined,
        ChangeKind::TransferredIn => MembershipKind::MovedIn,
        ChangeKind::Retained => MembershipKind::Retained,
        ChangeKind::TransferredOut => MembershipKind::MovedOut,
        ChangeKind::Expelled => MembershipKind::Expelled,
        ChangeKind::Withdrawn => MembershipKind::Withdrawn,
    }
}

/// One event of a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PersonEvent")]
pub struct EventRow {
    /// 入会, 会籍转入 …
    pub what: &'static str,
    /// When.
    pub on: Option<String>,
    /// Why.
    pub reason: Option<String>,
}
