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
    if whole <= 0 {
        return None;
    }
    // Tenths of a percent, half up, in whole numbers: money never passes through floating point.
    let tenths = (i128::from(part) * 2000 + i128::from(whole)).div_euclid(i128::from(whole) * 2);
    let (units, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    Some(if rest == 0 { format!("{sign}{units}%") } else { format!("{sign}{units}.{rest}%") })
}
