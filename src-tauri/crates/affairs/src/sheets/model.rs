//! Which kinds of sheets there are beside the roster, and what is told of one, as they cross the contract.

use serde::Serialize;
use ts_rs::TS;

use super::problem::SheetProblem;
use crate::coded::coded;

coded! {
    /// A kind of sheet other than a roster.
    SheetKind {
        /// 工资表.
        Payroll = "payroll", "工资表";
        /// 年休假表.
        Leave = "leave", "年休假表";
        /// 职业健康检查报告.
        Exams = "exams", "职业健康检查结果";
        /// 隐患台账.
        Hazards = "hazards", "隐患台账";
        /// 培训台账.
        Training = "training", "培训和证书台账";
        /// 培训记录, without certificates.
        Courses = "courses", "培训记录";
        /// 疗休养名单.
        Recuperation = "recuperation", "疗休养名单";
        /// 平台订单导出.
        Orders = "orders", "平台导出的订单数据";
        /// 工资指导线、最低工资标准.
        References = "references", "工资指导线、最低工资标准";
    }
}

/// What a file is that is no roster, or not only one.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OtherSheet {
    /// What it is.
    pub kind: SheetKind,
    /// What people call it.
    pub name: String,
    /// The page that was read.
    pub page: String,
    /// Rows with data on it.
    pub rows: u32,
    /// Totals, notes and repeated headers that were passed over.
    pub passed: u32,
    /// What can be taken from it now, in whole sentences.
    pub takes: Vec<String>,
    /// What can not be kept yet, in whole sentences.
    pub not_yet: Vec<String>,
    /// What is the matter with its cells, the first of it.
    pub problems: Vec<SheetProblem>,
    /// How much there is.
    pub problem_count: u32,
    /// How its certificates stand to the roster; of a training ledger only.
    pub certificates: Option<CertificateCounts>,
    /// How its rows stand to the roster; of a sheet of courses only.
    pub courses: Option<CourseCounts>,
    /// How its exams stand to the roster; of a report of health exams only, and only to whoever may read health.
    pub exams: Option<ExamCounts>,
}

/// Exams of a report beside the roster and what is kept already.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExamCounts {
    /// New ones of people who are known for certain.
    pub fits: u32,
    /// Those that people have already: of the same day and kind.
    pub held: u32,
    /// Those that cannot be entered as they are.
    pub wrong: u32,
    /// Of these the first, each with its row and why, in whole sentences.
    pub told: Vec<String>,
}

/// Courses of a sheet beside the roster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CourseCounts {
    /// New ones of people who are known for certain.
    pub fits: u32,
    /// Those that people have already.
    pub held: u32,
    /// Those that cannot be entered as they are.
    pub wrong: u32,
}

/// Certificates of a training ledger beside the roster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateCounts {
    /// New ones of people who are known for certain.
    pub fits: u32,
    /// Those that people have already.
    pub held: u32,
    /// Of people whom the roster does not have.
    pub nobody: u32,
    /// Where several people fit.
    pub several: u32,
}
