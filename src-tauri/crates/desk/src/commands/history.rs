//! The journal as a page, the life of a record, what a step changed, and taking a step back. Names and values
//! are put into words by `affairs::fields`, identity as the person may see it. The journal as a workbook stands
//! beside, in `history_export`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ::law::LawBook;
use affairs::fields::{self, RecordTouched, Teller};
use affairs::letters::rights::file_tells_health;
use affairs::members::duplicates::merges;
use affairs::members::flags::settled::Hardships;
use affairs::named;
use affairs::negotiation::naming::Names;
use affairs::negotiation::settled::Settled;
use affairs::office::attachments;
use affairs::pay::store::moves_lines;
use affairs::union::model::Shown;
use affairs::union::people::{self, HistoryActor};
use chrono::NaiveDate;
use ledger::{ChangeRow, Doing, JournalLine, JournalQuery, LedgerError, Tx};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::commands::law;
use crate::commands::pay;
use crate::commands::purged::{Held, held_of};
use crate::desk::{Desk, Outcome};
use crate::keeper;
use crate::open::{Open, Reading};
use crate::rights::{Module, Right};

/// A step taken back or brought again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Moved {
    /// Its label.
    pub label: String,
}

/// The table of single wages, and that of the tables that they came in.
const WAGE: &str = "pay_line";
const WAGES: &str = "pay_sheet";
/// The most changes of one step that are shown.
const SHOWN: u32 = 200;
/// Steps in one go, at the most.
pub(super) const SLICE: u32 = 500;

/// Which steps; what is absent does not matter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct HistoryQuery {
    /// Id of the person who acted.
    pub person: Option<String>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// A module, as commands are named: `members`, `negotiation`, `papers`, `ledger` …
    pub module: Option<String>,
    /// Part of the label, or the name of somebody whom the steps are about.
    pub text: Option<String>,
    /// Steps before this one: the page that follows.
    pub before: Option<u32>,
    /// At most so many, 50 when absent and 500 at the most.
    pub limit: Option<u32>,
}

impl HistoryQuery {
    /// The query as the ledger knows it: a name as the rows of whoever is called so, as far as this reader may know of them.
    pub(super) fn asked(&self, open: &Open) -> Result<JournalQuery, Problem> {
        let mut query = self.query();
        if let Some(text) = &query.text {
            query.rows = open.ledger.read(|connection| named::rows(connection, text, open.sight()))?;
        }
        Ok(query)
    }

    fn query(&self) -> JournalQuery {
        let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let module = filled(&self.module);
        JournalQuery {
            person: filled(&self.person),
            from: self.from,
            to: self.to,
            ops: module.iter().map(|module| format!("{module}.")).collect(),
            tables: Vec::new(),
            text: filled(&self.text),
            rows: Vec::new(),
            before_seq: self.before.map(i64::from),
            limit: self.limit.unwrap_or(50).clamp(1, SLICE),
        }
    }
}

/// A step of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryLine {
    /// Its number.
    pub seq: u32,
    /// When, at +08:00.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The command.
    pub op: String,
    /// What was done; an undo or redo says so.
    pub label: String,
    /// What it was about: a person's name, a meeting's round and day.
    pub subject: Option<String>,
    /// Whether it is final.
    pub is_final: bool,
    /// The step that took it back.
    pub undone_by: Option<u32>,
    /// The step that an undo or redo turns round.
    pub target: Option<u32>,
    /// Whether taking it back is worth asking for: not final, no final one later, not taken back. What else stands in the way,
    /// `history.mayTakeBack` says.
    pub can_take_back: bool,
}

/// A page of the journal, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryPage {
    /// The steps.
    pub lines: Vec<HistoryLine>,
    /// Whether older ones match too.
    pub more: bool,
}

/// A step.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepRef {
    /// Its number.
    pub seq: u32,
}

/// A record whose life is asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordRef {
    /// Its table: `person`, `negotiation`, `meeting` … What belongs to the record is told with it.
    pub table: String,
    /// Its id.
    pub id: String,
}

/// One record that a step touched, and what copies of the ledger still hold of what was erased of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TouchedRecord {
    /// The record in words.
    #[serde(flatten)]
    #[ts(flatten)]
    pub told: RecordTouched,
    /// None where nothing was erased, or nothing of it is left.
    pub held: Option<Held>,
}

impl TouchedRecord {
    fn of(told: RecordTouched, held: &BTreeMap<i64, Held>) -> Self {
        let held = told.erased_by.and_then(|seq| held.get(&i64::from(seq)).copied());
        Self { told, held }
    }
}

/// What a step changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StepDetail {
    /// The step.
    pub line: HistoryLine,
    /// The first records it touched.
    pub records: Vec<TouchedRecord>,
    /// How many there are.
    pub total: u32,
}

/// One event in the life of a record.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LifeEvent {
    /// The step.
    pub line: HistoryLine,
    /// What it changed.
    pub record: TouchedRecord,
}

pub(super) fn number(seq: i64) -> u32 {
    u32::try_from(seq).unwrap_or(u32::MAX)
}

/// Of a step so many rows are looked at for what it was about.
const LOOKED_AT: u32 = 12;

/// A step as a person reads it.
pub(super) fn line(open: &Open, teller: &Teller<'_>, line: JournalLine) -> Result<HistoryLine, Problem> {
    let subject = teller.subject(&open.ledger.touched(line.step.seq, LOOKED_AT)?)?;
    let step = line.step;
    let label = match step.kind.as_str() {
        "undo" => format!("撤销：{}", step.label),
        "redo" => format!("重做：{}", step.label),
        _ => step.label,
    };
    Ok(HistoryLine {
        seq: number(step.seq),
        at: step.at,
        actor: step.actor_name,
        op: step.op,
        label,
        subject,
        is_final: step.is_final,
        undone_by: line.undone_by.map(number),
        target: step.target.map(number),
        can_take_back: line.can_take_back,
    })
}

/// The person whose identity a change tells, or the case whose informer it names, if it does.
pub(super) fn identity_of(change: &ChangeRow) -> Option<String> {
    let guarded =
        ["person_identity", "supervision_informer", "appeal_person"].contains(&change.table.as_str());
    let told = change.cells.iter().any(|cell| guarded || fields::tells_identity(&change.table, &cell.column));
    told.then(|| change.id.clone())
}

/// The record whose change tells of someone's health, if it does.
pub(super) fn health_of(change: &ChangeRow) -> Option<String> {
    let guarded = change.cells.iter().any(|cell| fields::tells_health(&change.table, &cell.column));
    guarded.then(|| change.id.clone())
}

/// The line of wages whose change tells what somebody was paid, if it does.
pub(super) fn wages_of(change: &ChangeRow) -> Option<String> {
    let guarded = change.cells.iter().any(|cell| fields::tells_wages(&change.table, &cell.column));
    guarded.then(|| change.id.clone())
}

/// Keeps who looked at the identity, the health and the single wages that these changes tell.
fn looked<'a>(
    open: &Open,
    command: &str,
    changes: impl Iterator<Item = &'a ChangeRow> + Clone,
) -> Result<(), Problem> {
    open.looked(command, identities(changes.clone()))?;
    let health = changes.clone().filter_map(health_of).collect::<BTreeSet<_>>();
    open.looked_at(open.sight().health, command, health)?;
    open.looked_at(open.sight().wages, command, changes.filter_map(wages_of).collect::<BTreeSet<_>>())
}

/// What copies still hold of the purges that erased these changes.
fn held<'a>(
    open: &Open,
    changes: impl Iterator<Item = &'a ChangeRow>,
) -> Result<BTreeMap<i64, Held>, Problem> {
    let seqs: BTreeSet<i64> = changes.filter_map(|change| change.erased_by).collect();
    held_of(open, &seqs.into_iter().collect::<Vec<_>>())
}

/// Whether this reader is told no rows of a step that somebody may not be known to have: of a merge, for it names the two whose all of
/// them are.
pub(super) fn names_whose(open: &Open, seq: i64) -> Result<bool, Problem> {
    let sight = open.sight();
    if sight.health != Shown::Never && sight.wages != Shown::Never {
        return Ok(false);
    }
    open.ledger.read(|connection| merges(connection, seq))
}

/// The people whose identity these changes tell.
fn identities<'a>(changes: impl Iterator<Item = &'a ChangeRow>) -> BTreeSet<String> {
    changes.filter_map(identity_of).collect()
}

/// Refuses whoever may not give the command that a step was made by. A command that looks at what it is about
/// itself (attachments, the trash) is turned round by the one who gave it, else by the chair.
pub(super) fn may_turn(open: &Open, doing: &Doing) -> Result<(), Problem> {
    let right = crate::contract::command(&doing.op).map_or(Right::Chair, |command| command.right);
    // Taking back somebody else's table of wages lays an older one open beside it; and whatever touched lines of wages, also a
    // merge of two people, would say otherwise who is in a table of which sums were told.
    let others = matches!(doing.op.as_str(), "pay.import" | "pay.remove" | "pay.save")
        && doing.actor != open.actor().id;
    if others || open.ledger.read(|connection| moves_lines(connection, doing.seq))? {
        pay::guard_wages(open)?;
    }
    match right {
        Right::Writer(Module::Desk) if doing.actor != open.actor().id => open.may(Right::Chair),
        right => open.may(right),
    }
}

/// A page of the journal.
pub fn list(desk: &Desk, query: HistoryQuery) -> Result<Outcome<HistoryPage>, Problem> {
    let open = desk.opened()?;
    let page = open.ledger.journal(&query.asked(&open)?)?;
    let place = law::place_names(desk);
    desk.view(|reading| {
        let teller = Teller::new(reading.connection, reading.book, &place, open.sight())?;
        let lines = page.lines.into_iter().map(|one| line(&open, &teller, one));
        Ok(Outcome::of(HistoryPage { lines: lines.collect::<Result<_, Problem>>()?, more: page.more }))
    })
}

/// By whom the journal can be searched: everyone who made a step, whoever left the desk too.
pub fn actors(reading: &Reading<'_>, _: Nothing) -> Result<Vec<HistoryActor>, Problem> {
    people::actors(reading.connection)
}

fn one(open: &Open, which: StepRef) -> Result<(i64, JournalLine), Problem> {
    let seq = i64::from(which.seq);
    let query = JournalQuery { before_seq: Some(seq + 1), limit: 1, ..JournalQuery::default() };
    let found = open.ledger.journal(&query)?.lines.into_iter().find(|found| found.step.seq == seq);
    Ok((seq, found.ok_or_else(|| Problem::missing("一步"))?))
}

/// What a step changed.
pub fn step(desk: &Desk, which: StepRef) -> Result<Outcome<StepDetail>, Problem> {
    let open = desk.opened()?;
    let (seq, found) = one(&open, which)?;
    let mut changes = open.ledger.step_changes(seq, SHOWN)?;
    if names_whose(&open, seq)? {
        let (sight, all) = (open.sight(), changes.rows.len());
        changes.rows.retain(|row| fields::may_know(&row.table, sight));
        changes.total -= i64::try_from(all - changes.rows.len()).unwrap_or_default();
    }
    looked(&open, "history.step", changes.rows.iter())?;
    let place = law::place_names(desk);
    let held = held(&open, changes.rows.iter())?;
    desk.view(|reading| {
        let teller = Teller::new(reading.connection, reading.book, &place, open.sight())?;
        let told = changes.rows.into_iter().map(|row| teller.tell(seq, row));
        let records = told.map(|told| Ok(TouchedRecord::of(told?, &held))).collect::<Result<_, Problem>>()?;
        let line = line(&open, &teller, found)?;
        Ok(Outcome::of(StepDetail { line, records, total: number(changes.total) }))
    })
}

/// The life of a record and of what belongs to it, oldest first.
pub fn of(desk: &Desk, record: RecordRef) -> Result<Outcome<Vec<LifeEvent>>, Problem> {
    let open = desk.opened()?;
    let place = law::place_names(desk);
    desk.view(|reading| {
        let mut all = fields::family(reading.connection, &record.table, &record.id)?;
        // That somebody stands in a table of wages is told to readers of wages alone. Of a table itself the lines are no part of its
        // life: they are as many as the people in it, and its page shows them.
        if open.sight().wages == Shown::Never || record.table == WAGES {
            all.retain(|(table, _)| table != WAGE);
        }
        // That someone was examined, was hurt or lost their leave for an illness is told to readers of health alone.
        if open.sight().health == Shown::Never {
            let of_health = |table: &str, id: &str| {
                fields::is_of_health(table)
                    || (table == "attachment"
                        && attachments::store::owner(reading.connection, id)
                            .and_then(|of| file_tells_health(reading.connection, &of))
                            .unwrap_or(false))
            };
            all.retain(|(table, id)| !of_health(table, id));
        }
        let all: Vec<(&str, &str)> = all.iter().map(|(table, id)| (table.as_str(), id.as_str())).collect();
        let life = open.ledger.history_of(&all)?;
        looked(&open, "history.of", life.iter().map(|one| &one.change))?;
        let held = held(&open, life.iter().map(|one| &one.change))?;
        let teller = Teller::new(reading.connection, reading.book, &place, open.sight())?;
        let told = life.into_iter().map(|one| {
            let record = TouchedRecord::of(teller.tell(one.step.step.seq, one.change)?, &held);
            Ok(LifeEvent { line: line(&open, &teller, one.step)?, record })
        });
        told.collect::<Result<_, Problem>>().map(Outcome::of)
    })
}

/// What stands before a step is turned round, with the law that it stands by, what the talks are called, and what this reader may know
/// of health.
pub(super) type Before = (Arc<LawBook>, Settled, Names, Hardships, Shown);

/// Reads what is settled, before a step is turned round.
pub(super) fn settled(desk: &Desk, open: &Open, tx: &Tx<'_>) -> Result<Before, Problem> {
    let book = open.book(&desk.book, tx)?;
    let settled = Settled::before(tx, &book)?;
    Ok((book, settled, Names::before(tx)?, Hardships::before(tx)?, open.sight().health))
}

/// Refuses a step turned round after which something settled does not stand any more; the talks that it touched are called by what
/// they are over now, within the same step.
pub(super) fn held_against(
    tx: &Tx<'_>,
    (book, settled, names, hardships, health): Before,
) -> Result<(), Problem> {
    settled.check(tx, &book)?;
    hardships.check(tx, health)?;
    names.keep(tx)
}

/// A step that whoever sits at the desk may turn round.
fn turned(desk: &Desk, which: StepRef) -> Result<(Arc<Open>, i64), Problem> {
    let open = desk.opened()?;
    let (seq, _) = one(&open, which)?;
    may_turn(&open, &open.ledger.doing(seq)?)?;
    Ok((open, seq))
}

/// A step of more rows than these is not tried: taking it back takes its time, and that once is enough.
const TRIED: i64 = 2000;

/// How a step that is tried and left as it was ends.
enum Tried {
    Would,
    Refused(Problem),
}

impl From<LedgerError> for Tried {
    fn from(why: LedgerError) -> Self {
        Tried::Refused(why.into())
    }
}

/// Says whether a step may be taken back now, by trying it and leaving everything as it was; of a large one, as far as the journal
/// knows.
///
/// Errors: those with which taking it back would be refused.
pub fn may_take_back(desk: &Desk, which: StepRef) -> Result<Outcome<Done>, Problem> {
    let (open, seq) = turned(desk, which)?;
    if open.ledger.step_changes(seq, 0)?.total > TRIED {
        open.ledger.may_take_back(seq)?;
        return Ok(Outcome::of(Done));
    }
    let before = |tx: &Tx<'_>| settled(desk, &open, tx).map_err(Tried::Refused);
    let after = |tx: &Tx<'_>, stood: Before| -> Result<(), Tried> {
        held_against(tx, stood).map_err(Tried::Refused)?;
        // Refused here, it leaves no step.
        Err(Tried::Would)
    };
    match open.ledger.take_back_held(seq, &open.actor(), before, after) {
        Err(Tried::Refused(why)) => Err(why),
        Err(Tried::Would) | Ok(_) => Ok(Outcome::of(Done)),
    }
}

/// Takes a step back, whatever came since, unless something that was voted or signed rests on it, or what proves a hardship would
/// lie open.
pub fn take_back(desk: &Desk, which: StepRef) -> Result<Outcome<Moved>, Problem> {
    let (open, seq) = turned(desk, which)?;
    let undone =
        open.ledger.take_back_held(seq, &open.actor(), |tx| settled(desk, &open, tx), held_against)?;
    keeper::changed(&open);
    Ok(Outcome { value: Moved { label: undone.label }, changed: undone.changed.into_iter().collect() })
}
