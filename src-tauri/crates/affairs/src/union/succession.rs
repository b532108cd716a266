//! What the hand-over book (移交清册) is filled with. Clocks, affairs, contracts and papers belong to other modules
//! and are handed in by `desk`, which joins them; how the book looks, its template's.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::duty::{Duty, Whose};
use crate::office::attachments;
use crate::office::model::Filled;
use crate::union::custody::{self, CustodyItem, CustodyKind};
use crate::union::model::{DeskPerson, Role};
use crate::union::papers::PrintedHead;
use crate::union::store;

/// 移交清册, made from the whole ledger.
pub const HAND_OVER: &str = "union.handOver";
/// The record it is made from: the ledger has one.
pub const HAND_OVER_ID: &str = "ledger";

/// What other modules and the ledger hand in.
pub struct Handed {
    /// Who hands over; `None` when it is no hand-over of the chair.
    pub from: Option<String>,
    /// Who takes over.
    pub to: Option<String>,
    /// The clocks that run.
    pub duties: Vec<Duty>,
    /// Title and state of each affair that is not at its end.
    pub affairs: Vec<(String, String)>,
    /// The collective contracts.
    pub contracts: Vec<HandedContract>,
    /// Number, title and day of each issued paper, the newest first.
    pub papers: Vec<(String, String, String)>,
    /// Members, women, migrant workers, dispatched.
    pub counts: [u32; 4],
    /// The newest step.
    pub head: PrintedHead,
    /// The newest copy in the ledger's own folder, `2026-11-16T09:00:00`, and whether that moment has not come yet.
    pub own_copy: Option<(String, bool)>,
    /// Day and place of the last copy outside, other than the one that goes with the book.
    pub outside_copy: Option<(NaiveDate, String)>,
    /// The checked copy that goes with it.
    pub copy: Option<HandedCopy>,
}

/// One collective contract.
#[derive(Debug, Serialize)]
pub struct HandedContract {
    /// 2026年度工资专项集体合同.
    pub title: String,
    /// How it stands.
    pub state: &'static str,
    /// Signed on.
    pub signed: Option<NaiveDate>,
    /// Filed on.
    pub filed: Option<NaiveDate>,
    /// In effect from.
    pub effective: Option<NaiveDate>,
    /// Its last day.
    pub expires: Option<NaiveDate>,
    /// The rule that its last day was reckoned by, where the contract's own is not recorded.
    pub reckoned: Option<String>,
    /// First day on which the next talks may be asked for.
    pub talks_from: Option<NaiveDate>,
    /// Last day for it.
    pub talks_until: Option<NaiveDate>,
}

/// The copy of the ledger that goes with the book.
#[derive(Debug, Clone, Serialize)]
pub struct HandedCopy {
    /// The folder of the copies at the chosen place.
    pub folder: String,
    /// The copy in it.
    pub name: String,
    /// Contents of the attachments that it lacks: their files are lost or broken.
    pub lost: Vec<String>,
}

#[derive(Serialize)]
struct Book {
    union: Union,
    day: NaiveDate,
    from: Option<String>,
    to: Option<String>,
    duties: Vec<Clock>,
    affairs: Vec<Affair>,
    contracts: Vec<HandedContract>,
    papers: Vec<Paper>,
    people: Vec<Person>,
    kinds: Vec<Kind>,
    counts: Counts,
    attachments: Attachments,
    ledger: PrintedHead,
    copies: Copies,
    copy: Option<HandedCopy>,
}

#[derive(Serialize)]
struct Union {
    name: String,
    employer: String,
}

#[derive(Serialize)]
struct Clock {
    whose: &'static str,
    title: String,
    due: Option<NaiveDate>,
    ground: String,
}

#[derive(Serialize)]
struct Affair {
    title: String,
    state: String,
}

#[derive(Serialize)]
struct Paper {
    number: String,
    title: String,
    on: String,
}

#[derive(Serialize)]
struct Person {
    name: String,
    role: String,
}

#[derive(Serialize)]
struct Kind {
    name: &'static str,
    things: Vec<CustodyItem>,
}

#[derive(Serialize)]
struct Counts {
    people: u32,
    members: u32,
    women: u32,
    migrant: u32,
    dispatched: u32,
}

#[derive(Serialize)]
struct Attachments {
    count: u64,
    size: String,
    lost: u64,
}

#[derive(Serialize)]
struct Copies {
    own: Option<String>,
    /// The clock ran ahead when it was made: its moment is none to rely on.
    own_ahead: bool,
    outside: Option<Outside>,
}

#[derive(Serialize)]
struct Outside {
    on: NaiveDate,
    place: String,
    /// The clock ran ahead when it was made.
    ahead: bool,
}

/// Fills the hand-over book.
pub fn book(connection: &Connection, handed: Handed, day: NaiveDate) -> Result<Filled, Problem> {
    let union = store::union_record(connection)?;
    let title = format!("{}移交清册", union.name);
    let [members, women, migrant, dispatched] = handed.counts;
    // Whoever is entered, a member or not: what looking into a copy counts too.
    let people = connection.query_row("SELECT count(*) FROM live_person", [], |row| row.get(0))?;
    let (count, bytes) = attachments::store::totals(connection)?;
    let lost = match &handed.copy {
        Some(copy) => attachments::store::with_content(connection, &copy.lost)?,
        None => 0,
    };
    let book = Book {
        day,
        from: handed.from,
        to: handed.to,
        duties: handed.duties.into_iter().map(clock).collect(),
        affairs: handed.affairs.into_iter().map(|(title, state)| Affair { title, state }).collect(),
        contracts: handed.contracts,
        papers: handed.papers.into_iter().map(|(number, title, on)| Paper { number, title, on }).collect(),
        people: store::desk_people(connection)?.iter().map(person).collect(),
        kinds: kinds(custody::list(connection)?),
        counts: Counts { people, members, women, migrant, dispatched },
        attachments: Attachments { count, size: size(bytes), lost },
        ledger: handed.head,
        copies: Copies {
            own_ahead: handed.own_copy.as_ref().is_some_and(|(_, ahead)| *ahead),
            own: handed.own_copy.map(|(at, _)| at),
            outside: handed.outside_copy.map(|(on, place)| Outside { on, place, ahead: on > day }),
        },
        copy: handed.copy,
        union: Union { name: union.name, employer: union.employer },
    };
    Filled::new("union/hand-over", HAND_OVER_ID.to_owned(), title, Vec::new(), &book)
}

/// What is kept, by kind. Seals and accounts stand there also with nothing in them: every union has some, so
/// that none entered is a question to ask.
fn kinds(mut things: Vec<CustodyItem>) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for kind in CustodyKind::all() {
        let rest = things.split_off(things.iter().take_while(|item| item.kind == kind).count());
        let of_kind = std::mem::replace(&mut things, rest);
        if !of_kind.is_empty() || matches!(kind, CustodyKind::Seal | CustodyKind::Account) {
            kinds.push(Kind { name: kind.label(), things: of_kind });
        }
    }
    kinds
}

/// 12 KB, 3.3 MB.
fn size(bytes: u64) -> String {
    let tenths = (bytes.saturating_mul(10) + 524_288) / 1_048_576;
    match bytes {
        0..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", tenths / 10, tenths % 10),
    }
}

fn clock(duty: Duty) -> Clock {
    let rule = duty.deadline.as_ref().map(|deadline| &deadline.rule).or(duty.rule.as_ref());
    let ground = rule.map(|rule| format!("《{}》{}", rule.instrument, rule.article));
    Clock {
        whose: match duty.whose {
            Whose::Union => "我办",
            Whose::Employer => "企业办",
            Whose::Upper => "上级办",
        },
        ground: ground.unwrap_or(duty.origin),
        title: duty.title,
        due: duty.due,
    }
}

fn person(person: &DeskPerson) -> Person {
    let parts: Vec<&str> = person.parts.iter().map(|part| part.label()).collect();
    let role = match person.role {
        Role::Chair => "主席".to_owned(),
        Role::Officer if parts.is_empty() => "工会干部".to_owned(),
        Role::Officer => format!("工会干部：{}", parts.join("、")),
        Role::Auditor => "经审人员".to_owned(),
    };
    Person { name: person.name.clone(), role }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_told_as_people_read_them() {
        assert_eq!([size(0), size(1), size(1_048_576)], ["0 KB", "1 KB", "1.0 MB"].map(str::to_owned));
        assert_eq!(size(3_500_000), "3.3 MB");
    }
}
