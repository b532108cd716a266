//! What a paper of any kind is filled with: the module of the kind is asked, and whoever may not read what the paper tells is
//! refused first. Setting and issuing it is `papers_set`'s and `papers`'s.

use affairs::congress::delegates::papers as delegates;
use affairs::congress::meetings::papers as meetings;
use affairs::congress::motions::papers as motions;
use affairs::members::dossier::papers::{DOSSIER, HEALTH_PAPER};
use affairs::members::dues::papers as dues;
use affairs::members::joining::papers as joining;
use affairs::members::leaving::papers as leaving;
use affairs::members::model::PersonId;
use affairs::negotiation::{contract, information, levels, refusal, seal, suspension};
use affairs::office::Filled;
use affairs::office::committee::papers::MINUTES as COMMITTEE_MINUTES;
use affairs::office::correspondence::papers::LETTER;
use affairs::office::outgoing::model::SendingId;
use affairs::office::outgoing::papers::{RECEIPT, receipt};
use affairs::union::election::papers as election;
use affairs::union::fee::papers as fee;
use affairs::union::members_congress::papers as members_congress;
use affairs::union::model::Shown;
use affairs::{
    leave, letters, members, negotiation, office, platform, reform, registers, report, safety, union,
};

use crate::Problem;
use crate::commands::fee::told as told_payrolls;
use crate::commands::hardship as hardship_commands;
use crate::commands::leave as leave_commands;
use crate::commands::papers_guard::{
    Told, bears_numbers, guard_identity, guard_opinion, guard_payrolls, guard_told, guard_wages, keep_look,
};
use crate::commands::papers_listed::means;
use crate::commands::platform::OF_INJURY;
use crate::commands::recuperation as recuperation_commands;
use crate::commands::report::kept as kept_sums;
use crate::commands::{dossier, hand_over_book, own_looks, pay_simulate, today};
use crate::desk::Desk;
use crate::open::Reading;
use crate::rights::Right;

/// The facts of a paper, with the paragraphs that were reworded; those of a sealed affair as its seal kept them.
pub(super) fn fill(reading: &Reading<'_>, desk: &Desk, kind: &str, of: &str) -> Result<Filled, Problem> {
    if let Some(filled) = seal::kept::paper(reading.connection, kind, of)? {
        return Ok(filled);
    }
    if kind == union::papers::RECOVERY_SHEET {
        reading.open.may(Right::Chair)?;
        let words = reading.open.ledger.recovery_words();
        let head = hand_over_book::head(reading, None)?;
        let name = reading
            .open
            .ledger
            .dir()
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        return union::papers::recovery_sheet(
            &reading.open.union,
            &name,
            words.characters(),
            desk.now(),
            head,
        );
    }
    if kind == today::PAPER {
        return today::paper(reading, desk, of);
    }
    if kind == union::succession::HAND_OVER {
        return hand_over_book::book(reading, desk, hand_over_book::Parties::default(), None);
    }
    if kind == members::papers::OWN_DATA {
        return own_data(reading, of);
    }
    if kind == DOSSIER {
        return dossier::paper(reading, of);
    }
    if kind == RECEIPT {
        let id = of.parse::<SendingId>().map_err(|_| Problem::missing("条发送记录"))?;
        return receipt(reading.connection, &reading.open.union.name, id);
    }
    if let Some(filled) = of_joining(reading, kind, of)? {
        return Ok(filled);
    }
    let mut filled = match kind {
        report::papers::YEAR => {
            let head = hand_over_book::head(reading, None)?;
            report::papers::fill(reading.connection, of, head, reading.today, kept_sums(reading)?)?
        }
        COMMITTEE_MINUTES => {
            let id = of.parse().map_err(|_| Problem::missing("份会议记录"))?;
            office::committee::papers::fill(reading.connection, reading.book, id)?
        }
        LETTER => {
            let id = of.parse().map_err(|_| Problem::missing("份函"))?;
            office::correspondence::papers::fill(reading.connection, id, reading.today)?
        }
        fee::DEMAND => {
            guard_payrolls(reading, of, told_payrolls(reading, desk)?.as_ref())?;
            fee::fill(reading.connection, reading.book, of, reading.today)?
        }
        _ if members_congress::is_ours(kind) => {
            members_congress::fill(reading.connection, reading.book, kind, of, reading.today)?
        }
        _ if election::is_ours(kind) => {
            election::fill(reading.connection, reading.book, kind, of, reading.today)?
        }
        dues::RECEIPT | dues::SHEET => of_dues(reading, kind, of)?,
        negotiation::papers::PLAN => pay_simulate::plan(reading, desk, of)?,
        _ if letters::papers::is_ours(kind) => {
            letters::papers::fill(reading.connection, reading.book, kind, of)?
        }
        _ if letters::rights::is_ours(kind) => {
            guard_opinion(reading, kind, of)?;
            let in_full = bears_numbers(reading, kind, of)?;
            letters::rights::fill(reading.connection, reading.book, (kind, of), in_full, reading.today)?
        }
        _ if platform::papers::is_ours(kind) => of_platform(reading, kind, of)?,
        _ if leave::papers::is_ours(kind) => leave_commands::paper(reading, kind, of)?,
        _ if leave::recuperation::papers::is_ours(kind) => recuperation_commands::paper(reading, kind, of)?,
        meetings::NOTICE => meetings::fill(reading.connection, of, reading.today)?,
        motions::MOTION => motions::fill(reading.connection, of)?,
        _ if delegates::is_ours(kind) => {
            delegates::fill(reading.connection, reading.book, of, reading.today)?
        }
        _ if registers::hardship::papers::is_ours(kind) => hardship_commands::paper(reading, kind, of)?,
        _ if safety::papers::is_ours(kind) => {
            safety::papers::fill(reading.connection, reading.book, kind, of, reading.today)?
        }
        reform::papers::YEAR => reform::papers::fill(reading.connection, of, reading.today)?,
        _ if contract::papers::is_ours(kind) => {
            contract::papers::fill(reading.connection, means(reading, desk)?, kind, of, reading.today)?
        }
        levels::papers::LEVELS => levels::papers::fill(reading.connection, reading.book, of)?,
        _ if refusal::papers::is_ours(kind) => {
            refusal::papers::fill(reading.connection, reading.book, kind, of, reading.today)?
        }
        _ if information::papers::is_ours(kind) => {
            information::papers::fill(reading.connection, reading.book, kind, of)?
        }
        suspension::papers::MEMO => suspension::papers::fill(reading.connection, reading.book, of)?,
        _ => match of_leaving(reading, kind, of)? {
            Some(filled) => filled,
            None => negotiation::papers::fill(reading.connection, reading.book, kind, of, reading.today)?,
        },
    };
    filled.changes = office::changes::of_paper(reading.connection, kind, of)?;
    Ok(filled)
}

/// A person's own data in full: a look of its own, for whoever revealed identity; health and wages on it by their rights.
fn own_data(reading: &Reading<'_>, of: &str) -> Result<Filled, Problem> {
    let open = reading.open;
    guard_told(reading, Told::Identity, "个人信息副本写有完整的证件号码和电话", "打印")?;
    let id = of.parse::<PersonId>().map_err(|_| Problem::missing("个人"))?;
    let looks = own_looks::of_person(open, of)?;
    let may_read_health = open.sight().health != Shown::Never;
    let injuries = match may_read_health {
        true => platform::mentions::injuries(reading.connection, id)?,
        false => Vec::new(),
    };
    let filled = members::papers::own_data(
        reading.connection,
        reading.book,
        id,
        (
            looks,
            [
                negotiation::mentions::of_person(reading.connection, id)?,
                office::committee::mentions::of_person(reading.connection, id)?,
                letters::mentions::of_person(reading.connection, id, may_read_health)?,
                platform::mentions::works(reading.connection, id)?,
                leave::mentions::of_person(reading.connection, id)?,
                injuries,
                union::mentions::of_person(reading.connection, id)?,
            ]
            .concat(),
            affairs::held::of_person(reading.connection, reading.book, id, open.sight())?,
        ),
        may_read_health,
        reading.today,
    )?;
    // Kept last: a copy does not tell of itself.
    keep_look(reading, members::papers::OWN_DATA, &[of.to_owned()])?;
    Ok(filled)
}

/// A paper of joining; one that bears identity in full is a look of its own, for whoever revealed identity.
fn of_joining(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Option<Filled>, Problem> {
    if joining::shows_identity(kind, of) {
        let person = joining::person_of(reading.connection, of)?;
        guard_identity(reading, &[person.to_string()])?;
    }
    joining::fill(reading.connection, kind, of)
}

/// A paper of leaving or moving, guarded alike.
fn of_leaving(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Option<Filled>, Problem> {
    if leaving::shows_identity(kind) {
        guard_identity(reading, &[leaving::person_of(reading.connection, of)?.to_string()])?;
    }
    leaving::fill(reading.connection, kind, of, reading.today)
}

/// A paper of dues; one whose sums tell wages is a look of its own, for whoever revealed wages.
fn of_dues(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Filled, Problem> {
    guard_wages(reading, kind, of)?;
    let filled = dues::fill(reading.connection, reading.book, kind, of, reading.today)?;
    filled.ok_or_else(|| Problem::missing("份会费文书"))
}

/// A paper of new employment forms, guarded alike; how someone was hurt is told to whoever revealed health.
fn of_platform(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Filled, Problem> {
    if platform::papers::shows_identity(kind) {
        guard_identity(reading, &[platform::papers::person_of(reading.connection, of)?.to_string()])?;
    }
    if kind == platform::papers::HELP {
        guard_told(reading, Told::Health, OF_INJURY, "打印")?;
        keep_look(reading, HEALTH_PAPER, &[of.to_owned()])?;
    }
    platform::papers::fill(reading.connection, reading.book, kind, of)
}
