//! Issued papers as they cross the contract, what their kinds are called, and how numbers are written. The life after
//! issue is `outgoing`'s.

use serde::Serialize;
use ts_rs::TS;

use super::changes::TextChange;
use super::source::Source;
use super::templates::model::MadeBy;

ledger::id_type!(
    /// An issued paper.
    PaperId
);

/// A paper that can be printed now, or one that was issued.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperLine {
    /// The kind, `negotiation.minutes`.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
    /// Its title.
    pub title: String,
    /// What it belongs to, in words.
    pub affair: String,
    /// The day of the record it is made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub dated: Option<chrono::NaiveDate>,
    /// What is missing before it can be issued, one phrase each.
    pub missing: Vec<String>,
    /// The issues of it, the newest first.
    pub issued: Vec<IssuedPaper>,
    /// The union's own template by which it would be made now; none for the program's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub made_by: Option<MadeBy>,
}

/// One issue of a paper. Its bytes are kept; a correction is a new issue that names the old.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IssuedPaper {
    /// The issue.
    pub id: PaperId,
    /// 工协纪〔2026〕3号.
    pub number: String,
    /// The number of the issue it corrects.
    pub corrects: Option<String>,
    /// When, local time.
    pub issued_at: String,
    /// Pages.
    pub pages: u32,
    /// SHA-256 of the bytes, hex; empty where they were erased.
    pub sha256: String,
    /// Whether it can be set again as it was issued, for a Word copy that agrees with it.
    pub has_source: bool,
    /// The union's own template by which it was made; none for the program's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub made_by: Option<MadeBy>,
}

/// A number given to a paper: its series, the year, a running number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperNumber {
    /// The short word of the series, so that no two papers show one number.
    pub series: &'static str,
    /// The year of issue.
    pub year: i32,
    /// From 1, without gaps.
    pub number: u32,
}

/// The kinds of paper that are issued: the kind, the short word of its numbers (机关代字), what it is called.
pub(crate) const KINDS: [(&str, &str, &str); 66] = [
    ("negotiation.minutes", "工协纪", "会议纪要"),
    ("negotiation.offer", "工协约", "要约书"),
    ("negotiation.reply", "工协复", "回复书"),
    ("negotiation.representatives", "工协名", "代表名单"),
    ("negotiation.topicList", "工协题", "协商议题清单"),
    ("negotiation.chiefMandate", "工协首", "首席代表授权委托书"),
    ("negotiation.adviserMandate", "工协顾", "专业人员委托书"),
    ("negotiation.electionRecord", "工协推", "协商代表推选会议记录"),
    ("negotiation.electionNotice", "工协示", "协商代表公示"),
    ("negotiation.wageContract", "工资合", "工资专项集体合同"),
    ("negotiation.contract", "集合", "集体合同、专项集体合同"),
    ("negotiation.payLevels", "工技资", "工种和技能等级工资水平表"),
    ("negotiation.informationList", "工协资", "资料提供清单及签收单"),
    ("negotiation.informationListOther", "工协资另", "另一方的资料提供清单及签收单"),
    ("negotiation.meetingNotice", "工协会", "协商会议通知"),
    ("negotiation.coordination", "工协申", "协调处理申请书"),
    ("negotiation.demand", "工协催", "协商催告函"),
    ("negotiation.refusalReport", "工协报", "企业拒绝协商的报告"),
    ("negotiation.suspension", "工协止", "中止备忘"),
    ("negotiation.confidentiality", "工协密", "保密承诺书"),
    ("negotiation.confidentialityEmployer", "工协密企", "企业方保密承诺书"),
    ("negotiation.publication", "工协公", "合同公布书"),
    ("negotiation.performanceCheck", "工协检", "履行情况检查表"),
    ("negotiation.filingForm", "工协送", "集体合同报送审查表"),
    ("negotiation.filingStatement", "工协说", "集体合同情况说明"),
    ("negotiation.performanceReport", "工协履", "年度履行报告"),
    ("negotiation.amendment", "工协变", "变更、解除、终止、续签协议"),
    ("congress.count", "职代票", "职代会计票报告"),
    ("congress.resolution", "职代决", "职代会决议"),
    ("congress.delegates", "职代名", "职工代表名单"),
    ("congress.notice", "职代通", "职代会会议通知"),
    ("report.year", "工年报", "年度工作报告"),
    ("office.committee", "工会记", "会议记录"),
    ("office.letter", "工函", "函"),
    ("letters.inquiry", "工监录", "调查笔录"),
    ("letters.refusal", "工监告", "不予受理告知书"),
    ("letters.reminder", "工监提", "监督提示函"),
    ("letters.opinion", "工监意", "监督意见书"),
    ("letters.request", "工监请", "提请函"),
    ("letters.closing", "工监结", "结案报告"),
    ("dismissals.opinion", "工意", "对解除、处分的意见书"),
    ("mediation.acceptance", "调受", "调解受理通知书"),
    ("mediation.agreement", "调协", "调解协议书"),
    ("mediation.closing", "调终", "调解终止、不予受理通知书"),
    ("platform.minutes", "工平纪", "平台协商会议纪要"),
    ("platform.referral", "工介", "转介函"),
    ("leave.schedule", "工休", "年休假计划表"),
    ("recuperation.notice", "工疗示", "疗休养名单公示"),
    ("safety.proposal", "工安建", "隐患整改建议书"),
    ("safety.evacuation", "工安撤", "撤离建议书"),
    ("safety.report", "工安报", "职代会安全报告"),
    ("members.transfer", "工转", "会籍接转介绍信"),
    ("members.transferReceipt", "工转回", "会籍接转回执"),
    ("members.retention", "工保", "保留会籍证明"),
    ("members.withdrawal", "工退", "退会公告"),
    ("members.expulsion", "工决", "开除会籍决定"),
    ("members.expulsionReport", "工备", "开除会籍备案报告"),
    ("members.duesReceipt", "工费收", "会费收据"),
    ("union.feeDemand", "工费催", "催缴工会经费的函"),
    ("election.request", "工选请", "换届请示"),
    ("election.notice", "工选示", "候选人公示"),
    ("election.count", "工选票", "选举计票报告"),
    ("election.report", "工选报", "选举结果报告"),
    ("election.audit", "工审请", "离任审计申请"),
    ("membersCongress.minutes", "工代纪", "会员（代表）大会纪要"),
    ("membersCongress.delegates", "工代名", "会员代表名单"),
];

/// The registers whose numbers are written like those of papers, with the short word of each.
const REGISTERS: [(&str, &str); 9] = [
    ("supervision", "监"),
    ("appeal", "诉"),
    ("dismissal", "解"),
    ("mediation", "调"),
    ("injury", "伤"),
    ("hazard", "隐"),
    ("safetyVisit", "检"),
    ("congressMotion", "提"),
    ("reformMeasure", "产"),
];

/// The register of incoming papers, whose numbers are written like those of papers.
pub(crate) const INCOMING: &str = "incoming";

/// The short word of a kind's series (机关代字 of the union's own papers, 收 of the register of what came in, 监 of that of
/// supervision cases, and so on).
pub fn series(kind: &str) -> &'static str {
    if kind == INCOMING {
        return "收";
    }
    if let Some((_, series)) = REGISTERS.iter().find(|(known, _)| *known == kind) {
        return series;
    }
    KINDS.iter().find(|(known, ..)| *known == kind).map_or("工", |(_, series, _)| series)
}

/// What a kind is called.
pub fn kind_label(kind: &str) -> &'static str {
    KINDS.iter().find(|(known, ..)| *known == kind).map_or("其他", |(.., label)| label)
}

impl std::fmt::Display for PaperNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}〔{}〕{}号", self.series, self.year, self.number)
    }
}

/// A paper filled with its facts, ready for its template.
#[derive(Debug, Clone)]
pub struct Filled {
    /// The template's key, `negotiation/minutes`.
    pub template: &'static str,
    /// The record it is made from.
    pub of: String,
    /// Its title.
    pub title: String,
    /// What is missing before it can be issued, one phrase each.
    pub missing: Vec<String>,
    /// The facts.
    pub context: serde_json::Value,
    /// The paragraphs reworded before printing.
    pub changes: Vec<TextChange>,
    /// What it was set from when the affair it belongs to was sealed; it is set from that alone then.
    pub kept: Option<Box<Source>>,
}

impl Filled {
    /// A paper filled with a typed context. Errors: none in practice; a context that is no JSON is a fault
    /// of the program and said as such.
    pub fn new(
        template: &'static str,
        of: String,
        title: String,
        missing: Vec<String>,
        context: &impl Serialize,
    ) -> Result<Filled, crate::Problem> {
        let context = serde_json::to_value(context).map_err(|_| {
            crate::Problem::new("internal", "程序内部出错：文件的内容无法整理。账本没有受影响。")
        })?;
        Ok(Filled { template, of, title, missing, context, changes: Vec::new(), kept: None })
    }
}
