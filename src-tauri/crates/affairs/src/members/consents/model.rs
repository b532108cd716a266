//! A consent as it crosses the contract, and how its words stand in columns.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::members::model::PersonId;

ledger::id_type!(
    /// One consent of one person.
    ConsentId
);

/// What a separate consent is asked for (个人信息保护法 arts. 23, 25, 29, 39).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ConsentPurpose {
    /// 处理敏感个人信息, art. 29.
    Sensitive,
    /// 向他人提供, art. 23.
    Provide,
    /// 公开, art. 25.
    Publish,
    /// 向境外提供, art. 39.
    Abroad,
}

/// How a consent was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ConsentHow {
    /// 书面.
    Paper,
    /// 短信、微信等.
    Message,
    /// 会上签名.
    Meeting,
}

impl ConsentPurpose {
    const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Sensitive, "sensitive", "处理敏感个人信息"),
        (Self::Provide, "provide", "向他人提供"),
        (Self::Publish, "publish", "公开"),
        (Self::Abroad, "abroad", "向境外提供"),
    ];

    /// The column's text.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("sensitive", |(_, code, _)| code)
    }

    /// As papers name it.
    pub fn label(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("", |(.., label)| label)
    }

    /// From the column's text.
    pub fn of(code: &str) -> Self {
        Self::ALL.iter().find(|(_, one, _)| *one == code).map_or(Self::Sensitive, |(purpose, ..)| *purpose)
    }
}

impl ConsentHow {
    /// The column's text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Message => "message",
            Self::Meeting => "meeting",
        }
    }

    /// From the column's text.
    pub fn of(code: &str) -> Self {
        match code {
            "message" => Self::Message,
            "meeting" => Self::Meeting,
            _ => Self::Paper,
        }
    }
}

/// A consent as a form sends it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ConsentInput {
    /// Absent for a new one.
    pub id: Option<ConsentId>,
    /// Whose.
    pub person: PersonId,
    /// What for.
    pub purpose: ConsentPurpose,
    /// Which data, and to what end.
    pub about: String,
    /// To whom the data goes; needed for 向他人提供.
    pub recipient: Option<String>,
    /// The day it was given.
    pub given_on: NaiveDate,
    /// How it was given.
    pub given_how: ConsentHow,
    /// The day it was withdrawn (art. 15), if it was.
    pub withdrawn_on: Option<NaiveDate>,
}

/// A consent as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// The consent.
    pub id: ConsentId,
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What for.
    pub purpose: ConsentPurpose,
    /// Which data, and to what end.
    pub about: String,
    /// To whom the data goes.
    pub recipient: Option<String>,
    /// The day it was given.
    pub given_on: NaiveDate,
    /// How it was given.
    pub given_how: ConsentHow,
    /// The day it was withdrawn.
    pub withdrawn_on: Option<NaiveDate>,
}
