//! Outgoing papers from their number to the file: sent to each receiver, signed for, filed, corrected, found again; each
//! step taken back, and a sending brought back from the trash.

use serde_json::{Value, json};

use crate::concluding::met;
use crate::gonghui::Desk;
use crate::judges;

/// A desk with the minutes of one meeting issued, and the issue.
fn issued() -> (Desk, Value) {
    let (desk, _) = met();
    issue(&desk, "negotiation.minutes");
    let id = list(&desk, json!({}))[0]["id"].clone();
    (desk, id)
}

fn issue(desk: &Desk, kind: &str) -> Value {
    let paper = desk.paper(kind);
    desk.call("papers.issue", json!({ "kind": kind, "of": paper["of"] }))
}

fn list(desk: &Desk, query: Value) -> Vec<Value> {
    let page = desk.call("outgoing.list", query);
    assert_eq!(page["total"], page["rows"].as_array().unwrap().len(), "the whole list fits one slice here");
    page["rows"].as_array().unwrap().clone()
}

fn numbers(desk: &Desk, query: Value) -> Vec<String> {
    list(desk, query).iter().map(|row| row["number"].as_str().unwrap().to_owned()).collect()
}

fn get(desk: &Desk, id: &Value) -> Value {
    desk.call("outgoing.get", json!({ "id": id }))
}

fn sending(paper: &Value, receiver: &str, on: &str) -> Value {
    json!({ "paper": paper, "receiver": receiver, "manner": "handed", "sentOn": on })
}

fn signed(mut sending: Value, by: &str, on: &str) -> Value {
    (sending["signedBy"], sending["signedOn"]) = (by.into(), on.into());
    sending
}

#[test]
fn a_paper_is_sent_signed_for_and_filed() {
    let (desk, id) = issued();
    let due = desk.due();
    let new = get(&desk, &id);
    assert_eq!(
        (&new["state"], &new["number"], &new["kindLabel"]),
        (&json!("issued"), &json!("工协纪〔2026〕1号"), &json!("会议纪要"))
    );
    let today = new["issuedOn"].as_str().unwrap().to_owned();
    let early = desk.refused("outgoing.saveSending", sending(&id, "公司", "2026-01-01"));
    assert_eq!(early.field.as_deref(), Some("sentOn"), "{}", early.message);
    let nobody = desk.refused("outgoing.saveSending", sending(&id, " ", &today));
    assert_eq!(nobody.field.as_deref(), Some("receiver"));

    let company = desk.call("outgoing.saveSending", sending(&id, "江西赣江机械有限公司", &today));
    let mut county = sending(&id, "县总工会", &today);
    (county["manner"], county["note"]) = ("posted".into(), "挂号信".into());
    let county = desk.call("outgoing.saveSending", county);
    assert_eq!(get(&desk, &id)["state"], "sent");
    assert_eq!(desk.call("outgoing.list", json!({}))["unsigned"], 1);
    let half = signed(sending(&id, "江西赣江机械有限公司", &today), "", &today);
    assert_eq!(desk.refused("outgoing.saveSending", half).field.as_deref(), Some("signedBy"));
    for (sending_id, receiver, by) in
        [(&company, "江西赣江机械有限公司", "万里程"), (&county, "县总工会", "收发室")]
    {
        let mut whole = signed(sending(&id, receiver, &today), by, &today);
        whole["id"] = sending_id.clone();
        desk.call("outgoing.saveSending", whole);
    }
    let all = get(&desk, &id);
    assert_eq!(all["state"], "signed");
    assert_eq!(all["sendings"][0]["signedBy"], "万里程");
    assert_eq!(desk.due(), due, "no law here says by when a paper is sent, so nothing is due");

    desk.call(
        "outgoing.file",
        json!({ "id": id, "filedOn": today, "number": "2026-协商-03", "place": "铁皮柜" }),
    );
    let filed = get(&desk, &id);
    assert_eq!(filed["state"], "filed");
    assert_eq!(filed["filed"], json!({ "on": today, "number": "2026-协商-03", "place": "铁皮柜" }));
    assert_eq!(desk.call("ledger.undo", json!({}))["label"], "文件归档");
    assert_eq!(get(&desk, &id)["state"], "signed", "taken back");
    desk.call("ledger.redo", json!({}));
    desk.call("outgoing.unfile", json!({ "id": id }));
    assert_eq!(desk.refused("outgoing.unfile", json!({ "id": id })).code, "refused");
    let life = desk.call("history.of", json!({ "table": "paper", "id": id })).to_string();
    for told in ["文件归档", "档号", "登记发送", "受送达人", "县总工会", "邮寄", "取消归档"]
    {
        assert!(life.contains(told), "{told} is told in {life}");
    }
    desk.head();
}

#[test]
fn a_sending_is_removed_and_comes_back_from_the_trash() {
    let (desk, id) = issued();
    let today = get(&desk, &id)["issuedOn"].as_str().unwrap().to_owned();
    let sent = desk.call("outgoing.saveSending", sending(&id, "县总工会", &today));
    desk.call("outgoing.removeSending", json!({ "id": sent }));
    assert_eq!(get(&desk, &id)["sendings"], json!([]));
    let trash = desk.call("trash.list", json!({}));
    assert_eq!(
        (&trash[0]["kind"], &trash[0]["kindLabel"], &trash[0]["title"]),
        (&json!("sending"), &json!("发送记录"), &json!("工协纪〔2026〕1号 县总工会"))
    );
    desk.call("trash.restore", json!({ "kind": "sending", "id": sent }));
    assert_eq!(get(&desk, &id)["sendings"][0]["receiver"], "县总工会");
    desk.call("outgoing.removeSending", json!({ "id": sent }));
    desk.call("trash.setRetention", json!({ "kind": "sending", "months": 0 }));
    desk.call("trash.purge", json!({ "kind": "sending", "id": sent, "reason": "误登" }));
    let life = desk.call("history.of", json!({ "table": "paper", "id": id })).to_string();
    assert!(!life.contains("县总工会"), "erased, its receiver is told nowhere: {life}");
    desk.head();
}

#[test]
fn the_register_is_filtered_searched_and_taken_out_as_excel() {
    let (desk, id) = issued();
    issue(&desk, "negotiation.representatives");
    desk.now("2026-11-02T09:00:00+08:00");
    let of = desk.paper("negotiation.minutes")["of"].clone();
    let texts = desk.call("papers.texts", json!({ "kind": "negotiation.minutes", "of": of }));
    let old = &texts[1];
    desk.call(
        "papers.saveText",
        json!({
            "kind": "negotiation.minutes", "of": of, "block": old["block"], "replaced": old["filled"],
            "text": "更正后的一段。",
        }),
    );
    issue(&desk, "negotiation.minutes");
    let day = "2026-11-02";
    desk.call("outgoing.saveSending", signed(sending(&id, "县总工会", day), "收发室", day));
    assert_eq!(numbers(&desk, json!({}))[0], "工协纪〔2026〕2号", "the newest first");
    assert_eq!(numbers(&desk, json!({ "sort": "issuedOn" }))[2], "工协纪〔2026〕2号", "the oldest first");
    let page = desk.call("outgoing.list", json!({}));
    assert_eq!((&page["kept"], &page["years"]), (&json!(3), &json!([2026])));
    assert_eq!(page["kinds"][1], json!({ "kind": "negotiation.representatives", "label": "代表名单" }));
    assert_eq!(numbers(&desk, json!({ "kind": "negotiation.representatives" })), ["工协名〔2026〕1号"]);
    assert_eq!(numbers(&desk, json!({ "state": "signed" })), ["工协纪〔2026〕1号"]);
    assert_eq!(numbers(&desk, json!({ "state": "issued" })).len(), 2);
    assert_eq!(numbers(&desk, json!({ "state": "sent" })), Vec::<String>::new());
    assert_eq!(numbers(&desk, json!({ "text": "县总" })), ["工协纪〔2026〕1号"], "by its receiver");
    assert_eq!(
        numbers(&desk, json!({ "text": "工协名〔2026〕1号" })),
        ["工协名〔2026〕1号"],
        "by its number"
    );
    assert_eq!(numbers(&desk, json!({ "text": "会议纪要" })).len(), 2, "by its title");
    assert_eq!(numbers(&desk, json!({ "year": 2025 })), Vec::<String>::new());
    // The correction names the old one, and the old one its correction.
    let old = get(&desk, &id);
    assert_eq!(old["correctedBy"]["number"], "工协纪〔2026〕2号");
    assert_eq!(get(&desk, &old["correctedBy"]["id"])["corrects"]["id"], id);
    let hits = desk.call("search.all", json!({ "text": "工协纪〔2026〕1号" }));
    assert_eq!(hits[0]["place"]["page"], "outgoing");
    assert_eq!(hits[0]["place"]["id"], id, "a hit opens the paper's life");

    let to = desk.out("发文.xlsx");
    assert_eq!(desk.call("outgoing.export", json!({ "query": {}, "to": to }))["rows"], 3);
    let read = sheet(&to);
    for cell in [
        "文号",
        "工协纪〔2026〕1号",
        "县总工会 2026-11-02 直接送交，收发室 2026-11-02签收",
        "已由工协纪〔2026〕2号更正",
        "已签收",
    ] {
        assert!(read.contains(cell), "{cell} in {read}");
    }
    desk.call("incoming.save", json!({
        "kind": "notice", "source": "县总工会", "title": "关于报送年报的通知", "receivedOn": day, "asked": "报送年报", "wantsAnswer": true,
    }));
    let to = desk.out("收文.xlsx");
    assert_eq!(desk.call("incoming.export", json!({ "query": { "state": "open" }, "to": to }))["rows"], 1);
    let read = sheet(&to);
    assert!(read.contains("收〔2026〕1号") && read.contains("关于报送年报的通知"), "{read}");
    desk.head();
}

/// The texts of a workbook's cells, a line each.
fn sheet(file: &std::path::Path) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let mut all = String::new();
    for part in ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"] {
        // A workbook may hold its texts in the sheet itself.
        let Ok(file) = zip.by_name(part) else { continue };
        let xml = std::io::read_to_string(file).unwrap();
        all.extend(
            xml.split('<').filter_map(|piece| piece.split_once('>')).flat_map(|(_, text)| [text, "\n"]),
        );
    }
    all
}

#[test]
fn a_receipt_slip_prints_from_a_sending_and_is_never_issued() {
    let (desk, id) = issued();
    let today = get(&desk, &id)["issuedOn"].as_str().unwrap().to_owned();
    let sent = desk.call("outgoing.saveSending", sending(&id, "江西赣江机械有限公司", &today));
    let slip = desk.out("回执.pdf");
    let args = json!({ "kind": "office.receipt", "of": sent, "to": slip });
    desk.call("papers.print", args.clone());
    judges::sound(
        &slip,
        &[
            "送达回执",
            "2027年度工资集体协商第1轮协商会议纪要",
            "工协纪〔2026〕1号",
            "江西赣江机械有限公司",
            "直接送交",
            "送达人（签字）",
            "受送达人（签字或者盖章）",
        ],
    );
    let refused = desk.refused("papers.issue", json!({ "kind": "office.receipt", "of": sent }));
    assert!(refused.message.contains("送达回执"), "{}", refused.message);
    assert_eq!(desk.refused("papers.texts", json!({ "kind": "office.receipt", "of": sent })).code, "refused");
    desk.call("outgoing.removeSending", json!({ "id": sent }));
    assert_eq!(desk.refused("papers.print", args).code, "not_found");
}
