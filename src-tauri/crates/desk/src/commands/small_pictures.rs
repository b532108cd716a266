//! Small pictures of attachments that the journal does not prove: drawn anew from the files themselves, to compare and to put
//! right. What stands in the rows is proved by the ledger's check.

use affairs::office::attachments::small::{self, UnprovedThumbnail};
use affairs::office::attachments::thumbnail::Thumbnail;
use affairs::office::attachments::{LARGEST_PICTURE, thumbnail};
use ledger::{Finality, LedgerError, Op};

use crate::Problem;
use crate::open::Open;
use crate::progress::Progress;

/// A small picture drawn anew; an error where the file itself cannot be read, which the check tells of by itself.
fn drawn(open: &Open, one: &UnprovedThumbnail) -> Result<Option<Thumbnail>, LedgerError> {
    Ok(thumbnail::make(&open.ledger.files().bytes(&one.content, LARGEST_PICTURE)?))
}

/// How many small pictures of which the journal tells nothing are not what their files look like.
///
/// Errors: cancelled.
pub(crate) fn differing(open: &Open, progress: &dyn Progress) -> Result<usize, Problem> {
    let silent: Vec<_> = open.ledger.read(small::unproved)?.into_iter().filter(|one| !one.told).collect();
    let mut differing = 0;
    for (done, one) in silent.iter().enumerate() {
        progress.report(done as u64, silent.len() as u64, "核对缩略图");
        if progress.cancelled() {
            return Err(LedgerError::Cancelled.into());
        }
        if drawn(open, one).is_ok_and(|drawn| !one.is(drawn.as_ref())) {
            differing += 1;
        }
    }
    Ok(differing)
}

/// Draws anew every small picture that the journal does not prove, and puts down its digest. Answers which tables changed.
pub(crate) fn draw_anew(open: &Open) -> Result<Vec<String>, Problem> {
    let mut anew = Vec::new();
    for one in open.ledger.read(small::unproved)? {
        if let Ok(drawn) = drawn(open, &one) {
            anew.push((one.content, drawn));
        }
    }
    if anew.is_empty() {
        return Ok(Vec::new());
    }
    let op = Op {
        code: "ledger.rebuild".into(),
        label: "重新整理缩略图".to_owned(),
        finality: Finality::Reversible,
    };
    let done = open.ledger.step::<_, Problem>(&op, &open.actor(), |tx| {
        anew.iter().try_for_each(|(content, drawn)| small::keep_drawn_anew(tx, content, drawn.as_ref()))
    })?;
    Ok(done.changed.into_iter().collect())
}
