//! Supervision of labour law and workers' rights: cases, appeals, dismissals, mediation. Letters of the union
//! outside supervision are in `office`.

use affairs::letters::appeals::model as appeals;
use affairs::letters::dismissals::model as dismissals;
use affairs::letters::mediation::model as mediation;
use affairs::letters::model as letters;

use crate::command::{Done, Nothing};
use crate::commands as on;
use crate::rights::Module::Letters;
use crate::rights::Right::{Reader, Writer};
use on::appeals::{AppealRef, AppealYear};
use on::dismissals::DismissalRef;
use on::letters::{
    StartLetter, SupervisionEventRef, SupervisionInspectorRef, SupervisionLetterRef, SupervisionRef,
};
use on::mediation::{MediationEventRef, MediationRef, MediatorRef};
use on::members_export::Exported;
use on::registers_export::ExportSupervision;
use on::rights_export::{ExportAppeals, ExportDismissals, ExportMediation};

contract! {
    reads "letters.list" (letters::SupervisionQuery) -> letters::SupervisionPage, Reads, Reader, "" => on::letters::list;
    reads "letters.get" (SupervisionRef) -> letters::SupervisionCase, Reads, Reader, "" => on::letters::get;
    writes "letters.save" (letters::SupervisionInput) -> letters::SupervisionCaseId, Reversible, Writer(Letters), "保存监督案件" => on::letters::save;
    writes "letters.remove" (SupervisionRef) -> Done, Reversible, Writer(Letters), "移除监督案件" => on::letters::remove;
    writes "letters.saveEvent" (letters::SupervisionEventInput) -> letters::SupervisionEventId, Reversible, Writer(Letters), "登记监督案件办理情况" => on::letters::save_event;
    writes "letters.removeEvent" (SupervisionEventRef) -> Done, Reversible, Writer(Letters), "移除监督案件办理情况" => on::letters::remove_event;
    reads "letters.start" (StartLetter) -> letters::SupervisionLetterStart, Reads, Reader, "" => on::letters::start;
    writes "letters.saveLetter" (letters::SupervisionLetterInput) -> letters::SupervisionLetterId, Reversible, Writer(Letters), "保存监督函件" => on::letters::save_letter;
    writes "letters.serveLetter" (letters::SupervisionServed) -> Done, Reversible, Writer(Letters), "登记监督函件送达" => on::letters::serve_letter;
    writes "letters.removeLetter" (SupervisionLetterRef) -> Done, Reversible, Writer(Letters), "移除监督函件" => on::letters::remove_letter;
    reads "letters.inspectors" (Nothing) -> Vec<letters::SupervisionInspector>, Reads, Reader, "" => on::letters::inspectors;
    writes "letters.saveInspector" (letters::SupervisionInspectorInput) -> letters::SupervisionInspectorId, Reversible, Writer(Letters), "保存监督员" => on::letters::save_inspector;
    writes "letters.removeInspector" (SupervisionInspectorRef) -> Done, Reversible, Writer(Letters), "移除监督员" => on::letters::remove_inspector;
    desk_job "letters.export" (ExportSupervision) -> Exported, Reads, Reader, "" => on::registers_export::supervision;

    reads "appeals.list" (appeals::AppealQuery) -> appeals::AppealPage, Reads, Reader, "" => on::appeals::list;
    reads "appeals.counts" (AppealYear) -> Vec<appeals::AppealCount>, Reads, Reader, "" => on::appeals::counts;
    reads "appeals.get" (AppealRef) -> appeals::Appeal, Reads, Reader, "" => on::appeals::get;
    writes "appeals.save" (appeals::AppealInput) -> appeals::AppealId, Reversible, Writer(Letters), "保存职工诉求" => on::appeals::save;
    writes "appeals.answer" (appeals::AnswerAppeal) -> Done, Reversible, Writer(Letters), "登记诉求答复" => on::appeals::answer;
    writes "appeals.reopen" (AppealRef) -> Done, Reversible, Writer(Letters), "重新打开诉求" => on::appeals::reopen;
    writes "appeals.forward" (appeals::ForwardAppeal) -> Done, Reversible, Writer(Letters), "转办职工诉求" => on::appeals::forward;
    writes "appeals.toCase" (AppealRef) -> letters::SupervisionCaseId, Reversible, Writer(Letters), "诉求转为监督案件" => on::appeals::to_case;
    writes "appeals.toMediation" (AppealRef) -> mediation::MediationCaseId, Reversible, Writer(Letters), "诉求申请调解" => on::appeals::to_mediation;
    writes "appeals.remove" (AppealRef) -> Done, Reversible, Writer(Letters), "移除职工诉求" => on::appeals::remove;
    desk_job "appeals.export" (ExportAppeals) -> Exported, Reads, Reader, "" => on::rights_export::appeals;
    reads "dismissals.list" (dismissals::DismissalQuery) -> dismissals::DismissalPage, Reads, Reader, "" => on::dismissals::list;
    reads "dismissals.get" (DismissalRef) -> dismissals::Dismissal, Reads, Reader, "" => on::dismissals::get;
    writes "dismissals.save" (dismissals::DismissalInput) -> dismissals::DismissalId, Reversible, Writer(Letters), "登记解除、处分通知" => on::dismissals::save;
    writes "dismissals.remove" (DismissalRef) -> Done, Reversible, Writer(Letters), "移除解除、处分通知" => on::dismissals::remove;
    writes "dismissals.saveChecks" (dismissals::DismissalChecks) -> Done, Reversible, Writer(Letters), "核对解除、处分的情形" => on::dismissals::save_checks;
    reads "dismissals.start" (DismissalRef) -> dismissals::DismissalOpinionStart, Reads, Reader, "" => on::dismissals::start;
    writes "dismissals.saveOpinion" (dismissals::DismissalOpinion) -> Done, Reversible, Writer(Letters), "保存对解除、处分的意见" => on::dismissals::save_opinion;
    writes "dismissals.deliver" (dismissals::DismissalDelivered) -> Done, Reversible, Writer(Letters), "登记意见书送达" => on::dismissals::deliver;
    writes "dismissals.saveAnswer" (dismissals::DismissalAnswered) -> Done, Reversible, Writer(Letters), "登记单位答复" => on::dismissals::save_answer;
    writes "dismissals.saveHelp" (dismissals::DismissalHelped) -> Done, Reversible, Writer(Letters), "登记给职工的帮助" => on::dismissals::save_help;
    writes "dismissals.toMediation" (DismissalRef) -> mediation::MediationCaseId, Reversible, Writer(Letters), "通知申请调解" => on::dismissals::to_mediation;
    writes "dismissals.close" (dismissals::DismissalClosed) -> Done, Reversible, Writer(Letters), "办结解除、处分通知" => on::dismissals::close;
    desk_job "dismissals.export" (ExportDismissals) -> Exported, Reads, Reader, "" => on::rights_export::dismissals;
    reads "mediation.list" (mediation::MediationQuery) -> mediation::MediationPage, Reads, Reader, "" => on::mediation::list;
    reads "mediation.get" (MediationRef) -> mediation::MediationCase, Reads, Reader, "" => on::mediation::get;
    writes "mediation.save" (mediation::MediationInput) -> mediation::MediationCaseId, Reversible, Writer(Letters), "保存调解案件" => on::mediation::save;
    writes "mediation.remove" (MediationRef) -> Done, Reversible, Writer(Letters), "移除调解案件" => on::mediation::remove;
    writes "mediation.saveEvent" (mediation::MediationEventInput) -> mediation::MediationEventId, Reversible, Writer(Letters), "登记调解经过" => on::mediation::save_event;
    writes "mediation.removeEvent" (MediationEventRef) -> Done, Reversible, Writer(Letters), "移除调解经过" => on::mediation::remove_event;
    reads "mediation.committee" (Nothing) -> mediation::MediationCommittee, Reads, Reader, "" => on::mediation::committee;
    writes "mediation.saveMediator" (mediation::MediatorInput) -> mediation::MediatorId, Reversible, Writer(Letters), "保存调解委员" => on::mediation::save_mediator;
    writes "mediation.removeMediator" (MediatorRef) -> Done, Reversible, Writer(Letters), "移除调解委员" => on::mediation::remove_mediator;
    desk_job "mediation.export" (ExportMediation) -> Exported, Reads, Reader, "" => on::rights_export::mediation;
}
