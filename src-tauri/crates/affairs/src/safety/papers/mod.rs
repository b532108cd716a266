//! What the papers of work safety are filled with: the registration sheet of a hazard, the rectification and the evacuation
//! proposal; the ledger of a period, the notice to workers, the report to the congress. How a paper looks is not decided here.

mod hazard;
mod report;
mod visit;

pub use super::kinds::{EVACUATION, LEDGER, NOTICE, PROPOSAL, REPORT, SHEET, VISIT};

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::{HazardId, HazardQuery};
use super::rules::SafetyLaw;
use super::{place, report as report_of, rules, store, visits};
use crate::Problem;
use crate::office;
use crate::office::model::{Filled, PaperLine};

/// Whether a kind is one of this module's papers.
pub fn is_ours(kind: &str) -> bool {
    kind.starts_with("safety.")
}

/// Why a paper of these is printed anew each time and gets no number.
pub fn never_issued(kind: &str) -> Option<&'static str> {
    Some(match kind {
        SHEET => {
            "隐患登记表随办理的情况变动，不编号、不留底，请直接打印；签了字的请扫描后添加到隐患的附件里。"
        }
        LEDGER => "隐患台账随登记变动，不编号、不留底，请直接打印。",
        NOTICE => "公示照台账打印，不编号、不留底，请直接打印；贴出去以后，请在各件隐患里登记公示。",
        VISIT => "检查记录由双方当场签字，不编号、不留底，请直接打印；签好的请扫描后添加到检查的附件里。",
        _ => return None,
    })
}

fn line(kind: &str, of: String, title: String, affair: &str, dated: NaiveDate) -> PaperLine {
    PaperLine {
        kind: kind.to_owned(),
        of,
        title,
        affair: affair.to_owned(),
        dated: Some(dated),
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    }
}

/// Every paper that can be made now, those of the newest hazard first.
///
/// Errors: none of its own.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let at = place(connection)?;
    let law = rules::law_of(book, &at);
    let mut lines = Vec::new();
    for id in store::ids(connection, &HazardQuery::default(), None, today)? {
        let kept = store::get(connection, id)?;
        let affair = format!("{}　{}", kept.number, kept.record.matter);
        let (of, found_on) = (|| id.to_string(), kept.record.found_on);
        if kept.record.danger {
            lines.push(line(EVACUATION, of(), "撤离建议书".to_owned(), &affair, found_on));
        }
        if kept.proposal.is_some() {
            lines.push(line(PROPOSAL, of(), "隐患整改建议书".to_owned(), &affair, found_on));
        }
        lines.push(line(SHEET, of(), "事故隐患登记表".to_owned(), &affair, found_on));
    }
    for (id, visited_on, topic) in visits::all(connection)? {
        lines.push(line(VISIT, id.to_string(), "劳动保护监督检查记录".to_owned(), &topic, visited_on));
    }
    for code in report_of::periods(connection, today)? {
        let period = report_of::period(&code)?;
        let (affair, dated) = (period.words(), period.span().1);
        if period.quarter.is_none() {
            let title = format!("{}年安全生产监督情况的报告", period.year);
            lines.push(line(REPORT, code.clone(), title, &affair, dated));
        } else {
            let title = "事故隐患排查治理情况公示".to_owned();
            lines.push(line(NOTICE, code.clone(), title, &affair, dated));
        }
        lines.push(line(LEDGER, code, "事故隐患台账".to_owned(), &affair, dated));
    }
    // What is only printed lacks nothing.
    for paper in lines.iter_mut().filter(|paper| never_issued(&paper.kind).is_none()) {
        paper.missing = filled(connection, law, &paper.kind, &paper.of, today)?.missing;
    }
    Ok(lines)
}

fn filled(
    connection: &Connection,
    law: SafetyLaw<'_>,
    kind: &str,
    of: &str,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let unknown = || Problem::missing("份文件");
    let hazard = || of.parse::<HazardId>().map_err(|_| unknown());
    match kind {
        SHEET => hazard::sheet(connection, hazard()?, today),
        PROPOSAL => hazard::proposal(connection, law, hazard()?, today),
        EVACUATION => hazard::evacuation(connection, law, hazard()?, today),
        VISIT => visit::record(connection, of.parse().map_err(|_| unknown())?),
        LEDGER => report::ledger(connection, report_of::period(of)?, today),
        NOTICE => report::notice(connection, law, report_of::period(of)?, today),
        REPORT => {
            let period = report_of::period(of)?;
            if period.quarter.is_some() {
                Err(unknown())
            } else {
                report::report(connection, law, period, today)
            }
        }
        _ => Err(unknown()),
    }
}

/// Fills a paper of this module.
///
/// Errors: `not_found` for an unknown kind or record.
pub fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let at = place(connection)?;
    let filled = filled(connection, rules::law_of(book, &at), kind, of, today)?;
    if never_issued(kind).is_some() { Ok(filled) } else { office::standing(connection, kind, filled) }
}
