//! An employment (用工) as it crosses the contract. One person has them one after the other; what they do for platforms beside is
//! `platform`'s.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::members::model::{EmploymentForm, PersonId};

ledger::id_type!(
    /// An employment.
    EmploymentId
);

/// An employment as its form holds it and as the file of a person lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Employment {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<EmploymentId>,
    /// Whose.
    pub person: PersonId,
    /// 入职日期 as exactly as it is known: `2024-07-15`, `2024-07` or `2024`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hired_on: Option<String>,
    /// 离职日期, the last day; absent while they work there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_on: Option<NaiveDate>,
    /// 用工形式.
    pub form: EmploymentForm,
    /// 工作单位 where it is another than the union's own employer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// 统一社会信用代码 of that employer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer_code: Option<String>,
    /// 车间、部门.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shop: Option<String>,
    /// 班组.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// 岗位、工种.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// 工号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_number: Option<String>,
    /// 就业状况.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

/// A new employment, and the end of the one that it follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct EmploymentBegin {
    /// The new one; with a day of leaving it is an earlier one that is entered late.
    pub job: Employment,
    /// The last day of the one that has not ended yet. Absent where there is none, and beside an earlier one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_until: Option<NaiveDate>,
}
