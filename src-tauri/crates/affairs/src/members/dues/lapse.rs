//! Members without dues and without union life for the months of the rule: told as proposals, with what the ledger knows, until
//! somebody has talked with them. That one counts as having left is never the program's word: it is registered by a person,
//! after a talk that was in vain, and then stands among the events of the membership like any other leaving.

use chrono::NaiveDate;
use law::{LawBook, RuleRef};
use ledger::Tx;
use rusqlite::{Connection, params};

use super::accounts::{self, Account, Asked};
use super::model::{DuesLapse, DuesLapses, DuesOutcome, DuesScope, DuesTalkId, DuesTalkInput, EndForDues};
use super::{rules, store};
use crate::Problem;
use crate::members::membership;
use crate::members::membership::model::{MembershipEventId, MembershipState};
use crate::members::model::PersonId;
use crate::members::store as people;
use crate::month::Month;
use crate::search::sort_key;
use crate::typed::short;
use crate::union;

/// The rule that asks for so many months, in force on a day; none where no pack has it.
pub(super) fn rule(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<Option<(u32, RuleRef)>, Problem> {
    let place = union::store::place(connection)?;
    let Some(ruling) = book.applies("members.lapse", &place, today) else { return Ok(None) };
    let months = ruling.winner.quantity.as_ref().and_then(|quantity| quantity.boundary(0));
    Ok(months.map(|months| (months, ruling.winner.reference())))
}

/// Whom it is about, those who were not talked with first. Whoever was excused or took part is there again when as many months
/// have passed since.
pub fn lapses(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<DuesLapses, Problem> {
    let Some((months, rule)) = rule(connection, book, today)? else {
        let message = "现行法规库里没有关于长期不交会费的规定，程序不作提示。";
        return Err(Problem::new("refused", message));
    };
    let people = about(connection, book, today, months)?;
    Ok(DuesLapses { months, rule, people })
}

/// The proposals where the rule asks for so many months.
pub(super) fn about(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    wanted: u32,
) -> Result<Vec<DuesLapse>, Problem> {
    let Some((first, this)) = accounts::whole_span(connection, today)? else { return Ok(Vec::new()) };
    let mut found: Vec<(Account, Month, u32)> = Vec::new();
    let scope = DuesScope::default();
    let asked = Asked { scope: &scope, only: None, first, last: this };
    accounts::each(connection, book, &asked, &mut |account| {
        if account.state == MembershipState::Member
            && let Some((since, months)) = row_of(&account, today).filter(|(_, months)| *months >= wanted)
        {
            found.push((account, since, months));
        }
        Ok(())
    })?;
    let mut people = Vec::new();
    for (account, since, months) in found {
        let seen_on = seen_on(connection, account.person)?;
        let talks = store::talks(connection, account.person)?;
        if quiet_months(since, today, seen_on, &talks) < i64::from(wanted) {
            continue;
        }
        let refused = talks.iter().find(|talk| talk.talked_on >= since.first());
        let may_end = refused.is_some_and(|talk| talk.outcome == DuesOutcome::Refused);
        people.push(DuesLapse {
            person: account.person,
            name: account.name,
            shop: account.shop,
            group: account.group,
            since,
            months,
            seen_on,
            talks,
            may_end,
        });
    }
    people.sort_by_cached_key(|one| (one.talks.len(), sort_key(&one.name)));
    Ok(people)
}

fn row_of(account: &Account, today: NaiveDate) -> Option<(Month, u32)> {
    let months: Vec<_> = account.months.iter().map(|month| (month.month, month.state)).collect();
    rules::unpaid_row(&months, today)
}

/// How many whole months have ended since the last of: the row's beginning, a part in union life, a reason that was accepted.
fn quiet_months(since: Month, today: NaiveDate, seen_on: Option<NaiveDate>, talks: &[DuesTalkInput]) -> i64 {
    let settled =
        talks.iter().filter(|talk| matches!(talk.outcome, DuesOutcome::Excused | DuesOutcome::Active));
    let last = settled.map(|talk| talk.talked_on).chain(seen_on).max();
    let from = last.map_or(since, |day| since.max(Month::of(day).plus(1)));
    i64::from(Month::of(today).since(from))
}

/// The last day on which the ledger knows of a person taking part: present at a meeting of the union's.
fn seen_on(connection: &Connection, person: PersonId) -> Result<Option<NaiveDate>, Problem> {
    let sql = "SELECT max(m.held_on) FROM live_committee_attendance a JOIN live_committee_meeting m ON m.id = a.meeting_id
      WHERE a.person_id = ?1 AND a.present = 1";
    Ok(connection.prepare_cached(sql)?.query_row(params![person], |row| row.get(0))?)
}

/// Keeps a talk, new or changed.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_talk(tx: &Tx, input: &DuesTalkInput) -> Result<DuesTalkId, Problem> {
    people::name_and_sex(tx, input.person)?;
    if let Some(id) = input.id
        && store::talked_with(tx, id)? != input.person
    {
        return Err(Problem::missing("次谈话"));
    }
    short("talkedBy", &input.talked_by, 50)?;
    short("said", &input.said, 500)?;
    for (field, text, message) in [
        ("talkedBy", &input.talked_by, "请写谁和他谈的。"),
        ("said", &input.said, "请写谈了什么；有正当理由的，写明是什么理由。"),
    ] {
        if text.trim().is_empty() {
            return Err(Problem::input(field, message));
        }
    }
    if input.talked_on > tx.today() {
        return Err(Problem::input("talkedOn", "谈话的日期还没有到，请在谈过以后登记。"));
    }
    if input.until.is_some_and(|until| until < input.talked_on) {
        return Err(Problem::input("until", "再看一次的日期早于谈话的日期，请核对。"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::write_talk(tx, id, input)?;
    Ok(id)
}

/// Puts a talk out of sight.
///
/// Errors: `not_found`.
pub fn remove_talk(tx: &Tx, id: DuesTalkId) -> Result<(), Problem> {
    store::remove_talk(tx, id)
}

/// Whether a removed talk may come back: its person stands.
pub(crate) fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    let sql = "SELECT 1 FROM dues_talk t JOIN live_person p ON p.id = t.person_id WHERE t.id = ?1";
    if connection.prepare(sql)?.exists([id])? {
        Ok(())
    } else {
        Err(Problem::new("refused", "这次谈话的本人已经移除，请先恢复本人。"))
    }
}

/// Registers that a member counts as having left: an event of the membership with its reason.
///
/// Errors: `refused` with the rule, for one whom it is not about or who was not talked with in vain; `bad_input` at its field.
pub fn end_for_dues(tx: &Tx, book: &LawBook, input: &EndForDues) -> Result<MembershipEventId, Problem> {
    let today = tx.today();
    let Some((months, rule)) = rule(tx, book, today)? else {
        return Err(Problem::new("refused", "现行法规库里没有可以依据的规定，不能这样登记。"));
    };
    let lapse = about(tx, book, today, months)?.into_iter().find(|one| one.person == input.person);
    let Some(lapse) = lapse else {
        let message = format!(
            "他没有连续{months}个月不交会费、不参加工会生活，不能视为退会；本人要退会的，在会籍里登记。"
        );
        return Err(Problem::refused(&rule, message).at("person"));
    };
    if !lapse.may_end {
        let message = "要先谈话劝导，劝导以后仍不改正的才能视为退会；请先登记谈话，结果选“经劝导拒不改正”。";
        return Err(Problem::refused(&rule, message).at("person"));
    }
    let talked = lapse.talks.iter().map(|talk| talk.talked_on).max();
    if talked.is_some_and(|talked| input.on < talked) {
        return Err(Problem::input("on", "视为退会的日期应在谈话以后，请核对。"));
    }
    short("note", &input.note, 200)?;
    if input.note.trim().is_empty() {
        return Err(Problem::input("note", "请写明原因，会写进会籍登记和退会公告。"));
    }
    if input.on > today {
        return Err(Problem::input("on", "这一天还没有到，请在视为退会以后登记。"));
    }
    let event = membership::store::insert_lapsed(tx, input.person, input.on, input.note.trim())?;
    membership::judge(tx, input.person)?;
    Ok(event)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn talk(on: &str, outcome: DuesOutcome) -> DuesTalkInput {
        DuesTalkInput {
            id: None,
            person: "01990000-0000-7000-8000-000000000005".parse().unwrap(),
            talked_on: on.parse().unwrap(),
            talked_by: "李强".to_owned(),
            said: "家里有病人".to_owned(),
            outcome,
            until: None,
        }
    }

    #[test]
    fn the_months_begin_anew_with_a_part_in_union_life_or_a_reason() {
        let since = "2026-01".parse().unwrap();
        let today = "2026-09-15".parse().unwrap();
        let quiet = |seen: Option<&str>, talks: &[DuesTalkInput]| {
            quiet_months(since, today, seen.map(|day| day.parse().unwrap()), talks)
        };
        assert_eq!(quiet(None, &[]), 8);
        assert_eq!(quiet(Some("2025-06-01"), &[]), 8, "what was before the row does not matter");
        assert_eq!(quiet(Some("2026-04-30"), &[]), 4);
        assert_eq!(quiet(None, &[talk("2026-07-01", DuesOutcome::Excused)]), 1);
        assert_eq!(quiet(None, &[talk("2026-07-01", DuesOutcome::Active)]), 1);
        assert_eq!(
            quiet(None, &[talk("2026-07-01", DuesOutcome::Refused)]),
            8,
            "a talk in vain excuses nothing"
        );
        assert_eq!(quiet(None, &[talk("2026-07-01", DuesOutcome::Promised)]), 8);
    }
}
