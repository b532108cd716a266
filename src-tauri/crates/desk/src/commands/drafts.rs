//! Drafts of forms: each person's own, kept as they type.

use affairs::drafts::{self, DraftLine, DraftRef, KeptDraft, SaveDraft};

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// Keeps a draft in place of the one before.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, draft: SaveDraft) -> Result<Done, Problem> {
    drafts::save(writing.tx, &writing.open.person().id.to_string(), &draft).map(|()| Done)
}

/// One's own draft of a form.
pub fn get(reading: &Reading<'_>, of: DraftRef) -> Result<Option<KeptDraft>, Problem> {
    drafts::get(reading.connection, &reading.open.person().id.to_string(), &of)
}

/// One's own drafts, newest first.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<DraftLine>, Problem> {
    drafts::list(reading.connection, &reading.open.person().id.to_string())
}

/// Drops one's own draft.
pub fn discard(writing: &Writing<'_, '_>, _: &Desk, of: DraftRef) -> Result<Done, Problem> {
    drafts::discard(writing.tx, &writing.open.person().id.to_string(), &of).map(|()| Done)
}
