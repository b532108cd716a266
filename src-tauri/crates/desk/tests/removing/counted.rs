//! What was counted of a person stays counted when they are removed and when they are erased: money, heads, the lines of a payroll. And
//! what a text of law binds to keep keeps the whole person.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::erased::journal;
use crate::duties::story::{CHAIR, Story};
use crate::talks::PIXEL;

const NAME: &str = "欧阳清漪";
const OFFICER: &str = "雨后 修渠 三把锹";

fn person(story: &Story, name: &str) -> Value {
    let person = json!({
        "name": name, "sex": "female", "form": "contract", "shop": "焊接", "memberSince": "2020-03-01",
    });
    story.call("members.save", person)
}

fn at_once(story: &Story, kind: &str) {
    story.call("trash.setRetention", json!({ "kind": kind, "months": 0 }));
}

fn purge(kind: &str, id: &Value) -> Value {
    json!({ "kind": kind, "id": id, "reason": "保存期满" })
}

/// The line of a kind in the trash.
fn line(story: &Story, kind: &str) -> Value {
    let lines = story.call("trash.list", json!({}));
    lines.as_array().unwrap().iter().find(|line| line["kind"] == kind).unwrap().clone()
}

/// Nothing of these is told by the journal, and the ledger is sound.
fn forgotten(story: &Story, words: &[&str]) {
    let told = journal(story);
    for word in words {
        assert!(!told.contains(word), "{word} still stands in the journal");
    }
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]), "and the chain holds");
}

#[test]
fn a_labour_contract_keeps_its_person_and_its_scan_for_the_time_that_the_law_sets() {
    let story = Story::begin("36", &[]);
    let id = person(&story, NAME);
    let contract = json!({ "person": id, "term": "fixed", "from": "2020-10-15", "until": "2023-10-14" });
    let contract = story.call("dossier.saveContract", contract);
    let of = json!({ "kind": "labourContract", "id": contract });
    let scan = story.job("files.add", json!({ "of": of, "pasted": PIXEL, "name": "合同第一页.png" }));
    let scan = scan["attachment"]["id"].clone();
    for kind in ["person", "attachment"] {
        at_once(&story, kind);
    }
    story.call("files.remove", json!({ "id": scan }));
    story.on("2026-06-02");
    story.call("members.remove", json!({ "id": id }));
    for (kind, day) in [("attachment", "2028-06-02"), ("person", "2028-06-03")] {
        let line = line(&story, kind);
        assert_eq!(
            (&line["purgeFrom"], &line["heldBy"], &line["mayPurge"]),
            (&json!(day), &json!("劳动合同"), &json!(false)),
            "{line}"
        );
        assert!(line["reckoned"].as_str().unwrap().contains("第五十条"), "{line}");
    }

    story.on("2028-06-01");
    let early = story.refused("trash.purge", purge("attachment", &scan));
    assert!(early.message.contains("所附的劳动合同还要保存"), "{}", early.message);
    story.on("2028-06-02");
    story.call("trash.purge", purge("attachment", &scan));
    let early = story.refused("trash.purge", purge("person", &id));
    assert!(
        early.message.contains("其中的劳动合同还要保存") && early.message.contains("第五十条"),
        "{}",
        early.message
    );
    story.on("2028-06-03");
    story.call("trash.purge", purge("person", &id));
    assert_eq!(story.call("trash.list", json!({})), json!([]));
    forgotten(&story, &[NAME, "合同第一页"]);
}

#[test]
fn an_erased_persons_lines_stay_in_the_payroll_as_figures_of_nobody() {
    let story = Story::begin("36", &[]);
    let mut roster = String::from("姓名\t性别\t部门\t工号\t岗位\t用工形式\t入职日期\n");
    let mut payroll = String::from("2026年5月工资表\n工号\t姓名\t应发\t个税\n");
    let digits = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑'];
    for (n, digit) in (1..).zip(digits) {
        let n: u32 = n;
        let name = if n == 1 { NAME.to_owned() } else { format!("职工{digit}") };
        let shop = if n <= 6 { "焊接" } else { "装配" };
        writeln!(roster, "{name}\t男\t{shop}\tG{n:03}\t电焊工\t劳动合同\t2019-03-01").unwrap();
        writeln!(payroll, "G{n:03}\t{name}\t{}\t0", 5_000 + n * 20).unwrap();
    }
    // A second row of the same person: both are one head.
    writeln!(payroll, "G001\t{NAME}\t3000\t0").unwrap();
    story.job("members.import", json!({ "pasted": roster }));
    let found = |name: &str| story.call("members.search", json!({ "text": name }))["rows"][0]["id"].clone();
    let id = found(NAME);
    for name in [NAME, "职工乙", "职工丙", "职工丁", "职工戊", "职工己"] {
        let skill = json!({ "person": found(name), "kind": "skill", "name": "焊工证" });
        story.call("dossier.saveCertificate", skill);
    }
    let taking = json!({ "pasted": payroll, "options": { "kinds": { "twice": "asRead" } } });
    let sheet = story.job("pay.import", taking.clone())["id"].clone();
    // As the figures are told to whoever may not read single wages, and as they are in full.
    let told = || {
        let read = |name: &str, args: Value| story.call(name, args);
        let covered = [
            read("pay.list", json!({})),
            read("pay.get", json!({ "id": sheet })),
            read("pay.figures", json!({ "sheet": sheet })),
        ];
        read("sight.reveal", json!({ "purpose": "准备工资协商" }));
        let full = [read("pay.get", json!({ "id": sheet })), read("pay.figures", json!({ "sheet": sheet }))];
        let lines = read("pay.lines", json!({ "sheet": sheet }));
        read("sight.cover", json!({}));
        (covered, full, lines)
    };

    story.on("2026-06-02");
    at_once(&story, "person");
    story.call("members.remove", json!({ "id": id }));
    assert_eq!(line(&story, "person")["heldBy"], "工资数据");
    // Whom a payroll holds is told to nobody who may not read it.
    let officer = json!({ "name": "周明", "role": "officer", "parts": ["members"], "reads": [] });
    story.call("people.add", json!({ "person": officer, "passphrase": OFFICER }));
    story.sits_down(OFFICER);
    let covered = line(&story, "person");
    assert_eq!(covered["heldBy"], "一部分记录", "{covered}");
    assert!(!covered["reckoned"].as_str().unwrap().contains("工资"), "{covered}");
    story.sits_down(CHAIR);
    story.on("2028-06-02");
    let early = story.refused("trash.purge", purge("person", &id));
    assert!(early.message.contains("其中的工资数据还要保存"), "{}", early.message);
    story.on("2028-06-03");
    let (covered, full, lines) = told();
    assert!(lines.to_string().contains(NAME), "the look sees what is there: {lines}");
    let purged = story.call("trash.purge", purge("person", &id));
    assert!(purged["stays"].as_str().unwrap().contains("2处只留下数字"), "{purged}");

    let (covered_after, full_after, left) = told();
    assert_eq!((covered_after, full_after), (covered, full), "no figure has changed");
    assert!(!left.to_string().contains(NAME) && !left.to_string().contains("G001"), "{left}");
    let (before, after) = (lines["rows"].as_array().unwrap(), left["rows"].as_array().unwrap());
    assert_eq!(after.len(), 13);
    for (was, is) in before.iter().zip(after) {
        assert_eq!((&was["id"], &was["sums"]), (&is["id"], &is["sums"]), "{is}");
        assert_eq!(is["erased"], was["person"] == id, "{is}");
    }
    let erased = after.iter().find(|line| line["erased"] == true).unwrap();
    assert_eq!((&erased["name"], &erased["person"]), (&json!("（已清除）"), &Value::Null), "{erased}");
    let unmatched = story.call("pay.lines", json!({ "sheet": sheet, "unmatched": true }));
    assert_eq!(unmatched["total"], 0, "it is nobody's to match: {unmatched}");
    let other = json!({ "id": erased["id"], "person": found("职工乙") });
    assert_eq!(story.refused("pay.matchLine", other).code, "refused");
    story.call("sight.reveal", json!({ "purpose": "准备工资协商" }));
    let origin = story.call("pay.origin", json!({ "id": erased["id"] }));
    assert_eq!(origin["cells"], json!([]), "{origin}");
    // The same file is known again, also without whoever is no more.
    assert_eq!(story.job_refused("pay.import", taking).code, "nothing_new");
    forgotten(&story, &[NAME, "G001"]);
}

#[test]
fn money_that_was_given_stays_in_the_register_of_it() {
    let story = Story::begin("36", &[]);
    let (id, other) = (person(&story, NAME), person(&story, "何平"));
    let given = |person: &Value, amount: u32, what: &str| {
        let aid = json!({
            "person": person, "givenOn": "2026-05-20", "kind": "medical", "amount": amount, "source": "union", "what": what,
        });
        story.call("hardship.saveAid", aid)
    };
    let aid = given(&id, 50_000, "垫付透析药费");
    given(&other, 30_000, "住院慰问");
    let register = || {
        let page = story.call("hardship.aids", json!({ "year": 2026 }));
        let rows = page["rows"].as_array().unwrap().clone();
        let row = rows.into_iter().find(|row| row["id"] == aid).unwrap();
        assert_eq!(
            (&page["total"], &page["sum"], &page["kept"]),
            (&json!(2), &json!(80_000), &json!(2)),
            "{page}"
        );
        row
    };
    assert_eq!(register()["removed"], false);

    at_once(&story, "person");
    story.call("members.remove", json!({ "id": id }));
    let row = register();
    assert_eq!((&row["name"], &row["removed"]), (&json!(NAME), &json!(true)), "{row}");
    story.call("trash.purge", purge("person", &id));
    let row = register();
    assert_eq!(
        (&row["name"], &row["person"], &row["amount"]),
        (&json!("（已清除）"), &Value::Null, &json!(50_000))
    );
    story.call("sight.reveal", json!({ "purpose": "核对帮扶" }));
    let one = story.call("hardship.aid", json!({ "id": aid }));
    assert_eq!(one["what"], Value::Null, "{one}");
    // It can still be taken out, and comes back.
    story.call("hardship.removeAid", json!({ "id": aid }));
    assert_eq!(line(&story, "memberAid")["title"], "2026-05-20 帮扶慰问");
    story.call("trash.restore", json!({ "kind": "memberAid", "id": aid }));
    register();
    forgotten(&story, &[NAME, "透析"]);
}

#[test]
fn who_went_with_a_batch_is_counted_with_it_for_good() {
    let story = Story::begin("36", &[]);
    let (id, other) = (person(&story, NAME), person(&story, "何平"));
    let plan = json!({
        "year": 2026, "policy": "本单位职代会通过的办法", "gapOutOnly": false, "countsLeave": "no", "welfareBudget": 500_000,
    });
    let plan = story.call("recuperation.savePlan", plan);
    let batch = json!({
        "plan": plan, "name": "第一批", "base": "庐山职工疗养院", "outside": false, "from": "2026-05-11", "to": "2026-05-15",
        "personCost": 200_000,
    });
    let batch = story.call("recuperation.saveBatch", batch);
    for (person, emergency) in [(&id, "张红 13900000002"), (&other, "何家 13900000003")] {
        let place = json!({
            "batch": batch, "person": person, "frontLine": true, "reasons": ["injury"], "emergency": emergency,
        });
        story.call("recuperation.savePlace", place);
    }
    let counted = || {
        let one = story.call("recuperation.batch", json!({ "id": batch }));
        let year = story.call("recuperation.year", json!({ "year": 2026 }));
        let line = &one["line"];
        assert_eq!(
            [
                &line["people"],
                &line["frontLine"],
                &line["planned"],
                &year["people"],
                &year["money"]["planned"]
            ],
            [&json!(2), &json!(2), &json!(400_000), &json!(2), &json!(400_000)],
            "{one}"
        );
        one
    };
    counted();
    at_once(&story, "person");
    story.call("members.remove", json!({ "id": id }));
    let removed = counted();
    let people = removed["people"].as_array().unwrap();
    let gone = people.iter().find(|one| one["name"] == NAME).unwrap();
    assert!(gone["warnings"].to_string().contains("已从花名册移除"), "{gone}");
    assert_eq!(gone["shop"], "焊接", "{gone}");
    story.call("trash.purge", purge("person", &id));
    let erased = counted();
    assert_eq!(
        (&erased["erased"], erased["people"].as_array().map(Vec::len)),
        (&json!(1), Some(1)),
        "{erased}"
    );
    forgotten(&story, &[NAME, "张红"]);
}

#[test]
fn a_year_counts_dues_referrals_and_help_as_it_did_before_somebody_was_erased() {
    let story = Story::begin("36", &[]);
    let (member, other) = (person(&story, "文清韵"), person(&story, "何平"));
    // Whom another union is told of is no member here.
    let rider = story.call("members.save", json!({ "name": NAME, "sex": "female", "form": "other" }));
    let basis = json!({ "from": "2026-01", "kind": "flat", "flat": 500, "ground": "会员大会2025年12月决定" });
    story.call("members.saveDuesBasis", basis);
    let paid = |person: &Value| json!({ "person": person, "months": ["2026-01", "2026-02"] });
    story.call("members.payDues", json!({ "paidOn": "2026-06-01", "lines": [paid(&member), paid(&other)] }));
    let firm = json!({
        "kind": "platform", "name": "快蜂即时配送有限公司", "trade": "delivery", "injury": "covered", "injurySince": "2026-03-01",
        "insurance": "flexible",
    });
    let firm = story.call("platform.saveFirm", firm);
    let work = json!({ "person": rider, "firm": firm, "class": "partial", "since": "2025-03-01" });
    let work = story.call("platform.saveWork", work);
    let referral = json!({
        "work": work, "toKind": "trade", "toUnion": "县新就业形态行业工会联合会", "referredOn": "2026-05-20", "consentOn": "2026-05-20",
        "note": "本人住在县城",
    });
    story.call("platform.saveReferral", referral);
    let help = json!({
        "work": work, "accidentOn": "2026-05-18", "asked": "送餐途中摔伤", "askedOn": "2026-05-20", "papers": [],
    });
    story.call("platform.saveHelp", help);
    for one in [&rider, &member, &other] {
        story.call("members.remove", json!({ "id": one }));
    }
    at_once(&story, "person");
    let counted = || {
        let report = story.call("report.year", json!({ "year": 2026 }));
        let tables = report["tables"].as_array().unwrap().clone();
        let tables: Vec<Value> =
            tables.into_iter().filter(|table| table["id"] == "money" || table["id"] == "platform").collect();
        assert_eq!(tables.len(), 2, "{report}");
        let entries = story.call("members.duesEntries", json!({}));
        (tables, entries["rows"][0]["people"].clone(), entries["rows"][0]["amount"].clone())
    };
    // Both registers hold what the report counts: the referral, and the help under its number.
    let registers = || {
        let all = ["platform.referrals", "platform.helps"].map(|name| story.call(name, json!({})));
        let [referrals, helps] = all.map(|all| all.as_array().unwrap().clone());
        assert_eq!((referrals.len(), helps.len()), (1, 1), "{referrals:?} {helps:?}");
        assert_eq!(helps[0]["number"], "伤〔2026〕1号");
        assert_eq!(referrals[0]["standing"], Value::Null, "nothing is done with it any more");
        (referrals[0].clone(), helps[0].clone())
    };
    let before = counted();
    assert_eq!(before.1, 2);
    let (referral, help) = registers();
    for one in [&referral, &help] {
        assert_eq!((&one["name"], &one["removed"]), (&json!(NAME), &json!(true)), "{one}");
        assert_eq!(one["firm"], "快蜂即时配送有限公司");
    }
    for one in [&rider, &member, &other] {
        story.call("trash.purge", purge("person", one));
    }
    assert_eq!(counted(), before);
    let (referral, help) = registers();
    for one in [&referral, &help] {
        assert_eq!(
            (&one["name"], &one["person"], &one["firm"]),
            (&json!("（已清除）"), &Value::Null, &Value::Null)
        );
    }
    assert_eq!((&referral["toUnion"], &help["papers"]), (&json!("县新就业形态行业工会联合会"), &Value::Null));
    forgotten(&story, &[NAME, "文清韵", "摔伤", "本人住在县城"]);
}
