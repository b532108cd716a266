//! Numbers as a PDF's content writes them: short, and the same for the same page.

/// In thousandths, to the nearest.
pub(super) fn rounded(value: f64) -> i64 {
    (value * 1000.0 + 0.5_f64.copysign(value)) as i64
}

/// A number with at most three decimals, and a space; one that is none is 0.
pub(super) fn number(value: f32, out: &mut Vec<u8>) {
    thousandths(if value.is_finite() { rounded(f64::from(value)) } else { 0 }, out);
}

/// A number given in thousandths, and a space. Written digit by digit: a page has thousands.
pub(super) fn thousandths(value: i64, out: &mut Vec<u8>) {
    if value < 0 {
        out.push(b'-');
    }
    let (mut whole, mut rest) = (value.unsigned_abs() / 1000, value.unsigned_abs() % 1000);
    let mut digits = [b'0'; 20];
    let mut at = digits.len();
    while whole > 0 || at == digits.len() {
        at -= 1;
        digits[at] += (whole % 10) as u8;
        whole /= 10;
    }
    out.extend(&digits[at..]);
    if rest > 0 {
        out.push(b'.');
        while rest > 0 {
            out.push(b'0' + (rest / 100) as u8);
            rest = rest % 100 * 10;
        }
    }
    out.push(b' ');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_exact() {
        let shown: Vec<String> = [0.0, -0.0004, 1.5, -28.346_457, 100.0, 0.005, f32::NAN]
            .iter()
            .map(|v| {
                let mut s = Vec::new();
                number(*v, &mut s);
                String::from_utf8(s).unwrap()
            })
            .collect();
        assert_eq!(shown.concat(), "0 0 1.5 -28.346 100 0.005 0 ");
    }
}
