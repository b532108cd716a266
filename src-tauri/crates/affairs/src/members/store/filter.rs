//! Which people a list asks for, as conditions over `member_line` (`l`), and the lines of a slice in the order asked for.

use chrono::{Days, Months, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::lines::skill_place;
use super::list::is;
use super::{form_column, sex_column};
use crate::Problem;
use crate::members::flags::rules::FlagDays;
use crate::members::flags::store::flagged;
use crate::members::model::{MemberQuery, MemberSort};
use crate::search;
use crate::union::model::Shown;

/// The conditions of a query.
pub(crate) struct Filter {
    wheres: Vec<String>,
    values: Vec<Value>,
    /// Whether a column is asked to be one value: its index holds those alone, by name.
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
            let found = "l.id IN (SELECT d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid
              WHERE search_index MATCH ?)";
            filter.put(found, expression);
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
        filter.of_days(days.today, query);
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
            Some("") => self.wheres.push("l.group_id IS NULL".to_owned()),
            Some(group) => {
                let mut statement = connection.prepare_cached(
                    "WITH RECURSIVE below (id) AS (SELECT ?1 UNION SELECT g.id FROM live_union_group g
                       JOIN below ON g.parent_id = below.id) SELECT id FROM below",
                )?;
                let all = statement.query_map([group], |row| row.get::<_, String>(0))?;
                let all = all.collect::<Result<Vec<_>, _>>()?;
                self.on_index |= all.len() == 1;
                self.wheres.push(format!("l.group_id IN ({})", vec!["?"; all.len()].join(", ")));
                self.values.extend(all.into_iter().map(Value::from));
            }
        }
        Ok(())
    }

    /// By age and by the day of joining.
    fn of_days(&mut self, today: NaiveDate, query: &MemberQuery) {
        let years_ago =
            |years: u32| today.checked_sub_months(Months::new(years.min(200) * 12)).unwrap_or(today);
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

    /// As it follows `FROM member_line l`.
    pub(crate) fn sql(&self) -> String {
        if self.wheres.is_empty() { String::new() } else { format!(" WHERE {}", self.wheres.join(" AND ")) }
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

/// The column and the index of an order.
fn order(sort: MemberSort) -> (&'static str, &'static str) {
    match sort {
        MemberSort::Name => ("l.name_sort", "member_line_name"),
        MemberSort::Sex => ("l.sex", "member_line_sex"),
        MemberSort::Shop => ("l.shop", "member_line_shop"),
        MemberSort::Post => ("l.post", "member_line_post"),
        MemberSort::Form => ("l.form", "member_line_form"),
        MemberSort::MemberSince => ("l.since", "member_line_since"),
        MemberSort::Birth => ("l.birth", "member_line_birth"),
        MemberSort::Skill => ("l.skill", "member_line_skill"),
        MemberSort::Education => ("l.education", "member_line_education"),
        MemberSort::Political => ("l.political", "member_line_political"),
        MemberSort::Group => ("l.group_id", "member_line_group"),
        MemberSort::State => ("l.last_event", "member_line_event"),
    }
}

/// From so many on, those who match are looked for along the index of the order; fewer are found first and then put into
/// order.
const MANY: u32 = 4000;
/// So deep in a list that is filtered, looking along an index means looking up too many who do not match: one pass over all
/// is shorter.
const DEEP: i64 = 2000;

/// The lines of a slice (limit, offset) of those who match, of whom there are `total`. What is not entered comes last
/// either way, and the name decides among equals.
pub(super) fn pages(
    connection: &Connection,
    filter: &Filter,
    query: &MemberQuery,
    (limit, offset): (i64, i64),
    total: u32,
) -> Result<Vec<i64>, Problem> {
    let down = if query.descending.unwrap_or(false) { " DESC" } else { "" };
    let sort = query.sort.unwrap_or(MemberSort::Name);
    let (column, index) = order(sort);
    let by_name = sort == MemberSort::Name;
    let filtered = !filter.wheres.is_empty();
    // Few are found by what they are asked for; the plus keeps the order's index, which holds everybody, from being taken.
    let found = if filtered && total < MANY && !by_name { "+" } else { "" };
    let by = if by_name {
        format!("{column}{down}, l.line{down}")
    } else {
        format!("{found}{column}{down} NULLS LAST, l.name_sort, l.line")
    };
    let along = if filtered && (total < MANY || by_name && filter.on_index) {
        // By name every index of a filter is in order already.
        String::new()
    } else if filtered && (limit < 0 || offset >= DEEP) {
        " NOT INDEXED".to_owned()
    } else {
        format!(" INDEXED BY {index}")
    };
    let sql =
        format!("SELECT l.line FROM member_line l{along}{} ORDER BY {by} LIMIT ? OFFSET ?", filter.sql());
    let mut statement = connection.prepare_cached(&sql)?;
    let values = filter.values(&[limit.into(), offset.into()]);
    let rows = statement.query_map(params_from_iter(&values), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
