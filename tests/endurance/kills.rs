//! `kill -9` at random moments of a run that writes steps, adds files, makes copies, restores, purges and
//! renews the key, and prints the number and hash of the newest step after each: whatever was printed, in this round or
//! an earlier one, is in the chain, or in the copy that a restore kept. No line may be refused: each run ends by its kill.

use std::collections::BTreeMap;
use std::ops::Range;
use std::os::unix::process::ExitStatusExt;
use std::time::Duration;

use serde_json::{Value, json};

use crate::room::{Chance, Room};
use crate::{line, times};

/// A round of work. The heads between tell what must be there.
fn lines(round: u32, chance: &mut Chance, scan: &str) -> Vec<Value> {
    let head = json!({ "call": "ledger.head" });
    let mut lines = vec![head.clone()];
    for n in 0..40 {
        let step = match chance.below(12) {
            10 => json!({ "call": "ledger.renewKey" }),
            11 => {
                let someone = json!({ "name": format!("离职者{n}"), "sex": "male", "form": "contract" });
                lines.push(json!({ "call": "members.save", "args": someone, "as": "p" }));
                lines.push(json!({ "call": "members.remove", "args": { "id": "$p" } }));
                json!({ "call": "trash.purge", "args": { "kind": "person", "id": "$p", "reason": "保存期满" } })
            }
            0 => json!({ "call": "ledger.backup", "args": {}, "as": "copy" }),
            1 => {
                json!({ "call": "files.add", "args": { "of": { "kind": "negotiation", "id": "$n.0.id" }, "file": scan } })
            }
            2 => json!({ "call": "ledger.undo" }),
            // A restore thins out the other copies of the day, but not the one that it keeps: the next one takes it back.
            3 if n > 5 => json!({ "call": "ledger.restore", "args": { "copy": "$copy.dir" }, "as": "copy" }),
            _ => json!({ "call": "members.save", "args": {
                "name": format!("职工{round}之{n}"), "sex": "female", "form": "contract",
            } }),
        };
        // What a restore is made from, and what undo takes back, is there in each round.
        if n == 0 {
            lines.push(json!({ "call": "negotiation.list", "as": "n" }));
            lines.push(json!({ "call": "ledger.backup", "args": {}, "as": "copy" }));
        }
        if step["call"] == "ledger.undo" || step["call"] == "ledger.restore" {
            lines.push(json!({ "call": "members.save", "args": { "name": "先来一步", "sex": "male", "form": "contract" } }));
        }
        lines.push(step);
        lines.push(head.clone());
    }
    lines
}

/// So many kills one ledger goes through before the next is founded: its copies and its chain grow with each.
const OF_ONE_LEDGER: u32 = 250;
/// A long run says so often how far it is, so that one that is stopped has not been for nothing.
const TOLD_EVERY: u32 = 50;

/// The rounds after which each of the long works must have been cut at least once.
const MANY: u32 = 1000;
/// The signal of `kill -9`.
const KILLED: i32 = 9;
/// What is under way before the first answer.
const OPENING: &str = "opening";
/// Opening at once after a kill: what it left behind is taken up.
const TAKING_UP: &str = "taking up";

/// What was seen so far.
#[derive(Default)]
struct Seen {
    printed: u64,
    kept_in_copies: u64,
    done: BTreeMap<String, u64>,
    cut: BTreeMap<String, u64>,
}

impl Seen {
    fn told(&self) -> String {
        let of = |counts: &BTreeMap<String, u64>, call: &str| counts.get(call).copied().unwrap_or(0);
        let each = [
            ("打开", OPENING),
            ("接着打开", TAKING_UP),
            ("恢复", "ledger.restore"),
            ("换发密钥", "ledger.renewKey"),
            ("清除", "trash.purge"),
            ("备份", "ledger.backup"),
        ];
        let each = each.map(|(name, call)| {
            format!("{name}做完 {} 次、中途断 {} 次", of(&self.done, call), of(&self.cut, call))
        });
        let (printed, kept) = (self.printed, self.kept_in_copies);
        format!("打印过的 {printed} 个步骤都在，其中 {kept} 个在恢复前的副本里；{}", each.join("，"))
    }
}

#[test]
fn whatever_was_printed_is_there_after_a_kill() {
    let mut seen = Seen::default();
    let all = times();
    for from in (0..all).step_by(OF_ONE_LEDGER as usize) {
        one_ledger(from..all.min(from + OF_ONE_LEDGER), &mut seen);
    }
    if all >= MANY {
        for call in [OPENING, TAKING_UP, "ledger.restore", "ledger.renewKey", "trash.purge"] {
            assert!(seen.cut.contains_key(call), "{call} was never cut: {}", seen.told());
        }
    }
    line("随机时刻 kill -9（记步骤、添附件、备份、撤销、恢复、清除、换发密钥）", all, &seen.told());
}

/// Kills one ledger's program once a round; every round looks at what is there.
fn one_ledger(rounds: Range<u32>, seen: &mut Seen) {
    let room = Room::founded();
    room.call("negotiation.start", json!({ "year": 2026 }));
    room.call("trash.setRetention", json!({ "kind": "person", "months": 0 }));
    let scan = room.path().join("out/扫描件.bin");
    std::fs::write(&scan, vec![9u8; 300_000]).unwrap();
    // Printed after everything of the rounds before. A round restores copies of its own alone, which hold it.
    let mut known = room.call("ledger.head", json!({}));
    for round in rounds {
        let mut chance = Chance::new(u64::from(round) + 1);
        let printed = one_kill(&room, round, &mut chance, &scan.display().to_string(), seen);
        if chance.below(3) == 0 {
            kill_taking_up(&room, &mut chance, seen);
        }

        // One process looks after it: the check, the copies, and what was printed.
        let mut asked =
            ["ledger.check", "ledger.backups", "ledger.head"].map(|call| json!({ "call": call })).to_vec();
        asked.extend(std::iter::once(&known).chain(printed.last_of_each()).map(proof_of));
        let (answers, refused) = room.ask(&room.ledger(), &asked);
        assert_eq!(refused, None, "round {round}");
        let findings = &answers[0]["findings"];
        assert_eq!(*findings, json!([]), "round {round}: the chain holds and nothing is there by half");
        assert_eq!(answers[3]["kind"], "holds", "round {round}: a step of an earlier round is lost: {known}");
        for (head, proof) in printed.last_of_each().zip(&answers[4..]) {
            if proof["kind"] == "holds" {
                continue;
            }
            // A restore came after it, or was under way: the ledger as it was is kept.
            assert!(printed.may_be_kept(head), "round {round}: a printed step is lost: {head}");
            let own = answers[1]["own"].as_array().unwrap();
            assert!(own.iter().any(|copy| holds(&room, copy, head)), "round {round}: no copy keeps {head}");
            seen.kept_in_copies += 1;
        }
        known = answers[2].clone();
        if (round + 1).is_multiple_of(TOLD_EVERY) {
            eprintln!("{} 次：{}", round + 1, seen.told());
        }
    }
}

/// The heads that a round printed, parted where a restore put another state in their place. Within a part each is in the
/// chain of the next, so the last one stands for all.
struct Printed {
    parts: Vec<Vec<Value>>,
    /// a restore had begun and not answered
    restoring: bool,
}

impl Printed {
    fn last_of_each(&self) -> impl Iterator<Item = &Value> {
        self.parts.iter().filter_map(|part| part.last())
    }

    /// Whether a restore may have taken this head out of the ledger.
    fn may_be_kept(&self, head: &Value) -> bool {
        self.restoring || self.parts.last().is_none_or(|newest| !newest.contains(head))
    }
}

/// One run that is killed.
fn one_kill(room: &Room, round: u32, chance: &mut Chance, scan: &str, seen: &mut Seen) -> Printed {
    let lines = lines(round, chance, scan);
    let calls: Vec<String> = lines.iter().map(|line| line["call"].as_str().unwrap().to_owned()).collect();
    let mut run = room.run(room.command(&["run"]));
    let feeder = run.feed(lines);
    // One in four is killed while it opens; the others from the first head on, which says that the ledger is open.
    let early = chance.below(4) == 0;
    let wait = Duration::from_millis(chance.below(if early { 300 } else { 1500 }));
    let killer = early.then(|| kill_after(run.id(), wait));
    let first = run.next();
    assert!(early || first.is_some(), "round {round}: the ledger opens after every kill: {}", run.refusal());
    let killer = killer.unwrap_or_else(|| kill_after(run.id(), wait));
    let (mut parts, mut at) = (vec![Vec::from_iter(first)], 0);
    let opened = !parts[0].is_empty();
    if opened {
        *seen.done.entry(OPENING.to_owned()).or_default() += 1;
    }
    while let Some(answer) = run.next() {
        at += 1;
        let Some(call) = calls.get(at) else { continue };
        *seen.done.entry(call.clone()).or_default() += 1;
        match call.as_str() {
            "ledger.head" => parts.last_mut().unwrap().push(answer),
            "ledger.restore" => parts.push(Vec::new()),
            _ => {}
        }
    }
    killer.join().unwrap();
    let killed = run.wait().signal() == Some(KILLED);
    drop(feeder.join());
    let under_way = if opened { calls.get(at + 1).map_or("", String::as_str) } else { OPENING };
    assert!(killed, "round {round}: {under_way} was refused before the kill: {}", run.refusal());
    *seen.cut.entry(under_way.to_owned()).or_default() += 1;
    seen.printed += parts.iter().map(|part| part.len() as u64).sum::<u64>();
    Printed { restoring: under_way == "ledger.restore", parts }
}

/// Kills the next program while it takes up what the last kill left behind.
fn kill_taking_up(room: &Room, chance: &mut Chance, seen: &mut Seen) {
    let mut run = room.run(room.command(&["run"]));
    let feeder = run.feed(vec![json!({ "call": "ledger.head" })]);
    let killer = kill_after(run.id(), Duration::from_millis(chance.below(600)));
    let opened = run.next().is_some();
    killer.join().unwrap();
    let killed = run.wait().signal() == Some(KILLED);
    drop(feeder.join());
    assert!(killed, "what a kill left behind was not taken up: {}", run.refusal());
    let count = if opened { &mut seen.done } else { &mut seen.cut };
    *count.entry(TAKING_UP.to_owned()).or_default() += 1;
}

/// The question whether a head that was printed is in the chain.
fn proof_of(head: &Value) -> Value {
    json!({ "call": "ledger.prove", "args": { "seq": head["seq"], "digits": head["hash"] } })
}

/// Whether this very step, and not only one of its number, is in the chain of a copy: asked of a double of it.
fn holds(room: &Room, copy: &Value, head: &Value) -> bool {
    if copy["good"] != true || copy["steps"].as_i64() < head["seq"].as_i64() {
        return false;
    }
    let double = room.path().join("double");
    let _ = std::fs::remove_dir_all(&double);
    std::fs::create_dir_all(&double).unwrap();
    for name in ["ledger.db", "keys.json"] {
        let from = std::path::Path::new(copy["dir"].as_str().unwrap()).join(name);
        std::fs::copy(from, double.join(name)).unwrap();
    }
    let (proof, _) = room.ask(&double, &[proof_of(head)]);
    proof.first().is_some_and(|proof| proof["kind"] == "holds")
}

/// Kills a run when its time is over.
fn kill_after(id: u32, wait: Duration) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        std::thread::sleep(wait);
        kill(id);
    })
}

/// `kill -9` by id: the run itself is being read from meanwhile.
fn kill(id: u32) {
    let _ = std::process::Command::new("kill").args(["-9", &id.to_string()]).status();
}
