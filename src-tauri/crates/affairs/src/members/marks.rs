//! What others' forms call the facts of a person: one table for a single person and for each line of a list. Numbers by
//! which a person is known, and the day of birth that one of them holds, are masked unless they may be shown.

use chrono::NaiveDate;
use paper::filling::{FormValue, Line};
use rusqlite::Connection;

use crate::Problem;
use crate::masks::{shown_birth, shown_email, shown_id, shown_phone, shown_within};
use crate::members::days::words;
use crate::members::flags::rules::FlagDays;
use crate::members::model::{MemberQuery, PersonId};
use crate::members::store::{self, PersonRow, StoredDate};
use crate::office::forms::marks::Marks;
use crate::office::forms::model::FormAbout;
use crate::union::model::Shown;

/// A fact of a person and how it reads.
type Field = (&'static str, fn(&PersonRow, Shown) -> FormValue);

/// What identity is called; these are masked on what is posted up.
pub const IDENTITY: [&str; 5] = ["证件号码", "手机", "其他电话", "邮箱", "出生日期"];

/// The facts of a person, in the order of the roster.
const FIELDS: [Field; 28] = [
    ("姓名", |row, _| FormValue::Text(row.name.clone())),
    ("性别", |row, _| FormValue::Text(row.sex.label().to_owned())),
    (IDENTITY[4], |row, seen| born(&row.birth, seen)),
    ("证件类别", |row, _| text(&row.id_kind)),
    (IDENTITY[0], |row, seen| masked(&row.id_number, seen, shown_id)),
    (IDENTITY[1], |row, seen| masked(&row.phone, seen, shown_phone)),
    (IDENTITY[2], |row, seen| masked(&row.other_phones, seen, shown_phone)),
    (IDENTITY[3], |row, seen| masked(&row.email, seen, shown_email)),
    ("民族", |row, _| text(&row.ethnicity)),
    ("学历", |row, _| text(&row.education)),
    ("政治面貌", |row, _| text(&row.political)),
    ("技能等级", |row, _| text(&row.skill_grade)),
    ("职称", |row, _| text(&row.title)),
    ("户籍类型", |row, _| text(&row.household)),
    ("户籍所在地", |row, _| text(&row.household_place)),
    ("籍贯", |row, _| text(&row.native_place)),
    ("是否农民工", |row, _| yes_no(row.migrant)),
    ("参加工作时间", |row, _| day(&row.started_on)),
    ("备注", |row, seen| masked(&row.note, seen, shown_within)),
    ("工作单位", |row, _| text(&row.employer)),
    ("车间", |row, _| text(&row.shop)),
    ("班组", |row, _| text(&row.team)),
    ("岗位", |row, _| text(&row.post)),
    ("工号", |row, _| text(&row.work_number)),
    ("用工形式", |row, _| FormValue::Text(row.form.label().to_owned())),
    ("就业状况", |row, _| text(&row.status)),
    ("入职日期", |row, _| day(&row.hired_on)),
    ("入会日期", |row, _| day(&row.member_since)),
];

/// Those that the copy of a person's own data lists by itself; what follows are their jobs.
const OF_THE_PERSON: usize = 19;

/// What the list of members is called in a form.
const LIST: &str = "会员";

/// What is entered of a person beside their jobs, identity as it may be seen; what is not entered is not there.
pub(super) fn facts(row: &PersonRow, identity: Shown) -> Vec<(&'static str, String)> {
    let own = FIELDS.iter().take(OF_THE_PERSON).map(|(name, of)| (*name, of(row, identity)));
    own.filter(|(_, value)| !value.is_blank()).map(|(name, value)| (name, value.shown())).collect()
}

/// The marks of one person; without one, what the marks are called.
///
/// Errors: `not_found`.
pub fn of_person(
    connection: &Connection,
    id: Option<PersonId>,
    identity: Shown,
    into: &mut Marks,
) -> Result<(), Problem> {
    let row = id.map(|id| store::person(connection, id)).transpose()?;
    let value = |of: fn(&PersonRow, Shown) -> FormValue| {
        row.as_ref().map_or(FormValue::Blank, |row| of(row, identity))
    };
    let all = FIELDS.iter().map(|(name, of)| ((*name).to_owned(), value(*of))).collect();
    into.put(FormAbout::Person, "一名会员", all);
    Ok(())
}

/// The marks of a list of members; without a query, what the marks are called. Answers who is in it. Those whose
/// membership has ended are not.
pub fn of_roster(
    connection: &Connection,
    query: Option<(&MemberQuery, &FlagDays)>,
    identity: Shown,
    into: &mut Marks,
) -> Result<Vec<PersonId>, Problem> {
    let mut people = Vec::new();
    if let Some((query, days)) = query {
        store::each(connection, days, query, identity, &mut |_, line| {
            people.extend(line.state.stands().then_some(line.id));
            Ok(())
        })?;
    }
    let line = |id: &PersonId| -> Result<Line, Problem> {
        let row = store::person(connection, *id)?;
        Ok(FIELDS.iter().map(|(name, of)| ((*name).to_owned(), of(&row, identity))).collect())
    };
    let lines = people.iter().map(line).collect::<Result<_, _>>()?;
    into.put_list(FormAbout::Roster, LIST, &FIELDS.map(|(name, _)| name), lines);
    Ok(people)
}

/// Whether a mark shows what is masked on what is posted up.
pub fn is_identity(mark: &str) -> bool {
    let field = mark.strip_prefix(LIST).and_then(|rest| rest.strip_prefix('.')).unwrap_or(mark);
    IDENTITY.contains(&field)
}

fn text(value: &Option<String>) -> FormValue {
    value.clone().map_or(FormValue::Blank, FormValue::Text)
}

fn masked(value: &Option<String>, seen: Shown, mask: fn(&str, Shown) -> String) -> FormValue {
    value.as_deref().map_or(FormValue::Blank, |number| FormValue::Text(mask(number, seen)))
}

/// The day of birth, or its year.
fn born(value: &Option<StoredDate>, seen: Shown) -> FormValue {
    match value {
        Some((birth, _)) if seen != Shown::Full => FormValue::Text(words(&shown_birth(birth, seen))),
        _ => day(value),
    }
}

fn yes_no(value: Option<bool>) -> FormValue {
    value.map_or(FormValue::Blank, |yes| FormValue::Text(if yes { "是" } else { "否" }.to_owned()))
}

/// A day where it is known to the day, else as far as it is known.
fn day(value: &Option<StoredDate>) -> FormValue {
    match value {
        Some((text, precision)) => match text.parse::<NaiveDate>().ok().filter(|_| precision == "day") {
            Some(day) => FormValue::Day(day),
            None => FormValue::Text(words(text)),
        },
        None => FormValue::Blank,
    }
}
