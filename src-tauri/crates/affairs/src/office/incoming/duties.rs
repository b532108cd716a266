//! What incoming papers make due: every open one with a due day, from the day it came until it is done. Those
//! without a day stand in the register alone.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::model::Incoming;
use super::store;
use crate::Problem;
use crate::duty::{Duty, DutyKind, Place, Whose, day_words};

/// Everything that incoming papers ask for by a day.
pub fn duties(connection: &Connection, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let open = store::open_with_day(connection, today)?;
    Ok(open.iter().filter_map(|one| duty(one, today)).collect())
}

fn duty(one: &Incoming, today: NaiveDate) -> Option<Duty> {
    let place =
        Place { page: "incoming".to_owned(), id: Some(one.id.to_string()), part: Some("finish".to_owned()) };
    let id = DutyKind::Incoming.id(one.id);
    let duty = Duty::due(today, one.due_on?, id, Whose::Union, one.asked.clone(), place);
    Some(Duty { origin: origin(one), button: "登记办结".to_owned(), ..duty })
}

/// Where it comes from: 县总工会《关于……的通知》（赣工发〔2026〕12号），2026年11月16日收到，收〔2026〕1号。
fn origin(one: &Incoming) -> String {
    let title = if one.title.starts_with('《') { one.title.clone() } else { format!("《{}》", one.title) };
    let theirs = one.their_number.as_ref().map(|number| format!("（{number}）")).unwrap_or_default();
    let (came, source) = (day_words(one.received_on), &one.source);
    let mut said = format!("{source}{title}{theirs}，{came}收到，{}", one.number);
    if let (Some(due), Some(time)) = (one.due_on, &one.due_time) {
        said.push_str(&format!("；要求{}{time}前办结", day_words(due)));
    }
    if let Some(handler) = &one.handler {
        said.push_str(&format!("；经办人：{handler}"));
    }
    said.push('。');
    said
}
