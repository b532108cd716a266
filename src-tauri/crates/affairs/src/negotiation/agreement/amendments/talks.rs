//! Which meetings are over what amends an agreement, where several proposals came one after the other: each meeting is over the one that
//! was open on its day, so that what came to nothing is not drafted by the talks over another. What a meeting said, the course reads.

use chrono::NaiveDate;

use crate::negotiation::agreement::course::{Act, What};
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::model::EventKind;

/// A proposal to amend an agreement as meetings are held over it.
pub(in crate::negotiation::agreement) struct Proposal {
    /// Which.
    pub id: AgreementId,
    /// When it was made.
    pub proposed_on: NaiveDate,
    /// What happened to it, by day.
    pub acts: Vec<Act>,
}

impl Proposal {
    /// Whether it was made by a day and not signed before it, or came back since.
    fn is_open(&self, day: NaiveDate) -> bool {
        let mut signed = false;
        for act in &self.acts {
            match act.what {
                What::Event(EventKind::Signed) if act.on < day => signed = true,
                What::Event(EventKind::Returned) if act.on <= day => signed = false,
                _ => {}
            }
        }
        self.proposed_on <= day && !signed
    }

    /// Whether it was drafted before a day, and the draft had not failed by then.
    fn is_drafted(&self, day: NaiveDate) -> bool {
        let mut drafted = false;
        for act in &self.acts {
            match act.what {
                What::Event(EventKind::Drafted) if act.on < day => drafted = true,
                What::Vote(false) | What::Event(EventKind::Returned) if act.on <= day => drafted = false,
                _ => {}
            }
        }
        drafted
    }

    /// Whether a draft of it came of a meeting of a day or of a later one.
    fn is_drafted_since(&self, day: NaiveDate) -> bool {
        self.acts.iter().any(|act| act.what == What::Event(EventKind::Drafted) && act.on >= day)
    }
}

/// Whether a meeting of a day is one over a proposal among all to amend the same agreement: over the newest that was open and not
/// drafted yet; what was drafted upon it keeps it, whatever is proposed besides.
pub(in crate::negotiation::agreement) fn is_over(all: &[Proposal], id: AgreementId, day: NaiveDate) -> bool {
    let Some(own) = all.iter().find(|one| one.id == id).filter(|own| own.is_open(day)) else { return false };
    let rank = |one: &Proposal| (!one.is_drafted(day), one.proposed_on);
    let beside = all.iter().filter(|one| one.is_open(day));
    own.is_drafted_since(day) || beside.map(rank).max() == Some(rank(own))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn proposal(id: u128, on: &str, acts: &[(What, &str)]) -> Proposal {
        let act = |(what, on): &(What, &str)| Act {
            id: Uuid::from_u128(9),
            what: *what,
            on: day(on),
            late: false,
            how: None,
        };
        Proposal {
            id: Uuid::from_u128(id).into(),
            proposed_on: day(on),
            acts: acts.iter().map(act).collect(),
        }
    }

    #[test]
    fn a_meeting_is_over_the_newest_proposal_that_was_not_drafted_yet() {
        let drafted = What::Event(EventKind::Drafted);
        let signed = What::Event(EventKind::Signed);
        type Acts<'a> = &'a [(What, &'a str)];
        let none: Acts<'_> = &[];
        let cases: [(&str, Acts<'_>, Acts<'_>, &str, [bool; 2]); 8] = [
            ("before any", none, none, "2026-08-31", [false, false]),
            ("the first alone", none, none, "2026-09-08", [true, false]),
            ("the second, the first came to nothing", none, none, "2026-10-20", [false, true]),
            (
                "the first, the second being voted on",
                none,
                &[(drafted, "2026-10-21")],
                "2026-10-25",
                [true, false],
            ),
            (
                "the second again, its draft failed",
                none,
                &[(drafted, "2026-10-21"), (What::Vote(false), "2026-10-24")],
                "2026-10-25",
                [false, true],
            ),
            (
                "both, the first was drafted upon it",
                &[(drafted, "2026-10-22")],
                none,
                "2026-10-20",
                [true, true],
            ),
            (
                "the second, the first is signed",
                &[(drafted, "2026-09-08"), (signed, "2026-09-15")],
                none,
                "2026-10-20",
                [false, true],
            ),
            (
                "none, both are signed",
                &[(drafted, "2026-09-08"), (signed, "2026-09-15")],
                &[(drafted, "2026-10-20"), (signed, "2026-10-22")],
                "2026-10-25",
                [false, false],
            ),
        ];
        for (what, first, second, on, held) in cases {
            let all = [proposal(1, "2026-09-01", first), proposal(2, "2026-10-20", second)];
            let over = [1, 2].map(|id| is_over(&all, Uuid::from_u128(id).into(), day(on)));
            assert_eq!(over, held, "{what}");
        }
    }
}
