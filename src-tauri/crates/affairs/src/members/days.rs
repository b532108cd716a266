//! Days as the ledger stores them, in words: as far as each is known.

/// 1980-01-01 → 1980年1月1日, as far as the day is known (2015-04 → 2015年4月) and shown (1980-**-** → 1980年**月**日); a time of day
/// stays behind it.
pub(crate) fn words(text: &str) -> String {
    let (day, time) = text.split_once(' ').map_or((text, None), |(day, time)| (day, Some(time)));
    let day = day.split_once('T').map_or(day, |(day, _)| day);
    let read = |part: &str| match part {
        "**" => Some(part.to_owned()),
        _ => part.parse::<u32>().ok().map(|part| part.to_string()),
    };
    let parts: Option<Vec<String>> = day.split('-').map(read).collect();
    let Some(parts) = parts.filter(|parts| parts.len() <= 3) else { return text.to_owned() };
    let day: String = parts.iter().zip(["年", "月", "日"]).map(|(n, unit)| format!("{n}{unit}")).collect();
    time.map_or(day.clone(), |time| format!("{day} {time}"))
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_day_is_told_as_far_as_it_is_known() {
        for (text, told) in [
            ("1980-01-01", "1980年1月1日"),
            ("2015-04", "2015年4月"),
            ("1980-**-**", "1980年**月**日"),
            ("2015", "2015年"),
            ("2026-09-15 09:00", "2026年9月15日 09:00"),
            ("2026-09-15T09:00:00+08:00", "2026年9月15日"),
            ("不详", "不详"),
            ("", ""),
        ] {
            assert_eq!(words(text), told, "{text}");
        }
    }
}
