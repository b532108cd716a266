//! Copies outside the ledger's folder: a folder named after the union on a stick or share, laid out like a
//! ledger's own (`backups/<time>/` and `files/` beside it), so that attachments are copied once. What a
//! restore reads there is decided in `restore`.

use super::attachments::Attachments;
use super::bytes::CHUNK;
use super::copy;
use super::listed::{size, stamps, thin_out};
use super::model::BackupMade;
use crate::folder::{self, Folder};
use crate::place::{MARK, inside_ledger};
use crate::{Ledger, LedgerError, Watch};
use std::cmp::Reverse;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// For whoever finds the stick.
const README: (&str, &str) = (
    "说明.txt",
    "这里是一本工会账本的备份，内容是加密的，不要改动这个文件夹里的文件。\r\n\
     要在另一台电脑上恢复：打开“工会案头”，在开始页点“恢复备份”，选这个文件夹，\r\n\
     再输入口令，或输入恢复单上的 24 个字。\r\n",
);
/// What is written to see whether there is room.
const PROBE: &str = "gonghui-room.part";
/// Room for what comes beside the pages: steps of a hand-over, keys, the access log, a paper.
const SPARE: u64 = 4 * 1024 * 1024;

/// Copies the ledger and its new attachments to `place`.
pub(super) fn copy(
    ledger: &Ledger,
    place: &Path,
    name: &str,
    watch: Watch<'_>,
) -> Result<BackupMade, LedgerError> {
    let place = place.canonicalize().map_err(|_| LedgerError::CopyBroken)?;
    if inside_ledger(&place) {
        return Err(LedgerError::CopyPlace);
    }
    let home = home(&place, name, ledger.id())?;
    let mut attachments = Attachments::new(ledger, &home);
    let files_bytes = attachments.work(ledger)?;
    let pages = fs::metadata(ledger.folder.database())?.len();
    let total = pages + files_bytes;
    attachments.bring(ledger, &mut |done| watch(done.min(files_bytes), total))?;
    // What came in while the others were copied: a copy that bears its name has all it names.
    let more = |part: &Folder| {
        ledger.copy_access(&part.access())?;
        attachments.bring(ledger, &mut |_| true)
    };
    let (dir, head) = copy::beside(ledger, &home, &ledger.stamp(""), more, &mut |bytes| {
        watch(files_bytes + bytes.min(pages), total)
    })?;
    let (bytes, thinned) = (size(&dir), thin_out(&home, &ledger.copy_keys(), ledger.local_now(), &dir));
    let Attachments { copied: files, missing, damaged, .. } = attachments;
    Ok(BackupMade { dir, head, bytes, files, missing, damaged, thinned })
}

/// Whether a copy would find room at `place`, found out by writing as much as it needs and taking it away again:
/// a file system's own word on its room leaves out quotas, limits and sticks that promise more than they hold.
pub(super) fn room(ledger: &Ledger, place: &Path, watch: Watch<'_>) -> Result<(), LedgerError> {
    let place = place.canonicalize().map_err(|_| LedgerError::CopyBroken)?;
    if inside_ledger(&place) {
        return Err(LedgerError::CopyPlace);
    }
    let there = standing(&place, ledger.id()).map_or_else(|| place.clone(), |home| home.path().to_owned());
    let new = new_files(&ledger.folder.files(), &Folder::new(&there).files());
    let total =
        fs::metadata(ledger.folder.database())?.len() + new.iter().map(|(_, len)| len).sum::<u64>() + SPARE;
    let probe = there.join(PROBE);
    let written = (|| {
        let (mut file, chunk) = (fs::File::create(&probe)?, vec![0; CHUNK]);
        let mut done = 0;
        while done < total {
            if !watch(done, total) {
                return Err(LedgerError::Cancelled);
            }
            let part = usize::try_from(total - done).map_or(CHUNK, |rest| rest.min(CHUNK));
            file.write_all(&chunk[..part])?;
            done += part as u64;
        }
        Ok(file.sync_all()?)
    })();
    // One that cannot be removed any more is written over by the next.
    let _ = fs::remove_file(&probe);
    written
}

/// The folder of this ledger's copies that stands in `place` already: `place` itself or one of its folders, of several the one with
/// the newest copy.
fn standing(place: &Path, id: &str) -> Option<Folder> {
    if marked(place, id) {
        return Some(Folder::new(place));
    }
    let inside = fs::read_dir(place).into_iter().flatten().flatten().map(|entry| entry.path());
    let newest = |dir: &PathBuf| {
        let all = stamps(&dir.join("backups")).into_iter().map(|(_, stamp)| (stamp.at, stamp.n));
        // Of a folder and its double made by hand the one that was there first, by its shorter name.
        (all.max(), Reverse(dir.clone()))
    };
    inside.filter(|dir| marked(dir, id)).max_by_key(newest).map(|dir| Folder::new(&dir))
}

/// The folder of this ledger's copies in `place`: the one that stands there, whatever the union was called when it was made, or a new
/// one.
fn home(place: &Path, name: &str, id: &str) -> Result<Folder, LedgerError> {
    if let Some(home) = standing(place, id) {
        return Ok(home);
    }
    let name: String = name
        .trim()
        .chars()
        .map(|c| if c.is_alphanumeric() || "（）()-_·".contains(c) { c } else { '_' })
        .take(40)
        .collect();
    let name = if name.is_empty() { "工会账本".to_owned() } else { name };
    let names = (1..100).map(|n| if n == 1 { format!("{name}备份") } else { format!("{name}备份-{n}") });
    let dirs: Vec<PathBuf> = names.map(|name| place.join(name)).collect();
    let dir = dirs.iter().find(|dir| !dir.exists()).ok_or(LedgerError::Unwritable)?;
    let home = Folder::new(dir);
    fs::create_dir(dir)?;
    let ready = lay_out(&home, id);
    if ready.is_err() {
        // Without its mark it is nobody's, and each try on a full stick would leave another one beside it.
        let _ = fs::remove_dir_all(dir);
    }
    ready.map(|()| home)
}

/// Makes what a folder of copies has beside the copies. The mark comes last: it says that the rest is there.
fn lay_out(home: &Folder, id: &str) -> Result<(), LedgerError> {
    fs::create_dir_all(home.backups())?;
    fs::create_dir_all(home.files())?;
    folder::replace(&home.path().join(README.0), README.1.as_bytes())?;
    folder::replace(&home.path().join(MARK), id.as_bytes())
}

fn marked(dir: &Path, id: &str) -> bool {
    fs::read_to_string(dir.join(MARK)).is_ok_and(|text| text.trim() == id)
}

/// Names and sizes of attachments that are not there yet, by name and size alone: what room they need, and what
/// there is to bring. Whether those that are there are sound is found by reading them.
pub(crate) fn new_files(from: &Path, to: &Path) -> Vec<(String, u64)> {
    let entries = fs::read_dir(from).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok().filter(|name| crate::files::is_content(name))?;
            let len = entry.metadata().ok()?.len();
            let there = fs::metadata(to.join(&name)).is_ok_and(|meta| meta.len() == len);
            (!there).then_some((name, len))
        })
        .collect()
}
