//! What can be the matter with a cell of such a sheet, and how it is told. How much it weighs is told as for a roster.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::members::roster::Severity;

/// What is the matter. The names are stable codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SheetProblemKind {
    /// Neither name nor number says whose row it is.
    Nobody,
    /// No column is known for what was paid in all.
    NoGrossColumn,
    /// What was paid in all stands in a column that is hidden in the file.
    HiddenGross,
    /// Two columns could be what was paid in all.
    SecondGross,
    /// What was paid in all may be no wage by its heading, and nothing else of the file says wages.
    UnsureGross,
    /// A formula without a result.
    Fault,
    /// No sum of money.
    NotMoney,
    /// No number of people.
    NotHeads,
    /// A sum in thousands or ten thousands, or with a sign of currency, was read into yuan.
    MoneyRead,
    /// Nothing was paid.
    Zero,
    /// Less than nothing: a clawback, unpaid leave.
    Negative,
    /// Ten times what the others have, or a tenth of it: a place too many or too few.
    Outlier,
    /// Far from what the others have, by no round factor.
    FarOff,
    /// A total that is not what its rows come to.
    TotalDiffers,
    /// The whole table is far from what was paid before, or from the local minimum, by a unit.
    Scale,
    /// The same, and no unit explains it.
    ScaleOdd,
    /// A heading says its unit, and the columns whose headings say none do not fit beside it.
    UnitDiffers,
    /// Several pages of the same columns, one a workshop perhaps.
    Pages,
    /// Several pages with a payroll that cannot be read as one.
    PagesApart,
    /// Pages that were not read.
    PagesUnread,
    /// Rows that are hidden in the file.
    HiddenRows,
    /// A year's sum where others write a month's.
    Yearly,
    /// A month without its year, or several that do not agree.
    MonthUnsure,
    /// The column is hidden in the file.
    HiddenColumn,
    /// No number of days.
    NotDays,
    /// No whole and no half days.
    NotHalfDays,
    /// More taken than there was.
    Overdrawn,
    /// Leave that begins in one year and ends in the next.
    OverNewYear,
    /// The day of beginning to work and the day of entering the firm are likely exchanged.
    DaysExchanged,
    /// No day that a calendar has.
    NotADay,
    /// A day with more than one reading, or less than a day.
    DayRead,
    /// 尽快, 立即, 长期 where a day is wanted.
    NoDay,
    /// Free text that is no known conclusion.
    Conclusion,
    /// Several hazards of health with different cycles: the strictest counts.
    StrictestCycle,
    /// No cycle is known for a hazard of health.
    NoCycle,
    /// Several findings in one cell.
    Several,
    /// A word of state that is not known.
    State,
    /// A place written in several ways.
    PlaceVariant,
    /// A document that has run out.
    RunOut,
    /// On the roster and not on the payroll.
    NotPaid,
    /// On the payroll and not on the roster.
    NotOnRoster,
    /// Paid though they have left.
    PaidAfterLeaving,
    /// Entered during the month: the month counts in part.
    JoinedMidMonth,
    /// Left during the month: the month counts in part.
    LeftMidMonth,
    /// Several people fit the row.
    Ambiguous,
    /// The number is somebody's and the name another's.
    WhoDiffers,
    /// Numbers that are somebody's but for the noughts before them.
    NumberZeros,
    /// A second row of one person.
    Twice,
    /// No sum that was paid for work.
    NoGross,
    /// Less was paid in all than the parts beside it come to.
    GrossBelow,
    /// What is paid or taken back of earlier months stands in what was paid in all.
    BackPay,
    /// What is paid once a year stands in what was paid in all of a month.
    YearEnd,
    /// A column whose heading names what another one is taken for.
    SecondColumn,
    /// A column that the last file of such headings did not have.
    NewColumn,
}

impl SheetProblemKind {
    /// What a list of doubts about a payroll calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Nobody => "不知道是谁的行",
            Self::Fault => "公式没有结果",
            Self::NotMoney => "不是金额",
            Self::NotHeads => "不是人数",
            Self::MoneyRead => "金额换算成元",
            Self::Zero => "零",
            Self::Negative => "负数",
            Self::Outlier => "与别人差十倍",
            Self::FarOff => "与别人差得远",
            Self::TotalDiffers => "合计对不上",
            Self::Scale | Self::ScaleOdd => "整张表的金额不像月工资",
            Self::UnitDiffers => "有的列没有写单位",
            Self::Pages | Self::PagesApart => "有几张工资表",
            Self::PagesUnread => "没有读的工作表",
            Self::HiddenRows => "隐藏的行",
            Self::Yearly => "写的是一年的数",
            Self::MonthUnsure => "是哪年哪个月的",
            Self::HiddenColumn => "隐藏的列",
            Self::NotDays | Self::NotHalfDays => "不是天数",
            Self::NotPaid => "在花名册里，不在表里",
            Self::NotOnRoster => "花名册里没有",
            Self::PaidAfterLeaving => "已经离职",
            Self::JoinedMidMonth => "期间入职",
            Self::LeftMidMonth => "期间离职",
            Self::Ambiguous => "同名，分不清是谁",
            Self::WhoDiffers => "工号和姓名对不上",
            Self::NumberZeros => "工号只差前面的零",
            Self::Twice => "一个人有两行",
            Self::NoGross => "没有应发",
            Self::NoGrossColumn => "没有认出应发一列",
            Self::HiddenGross => "应发是隐藏的列",
            Self::SecondGross => "有两列像应发",
            Self::UnsureGross => "不一定是工资",
            Self::GrossBelow => "应发比各项加起来少",
            Self::BackPay => "应发里有补发、补扣",
            Self::YearEnd => "应发里有一年发一次的",
            Self::SecondColumn => "同样的列有两列",
            Self::NewColumn => "上次没有的列",
            _ => "其他",
        }
    }
}

/// One remark on one cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetProblem {
    /// Row in the file, counted from 1; 0 for the sheet as a whole.
    pub row: u32,
    /// Column in the file, counted from 1; 0 for the row as a whole.
    pub column: u32,
    /// How much it weighs.
    pub severity: Severity,
    /// The stable code.
    pub kind: SheetProblemKind,
    /// 「第7行「应发」：…」 — cause and what to do.
    pub message: String,
    /// The cell as it stands in the file.
    pub was: String,
    /// For a note: how it was read. For an ask: what is proposed.
    pub proposal: Option<String>,
}
