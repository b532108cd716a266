//! From the complaint to the request that the county union give its recommendation, counting what is typed, and the form of an
//! opinion that the province fixes. When each step is due stands in `steps`.

use serde_json::{Value, json};

use super::{
    INFORMER, PHONE, complaint, due, event, founded, hand_over, inquiry, next, opened, said, send, state,
    with, write,
};
use crate::forms::{part, shown, word_form};
use crate::judges;

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
