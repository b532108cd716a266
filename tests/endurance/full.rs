//! A disk that is full at some moment of a run, and two programs on one ledger: a clear message, nothing lost,
//! and it goes on when there is room.

use serde_json::{Value, json};

use crate::room::{Chance, Room, answer, answers};
use crate::{line, times};

#[test]
fn a_full_disk_is_told_at_any_moment_and_nothing_is_lost() {
    let room = Room::founded();
    room.call("negotiation.start", json!({ "year": 2026 }));
    let scan = room.path().join("out/扫描件.bin");
    std::fs::write(&scan, vec![5u8; 200_000]).unwrap();
    let (mut refused, mut printed) = (0, 0);
    for round in 0..times() {
        let mut chance = Chance::new(u64::from(round) + 5);
        // From too little to open up to enough for everything, whatever size the ledger has by now.
        let now = std::fs::metadata(room.ledger().join("ledger.db")).unwrap().len() / 1024;
        let kib = now.saturating_sub(100) + chance.below(1500);
        let mut lines = Vec::new();
        for n in 0..30 {
            lines.push(match chance.below(6) {
                0 => json!({ "call": "ledger.backup" }),
                1 => json!({ "call": "files.add", "args": { "of": { "kind": "negotiation", "id": "$n.0.id" }, "file": scan } }),
                _ => json!({ "call": "members.save", "args": { "name": format!("职工{round}之{n}"), "sex": "female", "form": "contract" } }),
            });
            lines.push(json!({ "call": "ledger.head" }));
        }
        lines.insert(0, json!({ "call": "negotiation.list", "as": "n" }));
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let script = room.path().join("out/script.jsonl");
        std::fs::write(&script, text).unwrap();
        let mut command = room.cramped(kib, &["run"]);
        let output = command.stdin(std::fs::File::open(&script).unwrap()).output().unwrap();
        let heads: Vec<Value> =
            answers(&output).into_iter().filter(|value| value["hash"].is_string()).collect();
        printed += heads.len();
        if !output.status.success() {
            let (code, message) = answer(&output).unwrap_err();
            assert!(
                ["ledger.diskFull", "ledger.copyNoRoom", "unwritable"].contains(&code.as_str()),
                "round {round}, {kib} KiB: {code} {message}"
            );
            refused += 1;
        }
        let mut asked = vec![json!({ "call": "ledger.check" })];
        asked.extend(heads.last().map(
            |last| json!({ "call": "ledger.prove", "args": { "seq": last["seq"], "digits": last["hash"] } }),
        ));
        let (after, trouble) = room.ask(&room.ledger(), &asked);
        assert_eq!(trouble, None, "round {round}, {kib} KiB");
        assert_eq!(after[0]["findings"], json!([]), "round {round}, {kib} KiB");
        assert!(
            after.get(1).is_none_or(|proof| proof["kind"] == "holds"),
            "round {round}, {kib} KiB: a printed step is lost"
        );
    }
    assert!(refused > 0 && refused < times(), "some disks too small and some large enough: {refused}");
    line(
        "磁盘在任意时刻写满",
        times(),
        &format!("说清楚并拒绝 {refused} 次，打印过的 {printed} 个步骤都在，腾出空间后照常"),
    );
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
        assert!(message.contains("另一个程序"), "{message}");
    }
    drop(feeder.join().unwrap());
    while run.next().is_some() {}
    assert!(run.wait().success());
    room.call("negotiation.list", json!({}));
    line("两个程序开同一本账", 2, "后来的被告知账本正被打开，先来的不受影响");
}
