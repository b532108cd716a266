//! Pure decisions about a session of the congress: what its form must hold, whether the papers were sent in time, whether enough came,
//! what passed, what is to be done now. Lines are counted from all delegates.

use chrono::{Months, NaiveDate};
use law::{Deadline, Rule, RuleRef};

use super::PAGE;
use super::model::{
    CongressMatter, CongressMatterKind, CongressMeetingId, CongressMeetingInput, CongressMeetingRung,
    CongressMeetingStep, CongressMust, CongressVerdict,
};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};
use crate::typed::{short, text};
use crate::union::bodies::model::UnionLack;
use crate::union::election::rules::matters::{Voting, votes};
use crate::union::election::rules::{ElectionLaw, lack, refuse};

/// Farther ahead no session is called.
const AHEAD: Months = Months::new(24);
/// More matters than these are no agenda; the form has a field for each.
const MOST_MATTERS: usize = 60;

/// The last day on which the papers may be sent.
fn papers_clock(law: ElectionLaw<'_>, input: &CongressMeetingInput) -> Result<Option<Deadline>, Problem> {
    law.clock("congress.papers", "congress_session", input.held_on)
}

/// The last day of the report to the upper union.
fn upper_clock(law: ElectionLaw<'_>, input: &CongressMeetingInput) -> Result<Option<Deadline>, Problem> {
    law.clock("congress.report_upper", "congress_closed", input.held_on)
}

/// Refuses a session that cannot be, or that the law does not let decide; what was held on paper may be entered with its reason.
///
/// Errors: `bad_input` at its field; `refused` with its rule.
pub fn check(law: ElectionLaw<'_>, input: &CongressMeetingInput, today: NaiveDate) -> Result<(), Problem> {
    short("name", &input.name, 100)?;
    short("place", &input.place, 100)?;
    short("host", input.host.as_deref().unwrap_or_default(), 50)?;
    short("note", input.note.as_deref().unwrap_or_default(), 5000)?;
    short("lateEntry", input.late_entry.as_deref().unwrap_or_default(), 200)?;
    let late = text(&input.late_entry).is_some();
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请写明届次，例如“第三届职工代表大会第二次会议”。"));
    }
    if input.place.trim().is_empty() {
        return Err(Problem::input("place", "请写开会的地点，通知上要印。"));
    }
    if input.due == 0 {
        return Err(Problem::input("due", "请写应到的代表人数，过不过要按它算。"));
    }
    if today.checked_add_months(AHEAD).is_some_and(|latest| input.held_on > latest) {
        return Err(Problem::input("heldOn", "开会的日期离今天太远，请核对年份。"));
    }
    if input.present.is_some() && input.held_on > today {
        return Err(Problem::input("heldOn", "开会的日期还没有到，实到人数请在开会以后登记。"));
    }
    if input.present.is_some_and(|present| present > input.due) {
        return Err(Problem::input("present", "实到的人数多于应到的人数，请核对。"));
    }
    let before = [
        ("agreedOn", "商定议题", input.agreed_on),
        ("reportedOn", "会前报告", input.reported_on),
        ("noticedOn", "通知", input.noticed_on),
        ("papersOn", "送材料", input.papers_on),
    ];
    for (field, name, day) in before {
        let Some(day) = day else { continue };
        if day > today {
            return Err(Problem::input(field, format!("{name}的日期还没有到，请在办了以后登记。")));
        }
        if day > input.held_on {
            return Err(Problem::input(field, format!("{name}的日期晚于开会的日期，请核对。")));
        }
    }
    if let (Some(sent), Some(deadline), false) = (input.papers_on, papers_clock(law, input)?, late)
        && sent > deadline.due
    {
        let message = format!(
            "{}开会，材料最晚应当在{}送到代表手里，现在是{}，请改期；已经开过的，请写明补录的理由。",
            day_words(input.held_on),
            day_words(deadline.due),
            day_words(sent)
        );
        return Err(refuse(law.rule("congress.papers", input.held_on), "papersOn", message));
    }
    for (field, name, day) in
        [("publishedOn", "公布决议", input.published_on), ("upperOn", "会后报告", input.upper_on)]
    {
        let Some(day) = day else { continue };
        if input.present.is_none() {
            return Err(Problem::input("present", "请先登记实到人数和表决的结果。"));
        }
        if day < input.held_on {
            return Err(Problem::input(field, format!("{name}的日期早于开会的日期，请核对。")));
        }
        if day > today {
            return Err(Problem::input(field, format!("{name}的日期还没有到，请在办了以后登记。")));
        }
    }
    check_matters(law, input, late)
}

fn check_matters(law: ElectionLaw<'_>, input: &CongressMeetingInput, late: bool) -> Result<(), Problem> {
    if input.matters.len() > MOST_MATTERS {
        let message = format!("一次会议最多登记{MOST_MATTERS}项议题，请分成几次会议，或者合成一项。");
        return Err(Problem::input("matters", message));
    }
    for (at, matter) in input.matters.iter().enumerate() {
        let field = |name: &str| format!("matters.{at}.{name}");
        short(&field("title"), &matter.title, 200)?;
        short(&field("decision"), matter.decision.as_deref().unwrap_or_default(), 5000)?;
        if matter.title.trim().is_empty() {
            return Err(Problem::input(&field("title"), format!("第{}项没有写议题。", at + 1)));
        }
        voting(law, input).check(&field("votesFor"), &matter.title, counts(matter), late)?;
    }
    Ok(())
}

fn counts(matter: &CongressMatter) -> [Option<u32>; 3] {
    [matter.votes_for, matter.votes_against, matter.abstained]
}

fn voting<'a>(law: ElectionLaw<'a>, input: &CongressMeetingInput) -> Voting<'a> {
    Voting {
        law,
        attendance: "congress.attendance",
        approval: "congress.approval",
        should: "应到代表",
        otherwise: "议事规则",
        held_on: input.held_on,
        due: input.due,
        present: input.present,
    }
}

/// Whether a matter passed, and how that comes.
pub fn verdict(
    law: ElectionLaw<'_>,
    record: &CongressMeetingInput,
    matter: &CongressMatter,
) -> CongressVerdict {
    let (passed, explained) = voting(law, record).verdict(counts(matter));
    CongressVerdict { passed, explained }
}

/// What a session lacks beside its next steps: a matter that is passed or elected by open vote, or not voted on.
pub fn lacks(law: ElectionLaw<'_>, record: &CongressMeetingInput) -> Vec<UnionLack> {
    let mut lacks = Vec::new();
    if record.matters.is_empty() {
        lacks.push(lack(None, "还没有写议题。".to_owned()));
    }
    let decided = record
        .matters
        .iter()
        .filter(|one| matches!(one.kind, CongressMatterKind::Pass | CongressMatterKind::Elect));
    for matter in decided {
        let title = matter.title.trim();
        if !matter.secret
            && let Some(rule) = law.rule("congress.ballot", record.held_on)
        {
            lacks.push(lack(Some(rule), format!("“{title}”不是无记名投票。{}。", rule.title)));
        }
        if record.present.is_some() && votes(counts(matter)).is_none() {
            lacks.push(lack(None, format!("“{title}”还没有登记票数。")));
        }
    }
    lacks
}

/// The ladder of a session.
pub fn rungs(
    law: ElectionLaw<'_>,
    record: &CongressMeetingInput,
) -> Result<Vec<CongressMeetingRung>, Problem> {
    use CongressMeetingStep::{Agreed, Held, Noticed, Papers, Published, Reported, Upper};
    let held = record.present.map(|_| record.held_on);
    let papers = papers_clock(law, record)?.map(|deadline| deadline.due);
    let upper = upper_clock(law, record)?.map(|deadline| deadline.due);
    let all = [
        (Agreed, record.agreed_on, None),
        (Reported, record.reported_on, None),
        (Noticed, record.noticed_on, None),
        (Papers, record.papers_on, papers),
        (Held, held, Some(record.held_on)),
        (Published, record.published_on, None),
        (Upper, record.upper_on, upper),
    ];
    Ok(all.into_iter().map(|(step, on, due)| CongressMeetingRung { step, on, due }).collect())
}

/// What is to be done now about a session.
pub fn todos(
    law: ElectionLaw<'_>,
    id: CongressMeetingId,
    record: &CongressMeetingInput,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let at = || Place { page: PAGE.to_owned(), id: Some(id.to_string()), part: Some("change".to_owned()) };
    let name = record.name.trim();
    let week = |kind: DutyKind, title: String, rule: Option<&Rule>, origin: &str, button: &str| {
        let duty = Duty::undated(Band::Week, kind.id(id), Whose::Union, title, at());
        let origin = rule.map_or_else(|| origin.to_owned(), |rule| format!("{}。{origin}", rule.title));
        Duty { rule: rule.map(Rule::reference), origin, button: button.to_owned(), ..duty }
    };
    let dated = |kind: DutyKind, title: String, deadline: Deadline, button: &str| {
        let duty = Duty::due(today, deadline.due, kind.id(id), Whose::Union, title, at());
        let origin = deadline.explanation.sentence.clone();
        Duty { origin, deadline: Some(deadline), button: button.to_owned(), ..duty }
    };
    let mut todos = Vec::new();
    if record.present.is_none() {
        if record.held_on < today {
            let origin = "开会的日期已经过了，还没有登记到会和表决。";
            let title = format!("登记{name}的到会和表决");
            todos.push(week(DutyKind::CongressMeetingRecord, title, None, origin, "登记会议"));
            return Ok(todos);
        }
        if record.agreed_on.is_none() {
            let rule = law.rule("congress.agenda", record.held_on);
            let title = format!("与单位商定{name}的议题和议程");
            let origin = "商定以后登记日期，再报上级工会、通知代表。";
            todos.push(week(DutyKind::CongressMeetingAgenda, title, rule, origin, "登记商定"));
        }
        if let (None, Some(deadline)) = (record.papers_on, papers_clock(law, record)?) {
            let title = format!("把{name}的议题和材料送给代表");
            todos.push(dated(DutyKind::CongressMeetingPapers, title, deadline, "登记送达"));
        }
        return Ok(todos);
    }
    let passed = record.matters.iter().any(|one| verdict(law, record, one).passed == Some(true));
    if passed && record.published_on.is_none() {
        let rule = law.rule("congress.publication", record.held_on);
        let title = format!("公布{name}的决议");
        todos.push(week(DutyKind::CongressMeetingPublish, title, rule, "公布以后登记日期。", "登记公布"));
    }
    if let (None, Some(deadline)) = (record.upper_on, upper_clock(law, record)?) {
        let title = format!("把{name}的情况报告上级工会");
        todos.push(dated(DutyKind::CongressMeetingUpper, title, deadline, "登记报告"));
    }
    Ok(todos)
}

/// What the rules of the place want before the congress.
pub fn musts(law: ElectionLaw<'_>, on: NaiveDate) -> Vec<CongressMust> {
    ["congress.matters.pass", "congress.matters.report"]
        .into_iter()
        .filter_map(|subject| law.rule(subject, on))
        .map(|rule| CongressMust {
            title: rule.title.clone(),
            items: rule.items.iter().map(|item| item.text.clone()).collect(),
            rule: rule.reference(),
        })
        .collect()
}

/// The rules a session is judged by.
pub fn rules(law: ElectionLaw<'_>, on: NaiveDate) -> Vec<RuleRef> {
    let subjects = [
        "congress.agenda",
        "congress.papers",
        "congress.attendance",
        "congress.ballot",
        "congress.approval",
        "congress.publication",
        "congress.report_upper",
    ];
    subjects.into_iter().filter_map(|subject| law.rule(subject, on)).map(Rule::reference).collect()
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
