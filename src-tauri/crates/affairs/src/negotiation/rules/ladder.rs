//! How far the affair has come: the rungs in this place's order, who acts next, what is missing.

use law::{Deadline, RuleRef};

use super::{Law, offer_name};
use crate::negotiation::agreement::model::{
    Agreement, AgreementKind, AgreementRung, AgreementRungState, AgreementState,
};
use crate::negotiation::dispute::rules::Dispute;
use crate::negotiation::model::{Offer, Reply, ReplyKind, Side, Step, StepKind};
use crate::negotiation::refusal::rules::Stuck;
use crate::negotiation::suspension::model::TalksClock;

/// What the ladder is read from.
pub struct LadderFacts<'a> {
    /// The workers' opinions were collected.
    pub opinions: bool,
    /// The workers' side stands complete.
    pub workers_complete: bool,
    /// An objection undid the election of the workers' side, and nobody was chosen anew.
    pub election_undone: bool,
    /// The employer's side stands complete.
    pub employer_complete: bool,
    /// The sides that have representatives who are not made known yet, where a text of the place asks for it.
    pub unposted: &'a [Side],
    /// Those of them of whose people somebody has no day of election yet, so that no clock can run.
    pub undated: &'a [Side],
    /// How many of those who talk have not signed to keep what they learn, where a text of the place asks them to keep it.
    pub unsigned: usize,
    /// The offer.
    pub offer: Option<&'a Offer>,
    /// The reply.
    pub reply: Option<&'a Reply>,
    /// The clock in which both sides name their representatives once the talks are agreed to, where the place has one and no meeting
    /// was held yet.
    pub formation: Option<&'a Deadline>,
    /// Refused or not answered in time.
    pub stuck: Option<&'a Stuck>,
    /// The talks are in dispute.
    pub dispute: Option<&'a Dispute>,
    /// The day until which the talks are suspended, while they are.
    pub suspended_until: Option<chrono::NaiveDate>,
    /// Meetings held.
    pub meetings: usize,
    /// Topics still open (disputed, deferred or untouched).
    pub open_topics: usize,
    /// Topics in all.
    pub topics: usize,
    /// The clock of the whole talk, where one runs.
    pub clock: Option<&'a TalksClock>,
    /// What the talks come to.
    pub agreements: &'a [Agreement],
    /// All of that goes on from a sealed affair: how it was talked about stands there.
    pub goes_on: bool,
}

/// The rungs in order. The first that is not done is the current one.
pub fn ladder(law: Law<'_>, facts: &LadderFacts<'_>) -> Vec<Step> {
    let elected_first = law.rule("negotiation.representatives.before_offer").is_some();
    let mut steps = vec![preparation_step(facts), offer_step(law, facts), reply_step(law, facts)];
    steps.insert(if elected_first { 1 } else { 3 }, representatives_step(facts, elected_first));
    steps.push(meetings_step(facts));
    steps.push(conclusion_step(facts));
    if facts.goes_on {
        steps.retain(|step| is_told_on(facts, step));
    }
    for step in &mut steps {
        by_law(law, facts, step);
    }
    // An affair that was concluded on paper is over; what was not entered of it is said, not called done.
    let over = facts.agreements.iter().all(is_over);
    if over {
        for step in &mut steps {
            step.unrecorded = !step.done;
        }
    } else {
        // Nothing waits for the preparation: it may be entered at any time, and the talks begin without it. Nor for an answer that was
        // never entered, once both sides have met.
        let met = facts.meetings > 0 && facts.reply.is_none() && facts.stuck.is_none();
        let waits = |step: &&mut Step| {
            let passed = met && step.kind == StepKind::Reply;
            !step.done && step.kind != StepKind::Preparation && !passed
        };
        if let Some(current) = steps.iter_mut().find(waits) {
            current.current = true;
        }
    }
    steps
}

/// Whether a step is told of talks over what goes on from a sealed affair. Who stands for both sides was taken along and is told once
/// they have met; meetings are asked for where something that came back is talked about anew.
fn is_told_on(facts: &LadderFacts<'_>, step: &Step) -> bool {
    let back = |one: &Agreement| one.state == AgreementState::Returned && now(one).is_none();
    let anew = |one: &Agreement| back(one) || (facts.meetings > 0 && !one.is_signed());
    match step.kind {
        StepKind::Conclusion => true,
        StepKind::Meetings => step.done || facts.agreements.iter().any(anew),
        StepKind::Representatives => step.done && facts.meetings > 0,
        StepKind::Preparation | StepKind::Offer | StepKind::Reply => step.done,
    }
}

fn step(kind: StepKind, name: &str, done: bool, whose: &str, missing: Vec<String>) -> Step {
    Step {
        kind,
        name: name.to_owned(),
        done,
        current: false,
        unrecorded: false,
        whose: whose.to_owned(),
        missing,
        origin: String::new(),
        rule: None,
        due: None,
    }
}

/// The first rule of the place among some subjects, with what it says, as a sentence.
fn says(law: Law<'_>, subjects: &[&str]) -> (Option<RuleRef>, String) {
    let found = subjects.iter().find_map(|subject| law.book.applies(subject, law.place, law.on));
    let Some(ruling) = found else { return (None, String::new()) };
    let rule = ruling.winner.reference();
    let says =
        format!("依{}《{}》{}，{}。", rule.layer_name, rule.instrument, rule.article, ruling.winner.title);
    (Some(rule), says)
}

/// What the talks on wages lean on, by the list of the place: what is to lie ready before they begin.
fn factors(law: Law<'_>) -> String {
    let ruling = law.book.applies("negotiation.reference_factors", law.place, law.on);
    ruling.map_or_else(String::new, |ruling| {
        let items: Vec<&str> = ruling.winner.items.iter().map(|item| item.text.as_str()).collect();
        format!("{}：{}（{}）。", ruling.winner.title, items.join("；"), ruling.winner.reference().short)
    })
}

/// By which article a step is done, and its last day while a clock runs.
fn by_law(law: Law<'_>, facts: &LadderFacts<'_>, step: &mut Step) {
    // The answer was given, and is not late: that it is no refusal is asked for, by no day.
    let refused = facts.reply.is_some_and(|reply| reply.kind == ReplyKind::Refused);
    let subjects: &[&str] = match step.kind {
        StepKind::Preparation | StepKind::Offer => &["negotiation.offer.content", "negotiation.offer.name"],
        // That ours are elected before the offer is no ground for what the employer owes.
        StepKind::Representatives if !step.done && lacks_employer_alone(facts) => {
            &["negotiation.representatives.minimum"]
        }
        StepKind::Representatives => {
            &["negotiation.representatives.before_offer", "negotiation.representatives.minimum"]
        }
        StepKind::Reply if refused => &["negotiation.refusal", "negotiation.reply"],
        StepKind::Reply => &["negotiation.reply"],
        StepKind::Meetings => &["negotiation.meeting_order", "negotiation.meeting_chair"],
        StepKind::Conclusion => {
            &["negotiation.draft", "negotiation.draft.maker", "negotiation.draft.signature"]
        }
    };
    (step.rule, step.origin) = says(law, subjects);
    let wages = [AgreementKind::Wage, AgreementKind::Collective];
    if step.kind == StepKind::Preparation && facts.agreements.iter().any(|one| wages.contains(&one.kind)) {
        step.origin.push_str(&factors(law));
    }
    let open = |agreement: &&Agreement| !is_over(agreement);
    let next = facts.agreements.iter().filter(open).find_map(now);
    let clock = match step.kind {
        StepKind::Reply if refused => None,
        StepKind::Reply => facts.offer.and_then(|offer| offer.reply_deadline.as_ref()).map(|deadline| {
            (Some(deadline.due), Some(deadline.rule.clone()), deadline.explanation.sentence.clone())
        }),
        StepKind::Meetings => facts.clock.map(|clock| {
            let sentence = format!("{}{}", clock.deadline.explanation.sentence, clock.says);
            (Some(clock.due), Some(clock.deadline.rule.clone()), sentence)
        }),
        StepKind::Conclusion => next.map(|rung| {
            let rule = rung.deadline.as_ref().map(|deadline| deadline.rule.clone()).or(rung.rule.clone());
            (rung.due, rule, rung.origin.clone())
        }),
        StepKind::Representatives => facts.formation.map(|deadline| {
            (Some(deadline.due), Some(deadline.rule.clone()), deadline.explanation.sentence.clone())
        }),
        StepKind::Preparation | StepKind::Offer => None,
    };
    if let Some((due, rule, origin)) = clock {
        step.due = due.filter(|_| !step.done);
        (step.rule, step.origin) = (rule.or(step.rule.take()), origin);
    }
}

/// The rung of an agreement that comes now.
fn now(agreement: &Agreement) -> Option<&AgreementRung> {
    agreement.rungs.iter().find(|rung| rung.state == AgreementRungState::Now)
}

fn preparation_step(facts: &LadderFacts<'_>) -> Step {
    let facts = [(facts.opinions, "职工意见"), (facts.topics > 0, "协商议题")];
    let missing: Vec<String> =
        facts.into_iter().filter(|(there, _)| !there).map(|(_, what)| what.to_owned()).collect();
    step(StepKind::Preparation, "准备协商", missing.is_empty(), "我办", missing)
}

/// Whether our side stands and the employer's alone is lacking.
fn lacks_employer_alone(facts: &LadderFacts<'_>) -> bool {
    facts.workers_complete && !facts.election_undone && !facts.employer_complete
}

/// As the ladder says that the representatives of a side are not made known yet.
pub fn unposted_words(side: Side) -> String {
    format!("{}代表的公布", side.name())
}

fn representatives_step(facts: &LadderFacts<'_>, elected_first: bool) -> Step {
    let mut missing = Vec::new();
    if !facts.workers_complete {
        missing.push("职工方代表".to_owned());
    }
    if facts.election_undone {
        missing.push("另行推选：公示的异议成立".to_owned());
    }
    // Where our side is elected before the offer, the employer names its own with the reply.
    let answered = facts.reply.is_some_and(|reply| reply.kind != ReplyKind::Refused);
    let employer_due = !elected_first || answered;
    if !facts.employer_complete && employer_due {
        missing.push("企业方代表".to_owned());
    }
    let whose = if lacks_employer_alone(facts) { "企业办" } else { "我办" };
    let done = missing.is_empty();
    // The talks go on without it, and it stays owed.
    missing.extend(facts.unposted.iter().copied().map(unposted_words));
    missing.extend(facts.undated.iter().map(|side| format!("{}代表的产生日期", side.name())));
    step(StepKind::Representatives, "推选代表", done, whose, missing)
}

fn offer_step(law: Law<'_>, facts: &LadderFacts<'_>) -> Step {
    let name = offer_name(law);
    let theirs = facts.offer.is_some_and(|offer| offer.by == Side::Employer);
    let mut missing = Vec::new();
    match facts.offer {
        None => missing.push(name.clone()),
        Some(offer) if offer.received_on.is_none() => {
            missing.push(if theirs { "我方收到的日期" } else { "对方收到的日期" }.to_owned());
        }
        Some(_) => {}
    }
    // Entering the day is ours, whoever opened.
    step(StepKind::Offer, &name, missing.is_empty(), "我办", missing)
}

fn reply_step(law: Law<'_>, facts: &LadderFacts<'_>) -> Step {
    let name = format!("答复{}", offer_name(law));
    if let Some(stuck) = facts.stuck {
        let cause = if stuck.refused { "对方已拒绝协商" } else { "对方逾期未答复" };
        let missing = vec![format!("{cause}：{}", stuck.next.words())];
        return step(StepKind::Reply, &name, false, stuck.next.whose(), missing);
    }
    // The side that did not open answers.
    let theirs = facts.offer.is_some_and(|offer| offer.by == Side::Employer);
    let whose = if theirs { "我办" } else { "企业办" };
    match facts.reply {
        None => step(StepKind::Reply, &name, false, whose, vec!["书面答复".to_owned()]),
        // Our own refusal of their offer: the law lets neither side refuse without reason.
        Some(reply) if reply.kind == ReplyKind::Refused => {
            step(StepKind::Reply, &name, false, "我办", vec!["新的答复：无正当理由不得拒绝协商".to_owned()])
        }
        Some(_) => step(StepKind::Reply, &name, true, whose, Vec::new()),
    }
}

fn meetings_step(facts: &LadderFacts<'_>) -> Step {
    let mut missing = Vec::new();
    if facts.meetings == 0 {
        missing.push("第1轮会议记录".to_owned());
    } else if facts.open_topics > 0 {
        missing.push(format!("{}个议题尚未谈定", facts.open_topics));
    }
    // Once the talks are agreed to, and before they are over: what is learned in them is learned from then on.
    let talking = facts.meetings > 0 || facts.reply.is_some_and(|reply| reply.kind != ReplyKind::Refused);
    if talking && facts.unsigned > 0 {
        missing.push(format!("保密承诺（{}人没有签署）", facts.unsigned));
    }
    if let Some(until) = facts.suspended_until {
        missing = vec![format!("中止中：{}恢复协商", crate::duty::day_words(until))];
    }
    let mut whose = "我办";
    if let Some(dispute) = facts.dispute {
        missing = vec![format!("{}个议题尚未谈定：{}", facts.open_topics, dispute.next.words())];
        whose = dispute.next.whose();
    }
    let done = facts.meetings > 0 && facts.topics > 0 && facts.open_topics == 0;
    if done {
        missing.clear();
    }
    step(StepKind::Meetings, "协商会议", done, whose, missing)
}

/// Whether an agreement is in effect, or was.
fn is_over(agreement: &Agreement) -> bool {
    matches!(agreement.state, AgreementState::InEffect | AgreementState::Over)
}

/// What is still to be done until every agreement is in effect: its own ladder tells it rung by rung.
fn conclusion_step(facts: &LadderFacts<'_>) -> Step {
    let several = facts.agreements.len() > 1;
    let open: Vec<&Agreement> = facts.agreements.iter().filter(|one| !is_over(one)).collect();
    let next = |one: &&Agreement| {
        let rung = now(one);
        let what = rung.map_or("议题谈定以后形成合同草案", |rung| rung.title.as_str());
        if several { format!("{}：{what}", one.title) } else { what.to_owned() }
    };
    let whose = open.iter().find_map(|one| now(one)).map_or("我办", |rung| rung.whose.label());
    step(StepKind::Conclusion, "签订生效", open.is_empty(), whose, open.iter().map(next).collect())
}
