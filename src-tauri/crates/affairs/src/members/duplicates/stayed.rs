//! What still speaks of a record that went into another: a form that lay open or in memory while the two were merged. What it refers to
//! by the id of the one that went is meant of the one that stayed; the record that went is nobody's to write any more, and says so.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use crate::Problem;
use crate::members::model::PersonId;

/// Under these names a record itself is meant, or the place of its own draft, and not what refers to it.
const ITSELF: [&str; 2] = ["id", "record"];

/// Lets what was typed refer to the people who stayed in the place of those whose records went into theirs. Whoever is named twice in a
/// list by that is named once.
pub fn lead(connection: &Connection, typed: &mut Value) -> Result<(), Problem> {
    let mut statement = connection.prepare_cached("SELECT gone_id, kept_id FROM live_person_merge")?;
    let all = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let stayed: HashMap<String, String> = all.collect::<Result<_, _>>()?;
    if !stayed.is_empty() {
        turn(typed, &stayed);
    }
    Ok(())
}

/// Turns every reference; tells whether this was one.
fn turn(typed: &mut Value, stayed: &HashMap<String, String>) -> bool {
    match typed {
        Value::String(text) => {
            let Some(kept) = stayed.get(text.as_str()) else { return false };
            text.clone_from(kept);
            true
        }
        Value::Array(all) => {
            let mut turned = false;
            for one in all.iter_mut() {
                turned |= turn(one, stayed);
            }
            if turned {
                let mut named = BTreeSet::new();
                all.retain(|one| one.as_str().is_none_or(|text| named.insert(text.to_owned())));
            }
            false
        }
        Value::Object(fields) => {
            for (_, field) in fields.iter_mut().filter(|(name, _)| !ITSELF.contains(&name.as_str())) {
                turn(field, stayed);
            }
            false
        }
        _ => false,
    }
}

/// The name of the person into whose record this one went.
pub(crate) fn into(connection: &Connection, gone: &str) -> Result<Option<String>, Problem> {
    let sql = "SELECT p.name FROM live_person_merge m JOIN person p ON p.id = m.kept_id WHERE m.gone_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([gone], |row| row.get(0)).optional()?)
}

/// That a person is not in the ledger; of one whose record went into another's, where it went.
pub(crate) fn missing(connection: &Connection, person: PersonId) -> Problem {
    match into(connection, &person.to_string()) {
        Ok(Some(name)) => Problem::new(
            "not_found",
            format!(
                "这份档案已经合并到{name}的档案里，什么都没有丢；要填写、修改的，请到{name}的档案里填写。合并错了的，请撤销“合并重复人员”那一步。"
            ),
        ),
        Ok(None) => Problem::missing("个人"),
        Err(why) => why,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn references_are_turned_and_a_record_itself_is_not() {
        let stayed = HashMap::from([("gone".to_owned(), "kept".to_owned())]);
        let mut typed = json!({
            "id": "gone", "person": "gone", "people": ["gone", "a", "kept", "gone"], "note": "gone, 王伟",
            "lines": [{ "person": "gone", "id": "gone" }, { "person": "kept" }], "record": "gone", "days": [1, 1],
        });
        turn(&mut typed, &stayed);
        let led = json!({
            "id": "gone", "person": "kept", "people": ["kept", "a"], "note": "gone, 王伟",
            "lines": [{ "person": "kept", "id": "gone" }, { "person": "kept" }], "record": "gone", "days": [1, 1],
        });
        assert_eq!(typed, led);
    }
}
