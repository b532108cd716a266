//! Filling the offer, the reply and the list of representatives.

use chrono::NaiveDate;
use law::{LawBook, Place};
use rusqlite::Connection;

use super::context::{
    AnsweredOffer, Delegate, Listed, Named, OfferPaper, Proposed, ReplyPaper, ReplyTerm, RepresentativesPaper,
};
use super::minutes::filled_in;
use crate::Problem;
use crate::duty::day_words;
use crate::members;
use crate::members::model::{EmploymentForm, Sex};
use crate::negotiation::agreement;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::called;
use crate::negotiation::model::{NegotiationId, Offer, Reply, ReplyId, ReplyKind, Representative, Side};
use crate::negotiation::names;
use crate::negotiation::people::Seats;
use crate::negotiation::people::model::{ProtectionLaw, Vacancy};
use crate::negotiation::rules::{self, Law};
use crate::negotiation::store;
use crate::office::model::Filled;
use crate::union::model::UnionRecord;

fn titles(connection: &Connection, id: NegotiationId) -> Result<Vec<String>, Problem> {
    Ok(store::topics(connection, id)?
        .into_iter()
        .map(|(_, title, proposal)| if proposal.is_empty() { title } else { format!("{title}：{proposal}") })
        .collect())
}

fn delegates(all: &[Representative], side: Side) -> Vec<Delegate> {
    let mut delegates: Vec<Delegate> = all
        .iter()
        .filter(|one| one.side == side)
        .map(|one| Delegate {
            name: one.record.name.clone(),
            post: filled_in(&one.record.post),
            chief: one.record.chief,
        })
        .collect();
    delegates.sort_by_key(|one| !one.chief);
    delegates
}

/// The body that signs for a side.
fn signer(side: Side, union: &UnionRecord) -> String {
    if side == Side::Workers { union.name.clone() } else { union.employer.clone() }
}

fn other(side: Side) -> Side {
    if side == Side::Workers { Side::Employer } else { Side::Workers }
}

fn proposed(on: Option<NaiveDate>, place: Option<String>) -> Option<Proposed> {
    on.map(|on| Proposed { on, place: place.as_deref().and_then(filled_in) })
}

/// By which articles talks over these kinds of contracts are opened, those on wages first: what the law of wages says binds no other
/// contract.
fn opened_by((book, kinds): (&LawBook, &[AgreementKind]), place: &Place, on: NaiveDate) -> Vec<String> {
    let (wages, others): (Vec<&AgreementKind>, Vec<_>) =
        kinds.iter().partition(|kind| **kind == AgreementKind::Wage);
    let mut legal_basis: Vec<String> = Vec::new();
    for kind in wages.into_iter().chain(others) {
        let law = Law { book: book.scoped(kind.code()), place, on };
        let subjects = ["negotiation.offer.opening", "negotiation.reply"];
        for rule in subjects.iter().filter_map(|subject| law.rule(subject)) {
            let basis = format!("《{}》{}", rule.instrument, rule.article);
            if !legal_basis.contains(&basis) {
                legal_basis.push(basis);
            }
        }
    }
    legal_basis
}

/// The contracts that the talks are over, as the place calls them, where the name of the talks says nothing of one of them.
fn told_apart(law: Law<'_>, talks: &str, kinds: &[AgreementKind]) -> Vec<String> {
    match kinds {
        [AgreementKind::Wage | AgreementKind::Women | AgreementKind::Safety]
            if talks == called::talks(kinds) =>
        {
            Vec::new()
        }
        _ => kinds.iter().map(|kind| rules::contract_name(law, *kind)).collect(),
    }
}

/// 要约书 / 协商意向书.
pub(super) fn offer(connection: &Connection, book: &LawBook, id: NegotiationId) -> Result<Filled, Problem> {
    let head = store::head(connection, id)?;
    let offer = store::offer(connection, id)?.ok_or_else(|| Problem::missing("份要约"))?;
    let union = names::of_affair(connection, id)?;
    let start = offer.received_on.unwrap_or(offer.issued_on);
    let kinds = agreement::kinds(connection, id)?;
    let legal_basis = opened_by((book, &kinds), &head.place, start);
    let book = agreement::book_of(connection, book, id)?;
    let law = Law { book, place: &head.place, on: start };
    let clock = book.deadline("negotiation.reply", &head.place, start)?;
    let words = rules::offer_words(law, head.talks());
    let information_deadline = match offer.proposed_on {
        Some(on) => {
            book.deadline("negotiation.information", &head.place, on).ok().map(|deadline| deadline.due)
        }
        None => None,
    };
    let title = format!("{}年度{}", head.year, words.title);
    let all = store::representatives(connection, id)?;
    let missing = lacking_offer(law, &offer, &delegates(&all, offer.by));
    let context = OfferPaper {
        paper_name: words.title,
        verb: words.verb,
        issuer: signer(offer.by, &union),
        addressee: offer.addressee,
        enterprise: Named { name: union.employer.clone() },
        year: head.year,
        talks: head.talks().to_owned(),
        legal_basis,
        contracts: told_apart(law, head.talks(), &kinds),
        reasons: filled_in(&offer.reasons),
        topics: titles(connection, id)?,
        proposed: proposed(offer.proposed_on, offer.proposed_place),
        representatives: delegates(&all, offer.by),
        reply: ReplyTerm {
            deadline: offer.received_on.map(|_| clock.due),
            term: format!("{}{}", clock.explanation.quantity, clock.explanation.unit.chinese()),
            article: format!("《{}》{}", clock.rule.instrument, clock.rule.article),
            explanation: None,
        },
        information: offer.information.lines().filter_map(filled_in).collect(),
        information_deadline,
        contact: offer.contact,
        date: offer.issued_on,
    };
    Filled::new("negotiation/offer", id.to_string(), title, missing, &context)
}

/// What the law of the place wants written in the offer and is not there, and whom to reach.
fn lacking_offer(law: Law<'_>, offer: &Offer, ours: &[Delegate]) -> Vec<String> {
    let blank = |text: Option<&str>| text.and_then(filled_in).is_none();
    let mut missing = Vec::new();
    if let Some(ruling) = law.book.applies("negotiation.offer.content", law.place, law.on) {
        for item in &ruling.winner.items {
            let lacks = match item.key.as_deref() {
                Some("time") => offer.proposed_on.is_none(),
                Some("place") => blank(offer.proposed_place.as_deref()),
                Some("representatives") => ours.is_empty(),
                // The view of our side stands in the reasons.
                Some("view") => blank(Some(&offer.reasons)),
                // The topics are refused when there are none.
                _ => false,
            };
            if lacks {
                missing.push(item.text.clone());
            }
        }
    }
    if blank(Some(&offer.contact)) {
        missing.push("联系人".to_owned());
    }
    missing
}

/// What the reply leaves open: an agreement to talk names when and where.
fn lacking_reply(reply: &Reply) -> Vec<String> {
    let mut missing = Vec::new();
    if reply.kind == ReplyKind::Agreed {
        if reply.meets_on.is_none() {
            missing.push("商定的协商时间".to_owned());
        }
        if reply.meets_place.as_deref().and_then(filled_in).is_none() {
            missing.push("商定的协商地点".to_owned());
        }
    } else if filled_in(&reply.text).is_none() {
        missing.push("答复的理由".to_owned());
    }
    missing
}

/// The answer that a paper is made of, with its talks: the first of an affair, or one by itself.
fn answer(connection: &Connection, of: &str) -> Result<(NegotiationId, Reply), Problem> {
    let unknown = || Problem::missing("份答复");
    let own: Option<ReplyId> = of.parse().ok();
    let affair = own.map(|id| store::reply_negotiation(connection, id)).transpose()?.flatten();
    let id = affair.map_or_else(|| of.parse().map_err(|_| unknown()), Ok)?;
    let mut replies = store::replies(connection, id)?.into_iter();
    let reply = match affair {
        Some(_) => replies.find(|one| Some(one.id) == own),
        None => replies.next(),
    };
    Ok((id, reply.ok_or_else(unknown)?))
}

/// 回复书.
pub(super) fn reply(connection: &Connection, book: &LawBook, of: &str) -> Result<Filled, Problem> {
    let (id, reply) = answer(connection, of)?;
    let head = store::head(connection, id)?;
    let offer = store::offer(connection, id)?.ok_or_else(|| Problem::missing("份要约"))?;
    let union = names::of_affair(connection, id)?;
    let on = offer.received_on.unwrap_or(offer.issued_on);
    let book = agreement::book_of(connection, book, id)?;
    let words = rules::offer_words(Law { book, place: &head.place, on }, head.talks());
    let missing = lacking_reply(&reply);
    let replying = other(offer.by);
    let title = format!("{}年度{}回复书", head.year, head.talks());
    let context = ReplyPaper {
        paper_name: words.reply,
        offer: AnsweredOffer { name: words.name, date: offer.issued_on, received: offer.received_on },
        issuer: signer(replying, &union),
        addressee: signer(offer.by, &union),
        enterprise: Named { name: union.employer.clone() },
        year: head.year,
        talks: head.talks().to_owned(),
        decision: match reply.kind {
            ReplyKind::Agreed => "agree",
            ReplyKind::Partly => "counter",
            ReplyKind::Refused => "refuse",
        },
        accepted_topics: if reply.kind == ReplyKind::Agreed { titles(connection, id)? } else { Vec::new() },
        added_topics: Vec::new(),
        reasons: filled_in(&reply.text),
        proposed: proposed(reply.meets_on, reply.meets_place),
        representatives: match reply.kind {
            ReplyKind::Refused => Vec::new(),
            ReplyKind::Agreed | ReplyKind::Partly => {
                delegates(&store::representatives(connection, id)?, replying)
            }
        },
        contact: filled_in(&reply.replied_by),
        date: reply.replied_on,
    };
    Filled::new("negotiation/reply", of.to_owned(), title, missing, &context)
}

/// 协商代表名单.
pub(super) fn representatives(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
) -> Result<Filled, Problem> {
    let head = store::head(connection, id)?;
    let union = names::of_affair(connection, id)?;
    let all = store::representatives(connection, id)?;
    let chosen = all.iter().filter_map(|one| one.record.chosen_on).max();
    let date = chosen.unwrap_or(head.started_on);
    let law = Law { book: agreement::book_of(connection, book, id)?, place: &head.place, on: date };
    let mut missing = Vec::new();
    let mut listed = |side: Side| -> Result<Vec<Listed>, Problem> {
        let list: Vec<_> = all.iter().filter(|one| one.side == side).map(|one| one.record.clone()).collect();
        if !rules::complete(law, side, &list) {
            missing.push(format!("完整的{}代表", side.name()));
        }
        list.iter().map(|one| listed_one(connection, one)).collect()
    };
    let workers_side = listed(Side::Workers)?;
    let employers_side = listed(Side::Employer)?;
    missing.extend(lacking_list("职工方", &workers_side));
    missing.extend(lacking_list("企业方", &employers_side));
    let seats = Seats::load(connection, book, id)?;
    let extended = seats.protection(connection)?.into_iter().filter(|one| one.extended);
    let context = RepresentativesPaper {
        enterprise: Named { name: union.employer },
        year: head.year,
        talks: head.talks().to_owned(),
        workers_side,
        employers_side,
        changes: seats.vacancies()?.iter().map(changed).collect(),
        protection: seats.protection_law().into_iter().map(guaranteed).collect(),
        extended: extended.map(|one| format!("{}：{}", one.name, one.sentence)).collect(),
        date,
    };
    let title = format!("{}年度{}代表名单", head.year, head.talks());
    Filled::new("negotiation/representatives", id.to_string(), title, missing, &context)
}

/// What a rule guarantees, with its article. Where it lists what it guarantees, its title only says the same in short; where it lists
/// its exceptions, the title leads to them.
fn guaranteed(law: ProtectionLaw) -> String {
    let exceptions: Vec<&str> = law.items.iter().filter_map(|item| item.strip_prefix("例外：")).collect();
    if !exceptions.is_empty() {
        return format!("{}（{}）；这些情形是：{}", law.title, law.article, exceptions.join("；"));
    }
    let told = if law.items.is_empty() { law.title } else { law.items.join("；") };
    format!("{told}（{}）", law.article)
}

/// A seat that fell vacant, as the list tells it.
fn changed(vacancy: &Vacancy) -> String {
    let seat = if vacancy.chief { "首席代表" } else { "协商代表" };
    let since = format!(
        "{}{seat}{}自{}起空缺（{}）",
        vacancy.side.name(),
        vacancy.name,
        day_words(vacancy.vacated_on),
        vacancy.why.trim_end_matches('。')
    );
    match (&vacancy.filled_by, vacancy.filled_on) {
        (Some(name), Some(on)) => format!("{since}，{}由{name}接替", day_words(on)),
        (Some(name), None) => format!("{since}，由{name}接替"),
        (None, _) => format!("{since}，待补选"),
    }
}

/// What the reviewing office looks for beside each name; the template asks for the same.
fn lacking_list(side: &str, list: &[Listed]) -> Vec<String> {
    let facts = [
        (list.iter().any(|one| one.sex.is_none()), "性别"),
        (list.iter().any(|one| one.post.is_none()), "岗位（职务）"),
        (list.iter().any(|one| one.chosen.is_none()), "产生方式"),
        (list.iter().any(|one| one.chosen_on.is_none()), "产生日期"),
    ];
    let told = |(_, what): (bool, &str)| format!("{side}代表的{what}");
    facts.into_iter().filter(|(lacks, _)| *lacks).map(told).collect()
}

fn listed_one(
    connection: &Connection,
    one: &crate::negotiation::model::RepresentativeInput,
) -> Result<Listed, Problem> {
    let dispatched = match one.person {
        // Someone since removed from the roster stays a representative as entered.
        Some(person) => {
            members::store::person(connection, person).is_ok_and(|row| row.form == EmploymentForm::Dispatched)
        }
        None => false,
    };
    Ok(Listed {
        name: one.name.clone(),
        sex: (one.sex != Sex::Unspecified).then(|| one.sex.label()),
        post: filled_in(&one.post),
        chief: one.chief,
        front_line: one.front_line,
        dispatched,
        outside: one.outside,
        chosen: filled_in(&one.chosen_how),
        chosen_on: one.chosen_on,
    })
}
