//! A case as a page shows it, the register's lines, and what a new letter begins with: read together from the store and
//! judged by the rules. Whether the informer is shown is the caller's to say.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::kinds::paper_kind;
use super::model::{
    SupervisionCase, SupervisionCaseId, SupervisionEventKind, SupervisionLetter, SupervisionLetterInput,
    SupervisionLetterKind, SupervisionLetterStart, SupervisionLine, SupervisionPage, SupervisionQuery,
};
use super::opens::with_place;
use super::place;
use super::rules::{self, SupervisionLaw, words};
use super::store::{self, register};
use crate::Problem;
use crate::duty::Band;
use crate::office::model::{PaperNumber, series};
use crate::union::model::Shown;

/// The number a letter bears: of its newest issue, else of the form it was written on.
fn letter_number(letter: &store::Letter) -> Option<String> {
    match letter.issue {
        Some((_, year, number)) => {
            let series = series(&paper_kind(letter.sent.kind));
            Some(PaperNumber { series, year, number }.to_string())
        }
        None => letter.number.clone(),
    }
}

fn letter(law: SupervisionLaw<'_>, kept: store::Letter) -> Result<SupervisionLetter, Problem> {
    let answer = match kept.sent.received_on {
        Some(received) => law.answer(kept.sent.kind, received)?,
        None => None,
    };
    Ok(SupervisionLetter {
        id: kept.id,
        number: letter_number(&kept),
        issue: kept.issue.map(|(id, ..)| id),
        received_on: kept.sent.received_on,
        answer_due: rules::answer_due(law, &kept.sent)?.map(|(day, _)| day),
        answer,
        fixed_form: law.fixed_form(kept.sent.kind, kept.sent.dated_on),
        record: kept.record,
    })
}

/// One case, seen from a day; the informer only where identity is shown in full.
///
/// Errors: `not_found`.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: SupervisionCaseId,
    today: NaiveDate,
    shown: Shown,
) -> Result<SupervisionCase, Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let (number, record, named) = store::head(connection, id)?;
    let course = store::course(connection, id)?;
    let todos = rules::todos(law, &course, today)?;
    let letters = store::letters(connection, id)?.into_iter().map(|kept| letter(law, kept));
    Ok(SupervisionCase {
        id,
        number,
        record,
        named,
        informer: if shown == Shown::Full { store::informer(connection, id)? } else { None },
        shown,
        department: store::department(connection, id)?,
        state: rules::state(&course),
        steps: rules::ladder(&course, todos.first().map(|todo| todo.act)),
        todos: todos.into_iter().map(|todo| with_place(connection, id, todo)).collect::<Result<_, _>>()?,
        events: store::events(connection, id)?,
        letters: letters.collect::<Result<_, _>>()?,
    })
}

fn line(
    connection: &Connection,
    law: SupervisionLaw<'_>,
    id: SupervisionCaseId,
    today: NaiveDate,
) -> Result<SupervisionLine, Problem> {
    let (number, record, named) = store::head(connection, id)?;
    let course = store::course(connection, id)?;
    let next = rules::todos(law, &course, today)?.into_iter().next();
    let letters = store::letters(connection, id)?;
    let sent = |kind: SupervisionLetterKind| {
        letters
            .iter()
            .find(|one| one.sent.kind == kind)
            .map(|one| letter_number(one).unwrap_or_else(|| format!("{}写成", words(one.sent.dated_on))))
    };
    let due = next.as_ref().and_then(|todo| todo.due);
    Ok(SupervisionLine {
        id,
        number,
        source: record.source,
        topic: record.topic,
        received_on: record.received_on,
        employer: record.employer.unwrap_or_default(),
        matter: record.matter,
        named,
        state: rules::state(&course),
        whose: next.as_ref().map(|todo| todo.whose),
        next: next.map(|todo| todo.title),
        band: due.map(|due| Band::of(due, today)),
        days: due.map(|due| (due - today).num_days()),
        due,
        reminder: sent(SupervisionLetterKind::Reminder),
        opinion: sent(SupervisionLetterKind::Opinion),
        closed_on: course.last(SupervisionEventKind::Closed).map(|event| event.on),
    })
}

fn lines(
    connection: &Connection,
    book: &LawBook,
    ids: Vec<SupervisionCaseId>,
    today: NaiveDate,
    each: &mut dyn FnMut(SupervisionLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    ids.into_iter().try_for_each(|id| each(line(connection, law, id, today)?))
}

/// Every case that matches, in order, with how many there are: for a file that holds the whole list.
pub fn each(
    connection: &Connection,
    book: &LawBook,
    query: &SupervisionQuery,
    today: NaiveDate,
    each: &mut dyn FnMut(u32, SupervisionLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let total = register::count(connection, query)?;
    let ids = register::ids(connection, query, None)?;
    lines(connection, book, ids, today, &mut |line| each(total, line))
}

/// A slice of the register, and how it stands as a whole.
pub fn page(
    connection: &Connection,
    book: &LawBook,
    query: &SupervisionQuery,
    today: NaiveDate,
) -> Result<SupervisionPage, Problem> {
    let (limit, offset) = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    let ids = register::ids(connection, query, Some((limit, offset)))?;
    let mut rows = Vec::new();
    lines(connection, book, ids, today, &mut |line| {
        rows.push(line);
        Ok(())
    })?;
    let (kept, open) = register::standing(connection)?;
    Ok(SupervisionPage {
        total: register::count(connection, query)?,
        rows,
        kept,
        open,
        years: register::years(connection)?,
    })
}

/// The law's own words on the kind of matter as a whole sentence, with the article that lists it: the item, and what the
/// rule's title says follows from it.
fn article(law: SupervisionLaw<'_>, topic: &str, on: NaiveDate) -> Option<String> {
    let ruling = law.book.applies("supervision.representation", law.place, on)?;
    let rule = ruling.winner;
    let item = rule.items.iter().find(|item| item.key.as_deref() == Some(topic))?;
    let follows = rule.title.split_once('，').map_or_else(String::new, |(_, follows)| format!("，{follows}"));
    Some(format!("《{}》{}：{}{follows}", rule.instrument, rule.article, item.text))
}

/// What an inquiry's record says outside its questions and answers: the findings, that a letter may take over. None where it
/// holds questions and answers alone.
fn findings(text: &str) -> Option<String> {
    let asked = |line: &str| {
        ["问", "答"]
            .iter()
            .any(|who| line.starts_with(who) && line[who.len()..].trim_start().starts_with(['：', ':']))
    };
    let mut lines = Vec::new();
    let mut within = false;
    for line in text.lines().map(str::trim) {
        // An answer goes on over its lines, to the blank line that ends it.
        within = asked(line) || (within && !line.is_empty());
        if !within && !line.is_empty() {
            lines.push(line);
        }
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The standing letter of a kind, or a new one filled with what the ledger knows; and what the law of the place says of it.
///
/// Errors: `not_found`.
pub fn start(
    connection: &Connection,
    book: &LawBook,
    case: SupervisionCaseId,
    kind: SupervisionLetterKind,
    today: NaiveDate,
) -> Result<SupervisionLetterStart, Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let (_, record, _) = store::head(connection, case)?;
    let letters = store::letters(connection, case)?;
    let answer = law.answer(kind, today)?;
    let answered = matches!(kind, SupervisionLetterKind::Reminder | SupervisionLetterKind::Opinion);
    let suggested = match answer {
        None if answered => law.clock("supervision.answer.suggested", "letter_dated", today)?,
        _ => None,
    };
    let letter = match letters.iter().find(|one| one.sent.kind == kind) {
        Some(kept) => kept.record.clone(),
        None => {
            let events = store::events(connection, case)?;
            let inquiry =
                events.iter().rev().find(|event| event.record.kind == SupervisionEventKind::Inquired);
            let earlier = letters.last().map(|one| &one.record).filter(|_| answered);
            let (upper, contact) = store::last_letter(connection, kind)?;
            let own = |text: Option<String>| text.filter(|_| answered);
            SupervisionLetterInput {
                id: None,
                case,
                kind,
                dated_on: today,
                addressee: if answered { record.employer } else { upper },
                facts: earlier
                    .and_then(|one| one.facts.clone())
                    .or_else(|| own(inquiry.and_then(|event| findings(&event.record.text))))
                    .or_else(|| own(record.details.or(Some(record.matter)))),
                evidence: earlier.and_then(|one| one.evidence.clone()).or_else(|| {
                    own(inquiry.map(|event| format!("{}调查笔录", words(event.record.happened_on))))
                }),
                articles: earlier
                    .and_then(|one| one.articles.clone())
                    .or_else(|| own(article(law, record.topic.code(), today))),
                request: earlier.and_then(|one| one.request.clone()),
                answer_by: suggested.as_ref().map(|deadline| deadline.due),
                contact,
                late_entry: None,
            }
        }
    };
    let told = |id: &str| {
        let rule = book.rule(id)?;
        Some(format!("{}《{}》{}：{}", rule.layer_name, rule.instrument, rule.article, rule.title))
    };
    let limits = answer.iter().flat_map(|deadline| {
        std::iter::once(&deadline.rule.id).chain(deadline.others.iter().map(|other| &other.rule.id))
    });
    Ok(SupervisionLetterStart {
        fixed_form: law.fixed_form(kind, letter.dated_on),
        letter,
        limits: limits.filter_map(|id| told(id)).collect(),
        suggestion: suggested.and_then(|deadline| book.rule(&deadline.rule.id)?.note.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::findings;

    #[test]
    fn a_letter_takes_over_what_was_found_and_no_questions_and_answers() {
        let record = "问：八月有没有加班？\n答：有。\n没有发加班费。\n\n八月休息日加班四天，没有发加班费。";
        assert_eq!(findings(record).as_deref(), Some("八月休息日加班四天，没有发加班费。"));
        assert_eq!(findings("问：有没有？\n答：有。"), None, "questions and answers alone");
        assert_eq!(findings("现场查看，问题属实。").as_deref(), Some("现场查看，问题属实。"), "no question");
    }
}
