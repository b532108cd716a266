//! Members in hardship, the whole way: whoever is flagged gets a file, helped and visited as promised; why they are in need is covered
//! until it is revealed, printed for whoever may read it, and kept as a look. The file is closed, and the flag of the roster with it.

use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE};
use crate::judges;
use crate::people::{OFFICER, officer};

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

/// A ledger of 南昌 with two who work there.
fn founded() -> (Desk, [Value; 2]) {
    let desk = Desk::founded("36", Some("3601"));
    desk.now("2026-09-14T09:00:00+08:00");
    let worker = |name: &str, shop: &str| {
        let args = json!({ "name": name, "sex": "male", "form": "contract", "shop": shop });
        desk.call("members.save", args)
    };
    let people = [worker("王伟", "焊接"), worker("李堃", "喷涂")];
    (desk, people)
}

/// The ids of what the register makes due.
fn due(desk: &Desk) -> Vec<String> {
    let all = desk.call("today.list", json!({}));
    let ids = all["duties"].as_array().unwrap().iter().map(|duty| duty["id"].as_str().unwrap().to_owned());
    ids.filter(|id| id.starts_with("hardship:")).collect()
}

fn file(person: &Value) -> Value {
    json!({
        "person": person, "openedOn": "2026-09-14", "level": "relative", "cause": "familyIllness",
        "details": "父亲每周透析三次", "household": 4, "income": 98_000, "source": "本人申请，班组评议",
    })
}

#[test]
fn what_is_noted_of_a_mark_of_hardship_is_for_readers_of_health() {
    let (desk, [welder, _]) = founded();
    let mark = json!({ "person": welder, "kind": "hardship", "source": "因尿毒症申请", "note": "每周透析" });
    let id = desk.call("members.saveTag", mark);
    let worker = json!({ "person": welder, "kind": "modelWorker", "note": "二〇二四年表彰" });
    desk.call("members.saveTag", worker);
    let look = json!({ "id": welder });
    let flags = |desk: &Desk| desk.call("members.flags", look.clone()).to_string();
    let tells = |told: &str| told.contains("尿毒症") || told.contains("透析");
    let covered = flags(&desk);
    assert!(!tells(&covered) && covered.contains("二〇二四年表彰"), "covered for the chair too: {covered}");
    let shown = desk.revealed("核对困难职工", "members.flags", look.clone()).to_string();
    assert!(shown.contains("因尿毒症申请") && shown.contains("每周透析"), "{shown}");
    let log = desk.call("sight.log", json!({}));
    assert_eq!(log[0]["kind"], "members.flags", "the look is kept: {log}");
    let another = json!({ "id": id, "person": welder, "kind": "modelWorker" });
    let refused = desk.refused("members.saveTag", another);
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("covered", Some("health")), "{refused:?}");

    desk.call("people.add", officer(&["members"], &["identity"]));
    desk.sits_down(OFFICER);
    let to = desk.out("副本.pdf");
    desk.revealed(
        "本人要求查阅复制",
        "papers.print",
        json!({ "kind": "members.ownData", "of": welder, "to": to }),
    );
    let life = desk.call("history.of", json!({ "table": "person", "id": welder })).to_string();
    assert!(life.contains("二〇二四年表彰"), "of another mark it is told: {life}");
    for told in [flags(&desk), life, judges::text(&to)] {
        assert!(!tells(&told), "{told}");
    }
    // What was not shown stays as it was.
    let since = json!({ "id": id, "person": welder, "kind": "hardship", "since": "2026-01-01" });
    desk.call("members.saveTag", since);
    desk.sits_down(PASSPHRASE);
    let shown = desk.revealed("核对困难职工", "members.flags", look.clone()).to_string();
    for kept in ["因尿毒症申请", "每周透析", "2026-01-01"] {
        assert!(shown.contains(kept), "{kept}: {shown}");
    }
    // Emptied by who does not see it, it stays; by who does, it goes.
    let emptied = json!({ "id": id, "person": welder, "kind": "hardship", "note": "" });
    desk.call("members.saveTag", emptied.clone());
    let shown = desk.revealed("核对困难职工", "members.flags", look.clone()).to_string();
    assert!(shown.contains("每周透析"), "{shown}");
    desk.revealed("核对困难职工", "members.saveTag", emptied);
    let shown = desk.revealed("核对困难职工", "members.flags", look).to_string();
    assert!(shown.contains("因尿毒症申请") && !shown.contains("每周透析"), "{shown}");
}

#[test]
fn somebody_in_hardship_is_filed_helped_visited_and_closed() {
    let (desk, [welder, painter]) = founded();
    desk.call("members.saveTag", json!({ "person": welder, "kind": "hardship" }));
    assert_eq!(due(&desk), ["hardship:unfiled"], "the place's law asks for a file");
    let page = desk.call("hardship.list", json!({}));
    assert_eq!((&page["kept"], &page["unfiled"][0]["name"]), (&json!(0), &json!("王伟")), "{page}");
    assert!(page["rule"]["rule"]["article"].as_str().unwrap().contains("第三十七条"), "{page}");

    let id = desk.call("hardship.save", file(&welder));
    assert_eq!(due(&desk), [""; 0]);
    let twice = desk.refused("hardship.save", file(&welder));
    assert_eq!((twice.code.as_str(), twice.field.as_deref()), ("duplicate", Some("person")), "{twice:?}");
    let ahead = desk.refused("hardship.save", with(file(&painter), json!({ "openedOn": "2026-09-15" })));
    assert_eq!(ahead.field.as_deref(), Some("openedOn"));

    // A file flags its person, so that nobody enters it twice.
    let other = desk.call("hardship.save", with(file(&painter), json!({ "level": "own" })));
    let flags = desk.call("members.flags", json!({ "id": painter }));
    assert!(flags["flags"].to_string().contains("hardship"), "{flags}");

    // Covered: the reason, how they were helped. A change by one who does not see them leaves them alone.
    let aid = json!({
        "person": welder, "givenOn": "2026-09-14", "kind": "medical", "amount": 200_000, "source": "upper",
        "what": "父亲的透析费用", "who": "沈一诺", "visited": true, "nextVisit": "2026-10-20",
    });
    desk.call("hardship.saveAid", aid.clone());
    let covered = desk.call("hardship.get", json!({ "id": id }));
    assert!(
        !covered.to_string().contains("透析") && !covered.to_string().contains("familyIllness"),
        "{covered}"
    );
    assert_eq!((&covered["given"], &covered["record"]["visitOn"]), (&json!(200_000), &json!("2026-10-20")));
    desk.call("hardship.save", with(covered["record"].clone(), json!({ "decidedOn": "2026-09-14" })));
    let blind = with(covered["record"].clone(), json!({ "told": true, "details": "别的情况" }));
    assert_eq!(
        desk.refused("hardship.save", blind).code,
        "covered",
        "nobody writes over what they do not see"
    );
    let change = with(aid, json!({ "id": covered["aids"][0]["id"], "nextVisit": null }));
    assert_eq!(desk.refused("hardship.saveAid", change).code, "covered");
    let seen = desk.revealed("核对困难情况", "hardship.get", json!({ "id": id }));
    assert!(
        seen.to_string().contains("父亲每周透析三次") && seen.to_string().contains("父亲的透析费用"),
        "{seen}"
    );

    // The sheet is for whoever revealed it, and each printing is a look.
    let id_text = id.as_str().unwrap().to_owned();
    let to = desk.out("档案表.pdf");
    let paper = json!({ "kind": "hardship.sheet", "of": id_text, "to": to });
    assert_eq!(desk.refused("papers.print", paper.clone()).code, "covered");
    desk.revealed("上报县总工会", "papers.print", paper);
    judges::well_formed(&to);
    let sheet = judges::text(&to);
    for said in [
        "困难职工档案表",
        "相对困难",
        "家人患病",
        "父亲每周透析三次",
        "980.00元",
        "2,000.00元",
        "2026年9月14日",
    ] {
        assert!(sheet.contains(said), "{said}: {sheet}");
    }
    let log = desk.call("sight.log", json!({}));
    let look = (&log[0]["kind"], &log[0]["purpose"]);
    assert_eq!(look, (&json!("hardship.sheet"), &json!("上报县总工会")), "{log}");
    let never = desk.refused("papers.issue", json!({ "kind": "hardship.sheet", "of": id_text }));
    assert!(never.message.contains("不编号"), "{never:?}");

    // The visit comes due, is made, and no further one is promised.
    desk.now("2026-10-20T09:00:00+08:00");
    assert_eq!(due(&desk), [format!("hardship:visit:{id_text}")]);
    assert_eq!(desk.call("hardship.list", json!({ "which": "due" }))["total"], 1);
    let gift = json!({
        "person": welder, "givenOn": "2026-10-20", "kind": "festival", "amount": 30_000, "source": "union",
    });
    let gift = desk.call("hardship.saveAid", gift);
    assert_eq!(due(&desk).len(), 1, "a gift at a festival is not the visit that was promised");
    desk.call("hardship.removeAid", json!({ "id": gift }));
    let visit = json!({
        "person": welder, "givenOn": "2026-10-20", "kind": "visit", "source": "none", "visited": true,
    });
    let visit = desk.call("hardship.saveAid", visit);
    assert_eq!(due(&desk), [""; 0]);
    desk.call("hardship.removeAid", json!({ "id": visit }));
    desk.call("trash.restore", json!({ "kind": "memberAid", "id": visit }));
    let line = desk.call("hardship.list", json!({ "text": "ww" }))["rows"][0].clone();
    assert_eq!(
        (&line["name"], &line["aids"], &line["given"]),
        (&json!("王伟"), &json!(2), &json!(200_000)),
        "{line}"
    );
    let sheet = desk.out("台账.xlsx");
    assert_eq!(desk.call("hardship.export", json!({ "query": {}, "to": sheet }))["rows"], 2);

    // Closed with its reason, and the flag ends with it.
    desk.now("2026-11-16T09:00:00+08:00");
    let record = desk.call("hardship.get", json!({ "id": id }))["record"].clone();
    let bare = desk.refused("hardship.save", with(record.clone(), json!({ "closedOn": "2026-11-16" })));
    assert_eq!(bare.field.as_deref(), Some("ended"));
    desk.call("hardship.save", with(record, json!({ "closedOn": "2026-11-16", "ended": "lifted" })));
    assert_eq!(due(&desk), [""; 0], "nobody asks for a file anew on the day it is closed");
    desk.now("2026-11-17T09:00:00+08:00");
    let flags = desk.call("members.flags", json!({ "id": welder }));
    assert!(!flags["flags"].to_string().contains("hardship"), "{flags}");
    assert_eq!(desk.call("hardship.list", json!({ "which": "closed" }))["total"], 1);

    // Removed and back; and not beside another that was opened since.
    desk.call("hardship.remove", json!({ "id": other }));
    let anew = desk.call("hardship.save", with(file(&painter), json!({ "openedOn": "2026-11-17" })));
    let back = json!({ "kind": "hardshipFile", "id": other });
    assert!(desk.refused("trash.restore", back.clone()).message.contains("又建了一份"));
    desk.call("hardship.remove", json!({ "id": anew }));
    desk.call("trash.restore", back);
}

#[test]
fn what_is_given_stands_in_one_register_whoever_has_a_file() {
    let (desk, [welder, painter]) = founded();
    let give = |person: &Value, on: &str, kind: &str, amount: u32, source: &str| {
        let aid = json!({
            "person": person, "givenOn": on, "kind": kind, "amount": amount, "source": source, "who": "沈一诺",
        });
        desk.call("hardship.saveAid", aid)
    };
    give(&welder, "2025-12-30", "festival", 50_000, "union");
    let ill = give(&painter, "2026-03-06", "hospital", 100_000, "union");
    give(&welder, "2026-05-02", "wedding", 60_000, "employer");
    let free = json!({ "person": welder, "givenOn": "2026-05-03", "kind": "legal", "source": "none" });
    desk.call("hardship.saveAid", free);
    assert_eq!(due(&desk), [""; 0], "nobody needs a file to be given something");

    let page = desk.call("hardship.aids", json!({}));
    assert_eq!((&page["kept"], &page["years"]), (&json!(4), &json!([2026, 2025])));
    assert_eq!((&page["sum"], &page["rows"][0]["kind"]), (&json!(210_000), &Value::Null), "{page}");
    let of_year = desk.call("hardship.aids", json!({ "year": 2026, "source": "union" }));
    assert_eq!((&of_year["total"], &of_year["sum"]), (&json!(1), &json!(100_000)), "{of_year}");
    assert_eq!(desk.call("hardship.aids", json!({ "text": "lk" }))["rows"][0]["name"], "李堃");
    let told = desk.revealed("核对慰问", "hardship.aid", json!({ "id": ill }));
    assert_eq!(told["kind"], "hospital");
    assert_eq!(desk.call("sight.log", json!({}))[0]["kind"], "hardship.aid");

    // The ledger of a year tells sums and whose money, and nothing of why.
    let to = desk.out("慰问台账.pdf");
    desk.call("papers.print", json!({ "kind": "hardship.aids", "of": "2026", "to": to }));
    judges::well_formed(&to);
    let paper = judges::text(&to);
    for said in ["2026年帮扶慰问台账", "李堃", "1,000.00元", "企业行政", "1,600.00元"] {
        assert!(paper.contains(said), "{said}: {paper}");
    }
    assert!(!paper.contains("住院") && !paper.contains("500.00元"), "{paper}");
    let file = desk.out("慰问.xlsx");
    assert_eq!(desk.call("hardship.exportAids", json!({ "query": { "year": 2026 }, "to": file }))["rows"], 3);
}

#[test]
fn the_lists_give_a_slice_by_state_year_and_words() {
    let (desk, [welder, painter]) = founded();
    let form = json!({ "name": "赵敏", "sex": "female", "form": "contract", "shop": "焊接" });
    let third = desk.call("members.save", form);
    let opened = |person: &Value, more: Value| desk.call("hardship.save", with(file(person), more));
    let visited = opened(&welder, json!({ "openedOn": "2025-03-02", "visitOn": "2026-10-01" }));
    let closed = json!({
        "openedOn": "2026-03-02", "visitOn": "2026-09-01", "closedOn": "2026-09-10", "ended": "lifted",
    });
    opened(&painter, closed);
    opened(&third, json!({ "openedOn": "2026-05-06" }));
    for (on, amount) in [("2026-09-01", 10_000), ("2026-05-02", 60_000)] {
        let aid = json!({
            "person": welder, "givenOn": on, "kind": "living", "amount": amount, "source": "union",
        });
        desk.call("hardship.saveAid", aid);
    }
    let told = |query: Value| {
        let page = desk.call("hardship.list", query);
        let rows = page["rows"].as_array().unwrap().iter();
        let names: Vec<String> = rows.map(|row| row["name"].as_str().unwrap().to_owned()).collect();
        (page["total"].as_u64().unwrap(), names.join("、"))
    };
    let few = |total: u64, names: &str| (total, names.to_owned());
    assert_eq!(told(json!({})), few(3, "赵敏、李堃、王伟"), "the newest first");
    assert_eq!(told(json!({ "limit": 1, "offset": 1 })), few(3, "李堃"));
    assert_eq!(told(json!({ "limit": 1, "ascending": true })), few(3, "王伟"));
    assert_eq!(told(json!({ "which": "open", "year": 2026 })), few(1, "赵敏"));
    assert_eq!(told(json!({ "which": "closed" })), few(1, "李堃"));
    assert_eq!(told(json!({ "text": "焊接" })), few(2, "赵敏、王伟"), "by the shop");
    assert_eq!(told(json!({ "text": "likun" })), few(1, "李堃"), "by the pinyin");
    assert_eq!(told(json!({ "text": "没有这个人" })), few(0, ""));
    let page = desk.call("hardship.list", json!({ "limit": 0 }));
    assert_eq!(
        (&page["kept"], &page["open"], &page["years"], &page["given"]),
        (&json!(3), &json!(2), &json!([2026, 2025]), &json!(70_000)),
        "{page}"
    );
    let line = desk.call("hardship.list", json!({ "text": "王伟" }))["rows"][0].clone();
    assert_eq!(
        (&line["aids"], &line["given"], &line["lastOn"]),
        (&json!(2), &json!(70_000), &json!("2026-09-01")),
        "{line}"
    );

    // A promised visit has come on its day and not before; nobody visits for a closed file.
    desk.now("2026-09-30T09:00:00+08:00");
    assert_eq!(told(json!({ "which": "due" })), few(0, ""));
    desk.now("2026-10-01T09:00:00+08:00");
    assert_eq!(told(json!({ "which": "due" })), few(1, "王伟"));
    assert_eq!(due(&desk), [format!("hardship:visit:{}", visited.as_str().unwrap())]);

    let page = desk.call("hardship.aids", json!({ "limit": 1, "offset": 1 }));
    let (total, sum) = (&page["total"], &page["sum"]);
    assert_eq!((total, sum), (&json!(2), &json!(70_000)), "the sum is of all that match: {page}");
    let row = &page["rows"][0];
    assert_eq!((&row["givenOn"], &row["shop"]), (&json!("2026-05-02"), &json!("焊接")), "{page}");
    assert_eq!(desk.call("hardship.aids", json!({ "text": "焊" }))["total"], 2);

    // Whoever is removed from the roster is in no list of files; the money that was given stays given.
    desk.call("members.remove", json!({ "id": welder }));
    assert_eq!(told(json!({})), few(2, "赵敏、李堃"));
    let page = desk.call("hardship.aids", json!({}));
    assert_eq!((&page["kept"], &page["sum"]), (&json!(2), &json!(70_000)), "{page}");
    assert_eq!(due(&desk), [""; 0]);
}
