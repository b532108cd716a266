//! Branches and groups as they cross the contract: a tree in order, with how many people each has.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::model::PersonId;

ledger::id_type!(
    /// A branch or group.
    UnionGroupId
);

coded! {
    /// What a part of the union is.
    UnionGroupKind {
        /// 分会.
        Branch = "branch", "分会";
        /// 小组.
        Group = "group", "小组";
    }
}

/// A branch or group as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct UnionGroupInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<UnionGroupId>,
    /// The one it stands under; absent at the top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnionGroupId>,
    /// 分会 or 小组.
    pub kind: UnionGroupKind,
    /// 名称.
    pub name: String,
    /// Its leader on the roster, where picked from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<PersonId>,
    /// 分会主席, 组长.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader_name: Option<String>,
}

/// A branch or group in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionGroup {
    /// It.
    pub id: UnionGroupId,
    /// As the form holds it.
    pub record: UnionGroupInput,
    /// How many stand above it.
    pub depth: u32,
    /// Its own people.
    pub people: u32,
    /// Its people and those of all under it.
    pub all: u32,
}

/// A shop of the roster and how many of it are in no group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UngroupedShop {
    /// The shop.
    pub shop: String,
    /// Those of it in no group.
    pub ungrouped: u32,
    /// Everyone of it.
    pub people: u32,
}

/// The tree, each one before those under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionGroups {
    /// The branches and groups.
    pub groups: Vec<UnionGroup>,
    /// Members in none.
    pub ungrouped: u32,
    /// The shops of the roster.
    pub shops: Vec<UngroupedShop>,
}

/// Someone of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupedPerson {
    /// The person.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// 车间.
    pub shop: Option<String>,
    /// 岗位.
    pub post: Option<String>,
}

/// People put into a group, or with none out of theirs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AssignToGroup {
    /// The group; absent to take people out of theirs.
    #[serde(default)]
    pub group: Option<UnionGroupId>,
    /// Single people.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PersonId>>")]
    pub people: Vec<PersonId>,
    /// Everyone of a shop who is in no group yet.
    #[serde(default)]
    pub shop: Option<String>,
}
