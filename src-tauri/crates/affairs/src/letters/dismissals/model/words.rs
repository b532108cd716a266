//! The lists of codes of a notice of dismissal or discipline: what the employer means to do, what the union thinks, what came of
//! it, what is looked into. What follows from them is `rules`'.

use crate::coded::coded;

coded! {
    /// What the employer means to do.
    DismissalKind {
        /// 劳动合同法第三十九条: by the worker's fault.
        Fault = "fault", "过失解除";
        /// 第四十条: without fault.
        NoFault = "no_fault", "非过失解除";
        /// 第四十一条: 裁减人员.
        Layoff = "layoff", "裁减人员";
        /// 处分.
        Discipline = "discipline", "处分";
    }
}

impl DismissalKind {
    /// Whether the employer's reason may tell of someone's health: 第四十条 begins with illness and ends with it.
    pub fn tells_health(self) -> bool {
        match self {
            Self::NoFault => true,
            Self::Fault | Self::Layoff | Self::Discipline => false,
        }
    }
}

coded! {
    /// What the union thinks of it.
    DismissalStance {
        /// 没有意见.
        None = "none", "没有意见";
        /// 提出意见, the employer is asked to think again.
        Object = "object", "提出意见";
    }
}

coded! {
    /// What the employer did after the opinion.
    DismissalResult {
        /// 撤回.
        Withdrawn = "withdrawn", "撤回";
        /// 改变.
        Changed = "changed", "改变了处理";
        /// 维持.
        Kept = "kept", "维持不变";
    }
}

coded! {
    /// What the worker wants the union's help for.
    DismissalHelp {
        /// 不需要.
        NotWanted = "not_wanted", "本人不需要";
        /// 申请调解.
        Mediation = "mediation", "申请调解";
        /// 申请仲裁.
        Arbitration = "arbitration", "申请仲裁";
    }
}

coded! {
    /// What is looked into: first the grounds, then whom the law protects.
    DismissalItem {
        /// 事实.
        Facts = "facts", "事实查清楚了，有证据，听过本人的说明";
        /// 规章制度.
        Rules = "rules", "依据的规章制度经过民主程序，并且公示或者告知过";
        /// 第四十二条第一项.
        Exposure = "exposure", "从事接触职业病危害的作业没有做离岗前体检，或者是疑似职业病";
        /// 第四十二条第二项.
        Injured = "injured", "在本单位患职业病或者工伤，丧失或者部分丧失劳动能力";
        /// 第四十二条第三项.
        Medical = "medical", "患病或者非因工负伤，在规定的医疗期内";
        /// 第四十二条第四项.
        Women = "women", "在孕期、产期、哺乳期";
        /// 第四十二条第五项.
        Senior = "senior", "在本单位连续工作满十五年，离法定退休年龄不足五年";
        /// 工会干部.
        Officer = "officer", "是工会主席、副主席或者委员，在任期内";
        /// 协商代表.
        Representative = "representative", "是集体协商的职工方代表，在履职期间";
        /// 因工会活动.
        Activity = "activity", "起因是参加工会活动或者履行工会职责";
    }
}

impl DismissalItem {
    /// Whether a yes speaks for the employer: the grounds do, the protections do not.
    pub fn is_ground(self) -> bool {
        matches!(self, DismissalItem::Facts | DismissalItem::Rules)
    }

    /// Whether an answer tells of someone's health: it is for those alone who may read health.
    pub fn is_health(self) -> bool {
        matches!(
            self,
            DismissalItem::Exposure | DismissalItem::Injured | DismissalItem::Medical | DismissalItem::Women
        )
    }
}
