//! Who may have a paper that tells identity, wages or health, and the look that is kept of it. What it is filled with stands in
//! `papers_filled`.

use affairs::members::dues::papers as dues;
use affairs::members::leaving::papers as leaving;
use affairs::office::model::PaperId;
use affairs::union::fee::model::ToldPayrolls;
use affairs::union::fee::papers as fee;
use affairs::union::model::Shown;
use affairs::{letters, members, office, platform};

use crate::Problem;
use crate::commands::dismissals::guard_notice;
use crate::open::Reading;
use crate::rights::Right;

/// Lets pass whoever may read identity, and keeps that they looked.
pub(super) fn guard_identity(reading: &Reading<'_>, person: &str) -> Result<(), Problem> {
    guard_numbers(reading, person, "打印会籍文书")
}

/// The same, for a paper of another kind.
fn guard_numbers(reading: &Reading<'_>, person: &str, purpose: &str) -> Result<(), Problem> {
    let open = reading.open;
    if open.sight().identity == Shown::Never {
        let name = open.person().name;
        let message =
            format!("{name}没有查看证件号码和电话的权限，这份文书写有完整的证件号码，请由有权查看的人打印。");
        return Err(Problem::new("no_right", message));
    }
    // What is issued, the step tells.
    if reading.in_step {
        return Ok(());
    }
    open.ledger.record_look(&open.actor(), members::papers::IDENTITY_PAPER, purpose, &[person.to_owned()])?;
    Ok(())
}

/// Lets pass whoever may read wages, where a paper of dues tells them, and keeps that they looked.
pub(super) fn guard_wages(reading: &Reading<'_>, kind: &str, of: &str) -> Result<(), Problem> {
    let open = reading.open;
    if !dues::shows_wages(reading.connection, kind)? {
        return Ok(());
    }
    if open.sight().wages == Shown::Never {
        let name = open.person().name;
        let message = format!(
            "{name}没有查看个人工资的权限，这份文书写有个人的会费，看得出工资，请由有权查看的人打印。"
        );
        return Err(Problem::new("no_right", message));
    }
    if reading.in_step {
        return Ok(());
    }
    let people = dues::people_of(reading.connection, kind, of)?;
    let people: Vec<String> = people.iter().map(ToString::to_string).collect();
    open.ledger.record_look(&open.actor(), dues::WAGES_PAPER, "打印会费文书", &people)?;
    Ok(())
}

/// Lets pass whoever may read wages, and others where the months of a letter that asks for the contribution are told to them.
pub(super) fn guard_payrolls(
    reading: &Reading<'_>,
    of: &str,
    told: Option<&ToldPayrolls>,
) -> Result<(), Problem> {
    let Some(told) = told else { return Ok(()) };
    if fee::is_open(reading.connection, reading.book, of, told)? { Ok(()) } else { Err(no_payrolls(reading)) }
}

fn no_payrolls(reading: &Reading<'_>) -> Problem {
    let name = reading.open.person().name;
    let message = format!(
        "{name}没有查看个人工资的权限，这份函写有各月的工资总额，从几个月的差额能推算出个人的工资，请由有权查看的人打印。"
    );
    Problem::new("no_right", message)
}

/// Lets pass whoever may read health, where an opinion on a dismissal may tell of it.
pub(super) fn guard_opinion(reading: &Reading<'_>, kind: &str, of: &str) -> Result<(), Problem> {
    match of.parse() {
        Ok(id) if kind == letters::dismissals::papers::OPINION => {
            guard_notice(reading.open, reading.connection, id)
        }
        _ => Ok(()),
    }
}

/// Whether a paper of workers' rights is filled with the numbers of whom it is about: for whoever may read identity, which is a
/// look of its own. For others they are left to be written by hand.
pub(super) fn bears_numbers(reading: &Reading<'_>, kind: &str, of: &str) -> Result<bool, Problem> {
    if reading.open.sight().identity == Shown::Never {
        return Ok(false);
    }
    let Some(person) = letters::rights::person_of(reading.connection, kind, of)? else { return Ok(false) };
    guard_numbers(reading, &person.to_string(), "打印调解协议书")?;
    Ok(true)
}

/// Refuses the kept bytes of a person's own data, which an earlier program issued and kept, to all but the chair; those of a
/// paper with identity in full open to whoever may read identity, and the look is kept.
pub(super) fn guard_issued(reading: &Reading<'_>, id: PaperId) -> Result<(), Problem> {
    let kind = office::store::issued_kind(reading.connection, id)?;
    if leaving::shows_identity(&kind) {
        let of = office::store::issued_of(reading.connection, id)?;
        // Of one who was erased since, the paper alone is left.
        let who = leaving::person_of(reading.connection, &of).map_or(of, |person| person.to_string());
        guard_identity(reading, &who)?;
    }
    if platform::papers::shows_identity(&kind) {
        let of = office::store::issued_of(reading.connection, id)?;
        let who =
            platform::papers::person_of(reading.connection, &of).map_or(of, |person| person.to_string());
        guard_identity(reading, &who)?;
    }
    if kind == letters::mediation::papers::AGREEMENT {
        // One that was issued by somebody who may not read the numbers bears none.
        let source = office::source::of_issue(reading.connection, id)?;
        if source.is_some_and(|source| bears(&source.context)) {
            let of = office::store::issued_of(reading.connection, id)?;
            let person = letters::rights::person_of(reading.connection, &kind, &of).ok().flatten();
            let who = person.map_or(of, |person| person.to_string());
            guard_numbers(reading, &who, "打印调解协议书")?;
        }
    }
    if kind == letters::dismissals::papers::OPINION {
        guard_opinion(reading, &kind, &office::store::issued_of(reading.connection, id)?)?;
    }
    if kind == dues::RECEIPT {
        guard_wages(reading, &kind, &office::store::issued_of(reading.connection, id)?)?;
    }
    if kind == fee::DEMAND && reading.open.sight().wages == Shown::Never {
        // What it tells is of the day it went out, whatever is told of its months now.
        let source = office::source::of_issue(reading.connection, id)?;
        if source.is_none_or(|source| bears_payroll(&source.context)) {
            return Err(no_payrolls(reading));
        }
    }
    if kind == members::papers::OWN_DATA && reading.open.may(Right::Chair).is_err() {
        return Err(Problem::new("no_right", "这份文件里有个人的完整信息，请由主席打开。"));
    }
    Ok(())
}

/// Whether the facts of an issued letter hold a payroll, or what was paid of one.
fn bears_payroll(context: &serde_json::Value) -> bool {
    let paid = |line: &serde_json::Value| line["paid"].as_str().is_some_and(|paid| paid != "0.00");
    let lines = context["lines"].as_array();
    lines.is_none_or(|lines| lines.iter().any(|line| line["payroll"].is_string() || paid(line)))
}

/// Whether the facts of an issue hold somebody's numbers.
fn bears(context: &serde_json::Value) -> bool {
    ["id_number", "phone", "address"].iter().any(|key| context[*key].is_string())
}
