//! How many have a level or a special form of pay, beside the roster: what does not fit, and where they are so few that the table
//! tells everybody what they are paid. It is advice: how it is written is for whoever negotiates. What a table must hold is in
//! `rules`.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::model::{SkillPayForm, SkillPayLevel, SkillPayPeople};
use super::rules::name;
use crate::Problem;
use crate::members::roster::codes::{Meaning, SkillGrade, fold};

/// Who works here with a grade of a skill, by post and grade.
pub fn roster(connection: &Connection) -> Result<Vec<SkillPayPeople>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(e.post, ''), p.skill_grade, count(DISTINCT p.id) FROM live_person p
         JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL
         WHERE p.skill_grade IS NOT NULL GROUP BY 1, 2",
    )?;
    let mut rows = statement.query([])?;
    let mut counts: BTreeMap<(String, SkillGrade), u32> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let grade: String = row.get(1)?;
        let grade = match SkillGrade::read(&fold(&grade)) {
            Meaning::Sure(grade) | Meaning::Likely(grade) if grade != SkillGrade::NoGrade => grade,
            _ => continue,
        };
        let people: u32 = row.get(2)?;
        *counts.entry((row.get(0)?, grade)).or_default() += people;
    }
    Ok(counts.into_iter().map(|((post, grade), people)| SkillPayPeople { post, grade, people }).collect())
}

/// How many work here.
pub fn employees(connection: &Connection) -> Result<u32, Problem> {
    let sql = "SELECT count(DISTINCT p.id) FROM live_person p
      JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// How many of the roster a level is of: of its grade, at posts in whose name the trade is.
fn known(roster: &[SkillPayPeople], level: &SkillPayLevel) -> u32 {
    let trade = level.trade.trim();
    let own = roster.iter().filter(|one| one.grade == level.grade && one.post.contains(trade));
    own.fold(0, |sum, one| sum.saturating_add(one.people))
}

/// What a table tells of so few.
fn tells(people: u32) -> &'static str {
    if people == 1 {
        "这会让大家看到这个人的收入"
    } else {
        "大家看得出这几个人的收入"
    }
}

/// What is advised on the people of a table, a sentence each: `employees` work here, and fewer than `few` are a few.
pub fn advice(
    (levels, forms): (&[SkillPayLevel], &[SkillPayForm]),
    roster: &[SkillPayPeople],
    employees: u32,
    few: u32,
) -> Vec<String> {
    let mut advice = Vec::new();
    let beyond = |what: &str, people: u32| {
        let more = employees > 0 && people > employees;
        more.then(|| format!("{what}填了{people}人，花名册上在职的一共{employees}人，请核对。"))
    };
    for level in levels {
        let (what, known) = (name(level), known(roster, level));
        let (people, by) = match level.people {
            Some(people) => (people, ""),
            None => (known, "按花名册"),
        };
        if (1..few).contains(&people) {
            advice.push(format!(
                "{what}{by}只有{people}人，{}；可以和相近的等级合成一行，或者不单列，怎么写由您定。",
                tells(people)
            ));
        }
        match level.people {
            Some(people) if known > 0 && people != known => {
                advice.push(format!("{what}填了{people}人，花名册上这个工种、等级的有{known}人，请核对。"));
            }
            Some(people) => advice.extend(beyond(&what, people)),
            None => {}
        }
    }
    for form in forms {
        let what = format!("{}（{}）", form.kind.label(), form.who.trim());
        if (1..few).contains(&form.people) {
            advice.push(format!(
                "{what}只有{}人，{}；约定的内容可以写办法、不写金额，怎么写由您定。",
                form.people,
                tells(form.people)
            ));
        }
        advice.extend(beyond(&what, form.people));
    }
    advice
}

#[cfg(test)]
mod tests {
    use ledger::Fen;

    use super::*;
    use crate::negotiation::levels::model::SkillPayKind;

    fn level(trade: &str, grade: SkillGrade, people: Option<u32>) -> SkillPayLevel {
        let (from, to) = (Fen(500_000), Fen(600_000));
        SkillPayLevel {
            id: None,
            trade: trade.to_owned(),
            grade,
            from,
            to,
            allowance: None,
            people,
            note: None,
        }
    }

    fn roster() -> Vec<SkillPayPeople> {
        let one = |post: &str, grade, people| SkillPayPeople { post: post.to_owned(), grade, people };
        vec![
            one("电焊工", SkillGrade::Senior, 6),
            one("氩弧焊工", SkillGrade::Senior, 2),
            one("电焊工", SkillGrade::ChiefTechnician, 1),
            one("车工", SkillGrade::Senior, 9),
        ]
    }

    fn told(level: SkillPayLevel) -> Vec<String> {
        advice((&[level], &[]), &roster(), 320, 5)
    }

    #[test]
    fn a_level_of_a_few_is_told_by_what_was_typed_or_by_the_roster() {
        use SkillGrade::{ChiefTechnician, Senior, Technician};
        assert_eq!(told(level("焊工", Senior, Some(8))), [""; 0], "as many as on the roster, of both posts");
        assert_eq!(told(level("焊工", Senior, None)), [""; 0], "the number is left out");
        let one = told(level("焊工", ChiefTechnician, Some(1)));
        assert!(one.len() == 1 && one[0].contains("只有1人，这会让大家看到这个人的收入"), "{one:?}");
        assert!(one[0].ends_with("怎么写由您定。"), "{one:?}");
        let by_roster = told(level("焊工", ChiefTechnician, None));
        assert!(by_roster[0].starts_with("焊工首席技师按花名册只有1人"), "{by_roster:?}");
        let few = told(level("钳工", Technician, Some(4)));
        assert!(few[0].contains("只有4人，大家看得出这几个人的收入"), "{few:?}");
        assert_eq!(told(level("钳工", Technician, Some(5))), [""; 0], "five are enough");
    }

    #[test]
    fn numbers_are_held_against_the_roster() {
        use SkillGrade::{Senior, Technician};
        let differs = told(level("车工", Senior, Some(12)));
        assert_eq!(differs, ["车工高级工填了12人，花名册上这个工种、等级的有9人，请核对。"]);
        let beyond = told(level("钳工", Technician, Some(500)));
        assert_eq!(beyond, ["钳工技师填了500人，花名册上在职的一共320人，请核对。"]);
        let form = |people| SkillPayForm {
            id: None,
            kind: SkillPayKind::Yearly,
            who: "焊工首席技师".to_owned(),
            people,
            terms: "年薪25万元".to_owned(),
            since: None,
        };
        let told = |people| advice((&[], &[form(people)]), &roster(), 320, 5);
        assert_eq!(told(1).len(), 1);
        assert!(told(1)[0].starts_with("年薪制（焊工首席技师）只有1人，这会让大家看到这个人的收入"));
        assert_eq!(told(5), [""; 0]);
        assert!(told(321)[0].contains("一共320人"));
    }
}
