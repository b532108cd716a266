//! What the talks say of one person, for that person: where they stood for a side, were called to a meeting, recorded it
//! or were to do something. Who may ask is `desk`'s.

use rusqlite::{Connection, params};

use crate::Problem;
use crate::members::model::PersonId;
use crate::mention::Mention;

/// By the representative's link to the person; who recorded and who is to do something stands there by name alone.
const SQL: &str = "
  SELECT n.title AS affair, r.chosen_on AS day, 0 AS ord,
    CASE r.side WHEN 'workers' THEN '职工方' ELSE '企业方' END || iif(r.chief, '首席协商代表', '协商代表') AS what
  FROM live_negotiation_representative r JOIN live_negotiation n ON n.id = r.negotiation_id
  WHERE r.person_id = ?1
  UNION ALL
  SELECT n.title, m.held_on, 1, '第' || m.round || '轮会议' || CASE WHEN a.present THEN '出席'
      WHEN coalesce(a.reason, '') = '' THEN '缺席' ELSE '缺席：' || a.reason END
  FROM live_meeting_attendance a JOIN live_meeting m ON m.id = a.meeting_id
  JOIN live_negotiation_representative r ON r.id = a.representative_id
  JOIN live_negotiation n ON n.id = m.negotiation_id
  WHERE r.person_id = ?1
  UNION ALL
  SELECT n.title, m.held_on, 2, '第' || m.round || '轮会议记录人'
  FROM live_meeting m JOIN live_negotiation n ON n.id = m.negotiation_id
  WHERE m.recorder_name = (SELECT name FROM live_person WHERE id = ?1)
  UNION ALL
  SELECT n.title, coalesce(u.due_on, m.held_on), 3, '承办：' || u.what
  FROM live_meeting_undertaking u JOIN live_meeting m ON m.id = u.meeting_id
  JOIN live_negotiation n ON n.id = m.negotiation_id
  WHERE u.owner = (SELECT name FROM live_person WHERE id = ?1)
  ORDER BY affair, ord, day, what";

/// Everything that the talks say of a person.
pub fn of_person(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut statement = connection.prepare_cached(SQL)?;
    let rows = statement.query_map(params![id], |row| {
        Ok(Mention { affair: row.get(0)?, on: row.get(1)?, what: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// For whom a person stood as a representative.
pub fn offices(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT n.title, CASE r.side WHEN 'workers' THEN '职工方' ELSE '企业方' END
           || iif(r.chief, '首席协商代表', '协商代表'), r.chosen_on
         FROM live_negotiation_representative r JOIN live_negotiation n ON n.id = r.negotiation_id
         WHERE r.person_id = ?1 ORDER BY n.year, r.id",
    )?;
    let rows = statement.query_map(params![id], |row| {
        Ok(Mention { affair: row.get(0)?, what: row.get(1)?, on: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
