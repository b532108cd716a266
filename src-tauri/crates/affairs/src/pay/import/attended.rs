//! That a table counts parts of a month by attendance, kept behind its headings: a row that is matched to somebody later counts in the
//! same way. Pure.

/// What stands before the half days of whoever was never away, behind the headings that are kept.
const KEPT: &str = "按出勤折算，全勤的半天数";

/// Headings as they are kept, with the half days of whoever was never away.
pub(super) fn kept(shape: &str, full: i32) -> String {
    format!("{shape}|{KEPT}{full}")
}

/// The half days of whoever was never away; none of a table that counts by who entered and left, or was kept before this was.
pub fn full(shape: &str) -> Option<i32> {
    shape.split('|').find_map(|part| part.strip_prefix(KEPT))?.parse().ok()
}
