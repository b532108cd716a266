//! The rows of attachments. Those of their small pictures are `small`'s.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Problem;
use crate::masks::mask_within;
use crate::office::attachments::model::{Attachment, AttachmentId, Place, RecordKind, RecordRef};
use crate::office::attachments::thumbnail::Thumbnail;
use crate::office::attachments::{media, small};

const COLUMNS: &str = "a.id, a.of_kind, a.of_id, a.name, a.bytes, a.media, a.place, a.added_at, a.added_by,
  a.content, t.content IS NOT NULL";

/// What the rows call a kind of record, and the table it lies in.
fn lies(kind: RecordKind) -> (&'static str, &'static str) {
    match kind {
        RecordKind::Person => ("person", "person"),
        RecordKind::Negotiation => ("negotiation", "negotiation"),
        RecordKind::Meeting => ("meeting", "meeting"),
        RecordKind::Event => ("event", "negotiation_event"),
        RecordKind::Information => ("information", "negotiation_information"),
        RecordKind::Paper => ("paper", "paper"),
        RecordKind::Incoming => ("incoming", "incoming_paper"),
        RecordKind::Committee => ("committee", "committee_meeting"),
        RecordKind::Union => ("union", "union_record"),
        RecordKind::Form => ("form", "form"),
        RecordKind::Report => ("report", "year_report"),
        RecordKind::Supervision => ("supervision", "supervision_case"),
        RecordKind::Appeal => ("appeal", "appeal"),
        RecordKind::Dismissal => ("dismissal", "dismissal"),
        RecordKind::Mediation => ("mediation", "mediation_case"),
        RecordKind::PlatformTalk => ("platformTalk", "platform_talk"),
        RecordKind::Election => ("election", "election"),
        RecordKind::MembersMeeting => ("membersMeeting", "members_meeting"),
        RecordKind::Consent => ("consent", "consent"),
        RecordKind::Custody => ("custody", "custody"),
        RecordKind::Letter => ("letter", "letter"),
        RecordKind::Agreement => ("agreement", "agreement"),
        RecordKind::AgreementCheck => ("agreementCheck", "agreement_check"),
        RecordKind::Mandate => ("mandate", "negotiation_mandate"),
        RecordKind::OpinionSurvey => ("opinionSurvey", "opinion_survey"),
        RecordKind::RepresentativeElection => ("representativeElection", "representative_election"),
        RecordKind::LabourContract => ("labourContract", "labour_contract"),
        RecordKind::Certificate => ("certificate", "certificate"),
        RecordKind::Training => ("training", "training"),
        RecordKind::Honour => ("honour", "honour"),
        RecordKind::HealthExam => ("healthExam", "health_exam"),
        RecordKind::UnionTerm => ("unionTerm", "union_term"),
        RecordKind::FeePayment => ("feePayment", "fee_payment"),
        RecordKind::PlatformWork => ("platformWork", "platform_work"),
        RecordKind::PlatformReferral => ("platformReferral", "platform_referral"),
        RecordKind::InjuryHelp => ("injuryHelp", "injury_help"),
        RecordKind::Application => ("application", "application"),
        RecordKind::MembershipEvent => ("membershipEvent", "membership_event"),
        RecordKind::DuesEntry => ("duesEntry", "dues_entry"),
        RecordKind::PaySheet => ("paySheet", "pay_sheet"),
        RecordKind::PayReference => ("payReference", "pay_reference"),
        RecordKind::SupervisionEvent => ("supervisionEvent", "supervision_event"),
        RecordKind::SupervisionLetter => ("supervisionLetter", "supervision_letter"),
        RecordKind::Workforce => ("workforce", "workforce"),
        RecordKind::LeaveYear => ("leaveYear", "leave_year"),
        RecordKind::LeaveSchedule => ("leaveSchedule", "leave_schedule"),
        RecordKind::RecuperationBatch => ("recuperationBatch", "recuperation_batch"),
        RecordKind::Hazard => ("hazard", "hazard"),
        RecordKind::HazardEvent => ("hazardEvent", "hazard_event"),
        RecordKind::SafetyVisit => ("safetyVisit", "safety_visit"),
        RecordKind::CongressTerm => ("congressTerm", "congress_term"),
        RecordKind::CongressDelegate => ("congressDelegate", "congress_delegate"),
        RecordKind::CongressMotion => ("congressMotion", "congress_motion"),
        RecordKind::CongressMeeting => ("congressMeeting", "congress_meeting"),
        RecordKind::ReformMeasure => ("reformMeasure", "reform_measure"),
        RecordKind::HardshipFile => ("hardshipFile", "hardship_file"),
        RecordKind::MemberAid => ("memberAid", "member_aid"),
        RecordKind::Sending => ("sending", "paper_sending"),
        RecordKind::PlatformMeeting => ("platformMeeting", "platform_meeting"),
        RecordKind::PlatformFirm => ("platformFirm", "platform_firm"),
        RecordKind::DuesTalk => ("duesTalk", "dues_talk"),
        RecordKind::FeeDemand => ("feeDemand", "fee_demand"),
        RecordKind::MediationEvent => ("mediationEvent", "mediation_event"),
        RecordKind::ElectionEvent => ("electionEvent", "election_event"),
        RecordKind::ElectionBallot => ("electionBallot", "election_ballot"),
        RecordKind::CorrectionOrder => ("correctionOrder", "negotiation_order"),
        RecordKind::Suspension => ("suspension", "negotiation_suspension"),
        RecordKind::CongressSession => ("congressSession", "congress_session"),
        RecordKind::UnionGroup => ("unionGroup", "union_group"),
        RecordKind::Inspector => ("inspector", "supervision_inspector"),
        RecordKind::Mediator => ("mediator", "mediator"),
        RecordKind::CalendarNotice => ("calendarNotice", "calendar_notice"),
        RecordKind::OwnRule => ("ownRule", "own_rule"),
        RecordKind::RecuperationPlan => ("recuperationPlan", "recuperation_plan"),
        RecordKind::DueBasis => ("dueBasis", "dues_basis"),
        RecordKind::PersonTag => ("personTag", "person_tag"),
    }
}

/// The table in which a kind of record lies.
pub(crate) fn table_of(kind: RecordKind) -> &'static str {
    lies(kind).1
}

fn kind_text(kind: RecordKind) -> &'static str {
    lies(kind).0
}

fn kind_of(text: &str) -> RecordKind {
    RecordKind::ALL.into_iter().find(|kind| kind_text(*kind) == text).unwrap_or(RecordKind::Union)
}

/// Whether files of records that an attachment calls `text` tell of health whatever the record says.
pub fn is_health(text: &str) -> bool {
    RecordKind::ALL.into_iter().any(|kind| kind.is_health() && kind_text(kind) == text)
}

fn place_text(place: Place) -> &'static str {
    match place {
        Place::None => "none",
        Place::Removed => "removed",
        Place::Kept => "kept",
    }
}

fn attachment(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    let (kind, place, media): (String, String, String) = (row.get(1)?, row.get(6)?, row.get(5)?);
    Ok(Attachment {
        id: row.get(0)?,
        of: RecordRef { kind: kind_of(&kind), id: row.get(2)? },
        name: row.get(3)?,
        bytes: row.get::<_, i64>(4)?.unsigned_abs(),
        sort: media::sort(&media).to_owned(),
        media,
        place: match place.as_str() {
            "removed" => Place::Removed,
            "kept" => Place::Kept,
            _ => Place::None,
        },
        added_at: row.get(7)?,
        added_by: row.get(8)?,
        content: row.get(9)?,
        thumbnail: row.get(10)?,
    })
}

/// Whether the record stands.
pub fn stands(connection: &Connection, of: &RecordRef) -> Result<bool, Problem> {
    let (_, table) = lies(of.kind);
    // These are never put out of sight.
    let always = matches!(of.kind, RecordKind::Union | RecordKind::Report | RecordKind::DuesEntry);
    let living = if always { "" } else { "live_" };
    let sql = format!("SELECT 1 FROM {living}{table} WHERE id = ?1");
    Ok(connection.prepare_cached(&sql)?.exists([&of.id])?)
}

/// The person whose record it is, where it is a record of one person.
pub fn person_of(connection: &Connection, of: &RecordRef) -> Result<Option<String>, Problem> {
    let own = matches!(
        of.kind,
        RecordKind::Consent
            | RecordKind::LabourContract
            | RecordKind::Certificate
            | RecordKind::Training
            | RecordKind::Honour
            | RecordKind::HealthExam
            | RecordKind::PlatformWork
            | RecordKind::PlatformReferral
            | RecordKind::InjuryHelp
            | RecordKind::Application
            | RecordKind::MembershipEvent
            | RecordKind::LeaveYear
            | RecordKind::HardshipFile
            | RecordKind::MemberAid
            | RecordKind::DuesTalk
            | RecordKind::PersonTag
    );
    if !own {
        return Ok((of.kind == RecordKind::Person).then(|| of.id.clone()));
    }
    let sql = format!("SELECT person_id FROM {} WHERE id = ?1", lies(of.kind).1);
    // What stays as a figure of somebody who was erased is nobody's.
    let found = connection.prepare_cached(&sql)?.query_row([&of.id], |row| row.get::<_, Option<String>>(0));
    Ok(found.optional()?.flatten())
}

/// The record that an attachment is on, removed or not. Errors: `not_found` when there is no such attachment.
pub fn owner(connection: &Connection, id: &str) -> Result<RecordRef, Problem> {
    let found = connection
        .query_row("SELECT of_kind, of_id FROM attachment WHERE id = ?1", [id], |row| {
            Ok(RecordRef { kind: kind_of(&row.get::<_, String>(0)?), id: row.get(1)? })
        })
        .optional()?;
    found.ok_or_else(|| Problem::missing("个附件"))
}

/// The files of a record, in the order they came in.
pub fn of_record(connection: &Connection, of: &RecordRef) -> Result<Vec<Attachment>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM live_attachment a LEFT JOIN thumbnail t ON t.content = a.content
         WHERE a.of_kind = ?1 AND a.of_id = ?2 ORDER BY a.added_at, a.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![kind_text(of.kind), of.id], attachment)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many files there are on records, and their bytes; what stands on two records is kept once.
pub fn totals(connection: &Connection) -> Result<(u64, u64), Problem> {
    let sql = "SELECT (SELECT count(*) FROM live_attachment),
      (SELECT coalesce(sum(bytes), 0) FROM (SELECT DISTINCT content, bytes FROM live_attachment))";
    Ok(connection.query_row(sql, [], |row| {
        Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, i64>(1)?.unsigned_abs()))
    })?)
}

/// How many files on records have one of these contents.
pub fn with_content(connection: &Connection, contents: &[String]) -> Result<u64, Problem> {
    let mut count = connection.prepare_cached("SELECT count(*) FROM live_attachment WHERE content = ?1")?;
    let counts = contents.iter().map(|content| count.query_row([content], |row| row.get::<_, i64>(0)));
    Ok(counts.sum::<Result<i64, _>>()?.unsigned_abs())
}

/// What a content is called, a line for each file that has it: 李强：入会申请.pdf. Removed ones too. Of a file on a record of health, a
/// mark of hardship among them and one that stands no more, neither whose it is nor its name, of one on a notice of dismissal not its
/// name, and of a number in a name its mask: what is lost is told to everybody.
pub fn called(connection: &Connection, content: &str) -> Result<Vec<String>, Problem> {
    let health = RecordKind::ALL.into_iter().filter(|kind| kind.is_health()).map(kind_text);
    let health = health.map(|text| format!("'{text}'")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT CASE WHEN of_kind IN ({health}) OR of_kind = 'personTag'
          AND NOT EXISTS (SELECT 1 FROM person_tag WHERE id = of_id AND kind <> 'hardship') THEN '健康记录的附件'
        WHEN of_kind = 'dismissal' THEN coalesce((SELECT paper_number('dismissal', year, serial) FROM dismissal
          WHERE id = of_id), '解除和处分通知') || '的附件' ELSE coalesce(CASE of_kind
        WHEN 'person' THEN (SELECT nullif(name, '') FROM person WHERE id = of_id)
        WHEN 'negotiation' THEN (SELECT title FROM negotiation WHERE id = of_id)
        WHEN 'meeting' THEN (SELECT n.title || '第' || m.round || '轮会议' FROM meeting m
          JOIN negotiation n ON n.id = m.negotiation_id WHERE m.id = of_id)
        WHEN 'event' THEN (SELECT n.title FROM negotiation_event e
          JOIN negotiation n ON n.id = e.negotiation_id WHERE e.id = of_id)
        WHEN 'information' THEN (SELECT n.title || i.name FROM negotiation_information i
          JOIN negotiation n ON n.id = i.negotiation_id WHERE i.id = of_id)
        WHEN 'paper' THEN (SELECT title FROM paper WHERE id = of_id)
        WHEN 'report' THEN of_id || '年度工作报告'
        WHEN 'form' THEN (SELECT name FROM form WHERE id = of_id)
        WHEN 'supervision' THEN (SELECT paper_number('supervision', year, serial) FROM supervision_case WHERE id = of_id)
        WHEN 'appeal' THEN (SELECT paper_number('appeal', year, serial) FROM appeal WHERE id = of_id)
        WHEN 'mediation' THEN (SELECT paper_number('mediation', year, serial) FROM mediation_case WHERE id = of_id)
        WHEN 'platformTalk' THEN (SELECT f.name || t.year || '年度协商' FROM platform_talk t
          JOIN platform_firm f ON f.id = t.firm_id WHERE t.id = of_id)
        WHEN 'election' THEN (SELECT union_term_name('committee', session) || '换届选举' FROM election WHERE id = of_id)
        WHEN 'membersMeeting' THEN (SELECT members_meeting_name(form, session, round) FROM members_meeting WHERE id = of_id)
        WHEN 'committee' THEN (SELECT committee_number(body, year, serial) FROM committee_meeting WHERE id = of_id)
        WHEN 'custody' THEN (SELECT name FROM custody WHERE id = of_id)
        WHEN 'letter' THEN (SELECT title FROM letter WHERE id = of_id)
        WHEN 'unionTerm' THEN (SELECT union_term_name(body, session) FROM union_term WHERE id = of_id)
        WHEN 'feePayment' THEN (SELECT month || '工会经费' FROM fee_payment WHERE id = of_id)
        WHEN 'agreement' THEN (SELECT n.title FROM agreement r JOIN negotiation n ON n.id = r.negotiation_id WHERE r.id = of_id)
        WHEN 'agreementCheck' THEN (SELECT n.title || '履行检查' FROM agreement_check r
          JOIN agreement a ON a.id = r.agreement_id JOIN negotiation n ON n.id = a.negotiation_id WHERE r.id = of_id)
        WHEN 'mandate' THEN (SELECT n.title FROM negotiation_mandate r
          JOIN negotiation n ON n.id = r.negotiation_id WHERE r.id = of_id)
        WHEN 'opinionSurvey' THEN (SELECT n.title FROM opinion_survey r
          JOIN negotiation n ON n.id = r.negotiation_id WHERE r.id = of_id)
        WHEN 'representativeElection' THEN (SELECT n.title FROM representative_election r
          JOIN negotiation n ON n.id = r.negotiation_id WHERE r.id = of_id)
        WHEN 'consent' THEN (SELECT nullif(p.name, '') FROM consent r JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'labourContract' THEN (SELECT nullif(p.name, '') FROM labour_contract r
          JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'certificate' THEN (SELECT nullif(p.name, '') FROM certificate r
          JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'training' THEN (SELECT nullif(p.name, '') FROM training r JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'personTag' THEN (SELECT nullif(p.name, '') FROM person_tag r
          JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'honour' THEN (SELECT nullif(p.name, '') FROM honour r JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'platformWork' THEN (SELECT nullif(p.name, '') FROM platform_work r
          JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'platformReferral' THEN (SELECT nullif(p.name, '') FROM platform_referral r
          JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'application' THEN (SELECT nullif(p.name, '') FROM application r JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'membershipEvent' THEN (SELECT nullif(p.name, '') FROM membership_event r
          JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'duesEntry' THEN (SELECT paid_on || '会费' FROM dues_entry WHERE id = of_id)
        WHEN 'paySheet' THEN (SELECT period || '工资数据' FROM pay_sheet WHERE id = of_id)
        WHEN 'payReference' THEN (SELECT region || period || '工资参考数据' FROM pay_reference WHERE id = of_id)
        WHEN 'supervisionEvent' THEN (SELECT paper_number('supervision', c.year, c.serial) FROM supervision_event r
          JOIN supervision_case c ON c.id = r.case_id WHERE r.id = of_id)
        WHEN 'supervisionLetter' THEN (SELECT paper_number('supervision', c.year, c.serial) FROM supervision_letter r
          JOIN supervision_case c ON c.id = r.case_id WHERE r.id = of_id)
        WHEN 'workforce' THEN (SELECT as_of || '职工人数' FROM workforce WHERE id = of_id)
        WHEN 'leaveYear' THEN (SELECT nullif(p.name, '') FROM leave_year r JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'recuperationBatch' THEN (SELECT t.year || '年疗休养' || b.name FROM recuperation_batch b
          JOIN recuperation_plan t ON t.id = b.plan_id WHERE b.id = of_id)
        WHEN 'leaveSchedule' THEN (SELECT year || '年年休假计划' FROM leave_schedule WHERE id = of_id)
        WHEN 'congressTerm' THEN (SELECT name FROM congress_term WHERE id = of_id)
        WHEN 'congressMeeting' THEN (SELECT name FROM congress_meeting WHERE id = of_id)
        WHEN 'congressMotion' THEN (SELECT paper_number('congressMotion', year, serial) FROM congress_motion WHERE id = of_id)
        WHEN 'congressDelegate' THEN (SELECT '职工代表' || name FROM congress_delegate WHERE id = of_id)
        WHEN 'hazard' THEN (SELECT paper_number('hazard', year, serial) FROM hazard WHERE id = of_id)
        WHEN 'safetyVisit' THEN (SELECT paper_number('safetyVisit', year, serial) FROM safety_visit WHERE id = of_id)
        WHEN 'reformMeasure' THEN (SELECT paper_number('reformMeasure', year, serial) FROM reform_measure WHERE id = of_id)
        WHEN 'hazardEvent' THEN (SELECT paper_number('hazard', h.year, h.serial) FROM hazard_event r
          JOIN hazard h ON h.id = r.hazard_id WHERE r.id = of_id)
        WHEN 'sending' THEN (SELECT p.title || '送' || r.receiver FROM paper_sending r
          JOIN paper p ON p.id = r.paper_id WHERE r.id = of_id)
        WHEN 'platformMeeting' THEN (SELECT f.name || t.year || '年度协商' FROM platform_meeting r
          JOIN platform_talk t ON t.id = r.talk_id JOIN platform_firm f ON f.id = t.firm_id WHERE r.id = of_id)
        WHEN 'platformFirm' THEN (SELECT name FROM platform_firm WHERE id = of_id)
        WHEN 'duesTalk' THEN (SELECT nullif(p.name, '') FROM dues_talk r JOIN person p ON p.id = r.person_id WHERE r.id = of_id)
        WHEN 'feeDemand' THEN (SELECT '致' || addressee || '的催缴函' FROM fee_demand WHERE id = of_id)
        WHEN 'mediationEvent' THEN (SELECT paper_number('mediation', c.year, c.serial) FROM mediation_event r
          JOIN mediation_case c ON c.id = r.case_id WHERE r.id = of_id)
        WHEN 'electionEvent' THEN (SELECT union_term_name('committee', e.session) || '换届选举' FROM election_event r
          JOIN election e ON e.id = r.election_id WHERE r.id = of_id)
        WHEN 'electionBallot' THEN (SELECT union_term_name('committee', e.session) || '换届选举' FROM election_ballot r
          JOIN election e ON e.id = r.election_id WHERE r.id = of_id)
        WHEN 'correctionOrder' THEN (SELECT n.title FROM negotiation_order r
          JOIN negotiation n ON n.id = r.negotiation_id WHERE r.id = of_id)
        WHEN 'suspension' THEN (SELECT n.title FROM negotiation_suspension r
          JOIN negotiation n ON n.id = r.negotiation_id WHERE r.id = of_id)
        WHEN 'congressSession' THEN (SELECT name FROM congress_session WHERE id = of_id)
        WHEN 'unionGroup' THEN (SELECT name FROM union_group WHERE id = of_id)
        WHEN 'inspector' THEN (SELECT '监督员' || name FROM supervision_inspector WHERE id = of_id)
        WHEN 'mediator' THEN (SELECT '调解委员' || name FROM mediator WHERE id = of_id)
        WHEN 'calendarNotice' THEN (SELECT year || '年放假安排' FROM calendar_notice WHERE id = of_id)
        WHEN 'ownRule' THEN (SELECT contract || article FROM own_rule WHERE id = of_id)
        WHEN 'recuperationPlan' THEN (SELECT year || '年疗休养计划' FROM recuperation_plan WHERE id = of_id)
        WHEN 'dueBasis' THEN (SELECT from_month || '起的会费收缴标准' FROM dues_basis WHERE id = of_id)
        ELSE (SELECT name FROM union_record WHERE id = of_id) END || '：', '') || name END
      FROM attachment WHERE content = ?1 ORDER BY removed_at IS NOT NULL, added_at, id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let names = statement.query_map([content], |row| row.get::<_, String>(0))?;
    Ok(names.map(|name| name.map(|name| mask_within(&name))).collect::<Result<_, _>>()?)
}

/// One file.
///
/// Errors: `not_found`.
pub fn one(connection: &Connection, id: AttachmentId) -> Result<Attachment, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM live_attachment a LEFT JOIN thumbnail t ON t.content = a.content WHERE a.id = ?1"
    );
    let found = connection.prepare_cached(&sql)?.query_row([id], attachment).optional()?;
    found.ok_or_else(|| Problem::missing("个附件"))
}

/// Writes the row of a file that is kept, with the digest of its small picture.
pub fn insert(tx: &Tx, one: &Attachment, small: Option<&Thumbnail>) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO attachment (id, of_kind, of_id, name, content, bytes, media, place, added_at, added_by, small_sha256)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            one.id,
            kind_text(one.of.kind),
            one.of.id,
            one.name,
            one.content,
            i64::try_from(one.bytes).unwrap_or(i64::MAX),
            one.media,
            place_text(one.place),
            one.added_at,
            one.added_by,
            small.map(|small| small::digest(&small.jpeg)),
        ],
    )?;
    Ok(())
}

/// Gives a file another name.
pub fn rename(tx: &Tx, id: AttachmentId, name: &str) -> Result<(), Problem> {
    tx.execute("UPDATE attachment SET name = ?2 WHERE id = ?1", params![id, name])?;
    Ok(())
}

/// Puts a file out of sight.
pub fn remove(tx: &Tx, id: AttachmentId) -> Result<(), Problem> {
    tx.execute("UPDATE attachment SET removed_at = ?2 WHERE id = ?1", params![id, tx.now().to_rfc3339()])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields;

    #[test]
    fn every_kind_of_record_has_its_word_and_takes_its_files_along() {
        for kind in RecordKind::ALL {
            let (text, table) = lies(kind);
            assert_eq!(kind_of(text), kind, "{text}");
            assert!(
                fields::listed("attachment", "of_kind", text).is_some(),
                "{text} has a word for the history"
            );
            let named = fields::loose_to(table).any(|one| one == ("attachment", "of_id"));
            assert!(named, "an attachment on {table} says on what");
            // The union itself is never erased.
            let along = fields::parts(table).contains(&("attachment", "of_id"));
            assert!(along || kind == RecordKind::Union, "the files of {table} are erased with it");
        }
    }
}
