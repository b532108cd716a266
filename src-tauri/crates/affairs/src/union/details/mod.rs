//! The union's record (工会登记): what kind it is, whose workers it joins, who approved it, its account and its certificate.
//! Its people are `bodies`, what it keeps in cupboards `custody`.

pub mod model;
pub(crate) mod rules;
mod store;

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::Connection;

use super::model::Shown;
use super::{settings, store as union};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};
use model::{UnionDetails, UnionSheet};

/// The record, its account as it may be seen.
pub fn sheet(connection: &Connection, account: Shown) -> Result<UnionSheet, Problem> {
    let union = union::union_record(connection)?;
    let mut details = store::details(connection)?;
    details.bank_account = details.bank_account.map(|number| rules::shown_account(&number, account));
    Ok(UnionSheet { id: store::id(connection)?, name: union.name, credit_code: union.credit_code, details })
}

/// Keeps the record. A masked account stays as it is.
///
/// Errors: `bad_input` at its field.
pub fn save(tx: &Tx, input: &UnionDetails) -> Result<(), Problem> {
    let standing = store::details(tx)?.bank_account;
    store::save(tx, &rules::checked(input, standing.as_deref(), tx.today())?)
}

/// 法定代表人 of the union's own enterprise, as its record has it.
pub(crate) fn employer_representative(connection: &Connection) -> Result<Option<String>, Problem> {
    representative(connection, &union::union_record(connection)?.employer)
}

/// 法定代表人 of one of the union's enterprises, by its name; none of a firm that is not among them.
pub(crate) fn representative(connection: &Connection, enterprise: &str) -> Result<Option<String>, Problem> {
    store::representative(connection, enterprise)
}

/// The code that the union has not got yet, and the certificate's renewal as many days ahead as the chair set.
pub fn duties(connection: &Connection, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let mut duties = Vec::new();
    // The form, with the field that is asked for in sight.
    let place =
        |field: &str| Place { page: "union".to_owned(), id: None, part: Some(format!("record:{field}")) };
    if union::union_record(connection)?.credit_code.is_empty() {
        let title = "填上工会的统一社会信用代码".to_owned();
        let id = DutyKind::UnionCreditCode.only();
        let duty = Duty::undated(Band::NoDay, id, Whose::Union, title, place("creditCode"));
        let origin = "工会的代码还空着，合同和报表上缺这一项。代码在工会法人资格证书上，以81开头；证书还没有办的，请向上一级工会申请办理。";
        duties.push(Duty { origin: origin.to_owned(), button: "去登记".to_owned(), ..duty });
    }
    let details = store::details(connection)?;
    let Some(until) = details.certificate_until else { return Ok(duties) };
    let settings = settings::read(connection)?;
    if !settings.reminds(until, today) {
        return Ok(duties);
    }
    let title = "换发工会法人资格证书".to_owned();
    let id = DutyKind::UnionCertificate.only();
    let duty = Duty::due(today, until, id, Whose::Union, title, place("certificateUntil"));
    let origin = format!(
        "证书（{}）有效期至{}；{}。换发以后，把新的有效期登记在“工会登记”里。",
        details.certificate_number.unwrap_or_default(),
        day_words(until),
        settings.reminder_words()
    );
    duties.push(Duty { origin, button: "去登记".to_owned(), ..duty });
    Ok(duties)
}
