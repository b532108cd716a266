//! A re-election along its whole ladder: by delegates, with another chair at its end, so that every rung is climbed.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{Form, Paper};
use super::story::{Story, Told, with};

/// The members of a union of a hundred and ten, all invented, whose third committee has fifty days left.
fn union(story: &Story) -> Vec<Value> {
    let given = ["春", "夏", "秋", "冬", "梅", "兰", "竹", "菊", "松", "柏"];
    let names = given
        .iter()
        .flat_map(|one| "赵钱孙李周吴郑王冯陈褚".chars().map(move |surname| format!("{surname}立{one}")));
    let save = |name: String| {
        let record = json!({ "name": name, "sex": "male", "form": "contract", "memberSince": "2019-05-06" });
        json!({ "person": story.call("members.save", record), "name": name })
    };
    let people: Vec<Value> = names.map(save).collect();
    let details = json!({
        "kind": "independent", "form": "committee", "enterprises": [{ "name": "赣江机械有限公司" }],
        "establishedOn": "2012-05-16", "upperUnion": "赣江新区总工会", "seal": true,
    });
    story.call("union.save", details);
    let seat = |at: usize, office: &str| with(people[at].clone(), json!({ "office": office }));
    let term = json!({
        "body": "committee", "session": 3, "startedOn": "2021-10-22", "years": 5, "cleared": true,
        "members": [seat(0, "chair"), seat(1, "member"), seat(2, "member")],
    });
    story.call("union.saveTerm", term);
    people
}

fn happened(story: &Story, election: &Value, kind: &str, on: &str, more: Value) {
    let event = json!({ "election": election, "kind": kind, "happenedOn": on });
    story.call("election.saveEvent", with(event, more));
}

fn candidates(story: &Story, election: &Value, post: &str, people: &[Value]) {
    let list: Vec<Value> = people.iter().map(|one| with(one.clone(), json!({ "cleared": true }))).collect();
    story.call("election.saveCandidates", json!({ "election": election, "post": post, "candidates": list }));
}

/// Counts a ballot at which everybody came, so many votes for each in the order of the list.
fn ballot(story: &Story, election: &Value, post: &str, all: u32, votes: &[u32]) {
    let start = story.call("election.ballotStart", json!({ "election": election, "post": post }));
    let mut record = with(
        start["record"].clone(),
        json!({
            "due": all, "present": all, "given": all, "returned": all, "valid": all, "heldOn": "2026-10-20",
            "tellers": "冯立春", "scrutineers": "陈立春",
        }),
    );
    for (vote, votes) in record["votes"].as_array_mut().unwrap().iter_mut().zip(votes) {
        vote["votesFor"] = json!(votes);
        vote["votesAgainst"] = json!(all - votes);
    }
    story.call("election.saveBallot", record);
}

stories! {
    a_re_election_is_asked_for_held_and_reported in "36" tells [
        ElectionRequest, ElectionApproval, ElectionDelegates, ElectionQualification, ElectionProposal, ElectionConsent,
        ElectionPosting, ElectionBallots, ElectionPlenums, ElectionReport, ElectionConfirmation, ElectionRegistration,
        ElectionLeavingAudit, ElectionHandOver,
    ] |story| {
        story.on("2026-09-01");
        let people = union(&story);
        let start = story.call("election.start", json!({}));
        let seats = json!({
            "form": "delegates", "committeeSeats": 5, "auditSeats": 0, "womenSeats": 0, "viceSeats": 0, "plannedOn": "2026-10-20",
        });
        let id = story.call("election.save", with(start["record"].clone(), seats));
        let request = Paper("election.request", &["赣江新区总工会", "会员110人", "妥否，请批示"]);
        // Posted from 13 October at the latest, and the upper union has fifteen days to answer before.
        story.due(ElectionRequest, Told("union", "2026-09-28", "届满", "看换届请示", request));
        story.call("papers.issue", json!({ "kind": "election.request", "of": id }));
        story.due(ElectionRequest, Told("union", "2026-09-28", "上级批复有15日", "登记", Form("election", "event:requested")));
        happened(&story, &id, "requested", "2026-09-01", json!({}));
        story.gone(ElectionRequest);
        let told = Told("upper", "2026-09-16", "15", "登记", Form("election", "event:approved"));
        story.due(ElectionApproval, told);
        happened(&story, &id, "approved", "2026-09-01", json!({ "number": "赣工复〔2026〕5号" }));
        story.gone(ElectionApproval);

        let told = Told("union", "2026-10-20", "大会定于2026年10月20日召开", "登记会员代表", Form("membersCongress", "delegates"));
        story.due(ElectionDelegates, told);
        let told = Told("union", "2026-10-13", "在公示以前办好", "登记候选人", Form("election", "candidates"));
        story.due(ElectionProposal, told);
        let least = start["bounds"]["delegates"][0].as_u64().unwrap();
        let more = json!({ "unit": "一分会", "manager": false, "electedOn": "2026-09-01" });
        let delegates: Vec<Value> =
            people.iter().take(least as usize).map(|one| with(one.clone(), more.clone())).collect();
        story.call("membersCongress.saveDelegates", json!({ "session": 4, "delegates": delegates }));
        story.due(ElectionDelegates, Told("union", "2026-10-20", "届满", "登记", Form("election", "event:delegates")));
        happened(&story, &id, "delegates", "2026-09-01", json!({}));
        story.gone(ElectionDelegates);
        let told = Told("union", "2026-10-20", "届满", "登记", Form("election", "event:qualified"));
        story.due(ElectionQualification, told);
        happened(&story, &id, "qualified", "2026-09-01", json!({}));
        story.gone(ElectionQualification);

        candidates(&story, &id, "committee", &people[..6]);
        candidates(&story, &id, "chair", &people[1..2]);
        story.due(ElectionProposal, Told("union", "2026-10-13", "届满", "登记", Form("election", "event:proposed")));
        happened(&story, &id, "proposed", "2026-09-01", json!({}));
        story.gone(ElectionProposal);
        let told = Told("upper", "2026-10-13", "届满", "登记", Form("election", "event:consented"));
        story.due(ElectionConsent, told);
        story.on("2026-09-08");
        happened(&story, &id, "consented", "2026-09-08", json!({}));
        story.gone(ElectionConsent);
        let notice = Paper("election.notice", &["自2026年9月8日起至2026年9月14日止", "赵立春", "应选5人"]);
        story.due(ElectionPosting, Told("union", "2026-10-13", "5个工作日", "看候选人公示", notice));
        happened(&story, &id, "posted", "2026-09-08", json!({ "untilOn": "2026-09-22" }));
        story.gone(ElectionPosting);

        let told = Told("union", "2026-10-20", "还没有投票", "登记计票", Form("election", "ballot:committee"));
        story.due(ElectionBallots, told);
        story.on("2026-10-20");
        let all = least as u32;
        ballot(&story, &id, "committee", all, &[all, all, all, all, all - 1, 1]);
        story.gone(ElectionBallots);
        let told = Told("union", "week", "还没有投票", "登记计票", Form("election", "ballot:chair"));
        story.due(ElectionPlenums, told);
        ballot(&story, &id, "chair", 5, &[5]);
        story.gone(ElectionPlenums);
        let report = Paper("election.report", &["赣工复〔2026〕5号", "钱立春", "报请批准"]);
        story.due(ElectionReport, Told("union", "week", "《", "看选举结果报告", report));
        happened(&story, &id, "reported", "2026-10-20", json!({}));
        story.gone(ElectionReport);
        let told = Told("upper", "2026-11-04", "15", "登记", Form("election", "event:confirmed"));
        story.due(ElectionConfirmation, told);
        happened(&story, &id, "confirmed", "2026-10-20", json!({ "number": "赣工复〔2026〕9号" }));
        story.gone(ElectionConfirmation);

        let told = Told("union", "2026-11-19", "30日", "登记", Form("election", "event:registered"));
        story.due(ElectionRegistration, told);
        let audit = Paper("election.audit", &["离任审计", "赵立春", "钱立春"]);
        story.due(ElectionLeavingAudit, Told("upper", "week", "审计", "看离任审计申请", audit));
        let list = Paper("union.handOver", &["移交"]);
        story.due(ElectionHandOver, Told("union", "week", "当面移交", "看移交清册", list));
        for (kind, told) in
            [("registered", ElectionRegistration), ("audited", ElectionLeavingAudit), ("handedOver", ElectionHandOver)]
        {
            happened(&story, &id, kind, "2026-10-20", json!({}));
            story.gone(told);
        }
    }
}
