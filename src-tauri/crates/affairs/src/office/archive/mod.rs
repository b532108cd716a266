//! What is filed together for one affair (归档). A module whose affairs are filed answers an `Archive` by one function, from
//! `issues` and `files`; those of the papers themselves stand here. How a volume is bound is `desk`'s and `paper`'s.

mod made;
pub mod model;
pub mod papers;

use chrono::{DateTime, NaiveDate};
use rusqlite::{Connection, params};

use crate::Problem;
use crate::office::attachments::model::{RecordKind, RecordRef};
use crate::office::attachments::store::of_record;
use crate::office::committee::decisions;
use crate::office::committee::decisions::model::{DecidedAct, DecisionAct};
use crate::office::committee::model::CommitteeMeetingId;
use crate::office::committee::papers::MINUTES;
use crate::office::incoming::model::IncomingId;
use crate::office::model::PaperId;
use crate::office::store::source_of;
use crate::office::{committee, incoming, outgoing};
use model::{Archive, ArchiveItem, ArchivePart, ArchiveSource};

/// A part of the order with what stands in it; `absent` says why nothing does.
pub fn part(number: u8, name: &str, items: Vec<ArchiveItem>, absent: &str) -> ArchivePart {
    let absent = items.is_empty().then(|| absent.to_owned());
    ArchivePart { number, name: name.to_owned(), items, absent }
}

/// A part in which pieces may be wanting although others stand in it: each is named.
pub fn part_lacking(
    number: u8,
    name: &str,
    items: Vec<ArchiveItem>,
    absent: &str,
    lacking: Vec<String>,
) -> ArchivePart {
    let part = part(number, name, items, absent);
    let why: Vec<String> = part.absent.into_iter().filter(|why| !why.is_empty()).chain(lacking).collect();
    ArchivePart { absent: (!why.is_empty()).then(|| why.join("；")), ..part }
}

/// The day of a time as the ledger keeps it.
fn day(at: &str) -> NaiveDate {
    DateTime::parse_from_rfc3339(at).map_or(NaiveDate::MIN, |at| at.date_naive())
}

/// Every issue of a record's paper of one kind, the oldest first, each followed by what was added to it.
pub fn issues(
    connection: &Connection,
    union: &str,
    kind: &str,
    of: &str,
) -> Result<Vec<ArchiveItem>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM live_paper WHERE kind = ?1 AND of_id = ?2 ORDER BY issued_at, number",
    )?;
    let ids: Vec<PaperId> =
        statement.query_map(params![kind, of], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut items = Vec::new();
    for id in ids {
        items.extend(issue(connection, union, id)?);
    }
    Ok(items)
}

/// An issue, followed by what was added to it.
fn issue(connection: &Connection, union: &str, id: PaperId) -> Result<Vec<ArchiveItem>, Problem> {
    let paper = outgoing::get(connection, id)?;
    let own = source_of(connection, id)?;
    let corrects = paper.corrects.map(|old| format!("更正{}", old.number));
    let corrected = paper.corrected_by.map(|new| format!("已由{}更正", new.number));
    let erased = paper.erased_by.map(|_| "内容已经清除".to_owned());
    let note: Vec<String> = [corrects, corrected, erased].into_iter().flatten().collect();
    let mut items = vec![ArchiveItem {
        source: ArchiveSource::Issue { id },
        responsible: own.as_ref().and_then(made::responsible).or_else(|| Some(union.to_owned())),
        number: Some(paper.number.clone()),
        title: paper.title,
        dated: own.as_ref().and_then(made::dated).unwrap_or(paper.issued_on),
        note: (!note.is_empty()).then(|| note.join("；")),
    }];
    items.extend(files(connection, RecordKind::Paper, &id.to_string(), &format!("{}的附件", paper.number))?);
    for sending in &paper.sendings {
        let receipt = format!("{}送{}的回执", paper.number, sending.receiver);
        items.extend(files(connection, RecordKind::Sending, &sending.id.to_string(), &receipt)?);
    }
    Ok(items)
}

/// The files of a record, in the order they came in; `of` says in the catalogue what they belong to.
pub fn files(
    connection: &Connection,
    kind: RecordKind,
    id: &str,
    of: &str,
) -> Result<Vec<ArchiveItem>, Problem> {
    let files = of_record(connection, &RecordRef { kind, id: id.to_owned() })?;
    Ok(files
        .into_iter()
        .map(|file| ArchiveItem {
            source: ArchiveSource::File { id: file.id },
            responsible: None,
            number: None,
            title: file.name,
            dated: day(&file.added_at),
            note: Some(of.to_owned()),
        })
        .collect())
}

/// What the records of the meetings on whose decisions an act stands give to its volume.
#[derive(Debug, Default)]
pub struct Decided {
    /// The issues and scans.
    pub items: Vec<ArchiveItem>,
    /// The records of which there is neither, in a sentence each.
    pub lacking: Vec<String>,
}

/// The records of the meetings on whose decisions an act stands, each once.
pub fn decided(connection: &Connection, union: &str, act: DecisionAct, of: &str) -> Result<Decided, Problem> {
    let mut decided = Decided::default();
    let mut seen: Vec<CommitteeMeetingId> = Vec::new();
    for decision in decisions::of_act(connection, &DecidedAct { act, of: of.to_owned() })? {
        if !seen.contains(&decision.meeting) {
            seen.push(decision.meeting);
            let items = meeting(connection, union, decision.meeting)?;
            if items.is_empty() {
                let number = committee::store::number_of(connection, decision.meeting)?;
                decided.lacking.push(format!("{number}记录还没有印发"));
            }
            decided.items.extend(items);
        }
    }
    Ok(decided)
}

fn meeting(
    connection: &Connection,
    union: &str,
    id: CommitteeMeetingId,
) -> Result<Vec<ArchiveItem>, Problem> {
    let mut items = issues(connection, union, MINUTES, &id.to_string())?;
    items.extend(files(connection, RecordKind::Committee, &id.to_string(), "会议记录的附件")?);
    Ok(items)
}

/// What is filed with one issued paper.
///
/// Errors: `not_found`.
pub fn of_paper(connection: &Connection, union: &str, id: PaperId) -> Result<Archive, Problem> {
    let paper = outgoing::get(connection, id)?;
    let Decided { items: basis, lacking } = decided(connection, union, DecisionAct::Paper, &id.to_string())?;
    let none = if lacking.is_empty() { "没有写依据哪一次委员会的决定" } else { "" };
    let (issued, added): (Vec<_>, Vec<_>) = issue(connection, union, id)?
        .into_iter()
        .partition(|item| matches!(item.source, ArchiveSource::Issue { .. }));
    Ok(Archive {
        title: format!("{}《{}》", paper.number, paper.title),
        parts: vec![
            part(1, "文件", issued, "没有印发的文件"),
            part_lacking(2, "依据的决定", basis, none, lacking),
            part(3, "附件和回执", added, "没有添加附件，签回的送达回执也没有扫描"),
        ],
    })
}

/// What is filed with one incoming paper.
///
/// Errors: `not_found`.
pub fn of_incoming(
    connection: &Connection,
    union: &str,
    id: IncomingId,
    today: NaiveDate,
) -> Result<Archive, Problem> {
    let paper = incoming::get(connection, id, today)?;
    let mut came =
        files(connection, RecordKind::Incoming, &id.to_string(), &format!("{}的扫描件或附件", paper.number))?;
    for file in &mut came {
        file.responsible = Some(paper.source.clone());
        file.number.clone_from(&paper.their_number);
        file.dated = paper.received_on;
    }
    let (answer, none) = match &paper.done {
        Some(done) => match &done.paper {
            Some(answer) => (issue(connection, union, answer.id)?, ""),
            None => (Vec::new(), "办结时没有选用我们印发的文件答复"),
        },
        None => (Vec::new(), "还没有办结"),
    };
    Ok(Archive {
        title: format!("{}《{}》", paper.number, paper.title),
        parts: vec![part(1, "来文", came, "没有添加来文的扫描件"), part(2, "答复", answer, none)],
    })
}

/// What is filed with one committee's record.
///
/// Errors: `not_found`.
pub fn of_committee(
    connection: &Connection,
    book: &law::LawBook,
    union: &str,
    id: CommitteeMeetingId,
) -> Result<Archive, Problem> {
    let record = committee::get(connection, book, id)?;
    let kept = issues(connection, union, MINUTES, &id.to_string())?;
    let added = files(connection, RecordKind::Committee, &id.to_string(), "会议记录的附件")?;
    let none = if record.signed_on.is_some() {
        "会议记录还没有印发编号"
    } else {
        "会议记录还没有签字定稿"
    };
    Ok(Archive {
        title: format!("{}记录", record.number),
        parts: vec![
            part(1, "会议记录", kept, none),
            part(2, "附件", added, "没有添加签到表、签字扫描件等附件"),
        ],
    })
}
