//! The course of a case as its state is read from it: what happened, which letters went out. The state is the furthest point
//! reached, so that any course has exactly one.

use chrono::NaiveDate;

use crate::letters::model::{
    SupervisionAct, SupervisionEventId, SupervisionEventKind, SupervisionFinding, SupervisionLetterKind,
    SupervisionOutcome, SupervisionState, SupervisionStep,
};

/// Something that happened, as far as decisions need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// The kept event; none for one that is being entered.
    pub id: Option<SupervisionEventId>,
    /// What.
    pub kind: SupervisionEventKind,
    /// When.
    pub on: NaiveDate,
    /// Its place among those of one day.
    pub ord: u32,
    /// What an inquiry found.
    pub finding: Option<SupervisionFinding>,
    /// When both sides signed its record.
    pub signed_on: Option<NaiveDate>,
    /// What came of talks or an answer.
    pub outcome: Option<SupervisionOutcome>,
    /// Entered afterwards from paper.
    pub late: bool,
}

/// A letter, as far as decisions need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// Which.
    pub kind: SupervisionLetterKind,
    /// 成文日期.
    pub dated_on: NaiveDate,
    /// The day of its first issue.
    pub issued_on: Option<NaiveDate>,
    /// When it was received.
    pub received_on: Option<NaiveDate>,
    /// The last day for an answer that the letter itself names.
    pub answer_by: Option<NaiveDate>,
    /// Entered afterwards from paper.
    pub late: bool,
}

impl Sent {
    /// The day it left us, whichever way.
    pub fn out_on(&self) -> Option<NaiveDate> {
        self.issued_on.or(self.received_on).or(self.late.then_some(self.dated_on))
    }
}

/// What a course is asked to take up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// An event.
    Event(SupervisionEventKind),
    /// A letter, written.
    Letter(SupervisionLetterKind),
}

/// The course of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The day the clue came.
    pub received_on: NaiveDate,
    /// Whether the informer is named.
    pub named: bool,
    /// What happened, by day.
    pub events: Vec<Happened>,
    /// The letters, one of a kind.
    pub letters: Vec<Sent>,
}

impl Course {
    /// The last event of a kind.
    pub fn last(&self, kind: SupervisionEventKind) -> Option<&Happened> {
        self.events.iter().filter(|one| one.kind == kind).max_by_key(|one| (one.on, one.ord))
    }

    /// Whether there is an event of a kind.
    pub fn has(&self, kind: SupervisionEventKind) -> bool {
        self.last(kind).is_some()
    }

    /// The letter of a kind.
    pub fn letter(&self, kind: SupervisionLetterKind) -> Option<&Sent> {
        self.letters.iter().find(|one| one.kind == kind)
    }

    /// Whether the letter of a kind has left us.
    pub fn out(&self, kind: SupervisionLetterKind) -> bool {
        self.letter(kind).is_some_and(|letter| letter.out_on().is_some())
    }

    /// The answer to a letter.
    pub fn answer(&self, kind: SupervisionLetterKind) -> Option<&Happened> {
        self.last(match kind {
            SupervisionLetterKind::Reminder => SupervisionEventKind::ReminderAnswered,
            SupervisionLetterKind::Opinion => SupervisionEventKind::OpinionAnswered,
            SupervisionLetterKind::Request => SupervisionEventKind::Recommended,
            SupervisionLetterKind::Recommendation => return None,
        })
    }

    /// The course as it stood before an event: what happened earlier, and the letters written by then.
    pub fn before(&self, event: &Happened) -> Course {
        let mut course = self.clone();
        course.events.retain(|one| (one.on, one.ord) < (event.on, event.ord));
        course.letters.retain(|one| one.dated_on <= event.on);
        course
    }

    /// The same without one event.
    pub fn without(&self, id: SupervisionEventId) -> Course {
        let mut course = self.clone();
        course.events.retain(|one| one.id != Some(id));
        course
    }

    /// The same without the letter of a kind.
    pub fn without_letter(&self, kind: SupervisionLetterKind) -> Course {
        let mut course = self.clone();
        course.letters.retain(|one| one.kind != kind);
        course
    }
}

/// How far a case has come. A reminder counts once it is written; what ends the clock of a letter before it counts once it is
/// out, for until then the other side owes what it owed.
pub fn state(course: &Course) -> SupervisionState {
    use SupervisionEventKind as Kind;
    use SupervisionLetterKind as Letter;
    use SupervisionState as State;
    let reached = [
        (course.has(Kind::Closed), State::Closed),
        (course.has(Kind::Decided), State::Decided),
        (course.has(Kind::Filed), State::Filed),
        (course.has(Kind::Recommended), State::Recommended),
        (course.out(Letter::Request), State::Requested),
        (course.out(Letter::Opinion), State::Opined),
        (course.letter(Letter::Reminder).is_some(), State::Reminded),
        (course.has(Kind::Talked), State::Talked),
        (course.has(Kind::Inquired), State::Inquired),
        (course.has(Kind::Accepted), State::Accepted),
        (course.has(Kind::Refused), State::Refused),
    ];
    reached.into_iter().find_map(|(reached, state)| reached.then_some(state)).unwrap_or(State::Clue)
}

/// The rungs in order; `next` is the first act that is to be done now.
pub fn ladder(course: &Course, next: Option<SupervisionAct>) -> Vec<SupervisionStep> {
    use SupervisionAct as Act;
    use SupervisionEventKind as Kind;
    use SupervisionLetterKind as Letter;
    let on = |kind: Kind| course.last(kind).map(|one| one.on);
    let told = |since: Option<NaiveDate>| on(Kind::Told).filter(|told| Some(*told) >= since);
    let rungs: Vec<(&str, Option<NaiveDate>, &[Act])> = if state(course) == SupervisionState::Refused {
        vec![
            ("不予受理", on(Kind::Refused), &[Act::Decide]),
            ("告知反映人", told(on(Kind::Refused)), &[Act::TellRefusal]),
        ]
    } else {
        let sent = |kind: Letter| course.letter(kind).and_then(Sent::out_on);
        let settled = on(Kind::Decided);
        let mut rungs: Vec<(&str, Option<NaiveDate>, &[Act])> = vec![
            ("受理", on(Kind::Accepted), &[Act::Decide]),
            ("调查", on(Kind::Inquired), &[Act::Inquire, Act::SignInquiry]),
            ("沟通协商", on(Kind::Talked), &[Act::Talk]),
            (
                "提示函",
                sent(Letter::Reminder),
                &[Act::WriteReminder, Act::IssueReminder, Act::ServeReminder, Act::AnswerReminder],
            ),
            (
                "意见书",
                sent(Letter::Opinion),
                &[Act::WriteOpinion, Act::IssueOpinion, Act::ServeOpinion, Act::AnswerOpinion],
            ),
            ("提请", sent(Letter::Request), &[Act::WriteRequest, Act::IssueRequest, Act::ServeRequest]),
            ("建议书", on(Kind::Recommended), &[Act::Recommend]),
            ("部门处理", settled, &[Act::File, Act::Finish, Act::Settle]),
            ("结案", on(Kind::Closed), &[Act::Close]),
        ];
        if course.named {
            rungs.push(("告知反映人", told(on(Kind::Closed)), &[Act::TellInformer]));
        }
        rungs
    };
    let here = next.and_then(|act| rungs.iter().position(|(.., acts)| acts.contains(&act)));
    let reached = here.unwrap_or(rungs.len());
    rungs
        .into_iter()
        .enumerate()
        .map(|(at, (name, on, _))| {
            let current = Some(at) == here;
            SupervisionStep {
                name: name.to_owned(),
                done: on.is_some() && !current,
                current,
                passed: on.is_none() && at < reached,
                on,
            }
        })
        .collect()
}

/// Whether talks or an answer say that all was put right.
pub(super) fn mended(one: Option<&Happened>) -> bool {
    one.is_some_and(|one| one.outcome == Some(SupervisionOutcome::Mended))
}

/// What the last inquiry found.
pub(super) fn found(course: &Course) -> Option<SupervisionFinding> {
    course.last(SupervisionEventKind::Inquired).and_then(|one| one.finding)
}
