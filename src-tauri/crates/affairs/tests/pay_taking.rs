//! Wage data in a real ledger, and what must not go by unseen: another unit, sheets of workshops, the same file read otherwise,
//! the minimum wage of elsewhere.

use std::path::Path;

use affairs::members::sources::Source;
use affairs::negotiation::papers;
use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::whole::load as whole_of;
use affairs::pay::import::model::{PayDecision, PayOptions, PayPreview};
use affairs::pay::import::{self, read};
use affairs::pay::model::PayReferenceKind;
use affairs::pay::simulate::acts;
use affairs::pay::simulate::model::{
    PayRise, PayRound, PayScenario, PaySide, PayStep, PayStepKind, PayStepOnly, SavePayScenario, SimulatePay,
};
use affairs::pay::store;
use affairs::sheets::SheetProblemKind as K;
use affairs::sheets::payroll::PayColumn;
use affairs::union::model::Shown;
use law::LawBook;
use ledger::{Fen, Ledger, Tx};

use crate::common::{Room, chair};
use crate::pay::{SIX, chosen, october, op, people, take, write};

/// The union of the ledger, in Nanchang.
pub fn union(ledger: &Ledger) {
    write(
        ledger,
        "INSERT INTO union_record (id, name, credit_code, employer, province, city, founded_at)
         VALUES ('u', '测试工会', '', '测试公司', '36', '3601', '2026-01-01T09:00:00+08:00')",
    );
}

fn doubts(ledger: &Ledger, text: &str, options: &PayOptions) -> Vec<K> {
    let book = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
    preview(ledger, &book, options).doubts.iter().filter(|one| one.open > 0).map(|one| one.kind).collect()
}

fn preview(ledger: &Ledger, book: &sheet::Book, options: &PayOptions) -> PayPreview {
    let source = Source { name: "十一月.xlsx".into(), sha256: book.sha256.clone(), pasted: true };
    let today = "2026-12-02".parse().unwrap();
    ledger.read(|c| read(c, book, &source, options, today, Shown::Full)?.preview(c, &source)).unwrap()
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
    let mut last = take(ledger, (file.0, &file.1), &given, Some(mended.id));
    // The file says nothing of sex and skill: they come from the roster, and are read anew once it tells otherwise.
    for change in ["sex = 'male'", "skill_grade = '技师'"] {
        let standing = last.unwrap().id;
        let again = || take(ledger, (file.0, &file.1), &PayOptions::default(), Some(standing));
        assert_eq!(again().unwrap_err().code, "nothing_new", "{change}");
        write(ledger, &format!("UPDATE person SET {change} WHERE name = '张三'"));
        last = again();
    }
    assert!(last.is_ok(), "{last:?}");
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
    assert_eq!(doubts(ledger, &wan, &none), [K::Scale], "nobody earns less than a yuan, wherever that is");
    write(
        ledger,
        "INSERT INTO pay_reference (id, kind, region, period, value, unit, source)
         VALUES ('01990000-0000-7000-8000-0000000000bb', 'minimum', '南昌市', '2026-04-01', 208000, 'yuan_month', '省厅文件')",
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
fn a_title_that_names_too_large_a_unit_is_asked_about_and_the_figures_are_read_in_the_smaller_one() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let table = |above: &str, gross: &str| {
        let rows = "G1\t张三\t6000\t10\nG2\t李四\t5500\t10\nG3\t王五\t5200.55\t10\n";
        format!("2026年11月工资表\n{above}工号\t姓名\t{gross}\t个税\n{rows}")
    };
    let none = PayOptions::default();
    let titled = table("单位：万元\n", "应发");
    for text in [&titled, &table("单位：千元\n", "应发"), &table("", "应发（万元）")] {
        let book = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
        let asked = preview(ledger, &book, &none).doubts;
        assert_eq!(asked.iter().map(|one| one.kind).collect::<Vec<_>>(), [K::Scale], "{text}");
        let doubt = &asked[0].first[0];
        assert!(doubt.message.contains("本来就是元"), "{}", doubt.message);
        assert!(doubt.proposal.as_deref().is_some_and(|one| one.contains("5500")), "{:?}", doubt.proposal);
    }
    let proposed = PayOptions { kinds: [(K::Scale, PayDecision::Proposed)].into(), ..PayOptions::default() };
    let taken = take(ledger, ("十一月.xlsx", &titled), &proposed, None).unwrap();
    let line = ledger.read(|c| store::line(c, taken.id)).unwrap();
    assert_eq!(line.sum, Some(Fen(1_670_055)), "to the fen");
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
    let row = |text: &str| sheet::Row { number: 1, cells: vec![(1, sheet::Cell::Text(text.into()))] };
    let book = |welding: &str| {
        let mut book = sheet::read_bytes(welding.as_bytes(), "工资", &mut |_, _| true).unwrap();
        book.pages = vec![
            page("焊接", &format!("G1\t张三\t{welding}\t0\nG2\t李四\t5000\t0\n合计\t\t11000\t0\n")),
            page("机加工", "G4\t赵六\t4000\t0\n\t外人\t4500\t0\n"),
            sheet::Page {
                name: "说明".to_owned(), rows: vec![row("填表说明")], ..sheet::Page::default()
            },
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
            let read = read(tx, &october, &source, &together, day, Shown::Full)?;
            import::store(tx, &read, &source, &together, (None, "张敏"), &mut |_, _| true)
        })
        .unwrap();
    let next = preview(ledger, &book("6001"), &PayOptions::default());
    assert_eq!(next.rows, 4, "remembered by the shape of the file");
    assert!(next.remembered.unwrap().contains("合在一起读"));
}

/// One came in the middle of the month: they and a few others are kept back, and the number that is said is of those reckoned with.
#[test]
fn the_simulator_says_how_many_it_reckons_with() {
    let room = Room::new();
    let ledger = room.ledger();
    let names: Vec<String> = "赵钱孙李周吴郑王冯陈褚卫".chars().map(|name| format!("{name}工")).collect();
    let roster: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "焊接")).collect();
    people(ledger, &roster);
    union(ledger);
    write(ledger, "UPDATE employment SET hired_on = '2026-10-17' WHERE id = 'e12'");
    let rows: String = (1..)
        .zip(&names)
        .map(|(n, name): (u32, _)| format!("G{n}\t{name}\t{}\t0\n", 5_000 + n * 20))
        .collect();
    let file = format!("2026年10月工资表\n工号\t姓名\t应发\t个税\n{rows}");
    let taken = take(ledger, ("十月.xlsx", &file), &PayOptions::default(), None).unwrap();
    let policy = Policy { least: 5, reason: "人少".into() };
    let book = LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap();
    let what = PayStepKind::Rise { rise: PayRise { percent: 0, fixed: Fen(10_000) } };
    let steps = vec![PayStep { what, only: PayStepOnly::default() }];
    let scenarios = vec![PayScenario { steps, round: PayRound::Fen }];
    let input = SimulatePay { sheet: taken.id, scenarios, months: 12 };
    let today = "2026-11-16".parse().unwrap();
    for (shown, people) in [(Shown::Full, 12), (Shown::Masked, 7), (Shown::Never, 7)] {
        let tried = ledger
            .read(|c| acts::attempt(c, &book, &whole_of(c, taken.id)?, &input, shown, &policy, today))
            .unwrap();
        let monthly = tried.results[0].cost.unwrap().monthly;
        assert_eq!((tried.people, tried.method.contains(&format!("计入的{people}人"))), (people, true));
        let said =
            tried.notes.iter().any(|note| note.contains(&format!("计入的{people}人，这份数据一共12人")));
        assert_eq!(said, people < 12, "{:?}", tried.notes);
        // A hundred yuan each with what the employer pays on it.
        assert!(
            monthly.from <= i64::from(people) * 11_000 && monthly.from >= i64::from(people) * 9_900,
            "{monthly:?}"
        );
    }
}

#[test]
fn the_minimum_is_that_of_the_union_s_place() {
    let room = Room::new();
    let ledger = room.ledger();
    union(ledger);
    let reference = |id: &str, region: &str, from: &str, value: i64| {
        write(
            ledger,
            &format!(
                "INSERT INTO pay_reference (id, kind, region, period, value, unit, source)
                 VALUES ('01990000-0000-7000-8000-0000000000b{id}', 'minimum', '{region}', '{from}', {value}, 'yuan_month', '文件')"
            ),
        );
    };
    let on = |day: &str| {
        let found = ledger.read(|c| store::minimum_on(c, PayReferenceKind::Minimum, day.parse().unwrap()));
        found.unwrap().map(|one| one.value)
    };
    let names = ledger.read(affairs::pay::place::names).unwrap();
    assert_eq!(names, ["南昌市", "江西省"], "where the union of the tests lies");
    reference("a", "江西省", "2026-04-01", 208_000);
    assert_eq!(on("2026-11-01"), Some(208_000));
    reference("b", "上海市", "2026-07-01", 274_000);
    assert_eq!(on("2026-11-01"), Some(208_000), "a newer one of another place is not its own");
    reference("c", "江西省", "2027-01-01", 260_000);
    assert_eq!((on("2026-12-31"), on("2027-01-01")), (Some(208_000), Some(260_000)));
    reference("e", "南昌市", "2024-01-01", 185_000);
    assert_eq!(on("2026-11-01"), Some(208_000), "what the province has set since holds in its cities");
    assert_eq!(on("2026-03-31"), Some(185_000));
    reference("f", "南昌市", "2026-04-01", 200_000);
    assert_eq!(on("2026-11-01"), Some(200_000), "of one day that of the city");
    write(ledger, "DELETE FROM pay_reference WHERE region IN ('江西省', '南昌市')");
    reference("d", "湖南省", "2026-04-01", 210_000);
    assert_eq!(on("2026-11-01"), None, "several regions and none of them its own");
    let elsewhere = |c: &rusqlite::Connection| {
        store::only_elsewhere(c, PayReferenceKind::Minimum, "2026-11-01".parse().unwrap())
    };
    assert!(ledger.read(elsewhere).unwrap());
}

/// A kept scenario outlives its wage data: it says that they were replaced, and the plan goes by the newer.
#[test]
fn a_plan_goes_by_the_data_that_took_the_place_of_the_older() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    union(ledger);
    write(
        ledger,
        "INSERT INTO negotiation (id, year, title, started_on, province, city)
         VALUES ('01990000-0000-7000-8000-0000000000aa', 2026, '2026年度', '2026-09-01', '36', '3601');
         INSERT INTO negotiation_topic (id, negotiation_id, ord, title, proposal)
         VALUES ('01990000-0000-7000-8000-0000000000c1', '01990000-0000-7000-8000-0000000000aa', 1, '年度工资增长幅度', '增长8%'),
           ('01990000-0000-7000-8000-0000000000c2', '01990000-0000-7000-8000-0000000000aa', 2, '企业最低工资标准', '每月5200元')",
    );
    let book = LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap();
    let policy = Policy { least: 1, reason: String::new() };
    let first = take(ledger, ("十月.xlsx", &october("5500")), &chosen(), None).unwrap();
    let rise = PayStepKind::Rise { rise: PayRise { percent: 1_000, fixed: Fen(0) } };
    let floor = PayStepKind::Floor { fen: Fen(520_000) };
    let steps = [rise, floor].map(|what| PayStep { what, only: PayStepOnly::default() });
    let input = SavePayScenario {
        id: None,
        sheet: first.id,
        year: 2026,
        side: PaySide::Workers,
        name: "争取方案".into(),
        scenario: PayScenario { steps: steps.to_vec(), round: PayRound::Fen },
        months: 12,
    };
    ledger
        .step(&op("pay.saveScenario"), &chair(), |tx: &Tx<'_>| {
            let id = acts::save(tx, &book, &input, Shown::Full, &policy)?;
            acts::choose(tx, id)
        })
        .unwrap();
    let today = "2026-11-16".parse().unwrap();
    let plan = || {
        ledger
            .read(|c| {
                let rates = acts::rates(c, &book, today, 12)?;
                let id = "01990000-0000-7000-8000-0000000000aa".parse().unwrap();
                papers::plan(c, id, (&rates, true, &policy), today)
            })
            .unwrap()
    };
    let kept = || ledger.read(|c| acts::chosen(c, 2026, (Shown::Full, &policy))).unwrap().unwrap();
    let before = plan();
    assert_eq!((before.context["base"]["payroll"].as_i64(), kept().replaced), (Some(2_500_000), false));
    let named = |plan: &affairs::office::Filled| {
        let base = plan.context["base"].clone();
        (base["payroll_name"].as_str().unwrap().to_owned(), base["folded"].as_bool())
    };
    assert_eq!(named(&before), ("工资总额".to_owned(), Some(false)), "as it was paid");
    let goals = before.context["goals"].as_array().unwrap();
    assert_eq!(
        (&goals[0]["floor"], &goals[1]["floor"]),
        (&"—".into(), &"每月5,200.00元".into()),
        "{goals:?}"
    );
    // An earlier program kept no sums while single wages were covered: the plan reckons them.
    write(
        ledger,
        "UPDATE pay_scenario SET before_average = NULL, target_average = NULL, wages = NULL, insurance = NULL, fee = NULL,
           total = NULL",
    );
    assert_eq!((kept().total, kept().covered), (None, false), "nothing was kept, and nothing is covered");
    assert_eq!(plan().context["scenarios"], before.context["scenarios"]);
    let newer = october("6500");
    take(ledger, ("十月新.xlsx", &newer), &PayOptions::default(), Some(first.id)).unwrap();
    assert!(kept().replaced, "it says so beside itself");
    let after = plan();
    assert!(after.missing.is_empty(), "{:?}", after.missing);
    assert_eq!(after.context["base"]["payroll"], 2_600_000);
    let total = |plan: &affairs::office::Filled| plan.context["scenarios"][0]["total"].clone();
    assert_ne!(total(&before), total(&after), "reckoned anew on the newer data");
    // 6000, 5000, 6500, 4000, 4500 a tenth more, and nobody under 5200: 6600 + 5500 + 7150 + 5200 + 5200.
    assert_eq!(after.context["scenarios"][0]["average"], 593_000, "{}", after.context["scenarios"][0]);
    write(ledger, "UPDATE pay_line SET share_days = 15, share_of = 31 WHERE gross = 650000");
    assert_eq!(named(&plan()), ("折算成整月的工资总额".to_owned(), Some(true)), "one came in the month");
    write(ledger, "UPDATE pay_sheet SET removed_at = '2026-11-16' WHERE removed_at IS NULL");
    assert!(plan().missing.contains(&"选定的增资方案".to_owned()), "a draft, no failure");
}
