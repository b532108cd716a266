//! The papers of a part in which each record has a piece of its own, and the records of which none lies there although something of
//! others does: after the seal it could not be put there any more.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::papers_of;
use crate::Problem;
use crate::congress;
use crate::congress::papers::{COUNT, RESOLUTION};
use crate::duty::day_words;
use crate::negotiation::agreement;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::contract::papers as contracts;
use crate::negotiation::kinds::{AMENDMENT, CHECK, FORM, MINUTES, NOTICE, PUBLICATION, REPORT, STATEMENT};
use crate::negotiation::levels::papers::LEVELS;
use crate::negotiation::model::{Event, EventKind, NegotiationId};
use crate::negotiation::store;
use crate::office::archive::model::{ArchiveItem, ArchivePart};
use crate::office::archive::{files, issues, part_lacking};
use crate::office::attachments::model::RecordKind;

/// Whose archive it is, and since when its papers are asked for: what came about before an affair was entered afterwards lies on paper.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    connection: &'a Connection,
    union: &'a str,
    id: NegotiationId,
    entered: Option<NaiveDate>,
}

impl<'a> Of<'a> {
    pub(super) fn load(
        connection: &'a Connection,
        union: &'a str,
        head: &store::Head,
    ) -> Result<Of<'a>, Problem> {
        Ok(Of { connection, union, id: head.id, entered: store::entered_on(connection, head)? })
    }

    fn issues(self, kind: &str, of: &str) -> Result<Vec<ArchiveItem>, Problem> {
        issues(self.connection, self.union, kind, of)
    }

    fn asks(self, on: NaiveDate) -> bool {
        self.entered.is_none_or(|entered| entered <= on)
    }
}

/// What lies in a part.
#[derive(Default)]
pub(super) struct Pieces {
    pub(super) papers: Vec<ArchiveItem>,
    /// Which records have none, a phrase a kind.
    lacking: Vec<String>,
}

impl Pieces {
    /// Tells of which records, by their names, nothing lies there.
    fn lacks(&mut self, names: &[String], what: &str) {
        if !names.is_empty() {
            self.lacking.push(format!("{}{what}", names.join("、")));
        }
    }

    /// The part; `absent` says why it is empty, and where it is not, what lacks in it is named.
    pub(super) fn part(self, number: u8, name: &str, absent: &str) -> ArchivePart {
        let lacking = if self.papers.is_empty() { Vec::new() } else { self.lacking };
        part_lacking(number, name, self.papers, absent, lacking)
    }
}

/// The papers of a part, with what is told where there is none.
type Lying = (Pieces, &'static str);

/// The calls to the meetings, and what was held there.
pub(super) fn minutes(of: Of<'_>) -> Result<Lying, Problem> {
    let meetings = store::meetings(of.connection, of.id)?;
    // A notice is of the talks: it goes with the meetings that it called.
    let mut all = Pieces { papers: of.issues(NOTICE, &of.id.to_string())?, ..Pieces::default() };
    let mut unwritten = Vec::new();
    for meeting in &meetings {
        let id = meeting.id.to_string();
        let mut own = of.issues(MINUTES, &id)?;
        let round = format!("第{}轮会议", meeting.round);
        own.extend(files(of.connection, RecordKind::Meeting, &id, &format!("{round}的附件"))?);
        if own.is_empty() && of.asks(meeting.record.held_on) {
            unwritten.push(round);
        }
        all.papers.extend(own);
    }
    all.lacks(&unwritten, "的纪要还没有印发");
    let absent = match meetings.is_empty() {
        true => "还没有开协商会议",
        false => "开过会议，会议纪要还没有印发",
    };
    Ok((all, absent))
}

/// What the congress passed, each session once.
pub(super) fn voted(of: Of<'_>) -> Result<Lying, Problem> {
    let (mut all, mut unwritten) = (Pieces::default(), Vec::new());
    let mut sessions = Vec::new();
    for agreement in agreement::store::all(of.connection, of.id)? {
        for (session, vote) in congress::store::votes_on(of.connection, agreement.id.uuid())? {
            let mut own = of.issues(RESOLUTION, &vote.id.to_string())?;
            let id = session.id.map(|id| id.to_string()).unwrap_or_default();
            let scans = files(of.connection, RecordKind::CongressSession, &id, "职代会表决的附件")?;
            if own.is_empty() && scans.is_empty() && of.asks(session.held_on) {
                unwritten.push(format!("{}表决{}", session.name, agreement.title));
            }
            if let Some(one) = session.id.filter(|one| !sessions.contains(one)) {
                own.extend(of.issues(COUNT, &id)?);
                own.extend(scans);
                sessions.push(one);
            }
            all.papers.extend(own);
        }
    }
    all.lacks(&unwritten, "的决议还没有印发");
    let absent = match sessions.is_empty() {
        true => "还没有登记职代会的表决",
        false => "登记了表决，计票报告和决议还没有印发",
    };
    Ok((all, absent))
}

/// The papers of what the talks came to, by the part that they belong to.
#[derive(Default)]
pub(super) struct Concluded {
    pub(super) contract: Pieces,
    pub(super) filing: Pieces,
    pub(super) publication: Pieces,
    pub(super) kept: Pieces,
    /// How an agreement is kept was checked.
    pub(super) checked: bool,
}

/// Which agreements have nothing where others have, by their titles.
#[derive(Default)]
struct Without {
    contract: Vec<String>,
    filing: Vec<String>,
    publication: Vec<String>,
    amendment: Vec<String>,
    check: Vec<String>,
}

impl Concluded {
    pub(super) fn read(of: Of<'_>, events: &[Event]) -> Result<Concluded, Problem> {
        let (mut all, mut without) = (Concluded::default(), Without::default());
        for one in agreement::store::all(of.connection, of.id)? {
            let id = one.id.to_string();
            let issued = |kinds: &[&str]| -> Result<Vec<ArchiveItem>, Problem> {
                let each = kinds.iter().map(|kind| of.issues(kind, &id));
                Ok(each.collect::<Result<Vec<_>, _>>()?.concat())
            };
            // Whether this was done with it since its papers are asked for, and no file of it was added.
            let bare = |kind: EventKind| is_bare(of, events, one.id, kind);
            let mut text = issued(&[contracts::kind_of(one.kind)])?;
            text.extend(files(of.connection, RecordKind::Agreement, &id, "合同的附件")?);
            let amendment = issued(&[AMENDMENT])?;
            if text.is_empty() && amendment.is_empty() && bare(EventKind::Signed)? {
                let amends = one.amends.is_some();
                let to = if amends { &mut without.amendment } else { &mut without.contract };
                to.push(one.title.clone());
            }
            all.contract.papers.extend(text);
            let filing = issued(&[FORM, STATEMENT])?;
            if filing.is_empty() && bare(EventKind::Filed)? {
                without.filing.push(one.title.clone());
            }
            all.filing.papers.extend(filing);
            let publication = issued(&[PUBLICATION])?;
            if publication.is_empty() && bare(EventKind::Published)? {
                without.publication.push(one.title.clone());
            }
            all.publication.papers.extend(publication);
            all.kept.papers.extend(amendment);
            for check in agreement::checks::store::checks(of.connection, one.id)? {
                all.checked = true;
                let id = check.id.map(|id| id.to_string()).unwrap_or_default();
                let mut own = of.issues(CHECK, &id)?;
                own.extend(files(of.connection, RecordKind::AgreementCheck, &id, "履行检查的附件")?);
                if own.is_empty() && of.asks(check.checked_on) {
                    without.check.push(format!("{}{}的履行检查", one.title, day_words(check.checked_on)));
                }
                all.kept.papers.extend(own);
            }
            all.kept.papers.extend(issued(&[REPORT])?);
        }
        all.contract.papers.extend(of.issues(LEVELS, &of.id.to_string())?);
        all.contract.lacks(&without.contract, "还没有印发，也没有添加扫描件");
        all.filing.lacks(&without.filing, "的报送审查表还没有印发，也没有添加扫描件");
        all.publication.lacks(&without.publication, "的公布书还没有印发，也没有添加公布的照片或者扫描件");
        all.kept.lacks(&without.amendment, "还没有印发，也没有添加扫描件");
        all.kept.lacks(&without.check, "还没有印发检查表，也没有添加扫描件");
        Ok(all)
    }
}

/// Whether an agreement has steps of a kind whose papers are asked for, and to none of them a file was added.
fn is_bare(of: Of<'_>, events: &[Event], id: AgreementId, kind: EventKind) -> Result<bool, Problem> {
    let own = events.iter().filter(|event| event.agreement == Some(id) && event.kind == kind);
    let own: Vec<Event> = own.cloned().collect();
    let asked = own.iter().any(|event| of.asks(event.happened_on));
    Ok(asked && papers_of(of.connection, &own, &[kind])?.is_empty())
}
