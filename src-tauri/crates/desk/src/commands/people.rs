//! The people at the desk with their passphrases: a row and its slot in one final step. What the rows say is
//! `affairs::union::people`'s; how the chair is handed over, `hand_over`'s.

use std::collections::HashMap;

use affairs::drafts;
use affairs::union::model::{DeskPerson, DeskPersonId, DeskPersonInput};
use affairs::union::{people, store};
use ledger::{Actor, LedgerError, Passphrase, strength as judge};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::{Desk, Outcome};
use crate::open::{Open, Reading, Writing};
use crate::rights::Right;

/// What becomes of the forms that somebody who leaves the desk was still filling in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LeftBehind {
    /// They stay, and the chair takes each of them over or discards it.
    Keep,
    /// They go together with the person.
    Discard,
}

/// A person who leaves the desk.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RemovePerson {
    /// Who.
    pub id: DeskPersonId,
    /// What becomes of the forms that they were still filling in; asked for where there are some.
    pub drafts: Option<LeftBehind>,
}

/// A new person at the desk.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddPerson {
    /// Who it is and what they may do.
    pub person: DeskPersonInput,
    /// Their first passphrase, typed by themselves.
    pub passphrase: String,
}

/// A person at the desk, changed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePerson {
    /// Who.
    pub id: DeskPersonId,
    /// What they are from now on.
    pub person: DeskPersonInput,
}

/// A passphrase for somebody who forgot theirs.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewPassphrase {
    /// Who.
    pub id: DeskPersonId,
    /// The new one, typed by themselves.
    pub passphrase: String,
}

/// A change of one's own passphrase.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnPassphrase {
    /// The one that holds now.
    pub old: String,
    /// The one that is to hold.
    pub new: String,
}

/// A person at the desk in the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskPersonLine {
    /// Who it is and what they may do.
    pub person: DeskPerson,
    /// Whether they have a passphrase.
    pub has_passphrase: bool,
    /// Whether it is the one who sits here now.
    pub is_me: bool,
    /// How many forms they are still filling in; told to the chair alone, and absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub drafts: Option<u32>,
}

/// Everyone at the desk.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<DeskPersonLine>, Problem> {
    let slots = reading.open.ledger.people_with_slots()?;
    let people = store::desk_people(reading.connection)?;
    let me = reading.open.person().id;
    let drafts = match reading.open.may(Right::Chair) {
        Ok(()) => drafts::counts(reading.connection)?,
        Err(_) => HashMap::new(),
    };
    Ok(people
        .into_iter()
        .map(|person| DeskPersonLine {
            has_passphrase: slots.contains(&person.id.to_string()),
            is_me: person.id == me,
            drafts: drafts.get(&person.id.to_string()).copied(),
            person,
        })
        .collect())
}

/// Adds a person and gives them their slot.
pub fn add(writing: &Writing<'_, '_>, _: &Desk, args: AddPerson) -> Result<DeskPersonId, Problem> {
    let passphrase = strong("passphrase", args.passphrase)?;
    let person = people::add(writing.tx, &args.person).map_err(under_person)?;
    let slot = writing.open.ledger.put_slot_in(writing.tx, &person.id.to_string(), &passphrase);
    slot.map_err(under_passphrase)?;
    Ok(person.id)
}

/// Changes what a person is called and may do.
pub fn change(writing: &Writing<'_, '_>, _: &Desk, args: ChangePerson) -> Result<Done, Problem> {
    people::change(writing.tx, args.id, &args.person).map_err(under_person).map(|_| Done)
}

/// Removes a person and their slot. Whoever kept a copy of the folder with its key file still opens that
/// copy: only a hand-over gives the ledger a new key.
///
/// Errors: `refused` for the chair; `not_found`; `bad_input` at `drafts` where it is not said what becomes of theirs.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, who: RemovePerson) -> Result<Done, Problem> {
    let person = people::person(writing.tx, who.id)?;
    let id = person.id.to_string();
    people::remove(writing.tx, who.id)?;
    decided(&person.name, drafts::count(writing.tx, &id)?, who.drafts)?;
    if who.drafts == Some(LeftBehind::Discard) {
        drafts::discard_all(writing.tx, &id)?;
    }
    writing.open.ledger.remove_slot_in(writing.tx, &id)?;
    Ok(Done)
}

/// Refuses to let somebody go with forms half filled in before it is said what becomes of these: nobody else would ever see them.
pub(super) fn decided(name: &str, drafts: u32, choice: Option<LeftBehind>) -> Result<(), Problem> {
    if drafts == 0 || choice.is_some() {
        return Ok(());
    }
    let message = format!(
        "{name}还有{drafts}份没填完的草稿。请选择留下来由主席接着办，还是一起丢弃；还没有办理，什么也没有改动。"
    );
    Err(Problem::input("drafts", message))
}

/// Gives a person a new passphrase in place of one they forgot. To oneself only in a sitting that the recovery sheet opened, and once:
/// whoever finds a desk left open must not shut its chair out.
///
/// Errors: `refused` for oneself in any other sitting; `bad_input`; `not_found`; `ledger.passphraseTaken`.
pub fn set_passphrase(writing: &Writing<'_, '_>, _: &Desk, args: NewPassphrase) -> Result<Done, Problem> {
    let own = args.id == writing.open.person().id;
    if own && !writing.open.by_sheet() {
        let message = "修改自己的口令，要先输入现在的口令，请在“设置”的“常规”里修改。想不起来时，请锁定账本，用恢复单打开，再设新口令。";
        return Err(Problem::new("refused", message));
    }
    let passphrase = strong("passphrase", args.passphrase)?;
    let person = people::person(writing.tx, args.id)?;
    let slot = writing.open.ledger.put_slot_in(writing.tx, &person.id.to_string(), &passphrase);
    slot.map_err(under_passphrase)?;
    if own {
        writing.open.has_passphrase_again();
    }
    Ok(Done)
}

/// Changes one's own passphrase, knowing the old one.
pub fn change_passphrase(desk: &Desk, args: OwnPassphrase) -> Result<Outcome<Done>, Problem> {
    let open = desk.opened()?;
    let new = strong("new", args.new)?;
    let old = Passphrase::new(args.old);
    open.ledger.change_passphrase(&open.actor(), &old, &new).map_err(|why| match why.code() {
        "ledger.wrongPassphrase" => {
            Problem::new(why.code(), "原来的口令不对，口令没有改动。请重新输入。").at("old")
        }
        "ledger.passphraseTaken" => Problem::from(why).at("new"),
        _ => why.into(),
    })?;
    // Whoever came by the sheet and knew the old one all the same.
    open.has_passphrase_again();
    Ok(Outcome::of(Done))
}

/// The same problem, its field named as the request names it.
fn under_person(problem: Problem) -> Problem {
    match &problem.field {
        Some(field) => {
            let field = format!("person.{field}");
            problem.at(&field)
        }
        None => problem,
    }
}

/// Another person's passphrase is told beside its field; a disk that is full is no fault of what was typed there.
fn under_passphrase(why: LedgerError) -> Problem {
    let problem = Problem::from(why);
    if problem.code == "ledger.passphraseTaken" { problem.at("passphrase") } else { problem }
}

/// Takes away the slots of people who no longer sit at the desk: what a kill between a person's row and
/// their slot leaves behind.
pub(crate) fn sweep_slots(open: &Open) -> Result<(), Problem> {
    let people = open.ledger.read(store::desk_people)?;
    for id in open.ledger.people_with_slots()? {
        if !people.iter().any(|person| person.id.to_string() == id) {
            let slot = Actor { id, name: String::new() };
            open.ledger.remove_slot(&slot, &open.actor())?;
        }
    }
    Ok(())
}

/// A passphrase that is not among the first anybody would guess.
pub(crate) fn strong(field: &str, typed: String) -> Result<Passphrase, Problem> {
    if typed.is_empty() {
        return Err(Problem::input(field, "请设置口令；忘记口令时只能用恢复单打开账本。"));
    }
    let judged = judge(&typed);
    if judged.score == 0 {
        return Err(Problem::input(field, judged.advice));
    }
    Ok(Passphrase::new(typed))
}
