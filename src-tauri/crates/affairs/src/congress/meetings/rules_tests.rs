//! The decisions on a session of the congress, from its agenda to its report, on both sides of their lines.

use std::path::Path;
use std::sync::LazyLock;

use law::{LawBook, Place as LawPlace};

use super::*;
use crate::congress::delegates::model::CongressTermId;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn matter(votes: Option<u32>) -> CongressMatter {
    CongressMatter {
        id: None,
        title: "职工奖惩办法".to_owned(),
        kind: CongressMatterKind::Pass,
        secret: true,
        votes_for: votes,
        votes_against: None,
        abstained: None,
        decision: None,
    }
}

fn meeting() -> CongressMeetingInput {
    let term: CongressTermId = "01990000-0000-7000-8000-000000054001".parse().unwrap();
    CongressMeetingInput {
        id: None,
        term,
        name: "第三届职工代表大会第二次会议".to_owned(),
        held_on: day("2026-09-14"),
        place: "三楼会议室".to_owned(),
        host: None,
        agreed_on: Some(day("2026-09-01")),
        reported_on: None,
        noticed_on: None,
        papers_on: Some(day("2026-09-07")),
        due: 60,
        present: Some(40),
        published_on: None,
        upper_on: None,
        note: None,
        late_entry: None,
        matters: vec![matter(Some(31))],
    }
}

fn field(place: &str, input: CongressMeetingInput) -> Option<String> {
    let place = LawPlace::province(place);
    let law = ElectionLaw { book: &BOOK, place: &place };
    check(law, &input, day("2026-09-14")).err().map(|problem| problem.field.unwrap_or_default())
}

#[test]
fn papers_go_out_in_time_and_enough_come_or_it_was_so_on_paper() {
    assert_eq!(field("36", meeting()), None, "seven days before, forty of sixty");
    let late = CongressMeetingInput { papers_on: Some(day("2026-09-08")), ..meeting() };
    assert_eq!(field("36", late.clone()).as_deref(), Some("papersOn"));
    let entered = CongressMeetingInput { late_entry: Some("纸上开过".to_owned()), ..late };
    assert_eq!(field("36", entered), None);
    let few = CongressMeetingInput { present: Some(39), ..meeting() };
    assert_eq!(field("36", few).as_deref(), Some("present"));
    let only_called = CongressMeetingInput { present: None, ..meeting() };
    assert_eq!(field("36", only_called).as_deref(), Some("present"), "votes of whom");
    let more = CongressMeetingInput { matters: vec![matter(Some(41))], ..meeting() };
    assert_eq!(field("36", more).as_deref(), Some("matters.0.votesFor"));
    let many = |count| CongressMeetingInput { matters: vec![matter(None); count], ..meeting() };
    assert_eq!(field("36", many(60)), None);
    assert_eq!(field("36", many(61)).as_deref(), Some("matters"), "no agenda");
    let published = CongressMeetingInput { published_on: Some(day("2026-09-13")), ..meeting() };
    assert_eq!(field("36", published).as_deref(), Some("publishedOn"));
}

#[test]
fn what_passes_is_counted_from_all_delegates_by_the_law_of_the_place() {
    let passed = |place: &str, votes: u32| {
        let place = LawPlace::province(place);
        let law = ElectionLaw { book: &BOOK, place: &place };
        verdict(law, &meeting(), &matter(Some(votes))).passed
    };
    assert_eq!(passed("36", 31), Some(true));
    assert_eq!(passed("36", 30), Some(false), "more than half");
    assert_eq!(passed("31", 30), Some(true), "half of all in 上海");
    assert_eq!(passed("31", 29), Some(false));
}

#[test]
fn an_open_vote_on_what_is_passed_is_told() {
    let place = LawPlace::province("36");
    let law = ElectionLaw { book: &BOOK, place: &place };
    assert!(lacks(law, &meeting()).is_empty());
    let open = CongressMeetingInput {
        matters: vec![CongressMatter { secret: false, ..matter(Some(31)) }],
        ..meeting()
    };
    assert!(lacks(law, &open)[0].text.contains("不是无记名投票"));
    let uncounted = CongressMeetingInput { matters: vec![matter(None)], ..meeting() };
    assert!(lacks(law, &uncounted)[0].text.contains("还没有登记票数"));
}
