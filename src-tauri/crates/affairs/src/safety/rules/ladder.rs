//! The ladder of a hazard: which steps are done, where it stands, which were left out. The page draws it.

use chrono::NaiveDate;

use super::{Course, state};
use crate::safety::model::{HazardEventKind as Kind, HazardRung, HazardState, HazardStep as Step, RungState};

/// The step at which a state waits.
fn waits(state: HazardState) -> Option<Step> {
    Some(match state {
        HazardState::Registered => Step::Graded,
        HazardState::Graded => Step::Proposed,
        HazardState::Proposed => Step::Replied,
        HazardState::Replied => Step::Assured,
        HazardState::Rectifying => Step::Rectified,
        HazardState::Rectified => Step::Passed,
        HazardState::Passed => Step::Closed,
        HazardState::Closed => Step::Posted,
        HazardState::Posted => Step::Reported,
        HazardState::Done => return None,
    })
}

/// The rungs in order. Leaving the place stands there only where lives are in danger, the report only of a major one.
pub fn rungs(course: &Course, today: NaiveDate) -> Vec<HazardRung> {
    let here = waits(state(course));
    let day = |kind: Kind| course.last(kind).map(|event| event.on);
    let decided = day(Kind::Decided);
    let mut done =
        vec![(Step::Registered, Some(course.found_on), true), (Step::Graded, None, course.grade.is_some())];
    if course.danger {
        done.push((Step::Evacuated, decided, decided.is_some()));
    }
    let rectified = course.rectified().map(|event| event.on);
    done.extend([
        (Step::Proposed, course.proposal.received_on, course.proposal.received_on.is_some()),
        (Step::Replied, day(Kind::Replied), day(Kind::Replied).is_some()),
        (Step::Assured, None, course.lacking.is_empty()),
        (Step::Rectified, rectified.or(course.deadline()), rectified.is_some()),
        (Step::Passed, course.passed().map(|event| event.on), course.passed().is_some()),
        (Step::Closed, course.closed().map(|event| event.on), course.closed().is_some()),
        (Step::Posted, course.posted().map(|event| event.on), course.posted().is_some()),
    ]);
    if course.major() {
        let reported = day(Kind::Reported).and(day(Kind::Congress));
        done.push((Step::Reported, day(Kind::Congress), reported.is_some()));
    }
    let at = |step: Step| done.iter().position(|(of, ..)| *of == step);
    let now = here.and_then(at).unwrap_or(done.len());
    let rungs = done.iter().enumerate().map(|(place, (step, on, is_done))| {
        let leaving = *step == Step::Evacuated && course.closed().is_none();
        let state = match (is_done, place.cmp(&now)) {
            (true, _) => RungState::Done,
            (false, std::cmp::Ordering::Equal) if *step == Step::Rectified && course.late(today) => {
                RungState::Late
            }
            (false, std::cmp::Ordering::Equal) => RungState::Now,
            // Whoever is in danger is not left out of sight because the papers went on.
            (false, _) if leaving => RungState::Late,
            (false, std::cmp::Ordering::Less) => RungState::Gap,
            (false, std::cmp::Ordering::Greater) => RungState::Next,
        };
        HazardRung { step: *step, state, on: *on }
    });
    rungs.collect()
}
