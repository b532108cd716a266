//! The information that either side asks for before the talks begin (协商资料): asked for, received or refused, item by item, and
//! the promises to keep it secret (保密承诺). What is missing is due before the talks and goes into their minutes as a fact.

pub mod model;
pub mod papers;
pub mod rules;
pub(crate) mod store;

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::duty::clock;
use crate::negotiation::model::{Meeting, Offer, Reply, ReplyKind, Representative};
use crate::negotiation::people::store::mandates;
use crate::negotiation::rules::Law;
use crate::negotiation::store::{self as talks, Head};
use model::{Information, MarkInformation, SaveInformation, SecrecyLine, SignSecrecy};

/// The day on which the talks begin: the first meeting's, else the one agreed on or proposed.
pub(super) fn begins(
    offer: Option<&Offer>,
    reply: Option<&Reply>,
    meetings: &[Meeting],
) -> Option<NaiveDate> {
    let met = meetings.first().map(|meeting| meeting.record.held_on);
    met.or_else(|| reply.and_then(|reply| reply.meets_on)).or_else(|| offer.and_then(|one| one.proposed_on))
}

/// The information of talks as it stands.
pub(super) fn of(
    connection: &Connection,
    law: Law<'_>,
    head: &Head,
    (offer, reply, meetings): (Option<&Offer>, Option<&Reply>, &[Meeting]),
) -> Result<Information, Problem> {
    let items = store::items(connection, head.id)?;
    let deadline = match begins(offer, reply, meetings) {
        Some(on) => clock(law.book, "negotiation.information", &head.place, &[("meeting", on)])?,
        None => None,
    };
    let asked = offer.map(|offer| offer.information.as_str()).unwrap_or_default();
    Ok(Information {
        proposal: rules::proposal(law, asked),
        deadline,
        ground: quoted(law, &["negotiation.information", "negotiation.information.request"]),
        incomplete: rules::incomplete(&items),
        secrecy: store::secrecy(connection, head.id)?,
        secrecy_ground: quoted(law, &["negotiation.confidentiality"]),
        items,
    })
}

/// How many have not signed to keep secrets. Whoever talks signs once the talks are agreed to, or on joining them later; of an affair
/// that was entered afterwards on a day, those alone are asked who came to it on that day or since.
pub(super) fn unsigned(
    secrecy: &[SecrecyLine],
    (_, reply, meetings): (Option<&Offer>, Option<&Reply>, &[Meeting]),
    people: &[Representative],
    entered: Option<NaiveDate>,
) -> usize {
    let agreed = reply.filter(|reply| reply.kind != ReplyKind::Refused).map(|reply| reply.replied_on);
    let talking = agreed.or_else(|| meetings.first().map(|meeting| meeting.record.held_on));
    let joined = |one: &SecrecyLine| {
        people.iter().find(|person| Some(person.id) == one.representative)?.record.chosen_on
    };
    let asked = |one: &&SecrecyLine| {
        let since = talking.max(joined(one));
        entered.is_none_or(|entered| since.is_some_and(|since| since >= entered))
    };
    secrecy.iter().filter(|one| one.signed_on.is_none()).filter(asked).count()
}

/// The articles of these subjects, each with what it says, each once.
fn quoted(law: Law<'_>, subjects: &[&str]) -> String {
    let mut told: Vec<String> = Vec::new();
    for subject in subjects {
        let Some(ruling) = law.book.applies(subject, law.place, law.on) else { continue };
        let rule = ruling.winner;
        told.push(format!("《{}》{}：{}。", rule.instrument, rule.article, rule.title));
    }
    told.join("")
}

/// Keeps the whole list of items. What came of an item is not the list's to change: it stays, and so does its item.
///
/// Errors: `bad_input` at its field; `refused` for a list that lacks an item of which something came; `not_found`.
pub fn save(tx: &Tx, save: &SaveInformation) -> Result<(), Problem> {
    talks::head(tx, save.negotiation)?;
    let standing = store::items(tx, save.negotiation)?;
    let items: Vec<_> = save.items.iter().map(|item| rules::with_outcome(item, &standing)).collect();
    rules::check(&items, tx.today())?;
    rules::check_kept(&standing, &items)?;
    store::save(tx, save.negotiation, &items)
}

/// Keeps what came of one item.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn mark(tx: &Tx, mark: &MarkInformation) -> Result<(), Problem> {
    let (of, ord, item) = store::item(tx, mark.item)?;
    let item = rules::marked(&item, mark);
    rules::check(std::slice::from_ref(&item), tx.today()).map_err(|problem| Problem {
        // The form of one item names its fields without a place in the list.
        field: problem.field.as_deref().map(|field| field.trim_start_matches("items.0.").to_owned()),
        ..problem
    })?;
    store::save_item(tx, (of, mark.item), ord, &item)
}

/// Keeps who signed to keep secrets, and when; or takes it back.
///
/// Errors: `bad_input` at its field; `not_found` for who is no representative and no adviser of the talks.
pub fn sign(tx: &Tx, sign: &SignSecrecy) -> Result<(), Problem> {
    let head = talks::head(tx, sign.negotiation)?;
    let opened = talks::offer_dates(tx, sign.negotiation)?.map(|(issued, _)| issued);
    let begun = opened.map_or(head.started_on, |issued| issued.min(head.started_on));
    if sign.signed_on.is_some_and(|on| on > tx.today()) {
        return Err(Problem::input("signedOn", "签署的日期还没有到，请在签字以后登记。"));
    }
    let advisers = sign.advisers.as_deref().unwrap_or_default();
    if sign.representatives.is_empty() && advisers.is_empty() {
        return Err(Problem::input("representatives", "请选择是谁签的。"));
    }
    let all = talks::representatives(tx, sign.negotiation)?;
    for representative in &sign.representatives {
        let one = all.iter().find(|one| one.id == *representative);
        let one = one.ok_or_else(|| Problem::missing("位协商代表").at("representatives"))?;
        rules::check_signed(sign.signed_on, &one.record.name, one.record.chosen_on.unwrap_or(begun))?;
        store::sign(tx, sign.negotiation, *representative, sign.signed_on)?;
    }
    let mandates = mandates(tx, sign.negotiation)?;
    for adviser in advisers {
        if let Some(one) = mandates.iter().find(|one| one.id == Some(*adviser)) {
            rules::check_signed(sign.signed_on, &one.name, one.given_on.min(one.from_on))?;
        }
        store::sign_adviser(tx, sign.negotiation, *adviser, sign.signed_on)
            .map_err(|problem| problem.at("advisers"))?;
    }
    Ok(())
}
