//! When an agreement is sent to the upper union: once it is in effect, or together with its filing. Until when, its ladder says.

use crate::negotiation::rules::Law;

/// What says that it is sent to the upper union.
pub(super) const SEND_UP: &str = "negotiation.report_upper";

/// What its rule says where that goes together with the filing.
pub(super) const WITH_FILING: &str = "submission";

/// Whether the place has it sent when it is filed, and not once it is in effect.
pub(super) fn goes_up_when_filed(law: Law<'_>) -> bool {
    let ruling = law.book.applies(SEND_UP, law.place, law.on);
    ruling.is_some_and(|ruling| ruling.winner.term("at") == Some(WITH_FILING))
}
