//! How stored words and values read in the field's own. What tables and columns are called stands beside, and so
//! does what refers to other records.

use chrono::{DateTime, NaiveDate};
use ledger::Fen;
use serde_json::Value;

use crate::congress::delegates::model::{CongressEnding, CongressStanding};
use crate::congress::meetings::model::CongressMatterKind;
use crate::congress::model::{CongressBallot, CongressForm};
use crate::congress::motions::model::{CongressFeedback, CongressMotionKind, CongressReview};
use crate::leave::model::{LeaveBarKind, LeaveCrossing, LeaveKind};
use crate::leave::recuperation::model::{RecuperationCounts, RecuperationReason};
use crate::leave::rules::halves;
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
use crate::members::consents::ConsentPurpose;
use crate::members::dossier::model::{CertificateKind, ContractTerm, HonourKind, HonourLevel};
use crate::members::dues::model::{DuesKind, DuesOutcome};
use crate::members::flags::model::PersonTagKind;
use crate::members::joining;
use crate::members::joining::model::DispatchAgreement;
use crate::members::rules::{shown_email, shown_id, shown_phone};
use crate::month::Month;
use crate::negotiation::agreement::amendments::model::AmendmentAct;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::contract::model::{ContractOrigin, ContractVersionSource, GROUP_WORDS, ITEM_WORDS};
use crate::negotiation::levels::model::SkillPayKind;
use crate::negotiation::model::{EffectHow, EventKind, TopicAside};
use crate::negotiation::people::model::{MandateKind, PostingOutcome};
use crate::negotiation::preparation::model::Askers;
use crate::negotiation::seal::model::NegotiationSealOutcome;
use crate::office::attachments::media;
use crate::office::committee::{self, decisions, model::CommitteeBody};
use crate::office::incoming::model::IncomingKind;
use crate::office::model::kind_label;
use crate::office::outgoing::model::SendingManner;
use crate::office::templates;
use crate::pay::model::{PayDepth, PayPeriod, PayReferenceKind, PayUnit};
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
use crate::trash;
use crate::union::bodies::model::{UnionBody, UnionOffice};
use crate::union::bodies::rules::session_words;
use crate::union::custody::CustodyKind;
use crate::union::details::model::{UnionForm, UnionKind};
use crate::union::details::rules::shown_account;
use crate::union::election::model::{ElectionEventKind, ElectionPost, ElectionWomenWay};
use crate::union::fee::model::FeeWay;
use crate::union::groups::model::UnionGroupKind;
use crate::union::members_congress::model::MembersForm;
use crate::union::model::{Guarded, Part, Shown, Sight};
use crate::union::settings;

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
    ("congress_delegate.standing", CongressStanding::WORDS),
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
            ("negotiation", "一次工资集体协商"),
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

/// What stands for a whistle-blower's name, for how someone was hurt and for a single wage: no part of it is shown.
pub(super) const PROTECTED: &str = "（受保护）";

/// Tables whose rows tell of somebody's health by being there, whatever stands in them: that someone was examined, was hurt, or lost
/// their leave for an illness. Of whom is told to readers of health alone.
const OF_HEALTH: [&str; 3] = ["health_exam", "injury_help", "leave_bar"];

/// Whether the very rows of a table tell of somebody's health.
pub fn is_of_health(table: &str) -> bool {
    OF_HEALTH.contains(&table)
}

/// Whether a column tells, or may tell, of someone's health: how somebody was hurt, what was looked into of somebody whose
/// dismissal is meant, and the opinion that says so.
pub fn tells_health(table: &str, column: &str) -> bool {
    matches!(
        (table, column),
        ("injury_help", "asked" | "place" | "result")
            | ("leave_bar", "kind" | "amount" | "note")
            // Why somebody is in need is as often as not an illness, and how they were helped tells it.
            | ("hardship_file", "cause" | "details" | "household" | "income")
            | ("member_aid", "kind" | "what")
            // Why someone goes first may tell of an injury, and so may what is noted beside it.
            | ("recuperation_place", "reasons" | "note")
            // Why someone gives leave up is as often as not an illness, and so is what stands beside a period.
            | ("leave_year", "waived_reason" | "note")
            | ("leave_period", "note")
            // Of a notice without fault; of the others `teller` tells them.
            | ("dismissal", "findings" | "articles" | "reasons" | "grounds")
            | ("dismissal_check", "answer" | "note")
    )
}

/// Whether a column tells of who someone is where the table as a whole does not: what they eat tells of their faith or
/// health, and a number to call is another's.
pub fn tells_identity(table: &str, column: &str) -> bool {
    matches!((table, column), ("recuperation_place", "meals" | "emergency"))
}

/// A stored value that refers to nothing else, as it reads; identity and health as they may be shown.
pub(super) fn reads(table: &str, column: &str, value: &Value, sight: Sight) -> Option<String> {
    let identity = sight.identity;
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let word = match (table, column) {
        ("person_identity", "number") => Some(shown_id(&text, identity)),
        ("person_identity", "phone") => Some(shown_phone(&text, identity)),
        ("person_identity", "email") => Some(shown_email(&text, identity)),
        ("person_identity", "other_phones") => {
            Some(text.split('、').map(|one| shown_phone(one, identity)).collect::<Vec<_>>().join("、"))
        }
        ("supervision_informer" | "appeal_person", "name" | "contact") if identity != Shown::Full => {
            Some(PROTECTED.to_owned())
        }
        // A wage, and what is a share of it: a history shows them to nobody, the page of dues to whoever may see wages.
        ("dues_base", "base") | ("dues_payment", "amount") => Some(PROTECTED.to_owned()),
        (table, column) if tells_identity(table, column) && identity != Shown::Full => {
            Some(PROTECTED.to_owned())
        }
        ("recuperation_place", "reasons") if sight.health != Shown::Full => Some(PROTECTED.to_owned()),
        ("recuperation_place", "reasons") => {
            let told = text.split(' ').filter_map(RecuperationReason::of).map(RecuperationReason::label);
            Some(told.collect::<Vec<_>>().join("、"))
        }
        ("recuperation_plan", "day_cap" | "year_cap" | "welfare_budget" | "union_budget" | "own_budget")
        | ("recuperation_batch", "person_cost" | "spent") => {
            text.parse().ok().map(|sum| format!("{}元", Fen(sum)))
        }
        ("leave_pay", "average" | "daily" | "paid") => Some(PROTECTED.to_owned()),
        ("hardship_file", "income") if sight.health != Shown::Full => Some(PROTECTED.to_owned()),
        ("hardship_file", "income") | ("member_aid", "amount") => {
            text.parse().ok().map(|sum| format!("{}元", Fen(sum)))
        }
        // The sum of a few is a wage too, and so is what two months differ by: the page of wage data tells those that may be told,
        // and the page of the contribution goes by it.
        ("pay_sheet" | "pay_total", "sum")
        | ("fee_payroll", "payroll")
        | ("fee_payment", "amount")
        | ("pay_band", "from_sum" | "to_sum" | "middle" | "headcount" | "sum") => Some(PROTECTED.to_owned()),
        ("pay_sheet" | "pay_reference", "period") => text.parse::<PayPeriod>().ok().map(PayPeriod::words),
        // What a scenario comes to may tell of few: the page shows it to whoever may see it.
        (
            "pay_scenario",
            "before_average" | "target_average" | "wages" | "insurance" | "fee" | "total" | "bounds",
        ) => Some(PROTECTED.to_owned()),
        // The plan prints it to whoever may see it.
        ("negotiation_seal", "plan") => Some(PROTECTED.to_owned()),
        ("pay_scenario", "target_floor") | ("pay_insurance", "base_floor" | "base_ceiling") => {
            text.parse().ok().map(|sum| format!("{}元", Fen(sum)))
        }
        ("pay_insurance", "rate") => text.parse().ok().map(percent),
        ("dues_basis" | "fee_share", "rate" | "share") => text.parse().ok().map(percent),
        ("negotiation_topic", "kinds") => {
            let kinds = text.split(',').filter_map(AgreementKind::of).map(AgreementKind::label);
            Some(kinds.collect::<Vec<_>>().join("、"))
        }
        ("dues_basis", "flat") | ("skill_pay_level", "from_fen" | "to_fen" | "allowance_fen") => {
            text.parse().ok().map(|sum| format!("{}元", Fen(sum)))
        }
        ("leave_period" | "leave_pay", "halves") | ("leave_year", "opening" | "carried" | "waived") => {
            text.parse().ok().map(halves)
        }
        (_, "from_month" | "to_month" | "month") => text.parse::<Month>().ok().map(Month::words),
        // What happened to a body is told like a number: to one who may read it and revealed it.
        (table, column) if tells_health(table, column) && sight.health != Shown::Full => {
            Some(PROTECTED.to_owned())
        }
        ("desk_grant", "what") => granted(&text),
        ("member_number", "number") => text.parse().ok().map(joining::number_text),
        ("setting", "id") => {
            settings::label(&text).map(str::to_owned).or_else(|| trash::setting_label(&text))
        }
        ("consent", "purpose") => Some(ConsentPurpose::of(&text).label().to_owned()),
        ("committee_meeting", "body") => Some(CommitteeBody::of(&text).label().to_owned()),
        ("committee_topic", "decision_number") => text.parse().ok().map(committee::store::decision_name),
        ("incoming_paper", "kind") => Some(IncomingKind::of(&text).label().to_owned()),
        ("union_record", "kind") => UnionKind::of(&text).map(|kind| kind.label().to_owned()),
        ("union_record", "form") => UnionForm::of(&text).map(|form| form.label().to_owned()),
        ("union_record", "bank_account") => Some(shown_account(&text, Shown::Masked)),
        ("union_term", "body") => UnionBody::of(&text).map(|body| body.label().to_owned()),
        ("union_term" | "election" | "members_delegate" | "members_meeting", "session") => {
            text.parse().ok().map(session_words)
        }
        ("union_seat", "office") => UnionOffice::of(&text).map(|office| office.label().to_owned()),
        ("union_group", "kind") => UnionGroupKind::of(&text).map(|kind| kind.label().to_owned()),
        ("custody", "kind") => Some(CustodyKind::of(&text).label().to_owned()),
        ("paper" | "paper_change" | "negotiation_paper", "kind") => Some(kind_label(&text).to_owned()),
        ("paper_sending", "manner") => Some(SendingManner::of(&text).label().to_owned()),
        ("own_template", "paper") => templates::paper_name(&text).map(str::to_owned),
        // The text itself is looked at as a file.
        ("own_template", "body") => Some(format!("{}行", text.lines().count())),
        ("attachment", "media") => Some(media::sort(&text).to_owned()),
        _ => listed(table, column, &text),
    };
    Some(word.or_else(|| moment(&text)).or_else(|| day(&text, None)).unwrap_or(text))
}

/// Ten-thousandths as a percentage: 50 is 0.5%.
fn percent(share: u32) -> String {
    let cents = format!("{:02}", share % 100);
    match cents.trim_end_matches('0') {
        "" => format!("{}%", share / 100),
        cents => format!("{}.{cents}%", share / 100),
    }
}

fn granted(code: &str) -> Option<String> {
    let part = Part::ALL.into_iter().find(|part| part.code() == code);
    let kind = Guarded::ALL.into_iter().find(|kind| kind.code() == code);
    part.map(|part| format!("办理{}", part.label())).or(kind.map(|kind| format!("查看{}", kind.label())))
}

/// A stored word of a column as it reads; `None` for one that is not known.
pub(crate) fn listed(table: &str, column: &str, text: &str) -> Option<String> {
    let full = format!("{table}.{column}");
    let words =
        WORDS.iter().find(|(of, _)| *of == full).or_else(|| WORDS.iter().find(|(of, _)| *of == column))?;
    words.1.iter().find(|(stored, _)| *stored == text).map(|(_, word)| (*word).to_owned())
}

/// A time as the journal keeps it: 2026年11月16日 09:00.
fn moment(text: &str) -> Option<String> {
    let at = DateTime::parse_from_rfc3339(text).ok()?;
    Some(at.format("%Y年%-m月%-d日 %H:%M").to_string())
}

/// A day, as exactly as it is known: 2026年3月1日, 2026年3月 or 2026年. Told by its shape, so that a new column of
/// days reads well without being listed.
pub(super) fn day(text: &str, precision: Option<&str>) -> Option<String> {
    let day = (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())??;
    let shape = match precision {
        Some("year") => "%Y年",
        Some("month") => "%Y年%-m月",
        _ => "%Y年%-m月%-d日",
    };
    Some(day.format(shape).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn seen(shown: Shown) -> Sight {
        Sight { identity: shown, health: shown, ..Sight::default() }
    }

    #[test]
    fn health_is_told_to_one_who_reads_health_and_not_to_one_who_reads_identity_alone() {
        let told = |table, column, health| {
            let sight = Sight { identity: Shown::Full, health, ..Sight::default() };
            reads(table, column, &json!("怀孕五个月"), sight)
        };
        for (table, column) in [
            ("injury_help", "asked"),
            ("dismissal", "findings"),
            ("dismissal", "reasons"),
            ("dismissal_check", "note"),
            ("leave_year", "waived_reason"),
            ("leave_year", "note"),
            ("leave_period", "note"),
            ("recuperation_place", "note"),
        ] {
            for health in [Shown::Never, Shown::Masked] {
                assert_eq!(told(table, column, health).as_deref(), Some("（受保护）"), "{table}.{column}");
            }
            assert_eq!(told(table, column, Shown::Full).as_deref(), Some("怀孕五个月"), "{table}.{column}");
        }
    }

    #[test]
    fn why_somebody_is_in_need_is_told_to_readers_of_health_who_revealed_it() {
        let told = |table, column, value: Value, health| {
            let sight = Sight { identity: Shown::Full, health, ..Sight::default() };
            reads(table, column, &value, sight)
        };
        let of = |health| {
            [
                told("hardship_file", "details", json!("父亲透析"), health),
                told("hardship_file", "income", json!(98_000), health),
                told("member_aid", "what", json!("补助药费"), health),
            ]
        };
        for health in [Shown::Never, Shown::Masked] {
            assert!(of(health).iter().all(|said| said.as_deref() == Some(PROTECTED)), "{:?}", of(health));
        }
        let full = of(Shown::Full).map(Option::unwrap);
        assert_eq!(full, ["父亲透析", "980.00元", "补助药费"]);
        let sum = told("member_aid", "amount", json!(50_000), Shown::Never);
        assert_eq!(sum.as_deref(), Some("500.00元"), "what was spent is the union's own account");
    }

    #[test]
    fn identity_is_masked_and_stored_words_read_as_words() {
        let read = |table, column, value: Value| reads(table, column, &value, seen(Shown::Masked)).unwrap();
        assert_eq!(read("person_identity", "number", json!("11010519491231002X")), "110105********002X");
        assert_eq!(read("person_identity", "phone", json!("13800138000")), "138****8000");
        assert_eq!(read("person_identity", "email", json!("wang@example.com")), "w***@example.com");
        assert_eq!(
            read("person_identity", "other_phones", json!("13800138000、13900139000")),
            "138****8000、139****9000"
        );
        assert_eq!(read("person", "migrant", json!(1)), "是");
        assert_eq!(read("person", "removed_at", json!("2026-11-16T09:00:00+08:00")), "2026年11月16日 09:00");
        assert_eq!(read("membership_event", "kind", json!("retained")), "保留会籍");
        assert_eq!(read("person_identity", "kind", json!("居民身份证")), "居民身份证");
        assert_eq!(read("desk_grant", "what", json!("identity")), "查看证件号码和电话");
        assert_eq!(read("setting", "id", json!("retention.person")), "人员移除后保存的月数");
        assert_eq!(
            reads("dues_base", "base", &json!(500_000), seen(Shown::Full)).as_deref(),
            Some("（受保护）")
        );
        assert_eq!(read("dues_basis", "rate", json!(50)), "0.5%");
        assert_eq!(read("fee_share", "share", json!(6000)), "60%");
        assert_eq!(read("fee_payroll", "payroll", json!(186_240_050)), PROTECTED, "as of any payroll");
        assert_eq!(read("fee_payroll", "month", json!("2026-09")), "2026年9月");
        assert_eq!(reads("person", "note", &Value::Null, seen(Shown::Full)), None);
        let full = reads("person_identity", "phone", &json!("13800138000"), seen(Shown::Full));
        assert_eq!(full.as_deref(), Some("13800138000"));
    }

    #[test]
    fn a_day_is_told_as_exactly_as_it_is_known() {
        assert_eq!(day("2026-03-01", None).as_deref(), Some("2026年3月1日"));
        assert_eq!(day("2026-03-01", Some("month")).as_deref(), Some("2026年3月"));
        assert_eq!(day("2026-01-01", Some("year")).as_deref(), Some("2026年"));
        assert_eq!(day("2026-13-01", None), None, "no day is made up");
        assert_eq!(day("2026-3-1 左右", None), None, "a person's own words stay");
    }
}
