//! What the seats make due: to make the representatives known, to choose them anew, also when their mandate ends without a contract,
//! to fill a vacant seat, and to tell the employer that a labour contract which ends is extended by law. An affair entered afterwards from an archive asks for what came
//! about on the day of its entry or since.

use chrono::{Days, NaiveDate};
use law::LawBook;
use rusqlite::Connection;

use super::model::{RepresentativeElection, SeatPosting, SeatProtection, Vacancy};
use super::view::Seats;
use super::{is_posted_by_law, store, undone};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, clock, day_words};
use crate::negotiation::agreement;
use crate::negotiation::agreement::model::AgreementState;
use crate::negotiation::kinds::ELECTION_NOTICE;
use crate::negotiation::late::Late;
use crate::negotiation::model::{Negotiation, Side};
use crate::negotiation::store as kept;
use crate::negotiation::{seal, view};

/// So many days ahead the end of a mandate or of a labour contract is told; the program's own care, no time of law.
const AHEAD: Days = Days::new(30);
/// How long a mandate runs.
const TERM: &str = "negotiation.representatives.term";

/// Everything due of the seats of a negotiation.
pub(in crate::negotiation) fn duties(
    connection: &Connection,
    book: &LawBook,
    whole: &Negotiation,
    late: Option<Late>,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let in_effect = whole.agreements.iter().any(|one| one.state == AgreementState::InEffect);
    let running = whole.steps.iter().any(|step| step.current);
    if !(running || in_effect) {
        return Ok(Vec::new());
    }
    let entered = entered_on(late);
    // Who was taken over from a sealed affair was made known there.
    let asked = entered.or(whole.closing.continues.as_ref().map(|_| whole.started_on));
    let is_ours = |day: NaiveDate| entered.is_none_or(|entered| entered <= day);
    let seats = Seats::load(connection, book, whole.id)?;
    let mut duties = Vec::new();
    // Who bargains is made known for the talks; what came back may be talked about anew.
    let over = whole.agreements.iter().all(|one| one.state.stands_signed());
    if running {
        let workers: Vec<_> = seats.standing(Side::Workers).map(|one| one.record.clone()).collect();
        match undone(connection, whole.id, &workers)? {
            // Nobody is made known whose election does not hold.
            Some(election) if is_ours(last_day(&election)) => {
                duties.push(elected_anew(&seats, whole, &election));
            }
            None if !over => duties.extend(posting(connection, &seats, (whole, asked), today)?),
            _ => {}
        }
        if !over {
            duties.extend(employer_posting(&seats, (whole, asked), today)?);
            for side in [Side::Workers, Side::Employer] {
                let told = mandate(&seats, whole, side, today)?;
                duties.extend(told.filter(|duty| duty.due.is_none_or(is_ours)));
            }
        }
    }
    let both = [Side::Workers, Side::Employer];
    duties.extend(of_mandates(connection, (&seats, whole), (running, &both[..]), entered, today)?);
    Ok(duties)
}

/// What the seats of a sealed affair still make due while its contract is in force, also where another affair goes on with it. A side
/// that was listed anew there is asked for there.
pub(in crate::negotiation) fn of_sealed(
    connection: &Connection,
    book: &LawBook,
    whole: &Negotiation,
    late: Option<Late>,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    if !whole.agreements.iter().any(|one| one.state == AgreementState::InEffect) {
        return Ok(Vec::new());
    }
    let mut sides = vec![Side::Workers, Side::Employer];
    let mut last = whole.id;
    while let Some(next) = seal::continued_by(connection, last)? {
        last = next.id;
        let listed = kept::seats(connection, last)?;
        sides.retain(|side| listed.iter().all(|one| one.side != *side));
    }
    let goes_on = match last == whole.id {
        true => None,
        false => Some(view::whole(connection, book, last, today)?),
    };
    let at = goes_on.as_ref().unwrap_or(whole);
    if !at.agreements.iter().any(|one| one.state == AgreementState::InEffect && !one.expired) {
        return Ok(Vec::new());
    }
    let mut seats = Seats::load(connection, book, whole.id)?;
    // What renews the contract stands in the affair that goes on with it.
    seats.contract_ends = agreement::contracts::last_day(connection, book, last)?;
    let told = of_mandates(connection, (&seats, whole), (false, &sides[..]), entered_on(late), today)?;
    let is_seat = |of: &Duty| DutyKind::of_id(&of.id) == Some(DutyKind::NegotiationSeat);
    let open = at.closing.seal.is_none();
    // The labour contract stands in the dossier; a seat is filled where the affair goes on.
    let moved = |of: Duty| match is_seat(&of) {
        true if open => Duty {
            origin: format!("{}席位所在的协商已经封存，请在接续的协商里登记这一方的协商代表。", of.origin),
            place: affair(at, "representatives".to_owned()),
            button: "登记协商代表".to_owned(),
            ..of
        },
        true => seal::to_go_on(at, of),
        false => of,
    };
    Ok(told.into_iter().map(moved).collect())
}

fn entered_on(late: Option<Late>) -> Option<NaiveDate> {
    late.map(|late| late.entered_on)
}

/// What the mandates of these sides make due: the seats that fell vacant, and who is protected. With the contract in effect the seats
/// are filled and protected only where the mandates last as long; while the talks run, anyhow.
fn of_mandates(
    connection: &Connection,
    (seats, whole): (&Seats<'_>, &Negotiation),
    (running, sides): (bool, &[Side]),
    entered: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let mut duties = Vec::new();
    let is_ours = |day: NaiveDate| entered.is_none_or(|entered| entered <= day);
    let lasting = |side: Side| -> Result<bool, Problem> {
        let mut all = seats.all.iter().filter(|one| one.side == side);
        let term = all.next().map(|one| seats.mandate(one)).transpose()?;
        Ok(sides.contains(&side) && (running || term.is_some_and(|term| term.with_contract)))
    };
    let open = |one: &&Vacancy| one.filled_by.is_none() && is_ours(one.vacated_on);
    for vacancy in seats.vacancies()?.iter().filter(open) {
        if lasting(vacancy.side)? {
            duties.push(vacant(seats, whole, vacancy, today));
        }
    }
    if lasting(Side::Workers)? {
        let near = |day: NaiveDate| day <= today + AHEAD && is_ours(day);
        let ends = |one: &SeatProtection| one.extended && one.contract_until.is_some_and(near);
        let told = seats.protection(connection)?.into_iter().filter(ends);
        duties.extend(told.filter_map(|one| extended(seats, whole, &one, today)));
    }
    Ok(duties)
}

fn affair(whole: &Negotiation, part: String) -> Place {
    Place { page: "negotiation".to_owned(), id: Some(whole.id.to_string()), part: Some(part) }
}

/// The last day on which something of an election is known to have happened: its posting, else the meeting.
fn last_day(election: &RepresentativeElection) -> NaiveDate {
    let posted = election.post_to.or(election.post_from);
    posted.map_or(election.held_on, |posted| posted.max(election.held_on))
}

/// An objection to the election was upheld: the workers' side is to be chosen again.
fn elected_anew(seats: &Seats<'_>, whole: &Negotiation, election: &RepresentativeElection) -> Duty {
    let id = DutyKind::NegotiationElectedAnew.id(whole.id);
    let title = format!("另行推选职工方协商代表（{}）", whole.title);
    let place = affair(whole, "election".to_owned());
    let law = seats.law();
    let subjects = ["negotiation.representatives.elected", "negotiation.representatives.chief_is_chair"];
    Duty {
        module: "negotiation".to_owned(),
        origin: format!(
            "{}推选的结果，公示时异议成立，另行推选。推选以后登记新的会议，重新公示。",
            day_words(election.held_on)
        ),
        rule: subjects.into_iter().find_map(|subject| law.rule(subject)),
        button: "登记推选会议".to_owned(),
        ..Duty::undated(Band::Week, id, Whose::Union, title, place)
    }
}

/// Only where the law of the place asks for it. The button opens the notice, filled from the meeting that chose them; where
/// that is not entered yet, its form.
fn posting(
    connection: &Connection,
    seats: &Seats<'_>,
    (whole, entered): (&Negotiation, Option<NaiveDate>),
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let posting = seats.posting_since(Side::Workers, entered)?;
    let (place, button) = if store::elections(connection, whole.id)?.is_empty() {
        (affair(whole, "election".to_owned()), "登记推选会议")
    } else {
        let id = Some(format!("{ELECTION_NOTICE}@{}", whole.id));
        (Place { page: "papers".to_owned(), id, part: None }, "打印公示")
    };
    let id = DutyKind::NegotiationPosting.id(whole.id);
    Ok(made_known(posting, (id, Whose::Union, Side::Workers), (place, button), whole, today))
}

/// The same of the employer's side, where the text of the place speaks of the representatives of both. It is the employer's to
/// do; the union enters that it was done.
fn employer_posting(
    seats: &Seats<'_>,
    (whole, entered): (&Negotiation, Option<NaiveDate>),
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    if !is_posted_by_law(seats.law(), Side::Employer) {
        return Ok(None);
    }
    let posting = seats.posting_since(Side::Employer, entered)?;
    let id = DutyKind::NegotiationPostingEmployer.id(whole.id);
    let opens = (affair(whole, "event:posted:employer".to_owned()), "登记公布");
    Ok(made_known(posting, (id, Whose::Employer, Side::Employer), opens, whole, today))
}

/// What making known the representatives of a side is due by; none where nobody waits or no text asks for it.
fn made_known(
    posting: SeatPosting,
    (id, whose, side): (String, Whose, Side),
    (place, button): (Place, &str),
    whole: &Negotiation,
    today: NaiveDate,
) -> Option<Duty> {
    let rule = posting.rule.filter(|_| !posting.waiting.is_empty())?;
    let title = format!("公布{}协商代表：{}（{}）", side.name(), posting.waiting.join("、"), whole.title);
    let duty = match posting.deadline {
        Some(deadline) => Duty {
            origin: deadline.explanation.sentence.clone(),
            deadline: Some(deadline.clone()),
            ..Duty::due(today, deadline.due, id, whose, title, place)
        },
        None => Duty {
            origin: posting.sentence,
            rule: Some(rule),
            ..Duty::undated(Band::Week, id, whose, title, place)
        },
    };
    Some(Duty { module: "negotiation".to_owned(), button: button.to_owned(), ..duty })
}

/// Where the law ends the mandates of a side that comes to no contract: from so many days ahead on, as long as they are not chosen
/// anew. Whoever signs afterwards signs without a mandate.
fn mandate(
    seats: &Seats<'_>,
    whole: &Negotiation,
    side: Side,
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let mut ends = Vec::new();
    for one in seats.standing(side) {
        let term = seats.mandate(one)?;
        let own = term.last.filter(|_| !term.with_contract && !term.at_most);
        ends.extend(own.zip(one.record.chosen_on).map(|(last, chosen)| (last, chosen, &one.record.name)));
    }
    let Some((last, chosen, _)) = ends.iter().min().copied().filter(|(last, ..)| *last <= today + AHEAD)
    else {
        return Ok(None);
    };
    let known = [("representatives_chosen", chosen)];
    let Some(deadline) = clock(seats.book, TERM, &seats.head.place, &known)? else { return Ok(None) };
    let names: Vec<&str> =
        ends.iter().filter(|(day, ..)| *day == last).map(|(_, _, name)| name.as_str()).collect();
    let (kind, whose) = match side {
        Side::Workers => (DutyKind::NegotiationMandate, Whose::Union),
        Side::Employer => (DutyKind::NegotiationMandateEmployer, Whose::Employer),
    };
    let title = match last < today {
        true => format!("{}协商代表任期已满，重新产生（{}）", side.name(), whole.title),
        false => format!("{}协商代表任期将满，签订合同或者重新产生（{}）", side.name(), whole.title),
    };
    let place = affair(whole, "representatives".to_owned());
    Ok(Some(Duty {
        module: "negotiation".to_owned(),
        origin: format!(
            "{}{}的任期到{}为止；期满还没有签订合同的，按原来的办法重新产生，再继续协商和签字。",
            deadline.explanation.sentence,
            names.join("、"),
            day_words(last)
        ),
        deadline: Some(deadline),
        button: "登记协商代表".to_owned(),
        ..Duty::due(today, last, kind.id(whole.id), whose, title, place)
    }))
}

fn vacant(seats: &Seats<'_>, whole: &Negotiation, vacancy: &Vacancy, today: NaiveDate) -> Duty {
    let whose = if vacancy.side == Side::Workers { Whose::Union } else { Whose::Employer };
    let seat = if vacancy.chief { "首席代表" } else { "协商代表" };
    let title = format!("补选{}{seat}，接替{}（{}）", vacancy.side.name(), vacancy.name, whole.title);
    let id = DutyKind::NegotiationSeat.id(vacancy.event);
    let place = affair(whole, format!("seat:{}", vacancy.event));
    let since = format!(
        "{}的席位从{}起空缺：{}。",
        vacancy.name,
        day_words(vacancy.vacated_on),
        vacancy.why.trim_end_matches('。')
    );
    let notes = vacancy.notes.concat();
    let duty = match &vacancy.deadline {
        Some(deadline) => Duty {
            origin: format!("{since}{}{notes}", deadline.explanation.sentence),
            deadline: Some(deadline.clone()),
            ..Duty::due(today, deadline.due, id, whose, title, place)
        },
        None => Duty {
            origin: format!("{since}{notes}"),
            rule: seats.law().rule("negotiation.representatives.replacement.procedure"),
            ..Duty::undated(Band::Week, id, whose, title, place)
        },
    };
    Duty { button: "登记补选".to_owned(), ..duty }
}

/// The employer's: it may not let the contract end.
fn extended(seats: &Seats<'_>, whole: &Negotiation, one: &SeatProtection, today: NaiveDate) -> Option<Duty> {
    let until = one.contract_until?;
    let law = seats.protection_law().into_iter().next()?;
    let person = seats.all.iter().find(|seat| seat.id == one.representative)?.record.person?;
    let place = Place {
        page: "dossier".to_owned(),
        id: Some(person.to_string()),
        part: Some("contracts".to_owned()),
    };
    let title = format!("{}的劳动合同到期，任协商代表期间延长（{}）", one.name, whole.title);
    let id = DutyKind::NegotiationProtection.id(one.representative);
    let items = law.items.join("；");
    let items = if items.is_empty() { items } else { format!("{items}。") };
    Some(Duty {
        module: "negotiation".to_owned(),
        origin: format!("{}是职工方协商代表。{}（{}）。{items}", one.name, law.title, law.article),
        rule: Some(law.rule),
        button: "看合同".to_owned(),
        ..Duty::due(today, until, id, Whose::Employer, title, place)
    })
}
