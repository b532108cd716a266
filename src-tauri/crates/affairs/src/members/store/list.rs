//! Lists and counts over the roster, read in slices so that a page of 100,000 people stays quick.

use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use super::{form_column, form_of, sex_of};
use crate::Problem;
use crate::members::joining::store::applies_sql;
use crate::members::membership::model::MembershipKind;
use crate::members::membership::store::{codes_of, newest_sql};
use crate::members::model::{
    MemberCounts, MemberLine, MemberPage, MemberQuery, MemberSort, MembershipState, PersonId, Sex, ShopCount,
    StateCounts,
};
use crate::members::rules::{shown_id, shown_phone};
use crate::search;
use crate::union::model::Shown;

/// The day of joining.
const SINCE: &str = "(SELECT min(m.happened_on) FROM live_membership_event m
    WHERE m.person_id = p.id AND m.kind IN ('joined', 'moved_in'))";

/// What a line of the list is read from.
fn lines_from() -> String {
    format!(
        "SELECT p.id, p.name, p.sex, e.shop, e.post, e.form, i.phone, i.number, {SINCE}, {}
         FROM live_person p
         LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL
         LEFT JOIN live_person_identity i ON i.id = p.id",
        newest_sql("p.id")
    )
}

/// Of someone whose membership has not ended. Whoever is on the roster without an event is taken as one, as rosters without
/// a day of joining have it; who applies is not one yet, and who was referred to another union is none of ours.
fn stays(newest: &str, person: &str) -> String {
    format!(
        "coalesce({newest}, '') NOT IN ({}) AND NOT ({newest} IS NULL AND {})",
        codes_of(MembershipState::Left),
        no_member_sql(person)
    )
}

/// Of someone without an event who is no member all the same: has applied, or was referred to another union.
pub(crate) fn no_member_sql(person: &str) -> String {
    format!("({} OR {})", applies_sql(person), referred_sql(person))
}

/// Of someone who was referred to another union (转介).
pub(crate) fn referred_sql(person: &str) -> String {
    format!("EXISTS (SELECT 1 FROM live_platform_referral f WHERE f.person_id = {person})")
}

/// Of someone who is a member of ours by the events of their membership.
pub(crate) fn member_sql(person: &str) -> String {
    is(MembershipState::Member, &newest_sql(person))
}

/// Of someone who is this to the union.
fn is(state: MembershipState, newest: &str) -> String {
    match state {
        MembershipState::NotYet => format!("{newest} IS NULL"),
        state => format!("{newest} IN ({})", codes_of(state)),
    }
}

/// Of someone (`p`) whose membership has not ended.
pub(crate) fn still_here() -> String {
    stays(&newest_sql("p.id"), "p.id")
}

fn line(row: &Row<'_>, identity: Shown) -> rusqlite::Result<MemberLine> {
    let last = row.get::<_, Option<String>>(9)?.as_deref().and_then(MembershipKind::of);
    Ok(MemberLine {
        id: row.get(0)?,
        name: row.get(1)?,
        sex: sex_of(&row.get::<_, String>(2)?),
        shop: row.get(3)?,
        post: row.get(4)?,
        form: form_of(&row.get::<_, Option<String>>(5)?.unwrap_or_default()),
        phone: row.get::<_, Option<String>>(6)?.as_deref().map(|phone| shown_phone(phone, identity)),
        id_number: row.get::<_, Option<String>>(7)?.as_deref().map(|number| shown_id(number, identity)),
        member_since: row.get(8)?,
        state: last.map_or(MembershipState::NotYet, MembershipKind::state),
        left: last.and_then(MembershipKind::left).map(str::to_owned),
    })
}

/// The order of a list. What is not entered comes last either way, and the name decides among equals.
fn order(query: &MemberQuery) -> String {
    let down = if query.descending.unwrap_or(false) { " DESC" } else { "" };
    let by = match query.sort.unwrap_or(MemberSort::Name) {
        MemberSort::Name => return format!("p.name_sort{down}, p.id{down}"),
        MemberSort::Sex => "p.sex",
        MemberSort::Shop => "e.shop",
        MemberSort::Post => "e.post",
        MemberSort::Form => "e.form",
        MemberSort::MemberSince => SINCE,
    };
    format!("{by} IS NULL, {by}{down}, p.name_sort, p.id")
}

/// A slice of the people that match, in the order asked for, identity as it may be seen. To one who may not
/// read identity, digits find nobody: else the last four of a number could be found out by trying.
pub fn search(connection: &Connection, query: &MemberQuery, identity: Shown) -> Result<MemberPage, Problem> {
    let mut rows = Vec::new();
    let slice = (query.limit.unwrap_or(50).min(500).into(), query.offset.unwrap_or(0).into());
    let total = lines(connection, query, slice, identity, &mut |_, line| {
        rows.push(line);
        Ok(())
    })?;
    Ok(MemberPage { total, rows })
}

/// Everyone who matches, one after the other with how many there are in all; the query's slice is not
/// heeded. Stops at the first error, which it passes on. Answers how many there are.
pub fn each(
    connection: &Connection,
    query: &MemberQuery,
    identity: Shown,
    take: &mut dyn FnMut(u32, MemberLine) -> Result<(), Problem>,
) -> Result<u32, Problem> {
    lines(connection, query, (-1, 0), identity, take)
}

fn lines(
    connection: &Connection,
    query: &MemberQuery,
    (limit, offset): (i64, i64),
    identity: Shown,
    take: &mut dyn FnMut(u32, MemberLine) -> Result<(), Problem>,
) -> Result<u32, Problem> {
    let typed = query.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    if identity == Shown::Never && typed.is_some_and(|text| text.contains(|c: char| c.is_ascii_digit())) {
        return Ok(0);
    }
    let expression = typed.map(search::query);
    if let Some(None) = expression {
        return Ok(0);
    }
    let expression = expression.flatten();
    let mut wheres: Vec<&str> = Vec::new();
    let mut values: Vec<&dyn ToSql> = Vec::new();
    if let Some(expression) = &expression {
        wheres.push("p.id IN (SELECT d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid WHERE search_index MATCH ?)");
        values.push(expression);
    }
    if let Some(shop) = &query.shop {
        wheres.push("e.shop = ?");
        values.push(shop);
    }
    let form = query.form.map(form_column);
    if let Some(form) = &form {
        wheres.push("e.form = ?");
        values.push(form);
    }
    let of_state = query.state.map(|state| is(state, &newest_sql("p.id")));
    wheres.extend(of_state.as_deref());
    let filter = if wheres.is_empty() { String::new() } else { format!(" WHERE {}", wheres.join(" AND ")) };
    let total = count(connection, &filter, &values, query)?;
    values.push(&limit);
    values.push(&offset);
    let order = order(query);
    let mut statement =
        connection.prepare_cached(&format!("{}{filter} ORDER BY {order} LIMIT ? OFFSET ?", lines_from()))?;
    for row in statement.query_map(values.as_slice(), |row| line(row, identity))? {
        take(total, row?)?;
    }
    Ok(total)
}

/// How many match. Without a filter on employment the joins are left out.
fn count(
    connection: &Connection,
    filter: &str,
    values: &[&dyn ToSql],
    query: &MemberQuery,
) -> Result<u32, Problem> {
    let joined = if query.shop.is_some() || query.form.is_some() {
        " LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL"
    } else {
        ""
    };
    let mut statement =
        connection.prepare_cached(&format!("SELECT count(*) FROM live_person p{joined}{filter}"))?;
    Ok(statement.query_row(values, |row| row.get(0))?)
}

/// Everyone by sex, form, and shop, and by what they are to the union.
pub fn counts(connection: &Connection) -> Result<MemberCounts, Problem> {
    let newest = newest_sql("p.id");
    let here = format!("({})", stays("newest", "q.id"));
    let of = |state| is(state, "newest");
    let mut counts = connection.query_row(
        &format!(
            "SELECT coalesce(sum({here}), 0), coalesce(sum({here} AND sex = 'female'), 0),
               coalesce(sum({here} AND migrant = 1), 0), coalesce(sum({here} AND form = 'contract'), 0),
               coalesce(sum({here} AND form = 'dispatched'), 0),
               coalesce(sum({}), 0), coalesce(sum({}), 0), coalesce(sum({}), 0), coalesce(sum({}), 0)
             FROM (SELECT p.id, p.sex, p.migrant, e.form, {newest} AS newest FROM live_person p
               LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL) q",
            of(MembershipState::Member),
            of(MembershipState::Retained),
            of(MembershipState::Left),
            of(MembershipState::NotYet),
        ),
        [],
        |row| {
            Ok(MemberCounts {
                total: row.get(0)?,
                women: row.get(1)?,
                migrant: row.get(2)?,
                contract: row.get(3)?,
                dispatched: row.get(4)?,
                states: StateCounts {
                    member: row.get(5)?,
                    retained: row.get(6)?,
                    left: row.get(7)?,
                    not_yet: row.get(8)?,
                },
                shops: Vec::new(),
                dispatch_warning: None,
            })
        },
    )?;
    let mut statement = connection.prepare_cached(&format!(
        "SELECT coalesce(e.shop, ''), count(*) FROM live_person p
         LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL
         WHERE {} GROUP BY 1 ORDER BY 2 DESC, 1",
        stays(&newest, "p.id")
    ))?;
    let shops = statement.query_map([], |row| Ok(ShopCount { shop: row.get(0)?, people: row.get(1)? }))?;
    counts.shops = shops.collect::<Result<_, _>>()?;
    Ok(counts)
}

/// Everyone whose membership has not ended, and the women among them: what the union's bodies are judged by.
pub fn heads(connection: &Connection) -> Result<(u32, u32), Problem> {
    let sql = format!(
        "SELECT count(*), coalesce(sum(p.sex = 'female'), 0) FROM live_person p WHERE {}",
        still_here()
    );
    Ok(connection.prepare_cached(&sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Women and everyone, for the share that representation asks for. Who was referred to another union works elsewhere.
pub fn women_of_all(connection: &Connection) -> Result<(u32, u32), Problem> {
    let sql = format!(
        "SELECT coalesce(sum(sex = 'female'), 0), count(*) FROM live_person p WHERE NOT ({} IS NULL AND {})",
        newest_sql("p.id"),
        referred_sql("p.id")
    );
    Ok(connection.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// A person's name and sex, for forms that pick people.
pub fn name_and_sex(connection: &Connection, id: PersonId) -> Result<(String, Sex), Problem> {
    connection
        .prepare_cached("SELECT name, sex FROM live_person WHERE id = ?1")?
        .query_row(params![id], |row| Ok((row.get(0)?, sex_of(&row.get::<_, String>(1)?))))
        .optional()?
        .ok_or_else(|| Problem::missing("个人"))
}
