//! A re-election as a page shows it, and what its forms begin with: read together from the store and judged by the rules.

use chrono::{Days, NaiveDate};
use law::{LawBook, Rule};
use rusqlite::Connection;

use super::kinds::{BALLOT, COUNT};
use super::model::{
    Election, ElectionBallot, ElectionBallotInput, ElectionBallotStart, ElectionCandidate, ElectionId,
    ElectionInput, ElectionLine, ElectionPost, ElectionPostRef, ElectionResult, ElectionRungState,
    ElectionSlate, ElectionStart, ElectionVote, ElectionWomenWay,
};
use super::rules::count::{Brought, Outcome, needed, same};
use super::rules::course::{Course, Held};
use super::rules::{ElectionLaw, bounds, candidates, name};
use super::{place, rungs, store};
use crate::Problem;
use crate::members;
use crate::members::employment::rules::work;
use crate::union::bodies;
use crate::union::bodies::model::UnionBody;
use crate::union::bodies::rules::{lengths, serves};
use crate::union::members_congress::model::MembersForm;

/// Where somebody who stands works: as entered, or as the roster has the person.
pub(super) fn works(connection: &Connection, one: &ElectionCandidate) -> Result<Option<String>, Problem> {
    let (None, Some(person)) = (&one.work, one.person) else { return Ok(one.work.clone()) };
    match members::store::person(connection, person) {
        Ok(row) => {
            let work = work(row.shop.as_deref(), row.post.as_deref());
            Ok((!work.is_empty()).then_some(work))
        }
        Err(gone) if gone.code == "not_found" => Ok(None),
        Err(problem) => Err(problem),
    }
}

fn judged(
    law: ElectionLaw<'_>,
    course: &Course,
    held: &Held,
    brought: &Brought,
) -> (Vec<String>, Vec<law::RuleRef>) {
    let record = &held.record;
    let rule = |subject| law.rule(subject, record.held_on);
    let mut said = Vec::new();
    let mut rules = Vec::new();
    let mut say = |rule: Option<&Rule>, text: String| {
        match rule {
            Some(rule) => {
                said.push(format!("{text}（《{}》{}）。", rule.instrument, rule.article));
                rules.push(rule.reference());
            }
            None => said.push(format!("{text}。")),
        };
    };
    if let Some((rule, line)) = law.line("union.election.attendance", record.held_on)
        && let Some(edge) = line.boundary(record.due)
    {
        let text = format!(
            "{}应到{}人，至少到会{edge}人，实到{}人",
            course.hall(record.post),
            record.due,
            record.present
        );
        say(Some(rule), text);
    }
    if brought.runoff {
        say(rule("union.election.tie"), "票数相等的人再次投票，得赞成票多的当选".to_owned());
    } else {
        say(
            rule("union.election.majority"),
            format!("应到{}人，赞成票满{}张的当选", record.due, brought.needed),
        );
    }
    let elected = brought.tallies.iter().filter(|one| one.elected).count();
    let tied: Vec<&str> =
        brought.tallies.iter().filter(|one| one.tied).map(|one| one.name.as_str()).collect();
    if tied.is_empty() {
        say(None, format!("这一轮应选{}人，当选{elected}人", brought.seats));
    } else {
        let text =
            format!("这一轮应选{}人，当选{elected}人；{}票数相等，不能确定", brought.seats, tied.join("、"));
        say(None, text);
    }
    (said, rules)
}

fn ballots(
    connection: &Connection,
    law: ElectionLaw<'_>,
    course: &Course,
) -> Result<Vec<ElectionBallot>, Problem> {
    let mut all = Vec::new();
    for post in course.posts() {
        let outcome = course.outcome(law, post);
        for (held, brought) in course.held(post).zip(outcome.rounds) {
            let (explained, rules) = judged(law, course, held, &brought);
            all.push(ElectionBallot {
                id: held.id,
                round: held.round,
                void: held.record.returned.saturating_sub(held.record.valid),
                seats: brought.seats,
                needed: brought.needed,
                tallies: brought.tallies,
                explained,
                rules,
                issue: store::issue(connection, COUNT, &held.id.to_string())?,
                record: held.record.clone(),
            });
        }
    }
    Ok(all)
}

/// The result of a post.
pub(super) fn result(law: ElectionLaw<'_>, course: &Course, post: ElectionPost) -> ElectionResult {
    let outcome = course.outcome(law, post);
    let tied = !outcome.tied.is_empty();
    let next = match (outcome.rounds.is_empty(), outcome.short, tied) {
        // Nobody voted yet, or nobody votes.
        (true, ..) | (_, 0, _) => None,
        (_, _, true) => Some("票数相等的人之间再投一轮，得赞成票多的当选。".to_owned()),
        (_, short, false) => Some(format!("还缺{short}人，就缺的名额再投一轮。")),
    };
    ElectionResult {
        post,
        seats: course.seats(post),
        elected: outcome.elected,
        short: outcome.short,
        tied,
        next,
    }
}

/// One re-election, seen from a day.
///
/// Errors: `not_found`.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: ElectionId,
    today: NaiveDate,
) -> Result<Election, Problem> {
    let place = place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let course = store::course(connection, id)?;
    let ends_on = bodies::ends_before(connection, course.record.session)?;
    let on = law_day(&course, today);
    let mut stand = course.slates.clone();
    for one in stand.values_mut().flatten() {
        one.work = works(connection, one)?;
    }
    let slates = course
        .posts()
        .map(|post| ElectionSlate {
            post,
            seats: course.seats(post),
            hall: course.hall(post),
            by_meeting: course.by_meeting(post),
            agreed: course.agreed(post),
            candidates: stand.get(&post).cloned().unwrap_or_default(),
            lacks: candidates::lacks(law, &course, post, on),
            bars: candidates::bars(law, post, on),
            paper: course
                .slates
                .contains_key(&post)
                .then_some(())
                .filter(|()| !course.agreed(post))
                .map(|()| rungs::paper(BALLOT, &format!("{id}.{}", post.code()))),
        })
        .collect();
    let seats = (course.record.committee_seats, course.record.standing_seats, course.record.women_seats);
    Ok(Election {
        id,
        name: name(course.record.session),
        state: course.state(law),
        rungs: rungs::rungs(law, id, &course, ends_on, today)?,
        slates,
        ballots: ballots(connection, law, &course)?,
        results: course.posts().map(|post| result(law, &course, post)).collect(),
        due: course.due(),
        delegates: course.delegates.0,
        bounds: bounds(law, course.record.members.unwrap_or_default(), seats, on),
        record: course.record,
    })
}

/// The day whose law holds: that of the meeting once it is held, else today's.
fn law_day(course: &Course, today: NaiveDate) -> NaiveDate {
    course.held(ElectionPost::Committee).map(|held| held.record.held_on).next().unwrap_or(today)
}

/// Every re-election, the newest first.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<ElectionLine>, Problem> {
    let place = place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let mut lines = Vec::new();
    for id in store::ids(connection)? {
        let course = store::course(connection, id)?;
        let ends_on = bodies::ends_before(connection, course.record.session)?;
        let rungs = rungs::rungs(law, id, &course, ends_on, today)?;
        let next = rungs.into_iter().find(|rung| rung.state == ElectionRungState::Now);
        let held = course.held(ElectionPost::Committee).map(|held| held.record.held_on).max();
        lines.push(ElectionLine {
            id,
            name: name(course.record.session),
            state: course.state(law),
            on: held.unwrap_or(course.record.planned_on),
            whose: next.as_ref().map(|rung| rung.whose),
            due: next.as_ref().and_then(|rung| rung.due),
            next: next.map(|rung| rung.title),
        });
    }
    Ok(lines)
}

/// What a new re-election begins with: the next session, the years of the last, seats as they are bound, the meeting before the
/// term is over.
pub fn start(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<ElectionStart, Problem> {
    let place = place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let members = store::voters(connection)?;
    let all = bodies::all(connection, book, today)?;
    let body = |body: UnionBody| all.bodies.iter().find(|one| one.body == body);
    let current = |which: UnionBody| body(which).and_then(|one| one.current.as_ref());
    let committee = current(UnionBody::Committee);
    let newest = bodies::newest_session(connection)?.unwrap_or(0);
    let session = store::newest_session(connection)?.map_or(newest, |session| session.max(newest)) + 1;
    let ends_on = committee.map(|term| term.ends_on).filter(|ends_on| *ends_on > today);
    let planned_on = ends_on.unwrap_or_else(|| today.checked_add_days(Days::new(45)).unwrap_or(today));
    let years: Vec<u32> = lengths(book, &place, today, today).iter().map(|(years, _)| *years).collect();
    let open = bounds(law, members, (0, 0, 0), today);
    let within = |now: u32| match open.seats {
        Some((least, most)) => now.clamp(least, most),
        None => now,
    };
    // A seat whose holder is gone is a seat still.
    let serving = |which: UnionBody| {
        let held = current(which)?.record.members.iter().filter(|seat| serves(seat, today)).count();
        u32::try_from(held).ok()
    };
    let women = serving(UnionBody::Women)
        .or_else(|| body(UnionBody::Women).and_then(|one| one.rule.as_ref()).map(|_| 3))
        .unwrap_or(0);
    let committee_seats = within(serving(UnionBody::Committee).unwrap_or(0));
    let record = ElectionInput {
        id: None,
        session,
        years: committee.map(|term| term.record.years).or(years.last().copied()).unwrap_or(5),
        form: if open.whole { MembersForm::Whole } else { MembersForm::Delegates },
        direct: false,
        members: Some(members),
        committee_seats,
        standing_seats: 0,
        vice_seats: 1,
        audit_seats: serving(UnionBody::Audit).unwrap_or(3),
        women_seats: women,
        women_way: Some(match law.rule("union.women.chosen", today) {
            Some(_) => ElectionWomenWay::Agreed,
            None => ElectionWomenWay::Meeting,
        }),
        planned_on,
        place: None,
        note: None,
    };
    Ok(ElectionStart { bounds: bounds(law, members, (committee_seats, 0, women), today), record, years })
}

/// What the next ballot for a post begins with: who should be there, the candidates left, the lines in sentences.
///
/// Errors: `not_found`.
pub fn ballot_start(
    connection: &Connection,
    book: &LawBook,
    which: ElectionPostRef,
    today: NaiveDate,
) -> Result<ElectionBallotStart, Problem> {
    let place = place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let course = store::course(connection, which.election)?;
    let post = which.post;
    let outcome = course.outcome(law, post);
    let held_on =
        course.ballots.last().map_or(course.record.planned_on.min(today), |held| held.record.held_on);
    if course.agreed(post) {
        let message = format!("{}由工会委员会提名、协商产生，不用投票。", post.label());
        return Err(Problem::new("refused", message));
    }
    let due = match post.among().filter(|_| !course.by_meeting(post)) {
        // How many women should be there, the ledger of their meeting would know; here it is counted by hand.
        None if course.by_women(post) => 0,
        Some(members) => course.seats(members).min(count(&course.outcome(law, members))),
        None => course.due(),
    };
    let votes = (course.slates.get(&post).into_iter().flatten())
        .filter(|one| {
            let who = (one.person, one.name.as_str());
            let among = |all: &[super::model::ElectionTally]| {
                all.iter().any(|other| same(who, (other.person, &other.name)))
            };
            !among(&outcome.elected)
                && (outcome.tied.is_empty() || among(&outcome.tied))
                && post.among().is_none_or(|members| course.is_elected(law, members, one))
        })
        .map(|one| ElectionVote {
            candidate: one.id,
            person: one.person,
            name: one.name.clone(),
            votes_for: 0,
            votes_against: 0,
            abstained: 0,
        })
        .collect();
    let least = law.line("union.election.attendance", held_on).and_then(|(_, line)| line.boundary(due));
    let mut explained = Vec::new();
    if let Some(least) = least.filter(|_| due > 0) {
        explained.push(format!("{}应到{due}人，至少到会{least}人才能选举。", course.hall(post)));
    }
    if due == 0 {
        explained.push(format!("请填{}应到的人数，赞成票过应到人数半数的当选。", course.hall(post)));
    } else if outcome.tied.is_empty() {
        explained.push(format!("赞成票满{}张的当选（按应到人数算）。", needed(law, due, held_on)));
    } else {
        explained.push("在票数相等的人里投票，得赞成票多的当选。".to_owned());
    }
    explained.push(format!("一张选票最多选{}人，多选的是无效票。", outcome.short));
    let others =
        course.ballots.iter().rev().find(|held| hall(&course, held.record.post) == hall(&course, post));
    Ok(ElectionBallotStart {
        round: u32::try_from(outcome.rounds.len()).unwrap_or(u32::MAX).saturating_add(1),
        seats: outcome.short,
        explained,
        record: ElectionBallotInput {
            id: None,
            election: which.election,
            post,
            held_on,
            due,
            present: others.map_or(0, |held| held.record.present),
            given: others.map_or(0, |held| held.record.given),
            returned: others.map_or(0, |held| held.record.returned),
            valid: 0,
            tellers: others.and_then(|held| held.record.tellers.clone()),
            scrutineers: others.and_then(|held| held.record.scrutineers.clone()),
            votes,
            late_entry: None,
        },
    })
}

/// Posts that are voted on by the same people in the same meeting.
fn hall(course: &Course, post: ElectionPost) -> (bool, bool) {
    (course.by_meeting(post), course.by_women(post))
}

fn count(outcome: &Outcome) -> u32 {
    u32::try_from(outcome.elected.len()).unwrap_or(u32::MAX)
}

/// Who was elected by the members or their delegates on a day, one sentence a post.
pub fn elected_on(connection: &Connection, book: &LawBook, on: NaiveDate) -> Result<Vec<String>, Problem> {
    let place = place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let mut said = Vec::new();
    for id in store::ids(connection)? {
        let course = store::course(connection, id)?;
        for post in course.posts().filter(|post| hall(&course, *post) == (true, false)) {
            if !course.held(post).any(|held| held.record.held_on == on) {
                continue;
            }
            let names: Vec<String> = (course.outcome(law, post).elected.iter())
                .map(|one| format!("{}（{}票）", one.name, one.votes_for))
                .collect();
            if !names.is_empty() {
                said.push(format!("{}：{}。", post.label(), names.join("、")));
            }
        }
    }
    Ok(said)
}
