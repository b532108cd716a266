//! The affairs of workers' rights that a person is a party of, for the page of that person: notices about them, their
//! disputes, and what they brought to the union where that may be told. Whoever reported a supervision case is told to nobody,
//! and so not here; who may ask is `desk`'s.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::appeals::model::AppealKind;
use super::dismissals::model::DismissalKind;
use super::mediation;
use super::mediation::model::MediationState;
use crate::Problem;
use crate::duty::Place;
use crate::members::dossier::model::DossierCase;
use crate::members::model::PersonId;

fn place(page: &str, id: String) -> Place {
    Place { page: page.to_owned(), id: Some(id), part: None }
}

/// Notices of dismissal and discipline about a person, and their disputes before the mediators.
pub fn of_person(
    connection: &Connection,
    book: &LawBook,
    id: PersonId,
    today: NaiveDate,
) -> Result<Vec<DossierCase>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, paper_number('dismissal', year, serial), kind, received_on, closed_on FROM live_dismissal
         WHERE person_id = ?1 ORDER BY received_on DESC, id DESC",
    )?;
    let rows = statement.query_map([id], |row| {
        let kind = DismissalKind::of(&row.get::<_, String>(2)?).map_or("", DismissalKind::label);
        let closed: Option<NaiveDate> = row.get(4)?;
        Ok(DossierCase {
            place: place("dismissals", row.get(0)?),
            number: row.get(1)?,
            what: format!("单位通知工会：{kind}"),
            on: row.get(3)?,
            state: if closed.is_some() { "已办结" } else { "办理中" }.to_owned(),
        })
    })?;
    let mut cases = rows.collect::<Result<Vec<_>, _>>()?;
    let mut statement = connection.prepare_cached(
        "SELECT id FROM live_mediation_case WHERE person_id = ?1 ORDER BY year DESC, serial DESC",
    )?;
    let ids = statement.query_map([id], |row| row.get(0))?.collect::<Result<Vec<_>, _>>()?;
    for id in ids {
        let case = mediation::get(connection, book, id, today)?;
        cases.push(DossierCase {
            place: place("mediation", id.to_string()),
            number: case.number,
            what: format!("劳动争议调解：{}", case.record.topic.label()),
            on: case.record.applied_on,
            state: mediation_words(case.state).to_owned(),
        });
    }
    Ok(cases)
}

/// What a person brought to the union; their name is guarded, so that this is told only once identity is revealed.
pub fn appeals_of(connection: &Connection, id: PersonId) -> Result<Vec<DossierCase>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT a.id, paper_number('appeal', a.year, a.serial), a.kind, a.matter, a.raised_on, a.answered_on
         FROM live_appeal a JOIN live_appeal_person p ON p.id = a.id WHERE p.person_id = ?1
         ORDER BY a.raised_on DESC, a.id DESC",
    )?;
    let rows = statement.query_map([id], |row| {
        let kind = AppealKind::of(&row.get::<_, String>(2)?).map_or("", AppealKind::label);
        let matter: String = row.get(3)?;
        let answered: Option<NaiveDate> = row.get(5)?;
        Ok(DossierCase {
            place: place("appeals", row.get(0)?),
            number: row.get(1)?,
            what: format!("提出诉求（{kind}）：{matter}"),
            on: row.get(4)?,
            state: if answered.is_some() { "已答复" } else { "还没有答复" }.to_owned(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn mediation_words(state: MediationState) -> &'static str {
    match state {
        MediationState::Talking => "协商中",
        MediationState::Applied => "已申请",
        MediationState::Refused => "不予受理",
        MediationState::Accepted => "调解中",
        MediationState::Agreed => "达成协议，还没有签",
        MediationState::Signed => "协议已签",
        MediationState::Failed => "调解不成",
        MediationState::Withdrawn => "已撤回",
        MediationState::Closed => "已办结",
    }
}
