//! What is asked for the filing of an agreement, item by item, and what of it lies ready: a paper that the program issued is
//! known by itself, the rest the chair ticks. Which items are asked stands in the rules of the place; the mandate of a chief who
//! signs for somebody else is asked for everywhere. What is asked by custom alone is offered beside it and counts for nothing.

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::course::Course;
use super::model::{AgreementVote, FilingChecklist, FilingMaterial};
use super::store::{self, Head};
use crate::Problem;
use crate::congress::papers::RESOLUTION;
use crate::duty::{Place, day_words};
use crate::negotiation::contract;
use crate::negotiation::kinds::{CHIEF_MANDATE, MINUTES, REPRESENTATIVES};
use crate::negotiation::model::{Event, EventKind, NegotiationId, Side};
use crate::negotiation::people::model::MandateKind;
use crate::negotiation::people::store as people;
use crate::negotiation::rules::Law;
use crate::negotiation::store as talks;
use crate::office;
use crate::office::text;
use crate::union::model::Shown;
use crate::union::{bodies, details};

/// The subject of the lists.
const SUBJECT: &str = "negotiation.submission.papers";

/// The subject of what is asked by custom beside a list that leaves it open.
const USUAL: &str = "negotiation.submission.usual";

/// What is handed in: key and words. An item that has no key of its own is known by its place in the list.
type Items = Vec<(String, String)>;

fn items_of(rule: &law::Rule) -> Items {
    let named = rule.items.iter().enumerate();
    named
        .map(|(at, item)| (item.key.clone().unwrap_or_else(|| format!("item{}", at + 1)), item.text.clone()))
        .collect()
}

/// The rule whose items the place asks for.
fn list(law: Law<'_>) -> Option<&law::Rule> {
    law.book.applies(SUBJECT, law.place, law.on).map(|ruling| ruling.winner)
}

/// What is asked by custom beside the list of the place, where that leaves it open.
fn usual(law: Law<'_>) -> Option<&law::Rule> {
    let list = list(law)?;
    let rule = law.book.applies(USUAL, law.place, law.on)?.winner;
    rule.term("lists")?.split(' ').any(|id| id == list.id).then_some(rule)
}

/// Whether a key is that of an item which is asked, by a text or by custom.
pub(super) fn is_asked(law: Law<'_>, key: &str) -> bool {
    let asked = [list(law), usual(law)].into_iter().flatten();
    asked.flat_map(items_of).any(|(item, _)| item == key) || is_mandate(key)
}

/// What there is of something in the talks of an agreement, with their affair. Where it goes on from a sealed affair and its own talks
/// have nothing of it, in those before.
fn of_talks<T>(
    line: &[Head],
    read: impl Fn(NegotiationId) -> Result<Vec<T>, Problem>,
) -> Result<(Option<NegotiationId>, Vec<T>), Problem> {
    for one in line {
        let found = read(one.negotiation)?;
        if !found.is_empty() {
            return Ok((Some(one.negotiation), found));
        }
    }
    Ok((line.first().map(|one| one.negotiation), Vec::new()))
}

/// The talks whose list of representatives holds: where it was taken over from a sealed affair and the same people stand, those in
/// which it was made.
fn listed(connection: &Connection, line: &[Head]) -> Result<Option<NegotiationId>, Problem> {
    /// Of each: the side, the name, whether they lead it.
    type People = Vec<(Side, String, bool)>;
    let mut found: Option<(NegotiationId, People)> = None;
    for one in line {
        let people = talks::representatives(connection, one.negotiation)?.into_iter();
        let people: People =
            people.map(|one| (one.side, one.record.name.trim().to_owned(), one.record.chief)).collect();
        match &found {
            Some((_, stand)) if *stand != people => break,
            None if people.is_empty() => {}
            _ => found = Some((one.negotiation, people)),
        }
    }
    Ok(found.map(|(id, _)| id).or(line.first().map(|one| one.negotiation)))
}

/// Whether an item is the resolution of the congress.
fn is_resolution(name: &str) -> bool {
    name.contains("决议") || name.contains("讨论通过")
}

/// The papers of the program that an item means, by the words with which the rules name them: kind and record.
fn papers_of(
    connection: &Connection,
    line: &[Head],
    votes: &[AgreementVote],
    name: &str,
) -> Result<Vec<(&'static str, String)>, Problem> {
    if is_resolution(name) {
        let passed = votes.iter().rev().find(|vote| vote.passed);
        return Ok(passed.map(|vote| (RESOLUTION, vote.id.to_string())).into_iter().collect());
    }
    if name.contains("代表名单") {
        let of = listed(connection, line)?;
        return Ok(of.map(|id| (REPRESENTATIVES, id.to_string())).into_iter().collect());
    }
    if name.contains("会议记录") {
        let (_, meetings) = of_talks(line, |id| talks::meetings(connection, id))?;
        return Ok(meetings
            .into_iter()
            .rev()
            .map(|meeting| (MINUTES, meeting.id.to_string()))
            .take(1)
            .collect());
    }
    Ok(Vec::new())
}

/// The key under which the mandate of a side's chief is ticked.
fn mandate_key(side: Side) -> String {
    format!("mandate:{}", side.code())
}

/// Whether a key is that of a chief's mandate.
fn is_mandate(key: &str) -> bool {
    [Side::Workers, Side::Employer].into_iter().any(|side| mandate_key(side) == key)
}

/// Who leads a side by office: the chair of the union, the legal representative of the employer; none where nobody told.
fn leader(
    connection: &Connection,
    head: &Head,
    side: Side,
    on: NaiveDate,
) -> Result<Option<String>, Problem> {
    let values = contract::store::values(connection, head.id)?;
    let typed =
        |name: &str| values.get(name).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    Ok(match side {
        Side::Workers => bodies::chair(connection, on)?.or_else(|| typed("工会法定代表人")),
        Side::Employer => {
            let firm = details::sheet(connection, Shown::Never)?.details.enterprises.into_iter().next();
            typed("企业法定代表人").or(firm.and_then(|firm| firm.representative))
        }
    })
}

/// The written mandates of chiefs who do not lead their side by office.
fn mandates(
    connection: &Connection,
    (head, line): (&Head, &[Head]),
    on: NaiveDate,
) -> Result<Vec<FilingMaterial>, Problem> {
    if head.amends.is_some() {
        return Ok(Vec::new());
    }
    let (_, seated) = of_talks(line, |id| talks::representatives(connection, id))?;
    let (mut given, mut signed) = (Vec::new(), None);
    for one in line.iter().rev() {
        given.extend(people::mandates(connection, one.negotiation)?);
        let events = talks::events(connection, one.negotiation)?;
        let of_it = |event: &Event| event.agreement == Some(one.id) && event.kind == EventKind::Signed;
        signed = events.into_iter().rfind(of_it).or(signed);
    }
    let mut asked = Vec::new();
    for side in [Side::Workers, Side::Employer] {
        // Whoever signed was mandated, and not who leads the side since.
        let signed = signed.as_ref().and_then(|one| match side {
            Side::Workers => text(&one.facts.workers_chief),
            Side::Employer => text(&one.facts.employer_chief),
        });
        let chief = seated.iter().find(|one| one.side == side && one.record.chief);
        let Some(name) = signed.or(chief.map(|one| one.record.name.trim())) else { continue };
        // The leader may stand with the post: 吴建国（董事长）.
        if leader(connection, head, side, on)?.is_none_or(|leader| leader.contains(name)) {
            continue;
        }
        let mandate = given
            .iter()
            .rev()
            .find(|one| one.kind == MandateKind::Chief && one.side == side && one.name.trim() == name);
        asked.push(FilingMaterial {
            item: mandate_key(side),
            name: format!("{}首席代表{name}的授权委托书", side.name()),
            ready: mandate.is_some(),
            known: mandate.map(|one| format!("{}委托", day_words(one.given_on))),
            paper: mandate.and_then(|one| one.id).map(|id| Place {
                page: "papers".to_owned(),
                id: Some(format!("{CHIEF_MANDATE}@{id}")),
                part: None,
            }),
            usual: false,
        });
    }
    Ok(asked)
}

/// What was ticked by hand, and on which day.
fn by_hand(ticked: &[(String, NaiveDate)], item: &str) -> Option<String> {
    ticked.iter().find(|(key, _)| key == item).map(|(_, on)| format!("{}备齐", day_words(*on)))
}

/// How an item stands, by the tick and by the program's own paper of it.
fn material(
    connection: &Connection,
    (line, votes): (&[Head], &[AgreementVote]),
    ticked: &[(String, NaiveDate)],
    (item, name): (String, String),
    usual: bool,
) -> Result<FilingMaterial, Problem> {
    let mut known = by_hand(ticked, &item);
    let papers = papers_of(connection, line, votes, &name)?;
    for (kind, of) in &papers {
        if let Some(issue) = office::store::issues(connection, kind, of)?.into_iter().next() {
            known = Some(issue.number);
        }
    }
    let paper = papers.into_iter().next().map(|(kind, of)| Place {
        page: "papers".to_owned(),
        id: Some(format!("{kind}@{of}")),
        part: None,
    });
    Ok(FilingMaterial { item, name, ready: known.is_some(), known, paper, usual })
}

/// What lies ready of all that is asked. What the congress resolved before the contract came back and was drafted or talked about anew
/// is of the text before: its resolution is none of this one, whether it was printed or ticked.
pub(super) fn checklist(
    connection: &Connection,
    law: Law<'_>,
    (head, course): (&Head, &Course),
    votes: &[AgreementVote],
) -> Result<FilingChecklist, Problem> {
    let counts = |on: NaiveDate, id: Uuid| course.counts(on, id, law.on);
    let votes = votes.iter().filter(|vote| counts(vote.session.held_on, vote.id.uuid()));
    let votes: Vec<AgreementVote> = votes.cloned().collect();
    let ticked = store::materials(connection, head.id)?;
    // A tick bears no hour: one of the day of the new draft is of it.
    let resolved = ticked.iter().filter(|(_, on)| counts(*on, Uuid::max())).cloned();
    let resolved: Vec<(String, NaiveDate)> = resolved.collect();
    let of_item = |name: &str| if is_resolution(name) { &resolved } else { &ticked };
    let line = store::line(connection, head)?;
    let (list, usual) = (list(law), usual(law));
    let mut materials = Vec::new();
    for one in list.map(items_of).unwrap_or_default() {
        materials.push(material(connection, (&line, &votes), of_item(&one.1), one, false)?);
    }
    for mut one in mandates(connection, (head, &line), law.on)? {
        if let Some(known) = by_hand(&ticked, &one.item) {
            one.known = one.known.or(Some(known));
            one.ready = true;
        }
        materials.push(one);
    }
    let asked = materials.iter().filter(|one| one.ready).count();
    for one in usual.map(items_of).unwrap_or_default() {
        materials.push(material(connection, (&line, &votes), of_item(&one.1), one, true)?);
    }
    let ruling = law.book.applies("negotiation.submission.copies", law.place, law.on);
    Ok(FilingChecklist {
        materials,
        ready: u32::try_from(asked).unwrap_or(u32::MAX),
        copies: ruling.and_then(|ruling| ruling.winner.quantity.as_ref()?.boundary(0)),
        rule: list.map(law::Rule::reference),
        note: list.and_then(|rule| rule.note.clone()),
        usual: usual.map(|rule| rule.title.clone()),
    })
}
