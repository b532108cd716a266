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
        // What is known to the month happened on its last day: on a day within it, not yet.
        let within = |on: &str| on.len() == "2026-11".len() && day.len() > on.len() && day.starts_with(on);
        let reached = |on: &str| on < day && !within(on);
        let so_far = self.events.iter().filter(|(on, _)| reached(on) || on == "~");
        let last = so_far.max().map(|(_, kind)| *kind);
        let entered = self.entered.as_deref().is_none_or(reached);
        (entered && last.map(MembershipKind::state) != Some(MembershipState::Left), last)
    }
}

/// Who was a member on a day.
pub(super) struct Then {
    /// By id, those whose membership was kept too.
    pub members: Vec<String>,
    /// Of them those whose membership was kept (保留会籍).
    pub retained: u32,
}

/// The place after a day: everything before it, however exactly it is known, was so at the end of the day. A month or a year that
/// ends with the day is over with it.
fn after(day: NaiveDate) -> String {
    match day.succ_opt() {
        Some(next) if next.month() != day.month() && next.year() != day.year() => next.year().to_string(),
        Some(next) if next.month() != day.month() => next.format("%Y-%m").to_string(),
        Some(next) => next.to_string(),
        None => "~".to_owned(),
    }
}

/// The place after the month of a day: what is known to the month is of it all the same.
fn after_month(day: NaiveDate) -> String {
    match day.month() {
        12 => (day.year() + 1).to_string(),
        month => format!("{}-{:02}", day.year(), month + 1),
    }
}

/// Who was a member at the end of a day.
pub(super) fn on_day(connection: &Connection, day: NaiveDate) -> Result<Then, Problem> {
    let after = after(day);
    let mut then = Then { members: Vec::new(), retained: 0 };
    each_life(connection, |person, life| {
        let (is, last) = life.before(&after);
        if is {
            then.members.push(person.to_owned());
            then.retained += u32::from(last == Some(MembershipKind::Retained));
        }
    })?;
    Ok(then)
}

/// The months of the year of a day up to it, and all of them together. The month of today counts as far as it has come, that of a
/// day in the past up to the day.
pub(super) fn of_year(
    connection: &Connection,
    until: NaiveDate,
    is_today: bool,
) -> Result<(Vec<MemberFlow>, MemberFlow), Problem> {
    let (year, months) = (until.year(), until.month());
    let last = if is_today { after_month(until) } else { after(until) };
    // The day after each month: everything before it, however exactly it is known, belongs to the month or an earlier one.
    let ends: Vec<String> = std::iter::once(format!("{year}-01"))
        .chain((1..months).map(|month| format!("{year}-{:02}", month + 1)))
        .chain(std::iter::once(last))
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
    each_life(connection, |_, life| take(life))?;
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

/// Everyone who has events, with all of them.
fn each_life(connection: &Connection, mut take: impl FnMut(&str, &Life)) -> Result<(), Problem> {
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
            if let Some(before) = &whose {
                take(before, &life);
            }
            whose = Some(person);
            life = Life::default();
        }
        if let Some(kind) = MembershipKind::of(&row.get::<_, String>(1)?) {
            life.put(kind, row.get(2)?);
        }
    }
    if let Some(last) = &whose {
        take(last, &life);
    }
    Ok(())
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
    fn a_day_is_over_with_its_month_and_its_year() {
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(after(day("2026-11-16")), "2026-11-17");
        assert_eq!(after(day("2026-11-30")), "2026-12");
        assert_eq!(after(day("2026-12-31")), "2027");
        assert_eq!(["2026-11-16", "2026-12-16"].map(|one| after_month(day(one))), ["2026-12", "2027"]);
        let mut life = Life::default();
        life.put(MembershipKind::Joined, Some("2026-11".to_owned()));
        assert!(!life.before(&after(day("2026-11-16"))).0, "known to the month it is the month's last day");
        assert!(life.before(&after(day("2026-11-30"))).0);
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
