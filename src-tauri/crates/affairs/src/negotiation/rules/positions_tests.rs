//! The ladder of offers over invented meetings: which word is held against which, and what is carried over.

use super::super::cases::{day, entered, id, kept};
use super::{next_agenda, position_rounds};
use crate::negotiation::model::{
    Meeting, MeetingInput, MeetingTopic, Offer, Side, Topic, TopicAside, TopicId, TopicResult, Undertaking,
};

fn offer(by: Side) -> Offer {
    Offer {
        id: String::new(),
        by,
        addressee: String::new(),
        reasons: String::new(),
        issued_on: day("2026-10-01"),
        received_on: None,
        received_by: None,
        proposed_on: None,
        proposed_place: None,
        contact: String::new(),
        information: String::new(),
        reply_deadline: None,
        late_entry: None,
    }
}

fn spoken(topic: u128, workers: &str, employer: &str, result: TopicResult) -> MeetingTopic {
    MeetingTopic {
        topic: id(topic),
        workers_position: workers.to_owned(),
        employer_position: employer.to_owned(),
        evidence: String::new(),
        result,
        agreed_text: (result == TopicResult::Agreed).then(|| "增长6%".to_owned()),
    }
}

fn meeting(round: u32, topics: Vec<MeetingTopic>) -> Meeting {
    let held_on = day("2026-10-10") + chrono::Days::new(u64::from(round));
    kept(round, MeetingInput { topics, ..entered(held_on, "09:00") })
}

#[test]
fn each_side_is_held_against_its_own_last_word_and_the_offer_is_round_nought() {
    let meetings = [
        meeting(1, vec![spoken(7, "坚持增长8%", "只能5%", TopicResult::Disputed)]),
        meeting(2, vec![spoken(8, "别的议题", "别的议题", TopicResult::Deferred)]),
        meeting(3, vec![spoken(7, "可以7%", "只能5%", TopicResult::Disputed)]),
    ];
    let rounds = position_rounds(id::<TopicId>(7), "增长8%", Some(&offer(Side::Workers)), &meetings);
    assert_eq!(
        rounds.iter().map(|one| one.round).collect::<Vec<_>>(),
        [0, 1, 3],
        "round 2 did not talk about it"
    );
    assert_eq!(rounds[0].workers.text, "增长8%");
    assert_eq!(rounds[0].employer.text, "", "the employer's side had not spoken");
    assert_eq!(rounds[1].workers.since, Some(0));
    assert_eq!(rounds[1].employer.since, None, "its first word has nothing to be held against");
    assert!(rounds[1].workers.changed && rounds[1].workers.moves.is_empty(), "other words, the same number");
    let last = &rounds[2];
    assert_eq!((last.workers.since, last.employer.since), (Some(1), Some(1)));
    assert!(!last.employer.changed);
    assert_eq!(
        last.workers.moves.iter().map(|one| (one.from.as_str(), one.to.as_str())).collect::<Vec<_>>(),
        [("8%", "7%")]
    );
}

#[test]
fn an_offer_of_the_employer_is_their_first_word() {
    let rounds = position_rounds(id::<TopicId>(7), "增长3%", Some(&offer(Side::Employer)), &[]);
    assert_eq!((rounds[0].workers.text.as_str(), rounds[0].employer.text.as_str()), ("", "增长3%"));
    assert!(position_rounds(id::<TopicId>(7), "", Some(&offer(Side::Employer)), &[]).is_empty());
}

fn topic(n: u128, title: &str, result: Option<TopicResult>) -> Topic {
    Topic {
        id: id(n),
        title: title.to_owned(),
        proposal: String::new(),
        agreements: Vec::new(),
        aside: None,
        aside_why: None,
        workers_position: String::new(),
        employer_position: String::new(),
        result,
        agreed_text: None,
        round: result.map(|_| 2),
        rounds: Vec::new(),
    }
}

#[test]
fn what_stayed_open_is_carried_over_and_what_is_agreed_is_not() {
    let topics = [
        topic(1, "工资增幅", Some(TopicResult::Agreed)),
        topic(2, "高温津贴", Some(TopicResult::Deferred)),
        topic(3, "最低工资", Some(TopicResult::Disputed)),
        topic(4, "加班基数", None),
    ];
    let promised = |due: Option<&str>| Undertaking {
        id: None,
        what: "提供工资总额".to_owned(),
        side: Side::Employer,
        owner: "财务部".to_owned(),
        due_on: due.map(day),
        done_on: None,
    };
    let told = |undertakings: &[_]| next_agenda(&topics, undertakings, day("2026-11-01"));
    assert_eq!(
        told(&[(promised(Some("2026-10-20")), 1)]),
        [
            "宣布会议议程和会议纪律",
            "通报上次会后事项的办理情况：提供工资总额",
            "继续协商“最低工资”（第2轮双方没有达成一致）",
            "继续协商“高温津贴”（第2轮约定续议）",
            "协商“加班基数”",
            "双方首席代表归纳意见",
        ]
    );
    assert!(!told(&[(promised(Some("2026-11-02")), 1)]).concat().contains("工资总额"), "not due by then");
    assert!(
        told(&[(promised(None), 1)]).concat().contains("工资总额"),
        "a promise with no day is asked after"
    );
}

#[test]
fn what_the_talks_go_on_without_is_on_no_agenda() {
    let aside = |n: u128, title: &str, how: TopicAside| Topic {
        aside: Some(how),
        ..topic(n, title, Some(TopicResult::Disputed))
    };
    let topics = [
        topic(1, "工资增幅", Some(TopicResult::Agreed)),
        aside(2, "高温津贴", TopicAside::Withdrawn),
        aside(3, "住房补贴", TopicAside::Carried),
    ];
    let lines = next_agenda(&topics, &[], day("2026-11-01"));
    assert!(lines.iter().all(|line| !line.contains("继续协商")), "{lines:?}");
    assert!(lines.concat().contains("形成合同草案"), "what is left is agreed: {lines:?}");
}

#[test]
fn when_all_is_agreed_the_draft_is_next() {
    let agreed = [topic(1, "工资增幅", Some(TopicResult::Agreed))];
    let lines = next_agenda(&agreed, &[], day("2026-11-01"));
    assert_eq!(
        lines,
        ["宣布会议议程和会议纪律", "核对已经达成一致的文字，形成合同草案", "双方首席代表归纳意见"]
    );
    assert!(
        !next_agenda(&[], &[], day("2026-11-01")).concat().contains("草案"),
        "nothing to talk about is not all agreed"
    );
}
