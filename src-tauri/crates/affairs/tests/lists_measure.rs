//! What lists of members cost at a hundred thousand people: the first, the middle and the last page of each of twenty named
//! filters and orders, of filters combined, and counts by any field. Alone: `--release -- --ignored --nocapture --test-threads=1 lists_measure`.

use std::time::Duration;

use affairs::Problem;
use affairs::members::duplicates;
use affairs::members::duplicates::model::FindDuplicates;
use affairs::members::flags::model::MemberFlag;
use affairs::members::lists::counts;
use affairs::members::lists::model::MemberField;
use affairs::members::model::{EmploymentForm, MemberQuery, MemberSort, MembershipState, PersonId, Sex};
use affairs::members::store;
use affairs::union::model::Shown;
use ledger::{Ledger, Tx};
use tempfile::TempDir;

use crate::measure::{PEOPLE, busy, days, founded, someone, step};

/// A page of the list, in milliseconds.
const PAGE: Duration = Duration::from_millis(50);
/// Counts by a field.
const COUNTS: Duration = Duration::from_millis(300);
/// The search for duplicates over everybody.
const DUPLICATES: Duration = Duration::from_secs(4);

/// A roster as varied as a large works' is.
fn add_all(tx: &Tx) -> Result<(), Problem> {
    let pick = |words: &[&str], n: u32| words[n as usize % words.len()].to_owned();
    for n in 0..PEOPLE {
        let mut row = someone(n);
        let mixed = n.wrapping_mul(2_654_435_761) >> 8;
        row.birth = Some((
            format!("{}-{:02}-{:02}", 1962 + mixed % 48, 1 + mixed % 12, 1 + mixed % 28),
            "day".to_owned(),
        ));
        row.shop = (mixed % 40 != 0).then(|| format!("{}车间", 1 + mixed % 30));
        row.post = (mixed % 25 != 0).then(|| format!("岗位{}", mixed % 120));
        row.form = EmploymentForm::ALL[(mixed % 9) as usize % EmploymentForm::ALL.len()];
        row.education =
            Some(pick(&["初级中学毕业", "普通高级中学毕业", "大学专科毕业", "大学本科毕业"], mixed / 7));
        row.political = Some(pick(&["群众", "中国共产党党员", "中国共产主义青年团团员"], mixed / 11));
        row.skill_grade = (mixed % 3 != 0).then(|| pick(&["初级工", "中级工", "三级", "技师"], mixed / 13));
        row.member_since =
            Some((format!("{}-{:02}-15", 1990 + mixed % 36, 1 + mixed / 3 % 12), "day".to_owned()));
        store::insert_person(tx, tx.new_id::<PersonId>(), &row, None)?;
    }
    tx.execute_batch(
        "INSERT INTO union_group (id, kind, name) VALUES ('g1', 'branch', '一分会'), ('g2', 'branch', '二分会');
         INSERT INTO union_group_person (id, person_id, group_id)
           SELECT 'm' || line, id, CASE line % 3 WHEN 0 THEN 'g1' ELSE 'g2' END FROM member_line WHERE line % 4 < 2;
         INSERT INTO person_tag (id, person_id, kind) SELECT 't' || line, id, 'hardship' FROM member_line WHERE line % 97 = 0",
    )?;
    Ok(())
}

/// The twenty.
fn pairs() -> Vec<(&'static str, MemberQuery)> {
    let all = MemberQuery::default;
    let by = |sort| MemberQuery { sort: Some(sort), ..MemberQuery::default() };
    let text = |text: &str| Some(text.to_owned());
    let day = |text: &str| text.parse().ok();
    vec![
        ("全部，按姓名", all()),
        ("全部，按车间", by(MemberSort::Shop)),
        ("全部，按岗位倒序", MemberQuery { descending: Some(true), ..by(MemberSort::Post) }),
        ("全部，按入会日期", by(MemberSort::MemberSince)),
        ("全部，按年龄（出生日期）", by(MemberSort::Birth)),
        ("全部，按技能等级倒序", MemberQuery { descending: Some(true), ..by(MemberSort::Skill) }),
        ("全部，按用工形式", by(MemberSort::Form)),
        ("女职工，按车间", MemberQuery { sex: Some(Sex::Female), ..by(MemberSort::Shop) }),
        ("一个车间，按姓名", MemberQuery { shop: text("3车间"), ..all() }),
        (
            "一个车间，按入会日期倒序",
            MemberQuery { shop: text("3车间"), descending: Some(true), ..by(MemberSort::MemberSince) },
        ),
        ("劳务派遣，按岗位", MemberQuery { form: Some(EmploymentForm::Dispatched), ..by(MemberSort::Post) }),
        ("会员，按年龄", MemberQuery { state: Some(MembershipState::Member), ..by(MemberSort::Birth) }),
        ("一个分会，按姓名", MemberQuery { group: text("g1"), ..all() }),
        ("农民工，按车间", MemberQuery { flags: vec![MemberFlag::Migrant], ..by(MemberSort::Shop) }),
        ("困难职工，按姓名", MemberQuery { flags: vec![MemberFlag::Hardship], ..all() }),
        (
            "一年内退休，按年龄",
            MemberQuery { flags: vec![MemberFlag::NearRetirement], ..by(MemberSort::Birth) },
        ),
        (
            "三十五岁以下的党员，按姓名",
            MemberQuery { age_to: Some(35), political: text("中国共产党党员"), ..all() },
        ),
        (
            "二〇二〇年以后入会，按入会日期",
            MemberQuery { joined_from: day("2020-01-01"), ..by(MemberSort::MemberSince) },
        ),
        (
            "女，大专，初级工，按车间",
            MemberQuery {
                sex: Some(Sex::Female),
                education: text("大学专科毕业"),
                skill: text("初级工"),
                ..by(MemberSort::Shop)
            },
        ),
        ("姓名里有“建国”，按车间", MemberQuery { text: text("建国"), ..by(MemberSort::Shop) }),
    ]
}

/// Filters combined, and orders turned round: what a person clicks together on the page.
fn combined() -> Vec<(&'static str, MemberQuery)> {
    let all = MemberQuery::default;
    let by = |sort| MemberQuery { sort: Some(sort), ..MemberQuery::default() };
    let down = |sort| MemberQuery { descending: Some(true), ..by(sort) };
    let text = |text: &str| Some(text.to_owned());
    vec![
        ("全部，按姓名倒序", MemberQuery { descending: Some(true), ..all() }),
        ("全部，按车间倒序", down(MemberSort::Shop)),
        ("全部，按会籍倒序", down(MemberSort::State)),
        ("全部，按性别倒序", down(MemberSort::Sex)),
        (
            "农民工，一个分会，合同制，按姓名",
            MemberQuery {
                flags: vec![MemberFlag::Migrant],
                group: text("g2"),
                form: Some(EmploymentForm::Contract),
                ..all()
            },
        ),
        (
            "一年内退休，一个分会，按车间",
            MemberQuery {
                flags: vec![MemberFlag::NearRetirement],
                group: text("g2"),
                ..by(MemberSort::Shop)
            },
        ),
        ("超龄，按岗位倒序", MemberQuery { flags: vec![MemberFlag::OverAge], ..down(MemberSort::Post) }),
        (
            "女，超龄，按姓名",
            MemberQuery { sex: Some(Sex::Female), flags: vec![MemberFlag::OverAge], ..all() },
        ),
        (
            "未成年工，按入会日期",
            MemberQuery { flags: vec![MemberFlag::Minor], ..by(MemberSort::MemberSince) },
        ),
        ("没有编组，按年龄倒序", MemberQuery { group: text(""), ..down(MemberSort::Birth) }),
        (
            "没有编组，会员，按技能等级",
            MemberQuery { group: text(""), state: Some(MembershipState::Member), ..by(MemberSort::Skill) },
        ),
        (
            "姓名里有“王”，农民工，按岗位",
            MemberQuery { text: text("王"), flags: vec![MemberFlag::Migrant], ..by(MemberSort::Post) },
        ),
        ("姓名里有“王”，按姓名", MemberQuery { text: text("王"), ..all() }),
        ("拼音首字母 w，按年龄", MemberQuery { text: text("w"), ..by(MemberSort::Birth) }),
        (
            "男，二十六到五十五岁，按学历倒序",
            MemberQuery {
                sex: Some(Sex::Male),
                age_from: Some(26),
                age_to: Some(55),
                ..down(MemberSort::Education)
            },
        ),
    ]
}

/// What one of four takes, the median of five such rounds after one look that warms: this thread's time on the processor,
/// which the system counts in steps of milliseconds. Everything is in memory by then, and other programs on the machine are
/// not what is judged.
fn median(mut work: impl FnMut()) -> Duration {
    work();
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let begun = busy();
            (0..4).for_each(|_| work());
            (busy() - begun) / 4
        })
        .collect();
    times.sort_unstable();
    times[2]
}

#[test]
#[ignore = "a measurement, meant for --release"]
fn a_page_of_any_list_and_counts_by_any_field_answer_at_once() {
    let home = TempDir::new().unwrap();
    let ledger: Ledger = founded(home.path());
    step(&ledger, add_all);
    let days = days();
    let pairs = pairs();
    assert_eq!(pairs.len(), 20);
    let mut slow = Vec::new();
    println!(
        "\n| 名单（十万人） | 人数 | 第一页 | 中间一页 | 最后一页 |\n| --- | ---: | ---: | ---: | ---: |"
    );
    for (at, (name, query)) in pairs.iter().chain(&combined()).enumerate() {
        let total = ledger.read(|c| store::search(c, &days, query, Shown::Masked)).unwrap().total;
        assert!(total > 50, "{name} finds {total}");
        let times = [0, total / 2, (total - 1) / 50 * 50].map(|offset| {
            let query = MemberQuery { offset: Some(offset), ..query.clone() };
            median(|| drop(ledger.read(|c| store::search(c, &days, &query, Shown::Masked)).unwrap()))
        });
        println!("| {name} | {total} | {:.1?} | {:.1?} | {:.1?} |", times[0], times[1], times[2]);
        // Those combined are printed: turned round by a column of few values, the middle of a whole roster takes longer.
        let over = at < pairs.len() && times.iter().any(|time| *time > PAGE);
        slow.extend(over.then(|| format!("{name}: {times:.1?}")));
    }
    println!("\n| 计数（十万人） | 时间 |\n| --- | ---: |");
    for by in MemberField::ALL {
        let time = median(|| {
            let all = MemberQuery::default();
            drop(ledger.read(|c| counts::groups(c, &days, &all, *by, Shown::Masked)).unwrap());
        });
        println!("| {} | {time:.1?} |", by.label());
        slow.extend((time > COUNTS).then(|| format!("{}: {time:.1?}", by.label())));
    }
    assert!(slow.is_empty(), "slower than promised: {slow:?}");
}

#[test]
#[ignore = "a measurement, meant for --release"]
fn duplicates_are_found_among_all_in_seconds() {
    let home = TempDir::new().unwrap();
    let ledger: Ledger = founded(home.path());
    step(&ledger, add_all);
    // Five hundred of one name, without a document, in one shop, with one phone.
    step(&ledger, |tx| {
        for _ in 0..500 {
            let mut row = someone(1);
            (row.name, row.name_key) = ("王伟".to_owned(), "王伟".to_owned());
            (row.id_number, row.birth, row.shop) = (None, None, Some("装配车间".to_owned()));
            row.phone = Some("13800138000".to_owned());
            store::insert_person(tx, tx.new_id::<PersonId>(), &row, None)?;
        }
        Ok(())
    });
    let mut told = 0;
    let time = median(|| {
        let asked = FindDuplicates::default();
        let found = ledger.read(|c| duplicates::find(c, &asked, Shown::Full, &mut |_, _| true)).unwrap();
        told = found.total;
        assert!(found.crowded > 0);
    });
    println!("\n查重（十万人，其中五百个王伟）：{told}对，{time:.1?}");
    assert!((499..100_000).contains(&told), "grows with the people and not with their square: {told}");
    assert!(time < DUPLICATES, "slower than promised: {time:?}");
}
