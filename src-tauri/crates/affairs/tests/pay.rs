//! Wage data in a real ledger: taken in from a paste, the same again, a newer one in its place, the older back from the trash;
//! the columns remembered; the compact table; what a history tells of it.

use std::path::Path;

use affairs::Problem;
use affairs::members::sources::Source;
use affairs::pay::import::model::{PayDecision, PayImported, PayOptions};
use affairs::pay::import::{self, read};
use affairs::pay::model::{PayPeriod, PaySheetId};
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

pub fn op(code: &'static str) -> Op {
    Op { code: code.into(), label: "一步".into(), finality: Finality::Reversible }
}

pub fn write(ledger: &Ledger, sql: &str) {
    ledger.step(&op("test.fill"), &chair(), |tx| Ok::<_, LedgerError>(tx.execute_batch(sql)?)).unwrap();
}

/// People of the roster: a number, a name, a shop.
pub fn people(ledger: &Ledger, names: &[(&str, &str)]) {
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

pub const SIX: [(&str, &str); 6] = [
    ("张三", "焊接"),
    ("李四", "焊接"),
    ("王五", "焊接"),
    ("赵六", "机加工"),
    ("钱七", "机加工"),
    ("孙八", "仓库"),
];

pub fn take(
    ledger: &Ledger,
    (name, text): (&str, &str),
    options: &PayOptions,
    replaces: Option<PaySheetId>,
) -> Result<PayImported, Problem> {
    let book = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
    let source = Source { name: name.into(), sha256: book.sha256.clone(), pasted: true };
    let today = "2026-11-16".parse().unwrap();
    let run = |tx: &Tx<'_>| {
        let read = read(tx, &book, &source, options, today, Shown::Full)?;
        import::store(tx, &read, &source, options, (replaces, "张敏"), &mut |_, _| true)
    };
    Ok(ledger.step(&op("pay.import"), &chair(), run)?.value)
}

pub fn october(third: &str) -> String {
    format!(
        "2026年10月工资表\n工号\t姓名\t基本\t本月合计\t个税\nG1\t张三\t3000\t6000\t20\nG2\t李四\t3000\t5000\t0\nG3\t王五\t3000\t{third}\t0\nG4\t赵六\t3000\t4000\t0\nG5\t钱七\t3000\t4500\t0\n"
    )
}

pub fn chosen() -> PayOptions {
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
fn sums_are_told_by_right_also_in_the_history() {
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
    let seq = ledger.head().unwrap().seq;
    let told = |wages| {
        let sight = affairs::union::model::Sight {
            wages,
            identity: Shown::Full,
            health: Shown::Full,
            account: Shown::Full,
        };
        let changes = ledger.step_changes(seq, 1000).unwrap().rows;
        let told = ledger.read(|c| {
            let place = |_: &str| None;
            let teller = affairs::fields::Teller::new(c, &book, &place, sight)?;
            changes.into_iter().map(|row| teller.tell(seq, row)).collect::<Result<Vec<_>, Problem>>()
        });
        format!("{:?}", told.unwrap())
    };
    let (open, covered) = (told(Shown::Full), [told(Shown::Never), told(Shown::Masked)]);
    for wage in ["6,000.00元", "张三"] {
        assert!(open.contains(wage), "{wage} is not in {open}");
    }
    for told in covered {
        for wage in ["600000", "6,000", "550000", "张三", "2,500,000", "25,000"] {
            assert!(!told.contains(wage), "{wage} is in {told}");
        }
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
        let read = read(tx, &book, &source, &options, "2026-11-16".parse().unwrap(), Shown::Full)?;
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
