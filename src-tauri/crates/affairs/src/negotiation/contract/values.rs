//! What is filled into the blanks of a contract: as a person types it, as it is kept, as it is read. Which blanks there are stands
//! in the library.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::counts::narrow;
use super::library::{ClauseLibrary, LibraryBlank, blanks_of};
use super::model::BlankKind;
use crate::Problem;
use crate::negotiation::wording::hundredths;

/// What was filled in, by the blank's name, as it is kept.
pub type Values = BTreeMap<String, String>;

/// A typed value as it is kept. Errors: `bad_input` at `value`, saying how to write it.
pub fn kept(blank: &LibraryBlank, typed: &str) -> Result<String, Problem> {
    let typed = typed.trim();
    // Digits are typed at full width as often as not; words stay as they are.
    let plain = narrow(typed).replace(['　', ' '], "");
    let wrong = |how: &str| Problem::input("value", format!("“{}”{how}", blank.name));
    match blank.kind {
        BlankKind::Sum => {
            let fen = hundred(plain.trim_end_matches('元')).filter(|fen| *fen > 0);
            fen.map(|fen| fen.to_string()).ok_or_else(|| wrong("请填金额，例如2360或2360.50。"))
        }
        BlankKind::Percent => {
            let part = hundred(plain.trim_end_matches('%')).filter(|part| *part < 100_000);
            part.map(|part| part.to_string()).ok_or_else(|| wrong("请填百分比，例如6.5。"))
        }
        BlankKind::Day => {
            let day =
                plain.trim_end_matches(['日', '号']).parse::<u32>().ok().filter(|day| (1..=31).contains(day));
            day.map(|day| day.to_string()).ok_or_else(|| wrong("请填每月的几日，1到31。"))
        }
        BlankKind::Date => {
            let day = plain.parse::<NaiveDate>().map_err(|_| wrong("请选日期。"))?;
            Ok(day.to_string())
        }
        BlankKind::Count => {
            let count = plain.parse::<u32>().ok().filter(|count| *count < 1_000_000);
            count.map(|count| count.to_string()).ok_or_else(|| wrong("请填一个整数。"))
        }
        BlankKind::Choice => {
            let known = blank.choices.iter().any(|choice| choice == typed);
            if known { Ok(typed.to_owned()) } else { Err(wrong("请从列出的几种里选一种。")) }
        }
        BlankKind::Text if typed.is_empty() || typed.chars().count() > 200 => {
            Err(wrong("请填文字，不超过200个字。"))
        }
        BlankKind::Text => Ok(typed.to_owned()),
    }
}

/// A number of at most two places, in hundredths; commas of thousands are passed over.
fn hundred(typed: &str) -> Option<i64> {
    let typed = typed.replace([',', '，'], "");
    let (whole, rest) = typed.split_once('.').unwrap_or((&typed, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || rest.len() > 2 || !digits(whole) || !digits(rest) {
        return None;
    }
    let places = format!("{rest:0<2}");
    Some(whole.parse::<i64>().ok()? * 100 + places.parse::<i64>().ok()?)
}

/// A kept value as a contract prints it.
pub fn shown(kind: BlankKind, value: &str) -> String {
    let number = || value.parse::<i64>().ok();
    match kind {
        BlankKind::Sum => number().map(yuan),
        BlankKind::Percent => number().map(|part| format!("{}%", hundredths(part))),
        BlankKind::Date => value.parse::<NaiveDate>().ok().map(long_day),
        BlankKind::Day | BlankKind::Count | BlankKind::Choice | BlankKind::Text => None,
    }
    .unwrap_or_else(|| value.to_owned())
}

/// 236000 → 2,360; 236050 → 2,360.50.
pub fn yuan(fen: i64) -> String {
    ledger::Fen(fen).short()
}

/// 2026年4月1日.
pub fn long_day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// A clause's words with what was filled in; what was not stays as it is.
pub fn filled(library: &ClauseLibrary, text: &str, values: &Values) -> String {
    let mut text = text.to_owned();
    for name in blanks_of(&text.clone()) {
        if let (Some(blank), Some(value)) = (library.blank(name), values.get(name)) {
            text = text.replace(&format!("【{name}】"), &shown(blank.kind, value));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{kept, shown};
    use crate::negotiation::contract::library::LibraryBlank;
    use crate::negotiation::contract::model::BlankKind;

    fn blank(kind: BlankKind) -> LibraryBlank {
        LibraryBlank {
            name: "空".to_owned(),
            kind,
            choices: vec!["计时工资".to_owned()],
            law: None,
            party: false,
            least: None,
            least_law: None,
            within: None,
        }
    }

    #[test]
    fn what_is_typed_is_kept_whole_and_read_as_it_is_printed() {
        for (kind, typed, value, read) in [
            (BlankKind::Sum, "2,360元", "236000", "2,360"),
            (BlankKind::Sum, "2360.5", "236050", "2,360.50"),
            (BlankKind::Sum, "２４５４．４０", "245440", "2,454.40"),
            (BlankKind::Sum, "２，４５４ 元", "245400", "2,454"),
            (BlankKind::Percent, "６．５％", "650", "6.5%"),
            (BlankKind::Day, "１５日", "15", "15"),
            (BlankKind::Count, "１２", "12", "12"),
            (BlankKind::Date, "２０２６－０４－０１", "2026-04-01", "2026年4月1日"),
            (BlankKind::Text, "二〇二六", "二〇二六", "二〇二六"),
            (BlankKind::Percent, "6.5%", "650", "6.5%"),
            (BlankKind::Percent, "6", "600", "6%"),
            (BlankKind::Day, "10", "10", "10"),
            (BlankKind::Date, "2026-04-01", "2026-04-01", "2026年4月1日"),
            (BlankKind::Count, "3", "3", "3"),
            (BlankKind::Choice, "计时工资", "计时工资", "计时工资"),
            (BlankKind::Text, " 乙 ", "乙", "乙"),
        ] {
            assert_eq!(kept(&blank(kind), typed).unwrap(), value, "{typed}");
            assert_eq!(shown(kind, value), read, "{typed}");
        }
    }

    #[test]
    fn what_is_no_such_value_is_asked_again() {
        for (kind, typed) in [
            (BlankKind::Sum, "两千"),
            (BlankKind::Sum, "0"),
            (BlankKind::Sum, "-5"),
            (BlankKind::Sum, "1.234"),
            (BlankKind::Percent, "六"),
            (BlankKind::Percent, "1000"),
            (BlankKind::Day, "32"),
            (BlankKind::Day, "0"),
            (BlankKind::Date, "2026-02-30"),
            (BlankKind::Count, "1.5"),
            (BlankKind::Choice, "年薪"),
            (BlankKind::Text, "  "),
        ] {
            let problem = kept(&blank(kind), typed).unwrap_err();
            assert_eq!(problem.field.as_deref(), Some("value"), "{typed}");
        }
    }
}
