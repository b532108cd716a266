//! Everything kept of one person, as it is read and written. Reading stands in `one`, writing in `person`.

use crate::members::membership::model::MembershipKind;
use crate::members::model::{EmploymentForm, Sex};

/// A day as stored and its precision: `("1990-03", "month")`.
pub type StoredDate = (String, String);

/// Everything kept of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRow {
    /// 姓名 as written.
    pub name: String,
    /// The key names are matched by.
    pub name_key: String,
    /// 性别.
    pub sex: Sex,
    /// 出生日期.
    pub birth: Option<StoredDate>,
    /// 证件类别.
    pub id_kind: Option<String>,
    /// 证件号码 in full.
    pub id_number: Option<String>,
    /// 手机 in full.
    pub phone: Option<String>,
    /// Further numbers.
    pub other_phones: Option<String>,
    /// 邮箱 in full.
    pub email: Option<String>,
    /// 民族.
    pub ethnicity: Option<String>,
    /// 学历.
    pub education: Option<String>,
    /// 政治面貌.
    pub political: Option<String>,
    /// 技能等级.
    pub skill_grade: Option<String>,
    /// 职称.
    pub title: Option<String>,
    /// 户籍类型.
    pub household: Option<String>,
    /// 户籍所在地.
    pub household_place: Option<String>,
    /// 籍贯.
    pub native_place: Option<String>,
    /// 是否农民工.
    pub migrant: Option<bool>,
    /// 参加工作时间.
    pub started_on: Option<StoredDate>,
    /// 会员证号 of a card that another union or an earlier register gave.
    pub card_number: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 工作单位.
    pub employer: Option<String>,
    /// 统一社会信用代码 of the employer.
    pub employer_code: Option<String>,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 班组.
    pub team: Option<String>,
    /// 岗位、工种.
    pub post: Option<String>,
    /// 工号.
    pub work_number: Option<String>,
    /// 用工形式.
    pub form: EmploymentForm,
    /// 就业状况.
    pub status: Option<String>,
    /// 入职日期.
    pub hired_on: Option<StoredDate>,
    /// 入会日期.
    pub member_since: Option<StoredDate>,
    /// 会籍变化 other than 入会.
    pub member_change: Option<MemberChange>,
}

/// What became of someone's membership after joining, or in place of it.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberChange {
    /// What happened.
    pub kind: MembershipKind,
    /// Why.
    pub reason: Option<String>,
    /// When, if it was written.
    pub on: Option<StoredDate>,
}
