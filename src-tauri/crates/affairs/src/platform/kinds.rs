//! The kinds of papers of new employment forms, as the papers of the union are told apart by. What each is filled with is
//! `papers`'.

/// 平台协商会议纪要, made from a meeting.
pub const MINUTES: &str = "platform.minutes";
/// 转介函, made from a referral.
pub const REFERRAL: &str = "platform.referral";
/// 职业伤害保障办理说明, made from help after an accident.
pub const HELP: &str = "platform.help";

/// Whether a kind is one of this module's papers.
pub fn is_ours(kind: &str) -> bool {
    kind.starts_with("platform.")
}
