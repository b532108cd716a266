//! Lists of members as a chair works with them: what stands out, several conditions at once, a list kept by name, one change to
//! many, the list on paper, the statistics whose sums add up.

use std::path::Path;

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

/// Six people on 16 November 2026: one about to retire, one over age, one of seventeen, an applicant who is no member yet.
fn desk() -> Desk {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    for (name, sex, birth, shop, since) in [
        ("赵一", "male", Some("1966-06-20"), Some("焊接"), Some("2001-03")),
        ("钱二", "female", Some("1974-02-01"), Some("焊接"), Some("2010-05-04")),
        ("孙三", "male", Some("2009-05-06"), Some("喷涂"), Some("2026-08-20")),
        ("李四", "female", Some("1992-09-09"), Some("喷涂"), Some("2026-03-15")),
        ("周五", "male", Some("1988-01-02"), None, Some("2026-03-20")),
        ("吴六", "male", None, Some("焊接"), None),
    ] {
        let mut person = json!({ "name": name, "sex": sex, "form": "contract" });
        for (key, value) in [("birth", birth), ("shop", shop), ("memberSince", since)] {
            if let Some(value) = value {
                person[key] = value.into();
            }
        }
        desk.call("members.save", person);
    }
    desk
}

fn names(desk: &Desk, query: Value) -> Vec<String> {
    let page = desk.call("members.search", query);
    page["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

fn id(desk: &Desk, name: &str) -> Value {
    desk.call("members.search", json!({ "text": name }))["rows"][0]["id"].clone()
}

/// What a command answers in bytes, as a file.
fn printed(desk: &Desk, command: &str, args: Value, name: &str) -> std::path::PathBuf {
    let output = desk.command(&["call", command, &args.to_string()]).output().expect("the program runs");
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    let to = desk.out(name);
    std::fs::write(&to, &output.stdout).unwrap();
    judges::well_formed(&to);
    to
}

/// The cells of a page of a workbook, row by row, as text.
fn cells(file: &Path, page: usize) -> Vec<Vec<String>> {
    let book = sheet::read(file, &mut |_, _| true).expect("a workbook");
    let page = &book.pages[page];
    page.rows.iter().map(|row| (1..=page.width()).map(|col| row.get(col).show()).collect()).collect()
}

#[test]
fn what_stands_out_is_flagged_with_its_article_and_finds_people() {
    let desk = desk();
    assert_eq!(names(&desk, json!({ "flags": ["nearRetirement"] })), ["赵一"]);
    assert_eq!(names(&desk, json!({ "flags": ["overAge"] })), ["钱二"]);
    assert_eq!(names(&desk, json!({ "flags": ["minor"] })), ["孙三"]);
    let flags = json!({ "id": id(&desk, "赵一") });
    let said = desk.call("members.flags", flags.clone());
    let why = said["flags"][0]["why"].as_str().unwrap();
    assert!(
        why.starts_with("按出生年份算，就在这一年前后到法定退休年龄") && why.contains("附表一"),
        "the day tells the birth: {why}"
    );
    let said = desk.revealed("办理退休", "members.flags", flags);
    let why = said["flags"][0]["why"].as_str().unwrap();
    // June 1966: the fifth band, sixty years and five months.
    assert!(why.contains("2026年11月20日到法定退休年龄") && why.contains("附表一"), "{why}");

    let qian = id(&desk, "钱二");
    desk.call("members.saveTag", json!({ "person": qian, "kind": "staffPost" }));
    assert!(names(&desk, json!({ "flags": ["overAge"] })).is_empty(), "her post decides");
    desk.call(
        "members.saveTag",
        json!({ "person": qian, "kind": "hardship", "since": "2026-01-01", "until": "2026-12-31", "source": "赣江总工发〔2026〕2号" }),
    );
    assert_eq!(names(&desk, json!({ "flags": ["hardship", "women"] })), ["钱二"]);
    desk.now("2027-01-01T09:00:00+08:00");
    assert!(names(&desk, json!({ "flags": ["hardship"] })).is_empty(), "its time is over");
    let refusal =
        desk.refused("members.saveTag", json!({ "person": id(&desk, "赵一"), "kind": "staffPost" }));
    assert_eq!(refusal.field.as_deref(), Some("kind"));
    let refusal = desk.refused("members.saveTag", json!({ "person": qian, "kind": "hardship" }));
    assert_eq!(refusal.code, "duplicate");
}

#[test]
fn a_list_is_narrowed_counted_and_kept_by_name() {
    let desk = desk();
    assert_eq!(names(&desk, json!({ "shop": "焊接", "sex": "male" })), ["吴六", "赵一"]);
    assert_eq!(names(&desk, json!({ "shop": "" })), ["周五"], "of whom no shop is entered");
    assert_eq!(
        names(&desk, json!({ "joinedFrom": "2026-03-01", "joinedTo": "2026-03-31", "sort": "birth" })),
        ["周五", "李四"]
    );
    assert_eq!(names(&desk, json!({ "ageFrom": 26, "ageTo": 45 })).len(), 2);
    let groups = desk.call("members.groups", json!({ "query": { "sex": "male" }, "by": "shop" }));
    let told: Vec<(&str, u64)> = groups
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["key"].as_str().unwrap(), one["people"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [("焊接", 2), ("喷涂", 1), ("", 1)]);

    let view = json!({ "query": { "shop": "焊接", "sort": "birth" }, "columns": ["name", "age", "flags"], "by": "sex" });
    desk.call("members.saveList", json!({ "name": "焊接按年龄", "view": view }));
    let kept = desk.call("members.lists", json!({}))[0].clone();
    assert_eq!((&kept["name"], &kept["view"]), (&json!("焊接按年龄"), &view));
    assert_eq!(names(&desk, kept["view"]["query"].clone()), ["赵一", "钱二", "吴六"]);
    let same = json!({ "name": "焊接按年龄", "view": { "query": {}, "columns": ["name"] } });
    let refusal = desk.refused("members.saveList", same);
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("duplicate", Some("name")));
    desk.call("members.removeList", json!({ "id": kept["id"] }));
    assert_eq!(desk.call("members.lists", json!({})), json!([]));
    desk.call("ledger.undo", json!({}));
    assert_eq!(desk.call("members.lists", json!({})).as_array().unwrap().len(), 1);

    let file = desk.out("焊接.xlsx");
    let args = json!({ "query": { "shop": "焊接", "sort": "birth" }, "columns": ["age", "name", "flags"], "to": file });
    desk.call("members.export", args);
    let rows = cells(&file, 0);
    assert_eq!(rows[0], ["年龄", "姓名", "标记"], "in the order of the page");
    assert_eq!(rows[1], ["60", "赵一", "一年内退休"]);
}

#[test]
fn many_are_changed_in_one_step() {
    let desk = desk();
    let args = json!({
        "query": { "shop": "焊接" },
        "set": [{ "field": "shop", "to": "装配" }, { "field": "migrant", "to": "yes" }, { "field": "skill", "to": "技师" }],
    });
    let seen = desk.call("members.previewBulk", args.clone());
    assert_eq!((&seen["people"], &seen["changed"]), (&json!(3), &json!(3)));
    assert_eq!(seen["changes"][0], json!({ "field": "shop", "from": "焊接", "to": "装配", "people": 3 }));
    let before = desk.head().0;
    assert_eq!(desk.call("members.setBulk", args), seen);
    assert_eq!(desk.head().0, before + 1, "one step");
    assert_eq!(names(&desk, json!({ "shop": "装配", "flags": ["migrant"], "skill": "技师" })).len(), 3);
    desk.call("ledger.undo", json!({}));
    assert_eq!(names(&desk, json!({ "shop": "焊接" })).len(), 3);
    let one = json!({ "only": [id(&desk, "周五")], "query": {}, "set": [{ "field": "shop", "to": "仓储" }] });
    assert_eq!(desk.call("members.setBulk", one)["changed"], 1);
    let set = |field: &str, to: &str| json!({ "query": {}, "set": [{ "field": field, "to": to }] });
    for (field, to) in [("skill", "八级"), ("skill", "二级"), ("household", "<b>")] {
        assert_eq!(desk.refused("members.setBulk", set(field, to)).field.as_deref(), Some(field), "{to}");
    }
    desk.call("members.setBulk", set("skill", "三级"));
    assert_eq!(names(&desk, json!({ "skill": "高级工" })).len(), 6, "the old scale by the word of the new");
    desk.call("ledger.undo", json!({}));
    let nothing = desk.refused("members.setBulk", json!({ "query": {}, "set": [] }));
    assert_eq!(nothing.field.as_deref(), Some("set"));
}

#[test]
fn a_printed_list_is_as_the_page_and_masked_for_the_notice_board() {
    let desk = desk();
    let zhao = id(&desk, "赵一");
    let mut person = desk.call("members.get", json!({ "id": zhao }));
    person["phone"] = "13800138000".into();
    let tidy: serde_json::Map<String, Value> =
        person.as_object().unwrap().clone().into_iter().filter(|(_, value)| !value.is_null()).collect();
    desk.call("members.save", Value::Object(tidy));
    let args = |posted: bool| json!({ "query": { "shop": "焊接", "sort": "birth" }, "columns": ["name", "phone", "flags"], "title": "焊接车间会员", "posted": posted });
    let board = judges::text(&printed(&desk, "members.printList", args(true), "公示.pdf"));
    assert!(
        board.contains("焊接车间会员") && board.contains("138****8000") && !board.contains("标记"),
        "{board}"
    );
    let filed = judges::text(&printed(&desk, "members.printList", args(false), "存档.pdf"));
    assert!(filed.contains("没有显示完整"), "masked numbers are told: {filed}");
    let mut some = args(false);
    some["only"] = json!([zhao]);
    let chosen = judges::text(&printed(&desk, "members.printList", some, "选中.pdf"));
    assert!(chosen.contains("共1人") && !chosen.contains("吴六"), "{chosen}");
    assert!(filed.contains("一年内退休"), "{filed}");
    assert!(filed.find("赵一").unwrap() < filed.find("吴六").unwrap(), "in the order of the page");
    let refusal = desk.refused(
        "members.printList",
        json!({ "query": { "text": "没有这个人" }, "columns": ["name"], "posted": true }),
    );
    assert_eq!(refusal.field.as_deref(), Some("query"));
}

/// The number in a cell.
fn number(cell: &str) -> i64 {
    cell.parse().unwrap_or_else(|_| panic!("{cell} is a number"))
}

#[test]
fn the_sums_of_the_statistics_add_up_on_the_page_in_the_workbook_and_on_paper() {
    let desk = desk();
    desk.call(
        "members.saveEvent",
        json!({ "person": id(&desk, "李四"), "kind": "movedOut", "on": "2026-06-10", "reason": "employment", "otherUnion": "云岭铸造厂工会" }),
    );
    desk.call("union.saveWorkforce", json!({ "asOf": "2026-10-31", "workers": 8, "source": "企业报表" }));
    let input = json!({ "filledBy": "周婷", "responsible": "张敏" });
    let told = desk.call("members.statistics", input.clone());
    assert_eq!(told["people"], 4, "who has no event is none, and who moved out neither");
    for table in told["tables"].as_array().unwrap() {
        let sum: u64 =
            table["rows"].as_array().unwrap().iter().map(|row| row["people"].as_u64().unwrap()).sum();
        assert_eq!((sum, table["total"].as_u64()), (4, Some(4)), "{}", table["title"]);
    }
    let flow = &told["flow"];
    assert_eq!(
        (&flow["start"], &flow["joined"], &flow["movedOut"], &flow["end"]),
        (&json!(2), &json!(3), &json!(1), &json!(4))
    );
    assert_eq!(told["flows"].as_array().unwrap().len(), 11, "as far as the year has come");
    assert_eq!(told["density"]["rate"], "50.0%");
    assert_eq!(told["chair"], "陈望舒", "who answers for the sheet is proposed");

    // Of a day in the past: who was a member then, and both pages of it say the same.
    let then = desk.call("members.statistics", json!({ "asOf": "2026-06-09" }));
    assert_eq!(
        (&then["asOf"], &then["people"], &then["flow"]["end"]),
        (&json!("2026-06-09"), &then["flow"]["end"], &then["people"])
    );
    assert_eq!(then["flows"].as_array().unwrap().len(), 6);
    let after = desk.call("members.statistics", json!({ "asOf": "2026-06-10" }));
    assert_eq!(
        after["people"].as_u64().unwrap() + 1,
        then["people"].as_u64().unwrap(),
        "one moved out that day"
    );
    let says = |told: &Value| told["says"].as_str().unwrap_or_default().to_owned();
    assert!(says(&after).starts_with("会员是截止日期那天在册的人"), "{}", says(&after));
    assert!(says(&told).starts_with("年龄只按出生年份算"), "no birth is seen in full: {}", says(&told));
    assert_eq!(after["density"]["rate"], "—", "no number of employees is told of a day before October");
    let last = desk.call("members.statistics", json!({ "year": 2025 }));
    assert_eq!(last["asOf"], "2025-12-31");
    for wrong in [json!({ "asOf": "2026-11-17" }), json!({ "year": 2025, "asOf": "2026-06-10" })] {
        assert_eq!(desk.refused("members.statistics", wrong).field.as_deref(), Some("asOf"));
    }

    let file = desk.out("统计.xlsx");
    desk.call("members.exportStatistics", json!({ "input": input, "to": file }));
    let rows = cells(&file, 0);
    let flat = |rows: &[Vec<String>]| rows.concat().join(" ");
    for word in ["截止日期：2026-11-16", "填报人：周婷", "负责人：张敏", "（工会盖章）"]
    {
        assert!(flat(&rows).contains(word), "{word} is in {}", flat(&rows));
    }
    // Each part: its rows up to its sum, which is everyone.
    let (mut sum, mut parts) = (0, 0);
    for row in rows.iter().skip_while(|row| !row[0].starts_with('按')).take_while(|row| row[0] != "其中") {
        if row[1] == "合计" {
            assert_eq!((sum, number(&row[2])), (4, 4), "{row:?}");
            (sum, parts) = (0, parts + 1);
        } else {
            sum += number(&row[2]);
        }
    }
    assert_eq!(parts, 4, "by sex, age, form and shop");
    let rows = cells(&file, 1);
    let months: Vec<&Vec<String>> = rows.iter().filter(|row| row[0].ends_with('月')).collect();
    let all = rows.iter().find(|row| row[0] == "合计").unwrap();
    for (at, month) in months.iter().enumerate() {
        let n = |col: usize| number(&month[col]);
        assert_eq!(n(1) + n(2) + n(3) + n(4) - n(5) - n(6) - n(7) - n(8), n(9), "{month:?}");
        if let Some(next) = months.get(at + 1) {
            assert_eq!(month[9], next[1], "what one month ends with the next begins with");
        }
    }
    for col in 2..9 {
        assert_eq!(months.iter().map(|month| number(&month[col])).sum::<i64>(), number(&all[col]));
    }
    assert!(flat(&rows).contains("（工会盖章）"));

    let paper = printed(&desk, "members.printStatistics", input, "统计.pdf");
    judges::sound(
        &paper,
        &["会员统计表", "2026年11月16日", "50.0%", "按年龄段", "2026年会员增减", "周婷", "张敏"],
    );
}
