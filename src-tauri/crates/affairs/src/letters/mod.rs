//! Supervision of labour law and its letters (工会劳动法律监督, 一函两书): a clue is accepted, inquired into, talked over; a
//! reminder, an opinion, at last a request that the upper union give its recommendation. Each act here runs inside one step:
//! rules decide, the store writes. How papers are numbered and sent is `office`'s.

pub mod appeals;
pub mod cases;
pub mod dismissals;
mod duties;
mod filed;
pub mod found;
mod kinds;
pub mod marks;
pub mod mediation;
pub mod mentions;
pub mod model;
mod opens;
pub mod papers;
pub mod rights;
pub mod rules;
pub(crate) mod store;
pub mod todo;
mod view;

pub use duties::duties;
pub use filed::letters_of;
pub(crate) use store::SERIES;
pub use store::inspectors::list as inspectors;
pub use view::{each, get, page, start};

use chrono::Datelike;
use law::LawBook;
use ledger::Tx;

use crate::Problem;
use crate::members;
use crate::union;
pub(crate) use crate::union::store::place;
use model::{
    SupervisionCaseId, SupervisionEventId, SupervisionEventInput, SupervisionEventKind, SupervisionInput,
    SupervisionInspectorId, SupervisionInspectorInput, SupervisionLetterId, SupervisionLetterInput,
    SupervisionLetterKind, SupervisionServed,
};
use rules::{Course, Happened, Move, Sent, SupervisionLaw};

/// Keeps a case, new or changed; a new one gets the next number of the year within the step.
///
/// Errors: `bad_input` at its field; `refused` when something of it happened before its new day; `not_found`.
pub fn save(tx: &Tx, input: &SupervisionInput) -> Result<SupervisionCaseId, Problem> {
    rules::check_case(input, tx.today())?;
    let employer = match input.employer.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => union::store::union_record(tx)?.employer,
    };
    let id = match input.id {
        Some(id) => {
            let course = store::course(tx, id)?;
            let first = course
                .events
                .iter()
                .map(|event| event.on)
                .chain(course.letters.iter().map(|one| one.dated_on));
            if let Some(first) = first.min().filter(|first| *first < input.received_on) {
                let message = format!(
                    "{}已经登记了后面的办理情况，接到线索的日期不能晚于它，请核对。",
                    rules::words(first)
                );
                return Err(Problem::input("receivedOn", message));
            }
            store::update(tx, id, input, &employer)?;
            id
        }
        None => {
            let id = tx.new_id::<SupervisionCaseId>();
            let year = tx.today().year();
            store::insert(tx, id, (year, store::next_serial(tx, year)?), input, &employer)?;
            id
        }
    };
    if let Some(informer) = &input.informer {
        store::set_informer(tx, id, informer)?;
    }
    Ok(id)
}

/// Puts a case out of sight; its number stays used.
///
/// Errors: `refused` when a letter of it was issued, for that is kept; `not_found`.
pub fn remove(tx: &Tx, id: SupervisionCaseId) -> Result<(), Problem> {
    let course = store::course(tx, id)?;
    if course.letters.iter().any(|letter| letter.issued_on.is_some()) {
        let message = "这件监督案件已经印发过文件，要留存，不能移除；不再办的，请登记结案。";
        return Err(Problem::new("refused", message));
    }
    store::remove(tx, id)
}

fn happened(input: &SupervisionEventInput, ord: u32) -> Happened {
    Happened {
        id: input.id,
        kind: input.kind,
        on: input.happened_on,
        ord,
        finding: input.finding,
        signed_on: input.signed_on,
        outcome: input.outcome,
        late: late(&input.late_entry),
    }
}

fn late(reason: &Option<String>) -> bool {
    crate::office::text(reason).is_some()
}

/// Keeps something that happened in a case, new or corrected. An answer keeps the day it was due by and the rule of that day.
///
/// Errors: `bad_input` at its field; `refused` with the rule and the fact where the order cannot be; `not_found`.
pub fn save_event(
    tx: &Tx,
    book: &LawBook,
    input: &SupervisionEventInput,
) -> Result<SupervisionEventId, Problem> {
    let place = place(tx)?;
    let law = SupervisionLaw { book, place: &place };
    let inspectors = store::inspectors::of(tx, &input.inspectors, input.happened_on)?;
    rules::check_event(law, input, &inspectors, tx.today())?;
    let course = store::course(tx, input.case)?;
    let ord = match input.id {
        Some(id) => {
            let standing = course.events.iter().find(|event| event.id == Some(id));
            let standing = standing.ok_or_else(|| Problem::missing("条办理情况"))?;
            if standing.kind != input.kind {
                return Err(Problem::input("kind", "登记了什么不能换成别的；登记错了的请移除，另登记一条。"));
            }
            standing.ord
        }
        None => store::next_ord(tx, input.case)?,
    };
    let new = happened(input, ord);
    let others = match input.id {
        Some(id) => course.without(id),
        None => course.clone(),
    };
    // What follows a closing stands on it; a correction is judged by what stood before it.
    let judged = if input.id.is_some() { others.before(&new) } else { others.clone() };
    rules::check_move(law, &judged, Move::Event(input.kind), input.happened_on, new.late)?;
    if input.id.is_some() {
        let mut after = others;
        after.events.push(new);
        rules::check_leaning(law, &course, &after)?;
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<SupervisionEventId>());
    store::inspectors::keep_seated(tx, &inspectors)?;
    store::save_event(tx, id, ord, input, &due(law, &course, input)?)?;
    Ok(id)
}

/// By when an answer was due, by the law of its day.
fn due(
    law: SupervisionLaw<'_>,
    course: &Course,
    input: &SupervisionEventInput,
) -> Result<store::AnswerDue, Problem> {
    let letter = match input.kind {
        SupervisionEventKind::ReminderAnswered => SupervisionLetterKind::Reminder,
        SupervisionEventKind::OpinionAnswered => SupervisionLetterKind::Opinion,
        _ => return Ok(store::AnswerDue::default()),
    };
    let Some(sent) = course.letter(letter) else { return Ok(store::AnswerDue::default()) };
    Ok(match rules::answer_due(law, sent)? {
        Some((day, rule)) => store::AnswerDue {
            on: Some(day),
            pack: rule.is_some().then(|| law.book.version().to_owned()),
            rule: rule.map(|rule| rule.id),
        },
        None => store::AnswerDue::default(),
    })
}

/// Removes something that was entered by mistake, unless something after it stands on it.
///
/// Errors: `refused`; `not_found`.
pub fn remove_event(tx: &Tx, book: &LawBook, id: SupervisionEventId) -> Result<(), Problem> {
    let course = store::course(tx, store::case_of_event(tx, id)?)?;
    let place = place(tx)?;
    rules::check_leaning(SupervisionLaw { book, place: &place }, &course, &course.without(id))?;
    store::remove_event(tx, id)
}

/// Keeps a letter, new or changed. A case has one of each kind; a recommendation is refused with its rule.
///
/// Errors: `bad_input` at its field; `refused` with the rule and the fact; `not_found`.
pub fn save_letter(
    tx: &Tx,
    book: &LawBook,
    input: &SupervisionLetterInput,
) -> Result<SupervisionLetterId, Problem> {
    let place = place(tx)?;
    let law = SupervisionLaw { book, place: &place };
    if input.kind == SupervisionLetterKind::Recommendation {
        return Err(law.refuse_recommendation(input.dated_on));
    }
    rules::check_letter(input, tx.today())?;
    let course = store::course(tx, input.case)?;
    let mut others = course.without_letter(input.kind);
    match (input.id, store::letter_id(tx, input.case, input.kind)?) {
        (None, Some(_)) => {
            let message = format!("这件已经写了{}，请打开那一份修改。", input.kind.label());
            return Err(Problem::new("refused", message).at("kind"));
        }
        (Some(id), Some(standing)) if id == standing => {
            // What was closed since is no reason against mending the words of a letter.
            others.events.retain(|event| event.on <= input.dated_on);
            others.events.retain(|event| event.kind != SupervisionEventKind::Closed);
        }
        (Some(_), _) => return Err(Problem::missing("份函件")),
        (None, None) => {}
    }
    rules::check_move(law, &others, Move::Letter(input.kind), input.dated_on, late(&input.late_entry))?;
    if input.id.is_some() {
        let mut after = course.clone();
        for letter in after.letters.iter_mut().filter(|letter| letter.kind == input.kind) {
            *letter = Sent {
                dated_on: input.dated_on,
                answer_by: input.answer_by,
                late: late(&input.late_entry),
                ..*letter
            };
        }
        rules::check_leaning(law, &course, &after)?;
    }
    let addressee = match crate::office::text(&input.addressee) {
        Some(name) => name.to_owned(),
        None => store::employer(tx, input.case)?,
    };
    let id = input.id.unwrap_or_else(|| tx.new_id::<SupervisionLetterId>());
    store::save_letter(tx, id, input, &addressee)?;
    Ok(id)
}

/// Keeps that a letter was received, where its paper was not issued here: it stands on the fixed form of the province, or
/// was sent before it was entered. One issued here is received by the receipt of its sending.
///
/// Errors: `bad_input` at its field; `refused`; `not_found`.
pub fn serve_letter(tx: &Tx, book: &LawBook, served: &SupervisionServed) -> Result<(), Problem> {
    let (case, kind) = store::letter_facts(tx, served.letter)?;
    let course = store::course(tx, case)?;
    let sent = *course.letter(kind).ok_or_else(|| Problem::missing("份函件"))?;
    rules::check_served(served, sent.dated_on, tx.today())?;
    let place = place(tx)?;
    let law = SupervisionLaw { book, place: &place };
    if sent.issued_on.is_some() {
        let message =
            format!("这份{}是在这里印发的，请在“发文”里登记发送和签收，收到的日期会自己过来。", kind.label());
        return Err(Problem::new("refused", message));
    }
    if !sent.late && law.fixed_form(kind, sent.dated_on).is_none() {
        let message = format!(
            "这份{}还没有印发，请先印发编号；已经用纸质发出的，请在修改里写明补录的理由。",
            kind.label()
        );
        return Err(Problem::new("refused", message));
    }
    let mut after = course.clone();
    for letter in after.letters.iter_mut().filter(|letter| letter.kind == kind) {
        letter.received_on = Some(served.received_on);
    }
    rules::check_leaning(law, &course, &after)?;
    store::serve_letter(tx, served)
}

/// Removes a letter that has not gone out.
///
/// Errors: `refused`; `not_found`.
pub fn remove_letter(tx: &Tx, book: &LawBook, id: SupervisionLetterId) -> Result<(), Problem> {
    let (case, kind) = store::letter_facts(tx, id)?;
    let course = store::course(tx, case)?;
    if course.letter(kind).is_some_and(|letter| letter.issued_on.or(letter.received_on).is_some()) {
        let message =
            format!("这份{}已经发出，要留存，不能移除；写错了的，请修改后再印发一份更正。", kind.label());
        return Err(Problem::new("refused", message));
    }
    let place = place(tx)?;
    rules::check_leaning(SupervisionLaw { book, place: &place }, &course, &course.without_letter(kind))?;
    store::remove_letter(tx, id)
}

/// Keeps a holder of a supervisor's certificate; the name of one picked from the roster is the roster's.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_inspector(tx: &Tx, input: &SupervisionInspectorInput) -> Result<SupervisionInspectorId, Problem> {
    let mut input = input.clone();
    if let Some(person) = input.person {
        (input.name, _) = members::store::name_and_sex(tx, person)?;
    }
    rules::check_inspector(&input)?;
    let seats = store::inspectors::seated(tx, tx.today())?;
    let certificate = input.certificate.trim();
    let whose = |seat: &&model::SupervisionInspector| {
        seat.certificate == certificate || (input.person.is_some() && seat.person == input.person)
    };
    if let Some(seat) = seats.iter().find(whose) {
        let message = format!(
            "{}的监督员证{}登记在劳动法律监督委员会的名单里，调查时可以直接选；要改证号和有效期的，请改那一届的名单。",
            seat.name, seat.certificate
        );
        return Err(Problem::input("certificate", message));
    }
    if let Some(name) = store::inspectors::holder(tx, &input)? {
        let message = format!("证号{}已经登记给{name}，请核对。", input.certificate.trim());
        return Err(Problem::input("certificate", message));
    }
    if let Some(certificate) = store::inspectors::other_of(tx, &input)? {
        let message = format!(
            "{}已经登记了监督员证{certificate}；换了证的，请改那一条的证号和有效期。",
            input.name.trim()
        );
        return Err(Problem::input("person", message));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<SupervisionInspectorId>());
    store::inspectors::save(tx, id, &input)?;
    Ok(id)
}

/// Puts a certificate holder out of sight; the inquiries they made keep their name.
///
/// Errors: `not_found`.
pub fn remove_inspector(tx: &Tx, id: SupervisionInspectorId) -> Result<(), Problem> {
    store::inspectors::remove(tx, id)
}
