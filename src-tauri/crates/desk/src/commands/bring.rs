//! A ledger onto a bare laptop: what a place with copies holds, and bringing the newest good one here. Guesses at
//! a passphrase are counted in the home, for nothing is written beside a copy.

use std::path::{Path, PathBuf};

use ::ledger::restore::{self, Inside};
use ::ledger::{Erased, Finality, Ledger, Op, Passphrase, RecoveryWords, Tx, Unlock};
use affairs::schema::SCHEMA;
use affairs::trash;
use affairs::union::store;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::copies::{altered_copy, damaged_copy};
use crate::commands::ledger::{self as ledgers, Status};
use crate::commands::purged::again;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_folder};
use crate::progress::{Progress, watch};

/// A place with copies, and a way in.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LookAt {
    /// A stick, a folder of copies, one copy, or a ledger's folder.
    pub from: FileHandle,
    /// The passphrase of somebody at that desk.
    pub passphrase: Option<String>,
    /// Or the 24 characters of the recovery sheet.
    pub words: Option<String>,
}

/// The same, and where to.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Bring {
    /// A stick, a folder of copies, one copy, or a ledger's folder.
    pub from: FileHandle,
    /// A new or empty folder; one in the home when absent.
    pub to: Option<FileHandle>,
    /// The passphrase of somebody at that desk.
    pub passphrase: Option<String>,
    /// Or the 24 characters of the recovery sheet.
    pub words: Option<String>,
    /// Whether it was shown that the structure of the copy was altered, and said to bring it nevertheless.
    pub altered: Option<bool>,
}

/// The newest good copy of a place.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundCopy {
    /// What stands in it.
    pub inside: Inside,
    /// Newer ones that are damaged or do not open, and were passed over.
    #[ts(type = "number")]
    pub passed: u64,
}

/// Where wrong passphrases for copies are counted: nothing is written beside a copy.
fn tries(desk: &Desk) -> PathBuf {
    desk.home.join("attempts")
}

/// The way in that was given, and the typed sheet, if it is one.
struct Way {
    unlock: Unlock,
    typed: Option<String>,
}

fn way(place: &Path, passphrase: Option<String>, words: Option<String>) -> Result<Way, Problem> {
    match (passphrase, words) {
        (Some(passphrase), None) => {
            Ok(Way { unlock: Unlock::Passphrase(Passphrase::new(passphrase)), typed: None })
        }
        (None, Some(typed)) => match RecoveryWords::parse(&typed) {
            Ok(words) => Ok(Way { unlock: Unlock::Recovery(words), typed: Some(typed) }),
            Err(why) => Err(ledgers::perhaps_mistyped(why.into(), &typed, || restore::repair(place, &typed))),
        },
        _ => Err(Problem::input("passphrase", "请输入口令，或者输入恢复单上的24个字，两样填一样。")),
    }
}

impl Way {
    /// The refusal of a place in words that fit a copy; of a sheet, with the one that was meant.
    fn refused(&self, place: &Path, why: Problem) -> Problem {
        match &self.typed {
            Some(typed) if why.code == "ledger.wrongKey" => {
                match ledgers::perhaps_mistyped(why, typed, || restore::repair(place, typed)) {
                    told if told.code == "ledger.wrongKey" => other_sheet(told),
                    told => told,
                }
            }
            _ => damaged_copy(why, "from"),
        }
    }
}

/// That a sheet opens nothing there: of an older copy by itself, it may be the sheet of later.
fn other_sheet(why: Problem) -> Problem {
    let message = "这里的备份用这张恢复单打不开。如果是更换密钥以前的备份，请选整个备份文件夹，或用当时的恢复单；不是的，可能是别的账本的，请换一份备份，或核对恢复单。";
    Problem { message: message.to_owned(), ..why }.at("from")
}

/// That the place is not empty, in the words of whoever brings a ledger back: nobody founds one here.
fn taken(why: Problem) -> Problem {
    if why.code != "ledger.folderNotEmpty" {
        return why;
    }
    let message = "要放账本的文件夹不是空的，账本没有取回，里面的东西也没有改动。请换一个空文件夹，或另起一个名字，再取回一次。";
    Problem { message: message.to_owned(), ..why }.at("to")
}

/// What the newest good copy of a place holds. Nothing is written, and no ledger needs to be open.
pub fn look_at(
    desk: &Desk,
    _: &Command,
    args: LookAt,
    progress: &dyn Progress,
) -> Result<Outcome<FoundCopy>, Problem> {
    let place = desk.resolve(&args.from)?;
    let way = way(&place, args.passphrase, args.words)?;
    let found = restore::look(
        &place,
        (&SCHEMA, &desk.setting),
        &way.unlock,
        &tries(desk),
        &mut watch(progress, "核对备份"),
    )
    .map_err(|why| way.refused(&place, why.into()))?;
    Ok(Outcome::of(FoundCopy { inside: found.inside, passed: found.passed }))
}

/// Brings the newest good copy of a place onto this computer and opens it. One whose structure was altered comes only when that was
/// shown before: it may be the only copy that a union has.
///
/// Errors: those of the ledger's `bring`; `ledger.copyAltered`.
pub fn bring(
    desk: &Desk,
    command: &Command,
    args: Bring,
    progress: &dyn Progress,
) -> Result<Outcome<Status>, Problem> {
    let place = desk.resolve(&args.from)?;
    let way = way(&place, args.passphrase, args.words)?;
    let mut watch = watch(progress, "取回账本");
    let target = match &args.to {
        Some(handle) => desk.resolve(handle)?,
        None => desk.free_folder("取回的账本"),
    };
    safe_folder(&target, "to")?;
    desk.set_open(None);
    let op = Op { code: command.name.into(), label: command.label.to_owned(), finality: Finality::Final };
    let may = |found: &restore::Found| match &found.inside.altered {
        Some(what) if args.altered != Some(true) => Err(altered_copy(what, "from")),
        _ => Ok(()),
    };
    let finish = |ledger: &Ledger, found: &restore::Found| {
        let opened_by = ledger.opened_by().map(str::to_owned);
        let person = ledger.read(|connection| store::desk_person(connection, opened_by.as_deref()))?;
        let actor = ::ledger::Actor { id: person.id.to_string(), name: person.name };
        ledger.step(&op, &actor, |_| Ok::<_, Problem>(()))?;
        // Of the newest state nothing is known but what it erased, so that the union is reached where this copy says it is.
        let reached = ledger.read(trash::reached)?;
        let around = |tx: &Tx<'_>, rows: &[Erased]| trash::erase_around_again(tx, rows, &reached);
        ledger.clear_again(&found.erasures, &again(), &actor, &around)?;
        Ok::<_, Problem>(())
    };
    let tries = tries(desk);
    let unlock = (&way.unlock, tries.as_path());
    let ledger = restore::bring(&place, &target, (&SCHEMA, &desk.setting), unlock, may, finish, &mut watch)
        .map_err(|why| taken(way.refused(&place, why)))?;
    let _ = ledger.files().sweep();
    ledgers::sit_down(desk, ledger)
}
