//! What lies in the room: a record of each kind that a command shows, told of by what is guarded. Every reader without the right
//! must find nothing of it in any answer; who is told what stands in the rows.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use desk::{Desk, NoProgress};
use serde_json::{Value, json};

use super::room::{BORN, HURT, NUMBER, PHONE, WAGE_TYPED};
use super::table::rise;

/// The smallest PNG there is: one red pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\
    \0\0\0\x0cIDATx\x9cc\xf8\xcf\xc0\0\0\x03\x01\x01\0\xc9\xfe\x92\xef\0\0\0\0IEND\xaeB`\x82";

fn call(desk: &Desk, name: &str, args: Value) -> Value {
    desk.call(name, args).unwrap_or_else(|why| panic!("{name}: {}", why.message)).value
}

fn job(desk: &Desk, name: &str, args: Value) -> Value {
    desk.job(name, args, &NoProgress).unwrap_or_else(|why| panic!("{name}: {}", why.message)).value
}

/// The newest step's number.
fn newest(desk: &Desk) -> Value {
    call(desk, "history.list", json!({ "limit": 1 }))["lines"][0]["seq"].clone()
}

/// A file added to a record; its id.
pub(super) fn attached(desk: &Desk, of: &Value, name: &str, bytes: &[u8]) -> Value {
    let args = json!({ "of": of, "pasted": BASE64.encode(bytes), "name": name });
    job(desk, "files.add", args)["attachment"]["id"].clone()
}

/// Fills the room. What is final comes first: a step before it is never taken back.
pub(super) fn fill(desk: &Desk, ids: &mut Value) {
    issued(desk, ids);
    people(desk, ids);
    dossier(desk, ids);
    wages(desk, ids);
    rights(desk, ids);
    platform(desk, ids);
    leave(desk, ids);
    recuperation(desk, ids);
    safety(desk, ids);
    congress(desk, ids);
    reform(desk, ids);
    hardship(desk, ids);
    information(desk, ids);
    // The newest step is of the talks.
    ids["negotiation"] = call(desk, "negotiation.start", json!({ "year": 2026 }));
}

/// A letter of the union that went out.
fn issued(desk: &Desk, ids: &mut Value) {
    let letter = json!({
        "addressee": "县总工会", "title": "关于商请提供场地的函", "body": "我会拟于十月举办职工运动会，请予支持。",
    });
    ids["letter"] = call(desk, "correspondence.save", letter);
    call(desk, "papers.issue", json!({ "kind": "office.letter", "of": ids["letter"] }));
    ids["paper"] = call(desk, "outgoing.list", json!({}))["rows"][0]["id"].clone();
}

/// The person whose data is guarded, with a scan that says what identity says; and one of a like name.
fn people(desk: &Desk, ids: &mut Value) {
    let member = json!({
        "name": "王伟", "sex": "male", "idNumber": NUMBER, "phone": PHONE, "form": "contract", "birth": BORN,
        "memberSince": "2015-04-01",
    });
    ids["member"] = call(desk, "members.save", member);
    ids["saved"] = newest(desk);
    let of = json!({ "kind": "person", "id": ids["member"] });
    let scan = format!("%PDF-1.7\n{NUMBER} {PHONE}");
    ids["scan"] = attached(desk, &of, "身份证.pdf", scan.as_bytes());
    ids["picture"] = attached(desk, &of, "照片.png", PIXEL);
    ids["twin"] = call(desk, "members.save", json!({ "name": "王炜", "sex": "male", "form": "contract" }));
    ids["twinSaved"] = newest(desk);
}

/// An exam with its report, and a certificate in the trash.
fn dossier(desk: &Desk, ids: &mut Value) {
    let exam = json!({
        "person": ids["member"], "kind": "during", "examinedOn": "2026-04-10", "hazards": [{ "kind": "heat" }],
        "note": format!("{HURT}，建议复查"),
    });
    ids["exam"] = call(desk, "dossier.saveExam", exam);
    ids["examSaved"] = newest(desk);
    let of = json!({ "kind": "healthExam", "id": ids["exam"] });
    ids["examReport"] = attached(desk, &of, "体检报告.pdf", format!("%PDF-1.7\n{HURT}").as_bytes());
    let certificate = json!({ "person": ids["member"], "kind": "skill", "name": "焊工", "grade": "三级" });
    ids["removed"] = call(desk, "dossier.saveCertificate", certificate);
    call(desk, "dossier.removeCertificate", json!({ "id": ids["removed"] }));
}

/// A table of one wage: of so few even the total is a wage, and only who sees it tries a rise.
fn wages(desk: &Desk, ids: &mut Value) {
    let table = format!("2026年7月工资表\n姓名\t应发\t个税\n王伟\t{WAGE_TYPED}\t0\n");
    ids["sheet"] = job(desk, "pay.import", json!({ "pasted": table, "options": {} }))["id"].clone();
    ids["sheetTaken"] = newest(desk);
    ids["line"] = call(desk, "pay.lines", json!({ "sheet": ids["sheet"] }))["rows"][0]["id"].clone();
    assert!(ids["line"].is_string(), "the table has its line");
    call(desk, "sight.reveal", json!({ "purpose": "测算工资增长" }));
    let scenario = json!({
        "sheet": ids["sheet"], "year": 2027, "side": "workers", "name": "争取方案", "scenario": rise(), "months": 12,
    });
    ids["scenario"] = call(desk, "pay.saveScenario", scenario);
    call(desk, "sight.cover", json!({}));
}

/// What workers brought to the union: an appeal and a clue by somebody protected, a dismissal of which health was looked into,
/// a dispute.
fn rights(desk: &Desk, ids: &mut Value) {
    let person = json!({ "person": ids["member"], "name": "王伟", "contact": PHONE });
    let appeal = json!({
        "worker": "member", "kind": "wages", "channel": "visit", "raisedOn": "2026-09-14", "matter": "加班费少算",
        "person": person,
    });
    ids["appeal"] = call(desk, "appeals.save", appeal);
    ids["appealSaved"] = newest(desk);
    let clue = json!({
        "source": "complaint", "topic": "wages", "receivedOn": "2026-09-14", "matter": "加班费没有发",
        "informer": { "name": "王伟", "contact": PHONE },
    });
    ids["case"] = call(desk, "letters.save", clue);
    let notice = json!({
        "kind": "noFault", "name": "柳新民", "receivedOn": "2026-09-14", "written": true,
        "reasons": format!("{HURT}，医疗期满不能从事原工作"), "grounds": format!("第四十条第一项：{HURT}"),
        "plannedOn": "2026-09-30",
    });
    ids["dismissal"] = call(desk, "dismissals.save", notice);
    ids["dismissalSaved"] = newest(desk);
    let answers = json!([{ "item": "medical", "yes": true, "note": format!("{HURT}，医疗期内") }]);
    call(desk, "dismissals.saveChecks", json!({ "id": ids["dismissal"], "answers": answers }));
    ids["checksSaved"] = newest(desk);
    // An opinion that objects, with what was found.
    let mut opinion = call(desk, "dismissals.start", json!({ "id": ids["dismissal"] }))["opinion"].clone();
    opinion["contact"] = json!("张敏，0791-00000000");
    call(desk, "dismissals.saveOpinion", opinion);
    ids["opinionSaved"] = newest(desk);
    let of = json!({ "kind": "dismissal", "id": ids["dismissal"] });
    ids["notice"] = attached(desk, &of, "解除通知.pdf", format!("%PDF-1.7\n{HURT}").as_bytes());
    // Of one who is dismissed by fault, no illness but a number.
    let fault = json!({
        "kind": "fault", "name": "王伟", "receivedOn": "2026-09-14", "written": true, "reasons": "旷工",
    });
    let fault = call(desk, "dismissals.save", fault);
    let of = json!({ "kind": "dismissal", "id": fault });
    ids["faultNotice"] =
        attached(desk, &of, "解除通知.pdf", format!("%PDF-1.7\n{NUMBER} {PHONE}").as_bytes());
    let dispute = json!({
        "topic": "wages", "worker": "柳新民", "applicant": "worker", "oral": true, "appliedOn": "2026-09-14",
        "facts": "九月少算加班费", "claims": "补发加班费",
    });
    ids["mediation"] = call(desk, "mediation.save", dispute);
    let of = json!({ "kind": "mediation", "id": ids["mediation"] });
    let signed = format!("%PDF-1.7\n申请人 {NUMBER} {PHONE}");
    ids["application"] = attached(desk, &of, "调解申请书.pdf", signed.as_bytes());
}

/// What the employer handed over before earlier talks.
fn information(desk: &Desk, ids: &mut Value) {
    let talks = call(desk, "negotiation.start", json!({ "year": 2025 }));
    let item = json!({
        "of": "employer", "name": "上年度工资总额", "askedOn": "2026-09-10", "askedBy": "王伟", "secret": false,
    });
    call(desk, "negotiation.saveInformation", json!({ "negotiation": talks, "items": [item] }));
    let kept = call(desk, "negotiation.get", json!({ "id": talks }));
    let of = json!({ "kind": "information", "id": kept["information"]["items"][0]["id"] });
    let table = format!("%PDF-1.7\n王伟 {WAGE_TYPED}");
    ids["payroll"] = attached(desk, &of, "工资表.pdf", table.as_bytes());
}

/// A platform with its talks, who works there, and the help after an accident.
fn platform(desk: &Desk, ids: &mut Value) {
    let firm = json!({
        "kind": "platform", "name": "三河即时配送有限公司", "trade": "delivery", "injury": "covered",
        "injurySince": "2026-07-01", "insurance": "flexible",
    });
    ids["firm"] = call(desk, "platform.saveFirm", firm);
    let work = json!({
        "person": ids["member"], "firm": ids["firm"], "class": "partial", "station": "城东站", "since": "2025-03-01",
    });
    ids["work"] = call(desk, "platform.saveWork", work);
    ids["talk"] = call(desk, "platform.saveTalk", json!({ "firm": ids["firm"], "year": 2026 }));
    let help = json!({
        "work": ids["work"], "accidentOn": "2026-09-10", "asked": format!("送餐途中摔伤，{HURT}"),
        "askedOn": "2026-09-14", "papers": [],
    });
    ids["help"] = call(desk, "platform.saveHelp", help);
}

/// A year of leave with what the person signed, why days were given up, the illness for which part of it falls away, and the pay
/// of days not taken.
fn leave(desk: &Desk, ids: &mut Value) {
    let year = json!({
        "person": ids["member"], "year": 2026, "carried": 2, "waived": 2, "waivedOn": "2026-09-10",
        "waivedReason": format!("因病{HURT}"), "note": format!("{HURT}，年内复查"),
    });
    ids["leaveYear"] = call(desk, "leave.saveYear", year);
    let of = json!({ "kind": "leaveYear", "id": ids["leaveYear"] });
    let signed = format!("%PDF-1.7\n本人因病{HURT}不休年休假");
    ids["consent"] = attached(desk, &of, "确认书.pdf", signed.as_bytes());
    let period = json!({
        "person": ids["member"], "year": 2026, "kind": "planned", "from": "2026-11-09", "to": "2026-11-10",
        "note": format!("{HURT}复查"),
    });
    ids["period"] = call(desk, "leave.savePeriod", period);
    let bar = json!({ "person": ids["member"], "year": 2026, "kind": "sick", "amount": 2, "note": HURT });
    ids["bar"] = call(desk, "leave.saveBar", bar);
    let pay = json!({ "person": ids["member"], "year": 2026, "halves": 4, "daily": 834_127 });
    ids["leavePay"] = call(desk, "leave.savePay", pay);
}

/// A batch with the list of who goes, as the insurer wants it, and whom to call.
fn recuperation(desk: &Desk, ids: &mut Value) {
    let plan = json!({ "year": 2026, "policy": "本单位的办法", "gapOutOnly": false, "countsLeave": "no" });
    ids["plan"] = call(desk, "recuperation.savePlan", plan);
    let batch = json!({
        "plan": ids["plan"], "name": "第一批", "base": "庐山职工疗养院", "outside": false, "from": "2026-10-12",
        "to": "2026-10-16",
    });
    ids["batch"] = call(desk, "recuperation.saveBatch", batch);
    let place = json!({
        "batch": ids["batch"], "person": ids["member"], "frontLine": true, "reasons": ["honour"], "meals": "不吃辣",
        "emergency": format!("王建国 {PHONE}"), "note": format!("术后恢复，{HURT}"),
    });
    ids["place"] = call(desk, "recuperation.savePlace", place);
    let of = json!({ "kind": "recuperationBatch", "id": ids["batch"] });
    let insured = format!("%PDF-1.7\n王伟 {NUMBER}");
    ids["insured"] = attached(desk, &of, "投保名单.pdf", insured.as_bytes());
}

/// A visit of the union and a hazard. Neither tells of a person what is guarded.
fn safety(desk: &Desk, ids: &mut Value) {
    let visit = json!({
        "visitedOn": "2026-09-11", "topic": "冲压设备", "places": ["二车间"], "people": ["何平"],
    });
    ids["visit"] = call(desk, "safety.saveVisit", visit);
    let hazard = json!({
        "foundOn": "2026-09-14", "foundHow": "snapshot", "place": "二车间2号冲床", "kind": "machine",
        "matter": "防护罩松动", "danger": false,
    });
    ids["hazard"] = call(desk, "safety.save", hazard);
}

/// A term of the workers' congress, a delegate, a motion and a session. None of them tells of a person what is guarded.
fn congress(desk: &Desk, ids: &mut Value) {
    let term = json!({
        "name": "第三届职工代表大会", "beganOn": "2025-03-12", "years": 3, "seats": 30, "workers": 320,
    });
    ids["congressTerm"] = call(desk, "congress.saveTerm", term);
    let delegate = json!({
        "term": ids["congressTerm"], "name": "何平", "woman": false, "unit": "二车间", "rank": "front", "dispatched": false,
        "electedOn": "2025-03-05",
    });
    ids["congressDelegate"] = call(desk, "congress.saveDelegate", delegate);
    let motion = json!({
        "term": ids["congressTerm"], "matter": "食堂夜班供应热饭", "kind": "welfare", "proposer": "何平", "advice": "夜班开一个窗口",
        "collectedOn": "2026-09-14",
    });
    ids["congressMotion"] = call(desk, "congress.saveMotion", motion);
    let meeting = json!({
        "term": ids["congressTerm"], "name": "第三届职工代表大会第二次会议", "heldOn": "2026-10-20", "place": "三楼会议室", "due": 30,
        "matters": [{ "title": "职工奖惩办法", "kind": "pass", "secret": true }],
    });
    ids["congressMeeting"] = call(desk, "congress.saveMeeting", meeting);
}

/// A measure of the reform. It tells of nobody what is guarded.
fn reform(desk: &Desk, ids: &mut Value) {
    let measure = json!({ "year": 2026, "article": 18, "measure": "举办焊工技能竞赛", "side": "both" });
    ids["measure"] = call(desk, "reform.save", measure);
}

/// The file of somebody in hardship with a proof, and what they were given: an illness is in all of it.
fn hardship(desk: &Desk, ids: &mut Value) {
    let file = json!({
        "person": ids["member"], "openedOn": "2026-09-01", "level": "relative", "cause": "ownIllness",
        "details": format!("{HURT}，长期服药"),
    });
    ids["hardship"] = call(desk, "hardship.save", file);
    ids["hardshipSaved"] = newest(desk);
    // The file flags its person; why they are flagged says the same.
    let mark = call(desk, "members.flags", json!({ "id": ids["member"] }))["tags"][0]["id"].clone();
    let noted = json!({
        "id": mark, "person": ids["member"], "kind": "hardship", "since": "2026-09-01", "note": format!("{HURT}，停工"),
    });
    ids["mark"] = call(desk, "members.saveTag", noted);
    ids["markSaved"] = newest(desk);
    let of = json!({ "kind": "hardshipFile", "id": ids["hardship"] });
    ids["proof"] = attached(desk, &of, "诊断证明.pdf", format!("%PDF-1.7\n{HURT}").as_bytes());
    let aid = json!({
        "person": ids["member"], "givenOn": "2026-09-10", "kind": "medical", "amount": 50_000, "source": "union",
        "what": format!("{HURT}的药费"),
    });
    ids["aid"] = call(desk, "hardship.saveAid", aid);
    let of = json!({ "kind": "memberAid", "id": ids["aid"] });
    ids["receipt"] = attached(desk, &of, "签收单.pdf", format!("%PDF-1.7\n{HURT}").as_bytes());
}
