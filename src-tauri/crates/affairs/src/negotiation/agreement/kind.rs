//! What agreements there are.

use crate::coded::coded;

coded! {
    /// What an agreement is about: one collective contract and three special ones (“1＋3”).
    AgreementKind {
        /// 集体合同.
        Collective = "collective", "集体合同";
        /// 工资专项集体合同.
        Wage = "wage", "工资专项集体合同";
        /// 女职工权益保护专项集体合同.
        Women = "women", "女职工权益保护专项集体合同";
        /// 劳动安全卫生专项集体合同.
        Safety = "safety", "劳动安全卫生专项集体合同";
    }
}
