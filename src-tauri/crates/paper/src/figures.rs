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
}
