//! The demo union, built by `gonghui demo` from the script under `assets/demo`: its numbers, where its affairs
//! stand on its named day, and its papers. What an ordinary ledger does is in the other journeys.

use serde_json::{Value, json};

use crate::gonghui::{Desk, root};
use crate::judges;

/// The day the demo union lives on.
const DAY: &str = "2026-11-19";
const PASSPHRASE: &str = "示例工会 demo 2026";

/// Built once, and looked at from every side: a ledger is open in one process at a time.
#[test]
fn the_demo_union_is_what_it_is_said_to_be() {
    let desk = Desk::new();
    desk.now("2026-11-20T10:30:00+08:00");
    let output = desk.command(&["demo"]).output().expect("the program runs");
    assert!(
        output.status.success(),
        "the demo union must be built: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    the_factory_has_its_people(&desk);
    names_that_make_trouble_elsewhere_are_found(&desk);
    each_page_shows_life(&desk);
    this_years_talks_stand_at_day_41_of_60(&desk);
    last_years_contract_came_back_once_and_is_in_effect(&desk);
    a_paper_came_in_and_one_went_out_with_its_receipt(&desk);
    the_named_day_shows_what_is_due_and_whose_it_is(&desk);
    its_papers_can_be_printed_and_read(&desk);
    its_minutes_leave_as_word(&desk);
    let checked = ask(&desk, "ledger.check", json!({}));
    assert_eq!(checked["findings"], json!([]), "its journal holds");
}

/// One command on the demo ledger.
fn ask(desk: &Desk, name: &str, args: Value) -> Value {
    let output = desk
        .command(&["call", name, &args.to_string()])
        .env("GONGHUI_PASSPHRASE", PASSPHRASE)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("an answer is JSON")
}

fn negotiation(desk: &Desk, year: i64) -> Value {
    let list = ask(desk, "negotiation.list", json!({}));
    let line = list.as_array().unwrap().iter().find(|line| line["year"] == year).expect("the year's talks");
    ask(desk, "negotiation.get", json!({ "id": line["id"] }))
}

fn the_factory_has_its_people(desk: &Desk) {
    let counts = ask(desk, "members.counts", json!({}));
    let expected = [("total", 320), ("women", 78), ("migrant", 190), ("contract", 280), ("dispatched", 40)];
    for (what, number) in expected {
        assert_eq!(counts[what], number, "{what}: {counts}");
    }
    let warning = counts["dispatchWarning"].as_str().expect("12.4 % dispatched is over the limit");
    assert!(
        warning.contains("12.4%") && warning.contains("《劳务派遣暂行规定》第四条"),
        "the warning names the share and the limit's article: {warning}"
    );
    let shops: Vec<&str> =
        counts["shops"].as_array().unwrap().iter().filter_map(|shop| shop["shop"].as_str()).collect();
    for shop in ["机加工", "焊接", "喷涂", "装配", "仓储"] {
        assert!(shops.contains(&shop), "{shop} is missing from {shops:?}");
    }
    assert_eq!(shops.len(), 5, "nobody stands outside the five shops: {shops:?}");
}

fn names_that_make_trouble_elsewhere_are_found(desk: &Desk) {
    let total = |text: &str| ask(desk, "members.search", json!({ "text": text }))["total"].clone();
    assert_eq!(total("王伟"), 3, "three people of one name, in three shops");
    assert_eq!(total("喆"), 1, "a character beyond the usual faces");
    assert_eq!(total("阿依古丽·买买提"), 1, "a name with a dot");
    assert_eq!(total("阿依古丽买买提"), 1, "the same name typed without its dot");
}

/// What a fresh demo shows on each page of people and of rights.
fn each_page_shows_life(desk: &Desk) {
    let counts = ask(desk, "platform.list", json!({}))["counts"].clone();
    assert_eq!((&counts["people"], &counts["referred"]), (&json!(2), &json!(2)), "two riders, both referred");
    let leave = ask(desk, "leave.summary", json!({}));
    assert!(
        leave["people"].as_u64().unwrap() > 300 && leave["schedule"].is_object(),
        "everyone has leave: {leave}"
    );
    assert!(leave["unarranged"].as_u64().unwrap() > 0, "one shop has none arranged: {leave}");
    let rest = ask(desk, "recuperation.year", json!({}));
    assert_eq!((&rest["people"], &rest["frontLine"]), (&json!(5), &json!(4)), "one batch is back: {rest}");
    let hardship = ask(desk, "hardship.list", json!({}));
    assert_eq!(
        (&hardship["kept"], &hardship["open"], &hardship["given"]),
        (&json!(2), &json!(1), &json!(250_000)),
        "one is helped, one is out of need: {hardship}"
    );
    let cases = ask(desk, "letters.list", json!({}));
    assert_eq!(cases["rows"].as_array().map(Vec::len), Some(2), "one case runs, one is closed: {cases}");
    let terms = ask(desk, "congress.list", json!({}));
    assert_eq!(
        (&terms["terms"][0]["standing"], &terms["terms"][0]["seats"]),
        (&json!(45), &json!(45)),
        "every seat of the congress is filled: {terms}"
    );
    assert_eq!(ask(desk, "congress.motions", json!({}))["kept"], 2, "its motions");
    assert_eq!(
        ask(desk, "congress.meetings", json!({}))["meetings"][0]["held"],
        true,
        "and the year's session"
    );
    let hazards = ask(desk, "safety.list", json!({}));
    assert_eq!(
        (&hazards["kept"], &hazards["open"]),
        (&json!(3), &json!(2)),
        "one closed, one under way, one new"
    );
    let reform = ask(desk, "reform.articles", json!({}));
    assert_eq!(
        (&reform["covered"], &reform["articles"][17]["done"]),
        (&json!(3), &json!(1)),
        "three articles: {reform}"
    );
    let appeals = ask(desk, "appeals.list", json!({}));
    let answered = appeals["rows"].as_array().unwrap().iter().filter(|one| one["answeredOn"].is_string());
    assert_eq!((answered.count(), appeals["rows"].as_array().map(Vec::len)), (1, Some(2)), "one is open");
    assert_eq!(ask(desk, "mediation.list", json!({}))["rows"][0]["state"], "accepted");
    let waiting = ask(desk, "members.applications", json!({}));
    let stages: Vec<_> = waiting["rows"].as_array().unwrap().iter().map(|one| one["stage"].clone()).collect();
    assert_eq!((stages.len(), &waiting["waiting"]), (2, &json!(2)), "a turner and a courier: {stages:?}");
    assert!(stages.contains(&json!("signature")) && stages.contains(&json!("approval")), "{stages:?}");
    let elections = ask(desk, "election.list", json!({}));
    let election = ask(desk, "election.get", json!({ "id": elections[0]["id"] }));
    let open: Vec<_> = (election["rungs"].as_array().unwrap().iter())
        .filter(|rung| rung["state"] == "now")
        .map(|rung| rung["step"].clone())
        .collect();
    assert_eq!(
        (&election["state"], open),
        (&json!("approved"), vec![json!("delegates"), json!("consent")]),
        "the delegates are to be elected while the upper union looks at who stands"
    );
    let entries = ask(desk, "members.duesEntries", json!({}));
    assert_eq!(entries["rows"].as_array().map(Vec::len), Some(7), "four months of dues: {entries}");
    let chair = ask(desk, "members.search", json!({ "text": "冯天佑", "limit": 1 }))["rows"][0]["id"].clone();
    let file = ask(desk, "dossier.get", json!({ "id": chair }));
    for (what, at_least) in
        [("contracts", 1), ("certificates", 1), ("trainings", 2), ("honours", 1), ("offices", 3)]
    {
        assert!(file[what].as_array().map(Vec::len) >= Some(at_least), "{what}: {}", file[what]);
    }
    let delegates = ask(desk, "membersCongress.delegates", json!({ "session": 4 }));
    assert_eq!(
        (&delegates["standing"], &delegates["lacks"]),
        (&json!(46), &json!([])),
        "as many as the meeting says should come, members all of them"
    );
    assert_eq!(file["health"]["next"]["due"], "2026-12-08", "masked, its day is known: {}", file["health"]);
}

fn this_years_talks_stand_at_day_41_of_60(desk: &Desk) {
    let talks = negotiation(desk, 2026);
    assert_eq!((&talks["day"], &talks["ofDays"]), (&json!(41), &json!(60)), "counted from the receipt");
    let results: Vec<&str> =
        talks["topics"].as_array().unwrap().iter().filter_map(|topic| topic["result"].as_str()).collect();
    assert_eq!(
        results,
        ["disputed", "agreed", "agreed", "deferred", "disputed"],
        "one topic is deferred; two are agreed after two rounds"
    );
    assert_eq!(
        talks["reply"]["daysLate"], 4,
        "20 days from 9 October end on 29 October; it came on 2 November"
    );
    assert_eq!(talks["offerName"], "协商意向书", "江西's own name for the paper");
    assert_eq!(talks["meetings"].as_array().map(Vec::len), Some(2));
    let contract = talks["agreements"][0]["title"].as_str().unwrap_or_default();
    assert!(contract.contains("工资集体合同"), "江西's own name for the contract: {contract}");
    let meetings = talks["meetings"].to_string();
    assert!(meetings.contains("起草工资集体合同草案"), "so it is called where it was promised: {meetings}");
    let figures = ask(desk, "pay.references", json!({}));
    let minimum = figures.as_array().unwrap().iter().find(|one| one["kind"] == "minimum");
    assert_eq!(minimum.map(|one| &one["region"]), Some(&json!("云岭县")), "a place with a name");
}

fn last_years_contract_came_back_once_and_is_in_effect(desk: &Desk) {
    let talks = negotiation(desk, 2025);
    let kinds: Vec<&str> =
        talks["events"].as_array().unwrap().iter().filter_map(|event| event["kind"].as_str()).collect();
    assert_eq!(
        kinds,
        [
            "drafted",
            "signed",
            "filed",
            "received",
            "returned",
            "filed",
            "received",
            "inEffect",
            "published",
            "sentUp"
        ]
    );
    let returned = &talks["events"][4]["text"];
    assert!(returned.as_str().unwrap().contains("票数"), "it came back for missing vote counts: {returned}");
    let agreement = &talks["agreements"][0];
    assert_eq!((&agreement["state"], &agreement["termTo"]), (&json!("inEffect"), &json!("2026-12-26")));
    let vote = &agreement["votes"][0];
    assert_eq!((&vote["lines"]["attendance"], &vote["lines"]["needed"]), (&json!(30), &json!(23)));
    assert_eq!((&vote["passed"], &vote["ballot"]["votesFor"]), (&json!(true), &json!(41)));
    // Last year's papers were never all entered: those steps say so and are open to a late entry, not to do.
    let closed = |step: &Value| step["done"] == true || step["unrecorded"] == true;
    let all = talks["steps"].as_array().unwrap().iter().all(closed);
    assert!(all, "an affair in effect has no open step: {}", talks["steps"]);
}

fn a_paper_came_in_and_one_went_out_with_its_receipt(desk: &Desk) {
    let register = ask(desk, "incoming.list", json!({}));
    let came = &register["rows"][0];
    assert_eq!(
        (&register["kept"], &register["open"]),
        (&json!(1), &json!(0)),
        "dealt with: it makes nothing due"
    );
    assert_eq!((&came["number"], &came["done"]["on"]), (&json!("收〔2026〕1号"), &json!("2026-10-19")));
    let register = ask(desk, "outgoing.list", json!({}));
    let rows = register["rows"].as_array().unwrap();
    let numbers: Vec<_> = rows.iter().filter_map(|row| row["number"].as_str()).collect();
    assert_eq!(
        numbers,
        ["工监提〔2026〕1号", "工协约〔2026〕1号"],
        "a reminder and an offer, the newest first"
    );
    let went = &rows[1];
    assert_eq!((&went["state"], &went["hasSource"]), (&json!("signed"), &json!(true)));
    assert_eq!(went["sendings"][0]["signedBy"], "公司办公室 万里程");
    let slip = desk.out("送达回执.pdf");
    ask(
        desk,
        "papers.print",
        json!({ "kind": "office.receipt", "of": went["sendings"][0]["id"], "to": slip }),
    );
    judges::sound(&slip, &["送达回执", "工协约〔2026〕1号", "直接送交", "2026年10月9日签收"]);
}

fn the_named_day_shows_what_is_due_and_whose_it_is(desk: &Desk) {
    let today = ask(desk, "today.list", json!({}));
    assert_eq!(today["day"], DAY, "the demo lives on its own day whatever the clock says");
    let due: Vec<(&str, &str, &str)> = today["duties"]
        .as_array()
        .unwrap()
        .iter()
        .map(|duty| {
            let text = |key: &str| duty[key].as_str().unwrap_or_default();
            (text("due"), text("whose"), text("band"))
        })
        .collect();
    let expected = [
        ("2026-11-17", "employer", "overdue"),
        ("2026-11-20", "union", "week"),
        ("2026-11-24", "union", "week"),
        ("2026-11-25", "union", "week"),
        ("2026-11-26", "employer", "week"),
        ("", "union", "week"),
        ("", "union", "week"),
        ("", "union", "week"),
        ("", "union", "week"),
        ("", "union", "week"),
        ("2026-11-27", "union", "month"),
        ("2026-11-27", "employer", "month"),
        ("2026-11-30", "union", "month"),
        ("2026-12-03", "employer", "month"),
        ("2026-12-08", "union", "month"),
        ("2026-12-08", "employer", "month"),
        ("2026-12-10", "employer", "month"),
        ("2026-12-10", "employer", "month"),
        ("2026-12-18", "upper", "month"),
        ("", "employer", "month"),
        ("2026-12-25", "union", "later"),
        ("2026-12-31", "union", "later"),
        ("2027-01-18", "union", "later"),
        ("2027-01-22", "union", "later"),
        ("2027-03-31", "employer", "later"),
        ("", "union", "noDay"),
        ("", "union", "noDay"),
    ];
    assert_eq!(
        due, expected,
        "overdue first, then by day, and in each band what has no day last: the letters to go out, the applications, the undertaking"
    );
    let duties = &today["duties"];
    assert!(duties[0]["title"].as_str().unwrap().contains("派遣单位"), "{}", duties[0]["title"]);
    assert!(duties[3]["title"].as_str().unwrap().contains("第3轮"), "{}", duties[3]["title"]);
    let leave = duties[19]["title"].as_str().unwrap();
    assert!(leave.contains("安排2026年的年休假"), "whoever has no leave by autumn is told of: {leave}");
    let answer = duties[13]["title"].as_str().unwrap();
    assert!(answer.contains("书面答复提示函") && answer.contains("监〔2026〕1号"), "{answer}");
    let end = &duties[14];
    let sentence =
        end["deadline"]["explanation"]["sentence"].as_str().expect("60 days is a clock of the law");
    for part in ["2026年10月9日", "60日", "第十九条", "2026年12月8日"] {
        assert!(sentence.contains(part), "the explanation says {part}: {sentence}");
    }
}

fn its_papers_can_be_printed_and_read(desk: &Desk) {
    let papers = [
        ("negotiation.minutes", "纪要.pdf", MINUTES),
        ("negotiation.offer", "意向书.pdf", OFFER),
        ("negotiation.reply", "回复书.pdf", REPLY),
        ("negotiation.representatives", "名单.pdf", LIST),
    ];
    let list = ask(desk, "papers.list", json!({}));
    for (kind, name, lines) in papers {
        let paper = list.as_array().unwrap().iter().find(|paper| paper["kind"] == kind).expect(kind);
        let to = desk.out(name);
        let printed = ask(desk, "papers.print", json!({ "kind": kind, "of": paper["of"], "to": to }));
        assert!(printed["pages"].as_u64() >= Some(1), "{kind} has pages: {printed}");
        judges::sound(&to, lines);
    }
}

fn its_minutes_leave_as_word(desk: &Desk) {
    let list = ask(desk, "papers.list", json!({}));
    let paper = list.as_array().unwrap().iter().find(|paper| paper["kind"] == "negotiation.minutes").unwrap();
    let to = desk.out("纪要.docx");
    ask(desk, "papers.exportWord", json!({ "kind": "negotiation.minutes", "of": paper["of"], "to": to }));
    let (text, header) = judges::word(&to);
    let mut at = 0;
    for line in MINUTES {
        let found = text[at..].find(line);
        at += found.unwrap_or_else(|| panic!("“{line}” is not read after byte {at}: {text}")) + line.len();
    }
    assert_eq!(text, judges::text(&desk.out("纪要.pdf")), "word for word what the PDF says");
    assert_eq!(header, "草稿", "what can be changed says so");
    // One act for both; a Word file that stands there is kept.
    let changed = desk.out("一起.docx");
    std::fs::write(&changed, "changed by hand").unwrap();
    let pdf = desk.out("一起.pdf");
    std::fs::write(desk.out("一起（2）.pdf"), "somebody's own").unwrap();
    let args = json!({ "kind": "negotiation.minutes", "of": paper["of"], "to": pdf, "word": true });
    let printed = ask(desk, "papers.print", args);
    let beside = desk.out("一起（3）.docx");
    let pdf = desk.out("一起（3）.pdf");
    assert_eq!(printed["path"], pdf.display().to_string(), "their names stay a pair");
    assert_eq!(printed["word"], beside.display().to_string());
    assert_eq!(std::fs::read_to_string(&changed).unwrap(), "changed by hand", "never written over");
    assert_eq!(std::fs::read(&beside).unwrap(), std::fs::read(&to).unwrap(), "the same copy by either way");
    assert_eq!(judges::text(&pdf), text);
}

const MINUTES: &[&str] = &[
    "江西云岭机械有限公司",
    "2026年度工资集体协商会议纪要",
    "第二轮协商",
    "时间：2026年11月13日9时30分",
    "地点：公司办公楼三楼第二会议室",
    "主持人：罗建平（企业方",
    "记录人：沈一诺（档案室档案员，非协商代表）",
    "职工方出席：冯天佑（首席代表）、周喆、王伟",
    "阿依古丽·买买提（轮休返乡）",
    "年度工资增长幅度",
    "职工方意见：考虑企业订单情况，平均增幅调整为7%，一线岗位另加1个百分点。",
    "企业方意见：可以提高到5.5%，自2027年1月1日起执行。",
    "企业最低工资标准不低于当地月最低工资标准的118%",
    "留待下次会议",
    "组成劳动定额联合测算小组",
    "2026年11月25日",
    "职工方代表（签字）",
    "周喆",
    "何㛃",
    "记录人",
];
const OFFER: &[&str] = &[
    "工资集体协商意向书",
    "江西云岭机械有限公司",
    "《江西省企业工资集体协商条例》第十九条",
    "高温津贴",
    "冯天佑",
    "阿依古丽·买买提",
    "20日",
    "2026年10月29日",
    "2026年10月9日",
];
const REPLY: &[&str] = &["2026年度工资集体协商", "三季度盘点", "罗建平", "何㛃", "2026年11月2日"];
const LIST: &[&str] = &[
    "2026年度工资集体协商代表名单",
    "职工方代表（4人）",
    "冯天佑",
    "首席代表",
    "阿依古丽·买买提",
    "企业方代表（4人）",
    "罗建平",
    "饶思敏",
];

#[test]
fn the_minutes_come_with_the_demo_in_one_command() {
    let desk = Desk::new();
    let to = desk.out("示例纪要.pdf");
    let output = desk
        .command(&["--minutes", &to.to_string_lossy(), "demo"])
        .env("GONGHUI_ASSETS", root().join("assets"))
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed: Value = serde_json::from_slice(&output.stdout).expect("the answer names the file");
    assert_eq!(printed["path"], to.display().to_string(), "the path of the PDF is told");
    assert!(judges::text(&to).contains("工资集体协商会议纪要"));
}
