//! What appeals make due: an answer to every open one, by the day it was promised. Nobody is named.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::model::Appeal;
use super::store;
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};

/// Every answer that workers wait for.
pub fn duties(connection: &Connection, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    Ok(store::open(connection, today)?.iter().map(|one| duty(one, today)).collect())
}

fn duty(one: &Appeal, today: NaiveDate) -> Duty {
    let place =
        Place { page: "appeals".to_owned(), id: Some(one.id.to_string()), part: Some("answer".to_owned()) };
    let id = DutyKind::Appeal.id(one.id);
    let title = format!("答复职工诉求（{}：{}）", one.number, one.record.matter);
    let duty = match one.record.promised_on {
        Some(due) => Duty::due(today, due, id, Whose::Union, title, place),
        None => Duty::undated(Band::NoDay, id, Whose::Union, title, place),
    };
    Duty { origin: origin(one), button: "登记答复".to_owned(), ..duty }
}

/// Where it comes from: 会员2026年11月16日当面提出，答应2026年11月20日由张敏答复。
fn origin(one: &Appeal) -> String {
    let record = &one.record;
    let mut said =
        format!("{}{}{}提出", record.worker.label(), day_words(record.raised_on), record.channel.label());
    let by = record.handler.as_ref().map(|name| format!("由{name}")).unwrap_or_default();
    match record.promised_on {
        Some(day) => said.push_str(&format!("，答应{}{by}答复", day_words(day))),
        None if by.is_empty() => said.push_str("，没有答应哪天答复"),
        None => said.push_str(&format!("，{by}答复，没有答应哪天")),
    }
    if let Some(onward) = &one.onward {
        let to = onward.number.clone().unwrap_or_else(|| onward.onward.label().to_owned());
        said.push_str(&format!("；已转{to}，有了结果请告诉职工"));
    }
    said.push('。');
    said
}
