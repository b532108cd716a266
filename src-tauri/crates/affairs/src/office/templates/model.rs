//! The papers whose wording is the union's to change, by their templates, and its own templates as they cross the contract.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

ledger::id_type!(
    /// A template of the union's own.
    OwnTemplateId
);

/// A paper whose template may be the union's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperTemplate {
    /// The key of its template.
    pub key: &'static str,
    /// The kind by which it is made; none as long as no page of the program makes it.
    pub kind: Option<&'static str>,
    /// What it is called.
    pub name: &'static str,
}

const fn made(key: &'static str, kind: &'static str, name: &'static str) -> PaperTemplate {
    PaperTemplate { key, kind: Some(kind), name }
}

/// All of them, in the order in which the work asks for them.
pub const PAPERS: [PaperTemplate; 90] = [
    made("negotiation/offer", "negotiation.offer", "要约书（协商意向书）"),
    made("negotiation/reply", "negotiation.reply", "要约回复书"),
    made("negotiation/representatives", "negotiation.representatives", "协商代表名单"),
    made("negotiation/minutes", "negotiation.minutes", "协商会议纪要"),
    made("office/committee-minutes", "office.committee", "委员会会议记录"),
    made("office/letter", "office.letter", "函、复函"),
    made("office/receipt", "office.receipt", "送达回执"),
    made("office/archive", "office.archive", "归档封面和卷内目录"),
    made("office/archive-notes", "office.archiveNotes", "卷内备考表"),
    made("members/application", "members.application", "入会申请书"),
    made("members/registration", "members.registration", "会员登记表"),
    made("members/card-roll", "members.cardRoll", "会员证发放册"),
    made("members/transfer", "members.transfer", "会籍接转介绍信"),
    made("members/transfer-receipt", "members.transferReceipt", "会籍接转回执"),
    made("members/retention", "members.retention", "保留会籍证明"),
    made("members/withdrawal", "members.withdrawal", "退会公告"),
    made("members/expulsion", "members.expulsion", "开除会籍决定"),
    made("members/expulsion-report", "members.expulsionReport", "开除会籍备案报告"),
    made("members/dues-receipt", "members.duesReceipt", "会费收据"),
    made("members/dues-sheet", "members.duesSheet", "会费收缴年度表"),
    made("union/fee-demand", "union.feeDemand", "催缴工会经费的函"),
    made("union/election-request", "election.request", "换届请示"),
    made("union/election-notice", "election.notice", "候选人公示"),
    made("union/election-ballot", "election.ballot", "选票"),
    made("union/election-count", "election.count", "选举计票报告"),
    made("union/election-report", "election.report", "选举结果报告"),
    made("union/leaving-audit", "election.audit", "离任审计申请"),
    made("union/members-minutes", "membersCongress.minutes", "会员（代表）大会纪要"),
    made("union/members-delegates", "membersCongress.delegates", "会员代表名单"),
    made("letters/inquiry", "letters.inquiry", "调查笔录"),
    made("letters/refusal", "letters.refusal", "不予受理告知书"),
    made("letters/reminder", "letters.reminder", "监督提示函"),
    made("letters/opinion", "letters.opinion", "监督意见书"),
    made("letters/request", "letters.request", "提请函"),
    made("letters/closing", "letters.closing", "监督案件结案报告"),
    made("letters/appeals", "appeals.register", "职工诉求登记表"),
    made("letters/dismissal", "dismissals.opinion", "对解除、处分的意见书"),
    made("letters/mediation-application", "mediation.application", "调解申请书"),
    made("letters/mediation-acceptance", "mediation.acceptance", "调解受理通知书"),
    made("letters/mediation-agreement", "mediation.agreement", "调解协议书"),
    made("letters/mediation-closing", "mediation.closing", "调解终止、不予受理通知书"),
    made("platform/minutes", "platform.minutes", "平台协商会议纪要"),
    made("platform/referral", "platform.referral", "转介函"),
    made("platform/help", "platform.help", "职业伤害保障办理说明"),
    made("leave/schedule", "leave.schedule", "年休假计划表"),
    made("leave/waiver", "leave.waiver", "年休假本人确认书"),
    made("leave/payment", "leave.payment", "未休年休假工资报酬计算单"),
    made("recuperation/notice", "recuperation.notice", "疗休养名单公示"),
    made("recuperation/list", "recuperation.list", "疗休养出行名单"),
    made("hardship/sheet", "hardship.sheet", "困难职工档案表"),
    made("hardship/aids", "hardship.aids", "帮扶慰问台账"),
    made("safety/sheet", "safety.sheet", "事故隐患登记表"),
    made("safety/proposal", "safety.proposal", "隐患整改建议书"),
    made("safety/evacuation", "safety.evacuation", "撤离建议书"),
    made("safety/visit", "safety.visit", "劳动保护监督检查记录"),
    made("safety/ledger", "safety.ledger", "事故隐患台账"),
    made("safety/notice", "safety.notice", "事故隐患排查治理情况公示"),
    made("safety/report", "safety.report", "职代会安全报告"),
    made("reform/year", "reform.year", "产改工作台账"),
    made("report/year", "report.year", "年度工作报告"),
    made("today/duties", "today.duties", "到期事项清单"),
    made("negotiation/wage-contract", "negotiation.wageContract", "工资专项集体合同"),
    made(
        "negotiation/special-contract",
        "negotiation.contract",
        "集体合同、女职工和劳动安全卫生专项集体合同",
    ),
    made("negotiation/pay-levels", "negotiation.payLevels", "工种和技能等级工资水平表"),
    made("negotiation/amendment", "negotiation.amendment", "变更、解除、终止、续签协议"),
    made("negotiation/opinion-sheet", "negotiation.opinionSheet", "职工意见征集表"),
    made("negotiation/topic-list", "negotiation.topicList", "协商议题清单"),
    made("negotiation/chief-mandate", "negotiation.chiefMandate", "首席代表授权委托书"),
    made("negotiation/adviser-mandate", "negotiation.adviserMandate", "专业人员委托书"),
    made("negotiation/election-record", "negotiation.electionRecord", "协商代表推选会议记录"),
    made("negotiation/election-notice", "negotiation.electionNotice", "协商代表公示"),
    made("negotiation/information-list", "negotiation.informationList", "资料提供清单及签收单"),
    made("negotiation/confidentiality", "negotiation.confidentiality", "保密承诺书"),
    made("negotiation/meeting-notice", "negotiation.meetingNotice", "协商会议通知"),
    made("negotiation/plan", "negotiation.plan", "协商方案和测算表"),
    made("negotiation/filing-form", "negotiation.filingForm", "集体合同报送审查表"),
    made("negotiation/filing-statement", "negotiation.filingStatement", "集体合同情况说明"),
    made("negotiation/publication", "negotiation.publication", "合同公布书"),
    made("negotiation/performance-check", "negotiation.performanceCheck", "履行情况检查表"),
    made("negotiation/performance-report", "negotiation.performanceReport", "年度履行报告"),
    made("negotiation/demand", "negotiation.demand", "协商催告函"),
    made("negotiation/refusal-report", "negotiation.refusalReport", "企业拒绝协商的报告"),
    made("negotiation/suspension", "negotiation.suspension", "中止备忘"),
    made("negotiation/coordination", "negotiation.coordination", "协调处理申请书"),
    made("congress/ballot", "congress.ballot", "职工代表大会表决票"),
    made("congress/count", "congress.count", "职工代表大会计票报告"),
    made("congress/resolution", "congress.resolution", "职工代表大会决议"),
    made("congress/delegates", "congress.delegates", "职工代表名单"),
    made("congress/motion", "congress.motion", "职工代表提案表"),
    made("congress/notice", "congress.notice", "召开职工代表大会的通知"),
];

/// Templates that stay the program's own, each with its reason.
pub const CLOSED: [(&str, &str); 7] = [
    ("ledger/recovery-sheet", "it opens the ledger: a wrong character shuts it"),
    ("members/own-data", "a person is owed everything that is held about them, in full"),
    ("members/dossier", "what is masked for whom is the program's to keep"),
    ("members/statistics", "the upper union's sheet: its sums are computed and no paragraph is the union's"),
    ("pay/figures", "what may be told of wages to whom is the program's to keep"),
    ("union/hand-over", "the successor is owed everything that is open"),
    ("union/faces", "it shows the faces of the program, and no paper of the union's"),
];

/// A template of the union's own, as it lies in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTemplateText {
    /// Which.
    pub id: OwnTemplateId,
    /// The key of the paper's template.
    pub paper: String,
    /// What the union calls it: the name of its file.
    pub title: String,
    /// Its text.
    pub text: String,
    /// The sum of the program's template and sample that it was held against when it was taken.
    pub base: String,
    /// The day it was taken.
    pub taken_on: NaiveDate,
}

/// By which template of the union's own a paper is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MadeBy {
    /// What the union calls it.
    pub title: String,
    /// The day it was taken.
    pub taken_on: NaiveDate,
}
