//! Dues: by the law's rate or the union's own, who owes which months, whole groups in one step, lines pasted from a sheet,
//! receipts without gaps, counter-entries, the yearly sheet whose sums add up. Six months without dues are a proposal that ends in
//! a talk, and only a person's word ends a membership. What dues would tell of a wage is kept in `dues_guarded`.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

const NAMES: [&str; 4] = ["王小明", "李强", "何平", "邓玉兰"];

/// A ledger with four members since 2020, two of them in a group.
pub fn with_members() -> (Desk, Vec<Value>, Value) {
    let desk = Desk::founded("36", None);
    let people: Vec<Value> = NAMES
        .iter()
        .map(|name| {
            let record = json!({
                "name": name, "sex": "male", "form": "contract", "shop": "焊接", "memberSince": "2020-03-01",
            });
            desk.call("members.save", record)
        })
        .collect();
    let group = desk.call("union.saveGroup", json!({ "kind": "group", "name": "焊接小组" }));
    desk.call("union.assignGroup", json!({ "group": group, "people": [people[0], people[1]] }));
    (desk, people, group)
}

pub fn lawful(desk: &Desk, from: &str) {
    desk.call("members.saveDuesBasis", json!({ "from": from, "kind": "lawful" }));
}

pub fn bases(desk: &Desk, people: &[Value], wage: i64) {
    let bases: Vec<Value> = people.iter().map(|person| json!({ "person": person, "base": wage })).collect();
    desk.call("members.saveDuesBases", json!({ "from": "2026-01", "bases": bases }));
}

fn reveal(desk: &Desk, lines: &[Value]) -> Vec<Value> {
    let mut all = vec![json!({ "call": "sight.reveal", "args": { "purpose": "核对会费" } })];
    all.extend(lines.iter().cloned());
    let (values, output) = desk.run(&all);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    values[1..].to_vec()
}

fn asks(name: &str, args: Value) -> Value {
    json!({ "call": name, "args": args })
}

/// What is due about dues.
fn due(desk: &Desk) -> Vec<Value> {
    desk.due().into_iter().filter(|duty| duty["place"]["page"] == "dues").collect()
}

#[test]
fn dues_are_taken_receipted_and_add_up() {
    let (desk, people, group) = with_members();
    assert_eq!(desk.call("members.dues", json!({}))["bases"], json!([]), "nothing is owed before a basis");
    let own = desk.refused("members.saveDuesBasis", json!({ "from": "2026-07", "kind": "rate", "rate": 30 }));
    assert_eq!(own.field.as_deref(), Some("ground"), "another rate says what it stands on");
    lawful(&desk, "2026-07");
    let overview = desk.call("members.dues", json!({}));
    assert_eq!((&overview["law"]["rate"], &overview["law"]["step"]), (&json!(50), &json!(1000)));
    assert_eq!(overview["law"]["rule"]["confidence"], "medium", "the doubt is shown");
    assert_eq!(overview["seen"], false, "masked until it is revealed");
    bases(&desk, &people[..3], 586_050);

    // Masked: who owes, and no single sum.
    let month = json!({ "month": "2026-08", "open": true });
    let page = desk.call("members.duesMonth", month.clone());
    assert_eq!((&page["open"], &page["withoutBase"], &page["total"]), (&json!(4), &json!(1), &json!(4)));
    assert!(
        page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["base"].is_null() && row["months"][0]["due"].is_null())
    );
    let seen = reveal(&desk, &[asks("members.duesMonth", month)]);
    let of = |page: &Value, name: &str| {
        page["rows"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap()["months"][0].clone()
    };
    assert_eq!(of(&seen[0], "王小明")["due"], 2_930, "five yuan of the wage are under the step");
    assert_eq!(of(&seen[0], "邓玉兰")["state"], "unknown");

    // A group's month in one step, one of them not.
    let taking = json!({
        "month": "2026-08", "scope": { "group": group }, "except": [people[1]], "paidOn": "2026-09-10", "payer": "组长李强",
    });
    let taken = desk.call("members.payDuesOf", taking);
    assert_eq!((&taken["people"], &taken["withoutBase"]), (&json!(1), &json!([])));
    // One member, several months; then what is paid cannot be paid again, nor too little of it.
    let pay = |months: Value, amount: Value| json!({ "paidOn": "2026-09-11", "lines": [{ "person": people[1], "months": months, "amount": amount }] });
    let short = desk.refused("members.payDues", pay(json!(["2026-07", "2026-08"]), json!(2_930)));
    assert_eq!((short.code.as_str(), short.field.as_deref()), ("bad_input", Some("lines.0")));
    assert!(short.message.starts_with("李强：金额不够"), "{}", short.message);
    let entry = desk.call("members.payDues", pay(json!(["2026-07", "2026-08"]), json!(5_860)));
    let twice = desk.refused("members.payDues", pay(json!(["2026-08"]), Value::Null));
    assert!(twice.message.contains("2026年8月的会费已经交清"), "{}", twice.message);

    // Undo takes a taking back whole, redo brings it again.
    desk.call("ledger.undo", json!({}));
    assert_eq!(desk.call("members.duesEntries", json!({}))["total"], 1);
    desk.call("ledger.redo", json!({}));

    // Receipts: numbered without gaps, kept, and no second one that says the same.
    let issue = |of: &Value| desk.call("papers.issue", json!({ "kind": "members.duesReceipt", "of": of }));
    assert_eq!(issue(&entry), "工费收〔2026〕1号");
    assert_eq!(issue(&taken["entry"]), "工费收〔2026〕2号");
    let same = desk.refused("papers.issue", json!({ "kind": "members.duesReceipt", "of": entry }));
    assert_eq!(same.code, "refused");
    let paper = desk.out("收据.pdf");
    let args = json!({ "kind": "members.duesReceipt", "of": entry, "to": paper });
    let covered = desk.refused("papers.print", args.clone());
    assert_eq!((covered.code.as_str(), covered.field.as_deref()), ("covered", Some("wages")), "{covered:?}");
    desk.revealed("把收据交给本人", "papers.print", args);
    let text = judges::text(&paper);
    for said in ["会费收据", "李强", "2026年7月、8月", "人民币伍拾捌元陆角整", "58.60元"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }

    let basis = desk.call("members.dues", json!({}))["bases"][0]["id"].clone();
    let kept = desk.refused("members.removeDuesBasis", json!({ "id": basis }));
    assert!(kept.message.contains("已经收过3笔会费"), "{}", kept.message);
    let long_ago = desk.refused(
        "members.payDues",
        json!({ "paidOn": "1999-01-01", "lines": [{ "person": people[0], "months": ["2026-07"] }] }),
    );
    assert_eq!(long_ago.field.as_deref(), Some("paidOn"));

    // A wrong one is answered, never changed; the months are owed again.
    let reverse = json!({ "entry": entry, "on": "2026-09-12", "reason": "记成了别人" });
    let answer = desk.call("members.reverseDues", reverse.clone());
    assert_eq!(desk.refused("members.reverseDues", reverse).code, "refused", "once");
    let back = json!({ "entry": answer, "on": "2026-09-12", "reason": "又错了" });
    assert!(desk.refused("members.reverseDues", back).message.contains("本身是冲销"));
    let page = desk.call("members.duesMonth", json!({ "month": "2026-08", "scope": { "group": group } }));
    assert_eq!((&page["paid"], &page["open"]), (&json!(1), &json!(1)));
    let red = desk.out("冲销.pdf");
    let args = json!({ "kind": "members.duesReceipt", "of": answer, "to": red });
    desk.revealed("把收据交给本人", "papers.print", args);
    let text = judges::text(&red);
    assert!(text.contains("冲销工费收〔2026〕1号") && text.contains("负伍拾捌元陆角整"), "{text}");
    let void = desk.out("已冲销.pdf");
    let args = json!({ "kind": "members.duesReceipt", "of": entry, "to": void });
    desk.revealed("把收据交给本人", "papers.print", args);
    assert!(judges::text(&void).contains("已经全部冲销"), "a receipt for money that was handed back says so");

    // Arrears by group, the running month not among them.
    let arrears = reveal(&desk, &[asks("members.duesArrears", json!({}))]).remove(0);
    assert_eq!((&arrears["people"], &arrears["months"]), (&json!(4), &json!(7)));
    let groups: Vec<(&str, i64)> = arrears["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| (group["group"].as_str().unwrap(), group["people"].as_i64().unwrap()))
        .collect();
    assert_eq!(groups, [("焊接小组", 2), ("", 2)]);
    assert_eq!(arrears["sum"], 2_930 + 2 * 2_930 + 2 * 2_930, "whose base is missing adds nothing");

    // The sheet's sums add up, on paper and in the workbook.
    let sheet = desk.out("年度表.pdf");
    let args = json!({ "kind": "members.duesSheet", "of": "2026", "to": sheet });
    assert_eq!(desk.refused("papers.print", args.clone()).code, "covered");
    desk.revealed("年终对账", "papers.print", args);
    let text = judges::text(&sheet);
    for said in ["2026年会费收缴年度表", "合计", "29.30", "王小明", "欠", "未定"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let book = desk.out("会费.xlsx");
    let args = json!({ "year": 2026, "to": book });
    assert_eq!(desk.refused("members.exportDues", args.clone()).code, "covered");
    assert_eq!(desk.revealed("年终对账", "members.exportDues", args)["rows"], 4);
    let log = desk.call("sight.log", json!({}));
    let look = (&log[0]["kind"], &log[0]["purpose"]);
    assert_eq!(look, (&json!("members.duesPaper"), &json!("年终对账")), "{log}");
    let rows = judges::cells(&book);
    let sums = rows.last().unwrap();
    let number = |row: &[String], at: usize| row[at].parse::<f64>().unwrap_or(0.0);
    for column in 4..19 {
        let whole: f64 = rows[1..rows.len() - 1].iter().map(|row| number(row, column)).sum();
        assert!((whole - number(sums, column)).abs() < 0.005, "column {column}");
    }
    assert!((number(sums, 17) - 29.30).abs() < 0.005, "what was taken and answered is nothing: {sums:?}");
    for row in &rows[1..] {
        assert!(
            (number(row, 16) - number(row, 17) - number(row, 18)).abs() < 0.005,
            "owed, paid, left: {row:?}"
        );
    }
    let args = json!({ "to": desk.out("欠缴.xlsx") });
    assert_eq!(desk.refused("members.exportArrears", args.clone()).code, "covered");
    assert_eq!(desk.revealed("上门催交", "members.exportArrears", args)["rows"], 4);
    desk.head();
}

#[test]
fn lines_pasted_from_a_sheet_are_read_and_doubts_are_asked() {
    let (desk, people, _) = with_members();
    lawful(&desk, "2026-07");
    let wages = "姓名\t月工资\n王小明\t5860.50\n李强\t5,860\n何平\t29.30\n赵六\t5000\n";
    let read = desk.call("members.readDues", json!({ "of": "bases", "text": wages }));
    assert_eq!((&read[0]["amount"], &read[0]["person"]), (&json!(586_050), &people[0]));
    assert!(read[2]["doubt"].as_str().unwrap().contains("像是会费"), "{}", read[2]);
    assert!(read[3]["trouble"].as_str().unwrap().contains("花名册里没有"), "{}", read[3]);
    bases(&desk, &people, 586_000);

    let money = "姓名\t月份\t金额\n王小明\t7-8月\t58.60\n李强\t\t29.30\n何平\t8月\t10\n王小明\t8月\t29.30\n邓玉兰\t6月\t29.30\n";
    let asked = json!({ "of": "payments", "text": money, "month": "2026-08" });
    let read = reveal(&desk, &[asks("members.readDues", asked.clone())]).remove(0);
    assert_eq!(read[0]["months"], json!(["2026-07", "2026-08"]));
    assert_eq!((&read[1]["months"], &read[1]["trouble"]), (&json!(["2026-08"]), &Value::Null));
    assert_eq!(read[2]["doubt"], "比应交的少（应交29.30元），只算交了一部分，请核对。");
    assert_eq!(read[3]["trouble"], "第2行已经有这个人，请去掉一行。");
    assert!(read[4]["trouble"].as_str().unwrap().contains("2026年6月不收会费"), "{}", read[4]);
    let masked = desk.call("members.readDues", asked);
    assert_eq!(masked[2]["doubt"], "比应交的少，只算交了一部分，请核对。", "no wage is told by a doubt");

    let lines: Vec<Value> = read.as_array().unwrap()[..3]
        .iter()
        .map(|one| json!({ "person": one["person"], "months": one["months"], "amount": one["amount"] }))
        .collect();
    desk.call("members.payDues", json!({ "paidOn": "2026-09-10", "payer": "财务代扣", "lines": lines }));
    let page = desk.call("members.duesMonth", json!({ "month": "2026-08" }));
    let states: Vec<&str> = NAMES
        .iter()
        .map(|name| {
            let row = page["rows"].as_array().unwrap().iter().find(|row| row["name"] == *name).unwrap();
            row["months"][0]["state"].as_str().unwrap()
        })
        .collect();
    assert_eq!(states, ["paid", "paid", "partly", "open"]);
    desk.head();
}

#[test]
fn who_keeps_the_membership_or_left_owes_nothing() {
    let (desk, people, _) = with_members();
    desk.call(
        "members.saveDuesBasis",
        json!({ "from": "2026-01", "kind": "flat", "flat": 500, "ground": "会员大会2025年12月决定" }),
    );
    let event = |person: &Value, kind: &str, on: &str, more: Value| {
        let mut event = json!({ "person": person, "kind": kind, "on": on });
        event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.call("members.saveEvent", event)
    };
    event(&people[0], "retained", "2026-03-10", json!({ "note": "退休" }));
    event(&people[1], "movedOut", "2026-05-31", json!({ "otherUnion": "云岭铸造厂工会" }));
    let states = |person: &Value| {
        let year = desk.call("members.duesPerson", json!({ "person": person, "year": 2026 }));
        let months = year["months"].as_array().unwrap()[..8].iter();
        months.map(|month| month["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(states(&people[0]), "open open exempt exempt exempt exempt exempt exempt");
    assert_eq!(
        states(&people[1]),
        "open open open open none none none none",
        "the union of the month's end asks"
    );
    let pay = json!({ "paidOn": "2026-09-10", "lines": [{ "person": people[0], "months": ["2026-04"] }] });
    let free = desk.refused("members.payDues", pay);
    assert!(free.message.contains("保留会籍，免交会费"), "{}", free.message);
    // A flat sum tells no wage: it is shown to everybody.
    let year = desk.call("members.duesPerson", json!({ "person": people[2], "year": 2026 }));
    assert_eq!(year["months"][0]["due"], 500);

    // Erased by law, the money stays in the sums.
    desk.call("members.payDues", json!({ "paidOn": "2026-09-10", "lines": [{ "person": people[2], "months": ["2026-01", "2026-02"] }] }));
    desk.call("members.remove", json!({ "id": people[2] }));
    desk.now("2027-10-01T09:00:00+08:00");
    desk.call("trash.purge", json!({ "kind": "person", "id": people[2], "reason": "保存期满" }));
    let book = desk.out("清除后.xlsx");
    desk.call("members.exportDues", json!({ "year": 2026, "to": book }));
    let rows = judges::cells(&book);
    assert!(rows.iter().any(|row| row[1] == "（已清除的人员）" && row[17] == "10"), "{rows:?}");
    desk.head();
}

#[test]
fn six_months_without_dues_are_a_proposal_and_a_person_decides() {
    let (desk, people, _) = with_members();
    desk.call(
        "members.saveDuesBasis",
        json!({ "from": "2026-03", "kind": "flat", "flat": 500, "ground": "会员大会2026年2月决定" }),
    );
    let pay = |months: Value| json!({ "paidOn": "2026-09-10", "lines": [{ "person": people[0], "months": months }, { "person": people[1], "months": months }] });
    desk.call("members.payDues", pay(json!(["2026-07"])));
    desk.now("2026-08-31T09:00:00+08:00");
    assert_eq!(due(&desk), Vec::<Value>::new(), "the sixth month is not over");
    desk.now("2026-09-15T09:00:00+08:00");
    let proposed = due(&desk);
    assert_eq!(proposed.len(), 1);
    assert_eq!(proposed[0]["title"], "找邓玉兰等2人谈一谈：连续6个月没有交会费，也没有参加工会活动的记录");
    assert_eq!((&proposed[0]["whose"], &proposed[0]["button"]), (&json!("union"), &json!("去看看")));
    assert!(proposed[0]["rule"]["short"].as_str().unwrap().contains("章程"), "{}", proposed[0]["rule"]);
    assert!(proposed[0]["origin"].as_str().unwrap().contains("只是提醒"));

    // No talk, no leaving; a talk in vain first.
    let end = |person: &Value, on: &str| json!({ "person": person, "on": on, "note": "连续六个月不交会费、不参加工会生活，经劝导拒不改正" });
    let early = desk.refused("members.endForDues", end(&people[2], "2026-09-15"));
    assert!(early.message.contains("要先谈话劝导") && early.rule.is_some(), "{}", early.message);
    let payer = desk.refused("members.endForDues", end(&people[0], "2026-09-15"));
    assert!(payer.message.contains("不能视为退会"), "{}", payer.message);
    let talk = |person: &Value, outcome: &str, said: &str| json!({ "person": person, "talkedOn": "2026-09-14", "talkedBy": "陈望舒", "said": said, "outcome": outcome });
    desk.call("members.saveDuesTalk", talk(&people[2], "refused", "不愿意再交"));
    desk.call("members.saveDuesTalk", talk(&people[3], "excused", "住院半年，家里困难"));
    let left = due(&desk);
    assert_eq!(left.len(), 1, "a good reason is no lapse: {left:?}");
    assert_eq!(left[0]["title"], "决定何平是否视为退会，登记结果");

    let before = desk.refused("members.endForDues", end(&people[2], "2026-09-01"));
    assert_eq!(before.field.as_deref(), Some("on"));
    let event = desk.call("members.endForDues", end(&people[2], "2026-09-15"));
    assert_eq!(due(&desk), Vec::<Value>::new());
    let life = desk.call("members.life", json!({ "id": people[2] }));
    assert_eq!((&life["state"], &life["left"]), (&json!("left"), &json!("已退会")));
    let notice = desk.out("公告.pdf");
    desk.call("papers.print", json!({ "kind": "members.withdrawal", "of": event, "to": notice }));
    let text = judges::text(&notice);
    assert!(
        text.contains("视为自动退会") && !text.contains("自愿申请"),
        "no wish is put into their mouth: {text}"
    );
    desk.call("ledger.undo", json!({}));
    assert_eq!(
        desk.call("members.life", json!({ "id": people[2] }))["state"],
        "member",
        "a person's word can be taken back"
    );

    // Whoever pays is no proposal any more.
    let lines = json!([{ "person": people[2], "months": ["2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08"] }]);
    desk.call("members.payDues", json!({ "paidOn": "2026-09-15", "lines": lines }));
    assert_eq!(due(&desk), Vec::<Value>::new());
    desk.head();
}

#[test]
fn a_promise_is_looked_at_again_on_its_day() {
    let (desk, people, _) = with_members();
    desk.call(
        "members.saveDuesBasis",
        json!({ "from": "2026-03", "kind": "flat", "flat": 500, "ground": "会员大会2026年2月决定" }),
    );
    let months = json!(["2026-08"]);
    let lines: Vec<Value> =
        people[1..].iter().map(|person| json!({ "person": person, "months": months })).collect();
    desk.call("members.payDues", json!({ "paidOn": "2026-09-10", "lines": lines }));
    desk.call(
        "members.saveDuesTalk",
        json!({
            "person": people[0], "talkedOn": "2026-09-14", "talkedBy": "陈望舒", "said": "月底补交", "outcome": "promised",
            "until": "2026-09-30",
        }),
    );
    let promised = due(&desk);
    assert_eq!(
        (&promised[0]["title"], &promised[0]["due"]),
        (&json!("看王小明答应补交的会费交了没有"), &json!("2026-09-30"))
    );
    let talk = desk.call("members.duesLapses", json!({}))["people"][0]["talks"][0]["id"].clone();
    desk.call("members.removeDuesTalk", json!({ "id": talk }));
    assert!(due(&desk)[0]["title"].as_str().unwrap().starts_with("找王小明谈一谈"));
    desk.call("trash.restore", json!({ "kind": "duesTalk", "id": talk }));
    desk.call(
        "members.payDues",
        json!({ "paidOn": "2026-09-15", "lines": [{ "person": people[0], "months": ["2026-08"] }] }),
    );
    assert_eq!(due(&desk), Vec::<Value>::new(), "paid");
    desk.head();
}
