//! Pure decisions about wage data: what a part of a month comes to for the whole. Which figures are told without the right to read
//! single wages is `figures`' affair, rows are the `store`'s.

use ledger::Fen;

use super::model::PayShare;

/// The months of a year.
pub const TWELVE: i64 = 12;

/// A sum divided, half up; below nothing, half away from nothing.
pub fn divided(sum: Fen, by: i64) -> Fen {
    let by = i128::from(by.max(1));
    let half = if sum.0 < 0 { -by } else { by };
    let whole = (i128::from(sum.0) * 2 + half) / (2 * by);
    Fen(i64::try_from(whole).unwrap_or(i64::MAX))
}

/// What was paid for a part of a period, for the whole of it, half up to the fen; none where it counts for no average.
pub fn full_month(paid: Fen, share: Option<PayShare>) -> Option<Fen> {
    if paid.0 <= 0 {
        return None;
    }
    match share {
        None => Some(paid),
        Some(PayShare { days: 0, .. } | PayShare { of: 0, .. }) => None,
        Some(PayShare { days, of }) if days >= of => Some(paid),
        Some(PayShare { days, of }) => {
            let times = Fen(paid.0.checked_mul(i64::from(of))?);
            Some(divided(times, i64::from(days)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_month_comes_to_the_whole_half_up() {
        let share = |days, of| Some(PayShare { days, of });
        assert_eq!(full_month(Fen(250_000), share(15, 31)), Some(Fen(516_667)));
        assert_eq!(full_month(Fen(1), share(2, 31)), Some(Fen(16)), "15.5 fen");
        assert_eq!(full_month(Fen(500_000), None), Some(Fen(500_000)));
        assert_eq!(full_month(Fen(500_000), share(31, 31)), Some(Fen(500_000)));
        assert_eq!(full_month(Fen(500_000), share(0, 31)), None, "a settlement counts for no average");
        assert_eq!(full_month(Fen(0), None), None);
        assert_eq!(full_month(Fen(-32_050), share(10, 30)), None);
        assert_eq!(
            (divided(Fen(7), 2), divided(Fen(-7), 2), divided(Fen(9_600_006), 12)),
            (Fen(4), Fen(-4), Fen(800_001))
        );
    }
}
