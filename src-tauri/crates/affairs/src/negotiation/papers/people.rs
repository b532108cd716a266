//! Filling the papers of who speaks for a side: the record of the meeting that chose the representatives, the notice that makes
//! them known, the mandates of a chief's agent and of an adviser. Of an identity number no more than the last four are printed.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::context::Named;
use super::minutes::filled_in;
use crate::Problem;
use crate::congress::model::CongressBallot;
use crate::members::model::Sex;
use crate::negotiation::model::{NegotiationId, Representative, Side};
use crate::negotiation::people::model::{
    Mandate, MandateId, MandateKind, RepresentativeElection, RepresentativeElectionId,
};
use crate::negotiation::people::{self, Seats, store as kept};
use crate::negotiation::rules::Law;
use crate::negotiation::store;
use crate::office::model::{Filled, PaperLine};
use crate::office::text;
use crate::union;

/// 首席代表授权委托书, made from a mandate.
pub const CHIEF_MANDATE: &str = "negotiation.chiefMandate";
/// 专业人员委托书, made from a mandate.
pub const ADVISER_MANDATE: &str = "negotiation.adviserMandate";
/// 协商代表推选会议记录, made from a meeting that chose representatives.
pub const ELECTION_RECORD: &str = "negotiation.electionRecord";
/// 协商代表公示, made from a negotiation.
pub const ELECTION_NOTICE: &str = "negotiation.electionNotice";

#[derive(Serialize)]
struct Principal {
    body: String,
    name: String,
    post: Option<String>,
}

#[derive(Serialize)]
struct Agent {
    name: String,
    sex: Option<&'static str>,
    post: Option<String>,
    id_last4: Option<String>,
}

#[derive(Serialize)]
struct ChiefMandate {
    enterprise: Named,
    side: &'static str,
    year: i32,
    legal_basis: String,
    reason: Option<String>,
    principal: Principal,
    agent: Agent,
    scope: Vec<String>,
    from: NaiveDate,
    to: Option<NaiveDate>,
    date: NaiveDate,
}

#[derive(Serialize)]
struct Adviser {
    name: String,
    sex: Option<&'static str>,
    unit: Option<String>,
    profession: Option<String>,
    certificate: Option<String>,
    id_last4: Option<String>,
}

#[derive(Serialize)]
struct AdviserMandate {
    enterprise: Named,
    side: &'static str,
    year: i32,
    role: &'static str,
    legal_basis: String,
    principal: Principal,
    adviser: Adviser,
    tasks: Vec<String>,
    limits: Option<String>,
    from: NaiveDate,
    to: Option<NaiveDate>,
    date: NaiveDate,
}

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
    meeting: Chosen,
    legal_basis: String,
    chosen: Vec<Posted>,
    posting: Span,
    places: Vec<String>,
    objections: Objections,
    date: NaiveDate,
}

fn told(sex: Sex) -> Option<&'static str> {
    (sex != Sex::Unspecified).then(|| sex.label())
}

fn lacking(facts: &[(bool, &str)]) -> Vec<String> {
    facts.iter().filter(|(lacks, _)| *lacks).map(|(_, what)| (*what).to_owned()).collect()
}

/// What of them the negotiation can print now.
pub(super) fn list(
    connection: &Connection,
    id: NegotiationId,
    affair: &str,
) -> Result<Vec<PaperLine>, Problem> {
    let line = |kind: &str, of: String, title: String, dated| PaperLine {
        kind: kind.to_owned(),
        of,
        title,
        affair: affair.to_owned(),
        dated,
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    };
    let mut lines = Vec::new();
    for mandate in kept::mandates(connection, id)? {
        let Some(of) = mandate.id else { continue };
        let kind = if mandate.kind == MandateKind::Chief { CHIEF_MANDATE } else { ADVISER_MANDATE };
        let title = format!("{}（{}）", mandate.kind.label(), mandate.name);
        lines.push(line(kind, of.to_string(), title, Some(mandate.given_on)));
    }
    let elections = kept::elections(connection, id)?;
    if let Some(last) = elections.last() {
        let title = "协商代表公示".to_owned();
        lines.push(line(ELECTION_NOTICE, id.to_string(), title, last.post_from));
    }
    for election in elections {
        let Some(of) = election.id else { continue };
        let title = "协商代表推选会议记录".to_owned();
        lines.push(line(ELECTION_RECORD, of.to_string(), title, Some(election.held_on)));
    }
    Ok(lines)
}

/// Fills one of them; none for a kind that is not theirs.
///
/// Errors: `not_found`.
pub(super) fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
) -> Option<Result<Filled, Problem>> {
    let unknown = || Problem::missing("份文件");
    Some(match kind {
        CHIEF_MANDATE | ADVISER_MANDATE => {
            of.parse::<MandateId>().map_err(|_| unknown()).and_then(|id| mandate(connection, book, kind, id))
        }
        ELECTION_RECORD => of
            .parse::<RepresentativeElectionId>()
            .map_err(|_| unknown())
            .and_then(|id| record(connection, book, id)),
        ELECTION_NOTICE => {
            of.parse::<NegotiationId>().map_err(|_| unknown()).and_then(|id| notice(connection, book, id))
        }
        _ => return None,
    })
}

fn basis(law: Law<'_>, subjects: &[&str]) -> String {
    let rule = subjects.iter().find_map(|subject| law.rule(subject));
    rule.map(|rule| format!("《{}》{}", rule.instrument, rule.article)).unwrap_or_default()
}

fn mandate(connection: &Connection, book: &LawBook, kind: &str, id: MandateId) -> Result<Filled, Problem> {
    let mandate = kept::mandate(connection, id)?;
    if (mandate.kind == MandateKind::Chief) != (kind == CHIEF_MANDATE) {
        return Err(Problem::missing("份文件"));
    }
    let head = store::head(connection, mandate.negotiation)?;
    let law = Law { book, place: &head.place, on: mandate.given_on };
    match mandate.kind {
        MandateKind::Chief => chief_mandate(connection, law, head.year, &mandate),
        MandateKind::Adviser => adviser_mandate(connection, law, head.year, &mandate),
    }
}

fn principal(body: &str, mandate: &Mandate) -> Principal {
    Principal {
        body: body.to_owned(),
        name: mandate.principal.clone(),
        post: text(&mandate.principal_post).map(str::to_owned),
    }
}

fn chief_mandate(
    connection: &Connection,
    law: Law<'_>,
    year: i32,
    mandate: &Mandate,
) -> Result<Filled, Problem> {
    let union = union::store::union_record(connection)?;
    let body = if mandate.side == Side::Workers { union.name } else { union.employer.clone() };
    let post = text(&mandate.unit).map(str::to_owned);
    let missing = lacking(&[
        (post.is_none(), "受委托人的职务"),
        (mandate.id_last4.is_none(), "受委托人身份证号码后四位"),
    ]);
    let context = ChiefMandate {
        enterprise: Named { name: union.employer },
        side: mandate.side.name(),
        year,
        legal_basis: basis(
            law,
            &["negotiation.representatives.chief_is_chair", "negotiation.representatives.chief"],
        ),
        reason: text(&mandate.reason).map(str::to_owned),
        principal: principal(&body, mandate),
        agent: Agent {
            name: mandate.name.clone(),
            sex: told(mandate.sex),
            post,
            id_last4: mandate.id_last4.clone(),
        },
        scope: mandate.scope.clone(),
        from: mandate.from_on,
        to: mandate.until_on,
        date: mandate.given_on,
    };
    let title = format!("{}首席代表授权委托书（{}）", mandate.side.name(), mandate.name);
    Filled::new("negotiation/chief-mandate", of(mandate), title, missing, &context)
}

fn of(mandate: &Mandate) -> String {
    mandate.id.map(|id| id.to_string()).unwrap_or_default()
}

fn adviser_mandate(
    connection: &Connection,
    law: Law<'_>,
    year: i32,
    mandate: &Mandate,
) -> Result<Filled, Problem> {
    let union = union::store::union_record(connection)?;
    let body = if mandate.side == Side::Workers { union.name } else { union.employer.clone() };
    let barred = "negotiation.representatives.outside_barred";
    let advises = law.rule(barred).is_some() || mandate.representative.is_none();
    let missing = lacking(&[
        (mandate.unit.is_none(), "专业人员所在单位"),
        (mandate.profession.is_none(), "专业人员的专业"),
        (mandate.id_last4.is_none(), "专业人员身份证号码后四位"),
    ]);
    let limits = format!("协商顾问不代表{}表态，不在纪要和合同上签字", mandate.side.name());
    let context = AdviserMandate {
        enterprise: Named { name: union.employer },
        side: mandate.side.name(),
        year,
        role: if advises { "协商顾问" } else { "协商代表" },
        legal_basis: basis(law, &[barred, "negotiation.representatives.outside_share"]),
        principal: principal(&body, mandate),
        adviser: Adviser {
            name: mandate.name.clone(),
            sex: told(mandate.sex),
            unit: mandate.unit.clone(),
            profession: mandate.profession.clone(),
            certificate: mandate.certificate.clone(),
            id_last4: mandate.id_last4.clone(),
        },
        tasks: mandate.scope.clone(),
        limits: advises.then_some(limits),
        from: mandate.from_on,
        to: mandate.until_on,
        date: mandate.given_on,
    };
    let title = format!("专业人员委托书（{}）", mandate.name);
    Filled::new("negotiation/adviser-mandate", of(mandate), title, missing, &context)
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

fn record(connection: &Connection, book: &LawBook, id: RepresentativeElectionId) -> Result<Filled, Problem> {
    let election = kept::election(connection, id)?;
    let head = store::head(connection, election.negotiation)?;
    let union = union::store::union_record(connection)?;
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
    let title = format!("{}年度工资集体协商职工方代表推选会议记录", head.year);
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

fn notice(connection: &Connection, book: &LawBook, id: NegotiationId) -> Result<Filled, Problem> {
    let seats = Seats::load(connection, book, id)?;
    let union = union::store::union_record(connection)?;
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
        meeting: Chosen { name: election.meeting.clone(), held_on: election.held_on },
        legal_basis: people::chosen_by(law).unwrap_or_default(),
        chosen,
        posting: Span { from: election.post_from, to: election.post_to },
        places: places.split(['、', '\n', '，', '；']).filter_map(filled_in).collect(),
        objections,
        date: election.post_from.unwrap_or(election.held_on),
    };
    let title = format!("{}年度工资集体协商职工方代表公示", seats.head.year);
    Filled::new("negotiation/election-notice", id.to_string(), title, missing, &context)
}
