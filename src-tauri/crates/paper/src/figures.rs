//! Figures as they are written in Chinese papers: grouped thousands and shares. The templates' filters and whoever shows
//! the same figure on a page ask here, so that both say the same. Which figure it is, they know.

/// 12345 → 12,345.
pub fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    if value < 0 { format!("-{out}") } else { out }
}

/// A share in percent with at most one decimal: 40 of 320 → 12.5%; `None` where the whole is nothing.
pub fn percent(part: i64, whole: i64) -> Option<String> {
    let (sign, units, rest) = tenths(part, whole)?;
    Some(if rest == 0 { format!("{sign}{units}%") } else { format!("{sign}{units}.{rest}%") })
}

/// The same with its decimal always, as the shares of a column stand under one another: 50.0%, 33.3%.
pub fn percent_of_column(part: i64, whole: i64) -> Option<String> {
    let (sign, units, rest) = tenths(part, whole)?;
    Some(format!("{sign}{units}.{rest}%"))
}

/// A share in tenths of a percent, half up, in whole numbers: money never passes through floating point.
fn tenths(part: i64, whole: i64) -> Option<(&'static str, u128, u128)> {
    if whole <= 0 {
        return None;
    }
    let tenths = (i128::from(part) * 2000 + i128::from(whole)).div_euclid(i128::from(whole) * 2);
    let sign = if tenths < 0 { "-" } else { "" };
    Some((sign, tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10))
}

/// Sums of a column with as many decimals as the longest of them: 414,720 under 303,782.40 is 414,720.00. What is no plain
/// figure (—, 5,860.01至5,860.04) stays as it is.
pub(crate) fn align_decimals(column: Vec<&mut String>) {
    let most = column.iter().filter_map(|cell| decimals(cell)).max().unwrap_or(0);
    for cell in column {
        let Some(own) = decimals(cell).filter(|own| *own < most) else { continue };
        if own == 0 {
            cell.push('.');
        }
        cell.push_str(&"0".repeat(most - own));
    }
}

/// How many decimals a figure has; none for other text.
fn decimals(text: &str) -> Option<usize> {
    let figure = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = figure.split_once('.').unwrap_or((figure, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == ',');
    let plain = whole.starts_with(|c: char| c.is_ascii_digit()) && digits(whole) && digits(rest);
    plain.then_some(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_half_up_to_a_tenth() {
        for (part, whole, alone, in_column) in [
            (263, 320, "82.2%", "82.2%"),
            (1, 3, "33.3%", "33.3%"),
            (2, 3, "66.7%", "66.7%"),
            (5, 5, "100%", "100.0%"),
            (0, 5, "0%", "0.0%"),
            (1, 2000, "0.1%", "0.1%"),
            (-1, 8, "-12.5%", "-12.5%"),
        ] {
            assert_eq!(percent(part, whole).as_deref(), Some(alone), "{part} of {whole}");
            assert_eq!(percent_of_column(part, whole).as_deref(), Some(in_column), "{part} of {whole}");
        }
        assert_eq!((percent(3, 0), percent_of_column(0, 0)), (None, None), "of nothing");
    }
    #[test]
    fn the_sums_of_a_column_have_the_same_decimals() {
        for (given, wanted) in [
            (["303,782.40", "414,720", "—"], ["303,782.40", "414,720.00", "—"]),
            (["1,200", "80", ""], ["1,200", "80", ""]),
            (["-5", "0.5", "5,860.01至5,860.04"], ["-5.0", "0.5", "5,860.01至5,860.04"]),
        ] {
            let mut column = given.map(str::to_owned);
            align_decimals(column.iter_mut().collect());
            assert_eq!(column, wanted);
        }
    }
}
