//! What the print service's programs say, read: plain functions over their English words, and the Chinese sentences for
//! what they refuse. Nothing is run here.

use super::Printer;
use crate::contract::Problem;

/// The printers of four answers: names (`lpstat -e`), states (`-l -p`), who takes papers (`-a`), the machine's choice
/// (`-d`).
pub fn printers(names: &str, states: &str, accepts: &str, standard: &str) -> Vec<Printer> {
    let standard = standard.split_once("default destination: ").map(|(_, name)| name.trim());
    let mut all: Vec<Printer> = names
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| {
            let stopped = begins(states, &format!("printer {name} disabled"));
            let refuses = begins(accepts, &format!("{name} not accepting"));
            let label = label(states, name).filter(|it| !it.is_empty()).unwrap_or(name);
            Printer {
                name: name.to_owned(),
                label: label.to_owned(),
                standard: standard == Some(name),
                ready: !stopped && !refuses,
            }
        })
        .collect();
    all.sort_by_key(|printer| !printer.standard);
    all
}

fn begins(text: &str, words: &str) -> bool {
    text.lines().any(|line| line.starts_with(words))
}

/// The description of a printer: an indented line after its own.
fn label<'a>(states: &'a str, name: &str) -> Option<&'a str> {
    let own = format!("printer {name} ");
    let after = states.lines().skip_while(|line| !line.starts_with(&own)).skip(1);
    let mut lines = after.take_while(|line| !line.starts_with("printer "));
    lines.find_map(|line| line.trim_start().strip_prefix("Description:")).map(str::trim)
}

/// The job of `request id is NAME-12 (0 file(s))`.
pub fn job(said: &str) -> Option<&str> {
    said.lines().find_map(|line| line.strip_prefix("request id is ")?.split_whitespace().next())
}

/// The last page of pages written as `1-3,5`, each range and the list rising; 0 where nothing is written, `None` where
/// something else is.
pub fn last_of_range(pages: &str) -> Option<u32> {
    let digits =
        |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u32>().ok()).flatten();
    if pages.is_empty() {
        return Some(0);
    }
    pages.split(',').try_fold(0, |last, part| {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to) = (digits(from)?, digits(to)?);
        (last < from && from <= to).then_some(to)
    })
}

/// How many pages one of our own papers has; each is an object in plain text. `None` where none is found so.
pub fn pages(pdf: &[u8]) -> Option<u32> {
    let of = |mark: &[u8]| {
        let ends = |after: &[u8]| after.get(mark.len()).is_none_or(|next| !next.is_ascii_alphabetic());
        (0..pdf.len()).filter(|at| pdf[*at..].starts_with(mark) && ends(&pdf[*at..])).count()
    };
    let count = of(b"/Type/Page") + of(b"/Type /Page");
    u32::try_from(count).ok().filter(|count| *count > 0)
}

/// Whether the first page of one of our own papers is wider than high; its box stands in plain text.
pub fn lies_across(pdf: &[u8]) -> bool {
    const BOX: &[u8] = b"/MediaBox";
    let Some(at) = pdf.windows(BOX.len()).position(|it| it == BOX) else { return false };
    let rest = String::from_utf8_lossy(&pdf[at + BOX.len()..pdf.len().min(at + BOX.len() + 80)]).into_owned();
    let numbers = rest.trim_start().trim_start_matches('[').split(']').next().unwrap_or_default();
    let numbers: Vec<f32> = numbers.split_whitespace().filter_map(|it| it.parse().ok()).collect();
    matches!(numbers[..], [left, bottom, right, top] if right - left > top - bottom)
}

/// The sentence for what `lp` refused.
pub fn refusal(wrong: &str) -> Problem {
    let wrong = wrong.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|it| wrong.contains(it));
    let message = if has(&["not accepting"]) {
        "这台打印机现在不接受新的文件，可能被停用了；请检查打印机，或换一台。"
    } else if has(&["does not exist", "unknown destination", "no default destination", "invalid destination"])
    {
        "找不到这台打印机，它可能已被移走或改了名字；请换一台，或重新添加打印机。"
    } else if has(&["scheduler", "unable to connect", "connection refused", "bad file descriptor"]) {
        return silent();
    } else if has(&["not authorized", "forbidden", "unauthorized", "access denied", "password"]) {
        "这台打印机不允许您打印；请让管理这台电脑的人放开，或换一台。"
    } else if has(&["no space", "disk full", "too large", "quota"]) {
        "打印服务放不下这份文件，磁盘可能已满，或超过了打印机的限额；请清理后再试。"
    } else if has(&["unsupported", "document-format", "no filter"]) {
        "这台打印机不认识这种文件；请换一台，或用阅读器打开后打印。"
    } else {
        "打印服务没有接收这份文件；请检查打印机是否开着、有没有纸，再试一次，或用阅读器打开后打印。"
    };
    Problem::new("printer", message)
}

/// The sentence for a print service that does not answer.
pub fn silent() -> Problem {
    Problem::new("printer", "打印服务没有回应；请检查打印服务是否在运行，或用阅读器打开后打印。")
}
