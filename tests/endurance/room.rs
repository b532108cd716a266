//! A ledger in a folder of its own and the program run on it, with its own numbers by chance: the same seed
//! gives the same run.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// The passphrase of every ledger here.
pub const PASSPHRASE: &str = "赣江 渡口 七盏灯";

/// What `SMALL_DISK` ends with where it cannot mount.
const NO_MOUNT: i32 = 97;

/// A disk in memory, seen by this process alone: the ledger is copied onto it, the program runs with its home there, and
/// the ledger and the folder `out` beside it are copied off it afterwards. Arguments: ledger, disk, left, KiB, program and its switches.
const SMALL_DISK: &str = r#"
ledger=$1 disk=$2 left=$3 kib=$4; shift 4
needed=$(du --block-size=4096 --summarize "$ledger" | cut -f1)
mount -t tmpfs -o size=$((needed * 4 + kib))k gonghui "$disk" || exit 97
cp -a "$ledger" "$disk/ledger" && mkdir "$disk/out" "$disk/home" || exit 98
GONGHUI_HOME="$disk/home" "$@" --ledger "$disk/ledger" run
code=$?
cp -a "$disk/ledger" "$left" && cp -a "$disk/out" "$left-out" || exit 98
exit $code
"#;

/// Numbers by chance from a seed (xorshift64*): the run that failed can be run again.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// Below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) % end.max(1)
    }
}

/// A folder that goes when this does.
pub struct Room {
    room: TempDir,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn program() -> PathBuf {
    if let Some(told) = std::env::var_os("GONGHUI_BIN") {
        return told.into();
    }
    let own = std::env::current_exe().unwrap();
    let beside = own.parent().and_then(Path::parent).unwrap().join("gonghui");
    assert!(beside.is_file(), "build the program first (cargo build -p gonghui), or name it in GONGHUI_BIN");
    beside
}

impl Room {
    pub fn new() -> Self {
        let room = TempDir::new().unwrap();
        for name in ["home", "tmp", "out"] {
            std::fs::create_dir(room.path().join(name)).unwrap();
        }
        Room { room }
    }

    /// A room with a founded ledger.
    pub fn founded() -> Self {
        let room = Room::new();
        room.call(
            "ledger.create",
            json!({
                "unionName": "赣江机械有限公司工会委员会", "creditCode": "81360121MC0YL02618",
                "employer": "赣江机械有限公司", "province": "36", "chairName": "陈望舒",
            }),
        );
        room
    }

    pub fn path(&self) -> &Path {
        self.room.path()
    }

    pub fn ledger(&self) -> PathBuf {
        self.path().join("ledger")
    }

    fn dress(&self, command: &mut Command) {
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.path().join("home"))
            .env("GONGHUI_HOME", self.path().join("home"))
            .env("GONGHUI_ASSETS", root().join("assets"))
            .env("GONGHUI_PASSPHRASE", PASSPHRASE)
            .env("TMPDIR", self.path().join("tmp"));
    }

    pub fn command(&self, args: &[&str]) -> Command {
        self.command_on(&self.ledger(), args)
    }

    /// The program on a ledger of another folder.
    pub fn command_on(&self, ledger: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        self.dress(&mut command);
        command.arg("--ledger").arg(ledger).args(["--now", "2026-11-16T09:00:00+08:00"]).args(args);
        command
    }

    /// The program with files limited to so many KiB: a disk that is full.
    fn cramped(&self, kib: u64, args: &[&str]) -> Command {
        let mut command = Command::new("bash");
        self.dress(&mut command);
        command.arg("-c").arg(format!("ulimit -f {kib}; exec \"$0\" \"$@\"")).arg(program());
        command.arg("--ledger").arg(self.ledger()).args(["--now", "2026-11-16T09:00:00+08:00"]).args(args);
        command
    }

    /// The folder outside the ledger on the disk of `on_a_small_disk`, as lines name it.
    pub fn small_disks_out(&self) -> PathBuf {
        self.path().join("disk/out")
    }

    /// Lines in one process on a disk of its own that has `kib` left beside a copy of the ledger; `None` where the
    /// machine lets nobody mount.
    pub fn on_a_small_disk(&self, kib: u64, lines: &[Value]) -> Option<Ran> {
        let (disk, left) = (self.path().join("disk"), self.path().join("left"));
        let out = self.path().join("left-out");
        for before in [&left, &out] {
            let _ = std::fs::remove_dir_all(before);
        }
        std::fs::create_dir_all(&disk).unwrap();
        let mut command = Command::new("unshare");
        self.dress(&mut command);
        command.args(["--map-root-user", "--mount", "bash", "-c", SMALL_DISK, "bash"]);
        command.args([&self.ledger(), &disk, &left]).arg(kib.to_string());
        command.arg(program()).args(["--now", "2026-11-16T09:00:00+08:00"]);
        let output = command.stdin(std::fs::File::open(self.script(lines)).unwrap()).output().unwrap();
        let moved = [(disk.join("ledger"), left), (disk.join("out"), out)];
        (output.status.code() != Some(NO_MOUNT)).then_some(Ran { output, moved })
    }

    /// Lines in one process whose files may not grow beyond so many KiB, with `out` an empty folder outside.
    pub fn in_small_files(&self, kib: u64, out: &Path, lines: &[Value]) -> Ran {
        let _ = std::fs::remove_dir_all(out);
        std::fs::create_dir(out).unwrap();
        let script = self.script(lines);
        let output =
            self.cramped(kib, &["run"]).stdin(std::fs::File::open(&script).unwrap()).output().unwrap();
        let stays = |path: PathBuf| (path.clone(), path);
        Ran { output, moved: [stays(self.ledger()), stays(out.to_owned())] }
    }

    /// One command that must be done.
    pub fn call(&self, name: &str, args: Value) -> Value {
        let output = self.command(&["call", name, &args.to_string()]).output().unwrap();
        answer(&output).unwrap_or_else(|(code, message)| panic!("{name}: {code}: {message}"))
    }

    /// Lines in one process of their own: the answers, and the refusal that ended it if one did.
    pub fn ask(&self, ledger: &Path, lines: &[Value]) -> (Vec<Value>, Option<(String, String)>) {
        self.ask_as(PASSPHRASE, ledger, lines)
    }

    /// The same by the passphrase of somebody else.
    pub fn ask_as(
        &self,
        passphrase: &str,
        ledger: &Path,
        lines: &[Value],
    ) -> (Vec<Value>, Option<(String, String)>) {
        let mut command = self.command_on(ledger, &["run"]);
        command.env("GONGHUI_PASSPHRASE", passphrase);
        let output = command.stdin(std::fs::File::open(self.script(lines)).unwrap()).output().unwrap();
        (answers(&output), answer(&output).err())
    }

    /// Lines as a file to be read from.
    pub fn script(&self, lines: &[Value]) -> PathBuf {
        let script = self.path().join("out/script.jsonl");
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        std::fs::write(&script, text).unwrap();
        script
    }

    /// Lines run in one process until it ends or is ended.
    pub fn run(&self, mut command: Command) -> Run {
        // A file takes whatever is said: nobody reads a pipe while the answers are waited for.
        let errors = self.path().join("out/errors.jsonl");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(std::fs::File::create(&errors).unwrap());
        let mut child = command.spawn().unwrap();
        let input = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().unwrap());
        Run { child, input, answers, errors }
    }
}

/// A run that may have met a full disk.
pub struct Ran {
    pub output: Output,
    /// Where the ledger and the folder outside stood while it ran, and where each stands now.
    moved: [(PathBuf, PathBuf); 2],
}

impl Ran {
    /// The ledger that is left.
    pub fn ledger(&self) -> &Path {
        &self.moved[0].1
    }

    /// What is left of the folder outside.
    pub fn out(&self) -> &Path {
        &self.moved[1].1
    }

    /// Where something stands now that an answer has named.
    pub fn now(&self, told: &str) -> PathBuf {
        let here = |(was, now): &(PathBuf, PathBuf)| Some(now.join(Path::new(told).strip_prefix(was).ok()?));
        self.moved.iter().find_map(here).unwrap_or_else(|| told.into())
    }
}

/// The lines that were answered.
pub fn answers(output: &Output) -> Vec<Value> {
    let lines = String::from_utf8_lossy(&output.stdout);
    lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// The value, or code and message of the refusal.
pub fn answer(output: &Output) -> Result<Value, (String, String)> {
    if output.status.success() {
        return Ok(serde_json::from_slice(&output.stdout).unwrap_or(Value::Null));
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    let problem: Value =
        errors.lines().last().and_then(|line| serde_json::from_str(line).ok()).unwrap_or_else(|| {
            panic!("a refusal is a problem in JSON, whatever happened: {:?} {errors}", output.status)
        });
    let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    Err((text("code"), text("message")))
}

/// A running program.
pub struct Run {
    child: Child,
    input: Option<ChildStdin>,
    answers: BufReader<std::process::ChildStdout>,
    errors: PathBuf,
}

impl Run {
    /// Feeds lines on a thread of its own, and keeps the pipe open: the run ends by the kill or a refusal.
    pub fn feed(&mut self, lines: Vec<Value>) -> std::thread::JoinHandle<ChildStdin> {
        let mut input = self.input.take().unwrap();
        std::thread::spawn(move || {
            for line in lines {
                // A run that has ended reads no further; its end tells.
                if writeln!(input, "{line}").is_err() {
                    break;
                }
            }
            input
        })
    }

    /// The next answer; `None` at the end.
    pub fn next(&mut self) -> Option<Value> {
        let mut line = String::new();
        match self.answers.read_line(&mut line) {
            Ok(n) if n > 0 => serde_json::from_str(&line).ok(),
            _ => None,
        }
    }

    /// For a kill from another thread.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn wait(&mut self) -> std::process::ExitStatus {
        self.child.wait().unwrap()
    }

    /// The problem in JSON that ended it, for one that has ended and was not killed.
    pub fn refusal(&self) -> String {
        let errors = std::fs::read_to_string(&self.errors).unwrap_or_default();
        errors.lines().last().unwrap_or_default().to_owned()
    }
}
