//! The file of a person: the members' part joined with what other affairs say of them, each by its right; its paper; and the
//! records entered there. Health is written by whoever may read it, and each look at it in full is kept.

use affairs::duty::Duty;
use affairs::members::dossier::many::model::{RecordSheet, RecordsKept, RecordsRead};
use affairs::members::dossier::many::{keep_records as keep_all, read_records as read_all};
use affairs::members::dossier::model::{
    Certificate, CertificateId, DossierCase, DossierFile, HealthExam, HealthExamId, Honour, HonourId,
    LabourContract, LabourContractId, Training, TrainingId,
};
use affairs::members::dossier::papers::{self, Beside, HEALTH_PAPER};
use affairs::members::dossier::{self as work, whole};
use affairs::members::employment;
use affairs::members::employment::model::{Employment, EmploymentBegin, EmploymentId};
use affairs::members::model::PersonId;
use affairs::members::papers::Mention;
use affairs::office::Filled;
use affairs::union::model::Shown;
use affairs::{letters, negotiation, platform, union};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::commands::about::MemberRef;
use crate::commands::papers_guard::{guard_identity, keep_look};
use crate::desk::Desk;
use crate::open::{Open, Reading, Writing};

/// An employment.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EmploymentRef {
    /// The id.
    pub id: EmploymentId,
}

/// A contract.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LabourContractRef {
    /// The id.
    pub id: LabourContractId,
}

/// A certificate.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CertificateRef {
    /// The id.
    pub id: CertificateId,
}

/// A course.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TrainingRef {
    /// The id.
    pub id: TrainingId,
}

/// An honour.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HonourRef {
    /// The id.
    pub id: HonourId,
}

/// An exam.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HealthExamRef {
    /// The id.
    pub id: HealthExamId,
}

/// A person's file, each part as the person at the desk may see it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Dossier {
    /// The members' part.
    #[serde(flatten)]
    #[ts(flatten)]
    pub file: DossierFile,
    /// Affairs that the person is a party of; what they brought to the union only once identity is revealed.
    pub cases: Vec<DossierCase>,
    /// How what they brought to the union is shown.
    pub appeals: Shown,
    /// Offices held.
    pub offices: Vec<Mention>,
    /// Work at platforms and referrals.
    pub platform: Vec<Mention>,
    /// Help after accidents, to whoever may read health.
    pub injuries: Vec<Mention>,
}

/// The file of a person.
pub fn get(reading: &Reading<'_>, which: MemberRef) -> Result<Dossier, Problem> {
    let (connection, id) = (reading.connection, which.id);
    let sight = reading.open.sight();
    let file = whole::of_person(connection, reading.book, reading.today, id, sight)?;
    let beside = beside(reading, id)?;
    let mut cases = beside.cases;
    let mut injuries = Vec::new();
    if sight.identity == Shown::Full {
        cases.extend(letters::cases::appeals_of(connection, id)?);
    }
    if sight.health == Shown::Full {
        injuries = platform::mentions::injuries(connection, id)?;
    }
    let subject = [id.to_string()];
    if sight.identity == Shown::Full || !file.health.exams.is_empty() || !injuries.is_empty() {
        let full = if sight.identity == Shown::Full { sight.identity } else { sight.health };
        reading.open.looked_at(full, "dossier.get", subject)?;
    }
    let (offices, platform) = (beside.offices, beside.platform);
    Ok(Dossier { file, cases, appeals: sight.identity, offices, platform, injuries })
}

/// What other affairs say of a person to everyone who may read here.
fn beside(reading: &Reading<'_>, id: PersonId) -> Result<Beside, Problem> {
    let connection = reading.connection;
    Ok(Beside {
        cases: letters::cases::of_person(connection, reading.book, id, reading.today)?,
        offices: [
            union::mentions::of_person(connection, id)?,
            letters::mentions::offices(connection, id)?,
            negotiation::mentions::offices(connection, id)?,
        ]
        .concat(),
        platform: platform::mentions::works(connection, id)?,
    })
}

/// The paper of a person's file: in full a look of its own, for whoever revealed identity; health on it is another.
pub(super) fn paper(reading: &Reading<'_>, of: &str) -> Result<Filled, Problem> {
    let (id, full) = papers::asked(of)?;
    let may_read_health = reading.open.sight().health != Shown::Never;
    if full {
        let who = [id.to_string()];
        guard_identity(reading, &who)?;
        if may_read_health {
            keep_look(reading, HEALTH_PAPER, &who)?;
        }
    }
    let beside = beside(reading, id)?;
    papers::fill(reading.connection, reading.book, of, reading.today, may_read_health, beside)
}

/// What files make due of health, to whoever may read it.
pub(super) fn health_duties(reading: &Reading<'_>) -> Result<Vec<Duty>, Problem> {
    if reading.open.sight().health == Shown::Never {
        return Ok(Vec::new());
    }
    let mut duties = work::exams_due(reading.connection, reading.book, reading.today)?;
    duties.extend(work::exams_followed(reading.connection, reading.book, reading.today)?);
    Ok(duties)
}

/// Refuses health to one who may not read it.
pub(super) fn guard_health(open: &Open) -> Result<(), Problem> {
    if open.sight().health == Shown::Never {
        let name = open.person().name;
        let message = format!("{name}没有查看健康检查结果的权限，职业健康检查由有权的人登记，请由主席授权。");
        return Err(Problem::new("no_right", message));
    }
    Ok(())
}

/// Begins a new employment and ends the one before.
pub fn begin_employment(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: EmploymentBegin,
) -> Result<EmploymentId, Problem> {
    employment::begin(writing.tx, writing.book, &input, writing.open.sight().identity)
}

/// Corrects an employment.
pub fn correct_employment(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: Employment,
) -> Result<EmploymentId, Problem> {
    employment::correct(writing.tx, writing.book, &input, writing.open.sight().identity)
}

/// Puts an employment out of sight.
pub fn remove_employment(writing: &Writing<'_, '_>, _: &Desk, which: EmploymentRef) -> Result<Done, Problem> {
    employment::remove(writing.tx, which.id).map(|()| Done)
}

/// Keeps a contract.
pub fn save_contract(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: LabourContract,
) -> Result<LabourContractId, Problem> {
    work::save_contract(writing.tx, &input, writing.open.sight().identity)
}

/// Puts a contract out of sight.
pub fn remove_contract(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: LabourContractRef,
) -> Result<Done, Problem> {
    work::remove_contract(writing.tx, which.id).map(|()| Done)
}

/// Keeps a certificate.
pub fn save_certificate(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: Certificate,
) -> Result<CertificateId, Problem> {
    work::save_certificate(writing.tx, &input)
}

/// Puts a certificate out of sight.
pub fn remove_certificate(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: CertificateRef,
) -> Result<Done, Problem> {
    work::remove_certificate(writing.tx, which.id).map(|()| Done)
}

/// Keeps a course.
pub fn save_training(writing: &Writing<'_, '_>, _: &Desk, input: Training) -> Result<TrainingId, Problem> {
    work::save_training(writing.tx, &input)
}

/// Puts a course out of sight.
pub fn remove_training(writing: &Writing<'_, '_>, _: &Desk, which: TrainingRef) -> Result<Done, Problem> {
    work::remove_training(writing.tx, which.id).map(|()| Done)
}

/// Keeps an honour.
pub fn save_honour(writing: &Writing<'_, '_>, _: &Desk, input: Honour) -> Result<HonourId, Problem> {
    work::save_honour(writing.tx, &input)
}

/// Puts an honour out of sight.
pub fn remove_honour(writing: &Writing<'_, '_>, _: &Desk, which: HonourRef) -> Result<Done, Problem> {
    work::remove_honour(writing.tx, which.id).map(|()| Done)
}

/// Keeps an exam.
pub fn save_exam(writing: &Writing<'_, '_>, _: &Desk, input: HealthExam) -> Result<HealthExamId, Problem> {
    guard_health(writing.open)?;
    work::save_exam(writing.tx, &input)
}

/// Puts an exam out of sight.
pub fn remove_exam(writing: &Writing<'_, '_>, _: &Desk, which: HealthExamRef) -> Result<Done, Problem> {
    guard_health(writing.open)?;
    work::remove_exam(writing.tx, which.id).map(|()| Done)
}

/// Reads a pasted sheet of records of many people; nothing is kept.
pub fn read_records(reading: &Reading<'_>, input: RecordSheet) -> Result<RecordsRead, Problem> {
    let identity = reading.open.sight().identity;
    read_all(reading.connection, &pasted_records(&input)?, &input, reading.today, identity)
}

/// Keeps the records of a pasted sheet in one step.
pub fn keep_records(writing: &Writing<'_, '_>, _: &Desk, input: RecordSheet) -> Result<RecordsKept, Problem> {
    keep_all(writing.tx, &pasted_records(&input)?, &input, writing.open.sight().identity)
}

fn pasted_records(input: &RecordSheet) -> Result<sheet::Book, Problem> {
    super::pasted::pasted_cells(&input.text, &mut |_, _| true).map_err(|why| why.at("text"))
}
