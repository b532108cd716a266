//! What the forms of a hazard are held to, and in which order its events can have come about. Pure.

use chrono::NaiveDate;

use super::{Course, may, may_late};
use crate::Problem;
use crate::duty::day_words;
use crate::office::{short, text};
use crate::safety::model::{
    HazardAssurances, HazardEventInput, HazardEventKind as Kind, HazardInput, HazardProposal,
};

/// Whether a time of the day reads 14:20.
fn is_time(words: &str) -> bool {
    chrono::NaiveTime::parse_from_str(words, "%H:%M").is_ok() && words.len() == 5
}

fn check_time(field: &str, time: &Option<String>) -> Result<(), Problem> {
    match text(time) {
        Some(time) if !is_time(time) => Err(Problem::input(field, "时间请填成“14:20”的样子，用24小时制。")),
        _ => Ok(()),
    }
}

fn written(field: &str, words: &str, message: &str) -> Result<(), Problem> {
    if words.trim().is_empty() { Err(Problem::input(field, message)) } else { Ok(()) }
}

/// Refuses a hazard that says nothing, or whose day cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check(input: &HazardInput, today: NaiveDate) -> Result<(), Problem> {
    written("matter", &input.matter, "请用一句话写隐患是什么，例如“冲床双手按钮失灵”。")?;
    short("matter", &input.matter, 200)?;
    written("place", &input.place, "请写在哪里，例如“二车间3号冲床”。")?;
    short("place", &input.place, 100)?;
    if input.found_on > today {
        return Err(Problem::input("foundOn", "发现的日期还没有到，请核对。"));
    }
    check_time("foundAt", &input.found_at)?;
    if input.grade.is_none() && text(&input.grade_reason).is_some() {
        return Err(Problem::input("grade", "写了判定的理由，请选是一般隐患还是重大隐患。"));
    }
    if input.danger && text(&input.evacuees).is_none() {
        let message = "直接危及生命的，请写哪个范围的什么人要撤离，例如“熔炼平台上的全部人员”。";
        return Err(Problem::input("evacuees", message));
    }
    Ok(())
}

/// Refuses a proposal that asks for nothing, or for a day before the hazard was found.
///
/// Errors: `bad_input` at its field.
pub fn check_proposal(input: &HazardProposal, found_on: NaiveDate) -> Result<(), Problem> {
    written("advice", &input.advice, "请写建议单位怎样整改，一条一行。")?;
    if input.advised_by.is_some_and(|day| day < found_on) {
        return Err(Problem::input("advisedBy", "建议整改完成的日期早于发现的日期，请核对。"));
    }
    Ok(())
}

/// Refuses assurances of which nothing was given, or whose day is before the hazard was found.
///
/// Errors: `bad_input` at its field.
pub fn check_assurances(input: &HazardAssurances, found_on: NaiveDate) -> Result<(), Problem> {
    if super::lacking(input).len() == 5 {
        return Err(Problem::input("assuredBy", "五项里至少填一项；没有定下来的可以先空着。"));
    }
    if input.due_on.is_some_and(|day| day < found_on) {
        return Err(Problem::input("dueOn", "整改的期限早于发现的日期，请核对。"));
    }
    Ok(())
}

/// Why something cannot be entered now: what it would stand on is not there.
fn out_of_order(course: &Course, kind: Kind) -> &'static str {
    match kind {
        Kind::Evacuation | Kind::Proposed => "建议书已经在这里印发或者登记过；送达请登记在发文的发送记录里。",
        Kind::Decided if !course.danger => "这件没有登记直接危及生命，不用登记撤离的处理。",
        Kind::Decided => "撤离建议书还没有送达，先打印、送达，再登记单位的处理。",
        Kind::Replied if course.open() => "整改建议书还没有送达，先打印、送达，再登记单位的答复。",
        Kind::Replied | Kind::Extended | Kind::Escalated | Kind::Rectified if !course.open() => {
            "这件已经登记整改完成；有问题的，请登记“验收不合格”或者“退回重新整改”。"
        }
        Kind::Extended => "还没有定整改的期限，先登记五落实里的时限。",
        Kind::Passed | Kind::Failed => "还没有登记整改完成，先登记，再由别人复查验收。",
        Kind::Closed => "还没有验收合格，不能销号；先由整改责任人以外的人复查。",
        Kind::Reopened => "这件还没有验收，不用退回。",
        Kind::Posted | Kind::Congress => "还没有分级，或者已经登记过；先在资料里选一般隐患还是重大隐患。",
        Kind::Reported => "只有重大隐患要报告监管部门，报告过的不用再登记。",
        _ => "这一步现在不能登记。",
    }
}

/// The day before which something cannot have happened.
fn since(course: &Course, kind: Kind) -> NaiveDate {
    let on = |event: Option<&super::Happened>| event.map(|event| event.on);
    let after = match kind {
        Kind::Decided => course.evacuation.received_on,
        Kind::Replied => course.proposal.received_on,
        Kind::Passed | Kind::Failed => on(course.rectified()),
        Kind::Closed => on(course.passed()),
        Kind::Reopened => on(course.closed()).or(on(course.passed())),
        _ => None,
    };
    after.unwrap_or(course.found_on).max(course.found_on)
}

/// Refuses an event that could not have come about, or that does not say what it must.
///
/// Errors: `bad_input` at its field; `refused` where its order cannot be.
pub fn check_event(course: &Course, input: &HazardEventInput, today: NaiveDate) -> Result<(), Problem> {
    let kind = input.kind;
    if !may(course).contains(&kind) {
        let late = may_late(course).contains(&kind);
        if !late || text(&input.late_entry).is_none() {
            let why = out_of_order(course, kind);
            let way = if late { "在纸上已经办过的，请写明补录的原因。" } else { "" };
            let field = if late { "lateEntry" } else { "kind" };
            return Err(Problem::new("refused", format!("{why}{way}")).at(field));
        }
    }
    if input.happened_on > today {
        return Err(Problem::input("happenedOn", "这个日期还没有到，请核对。"));
    }
    let since = since(course, kind);
    if input.happened_on < since {
        let message = format!("这个日期早于前一步的{}，请核对。", day_words(since));
        return Err(Problem::input("happenedOn", message));
    }
    check_time("happenedAt", &input.happened_at)?;
    check_words(input)?;
    if kind == Kind::Passed
        && let (Some(who), Some(by)) = (text(&input.who), text(&course.assured_by))
        && who == by
    {
        let message = format!("{by}是整改的责任人，验收要由别人复查，请填写另外的复查人。");
        return Err(Problem::input("who", message));
    }
    let until = match kind {
        Kind::Extended => Some("请填同意延到哪一天。"),
        Kind::Failed | Kind::Reopened => Some("请填重新整改到哪一天。"),
        _ => None,
    };
    if let (Some(message), None) = (until, input.until_on) {
        return Err(Problem::input("untilOn", message));
    }
    if input.until_on.is_some_and(|day| day < input.happened_on) {
        return Err(Problem::input("untilOn", "到期的日期早于登记的日期，请核对。"));
    }
    if let (Kind::Extended, Some(now), Some(until)) = (kind, course.deadline(), input.until_on)
        && until <= now
    {
        let message = format!("现在的期限是{}，延期要比它晚，请核对。", day_words(now));
        return Err(Problem::input("untilOn", message));
    }
    Ok(())
}

/// What each kind has to say.
fn check_words(input: &HazardEventInput) -> Result<(), Problem> {
    let needs_text = match input.kind {
        Kind::Decided => Some("请写单位怎样处理的，例如“立即停炉，12人全部撤出”。"),
        Kind::Replied => Some("请写单位答复了什么。"),
        Kind::Extended => Some("请写为什么延期、谁同意的。"),
        Kind::Rectified => Some("请写做了什么，例如“换了双手按钮，试车正常”。"),
        Kind::Failed => Some("请写哪里不合格。"),
        Kind::Reopened => Some("请写为什么退回。"),
        _ => None,
    };
    if let Some(message) = needs_text {
        written("text", &input.text, message)?;
    }
    short("text", &input.text, 2000)?;
    let who = text(&input.who).unwrap_or_default();
    match input.kind {
        Kind::Evacuation | Kind::Proposed => written("who", who, "请填单位谁签收的。")?,
        Kind::Passed | Kind::Failed => written("who", who, "请填复查的人，整改的责任人以外的。")?,
        Kind::Posted => written("who", who, "请填公示在哪里，例如“二车间公示栏”。")?,
        _ => {}
    }
    if input.kind == Kind::Replied && input.answer.is_none() {
        return Err(Problem::input("answer", "请选单位采纳、部分采纳，还是不采纳。"));
    }
    if input.kind == Kind::Escalated && input.level.is_none() {
        return Err(Problem::input("level", "请选升级到哪一级督办。"));
    }
    Ok(())
}
