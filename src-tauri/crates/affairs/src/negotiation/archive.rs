//! What is filed with one year's wage negotiation, in archive order (归档顺序): offer, reply, choice of representatives,
//! information, meetings, draft, congress, contract, filing, review, publication, performance. What the ledger cannot place
//! stands behind them; nothing is left out without a word.

mod pieces;

use rusqlite::Connection;

use super::information::papers::{INFORMATION, INFORMATION_OTHER, SECRECY, SECRECY_EMPLOYER};
use super::kinds::{
    ADVISER_MANDATE, CHIEF_MANDATE, COORDINATION, ELECTION_NOTICE, ELECTION_RECORD, OFFER, REPLY,
    REPRESENTATIVES,
};
use super::model::{EffectHow, Event, EventKind, NegotiationId};
use super::papers::TOPIC_LIST;
use super::people;
use super::people::model::MandateKind;
use super::preparation::store as preparations;
use super::refusal::papers::{DEMAND, REPORT as REFUSAL_REPORT};
use super::reply::{paper_of, said};
use super::seal::{guard, store as seals};
use super::store;
use super::suspension::papers::MEMO;
use crate::Problem;
use crate::duty::day_words;
use crate::letters;
use crate::office::archive::model::{Archive, ArchiveItem, ArchivePart, ArchiveSource};
use crate::office::archive::{decided, files, issues, part, part_lacking};
use crate::office::attachments::model::RecordKind;
use crate::office::committee::decisions::model::DecisionAct;
use crate::union;
use pieces::{Concluded, Of, Pieces};

/// The kinds of events whose papers belong to each of the last parts.
const SIGNED: &[EventKind] = &[EventKind::Signed];
const FILED: &[EventKind] = &[EventKind::Filed, EventKind::Notified];
const REVIEWED: &[EventKind] = &[EventKind::Received, EventKind::Returned, EventKind::InEffect];
const PUBLISHED: &[EventKind] = &[EventKind::Published, EventKind::SentUp];
const DRAFTED: &[EventKind] = &[EventKind::Drafted];
const KEPT: &[EventKind] = &[
    EventKind::Explained,
    EventKind::Changed,
    EventKind::Renewed,
    EventKind::Rescinded,
    EventKind::RescissionFiled,
    EventKind::Ended,
];
const OTHERS: &[EventKind] = &[
    EventKind::Petitioned,
    EventKind::Posted,
    EventKind::Vacated,
    EventKind::Replaced,
    EventKind::Promised,
    EventKind::Suspended,
    EventKind::Resumed,
    EventKind::Reminded,
    EventKind::Warned,
    EventKind::Reported,
    EventKind::Applied,
    EventKind::Accepted,
    EventKind::Extended,
    EventKind::Coordinated,
    EventKind::Noted,
];

/// What is filed with a negotiation.
///
/// Errors: `not_found`.
pub fn archive(connection: &Connection, union: &str, id: NegotiationId) -> Result<Archive, Problem> {
    let head = store::head(connection, id)?;
    let of = id.to_string();
    let events = store::events(connection, id)?;
    let of_events = |kinds: &[EventKind]| papers_of(connection, &events, kinds);
    let happened = |kinds: &[EventKind]| events.iter().any(|event| kinds.contains(&event.kind));
    let because = |kinds: &[EventKind], there: &'static str, not: &'static str| {
        if happened(kinds) { there } else { not }
    };

    let mut offer = issues(connection, union, OFFER, &of)?;
    let offer_decided = decided(connection, union, DecisionAct::Offer, &of)?;
    offer.extend(offer_decided.items);
    let no_offer = match store::offer(connection, id)? {
        Some(_) => "登记了要约，要约书还没有印发",
        None => "还没有提出要约",
    };
    let answers = Answers::read(connection, union, id)?;
    let choice = Choice::read(connection, union, id, &offer)?;
    let own = Of::load(connection, union, &head)?;
    let (minutes, no_minutes) = pieces::minutes(own)?;
    let (voted, no_vote) = pieces::voted(own)?;
    let (information, no_information) = information(connection, union, id)?;
    let (others, not_out) = others(connection, union, id, &events)?;
    let concluded = Concluded::read(own, &events)?;
    let with = |mut own: Pieces, kinds: &[EventKind]| -> Result<Pieces, Problem> {
        own.papers.extend(of_events(kinds)?);
        Ok(own)
    };
    let mut parts = vec![
        part_lacking(1, "要约", offer, no_offer, offer_decided.lacking),
        part_lacking(2, "回复", answers.papers, answers.absent, answers.lacking),
        part_lacking(3, "代表产生", choice.papers, choice.absent, choice.lacking),
        part(4, "资料清单", information, no_information),
        minutes.part(5, "会议记录", no_minutes),
        part(
            6,
            "合同草案",
            of_events(DRAFTED)?,
            because(DRAFTED, "登记了草案，没有添加草案的扫描件", "还没有登记合同草案"),
        ),
        voted.part(7, "职代会审议", no_vote),
        with(concluded.contract, SIGNED)?.part(
            8,
            "集体合同",
            because(SIGNED, "登记了签字，合同还没有印发，也没有添加扫描件", "还没有登记双方签字"),
        ),
        with(concluded.filing, FILED)?.part(
            9,
            "报送",
            because(FILED, "登记了报送，报送审查表还没有印发，也没有添加扫描件", "还没有登记报送"),
        ),
        part(10, "审查", of_events(REVIEWED)?, no_opinion(&events)),
        with(concluded.publication, PUBLISHED)?.part(
            11,
            "公布",
            because(
                PUBLISHED,
                "登记了公布，公布书还没有印发，也没有添加公布的照片或者扫描件",
                "还没有登记公布",
            ),
        ),
        with(concluded.kept, KEPT)?.part(
            12,
            "履行",
            if concluded.checked {
                "登记了履行检查，检查表和报告还没有印发，也没有添加扫描件"
            } else {
                because(KEPT, "登记了履行情况，没有添加扫描件", "还没有登记履行情况")
            },
        ),
    ];
    if !others.is_empty() || !not_out.is_empty() {
        parts.push(part_lacking(13, "其他材料", others, "", not_out));
    }
    if seals::seal_of(connection, id)?.is_some() {
        parts = parts.into_iter().map(|part| as_sealed(connection, &of, part)).collect::<Result<_, _>>()?;
    }
    Ok(Archive { title: head.title, parts })
}

/// What the part of the review tells where the term ran out without an objection: nobody wrote an opinion, and nothing lacks.
const SILENT: &str = "期限内没有异议即生效，没有审查意见书";

/// What is told where no paper of the review lies there.
fn no_opinion(events: &[Event]) -> &'static str {
    if !events.iter().any(|event| REVIEWED.contains(&event.kind)) {
        return "还没有登记审查结果或者生效";
    }
    // What was taken in is not reviewed yet; what came back came with an opinion.
    let mut results =
        events.iter().filter(|event| matches!(event.kind, EventKind::Returned | EventKind::InEffect));
    let silent =
        |event: &Event| event.kind == EventKind::InEffect && event.facts.how != Some(EffectHow::Opinion);
    let came = events.iter().any(|event| event.kind == EventKind::InEffect);
    match came && results.all(silent) {
        true => SILENT,
        false => "登记了审查结果，没有添加审查意见的扫描件",
    }
}

/// How the representatives were chosen, and what of it was decided.
struct Choice {
    papers: Vec<ArchiveItem>,
    /// what is told where there is none
    absent: &'static str,
    /// what is told of a decision without its record
    lacking: Vec<String>,
}

impl Choice {
    /// `offer` is what lies with the offer: one piece stands once, and what decided both lies there.
    fn read(
        connection: &Connection,
        union: &str,
        id: NegotiationId,
        offer: &[ArchiveItem],
    ) -> Result<Choice, Problem> {
        let of = id.to_string();
        let mut papers = issues(connection, union, REPRESENTATIVES, &of)?;
        let decided = decided(connection, union, DecisionAct::Representatives, &of)?;
        papers.extend(decided.items);
        let both = papers.iter().any(|item| offer.iter().any(|other| other.source == item.source));
        papers.retain(|item| offer.iter().all(|other| other.source != item.source));
        for one in people::store::elections(connection, id)? {
            let of = one.id.map(|id| id.to_string()).unwrap_or_default();
            papers.extend(issues(connection, union, ELECTION_RECORD, &of)?);
            papers.extend(files(connection, RecordKind::RepresentativeElection, &of, "推选会议的附件")?);
        }
        // Who was chosen is made known for the talks as a whole.
        papers.extend(issues(connection, union, ELECTION_NOTICE, &of)?);
        for one in people::store::mandates(connection, id)? {
            let of = one.id.map(|id| id.to_string()).unwrap_or_default();
            let kind = if one.kind == MandateKind::Chief { CHIEF_MANDATE } else { ADVISER_MANDATE };
            papers.extend(issues(connection, union, kind, &of)?);
            papers.extend(files(connection, RecordKind::Mandate, &of, "委托书的附件")?);
        }
        let absent = match (store::representatives(connection, id)?.is_empty(), both) {
            (_, true) => "代表名单还没有印发；推选的决定见“要约”里的会议记录",
            (true, _) => "还没有推选协商代表",
            (false, _) => "代表名单还没有印发",
        };
        Ok(Choice { papers, absent, lacking: decided.lacking })
    }
}

/// The papers of a part, with what is told where there is none.
type Lying = (Vec<ArchiveItem>, &'static str);

/// What both sides asked of each other, and what was provided.
fn information(connection: &Connection, union: &str, id: NegotiationId) -> Result<Lying, Problem> {
    let of = id.to_string();
    let mut papers = Vec::new();
    for kind in [INFORMATION, INFORMATION_OTHER, SECRECY, SECRECY_EMPLOYER] {
        papers.extend(issues(connection, union, kind, &of)?);
    }
    let asked = super::information::store::items(connection, id)?;
    for item in &asked {
        let item_id = item.id.map(|id| id.to_string()).unwrap_or_default();
        papers.extend(files(connection, RecordKind::Information, &item_id, &item.name)?);
    }
    let absent = match asked.is_empty() {
        true => "还没有登记要求提供的资料",
        false => "登记了资料，清单和签收单还没有印发",
    };
    Ok((papers, absent))
}

/// What belongs to none of the twelve parts, and which letters of the union's supervision never went out.
fn others(
    connection: &Connection,
    union: &str,
    id: NegotiationId,
    events: &[Event],
) -> Result<(Vec<ArchiveItem>, Vec<String>), Problem> {
    let of = id.to_string();
    let mut papers = papers_of(connection, events, OTHERS)?;
    papers.extend(issues(connection, union, COORDINATION, &of)?);
    papers.extend(issues(connection, union, TOPIC_LIST, &of)?);
    if let Some((survey, _)) = preparations::opinions(connection, id)? {
        let survey = survey.to_string();
        papers.extend(files(connection, RecordKind::OpinionSurvey, &survey, "职工意见征集的附件")?);
    }
    papers.extend(files(connection, RecordKind::Negotiation, &of, "协商的附件")?);
    for kind in [DEMAND, REFUSAL_REPORT] {
        papers.extend(issues(connection, union, kind, &of)?);
    }
    // The letter of reminder stands in a case of its own: what was done about the refusal is filed with the talks.
    let mut not_out = Vec::new();
    if let Some(case) = super::refusal::store::case(connection, id)? {
        let (out, drafted) = letters::letters_of(connection, union, case)?;
        papers.extend(out);
        not_out = drafted;
    }
    if let Some(order) = super::refusal::store::order(connection, id)?.and_then(|order| order.id) {
        papers.extend(files(connection, RecordKind::CorrectionOrder, &order.to_string(), "责令改正的附件")?);
    }
    for one in super::suspension::store::all(connection, id)? {
        let of = one.id.to_string();
        papers.extend(issues(connection, union, MEMO, &of)?);
        papers.extend(files(connection, RecordKind::Suspension, &of, "中止协商的附件")?);
    }
    Ok((papers, not_out))
}

/// A part of a sealed affair: what came after the seal, a copy that was sent later with its receipt or a decision's record that was
/// issued later, is kept where it was entered and not in the volume.
fn as_sealed(connection: &Connection, affair: &str, part: ArchivePart) -> Result<ArchivePart, Problem> {
    let mut items = Vec::with_capacity(part.items.len());
    for item in part.items {
        let (table, row) = match &item.source {
            ArchiveSource::Issue { id } => ("paper", id.to_string()),
            ArchiveSource::File { id } => ("attachment", id.to_string()),
        };
        if !guard::since_seal(connection, affair, (table, row.as_str()))? {
            items.push(item);
        }
    }
    let nothing = || Some("封存以前没有归档的文件".to_owned());
    let absent = if items.is_empty() { part.absent.or_else(nothing) } else { part.absent };
    Ok(ArchivePart { number: part.number, name: part.name, items, absent })
}

/// The papers of the answers to the offer.
struct Answers {
    papers: Vec<ArchiveItem>,
    /// Why there are none.
    absent: &'static str,
    /// Of several answers those without a paper, with what they say.
    lacking: Vec<String>,
}

impl Answers {
    /// Of several, each paper says which answer it is: a refusal is not to be taken for the consent that followed it.
    fn read(connection: &Connection, union: &str, id: NegotiationId) -> Result<Answers, Problem> {
        let replies = store::replies(connection, id)?;
        let absent = match replies.len() {
            0 => "还没有登记答复",
            1 => "登记了答复，回复书还没有印发",
            _ => "",
        };
        let (mut papers, mut lacking) = (Vec::new(), Vec::new());
        for (at, reply) in replies.iter().enumerate() {
            let mut issued = issues(connection, union, REPLY, &paper_of(id, (at, reply.id)))?;
            if replies.len() > 1 {
                let told = format!("{}答复{}", day_words(reply.replied_on), said(reply));
                if issued.is_empty() {
                    lacking.push(format!("{told}（回复书还没有印发）"));
                }
                for item in &mut issued {
                    let note: Vec<String> = std::iter::once(told.clone()).chain(item.note.take()).collect();
                    item.note = Some(note.join("；"));
                }
            }
            papers.extend(issued);
        }
        Ok(Answers { papers, absent, lacking })
    }
}

/// The files of the events of these kinds, in the order they happened.
fn papers_of(
    connection: &Connection,
    events: &[Event],
    kinds: &[EventKind],
) -> Result<Vec<ArchiveItem>, Problem> {
    let mut items = Vec::new();
    for event in events.iter().filter(|event| kinds.contains(&event.kind)) {
        items.extend(files(connection, RecordKind::Event, &event.id.to_string(), &event.text)?);
    }
    Ok(items)
}

/// What the archive lacks, told before the seal: after it nothing is added. The parts in which nothing lies yet, and those in which a
/// record has no piece although others have, each with its reason.
pub(super) fn wanting(connection: &Connection, id: NegotiationId) -> Result<Vec<String>, Problem> {
    let union = union::store::union_record(connection)?.name;
    let parts = archive(connection, &union, id)?.parts;
    let lacks = |part: &ArchivePart| !part.items.is_empty() || part.absent.as_deref() != Some(SILENT);
    let (empty, begun): (Vec<ArchivePart>, Vec<ArchivePart>) =
        parts.into_iter().filter(lacks).partition(|part| part.items.is_empty());
    let named = |part: ArchivePart| match part.absent {
        Some(why) => format!("“{}”（{why}）", part.name),
        None => format!("“{}”", part.name),
    };
    let begun = begun.into_iter().filter(|part| part.absent.is_some());
    let told = |words: &str, parts: Vec<String>| {
        (!parts.is_empty()).then(|| format!("归档卷里{words}：{}。", parts.join("、")))
    };
    let empty = told("还空着的", empty.into_iter().map(named).collect());
    let begun = told("还不全的", begun.map(named).collect());
    Ok(empty.into_iter().chain(begun).collect())
}
