//! The desk: what is open, who sits at it, and what is at hand. The ways a command runs there stand in `ways`; which commands
//! there are, in `contract`; what they do, in `commands`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use affairs::negotiation::contract::library::ClauseLibrary;
use chrono::{DateTime, FixedOffset, NaiveDate};
use law::LawBook;
use ledger::{Clock, Ids, Kdf, Setting};
use paper::{Faces, FontPlaces};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::Problem;
use crate::care::Ending;
use crate::files::{FileHandle, Paths};
use crate::fitting::Found;
use crate::keeper;
use crate::lent::Lent;
use crate::open::{Open, Reading};
use crate::preview::HeldPreview;
use crate::time::DeskClock;

/// What a host gives the desk.
pub struct Config {
    /// The folder with `law`, `calendar`, `papers`, `fonts`, `demo`.
    pub assets: PathBuf,
    /// Where ledgers live unless the person says otherwise, and the list of those opened before.
    pub home: PathBuf,
    /// Whether ledgers that were opened are listed in the home.
    pub remembers: bool,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The ids.
    pub ids: Arc<dyn Ids>,
    /// How file handles become paths.
    pub paths: Arc<dyn Paths>,
    /// How hard a passphrase is to guess; `Kdf::standard()` but for tests.
    pub kdf: Kdf,
}

/// The desk of one program. Shared between threads: reading goes on while a job writes.
pub struct Desk {
    pub(crate) assets: PathBuf,
    pub(crate) home: PathBuf,
    pub(crate) remembers: bool,
    paths: Arc<dyn Paths>,
    own: Mutex<BTreeMap<String, PathBuf>>,
    pub(crate) setting: Setting,
    /// The law as it ships; a ledger's own years stand in [`Open::book`].
    pub(crate) book: Arc<LawBook>,
    faces: RwLock<Arc<Faces>>,
    pub(crate) places: FontPlaces,
    clock: Arc<DeskClock>,
    open: Place,
    pub(crate) preview: Mutex<Option<HeldPreview>>,
    pub(crate) lent: Lent,
    pub(crate) own_templates: Found,
    clauses: OnceLock<ClauseLibrary>,
}

impl Desk {
    /// A desk with nothing open. Errors: `law` or `paper` when the assets are not whole.
    pub fn new(config: Config) -> Result<Desk, Problem> {
        let clock = Arc::new(DeskClock::new(config.clock));
        let home = config.home;
        Ok(Desk {
            book: Arc::new(LawBook::load(&config.assets)?),
            faces: RwLock::new(Arc::new(faces(&config.assets, FontPlaces::None, &home)?)),
            places: FontPlaces::None,
            setting: Setting {
                clock: Arc::clone(&clock) as Arc<dyn Clock>,
                ids: config.ids,
                kdf: config.kdf,
            },
            assets: config.assets,
            home: home.clone(),
            remembers: config.remembers,
            paths: config.paths,
            own: Mutex::default(),
            clock,
            open: Place::default(),
            preview: Mutex::new(None),
            lent: Lent::under(&home),
            own_templates: Found::default(),
            clauses: OnceLock::new(),
        })
    }

    /// The clause files, read when the first contract asks for them. Errors: `assets` when they are not whole.
    pub(crate) fn clauses(&self) -> Result<&ClauseLibrary, Problem> {
        if let Some(library) = self.clauses.get() {
            return Ok(library);
        }
        let library = ClauseLibrary::load(&self.assets)?;
        Ok(self.clauses.get_or_init(|| library))
    }

    /// The same desk, printing with the standard's own faces where these places hold them. Said once by the
    /// host, before anything is printed: the same places give the same bytes. Without it the bundled faces
    /// print.
    ///
    /// # Errors
    /// `paper` when the list of faces is not whole.
    pub fn with_fonts(mut self, places: FontPlaces) -> Result<Desk, Problem> {
        self.places = places;
        self.take_faces()?;
        Ok(self)
    }

    /// The faces papers are set in now.
    pub(crate) fn faces(&self) -> Arc<Faces> {
        Arc::clone(&self.faces.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes up the faces anew after a choice. A paper being set keeps those it began with.
    pub(crate) fn take_faces(&self) -> Result<(), Problem> {
        let anew = faces(&self.assets, self.places.clone(), &self.home)?;
        *self.faces.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(anew);
        Ok(())
    }

    /// The folder of the open ledger.
    pub fn open_dir(&self) -> Option<PathBuf> {
        self.open
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .map(|open| open.ledger.dir().to_owned())
    }

    /// Today, as the open ledger sees it.
    pub(crate) fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// The path behind a handle: one of the desk's own, else what the host says.
    pub(crate) fn resolve(&self, handle: &FileHandle) -> Result<PathBuf, Problem> {
        let own = self.own.lock().unwrap_or_else(PoisonError::into_inner).get(&handle.0).cloned();
        own.map_or_else(|| self.paths.resolve(&handle.0), Ok)
    }

    /// A handle of the desk's own, for a file that no person picked in this run of the program: one of the program, or one picked
    /// earlier. It tells no path to a page, and means the same file always: a handle that an earlier run gave is that file or
    /// none. Where handles are paths it is the path, which the next process understands too.
    pub(crate) fn own_handle(&self, path: &Path) -> String {
        if let Some(handle) = self.paths.handle(path) {
            return handle;
        }
        let handle = format!("own:{}", hex::encode(Sha256::digest(path.as_os_str().as_encoded_bytes())));
        self.own.lock().unwrap_or_else(PoisonError::into_inner).insert(handle.clone(), path.to_owned());
        handle
    }

    /// Now, as the open ledger sees it.
    pub(crate) fn now(&self) -> DateTime<FixedOffset> {
        self.clock.now()
    }

    /// The clock of the desk, for scripts that say when a line happens.
    pub(crate) fn clock(&self) -> &DeskClock {
        &self.clock
    }

    /// The open ledger. Errors: `not_open`.
    pub(crate) fn opened(&self) -> Result<Arc<Open>, Problem> {
        self.open
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
            .ok_or_else(|| Problem::new("not_open", "还没有打开账本，请先打开账本并输入口令。"))
    }

    /// What is open, if anything is.
    pub(crate) fn maybe_open(&self) -> Option<Arc<Open>> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts a ledger on the desk, or clears it: first nobody reads any more, then its copy of the day is made if it is due.
    pub(crate) fn set_open(&self, open: Option<Open>) {
        let before = self.open.write().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(before) = before {
            self.lent.sweep();
            before.care.end(Ending::Copied);
        }
        self.clock.set_day(open.as_ref().and_then(|open| open.union.named_day));
        *self.preview.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = open.map(Arc::new);
    }

    /// Takes the open ledger off the desk for an act that needs it alone and keeps a copy of it. Whoever still reads is
    /// waited for.
    ///
    /// Errors: `not_open`; `ledger.busy` when somebody reads on for ten seconds, and it is open as before.
    pub(crate) fn take_open(&self) -> Result<Open, Problem> {
        let mut open = self.opened()?;
        open.care.end(Ending::AtOnce);
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = None;
        for _ in 0..200 {
            match Arc::try_unwrap(open) {
                Ok(open) => return Ok(open),
                Err(shared) => open = shared,
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        keeper::go_on(&open);
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(open);
        Err(ledger::LedgerError::Busy.into())
    }

    /// One view of the open ledger.
    pub(crate) fn view<T>(
        &self,
        body: impl FnOnce(&Reading<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let open = self.opened()?;
        open.ledger.read(|connection| {
            let book = open.book(&self.book, connection)?;
            body(&Reading { connection, book: &book, today: self.today(), open: &open, in_step: false })
        })
    }

    /// A folder for a new ledger inside the home, named after the union; a number is added when taken.
    pub(crate) fn free_folder(&self, name: &str) -> PathBuf {
        free_folder(&self.home, name)
    }
}

/// The place of the open ledger.
#[derive(Default)]
struct Place(RwLock<Option<Arc<Open>>>);

impl std::ops::Deref for Place {
    type Target = RwLock<Option<Arc<Open>>>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(open) = self.0.get_mut().unwrap_or_else(PoisonError::into_inner) {
            open.care.end(Ending::Finished);
        }
    }
}

/// A value and the tables that changed.
pub struct Outcome<T> {
    pub(crate) value: T,
    pub(crate) changed: Vec<String>,
}

impl<T: Serialize> Outcome<T> {
    /// Nothing changed.
    pub(crate) fn of(value: T) -> Self {
        Outcome { value, changed: Vec::new() }
    }
}

/// The program's faces, behind those of the machine and the person's choices.
fn faces(assets: &Path, places: FontPlaces, home: &Path) -> Result<Faces, Problem> {
    Ok(Faces::load(assets)?.with_fonts(places).with_chosen(crate::machine::read(home).chosen()))
}

fn free_folder(home: &Path, name: &str) -> PathBuf {
    let safe: String = name
        .trim()
        .chars()
        .map(|c| if c.is_alphanumeric() || "（）()-_·".contains(c) { c } else { '_' })
        .take(40)
        .collect();
    let base = if safe.is_empty() { "账本".to_owned() } else { safe };
    let mut folder = home.join(&base);
    let mut number = 2;
    while folder.exists() {
        folder = home.join(format!("{base}-{number}"));
        number += 1;
    }
    folder
}
