//! The demo union: built once from the script under `assets/demo` by the same commands as any ledger, and
//! opened again afterwards. It lives on a day of its own.

use std::path::PathBuf;

use ::ledger::{Ledger, Passphrase, Unlock};
use affairs::schema::SCHEMA;
use serde::Deserialize;
use serde_json::Value;
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::ledger::{Status, current, sit_down};
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::progress::{NoProgress, Progress};
use crate::script::{Line, Names};

/// The demo ledger holds invented people only, so its passphrase is no secret.
pub const PASSPHRASE: &str = "示例工会 demo 2026";

/// How the demo union is opened.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OpenDemo {
    /// The folder to build it in; one in the home when absent.
    pub folder: Option<FileHandle>,
    /// Put the old one aside and build it anew.
    pub anew: Option<bool>,
}

/// Opens the demo union, building it when it is not there.
pub fn open(
    desk: &Desk,
    _: &Command,
    args: OpenDemo,
    progress: &dyn Progress,
) -> Result<Outcome<Status>, Problem> {
    let folder = match &args.folder {
        Some(handle) => desk.resolve(handle)?,
        None => desk.home.join("示例工会"),
    };
    desk.set_open(None);
    if folder.join("ledger.db").is_file() {
        if args.anew != Some(true) {
            let passphrase = Unlock::Passphrase(Passphrase::new(PASSPHRASE));
            let ledger = Ledger::open(&folder, &SCHEMA, &desk.setting, passphrase).map_err(|why| {
                if why.code() == "ledger.wrongPassphrase" {
                    Problem::new("occupied", "这个文件夹里已有别的账本，不是示例工会；请换一个文件夹。")
                } else {
                    why.into()
                }
            })?;
            return sit_down(desk, ledger);
        }
        set_aside(&folder)?;
    }
    build(desk, &folder, progress)?;
    Ok(Outcome::of(current(desk)?))
}

/// Moves the old demo out of the way; nothing is deleted.
fn set_aside(folder: &PathBuf) -> Result<(), Problem> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut number = 1;
    let mut aside = folder.with_file_name(format!("{name}-旧{number}"));
    while aside.exists() {
        number += 1;
        aside = folder.with_file_name(format!("{name}-旧{number}"));
    }
    std::fs::rename(folder, aside)
        .map_err(|_| Problem::new("unwritable", "旧的示例工会移不开，可能正被另一个程序打开；请关闭后重试。"))
}

fn build(desk: &Desk, folder: &std::path::Path, progress: &dyn Progress) -> Result<(), Problem> {
    let demo = desk.assets.join("demo");
    let broken = |why: &str| Problem::new("assets", format!("程序自带的示例工会{why}，请重新安装程序。"));
    let text = std::fs::read_to_string(demo.join("script.jsonl")).map_err(|_| broken("读不出来"))?;
    let lines: Vec<Line> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).map_err(|_| broken("的脚本写错了")))
        .collect::<Result<_, _>>()?;
    let mut names = Names::default();
    for (done, mut line) in lines.iter().cloned().enumerate() {
        progress.report(done as u64, lines.len() as u64, "建立示例工会");
        if progress.cancelled() {
            desk.set_open(None);
            return remove_unfinished(folder);
        }
        place(desk, &mut line, folder, &demo);
        desk.run_line(&line, &mut names, &NoProgress)?;
    }
    Ok(())
}

/// The script names no folder and gives files by their name alone.
fn place(desk: &Desk, line: &mut Line, folder: &std::path::Path, demo: &std::path::Path) {
    let Value::Object(args) = &mut line.args else { return };
    if line.call == "ledger.create" {
        args.insert("folder".to_owned(), desk.own_handle(folder).into());
        args.insert("passphrase".to_owned(), PASSPHRASE.into());
    }
    if let Some(Value::String(file)) = args.get_mut("file") {
        *file = desk.own_handle(&demo.join(&*file));
    }
}

fn remove_unfinished(folder: &std::path::Path) -> Result<(), Problem> {
    // Only what this job has just made; it was refused a folder with anything in it.
    if folder.join("ledger.db").is_file() && std::fs::remove_dir_all(folder).is_err() {
        return Err(Problem::new("unwritable", "已取消，但没建完的示例工会删不掉，请手工删除它的文件夹。"));
    }
    Err(Problem::new("cancelled", "已取消，示例工会没有建立。"))
}
