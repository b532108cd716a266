//! Who may look into an attachment: what a file on each kind of record may tell of somebody, and so which reading right opens it,
//! with its purpose and the look kept. What is added, listed and saved stands in `files`.

use affairs::letters::{self, dismissals, mediation};
use affairs::members::dues::papers as dues;
use affairs::members::leaving::papers as leaving;
use affairs::members::papers::OWN_DATA;
use affairs::office::attachments as work;
use affairs::office::attachments::model::{Attachment, RecordKind, RecordRef};
use affairs::office::{self, forms};
use affairs::platform;
use affairs::union::fee::papers as fee;
use affairs::union::model::Shown;
use rusqlite::Connection;

use crate::Problem;
use crate::commands::dismissals::guard_health;
use crate::open::Open;

/// What a file may tell of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// Nothing that is guarded.
    Nothing,
    /// Numbers, how to reach somebody, or who spoke in confidence.
    Identity,
    /// Illness, an injury, an exam.
    Health,
    /// Single wages, or a sum from which they can be told.
    Wages,
}

/// What a file on a record may tell. Every kind is decided here, so that a new one must be.
fn tells(connection: &Connection, file: &Attachment) -> Result<Tells, Problem> {
    Ok(match file.of.kind {
        // An application for help says which illness, and what a household lives on; the receipt of what was given, for what; what a
        // person signed of their leave, why they gave it up.
        RecordKind::HealthExam
        | RecordKind::InjuryHelp
        | RecordKind::HardshipFile
        | RecordKind::MemberAid
        | RecordKind::LeaveYear => Tells::Health,
        // So does what proves a mark of hardship. A certificate of a model worker and an appointment bear numbers.
        RecordKind::PersonTag if letters::rights::file_tells_health(connection, &file.of)? => Tells::Health,
        RecordKind::PersonTag => Tells::Identity,
        // The employer's notice names the person in full, and where it is without fault often their illness.
        RecordKind::Dismissal if letters::rights::file_tells_health(connection, &file.of)? => Tells::Health,
        RecordKind::Dismissal => Tells::Identity,
        // What the employer hands over before the talks is a payroll more often than not; a month's contribution is a share of one.
        RecordKind::PaySheet
        | RecordKind::DuesEntry
        | RecordKind::Information
        | RecordKind::FeePayment
        | RecordKind::FeeDemand => Tells::Wages,
        // A person's own file, a signed consent, a contract and a certificate bear numbers.
        RecordKind::Person
        | RecordKind::Consent
        | RecordKind::LabourContract
        | RecordKind::Certificate
        | RecordKind::Training
        | RecordKind::Honour
        | RecordKind::Application
        | RecordKind::MembershipEvent
        | RecordKind::PlatformWork
        | RecordKind::PlatformReferral
        | RecordKind::DuesTalk
        | RecordKind::Inspector => Tells::Identity,
        // A complaint names whoever wrote it, and a record of an inquiry whoever was asked; an application for mediation bears the
        // numbers of who signed it; the list of a batch is sent to base and insurer with everybody's. With a batch lie its contract, its
        // policy and its photos besides: who looks after the journey keeps them without reading health, which is on no paper of it;
        // what proves an illness or an injury is a file of the person's own.
        RecordKind::Appeal
        | RecordKind::SupervisionEvent
        | RecordKind::Mediation
        | RecordKind::MediationEvent
        | RecordKind::RecuperationBatch => Tells::Identity,
        // A form filled from the case does not: no mark tells who reported it.
        RecordKind::Supervision if forms::is_filling(connection, file.id)? => Tells::Nothing,
        RecordKind::Supervision => Tells::Identity,
        RecordKind::Form if forms::holds_identity(connection, file.id)? => Tells::Identity,
        RecordKind::Form => Tells::Nothing,
        RecordKind::Paper => of_issue(connection, &file.of.id)?,
        // Names and what was said in the open: minutes, sign-in sheets, counts, photos, what was posted or went to an authority.
        RecordKind::Negotiation
        | RecordKind::Meeting
        | RecordKind::Event
        | RecordKind::Incoming
        | RecordKind::Committee
        | RecordKind::Report
        | RecordKind::PlatformTalk
        | RecordKind::PlatformMeeting
        | RecordKind::PlatformFirm
        | RecordKind::Election
        | RecordKind::ElectionEvent
        | RecordKind::ElectionBallot
        | RecordKind::CongressSession
        | RecordKind::CorrectionOrder
        | RecordKind::Suspension
        | RecordKind::Sending
        | RecordKind::MembersMeeting
        | RecordKind::Letter
        | RecordKind::Agreement
        | RecordKind::AgreementCheck
        | RecordKind::Mandate
        | RecordKind::OpinionSurvey
        | RecordKind::RepresentativeElection
        | RecordKind::UnionTerm
        | RecordKind::PayReference
        | RecordKind::SupervisionLetter
        | RecordKind::Workforce
        | RecordKind::LeaveSchedule
        | RecordKind::Hazard
        | RecordKind::HazardEvent
        | RecordKind::SafetyVisit
        | RecordKind::CongressTerm
        | RecordKind::CongressDelegate
        | RecordKind::CongressMotion
        | RecordKind::CongressMeeting
        | RecordKind::ReformMeasure => Tells::Nothing,
        // The union's own, and what it goes by: it is nobody's identity.
        RecordKind::Union
        | RecordKind::UnionGroup
        | RecordKind::Custody
        | RecordKind::Mediator
        | RecordKind::CalendarNotice
        | RecordKind::OwnRule
        | RecordKind::RecuperationPlan
        | RecordKind::DueBasis => Tells::Nothing,
    })
}

/// What the signed scan of an issue may tell: what the paper does.
fn of_issue(connection: &Connection, id: &str) -> Result<Tells, Problem> {
    let issue = id.parse().map_err(|_| Problem::missing("份已印发的文件"))?;
    let kind = office::store::issued_kind(connection, issue)?;
    Ok(match kind.as_str() {
        kind if leaving::shows_identity(kind) || platform::papers::shows_identity(kind) => Tells::Identity,
        mediation::papers::AGREEMENT | OWN_DATA => Tells::Identity,
        dismissals::papers::OPINION => {
            let of = office::store::issued_of(connection, issue)?;
            if letters::rights::tells_health(connection, &kind, &of)? {
                Tells::Health
            } else {
                Tells::Nothing
            }
        }
        dues::RECEIPT | fee::DEMAND => Tells::Wages,
        _ => Tells::Nothing,
    })
}

/// What is said of a file that may tell of health to one who may not read it.
const OF_HEALTH: &str = "这条记录的附件可能写有健康情况";

/// Refuses the files of a record of health, their very names, to one who may not read health.
pub(super) fn guard_record(connection: &Connection, open: &Open, of: &RecordRef) -> Result<(), Problem> {
    if letters::rights::file_tells_health(connection, of)? { guard_health(open, OF_HEALTH) } else { Ok(()) }
}

/// Refuses the content of a file that tells of somebody to one who may not read such data, or has not revealed it; keeps the look
/// otherwise.
///
/// Errors: `no_right`; `covered`.
pub(super) fn guard(
    connection: &Connection,
    open: &Open,
    command: &str,
    file: &Attachment,
) -> Result<(), Problem> {
    let sight = open.sight();
    let (shown, at, covered, kind) = match tells(connection, file)? {
        Tells::Nothing => return Ok(()),
        Tells::Health => {
            guard_health(open, OF_HEALTH)?;
            (
                sight.health,
                "health",
                "这份附件可能写有健康情况。请先点“显示体检结论”或者“显示完整号码”（这一页没有的，在本人的电子档案里），写明用途，再打开。",
                "健康情况",
            )
        }
        Tells::Wages => (
            sight.wages,
            "wages",
            "这份附件可能写有个人工资。请先点“显示个人工资”（这一页没有的，在“工资数据”里），写明用途，再打开。",
            "个人工资",
        ),
        Tells::Identity => (
            sight.identity,
            "identity",
            "这份附件可能有证件号码等个人信息。请先点“显示完整号码”或者“显示姓名”（这一页没有的，在本人的电子档案里），写明用途，再打开。",
            "个人证件信息",
        ),
    };
    match shown {
        Shown::Full => {
            let person = work::store::person_of(connection, &file.of)?;
            open.looked_at(shown, command, [person.unwrap_or_else(|| file.of.id.clone())])
        }
        Shown::Masked => Err(Problem::new("covered", covered).at(at)),
        Shown::Never => {
            let name = open.person().name;
            let message = format!("{name}没有查看{kind}的权限，这份附件可能写有这些内容，请由主席授权。");
            Err(Problem::new("no_right", message))
        }
    }
}
