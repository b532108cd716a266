//! What is filed together for one affair, seen and bound: a volume as one PDF, the originals as one package, and the sums of
//! both. Which pieces belong to an affair its module says; who may look into a piece is asked as for the piece alone.

use std::path::{Path, PathBuf};

use affairs::masks::shown_within;
use affairs::office::archive as filed;
use affairs::office::archive::model::{Archive, ArchiveItem, ArchiveSource};
use affairs::office::archive::papers::{Bound, Summed, Volume};
use affairs::office::attachments::{self, LARGEST, model::RecordKind, model::RecordRef};
use affairs::office::outgoing;
use affairs::{negotiation, office};
use paper::bind::{Binder, Imprint, Picture, Readable, Unbound};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::archive_out::{Originals, Unfinished};
use crate::commands::files_guard::guard;
use crate::commands::papers_guard::guard_issued;
use crate::commands::papers_saved::issued_word;
use crate::commands::papers_set::render;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::Reading;
use crate::progress::Progress;

/// The largest file that is bound; a larger one is kept as an original alone.
const LARGEST_BOUND: u64 = 64 * 1024 * 1024;

/// The affair whose papers are asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ArchiveOf {
    /// A negotiation, an issued or incoming paper, a committee's record.
    pub of: RecordRef,
}

/// A volume to be bound.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MakeArchive {
    /// Of which affair.
    pub of: RecordRef,
    /// The folder in which the volume gets a folder of its own.
    pub to: FileHandle,
}

/// A volume that was bound.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ArchiveMade {
    /// Its folder.
    pub folder: String,
    /// Bound pages.
    pub pages: u32,
    /// Pieces.
    pub pieces: u32,
    /// Pieces that are kept as originals alone, each with its reason.
    pub unbound: Vec<String>,
}

/// What would be filed together, numbers within the names of files as identity may be seen.
pub fn list(reading: &Reading<'_>, args: ArchiveOf) -> Result<Archive, Problem> {
    let mut archive = archive_of(reading, &args.of)?;
    let identity = reading.open.sight().identity;
    let pieces = archive.parts.iter_mut().flat_map(|part| &mut part.items);
    for file in pieces.filter(|piece| matches!(piece.source, ArchiveSource::File { .. })) {
        file.title = shown_within(&file.title, identity);
    }
    Ok(archive)
}

/// A module whose affairs are filed is asked here.
fn archive_of(reading: &Reading<'_>, of: &RecordRef) -> Result<Archive, Problem> {
    let (connection, union) = (reading.connection, reading.open.union.name.as_str());
    let unknown = |_| Problem::missing("件事");
    match of.kind {
        RecordKind::Negotiation => negotiation::archive(connection, union, of.id.parse().map_err(unknown)?),
        RecordKind::Paper => filed::of_paper(connection, union, of.id.parse().map_err(unknown)?),
        RecordKind::Incoming => {
            filed::of_incoming(connection, union, of.id.parse().map_err(unknown)?, reading.today)
        }
        RecordKind::Committee => {
            filed::of_committee(connection, reading.book, union, of.id.parse().map_err(unknown)?)
        }
        RecordKind::Person
        | RecordKind::Meeting
        | RecordKind::Event
        | RecordKind::Information
        | RecordKind::Union
        | RecordKind::Form
        | RecordKind::Report
        | RecordKind::Supervision
        | RecordKind::Appeal
        | RecordKind::Dismissal
        | RecordKind::Mediation
        | RecordKind::PlatformTalk
        | RecordKind::Election
        | RecordKind::MembersMeeting
        | RecordKind::Consent
        | RecordKind::Custody
        | RecordKind::Letter
        | RecordKind::Agreement
        | RecordKind::AgreementCheck
        | RecordKind::Mandate
        | RecordKind::OpinionSurvey
        | RecordKind::RepresentativeElection
        | RecordKind::LabourContract
        | RecordKind::Certificate
        | RecordKind::Training
        | RecordKind::Honour
        | RecordKind::HealthExam
        | RecordKind::UnionTerm
        | RecordKind::FeePayment
        | RecordKind::PlatformWork
        | RecordKind::PlatformReferral
        | RecordKind::InjuryHelp
        | RecordKind::Application
        | RecordKind::MembershipEvent
        | RecordKind::DuesEntry
        | RecordKind::PaySheet
        | RecordKind::PayReference
        | RecordKind::SupervisionEvent
        | RecordKind::SupervisionLetter
        | RecordKind::Workforce
        | RecordKind::LeaveYear
        | RecordKind::LeaveSchedule
        | RecordKind::RecuperationBatch
        | RecordKind::Hazard
        | RecordKind::HazardEvent
        | RecordKind::SafetyVisit
        | RecordKind::CongressTerm
        | RecordKind::CongressDelegate
        | RecordKind::CongressMotion
        | RecordKind::CongressMeeting
        | RecordKind::ReformMeasure
        | RecordKind::HardshipFile
        | RecordKind::MemberAid
        | RecordKind::Sending
        | RecordKind::PlatformMeeting
        | RecordKind::PlatformFirm
        | RecordKind::DuesTalk
        | RecordKind::FeeDemand
        | RecordKind::MediationEvent
        | RecordKind::ElectionEvent
        | RecordKind::ElectionBallot
        | RecordKind::CorrectionOrder
        | RecordKind::Suspension
        | RecordKind::CongressSession
        | RecordKind::UnionGroup
        | RecordKind::Inspector
        | RecordKind::Mediator
        | RecordKind::CalendarNotice
        | RecordKind::OwnRule
        | RecordKind::RecuperationPlan
        | RecordKind::DueBasis
        | RecordKind::PersonTag => Err(Problem::new("refused", "这一类记录不单独归档。")),
    }
}

/// Binds a volume into a folder of its own. The folder appears whole or not at all.
///
/// Errors: `no_right` or `covered` for a piece the person may not look into; `unwritable` for a place that is not safe or
/// takes no file; `cancelled`; `refused` when there is nothing to file.
pub fn make(
    desk: &Desk,
    _: &Command,
    args: MakeArchive,
    progress: &dyn Progress,
) -> Result<Outcome<ArchiveMade>, Problem> {
    let place = desk.resolve(&args.to)?;
    desk.view(|reading| {
        let archive = archive_of(reading, &args.of)?;
        let pieces: usize = archive.parts.iter().map(|part| part.items.len()).sum();
        if pieces == 0 {
            return Err(Problem::new("refused", "还没有可以归档的文件和附件。"));
        }
        let end = format!("归档{}", desk.today().format("%Y%m%d"));
        let folder = free_folder(&place, &attachments::folder_name(&archive.title, &end))?;
        let unfinished = Unfinished::beside(&folder)?;
        let mut work = Work {
            reading,
            desk,
            binder: Binder::default(),
            originals: Originals::begin(unfinished.path(), desk.now())?,
            bound: Vec::with_capacity(pieces),
        };
        for part in &archive.parts {
            if !part.items.is_empty() {
                work.binder.mark(&format!("{} {}", part.number, part.name), 0);
            }
            for item in &part.items {
                if progress.cancelled() {
                    return Err(cancelled());
                }
                progress.report(work.bound.len() as u64, pieces as u64, "装订归档文件");
                let within = format!("{:02} {}", part.number, attachments::file_name(&part.name));
                work.piece(item, &within)?;
            }
        }
        let bound = work.finish(&archive, unfinished.path())?;
        if progress.cancelled() {
            return Err(cancelled());
        }
        unfinished.becomes(&folder)?;
        let titles = archive.parts.iter().flat_map(|part| &part.items).map(|item| &item.title);
        let pages: usize = bound.iter().filter_map(|one| one.pages).map(|(_, pages)| pages).sum();
        Ok(Outcome::of(ArchiveMade {
            folder: folder.display().to_string(),
            pages: u32::try_from(pages).unwrap_or(u32::MAX),
            pieces: u32::try_from(pieces).unwrap_or(u32::MAX),
            unbound: titles
                .zip(&bound)
                .filter_map(|(title, one)| Some(format!("{title}：{}", one.unbound.as_ref()?)))
                .collect(),
        }))
    })
}

fn cancelled() -> Problem {
    Problem::new("cancelled", "已取消，没有存下文件。")
}

/// A folder of this name that is not there yet: nothing of the person's is written over.
fn free_folder(place: &Path, name: &str) -> Result<PathBuf, Problem> {
    let named = |n: u32| place.join(if n == 1 { name.to_owned() } else { format!("{name}（{n}）") });
    let free = (1..1000).map(named).find(|path| std::fs::symlink_metadata(path).is_err());
    let folder = free.ok_or_else(|| {
        Problem::new("unwritable", "没有存下来：这个文件夹里同名的太多，请换一个位置。").at("to")
    })?;
    safe_target(&folder)?;
    Ok(folder)
}

/// A volume while it is bound.
struct Work<'a, 'b> {
    reading: &'a Reading<'b>,
    desk: &'a Desk,
    binder: Binder,
    originals: Originals,
    bound: Vec<Bound>,
}

impl Work<'_, '_> {
    /// Takes one piece: its bytes into the package, its pages into the volume.
    fn piece(&mut self, item: &ArchiveItem, within: &str) -> Result<(), Problem> {
        let stands = match &item.source {
            ArchiveSource::Issue { id } => {
                let issue = outgoing::get(self.reading.connection, *id)?;
                if issue.erased_by.is_some() {
                    self.bound.push(alone("内容已经清除，只留文号"));
                    return Ok(());
                }
                guard_issued(self.reading, *id)?;
                let bytes = office::store::issued_bytes(self.reading.connection, *id)?;
                let name = [item.number.as_deref().unwrap_or_default(), &item.title].join(" ");
                self.originals.add(within, self.bound.len() + 1, &format!("{}.pdf", name.trim()), &bytes)?;
                if issue.has_source {
                    let word = issued_word(self.reading, self.desk, *id, &issue.kind, &issue.of)?;
                    self.originals.add(
                        within,
                        self.bound.len() + 1,
                        &format!("{}.docx", name.trim()),
                        &word,
                    )?;
                }
                self.binder.mark(name.trim(), 1);
                self.bind_pdf(&bytes)
            }
            ArchiveSource::File { id } => {
                let file = attachments::store::one(self.reading.connection, *id)?;
                guard(self.reading.connection, self.reading.open, "archive.make", &file)?;
                let bytes = self.reading.open.ledger.files().bytes(&file.content, LARGEST)?;
                self.originals.add(within, self.bound.len() + 1, &file.name, &bytes)?;
                if file.bytes > LARGEST_BOUND {
                    alone("文件太大，只存原件")
                } else if file.media == "application/pdf" {
                    self.binder.mark(&file.name, 1);
                    self.bind_pdf(&bytes)
                } else if file.media.starts_with("image/") {
                    self.bind_picture(&file.name, &bytes)
                } else {
                    alone(&format!("{}不能装订，只存原件", file.sort))
                }
            }
        };
        self.bound.push(stands);
        Ok(())
    }

    fn bind_pdf(&mut self, bytes: &[u8]) -> Bound {
        match Readable::of(bytes) {
            Ok(file) => {
                let first = self.binder.pages() + 1;
                self.binder.add(&file);
                Bound { pages: Some((first, file.pages())), unbound: None }
            }
            Err(why) => {
                self.binder.unmark();
                alone(match why {
                    Unbound::Locked => "PDF 加了密码或限制，只存原件",
                    Unbound::Damaged => "PDF 损坏或不完整，只存原件",
                })
            }
        }
    }

    fn bind_picture(&mut self, name: &str, bytes: &[u8]) -> Bound {
        if attachments::thumbnail::has_more_pages(bytes) {
            // The first page alone would pass for the whole.
            return alone("多页的扫描图片不能装订，只存原件");
        }
        let Some(small) = attachments::thumbnail::for_a_page(bytes) else {
            return alone("这种图片不能装订，只存原件");
        };
        let first = self.binder.pages() + 1;
        self.binder.mark(name, 1);
        self.binder.add_picture(&Picture { jpeg: small.jpeg, width: small.width, height: small.height });
        Bound { pages: Some((first, 1)), unbound: None }
    }

    /// Closes the package, binds cover, catalogue and closing note around the pieces, and writes the volume and the sums.
    fn finish(self, archive: &Archive, folder: &Path) -> Result<Vec<Bound>, Problem> {
        let Work { reading, desk, mut binder, originals, bound, .. } = self;
        let union = &reading.open.union.name;
        let package = originals.finish(&attachments::file_name(&archive.title))?;
        let volume = Volume { union, archive, bound: &bound, made_on: desk.today() };
        let sums: Vec<Summed> = package.sums.iter().map(|(name, sum)| summed(name, sum)).collect();
        let own = |filled: &office::Filled| -> Result<Readable, Problem> {
            let document = render(reading, desk, filled, None)?;
            let made = paper::render(&document, &desk.faces())?;
            Readable::of(&made.pdf)
                .map_err(|_| Problem::new("internal", "程序内部出错：案卷的目录装订不上。账本没有受影响。"))
        };
        binder.front(&own(&volume.front()?)?, "封面和卷内文件目录");
        binder.back(&own(&volume.back(&sums)?)?, "卷内备考表");
        let title = format!("{}归档案卷", archive.title);
        let id_seed = format!("{title} {}", package.sum);
        let imprint = Imprint { title: &title, author: union, created: desk.now(), id_seed: &id_seed };
        package.with_volume(folder, &attachments::file_name(&archive.title), &binder.finish(&imprint)?)?;
        Ok(bound)
    }
}

fn alone(why: &str) -> Bound {
    Bound { pages: None, unbound: Some(why.to_owned()) }
}

/// The sum in groups that a line can be broken between.
fn summed(name: &str, sum: &str) -> Summed {
    let groups: Vec<String> =
        sum.as_bytes().chunks(8).map(|eight| String::from_utf8_lossy(eight).into_owned()).collect();
    Summed { name: name.to_owned(), sum: groups.join(" ") }
}
