//! What the papers of the register are filled with: the sheet of one file, which tells of health and of a household in full, and the
//! ledger of what was given in a year, which tells neither. How a paper looks is not decided here.

use chrono::NaiveDate;
use ledger::Fen;
use rusqlite::Connection;
use serde::Serialize;

use super::model::{HardshipCause, HardshipEnd, MemberAidQuery, MemberAidSource};
use super::store::{self, lists};
use super::view::sum;
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::store as people;
use crate::office::model::{Filled, PaperLine};
use crate::union;
use crate::union::model::Shown;

/// 困难职工档案表, made from a file: health in full.
pub const HARDSHIP_SHEET: &str = "hardship.sheet";

/// 帮扶慰问台账, made from a year: sums and whose money, not how or why.
pub const AIDS: &str = "hardship.aids";

/// Whether a kind is one of this room's papers.
pub fn is_ours(kind: &str) -> bool {
    kind.starts_with("hardship.")
}

/// Why a paper of this room is not issued.
pub fn never_issued(kind: &str) -> Option<&'static str> {
    match kind {
        HARDSHIP_SHEET => {
            Some("档案表写有健康和家庭情况，只给本人签字、存档和上报用，不编号、不留底，请直接打印。")
        }
        AIDS => Some("帮扶慰问台账照账本打印，不编号、不留底；签了字要归档的，请扫描后添加到附件里。"),
        _ => None,
    }
}

/// Whose file a sheet is of.
///
/// Errors: `not_found`.
pub fn person_of(connection: &Connection, of: &str) -> Result<PersonId, Problem> {
    let id = of.parse().map_err(|_| Problem::missing("份文件"))?;
    Ok(store::file_by(connection, id)?.person)
}

/// Every paper that can be made now; the sheets for whoever may read health at all.
pub fn list(connection: &Connection, health: bool) -> Result<Vec<PaperLine>, Problem> {
    let ledger = |year: i32| PaperLine {
        kind: AIDS.to_owned(),
        of: year.to_string(),
        title: format!("{year}年帮扶慰问台账"),
        affair: "帮扶慰问".to_owned(),
        dated: None,
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    };
    let mut lines: Vec<PaperLine> = lists::aid_years(connection)?.into_iter().map(ledger).collect();
    if !health {
        return Ok(lines);
    }
    lines.extend(lists::named_files(connection)?.into_iter().map(|file| PaperLine {
        kind: HARDSHIP_SHEET.to_owned(),
        of: file.id.to_string(),
        title: format!("困难职工档案表（{}）", file.name),
        affair: "困难职工档案".to_owned(),
        dated: Some(file.opened_on),
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    }));
    Ok(lines)
}

#[derive(Serialize)]
struct AidLine {
    on: NaiveDate,
    kind: &'static str,
    what: Option<String>,
    amount: Option<String>,
    source: &'static str,
    who: Option<String>,
}

/// 困难职工档案表 (`hardship/sheet`).
#[derive(Serialize)]
struct Sheet {
    union: String,
    name: String,
    sex: &'static str,
    shop: Option<String>,
    level: &'static str,
    opened_on: NaiveDate,
    cause: Option<&'static str>,
    details: Option<String>,
    household: Option<String>,
    income: Option<String>,
    source: Option<String>,
    decided_on: Option<NaiveDate>,
    aids: Vec<AidLine>,
    total: String,
    closed_on: Option<NaiveDate>,
    ended: Option<&'static str>,
    date: NaiveDate,
}

#[derive(Serialize)]
struct LedgerLine {
    on: NaiveDate,
    name: String,
    shop: Option<String>,
    amount: Option<String>,
    source: &'static str,
    who: Option<String>,
}

#[derive(Serialize)]
struct SourceSum {
    source: &'static str,
    sum: String,
}

/// 帮扶慰问台账 (`hardship/aids`).
#[derive(Serialize)]
struct AidLedger {
    union: String,
    year: i32,
    lines: Vec<LedgerLine>,
    sources: Vec<SourceSum>,
    total: String,
    date: NaiveDate,
}

fn yuan(sum: Fen) -> String {
    format!("{sum}元")
}

/// Fills a paper of this room.
///
/// Errors: `not_found` for an unknown kind or record.
pub fn fill(connection: &Connection, kind: &str, of: &str, today: NaiveDate) -> Result<Filled, Problem> {
    match kind {
        HARDSHIP_SHEET => sheet(connection, of, today),
        AIDS => ledger(connection, of, today),
        _ => Err(Problem::missing("份文件")),
    }
}

fn ledger(connection: &Connection, of: &str, today: NaiveDate) -> Result<Filled, Problem> {
    let year: i32 = of.parse().map_err(|_| Problem::missing("份文件"))?;
    let query = MemberAidQuery { year: Some(year), ascending: Some(true), ..MemberAidQuery::default() };
    let mut aids = Vec::new();
    lists::aids(connection, &query, None, Shown::Never, &mut |one| {
        aids.push(one);
        Ok(())
    })?;
    let from =
        |source: MemberAidSource| sum(aids.iter().filter(|one| one.source == source).map(|one| one.amount));
    let sources = MemberAidSource::ALL
        .iter()
        .map(|source| (source, from(*source)))
        .filter(|(_, sum)| sum.0 > 0)
        .map(|(source, sum)| SourceSum { source: source.label(), sum: yuan(sum) })
        .collect();
    let total = yuan(sum(aids.iter().map(|one| one.amount)));
    let lines = aids.into_iter().map(|one| LedgerLine {
        on: one.given_on,
        name: one.name,
        shop: one.shop,
        amount: one.amount.map(yuan),
        source: one.source.label(),
        who: one.who,
    });
    let lines = lines.collect();
    let union = union::store::union_record(connection)?.name;
    let context = AidLedger { union, year, lines, sources, total, date: today };
    Filled::new("hardship/aids", of.to_owned(), format!("{year}年帮扶慰问台账"), Vec::new(), &context)
}

fn sheet(connection: &Connection, of: &str, today: NaiveDate) -> Result<Filled, Problem> {
    let id = of.parse().map_err(|_| Problem::missing("份文件"))?;
    let file = store::file_by(connection, id)?;
    let person = people::person(connection, file.person)?;
    let aids = store::aids(connection, file.person)?;
    let total = sum(aids.iter().map(|one| one.amount));
    let mut lines: Vec<AidLine> = aids
        .into_iter()
        .map(|one| AidLine {
            on: one.given_on,
            kind: one.kind.label(),
            what: one.what,
            amount: one.amount.map(yuan),
            source: one.source.label(),
            who: one.who,
        })
        .collect();
    lines.reverse();
    let context = Sheet {
        union: union::store::union_record(connection)?.name,
        name: person.name,
        sex: person.sex.label(),
        shop: person.shop,
        level: file.level.label(),
        opened_on: file.opened_on,
        cause: file.cause.map(HardshipCause::label),
        details: file.details,
        household: file.household.map(|heads| format!("{heads}人")),
        income: file.income.map(yuan),
        source: file.source,
        decided_on: file.decided_on,
        aids: lines,
        total: yuan(total),
        closed_on: file.closed_on,
        ended: file.ended.map(HardshipEnd::label),
        date: today,
    };
    let title = format!("困难职工档案表（{}）", context.name);
    Filled::new("hardship/sheet", of.to_owned(), title, Vec::new(), &context)
}
