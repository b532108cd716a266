//! Filling the record of an inspection (劳动保护监督检查记录): what was looked at, what was found with photos, signed by both sides.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::hazard::{Photo, photos};
use crate::Problem;
use crate::office::attachments::model::RecordKind;
use crate::office::model::Filled;
use crate::safety::model::{HazardGrade, SafetyVisitId};
use crate::safety::{store, visits};
use crate::union;

#[derive(Serialize)]
struct Item {
    item: String,
    result: &'static str,
    note: Option<String>,
}

#[derive(Serialize)]
struct Found {
    number: String,
    place: String,
    matter: String,
    grade: Option<&'static str>,
    basis: Option<String>,
    photo: Option<String>,
}

/// 检查记录 (`safety/visit`).
#[derive(Serialize)]
struct VisitPaper {
    union: String,
    employer: String,
    case: String,
    visited_on: NaiveDate,
    topic: String,
    places: Vec<String>,
    people: Vec<String>,
    accompanied: Vec<String>,
    items: Vec<Item>,
    summary: Option<String>,
    found: Vec<Found>,
    photos: Vec<Photo>,
    late_entry: Option<String>,
}

/// How many photos of one hazard the record shows.
const PHOTOS: usize = 2;

/// 检查记录.
///
/// Errors: `not_found`.
pub(super) fn record(connection: &Connection, id: SafetyVisitId) -> Result<Filled, Problem> {
    let visit = visits::get(connection, id)?;
    let union = union::store::union_record(connection)?;
    let (mut found, mut shown) = (Vec::new(), Vec::new());
    for one in &visit.found {
        let record = store::get(connection, one.id)?.record;
        let first = shown.len() + 1;
        let caption = format!("{}：{}", one.number, one.place);
        shown.extend(photos(connection, RecordKind::Hazard, one.id.to_string(), &caption, PHOTOS)?);
        let photo = match shown.len() + 1 - first {
            0 => None,
            1 => Some(format!("照片{first}")),
            _ => Some(format!("照片{first}、{}", shown.len())),
        };
        found.push(Found {
            number: one.number.clone(),
            place: one.place.clone(),
            matter: one.matter.clone(),
            grade: record.grade.map(HazardGrade::label),
            basis: record.basis,
            photo,
        });
    }
    shown.extend(photos(connection, RecordKind::SafetyVisit, id.to_string(), "检查现场", PHOTOS)?);
    let record = visit.record;
    let context = VisitPaper {
        union: union.name,
        employer: union.employer,
        case: visit.number,
        visited_on: record.visited_on,
        topic: record.topic.clone(),
        places: record.places,
        people: record.people,
        accompanied: record.accompanied,
        items: record
            .items
            .into_iter()
            .map(|item| Item { item: item.item, result: item.result.label(), note: item.note })
            .collect(),
        summary: record.summary,
        found,
        photos: shown,
        late_entry: record.late_entry,
    };
    let title = format!("劳动保护监督检查记录（{}）", record.topic);
    Filled::new("safety/visit", id.to_string(), title, Vec::new(), &context)
}
