//! The one search over people, affairs and papers: what matches, joined from the modules.

use affairs::congress::delegates;
use affairs::leave::recuperation;
use affairs::search::{Among, Hit, refs};
use affairs::union::model::Shown;
use affairs::{letters, members, negotiation, office, platform, reform, safety, union};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::open::Reading;

/// Hits shown in all.
const SHOWN: usize = 50;
/// Hits of affairs, and of papers, that stand beside the people: many people never hide a paper.
const OF_EACH: usize = 15;

/// What is looked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Characters, pinyin, initials, the last four of an ID number, a paper's number.
    pub text: String,
}

/// What matches, at most fifty: people first, then affairs and papers, each in the order of the index.
pub fn all(reading: &Reading<'_>, args: Search) -> Result<Vec<Hit>, Problem> {
    let connection = reading.connection;
    let mut affairs = refs(connection, Among::Affairs, &args.text, OF_EACH)?;
    if reading.open.sight().health == Shown::Never {
        affairs = letters::found::without_health(connection, &args.text, affairs)?;
    }
    let mut hits = negotiation::found::search_rows(connection, &affairs)?;
    hits.extend(letters::found::search_rows(connection, &affairs)?);
    hits.extend(platform::found::search_rows(connection, &affairs)?);
    hits.extend(recuperation::found::search_rows(connection, &affairs)?);
    hits.extend(safety::found::search_rows(connection, &affairs)?);
    hits.extend(delegates::found::search_rows(connection, &affairs)?);
    hits.extend(reform::found::search_rows(connection, &affairs)?);
    hits.extend(union::found::search_rows(connection, &affairs)?);
    hits.extend(office::found::search_rows(
        connection,
        &refs(connection, Among::Papers, &args.text, OF_EACH)?,
    )?);
    let rest = SHOWN - hits.len();
    // The last four of a number find nobody for one who may not read it.
    let by_number = args.text.contains(|c: char| c.is_ascii_digit());
    if !by_number || reading.open.sight().identity != Shown::Never {
        let people = refs(connection, Among::People, &args.text, rest)?;
        hits.extend(members::found::search_rows(connection, &people)?);
    }
    hits.sort_by_key(|hit| hit.kind);
    Ok(hits)
}
