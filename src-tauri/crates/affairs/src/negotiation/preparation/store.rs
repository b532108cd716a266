//! The rows of the workers' opinions. Nothing is judged here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{OpinionSurvey, OpinionSurveyId, OpinionTopic};
use crate::Problem;
use crate::negotiation::model::{NegotiationId, TopicId};
use crate::negotiation::store::remove;
use crate::office::text;

/// The collection of a negotiation with its row.
pub fn opinions(
    connection: &Connection,
    negotiation: NegotiationId,
) -> Result<Option<(OpinionSurveyId, OpinionSurvey)>, Problem> {
    let found = connection
        .prepare_cached(
            "SELECT id, from_on, to_on, how, handed_out, returned, late_entry FROM live_opinion_survey
             WHERE negotiation_id = ?1",
        )?
        .query_row([negotiation], |row| {
            let survey = OpinionSurvey {
                negotiation,
                from_on: row.get(1)?,
                to_on: row.get(2)?,
                how: row.get(3)?,
                handed_out: row.get(4)?,
                returned: row.get(5)?,
                topics: Vec::new(),
                late_entry: row.get(6)?,
            };
            Ok((row.get::<_, OpinionSurveyId>(0)?, survey))
        })
        .optional()?;
    let Some((id, mut survey)) = found else { return Ok(None) };
    // A topic that has since been taken out of the talks is in them no more.
    let mut statement = connection.prepare_cached(
        "SELECT o.title, o.people, o.gist, t.id FROM live_opinion_topic o
         LEFT JOIN live_negotiation_topic t ON t.id = o.topic_id WHERE o.survey_id = ?1 ORDER BY o.ord",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(OpinionTopic { title: row.get(0)?, people: row.get(1)?, gist: row.get(2)?, topic: row.get(3)? })
    })?;
    survey.topics = rows.collect::<Result<_, _>>()?;
    Ok(Some((id, survey)))
}

/// Writes the collection: a negotiation has one, and a topic keeps its row and what grew from it by its title.
pub fn save_opinions(tx: &Tx, input: &OpinionSurvey) -> Result<(), Problem> {
    let standing = opinions(tx, input.negotiation)?;
    let id = standing.as_ref().map_or_else(|| tx.new_id::<OpinionSurveyId>(), |(id, _)| *id);
    tx.execute(
        "INSERT INTO opinion_survey (id, negotiation_id, from_on, to_on, how, handed_out, returned, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET from_on = excluded.from_on, to_on = excluded.to_on, how = excluded.how,
           handed_out = excluded.handed_out, returned = excluded.returned, late_entry = excluded.late_entry",
        params![
            id,
            input.negotiation,
            input.from_on,
            input.to_on,
            text(&input.how),
            input.handed_out,
            input.returned,
            text(&input.late_entry),
        ],
    )?;
    let rows: Vec<(String, String)> = tx
        .prepare_cached("SELECT id, title FROM live_opinion_topic WHERE survey_id = ?1 ORDER BY ord")?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let kept = |title: &str| rows.iter().find(|(_, known)| known == title.trim()).map(|(row, _)| row.clone());
    for (row, title) in &rows {
        if !input.topics.iter().any(|topic| topic.title.trim() == title) {
            remove(tx, "opinion_topic", "id", row)?;
        }
    }
    for (at, topic) in input.topics.iter().enumerate() {
        let row = kept(&topic.title).unwrap_or_else(|| tx.new_id::<uuid::Uuid>().to_string());
        tx.execute(
            "INSERT INTO opinion_topic (id, survey_id, ord, title, people, gist) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, people = excluded.people, gist = excluded.gist",
            params![
                row,
                id,
                i64::try_from(at + 1).unwrap_or(i64::MAX),
                topic.title.trim(),
                topic.people,
                topic.gist.trim(),
            ],
        )?;
    }
    Ok(())
}

/// Keeps from which topic of the opinions a topic of the talks grew.
pub fn grown(tx: &Tx, survey: OpinionSurveyId, title: &str, topic: TopicId) -> Result<(), Problem> {
    tx.execute(
        "UPDATE opinion_topic SET topic_id = ?3 WHERE survey_id = ?1 AND title = ?2 AND removed_at IS NULL",
        params![survey, title.trim(), topic],
    )?;
    Ok(())
}

/// Puts the collection with its topics out of sight.
pub fn remove_opinions(tx: &Tx, id: OpinionSurveyId) -> Result<(), Problem> {
    remove(tx, "opinion_topic", "survey_id", &id.to_string())?;
    remove(tx, "opinion_survey", "id", &id.to_string())
}
