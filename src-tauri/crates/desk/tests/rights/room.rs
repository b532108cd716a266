//! A small ledger with everyone at its desk, copied anew for each command, and the seats they take. What lies in it stands in
//! `content`.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use desk::{Desk, NoProgress, Shape};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::content;
use super::table::{Row, Secret};
use super::told;

/// What a `call` answers that must not be refused.
pub fn answer(desk: &Desk, name: &str, args: Value) -> Value {
    desk.call(name, args).unwrap_or_else(|why| panic!("{name}: {}", why.message)).value
}

/// What a person was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nobody: the ledger is locked.
    Nobody,
    /// The chair, who reads everything.
    Chair,
    /// An officer for members.
    Members,
    /// An officer for the talks.
    Negotiation,
    /// An officer for papers.
    Office,
    /// An officer for the supervision.
    Letters,
    /// An officer for new employment forms.
    Platform,
    /// An officer for leave.
    Leave,
    /// An officer for work safety.
    Safety,
    /// An officer for the workers' congress.
    Congress,
    /// An officer for the reform ledger.
    Reform,
    /// An officer with no part of the work.
    Idle,
    /// An auditor.
    Auditor,
}

/// Which guarded data a person was granted to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    None,
    Identity,
    Wages,
    Health,
    All,
}

impl Role {
    /// What a person of this role is made, and the parts of the work they are given.
    fn given(self) -> (&'static str, Value) {
        match self {
            Role::Members => ("officer", json!(["members"])),
            Role::Negotiation => ("officer", json!(["negotiation"])),
            Role::Office => ("officer", json!(["office"])),
            Role::Letters => ("officer", json!(["letters"])),
            Role::Platform => ("officer", json!(["platform"])),
            Role::Leave => ("officer", json!(["leave"])),
            Role::Safety => ("officer", json!(["safety"])),
            Role::Congress => ("officer", json!(["congress"])),
            Role::Reform => ("officer", json!(["reform"])),
            Role::Auditor => ("auditor", json!([])),
            Role::Nobody | Role::Chair | Role::Idle => ("officer", json!([])),
        }
    }
}

impl Reads {
    const EACH: [Reads; 5] = [Reads::None, Reads::Identity, Reads::Wages, Reads::Health, Reads::All];

    fn codes(self) -> Value {
        match self {
            Reads::None => json!([]),
            Reads::Identity => json!(["identity"]),
            Reads::Wages => json!(["wages"]),
            Reads::Health => json!(["health"]),
            Reads::All => json!(["identity", "wages", "health"]),
        }
    }
}

/// Who sits at the desk, and whether guarded data was revealed with a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    pub role: Role,
    pub reads: Reads,
    pub revealed: bool,
}

impl Seat {
    /// Every seat: officer and auditor with each reading right alone, with none and with all, covered and revealed; and
    /// an officer of each other part with each right alone, with none and with all, covered, and with all revealed.
    pub fn all() -> Vec<Seat> {
        let seat = |role, reads, revealed| Seat { role, reads, revealed };
        let mut all = vec![
            seat(Role::Nobody, Reads::None, false),
            seat(Role::Chair, Reads::All, false),
            seat(Role::Chair, Reads::All, true),
            seat(Role::Idle, Reads::Identity, false),
        ];
        for role in [Role::Members, Role::Auditor] {
            for reads in Reads::EACH {
                all.push(seat(role, reads, false));
                // Who reads nothing in full has nothing to reveal.
                if reads != Reads::None {
                    all.push(seat(role, reads, true));
                }
            }
        }
        let parts = [
            Role::Negotiation,
            Role::Office,
            Role::Letters,
            Role::Platform,
            Role::Leave,
            Role::Safety,
            Role::Congress,
            Role::Reform,
        ];
        for role in parts {
            all.extend(Reads::EACH.map(|reads| seat(role, reads, false)));
            all.push(seat(role, Reads::All, true));
        }
        all
    }

    /// Every seat that somebody sits on.
    pub fn taken() -> impl Iterator<Item = Seat> {
        Seat::all().into_iter().filter(|seat| seat.role != Role::Nobody)
    }

    /// Whether the person may read such data at all.
    pub fn may_read(self, secret: Secret) -> bool {
        let alone = match secret {
            Secret::Identity => Reads::Identity,
            Secret::Wage => Reads::Wages,
            Secret::Health => Reads::Health,
        };
        self.reads == alone || self.reads == Reads::All
    }

    /// Whether the person may read identity at all.
    pub fn may_see(self) -> bool {
        self.may_read(Secret::Identity)
    }

    /// Whether identity is shown in full now.
    pub fn sees(self) -> bool {
        self.revealed && self.may_see()
    }

    fn name(self) -> String {
        format!("{:?}{:?}", self.role, self.reads)
    }

    fn passphrase(self) -> String {
        format!("赣江 渡口 七盏灯 {}", self.name())
    }
}

/// The ledger to copy, and the ids of what is in it.
pub struct Room {
    room: TempDir,
    /// One desk for all seats: law and faces are read once.
    desk: Desk,
    ids: Value,
    identity: Vec<String>,
}

/// An identity number and a phone number that belong to nobody: the order 999 of a day is not given out.
pub(super) const NUMBER: &str = "36012119800101999X";
pub(super) const PHONE: &str = "13800138000";

/// The day of birth, which the mask of the number hides, as answers and papers write it.
pub(super) const BORN: &str = "1980-01-01";
pub(super) const BORN_WORDS: &str = "1980年1月1日";

/// What the person was paid in a month, as the payroll has it.
pub(super) const WAGE_TYPED: &str = "8341.27";

/// What an exam, a dismissal and the help after an accident say of the person's body.
pub(super) const HURT: &str = "腰椎压缩性骨折";

/// The first room, from which every other is a copy: so many people are not entered again for each test. It lies where cargo
/// keeps what tests leave, and the next run begins it anew.
static FIRST: LazyLock<(PathBuf, Value)> = LazyLock::new(|| {
    let first = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rights");
    if first.exists() {
        std::fs::remove_dir_all(&first).unwrap();
    }
    std::fs::create_dir_all(&first).unwrap();
    let ids = fill(&first);
    (first, ids)
});

/// Enters everyone who sits at the desk, and what they look at. Answers the ids of it.
fn fill(room: &Path) -> Value {
    let template = room.join("template");
    let desk = crate::desk_in(room, "2026-09-15T09:00:00+08:00");
    let chair = Seat { role: Role::Chair, reads: Reads::All, revealed: false };
    let call = |name: &str, args: Value| desk.call(name, args).unwrap().value;
    call(
        "ledger.create",
        json!({
            "folder": template, "unionName": "赣江机械有限公司工会委员会", "creditCode": "81360121MC0YL02618",
            "province": "36", "chairName": "张敏", "passphrase": chair.passphrase(),
        }),
    );
    let mut ids =
        json!({ "out": room.join("out"), "template": template, "room": room, "stick": room.join("stick") });
    let names = [
        "吴刚", "李强", "周芳", "郑琳", "冯涛", "罗敏", "孙丽", "许静", "韩冰", "唐勇", "曹颖", "邓文",
        "潘晓", "蒋怡", "沈澄", "万青", "方岚", "石磊", "任远", "姚静", "钟鸣", "谭琴", "廖凯", "范芸",
        "汪洋", "陆平", "金兰", "贾真", "夏雨", "付宁", "邹洁", "尹洁", "黎敏", "易新", "常青", "乔木",
        "赖平", "龚丽", "文欣", "庞勇", "温宁", "舒畅", "欧平", "莫兰", "章宁", "左敏", "殷实", "傅琴",
        "钱枫", "洪亮", "龙梅",
    ];
    let people: Vec<Seat> = Seat::taken().filter(|seat| seat.role != Role::Chair && !seat.revealed).collect();
    assert_eq!(people.len(), names.len(), "whoever sits at the desk has a name");
    for (seat, name) in people.into_iter().zip(names) {
        let (role, parts) = seat.role.given();
        let person = json!({ "name": name, "role": role, "parts": parts, "reads": seat.reads.codes() });
        let args = json!({ "person": person, "passphrase": seat.passphrase() });
        ids[seat.name()] = call("people.add", args);
    }
    content::fill(&desk, &mut ids);
    desk.call("ledger.lock", json!({})).unwrap();
    for folder in ["out", "stick"] {
        std::fs::create_dir(room.join(folder)).unwrap();
    }
    ids
}

impl Room {
    pub fn new() -> Self {
        let (first, ids) = &*FIRST;
        let room = TempDir::new().unwrap();
        for entry in std::fs::read_dir(first).unwrap() {
            let entry = entry.unwrap();
            copy_folder(&entry.path(), &room.path().join(entry.file_name()));
        }
        // What is asked for by its place lies in this room now.
        let (there, here) = (first.display().to_string(), room.path().display().to_string());
        let ids = serde_json::from_str(&ids.to_string().replace(&there, &here)).unwrap();
        let desk = crate::desk_in(room.path(), "2026-09-15T09:00:00+08:00");
        Room { room, desk, ids, identity: vec![NUMBER.to_owned(), PHONE.to_owned()] }
    }

    /// An id of what is in the ledger, or a folder.
    pub fn id(&self, name: &str) -> &Value {
        &self.ids[name]
    }

    /// The numbers that only a reader of identity with a purpose may see.
    pub fn identity(&self) -> &[String] {
        &self.identity
    }

    /// What is guarded of the room's person, each as an answer may write it: a sum in 分, and in 元 with and without its comma.
    pub fn secrets() -> [(Secret, &'static [&'static str]); 3] {
        [
            (Secret::Identity, &[NUMBER, PHONE, BORN, BORN_WORDS]),
            (Secret::Wage, &["834127", WAGE_TYPED, "8,341.27"]),
            (Secret::Health, &[HURT]),
        ]
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
        if seat.role != Role::Nobody {
            desk.call("ledger.open", json!({ "dir": copy, "passphrase": seat.passphrase() })).unwrap();
        }
        if seat.revealed {
            desk.call("sight.reveal", json!({ "purpose": "核对入会申请" })).unwrap();
        }
        desk
    }

    /// Somebody else sits down at the same ledger, as it lies.
    pub fn sits_down(&self, seat: Seat) -> &Desk {
        self.desk.call("ledger.lock", json!({})).unwrap();
        let copy = self.room.path().join("copy");
        self.desk.call("ledger.open", json!({ "dir": copy, "passphrase": seat.passphrase() })).unwrap();
        &self.desk
    }

    /// Gives the command from the seat that is taken: the code of the answer, `ok` when there is one, and all that the answer
    /// tells as text.
    pub fn run(&self, row: &Row) -> (String, String) {
        let desk = &self.desk;
        let args = (row.args)(&self.ids);
        let shape =
            desk::commands().iter().find(|command| command.name == row.name).map(desk::Command::shape);
        let answer = match shape {
            Some(Shape::Bytes) => desk.bytes(row.name, args).map(|bytes| told::of_bytes(&bytes)),
            Some(Shape::Job) => {
                desk.job(row.name, args.clone(), &NoProgress).map(|answer| told::of_job(&args, &answer.value))
            }
            _ => desk.call(row.name, args).map(|answer| answer.value.to_string()),
        };
        match answer {
            Ok(text) => ("ok".to_owned(), text),
            Err(problem) => (problem.code, problem.message),
        }
    }
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
