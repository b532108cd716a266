//! The words of annual leave that are chosen from lists.

use crate::coded::coded;

coded! {
    /// Whether a period was taken.
    LeaveKind {
        /// 计划.
        Planned = "planned", "计划";
        /// 已休.
        Taken = "taken", "已休";
    }
}

coded! {
    /// How a year is counted in which someone reaches ten or twenty years of work: no article says it, so the firm does.
    LeaveCrossing {
        /// The whole year by the higher band.
        Year = "year", "跨档的当年就按高的一档";
        /// Each part of the year by its own.
        Ratio = "ratio", "跨档前后按日历天数分段折算";
    }
}

coded! {
    /// Why someone may have no leave in a year (条例第四条, 办法第七条、第十四条).
    LeaveBarKind {
        /// 寒暑假.
        School = "school", "寒暑假";
        /// 不扣工资的事假.
        Personal = "personal", "不扣工资的事假";
        /// 病假.
        Sick = "sick", "病假";
        /// 派遣期间无工作而有报酬.
        Idle = "idle", "派遣期间无工作而有报酬";
    }
}

coded! {
    /// What keeps the days due from being certain.
    LeaveLack {
        /// 没有参加工作时间.
        Started = "started", "没有参加工作时间";
        /// 没有入职日期.
        Hired = "hired", "没有入职日期";
        /// 参加工作晚于入职.
        Exchanged = "exchanged", "参加工作时间晚于入职";
        /// Known to the month or the year, and that decides.
        Precise = "precise", "日期要精确到日";
        /// Whether work went on without a break before this firm.
        Before = "before", "入职前是否连续工作满12个月";
        /// How a year is counted in which the next band is reached.
        Crossing = "crossing", "跨档年度怎么算";
    }
}

coded! {
    /// Which people a list of leave shows.
    LeaveFilter {
        /// Neither taken nor planned a day.
        Unarranged = "unarranged", "还没有安排";
        /// Less than half taken.
        UnderHalf = "underHalf", "休了不到一半";
        /// Days that are not settled.
        Unused = "unused", "还有没休的";
        /// Something is missing.
        Missing = "missing", "缺日期、待确认";
        /// The beginning of work after the day of hiring.
        Exchanged = "exchanged", "参工和入职可能填反";
        /// Carried over, and no consent is entered.
        Carried = "carried", "跨年度还没有同意";
        /// Gone in the year.
        Leaving = "leaving", "当年离职";
    }
}

coded! {
    /// By what a list of leave is ordered.
    LeaveSort {
        /// 姓名.
        Name = "name", "姓名";
        /// 车间.
        Shop = "shop", "车间";
        /// 参加工作时间.
        Started = "started", "参加工作时间";
        /// 应休.
        Due = "due", "应休";
        /// 已休.
        Taken = "taken", "已休";
        /// 还剩.
        Left = "left", "还剩";
    }
}
