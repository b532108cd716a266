//! The words of a supervision case that stand in columns: each with its column's text and what people call it.

use crate::coded::coded;

coded! {
    /// Where a clue came from (线索来源).
    SupervisionSource {
        /// 投诉举报.
        Complaint = "complaint", "投诉举报";
        /// 巡查.
        Inspection = "inspection", "巡查";
        /// 预警.
        Warning = "warning", "预警";
    }
}

coded! {
    /// What a case is about: the kinds that 工会法第二十三条 lists.
    SupervisionTopic {
        /// 工资.
        Wages = "wages", "克扣、拖欠工资";
        /// 劳动安全卫生.
        Safety = "safety", "劳动安全卫生";
        /// 劳动时间.
        Hours = "hours", "延长劳动时间";
        /// 女职工、未成年工.
        Women = "women", "女职工和未成年工";
        /// 其他.
        Other = "other", "其他劳动权益";
    }
}

coded! {
    /// What happened in a case.
    SupervisionEventKind {
        /// 受理.
        Accepted = "accepted", "受理";
        /// 不予受理.
        Refused = "refused", "不予受理";
        /// 调查.
        Inquired = "inquired", "调查";
        /// 沟通协商.
        Talked = "talked", "沟通协商";
        /// 答复提示函.
        ReminderAnswered = "reminder_answered", "答复提示函";
        /// 答复意见书.
        OpinionAnswered = "opinion_answered", "答复意见书";
        /// 建议书发出.
        Recommended = "recommended", "建议书发出";
        /// 部门立案.
        Filed = "filed", "部门立案";
        /// 部门处理.
        Decided = "decided", "部门处理";
        /// 结案.
        Closed = "closed", "结案";
        /// 告知反映人.
        Told = "told", "告知反映人";
    }
}

coded! {
    /// What an inquiry found.
    SupervisionFinding {
        /// 查实违法.
        Violation = "violation", "查实违法侵权";
        /// 没有查实.
        None = "none", "没有发现违法侵权";
    }
}

coded! {
    /// What came of talks or of an answer.
    SupervisionOutcome {
        /// 已改正.
        Mended = "mended", "已改正";
        /// 部分改正.
        Partly = "partly", "部分改正";
        /// 不改正.
        Refused = "refused", "拒不改正";
    }
}

coded! {
    /// The letters of supervision (一函两书), and the request that a grassroots union sends in the place of the last.
    SupervisionLetterKind {
        /// 提示函.
        Reminder = "reminder", "提示函";
        /// 意见书.
        Opinion = "opinion", "意见书";
        /// 提请函.
        Request = "request", "提请函";
        /// 建议书: never a grassroots union's own; asked for, it is refused with its rule.
        Recommendation = "recommendation", "建议书";
    }
}
