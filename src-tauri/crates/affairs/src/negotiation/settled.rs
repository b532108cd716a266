//! What of an affair is settled: the text that the congress passed or both sides signed, what the meetings agreed upon under it, the
//! answer that the talks came of, and everything that happened to an agreement as far as something else rests on it. It changes by no
//! way round: whoever writes over rows that others stand on — a record from the trash, a step taken back, any command of the talks —
//! reads it before the write and holds the ledger against it after, in the same step. A contract is only continued, by what amends it,
//! or its signature and vote are taken back first, the last act first.

mod amended;
mod answer;
pub(super) mod concluding;
mod outcome;
mod text;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use super::agreement::affair::{Affair, course_of};
use super::agreement::amendments::model::AmendmentAct;
use super::agreement::course::{Act, Back, Course, What};
use super::agreement::model::AgreementState as State;
use super::agreement::store::{self as agreements, Head};
use super::model::{EventKind, NegotiationId};
use super::rules::Law;
use super::seal::store as seals;
use super::{contract, levels, store};
use crate::Problem;
use crate::duty::day_words;
use amended::Amended;
use answer::Answers;
use outcome::Outcomes;
use text::{Judged, Text};

/// The first and the last day of a term, as far as they are written.
pub(super) type Term = (Option<NaiveDate>, Option<NaiveDate>);

/// How an agreement stands, with what is settled of it.
struct Stand {
    head: Head,
    course: Course,
    outcomes: Outcomes,
    text: Text,
    amended: Vec<Amended>,
}

impl Stand {
    fn read(connection: &Connection, book: &LawBook, head: Head) -> Result<Stand, Problem> {
        let course = course_of(connection, book, head.id)?;
        let amended = amended::of_agreement(connection, &head)?;
        let outcomes = Outcomes::read(connection, &head)?;
        let text = Text::read(connection, &head, &course)?;
        Ok(Stand { head, course, outcomes, text, amended })
    }

    /// Whether the congress passed it, or what came after that.
    fn is_passed(&self) -> bool {
        !is_open(self.course.state())
    }

    /// Whether a vote passed it, by what is recorded: what was entered afterwards may have no vote.
    fn is_voted(&self) -> bool {
        self.course.last(What::Vote(true)).is_some()
    }

    /// What happened to it that settles it, as a sentence says it: the vote, else what there is.
    fn done(&self) -> &'static str {
        if self.is_voted() { "由职代会表决通过" } else { self.signed() }
    }

    /// The same where the signature says more than the vote.
    fn signed(&self) -> &'static str {
        let there = |kind: EventKind| self.course.last(What::Event(kind)).is_some();
        if there(EventKind::Signed) {
            "签字"
        } else if there(EventKind::Filed) {
            "报送"
        } else {
            "登记了后来的手续"
        }
    }

    /// Whether an act has what its procedure asks for.
    fn is_grounded(&self, act: &Act) -> bool {
        self.course.is_of_papers(act.on) || is_grounded(&self.amended, act)
    }
}

/// Whether a state is one before the vote, or one that goes back before it.
pub(super) fn is_open(state: State) -> bool {
    matches!(state, State::Talks | State::Drafted | State::Rejected | State::Returned)
}

/// What amends an agreement so that an event of this kind comes of it.
fn procedure_of(act: &Act) -> Option<AmendmentAct> {
    match act.what {
        What::Event(EventKind::Changed) => Some(AmendmentAct::Change),
        What::Event(EventKind::Renewed) => Some(AmendmentAct::Renew),
        What::Event(EventKind::Rescinded) => Some(AmendmentAct::Rescind),
        What::Event(EventKind::Ended) => Some(AmendmentAct::End),
        _ => None,
    }
}

fn is_grounded(amended: &[Amended], act: &Act) -> bool {
    let Some(asked) = procedure_of(act) else { return true };
    act.late || amended.iter().any(|one| one.act == asked && one.signed_on.is_some_and(|on| on <= act.on))
}

/// Refuses a change, a renewal, a rescission or an ending that nobody voted or signed: it is done by what amends the agreement, which
/// goes the way of its conclusion.
///
/// Errors: `refused` at `kind`.
pub(super) fn check_procedure(
    connection: &Connection,
    law: Law<'_>,
    head: &Head,
    act: &Act,
) -> Result<(), Problem> {
    let Some(asked) = procedure_of(act) else { return Ok(()) };
    if is_grounded(&amended::of_agreement(connection, head)?, act) {
        return Ok(());
    }
    let word = asked.label();
    let message = format!(
        "{}的{word}要照签订的程序办：请先写{word}协议，谈好、双方签字以后才有{word}；纸面上早已办好的，请写明补录的理由。",
        head.title
    );
    Err(match law.rule("negotiation.amendment.grounds") {
        Some(rule) => Problem::refused(&rule, message).at("kind"),
        None => Problem::new("refused", message).at("kind"),
    })
}

/// Refuses that a contract that came back is signed or filed again, or never came back, with other words than were passed.
///
/// Errors: `refused`.
pub(super) fn check_unworded(connection: &Connection, head: &Head, back: Back) -> Result<(), Problem> {
    text::check_unworded(connection, head, back)
}

/// The term that stood in the clauses that a vote was held over; none where the ledger held no clauses then.
pub(super) fn passed_term(connection: &Connection, head: &Head, vote: &Act) -> Result<Option<Term>, Problem> {
    text::passed_term(connection, head, vote)
}

/// What was settled before a write.
pub struct Settled {
    /// The affairs that were sealed before it, which are not read: no write of their rows is kept, whatever it comes from
    /// (`seal::hold`), and no step of before a seal is turned round, for the seal is final. Reading them again with each command
    /// would cost more with each year.
    sealed: BTreeSet<NegotiationId>,
    before: Vec<Stand>,
    /// the answers by which the other side had agreed to talk
    answers: Answers,
}

/// The affairs that a write may touch.
fn affairs(connection: &Connection, sealed: &BTreeSet<NegotiationId>) -> Result<Vec<NegotiationId>, Problem> {
    let all = store::heads(connection)?.into_iter().map(|head| head.id);
    Ok(all.filter(|id| !sealed.contains(id)).collect())
}

fn stands(
    connection: &Connection,
    book: &LawBook,
    sealed: &BTreeSet<NegotiationId>,
) -> Result<Vec<Stand>, Problem> {
    let mut all = Vec::new();
    for id in affairs(connection, sealed)? {
        for head in agreements::all(connection, id)? {
            all.push(Stand::read(connection, book, head)?);
        }
    }
    Ok(all)
}

impl Settled {
    /// Reads it of every affair that is not sealed, before a write that may touch any.
    pub fn before(connection: &Connection, book: &LawBook) -> Result<Self, Problem> {
        let sealed = seals::all_sealed(connection)?;
        let before = stands(connection, book, &sealed)?;
        let answers = Answers::read(connection, &sealed)?;
        Ok(Settled { sealed, before, answers })
    }

    /// Refuses the write that broke it, naming what stands in the way and what to do. Every act that is not as it was is judged anew.
    ///
    /// Errors: `refused`.
    pub fn check(self, tx: &Tx, book: &LawBook) -> Result<(), Problem> {
        self.judge(tx, book, Wrote::Anything)
    }

    /// The same for a command of the talks: an act that it writes it has judged itself.
    ///
    /// Errors: `refused`.
    pub fn check_command(self, tx: &Tx, book: &LawBook) -> Result<(), Problem> {
        self.judge(tx, book, Wrote::Command)
    }

    /// The same for a command that writes or corrects something that happened: with the act it has judged the term that the act names,
    /// also where nothing else of the act is corrected.
    ///
    /// Errors: `refused`.
    pub fn check_act(self, tx: &Tx, book: &LawBook) -> Result<(), Problem> {
        self.judge(tx, book, Wrote::Act)
    }

    fn judge(self, tx: &Tx, book: &LawBook, wrote: Wrote) -> Result<(), Problem> {
        // One that this very write sealed was read before it, and is held against that.
        let mut after = stands(tx, book, &self.sealed)?;
        for now in &mut after {
            // What was no entry from old papers before the write is none after it, whatever day it names now.
            let was = self.before.iter().find(|was| was.head.id == now.head.id);
            now.course.late &= was.is_none_or(|was| was.course.late);
        }
        for was in &self.before {
            let gone = !after.iter().any(|now| now.head.id == was.head.id);
            if gone && let Some(act) = was.course.acts.first() {
                let message = format!(
                    "{}已经在{}登记了“{}”，合同不能去掉；登记错了的，请先从后往前撤回合同的登记。",
                    was.head.title,
                    day_words(act.on),
                    act.told()
                );
                return Err(Problem::new("refused", message));
            }
        }
        for now in &after {
            let was = self.before.iter().find(|was| was.head.id == now.head.id);
            if let Some(was) = was {
                was.outcomes.check(now, was)?;
                let judged = Judged {
                    words: wrote != Wrote::Anything,
                    term: match wrote {
                        Wrote::Anything => false,
                        Wrote::Command => contract::is_corrected(tx, now.head.id)?,
                        Wrote::Act => true,
                    },
                    table: levels::is_noted(tx, now.head.negotiation)?,
                };
                was.text.check(now, was, judged)?;
            }
            check_acts(tx, book, (was, now), wrote)?;
        }
        self.answers.check(tx, book, (&self.before, &after), &self.sealed)
    }
}

/// What a write was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrote {
    /// Rows of any kind, without a look at what they mean.
    Anything,
    /// A command of the talks.
    Command,
    /// One of these that writes or corrects something that happened.
    Act,
}

/// Refuses that an act follows on a return with other words than were passed, because it comes back or the draft between them goes.
fn check_resumed(tx: &Tx, (was, now): (&Stand, &Stand), wrote: Wrote) -> Result<(), Problem> {
    for act in now.course.acts.iter().filter(|act| !now.course.is_of_papers(act.on)) {
        let Some(back) = now.course.returned_before(act) else { continue };
        let stood = was.course.acts.iter().find(|one| (one.id, one.what) == (act.id, act.what));
        let knew = match stood {
            Some(stood) => was.course.returned_before(stood).is_some_and(|one| one.id == back.id),
            // What a command writes it has judged itself.
            None => wrote != Wrote::Anything,
        };
        if !knew {
            text::check_unworded(tx, &now.head, back)?;
        }
    }
    Ok(())
}

/// Refuses what leaves an act of an agreement in the air, and an act that comes back where it cannot be.
fn check_acts(
    tx: &Tx,
    book: &LawBook,
    (was, now): (Option<&Stand>, &Stand),
    wrote: Wrote,
) -> Result<(), Problem> {
    let affair = Affair::load(tx, now.head.negotiation)?;
    let book = book.scoped(now.head.kind.code());
    let today = affair.law(book, tx.today());
    if let Some(was) = was {
        was.course.check_leaning(today, &now.course)?;
        let returned = |act: &&Act| act.what == What::Event(EventKind::Returned);
        let stays = |act: &Act| now.course.acts.iter().any(|one| (one.id, one.what) == (act.id, act.what));
        for act in was.course.acts.iter().filter(returned).filter(|act| now.is_passed() && !stays(act)) {
            text::check_unworded(tx, &now.head, was.course.came_back(act.id))?;
        }
        for act in now.course.acts.iter().filter(|act| !was.course.acts.iter().any(|one| one.id == act.id)) {
            text::check_comes_back(tx, &now.head, act, now.course.is_of_papers(act.on))?;
        }
        check_resumed(tx, (was, now), wrote)?;
    }
    for act in &now.course.acts {
        let stood = was.filter(|was| was.course.acts.contains(act));
        let law = affair.law(book, act.on);
        let why = match stood {
            Some(was) if !was.is_grounded(act) || now.is_grounded(act) => None,
            Some(_) => Some("它所凭的协议不在了。".to_owned()),
            None if wrote != Wrote::Anything => None,
            None if !now.is_grounded(act) => Some("没有双方签了字的协议。".to_owned()),
            None => now.course.without(act.id).check(law, act).err().map(|why| why.message),
        };
        if let Some(why) = why {
            let message = format!(
                "这样一来，{}在{}的“{}”与登记的经过不符：{why}请先从后往前撤回后来的登记，或者照现在的经过重新登记。",
                now.head.title,
                day_words(act.on),
                act.told()
            );
            return Err(Problem::new("refused", message));
        }
    }
    Ok(())
}
