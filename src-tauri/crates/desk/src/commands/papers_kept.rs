//! The papers of an affair that is being sealed, kept as they stand in the step that seals it. What is printed of them afterwards
//! `papers_filled` takes from there.

use affairs::negotiation::model::NegotiationId;
use affairs::negotiation::papers::PLAN;
use affairs::negotiation::seal;

use crate::Problem;
use crate::commands::papers_filled::fill;
use crate::commands::papers_listed::of_talks;
use crate::commands::papers_set::source;
use crate::desk::Desk;
use crate::open::Writing;

/// Keeps every paper that an affair lists on the day of its seal, issued or not: a draft of one that was issued is printed too. The
/// plan is kept with the seal, since who may read wages sees more of it.
///
/// Errors: those of the paper that cannot be filled. A seal that left it out would have it filled from the facts of a later day.
pub(super) fn keep(writing: &Writing<'_, '_>, desk: &Desk, id: NegotiationId) -> Result<(), Problem> {
    let reading = writing.reading();
    let affair = id.to_string();
    for line in of_talks(&reading, desk)? {
        let of = seal::affair_of(reading.connection, &line.of)?;
        if line.kind == PLAN || of.as_deref() != Some(affair.as_str()) {
            continue;
        }
        let filled = fill(&reading, desk, &line.kind, &line.of)?;
        let source = source(&reading, desk, &filled, None)?;
        seal::kept::keep(writing.tx, id, &line, &filled, &source)?;
    }
    Ok(())
}
