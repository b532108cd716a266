//! Lists and counts over the roster. Which people, in which order, is decided over `member_line`, whose orders have their
//! indexes; what a line shows is read for the slice alone, so that a page of 100,000 people stays quick.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::filter::Filter;
use super::standing::{here, is, referred_sql};
use super::{form_of, pages, sex_of};
use crate::Problem;
use crate::masks::{shown_birth, shown_id, shown_phone};
use crate::members::duplicates::stayed;
use crate::members::flags::model::PersonTagKind;
use crate::members::flags::rules::FlagDays;
use crate::members::membership::model::MembershipKind;
use crate::members::membership::store::newest_sql;
use crate::members::model::{
    MemberCounts, MemberLine, MemberPage, MemberQuery, MembershipState, PersonId, Sex, ShopCount, StateCounts,
};
use crate::union::model::Shown;

/// What a line of the list is read from; `?2` is the day by which what was entered holds.
const LINE: &str =
    "SELECT p.id, p.name, p.sex, e.shop, e.post, e.form, i.phone, i.number, l.since, l.last_event, p.birth, p.education,
       p.political, p.skill_grade, p.household, g.name, e.work_number, p.migrant,
       (SELECT group_concat(t.kind) FROM (
          SELECT kind FROM live_person_tag WHERE person_id = l.id AND coalesce(since, '') <= ?2
            AND coalesce(until_on, '~') >= ?2
          UNION SELECT kind FROM live_honour WHERE person_id = l.id AND kind = 'model_worker') t)
     FROM member_line l JOIN person p ON p.id = l.id
     LEFT JOIN employment e ON e.id = (SELECT x.id FROM live_employment x
       WHERE x.person_id = l.id AND x.left_on IS NULL ORDER BY x.id LIMIT 1)
     LEFT JOIN live_person_identity i ON i.id = l.id
     LEFT JOIN live_union_group g ON g.id = l.group_id
     WHERE l.line = ?1";

fn line(row: &Row<'_>, identity: Shown, days: &FlagDays) -> rusqlite::Result<MemberLine> {
    let last = row.get::<_, Option<String>>(9)?.as_deref().and_then(MembershipKind::of);
    let sex = sex_of(&row.get::<_, String>(2)?);
    let birth: Option<String> = row.get(10)?;
    let tags = row.get::<_, Option<String>>(18)?.unwrap_or_default();
    let tags: Vec<PersonTagKind> = tags.split(',').filter_map(PersonTagKind::of).collect();
    Ok(MemberLine {
        id: row.get(0)?,
        name: row.get(1)?,
        sex,
        shop: row.get(3)?,
        post: row.get(4)?,
        form: form_of(&row.get::<_, Option<String>>(5)?.unwrap_or_default()),
        phone: row.get::<_, Option<String>>(6)?.as_deref().map(|phone| shown_phone(phone, identity)),
        id_number: row.get::<_, Option<String>>(7)?.as_deref().map(|number| shown_id(number, identity)),
        member_since: row.get(8)?,
        state: last.map_or(MembershipState::NotYet, MembershipKind::state),
        left: last.and_then(MembershipKind::left).map(str::to_owned),
        age: birth.as_deref().and_then(|birth| days.age(birth)),
        education: row.get(11)?,
        political: row.get(12)?,
        skill: row.get(13)?,
        household: row.get(14)?,
        group: row.get(15)?,
        work_number: row.get(16)?,
        flags: days.flags(sex, row.get(17)?, &tags, birth.as_deref()),
        birth: birth.as_deref().map(|birth| shown_birth(birth, identity)),
    })
}

/// A slice of the people that match, in the order asked for, identity as it may be seen. To one who may not
/// read identity, digits find nobody: else the last four of a number could be found out by trying. An order by birth goes by its
/// year where identity is not shown in full, as ages do: else somebody beside a known day would tell the masked one.
pub fn search(
    connection: &Connection,
    days: &FlagDays,
    query: &MemberQuery,
    identity: Shown,
) -> Result<MemberPage, Problem> {
    let mut rows = Vec::new();
    let slice = (query.limit.unwrap_or(50).min(500).into(), query.offset.unwrap_or(0).into());
    let total = lines(connection, days, query, slice, identity, &mut |_, line| {
        rows.push(line);
        Ok(())
    })?;
    Ok(MemberPage { total, rows })
}

/// Everyone who matches, one after the other with how many there are in all; the query's slice is not
/// heeded. Stops at the first error, which it passes on. Answers how many there are.
pub fn each(
    connection: &Connection,
    days: &FlagDays,
    query: &MemberQuery,
    identity: Shown,
    take: &mut dyn FnMut(u32, MemberLine) -> Result<(), Problem>,
) -> Result<u32, Problem> {
    lines(connection, days, query, (-1, 0), identity, take)
}

fn lines(
    connection: &Connection,
    days: &FlagDays,
    query: &MemberQuery,
    slice: (i64, i64),
    identity: Shown,
    take: &mut dyn FnMut(u32, MemberLine) -> Result<(), Problem>,
) -> Result<u32, Problem> {
    let Some(filter) = Filter::of(connection, days, query, identity)? else { return Ok(0) };
    let total = filter.count(connection)?;
    let today = days.today.to_string();
    let mut statement = connection.prepare_cached(LINE)?;
    for at in pages::page(connection, &filter, query, slice, total, identity)? {
        take(total, statement.query_row(params![at, today], |row| line(row, identity, days))?)?;
    }
    Ok(total)
}

/// Everyone by sex, form, and shop, and by what they are to the union.
pub fn counts(connection: &Connection) -> Result<MemberCounts, Problem> {
    let here = format!("({})", here("l"));
    let of = |state| is(state, "l.last_event");
    let mut counts = connection.query_row(
        &format!(
            "SELECT coalesce(sum({here}), 0), coalesce(sum({here} AND l.sex = 'female'), 0),
               coalesce(sum({here} AND l.migrant = 1), 0), coalesce(sum({here} AND l.form = 'contract'), 0),
               coalesce(sum({here} AND l.form = 'dispatched'), 0),
               coalesce(sum({}), 0), coalesce(sum({}), 0), coalesce(sum({}), 0), coalesce(sum({}), 0)
             FROM member_line l",
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
        "SELECT coalesce(l.shop, ''), count(*) FROM member_line l WHERE {here} GROUP BY 1 ORDER BY 2 DESC, 1"
    ))?;
    let shops = statement.query_map([], |row| Ok(ShopCount { shop: row.get(0)?, people: row.get(1)? }))?;
    counts.shops = shops.collect::<Result<_, _>>()?;
    Ok(counts)
}

/// Everyone whose membership has not ended, and the women among them: what the union's bodies are judged by.
pub fn heads(connection: &Connection) -> Result<(u32, u32), Problem> {
    let sql =
        format!("SELECT count(*), coalesce(sum(l.sex = 'female'), 0) FROM member_line l WHERE {}", here("l"));
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

/// What happened last to the membership of someone on the roster; none of whoever never joined.
pub(crate) fn last_event(connection: &Connection, id: PersonId) -> Result<Option<MembershipKind>, Problem> {
    let sql = format!("SELECT {} FROM live_person p WHERE p.id = ?1", newest_sql("p.id"));
    let last: Option<Option<String>> =
        connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
    Ok(last.flatten().as_deref().and_then(MembershipKind::of))
}

/// A person's name and sex, for forms that pick people.
pub fn name_and_sex(connection: &Connection, id: PersonId) -> Result<(String, Sex), Problem> {
    connection
        .prepare_cached("SELECT name, sex FROM live_person WHERE id = ?1")?
        .query_row(params![id], |row| Ok((row.get(0)?, sex_of(&row.get::<_, String>(1)?))))
        .optional()?
        .ok_or_else(|| stayed::missing(connection, id))
}
