//! The open ledger and the person at the desk, and what a command is given to work with.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use affairs::union::model::{DeskPerson, Guarded, Part, Role, Shown, Sight, UnionRecord};
use affairs::union::rulebook::Additions;
use affairs::union::store;
use chrono::NaiveDate;
use law::LawBook;
use ledger::{Actor, Ledger, Tx};
use rusqlite::Connection;

use crate::Problem;
use crate::care::Care;
use crate::leave_memory::LeaveMemory;
use crate::rights::Right;
use crate::wage_memory::WageMemory;

/// A law book that was made for this ledger.
struct Joined {
    /// what was added when it was made
    of: Additions,
    book: Arc<LawBook>,
    left_out: Vec<String>,
}

/// The open ledger and who sits at the desk.
pub struct Open {
    /// The ledger.
    pub ledger: Ledger,
    /// The union it belongs to.
    pub union: UnionRecord,
    /// Who sits at the desk: who opened it, as they are called and may do now.
    person: RwLock<DeskPerson>,
    /// Why guarded data was revealed in this sitting, if it was.
    revealed: RwLock<Option<String>>,
    /// Whether the recovery sheet opened it, and no new passphrase was set since.
    by_sheet: AtomicBool,
    /// The law book with what this union added to it.
    book: Mutex<Option<Joined>>,
    /// Who looks after it beside the work.
    pub(crate) care: Care,
    /// The wage data that is reckoned on.
    pub(crate) wages: WageMemory,
    /// The annual leave that was reckoned.
    pub(crate) leave: LeaveMemory,
}

impl Open {
    /// A ledger that was just opened, nothing revealed.
    pub(crate) fn new(ledger: Ledger, union: UnionRecord, person: DeskPerson) -> Self {
        Open {
            // No slot stands behind a sheet.
            by_sheet: AtomicBool::new(ledger.opened_by().is_none()),
            ledger,
            union,
            person: RwLock::new(person),
            revealed: RwLock::new(None),
            book: Mutex::new(None),
            care: Care::default(),
            wages: WageMemory::default(),
            leave: LeaveMemory::default(),
        }
    }

    /// The law book with what the ledger adds to it at this view. What was added is read each time, which is next to
    /// nothing: undo, restore and another person's step change it too.
    pub(crate) fn book(
        &self,
        shipped: &Arc<LawBook>,
        connection: &Connection,
    ) -> Result<Arc<LawBook>, Problem> {
        let added = Additions::read(connection)?;
        if added.is_empty() {
            *self.book.lock().unwrap_or_else(PoisonError::into_inner) = None;
            return Ok(Arc::clone(shipped));
        }
        let mut made = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(joined) = made.as_ref()
            && joined.of == added
        {
            return Ok(Arc::clone(&joined.book));
        }
        let (book, left_out) = added.join(shipped);
        let book = Arc::new(book);
        *made = Some(Joined { of: added, book: Arc::clone(&book), left_out });
        Ok(book)
    }

    /// What of the union's additions the law book could not take, a sentence each, as of the newest view.
    pub(crate) fn left_out(&self) -> Vec<String> {
        let made = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        made.as_ref().map(|joined| joined.left_out.clone()).unwrap_or_default()
    }

    /// Who sits at the desk.
    pub fn person(&self) -> DeskPerson {
        self.person.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes up what a step changed about the person. Whoever was removed keeps the name they had and no right.
    pub(crate) fn look_again(&self) -> Result<(), Problem> {
        let people = self.ledger.read(store::desk_people)?;
        let mut person = self.person.write().unwrap_or_else(PoisonError::into_inner);
        match people.into_iter().find(|other| other.id == person.id) {
            Some(now) => *person = now,
            None => {
                person.role = Role::Auditor;
                person.parts.clear();
                person.reads.clear();
            }
        }
        Ok(())
    }

    /// Whether the recovery sheet opened it and whoever sits here still lacks a passphrase that they know.
    pub(crate) fn by_sheet(&self) -> bool {
        self.by_sheet.load(Ordering::Relaxed)
    }

    /// Whoever opened it by the sheet has a passphrase of their own again.
    pub(crate) fn has_passphrase_again(&self) {
        self.by_sheet.store(false, Ordering::Relaxed);
    }

    /// As the journal names the person.
    pub fn actor(&self) -> Actor {
        let person = self.person();
        Actor { id: person.id.to_string(), name: person.name }
    }

    /// Shows guarded data in full from now on, for this purpose.
    pub(crate) fn reveal(&self, purpose: String) {
        *self.revealed.write().unwrap_or_else(PoisonError::into_inner) = Some(purpose);
    }

    /// Masks guarded data again.
    pub(crate) fn cover(&self) {
        *self.revealed.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn purpose(&self) -> Option<String> {
        self.revealed.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps in the access log that these records were shown with identity in full; nothing when it was masked.
    /// Called before the answer goes out: what cannot be recorded is not shown.
    pub(crate) fn looked(
        &self,
        command: &str,
        subjects: impl IntoIterator<Item = String>,
    ) -> Result<(), Problem> {
        self.looked_at(self.sight().identity, command, subjects)
    }

    /// As `looked`, of guarded data that is shown as told.
    pub(crate) fn looked_at(
        &self,
        shown: Shown,
        command: &str,
        subjects: impl IntoIterator<Item = String>,
    ) -> Result<(), Problem> {
        let (Shown::Full, Some(purpose)) = (shown, self.purpose()) else { return Ok(()) };
        let subjects: Vec<String> = subjects.into_iter().collect();
        if subjects.is_empty() {
            return Ok(());
        }
        Ok(self.ledger.record_look(&self.actor(), command, &purpose, &subjects)?)
    }

    /// Keeps in the access log that a paper or a sheet of this kind told these people's data in full, for the purpose for which it
    /// was revealed; that of everybody where nobody is named.
    ///
    /// Errors: `covered` where it was masked again in the meantime.
    pub(crate) fn gave_out(&self, command: &str, subjects: &[String]) -> Result<(), Problem> {
        let Some(purpose) = self.purpose() else {
            return Err(Problem::new("covered", "刚刚已经重新隐去。请再写明用途，然后重试。"));
        };
        Ok(self.ledger.record_look(&self.actor(), command, &purpose, subjects)?)
    }

    /// How guarded data is shown to the person now.
    pub fn sight(&self) -> Sight {
        let person = self.person();
        let revealed = self.purpose().is_some();
        let shown = |kind| match (person.reads(kind), revealed) {
            (false, _) => Shown::Never,
            (true, false) => Shown::Masked,
            (true, true) => Shown::Full,
        };
        Sight {
            identity: shown(Guarded::Identity),
            wages: shown(Guarded::Wages),
            health: shown(Guarded::Health),
            account: shown(Guarded::Account),
        }
    }

    /// Refuses a person without the right.
    pub fn may(&self, right: Right) -> Result<(), Problem> {
        let person = self.person();
        let allowed = match (right, person.role) {
            (Right::Anyone | Right::Reader, _) | (_, Role::Chair) => true,
            (Right::Chair, _) | (Right::Writer(_), Role::Auditor) => false,
            (Right::Writer(module), Role::Officer) => match module.part() {
                Some(part) => person.writes(part),
                None => !person.parts.is_empty(),
            },
        };
        if allowed { Ok(()) } else { Err(no_right(&person)) }
    }

    /// Refuses a person who may not write in a part of the work: for commands that learn the part only from
    /// what they are about.
    pub(crate) fn may_write(&self, part: Part) -> Result<(), Problem> {
        let person = self.person();
        if person.writes(part) { Ok(()) } else { Err(no_right(&person)) }
    }
}

fn no_right(person: &DeskPerson) -> Problem {
    let who = &person.name;
    Problem::new("no_right", format!("{who}没有办理这一项的权限，请由主席办理或请主席授权。"))
}

/// What a reading command works with: one consistent view of the ledger.
pub struct Reading<'a> {
    /// The rows.
    pub connection: &'a Connection,
    /// The law.
    pub book: &'a LawBook,
    /// The day.
    pub today: NaiveDate,
    /// The ledger and the person.
    pub open: &'a Open,
    /// Whether it is read within a running step, which itself tells who read and why.
    pub in_step: bool,
}

/// What a writing command works with: the running step.
pub struct Writing<'a, 'b> {
    /// The step.
    pub tx: &'a Tx<'b>,
    /// The law.
    pub book: &'a LawBook,
    /// The ledger and the person.
    pub open: &'a Open,
}

impl Writing<'_, '_> {
    /// The ledger as it stands within the step.
    pub(crate) fn reading(&self) -> Reading<'_> {
        Reading {
            connection: self.tx,
            book: self.book,
            today: self.tx.today(),
            open: self.open,
            in_step: true,
        }
    }
}
