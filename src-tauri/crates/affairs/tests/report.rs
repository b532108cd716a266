//! The yearly report's figures: every table adds up whatever the rows are, one year's end is the next one's beginning, and
//! the members are those that the members' page counts.

use affairs::Problem;
use affairs::members::model::PersonId;
use affairs::members::store;
use affairs::report;
use affairs::report::model::{Sum, YearFigure, YearReport, YearTable, YearTexts};
use chrono::NaiveDate;
use ledger::{Finality, Ledger, Op, Tx};
use proptest::prelude::*;

use crate::common::{Room, chair};
use crate::measure::someone;

const TODAY: &str = "2026-11-16";

fn today() -> NaiveDate {
    TODAY.parse().unwrap()
}

fn step(ledger: &Ledger, work: impl FnOnce(&Tx) -> Result<(), Problem>) {
    let op = Op { code: "test".into(), label: "一步".into(), finality: Finality::Reversible };
    ledger.step(&op, &chair(), work).unwrap();
}

/// A union founded in this year.
fn union_of(year: i32) -> Room {
    let room = Room::new();
    step(room.ledger(), |tx| {
        tx.execute(
            "INSERT INTO union_record (id, name, credit_code, employer, province, founded_at)
             VALUES ('u', '江西云岭机械有限公司工会委员会', '813600000000000000', '江西云岭机械有限公司', '36', ?1)",
            [format!("{year}-03-01T09:00:00+08:00")],
        )?;
        Ok(())
    });
    room
}

fn sql(room: &Room, text: &str) {
    step(room.ledger(), |tx| Ok(tx.execute_batch(text)?));
}

/// A person with these membership events, in the order they were entered: kind and day.
fn person(tx: &Tx, n: u32, events: &[(&str, Option<String>)]) -> Result<(), Problem> {
    let id: PersonId = tx.new_id();
    let row = store::PersonRow { member_since: None, skill_grade: grade(n), ..someone(n) };
    store::insert_person(tx, id, &row, None)?;
    for (kind, on) in events {
        tx.execute(
            "INSERT INTO membership_event (id, person_id, kind, happened_on) VALUES (?1, ?2, ?3, ?4)",
            (tx.new_id::<uuid::Uuid>().to_string(), id, kind, on),
        )?;
    }
    Ok(())
}

fn grade(n: u32) -> Option<String> {
    [Some("高级工"), None, Some("无等级"), Some("自己写的")][(n % 4) as usize].map(str::to_owned)
}

fn report(room: &Room, year: i32) -> YearReport {
    room.ledger().read(|connection| report::year(connection, year, today())).unwrap()
}

fn table<'a>(report: &'a YearReport, id: &str) -> &'a YearTable {
    report.tables.iter().find(|table| table.id == id).unwrap()
}

fn figure<'a>(report: &'a YearReport, id: &str) -> &'a YearFigure {
    let (of, _) = id.split_once('.').unwrap();
    table(report, of).figures.iter().find(|figure| figure.id == id).unwrap_or_else(|| panic!("{id}"))
}

fn texts(report: &YearReport, ids: &[&str]) -> String {
    ids.iter().map(|id| figure(report, id).now.text.clone()).collect::<Vec<_>>().join(" ")
}

/// That every table with a total comes to it, in the year and, where it has figures, in the one before.
fn check_sums(report: &YearReport) -> usize {
    let mut sums = 0;
    for table in &report.tables {
        for value in [|figure: &YearFigure| figure.now.count, |figure: &YearFigure| figure.before.count] {
            let of = |sum: Sum| table.figures.iter().filter(move |figure| figure.sum == sum);
            let Some(total) = of(Sum::Total).next().and_then(value) else { continue };
            let add = |sum| of(sum).map(|figure| i64::from(value(figure).unwrap())).sum::<i64>();
            assert_eq!(i64::from(total), add(Sum::Adds) - add(Sum::Takes), "{}: {table:#?}", table.title);
            sums += 1;
        }
    }
    sums
}

#[test]
fn members_come_and_go_by_their_events_and_the_sum_holds() {
    let room = union_of(2024);
    step(room.ledger(), |tx| {
        let on = |day: &str| Some(day.to_owned());
        let people: [&[(&str, Option<String>)]; 11] = [
            &[("joined", on("2019-04-01"))],
            &[("joined", on("2026-02"))],
            &[("moved_in", on("2026"))],
            &[("joined", on("2020-01-01")), ("moved_out", on("2026-06-30"))],
            &[("joined", on("2020-01-01")), ("expelled", on("2025-06-30"))],
            &[("joined", on("2020-01-01")), ("withdrawn", None)],
            &[("joined", on("2026-01-05")), ("moved_out", on("2026-09-01"))],
            &[("joined", None)],
            &[],
            &[("joined", on("2015-01-01")), ("moved_out", on("2024-01-01")), ("moved_in", on("2026-03-01"))],
            &[("joined", on("2020-01-01")), ("withdrawn", on("2024-05-01")), ("retained", on("2026-05-01"))],
        ];
        (0..).zip(people).try_for_each(|(n, events)| person(tx, n, events))
    });
    let now = report(&room, 2026);
    assert_eq!(
        texts(&now, &["members.start", "members.joined", "members.moved_in", "members.again"]),
        "3 1 2 1",
        "the one who came and went within the year stands in neither, and whoever has no event is no member"
    );
    assert_eq!(
        texts(&now, &["members.moved_out", "members.expelled", "members.withdrawn", "members.end"]),
        "1 0 0 6"
    );
    let counted = room.ledger().read(store::counts).unwrap();
    assert_eq!(figure(&now, "members.end").now.count, Some(counted.total), "as the members' page counts");
    assert_eq!(figure(&now, "madeOf.women").now.count, Some(counted.women));
    assert_eq!(figure(&now, "members.start").now, figure(&report(&room, 2025), "members.end").now);
    assert_eq!(figure(&now, "members.expelled").before.text, "1");
    assert!(
        table(&now, "members").counted.contains("其中1人没有登记入会日期"),
        "{:?}",
        table(&now, "members")
    );
    // The other tables of people come to the same end.
    for all in ["madeOf.all", "forms.all", "grades.all"] {
        assert_eq!(figure(&now, all).now.text, "6", "{all}");
    }
    assert!(check_sums(&now) >= 8);
}

#[test]
fn what_the_ledger_cannot_know_is_a_dash_with_its_reason() {
    let room = union_of(2026);
    let empty = report(&room, 2026);
    assert!(empty.empty);
    let end = &figure(&empty, "members.end").now;
    assert_eq!((end.text.as_str(), end.why.as_deref()), ("—", Some("花名册还没有导入")));
    assert_eq!(figure(&empty, "incoming.all").now.text, "0", "the ledger stood, and nothing came");
    let rate = &figure(&empty, "incoming.rate").now;
    assert_eq!((rate.text.as_str(), rate.why.as_deref()), ("—", Some("没有到期应办结的文件")));
    step(room.ledger(), |tx| person(tx, 1, &[("joined", Some("2019-04-01".into()))]));
    let first = report(&room, 2026);
    assert_eq!(texts(&first, &["members.start", "members.end", "madeOf.womenRate"]), "1 1 0%");
    let before = &figure(&first, "members.end").before;
    assert_eq!(before.text, "—", "who had left by then is not on the roster");
    assert!(before.why.as_deref().unwrap().contains("账本2026年建立"), "{before:?}");
    assert_eq!(texts(&report(&room, 2025), &["members.end", "incoming.all"]), "— —");
    for table in report(&room, 2025).tables.iter().chain(&first.tables) {
        for value in table.figures.iter().flat_map(|figure| [&figure.now, &figure.before]) {
            assert_eq!(
                value.text == "—",
                value.why.as_deref().is_some_and(|why| !why.is_empty()),
                "{table:#?}"
            );
        }
    }
    let future = room.ledger().read(|connection| report::year(connection, 2027, today()));
    assert_eq!(future.unwrap_err().field.as_deref(), Some("year"));
}

#[test]
fn talks_and_papers_are_judged_at_the_years_end() {
    let room = union_of(2025);
    sql(
        &room,
        "INSERT INTO negotiation (id, year, title, started_on, province) VALUES ('n', 2026, '协商', '2025-10-01', '36');
         INSERT INTO negotiation_offer (id, negotiation_id, by_side, addressee, reasons, issued_on, received_on, contact,
           information, reply_due) VALUES ('o', 'n', 'workers', '公司', '', '2025-12-20', '2025-12-20', '', '', '2026-01-09');
         INSERT INTO negotiation_reply (id, negotiation_id, kind, replied_on, replied_by, text)
           VALUES ('r', 'n', 'agreed', '2026-01-12', '公司', '');
         INSERT INTO negotiation (id, year, title, started_on, province) VALUES ('n2', 2027, '协商', '2026-10-01', '36');
         INSERT INTO negotiation_offer (id, negotiation_id, by_side, addressee, reasons, issued_on, received_on, contact,
           information, reply_due) VALUES ('o2', 'n2', 'workers', '公司', '', '2026-10-05', '2026-10-05', '', '', '2026-10-25');
         INSERT INTO negotiation_reply (id, negotiation_id, kind, replied_on, replied_by, text)
           VALUES ('r2', 'n2', 'refused', '2026-10-20', '公司', '忙'), ('r3', 'n2', 'agreed', '2026-11-10', '公司', '');
         INSERT INTO negotiation_topic (id, negotiation_id, ord, title, proposal) VALUES ('t1', 'n', 1, '增幅', ''),
           ('t2', 'n', 2, '津贴', '');
         INSERT INTO negotiation_representative (id, negotiation_id, side, ord, name, sex, post, chief, outside, front_line,
           personnel_manager, chosen_how) VALUES ('c', 'n', 'workers', 1, '甲', 'male', '', 1, 0, 1, 0, '');
         INSERT INTO meeting (id, negotiation_id, round, held_on, begins, place, chair_id, recorder_name, recorder_post, agenda)
           VALUES ('m1', 'n', 1, '2026-02-01', '09:00', '室', 'c', '', '', ''), ('m2', 'n', 2, '2026-03-01', '09:00', '室', 'c', '', '', '');
         INSERT INTO meeting_topic (id, meeting_id, topic_id, ord, workers_position, employer_position, evidence, result)
           VALUES ('a', 'm1', 't1', 1, '', '', '', 'disputed'), ('b', 'm2', 't1', 1, '', '', '', 'agreed'),
             ('d', 'm1', 't2', 2, '', '', '', 'deferred');
         INSERT INTO meeting_undertaking (id, meeting_id, ord, what, side, owner, due_on, done_on)
           VALUES ('u1', 'm1', 1, '一', 'employer', '财', '2026-03-01', '2026-02-20'), ('u2', 'm1', 2, '二', 'employer', '财', '2026-03-01', '2026-03-05'),
             ('u3', 'm1', 3, '三', 'employer', '财', '2026-03-01', NULL), ('u4', 'm1', 4, '四', 'employer', '财', NULL, NULL);
         INSERT INTO agreement (id, negotiation_id, kind, title) VALUES ('g', 'n', 'wage', '工资专项集体合同');
         INSERT INTO negotiation_event (id, negotiation_id, agreement_id, kind, happened_on, text)
           VALUES ('e1', 'n', 'g', 'signed', '2026-04-01', ''), ('e2', 'n', 'g', 'filed', '2026-04-05', ''),
             ('e3', 'n', 'g', 'returned', '2026-04-10', ''), ('e4', 'n', 'g', 'filed', '2026-04-20', '');
         INSERT INTO incoming_paper (id, year, serial, kind, source, title, received_on, asked, due_on, wants_answer, done_on)
           VALUES ('i1', 2026, 1, 'notice', '县', '一', '2026-01-05', '报', '2026-01-20', 1, '2026-01-20'),
             ('i2', 2026, 2, 'notice', '县', '二', '2026-01-06', '报', '2026-01-20', 1, '2026-02-01'),
             ('i3', 2026, 3, 'notice', '县', '三', '2026-01-07', '报', '2026-01-20', 1, NULL),
             ('i4', 2026, 4, 'letter', '县', '四', '2026-01-08', '阅', NULL, 0, '2026-01-09'),
             ('i5', 2025, 1, 'notice', '县', '五', '2025-12-28', '报', '2026-01-20', 1, '2026-01-19');
         INSERT INTO paper (id, kind, of_id, title, year, number, pages, sha256, issued_at)
           VALUES ('p1', 'negotiation.minutes', 'm1', '纪要', 2026, 1, 2, 'a', '2026-02-02T09:00:00+08:00'),
             ('p2', 'negotiation.offer', 'n', '要约', 2025, 1, 2, 'b', '2025-12-20T09:00:00+08:00');",
    );
    let now = report(&room, 2026);
    assert!(!now.empty);
    assert_eq!(
        texts(&now, &["talks.meetings", "talks.topics", "talks.agreed", "talks.disputed", "talks.deferred"]),
        "2 2 1 0 1"
    );
    assert_eq!(
        texts(
            &now,
            &[
                "undertakings.all",
                "undertakings.inTime",
                "undertakings.late",
                "undertakings.overdue",
                "undertakings.open",
                "undertakings.rate"
            ]
        ),
        "4 1 1 1 1 33.3%"
    );
    assert_eq!(texts(&now, &["contracts.signed", "contracts.filed", "contracts.inEffect"]), "1 1 0");
    let came = [
        "incoming.all",
        "incoming.inTime",
        "incoming.late",
        "incoming.noTerm",
        "incoming.overdue",
        "incoming.open",
    ];
    assert_eq!(texts(&now, &came), "4 1 1 1 1 0");
    assert_eq!(
        texts(&now, &["papers.all", "papers.negotiation.minutes", "papers.negotiation.offer"]),
        "1 1 0"
    );
    assert_eq!(figure(&now, "papers.negotiation.offer").before.text, "1");
    assert_eq!(figure(&now, "papers.negotiation.minutes").name, "会议纪要");
    assert_eq!(
        texts(&now, &["offers.all", "offers.inTime", "offers.late"]),
        "1 1 0",
        "the first answer came in time, whatever followed it"
    );
    let past = report(&room, 2025);
    assert_eq!(
        texts(&past, &["offers.all", "offers.waiting", "offers.late"]),
        "1 1 0",
        "answered after the year's end, it was still waiting then"
    );
    assert_eq!(texts(&past, &["incoming.all", "incoming.open", "incoming.rate"]), "1 1 —");
    assert_eq!(figure(&now, "offers.waiting").before.text, "1");
    assert!(check_sums(&now) + check_sums(&past) >= 12);
}

#[test]
fn words_are_kept_by_year_and_an_empty_one_is_none() {
    let room = union_of(2026);
    let words = |plans: &str| YearTexts {
        plans: Some(plans.into()),
        filled_by: Some(" 李强 ".into()),
        addressee: Some("区总工会".into()),
        ..YearTexts::blank(2026)
    };
    assert_eq!(report(&room, 2026).missing, ["主送机关", "填报人", "负责人"]);
    step(room.ledger(), |tx| report::save(tx, &words("办好夜校")));
    step(room.ledger(), |tx| {
        report::save(tx, &YearTexts { responsible: Some("张敏".into()), ..words("  ") })
    });
    let kept = report(&room, 2026);
    assert_eq!(
        (kept.texts.plans, kept.texts.filled_by.as_deref(), kept.missing.len()),
        (None, Some("李强"), 0)
    );
    room.ledger().undo(&chair()).unwrap();
    assert_eq!(report(&room, 2026).texts.plans.as_deref(), Some("办好夜校"), "undo brings the words back");
    let other = YearTexts { addressee: Some("区总工会".into()), ..YearTexts::blank(2025) };
    assert_eq!(
        report(&room, 2025).texts,
        other,
        "each year has its own, and begins with whom the last went to"
    );
}

fn events() -> impl Strategy<Value = Vec<(&'static str, Option<String>)>> {
    let kind =
        prop::sample::select(vec!["joined", "moved_in", "retained", "moved_out", "expelled", "withdrawn"]);
    let on = prop::option::weighted(
        0.8,
        (2022..=2026i32, 1..=9u32, 0..3u8).prop_map(|(year, month, precise)| match precise {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-15"),
        }),
    );
    prop::collection::vec((kind, on), 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_roster_adds_up_year_after_year(people in prop::collection::vec(events(), 1..30)) {
        let room = union_of(2021);
        step(room.ledger(), |tx| (0..).zip(&people).try_for_each(|(n, events)| person(tx, n, events)));
        let years: Vec<YearReport> = (2022..=2026).map(|year| report(&room, year)).collect();
        for pair in years.windows(2) {
            let (end, start) = (figure(&pair[0], "members.end"), figure(&pair[1], "members.start"));
            prop_assert_eq!(&end.now, &start.now, "a year begins as the one before ended");
            prop_assert_eq!(&end.now, &figure(&pair[1], "members.end").before);
        }
        for year in &years {
            check_sums(year);
        }
        let counted = room.ledger().read(store::counts).unwrap();
        prop_assert_eq!(figure(&years[4], "members.end").now.count.unwrap_or_default(), counted.total);
    }
}
