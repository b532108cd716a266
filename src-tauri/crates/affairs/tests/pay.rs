//! Wage data in a real ledger: taken in from a paste, the same again, a newer one in its place, the older back from the trash;
//! the columns remembered; the compact table; what a history tells of it.

use std::path::Path;

use affairs::Problem;
use affairs::members::sources::Source;
use affairs::pay::figures::whole::load as whole_of;
use affairs::pay::import::model::{PayDecision, PayImported, PayOptions, PayPreview};
use affairs::pay::import::{self, read};
use affairs::pay::model::{PayPeriod, PayReferenceKind, PaySheetId};
use affairs::pay::points::PayData;
use affairs::pay::{store, view};
use affairs::sheets::SheetProblemKind as K;
use affairs::sheets::payroll::PayColumn;
use affairs::trash::{self, TrashKind, TrashRef};
use affairs::union::model::Shown;
use law::LawBook;
use ledger::{Fen, Finality, Ledger, LedgerError, Op, Tx};

use crate::common::{Room, chair};
use crate::measure::busy;

fn op(code: &'static str) -> Op {
    Op { code: code.into(), label: "一步".into(), finality: Finality::Reversible }
}

fn write(ledger: &Ledger, sql: &str) {
    ledger.step(&op("test.fill"), &chair(), |tx| Ok::<_, LedgerError>(tx.execute_batch(sql)?)).unwrap();
}

/// People of the roster: a number, a name, a shop.
fn people(ledger: &Ledger, names: &[(&str, &str)]) {
    for (n, (name, shop)) in (1..).zip(names) {
        let n: u32 = n;
        write(
            ledger,
            &format!(
                "INSERT INTO person (id, name, name_key, name_sort, sex, skill_grade)
                 VALUES ('01990000-0000-7000-8000-{n:012}', '{name}', '{name}', '{name}', 'female', '高级工');
                 INSERT INTO employment (id, person_id, shop, post, work_number, form, hired_on, hired_precision)
                 VALUES ('e{n}', '01990000-0000-7000-8000-{n:012}', '{shop}', '电焊工', 'G{n}', 'contract', '2019-03-01', 'day')"
            ),
        );
    }
}

const SIX: [(&str, &str); 6] = [
    ("张三", "焊接"),
    ("李四", "焊接"),
    ("王五", "焊接"),
    ("赵六", "机加工"),
    ("钱七", "机加工"),
    ("孙八", "仓库"),
];

fn take(
    ledger: &Ledger,
    (name, text): (&str, &str),
    options: &PayOptions,
    replaces: Option<PaySheetId>,
) -> Result<PayImported, Problem> {
    let book = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
    let source = Source { name: name.into(), sha256: book.sha256.clone(), pasted: true };
    let today = "2026-11-16".parse().unwrap();
    let run = |tx: &Tx<'_>| {
        let read = read(tx, &book, &source, options, today)?;
        import::store(tx, &read, &source, options, (replaces, "张敏"), &mut |_, _| true)
    };
    Ok(ledger.step(&op("pay.import"), &chair(), run)?.value)
}

fn october(third: &str) -> String {
    format!(
        "2026年10月工资表\n工号\t姓名\t基本\t本月合计\t个税\nG1\t张三\t3000\t6000\t20\nG2\t李四\t3000\t5000\t0\nG3\t王五\t3000\t{third}\t0\nG4\t赵六\t3000\t4000\t0\nG5\t钱七\t3000\t4500\t0\n"
    )
}

fn chosen() -> PayOptions {
    PayOptions { columns: [(4, Some(PayColumn::Gross))].into(), ..PayOptions::default() }
}

#[test]
fn a_payroll_is_taken_once_and_a_newer_one_takes_its_place() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let first = take(ledger, ("十月.xlsx", &october("5500")), &chosen(), None).unwrap();
    assert_eq!((first.rows, first.headcount, first.matched, first.replaced), (5, 5, 5, false));
    let table = ledger.read(|c| store::wage_points(c, first.id)).unwrap();
    let PayData::Points(points) = &table.data else { panic!("single wages") };
    let fen: Vec<_> = points.counted().map(|fen| fen.0).collect();
    assert_eq!(fen, [600_000, 500_000, 550_000, 400_000, 450_000]);
    assert_eq!(
        (points.shops.as_slice(), points.points[3].shop),
        (&["焊接".to_owned(), "机加工".into()][..], Some(1))
    );
    assert_eq!((table.period.to_string().as_str(), table.sum), ("2026-10", Some(Fen(2_500_000))));

    let again = take(ledger, ("十月.xlsx", &october("5500")), &chosen(), Some(first.id)).unwrap_err();
    assert_eq!(again.code, "nothing_new", "the same file changes nothing");
    let newer = october("5600");
    assert_eq!(take(ledger, ("十月新.xlsx", &newer), &chosen(), None).unwrap_err().code, "standing");
    // The columns are read as the last time, though nothing is chosen now.
    let second = take(ledger, ("十月新.xlsx", &newer), &PayOptions::default(), Some(first.id)).unwrap();
    assert!(second.replaced);
    let sum = |id| ledger.read(|c| store::line(c, id)).map(|line| line.sum);
    assert_eq!(
        (sum(second.id).unwrap(), sum(first.id).unwrap_err().code.as_str()),
        (Some(Fen(2_510_000)), "not_found")
    );

    let lies = TrashRef { kind: TrashKind::PaySheet, id: first.id.to_string() };
    let back = |of: &TrashRef| {
        ledger.step::<_, Problem>(&op("trash.restore"), &chair(), |tx| trash::restore(tx, of))
    };
    assert_eq!(back(&lies).unwrap_err().code, "refused", "another stands in its place");
    let remove = |tx: &Tx<'_>| affairs::pay::remove(tx, second.id);
    ledger.step::<_, Problem>(&op("pay.remove"), &chair(), remove).unwrap();
    back(&lies).unwrap();
    let whole = ledger.read(|c| store::wage_points(c, first.id)).unwrap();
    assert_eq!(whole, table, "it comes back whole");
}

#[test]
fn sums_are_told_by_right_and_the_history_tells_none() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let taken = take(ledger, ("十月.xlsx", &october("5500")), &chosen(), None).unwrap();
    let get = |shown| ledger.read(|c| view::get(c, taken.id, shown, 5)).unwrap();
    let sums = |shown| get(shown).shops.into_iter().map(|shop| shop.sum.map(|sum| sum.0)).collect::<Vec<_>>();
    assert_eq!(sums(Shown::Full), [Some(1_650_000), Some(850_000)]);
    assert_eq!(
        sums(Shown::Never),
        [None, None],
        "what shops were paid is told beside the other figures alone"
    );
    let people = get(Shown::Never).people.unwrap();
    assert_eq!((people.matched, people.missing_count), (5, 1), "孙八 is on the roster alone");
    let query = |shown| {
        let query = serde_json::from_value(serde_json::json!({ "sheet": taken.id })).unwrap();
        ledger.read(|c| view::line_page(c, &query, shown)).unwrap()
    };
    let (never, masked, full) = (query(Shown::Never), query(Shown::Masked), query(Shown::Full));
    assert_eq!((never.total, never.rows.len()), (5, 0), "counts only");
    assert!(masked.rows.len() == 5 && masked.rows.iter().all(|row| row.sums.is_none()));
    assert_eq!(full.rows[0].sums.unwrap().gross, Fen(600_000));
    let origin = ledger.read(|c| view::origin(c, full.rows[2].id, Shown::Full)).unwrap();
    let cell = origin.cells.iter().find(|cell| cell.field.as_deref() == Some("应发")).unwrap();
    assert_eq!((cell.cell.as_str(), cell.heading.as_str(), cell.value.as_str()), ("D5", "本月合计", "5500"));
    let covered = ledger.read(|c| view::origin(c, full.rows[2].id, Shown::Masked)).unwrap();
    assert!(covered.cells.is_empty() && covered.line.sums.is_none());

    let book = LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap();
    let sight = affairs::union::model::Sight {
        wages: Shown::Full,
        identity: Shown::Full,
        health: Shown::Full,
        account: Shown::Full,
    };
    let seq = ledger.head().unwrap().seq;
    let changes = ledger.step_changes(seq, 1000).unwrap().rows;
    let told = ledger
        .read(|c| {
            let place = |_: &str| None;
            let teller = affairs::fields::Teller::new(c, &book, &place, sight)?;
            changes.into_iter().map(|row| teller.tell(seq, row)).collect::<Result<Vec<_>, Problem>>()
        })
        .unwrap();
    let told = format!("{told:?}");
    for wage in ["600000", "6,000", "550000", "张三", "2,500,000", "25,000"] {
        assert!(!told.contains(wage), "{wage} is in {told}");
    }
}

#[test]
fn doubts_stop_an_import_until_they_are_decided_and_a_cancelled_one_leaves_nothing() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX[..5]);
    let text = format!("{}G9\t外人\t3000\t4000\t0\n", october("5500"));
    let refused = take(ledger, ("十月.xlsx", &text), &chosen(), None).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.message.contains("1处")), ("doubts_open", true));
    let options = PayOptions { kinds: [(K::NotOnRoster, PayDecision::AsRead)].into(), ..chosen() };
    let book = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
    let source = Source { name: "十月.xlsx".into(), sha256: book.sha256.clone(), pasted: true };
    let cancelled = ledger.step::<_, Problem>(&op("pay.import"), &chair(), |tx| {
        let read = read(tx, &book, &source, &options, "2026-11-16".parse().unwrap())?;
        import::store(tx, &read, &source, &options, (None, "张敏"), &mut |_, _| false)
    });
    assert_eq!(cancelled.unwrap_err().code, "cancelled");
    assert!(ledger.read(store::list).unwrap().is_empty());
    let taken = take(ledger, ("十月.xlsx", &text), &options, None).unwrap();
    assert_eq!((taken.headcount, taken.matched), (6, 5), "the stranger keeps the file's own name");
    let line =
        ledger.read(|c| store::of_period(c, "2026-10".parse::<PayPeriod>().unwrap())).unwrap().unwrap();
    assert_eq!((line.id, line.source.taken_by.as_str()), (taken.id, "张敏"));
}

fn doubts(ledger: &Ledger, text: &str, options: &PayOptions) -> Vec<K> {
    let book = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
    preview(ledger, &book, options).doubts.iter().filter(|one| one.open > 0).map(|one| one.kind).collect()
}

fn preview(ledger: &Ledger, book: &sheet::Book, options: &PayOptions) -> PayPreview {
    let source = Source { name: "十一月.xlsx".into(), sha256: book.sha256.clone(), pasted: true };
    let today = "2026-12-02".parse().unwrap();
    ledger.read(|c| read(c, book, &source, options, today)?.preview(c, &source)).unwrap()
}

#[test]
fn the_same_file_read_in_another_way_is_a_change() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let file = ("十月.xlsx", october("5500"));
    let wrong = PayOptions { columns: [(3, Some(PayColumn::Gross))].into(), ..PayOptions::default() };
    let first = take(ledger, (file.0, &file.1), &wrong, None).unwrap();
    let mended = take(
        ledger,
        (file.0, &file.1),
        &PayOptions {
            columns: [(3, Some(PayColumn::Base)), (4, Some(PayColumn::Gross))].into(),
            ..PayOptions::default()
        },
        Some(first.id),
    )
    .unwrap();
    assert!(mended.replaced);
    let table = ledger.read(|c| store::line(c, mended.id)).unwrap();
    assert_eq!(table.sum, Some(Fen(2_500_000)), "the right column counts now");
    let again = take(ledger, (file.0, &file.1), &PayOptions::default(), Some(mended.id)).unwrap_err();
    assert_eq!(again.code, "nothing_new", "read as the last time");
    let given = PayOptions { given_by: Some("财务部".into()), ..PayOptions::default() };
    assert!(take(ledger, (file.0, &file.1), &given, Some(mended.id)).is_ok(), "who gave it is a change too");
}

#[test]
fn a_whole_table_in_another_unit_is_asked_about() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let table = |sums: [&str; 3]| {
        let [a, b, c] = sums;
        format!(
            "2026年11月工资表\n工号\t姓名\t应发\t个税\nG1\t张三\t{a}\t0\nG2\t李四\t{b}\t0\nG3\t王五\t{c}\t0\n"
        )
    };
    let none = PayOptions::default();
    let wan = table(["0.6", "0.55", "0.52"]);
    assert_eq!(doubts(ledger, &wan, &none), [], "nothing is known of wages yet");
    write(
        ledger,
        "INSERT INTO pay_reference (id, kind, region, period, value, unit, source)
         VALUES ('m', 'minimum', '南昌市', '2026-04-01', 208000, 'yuan_month', '省厅文件')",
    );
    assert_eq!(doubts(ledger, &wan, &none), [K::Scale], "far under the local minimum");
    take(ledger, ("十月.xlsx", &october("5500")), &chosen(), None).unwrap();
    assert_eq!(doubts(ledger, &table(["6000", "5500", "5200"]), &none), []);
    assert_eq!(doubts(ledger, &table(["72000", "66000", "62400"]), &none), [K::Scale], "twelve months");
    assert_eq!(doubts(ledger, &table(["6", "5.5", "5.2"]), &none), [K::Scale], "thousands");
    assert_eq!(doubts(ledger, &table(["30", "31", "32"]), &none), [K::ScaleOdd], "no unit explains it");
    let proposed = PayOptions { kinds: [(K::Scale, PayDecision::Proposed)].into(), ..PayOptions::default() };
    let taken = take(ledger, ("十一月.xlsx", &wan), &proposed, None).unwrap();
    let line = ledger.read(|c| store::line(c, taken.id)).unwrap();
    assert_eq!(line.sum, Some(Fen(1_670_000)), "0.6 + 0.55 + 0.52 ten thousand yuan");
}

#[test]
fn workshops_on_pages_of_their_own_are_asked_about_and_read_as_one() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let page = |name: &str, rows: &str| {
        let text = format!("工号\t姓名\t应发\t个税\n{rows}");
        let mut book = sheet::read_bytes(text.as_bytes(), name, &mut |_, _| true).unwrap();
        sheet::Page { name: name.to_owned(), ..book.pages.remove(0) }
    };
    let book = |welding: &str| {
        let mut book = sheet::read_bytes(welding.as_bytes(), "工资", &mut |_, _| true).unwrap();
        book.pages = vec![
            page("焊接", &format!("G1\t张三\t{welding}\t0\nG2\t李四\t5000\t0\n合计\t\t11000\t0\n")),
            page("机加工", "G4\t赵六\t4000\t0\n\t外人\t4500\t0\n"),
            page("说明", "\n"),
        ];
        book
    };
    let october = book("6000");
    let first = preview(ledger, &october, &PayOptions::default());
    assert_eq!((first.rows, first.pages.len()), (2, 2));
    let asked = first.doubts.iter().find(|one| one.kind == K::Pages).expect("the other page is asked about");
    assert!(asked.first[0].message.contains("“焊接”“机加工”"), "{}", asked.first[0].message);
    assert!(first.notes.iter().any(|one| one.kind == K::PagesUnread && one.first[0].contains("机加工")));
    let other = PayOptions { page: Some("机加工".into()), ..PayOptions::default() };
    let other = preview(ledger, &october, &other);
    assert_eq!((other.page.as_str(), other.doubts.iter().any(|one| one.kind == K::Pages)), ("机加工", false));
    let kinds = [(K::Pages, PayDecision::Proposed), (K::NotOnRoster, PayDecision::AsRead)];
    let together = PayOptions { kinds: kinds.into(), ..PayOptions::default() };
    let all = preview(ledger, &october, &together);
    assert_eq!(
        (all.rows, all.sum, all.open, all.shops.clone()),
        (4, Fen(1_950_000), 0, vec!["机加工".into(), "焊接".into()])
    );
    let stranger = &all.doubts.iter().find(|one| one.kind == K::NotOnRoster).unwrap().first[0];
    assert!(stranger.message.starts_with("“机加工”第3行"), "{}", stranger.message);
    let source = Source { name: "十月.xlsx".into(), sha256: october.sha256.clone(), pasted: false };
    let day = "2026-11-16".parse().unwrap();
    ledger
        .step(&op("pay.import"), &chair(), |tx: &Tx<'_>| {
            let read = read(tx, &october, &source, &together, day)?;
            import::store(tx, &read, &source, &together, (None, "张敏"), &mut |_, _| true)
        })
        .unwrap();
    let next = preview(ledger, &book("6001"), &PayOptions::default());
    assert_eq!(next.rows, 4, "remembered by the shape of the file");
    assert!(next.remembered.unwrap().contains("合在一起读"));
}

#[test]
fn two_tables_of_a_month_that_differ_by_one_tell_nobody_a_wage() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let first = take(ledger, ("十月.xlsx", &october("5500")), &chosen(), None).unwrap();
    let told = |id, shown| ledger.read(|c| view::get(c, id, shown, 5)).unwrap();
    let before = told(first.id, Shown::Never);
    assert_eq!(before.line.sum, Some(Fen(2_500_000)));
    let people = before.people.unwrap();
    assert_eq!((people.missing_count, people.missing.len()), (1, 0), "who is missing is not named");
    assert_eq!(told(first.id, Shown::Masked).people.unwrap().missing[0].name, "孙八");
    let whole = format!("{}G6\t孙八\t3000\t4976\t0\n", october("5500"));
    let second = take(ledger, ("十月全.xlsx", &whole), &PayOptions::default(), Some(first.id)).unwrap();
    assert_eq!(ledger.read(|c| store::differs_by(c, second.id)).unwrap(), Some(1));
    assert_eq!(told(second.id, Shown::Never).line.sum, None, "2,997,600 less 2,500,000 is one wage");
    assert_eq!(told(second.id, Shown::Full).line.sum, Some(Fen(2_997_600)));
    let list = ledger.read(|c| view::list(c, Shown::Never, 5)).unwrap();
    assert_eq!(list[0].sum, None);
    let loaded = ledger.read(|c| whole_of(c, second.id)).unwrap();
    assert_eq!(loaded.table.near, 1, "the figures keep as much to themselves");
    // Where more than a few differ, nobody is found.
    let raised = "2026年10月工资表\n工号\t姓名\t基本\t本月合计\t个税\nG1\t张三\t1\t6100\t0\nG2\t李四\t1\t5100\t0\nG3\t王五\t1\t5600\t0\nG4\t赵六\t1\t4100\t0\nG5\t钱七\t1\t4600\t0\nG6\t孙八\t1\t5076\t0\n";
    let third = take(ledger, ("十月调.xlsx", raised), &PayOptions::default(), Some(second.id)).unwrap();
    assert_eq!(told(third.id, Shown::Never).line.sum, Some(Fen(3_057_600)));
}

#[test]
fn the_minimum_is_that_of_the_union_s_place() {
    let room = Room::new();
    let ledger = room.ledger();
    let reference = |id: &str, region: &str, from: &str, value: i64| {
        write(
            ledger,
            &format!(
                "INSERT INTO pay_reference (id, kind, region, period, value, unit, source)
                 VALUES ('{id}', 'minimum', '{region}', '{from}', {value}, 'yuan_month', '文件')"
            ),
        );
    };
    let on = |day: &str| {
        let found = ledger.read(|c| store::minimum_on(c, PayReferenceKind::Minimum, day.parse().unwrap()));
        found.unwrap().map(|one| one.value)
    };
    let names = ledger.read(affairs::pay::place::names).unwrap();
    assert_eq!(names.last(), Some(&"江西省"), "where the union of the tests lies");
    reference("a", "江西省", "2026-04-01", 208_000);
    assert_eq!(on("2026-11-01"), Some(208_000));
    reference("b", "上海市", "2026-07-01", 274_000);
    assert_eq!(on("2026-11-01"), Some(208_000), "a newer one of another place is not its own");
    reference("c", "江西省", "2027-01-01", 260_000);
    assert_eq!((on("2026-12-31"), on("2027-01-01")), (Some(208_000), Some(260_000)));
    write(ledger, "DELETE FROM pay_reference WHERE region = '江西省'");
    reference("d", "湖南省", "2026-04-01", 210_000);
    assert_eq!(on("2026-11-01"), None, "several regions and none of them its own");
    let elsewhere = |c: &rusqlite::Connection| {
        store::only_elsewhere(c, PayReferenceKind::Minimum, "2026-11-01".parse().unwrap())
    };
    assert!(ledger.read(elsewhere).unwrap());
}

/// `--ignored --nocapture`: what reading fifty thousand wages costs.
#[test]
#[ignore = "a measure"]
fn pay_measure_fifty_thousand_points() {
    let room = Room::new();
    let mut text = String::from("2026年10月工资表\n工号\t姓名\t部门\t岗位\t基本\t绩效\t应发\n");
    for n in 0..50_000 {
        text.push_str(&format!(
            "G{n}\t职工{n}\t车间{}\t岗位{}\t3000\t{}\t{}\n",
            n % 20,
            n % 60,
            n % 4000,
            3000 + n % 4000
        ));
    }
    let options =
        PayOptions { kinds: [(K::NotOnRoster, PayDecision::AsRead)].into(), ..PayOptions::default() };
    let begun = busy();
    let taken = take(room.ledger(), ("十月.xlsx", &text), &options, None).unwrap();
    let imported = busy() - begun;
    let mut all: Vec<_> = (0..7)
        .map(|_| {
            let begun = busy();
            let table = room.ledger().read(|c| store::wage_points(c, taken.id)).unwrap();
            assert_eq!(table.headcount, 50_000);
            busy() - begun
        })
        .collect();
    all.sort();
    println!(
        "50,000 wages: taken in {imported:.2?}, read in {:.2?} (median of 7, worst {:.2?})",
        all[3], all[6]
    );
}
