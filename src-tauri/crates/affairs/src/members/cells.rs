//! What stands on a label and on a member card. No identity is among it: a card is shown at doors and gets lost. Where
//! the cells stand on the sheet is `paper`'s.

use paper::{Align, CellLine, Role};
use rusqlite::{Connection, OptionalExtension, params};

use super::flags::rules::FlagDays;
use super::joining;
use super::model::{MemberLine, MemberQuery, PersonId};
use super::store;
use crate::Problem;
use crate::union::model::Shown;

/// More people at once are asked to be filtered first: the sheets are printed and cut by hand.
pub const AT_MOST: usize = 5000;

/// A person as a label or a card names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPerson {
    /// 姓名.
    pub name: String,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 岗位.
    pub post: Option<String>,
    /// 会员号.
    pub number: Option<String>,
    /// 工号 of the present employment.
    pub work_number: Option<String>,
    /// 入会日期 as it was entered, `2019-07` or `2019-07-15`.
    pub member_since: Option<String>,
}

/// The people who match and whose membership has not ended, found and ordered as far as identity may be seen; `only` picks some
/// of them, and an empty choice is nobody.
///
/// Errors: `bad_input` when nobody is chosen, nobody matches or too many do.
pub fn people(
    connection: &Connection,
    days: &FlagDays,
    query: &MemberQuery,
    only: Option<&[PersonId]>,
    identity: Shown,
) -> Result<Vec<CellPerson>, Problem> {
    if only.is_some_and(<[PersonId]>::is_empty) {
        return Err(Problem::input("only", "没有选中人；请先选中要印的人。"));
    }
    let mut found: Vec<MemberLine> = Vec::new();
    store::each(connection, days, query, identity, &mut |_, line| {
        if line.state.stands() && only.is_none_or(|chosen| chosen.contains(&line.id)) {
            found.push(line);
        }
        if found.len() > AT_MOST {
            let message = format!("一次最多印{AT_MOST}人；请先按车间筛选，分几次印。");
            return Err(Problem::input("query", message));
        }
        Ok(())
    })?;
    if found.is_empty() {
        return Err(Problem::input("query", "没有要印的会员；请先放宽筛选。"));
    }
    let person = |line: MemberLine| {
        Ok(CellPerson {
            number: joining::store::number_of(connection, line.id)?,
            work_number: work_number(connection, line.id)?,
            name: line.name,
            shop: line.shop,
            post: line.post,
            member_since: line.member_since,
        })
    };
    let mut people = found.into_iter().map(person).collect::<Result<Vec<CellPerson>, Problem>>()?;
    // Some who were chosen, as those of an approval, are handed theirs by the roll: by their numbers.
    if only.is_some() && people.iter().all(|one| one.number.is_some()) {
        people.sort_by(|one, other| one.number.cmp(&other.number));
    }
    Ok(people)
}

fn work_number(connection: &Connection, id: PersonId) -> Result<Option<String>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT work_number FROM live_employment WHERE person_id = ?1 AND left_on IS NULL ORDER BY id DESC LIMIT 1",
    )?;
    Ok(statement.query_row(params![id], |row| row.get(0)).optional()?.flatten())
}

fn line(text: impl Into<String>, role: Role, size: f32, align: Align) -> CellLine {
    CellLine { text: text.into(), role, size, align }
}

/// A label: the name, and where the person works.
#[must_use]
pub fn label(person: CellPerson) -> Vec<CellLine> {
    let mut lines = vec![line(person.name, Role::Hei, 18.0, Align::Left)];
    let place: Vec<String> = [person.shop, person.post].into_iter().flatten().collect();
    if !place.is_empty() {
        lines.push(line(place.join(" "), Role::Fangsong, 12.0, Align::Left));
    }
    lines
}

/// A member card: the union, the name, the number, the day of joining. What the ledger does not know is left to be written.
#[must_use]
pub fn card(union: &str, person: CellPerson) -> Vec<CellLine> {
    const BLANK: &str = "　　　　　　　　";
    let fact = |label: &str, value: Option<String>| {
        line(format!("{label}：{}", value.as_deref().unwrap_or(BLANK)), Role::Fangsong, 12.0, Align::Left)
    };
    let mut lines = vec![
        line(union, Role::Title, 13.0, Align::Center),
        line("会员卡", Role::Hei, 15.0, Align::Center),
        line(format!("姓名：{}", person.name), Role::Hei, 14.0, Align::Left),
        fact("会员号", person.number),
        fact("入会日期", person.member_since.as_deref().map(day)),
    ];
    // Couriers and others without a work number have no line for one.
    if person.work_number.is_some() {
        lines.insert(4, fact("工号", person.work_number));
    }
    lines
}

/// `2019-07-15` as 2019年7月15日, with the precision it has.
fn day(text: &str) -> String {
    let parts = text.split('-').map(|part| part.trim_start_matches('0'));
    parts.zip(["年", "月", "日"]).map(|(part, unit)| format!("{part}{unit}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_choice_is_nobody_and_not_everyone() {
        // A ledger without tables: who asks it for people fails otherwise.
        let empty = Connection::open_in_memory().unwrap();
        let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
        let book = law::LawBook::load(&assets).unwrap();
        let day = "2026-11-16".parse().unwrap();
        let days = FlagDays::of(&book, &law::Place::province("36"), day).unwrap();
        let refusal = people(&empty, &days, &MemberQuery::default(), Some(&[]), Shown::Masked).unwrap_err();
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("bad_input", Some("only")));
        assert!(refusal.message.contains("没有选中人"), "{}", refusal.message);
    }

    #[test]
    fn a_card_bears_the_number_of_the_member() {
        let person = |number: Option<&str>| CellPerson {
            name: "王小明".to_owned(),
            number: number.map(str::to_owned),
            shop: None,
            post: None,
            work_number: None,
            member_since: Some("2026-09-20".to_owned()),
        };
        let lines =
            |number| card("工会", person(number)).into_iter().map(|line| line.text).collect::<Vec<_>>();
        assert!(lines(Some("000321")).contains(&"会员号：000321".to_owned()), "{:?}", lines(Some("000321")));
        assert!(lines(None).iter().any(|line| line.starts_with("会员号：　")), "left to be written");
    }

    #[test]
    fn a_day_keeps_the_precision_it_was_entered_with() {
        assert_eq!(["2019", "2019-07", "2019-07-05"].map(day), ["2019年", "2019年7月", "2019年7月5日"]);
    }
}
