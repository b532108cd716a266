//! A notice as a page shows it, the register's lines, and what a new opinion begins with: read together from the store and
//! judged by the rules.

use chrono::NaiveDate;
use law::{Deadline, LawBook};
use rusqlite::Connection;

use super::model::{
    Dismissal, DismissalId, DismissalLine, DismissalLook, DismissalOpinionDraft, DismissalOpinionStart,
    DismissalPage, DismissalQuery, DismissalStance, DismissalWhich,
};
use super::rules::{self, Known};
use super::store::{self, Kept, REGISTER};
use super::{place, senior};
use crate::Problem;
use crate::duty::{Band, day_words};
use crate::letters::mediation;
use crate::letters::rules::SupervisionLaw;
use crate::members;
use crate::members::model::Sex;
use crate::union::bodies;

/// What the ledger knows of the person of a notice.
fn known(
    connection: &Connection,
    law: SupervisionLaw<'_>,
    kept: &Kept,
    today: NaiveDate,
) -> Result<Known, Problem> {
    let Some(person) = kept.record.person else { return Ok(Known::default()) };
    let offices = bodies::offices_of(connection, person, today)?;
    let talks = store::talks_of(connection, person)?;
    // Somebody removed since is judged as one of whom nothing is known.
    let Ok(row) = members::store::person(connection, person) else {
        return Ok(Known { offices, talks, ..Known::default() });
    };
    let on = kept.record.planned_on.unwrap_or(kept.record.received_on);
    let senior = senior::of(connection, law, person, &row, on)?;
    let exams = members::dossier::store::exams(connection, person)?;
    let exams = exams.into_iter().map(|exam| (exam.kind, exam.examined_on)).collect();
    Ok(Known { is_man: row.sex == Sex::Male, offices, talks, senior, exams })
}

/// What is looked into for a notice.
pub(super) fn looks(
    connection: &Connection,
    law: SupervisionLaw<'_>,
    kept: &Kept,
    today: NaiveDate,
) -> Result<Vec<DismissalLook>, Problem> {
    let known = known(connection, law, kept, today)?;
    let answers = store::checks(connection, kept.id)?;
    Ok(rules::looks(law, kept.record.kind, &known, &answers, today))
}

/// One notice, seen from a day; what tells of health only to one who may read it.
///
/// Errors: `not_found`.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: DismissalId,
    today: NaiveDate,
    reads_health: bool,
) -> Result<Dismissal, Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let mut kept = store::get(connection, id)?;
    let mut looks = looks(connection, law, &kept, today)?;
    let beforehand = rules::beforehand(law, &kept.record, today)?;
    let mut covered = false;
    let reasons_covered = !reads_health && kept.record.kind.tells_health();
    if reasons_covered {
        kept.record.reasons.clear();
        kept.record.grounds = None;
    }
    if !reads_health {
        for look in looks.iter_mut().filter(|look| look.answer.item.is_health()) {
            (look.answer.yes, look.answer.note, look.warning, look.known) = (None, None, None, None);
            look.covered = true;
        }
        covered = kept.opinion.is_some() && store::tells_health(connection, id)?;
        if let Some(opinion) = kept.opinion.as_mut().filter(|_| covered) {
            (opinion.findings, opinion.articles) = (None, None);
        }
    }
    let todos = rules::todos(law, &kept, today)?;
    let answer_due = match kept.answered {
        Some(_) => kept.due_on,
        None => rules::answer_due(law, &kept)?.map(|(day, _)| day),
    };
    let (answered_on, answer, result) = match kept.answered.clone() {
        Some((on, answer, result)) => (Some(on), Some(answer), Some(result)),
        None => (None, None, None),
    };
    let (issue, issue_number) = kept.issue.clone().unzip();
    let (mediation, mediation_number) = kept.mediation.clone().unzip();
    let (closed_on, outcome) = kept.closed.clone().unzip();
    let since = kept.known_on.unwrap_or(kept.record.received_on);
    Ok(Dismissal {
        id,
        state: rules::state(&kept),
        beforehand,
        looks,
        issue,
        issue_number,
        delivered_on: kept.delivered_on,
        late: matches!((answered_on, kept.due_on), (Some(on), Some(due)) if on > due),
        answer_due,
        answered_on,
        answer,
        result,
        help: kept.help,
        known_on: kept.known_on,
        mediation,
        mediation_number,
        limits: mediation::limits(law, None, Some(since), today)?.lines(),
        closed_on,
        outcome,
        todos,
        covered,
        reasons_covered,
        opinion: kept.opinion,
        number: kept.number,
        record: kept.record,
    })
}

fn line(
    law: SupervisionLaw<'_>,
    kept: &Kept,
    today: NaiveDate,
    reads_health: bool,
) -> Result<DismissalLine, Problem> {
    let next = rules::todos(law, kept, today)?.into_iter().next();
    let due = next.as_ref().and_then(|todo| todo.due);
    Ok(DismissalLine {
        id: kept.id,
        number: kept.number.clone(),
        kind: kept.record.kind,
        name: kept.record.name.clone(),
        received_on: kept.record.received_on,
        planned_on: kept.record.planned_on,
        in_time: rules::beforehand(law, &kept.record, today)?.in_time,
        reasons: (reads_health || !kept.record.kind.tells_health()).then(|| kept.record.reasons.clone()),
        state: rules::state(kept),
        whose: next.as_ref().map(|todo| todo.whose),
        next: next.map(|todo| todo.title),
        band: due.map(|due| Band::of(due, today)),
        days: due.map(|due| (due - today).num_days()),
        due,
        stance: kept.opinion.as_ref().map(|opinion| opinion.stance),
        result: kept.answered.as_ref().map(|(.., result)| *result),
        outcome: kept.closed.as_ref().map(|(_, outcome)| outcome.clone()),
    })
}

/// Every notice that matches, in order, with how many there are; reasons that may tell of health only to one who may read it.
pub fn each(
    connection: &Connection,
    book: &LawBook,
    (query, reads_health): (&DismissalQuery, bool),
    today: NaiveDate,
    each: &mut dyn FnMut(u32, DismissalLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let total = store::count(connection, query, reads_health)?;
    let found = store::list(connection, query, None, reads_health)?;
    found.iter().try_for_each(|kept| each(total, line(law, kept, today, reads_health)?))
}

/// A slice of the register, and how it stands as a whole; reasons that may tell of health only to one who may read it.
pub fn page(
    connection: &Connection,
    book: &LawBook,
    query: &DismissalQuery,
    today: NaiveDate,
    reads_health: bool,
) -> Result<DismissalPage, Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let slice = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    let rows = store::list(connection, query, Some(slice), reads_health)?;
    let open = DismissalQuery { which: Some(DismissalWhich::Open), ..DismissalQuery::default() };
    Ok(DismissalPage {
        total: store::count(connection, query, reads_health)?,
        rows: rows.iter().map(|kept| line(law, kept, today, reads_health)).collect::<Result<_, _>>()?,
        kept: store::count(connection, &DismissalQuery::default(), reads_health)?,
        open: store::count(connection, &open, reads_health)?,
        years: REGISTER.years(connection)?,
    })
}

/// The articles that stand behind an objection: that the union may object, and those of every answer that raises something.
fn articles(law: SupervisionLaw<'_>, kept: &Kept, looks: &[DismissalLook], today: NaiveDate) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |line: String| {
        if !lines.contains(&line) {
            lines.push(line);
        }
    };
    let raised = looks.iter().filter(|look| look.warning.is_some());
    for look in raised.filter(|look| rules::is_barred_by_law(kept.record.kind, look.answer.item)) {
        if let (Some(rule), Some(says)) = (&look.rule, &look.says) {
            add(format!("《{}》{}：{says}", rule.instrument, rule.article));
        }
    }
    for subject in rules::own_subjects(kept.record.kind) {
        if let Some(ruling) = law.book.applies(subject, law.place, today) {
            let rule = ruling.winner;
            add(format!("《{}》{}：{}", rule.instrument, rule.article, rule.title));
        }
    }
    lines
}

/// What was found, one line each: from the answers that raise something, and of the notice itself.
fn findings(
    law: SupervisionLaw<'_>,
    kept: &Kept,
    looks: &[DismissalLook],
    today: NaiveDate,
) -> Result<Vec<String>, Problem> {
    let raised = looks.iter().filter(|look| look.warning.is_some());
    let mut lines: Vec<String> = raised.map(rules::finding).collect();
    lines.extend(rules::notice_faults(law, &kept.record, today)?);
    Ok(lines)
}

fn told(deadline: &Deadline, who: &str) -> String {
    format!("{who}：{}", deadline.explanation.sentence)
}

/// The standing opinion, or a new one filled with what was looked into; and what the law of the place says of its days.
///
/// Errors: `not_found`.
pub fn start(
    connection: &Connection,
    book: &LawBook,
    id: DismissalId,
    today: NaiveDate,
) -> Result<DismissalOpinionStart, Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let kept = store::get(connection, id)?;
    let term = rules::answer_clock(law, kept.record.kind, today)?;
    let mut limits = Vec::new();
    limits.extend(rules::opinion_clock(law, &kept.record)?.map(|clock| told(&clock, "工会提意见")));
    if let Some(planned) = kept.record.planned_on {
        limits.push(format!("单位打算在{}办，意见要赶在那以前送到。", day_words(planned)));
    }
    limits.extend(term.as_ref().map(|clock| told(clock, "今天送到的话，单位答复")));
    let looks = looks(connection, law, &kept, today)?;
    let found = findings(law, &kept, &looks, today)?;
    let articles = articles(law, &kept, &looks, today);
    let mut opinion = DismissalOpinionDraft {
        id,
        // What was found speaks for an objection; that nothing was found speaks for nothing.
        stance: (!found.is_empty()).then_some(DismissalStance::Object),
        opined_on: today,
        findings: joined(&found),
        articles: joined(&articles),
        request: Some(format!("重新研究，不要{}", rules::act(kept.record.kind))),
        answer_by: match &term {
            Some(_) => None,
            None => law.clock("supervision.answer.suggested", "letter_dated", today)?.map(|clock| clock.due),
        },
        contact: store::last_contact(connection)?,
    };
    let (mut more_findings, mut more_articles) = (Vec::new(), Vec::new());
    if let Some(standing) = kept.opinion {
        let lacks = |said: &Option<String>, lines: Vec<String>| -> Vec<String> {
            let said = said.as_deref().unwrap_or_default();
            lines.into_iter().filter(|line| !said.is_empty() && !said.contains(line.as_str())).collect()
        };
        if standing.stance == DismissalStance::Object {
            more_findings = lacks(&standing.findings, found);
            more_articles = lacks(&standing.articles, articles);
        }
        opinion = DismissalOpinionDraft {
            stance: Some(standing.stance),
            opined_on: standing.opined_on,
            // What was left empty begins with what was looked into since.
            findings: standing.findings.or(opinion.findings),
            articles: standing.articles.or(opinion.articles),
            request: standing.request.or(opinion.request),
            answer_by: standing.answer_by,
            contact: standing.contact.or(opinion.contact),
            ..opinion
        };
    }
    Ok(DismissalOpinionStart {
        opinion,
        more_findings,
        more_articles,
        unchecked: rules::unchecked(&looks),
        limits,
        term_by_law: term.is_some(),
    })
}

/// Lines as the text of a field.
fn joined(lines: &[String]) -> Option<String> {
    (!lines.is_empty()).then(|| lines.join("\n"))
}
