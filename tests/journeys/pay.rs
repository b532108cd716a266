//! Wage data: a payroll of fifty is pasted, its doubts decided, taken once and replaced by a newer one; single wages are shown to
//! whoever may read them and revealed them, each look kept; totals and bands serve where no more is given. A workbook as finance
//! sends it, with its traps, is read without a slip and without a question too many.

use std::fmt::Write as _;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook};
use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE};
use crate::people::{OFFICER, officer};

/// Fifty people on the roster, by number.
fn fifty(desk: &Desk) {
    let mut table = String::from("姓名\t性别\t部门\t工号\t岗位\t用工形式\t入职日期\n");
    for n in 1..=50 {
        let (shop, hired) =
            (if n <= 30 { "焊接" } else { "办公室" }, if n == 50 { "2026-10-17" } else { "2019-03-01" });
        writeln!(table, "职工{}\t男\t{shop}\tG{n:03}\t电焊工\t劳动合同\t{hired}", name(n)).unwrap();
    }
    assert_eq!(desk.call("members.import", json!({ "pasted": table }))["added"], 50);
}

/// A name of two characters that no other has.
fn name(n: usize) -> String {
    let digits = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
    format!("{}{}", digits[n / 10], digits[n % 10])
}

/// What finance sends: a title, the unit, a total, somebody in thousands, somebody with ten times the wage, a
/// clawback, a stranger, and one of the fifty left out.
fn payroll(last: &str) -> String {
    let mut table =
        String::from("2026年10月工资表\n单位：元\n工号\t姓名\t基本\t绩效\t本月合计\t个税\t出勤\n");
    for n in 1..=49 {
        let gross = match n {
            3 => "5.2千元".to_owned(),
            4 => "52000".to_owned(),
            5 => "-320.50".to_owned(),
            49 => last.to_owned(),
            _ => (5000 + n * 20).to_string(),
        };
        let number = if n == 6 { "G060".to_owned() } else { format!("G{n:03}") };
        writeln!(table, "{number}\t职工{}\t3000\t2000\t{gross}\t30\t22", name(n)).unwrap();
    }
    table.push_str("G999\t外来人员\t3000\t1500\t4800\t0\t22\n合计\t50人\t\t\t300000\n");
    table
}

fn asks(name: &str, args: Value) -> Value {
    json!({ "call": name, "args": args })
}

fn reveal(desk: &Desk, lines: &[Value]) -> Vec<Value> {
    let mut all = vec![asks("sight.reveal", json!({ "purpose": "准备工资协商" }))];
    all.extend(lines.iter().cloned());
    let (values, output) = desk.run(&all);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    values[1..].to_vec()
}

#[test]
fn a_payroll_of_fifty_is_taken_with_its_doubts_decided_and_told_by_right() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    fifty(&desk);
    let table = payroll("5980");
    let mut options = json!({ "columns": { "5": "gross" }, "officeShops": ["办公室"] });
    let preview = desk.call("pay.preview", json!({ "pasted": table, "options": options }));
    assert_eq!(
        (&preview["period"], &preview["rows"], &preview["passed"]),
        (&json!("2026-10"), &json!(50), &json!(1))
    );
    let doubts: Vec<(&str, u64)> = preview["doubts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["kind"].as_str().unwrap(), one["open"].as_u64().unwrap()))
        .collect();
    let asked = [("negative", 1), ("outlier", 1), ("totalDiffers", 1), ("notOnRoster", 1), ("whoDiffers", 1)];
    assert_eq!(doubts, asked, "{preview}");
    let outlier = &preview["doubts"][1]["first"][0];
    assert!(
        outlier["who"].as_str().unwrap().starts_with("职工") && outlier["gross"] == 5_200_000,
        "{outlier}"
    );
    assert_eq!(preview["missingCount"], 1, "职工己甲 is on the roster alone");
    let early = desk.refused("pay.import", json!({ "pasted": table, "options": options }));
    assert_eq!(early.code, "doubts_open", "{}", early.message);
    options["kinds"] = json!({
        "negative": "asRead", "outlier": "proposed", "totalDiffers": "asRead", "notOnRoster": "leaveOut",
        "whoDiffers": "proposed",
    });
    let done = desk.call("pay.import", json!({ "pasted": table, "options": options }));
    assert_eq!((&done["headcount"], &done["matched"], &done["leftOut"]), (&json!(49), &json!(49), &json!(1)));

    // The same again changes nothing; a newer one asks, is read as the last time, and puts the older into the trash.
    let again = desk.refused("pay.import", json!({ "pasted": table, "options": options }));
    assert_eq!(again.code, "nothing_new");
    options.as_object_mut().unwrap().remove("columns");
    let newer = json!({ "pasted": payroll("5990"), "options": options });
    assert!(desk.call("pay.preview", newer.clone())["remembered"].as_str().unwrap().contains("沿用"));
    assert_eq!(desk.refused("pay.import", newer.clone()).code, "standing");
    let mut replacing = newer;
    replacing["replaces"] = done["id"].clone();
    let second = desk.call("pay.import", replacing);
    let trash = desk.call("trash.list", json!({}));
    assert!(trash.to_string().contains("2026年10月工资数据"), "{trash}");

    // Covered, then revealed with a purpose; the look is kept, and no history tells a wage.
    let id = second["id"].clone();
    let lines = json!({ "sheet": id });
    let covered = desk.call("pay.lines", lines.clone());
    assert_eq!((&covered["total"], &covered["rows"][0]["sums"]), (&json!(49), &Value::Null));
    let seen = reveal(&desk, &[asks("pay.lines", lines.clone()), asks("pay.get", json!({ "id": id }))]);
    let rows = seen[0]["rows"].as_array().unwrap();
    assert_eq!(rows[0]["sums"]["gross"], 502_000);
    assert_eq!(rows[2]["sums"]["gross"], 520_000, "5.2千元");
    assert_eq!(rows[3]["sums"]["gross"], 520_000, "ten times less, as was proposed");
    assert_eq!((&rows[0]["frontLine"], &rows[40]["frontLine"]), (&json!(true), &json!(false)));
    assert_eq!(seen[1]["shops"].as_array().unwrap().len(), 2);
    let origin = &reveal(&desk, &[asks("pay.origin", json!({ "id": rows[2]["id"] }))])[0];
    let cell = origin["cells"].as_array().unwrap().iter().find(|cell| cell["field"] == "应发").unwrap();
    assert_eq!((&cell["cell"], &cell["value"]), (&json!("E6"), &json!("5.2千元")), "{origin}");
    let log = desk.call("sight.log", json!({}));
    assert!(
        log.as_array()
            .unwrap()
            .iter()
            .any(|look| look["kind"] == "pay.lines" && look["purpose"] == "准备工资协商")
    );
    let life = desk.call("history.of", json!({ "table": "pay_sheet", "id": id }));
    assert!(
        life[0]["record"]["title"] == "2026年10月工资数据" && !life.to_string().contains("职工"),
        "{life}"
    );

    // An officer for negotiation who may not read wages keeps totals, and sees counts only.
    desk.call("people.add", officer(&["negotiation"], &[]));
    desk.sits_down(OFFICER);
    let refused = desk.refused("pay.import", json!({ "pasted": payroll("6000"), "options": {} }));
    assert_eq!(refused.code, "no_right", "{}", refused.message);
    assert_eq!(desk.call("pay.lines", lines)["rows"], json!([]));
    // The replaced table and the one that stands differ by one person: neither is handled, and no sum of the two is told.
    for (command, args) in [
        ("pay.remove", json!({ "id": id })),
        ("trash.restore", json!({ "kind": "paySheet", "id": done["id"] })),
        ("pay.save", json!({ "period": "2026-10", "headcount": 49, "sum": 25_000_000, "replaces": id })),
    ] {
        assert_eq!(desk.refused(command, args).code, "no_right", "{command}");
    }
    let seen = desk.call("pay.get", json!({ "id": id }));
    assert_eq!((&seen["line"]["sum"], &seen["people"]["missing"]), (&Value::Null, &json!([])), "{seen}");
    assert_eq!(desk.refused("pay.get", json!({ "id": done["id"] })).code, "not_found");
    let odd = desk.refused("pay.readBands", json!({ "text": "4000以下\t12\n4000-5000\t2.5" }));
    assert!(odd.message.contains("第2行"), "{}", odd.message);
    let by_bands = json!({ "text": "4000以下\t12\n4000-5000\t30\n5000以上\t3" });
    let bands = desk.call("pay.readBands", by_bands)["bands"].clone();
    let saved =
        desk.call("pay.save", json!({ "period": "2026-09", "bands": bands, "givenBy": "公司财务部" }));
    let told = desk.call("pay.get", json!({ "id": saved }));
    assert_eq!(told["bands"][2]["headcount"], Value::Null, "three people are not told");
    assert_eq!(told["bands"][0]["headcount"], Value::Null, "nor what they could be reckoned from");
    let whole = json!({ "period": "2025", "divided": true, "headcount": 320, "sum": 2_250_240_000_i64 });
    desk.call("pay.save", whole);
    let list = desk.call("pay.list", json!({}));
    let periods: Vec<&str> =
        list.as_array().unwrap().iter().map(|one| one["period"].as_str().unwrap()).collect();
    assert_eq!(periods, ["2026-10", "2026-09", "2025"]);

    // Figures come with their source; what stands already is no new one.
    let figures = "类别\t地区\t时间\t数值\t来源\n月最低工资标准\t南昌市\t2025年4月1日\t2000元/月\t省厅文件\n月最低工资标准\t南昌市\t2026年4月1日\t2080元/月\t省厅文件";
    let read = desk.call("pay.readReferences", json!({ "text": figures }))["figures"].clone();
    assert_eq!(desk.call("pay.saveReferences", json!({ "figures": read })), 2);
    assert_eq!(desk.refused("pay.saveReferences", json!({ "figures": read })).code, "nothing_new");
}

/// A step that took wages in is taken back by one who may read them: the older table would lie beside the newer.
#[test]
fn only_who_may_read_wages_takes_back_a_table_of_wages() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    fifty(&desk);
    desk.call("people.add", officer(&["negotiation"], &[]));
    let table =
        "2026年10月工资表\n工号\t姓名\t应发\t个税\nG001\t职工甲乙\t5000\t0\nG002\t职工甲丙\t5100\t0\n";
    desk.call("pay.import", json!({ "pasted": table, "options": {} }));
    desk.sits_down(OFFICER);
    assert_eq!(desk.refused("ledger.undo", json!({})).code, "no_right");
    desk.call("pay.save", json!({ "period": "2026-09", "headcount": 49, "sum": 25_000_000 }));
    desk.call("ledger.undo", json!({}));
}

/// Without the right to wages nobody changes what the groups of a told table are of: not by merging people, not by taking such a
/// merge back or bringing it again, not on the roster. Two who are both in one payroll are merged by nobody.
#[test]
fn merging_people_and_taking_it_back_tell_no_wage() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    fifty(&desk);
    let mut table = String::from("2026年10月工资表\n工号\t姓名\t应发\t个税\n");
    for n in 1..=49 {
        writeln!(table, "G{n:03}\t职工{}\t{}\t0", name(n), 5_000 + n * 20).unwrap();
    }
    let sheet = desk.call("pay.import", json!({ "pasted": table, "options": {} }))["id"].clone();
    let person = |n: usize| {
        let found = desk.call("members.search", json!({ "text": format!("职工{}", name(n)) }));
        found["rows"][0]["id"].clone()
    };
    let (welder, clerk) = (person(1), person(31));
    let unpaid = desk
        .call("members.save", json!({ "name": "外来", "sex": "male", "form": "contract", "shop": "仓库" }));
    let merge = |kept: &Value, gone: &Value| json!({ "kept": kept, "gone": gone });
    let twice = desk.refused("members.merge", merge(&welder, &clerk));
    assert!(twice.message.contains("2026年10月的工资表里两个人各有一行"), "{}", twice.message);

    desk.call("people.add", officer(&["members", "negotiation"], &["identity"]));
    desk.sits_down(OFFICER);
    let figures = || desk.call("pay.figures", json!({ "sheet": sheet }));
    let before = figures();
    let shops = before["cuts"].as_array().unwrap().iter().find(|cut| cut["by"] == "shop").unwrap();
    assert!(shops["groups"][0]["average"].is_i64(), "{shops}");
    for (kept, gone) in [(&welder, &clerk), (&unpaid, &clerk)] {
        let closed = desk.refused("members.merge", merge(kept, gone));
        assert_eq!(closed.code, "no_right", "{}", closed.message);
        let told = desk.call("members.compare", merge(kept, gone))["refused"].to_string();
        assert!(told.contains("工资行"), "said before it is tried: {told}");
    }
    desk.call("members.merge", merge(&clerk, &unpaid));
    assert_eq!(figures(), before, "who is in no table of wages brings none");
    desk.call("ledger.undo", json!({}));
    let mut job = desk.call("dossier.get", json!({ "id": welder }))["jobs"][0].clone();
    job["shop"] = json!("办公室");
    desk.call("dossier.correctEmployment", job);
    assert_eq!(figures(), before, "groups are those of the day the table was taken");

    desk.sits_down(PASSPHRASE);
    desk.call("members.merge", merge(&unpaid, &clerk));
    let step = desk.call("history.list", json!({}))["lines"][0]["seq"].clone();
    desk.sits_down(OFFICER);
    let merged = figures();
    for (name, args) in [("ledger.undo", json!({})), ("history.takeBack", json!({ "seq": step }))] {
        assert_eq!(desk.refused(name, args).code, "no_right", "{name}");
    }
    desk.sits_down(PASSPHRASE);
    desk.call("ledger.undo", json!({}));
    desk.sits_down(OFFICER);
    assert_eq!(desk.refused("ledger.redo", json!({})).code, "no_right");
    assert_eq!(merged["payroll"], figures()["payroll"]);
}

/// October as a workbook: a title, heads in two rows that are merged, sums as text, a subtotal of each shop and a total, somebody
/// with ten times the wage, a clawback; and an old total in a column that is hidden.
fn workbook(file: &Path) {
    let plain = Format::new();
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.merge_range(0, 0, 0, 8, "2026年10月工资表", &plain).unwrap();
    for (column, head) in [(0, "工号"), (1, "姓名"), (2, "部门"), (7, "实发工资"), (8, "应发合计(旧)")]
    {
        page.merge_range(1, column, 2, column, head, &plain).unwrap();
    }
    page.merge_range(1, 3, 1, 5, "应发项目", &plain).unwrap();
    page.write_string(1, 6, "应扣项目").unwrap();
    for (column, head) in [(3, "基本工资"), (4, "绩效"), (5, "合计"), (6, "个税")] {
        page.write_string(2, column, head).unwrap();
    }
    page.set_column_hidden(8).unwrap();
    let (mut row, mut all, mut shop) = (3, 0.0, 0.0);
    for n in 1..=49_u32 {
        let usual = f64::from(5000 + n * 20);
        let (base, pay, text) = match n {
            3 => (3000.0, 5200.0, Some("5.2千元")),
            4 => (3000.0, 52_000.0, Some("52,000.00")),
            5 => (0.0, -320.5, None),
            _ => (3000.0, usual, None),
        };
        let number = usize::try_from(n).unwrap();
        page.write_string(row, 0, format!("G{n:03}")).unwrap();
        page.write_string(row, 1, format!("职工{}", name(number))).unwrap();
        page.write_string(row, 2, if n <= 30 { "焊接" } else { "办公室" }).unwrap();
        page.write_number(row, 3, base).unwrap();
        page.write_number(row, 4, if base > 0.0 { 2000.0 } else { 0.0 }).unwrap();
        match text {
            Some(text) => page.write_string(row, 5, text).unwrap(),
            None => page.write_number(row, 5, pay).unwrap(),
        };
        page.write_number(row, 6, 30).unwrap();
        page.write_number(row, 7, usual - 30.0).unwrap();
        page.write_number(row, 8, 1).unwrap();
        (row, all, shop) = (row + 1, all + pay, shop + pay);
        if n == 30 || n == 49 {
            page.write_string(row, 0, "小计").unwrap();
            page.write_number(row, 5, shop).unwrap();
            (row, shop) = (row + 1, 0.0);
        }
    }
    page.write_string(row, 0, "合计").unwrap();
    page.write_number(row, 5, all).unwrap();
    book.save(file).unwrap();
}

/// The kinds of doubts that are open, and how many of each.
fn open(preview: &Value) -> Vec<(&str, u64)> {
    let doubts = preview["doubts"].as_array().unwrap().iter();
    let open = doubts.map(|one| (one["kind"].as_str().unwrap(), one["open"].as_u64().unwrap()));
    open.filter(|(_, open)| *open > 0).collect()
}

#[test]
fn the_traps_of_what_finance_sends_are_asked_about_and_nothing_is_added_up_in_silence() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    fifty(&desk);
    let file = desk.out("十月工资.xlsx");
    workbook(&file);
    let mut october = json!({ "file": file, "options": {} });
    let preview = desk.call("pay.preview", october.clone());
    assert_eq!(open(&preview), [("negative", 1), ("outlier", 1)], "the total under 应发项目: {preview}");
    assert_eq!((&preview["rows"], &preview["passed"]), (&json!(49), &json!(3)));
    let told = preview["notes"].to_string();
    assert!(told.contains("“应发合计(旧)”（I列）是隐藏的列"), "{told}");
    october["options"] = json!({ "kinds": { "negative": "asRead", "outlier": "proposed" } });
    let done = desk.call("pay.import", october);
    assert_eq!((&done["headcount"], &done["matched"]), (&json!(49), &json!(49)));

    // A total of a name that says nothing: asked, mapped once, and known when one more column comes.
    let month = |title: &str, (more, value): (&str, &str), base: &str| {
        let mut table = format!("{title}工资表\n工号\t姓名\t{more}基本工资\t绩效\t税前金额\t个税\n");
        for n in 1..=10 {
            writeln!(table, "G{n:03}\t职工{}\t{value}{base}\t2000\t5{n:02}0\t0", name(n)).unwrap();
        }
        table
    };
    let august = month("2026年8月", ("", ""), "3000");
    let mut options = json!({});
    let asked = desk.call("pay.preview", json!({ "pasted": august, "options": options }));
    assert_eq!(open(&asked), [("noGrossColumn", 1)], "{asked}");
    assert!(asked["doubts"].to_string().contains("“税前金额”像是应发"), "{asked}");
    let early = desk.refused("pay.import", json!({ "pasted": august, "options": options }));
    assert_eq!(early.code, "doubts_open", "{}", early.message);
    options["columns"] = json!({ "5": "gross" });
    desk.call("pay.import", json!({ "pasted": august, "options": options }));
    let september = month("2026年9月", ("高温费\t", "200\t"), "2800");
    let next = desk.call("pay.preview", json!({ "pasted": september, "options": {} }));
    assert_eq!(
        (open(&next).len(), &next["sum"]),
        (0, &json!(5_055_000)),
        "the whole, and not its parts: {next}"
    );
    assert!(next["notes"].to_string().contains("“高温费”（C列）这一列，上次的"), "{next}");

    // A year is a year; a total in another unit is asked about at its field.
    let year = "2025年度工资\n工号\t姓名\t年薪\t个税\nG001\t职工甲乙\t66000\t0\nG002\t职工甲丙\t60000\t0\n";
    let year = desk.call("pay.preview", json!({ "pasted": year, "options": {} }));
    assert_eq!(
        (&year["period"], &year["periodNamed"], &year["open"]),
        (&json!("2025"), &json!(true), &json!(0))
    );
    let mut total = json!({ "period": "2026-06", "headcount": 50, "sum": 270 });
    let odd = desk.refused("pay.save", total.clone());
    assert_eq!((odd.code.as_str(), odd.field.as_deref()), ("implausible", Some("sum")), "{}", odd.message);
    total["certain"] = json!(true);
    desk.call("pay.save", total);
    let scale = "职级\t最低(万元/年)\t最高(万元/年)\t人数\n技师\t8\t12\t10\n";
    let read = desk.call("pay.readBands", json!({ "text": scale }));
    assert_eq!(read["yearly"], true);
    let by_bands = json!({ "period": "2026-05", "bands": read["bands"] });
    assert_eq!(desk.refused("pay.save", by_bands).field.as_deref(), Some("bands"));
}
