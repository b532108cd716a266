//! The types of lists of members as they cross the contract: columns, what people are counted by, a list kept by name, a
//! change to many people.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::model::{MemberQuery, PersonId};

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MemberColumn {
    /// 姓名.
    Name,
    /// 性别.
    Sex,
    /// 出生日期.
    Birth,
    /// 年龄.
    Age,
    /// 车间.
    Shop,
    /// 岗位.
    Post,
    /// 工号.
    WorkNumber,
    /// 用工形式.
    Form,
    /// 分会、小组.
    Group,
    /// 学历.
    Education,
    /// 政治面貌.
    Political,
    /// 技能等级.
    Skill,
    /// 户籍类型.
    Household,
    /// 电话, masked unless revealed.
    Phone,
    /// 证件号码, masked unless revealed.
    IdNumber,
    /// 入会日期.
    MemberSince,
    /// 会籍.
    State,
    /// 标记.
    Flags,
}

coded! {
    /// What people are counted by.
    MemberField {
        /// 车间.
        Shop = "shop", "车间";
        /// 岗位.
        Post = "post", "岗位";
        /// 分会、小组.
        Group = "group", "分会、小组";
        /// 性别.
        Sex = "sex", "性别";
        /// 年龄段.
        AgeBand = "age_band", "年龄段";
        /// 用工形式.
        Form = "form", "用工形式";
        /// 技能等级.
        Skill = "skill", "技能等级";
        /// 学历.
        Education = "education", "学历";
        /// 政治面貌.
        Political = "political", "政治面貌";
        /// 会籍.
        State = "state", "会籍";
        /// 入会年份.
        JoinedYear = "joined_year", "入会年份";
        /// 标记: one may have several or none.
        Flag = "flag", "标记";
    }
}

/// How many of the people asked for are alike in something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberGroup {
    /// What a query asks for to find them: a shop, the id of a group, `female`, `26-35`; empty where nothing is entered.
    pub key: String,
    /// As it is called; empty where nothing is entered.
    pub label: String,
    /// How many.
    pub people: u32,
}

/// How a list is looked at.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct MemberListView {
    /// Which people, in which order.
    #[ts(optional = false)]
    pub query: MemberQuery,
    /// Which columns, in their order.
    #[ts(optional = false)]
    pub columns: Vec<MemberColumn>,
    /// What they are counted by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<MemberField>,
}

ledger::id_type!(
    /// A list kept by name.
    MemberListId
);

/// A list kept by name (常用查询).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MemberList {
    /// Absent for a new one; a name that is taken is written over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MemberListId>,
    /// 名称.
    pub name: String,
    /// What it shows.
    #[ts(optional = false)]
    pub view: MemberListView,
}

coded! {
    /// What can be changed of many people at once.
    BulkField {
        /// 车间.
        Shop = "shop", "车间";
        /// 岗位.
        Post = "post", "岗位";
        /// 用工形式.
        Form = "form", "用工形式";
        /// 分会、小组.
        Group = "group", "分会、小组";
        /// 技能等级.
        Skill = "skill", "技能等级";
        /// 户籍类型.
        Household = "household", "户籍类型";
        /// 农民工.
        Migrant = "migrant", "农民工";
        /// 劳模.
        ModelWorker = "model_worker", "劳模";
        /// 困难职工.
        Hardship = "hardship", "困难职工";
    }
}

/// One thing to be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct BulkSet {
    /// What.
    pub field: BulkField,
    /// Into what: a text, a form's code as the contract has it, a group's id, `yes` or `no`. Absent: nothing entered.
    #[serde(default)]
    pub to: Option<String>,
}

/// A change to many people.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct BulkInput {
    /// Everyone who matches; its slice is not heeded.
    #[serde(default)]
    #[ts(optional = false)]
    pub query: MemberQuery,
    /// Only these, whoever matches.
    #[serde(default)]
    pub only: Option<Vec<PersonId>>,
    /// What is changed, each thing once.
    #[ts(optional = false)]
    pub set: Vec<BulkSet>,
}

/// What one thing to be changed is now, of how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BulkChange {
    /// What.
    pub field: BulkField,
    /// What is entered now; empty for nothing.
    pub from: String,
    /// What will be.
    pub to: String,
    /// Of how many.
    pub people: u32,
}

/// What a change to many people will do, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BulkOutcome {
    /// How many people are meant.
    pub people: u32,
    /// Of how many something changes.
    pub changed: u32,
    /// What changes into what.
    pub changes: Vec<BulkChange>,
}
