//! In which order a re-election can have come about. What a paper already decided is entered late with its reason and passes; what
//! cannot be at all is refused even then.

use chrono::{Months, NaiveDate};

use super::candidates;
use super::course::{Course, STEPS, event_of, needs, step_label, step_of};
use super::{ElectionLaw, refuse};
use crate::Problem;
use crate::duty::day_words;
use crate::typed::{short, text};
use crate::union::election::model::{
    ElectionEventInput, ElectionEventKind as Kind, ElectionPost as Post, ElectionStep as Step,
};

const LATE: &str = "已经用纸质办过的，请写明补录的理由。";
/// So long before the day that is planned nothing of a re-election happens.
const EARLIEST: Months = Months::new(36);

/// The subject of the rule that asks for a step.
pub fn subject(step: Step) -> Option<&'static str> {
    Some(match step {
        Step::Request | Step::Approval => "union.election.request.answer",
        Step::Delegates => "union.delegates.minimum",
        Step::Qualification => "union.delegates.standing",
        Step::Proposal => "union.election.difference",
        Step::Consent => "union.election.consent",
        Step::Posting => "union.election.notice",
        Step::Ballots | Step::Plenums => "union.election.majority",
        Step::Report | Step::Confirmation => "union.election.approval",
        Step::Registration => "union.legal_person.change",
        Step::LeavingAudit => "union.audit.leaving",
        Step::HandOver => return None,
    })
}

/// Refuses a step that cannot be taken on a day.
///
/// Errors: `refused` with the rule of the step that lacks; `bad_input` at `field` for a day before one that it follows.
pub fn check_step(
    law: ElectionLaw<'_>,
    course: &Course,
    step: Step,
    (field, on): (&str, NaiveDate),
    late: bool,
) -> Result<(), Problem> {
    if !course.has(law, step) {
        let message = match step {
            Step::Delegates | Step::Qualification => "这次换届召开会员大会，不选会员代表。",
            _ => "主席没有换人，不用办这一步。",
        };
        return Err(refuse(None, "kind", message));
    }
    if late {
        return Ok(());
    }
    for before in needs(step) {
        if !course.has(law, *before) {
            continue;
        }
        let Some(day) = course.done(law, *before) else {
            let rule = subject(*before).and_then(|subject| law.rule(subject, on));
            let message = format!(
                "还没有登记“{}”，请先登记，再登记“{}”；{LATE}",
                step_label(*before),
                step_label(step)
            );
            return Err(refuse(rule, "kind", message));
        };
        if on < day {
            let message = format!("日期早于“{}”的{}，请核对；{LATE}", step_label(*before), day_words(day));
            return Err(Problem::input(field, message));
        }
    }
    for after in followers(law, course, step) {
        if let Some(day) = course.done(law, after)
            && on > day
        {
            let message = format!("日期晚于“{}”的{}，请核对；{LATE}", step_label(after), day_words(day));
            return Err(Problem::input(field, message));
        }
    }
    Ok(())
}

/// The steps that follow a step and stand on it, those entered late left out: they stand on paper.
fn followers(law: ElectionLaw<'_>, course: &Course, step: Step) -> Vec<Step> {
    let stands_on_paper = |after: Step| match event_of(after) {
        Some(kind) => course.event(kind).is_some_and(|event| text(&event.late_entry).is_some()),
        None => course.ballots.iter().all(|held| text(&held.record.late_entry).is_some()),
    };
    let begun = |after: Step| match after {
        Step::Ballots => course.ballots.iter().any(|held| course.by_meeting(held.record.post)),
        Step::Plenums => course.ballots.iter().any(|held| !course.by_meeting(held.record.post)),
        _ => course.done(law, after).is_some(),
    };
    let direct = |after: &Step| needs(*after).contains(&step);
    // A step that this re-election does not have hands on what stands on it.
    let mut all: Vec<Step> = STEPS.iter().copied().filter(|after| direct(after) && begun(*after)).collect();
    for passed in STEPS.iter().copied().filter(|after| direct(after) && !course.has(law, *after)) {
        all.extend(followers(law, course, passed));
    }
    all.retain(|after| !stands_on_paper(*after));
    all
}

/// Refuses to take back a step that another stands on.
///
/// Errors: `refused`.
pub fn check_back(law: ElectionLaw<'_>, course: &Course, step: Step) -> Result<(), Problem> {
    match followers(law, course, step).first() {
        Some(after) => {
            let message = format!(
                "“{}”之后已经登记了“{}”，请从后往前撤回，先撤回“{}”。",
                step_label(step),
                step_label(*after),
                step_label(*after)
            );
            Err(Problem::new("refused", message))
        }
        None => Ok(()),
    }
}

/// Refuses an event whose form is wrong, or that cannot be where the re-election stands.
///
/// Errors: `bad_input` at its field; `refused` with its rule.
pub fn check_event(
    law: ElectionLaw<'_>,
    course: &Course,
    input: &ElectionEventInput,
    today: NaiveDate,
) -> Result<(), Problem> {
    short("number", input.number.as_deref().unwrap_or_default(), 100)?;
    short("text", input.text.as_deref().unwrap_or_default(), 2000)?;
    short("lateEntry", input.late_entry.as_deref().unwrap_or_default(), 200)?;
    let (on, late) = (input.happened_on, text(&input.late_entry).is_some());
    if on > today {
        return Err(Problem::input("happenedOn", "这一天还没有到，请在办过以后再登记。"));
    }
    // The whole of a re-election takes months: years before the day that is planned is a slip of the pen.
    if on.checked_add_months(EARLIEST).is_some_and(|day| day < course.record.planned_on) {
        let message = format!("比大会的日期{}早得太多，请核对年份。", day_words(course.record.planned_on));
        return Err(Problem::input("happenedOn", message));
    }
    let numbered = matches!(input.kind, Kind::Approved | Kind::Confirmed);
    if numbered && text(&input.number).is_none() {
        return Err(Problem::input("number", "请写上级批复的文号；批复没有文号的，写“无文号”。"));
    }
    if let Some(other) = course.event(input.kind)
        && other.id != input.id
    {
        let message = format!("“{}”已经登记过了，请打开那一条修改。", input.kind.label());
        return Err(refuse(None, "kind", message));
    }
    check_step(law, course, step_of(input.kind), ("happenedOn", on), late)?;
    match input.kind {
        Kind::Delegates => check_delegates(law, course, on, late),
        Kind::Proposed if !late => candidates::check_slates(law, course, on),
        Kind::Posted => check_posting(law, course, input, late),
        // Without a result nothing can be approved, on paper neither.
        Kind::Confirmed | Kind::Reported => {
            let open = [Step::Ballots, Step::Plenums].into_iter().find(|step| !course.stands(law, *step));
            match open {
                Some(step) => {
                    let rule = law.rule("union.election.majority", on);
                    let message =
                        format!("“{}”还没有结果，请先登记计票，当选人满额以后再登记。", step_label(step));
                    Err(refuse(rule, "kind", message))
                }
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

fn check_delegates(law: ElectionLaw<'_>, course: &Course, on: NaiveDate, late: bool) -> Result<(), Problem> {
    let (now, members) = (course.delegates.0, course.record.members.unwrap_or_default());
    if now == 0 {
        return Err(refuse(None, "kind", "会员代表的名单还没有登记，请先登记名单。"));
    }
    for (subject, side) in [("union.delegates.minimum", "不少于"), ("union.delegates.maximum", "不超过")]
    {
        let Some((rule, line)) = law.line(subject, on) else { continue };
        let Some(edge) = line.boundary(members) else { continue };
        if !late && !line.allows(now, members) {
            let message =
                format!("会员{members}人，会员代表应当{side}{edge}人，名单上是{now}人，请核对名单；{LATE}");
            return Err(refuse(Some(rule), "kind", message));
        }
    }
    Ok(())
}

fn check_posting(
    law: ElectionLaw<'_>,
    course: &Course,
    input: &ElectionEventInput,
    late: bool,
) -> Result<(), Problem> {
    if input.until_on.is_some_and(|until| until < input.happened_on) {
        return Err(Problem::input("untilOn", "公示结束的日期早于开始的日期，请核对。"));
    }
    if late {
        return Ok(());
    }
    check_hung(law, course, input)?;
    candidates::check_cleared(law, course, input.happened_on)
}

/// A list hangs as long as it would have to before an election on the day after it came down; that of chairs longer.
fn check_hung(law: ElectionLaw<'_>, course: &Course, input: &ElectionEventInput) -> Result<(), Problem> {
    let Some(until) = input.until_on else { return Ok(()) };
    let Some((subject, next)) = hung_short(law, course, input.happened_on, until)? else { return Ok(()) };
    let rule = law.rule(subject, next);
    let title = rule.map(|rule| rule.title.as_str()).unwrap_or_default();
    let message = format!(
        "{}公示到{}，天数不够：{title}。请把公示结束的日期往后推；{LATE}",
        day_words(input.happened_on),
        day_words(until)
    );
    Err(refuse(rule, "untilOn", message))
}

/// The subjects of the rules on how long a list of candidates hangs.
fn hanging(course: &Course) -> impl Iterator<Item = &'static str> {
    let chairs = course.seats(Post::Chair) + course.seats(Post::Vice) > 0;
    [("union.election.notice", true), ("union.election.chair_notice", chairs)]
        .into_iter()
        .filter_map(|(subject, asked)| asked.then_some(subject))
}

/// By which rule a list that hangs from one day to another hangs too short, and the first day on which could be voted.
fn hung_short(
    law: ElectionLaw<'_>,
    course: &Course,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Option<(&'static str, NaiveDate)>, Problem> {
    let Some(next) = until.succ_opt() else { return Ok(None) };
    for subject in hanging(course) {
        if law.clock(subject, "election", next)?.is_some_and(|clock| from > clock.due) {
            return Ok(Some((subject, next)));
        }
    }
    Ok(None)
}

/// The last day of a posting that begins on a day and hangs as long as the place's rules ask, no longer; none where no rule asks.
pub fn hangs_until(
    law: ElectionLaw<'_>,
    course: &Course,
    from: NaiveDate,
) -> Result<Option<NaiveDate>, Problem> {
    if hanging(course).all(|subject| law.rule(subject, from).is_none()) {
        return Ok(None);
    }
    // No rule asks for longer than this, holidays counted in.
    for until in from.iter_days().take(90) {
        if hung_short(law, course, from, until)?.is_none() {
            return Ok(Some(until));
        }
    }
    Ok(None)
}
