//! How the representatives of a negotiation come and go, joined into what its page shows: vacancies with their clock, how they
//! are made known, what protects them. Nothing is written here.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::{
    JudgedElection, NegotiationPeople, PostingOutcome, ProtectionLaw, SeatKnown, SeatPosting, SeatProtection,
    Vacancy,
};
use super::rules::{self, MandateTerm};
use super::store;
use crate::Problem;
use crate::duty::{clock, day_words};
use crate::members::dossier::model::ContractTerm;
use crate::members::dossier::store::contracts;
use crate::members::model::PersonId;
use crate::members::store::person;
use crate::negotiation::agreement;
use crate::negotiation::model::{Event, EventKind, NegotiationId, Representative, Side};
use crate::negotiation::rules::{self as talks, Law};
use crate::negotiation::store::{self as kept, Head};
use crate::pay::store::office_shops;
use crate::union;
use crate::union::model::Role;

/// What the seats of a negotiation are judged by.
pub struct Seats<'a> {
    /// The negotiation.
    pub head: Head,
    /// The packs, as they speak of what the talks are about.
    pub book: &'a LawBook,
    /// The day by whose law it is judged.
    pub on: NaiveDate,
    /// Everyone of the list, those too who left.
    pub all: Vec<Representative>,
    /// What happened to the talks.
    pub events: Vec<Event>,
    /// The last day of the agreements, where they have one.
    pub contract_ends: Option<NaiveDate>,
}

impl<'a> Seats<'a> {
    /// Reads them.
    ///
    /// Errors: `not_found`.
    pub fn load(connection: &Connection, book: &'a LawBook, id: NegotiationId) -> Result<Self, Problem> {
        let head = kept::head(connection, id)?;
        let on = talks::affair_day(kept::offer_dates(connection, id)?, head.started_on);
        let contract_ends = agreement::contracts::last_day(connection, book, id)?;
        Ok(Seats {
            all: kept::seats(connection, id)?,
            events: kept::events(connection, id)?,
            head,
            book: agreement::book_of(connection, book, id)?,
            on,
            contract_ends,
        })
    }

    /// The law of the place on the day of the affair.
    pub fn law(&self) -> Law<'_> {
        Law { book: self.book, place: &self.head.place, on: self.on }
    }

    /// Who stands on a side now.
    pub fn standing(&self, side: Side) -> impl Iterator<Item = &Representative> {
        self.all.iter().filter(move |one| one.side == side && one.until.is_none())
    }

    /// The seats that fell vacant, the earliest first.
    ///
    /// Errors: of the calendar.
    pub fn vacancies(&self) -> Result<Vec<Vacancy>, Problem> {
        let mut vacancies = Vec::new();
        for event in self.events.iter().filter(|event| event.kind == EventKind::Vacated) {
            let of = event.facts.representative;
            let Some(one) = self.all.iter().find(|one| Some(one.id) == of) else { continue };
            let filled = self.all.iter().find(|other| other.replaces == Some(one.id));
            let known = [("representative_vacancy", event.happened_on)];
            let deadline =
                clock(self.book, "negotiation.representatives.replacement", &self.head.place, &known)?;
            let law = Law { on: event.happened_on, ..self.law() };
            vacancies.push(Vacancy {
                event: event.id,
                representative: one.id,
                name: one.record.name.clone(),
                side: one.side,
                chief: one.record.chief,
                vacated_on: event.happened_on,
                why: event.text.clone(),
                deadline,
                notes: rules::vacancy_notes(law, one.side, one.record.chief),
                filled_by: filled.map(|other| other.record.name.clone()),
                filled_on: filled.and_then(|other| other.record.chosen_on),
            });
        }
        Ok(vacancies)
    }

    /// How the employer's side makes its representatives known; none where no text of the place asks both sides for it.
    ///
    /// Errors: of the calendar.
    pub fn employer_posting(&self) -> Result<Option<SeatPosting>, Problem> {
        match rules::is_posted_by_law(self.law(), Side::Employer) {
            true => self.posting(Side::Employer).map(Some),
            false => Ok(None),
        }
    }

    /// How a side is made known.
    ///
    /// Errors: of the calendar.
    pub fn posting(&self, side: Side) -> Result<SeatPosting, Problem> {
        self.posting_since(side, None)
    }

    /// The same of those alone who were chosen since the day on which the affair was entered afterwards, where there is one.
    ///
    /// Errors: of the calendar.
    pub fn posting_since(&self, side: Side, entered: Option<NaiveDate>) -> Result<SeatPosting, Problem> {
        let waiting = rules::unposted(side, &self.all, &self.events, entered);
        let names = waiting.iter().map(|one| one.record.name.clone()).collect();
        let posted = rules::posted(side, &self.events).next().is_some();
        let days = || waiting.iter().filter_map(|one| one.record.chosen_on);
        // The list is complete with the last one chosen; who came later, or into a seat that fell vacant, has a clock of their own and
        // moves nobody else's.
        let whole =
            waiting.iter().filter(|one| one.replaces.is_none()).filter_map(|one| one.record.chosen_on);
        let start = if posted { days().min() } else { whole.max().or(days().min()) };
        let undated = start.is_none() && !waiting.is_empty();
        let law = Law { on: start.unwrap_or(self.on), ..self.law() };
        if let Some(ruling) = law.book.applies("negotiation.representatives.publication", law.place, law.on) {
            let deadline = match start {
                Some(start) => {
                    let known = [("representatives_chosen", start)];
                    clock(self.book, "negotiation.representatives.publication", &self.head.place, &known)?
                }
                None => None,
            };
            let rule = ruling.winner.reference();
            let ask = if undated {
                "代表的产生日期还没有填，填了才算得出最后一天。"
            } else {
                ""
            };
            let sentence =
                format!("{}（《{}》{}）。{ask}", ruling.winner.title, rule.instrument, rule.article);
            return Ok(SeatPosting { waiting: names, deadline, sentence, rule: Some(rule) });
        }
        if let Some(ruling) =
            law.book.applies("negotiation.representatives.publication.duty", law.place, law.on)
        {
            let rule = ruling.winner.reference();
            let title = &ruling.winner.title;
            let sentence =
                format!("{title}（《{}》{}）；法规没有定天数，请尽快公布。", rule.instrument, rule.article);
            return Ok(SeatPosting { waiting: names, deadline: None, sentence, rule: Some(rule) });
        }
        let sentence =
            "这里的法规没有写明代表产生以后几天内公布；公布了，职工才知道找谁反映意见。".to_owned();
        Ok(SeatPosting { waiting: names, deadline: None, sentence, rule: None })
    }

    /// How long the mandate of a representative runs.
    ///
    /// Errors: of the calendar.
    pub fn mandate(&self, one: &Representative) -> Result<MandateTerm, Problem> {
        Ok(rules::mandate_term(self.law(), one.record.chosen_on, self.contract_ends)?)
    }

    /// What the law says of protection.
    pub fn protection_law(&self) -> Vec<ProtectionLaw> {
        let subjects = [
            "negotiation.protection.contract_extended",
            "negotiation.protection",
            "negotiation.protection.preparation_days",
        ];
        let law = self.law();
        let told = subjects.iter().filter_map(|subject| law.book.applies(subject, law.place, law.on));
        told.map(|ruling| {
            let rule = ruling.winner.reference();
            ProtectionLaw {
                article: format!("《{}》{}", rule.instrument, rule.article),
                title: ruling.winner.title.clone(),
                items: ruling.winner.items.iter().map(|item| item.text.clone()).collect(),
                rule,
            }
        })
        .collect()
    }

    /// How each standing representative of the workers' side is protected.
    ///
    /// Errors: of the calendar.
    pub fn protection(&self, connection: &Connection) -> Result<Vec<SeatProtection>, Problem> {
        let law = self.law();
        let extends = law.rule("negotiation.protection.contract_extended");
        let mut all = Vec::new();
        for one in self.standing(Side::Workers) {
            let until = match one.record.person {
                Some(person) => contract_until(connection, person)?,
                None => None,
            };
            let term = self.mandate(one)?;
            let since = one.record.chosen_on.unwrap_or(self.head.started_on);
            let within =
                until.is_some_and(|until| until >= since && term.last.is_none_or(|last| until <= last));
            let extended = within && extends.is_some();
            let end = match term {
                MandateTerm { at_most: true, last: Some(last), .. } => {
                    format!("任期最长到集体合同期满的{}为止", day_words(last))
                }
                MandateTerm { with_contract: true, last: Some(last), .. } => {
                    format!("任期到集体合同期满的{}为止", day_words(last))
                }
                MandateTerm { with_contract: true, last: None, .. } => "任期到集体合同期满为止".to_owned(),
                MandateTerm { last: Some(last), .. } => format!("任期到{}为止", day_words(last)),
                MandateTerm { .. } => "任期到履行完代表职责为止".to_owned(),
            };
            let sentence = match until {
                Some(until) if extended => {
                    format!("劳动合同{}期满；{end}，期满后劳动合同延长到任期结束。", day_words(until))
                }
                Some(until) => format!("劳动合同{}期满，不在任期以内；{end}。", day_words(until)),
                None => format!("账本里没有登记会期满的劳动合同；{end}。"),
            };
            all.push(SeatProtection {
                representative: one.id,
                name: one.record.name.clone(),
                contract_until: until,
                extended,
                sentence,
            });
        }
        Ok(all)
    }
}

/// The last day of someone's newest labour contract; none where it has no end, was ended or is not recorded.
fn contract_until(connection: &Connection, person: PersonId) -> Result<Option<NaiveDate>, Problem> {
    let newest = contracts(connection, person)?.into_iter().next();
    let runs = newest.filter(|one| one.ended_on.is_none() && one.term != ContractTerm::Open);
    Ok(runs.and_then(|one| one.until))
}

/// The last four characters of the identity number of who is on the roster.
fn last_four(connection: &Connection, id: PersonId) -> Option<String> {
    let number = person(connection, id).ok()?.id_number?;
    let chars: Vec<char> = number.chars().collect();
    (chars.len() >= 15).then(|| chars[chars.len() - 4..].iter().collect())
}

/// All of it.
///
/// Errors: `not_found`.
pub fn people(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
) -> Result<NegotiationPeople, Problem> {
    let seats = Seats::load(connection, book, id)?;
    let law = seats.law();
    let judged = |record: super::model::RepresentativeElection| {
        let (mut lines, mut doubts) = rules::judge_election(Law { on: record.held_on, ..law }, &record);
        match record.objections {
            Some(PostingOutcome::Upheld) => doubts.extend(rules::posting_said(&record)),
            _ => lines.extend(rules::posting_said(&record)),
        }
        JudgedElection { record, lines, doubts }
    };
    let elections: Vec<_> = store::elections(connection, id)?.into_iter().map(judged).collect();
    let chair = union::store::desk_people(connection)?.into_iter().find(|one| one.role == Role::Chair);
    let known = SeatKnown {
        chair: chair.map(|one| one.name).unwrap_or_default(),
        due: elections.last().map(|one| one.record.due),
        last_four: seats
            .all
            .iter()
            .filter_map(|one| Some((one.id, last_four(connection, one.record.person?)?)))
            .collect(),
        outside_advise: law.rule("negotiation.representatives.outside_barred").is_some(),
        chosen_by: chosen_by(law),
        office_shops: office_shops(connection)?,
    };
    Ok(NegotiationPeople {
        vacancies: seats.vacancies()?,
        posting: seats.posting(Side::Workers)?,
        employer_posting: seats.employer_posting()?,
        law: seats.protection_law(),
        protection: seats.protection(connection)?,
        elections,
        mandates: store::mandates(connection, id)?,
        earlier: seats.all.iter().filter(|one| one.until.is_some()).cloned().collect(),
        known,
    })
}

/// By which article the workers' side is chosen: the local one on its election, else the national one on who chooses.
pub fn chosen_by(law: Law<'_>) -> Option<String> {
    let subjects = ["negotiation.representatives.elected", "negotiation.representatives.chief_is_chair"];
    let rule = subjects.iter().find_map(|subject| law.rule(subject))?;
    Some(format!("《{}》{}", rule.instrument, rule.article))
}
