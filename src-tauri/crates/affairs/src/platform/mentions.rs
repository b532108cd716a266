//! What new employment forms say of one person, for that person: where they work, where they were referred, with what they were
//! helped. Who may ask is `desk`'s.

use rusqlite::Connection;

use super::model::{InjuryOutcome, PlatformReferralOutcome};
use super::store::{helps, referrals, works};
use crate::Problem;
use crate::members::model::PersonId;
use crate::mention::Mention;

fn mention(affair: &str, what: String, on: Option<chrono::NaiveDate>) -> Mention {
    Mention { affair: affair.to_owned(), what, on: on.map(|day| day.to_string()) }
}

/// Where a person works and where they were referred.
pub fn works(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut mentions = Vec::new();
    for one in works::of_person(connection, id)? {
        let mut what = format!("{}，{}", one.firm, one.record.class.label());
        for more in [&one.record.basis, &one.record.station, &one.record.channel].into_iter().flatten() {
            what = format!("{what}，{more}");
        }
        mentions.push(mention("平台从业", what, one.record.since));
    }
    for one in referrals::all(connection)?.into_iter().filter(|one| one.person == id) {
        let outcome = one.outcome.map_or("还没有回复", PlatformReferralOutcome::label);
        let what = format!("转介到{}，{outcome}", one.record.to_union);
        mentions.push(mention("转介", what, Some(one.record.referred_on)));
    }
    Ok(mentions)
}

/// With what a person was helped after an accident: how they were hurt, for readers of health.
pub fn injuries(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut mentions = Vec::new();
    for one in helps::all(connection)?.into_iter().filter(|one| one.person == id) {
        let outcome = one.record.outcome.map_or("还没有结论", InjuryOutcome::label);
        let what = format!("{}，{}，{outcome}", one.firm, one.record.asked);
        mentions.push(mention(&format!("职业伤害协助{}", one.number), what, Some(one.record.accident_on)));
    }
    Ok(mentions)
}

/// Everything that this module says of a person.
pub fn of_person(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut mentions = works(connection, id)?;
    mentions.extend(injuries(connection, id)?);
    Ok(mentions)
}
