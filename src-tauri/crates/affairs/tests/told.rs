//! Every journalled column of the schema with a real value, told as a person would write it: no id, no code, no
//! time as a machine keeps it. Which columns have a name at all is `names`' affair.

use std::path::Path;
use std::sync::LazyLock;

use affairs::Problem;
use affairs::fields::{
    FieldChange, RecordTouched, Teller, is_of_health, is_quiet, table as known, tells_health,
};
use affairs::office::attachments;
use affairs::schema::SCHEMA;
use affairs::union::model::{Shown, Sight};
use law::LawBook;
use ledger::{Finality, Ledger, LedgerError, Op, Purge, Tx};
use serde_json::{Map, Value};

use crate::common::{Room, chair, columns};

/// A row of every table, every column filled but for the removal, which comes as a step of its own.
const ROWS: &str = include_str!("told.sql");

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn step(ledger: &Ledger, code: &'static str, sql: &str) -> i64 {
    let op = Op { code: code.into(), label: "一步".into(), finality: Finality::Reversible };
    let run = |tx: &Tx<'_>| Ok::<_, LedgerError>(tx.execute_batch(sql)?);
    ledger.step(&op, &chair(), run).unwrap();
    ledger.head().unwrap().seq
}

/// The room with every row in it, and the step that wrote them.
fn filled() -> (Room, i64) {
    let room = Room::new();
    let seq = step(room.ledger(), "test.fill", ROWS);
    (room, seq)
}

/// Puts every row out of sight in a step of its own.
fn remove_all(ledger: &Ledger) -> i64 {
    let removable = columns(ledger)
        .into_iter()
        .filter(|(_, columns)| columns.iter().any(|(column, _)| column == "removed_at"));
    let sql: String = removable
        .map(|(table, _)| format!("UPDATE {table} SET removed_at = '2026-11-16T09:00:00+08:00';"))
        .collect();
    step(ledger, "test.remove", &sql)
}

fn place(code: &str) -> Option<String> {
    let name = match code {
        "36" => "江西省",
        "3601" => "南昌市",
        _ => return None,
    };
    Some(name.to_owned())
}

fn with_teller<T>(ledger: &Ledger, body: impl FnOnce(&Teller<'_>) -> T) -> T {
    let sight = Sight { identity: Shown::Masked, health: Shown::Masked, ..Sight::default() };
    ledger
        .read(|connection| Ok::<_, Problem>(body(&Teller::new(connection, &BOOK, &place, sight).unwrap())))
        .unwrap()
}

fn told(ledger: &Ledger, seq: i64) -> Vec<RecordTouched> {
    let changes = ledger.step_changes(seq, 1000).unwrap().rows;
    with_teller(ledger, |teller| changes.into_iter().map(|row| teller.tell(seq, row).unwrap()).collect())
}

/// What a machine keeps and no person writes: an id, a day or a time by its parts, a code.
fn raw(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let hex = |group: &&str| !group.is_empty() && group.chars().all(|c| c.is_ascii_hexdigit());
    let uuid = groups.windows(5).any(|five| {
        five[1..4].iter().all(|group| group.len() == 4 && hex(group))
            && five[0].len() >= 8
            && five[4].len() >= 12
    });
    let day = groups.windows(3).any(|three| {
        let year = three[0].chars().rev().take_while(char::is_ascii_digit).count();
        let month = three[1].len() == 2 && three[1].chars().all(|c| c.is_ascii_digit());
        year >= 4 && month && three[2].starts_with(|c: char| c.is_ascii_digit())
    });
    let letters = text.chars().filter(char::is_ascii_lowercase).count();
    let code = letters > 2 && text.chars().all(|c| c.is_ascii_lowercase() || "_.".contains(c));
    let rule =
        text.contains('-') && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
    uuid || day || code || rule || text.starts_with(['[', '{'])
}

#[test]
fn the_eye_for_raw_values_sees_them() {
    for seen in [
        "01990000-0000-7000-8000-000000000001",
        "人员 01990000-0000-7000-8000-000000000001",
        "2026-03-01",
        "2026-03-01T09:00:00+08:00",
        "in_effect",
        "negotiation.minutes",
        "[\"a\"]",
        "JX-19-REPLY",
    ] {
        assert!(raw(seen), "{seen}");
    }
    for passes in
        ["2026年3月1日", "138****8000", "王伟", "81360121MC0YL02618", "09:30", "工协纪〔2026〕3号", "3"]
    {
        assert!(!raw(passes), "{passes}");
    }
}

#[test]
fn every_journalled_column_reads_as_a_person_would_write_it() {
    let (room, seq) = filled();
    let mut all = told(room.ledger(), seq);
    all.extend(told(room.ledger(), remove_all(room.ledger())));
    let mut wrong = Vec::new();
    for (table, columns) in columns(room.ledger()) {
        let Some(record) = all.iter().find(|record| record.table == table) else {
            panic!("give {table} a row in told.sql, with every column filled");
        };
        if raw(&record.title) || record.title.trim().is_empty() {
            wrong.push(format!("{table} is called {:?}", record.title));
        }
        let (.., names) = known(&table).unwrap();
        for (column, _) in columns {
            // How exactly a day is known is told with the day.
            if is_quiet(&column) || column.ends_with("_precision") {
                continue;
            }
            let name = names.iter().find(|(one, _)| *one == column).unwrap().1;
            let fields = all.iter().filter(|record| record.table == table).flat_map(|record| &record.fields);
            let mut values = fields.filter(|field| field.field == name).map(|field| field.after.clone());
            match values.next().flatten() {
                None => wrong.push(format!("{table}.{column} has no value in told.sql, or tells none")),
                Some(text) if raw(&text) => wrong.push(format!("{table}.{column} reads {text:?}")),
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Tables with a column that tells of somebody's health whose rows may be known of all the same, and why.
const KNOWN_OF: [(&str, &str); 8] = [
    ("hardship_file", "who has a file stands in the register; why is guarded"),
    ("person_tag", "who is in hardship is counted and listed; what is noted beside it is guarded"),
    ("member_aid", "who was visited stands in the register; for what is guarded"),
    ("recuperation_place", "who goes is posted; why they go first is guarded"),
    ("leave_period", "when somebody is away is known to everybody; the note beside it is guarded"),
    ("leave_year", "that somebody carried days over or gave them up is counted; why is guarded"),
    ("dismissal", "who is dismissed is no secret; why is, where it is an illness"),
    ("dismissal_check", "what is asked of every dismissal; the answer is guarded"),
];

#[test]
fn what_tells_of_health_by_being_there_names_nobody_to_one_who_may_not_read_health() {
    let (room, seq) = filled();
    let all = columns(room.ledger());
    let of_health: Vec<&str> =
        all.iter().map(|(table, _)| table.as_str()).filter(|table| is_of_health(table)).collect();
    assert_eq!(of_health.len(), 3, "{of_health:?}");
    for (table, columns) in &all {
        let tells = columns.iter().any(|(column, _)| tells_health(table, column));
        let decided = is_of_health(table) || KNOWN_OF.iter().any(|(known, _)| known == table);
        assert!(!tells || decided, "say whether it may be known that somebody stands in {table}");
    }
    let told = |health| {
        let sight = Sight { identity: Shown::Full, health, ..Sight::default() };
        let changes = room.ledger().step_changes(seq, 1000).unwrap().rows;
        let tell = |connection: &rusqlite::Connection| {
            let teller = Teller::new(connection, &BOOK, &place, sight)?;
            let of_health = changes.into_iter().filter(|row| is_of_health(&row.table));
            of_health
                .map(|row| {
                    let subject = teller.subject(&[(row.table.clone(), row.id.clone())])?;
                    Ok::<_, Problem>((row.table.clone(), format!("{subject:?} {:?}", teller.tell(seq, row)?)))
                })
                .collect::<Result<Vec<_>, Problem>>()
        };
        room.ledger().read(tell).unwrap()
    };
    for (table, said) in told(Shown::Never) {
        assert!(!said.contains("王小明"), "{table} says of whom it is: {said}");
        assert!(!said.starts_with("None"), "{table} is called something all the same: {said}");
    }
    for (table, said) in told(Shown::Masked) {
        assert_eq!(said.contains("王小明"), table != "health_exam", "a reader of health is told: {said}");
    }
}

#[test]
fn every_code_of_the_schema_has_its_word() {
    let room = Room::new();
    let tables: Vec<(String, String)> = room
        .ledger()
        .read(|conn| {
            let mut statement = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok::<_, LedgerError>(rows.collect::<Result<_, _>>()?)
        })
        .unwrap();
    let journalled = columns(room.ledger());
    let mut codes = 0;
    let mut wrong = Vec::new();
    for (table, sql) in tables.iter().filter(|(table, _)| journalled.iter().any(|(name, _)| name == table)) {
        for check in sql.split("CHECK (").skip(1) {
            let Some((column, list)) = check.split_once(" IN (") else { continue };
            if column.ends_with("_precision") {
                continue;
            }
            for code in list.split(')').next().unwrap().split(',').map(str::trim) {
                let value = match code.parse::<i64>() {
                    Ok(number) => Value::from(number),
                    Err(_) => Value::from(code.trim_matches('\'')),
                };
                let read = with_teller(room.ledger(), |teller| {
                    teller.value(table, column, &value, &Map::new()).unwrap().unwrap()
                });
                codes += 1;
                if read.is_ascii() {
                    wrong.push(format!("{table}.{column}: {code} reads {read:?}"));
                }
            }
        }
    }
    assert!(codes > 50, "the schema's checks were read: {codes}");
    assert!(wrong.is_empty(), "give these codes their words in affairs/src/fields/listed.rs: {wrong:#?}");
}

fn after(all: &[RecordTouched], table: &str, field: &str) -> String {
    let record = all.iter().find(|record| record.table == table).unwrap();
    let found = record.fields.iter().find(|one| one.field == field);
    found.and_then(|one| one.after.clone()).unwrap_or_else(|| panic!("{table} tells no {field}"))
}

#[test]
fn what_is_referred_to_is_named_whether_it_stands_or_not() {
    let (room, seq) = filled();
    let expect = |all: &[RecordTouched]| {
        let meeting = "第2轮会议（2026年11月3日）";
        assert_eq!(after(all, "meeting_attendance", "会议"), meeting);
        assert_eq!(after(all, "attachment", "所属记录"), meeting);
        assert_eq!(after(all, "paper", "所属记录"), meeting);
        assert_eq!(after(all, "meeting", "主持人"), "王小明");
        assert_eq!(after(all, "meeting", "协商"), "2026年度工资集体协商");
        assert_eq!(after(all, "employment", "人员"), "王小明");
        assert_eq!(after(all, "desk_grant", "授权内容"), "查看证件号码和电话");
        assert_eq!(after(all, "union_record", "城市"), "南昌市");
        assert_eq!(after(all, "paper", "文号"), "工协纪〔2026〕3号");
        assert_eq!(after(all, "paper_change", "文种"), "会议纪要");
        assert_eq!(after(all, "paper_sending", "送达方式"), "直接送交");
        assert_eq!(after(all, "incoming_paper", "收文号"), "收〔2026〕7号");
        assert_eq!(after(all, "incoming_paper", "答复的文件"), "第2轮协商会议纪要");
        assert_eq!(
            after(all, "negotiation_offer", "答复期限的依据"),
            "《江西省企业工资集体协商条例》第十九条"
        );
        assert_eq!(
            after(all, "person", "出生日期"),
            "1980年**月**日",
            "the mask of the number hides the day"
        );
        assert_eq!(after(all, "person", "参加工作时间"), "2001年7月");
        assert_eq!(after(all, "employment", "入职日期"), "2004年");
        let title = |table: &str| all.iter().find(|record| record.table == table).unwrap().title.clone();
        assert_eq!((title("person"), title("person_identity")), ("王小明".into(), "王小明".into()));
        assert_eq!(title("meeting_attendance"), format!("{meeting} 王小明"));
        assert_eq!(title("desk_grant"), "李强：查看证件号码和电话");
    };
    expect(&told(room.ledger(), seq));
    let removal = remove_all(room.ledger());
    expect(&told(room.ledger(), seq));
    assert!(
        told(room.ledger(), removal).iter().all(|record| record.act == "移除" && !record.title.is_empty())
    );
    for seq in [removal, seq] {
        room.ledger().take_back(seq, &chair()).unwrap();
    }
    // The rows are gone; the journal still knows what they were called.
    expect(&told(room.ledger(), seq));
}

#[test]
fn a_day_and_how_exactly_it_is_known_are_one_field() {
    let (room, _) = filled();
    let one = |sql: &str| {
        let seq = step(room.ledger(), "test.change", sql);
        let mut all = told(room.ledger(), seq);
        (seq, all.remove(0).fields)
    };
    let field = |before: &str, after: &str| {
        let (before, after) = (Some(before.to_owned()), Some(after.to_owned()));
        vec![FieldChange { field: "参加工作时间".to_owned(), before, after }]
    };
    let (first, known) = one("UPDATE person SET started_on = '2001-08-01'");
    assert_eq!(known, field("2001年7月", "2001年8月"), "the precision stood and is heeded");
    assert_eq!(one("UPDATE person SET started_precision = 'day'").1, field("2001年8月", "2001年8月1日"));
    let both = "UPDATE person SET started_on = '2002-01-01', started_precision = 'year'";
    assert_eq!(one(both).1, field("2001年8月1日", "2002年"));
    assert_eq!(told(room.ledger(), first)[0].fields, field("2001年7月", "2001年8月"), "as it was known then");
}

#[test]
fn what_was_erased_by_law_is_told_as_erased() {
    let room = Room::new();
    let person = "01990000-0000-7000-8000-000000000099";
    let all = format!(
        "INSERT INTO person (id, name, name_key, name_sort, sex) VALUES ('{person}', '林知秋', '', '', 'female');
         INSERT INTO negotiation (id, year, title, started_on, province) VALUES ('n', 2026, '协商', '2026-01-01', '36');
         INSERT INTO negotiation_representative (id, negotiation_id, side, ord, person_id, name, sex, post, chief,
           outside, front_line, personnel_manager, chosen_how)
         VALUES ('r', 'n', 'workers', 1, '{person}', '林知秋', 'female', '', 1, 0, 0, 0, '')"
    );
    let before = step(room.ledger(), "test.fill", &all);
    let op = Op { code: "test.purge".into(), label: "清除".into(), finality: Finality::Final };
    let purge =
        Purge { reason: "保存期满", rows: &[("person", person)], tells: &|_| false, taken_back: false };
    room.ledger()
        .purge(&op, &chair(), &purge, |tx| {
            tx.execute("UPDATE negotiation_representative SET person_id = NULL", [])?;
            Ok::<_, LedgerError>(())
        })
        .unwrap();
    let purge = room.ledger().head().unwrap().seq;
    let all = told(room.ledger(), before);
    let erased = all.iter().find(|record| record.table == "person").unwrap();
    assert_eq!((erased.title.as_str(), erased.fields.len()), ("已清除", 0));
    assert_eq!(erased.erased_by.map(i64::from), Some(purge));
    assert_eq!(after(&all, "negotiation_representative", "人员"), "已清除");
    let unlinked = told(room.ledger(), purge);
    let link = unlinked.iter().find(|record| record.table == "negotiation_representative").unwrap();
    assert_eq!(link.fields[0].before.as_deref(), Some("已清除"));
    assert!(SCHEMA.unjournalled.iter().all(|(table, _)| unlinked.iter().all(|one| one.table != *table)));
}

#[test]
fn a_lost_file_of_a_mark_that_was_taken_back_does_not_say_what_it_proved() {
    let room = Room::new();
    let sql =
        "INSERT INTO attachment (id, of_kind, of_id, name, content, bytes, media, place, added_at, added_by)
       VALUES ('01990000-0000-7000-8000-0000000000f1', 'personTag', '01990000-0000-7000-8000-0000000000b1',
         '重病证明.pdf', 'c1', 1, 'application/pdf', 'none', '2026-11-16T09:00:00+08:00', '张敏')";
    step(room.ledger(), "test.attach", sql);
    let called: Result<_, Problem> =
        room.ledger().read(|connection| attachments::store::called(connection, "c1"));
    assert_eq!(called.unwrap(), ["健康记录的附件"], "what kind of mark it was, no row says any more");
}
