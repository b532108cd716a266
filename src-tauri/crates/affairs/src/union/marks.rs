//! What others' forms call the facts of the union, and what they stand for. What a mark looks like in a form, `office`
//! says.

use chrono::{Datelike, NaiveDate};
use paper::filling::FormValue;
use rusqlite::Connection;

use crate::Problem;
use crate::members;
use crate::office::forms::marks::Marks;
use crate::office::forms::model::FormAbout;
use crate::union::bodies::model::UnionOffice;
use crate::union::model::{Role, Shown};
use crate::union::{bodies, details, store};

/// The union's marks, which any form may bear.
pub fn marks(connection: &Connection, today: NaiveDate, into: &mut Marks) -> Result<(), Problem> {
    let union = store::union_record(connection)?;
    let sheet = details::sheet(connection, Shown::Never)?.details;
    let committee = bodies::committee(connection, today)?;
    let named = |office: UnionOffice| -> Vec<&str> {
        committee.iter().filter(|(one, _)| *one == office).map(|(_, name)| name.as_str()).collect()
    };
    // Where no committee is recorded, whoever chairs at the desk.
    let chair = match bodies::chair(connection, today)? {
        Some(name) => Some(name),
        None => store::desk_people(connection)?
            .into_iter()
            .find(|person| person.role == Role::Chair)
            .map(|person| person.name),
    };
    let everyone: Vec<&str> = committee.iter().map(|(_, name)| name.as_str()).collect();
    let counts = members::store::counts(connection)?;
    let text = |mark: &str, value: String| (mark.to_owned(), FormValue::Text(value));
    let day = |value: Option<NaiveDate>| value.map_or(FormValue::Blank, FormValue::Day);
    let count = |mark: &str, value: u32| (mark.to_owned(), FormValue::Number(value.into()));
    into.put(
        FormAbout::Union,
        "本会",
        vec![
            text("工会名称", union.name),
            text("统一社会信用代码", union.credit_code),
            text("单位名称", union.employer),
            text("主席", chair.unwrap_or_default()),
            text("副主席", named(UnionOffice::Vice).join("、")),
            text("工会委员会委员", everyone.join("、")),
            ("建会日期".to_owned(), day(sheet.established_on)),
            text("批复文号", sheet.approval_number.unwrap_or_default()),
            text("上级工会", sheet.upper_union.unwrap_or_default()),
            text("法人资格证书编号", sheet.certificate_number.unwrap_or_default()),
            ("法人资格证书有效期".to_owned(), day(sheet.certificate_until)),
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
