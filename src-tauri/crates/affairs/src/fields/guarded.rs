//! Which columns and tables tell of somebody's health or of who somebody is, whatever reads them. What is shown of them, and to whom,
//! stands in `words` and `teller`.

use crate::union::model::{Shown, Sight};

/// What stands for a whistle-blower's name, for how someone was hurt and for a single wage, to whoever may not read it or has not
/// revealed it: no part of it is shown.
pub(super) const PROTECTED: &str = "（受保护）";

/// Tables whose rows tell of somebody's health by being there, whatever stands in them: that someone was examined, was hurt, or lost
/// their leave for an illness. Of whom is told to readers of health alone.
const OF_HEALTH: [&str; 3] = ["health_exam", "injury_help", "leave_bar"];

/// Whether the very rows of a table tell of somebody's health.
pub fn is_of_health(table: &str) -> bool {
    OF_HEALTH.contains(&table)
}

/// Lines of single wages: that somebody stands in a payroll is told to readers of wages alone.
const OF_WAGES: &str = "pay_line";

/// Whether this reader may know that somebody has a row in a table at all, whatever stands in it.
pub fn may_know(table: &str, sight: Sight) -> bool {
    (sight.health != Shown::Never || !is_of_health(table))
        && (sight.wages != Shown::Never || table != OF_WAGES)
}

/// Whether a column tells, or may tell, of someone's health: how somebody was hurt, what was looked into of somebody whose
/// dismissal is meant, and the opinion that says so.
pub fn tells_health(table: &str, column: &str) -> bool {
    matches!(
        (table, column),
        ("injury_help", "asked" | "place" | "result")
            // Of an exam everything, whose it is too.
            | (
                "health_exam",
                "person_id" | "kind" | "examined_on" | "institution" | "hazards" | "conclusion" | "next_on" | "note"
            )
            | ("leave_bar", "kind" | "amount" | "note")
            // Why somebody is in need is as often as not an illness, and how they were helped tells it.
            | ("hardship_file", "cause" | "details" | "household" | "income" | "source")
            | ("member_aid", "kind" | "what")
            // Why someone goes first may tell of an injury, and so may what is noted beside it.
            | ("recuperation_place", "reasons" | "note")
            // Why someone gives leave up is as often as not an illness, and so is what stands beside a period.
            | ("leave_year", "waived_reason" | "note")
            | ("leave_period", "note")
            // Of a mark of hardship; of the others `teller` tells them.
            | ("person_tag", "source" | "note")
            // Of a notice without fault; of the others `teller` tells them.
            | ("dismissal", "findings" | "articles" | "reasons" | "grounds")
            | ("dismissal_check", "answer" | "note")
    )
}

/// Whether a column tells of what one person was paid: of a line of wages everything, whose it is too; elsewhere the sum, be it a
/// wage, a share of it, or reckoned by it.
pub fn tells_wages(table: &str, column: &str) -> bool {
    match table {
        OF_WAGES => column != "removed_at",
        "dues_base" => column == "base",
        "dues_payment" => column == "amount",
        "leave_pay" => ["average", "daily", "paid"].contains(&column),
        _ => false,
    }
}

/// Whether a column tells of who someone is where the table as a whole does not: what they eat tells of their faith or
/// health, a number to call is another's, the day of birth is what the mask of an identity number hides, and a certificate is
/// numbered by its holder as often as not.
pub fn tells_identity(table: &str, column: &str) -> bool {
    matches!(
        (table, column),
        ("recuperation_place", "meals" | "emergency")
            | ("person", "birth" | "birth_precision")
            | ("certificate", "number")
    )
}
