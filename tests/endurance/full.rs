//! A disk that is full at some moment of a run, and two programs on one ledger: a clear message, nothing lost,
//! and it goes on when there is room.

use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};

use crate::room::{Chance, Room, answer, answers};
use crate::{line, times};

#[test]
fn a_full_disk_is_told_at_any_moment_and_nothing_is_lost() {
    let room = ready();
    let mut seen = Seen::default();
    for round in 0..times() {
        let mut chance = Chance::new(u64::from(round) + 5);
        // From no room for one step up to enough for every copy, whatever size the ledger has by now.
        let left = 64 + chance.below(10 * ledger_kib(&room));
        let lines = lines(&room, round, &mut chance);
        let Some((output, ledger)) = room.on_a_small_disk(left, &lines) else {
            println!("denied: no disk of its own may be mounted here, so none was filled");
            return;
        };
        seen.look(&room, &ledger, &output, &format!("round {round}, {left} KiB left"));
    }
    seen.told("磁盘在任意时刻写满（内存盘）");
}

#[test]
fn a_file_that_may_not_grow_is_told_at_any_moment_and_nothing_is_lost() {
    let room = ready();
    let mut seen = Seen::default();
    for round in 0..times() {
        let mut chance = Chance::new(u64::from(round) + 5);
        // From too little to open up to enough for everything, whatever size the ledger has by now.
        let kib = ledger_kib(&room).saturating_sub(100) + chance.below(1500);
        let script = room.script(&lines(&room, round, &mut chance));
        let mut command = room.cramped(kib, &["run"]);
        let output = command.stdin(std::fs::File::open(&script).unwrap()).output().unwrap();
        seen.look(&room, &room.ledger(), &output, &format!("round {round}, {kib} KiB"));
    }
    seen.told("单个文件到了上限（配额）");
}

/// A ledger with an affair, and a scan to attach to it.
fn ready() -> Room {
    let room = Room::founded();
    room.call("negotiation.start", json!({ "year": 2026 }));
    std::fs::write(scan(&room), vec![5u8; 200_000]).unwrap();
    room
}

fn ledger_kib(room: &Room) -> u64 {
    std::fs::metadata(room.ledger().join("ledger.db")).unwrap().len() / 1024
}

fn scan(room: &Room) -> PathBuf {
    room.path().join("out/扫描件.bin")
}

/// A round of work: people, attachments and copies, with the head after each.
fn lines(room: &Room, round: u32, chance: &mut Chance) -> Vec<Value> {
    let mut lines = vec![json!({ "call": "negotiation.list", "as": "n" })];
    for n in 0..30 {
        lines.push(match chance.below(6) {
            0 => json!({ "call": "ledger.backup" }),
            1 => json!({ "call": "files.add", "args": { "of": { "kind": "negotiation", "id": "$n.0.id" }, "file": scan(room) } }),
            _ => json!({ "call": "members.save", "args": { "name": format!("职工{round}之{n}"), "sex": "female", "form": "contract" } }),
        });
        lines.push(json!({ "call": "ledger.head" }));
    }
    lines
}

/// What came of the rounds.
#[derive(Default)]
struct Seen {
    rounds: u32,
    refused: u32,
    printed: usize,
}

impl Seen {
    /// A run was done or refused in a clear sentence, and what it printed is in the ledger that is left of it,
    /// which can be written in again.
    fn look(&mut self, room: &Room, ledger: &Path, output: &Output, round: &str) {
        self.rounds += 1;
        let heads: Vec<Value> =
            answers(output).into_iter().filter(|value| value["hash"].is_string()).collect();
        self.printed += heads.len();
        if !output.status.success() {
            let (code, message) = answer(output).unwrap_err();
            assert!(
                ["ledger.diskFull", "ledger.copyNoRoom", "unwritable"].contains(&code.as_str()),
                "{round}: {code} {message}"
            );
            self.refused += 1;
        }
        let again = json!({ "name": "腾出空间以后", "sex": "male", "form": "contract" });
        let mut asked = vec![
            json!({ "call": "ledger.check" }),
            json!({ "call": "members.save", "args": again }),
            json!({ "call": "ledger.undo" }),
        ];
        asked.extend(heads.last().map(
            |last| json!({ "call": "ledger.prove", "args": { "seq": last["seq"], "digits": last["hash"] } }),
        ));
        let (after, trouble) = room.ask(ledger, &asked);
        assert_eq!(trouble, None, "{round}");
        assert_eq!(after[0]["findings"], json!([]), "{round}");
        assert!(after.get(3).is_none_or(|proof| proof["kind"] == "holds"), "{round}: a printed step is lost");
    }

    fn told(&self, what: &str) {
        let Seen { rounds, refused, printed } = self;
        assert!(0 < *refused && refused < rounds, "some too small and some large enough: {refused}");
        let seen = format!("说清楚并拒绝 {refused} 次，打印过的 {printed} 个步骤都在，腾出空间后照常");
        line(what, *rounds, &seen);
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
