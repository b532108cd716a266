//! Papers of all modules: listed, previewed, issued; `papers_saved` writes them to files, `paper_texts` rewords them. Which
//! facts a paper holds is its module's; how it looks is `paper`'s; numbers are `office`'s.

use std::path::Path;

use affairs::members::model::PersonId;
use affairs::members::papers::LookLine;
use affairs::office::{
    self, Filled, Issue,
    committee::papers::MINUTES as COMMITTEE_MINUTES,
    model::{PaperId, PaperLine, PaperNumber},
    outgoing::model::SendingId,
    outgoing::papers::{RECEIPT, receipt},
    source::Source,
};
use affairs::union::model::Shown;
use affairs::{members, negotiation, report, union};
use paper::{Meta, Template};
use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::commands::paper_texts;
use crate::commands::succession;
use crate::commands::today;
use crate::contract::{Nothing, Right};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// A paper that can be made now.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PaperRef {
    /// The kind, `negotiation.minutes`.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
    /// Page 1 alone, for a preview that is there at once.
    pub first_page: Option<bool>,
}

/// A paper to be issued.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssuePaper {
    /// The kind.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
}

/// An issued paper.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssuedRef {
    /// The issue.
    pub id: PaperId,
}

/// Every paper that can be made, with its issues.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = negotiation::papers::list(reading.connection, reading.book)?;
    lines.extend(report::papers::list(reading.connection)?);
    lines.extend(office::committee::papers::list(reading.connection, reading.book)?);
    if reading.open.may(Right::Chair).is_ok() {
        lines.push(union::papers::recovery_sheet_line(&reading.open.union));
    }
    for line in &mut lines {
        line.issued = office::store::issues(reading.connection, &line.kind, &line.of)?;
    }
    Ok(lines)
}

/// Why a paper of this kind is not issued; its text is not changed either, for it is printed anew each time.
pub(super) fn never_issued(kind: &str) -> Option<&'static str> {
    Some(match kind {
        union::papers::RECOVERY_SHEET => "恢复单不编号、不留底，请打印后妥善保管。",
        members::papers::OWN_DATA => "个人信息副本只交给本人，不编号、不留底，请直接打印。",
        union::succession::HAND_OVER => "移交清册随移交当时的情况打印，不编号、不留底，请直接打印。",
        today::PAPER => "到期事项清单随时变动，不编号、不留底，请直接打印。",
        RECEIPT => "送达回执按发送记录打印，不编号；签回的那一份请扫描后添加到文件的附件里。",
        _ => return None,
    })
}

pub(super) fn fill(reading: &Reading<'_>, desk: &Desk, kind: &str, of: &str) -> Result<Filled, Problem> {
    if kind == union::papers::RECOVERY_SHEET {
        reading.open.may(Right::Chair)?;
        let words = reading.open.ledger.recovery_words();
        let head = succession::head(reading, None)?;
        let name = reading
            .open
            .ledger
            .dir()
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        return union::papers::recovery_sheet(
            &reading.open.union,
            &name,
            words.characters(),
            desk.now(),
            head,
        );
    }
    if kind == today::PAPER {
        return today::paper(reading, of);
    }
    if kind == union::succession::HAND_OVER {
        return succession::book(reading, succession::Parties::default(), None);
    }
    if kind == members::papers::OWN_DATA {
        return own_data(reading, of);
    }
    if kind == RECEIPT {
        let id = of.parse::<SendingId>().map_err(|_| Problem::missing("条发送记录"))?;
        return receipt(reading.connection, &reading.open.union.name, id);
    }
    let mut filled = match kind {
        report::papers::YEAR => {
            let head = succession::head(reading, None)?;
            report::papers::fill(reading.connection, of, head, reading.today)?
        }
        COMMITTEE_MINUTES => {
            let id = of.parse().map_err(|_| Problem::missing("份会议记录"))?;
            office::committee::papers::fill(reading.connection, reading.book, id)?
        }
        _ => negotiation::papers::fill(reading.connection, reading.book, kind, of)?,
    };
    filled.changes = office::changes::of_paper(reading.connection, kind, of)?;
    Ok(filled)
}

/// A person's own data in full: a look of its own, for whoever may read identity at all.
fn own_data(reading: &Reading<'_>, of: &str) -> Result<Filled, Problem> {
    let open = reading.open;
    if open.sight().identity == Shown::Never {
        let name = open.person().name;
        let message = format!("{name}没有查看证件号码和电话的权限，请由主席打印。");
        return Err(Problem::new("no_right", message));
    }
    let id = of.parse::<PersonId>().map_err(|_| Problem::missing("个人"))?;
    let looks = open.ledger.looks(None, Some(of), 500)?;
    let filled = members::papers::own_data(
        reading.connection,
        id,
        (looks.into_iter())
            .map(|look| LookLine {
                at: look.at.chars().take(16).collect::<String>().replace('T', " "),
                who: look.actor_name,
                purpose: look.purpose,
            })
            .collect(),
        [
            negotiation::mentions::of_person(reading.connection, id)?,
            office::committee::mentions::of_person(reading.connection, id)?,
            union::mentions::of_person(reading.connection, id)?,
        ]
        .concat(),
        reading.today,
    )?;
    open.ledger.record_look(
        &open.actor(),
        members::papers::OWN_DATA,
        "应本人要求提供副本",
        &[of.to_owned()],
    )?;
    Ok(filled)
}

/// What a filled paper is set from; with its number, what an issue keeps.
pub(super) fn source(
    assets: &Path,
    desk: &Desk,
    filled: &Filled,
    author: &str,
    number: Option<PaperNumber>,
) -> Result<Source, Problem> {
    let number = number.map(|number| number.to_string());
    let mut context = filled.context.clone();
    if let Some(map) = context.as_object_mut() {
        map.insert("number".to_owned(), number.clone().into());
    }
    Ok(Source {
        template: filled.template.to_owned(),
        text: Template::load(assets, filled.template)?.text().to_owned(),
        context,
        changes: filled.changes.clone(),
        author: author.to_owned(),
        created: desk.now(),
        id_seed: format!("{} {} {}", filled.template, filled.of, number.unwrap_or_default()),
    })
}

/// A source as its template fills it, before any paragraph is reworded.
pub(super) fn filled_only(source: &Source) -> Result<(Template, paper::Document), Problem> {
    let template = Template::parse(&source.template, &source.text)?;
    let meta =
        Meta { author: source.author.clone(), created: source.created, id_seed: source.id_seed.clone() };
    let document = template.fill(&source.context, meta)?;
    Ok((template, document))
}

/// A source as it prints. A paragraph that is no longer in the paper is passed over.
pub(super) fn set(source: &Source) -> Result<paper::Document, Problem> {
    let (_, mut document) = filled_only(source)?;
    for change in &source.changes {
        document.put_text(&change.block, &change.text);
    }
    Ok(document)
}

pub(super) fn render(
    assets: &Path,
    desk: &Desk,
    filled: &Filled,
    author: &str,
    number: Option<PaperNumber>,
) -> Result<paper::Document, Problem> {
    set(&source(assets, desk, filled, author, number)?)
}

/// The PDF of a filled paper.
pub(crate) fn pdf(
    reading: &Reading<'_>,
    desk: &Desk,
    filled: &Filled,
    number: Option<PaperNumber>,
    first_page: bool,
) -> Result<Vec<u8>, Problem> {
    let document = render(&desk.assets, desk, filled, &reading.open.union.name, number)?;
    if first_page {
        Ok(paper::first_page(&document, &desk.faces())?)
    } else {
        Ok(paper::render(&document, &desk.faces())?.pdf)
    }
}

/// A paper as it would be made now.
pub fn preview(reading: &Reading<'_>, desk: &Desk, args: PaperRef) -> Result<Vec<u8>, Problem> {
    let filled = fill(reading, desk, &args.kind, &args.of)?;
    pdf(reading, desk, &filled, None, args.first_page.unwrap_or(false))
}

/// Refuses the kept bytes of a person's own data: an earlier program issued such papers and kept them.
pub(super) fn guard_issued(reading: &Reading<'_>, id: PaperId) -> Result<(), Problem> {
    let kind = office::store::issued_kind(reading.connection, id)?;
    if kind == members::papers::OWN_DATA && reading.open.may(Right::Chair).is_err() {
        return Err(Problem::new("no_right", "这份文件里有个人的完整信息，请由主席打开。"));
    }
    Ok(())
}

/// The kept bytes of an issue.
pub fn issued(reading: &Reading<'_>, _: &Desk, args: IssuedRef) -> Result<Vec<u8>, Problem> {
    guard_issued(reading, args.id)?;
    office::store::issued_bytes(reading.connection, args.id)
}

/// Refuses a further issue that would say what the newest says: a number would be used up for nothing.
fn refuse_the_same(connection: &Connection, args: &IssuePaper, source: &Source) -> Result<(), Problem> {
    let issues = office::store::issues(connection, &args.kind, &args.of)?;
    let Some(newest) = issues.first() else { return Ok(()) };
    match office::source::of_issue(connection, newest.id)? {
        Some(was) if source.says_as(&was) => {
            let number = &newest.number;
            let message = format!("内容和已印发的{number}一样，没有要更正的。要再打印，请打印{number}。");
            Err(Problem::new("refused", message))
        }
        _ => Ok(()),
    }
}

/// Issues a paper: gives it the next number and keeps its bytes. Answers the number.
pub fn issue(writing: &Writing<'_, '_>, desk: &Desk, args: IssuePaper) -> Result<String, Problem> {
    let reading = writing.reading();
    if let Some(why) = never_issued(&args.kind) {
        return Err(Problem::new("refused", why));
    }
    let filled = fill(&reading, desk, &args.kind, &args.of)?;
    if !filled.missing.is_empty() {
        let missing = filled.missing.join("、");
        let problem = Problem::new("incomplete", format!("这份文件还缺{missing}，补齐后再印发。"));
        let rule = negotiation::papers::content_rule(writing.tx, writing.book, &args.kind, &args.of)?;
        return Err(Problem { rule, ..problem });
    }
    paper_texts::settled(&reading, desk, &filled)?;
    let number = office::next_number(writing.tx, &args.kind)?;
    let source = source(&desk.assets, desk, &filled, &writing.open.union.name, Some(number))?;
    refuse_the_same(writing.tx, &args, &source)?;
    let rendered = paper::render(&set(&source)?, &desk.faces())?;
    office::issue(
        writing.tx,
        &Issue {
            kind: &args.kind,
            of: &args.of,
            title: &filled.title,
            number,
            pages: rendered.pages,
            sha256: &rendered.sha256,
            bytes: &rendered.pdf,
            source: &source,
        },
    )?;
    Ok(number.to_string())
}
