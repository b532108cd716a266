//! In which order the acts came about that an effect stands on: the vote before the signature, the signature before the filing, what
//! the department does of it after that. A reason for an entry made afterwards says why it is typed late and puts nothing before what
//! it comes after. What is not entered yet stands in nobody's way: papers are typed in any order. Nothing of the way comes after the
//! effect: from then on an agreement is changed by what amends it.

use chrono::NaiveDate;

use super::{Act, Course, Ground, Kind, What, by};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::rules::Law;

/// The way to an effect.
const WAY: [What; 5] = [
    What::Vote(true),
    What::Event(Kind::Signed),
    What::Event(Kind::Filed),
    What::Event(Kind::Received),
    What::Event(Kind::InEffect),
];

/// The place of an act on the way to an effect. A vote that did not pass has that of a vote.
fn place(what: What) -> Option<usize> {
    let of = if what == What::Vote(false) { What::Vote(true) } else { what };
    WAY.iter().position(|one| *one == of)
}

/// Whether it leads to an effect, and so comes before it.
fn leads_to_effect(what: What) -> bool {
    use Kind::{Drafted, Filed, Notified, Received, Returned, Signed};
    match what {
        What::Vote(_) => true,
        What::Event(kind) => matches!(kind, Drafted | Notified | Signed | Filed | Received | Returned),
    }
}

/// That what comes first is entered on a later day than what follows it.
fn misplaced(law: Law<'_>, first: &Act, then: &Act) -> Problem {
    let (earlier, later) = (first.told(), then.told());
    let message = format!(
        "{earlier}登记在{}，{later}登记在{}：{earlier}应当在{later}以前，请照纸面材料核对这两个日期；退回以后重新办的，请先登记退回。",
        day_words(first.on),
        day_words(then.on)
    );
    let subject = match first.what {
        What::Vote(_) => Ground::Vote.subject(),
        What::Event(Kind::Signed) => Ground::Signature.subject(),
        What::Event(_) => "negotiation.silent_approval",
    };
    by(law, subject, "happenedOn", message)
}

impl Course {
    /// The acts between the return before an act and the one after it.
    pub(super) fn round_of(&self, act: &Act) -> Vec<&Act> {
        let key = |one: &Act| (one.on, one.id);
        let own = key(act);
        let returned = self.acts.iter().filter(|one| one.what == What::Event(Kind::Returned));
        let backs: Vec<_> = returned.map(key).collect();
        let since = backs.iter().filter(|back| **back < own).max();
        let until = backs.iter().filter(|back| **back > own).min();
        let within = |one: &Act| {
            since.is_none_or(|since| *since < key(one)) && until.is_none_or(|until| key(one) < *until)
        };
        self.acts.iter().filter(|one| within(one)).collect()
    }

    /// Refuses an act that is entered on a later day than what stands on it, or on an earlier one than what it stands on.
    ///
    /// Errors: `refused` at the day, with the rule.
    pub(super) fn check_order(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let Some(own) = place(act.what) else { return Ok(()) };
        let round = self.round_of(act);
        let follows = |one: &Act| place(one.what) > Some(own) && one.on < act.on;
        if let Some(then) = round.iter().find(|one| follows(one)) {
            return Err(misplaced(law, act, then));
        }
        // Another of its kind may stand before it: a vote, say, that is taken again.
        let stands = |what: What| self.acts.iter().any(|one| one.what == what && one.on <= act.on);
        let precedes = |one: &Act| WAY[..own].contains(&one.what) && one.on > act.on && !stands(one.what);
        match round.iter().find(|one| precedes(one)) {
            Some(first) => Err(misplaced(law, first, act)),
            None => Ok(()),
        }
    }

    /// The effect that an act of the way to one would come after.
    fn effect_before(&self, act: &Act) -> Option<&Act> {
        self.last_before(What::Event(Kind::InEffect), act).filter(|_| leads_to_effect(act.what))
    }

    /// Refuses an act of the way to an effect that would come after it, whatever is entered afterwards.
    ///
    /// Errors: `refused` at the day, with the rule.
    pub(super) fn check_before_effect(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let Some(effect) = self.effect_before(act) else { return Ok(()) };
        let amended = match self.amends {
            None => "生效以后要改合同的，请登记变更、续签、解除或者终止的协议；",
            Some(_) => "",
        };
        let message = format!(
            "{}已经登记生效，{}应当在生效以前。{amended}日期登记错了的，请照纸面材料核对。",
            day_words(effect.on),
            act.told()
        );
        Err(by(law, "negotiation.silent_approval", "happenedOn", message))
    }

    /// What is told where an effect comes before an act of the way to it that stands: that act is none of after the effect.
    pub(super) fn outrun(&self, after: &Course, act: &Act) -> Option<String> {
        let effect = after.effect_before(act).filter(|_| self.effect_before(act).is_none())?;
        Some(format!(
            "后面还登记着{}的“{}”，它应当在{}的生效以前。请核对生效的日期，或者先修改、移除那一项。",
            day_words(act.on),
            act.told(),
            day_words(effect.on)
        ))
    }

    /// Refuses an effect of which vote, signature and filing are all there, and not in their order.
    ///
    /// Errors: `refused` at the day, with the rule.
    pub(super) fn check_placed(&self, law: Law<'_>, effect: &Act) -> Result<(), Problem> {
        // What was voted and signed before the contract was drafted anew counts no more.
        let acts = &self.acts[self.redrafted(effect.on).unwrap_or_default()..];
        let newest =
            |what: What, until: NaiveDate| acts.iter().rfind(|one| one.what == what && one.on <= until);
        let (vote, signature) = (What::Vote(true), What::Event(Kind::Signed));
        let Some(filed) = newest(What::Event(Kind::Filed), effect.on) else { return Ok(()) };
        let (first, then) = match newest(signature, filed.on) {
            None => (newest(signature, effect.on), filed),
            Some(signed) if newest(vote, signed.on).is_none() => (newest(vote, effect.on), signed),
            Some(_) => return Ok(()),
        };
        match first {
            Some(first) => Err(misplaced(law, first, then)),
            None => Ok(()),
        }
    }

    /// What is told where a vote that did not pass comes before an act that stands: that act follows on a draft and a vote of its own,
    /// and these are entered first. None where something else is in its way.
    pub(super) fn rejected_before(&self, after: &Course, act: &Act) -> Option<String> {
        let voted = |one: &&Act| (one.on, one.id) < (act.on, act.id) && matches!(one.what, What::Vote(_));
        let last = after.acts.iter().rfind(voted).filter(|one| one.what == What::Vote(false))?;
        let stood = |one: &Act| one == last || (one.id == last.id && one.what == What::Vote(true));
        if self.acts.iter().any(stood) {
            return None;
        }
        let lacks = match act.what {
            What::Vote(_) => "这两次表决之间新形成的草案",
            What::Event(_) => "这以后新形成的草案和再次表决",
        };
        Some(format!(
            "{}的表决没有通过，后面还登记着{}的“{}”，它不能接在没有通过的表决后面。请先登记（或者补录）{lacks}，再登记没有通过的这一次。",
            day_words(last.on),
            day_words(act.on),
            act.told()
        ))
    }
}
