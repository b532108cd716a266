//! Where the records that the trash knows lie in the tables, what they are called, and when one may come back. Which kinds there
//! are is `kind`'s, how long they are kept `retention`'s. Those of each part of the work stand in a file of the folder, and the
//! list of all here.

mod letters;
mod members;
mod negotiation;
mod office;
mod platform;
mod union;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::kind::TrashKind;
use crate::Problem;

/// A day before which a record is not erased, and why.
pub(super) type Held = (NaiveDate, &'static str);

/// How the records of a kind lie in the tables.
pub(super) struct Lies {
    pub kind: TrashKind,
    /// as the setting and the law's subject name it
    pub code: &'static str,
    pub label: &'static str,
    pub table: &'static str,
    /// what it is called in the list, over the table as `r`
    pub title: &'static str,
    /// whether it may come back now
    pub check: fn(&Connection, &str) -> Result<(), Problem>,
    /// a day before which it is not erased whatever the settings say, and why
    pub held: fn(&Connection, &str) -> Result<Option<Held>, Problem>,
}

pub(super) const KINDS: [Lies; 53] = [
    members::PERSON,
    negotiation::MEETING,
    negotiation::EVENT,
    office::ATTACHMENT,
    members::CONSENT,
    union::CUSTODY,
    office::INCOMING,
    union::CALENDAR,
    union::OWN_RULE,
    union::LAW_PACK,
    union::PUBLISHER,
    office::SENDING,
    office::FORM,
    office::COMMITTEE,
    office::OWN_TEMPLATE,
    office::LETTER,
    letters::SUPERVISION,
    members::APPLICATION,
    union::UNION_TERM,
    union::UNION_GROUP,
    members::DUES_TALK,
    union::FEE_PAYMENT,
    union::FEE_DEMAND,
    letters::APPEAL,
    letters::DISMISSAL,
    letters::MEDIATION,
    platform::PLATFORM_FIRM,
    platform::PLATFORM_WORK,
    platform::PLATFORM_REFERRAL,
    platform::PLATFORM_TALK,
    platform::INJURY_HELP,
    members::LABOUR_CONTRACT,
    members::CERTIFICATE,
    members::TRAINING,
    members::HONOUR,
    members::HEALTH_EXAM,
    union::ELECTION,
    union::MEMBERS_MEETING,
    negotiation::PAY_SHEET,
    negotiation::PAY_REFERENCE,
    negotiation::CONTRACT_CLAUSE,
    negotiation::CONTRACT_VERSION,
    negotiation::AGREEMENT,
    negotiation::CONGRESS_SESSION,
    negotiation::AGREEMENT_CHECK,
    negotiation::REPRESENTATIVE_ELECTION,
    negotiation::MANDATE,
    negotiation::OPINION_SURVEY,
    negotiation::NEGOTIATION,
    negotiation::SUSPENSION,
    negotiation::CORRECTION_ORDER,
    negotiation::INFORMATION,
    members::EMPLOYMENT,
];

pub(super) fn lies(kind: TrashKind) -> &'static Lies {
    match kind {
        TrashKind::Person => &members::PERSON,
        TrashKind::Meeting => &negotiation::MEETING,
        TrashKind::Event => &negotiation::EVENT,
        TrashKind::Attachment => &office::ATTACHMENT,
        TrashKind::Consent => &members::CONSENT,
        TrashKind::Custody => &union::CUSTODY,
        TrashKind::Incoming => &office::INCOMING,
        TrashKind::Calendar => &union::CALENDAR,
        TrashKind::OwnRule => &union::OWN_RULE,
        TrashKind::LawPack => &union::LAW_PACK,
        TrashKind::Publisher => &union::PUBLISHER,
        TrashKind::Sending => &office::SENDING,
        TrashKind::Form => &office::FORM,
        TrashKind::Committee => &office::COMMITTEE,
        TrashKind::OwnTemplate => &office::OWN_TEMPLATE,
        TrashKind::Letter => &office::LETTER,
        TrashKind::Supervision => &letters::SUPERVISION,
        TrashKind::Application => &members::APPLICATION,
        TrashKind::UnionTerm => &union::UNION_TERM,
        TrashKind::UnionGroup => &union::UNION_GROUP,
        TrashKind::DuesTalk => &members::DUES_TALK,
        TrashKind::FeePayment => &union::FEE_PAYMENT,
        TrashKind::FeeDemand => &union::FEE_DEMAND,
        TrashKind::Appeal => &letters::APPEAL,
        TrashKind::Dismissal => &letters::DISMISSAL,
        TrashKind::Mediation => &letters::MEDIATION,
        TrashKind::PlatformFirm => &platform::PLATFORM_FIRM,
        TrashKind::PlatformWork => &platform::PLATFORM_WORK,
        TrashKind::PlatformReferral => &platform::PLATFORM_REFERRAL,
        TrashKind::PlatformTalk => &platform::PLATFORM_TALK,
        TrashKind::InjuryHelp => &platform::INJURY_HELP,
        TrashKind::LabourContract => &members::LABOUR_CONTRACT,
        TrashKind::Certificate => &members::CERTIFICATE,
        TrashKind::Training => &members::TRAINING,
        TrashKind::Honour => &members::HONOUR,
        TrashKind::HealthExam => &members::HEALTH_EXAM,
        TrashKind::Election => &union::ELECTION,
        TrashKind::MembersMeeting => &union::MEMBERS_MEETING,
        TrashKind::PaySheet => &negotiation::PAY_SHEET,
        TrashKind::PayReference => &negotiation::PAY_REFERENCE,
        TrashKind::ContractClause => &negotiation::CONTRACT_CLAUSE,
        TrashKind::ContractVersion => &negotiation::CONTRACT_VERSION,
        TrashKind::Agreement => &negotiation::AGREEMENT,
        TrashKind::CongressSession => &negotiation::CONGRESS_SESSION,
        TrashKind::AgreementCheck => &negotiation::AGREEMENT_CHECK,
        TrashKind::RepresentativeElection => &negotiation::REPRESENTATIVE_ELECTION,
        TrashKind::Mandate => &negotiation::MANDATE,
        TrashKind::OpinionSurvey => &negotiation::OPINION_SURVEY,
        TrashKind::Negotiation => &negotiation::NEGOTIATION,
        TrashKind::Suspension => &negotiation::SUSPENSION,
        TrashKind::CorrectionOrder => &negotiation::CORRECTION_ORDER,
        TrashKind::Information => &negotiation::INFORMATION,
        TrashKind::Employment => &members::EMPLOYMENT,
    }
}

#[cfg(test)]
#[path = "kinds_tests.rs"]
mod tests;
