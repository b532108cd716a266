//! The union's contribution: due month by month, asked for in a demand, paid, shared and returned. What members pay stands in
//! `dues`.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;
use crate::people::{OFFICER, officer};

fn fee_due(desk: &Desk) -> Vec<Value> {
    desk.due().into_iter().filter(|duty| duty["place"]["part"] == "fee").collect()
}

#[test]
fn the_contribution_is_due_on_the_fifteenth_asked_for_and_returned() {
    let desk = Desk::founded("31", None);
    assert_eq!(fee_due(&desk), Vec::<Value>::new(), "nothing before it is followed");
    desk.call("union.saveFeeShare", json!({ "from": "2026-07", "share": 6000, "ground": "市总工会文件" }));
    let due = fee_due(&desk);
    assert_eq!(due.len(), 2, "{due:?}");
    assert_eq!((&due[0]["title"], &due[0]["due"]), (&json!("拨缴2026年7月的工会经费"), &json!("2026-08-15")));
    assert_eq!((&due[1]["title"], &due[1]["due"]), (&json!("拨缴2026年8月的工会经费"), &json!("2026-09-15")));
    assert!(due.iter().all(|duty| duty["whose"] == "employer"));
    assert_eq!((&due[0]["button"], &due[1]["button"]), (&json!("写催缴函"), &json!("去登记")));
    assert!(due[0]["origin"].as_str().unwrap().contains("工资总额还没有登记"));

    desk.call(
        "union.saveFeePayroll",
        json!({ "month": "2026-07", "payroll": 187_105_075, "source": "公司财务部" }),
    );
    desk.call("union.saveFeePayroll", json!({ "month": "2026-08", "payroll": 186_240_000 }));
    let paid = json!({ "month": "2026-07", "way": "paid", "paidOn": "2026-08-14", "amount": 2_000_000 });
    let more = |amount: i64, way: &str| json!({ "month": "2026-07", "way": way, "paidOn": "2026-08-14", "amount": amount });
    let too_much = desk.refused("union.saveFeePayment", more(3_742_103, "paid"));
    assert!(too_much.message.contains("应拨37,421.02元"), "{}", too_much.message);
    assert_eq!(desk.refused("union.saveFeePayment", more(1, "returned")).field.as_deref(), Some("amount"));
    desk.call("union.saveFeePayment", paid);
    let year = desk.call("union.fee", json!({}));
    let july = &year["months"][0];
    assert_eq!(
        (&july["due"], &july["missing"]),
        (&json!(3_742_102), &json!(1_742_102)),
        "half a fen counts as one"
    );
    assert_eq!((&july["share"], &july["outstanding"]), (&json!(1_200_000), &json!(1_200_000)));
    assert_eq!(year["sums"]["due"], 3_742_102 + 3_724_800);
    let life = desk.call("history.of", json!({ "table": "fee_payroll", "id": july["payrollId"] }));
    assert_eq!(life[0]["record"]["record"], "工资总额", "who entered it when: {life}");
    let upper: Vec<Value> = fee_due(&desk).into_iter().filter(|duty| duty["whose"] == "upper").collect();
    assert_eq!(upper[0]["title"], "回拨2026年7月的工会经费");

    // The letter, filled from what is recorded.
    let letter = json!({ "from": "2026-07", "to": "2026-08", "addressee": "赣江机械有限公司", "payBy": "2026-09-30", "contact": "陈望舒" });
    let running = desk.refused("union.saveFeeDemand", {
        let mut letter = letter.clone();
        letter["to"] = json!("2026-09");
        letter
    });
    assert_eq!(running.field.as_deref(), Some("to"), "only what has ended");
    let mut past = letter.clone();
    past["payBy"] = json!("2020-01-01");
    assert_eq!(desk.refused("union.saveFeeDemand", past).field.as_deref(), Some("payBy"));
    let id = desk.call("union.saveFeeDemand", letter.clone());
    let paper = desk.out("催缴.pdf");
    desk.call("papers.print", json!({ "kind": "union.feeDemand", "of": id, "to": paper }));
    let text = judges::text(&paper);
    for said in [
        "关于拨缴2026年7月、8月工会经费的函",
        "工会法》第四十三条",
        "第四十二条",
        "1,871,050.75",
        "37,421.02",
        "17,421.02",
        "尚缺54,669.02元",
        "2026年9月30日",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(
        desk.call("papers.issue", json!({ "kind": "union.feeDemand", "of": id })),
        "工费催〔2026〕1号"
    );
    assert_eq!(
        desk.refused("union.removeFeeDemand", json!({ "id": id })).code,
        "refused",
        "what went out stays"
    );

    // Paid and returned: nothing is due, and nothing is left to ask for.
    let money = |month: &str, way: &str, amount: i64| json!({ "month": month, "way": way, "paidOn": "2026-09-15", "amount": amount });
    desk.call("union.saveFeePayment", money("2026-07", "paid", 1_742_102));
    desk.call("union.saveFeePayment", money("2026-08", "paid", 3_724_800));
    assert!(fee_due(&desk).iter().all(|duty| duty["whose"] == "upper"), "{:?}", fee_due(&desk));
    desk.call("union.saveFeePayment", money("2026-07", "returned", 2_245_261));
    desk.call("union.saveFeePayment", money("2026-08", "returned", 2_234_880));
    assert_eq!(fee_due(&desk), Vec::<Value>::new());
    assert_eq!(desk.refused("union.saveFeeDemand", letter).field.as_deref(), Some("from"));

    let book = desk.out("经费.xlsx");
    desk.call("union.exportFee", json!({ "year": 2026, "to": book }));
    let rows = judges::cells(&book);
    let sums = rows.last().unwrap();
    assert_eq!(
        (sums[0].as_str(), sums[2].as_str(), sums[5].as_str(), sums[8].as_str()),
        ("合计", "74669.02", "0", "0")
    );
    desk.head();
}

/// A month's payroll is told by the page of the contribution as it is by the page of wage data, and no share of it more: two months
/// differ by one joiner, whose wage the difference is.
#[test]
fn payrolls_are_told_as_the_wage_data_tell_them() {
    let desk = Desk::founded("31", None);
    desk.now("2026-09-16T09:00:00+08:00");
    let months = [("2026-07", 319, 189_760_800_i64), ("2026-08", 320, 190_563_300)];
    desk.call("union.saveFeeShare", json!({ "from": "2026-07", "share": 6000, "ground": "市总工会文件" }));
    for (month, headcount, sum) in months {
        desk.call("pay.save", json!({ "period": month, "headcount": headcount, "sum": sum }));
        desk.call("union.saveFeePayroll", json!({ "month": month, "payroll": sum }));
    }
    let paid = |month: &str, amount: i64| json!({ "month": month, "way": "paid", "paidOn": "2026-09-15", "amount": amount });
    desk.call("union.saveFeePayment", paid("2026-07", 3_795_216));
    desk.call("union.saveFeePayment", paid("2026-08", 3_000_000));
    let letter = json!({ "from": "2026-07", "to": "2026-08", "addressee": "赣江机械有限公司" });
    let id = desk.call("union.saveFeeDemand", letter);
    desk.call("papers.issue", json!({ "kind": "union.feeDemand", "of": id }));
    let year = || desk.call("union.fee", json!({ "year": 2026 }));
    let payrolls = |year: &serde_json::Value| -> Vec<(String, Option<i64>)> {
        let months = year["months"].as_array().unwrap().iter();
        months.map(|one| (one["month"].as_str().unwrap().to_owned(), one["payroll"].as_i64())).collect()
    };
    let told = payrolls(&year());
    assert_eq!((told[0].1, told[1].1), (Some(189_760_800), Some(190_563_300)), "to the chair");
    let report = || desk.call("report.year", json!({ "year": 2026 }))["tables"].to_string();
    assert!(report().contains("67,952.16"), "the chair reports both sums together");

    desk.call("people.add", officer(&["members", "office"], &[]));
    desk.sits_down(OFFICER);
    let list = desk.call("pay.list", json!({}));
    let listed = |month: &str| {
        list.as_array().unwrap().iter().find(|one| one["period"] == month).unwrap()["sum"].as_i64()
    };
    let seen = year();
    for (month, payroll) in payrolls(&seen).iter().take(2) {
        assert_eq!(*payroll, listed(month), "{month}");
    }
    assert_eq!((listed("2026-07"), listed("2026-08")), (Some(189_760_800), None));
    let august = &seen["months"][1];
    assert_eq!(august["hidden"], true);
    for field in ["payroll", "due", "paid", "missing", "share", "returned", "outstanding"] {
        assert!(august[field].is_null() && !seen["months"][0][field].is_null(), "{field}: {seen}");
    }
    assert_eq!((&august["payments"], &seen["sums"]["paid"]), (&json!([]), &json!(3_795_216)), "{seen}");
    assert!(!report().contains("67,952.16") && !report().contains("37,952.16"), "{}", report());
    let out = |name: &str| desk.out(name);
    let issued = seen["demands"][0]["issued"][0]["id"].clone();
    for (name, args) in [
        ("union.exportFee", json!({ "year": 2026, "to": out("经费.xlsx") })),
        ("papers.print", json!({ "kind": "union.feeDemand", "of": id, "to": out("函.pdf") })),
        ("papers.issued", json!({ "id": issued })),
    ] {
        let closed = desk.refused(name, args);
        assert_eq!(closed.code, "no_right", "{name}: {}", closed.message);
        assert!(closed.message.contains("没有查看个人工资的权限"), "{}", closed.message);
    }
    let due = format!("{:?}", fee_due(&desk));
    assert!(due.contains("2026年8月") && !due.contains("8,112.66"), "{due}");
    // They enter what came as before, and find nothing by trying.
    desk.call("union.saveFeePayment", paid("2026-08", 9_000_000));
    let journal = desk.call("history.list", json!({}))["lines"].as_array().unwrap().clone();
    for line in journal {
        let step = desk.call("history.step", json!({ "seq": line["seq"] })).to_string();
        assert!(!step.contains("1,905,633") && !step.contains("30,000.00"), "{step}");
    }
}

#[test]
fn where_no_rule_sets_a_day_the_month_asks_when_it_has_ended() {
    let desk = Desk::founded("33", None);
    desk.call("union.saveFeeShare", json!({ "from": "2026-08" }));
    desk.now("2026-08-31T09:00:00+08:00");
    assert_eq!(fee_due(&desk), Vec::<Value>::new());
    desk.now("2026-09-01T09:00:00+08:00");
    let due = fee_due(&desk);
    assert_eq!(
        (&due[0]["title"], &due[0]["due"], &due[0]["whose"]),
        (&json!("拨缴2026年8月的工会经费"), &Value::Null, &json!("employer"))
    );
    assert!(due[0]["rule"]["short"].as_str().unwrap().contains("第四十三条"));
    desk.now("2026-09-15T09:00:00+08:00");
    desk.head();
}
