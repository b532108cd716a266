//! What people type into forms, whatever the form: a text too long for a register is refused, an empty one is none, a time of
//! the day is written in one way. What a form must hold is its module's rule.

use chrono::NaiveTime;

use crate::Problem;

/// Refuses a text that is longer than a register has room for: something else was pasted.
///
/// Errors: `bad_input` at the field.
pub(crate) fn short(field: &str, text: &str, most: usize) -> Result<(), Problem> {
    if text.chars().count() <= most {
        return Ok(());
    }
    Err(Problem::input(
        field,
        format!("这里超过了{most}个字，请检查是否粘贴了别的内容；长的内容请作为附件添加。"),
    ))
}

/// The text of a field that may stand empty.
pub(crate) fn text(value: &Option<String>) -> Option<&str> {
    value.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// The lines of a column that holds a list, one a line: those that say something.
pub(crate) fn lines(all: &[String]) -> String {
    all.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A time of the day as people write it (16:00, 9：30, 16时, 16点30分) as `HH:MM`; `None` when it is none.
pub(crate) fn tidy_time(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if "：时点.．".contains(c) { ':' } else { c })
        .collect();
    let plain = plain.trim_end_matches('分').trim_end_matches(':');
    let whole = if plain.contains(':') { plain.to_owned() } else { format!("{plain}:00") };
    let time = NaiveTime::parse_from_str(&whole, "%H:%M").ok()?;
    Some(time.format("%H:%M").to_string())
}

/// Whether a character only turns the direction of reading: no paper prints it, and in a name it hides how the name ends.
pub fn turns_reading(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_in_one_way() {
        for (typed, time) in [
            ("16:00", "16:00"),
            ("9：30", "09:30"),
            ("16时", "16:00"),
            ("16点30分", "16:30"),
            ("17", "17:00"),
        ] {
            assert_eq!(tidy_time(typed).as_deref(), Some(time), "{typed}");
        }
        for typed in ["下午", "24:00", "16:75", ""] {
            assert_eq!(tidy_time(typed), None, "{typed}");
        }
    }
}
