//! Members of a year, counted in one pass: who was one at its beginning and at its end, how they came and went, and what
//! they are. A membership is told by the person's newest event, as everywhere; one without a day is taken as the newest,
//! and holds for every year.

use rusqlite::Connection;

use crate::Problem;
use crate::members::membership::model::{MembershipKind, MembershipState};
use crate::members::membership::store::{day_sql, kind_of_letter, kind_sql};

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
    /// Whose membership was kept (保留会籍) at the end of the year before, and of the year.
    pub retained: [bool; 2],
    /// How many.
    pub people: u32,
}

/// Everyone on the roster, by what they are alike in. The parameters are the years that follow the three, as text, the
/// oldest first: a day before `2027` is one of 2026, however exactly it is known. The letter of its kind stands at the end
/// of an event's key, so that one pass over the events gives the newest of three years with its kind.
fn sql() -> String {
    let newest = |n: u8| format!("substr(max(CASE WHEN day < ?{n} OR day = '~' THEN key END), -1)");
    let gone: Vec<String> = (MembershipKind::ALL.iter().zip('a'..))
        .filter(|((kind, ..), _)| kind.state() == MembershipState::Left)
        .map(|(_, letter)| format!("'{letter}'"))
        .collect();
    let gone = gone.join(", ");
    let kept =
        (MembershipKind::ALL.iter().zip('a'..)).find(|((kind, ..), _)| *kind == MembershipKind::Retained);
    let retained = kept.map_or_else(String::new, |(_, letter)| letter.to_string());
    let member =
        |n: u8| format!("coalesce(entered < ?{n}, 1) AND coalesce(kind{n}, '') NOT IN ({gone}) AS member{n}");
    format!(
        "WITH event AS (
           SELECT m.person_id, m.kind IN ('joined', 'moved_in') AS enters, m.happened_on, {} AS day, {} AS letter
           FROM membership_event m WHERE m.removed_at IS NULL),
         keyed AS (SELECT *, day || ' ' || letter AS key FROM event),
         newest AS (
           SELECT p.id, p.sex, p.migrant, p.skill_grade, {} AS kind1, {} AS kind2, {} AS kind3,
             min(CASE WHEN enters THEN happened_on END) AS entered
           FROM person p JOIN keyed m ON m.person_id = p.id
           WHERE p.removed_at IS NULL GROUP BY p.id)
         SELECT {}, {}, {}, kind2, kind3, sex, migrant, e.form, skill_grade, entered IS NOT NULL,
           coalesce(kind2, '') = '{retained}', coalesce(kind3, '') = '{retained}', count(*)
         FROM newest n
         LEFT JOIN employment e ON e.person_id = n.id AND e.removed_at IS NULL AND e.left_on IS NULL
         GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12",
        day_sql("m"),
        kind_sql("m"),
        newest(1),
        newest(2),
        newest(3),
        member(1),
        member(2),
        member(3),
    )
}

/// The roster as seen at the end of a year and of the two before.
pub(crate) fn alike(connection: &Connection, year: i32) -> Result<Vec<Alike>, Problem> {
    let mut statement = connection.prepare_cached(&sql())?;
    let following = [year - 1, year, year + 1].map(|year| year.to_string());
    let rows = statement.query_map(rusqlite::params_from_iter(following), |row| {
        let member: [bool; 3] = [row.get(0)?, row.get(1)?, row.get(2)?];
        let kinds: [Option<String>; 2] = [row.get(3)?, row.get(4)?];
        let kind = |at: usize| {
            let letter = kinds[at].as_deref().filter(|_| member[at] != member[at + 1])?;
            kind_of_letter(letter).map(|kind| kind.code().to_owned())
        };
        Ok(Alike {
            by: [kind(0), kind(1)],
            member,
            sex: row.get(5)?,
            migrant: row.get(6)?,
            form: row.get(7)?,
            grade: row.get(8)?,
            dated: row.get(9)?,
            retained: [row.get(10)?, row.get(11)?],
            people: row.get(12)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
