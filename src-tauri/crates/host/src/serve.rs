//! Running commands: the ledger is opened when one needs it, answers go to stdout, progress to stderr.

use std::io::{BufRead, Read, Write};
use std::path::PathBuf;
use std::sync::Arc;

use desk::{Answer, Config, Desk, FontPlaces, Line, Names, PlainPaths, Problem, Progress, Right, Shape};
use ledger::{Clock, FixedClock, Ids, Kdf, RandomIds, SeededIds, SystemClock};
use serde_json::{Value, json};

use crate::args::Args;
use crate::{Told, assets, print};

/// Progress as lines of JSON on stderr, one a percent at most.
struct Lines(std::sync::Mutex<Option<u64>>);

impl Progress for Lines {
    fn report(&self, done: u64, total: u64, label: &str) {
        let step = (done * 100).checked_div(total).unwrap_or(done / 1000);
        let mut last = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if *last != Some(step) {
            *last = Some(step);
            let _ = writeln!(
                std::io::stderr(),
                "{}",
                json!({ "progress": { "done": done, "total": total, "label": label } })
            );
        }
    }
    fn cancelled(&self) -> bool {
        false
    }
}

fn desk(args: &Args) -> Result<Desk, Problem> {
    let clock: Arc<dyn Clock> = match args.now {
        Some(moment) => Arc::new(FixedClock(moment)),
        None => Arc::new(SystemClock),
    };
    let ids: Arc<dyn Ids> = match args.ids {
        Some(seed) => Arc::new(SeededIds::new(seed)),
        None => Arc::new(RandomIds::new()),
    };
    // A script prints with the bundled faces, so that every machine gives the same file, unless it says otherwise.
    let fonts = args.fonts.iter().cloned().collect::<Vec<_>>();
    let fonts = if fonts.is_empty() { FontPlaces::None } else { FontPlaces::Folders(fonts) };
    let desk = Desk::new(Config {
        assets: assets::find(args.assets.as_deref())?,
        home: home(args)?,
        remembers: told_home().is_some(),
        clock,
        ids,
        paths: Arc::new(PlainPaths),
        kdf: Kdf::standard(),
    })?;
    desk.with_fonts(fonts)
}

fn told_home() -> Option<PathBuf> {
    std::env::var_os("GONGHUI_HOME").map(PathBuf::from)
}

/// Where a new ledger goes that is given no folder. The list of known ledgers is the window's: a script
/// leaves none behind unless it is told a home.
fn home(args: &Args) -> Result<PathBuf, Problem> {
    if let Some(home) = told_home() {
        return Ok(home);
    }
    let ledger =
        args.ledger.as_ref().ok_or_else(|| Problem::new("usage", "请用 --ledger 指明账本所在的文件夹。"))?;
    let parent = ledger.parent().filter(|parent| !parent.as_os_str().is_empty());
    Ok(parent.map_or_else(|| PathBuf::from("."), PathBuf::from))
}

fn passphrase(args: &Args) -> Result<String, Problem> {
    if let Some(file) = &args.passphrase_file {
        let text = std::fs::read_to_string(file).map_err(|_| {
            Problem::new("usage", "读不到口令文件，请检查 --passphrase-file 后面的路径和权限。")
        })?;
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    std::env::var("GONGHUI_PASSPHRASE").map_err(|_| {
        Problem::new("usage", "没有给出口令，请设置环境变量 GONGHUI_PASSPHRASE 或用 --passphrase-file。")
    })
}

/// Opens the ledger when a command needs one and the folder holds one.
fn ready(desk: &Desk, args: &Args, name: &str) -> Result<(), Problem> {
    let needs = desk::commands().iter().any(|command| command.name == name && command.right != Right::Anyone);
    if !needs || desk.open_dir().is_some() {
        return Ok(());
    }
    let folder = folder(args)?;
    desk.call("ledger.open", json!({ "dir": folder, "passphrase": passphrase(args)? })).map(|_| ())
}

fn folder(args: &Args) -> Result<String, Problem> {
    let folder =
        args.ledger.as_ref().ok_or_else(|| Problem::new("usage", "请用 --ledger 指明账本所在的文件夹。"))?;
    Ok(folder.display().to_string())
}

/// Fills in what the command line says already: the folder and the passphrase of a founding or an opening.
fn with_folder(args: &Args, name: &str, value: Value) -> Result<Value, Problem> {
    let mut value = if value.is_null() { json!({}) } else { value };
    let key = match name {
        "ledger.create" | "demo.open" => Some("folder"),
        "ledger.open" | "ledger.openRecovery" => Some("dir"),
        "ledger.bring" => Some("to"),
        "ledger.lookAt" => None,
        _ => return Ok(value),
    };
    if let Some(map) = value.as_object_mut() {
        if let Some(key) = key.filter(|key| !map.contains_key(*key) && args.ledger.is_some()) {
            map.insert(key.to_owned(), folder(args)?.into());
        }
        let by_sheet = name == "ledger.openRecovery" || map.contains_key("words");
        if name.starts_with("ledger.") && !by_sheet && !map.contains_key("passphrase") {
            map.insert("passphrase".to_owned(), passphrase(args)?.into());
        }
    }
    Ok(value)
}

fn read_json(text: Option<&str>) -> Result<Value, Problem> {
    let text = match text {
        None => return Ok(Value::Null),
        Some("-") => {
            let mut text = String::new();
            std::io::stdin()
                .read_to_string(&mut text)
                .map_err(|_| Problem::new("usage", "标准输入读不到内容，或不是 UTF-8 文字。"))?;
            text
        }
        Some(text) => match text.strip_prefix('@') {
            Some(file) => std::fs::read_to_string(file)
                .map_err(|_| Problem::new("usage", format!("读不到文件“{file}”，或它不是 UTF-8 文字。")))?,
            None => text.to_owned(),
        },
    };
    serde_json::from_str(&text).map_err(|why| {
        Problem::new("usage", format!("第{}行第{}列不是正确的 JSON。", why.line(), why.column()))
    })
}

/// One command.
pub fn call(args: &Args, name: &str, json: Option<&str>) -> Result<(), Problem> {
    let value = with_folder(args, name, read_json(json)?)?;
    let desk = desk(args)?;
    ready(&desk, args, name)?;
    let shape = desk::commands().iter().find(|command| command.name == name).map(desk::Command::shape);
    if shape == Some(Shape::Bytes) {
        let bytes = desk.bytes(name, value)?;
        let mut out = std::io::stdout().lock();
        return out
            .write_all(&bytes)
            .and_then(|()| out.flush())
            .map_err(|_| Problem::new("unwritable", "标准输出写不进去，请检查重定向的目标和磁盘空间。"));
    }
    let line = Line { call: name.to_owned(), args: value, name: None, now: None };
    let answer = desk.run_line(&line, &mut Names::default(), &Lines(std::sync::Mutex::new(None)))?;
    print(&text(&answer.value)?);
    Ok(())
}

fn text(value: &Value) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(|_| Problem::new("internal", "结果无法写成文字。"))
}

/// Lines from stdin, one answer a line; the first that is refused ends it, and which line it was is told beside the message,
/// which may itself speak of a row of a table.
pub fn run(args: &Args) -> Result<(), Told> {
    let desk = desk(args)?;
    let mut names = Names::default();
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let told = |problem| Told { problem, line: Some(number + 1) };
        let line =
            line.map_err(|_| told(Problem::new("usage", "这一行脚本读不出来，或不是 UTF-8 文字。")))?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = script_line(args, &desk, &line, &mut names).map_err(told)?;
        print(&text(&answer.value)?);
    }
    Ok(())
}

fn script_line(args: &Args, desk: &Desk, line: &str, names: &mut Names) -> Result<Answer, Problem> {
    let mut line: Line = serde_json::from_str(line)
        .map_err(|_| Problem::new("usage", "这一行脚本不是 {\"call\", \"args\"} 形式的 JSON。"))?;
    line.args = with_folder(args, &line.call, line.args)?;
    ready(desk, args, &line.call)?;
    desk.run_line(&line, names, &Lines(std::sync::Mutex::new(None)))
}

/// Builds the demo union in the ledger's folder.
pub fn demo(args: &Args) -> Result<(), Problem> {
    let desk = desk(args)?;
    let value = json!({ "folder": folder(args)? });
    let mut answer = desk.job("demo.open", value, &Lines(std::sync::Mutex::new(None)))?;
    if let Some(to) = &args.minutes {
        let papers = desk.call("papers.list", Value::Null)?.value;
        let minutes =
            papers.as_array().into_iter().flatten().find(|paper| paper["kind"] == "negotiation.minutes");
        let minutes =
            minutes.ok_or_else(|| Problem::new("assets", "示例工会里没有会议纪要，请重新安装程序。"))?;
        let request = json!({ "kind": minutes["kind"], "of": minutes["of"], "to": to.display().to_string() });
        answer = desk.call("papers.print", request)?;
    }
    print(&text(&answer.value)?);
    Ok(())
}
