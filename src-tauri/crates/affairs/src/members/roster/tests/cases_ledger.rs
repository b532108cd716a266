//! Cases 57 to 59 of the field: a file beside the people whom the ledger holds, and files of any length. Exact outcomes.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::Severity::{Ask, Note};
use super::super::codes::EmploymentForm;
use super::super::{
    Decision, Field, Held, Known, Options, Preview, ProblemKind as K, RosterError, RowStatus, Severity,
    SingleDecision, names, read_roster,
};
use super::ages;
use super::cases::{MAN, MAN_2, TODAY, WOMAN, WOMAN_2, book};
use crate::masks::{mask_id, mask_phone};
use crate::members::membership::model::MembershipState;
use crate::members::model::PersonId;
use crate::union::model::Shown;

fn id(n: u128) -> PersonId {
    serde_json::from_value(serde_json::json!(uuid::Uuid::from_u128(n).to_string())).unwrap()
}

/// Someone whom the ledger holds, with phone and shop.
fn held(n: u128, name: &str, number: &str, phone: &str, shop: &str) -> Held {
    let values = Held::fields().iter().map(|field| match field {
        Field::Phone => Some(phone.to_owned()),
        Field::IdNumber => (!number.is_empty()).then(|| number.to_owned()),
        Field::Shop => Some(shop.to_owned()),
        Field::Employment => Some("合同制".to_owned()),
        _ => None,
    });
    Held {
        id: id(n),
        name: name.to_owned(),
        key: names::key(name),
        number: (!number.is_empty()).then(|| number.to_owned()),
        reached_by: [Some(phone.to_owned()), None],
        card: None,
        values: values.collect(),
        form: EmploymentForm::Contract,
        state: MembershipState::Member,
        left: None,
        paid: false,
    }
}

fn known(people: Vec<Held>) -> Known {
    let mut known = Known::default();
    people.into_iter().for_each(|one| known.add(one));
    known
}

fn read(rows: &[&[&str]], known: &Known, options: &Options) -> Preview {
    let today = NaiveDate::from_ymd_opt(TODAY.0, TODAY.1, TODAY.2).unwrap();
    read_roster(&book(rows), today, &ages(), known, options, &mut |_, _| true).expect("a roster")
}

fn told(preview: &Preview) -> Vec<(u32, Severity, K)> {
    let all = preview.rows.iter().flat_map(|row| row.problems.iter().map(|p| (row.row, p.severity, p.kind)));
    let mut all: Vec<_> = all.collect();
    all.sort();
    all
}

fn decide(kind: K, decision: Decision) -> Options {
    Options { decisions: BTreeMap::from([(kind, decision)]), ..Options::default() }
}

const HEAD: &[&str] = &["姓名", "证件号码", "移动电话", "部门"];

#[test]
fn case_57_the_same_again_changes_nothing() {
    let ledger =
        known(vec![held(1, "张三", MAN, "13800000001", "焊接"), held(2, "无号", "", "13800000002", "装配")]);
    let rows: &[&[&str]] =
        &[HEAD, &["张三", MAN, "13800000001", "焊接"], &["无号", "", "13800000002", "装配"]];
    let again = read(rows, &ledger, &Options::default());
    assert_eq!(
        told(&again),
        [(2, Note, K::PersonKnown), (3, Ask, K::IdMissing), (3, Ask, K::PersonMaybeKnown)],
        "without a number one is only likely known"
    );
    // The very same file is known by its rows, whether they have numbers or not.
    let mut ledger = ledger;
    ledger.came_by("Sheet1".into(), 2, id(1));
    ledger.came_by("Sheet1".into(), 3, id(2));
    let again = read(rows, &ledger, &Options::default());
    assert_eq!((again.counts.ready, again.counts.ask, again.counts.skipped), (0, 0, 2));
    assert_eq!((again.absent_total, again.counts.changed), (0, 0));
}

#[test]
fn case_57_of_a_masked_birth_the_year_alone_is_compared() {
    let born = |birth: &str| {
        let mut one = held(1, "张三", "", "13800000001", "焊接");
        let at = Held::fields().iter().position(|field| *field == Field::Birth).unwrap();
        one.values[at] = Some(birth.to_owned());
        known(vec![one])
    };
    let tells = |kind: K, phone: &str, birth: &str, ledger: &Known| {
        let rows: &[&[&str]] = &[&["姓名", "出生日期", "移动电话"], &["张三", birth, phone]];
        let options = match kind {
            K::ValueChanged => decide(K::PersonMaybeKnown, Decision::TakeProposal),
            _ => Options::default(),
        };
        told(&read(rows, ledger, &options)).iter().any(|(_, _, one)| *one == kind)
    };
    let alone = |birth: &str, ledger: &Known| tells(K::PersonMaybeKnown, "13900000009", birth, ledger);
    let differs = |birth: &str, ledger: &Known| tells(K::ValueChanged, "13800000001", birth, ledger);
    let full = born("1990-03-07");
    assert!(alone("1990-03-07", &full) && !alone("1990-03-08", &full));
    assert!(!differs("1990-03-07", &full) && differs("1990-03-08", &full));
    let masked = born("1990-**-**");
    for day in ["1990-03-07", "1990-03-08", "1990-11-20"] {
        assert!(!alone(day, &masked), "by {day} nobody is found");
        assert!(!differs(day, &masked), "{day} is of that year");
    }
    assert!(differs("1991-03-07", &masked), "the year is seen");
}

#[test]
fn case_57_of_masked_numbers_what_is_seen_alone_is_compared() {
    // Two numbers of one mask, and two phones.
    let (one, two) = ("360121199003079990", "360121199011239990");
    let (phone, other) = ("13912345678", "13987655678");
    let mut ledger = Known::seen_by(Shown::Masked);
    ledger.add(held(1, "张三", &mask_id(one), &mask_phone(phone), "焊接"));
    let kinds = |rows: &[[&str; 4]]| -> Vec<Vec<K>> {
        let mut all: Vec<&[&str]> = vec![HEAD];
        all.extend(rows.iter().map(<[&str; 4]>::as_slice));
        let preview = read(&all, &ledger, &Options::default());
        preview.rows.iter().map(|row| row.problems.iter().map(|one| one.kind).collect()).collect()
    };
    let alone = |row: [&str; 4]| kinds(&[row]).remove(0);
    assert!(alone(["张三", one, phone, "焊接"]).contains(&K::PersonKnown), "of the ledger all the same");
    for name in ["张三", "李四"] {
        let of = |number, phone| alone([name, number, phone, "焊接"]);
        assert_eq!(of(one, phone), of(two, phone), "{name} by a number");
        assert_eq!(of(one, phone), of(one, other), "{name} by a phone");
        assert_eq!(of("", phone), of("", other), "{name} by a phone alone");
    }
    // Which of the two it is, the mask does not say: both are asked.
    for row in kinds(&[["张三", one, phone, "焊接"], ["张三", two, phone, "焊接"]]) {
        assert!(row.contains(&K::PersonMaybeKnown) && !row.contains(&K::PersonKnown), "{row:?}");
    }
}

#[test]
fn case_57_a_newer_file_shows_changes_one_by_one_or_all_at_once() {
    let ledger = known(vec![
        held(1, "张三", MAN, "13800000001", "焊接"),
        held(2, "李四", MAN_2, "13800000002", "焊接"),
    ]);
    let rows: &[&[&str]] = &[
        HEAD,
        &["张三", MAN, "13900000001", "装配"],
        &["李四", MAN_2, "13800000002", "装配"],
        &["新人", WOMAN, "13800000003", "装配"],
    ];
    let open = read(rows, &ledger, &Options::default());
    assert_eq!(
        told(&open),
        [(2, Ask, K::ValueChanged), (2, Ask, K::ValueChanged), (3, Ask, K::ValueChanged)]
    );
    assert_eq!((open.counts.ready, open.counts.ask, open.counts.changed), (1, 2, 0));
    let phone = open.rows[0].problems.iter().find(|p| p.field == Some(Field::Phone)).unwrap();
    assert!(!phone.message.contains("13800000001"), "what the ledger holds may not be for these eyes");
    let all = read(rows, &ledger, &decide(K::ValueChanged, Decision::TakeProposal));
    assert_eq!((all.counts.ready, all.counts.changed), (3, 2));
    assert_eq!(
        (all.rows[0].of, all.rows[0].changes.as_slice()),
        (Some(id(1)), &[Field::Phone, Field::Shop][..])
    );
    assert_eq!(all.rows[2].of, None);
    // One cell by itself: the shop of 张三 is taken, the phone is left, 李四 is left alone.
    let one =
        |row, column, decision| SingleDecision { page: 0, row, column, kind: K::ValueChanged, decision };
    let single = vec![
        one(2, 4, Decision::TakeProposal),
        one(2, 3, Decision::LeaveEmpty),
        one(3, 4, Decision::LeaveEmpty),
    ];
    let some = read(rows, &ledger, &Options { single, ..Options::default() });
    assert_eq!(
        (some.rows[0].status, some.rows[0].changes.as_slice()),
        (RowStatus::Ready, &[Field::Shop][..])
    );
    assert_eq!(some.rows[1].status, RowStatus::Skipped, "nothing of theirs is changed");
}

#[test]
fn case_57_two_hundred_who_are_missing_are_named_and_never_deleted() {
    let mut people: Vec<Held> = (0..600)
        .map(|n| {
            held(n, &format!("人{n}"), "", &format!("138{n:08}"), if n % 2 == 0 { "焊接" } else { "装配" })
        })
        .collect();
    people[599].state = MembershipState::Left;
    people[599].left = Some("已转出");
    let rows: Vec<Vec<String>> = (0..400)
        .map(|n| {
            let shop = if n % 2 == 0 { "焊接" } else { "装配" };
            vec![format!("人{n}"), format!("138{n:08}"), shop.to_owned()]
        })
        .collect();
    let table = |rows: &[Vec<String>]| -> Preview {
        let head: &[&str] = &["姓名", "移动电话", "部门"];
        let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let mut all: Vec<&[&str]> = vec![head];
        all.extend(cells.iter().map(Vec::as_slice));
        read(&all, &known(people.clone()), &Options::default())
    };
    let newer = table(&rows);
    assert_eq!(newer.absent_total, 199, "who has left already is not missed");
    assert_eq!(newer.absent[0].name, "人400");
    assert!(newer.rows.iter().all(|row| row.of.is_none() || row.changes.is_empty()));
    // A list of one shop misses nobody of the others; a list of a few misses nobody at all.
    let welding: Vec<Vec<String>> = rows.iter().filter(|row| row[2] == "焊接").cloned().collect();
    assert_eq!(table(&welding).absent_total, 100);
    assert_eq!(table(&rows[..20]).absent_total, 0, "a filtered list is no roster");
}

#[test]
fn case_58_roster_dues_and_the_upper_system_disagree() {
    let mut ledger = known(vec![
        held(1, "张三", MAN, "13800000001", "焊接"),
        Held { paid: true, ..held(2, "李四", MAN_2, "13800000002", "焊接") },
        Held {
            state: MembershipState::Left,
            left: Some("已转出"),
            ..held(3, "王五", WOMAN, "13800000003", "焊接")
        },
        held(4, "赵六", WOMAN_2, "13800000004", "焊接"),
    ]);
    ledger.dues = true;
    let head: &[&str] = &["姓名", "证件号码", "会籍变化类型", "会籍变化日期"];
    let rows: &[&[&str]] = &[
        head,
        &["张三", MAN, "转出", "2026-05-01"],
        &["李四", MAN_2, "退会", ""],
        &["王五", WOMAN, "入会", "2019-05-01"],
        &["赵六", WOMAN_2, "除名", ""],
    ];
    let open = read(rows, &ledger, &Options::default());
    assert_eq!(
        told(&open),
        [
            (2, Ask, K::MembershipDiffers),
            (3, Ask, K::MembershipDiffers),
            (4, Note, K::PersonKnown),
            (4, Note, K::LeftListed),
            (5, Note, K::PersonKnown),
            (5, Note, K::MembershipDiffers),
        ]
    );
    let message = |row: usize| {
        &open.rows[row].problems.iter().find(|p| p.kind == K::MembershipDiffers).unwrap().message
    };
    assert!(message(0).contains("会费也没有交过"), "{}", message(0));
    assert!(!message(1).contains("会费"), "{}", message(1));
    assert!(message(3).contains("会议决定"), "an expulsion is not entered by a file: {}", message(3));
    let taken = read(rows, &ledger, &decide(K::MembershipDiffers, Decision::TakeProposal));
    let changes: Vec<_> = taken.rows.iter().map(|row| row.changes.clone()).collect();
    assert_eq!(changes, [vec![Field::ChangeKind], vec![Field::ChangeKind], vec![], vec![]]);
}

#[test]
fn a_sheet_of_another_kind_adds_nobody_whom_the_roster_names() {
    let ledger = known(vec![held(1, "白毛", MAN, "13800000001", "焊接")]);
    let head: &[&str] = &["姓名", "证件号码", "危害因素", "检查类别", "结论"];
    let row = |name| [name, "", "噪声", "在岗期间", "目前未见异常"];
    let (named, stranger) = (row("白毛"), row("蔡立新"));
    let rows: &[&[&str]] = &[head, &named, &stranger];
    let open = read(rows, &ledger, &Options::default());
    assert!(open.another, "a health report");
    assert_eq!(
        told(&open),
        [
            (2, Note, K::IdMissing),
            (2, Note, K::PersonKnown),
            (3, Note, K::IdMissing),
            (3, Note, K::IdMissing),
        ]
    );
    assert_eq!((open.counts.skipped, open.counts.ask), (2, 0));
    // Nor does what is decided of all who have no number make a second person of him.
    let all = read(rows, &ledger, &decide(K::IdMissing, Decision::TakeProposal));
    assert_eq!((all.counts.ready, all.counts.skipped), (0, 2));
    // A payroll may bring somebody new; whom the roster names it does not bring again.
    let head: &[&str] = &["姓名", "证件号码", "基本工资", "应发工资", "实发工资", "个人所得税"];
    let paid = |name| [name, "", "3000", "5000", "4500", "10"];
    let (named, newcomer) = (paid("白毛"), paid("蔡立新"));
    let pay = read(&[head, &named, &newcomer], &ledger, &Options::default());
    assert!(pay.another, "a payroll");
    assert_eq!((pay.rows[0].status, pay.rows[1].status), (RowStatus::Skipped, RowStatus::Ask));
    // A roster with the same row asks whether it is he.
    let of_shop = |shop: &str| {
        let rows: &[&[&str]] = &[HEAD, &["白毛", "", "", shop]];
        told(&read(rows, &ledger, &Options::default()))
    };
    assert_eq!(of_shop("焊接"), [(2, Ask, K::IdMissing), (2, Ask, K::PersonMaybeKnown)]);
    assert_eq!(of_shop("喷涂"), [(2, Ask, K::IdMissing)], "another shop may be another person");
}

#[test]
fn case_59_fifty_thousand_rows_tell_their_progress_and_can_be_stopped() {
    let names: Vec<String> = (0..50_000).map(|n| format!("人{n}")).collect();
    let phones: Vec<String> = (0..50_000).map(|n| format!("138{n:08}")).collect();
    let rows: Vec<[&str; 2]> = names.iter().zip(&phones).map(|(n, p)| [n.as_str(), p.as_str()]).collect();
    let mut table: Vec<&[&str]> = vec![&["姓名", "移动电话"]];
    table.extend(rows.iter().map(<[&str; 2]>::as_slice));
    let book = book(&table);
    let today = NaiveDate::from_ymd_opt(TODAY.0, TODAY.1, TODAY.2).unwrap();
    let mut looks = Vec::new();
    let whole =
        read_roster(&book, today, &ages(), &Known::default(), &Options::default(), &mut |done, total| {
            looks.push((done, total));
            true
        })
        .unwrap();
    assert_eq!(whole.counts.total, 50_000);
    assert!(
        looks.len() >= 100 && looks.windows(2).all(|two| two[0].0 <= two[1].0),
        "at least one look in 500 rows"
    );
    assert_eq!(looks.last(), Some(&(50_001, 50_001)), "the header is a row of the page");
    let stopped =
        read_roster(&book, today, &ages(), &Known::default(), &Options::default(), &mut |done, _| {
            done < 10_000
        });
    assert_eq!(stopped.unwrap_err(), RosterError::Cancelled);
}
