//! What a refused act says: a code for programs, a sentence for people, the field it is about and the
//! rule behind it. Every floor's error becomes one here, so that a form has one thing to show.

use ledger::LedgerError;
use serde::Serialize;
use ts_rs::TS;

/// An act that was not done, and why. Nothing has changed when one is returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Stable name for programs, such as `bad_input`.
    pub code: String,
    /// One plain Chinese sentence: the cause, and what to do.
    pub message: String,
    /// The form field it is about, in the request's own names (`representatives.2.chief`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
    /// The law behind it, as a person cites it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub rule: Option<String>,
}

impl Problem {
    /// A problem with a code of its own.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Problem { code: code.to_owned(), message: message.into(), field: None, rule: None }
    }

    /// The request itself is wrong: a field is missing or cannot be read.
    pub fn input(field: &str, message: impl Into<String>) -> Self {
        Problem::new("bad_input", message).at(field)
    }

    /// A rule of law or of the field stands against it.
    pub fn refused(rule: &law::RuleRef, message: impl Into<String>) -> Self {
        Problem { rule: Some(rule.short.clone()), ..Problem::new("refused", message) }
    }

    /// The record asked for is not in the ledger.
    pub fn missing(what: &str) -> Self {
        Problem::new("not_found", format!("账本里没有找到这{what}，它可能已被移除；请返回列表重新选择。"))
    }

    /// The same problem, naming the field it is about.
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.message)
    }
}

impl std::error::Error for Problem {}

impl From<LedgerError> for Problem {
    fn from(error: LedgerError) -> Self {
        Problem::new(error.code(), error.to_string())
    }
}

impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        Problem::from(LedgerError::from(error))
    }
}

impl From<law::LawError> for Problem {
    fn from(error: law::LawError) -> Self {
        Problem::new("law", error.to_string())
    }
}

impl From<paper::PaperError> for Problem {
    fn from(error: paper::PaperError) -> Self {
        Problem::new("paper", error.to_string())
    }
}

impl From<sheet::SheetError> for Problem {
    fn from(error: sheet::SheetError) -> Self {
        Problem::new(error.code(), error.to_string())
    }
}
