//! Attachments: kept once, sealed, opened whole or not at all, and swept only when nothing names them.

use crate::common::{PersonId, again, around, chair, final_op, key, op, setting, stick_in};
use ledger::{BackupTo, FileRef, Ledger, LedgerError, Migration, Passphrase, Schema, Unlock};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const SCHEMA: Schema = Schema {
    migrations: &[Migration {
        number: 1,
        name: "attachments",
        sql: "CREATE TABLE attachment (id TEXT PRIMARY KEY, name TEXT NOT NULL, content TEXT NOT NULL) STRICT",
    }],
    attachments: &[("attachment", "content")],
    ..Schema::EMPTY
};

fn all(_: u64) -> bool {
    true
}

struct Room {
    home: TempDir,
    ledger: Option<Ledger>,
}

impl Room {
    fn new() -> Self {
        let home = TempDir::new().unwrap();
        let dir = home.path().join("账本");
        let ledger = Ledger::create_with_key(&dir, &SCHEMA, &setting(), &chair(), &key()).unwrap();
        Self { home, ledger: Some(ledger) }
    }

    fn ledger(&self) -> &Ledger {
        self.ledger.as_ref().unwrap()
    }

    fn dir(&self) -> PathBuf {
        self.home.path().join("账本")
    }

    fn reopen(&mut self) -> &Ledger {
        self.ledger = None;
        self.ledger = Some(Ledger::open(&self.dir(), &SCHEMA, &setting(), Unlock::Key(key())).unwrap());
        self.ledger()
    }

    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.dir().join("files")).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn put(ledger: &Ledger, bytes: &[u8]) -> FileRef {
    ledger.files().put(&mut &*bytes, &mut all).unwrap()
}

/// Keeps a file and the row that names it.
fn attach(ledger: &Ledger, name: &str, bytes: &[u8]) -> FileRef {
    let file = put(ledger, bytes);
    let done = ledger.step(&op("添加附件"), &chair(), |tx| {
        let id: PersonId = tx.new_id();
        tx.execute("INSERT INTO attachment VALUES (?1, ?2, ?3)", (id, name, &file.content))?;
        Ok::<_, LedgerError>(())
    });
    done.unwrap();
    file
}

fn findings(ledger: &Ledger) -> Vec<String> {
    ledger.check(&mut |_, _| true).unwrap().into_iter().map(|finding| finding.message).collect()
}

#[test]
fn a_file_comes_back_as_it_was_and_is_kept_once() {
    let mut room = Room::new();
    for size in [0, 1, 65_535, 65_536, 65_537, 400_000] {
        let bytes: Vec<u8> = (0..size).map(|i: u32| (i * 31 % 251) as u8).collect();
        let file = put(room.ledger(), &bytes);
        assert_eq!((file.bytes, file.content.len()), (u64::from(size), 64));
        assert_eq!(put(room.ledger(), &bytes), file, "the same content has one name");
        assert_eq!(room.ledger().files().bytes(&file.content, 1 << 20).unwrap(), bytes);
    }
    assert_eq!(room.files().len(), 6);
    let file = put(room.ledger(), "工资协议扫描件".as_bytes());
    let raw = fs::read(room.dir().join("files").join(&file.content)).unwrap();
    assert!(raw.starts_with(b"age-encryption.org/v1"), "another program can open it with the identity");
    assert!(!raw.windows(6).any(|w| w == "扫描".as_bytes()), "no plain text on the disk");
    let out = room.home.path().join("出.txt");
    room.reopen().files().save(&file.content, &out, &mut all).unwrap();
    assert_eq!(fs::read_to_string(&out).unwrap(), "工资协议扫描件");
    assert_eq!(room.ledger().files().bytes("../keys.json", 10).unwrap_err().code(), "ledger.fileMissing");
    assert_eq!(room.ledger().files().bytes(&file.content, 10).unwrap_err().code(), "ledger.fileDamaged");
}

#[test]
fn two_ledgers_name_the_same_content_differently() {
    let (one, two) = (Room::new(), Room::new());
    assert_ne!(put(one.ledger(), b"x").content, put(two.ledger(), b"x").content);
}

#[test]
fn a_damaged_a_cut_off_an_exchanged_and_a_missing_file_are_told_and_never_shown() {
    let room = Room::new();
    let ledger = room.ledger();
    let one = attach(ledger, "一.pdf", &vec![1; 200_000]);
    let two = attach(ledger, "二.pdf", &vec![2; 200_000]);
    assert_eq!(findings(ledger), Vec::<String>::new());
    let path = |file: &FileRef| room.dir().join("files").join(&file.content);
    let sound = fs::read(path(&one)).unwrap();
    let mut flipped = sound.clone();
    flipped[150_000] ^= 1;
    let out = room.home.path().join("out");
    for bad in [flipped, sound[..100_000].to_vec(), Vec::new(), fs::read(path(&two)).unwrap()] {
        fs::write(path(&one), bad).unwrap();
        let refused = ledger.files().save(&one.content, &out, &mut all).unwrap_err();
        assert_eq!(refused.code(), "ledger.fileDamaged");
        assert!(!out.exists() && fs::read_dir(room.home.path()).unwrap().count() == 1, "nothing is left");
        let found = findings(ledger);
        assert!(found.len() == 1 && found[0].contains("附件"), "{found:?}");
    }
    // Adding the same file again heals it.
    assert_eq!(put(ledger, &vec![1; 200_000]), one);
    assert_eq!(findings(ledger), Vec::<String>::new());
    fs::remove_file(path(&one)).unwrap();
    assert_eq!(ledger.files().save(&one.content, &out, &mut all).unwrap_err().code(), "ledger.fileMissing");
    assert_eq!(findings(ledger).len(), 1);
}

#[test]
fn a_sweep_takes_what_nothing_names_and_nothing_that_undo_or_a_copy_needs() {
    let mut room = Room::new();
    let kept = attach(room.ledger(), "留下", b"kept");
    let undone = attach(room.ledger(), "撤销", b"undone");
    room.ledger().undo(&chair()).unwrap();
    let orphan = put(room.ledger(), b"orphan");
    fs::write(room.dir().join("files/.new-0011"), "left by a kill").unwrap();
    fs::write(room.dir().join("files/说明.txt"), "a person's own").unwrap();
    assert_eq!(room.ledger().files().sweep().unwrap().files, 1, "what came in just now may get its row yet");
    assert_eq!(room.reopen().files().sweep().unwrap().files, 1);
    let mut expected = vec![kept.content, undone.content, "说明.txt".to_owned()];
    expected.sort();
    assert_eq!(room.files(), expected);
    assert!(!expected.contains(&orphan.content));
    room.ledger().redo(&chair()).unwrap();
    assert_eq!(findings(room.ledger()), Vec::<String>::new());
}

/// Erases whatever rows and journal name.
fn purge_all(ledger: &Ledger) {
    let ids: Vec<String> = ledger
        .read(|conn| {
            let mut statement =
                conn.prepare("SELECT DISTINCT row_id FROM change WHERE tbl = 'attachment'")?;
            let found = statement.query_map([], |r| r.get(0))?;
            Ok::<_, LedgerError>(found.collect::<Result<_, _>>()?)
        })
        .unwrap();
    let rows: Vec<(&str, &str)> = ids.iter().map(|id| ("attachment", id.as_str())).collect();
    let purge = crate::common::purge(&rows);
    ledger.purge(&op("清除附件"), &chair(), &purge, |_| Ok::<_, LedgerError>(())).unwrap();
}

#[test]
fn what_is_erased_in_the_sitting_in_which_it_came_in_goes_at_once_and_on_no_stick() {
    let room = Room::new();
    let ledger = room.ledger();
    let stick = TempDir::new().unwrap();
    let to = BackupTo::Folder { place: stick.path().to_owned(), name: "江州机械厂工会".into() };
    let on_the_stick = || {
        ledger.backup(&to, &mut |_, _| true).unwrap();
        fs::read_dir(stick.path().join("江州机械厂工会备份/files")).unwrap().count()
    };
    attach(ledger, "误加", b"scan");
    ledger.undo(&chair()).unwrap();
    purge_all(ledger);
    assert_eq!(on_the_stick(), 0, "a copy takes what rows and journal name, also before it is swept");
    assert_eq!(ledger.files().sweep().unwrap().files, 1);
    assert_eq!(room.files(), Vec::<String>::new());
}

#[test]
fn a_file_that_comes_in_twice_at_once_waits_for_both_its_rows() {
    let room = Room::new();
    let ledger = room.ledger();
    let second = put(ledger, b"scan");
    assert_eq!(attach(ledger, "先到", b"scan"), second);
    ledger.undo(&chair()).unwrap();
    purge_all(ledger);
    assert_eq!(ledger.files().sweep().unwrap().files, 0, "the other row is on its way");
    attach(ledger, "后到", b"scan");
    assert_eq!(findings(ledger), Vec::<String>::new());
}

#[test]
fn what_only_a_copy_names_stays_until_the_copy_goes() {
    let mut room = Room::new();
    let file = attach(room.ledger(), "名册", b"only in the copy");
    let copy = room.ledger().backup(&BackupTo::Own, &mut |_, _| true).unwrap().dir;
    room.ledger = None;
    // As a purge leaves it: no row and no text in the journal.
    crate::common::tamper(
        &room.dir(),
        "DELETE FROM attachment; UPDATE change SET before = NULL, after = NULL, salt = NULL WHERE tbl = 'attachment'",
    );
    assert_eq!(room.reopen().files().sweep().unwrap().files, 0);
    let damaged = copy.with_file_name("20260101-000000");
    fs::create_dir(&damaged).unwrap();
    fs::write(damaged.join("ledger.db"), "not a ledger").unwrap();
    fs::remove_dir_all(&copy).unwrap();
    assert_eq!(room.ledger().files().sweep().unwrap().files, 0, "a copy that cannot be read may need it");
    fs::remove_dir_all(&damaged).unwrap();
    assert_eq!(room.ledger().files().sweep().unwrap().files, 1);
    assert_eq!(room.files(), Vec::<String>::new());
    assert!(!room.dir().join("files").join(file.content).exists());
}

#[test]
fn a_restore_and_a_change_of_keys_leave_every_attachment_open() {
    let mut room = Room::new();
    let empty = room.ledger().backup(&BackupTo::Own, &mut |_, _| true).unwrap().dir;
    let one = attach(room.ledger(), "一", b"one");
    let copy = room.ledger().backup(&BackupTo::Own, &mut |_, _| true).unwrap().dir;
    let restore = |room: &mut Room, copy: &Path| {
        let ledger = room.ledger.take().unwrap();
        let restored = ledger.restore(
            copy,
            &final_op("恢复"),
            &chair(),
            |_| Ok::<_, LedgerError>(()),
            (&again(), &around),
            &mut |_, _| true,
        );
        room.ledger = Some(restored.unwrap().ledger);
    };
    // The first copy is thinned out by the second of the same day: restore what came before the second restore.
    assert!(!empty.exists() && copy.exists());
    restore(&mut room, &copy);
    let two = attach(room.ledger(), "二", b"two");
    for (file, bytes) in [(&one, &b"one"[..]), (&two, b"two")] {
        assert_eq!(room.ledger().files().bytes(&file.content, 9).unwrap(), bytes);
    }
    assert_eq!(findings(room.ledger()), Vec::<String>::new());
}

#[test]
fn after_a_change_of_keys_old_attachments_open_and_new_ones_are_sealed_anew() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("账本");
    let pass = Passphrase::new("一句话 只有我知道");
    let (ledger, _) = Ledger::create(&dir, &SCHEMA, &setting(), &chair(), &pass).unwrap();
    let old = attach(&ledger, "旧", b"old");
    let before = ledger.backup(&BackupTo::Own, &mut |_, _| true).unwrap().dir;
    ledger.rekey(&final_op("更换密钥"), &chair(), &mut |_, _| true).unwrap();
    let new = attach(&ledger, "新", b"new");
    assert_eq!(put(&ledger, b"old"), old, "the same content keeps its name");
    for (file, bytes) in [(&old, b"old"), (&new, b"new")] {
        assert_eq!(ledger.files().bytes(&file.content, 9).unwrap(), bytes);
    }
    assert_eq!(findings(&ledger), Vec::<String>::new());
    // Put back to before the change: what came since is sealed with what only the present ledger knew.
    let op = final_op("恢复");
    let restored = ledger.restore(
        &before,
        &op,
        &chair(),
        |_| Ok::<_, LedgerError>(()),
        (&again(), &around),
        &mut |_, _| true,
    );
    let restored = restored.unwrap();
    let back = restored.ledger.restore(
        &restored.kept,
        &op,
        &chair(),
        |_| Ok::<_, LedgerError>(()),
        (&again(), &around),
        &mut |_, _| true,
    );
    let ledger = back.unwrap().ledger;
    assert_eq!(ledger.files().bytes(&new.content, 9).unwrap(), b"new");
    assert_eq!(findings(&ledger), Vec::<String>::new());
}

#[test]
fn what_comes_in_after_an_old_copy_was_put_back_stays_shut_to_who_had_the_key_of_then() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("账本");
    let pass = Passphrase::new("一句话 只有我知道");
    let (ledger, sheet) = Ledger::create(&dir, &SCHEMA, &setting(), &chair(), &pass).unwrap();
    attach(&ledger, "旧", b"old");
    let before = ledger.backup(&BackupTo::Own, &mut |_, _| true).unwrap().dir;
    // Somebody who has left kept a copy and the sheet of then.
    let theirs = home.path().join("留下的");
    fs::create_dir_all(theirs.join("files")).unwrap();
    fs::copy(before.join("ledger.db"), theirs.join("ledger.db")).unwrap();
    ledger.rekey(&final_op("更换密钥"), &chair(), &mut |_, _| true).unwrap();
    let restored = ledger.restore(
        &before,
        &final_op("恢复"),
        &chair(),
        |_| Ok::<_, LedgerError>(()),
        (&again(), &around),
        &mut |_, _| true,
    );
    let ledger = restored.unwrap().ledger;
    let new = attach(&ledger, "新", b"new");
    assert_eq!(ledger.files().bytes(&new.content, 9).unwrap(), b"new");
    let file = |dir: &Path| dir.join("files").join(&new.content);
    fs::copy(file(&dir), file(&theirs)).unwrap();
    let theirs = Ledger::open(&theirs, &SCHEMA, &setting(), Unlock::Recovery(sheet)).unwrap();
    assert_eq!(theirs.files().bytes(&new.content, 9).unwrap_err().code(), "ledger.fileDamaged");
}

/// 200 MB that are nowhere at once.
struct Stream(u64);

impl Read for Stream {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = out.len().min(usize::try_from(self.0).unwrap_or(usize::MAX));
        out[..n].iter_mut().enumerate().for_each(|(i, byte)| *byte = (self.0 as usize + i) as u8);
        self.0 -= n as u64;
        Ok(n)
    }
}

/// Peak memory of this process in KiB, where the system tells it.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

const LARGE: u64 = 200 * 1024 * 1024;

#[test]
#[ignore = "runs only as the child process of the test below, which measures its memory alone"]
fn large() {
    let room = Room::new();
    put(room.ledger(), b"warm");
    let before = peak();
    let file = room.ledger().files().put(&mut Stream(LARGE), &mut all).unwrap();
    assert_eq!(room.ledger().files().read(&file.content, &mut io::sink(), &mut all).unwrap(), LARGE);
    if let (Some(before), Some(after)) = (before, peak()) {
        println!("peak memory grew by {} KiB for 200 MiB in and out", after - before);
        assert!(after - before < 16 * 1024, "{} KiB", after - before);
    }
}

#[test]
fn two_hundred_megabytes_go_in_and_out_in_constant_memory() {
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "attaching::large", "--ignored", "--nocapture"]);
    let output = child.output().unwrap();
    println!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_file_that_is_stopped_on_its_way_in_leaves_nothing() {
    let room = Room::new();
    let stopped = room.ledger().files().put(&mut Stream(LARGE), &mut |done| done < 1 << 20).unwrap_err();
    assert_eq!((stopped.code(), room.files()), ("ledger.cancelled", vec![]));
}

#[test]
fn a_copy_outside_reads_what_goes_with_it_and_names_what_is_lost() {
    let room = Room::new();
    let ledger = room.ledger();
    let (stick, to) = stick_in(room.home.path());
    let copy = || {
        let made = ledger.backup(&to, &mut |_, _| true).unwrap();
        (made.files, made.missing, made.damaged)
    };
    let sound = (0, vec![], vec![]);
    let (first, second) = (attach(ledger, "甲.pdf", &[1; 70_000]), attach(ledger, "乙.pdf", b"two"));
    let past = attach(ledger, "丙.pdf", b"no row names it");
    ledger.undo(&chair()).unwrap();
    assert_eq!(copy(), (3, vec![], vec![]));
    assert_eq!(copy(), sound);
    let ours = |file: &FileRef| room.dir().join("files").join(&file.content);
    let theirs = |file: &FileRef| stick.join("江州机械厂工会备份/files").join(&file.content);
    let rot = |path: PathBuf| {
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(path, bytes).unwrap();
    };
    let good = fs::read(ours(&first)).unwrap();

    // A rotten one on the stick, of the same length, is replaced by ours.
    rot(theirs(&first));
    assert_eq!(copy(), (1, vec![], vec![]));
    assert_eq!(fs::read(theirs(&first)).unwrap(), good);
    // A good one on the stick stays when ours is rotten or gone: the copy is whole.
    rot(ours(&first));
    assert_eq!(copy(), sound);
    fs::remove_file(ours(&second)).unwrap();
    assert_eq!(copy(), sound);
    assert_eq!(fs::read(theirs(&first)).unwrap(), good);
    let found = ledger.check(&mut |_, _| true).unwrap();
    let about: Vec<_> = found.iter().map(|finding| finding.attachments.as_slice()).collect();
    assert_eq!(about, [std::slice::from_ref(&second.content), std::slice::from_ref(&first.content)]);
    // Whole in neither place: named, and nothing rotten is passed on as good.
    fs::remove_file(theirs(&first)).unwrap();
    fs::remove_file(theirs(&second)).unwrap();
    fs::remove_file(theirs(&past)).unwrap();
    rot(ours(&past));
    assert_eq!(copy(), (0, vec![second.content.clone()], vec![first.content.clone()]));
    assert!(!theirs(&first).exists() && !theirs(&past).exists());
    let left = fs::read_dir(theirs(&first).parent().unwrap()).unwrap().count();
    assert_eq!(left, 0, "no half file stays");
    // The same file added again heals the ledger, and the next copy has it.
    put(ledger, &[1; 70_000]);
    assert_eq!(copy(), (1, vec![second.content], vec![]));
}

#[test]
fn reading_what_goes_with_a_copy_is_told_and_can_be_stopped() {
    let room = Room::new();
    let ledger = room.ledger();
    let stick = TempDir::new().unwrap();
    let to = BackupTo::Folder { place: stick.path().to_owned(), name: "江州机械厂工会".into() };
    attach(ledger, "甲.pdf", &vec![1; 3_000_000]);
    for _ in 0..2 {
        let mut told = Vec::new();
        let mut watch = |done, total| {
            told.push((done, total));
            done < 1_000_000
        };
        assert_eq!(ledger.backup(&to, &mut watch).unwrap_err().code(), "ledger.cancelled");
        assert!(told.is_sorted() && told.iter().all(|(done, total)| done <= total), "{told:?}");
        ledger.backup(&to, &mut |_, _| true).unwrap();
    }
}
