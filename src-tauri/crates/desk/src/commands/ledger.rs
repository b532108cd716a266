//! Founding, opening, locking, undo and redo, and the checks of the ledger.

use std::path::{Path, PathBuf};

use ::ledger::{
    Actor, Finality, Ledger, LedgerError, Op, Passphrase, RecoveryWords, Sealed, Tx, Unlock,
    strength as judge,
};
use affairs::members::roster::credit_code;
use affairs::schema::SCHEMA;
use affairs::union::model::{DeskPerson, DeskPersonId, Founding, Sight};
use affairs::union::{self, store};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Done, Nothing};
pub use crate::commands::history::Moved;
use crate::commands::people::strong;
use crate::commands::{founding, history, people};
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_folder};
use crate::keeper;
use crate::known::{self, KnownLedger};
use crate::open::Open;
use crate::progress::Progress;
use crate::rights::Right;
use crate::site::{Site, is_unfinished, whole};

/// A text as it is being typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    /// The text.
    pub text: String,
}

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PassphraseStrength {
    /// 0 to 4.
    pub score: u8,
    /// What would make it better.
    pub advice: String,
}

/// A credit code as understood.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedCode {
    /// The code as it would be kept, when it is right.
    pub code: Option<String>,
    /// What is wrong with it, when it is.
    pub message: Option<String>,
    /// Whether it is a union's own code (81…).
    pub is_union: bool,
}

/// What founding asks for.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CreateLedger {
    /// An empty or new folder; one in the home when absent.
    pub folder: Option<FileHandle>,
    /// 工会名称.
    pub union_name: String,
    /// 统一社会信用代码.
    pub credit_code: String,
    /// 用人单位名称; read from the union's name when absent.
    pub employer: Option<String>,
    /// Two-digit province code.
    pub province: String,
    /// Four-digit city code.
    pub city: Option<String>,
    /// The chair's own name.
    pub chair_name: String,
    /// The passphrase.
    pub passphrase: String,
    /// The day a demo ledger lives on.
    pub named_day: Option<NaiveDate>,
}

/// A ledger and its passphrase.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenLedger {
    /// The folder.
    pub dir: FileHandle,
    /// The passphrase.
    pub passphrase: String,
}

/// A ledger and the characters of its recovery sheet.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenByRecovery {
    /// The folder.
    pub dir: FileHandle,
    /// The 24 characters; spaces and line breaks do not matter.
    pub words: String,
}

/// The open ledger as the frame shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenStatus {
    /// Its folder.
    pub dir: String,
    /// The union.
    pub union_name: String,
    /// The employer.
    pub employer: String,
    /// Who sits at the desk.
    pub person: DeskPerson,
    /// The day a demo ledger lives on.
    pub named_day: Option<NaiveDate>,
    /// Today, as this ledger sees it.
    pub today: NaiveDate,
    /// The step that undo would take back, by its label.
    pub undo: Option<String>,
    /// The step that redo would bring again, by its label.
    pub redo: Option<String>,
    /// The final step that undo stops at, by its label.
    pub stopped_by: Option<String>,
    /// Number, day and doer of that step, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub stopped_how: Option<String>,
    /// The record that the recovery sheet is printed from.
    pub union_id: String,
    /// How guarded data is shown to the person now.
    pub sight: Sight,
    /// Minutes without a touch after which the window locks the ledger.
    pub idle_minutes: u32,
    /// Whether the recovery sheet opened it and no new passphrase was set since: then one's own is set without the old one.
    pub by_sheet: bool,
}

/// What is open and what could be.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Status {
    /// Ledgers opened before on this desk.
    pub known: Vec<KnownLedger>,
    /// Where new ledgers go.
    pub home: String,
    /// The open one.
    pub open: Option<OpenStatus>,
    /// What the person should look at again, though it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub notice: Option<String>,
}

/// How hard a passphrase is to guess.
pub fn strength(_: &Desk, typed: Typed) -> Result<Outcome<PassphraseStrength>, Problem> {
    let judged = judge(&typed.text);
    Ok(Outcome::of(PassphraseStrength { score: judged.score, advice: judged.advice.to_owned() }))
}

/// Whether a credit code is right and can be a union's, and what is wrong with it.
pub fn check_credit_code(_: &Desk, typed: Typed) -> Result<Outcome<CheckedCode>, Problem> {
    let judged = match credit_code::check(&typed.text) {
        Ok(code) => union::rules::union_code(&code).map_err(|why| why.message),
        Err(fault) => Err(fault.message()),
    };
    Ok(Outcome::of(match judged {
        Ok(code) => CheckedCode { is_union: credit_code::is_union(&code), code: Some(code), message: None },
        Err(message) => CheckedCode { code: None, message: Some(message), is_union: false },
    }))
}

/// What is open and what could be.
pub fn status(desk: &Desk, _: Nothing) -> Result<Outcome<Status>, Problem> {
    Ok(Outcome::of(current(desk)?))
}

/// The status as it stands.
pub(crate) fn current(desk: &Desk) -> Result<Status, Problem> {
    let open = match desk.maybe_open() {
        Some(open) => {
            let undo = open.ledger.undo_state()?;
            Some(OpenStatus {
                dir: open.ledger.dir().display().to_string(),
                union_name: open.union.name.clone(),
                employer: open.union.employer.clone(),
                person: open.person(),
                named_day: open.union.named_day,
                today: desk.today(),
                undo: undo.undo,
                redo: undo.redo,
                stopped_how: undo.stopped_by.as_ref().map(Sealed::how),
                stopped_by: undo.stopped_by.map(|step| step.label),
                union_id: union::papers::SHEET_ID.to_owned(),
                sight: open.sight(),
                idle_minutes: open.ledger.read(union::settings::read)?.idle_minutes,
                by_sheet: open.by_sheet(),
            })
        }
        None => None,
    };
    Ok(Status { known: known::read(&desk.home), home: desk.home.display().to_string(), open, notice: None })
}

/// Founds a ledger, opens it, and keeps its union and chair as the first step.
pub fn create(desk: &Desk, args: CreateLedger) -> Result<Outcome<Status>, Problem> {
    let folder = match &args.folder {
        Some(handle) => desk.resolve(handle)?,
        None => desk.free_folder(&args.union_name),
    };
    let founding = Founding {
        name: args.union_name,
        credit_code: args.credit_code,
        employer: args.employer.unwrap_or_default(),
        province: args.province,
        city: args.city,
        chair: args.chair_name,
        named_day: args.named_day,
    };
    union::rules::check_founding(&founding)?;
    let code = union::rules::union_code(&founding.credit_code)?;
    let passphrase = strong("passphrase", args.passphrase)?;
    let now = desk.now();
    let chair = DeskPersonId::new(desk.setting.ids.next(now));
    let actor = Actor { id: chair.to_string(), name: founding.chair.trim().to_owned() };
    let folder = whole(&folder);
    safe_folder(&folder, "folder")?;
    close(desk);
    make_parent(&folder)?;
    refuse_taken(&folder)?;
    // Founded beside its place and moved there whole: a kill before the move leaves no ledger that lacks
    // its union.
    let site = Site::beside(&folder, ".founding", "另一个程序正在这里建账本，请等它建完，或换一个文件夹。")?;
    // Another program may have founded one since.
    refuse_taken(&folder)?;
    let (ledger, _) = Ledger::create(site.place(), &SCHEMA, &desk.setting, &actor, &passphrase)?;
    let op = Op { code: "ledger.create".into(), label: "建立账本".to_owned(), finality: Finality::Final };
    let founded = ledger.step(&op, &actor, |tx| union::found(tx, &founding, chair));
    drop(ledger);
    founded?;
    std::fs::rename(site.place(), &folder).map_err(|_| {
        Problem::new("unwritable", "账本没有建成：放不到所选的文件夹里，请换一个位置再建。").at("folder")
    })?;
    drop(site);
    let mut done =
        sit_down(desk, Ledger::open(&folder, &SCHEMA, &desk.setting, Unlock::Passphrase(passphrase))?)?;
    founding::forget(&desk.home);
    if code.is_empty() {
        done.value.notice = Some(NO_CODE.to_owned());
    } else if !credit_code::is_union(&code) {
        done.value.notice = Some(NOT_A_UNION.to_owned());
    }
    Ok(done)
}

/// Said of a union that has no code yet.
const NO_CODE: &str = "账本已经建好。工会的统一社会信用代码还空着：工会法人资格证书办下来以后，在“工会登记”里填上，合同和报表上才有代码；今日会一直提醒。";
/// Said of a code that is right but another body's, such as an institution's.
const NOT_A_UNION: &str = "账本已经建好。信用代码本身正确，但不像工会的代码（基层工会以81开头），可能填了单位的，请与工会法人资格证书核对。";

/// Refuses a folder with anything in it: a ledger is never founded over something.
pub(super) fn refuse_taken(folder: &Path) -> Result<(), Problem> {
    let taken = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(why) => why.kind() != std::io::ErrorKind::NotFound,
    };
    if taken { Err(LedgerError::FolderNotEmpty.into()) } else { Ok(()) }
}

/// Makes the folders above a place.
pub(super) fn make_parent(folder: &Path) -> Result<(), Problem> {
    let Some(parent) = folder.parent() else { return Ok(()) };
    std::fs::create_dir_all(parent).map_err(|_| {
        Problem::new("unwritable", "账本的文件夹建不起来：上级文件夹不可写，请换一个位置。").at("folder")
    })
}

/// Opens a ledger by its passphrase.
pub fn open(desk: &Desk, args: OpenLedger) -> Result<Outcome<Status>, Problem> {
    let dir = folder_of(desk, &args.dir)?;
    close(desk);
    let passphrase = Passphrase::new(args.passphrase);
    let ledger = Ledger::open(&dir, &SCHEMA, &desk.setting, Unlock::Passphrase(passphrase));
    sit_down(desk, ledger.map_err(no_room_to_open)?)
}

/// A disk so full that nothing can even be looked at: no step was made that could be made again.
fn no_room_to_open(why: LedgerError) -> Problem {
    let message = "磁盘写满了，账本打不开：只看不改，打开账本也要一点空间。账本没有损坏，此前保存的都在。请删去电脑里不要的文件，清空电脑桌面上的回收站，腾出一些空间，再打开账本。";
    match Problem::from(why) {
        full if full.code == "ledger.diskFull" => Problem { message: message.to_owned(), ..full },
        other => other,
    }
}

/// Opens a ledger by its recovery sheet. One wrong character is found and proposed.
pub fn open_recovery(desk: &Desk, args: OpenByRecovery) -> Result<Outcome<Status>, Problem> {
    let dir = folder_of(desk, &args.dir)?;
    close(desk);
    let opened = RecoveryWords::parse(&args.words)
        .and_then(|words| Ledger::open(&dir, &SCHEMA, &desk.setting, Unlock::Recovery(words)));
    match opened {
        Ok(ledger) => sit_down(desk, ledger),
        Err(why) => {
            let why = no_room_to_open(why);
            Err(perhaps_mistyped(why, &args.words, || RecoveryWords::repair(&dir, &args.words)))
        }
    }
}

/// The refusal of a recovery sheet; where one wrong character explains it, with that character and the one that was meant. One in
/// some 256 wrong ones still fits the checksum and only fails at the file.
pub(crate) fn perhaps_mistyped(
    problem: Problem,
    typed: &str,
    repair: impl FnOnce() -> Result<Vec<String>, LedgerError>,
) -> Problem {
    if !["ledger.recoveryMistyped", "ledger.recoveryLength", "ledger.wrongKey"]
        .contains(&problem.code.as_str())
    {
        return problem;
    }
    let problem = problem.at("words");
    let found = match repair() {
        Ok(found) if found.len() == 1 => mistake(typed, &found[0]),
        _ => None,
    };
    match found {
        Some((place, wrong, right)) => Problem {
            code: "recovery_repaired".to_owned(),
            message: format!(
                "恢复单抄错了一个字，第{place}个字：“{wrong}”应为“{right}”。请核对恢复单，改好再试。"
            ),
            ..problem
        },
        None => problem,
    }
}

/// The first character in which a typed sheet differs from the one that was meant: its place from one on, what was typed, what was
/// meant.
fn mistake(typed: &str, meant: &str) -> Option<(usize, char, char)> {
    let characters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>();
    let pairs = characters(typed).into_iter().zip(characters(meant));
    let found = pairs.enumerate().find(|(_, (typed, meant))| typed != meant);
    found.map(|(at, (typed, meant))| (at + 1, typed, meant))
}

/// A folder named by the list of known ledgers is taken as it is; any other is a handle.
fn folder_of(desk: &Desk, handle: &FileHandle) -> Result<PathBuf, Problem> {
    if known::read(&desk.home).iter().any(|known| known.dir == handle.0) {
        return Ok(PathBuf::from(&handle.0));
    }
    desk.resolve(handle)
}

/// Puts an opened ledger on the desk.
pub(crate) fn sit_down(desk: &Desk, ledger: Ledger) -> Result<Outcome<Status>, Problem> {
    let opened_by = ledger.opened_by().map(str::to_owned);
    let (union, person) = ledger.read(|connection| {
        Ok::<_, Problem>((
            store::union_record(connection)?,
            store::desk_person(connection, opened_by.as_deref())?,
        ))
    })?;
    // Whole paths only: a relative one would mean another folder the next time.
    let whole = ledger.dir().canonicalize().unwrap_or_else(|_| ledger.dir().to_owned());
    let known = KnownLedger {
        dir: whole.display().to_string(),
        name: union.name.clone(),
        demo: union.named_day.is_some(),
        present: true,
    };
    if desk.remembers && !is_unfinished(&whole) {
        // The list is for the start page only: a home that cannot be written keeps no ledger shut.
        let _ = known::remember(&desk.home, known);
    }
    let open = Open::new(ledger, union, person);
    if open.may(Right::Chair).is_ok() {
        // What cannot be written now, on a full disk, is done at the next opening: no ledger stays shut for it, least of all
        // one that was just restored.
        let _ = people::sweep_slots(&open);
    }
    desk.set_open(Some(open));
    if let Some(open) = desk.maybe_open() {
        keeper::opened(&open, desk.today());
    }
    Ok(Outcome::of(current(desk)?))
}

fn close(desk: &Desk) {
    desk.set_open(None);
}

/// Locks the desk: the key leaves memory.
pub fn lock(desk: &Desk, _: Nothing) -> Result<Outcome<Status>, Problem> {
    close(desk);
    Ok(Outcome::of(current(desk)?))
}

/// Takes the newest reversible step back.
pub fn undo(desk: &Desk, _: Nothing) -> Result<Outcome<Moved>, Problem> {
    let open = desk.opened()?;
    if let Some(doing) = open.ledger.undo_doing()? {
        history::may_turn(&open, &doing)?;
    }
    let before = |tx: &Tx<'_>| history::settled(desk, &open, tx);
    let undone = open.ledger.undo_held(&open.actor(), before, history::held_against)?;
    keeper::changed(&open);
    Ok(Outcome { value: Moved { label: undone.label }, changed: undone.changed.into_iter().collect() })
}

/// Brings the step that was taken back last again.
pub fn redo(desk: &Desk, _: Nothing) -> Result<Outcome<Moved>, Problem> {
    let open = desk.opened()?;
    if let Some(doing) = open.ledger.redo_doing()? {
        history::may_turn(&open, &doing)?;
    }
    let redone = open.ledger.redo(&open.actor())?;
    keeper::changed(&open);
    Ok(Outcome { value: Moved { label: redone.label }, changed: redone.changed.into_iter().collect() })
}

/// Keeps in mind that the recovery sheet is put away: 今日 asks for it no more.
pub fn sheet_kept(desk: &Desk, _: Nothing) -> Result<Outcome<Done>, Problem> {
    desk.opened()?.ledger.sheet_kept()?;
    Ok(Outcome::of(Done))
}

/// The ledger has a new key and a new recovery sheet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RenewedKey {
    /// Names of people who need a new passphrase from the chair.
    pub dropped: Vec<String>,
}

/// Gives the ledger a new key, and with it a recovery sheet with other characters: the sheet of before opens
/// nothing any more but copies made before. Passphrases stay. Printing a sheet anew does none of this.
pub fn renew_key(
    desk: &Desk,
    command: &Command,
    _: Nothing,
    progress: &dyn Progress,
) -> Result<Outcome<RenewedKey>, Problem> {
    let open = desk.opened()?;
    let people = open.ledger.read(store::desk_people)?;
    let op = Op { code: command.name.into(), label: command.label.to_owned(), finality: Finality::Final };
    let rekeyed = open.ledger.rekey(&op, &open.actor(), &mut |done, total| {
        progress.report(done, total, "更换账本的密钥");
        !progress.cancelled()
    })?;
    let dropped = (people.into_iter())
        .filter(|person| rekeyed.dropped.contains(&person.id.to_string()))
        .map(|person| person.name)
        .collect();
    keeper::changed(&open);
    Ok(Outcome::of(RenewedKey { dropped }))
}
