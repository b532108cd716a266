//! The lists of codes of new employment forms: kinds of firms, trades, classes of workers, where a referral goes, topics of the
//! talks, kinds of caps. What is done with them is not decided here.

use crate::coded::coded;

coded! {
    /// What a firm is to the workers.
    PlatformKind {
        /// 平台企业: its orders are worked off.
        Platform = "platform", "平台企业";
        /// 用工合作企业: hires or leads the workers for a platform.
        Partner = "partner", "用工合作企业";
    }
}

coded! {
    /// The trade of a platform. The first three are those whose orders are covered by injury protection as a whole.
    PlatformTrade {
        /// 出行.
        Ride = "ride", "出行";
        /// 即时配送.
        Delivery = "delivery", "即时配送";
        /// 同城货运.
        Freight = "freight", "同城货运";
        /// 快递.
        Express = "express", "快递";
        /// 家政.
        Domestic = "domestic", "家政";
        /// 货车.
        Truck = "truck", "货车";
        /// 其他.
        Other = "other", "其他";
    }
}

coded! {
    /// Whether the orders of a platform are covered by injury protection (职业伤害保障).
    PlatformInjury {
        /// 已参加.
        Covered = "covered", "已参加";
        /// 没有参加.
        NotCovered = "not_covered", "没有参加";
        /// 还不清楚.
        Unknown = "unknown", "还不清楚";
    }
}

coded! {
    /// The social insurance of those who work there.
    PlatformInsurance {
        /// 职工社会保险.
        Employee = "employee", "职工社会保险";
        /// 灵活就业人员参保.
        Flexible = "flexible", "以灵活就业人员身份参保";
        /// 两种都有.
        Mixed = "mixed", "两种都有";
        /// 没有参保.
        Nothing = "none", "没有参保";
        /// 还不清楚.
        Unknown = "unknown", "还不清楚";
    }
}

coded! {
    /// What binds a worker to the firm (L, N, I): which rules hold for them.
    PlatformClass {
        /// 确立劳动关系 (L): the whole of labour law.
        Labour = "labour", "确立劳动关系";
        /// 不完全符合确立劳动关系情形 (N): a written agreement and the guarantees of the guidelines.
        Partial = "partial", "不完全符合确立劳动关系情形";
        /// 个人依托平台自主开展经营、从事自由职业 (I): civil law.
        Civil = "civil", "自主经营、自由职业";
    }
}

coded! {
    /// Which union a worker is referred to (转介).
    PlatformReferralTo {
        /// 用人单位工会.
        Employer = "employer", "用人单位工会";
        /// 平台企业或者合作企业工会.
        Platform = "platform", "平台企业或者合作企业工会";
        /// 行业工会联合会.
        Trade = "trade", "行业工会联合会";
        /// 乡镇街道、村社区工会.
        Township = "township", "乡镇街道、村社区工会";
    }
}

coded! {
    /// What became of a referral.
    PlatformReferralOutcome {
        /// 已接收入会.
        Accepted = "accepted", "已接收入会";
        /// 没有接收.
        Declined = "declined", "没有接收";
        /// 本人不愿意.
        Unwilling = "unwilling", "本人不愿意";
    }
}

coded! {
    /// A topic of the talks about rules and algorithms; the codes are the keys of the rule that lists them.
    PlatformTopic {
        /// 订单分配.
        Orders = "orders", "订单分配";
        /// 收入与抽成.
        Pay = "pay", "收入与抽成";
        /// 工作时长与休息.
        Hours = "hours", "工作时长与休息";
        /// 时间预估与路线规划.
        Routes = "routes", "时间预估与路线规划";
        /// 考核与奖惩.
        Rewards = "rewards", "考核与奖惩";
        /// 其他.
        Other = "other", "其他";
    }
}

coded! {
    /// What came of a topic in one meeting.
    PlatformTopicResult {
        /// 达成一致.
        Agreed = "agreed", "达成一致";
        /// 有分歧.
        Disputed = "disputed", "有分歧";
        /// 留待下次.
        Deferred = "deferred", "留待下次";
    }
}

coded! {
    /// A cap of working time that was agreed.
    PlatformCapKind {
        /// 连续接单最长时间.
        Continuous = "continuous", "连续接单最长时间";
        /// 每日最长工作时间.
        Daily = "daily", "每日最长工作时间";
        /// 停止派单的时间: so long no order is sent once a cap is reached.
        Pause = "pause", "到时限后停止派单";
        /// 休息提醒: so long before a cap the system reminds.
        Remind = "remind", "到时限前提醒休息";
    }
}

coded! {
    /// What the agency concluded on an application for injury protection.
    InjuryOutcome {
        /// 确认为职业伤害.
        Confirmed = "confirmed", "确认为职业伤害";
        /// 没有确认.
        Refused = "refused", "没有确认为职业伤害";
        /// 本人不再申请.
        Withdrawn = "withdrawn", "本人不再申请";
    }
}
