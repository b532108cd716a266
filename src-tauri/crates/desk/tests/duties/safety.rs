//! Work safety: a hazard from its grading to the notice board, and one that endangers lives.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{Form, Paper};
use super::story::{Story, Told, with};

/// A hazard that was found on 14 September.
fn hazard(story: &Story, more: Value) -> Value {
    story.on("2026-09-14");
    let plain = json!({
        "foundOn": "2026-09-14", "foundHow": "inspection", "place": "冲压车间3号冲床", "kind": "machine",
        "matter": "双手按钮失灵", "danger": false,
    });
    story.call("safety.save", with(plain, more))
}

fn happened(story: &Story, id: &Value, kind: &str, on: &str, more: Value) {
    let event = json!({ "hazard": id, "kind": kind, "happenedOn": on, "text": "照现场的情况" });
    story.call("safety.saveEvent", with(event, more));
}

/// Its newest paper of a kind, signed for by the employer on 14 September.
fn received(story: &Story, kind: &str) {
    let paper = story.call("outgoing.list", json!({ "kind": kind }))["rows"][0]["id"].clone();
    let sent = json!({
        "paper": paper, "receiver": "赣江机械有限公司", "manner": "handed", "sentOn": "2026-09-14", "signedBy": "万里程",
        "signedOn": "2026-09-14",
    });
    story.call("outgoing.saveSending", sent);
}

stories! {
    a_hazard_goes_from_its_grade_to_the_notice_board in "36" tells [
        HazardGrade, HazardWrite, HazardIssue, HazardServe, HazardReply, HazardChase, HazardAssure, HazardRectify,
        HazardEscalate, HazardRecheck, HazardClose, HazardPost,
    ] |story| {
        let id = hazard(&story, json!({}));
        story.due(HazardGrade, Told("union", "week", "判定标准", "分级", Form("safety", "change")));
        let record = story.call("safety.get", json!({ "id": id }))["record"].clone();
        let graded = json!({ "grade": "general", "basis": "《中华人民共和国安全生产法》第三十六条" });
        story.call("safety.save", with(record, graded));
        story.gone(HazardGrade);
        story.due(HazardWrite, Told("union", "week", "第六十条", "写整改建议", Form("safety", "proposal")));
        let proposal = json!({
            "id": id, "advice": "停用3号冲床\n更换双手按钮", "advisedBy": "2026-09-21", "contact": "陈望舒，0791-80000206",
        });
        story.call("safety.saveProposal", proposal);
        story.gone(HazardWrite);
        let paper = Paper("safety.proposal", &["事故隐患整改建议书", "双手按钮失灵", "3个工作日内", "没有规定天数"]);
        story.due(HazardIssue, Told("union", "week", "第六十条", "看整改建议书", paper));
        story.call("papers.issue", json!({ "kind": "safety.proposal", "of": id }));
        story.gone(HazardIssue);
        story.due(HazardServe, Told("union", "week", "签收", "登记送达", Form("outgoing", "send")));
        received(&story, "safety.proposal");
        story.gone(HazardServe);
        let told = Told("employer", "2026-09-17", "法律只写“及时”", "登记答复", Form("safety", "event:replied"));
        story.due(HazardReply, told);
        story.on("2026-09-17");
        story.absent(&[HazardChase]);
        story.on("2026-09-18");
        let chase = Form("safety", "event:escalated:employer");
        story.due(HazardChase, Told("union", "week", "2026年9月17日", "登记督办", chase));
        happened(&story, &id, "escalated", "2026-09-18", json!({ "level": "employer" }));
        story.gone(HazardChase);
        happened(&story, &id, "replied", "2026-09-18", json!({ "answer": "agreed" }));
        story.gone(HazardReply);
        let told = Told("employer", "week", "责任、措施、资金、时限、预案", "登记五落实", Form("safety", "assurances"));
        story.due(HazardAssure, told);
        let five = json!({
            "id": id, "assuredBy": "万里程", "measures": "更换双手按钮", "funds": "三千元", "dueOn": "2026-09-30",
            "plan": "由4号冲床代替",
        });
        story.call("safety.saveAssurances", five);
        story.gone(HazardAssure);
        let told = Told("employer", "2026-09-30", "整改的期限", "登记整改完成", Form("safety", "event:rectified"));
        story.due(HazardRectify, told);
        story.on("2026-09-30");
        story.absent(&[HazardEscalate]);
        story.on("2026-10-01");
        let up = Form("safety", "event:escalated:upper");
        story.due(HazardEscalate, Told("union", "week", "整改应于2026年9月30日以前完成", "登记升级", up));
        happened(&story, &id, "escalated", "2026-10-01", json!({ "level": "upper", "untilOn": "2026-10-10" }));
        story.gone(HazardEscalate);
        happened(&story, &id, "rectified", "2026-10-01", json!({}));
        story.gone(HazardRectify);
        let told = Told("union", "week", "整改责任人以外的人", "登记验收", Form("safety", "event:passed"));
        story.due(HazardRecheck, told);
        happened(&story, &id, "passed", "2026-10-01", json!({ "who": "吴刚" }));
        story.gone(HazardRecheck);
        story.due(HazardClose, Told("union", "week", "验收合格", "登记销号", Form("safety", "event:closed")));
        happened(&story, &id, "closed", "2026-10-01", json!({}));
        story.gone(HazardClose);
        story.due(HazardPost, Told("employer", "week", "第四十一条", "登记公示", Form("safety", "event:posted")));
        happened(&story, &id, "posted", "2026-10-01", json!({ "who": "冲压车间公示栏" }));
        story.gone(HazardPost);
    }

    lives_in_danger_come_before_all_papers_and_a_major_hazard_is_reported in "36" tells [
        HazardEvacuate, HazardEvacuateServe, HazardDecide, HazardAuthority, HazardReport, HazardCongress,
    ] |story| {
        let danger = json!({
            "grade": "major", "danger": true, "evacuees": "熔炼平台上的全部人员", "foundAt": "09:20", "place": "熔炼车间2号炉",
            "matter": "炉衬烧穿，铁水外漏",
        });
        let id = hazard(&story, danger);
        let paper = Paper("safety.evacuation", &["撤离建议书", "9时20分", "熔炼平台上的全部人员", "第五十五条"]);
        story.due(HazardEvacuate, Told("union", "week", "第六十条", "看撤离建议书", paper));
        let told = Told("employer", "week", "第四十一条", "登记报告", Form("safety", "event:reported"));
        story.due(HazardReport, told);
        let told = Told("employer", "week", "第四十一条", "登记报告", Form("safety", "event:congress"));
        story.due(HazardCongress, told);
        story.call("papers.issue", json!({ "kind": "safety.evacuation", "of": id }));
        story.gone(HazardEvacuate);
        let told = Told("union", "week", "还没有登记单位签收", "登记送达", Form("outgoing", "send"));
        story.due(HazardEvacuateServe, told);
        received(&story, "safety.evacuation");
        story.gone(HazardEvacuateServe);
        let told = Told("employer", "week", "收到撤离建议", "登记处理", Form("safety", "event:decided"));
        story.due(HazardDecide, told);
        story.absent(&[HazardAuthority]);
        story.on("2026-09-15");
        let told = Told("union", "week", "第三十二条", "登记报告", Form("safety", "event:escalated:authority"));
        story.due(HazardAuthority, told);
        happened(&story, &id, "escalated", "2026-09-15", json!({ "level": "authority" }));
        story.gone(HazardAuthority);
        happened(&story, &id, "decided", "2026-09-15", json!({ "happenedAt": "10:05" }));
        story.gone(HazardDecide);
        happened(&story, &id, "reported", "2026-09-15", json!({}));
        story.gone(HazardReport);
        happened(&story, &id, "congress", "2026-09-15", json!({}));
        story.gone(HazardCongress);
    }

    the_employer_sends_the_statistics_of_a_quarter in "36" tells [HazardStatistics] |story| {
        hazard(&story, json!({}));
        story.on("2026-09-30");
        story.absent(&[HazardStatistics]);
        story.on("2026-10-01");
        let told = Told("employer", "2026-10-15", "第十四条", "登记报送", Form("safetyReport", "filing"));
        let period = story.due(HazardStatistics, told);
        let early = json!({ "period": period, "filedOn": "2026-09-30" });
        assert_eq!(story.refused("safety.saveFiling", early).field.as_deref(), Some("filedOn"));
        story.call("safety.saveFiling", json!({ "period": period, "filedOn": "2026-10-01" }));
        story.gone(HazardStatistics);
    }
}
