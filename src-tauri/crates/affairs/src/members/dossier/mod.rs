//! The file of a person (电子档案): what is entered of someone beside the roster, checked and kept. What follows by rule stands
//! in `contracts`, `leave` and `health`; what is due, in `duties`; the whole file of a person, in `whole`; a sheet of records of many
//! people, in `many`.

pub(crate) mod contracts;
mod duties;
pub(crate) mod health;
pub(crate) mod leave;
pub mod many;
pub mod model;
pub mod papers;
pub(crate) mod store;
pub mod whole;

pub(crate) use crate::members::returning::may_return;
pub use duties::{contracts_ending, duties, exams_due, exams_followed};

use chrono::{Datelike, NaiveDate};
use ledger::Tx;

use crate::Problem;
use crate::masks::{judged_birth, unmask_within};
use crate::members;
use crate::members::model::PersonId;
use crate::typed::short;
use crate::union::model::Shown;
use model::{
    Certificate, CertificateId, ContractTerm, Hazard, HazardKind, HealthExam, HealthExamId, Honour, HonourId,
    LabourContract, LabourContractId, Training, TrainingId,
};

/// The most hours of one course: more is a slip of the hand.
const HOURS: u32 = 2000;
/// Decibels that anyone is exposed to, and the grades of dust and toxic work.
const NOISE: std::ops::RangeInclusive<u32> = 40..=140;
const GRADES: std::ops::RangeInclusive<u32> = 0..=4;

/// Keeps a contract, new or changed; held against birth as far as whoever writes may see it.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_contract(tx: &Tx, input: &LabourContract, identity: Shown) -> Result<LabourContractId, Problem> {
    let person = members::store::person(tx, input.person)?;
    let birth = judged_birth(person.birth.as_ref(), identity);
    if contracts::born(birth.as_ref()).is_some_and(|birth| input.from < birth) {
        let message =
            format!("合同的起始日期早于{}的出生日期，请核对合同，或者核对花名册里的出生日期。", person.name);
        return Err(Problem::input("from", message));
    }
    match (input.term, input.until) {
        (ContractTerm::Fixed, None) => {
            return Err(Problem::input("until", "固定期限的合同请填写终止日期。"));
        }
        (ContractTerm::Open, Some(_)) => {
            return Err(Problem::input(
                "until",
                "无固定期限的合同没有终止日期；已经解除或终止的，请填实际日期。",
            ));
        }
        _ => {}
    }
    not_before("until", input.until, input.from, "终止日期早于起始日期，请核对。")?;
    not_before(
        "probationUntil",
        input.probation_until,
        input.from,
        "试用期的最后一天早于起始日期，请核对。",
    )?;
    not_before("endedOn", input.ended_on, input.from, "解除或终止的日期早于起始日期，请核对。")?;
    if let (Some(last), Some(until)) = (input.probation_until, input.until)
        && last > until
    {
        return Err(Problem::input("probationUntil", "试用期包含在合同期限以内，不能晚于终止日期。"));
    }
    come("endedOn", input.ended_on, tx.today())?;
    line("note", &input.note, 200)?;
    let same = |one: &LabourContract| one.from == input.from && one.id != input.id;
    if store::contracts(tx, input.person)?.iter().any(same) {
        return Err(Problem::new("duplicate", "这一天起的合同已经登记过，请改那一条。").at("from"));
    }
    let id = kept(tx, "labour_contract", input.id, input.person, "份劳动合同")?;
    store::put_contract(tx, id, input)?;
    Ok(id)
}

/// Keeps a certificate, new or changed; a number that was shown masked stays.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_certificate(tx: &Tx, input: &Certificate) -> Result<CertificateId, Problem> {
    stands(tx, input.person)?;
    check_certificate(input, tx.today())?;
    let id = kept(tx, "certificate", input.id, input.person, "份证书")?;
    store::put_certificate(tx, id, &Certificate { number: unmasked(tx, id, input)?, ..input.clone() })?;
    Ok(id)
}

/// The number of a certificate as it is kept.
///
/// Errors: `bad_input` at `number` for what is left of a mask that was changed.
fn unmasked(tx: &Tx, id: CertificateId, input: &Certificate) -> Result<Option<String>, Problem> {
    let Some(typed) = &input.number else { return Ok(None) };
    let all = store::certificates(tx, input.person)?;
    let Some(standing) = all.into_iter().find(|one| one.id == Some(id)).and_then(|one| one.number) else {
        return Ok(Some(typed.clone()));
    };
    let number = unmask_within(typed, &standing);
    if number.contains('*') && number != standing {
        let message = "带*号的内容不完整，没有保存：要改，请全部重新写；不改，请保留原来显示的样子。";
        return Err(Problem::input("number", message));
    }
    Ok(Some(number))
}

/// Refuses a certificate that cannot be. Errors: `bad_input` at its field.
fn check_certificate(input: &Certificate, today: NaiveDate) -> Result<(), Problem> {
    named("name", &input.name, "请填写证书的名称，例如“焊工”“低压电工作业”。")?;
    for (field, value) in [("grade", &input.grade), ("number", &input.number), ("issuer", &input.issuer)] {
        line(field, value, 60)?;
    }
    come("issuedOn", input.issued_on, today)?;
    match input.issued_on {
        Some(issued) => not_before("validUntil", input.valid_until, issued, "有效期早于发证日期，请核对。"),
        None => Ok(()),
    }
}

/// Keeps a course that someone took, new or changed.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_training(tx: &Tx, input: &Training) -> Result<TrainingId, Problem> {
    stands(tx, input.person)?;
    check_training(input, tx.today())?;
    let id = kept(tx, "training", input.id, input.person, "条培训记录")?;
    store::put_training(tx, id, input)?;
    Ok(id)
}

/// Refuses a course that cannot be. Errors: `bad_input` at its field.
fn check_training(input: &Training, today: NaiveDate) -> Result<(), Problem> {
    named("course", &input.course, "请填写培训的内容，例如“新工人三级安全教育”。")?;
    line("provider", &input.provider, 60)?;
    come("trainedOn", Some(input.trained_on), today)?;
    if input.hours.is_some_and(|hours| hours == 0 || hours > HOURS) {
        return Err(Problem::input("hours", format!("学时请填1到{HOURS}之间的整数。")));
    }
    Ok(())
}

/// Keeps an honour, new or changed.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_honour(tx: &Tx, input: &Honour) -> Result<HonourId, Problem> {
    stands(tx, input.person)?;
    check_honour(input, tx.today())?;
    let id = kept(tx, "honour", input.id, input.person, "项荣誉")?;
    store::put_honour(tx, id, input)?;
    Ok(id)
}

/// Refuses an honour that cannot be. Errors: `bad_input` at its field.
fn check_honour(input: &Honour, today: NaiveDate) -> Result<(), Problem> {
    named("name", &input.name, "请填写荣誉的名称，例如“江西省劳动模范”。")?;
    line("issuer", &input.issuer, 60)?;
    let this = today.year();
    if !(1949..=this).contains(&input.year) {
        return Err(Problem::input("year", format!("年度请填1949到{this}之间的年份。")));
    }
    Ok(())
}

/// Keeps an exam, new or changed. Who may write it is `desk`'s.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_exam(tx: &Tx, input: &HealthExam) -> Result<HealthExamId, Problem> {
    stands(tx, input.person)?;
    check_exam(input, tx.today())?;
    let id = kept(tx, "health_exam", input.id, input.person, "次职业健康检查")?;
    store::put_exam(tx, id, input)?;
    Ok(id)
}

/// Refuses an exam that cannot be. Errors: `bad_input` at its field.
fn check_exam(input: &HealthExam, today: NaiveDate) -> Result<(), Problem> {
    come("examinedOn", Some(input.examined_on), today)?;
    line("institution", &input.institution, 60)?;
    line("note", &input.note, 200)?;
    not_before("nextOn", input.next_on, input.examined_on, "下次检查的日期早于这一次，请核对。")?;
    if input.hazards.is_empty() {
        return Err(Problem::input("hazards", "请选择接触的职业病危害因素；报告上没有列名的选“其他因素”。"));
    }
    for (at, hazard) in input.hazards.iter().enumerate() {
        if input.hazards[..at].iter().any(|one| one.kind == hazard.kind) {
            return Err(Problem::input("hazards", "同一种危害因素只选一次。"));
        }
        measured(*hazard)?;
    }
    Ok(())
}

fn measured(hazard: Hazard) -> Result<(), Problem> {
    let (range, what) = match hazard.kind.measure() {
        None if hazard.level.is_some() => {
            return Err(Problem::input("hazards", format!("{}不用填数值。", hazard.kind.label())));
        }
        None => return Ok(()),
        Some(_) if hazard.kind == HazardKind::Noise => (NOISE, "噪声请填八小时等效声级的分贝数，小数舍去"),
        Some(_) => (GRADES, "作业分级请填0到4；没有分级的留空"),
    };
    match hazard.level {
        Some(level) if !range.contains(&level) => Err(Problem::input("hazards", format!("{what}。"))),
        _ => Ok(()),
    }
}

/// Puts a contract out of sight. Errors: `not_found`.
pub fn remove_contract(tx: &Tx, id: LabourContractId) -> Result<(), Problem> {
    store::put_away(tx, "labour_contract", &id.to_string(), "份劳动合同")
}

/// Puts a certificate out of sight. Errors: `not_found`.
pub fn remove_certificate(tx: &Tx, id: CertificateId) -> Result<(), Problem> {
    store::put_away(tx, "certificate", &id.to_string(), "份证书")
}

/// Puts a course out of sight. Errors: `not_found`.
pub fn remove_training(tx: &Tx, id: TrainingId) -> Result<(), Problem> {
    store::put_away(tx, "training", &id.to_string(), "条培训记录")
}

/// Puts an honour out of sight. Errors: `not_found`.
pub fn remove_honour(tx: &Tx, id: HonourId) -> Result<(), Problem> {
    store::put_away(tx, "honour", &id.to_string(), "项荣誉")
}

/// Puts an exam out of sight. Errors: `not_found`.
pub fn remove_exam(tx: &Tx, id: HealthExamId) -> Result<(), Problem> {
    store::put_away(tx, "health_exam", &id.to_string(), "次职业健康检查")
}

fn stands(tx: &Tx, person: PersonId) -> Result<(), Problem> {
    members::store::name_and_sex(tx, person).map(|_| ())
}

/// The id to write under: a new one, or the one named where it is this person's.
fn kept<Id: ToString + Copy + From<uuid::Uuid>>(
    tx: &Tx,
    table: &str,
    id: Option<Id>,
    person: PersonId,
    what: &str,
) -> Result<Id, Problem> {
    match id {
        None => Ok(tx.new_id()),
        Some(id) if store::owner(tx, table, &id.to_string())? == Some(person) => Ok(id),
        Some(_) => Err(Problem::missing(what)),
    }
}

fn named(field: &str, text: &str, missing: &str) -> Result<(), Problem> {
    if text.trim().is_empty() {
        return Err(Problem::input(field, missing));
    }
    short(field, text, 60)
}

fn line(field: &str, value: &Option<String>, most: usize) -> Result<(), Problem> {
    short(field, value.as_deref().unwrap_or_default(), most)
}

fn not_before(field: &str, day: Option<NaiveDate>, first: NaiveDate, why: &str) -> Result<(), Problem> {
    match day {
        Some(day) if day < first => Err(Problem::input(field, why)),
        _ => Ok(()),
    }
}

fn come(field: &str, day: Option<NaiveDate>, today: NaiveDate) -> Result<(), Problem> {
    match day {
        Some(day) if day > today => Err(Problem::input(field, "这一天还没有到，请核对。")),
        _ => Ok(()),
    }
}
