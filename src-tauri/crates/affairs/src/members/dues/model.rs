//! Dues (会费) as they cross the contract. A single person's sums tell their wage where dues are a share of it: they are
//! absent for whoever may not see wages. What was taken stands in `entries`, the talks in `talks`.

mod entries;
mod talks;

use chrono::NaiveDate;
use law::RuleRef;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::model::{MembershipState, PersonId};
use crate::month::Month;
use crate::union::groups::model::UnionGroupId;

pub use entries::{DuesEntry, DuesEntryPage, DuesEntryPerson, DuesEntryQuery};
pub use talks::{DuesLapse, DuesLapses, DuesTalkInput, EndForDues};

/// 会费收据, made from an entry.
pub const RECEIPT: &str = "members.duesReceipt";
/// 会费收缴年度表, made from a year.
pub const SHEET: &str = "members.duesSheet";

ledger::id_type!(
    /// By what dues are reckoned from a month on.
    DuesBasisId
);
ledger::id_type!(
    /// One taking of dues.
    DuesEntryId
);
ledger::id_type!(
    /// One talk with a member who has paid nothing for long.
    DuesTalkId
);

coded! {
    /// By what dues are reckoned.
    DuesKind {
        /// The rate of the rule in force.
        Lawful = "lawful", "按规定的比例";
        /// A rate of the union's own.
        Rate = "rate", "按本会定的比例";
        /// The same sum from everybody.
        Flat = "flat", "每人每月定额";
    }
}

coded! {
    /// How a month of a member stands.
    DuesState {
        /// Paid in full.
        Paid = "paid", "已交";
        /// Something is still owed.
        Partly = "partly", "未交足";
        /// Nothing was paid.
        Open = "open", "未交";
        /// Nothing was paid, and what is owed is not known: the wage base is missing.
        Unknown = "unknown", "缺基数";
        /// Membership is kept without dues.
        Exempt = "exempt", "免交";
        /// No member at the month's end, or no basis holds yet.
        None = "none", "不收";
    }
}

coded! {
    /// What came of a talk.
    DuesOutcome {
        /// Promised to pay or to take part again.
        Promised = "promised", "答应改正";
        /// There is a good reason.
        Excused = "excused", "有正当理由";
        /// Took part in union life that the ledger does not know of.
        Active = "active", "参加了工会活动";
        /// Refuses after persuasion.
        Refused = "refused", "经劝导拒不改正";
    }
}

/// A basis as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DuesBasisInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<DuesBasisId>,
    /// The first month it holds.
    pub from: Month,
    /// By what.
    pub kind: DuesKind,
    /// The union's own rate, in ten-thousandths: 50 is 千分之五.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<u32>,
    /// The sum of a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flat: Option<Fen>,
    /// 依据: which decision or rule it stands on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
}

/// The lawful rate as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuesLaw {
    /// The rate in ten-thousandths.
    pub rate: u32,
    /// The part of the wage under this is not counted.
    pub step: Fen,
    /// What is no wage for this.
    pub exempt: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// The wage a person's dues are reckoned from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DuesBaseInput {
    /// Whose.
    pub person: PersonId,
    /// A month's wage.
    pub base: Fen,
}

/// Wages that hold from a month on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DuesBases {
    /// The first month.
    pub from: Month,
    /// Whose.
    pub bases: Vec<DuesBaseInput>,
}

/// Whose dues: everyone's where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct DuesScope {
    /// Those of a branch or group and of all under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<UnionGroupId>,
    /// Those in no group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ungrouped: Option<bool>,
    /// Those of a shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shop: Option<String>,
}

/// Money of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DuesPaid {
    /// Whose.
    pub person: PersonId,
    /// For which months.
    pub months: Vec<Month>,
    /// How much for all of them; what is owed where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Fen>,
}

/// A taking as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PayDues {
    /// The day.
    pub paid_on: NaiveDate,
    /// Who handed it over for others: the group's collector, the payroll office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<String>,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Of whom.
    pub lines: Vec<DuesPaid>,
}

/// Everyone of a scope who owes a month, in one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PayDuesOf {
    /// The month.
    pub month: Month,
    /// Whose.
    #[serde(default)]
    #[ts(optional, as = "Option<DuesScope>")]
    pub scope: DuesScope,
    /// But not these.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PersonId>>")]
    pub except: Vec<PersonId>,
    /// The day.
    pub paid_on: NaiveDate,
    /// Who handed it over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<String>,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a taking came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuesTaken {
    /// The entry.
    pub entry: DuesEntryId,
    /// How many members.
    pub people: u32,
    /// Members who were left out because their wage base is missing.
    pub without_base: Vec<String>,
}

/// An entry answered by its opposite, whole or for some of its members.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReverseDues {
    /// Which entry.
    pub entry: DuesEntryId,
    /// For whom; all where empty.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PersonId>>")]
    pub people: Vec<PersonId>,
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// One month of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesMonth {
    /// The month.
    pub month: Month,
    /// How it stands.
    pub state: DuesState,
    /// What is owed for it; absent where it is not known or may not be seen.
    pub due: Option<Fen>,
    /// What was paid; absent where it may not be seen.
    pub paid: Option<Fen>,
}

/// A member with months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuesPerson {
    /// The person.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// 车间、部门.
    pub shop: Option<String>,
    /// Their group.
    pub group: Option<String>,
    /// What they are to the union now.
    pub state: MembershipState,
    /// The wage base that holds in the last of the months; absent where it is not entered or may not be seen.
    pub base: Option<Fen>,
    /// The months, in order.
    pub months: Vec<DuesMonth>,
}

/// Which members a month's list shows.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DuesMonthQuery {
    /// The month.
    pub month: Month,
    /// Whose.
    #[serde(default)]
    #[ts(optional, as = "Option<DuesScope>")]
    pub scope: DuesScope,
    /// Only who still owes it.
    #[serde(default)]
    pub open: Option<bool>,
    /// First line, from 0.
    #[serde(default)]
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 200 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A month of all members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuesMonthPage {
    /// How many match.
    pub total: u32,
    /// How many of the scope owe something.
    pub open: u32,
    /// How many of the scope have paid.
    pub paid: u32,
    /// How many of the scope are free of dues.
    pub exempt: u32,
    /// How many of the scope have no wage base where one is needed.
    pub without_base: u32,
    /// What the scope owes; absent where it may not be seen.
    pub due_sum: Option<Fen>,
    /// What the scope has paid.
    pub paid_sum: Option<Fen>,
    /// The slice.
    pub rows: Vec<DuesPerson>,
}

/// A year of one member.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DuesPersonQuery {
    /// Who.
    pub person: PersonId,
    /// Which year.
    pub year: i32,
}

/// The dues as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuesOverview {
    /// The month of today.
    pub month: Month,
    /// By what dues are reckoned, the newest first.
    pub bases: Vec<DuesBasisInput>,
    /// The lawful rate, where the packs have one.
    pub law: Option<DuesLaw>,
    /// Whether single sums are shown.
    pub seen: bool,
    /// Whether sums of several are told: without the right to single wages those by a rate are not.
    pub sums: bool,
    /// The years that have months of dues, the newest first.
    pub years: Vec<i32>,
}

/// Arrears of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuesArrearsGroup {
    /// The group; empty for those in none.
    pub group: String,
    /// Members who owe something.
    pub people: u32,
    /// Months owed, of all together.
    pub months: u32,
    /// What they owe; absent where it may not be seen or is told by too few.
    pub sum: Option<Fen>,
    /// The members, each with the months owed.
    pub members: Vec<DuesPerson>,
}

/// Everybody's arrears, by group; the month of today is not overdue yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesArrears {
    /// Members who owe something.
    pub people: u32,
    /// Months owed, of all together.
    pub months: u32,
    /// What they owe together.
    pub sum: Option<Fen>,
    /// By group; at most 500 members are named in all.
    pub groups: Vec<DuesArrearsGroup>,
}

/// What pasted lines are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DuesLinesOf {
    /// Money that was paid.
    Payments,
    /// Wage bases.
    Bases,
}

/// Lines as they were pasted from a sheet, one member a line.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DuesLines {
    /// What they are about.
    pub of: DuesLinesOf,
    /// The text.
    pub text: String,
    /// The month of lines that name none.
    #[serde(default)]
    pub month: Option<Month>,
}

/// What a line was read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuesLineRead {
    /// The number of the line in the text, from 1.
    pub line: u32,
    /// Who, where it is sure.
    pub person: Option<PersonId>,
    /// 姓名, by the roster where it is sure.
    pub name: String,
    /// The months.
    pub months: Vec<Month>,
    /// The money, or the wage.
    pub amount: Option<Fen>,
    /// What is to be looked at before it is kept.
    pub doubt: Option<String>,
    /// Why it cannot be kept.
    pub trouble: Option<String>,
}
