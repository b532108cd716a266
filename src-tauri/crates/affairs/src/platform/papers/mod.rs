//! What the papers of new employment forms are filled with: minutes of a meeting with a platform, the letter of a referral, the
//! help sheet for a worker who was hurt. How a paper looks is not decided here.

mod help;
mod minutes;
mod referral;

use law::LawBook;
use rusqlite::Connection;

pub use super::kinds::{HELP, MINUTES, REFERRAL, is_ours};
use super::place;
use super::rules::PlatformLaw;
use super::store::{firms, helps, meetings, referrals, talks};
use crate::Problem;
use crate::members::model::PersonId;
use crate::office;
use crate::office::model::{Filled, PaperLine};

/// Whether papers of this kind show identity in full: the receiving union has to find who was referred.
pub fn shows_identity(kind: &str) -> bool {
    kind == REFERRAL
}

/// Whose identity a paper shows.
///
/// Errors: `not_found`.
pub fn person_of(connection: &Connection, of: &str) -> Result<PersonId, Problem> {
    Ok(referrals::get(connection, of.parse().map_err(|_| Problem::missing("次转介"))?)?.person)
}

/// Every paper that can be made now.
pub fn list(connection: &Connection, book: &LawBook) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    let mut line = |kind: &str, of: String, title: String, affair: String, dated| {
        lines.push(PaperLine {
            kind: kind.to_owned(),
            of,
            title,
            affair,
            dated: Some(dated),
            missing: Vec::new(),
            issued: Vec::new(),
            made_by: None,
        });
    };
    for firm in firms::all(connection)? {
        let Some(id) = firm.id else { continue };
        for (talk, record) in talks::with(connection, id)? {
            for (meeting, held) in meetings::of(connection, talk)?.into_iter().rev() {
                let affair = format!("{}{}年度协商", firm.name, record.year);
                line(
                    MINUTES,
                    meeting.to_string(),
                    "劳动规则和算法协商会议纪要".to_owned(),
                    affair,
                    held.held_on,
                );
            }
        }
    }
    for one in referrals::all(connection)? {
        let title = format!("转介函（{}）", one.name);
        line(REFERRAL, one.id.to_string(), title, "转介".to_owned(), one.record.referred_on);
    }
    for one in helps::all(connection)? {
        let title = format!("职业伤害保障办理说明（{}）", one.name);
        line(HELP, one.id.to_string(), title, one.number, one.record.asked_on);
    }
    for line in &mut lines {
        line.missing = fill(connection, book, &line.kind, &line.of)?.missing;
    }
    Ok(lines)
}

/// The rule that keeps a referral from being issued as it is: without consent, data go to no other.
pub fn content_rule(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
) -> Result<Option<String>, Problem> {
    let (REFERRAL, Ok(id)) = (kind, of.parse()) else { return Ok(None) };
    let record = referrals::get(connection, id)?.record;
    let place = place(connection)?;
    let law = PlatformLaw { book, place: &place };
    let rule = law.rule("personal.provide", record.referred_on).filter(|_| record.consent_on.is_none());
    Ok(rule.map(|rule| rule.short))
}

/// Fills a paper of this module.
///
/// Errors: `not_found` for an unknown kind or record.
pub fn fill(connection: &Connection, book: &LawBook, kind: &str, of: &str) -> Result<Filled, Problem> {
    let unknown = || Problem::missing("份文件");
    let place = place(connection)?;
    let law = PlatformLaw { book, place: &place };
    let filled = match kind {
        MINUTES => minutes::fill(connection, law, of.parse().map_err(|_| unknown())?)?,
        REFERRAL => referral::fill(connection, law, of.parse().map_err(|_| unknown())?)?,
        HELP => return help::fill(connection, law, of.parse().map_err(|_| unknown())?),
        _ => return Err(unknown()),
    };
    office::standing(connection, kind, filled)
}
