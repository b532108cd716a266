//! What saving a meeting writes: only the rows that differ, each under the id it had, so that the history of
//! one row stays whole. Counted in the journal's own change rows.

use std::sync::Arc;

use affairs::Problem;
use affairs::members::model::Sex;
use affairs::negotiation::model::{
    Attendance, MeetingId, MeetingInput, MeetingTopic, NegotiationId, RepresentativeInput, Side,
    StartNegotiation, TopicInput, TopicResult, Undertaking,
};
use affairs::negotiation::store;
use affairs::schema::SCHEMA;
use ledger::{Actor, Finality, FixedClock, Kdf, Ledger, Op, RawKey, SeededIds, Setting, Tx};

struct Desk {
    ledger: Ledger,
    owner: Actor,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let setting = Setting {
            clock: Arc::new(FixedClock("2026-11-16T09:00:00+08:00".parse().unwrap())),
            ids: Arc::new(SeededIds::new(1)),
            kdf: Kdf::quick(),
        };
        let owner = Actor { id: "owner".into(), name: "张敏".into() };
        let key = RawKey::from_bytes([7; 32]);
        let ledger =
            Ledger::create_with_key(&folder.path().join("ledger"), &SCHEMA, &setting, &owner, &key).unwrap();
        Desk { ledger, owner, _folder: folder }
    }

    fn step<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T, Problem>) -> T {
        let op = Op { code: "test.write".into(), label: "写".into(), finality: Finality::Reversible };
        self.ledger.step(&op, &self.owner, f).unwrap().value
    }

    /// The change rows so far: table, act, row.
    fn changes(&self) -> Vec<(String, String, String)> {
        self.ledger
            .read(|connection| -> Result<_, Problem> {
                let mut statement =
                    connection.prepare("SELECT tbl, act, row_id FROM change ORDER BY rowid")?;
                let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
                Ok(rows.collect::<Result<Vec<_>, _>>()?)
            })
            .unwrap()
    }
}

/// A negotiation with two people a side, three topics and a first meeting.
fn met(desk: &Desk) -> (MeetingId, MeetingInput) {
    desk.step(|tx| {
        let negotiation = tx.new_id::<NegotiationId>();
        let start = StartNegotiation { year: 2027, started_on: None, late_entry: None };
        store::insert_head(tx, negotiation, &start, "2027年度工资集体协商", &law::Place::province("36"))?;
        for (side, names) in [(Side::Workers, ["陈望舒", "林知秋"]), (Side::Employer, ["高子衿", "罗思齐"])]
        {
            let people = names.map(|name| RepresentativeInput {
                id: None,
                person: None,
                name: name.into(),
                sex: Sex::Unspecified,
                post: "职工".into(),
                chief: false,
                outside: false,
                front_line: false,
                personnel_manager: false,
                chosen_how: String::new(),
                chosen_on: None,
            });
            store::save_side(tx, negotiation, side, &people)?;
        }
        let topics = ["增幅", "夜班津贴", "高温津贴"].map(|title| TopicInput {
            id: None,
            title: title.into(),
            proposal: String::new(),
            agreements: None,
        });
        store::save_topics(tx, negotiation, &topics)?;
        let people = store::representatives(tx, negotiation)?;
        let undertaking = |what: &str| Undertaking {
            id: None,
            what: what.into(),
            side: Side::Employer,
            owner: "罗思齐".into(),
            due_on: None,
            done_on: None,
        };
        let input = MeetingInput {
            id: None,
            negotiation,
            held_on: "2026-11-10".parse().unwrap(),
            begins: "14:00".into(),
            ends: None,
            place: "三楼会议室".into(),
            chair: people[0].id,
            recorder: "梁静言".into(),
            recorder_post: "档案员".into(),
            agenda: "逐项协商".into(),
            attendance: people
                .iter()
                .map(|one| Attendance { representative: one.id, present: true, reason: None, chief: None })
                .collect(),
            topics: store::topics(tx, negotiation)?[..2]
                .iter()
                .map(|(id, _, _)| MeetingTopic {
                    topic: *id,
                    workers_position: "6%".into(),
                    employer_position: "4%".into(),
                    evidence: String::new(),
                    result: TopicResult::Disputed,
                    agreed_text: None,
                })
                .collect(),
            undertakings: vec![undertaking("提供工资总额"), undertaking("提供工时记录")],
            next_on: None,
            next_place: None,
            noted: None,
            late_entry: None,
        };
        let id = tx.new_id::<MeetingId>();
        store::save_meeting(tx, id, 1, &input)?;
        Ok((id, MeetingInput { id: Some(id), ..input }))
    })
}

#[test]
fn only_what_differs_is_written_and_each_row_keeps_its_id() {
    type Edit = fn(&mut MeetingInput);
    let cases: [(&str, Edit, &[&str]); 8] = [
        ("nothing", |_| {}, &[]),
        ("spaces around a text", |m| m.place = " 三楼会议室 ".into(), &[]),
        ("one person's absence", |m| m.attendance[1].present = false, &["meeting_attendance update"]),
        ("one position", |m| m.topics[1].employer_position = "5%".into(), &["meeting_topic update"]),
        (
            "topics in another order",
            |m| m.topics.reverse(),
            &["meeting_topic update", "meeting_topic update"],
        ),
        ("a topic less", |m| drop(m.topics.pop()), &["meeting_topic update"]),
        (
            "an undertaking less and one more",
            |m| m.undertakings[0].what = "提供生产计划".into(),
            &["meeting_undertaking insert", "meeting_undertaking update"],
        ),
        ("the place", |m| m.place = "四楼会议室".into(), &["meeting update"]),
    ];
    for (what, edit, expected) in cases {
        let desk = Desk::new();
        let (id, mut meeting) = met(&desk);
        let before = desk.changes();
        edit(&mut meeting);
        desk.step(|tx| store::save_meeting(tx, id, 1, &meeting));
        let after = desk.changes();
        let written: Vec<String> =
            after[before.len()..].iter().map(|(table, act, _)| format!("{table} {act}")).collect();
        assert_eq!(written, expected, "{what}");
        for (table, act, row) in &after[before.len()..] {
            let known = before.iter().any(|(_, _, earlier)| earlier == row);
            assert_eq!(known, act != "insert", "{what}: a changed row of {table} is one that stood");
        }
        desk.step(|tx| store::save_meeting(tx, id, 1, &meeting));
        assert_eq!(desk.changes().len(), after.len(), "{what}: saved a second time, nothing is written");
    }
}

#[test]
fn an_undertaking_of_another_meeting_is_not_taken_over() {
    let desk = Desk::new();
    let (_, meeting) = met(&desk);
    let theirs = desk.step(|tx| Ok(store::open_undertakings(tx, meeting.negotiation)?.remove(0).0));
    let op = Op { code: "test.write".into(), label: "写".into(), finality: Finality::Reversible };
    let second = MeetingInput { id: None, undertakings: vec![theirs], ..meeting };
    let refused = desk
        .ledger
        .step(&op, &desk.owner, |tx| store::save_meeting(tx, tx.new_id::<MeetingId>(), 2, &second));
    assert_eq!(refused.map(|_| ()).unwrap_err().field.as_deref(), Some("undertakings"));
}

/// The workers' side of a meeting's negotiation, led by the one at a place of its list.
fn lead(tx: &Tx<'_>, meeting: &MeetingInput, at: usize) -> Result<(), Problem> {
    let people = store::representatives(tx, meeting.negotiation)?;
    let side = people.into_iter().filter(|one| one.side == Side::Workers).enumerate();
    let side: Vec<RepresentativeInput> =
        side.map(|(place, one)| RepresentativeInput { chief: place == at, ..one.record }).collect();
    store::save_side(tx, meeting.negotiation, Side::Workers, &side)
}

#[test]
fn a_meeting_that_does_not_say_who_led_it_keeps_what_the_list_said() {
    let desk = Desk::new();
    let (_, meeting) = met(&desk);
    let led = || {
        let all = desk.step(|tx| store::meetings(tx, meeting.negotiation));
        all[0].record.attendance.iter().map(|one| one.chief).collect::<Vec<_>>()
    };
    assert_eq!(led(), [None; 4], "it was recorded before anybody asked");
    desk.step(|tx| lead(tx, &meeting, 0));
    desk.step(|tx| store::keep_chiefs(tx, meeting.negotiation));
    let first = [Some(true), Some(false), Some(false), Some(false)];
    assert_eq!(led(), first);
    desk.step(|tx| lead(tx, &meeting, 1));
    desk.step(|tx| store::keep_chiefs(tx, meeting.negotiation));
    assert_eq!(led(), first, "whoever leads since");
}
