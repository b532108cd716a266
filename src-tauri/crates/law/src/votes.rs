//! Vote and share arithmetic on whole people. Three thresholds occur in the law and are never mixed: ⌈2N/3⌉ for
//! 三分之二以上, ⌈N/2⌉ for 半数以上 (以上 includes the number, 民法典 art. 1259), ⌊N/2⌋+1 for 过半数. Which one
//! holds is a rule's business.

/// The least count that is at least num/den of `n` (rounded up). A zero denominator counts as 1.
pub fn at_least(n: u32, num: u32, den: u32) -> u32 {
    narrow((u64::from(n) * u64::from(num)).div_ceil(u64::from(den.max(1))))
}

/// The greatest count that is at most num/den of `n` (rounded down).
pub fn at_most(n: u32, num: u32, den: u32) -> u32 {
    narrow(u64::from(n) * u64::from(num) / u64::from(den.max(1)))
}

/// The least count that is more than num/den of `n` (the share itself is not enough).
pub fn over(n: u32, num: u32, den: u32) -> u32 {
    at_most(n, num, den).saturating_add(1)
}

fn narrow(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
