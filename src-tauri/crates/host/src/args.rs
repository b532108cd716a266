//! The command line, read by hand: five forms and a few options do not need a library.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use desk::Problem;

/// What `gonghui --help` prints.
pub const HELP: &str = "\
工会案头（无窗口）

用法：
  gonghui commands                                   列出全部命令及其类型（JSON）
  gonghui --ledger 文件夹 call 命令 [JSON | @文件 | -]  办一件事，结果以 JSON 打印
  gonghui --ledger 文件夹 run < 脚本.jsonl             一个进程里依次办多件事
  gonghui --ledger 文件夹 demo [--minutes 文件.pdf]    建立示例工会，并打印最近一次会议纪要
                                                       （它的口令是“示例工会 demo 2026”）

选项：
  --ledger 文件夹          账本所在的文件夹
  --passphrase-file 文件   从文件读口令（第一行）；也可用环境变量 GONGHUI_PASSPHRASE
  --now 2026-11-16T09:00+08:00   固定时钟
  --ids 数字               固定编号的种子
  --assets 文件夹          程序自带资料的位置（平时不用）
  --fonts 文件夹           从这里找小标宋、仿宋等标准字体；不写就用程序自带的字体

例：
  GONGHUI_PASSPHRASE=… gonghui --ledger 我的账本 call today.list
  GONGHUI_PASSPHRASE=… gonghui --ledger 我的账本 call members.import '{\"file\": \"花名册.xlsx\"}'

成功时退出码为 0；否则为 1，标准错误上是 {code, message, field?, rule?}；run 另有 line，是脚本的第几行。";

/// What is to be done.
#[derive(Debug, PartialEq)]
pub enum Action {
    /// Print the help.
    Help,
    /// Print the contract.
    Commands,
    /// One command.
    Call {
        /// Its name.
        name: String,
        /// Its arguments: JSON, `@file` or `-`.
        json: Option<String>,
    },
    /// Lines from stdin.
    Run,
    /// Build the demo union.
    Demo,
}

/// The command line as read.
#[derive(Debug, PartialEq)]
pub struct Args {
    /// What is to be done.
    pub action: Action,
    /// The ledger's folder.
    pub ledger: Option<PathBuf>,
    /// A file with the passphrase.
    pub passphrase_file: Option<PathBuf>,
    /// The fixed moment.
    pub now: Option<DateTime<FixedOffset>>,
    /// The seed of ids.
    pub ids: Option<u64>,
    /// The assets' folder.
    pub assets: Option<PathBuf>,
    /// A folder with the standard's own faces.
    pub fonts: Option<PathBuf>,
    /// Where the demo's minutes go.
    pub minutes: Option<PathBuf>,
}

fn wrong(message: impl Into<String>) -> Problem {
    Problem::new("usage", message)
}

/// Reads the arguments after the program's name.
pub fn parse(args: impl Iterator<Item = String>) -> Result<Args, Problem> {
    let mut parsed = Args {
        action: Action::Help,
        ledger: None,
        passphrase_file: None,
        now: None,
        ids: None,
        assets: None,
        fonts: None,
        minutes: None,
    };
    let mut words = Vec::new();
    let mut args = args;
    while let Some(word) = args.next() {
        let mut value = |name: &str| args.next().ok_or_else(|| wrong(format!("选项 {name} 后面缺少内容。")));
        match word.as_str() {
            "--ledger" => parsed.ledger = Some(value("--ledger")?.into()),
            "--passphrase-file" => parsed.passphrase_file = Some(value("--passphrase-file")?.into()),
            "--assets" => parsed.assets = Some(value("--assets")?.into()),
            "--fonts" => parsed.fonts = Some(value("--fonts")?.into()),
            "--minutes" => parsed.minutes = Some(value("--minutes")?.into()),
            "--now" => parsed.now = Some(moment(&value("--now")?)?),
            "--ids" => {
                let seed = value("--ids")?;
                parsed.ids = Some(seed.parse().map_err(|_| wrong("--ids 后面应当是一个不带符号的整数。"))?);
            }
            "--passphrase" => {
                return Err(wrong(
                    "口令不能写在命令行上，别人看得见；请用环境变量 GONGHUI_PASSPHRASE 或 --passphrase-file。",
                ));
            }
            "--help" | "-h" => return Ok(parsed),
            other if other.starts_with("--") => {
                return Err(wrong(format!("没有“{other}”这个选项；gonghui --help 说明用法。")));
            }
            _ => words.push(word),
        }
    }
    parsed.action = action(words)?;
    Ok(parsed)
}

fn action(words: Vec<String>) -> Result<Action, Problem> {
    let mut words = words.into_iter();
    let action = match words.next().as_deref() {
        None | Some("help") => Action::Help,
        Some("commands") => Action::Commands,
        Some("run") => Action::Run,
        Some("demo") => Action::Demo,
        Some("call") => {
            let name = words.next().ok_or_else(|| wrong("call 后面缺少命令名，例如 call today.list。"))?;
            Action::Call { name, json: words.next() }
        }
        Some(other) => return Err(wrong(format!("不认识“{other}”；gonghui --help 说明用法。"))),
    };
    match words.next() {
        Some(extra) => Err(wrong(format!("多出来的内容“{extra}”；JSON 请用引号括起来。"))),
        None => Ok(action),
    }
}

/// RFC 3339, seconds optional.
fn moment(text: &str) -> Result<DateTime<FixedOffset>, Problem> {
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"))
        .map_err(|_| wrong("--now 后面的时间应写成 2026-11-16T09:00+08:00。"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Args, Problem> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_stand_anywhere() {
        let args = read("--ledger d call today.list {} --now 2026-11-16T09:00+08:00 --ids 7").unwrap();
        assert_eq!(args.action, Action::Call { name: "today.list".into(), json: Some("{}".into()) });
        assert_eq!(args.ids, Some(7));
        assert_eq!(args.now.unwrap().to_rfc3339(), "2026-11-16T09:00:00+08:00");
    }

    #[test]
    fn a_passphrase_on_the_command_line_is_refused() {
        assert_eq!(read("--passphrase x call ledger.status").unwrap_err().code, "usage");
        assert_eq!(read("--ids -1 run").unwrap_err().code, "usage");
        assert_eq!(read("call").unwrap_err().code, "usage");
        assert_eq!(read("run run").unwrap_err().code, "usage");
    }
}
