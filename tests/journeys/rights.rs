//! Workers' rights beside supervision: an appeal that is promised, answered or goes on; a dismissal that the union is told of,
//! objects to and hears back on; a dispute mediated to an agreement or to advice on arbitration. What a chair types, whose each
//! step is and by when, and who may know who brought an appeal.

use std::path::Path;

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

const WORKER: &str = "柳新民";
const PHONE: &str = "13800138000";

fn founded(province: &str) -> Desk {
    let desk = Desk::founded(province, None);
    desk.now("2026-09-15T09:00:00+08:00");
    desk
}

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

/// What a page of these makes due: title without what it is about, whose, day, and what its button opens.
fn due(desk: &Desk, module: &str) -> Vec<(String, String, String, Value)> {
    let all = desk.call("today.list", json!({}));
    let ours = all["duties"].as_array().unwrap().iter().filter(|duty| duty["module"] == module);
    ours.map(|duty| {
        let text = |key: &str| duty[key].as_str().unwrap_or_default().to_owned();
        let title = text("title").split('（').next().unwrap_or_default().to_owned();
        (title, text("whose"), text("due"), duty["place"].clone())
    })
    .collect()
}

fn next(desk: &Desk, module: &str) -> (String, String, String) {
    let (title, whose, day, _) = due(desk, module).into_iter().next().expect("something is due");
    (title, whose, day)
}

fn said(title: &str, whose: &str, day: &str) -> (String, String, String) {
    (title.to_owned(), whose.to_owned(), day.to_owned())
}

/// The paper that the first duty's button opens, as it prints.
fn opened(desk: &Desk, module: &str, name: &str) -> String {
    let place = due(desk, module).into_iter().next().expect("it is due").3;
    assert_eq!(place["page"], "papers", "the button opens a filled paper: {place}");
    let (kind, of) = place["id"].as_str().unwrap().split_once('@').expect("a kind and a record");
    let to = desk.out(name);
    desk.call("papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::well_formed(&to);
    judges::text(&to)
}

fn holds(paper: &str, lines: &[&str]) {
    for line in lines {
        assert!(paper.contains(line), "{line}: {paper}");
    }
}

fn appeal(more: Value) -> Value {
    with(
        json!({
            "worker": "nonMember", "kind": "wages", "channel": "phone", "raisedOn": "2026-09-15",
            "matter": "八月的高温津贴没有发",
        }),
        more,
    )
}

fn brought() -> Value {
    json!({ "person": { "name": WORKER, "contact": PHONE }, "promisedOn": "2026-09-18", "handler": "何平" })
}

/// The figures of a yearly table, `id now`.
fn counted(desk: &Desk, table: &str) -> Vec<String> {
    let report = desk.call("report.year", json!({ "year": 2026 }));
    let tables = report["tables"].as_array().unwrap();
    let table = tables.iter().find(|one| one["id"] == table).expect("the yearly counts");
    let figures = table["figures"].as_array().unwrap();
    figures
        .iter()
        .map(|one| format!("{} {}", one["id"].as_str().unwrap(), one["now"]["text"].as_str().unwrap()))
        .collect()
}

#[test]
fn an_appeal_takes_a_line_a_name_and_a_day_and_is_due_until_it_is_answered() {
    let desk = founded("36");
    // What a chair types of a new one: what is wanted, who, the promised day. Day, kind and way stand filled or are picked.
    let new = appeal(json!({ "person": { "name": WORKER }, "promisedOn": "2026-09-18" }));
    let typed = ["/matter", "/person/name", "/promisedOn"];
    assert!(typed.iter().all(|field| new.pointer(field).is_some()) && new.as_object().unwrap().len() == 7);
    let id = desk.call("appeals.save", new);
    assert_eq!(next(&desk, "appeals"), said("答复职工诉求", "union", "2026-09-18"));
    assert_eq!(due(&desk, "appeals")[0].3, json!({ "page": "appeals", "id": id, "part": "answer" }));
    assert!(!desk.call("today.list", json!({})).to_string().contains(WORKER), "no duty names anybody");
    let early = json!({ "id": id, "answeredOn": "2026-09-14", "answer": "已经补发" });
    assert_eq!(desk.refused("appeals.answer", early).field.as_deref(), Some("answeredOn"));
    desk.call("appeals.answer", json!({ "id": id, "answeredOn": "2026-09-15", "answer": "九月工资里补发" }));
    assert_eq!(due(&desk, "appeals"), []);
    let over = json!({ "id": id, "answeredOn": "2026-09-15", "answer": "不补" });
    let over = desk.refused("appeals.answer", over);
    assert!(over.message.contains("重新打开"), "an answer is not written over: {}", over.message);
    assert_eq!(desk.call("appeals.get", json!({ "id": id }))["record"]["answer"], "九月工资里补发");
    desk.call("appeals.reopen", json!({ "id": id }));
    assert_eq!(due(&desk, "appeals").len(), 1, "answered too early");
    desk.call("ledger.undo", json!({}));
    // One that ends orally is one line and its answer, and never due.
    let oral = appeal(
        json!({ "worker": "anonymous", "kind": "welfare", "matter": "食堂窗口太少", "answer": "告诉了食堂，明天加一个窗口" }),
    );
    let oral = desk.call("appeals.save", oral);
    let shown = desk.call("appeals.get", json!({ "id": oral }));
    assert_eq!((&shown["number"], &shown["answeredOn"]), (&json!("诉〔2026〕2号"), &json!("2026-09-15")));
    assert_eq!(due(&desk, "appeals"), []);
    let named =
        desk.refused("appeals.save", appeal(json!({ "worker": "anonymous", "person": { "name": WORKER } })));
    assert_eq!(named.field.as_deref(), Some("worker"));
    // Nobody promised a day: it stands in 今日 all the same.
    let open = desk.call("appeals.save", appeal(json!({ "kind": "hours", "matter": "周六都要来" })));
    assert_eq!(next(&desk, "appeals"), said("答复职工诉求", "union", ""));

    let counts = desk.call("appeals.counts", json!({ "year": 2026 }));
    let wages = &counts[0];
    assert_eq!(
        (&wages["kind"], &wages["total"], &wages["months"][8]),
        (&json!("wages"), &json!(1), &json!(1))
    );
    assert_eq!(desk.call("appeals.list", json!({ "kind": "welfare" }))["total"], 1);
    assert_eq!(desk.call("appeals.list", json!({ "which": "open" }))["rows"][0]["id"], open);
    assert_eq!(desk.call("appeals.list", json!({ "text": "高温津贴" }))["total"], 1);
    let file = desk.out("诉求.xlsx");
    assert_eq!(desk.call("appeals.export", json!({ "query": {}, "to": file }))["rows"], 3);
    let register = desk.print("appeals.register", "登记表.pdf");
    judges::sound(&register, &["2026年职工诉求登记表", "九月工资里补发", "还没有答复", "共3件，已答复2件"]);
    assert!(!judges::text(&register).contains(WORKER), "it lies open");
    let figures = counted(&desk, "appeals");
    for figure in ["appeals.all 3", "appeals.inTime 1", "appeals.noTerm 1", "appeals.open 1"] {
        assert!(figures.contains(&figure.to_owned()), "{figure}: {figures:?}");
    }
    desk.call("appeals.remove", json!({ "id": id }));
    assert_eq!(desk.call("search.all", json!({ "text": "高温津贴" })), json!([]));
    desk.call("trash.restore", json!({ "kind": "appeal", "id": id }));
    assert_eq!(desk.call("appeals.get", json!({ "id": id }))["named"], true);
}

#[test]
fn an_appeal_goes_on_with_its_link_and_the_name_stays_protected() {
    let desk = founded("36");
    let id = desk.call("appeals.save", appeal(brought()));
    let case = desk.call("appeals.toCase", json!({ "id": id }));
    let shown = desk.call("letters.get", json!({ "id": case }));
    assert_eq!(
        (&shown["record"]["matter"], &shown["record"]["topic"], &shown["named"], &shown["informer"]),
        (&json!("八月的高温津贴没有发"), &json!("wages"), &json!(true), &Value::Null),
        "what was said goes over, the name protected as before"
    );
    let kept = desk.call("appeals.get", json!({ "id": id }));
    assert_eq!(kept["onward"]["number"], "监〔2026〕1号");
    assert_eq!(kept["onward"]["place"], json!({ "page": "letters", "id": case }));
    assert_eq!((&kept["record"]["person"], &kept["shown"]), (&Value::Null, &json!("masked")));
    assert_eq!(due(&desk, "appeals").len(), 1, "the worker still waits for an answer");
    let twice = desk.refused("appeals.toCase", json!({ "id": id }));
    assert!(twice.message.contains("监〔2026〕1号"), "{}", twice.message);

    let other = desk.call("appeals.save", appeal(brought()));
    let covered = desk.refused("appeals.toMediation", json!({ "id": other }));
    assert_eq!(covered.code, "covered", "a mediation case names its parties");
    let lines = [
        json!({ "call": "search.all", "args": { "text": WORKER } }),
        json!({ "call": "history.of", "args": { "table": "appeal", "id": other } }),
        json!({ "call": "sight.reveal", "args": { "purpose": "帮职工申请调解" } }),
        json!({ "call": "appeals.get", "args": { "id": other } }),
        json!({ "call": "appeals.toMediation", "args": { "id": other } }),
        json!({ "call": "sight.log", "args": {} }),
    ];
    let (answers, output) = desk.run(&lines);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text: Vec<String> = answers.iter().map(Value::to_string).collect();
    assert!(!text[0].contains(WORKER), "in no index: {}", text[0]);
    assert!(
        text[1].contains("受保护") && !text[1].contains(WORKER) && !text[1].contains(PHONE),
        "{}",
        text[1]
    );
    assert!(text[3].contains(WORKER) && text[3].contains(PHONE), "{}", text[3]);
    assert!(
        text[5].contains("appeals.get") && text[5].contains("帮职工申请调解"),
        "the look is kept: {}",
        text[5]
    );
    let mediation = desk.call("mediation.list", json!({}))["rows"][0].clone();
    assert_eq!((&mediation["worker"], &mediation["number"]), (&json!(WORKER), &json!("调〔2026〕1号")));
    let case = desk.call("mediation.get", json!({ "id": mediation["id"] }));
    assert_eq!(case["origin"]["number"], "诉〔2026〕2号");

    let third = desk.call("appeals.save", appeal(json!({})));
    let words = json!({ "id": third, "onward": "negotiation", "words": "高温津贴标准写进工资合同" });
    desk.call("appeals.forward", words);
    let kept = desk.call("appeals.get", json!({ "id": third }));
    assert_eq!(
        (&kept["onward"]["words"], &kept["onward"]["number"]),
        (&json!("高温津贴标准写进工资合同"), &Value::Null)
    );
    let wrong =
        desk.refused("appeals.forward", json!({ "id": third, "onward": "supervision", "words": "监督" }));
    assert_eq!(wrong.field.as_deref(), Some("onward"));
}

fn notice(more: Value) -> Value {
    with(
        json!({
            "kind": "noFault", "name": WORKER, "receivedOn": "2026-09-15", "written": true,
            "reasons": "不能胜任工作，调整岗位以后仍然不能胜任", "plannedOn": "2026-09-18",
        }),
        more,
    )
}

#[test]
fn a_dismissal_is_looked_into_objected_to_and_answered_in_writing() {
    let desk = founded("35");
    let mut typed = 0;
    let new = notice(json!({}));
    typed += ["/name", "/reasons", "/plannedOn"].iter().filter(|field| new.pointer(field).is_some()).count();
    let id = desk.call("dismissals.save", new);
    assert_eq!(next(&desk, "dismissals"), said("研究单位的通知，决定提不提意见", "union", "2026-09-18"));
    let shown = desk.call("dismissals.get", json!({ "id": id }));
    assert_eq!(shown["record"]["employer"], "赣江机械有限公司", "from the union's record");
    assert_eq!(
        shown["beforehand"]["inTime"], false,
        "福建: five working days before: {}",
        shown["beforehand"]
    );
    assert!(shown["beforehand"]["text"].as_str().unwrap().contains("晚了"));
    assert_eq!(shown["looks"].as_array().unwrap().len(), 10);
    let answers = json!([
        { "item": "facts", "yes": true }, { "item": "women", "yes": true, "note": "孩子七个月" },
        { "item": "officer", "yes": false },
    ]);
    typed += 4;
    desk.call("dismissals.saveChecks", json!({ "id": id, "answers": answers }));
    let start = desk.call("dismissals.start", json!({ "id": id }));
    let opinion = start["opinion"].clone();
    assert_eq!(opinion["stance"], "object", "what was found speaks for an objection");
    let findings = opinion["findings"].as_str().unwrap();
    assert!(findings.contains("孩子七个月") && findings.contains("2026年9月15日才通知我会"), "{findings}");
    assert!(
        !findings.contains("没有做到") && !findings.contains("日历日"),
        "sentences for an employer: {findings}"
    );
    let articles = opinion["articles"].as_str().unwrap();
    assert!(articles.contains("第四十二条") && articles.contains("第三十二条"), "{articles}");
    assert_eq!((&start["termByLaw"], &opinion["answerBy"]), (&json!(true), &Value::Null));
    desk.call("dismissals.saveOpinion", with(opinion, json!({ "contact": "陈望舒，0791-80000206" })));
    typed += 1;
    assert_eq!(
        next(&desk, "dismissals"),
        said("印发意见书", "union", "2026-09-18"),
        "the planned day stands"
    );
    let paper = opened(&desk, "dismissals", "意见书.pdf");
    holds(
        &paper,
        &[
            "对解除劳动合同的意见书",
            "赣江机械有限公司：",
            WORKER,
            "孩子七个月",
            "15日",
            "暂缓办理",
            "工会主席（签字）",
        ],
    );
    let number = desk.call("papers.issue", json!({ "kind": "dismissals.opinion", "of": id }));
    assert_eq!(number, "工意〔2026〕1号");
    let issued = desk.refused(
        "dismissals.deliver",
        json!({ "id": id, "deliveredOn": "2026-09-15", "deliveredTo": "万里程" }),
    );
    assert!(issued.message.contains("发文"), "{}", issued.message);
    let paper = desk.call("outgoing.list", json!({ "kind": "dismissals.opinion" }))["rows"][0]["id"].clone();
    assert_eq!(due(&desk, "dismissals")[0].3, json!({ "page": "outgoing", "id": paper, "part": "send" }));
    assert_eq!(next(&desk, "dismissals").2, "2026-09-18", "until it is served");
    desk.call(
        "outgoing.saveSending",
        json!({
            "paper": paper, "receiver": "赣江机械有限公司", "manner": "handed", "sentOn": "2026-09-15", "signedBy": "万里程",
            "signedOn": "2026-09-15",
        }),
    );
    assert_eq!(
        next(&desk, "dismissals"),
        said("研究工会的意见，书面通知处理结果", "employer", "2026-09-30"),
        "fifteen days in 福建"
    );
    desk.now("2026-10-12T09:00:00+08:00");
    let all: Vec<String> = due(&desk, "dismissals").into_iter().map(|duty| duty.0).collect();
    assert_eq!(all, ["研究工会的意见，书面通知处理结果", "单位逾期没有答复，问职工要什么帮助"]);
    let answer = json!({ "id": id, "answeredOn": "2026-10-12", "answer": "维持", "result": "kept" });
    desk.call("dismissals.saveAnswer", answer);
    typed += 2;
    let shown = desk.call("dismissals.get", json!({ "id": id }));
    assert_eq!((&shown["late"], &shown["answerDue"]), (&json!(true), &json!("2026-09-30")));
    assert_eq!(next(&desk, "dismissals"), said("告诉职工结果，问要什么帮助", "union", ""));
    assert!(shown["limits"].to_string().contains("2027"), "the limit of arbitration: {}", shown["limits"]);
    desk.call("dismissals.saveHelp", json!({ "id": id, "help": "arbitration", "knownOn": "2026-09-18" }));
    assert_eq!(next(&desk, "dismissals"), said("帮职工申请仲裁", "union", "2027-09-18"));
    desk.call("dismissals.saveHelp", json!({ "id": id, "help": "mediation" }));
    assert_eq!(next(&desk, "dismissals").0, "帮职工申请调解");
    let case = desk.call("dismissals.toMediation", json!({ "id": id }));
    let opened = desk.call("mediation.get", json!({ "id": case }));
    assert_eq!(opened["origin"]["number"], "解〔2026〕1号");
    assert_eq!(opened["record"]["worker"], WORKER, "nothing is typed again");
    let closed = json!({ "id": id, "closedOn": "2026-10-12", "outcome": "已申请调解" });
    desk.call("dismissals.close", closed);
    typed += 1;
    assert_eq!(due(&desk, "dismissals"), []);
    assert_eq!(typed, 11, "fields typed from the notice to its end");
    let kept = desk.refused("dismissals.remove", json!({ "id": id }));
    assert!(kept.message.contains("留存"), "{}", kept.message);
    let file = desk.out("解除.xlsx");
    assert_eq!(desk.call("dismissals.export", json!({ "query": {}, "to": file }))["rows"], 1);
    assert_eq!(desk.call("search.all", json!({ "text": "解〔2026〕1号" }))[0]["kind"], "dismissal");
    let figures = counted(&desk, "dismissals");
    for figure in
        ["dismissals.all 1", "dismissals.beforehand 1", "dismissals.objections 1", "dismissals.kept 1"]
    {
        assert!(figures.contains(&figure.to_owned()), "{figure}: {figures:?}");
    }
}

#[test]
fn without_objection_a_notice_is_closed_and_a_man_is_not_asked_about_pregnancy() {
    let desk = founded("36");
    let id = desk.call("dismissals.save", notice(json!({ "kind": "discipline", "plannedOn": "2026-09-22" })));
    let shown = desk.call("dismissals.get", json!({ "id": id }));
    assert_eq!(shown["beforehand"]["inTime"], true, "江西: seven days before discipline");
    let early =
        desk.refused("dismissals.close", json!({ "id": id, "closedOn": "2026-09-15", "outcome": "警告" }));
    assert!(early.message.contains("没有意见"), "{}", early.message);
    let start = desk.call("dismissals.start", json!({ "id": id }));
    assert_eq!(start["opinion"]["stance"], Value::Null, "nothing was looked into: nobody says it for them");
    assert_eq!(start["unchecked"].as_array().unwrap().len(), 8, "{}", start["unchecked"]);
    let nothing = json!({ "id": id, "stance": "none", "opinedOn": "2026-09-15" });
    let asked = desk.refused("dismissals.saveOpinion", nothing.clone());
    assert_eq!(asked.field.as_deref(), Some("unchecked"), "whom the law protects: {}", asked.message);
    let bare = with(nothing.clone(), json!({ "stance": "object" }));
    let bare = desk.refused("dismissals.saveOpinion", bare);
    assert_eq!(bare.field.as_deref(), Some("findings"), "an objection says what it stands on");
    let items =
        ["exposure", "injured", "medical", "women", "senior", "officer", "representative", "activity"];
    let no: Vec<Value> = items.iter().map(|item| json!({ "item": item, "yes": false })).collect();
    desk.call("dismissals.saveChecks", json!({ "id": id, "answers": no }));
    desk.call("dismissals.saveOpinion", nothing);
    assert_eq!(next(&desk, "dismissals"), said("登记最后的结果，办结", "union", ""));
    let none = desk.refused("papers.issue", json!({ "kind": "dismissals.opinion", "of": id }));
    assert_eq!(none.code, "not_found", "there is no letter without an objection");
    desk.call("dismissals.close", json!({ "id": id, "closedOn": "2026-09-15", "outcome": "给予警告" }));
    assert_eq!(due(&desk, "dismissals"), []);
    assert_eq!(desk.call("dismissals.list", json!({ "which": "closed" }))["total"], 1);
    desk.call("dismissals.remove", json!({ "id": id }));
    desk.call("trash.restore", json!({ "kind": "dismissal", "id": id }));
    assert_eq!(desk.call("dismissals.get", json!({ "id": id }))["state"], "closed");
}

/// Every cell of a workbook.
fn sheet_text(book: &Path) -> String {
    let book = sheet::read(book, &mut |_, _| true).unwrap();
    let rows = book.pages.iter().flat_map(|page| &page.rows);
    rows.flat_map(|row| &row.cells).map(|(_, cell)| format!("{cell:?}\n")).collect()
}

#[test]
fn what_is_looked_into_later_comes_into_an_opinion_that_stands() {
    let desk = founded("36");
    let id = desk.call("dismissals.save", notice(json!({ "written": false, "plannedOn": "2026-09-30" })));
    let shown = desk.call("dismissals.get", json!({ "id": id }));
    assert_eq!(shown["beforehand"]["inTime"], false, "江西 asks for writing: {}", shown["beforehand"]);
    let start = desk.call("dismissals.start", json!({ "id": id }));
    let findings = start["opinion"]["findings"].as_str().unwrap().to_owned();
    assert!(findings.contains("没有书面写明理由"), "an oral notice is told to the employer: {findings}");
    assert_eq!(start["moreFindings"], json!([]));
    desk.call("dismissals.saveOpinion", start["opinion"].clone());
    let answers = json!([{ "item": "facts", "yes": false, "note": "没有考核记录" }, { "item": "medical", "yes": true }]);
    desk.call("dismissals.saveChecks", json!({ "id": id, "answers": answers }));
    let start = desk.call("dismissals.start", json!({ "id": id }));
    assert_eq!(start["opinion"]["findings"], findings, "what stands is not changed behind anybody's back");
    let more = start["moreFindings"].as_array().unwrap();
    assert_eq!(more[0], "你单位所说的理由事实依据不足：没有考核记录");
    assert_eq!((more.len(), &more[1]), (2, &json!("本人患病或者非因工负伤，在规定的医疗期内")));
    assert!(start["moreArticles"].to_string().contains("第四十二条"), "{}", start["moreArticles"]);
}

/// What was looked into of a body goes to whoever may read health: on the record, on paper, in the history and in its file.
#[test]
fn health_in_a_notice_is_told_to_nobody_who_may_not_read_health() {
    const HEALTH: &str = "怀孕五个月";
    let desk = founded("36");
    let id = desk.call("dismissals.save", notice(json!({ "plannedOn": "2026-09-30" })));
    let answers = json!([{ "item": "women", "yes": true, "note": HEALTH }, { "item": "facts", "yes": true }]);
    desk.call("dismissals.saveChecks", json!({ "id": id, "answers": answers }));
    let opinion = desk.call("dismissals.start", json!({ "id": id }))["opinion"].clone();
    desk.call("dismissals.saveOpinion", with(opinion.clone(), json!({ "contact": "陈望舒，0791-80000206" })));
    desk.call("papers.issue", json!({ "kind": "dismissals.opinion", "of": id }));
    let issued = desk.call("outgoing.list", json!({ "kind": "dismissals.opinion" }))["rows"][0]["id"].clone();
    let phrase = |name: &str| format!("十月 的 风车 转 {name}");
    for (name, reads) in [("李强", json!([])), ("周宁", json!(["identity"])), ("郑琳", json!(["health"]))]
    {
        let person = json!({ "name": name, "role": "officer", "parts": ["letters"], "reads": reads });
        desk.call("people.add", json!({ "person": person, "passphrase": phrase(name) }));
    }
    let paper = json!({ "kind": "dismissals.opinion", "of": id, "to": desk.out("意见书.pdf") });
    let life = |table: &str| json!({ "call": "history.of", "args": { "table": table, "id": id } });
    for name in ["李强", "周宁"] {
        desk.sits_down(&phrase(name));
        let shown = desk.call("dismissals.get", json!({ "id": id }));
        assert!(!shown.to_string().contains(HEALTH), "{name}: {shown}");
        let looks = shown["looks"].as_array().unwrap();
        let women = looks.iter().find(|look| look["answer"]["item"] == "women").unwrap();
        assert_eq!((&women["covered"], &women["answer"]["yes"]), (&json!(true), &Value::Null));
        let facts = looks.iter().find(|look| look["answer"]["item"] == "facts").unwrap();
        assert_eq!((&facts["covered"], &facts["answer"]["yes"]), (&json!(false), &json!(true)), "no body's");
        assert_eq!((&shown["covered"], &shown["opinion"]["findings"]), (&json!(true), &Value::Null));
        for (command, args) in [
            ("papers.print", paper.clone()),
            ("dismissals.start", json!({ "id": id })),
            ("dismissals.saveOpinion", with(opinion.clone(), json!({ "findings": "别的" }))),
            ("dismissals.saveChecks", json!({ "id": id, "answers": [{ "item": "women", "yes": false }] })),
        ] {
            let refused = desk.refused(command, args);
            assert_eq!(refused.code, "no_right", "{name} {command}: {}", refused.message);
            assert!(refused.message.contains("没有查看健康情况的权限"), "{}", refused.message);
        }
        let kept = desk.refused("papers.issued", json!({ "id": issued }));
        assert_eq!(kept.code, "no_right", "{name}, of the issued one: {}", kept.message);
        let listed = desk.call("papers.list", json!({})).to_string();
        assert!(!listed.contains("dismissals.opinion"), "{name}: {listed}");
    }
    // Who reads identity alone has revealed it, and still no health.
    desk.sits_down(&phrase("周宁"));
    let book = desk.out("流水.xlsx");
    let lines = [
        json!({ "call": "sight.reveal", "args": { "purpose": "核对人员信息" } }),
        life("dismissal"),
        json!({ "call": "history.export", "args": { "query": {}, "to": book } }),
    ];
    let (told, output) = desk.run(&lines);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(
        told[1].to_string().contains("（受保护）") && !told[1].to_string().contains(HEALTH),
        "{}",
        told[1]
    );
    assert!(!sheet_text(&book).contains(HEALTH), "nor does it leave by a file");
    // Who reads health sees it, in the history with a purpose that is kept.
    desk.sits_down(&phrase("郑琳"));
    assert!(desk.call("dismissals.get", json!({ "id": id })).to_string().contains(HEALTH));
    desk.call("papers.print", paper);
    assert!(!desk.call("history.of", json!({ "table": "dismissal", "id": id })).to_string().contains(HEALTH));
    let lines =
        [json!({ "call": "sight.reveal", "args": { "purpose": "核对受保护的情形" } }), life("dismissal")];
    let (told, _) = desk.run(&lines);
    assert!(told[1].to_string().contains(HEALTH), "{}", told[1]);
    desk.sits_down(crate::gonghui::PASSPHRASE);
    let log = desk.call("sight.log", json!({})).to_string();
    assert!(log.contains("history.of") && log.contains("核对受保护的情形"), "the look is kept: {log}");
}

/// That the ledger holds exams of the person is told where protection from exams is asked for: days and kinds, to whoever may
/// read health.
#[test]
fn the_exams_of_the_ledger_stand_beside_the_question_whether_exposure_protects() {
    let desk = founded("36");
    let record = json!({ "name": "方立秋", "sex": "male", "form": "contract", "memberSince": "2015-03-01" });
    let person = desk.call("members.save", record);
    let id = desk.call("dismissals.save", notice(json!({ "name": "方立秋", "person": person })));
    let known = || {
        let shown = desk.call("dismissals.get", json!({ "id": id }));
        let looks = shown["looks"].as_array().unwrap().clone();
        looks.into_iter().find(|look| look["answer"]["item"] == "exposure").unwrap()["known"].clone()
    };
    assert_eq!(known(), Value::Null, "no exam yet");
    let exam = json!({
        "person": person, "kind": "during", "examinedOn": "2026-09-01", "hazards": [{ "kind": "dust" }],
        "conclusion": "suspected",
    });
    desk.call("dossier.saveExam", exam);
    let told = known().as_str().unwrap_or_default().to_owned();
    assert!(told.contains("2026年9月1日（在岗期间）") && told.contains("没有登记过离岗时的检查"), "{told}");
    assert!(!told.contains("疑似"), "the conclusion is read with a purpose: {told}");
    let phrase = "十月 的 风车 转 李强";
    let person = json!({ "name": "李强", "role": "officer", "parts": ["letters"], "reads": [] });
    desk.call("people.add", json!({ "person": person, "passphrase": phrase }));
    desk.sits_down(phrase);
    assert_eq!(known(), Value::Null, "nor that there is one without the right");
}

fn dispute(more: Value) -> Value {
    with(
        json!({
            "topic": "wages", "worker": WORKER, "applicant": "worker", "oral": true, "appliedOn": "2026-09-15",
            "facts": "八月休息日加班四天，没有发加班费", "claims": "补发八月的加班费",
        }),
        more,
    )
}

fn event(case: &Value, kind: &str, on: &str, text: &str) -> Value {
    json!({ "case": case, "kind": kind, "happenedOn": on, "text": text })
}

fn mediator(name: &str, side: &str, office: &str, chosen: &str) -> Value {
    json!({ "name": name, "side": side, "office": office, "chosen": chosen, "fromOn": "2026-01-05", "untilOn": "2027-12-31" })
}

/// The numbers of a worker on the roster stand in the agreement for whoever may read them; others leave room to write them.
#[test]
fn an_agreement_bears_the_workers_numbers_by_the_right_of_its_reader() {
    const NUMBER: &str = "36012119800101999X";
    const HOME: &str = "南昌县向塘";
    let desk = founded("36");
    let person =
        json!({ "name": WORKER, "sex": "male", "form": "contract", "idNumber": NUMBER, "phone": PHONE });
    let person = desk.call("members.save", with(person, json!({ "householdPlace": HOME })));
    let employer = desk.call("union.get", json!({}))["details"]["enterprises"][0]["name"].clone();
    let firm = json!({ "name": employer, "representative": "周建国" });
    desk.call("union.save", json!({ "enterprises": [firm] }));
    let chair = desk.call("mediation.saveMediator", mediator("沈一诺", "workers", "chair", "union"));
    desk.call("mediation.saveMediator", mediator("万里程", "employer", "member", "named"));
    let case = desk.call("mediation.save", dispute(json!({ "mediator": chair, "person": person })));
    desk.call("mediation.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    let terms = json!({ "untilOn": "2026-10-10", "manner": "转入本人的工资卡" });
    desk.call("mediation.saveEvent", with(event(&case, "agreed", "2026-09-15", "补发加班费"), terms));
    let print = |name: &str| {
        let to = desk.out(name);
        desk.call("papers.print", json!({ "kind": "mediation.agreement", "of": case, "to": to }));
        judges::well_formed(&to);
        judges::text(&to)
    };
    holds(&print("协议书.pdf"), &[NUMBER, PHONE, HOME, "周建国"]);
    let log = desk.call("sight.log", json!({})).to_string();
    assert!(log.contains("打印调解协议书") && log.contains(person.as_str().unwrap()), "a look: {log}");
    desk.call("papers.issue", json!({ "kind": "mediation.agreement", "of": case }));
    let issued = desk.paper("mediation.agreement")["issued"][0]["id"].clone();

    let officer = json!({ "name": "李强", "role": "officer", "parts": ["letters"], "reads": [] });
    desk.call("people.add", json!({ "person": officer, "passphrase": "十月 的 风车 转 李强" }));
    desk.sits_down("十月 的 风车 转 李强");
    let covered = print("协议书（李强）.pdf");
    holds(&covered, &["证件号码", "联系电话", WORKER, "周建国"]);
    assert!([NUMBER, PHONE, HOME].iter().all(|one| !covered.contains(one)), "left to be written: {covered}");
    assert_eq!(desk.refused("papers.issued", json!({ "id": issued })).code, "no_right");
    desk.sits_down(crate::gonghui::PASSPHRASE);
}

#[test]
fn a_dispute_is_mediated_to_an_agreement_that_both_sides_keep() {
    let desk = founded("36");
    let chair = desk.call("mediation.saveMediator", mediator("沈一诺", "workers", "chair", "union"));
    assert_eq!(next(&desk, "mediation").0, "配齐劳动争议调解委员会", "both sides are equal in number");
    desk.call("mediation.saveMediator", mediator("万里程", "employer", "member", "named"));
    let twice = desk.refused("mediation.saveMediator", mediator("万里程", "employer", "member", "named"));
    assert_eq!(
        (twice.code.as_str(), twice.field.as_deref()),
        ("duplicate", Some("name")),
        "{}",
        twice.message
    );
    assert_eq!(due(&desk, "mediation"), []);
    let committee = desk.call("mediation.committee", json!({}));
    assert_eq!(committee["lacks"], json!([]));
    assert!(committee["says"].to_string().contains("对等"), "{committee}");
    let blank = desk.out("空白申请书.pdf");
    desk.call("papers.print", json!({ "kind": "mediation.application", "of": "blank", "to": blank }));
    judges::sound(&blank, &["劳动争议调解申请书", "赣江机械有限公司劳动争议调解委员会", "申请人签名"]);

    let new = dispute(json!({ "mediator": chair }));
    let case = desk.call("mediation.save", new);
    assert_eq!(next(&desk, "mediation"), said("决定是否受理", "union", "2026-09-18"), "three working days");
    let application = desk.out("申请书.pdf");
    desk.call("papers.print", json!({ "kind": "mediation.application", "of": case, "to": application }));
    judges::sound(&application, &["调〔2026〕1号", WORKER, "补发八月的加班费", "口头提出"]);
    let none = desk.refused("papers.issue", json!({ "kind": "mediation.agreement", "of": case }));
    assert!(none.message.contains("还没有达成协议"), "the truth, and no lost paper: {}", none.message);
    let early = desk.refused("mediation.saveEvent", event(&case, "agreed", "2026-09-15", "补发"));
    assert!(early.message.contains("先受理"), "{}", early.message);
    desk.call("mediation.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    assert_eq!(next(&desk, "mediation"), said("调解，到期前结束", "union", "2026-09-30"), "fifteen days");
    let accepted = desk.out("受理通知书.pdf");
    desk.call("papers.print", json!({ "kind": "mediation.acceptance", "of": case, "to": accepted }));
    judges::sound(&accepted, &["劳动争议调解受理通知书", "第二十九条", "2026年9月30日以前结束", "沈一诺"]);
    let longer =
        with(event(&case, "extended", "2026-09-15", "双方书面同意"), json!({ "untilOn": "2026-10-20" }));
    let longer = desk.call("mediation.saveEvent", longer);
    assert_eq!(next(&desk, "mediation"), said("调解，到期前结束", "union", "2026-10-20"));
    let met = desk.call("mediation.saveEvent", event(&case, "met", "2026-09-15", "双方到场"));
    let leans = desk.refused("mediation.removeEvent", json!({ "id": longer }));
    assert!(leans.message.contains("最后一条"), "{}", leans.message);
    desk.call("mediation.removeEvent", json!({ "id": met }));
    let terms = with(
        event(&case, "agreed", "2026-09-15", "单位补发八月加班费八百元\n随九月工资发放"),
        json!({ "untilOn": "2026-10-10" }),
    );
    let terms_id = desk.call("mediation.saveEvent", terms.clone());
    let bare = desk.refused("papers.issue", json!({ "kind": "mediation.agreement", "of": case }));
    assert!(bare.message.contains("履行方式"), "{}", bare.message);
    let manner = json!({ "id": terms_id, "manner": "转入本人的工资卡" });
    desk.call("mediation.saveEvent", with(terms, manner));
    let paper = opened(&desk, "mediation", "协议书.pdf");
    holds(
        &paper,
        &[
            "劳动争议调解协议书",
            "单位补发八月加班费八百元",
            "2026年10月10日以前履行完毕",
            "转入本人的工资卡",
            "证件号码",
            "法定代表人",
            "十五日内",
            "职工（签字）",
            "用人单位（盖章、签字）",
            "调解员（签字）",
        ],
    );
    assert_eq!(
        desk.call("papers.issue", json!({ "kind": "mediation.agreement", "of": case })),
        "调协〔2026〕1号"
    );
    let kept = desk.refused("mediation.remove", json!({ "id": case }));
    assert!(kept.message.contains("留存"), "{}", kept.message);
    assert_eq!(
        due(&desk, "mediation")[0].3,
        json!({ "page": "mediation", "id": case, "part": "event:signed" }),
        "issued: the button enters that it was signed"
    );
    desk.call("mediation.saveEvent", event(&case, "signed", "2026-09-15", ""));
    let all: Vec<_> = due(&desk, "mediation").into_iter().map(|duty| (duty.0, duty.1, duty.2)).collect();
    assert_eq!(
        all,
        [
            said("提醒双方：可以共同申请仲裁审查", "union", "2026-09-30"),
            said("履行调解协议", "employer", "2026-10-10")
        ]
    );
    desk.call("mediation.saveEvent", event(&case, "reviewed", "2026-09-15", "已交仲裁院"));
    assert_eq!(due(&desk, "mediation").len(), 1);
    desk.call("mediation.saveEvent", event(&case, "performed", "2026-09-15", "八百元已经发到"));
    assert_eq!(due(&desk, "mediation"), []);
    assert_eq!(desk.call("mediation.get", json!({ "id": case }))["state"], "closed");
    let file = desk.out("调解.xlsx");
    assert_eq!(desk.call("mediation.export", json!({ "query": {}, "to": file }))["rows"], 1);
    let figures = counted(&desk, "mediation");
    for figure in ["mediation.all 1", "mediation.agreed 1", "mediation.inTime 1"] {
        assert!(figures.contains(&figure.to_owned()), "{figure}: {figures:?}");
    }
}

#[test]
fn a_dispute_without_agreement_ends_with_advice_on_arbitration() {
    let desk = founded("36");
    let talks = dispute(json!({ "appliedOn": null, "talksOn": "2026-09-15", "knownOn": "2026-08-31" }));
    let case = desk.call("mediation.save", talks.clone());
    assert_eq!(next(&desk, "mediation"), said("回应协商的要求", "employer", "2026-09-20"), "five days");
    desk.now("2026-09-21T09:00:00+08:00");
    let both: Vec<String> = due(&desk, "mediation").into_iter().map(|duty| duty.0).take(2).collect();
    assert_eq!(both, ["回应协商的要求", "问职工要不要申请调解"], "silence is no wish to talk");
    desk.call("mediation.save", with(talks, json!({ "id": case, "appliedOn": "2026-09-21" })));
    assert_eq!(next(&desk, "mediation"), said("决定是否受理", "union", "2026-09-24"));
    desk.call("mediation.saveEvent", event(&case, "accepted", "2026-09-21", ""));
    let why = desk.refused("mediation.saveEvent", event(&case, "failed", "2026-09-21", " "));
    assert_eq!(why.field.as_deref(), Some("text"));
    desk.call("mediation.saveEvent", event(&case, "failed", "2026-09-21", "双方对天数没有达成一致"));
    assert_eq!(next(&desk, "mediation"), said("书面通知双方调解终止", "union", ""));
    let paper = opened(&desk, "mediation", "终止通知书.pdf");
    holds(
        &paper,
        &["劳动争议调解终止通知书", "双方对天数没有达成一致", "2027年8月31日", "第二十七条", "四十五日内"],
    );
    holds(&paper, &["时效中断", "仲裁委员会自己的办理期限，供了解"]);
    assert!(
        !paper.contains("不要超过") && !paper.contains("第十四条"),
        "nobody waits for an agreement any more: {paper}"
    );
    desk.call("papers.issue", json!({ "kind": "mediation.closing", "of": case }));
    assert_eq!(
        due(&desk, "mediation")[0].3,
        json!({ "page": "mediation", "id": case, "part": "event:told" })
    );
    desk.call("mediation.saveEvent", event(&case, "told", "2026-09-21", "双方签收"));
    let left: Vec<String> = due(&desk, "mediation").into_iter().map(|duty| duty.0).collect();
    assert_eq!(left, Vec::<String>::new());

    let other = desk.call("mediation.save", dispute(json!({ "appliedOn": "2026-09-21" })));
    desk.call("mediation.saveEvent", event(&other, "refused", "2026-09-21", "单位不同意调解"));
    let paper = opened(&desk, "mediation", "不予受理.pdf");
    holds(&paper, &["劳动争议调解不予受理通知书", "单位不同意调解", "申请仲裁"]);
    let third = desk.call("mediation.save", dispute(json!({ "appliedOn": "2026-09-21" })));
    desk.call("mediation.saveEvent", event(&third, "withdrawn", "2026-09-21", ""));
    assert_eq!(desk.call("mediation.get", json!({ "id": third }))["state"], "withdrawn");
    assert_eq!(desk.call("mediation.list", json!({ "which": "ended" }))["total"], 3);
    desk.call("mediation.remove", json!({ "id": third }));
    desk.call("trash.restore", json!({ "kind": "mediation", "id": third }));
}

/// What is due of one case, titles alone.
fn left(desk: &Desk, id: &Value) -> Vec<String> {
    let case = desk.call("mediation.get", json!({ "id": id }));
    let all = case["todos"].as_array().unwrap().iter();
    all.map(|todo| todo["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn talks_are_answered_and_settled_or_given_up_without_an_application() {
    let desk = founded("36");
    let talks = dispute(json!({ "appliedOn": null, "talksOn": "2026-09-14" }));
    let case = desk.call("mediation.save", talks.clone());
    assert_eq!(
        due(&desk, "mediation")[0].3,
        json!({ "page": "mediation", "id": case, "part": "event:answered" })
    );
    desk.call("mediation.saveEvent", event(&case, "answered", "2026-09-15", "同意，下周二谈"));
    desk.now("2026-09-25T09:00:00+08:00");
    assert!(!left(&desk, &case).contains(&"回应协商的要求".to_owned()), "{:?}", left(&desk, &case));
    let soon = with(talks.clone(), json!({ "id": case, "appliedOn": "2026-09-14" }));
    assert_eq!(desk.refused("mediation.save", soon).field.as_deref(), Some("appliedOn"), "before the answer");
    let silent = desk.refused("mediation.saveEvent", event(&case, "settled", "2026-09-22", " "));
    assert_eq!(silent.field.as_deref(), Some("text"));
    desk.call("mediation.saveEvent", event(&case, "settled", "2026-09-22", "九月工资里补发"));
    assert_eq!(left(&desk, &case), Vec::<String>::new());
    assert_eq!(desk.call("mediation.get", json!({ "id": case }))["state"], "closed");
    assert_eq!(desk.call("mediation.list", json!({ "which": "ended" }))["rows"][0]["ended"], "协商达成和解");
    let late = with(talks.clone(), json!({ "id": case, "appliedOn": "2026-09-24" }));
    assert_eq!(desk.refused("mediation.save", late).field.as_deref(), Some("appliedOn"));

    let other = desk.call("mediation.save", talks);
    assert!(left(&desk, &other).contains(&"问职工要不要申请调解".to_owned()), "silence");
    desk.call("mediation.saveEvent", event(&other, "givenUp", "2026-09-25", "本人不再要求"));
    assert_eq!(left(&desk, &other), Vec::<String>::new());
    assert_eq!(due(&desk, "mediation"), []);
}

#[test]
fn an_agreement_that_is_not_kept_ends_with_what_the_worker_does() {
    let desk = founded("36");
    let case = desk.call("mediation.save", dispute(json!({})));
    for (kind, text) in [("accepted", ""), ("agreed", "补发八百元"), ("signed", "")] {
        let one = event(&case, kind, "2026-09-15", text);
        let until = if kind == "agreed" { json!({ "untilOn": "2026-09-30" }) } else { json!({}) };
        desk.call("mediation.saveEvent", with(one, until));
    }
    desk.now("2026-10-12T09:00:00+08:00");
    assert_eq!(left(&desk, &case), ["履行调解协议", "问职工要不要申请仲裁或者支付令"]);
    let bare = desk.refused("mediation.saveEvent", event(&case, "unperformed", "2026-10-12", ""));
    assert_eq!(bare.field.as_deref(), Some("text"), "{}", bare.message);
    desk.call("mediation.saveEvent", event(&case, "unperformed", "2026-10-12", "已经申请支付令"));
    assert_eq!(left(&desk, &case), Vec::<String>::new());
    assert_eq!(desk.call("mediation.get", json!({ "id": case }))["state"], "closed");
}
