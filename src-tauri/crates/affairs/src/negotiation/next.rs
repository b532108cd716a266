//! How far the talks have come that follow on an agreement: they are of a later year and over an agreement of its kind, whatever else
//! that year's talks are about. That they be opened is asked until their offer is out, and not only until somebody has started them.

use chrono::{Months, NaiveDate};
use rusqlite::Connection;

use super::agreement::model::AgreementKind;
use super::agreement::store as agreements;
use super::model::NegotiationId;
use super::seal::store as seals;
use super::store::{self, Head};
use crate::Problem;

/// Talks that begin earlier than so long before the end of an agreement do not follow on it: they were held while it ran. Each year has
/// its round, so that those over an agreement of one year follow on it whenever they begin; the program's own measure, no time of law.
const LAST_ROUND: Months = Months::new(12);

/// The talks that follow on an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextTalks {
    /// Nobody has started them.
    ToStart,
    /// Started, and nothing was offered yet: which.
    Started(NegotiationId),
    /// Opened, or closed again.
    Opened,
}

/// The talks of a later year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaterTalks {
    id: NegotiationId,
    /// The day of the offer, else of the start.
    begun: NaiveDate,
    opened: bool,
    /// What goes on of a sealed affair is no round of its own.
    goes_on: bool,
    /// What they come to, each with the last day of its term; without those that were concluded before.
    over: Vec<(AgreementKind, Option<NaiveDate>)>,
}

/// The talks of the years after one, the newest first.
pub(super) fn after(connection: &Connection, year: i32) -> Result<Vec<LaterTalks>, Problem> {
    let later = store::heads(connection)?.into_iter().filter(|head| head.year > year);
    later.map(|head| read(connection, &head)).collect()
}

fn read(connection: &Connection, head: &Head) -> Result<LaterTalks, Problem> {
    let offered = store::offer_dates(connection, head.id)?.map(|(issued, _)| issued);
    let own = agreements::heads(connection, head.id)?.into_iter().filter(|one| one.continues.is_none());
    Ok(LaterTalks {
        id: head.id,
        begun: offered.unwrap_or(head.started_on),
        opened: head.late_entry.is_some()
            || offered.is_some()
            || !store::meetings(connection, head.id)?.is_empty()
            || seals::seal_of(connection, head.id)?.is_some(),
        goes_on: seals::closing(connection, head.id)?.continues.is_some(),
        over: own.map(|one| (one.kind, one.term_to)).collect(),
    })
}

impl LaterTalks {
    /// Whether they come so late that they can follow on an agreement with this last day.
    fn is_near(&self, ends: NaiveDate) -> bool {
        ends.checked_sub_months(LAST_ROUND).is_none_or(|from| self.begun >= from)
    }

    /// Whether what they come to follows on an agreement of a kind with this last day: it lasts longer, or is talked about when that
    /// one comes to its end.
    fn follow(&self, kind: AgreementKind, ends: Option<NaiveDate>) -> bool {
        let lasts = |to: Option<NaiveDate>| ends.is_none_or(|ends| to.is_some_and(|to| to > ends));
        let near = ends.is_none_or(|ends| self.is_near(ends));
        self.over.iter().any(|(of, to)| *of == kind && (near || lasts(*to)))
    }
}

/// The talks that follow on an agreement of a kind with this last day, among those of later years.
pub(super) fn following(later: &[LaterTalks], kind: AgreementKind, ends: Option<NaiveDate>) -> NextTalks {
    if later.iter().any(|talks| talks.opened && talks.follow(kind, ends)) {
        return NextTalks::Opened;
    }
    // The newest stand first: the earliest of them is the one that comes next.
    let started = || later.iter().rev().filter(|talks| !talks.opened && !talks.goes_on);
    let of_kind = started().find(|talks| talks.follow(kind, ends));
    // An agreement is added to talks that nobody has opened yet: a year has one round.
    let beside = || started().find(|talks| ends.is_none_or(|ends| talks.is_near(ends)));
    of_kind.or_else(beside).map_or(NextTalks::ToStart, |talks| NextTalks::Started(talks.id))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use AgreementKind::{Collective, Wage, Women};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn talks(id: u128, begun: &str, opened: bool, over: &[(AgreementKind, Option<&str>)]) -> LaterTalks {
        LaterTalks {
            id: Uuid::from_u128(id).into(),
            begun: day(begun),
            opened,
            goes_on: false,
            over: over.iter().map(|(kind, to)| (*kind, to.map(day))).collect(),
        }
    }

    /// What follows on an agreement of a kind that ends on a day.
    fn next(later: &[LaterTalks], kind: AgreementKind, ends: &str) -> NextTalks {
        following(later, kind, Some(day(ends)))
    }

    #[test]
    fn talks_over_something_else_do_not_open_those_over_an_agreement() {
        let wages = [talks(2, "2027-10-15", true, &[(Wage, Some("2028-11-30"))])];
        assert_eq!(next(&wages, Wage, "2027-11-30"), NextTalks::Opened);
        assert_eq!(next(&wages, Collective, "2029-11-30"), NextTalks::ToStart);
        assert_eq!(next(&wages, Women, "2027-11-30"), NextTalks::ToStart, "it ends on the same day");
        // Only started they can still take it in.
        let started = [talks(2, "2027-10-15", false, &[(Wage, None)])];
        let id = started[0].id;
        assert_eq!(next(&started, Wage, "2027-11-30"), NextTalks::Started(id));
        assert_eq!(next(&started, Women, "2027-11-30"), NextTalks::Started(id));
        assert_eq!(next(&started, Collective, "2029-11-30"), NextTalks::ToStart, "two years too early");
    }

    #[test]
    fn talks_within_a_term_of_several_years_do_not_follow_on_it() {
        let opened = |begun: &str, to: Option<&str>| [talks(2, begun, true, &[(Collective, to)])];
        let ends = "2029-11-30";
        assert_eq!(next(&opened("2027-10-15", Some("2028-11-30")), Collective, ends), NextTalks::ToStart);
        assert_eq!(next(&opened("2027-10-15", Some(ends)), Collective, ends), NextTalks::ToStart);
        assert_eq!(next(&opened("2027-10-15", Some("2029-12-01")), Collective, ends), NextTalks::Opened);
        // Their term is not known yet: they follow on it in its last year.
        assert_eq!(next(&opened("2028-11-29", None), Collective, ends), NextTalks::ToStart);
        assert_eq!(next(&opened("2028-11-30", None), Collective, ends), NextTalks::Opened);
        assert_eq!(following(&opened("2027-10-15", None), Collective, None), NextTalks::Opened);
    }

    #[test]
    fn of_those_that_are_only_started_the_earliest_over_it_comes_next() {
        let wage = |id, begun| talks(id, begun, false, &[(Wage, None)]);
        let goes_on = LaterTalks { goes_on: true, ..wage(4, "2027-10-01") };
        let women = talks(1, "2027-10-01", false, &[(Women, None)]);
        // The newest stand first.
        let later = [wage(3, "2028-10-08"), wage(2, "2027-10-08"), women, goes_on];
        assert_eq!(next(&later, Wage, "2027-11-30"), NextTalks::Started(later[1].id));
        assert_eq!(next(&later[3..], Wage, "2027-11-30"), NextTalks::ToStart, "no round of its own");
        assert_eq!(next(&[], Wage, "2027-11-30"), NextTalks::ToStart);
    }
}
