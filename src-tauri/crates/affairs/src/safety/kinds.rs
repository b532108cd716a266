//! The kinds of papers of work safety, as the ledger and the contract name them. What each is filled with stands in `papers`.

/// 隐患登记表, made from a hazard.
pub const SHEET: &str = "safety.sheet";
/// 整改建议书, made from a hazard.
pub const PROPOSAL: &str = "safety.proposal";
/// 撤离建议书, made from a hazard that is a danger to lives.
pub const EVACUATION: &str = "safety.evacuation";

/// 隐患台账, of a period.
pub const LEDGER: &str = "safety.ledger";
/// 隐患排查治理情况公示, of a quarter.
pub const NOTICE: &str = "safety.notice";
/// 职代会安全报告, of a year.
pub const REPORT: &str = "safety.report";

/// 劳动保护监督检查记录, made from an inspection.
pub const VISIT: &str = "safety.visit";
