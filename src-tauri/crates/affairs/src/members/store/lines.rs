//! The line that lists of members are read by (`member_line`): the SQL functions of its triggers, and how the ledger's
//! check proves it. The triggers themselves stand in the migrations.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use crate::members::membership::model::MembershipKind;
use crate::members::membership::rules::Dated;
use crate::members::roster::codes::{Meaning, SkillGrade};

/// Where a grade stands that is written otherwise than any of the scales: behind them all.
pub(crate) const OTHER_SKILL: i64 = 99;

/// Every person's line as their own tables have it.
const SOURCE: &str =
    "SELECT p.id, p.name_sort, p.sex, p.birth, p.migrant, skill_place(p.skill_grade), p.education, p.political,
       e.shop, e.post, e.form,
       (SELECT g.group_id FROM live_union_group_person g WHERE g.person_id = p.id),
       (SELECT min(m.happened_on) FROM live_membership_event m
        WHERE m.person_id = p.id AND m.kind IN ('joined', 'moved_in')),
       (SELECT m.kind FROM live_membership_event m WHERE m.person_id = p.id
        ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
     FROM live_person p
     LEFT JOIN live_employment e ON e.id = (SELECT x.id FROM live_employment x
       WHERE x.person_id = p.id AND x.left_on IS NULL ORDER BY x.id LIMIT 1)";
/// The columns that `SOURCE` fills.
const COLUMNS: &str =
    "id, name_sort, sex, birth, migrant, skill, education, political, shop, post, form, group_id, since,
   last_event";

/// Where a skill grade stands on the scale of eight, from 0; the old five grades stand where they belong.
pub(crate) fn skill_place(written: &str) -> i64 {
    match SkillGrade::read(written) {
        Meaning::Sure(grade) | Meaning::Likely(grade) => {
            let at = SkillGrade::ALL.iter().position(|one| *one == grade);
            at.and_then(|at| i64::try_from(at).ok()).unwrap_or(OTHER_SKILL)
        }
        Meaning::Unknown => OTHER_SKILL,
    }
}

/// What a place on the scale is called.
pub(crate) fn skill_of(place: i64) -> &'static str {
    let grade = usize::try_from(place).ok().and_then(|at| SkillGrade::ALL.get(at));
    grade.map_or("其他写法", |grade| grade.label())
}

/// Where an event stands among those of one person, as a text that sorts.
fn event_place(kind: &str, on: Option<String>) -> String {
    let Some(kind) = MembershipKind::of(kind) else { return String::new() };
    let (day, kind) = Dated { kind, on }.place();
    let letter = ('a'..).zip(MembershipKind::ALL).find(|(_, (one, ..))| *one == kind).map_or('a', |(l, _)| l);
    format!("{day}\u{1}{letter}")
}

/// Registers what the triggers use.
pub(crate) fn register(connection: &Connection, flags: FunctionFlags) -> rusqlite::Result<()> {
    connection.create_scalar_function("skill_place", 1, flags, |context| {
        Ok(context.get::<Option<String>>(0)?.as_deref().map(skill_place))
    })?;
    connection.create_scalar_function("event_place", 2, flags, |context| {
        Ok(event_place(&context.get::<String>(0)?, context.get(1)?))
    })
}

/// Whether every line says what the person's own tables say, and no line is too many.
pub(crate) fn lines_hold(connection: &Connection) -> rusqlite::Result<bool> {
    let both = format!("SELECT {COLUMNS} FROM member_line");
    connection.query_row(
        &format!(
            "SELECT (SELECT count(*) FROM member_line) = (SELECT count(*) FROM live_person)
               AND NOT EXISTS ({SOURCE} EXCEPT {both}) AND NOT EXISTS ({both} EXCEPT {SOURCE})"
        ),
        [],
        |row| row.get(0),
    )
}

/// Writes every line anew.
pub(crate) fn lines_anew(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM member_line", [])?;
    connection.execute(&format!("INSERT INTO member_line ({COLUMNS}) {SOURCE}"), [])?;
    Ok(())
}

/// A line goes with its person and leaves nothing to be made small.
pub(crate) fn lines_small(_: &Connection) -> rusqlite::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_five_grades_stand_on_the_scale_of_eight() {
        for (old, new) in [
            ("五级", "初级工"),
            ("4级", "中级工"),
            ("三级/高级工", "高级工"),
            ("技师(二级)", "技师"),
            ("一级", "高级技师"),
        ] {
            assert_eq!(skill_of(skill_place(old)), new, "{old}");
        }
        assert_eq!(skill_of(skill_place("八级钳工")), "其他写法");
        assert!(skill_place("技师") > skill_place("高级工") && skill_place("学徒工") < skill_place("初级工"));
    }

    #[test]
    fn events_stand_as_the_rules_place_them() {
        let place = |kind: &str, on: &str| event_place(kind, Some(on.to_owned()));
        assert!(place("joined", "2019-07") < place("joined", "2019-07-01"));
        assert!(place("moved_out", "2019-07") > place("joined", "2019-07-31"));
        assert!(event_place("joined", None) < place("joined", "1990"));
        assert!(event_place("withdrawn", None) > place("died", "2026-01-01"));
        assert!(place("moved_out", "2026-01-01") > place("moved_in", "2026-01-01"));
    }
}
