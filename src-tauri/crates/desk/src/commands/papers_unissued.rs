//! The kinds of papers that are printed anew each time and never issued, each with why.

use affairs::members::dossier::papers::DOSSIER;
use affairs::members::dues::papers as dues;
use affairs::members::joining::papers as joining;
use affairs::office::outgoing::papers::RECEIPT;
use affairs::union::election::papers as election;
use affairs::{congress, leave, letters, members, negotiation, platform, reform, registers, safety, union};

use crate::commands::today;

/// Why a paper of this kind is not issued; its text is not changed either, for it is printed anew each time.
pub(super) fn never_issued(kind: &str) -> Option<&'static str> {
    Some(match kind {
        union::papers::RECOVERY_SHEET => "恢复单不编号、不留底，请打印后妥善保管。",
        DOSSIER => "电子档案随登记变动，不编号、不留底，请直接打印；签了字的请扫描后添加到本人的附件里。",
        members::papers::OWN_DATA => "个人信息副本只交给本人，不编号、不留底，请直接打印。",
        union::succession::HAND_OVER => "移交清册随移交当时的情况打印，不编号、不留底，请直接打印。",
        reform::papers::YEAR => reform::papers::NEVER_ISSUED,
        today::PAPER => "到期事项清单随时变动，不编号、不留底，请直接打印。",
        joining::APPLICATION | joining::REGISTRATION | joining::CARD_ROLL => {
            "入会的申请书、登记表和发放册照账本打印，不编号、不留底；签好的请扫描后添加到本人的附件里。"
        }
        negotiation::papers::PLAN => {
            "协商方案随测算变动，只在职工方内部使用，不编号、不留底，请直接打印；讨论通过的请扫描后添加到协商的附件里。"
        }
        negotiation::papers::OPINION_SHEET => {
            "意见征集表空白打印，由职工填写，不编号、不留底；收回的意见请登记在“协商以前”里。"
        }
        election::BALLOT => "选票随候选人名单打印，不编号、不留底；发出和收回的张数请登记在计票里。",
        congress::motions::papers::MOTION => {
            "提案表由提案人和承办部门签字，不编号、不留底，请直接打印；签好的请扫描后添加到提案的附件里。"
        }
        congress::papers::BALLOT => "表决票随会议议程打印，不编号、不留底；发出和收回的张数请登记在表决里。",
        dues::SHEET => "会费收缴年度表照账本打印，不编号、不留底；签了字要归档的，请扫描后添加到附件里。",
        platform::papers::HELP => "职业伤害保障办理说明只交给本人，不编号、不留底，请直接打印。",
        RECEIPT | letters::papers::RECEIPT => {
            "送达回执按发送记录打印，不编号；签回的那一份请扫描后添加到文件的附件里。"
        }
        _ if leave::papers::is_ours(kind) => return leave::papers::never_issued(kind),
        _ if leave::recuperation::papers::is_ours(kind) => {
            return leave::recuperation::papers::never_issued(kind);
        }
        _ if registers::hardship::papers::is_ours(kind) => {
            return registers::hardship::papers::never_issued(kind);
        }
        _ if safety::papers::is_ours(kind) => return safety::papers::never_issued(kind),
        _ => return letters::rights::never_issued(kind),
    })
}
