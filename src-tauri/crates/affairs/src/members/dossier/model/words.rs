//! The lists of codes of a person's file: terms of contracts, kinds of certificates, training and honours, exams and hazards. What
//! follows from them by rule is not decided here.

use crate::coded::coded;

coded! {
    /// 劳动合同期限 (劳动合同法第十二条).
    ContractTerm {
        /// 固定期限.
        Fixed = "fixed", "固定期限";
        /// 无固定期限.
        Open = "open", "无固定期限";
        /// 以完成一定工作任务为期限.
        Task = "task", "以完成一定工作任务为期限";
    }
}

coded! {
    /// What a certificate proves.
    CertificateKind {
        /// 职业技能等级.
        Skill = "skill", "职业技能等级证书";
        /// 特种作业操作证.
        Operation = "operation", "特种作业操作证";
        /// 职称.
        Title = "title", "职称";
        /// 其他.
        Other = "other", "其他证书";
    }
}

coded! {
    /// 荣誉类别.
    HonourKind {
        /// 劳动模范、先进工作者.
        ModelWorker = "model_worker", "劳动模范（先进工作者）";
        /// 五一劳动奖章.
        MayDayMedal = "may_day_medal", "五一劳动奖章";
        /// 工匠.
        Craftsman = "craftsman", "工匠";
        /// 优秀工会工作者、积极分子.
        UnionActivist = "union_activist", "优秀工会工作者（积极分子）";
        /// 其他.
        Other = "other", "其他荣誉";
    }
}

coded! {
    /// Who gave an honour.
    HonourLevel {
        /// 全国.
        National = "national", "全国";
        /// 省级.
        Province = "province", "省级";
        /// 市级.
        City = "city", "市级";
        /// 县级.
        County = "county", "县级";
        /// 本单位.
        Unit = "unit", "本单位";
    }
}

coded! {
    /// When in an employment an exam is taken.
    ExamKind {
        /// 上岗前.
        Before = "before", "上岗前";
        /// 在岗期间.
        During = "during", "在岗期间";
        /// 离岗时.
        Leaving = "leaving", "离岗时";
        /// 应急.
        Emergency = "emergency", "应急";
    }
}

coded! {
    /// 职业健康检查结论.
    ExamConclusion {
        /// 目前未见异常.
        Normal = "normal", "目前未见异常";
        /// 复查.
        Recheck = "recheck", "复查";
        /// 疑似职业病.
        Suspected = "suspected", "疑似职业病";
        /// 职业禁忌证.
        Contraindication = "contraindication", "职业禁忌证";
        /// 其他疾病或异常.
        Other = "other", "其他疾病或异常";
    }
}

coded! {
    /// 职业病危害因素, by the cycles that the law sets for them.
    HazardKind {
        /// 噪声.
        Noise = "noise", "噪声";
        /// 高温.
        Heat = "heat", "高温";
        /// 粉尘.
        Dust = "dust", "粉尘";
        /// 铅、苯、二硫化碳、锰、甲醛.
        LeadAndKin = "lead", "铅、苯、二硫化碳、锰、甲醛";
        /// 甲醇、一氧化碳、硫化氢.
        MethanolAndKin = "methanol", "甲醇、一氧化碳、硫化氢";
        /// 四氯化碳.
        CarbonTetrachloride = "ccl4", "四氯化碳";
        /// 其他毒物.
        Toxic = "toxic", "其他毒物";
        /// 其他因素, whose next exam only the report names.
        Other = "other", "其他因素";
    }
}
