//! Papers of all modules: listed, previewed, issued; `papers_saved` writes them to files, `paper_texts` rewords them. Which
//! facts a paper holds is its module's, whom `papers_filled` asks; who may have it is `papers_guard`'s; how it looks is
//! `paper`'s, by way of `papers_set`; numbers are `office`'s.

use affairs::office::correspondence::papers::LETTER;
use affairs::office::model::{PaperId, PaperLine, PaperNumber};
use affairs::office::source::Source;
use affairs::office::{Filled, Issue, templates};
use affairs::union::papers::RECOVERY_SHEET;
use affairs::{letters, negotiation, office, platform};
use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::commands::papers_filled::fill;
use crate::commands::papers_guard::guard_issued;
use crate::commands::papers_listed::{AskedPaper, asked, lines};
use crate::commands::papers_set::{render, set, source};
use crate::commands::papers_unissued::never_issued;
use crate::commands::{paper_texts, sight};
use crate::desk::{Desk, Outcome};
use crate::open::{Reading, Writing};
use crate::templates::{made_by, trouble};

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

/// Which papers are listed.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct PapersAsked {
    /// A paper that somebody wants to see. One of a kind that there is of everybody, a person's file, is listed only so.
    pub asked: Option<AskedPaper>,
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

/// Every paper that can be made, with its issues and by whose template; one that was asked for stands first where it is of a kind
/// that is not listed unasked.
pub fn list(desk: &Desk, args: PapersAsked) -> Result<Outcome<Vec<PaperLine>>, Problem> {
    desk.view(|reading| {
        let mut lines = lines(reading, desk)?;
        if let Some(line) = asked(reading, args.asked.as_ref())? {
            lines.insert(0, line);
        }
        for own in templates::store::all(reading.connection)? {
            if trouble(desk, &own)?.is_none() {
                let made = lines.iter_mut().filter(|line| templates::key_of(&line.kind) == Some(&own.paper));
                made.for_each(|line| line.made_by = Some(made_by(&own)));
            }
        }
        Ok(Outcome::of(lines))
    })
}

/// The PDF of a filled paper.
pub(crate) fn pdf(
    reading: &Reading<'_>,
    desk: &Desk,
    filled: &Filled,
    number: Option<PaperNumber>,
    first_page: bool,
) -> Result<Vec<u8>, Problem> {
    let document = render(reading, desk, filled, number)?;
    if first_page {
        Ok(paper::first_page(&document, &desk.faces())?)
    } else {
        Ok(paper::render(&document, &desk.faces())?.pdf)
    }
}

/// A paper as it would be made now.
pub fn preview(reading: &Reading<'_>, desk: &Desk, args: PaperRef) -> Result<Vec<u8>, Problem> {
    let filled = fill(reading, desk, &args.kind, &args.of)?;
    if args.kind == RECOVERY_SHEET {
        // The window prints by this, too.
        sight::sheet_given(reading.open, "查看或打印恢复单")?;
    }
    pdf(reading, desk, &filled, None, args.first_page.unwrap_or(false))
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
    match office::store::source_of(connection, newest.id)? {
        Some(was) if source.says_as(&was) => {
            let number = &newest.number;
            let message = format!("内容和已印发的{number}一样，没有要更正的。要再打印，请打印{number}。");
            Err(Problem::new("refused", message))
        }
        _ => Ok(()),
    }
}

/// The rule that asks for what a paper lacks, where its module knows one.
fn content_rule(reading: &Reading<'_>, args: &IssuePaper) -> Result<Option<String>, Problem> {
    let asked = match args.kind.as_str() {
        kind if letters::papers::is_ours(kind) => letters::papers::content_rule,
        kind if platform::papers::is_ours(kind) => platform::papers::content_rule,
        _ => negotiation::papers::content_rule,
    };
    asked(reading.connection, reading.book, &args.kind, &args.of)
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
        let rule = content_rule(&reading, &args)?;
        return Err(Problem { rule, ..problem });
    }
    paper_texts::settled(&reading, desk, &filled)?;
    let number = office::next_number(writing.tx, &args.kind)?;
    let source = source(&reading, desk, &filled, Some(number))?;
    refuse_the_same(writing.tx, &args, &source)?;
    let rendered = paper::render(&set(&writing.open.ledger, &source)?, &desk.faces())?;
    let issued = office::issue(
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
    if args.kind == LETTER {
        let letter = args.of.parse().map_err(|_| Problem::missing("份函"))?;
        office::correspondence::issued(writing.tx, letter, issued)?;
    }
    Ok(number.to_string())
}
