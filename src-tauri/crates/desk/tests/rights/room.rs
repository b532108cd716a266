//! A small ledger with everyone at its desk, copied anew for each command, and the seats they take.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::{Config, Desk, NoProgress, PlainPaths, Shape};
use ledger::{FixedClock, Kdf, SeededIds};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::table::Row;

/// Who sits at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// Nobody: the ledger is locked.
    Nobody,
    /// The chair, everything masked.
    Chair,
    /// The chair, guarded data revealed with a purpose.
    Revealing,
    /// An officer for members who may read identity, nothing revealed.
    Members,
    /// The same without the reading right.
    MembersUnseen,
    /// An officer with no part of the work.
    Idle,
    /// An auditor without reading rights.
    Auditor,
    /// An auditor who was granted all of them.
    AuditorSeeing,
}

impl Seat {
    pub const ALL: [Seat; 8] = [
        Seat::Nobody,
        Seat::Chair,
        Seat::Revealing,
        Seat::Members,
        Seat::MembersUnseen,
        Seat::Idle,
        Seat::Auditor,
        Seat::AuditorSeeing,
    ];

    fn passphrase(self) -> String {
        let name = match self {
            Seat::Revealing => Seat::Chair,
            seat => seat,
        };
        format!("赣江 渡口 七盏灯 {name:?}")
    }
}

/// The ledger to copy, and the ids of what is in it.
pub struct Room {
    room: TempDir,
    /// One desk for all seats: law and faces are read once.
    desk: Desk,
    ids: Value,
    secrets: Vec<String>,
}

/// An identity number and a phone number that belong to nobody: the order 999 of a day is not given out.
const NUMBER: &str = "36012119800101999X";
const PHONE: &str = "13800138000";

impl Room {
    pub fn new() -> Self {
        let room = TempDir::new().unwrap();
        let template = room.path().join("template");
        let desk = desk(room.path());
        let call = |name: &str, args: Value| desk.call(name, args).unwrap().value;
        call(
            "ledger.create",
            json!({
                "folder": template, "unionName": "赣江机械有限公司工会委员会", "creditCode": "81360121MC0YL02618",
                "province": "36", "chairName": "张敏", "passphrase": Seat::Chair.passphrase(),
            }),
        );
        let mut ids = json!({ "out": room.path().join("out"), "template": template, "room": room.path(), "stick": room.path().join("stick") });
        for (seat, name, role, parts, reads) in [
            (Seat::Members, "李强", "officer", json!(["members"]), json!(["identity"])),
            (Seat::MembersUnseen, "周芳", "officer", json!(["members"]), json!([])),
            (Seat::Idle, "吴刚", "officer", json!([]), json!(["identity"])),
            (Seat::Auditor, "郑琳", "auditor", json!([]), json!([])),
            (Seat::AuditorSeeing, "冯涛", "auditor", json!([]), json!(["identity", "wages", "health"])),
        ] {
            let person = json!({ "name": name, "role": role, "parts": parts, "reads": reads });
            let args = json!({ "person": person, "passphrase": seat.passphrase() });
            ids[format!("{seat:?}")] = call("people.add", args);
        }
        let member = json!({
            "name": "王伟", "sex": "male", "idNumber": NUMBER, "phone": PHONE, "form": "contract", "birth": "1980-01-01",
        });
        ids["member"] = call("members.save", member);
        ids["saved"] = call("ledger.check", json!({}))["steps"].clone();
        ids["negotiation"] = call("negotiation.start", json!({ "year": 2026 }));
        desk.call("ledger.lock", json!({})).unwrap();
        for folder in ["out", "stick"] {
            std::fs::create_dir(room.path().join(folder)).unwrap();
        }
        Room { room, desk, ids, secrets: vec![NUMBER.to_owned(), PHONE.to_owned()] }
    }

    /// What only a reader with the right and a purpose may see.
    pub fn secrets(&self) -> &[String] {
        &self.secrets
    }

    /// The desk with a fresh copy of the ledger and the seat taken.
    pub fn seated(&self, seat: Seat) -> &Desk {
        let desk = &self.desk;
        desk.call("ledger.lock", json!({})).unwrap();
        let copy = self.room.path().join("copy");
        if copy.exists() {
            std::fs::remove_dir_all(&copy).unwrap();
        }
        copy_folder(&self.room.path().join("template"), &copy);
        if seat != Seat::Nobody {
            desk.call("ledger.open", json!({ "dir": copy, "passphrase": seat.passphrase() })).unwrap();
        }
        if seat == Seat::Revealing {
            desk.call("sight.reveal", json!({ "purpose": "核对入会申请" })).unwrap();
        }
        desk
    }

    /// Gives the command from the seat that is taken: the code of the answer, `ok` when there is one, and the
    /// answer as text.
    pub fn run(&self, row: &Row) -> (String, String) {
        let desk = &self.desk;
        let args = (row.args)(&self.ids);
        let shape =
            desk::commands().iter().find(|command| command.name == row.name).map(desk::Command::shape);
        let answer = match shape {
            Some(Shape::Bytes) => {
                desk.bytes(row.name, args).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            }
            Some(Shape::Job) => desk.job(row.name, args, &NoProgress).map(|answer| answer.value.to_string()),
            _ => desk.call(row.name, args).map(|answer| answer.value.to_string()),
        };
        match answer {
            Ok(text) => ("ok".to_owned(), text),
            Err(problem) => (problem.code, problem.message),
        }
    }
}

fn desk(home: &Path) -> Desk {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
    Desk::new(Config {
        assets,
        home: home.join("home"),
        remembers: true,
        clock: Arc::new(FixedClock("2026-09-15T09:00:00+08:00".parse().unwrap())),
        ids: Arc::new(SeededIds::new(1)),
        paths: Arc::new(PlainPaths),
        kdf: Kdf::quick(),
    })
    .unwrap()
}

fn copy_folder(from: &Path, to: &PathBuf) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
