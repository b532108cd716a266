//! Labour-law supervision from the complaint to the request that the county union give its recommendation, and on to the
//! informer: what a chair types, whose each step is and by when, what a wrong order is refused with, and who may know the
//! informer.

use serde_json::{Value, json};

use crate::forms::{part, shown, word_form};
use crate::gonghui::Desk;
use crate::judges;

const INFORMER: &str = "柳新民";
const PHONE: &str = "13800138000";

/// A ledger of a place on a day, with two certificate holders.
fn founded(province: &str, city: Option<&str>) -> (Desk, [Value; 2]) {
    let desk = Desk::founded(province, city);
    desk.now("2026-09-15T09:00:00+08:00");
    let holders = [("王伟", "赣监0361"), ("沈一诺", "赣监0362")].map(|(name, certificate)| {
        desk.call("letters.saveInspector", json!({ "name": name, "certificate": certificate }))
    });
    (desk, holders)
}

fn complaint(on: &str) -> Value {
    json!({
        "source": "complaint", "topic": "wages", "receivedOn": on, "matter": "喷涂车间八月加班费没有发",
        "informer": { "name": INFORMER, "contact": PHONE },
    })
}

fn event(case: &Value, kind: &str, on: &str, text: &str) -> Value {
    json!({ "case": case, "kind": kind, "happenedOn": on, "text": text })
}

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

fn inquiry(case: &Value, on: &str, holders: &[Value]) -> Value {
    let more = json!({
        "place": "喷涂车间", "asked": "何平（车间主任）", "inspectors": holders, "finding": "violation", "signedOn": on,
    });
    with(event(case, "inquired", on, "问：八月有没有加班？\n答：有，没有发加班费。"), more)
}

/// What supervision makes due: title, whose, day, button, page and what it opens.
fn due(desk: &Desk) -> Vec<(String, String, String, Value)> {
    let all = desk.call("today.list", json!({}));
    let ours = all["duties"].as_array().unwrap().iter().filter(|duty| duty["module"] == "letters");
    ours.map(|duty| {
        let text = |key: &str| duty[key].as_str().unwrap_or_default().to_owned();
        let title = text("title").split('（').next().unwrap_or_default().to_owned();
        (title, text("whose"), text("due"), duty["place"].clone())
    })
    .collect()
}

/// The first thing due: title, whose, day.
fn next(desk: &Desk) -> (String, String, String) {
    let (title, whose, day, _) = due(desk).into_iter().next().expect("something is due");
    (title, whose, day)
}

fn said(title: &str, whose: &str, day: &str) -> (String, String, String) {
    (title.to_owned(), whose.to_owned(), day.to_owned())
}

/// The paper that a duty's button opens, as it prints.
fn opened(desk: &Desk, title: &str, name: &str) -> String {
    let place = due(desk).into_iter().find(|duty| duty.0 == title).expect("it is due").3;
    assert_eq!(place["page"], "papers", "the button opens a filled paper: {place}");
    let (kind, of) = place["id"].as_str().unwrap().split_once('@').expect("a kind and a record");
    let to = desk.out(name);
    desk.call("papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::well_formed(&to);
    judges::text(&to)
}

/// Enters that an issued paper was handed over, as the window does it: the sending opens with whom the paper is addressed to and
/// with today, the receipt with today. Answers what is typed, which is who signed.
fn hand_over(desk: &Desk, paper: &Value, on: &str) -> Value {
    let addressee = desk.call("outgoing.get", json!({ "id": paper }))["addressee"].clone();
    assert!(addressee.is_string(), "nobody types the addressee again");
    let sending = json!({ "paper": paper, "receiver": addressee, "manner": "handed", "sentOn": on });
    let id = desk.call("outgoing.saveSending", sending.clone());
    let typed = json!({ "signedBy": "万里程" });
    let receipt = with(sending, json!({ "id": id, "signedOn": on }));
    desk.call("outgoing.saveSending", with(receipt, typed.clone()));
    typed
}

/// Issues the letter of a kind and hands it over on a day. Answers its number, and what is typed on the way.
fn send(desk: &Desk, kind: &str, letter: &Value, on: &str) -> (String, Value) {
    let kind = format!("letters.{kind}");
    let number = desk.call("papers.issue", json!({ "kind": kind, "of": letter }));
    let register = desk.call("outgoing.list", json!({ "kind": kind }));
    let paper = &register["rows"][0]["id"];
    assert_eq!(
        next(desk).0.split('，').next(),
        Some(match kind.as_str() {
            "letters.reminder" => "送达提示函",
            "letters.request" => "送提请函给上级工会",
            _ => "送达意见书",
        })
    );
    let typed = hand_over(desk, paper, on);
    (number.as_str().unwrap().to_owned(), typed)
}

/// Fills a letter with what the ledger knows and what a chair types.
fn write(desk: &Desk, case: &Value, kind: &str, typed: Value) -> (Value, Value) {
    let start = desk.call("letters.start", json!({ "case": case, "kind": kind }));
    let letter = desk.call("letters.saveLetter", with(start["letter"].clone(), typed));
    (letter, start)
}

fn state(desk: &Desk, case: &Value) -> String {
    desk.call("letters.get", json!({ "id": case }))["state"].as_str().unwrap().to_owned()
}

/// 江西, 南昌: from the complaint to the request, counting what is typed.
#[test]
fn a_complaint_goes_up_to_the_request_letter_and_no_form_asks_what_the_ledger_knows() {
    let (desk, holders) = founded("36", Some("3601"));
    let mut typed = 0;
    let mut count = |args: &Value, told: &[&str]| {
        for field in told {
            assert!(args.pointer(field).is_some_and(|value| !value.is_null()), "{field}");
        }
        typed += told.len();
    };
    let clue = complaint("2026-09-15");
    count(&clue, &["/matter", "/informer/name", "/informer/contact"]);
    let case = desk.call("letters.save", clue);
    assert_eq!(next(&desk), said("决定是否受理", "union", "2026-09-29"), "ten working days of 南昌");
    assert_eq!(state(&desk, &case), "clue");
    desk.call("letters.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    assert_eq!(next(&desk), said("调查核实", "union", ""));
    let asked = inquiry(&case, "2026-09-15", &holders);
    count(&asked, &["/place", "/asked", "/inspectors/0", "/inspectors/1", "/finding", "/text"]);
    desk.call("letters.saveEvent", asked);
    assert_eq!(next(&desk), said("先与用人单位沟通协商", "union", ""));
    let talks = with(event(&case, "talked", "2026-09-15", "公司不肯补发"), json!({ "outcome": "refused" }));
    count(&talks, &["/text", "/outcome"]);
    desk.call("letters.saveEvent", talks);

    assert_eq!(next(&desk), said("发出提示函", "union", ""));
    let told = json!({ "request": "补发八月的加班费", "contact": "陈望舒，0791-80000206" });
    count(&told, &["/request", "/contact"]);
    let (reminder, start) = write(&desk, &case, "reminder", told);
    assert_eq!(
        start["letter"]["facts"], "喷涂车间八月加班费没有发",
        "questions and answers are no facts that a letter states"
    );
    assert_eq!(start["letter"]["evidence"], "2026年9月15日调查笔录");
    assert_eq!(
        start["letter"]["articles"],
        "《中华人民共和国工会法》第二十三条：克扣、拖欠职工工资的，工会应当代表职工交涉，要求改正；单位应当研究处理并答复"
    );
    assert_eq!(start["letter"]["answerBy"], "2026-10-12", "fifteen working days, a suggestion");
    assert!(start["suggestion"].as_str().unwrap().contains("工会提出的"), "{}", start["suggestion"]);
    assert_eq!(start["limits"], json!([]), "江西 sets no term for a reminder");
    assert_eq!(next(&desk), said("印发提示函", "union", ""));
    let paper = opened(&desk, "印发提示函", "提示函.pdf");
    for line in [
        "工会劳动法律监督提示函",
        "赣江机械有限公司：",
        "请你单位于2026年10月12日以前",
        "这个日期由我会提出",
        "工会主席（签字）",
        "赣监0361",
    ] {
        assert!(paper.contains(line), "{line}: {paper}");
    }
    assert!(!paper.contains(INFORMER) && !paper.contains(PHONE), "nobody learns who reported it");
    let (number, handed) = send(&desk, "reminder", &reminder, "2026-09-15");
    count(&handed, &["/signedBy"]);
    assert_eq!(number, "工监提〔2026〕1号");
    assert_eq!(next(&desk), said("书面答复提示函", "employer", "2026-10-12"));

    desk.now("2026-10-14T09:00:00+08:00");
    let all: Vec<String> = due(&desk).into_iter().map(|duty| duty.0).collect();
    assert_eq!(all, ["书面答复提示函", "对方逾期没有答复，发出意见书"], "theirs stays, ours begins");
    let (opinion, start) = write(&desk, &case, "opinion", json!({}));
    assert_eq!(start["letter"]["request"], "补发八月的加班费", "nothing is typed again");
    let limits = start["limits"].as_array().unwrap();
    assert!(
        limits[0].as_str().unwrap().contains("三十日内")
            && limits.iter().any(|one| one.as_str().unwrap().contains("六十日内"))
    );
    assert_eq!(start["fixedForm"]["id"], "JX-LS-28");

    // 江西 has a form of its own: ours is only copied from, and what was handed over is entered.
    let all: Vec<String> = due(&desk).into_iter().map(|duty| duty.0).collect();
    assert_eq!(
        all,
        ["书面答复提示函", "用统一格式送达意见书"],
        "the reminder is owed an answer until the opinion is out"
    );
    let own = desk.refused("papers.issue", json!({ "kind": "letters.opinion", "of": opinion }));
    assert_eq!(own.rule.as_deref(), Some("江西省工会劳动法律监督条例第二十八条"));
    let served = json!({ "letter": opinion, "receivedOn": "2026-10-14", "receivedBy": "万里程" });
    count(&served, &["/receivedBy"]);
    desk.call("letters.serveLetter", served);
    assert_eq!(next(&desk), said("书面答复意见书", "employer", "2026-11-13"));
    assert_eq!(due(&desk).len(), 1, "the opinion takes the reminder's place");
    let copy = desk.out("意见书底稿.pdf");
    desk.call("papers.print", json!({ "kind": "letters.opinion", "of": opinion, "to": copy }));
    let copy = judges::text(&copy);
    assert!(
        !copy.contains("草稿") && copy.contains("以送达的一份为准"),
        "what was handed over is no draft: {copy}"
    );
    assert_eq!(
        desk.refused("papers.issue", json!({ "kind": "letters.opinion", "of": opinion })).rule.as_deref(),
        Some("江西省工会劳动法律监督条例第二十八条"),
        "nor is it issued here"
    );
    let shown = desk.call("letters.get", json!({ "id": case }));
    let others = shown["todos"][0]["deadline"]["others"].as_array().unwrap();
    assert!(
        others.iter().any(|other| other["due"] == "2026-12-14" || other["due"] == "2026-12-13"),
        "60 days of the city stand beside: {others:?}"
    );

    let early = desk.refused(
        "letters.saveLetter",
        json!({ "case": case, "kind": "request", "datedOn": "2026-10-14", "addressee": "县总工会" }),
    );
    assert_eq!(early.rule.as_deref(), Some("江西省工会劳动法律监督条例第二十条"));
    assert!(early.message.contains("2026年11月13日"), "{}", early.message);
    desk.now("2026-11-16T09:00:00+08:00");
    assert_eq!(next(&desk).0, "书面答复意见书", "overdue stands first");
    let ours = desk.refused(
        "letters.saveLetter",
        json!({ "case": case, "kind": "recommendation", "datedOn": "2026-11-16" }),
    );
    assert!(ours.rule.unwrap().contains("工会劳动法律监督办法"), "the federation's rule stands behind it");
    assert!(ours.message.contains("提请函"), "the way out is told: {}", ours.message);

    let upper = json!({ "addressee": "县总工会" });
    count(&upper, &["/addressee"]);
    let (request, _) = write(&desk, &case, "request", upper);
    let paper = opened(&desk, "印发提请函，送上级工会", "提请函.pdf");
    for line in [
        "关于提请发出工会劳动法律监督建议书的函",
        "县总工会：",
        "2026年10月14日签收",
        "答复期限到2026年11月13日",
        "没有书面答复",
        "联系人：陈望舒，0791-80000206",
        "江西省工会劳动法律监督条例",
    ] {
        assert!(paper.contains(line), "{line}: {paper}");
    }
    assert!(!paper.contains(INFORMER));
    desk.call("papers.issue", json!({ "kind": "letters.request", "of": request }));
    assert_eq!(
        next(&desk),
        said("送提请函给上级工会，登记签收", "union", ""),
        "issued is not sent: it lies with us until they have it"
    );
    let paper = desk.call("outgoing.list", json!({ "kind": "letters.request" }))["rows"][0]["id"].clone();
    assert_eq!(due(&desk)[0].3, json!({ "page": "outgoing", "id": paper, "part": "send" }));
    count(&hand_over(&desk, &paper, "2026-11-16"), &["/signedBy"]);
    assert_eq!(next(&desk), said("决定是否发出建议书", "upper", ""));
    assert_eq!(typed, 17, "fields typed from the complaint to the request in the upper union's hands");

    // What has gone out lacks nothing, whatever becomes of the case.
    desk.call("letters.saveEvent", event(&case, "closed", "2026-11-16", "公司已经补发"));
    assert_eq!(desk.paper("letters.request")["missing"], json!([]), "a closed case keeps its request");
}

/// 江西 fixes the form of an opinion: the upper union's own form is kept and filled from the case.
#[test]
fn the_form_that_the_province_fixes_is_filled_from_the_case_and_its_delivery_entered() {
    let (desk, holders) = founded("36", Some("3601"));
    let case = desk.call("letters.save", complaint("2026-09-15"));
    desk.call("letters.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    desk.call("letters.saveEvent", inquiry(&case, "2026-09-15", &holders));
    let talks = with(event(&case, "talked", "2026-09-15", "公司不肯补发"), json!({ "outcome": "refused" }));
    desk.call("letters.saveEvent", talks);
    let told = json!({ "request": "补发八月的加班费", "contact": "陈望舒，0791-80000206" });
    let (reminder, _) = write(&desk, &case, "reminder", told);
    send(&desk, "reminder", &reminder, "2026-09-15");
    desk.now("2026-10-14T09:00:00+08:00");
    let (opinion, start) = write(&desk, &case, "opinion", json!({}));
    assert_eq!(start["fixedForm"]["id"], "JX-LS-28");

    let body = "<w:p><w:r><w:t>【案件编号】致【发给谁】：【反映事项】，【受理日期】受理，【监督员和证号】调查。事实：【查明的事实】。\
        证据：【证据】。依据：【依据的条文】。要求：【要求】。请于【答复期限】答复。联系【联系人和电话】，主席【主席】，\
        【落款日期】。反映人【反映人】</w:t></w:r></w:p>";
    let form = desk.call("forms.add", json!({ "file": word_form(&desk, "监督意见书.docx", body) }));
    let kept = desk.call("forms.get", json!({ "id": form }));
    assert_eq!(kept["form"]["about"], "supervision", "as its marks say");
    let to = desk.out("填好的意见书.docx");
    let filling = |of: &Value| {
        let form = match of {
            Value::Null => json!({ "id": form, "purpose": "submit" }),
            of => json!({ "id": form, "of": of, "purpose": "submit" }),
        };
        json!({ "form": form, "to": to })
    };
    assert_eq!(desk.refused("forms.fill", filling(&Value::Null)).field.as_deref(), Some("of"));
    let done = desk.call("forms.fill", filling(&case));
    assert_eq!(done["outcome"]["blank"], json!([]), "everything that the form asks for is known");
    let unknown = done["outcome"]["unknown"].as_array().unwrap();
    assert_eq!((unknown.len(), &unknown[0]["mark"]), (1, &json!("反映人")), "who reported it is no mark");
    let text = shown(&part(&to, "word/document.xml"));
    for holds in [
        "监〔2026〕1号致赣江机械有限公司：喷涂车间八月加班费没有发，2026年9月15日受理",
        "王伟（证号赣监0361）、沈一诺（证号赣监0362）调查",
        "事实：喷涂车间八月加班费没有发。证据：2026年9月15日调查笔录。",
        "《中华人民共和国工会法》第二十三条",
        "要求：补发八月的加班费。请于收到之日起30日内答复。",
        "联系陈望舒，0791-80000206，主席陈望舒，2026年10月14日。反映人【反映人】",
    ] {
        assert!(text.contains(holds), "{holds}: {text}");
    }
    assert!(!text.contains(INFORMER) && !text.contains(PHONE), "nobody learns who reported it: {text}");

    // It is kept with the case, and opens without a look at anybody's identity.
    let files = desk.call("files.list", json!({ "of": { "kind": "supervision", "id": case } }));
    assert_eq!(files.as_array().unwrap().len(), 1);
    assert_eq!(files[0]["name"], "监督意见书（2026-10-14填）.docx");
    desk.call("files.open", json!({ "id": files[0]["id"] }));
    let fillings = desk.call("forms.get", json!({ "id": form }))["fillings"].clone();
    assert_eq!(fillings[0]["title"], "监〔2026〕1号　喷涂车间八月加班费没有发");

    assert_eq!(due(&desk)[1].0, "用统一格式送达意见书");
    let served = json!({ "letter": opinion, "receivedOn": "2026-10-14", "receivedBy": "万里程" });
    desk.call("letters.serveLetter", served);
    assert_eq!(next(&desk), said("书面答复意见书", "employer", "2026-11-13"));
    desk.head();
}

/// 内蒙古 has a clock for nearly every step.
#[test]
fn each_duty_appears_on_its_first_day_says_whose_it_is_and_vanishes_when_done() {
    let (desk, holders) = founded("15", None);
    let case = desk.call("letters.save", complaint("2026-09-15"));
    assert_eq!(next(&desk), said("决定是否受理", "union", "2026-09-21"), "five working days");
    desk.call("letters.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    assert_eq!(
        next(&desk),
        said("调查核实", "union", "2026-11-02"),
        "thirty working days from the complaint"
    );
    let unsigned = with(inquiry(&case, "2026-09-15", &holders), json!({ "signedOn": null }));
    let unsigned = desk.call("letters.saveEvent", unsigned);
    let both: Vec<String> = due(&desk).into_iter().map(|duty| duty.0).collect();
    assert_eq!(both, ["调查笔录请双方签字", "发出提示函"], "the record is signed beside the next step");
    let record = desk.out("笔录.pdf");
    desk.call("papers.print", json!({ "kind": "letters.inquiry", "of": unsigned, "to": record }));
    judges::sound(&record, &["调查笔录", "何平（车间主任）", "王伟（证号赣监0361）", "被调查人（签字）"]);
    desk.call("letters.saveEvent", with(inquiry(&case, "2026-09-15", &holders), json!({ "id": unsigned })));
    assert_eq!(due(&desk).len(), 1, "signed");

    let (reminder, start) =
        write(&desk, &case, "reminder", json!({ "request": "补发", "contact": "陈望舒" }));
    assert!(start["limits"][0].as_str().unwrap().contains("十个工作日"), "{}", start["limits"]);
    assert_eq!((&start["suggestion"], &start["letter"]["answerBy"]), (&Value::Null, &Value::Null));
    send(&desk, "reminder", &reminder, "2026-09-15");
    assert_eq!(
        next(&desk),
        said("书面答复提示函", "employer", "2026-09-29"),
        "ten working days, 中秋 between"
    );
    let partly =
        with(event(&case, "reminderAnswered", "2026-09-15", "只补一半"), json!({ "outcome": "partly" }));
    desk.call("letters.saveEvent", partly);
    assert_eq!(next(&desk), said("对方没有全部改正，发出意见书", "union", ""));
    let (opinion, _) = write(&desk, &case, "opinion", json!({}));
    let paper = opened(&desk, "印发意见书", "意见书.pdf");
    for line in ["工会劳动法律监督意见书", "30个工作日内", "第二十二条", "赣监0362", "补发"]
    {
        assert!(paper.contains(line), "{line}: {paper}");
    }
    assert_eq!(send(&desk, "opinion", &opinion, "2026-09-15").0, "工监意〔2026〕1号");
    assert_eq!(next(&desk), said("书面答复意见书", "employer", "2026-11-02"));

    desk.now("2026-11-04T09:00:00+08:00");
    let (request, _) = write(&desk, &case, "request", json!({ "addressee": "旗总工会" }));
    send(&desk, "request", &request, "2026-11-04");
    assert_eq!(next(&desk), said("决定是否发出建议书", "upper", ""));
    let known = json!({ "department": "旗人社局", "number": "旗工监建〔2026〕3号" });
    desk.call("letters.saveEvent", with(event(&case, "recommended", "2026-11-04", ""), known));
    assert_eq!(next(&desk), said("部门立案", "upper", "2026-11-11"), "five working days");
    let known = desk.call("letters.get", json!({ "id": case }))["department"].clone();
    assert_eq!(known, "旗人社局", "what the department does next begins with the department");
    desk.call("letters.saveEvent", event(&case, "filed", "2026-11-04", ""));
    assert_eq!(next(&desk), said("部门办完并书面告知", "upper", "2027-02-02"), "ninety days");
    let waiting = desk.refused("letters.saveEvent", event(&case, "closed", "2026-11-04", "不等了"));
    assert!(waiting.message.contains("处理结果还没有登记"), "{}", waiting.message);
    desk.call("letters.saveEvent", event(&case, "decided", "2026-11-04", "责令补发，已经发了"));
    assert_eq!(next(&desk), said("写结案报告，结案", "union", ""));
    desk.call("letters.saveEvent", event(&case, "closed", "2026-11-04", "加班费已经补发"));
    assert_eq!(next(&desk), said("把办理结果告知反映人", "union", "2026-11-18"), "ten working days");
    let report = desk.print("letters.closing", "结案报告.pdf");
    judges::sound(
        &report,
        &[
            "结案报告",
            "发出《工会劳动法律监督提示函》",
            "答复提示函",
            "发出《工会劳动法律监督意见书》",
            "旗人社局旗工监建〔2026〕3号",
            "加班费已经补发",
            "将告知反映人",
        ],
    );
    desk.call("letters.saveEvent", event(&case, "told", "2026-11-04", "当面告知"));
    assert_eq!(due(&desk), [], "nothing is left");
    assert_eq!(desk.call("letters.list", json!({ "which": "over" }))["total"], 1);

    let figures = desk.call("report.year", json!({ "year": 2026 }));
    let tables = figures["tables"].as_array().unwrap();
    let table = tables.iter().find(|table| table["id"] == "supervision").expect("the yearly counts");
    let counts: Vec<String> = table["figures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["id"].as_str().unwrap(), one["now"]["text"].as_str().unwrap()))
        .collect();
    for count in [
        "all 1",
        "accepted 1",
        "reminders 1",
        "opinions 1",
        "requests 1",
        "recommended 1",
        "closed 1",
        "inTime 1",
    ] {
        assert!(counts.contains(&format!("supervision.{count}")), "{count}: {counts:?}");
    }
}

#[test]
fn what_is_not_taken_up_is_told_in_writing_without_the_name() {
    let (desk, _) = founded("33", None);
    let case = desk.call("letters.save", complaint("2026-09-15"));
    let silent = desk.refused("letters.saveEvent", event(&case, "refused", "2026-09-15", " "));
    assert_eq!(silent.field.as_deref(), Some("text"), "a refusal has its reason");
    desk.call("letters.saveEvent", event(&case, "refused", "2026-09-15", "仲裁委员会已经受理"));
    assert_eq!(
        next(&desk),
        said("书面告知反映人不予受理", "union", "2026-09-21"),
        "five working days in 浙江"
    );
    let paper = opened(&desk, "书面告知反映人不予受理", "告知书.pdf");
    for line in ["不予受理告知书", "反映人（登记号监〔2026〕1号）", "仲裁委员会已经受理", "为你保密"]
    {
        assert!(paper.contains(line), "{line}: {paper}");
    }
    assert!(!paper.contains(INFORMER), "the name is written by hand");
    let both = desk.refused("letters.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    assert!(both.message.contains("不予受理"), "{}", both.message);
    desk.call("letters.saveEvent", event(&case, "told", "2026-09-15", "当面交给本人"));
    assert_eq!(due(&desk), []);
    // Nobody is told where nobody is named.
    let mut anonymous = complaint("2026-09-15");
    anonymous.as_object_mut().unwrap().remove("informer");
    let other = desk.call("letters.save", anonymous);
    desk.call("letters.saveEvent", event(&other, "refused", "2026-09-15", "不属于监督范围"));
    assert_eq!(due(&desk), []);
    assert_eq!(state(&desk, &other), "refused");
}

#[test]
fn a_wrong_order_is_refused_with_rule_and_fact_and_passes_as_a_late_entry() {
    let (desk, holders) = founded("36", None);
    let case = desk.call("letters.save", complaint("2026-09-15"));
    let early = desk.refused("letters.saveEvent", inquiry(&case, "2026-09-15", &holders));
    assert_eq!(early.rule.as_deref(), Some("江西省工会劳动法律监督条例第十八条"));
    desk.call("letters.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    let alone = desk.refused("letters.saveEvent", inquiry(&case, "2026-09-15", &holders[..1]));
    assert_eq!(
        (alone.field.as_deref(), alone.rule.as_deref()),
        (Some("inspectors"), Some("江西省工会劳动法律监督条例第十九条"))
    );
    let asked = desk.call("letters.saveEvent", inquiry(&case, "2026-09-15", &holders));
    let straight = json!({ "case": case, "kind": "opinion", "datedOn": "2026-09-15", "facts": "没有发" });
    let talks = desk.refused("letters.saveLetter", straight.clone());
    assert_eq!(talks.rule.as_deref(), Some("江西省工会劳动法律监督条例第二十条"));
    assert!(talks.message.contains("补录"), "the way in is told: {}", talks.message);
    let letter =
        desk.call("letters.saveLetter", with(straight, json!({ "lateEntry": "八月就发过，按存根补录" })));
    desk.call(
        "letters.serveLetter",
        json!({ "letter": letter, "number": "监意7号", "receivedOn": "2026-09-15", "receivedBy": "万里程" }),
    );
    assert_eq!(next(&desk), said("书面答复意见书", "employer", "2026-10-15"));
    let receipt = desk.print("letters.receipt", "送达回执.pdf");
    judges::sound(&receipt, &["送达回执", "工会劳动法律监督意见书", "监意7号", "万里程于2026年9月15日签收"]);

    // What others stand on is not taken away, and everything can be taken back.
    let answer =
        with(event(&case, "opinionAnswered", "2026-09-15", "已经补发"), json!({ "outcome": "mended" }));
    desk.call("letters.saveEvent", answer);
    desk.call("letters.saveEvent", event(&case, "closed", "2026-09-15", "已经补发"));
    let again = with(event(&case, "talked", "2026-09-15", "再谈"), json!({ "outcome": "mended" }));
    let over = desk.refused("letters.saveEvent", again);
    assert!(over.message.contains("已于2026年9月15日结案"), "{}", over.message);
    let first = desk.call("letters.get", json!({ "id": case }))["events"][0]["id"].clone();
    let leans = desk.refused("letters.removeEvent", json!({ "id": first }));
    assert!(leans.message.contains("以它为前提"), "{}", leans.message);
    desk.call("ledger.undo", json!({}));
    assert_eq!(state(&desk, &case), "opined", "the closing is taken back");
    let gone = desk.refused("letters.removeLetter", json!({ "id": letter }));
    assert!(gone.message.contains("留存"), "{}", gone.message);
    let old = with(inquiry(&case, "2026-09-15", &holders), json!({ "id": asked, "finding": "none" }));
    desk.call("letters.saveEvent", old);
    assert_eq!(desk.call("letters.get", json!({ "id": case }))["events"][1]["record"]["finding"], "none");
}

#[test]
fn who_reported_it_is_known_only_to_one_who_may_and_says_what_for() {
    let (desk, _) = founded("36", None);
    let told = desk.refused(
        "letters.save",
        with(complaint("2026-09-15"), json!({ "details": format!("{INFORMER}说八月没有发") })),
    );
    assert_eq!(told.field.as_deref(), Some("matter"), "the name has its own place");
    let case = desk.call("letters.save", complaint("2026-09-15"));
    let shown = desk.call("letters.get", json!({ "id": case }));
    assert_eq!(
        (&shown["named"], &shown["informer"], &shown["shown"]),
        (&json!(true), &Value::Null, &json!("masked"))
    );
    // A correction that does not show the informer leaves it as it was.
    let mut change = shown["record"].clone();
    change["matter"] = json!("喷涂车间八月、九月加班费没有发");
    desk.call("letters.save", change);
    let file = desk.out("台账.xlsx");
    assert_eq!(desk.call("letters.export", json!({ "query": {}, "to": file }))["rows"], 1);
    let lines = [
        json!({ "call": "search.all", "args": { "text": INFORMER } }),
        json!({ "call": "search.all", "args": { "text": "监〔2026〕1号" } }),
        json!({ "call": "history.of", "args": { "table": "supervision_case", "id": case } }),
        json!({ "call": "sight.reveal", "args": { "purpose": "核对反映人的联系方式" } }),
        json!({ "call": "letters.get", "args": { "id": case } }),
        json!({ "call": "history.of", "args": { "table": "supervision_case", "id": case } }),
        json!({ "call": "sight.log", "args": {} }),
    ];
    let (answers, output) = desk.run(&lines);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text: Vec<String> = answers.iter().map(Value::to_string).collect();
    assert!(!text[0].contains(INFORMER), "in no index: {}", text[0]);
    assert!(
        text[1].contains("喷涂车间八月、九月加班费没有发") && text[1].contains("supervision"),
        "{}",
        text[1]
    );
    assert!(
        text[2].contains("受保护") && !text[2].contains(INFORMER) && !text[2].contains(PHONE),
        "{}",
        text[2]
    );
    assert!(
        text[4].contains(INFORMER) && text[4].contains(PHONE),
        "in full to one who said what for: {}",
        text[4]
    );
    assert!(text[5].contains(INFORMER), "{}", text[5]);
    for look in ["letters.get", "history.of"] {
        assert!(
            text[6].contains(look) && text[6].contains(case.as_str().unwrap()),
            "the look is kept: {}",
            text[6]
        );
    }
    // What is removed comes back whole, informer and all.
    desk.call("letters.remove", json!({ "id": case }));
    assert_eq!(desk.call("letters.list", json!({}))["total"], 0);
    assert_eq!(desk.call("search.all", json!({ "text": "加班费没有发" })), json!([]));
    desk.call("trash.restore", json!({ "kind": "supervision", "id": case }));
    assert_eq!(desk.call("letters.get", json!({ "id": case }))["named"], true);
    assert_eq!(
        desk.call("letters.list", json!({ "text": "jiabanfei" }))["total"],
        0,
        "only titles have pinyin of people"
    );
    assert_eq!(desk.call("letters.list", json!({ "text": "加班费", "topic": "wages" }))["total"], 1);
}

#[test]
fn an_officer_of_another_part_reads_and_does_not_write() {
    let (desk, _) = founded("36", None);
    let officer = |name: &str, parts: Value| {
        let person = json!({ "name": name, "role": "officer", "parts": parts, "reads": [] });
        desk.call("people.add", json!({ "person": person, "passphrase": format!("十月 的 风车 转 {name}") }));
    };
    officer("李强", json!(["letters"]));
    officer("王敏", json!(["members"]));
    desk.sits_down("十月 的 风车 转 李强");
    let case = desk.call("letters.save", complaint("2026-09-15"));
    assert_eq!(
        desk.call("letters.get", json!({ "id": case }))["shown"],
        "never",
        "who wrote it down cannot look it up"
    );
    desk.sits_down("十月 的 风车 转 王敏");
    assert_eq!(desk.call("letters.get", json!({ "id": case }))["informer"], Value::Null);
    assert_eq!(
        desk.refused("letters.saveEvent", event(&case, "accepted", "2026-09-15", "")).code,
        "no_right"
    );
    desk.sits_down(crate::gonghui::PASSPHRASE);
}

/// A supervisor's certificate is entered once: with the seat in the committee, or in the register; each reads the other.
#[test]
fn a_certificate_is_kept_once_and_read_by_the_inquiry_and_the_committee() {
    let (desk, _) = founded("36", None);
    let member = |name: &str| {
        let record = json!({ "name": name, "sex": "male", "form": "contract", "memberSince": "2015-03-01" });
        desk.call("members.save", record)
    };
    let (feng, wan) = (member("冯立新"), member("万立平"));
    let seats = json!([
        { "person": feng, "name": "冯立新", "office": "chair", "certificateNumber": "赣监0311", "certificateUntil": "2028-06-30" },
        { "person": wan, "name": "万立平", "office": "member" },
        { "name": "李堃", "office": "member", "certificateNumber": "赣监0312" },
    ]);
    let term = json!({
        "body": "supervision", "session": 1, "startedOn": "2024-01-22", "years": 5, "cleared": false, "members": seats,
    });
    desk.call("union.saveTerm", term);
    let holders = || desk.call("letters.inspectors", json!({})).as_array().unwrap().clone();
    let named = |name: &str| holders().into_iter().find(|one| one["name"] == name);
    for (name, number) in [("冯立新", "赣监0311"), ("李堃", "赣监0312")] {
        let one = named(name).expect("whoever sits with a certificate is offered");
        assert_eq!((&one["certificate"], &one["seated"]), (&json!(number), &json!(true)), "{name}");
    }
    let again = json!({ "person": feng, "name": "冯立新", "certificate": "赣监0999" });
    let refused = desk.refused("letters.saveInspector", again);
    assert!(refused.message.contains("劳动法律监督委员会的名单"), "{}", refused.message);

    let more =
        json!({ "person": wan, "name": "万立平", "certificate": "赣监0400", "validUntil": "2029-12-31" });
    desk.call("letters.saveInspector", more);
    let seat = |name: &str| {
        let all = desk.call("union.bodies", json!({}));
        let bodies = all["bodies"].as_array().unwrap().clone();
        let body = bodies.into_iter().find(|one| one["body"] == "supervision").unwrap();
        let members = body["current"]["record"]["members"].as_array().unwrap().clone();
        members.into_iter().find(|one| one["name"] == name).unwrap()
    };
    let kept = seat("万立平");
    assert_eq!(
        (&kept["certificateNumber"], &kept["certificateUntil"]),
        (&json!("赣监0400"), &json!("2029-12-31")),
        "the committee's page reads the register"
    );

    let case = desk.call("letters.save", complaint("2026-09-15"));
    desk.call("letters.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    let two = ["冯立新", "李堃"].map(|name| named(name).unwrap()["id"].clone());
    desk.call("letters.saveEvent", inquiry(&case, "2026-09-15", &two));
    let told = desk.call("letters.get", json!({ "id": case })).to_string();
    assert!(told.contains("冯立新（证号赣监0311）") && told.contains("李堃（证号赣监0312）"), "{told}");
    assert_eq!(holders().iter().filter(|one| one["name"] == "冯立新").count(), 1, "one holder after it too");
}
