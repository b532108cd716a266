//! Who may have a paper that tells identity, wages or health: whoever may read it and said in this sitting what for. The look is
//! kept with that purpose. What a paper is filled with stands in `papers_filled`.

use affairs::members::dossier::papers::HEALTH_PAPER;
use affairs::members::dues::papers as dues;
use affairs::members::leaving::papers as leaving;
use affairs::office::model::PaperId;
use affairs::union::fee::model::ToldPayrolls;
use affairs::union::fee::papers as fee;
use affairs::union::model::Shown;
use affairs::{letters, members, office, platform};

use crate::Problem;
use crate::open::{Open, Reading};
use crate::rights::Right;

/// What a paper or a sheet tells of a person in full, each under a reading right of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Numbers of identity, and how to reach somebody.
    Identity,
    /// What one person was paid, or what follows from it.
    Wages,
    /// What is known of somebody's body.
    Health,
}

impl Told {
    fn shown(self, open: &Open) -> Shown {
        let sight = open.sight();
        match self {
            Told::Identity => sight.identity,
            Told::Wages => sight.wages,
            Told::Health => sight.health,
        }
    }

    /// As the sight of the person at the desk names it: the window offers to reveal it by this name.
    fn name(self) -> &'static str {
        match self {
            Told::Identity => "identity",
            Told::Wages => "wages",
            Told::Health => "health",
        }
    }

    /// What whoever has the right may look at.
    fn right(self) -> &'static str {
        match self {
            Told::Identity => "证件号码和电话",
            Told::Wages => "个人工资",
            Told::Health => "健康情况",
        }
    }

    /// What is shown once it is revealed.
    fn revealed(self) -> &'static str {
        match self {
            Told::Identity => "完整号码",
            Told::Wages => "个人工资",
            Told::Health => "健康情况",
        }
    }
}

/// Refuses what tells this in full to one who may not read it, or has not said in this sitting what for; `what` it is, as a
/// sentence begins, and how it would go out, 打印 or 导出. What a step issues nobody looks at yet.
///
/// Errors: `no_right`; `covered`, at the name of what is to be revealed.
pub(super) fn guard_told(reading: &Reading<'_>, told: Told, what: &str, way: &str) -> Result<(), Problem> {
    let open = reading.open;
    match told.shown(open) {
        Shown::Never => {
            let (name, right) = (open.person().name, told.right());
            let message = format!("{name}没有查看{right}的权限，{what}，请由有权查看的人{way}。");
            Err(Problem::new("no_right", message))
        }
        Shown::Masked if !reading.in_step => {
            let message = format!("{what}。请先写明用途，显示{}，再{way}。", told.revealed());
            Err(Problem::new("covered", message).at(told.name()))
        }
        Shown::Masked | Shown::Full => Ok(()),
    }
}

/// Keeps that a paper told these people's data in full, for the purpose for which it was revealed; of everybody where nobody is
/// named. What a step issues, the step tells.
pub(super) fn keep_look(reading: &Reading<'_>, kind: &str, people: &[String]) -> Result<(), Problem> {
    if reading.in_step { Ok(()) } else { reading.open.gave_out(kind, people) }
}

/// What is said of a paper with numbers.
const OF_NUMBERS: &str = "这份文书写有完整的证件号码和电话";

/// Lets pass whoever revealed identity, and keeps that they looked at each of these people.
pub(super) fn guard_identity(reading: &Reading<'_>, people: &[String]) -> Result<(), Problem> {
    guard_told(reading, Told::Identity, OF_NUMBERS, "打印")?;
    keep_look(reading, members::papers::IDENTITY_PAPER, people)
}

/// Lets pass whoever revealed wages, where a paper of dues tells them, and keeps that they looked.
pub(super) fn guard_wages(reading: &Reading<'_>, kind: &str, of: &str) -> Result<(), Problem> {
    if !dues::shows_wages(reading.connection, kind)? {
        return Ok(());
    }
    guard_told(reading, Told::Wages, "这份文书写有个人的会费，看得出工资", "打印")?;
    let people = dues::people_of(reading.connection, kind, of)?;
    let people: Vec<String> = people.iter().map(ToString::to_string).collect();
    keep_look(reading, dues::WAGES_PAPER, &people)
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

/// Lets pass whoever revealed health, where an opinion on a dismissal tells of it, and keeps that they looked.
pub(super) fn guard_opinion(reading: &Reading<'_>, kind: &str, of: &str) -> Result<(), Problem> {
    if !letters::rights::tells_health(reading.connection, kind, of)? {
        return Ok(());
    }
    guard_told(reading, Told::Health, "这份通知核对过本人的健康情况，写在意见里", "打印")?;
    keep_look(reading, HEALTH_PAPER, &[of.to_owned()])
}

/// Whether a paper of workers' rights is filled with the numbers of whom it is about: for whoever may read identity, which is a
/// look of its own. For others they are left to be written by hand.
pub(super) fn bears_numbers(reading: &Reading<'_>, kind: &str, of: &str) -> Result<bool, Problem> {
    if reading.open.sight().identity == Shown::Never {
        return Ok(false);
    }
    let Some(person) = letters::rights::person_of(reading.connection, kind, of)? else { return Ok(false) };
    guard_identity(reading, &[person.to_string()])?;
    Ok(true)
}

/// Refuses the kept bytes of a person's own data, which an earlier program issued and kept, to all but the chair; those of a
/// paper with identity, wages or health in full open to whoever revealed them, and the look is kept.
pub(super) fn guard_issued(reading: &Reading<'_>, id: PaperId) -> Result<(), Problem> {
    let kind = office::store::issued_kind(reading.connection, id)?;
    if leaving::shows_identity(&kind) {
        let of = office::store::issued_of(reading.connection, id)?;
        // Of one who was erased since, the paper alone is left.
        let who = leaving::person_of(reading.connection, &of).map_or(of, |person| person.to_string());
        guard_identity(reading, &[who])?;
    }
    if platform::papers::shows_identity(&kind) {
        let of = office::store::issued_of(reading.connection, id)?;
        let who =
            platform::papers::person_of(reading.connection, &of).map_or(of, |person| person.to_string());
        guard_identity(reading, &[who])?;
    }
    if kind == letters::mediation::papers::AGREEMENT {
        // One that was issued by somebody who may not read the numbers bears none.
        let source = office::store::source_of(reading.connection, id)?;
        if source.is_some_and(|source| bears(&source.context)) {
            let of = office::store::issued_of(reading.connection, id)?;
            let person = letters::rights::person_of(reading.connection, &kind, &of).ok().flatten();
            let who = person.map_or(of, |person| person.to_string());
            guard_identity(reading, &[who])?;
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
        let source = office::store::source_of(reading.connection, id)?;
        if source.is_none_or(|source| bears_payroll(&source.context)) {
            return Err(no_payrolls(reading));
        }
    }
    if kind == members::papers::OWN_DATA {
        if reading.open.may(Right::Chair).is_err() {
            return Err(Problem::new("no_right", "这份文件里有个人的完整信息，请由主席打开。"));
        }
        guard_told(reading, Told::Identity, "这份文件里有个人的完整信息", "打开")?;
        keep_look(reading, members::papers::OWN_DATA, &[office::store::issued_of(reading.connection, id)?])?;
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
