//! Wage data in a real ledger as a chair brings it: columns that were mapped once, a payroll of a year, totals and bands in another
//! unit, and the figures of the place and of the year before beside what was paid.

use affairs::Problem;
use affairs::members::sources::Source;
use affairs::pay::figures::model::PayFigures;
use affairs::pay::figures::papers::printed;
use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::whole::{self, load};
use affairs::pay::import::model::{PayDecision, PayOptions, PayPreview};
use affairs::pay::import::read;
use affairs::pay::model::{PayPeriod, PaySheetId, PaySheetLine, PayUnit};
use affairs::pay::points::PayData;
use affairs::pay::store;
use affairs::pay::typed;
use affairs::pay::typed::input::{PayBandInput, PaySheetInput, PayShopInput};
use affairs::pay::view;
use affairs::sheets::SheetProblemKind as K;
use affairs::union::model::Shown;
use ledger::{Fen, Ledger, Tx};

use crate::common::{Room, chair};
use crate::pay::{SIX, chosen, october, op, people, take, write};
use crate::pay_taking::union;

fn preview(ledger: &Ledger, (name, text): (&str, &str), options: &PayOptions) -> PayPreview {
    let book = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
    let source = Source { name: name.into(), sha256: book.sha256.clone(), pasted: true };
    let today = "2026-12-02".parse().unwrap();
    ledger.read(|c| read(c, &book, &source, options, today, Shown::Full)?.preview(c, &source)).unwrap()
}

fn open(preview: &PayPreview) -> Vec<K> {
    preview.doubts.iter().filter(|one| one.open > 0).map(|one| one.kind).collect()
}

#[test]
fn columns_that_were_mapped_once_hold_when_one_more_comes() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    take(ledger, ("十月.xlsx", &october("5500")), &chosen(), None).unwrap();
    let november = "2026年11月工资表\n工号\t姓名\t高温费\t基本\t本月合计\t个税\nG1\t张三\t200\t3000\t6200\t20\nG2\t李四\t0\t3000\t5000\t0\n";
    let found = preview(ledger, ("十一月.xlsx", november), &PayOptions::default());
    assert_eq!((open(&found), found.sum), (vec![], Fen(1_120_000)), "the whole, and not its parts");
    assert!(found.remembered.unwrap().contains("“十月.xlsx”"));
    let new = found.notes.iter().find(|one| one.kind == K::NewColumn).expect("what is new is told");
    assert!(new.first[0].contains("“高温费”（C列）"), "{:?}", new.first);
    // Where the whole goes by another name, nothing is added up in silence.
    let renamed = november.replace("本月合计", "总计数");
    let found = preview(ledger, ("十一月.xlsx", &renamed), &PayOptions::default());
    assert_eq!(open(&found), [K::NoGrossColumn]);
    let refused = take(ledger, ("十一月.xlsx", &renamed), &PayOptions::default(), None).unwrap_err();
    assert_eq!(refused.code, "doubts_open");
}

/// Six people whose wages are in thousands, of which the heading of one column speaks.
fn thousands(month: u32) -> String {
    let rows =
        (1_u32..).zip(SIX).map(|(n, (name, _))| format!("G{n}\t{name}\t1.50555\t0.2\t0.8\t2.50555\t0\n"));
    let head = "工号\t姓名\t基本工资\t绩效\t加班费\t应发(千元)\t个税";
    format!("2026年{month}月工资表\n{head}\n{}", rows.collect::<String>())
}

#[test]
fn a_unit_that_one_heading_says_is_asked_of_the_others_and_remembered() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let (none, september) = (PayOptions::default(), thousands(9));
    let asked = preview(ledger, ("九月.xlsx", &september), &none);
    assert_eq!(open(&asked), [K::UnitDiffers], "one answer for all the columns");
    let doubt = &asked.doubts[0].first[0];
    assert_eq!((doubt.was.as_str(), doubt.proposal.as_deref()), ("元", Some("千元")));
    assert!(
        doubt.message.contains("“应发(千元)”写着千元，“基本工资”、“绩效”、“加班费”没有写单位"),
        "{doubt:?}"
    );
    assert_eq!(take(ledger, ("九月.xlsx", &september), &none, None).unwrap_err().code, "doubts_open");
    let decided =
        |decision| PayOptions { kinds: [(K::UnitDiffers, decision)].into(), ..PayOptions::default() };
    let as_read = preview(ledger, ("九月.xlsx", &september), &decided(PayDecision::AsRead));
    assert_eq!(open(&as_read), []);
    let base = |sheet| {
        let table = ledger.read(|c| store::wage_points(c, sheet)).unwrap();
        let PayData::Points(points) = table.data else { panic!("single wages") };
        (points.points[0].base, points.points[0].fen)
    };
    let proposed = decided(PayDecision::Proposed);
    let taken = take(ledger, ("九月.xlsx", &september), &proposed, None).unwrap();
    assert_eq!(base(taken.id), (Some(Fen(150_555)), Fen(250_555)), "no digit is lost");
    let again = preview(ledger, ("十月.xlsx", &thousands(10)), &none);
    assert_eq!((open(&again), again.doubts[0].first[0].decision), (vec![], Some(PayDecision::Proposed)));
    assert!(again.remembered.unwrap().contains("没有写单位的列照导入“九月.xlsx”时的选择读"));
    let taken = take(ledger, ("十月.xlsx", &thousands(10)), &none, None).unwrap();
    assert_eq!(base(taken.id).0, Some(Fen(150_555)));
}

#[test]
fn a_payroll_of_a_year_is_of_the_year_that_it_names() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let rows = "工号\t姓名\t基本\t年薪\nG1\t张三\t36000\t72000\nG2\t李四\t36000\t66000\n";
    let titled = format!("2025年度工资汇总表\n{rows}");
    let none = PayOptions::default();
    let of = |name: &str, text: &str, options: &PayOptions| {
        let found = preview(ledger, (name, text), options);
        (found.period.to_string(), found.period_named, found.yearly, open(&found))
    };
    let year = || ("2025".to_owned(), true, true, Vec::<K>::new());
    assert_eq!(of("工资.xlsx", &titled, &none), year(), "by its title");
    assert_eq!(of("2025年薪.xlsx", rows, &none), year(), "by its file");
    let headed = rows.replace("年薪", "2025年薪（元/年）");
    assert_eq!(of("工资.xlsx", &headed, &none), year(), "by its heading");
    let plain = titled.replace("年薪", "应发");
    assert_eq!(of("工资.xlsx", &plain, &none), year(), "a title of a year above usual headings");
    // Somebody says a month: it is asked, and the year is among the answers.
    let month = PayOptions { period: Some("2026-11".parse().unwrap()), ..PayOptions::default() };
    let asked = preview(ledger, ("工资.xlsx", &titled), &month);
    assert_eq!(open(&asked), [K::Yearly]);
    let doubt = &asked.doubts[0];
    assert_eq!(doubt.first[0].proposal.as_deref(), Some("2025年"));
    assert_eq!(doubt.choices[0].decision, PayDecision::Proposed);
    let decided = PayOptions { kinds: [(K::Yearly, PayDecision::Proposed)].into(), ..month };
    assert_eq!(of("工资.xlsx", &titled, &decided), year());
    // Nothing names the year.
    let unnamed = preview(ledger, ("工资.xlsx", rows), &none);
    assert_eq!((unnamed.period_named, open(&unnamed)), (false, vec![K::Yearly]));
}

#[test]
fn a_long_table_of_months_is_taken_month_by_month() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let rows = "月份\t工号\t姓名\t基本\t应发\n2026年8月\tG1\t张三\t3000\t5000\n2026年8月\tG2\t李四\t3000\t5100\n2026年9月\tG1\t张三\t3000\t5200\n2026年9月\tG2\t李四\t3000\t5300\n";
    let none = PayOptions::default();
    let asked = preview(ledger, ("工资.xlsx", rows), &none);
    assert_eq!((asked.period.to_string(), open(&asked)), ("2026-09".into(), vec![K::MonthUnsure]));
    assert_eq!(take(ledger, ("工资.xlsx", rows), &none, None).unwrap_err().code, "doubts_open");
    let decided =
        PayOptions { kinds: [(K::MonthUnsure, PayDecision::AsRead)].into(), ..PayOptions::default() };
    assert_eq!(take(ledger, ("工资.xlsx", rows), &decided, None).unwrap().rows, 2);
    let august = PayOptions { period: Some("2026-08".parse().unwrap()), ..PayOptions::default() };
    let found = preview(ledger, ("工资.xlsx", rows), &august);
    assert_eq!((open(&found), found.sum), (vec![], Fen(1_010_000)), "the other month from the same file");
    take(ledger, ("工资.xlsx", rows), &august, None).unwrap();
    let none_such = PayOptions { period: Some("2026-07".parse().unwrap()), ..decided };
    assert_eq!(take(ledger, ("工资.xlsx", rows), &none_such, None).unwrap_err().code, "no_rows");
}

fn june(headcount: Option<u32>, sum: Option<i64>, bands: Vec<PayBandInput>) -> PaySheetInput {
    PaySheetInput {
        period: "2026-06".parse().unwrap(),
        divided: false,
        headcount,
        sum: sum.map(Fen),
        shops: Vec::new(),
        bands,
        given_by: None,
        note: None,
        replaces: None,
        certain: false,
    }
}

fn save(ledger: &Ledger, input: &PaySheetInput, known: &[PaySheetLine]) -> Result<PaySheetId, Problem> {
    let kept = ledger
        .step::<_, Problem>(&op("pay.save"), &chair(), |tx: &Tx<'_>| typed::save(tx, input, "张敏", known));
    kept.map(|done| done.value)
}

#[test]
fn totals_and_bands_that_can_hardly_be_meant_are_asked_about_at_their_field() {
    let room = Room::new();
    let ledger = room.ledger();
    let asked = |input: &PaySheetInput, known: &[PaySheetLine]| {
        let why = save(ledger, input, known).unwrap_err();
        assert_eq!(why.code, "implausible", "{}", why.message);
        (why.field.unwrap(), why.message)
    };
    let few = june(Some(50), Some(270), Vec::new());
    let (field, message) = asked(&few, &[]);
    assert_eq!(field, "sum");
    assert!(message.contains("这里人均0.05元") && message.contains("核对过了"), "{message}");
    let shop = PayShopInput { shop: "焊接".into(), headcount: 20, sum: Fen(1_200) };
    let by_shop = PaySheetInput { shops: vec![shop], ..june(Some(50), Some(25_000_000), Vec::new()) };
    assert_eq!(asked(&by_shop, &[]).0, "shops.0.sum");
    // A pay scale in ten thousands a year.
    let text = "职级\t最低(万元/年)\t中位(万元/年)\t最高(万元/年)\t人数\n技师\t8\t10\t12\t10\n";
    let book = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
    let scale = typed::read_bands(&book, "2026-11-16".parse().unwrap()).unwrap();
    assert!(scale.yearly, "the head says so");
    let month = june(None, None, scale.bands);
    let (field, message) = asked(&month, &[]);
    assert!(field == "bands" && message.contains("除以12"), "{message}");
    let year = PaySheetInput { period: "2025".parse().unwrap(), ..month };
    save(ledger, &year, &[]).unwrap();
    // Beside what everybody may be told of another month.
    let may =
        PaySheetInput { period: "2026-05".parse().unwrap(), ..june(Some(50), Some(25_000_000), Vec::new()) };
    save(ledger, &may, &[]).unwrap();
    let known = ledger.read(|c| view::list(c, Shown::Never, 5)).unwrap();
    let (_, message) = asked(&june(Some(50), Some(2_500), Vec::new()), &known);
    assert!(message.contains("2026年5月人均5000元") && message.contains("乘以10000"), "{message}");
    let certain = PaySheetInput { certain: true, ..few };
    save(ledger, &certain, &known).unwrap();
}

#[test]
fn the_local_average_and_the_year_before_lie_beside_a_month() {
    let room = Room::new();
    let ledger = room.ledger();
    union(ledger);
    for (id, period, sum) in [("d1", "2025", 240_000_000), ("d2", "2026-10", 21_000_000)] {
        write(
            ledger,
            &format!(
                "INSERT INTO pay_sheet (id, period, depth, divided, headcount, sum, pasted, taken_at, taken_by)
                 VALUES ('01ff0000-0000-7000-8000-0000000000{id}', '{period}', 'total', 0, 40, {sum}, 0, '2026-11-16', '张敏')"
            ),
        );
    }
    for (id, kind, region, period, value, unit) in [
        ("b1", "average", "南昌市", "2025", 9_845_600, "yuan_year"),
        ("b2", "minimum_hour", "江西省", "2026-04-01", 2_000, "yuan_hour"),
        ("b3", "minimum_hour", "江西省", "2026-11-01", 2_100, "yuan_hour"),
    ] {
        write(
            ledger,
            &format!(
                "INSERT INTO pay_reference (id, kind, region, period, value, unit, source)
                 VALUES ('01990000-0000-7000-8000-0000000000{id}', '{kind}', '{region}', '{period}', {value}, '{unit}', '文件')"
            ),
        );
    }
    let policy = Policy { least: 5, reason: "人少".into() };
    let sheet: PaySheetId = "01ff0000-0000-7000-8000-0000000000d2".parse().unwrap();
    let found = ledger.read(|c| whole::of(c, &load(c, sheet)?, Shown::Full, &policy)).unwrap();
    let before = found.before.clone().expect("the year before");
    assert_eq!(
        (before.period.to_string(), before.average, before.growth),
        ("2025".into(), Fen(500_000), 500)
    );
    let told: Vec<_> = found.beside.iter().map(|one| (one.name.as_str(), one.value, one.unit)).collect();
    assert_eq!(
        told,
        [
            ("当地平均工资（合每月8,204.67元）", 9_845_600, PayUnit::YuanYear),
            ("小时最低工资标准（非全日制用工）", 2_000, PayUnit::YuanHour),
        ],
        "the minimum of an hour that held in October"
    );
    let paper = printed("工会", "公司", &found, "2026-11-16".parse().unwrap());
    let paper = serde_json::to_string(&paper).unwrap();
    for words in ["2025年月平均工资（元）", "平均工资比上年月平均", "5.00%", "98,456.00元/年", "20.00元/小时"]
    {
        assert!(paper.contains(words), "{words} is not in {paper}");
    }
}

/// The same name on page and paper for what was paid, and another for what it comes to.
#[test]
fn a_payroll_that_was_not_paid_so_is_not_called_the_payroll() {
    let room = Room::new();
    let ledger = room.ledger();
    union(ledger);
    write(
        ledger,
        "INSERT INTO pay_sheet (id, period, depth, divided, headcount, sum, pasted, taken_at, taken_by)
         VALUES ('01ff0000-0000-7000-8000-0000000000d2', '2026-10', 'total', 0, 40, 21000000, 0, '2026-11-16', '张敏')",
    );
    let policy = Policy { least: 5, reason: "人少".into() };
    let sheet: PaySheetId = "01ff0000-0000-7000-8000-0000000000d2".parse().unwrap();
    let plain = ledger.read(|c| whole::of(c, &load(c, sheet)?, Shown::Full, &policy)).unwrap();
    let parts = PayFigures { part_month: 2, ..plain.clone() };
    let year = PayFigures { period: PayPeriod::Year(2025), ..plain.clone() };
    let parts_of_year = PayFigures { monthly: false, ..parts.clone() };
    for (figures, name) in [
        (plain, "工资总额"),
        (parts, "折算成整月的工资总额"),
        (year, "平均每月的工资总额"),
        (parts_of_year, "折算成整年的工资总额"),
    ] {
        assert_eq!(figures.payroll_name(), name);
        let paper = printed("工会", "公司", &figures, "2026-11-16".parse().unwrap());
        let facts = serde_json::to_value(&paper).unwrap()["facts"].clone();
        assert_eq!(facts[1]["name"], format!("{name}（元）"), "{facts}");
    }
}

/// A workbook of a year, a page a month: the newest is a full payroll, that of September says what was paid and nothing else.
#[test]
fn a_month_of_a_page_without_its_year_is_asked_about_and_a_short_page_can_be_chosen() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let page = |name: &str, text: &str| {
        let mut book = sheet::read_bytes(text.as_bytes(), name, &mut |_, _| true).unwrap();
        sheet::Page { name: name.to_owned(), ..book.pages.remove(0) }
    };
    let november =
        "工号\t姓名\t基本\t应发\t个税\t实发\nG1\t张三\t3000\t5200\t0\t5200\nG2\t李四\t3000\t5000\t0\t5000\n";
    let mut book = sheet::read_bytes(november.as_bytes(), "工资", &mut |_, _| true).unwrap();
    book.pages =
        vec![page("9月", "工号\t姓名\t应发工资\nG1\t张三\t4500\nG2\t李四\t4600\n"), page("11月", november)];
    let source = Source { name: "工资.xlsx".into(), sha256: book.sha256.clone(), pasted: false };
    let of = |options: &PayOptions| -> PayPreview {
        let today = "2026-12-02".parse().unwrap();
        ledger.read(|c| read(c, &book, &source, options, today, Shown::Full)?.preview(c, &source)).unwrap()
    };
    let best = of(&PayOptions::default());
    assert_eq!((best.page.as_str(), best.period.to_string()), ("11月", "2026-11".to_owned()));
    assert_eq!((best.pages.clone(), open(&best)), (vec!["9月".into(), "11月".into()], vec![K::PagesApart]));
    let short = PayOptions { page: Some("9月".into()), ..PayOptions::default() };
    let asked = of(&short);
    assert_eq!((asked.period.to_string(), asked.sum), ("2026-09".to_owned(), Fen(910_000)));
    assert_eq!(open(&asked), [K::MonthUnsure], "and no other month is taken for it");
    let year_before = PayOptions { period: Some("2025-09".parse().unwrap()), ..short };
    assert_eq!(open(&of(&year_before)), [], "whoever names it has answered");
}
