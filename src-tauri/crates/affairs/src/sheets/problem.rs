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
    /// A formula without a result.
    Fault,
    /// No sum of money.
    NotMoney,
    /// A sum in thousands or ten thousands, or with a sign of currency, was read into yuan.
    MoneyRead,
    /// Nothing was paid.
    Zero,
    /// Less than nothing: a clawback, unpaid leave.
    Negative,
    /// Ten times what the others have, or a tenth of it: a place too many or too few.
    Outlier,
    /// A year's sum where others write a month's.
    Yearly,
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
    /// Several people fit the row.
    Ambiguous,
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
