//! Members of a year, counted in one pass: who was one at its beginning and at its end, how they came and went, and what
//! they are. A membership is told by the person's newest event, as everywhere; one without a day is taken as the newest,
//! and holds for every year.

use rusqlite::Connection;

use crate::Problem;

/// People who are alike in all that the report counts, and how many they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Alike {
    /// Member at the end of the year two before, of the year before, and of the year.
    pub member: [bool; 3],
    /// What brought or ended the membership in the year before and in the year: the event's kind.
    pub by: [Option<String>; 2],
    /// The column's text.
    pub sex: String,
    /// 农民工; `None` when not entered.
    pub migrant: Option<bool>,
    /// Form of employment now; `None` when none is entered.
    pub form: Option<String>,
    /// Skill grade now, as entered.
    pub grade: Option<String>,
    /// Whether a day of joining is entered.
    pub dated: bool,
    /// How many.
    pub people: u32,
}

/// The newest event up to the end of a year, as text that ends in its kind; and the kinds that end a membership.
const NEWEST: &str = "max(CASE WHEN happened_on IS NULL OR substr(happened_on, 1, 4) <= ? THEN
  coalesce(happened_on, '9999') || ' ' || id || ' ' || kind END)";

/// Everyone on the roster, by what they are alike in. The three years are given as text, the oldest first.
fn sql() -> String {
    let newest = |n: u8| NEWEST.replace('?', &format!("?{n}"));
    // 2026-03-01 ID kind: what follows the second blank.
    let kind = |n: u8| format!("substr(newest{n}, instr(newest{n}, ' ') + 1)");
    let kind = |n: u8| format!("substr({0}, instr({0}, ' ') + 1)", kind(n));
    let member = |n: u8| {
        format!(
            "((entered IS NULL OR entered <= ?{n})
              AND coalesce(kind{n}, '') NOT IN ('moved_out', 'expelled', 'withdrawn'))"
        )
    };
    let by = |from: u8, to: u8| format!("CASE WHEN member{from} <> member{to} THEN kind{to} END");
    format!(
        "WITH event AS MATERIALIZED (
           SELECT person_id, {} AS newest1, {} AS newest2, {} AS newest3,
             min(CASE WHEN kind IN ('joined', 'moved_in') THEN substr(happened_on, 1, 4) END) AS entered
           FROM membership_event WHERE removed_at IS NULL GROUP BY person_id),
         kinds AS (SELECT person_id, entered, {} AS kind1, {} AS kind2, {} AS kind3 FROM event),
         person_year AS (
           SELECT {} AS member1, {} AS member2, {} AS member3, kind2, kind3, p.sex, p.migrant,
             (SELECT e.form FROM employment e WHERE e.person_id = p.id AND e.removed_at IS NULL
                AND e.left_on IS NULL ORDER BY e.id LIMIT 1) AS form,
             p.skill_grade, entered IS NOT NULL AS dated
           FROM person p LEFT JOIN kinds k ON k.person_id = p.id WHERE p.removed_at IS NULL)
         SELECT member1, member2, member3, {}, {}, sex, migrant, form, skill_grade, dated, count(*)
         FROM person_year GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
        newest(1),
        newest(2),
        newest(3),
        kind(1),
        kind(2),
        kind(3),
        member(1),
        member(2),
        member(3),
        by(1, 2),
        by(2, 3),
    )
}

/// The roster as seen at the end of a year and of the two before.
pub(crate) fn alike(connection: &Connection, year: i32) -> Result<Vec<Alike>, Problem> {
    let mut statement = connection.prepare_cached(&sql())?;
    let years = [year - 2, year - 1, year].map(|year| year.to_string());
    let rows = statement.query_map(rusqlite::params_from_iter(years), |row| {
        Ok(Alike {
            member: [row.get(0)?, row.get(1)?, row.get(2)?],
            by: [row.get(3)?, row.get(4)?],
            sex: row.get(5)?,
            migrant: row.get(6)?,
            form: row.get(7)?,
            grade: row.get(8)?,
            dated: row.get(9)?,
            people: row.get(10)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
