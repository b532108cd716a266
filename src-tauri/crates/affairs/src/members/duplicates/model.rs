//! People who may be one, as they cross the contract: the pairs with what speaks for them, two people side by side, and what
//! the chair decided of them. How pairs are found is `alike`'s, what merging does `merge`'s.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::model::{MembershipState, PersonId, Sex};

ledger::id_type!(
    /// Two records that were found to be two people.
    PersonApartId
);
ledger::id_type!(
    /// One record that was merged into another.
    PersonMergeId
);

coded! {
    /// What two records have in common.
    DuplicateGround {
        /// The same document, also where one has its old number of fifteen digits.
        Number = "number", "证件号码相同";
        /// The same number of a member's card.
        Card = "card", "会员证号相同";
        /// The same name.
        Name = "name", "姓名相同";
        /// The same name in other characters: 吕 and 呂.
        Variant = "variant", "姓名只是字形不同";
        /// Names that sound alike: 张 and 章.
        Sound = "sound", "姓名读音相近";
        /// A phone in common.
        Phone = "phone", "电话相同";
        /// The same staff number.
        StaffNumber = "staff_number", "工号相同";
        /// The same day of birth.
        Birth = "birth", "出生日期相同";
        /// The same shop, where a document is missing.
        Shop = "shop", "车间相同，证件号码没有登记全";
    }
}

coded! {
    /// How much speaks for one person.
    DuplicateStrength {
        /// The document says it.
        Certain = "certain", "就是一个人";
        /// Only the person can say otherwise.
        Likely = "likely", "多半是一个人";
        /// Worth a look.
        Possible = "possible", "可能是一个人";
    }
}

/// One of two people, identity as the person at the desk may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicatePerson {
    /// The person.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Sex,
    /// 出生日期, as exactly as it is known; the year alone `1990-**-**` unless revealed.
    pub birth: Option<String>,
    /// 车间.
    pub shop: Option<String>,
    /// 岗位.
    pub post: Option<String>,
    /// 证件号码, masked unless revealed.
    pub id_number: Option<String>,
    /// 电话, masked unless revealed.
    pub phone: Option<String>,
    /// What they are to the union.
    pub state: MembershipState,
    /// 已转出, 已退会 … of one who has left.
    pub left: Option<String>,
}

/// Two who may be one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicatePair {
    /// The record entered first.
    pub one: DuplicatePerson,
    /// The other.
    pub other: DuplicatePerson,
    /// What they have in common.
    pub grounds: Vec<DuplicateGround>,
    /// How much it says.
    pub strength: DuplicateStrength,
    /// What speaks against it, in a sentence.
    pub against: Option<String>,
}

/// Two who were found to be two people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonApart {
    /// The entry.
    pub id: PersonApartId,
    /// One.
    pub one: String,
    /// The other.
    pub other: String,
    /// Why.
    pub reason: String,
    /// When.
    pub decided_on: NaiveDate,
    /// Whether one of them has changed since, so that they are looked at anew.
    pub outdated: bool,
}

/// What the search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicatesFound {
    /// How many pairs there are.
    pub total: u32,
    /// The pairs that most speaks for, at most 500.
    pub pairs: Vec<DuplicatePair>,
    /// Names that several people bear whose documents are all different; none for one who may not read identity.
    pub same_name: Option<u32>,
    /// Names that so many of one shop bear without a document that they are not told pair by pair.
    pub crowded: u32,
    /// Pairs that were found to be two people.
    pub apart: Vec<PersonApart>,
}

/// Which pairs are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct FindDuplicates {
    /// Only those with this person.
    pub person: Option<PersonId>,
}

/// Two people that are looked at together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PersonPair {
    /// Whose record is to stay.
    pub kept: PersonId,
    /// Whose record goes into it.
    pub gone: PersonId,
    /// The fields taken from it so far: what is told of groups and of joining hangs on them.
    #[serde(default)]
    pub take: Option<Vec<MergeField>>,
}

coded! {
    /// A field that is chosen from one of two records.
    MergeField {
        /// 姓名.
        Name = "name", "姓名";
        /// 性别.
        Sex = "sex", "性别";
        /// 出生日期.
        Birth = "birth", "出生日期";
        /// 证件号码, with its kind.
        IdNumber = "id_number", "证件号码";
        /// 电话.
        Phone = "phone", "电话";
        /// 其他电话.
        OtherPhones = "other_phones", "其他电话";
        /// 民族.
        Ethnicity = "ethnicity", "民族";
        /// 学历.
        Education = "education", "学历";
        /// 政治面貌.
        Political = "political", "政治面貌";
        /// 技能等级.
        SkillGrade = "skill_grade", "技能等级";
        /// 职称.
        Title = "title", "职称";
        /// 邮箱.
        Email = "email", "邮箱";
        /// 户籍类型.
        Household = "household", "户籍类型";
        /// 户籍所在地.
        HouseholdPlace = "household_place", "户籍所在地";
        /// 籍贯.
        NativePlace = "native_place", "籍贯";
        /// 是否农民工.
        Migrant = "migrant", "农民工";
        /// 参加工作时间.
        StartedOn = "started_on", "参加工作时间";
        /// 会员证号 of a card given elsewhere.
        CardNumber = "card_number", "原会员证号";
        /// 备注.
        Note = "note", "备注";
        /// 工作单位.
        Employer = "employer", "工作单位";
        /// 车间.
        Shop = "shop", "车间或部门";
        /// 班组.
        Team = "team", "班组";
        /// 岗位.
        Post = "post", "岗位";
        /// 工号.
        WorkNumber = "work_number", "工号";
        /// 用工形式.
        Form = "form", "用工形式";
        /// 就业状况.
        Status = "status", "就业状况";
        /// 入职日期.
        HiredOn = "hired_on", "入职日期";
        /// 分会、小组.
        Group = "group", "分会、小组";
        /// 入会日期, of the event that begins the membership.
        MemberSince = "member_since", "入会日期";
    }
}

/// One field of both, identity as it may be seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeRow {
    /// The field.
    pub field: MergeField,
    /// What it is called.
    pub label: String,
    /// Of the record that stays.
    pub kept: Option<String>,
    /// Of the one that goes.
    pub gone: Option<String>,
    /// Whether both have one and they are not the same.
    pub differs: bool,
    /// Whether the other's is taken unless the chair says otherwise: theirs alone is there.
    pub take: bool,
}

/// How many rows of a kind go over to the record that stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeMove {
    /// What they are.
    pub label: String,
    /// How many.
    pub rows: u32,
}

/// Two people side by side, and what merging them would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeView {
    /// Whose record stays.
    pub kept: DuplicatePerson,
    /// Whose goes into it.
    pub gone: DuplicatePerson,
    /// What they have in common.
    pub grounds: Vec<DuplicateGround>,
    /// How much it says; none when they are no pair.
    pub strength: Option<DuplicateStrength>,
    /// What speaks against it, or why they are no pair.
    pub against: Option<String>,
    /// Their fields.
    pub rows: Vec<MergeRow>,
    /// What goes over.
    pub moves: Vec<MergeMove>,
    /// What would meet and how it is settled.
    pub notes: Vec<String>,
    /// Why they cannot be merged as they are, each with what to do.
    pub refused: Vec<String>,
}

/// Which of the other's fields are taken. A field that only one of the two has is always kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeInput {
    /// Whose record stays.
    pub kept: PersonId,
    /// Whose goes into it.
    pub gone: PersonId,
    /// The fields taken from the one that goes.
    #[serde(default)]
    pub take: Vec<MergeField>,
}

/// That two are two people.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ApartInput {
    /// One.
    pub one: PersonId,
    /// The other.
    pub other: PersonId,
    /// How one knows.
    pub reason: String,
}
