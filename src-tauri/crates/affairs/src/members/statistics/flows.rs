//! How members came and went, month by month. Someone's state at the end of a month is what their events up to it come to; a
//! month's coming or going is told by the newest of them. Who came and went within one month is in neither.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use super::model::MemberFlow;
use crate::Problem;
use crate::members::membership::model::{MembershipKind, MembershipState};
use crate::members::membership::rules::Dated;

/// Someone's events in their order: the place of the day, and what happened.
#[derive(Default)]
struct Life {
    events: Vec<(String, MembershipKind)>,
    entered: Option<String>,
}

impl Life {
    fn put(&mut self, kind: MembershipKind, on: Option<String>) {
        if matches!(kind, MembershipKind::Joined | MembershipKind::MovedIn)
            && let Some(day) = &on
            && self.entered.as_ref().is_none_or(|entered| day < entered)
        {
            self.entered = Some(day.clone());
        }
        self.events.push(Dated { kind, on }.place());
    }

    /// Whether a member before a day, and the newest event until then. What has no day holds for all.
    fn before(&self, day: &str) -> (bool, Option<MembershipKind>) {
        let so_far = self.events.iter().filter(|(on, _)| on.as_str() < day || on == "~");
        let last = so_far.max().map(|(_, kind)| *kind);
        let entered = self.entered.as_deref().is_none_or(|entered| entered < day);
        (entered && last.map(MembershipKind::state) != Some(MembershipState::Left), last)
    }
}

/// The months of a year as far as it has come, and all of them together.
pub(super) fn of_year(
    connection: &Connection,
    year: i32,
    today: NaiveDate,
) -> Result<(Vec<MemberFlow>, MemberFlow), Problem> {
    let months = if year == today.year() { today.month() } else { 12 };
    // The day after each month: everything before it, however exactly it is known, belongs to the month or an earlier one.
    let ends: Vec<String> = (0..=months)
        .map(|month| if month == 12 { format!("{}", year + 1) } else { format!("{year}-{:02}", month + 1) })
        .collect();
    let mut flows: Vec<MemberFlow> =
        (1..=months).map(|month| MemberFlow { month, ..MemberFlow::default() }).collect();
    let mut take = |life: &Life| {
        let states: Vec<_> = ends.iter().map(|end| life.before(end)).collect();
        for (flow, pair) in flows.iter_mut().zip(states.windows(2)) {
            flow.start += u32::from(pair[0].0);
            flow.end += u32::from(pair[1].0);
            count(flow, pair[0].0, pair[1]);
        }
    };
    let mut statement = connection.prepare_cached(
        "SELECT p.id, m.kind, m.happened_on FROM live_person p
         JOIN live_membership_event m ON m.person_id = p.id ORDER BY p.id",
    )?;
    let mut rows = statement.query([])?;
    let mut whose: Option<String> = None;
    let mut life = Life::default();
    while let Some(row) = rows.next()? {
        let person: String = row.get(0)?;
        if whose.as_ref() != Some(&person) {
            if whose.is_some() {
                take(&life);
            }
            whose = Some(person);
            life = Life::default();
        }
        if let Some(kind) = MembershipKind::of(&row.get::<_, String>(1)?) {
            life.put(kind, row.get(2)?);
        }
    }
    if whose.is_some() {
        take(&life);
    }
    let sum = |of: fn(&MemberFlow) -> u32| flows.iter().map(of).sum();
    let all = MemberFlow {
        month: 0,
        start: flows.first().map_or(0, |flow| flow.start),
        joined: sum(|flow| flow.joined),
        moved_in: sum(|flow| flow.moved_in),
        resumed: sum(|flow| flow.resumed),
        moved_out: sum(|flow| flow.moved_out),
        withdrawn: sum(|flow| flow.withdrawn),
        expelled: sum(|flow| flow.expelled),
        died: sum(|flow| flow.died),
        end: flows.last().map_or(0, |flow| flow.end),
    };
    Ok((flows, all))
}

fn count(flow: &mut MemberFlow, was: bool, (is, last): (bool, Option<MembershipKind>)) {
    use MembershipKind::{Died, Expelled, MovedIn, MovedOut, Resumed, Withdrawn};
    let line = match (was, is, last) {
        (false, true, Some(MovedIn)) => &mut flow.moved_in,
        (false, true, Some(Resumed)) => &mut flow.resumed,
        // Whoever came in and was at once kept came by joining.
        (false, true, _) => &mut flow.joined,
        (true, false, Some(Withdrawn)) => &mut flow.withdrawn,
        (true, false, Some(Expelled)) => &mut flow.expelled,
        (true, false, Some(Died)) => &mut flow.died,
        (true, false, Some(MovedOut) | _) => &mut flow.moved_out,
        (true, true, _) | (false, false, _) => return,
    };
    *line += 1;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_what_the_events_until_then_come_to() {
        let mut life = Life::default();
        life.put(MembershipKind::MovedOut, Some("2026-05".to_owned()));
        life.put(MembershipKind::Joined, Some("2026-03-15".to_owned()));
        assert_eq!(life.before("2026-03"), (false, None));
        assert_eq!(life.before("2026-04"), (true, Some(MembershipKind::Joined)));
        assert!(life.before("2026-05").0, "known to the month it is the month's last day");
        assert_eq!(life.before("2026-06"), (false, Some(MembershipKind::MovedOut)));
    }

    #[test]
    fn who_has_no_day_was_always_so() {
        let mut life = Life::default();
        life.put(MembershipKind::Joined, None);
        assert!(life.before("1990").0, "joined on a day that nobody knows");
        life.put(MembershipKind::Withdrawn, None);
        assert!(!life.before("1990").0);
    }
}
