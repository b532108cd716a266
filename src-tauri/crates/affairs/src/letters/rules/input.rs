//! What the forms of supervision must hold by themselves, whatever the course of the case: what is missing, too long, or on a
//! day that is still to come; and who may inquire.

use chrono::NaiveDate;

use super::{SupervisionLaw, refuse, words};
use crate::Problem;
use crate::letters::model::{
    SupervisionEventInput, SupervisionEventKind, SupervisionInput, SupervisionInspector,
    SupervisionInspectorInput, SupervisionLetterInput, SupervisionLetterKind, SupervisionServed,
};
use crate::office::{short, text};

/// The most that a text of a case holds; more is a file beside it.
const LONG: usize = 3000;
/// The most that a name or a place holds.
const NAME: usize = 100;

fn not_after(today: NaiveDate, field: &str, day: NaiveDate) -> Result<(), Problem> {
    if day > today {
        return Err(Problem::input(field, "日期还没有到，请在办过以后登记。"));
    }
    Ok(())
}

fn wanted(field: &str, value: &Option<String>, message: &str) -> Result<(), Problem> {
    if text(value).is_none() {
        return Err(Problem::input(field, message));
    }
    Ok(())
}

/// Refuses a case that says nothing, or comes from a day that is still to come.
///
/// Errors: `bad_input` at its field.
pub fn check_case(input: &SupervisionInput, today: NaiveDate) -> Result<(), Problem> {
    short("matter", &input.matter, NAME)?;
    short("employer", input.employer.as_deref().unwrap_or_default(), NAME)?;
    short("details", input.details.as_deref().unwrap_or_default(), LONG)?;
    if input.matter.trim().is_empty() {
        let message = "请用一句话写明反映的问题，例如“喷涂车间九月加班费没有发”；不要写反映人的姓名。";
        return Err(Problem::input("matter", message));
    }
    if let Some(informer) = &input.informer {
        short("informer.name", &informer.name, NAME)?;
        short("informer.contact", informer.contact.as_deref().unwrap_or_default(), NAME)?;
        let name = informer.name.trim();
        if name.is_empty() && text(&informer.contact).is_some() {
            return Err(Problem::input(
                "informer.name",
                "写了联系方式，还要写反映人的姓名；匿名的两项都空着。",
            ));
        }
        let told = [&input.matter, input.details.as_ref().unwrap_or(&String::new())]
            .into_iter()
            .any(|words| name.chars().count() > 1 && words.contains(name));
        if told {
            let message = "反映的问题和具体情况人人看得到，请不要写反映人的姓名；写“反映人”就可以。";
            return Err(Problem::input("matter", message));
        }
    }
    not_after(today, "receivedOn", input.received_on)
}

/// Refuses an event that does not say what its kind needs; an inquiry, without enough holders of a certificate.
///
/// Errors: `bad_input` at its field; `refused` with its rule.
pub fn check_event(
    law: SupervisionLaw<'_>,
    input: &SupervisionEventInput,
    inspectors: &[SupervisionInspector],
    today: NaiveDate,
) -> Result<(), Problem> {
    use SupervisionEventKind as Kind;
    short("text", &input.text, LONG)?;
    for (field, value) in [
        ("place", &input.place),
        ("asked", &input.asked),
        ("number", &input.number),
        ("department", &input.department),
        ("lateEntry", &input.late_entry),
    ] {
        short(field, value.as_deref().unwrap_or_default(), NAME)?;
    }
    not_after(today, "happenedOn", input.happened_on)?;
    let said = match input.kind {
        Kind::Refused => "请写明不予受理的理由，要书面告知反映人。",
        Kind::Inquired => "请写明调查笔录：问了什么、答了什么、看到什么。",
        Kind::Talked => "请写明沟通协商的经过和结果。",
        Kind::ReminderAnswered | Kind::OpinionAnswered => "请写明对方答复了什么。",
        Kind::Decided => "请写明部门怎样处理的。",
        Kind::Closed => "请写明处理结果，结案报告要印出来。",
        Kind::Accepted | Kind::Recommended | Kind::Filed | Kind::Told => "",
    };
    if !said.is_empty() && input.text.trim().is_empty() {
        return Err(Problem::input("text", said));
    }
    match input.kind {
        Kind::Talked | Kind::ReminderAnswered | Kind::OpinionAnswered if input.outcome.is_none() => {
            Err(Problem::input("outcome", "请选结果：已改正、部分改正，还是拒不改正。"))
        }
        Kind::Recommended => {
            wanted("department", &input.department, "请写明建议书发给了哪个部门。")?;
            wanted("number", &input.number, "请写明上级工会建议书的文号。")
        }
        Kind::Inquired => check_inquiry(law, input, inspectors, today),
        _ => Ok(()),
    }
}

fn check_inquiry(
    law: SupervisionLaw<'_>,
    input: &SupervisionEventInput,
    inspectors: &[SupervisionInspector],
    today: NaiveDate,
) -> Result<(), Problem> {
    wanted("place", &input.place, "请写明在哪里调查的，笔录要印出来。")?;
    wanted("asked", &input.asked, "请写明被调查人和职务，例如“何平（喷涂车间主任）”。")?;
    if input.finding.is_none() {
        return Err(Problem::input("finding", "请选调查结论：查实违法侵权，还是没有发现。"));
    }
    check_inspectors(law, input.happened_on, inspectors)?;
    if let Some(signed) = input.signed_on {
        if signed < input.happened_on {
            return Err(Problem::input("signedOn", "笔录签字的日期早于调查的日期，请核对。"));
        }
        not_after(today, "signedOn", signed)?;
    }
    Ok(())
}

/// Refuses an inquiry by too few, by one person twice, or by one whose certificate had run out.
fn check_inspectors(
    law: SupervisionLaw<'_>,
    on: NaiveDate,
    inspectors: &[SupervisionInspector],
) -> Result<(), Problem> {
    let Some(first) = inspectors.first() else {
        return Err(Problem::input(
            "inspectors",
            "请选调查的监督员；还没有登记监督员的，请先登记姓名和证号。",
        ));
    };
    if inspectors
        .iter()
        .skip(1)
        .any(|one| one.id == first.id || (one.person.is_some() && one.person == first.person))
    {
        return Err(Problem::input("inspectors", "两名监督员不能是同一个人，请另选一名。"));
    }
    if let Some(one) = inspectors.iter().find(|one| one.valid_until.is_some_and(|until| until < on)) {
        let until = words(one.valid_until.unwrap_or(on));
        let message = format!("{}的监督员证有效期到{until}，调查那天已经过期，请换一名监督员。", one.name);
        return Err(refuse(law.rule("supervision.certificate", on), "inspectors", message));
    }
    let count = u32::try_from(inspectors.len()).unwrap_or(u32::MAX);
    if let Some(ruling) = law.book.applies("supervision.inspectors", law.place, on)
        && let Some(least) = &ruling.winner.quantity
        && !least.allows(count, count)
    {
        let needed = least.boundary(count).unwrap_or_default();
        let message = format!(
            "调查要有{needed}名以上持证的监督员，现在只选了{count}名；人手不够的，可以请上一级工会派员。"
        );
        return Err(refuse(Some(ruling.winner.reference()), "inspectors", message));
    }
    Ok(())
}

/// Refuses a letter that is too long, or dated on a day that is still to come. What it must hold before it is issued, its
/// paper says.
///
/// Errors: `bad_input` at its field.
pub fn check_letter(input: &SupervisionLetterInput, today: NaiveDate) -> Result<(), Problem> {
    let texts = [
        ("facts", &input.facts, LONG),
        ("evidence", &input.evidence, LONG),
        ("articles", &input.articles, LONG),
        ("request", &input.request, LONG),
        ("addressee", &input.addressee, NAME),
        ("contact", &input.contact, NAME),
        ("lateEntry", &input.late_entry, NAME),
    ];
    for (field, value, most) in texts {
        short(field, value.as_deref().unwrap_or_default(), most)?;
    }
    if input.kind == SupervisionLetterKind::Request {
        wanted("addressee", &input.addressee, "请写明提请哪一级工会，例如“县总工会”。")?;
    }
    if input.answer_by.is_some_and(|by| by <= input.dated_on) {
        return Err(Problem::input("answerBy", "请对方答复的日期应当在成文日期以后，请核对。"));
    }
    not_after(today, "datedOn", input.dated_on)
}

/// Refuses a receipt that is not whole, or whose day cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check_served(
    served: &SupervisionServed,
    dated_on: NaiveDate,
    today: NaiveDate,
) -> Result<(), Problem> {
    short("number", served.number.as_deref().unwrap_or_default(), NAME)?;
    short("receivedBy", &served.received_by, NAME)?;
    if served.received_by.trim().is_empty() {
        return Err(Problem::input("receivedBy", "请写明是谁签收的，送达要有签收。"));
    }
    if served.received_on < dated_on {
        let message = format!("收到的日期早于成文的{}，请核对。", words(dated_on));
        return Err(Problem::input("receivedOn", message));
    }
    not_after(today, "receivedOn", served.received_on)
}

/// Refuses a certificate holder without a name or a number.
///
/// Errors: `bad_input` at its field.
pub fn check_inspector(input: &SupervisionInspectorInput) -> Result<(), Problem> {
    short("name", &input.name, NAME)?;
    short("certificate", &input.certificate, NAME)?;
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请写明监督员的姓名。"));
    }
    if input.certificate.trim().is_empty() {
        return Err(Problem::input("certificate", "请照监督员证抄写证号，调查笔录和意见书要印出来。"));
    }
    Ok(())
}
