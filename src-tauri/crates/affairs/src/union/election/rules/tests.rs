//! Counting at each side of every line, equal votes and further rounds; the order of steps.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use law::{LawBook, Place};

use super::count::{Cast, Outcome, Round, count};
use super::course::Course;
use super::order::{check_back, check_event, hangs_until};
use super::*;
use crate::union::election::model::{
    ElectionCandidate, ElectionEventInput, ElectionEventKind as Kind, ElectionId, ElectionPost as Post,
    ElectionState, ElectionStep as Step,
};

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());
const ID: &str = "01990000-0000-7000-8000-000000000001";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(code: &str) -> Place {
    Place::province(code)
}

fn votes(due: u32, all: &[(&str, u32)]) -> Round {
    let cast = |(name, votes): &(&str, u32)| Cast {
        person: None,
        name: (*name).to_owned(),
        write_in: false,
        votes: [*votes, 0, 0],
    };
    Round { held_on: day("2026-10-20"), due, casts: all.iter().map(cast).collect() }
}

fn counted(seats: u32, rounds: &[Round]) -> Outcome {
    let place = at("36");
    count(ElectionLaw { book: &BOOK, place: &place }, seats, rounds)
}

fn names(outcome: &Outcome) -> Vec<&str> {
    outcome.elected.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn more_than_half_of_those_who_should_be_there_elects() {
    let at_the_line = counted(1, &[votes(60, &[("甲", 31), ("乙", 29)])]);
    assert_eq!((names(&at_the_line), at_the_line.short), (vec!["甲"], 0), "31 of 60");
    let below = counted(1, &[votes(60, &[("甲", 30), ("乙", 22)])]);
    assert_eq!((names(&below), below.short), (vec![], 1), "30 of 60, though most of those who came");
    assert!(!below.is_full() && below.tied.is_empty());
}

#[test]
fn those_with_most_votes_are_elected_where_more_reach_the_line_than_there_are_seats() {
    let outcome = counted(2, &[votes(60, &[("甲", 35), ("乙", 50), ("丙", 41)])]);
    assert_eq!(names(&outcome), ["乙", "丙"]);
    assert_eq!(outcome.rounds[0].needed, 31);
}

#[test]
fn seats_left_empty_are_voted_on_again() {
    let first = votes(60, &[("甲", 50), ("乙", 30), ("丙", 20)]);
    let one = counted(2, std::slice::from_ref(&first));
    assert_eq!((names(&one), one.short), (vec!["甲"], 1));
    let two = counted(2, &[first, votes(60, &[("乙", 33), ("丙", 25)])]);
    assert_eq!((names(&two), two.short), (vec!["甲", "乙"], 0));
    assert_eq!(
        (two.rounds[1].seats, two.rounds[1].runoff),
        (1, false),
        "the line holds in the second round too"
    );
}

#[test]
fn equal_votes_at_the_last_seat_elect_nobody_and_the_most_votes_of_the_next_round_decide() {
    let first = votes(60, &[("甲", 50), ("乙", 40), ("丙", 40), ("丁", 10)]);
    let one = counted(2, std::slice::from_ref(&first));
    assert_eq!((names(&one), one.short), (vec!["甲"], 1));
    assert_eq!(one.tied.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["乙", "丙"]);
    // Between equals the most votes decide, be they half or not.
    let two = counted(2, &[first.clone(), votes(60, &[("乙", 24), ("丙", 28)])]);
    assert_eq!((names(&two), two.short, two.rounds[1].runoff), (vec!["甲", "丙"], 0, true));
    let again = counted(2, &[first, votes(60, &[("乙", 26), ("丙", 26)])]);
    assert_eq!((again.short, again.tied.len()), (1, 2), "equal again");
    let room = counted(3, &[votes(60, &[("甲", 50), ("乙", 40), ("丙", 40)])]);
    assert_eq!((names(&room).len(), room.tied.len()), (3, 0), "equal votes with a seat for each decide");
}

#[test]
fn nobody_is_elected_by_no_vote_in_a_round_between_equals() {
    let outcome = counted(1, &[votes(3, &[("甲", 2), ("乙", 2)]), votes(3, &[("甲", 0), ("乙", 0)])]);
    assert_eq!((names(&outcome), outcome.short), (vec![], 1));
}

fn record(form: MembersForm, members: u32) -> ElectionInput {
    ElectionInput {
        id: Some(ID.parse().unwrap()),
        session: 4,
        years: 5,
        form,
        direct: false,
        members: Some(members),
        committee_seats: 3,
        standing_seats: 0,
        vice_seats: 0,
        audit_seats: 0,
        women_seats: 0,
        women_way: None,
        planned_on: day("2026-10-20"),
        place: None,
        note: None,
    }
}

fn refused(province: &str, input: &ElectionInput) -> (Option<String>, Option<String>) {
    let place = at(province);
    let law = ElectionLaw { book: &BOOK, place: &place };
    match check(law, input, input.members.unwrap(), day("2026-09-15")) {
        Ok(()) => (None, None),
        Err(problem) => (problem.field, problem.rule),
    }
}

#[test]
fn the_number_of_members_decides_who_meets_and_how_many_are_elected() {
    let field = |province: &str, input: ElectionInput| refused(province, &input).0;
    let delegates = |members| record(MembersForm::Delegates, members);
    assert_eq!(field("36", delegates(100)).as_deref(), Some("form"), "江西: 100 and fewer meet as a whole");
    assert_eq!(field("36", delegates(101)), None);
    assert_eq!(field("35", delegates(99)).as_deref(), Some("form"), "福建: fewer than 100");
    assert_eq!(field("35", delegates(100)), None);
    let seats =
        |members, committee_seats| ElectionInput { committee_seats, ..record(MembersForm::Whole, members) };
    for (members, least, most) in [(25, 3, 7), (200, 3, 7), (201, 7, 15), (1000, 7, 15)] {
        for (wrong, right) in [(least - 1, least), (most + 1, most)] {
            let (field, rule) = refused("36", &seats(members, wrong));
            assert_eq!(field.as_deref(), Some("committeeSeats"), "{members} members, {wrong} seats");
            assert!(rule.is_some_and(|rule| rule.contains("选举工作条例")));
            assert_eq!(refused("36", &seats(members, right)).0, None, "{members} members, {right} seats");
        }
    }
    let years = |years| ElectionInput { years, ..record(MembersForm::Whole, 60) };
    assert_eq!(refused("36", &years(4)).0.as_deref(), Some("years"));
    assert_eq!((refused("36", &years(3)).0, refused("36", &years(5)).0), (None, None));
}

fn event(kind: Kind, on: &str) -> ElectionEventInput {
    ElectionEventInput {
        id: None,
        election: ID.parse::<ElectionId>().unwrap(),
        kind,
        happened_on: day(on),
        until_on: None,
        number: Some("无文号".into()),
        text: None,
        late_entry: None,
    }
}

fn course(form: MembersForm, members: u32) -> Course {
    Course {
        record: record(form, members),
        events: Vec::new(),
        slates: BTreeMap::new(),
        ballots: Vec::new(),
        delegates: (0, 0),
        chair_before: Some("甲".into()),
        issued: BTreeSet::new(),
    }
}

fn stand(count: usize) -> Vec<ElectionCandidate> {
    let one = |at: usize| ElectionCandidate {
        id: None,
        person: None,
        name: format!("候选{at}"),
        work: None,
        cleared: true,
        bar: None,
    };
    (0..count).map(one).collect()
}

#[test]
fn a_step_waits_for_the_one_before_it_unless_a_paper_decided_it() {
    let place = at("36");
    let law = ElectionLaw { book: &BOOK, place: &place };
    let today = day("2026-10-30");
    let mut one = course(MembersForm::Whole, 60);
    let early = check_event(law, &one, &event(Kind::Approved, "2026-09-10"), today).unwrap_err();
    assert_eq!((early.code.as_str(), early.field.as_deref()), ("refused", Some("kind")));
    assert!(early.message.contains("报出换届请示") && early.rule.is_some(), "{}", early.message);
    let late = ElectionEventInput {
        late_entry: Some("批复在纸上".into()),
        ..event(Kind::Approved, "2026-09-10")
    };
    assert!(check_event(law, &one, &late, today).is_ok(), "a paper decided it");
    one.events.push(event(Kind::Requested, "2026-09-05"));
    assert_eq!(one.state(law), ElectionState::Requested);
    let before = check_event(law, &one, &event(Kind::Approved, "2026-09-04"), today).unwrap_err();
    assert_eq!(before.field.as_deref(), Some("happenedOn"), "before what it answers");
    assert!(check_event(law, &one, &event(Kind::Approved, "2026-09-05"), today).is_ok());
    let unborn = check_event(law, &one, &event(Kind::Approved, "2026-10-31"), today).unwrap_err();
    assert_eq!(unborn.field.as_deref(), Some("happenedOn"));
    let nameless = ElectionEventInput { number: None, ..event(Kind::Approved, "2026-09-08") };
    assert_eq!(check_event(law, &one, &nameless, today).unwrap_err().field.as_deref(), Some("number"));
    one.events.push(event(Kind::Approved, "2026-09-08"));
    assert!(check_back(law, &one, Step::Request).is_err(), "the answer stands on the request");
    assert!(check_back(law, &one, Step::Approval).is_ok());
    let none = check_event(law, &one, &event(Kind::Delegates, "2026-09-09"), today).unwrap_err();
    assert!(none.message.contains("不选会员代表"), "{}", none.message);
    // Without a result not even a paper can report one.
    let report =
        ElectionEventInput { late_entry: Some("在纸上".into()), ..event(Kind::Reported, "2026-10-21") };
    assert!(check_event(law, &one, &report, today).is_err());
}

#[test]
fn delegates_and_candidates_are_counted_against_the_rules() {
    let place = at("00");
    let law = ElectionLaw { book: &BOOK, place: &place };
    let today = day("2026-10-30");
    let mut one = course(MembersForm::Delegates, 300);
    one.record.committee_seats = 20;
    one.events = vec![event(Kind::Requested, "2026-09-05"), event(Kind::Approved, "2026-09-08")];
    for (now, ok) in [(39, false), (40, true), (60, true), (61, false)] {
        one.delegates = (now, 0);
        let judged = check_event(law, &one, &event(Kind::Delegates, "2026-09-12"), today);
        assert_eq!(judged.is_ok(), ok, "300 members, {now} delegates");
    }
    // 20 seats: one more than seats is 5 %.
    for (count, ok) in [(20, false), (21, true)] {
        one.slates.insert(Post::Committee, stand(count));
        one.slates.insert(Post::Chair, stand(1));
        let judged = check_event(law, &one, &event(Kind::Proposed, "2026-09-12"), today);
        assert_eq!(judged.is_ok(), ok, "20 seats, {count} candidates");
    }
    one.events.push(event(Kind::Proposed, "2026-09-12"));
    one.events.push(event(Kind::Consented, "2026-09-16"));
    let posting = event(Kind::Posted, "2026-09-18");
    assert!(check_event(law, &one, &posting, today).is_ok());
    one.slates.get_mut(&Post::Committee).unwrap()[3].cleared = false;
    let refused = check_event(law, &one, &posting, today).unwrap_err();
    assert!(refused.message.contains("候选3") && refused.rule.is_some(), "{}", refused.message);
}

#[test]
fn the_posting_that_is_proposed_hangs_as_long_as_the_rules_ask_and_no_longer() {
    let place = at("36");
    let law = ElectionLaw { book: &BOOK, place: &place };
    let today = day("2026-10-30");
    let mut one = course(MembersForm::Whole, 60);
    let until = |one: &Course, from: &str| hangs_until(law, one, day(from)).unwrap();
    assert_eq!(until(&one, "2026-09-08"), Some(day("2026-09-14")), "five working days, seven days");
    one.slates.insert(Post::Committee, stand(6));
    one.slates.insert(Post::Chair, stand(1));
    for (kind, on) in [
        (Kind::Requested, "2026-09-01"),
        (Kind::Approved, "2026-09-02"),
        (Kind::Proposed, "2026-09-03"),
        (Kind::Consented, "2026-09-04"),
    ] {
        one.events.push(event(kind, on));
    }
    // The holidays of autumn lie within the later ones.
    for from in ["2026-09-08", "2026-09-18", "2026-09-24", "2026-09-30"] {
        let until = until(&one, from).expect("rules ask for it");
        let posted = |until| ElectionEventInput { until_on: Some(until), ..event(Kind::Posted, from) };
        let whole = check_event(law, &one, &posted(until), today);
        assert!(whole.is_ok(), "{from} to {until}: {whole:?}");
        let short = check_event(law, &one, &posted(until.pred_opt().unwrap()), today).unwrap_err();
        assert_eq!(short.field.as_deref(), Some("untilOn"), "a day less than {from} to {until}");
    }
}
