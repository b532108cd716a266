//! The whole way from the offer to the effect by the law of each region: every clock that its packs give stands in 今日 with its day and
//! its rule, near on its last day and over on the day after; each paper is issued and says what it must. Where the nation's own term
//! ends sooner than the region's, its day is the one told, as everywhere, and the region's stands beside it. One ledger for the year
//! that comes to a contract, one for the year that comes to nothing by itself; one process each.

mod amending;
mod clocks;
mod dispute;
mod papers;
mod talk;
mod words;

use serde_json::{Value, json};

use self::clocks::{Clock, Stage, hold};
use self::papers::Names;
pub use self::talk::Talk;
use crate::gonghui::Desk;
use crate::places::offer;
use crate::representatives::sides;

/// What the law of a region makes of the same days: offer received on 11 September 2026, so that ten working days end before twenty
/// days do; all agreed on 20 October, a draft on 22 October, passed on 29 October, signed on 2 November, filed on 5 November, in
/// effect on 20 November.
struct Region {
    code: &'static str,
    city: Option<&'static str>,
    names: Names,
    /// Its clocks, stage by stage.
    clocks: &'static [Clock],
    /// Votes that 44 delegates must give, and by which article.
    votes: (u64, &'static str),
    /// The last day of the whole talk, with its article, where the place has one.
    concluded: Option<(&'static str, &'static str)>,
    /// The last day to which talks that are broken off on 28 September can be put, where the place sets one.
    broken_off: Option<&'static str>,
    /// The article that sends the contract to the upper union, where there is one.
    send_up: Option<&'static str>,
    /// The first day of the window for the next talks, before the term ends on 30 November 2027.
    renewal: &'static str,
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

/// One year by the law of a region, and one that comes to nothing by itself.
fn both(region: &Region) {
    walk(region);
    dispute::walk(region);
}

fn walk(region: &Region) {
    let at = region.code;
    let desk = Desk::founded(at, region.city);
    let mut talk = Talk::begin(&desk);
    let id = opened(&mut talk, &desk, region);
    let agreement = agreed(&mut talk, &desk, region, &id);
    voted(&mut talk, region, &id, &agreement);
    in_effect(&mut talk, region, &id, &agreement);
    kept(&mut talk, region, &agreement);
    papers::all(&mut talk, &desk, at, &region.names);
    amending::amended(&mut talk, &desk, region, &id, &agreement);
    talk.end();
}

/// From the opinions to the answer: the offer goes out with its receipt.
fn opened(talk: &mut Talk, desk: &Desk, region: &Region) -> Value {
    let (at, names) = (region.code, &region.names);
    papers::know(talk.on("2026-09-10"));
    let id = talk.ask("negotiation.start", json!({ "year": 2027 }));
    talk.ask("negotiation.saveRepresentatives", sides(&id, 3, 0));
    papers::printed(talk, desk, at, names, "negotiation.opinionSheet", &["2027年度"]);
    hold(talk, at, region.clocks, Stage::Chosen);
    prepare(talk.on("2026-09-11"), &id);
    let mut opening = offer(&id, "2026-09-11", Some("2026-09-11"));
    (opening["proposedOn"], opening["proposedPlace"]) = ("2026-10-20".into(), "三楼会议室".into());
    talk.ask("negotiation.saveOffer", opening);
    let words = [names.offer, "2026年9月11日", "2026年10月20日", "三楼会议室", "平均增长6%", "陈望舒"];
    let number = papers::issued(talk, desk, at, names, "negotiation.offer", &words);
    let sent = talk.ask("outgoing.list", json!({}));
    let went = sent["rows"].as_array().unwrap().iter().find(|row| row["number"] == number).unwrap();
    let sending = talk.ask(
        "outgoing.saveSending",
        json!({
            "paper": went["id"], "receiver": "赣江机械有限公司", "manner": "handed", "sentOn": "2026-09-11",
            "signedBy": "万里程", "signedOn": "2026-09-11",
        }),
    );
    let words = ["送达回执", number.as_str(), names.offer, "直接送交", "万里程于2026年9月11日签收"];
    papers::of(talk, desk, at, ("office.receipt", &sending), &words);
    hold(talk, at, region.clocks, Stage::Offered);
    let reply = json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-09-22", "repliedBy": "公司行政", "text": "",
        "meetsOn": "2026-10-20", "meetsPlace": "三楼会议室",
    });
    talk.on("2026-09-22").ask("negotiation.recordReply", reply);
    assert_eq!(talk.duty("登记答复"), None, "{at}: answered");
    id
}

/// From the answer to the draft: a seat falls vacant and is filled, the meeting agrees, the text is written. Answers the agreement.
fn agreed(talk: &mut Talk, desk: &Desk, region: &Region, id: &Value) -> Value {
    let (at, names) = (region.code, &region.names);
    hold(talk, at, region.clocks, Stage::Forming);
    talk.ask("negotiation.saveRepresentatives", sides(id, 0, 3));
    hold(talk, at, region.clocks, Stage::Answered);
    let talks = talk.ask("negotiation.get", json!({ "id": id }));
    let gone =
        talks["representatives"].as_array().unwrap().iter().find(|one| one["record"]["name"] == "何怀谷");
    let gone = json!({ "representative": gone.unwrap()["id"] });
    let vacancy = talk.event(id, "vacated", "2026-09-28", gone);
    hold(talk, at, region.clocks, Stage::Vacant);
    let filled = json!({
        "negotiation": id, "vacancy": vacancy,
        "person": {
            "name": "万听雨", "sex": "male", "post": "操作工", "frontLine": true, "chosenHow": "企业方确定",
            "chosenOn": "2026-09-30",
        },
    });
    talk.on("2026-09-30").ask("negotiation.fillSeat", filled);
    assert_eq!(talk.duty("登记补选"), None, "{at}: filled");
    let words = ["2026年10月20日", "三楼会议室", "2026年10月12日"];
    papers::issued(talk.on("2026-10-12"), desk, at, names, "negotiation.meetingNotice", &words);

    let asked = json!({ "of": "employer", "name": "上年度工资总额", "askedOn": "2026-10-20", "askedBy": "陈望舒", "secret": true });
    talk.on("2026-10-20").ask("negotiation.saveInformation", json!({ "negotiation": id, "items": [asked] }));
    let meeting = agreed_meeting(talk, id);
    talk.ask("negotiation.saveMeeting", meeting);
    let agreement = talk.ask("negotiation.get", json!({ "id": id }))["agreements"][0]["id"].take();
    papers::write(talk, &agreement);
    let table = json!({ "negotiation": id, "forms": [], "levels": [{ "trade": "电焊工", "grade": "senior", "from": 620_000, "to": 740_000 }] });
    talk.ask("skillPay.save", table);
    assert!(talk.duty("登记草案").is_some(), "{at}: all is agreed, so a draft is due");
    hold(talk, at, region.clocks, Stage::Agreed);
    talk.event(id, "drafted", "2026-10-22", json!({}));
    assert_eq!(talk.duty("登记草案"), None, "{at}: it stands");
    agreement
}

/// A vote of the congress on an agreement, of 42 who came of 44.
fn vote(id: &Value, agreement: &Value, (name, on): (&str, &str), yes: u32) -> Value {
    json!({
        "negotiation": id,
        "session": {
            "form": "congress", "name": name, "heldOn": on, "due": 44, "present": 42, "way": "secret", "given": 42,
            "returned": 42, "chair": "陈望舒", "chairPost": "工会主席", "tellers": ["艾小梅"], "scrutineers": ["付春生"],
        },
        "votes": [{ "agreement": agreement, "votesFor": yes, "votesAgainst": 42 - yes, "abstained": 0 }],
    })
}

/// The draft goes before the congress by the lines of the place; where the law sets a day for a second vote, the first one fails.
fn voted(talk: &mut Talk, region: &Region, id: &Value, agreement: &Value) {
    let at = region.code;
    if clocks::has(region.clocks, Stage::Drafted) {
        hold(talk, at, region.clocks, Stage::Drafted);
    } else {
        let duty = talk.duty("登记表决").unwrap_or_else(|| panic!("{at}: the vote is asked for"));
        assert_eq!(duty["due"], Value::Null, "{at}: no law sets a day: {}", duty["origin"]);
    }
    if clocks::has(region.clocks, Stage::Again) {
        let failed = vote(id, agreement, ("第三届职工代表大会第五次会议", "2026-10-23"), 20);
        talk.on("2026-10-23").ask("negotiation.saveVote", failed);
        let mut second = agreed_meeting(talk.on("2026-10-26"), id);
        second["heldOn"] = "2026-10-26".into();
        talk.ask("negotiation.saveMeeting", second);
        assert!(talk.duty("登记新的草案").is_some(), "{at}: agreed anew, so a new draft is due");
        talk.event(id, "drafted", "2026-10-26", json!({}));
        hold(talk, at, region.clocks, Stage::Again);
    }
    let passed = vote(id, agreement, ("第三届职工代表大会第六次会议", "2026-10-29"), 40);
    talk.on("2026-10-29").ask("negotiation.saveVote", passed);
    let talks = talk.ask("negotiation.get", json!({ "id": id }));
    let vote = talks["agreements"][0]["votes"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&vote["lines"]["attendance"], &vote["lines"]["needed"]),
        (&json!(30), &json!(region.votes.0)),
        "{at}"
    );
    let told = vote["lines"]["explained"].to_string();
    assert!(told.contains(region.votes.1), "{at}: by {}: {told}", region.votes.1);
    assert_eq!(talk.duty("登记表决"), None, "{at}: voted");
}

/// Signed with no blank left, filed by its clock, in effect by silence, published and sent up.
fn in_effect(talk: &mut Talk, region: &Region, id: &Value, agreement: &Value) {
    let at = region.code;
    assert!(talk.duty("登记签字").is_some(), "{at}: passed, so it is signed");
    if talk.duty("登记告知").is_some() {
        talk.event(id, "notified", "2026-11-02", json!({ "receiver": "公司办公室" }));
        assert_eq!(talk.duty("登记告知"), None, "{at}: told");
    }
    let facts = json!({ "copies": 6, "termFrom": "2026-12-01", "termTo": "2027-11-30" });
    talk.event(id, "signed", "2026-11-02", facts);
    hold(talk, at, region.clocks, Stage::Signed);
    talk.on("2026-11-05").ask("negotiation.saveFiling", papers::filing(agreement));
    talk.event(id, "filed", "2026-11-05", json!({ "receiver": "县人社局", "copies": 3 }));
    assert_eq!(talk.duty("登记报送"), None, "{at}: filed");
    let review = talk.duty("登记审查结果").unwrap();
    assert_eq!(review["whose"], "upper", "{at}: the department's move");
    let (article, _) = words::told_in_words(at);
    assert!(review["origin"].as_str().unwrap().contains(article), "{at}: by {article}: {review}");
    hold(talk, at, region.clocks, Stage::Filed);
    talk.event(id, "inEffect", "2026-11-20", json!({}));
    assert_eq!(talk.duty("登记审查结果"), None, "{at}: in effect");

    hold(talk, at, region.clocks, Stage::InEffect);
    talk.event(id, "published", "2026-11-23", json!({ "receiver": "公告栏" }));
    assert_eq!(talk.duty("登记公布"), None, "{at}: published");
    let up = talk.duty("登记报送上级工会");
    assert_eq!(up.as_ref().and_then(|duty| duty["rule"]["article"].as_str()), region.send_up, "{at}: {up:?}");
    if up.is_some() {
        talk.event(id, "sentUp", "2026-11-24", json!({ "receiver": "县总工会" }));
        assert_eq!(talk.duty("登记报送上级工会"), None, "{at}: sent");
    }
}

/// How it is kept is looked at by its clocks, and the next talks are announced, begun in their window, and still after it.
fn kept(talk: &mut Talk, region: &Region, agreement: &Value) {
    let at = region.code;
    hold(talk, at, region.clocks, Stage::Kept);
    let opens: chrono::NaiveDate = region.renewal.parse().unwrap();
    let ahead = opens - chrono::Days::new(30);
    talk.on(&ahead.pred_opt().unwrap().to_string());
    assert_eq!(talk.duty("开始新一年度"), None, "{at}: thirty-one days before the window");
    for (on, open) in [(ahead, false), (opens.pred_opt().unwrap(), false), (opens, true)] {
        talk.on(&on.to_string());
        let next = talk.duty("开始新一年度").unwrap_or_else(|| panic!("{at}: announced on {on}"));
        assert_eq!(next["due"], "2027-11-29", "{at}: {}", next["origin"]);
        assert_eq!(next["band"] == "week", open, "{at}: on {on} the window stands so: {next}");
    }
    let mut check = json!({
        "agreement": agreement, "fromOn": "2026-11-20", "toOn": "2026-11-24", "checkedOn": "2026-11-24", "method": "查阅工资表",
        "conclusion": "已经履行", "workers": ["陈望舒"], "employer": ["高子衿"],
        "clauses": [{ "clause": "工资增长", "target": "增长6%", "actual": "增长6%" }],
    });
    let id = talk.on("2026-11-24").ask("negotiation.saveCheck", check.clone());
    check["id"] = id;
    unkept(talk, region, check);
}

/// A check that finds something short: once the day of its remedy has gone, it is told where one goes; once an award was received, by
/// when a suit is brought.
fn unkept(talk: &mut Talk, region: &Region, check: Value) {
    let at = region.code;
    let mut short = check.clone();
    short["clauses"] = json!([{
        "clause": "工资增长", "target": "增长6%", "actual": "增长5%", "gap": "少1个百分点", "remedy": "年底前补发",
        "owner": "罗思齐", "dueOn": "2026-12-15",
    }]);
    talk.ask("negotiation.saveCheck", short.clone());
    let (_, article) = words::told_in_words(at);
    for (on, missed) in [("2026-12-15", false), ("2026-12-16", true)] {
        let remedy = talk.on(on).duty("登记补救").unwrap_or_else(|| panic!("{at}: to be mended on {on}"));
        assert_eq!(remedy["due"], "2026-12-15", "{at}: {remedy}");
        for way in [article, words::SUIT] {
            let told = remedy["origin"].as_str().unwrap().contains(way);
            assert_eq!(told, missed, "{at}: on {on} “{way}”: {remedy}");
        }
    }
    short["clauses"][0]["awardOn"] = "2026-11-24".into();
    talk.on("2026-11-24").ask("negotiation.saveCheck", short);
    hold(talk, at, region.clocks, Stage::Awarded);
    talk.on("2026-11-24").ask("negotiation.saveCheck", check);
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
        "scrutineers": ["付春生"], "proposedBy": "工会推荐，职工代表讨论", "postFrom": "2026-09-11", "postTo": "2026-09-17",
        "postPlaces": "各车间公告栏",
        "objectionsWho": "邓玉兰", "objectionsOffice": "办公楼206室", "objectionsPhone": "分机8206",
    });
    talk.ask("negotiation.saveElection", election);
    let mandate = json!({
        "negotiation": id, "kind": "adviser", "side": "workers", "name": "欧阳静怡", "sex": "female",
        "unit": "明理律师事务所", "profession": "律师", "idLast4": "0028", "principal": "陈望舒", "principalPost": "工会主席",
        "scope": ["提供咨询"], "givenOn": "2026-09-11", "fromOn": "2026-09-11",
    });
    talk.ask("negotiation.saveMandate", mandate);
    let chief = json!({
        "negotiation": id, "kind": "chief", "side": "workers", "representative": talks["representatives"][1]["id"],
        "unit": "车间工会主席", "sex": "unspecified", "idLast4": "0018", "principal": "陈望舒", "principalPost": "工会主席",
        "scope": ["主持或者参加协商会议，代表本方发表意见"], "givenOn": "2026-09-11", "fromOn": "2026-09-11",
    });
    talk.ask("negotiation.saveMandate", chief);
}

#[test]
fn jiangxi() {
    both(&Region {
        code: "36",
        city: None,
        names: Names {
            offer: "协商意向书",
            contract: "工资集体合同",
            law: Some("江西省企业工资集体协商条例"),
        },
        clocks: clocks::JIANGXI,
        votes: (23, "《企业民主管理规定》第二十条"),
        concluded: Some(("2026-11-10", "第十九条")),
        broken_off: None,
        send_up: Some("第二十四条"),
        renewal: "2027-10-01",
    });
}

#[test]
fn shanghai() {
    both(&Region {
        code: "31",
        city: None,
        names: Names {
            offer: "集体协商建议书",
            contract: "工资专项集体合同",
            law: Some("上海市集体合同条例"),
        },
        clocks: clocks::SHANGHAI,
        votes: (22, "《上海市集体合同条例》第二十二条"),
        concluded: None,
        broken_off: None,
        send_up: None,
        renewal: "2027-10-01",
    });
}

#[test]
fn zhejiang() {
    both(&Region {
        code: "33",
        city: None,
        names: Names {
            offer: "要约书", contract: "工资专项集体合同", law: Some("浙江省集体合同条例")
        },
        clocks: clocks::ZHEJIANG,
        votes: (23, "《浙江省集体合同条例》第二十四条"),
        concluded: None,
        broken_off: None,
        send_up: Some("第三十五条"),
        renewal: "2027-09-01",
    });
}

#[test]
fn henan() {
    both(&Region {
        code: "41",
        city: None,
        names: Names {
            offer: "要约书",
            contract: "工资专项集体合同",
            law: Some("河南省企业工资集体协商条例"),
        },
        clocks: clocks::HENAN,
        votes: (23, "《企业民主管理规定》第二十条"),
        concluded: Some(("2026-11-11", "第二十六条")),
        broken_off: None,
        send_up: Some("第三十条"),
        renewal: "2027-09-30",
    });
}

#[test]
fn the_collective_contract_of_henan() {
    let (at, clocks) = ("41, a collective contract", clocks::HENAN_COLLECTIVE);
    let desk = Desk::founded("41", None);
    let mut talk = Talk::begin(&desk);
    talk.on("2026-09-10");
    let id = talk.ask("negotiation.start", json!({ "year": 2027, "agreements": ["collective"] }));
    talk.ask("negotiation.saveRepresentatives", sides(&id, 3, 3));
    talk.on("2026-09-11").ask("negotiation.saveOffer", offer(&id, "2026-09-11", Some("2026-09-11")));
    hold(&mut talk, at, clocks, Stage::Offered);
    let reply = json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-09-22", "repliedBy": "公司行政", "text": "",
        "meetsOn": "2026-10-20", "meetsPlace": "三楼会议室",
    });
    talk.on("2026-09-22").ask("negotiation.recordReply", reply);
    let meeting = agreed_meeting(talk.on("2026-10-20"), &id);
    talk.ask("negotiation.saveMeeting", meeting);
    let agreement = talk.ask("negotiation.get", json!({ "id": id }))["agreements"][0]["id"].take();
    hold(&mut talk, at, clocks, Stage::Agreed);
    talk.event(&id, "drafted", "2026-10-22", json!({}));
    let passed = vote(&id, &agreement, ("第三届职工代表大会第六次会议", "2026-10-29"), 40);
    talk.on("2026-10-29").ask("negotiation.saveVote", passed);
    let facts = json!({ "copies": 6, "termFrom": "2026-12-01", "termTo": "2027-11-30" });
    talk.event(&id, "signed", "2026-11-02", facts);
    hold(&mut talk, at, clocks, Stage::Signed);
    talk.event(&id, "filed", "2026-11-05", json!({ "receiver": "县人社局", "copies": 3 }));
    assert_eq!(talk.duty("登记报送上级工会").map(|duty| duty["due"].clone()), Some(json!("2026-11-05")));
    talk.event(&id, "sentUp", "2026-11-05", json!({ "receiver": "县总工会" }));
    assert_eq!(talk.duty("登记报送上级工会"), None, "{at}: sent together with the filing");
    hold(&mut talk, at, clocks, Stage::Filed);
    talk.event(&id, "inEffect", "2026-11-20", json!({}));
    hold(&mut talk, at, clocks, Stage::InEffect);
    talk.event(&id, "published", "2026-11-23", json!({ "receiver": "公告栏" }));
    assert_eq!(talk.duty("登记报送上级工会"), None, "{at}: it went up before");
    hold(&mut talk, at, clocks, Stage::Kept);
    talk.end();
}

#[test]
fn where_no_local_rule_stands_the_nations_own_holds() {
    both(&Region {
        code: "22",
        city: None,
        names: Names { offer: "要约书", contract: "工资专项集体合同", law: None },
        clocks: clocks::NATION,
        votes: (23, "《企业民主管理规定》第二十条"),
        concluded: None,
        broken_off: None,
        send_up: None,
        renewal: "2027-10-01",
    });
}

#[test]
fn beijing() {
    both(&Region {
        code: "11",
        city: None,
        names: Names {
            offer: "要约书", contract: "工资专项集体合同", law: Some("北京市集体合同条例")
        },
        clocks: clocks::BEIJING,
        votes: (23, "《北京市集体合同条例》第三十八条"),
        concluded: None,
        broken_off: Some("2026-11-27"),
        send_up: None,
        renewal: "2027-08-30",
    });
}

#[test]
fn hunan() {
    both(&Region {
        code: "43",
        city: None,
        names: Names {
            offer: "要约书", contract: "工资集体协议", law: Some("湖南省企业工资集体协商条例")
        },
        clocks: clocks::HUNAN,
        votes: (23, "《企业民主管理规定》第二十条"),
        concluded: Some(("2026-12-11", "第三十条")),
        broken_off: None,
        send_up: Some("第三十五条"),
        renewal: "2027-10-01",
    });
}

#[test]
fn chongqing() {
    both(&Region {
        code: "50",
        city: None,
        names: Names {
            offer: "要约书", contract: "工资专项集体合同", law: Some("重庆市集体合同条例")
        },
        clocks: clocks::CHONGQING,
        votes: (23, "《重庆市集体合同条例》第二十六条"),
        concluded: None,
        broken_off: Some("2026-10-28"),
        send_up: None,
        renewal: "2027-08-30",
    });
}
