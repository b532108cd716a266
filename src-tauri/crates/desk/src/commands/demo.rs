//! The demo union: built once from the script under `assets/demo` by the same commands as any ledger, and
//! opened again afterwards. It lives on a day of its own. It is built beside its place and moved there whole: a kill before the move
//! leaves none, and no half of one.

use std::path::{Path, PathBuf};

use ::ledger::{Ledger, Passphrase, Unlock};
use affairs::schema::SCHEMA;
use serde::Deserialize;
use serde_json::Value;
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::ledger::{Status, make_parent, refuse_taken, sit_down};
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_folder};
use crate::progress::{NoProgress, Progress};
use crate::script::{Line, Names};
use crate::site::{DEMO, Site, whole};

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
    let folder = whole(&folder);
    let anew = args.anew == Some(true);
    desk.set_open(None);
    if stands(&folder)? && !anew {
        return sit_down(desk, opened(desk, &folder)?);
    }
    safe_folder(&folder, "folder")?;
    make_parent(&folder)?;
    let site = Site::beside(&folder, DEMO, HELD)?;
    // Another program may have built it since.
    let stands = stands(&folder)?;
    if !stands || anew {
        if let Err(why) = build(desk, site.place(), progress) {
            desk.set_open(None);
            return Err(remove_unfinished(&site, why));
        }
        put(site.place(), &folder, stands)?;
    }
    drop(site);
    sit_down(desk, opened(desk, &folder)?)
}

/// Whether a ledger stands there already. Errors: `ledger.folderNotEmpty` when anything else does.
fn stands(folder: &Path) -> Result<bool, Problem> {
    let stands = folder.join("ledger.db").is_file();
    if !stands {
        refuse_taken(folder)?;
    }
    Ok(stands)
}

fn opened(desk: &Desk, folder: &Path) -> Result<Ledger, Problem> {
    let passphrase = Unlock::Passphrase(Passphrase::new(PASSPHRASE));
    Ledger::open(folder, &SCHEMA, &desk.setting, passphrase).map_err(|why| {
        if why.code() == "ledger.wrongPassphrase" {
            Problem::new("occupied", "这个文件夹里已有别的账本，不是示例工会；请换一个文件夹。")
        } else {
            why.into()
        }
    })
}

/// Said to whoever comes second.
const HELD: &str = "另一个程序正在这里建示例工会，请等它建完再打开。";

/// Moves what was built into its place, from which the old one, if one stands there, goes aside; it stays where the new one cannot
/// come.
fn put(built: &Path, folder: &Path, stands: bool) -> Result<(), Problem> {
    let aside = if stands { Some(set_aside(folder)?) } else { None };
    std::fs::rename(built, folder).map_err(|_| {
        let unwritable = |message: String| Problem::new("unwritable", message).at("folder");
        match aside {
            Some(aside) if std::fs::rename(&aside, folder).is_err() => unwritable(format!(
                "示例工会没有建成：放不到所选的文件夹里。原来的示例工会在“{}”里，没有改动。",
                aside.display()
            )),
            _ => unwritable("示例工会没有建成：放不到所选的文件夹里，请换一个位置再建。".to_owned()),
        }
    })
}

/// Moves the old demo out of the way, and tells where it is now; nothing is deleted.
fn set_aside(folder: &Path) -> Result<PathBuf, Problem> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut number = 1;
    let mut aside = folder.with_file_name(format!("{name}-旧{number}"));
    while aside.exists() {
        number += 1;
        aside = folder.with_file_name(format!("{name}-旧{number}"));
    }
    std::fs::rename(folder, &aside).map_err(|_| {
        Problem::new("unwritable", "旧的示例工会移不开，可能正被另一个程序打开；请关闭后重试。")
    })?;
    Ok(aside)
}

/// Runs the script on a ledger in the folder, of which the desk has let go at the end.
fn build(desk: &Desk, folder: &Path, progress: &dyn Progress) -> Result<(), Problem> {
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
            return Err(Problem::new("cancelled", "已取消，示例工会没有建立。"));
        }
        place(desk, &mut line, folder, &demo);
        desk.run_line(&line, &mut names, &NoProgress)?;
    }
    // Whoever still reads is waited for: what is open is not moved.
    drop(desk.take_open()?);
    desk.set_open(None);
    Ok(())
}

/// The script names no folder and gives files by their name alone.
fn place(desk: &Desk, line: &mut Line, folder: &Path, demo: &Path) {
    let Value::Object(args) = &mut line.args else { return };
    if line.call == "ledger.create" {
        args.insert("folder".to_owned(), desk.own_handle(folder).into());
        args.insert("passphrase".to_owned(), PASSPHRASE.into());
    }
    if let Some(Value::String(file)) = args.get_mut("file") {
        *file = desk.own_handle(&demo.join(&*file));
    }
}

/// Takes away what was built so far, and answers why it was not built whole.
fn remove_unfinished(site: &Site, why: Problem) -> Problem {
    if site.clear() || why.code != "cancelled" {
        return why;
    }
    Problem::new("unwritable", "已取消；没建完的示例工会暂时清理不掉，下次建立时会再清理。")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder with a ledger that says whose it is.
    fn holding(folder: &Path, whose: &str) {
        fs::create_dir(folder).unwrap();
        fs::write(folder.join("ledger.db"), whose).unwrap();
    }

    #[test]
    fn the_old_demo_union_goes_aside_for_the_new_one_and_comes_back_where_that_cannot_come() {
        let room = tempfile::TempDir::new().unwrap();
        let at = |name: &str| room.path().join(name);
        let stands = |name: &str| fs::read_to_string(at(name).join("ledger.db")).unwrap_or_default();
        holding(&at("demo"), "old");
        let refused = put(&at("nowhere"), &at("demo"), true).err().unwrap();
        assert_eq!((&*refused.code, stands("demo").as_str()), ("unwritable", "old"));
        assert!(!at("demo-旧1").exists(), "it is where it was");

        holding(&at("built"), "new");
        put(&at("built"), &at("demo"), true).unwrap();
        assert_eq!((stands("demo").as_str(), stands("demo-旧1").as_str()), ("new", "old"));
    }
}
