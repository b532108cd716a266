//! Sums in the capital figures of receipts (大写金额), as the People's Bank's rules for bills write them. What a sum is owed for
//! is the modules' own.

use ledger::Fen;

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
const GROUPS: [&str; 5] = ["", "万", "亿", "万亿", "亿亿"];

/// 25.05 yuan → 贰拾伍元零伍分; a whole sum ends with 整; one under zero begins with 负.
pub fn capital(sum: Fen) -> String {
    let fen = sum.0.unsigned_abs();
    let (yuan, jiao, rest) = (fen / 100, fen / 10 % 10, fen % 10);
    let sign = if sum.0 < 0 { "负" } else { "" };
    let whole = if yuan > 0 { format!("{}元", whole(yuan)) } else { String::new() };
    let digit = |n: u64| DIGITS.get(usize::try_from(n).unwrap_or_default()).copied().unwrap_or('零');
    let tail = match (jiao, rest) {
        (0, 0) if yuan == 0 => "零元整".to_owned(),
        (0, 0) => "整".to_owned(),
        (jiao, 0) => format!("{}角整", digit(jiao)),
        (0, rest) if yuan == 0 => format!("{}分", digit(rest)),
        (0, rest) => format!("零{}分", digit(rest)),
        (jiao, rest) => format!("{}角{}分", digit(jiao), digit(rest)),
    };
    format!("{sign}{whole}{tail}")
}

/// A whole number over zero: groups of four places, one 零 for any run of empty places between two others.
fn whole(mut number: u64) -> String {
    let mut groups = Vec::new();
    while number > 0 {
        groups.push(number % 10_000);
        number /= 10_000;
    }
    let mut said = String::new();
    let mut gap = false;
    for (at, group) in groups.iter().enumerate().rev() {
        if *group == 0 {
            gap = true;
            continue;
        }
        for place in (0..4_usize).rev() {
            let divisor = 10_u64.pow(u32::try_from(place).unwrap_or_default());
            let digit = usize::try_from(group / divisor % 10).unwrap_or_default();
            if digit == 0 {
                gap = true;
                continue;
            }
            if gap && !said.is_empty() {
                said.push('零');
            }
            gap = false;
            said.push(DIGITS[digit]);
            said.push_str(PLACES[place]);
        }
        said.push_str(GROUPS.get(at).copied().unwrap_or_default());
        // Empty places at the end of a group are heard only before a further digit.
        gap = group % 10 == 0;
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_in_capital_figures() {
        for (fen, told) in [
            (2_500, "贰拾伍元整"),
            (2_505, "贰拾伍元零伍分"),
            (2_550, "贰拾伍元伍角整"),
            (2_555, "贰拾伍元伍角伍分"),
            (5, "伍分"),
            (50, "伍角整"),
            (0, "零元整"),
            (-2_500, "负贰拾伍元整"),
            (1_000_000, "壹万元整"),
            (1_000_500, "壹万零伍元整"),
            (1_001_000, "壹万零壹拾元整"),
            (1_234_567, "壹万贰仟叁佰肆拾伍元陆角柒分"),
            (10_000_000_000, "壹亿元整"),
            (10_000_100_000, "壹亿零壹仟元整"),
            (100_100_000, "壹佰万零壹仟元整"),
            (100_000, "壹仟元整"),
            (100_500, "壹仟零伍元整"),
        ] {
            assert_eq!(capital(Fen(fen)), told, "{fen}");
        }
    }
}
