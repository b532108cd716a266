//! The times within which something is done: 7日以内, 五个工作日内. They are no amounts of the talks; a comparison shows where they
//! moved.

use super::counts::count;
use crate::negotiation::wording::{NumberMove, pairs};

/// A time within which something is done.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Length {
    days: i64,
    /// 天 or 个工作日.
    unit: &'static str,
    /// As it is written.
    words: String,
    /// What stands before it, since the mark before that.
    label: String,
}

/// Each unit as it is written, and what it is.
const UNITS: [(&str, &str); 4] =
    [("个工作日", "个工作日"), ("工作日", "个工作日"), ("日", "天"), ("天", "天")];

/// A length with which a text begins, and how long it is in bytes.
fn length(text: &str) -> Option<(i64, &'static str, usize)> {
    let (days, len) = count(text)?;
    let (written, unit) = UNITS.iter().find(|(written, _)| text[len..].starts_with(written))?;
    let len = len + written.len();
    let within = ["内", "以内", "之内"].iter().any(|word| text[len..].starts_with(word));
    within.then_some((days, *unit, len))
}

/// Every length of a text, in order.
fn lengths(text: &str) -> Vec<Length> {
    let mut found = Vec::new();
    let (mut at, mut since) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        // A day of a month is none: 4月10日内.
        let step = match length(&text[at..]).filter(|_| !text[..at].ends_with('月')) {
            Some((days, unit, len)) => {
                let label = text[since..at].trim().to_owned();
                found.push(Length { days, unit, words: text[at..at + len].to_owned(), label });
                since = at + len;
                len
            }
            // The rest of a number begins none.
            None => count(&text[at..]).map_or(c.len_utf8(), |(_, len)| len),
        };
        if matches!(c, '，' | '。' | '；' | '、' | '：' | '\n') {
            since = at + step;
        }
        at += step;
    }
    found
}

/// The lengths that moved between two texts.
pub(super) fn moves(before: &str, after: &str) -> Vec<NumberMove> {
    let (old, new) = (lengths(before), lengths(after));
    let labels = |all: &[Length]| all.iter().map(|one| one.label.clone()).collect::<Vec<_>>();
    let paired = pairs(&labels(&old), &labels(&new), &|_, _| true);
    let both = paired.into_iter().map(|(at, to)| (&old[at], &new[to]));
    both.filter(|(old, new)| (old.days, old.unit) != (new.days, new.unit))
        .map(|(old, new)| NumberMove {
            from: old.words.clone(),
            to: new.words.clone(),
            by: match new.days - old.days {
                _ if old.unit != new.unit => format!("改为按{}计算", new.unit.trim_start_matches('个')),
                more if more > 0 => format!("延长{more}{}", new.unit),
                less => format!("缩短{}{}", -less, new.unit),
            },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::moves;

    #[test]
    fn a_time_within_which_something_is_done_is_told_where_it_moved() {
        for (before, after, told) in [
            ("另一方在7日内答复。", "另一方在十五日以内书面答复。", "7日→十五日 延长8天"),
            ("10天内补足工资", "工会提出后5日以内补足", "10天→5日 缩短5天"),
            ("在7日以内答复", "在5个工作日内答复", "7日→5个工作日 改为按工作日计算"),
            (
                "接到通知的三日内通知，提出以后的30日内答复",
                "提出以后的15日内答复，接到通知的3日内通知",
                "30日→15日 缩短15天",
            ),
        ] {
            let found: Vec<_> = moves(before, after)
                .iter()
                .map(|one| format!("{}→{} {}", one.from, one.to, one.by))
                .collect();
            assert_eq!(found, [told], "{before}");
        }
        for (before, after) in [
            ("7日内答复", "七天以内答复"),
            ("每月15日发放", "每月10日发放"),
            ("4月1日内", "4月10日内"),
            ("7日内答复", "7日内答复，15日内办理"),
        ] {
            assert_eq!(moves(before, after), [], "{before}");
        }
    }
}
