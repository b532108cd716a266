//! Filters of Chinese papers: dates, figures, numbering, masking. Each takes a value of the context and gives text; none
//! guesses: what it cannot read is an error, and a share of nothing is "—".

use chrono::{Datelike, NaiveDate, Timelike};
use minijinja::{Environment, Error, ErrorKind, Value};

use crate::figures::{self, grouped};

/// Adds all filters.
pub(super) fn add(env: &mut Environment<'static>) {
    env.add_filter("cdate", cdate);
    env.add_filter("ctime", ctime);
    env.add_filter("cdatetime", cdatetime);
    env.add_filter("group", grouped);
    env.add_filter("yuan", yuan_of);
    env.add_filter("percent", percent);
    env.add_filter("cnum", cnum);
    env.add_filter("dash", dash);
    env.add_filter("mask_id", mask_id);
    env.add_filter("mask_phone", mask_phone);
    env.add_filter("last_four", last_four);
    env.add_filter("stop", stop);
    env.add_filter("unknown", unknown);
}

fn bad(what: &str) -> Error {
    Error::new(ErrorKind::InvalidOperation, what.to_owned())
}

fn date_of(text: &str) -> Result<NaiveDate, Error> {
    let day = text.get(..10).unwrap_or(text);
    NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| bad("日期要写成 2026-03-05"))
}

fn time_of(text: &str) -> Result<(u32, u32), Error> {
    let clock = text.split_once('T').map_or(text, |(_, t)| t);
    let clock = clock.get(..5).unwrap_or(clock);
    let time = chrono::NaiveTime::parse_from_str(clock, "%H:%M").map_err(|_| bad("时间要写成 14:30"))?;
    Ok((time.hour(), time.minute()))
}

/// 2026-03-05 → 2026年3月5日 (no leading zero, GB/T 9704).
fn cdate(text: &str) -> Result<String, Error> {
    let d = date_of(text)?;
    Ok(format!("{}年{}月{}日", d.year(), d.month(), d.day()))
}

/// 14:30 or 2026-03-05T14:30 → 14时30分; a full hour → 14时.
fn ctime(text: &str) -> Result<String, Error> {
    let (h, m) = time_of(text)?;
    Ok(if m == 0 { format!("{h}时") } else { format!("{h}时{m:02}分") })
}

/// 2026-03-05T14:30 → 2026年3月5日14时30分.
fn cdatetime(text: &str) -> Result<String, Error> {
    Ok(format!("{}{}", cdate(text)?, ctime(text)?))
}

/// The same of a value: a sum that is known only between bounds comes as text that says them, and stays as it is.
fn yuan_of(of: &Value) -> Result<String, Error> {
    match of.as_str() {
        Some(said) => Ok(said.to_owned()),
        None => i64::try_from(of.clone()).map(yuan),
    }
}

/// Fen to yuan: 586000 → 5,860; 586050 → 5,860.50.
fn yuan(fen: i64) -> String {
    let whole = grouped(fen.abs() / 100);
    let cents = fen.abs() % 100;
    let sign = if fen < 0 { "-" } else { "" };
    if cents == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{cents:02}") }
}

/// `part|percent(whole)` → 12.5%; a share of zero, or of something missing, is "—".
fn percent(part: &Value, whole: &Value) -> Result<String, Error> {
    let number = |v: &Value| i64::try_from(v.clone()).ok();
    let (Some(part), Some(whole)) = (number(part), number(whole)) else { return Ok("—".to_owned()) };
    Ok(figures::percent(part, whole).unwrap_or_else(|| "—".to_owned()))
}

/// 23 → 二十三 (1 to 9,999).
fn cnum(value: u32) -> Result<String, Error> {
    crate::text::chinese_number(value).ok_or_else(|| bad("只能写 1 到 9999 的数"))
}

/// An absent or empty value as "—".
fn dash(value: &Value) -> String {
    if value.is_none() || value.is_undefined() || value.as_str().is_some_and(|s| s.trim().is_empty()) {
        return "—".to_owned();
    }
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// 110101199003070011 → 110101********0011.
fn mask_id(text: &str) -> String {
    mask(text, 6, 4)
}

/// 13800008000 → 138****8000.
fn mask_phone(text: &str) -> String {
    mask(text, 3, 4)
}

/// 110101199003070011 → 0011: a paper that names a person by the end of a number never shows more of it.
fn last_four(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(4);
    text.chars().skip(skipped).collect()
}

/// Too short a value is hidden whole: a mask that shows everything is none.
fn mask(text: &str, head: usize, tail: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let keep = if chars.len() > head + tail { (head, tail) } else { (0, 0) };
    chars
        .iter()
        .enumerate()
        .map(|(i, c)| if i < keep.0 || i >= chars.len() - keep.1 { *c } else { '*' })
        .collect()
}

/// Ends a sentence: adds "。" unless the text ends in a mark of its own.
fn stop(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() || text.ends_with(|c| "。！？；：…”，、.!?;,".contains(c)) {
        text.to_owned()
    } else {
        format!("{text}。")
    }
}

/// For the last branch of a choice: a value that the template does not know is an error, not a silent gap.
fn unknown(value: &Value) -> Result<String, Error> {
    Err(bad(&format!("不认识的取值“{value}”")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_carry_no_leading_zero_of_day() {
        assert_eq!(cdate("2026-03-05").ok().as_deref(), Some("2026年3月5日"));
        assert_eq!(cdatetime("2026-11-22T09:05:00+08:00").ok().as_deref(), Some("2026年11月22日9时05分"));
        assert_eq!(ctime("14:00").ok().as_deref(), Some("14时"));
        assert!(cdate("2026-02-30").is_err(), "an impossible day is refused");
        assert!(cdate("去年").is_err());
    }

    #[test]
    fn figures_are_grouped_and_shares_of_nothing_are_a_dash() {
        assert_eq!(grouped(-1_234_567), "-1,234,567");
        assert_eq!(
            (yuan(586_000), yuan(586_050), yuan(-5)),
            ("5,860".into(), "5,860.50".into(), "-0.05".into())
        );
        let said = |of: Value| yuan_of(&of).ok();
        assert_eq!(said(Value::from(586_050)).as_deref(), Some("5,860.50"));
        assert_eq!(said(Value::from("5,860.01至5,860.04")).as_deref(), Some("5,860.01至5,860.04"));
        assert_eq!(said(Value::from(())), None, "nothing is no sum");
        let share = |a: i64, b: i64| percent(&Value::from(a), &Value::from(b)).unwrap();
        assert_eq!(
            (share(40, 320), share(1, 3), share(2, 3)),
            ("12.5%".into(), "33.3%".into(), "66.7%".into())
        );
        assert_eq!(share(5, 0), "—");
        assert_eq!(percent(&Value::from(()), &Value::from(3)).unwrap(), "—");
    }

    #[test]
    fn masks_hide_short_values_whole() {
        assert_eq!(mask_id("110101199003070011"), "110101********0011");
        assert_eq!(mask_phone("13800008000"), "138****8000");
        assert_eq!(mask_id("1101"), "****");
        assert_eq!((last_four("110101199003070011"), last_four("0011")), ("0011".into(), "0011".into()));
    }

    #[test]
    fn a_sentence_gets_one_stop() {
        assert_eq!(
            (stop("同意"), stop("同意。"), stop("")),
            ("同意。".into(), "同意。".into(), String::new())
        );
    }
}
