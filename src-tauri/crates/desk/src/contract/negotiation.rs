//! Wage negotiation from its start to the contract and how it is kept, with the wages that it talks about. Talks with
//! platforms are in `platform`.

use affairs::congress::model::CongressSessionId;
use affairs::letters::model as letters;
use affairs::negotiation::agreement::amendments::model as amendments;
use affairs::negotiation::agreement::checks::model as checks;
use affairs::negotiation::agreement::filing::model as filing;
use affairs::negotiation::agreement::model as agreement;
use affairs::negotiation::contract::model as contract_text;
use affairs::negotiation::information::model as information;
use affairs::negotiation::levels::model as skill_pay;
use affairs::negotiation::model as negotiation;
use affairs::negotiation::people::model as seats;
use affairs::negotiation::preparation::model as preparation;
use affairs::negotiation::refusal::model as refusal;
use affairs::negotiation::seal::model as seal;
use affairs::negotiation::suspension::model as suspension;
use affairs::pay::figures::model as figures;
use affairs::pay::import::model::{PayImported, PayPreview};
use affairs::pay::model as pay;
use affairs::pay::references::PayReferencesRead;
use affairs::pay::simulate::model as simulate;
use affairs::pay::typed::PayBandsRead;
use affairs::pay::typed::input::PaySheetInput;
use affairs::pay::view::{PayLineOrigin, PayLinePage, PayLineQuery};

use crate::command::{Bytes, Done, Nothing};
use crate::commands as on;
use crate::rights::Module::Negotiation;
use crate::rights::Right::{Chair, Reader, Writer};
use on::contract_text::{ContractClauseRef, ContractRef, ContractVersionRef};
use on::negotiation::{
    AgreementCheckRef, AgreementRef, AgreementVoteRef, CaseOfTalks, CorrectionOrderRef, MandateRef,
    NegotiationRef, PreviewMeeting, RemoveEvent, RemoveMeeting, RepresentativeElectionRef, SuspensionRef,
    TalksOfCase,
};
use on::pay::{
    ImportPay, MatchPayLine, PastedPay, PayLineRef, PayReferenceRef, PayReferences, PaySheetRef, PreviewPay,
};
use on::pay_simulate::{PayInsuranceRef, PayScenarioRef};

contract! {
    reads "negotiation.list" (Nothing) -> Vec<negotiation::NegotiationLine>, Reads, Reader, "" => on::negotiation::list;
    reads "negotiation.get" (NegotiationRef) -> negotiation::Negotiation, Reads, Reader, "" => on::negotiation::get;
    writes "negotiation.start" (negotiation::StartNegotiation) -> negotiation::NegotiationId, Reversible, Writer(Negotiation), "启动协商" => on::negotiation::start;
    writes "negotiation.remove" (NegotiationRef) -> Done, Reversible, Writer(Negotiation), "移除协商" => on::negotiation::remove;
    writes "negotiation.saveOffer" (negotiation::SaveOffer) -> Done, Reversible, Writer(Negotiation), "保存要约" => on::negotiation::save_offer;
    writes "negotiation.recordReply" (negotiation::RecordReply) -> Done, Reversible, Writer(Negotiation), "登记答复" => on::negotiation::record_reply;
    writes "negotiation.saveRepresentatives" (negotiation::SaveRepresentatives) -> Done, Reversible, Writer(Negotiation), "保存协商代表" => on::negotiation::save_representatives;
    reads "negotiation.people" (NegotiationRef) -> seats::NegotiationPeople, Reads, Reader, "" => on::negotiation::people;
    writes "negotiation.fillSeat" (seats::FillSeat) -> negotiation::RepresentativeId, Reversible, Writer(Negotiation), "补选协商代表" => on::negotiation::fill_seat;
    writes "negotiation.saveElection" (seats::RepresentativeElection) -> seats::RepresentativeElectionId, Reversible, Writer(Negotiation), "登记推选会议" => on::negotiation::save_election;
    writes "negotiation.removeElection" (RepresentativeElectionRef) -> Done, Reversible, Writer(Negotiation), "移除推选会议" => on::negotiation::remove_election;
    writes "negotiation.saveMandate" (seats::Mandate) -> seats::MandateId, Reversible, Writer(Negotiation), "保存委托书" => on::negotiation::save_mandate;
    writes "negotiation.removeMandate" (MandateRef) -> Done, Reversible, Writer(Negotiation), "移除委托书" => on::negotiation::remove_mandate;
    reads "negotiation.preparation" (NegotiationRef) -> preparation::Preparation, Reads, Reader, "" => on::negotiation::preparation;
    writes "negotiation.saveOpinions" (preparation::OpinionSurvey) -> Done, Reversible, Writer(Negotiation), "登记职工意见" => on::negotiation::save_opinions;
    writes "negotiation.removeOpinions" (NegotiationRef) -> Done, Reversible, Writer(Negotiation), "移除职工意见" => on::negotiation::remove_opinions;
    writes "negotiation.takeOpinions" (NegotiationRef) -> Done, Reversible, Writer(Negotiation), "把职工意见列入议题" => on::negotiation::take_opinions;
    writes "negotiation.saveTopic" (negotiation::SaveTopic) -> Done, Reversible, Writer(Negotiation), "登记议题的归属和去向" => on::negotiation::save_topic;
    writes "negotiation.saveMeeting" (negotiation::MeetingInput) -> negotiation::MeetingId, Reversible, Writer(Negotiation), "保存会议" => on::negotiation::save_meeting;
    writes "negotiation.removeMeeting" (RemoveMeeting) -> Done, Reversible, Writer(Negotiation), "移除会议" => on::negotiation::remove_meeting;
    writes "negotiation.addEvent" (negotiation::AddEvent) -> negotiation::EventId, Reversible, Writer(Negotiation), "登记经过" => on::negotiation::add_event;
    writes "negotiation.changeEvent" (negotiation::ChangeEvent) -> Done, Reversible, Writer(Negotiation), "更正经过" => on::negotiation::change_event;
    writes "negotiation.removeEvent" (RemoveEvent) -> Done, Reversible, Writer(Negotiation), "删除经过" => on::negotiation::remove_event;
    writes "negotiation.openWarning" (NegotiationRef) -> letters::SupervisionCaseId, Reversible, Writer(Negotiation), "写提示函" => on::negotiation::open_warning;
    reads "negotiation.ofCase" (CaseOfTalks) -> Option<TalksOfCase>, Reads, Reader, "" => on::negotiation::of_case;
    writes "negotiation.saveOrder" (refusal::CorrectionOrder) -> refusal::CorrectionOrderId, Reversible, Writer(Negotiation), "登记责令改正" => on::negotiation::save_order;
    writes "negotiation.removeOrder" (CorrectionOrderRef) -> Done, Reversible, Writer(Negotiation), "移除责令改正" => on::negotiation::remove_order;
    writes "negotiation.saveSuspension" (suspension::SuspensionInput) -> suspension::SuspensionId, Reversible, Writer(Negotiation), "登记中止协商" => on::negotiation::save_suspension;
    writes "negotiation.resume" (suspension::ResumeTalks) -> Done, Reversible, Writer(Negotiation), "登记恢复协商" => on::negotiation::resume;
    writes "negotiation.removeSuspension" (SuspensionRef) -> Done, Reversible, Writer(Negotiation), "移除中止协商" => on::negotiation::remove_suspension;
    writes "negotiation.saveInformation" (information::SaveInformation) -> Done, Reversible, Writer(Negotiation), "保存协商资料清单" => on::negotiation::save_information;
    writes "negotiation.markInformation" (information::MarkInformation) -> Done, Reversible, Writer(Negotiation), "登记协商资料" => on::negotiation::mark_information;
    writes "negotiation.signSecrecy" (information::SignSecrecy) -> Done, Reversible, Writer(Negotiation), "登记保密承诺" => on::negotiation::sign_secrecy;
    writes "negotiation.addAgreement" (agreement::AddAgreement) -> agreement::AgreementId, Reversible, Writer(Negotiation), "增加集体合同" => on::negotiation::add_agreement;
    writes "negotiation.saveAgreement" (agreement::SaveAgreement) -> Done, Reversible, Writer(Negotiation), "保存集体合同" => on::negotiation::save_agreement;
    writes "negotiation.removeAgreement" (AgreementRef) -> Done, Reversible, Writer(Negotiation), "移除集体合同" => on::negotiation::remove_agreement;
    reads "negotiation.judgeVote" (agreement::SaveAgreementVote) -> Vec<agreement::AgreementVote>, Reads, Reader, "" => on::negotiation::judge_vote;
    writes "negotiation.saveVote" (agreement::SaveAgreementVote) -> CongressSessionId, Reversible, Writer(Negotiation), "登记职代会表决" => on::negotiation::save_vote;
    writes "negotiation.removeVote" (AgreementVoteRef) -> Done, Reversible, Writer(Negotiation), "撤回职代会表决" => on::negotiation::remove_vote;
    writes "negotiation.markMaterial" (agreement::MarkMaterial) -> Done, Reversible, Writer(Negotiation), "登记报送材料" => on::negotiation::mark_material;
    desk "negotiation.checkOffer" (AgreementRef) -> checks::AgreementCheckOffer, Reads, Reader, "" => on::negotiation::check_offer;
    writes "negotiation.saveCheck" (checks::SaveAgreementCheck) -> checks::AgreementCheckId, Reversible, Writer(Negotiation), "登记履行检查" => on::negotiation::save_check;
    writes "negotiation.removeCheck" (AgreementCheckRef) -> Done, Reversible, Writer(Negotiation), "移除履行检查" => on::negotiation::remove_check;
    writes "negotiation.saveAmendment" (amendments::SaveAmendment) -> agreement::AgreementId, Reversible, Writer(Negotiation), "保存变更、解除、续签" => on::negotiation::save_amendment;
    writes "negotiation.saveFiling" (filing::AgreementFiling) -> Done, Reversible, Writer(Negotiation), "保存报送的情况" => on::negotiation::save_filing;
    writes "negotiation.seal" (seal::SealNegotiation) -> Done, Final, Chair, "封存协商" => on::negotiation::seal_affair;
    writes "negotiation.markUndertaking" (negotiation::MarkUndertaking) -> Done, Reversible, Writer(Negotiation), "登记承诺完成" => on::negotiation::mark_undertaking;
    desk "pay.figures" (figures::PayFiguresQuery) -> Option<figures::PayFigures>, Reads, Reader, "" => on::pay_figures::get;
    bytes "pay.printFigures" (figures::PayFiguresQuery) -> Bytes, Reads, Reader, "" => on::pay_figures::print;
    desk "pay.simulator" (figures::PayFiguresQuery) -> simulate::PaySimulator, Reads, Reader, "" => on::pay_simulate::begin;
    desk "pay.simulate" (simulate::SimulatePay) -> simulate::PaySimulation, Reads, Reader, "" => on::pay_simulate::attempt;
    writes "pay.saveScenario" (simulate::SavePayScenario) -> simulate::PayScenarioId, Reversible, Writer(Negotiation), "保存增资方案" => on::pay_simulate::save;
    writes "pay.chooseScenario" (PayScenarioRef) -> Done, Reversible, Writer(Negotiation), "选定增资方案" => on::pay_simulate::choose;
    writes "pay.removeScenario" (PayScenarioRef) -> Done, Reversible, Writer(Negotiation), "移除增资方案" => on::pay_simulate::remove;
    writes "pay.saveInsurance" (simulate::PayInsurance) -> simulate::PayInsuranceId, Reversible, Writer(Negotiation), "登记社会保险单位费率" => on::pay_simulate::save_insurance;
    writes "pay.removeInsurance" (PayInsuranceRef) -> Done, Reversible, Writer(Negotiation), "移除社会保险单位费率" => on::pay_simulate::remove_insurance;
    writes "negotiation.takeScenario" (NegotiationRef) -> Done, Reversible, Writer(Negotiation), "把选定的增资方案写进要约" => on::pay_simulate::take;
    desk "contract.get" (ContractRef) -> contract_text::ContractDraft, Reads, Reader, "" => on::contract_text::get;
    desk "contract.compare" (contract_text::CompareContracts) -> contract_text::ContractComparison, Reads, Reader, "" => on::contract_text::compare;
    writes "contract.start" (contract_text::StartContract) -> Done, Reversible, Writer(Negotiation), "起草合同" => on::contract_text::start;
    writes "contract.saveClause" (contract_text::SaveContractClause) -> contract_text::ContractClauseId, Reversible, Writer(Negotiation), "保存合同条款" => on::contract_text::save_clause;
    writes "contract.takeLibrary" (contract_text::TakeLibraryClause) -> contract_text::ContractClauseId, Reversible, Writer(Negotiation), "放进条款库的条款" => on::contract_text::take_library;
    writes "contract.takeAgreed" (contract_text::TakeAgreedText) -> contract_text::ContractClauseId, Reversible, Writer(Negotiation), "放进一致的文字" => on::contract_text::take_agreed;
    writes "contract.order" (contract_text::OrderContractClauses) -> Done, Reversible, Writer(Negotiation), "调整条款次序" => on::contract_text::order;
    writes "contract.removeClause" (ContractClauseRef) -> Done, Reversible, Writer(Negotiation), "移除合同条款" => on::contract_text::remove_clause;
    writes "contract.fill" (contract_text::FillContractBlank) -> Done, Reversible, Writer(Negotiation), "填写合同的空" => on::contract_text::fill;
    writes "contract.keep" (contract_text::KeepContractVersion) -> contract_text::ContractVersionId, Reversible, Writer(Negotiation), "留存合同稿" => on::contract_text::keep;
    writes "contract.paste" (contract_text::PasteContract) -> contract_text::ContractVersionId, Reversible, Writer(Negotiation), "导入上年合同" => on::contract_text::paste;
    writes "contract.removeVersion" (ContractVersionRef) -> Done, Reversible, Writer(Negotiation), "移除上年合同" => on::contract_text::remove_version;
    desk "skillPay.get" (NegotiationRef) -> skill_pay::SkillPay, Reads, Reader, "" => on::skill_pay::get;
    writes "skillPay.save" (skill_pay::SaveSkillPay) -> Done, Reversible, Writer(Negotiation), "保存工资水平表" => on::skill_pay::save;
    bytes "negotiation.previewMeeting" (PreviewMeeting) -> Bytes, Reads, Reader, "" => on::negotiation::preview_meeting;
    desk "pay.list" (Nothing) -> Vec<pay::PaySheetLine>, Reads, Reader, "" => on::pay::list;
    desk "pay.get" (PaySheetRef) -> pay::PaySheet, Reads, Reader, "" => on::pay::get;
    reads "pay.lines" (PayLineQuery) -> PayLinePage, Reads, Reader, "" => on::pay::lines;
    reads "pay.origin" (PayLineRef) -> PayLineOrigin, Reads, Reader, "" => on::pay::origin;
    desk_job "pay.preview" (PreviewPay) -> PayPreview, Reads, Writer(Negotiation), "" => on::pay::preview;
    desk_job "pay.import" (ImportPay) -> PayImported, Reversible, Writer(Negotiation), "导入工资表" => on::pay::import;
    desk "pay.readBands" (PastedPay) -> PayBandsRead, Reads, Writer(Negotiation), "" => on::pay::read_bands;
    writes "pay.save" (PaySheetInput) -> pay::PaySheetId, Reversible, Writer(Negotiation), "保存工资数据" => on::pay::save;
    writes "pay.remove" (PaySheetRef) -> Done, Reversible, Writer(Negotiation), "移除工资数据" => on::pay::remove;
    writes "pay.matchLine" (MatchPayLine) -> Done, Reversible, Writer(Negotiation), "对应工资表的人" => on::pay::match_line;
    reads "pay.references" (Nothing) -> Vec<pay::PayReference>, Reads, Reader, "" => on::pay::references;
    desk "pay.readReferences" (PastedPay) -> PayReferencesRead, Reads, Writer(Negotiation), "" => on::pay::read_references;
    writes "pay.saveReference" (pay::PayReference) -> pay::PayReferenceId, Reversible, Writer(Negotiation), "保存工资参考数据" => on::pay::save_reference;
    writes "pay.saveReferences" (PayReferences) -> u32, Reversible, Writer(Negotiation), "登记工资参考数据" => on::pay::save_references;
    writes "pay.removeReference" (PayReferenceRef) -> Done, Reversible, Writer(Negotiation), "移除工资参考数据" => on::pay::remove_reference;
}
