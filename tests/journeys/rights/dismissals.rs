//! A dismissal that the union is told of, looks into, objects to and hears back on, and who may read what it tells of health.
//! Its dispute stands in `mediation`.

use std::path::Path;

use serde_json::{Value, json};

use super::{WORKER, counted, due, founded, holds, next, opened, said, with};

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
    let signed = desk.out("签字的意见书.txt");
    std::fs::write(&signed, HEALTH).unwrap();
    let of = json!({ "kind": "paper", "id": issued });
    let scan = desk.call("files.add", json!({ "of": of, "file": signed }))["attachment"]["id"].clone();
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
            ("files.open", json!({ "id": scan })),
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
    assert_eq!(desk.refused("papers.print", paper.clone()).code, "covered", "on paper with a purpose too");
    assert_eq!(desk.refused("papers.issued", json!({ "id": issued })).code, "covered");
    desk.revealed("送交本人", "papers.print", paper);
    assert!(!desk.call("history.of", json!({ "table": "dismissal", "id": id })).to_string().contains(HEALTH));
    let lines =
        [json!({ "call": "sight.reveal", "args": { "purpose": "核对受保护的情形" } }), life("dismissal")];
    let (told, _) = desk.run(&lines);
    assert!(told[1].to_string().contains(HEALTH), "{}", told[1]);
    desk.sits_down(crate::gonghui::PASSPHRASE);
    let log = desk.call("sight.log", json!({})).to_string();
    assert!(log.contains("history.of") && log.contains("核对受保护的情形"), "the look is kept: {log}");
    assert!(log.contains("members.healthPaper") && log.contains("送交本人"), "and that at the paper: {log}");
}

/// The reason of a dismissal without fault is often an illness: it goes to whoever may read health, and to nobody else in any list,
/// search, file or case that comes of it.
#[test]
fn the_reason_of_a_dismissal_without_fault_is_told_to_whoever_may_read_health() {
    const ILLNESS: &str = "腰椎压缩性骨折";
    let desk = founded("36");
    let member = json!({ "name": "方立秋", "sex": "male", "form": "contract", "memberSince": "2015-03-01" });
    let member = desk.call("members.save", member);
    let about = json!({ "person": member, "name": "方立秋", "plannedOn": "2026-09-30" });
    let ill = with(
        about,
        json!({ "reasons": format!("{ILLNESS}，医疗期满不能从事原工作"), "grounds": "第四十条第一项" }),
    );
    let id = desk.call("dismissals.save", notice(ill));
    let fault = json!({ "kind": "fault", "reasons": "连续旷工三天" });
    let other = desk.call("dismissals.save", notice(fault));
    let case = desk.call("dismissals.toMediation", json!({ "id": id }));
    let phrase = |name: &str| format!("十月 的 风车 转 {name}");
    for (name, reads) in
        [("李强", json!([])), ("周宁", json!(["identity", "wages"])), ("郑琳", json!(["health"]))]
    {
        let person = json!({ "name": name, "role": "officer", "parts": ["letters"], "reads": reads });
        desk.call("people.add", json!({ "person": person, "passphrase": phrase(name) }));
    }
    for name in ["李强", "周宁"] {
        desk.sits_down(&phrase(name));
        let shown = desk.call("dismissals.get", json!({ "id": id }));
        assert_eq!(
            (&shown["reasonsCovered"], &shown["record"]["reasons"], &shown["record"]["grounds"]),
            (&json!(true), &json!(""), &Value::Null),
            "{name}"
        );
        let shown = desk.call("dismissals.get", json!({ "id": other }));
        assert_eq!(
            (&shown["reasonsCovered"], &shown["record"]["reasons"]),
            (&json!(false), &json!("连续旷工三天"))
        );
        let book = desk.out("解除.xlsx");
        desk.call("dismissals.export", json!({ "query": {}, "to": book }));
        let told = sheet_text(&book);
        assert!(
            !told.contains(ILLNESS) && told.contains("（受保护）") && told.contains("连续旷工三天"),
            "{told}"
        );
        for (command, args) in [
            ("dismissals.list", json!({})),
            ("search.all", json!({ "text": "方立秋" })),
            ("members.get", json!({ "id": member })),
            ("mediation.get", json!({ "id": case })),
            ("history.list", json!({})),
            ("history.of", json!({ "table": "dismissal", "id": id })),
            ("today.list", json!({})),
        ] {
            let told = desk.call(command, args).to_string();
            assert!(!told.contains(ILLNESS), "{name} {command}: {told}");
        }
        assert_eq!(desk.call("search.all", json!({ "text": "腰椎" })), json!([]), "{name}");
        assert_eq!(desk.call("dismissals.list", json!({ "text": "腰椎" }))["total"], 0, "{name}");
        let changed = with(notice(json!({ "id": id })), json!({ "name": "方立秋", "reasons": "别的" }));
        let refused = desk.refused("dismissals.save", changed);
        assert_eq!(refused.code, "no_right", "{name}: {}", refused.message);
        let life = desk.call("history.of", json!({ "table": "dismissal", "id": other })).to_string();
        assert!(life.contains("连续旷工三天"), "what tells of no body stays: {life}");
    }
    desk.sits_down(&phrase("郑琳"));
    assert!(desk.call("dismissals.get", json!({ "id": id })).to_string().contains(ILLNESS));
    assert_eq!(desk.call("dismissals.list", json!({ "text": "腰椎" }))["total"], 1);
    assert_eq!(desk.call("search.all", json!({ "text": "腰椎" }))[0]["id"], id);
    // One that was told as a fault first: its history tells no more than it does itself.
    let mended = notice(json!({ "id": other, "reasons": format!("{ILLNESS}，不能从事原工作") }));
    let by_fault = with(mended.clone(), json!({ "kind": "fault" }));
    desk.call("dismissals.save", by_fault);
    desk.call("dismissals.save", mended);
    desk.sits_down(&phrase("李强"));
    let life = desk.call("history.of", json!({ "table": "dismissal", "id": other })).to_string();
    assert!(!life.contains(ILLNESS) && life.contains("（受保护）"), "{life}");
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
