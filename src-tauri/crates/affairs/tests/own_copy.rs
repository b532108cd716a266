//! The copy of a person's own data (个人信息保护法 art. 45) holds every row of the schema that names them, or says what it leaves
//! out and why: read off the foreign keys and tried on a ledger in which every table has a row.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use affairs::fields::{record_name, tables};
use affairs::held::{self, FOUND, Found};
use affairs::members::duplicates::references::{MOVED, STAYS};
use affairs::members::model::{EmploymentForm, PersonId};
use affairs::members::papers::own_data;
use affairs::members::store::form_column;
use affairs::union::model::{Shown, Sight};
use affairs::{Problem, letters, negotiation, office, platform, union};
use law::LawBook;
use ledger::{Finality, LedgerError, Op};
use serde_json::Value;

use crate::common::{Room, chair};

const ROWS: &str = include_str!("told.sql");
const PERSON: &str = "01990000-0000-7000-8000-000000000005";

/// Words of the row that names the person, which no other table says.
const WORDS: &[(&str, &str)] = &[
    ("person_identity", "36012119800101999X"),
    ("employment", "1024"),
    ("membership_event", "档案里有申请书"),
    ("consent", "先进名单上墙"),
    ("labour_contract", "协商一致解除"),
    ("certificate", "熔化焊接与热切割作业"),
    ("training", "焊接安全操作规程"),
    ("honour", "南昌市劳动模范"),
    ("health_exam", "双耳"),
    ("committee_attendance", "缺席：出差"),
    ("dismissal", "旷工三天"),
    ("mediation_case", "调解：续签合同"),
    ("negotiation_representative", "职工方首席协商代表"),
    ("supervision_inspector", "赣监0001"),
    ("union_group", "分会负责人"),
    ("union_group_person", "铸造小组"),
    ("member_number", "321"),
    ("application", "签名不是本人的"),
    ("expulsion", "（2026）赣0121刑初12号"),
    ("person_tag", "家属重病"),
    ("dues_base", "月工资：5,860.00元"),
    ("dues_payment", "29.30元"),
    ("dues_talk", "家里有困难"),
    ("pay_line", "应发：5,860.00元"),
    ("union_seat", "赣监20230017"),
    ("members_delegate", "代表证007"),
    ("congress_delegate", "调到装配车间"),
    ("election_candidate", "焊接车间电焊工"),
    ("election_vote", "赞成：37"),
    ("mediator", "2027年12月31日"),
    ("appeal_person", "吴刚"),
    ("platform_work", "扫码入会"),
    ("platform_referral", "在纸上转的"),
    ("injury_help", "KF20261003"),
    ("leave_period", "周五下午回来上班"),
    ("leave_year", "孩子明年高考"),
    ("leave_bar", "骨折住院休养"),
    ("leave_pay", "日工资：300.00元"),
    ("recuperation_place", "晕车坐前排"),
    ("hardship_file", "家庭人均月收入：980.00元"),
    ("member_aid", "垫付透析药费"),
    ("form_filling", "2026年11月3日"),
    ("import_row", "原表“姓 名”：王小明"),
    ("person_merge", "2026年11月11日"),
];

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn filled() -> Room {
    let room = Room::new();
    let op = Op { code: "test.fill".into(), label: "一步".into(), finality: Finality::Reversible };
    room.ledger().step(&op, &chair(), |tx| Ok::<_, LedgerError>(tx.execute_batch(ROWS)?)).unwrap();
    room
}

/// What the copy is filled with.
fn copy(room: &Room, may: Sight) -> Value {
    let id: PersonId = PERSON.parse().unwrap();
    let day = "2026-11-16".parse().unwrap();
    let made = room.ledger().read(|connection| {
        let mentions = [
            negotiation::mentions::of_person(connection, id)?,
            office::committee::mentions::of_person(connection, id)?,
            letters::mentions::of_person(connection, id, may.health != Shown::Never)?,
            platform::mentions::works(connection, id)?,
            union::mentions::of_person(connection, id)?,
        ];
        let held = held::of_person(connection, &BOOK, id, may)?;
        let health = may.health != Shown::Never;
        let beside = (Vec::new(), mentions.concat(), held);
        own_data(connection, &BOOK, id, beside, health, day)
    });
    made.unwrap_or_else(|why: Problem| panic!("{}", why.message)).context
}

fn all() -> Sight {
    Sight { identity: Shown::Full, wages: Shown::Full, health: Shown::Full, ..Sight::default() }
}

/// Every column of the schema that refers to a person, and those that do so without a foreign key.
fn columns(room: &Room) -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    let read = room.ledger().read(|connection| {
        for (table, ..) in tables() {
            let sql = "SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = 'person'";
            let mut statement = connection.prepare(sql)?;
            for column in statement.query_map([table], |row| row.get::<_, String>(0))? {
                all.insert(((*table).to_owned(), column?));
            }
        }
        Ok::<_, LedgerError>(())
    });
    read.unwrap();
    let named = MOVED.iter().map(|one| (one.table, one.column));
    let named = named.chain(STAYS.iter().map(|(table, column, _)| (*table, *column)));
    all.extend(named.map(|(table, column)| (table.to_owned(), column.to_owned())));
    all
}

#[test]
fn every_row_that_names_a_person_is_on_the_copy_or_named_as_left_out() {
    let room = filled();
    let declared: BTreeSet<(String, String)> =
        FOUND.iter().map(|(table, column, ..)| ((*table).to_owned(), (*column).to_owned())).collect();
    assert_eq!(columns(&room), declared, "say in `held` where on the copy it is found");

    let context = copy(&room, all());
    let text = context.to_string();
    let lines: Vec<(String, String)> = context["held"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["section"].as_str().unwrap().to_owned(), line["text"].as_str().unwrap().to_owned()))
        .collect();
    let words: BTreeMap<&str, &str> = WORDS.iter().copied().collect();
    // Rows that name records of several kinds: the ledger of this test has none that names a person.
    let loose = ["attachment", "decision_use", "paper"];
    for (table, column, _, found) in FOUND.iter().filter(|(table, ..)| !loose.contains(table)) {
        match found {
            Found::LeftOut(why) => {
                let left_out = context["left_out"].as_array().unwrap();
                assert!(left_out.iter().any(|one| one == why), "{table}.{column}: {left_out:?}");
            }
            Found::Part(_) => assert!(text.contains(words[table]), "{table}: {text}"),
            Found::Rows | Found::Wages | Found::Health => {
                let said = lines
                    .iter()
                    .any(|(section, text)| section == record_name(table) && text.contains(words[table]));
                assert!(said, "{table} says “{}”: {lines:#?}", words[table]);
            }
        }
    }
    assert_eq!(context["jobs"][0]["work_number"], "1024");
    let card = context["facts"].as_array().unwrap().iter().any(|fact| fact["value"] == "3601000012");
    assert!(card, "the number of an earlier card: {}", context["facts"]);
    assert!(!text.contains("01990000-0000"), "no id of a machine: {text}");
    assert!(!text.contains("受保护"), "nothing of it is covered for whoever may read it all: {text}");
}

#[test]
fn what_the_printer_may_not_read_is_left_out_and_said() {
    let room = filled();
    let text = copy(&room, Sight { wages: Shown::Never, health: Shown::Never, ..all() }).to_string();
    for secret in [
        "5,860.00",
        "29.30元",
        "送餐途中摔伤",
        "双耳",
        "KF20261003",
        "300.00",
        "骨折住院休养",
        "家属重病",
        "透析",
        "980.00",
    ] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    for said in ["工资和会费的数额由有权查看个人工资的人另行提供", "由有权查看健康情况的人另行提供"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    let text = copy(&room, all()).to_string();
    assert!(!text.contains("另行提供"), "nothing is left out for want of a right: {text}");
}

/// Every text of a context.
fn texts(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, all)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, all)),
        _ => {}
    }
}

/// Whether a value is a word of the program: small Latin letters, as columns keep their codes.
fn is_code(value: &str) -> bool {
    value.len() > 2 && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// Words of the program on the copy, each with the text in which it stands.
fn codes(room: &Room) -> Vec<String> {
    let mut said = Vec::new();
    texts(&copy(room, all()), &mut said);
    let stands = |text: &String| {
        text.split('；').any(|part| is_code(part.split_once('：').map_or(part, |(_, value)| value).trim()))
    };
    said.into_iter().filter(stands).collect()
}

#[test]
fn no_stored_code_stands_on_the_copy() {
    let room = filled();
    assert_eq!(codes(&room), Vec::<String>::new(), "say in fields/listed.rs how these read");
    // A line of wages is told on the copy alone: its words are no history's, and nothing else tries them.
    for form in EmploymentForm::ALL {
        for (column, code) in
            [("form", form_column(*form)), ("sex", "female"), ("sex", "unspecified"), ("sex", "male")]
        {
            let op = Op { code: "test.code".into(), label: "一步".into(), finality: Finality::Reversible };
            let sql = format!("UPDATE pay_line SET {column} = '{code}'");
            room.ledger().step(&op, &chair(), |tx| Ok::<_, LedgerError>(tx.execute_batch(&sql)?)).unwrap();
            assert_eq!(codes(&room), Vec::<String>::new(), "pay_line.{column}: {code}");
        }
    }
}

#[test]
fn the_reason_of_a_dismissal_without_fault_is_on_the_copy_of_a_reader_of_health() {
    let room = filled();
    let op = Op { code: "test.kind".into(), label: "一步".into(), finality: Finality::Reversible };
    let sql = "UPDATE dismissal SET kind = 'no_fault', reasons = '腰椎压缩性骨折'";
    let step = room.ledger().step(&op, &chair(), |tx| Ok::<_, LedgerError>(tx.execute(sql, [])?));
    step.unwrap();
    let text = copy(&room, Sight { health: Shown::Never, ..all() }).to_string();
    assert!(
        !text.contains("腰椎") && text.contains("非过失解除，理由由有权查看健康情况的人另行提供"),
        "{text}"
    );
    assert!(copy(&room, all()).to_string().contains("单位通知工会：腰椎压缩性骨折"));
}
