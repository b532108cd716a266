//! The reform ledger: a measure for an article from its plan to its proof and result, the article whose text is pasted, what the
//! list, the search, the trash and the workbook show of them.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

/// The smallest PNG there is: one red pixel.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

/// A ledger in Jiangxi on Monday 14 September 2026.
fn founded() -> Desk {
    Desk::founded_on("2026-09-14T09:00:00+08:00", "36", None)
}

fn contest() -> Value {
    json!({
        "year": 2026, "article": 18, "measure": "举办焊工技能竞赛", "target": "40人以上参加", "side": "both", "unit": "生产部",
        "handler": "万里程", "dueOn": "2026-10-31",
    })
}

fn line(desk: &Desk, article: usize) -> Value {
    desk.call("reform.articles", json!({ "year": 2026 }))["articles"][article - 1].clone()
}

#[test]
fn a_measure_goes_from_its_plan_to_its_proof() {
    let desk = founded();
    let bare = desk.call("reform.articles", json!({}));
    assert_eq!((&bare["year"], &bare["covered"]), (&json!(2026), &json!(0)));
    assert_eq!(bare["articles"].as_array().map(Vec::len), Some(27), "a row for each article");
    assert_eq!(line(&desk, 18)["number"], "（十八）");
    let mut nothing = contest();
    nothing["article"] = json!(28);
    assert_eq!(desk.refused("reform.save", nothing).field.as_deref(), Some("article"));
    let id = desk.call("reform.save", contest());
    let shown = desk.call("reform.get", json!({ "id": id }));
    assert_eq!(
        (&shown["number"], &shown["article"], &shown["state"]),
        (&json!("产〔2026〕1号"), &json!("（十八）开展劳动和技能竞赛"), &json!("open"))
    );
    let due = desk.due();
    let duty = due.iter().find(|duty| duty["module"] == "reform").expect("it has a day");
    assert_eq!((&duty["due"], &duty["whose"]), (&json!("2026-10-31"), &json!("union")));

    desk.now("2026-11-01T09:00:00+08:00");
    assert_eq!(desk.call("reform.list", json!({ "which": "late" }))["total"], 1, "the day after its day");
    assert_eq!(line(&desk, 18)["late"], 1);
    let empty = json!({ "id": id, "outcome": "done", "endedOn": "2026-10-30" });
    assert_eq!(desk.refused("reform.finish", empty).field.as_deref(), Some("result"), "what came of it?");
    desk.call(
        "reform.finish",
        json!({ "id": id, "outcome": "done", "endedOn": "2026-10-30", "result": "42人参加" }),
    );
    desk.call(
        "files.add",
        json!({ "of": { "kind": "reformMeasure", "id": id }, "pasted": PIXEL, "name": "颁奖.png" }),
    );
    let of = desk.call("reform.article", json!({ "article": 18, "year": 2026 }));
    assert_eq!(
        (&of["measures"][0]["state"], &of["measures"][0]["files"], &of["line"]["done"]),
        (&json!("done"), &json!(1), &json!(1))
    );
    assert!(desk.due().iter().all(|duty| duty["module"] != "reform"), "nothing is due any more");
    // It runs again when it was closed by mistake.
    desk.call("reform.finish", json!({ "id": id }));
    assert_eq!(desk.call("reform.get", json!({ "id": id }))["state"], "late");
    desk.call("ledger.undo", json!({}));
    assert_eq!(desk.call("reform.get", json!({ "id": id }))["ending"]["result"], "42人参加");

    let mut other = contest();
    (other["id"], other["year"]) = (id.clone(), json!(2027));
    let fixed = desk.refused("reform.save", other);
    assert_eq!(fixed.field.as_deref(), Some("year"), "its number is of its year");
    let next = json!({ "year": 2027, "article": 18, "measure": "举办钳工技能竞赛", "side": "employer" });
    let next = desk.call("reform.save", next);
    assert_eq!(desk.call("reform.get", json!({ "id": next }))["number"], "产〔2027〕1号");
    assert_eq!(line(&desk, 18)["measures"], 1, "next year's is not of this one");
    desk.head();
}

#[test]
fn it_is_found_taken_away_and_brought_back_and_saved_as_a_workbook() {
    let desk = founded();
    let id = desk.call("reform.save", contest());
    desk.call(
        "reform.save",
        json!({ "year": 2026, "article": 19, "measure": "征集五小成果", "side": "union" }),
    );
    let found = desk.call("search.all", json!({ "text": "技能竞赛" }));
    assert_eq!(
        (&found[0]["kind"], &found[0]["place"]["page"], &found[0]["place"]["id"]),
        (&json!("reformMeasure"), &json!("reformMeasures"), &id)
    );
    assert_eq!(
        desk.call("search.all", json!({ "text": "万里程" })),
        json!([]),
        "whoever answers stands in no index"
    );
    assert_eq!(desk.call("reform.list", json!({ "text": "五小" }))["total"], 1);
    assert_eq!(desk.call("reform.list", json!({ "article": 18 }))["total"], 1);
    let file = desk.out("产改台账.xlsx");
    assert_eq!(desk.call("reform.export", json!({ "query": {}, "to": file }))["rows"], 2);
    let cells = judges::cells(&file).concat();
    for words in ["《意见》条文", "（十八）开展劳动和技能竞赛", "工会和企业", "征集五小成果", "2026-10-31"]
    {
        assert!(cells.iter().any(|cell| cell == words), "{words}: {cells:?}");
    }
    desk.call("reform.remove", json!({ "id": id }));
    assert_eq!(desk.call("reform.list", json!({}))["kept"], 1);
    assert!(desk.due().iter().all(|duty| duty["module"] != "reform"), "what lies in the trash is not due");
    desk.call("trash.restore", json!({ "kind": "reformMeasure", "id": id }));
    assert_eq!(desk.call("reform.get", json!({ "id": id }))["record"]["handler"], "万里程");
    let third = desk.call("reform.save", contest());
    assert_eq!(desk.call("reform.get", json!({ "id": third }))["number"], "产〔2026〕3号", "no number twice");
    desk.head();
}

#[test]
fn an_article_takes_its_text_and_a_note_of_each_year() {
    let desk = founded();
    let third = line(&desk, 3);
    assert_eq!((&third["asks"], &third["words"]), (&json!(""), &Value::Null), "its text is not at hand");
    let words = json!({ "article": 3, "year": 2026, "words": "照文件粘贴的原文。", "handler": "张敏", "note": "已经学习。" });
    desk.call("reform.saveArticle", words);
    desk.call("reform.saveArticle", json!({
        "article": 3, "year": 2027, "words": "照文件粘贴的原文。", "handler": "张敏", "note": "又学了一遍。",
    }));
    assert_eq!(line(&desk, 3)["note"], "已经学习。", "each year has its own");
    let next = desk.call("reform.article", json!({ "article": 3, "year": 2027 }));
    assert_eq!(
        (&next["line"]["words"], &next["line"]["note"]),
        (&json!("照文件粘贴的原文。"), &json!("又学了一遍。"))
    );
    assert_eq!(desk.call("reform.articles", json!({}))["years"], json!([2027, 2026]));
    assert_eq!(desk.refused("reform.article", json!({ "article": 28, "year": 2026 })).code, "not_found");
    desk.head();
}

#[test]
fn the_ledger_of_a_year_prints_every_measure_and_what_no_measure_answers() {
    let desk = founded();
    assert!(!printable(&desk, "2026"), "nothing is written of the year yet");
    let id = desk.call("reform.save", contest());
    desk.call(
        "reform.save",
        json!({ "year": 2026, "article": 10, "measure": "通报教育经费", "side": "employer" }),
    );
    let done = json!({ "id": id, "outcome": "done", "endedOn": "2026-09-14", "result": "42人参加，选出技术能手6名" });
    desk.call("reform.finish", done);
    let note = json!({ "article": 18, "year": 2026, "handler": "张敏", "note": "全年办竞赛一次。" });
    desk.call("reform.saveArticle", note);
    assert!(printable(&desk, "2026"));
    let to = desk.out("产改台账.pdf");
    desk.call("papers.print", json!({ "kind": "reform.year", "of": "2026", "to": to }));
    judges::well_formed(&to);
    let paper = judges::text(&to);
    for words in [
        "2026年产改工作台账",
        "产〔2026〕1号",
        "（十八）开展劳动和技能竞赛",
        "举办焊工技能竞赛",
        "2条登记了措施；措施共2条，已完成1条",
        "还没有登记措施的条文：（一）、（二）",
        "全年办竞赛一次",
    ] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    let first = |words: &str| paper.find(words).unwrap_or_else(|| panic!("{words}: {paper}"));
    assert!(first("通报教育经费") < first("举办焊工技能竞赛"), "in the order of the articles: {paper}");
    let year = desk.call("report.year", json!({ "year": 2026 }));
    let table = year["tables"].as_array().unwrap().iter().find(|table| table["id"] == "reform").unwrap();
    let now: Vec<_> =
        table["figures"].as_array().unwrap().iter().map(|figure| figure["now"]["count"].clone()).collect();
    assert_eq!(now, [json!(2), json!(2), json!(1), json!(0)], "articles, measures, done, given up");
    let refused = desk.refused("papers.issue", json!({ "kind": "reform.year", "of": "2026" }));
    assert!(refused.message.contains("直接打印"), "it has no number: {}", refused.message);
    desk.head();
}

/// Whether the ledger of a year is among the papers.
fn printable(desk: &Desk, year: &str) -> bool {
    let papers = desk.call("papers.list", json!({}));
    papers.as_array().unwrap().iter().any(|one| one["kind"] == "reform.year" && one["of"] == year)
}

#[test]
fn an_article_shows_what_the_ledger_counts_for_it() {
    let desk = founded();
    let of = |article: u8, year: i32| {
        desk.call("reform.article", json!({ "article": article, "year": year }))["figures"].clone()
    };
    assert_eq!(of(18, 2026), json!([]), "no other module answers it");
    assert_eq!(of(16, 2026), json!([]), "nothing is led yet");
    desk.call(
        "safety.save",
        json!({
            "foundOn": "2026-09-14", "foundHow": "snapshot", "place": "冲压车间3号冲床", "kind": "machine",
            "matter": "双手按钮失灵", "danger": false,
        }),
    );
    let safety = of(16, 2026);
    assert_eq!(safety[0]["title"], "安全生产监督");
    let found = safety[0]["figures"].as_array().unwrap().iter().find(|one| one["name"] == "登记事故隐患");
    assert_eq!(found.unwrap()["value"], "1", "{safety}");
    assert_eq!(of(16, 2027), json!([]), "a year that has not begun has none");
    let titles: Vec<Value> =
        of(14, 2026).as_array().unwrap().iter().map(|one| one["title"].clone()).collect();
    assert_eq!(titles, ["要约和答复", "协商会议和议题", "承诺事项", "集体合同"]);
    let talks = of(14, 2026);
    let rate =
        talks[0]["figures"].as_array().unwrap().iter().find(|one| one["name"] == "按期答复率").unwrap();
    assert_eq!(rate["value"], "—");
    assert!(rate["why"].as_str().is_some_and(|why| !why.is_empty()), "with its reason: {rate}");

    let person = desk.call("members.save", json!({ "name": "王敏", "sex": "female", "form": "contract" }));
    desk.call(
        "dossier.saveHonour",
        json!({
            "person": person, "kind": "craftsman", "level": "city", "name": "赣州工匠", "year": 2026,
        }),
    );
    desk.call(
        "dossier.saveTraining",
        json!({
            "person": person, "course": "焊接机器人操作", "trainedOn": "2026-09-10", "hours": 16,
        }),
    );
    let honours: Vec<Value> =
        of(22, 2026)[0]["figures"].as_array().unwrap().iter().map(|one| one["value"].clone()).collect();
    assert_eq!(honours, ["1", "0", "0", "1", "1"], "all, model workers, medals, craftsmen, women");
    let training: Vec<Value> =
        of(9, 2026)[0]["figures"].as_array().unwrap().iter().map(|one| one["value"].clone()).collect();
    assert_eq!(training, ["1", "1", "16"], "people, times, hours");
    desk.head();
}
