//! The kinds of papers of supervision, as the papers of the union are told apart by. What each is filled with is `papers`'.

use super::model::SupervisionLetterKind;

/// 调查笔录, made from an inquiry.
pub const INQUIRY: &str = "letters.inquiry";
/// 不予受理告知书, made from a case.
pub const REFUSAL: &str = "letters.refusal";
/// 提示函, made from a letter.
pub const REMINDER: &str = "letters.reminder";
/// 意见书, made from a letter.
pub const OPINION: &str = "letters.opinion";
/// 提请函, made from a letter.
pub const REQUEST: &str = "letters.request";
/// 结案报告, made from a case.
pub const CLOSING: &str = "letters.closing";
/// 送达回执 of a letter that stands on a form of others' making.
pub const RECEIPT: &str = "letters.receipt";

/// Whether a kind is one of this module's papers.
pub fn is_ours(kind: &str) -> bool {
    kind.starts_with("letters.")
}

/// The kind of a letter's paper, `letters.reminder`.
pub(super) fn paper_kind(kind: SupervisionLetterKind) -> String {
    format!("letters.{}", kind.code())
}
