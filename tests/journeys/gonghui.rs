//! Runs the program: one room a journey (ledger, home, temp folder, papers), a fixed clock and seed, and the
//! two ways a command can end. What a journey expects of an answer is said in the journey.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::replay;

/// The passphrase of every ledger founded here.
pub const PASSPHRASE: &str = "赣江 渡口 七盏灯";

/// A refusal as it stands on stderr.
#[derive(Debug)]
pub struct Refusal {
    pub code: String,
    pub message: String,
    pub field: Option<String>,
    pub rule: Option<String>,
}

/// A room of its own: the ledger, the home, the temp folder and the papers of one journey.
pub struct Desk {
    room: TempDir,
    now: RefCell<String>,
    passphrase: RefCell<String>,
    hurt: Cell<bool>,
    /// The program that sits at the ledger for one call after another, while nothing else needs the ledger.
    sitting: RefCell<Option<Sitting>>,
}

/// One run of the program over many calls: opening a ledger is made slow on purpose (the key), and who works at a desk opens it
/// once.
struct Sitting {
    child: Child,
    input: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// A file and no pipe: nobody reads what is told of progress, and a pipe that is full would stop the program.
    told: std::fs::File,
}

impl Sitting {
    fn begin(mut command: Command) -> Self {
        let told = tempfile::tempfile().expect("a temp file");
        let stderr = told.try_clone().expect("a second handle of the temp file");
        let mut child = command
            .arg("run")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(stderr)
            .spawn()
            .expect("the program runs");
        let input = child.stdin.take().expect("stdin was asked for");
        let answers = BufReader::new(child.stdout.take().expect("stdout was asked for"));
        Sitting { child, input, answers, told }
    }

    /// The answer of one call. A program that refused has ended, and what it told is the error.
    fn answer(&mut self, line: &Value) -> Result<Value, String> {
        // A run that was refused reads no further; its end tells.
        let _ = writeln!(self.input, "{line}");
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("an answer is UTF-8");
        if answer.is_empty() {
            self.child.wait().expect("the program ends");
            let mut errors = String::new();
            self.told.rewind().expect("a temp file can be read again");
            self.told.read_to_string(&mut errors).expect("what is told is UTF-8");
            return Err(errors);
        }
        Ok(serde_json::from_str(&answer).expect("an answer is one line of JSON"))
    }

    /// Ends it as its input ends, and waits: the ledger is free afterwards.
    fn end(self) {
        let Sitting { mut child, input, .. } = self;
        drop(input);
        child.wait().expect("the program ends");
    }
}

/// What is called in a process of its own always: the commands that open, close, swap or copy the ledger, hand it over, or show
/// what is covered for one sitting; and what is kept or chosen until the program ends.
const ALONE: [&str; 8] =
    ["ledger.", "sight.", "demo.", "succession.", "people.", "history.", "files.", "faces."];

/// The program: told by `GONGHUI_BIN`, else beside this test's own folder.
pub fn program() -> PathBuf {
    if let Some(told) = std::env::var_os("GONGHUI_BIN") {
        return told.into();
    }
    let own = std::env::current_exe().expect("this test has a path");
    let beside = own.parent().and_then(Path::parent).expect("target/debug/deps").join("gonghui");
    assert!(
        beside.is_file(),
        "the program must be built first (cargo build -p gonghui), or GONGHUI_BIN must name it"
    );
    beside
}

/// The checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests lies in the checkout").to_owned()
}

impl Drop for Desk {
    /// Every journey ends back and forth, on a copy of the ledger it leaves.
    fn drop(&mut self) {
        self.stands_up();
        if !self.hurt.get() && !std::thread::panicking() && self.ledger().join("ledger.db").is_file() {
            replay::ends_well(&self.ledger(), &self.passphrase.borrow());
        }
    }
}

impl Desk {
    /// An empty room.
    pub fn new() -> Self {
        let room = TempDir::new().expect("a temp folder");
        for name in ["home", "tmp", "out"] {
            std::fs::create_dir(room.path().join(name)).expect("a folder in the room");
        }
        Desk {
            room,
            now: RefCell::new("2026-09-15T09:00:00+08:00".to_owned()),
            passphrase: RefCell::new(PASSPHRASE.to_owned()),
            hurt: Cell::new(false),
            sitting: RefCell::new(None),
        }
    }

    /// Ends the program that sits at the ledger, so that the next opens it.
    fn stands_up(&self) {
        if let Some(sitting) = self.sitting.take() {
            sitting.end();
        }
    }

    /// Says that this journey damages its ledger and means to leave it so.
    pub fn ends_hurt(&self) {
        self.hurt.set(true);
    }

    /// A room with a ledger founded in a province, on the desk's day.
    pub fn founded(province: &str, city: Option<&str>) -> Self {
        Desk::founded_on("2026-09-15T09:00:00+08:00", province, city)
    }

    /// The same on a day of its own: a clock that goes back is told of.
    pub fn founded_on(moment: &str, province: &str, city: Option<&str>) -> Self {
        let desk = Desk::new();
        desk.now(moment);
        let mut union = founding(province);
        if let Some(city) = city {
            union["city"] = city.into();
        }
        desk.call("ledger.create", union);
        desk
    }

    /// The room. Whoever asks may look into the ledger: the program has let go of it.
    pub fn room(&self) -> &Path {
        self.stands_up();
        self.room.path()
    }

    /// The ledger's folder, of which the program has let go.
    pub fn ledger(&self) -> PathBuf {
        self.room().join("ledger")
    }

    /// A place for a file the program is to write.
    pub fn out(&self, name: &str) -> PathBuf {
        self.room.path().join("out").join(name)
    }

    /// Sets the clock: `2026-09-15T09:00:00+08:00`.
    pub fn now(&self, moment: &str) {
        self.stands_up();
        *self.now.borrow_mut() = moment.to_owned();
    }

    /// From here on the one with this passphrase sits at the desk.
    pub fn sits_down(&self, passphrase: &str) {
        self.stands_up();
        passphrase.clone_into(&mut self.passphrase.borrow_mut());
    }

    /// The options every command here gets: this room's ledger, its clock, and always the same seed.
    fn options(&self) -> [String; 6] {
        let ledger = self.ledger().display().to_string();
        let now = self.now.borrow().clone();
        ["--ledger".to_owned(), ledger, "--now".to_owned(), now, "--ids".to_owned(), "1".to_owned()]
    }

    /// Keeps a command inside the room: it knows no folder of the user's.
    pub fn inside(&self, command: &mut Command) {
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.room().join("home"))
            .env("GONGHUI_HOME", self.room().join("home"))
            .env("GONGHUI_ASSETS", root().join("assets"))
            .env("GONGHUI_PASSPHRASE", self.passphrase.borrow().as_str())
            .env("TMPDIR", self.room().join("tmp"))
            .current_dir(self.room());
    }

    /// The program with this room's options and more arguments.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        self.inside(&mut command);
        command.args(self.options()).args(args);
        command
    }

    /// The same under a limit on the size of files, in KiB: a disk that is full.
    pub fn cramped(&self, kib: u64, args: &[&str]) -> Output {
        let mut command = Command::new("bash");
        self.inside(&mut command);
        command
            .arg("-c")
            .arg(format!("ulimit -f {kib}; exec \"$0\" \"$@\""))
            .arg(program())
            .args(self.options())
            .args(args);
        command.output().expect("bash runs")
    }

    /// One command that must be done, with others of the same moment in one process unless it concerns the ledger as a whole.
    /// Answers its value.
    pub fn call(&self, name: &str, args: Value) -> Value {
        if !ALONE.iter().any(|module| name.starts_with(module)) {
            let line = json!({ "call": name, "args": args });
            let begun = self.sitting.take();
            let mut sitting = begun.unwrap_or_else(|| Sitting::begin(self.command(&[])));
            let value = sitting.answer(&line).unwrap_or_else(|why| panic!("{name} must be done, but: {why}"));
            *self.sitting.borrow_mut() = Some(sitting);
            return value;
        }
        let output = self.command(&["call", name, &args.to_string()]).output().expect("the program runs");
        assert!(
            output.status.success(),
            "{name} must be done, but: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).expect("an answer is one line of JSON")
    }

    /// One command in a process of its own, that must be refused.
    pub fn refused(&self, name: &str, args: Value) -> Refusal {
        let output = self.command(&["call", name, &args.to_string()]).output().expect("the program runs");
        refusal(&output, name)
    }

    /// Many commands in one process. Answers the values, one a line, and how it ended.
    pub fn run(&self, lines: &[Value]) -> (Vec<Value>, Output) {
        let mut child = self
            .command(&["run"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut input = child.stdin.take().expect("stdin was asked for");
        for line in lines {
            // A run that was refused reads no further; its end tells.
            let _ = writeln!(input, "{line}");
        }
        drop(input);
        let output = child.wait_with_output().expect("the program ends");
        let values = String::from_utf8_lossy(&output.stdout)
            .lines()
            .map(|line| serde_json::from_str(line).expect("an answer is one line of JSON"))
            .collect();
        (values, output)
    }

    /// One command once guarded data was revealed for this purpose, in one process, that must be done. Answers its value.
    pub fn revealed(&self, purpose: &str, name: &str, args: Value) -> Value {
        let lines = [
            json!({ "call": "sight.reveal", "args": { "purpose": purpose } }),
            json!({ "call": name, "args": args }),
        ];
        let (mut values, output) = self.run(&lines);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        values.pop().expect("an answer")
    }

    /// What the affairs make due today, without what the ledger asks for itself.
    pub fn due(&self) -> Vec<Value> {
        let today = self.call("today.list", json!({}));
        let all = today["duties"].as_array().expect("duties are a list").iter();
        all.filter(|duty| duty["module"] != "settings").cloned().collect()
    }

    /// Opens the ledger and tells the frame's state: what undo would take back, what stops it.
    pub fn frame(&self) -> Value {
        self.call("ledger.open", json!({}))["open"].clone()
    }

    /// Number of steps and head of the journal, after a check that must find nothing and on a copy that goes back
    /// and forth.
    pub fn head(&self) -> (u64, String) {
        let head = self.checked();
        replay::same_back_and_forth(&self.ledger(), &self.passphrase.borrow());
        head
    }

    /// The same without taking every step back and forth again: for ledgers of thousands of steps that are looked at often.
    pub fn checked(&self) -> (u64, String) {
        let checked = self.call("ledger.check", json!({}));
        assert_eq!(checked["findings"], json!([]), "the check of the ledger must find nothing");
        let steps = checked["steps"].as_u64().expect("steps are counted");
        (steps, checked["head"].as_str().expect("a head").to_owned())
    }

    /// The paper of a kind that stands first in the list.
    pub fn paper(&self, kind: &str) -> Value {
        let list = self.call("papers.list", json!({}));
        let found = list.as_array().into_iter().flatten().find(|paper| paper["kind"] == kind).cloned();
        found.unwrap_or_else(|| panic!("no paper of kind {kind} in the list"))
    }

    /// Saves a paper in the room and answers its path.
    pub fn print(&self, kind: &str, name: &str) -> PathBuf {
        let paper = self.paper(kind);
        let to = self.out(name);
        self.call("papers.print", json!({ "kind": kind, "of": paper["of"], "to": to }));
        to
    }
}

/// What founding asks for in a province; the folder and the passphrase come from the command line.
pub fn founding(province: &str) -> Value {
    json!({
        "unionName": "赣江机械有限公司工会委员会",
        "creditCode": "81360121MC0YL02618",
        "employer": "赣江机械有限公司",
        "province": province,
        "chairName": "陈望舒",
    })
}

/// Reads a refusal: exit 1, nothing on stdout, and as the last line of stderr one JSON problem whose message
/// is one plain Chinese sentence or a few. Lines before it tell progress.
pub fn refusal(output: &Output, what: &str) -> Refusal {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{what} must end with exit 1, stderr: {errors}");
    assert!(output.stdout.is_empty(), "{what}: a refused command answers nothing");
    let mut lines: Vec<&str> = errors.lines().collect();
    let last = lines.pop().unwrap_or_default();
    for line in lines {
        let progress: Value = serde_json::from_str(line)
            .unwrap_or_else(|_| panic!("{what}: stderr before the problem is progress only: {line}"));
        assert!(progress["progress"].is_object(), "{what}: stderr before the problem is progress: {line}");
    }
    let problem: Value = serde_json::from_str(last)
        .unwrap_or_else(|_| panic!("{what}: the problem is one line of JSON: {last}"));
    let text = |key: &str| problem[key].as_str().map(str::to_owned);
    let refusal = Refusal {
        code: text("code").expect("a problem has a code"),
        message: text("message").expect("a problem has a message"),
        field: text("field"),
        rule: text("rule"),
    };
    let message = &refusal.message;
    assert!(message.ends_with('。'), "{what}: a message is a whole sentence: {message}");
    assert!(!message.contains('\n') && !message.contains("失败："), "{what}: no chain of causes: {message}");
    assert!(
        !message.contains("os error") && !message.contains("Error"),
        "{what}: no words of the machine: {message}"
    );
    assert!(longest_digits(message) < 15, "{what}: no ID number in a message");
    refusal
}

fn longest_digits(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0)
}

/// Every file below a folder with its bytes, by path from the folder.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).expect("the folder is there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("the file can be read");
                found.insert(path.strip_prefix(folder).expect("below the folder").to_owned(), bytes);
            }
        }
    }
    found
}
