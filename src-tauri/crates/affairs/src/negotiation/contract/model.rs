//! The text of a contract as it crosses the contract of the program: clauses, blanks, versions. What a draft is found to have
//! stands in `findings`, what the page sends in `input`; how two are compared, in `compare`.

mod findings;
mod ids;
mod input;

pub use findings::{ContractFinding, ContractFindingKind, ContractRemedy, ContractSeverity};
pub use ids::{ContractClauseId, ContractVersionId};
pub use input::{
    CompareContracts, FillContractBlank, KeepContractVersion, OrderContractClauses, PasteContract,
    SaveContractClause, StartContract, TakeAgreedText, TakeLibraryClause,
};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::negotiation::agreement::model::{AgreementId, AgreementKind};
use crate::negotiation::model::{NegotiationId, TopicId};
use crate::negotiation::wording::{NumberMove, WordingPart};

coded! {
    /// Where the words of a clause are from.
    ContractOrigin {
        /// The clause library.
        Library = "library", "条款库";
        /// A text agreed upon in a meeting.
        Agreed = "agreed", "会议一致的文字";
        /// Last year's contract.
        LastYear = "last_year", "上年合同";
        /// Typed.
        Typed = "typed", "自己写的";
    }
}

coded! {
    /// What a version is.
    ContractVersionSource {
        /// The draft as it stood.
        Draft = "draft", "草案";
        /// A contract of an earlier year, pasted.
        Pasted = "pasted", "粘贴的上年合同";
    }
}

/// The items of the clause files as a history reads them; what they are called in a contract stands in those files.
pub const ITEM_WORDS: &[(&str, &str)] = &[
    ("general", "总则"),
    ("term", "合同期限"),
    ("system", "工资分配制度、工资标准和分配形式"),
    ("level", "年度平均工资水平和调整幅度"),
    ("bonus", "奖金、津贴和补贴"),
    ("payment", "工资支付办法"),
    ("quota", "劳动定额和计件单价"),
    ("change", "变更和解除的程序"),
    ("ending", "终止的条件"),
    ("breach", "违约责任"),
    ("other", "双方约定的其他事项"),
    ("groups", "特定职工群体"),
    ("monitoring", "履行监督和争议处理"),
    ("final", "附则"),
    ("pay", "劳动报酬"),
    ("hours", "工作时间、休息休假"),
    ("safety", "劳动安全和卫生"),
    ("welfare", "保险福利"),
    ("women", "女职工特殊保护"),
    ("training", "职业技能培训"),
    ("contracts", "劳动合同管理和裁员"),
    ("equality", "平等就业和同工同酬"),
    ("banned", "禁忌从事的劳动"),
    ("four", "经期、孕期、产期和哺乳期保护"),
    ("health", "妇科检查和卫生保健"),
    ("harassment", "预防和制止性骚扰"),
    ("growth", "培训和职业发展"),
    ("duty", "安全生产责任"),
    ("hazards", "隐患排查和整改"),
    ("equipment", "劳动防护用品和作业条件"),
    ("disease", "职业病防治和健康检查"),
    ("heat", "高温和特殊作业"),
    ("rights", "知情、拒绝和撤离的权利"),
    ("injury", "工伤保险和事故处理"),
];

/// The groups of workers of the clause files as a history reads them.
pub const GROUP_WORDS: &[(&str, &str)] =
    &[("skilled", "技术工人"), ("women", "女职工"), ("dispatched", "被派遣劳动者"), ("migrant", "农民工")];

/// How badly an item is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ContractNeed {
    /// It is at the heart of the contract; where the law of the place says that it must be there, nothing is signed without it.
    Must,
    /// It ought to be there.
    Should,
    /// As the parties like, where the law of the place does not ask for it.
    May,
}

/// What is filled into a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum BlankKind {
    /// 元, kept in fen.
    Sum,
    /// %, kept in hundredths.
    Percent,
    /// 每月几日.
    Day,
    /// A date.
    Date,
    /// A whole number.
    Count,
    /// One of a list.
    Choice,
    /// Words.
    Text,
}

/// A clause of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContractClause {
    /// Its id.
    pub id: ContractClauseId,
    /// The item it answers.
    pub item: String,
    /// The group of workers it is for.
    pub group: Option<String>,
    /// The library's clause it was made from.
    pub library: Option<String>,
    /// Where its words are from.
    pub origin: ContractOrigin,
    /// The round whose agreed text it is.
    pub round: Option<u32>,
    /// The topic whose agreed text it is.
    pub topic: Option<TopicId>,
    /// Its words, blanks as 【名称】.
    pub text: String,
}

/// A clause as the page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContractClauseShown {
    /// The clause.
    pub clause: ContractClause,
    /// 第几条.
    pub number: u32,
    /// Its words with what was filled in.
    pub filled: String,
    /// The law behind it, as it is quoted.
    pub article: Option<String>,
    /// The names of its blanks.
    pub blanks: Vec<String>,
}

/// One chapter: an item with its clauses.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContractChapter {
    /// The item's code.
    pub item: String,
    /// Its title.
    pub title: String,
    /// How badly it is needed.
    pub need: ContractNeed,
    /// Its clauses in order.
    pub clauses: Vec<ContractClauseShown>,
}

/// What the ledger or the law proposes for a blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BlankProposal {
    /// The value as it is kept.
    pub value: String,
    /// As it is read.
    pub shown: String,
    /// Where it is from.
    pub from: String,
}

/// What an earlier contract said where this one has a blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LastYearValue {
    /// As it was read.
    pub shown: String,
    /// The contract that says so.
    pub from: String,
}

/// A blank of the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContractBlank {
    /// Its name.
    pub name: String,
    /// What is filled in.
    pub kind: BlankKind,
    /// What may be chosen.
    pub choices: Vec<String>,
    /// As it is kept: fen, hundredths of a percent, an ISO date, words.
    pub value: Option<String>,
    /// As it is read.
    pub shown: Option<String>,
    /// What could be filled in.
    pub proposal: Option<BlankProposal>,
    /// What stood there last year.
    pub last: Option<LastYearValue>,
}

/// A text agreed upon in a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgreedText {
    /// The topic.
    pub topic: TopicId,
    /// Its title.
    pub title: String,
    /// The round.
    pub round: u32,
    /// The text.
    pub text: String,
    /// It stands in this draft with these words.
    pub taken: bool,
}

/// A clause that could be taken.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryClauseLine {
    /// Its code.
    pub library: String,
    /// The item it answers.
    pub item: String,
    /// The name of the group it is for.
    pub group: Option<String>,
    /// Its words.
    pub text: String,
    /// The law behind it, as it is quoted.
    pub article: Option<String>,
    /// It stands in the draft.
    pub taken: bool,
}

/// A kept version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContractVersionLine {
    /// Its id.
    pub id: ContractVersionId,
    /// Its number among the drafts of this contract; 0 for a pasted one.
    pub number: u32,
    /// What it is.
    pub source: ContractVersionSource,
    /// The day it was kept.
    pub kept_on: NaiveDate,
    /// What it is called.
    pub note: String,
    /// How many clauses.
    pub clauses: u32,
    /// The contract's title, where it is an earlier year's.
    pub of_year: Option<String>,
}

/// A clause of a kept version, filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptClause {
    /// The clause of the draft it was; none for a pasted one.
    pub clause: Option<ContractClauseId>,
    /// The library's clause.
    pub library: Option<String>,
    /// The chapter.
    pub chapter: String,
    /// Its words.
    pub text: String,
}

/// The text of a contract as its page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContractDraft {
    /// The agreement it belongs to.
    pub agreement: AgreementId,
    /// Its kind.
    pub kind: AgreementKind,
    /// Its title.
    pub title: String,
    /// The talks.
    pub negotiation: NegotiationId,
    /// Their title.
    pub affair: String,
    /// The chapters in order; those without a clause too.
    pub chapters: Vec<ContractChapter>,
    /// The blanks of the clauses, in the order in which they stand.
    pub blanks: Vec<ContractBlank>,
    /// What was found, the gravest first.
    pub findings: Vec<ContractFinding>,
    /// What the meetings agreed upon.
    pub agreed: Vec<AgreedText>,
    /// What could be taken.
    pub library: Vec<LibraryClauseLine>,
    /// It was typed after the signature and is kept: what was typed wrong is mended from the paper, with its reason.
    pub copied: bool,
    /// Why it may not be changed any more, and what to do instead; none while it may.
    pub settled: Option<String>,
    /// The affair is sealed: nothing of the text changes, not even what was typed wrong of a copy.
    pub sealed: bool,
    /// The versions kept, the newest first, then last year's.
    pub versions: Vec<ContractVersionLine>,
}

/// One clause of two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClauseComparison {
    /// The chapter.
    pub chapter: String,
    /// 第几条 before; none where it is new.
    pub before: Option<u32>,
    /// 第几条 after; none where it was left out.
    pub after: Option<u32>,
    /// Word by word.
    pub parts: Vec<WordingPart>,
    /// The numbers that moved.
    pub moves: Vec<NumberMove>,
    /// It says something else.
    pub changed: bool,
}

/// Two versions, clause by clause.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContractComparison {
    /// What the earlier one is called.
    pub before: String,
    /// What the later one is called.
    pub after: String,
    /// Every clause of both, in the order of the later one; those left out stand where they were.
    pub clauses: Vec<ClauseComparison>,
    /// How many are new.
    pub added: u32,
    /// How many were left out.
    pub removed: u32,
    /// How many say something else.
    pub changed: u32,
}
