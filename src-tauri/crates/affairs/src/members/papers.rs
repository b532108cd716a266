//! What the papers about people are filled with. So far one: everything held about a person, for that person
//! (个人信息保护法 art. 45). Who looked at them is `desk`'s to hand over; how the paper looks, its template's.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::members::consents;
use crate::members::model::PersonId;
use crate::members::store::{self, EventRow, JobRow, PersonRow};
use crate::office::model::Filled;
use crate::union;

/// 个人信息副本, made from a person.
pub const OWN_DATA: &str = "members.ownData";

/// A look at the person's identity in full, from the access log.
#[derive(Debug, Clone, Serialize)]
pub struct LookLine {
    /// 2026-09-15 09:00.
    pub at: String,
    /// Who looked.
    pub who: String,
    /// Why.
    pub purpose: String,
}

#[derive(Serialize)]
struct OwnData {
    union: Named,
    person: Named,
    facts: Vec<Fact>,
    jobs: Vec<JobRow>,
    events: Vec<EventRow>,
    consents: Vec<ConsentLine>,
    looks: Vec<LookLine>,
    source: String,
    day: NaiveDate,
}

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Fact {
    name: &'static str,
    value: String,
}

#[derive(Serialize)]
struct ConsentLine {
    purpose: &'static str,
    about: String,
    recipient: Option<String>,
    given: NaiveDate,
    withdrawn: Option<NaiveDate>,
}

/// Fills the copy of a person's own data, identity in full.
///
/// Errors: `not_found`.
pub fn own_data(
    connection: &Connection,
    id: PersonId,
    looks: Vec<LookLine>,
    day: NaiveDate,
) -> Result<Filled, Problem> {
    let row = store::person(connection, id)?;
    let consents = consents::list(connection, Some(id))?;
    let context = OwnData {
        union: Named { name: union::store::union_record(connection)?.name },
        facts: facts(&row),
        jobs: store::jobs(connection, id)?,
        events: store::events(connection, id)?,
        consents: (consents.into_iter())
            .map(|consent| ConsentLine {
                purpose: consent.purpose.label(),
                about: consent.about,
                recipient: consent.recipient,
                given: consent.given_on,
                withdrawn: consent.withdrawn_on,
            })
            .collect(),
        looks,
        source: match store::source(connection, id)? {
            Some((day, line)) => format!("{day}导入的花名册第{line}行，以及其后在本账本中的登记。"),
            None => "在本账本中直接登记。".to_owned(),
        },
        day,
        person: Named { name: row.name.clone() },
    };
    let title = format!("{}个人信息副本", row.name);
    Filled::new("members/own-data", id.to_string(), title, Vec::new(), &context)
}

/// What is entered of a person, in the order of the roster; what is not entered is not there.
fn facts(row: &PersonRow) -> Vec<Fact> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let migrant = row.migrant.map(|yes| if yes { "是" } else { "否" }.to_owned());
    let all = [
        ("姓名", row.name.clone()),
        ("性别", row.sex.label().to_owned()),
        ("出生日期", row.birth.as_ref().map(|day| day.0.clone()).unwrap_or_default()),
        ("证件类别", text(&row.id_kind)),
        ("证件号码", text(&row.id_number)),
        ("手机", text(&row.phone)),
        ("其他电话", text(&row.other_phones)),
        ("民族", text(&row.ethnicity)),
        ("学历", text(&row.education)),
        ("政治面貌", text(&row.political)),
        ("技能等级", text(&row.skill_grade)),
        ("户籍类型", text(&row.household)),
        ("籍贯", text(&row.native_place)),
        ("是否农民工", text(&migrant)),
        ("备注", text(&row.note)),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| Fact { name, value }).collect()
}
