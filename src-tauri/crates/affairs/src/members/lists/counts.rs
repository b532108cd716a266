//! How many people a query finds, by any one field: one pass over `member_line`.

use rusqlite::{Connection, params_from_iter};

use super::model::{MemberField, MemberGroup};
use crate::Problem;
use crate::members::flags::rules::FlagDays;
use crate::members::flags::store::flagged;
use crate::members::membership::model::MembershipState;
use crate::members::model::{MemberFlag, MemberQuery};
use crate::members::store::filter::Filter;
use crate::members::store::lines::{OTHER_SKILL, skill_of};
use crate::members::store::{form_of, is, sex_of};
use crate::union::model::Shown;

/// Years of age at which a band begins; the first begins at birth, the last has no end. No law's ages: those of the
/// statistics of workers.
pub(crate) const BANDS: [u32; 5] = [0, 26, 36, 46, 56];

/// `26-35`, `56-`: what a query asks for; and 26—35岁.
fn band(at: usize) -> (String, String) {
    let from = BANDS[at];
    match BANDS.get(at + 1).map(|next| next - 1) {
        Some(to) if at == 0 => (format!("-{to}"), format!("{to}岁及以下")),
        Some(to) => (format!("{from}-{to}"), format!("{from}—{to}岁")),
        None => (format!("{from}-"), format!("{from}岁及以上")),
    }
}

/// The groups of the people that a query finds, the field's own order where it has one, else the largest first; what is not
/// entered last.
pub fn groups(
    connection: &Connection,
    days: &FlagDays,
    query: &MemberQuery,
    by: MemberField,
    identity: Shown,
) -> Result<Vec<MemberGroup>, Problem> {
    match Filter::of(connection, days, query, identity)? {
        Some(filter) => counted(connection, days, &filter, by),
        None => Ok(Vec::new()),
    }
}

/// The same of a filter.
pub(crate) fn counted(
    connection: &Connection,
    days: &FlagDays,
    filter: &Filter,
    by: MemberField,
) -> Result<Vec<MemberGroup>, Problem> {
    let mut groups = match by {
        MemberField::Flag => return by_flag(connection, days, filter),
        MemberField::AgeBand => {
            let aged_on = days.aged_on();
            let cases = (1..BANDS.len()).rev().map(|at| {
                let years = chrono::Months::new(BANDS[at] * 12);
                let born = aged_on.checked_sub_months(years).unwrap_or(aged_on);
                format!("WHEN l.birth <= '{born}' THEN {at}")
            });
            let cases = cases.collect::<Vec<_>>().join(" ");
            let sql = format!("CASE WHEN l.birth IS NULL THEN NULL {cases} ELSE 0 END");
            let said = |key: &str| band(key.parse().unwrap_or_default());
            plain(connection, filter, &sql, said)?
        }
        MemberField::Skill => {
            let said = |key: &str| {
                let label = skill_of(key.parse().unwrap_or(OTHER_SKILL)).to_owned();
                (label.clone(), label)
            };
            plain(connection, filter, "l.skill", said)?
        }
        MemberField::Sex => {
            plain(connection, filter, "l.sex", |key| (key.to_owned(), sex_of(key).label().to_owned()))?
        }
        MemberField::Form => {
            let said = |key: &str| {
                let form = form_of(key);
                (camel(key), form.label().to_owned())
            };
            plain(connection, filter, "l.form", said)?
        }
        MemberField::State => states(connection, filter)?,
        MemberField::JoinedYear => {
            plain(connection, filter, "substr(l.since, 1, 4)", |key| (key.to_owned(), format!("{key}年")))?
        }
        MemberField::Group => {
            let name = connection.prepare_cached("SELECT name FROM live_union_group WHERE id = ?1");
            let mut name = name?;
            let mut groups = plain(connection, filter, "l.group_id", |key| (key.to_owned(), String::new()))?;
            for group in groups.iter_mut().filter(|group| !group.key.is_empty()) {
                group.label = name.query_row([&group.key], |row| row.get(0))?;
            }
            groups
        }
        MemberField::Shop => same(connection, filter, "l.shop")?,
        MemberField::Post => same(connection, filter, "l.post")?,
        MemberField::Education => same(connection, filter, "l.education")?,
        MemberField::Political => same(connection, filter, "l.political")?,
    };
    if matches!(
        by,
        MemberField::Shop
            | MemberField::Post
            | MemberField::Education
            | MemberField::Political
            | MemberField::Form
    ) {
        groups.sort_by(|a, b| {
            a.key.is_empty().cmp(&b.key.is_empty()).then(b.people.cmp(&a.people)).then(a.key.cmp(&b.key))
        });
    }
    Ok(groups)
}

/// A column's text as the contract writes it.
fn camel(code: &str) -> String {
    let mut parts = code.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let mut chars = part.chars();
        let head: String = chars.next().map(|c| c.to_ascii_uppercase()).into_iter().collect();
        text + &head + chars.as_str()
    })
}

/// Grouped by an expression, in its order, nothing entered last.
fn plain(
    connection: &Connection,
    filter: &Filter,
    expression: &str,
    said: impl Fn(&str) -> (String, String),
) -> Result<Vec<MemberGroup>, Problem> {
    let sql = format!(
        "SELECT CAST(k AS TEXT), n FROM (SELECT {expression} AS k, count(*) AS n FROM member_line l{} GROUP BY 1)
         ORDER BY k IS NULL, k",
        filter.sql()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(filter.values(&[])), |row| {
        let (key, label) = row.get::<_, Option<String>>(0)?.map(|key| said(&key)).unwrap_or_default();
        Ok(MemberGroup { key, label, people: row.get(1)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Grouped by a text that says itself.
fn same(connection: &Connection, filter: &Filter, column: &str) -> Result<Vec<MemberGroup>, Problem> {
    plain(connection, filter, column, |key| (key.to_owned(), key.to_owned()))
}

fn states(connection: &Connection, filter: &Filter) -> Result<Vec<MemberGroup>, Problem> {
    use MembershipState::{Left, Member, NotYet, Retained};
    let states = [(Member, "member"), (Retained, "retained"), (Left, "left"), (NotYet, "notYet")];
    let conditions = states.iter().map(|(state, _)| is(*state, "l.last_event"));
    let counts = sums(connection, filter, conditions)?;
    let groups = states.iter().zip(counts).filter(|(_, people)| *people > 0);
    Ok(groups
        .map(|((state, key), people)| MemberGroup {
            key: (*key).to_owned(),
            label: state.label().to_owned(),
            people,
        })
        .collect())
}

fn by_flag(connection: &Connection, days: &FlagDays, filter: &Filter) -> Result<Vec<MemberGroup>, Problem> {
    let counts = sums(connection, filter, MemberFlag::ALL.iter().map(|flag| flagged(*flag, days)))?;
    let groups = MemberFlag::ALL.iter().zip(counts).filter(|(_, people)| *people > 0);
    Ok(groups
        .map(|(flag, people)| MemberGroup { key: camel(flag.code()), label: flag.label().to_owned(), people })
        .collect())
}

/// Of how many each condition holds, in one pass.
pub(crate) fn sums(
    connection: &Connection,
    filter: &Filter,
    conditions: impl Iterator<Item = String>,
) -> Result<Vec<u32>, Problem> {
    let sums: Vec<String> = conditions.map(|one| format!("coalesce(sum({one}), 0)")).collect();
    let sql = format!("SELECT {} FROM member_line l{}", sums.join(", "), filter.sql());
    let mut statement = connection.prepare_cached(&sql)?;
    let counts = statement.query_row(params_from_iter(filter.values(&[])), |row| {
        (0..sums.len()).map(|at| row.get(at)).collect::<Result<Vec<u32>, _>>()
    })?;
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_says_what_a_query_asks_for() {
        let all: Vec<_> = (0..BANDS.len()).map(band).collect();
        assert_eq!(all[0], ("-25".to_owned(), "25岁及以下".to_owned()));
        assert_eq!(all[1], ("26-35".to_owned(), "26—35岁".to_owned()));
        assert_eq!(all[4], ("56-".to_owned(), "56岁及以上".to_owned()));
    }

    #[test]
    fn a_code_is_written_as_the_contract_writes_it() {
        assert_eq!(camel("part_time"), "partTime");
        assert_eq!(camel("women"), "women");
    }
}
