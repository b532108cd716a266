//! The one list of commands. Each line declares the name, what it asks and answers, whether it reads or
//! writes, the right it needs and its shape; hosts, the TypeScript client and the tests are made from it.

use affairs::union::model::Part;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::bindings::Types;
use crate::desk::Desk;
use crate::progress::Progress;
use crate::{Problem, commands as on};

/// How a command is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Shape {
    /// At once.
    Call,
    /// With progress, and a cancel that leaves nothing.
    Job,
    /// With bytes.
    Bytes,
}

/// What a command does to the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// Nothing.
    Reads,
    /// One step that undo takes back.
    Reversible,
    /// One step that only a new act can answer.
    Final,
    /// It opens, closes or moves within the ledger and writes no step of its own.
    Desk,
}

/// Where a command writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Module {
    /// Wherever the person may write: undo, drafts, attachments. The command looks closer itself.
    Desk,
    /// 会员.
    Members,
    /// 协商.
    Negotiation,
    /// 文件.
    Office,
    /// 劳动法律监督.
    Letters,
    /// 新就业形态.
    Platform,
}

impl Module {
    /// The part of the work that an officer must have been given.
    pub(crate) fn part(self) -> Option<Part> {
        match self {
            Module::Desk => None,
            Module::Members => Some(Part::Members),
            Module::Negotiation => Some(Part::Negotiation),
            Module::Office => Some(Part::Office),
            Module::Letters => Some(Part::Letters),
            Module::Platform => Some(Part::Platform),
        }
    }
}

/// Who may give a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Right {
    /// Everyone, with no ledger open.
    Anyone,
    /// Everyone at the desk.
    Reader,
    /// Whoever may write in this part.
    Writer(Module),
    /// The chair.
    Chair,
}

/// What a command answers: its value, and the tables that changed, for pages to refresh by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The answer of the declared type.
    pub value: Value,
    /// Names of tables whose rows changed.
    pub changed: Vec<String>,
}

/// A function that answers a `call`.
type CallFn = fn(&Desk, &Command, Value) -> Result<Answer, Problem>;
/// A function that answers a `job`.
type JobFn = fn(&Desk, &Command, Value, &dyn Progress) -> Result<Answer, Problem>;
/// A function that answers with bytes.
type BytesFn = fn(&Desk, &Command, Value) -> Result<Vec<u8>, Problem>;

/// The body of a command, by shape.
pub(crate) enum Run {
    Call(CallFn),
    Job(JobFn),
    Bytes(BytesFn),
}

/// One line of the contract.
pub struct Command {
    /// `module.verb`.
    pub name: &'static str,
    /// The step's label in the field's words; empty where no step is written.
    pub label: &'static str,
    /// What it does to the ledger.
    pub effect: Effect,
    /// Who may give it.
    pub right: Right,
    pub(crate) args: fn(&mut Types) -> String,
    pub(crate) answer: fn(&mut Types) -> String,
    pub(crate) run: Run,
}

impl Command {
    /// How it is answered.
    pub fn shape(&self) -> Shape {
        match self.run {
            Run::Call(_) => Shape::Call,
            Run::Job(_) => Shape::Job,
            Run::Bytes(_) => Shape::Bytes,
        }
    }
    /// The TypeScript type it asks for.
    pub fn args_type(&self) -> String {
        (self.args)(&mut Types::default())
    }
    /// The TypeScript type it answers.
    pub fn answer_type(&self) -> String {
        (self.answer)(&mut Types::default())
    }
}

/// Bytes as a declared answer.
#[derive(TS)]
#[ts(type = "ArrayBuffer")]
pub struct Bytes(#[allow(dead_code, reason = "only its TypeScript name is used")] Vec<u8>);

/// No arguments.
#[derive(Debug, Clone, Copy, Default, serde::Deserialize, TS)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}

/// Nothing to answer but that it is done.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[ts(type = "null")]
pub struct Done;

/// Declares the contract. The word before the name is the way it runs:
/// `desk` and `desk_job` act on the desk itself, `reads` sees one view of the ledger, `writes` runs inside
/// one step, `job` gets progress, `bytes` answers with bytes.
macro_rules! contract {
    ($($way:ident $name:literal ($args:ty) -> $answer:ty, $effect:ident, $right:expr, $label:literal => $body:path;)*) => {
        static COMMANDS: &[Command] = &[$(Command {
            name: $name,
            label: $label,
            effect: Effect::$effect,
            right: $right,
            args: Types::of::<$args>,
            answer: Types::of::<$answer>,
            run: contract!(@run $way $body),
        }),*];
    };
    (@run desk $body:path) => { Run::Call(|desk, command, args| desk.on_desk(command, args, $body)) };
    (@run desk_job $body:path) => { Run::Job(|desk, command, args, progress| desk.job_on_desk(command, args, progress, $body)) };
    (@run reads $body:path) => { Run::Call(|desk, command, args| desk.reading(command, args, $body)) };
    (@run reads_job $body:path) => { Run::Job(|desk, command, args, progress| desk.reading_job(command, args, progress, $body)) };
    (@run writes $body:path) => { Run::Call(|desk, command, args| desk.writing(command, args, $body)) };
    (@run writes_job $body:path) => { Run::Job(|desk, command, args, progress| desk.writing_job(command, args, progress, $body)) };
    (@run bytes $body:path) => { Run::Bytes(|desk, command, args| desk.bytes_of(command, args, $body)) };
}

use Module::{Desk as AtDesk, Letters, Members, Negotiation, Office, Platform};
use Right::{Anyone, Chair, Reader, Writer};
use affairs::congress::model::CongressSessionId;
use affairs::letters::appeals::model as appeals;
use affairs::letters::dismissals::model as dismissals;
use affairs::letters::mediation::model as mediation;
use affairs::letters::model as letters;
use affairs::members::certificates::CertificatesImported;
use affairs::members::consents::{Consent, ConsentId, ConsentInput};
use affairs::members::dossier::many::model as records;
use affairs::members::dossier::model as dossier;
use affairs::members::dues::model as dues;
use affairs::members::duplicates::model as duplicates;
use affairs::members::employment::model as employment;
use affairs::members::flags::model as flags;
use affairs::members::joining::model as joining;
use affairs::members::joining::numbering::UnnumberedMembers;
use affairs::members::leaving::model as leaving;
use affairs::members::lists::model as lists;
use affairs::members::membership::model as membership;
use affairs::members::model as members;
use affairs::members::roster::{Preview, RosterRow};
use affairs::members::sources::RowOrigin;
use affairs::members::statistics::model as statistics;
use affairs::members::upload::{UploadChecked, UploadTemplateLine};
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
use affairs::office::archive::model::Archive;
use affairs::office::attachments::model::{Added, Attachment};
use affairs::office::committee::decisions::model as decided;
use affairs::office::committee::model as committee;
use affairs::office::correspondence::model as correspondence;
use affairs::office::forms::model as forms;
use affairs::office::incoming::model as incoming;
use affairs::office::model::PaperLine;
use affairs::office::outgoing::model as outgoing;
use affairs::office::templates::model::OwnTemplateId;
use affairs::pay::figures::model as figures;
use affairs::pay::import::model::{PayImported, PayPreview};
use affairs::pay::model as pay;
use affairs::pay::references::PayReferencesRead;
use affairs::pay::simulate::model as simulate;
use affairs::pay::typed::{PayBandsRead, PaySheetInput};
use affairs::pay::view::{PayLineOrigin, PayLinePage, PayLineQuery};
use affairs::platform::model as platform;
use affairs::report::model::{YearReport, YearTexts};
use affairs::report::photos::SaveReportPhotos;
use affairs::union::bodies::model as bodies;
use affairs::union::custody::{CustodyId, CustodyInput, CustodyItem};
use affairs::union::details::model as details;
use affairs::union::election::model as election;
use affairs::union::fee::model as fees;
use affairs::union::groups::model as groups;
use affairs::union::members_congress::model as members_congress;
use affairs::union::model as union;
use affairs::union::rulebook::own::{OwnRuleId, OwnRuleInput};
use affairs::union::rulebook::packs::{PublisherId, PublisherInput, TakenPackId};
use affairs::union::settings::Settings;
use affairs::union::workforce::{Workforce, WorkforceId, WorkforceInput};
use affairs::{drafts, trash};
use ledger::restore::Inside;
use ledger::{Head, Look, Proof};
use on::appeals::{AppealRef, AppealYear};
use on::archive::{ArchiveMade, ArchiveOf, MakeArchive};
use on::bring::{Bring, FoundCopy, LookAt};
use on::calendar;
use on::cells::{CellSheetLine, PrintCells};
use on::committee::{CommitteeRef, DecisionUseRef};
use on::consents::{ConsentQuery, ConsentRef};
use on::contract_text::{ContractClauseRef, ContractRef, ContractVersionRef};
use on::copies;
use on::correspondence::{BeginLetter, UnionLetterRef};
use on::demo::OpenDemo;
use on::dismissals::DismissalRef;
use on::dossier::{
    CertificateRef, Dossier, EmploymentRef, HealthExamRef, HonourRef, LabourContractRef, TrainingRef,
};
use on::dues::{DuesBasisRef, DuesEntryRef, DuesTalkRef};
use on::duplicates::PersonApartRef;
use on::election::{ElectionBallotRef, ElectionEventRef, ElectionRef, MembersMeetingRef};
use on::faces;
use on::fee::{FeeDemandRef, FeePaymentRef, FeeShareRef};
use on::files::{AddFile, FileOf, FilesOf, Lent, RenameFile, SaveFile};
use on::forms::{AddForm, FillForm, FilledFormFile, FormDetail, FormOf, FormRef};
use on::hand_over::{HandOver, HandedOver};
use on::history;
use on::incoming::IncomingRef;
use on::joining::{AdmissionRef, ApplicationRef};
use on::law::Province;
use on::ledger as ledgers;
use on::letters::{
    StartLetter, SupervisionEventRef, SupervisionInspectorRef, SupervisionLetterRef, SupervisionRef,
};
use on::mediation::{MediationEventRef, MediationRef, MediatorRef};
use on::member_lists::{CountMembers, MemberListRef, PersonTagRef};
use on::members::{ImportRoster, MemberRef, PreviewRoster, RosterSlice};
use on::members_export::{ExportMembers, Exported};
use on::members_files::ImportCertificates;
use on::members_print::PrintMembers;
use on::members_upload::{CheckUpload, SaveUpload};
use on::membership::MembershipEventRef;
use on::money_export::{ExportArrears, ExportMoneyYear};
use on::moves::Moves;
use on::negotiation::{
    AgreementCheckRef, AgreementRef, AgreementVoteRef, CaseOfTalks, CorrectionOrderRef, MandateRef,
    NegotiationRef, PreviewMeeting, RemoveEvent, RemoveMeeting, RepresentativeElectionRef, SuspensionRef,
    TalksOfCase,
};
use on::outgoing::{OutgoingRef, SendingRef};
use on::own_rules::OwnRuleRef;
use on::packs;
use on::paper_texts::{DropText, PaperText, SaveText, TextsOf};
use on::papers::{IssuePaper, IssuedRef, PaperRef};
use on::papers_saved::{ExportWord, ExportedWord, PrintPaper, Printed};
use on::pay::{
    ImportPay, MatchPayLine, PastedPay, PayLineRef, PayReferenceRef, PayReferences, PaySheetRef, PreviewPay,
};
use on::pay_simulate::{PayInsuranceRef, PayScenarioRef};
use on::people::{AddPerson, ChangePerson, DeskPersonLine, DeskPersonRef, NewPassphrase, OwnPassphrase};
use on::platform::{
    InjuryHelpRef, PlatformCapRef, PlatformFirmRef, PlatformMeetingRef, PlatformReferralRef, PlatformTalkRef,
    PlatformWorkRef,
};
use on::platform_export::ExportPlatform;
use on::printing::LastPrinting;
use on::purged::{Dropped, Purges};
use on::registers_export::{ExportCommittee, ExportIncoming, ExportOutgoing, ExportSupervision};
use on::report::ReportYear;
use on::rights_export::{ExportAppeals, ExportDismissals, ExportMediation};
use on::rules::{RuleAsked, RuleSubject, Rules, RulesQuery};
use on::search::Search;
use on::sight::{LookQuery, Reveal};
use on::statistics::ExportStatistics;
use on::succession::{CustodyRef, MakePack, Pack};
use on::templates;
use on::today::Today;
use on::union::{UnionGroupRef, UnionTermRef};
use on::workforce::WorkforceRef;

contract! {
    desk "ledger.status" (Nothing) -> ledgers::Status, Reads, Anyone, "" => on::ledger::status;
    desk "ledger.strength" (ledgers::Typed) -> ledgers::PassphraseStrength, Reads, Anyone, "" => on::ledger::strength;
    desk "ledger.create" (ledgers::CreateLedger) -> ledgers::Status, Final, Anyone, "建立账本" => on::ledger::create;
    desk "ledger.open" (ledgers::OpenLedger) -> ledgers::Status, Desk, Anyone, "" => on::ledger::open;
    desk "ledger.openRecovery" (ledgers::OpenByRecovery) -> ledgers::Status, Desk, Anyone, "" => on::ledger::open_recovery;
    desk "ledger.lock" (Nothing) -> ledgers::Status, Desk, Anyone, "" => on::ledger::lock;
    desk "ledger.undo" (Nothing) -> ledgers::Moved, Desk, Writer(AtDesk), "" => on::ledger::undo;
    desk "ledger.redo" (Nothing) -> ledgers::Moved, Desk, Writer(AtDesk), "" => on::ledger::redo;
    desk "ledger.sheetKept" (Nothing) -> Done, Desk, Chair, "" => on::ledger::sheet_kept;
    desk_job "ledger.renewKey" (Nothing) -> ledgers::RenewedKey, Final, Chair, "换发恢复单" => on::ledger::renew_key;
    desk_job "ledger.check" (Nothing) -> on::check::Checked, Reads, Reader, "" => on::check::check;
    desk_job "ledger.backup" (copies::MakeBackup) -> copies::BackupMade, Desk, Writer(AtDesk), "" => on::copies::backup;
    desk "ledger.backups" (Nothing) -> copies::Backups, Reads, Reader, "" => on::copies::backups;
    desk_job "ledger.lookInto" (copies::CopyRef) -> Inside, Reads, Chair, "" => on::copies::look_into;
    desk_job "ledger.lookAt" (LookAt) -> FoundCopy, Reads, Anyone, "" => on::bring::look_at;
    desk_job "ledger.restore" (copies::CopyRef) -> copies::RestoredLedger, Final, Chair, "恢复备份" => on::copies::restore;
    desk_job "ledger.bring" (Bring) -> ledgers::Status, Final, Anyone, "取回账本" => on::bring::bring;
    desk_job "ledger.dropOldCopies" (Nothing) -> Dropped, Final, Chair, "删去旧备份" => on::purged::drop_old_copies;
    desk "ledger.head" (Nothing) -> Head, Reads, Reader, "" => on::copies::head;
    desk "ledger.prove" (copies::PaperHead) -> Proof, Reads, Reader, "" => on::copies::prove;
    desk "ledger.rebuild" (Nothing) -> Done, Desk, Chair, "" => on::copies::rebuild;
    desk_job "demo.open" (OpenDemo) -> ledgers::Status, Desk, Anyone, "" => on::demo::open;

    reads "people.list" (Nothing) -> Vec<DeskPersonLine>, Reads, Reader, "" => on::people::list;
    writes "people.add" (AddPerson) -> union::DeskPersonId, Final, Chair, "添加经办人" => on::people::add;
    writes "people.change" (ChangePerson) -> Done, Final, Chair, "修改经办人" => on::people::change;
    writes "people.remove" (DeskPersonRef) -> Done, Final, Chair, "移除经办人" => on::people::remove;
    writes "people.setPassphrase" (NewPassphrase) -> Done, Final, Chair, "设置口令" => on::people::set_passphrase;
    desk "people.changePassphrase" (OwnPassphrase) -> Done, Final, Reader, "修改口令" => on::people::change_passphrase;
    desk "sight.reveal" (Reveal) -> Done, Desk, Reader, "" => on::sight::reveal;
    desk "sight.cover" (Nothing) -> Done, Desk, Reader, "" => on::sight::cover;
    desk "sight.settle" (Nothing) -> Done, Final, Chair, "登记查阅记录的缺口" => on::sight::settle;
    desk "sight.log" (LookQuery) -> Vec<Look>, Reads, Chair, "" => on::sight::log;
    reads "custody.list" (Nothing) -> Vec<CustodyItem>, Reads, Reader, "" => on::succession::list;
    writes "custody.save" (CustodyInput) -> CustodyId, Reversible, Chair, "保存保管物" => on::succession::save;
    writes "custody.remove" (CustodyRef) -> Done, Reversible, Chair, "移除保管物" => on::succession::remove;
    desk_job "succession.handOver" (HandOver) -> HandedOver, Final, Chair, "移交主席并出移交包" => on::hand_over::hand_over;
    desk_job "succession.pack" (MakePack) -> Pack, Reads, Chair, "" => on::succession::pack;
    reads "settings.get" (Nothing) -> Settings, Reads, Reader, "" => on::settings::get;
    writes "settings.save" (Settings) -> Done, Reversible, Chair, "保存设置" => on::settings::save;

    desk "law.places" (Nothing) -> Vec<Province>, Reads, Anyone, "" => on::law::places;
    reads "law.rules" (RulesQuery) -> Rules, Reads, Reader, "" => on::rules::list;
    reads "law.rule" (RuleAsked) -> RuleSubject, Reads, Reader, "" => on::rules::one;
    reads "law.tryOwn" (OwnRuleInput) -> Moves, Reads, Reader, "" => on::own_rules::attempt;
    writes "law.saveOwn" (OwnRuleInput) -> OwnRuleId, Reversible, Chair, "录入本单位约定" => on::own_rules::save;
    writes "law.removeOwn" (OwnRuleRef) -> Done, Reversible, Chair, "移除本单位约定" => on::own_rules::remove;
    reads "law.packs" (Nothing) -> packs::LawPacks, Reads, Reader, "" => on::packs::list;
    desk "law.readPack" (packs::PackFile) -> packs::PackLooked, Reads, Reader, "" => on::packs::look;
    writes "law.takePack" (packs::TakePack) -> TakenPackId, Reversible, Chair, "采用法规文件" => on::packs::take;
    desk "law.tryDropPack" (packs::TakenPackRef) -> Moves, Reads, Reader, "" => on::packs::try_drop;
    writes "law.dropPack" (packs::TakenPackRef) -> Done, Reversible, Chair, "移除法规文件" => on::packs::drop;
    writes "law.trust" (PublisherInput) -> PublisherId, Reversible, Chair, "登记发布单位" => on::packs::trust;
    writes "law.distrust" (packs::PublisherRef) -> Done, Reversible, Chair, "移除发布单位" => on::packs::distrust;
    desk "calendar.years" (Nothing) -> calendar::CalendarYears, Reads, Reader, "" => on::calendar::years;
    reads "calendar.form" (calendar::YearAsked) -> calendar::CalendarForm, Reads, Reader, "" => on::calendar::form;
    reads "calendar.try" (calendar::CalendarNotice) -> calendar::TriedCalendar, Reads, Reader, "" => on::calendar::attempt;
    writes "calendar.save" (calendar::CalendarNotice) -> Done, Reversible, Chair, "录入放假安排" => on::calendar::save;
    writes "calendar.remove" (calendar::YearAsked) -> Done, Reversible, Chair, "移除放假安排" => on::calendar::remove;
    desk "calendar.read" (calendar::CalendarFile) -> law::Notice, Reads, Reader, "" => on::calendar::read;
    desk "calendar.export" (calendar::ExportCalendar) -> Done, Reads, Reader, "" => on::calendar::export;
    desk "union.checkCreditCode" (ledgers::Typed) -> ledgers::CheckedCode, Reads, Anyone, "" => on::ledger::check_credit_code;

    reads "union.get" (Nothing) -> details::UnionSheet, Reads, Reader, "" => on::union::get;
    writes "union.save" (details::UnionDetails) -> Done, Reversible, Chair, "保存工会登记" => on::union::save;
    reads "union.bodies" (Nothing) -> bodies::UnionBodies, Reads, Reader, "" => on::union::all_bodies;
    writes "union.saveTerm" (bodies::UnionTermInput) -> bodies::UnionTermId, Reversible, Writer(Members), "保存一届机构" => on::union::save_term;
    writes "union.removeTerm" (UnionTermRef) -> Done, Reversible, Writer(Members), "移除一届机构" => on::union::remove_term;
    reads "union.groups" (Nothing) -> groups::UnionGroups, Reads, Reader, "" => on::union::tree;
    reads "union.groupPeople" (UnionGroupRef) -> Vec<groups::GroupedPerson>, Reads, Reader, "" => on::union::people;
    writes "union.saveGroup" (groups::UnionGroupInput) -> groups::UnionGroupId, Reversible, Writer(Members), "保存分会、小组" => on::union::save_group;
    writes "union.removeGroup" (UnionGroupRef) -> Done, Reversible, Writer(Members), "移除分会、小组" => on::union::remove_group;
    writes "union.assignGroup" (groups::AssignToGroup) -> u32, Reversible, Writer(Members), "会员编组" => on::union::assign;
    reads "union.workforce" (Nothing) -> Vec<Workforce>, Reads, Reader, "" => on::workforce::list;
    writes "union.saveWorkforce" (WorkforceInput) -> WorkforceId, Reversible, Writer(Members), "登记职工人数" => on::workforce::save;
    writes "union.removeWorkforce" (WorkforceRef) -> Done, Reversible, Writer(Members), "移除职工人数" => on::workforce::remove;
    reads "union.fee" (fees::FeeYearQuery) -> fees::FeeYear, Reads, Reader, "" => on::fee::year;
    writes "union.saveFeeShare" (fees::FeeShareInput) -> fees::FeeShareId, Reversible, Writer(Members), "保存工会经费回拨比例" => on::fee::save_share;
    writes "union.removeFeeShare" (FeeShareRef) -> Done, Reversible, Writer(Members), "移除工会经费回拨比例" => on::fee::remove_share;
    writes "union.saveFeePayroll" (fees::FeePayrollInput) -> Done, Reversible, Writer(Members), "登记工资总额" => on::fee::save_payroll;
    writes "union.saveFeePayment" (fees::FeePaymentInput) -> fees::FeePaymentId, Reversible, Writer(Members), "登记工会经费收付" => on::fee::save_payment;
    writes "union.removeFeePayment" (FeePaymentRef) -> Done, Reversible, Writer(Members), "移除工会经费收付" => on::fee::remove_payment;
    writes "union.saveFeeDemand" (fees::FeeDemandInput) -> fees::FeeDemandId, Reversible, Writer(Members), "保存催缴函" => on::fee::save_demand;
    writes "union.removeFeeDemand" (FeeDemandRef) -> Done, Reversible, Writer(Members), "移除催缴函" => on::fee::remove_demand;
    reads "election.list" (Nothing) -> Vec<election::ElectionLine>, Reads, Reader, "" => on::election::list;
    reads "election.start" (Nothing) -> election::ElectionStart, Reads, Reader, "" => on::election::start;
    reads "election.get" (ElectionRef) -> election::Election, Reads, Reader, "" => on::election::get;
    writes "election.save" (election::ElectionInput) -> election::ElectionId, Reversible, Writer(Members), "保存换届选举" => on::election::save;
    writes "election.remove" (ElectionRef) -> Done, Reversible, Writer(Members), "移除换届选举" => on::election::remove;
    writes "election.saveEvent" (election::ElectionEventInput) -> election::ElectionEventId, Reversible, Writer(Members), "登记换届经过" => on::election::save_event;
    writes "election.removeEvent" (ElectionEventRef) -> Done, Reversible, Writer(Members), "撤回换届经过" => on::election::remove_event;
    writes "election.saveCandidates" (election::ElectionCandidates) -> Done, Reversible, Writer(Members), "保存候选人名单" => on::election::save_candidates;
    reads "election.ballotStart" (election::ElectionPostRef) -> election::ElectionBallotStart, Reads, Reader, "" => on::election::ballot_start;
    writes "election.saveBallot" (election::ElectionBallotInput) -> election::ElectionBallotId, Reversible, Writer(Members), "登记选举计票" => on::election::save_ballot;
    writes "election.removeBallot" (ElectionBallotRef) -> Done, Reversible, Writer(Members), "撤回选举计票" => on::election::remove_ballot;
    reads "membersCongress.list" (Nothing) -> members_congress::MembersCongress, Reads, Reader, "" => on::election::meetings;
    reads "membersCongress.get" (MembersMeetingRef) -> members_congress::MembersMeeting, Reads, Reader, "" => on::election::meeting;
    writes "membersCongress.save" (members_congress::MembersMeetingInput) -> members_congress::MembersMeetingId, Reversible, Writer(Members), "保存会员（代表）大会" => on::election::save_meeting;
    writes "membersCongress.remove" (MembersMeetingRef) -> Done, Reversible, Writer(Members), "移除会员（代表）大会" => on::election::remove_meeting;
    reads "membersCongress.delegates" (members_congress::MembersSessionRef) -> members_congress::MembersDelegateList, Reads, Reader, "" => on::election::delegates;
    writes "membersCongress.saveDelegates" (members_congress::MembersDelegates) -> Done, Reversible, Writer(Members), "保存会员代表名单" => on::election::save_delegates;
    desk_job "union.exportFee" (ExportMoneyYear) -> Exported, Reads, Reader, "" => on::money_export::fee_year;

    desk "today.list" (Nothing) -> Today, Reads, Reader, "" => on::today::list;

    reads "search.all" (Search) -> Vec<affairs::search::Hit>, Reads, Reader, "" => on::search::all;

    reads "members.search" (members::MemberQuery) -> members::MemberPage, Reads, Reader, "" => on::members::search;
    reads "members.counts" (Nothing) -> members::MemberCounts, Reads, Reader, "" => on::members::counts;
    reads "members.get" (MemberRef) -> members::PersonRecord, Reads, Reader, "" => on::members::get;
    writes "members.save" (members::PersonRecord) -> members::PersonId, Reversible, Writer(Members), "保存人员" => on::members::save;
    reads "consents.list" (ConsentQuery) -> Vec<Consent>, Reads, Reader, "" => on::consents::list;
    writes "consents.save" (ConsentInput) -> ConsentId, Reversible, Writer(Members), "保存同意记录" => on::consents::save;
    writes "consents.remove" (ConsentRef) -> Done, Reversible, Writer(Members), "移除同意记录" => on::consents::remove;
    reads "members.groups" (CountMembers) -> Vec<lists::MemberGroup>, Reads, Reader, "" => on::member_lists::groups;
    reads "members.statistics" (statistics::StatisticsInput) -> statistics::MemberStatistics, Reads, Reader, "" => on::statistics::get;
    desk_job "members.exportStatistics" (ExportStatistics) -> Exported, Reads, Reader, "" => on::statistics::export;
    bytes "members.printStatistics" (statistics::StatisticsInput) -> Bytes, Reads, Reader, "" => on::statistics::print;
    reads "members.lists" (Nothing) -> Vec<lists::MemberList>, Reads, Reader, "" => on::member_lists::lists;
    writes "members.saveList" (lists::MemberList) -> lists::MemberListId, Reversible, Writer(Members), "保存常用查询" => on::member_lists::save_list;
    writes "members.removeList" (MemberListRef) -> Done, Reversible, Writer(Members), "移除常用查询" => on::member_lists::remove_list;
    reads "members.previewBulk" (lists::BulkInput) -> lists::BulkOutcome, Reads, Writer(Members), "" => on::member_lists::preview_bulk;
    writes "members.setBulk" (lists::BulkInput) -> lists::BulkOutcome, Reversible, Writer(Members), "批量修改会员" => on::member_lists::set_bulk;
    reads "members.flags" (MemberRef) -> flags::PersonFlags, Reads, Reader, "" => on::member_lists::flags_of;
    writes "members.saveTag" (flags::PersonTagInput) -> flags::PersonTagId, Reversible, Writer(Members), "登记人员标记" => on::member_lists::save_tag;
    writes "members.removeTag" (PersonTagRef) -> Done, Reversible, Writer(Members), "移除人员标记" => on::member_lists::remove_tag;
    desk_job "members.duplicates" (duplicates::FindDuplicates) -> duplicates::DuplicatesFound, Reads, Reader, "" => on::duplicates::find;
    reads "members.compare" (duplicates::PersonPair) -> duplicates::MergeView, Reads, Reader, "" => on::duplicates::compare;
    writes "members.merge" (duplicates::MergeInput) -> members::PersonId, Reversible, Writer(Members), "合并重复人员" => on::duplicates::merge;
    writes "members.setApart" (duplicates::ApartInput) -> duplicates::PersonApartId, Reversible, Writer(Members), "确认是两个人" => on::duplicates::set_apart;
    writes "members.liftApart" (PersonApartRef) -> Done, Reversible, Writer(Members), "取消“两个人”的确认" => on::duplicates::lift_apart;
    reads "dossier.get" (MemberRef) -> Dossier, Reads, Reader, "" => on::dossier::get;
    writes "dossier.beginEmployment" (employment::EmploymentBegin) -> employment::EmploymentId, Reversible, Writer(Members), "登记新的用工" => on::dossier::begin_employment;
    writes "dossier.correctEmployment" (employment::Employment) -> employment::EmploymentId, Reversible, Writer(Members), "更正用工" => on::dossier::correct_employment;
    writes "dossier.removeEmployment" (EmploymentRef) -> Done, Reversible, Writer(Members), "移除用工" => on::dossier::remove_employment;
    writes "dossier.saveContract" (dossier::LabourContract) -> dossier::LabourContractId, Reversible, Writer(Members), "登记劳动合同" => on::dossier::save_contract;
    writes "dossier.removeContract" (LabourContractRef) -> Done, Reversible, Writer(Members), "移除劳动合同" => on::dossier::remove_contract;
    writes "dossier.saveCertificate" (dossier::Certificate) -> dossier::CertificateId, Reversible, Writer(Members), "登记证书" => on::dossier::save_certificate;
    writes "dossier.removeCertificate" (CertificateRef) -> Done, Reversible, Writer(Members), "移除证书" => on::dossier::remove_certificate;
    writes "dossier.saveTraining" (dossier::Training) -> dossier::TrainingId, Reversible, Writer(Members), "登记培训" => on::dossier::save_training;
    writes "dossier.removeTraining" (TrainingRef) -> Done, Reversible, Writer(Members), "移除培训" => on::dossier::remove_training;
    writes "dossier.saveHonour" (dossier::Honour) -> dossier::HonourId, Reversible, Writer(Members), "登记荣誉" => on::dossier::save_honour;
    writes "dossier.removeHonour" (HonourRef) -> Done, Reversible, Writer(Members), "移除荣誉" => on::dossier::remove_honour;
    writes "dossier.saveExam" (dossier::HealthExam) -> dossier::HealthExamId, Reversible, Writer(Members), "登记职业健康检查" => on::dossier::save_exam;
    reads "dossier.readRecords" (records::RecordSheet) -> records::RecordsRead, Reads, Writer(Members), "" => on::dossier::read_records;
    writes "dossier.keepRecords" (records::RecordSheet) -> records::RecordsKept, Reversible, Writer(Members), "成批登记档案" => on::dossier::keep_records;
    writes "dossier.removeExam" (HealthExamRef) -> Done, Reversible, Writer(Members), "移除职业健康检查" => on::dossier::remove_exam;
    writes "members.remove" (MemberRef) -> Done, Reversible, Writer(Members), "移除人员" => on::members::remove;
    reads "members.life" (MemberRef) -> membership::MembershipLife, Reads, Reader, "" => on::membership::life;
    writes "members.saveEvent" (membership::MembershipInput) -> membership::MembershipEventId, Reversible, Writer(Members), "登记会籍变动" => on::membership::save;
    writes "members.removeEvent" (MembershipEventRef) -> Done, Reversible, Writer(Members), "移除会籍登记" => on::membership::remove;
    reads "members.applications" (joining::ApplicationQuery) -> joining::ApplicationPage, Reads, Reader, "" => on::joining::list;
    reads "members.readApplicants" (joining::ApplicantLines) -> Vec<joining::ApplicantRead>, Reads, Writer(Members), "" => on::joining::read;
    writes "members.apply" (joining::ApplyInput) -> Vec<joining::ApplicationId>, Reversible, Writer(Members), "登记入会申请" => on::joining::apply;
    writes "members.signApplications" (joining::SomeApplications) -> Done, Reversible, Writer(Members), "登记申请书签名" => on::joining::sign;
    writes "members.sayOpinion" (joining::SayOpinion) -> Done, Reversible, Writer(Members), "登记小组意见" => on::joining::say;
    writes "members.refuseApplication" (joining::RefuseApplication) -> Done, Reversible, Writer(Members), "退回入会申请" => on::joining::refuse;
    writes "members.removeApplication" (ApplicationRef) -> Done, Reversible, Writer(Members), "移除入会申请" => on::joining::remove;
    writes "members.admit" (joining::Admit) -> joining::AdmissionId, Final, Writer(Members), "批准入会" => on::joining::admit;
    reads "members.admission" (AdmissionRef) -> joining::Admission, Reads, Reader, "" => on::joining::admission;
    reads "members.unnumbered" (Nothing) -> UnnumberedMembers, Reads, Reader, "" => on::joining::unnumbered;
    writes "members.giveNumbers" (Nothing) -> u32, Final, Writer(Members), "给会员编号" => on::joining::give_numbers;
    writes "members.handCards" (joining::HandCards) -> Done, Reversible, Writer(Members), "登记会员证发放" => on::joining::hand;
    writes "members.expel" (leaving::ExpelInput) -> membership::MembershipEventId, Reversible, Writer(Members), "开除会籍" => on::leaving::expel;
    reads "members.dues" (Nothing) -> dues::DuesOverview, Reads, Reader, "" => on::dues::overview;
    reads "members.duesMonth" (dues::DuesMonthQuery) -> dues::DuesMonthPage, Reads, Reader, "" => on::dues::month;
    reads "members.duesPerson" (dues::DuesPersonQuery) -> dues::DuesPerson, Reads, Reader, "" => on::dues::person;
    reads "members.duesArrears" (Nothing) -> dues::DuesArrears, Reads, Reader, "" => on::dues::arrears;
    reads "members.duesEntries" (dues::DuesEntryQuery) -> dues::DuesEntryPage, Reads, Reader, "" => on::dues::entries;
    reads "members.duesEntry" (DuesEntryRef) -> dues::DuesEntry, Reads, Reader, "" => on::dues::entry;
    reads "members.readDues" (dues::DuesLines) -> Vec<dues::DuesLineRead>, Reads, Writer(Members), "" => on::dues::read;
    reads "members.duesLapses" (Nothing) -> dues::DuesLapses, Reads, Reader, "" => on::dues::lapses;
    writes "members.saveDuesBasis" (dues::DuesBasisInput) -> dues::DuesBasisId, Reversible, Writer(Members), "保存会费收缴标准" => on::dues::save_basis;
    writes "members.removeDuesBasis" (DuesBasisRef) -> Done, Reversible, Writer(Members), "移除会费收缴标准" => on::dues::remove_basis;
    writes "members.saveDuesBases" (dues::DuesBases) -> u32, Reversible, Writer(Members), "登记会费工资基数" => on::dues::save_bases;
    writes "members.payDues" (dues::PayDues) -> dues::DuesEntryId, Reversible, Writer(Members), "登记会费收款" => on::dues::pay;
    writes "members.payDuesOf" (dues::PayDuesOf) -> dues::DuesTaken, Reversible, Writer(Members), "登记一个月的会费收款" => on::dues::pay_of;
    writes "members.reverseDues" (dues::ReverseDues) -> dues::DuesEntryId, Reversible, Writer(Members), "冲销会费收款" => on::dues::reverse;
    writes "members.saveDuesTalk" (dues::DuesTalkInput) -> dues::DuesTalkId, Reversible, Writer(Members), "登记劝导谈话" => on::dues::save_talk;
    writes "members.removeDuesTalk" (DuesTalkRef) -> Done, Reversible, Writer(Members), "移除劝导谈话" => on::dues::remove_talk;
    writes "members.endForDues" (dues::EndForDues) -> membership::MembershipEventId, Reversible, Writer(Members), "登记视为自动退会" => on::dues::end_for_dues;
    desk_job "members.exportDues" (ExportMoneyYear) -> Exported, Reads, Reader, "" => on::money_export::dues_year;
    desk_job "members.exportArrears" (ExportArrears) -> Exported, Reads, Reader, "" => on::money_export::dues_arrears;
    reads "members.origins" (MemberRef) -> Vec<RowOrigin>, Reads, Reader, "" => on::members::origins;
    desk_job "members.importCertificates" (ImportCertificates) -> CertificatesImported, Reversible, Writer(Members), "导入证书" => on::members_files::import_certificates;
    desk_job "members.importTrainings" (ImportCertificates) -> records::RecordsKept, Reversible, Writer(Members), "导入培训记录" => on::members_files::import_trainings;
    desk_job "members.importExams" (ImportCertificates) -> records::RecordsKept, Reversible, Writer(Members), "导入职业健康检查" => on::members_files::import_exams;
    desk "members.uploadTemplates" (Nothing) -> Vec<UploadTemplateLine>, Reads, Reader, "" => on::members_upload::list;
    desk_job "members.checkUpload" (CheckUpload) -> UploadChecked, Reads, Writer(Members), "" => on::members_upload::check;
    desk_job "members.saveUpload" (SaveUpload) -> Exported, Reads, Writer(Members), "" => on::members_upload::save;
    desk_job "members.preview" (PreviewRoster) -> Preview, Reads, Writer(Members), "" => on::members::preview;
    desk "members.previewRows" (RosterSlice) -> Vec<RosterRow>, Reads, Writer(Members), "" => on::members::preview_rows;
    desk_job "members.export" (ExportMembers) -> Exported, Reads, Reader, "" => on::members_export::export;
    desk "members.sheets" (Nothing) -> Vec<CellSheetLine>, Reads, Reader, "" => on::cells::sheets;
    bytes "members.printList" (PrintMembers) -> Bytes, Reads, Reader, "" => on::members_print::print;
    bytes "members.printSheet" (PrintCells) -> Bytes, Reads, Reader, "" => on::cells::print;
    desk_job "members.import" (ImportRoster) -> members::Imported, Reversible, Writer(Members), "导入花名册" => on::members::import;

    reads "files.list" (FilesOf) -> Vec<Attachment>, Reads, Reader, "" => on::files::list;
    bytes "files.thumbnail" (FileOf) -> Bytes, Reads, Reader, "" => on::files::thumbnail;
    bytes "files.drawn" (FileOf) -> Bytes, Reads, Reader, "" => on::files::drawn;
    desk_job "files.add" (AddFile) -> Added, Reversible, Writer(AtDesk), "添加附件" => on::files::add;
    desk_job "files.open" (FileOf) -> Lent, Reads, Reader, "" => on::files::open;
    desk_job "files.save" (SaveFile) -> Done, Reads, Reader, "" => on::files::save;
    writes "files.rename" (RenameFile) -> Done, Reversible, Writer(AtDesk), "附件改名" => on::files::rename;
    writes "files.remove" (FileOf) -> Done, Reversible, Writer(AtDesk), "移除附件" => on::files::remove;

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
    reads "skillPay.get" (NegotiationRef) -> skill_pay::SkillPay, Reads, Reader, "" => on::skill_pay::get;
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

    desk "history.list" (history::HistoryQuery) -> history::HistoryPage, Reads, Reader, "" => on::history::list;
    desk "history.step" (history::StepRef) -> history::StepDetail, Reads, Reader, "" => on::history::step;
    desk "history.of" (history::RecordRef) -> Vec<history::LifeEvent>, Reads, Reader, "" => on::history::of;
    desk "history.takeBack" (history::StepRef) -> ledgers::Moved, Desk, Writer(AtDesk), "" => on::history::take_back;
    desk_job "history.export" (on::history_export::ExportHistory) -> Exported, Reads, Reader, "" => on::history_export::export;

    reads "trash.list" (Nothing) -> Vec<trash::TrashLine>, Reads, Reader, "" => on::trash::list;
    reads "trash.retentions" (Nothing) -> Vec<trash::Retention>, Reads, Reader, "" => on::trash::retentions;
    writes "trash.setRetention" (trash::SetRetention) -> Done, Reversible, Chair, "设置保存期限" => on::trash::set_retention;
    writes "trash.restore" (trash::TrashRef) -> Done, Reversible, Writer(AtDesk), "恢复移除的记录" => on::trash::restore;
    desk "trash.purge" (on::trash::PurgeRecord) -> on::trash::Purged, Final, Chair, "清除移除的记录" => on::trash::purge;
    desk "trash.purged" (Nothing) -> Purges, Reads, Reader, "" => on::purged::list;

    reads "drafts.list" (Nothing) -> Vec<drafts::DraftLine>, Reads, Reader, "" => on::drafts::list;
    reads "drafts.get" (drafts::DraftRef) -> Option<drafts::KeptDraft>, Reads, Reader, "" => on::drafts::get;
    writes "drafts.save" (drafts::SaveDraft) -> Done, Desk, Writer(AtDesk), "" => on::drafts::save;
    writes "drafts.discard" (drafts::DraftRef) -> Done, Desk, Writer(AtDesk), "" => on::drafts::discard;

    reads "incoming.list" (incoming::IncomingQuery) -> incoming::IncomingPage, Reads, Reader, "" => on::incoming::list;
    reads "incoming.get" (IncomingRef) -> incoming::Incoming, Reads, Reader, "" => on::incoming::get;
    writes "incoming.save" (incoming::IncomingInput) -> incoming::IncomingId, Reversible, Writer(Office), "登记收文" => on::incoming::save;
    writes "incoming.finish" (incoming::FinishIncoming) -> Done, Reversible, Writer(Office), "登记收文办结" => on::incoming::finish;
    writes "incoming.reopen" (IncomingRef) -> Done, Reversible, Writer(Office), "重新打开收文" => on::incoming::reopen;
    desk_job "incoming.export" (ExportIncoming) -> Exported, Reads, Reader, "" => on::registers_export::incoming;
    writes "incoming.remove" (IncomingRef) -> Done, Reversible, Writer(Office), "移除收文" => on::incoming::remove;

    reads "forms.list" (Nothing) -> Vec<forms::KeptForm>, Reads, Reader, "" => on::forms::list;
    reads "forms.marks" (Nothing) -> Vec<forms::MarkGroup>, Reads, Reader, "" => on::forms::marks;
    reads "forms.get" (FormRef) -> FormDetail, Reads, Reader, "" => on::forms::get;
    reads "forms.try" (FormOf) -> forms::FormOutcome, Reads, Reader, "" => on::forms::attempt;
    desk_job "forms.add" (AddForm) -> forms::FormId, Reversible, Writer(Office), "添加表格" => on::forms::add;
    writes "forms.change" (forms::ChangeForm) -> Done, Reversible, Writer(Office), "修改表格" => on::forms::change;
    writes "forms.remove" (FormRef) -> Done, Reversible, Writer(Office), "移除表格" => on::forms::remove;
    desk_job "forms.fill" (FillForm) -> FilledFormFile, Reversible, Writer(Office), "填写表格" => on::forms::fill;

    reads "committee.list" (committee::CommitteeQuery) -> committee::CommitteePage, Reads, Reader, "" => on::committee::list;
    reads "committee.get" (CommitteeRef) -> committee::CommitteeRecord, Reads, Reader, "" => on::committee::get;
    writes "committee.save" (committee::CommitteeInput) -> committee::CommitteeMeetingId, Reversible, Writer(Office), "保存会议记录" => on::committee::save;
    writes "committee.sign" (committee::SignCommittee) -> Done, Final, Writer(Office), "会议记录签字定稿" => on::committee::sign;
    writes "committee.remove" (CommitteeRef) -> Done, Reversible, Writer(Office), "移除会议记录" => on::committee::remove;
    desk_job "committee.export" (ExportCommittee) -> Exported, Reads, Reader, "" => on::registers_export::committee;
    reads "decisions.list" (Nothing) -> Vec<decided::DecisionLine>, Reads, Reader, "" => on::committee::decisions;
    reads "decisions.of" (decided::DecidedAct) -> Vec<decided::DecisionLine>, Reads, Reader, "" => on::committee::cited;
    writes "decisions.cite" (decided::CiteDecision) -> decided::DecisionUseId, Reversible, Writer(AtDesk), "登记依据的决定" => on::committee::cite;
    writes "decisions.uncite" (DecisionUseRef) -> Done, Reversible, Writer(AtDesk), "移除依据的决定" => on::committee::uncite;

    reads "correspondence.list" (correspondence::UnionLetterQuery) -> Vec<correspondence::UnionLetterLine>, Reads, Reader, "" => on::correspondence::list;
    reads "correspondence.get" (UnionLetterRef) -> correspondence::UnionLetter, Reads, Reader, "" => on::correspondence::get;
    reads "correspondence.begin" (BeginLetter) -> correspondence::UnionLetterInput, Reads, Reader, "" => on::correspondence::begin;
    writes "correspondence.save" (correspondence::UnionLetterInput) -> correspondence::UnionLetterId, Reversible, Writer(Office), "保存函" => on::correspondence::save;
    writes "correspondence.remove" (UnionLetterRef) -> Done, Reversible, Writer(Office), "移除函" => on::correspondence::remove;
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
    reads "platform.list" (platform::PlatformQuery) -> platform::PlatformList, Reads, Reader, "" => on::platform::list;
    desk_job "platform.export" (ExportPlatform) -> Exported, Reads, Reader, "" => on::platform_export::firms;
    reads "platform.firm" (PlatformFirmRef) -> platform::PlatformFirm, Reads, Reader, "" => on::platform::firm;
    writes "platform.saveFirm" (platform::PlatformFirmInput) -> platform::PlatformFirmId, Reversible, Writer(Platform), "保存平台、合作企业" => on::platform::save_firm;
    writes "platform.removeFirm" (PlatformFirmRef) -> Done, Reversible, Writer(Platform), "移除平台、合作企业" => on::platform::remove_firm;
    reads "platform.works" (platform::PlatformWorkQuery) -> platform::PlatformWorkPage, Reads, Reader, "" => on::platform::works;
    writes "platform.saveWork" (platform::PlatformWorkInput) -> platform::PlatformWorkId, Reversible, Writer(Platform), "登记平台从业" => on::platform::save_work;
    writes "platform.removeWork" (PlatformWorkRef) -> Done, Reversible, Writer(Platform), "移除平台从业登记" => on::platform::remove_work;
    reads "platform.referrals" (Nothing) -> Vec<platform::PlatformReferral>, Reads, Reader, "" => on::platform::referrals;
    writes "platform.saveReferral" (platform::PlatformReferralInput) -> platform::PlatformReferralId, Reversible, Writer(Platform), "登记转介" => on::platform::save_referral;
    writes "platform.replyReferral" (platform::PlatformReferralReply) -> Done, Reversible, Writer(Platform), "登记转介回复" => on::platform::reply_referral;
    writes "platform.removeReferral" (PlatformReferralRef) -> Done, Reversible, Writer(Platform), "移除转介" => on::platform::remove_referral;
    reads "platform.talk" (PlatformTalkRef) -> platform::PlatformTalk, Reads, Reader, "" => on::platform::talk;
    writes "platform.saveTalk" (platform::PlatformTalkInput) -> platform::PlatformTalkId, Reversible, Writer(Platform), "保存平台协商" => on::platform::save_talk;
    writes "platform.removeTalk" (PlatformTalkRef) -> Done, Reversible, Writer(Platform), "移除平台协商" => on::platform::remove_talk;
    writes "platform.saveMeeting" (platform::PlatformMeetingInput) -> platform::PlatformMeetingId, Reversible, Writer(Platform), "保存平台协商会议" => on::platform::save_meeting;
    writes "platform.removeMeeting" (PlatformMeetingRef) -> Done, Reversible, Writer(Platform), "移除平台协商会议" => on::platform::remove_meeting;
    writes "platform.saveCap" (platform::PlatformCapInput) -> platform::PlatformCapId, Reversible, Writer(Platform), "保存工作时间约定" => on::platform::save_cap;
    writes "platform.removeCap" (PlatformCapRef) -> Done, Reversible, Writer(Platform), "移除工作时间约定" => on::platform::remove_cap;
    reads "platform.helps" (Nothing) -> Vec<platform::InjuryHelpLine>, Reads, Reader, "" => on::platform::helps;
    reads "platform.help" (InjuryHelpRef) -> platform::InjuryHelp, Reads, Reader, "" => on::platform::help;
    writes "platform.saveHelp" (platform::InjuryHelpInput) -> platform::InjuryHelpId, Reversible, Writer(Platform), "保存职业伤害协助" => on::platform::save_help;
    writes "platform.removeHelp" (InjuryHelpRef) -> Done, Reversible, Writer(Platform), "移除职业伤害协助" => on::platform::remove_help;

    reads "archive.list" (ArchiveOf) -> Archive, Reads, Reader, "" => on::archive::list;
    desk_job "archive.make" (MakeArchive) -> ArchiveMade, Reads, Reader, "" => on::archive::make;

    reads "report.year" (ReportYear) -> YearReport, Reads, Reader, "" => on::report::year;
    writes "report.savePhotos" (SaveReportPhotos) -> Done, Reversible, Writer(Office), "选年度报告照片" => on::report::save_photos;
    writes "report.saveTexts" (YearTexts) -> Done, Reversible, Writer(Office), "保存年度报告文字" => on::report::save;

    desk "papers.list" (Nothing) -> Vec<PaperLine>, Reads, Reader, "" => on::papers::list;
    reads "outgoing.list" (outgoing::OutgoingQuery) -> outgoing::OutgoingPage, Reads, Reader, "" => on::outgoing::list;
    reads "outgoing.get" (OutgoingRef) -> outgoing::Outgoing, Reads, Reader, "" => on::outgoing::get;
    desk_job "outgoing.export" (ExportOutgoing) -> Exported, Reads, Reader, "" => on::registers_export::outgoing;
    writes "outgoing.saveSending" (outgoing::SendingInput) -> outgoing::SendingId, Reversible, Writer(Office), "登记发送" => on::outgoing::save_sending;
    writes "outgoing.removeSending" (SendingRef) -> Done, Reversible, Writer(Office), "移除发送记录" => on::outgoing::remove_sending;
    writes "outgoing.file" (outgoing::FilePaper) -> Done, Reversible, Writer(Office), "文件归档" => on::outgoing::file;
    writes "outgoing.unfile" (OutgoingRef) -> Done, Reversible, Writer(Office), "取消归档" => on::outgoing::unfile;
    desk "papers.texts" (TextsOf) -> Vec<PaperText>, Reads, Reader, "" => on::paper_texts::list;
    writes "papers.saveText" (SaveText) -> Done, Reversible, Writer(Office), "改文件的文字" => on::paper_texts::save;
    writes "papers.dropText" (DropText) -> Done, Reversible, Writer(Office), "用回文件原来的文字" => on::paper_texts::drop;
    bytes "papers.preview" (PaperRef) -> Bytes, Reads, Reader, "" => on::papers::preview;
    bytes "papers.issued" (IssuedRef) -> Bytes, Reads, Reader, "" => on::papers::issued;
    desk "papers.print" (PrintPaper) -> Printed, Reads, Reader, "" => on::papers_saved::print;
    desk "papers.exportWord" (ExportWord) -> ExportedWord, Reads, Reader, "" => on::papers_saved::export_word;
    desk "templates.list" (Nothing) -> Vec<templates::TemplatePaper>, Reads, Reader, "" => on::templates::list;
    desk "templates.takeOut" (templates::TakeOutTemplate) -> templates::TemplateTakenOut, Reads, Reader, "" => on::templates::take_out;
    desk "templates.read" (templates::OwnTemplateFile) -> templates::TemplateLooked, Reads, Reader, "" => on::templates::look;
    bytes "templates.sample" (templates::OwnTemplateFile) -> Bytes, Reads, Reader, "" => on::templates::sample;
    writes "templates.take" (templates::TakeTemplate) -> OwnTemplateId, Reversible, Chair, "放入本单位模板" => on::templates::take;
    writes "templates.drop" (templates::OwnTemplateRef) -> Done, Reversible, Chair, "改回程序自带的模板" => on::templates::drop;
    desk "faces.list" (Nothing) -> Vec<faces::RoleFace>, Reads, Reader, "" => on::faces::list;
    desk_job "faces.machine" (Nothing) -> Vec<faces::MachineFace>, Reads, Chair, "" => on::faces::machine;
    desk "faces.choose" (faces::ChooseFace) -> Done, Desk, Chair, "" => on::faces::choose;
    bytes "faces.sample" (Nothing) -> Bytes, Reads, Reader, "" => on::faces::sample;
    desk "papers.lastPrinting" (Nothing) -> LastPrinting, Reads, Reader, "" => on::printing::last;
    desk "papers.keepPrinting" (LastPrinting) -> Done, Desk, Reader, "" => on::printing::keep;
    writes "papers.issue" (IssuePaper) -> String, Final, Writer(Office), "印发文件" => on::papers::issue;
}

/// Every command, in the order of the list.
pub fn commands() -> &'static [Command] {
    COMMANDS
}

/// The command of a name.
pub(crate) fn command(name: &str) -> Result<&'static Command, Problem> {
    COMMANDS.iter().find(|command| command.name == name).ok_or_else(|| {
        Problem::new("unknown_command", format!("没有“{name}”这个命令；“gonghui commands”列出全部命令。"))
    })
}
