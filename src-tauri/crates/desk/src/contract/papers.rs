//! The papers that the program makes: the archive, the yearly report, issuing, sending, rewording and printing,
//! templates and faces. What came in is in `office`.

use affairs::office::archive::model::Archive;
use affairs::office::model::PaperLine;
use affairs::office::outgoing::model as outgoing;
use affairs::office::templates::model::OwnTemplateId;
use affairs::report::model::{YearReport, YearTexts};
use affairs::report::photos::SaveReportPhotos;

use crate::command::{Bytes, Done, Nothing};
use crate::commands as on;
use crate::rights::Module::Office;
use crate::rights::Right::{Chair, Reader, Writer};
use on::archive::{ArchiveMade, ArchiveOf, MakeArchive};
use on::members_export::Exported;
use on::outgoing::{OutgoingRef, SendingRef};
use on::paper_texts::{DropText, PaperText, SaveText, TextsOf};
use on::papers::{IssuePaper, IssuedRef, PaperRef, PapersAsked};
use on::papers_saved::{ExportWord, ExportedWord, PrintPaper, Printed};
use on::printing::LastPrinting;
use on::registers_export::ExportOutgoing;
use on::report::ReportYear;
use on::{faces, templates};

contract! {
    reads "archive.list" (ArchiveOf) -> Archive, Reads, Reader, "" => on::archive::list;
    desk_job "archive.make" (MakeArchive) -> ArchiveMade, Reads, Reader, "" => on::archive::make;

    reads "report.year" (ReportYear) -> YearReport, Reads, Reader, "" => on::report::year;
    writes "report.savePhotos" (SaveReportPhotos) -> Done, Reversible, Writer(Office), "选年度报告照片" => on::report::save_photos;
    writes "report.saveTexts" (YearTexts) -> Done, Reversible, Writer(Office), "保存年度报告文字" => on::report::save;

    desk "papers.list" (PapersAsked) -> Vec<PaperLine>, Reads, Reader, "" => on::papers::list;
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
