//! A year's talks on wages from the offer to the next offer, a story a duty: the reply, the meeting and what was promised in it, the
//! draft, the vote, the signature, the filing, the effect, the publication, the checks, the rescission.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{self, Agreement, Form};
use super::story::{Story, Told, with};

const WORKERS: [&str; 3] = ["陈望舒", "林知秋", "黄若水"];
const EMPLOYER: [&str; 3] = ["高子衿", "罗思齐", "何怀谷"];

/// Three of a side, the first of them chief.
fn side(names: [&str; 3]) -> Vec<Value> {
    let one = |(at, name): (usize, &str)| {
        json!({
            "name": name, "sex": "female", "post": if at == 0 { "负责人" } else { "操作工" }, "chief": at == 0,
            "frontLine": at > 0, "chosenHow": "职工代表大会表决通过", "chosenOn": "2026-09-10",
        })
    };
    names.into_iter().enumerate().map(one).collect()
}

/// The talks of 2027, whose offer was received on 24 September.
fn offered(story: &Story) -> Value {
    story.on("2026-09-24");
    let id = story.call("negotiation.start", json!({ "year": 2027 }));
    let people = json!({ "negotiation": id, "workers": side(WORKERS), "employer": side(EMPLOYER) });
    story.call("negotiation.saveRepresentatives", people);
    let received = json!({ "receivedOn": "2026-09-24", "receivedBy": "公司办公室" });
    story.call("negotiation.saveOffer", with(opening(&id, "2026-09-24"), received));
    id
}

/// An offer on wages that goes out on a day.
fn opening(id: &Value, on: &str) -> Value {
    json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度的合同即将期满",
        "issuedOn": on, "contact": "陈望舒，分机8001", "information": "",
        "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
    })
}

fn answered(story: &Story, id: &Value) {
    let reply = json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-09-30", "repliedBy": "公司行政", "text": "",
        "meetsOn": "2026-10-20", "meetsPlace": "三楼会议室",
    });
    story.call("negotiation.recordReply", reply);
}

/// A meeting at which all is agreed.
fn meeting(story: &Story, id: &Value, on: &str) -> Value {
    let talks = story.call("negotiation.get", json!({ "id": id }));
    let people = talks["representatives"].as_array().unwrap();
    let attendance: Vec<Value> =
        people.iter().map(|one| json!({ "representative": one["id"], "present": true })).collect();
    json!({
        "negotiation": id, "heldOn": on, "begins": "14:00", "ends": "16:30", "place": "三楼会议室",
        "chair": people[0]["id"], "recorder": "梁静言", "recorderPost": "档案员", "agenda": "逐项协商",
        "attendance": attendance,
        "topics": [{
            "topic": talks["topics"][0]["id"], "workersPosition": "平均增长6%", "employerPosition": "同意", "result": "agreed",
            "agreedText": "人均月工资增长6%",
        }],
        "undertakings": [],
    })
}

/// The first meeting, at which all is agreed and something promised.
fn met(story: &Story, id: &Value) {
    let mut meeting = meeting(story, id, "2026-10-20");
    let promised =
        json!({ "side": "employer", "what": "补齐加班台账", "owner": "罗思齐", "dueOn": "2026-10-30" });
    meeting["undertakings"] = json!([promised]);
    story.call("negotiation.saveMeeting", meeting);
}

fn happened(story: &Story, id: &Value, kind: &str, on: &str, facts: Value) {
    let event =
        json!({ "negotiation": id, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": facts });
    story.call("negotiation.addEvent", event);
}

/// The agreement of the talks.
fn agreement(story: &Story, id: &Value) -> Value {
    story.call("negotiation.get", json!({ "id": id }))["agreements"][0]["id"].clone()
}

/// The congress passes a draft.
fn passed(story: &Story, id: &Value, agreement: &Value, on: &str) {
    let session = json!({
        "form": "congress", "name": "第三届职工代表大会第五次会议", "heldOn": on, "due": 44, "present": 42,
        "way": "secret", "given": 42, "returned": 42, "chair": "陈望舒", "chairPost": "工会主席",
        "tellers": ["艾小梅"], "scrutineers": ["付春生"],
    });
    let votes = json!([{ "agreement": agreement, "votesFor": 40, "votesAgainst": 1, "abstained": 1 }]);
    story.call("negotiation.saveVote", json!({ "negotiation": id, "session": session, "votes": votes }));
}

/// The congress passes the draft of the contract.
fn voted(story: &Story, id: &Value) {
    passed(story, id, &agreement(story, id), "2026-10-29");
}

/// The chiefs sign for the year from December on.
fn signed(story: &Story, id: &Value) {
    let term = json!({ "copies": 6, "termFrom": "2026-12-01", "termTo": "2027-11-30" });
    happened(story, id, "signed", "2026-11-02", term);
}

/// How far the talks have come when a story begins to tell its duty.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Until {
    Agreed,
    Drafted,
    Voted,
    Signed,
    Filed,
    InEffect,
}

/// The way of the talks from the offer, each step recorded on its day; their id.
fn gone(story: &Story, until: Until) -> Value {
    let id = offered(story);
    go_on(story, &id, until);
    id
}

/// The same of talks whose offer was received.
fn go_on(story: &Story, id: &Value, until: Until) {
    story.on("2026-10-20");
    answered(story, id);
    met(story, id);
    if until >= Until::Drafted {
        story.on("2026-10-22");
        happened(story, id, "drafted", "2026-10-22", json!({}));
    }
    if until >= Until::Voted {
        story.on("2026-10-29");
        voted(story, id);
    }
    if until >= Until::Signed {
        story.on("2026-11-02");
        signed(story, id);
    }
    if until >= Until::Filed {
        story.on("2026-11-05");
        happened(story, id, "filed", "2026-11-05", json!({ "receiver": "县人社局", "copies": 3 }));
    }
    if until >= Until::InEffect {
        story.on("2026-11-20");
        happened(story, id, "inEffect", "2026-11-20", json!({}));
    }
}

/// A contract of 北京 in effect, on the day before its yearly look is announced; the talks.
fn kept(story: &Story) -> Value {
    let id = offered(story);
    story.on("2026-11-20");
    answered(story, &id);
    met(story, &id);
    happened(story, &id, "drafted", "2026-10-22", json!({}));
    voted(story, &id);
    signed(story, &id);
    happened(story, &id, "filed", "2026-11-05", json!({ "receiver": "区人社局", "copies": 3 }));
    happened(story, &id, "inEffect", "2026-11-20", json!({}));
    story.on("2027-10-20");
    id
}

/// A look at how it is kept, which found something to be made good.
fn check(agreement: &Value) -> Value {
    json!({
        "agreement": agreement, "fromOn": "2026-12-01", "toOn": "2027-10-20", "checkedOn": "2027-10-21",
        "method": "查阅工资表", "conclusion": "已经兑现", "workers": ["陈望舒"], "employer": ["高子衿"],
        "clauses": [{
            "clause": "工资水平", "target": "人均月工资增长6%", "actual": "增长5.1%", "gap": "少0.9个百分点",
            "remedy": "年底前补发", "owner": "罗思齐", "dueOn": "2027-12-31",
        }],
    })
}

stories! {
    an_offer_is_answered_within_its_days in "36" tells [NegotiationReply] |story| {
        let id = offered(&story);
        let told = || Told("employer", "2026-10-14", "第十九条", "登记答复", Form("negotiation", "reply"));
        story.due(NegotiationReply, told());
        story.on("2026-10-15");
        story.due(NegotiationReply, told());
        answered(&story, &id);
        story.gone(NegotiationReply);
    }

    the_whole_talk_comes_to_an_end_within_its_days in "36" tells [NegotiationMeetings] |story| {
        let id = offered(&story);
        let told = |button: &'static str, opens: Opens| Told("union", "2026-11-23", "第十九条", button, opens);
        story.due(NegotiationMeetings, told("记录会议", Form("negotiation", "meetings")));
        // All is agreed: what is missing is no meeting any more.
        go_on(&story, &id, Until::Agreed);
        story.due(NegotiationMeetings, told("登记草案", Agreement("drafted")));
        story.on("2026-10-22");
        happened(&story, &id, "drafted", "2026-10-22", json!({}));
        story.due(NegotiationMeetings, told("登记表决", Agreement("vote")));
        story.on("2026-10-29");
        voted(&story, &id);
        story.due(NegotiationMeetings, told("登记签字", Agreement("signed")));
        story.on("2026-11-02");
        signed(&story, &id);
        story.gone(NegotiationMeetings);
    }

    the_first_meeting_is_held_on_the_day_that_was_agreed in "36" tells [NegotiationMeeting] |story| {
        let id = offered(&story);
        story.on("2026-09-30");
        story.absent(&[NegotiationMeeting]);
        answered(&story, &id);
        let told = Told("union", "2026-10-20", "约定的首次会议日期", "记录会议", Form("negotiation", "meetings"));
        story.due(NegotiationMeeting, told);
        story.on("2026-10-20");
        met(&story, &id);
        story.gone(NegotiationMeeting);
    }

    what_was_promised_at_a_meeting_is_done_by_its_day in "36" tells [NegotiationUndertaking] |story| {
        let id = gone(&story, Until::Agreed);
        let told = || Told("employer", "2026-10-30", "第1轮", "登记完成", Form("negotiation", "undertakings"));
        story.due(NegotiationUndertaking, told());
        story.on("2026-10-31");
        story.due(NegotiationUndertaking, told());
        let talks = story.call("negotiation.get", json!({ "id": id }));
        let promised = &talks["meetings"][0]["record"]["undertakings"][0]["id"];
        let done = json!({ "undertaking": promised, "doneOn": "2026-10-20" });
        story.call("negotiation.markUndertaking", done);
        story.gone(NegotiationUndertaking);
    }

    what_was_agreed_is_drafted in "36" tells [AgreementDraft] |story| {
        let id = gone(&story, Until::Agreed);
        let told = || Told("employer", "2026-10-27", "第二十一条", "登记草案", Agreement("drafted"));
        story.due(AgreementDraft, told());
        story.on("2026-10-28");
        story.due(AgreementDraft, told());
        happened(&story, &id, "drafted", "2026-10-22", json!({}));
        story.gone(AgreementDraft);
    }

    a_draft_goes_before_the_congress in "36" tells [AgreementVote] |story| {
        let id = gone(&story, Until::Drafted);
        story.due(AgreementVote, Told("union", "week", "第二十一条", "登记表决", Agreement("vote")));
        story.on("2026-10-29");
        voted(&story, &id);
        story.gone(AgreementVote);
    }

    what_the_congress_passed_is_signed in "36" tells [AgreementSignature] |story| {
        let id = gone(&story, Until::Voted);
        story.due(AgreementSignature, Told("union", "week", "职代会已经通过", "登记签字", Agreement("signed")));
        story.on("2026-11-02");
        signed(&story, &id);
        story.gone(AgreementSignature);
    }

    a_signed_contract_is_filed in "36" tells [AgreementFiling] |story| {
        let id = gone(&story, Until::Signed);
        let told = || Told("employer", "2026-11-09", "第二十二条", "登记报送", Agreement("filed"));
        story.due(AgreementFiling, told());
        story.on("2026-11-10");
        story.due(AgreementFiling, told());
        happened(&story, &id, "filed", "2026-11-05", json!({ "receiver": "县人社局", "copies": 3 }));
        story.gone(AgreementFiling);
    }

    what_was_filed_takes_effect_after_fifteen_days in "36" tells [AgreementEffect] |story| {
        let id = gone(&story, Until::Filed);
        let told = Told("upper", "2026-11-20", "第五十四条", "登记审查结果", Agreement("inEffect"));
        story.due(AgreementEffect, told);
        // Past it nobody is late: what silence made of it is to be entered.
        story.on("2026-11-21");
        let told = Told("union", "week", "期满没有收到审查意见的，请登记生效", "登记审查结果", Agreement("inEffect"));
        story.due(AgreementEffect, told);
        happened(&story, &id, "inEffect", "2026-11-20", json!({}));
        story.gone(AgreementEffect);
    }

    a_contract_in_effect_is_published in "36" tells [AgreementPublication] |story| {
        let id = gone(&story, Until::InEffect);
        let told = || Told("employer", "2026-11-25", "第二十四条", "登记公布", Agreement("published"));
        story.due(AgreementPublication, told());
        story.on("2026-11-26");
        story.due(AgreementPublication, told());
        happened(&story, &id, "published", "2026-11-20", json!({ "receiver": "公告栏" }));
        story.gone(AgreementPublication);
    }

    a_contract_in_effect_is_sent_to_the_upper_union in "36" tells [AgreementSendUp] |story| {
        let id = gone(&story, Until::InEffect);
        // At the same time as the publication.
        let told = || Told("union", "2026-11-25", "第二十四条", "登记报送上级工会", Agreement("sentUp"));
        story.due(AgreementSendUp, told());
        story.on("2026-11-26");
        story.due(AgreementSendUp, told());
        happened(&story, &id, "sentUp", "2026-11-20", json!({ "receiver": "县总工会" }));
        story.gone(AgreementSendUp);
    }

    the_next_talks_begin_before_the_contract_ends in "36" tells [NegotiationRenewal] |story| {
        let id = gone(&story, Until::InEffect);
        happened(&story, &id, "published", "2026-11-20", json!({ "receiver": "公告栏" }));
        story.on("2027-08-31");
        story.absent(&[NegotiationRenewal]);
        story.on("2027-09-01");
        let told = Told("union", "2027-11-29", "第二十八条", "开始新一年度", Form("negotiation", ""));
        story.due(NegotiationRenewal, told);
        // Its window is over, and the talks can still be begun.
        story.on("2027-11-30");
        let told = Told("union", "week", "第二十八条", "开始新一年度", Form("negotiation", ""));
        story.due(NegotiationRenewal, told);
        // Started they are not asked for yet: that is done by their offer.
        let next = story.call("negotiation.start", json!({ "year": 2028 }));
        let told = Told("union", "week", "第二十八条", "打开新一年度", Form("negotiation", ""));
        assert_eq!(story.due(NegotiationRenewal, told), next);
        let people = json!({ "negotiation": next, "workers": side(WORKERS) });
        story.call("negotiation.saveRepresentatives", people);
        story.call("negotiation.saveOffer", opening(&next, "2027-11-30"));
        story.gone(NegotiationRenewal);
    }

    a_rescission_is_filed_within_its_days in "36" tells [AgreementRescission] |story| {
        let id = gone(&story, Until::InEffect);
        // It goes the way of the conclusion, and is entered on the day from which it holds.
        story.on("2026-12-02");
        let rescission = story.call("negotiation.saveAmendment", json!({
            "amends": agreement(&story, &id), "act": "rescind", "proposedBy": "workers", "proposedOn": "2026-11-25",
            "ground": "item1", "reason": "新线投产后原有计件单价不能反映实际劳动量", "effectiveOn": "2026-12-02", "terms": [],
            "changes": [],
        }));
        let at = |kind: &str, on: &str, facts: Value| story.call("negotiation.addEvent", json!({
            "negotiation": id, "agreement": rescission, "kind": kind, "happenedOn": on, "text": "以书面办理",
            "facts": facts,
        }));
        story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-11-28"));
        at("drafted", "2026-11-28", json!({}));
        passed(&story, &id, &rescission, "2026-11-30");
        at("signed", "2026-12-01", json!({ "copies": 5 }));
        let told = || Told("employer", "2026-12-09", "第二十六条", "登记备案", Agreement("rescissionFiled"));
        story.due(AgreementRescission, told());
        story.on("2026-12-10");
        story.due(AgreementRescission, told());
        at("rescissionFiled", "2026-12-02", json!({ "receiver": "县人社局" }));
        story.gone(AgreementRescission);
    }

    the_firm_is_told_what_the_congress_passed in "31" tells [AgreementNotice] |story| {
        let id = offered(&story);
        story.on("2026-10-20");
        answered(&story, &id);
        met(&story, &id);
        story.on("2026-10-29");
        happened(&story, &id, "drafted", "2026-10-22", json!({}));
        voted(&story, &id);
        story.due(AgreementNotice, Told("union", "week", "第二十三条", "登记告知", Agreement("notified")));
        happened(&story, &id, "notified", "2026-10-29", json!({ "receiver": "公司办公室" }));
        story.gone(AgreementNotice);
    }

    how_the_contract_is_kept_is_checked_each_year in "11" tells [AgreementCheck] |story| {
        let id = kept(&story);
        story.absent(&[AgreementCheck]);
        story.on("2027-10-21");
        story.due(AgreementCheck, Told("union", "2027-11-20", "12个月", "登记检查", Agreement("check")));
        story.call("negotiation.saveCheck", check(&agreement(&story, &id)));
        story.gone(AgreementCheck);
    }

    what_a_check_found_is_made_good_by_its_day in "11" tells [AgreementRemedy] |story| {
        let id = kept(&story);
        story.on("2027-10-21");
        let mut check = check(&agreement(&story, &id));
        check["clauses"][0]["dueOn"] = "2027-10-31".into();
        let kept = story.call("negotiation.saveCheck", check.clone());
        check["id"] = kept;
        let told =
            || Told("employer", "2027-10-31", "少0.9个百分点，责任人罗思齐", "登记补救", Agreement("check"));
        story.due(AgreementRemedy, told());
        story.on("2027-11-01");
        story.due(AgreementRemedy, told());
        check["clauses"][0]["doneOn"] = "2027-10-21".into();
        story.call("negotiation.saveCheck", check);
        story.gone(AgreementRemedy);
    }

    against_an_award_a_suit_is_brought_within_its_days in "11" tells [AgreementSuit] |story| {
        let id = kept(&story);
        story.on("2027-10-21");
        let mut check = check(&agreement(&story, &id));
        let kept = story.call("negotiation.saveCheck", check.clone());
        check["id"] = kept;
        story.on("2027-11-01");
        story.absent(&[AgreementSuit]);
        check["clauses"][0]["awardOn"] = "2027-11-01".into();
        story.call("negotiation.saveCheck", check.clone());
        let told = || Told("union", "2027-11-16", "第八十四条", "登记起诉", Agreement("check"));
        story.due(AgreementSuit, told());
        story.on("2027-11-16");
        story.due(AgreementSuit, told());
        check["clauses"][0]["suedOn"] = "2027-11-16".into();
        story.call("negotiation.saveCheck", check.clone());
        story.gone(AgreementSuit);
        // Whoever lets the day pass is not late: the award holds.
        check["clauses"][0].as_object_mut().unwrap().remove("suedOn");
        story.call("negotiation.saveCheck", check);
        story.beside(AgreementSuit);
        story.on("2027-11-17");
        story.absent(&[AgreementSuit]);
    }

    how_the_contract_is_kept_is_told_to_the_congress in "11" tells [AgreementPerformance] |story| {
        let id = kept(&story);
        story.absent(&[AgreementPerformance]);
        story.on("2027-10-21");
        let told = Told("union", "2027-11-20", "12个月", "登记报告", Agreement("explained"));
        story.due(AgreementPerformance, told);
        happened(&story, &id, "explained", "2027-10-21", json!({}));
        story.gone(AgreementPerformance);
    }
}

#[test]
fn the_whole_talk_is_due_to_its_last_day_and_disputed_after_it() {
    use affairs::duty::DutyKind::{NegotiationDispute, NegotiationMeetings};
    let story = Story::begin("36", &[]);
    let id = offered(&story);
    let told = || Told("union", "2026-11-23", "第十九条", "记录会议", Form("negotiation", "meetings"));
    story.due(NegotiationMeetings, told());
    story.on("2026-10-20");
    answered(&story, &id);
    let mut apart = meeting(&story, &id, "2026-10-20");
    (apart["topics"][0]["result"], apart["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
    story.call("negotiation.saveMeeting", apart);
    story.on("2026-11-23");
    story.due(NegotiationMeetings, told());
    story.on("2026-11-24");
    story.absent(&[NegotiationMeetings]);
    story.beside(NegotiationDispute);
}

#[test]
fn what_is_looked_at_each_year_stays_due_past_its_day() {
    use affairs::duty::DutyKind::{AgreementCheck, AgreementPerformance};
    let story = Story::begin("11", &[]);
    kept(&story);
    for day in ["2027-10-21", "2027-11-20", "2027-11-21"] {
        story.on(day);
        let check = Told("union", "2027-11-20", "12个月", "登记检查", Agreement("check"));
        story.due(AgreementCheck, check);
        let report = Told("union", "2027-11-20", "12个月", "登记报告", Agreement("explained"));
        story.due(AgreementPerformance, report);
    }
}

#[test]
fn the_window_of_the_next_talks_keeps_its_last_day_until_their_offer_is_out() {
    use affairs::duty::DutyKind::{NegotiationOpinions, NegotiationRenewal, NegotiationStep};
    let story = Story::begin("36", &[]);
    gone(&story, Until::InEffect);
    story.on("2027-10-08");
    let next = story.call("negotiation.start", json!({ "year": 2028 }));
    let window = || {
        let told = Told("union", "2027-11-29", "第二十八条", "打开新一年度", Form("negotiation", ""));
        assert_eq!(story.due(NegotiationRenewal, told), next);
    };
    window();
    // That opinions are collected first is told with the window, and not beside it.
    story.absent(&[NegotiationStep, NegotiationOpinions]);
    let first = || {
        let today = story.call("today.list", json!({}));
        let all = today["duties"].as_array().unwrap().clone();
        all.iter().any(|one| one["origin"].as_str().unwrap_or_default().contains("先征集职工意见"))
    };
    assert!(first(), "{}", story.call("today.list", json!({})));
    story.call(
        "negotiation.saveOpinions",
        json!({
            "negotiation": next, "fromOn": "2027-09-01", "toOn": "2027-09-30", "handedOut": 320, "returned": 263,
            "topics": [{ "title": "工资增长", "people": 241, "gist": "增长6%" }],
        }),
    );
    let opens = Form("negotiation", "representatives");
    story.due(NegotiationStep, Told("union", "week", "法规没有定天数", "登记协商代表", opens));
    window();
    assert!(!first(), "they are collected");
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": next, "workers": side(WORKERS) }));
    window();
    story.absent(&[NegotiationStep]);
    story.call("negotiation.saveOffer", opening(&next, "2027-10-08"));
    story.absent(&[NegotiationRenewal]);
    story.beside(NegotiationStep);
}

#[test]
fn an_offer_waits_for_no_answer_once_both_sides_met() {
    use affairs::duty::DutyKind::NegotiationReply;
    let story = Story::begin("36", &[]);
    let id = offered(&story);
    let told = Told("employer", "2026-10-14", "第十九条", "登记答复", Form("negotiation", "reply"));
    story.due(NegotiationReply, told);
    story.on("2026-10-10");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-10-10"));
    story.gone(NegotiationReply);
}
