//! A disk that is full at some moment of a run, and two programs on one ledger: a clear message, nothing lost,
//! nothing left by half, and it goes on when there is room. What is done meanwhile is told in `works`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::room::{Chance, PASSPHRASE, Ran, Room, answer, answers};
use crate::works::{Ground, MUCH, OF_ONE_LEDGER, OFFICER};
use crate::{line, not_run, times};

/// What a full disk may be called: by the ledger, by a copy's place, by a file that a person wanted, and by a key that was
/// changed before the room ran out.
const CODES: [&str; 4] = ["ledger.diskFull", "ledger.copyNoRoom", "unwritable", "ledger.rekeyUnfinished"];

/// The rounds after which each of the works must have been done at least once.
const MANY: u32 = 50;

/// A round is a whole sitting of ten works: a third as many as of the kills.
fn rounds() -> u32 {
    times().div_ceil(3)
}

/// What the table calls a disk of its own that fills up.
const FULL: &str = "磁盘在任意时刻写满（内存盘）";
/// Where there is none.
const NO_DISK: &str = "no disk of its own may be mounted here, so none was filled";

/// Bytes before the content of a sealed file, at most.
const HEAD: u64 = 1024;

#[test]
fn a_full_disk_is_told_at_any_moment_and_nothing_is_lost() {
    let ground = Ground::ready();
    let out = ground.room.small_disks_out();
    let mut seen = Seen::default();
    for round in 0..rounds() {
        let mut chance = Chance::new(u64::from(round) + 5);
        // From no room for one step up to enough for every copy, whatever size the ledger has by now.
        let left = 64 + chance.below(16 * ground.ledger_kib());
        let lines = ground.lines(&out, round, &mut chance, true);
        let Some(ran) = ground.room.on_a_small_disk(left, &lines) else {
            not_run(FULL, NO_DISK);
            return;
        };
        seen.look(&ground, &ran, &lines, &format!("round {round}, {left} KiB left"));
    }
    seen.told(FULL);
}

#[test]
fn with_room_to_open_the_ledger_and_none_to_look_further_no_step_is_spoken_of() {
    let room = Room::founded();
    let (mut refused, mut done) = (0, 0);
    for kib in (16..=160).step_by(8) {
        for call in ["ledger.check", "sight.log"] {
            let Some(ran) = room.on_a_small_disk(kib, &[json!({ "call": call })]) else {
                not_run("磁盘放得下账本、放不下查看（内存盘）", NO_DISK);
                return;
            };
            match answer(&ran.output) {
                Ok(_) => done += 1,
                Err((code, message)) => {
                    assert_eq!(code, "ledger.diskFull", "{call}, {kib} KiB: {message}");
                    assert!(!message.contains("这一步"), "{call}, {kib} KiB: {message}");
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 0 && done > 0, "some too small and some large enough: {refused}, {done}");
}

#[test]
fn a_file_that_may_not_grow_is_told_at_any_moment_and_nothing_is_lost() {
    let mut ground = Ground::ready();
    let mut seen = Seen::default();
    for round in 0..rounds() {
        if round > 0 && round.is_multiple_of(OF_ONE_LEDGER) {
            ground = Ground::ready();
        }
        let mut chance = Chance::new(u64::from(round) + 5);
        // From too little to open up to enough for everything, whatever size the ledger has by now.
        let kib = ground.ledger_kib().saturating_sub(100) + chance.below(1500);
        let out = ground.room.path().join("outside");
        // The ledger goes on to the next round, so the chair stays.
        let lines = ground.lines(&out, round, &mut chance, false);
        let ran = ground.room.in_small_files(kib, &out, &lines);
        seen.look(&ground, &ran, &lines, &format!("round {round}, {kib} KiB"));
    }
    seen.told("单个文件到了上限（配额）");
}

/// What came of the rounds.
#[derive(Default)]
struct Seen {
    rounds: u32,
    refused: u32,
    printed: usize,
    done: BTreeMap<String, u32>,
    stopped: BTreeMap<String, u32>,
}

/// What an answer after the run must be.
enum Must<'a> {
    /// The step that was printed is in the chain.
    Hold,
    /// A copy is whole, with its attachments.
    BeWhole,
    /// A copy that a restore kept has the step that was printed before.
    Keep(&'a Value),
}

impl Seen {
    /// A run was done or refused in a clear sentence, what it answered is there, nothing is there by half, and the ledger
    /// that is left of it can be written in again.
    fn look(&mut self, ground: &Ground, ran: &Ran, lines: &[Value], round: &str) {
        self.rounds += 1;
        let told = answers(&ran.output);
        let done: Vec<(&Value, &Value)> = lines.iter().zip(&told).collect();
        for (line, _) in &done {
            *self.done.entry(call(line).to_owned()).or_default() += 1;
        }
        if ran.output.status.success() {
            assert_eq!(told.len(), lines.len(), "{round}: every line is answered");
        } else {
            let (code, message) = answer(&ran.output).unwrap_err();
            let at = call(&lines[told.len()]);
            assert!(CODES.contains(&code.as_str()), "{round}, {at}: {code} {message}");
            assert!(message.ends_with('。'), "{round}, {at}: {message}");
            let rekeys = ["ledger.renewKey", "succession.handOver"].contains(&at);
            assert!(code != "ledger.rekeyUnfinished" || rekeys, "{round}, {at}: {message}");
            *self.stopped.entry(at.to_owned()).or_default() += 1;
            self.refused += 1;
        }
        self.printed += done.iter().filter(|(line, _)| call(line) == "ledger.head").count();
        nothing_by_half(ground, ran, round);
        answered_is_there(ran, &done, round);
        the_ledger_goes_on(ground, ran, &done, round);
    }

    fn told(&self, what: &str) {
        let Seen { rounds, refused, printed, done, stopped } = self;
        assert!(0 < *refused && refused < rounds, "some too small and some large enough: {refused}");
        let of = |counts: &BTreeMap<String, u32>, call: &str| counts.get(call).copied().unwrap_or(0);
        let each =
            MUCH.map(|call| format!("{call} 做完 {} 次、拒绝 {} 次", of(done, call), of(stopped, call)));
        let each = each.join("，");
        assert!(
            *rounds < MANY || MUCH.iter().all(|call| of(done, call) > 0),
            "a work was never done: {each}"
        );
        let seen =
            format!("说清楚并拒绝 {refused} 次，打印过的 {printed} 个步骤都在，腾出空间后照常；{each}");
        line(what, *rounds, &seen);
    }
}

fn call(line: &Value) -> &str {
    line["call"].as_str().unwrap()
}

/// Whatever stands in the folder outside is whole: papers, saved attachments, copies and what goes with them.
fn nothing_by_half(ground: &Ground, ran: &Ran, round: &str) {
    let original = fs::read(ground.original()).unwrap();
    for path in all(ran.out()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let place = format!("{round}: {}", path.display());
        assert!(!name.ends_with(".part") && !name.starts_with(".gonghui"), "{place} is half a file");
        if path.is_dir() {
            let copies = name.ends_with("备份");
            assert!(!copies || path.join("ledger-id").is_file(), "{place}: copies without their mark");
            assert!(
                !path.join("ledger.db").is_file() || path.join("keys.json").is_file(),
                "{place}: no keys"
            );
        } else if name.ends_with(".pdf") {
            let bytes = fs::read(&path).unwrap();
            assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"), "{place}");
        } else if name.starts_with("原件") {
            assert!(fs::read(&path).unwrap() == original, "{place} is not what was saved");
        } else if path.parent().is_some_and(|dir| dir.ends_with("files")) {
            // Sealed twice, the same content differs in its bytes, and in its length by no more than a head.
            let there = fs::metadata(&path).unwrap().len();
            // One that a restore or a purge has left to no row is gone from the ledger.
            if let Ok(ours) = fs::metadata(ran.ledger().join("files").join(&name)) {
                assert!(ours.len().abs_diff(there) < HEAD, "{place} has {there} of {} bytes", ours.len());
            }
        }
    }
}

/// Every file and folder in a folder.
fn all(dir: &Path) -> Vec<PathBuf> {
    let inside = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    inside
        .flat_map(|path| {
            let below = if path.is_dir() { all(&path) } else { Vec::new() };
            std::iter::once(path).chain(below)
        })
        .collect()
}

/// What an answer said was written stands where it said; a copy, unless a newer one of the day has thinned it out.
fn answered_is_there(ran: &Ran, done: &[(&Value, &Value)], round: &str) {
    let mut copy = None;
    for (line, told) in done {
        let files = match call(line) {
            "papers.print" => vec![&told["path"]],
            "files.save" => vec![&line["args"]["to"]],
            "succession.pack" => vec![&told["book"]],
            "succession.handOver" if told["pack"].is_object() => vec![&told["pack"]["book"]],
            _ => Vec::new(),
        };
        for file in files {
            assert!(
                ran.now(file.as_str().unwrap()).is_file(),
                "{round}: {line} answered, and {file} is not there"
            );
        }
        let made = match call(line) {
            "ledger.backup" if line["args"]["to"].is_string() => &told["dir"],
            "succession.pack" => &told["copy"],
            "succession.handOver" => &told["pack"]["copy"],
            _ => continue,
        };
        copy = made.as_str().or(copy);
    }
    if let Some(copy) = copy {
        // Or the one that came after it, of a pack whose book found no room any more.
        let beside = all(ran.now(copy).parent().unwrap());
        assert!(
            beside.iter().any(|dir| dir.join("ledger.db").is_file()),
            "{round}: {copy} has gone for nothing"
        );
    }
}

/// The ledger opens, by the new passphrase where the chair was handed over; the check finds nothing; the printed steps are
/// in it, or in the copy that a restore kept; all copies are whole; and it is written in again.
fn the_ledger_goes_on(ground: &Ground, ran: &Ran, done: &[(&Value, &Value)], round: &str) {
    let handed = done.iter().any(|(line, _)| call(line) == "succession.handOver");
    let passphrase = if handed { OFFICER } else { PASSPHRASE };
    let again = json!({ "name": "腾出空间以后", "sex": "male", "form": "contract" });
    let mut asked = vec![
        json!({ "call": "ledger.check" }),
        json!({ "call": "members.save", "args": again }),
        json!({ "call": "ledger.undo" }),
        json!({ "call": "ledger.backups" }),
    ];
    let fixed = asked.len();
    let mut musts = Vec::new();
    let look_into = |copy: &Path| json!({ "call": "ledger.lookInto", "args": { "copy": copy } });
    let mut head = None;
    for (line, told) in done {
        match call(line) {
            "ledger.head" => head = Some(*told),
            "ledger.restore" => {
                let kept = ran.now(told["dir"].as_str().unwrap());
                assert!(kept.join("ledger.db").is_file(), "{round}: a restore keeps the ledger as it was");
                if let Some(head) = head {
                    asked.push(look_into(&kept));
                    musts.push(Must::Keep(head));
                }
            }
            _ => {}
        }
    }
    if let Some(head) = head {
        let args = json!({ "seq": head["seq"], "digits": head["hash"] });
        asked.push(json!({ "call": "ledger.prove", "args": args }));
        musts.push(Must::Hold);
    }
    for copy in all(ran.out()).into_iter().filter(|dir| dir.join("ledger.db").is_file()) {
        asked.push(look_into(&copy));
        musts.push(Must::BeWhole);
    }

    let (after, trouble) = ground.room.ask_as(passphrase, ran.ledger(), &asked);
    assert_eq!(trouble, None, "{round}");
    assert_eq!(after[0]["findings"], json!([]), "{round}");
    let own = after[3]["own"].as_array().unwrap();
    assert!(own.iter().all(|copy| copy["good"] == true), "{round}: {own:?}");
    for (must, told) in musts.into_iter().zip(&after[fixed..]) {
        match must {
            Must::Hold => assert_eq!(told["kind"], "holds", "{round}: a printed step is lost"),
            Must::BeWhole => assert_eq!(told["filesMissing"], 0, "{round}: {told}"),
            Must::Keep(head) => {
                let (has, wants) = (told["head"]["seq"].as_i64(), head["seq"].as_i64());
                assert!(has >= wants, "{round}: {told} keeps less than {head}");
                assert!(has > wants || told["head"]["hash"] == head["hash"], "{round}: {told}, {head}");
            }
        }
    }
}

#[test]
fn a_second_program_is_told_who_holds_the_ledger() {
    let room = Room::founded();
    let mut run = room.run(room.command(&["run"]));
    let feeder = run.feed(vec![json!({ "call": "ledger.head" })]);
    assert!(run.next().is_some(), "the first program has it open");
    for bus in [None, Some("unix:path=/nowhere")] {
        let mut command = room.command(&["call", "negotiation.list"]);
        if let Some(bus) = bus {
            command.env("DBUS_SESSION_BUS_ADDRESS", bus);
        }
        let (code, message) = answer(&command.output().unwrap()).unwrap_err();
        assert_eq!(code, "ledger.inUse");
        assert!(message.contains(&format!("进程 {}", run.id())), "{message}");
    }
    drop(feeder.join().unwrap());
    while run.next().is_some() {}
    assert!(run.wait().success());
    room.call("negotiation.list", json!({}));
    line("两个程序开同一本账", 2, "后来的被告知账本正被打开，先来的不受影响");
}
