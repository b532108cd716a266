//! What is done while a disk fills up: every command that writes much, in an order by chance, with the head after
//! each work. What must be there afterwards is looked at in `full`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::room::{Chance, Room};
use crate::rosters;

/// The passphrase of the one to whom the chair is handed over.
pub const OFFICER: &str = "雨后 修渠 三把锹";

/// The works that write much, by the command that ends them.
pub const MUCH: [&str; 10] = [
    "ledger.backup",
    "ledger.restore",
    "ledger.renewKey",
    "people.remove",
    "trash.purge",
    "members.import",
    "files.open",
    "files.save",
    "succession.pack",
    "papers.print",
];

/// So many works a round has.
const OF_A_ROUND: u32 = 10;
/// So many people an import brings.
const ROSTER: u32 = 300;
/// So many rounds one ledger goes through at most: nobody of a roster comes twice, and it does not grow for ever.
pub const OF_ONE_LEDGER: u32 = 50;

/// A ledger with what the works ask for: somebody, an affair with a big file, an officer, and a copy of it all.
pub struct Ground {
    pub room: Room,
    talks: Value,
    person: Value,
    officer: Value,
    big: Value,
}

impl Ground {
    pub fn ready() -> Self {
        let room = Room::founded();
        let talks = room.call("negotiation.start", json!({ "year": 2026 }));
        room.call("trash.setRetention", json!({ "kind": "person", "months": 0 }));
        let person = room.call("members.save", somebody("王伟"));
        let officer = room.call("people.add", json!({ "person": officer("李强"), "passphrase": OFFICER }));
        let mut ground = Ground { room, talks, person, officer, big: Value::Null };
        std::fs::write(ground.scan(), vec![5u8; 200_000]).unwrap();
        std::fs::write(
            ground.original(),
            vec![3u8; usize::try_from(ground.ledger_kib() + 300).unwrap() * 1024],
        )
        .unwrap();
        let of = json!({ "kind": "negotiation", "id": ground.talks });
        let added = ground.room.call("files.add", json!({ "of": of, "file": ground.original() }));
        ground.big = added["attachment"]["id"].clone();
        let to = ground.room.path().join("out/副本.pdf");
        let (_, refused) = ground.room.ask(&ground.room.ledger(), &ground.own_data(&to));
        assert!(refused.is_none(), "the copy of somebody's own data: {refused:?}");
        ground.room.call("ledger.backup", json!({}));
        ground
    }

    pub fn ledger_kib(&self) -> u64 {
        std::fs::metadata(self.room.ledger().join("ledger.db")).unwrap().len() / 1024
    }

    fn scan(&self) -> PathBuf {
        self.room.path().join("out/扫描件.bin")
    }

    /// The big file as it was added.
    pub fn original(&self) -> PathBuf {
        self.room.path().join("out/大文件.bin")
    }

    /// A copy of somebody's own data, and what for.
    fn own_data(&self, to: &Path) -> Vec<Value> {
        let paper = json!({ "kind": "members.ownData", "of": self.person, "to": to });
        vec![
            json!({ "call": "sight.reveal", "args": { "purpose": "本人要求查阅复制" } }),
            json!({ "call": "papers.print", "args": paper }),
        ]
    }

    /// The lines of a round; `out` is a folder on the disk that fills up. One in three hands the chair over at its end,
    /// where that may be: nobody but the officer opens the ledger after it.
    pub fn lines(&self, out: &Path, round: u32, chance: &mut Chance, hands_over: bool) -> Vec<Value> {
        let head = json!({ "call": "ledger.head" });
        let mut lines = vec![head.clone()];
        for n in 0..OF_A_ROUND {
            lines.extend(self.work(out, round, n, chance));
            lines.push(head.clone());
        }
        if hands_over && chance.below(3) == 0 {
            let args = json!({ "to": self.officer, "beforeStays": false, "place": out });
            lines.push(json!({ "call": "succession.handOver", "args": args }));
        }
        lines
    }

    fn work(&self, out: &Path, round: u32, n: u32, chance: &mut Chance) -> Vec<Value> {
        let line = |call: &str, args: Value| json!({ "call": call, "args": args });
        let named = |call: &str, args: Value, name: &str| json!({ "call": call, "args": args, "as": name });
        match chance.below(18) {
            0 => vec![line("ledger.backup", json!({}))],
            1 => vec![line("ledger.backup", json!({ "to": out }))],
            2 => vec![
                // Asked for at the last moment: each copy made may thin an older one of the day out.
                named("ledger.backups", json!({}), "b"),
                line("ledger.restore", json!({ "copy": "$b.own.0.dir" })),
            ],
            3 => vec![line("ledger.renewKey", json!({}))],
            4 => {
                let passphrase = format!("雨后 修渠 第{round}回 {n}把锹");
                let person = officer(&format!("经办{round}之{n}"));
                vec![
                    named("people.add", json!({ "person": person, "passphrase": passphrase }), "q"),
                    line("people.remove", json!({ "id": "$q" })),
                ]
            }
            5 => vec![
                named("members.save", somebody(&format!("离职者{round}之{n}")), "p"),
                line("members.remove", json!({ "id": "$p" })),
                line("trash.purge", json!({ "kind": "person", "id": "$p", "reason": "保存期满" })),
            ],
            // With numbers shown: where they are masked, somebody of the same name and mask is taken for the one who is known, and
            // the invented numbers are counted out, so that whole rosters may share their masks.
            6 => vec![
                line("sight.reveal", json!({ "purpose": "核对花名册" })),
                line("members.import", json!({ "file": self.roster(round, n) })),
            ],
            7 => vec![line("files.open", json!({ "id": self.big }))],
            8 => {
                let to = out.join(format!("原件{n}.bin"));
                vec![line("files.save", json!({ "id": self.big, "to": to }))]
            }
            9 => vec![line("succession.pack", json!({ "to": out }))],
            10 => self.own_data(&out.join(format!("副本{n}.pdf"))),
            11 => {
                let of = json!({ "kind": "person", "id": self.person });
                vec![line("files.add", json!({ "of": of, "file": self.scan() }))]
            }
            _ => vec![line("members.save", somebody(&format!("职工{round}之{n}")))],
        }
    }

    /// A roster of people whom no other round of this ledger brings. It lies beside the disk that fills up.
    fn roster(&self, round: u32, n: u32) -> PathBuf {
        let path = self.room.path().join(format!("out/花名册{n}.csv"));
        let from = (round % OF_ONE_LEDGER * OF_A_ROUND + n) * ROSTER;
        std::fs::write(&path, rosters::csv(from, ROSTER)).unwrap();
        path
    }
}

fn somebody(name: &str) -> Value {
    json!({ "name": name, "sex": "female", "form": "contract" })
}

fn officer(name: &str) -> Value {
    json!({ "name": name, "role": "officer", "parts": [], "reads": [] })
}
