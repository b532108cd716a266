//! The decisions of a case on both sides of their thresholds, and that any sequence of events and letters leaves exactly one
//! state or is refused with its reason.

use std::path::Path;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use law::{LawBook, Place};
use proptest::prelude::*;

use super::*;
use crate::duty::Whose;
use crate::letters::model::{
    SupervisionAct, SupervisionEventInput, SupervisionEventKind as Kind, SupervisionFinding,
    SupervisionInspector, SupervisionLetterKind as Letter, SupervisionOutcome, SupervisionState as State,
};

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn in_place<T>(city: &str, body: impl FnOnce(SupervisionLaw<'_>) -> T) -> T {
    let place = if city.len() == 4 { Place::city(city) } else { Place::province(city) };
    body(SupervisionLaw { book: &BOOK, place: &place })
}

fn clue() -> Course {
    Course { received_on: day("2026-11-02"), named: true, events: Vec::new(), letters: Vec::new() }
}

fn happened(kind: Kind, on: &str) -> Happened {
    Happened {
        id: None,
        kind,
        on: day(on),
        ord: 1,
        finding: (kind == Kind::Inquired).then_some(SupervisionFinding::Violation),
        signed_on: None,
        outcome: None,
        late: false,
    }
}

fn sent(kind: Letter, on: &str) -> Sent {
    Sent {
        kind,
        dated_on: day(on),
        issued_on: Some(day(on)),
        received_on: Some(day(on)),
        answer_by: None,
        late: false,
    }
}

/// Accepted, inquired into, a violation found.
fn inquired() -> Course {
    let events = vec![happened(Kind::Accepted, "2026-11-03"), happened(Kind::Inquired, "2026-11-05")];
    Course { events, ..clue() }
}

/// The opinion was received on 9 November.
fn opined() -> Course {
    let mut course = inquired();
    course.events.push(happened(Kind::Talked, "2026-11-06"));
    course.letters.push(sent(Letter::Opinion, "2026-11-09"));
    course
}

fn refusal(place: &str, course: &Course, what: Move, on: &str) -> Option<(Option<String>, String)> {
    in_place(place, |law| check_move(law, course, what, day(on), false))
        .err()
        .map(|why| (why.rule, why.message))
}

fn rule(place: &str, course: &Course, what: Move, on: &str) -> String {
    let (rule, message) = refusal(place, course, what, on).expect("it is refused");
    rule.unwrap_or(message)
}

fn first(place: &str, course: &Course, today: &str) -> (SupervisionAct, Whose, Option<NaiveDate>) {
    let todo = in_place(place, |law| todos(law, course, day(today))).unwrap().remove(0);
    (todo.act, todo.whose, todo.due)
}

#[test]
fn nothing_but_a_refusal_comes_before_the_acceptance() {
    let clue = clue();
    for kind in [Kind::Inquired, Kind::Talked, Kind::Closed] {
        let (rule, message) = refusal("36", &clue, Move::Event(kind), "2026-11-04").expect("too early");
        assert!(message.contains("还没有登记受理"), "{message}");
        assert_eq!(rule.as_deref(), Some("江西省工会劳动法律监督条例第十八条"));
    }
    assert!(refusal("36", &clue, Move::Letter(Letter::Reminder), "2026-11-04").is_some());
    assert!(
        refusal("36", &clue, Move::Event(Kind::Accepted), "2026-11-01").is_some(),
        "before the clue came"
    );
    assert_eq!(refusal("36", &clue, Move::Event(Kind::Accepted), "2026-11-02"), None, "on its day");
    assert_eq!(refusal("36", &clue, Move::Event(Kind::Refused), "2026-11-02"), None);
    let accepted = Course { events: vec![happened(Kind::Accepted, "2026-11-03")], ..clue };
    assert!(refusal("36", &accepted, Move::Event(Kind::Inquired), "2026-11-02").is_some(), "before it");
    assert_eq!(refusal("36", &accepted, Move::Event(Kind::Inquired), "2026-11-03"), None, "on its day");
}

#[test]
fn an_opinion_needs_facts_and_where_the_place_says_so_talks_before() {
    let accepted = Course { events: vec![happened(Kind::Accepted, "2026-11-03")], ..clue() };
    let opinion = Move::Letter(Letter::Opinion);
    assert_eq!(rule("36", &accepted, opinion, "2026-11-06"), "江西省工会劳动法律监督条例第十九条");
    assert_eq!(rule("36", &inquired(), opinion, "2026-11-06"), "江西省工会劳动法律监督条例第二十条");
    assert_eq!(refusal("42", &inquired(), opinion, "2026-11-06"), None, "湖北 does not ask for talks first");
    let mut urged = inquired();
    urged.letters.push(sent(Letter::Reminder, "2026-11-06"));
    assert_eq!(refusal("36", &urged, opinion, "2026-11-06"), None, "a reminder urges too");
    let mut clean = inquired();
    clean.events[1].finding = Some(SupervisionFinding::None);
    assert!(refusal("42", &clean, opinion, "2026-11-06").is_some(), "nothing was found");
}

/// Talked over on 6 November, a reminder of the 7th received on the 9th.
fn reminded() -> Course {
    let mut course = inquired();
    course.events.push(happened(Kind::Talked, "2026-11-06"));
    course
        .letters
        .push(Sent { received_on: Some(day("2026-11-09")), ..sent(Letter::Reminder, "2026-11-07") });
    course
}

#[test]
fn an_opinion_comes_no_earlier_than_the_reminder_was_received() {
    let opinion = Move::Letter(Letter::Opinion);
    for place in ["36", "15", "42"] {
        let (_, message) = refusal(place, &reminded(), opinion, "2026-11-08").expect("not received yet");
        assert!(message.contains("对方收到提示函的2026年11月9日") && message.contains("补录"), "{message}");
        assert_eq!(refusal(place, &reminded(), opinion, "2026-11-09"), None, "on its day");
        let late = in_place(place, |law| check_move(law, &reminded(), opinion, day("2026-11-08"), true));
        assert_eq!(late, Ok(()), "a paper already decided it");
    }
    let mut on_its_way = reminded();
    on_its_way.letters[0].received_on = None;
    let (_, message) = refusal("42", &on_its_way, opinion, "2026-11-30").expect("nobody signed for it");
    assert!(message.contains("请先登记送达"), "{message}");
    // Nor does a reminder come behind an opinion.
    let reminder = Move::Letter(Letter::Reminder);
    assert!(refusal("42", &opined(), reminder, "2026-11-09").is_some());
    assert_eq!(in_place("42", |law| check_move(law, &opined(), reminder, day("2026-11-09"), true)), Ok(()));
    // Talks that the place wants first come first.
    let mut talked = inquired();
    talked.events.push(happened(Kind::Talked, "2026-11-06"));
    assert!(refusal("36", &talked, opinion, "2026-11-05").is_some(), "before the talks");
    assert_eq!(refusal("36", &talked, opinion, "2026-11-06"), None);
    assert_eq!(refusal("42", &talked, opinion, "2026-11-05"), None, "湖北 does not ask for talks first");
}

#[test]
fn a_reminders_clock_runs_until_the_opinion_is_out() {
    use SupervisionAct as Act;
    let all = |place: &str, course: &Course, today: &str| {
        let all = in_place(place, |law| todos(law, course, day(today))).unwrap();
        all.into_iter()
            .filter(|todo| todo.act != Act::SignInquiry)
            .map(|one| (one.act, one.due))
            .collect::<Vec<_>>()
    };
    let due = Some(day("2026-11-23"));
    let close = Move::Event(Kind::Closed);
    let mut written = reminded();
    written.letters.push(Sent { issued_on: None, received_on: None, ..sent(Letter::Opinion, "2026-11-10") });
    assert_eq!(state(&written), State::Reminded, "what lies in a drawer moves nothing");
    for today in ["2026-11-10", "2026-11-24"] {
        assert_eq!(
            all("15", &written, today),
            [(Act::IssueOpinion, None), (Act::AnswerReminder, due)],
            "{today}"
        );
    }
    assert!(refusal("15", &written, close, "2026-11-23").is_some(), "the answer may still come");
    assert_eq!(refusal("15", &written, close, "2026-11-24"), None);
    // 江西 has a form of its own for the opinion: it is out once it was received.
    assert_eq!(all("36", &written, "2026-11-10")[0].0, Act::ServeOpinion);
    assert_eq!(state(&written), State::Reminded);
    written.letters[1].issued_on = Some(day("2026-11-10"));
    assert_eq!(state(&written), State::Opined);
    assert_eq!(all("15", &written, "2026-11-10"), [(Act::ServeOpinion, None)], "the opinion takes its place");
    assert_eq!(refusal("15", &written, close, "2026-11-20"), None, "nothing is owed on a reminder any more");
}

#[test]
fn a_request_waits_for_the_last_day_of_the_answer_and_a_grassroots_union_gives_no_recommendation() {
    let request = Move::Letter(Letter::Request);
    let asked = |on: &str| refusal("36", &opined(), request, on);
    let (why, message) = asked("2026-12-09").expect("30 days from 9 November end on 9 December");
    assert_eq!(why.as_deref(), Some("江西省工会劳动法律监督条例第二十条"));
    assert!(message.contains("2026年12月9日"), "{message}");
    assert_eq!(asked("2026-12-10"), None, "the day after");
    let mut answered = opined();
    answered.events.push(Happened {
        outcome: Some(SupervisionOutcome::Refused),
        ..happened(Kind::OpinionAnswered, "2026-11-20")
    });
    assert_eq!(refusal("36", &answered, request, "2026-11-20"), None, "refused in writing before the day");
    answered.events[3].outcome = Some(SupervisionOutcome::Mended);
    assert!(refusal("36", &answered, request, "2026-12-20").is_some(), "what was put right is closed");
    let own = Move::Letter(Letter::Recommendation);
    let rules = rule("36", &opined(), own, "2026-12-10");
    assert!(
        rules.contains("江西省工会劳动法律监督条例第二十一条") && rules.contains("工会劳动法律监督办法"),
        "{rules}"
    );
    let late = in_place("36", |law| check_move(law, &opined(), own, day("2026-12-10"), true));
    assert!(late.is_err(), "no paper of ours can have been a recommendation");
}

#[test]
fn the_city_and_the_province_both_show_and_the_earlier_day_holds() {
    in_place("3601", |law| {
        let deadline = law.answer(Letter::Opinion, day("2026-11-09")).unwrap().unwrap();
        assert_eq!(deadline.due, day("2026-12-09"), "30 days of the province");
        let others: Vec<_> =
            deadline.others.iter().map(|other| (other.rule.id.as_str(), other.due)).collect();
        assert!(others.contains(&("NC-LS-23", day("2027-01-08"))), "60 days of the city: {others:?}");
        assert_eq!(law.answer(Letter::Reminder, day("2026-11-09")).unwrap(), None, "no term for a reminder");
    });
    in_place("15", |law| {
        let deadline = law.answer(Letter::Reminder, day("2025-11-30")).unwrap();
        assert_eq!(deadline, None, "the regulation of 内蒙古 is in force from December 2025");
        let deadline = law.answer(Letter::Reminder, day("2025-12-01")).unwrap().unwrap();
        assert_eq!(deadline.due, day("2025-12-15"), "ten working days");
    });
}

#[test]
fn a_case_is_closed_when_nobody_owes_anything() {
    let close = Move::Event(Kind::Closed);
    assert!(refusal("36", &opined(), close, "2026-12-09").is_some(), "the answer may still come");
    assert_eq!(refusal("36", &opined(), close, "2026-12-10"), None);
    let mut recommended = opined();
    recommended.events.push(happened(Kind::Recommended, "2026-12-20"));
    assert!(
        refusal("36", &recommended, close, "2026-12-30").is_some(),
        "the department's result is not known"
    );
    recommended.events.push(happened(Kind::Decided, "2026-12-29"));
    assert_eq!(refusal("36", &recommended, close, "2026-12-29"), None);
    recommended.events.push(happened(Kind::Closed, "2026-12-29"));
    assert!(refusal("36", &recommended, Move::Event(Kind::Talked), "2026-12-30").is_some(), "it is over");
    assert_eq!(refusal("36", &recommended, Move::Event(Kind::Told), "2026-12-29"), None);
    recommended.named = false;
    assert!(refusal("36", &recommended, Move::Event(Kind::Told), "2026-12-29").is_some(), "nobody to tell");
}

#[test]
fn an_inquiry_needs_two_who_differ_and_hold_a_certificate_of_that_day() {
    let holder = |n: u8, until: Option<&str>| SupervisionInspector {
        id: format!("01990000-0000-7000-8000-00000000000{n}").parse().unwrap(),
        person: None,
        name: format!("监督员{n}"),
        certificate: format!("赣监000{n}"),
        valid_until: until.map(day),
        expired: false,
        seated: false,
    };
    let refused = |place: &str, holders: &[SupervisionInspector]| {
        let input = SupervisionEventInput {
            id: None,
            case: "01990000-0000-7000-8000-000000000009".parse().unwrap(),
            kind: Kind::Inquired,
            happened_on: day("2026-11-05"),
            text: "查了工资表".into(),
            place: Some("喷涂车间".into()),
            asked: Some("何平".into()),
            inspectors: Vec::new(),
            finding: Some(SupervisionFinding::Violation),
            signed_on: None,
            outcome: None,
            number: None,
            department: None,
            late_entry: None,
        };
        in_place(place, |law| check_event(law, &input, holders, day("2026-11-06"))).err()
    };
    let two = [holder(1, None), holder(2, Some("2026-11-05"))];
    assert_eq!(refused("36", &two), None, "valid to that very day");
    let one = refused("36", &two[..1]).expect("one is too few");
    assert_eq!(one.rule.as_deref(), Some("江西省工会劳动法律监督条例第十九条"));
    assert_eq!(refused("31", &two[..1]), None, "上海 has no rule that counts them");
    assert!(refused("31", &[]).is_some(), "nobody at all");
    assert!(refused("36", &[holder(1, None), holder(1, None)]).is_some(), "one person twice");
    let expired = refused("36", &[holder(1, None), holder(2, Some("2026-11-04"))]).expect("it had run out");
    assert!(expired.message.contains("过期"), "{}", expired.message);
}

#[test]
fn the_next_step_is_the_same_for_page_and_today() {
    use SupervisionAct as Act;
    let none = None;
    assert_eq!(first("33", &clue(), "2026-11-02"), (Act::Decide, Whose::Union, Some(day("2026-11-09"))));
    assert_eq!(first("3601", &clue(), "2026-11-02"), (Act::Decide, Whose::Union, Some(day("2026-11-16"))));
    let accepted = Course { events: vec![happened(Kind::Accepted, "2026-11-03")], ..clue() };
    assert_eq!(first("36", &accepted, "2026-11-03"), (Act::Inquire, Whose::Union, none));
    assert_eq!(
        first("36", &inquired(), "2026-11-05"),
        (Act::Talk, Whose::Union, none),
        "talks first in 江西"
    );
    assert_eq!(first("42", &inquired(), "2026-11-05"), (Act::WriteReminder, Whose::Union, none));
    let mut talked = inquired();
    talked.events.push(happened(Kind::Talked, "2026-11-06"));
    assert_eq!(
        first("3301", &talked, "2026-11-06"),
        (Act::WriteOpinion, Whose::Union, Some(day("2026-11-12"))),
        "杭州: seven days from what was established"
    );
    let due = Some(day("2026-12-09"));
    assert_eq!(
        first("36", &opined(), "2026-12-09"),
        (Act::AnswerOpinion, Whose::Employer, due),
        "the last day"
    );
    assert_eq!(first("36", &opined(), "2026-12-10"), (Act::WriteRequest, Whose::Union, none), "silence");
    let mut requested = opined();
    requested.letters.push(sent(Letter::Request, "2026-12-10"));
    assert_eq!(first("36", &requested, "2026-12-10"), (Act::Recommend, Whose::Upper, none));
    requested.letters.last_mut().unwrap().received_on = None;
    assert_eq!(
        first("36", &requested, "2026-12-10"),
        (Act::ServeRequest, Whose::Union, none),
        "issued is not sent: ours until they have it"
    );
    requested.events.push(happened(Kind::Recommended, "2026-12-14"));
    assert_eq!(
        first("36", &requested, "2026-12-14"),
        (Act::File, Whose::Upper, Some(day("2026-12-21"))),
        "seven days to file"
    );
    requested.events.push(happened(Kind::Filed, "2026-12-18"));
    assert_eq!(first("36", &requested, "2026-12-18").0, Act::Finish);
}

const KINDS: [Kind; 11] = [
    Kind::Accepted,
    Kind::Refused,
    Kind::Inquired,
    Kind::Talked,
    Kind::ReminderAnswered,
    Kind::OpinionAnswered,
    Kind::Recommended,
    Kind::Filed,
    Kind::Decided,
    Kind::Closed,
    Kind::Told,
];
const LETTERS: [Letter; 4] = [Letter::Reminder, Letter::Opinion, Letter::Request, Letter::Recommendation];
const OUTCOMES: [SupervisionOutcome; 3] =
    [SupervisionOutcome::Mended, SupervisionOutcome::Partly, SupervisionOutcome::Refused];
const PLACES: [&str; 6] = ["36", "3601", "3301", "15", "42", "31"];

proptest! {
    /// Each move is an event or a letter by number, some days after the clue, entered late or not.
    #[test]
    fn any_sequence_has_exactly_one_state_or_is_refused_with_its_reason(
        place in 0..PLACES.len(),
        named: bool,
        moves in prop::collection::vec((0..KINDS.len() + LETTERS.len(), 0..120u64, prop::bool::weighted(0.2), 0..3usize), 1..25),
    ) {
        let mut course = Course { named, ..clue() };
        for (ord, (which, after, late, outcome)) in moves.into_iter().enumerate() {
            let on = course.received_on + Days::new(after);
            let what = match KINDS.get(which) {
                Some(kind) => Move::Event(*kind),
                None => Move::Letter(LETTERS[which - KINDS.len()]),
            };
            if let Move::Letter(kind) = what && course.letter(kind).is_some() {
                continue;
            }
            let before = state(&course);
            match in_place(PLACES[place], |law| check_move(law, &course, what, on, late)) {
                Ok(()) => match what {
                    Move::Event(kind) => course.events.push(Happened {
                        ord: u32::try_from(ord).unwrap(),
                        on,
                        outcome: Some(OUTCOMES[outcome]),
                        late,
                        ..happened(kind, "2026-11-02")
                    }),
                    Move::Letter(kind) => {
                        let out = (outcome > 0).then_some(on);
                        course.letters.push(Sent { dated_on: on, issued_on: out, received_on: out, late, ..sent(kind, "2026-11-02") });
                    }
                },
                Err(why) => {
                    prop_assert!(why.message.ends_with('。') && why.message.chars().count() > 8, "{}", why.message);
                    prop_assert_eq!(state(&course), before, "a refused move changes nothing");
                }
            }
            let now = state(&course);
            let todo = in_place(PLACES[place], |law| todos(law, &course, on)).unwrap();
            let steps = ladder(&course, todo.first().map(|todo| todo.act));
            let current = steps.iter().filter(|step| step.current).count();
            prop_assert_eq!(current, usize::from(!todo.is_empty()), "{:?} {:?}", now, todo);
            if todo.is_empty() {
                let over = matches!(now, State::Closed | State::Refused);
                prop_assert!(over, "only what is over has nothing to do: {:?}", now);
            }
            prop_assert!(!(course.has(Kind::Accepted) && now == State::Refused), "never both");
        }
    }
}
