//! Pure decisions about an issued paper's life: what a sending must say, in which order its days come, where it stands.
//! Whether and by when a paper must be sent is its module's law and not decided here.

use chrono::NaiveDate;

use super::model::{FilePaper, FiledPaper, Outgoing, OutgoingState, Sending, SendingInput};
use crate::Problem;
use crate::typed::{short, text};

/// Where a paper stands.
pub fn state(sendings: &[Sending], filed: Option<&FiledPaper>) -> OutgoingState {
    if filed.is_some() {
        OutgoingState::Filed
    } else if sendings.is_empty() {
        OutgoingState::Issued
    } else if sendings.iter().any(|sending| sending.signed_on.is_none()) {
        OutgoingState::Sent
    } else {
        OutgoingState::Signed
    }
}

/// Refuses a sending that lacks what the register needs, or whose days cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check_sending(input: &SendingInput, issued_on: NaiveDate, today: NaiveDate) -> Result<(), Problem> {
    short("receiver", &input.receiver, 100)?;
    short("signedBy", input.signed_by.as_deref().unwrap_or_default(), 50)?;
    short("note", input.note.as_deref().unwrap_or_default(), 500)?;
    if input.receiver.trim().is_empty() {
        return Err(Problem::input("receiver", "请写明送给谁，例如“公司行政部”。"));
    }
    if input.sent_on < issued_on {
        return Err(Problem::input("sentOn", "发出的日期不能早于印发的日期，请核对。"));
    }
    if input.sent_on > today {
        return Err(Problem::input("sentOn", "发出的日期还没有到，请在发出后登记。"));
    }
    match (text(&input.signed_by), input.signed_on) {
        (None, Some(_)) => Err(Problem::input("signedBy", "写了签收日期，还要写明是谁签收的。")),
        (Some(_), None) => Err(Problem::input("signedOn", "写了签收人，还要写明是哪一天签收的。")),
        (_, Some(on)) if on < input.sent_on => {
            Err(Problem::input("signedOn", "签收的日期不能早于发出的日期，请核对。"))
        }
        (_, Some(on)) if on > today => {
            Err(Problem::input("signedOn", "签收的日期还没有到，请在收到回执后登记。"))
        }
        _ => Ok(()),
    }
}

/// Refuses a sending that is entered twice, or after the paper was filed.
///
/// Errors: `refused`; `bad_input` at `receiver`.
pub fn check_place(input: &SendingInput, paper: &Outgoing) -> Result<(), Problem> {
    if paper.filed.is_some() {
        return Err(Problem::new("refused", "这份文件已经归档；还要登记发送的，请先取消归档。"));
    }
    let twice = paper.sendings.iter().any(|other| {
        Some(other.id) != input.id
            && other.receiver == input.receiver.trim()
            && other.sent_on == input.sent_on
            && other.manner == input.manner
    });
    if twice {
        return Err(Problem::input(
            "receiver",
            "这一天送给同一家的已经登记过一次，请核对；要改的请改那一条。",
        ));
    }
    Ok(())
}

/// Refuses a filing whose day cannot be.
///
/// Errors: `bad_input` at `filedOn`.
pub fn check_filing(
    file: &FilePaper,
    issued_on: NaiveDate,
    sendings: &[Sending],
    today: NaiveDate,
) -> Result<(), Problem> {
    if file.filed_on < issued_on {
        return Err(Problem::input("filedOn", "归档的日期不能早于印发的日期，请核对。"));
    }
    if sendings.iter().any(|sending| sending.signed_on.unwrap_or(sending.sent_on) > file.filed_on) {
        return Err(Problem::input("filedOn", "归档的日期早于发送或者签收的日期，请核对。"));
    }
    if file.filed_on > today {
        return Err(Problem::input("filedOn", "归档的日期还没有到，请在归档后登记。"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::outgoing::model::SendingManner;

    const ID: &str = "01990000-0000-7000-8000-000000000001";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Sent the day after the issue on 16 November, looked at on the 20th.
    fn refused(change: impl FnOnce(&mut SendingInput)) -> Option<String> {
        let mut input = SendingInput {
            id: None,
            paper: ID.parse().unwrap(),
            receiver: "公司行政部".into(),
            manner: SendingManner::Handed,
            sent_on: day("2026-11-17"),
            signed_by: Some("万里程".into()),
            signed_on: Some(day("2026-11-17")),
            note: None,
        };
        change(&mut input);
        check_sending(&input, day("2026-11-16"), day("2026-11-20")).err().and_then(|why| why.field)
    }

    #[test]
    fn a_sending_lies_between_issue_and_today_and_its_receipt_is_whole() {
        let at = |field: &str| Some(field.to_owned());
        assert_eq!(refused(|_| ()), None, "signed for on the day it was handed over");
        assert_eq!(refused(|one| (one.signed_by, one.signed_on) = (None, None)), None, "not signed for yet");
        assert_eq!(refused(|one| one.receiver = "\u{3000}".into()), at("receiver"));
        assert_eq!(refused(|one| one.sent_on = day("2026-11-15")), at("sentOn"));
        assert_eq!(
            refused(|one| (one.sent_on, one.signed_by, one.signed_on) = (day("2026-11-16"), None, None)),
            None,
            "on the day of issue"
        );
        assert_eq!(refused(|one| one.sent_on = day("2026-11-21")), at("sentOn"));
        assert_eq!(refused(|one| one.signed_by = Some(" ".into())), at("signedBy"));
        assert_eq!(refused(|one| one.signed_on = None), at("signedOn"));
        assert_eq!(
            refused(|one| one.signed_on = Some(day("2026-11-16"))),
            at("signedOn"),
            "before it was sent"
        );
        assert_eq!(refused(|one| one.signed_on = Some(day("2026-11-20"))), None, "today");
        assert_eq!(refused(|one| one.signed_on = Some(day("2026-11-21"))), at("signedOn"));
    }

    #[test]
    fn a_paper_is_filed_between_issue_and_today() {
        let filed = |on: &str| {
            let file = FilePaper { id: ID.parse().unwrap(), filed_on: day(on), number: None, place: None };
            check_filing(&file, day("2026-11-16"), &[], day("2026-11-20")).is_ok()
        };
        assert_eq!(
            ["2026-11-15", "2026-11-16", "2026-11-20", "2026-11-21"].map(filed),
            [false, true, true, false]
        );
    }

    #[test]
    fn a_paper_waits_until_the_last_receiver_has_signed() {
        let sending = |signed: bool| Sending {
            id: ID.parse().unwrap(),
            receiver: "公司".into(),
            manner: SendingManner::Posted,
            sent_on: day("2026-11-17"),
            signed_by: signed.then(|| "万里程".into()),
            signed_on: signed.then(|| day("2026-11-18")),
            note: None,
        };
        let filed = FiledPaper { on: day("2026-11-20"), number: None, place: None };
        assert_eq!(state(&[], None), OutgoingState::Issued);
        assert_eq!(state(&[sending(true), sending(false)], None), OutgoingState::Sent);
        assert_eq!(state(&[sending(true), sending(true)], None), OutgoingState::Signed);
        assert_eq!(state(&[sending(false)], Some(&filed)), OutgoingState::Filed, "filed is filed");
        assert_eq!(state(&[], Some(&filed)), OutgoingState::Filed, "a list kept in the file goes to nobody");
    }
}
