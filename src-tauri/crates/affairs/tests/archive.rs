//! The volume of an affair leaves no issued paper of it out: every kind that a negotiation issues is put on a ledger in which every
//! table has a row, and looked for.

use affairs::office::templates::model::PAPERS;
use affairs::{Problem, negotiation};
use ledger::{Finality, LedgerError, Op};

use crate::common::{Room, chair};

const ROWS: &str = include_str!("told.sql");

/// The affair, and what of it papers are made from.
const TALKS: &str = "01990000-0000-7000-8000-000000000009";
const MEETING: &str = "01990000-0000-7000-8000-000000000014";
const WAGE: &str = "01990000-0000-7000-8000-00000000a901";
const WOMEN: &str = "01990000-0000-7000-8000-00000000f001";
const VOTE: &str = "01990000-0000-7000-8000-00000000a904";
const SESSION: &str = "01990000-0000-7000-8000-00000000a903";
const CHECK: &str = "01990000-0000-7000-8000-00000000a905";
const ELECTION: &str = "01990000-0000-7000-8000-00000000b101";
const CHIEF: &str = "01990000-0000-7000-8000-00000000b103";
const ADVISER: &str = "01990000-0000-7000-8000-00000000f002";
const SUSPENSION: &str = "01990000-0000-7000-8000-00000000b903";
const LETTER: &str = "01990000-0000-7000-8000-00000000aa04";

/// What the rows of [`ROWS`] have one of, and papers two; the affair is open.
const BESIDE: &str = "
    UPDATE negotiation_seal SET removed_at = '2026-11-16T09:00:00+08:00';
    INSERT INTO agreement (id, negotiation_id, kind, title)
    VALUES ('01990000-0000-7000-8000-00000000f001', '01990000-0000-7000-8000-000000000009', 'women', '女职工合同');
    INSERT INTO negotiation_mandate (id, negotiation_id, kind, side, name, sex, scope, given_on, from_on, principal, principal_post)
    VALUES ('01990000-0000-7000-8000-00000000f002', '01990000-0000-7000-8000-000000000009', 'adviser', 'workers', '欧阳静怡',
      'female', '提供咨询', '2026-09-26', '2026-09-27', '王小明', '工会主席');";

/// Papers that are printed anew each time and never issued.
const NEVER: [&str; 2] = ["negotiation.plan", "negotiation.opinionSheet"];

/// The other side's copies, which are made by the same templates.
const OTHER_SIDE: [&str; 2] = ["negotiation.informationListOther", "negotiation.confidentialityEmployer"];

/// What a paper of the affair is made from; a new kind is told here, and in the archive.
fn record(kind: &str) -> &'static str {
    match kind {
        "negotiation.offer"
        | "negotiation.reply"
        | "negotiation.representatives"
        | "negotiation.electionNotice"
        | "negotiation.topicList"
        | "negotiation.payLevels"
        | "negotiation.informationList"
        | "negotiation.informationListOther"
        | "negotiation.confidentiality"
        | "negotiation.confidentialityEmployer"
        | "negotiation.meetingNotice"
        | "negotiation.demand"
        | "negotiation.refusalReport"
        | "negotiation.coordination" => TALKS,
        "negotiation.minutes" => MEETING,
        "negotiation.chiefMandate" => CHIEF,
        "negotiation.adviserMandate" => ADVISER,
        "negotiation.electionRecord" => ELECTION,
        "negotiation.suspension" => SUSPENSION,
        "negotiation.performanceCheck" => CHECK,
        "negotiation.contract" => WOMEN,
        "negotiation.wageContract"
        | "negotiation.amendment"
        | "negotiation.filingForm"
        | "negotiation.filingStatement"
        | "negotiation.publication"
        | "negotiation.performanceReport" => WAGE,
        "congress.resolution" => VOTE,
        "congress.count" => SESSION,
        "letters.opinion" => LETTER,
        other => panic!("say what {other} is made from, and file it with the affair"),
    }
}

#[test]
fn no_issued_paper_of_an_affair_is_left_out_of_its_volume() {
    let own = PAPERS.iter().filter_map(|paper| paper.kind);
    let mut kinds: Vec<&str> =
        own.filter(|kind| kind.starts_with("negotiation.") && !NEVER.contains(kind)).collect();
    kinds.extend(OTHER_SIDE);
    // What the congress passed, and the letter of the case that the refusal of the talks opened.
    kinds.extend(["congress.resolution", "congress.count", "letters.opinion"]);
    kinds.sort_unstable();
    kinds.dedup();

    let room = Room::new();
    let mut sql = format!("{ROWS}{BESIDE}");
    for (at, kind) in kinds.iter().enumerate() {
        sql.push_str(&format!(
            "INSERT INTO paper (id, kind, of_id, title, year, number, pages, sha256, issued_at)
             VALUES ('01990000-0000-7000-8000-0000000fa{at:03}', '{kind}', '{}', '{kind}', 2026, 90, 1, 'ab12',
               '2026-12-01T09:00:00.000+08:00');",
            record(kind)
        ));
    }
    let op = Op { code: "test.fill".into(), label: "一步".into(), finality: Finality::Reversible };
    room.ledger().step(&op, &chair(), |tx| Ok::<_, LedgerError>(tx.execute_batch(&sql)?)).unwrap();

    let archive = room
        .ledger()
        .read(|connection| negotiation::archive(connection, "某厂工会", TALKS.parse().unwrap()))
        .unwrap_or_else(|why: Problem| panic!("{}", why.message));
    let filed: Vec<&str> =
        archive.parts.iter().flat_map(|part| &part.items).map(|item| item.title.as_str()).collect();
    for kind in kinds {
        let times = filed.iter().filter(|title| **title == kind).count();
        assert_eq!(times, 1, "{kind} lies in the volume once: {filed:?}");
    }
}

/// Two rounds of talks and two contracts of them that were passed, signed, handed in, published and checked.
const ROUND: &str = "
    INSERT INTO negotiation (id, year, title, started_on, province, city)
    VALUES ('01990000-0000-7000-8000-00000000fd01', 2025, '2025年度集体协商', '2026-11-20', '36', '3601');
    INSERT INTO negotiation_representative (id, negotiation_id, side, ord, name, sex, post, chief, outside, front_line,
      personnel_manager, chosen_how, chosen_on)
    VALUES ('01990000-0000-7000-8000-00000000fd02', '01990000-0000-7000-8000-00000000fd01', 'workers', 1, '陈望舒', 'female',
      '工会主席', 1, 0, 0, 0, '职代会表决通过', '2026-11-20');
    INSERT INTO agreement (id, negotiation_id, kind, title, term_from, term_to)
    VALUES ('01990000-0000-7000-8000-00000000fd11', '01990000-0000-7000-8000-00000000fd01', 'collective', '集体合同',
        '2026-12-20', '2029-12-19'),
      ('01990000-0000-7000-8000-00000000fd12', '01990000-0000-7000-8000-00000000fd01', 'women', '女职工合同', '2026-12-20',
        '2027-12-19');
    INSERT INTO congress_session (id, form, name, held_on, due, present, way, given, returned, chair, chair_post, tellers,
      scrutineers, law_pack)
    VALUES ('01990000-0000-7000-8000-00000000fd21', 'congress', '第三次会议', '2026-11-25', 45, 43, 'secret', 43, 43, '陈望舒',
      '工会主席', '艾小梅', '付春生', '2026.1');";

/// Rows of the round, each with the last digits of its id: `1` those of the first contract or meeting, `2` those of the second.
fn round() -> String {
    let id = |end: &str| format!("01990000-0000-7000-8000-00000000{end}");
    let talks = id("fd01");
    let mut sql = format!("{ROWS}{ROUND}");
    for n in ["1", "2"] {
        let (meeting, agreement) = (id(&format!("fd3{n}")), id(&format!("fd1{n}")));
        let (vote, check, chair, session) =
            (id(&format!("fd4{n}")), id(&format!("fd5{n}")), id("fd02"), id("fd21"));
        sql.push_str(&format!(
            "INSERT INTO meeting (id, negotiation_id, round, held_on, begins, ends, place, chair_id, recorder_name, recorder_post,
               agenda)
             VALUES ('{meeting}', '{talks}', {n}, '2026-11-2{n}', '09:30', '11:50', '会议室', '{chair}', '沈一诺', '档案员', '逐项协商');
             INSERT INTO congress_vote (id, session_id, ord, matter, agreement_id, votes_for, votes_against, abstained)
             VALUES ('{vote}', '{session}', {n}, '草案', '{agreement}', 41, 2, 0);
             INSERT INTO agreement_check (id, agreement_id, from_on, to_on, checked_on, method, opinions, conclusion, workers,
               employer)
             VALUES ('{check}', '{agreement}', '2026-12-20', '2027-06-19', '2027-06-2{n}', '查阅', '没有', '已经兑现', '陈望舒', '高子衿');"
        ));
        for (at, (kind, on)) in [
            ("drafted", "2026-11-23"),
            ("signed", "2026-11-26"),
            ("filed", "2026-11-28"),
            ("in_effect", "2026-12-20"),
            ("published", "2026-12-21"),
        ]
        .into_iter()
        .enumerate()
        {
            let event = id(&format!("fe{n}{at}"));
            sql.push_str(&format!(
                "INSERT INTO negotiation_event (id, negotiation_id, agreement_id, kind, happened_on, text)
                 VALUES ('{event}', '{talks}', '{agreement}', '{kind}', '{on}', '办理');"
            ));
        }
    }
    sql
}

/// The parts of the round's volume that lack something, and what is told before its seal, with papers of these records issued.
fn lacking(issued: &[(&str, &str)], beside: &str) -> (Vec<(String, String)>, Vec<String>) {
    let room = Room::new();
    let mut sql = format!("{}{beside}", round());
    for (at, (kind, of)) in issued.iter().enumerate() {
        sql.push_str(&format!(
            "INSERT INTO paper (id, kind, of_id, title, year, number, pages, sha256, issued_at)
             VALUES ('01990000-0000-7000-8000-0000000ff{at:03}', '{kind}', '01990000-0000-7000-8000-00000000{of}', '{kind}', 2026,
               9{at}, 1, 'ab12', '2026-12-01T09:00:00.000+08:00');"
        ));
    }
    let op = Op { code: "test.fill".into(), label: "一步".into(), finality: Finality::Reversible };
    room.ledger().step(&op, &chair(), |tx| Ok::<_, LedgerError>(tx.execute_batch(&sql)?)).unwrap();
    let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
    let book = law::LawBook::load(&assets).unwrap();
    let id = "01990000-0000-7000-8000-00000000fd01".parse().unwrap();
    let today = "2027-07-01".parse().unwrap();
    let (archive, whole) = room
        .ledger()
        .read(|connection| {
            let archive = negotiation::archive(connection, "某厂工会", id)?;
            Ok((archive, negotiation::get(connection, &book, id, today)?))
        })
        .unwrap_or_else(|why: Problem| panic!("{}", why.message));
    let parts = archive.parts.into_iter().filter(|part| !part.items.is_empty());
    (parts.filter_map(|part| Some((part.name, part.absent?))).collect(), whole.closing.told)
}

/// A paper of each kind of the second of two, and none of the first.
const SECOND: [(&str, &str); 6] = [
    ("negotiation.minutes", "fd32"),
    ("congress.resolution", "fd42"),
    ("negotiation.contract", "fd12"),
    ("negotiation.filingStatement", "fd12"),
    ("negotiation.publication", "fd12"),
    ("negotiation.performanceCheck", "fd52"),
];

#[test]
fn a_part_that_holds_a_piece_of_one_record_names_the_others_that_have_none() {
    let (parts, told) = lacking(&SECOND, "");
    let wanted = [
        ("会议记录", "第1轮会议的纪要还没有印发"),
        ("职代会审议", "第三次会议表决集体合同的决议还没有印发"),
        ("集体合同", "集体合同还没有印发，也没有添加扫描件"),
        ("报送", "集体合同的报送审查表还没有印发，也没有添加扫描件"),
        ("公布", "集体合同的公布书还没有印发，也没有添加公布的照片或者扫描件"),
        ("履行", "集体合同2027年6月21日的履行检查还没有印发检查表，也没有添加扫描件"),
    ];
    assert_eq!(parts, wanted.map(|(name, why)| (name.to_owned(), why.to_owned())));
    let begun =
        told.iter().find(|one| one.starts_with("归档卷里还不全的")).unwrap_or_else(|| panic!("{told:?}"));
    for (name, why) in wanted {
        assert!(begun.contains(&format!("“{name}”（{why}）")), "{name}: {begun}");
    }
    let empty =
        told.iter().find(|one| one.starts_with("归档卷里还空着的")).unwrap_or_else(|| panic!("{told:?}"));
    assert!(empty.contains("“要约”") && !empty.contains("会议记录"), "{empty}");
}

#[test]
fn a_file_that_was_added_stands_for_the_paper_and_an_empty_part_is_told_once() {
    let file = |at: usize, (kind, of): (&str, &str)| {
        format!(
            "INSERT INTO attachment (id, of_kind, of_id, name, content, bytes, media, place, added_at, added_by)
             VALUES ('01990000-0000-7000-8000-0000000fe{at:03}', '{kind}', '01990000-0000-7000-8000-00000000{of}', '扫描件.jpg', 'ab12',
               4096, 'image/jpeg', 'removed', '2026-12-01T09:00:00.000+08:00', '张敏');"
        )
    };
    let added = [
        ("meeting", "fd31"),
        ("congressSession", "fd21"),
        ("event", "fe11"),
        ("event", "fe12"),
        ("event", "fe14"),
        ("agreementCheck", "fd51"),
    ];
    let files: String = (0..).zip(added).map(|(at, one)| file(at, one)).collect();
    assert_eq!(lacking(&SECOND, &files).0, []);
    let (parts, told) = lacking(&[], "");
    assert_eq!(parts, []);
    assert!(told.iter().any(|one| one.contains("“会议记录”（开过会议，会议纪要还没有印发）")), "{told:?}");
    assert!(!told.iter().any(|one| one.contains("还不全的")), "{told:?}");
}

#[test]
fn of_an_affair_entered_afterwards_what_came_about_before_it_is_not_asked_for() {
    let late =
        "UPDATE negotiation SET late_entry = '按档案补录' WHERE id = '01990000-0000-7000-8000-00000000fd01';
        UPDATE meeting SET held_on = '2026-11-10' WHERE id = '01990000-0000-7000-8000-00000000fd31';";
    let names: Vec<String> = lacking(&SECOND, late).0.into_iter().map(|(name, _)| name).collect();
    assert!(!names.iter().any(|name| name == "会议记录") && names.len() == 5, "{names:?}");
}
