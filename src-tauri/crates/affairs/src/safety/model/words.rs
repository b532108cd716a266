//! The lists of codes of work safety, each with its word.

use crate::coded::coded;

coded! {
    /// How a hazard came to be known.
    HazardFound {
        /// 随手拍.
        Snapshot = "snapshot", "随手拍";
        /// 工会检查.
        Inspection = "inspection", "工会检查";
        /// 职工报告.
        Report = "report", "职工报告";
        /// 企业自查.
        Employer = "employer", "企业自查";
        /// 其他.
        Other = "other", "其他";
    }
}

coded! {
    /// What a hazard is of.
    HazardCategory {
        /// 机械设备.
        Machine = "machine", "机械设备";
        /// 用电.
        Electric = "electric", "用电";
        /// 消防.
        Fire = "fire", "消防";
        /// 高处和临边.
        Height = "height", "高处和临边";
        /// 起重和厂内车辆.
        Lifting = "lifting", "起重和厂内车辆";
        /// 危险化学品.
        Chemical = "chemical", "危险化学品";
        /// 有限空间.
        Space = "space", "有限空间";
        /// 粉尘和有毒有害.
        Dust = "dust", "粉尘和有毒有害";
        /// 防护用品.
        Gear = "gear", "防护用品";
        /// 作业现场和通道.
        Site = "site", "作业现场和通道";
        /// 制度、操作和培训.
        Rules = "rules", "制度、操作和培训";
        /// 其他.
        Other = "other", "其他";
    }
}

coded! {
    /// How grave a hazard is.
    HazardGrade {
        /// 一般.
        General = "general", "一般隐患";
        /// 重大.
        Major = "major", "重大隐患";
    }
}

coded! {
    /// What happened to a hazard.
    HazardEventKind {
        /// 送达撤离建议书, where its issue has no sending.
        Evacuation = "evacuation", "送达撤离建议书";
        /// 单位对撤离作出处理.
        Decided = "decided", "单位对撤离作出处理";
        /// 送达整改建议书, where its issue has no sending.
        Proposed = "proposed", "送达整改建议书";
        /// 单位答复.
        Replied = "replied", "单位答复";
        /// 同意延期.
        Extended = "extended", "同意延期";
        /// 升级督办.
        Escalated = "escalated", "升级督办";
        /// 单位报告整改完成.
        Rectified = "rectified", "整改完成";
        /// 验收合格.
        Passed = "passed", "验收合格";
        /// 验收不合格.
        Failed = "failed", "验收不合格";
        /// 销号.
        Closed = "closed", "销号";
        /// 退回重新整改.
        Reopened = "reopened", "退回重新整改";
        /// 公示.
        Posted = "posted", "公示";
        /// 重大隐患报告监管部门.
        Reported = "reported", "报告监管部门";
        /// 向职代会报告.
        Congress = "congress", "向职代会报告";
    }
}

coded! {
    /// What the employer answered to a proposal.
    HazardAnswer {
        /// 采纳.
        Agreed = "agreed", "采纳";
        /// 部分采纳.
        Partly = "partly", "部分采纳";
        /// 不采纳.
        Refused = "refused", "不采纳";
    }
}

coded! {
    /// Where an escalation goes, from the nearest up.
    HazardLevel {
        /// 班组.
        Team = "team", "班组";
        /// 车间.
        Shop = "shop", "车间";
        /// 企业.
        Employer = "employer", "企业负责人";
        /// 上级工会.
        Upper = "upper", "上级工会";
        /// 监管部门.
        Authority = "authority", "监管部门";
    }
}
