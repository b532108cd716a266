//! What a re-election makes due: its next rungs, as its own page shows them. That a term runs out is `bodies`' while no
//! re-election of the next has begun.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::{ElectionRung, ElectionRungState, ElectionStep};
use super::rules::{self, ElectionLaw};
use super::{place, rungs, store};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind};
use crate::union::bodies;

/// The next rungs of every re-election that is not at its end.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let place = place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let mut duties = Vec::new();
    for id in store::ids(connection)? {
        let course = store::course(connection, id)?;
        let ends_on = bodies::ends_before(connection, course.record.session)?;
        let about = rules::name(course.record.session);
        let next = rungs::rungs(law, id, &course, ends_on, today)?;
        for rung in next.into_iter().filter(|rung| rung.state == ElectionRungState::Now) {
            duties.push(duty(rung, id.to_string(), &about, today));
        }
    }
    Ok(duties)
}

fn duty(rung: ElectionRung, id: String, about: &str, today: NaiveDate) -> Duty {
    let title = format!("{}（{about}）", rung.title);
    let name = kind(rung.step).id(id);
    let duty = match rung.due {
        Some(due) => Duty::due(today, due, name, rung.whose, title, rung.place),
        None => Duty::undated(Band::Week, name, rung.whose, title, rung.place),
    };
    let lacks: String = rung.lacks.iter().map(|lack| lack.text.as_str()).collect();
    Duty {
        module: rungs::PAGE.to_owned(),
        origin: format!("{}{lacks}", rung.origin),
        deadline: rung.deadline,
        rule: rung.rule,
        button: rung.button,
        ..duty
    }
}

fn kind(step: ElectionStep) -> DutyKind {
    match step {
        ElectionStep::Request => DutyKind::ElectionRequest,
        ElectionStep::Approval => DutyKind::ElectionApproval,
        ElectionStep::Delegates => DutyKind::ElectionDelegates,
        ElectionStep::Qualification => DutyKind::ElectionQualification,
        ElectionStep::Proposal => DutyKind::ElectionProposal,
        ElectionStep::Consent => DutyKind::ElectionConsent,
        ElectionStep::Posting => DutyKind::ElectionPosting,
        ElectionStep::Ballots => DutyKind::ElectionBallots,
        ElectionStep::Plenums => DutyKind::ElectionPlenums,
        ElectionStep::Report => DutyKind::ElectionReport,
        ElectionStep::Confirmation => DutyKind::ElectionConfirmation,
        ElectionStep::Registration => DutyKind::ElectionRegistration,
        ElectionStep::LeavingAudit => DutyKind::ElectionLeavingAudit,
        ElectionStep::HandOver => DutyKind::ElectionHandOver,
    }
}
