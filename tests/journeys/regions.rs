//! The whole way from the offer to the effect by the law of each region: every clock stands in 今日 with its day, its article and
//! whose move it is, and is gone when it was met; each paper prints. Where the nation's own term ends sooner than the region's, its
//! day is the one told, as everywhere. One ledger a region, one process a region.

mod talk;

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;
use crate::places::offer;
use crate::representatives::sides;
pub use talk::Talk;
use talk::both_sides;

/// What the law of a region makes of the same days: offer received on 24 September 2026, all agreed on 20 October, a draft on
/// 22 October, passed on 29 October, signed on 2 November, filed on 5 November, in effect on 20 November.
struct Region {
    code: &'static str,
    city: Option<&'static str>,
    /// The last day to answer, with its article.
    reply: (&'static str, &'static str),
    /// The last day to bring the draft before the congress, where the law sets one.
    submission: Option<(&'static str, &'static str)>,
    /// Votes that 44 delegates must give, and by which article.
    votes: (u64, &'static str),
    /// The last day to file, with its article and the event it runs from.
    filing: (&'static str, &'static str),
    /// The last day to publish.
    publication: (&'static str, &'static str),
    /// The article that sends the contract to the upper union, where there is one.
    send_up: Option<&'static str>,
    /// The first and last day of the window for the next talks, before the term ends on 30 November 2027.
    renewal: (&'static str, &'static str),
}

/// The first meeting, at which all is agreed.
pub fn agreed_meeting(talk: &mut Talk, id: &Value) -> Value {
    let talks = talk.ask("negotiation.get", json!({ "id": id }));
    let people = talks["representatives"].as_array().unwrap();
    let attendance: Vec<Value> =
        people.iter().map(|one| json!({ "representative": one["id"], "present": true })).collect();
    let topics: Vec<Value> = (talks["topics"].as_array().unwrap().iter())
        .map(|topic| {
            json!({
                "topic": topic["id"], "workersPosition": "按要约的方案。", "employerPosition": "同意。", "result": "agreed",
                "agreedText": format!("{}按要约的方案执行", topic["title"].as_str().unwrap()),
            })
        })
        .collect();
    json!({
        "negotiation": id, "heldOn": "2026-10-20", "begins": "14:00", "ends": "16:30", "place": "三楼会议室",
        "chair": people[0]["id"], "recorder": "梁静言", "recorderPost": "档案员", "agenda": "逐项协商",
        "attendance": attendance, "topics": topics, "undertakings": [],
    })
}

fn walk(region: &Region) {
    let at = region.code;
    let desk = Desk::founded(at, region.city);
    let mut talk = Talk::begin(&desk);
    let id = talk.on("2026-09-24").ask("negotiation.start", json!({ "year": 2027 }));
    talk.ask("negotiation.saveRepresentatives", sides(&id, 3, 0));
    prints(&mut talk, &desk, at, &["negotiation.opinionSheet"]);
    prepare(&mut talk, &id);
    let mut opening = offer(&id, "2026-09-24", Some("2026-09-24"));
    (opening["proposedOn"], opening["proposedPlace"]) = ("2026-10-20".into(), "三楼会议室".into());
    talk.ask("negotiation.saveOffer", opening);
    both_sides(&mut talk, region, "登记答复", region.reply);
    let reply = json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-09-30", "repliedBy": "公司行政", "text": "",
        "meetsOn": "2026-10-20", "meetsPlace": "三楼会议室",
    });
    talk.on("2026-10-20").ask("negotiation.recordReply", reply);
    assert_eq!(talk.duty("登记答复"), None, "{at}: answered");
    prints(&mut talk, &desk, at, &["negotiation.meetingNotice"]);
    talk.ask("negotiation.saveRepresentatives", sides(&id, 0, 3));
    let asked = json!({ "of": "employer", "name": "上年度工资总额", "askedOn": "2026-10-20", "askedBy": "陈望舒", "secret": true });
    talk.ask("negotiation.saveInformation", json!({ "negotiation": id, "items": [asked] }));
    let meeting = agreed_meeting(&mut talk, &id);
    talk.ask("negotiation.saveMeeting", meeting);
    let agreement = talk.ask("negotiation.get", json!({ "id": id }))["agreements"][0]["id"].clone();

    talk.ask("contract.start", json!({ "agreement": agreement }));
    for (blank, value) in [
        ("企业最低月工资", "2300"),
        ("当地最低月工资", "2100"),
        ("当地标准执行日", "2026-04-01"),
        ("上年月平均工资", "5000"),
        ("工资增长幅度", "6"),
        ("本年月平均工资", "5300"),
    ] {
        talk.ask("contract.fill", json!({ "agreement": agreement, "name": blank, "value": value }));
    }
    let table = json!({ "negotiation": id, "forms": [], "levels": [{ "trade": "电焊工", "grade": "senior", "from": 620_000, "to": 740_000 }] });
    talk.ask("skillPay.save", table);

    // The draft, and its vote by the lines of the place.
    assert!(talk.duty("登记草案").is_some(), "{at}: all is agreed, so a draft is due");
    talk.event(&id, "drafted", "2026-10-22", json!({}));
    assert_eq!(talk.duty("登记草案"), None, "{at}: it stands");
    if let Some(clock) = region.submission {
        both_sides(&mut talk, region, "登记表决", clock);
    } else {
        let duty = talk.duty("登记表决").unwrap_or_else(|| panic!("{at}: the vote is asked for"));
        assert_eq!(duty["due"], Value::Null, "{at}: no law sets a day: {}", duty["origin"]);
    }
    let session = json!({
        "negotiation": id,
        "session": {
            "form": "congress", "name": "第三届职工代表大会第五次会议", "heldOn": "2026-10-29", "due": 44, "present": 42,
            "way": "secret", "given": 42, "returned": 42, "chair": "陈望舒", "chairPost": "工会主席",
            "tellers": ["艾小梅"], "scrutineers": ["付春生"],
        },
        "votes": [{ "agreement": agreement, "votesFor": 40, "votesAgainst": 1, "abstained": 1 }],
    });
    talk.on("2026-10-29").ask("negotiation.saveVote", session);
    let talks = talk.ask("negotiation.get", json!({ "id": id }));
    let vote = talks["agreements"][0]["votes"][0].clone();
    assert_eq!(
        (&vote["lines"]["attendance"], &vote["lines"]["needed"]),
        (&json!(30), &json!(region.votes.0)),
        "{at}"
    );
    let told = vote["lines"]["explained"].to_string();
    assert!(told.contains(region.votes.1), "{at}: by {}: {told}", region.votes.1);
    assert_eq!(talk.duty("登记表决"), None, "{at}: voted");

    // Signed, and filed by its clock.
    assert!(talk.duty("登记签字").is_some(), "{at}: passed, so it is signed");
    if talk.duty("登记告知").is_some() {
        talk.event(&id, "notified", "2026-11-02", json!({ "receiver": "公司办公室" }));
        assert_eq!(talk.duty("登记告知"), None, "{at}: told");
    }
    let facts = json!({ "copies": 6, "termFrom": "2026-12-01", "termTo": "2027-11-30" });
    // What the library's text still lacks is written on the paper.
    let signed = json!({
        "negotiation": id, "kind": "signed", "happenedOn": "2026-11-02", "text": "以书面办理", "facts": facts,
        "lateEntry": "合同的空在纸面上填写",
    });
    talk.on("2026-11-02").ask("negotiation.addEvent", signed);
    both_sides(&mut talk, region, "登记报送", region.filing);
    talk.event(&id, "filed", "2026-11-05", json!({ "receiver": "县人社局", "copies": 3 }));
    assert_eq!(talk.duty("登记报送"), None, "{at}: filed");
    let wait = talk.clock(region, "登记审查结果", ("2026-11-20", "第五十四条"));
    assert_eq!(wait["whose"], "upper", "{at}: the department's move");
    talk.on("2026-11-21");
    let over = talk.duty("登记审查结果").unwrap();
    assert_eq!((&over["whose"], &over["due"]), (&json!("union"), &Value::Null), "{at}: nobody is late");
    talk.event(&id, "inEffect", "2026-11-20", json!({}));
    assert_eq!(talk.duty("登记审查结果"), None, "{at}: in effect");

    // Published, sent up, and the next talks.
    both_sides(&mut talk, region, "登记公布", region.publication);
    talk.event(&id, "published", "2026-11-23", json!({ "receiver": "公告栏" }));
    assert_eq!(talk.duty("登记公布"), None, "{at}: published");
    let up = talk.duty("登记报送上级工会");
    assert_eq!(up.as_ref().and_then(|duty| duty["rule"]["article"].as_str()), region.send_up, "{at}: {up:?}");
    if up.is_some() {
        talk.event(&id, "sentUp", "2026-11-24", json!({ "receiver": "县总工会" }));
        assert_eq!(talk.duty("登记报送上级工会"), None, "{at}: sent");
    }
    let check = json!({
        "agreement": agreement, "fromOn": "2026-11-20", "toOn": "2026-11-24", "checkedOn": "2026-11-24", "method": "查阅工资表",
        "conclusion": "已经履行", "workers": ["陈望舒"], "employer": ["高子衿"],
        "clauses": [{ "clause": "工资增长", "target": "增长6%", "actual": "增长6%" }],
    });
    talk.on("2026-11-24").ask("negotiation.saveCheck", check);
    let opens: chrono::NaiveDate = region.renewal.0.parse().unwrap();
    let ahead = opens - chrono::Days::new(30);
    talk.on(&ahead.pred_opt().unwrap().to_string());
    assert_eq!(talk.duty("开始新一年度"), None, "{at}: thirty-one days before the window");
    talk.on(&ahead.to_string());
    let next = talk.duty("开始新一年度").unwrap_or_else(|| panic!("{at}: announced"));
    assert_eq!(next["due"], region.renewal.1, "{at}: {}", next["origin"]);
    assert_ne!(next["band"], "week", "{at}: the window is not open yet: {next}");
    talk.on(region.renewal.0);
    let open = talk.duty("开始新一年度").unwrap_or_else(|| panic!("{at}: the window is open"));
    assert_eq!((&open["band"], &open["due"]), (&json!("week"), &json!(region.renewal.1)), "{at}: for now");
    talk.on(&ahead.to_string());

    prints(&mut talk, &desk, at, PAPERS);
    amend(&mut talk, &agreement);
    prints(&mut talk, &desk, at, &["negotiation.amendment"]);
    stuck(&mut talk, &desk, at);
    talk.end();
}

/// A change of the contract in force, by the first ground of the place.
fn amend(talk: &mut Talk, agreement: &Value) {
    let change = json!({
        "amends": agreement, "act": "change", "proposedBy": "workers", "proposedOn": "2027-09-01", "ground": "item1",
        "reason": "新线投产后原有计件单价不能反映实际劳动量", "effectiveOn": "2027-10-01", "terms": [],
        "changes": [{ "clause": "夜班津贴", "was": "每班30元", "becomes": "每班40元" }],
    });
    talk.on("2027-09-01").ask("negotiation.saveAmendment", change);
}

/// The next year's offer is refused, reminded of, agreed to after all, and the talks are broken off for a while.
fn stuck(talk: &mut Talk, desk: &Desk, at: &str) {
    let id = talk.on("2027-10-08").ask("negotiation.start", json!({ "year": 2028 }));
    talk.ask("negotiation.saveRepresentatives", sides(&id, 3, 0));
    talk.ask("negotiation.saveOffer", offer(&id, "2027-10-08", Some("2027-10-08")));
    let reply = |kind: &str, on: &str| json!({ "negotiation": id, "kind": kind, "repliedOn": on, "repliedBy": "公司行政", "text": "生产任务重，暂不协商" });
    talk.on("2027-10-11").ask("negotiation.recordReply", reply("refused", "2027-10-11"));
    assert!(talk.duty("打开催告函").is_some(), "{at}: refused, so they are reminded");
    prints(talk, desk, at, &["negotiation.demand", "negotiation.refusalReport", "negotiation.coordination"]);
    talk.on("2027-10-20").ask("negotiation.recordReply", reply("agreed", "2027-10-20"));
    assert_eq!(talk.duty("打开催告函"), None, "{at}: answered after all");
    talk.ask("negotiation.saveRepresentatives", sides(&id, 0, 3));
    let suspension = json!({
        "negotiation": id, "reason": "等上年度的审计报告", "fromOn": "2027-10-20", "resumeOn": "2027-11-03",
        "resumePlace": "三楼会议室", "resumeSubject": "年度工资增长幅度", "workersAgreed": "陈望舒", "employerAgreed": "高子衿",
    });
    talk.ask("negotiation.saveSuspension", suspension);
    prints(talk, desk, at, &["negotiation.suspension"]);
}

/// Each of these papers stands in the list and prints.
fn prints(talk: &mut Talk, desk: &Desk, at: &str, kinds: &[&str]) {
    let list = talk.ask("papers.list", json!({}));
    let of = |kind: &str| list.as_array().unwrap().iter().find(|paper| paper["kind"] == kind);
    let unlisted: Vec<_> = kinds.iter().filter(|kind| of(kind).is_none()).collect();
    assert!(unlisted.is_empty(), "{at}: {unlisted:?} can be printed");
    for kind in kinds {
        let to = desk.out(&format!("{kind}.pdf"));
        talk.ask("papers.print", json!({ "kind": kind, "of": of(kind).unwrap()["of"], "to": to }));
        judges::sound(&to, &["赣江机械有限公司"]);
    }
}

/// What comes before the offer: the opinions, the election, an adviser's mandate.
fn prepare(talk: &mut Talk, id: &Value) {
    let opinions = json!({
        "negotiation": id, "fromOn": "2026-09-01", "toOn": "2026-09-08", "handedOut": 320, "returned": 263,
        "topics": [{ "title": "工资增长", "people": 241, "gist": "增长6%" }],
    });
    talk.ask("negotiation.saveOpinions", opinions);
    let talks = talk.ask("negotiation.get", json!({ "id": id }));
    let chosen = |one: &Value| {
        json!({
            "representative": one["id"], "name": one["record"]["name"], "sex": one["record"]["sex"],
            "post": one["record"]["post"], "votesFor": 41, "votesAgainst": 1, "abstained": 0,
        })
    };
    let candidates: Vec<Value> = talks["representatives"].as_array().unwrap().iter().map(chosen).collect();
    let election = json!({
        "negotiation": id, "meeting": "第三届职工代表大会第四次会议", "heldOn": "2026-09-10", "begins": "14:00",
        "place": "职工活动中心", "chair": "陈望舒", "chairPost": "工会主席", "recorder": "沈一诺", "due": 45, "present": 42,
        "way": "secret", "given": 42, "returned": 42, "valid": 42, "candidates": candidates, "tellers": ["艾小梅"],
        "scrutineers": ["付春生"], "postFrom": "2026-09-11", "postTo": "2026-09-17", "postPlaces": "各车间公告栏",
        "objectionsWho": "邓玉兰", "objectionsOffice": "办公楼206室", "objectionsPhone": "分机8206",
    });
    talk.ask("negotiation.saveElection", election);
    let mandate = json!({
        "negotiation": id, "kind": "adviser", "side": "workers", "name": "欧阳静怡", "sex": "female",
        "unit": "明理律师事务所", "profession": "律师", "idLast4": "0028", "principal": "陈望舒", "principalPost": "工会主席",
        "scope": ["提供咨询"], "givenOn": "2026-09-24", "fromOn": "2026-09-24",
    });
    talk.ask("negotiation.saveMandate", mandate);
    let chief = json!({
        "negotiation": id, "kind": "chief", "side": "workers", "representative": talks["representatives"][1]["id"],
        "sex": "unspecified", "idLast4": "0018", "principal": "陈望舒", "principalPost": "工会主席",
        "scope": ["主持或者参加协商会议，代表本方发表意见"], "givenOn": "2026-09-24", "fromOn": "2026-09-24",
    });
    talk.ask("negotiation.saveMandate", chief);
}

/// Every paper that this way can print at its end.
const PAPERS: &[&str] = &[
    "negotiation.topicList",
    "negotiation.electionRecord",
    "negotiation.electionNotice",
    "negotiation.adviserMandate",
    "negotiation.confidentiality",
    "negotiation.confidentialityEmployer",
    "negotiation.wageContract",
    "negotiation.payLevels",
    "negotiation.performanceCheck",
    "negotiation.performanceReport",
    "negotiation.filingForm",
    "negotiation.filingStatement",
    "negotiation.chiefMandate",
    "negotiation.offer",
    "negotiation.reply",
    "negotiation.representatives",
    "negotiation.minutes",
    "negotiation.informationList",
    "negotiation.publication",
    "congress.ballot",
    "congress.count",
    "congress.resolution",
];

#[test]
fn jiangxi() {
    walk(&Region {
        code: "36",
        city: None,
        reply: ("2026-10-14", "第十九条"),
        submission: None,
        votes: (23, "《企业民主管理规定》第二十条"),
        filing: ("2026-11-09", "第二十二条"),
        publication: ("2026-11-25", "第二十四条"),
        send_up: Some("第二十四条"),
        renewal: ("2027-10-01", "2027-11-29"),
    });
}

#[test]
fn shanghai() {
    walk(&Region {
        code: "31",
        city: None,
        reply: ("2026-10-09", "第十五条"),
        submission: None,
        votes: (22, "《上海市集体合同条例》第二十二条"),
        filing: ("2026-11-09", "第二十一条"),
        publication: ("2026-11-25", "第二十三条"),
        send_up: None,
        renewal: ("2027-10-01", "2027-11-29"),
    });
}

#[test]
fn zhejiang() {
    walk(&Region {
        code: "33",
        city: None,
        reply: ("2026-10-14", "第十七条"),
        submission: Some(("2026-11-10", "第二十四条")),
        votes: (23, "《浙江省集体合同条例》第二十四条"),
        filing: ("2026-11-09", "第二十一条"),
        publication: ("2026-11-25", "第二十三条"),
        send_up: Some("第三十五条"),
        renewal: ("2027-09-01", "2027-11-29"),
    });
}

#[test]
fn henan() {
    walk(&Region {
        code: "41",
        city: None,
        reply: ("2026-10-14", "第十七条"),
        submission: None,
        votes: (23, "《企业民主管理规定》第二十条"),
        filing: ("2026-11-09", "第二十八条"),
        publication: ("2026-11-25", "第三十条"),
        send_up: Some("第三十条"),
        renewal: ("2027-09-30", "2027-11-29"),
    });
}

#[test]
fn where_no_local_rule_stands_the_nations_own_holds() {
    walk(&Region {
        code: "22",
        city: None,
        reply: ("2026-10-14", "第十七条"),
        submission: None,
        votes: (23, "《企业民主管理规定》第二十条"),
        filing: ("2026-11-09", "第二十一条"),
        publication: ("2026-11-25", "第二十三条"),
        send_up: None,
        renewal: ("2027-10-01", "2027-11-29"),
    });
}

#[test]
fn beijing() {
    walk(&Region {
        code: "11",
        city: None,
        reply: ("2026-10-14", "第三十二条"),
        submission: None,
        votes: (23, "《北京市集体合同条例》第三十八条"),
        filing: ("2026-11-09", "第二十一条"),
        publication: ("2026-11-25", "第二十三条"),
        send_up: None,
        renewal: ("2027-08-30", "2027-11-29"),
    });
}

#[test]
fn hunan() {
    walk(&Region {
        code: "43",
        city: None,
        reply: ("2026-10-14", "第二十五条"),
        submission: None,
        votes: (23, "《企业民主管理规定》第二十条"),
        filing: ("2026-11-09", "第三十四条"),
        publication: ("2026-11-25", "第二十三条"),
        send_up: Some("第三十五条"),
        renewal: ("2027-10-01", "2027-11-29"),
    });
}

#[test]
fn chongqing() {
    walk(&Region {
        code: "50",
        city: None,
        reply: ("2026-10-14", "第十九条"),
        submission: None,
        votes: (23, "《重庆市集体合同条例》第二十六条"),
        filing: ("2026-11-09", "第二十一条"),
        publication: ("2026-11-25", "第二十三条"),
        send_up: None,
        renewal: ("2027-08-30", "2027-11-29"),
    });
}
