//! The union's own record, its bodies, its contribution and the meetings of its members.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::Form;
use super::story::{Story, Told, with};

/// What the record holds, with the end of the certificate.
fn record(certificate_until: &str) -> Value {
    json!({
        "kind": "independent", "form": "committee", "enterprises": [{ "name": "赣江机械有限公司" }],
        "establishedOn": "2012-05-16", "upperUnion": "县总工会", "certificateNumber": "工法证字第12号",
        "certificateUntil": certificate_until, "seal": true,
    })
}

/// A term of a body since 2022, five years long.
fn term(body: &str, members: Value) -> Value {
    json!({ "body": body, "session": 3, "startedOn": "2022-05-18", "years": 5, "cleared": true, "members": members })
}

fn committee() -> Value {
    let offices =
        [("周敏", "chair"), ("王伟", "vice"), ("邓玉兰", "women"), ("李强", "member"), ("何娟", "member")];
    offices.map(|(name, office)| json!({ "name": name, "office": office })).to_vec().into()
}

fn inspectors(second_until: &str) -> Value {
    json!([
        { "name": "周敏", "office": "chair", "certificateNumber": "赣监1号" },
        { "name": "李强", "office": "member", "certificateNumber": "赣监2号", "certificateUntil": second_until },
        { "name": "曾广", "office": "member" },
    ])
}

/// The term of a body as it stands.
fn standing(story: &Story, body: &str) -> Value {
    let all = story.call("union.bodies", json!({}));
    let bodies = all["bodies"].as_array().unwrap();
    bodies.iter().find(|one| one["body"] == body).unwrap()["current"]["record"].clone()
}

fn member(name: &str) -> Value {
    json!({ "name": name, "sex": "male", "form": "contract", "memberSince": "2019-05-06" })
}

/// Three members, who all come to a meeting.
fn three(story: &Story) {
    for name in ["赵立春", "钱立夏", "孙立秋"] {
        story.call("members.save", member(name));
    }
}

/// The meeting of the year, set for 20 October.
fn planned(story: &Story) -> Value {
    let start = story.call("membersCongress.list", json!({}))["start"].clone();
    with(start, json!({ "heldOn": "2026-10-20", "place": "职工之家", "recorder": "何平" }))
}

/// What came of the meeting.
fn held(id: &Value) -> Value {
    let topic = json!({ "title": "工会工作报告", "decision": "批准", "votesFor": 3, "votesAgainst": 0, "abstained": 0 });
    json!({ "id": id, "present": 3, "topics": [topic] })
}

stories! {
    a_certificate_is_renewed in "36" tells [UnionCertificate] |story| {
        story.call("union.save", record("2027-02-14"));
        story.on("2026-11-15");
        story.absent(&[UnionCertificate]);
        story.on("2026-11-16");
        let told = Told("union", "2027-02-14", "工法证字第12号", "去登记", Form("union", "record:certificateUntil"));
        story.due(UnionCertificate, told);
        story.call("union.save", record("2032-02-14"));
        story.gone(UnionCertificate);
    }

    an_inspectors_card_is_renewed in "36" tells [UnionInspectorCard] |story| {
        story.call("union.saveTerm", term("supervision", inspectors("2026-12-01")));
        story.on("2026-09-01");
        story.absent(&[UnionInspectorCard]);
        story.on("2026-09-02");
        let told = Told("union", "2026-12-01", "证号赣监2号", "去登记", Form("union", "bodies"));
        story.due(UnionInspectorCard, told);
        let mut kept = standing(&story, "supervision");
        kept["members"][1]["certificateUntil"] = json!("2029-12-01");
        story.call("union.saveTerm", kept);
        story.gone(UnionInspectorCard);
    }

    with_twenty_five_members_a_committee_is_to_stand in "36" tells [UnionBody] |story| {
        for (body, people) in [
            ("audit", json!([{ "name": "万晓梅", "office": "chair" }, { "name": "涂文", "office": "member" }])),
            ("women", json!([{ "name": "邓玉兰", "office": "chair" }])),
            ("supervision", inspectors("2029-12-01")),
        ] {
            story.call("union.saveTerm", term(body, people));
        }
        for surname in "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张".chars() {
            story.call("members.save", member(&format!("{surname}立春")));
        }
        story.absent(&[UnionBody]);
        story.call("members.save", member("孔立春"));
        let told = Told("employer", "noDay", "第八条", "去登记", Form("union", "bodies"));
        story.due(UnionBody, told);
        story.call("union.saveTerm", term("committee", committee()));
        story.gone(UnionBody);

        // Whoever left the union leaves a seat behind.
        let mut kept = standing(&story, "committee");
        let left = story.call("members.save", member("李强"));
        kept["members"][3]["person"] = left.clone();
        story.call("union.saveTerm", kept.clone());
        story.absent(&[UnionBody]);
        let event = json!({ "person": left, "kind": "movedOut", "on": "2026-06-01", "reason": "employment" });
        story.call("members.saveEvent", event);
        let told = Told("union", "noDay", "委员李强已转出", "去登记", Form("union", "bodies"));
        story.due(UnionBody, told);
        kept["members"][3]["toOn"] = json!("2026-06-01");
        kept["members"].as_array_mut().unwrap().push(json!({ "name": "万里", "office": "member" }));
        story.call("union.saveTerm", kept);
        story.gone(UnionBody);
    }

    a_term_ends_and_the_next_begins in "36" tells [UnionTerm] |story| {
        story.call("union.saveTerm", term("committee", committee()));
        story.on("2027-02-16");
        story.absent(&[UnionTerm]);
        story.on("2027-02-17");
        let told = Told("union", "2027-05-18", "第十六条", "开始换届", Form("election", "new"));
        story.due(UnionTerm, told);
        story.on("2027-05-19");
        let next = json!({ "session": 4, "startedOn": "2027-05-19", "years": 3 });
        story.call("union.saveTerm", with(term("committee", committee()), next));
        story.gone(UnionTerm);
    }

    the_contribution_is_paid_and_returned in "31" tells [UnionFee, UnionFeeReturned] |story| {
        story.call("union.saveFeeShare", json!({ "from": "2026-07", "share": 6000, "ground": "市总工会文件" }));
        story.on("2026-07-31");
        story.absent(&[UnionFee]);
        story.on("2026-08-01");
        let told = Told("employer", "2026-08-15", "工资总额还没有登记", "去登记", Form("union", "fee"));
        story.due(UnionFee, told);
        story.on("2026-08-17");
        let late = Told("employer", "2026-08-15", "工会", "写催缴函", Form("union", "fee"));
        story.due(UnionFee, late);
        story.call("union.saveFeePayroll", json!({ "month": "2026-07", "payroll": 187_105_075 }));
        let money = |way: &str, amount: u32| json!({ "month": "2026-07", "way": way, "paidOn": "2026-08-17", "amount": amount });
        story.call("union.saveFeePayment", money("paid", 3_742_102));
        story.gone(UnionFee);
        let told = Told("upper", "noDay", "回拨比例", "去登记", Form("union", "fee"));
        story.due(UnionFeeReturned, told);
        story.call("union.saveFeePayment", money("returned", 2_245_261));
        story.gone(UnionFeeReturned);
    }

    the_members_meet_once_a_year in "36" tells [MembersCongressYear] |story| {
        three(&story);
        story.on("2026-10-01");
        story.absent(&[MembersCongressYear]);
        story.on("2026-10-02");
        let told = Told("union", "2026-12-31", "第十四条", "登记会议", Form("membersCongress", "new"));
        story.due(MembersCongressYear, told);
        let noticed = with(planned(&story), json!({ "noticedOn": "2026-10-02" }));
        let id = story.call("membersCongress.save", noticed.clone());
        story.on("2026-10-21");
        story.call("membersCongress.save", with(noticed, held(&id)));
        story.gone(MembersCongressYear);
    }

    the_members_are_told_of_their_meeting_before in "36" tells [MembersCongressNotice] |story| {
        three(&story);
        story.on("2026-10-02");
        let planned = planned(&story);
        let id = story.call("membersCongress.save", planned.clone());
        let told = Told("union", "2026-10-13", "5个工作日", "登记通知", Form("membersCongress", "meeting"));
        story.due(MembersCongressNotice, told);
        let noticed = with(planned, json!({ "id": id, "noticedOn": "2026-10-02" }));
        story.call("membersCongress.save", noticed);
        story.gone(MembersCongressNotice);
    }

    what_the_members_decided_is_recorded in "36" tells [MembersCongressRecord] |story| {
        three(&story);
        story.on("2026-10-02");
        let noticed = with(planned(&story), json!({ "noticedOn": "2026-10-02" }));
        let id = story.call("membersCongress.save", noticed.clone());
        story.on("2026-10-20");
        story.absent(&[MembersCongressRecord]);
        story.on("2026-10-21");
        let told = Told("union", "week", "日期已经过了", "登记会议", Form("membersCongress", "meeting"));
        story.due(MembersCongressRecord, told);
        story.call("membersCongress.save", with(noticed, held(&id)));
        story.gone(MembersCongressRecord);
    }
}
