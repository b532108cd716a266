//! What the papers of recuperation are filled with: the public notice of who goes, without any number or phone; and the list for the
//! base and the insurer, which names everyone in full. How a paper looks is not decided here.

use chrono::NaiveDate;
use ledger::Fen;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;

use super::model::{RecuperationBatchId, RecuperationPlaceInput};
use super::{rules, store};
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::store as people;
use crate::office;
use crate::office::model::{Filled, PaperLine};
use crate::union;

/// 疗休养名单公示, made from a batch.
pub const NOTICE: &str = "recuperation.notice";
/// 疗休养出行名单, made from a batch: identity in full.
pub const LIST: &str = "recuperation.list";

/// Whether a kind is one of this room's papers.
pub fn is_ours(kind: &str) -> bool {
    kind.starts_with("recuperation.")
}

/// Why a paper of this room is not issued.
pub fn never_issued(kind: &str) -> Option<&'static str> {
    (kind == LIST).then_some("出行名单写有完整的证件号码，只交给基地和保险公司，不编号、不留底，请直接打印。")
}

/// Everyone on the list of a batch, whose identity it shows.
///
/// Errors: `not_found`.
pub fn people_of(connection: &Connection, of: &str) -> Result<Vec<PersonId>, Problem> {
    let id = of.parse().map_err(|_| Problem::missing("份文件"))?;
    Ok(travellers(connection, id)?.into_iter().map(|one| one.person).collect())
}

/// Who is told to the base and the insurer: of whoever was removed from the roster no number is at hand any more.
fn travellers(
    connection: &Connection,
    id: RecuperationBatchId,
) -> Result<Vec<RecuperationPlaceInput>, Problem> {
    let mut all = Vec::new();
    for one in store::places(connection, id)? {
        if !store::who(connection, one.person)?.removed {
            all.push(one);
        }
    }
    Ok(all)
}

/// The number of the newest notice of a batch that was issued.
pub(super) fn issued(connection: &Connection, id: RecuperationBatchId) -> Result<Option<String>, Problem> {
    let sql = "SELECT paper_number(kind, year, number) FROM live_paper WHERE kind = ?1 AND of_id = ?2
      ORDER BY issued_at DESC, number DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row((NOTICE, id), |row| row.get(0)).optional()?)
}

/// Every paper that can be made now; the list in full for whoever may read identity at all.
pub fn list(connection: &Connection, identity: bool) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for batch in store::all_batches(connection)? {
        let Some(id) = batch.id else { continue };
        if store::heads(connection, id)?.0 == 0 {
            continue;
        }
        let year = store::plan_by(connection, batch.plan)?.year;
        let kinds = [(NOTICE, "疗休养名单公示"), (LIST, "疗休养出行名单")];
        for (kind, title) in kinds.into_iter().filter(|(kind, _)| identity || *kind == NOTICE) {
            lines.push(PaperLine {
                kind: kind.to_owned(),
                of: id.to_string(),
                title: format!("{title}（{}）", batch.name),
                affair: format!("{year}年疗休养"),
                dated: Some(batch.from),
                missing: if kind == NOTICE { missing(&batch) } else { Vec::new() },
                issued: Vec::new(),
                made_by: None,
            });
        }
    }
    Ok(lines)
}

fn missing(batch: &super::model::RecuperationBatchInput) -> Vec<String> {
    let wanted = [
        (batch.posted_from.is_none(), "公示的第一天"),
        (batch.posted_until.is_none(), "公示的最后一天"),
        (batch.person_cost.is_none(), "人均费用"),
    ];
    wanted.iter().filter(|(gone, _)| *gone).map(|(_, name)| (*name).to_owned()).collect()
}

#[derive(Serialize)]
struct NoticeLine {
    name: String,
    shop: Option<String>,
    front_line: bool,
    reasons: Vec<&'static str>,
}

/// 疗休养名单公示 (`recuperation/notice`).
#[derive(Serialize)]
struct Notice {
    union: String,
    year: i32,
    batch: String,
    base: String,
    from: NaiveDate,
    to: NaiveDate,
    days: i64,
    people: Vec<NoticeLine>,
    front_line: usize,
    cost: Option<String>,
    day_cost: Option<String>,
    sources: Vec<String>,
    policy: String,
    decided: Option<String>,
    posted_from: Option<NaiveDate>,
    posted_until: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Traveller {
    name: String,
    sex: &'static str,
    id_number: Option<String>,
    phone: Option<String>,
    shop: Option<String>,
    room: Option<String>,
    meals: Option<String>,
    emergency: Option<String>,
}

/// 疗休养出行名单 (`recuperation/list`).
#[derive(Serialize)]
struct List {
    union: String,
    year: i32,
    batch: String,
    base: String,
    from: NaiveDate,
    to: NaiveDate,
    insurer: Option<String>,
    people: Vec<Traveller>,
}

fn yuan(sum: Fen) -> String {
    format!("{sum}元")
}

/// Fills a paper of this room.
///
/// Errors: `not_found` for an unknown kind or record.
pub fn fill(connection: &Connection, kind: &str, of: &str) -> Result<Filled, Problem> {
    let id: RecuperationBatchId = of.parse().map_err(|_| Problem::missing("份文件"))?;
    let batch = store::batch_by(connection, id)?;
    let plan = store::plan_by(connection, batch.plan)?;
    let union = union::store::union_record(connection)?;
    if kind == LIST {
        let mut all = Vec::new();
        for one in travellers(connection, id)? {
            let person = people::person(connection, one.person)?;
            all.push(Traveller {
                name: person.name,
                sex: person.sex.label(),
                id_number: person.id_number,
                phone: person.phone,
                shop: person.shop,
                room: one.room,
                meals: one.meals,
                emergency: one.emergency,
            });
        }
        let context = List {
            union: union.name,
            year: plan.year,
            batch: batch.name,
            base: batch.base,
            from: batch.from,
            to: batch.to,
            insurer: batch.insurer,
            people: all,
        };
        let title = format!("{}年疗休养出行名单（{}）", context.year, context.batch);
        return Filled::new("recuperation/list", of.to_owned(), title, Vec::new(), &context);
    }
    if kind != NOTICE {
        return Err(Problem::missing("份文件"));
    }
    let mut all = Vec::new();
    for one in store::places(connection, id)? {
        let person = store::who(connection, one.person)?;
        all.push(NoticeLine {
            name: person.name,
            shop: person.shop,
            front_line: one.front_line,
            // Who was hurt, is ill or poor is nobody's to read on a wall.
            reasons: one
                .reasons
                .iter()
                .filter(|reason| reason.is_public())
                .map(|reason| reason.label())
                .collect(),
        });
    }
    let source =
        |name: &str, sum: Option<Fen>| sum.filter(|sum| sum.0 > 0).map(|sum| format!("{name}{}", yuan(sum)));
    let mut lacks = missing(&batch);
    if all.is_empty() {
        lacks.insert(0, "去的人".to_owned());
    }
    let days = rules::days(&batch);
    let context = Notice {
        union: union.name,
        year: plan.year,
        days,
        batch: batch.name,
        base: batch.base,
        from: batch.from,
        to: batch.to,
        front_line: all.iter().filter(|one| one.front_line).count(),
        people: all,
        cost: batch.person_cost.map(yuan),
        day_cost: batch.person_cost.map(|cost| yuan(Fen(cost.0 / days.max(1)))),
        sources: [
            source("行政福利费", plan.welfare_budget),
            source("工会经费", plan.union_budget),
            source("个人自费", plan.own_budget),
        ]
        .into_iter()
        .flatten()
        .collect(),
        policy: plan.policy,
        decided: plan.decided_on.map(|on| {
            let by = plan.decided_by.unwrap_or_else(|| "会议".to_owned());
            format!("{}{by}通过", crate::duty::day_words(on))
        }),
        posted_from: batch.posted_from,
        posted_until: batch.posted_until,
    };
    let title = format!("{}年疗休养名单公示（{}）", context.year, context.batch);
    let filled = Filled::new("recuperation/notice", of.to_owned(), title, lacks, &context)?;
    office::standing(connection, kind, filled)
}
