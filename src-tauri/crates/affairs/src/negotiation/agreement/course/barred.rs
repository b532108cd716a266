//! What no reason lets in afterwards: a signature or a filing upon a vote that did not pass, and a filing of what is not filed. A
//! paper that says so was made in error, or something between is not entered yet.

use super::{Act, AmendmentAct, Course, Kind, What, by};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::rules::Law;

impl Course {
    /// Refuses to go on with a draft that the last vote before rejected: it is drafted and voted on again first.
    ///
    /// Errors: `refused` with the rule.
    pub(super) fn check_passed(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        use Kind::{Filed, InEffect, Notified, Received, Returned, Signed};
        if !matches!(act.what, What::Event(Signed | Notified | Filed | Received | Returned | InEffect)) {
            return Ok(());
        }
        let voted = |one: &&Act| (one.on, one.id) < (act.on, act.id) && matches!(one.what, What::Vote(_));
        let last = self.acts.iter().rev().find(voted);
        let Some(rejected) = last.filter(|one| one.what == What::Vote(false)) else {
            return self.check_anew(law, act);
        };
        let message = format!(
            "{}职代会没有通过草案，以后的签字、报送都以再次表决通过为前提；请先登记（或者补录）新的草案和再次表决，再登记这一项。",
            day_words(rejected.on)
        );
        Err(by(law, "negotiation.congress.required", "kind", message))
    }

    /// Whether what rescinds or ends an agreement is filed once it is signed: a rescission where the place asks for it, an ending
    /// where its rule speaks of endings too.
    pub(in crate::negotiation::agreement) fn files_end(&self, law: Law<'_>) -> bool {
        let Some(ruling) = law.book.applies("negotiation.rescission.filing", law.place, law.on) else {
            return false;
        };
        match self.amends {
            Some(AmendmentAct::Rescind) => true,
            Some(AmendmentAct::End) => ruling.winner.term("ended") == Some("filed"),
            _ => false,
        }
    }

    /// Refuses a filing, and what comes of one, of what rescinds or ends an agreement: it is not reviewed.
    ///
    /// Errors: `refused` with the rule of the place, where it has one.
    pub(super) fn check_filed(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        use Kind::{Filed, InEffect, Published, Received, RescissionFiled, Returned};
        let What::Event(kind) = act.what else { return Ok(()) };
        let reviewed = matches!(kind, Filed | Received | Returned | InEffect | Published);
        let filed = kind == RescissionFiled && self.amends == Some(AmendmentAct::End) && !self.files_end(law);
        if !self.ends_with_signature() || !(reviewed || filed) {
            return Ok(());
        }
        let message = if self.files_end(law) {
            "解除、终止的协议签字后不用报送审查，请登记解除备案。"
        } else if self.amends == Some(AmendmentAct::End) {
            "终止的协议双方签字就可以，当地没有规定要报送，这一项不用登记。"
        } else {
            "解除的协议签字后不用报送审查，这一项不用登记。"
        };
        Err(by(law, "negotiation.rescission.filing", "kind", message.to_owned()))
    }
}
