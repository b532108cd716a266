//! What others' forms call the facts of the union, and what they stand for. What a mark looks like in a form, `office`
//! says.

use chrono::{Datelike, NaiveDate};
use paper::filling::FormValue;
use rusqlite::Connection;

use crate::Problem;
use crate::members;
use crate::office::forms::marks::Marks;
use crate::office::forms::model::FormAbout;
use crate::union::model::Role;
use crate::union::store;

/// The union's marks, which any form may bear.
pub fn marks(connection: &Connection, today: NaiveDate, into: &mut Marks) -> Result<(), Problem> {
    let union = store::union_record(connection)?;
    let chair = store::desk_people(connection)?.into_iter().find(|person| person.role == Role::Chair);
    let counts = members::store::counts(connection)?;
    let text = |mark: &str, value: String| (mark.to_owned(), FormValue::Text(value));
    let count = |mark: &str, value: u32| (mark.to_owned(), FormValue::Number(value.into()));
    into.put(
        FormAbout::Union,
        "本会",
        vec![
            text("工会名称", union.name),
            text("统一社会信用代码", union.credit_code),
            text("单位名称", union.employer),
            text("主席", chair.map(|person| person.name).unwrap_or_default()),
            count("会员人数", counts.total),
            count("女会员人数", counts.women),
            count("农民工会员人数", counts.migrant),
            count("劳务派遣会员人数", counts.dispatched),
            ("填表日期".to_owned(), FormValue::Day(today)),
            ("年度".to_owned(), FormValue::Number(today.year().into())),
        ],
    );
    Ok(())
}
