//! Pure decisions about seats: what a vacancy and its filling need, which votes an election's record may hold, what a mandate
//! must say, and how long a mandate runs. Who may represent whom at all stands in `negotiation::rules`.

use chrono::NaiveDate;
use law::{Actor, LawError};

use super::model::{Mandate, MandateKind, PostingOutcome, RepresentativeElection};
use crate::Problem;
use crate::congress::model::CongressBallot;
use crate::congress::rules::{LineSubjects, lines};
use crate::duty::day_words;
use crate::negotiation::model::{Event, EventKind, Meeting, Representative, RepresentativeId, Side};
use crate::negotiation::rules::Law;
use crate::office::{short, text};

/// Refuses a vacancy that cannot be: of nobody, of someone who left before, before the choice or before a meeting attended.
///
/// Errors: `bad_input` at its field.
pub fn check_vacated(
    of: Option<RepresentativeId>,
    on: NaiveDate,
    seats: &[Representative],
    meetings: &[Meeting],
) -> Result<(), Problem> {
    let one = of.and_then(|id| seats.iter().find(|one| one.id == id));
    let Some(one) = one else {
        return Err(Problem::input("representative", "请选择是哪一位协商代表空缺。"));
    };
    let name = one.record.name.trim();
    if let Some(until) = one.until {
        let message = format!("{name}的席位从{}起已经登记空缺，请不要重复登记。", day_words(until));
        return Err(Problem::input("representative", message));
    }
    if let Some(chosen) = one.record.chosen_on.filter(|chosen| on < *chosen) {
        let message = format!("空缺的日期早于{name}产生的{}，请核对。", day_words(chosen));
        return Err(Problem::input("happenedOn", message));
    }
    let after = |meeting: &&Meeting| {
        meeting.record.held_on > on
            && meeting.record.attendance.iter().any(|at| at.representative == one.id && at.present)
    };
    if let Some(meeting) = meetings.iter().find(after) {
        let message = format!(
            "{name}在{}的第{}轮会议登记了到会，空缺的日期不能早于那一天；到会登记有误的，请先更正会议记录。",
            day_words(meeting.record.held_on),
            meeting.round
        );
        return Err(Problem::input("happenedOn", message));
    }
    Ok(())
}

/// Refuses someone for a vacant seat who does not say how and when they were chosen, or was chosen before it fell vacant.
///
/// Errors: `bad_input` at its field.
pub fn check_filling(
    gone: &Representative,
    how: &str,
    chosen_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<NaiveDate, Problem> {
    let Some(on) = chosen_on else {
        return Err(Problem::input("person.chosenOn", "请填写补选产生的日期，名单要印出来。"));
    };
    if on > today {
        return Err(Problem::input("person.chosenOn", "补选的日期还没有到，请在产生以后登记。"));
    }
    if let Some(vacated) = gone.until.filter(|vacated| on < *vacated) {
        let message = format!("补选的日期早于席位空缺的{}，请核对。", day_words(vacated));
        return Err(Problem::input("person.chosenOn", message));
    }
    if how.trim().is_empty() {
        let message = "请填写怎样产生，补选按照产生的程序进行，例如“职工代表大会选举”。";
        return Err(Problem::input("person.chosenHow", message));
    }
    Ok(on)
}

/// Refuses an election whose counts contradict each other.
///
/// Errors: `bad_input` at its field.
pub fn check_election(input: &RepresentativeElection, today: NaiveDate) -> Result<(), Problem> {
    short("meeting", &input.meeting, 100)?;
    for (field, value, most) in [
        ("place", &input.place, 100),
        ("proposedBy", &input.proposed_by, 500),
        ("remarks", &input.remarks, 500),
        ("postPlaces", &input.post_places, 300),
        ("objectionsWho", &input.objections_who, 60),
        ("objectionsOffice", &input.objections_office, 100),
        ("objectionsPhone", &input.objections_phone, 40),
        ("objectionsSaid", &input.objections_said, 500),
        ("objectionsSettled", &input.objections_settled, 500),
        ("lateEntry", &input.late_entry, 200),
    ] {
        short(field, value.as_deref().unwrap_or_default(), most)?;
    }
    if input.meeting.trim().is_empty() {
        let message = "请写明是哪次会议推选的，例如“第三届职工代表大会第四次会议”。";
        return Err(Problem::input("meeting", message));
    }
    if input.held_on > today {
        return Err(Problem::input("heldOn", "开会的日期还没有到，请在推选以后登记。"));
    }
    if let Some(begins) = text(&input.begins)
        && chrono::NaiveTime::parse_from_str(begins, "%H:%M").is_err()
    {
        return Err(Problem::input("begins", "时间请写成“14:30”这样的形式。"));
    }
    if input.due == 0 {
        return Err(Problem::input("due", "请填写应到人数。"));
    }
    if input.present > input.due {
        return Err(Problem::input("present", "实到人数多于应到人数，请核对。"));
    }
    let counts = [("given", input.given, "发出的选票"), ("returned", input.returned, "收回的选票")];
    for (field, count, what) in counts {
        if count.is_some_and(|count| count > input.present) {
            return Err(Problem::input(field, format!("{what}多于实到人数，请核对。")));
        }
    }
    if input.returned > input.given && input.given.is_some() {
        return Err(Problem::input("returned", "收回的选票多于发出的选票，请核对。"));
    }
    if input.valid.is_some_and(|valid| valid > input.returned.or(input.given).unwrap_or(input.present)) {
        return Err(Problem::input("valid", "有效票多于收回的选票，请核对。"));
    }
    if let (Some(from), Some(to)) = (input.post_from, input.post_to)
        && to < from
    {
        return Err(Problem::input("postTo", "公示结束的日期早于开始的日期，请核对。"));
    }
    if input.post_from.is_some_and(|from| from < input.held_on) {
        return Err(Problem::input("postFrom", "公示开始的日期早于推选的日期，请核对。"));
    }
    check_posting(input, today)?;
    check_candidates(input)
}

/// Whether a text of the place asks a side to make its representatives known. One that names no side speaks of both.
pub fn is_posted_by_law(law: Law<'_>, side: Side) -> bool {
    let subjects =
        ["negotiation.representatives.publication", "negotiation.representatives.publication.duty"];
    let mut rulings = subjects.iter().filter_map(|subject| law.book.applies(subject, law.place, law.on));
    rulings.any(|ruling| side == Side::Workers || ruling.winner.actor == Actor::Both)
}

/// The days on which representatives of a side were made known.
pub fn posted(side: Side, events: &[Event]) -> impl Iterator<Item = NaiveDate> {
    let of = move |event: &&Event| {
        event.kind == EventKind::Posted && event.facts.side.unwrap_or(Side::Workers) == side
    };
    events.iter().filter(of).map(|event| event.happened_on)
}

/// Who stands for a side and was chosen after its representatives were last made known; with the day on which the affair was entered
/// afterwards, who was chosen on that day or since. Of whom nobody entered the day waits until the side is made known at all.
pub fn unposted<'a>(
    side: Side,
    all: &'a [Representative],
    events: &[Event],
    entered: Option<NaiveDate>,
) -> Vec<&'a Representative> {
    let last = posted(side, events).max();
    let waits = |chosen: NaiveDate| {
        last.is_none_or(|last| last < chosen) && entered.is_none_or(|entered| entered <= chosen)
    };
    let undated = last.is_none() && entered.is_none();
    let since = |one: &&Representative| one.record.chosen_on.map_or(undated, waits);
    all.iter().filter(|one| one.side == side && one.until.is_none()).filter(since).collect()
}

/// What came of the posting is known once it is over, and an objection with how it was settled.
fn check_posting(input: &RepresentativeElection, today: NaiveDate) -> Result<(), Problem> {
    let (said, settled) = (text(&input.objections_said), text(&input.objections_settled));
    let Some(outcome) = input.objections else {
        return match said.or(settled) {
            Some(_) => Err(Problem::input("objections", "写了公示期间的异议，请选择公示的结果。")),
            None => Ok(()),
        };
    };
    if outcome == PostingOutcome::NoneRaised {
        if said.or(settled).is_some() {
            return Err(Problem::input("objections", "登记了没有异议，又写了异议的内容，请核对。"));
        }
        let Some(to) = input.post_to else {
            return Err(Problem::input("postTo", "请填写公示到哪一天止，再登记没有异议。"));
        };
        if today <= to {
            let message = format!("公示到{}为止，过了那一天再登记没有异议。", day_words(to));
            return Err(Problem::input("objections", message));
        }
        return Ok(());
    }
    if input.post_from.is_none_or(|from| from > today) {
        return Err(Problem::input("postFrom", "公示还没有开始；请填写公示从哪一天起，再登记异议。"));
    }
    if said.is_none() {
        let message = "请写提出的是什么异议；谁提出的，本人愿意才写。";
        return Err(Problem::input("objectionsSaid", message));
    }
    if settled.is_none() {
        return Err(Problem::input("objectionsSettled", "请写怎样核实、怎样处理的。"));
    }
    Ok(())
}

/// What came of the posting, a sentence for the page and the record; none while nothing is known.
pub fn posting_said(input: &RepresentativeElection) -> Option<String> {
    let outcome = input.objections?;
    let span = match (input.post_from, input.post_to) {
        (Some(from), Some(to)) => format!("{}至{}公示", day_words(from), day_words(to)),
        _ => "公示期间".to_owned(),
    };
    let bare = |value: &Option<String>| text(value).unwrap_or_default().trim_end_matches('。').to_owned();
    let (said, settled) = (bare(&input.objections_said), bare(&input.objections_settled));
    Some(match outcome {
        PostingOutcome::NoneRaised => format!("{span}，没有人提出异议。"),
        PostingOutcome::Settled => format!("{span}，有人提出异议：{said}。{settled}。推选的结果不变。"),
        PostingOutcome::Upheld => format!("{span}，有人提出异议：{said}。{settled}。异议成立，另行推选。"),
    })
}

fn check_candidates(input: &RepresentativeElection) -> Result<(), Problem> {
    if input.candidates.is_empty() {
        return Err(Problem::input("candidates", "请至少写一名候选人。"));
    }
    // A spoiled ballot votes for nobody; with raised hands whoever is there votes.
    let most = match input.way {
        CongressBallot::Secret => input.returned.or(input.given).unwrap_or(input.present),
        CongressBallot::Open => input.present,
    };
    for (at, one) in input.candidates.iter().enumerate() {
        let field = format!("candidates.{at}");
        let name = one.name.trim();
        if name.is_empty() {
            return Err(Problem::input(&field, format!("第{}名候选人没有姓名。", at + 1)));
        }
        if input.candidates[..at].iter().any(|earlier| earlier.name.trim() == name) {
            return Err(Problem::input(&field, format!("{name}写了两遍，请删去一个；同名的请注明部门。")));
        }
        let votes = one.votes_for.saturating_add(one.votes_against).saturating_add(one.abstained);
        if votes > most {
            let message = format!("{name}的赞成、反对、弃权合计{votes}票，多于{most}票，请核对。");
            return Err(Problem::input(&field, message));
        }
    }
    Ok(())
}

/// The lines an election is held against: each with its article, and what does not hold, a sentence each. Where no text of the
/// place tells how many votes choose a representative, the lines of the congress in all it votes on are taken.
pub fn judge_election(law: Law<'_>, input: &RepresentativeElection) -> (Vec<String>, Vec<String>) {
    let subjects = LineSubjects {
        attendance: &["congress.attendance"],
        approval: &["negotiation.representatives.elected.approval", "congress.approval"],
    };
    let held = lines(law.book, law.place, law.on, input.due, &subjects);
    let mut doubts = Vec::new();
    if input.present < held.attendance {
        doubts.push(format!("实到{}人，不到{}人，会议不能推选代表。", input.present, held.attendance));
    }
    for one in input.candidates.iter().filter(|one| one.representative.is_some()) {
        if one.votes_for < held.needed {
            doubts.push(format!(
                "{}得{}票赞成，不到{}票，请核对票数或者另行推选。",
                one.name.trim(),
                one.votes_for,
                held.needed
            ));
        }
    }
    (held.explained, doubts)
}

/// Refuses a mandate that lacks what it must say, or gives more of an identity number than its last four characters.
///
/// Errors: `bad_input` at its field.
pub fn check_mandate(input: &Mandate, today: NaiveDate) -> Result<(), Problem> {
    for (field, value, most) in [
        ("unit", &input.unit, 100),
        ("profession", &input.profession, 100),
        ("certificate", &input.certificate, 100),
        ("principalPost", &input.principal_post, 60),
        ("reason", &input.reason, 200),
        ("lateEntry", &input.late_entry, 200),
    ] {
        short(field, value.as_deref().unwrap_or_default(), most)?;
    }
    short("name", &input.name, 60)?;
    short("principal", &input.principal, 60)?;
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请填写受委托人的姓名。"));
    }
    if input.principal.trim().is_empty() {
        return Err(Problem::input("principal", "请填写由谁签字委托，例如工会主席、法定代表人。"));
    }
    if input.name.trim() == input.principal.trim() {
        let name = input.name.trim();
        let message = match input.kind {
            MandateKind::Chief => format!(
                "委托人和受委托人都是{name}：首席代表自己到会的，不用写委托书；委托别人的，请选受委托的那一位。是同名的两个人的，在委托人姓名后面写明职务。"
            ),
            MandateKind::Adviser => format!(
                "委托人和受委托人都是{name}，自己不用委托自己；请填写由谁签字委托。是同名的两个人的，在委托人姓名后面写明职务。"
            ),
        };
        return Err(Problem::input("principal", message));
    }
    if let Some(last) = text(&input.id_last4)
        && (last.chars().count() != 4 || !last.chars().all(|c| c.is_ascii_digit() || c == 'X'))
    {
        let message = "只写身份证号码的后四位，例如“0016”或者“001X”，完整的号码不要写在这里。";
        return Err(Problem::input("idLast4", message));
    }
    if input.scope.iter().all(|line| line.trim().is_empty()) {
        let what = if input.kind == MandateKind::Chief { "委托权限" } else { "委托事项" };
        return Err(Problem::input("scope", format!("请写明{what}，一行一项。")));
    }
    if input.given_on > today {
        return Err(Problem::input("givenOn", "委托的日期还没有到；可以先留作草稿，签字当天再保存。"));
    }
    if input.until_on.is_some_and(|until| until < input.from_on) {
        return Err(Problem::input("untilOn", "委托的止日早于起日，请核对。"));
    }
    Ok(())
}

/// How long a representative's mandate runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MandateTerm {
    /// The law of the place lets it run until the contract ends.
    pub with_contract: bool,
    /// Its own side settles how long it runs, until the contract ends at the longest.
    pub at_most: bool,
    /// Its last day, where it is known.
    pub last: Option<NaiveDate>,
}

/// How long the mandate of someone chosen on a day runs; `contract_ends` is the last day of the agreements.
///
/// Errors: of the calendar.
pub fn mandate_term(
    law: Law<'_>,
    chosen_on: Option<NaiveDate>,
    contract_ends: Option<NaiveDate>,
) -> Result<MandateTerm, LawError> {
    let open = MandateTerm { with_contract: false, at_most: false, last: None };
    let Some(ruling) = law.book.applies("negotiation.representatives.term", law.place, law.on) else {
        return Ok(open);
    };
    if ruling.winner.term("until") == Some("contract") {
        return Ok(MandateTerm { with_contract: true, last: contract_ends, ..open });
    }
    if contract_ends.is_some() && ruling.winner.term("longest") == Some("contract") {
        return Ok(MandateTerm { at_most: true, last: contract_ends, ..open });
    }
    let counted = ruling.winner.kind == law::Kind::Clock;
    // A term for talks that come to nothing; with a contract they came to something.
    match chosen_on.filter(|_| counted && contract_ends.is_none()) {
        Some(chosen) => {
            let deadline = law.book.deadline("negotiation.representatives.term", law.place, chosen)?;
            Ok(MandateTerm { last: Some(deadline.due), ..open })
        }
        None => Ok(open),
    }
}

/// What the law says of a vacancy beside its clock, a sentence each.
pub fn vacancy_notes(law: Law<'_>, side: Side, chief: bool) -> Vec<String> {
    let mut notes = Vec::new();
    let mut say = |subject: &str| {
        if let Some(ruling) = law.book.applies(subject, law.place, law.on) {
            let rule = ruling.winner.reference();
            notes.push(format!("{}（《{}》{}）。", ruling.winner.title, rule.instrument, rule.article));
        }
    };
    say("negotiation.representatives.replacement.procedure");
    if chief && side == Side::Workers {
        say("negotiation.representatives.chief_vacant");
    }
    notes
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// An election of which the names hang from the second to the eighth of June.
    fn election(more: &[(&str, &str)]) -> RepresentativeElection {
        let mut form = json!({
            "negotiation": "01990000-0000-7000-8000-000000000009", "meeting": "职工大会", "heldOn": "2026-06-01",
            "due": 45, "present": 42, "way": "open", "postFrom": "2026-06-02", "postTo": "2026-06-08",
            "candidates": [{
                "name": "王伟", "sex": "male", "votesFor": 40, "votesAgainst": 1, "abstained": 1,
            }],
        });
        for (field, value) in more {
            form[*field] = json!(value);
        }
        serde_json::from_value(form).unwrap()
    }

    #[test]
    fn nobody_gives_a_mandate_to_themselves() {
        let mandate = |kind: &str, name: &str, principal: &str| -> Mandate {
            let form = json!({
                "negotiation": "01990000-0000-7000-8000-000000000009", "kind": kind, "side": "workers", "name": name,
                "sex": "male", "principal": principal, "scope": ["主持协商会议"], "givenOn": "2026-06-01", "fromOn": "2026-06-01",
            });
            serde_json::from_value(form).unwrap()
        };
        let field = |one: &Mandate| check_mandate(one, day("2026-06-01")).err().and_then(|one| one.field);
        for kind in ["chief", "adviser"] {
            let oneself = mandate(kind, "陈望舒", " 陈望舒 ");
            assert_eq!(field(&oneself).as_deref(), Some("principal"), "{kind}");
            assert_eq!(field(&mandate(kind, "林知秋", "陈望舒")), None, "{kind}");
            assert_eq!(field(&mandate(kind, "王伟", "王伟（工会主席）")), None, "{kind}: two of one name");
        }
        let said =
            check_mandate(&mandate("chief", "陈望舒", "陈望舒"), day("2026-06-01")).unwrap_err().message;
        assert!(said.contains("自己到会的，不用写委托书"), "{said}");
    }

    #[test]
    fn what_came_of_the_posting_is_kept_once_it_is_over_and_an_objection_with_its_answer() {
        let field = |more: &[(&str, &str)], today: &str| {
            let checked = check_election(&election(more), day(today));
            checked.err().and_then(|problem| problem.field).unwrap_or_default()
        };
        let none = [("objections", "noneRaised")];
        assert_eq!(field(&[], "2026-06-03"), "", "nothing is known yet");
        assert_eq!(field(&none, "2026-06-08"), "objections", "the names still hang");
        assert_eq!(field(&none, "2026-06-09"), "");
        let said = ("objectionsSaid", "一名代表不在一线");
        let settled = ("objectionsSettled", "核对名册，一线代表人数符合规定。");
        assert_eq!(field(&[said], "2026-06-09"), "objections", "with what outcome");
        assert_eq!(field(&[none[0], said], "2026-06-09"), "objections", "none, and one");
        assert_eq!(field(&[("objections", "settled"), settled], "2026-06-04"), "objectionsSaid");
        assert_eq!(field(&[("objections", "upheld"), said], "2026-06-04"), "objectionsSettled");
        assert_eq!(field(&[("objections", "upheld"), said, settled], "2026-06-04"), "", "before the end too");
        assert_eq!(field(&[("objections", "upheld"), said, settled], "2026-06-01"), "postFrom");
    }

    #[test]
    fn what_came_of_the_posting_is_said_in_a_sentence() {
        assert_eq!(posting_said(&election(&[])), None);
        assert_eq!(
            posting_said(&election(&[("objections", "noneRaised")])).unwrap(),
            "2026年6月2日至2026年6月8日公示，没有人提出异议。"
        );
        let objected = [
            ("objections", "settled"),
            ("objectionsSaid", "一名代表不在一线"),
            ("objectionsSettled", "核对名册，一线代表人数符合规定。"),
        ];
        assert_eq!(
            posting_said(&election(&objected)).unwrap(),
            "2026年6月2日至2026年6月8日公示，有人提出异议：一名代表不在一线。核对名册，一线代表人数符合规定。推选的结果不变。"
        );
    }
}
