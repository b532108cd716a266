//! A letter of reminder that was written against a refusal and is not out when the other side agrees after all: 今日 asks no more for
//! it to be issued, but for its case to be settled. What the letters themselves ask for is their own module's.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::{standing, store};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};
use crate::letters;
use crate::letters::model::{SupervisionCaseId, SupervisionLetterKind};
use crate::negotiation::agreement;
use crate::negotiation::model::ReplyKind;
use crate::negotiation::store as talks;
use crate::union::model::Shown;

/// The duties of the letters, those of letters that need not go out any more put as what is left to do with them.
pub fn relieved(
    connection: &Connection,
    book: &LawBook,
    duties: Vec<Duty>,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let mut told = Vec::with_capacity(duties.len());
    for duty in duties {
        let left = match case_of(&duty) {
            Some(case) => settled(connection, book, case, today)?,
            None => None,
        };
        told.push(match left {
            Some(left) => Duty { id: duty.id, ..left },
            None => duty,
        });
    }
    Ok(told)
}

/// The case of a duty to send a reminder out.
fn case_of(duty: &Duty) -> Option<SupervisionCaseId> {
    let sending = [DutyKind::SupervisionIssueReminder, DutyKind::SupervisionServeReminder];
    let kind = DutyKind::of_id(&duty.id).filter(|kind| sending.contains(kind));
    kind.and_then(|_| duty.id.split(':').nth(1)?.parse().ok())
}

/// What is left to do with a letter that is not out, of talks that are refused no more; none where it is still to be sent.
fn settled(
    connection: &Connection,
    book: &LawBook,
    case: SupervisionCaseId,
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let Some((id, title)) = store::of_case(connection, case)? else { return Ok(None) };
    let agreed = talks::reply(connection, id)?.filter(|reply| reply.kind != ReplyKind::Refused);
    let Some(reply) = agreed else { return Ok(None) };
    let of_talks = agreement::book_of(connection, book, id)?;
    if standing(connection, of_talks, &talks::head(connection, id)?, today)?.is_some() {
        return Ok(None);
    }
    let whole = letters::get(connection, book, case, today, Shown::Never)?;
    let letter = whole.letters.iter().find(|one| one.record.kind == SupervisionLetterKind::Reminder);
    if letter.is_none_or(|letter| letter.number.is_some() || letter.received_on.is_some()) {
        return Ok(None);
    }
    let place = Place { page: "letters".to_owned(), id: Some(case.to_string()), part: None };
    let what = format!("对方已经同意协商，提示函不用再发，移除监督案件{}（{title}）", whole.number);
    let name = DutyKind::SupervisionIssueReminder.id(case);
    let origin = format!(
        "对方于{}答复同意协商；提示函写好以后没有印发，不用再发，这件监督案件可以移除。",
        day_words(reply.replied_on)
    );
    let duty = Duty::undated(Band::Week, name, Whose::Union, what, place);
    Ok(Some(Duty { origin, button: "看案件".to_owned(), ..duty }))
}
