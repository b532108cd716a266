//! Newer packs of rules from a file: looked at, with who signed it and which dates move, then taken. The publishers
//! whose signature is trusted stand beside.

use std::fs;
use std::path::Path;

use affairs::union::rulebook::Additions;
use affairs::union::rulebook::packs::{
    self as work, PublisherId, PublisherInput, PublisherLine, TakenLine, TakenPackId,
};
use law::{LawError, PackChange, SignedBy, signed_by};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::commands::moves::Moves;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::open::{Reading, Writing};

/// A pack is text of a few hundred kilobytes at the most; what is longer is none.
const LONGEST: u64 = 4 << 20;

/// What was taken, and whom one trusts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LawPacks {
    /// Version of the law book as it stands.
    pub version: String,
    /// The packs taken from files.
    pub taken: Vec<TakenLine>,
    /// Trusted publishers.
    pub publishers: Vec<PublisherLine>,
    /// What the law book could not take, a sentence each.
    pub left_out: Vec<String>,
}

/// A file to look at.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// The file; its signature is looked for beside it, as `NAME.minisig`.
    pub file: FileHandle,
}

/// A file to take.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakePack {
    /// The file.
    pub file: FileHandle,
    /// What was looked at, so that nothing else is taken.
    pub sha256: String,
}

/// A pack that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackLooked {
    /// Its file name.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Who signed it.
    pub signed_by: SignedBy,
    /// What it does to the rules.
    pub change: PackChange,
    /// What of the things due moves.
    pub moves: Moves,
}

/// A taken pack.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakenPackRef {
    /// Which.
    pub id: TakenPackId,
}

/// A publisher.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PublisherRef {
    /// Which.
    pub id: PublisherId,
}

/// What was taken, and whom one trusts.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<LawPacks, Problem> {
    Ok(LawPacks {
        version: reading.book.version().to_owned(),
        taken: work::list(reading.connection)?,
        publishers: work::publishers(reading.connection)?,
        left_out: reading.open.left_out(),
    })
}

struct Read {
    name: String,
    text: String,
    sha256: String,
    signed_by: SignedBy,
}

/// What the reader stumbled over is for whoever wrote the pack; a chair can only ask for it again.
fn no_pack(why: LawError) -> Problem {
    match why {
        LawError::BadRule { id, reason, .. } if reason == law::ID_TWICE => unreadable(&format!(
            "文件里的规则“{id}”程序里已经有了，在另一个文件里。文件名是不是改过？请用发布单位给的原名再读。"
        )),
        LawError::Malformed { file, .. } => {
            unreadable(&format!("“{file}”不是法规文件，或者没有下载完整；请向发布单位重新取得。"))
        }
        other => Problem::from(other).at("file"),
    }
}

fn unreadable(message: &str) -> Problem {
    Problem::input("file", message)
}

fn read(desk: &Desk, file: &FileHandle, connection: &Connection) -> Result<Read, Problem> {
    let path = desk.resolve(file)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !name.ends_with(".toml") {
        return Err(unreadable("法规文件的名称以 .toml 结尾，请选择发布单位给的原文件，不要改名。"));
    }
    let bytes = bytes(&path)?;
    let text = String::from_utf8(bytes).map_err(|_| unreadable("这个文件不是文本，不是法规文件。"))?;
    let beside = path.with_file_name(format!("{name}.minisig"));
    let signature = beside.exists().then(|| bytes_of_signature(&beside)).transpose()?;
    let trusted = work::trusted(connection)?;
    let signed_by =
        signed_by(text.as_bytes(), signature.as_deref(), &trusted).map_err(|why| unreadable(&why))?;
    let sha256 = hex::encode(Sha256::digest(text.as_bytes()));
    Ok(Read { name, text, sha256, signed_by })
}

fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let long = fs::metadata(path).map_err(|_| unreadable("读不到这个文件，请确认它还在原处。"))?.len();
    if long > LONGEST {
        return Err(unreadable("这个文件太大，不是法规文件。"));
    }
    fs::read(path).map_err(|_| unreadable("读不到这个文件，请确认它还在原处，没有被别的程序占用。"))
}

fn bytes_of_signature(path: &Path) -> Result<String, Problem> {
    String::from_utf8(bytes(path)?)
        .map_err(|_| unreadable("签名文件（.minisig）读不出来，可能没有下载完整，请重新取得。"))
}

/// Looks at a pack: who signed it, what it does to the rules, which dates move.
///
/// Errors: `bad_input` at `file` for a file that is none, a signature that does not fit; `law` for a pack that cannot
/// be trusted by its own words.
pub fn look(desk: &Desk, args: PackFile) -> Result<Outcome<PackLooked>, Problem> {
    desk.view(|reading| {
        let Read { name, text, sha256, signed_by } = read(desk, &args.file, reading.connection)?;
        let (book, change) = reading.book.with_taken(&name, &text).map_err(no_pack)?;
        let moves = Moves::by(reading, &book)?;
        Ok(Outcome::of(PackLooked { name, sha256, signed_by, change, moves }))
    })
}

/// Takes the pack that was looked at.
///
/// Errors: those of [`look`]; `changed` for a file that was altered since.
pub fn take(writing: &Writing<'_, '_>, desk: &Desk, args: TakePack) -> Result<TakenPackId, Problem> {
    let read = read(desk, &args.file, writing.tx)?;
    if read.sha256 != args.sha256 {
        return Err(Problem::new("changed", "文件在查看之后被改动过，请重新查看再采用。").at("file"));
    }
    let (_, change) = writing.book.with_taken(&read.name, &read.text).map_err(no_pack)?;
    if change == PackChange::default() {
        return Err(unreadable("这份文件和现在的规定完全一样，不用采用。"));
    }
    let signer = match &read.signed_by {
        SignedBy::Publisher { name } => Some(name.as_str()),
        SignedBy::Nobody | SignedBy::Unknown => None,
    };
    work::take(writing.tx, &read.name, &read.text, signer)
}

/// What of the things due moves when a taken pack is dropped. Nothing is written. Errors: `not_found`.
pub fn try_drop(desk: &Desk, which: TakenPackRef) -> Result<Outcome<Moves>, Problem> {
    desk.view(|reading| {
        let (book, _) = Additions::read(reading.connection)?.without_pack(which.id)?.join(&desk.book);
        Ok(Outcome::of(Moves::by(reading, &book)?))
    })
}

/// Puts a taken pack out of sight; the program's own holds again.
pub fn drop(writing: &Writing<'_, '_>, _: &Desk, which: TakenPackRef) -> Result<Done, Problem> {
    work::drop(writing.tx, which.id).map(|()| Done)
}

/// Trusts a publisher.
pub fn trust(writing: &Writing<'_, '_>, _: &Desk, input: PublisherInput) -> Result<PublisherId, Problem> {
    work::trust(writing.tx, &input)
}

/// Trusts a publisher no longer.
pub fn distrust(writing: &Writing<'_, '_>, _: &Desk, which: PublisherRef) -> Result<Done, Problem> {
    work::distrust(writing.tx, which.id).map(|()| Done)
}
