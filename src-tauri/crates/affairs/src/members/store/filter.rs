//! Which people a list asks for, as conditions over `member_line` (`l`). In which order they come is `pages`' affair.

use chrono::{Days, Months, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::lines::skill_place;
use super::standing::is;
use super::{form_column, sex_column};
use crate::Problem;
use crate::members::flags::rules::FlagDays;
use crate::members::flags::store::flagged;
use crate::members::model::MemberQuery;
use crate::search;
use crate::union::model::Shown;

/// The conditions of a query.
pub(crate) struct Filter {
    wheres: Vec<String>,
    values: Vec<Value>,
    /// Whether a column is asked to be one value, or none: its index holds those alone, by name.
    on_index: bool,
}

impl Filter {
    /// Everybody.
    pub(crate) fn everybody() -> Self {
        Filter { wheres: Vec::new(), values: Vec::new(), on_index: false }
    }

    /// One more condition, without a value.
    pub(crate) fn and(mut self, condition: String) -> Self {
        self.wheres.push(condition);
        self
    }

    /// Only these, by id.
    pub(crate) fn only(mut self, people: &[String]) -> Self {
        let all = serde_json::Value::from(people).to_string();
        self.put("l.id IN (SELECT value FROM json_each(?))", all);
        self
    }

    /// All but these, by id.
    pub(crate) fn except(mut self, people: &[String]) -> Self {
        if !people.is_empty() {
            let all = serde_json::Value::from(people).to_string();
            self.put("l.id NOT IN (SELECT value FROM json_each(?))", all);
        }
        self
    }

    /// Of a query; none where it can find nobody.
    pub(crate) fn of(
        connection: &Connection,
        days: &FlagDays,
        query: &MemberQuery,
        identity: Shown,
    ) -> Result<Option<Self>, Problem> {
        let mut filter = Self::everybody();
        if let Some(typed) = query.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            if identity == Shown::Never && typed.contains(|c: char| c.is_ascii_digit()) {
                return Ok(None);
            }
            let Some(expression) = search::query(typed) else { return Ok(None) };
            filter.put("l.line IN (SELECT value FROM json_each(?))", named(connection, &expression)?);
        }
        if let Some(sex) = query.sex {
            filter.put("l.sex = ?", sex_column(sex).to_owned());
        }
        if let Some(form) = query.form {
            filter.put("l.form = ?", form_column(form).to_owned());
        }
        for (column, asked) in [
            ("shop", &query.shop),
            ("post", &query.post),
            ("education", &query.education),
            ("political", &query.political),
        ] {
            match asked.as_deref() {
                Some("") => filter.wheres.push(format!("l.{column} IS NULL")),
                Some(asked) => filter.put(&format!("l.{column} = ?"), asked.to_owned()),
                None => {}
            }
        }
        match query.skill.as_deref() {
            Some("") => filter.wheres.push("l.skill IS NULL".to_owned()),
            Some(grade) => filter.put("l.skill = ?", skill_place(grade)),
            None => {}
        }
        let words = [&query.shop, &query.post, &query.education, &query.political, &query.skill];
        filter.on_index =
            query.sex.is_some() || query.form.is_some() || words.into_iter().any(Option::is_some);
        filter.of_group(connection, query.group.as_deref())?;
        filter.wheres.extend(query.state.map(|state| is(state, "l.last_event")));
        filter.wheres.extend(query.flags.iter().map(|flag| flagged(*flag, days)));
        filter.of_days(days.aged_on(), query);
        Ok(Some(filter))
    }

    fn put(&mut self, condition: &str, value: impl Into<Value>) {
        self.wheres.push(condition.to_owned());
        self.values.push(value.into());
    }

    /// A group with all under it.
    fn of_group(&mut self, connection: &Connection, group: Option<&str>) -> Result<(), Problem> {
        match group {
            None => {}
            Some("") => {
                self.on_index = true;
                self.wheres.push("l.group_id IS NULL".to_owned());
            }
            Some(group) => {
                let mut statement = connection.prepare_cached(
                    "WITH RECURSIVE below (id) AS (SELECT ?1 UNION SELECT g.id FROM live_union_group g
                       JOIN below ON g.parent_id = below.id) SELECT id FROM below",
                )?;
                let all = statement.query_map([group], |row| row.get::<_, String>(0))?;
                let all = all.collect::<Result<Vec<_>, _>>()?;
                self.on_index |= all.len() == 1;
                let marks = vec!["?"; all.len()].join(", ");
                self.wheres.push(match all.len() {
                    1 => "l.group_id = ?".to_owned(),
                    _ => format!("l.group_id IN ({marks})"),
                });
                self.values.extend(all.into_iter().map(Value::from));
            }
        }
        Ok(())
    }

    /// By age on a day and by the day of joining.
    fn of_days(&mut self, aged_on: NaiveDate, query: &MemberQuery) {
        let years_ago =
            |years: u32| aged_on.checked_sub_months(Months::new(years.min(200) * 12)).unwrap_or(aged_on);
        if let Some(age) = query.age_from {
            self.put("l.birth <= ?", years_ago(age).to_string());
        }
        if let Some(age) = query.age_to {
            self.put("l.birth > ?", years_ago(age.min(199) + 1).to_string());
        }
        if let Some(day) = query.joined_from {
            self.put("l.since >= ?", day.to_string());
        }
        if let Some(day) = query.joined_to {
            // Known to the month or the year it counts as its first day.
            self.put("l.since < ?", (day + Days::new(1)).to_string());
        }
    }

    /// As it follows `FROM member_line l`. One value of one column is read from that column's index alone. Anything more is
    /// found by one pass over the lines in the order they are stored: to take an index for a part of it means to look up
    /// thousands of lines here and there, which takes five times as long.
    pub(crate) fn sql(&self) -> String {
        let along = if self.wheres.is_empty() || self.by_one_value() { "" } else { " NOT INDEXED" };
        format!("{along}{}", self.conditions())
    }

    /// Whether everybody matches.
    pub(super) fn is_empty(&self) -> bool {
        self.wheres.is_empty()
    }

    /// The conditions alone, for a statement that says itself which way it goes.
    pub(super) fn conditions(&self) -> String {
        if self.wheres.is_empty() { String::new() } else { format!(" WHERE {}", self.wheres.join(" AND ")) }
    }

    /// Those who do not match, as it follows `FROM member_line l`.
    pub(super) fn others(&self) -> String {
        format!(" NOT INDEXED WHERE ({}) IS NOT TRUE", self.wheres.join(" AND "))
    }

    /// Whether nothing but one value of one column is asked for.
    pub(super) fn by_one_value(&self) -> bool {
        self.on_index && self.wheres.len() == 1
    }

    /// Its values in order, and more.
    pub(crate) fn values(&self, more: &[Value]) -> Vec<Value> {
        self.values.iter().chain(more).cloned().collect()
    }

    /// How many match.
    pub(crate) fn count(&self, connection: &Connection) -> Result<u32, Problem> {
        let sql = format!("SELECT count(*) FROM member_line l{}", self.sql());
        let mut statement = connection.prepare_cached(&sql)?;
        Ok(statement.query_row(params_from_iter(&self.values), |row| row.get(0))?)
    }

    /// The ids of all that match.
    pub(crate) fn ids(&self, connection: &Connection) -> Result<Vec<String>, Problem> {
        let sql = format!("SELECT l.id FROM member_line l{} ORDER BY l.line", self.sql());
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&self.values), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The lines of those whose name, its pinyin or the end of whose number says what was typed, as a JSON array: read once for
/// the count and the page.
fn named(connection: &Connection, expression: &str) -> Result<String, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT json_group_array(l.line) FROM search_index s CROSS JOIN search_doc d ON d.doc = s.rowid
         CROSS JOIN member_line l ON l.id = d.ref WHERE search_index MATCH ?1",
    )?;
    Ok(statement.query_row([expression], |row| row.get(0))?)
}
