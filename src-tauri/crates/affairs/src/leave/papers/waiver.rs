//! Filling the sheet on which a person confirms what they agreed to. What was entered is marked; the rest stays to be marked by
//! hand. Reasons of 条例第四条 are not told on it.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::leave::rules::{article, halves};
use crate::leave::store::years;
use crate::leave::view;
use crate::members::model::PersonId;
use crate::office::model::Filled;
use crate::union;

#[derive(Serialize)]
struct Rules {
    carry: String,
    unarranged: String,
    waived: String,
}

/// 年休假本人确认书 (`leave/waiver`).
#[derive(Serialize)]
struct Waiver {
    enterprise: String,
    year: i32,
    name: String,
    shop: String,
    work_number: String,
    started: String,
    hired: String,
    due: String,
    taken: String,
    left: String,
    sentences: Vec<String>,
    carried: Option<String>,
    unarranged: bool,
    waived: Option<String>,
    reason: Option<String>,
    rules: Rules,
}

/// 年休假本人确认书; with the reason of the person where it may be told.
///
/// Errors: `not_found`.
pub(super) fn fill(
    connection: &Connection,
    book: &LawBook,
    (who, year): (PersonId, i32),
    today: NaiveDate,
    reason: bool,
) -> Result<Filled, Problem> {
    let (one, law) = view::of_paper(connection, book, (who, year), today)?;
    let record = years::of_year(connection, year, Some(who))?.remove(&who).map(|(_, record)| record);
    let line = one.row.line;
    let consent = law.plain("leave.consent").map(article).unwrap_or_default();
    let ((times, of), unused) = &law.unused;
    let percent = u64::from(*times) * 100 / u64::from((*of).max(1));
    // What is left before what the sheet itself settles.
    let settled = |days: u32| i32::try_from(days).unwrap_or_default();
    let left = line.left.map(|left| left + settled(line.carried) + settled(line.waived));
    let context = Waiver {
        enterprise: union::store::union_record(connection)?.employer,
        year,
        name: line.name,
        shop: line.shop.unwrap_or_default(),
        work_number: line.work_number.unwrap_or_default(),
        started: super::day(line.started_on.as_deref()),
        hired: super::day(line.hired_on.as_deref()),
        due: super::payment::days_due(line.due, line.least),
        taken: halves(line.taken),
        left: left.map_or_else(|| "待定".to_owned(), |left| halves(left.max(0).unsigned_abs())),
        sentences: one.sentences,
        carried: record.as_ref().and_then(|one| one.carried).map(halves),
        unarranged: record.as_ref().is_some_and(|one| one.unarranged_on.is_some()),
        waived: record.as_ref().and_then(|one| one.waived).map(halves),
        reason: record.and_then(|one| one.waived_reason).filter(|_| reason),
        rules: Rules {
            carry: format!(
                "跨年度安排要征得本人同意，可以跨{}个年度（{consent}、{}）。",
                law.carry.0.whole().unwrap_or_default(),
                article(&law.carry.1)
            ),
            unarranged: format!(
                "单位应当在本年度内按日工资的{percent}%支付报酬，其中已含正常工作的工资（{}）。",
                article(unused)
            ),
            waived: format!("单位可以只支付正常工作期间的工资（{}）。", article(&law.refused.1)),
        },
    };
    let title = format!("{year}年度年休假本人确认书（{}）", context.name);
    Filled::new("leave/waiver", super::record(who, year), title, Vec::new(), &context)
}
