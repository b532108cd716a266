//! What the papers after a ballot are filled with: the count, the report of the result, the request for an audit of who leaves.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AUDIT, Approved, COUNT, Desk, Head, REPORT, Term, basis, lacking};
use crate::Problem;
use crate::office::model::Filled;
use crate::typed::text;
use crate::union::election::model::{ElectionEventKind as Kind, ElectionTally};
use crate::union::election::rules::count::needed;
use crate::union::election::rules::course::Held;

#[derive(Serialize)]
struct Row {
    name: String,
    write_in: bool,
    r#for: u32,
    against: u32,
    abstain: u32,
    result: &'static str,
}

#[derive(Serialize)]
struct Ballots {
    given: u32,
    returned: u32,
    valid: u32,
    void: u32,
}

#[derive(Serialize)]
struct Filling {
    post: &'static str,
    hall: String,
    held_on: Option<NaiveDate>,
    due: u32,
    present: u32,
    ballots: Ballots,
    elected: Vec<Elected>,
}

/// A post on which nobody voted.
#[derive(Serialize)]
struct Agreed {
    post: &'static str,
    names: Vec<String>,
}

#[derive(Serialize)]
struct Elected {
    name: String,
    votes: u32,
}

#[derive(Serialize)]
struct Count {
    #[serde(flatten)]
    head: Head,
    post: &'static str,
    hall: String,
    round: u32,
    held_on: NaiveDate,
    due: u32,
    present: u32,
    attendance: Option<u32>,
    ballots: Ballots,
    seats: u32,
    needed: u32,
    runoff: bool,
    rows: Vec<Row>,
    rules: Vec<String>,
    tellers: Vec<String>,
    scrutineers: Vec<String>,
}

#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    head: Head,
    form: &'static str,
    years: u32,
    approved: Option<Approved>,
    posted: Option<[NaiveDate; 2]>,
    fillings: Vec<Filling>,
    agreed: Vec<Agreed>,
    rule: Option<String>,
}

#[derive(Serialize)]
struct Audit {
    #[serde(flatten)]
    head: Head,
    before: Option<String>,
    after: Option<String>,
    term: Option<Term>,
    confirmed: Option<Approved>,
    rule: Option<String>,
}

impl Desk<'_> {
    pub(super) fn count(&self, held: &Held) -> Result<Filled, Problem> {
        let (record, post) = (&held.record, held.record.post);
        let on = record.held_on;
        let outcome = self.course.outcome(self.law, post);
        let at = usize::try_from(held.round).unwrap_or(1).saturating_sub(1);
        let brought = outcome.rounds.get(at).cloned().ok_or_else(|| Problem::missing("次投票"))?;
        let attendance =
            self.law.line("union.election.attendance", on).and_then(|(_, line)| line.boundary(record.due));
        let people = |value: &Option<String>| -> Vec<String> {
            let names = text(value).unwrap_or_default().split(['、', '，', ',', ' ', '\n']);
            names.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
        };
        let (tellers, scrutineers) = (people(&record.tellers), people(&record.scrutineers));
        let lacks = lacking(&[(tellers.is_empty(), "计票人"), (scrutineers.is_empty(), "监票人")]);
        let mut subjects = vec!["union.election.attendance"];
        subjects.push(if brought.runoff { "union.election.tie" } else { "union.election.majority" });
        let context = Count {
            head: self.head(on)?,
            post: post.label(),
            hall: self.course.hall(post),
            round: held.round,
            held_on: on,
            due: record.due,
            present: record.present,
            attendance,
            ballots: ballots(held),
            seats: brought.seats,
            needed: needed(self.law, record.due, on),
            runoff: brought.runoff,
            rows: brought.tallies.iter().map(row).collect(),
            rules: self.cited(&subjects, on),
            tellers,
            scrutineers,
        };
        let again = if held.round > 1 { format!("（第{}轮）", held.round) } else { String::new() };
        let title = format!("{}选举计票报告{again}", post.label());
        self.filled(COUNT, "union/election-count", held.id.to_string(), title, lacks, &context)
    }

    pub(super) fn report(&self) -> Result<Filled, Problem> {
        let record = &self.course.record;
        let fillings: Vec<Filling> = (self.course.posts())
            .filter_map(|post| {
                let first = self.course.held(post).next()?;
                let elected = self.course.outcome(self.law, post).elected;
                Some(Filling {
                    post: post.label(),
                    hall: self.course.hall(post),
                    held_on: Some(first.record.held_on),
                    due: first.record.due,
                    present: first.record.present,
                    ballots: ballots(first),
                    elected: elected
                        .into_iter()
                        .map(|one| Elected { name: one.name, votes: one.votes_for })
                        .collect(),
                })
            })
            .collect();
        let full = self.course.posts().all(|post| self.course.outcome(self.law, post).is_full());
        let head = self.head(self.day(Kind::Reported))?;
        let lacks = lacking(&[
            (head.upper.is_none(), "上级工会（在工会信息里登记）"),
            (!full, "选举结果（还有没有选满的）"),
        ]);
        let on = head.date;
        let context = Report {
            form: record.form.label(),
            years: record.years,
            approved: self.approved(Kind::Approved),
            posted: (self.course.event(Kind::Posted))
                .map(|event| [event.happened_on, event.until_on.unwrap_or(event.happened_on)]),
            fillings,
            agreed: (self.course.posts())
                .filter(|post| self.course.agreed(*post))
                .map(|post| Agreed {
                    post: post.label(),
                    names: self
                        .course
                        .outcome(self.law, post)
                        .elected
                        .into_iter()
                        .map(|one| one.name)
                        .collect(),
                })
                .filter(|one| !one.names.is_empty())
                .collect(),
            rule: self.law.rule("union.election.approval", on).map(basis),
            head,
        };
        let title = format!("关于{}工会委员会选举结果的报告", context.head.session);
        self.filled(REPORT, "union/election-report", self.id.to_string(), title, lacks, &context)
    }

    pub(super) fn audit(&self) -> Result<Filled, Problem> {
        let head = self.head(self.day(Kind::Confirmed).max(self.today))?;
        let on = head.date;
        let context = Audit {
            before: self.course.chair_before.clone(),
            after: self.course.chair_after(self.law),
            term: self.term_before()?,
            confirmed: self.approved(Kind::Confirmed),
            rule: self.law.rule("union.audit.leaving", on).map(|rule| format!("《{}》", rule.instrument)),
            head,
        };
        let lacks = lacking(&[
            (context.head.upper.is_none(), "上级工会（在工会信息里登记）"),
            (context.before.is_none(), "前任主席（在委员会里登记）"),
            (context.confirmed.is_none(), "上级对选举结果的批复"),
        ]);
        let title = "关于提请对前任工会主席进行离任审计的函".to_owned();
        self.filled(AUDIT, "union/leaving-audit", self.id.to_string(), title, lacks, &context)
    }
}

fn ballots(held: &Held) -> Ballots {
    let record = &held.record;
    Ballots {
        given: record.given,
        returned: record.returned,
        valid: record.valid,
        void: record.returned.saturating_sub(record.valid),
    }
}

fn row(one: &ElectionTally) -> Row {
    Row {
        name: one.name.clone(),
        write_in: one.write_in,
        r#for: one.votes_for,
        against: one.votes_against,
        abstain: one.abstained,
        result: match (one.elected, one.tied) {
            (true, _) => "当选",
            (_, true) => "票数相等",
            _ => "未当选",
        },
    }
}
