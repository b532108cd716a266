//! Collective negotiation (集体协商) over wages and the other contracts of a round: from the election of representatives and the
//! offer to the meetings and their minutes; what the talks come to, from the draft to the end of its term, stands in `agreement`.
//! Each act here runs inside one step of the ledger: rules decide, the store writes.

pub mod agreement;
mod amounts;
mod archive;
mod before;
pub mod called;
mod carried;
pub mod contract;
mod coordination;
mod current;
pub mod dispute;
mod duties;
pub mod found;
mod ids;
pub mod information;
mod kinds;
mod late;
pub mod levels;
pub mod marks;
pub mod mentions;
pub mod model;
mod names;
pub mod naming;
mod next;
pub mod papers;
pub mod people;
pub mod preparation;
pub mod refusal;
pub mod removal;
mod renamed;
mod reply;
pub mod rules;
pub mod scenario;
pub mod seal;
pub mod settled;
mod standing;
pub mod store;
pub mod suspension;
pub mod topics;
mod view;
pub mod wording;

pub use agreement::contracts::{Contract, contracts};
pub use archive::archive;
pub use duties::duties;
pub use view::{get, list, running};

use chrono::Datelike;
use law::LawBook;
use ledger::Tx;

use crate::Problem;
use crate::office;
use crate::office::text;
use crate::union;
use agreement::model::AgreementId;
use model::{
    AddEvent, Attendance, ChangeEvent, Event, EventId, EventKind, MarkUndertaking, Meeting, MeetingId,
    MeetingInput, NegotiationId, RecordReply, ReplyKind, Representative, RepresentativeInput, SaveOffer,
    SaveRepresentatives, Side, StartNegotiation, TopicId,
};
use renamed::Renamed;
use rules::{Law, Sides};

/// Opens the negotiation of a year. A year has one, and those that continue a sealed one.
pub fn start(tx: &Tx, book: &LawBook, start: &StartNegotiation) -> Result<NegotiationId, Problem> {
    let latest = tx.today().year() + 2;
    if !(2000..=latest).contains(&start.year) {
        return Err(Problem::input("year", format!("请填写四位数的年份，最晚填到{latest}年。")));
    }
    if start.continues.is_none() && store::year_taken(tx, start.year)? {
        return Err(Problem::input(
            "year",
            format!(
                "{}年度的集体协商已经建立，请在列表中打开它；要另签集体合同或者其他专项集体合同的，在里面增加这份合同。",
                start.year
            ),
        ));
    }
    if start.started_on.is_some_and(|day| day > tx.today()) {
        return Err(Problem::input("startedOn", "启动日期还没有到，请核对。"));
    }
    let id = tx.new_id::<NegotiationId>();
    let place = union::store::place(tx)?;
    let law = Law { book, place: &place, on: start.started_on.unwrap_or_else(|| tx.today()) };
    let Some(sealed) = start.continues else {
        let wanted = agreement::wanted(start.agreements.as_deref());
        store::insert_head(tx, id, start, &called::title(start.year, &wanted), &place)?;
        agreement::begin(tx, id, start.year, start.agreements.as_deref(), law)?;
        let before = store::heads(tx)?.into_iter().find(|head| head.year < start.year);
        if let Some(before) = before.filter(|_| start.late_entry.is_none()) {
            topics::carry(tx, before.id, id, &[], false)?;
        }
        return Ok(id);
    };
    check_continues(tx, sealed)?;
    let mut title = called::title(start.year, &agreement::kinds(tx, sealed)?);
    match store::continuing(tx, start.year)? {
        0 => title.push_str("（接续）"),
        many => title.push_str(&format!("（接续{}）", many + 1)),
    }
    store::insert_head(tx, id, start, &title, &place)?;
    let taken = agreement::carry_on(tx, book, sealed, id)?;
    if !taken.any {
        let kinds = agreement::kinds(tx, sealed)?;
        let wanted = start.agreements.as_deref().unwrap_or(&kinds);
        agreement::begin(tx, id, start.year, Some(wanted), law)?;
    }
    // Of the contracts of the sealed affair not all need go on.
    naming::keep(tx, id)?;
    carried::carry(tx, sealed, id, &taken.on_the_way)?;
    Ok(id)
}

/// Only a sealed affair is continued, and once.
fn check_continues(tx: &Tx, sealed: NegotiationId) -> Result<(), Problem> {
    let head = store::head(tx, sealed)?;
    if seal::seal_of(tx, sealed)?.is_none() {
        let message = format!("{}还没有封存，请直接在里面登记。", head.title);
        return Err(Problem::new("refused", message).at("continues"));
    }
    if let Some(other) = seal::continued_by(tx, sealed)? {
        let message = format!("{}已经由{}接续，请打开那一次。", head.title, other.title);
        return Err(Problem::new("refused", message).at("continues"));
    }
    Ok(())
}

fn side_of(tx: &Tx, negotiation: NegotiationId, side: Side) -> Result<Vec<RepresentativeInput>, Problem> {
    Ok(store::representatives(tx, negotiation)?
        .into_iter()
        .filter(|one| one.side == side)
        .map(|one| one.record)
        .collect())
}

/// Keeps the offer and its topics; the reply clock is computed from the day of receipt and kept with it.
pub fn save_offer(tx: &Tx, book: &LawBook, offer: &SaveOffer) -> Result<(), Problem> {
    let head = store::head(tx, offer.negotiation)?;
    let book = agreement::book_of(tx, book, head.id)?;
    let law = Law { book, place: &head.place, on: offer.received_on.unwrap_or(offer.issued_on) };
    let ours = side_of(tx, offer.negotiation, Side::Workers)?;
    let elected = rules::complete(law, Side::Workers, &ours)
        && ours.iter().all(|one| one.chosen_on.is_none_or(|day| day <= law.on));
    let ours_complete = elected || offer.late_entry.is_some();
    rules::check_offer(law, offer, head.started_on, ours_complete, tx.today())?;
    people::check_offer(tx, law, offer, &ours)?;
    standing::check_offer(tx, offer)?;
    let clock = match offer.received_on {
        Some(received) => Some(book.deadline("negotiation.reply", &head.place, received)?),
        None => None,
    };
    let clock = clock.as_ref().map(|deadline| store::ReplyClock {
        due: deadline.due,
        rule: &deadline.rule.id,
        pack: &deadline.pack,
    });
    topics::enter(tx, offer.negotiation, &offer.topics)?;
    store::save_offer(tx, offer, clock.as_ref())
}

/// Keeps an answer of the other side: another one beside those that stand, or one of them corrected.
pub fn record_reply(tx: &Tx, book: &LawBook, given: &RecordReply) -> Result<(), Problem> {
    let head = store::head(tx, given.negotiation)?;
    let book = agreement::book_of(tx, book, head.id)?;
    let offer = store::offer_dates(tx, given.negotiation)?;
    let law = Law { book, place: &head.place, on: rules::affair_day(offer, head.started_on) };
    let received = offer.and_then(|(_, received)| received);
    rules::check_reply(given, received, &rules::offer_name(law), tx.today())?;
    let replies = store::replies(tx, given.negotiation)?;
    let corrected = reply::corrected(&replies, given)?;
    // An earlier answer may be put right whatever followed it: the last is the one that things rest on.
    if corrected.is_none_or(|at| at + 1 == replies.len()) {
        standing::check_reply(tx, book, law, given)?;
    }
    store::save_reply(tx, corrected.map(|at| replies[at].id), given)
}

/// Keeps the representatives of one side or both. Names of people on the roster are taken from it; a name that was typed wrong is put
/// right with the reason.
pub fn save_representatives(tx: &Tx, book: &LawBook, save: &SaveRepresentatives) -> Result<(), Problem> {
    let head = store::head(tx, save.negotiation)?;
    let book = agreement::book_of(tx, book, head.id)?;
    let opened = store::offer_dates(tx, save.negotiation)?;
    let law = Law { book, place: &head.place, on: rules::affair_day(opened, head.started_on) };
    let wanted = |side: Side, list: &Option<Vec<RepresentativeInput>>| match list {
        Some(list) => list.iter().map(|one| people::with_roster_name(tx, one)).collect(),
        None => side_of(tx, save.negotiation, side),
    };
    let workers: Vec<_> = wanted(Side::Workers, &save.workers)?;
    let employer: Vec<_> = wanted(Side::Employer, &save.employer)?;
    let mut renamed = Vec::new();
    for (side, list, sent) in [
        (Side::Workers, &workers, save.workers.is_some()),
        (Side::Employer, &employer, save.employer.is_some()),
    ] {
        if sent {
            let mended = renamed::of(tx, save, (side, list))?;
            check_vacant(tx, save.negotiation, (side, list), &mended)?;
            standing::check_side(tx, book, law, save.negotiation, (side, list), &mended)?;
            renamed.extend(mended);
            rules::check_side(law, side, list)?;
            rules::check_chosen(side, list, tx.today())?;
        }
    }
    rules::check_sides(law, &Sides { workers: &workers, employer: &employer })?;
    store::keep_chiefs(tx, save.negotiation)?;
    for one in &renamed {
        renamed::write(tx, save.negotiation, one, text(&save.correction).unwrap_or_default())?;
    }
    if save.workers.is_some() {
        store::save_side(tx, save.negotiation, Side::Workers, &workers)?;
    }
    if save.employer.is_some() {
        store::save_side(tx, save.negotiation, Side::Employer, &employer)?;
    }
    Ok(())
}

/// Refuses someone new on a side with a vacant seat: the list is to say who took whose place.
fn check_vacant(
    tx: &Tx,
    negotiation: NegotiationId,
    (side, list): (Side, &[RepresentativeInput]),
    renamed: &[Renamed],
) -> Result<(), Problem> {
    let seats = store::seats(tx, negotiation)?;
    let open = |one: &&Representative| {
        one.side == side && one.until.is_some() && !seats.iter().any(|other| other.replaces == Some(one.id))
    };
    let Some(vacant) = seats.iter().find(open) else { return Ok(()) };
    let stands = |one: &RepresentativeInput| {
        let same =
            |seat: &&Representative| seat.record.name.trim() == one.name.trim() && seat.until.is_none();
        seats.iter().filter(|seat| seat.side == side).any(|seat| same(&seat))
    };
    match list.iter().find(|one| !stands(one) && !renamed.iter().any(|other| other.is(one))) {
        Some(new) => {
            let message = format!(
                "{}的席位还空着；{}是来接替的，请在“双方代表”一栏点“登记补选”，名单才记得住谁接替谁。",
                vacant.record.name.trim(),
                new.name.trim()
            );
            Err(Problem::input(side.code(), message))
        }
        None => Ok(()),
    }
}

/// Keeps a meeting, new or changed. A new one gets the next round.
pub fn save_meeting(tx: &Tx, book: &LawBook, meeting: &MeetingInput) -> Result<MeetingId, Problem> {
    let head = store::head(tx, meeting.negotiation)?;
    let book = agreement::book_of(tx, book, head.id)?;
    let law = Law { book, place: &head.place, on: meeting.held_on };
    // Who stood on the day of the meeting, and not who stands since.
    let mut representatives = store::representatives_on(tx, meeting.negotiation, meeting.held_on)?;
    let mut there: Vec<Attendance> = Vec::new();
    let side = |representatives: &[Representative], side: Side| -> Vec<RepresentativeInput> {
        representatives.iter().filter(|one| one.side == side).map(|one| one.record.clone()).collect()
    };
    match meeting.id {
        // A new meeting needs both sides complete; a kept one is judged by those who were there.
        None => {
            let (workers, employer) =
                (side(&representatives, Side::Workers), side(&representatives, Side::Employer));
            // What was held on paper while a seat was vacant is entered as it was held.
            let vacant = store::seats(tx, meeting.negotiation)?.iter().any(|one| one.until.is_some());
            if !(vacant && meeting.late_entry.is_some()) {
                rules::check_side(law, Side::Workers, &workers)?;
                rules::check_side(law, Side::Employer, &employer)?;
                rules::check_sides(law, &Sides { workers: &workers, employer: &employer })?;
            }
            check_new_meeting(tx, law, meeting, &representatives)?;
            representatives.extend(leaving_that_day(tx, meeting)?);
        }
        Some(id) => {
            let all = store::meetings(tx, meeting.negotiation)?;
            let kept = all.iter().find(|kept| kept.id == id);
            if kept.is_some() {
                check_order(tx, law, meeting, &all)?;
            }
            there = kept.map(|kept| kept.record.attendance.clone()).unwrap_or_default();
            let standing = representatives;
            representatives = store::all_representatives(tx, meeting.negotiation)?;
            // Moved to another day, it may name no one who had left by then.
            representatives.retain(|one| {
                one.until.is_none_or(|until| meeting.held_on <= until)
                    && (there.iter().any(|attendance| attendance.representative == one.id)
                        || standing.iter().any(|other| other.id == one.id))
            });
        }
    }
    // Nor who leads a side since.
    let meeting = &rules::led(meeting, &there, &representatives);
    rules::seat(meeting, &mut representatives);
    let topics: Vec<TopicId> =
        store::topics(tx, meeting.negotiation)?.into_iter().map(|(id, _, _)| id).collect();
    rules::check_meeting(law, meeting, &representatives, &topics, tx.today())?;
    let (id, round) = match meeting.id {
        Some(id) => {
            let (negotiation, round) = store::meeting_negotiation(tx, id)?;
            if negotiation != meeting.negotiation {
                return Err(Problem::missing("次协商会议"));
            }
            (id, round)
        }
        None => (tx.new_id::<MeetingId>(), store::next_round(tx, meeting.negotiation)?),
    };
    store::save_meeting(tx, id, round, meeting)?;
    Ok(id)
}

/// Who left on the very day of a meeting may have been there, and need not be told of.
fn leaving_that_day(tx: &Tx, meeting: &MeetingInput) -> Result<Vec<Representative>, Problem> {
    let mut seats = store::seats(tx, meeting.negotiation)?;
    seats.retain(|one| one.until == Some(meeting.held_on));
    Ok(seats)
}

/// What only a new meeting must hold: talks agreed to, everyone's attendance told, days in order.
fn check_new_meeting(
    tx: &Tx,
    law: Law<'_>,
    meeting: &MeetingInput,
    representatives: &[Representative],
) -> Result<(), Problem> {
    if store::reply(tx, meeting.negotiation)?.is_some_and(|reply| reply.kind == ReplyKind::Refused) {
        return Err(Problem::new(
            "refused",
            "对方的答复是拒绝协商；对方同意后，请先登记新的答复，再记录会议。",
        ));
    }
    let untold = representatives
        .iter()
        .find(|one| !meeting.attendance.iter().any(|attendance| attendance.representative == one.id));
    if let Some(one) = untold {
        return Err(Problem::input(
            "attendance",
            format!("请登记{}是否到会，每位代表都要登记。", one.record.name),
        ));
    }
    check_order(tx, law, meeting, &store::meetings(tx, meeting.negotiation)?)
}

/// Refuses a round, new or moved, that was held before the offer or before what it follows on, without a reason.
fn check_order(tx: &Tx, law: Law<'_>, meeting: &MeetingInput, kept: &[Meeting]) -> Result<(), Problem> {
    let name = rules::offer_name(law);
    let opened = store::offer_dates(tx, meeting.negotiation)?.map(|(issued, _)| (issued, name.as_str()));
    rules::check_order(meeting, kept, opened)
}

/// Removes a meeting. Only the last round can go, so that rounds keep their numbers.
pub fn remove_meeting(tx: &Tx, id: MeetingId) -> Result<(), Problem> {
    let (negotiation, round) = store::meeting_negotiation(tx, id)?;
    if store::next_round(tx, negotiation)? != round + 1 {
        return Err(Problem::new("refused", "只能移除最后一轮会议的记录；前面各轮可以打开修改。"));
    }
    if office::store::newest_issue(tx, papers::MINUTES, &id.to_string())?.is_some() {
        return Err(Problem::new(
            "refused",
            "这轮会议的纪要已经印发，记录不能移除；记错了可以打开修改，再印发一份更正。",
        ));
    }
    store::remove_meeting(tx, id)
}

/// Keeps something that happened on paper, to the talks or to one of their agreements.
///
/// Errors: `bad_input` at its field; `refused` with the rule and the fact where the order cannot be; `not_found`.
pub fn add_event(tx: &Tx, book: &LawBook, add: &AddEvent) -> Result<EventId, Problem> {
    let mut event = Event {
        id: tx.new_id::<EventId>(),
        agreement: None,
        kind: add.kind,
        happened_on: add.happened_on,
        text: add.text.clone().unwrap_or_default(),
        facts: add.facts.clone().unwrap_or_default(),
        late_entry: add.late_entry.clone(),
    };
    if matches!(event.kind, EventKind::Suspended | EventKind::Resumed) {
        let message = "中止和恢复协商请在“中止协商”里登记，那里有下次协商的时间、地点和内容。";
        return Err(Problem::input("kind", message));
    }
    check_event(tx, book, add.negotiation, add.agreement, &mut event)?;
    people::check_event(tx, add.negotiation, &event, None)?;
    store::insert_event(tx, add.negotiation, &event)?;
    if let Some(signed) = event.agreement.filter(|_| event.kind == EventKind::Signed) {
        names::keep_signed(tx, add.negotiation, signed)?;
    }
    Ok(event.id)
}

/// Corrects something that was entered wrong; its row and so its history goes on.
///
/// Errors: as [`add_event`]; `refused` too where a later one stands on what it was.
pub fn change_event(tx: &Tx, book: &LawBook, change: &ChangeEvent) -> Result<(), Problem> {
    let (negotiation, standing) = store::event(tx, change.id)?;
    let mut event = Event {
        kind: change.kind,
        happened_on: change.happened_on,
        text: change.text.clone().unwrap_or_default(),
        facts: change.facts.clone().unwrap_or_default(),
        // A correction need not tell again why it was entered late.
        late_entry: text(&change.late_entry).map(str::to_owned).or(standing.late_entry.clone()),
        ..standing.clone()
    };
    if standing.agreement.is_some()
        && (standing.kind, standing.happened_on) != (event.kind, event.happened_on)
    {
        // Moved to another agreement's kind or off it, it leaves a place on which others may stand.
        if !event.kind.is_of_agreement()
            && let Some(id) = standing.agreement
        {
            agreement::check_event_gone(tx, book, &agreement::store::head(tx, id)?, &standing)?;
        }
    }
    if event.kind != standing.kind {
        check_came_back(tx, book, &standing)?;
    }
    check_event(tx, book, negotiation, standing.agreement, &mut event)?;
    people::check_event(tx, negotiation, &event, Some(&standing))?;
    store::change_event(tx, &event)?;
    // A correction of a signature leaves the names as they were signed.
    if let Some(signed) = event.agreement.filter(|_| event.kind == EventKind::Signed)
        && standing.kind != EventKind::Signed
    {
        names::keep_signed(tx, negotiation, signed)?;
    }
    people::event_changed(tx, &event)
}

fn check_event(
    tx: &Tx,
    book: &LawBook,
    negotiation: NegotiationId,
    named: Option<AgreementId>,
    event: &mut Event,
) -> Result<(), Problem> {
    let head = store::head(tx, negotiation)?;
    let late = text(&event.late_entry);
    rules::check_event((event.kind, event.happened_on), &event.text, &event.facts, late, tx.today())?;
    preparation::check_petition(event.kind, &event.facts)?;
    if let Some(meant) = agreement::meant(tx, negotiation, event.kind, named)? {
        event.agreement = Some(meant.id);
        return agreement::check_event(tx, book, &meant, event);
    }
    event.agreement = None;
    if late.is_none() && head.late_entry.is_none() {
        let opened = store::offer_dates(tx, negotiation)?.map_or(head.started_on, |(issued, _)| issued);
        rules::check_opened(event.kind, event.happened_on, opened)?;
    }
    Ok(())
}

/// Removes something that was entered by mistake, unless something after it stands on it.
///
/// Errors: `refused`; `not_found`.
pub fn remove_event(tx: &Tx, book: &LawBook, id: EventId) -> Result<(), Problem> {
    let (negotiation, event) = store::event(tx, id)?;
    if let Some(of) = event.agreement {
        agreement::check_event_gone(tx, book, &agreement::store::head(tx, of)?, &event)?;
        check_came_back(tx, book, &event)?;
    }
    people::event_gone(tx, negotiation, &event)?;
    store::remove_event(tx, id)
}

/// A contract that came back and was worked on since came back.
fn check_came_back(tx: &Tx, book: &LawBook, event: &Event) -> Result<(), Problem> {
    let Some(of) = event.agreement.filter(|_| event.kind == EventKind::Returned) else { return Ok(()) };
    let back = agreement::course_of(tx, book, of)?.came_back(event.id.uuid());
    settled::check_unworded(tx, &agreement::store::head(tx, of)?, back)
}

/// Marks an undertaking done on a day, or open again.
pub fn mark_undertaking(tx: &Tx, mark: &MarkUndertaking) -> Result<(), Problem> {
    if mark.done_on.is_some_and(|day| day > tx.today()) {
        return Err(Problem::input("doneOn", "完成日期还没有到，请在办完后登记。"));
    }
    store::mark_undertaking(tx, mark.undertaking, mark.done_on)
}
