//! How representatives come and go: a seat that falls vacant and is filled again, the meeting that chose them, how they are made
//! known, what protects them, the written mandates. Each act runs inside one step of the ledger. Who may represent whom is
//! `negotiation`'s.

mod duties;
pub mod model;
mod rules;
pub mod store;
mod upheld;
mod view;

pub(super) use duties::{duties, of_sealed};
pub(super) use rules::{is_posted_by_law, judge_election, posted, posting_said, unposted};
pub(super) use upheld::{check_offer, undone};
pub use view::people;
pub(super) use view::{Seats, chosen_by};

use law::LawBook;
use ledger::Tx;

use super::agreement;
use super::model::{
    Event, EventFacts, EventId, EventKind, NegotiationId, Representative, RepresentativeId,
    RepresentativeInput, Side,
};
use super::rules::{self as talks, Law, Sides};
use super::store as kept;
use crate::Problem;
use crate::duty::day_words;
use crate::members;
use crate::office;
use crate::office::text;
use model::{FillSeat, Mandate, MandateId, PostingOutcome, RepresentativeElection, RepresentativeElectionId};

/// Puts someone into a vacant seat and keeps that it was filled.
///
/// Errors: `bad_input` at its field; `refused` with the rule; `not_found`.
pub fn fill_seat(tx: &Tx, book: &LawBook, fill: &FillSeat) -> Result<RepresentativeId, Problem> {
    let head = kept::head(tx, fill.negotiation)?;
    let (of, vacancy) = kept::event(tx, fill.vacancy)?;
    let seats = kept::seats(tx, fill.negotiation)?;
    let gone = vacancy.facts.representative.filter(|_| vacancy.kind == EventKind::Vacated);
    let gone = gone.and_then(|id| seats.iter().find(|one| one.id == id));
    let Some(gone) = gone.filter(|_| of == fill.negotiation) else {
        return Err(Problem::missing("个空缺的席位"));
    };
    if let Some(filled) = seats.iter().find(|one| one.replaces == Some(gone.id)) {
        let message = format!("{}的席位已经由{}接替。", gone.record.name.trim(), filled.record.name.trim());
        return Err(Problem::input("person.name", message));
    }
    let person = with_roster_name(tx, &RepresentativeInput { id: None, ..fill.person.clone() })?;
    let on = rules::check_filling(gone, &person.chosen_how, person.chosen_on, tx.today())?;
    let law = Law { book: agreement::book_of(tx, book, head.id)?, place: &head.place, on };
    check_joining(law, gone.side, &seats, &person)?;
    let id = store::fill_seat(tx, fill.negotiation, gone, &person)?;
    let event = Event {
        id: tx.new_id::<EventId>(),
        agreement: None,
        kind: EventKind::Replaced,
        happened_on: on,
        text: format!(
            "{}接替{}，{}。",
            person.name.trim(),
            gone.record.name.trim(),
            person.chosen_how.trim()
        ),
        facts: EventFacts { representative: Some(id), ..EventFacts::default() },
        late_entry: text(&fill.late_entry).map(str::to_owned),
    };
    kept::insert_event(tx, fill.negotiation, &event)?;
    Ok(id)
}

/// Refuses someone who cannot sit on a side beside those who stand. Too few are not refused: other seats may be vacant still.
fn check_joining(
    law: Law<'_>,
    side: Side,
    seats: &[Representative],
    person: &RepresentativeInput,
) -> Result<(), Problem> {
    let standing = |of: Side| -> Vec<RepresentativeInput> {
        let all = seats.iter().filter(|one| one.side == of && one.until.is_none());
        all.map(|one| one.record.clone()).collect()
    };
    let mut ours = standing(side);
    ours.push(person.clone());
    let theirs = standing(if side == Side::Workers { Side::Employer } else { Side::Workers });
    let sides = match side {
        Side::Workers => Sides { workers: &ours, employer: &theirs },
        Side::Employer => Sides { workers: &theirs, employer: &ours },
    };
    talks::check_joining(law, side, &sides).map_err(|problem| {
        // The side's rows are no fields of this form; what is wrong with the newcomer stands at the newcomer.
        let field = problem.field.clone().unwrap_or_default();
        let name = field.rsplit('.').next().unwrap_or_default().to_owned();
        match name.as_str() {
            "name" | "post" | "chief" | "personnelManager" => problem.at(&format!("person.{name}")),
            _ => problem.at("person.name"),
        }
    })
}

/// Refuses what may not become of a vacancy or of its filling, and what a posting must say. `standing` is the event as it was
/// kept.
///
/// Errors: `bad_input` at its field; `refused`.
pub(super) fn check_event(
    tx: &Tx,
    negotiation: NegotiationId,
    event: &Event,
    standing: Option<&Event>,
) -> Result<(), Problem> {
    let of_seats = |kind: EventKind| matches!(kind, EventKind::Vacated | EventKind::Replaced);
    if let Some(standing) = standing.filter(|standing| standing.kind != event.kind)
        && (of_seats(standing.kind) || of_seats(event.kind))
    {
        return Err(Problem::input(
            "kind",
            "席位的空缺和补选不能改成别的事项；登记错了的，请删除以后重新登记。",
        ));
    }
    match event.kind {
        EventKind::Posted => {
            if event.facts.until_on.is_some_and(|until| until < event.happened_on) {
                return Err(Problem::input("untilOn", "公示结束的日期早于开始的日期，请核对。"));
            }
            Ok(())
        }
        EventKind::Vacated => {
            let mut seats = kept::seats(tx, negotiation)?;
            if let Some(standing) = standing {
                // Its own vacancy is no earlier one.
                let own = standing.facts.representative;
                seats.iter_mut().filter(|one| Some(one.id) == own).for_each(|one| one.until = None);
                let filled = seats.iter().find(|one| one.replaces.is_some() && one.replaces == own);
                if let Some(filled) = filled {
                    let chosen = filled.record.chosen_on;
                    if event.facts.representative != own || chosen.is_some_and(|on| on < event.happened_on) {
                        return Err(Problem::new("refused", filled_message(filled)));
                    }
                }
            }
            rules::check_vacated(
                event.facts.representative,
                event.happened_on,
                &seats,
                &kept::meetings(tx, negotiation)?,
            )
        }
        EventKind::Replaced => match standing {
            None => Err(Problem::input("kind", "补选请在“双方代表”一栏的空缺席位后面点“登记补选”。")),
            Some(standing) => check_moved(tx, negotiation, event, standing),
        },
        _ => Ok(()),
    }
}

fn filled_message(filled: &Representative) -> String {
    format!("这个席位已经由{}接替；要更正空缺，请先删除补选的登记。", filled.record.name.trim())
}

/// A filling moved to another day: not before the vacancy, not after a meeting attended.
fn check_moved(tx: &Tx, negotiation: NegotiationId, event: &Event, standing: &Event) -> Result<(), Problem> {
    if event.facts.representative != standing.facts.representative {
        return Err(Problem::input("representative", "补选的是谁不能更正；登记错了的，请删除以后重新登记。"));
    }
    let seats = kept::seats(tx, negotiation)?;
    let of = standing.facts.representative;
    let Some(one) = seats.iter().find(|one| Some(one.id) == of) else { return Ok(()) };
    let gone = seats.iter().find(|gone| one.replaces == Some(gone.id));
    if let Some(gone) = gone {
        rules::check_filling(gone, &one.record.chosen_how, Some(event.happened_on), tx.today())
            .map_err(|problem| problem.at("happenedOn"))?;
    }
    if let Some(meeting) = attended(tx, negotiation, one.id)?.filter(|(_, on)| *on < event.happened_on) {
        let message = format!(
            "补选的日期晚于接替的人参加的第{}轮会议（{}），请核对。",
            meeting.0,
            day_words(meeting.1)
        );
        return Err(Problem::input("happenedOn", message));
    }
    Ok(())
}

/// The first meeting in which someone is listed, by its round and day.
fn attended(
    tx: &Tx,
    negotiation: NegotiationId,
    id: RepresentativeId,
) -> Result<Option<(u32, chrono::NaiveDate)>, Problem> {
    let listed = kept::meetings(tx, negotiation)?
        .into_iter()
        .filter(|meeting| meeting.record.attendance.iter().any(|at| at.representative == id && at.present))
        .map(|meeting| (meeting.round, meeting.record.held_on));
    Ok(listed.min_by_key(|(_, on)| *on))
}

/// What follows from a filling that was moved to another day.
pub(super) fn event_changed(tx: &Tx, event: &Event) -> Result<(), Problem> {
    match event.facts.representative.filter(|_| event.kind == EventKind::Replaced) {
        Some(id) => store::move_filling(tx, id, event.happened_on),
        None => Ok(()),
    }
}

/// Refuses to remove a vacancy that was filled, and takes out of the seat whom a removed filling put there.
///
/// Errors: `refused`.
pub(super) fn event_gone(tx: &Tx, negotiation: NegotiationId, event: &Event) -> Result<(), Problem> {
    let Some(id) = event.facts.representative else { return Ok(()) };
    match event.kind {
        EventKind::Vacated => {
            let seats = kept::seats(tx, negotiation)?;
            match seats.iter().find(|one| one.replaces == Some(id)) {
                Some(filled) => Err(Problem::new("refused", filled_message(filled))),
                None => Ok(()),
            }
        }
        EventKind::Replaced => {
            if let Some((round, on)) = attended(tx, negotiation, id)? {
                let message = format!(
                    "接替的人在{}的第{round}轮会议登记了到会，补选的登记不能删除；登记错了的，请先更正会议记录。",
                    day_words(on)
                );
                return Err(Problem::new("refused", message));
            }
            store::unfill_seat(tx, id)
        }
        _ => Ok(()),
    }
}

/// Keeps a meeting that chose representatives, new or corrected. Who was chosen keeps the name on the list.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_election(
    tx: &Tx,
    book: &LawBook,
    input: &RepresentativeElection,
) -> Result<RepresentativeElectionId, Problem> {
    kept::head(tx, input.negotiation)?;
    let mut input = input.clone();
    let seats = kept::seats(tx, input.negotiation)?;
    for (at, one) in input.candidates.iter_mut().enumerate() {
        let Some(id) = one.representative else { continue };
        let chosen = seats.iter().find(|seat| seat.id == id && seat.side == Side::Workers);
        let chosen = chosen.ok_or_else(|| {
            Problem::input(&format!("candidates.{at}"), "这位候选人不在职工方代表名单里，请刷新页面再选。")
        })?;
        one.name.clone_from(&chosen.record.name);
        one.sex = chosen.record.sex;
        one.front_line = chosen.record.front_line;
        if one.post.trim().is_empty() {
            one.post.clone_from(&chosen.record.post);
        }
    }
    rules::check_election(&input, tx.today())?;
    let id = match input.id {
        Some(id) if store::election(tx, id)?.negotiation != input.negotiation => {
            return Err(Problem::missing("次推选会议"));
        }
        Some(id) => id,
        None => tx.new_id::<RepresentativeElectionId>(),
    };
    chosen_anew(tx, &input, &seats)?;
    store::save_election(tx, id, &input, book.version())?;
    Ok(id)
}

/// Whom a later meeting chose again after an objection undid the election stands from that day, and is to be made known anew.
fn chosen_anew(tx: &Tx, input: &RepresentativeElection, seats: &[Representative]) -> Result<(), Problem> {
    let standing = seats.iter().filter(|one| one.side == Side::Workers && one.until.is_none());
    let workers: Vec<RepresentativeInput> = standing.map(|one| one.record.clone()).collect();
    let Some(undone) = undone(tx, input.negotiation, &workers)? else { return Ok(()) };
    if input.objections == Some(PostingOutcome::Upheld) || input.held_on <= undone.held_on {
        return Ok(());
    }
    for id in input.candidates.iter().filter_map(|one| one.representative) {
        store::chosen_on(tx, id, input.held_on)?;
    }
    Ok(())
}

/// Removes a meeting that chose representatives, unless its record was issued.
///
/// Errors: `refused`; `not_found`.
pub fn remove_election(tx: &Tx, id: RepresentativeElectionId) -> Result<(), Problem> {
    store::election(tx, id)?;
    refuse_issued(tx, super::kinds::ELECTION_RECORD, &id.to_string(), "会议记录")?;
    store::remove_election(tx, id)
}

fn refuse_issued(tx: &Tx, kind: &str, of: &str, what: &str) -> Result<(), Problem> {
    if office::store::newest_issue(tx, kind, of)?.is_some() {
        let message = format!("{what}已经印发，不能移除；记错了可以打开修改，再印发一份更正。");
        return Err(Problem::new("refused", message));
    }
    Ok(())
}

/// Keeps a written mandate, new or corrected. The name of someone on the list is taken from it.
///
/// Errors: `bad_input` at its field; `refused` with the rule; `not_found`.
pub fn save_mandate(tx: &Tx, book: &LawBook, input: &Mandate) -> Result<MandateId, Problem> {
    let head = kept::head(tx, input.negotiation)?;
    let mut input = input.clone();
    if let Some(id) = input.representative {
        let seats = kept::seats(tx, input.negotiation)?;
        let one = seats.iter().find(|one| one.id == id && one.side == input.side);
        let one = one.ok_or_else(|| {
            Problem::input("representative", "受委托人不在这一方的代表名单里，请重新选择。")
        })?;
        input.name.clone_from(&one.record.name);
        input.sex = one.record.sex;
    }
    if let Some(last) = &mut input.id_last4 {
        *last = last.trim().to_uppercase();
    }
    rules::check_mandate(&input, tx.today())?;
    let book = agreement::book_of(tx, book, input.negotiation)?;
    let law = Law { book, place: &head.place, on: input.given_on };
    if input.kind == model::MandateKind::Chief {
        check_agent(law, tx, &input)?;
    }
    let id = match input.id {
        Some(id) if store::mandate(tx, id)?.negotiation != input.negotiation => {
            return Err(Problem::missing("份委托书"));
        }
        Some(id) => id,
        None => tx.new_id::<MandateId>(),
    };
    store::save_mandate(tx, id, &input)?;
    Ok(id)
}

/// A chief's agent is of the firm, and stands on the list.
fn check_agent(law: Law<'_>, tx: &Tx, input: &Mandate) -> Result<(), Problem> {
    let seats = kept::seats(tx, input.negotiation)?;
    let Some(agent) = seats.iter().find(|one| Some(one.id) == input.representative) else {
        return Err(Problem::input("representative", "请从代表名单里选择受委托担任首席代表的人。"));
    };
    if !agent.record.outside {
        return Ok(());
    }
    let message =
        format!("{}是外聘的专业人员，首席代表必须是本单位的人，请另选一人。", agent.record.name.trim());
    let problem = match law.rule("negotiation.representatives.outside_chief_barred") {
        Some(rule) => Problem::refused(&rule, message),
        None => Problem::new("refused", message),
    };
    Err(problem.at("representative"))
}

/// Removes a mandate, unless it was issued.
///
/// Errors: `refused`; `not_found`.
pub fn remove_mandate(tx: &Tx, id: MandateId) -> Result<(), Problem> {
    let mandate = store::mandate(tx, id)?;
    let kind = match mandate.kind {
        model::MandateKind::Chief => super::kinds::CHIEF_MANDATE,
        model::MandateKind::Adviser => super::kinds::ADVISER_MANDATE,
    };
    refuse_issued(tx, kind, &id.to_string(), "委托书")?;
    store::remove_mandate(tx, id)
}

/// Someone with the name and the sex that the roster has of them.
pub(super) fn with_roster_name(tx: &Tx, one: &RepresentativeInput) -> Result<RepresentativeInput, Problem> {
    let mut one = one.clone();
    if let Some(person) = one.person {
        (one.name, one.sex) = members::store::name_and_sex(tx, person)?;
    }
    Ok(one)
}
