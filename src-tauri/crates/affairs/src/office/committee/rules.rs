//! Pure decisions about a committee's record: what its form must hold, whether enough came, whether a vote passed, what is
//! missing before it is signed. The shares come from the law book by subject; a record that is signed keeps its verdicts.

use chrono::{Datelike, NaiveDate};
use law::{LawBook, Rule, RuleRef};

use super::model::{
    CommitteeBody, CommitteeInput, CommitteeMember, CommitteeQuorum, CommitteeTopicInput, SignCommittee,
};
use crate::Problem;
use crate::typed::{short, text, tidy_time};

/// The year in which the federation of the unions was founded: no committee of one met before.
const FOUNDED: i32 = 1925;

/// How the phrase begins that says too few came.
const FEW: &str = "到会人数";

/// A record's number as it is written: 工会委员会〔2026〕第3次会议.
pub(crate) fn number(body: &str, year: i32, serial: u32) -> String {
    format!("{}〔{year}〕第{serial}次会议", CommitteeBody::of(body).label())
}

/// 决定一.
pub(crate) fn decision_name(n: u32) -> String {
    format!("决定{}", paper::chinese_number(n).unwrap_or_else(|| n.to_string()))
}

/// The law of the union's place on the day of the meeting.
pub struct LawAtMeeting<'a> {
    /// The packs.
    pub book: &'a LawBook,
    /// Where.
    pub place: &'a law::Place,
    /// When.
    pub on: NaiveDate,
}

/// The law of a place on a day, for the rules of this room.
pub fn law_on<'a>(book: &'a LawBook, place: &'a law::Place, on: chrono::NaiveDate) -> LawAtMeeting<'a> {
    LawAtMeeting { book, place, on }
}

impl LawAtMeeting<'_> {
    fn rule(&self, subject: &str) -> Option<&Rule> {
        self.book.applies(subject, self.place, self.on).map(|ruling| ruling.winner)
    }

    fn boundary(&self, subject: &str, whole: u32) -> Option<u32> {
        self.rule(subject)?.quantity.as_ref()?.boundary(whole)
    }

    /// Whether enough came. A group's meeting is one of members, for which no rule counts heads.
    pub fn quorum(&self, body: CommitteeBody, members: &[CommitteeMember]) -> CommitteeQuorum {
        let (all, present) = (count(members, |_| true), count(members, |one| one.present));
        let counted = body != CommitteeBody::Group;
        let needed = counted.then(|| self.boundary("union.committee.quorum", all)).flatten();
        let reference = |subject: &str| self.rule(subject).map(Rule::reference);
        CommitteeQuorum {
            all,
            present,
            needed,
            reached: needed.map(|needed| present >= needed),
            quorum_rule: if counted { reference("union.committee.quorum") } else { None },
            vote_rule: reference("union.committee.vote"),
        }
    }

    /// How many votes in favour a topic needs of those who came; `None` where nothing was put to the vote.
    pub fn needed(&self, topic: &CommitteeTopicInput, present: u32) -> Option<u32> {
        topic.votes?;
        self.boundary("union.committee.vote", present)
    }
}

/// How many members are so.
pub fn count(members: &[CommitteeMember], which: impl Fn(&CommitteeMember) -> bool) -> u32 {
    u32::try_from(members.iter().filter(|one| which(one)).count()).unwrap_or(u32::MAX)
}

/// Whether a topic passed with so many votes needed. Where no rule says how many, votes in favour that are not more than
/// those against pass nothing; whether more of them do is not known.
pub fn passed(topic: &CommitteeTopicInput, needed: Option<u32>) -> Option<bool> {
    let votes = topic.votes?;
    match needed {
        Some(needed) => Some(votes.favour >= needed),
        None => (votes.favour <= votes.against).then_some(false),
    }
}

/// How many of those who came have no vote in a topic's count: counted wrongly, or not voting, which a record says.
pub fn unaccounted(topic: &CommitteeTopicInput, present: u32) -> Option<u32> {
    let votes = topic.votes?;
    let cast = votes.favour.saturating_add(votes.against).saturating_add(votes.abstained);
    present.checked_sub(cast).filter(|left| *left > 0)
}

/// Whether a topic's decision stands once the record is signed: it was voted on and passed.
pub fn decides(topic: &CommitteeTopicInput, passed: Option<bool>) -> bool {
    text(&topic.decision).is_some() && topic.votes.is_some() && passed != Some(false)
}

/// Refuses a form that lacks what a record needs even as a draft, or whose numbers cannot be.
///
/// Errors: `bad_input` at its field, of a member or topic `members.0.name`, `topics.1.votes`.
pub fn check(input: &CommitteeInput, today: NaiveDate) -> Result<(), Problem> {
    check_day(input.held_on, today)?;
    short("place", &input.place, 100)?;
    short("observers", input.observers.as_deref().unwrap_or_default(), 500)?;
    short("note", input.note.as_deref().unwrap_or_default(), 2000)?;
    if input.place.trim().is_empty() {
        return Err(Problem::input("place", "请写明在哪里开的会。"));
    }
    check_times(input)?;
    check_members(&input.members)?;
    check_officers(input)?;
    if input.topics.is_empty() {
        return Err(Problem::input("topics", "请写至少一项议题；没有议题的会不用记录。"));
    }
    let present = count(&input.members, |one| one.present);
    input.topics.iter().enumerate().try_for_each(|(at, topic)| check_topic(at, topic, present))
}

fn check_day(held_on: NaiveDate, today: NaiveDate) -> Result<(), Problem> {
    if held_on > today {
        return Err(Problem::input("heldOn", "会议的日期还没有到，请在开会以后再记；日期写错了的请更正。"));
    }
    if held_on.year() < FOUNDED {
        let message = format!("会议的日期早于{FOUNDED}年，那时还没有全国总工会，请核对年份。");
        return Err(Problem::input("heldOn", message));
    }
    Ok(())
}

fn check_times(input: &CommitteeInput) -> Result<(), Problem> {
    let time = |field: &str, typed: &Option<String>| match text(typed).map(tidy_time) {
        Some(None) => Err(Problem::input(field, "时间请写成“14:00”这样的形式。")),
        Some(time) => Ok(time),
        None => Ok(None),
    };
    let (begins, ends) = (time("begins", &input.begins)?, time("ends", &input.ends)?);
    match (begins, ends) {
        (None, Some(_)) => Err(Problem::input("begins", "写了几点结束，还要写明几点开始。")),
        (Some(begins), Some(ends)) if ends <= begins => {
            Err(Problem::input("ends", "结束的时间不能早于开始的时间，请核对。"))
        }
        _ => Ok(()),
    }
}

fn check_members(members: &[CommitteeMember]) -> Result<(), Problem> {
    for (at, one) in members.iter().enumerate() {
        let field = format!("members.{at}.name");
        short(&field, &one.name, 50)?;
        short(&format!("members.{at}.post"), one.post.as_deref().unwrap_or_default(), 50)?;
        short(&format!("members.{at}.reason"), one.reason.as_deref().unwrap_or_default(), 100)?;
        let name = one.name.trim();
        if name.is_empty() {
            return Err(Problem::input(&field, format!("第{}位委员没有姓名。", at + 1)));
        }
        // Two of one name are two people only where the roster tells them apart.
        let same = |other: &CommitteeMember| match (one.person, other.person) {
            (Some(one), Some(other)) => one == other,
            _ => other.name.trim() == name,
        };
        if members[..at].iter().any(same) {
            return Err(Problem::input(
                &field,
                format!("{name}已经在名单里了；同名的两个人，请都从花名册里选。"),
            ));
        }
    }
    if members.iter().any(|one| one.present) {
        return Ok(());
    }
    Err(Problem::input("members", "请列出委员，并写明谁到了会。"))
}

fn check_officers(input: &CommitteeInput) -> Result<(), Problem> {
    let chair = input.chair.trim();
    if chair.is_empty() {
        return Err(Problem::input("chair", "请写明由谁主持。"));
    }
    if !input.members.iter().any(|one| one.present && one.name.trim() == chair) {
        return Err(Problem::input("chair", format!("{chair}不在到会的委员里，请改由到会的人主持。")));
    }
    short("recorder", &input.recorder, 50)?;
    if input.recorder.trim().is_empty() {
        return Err(Problem::input("recorder", "请写明由谁记录，会议记录要由记录人签字。"));
    }
    Ok(())
}

fn check_topic(at: usize, topic: &CommitteeTopicInput, present: u32) -> Result<(), Problem> {
    let field = |name: &str| format!("topics.{at}.{name}");
    short(&field("title"), &topic.title, 100)?;
    short(&field("said"), topic.said.as_deref().unwrap_or_default(), 5000)?;
    short(&field("decision"), topic.decision.as_deref().unwrap_or_default(), 2000)?;
    if topic.title.trim().is_empty() {
        return Err(Problem::input(&field("title"), format!("第{}项议题没有写是什么事。", at + 1)));
    }
    let Some(votes) = topic.votes else { return Ok(()) };
    let cast = u64::from(votes.favour) + u64::from(votes.against) + u64::from(votes.abstained);
    if cast > u64::from(present) {
        let message = format!(
            "到会{present}人，赞成、反对、弃权合计{cast}票，多于到会人数，请核对；列席的人没有表决权。"
        );
        return Err(Problem::input(&field("votes"), message));
    }
    if cast == 0 {
        return Err(Problem::input(&field("votes"), "没有人投票的，不算表决；请填票数，或者选“没有表决”。"));
    }
    Ok(())
}

/// What a draft lacks before it is signed, a phrase each.
pub fn missing(
    input: &CommitteeInput,
    quorum: &CommitteeQuorum,
    needed: &dyn Fn(&CommitteeTopicInput) -> Option<u32>,
) -> Vec<String> {
    let mut missing = Vec::new();
    let decided = input.topics.iter().any(|topic| text(&topic.decision).is_some());
    if decided && quorum.reached == Some(false) {
        missing.push(format!(
            "{FEW}（应到{}人，至少到{}人，实到{}人）",
            quorum.all,
            quorum.needed.unwrap_or_default(),
            quorum.present
        ));
    }
    for (at, topic) in input.topics.iter().enumerate() {
        let n = at + 1;
        match (text(&topic.decision), topic.votes) {
            (Some(_), None) => missing.push(format!("第{n}项议题的表决票数")),
            (None, Some(_)) if passed(topic, needed(topic)) != Some(false) => {
                missing.push(format!("第{n}项议题的决定"));
            }
            (None, None) if text(&topic.said).is_none() => missing.push(format!("第{n}项议题的讨论情况")),
            _ => {}
        }
    }
    missing
}

/// Refuses to sign what is not whole, or on a day that cannot be. `rule` stands behind a want of heads.
///
/// Errors: `bad_input` at `signedOn`; `incomplete`; `refused` with its rule where too few came.
pub fn check_sign(
    sign: &SignCommittee,
    held_on: NaiveDate,
    today: NaiveDate,
    (missing, quorum): (&[String], &CommitteeQuorum),
) -> Result<(), Problem> {
    if held_on > today {
        return Err(Problem::input("signedOn", "会议的日期还没有到，请在开会以后再签字定稿。"));
    }
    if sign.signed_on < held_on {
        return Err(Problem::input("signedOn", "签字的日期不能早于会议的日期，请核对。"));
    }
    if sign.signed_on > today {
        return Err(Problem::input("signedOn", "签字的日期还没有到，请在签字以后登记。"));
    }
    if missing.is_empty() {
        return Ok(());
    }
    let few = missing.iter().any(|phrase| phrase.starts_with(FEW));
    match &quorum.quorum_rule {
        Some(rule) if few => Err(Problem::refused(rule, too_few(quorum, rule))),
        _ => Err(Problem::new(
            "incomplete",
            format!("这份会议记录还缺{}，补齐后再签字定稿。", missing.join("、")),
        )),
    }
}

fn too_few(quorum: &CommitteeQuorum, rule: &RuleRef) -> String {
    format!(
        "应到{}人，实到{}人，至少到{}人才能作决定（{}）。请另行召集；只是通报情况的，把决定一栏清空再签字。",
        quorum.all,
        quorum.present,
        quorum.needed.unwrap_or_default(),
        rule.short
    )
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
