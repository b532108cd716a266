//! Filling the help sheet for a worker who was hurt: which papers are wanted and which are at hand, by when who applies. It says
//! nothing about whether they are entitled, and shows their number with head and tail alone.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::masks::{shown_id, shown_phone};
use crate::members::store as people;
use crate::office::model::Filled;
use crate::platform::model::{InjuryHelpId, InjuryLimit, InjuryPaper, PlatformInjury};
use crate::platform::rules::{self, PlatformLaw};
use crate::platform::store::{firms, helps, works};
use crate::platform::view;
use crate::union;
use crate::union::model::Shown;

#[derive(Serialize)]
struct Limit {
    title: String,
    day: Option<NaiveDate>,
    how: String,
    note: Option<String>,
}

/// 职业伤害保障办理说明 (`platform/help`).
#[derive(Serialize)]
struct Sheet {
    union: String,
    case: String,
    name: String,
    id_number: Option<String>,
    phone: Option<String>,
    firm: String,
    trade: &'static str,
    covered: String,
    accident_on: NaiveDate,
    place: Option<String>,
    order_number: Option<String>,
    asked: String,
    papers: Vec<InjuryPaper>,
    limits: Vec<Limit>,
    basis: Vec<String>,
    date: NaiveDate,
}

fn limit(one: InjuryLimit) -> Limit {
    let sure = one.deadline.as_ref().map(|deadline| deadline.explanation.sentence.clone());
    Limit {
        title: one.title,
        day: one.deadline.map(|deadline| deadline.due),
        how: sure.or(one.waits_for).unwrap_or_default(),
        note: one.note,
    }
}

/// 办理说明.
///
/// Errors: `not_found`.
pub(super) fn fill(
    connection: &Connection,
    law: PlatformLaw<'_>,
    id: InjuryHelpId,
) -> Result<Filled, Problem> {
    let one = helps::get(connection, id)?;
    let firm = firms::get(connection, works::get(connection, one.record.work)?.record.firm)?;
    let person = people::person(connection, one.person)?;
    let covered = match (firm.injury, firm.injury_since) {
        (PlatformInjury::Covered, Some(since)) => {
            format!("平台从{}起参加", crate::duty::day_words(since))
        }
        (PlatformInjury::Covered, None) => "平台已参加，日期还没有登记".to_owned(),
        (PlatformInjury::NotCovered, _) => "登记为没有参加，请向平台和经办机构核实".to_owned(),
        (PlatformInjury::Unknown, _) => "还不清楚，请向平台和经办机构核实".to_owned(),
    };
    let on = one.record.asked_on;
    let basis = law.told(&["platform.injury.insured", "platform.injury.papers"], on);
    let context = Sheet {
        union: union::store::union_record(connection)?.name,
        papers: view::papers_of(law, one.record.asked_on, &one.record.papers),
        limits: view::limits(law, &one)?.into_iter().map(limit).collect(),
        case: one.number,
        name: one.name,
        id_number: person.id_number.map(|number| shown_id(&number, Shown::Masked)),
        phone: person.phone.map(|phone| shown_phone(&phone, Shown::Masked)),
        firm: firm.name,
        trade: firm.trade.label(),
        covered,
        accident_on: one.record.accident_on,
        place: one.record.place,
        order_number: one.record.order_number,
        asked: one.record.asked,
        basis: basis.iter().map(|one| rules::article(&one.rule)).collect(),
        date: on,
    };
    let title = "职业伤害保障材料清单和办理说明".to_owned();
    Filled::new("platform/help", id.to_string(), title, Vec::new(), &context)
}
