//! The stored words of columns and how they read in the field's own. What is no word of a list reads in `words`.

use crate::congress::delegates::model::{CongressEnding, CongressRank};
use crate::congress::meetings::model::CongressMatterKind;
use crate::congress::model::{CongressBallot, CongressForm};
use crate::congress::motions::model::{CongressFeedback, CongressMotionKind, CongressReview};
use crate::leave::model::{LeaveBarKind, LeaveCrossing, LeaveKind};
use crate::leave::recuperation::model::RecuperationCounts;
use crate::letters::appeals::model::{AppealChannel, AppealKind, AppealOnward, AppealWorker};
use crate::letters::dismissals::model::{
    DismissalHelp, DismissalItem, DismissalKind, DismissalResult, DismissalStance,
};
use crate::letters::mediation::model::{
    MediationEventKind, MediationParty, MediatorChosen, MediatorOffice, MediatorSide,
};
use crate::letters::model::{
    SupervisionEventKind, SupervisionFinding, SupervisionLetterKind, SupervisionOutcome, SupervisionSource,
    SupervisionTopic,
};
use crate::members::dossier::model::{
    CertificateKind, ContractTerm, ExamConclusion, ExamKind, HonourKind, HonourLevel,
};
use crate::members::dues::model::{DuesKind, DuesOutcome};
use crate::members::flags::model::PersonTagKind;
use crate::members::joining::model::DispatchAgreement;
use crate::negotiation::agreement::amendments::model::AmendmentAct;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::contract::model::{ContractOrigin, ContractVersionSource, GROUP_WORDS, ITEM_WORDS};
use crate::negotiation::levels::model::SkillPayKind;
use crate::negotiation::model::{EffectHow, EventKind, TopicAside};
use crate::negotiation::people::model::{MandateKind, PostingOutcome};
use crate::negotiation::preparation::model::Askers;
use crate::negotiation::seal::model::NegotiationSealOutcome;
use crate::office::committee::decisions;
use crate::pay::model::{PayDepth, PayReferenceKind, PayUnit};
use crate::platform::model::{
    InjuryOutcome, PlatformCapKind, PlatformClass, PlatformInjury, PlatformInsurance, PlatformKind,
    PlatformReferralOutcome, PlatformReferralTo, PlatformTopic, PlatformTopicResult, PlatformTrade,
};
use crate::reform::model::{ReformOutcome, ReformSide};
use crate::registers::hardship::model::{
    HardshipCause, HardshipEnd, HardshipLevel, MemberAidKind, MemberAidSource,
};
use crate::safety::model::{
    HazardAnswer, HazardCategory, HazardEventKind, HazardFound, HazardGrade, HazardLevel, VisitResult,
};
use crate::union::election::model::{ElectionEventKind, ElectionPost, ElectionWomenWay};
use crate::union::fee::model::FeeWay;
use crate::union::members_congress::model::MembersForm;

/// Stored words and how they read, by column; where a column's words differ by table, the table stands before.
const WORDS: &[(&str, &[(&str, &str)])] = &[
    ("role", &[("chair", "主席"), ("officer", "经办人"), ("auditor", "经审人员")]),
    ("sex", &[("male", "男"), ("female", "女"), ("unspecified", "未填")]),
    ("migrant", YES_NO),
    ("chief", YES_NO),
    ("outside", YES_NO),
    ("front_line", YES_NO),
    ("personnel_manager", YES_NO),
    ("present", YES_NO),
    ("passed", YES_NO),
    ("signed", YES_NO),
    ("pasted", YES_NO),
    ("seal", YES_NO),
    ("cleared", YES_NO),
    ("chosen", YES_NO),
    ("decision_use.act", decisions::store::WORDS),
    ("wants_answer", YES_NO),
    ("side", SIDE),
    ("by_side", SIDE),
    ("employment.form", FORMS),
    ("pay_line.form", FORMS),
    (
        "membership_event.kind",
        &[
            ("joined", "入会"),
            ("moved_in", "转入"),
            ("resumed", "恢复会籍"),
            ("retained", "保留会籍"),
            ("moved_out", "转出"),
            ("withdrawn", "退会"),
            ("expelled", "开除会籍"),
            ("died", "去世"),
        ],
    ),
    ("person_tag.kind", PersonTagKind::WORDS),
    ("application.agreement", DispatchAgreement::WORDS),
    ("labour_contract.term", ContractTerm::WORDS),
    ("certificate.kind", CertificateKind::WORDS),
    ("health_exam.kind", ExamKind::WORDS),
    ("health_exam.conclusion", ExamConclusion::WORDS),
    ("honour.kind", HonourKind::WORDS),
    ("honour.level", HonourLevel::WORDS),
    (
        "attachment.of_kind",
        &[
            ("person", "人员"),
            ("negotiation", "协商"),
            ("meeting", "协商会议"),
            ("event", "协商经过"),
            ("information", "协商资料"),
            ("paper", "印发文件"),
            ("incoming", "收文"),
            ("committee", "会议记录"),
            ("union", "工会"),
            ("form", "表格"),
            ("report", "年度报告"),
            ("supervision", "监督案件"),
            ("appeal", "职工诉求"),
            ("dismissal", "解除和处分通知"),
            ("mediation", "调解案件"),
            ("platformTalk", "平台协商"),
            ("election", "换届选举"),
            ("membersMeeting", "会员大会、会员代表大会"),
            ("consent", "同意记录"),
            ("custody", "保管物"),
            ("letter", "函"),
            ("agreement", "集体合同"),
            ("agreementCheck", "履行检查"),
            ("mandate", "委托书"),
            ("opinionSurvey", "职工意见征集"),
            ("representativeElection", "推选协商代表的会议"),
            ("labourContract", "劳动合同"),
            ("certificate", "证书"),
            ("training", "培训"),
            ("honour", "荣誉"),
            ("healthExam", "职业健康检查"),
            ("unionTerm", "一届机构"),
            ("feePayment", "工会经费收付"),
            ("platformWork", "平台从业登记"),
            ("platformReferral", "转介"),
            ("injuryHelp", "职业伤害协助"),
            ("application", "入会申请"),
            ("membershipEvent", "会籍登记"),
            ("duesEntry", "会费收款"),
            ("paySheet", "工资数据"),
            ("payReference", "工资参考数据"),
            ("supervisionEvent", "监督案件办理情况"),
            ("supervisionLetter", "监督函件"),
            ("workforce", "职工人数"),
            ("leaveYear", "一年的年休假"),
            ("hardshipFile", "困难职工档案"),
            ("leaveSchedule", "年休假计划"),
            ("recuperationBatch", "疗休养批次"),
            ("hazard", "隐患"),
            ("hazardEvent", "隐患经过"),
            ("safetyVisit", "劳动保护检查"),
            ("congressTerm", "一届职工代表大会"),
            ("congressDelegate", "职工代表"),
            ("congressMotion", "提案"),
            ("congressMeeting", "职代会会议"),
            ("reformMeasure", "产改措施"),
            ("sending", "发送记录"),
            ("platformMeeting", "平台协商会议"),
            ("platformFirm", "平台和合作企业"),
            ("duesTalk", "劝导谈话"),
            ("feeDemand", "催缴函"),
            ("mediationEvent", "调解经过"),
            ("electionEvent", "换届经过"),
            ("electionBallot", "选举计票"),
            ("correctionOrder", "责令改正"),
            ("suspension", "中止协商"),
            ("congressSession", "职代会的表决"),
            ("unionGroup", "分会、小组"),
            ("inspector", "监督员"),
            ("mediator", "调解委员"),
            ("calendarNotice", "放假安排"),
            ("ownRule", "本单位约定"),
            ("recuperationPlan", "疗休养计划"),
            ("dueBasis", "会费收缴标准"),
            ("personTag", "人员标记"),
        ],
    ),
    ("election.form", MembersForm::WORDS),
    ("election.women_way", ElectionWomenWay::WORDS),
    ("members_meeting.form", MembersForm::WORDS),
    ("election_event.kind", ElectionEventKind::WORDS),
    ("election_candidate.post", ElectionPost::WORDS),
    ("election_ballot.post", ElectionPost::WORDS),
    ("direct", YES_NO),
    ("manager", YES_NO),
    ("dues_basis.kind", DuesKind::WORDS),
    ("dues_talk.outcome", DuesOutcome::WORDS),
    ("fee_payment.way", FeeWay::WORDS),
    ("pay_sheet.depth", PayDepth::WORDS),
    ("divided", YES_NO),
    ("pay_reference.kind", PayReferenceKind::WORDS),
    ("pay_reference.unit", PayUnit::WORDS),
    ("appeal.worker", AppealWorker::WORDS),
    ("appeal.kind", AppealKind::WORDS),
    ("appeal.channel", AppealChannel::WORDS),
    ("appeal.onward", AppealOnward::WORDS),
    ("dismissal.kind", DismissalKind::WORDS),
    ("dismissal.stance", DismissalStance::WORDS),
    ("dismissal.result", DismissalResult::WORDS),
    ("dismissal.help", DismissalHelp::WORDS),
    ("written", YES_NO),
    ("dismissal_check.item", DismissalItem::WORDS),
    ("dismissal_check.answer", &[("yes", "是"), ("no", "否")]),
    ("mediator.side", MediatorSide::WORDS),
    ("mediator.office", MediatorOffice::WORDS),
    ("mediator.chosen", MediatorChosen::WORDS),
    ("mediation_case.topic", AppealKind::WORDS),
    ("mediation_case.applicant", MediationParty::WORDS),
    ("oral", YES_NO),
    ("mediation_event.kind", MediationEventKind::WORDS),
    ("supervision_case.source", SupervisionSource::WORDS),
    ("supervision_case.topic", SupervisionTopic::WORDS),
    ("supervision_event.kind", SupervisionEventKind::WORDS),
    ("supervision_event.finding", SupervisionFinding::WORDS),
    ("supervision_event.outcome", SupervisionOutcome::WORDS),
    ("supervision_letter.kind", SupervisionLetterKind::WORDS),
    ("platform_firm.kind", PlatformKind::WORDS),
    ("platform_firm.trade", PlatformTrade::WORDS),
    ("platform_firm.injury", PlatformInjury::WORDS),
    ("platform_firm.insurance", PlatformInsurance::WORDS),
    ("platform_work.class", PlatformClass::WORDS),
    ("platform_referral.to_kind", PlatformReferralTo::WORDS),
    ("platform_referral.outcome", PlatformReferralOutcome::WORDS),
    ("platform_position.topic", PlatformTopic::WORDS),
    ("platform_position.result", PlatformTopicResult::WORDS),
    ("platform_cap.kind", PlatformCapKind::WORDS),
    ("injury_help.outcome", InjuryOutcome::WORDS),
    ("hardship_file.level", HardshipLevel::WORDS),
    ("hardship_file.cause", HardshipCause::WORDS),
    ("hardship_file.ended", HardshipEnd::WORDS),
    ("member_aid.kind", MemberAidKind::WORDS),
    ("member_aid.source", MemberAidSource::WORDS),
    ("leave_period.kind", LeaveKind::WORDS),
    ("leave_bar.kind", LeaveBarKind::WORDS),
    ("leave_schedule.crossing", LeaveCrossing::WORDS),
    ("worked_before", YES_NO),
    ("gap_out_only", YES_NO),
    ("outside", YES_NO),
    ("recuperation_place.front_line", YES_NO),
    ("recuperation_plan.counts_leave", RecuperationCounts::WORDS),
    ("hazard.found_how", HazardFound::WORDS),
    ("hazard.kind", HazardCategory::WORDS),
    ("hazard.grade", HazardGrade::WORDS),
    ("danger", YES_NO),
    ("safety_visit_item.result", VisitResult::WORDS),
    ("hazard_event.kind", HazardEventKind::WORDS),
    ("hazard_event.answer", HazardAnswer::WORDS),
    ("hazard_event.level", HazardLevel::WORDS),
    ("woman", YES_NO),
    ("dispatched", YES_NO),
    ("congress_delegate.standing", CongressRank::WORDS),
    ("congress_delegate.ended_how", CongressEnding::WORDS),
    ("congress_motion.kind", CongressMotionKind::WORDS),
    ("congress_matter.kind", CongressMatterKind::WORDS),
    ("congress_motion.review", CongressReview::WORDS),
    ("congress_motion.feedback", CongressFeedback::WORDS),
    ("reform_measure.side", ReformSide::WORDS),
    ("reform_measure.outcome", ReformOutcome::WORDS),
    ("form.program", &[("docx", "Word 表格"), ("xlsx", "Excel 表格")]),
    (
        "form.about",
        &[
            ("union", "本会"),
            ("person", "一名会员"),
            ("roster", "会员名单"),
            ("negotiation", "一次集体协商"),
            ("supervision", "一件劳动法律监督案件"),
        ],
    ),
    ("form_filling.purpose", &[("submit", "报送"), ("notice", "公示")]),
    ("in_full", YES_NO),
    ("attachment.place", &[("none", "没有"), ("removed", "有，已去掉"), ("kept", "有，保留")]),
    ("given_how", &[("paper", "书面"), ("message", "短信或微信"), ("meeting", "会上")]),
    ("negotiation_reply.kind", &[("agreed", "同意"), ("partly", "部分同意"), ("refused", "不同意")]),
    ("negotiation_event.kind", EventKind::WORDS),
    ("negotiation_event.how", EffectHow::WORDS),
    ("representative_election.way", CongressBallot::WORDS),
    ("representative_election.objections", PostingOutcome::WORDS),
    ("negotiation_mandate.kind", MandateKind::WORDS),
    ("petition_count.asked_by", Askers::WORDS),
    ("petition_count.larger", YES_NO),
    ("agreement.kind", AgreementKind::WORDS),
    ("agreement_amendment.act", AmendmentAct::WORDS),
    ("proposed_by", SIDE),
    ("negotiation_seal.outcome", NegotiationSealOutcome::WORDS),
    ("congress_session.form", CongressForm::WORDS),
    ("congress_session.way", CongressBallot::WORDS),
    ("secret", YES_NO),
    ("force_majeure", YES_NO),
    ("of_side", SIDE),
    ("contract_clause.item", ITEM_WORDS),
    ("contract_version_clause.item", ITEM_WORDS),
    ("contract_clause.group_key", GROUP_WORDS),
    ("contract_clause.origin", ContractOrigin::WORDS),
    ("contract_version.source", ContractVersionSource::WORDS),
    ("skill_pay_form.kind", SkillPayKind::WORDS),
    ("negotiation_topic.aside", TopicAside::WORDS),
    ("meeting_topic.result", &[("agreed", "达成一致"), ("disputed", "有分歧"), ("deferred", "留待下次")]),
];
const FORMS: &[(&str, &str)] = &[
    ("contract", "劳动合同"),
    ("dispatched", "劳务派遣"),
    ("part_time", "非全日制"),
    ("outsourced", "外包"),
    ("intern", "实习"),
    ("rehired", "退休返聘"),
    ("other", "其他"),
];
const YES_NO: &[(&str, &str)] = &[("1", "是"), ("0", "否")];
const SIDE: &[(&str, &str)] = &[("workers", "职工方"), ("employer", "企业方")];

/// A stored word of a column as it reads; `None` for one that is not known.
pub(crate) fn listed(table: &str, column: &str, text: &str) -> Option<String> {
    let full = format!("{table}.{column}");
    let words =
        WORDS.iter().find(|(of, _)| *of == full).or_else(|| WORDS.iter().find(|(of, _)| *of == column))?;
    words.1.iter().find(|(stored, _)| *stored == text).map(|(_, word)| (*word).to_owned())
}
