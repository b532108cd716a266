//! Pure decisions on hazards: how far one has come, what can have happened next, by when it was due. What is to be done next is
//! `todo`'s, what forms may hold `input`'s. Numbers come from the law book by subject.

mod figures;
mod input;
mod ladder;
mod todo;

pub use figures::{Period, Row, by_kind, by_unit, figures, rate};
pub use input::{check, check_assurances, check_event, check_proposal};
pub use ladder::rungs;
pub use todo::todos;

use chrono::NaiveDate;
use law::{Deadline, LawBook, Place, Rule};

use super::model::{
    HazardAnswer, HazardAssurances, HazardEventKind as Kind, HazardGrade, HazardLevel, HazardRule,
    HazardState,
};
use crate::Problem;
use crate::letters::rules::SupervisionLaw;
use crate::office::model::PaperId;
use crate::office::text;

/// The law of the union's place.
pub type SafetyLaw<'a> = SupervisionLaw<'a>;

/// The subject of the limit for an answer that the union sets itself: the law says 及时 and no day.
pub const REPLY_LIMIT: &str = "safety.proposal.reply.suggested";
const REPLY_EVENT: &str = "safety_proposal_received";

/// The law of a place.
pub fn law_of<'a>(book: &'a LawBook, place: &'a Place) -> SafetyLaw<'a> {
    SupervisionLaw { book, place }
}

/// When an answer to a proposal is due, once it was received: by what the union suggests, or agreed with the employer.
pub fn reply_due(law: SafetyLaw<'_>, received_on: NaiveDate) -> Result<Option<Deadline>, Problem> {
    law.clock(REPLY_LIMIT, REPLY_EVENT, received_on)
}

/// The rules of these subjects as a page shows them; a subject that the place has no rule of is left out.
pub fn told(law: SafetyLaw<'_>, subjects: &[&str], on: NaiveDate) -> Vec<HazardRule> {
    let winner = |subject: &&str| law.book.applies(subject, law.place, on).map(|ruling| ruling.winner);
    subjects.iter().filter_map(winner).map(shown).collect()
}

fn shown(rule: &Rule) -> HazardRule {
    HazardRule { rule: rule.reference(), title: rule.title.clone(), note: rule.note.clone() }
}

/// What stands behind the loop of a hazard: the papers, what the employer owes for them, the record and who is told of it.
pub fn subjects(major: bool, danger: bool) -> Vec<&'static str> {
    let mut all =
        vec!["safety.proposal", "safety.proposal.reply", "safety.hazards.record", "safety.hazards.inform"];
    if major {
        all.push("safety.hazards.major_report");
    }
    if danger {
        all.extend([
            "safety.evacuation",
            "safety.evacuation.decision",
            "safety.worker.stop",
            "safety.evacuation.report",
        ]);
    }
    all
}

/// Something that happened, as decisions read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// What.
    pub kind: Kind,
    /// When.
    pub on: NaiveDate,
    /// The day it set.
    pub until: Option<NaiveDate>,
    /// What the employer answered.
    pub answer: Option<HazardAnswer>,
    /// Where an escalation went.
    pub level: Option<HazardLevel>,
}

/// A paper to the employer, as decisions read it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sent {
    /// Its newest issue.
    pub issue: Option<PaperId>,
    /// When it was received: by the first receipt of a sending, or as entered.
    pub received_on: Option<NaiveDate>,
}

/// A hazard as decisions read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The day it was found.
    pub found_on: NaiveDate,
    /// How grave it is, once graded.
    pub grade: Option<HazardGrade>,
    /// Whether lives are in danger.
    pub danger: bool,
    /// Whether what the union asks was written.
    pub written: bool,
    /// The rectification proposal.
    pub proposal: Sent,
    /// The evacuation proposal.
    pub evacuation: Sent,
    /// What of the five assurances is missing.
    pub lacking: Vec<&'static str>,
    /// Who answers for the rectification.
    pub assured_by: Option<String>,
    /// The day of the five assurances.
    pub due_on: Option<NaiveDate>,
    /// What happened, in order.
    pub events: Vec<Happened>,
}

impl Course {
    /// Whether it is a major one.
    pub fn major(&self) -> bool {
        self.grade == Some(HazardGrade::Major)
    }

    /// The newest of a kind.
    pub fn last(&self, kind: Kind) -> Option<&Happened> {
        self.events.iter().rev().find(|event| event.kind == kind)
    }

    /// What happened since it was last sent back.
    fn round(&self) -> &[Happened] {
        let back = self.events.iter().rposition(|event| matches!(event.kind, Kind::Failed | Kind::Reopened));
        &self.events[back.map_or(0, |at| at + 1)..]
    }

    fn in_round(&self, kind: Kind) -> Option<&Happened> {
        self.round().iter().rev().find(|event| event.kind == kind)
    }

    /// That the employer called it rectified, and it was not sent back since.
    pub fn rectified(&self) -> Option<&Happened> {
        self.in_round(Kind::Rectified)
    }

    /// That it was checked again and found right.
    pub fn passed(&self) -> Option<&Happened> {
        self.in_round(Kind::Passed)
    }

    /// That it was closed.
    pub fn closed(&self) -> Option<&Happened> {
        self.in_round(Kind::Closed)
    }

    /// The day it is to be rectified by: the last one that was set.
    pub fn deadline(&self) -> Option<NaiveDate> {
        let sets = |event: &&Happened| matches!(event.kind, Kind::Extended | Kind::Failed | Kind::Reopened);
        self.events.iter().rev().filter(sets).find_map(|event| event.until).or(self.due_on)
    }

    /// Whether it is still to be rectified.
    pub fn open(&self) -> bool {
        self.rectified().is_none() && self.passed().is_none() && self.closed().is_none()
    }

    /// Whether it is over its day and not rectified.
    pub fn late(&self, today: NaiveDate) -> bool {
        self.open() && self.deadline().is_some_and(|due| due < today)
    }

    /// Whether the employer owes an answer to the proposal.
    pub fn unanswered(&self) -> bool {
        self.proposal.received_on.is_some() && self.last(Kind::Replied).is_none() && self.open()
    }

    /// That workers were told of its closing.
    pub fn posted(&self) -> Option<&Happened> {
        let closed = self.closed()?.on;
        self.events.iter().rev().find(|event| event.kind == Kind::Posted && event.on >= closed)
    }

    /// Whether its day runs though not all five assurances were given: it was sent back to one.
    fn running(&self) -> bool {
        self.lacking.is_empty()
            || self.events.iter().any(|event| matches!(event.kind, Kind::Failed | Kind::Reopened))
    }
}

/// The five assurances, what each is called and whether it was given.
pub fn lacking(assurances: &HazardAssurances) -> Vec<&'static str> {
    let given = [
        ("责任", text(&assurances.assured_by).is_some()),
        ("措施", text(&assurances.measures).is_some()),
        ("资金", text(&assurances.funds).is_some()),
        ("时限", assurances.due_on.is_some()),
        ("预案", text(&assurances.plan).is_some()),
    ];
    given.into_iter().filter(|(_, given)| !given).map(|(name, _)| name).collect()
}

/// How far a hazard has come.
pub fn state(course: &Course) -> HazardState {
    if course.closed().is_some() {
        let told = course.last(Kind::Reported).is_some() && course.last(Kind::Congress).is_some();
        return match course.posted() {
            None => HazardState::Closed,
            Some(_) if course.major() && !told => HazardState::Posted,
            Some(_) => HazardState::Done,
        };
    }
    if course.passed().is_some() {
        return HazardState::Passed;
    }
    if course.rectified().is_some() {
        return HazardState::Rectified;
    }
    if course.grade.is_none() {
        return HazardState::Registered;
    }
    if course.running() {
        return HazardState::Rectifying;
    }
    match (course.last(Kind::Replied), course.proposal.received_on) {
        (Some(_), _) => HazardState::Replied,
        (None, Some(_)) => HazardState::Proposed,
        (None, None) => HazardState::Graded,
    }
}

/// What can be entered now.
pub fn may(course: &Course) -> Vec<Kind> {
    let open = course.open();
    let (rectified, passed, closed) = (course.rectified(), course.passed(), course.closed());
    let agreed = course.last(Kind::Replied).is_some_and(|event| event.answer == Some(HazardAnswer::Agreed));
    let can = |kind: &Kind| match kind {
        Kind::Evacuation | Kind::Proposed => false,
        Kind::Decided => {
            course.danger && course.evacuation.received_on.is_some() && course.last(Kind::Decided).is_none()
        }
        Kind::Replied => open && course.proposal.received_on.is_some() && !agreed,
        Kind::Extended => open && course.deadline().is_some(),
        Kind::Escalated | Kind::Rectified => open,
        Kind::Passed | Kind::Failed => rectified.is_some() && passed.is_none() && closed.is_none(),
        Kind::Closed => passed.is_some() && closed.is_none(),
        Kind::Reopened => passed.is_some() || closed.is_some(),
        Kind::Posted => course.grade.is_some() && course.posted().is_none(),
        Kind::Reported => course.major() && course.last(Kind::Reported).is_none(),
        Kind::Congress => course.grade.is_some() && course.last(Kind::Congress).is_none(),
    };
    Kind::ALL.iter().copied().filter(can).collect()
}

/// What can be entered with the reason of a late entry alone: a paper outside this ledger decided it.
pub fn may_late(course: &Course) -> Vec<Kind> {
    let now = may(course);
    let can = |kind: &Kind| match kind {
        Kind::Evacuation => course.danger && course.evacuation == Sent::default(),
        Kind::Proposed => course.proposal == Sent::default(),
        Kind::Decided => course.danger && course.last(Kind::Decided).is_none(),
        Kind::Replied => course.open() && course.last(Kind::Replied).is_none(),
        Kind::Passed => course.passed().is_none() && course.closed().is_none(),
        Kind::Closed => course.closed().is_none(),
        _ => false,
    };
    Kind::ALL.iter().copied().filter(|kind| !now.contains(kind) && can(kind)).collect()
}

/// By when something was due, as it is kept with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub on: Option<NaiveDate>,
    /// The rule behind it; none where the employer or both sides set the day.
    pub rule: Option<String>,
    /// The version of the packs.
    pub pack: Option<String>,
}

/// By when this was due: an answer by the limit of its day, a rectification by the day that was set.
pub fn due(law: SafetyLaw<'_>, course: &Course, kind: Kind) -> Result<Due, Problem> {
    match (kind, course.proposal.received_on) {
        (Kind::Replied, Some(received)) => {
            Ok(reply_due(law, received)?.map_or_else(Due::default, |deadline| Due {
                on: Some(deadline.due),
                rule: Some(deadline.rule.id),
                pack: Some(law.book.version().to_owned()),
            }))
        }
        (Kind::Rectified, _) => Ok(Due { on: course.deadline(), ..Due::default() }),
        _ => Ok(Due::default()),
    }
}

/// Where a hazard that stays goes next: from the nearest up, past the last one; none after the authority. What the employer
/// refused, or what is major, does not begin with the team.
pub fn next_level(course: &Course) -> Option<HazardLevel> {
    let refused = course.last(Kind::Replied).is_some_and(|event| event.answer == Some(HazardAnswer::Refused));
    match course.last(Kind::Escalated).and_then(|event| event.level) {
        Some(last) => HazardLevel::ALL.iter().copied().find(|level| *level > last),
        None if course.major() || refused => Some(HazardLevel::Employer),
        None => Some(HazardLevel::Team),
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
