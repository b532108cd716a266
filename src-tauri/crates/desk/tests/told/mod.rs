//! The whole journal of the demo union, every step and the life of what it touched, as a person would write it.
//! Each column of the schema by itself is told in `affairs`; here, what the program's own commands write.

use std::collections::BTreeSet;

use desk::{Desk, NoProgress};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::desk_in;

fn ask(desk: &Desk, name: &str, args: Value) -> Value {
    desk.call(name, args).unwrap_or_else(|why| panic!("{name}: {}", why.message)).value
}

/// An id, a day or a time as a machine keeps it, or a code.
fn raw(text: &str) -> bool {
    let digits = |part: &str, n: usize| part.len() >= n && part.chars().all(|c| c.is_ascii_digit());
    let parts: Vec<&str> = text.split(['-', 'T', ' ']).collect();
    let day = parts.windows(3).any(|p| digits(p[0], 4) && digits(p[1], 2) && digits(p[2], 2));
    let uuid = text
        .split(|c: char| !c.is_ascii_hexdigit() && c != '-')
        .any(|word| word.len() == 36 && word.matches('-').count() == 4);
    let code = text.len() > 2 && text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    day || uuid || code || text.starts_with(['[', '{'])
}

#[test]
fn the_demo_unions_journal_shows_no_raw_value() {
    let room = TempDir::new().unwrap();
    let desk = desk_in(room.path(), "2026-11-20T10:30:00+08:00");
    desk.job("demo.open", json!({ "folder": room.path().join("demo") }), &NoProgress).unwrap();
    let mut wrong = BTreeSet::new();
    let mut touched = BTreeSet::new();
    let mut look = |step: &Value, record: &Value| {
        let of = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
        touched.insert((of("table"), of("id")));
        if of("title").trim().is_empty() || raw(&of("title")) {
            wrong.insert(format!("step {step}: {} is called {:?}", of("table"), of("title")));
        }
        for field in record["fields"].as_array().unwrap() {
            for side in ["before", "after"] {
                if field[side].as_str().is_some_and(raw) {
                    wrong.insert(format!(
                        "step {step}: {}.{} reads {}",
                        of("table"),
                        field["field"],
                        field[side]
                    ));
                }
            }
        }
    };
    let page = ask(&desk, "history.list", json!({ "limit": 500 }));
    let lines = page["lines"].as_array().unwrap();
    assert!(lines.len() > 20 && page["more"] == false, "the whole journal is looked at");
    for line in lines {
        let step = ask(&desk, "history.step", json!({ "seq": line["seq"] }));
        step["records"].as_array().unwrap().iter().for_each(|record| look(&line["seq"], record));
    }
    for of in ["negotiation", "meeting", "negotiation_event", "desk_person"] {
        let search = touched_ids(&desk, of);
        assert!(!search.is_empty(), "the demo has a {of}");
        for id in search {
            let life = ask(&desk, "history.of", json!({ "table": of, "id": id }));
            assert!(!life.as_array().unwrap().is_empty());
            life.as_array().unwrap().iter().for_each(|one| look(&one["line"]["seq"], &one["record"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let tables: BTreeSet<&str> = touched.iter().map(|(table, _)| table.as_str()).collect();
    assert!(tables.len() >= 15, "most kinds of records were met: {tables:?}");
    let meeting = touched_ids(&desk, "meeting").pop().unwrap();
    let life = ask(&desk, "history.of", json!({ "table": "meeting", "id": meeting })).to_string();
    for told in
        ["第2轮会议（2026年11月13日）", "罗建平", "2026年度工资集体协商", "2026年11月25日", "留待下次"]
    {
        assert!(life.contains(told), "{told} is told in {life}");
    }
}

/// The records of a table that the journal tells of, the oldest first.
fn touched_ids(desk: &Desk, table: &str) -> Vec<String> {
    let page = ask(desk, "history.list", json!({ "limit": 500 }));
    let mut ids = Vec::new();
    for line in page["lines"].as_array().unwrap().iter().rev() {
        let step = ask(desk, "history.step", json!({ "seq": line["seq"] }));
        for record in step["records"].as_array().unwrap() {
            let id = record["id"].as_str().unwrap().to_owned();
            if record["table"] == table && !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids
}

/// An identity number of nobody in particular that ends as GB 11643 asks.
fn id_number(n: u32) -> String {
    let (day, order) = (n / 500, n % 500);
    let first = format!("360121{:04}{:02}{:02}{order:03}", 1970 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = first.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{first}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}

/// The most memory this process has held, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("measured on Linux");
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// Run alone: `cargo test --release -p desk -- --ignored --nocapture hundred`.
#[test]
#[ignore = "an import of a hundred thousand people takes its time"]
fn the_journal_of_a_hundred_thousand_people_leaves_for_excel() {
    const PEOPLE: u32 = 100_000;
    let room = TempDir::new().unwrap();
    let desk = desk_in(room.path(), "2026-09-15T09:00:00+08:00");
    let union = json!({
        "folder": room.path().join("ledger"), "unionName": "赣江机械有限公司工会委员会", "province": "36",
        "creditCode": "81360121MC0YL02618", "chairName": "张敏", "passphrase": "赣江 渡口 七盏灯",
    });
    ask(&desk, "ledger.create", union);
    let mut roster = String::from("姓名,性别,身份证号,手机号码,车间,工种,用工形式,入职日期,入会日期\n");
    for n in 0..PEOPLE {
        let id = id_number(n);
        let sex = if n % 2 == 1 { "男" } else { "女" };
        roster += &format!(
            "王{},{sex},{id},139{n:08},焊接,电焊工,合同制,2015-02-17,2015-03-10\n",
            char::from_u32(0x4E00 + n % 5000).unwrap()
        );
    }
    let file = room.path().join("花名册.csv");
    std::fs::write(&file, roster).unwrap();
    let imported = desk.job("members.import", json!({ "file": file }), &NoProgress).unwrap().value;
    assert_eq!(imported["added"], PEOPLE, "{imported}");
    let before = peak();
    let to = room.path().join("流水.xlsx");
    let begun = std::time::Instant::now();
    desk.job("history.export", json!({ "to": to }), &NoProgress).unwrap();
    let size = std::fs::metadata(&to).unwrap().len() >> 20;
    println!(
        "exported in {:?}, {size} MB, peak {} MB over {before} MB before",
        begun.elapsed(),
        peak() - before
    );
    let left = std::fs::read_dir(room.path())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains(".tmp"));
    assert_eq!(left.count(), 0, "nothing stays beside the file");
}
