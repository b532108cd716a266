//! What the forms of new employment forms must hold by themselves: what is missing, too long, on a day that is still to come, or
//! before what it follows.

use chrono::{Datelike, NaiveDate};

use super::PlatformLaw;
use crate::Problem;
use crate::duty::day_words;
use crate::members::roster::credit_code;
use crate::office::{short, text};
use crate::platform::model::{
    InjuryHelpInput, PlatformCapInput, PlatformFirmInput, PlatformInjury, PlatformKind, PlatformMeetingInput,
    PlatformReferralInput, PlatformReferralReply, PlatformTalkInput, PlatformTopic, PlatformWorkInput,
};

/// The most that a text holds; more is a file beside it.
const LONG: usize = 3000;
/// The most that a name or a place holds.
const NAME: usize = 100;
/// Minutes of a day: no cap of one day is longer.
const DAY: u32 = 24 * 60;

/// What follows something cannot have happened before it. Each day with its field and its name, in order; none is skipped.
fn in_order(days: &[(&str, &str, Option<NaiveDate>)]) -> Result<(), Problem> {
    let mut last: Option<(&str, NaiveDate)> = None;
    for (field, name, day) in days {
        let Some(day) = *day else { continue };
        if let Some((before, earlier)) = last.filter(|(_, earlier)| day < *earlier) {
            let message = format!("{name}早于{before}（{}），请核对。", day_words(earlier));
            return Err(Problem::input(field, message));
        }
        last = Some((name, day));
    }
    Ok(())
}

fn not_after(today: NaiveDate, days: &[(&str, Option<NaiveDate>)]) -> Result<(), Problem> {
    match days.iter().find(|(_, day)| day.is_some_and(|day| day > today)) {
        Some((field, _)) => Err(Problem::input(field, "日期还没有到，请在办过以后登记。")),
        None => Ok(()),
    }
}

fn lengths(texts: &[(&str, Option<&str>, usize)]) -> Result<(), Problem> {
    texts.iter().try_for_each(|(field, value, most)| short(field, value.unwrap_or_default(), *most))
}

fn wanted(field: &str, value: &str, message: &str) -> Result<(), Problem> {
    if value.trim().is_empty() { Err(Problem::input(field, message)) } else { Ok(()) }
}

/// Refuses a firm without a name, with a code that GB 32100—2015 does not allow, or with days and numbers that cannot be.
/// Answers the code as it is kept.
///
/// Errors: `bad_input` at its field.
pub fn check_firm(input: &PlatformFirmInput, today: NaiveDate) -> Result<Option<String>, Problem> {
    wanted("name", &input.name, "请写明企业的名称，照营业执照写全称。")?;
    lengths(&[
        ("name", Some(&input.name), NAME),
        ("ownUnion", input.own_union.as_deref(), NAME),
        ("tradeUnion", input.trade_union.as_deref(), NAME),
        ("localUnion", input.local_union.as_deref(), NAME),
        ("injurySource", input.injury_source.as_deref(), NAME),
        ("contact", input.contact.as_deref(), NAME),
        ("note", input.note.as_deref(), LONG),
    ])?;
    let code = text(&input.credit_code).map(credit_code::check).transpose();
    let code = code.map_err(|fault| Problem::input("creditCode", fault.message()))?;
    if let Some(city) = text(&input.city)
        && !(city.len() == 4 && city.bytes().all(|b| b.is_ascii_digit()))
    {
        return Err(Problem::input("city", "城市要写四位的行政区划代码，例如南昌市是3601。"));
    }
    if input.partner_of.is_some() && (input.kind == PlatformKind::Platform || input.partner_of == input.id) {
        return Err(Problem::input("partnerOf", "合作的平台只在用工合作企业上填，也不能是它自己。"));
    }
    if let (Some(members), Some(all)) = (input.union_members, input.headcount)
        && members > all
    {
        let message = format!("会员人数{members}人多于用工人数{all}人，请核对。");
        return Err(Problem::input("unionMembers", message));
    }
    if input.injury != PlatformInjury::Covered && input.injury_since.is_some() {
        return Err(Problem::input("injurySince", "写了从哪天起参加，职业伤害保障请选“已参加”。"));
    }
    not_after(today, &[("endedOn", input.ended_on)])?;
    Ok(code)
}

/// Refuses work that ended before it began, or that is still to come.
///
/// Errors: `bad_input` at its field.
pub fn check_work(input: &PlatformWorkInput, today: NaiveDate) -> Result<(), Problem> {
    lengths(&[
        ("basis", input.basis.as_deref(), NAME),
        ("station", input.station.as_deref(), NAME),
        ("channel", input.channel.as_deref(), NAME),
    ])?;
    not_after(today, &[("since", input.since), ("until", input.until)])?;
    in_order(&[("since", "开始的日期", input.since), ("until", "结束的日期", input.until)])
}

/// Refuses a referral that names no union, or stands on days that cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check_referral(input: &PlatformReferralInput, today: NaiveDate) -> Result<(), Problem> {
    wanted("toUnion", &input.to_union, "请写明介绍到哪个工会，介绍信要寄给它。")?;
    lengths(&[
        ("toUnion", Some(&input.to_union), NAME),
        ("note", input.note.as_deref(), LONG),
        ("lateEntry", input.late_entry.as_deref(), NAME),
    ])?;
    not_after(today, &[("referredOn", input.referred_on.into()), ("consentOn", input.consent_on)])?;
    in_order(&[
        ("consentOn", "本人同意的日期", input.consent_on),
        ("referredOn", "转介的日期", Some(input.referred_on)),
        ("replyBy", "请回复的日期", input.reply_by),
    ])
}

/// Refuses a reply before the referral, or one still to come.
///
/// Errors: `bad_input` at its field.
pub fn check_reply(
    input: &PlatformReferralReply,
    referred_on: NaiveDate,
    today: NaiveDate,
) -> Result<(), Problem> {
    lengths(&[("reply", input.reply.as_deref(), LONG)])?;
    not_after(today, &[("repliedOn", Some(input.replied_on))])?;
    in_order(&[
        ("referredOn", "转介的日期", Some(referred_on)),
        ("repliedOn", "回复的日期", Some(input.replied_on)),
    ])
}

/// Refuses talks whose steps contradict each other.
///
/// Errors: `bad_input` at its field.
pub fn check_talk(input: &PlatformTalkInput, today: NaiveDate) -> Result<(), Problem> {
    lengths(&[
        ("agreed", input.agreed.as_deref(), LONG),
        ("postedWhere", input.posted_where.as_deref(), NAME),
        ("feedback", input.feedback.as_deref(), LONG),
        ("lateEntry", input.late_entry.as_deref(), NAME),
    ])?;
    if input.year < 2000 || input.year > today.year() + 1 {
        return Err(Problem::input("year", "年度请写四位数，例如2026。"));
    }
    not_after(
        today,
        &[
            ("askedOn", input.asked_on),
            ("repliedOn", input.replied_on),
            ("agreedOn", input.agreed_on),
            ("postedOn", input.posted_on),
            ("feedbackOn", input.feedback_on),
        ],
    )?;
    if input.agreed_on.is_some() && text(&input.agreed).is_none() {
        return Err(Problem::input("agreed", "请写明双方协商一致的内容，公示和反馈都照着它。"));
    }
    let unagreed = [
        ("effectiveOn", input.effective_on),
        ("postedOn", input.posted_on),
        ("feedbackOn", input.feedback_on),
    ];
    if let (None, Some((field, _))) = (input.agreed_on, unagreed.into_iter().find(|(_, day)| day.is_some())) {
        return Err(Problem::input(field, "还没有登记达成一致的日期，请先登记协商结果。"));
    }
    in_order(&[("askedOn", "提出协商的日期", input.asked_on), ("replyBy", "请答复的日期", input.reply_by)])?;
    in_order(&[
        ("askedOn", "提出协商的日期", input.asked_on),
        ("repliedOn", "答复的日期", input.replied_on),
    ])?;
    for later in [
        ("effectiveOn", "施行的日期", input.effective_on),
        ("postedOn", "公示的日期", input.posted_on),
        ("feedbackBy", "约定反馈的日期", input.feedback_by),
        ("feedbackOn", "反馈的日期", input.feedback_on),
    ] {
        in_order(&[("agreedOn", "达成一致的日期", input.agreed_on), later])?;
    }
    in_order(&[
        ("askedOn", "提出协商的日期", input.asked_on),
        ("agreedOn", "达成一致的日期", input.agreed_on),
    ])
}

/// Refuses a meeting without people of a side, without a topic, or on a day still to come.
///
/// Errors: `bad_input` at its field.
pub fn check_meeting(
    input: &PlatformMeetingInput,
    asked_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Problem> {
    wanted("place", &input.place, "请写明在哪里开的会；线上开的，写“线上会议”。")?;
    lengths(&[
        ("place", Some(&input.place), NAME),
        ("chair", input.chair.as_deref(), NAME),
        ("recorder", input.recorder.as_deref(), NAME),
        ("lateEntry", input.late_entry.as_deref(), NAME),
    ])?;
    for (field, people, side) in
        [("workers", &input.workers, "劳动者方"), ("employers", &input.employers, "平台方")]
    {
        if people.iter().all(|one| one.trim().is_empty()) {
            return Err(Problem::input(field, format!("请写明{side}是谁出席的，一人一行。")));
        }
        people.iter().try_for_each(|one| short(field, one, NAME))?;
    }
    if input.positions.is_empty() {
        return Err(Problem::input("positions", "请至少记一个议题，写明双方的意见。"));
    }
    for (at, position) in input.positions.iter().enumerate() {
        if position.topic == PlatformTopic::Other && text(&position.title).is_none() {
            return Err(Problem::input(&format!("positions.{at}.title"), "核心内容以外的议题，请写明题目。"));
        }
        for (name, value) in
            [("workers", &position.workers), ("employers", &position.employers), ("agreed", &position.agreed)]
        {
            short(&format!("positions.{at}.{name}"), value.as_deref().unwrap_or_default(), LONG)?;
        }
    }
    not_after(today, &[("heldOn", Some(input.held_on))])?;
    in_order(&[("askedOn", "提出协商的日期", asked_on), ("heldOn", "会议的日期", Some(input.held_on))])
}

/// Refuses a cap longer than a day, or one that ends before it begins.
///
/// Errors: `bad_input` at its field.
pub fn check_cap(input: &PlatformCapInput) -> Result<(), Problem> {
    lengths(&[("source", input.source.as_deref(), NAME)])?;
    if input.minutes == 0 || input.minutes > DAY {
        return Err(Problem::input("minutes", "时间要在1分钟到24小时之间，请核对。"));
    }
    if input.talk.is_none() && text(&input.source).is_none() {
        return Err(Problem::input("source", "请写明来源：哪一次协商、哪份协议或者规则。"));
    }
    in_order(&[("since", "开始的日期", Some(input.since)), ("until", "结束的日期", input.until)])
}

/// Refuses help that says nothing, names a paper that no rule lists, or whose steps contradict each other.
///
/// Errors: `bad_input` at its field.
pub fn check_help(law: PlatformLaw<'_>, input: &InjuryHelpInput, today: NaiveDate) -> Result<(), Problem> {
    wanted("asked", &input.asked, "请用一两句话写明求助的事项，例如“送餐途中摔伤，平台说不归它管”。")?;
    lengths(&[
        ("asked", Some(&input.asked), LONG),
        ("place", input.place.as_deref(), NAME),
        ("orderNumber", input.order_number.as_deref(), NAME),
        ("result", input.result.as_deref(), LONG),
    ])?;
    let listed = law.winner("platform.injury.papers", input.asked_on);
    let known = |code: &String| {
        listed.is_some_and(|rule| rule.items.iter().any(|item| item.key.as_deref() == Some(code)))
    };
    if let Some(strange) = input.papers.iter().find(|code| !known(code)) {
        let message = format!("材料清单里没有“{strange}”这一件，请刷新页面后再选。");
        return Err(Problem::input("papers", message));
    }
    not_after(
        today,
        &[
            ("accidentOn", Some(input.accident_on)),
            ("askedOn", Some(input.asked_on)),
            ("reportedOn", input.reported_on),
            ("appliedOn", input.applied_on),
            ("acceptedOn", input.accepted_on),
            ("concludedOn", input.concluded_on),
        ],
    )?;
    let accident = ("accidentOn", "事故的日期", Some(input.accident_on));
    in_order(&[accident, ("askedOn", "求助的日期", Some(input.asked_on))])?;
    in_order(&[accident, ("reportedOn", "报告事故的日期", input.reported_on)])?;
    in_order(&[
        accident,
        ("appliedOn", "申请的日期", input.applied_on),
        ("acceptedOn", "受理的日期", input.accepted_on),
        ("concludedOn", "结论的日期", input.concluded_on),
    ])?;
    match (input.outcome, input.concluded_on) {
        (Some(_), None) => Err(Problem::input("concludedOn", "写了结论，还要写结论的日期。")),
        (None, Some(_)) => Err(Problem::input("outcome", "写了结论的日期，还要选结论是什么。")),
        _ => Ok(()),
    }
}

/// What is odd about a meeting: more people than the sides agreed on. The guideline sets no number that can be read.
pub fn warnings(talk: &PlatformTalkInput, meeting: &PlatformMeetingInput) -> Vec<String> {
    let sides = [
        (talk.workers_seats, meeting.workers.len(), "劳动者方"),
        (talk.employers_seats, meeting.employers.len(), "平台方"),
    ];
    let over = sides.into_iter().filter_map(|(seats, there, side)| {
        let seats = usize::try_from(seats?).ok()?;
        (there > seats).then(|| format!("{side}出席{there}人，多于双方商定的代表{seats}人，请核对。"))
    });
    over.collect()
}
