//! Who leads each side at a meeting (首席代表): whom the meeting names, whoever leads the side since. Who may represent a side at all
//! is judged in `representatives`.

use super::Law;
use crate::Problem;
use crate::negotiation::model::{Attendance, MeetingInput, Representative, RepresentativeId, Side};

/// A meeting that says of everyone listed whether they led their side at it: whom it names; where it names nobody of a side, whom it
/// named as it was `kept`, else who leads the side on the list.
pub fn led(meeting: &MeetingInput, kept: &[Attendance], representatives: &[Representative]) -> MeetingInput {
    let found = |id: RepresentativeId| representatives.iter().find(|one| one.id == id);
    let of = |one: &Attendance, side: Side| found(one.representative).is_some_and(|one| one.side == side);
    let named = |list: &[Attendance], side: Side| {
        list.iter().find(|one| one.chief == Some(true) && of(one, side)).map(|one| one.representative)
    };
    let leader = |side: Side| {
        let listed = || {
            let there = meeting.attendance.iter().filter_map(|one| found(one.representative));
            there.filter(|one| one.side == side).find(|one| one.record.chief).map(|one| one.id)
        };
        named(&meeting.attendance, side).or_else(|| named(kept, side)).or_else(listed)
    };
    let leaders = [leader(Side::Workers), leader(Side::Employer)];
    let mut whole = meeting.clone();
    for one in &mut whole.attendance {
        let leads = leaders.contains(&Some(one.representative));
        one.chief = Some(one.chief.unwrap_or(leads));
    }
    whole
}

/// Lets those whom a meeting lists stand as they sat there, and not as the list tells of them since.
pub fn seat(meeting: &MeetingInput, representatives: &mut [Representative]) {
    for one in representatives {
        let listed = meeting.attendance.iter().find(|listed| listed.representative == one.id);
        if let Some(chief) = listed.and_then(|listed| listed.chief) {
            one.record.chief = chief;
        }
    }
}

/// Refuses a meeting at which two led one side, or somebody from outside did. Who left a side without a chief is told elsewhere.
///
/// Errors: `bad_input` or `refused` at the attendance.
pub(super) fn check_led(
    law: Law<'_>,
    meeting: &MeetingInput,
    representatives: &[Representative],
) -> Result<(), Problem> {
    let leads = |one: &&Representative| {
        meeting.attendance.iter().any(|at| at.representative == one.id && at.chief == Some(true))
    };
    for side in [Side::Workers, Side::Employer] {
        let chiefs: Vec<&Representative> =
            representatives.iter().filter(|one| one.side == side).filter(leads).collect();
        if chiefs.len() > 1 {
            let message = format!("这次会议登记了{}名{}首席代表，只能有一名。", chiefs.len(), side.name());
            return Err(Problem::input("attendance", message));
        }
        if let Some(one) = chiefs.iter().find(|one| one.record.outside) {
            let message =
                format!("{}是外聘的专业人员，首席代表必须是本单位的人，请核对。", one.record.name.trim());
            let problem = match law.rule("negotiation.representatives.outside_chief_barred") {
                Some(rule) => Problem::refused(&rule, message),
                None => Problem::new("refused", message),
            };
            return Err(problem.at("attendance"));
        }
    }
    Ok(())
}
