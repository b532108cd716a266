//! Papers of all modules: listed, previewed, issued; `papers_saved` writes them to files, `paper_texts` rewords them. Which
//! facts a paper holds is its module's, whom `papers_filled` asks; who may have it is `papers_guard`'s; how it looks is
//! `paper`'s, by way of `papers_set`; numbers are `office`'s.

use affairs::members::dossier::papers::DOSSIER;
use affairs::members::dues::papers as dues;
use affairs::members::joining::papers as joining;
use affairs::members::leaving::papers as leaving;
use affairs::negotiation::{contract, information, levels, refusal, suspension};
use affairs::office::correspondence::papers::LETTER;
use affairs::office::model::{PaperId, PaperLine, PaperNumber};
use affairs::office::outgoing::papers::RECEIPT;
use affairs::office::source::Source;
use affairs::office::{Filled, Issue, templates};
use affairs::union::election::papers as election;
use affairs::union::fee::papers as fee;
use affairs::union::members_congress::papers as members_congress;
use affairs::union::model::Shown;
use affairs::{congress, letters, members, negotiation, office, platform, report, union};
use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::commands::papers_filled::{fill, means};
use crate::commands::papers_guard::guard_issued;
use crate::commands::papers_set::{render, set, source};
use crate::commands::{paper_texts, today};
use crate::contract::{Nothing, Right};
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

/// Every paper that can be made, with its issues and by whose template.
pub fn list(desk: &Desk, _: Nothing) -> Result<Outcome<Vec<PaperLine>>, Problem> {
    desk.view(|reading| {
        let mut lines = lines(reading, desk)?;
        for own in templates::store::all(reading.connection)? {
            if trouble(desk, &own)?.is_none() {
                let made = lines.iter_mut().filter(|line| templates::key_of(&line.kind) == Some(&own.paper));
                made.for_each(|line| line.made_by = Some(made_by(&own)));
            }
        }
        Ok(Outcome::of(lines))
    })
}

/// Every paper that can be made, with its issues.
pub(super) fn lines(reading: &Reading<'_>, desk: &Desk) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = negotiation::papers::list(reading.connection, reading.book)?;
    lines.extend(contract::papers::list(reading.connection, means(reading, desk)?, reading.today)?);
    lines.extend(levels::papers::list(reading.connection)?);
    lines.extend(refusal::papers::list(reading.connection, reading.book, reading.today)?);
    lines.extend(suspension::papers::list(reading.connection, reading.book)?);
    lines.extend(information::papers::list(reading.connection, reading.book)?);
    lines.extend(report::papers::list(reading.connection)?);
    lines.extend(leaving::list(reading.connection, reading.today)?);
    lines.extend(dues::list(reading.connection, reading.today)?);
    lines.extend(fee::list(reading.connection, reading.book)?);
    lines.extend(election::list(reading.connection, reading.book, reading.today)?);
    lines.extend(members_congress::list(reading.connection, reading.book, reading.today)?);
    lines.extend(office::committee::papers::list(reading.connection, reading.book)?);
    lines.extend(office::correspondence::papers::list(reading.connection)?);
    lines.extend(letters::papers::list(reading.connection, reading.book)?);
    let may_read_health = reading.open.sight().health != Shown::Never;
    for line in letters::rights::list(reading.connection, reading.book, reading.today)? {
        if may_read_health || !letters::rights::tells_health(reading.connection, &line.kind, &line.of)? {
            lines.push(line);
        }
    }
    lines.extend(
        (platform::papers::list(reading.connection, reading.book)?.into_iter())
            .filter(|line| may_read_health || line.kind != platform::papers::HELP),
    );
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
        DOSSIER => "电子档案随登记变动，不编号、不留底，请直接打印；签了字的请扫描后添加到本人的附件里。",
        members::papers::OWN_DATA => "个人信息副本只交给本人，不编号、不留底，请直接打印。",
        union::succession::HAND_OVER => "移交清册随移交当时的情况打印，不编号、不留底，请直接打印。",
        today::PAPER => "到期事项清单随时变动，不编号、不留底，请直接打印。",
        joining::APPLICATION | joining::REGISTRATION | joining::CARD_ROLL => {
            "入会的申请书、登记表和发放册照账本打印，不编号、不留底；签好的请扫描后添加到本人的附件里。"
        }
        negotiation::papers::PLAN => {
            "协商方案随测算变动，只在职工方内部使用，不编号、不留底，请直接打印；讨论通过的请扫描后添加到协商的附件里。"
        }
        negotiation::papers::OPINION_SHEET => {
            "意见征集表空白打印，由职工填写，不编号、不留底；收回的意见请登记在“协商以前”里。"
        }
        election::BALLOT => "选票随候选人名单打印，不编号、不留底；发出和收回的张数请登记在计票里。",
        congress::papers::BALLOT => "表决票随会议议程打印，不编号、不留底；发出和收回的张数请登记在表决里。",
        dues::SHEET => "会费收缴年度表照账本打印，不编号、不留底；签了字要归档的，请扫描后添加到附件里。",
        platform::papers::HELP => "职业伤害保障办理说明只交给本人，不编号、不留底，请直接打印。",
        RECEIPT | letters::papers::RECEIPT => {
            "送达回执按发送记录打印，不编号；签回的那一份请扫描后添加到文件的附件里。"
        }
        _ => return letters::rights::never_issued(kind),
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
    match office::source::of_issue(connection, newest.id)? {
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
