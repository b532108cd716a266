//! The kinds of papers of a re-election, as the papers of the union are told apart by. What each is filled with is `papers`'.

/// 换届请示.
pub const REQUEST: &str = "election.request";
/// 候选人公示.
pub const NOTICE: &str = "election.notice";
/// 选票.
pub const BALLOT: &str = "election.ballot";
/// 监票计票报告.
pub const COUNT: &str = "election.count";
/// 选举结果报告.
pub const REPORT: &str = "election.report";
/// 离任审计申请.
pub const AUDIT: &str = "election.audit";

/// Whether a kind is one of these papers.
pub fn is_ours(kind: &str) -> bool {
    kind.starts_with("election.")
}
