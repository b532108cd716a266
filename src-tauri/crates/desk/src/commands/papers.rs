//! Papers of all modules: listed, previewed, issued; `papers_saved` writes them to files. Which facts a paper holds is its module's;
//! how it looks is `paper`'s; numbers are `office`'s.

use std::path::Path;

use affairs::members::model::PersonId;
use affairs::members::papers::LookLine;
use affairs::office::{
    self, Filled, Issue,
    model::{PaperId, PaperLine, PaperNumber},
};
use affairs::union::model::Shown;
use affairs::{members, negotiation, report, union};
use paper::{Meta, Template};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
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
    if reading.open.may(Right::Chair).is_ok() {
        lines.push(union::papers::recovery_sheet_line(&reading.open.union));
    }
    for line in &mut lines {
        line.issued = office::store::issues(reading.connection, &line.kind, &line.of)?;
    }
    Ok(lines)
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
        return today::paper(reading);
    }
    if kind == union::succession::HAND_OVER {
        return succession::book(reading, succession::Parties::default(), None);
    }
    if kind == members::papers::OWN_DATA {
        return own_data(reading, of);
    }
    if kind == report::papers::YEAR {
        let head = succession::head(reading, None)?;
        return report::papers::fill(reading.connection, of, head, reading.today);
    }
    negotiation::papers::fill(reading.connection, reading.book, kind, of)
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
        negotiation::mentions::of_person(reading.connection, id)?,
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

pub(super) fn render(
    assets: &Path,
    desk: &Desk,
    filled: &Filled,
    author: &str,
    number: Option<PaperNumber>,
) -> Result<paper::Document, Problem> {
    let mut context = filled.context.clone();
    if let Some(map) = context.as_object_mut() {
        map.insert("number".to_owned(), number.map(|n| n.to_string()).into());
    }
    let now = desk.now();
    let meta = Meta {
        author: author.to_owned(),
        created: now,
        id_seed: format!(
            "{} {} {}",
            filled.template,
            filled.of,
            number.map(|n| n.to_string()).unwrap_or_default()
        ),
    };
    Ok(Template::load(assets, filled.template)?.fill(&context, meta)?)
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
        Ok(paper::first_page(&document, &desk.faces)?)
    } else {
        Ok(paper::render(&document, &desk.faces)?.pdf)
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

/// Issues a paper: gives it the next number and keeps its bytes. Answers the number.
pub fn issue(writing: &Writing<'_, '_>, desk: &Desk, args: IssuePaper) -> Result<String, Problem> {
    let reading =
        Reading { connection: writing.tx, book: writing.book, today: writing.tx.today(), open: writing.open };
    if args.kind == union::papers::RECOVERY_SHEET {
        return Err(Problem::new("refused", "恢复单不编号、不留底，请打印后妥善保管。"));
    }
    if args.kind == members::papers::OWN_DATA {
        return Err(Problem::new("refused", "个人信息副本只交给本人，不编号、不留底，请直接打印。"));
    }
    if args.kind == union::succession::HAND_OVER {
        return Err(Problem::new("refused", "移交清册随移交当时的情况打印，不编号、不留底，请直接打印。"));
    }
    if args.kind == today::PAPER {
        return Err(Problem::new("refused", "到期事项清单随时变动，不编号、不留底，请直接打印。"));
    }
    let filled = fill(&reading, desk, &args.kind, &args.of)?;
    if !filled.missing.is_empty() {
        let missing = filled.missing.join("、");
        let problem = Problem::new("incomplete", format!("这份文件还缺{missing}，补齐后再印发。"));
        let rule = negotiation::papers::content_rule(writing.tx, writing.book, &args.kind, &args.of)?;
        return Err(Problem { rule, ..problem });
    }
    let number = office::next_number(writing.tx, &args.kind)?;
    let document = render(&desk.assets, desk, &filled, &writing.open.union.name, Some(number))?;
    let rendered = paper::render(&document, &desk.faces)?;
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
        },
    )?;
    Ok(number.to_string())
}
