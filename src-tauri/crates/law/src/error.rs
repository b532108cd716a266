//! What can go wrong when packs are read or a rule is asked for, in sentences a chair can read.
//! Faults of a pack name its file and rule; nothing here is ever about a person.

use thiserror::Error;

/// A pack that cannot be trusted, or a question the packs cannot answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LawError {
    /// A pack or calendar cannot be read from the disk.
    #[error("读不到法规数据“{file}”：{reason}。请重新安装程序，或检查 assets 文件夹是否完整。")]
    Unreadable {
        /// File name, without its folder.
        file: String,
        /// The system's words.
        reason: String,
    },
    /// A pack or calendar is not in the agreed shape (unknown field, wrong type).
    #[error("法规数据“{file}”写法有误：{reason}")]
    Malformed {
        /// File name, without its folder.
        file: String,
        /// What the reader stumbled over, with line.
        reason: String,
    },
    /// A rule stands in a pack but may not be used: no case, missing number, id used twice, …
    #[error("法规数据“{file}”中的规则“{id}”不能使用：{reason}。")]
    BadRule {
        /// File name, without its folder.
        file: String,
        /// The rule's id.
        id: String,
        /// What is missing or contradictory.
        reason: String,
    },
    /// No rule of this subject is in force at this place on this day.
    #[error(
        "法规库里没有“{named}”这类规定在{place}于{on}有效的条文，程序不作推算；可以按本单位的约定录入规则。"
    )]
    NoRule {
        /// The subject asked for, as code names it.
        subject: String,
        /// The same in Chinese: the title of a rule of this subject elsewhere, else the code.
        named: String,
        /// The region's name, or its code.
        place: String,
        /// The day asked for, ISO.
        on: String,
    },
    /// A rule is there, but it does not carry what was asked (a date, a number).
    #[error("规则“{id}”不含{wanted}，不能据此计算。")]
    NotOfThisKind {
        /// The rule's id.
        id: String,
        /// What was asked for.
        wanted: String,
    },
    /// A date beyond what the calendar arithmetic can hold.
    #[error("从{start}起算的期限超出了可以计算的年份，请检查日期是否填错。")]
    OutOfRange {
        /// The start date, ISO.
        start: String,
    },
}
