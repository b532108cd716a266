//! The office: incoming papers, forms of others, meetings of the committee and what was decided on them, letters of
//! the union. Outgoing papers are in `papers`.

use affairs::office::committee::decisions::model as decided;
use affairs::office::committee::model as committee;
use affairs::office::correspondence::model as correspondence;
use affairs::office::forms::model as forms;
use affairs::office::incoming::model as incoming;

use crate::command::{Done, Nothing};
use crate::commands as on;
use crate::rights::Module::{Desk as AtDesk, Office};
use crate::rights::Right::{Reader, Writer};
use on::committee::{CommitteeRef, DecisionUseRef};
use on::correspondence::{BeginLetter, UnionLetterRef};
use on::forms::{AddForm, FillForm, FilledFormFile, FormDetail, FormOf, FormRef};
use on::incoming::IncomingRef;
use on::members_export::Exported;
use on::registers_export::{ExportCommittee, ExportIncoming};

contract! {
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
}
