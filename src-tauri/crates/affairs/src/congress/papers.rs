//! What the papers of a vote are filled with: ballot and count of a session, the resolution on one matter. Which lines hold for
//! a matter is handed over by the module that brings it; how they look is their templates'.

use chrono::NaiveDate;
use law::RuleRef;
use serde::Serialize;

use super::model::{CongressForm, CongressLines, CongressSessionInput};
use super::store::Voted;
use crate::Problem;
use crate::office::model::Filled;
use crate::office::text;

/// 表决票.
pub const BALLOT: &str = "congress.ballot";
/// 计票报告.
pub const COUNT: &str = "congress.count";
/// 职工代表大会决议.
pub const RESOLUTION: &str = "congress.resolution";

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Ballot<'a> {
    enterprise: Named<'a>,
    session: &'a str,
    held_on: NaiveDate,
    matters: Vec<&'a str>,
    marks: &'static str,
}

#[derive(Serialize)]
struct Lines {
    text: String,
    items: Vec<String>,
    by: String,
    attendance: u32,
    votes: u32,
}

#[derive(Serialize)]
struct Ballots {
    issued: u32,
    collected: u32,
    valid: u32,
    invalid: u32,
}

#[derive(Serialize)]
struct Matter<'a> {
    title: &'a str,
    r#for: u32,
    against: u32,
    abstain: u32,
    passed: bool,
}

#[derive(Serialize)]
struct Count<'a> {
    enterprise: Named<'a>,
    session: &'a str,
    held_on: NaiveDate,
    of_delegates: bool,
    due: u32,
    present: u32,
    ballots: Ballots,
    rule: Lines,
    matters: Vec<Matter<'a>>,
    tellers: &'a [String],
    scrutineers: &'a [String],
    remarks: Option<String>,
}

#[derive(Serialize)]
struct Votes {
    r#for: u32,
    against: u32,
    abstain: u32,
}

#[derive(Serialize)]
struct Chair<'a> {
    name: &'a str,
    post: Option<&'a str>,
}

#[derive(Serialize)]
struct Resolution<'a> {
    enterprise: Named<'a>,
    session: &'a str,
    held_on: NaiveDate,
    body: String,
    matter: String,
    heard: Option<&'a str>,
    of_delegates: bool,
    due: u32,
    present: u32,
    votes: Votes,
    rule: Lines,
    passed: bool,
    method: &'static str,
    decisions: Vec<String>,
    tellers: &'a [String],
    scrutineers: &'a [String],
    chair: Chair<'a>,
    date: NaiveDate,
}

fn lines(lines: &CongressLines) -> Lines {
    let items: Vec<String> =
        lines.explained.iter().map(|line| line.trim_end_matches('。').to_owned()).collect();
    let by = cited(&lines.rules);
    Lines { text: items.join("；"), items, by, attendance: lines.attendance, votes: lines.needed }
}

/// 《集体合同规定》第三十六条、《企业民主管理规定》第十八条、第二十条: each instrument once, with its articles.
fn cited(rules: &[RuleRef]) -> String {
    let mut instruments: Vec<(&str, Vec<&str>)> = Vec::new();
    for rule in rules {
        let known = instruments.iter().position(|(name, _)| *name == rule.instrument);
        let at = known.unwrap_or_else(|| {
            instruments.push((&rule.instrument, Vec::new()));
            instruments.len() - 1
        });
        if let Some((_, articles)) = instruments.get_mut(at)
            && !articles.contains(&rule.article.as_str())
        {
            articles.push(&rule.article);
        }
    }
    let all: Vec<String> =
        instruments.iter().map(|(name, articles)| format!("《{name}》{}", articles.join("、"))).collect();
    all.join("、")
}

/// Whether a vote reached both lines.
pub fn passed(session: &CongressSessionInput, lines: &CongressLines, votes_for: u32) -> bool {
    session.present >= lines.attendance && votes_for >= lines.needed
}

/// 表决票. It is printed for the meeting and bears no number.
pub fn ballot(employer: &str, session: &CongressSessionInput, matters: &[&str]) -> Result<Filled, Problem> {
    let of = session.id.map(|id| id.to_string()).unwrap_or_default();
    let context = Ballot {
        enterprise: Named { name: employer },
        session: &session.name,
        held_on: session.held_on,
        matters: matters.to_vec(),
        marks: "对每一事项，在“赞成”“反对”“弃权”中选择一格画○",
    };
    Filled::new("congress/ballot", of, format!("{}表决票", session.name), Vec::new(), &context)
}

/// 计票报告.
pub fn count(
    employer: &str,
    session: &CongressSessionInput,
    held: &CongressLines,
    votes: &[(Voted, CongressLines)],
) -> Result<Filled, Problem> {
    let of = session.id.map(|id| id.to_string()).unwrap_or_default();
    let collected = session.returned.or(session.given).unwrap_or(session.present);
    let valid = votes.iter().map(|(vote, _)| vote.votes.iter().sum::<u32>()).max().unwrap_or_default();
    let spoiled = votes.iter().any(|(vote, _)| vote.votes.iter().sum::<u32>() != valid);
    let apart = votes.iter().filter(|(_, own)| own.needed != held.needed);
    let mut remarks: Vec<String> = apart
        .map(|(vote, own)| format!("《{}》依{}须有{}票赞成", vote.matter, cited(&own.rules), own.needed))
        .collect();
    remarks.extend(spoiled.then(|| "各事项的票数合计不同的，差数为该事项无效的意见".to_owned()));
    let context = Count {
        enterprise: Named { name: employer },
        session: &session.name,
        held_on: session.held_on,
        of_delegates: session.form.of_delegates(),
        due: session.due,
        present: session.present,
        ballots: Ballots {
            issued: session.given.unwrap_or(session.present),
            collected,
            valid,
            invalid: collected.saturating_sub(valid),
        },
        rule: lines(held),
        matters: votes
            .iter()
            .map(|(vote, own)| Matter {
                title: &vote.matter,
                r#for: vote.votes[0],
                against: vote.votes[1],
                abstain: vote.votes[2],
                passed: passed(session, own, vote.votes[0]),
            })
            .collect(),
        tellers: &session.tellers,
        scrutineers: &session.scrutineers,
        remarks: Some(remarks.join("；")).filter(|remarks| !remarks.is_empty()),
    };
    Filled::new("congress/count", of, format!("{}计票报告", session.name), lacking(session), &context)
}

/// Who must sign and is not named.
fn lacking(session: &CongressSessionInput) -> Vec<String> {
    let facts = [(session.tellers.is_empty(), "计票人"), (session.scrutineers.is_empty(), "监票人")];
    facts.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what.to_owned()).collect()
}

/// 职工代表大会决议 on one matter; `decisions` is what follows from it when it passed.
pub fn resolution(
    employer: &str,
    session: &CongressSessionInput,
    held: &CongressLines,
    vote: &Voted,
    decisions: Vec<String>,
) -> Result<Filled, Problem> {
    let matter = format!("《{}》", vote.matter);
    let title = format!("{}关于{matter}的决议", session.name);
    let context = Resolution {
        enterprise: Named { name: employer },
        session: &session.name,
        held_on: session.held_on,
        body: format!("{employer}{}", session.form.label()),
        heard: text(&session.heard),
        of_delegates: session.form.of_delegates(),
        due: session.due,
        present: session.present,
        votes: Votes { r#for: vote.votes[0], against: vote.votes[1], abstain: vote.votes[2] },
        rule: lines(held),
        passed: passed(session, held, vote.votes[0]),
        method: session.way.label(),
        decisions,
        tellers: &session.tellers,
        scrutineers: &session.scrutineers,
        chair: Chair { name: &session.chair, post: text(&session.chair_post) },
        date: session.held_on,
        matter,
    };
    Filled::new("congress/resolution", vote.id.to_string(), title, lacking(session), &context)
}

/// Whose delegates came, as a sentence names them.
pub fn body(form: CongressForm) -> &'static str {
    match form {
        CongressForm::Congress => "职工代表",
        CongressForm::General => "职工",
    }
}
