//! One change to many people: what it would change is counted first, and each thing is one statement over all of them.

use std::collections::HashSet;

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::model::{BulkChange, BulkField, BulkInput, BulkOutcome, BulkSet};
use crate::Problem;
use crate::members::flags::model::PersonTagKind;
use crate::members::flags::rules::FlagDays;
use crate::members::model::EmploymentForm;
use crate::members::roster::codes::{self, Meaning, SkillGrade, fold};
use crate::members::store::filter::Filter;
use crate::members::store::{form_column, form_of};
use crate::typed::short;
use crate::union::groups;
use crate::union::model::Shown;

/// The longest text of a field.
const LONGEST: usize = 60;
const YES: &str = "yes";

/// Something to be changed, ready for its column.
struct Change {
    field: BulkField,
    /// What the column will hold.
    to: Option<String>,
    /// The same in words.
    said: String,
}

impl BulkField {
    /// The tag that stands for it.
    fn tag(self) -> Option<PersonTagKind> {
        match self {
            Self::ModelWorker => Some(PersonTagKind::ModelWorker),
            Self::Hardship => Some(PersonTagKind::Hardship),
            _ => None,
        }
    }

    /// What a person (`p`) has now, as a text; none where nothing is entered.
    fn now(self, today: NaiveDate) -> String {
        let job = |column: &str| {
            format!(
                "(SELECT e.{column} FROM live_employment e WHERE e.person_id = p.id AND e.left_on IS NULL
                  ORDER BY e.id LIMIT 1)"
            )
        };
        match self {
            Self::Shop => job("shop"),
            Self::Post => job("post"),
            Self::Form => job("form"),
            Self::Group => {
                "(SELECT g.group_id FROM live_union_group_person g WHERE g.person_id = p.id)".to_owned()
            }
            Self::Skill => "p.skill_grade".to_owned(),
            Self::Household => "p.household".to_owned(),
            Self::Migrant => "CASE p.migrant WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END".to_owned(),
            Self::ModelWorker | Self::Hardship => {
                let kind = self.tag().map_or("", PersonTagKind::code);
                format!(
                    "(SELECT 'yes' FROM live_person_tag t WHERE t.person_id = p.id AND t.kind = '{kind}'
                      AND coalesce(t.until_on, '~') >= '{today}')"
                )
            }
        }
    }
}

/// What a text of a column reads as.
fn said(connection: &Connection, field: BulkField, value: Option<&str>) -> Result<String, Problem> {
    let Some(value) = value else { return Ok(String::new()) };
    Ok(match field {
        BulkField::Form => form_of(value).label().to_owned(),
        BulkField::Group => groups::name_of(connection, value)?,
        BulkField::Migrant | BulkField::ModelWorker | BulkField::Hardship => {
            if value == YES { "是" } else { "否" }.to_owned()
        }
        _ => value.to_owned(),
    })
}

fn change(connection: &Connection, set: &BulkSet) -> Result<Change, Problem> {
    let field = set.field;
    let at = field.code();
    let wrong = |message: &str| Problem::input(at, message);
    let typed = set.to.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let to = match field {
        BulkField::Form => {
            let form = typed.and_then(|code| {
                serde_json::from_value::<EmploymentForm>(serde_json::Value::from(code)).ok()
            });
            let form = form.ok_or_else(|| wrong("请选用工形式。"))?;
            Some(form_column(form).to_owned())
        }
        BulkField::Group => typed.map(str::to_owned),
        BulkField::Migrant => match typed {
            None | Some("yes" | "no") => typed.map(str::to_owned),
            Some(_) => return Err(wrong("请选是或者否。")),
        },
        BulkField::ModelWorker | BulkField::Hardship => match typed {
            Some(YES) => Some(YES.to_owned()),
            None | Some("no") => None,
            Some(_) => return Err(wrong("请选是或者否。")),
        },
        BulkField::Skill => match typed {
            Some(word) => match SkillGrade::read(&fold(word)) {
                Meaning::Sure(grade) => Some(grade.label().to_owned()),
                _ => {
                    return Err(wrong(
                        "请选技能等级：学徒工、初级工、中级工、高级工、技师、高级技师、特级技师、首席技师、无等级。",
                    ));
                }
            },
            None => None,
        },
        BulkField::Household => match typed {
            Some(word) => match codes::household(&fold(word)) {
                Meaning::Sure(kind) => Some(kind.to_owned()),
                _ => return Err(wrong("请从户籍类型的表里选一种。")),
            },
            None => None,
        },
        BulkField::Shop | BulkField::Post => {
            short(at, typed.unwrap_or_default(), LONGEST)?;
            typed.map(str::to_owned)
        }
    };
    let words = said(connection, field, to.as_deref())?;
    Ok(Change { field, to, said: words })
}

/// The changes, and the people as one JSON text of their ids.
fn plan(
    connection: &Connection,
    days: &FlagDays,
    input: &BulkInput,
    identity: Shown,
) -> Result<(Vec<Change>, Vec<String>), Problem> {
    if input.set.is_empty() {
        return Err(Problem::input("set", "请先选要改哪一项。"));
    }
    let distinct: HashSet<&str> = input.set.iter().map(|set| set.field.code()).collect();
    if distinct.len() < input.set.len() {
        return Err(Problem::input("set", "同一项不能一次改成两样，请只留一个。"));
    }
    let changes = input.set.iter().map(|set| change(connection, set)).collect::<Result<_, _>>()?;
    let people = match &input.only {
        Some(only) => {
            let mut known = connection.prepare_cached("SELECT 1 FROM member_line WHERE id = ?1")?;
            let mut people = Vec::new();
            for id in only {
                if !known.exists([id])? {
                    return Err(Problem::missing("个人"));
                }
                people.push(id.to_string());
            }
            people
        }
        None => match Filter::of(connection, days, &input.query, identity)? {
            Some(filter) => filter.ids(connection)?,
            None => Vec::new(),
        },
    };
    if people.is_empty() {
        return Err(Problem::input("only", "没有选中人；请先选人，或者放宽筛选。"));
    }
    Ok((changes, people))
}

/// What a change would do; nothing is written.
///
/// Errors: `bad_input` at what is to be changed or where nobody is meant; `not_found`.
pub fn preview(
    connection: &Connection,
    days: &FlagDays,
    input: &BulkInput,
    identity: Shown,
) -> Result<BulkOutcome, Problem> {
    let (changes, people) = plan(connection, days, input, identity)?;
    let json = serde_json::json!(people).to_string();
    count(connection, days.today, &changes, people.len(), &json)
}

fn count(
    connection: &Connection,
    today: NaiveDate,
    changes: &[Change],
    people: usize,
    json: &str,
) -> Result<BulkOutcome, Problem> {
    let mut outcome =
        BulkOutcome { people: u32::try_from(people).unwrap_or(u32::MAX), changed: 0, changes: Vec::new() };
    let mut conditions = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        let now = change.field.now(today);
        let sql = format!(
            "SELECT {now}, count(*) FROM live_person p WHERE p.id IN (SELECT value FROM json_each(?1))
               AND {now} IS NOT ?2 GROUP BY 1 ORDER BY 2 DESC, 1"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![json, change.to], |row| {
            Ok((row.get::<_, Option<String>>(0)?, row.get::<_, u32>(1)?))
        })?;
        for row in rows {
            let (from, people) = row?;
            outcome.changes.push(BulkChange {
                field: change.field,
                from: said(connection, change.field, from.as_deref())?,
                to: change.said.clone(),
                people,
            });
        }
        conditions.push(format!("{now} IS NOT ?{}", at + 2));
    }
    let sql = format!(
        "SELECT count(*) FROM live_person p WHERE p.id IN (SELECT value FROM json_each(?1)) AND ({})",
        conditions.join(" OR ")
    );
    let values = std::iter::once(Some(json)).chain(changes.iter().map(|change| change.to.as_deref()));
    outcome.changed = connection.query_row(&sql, rusqlite::params_from_iter(values), |row| row.get(0))?;
    Ok(outcome)
}

/// Changes what is to be changed, of everyone meant, and answers what it did.
///
/// Errors: as of `preview`.
pub fn set(tx: &Tx, days: &FlagDays, input: &BulkInput, identity: Shown) -> Result<BulkOutcome, Problem> {
    let (changes, people) = plan(tx, days, input, identity)?;
    let json = serde_json::json!(people).to_string();
    let outcome = count(tx, days.today, &changes, people.len(), &json)?;
    for change in &changes {
        write(tx, change, &json)?;
    }
    Ok(outcome)
}

fn write(tx: &Tx, change: &Change, people: &str) -> Result<(), Problem> {
    let to = change.to.as_deref();
    let of_job = |column: &str| {
        format!(
            "UPDATE employment SET {column} = ?2 WHERE removed_at IS NULL AND left_on IS NULL AND {column} IS NOT ?2
               AND person_id IN (SELECT value FROM json_each(?1))"
        )
    };
    let of_person = |column: &str| {
        format!(
            "UPDATE person SET {column} = ?2 WHERE removed_at IS NULL AND {column} IS NOT ?2
               AND id IN (SELECT value FROM json_each(?1))"
        )
    };
    match change.field {
        BulkField::Shop => tx.execute(&of_job("shop"), params![people, to])?,
        BulkField::Post => tx.execute(&of_job("post"), params![people, to])?,
        BulkField::Form => tx.execute(&of_job("form"), params![people, to])?,
        BulkField::Skill => tx.execute(&of_person("skill_grade"), params![people, to])?,
        BulkField::Household => tx.execute(&of_person("household"), params![people, to])?,
        BulkField::Migrant => tx.execute(&of_person("migrant"), params![people, to.map(|to| to == YES)])?,
        BulkField::Group => return groups::put_all(tx, people, to),
        BulkField::ModelWorker | BulkField::Hardship => return tag(tx, change, people),
    };
    Ok(())
}

/// Enters a tag of those who have none of the kind, lets one that has ended hold again, or takes it from those who have it.
fn tag(tx: &Tx, change: &Change, people: &str) -> Result<(), Problem> {
    let kind = change.field.tag().map_or("", PersonTagKind::code);
    if change.to.is_none() {
        tx.execute(
            "UPDATE person_tag SET removed_at = ?3 WHERE kind = ?2 AND removed_at IS NULL
               AND person_id IN (SELECT value FROM json_each(?1))",
            params![people, kind, tx.now().to_rfc3339()],
        )?;
        return Ok(());
    }
    tx.execute(
        "UPDATE person_tag SET until_on = NULL WHERE kind = ?2 AND removed_at IS NULL AND until_on < ?3
           AND person_id IN (SELECT value FROM json_each(?1))",
        params![people, kind, tx.today()],
    )?;
    let mut without = tx.prepare_cached(
        "SELECT j.value FROM json_each(?1) j WHERE NOT EXISTS
           (SELECT 1 FROM live_person_tag t WHERE t.person_id = j.value AND t.kind = ?2)",
    )?;
    let without = without.query_map(params![people, kind], |row| row.get::<_, String>(0))?;
    let without = without.collect::<Result<Vec<_>, _>>()?;
    let mut insert = tx.prepare_cached("INSERT INTO person_tag (id, person_id, kind) VALUES (?1, ?2, ?3)")?;
    for person in without {
        insert.execute(params![tx.new_id::<Uuid>().to_string(), person, kind])?;
    }
    Ok(())
}
