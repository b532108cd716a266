//! New employment forms: the firm, the talks of a year, a referral, help after an accident.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{Form, Paper};
use super::story::{Story, Told, with};

fn firm(story: &Story, more: Value) -> Value {
    let plain = json!({
        "kind": "platform", "name": "江西快蜂即时配送有限公司", "trade": "delivery", "injury": "covered",
        "injurySince": "2026-01-01", "insurance": "flexible",
    });
    story.call("platform.saveFirm", with(plain, more))
}

fn change(story: &Story, firm: &Value, more: Value) {
    let record = story.call("platform.firm", json!({ "id": firm }))["record"].clone();
    story.call("platform.saveFirm", with(record, more));
}

/// A rider of ours who works there.
fn rider(story: &Story, firm: &Value) -> Value {
    let person = json!({ "name": "谢飞", "sex": "male", "form": "other", "phone": "13900009101" });
    let person = story.call("members.save", person);
    let work = json!({ "person": person, "firm": firm, "class": "partial", "station": "城东站", "since": "2025-03-01" });
    story.call("platform.saveWork", work)
}

fn talk(story: &Story, id: &Value, more: Value) {
    let record = story.call("platform.talk", json!({ "id": id }))["record"].clone();
    story.call("platform.saveTalk", with(record, more));
}

fn help(story: &Story, id: &Value, more: Value) {
    let record = story.call("platform.help", json!({ "id": id }))["record"].clone();
    story.call("platform.saveHelp", with(record, more));
}

/// A rider is referred to the union of the trade; the referral, and the work of whom it is about.
fn referred(story: &Story) -> (Value, Value) {
    let trade = "南昌市即时配送行业工会联合会";
    let firm = firm(story, json!({ "tradeUnion": trade }));
    let work = rider(story, &firm);
    story.on("2026-09-15");
    let referral = json!({
        "work": work, "toKind": "trade", "toUnion": trade, "referredOn": "2026-09-15", "replyBy": "2026-10-10",
        "consentOn": "2026-09-14",
    });
    (story.call("platform.saveReferral", referral), work)
}

stories! {
    twenty_five_members_at_a_platform_ask_for_a_committee in "3601" tells [PlatformCommittee] |story| {
        let firm = firm(&story, json!({ "unionMembers": 24 }));
        rider(&story, &firm);
        story.absent(&[PlatformCommittee]);
        change(&story, &firm, json!({ "unionMembers": 25 }));
        let told = Told("upper", "month", "第八条", "看这家企业", Form("platform", "firm"));
        story.due(PlatformCommittee, told);
        change(&story, &firm, json!({ "ownUnion": "快蜂工会" }));
        story.gone(PlatformCommittee);
    }

    a_platform_takes_part_in_injury_protection in "3601" tells [PlatformInsured] |story| {
        let firm = firm(&story, json!({ "injury": "unknown", "injurySince": null }));
        rider(&story, &firm);
        story.on("2026-06-30");
        story.absent(&[PlatformInsured]);
        // The rule comes into force.
        story.on("2026-07-01");
        let told = Told("union", "week", "职业伤害", "登记参加情况", Form("platform", "firm:edit"));
        story.due(PlatformInsured, told);
        change(&story, &firm, json!({ "injury": "notCovered" }));
        let told = Told("employer", "week", "职业伤害", "登记参加情况", Form("platform", "firm:edit"));
        story.due(PlatformInsured, told);
        change(&story, &firm, json!({ "injury": "covered", "injurySince": "2026-07-01" }));
        story.gone(PlatformInsured);
    }

    the_talks_of_a_year_go_from_the_demand_to_the_feedback in "3601" tells [
        PlatformTalks, PlatformReply, PlatformPosting, PlatformFeedbackDay, PlatformFeedback,
    ] |story| {
        story.on("2026-09-15");
        let firm = firm(&story, json!({}));
        story.absent(&[PlatformTalks]);
        rider(&story, &firm);
        let told = Told("union", "2026-12-31", "今年还没有开过会", "开始协商", Form("platform", "firm:talk"));
        story.due(PlatformTalks, told);
        let demand = json!({ "firm": firm, "year": 2026, "askedOn": "2026-09-01", "replyBy": "2026-09-20", "workersSeats": 1 });
        let id = story.call("platform.saveTalk", demand);
        let told = Told("employer", "2026-09-20", "工会提出的", "登记答复", Form("platform", "talk:edit"));
        story.due(PlatformReply, told);
        let told = Told("union", "2026-12-31", "今年还没有开过会", "记会议", Form("platform", "talk:meeting"));
        story.due(PlatformTalks, told);
        talk(&story, &id, json!({ "repliedOn": "2026-09-08" }));
        story.gone(PlatformReply);
        let meeting = json!({
            "talk": id, "heldOn": "2026-09-10", "place": "快蜂二楼会议室", "chair": "陈望舒（工会主席）", "recorder": "李强",
            "workers": ["陈望舒（工会主席）"], "employers": ["贺远（城市经理）"],
            "positions": [{
                "topic": "orders", "workers": "并单太多", "employers": "可以降到三单", "result": "agreed", "agreed": "并单不超过三单",
            }],
        });
        story.call("platform.saveMeeting", meeting);
        story.gone(PlatformTalks);
        let result = json!({ "agreedOn": "2026-09-10", "agreed": "并单不超过三单", "effectiveOn": "2026-10-09" });
        talk(&story, &id, result);
        let told = Told("employer", "2026-09-30", "公示", "登记公示", Form("platform", "talk:edit"));
        story.due(PlatformPosting, told);
        let told = Told("union", "month", "还没有登记约定在哪一天", "填写日期", Form("platform", "talk:edit"));
        story.due(PlatformFeedbackDay, told);
        talk(&story, &id, json!({ "postedOn": "2026-09-15" }));
        story.gone(PlatformPosting);
        talk(&story, &id, json!({ "feedbackBy": "2027-03-31" }));
        story.gone(PlatformFeedbackDay);
        let told = Told("employer", "2027-03-31", "双方约定", "登记反馈", Form("platform", "talk:edit"));
        story.due(PlatformFeedback, told);
        story.on("2027-03-02");
        talk(&story, &id, json!({ "feedbackOn": "2027-03-01", "feedback": "执行正常" }));
        story.gone(PlatformFeedback);
    }

    a_referral_is_sent in "3601" tells [PlatformLetter] |story| {
        let (id, _) = referred(&story);
        let letter = Paper("platform.referral", &["南昌市即时配送行业工会联合会", "谢飞", "介绍入会回执"]);
        story.due(PlatformLetter, Told("union", "week", "转介函还没有印发", "看转介函", letter));
        story.call("papers.issue", json!({ "kind": "platform.referral", "of": id }));
        story.gone(PlatformLetter);
    }

    a_referral_is_answered_by_the_day_that_was_asked_for in "3601" tells [PlatformAnswer] |story| {
        let (id, _) = referred(&story);
        story.call("papers.issue", json!({ "kind": "platform.referral", "of": id }));
        let told = Told("upper", "2026-10-10", "本会提出的", "登记回复", Form("platform", "referral"));
        story.due(PlatformAnswer, told);
        let reply = json!({ "id": id, "repliedOn": "2026-09-15", "outcome": "declined" });
        story.call("platform.replyReferral", reply);
        story.gone(PlatformAnswer);
    }

    a_referral_that_was_declined_is_taken_elsewhere in "3601" tells [PlatformAgain] |story| {
        let (id, work) = referred(&story);
        story.call("papers.issue", json!({ "kind": "platform.referral", "of": id }));
        story.absent(&[PlatformAgain]);
        let reply = |outcome: &str| json!({ "id": id, "repliedOn": "2026-09-15", "outcome": outcome });
        story.call("platform.replyReferral", reply("declined"));
        let again = Box::leak(format!("firm:refer:{}", work.as_str().unwrap()).into_boxed_str());
        let told = Told("union", "month", "没有接收", "另行转介", Form("platform", again));
        story.due(PlatformAgain, told);
        story.call("platform.replyReferral", reply("accepted"));
        story.gone(PlatformAgain);
    }

    who_was_hurt_is_helped_to_the_conclusion in "3601" tells [
        PlatformReport, PlatformApplyPlatform, PlatformApplyWorker, PlatformAccept, PlatformConclude,
    ] |story| {
        let firm = firm(&story, json!({}));
        let work = rider(&story, &firm);
        story.on("2026-10-08");
        let accident = json!({
            "work": work, "accidentOn": "2026-10-03", "orderNumber": "KF20261003118822", "place": "丰和大道路口",
            "asked": "平台让自己垫付", "askedOn": "2026-10-08", "papers": ["confirm"],
        });
        let id = story.call("platform.saveHelp", accident);
        let told = Told("union", "week", "报告", "登记报告", Form("platform", "help:edit"));
        story.due(PlatformReport, told);
        let sheet = Paper("platform.help", &["KF20261003118822", "由经办机构依法作出结论"]);
        story.due(PlatformApplyWorker, Told("union", "2027-01-02", "90", "打印办理说明", sheet));
        help(&story, &id, json!({ "reportedOn": "2026-10-08" }));
        story.gone(PlatformReport);
        let told = Told("employer", "2026-11-07", "30", "登记申请", Form("platform", "help:edit"));
        story.due(PlatformApplyPlatform, told);
        story.on("2026-10-21");
        help(&story, &id, json!({ "appliedOn": "2026-10-20" }));
        story.gone(PlatformApplyPlatform);
        story.gone(PlatformApplyWorker);
        let told = Told("upper", "noDay", "还没有登记经办机构受理", "登记受理", Form("platform", "help:edit"));
        story.due(PlatformAccept, told);
        help(&story, &id, json!({ "acceptedOn": "2026-10-21" }));
        story.gone(PlatformAccept);
        let told = Told("upper", "2026-12-02", "工作日", "登记结论", Form("platform", "help:edit"));
        story.due(PlatformConclude, told);
        story.on("2026-12-01");
        help(&story, &id, json!({ "concludedOn": "2026-11-30", "outcome": "confirmed", "result": "按伤残待遇办理" }));
        story.gone(PlatformConclude);
    }
}
