//! One count of votes: whether enough came, whether the ballots agree, whether nobody got more than there are. These are refused
//! also of what was counted on paper: a count that cannot be is a typing error, one below the line elected nobody.

use chrono::NaiveDate;

use super::count::{Outcome, same};
use super::course::Course;
use super::{ElectionLaw, order, refuse};
use crate::Problem;
use crate::duty::day_words;
use crate::typed::{short, text};
use crate::union::election::model::{
    ElectionBallotInput, ElectionEventKind as Kind, ElectionPost as Post, ElectionStep as Step,
};
use crate::union::members_congress::model::MembersForm;

/// Refuses a ballot that cannot be; `before` is what the earlier rounds for its post brought.
///
/// Errors: `bad_input` at its field; `refused` with its rule.
pub fn check(
    law: ElectionLaw<'_>,
    course: &Course,
    input: &ElectionBallotInput,
    before: &Outcome,
    today: NaiveDate,
) -> Result<(), Problem> {
    for (field, value) in [("tellers", &input.tellers), ("scrutineers", &input.scrutineers)] {
        short(field, value.as_deref().unwrap_or_default(), 200)?;
    }
    let on = input.held_on;
    if on > today {
        return Err(Problem::input("heldOn", "选举的日期还没有到，请在选举以后再登记计票。"));
    }
    if course.seats(input.post) == 0 {
        return Err(refuse(None, "post", format!("这次换届不选{}。", input.post.label())));
    }
    if course.agreed(input.post) {
        let message = format!("{}由工会委员会提名、协商产生，不用投票，列好名单就行。", input.post.label());
        return Err(refuse(law.rule("union.women.chosen", on), "post", message));
    }
    if before.short == 0 {
        let message = format!("{}已经选满，不用再投票。", input.post.label());
        return Err(refuse(None, "post", message));
    }
    let late = text(&input.late_entry).is_some();
    let step = if course.by_meeting(input.post) { Step::Ballots } else { Step::Plenums };
    order::check_step(law, course, step, ("heldOn", on), late)?;
    check_posted(law, course, input, late)?;
    check_due(course, input, late)?;
    check_numbers(law, course, input)?;
    check_votes(law, course, input, before)
}

/// Candidates hang out as long as the law wants before the meeting; the chair's longer.
fn check_posted(
    law: ElectionLaw<'_>,
    course: &Course,
    input: &ElectionBallotInput,
    late: bool,
) -> Result<(), Problem> {
    let Some(posted) = course.event(Kind::Posted).filter(|_| !late) else { return Ok(()) };
    let subject = match input.post {
        Post::Chair | Post::Vice => "union.election.chair_notice",
        _ if course.by_meeting(input.post) && !course.by_women(input.post) => "union.election.notice",
        _ => return Ok(()),
    };
    let Some(deadline) = law.clock(subject, "election", input.held_on)? else { return Ok(()) };
    if posted.happened_on <= deadline.due {
        return Ok(());
    }
    let message = format!(
        "{}{}开始公示，选举以前公示的天数不够：最晚应当在{}开始公示。请改期选举；已经用纸质办过的，请写明补录的理由。",
        input.post.label(),
        day_words(posted.happened_on),
        day_words(deadline.due)
    );
    Err(refuse(law.rule(subject, input.held_on), "heldOn", message))
}

/// Who should be there: all the members, or all the delegates, as the re-election has them. The line of a vote is drawn from
/// this number, so another one takes a reason.
fn check_due(course: &Course, input: &ElectionBallotInput, late: bool) -> Result<(), Problem> {
    if late || !course.by_meeting(input.post) || course.by_women(input.post) {
        return Ok(());
    }
    let (should, whose, mend) = match course.record.form {
        MembersForm::Whole => {
            let members = course.record.members.unwrap_or_default();
            (members, "全体会员", "会员人数变了的，请先在换届的基本情况里改过来")
        }
        MembersForm::Delegates => {
            (course.delegates.0, "全体会员代表", "代表有变动的，请先在会员代表的名单里改过来")
        }
    };
    if should == 0 || should == input.due {
        return Ok(());
    }
    let message = format!(
        "应到的是{whose}{should}人，这里写的是{}人，{mend}；已经用纸质办过、人数确有不同的，请写明补录的理由。",
        input.due
    );
    Err(Problem::input("due", message))
}

fn check_numbers(law: ElectionLaw<'_>, course: &Course, input: &ElectionBallotInput) -> Result<(), Problem> {
    let on = input.held_on;
    if input.due == 0 {
        return Err(Problem::input("due", "请写应到的人数。"));
    }
    if let Some(members) = input.post.among().filter(|_| !course.by_meeting(input.post)) {
        let elected = course.outcome(law, members).elected.len();
        if usize::try_from(input.due).ok() != Some(elected) {
            let message = format!("{}由新当选的委员选举，应到{elected}人。", input.post.label());
            return Err(Problem::input("due", message));
        }
    }
    for (field, fewer, more, message) in [
        ("present", input.present, input.due, "实到的人数多于应到的人数，请核对。"),
        ("given", input.given, input.present, "发出的选票多于实到的人数，请核对。"),
        ("valid", input.valid, input.returned, "有效票多于收回的选票，请核对。"),
    ] {
        if fewer > more {
            return Err(Problem::input(field, message));
        }
    }
    if let Some((rule, line)) = law.line("union.election.attendance", on)
        && !line.allows(input.present, input.due)
    {
        let edge = line.boundary(input.due).unwrap_or(input.due);
        let message = format!(
            "应到{}人，至少到会{edge}人才能选举，实到{}人，这次选举无效，请另择日期重新召开。",
            input.due, input.present
        );
        return Err(refuse(Some(rule), "present", message));
    }
    if let Some(rule) = law.broken("union.election.returned", on, input.returned, input.given) {
        let message =
            format!("收回的选票{}张，多于发出的{}张，选举无效，应当重新选举。", input.returned, input.given);
        return Err(refuse(Some(rule), "returned", message));
    }
    Ok(())
}

fn check_votes(
    law: ElectionLaw<'_>,
    course: &Course,
    input: &ElectionBallotInput,
    before: &Outcome,
) -> Result<(), Problem> {
    if input.votes.is_empty() {
        return Err(Problem::input("votes", "请登记各候选人的得票。"));
    }
    let seats = before.short;
    for (at, vote) in input.votes.iter().enumerate() {
        let field = |name: &str| format!("votes.{at}.{name}");
        let name = vote.name.trim();
        if name.is_empty() {
            return Err(Problem::input(&field("name"), format!("第{}位没有写姓名。", at + 1)));
        }
        short(&field("name"), name, 50)?;
        let who = (vote.person, name);
        if input.votes.iter().take(at).any(|other| same(who, (other.person, &other.name))) {
            return Err(Problem::input(&field("name"), format!("{name}的票登记了两次。")));
        }
        let cast = u64::from(vote.votes_for) + u64::from(vote.votes_against) + u64::from(vote.abstained);
        let valid = u64::from(input.valid);
        if vote.candidate.is_some() && cast != valid {
            let message =
                format!("{name}的赞成、不赞成、弃权加起来是{cast}票，应当等于有效票{valid}张，请核对。");
            return Err(Problem::input(&field("votesFor"), message));
        }
        if vote.candidate.is_none() && (cast > valid || cast != u64::from(vote.votes_for)) {
            let message = format!("{name}是另选人，只登记赞成票，且不能多于有效票{valid}张。");
            return Err(Problem::input(&field("votesFor"), message));
        }
        if !before.tied.is_empty() && !before.tied.iter().any(|one| same(who, (one.person, &one.name))) {
            let message = format!("这一轮只在票数相等的人里投票，{name}不在里面。");
            let rule = law.rule("union.election.tie", input.held_on);
            return Err(refuse(rule, &field("name"), message));
        }
        if before.elected.iter().any(|one| same(who, (one.person, &one.name))) {
            return Err(Problem::input(&field("name"), format!("{name}在前一轮已经当选。")));
        }
        if let Some(members) = input.post.among() {
            let elected = course.outcome(law, members).elected;
            if !elected.iter().any(|one| same(who, (one.person, &one.name))) {
                let message =
                    format!("{}从新当选的{}里产生，{name}没有当选。", input.post.label(), members.label());
                return Err(refuse(None, &field("name"), message));
            }
        }
    }
    let cast: u64 = input.votes.iter().map(|vote| u64::from(vote.votes_for)).sum();
    let most = u64::from(input.valid) * u64::from(seats);
    if cast > most {
        let message = format!(
            "赞成票一共{cast}张，多于有效票{}张乘应选名额{seats}人：一张选票选的人多于应选名额就是无效票，请核对有效票。",
            input.valid
        );
        return Err(refuse(law.rule("union.election.named", input.held_on), "valid", message));
    }
    Ok(())
}
