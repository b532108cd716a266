//! The papers of the meeting that chose the workers' representatives: its record with the votes and what came of the posting, and
//! the notice that makes them known.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::super::context::Named;
use super::super::minutes::filled_in;
use super::{lacking, told};
use crate::Problem;
use crate::congress::model::CongressBallot;
use crate::members::model::Sex;
use crate::negotiation::agreement;
use crate::negotiation::model::{NegotiationId, Representative, Side};
use crate::negotiation::names;
use crate::negotiation::people::model::{RepresentativeElection, RepresentativeElectionId};
use crate::negotiation::people::{self, Seats, store as kept};
use crate::negotiation::rules::Law;
use crate::negotiation::store;
use crate::office::model::Filled;
use crate::office::text;

#[derive(Serialize)]
struct Person {
    name: String,
    post: Option<String>,
}

#[derive(Serialize)]
struct Chosen {
    name: String,
    held_on: NaiveDate,
}

#[derive(Serialize)]
struct Held {
    name: String,
    starts: String,
    place: String,
    chair: Person,
    recorder: Person,
}

#[derive(Serialize)]
struct Candidate {
    name: String,
    sex: Option<&'static str>,
    post: Option<String>,
    front_line: bool,
    r#for: u32,
    against: u32,
    abstain: u32,
    chosen: bool,
}

#[derive(Serialize)]
struct Chief {
    name: String,
    how: String,
}

#[derive(Serialize)]
struct Ballots {
    issued: u32,
    collected: u32,
    valid: u32,
    invalid: u32,
}

#[derive(Serialize)]
struct ElectionRecord {
    enterprise: Named,
    union: Named,
    year: i32,
    talks: String,
    meeting: Held,
    due: u32,
    present: u32,
    rule: String,
    proposed_by: String,
    method: &'static str,
    candidates: Vec<Candidate>,
    chief: Chief,
    ballots: Option<Ballots>,
    remarks: Option<String>,
    posting: Option<String>,
    tellers: Vec<String>,
    scrutineers: Vec<String>,
}

#[derive(Serialize)]
struct Posted {
    name: String,
    sex: Option<&'static str>,
    post: Option<String>,
    chief: bool,
}

#[derive(Serialize)]
struct Span {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Objections {
    who: String,
    office: String,
    phone: String,
    upper: Option<String>,
}

#[derive(Serialize)]
struct ElectionNotice {
    enterprise: Named,
    issuer: String,
    year: i32,
    talks: String,
    meeting: Chosen,
    legal_basis: String,
    chosen: Vec<Posted>,
    posting: Span,
    places: Vec<String>,
    objections: Objections,
    date: NaiveDate,
}

/// The chief of the workers' side, and how that came about.
fn chief(seats: &[Representative], on: NaiveDate) -> Chief {
    let stood = |one: &&Representative| one.side == Side::Workers && one.record.chief && one.stood_on(on);
    let one = seats.iter().find(stood).or_else(|| {
        seats.iter().find(|one| one.side == Side::Workers && one.record.chief && one.until.is_none())
    });
    Chief {
        name: one.map(|one| one.record.name.clone()).unwrap_or_default(),
        how: one
            .and_then(|one| filled_in(&one.record.chosen_how))
            .unwrap_or_else(|| "由职工方代表推举产生".to_owned()),
    }
}

fn ballots(election: &RepresentativeElection) -> Option<Ballots> {
    if election.way == CongressBallot::Open {
        return None;
    }
    let issued = election.given.unwrap_or(election.present);
    let collected = election.returned.unwrap_or(issued);
    let valid = election.valid.unwrap_or(collected);
    Some(Ballots { issued, collected, valid, invalid: collected.saturating_sub(valid) })
}

pub(super) fn record(
    connection: &Connection,
    book: &LawBook,
    id: RepresentativeElectionId,
) -> Result<Filled, Problem> {
    let election = kept::election(connection, id)?;
    let head = store::head(connection, election.negotiation)?;
    let union = names::of_affair(connection, election.negotiation)?;
    let book = agreement::book_of(connection, book, election.negotiation)?;
    let law = Law { book, place: &head.place, on: election.held_on };
    let (lines, _) = people::judge_election(law, &election);
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end_matches('。')).collect();
    let chief = chief(&store::seats(connection, election.negotiation)?, election.held_on);
    let blank = |value: &Option<String>| text(value).is_none();
    let unlisted = election.candidates.iter().any(|one| one.sex == Sex::Unspecified);
    let missing = lacking(&[
        (blank(&election.begins), "会议时间"),
        (blank(&election.place), "会议地点"),
        (blank(&election.chair), "主持人"),
        (blank(&election.recorder), "记录人"),
        (blank(&election.proposed_by), "候选人怎样提出"),
        (unlisted, "候选人的性别"),
        (election.candidates.iter().any(|one| one.post.trim().is_empty()), "候选人的岗位（职务）"),
        (chief.name.is_empty(), "首席代表"),
        (election.tellers.is_empty(), "计票人"),
        (election.scrutineers.is_empty(), "监票人"),
    ]);
    let chosen_by =
        people::chosen_by(law).map(|basis| format!("职工方协商代表依照{basis}产生")).unwrap_or_default();
    let rule =
        [chosen_by].into_iter().chain(lines.into_iter().map(str::to_owned)).collect::<Vec<_>>().join("；");
    let context = ElectionRecord {
        enterprise: Named { name: union.employer },
        union: Named { name: union.name },
        year: head.year,
        talks: head.talks().to_owned(),
        meeting: Held {
            name: election.meeting.clone(),
            starts: match text(&election.begins) {
                Some(begins) => format!("{}T{begins}", election.held_on),
                None => election.held_on.to_string(),
            },
            place: election.place.clone().unwrap_or_default(),
            chair: Person {
                name: election.chair.clone().unwrap_or_default(),
                post: election.chair_post.clone(),
            },
            recorder: Person {
                name: election.recorder.clone().unwrap_or_default(),
                post: election.recorder_post.clone(),
            },
        },
        due: election.due,
        present: election.present,
        rule,
        proposed_by: election.proposed_by.clone().unwrap_or_default(),
        method: election.way.label(),
        candidates: election
            .candidates
            .iter()
            .map(|one| Candidate {
                name: one.name.clone(),
                sex: told(one.sex),
                post: filled_in(&one.post),
                front_line: one.front_line,
                r#for: one.votes_for,
                against: one.votes_against,
                abstain: one.abstained,
                chosen: one.representative.is_some(),
            })
            .collect(),
        chief,
        ballots: ballots(&election),
        remarks: election.remarks.clone(),
        posting: people::posting_said(&election),
        tellers: election.tellers.clone(),
        scrutineers: election.scrutineers.clone(),
    };
    let title = format!("{}年度{}职工方代表推选会议记录", head.year, head.talks());
    Filled::new("negotiation/election-record", id.to_string(), title, missing, &context)
}

/// Who is to be made known: those chosen since the last posting; when all are known, everyone who stands.
fn to_post(seats: &Seats<'_>) -> Result<Vec<Posted>, Problem> {
    let waiting = seats.posting(Side::Workers)?.waiting;
    let all = seats.standing(Side::Workers);
    let some = all.filter(|one| waiting.is_empty() || waiting.contains(&one.record.name));
    let mut posted: Vec<Posted> = some
        .map(|one| Posted {
            name: one.record.name.clone(),
            sex: told(one.record.sex),
            post: filled_in(&one.record.post),
            chief: one.record.chief,
        })
        .collect();
    posted.sort_by_key(|one| !one.chief);
    Ok(posted)
}

pub(super) fn notice(connection: &Connection, book: &LawBook, id: NegotiationId) -> Result<Filled, Problem> {
    let seats = Seats::load(connection, book, id)?;
    let union = names::of_affair(connection, id)?;
    let election = kept::elections(connection, id)?.pop().ok_or_else(|| Problem::missing("次推选会议"))?;
    let law = Law { on: election.held_on, ..seats.law() };
    let chosen = to_post(&seats)?;
    let word = |value: &Option<String>| text(value).map(str::to_owned).unwrap_or_default();
    let objections = Objections {
        who: word(&election.objections_who),
        office: word(&election.objections_office),
        phone: word(&election.objections_phone),
        upper: None,
    };
    let missing = lacking(&[
        (chosen.is_empty(), "职工方协商代表"),
        (chosen.iter().any(|one| one.post.is_none()), "岗位（职务）"),
        (election.post_from.is_none(), "公示开始日期"),
        (election.post_to.is_none(), "公示结束日期"),
        (objections.who.is_empty(), "受理异议的人员"),
        (objections.office.is_empty(), "受理异议的地点"),
        (objections.phone.is_empty(), "受理异议的办公电话"),
    ]);
    let places = word(&election.post_places);
    let context = ElectionNotice {
        enterprise: Named { name: union.employer },
        issuer: union.name,
        year: seats.head.year,
        talks: seats.head.talks().to_owned(),
        meeting: Chosen { name: election.meeting.clone(), held_on: election.held_on },
        legal_basis: people::chosen_by(law).unwrap_or_default(),
        chosen,
        posting: Span { from: election.post_from, to: election.post_to },
        places: places.split(['、', '\n', '，', '；']).filter_map(filled_in).collect(),
        objections,
        date: election.post_from.unwrap_or(election.held_on),
    };
    let title = format!("{}年度{}职工方代表公示", seats.head.year, seats.head.talks());
    Filled::new("negotiation/election-notice", id.to_string(), title, missing, &context)
}
