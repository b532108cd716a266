//! The kinds of papers of a negotiation that other rooms point at, as the papers of the union are told apart by. What each is
//! filled with is `papers`'.

/// 协商会议纪要, made from a meeting.
pub const MINUTES: &str = "negotiation.minutes";
/// 要约书 or 协商意向书, made from a negotiation.
pub const OFFER: &str = "negotiation.offer";
/// 回复书, made from a negotiation.
pub const REPLY: &str = "negotiation.reply";
/// 协商代表名单, made from a negotiation.
pub const REPRESENTATIVES: &str = "negotiation.representatives";
/// 协调处理申请书, made from a negotiation.
pub const COORDINATION: &str = "negotiation.coordination";
/// 协商方案和测算表, made from a negotiation whose year has a chosen scenario. What it tells depends on its reader:
/// `papers::plan` fills it, and it is not issued.
pub const PLAN: &str = "negotiation.plan";
/// 变更、解除、终止、续签协议, made from an amendment.
pub const AMENDMENT: &str = "negotiation.amendment";
/// 集体合同报送审查表, made from an agreement.
pub const FORM: &str = "negotiation.filingForm";
/// 集体合同情况说明, made from an agreement.
pub const STATEMENT: &str = "negotiation.filingStatement";
/// 履行情况检查表, made from a check.
pub const CHECK: &str = "negotiation.performanceCheck";
/// 年度履行报告, made from an agreement that was checked.
pub const REPORT: &str = "negotiation.performanceReport";
/// 首席代表授权委托书, made from a mandate.
pub const CHIEF_MANDATE: &str = "negotiation.chiefMandate";
/// 专业人员委托书, made from a mandate.
pub const ADVISER_MANDATE: &str = "negotiation.adviserMandate";
/// 协商代表推选会议记录, made from a meeting that chose representatives.
pub const ELECTION_RECORD: &str = "negotiation.electionRecord";
/// 协商会议通知, made from a negotiation.
pub const NOTICE: &str = "negotiation.meetingNotice";
/// 合同公布书, made from an agreement.
pub const PUBLICATION: &str = "negotiation.publication";
/// 协商代表公示, made from a negotiation.
pub const ELECTION_NOTICE: &str = "negotiation.electionNotice";
