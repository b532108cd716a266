//! The types of the roster as they cross the contract: a line of the list, a person, the import. How a
//! file is read and checked stands in `roster`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::flags::model::MemberFlag;
pub use super::ids::PersonId;
pub use super::membership::model::MembershipState;
pub use super::roster::codes::{EmploymentForm, Sex};

/// Which people a list shows. All that is asked must hold. Of a shop, post, group, grade, education or political status the
/// empty text asks for those of whom none is entered.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct MemberQuery {
    /// Characters, pinyin, initials or the last four of the ID number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// 性别.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// One shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shop: Option<String>,
    /// One post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// One branch or group by its id, with all under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// One form of employment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<EmploymentForm>,
    /// What they are to the union.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<MembershipState>,
    /// Flagged so today: all of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<MemberFlag>>")]
    pub flags: Vec<MemberFlag>,
    /// At least so many years old today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age_from: Option<u32>,
    /// At most so many years old today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age_to: Option<u32>,
    /// Joined on this day or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined_from: Option<NaiveDate>,
    /// Joined on this day or earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined_to: Option<NaiveDate>,
    /// 学历.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub education: Option<String>,
    /// 政治面貌.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub political: Option<String>,
    /// 技能等级, in whichever of the scales.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill: Option<String>,
    /// What the list is ordered by; the name's pinyin when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<MemberSort>,
    /// The other way round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descending: Option<bool>,
    /// First line, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// What the list can be ordered by. Identity is not among it: an order would tell what the mask hides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MemberSort {
    /// 姓名, by pinyin.
    Name,
    /// 性别.
    Sex,
    /// 车间.
    Shop,
    /// 岗位.
    Post,
    /// 用工形式.
    Form,
    /// 入会日期.
    MemberSince,
    /// 出生日期, the oldest first; by the year alone for one who may not read identity.
    Birth,
    /// 技能等级, by the scale of eight.
    Skill,
    /// 学历.
    Education,
    /// 政治面貌.
    Political,
    /// 分会、小组, as they were founded.
    Group,
    /// 会籍, by the last event.
    State,
}

/// One line of the list, identity as the person at the desk may see it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberLine {
    /// The person.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Sex,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 岗位、工种.
    pub post: Option<String>,
    /// 用工形式.
    pub form: EmploymentForm,
    /// 手机, masked `138****8000` unless revealed.
    pub phone: Option<String>,
    /// 证件号码, masked `110101********0011` unless revealed.
    pub id_number: Option<String>,
    /// 入会日期, with the precision the source had.
    pub member_since: Option<String>,
    /// What they are to the union, by the events of their membership.
    pub state: MembershipState,
    /// That the membership has ended, and how: 已转出, 已开除会籍, 已退会, 已去世.
    pub left: Option<String>,
    /// 出生日期, with the precision the source had; the year alone `1990-**-**` unless revealed.
    pub birth: Option<String>,
    /// Full years today; none where the birth is not known.
    pub age: Option<u32>,
    /// 学历.
    pub education: Option<String>,
    /// 政治面貌.
    pub political: Option<String>,
    /// 技能等级 as it is entered.
    pub skill: Option<String>,
    /// 户籍类型.
    pub household: Option<String>,
    /// 分会、小组.
    pub group: Option<String>,
    /// 工号.
    pub work_number: Option<String>,
    /// What they are flagged as today.
    pub flags: Vec<MemberFlag>,
}

/// A slice of the list and what it is a slice of.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberPage {
    /// How many people match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<MemberLine>,
}

/// Counts for the head of the list and for papers.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberCounts {
    /// Everyone whose membership has not ended.
    pub total: u32,
    /// Everyone on the roster, by what they are to the union.
    pub states: StateCounts,
    /// 女.
    pub women: u32,
    /// 农民工.
    pub migrant: u32,
    /// 合同制.
    pub contract: u32,
    /// 劳务派遣.
    pub dispatched: u32,
    /// By shop, the largest first.
    pub shops: Vec<ShopCount>,
    /// A sentence when the dispatched are over the lawful share.
    pub dispatch_warning: Option<String>,
}

/// Everyone on the roster by their state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StateCounts {
    /// 会员.
    pub member: u32,
    /// 保留会籍.
    pub retained: u32,
    /// 已离开.
    pub left: u32,
    /// 未入会.
    pub not_yet: u32,
}

/// How many people a shop has.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShopCount {
    /// The shop; empty when none is entered.
    pub shop: String,
    /// Its people.
    pub people: u32,
}

/// A person as the side panel edits it. Dates are text as entered: `1990-03-07`, `1990-03` or `1990`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PersonRecord {
    /// Absent for a new person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PersonId>,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Sex,
    /// 出生日期. Shown masked but for the year, `1990-**-**`; sent back masked means unchanged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth: Option<String>,
    /// 证件号码. Shown masked; sent back masked means unchanged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_number: Option<String>,
    /// 手机. Shown masked; sent back masked means unchanged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// 邮箱. Shown masked; sent back masked means unchanged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// 民族.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ethnicity: Option<String>,
    /// 学历.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub education: Option<String>,
    /// 政治面貌.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub political: Option<String>,
    /// 技能等级.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill_grade: Option<String>,
    /// 职称.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// 证件类别. Told by the number for a document whose numbers tell it; for others it is chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_kind: Option<String>,
    /// 户籍类型.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub household: Option<String>,
    /// 户籍所在地.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub household_place: Option<String>,
    /// 籍贯.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub native_place: Option<String>,
    /// 就业状况.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// 工作单位 where it is another than the union's own employer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// 是否农民工.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub migrant: Option<bool>,
    /// 参加工作时间, whenever and wherever that was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_on: Option<String>,
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
    /// 用工形式.
    pub form: EmploymentForm,
    /// 入职日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hired_on: Option<String>,
    /// 离职日期; the last job of someone who works here no more is shown with it, and taking it away makes them work here again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_on: Option<String>,
    /// 入会日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member_since: Option<String>,
    /// 会员证号 of a card that another union or an earlier register gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_number: Option<String>,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// People added.
    pub added: u32,
    /// People of the ledger of whom something was changed.
    pub changed: u32,
    /// People whom the file no longer lists and whose membership was entered as kept or moved.
    pub left: u32,
    /// Rows that the ledger already held (same ID number), left as they are.
    pub already_there: u32,
    /// Rows left out because something stands against them.
    pub left_out: u32,
}
