//! What the form of a motion (职工代表提案表) is filled with: what is proposed, what was decided, the answer, and what the proposer says of
//! it. It is signed by hand and bears the register's number; how it looks is its template's.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::model::{CongressFeedback, CongressMotionQuery, CongressReview};
use super::store;
use crate::Problem;
use crate::congress::delegates;
use crate::office::model::{Filled, PaperLine};
use crate::union::store as union;

/// 职工代表提案表.
pub const MOTION: &str = "congress.motion";

/// 提案表 (`congress/motion`).
#[derive(Serialize)]
struct Motion {
    enterprise: String,
    term: String,
    case: String,
    matter: String,
    kind: &'static str,
    proposer: String,
    seconders: Vec<String>,
    reasons: Option<String>,
    advice: String,
    collected_on: NaiveDate,
    review: Option<&'static str>,
    reviewed_on: Option<NaiveDate>,
    review_note: Option<String>,
    department: Option<String>,
    handed_on: Option<NaiveDate>,
    due_on: Option<NaiveDate>,
    answered_on: Option<NaiveDate>,
    answer: Option<String>,
    feedback: Option<&'static str>,
    feedback_on: Option<NaiveDate>,
    feedback_note: Option<String>,
    late_entry: Option<String>,
}

/// The form of every motion, the newest first.
pub fn list(connection: &Connection) -> Result<Vec<PaperLine>, Problem> {
    let line = |kept: store::Kept| PaperLine {
        kind: MOTION.to_owned(),
        of: kept.id.to_string(),
        title: "职工代表提案表".to_owned(),
        affair: format!("{}　{}", kept.number, kept.record.matter),
        dated: Some(kept.record.collected_on),
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    };
    let all = store::matching(connection, &CongressMotionQuery::default(), None)?;
    Ok(all.into_iter().map(line).collect())
}

/// Fills the form of a motion.
///
/// Errors: `not_found`.
pub fn fill(connection: &Connection, of: &str) -> Result<Filled, Problem> {
    let id = of.parse().map_err(|_| Problem::missing("份文件"))?;
    let kept = store::get(connection, id)?;
    let record = kept.record;
    let context = Motion {
        enterprise: union::union_record(connection)?.employer,
        term: delegates::name_of(connection, record.term)?,
        case: kept.number,
        matter: record.matter,
        kind: record.kind.label(),
        proposer: record.proposer,
        seconders: record.seconders,
        reasons: record.reasons,
        advice: record.advice,
        collected_on: record.collected_on,
        review: record.review.map(CongressReview::label),
        reviewed_on: record.reviewed_on,
        review_note: record.review_note,
        department: record.department,
        handed_on: record.handed_on,
        due_on: record.due_on,
        answered_on: record.answered_on,
        answer: record.answer,
        feedback: record.feedback.map(CongressFeedback::label),
        feedback_on: record.feedback_on,
        feedback_note: record.feedback_note,
        late_entry: record.late_entry,
    };
    let title = format!("职工代表提案表（{}）", context.matter);
    Filled::new("congress/motion", of.to_owned(), title, Vec::new(), &context)
}
