//! The answer to the offer, as far as a signed contract stands on it: what it says, that it was there when the talks began and, of one
//! that agreed in part, the words that say how far. Who gave it, on which day before the talks, what else is noted of it and where the
//! parties meant to meet is put right at any time.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use super::{Stand, affairs};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::{NegotiationId, Reply, ReplyKind};
use crate::negotiation::{standing, store};

/// The answers by which the other side agreed to talk.
pub(super) struct Answers(Vec<(NegotiationId, Reply)>);

impl Answers {
    pub(super) fn read(
        connection: &Connection,
        sealed: &BTreeSet<NegotiationId>,
    ) -> Result<Answers, Problem> {
        let mut all = Vec::new();
        for id in affairs(connection, sealed)? {
            let reply = store::reply(connection, id)?.filter(|reply| reply.kind != ReplyKind::Refused);
            all.extend(reply.map(|reply| (id, reply)));
        }
        Ok(Answers(all))
    }

    /// Refuses what takes such an answer back under what came of it, or makes another of it under a signed contract.
    ///
    /// Errors: `refused`.
    pub(super) fn check(
        &self,
        tx: &Tx,
        book: &LawBook,
        (was, now): (&[Stand], &[Stand]),
        sealed: &BTreeSet<NegotiationId>,
    ) -> Result<(), Problem> {
        let (stand, answers) = (affairs(tx, sealed)?, Answers::read(tx, sealed)?);
        for (id, before) in &self.0 {
            match answers.0.iter().find(|(other, _)| other == id) {
                Some((_, after)) => check_same(tx, (before, after), signed(*id, was, now))?,
                None if stand.contains(id) => standing::check_answered(tx, book, *id)?,
                None => {}
            }
        }
        Ok(())
    }
}

/// What was concluded in an affair and is signed, before and after a write. What was entered afterwards as a whole is corrected by its
/// papers.
fn signed<'a>(id: NegotiationId, was: &[Stand], now: &'a [Stand]) -> Option<&'a Stand> {
    let signed = |one: &&Stand| one.course.is_signed() && !one.course.is_concluded_on_paper();
    let of_it = |one: &&Stand| one.head.negotiation == id && one.head.continues.is_none();
    let before = |one: &&Stand| was.iter().filter(signed).any(|other| other.head.id == one.head.id);
    now.iter().filter(of_it).filter(signed).find(before)
}

/// Refuses another answer in the place of the one that a signed contract stands on. A mistyped day is put right as long as the talks
/// came of the answer.
fn check_same(tx: &Tx, (before, after): (&Reply, &Reply), signed: Option<&Stand>) -> Result<(), Problem> {
    let Some(stand) = signed else { return Ok(()) };
    let in_part = before.kind == ReplyKind::Partly;
    let what = if before.kind != after.kind {
        "结论不能再改".to_owned()
    } else if let Some(begun) = begun(tx, stand)?.filter(|begun| is_after(*begun, before, after)) {
        format!("日期不能改到{}开始协商以后", day_words(begun))
    } else if in_part && !after.text.trim().starts_with(before.text.trim()) {
        // What was left out is added behind what stands.
        "内容不能再改".to_owned()
    } else {
        return Ok(());
    };
    let message = format!(
        "{}已经签字，它以对方{}的答复为前提，答复的{what}；漏写的可以接在原文后面补上。登记错了的，请先从后往前撤回合同的登记。",
        stand.head.title,
        day_words(before.replied_on)
    );
    Err(Problem::new("refused", message))
}

/// The day of the first thing that came of the answer: a meeting, or what happened to the contract.
fn begun(tx: &Tx, stand: &Stand) -> Result<Option<NaiveDate>, Problem> {
    let met = store::meetings(tx, stand.head.negotiation)?.into_iter().map(|one| one.record.held_on);
    Ok(met.chain(stand.course.acts.iter().map(|act| act.on)).min())
}

/// Whether an answer goes further behind the first thing that came of it. One that stood behind it already may come nearer.
fn is_after(begun: NaiveDate, before: &Reply, after: &Reply) -> bool {
    after.replied_on > begun && after.replied_on > before.replied_on
}
