//! What the record of a meeting needs before it can be kept.

use chrono::{NaiveDate, NaiveTime};

use super::chiefs::check_led;
use super::{Chairing, Law, chairing};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::{Meeting, MeetingInput, Reply, Representative, Side, TopicId, TopicResult};
use crate::office::{short, text};

/// Refuses a meeting that is incomplete or breaks a rule: chair no chief, recorder a representative,
/// attendance of someone unknown, an agreement without its text.
pub fn check_meeting(
    law: Law<'_>,
    meeting: &MeetingInput,
    representatives: &[Representative],
    topics: &[TopicId],
    today: NaiveDate,
) -> Result<(), Problem> {
    if meeting.held_on > today {
        return Err(Problem::input("heldOn", "会议日期还没有到，请在会后记录；下次会议写在“下次会议”里。"));
    }
    check_times(meeting, today)?;
    let required = [
        ("place", &meeting.place, "请填写会议地点。"),
        ("recorder", &meeting.recorder, "请填写记录员姓名，记录员不能是任何一方的协商代表。"),
        ("recorderPost", &meeting.recorder_post, "请填写记录员的职务或岗位，用来说明记录员是中立的。"),
        ("agenda", &meeting.agenda, "请填写会议议程。"),
    ];
    for (field, text, message) in required {
        if text.trim().is_empty() {
            return Err(Problem::input(field, message));
        }
    }
    check_led(law, meeting, representatives)?;
    check_chair(law, meeting, representatives)?;
    check_recorder(law, meeting, representatives)?;
    check_attendance(meeting, representatives)?;
    check_topics(meeting, topics)?;
    for (index, one) in meeting.undertakings.iter().enumerate() {
        if one.what.trim().is_empty() || one.owner.trim().is_empty() {
            return Err(Problem::input(
                &format!("undertakings.{index}.what"),
                format!("第{}项承诺要写明做什么、由谁负责。", index + 1),
            ));
        }
    }
    let early =
        meeting.undertakings.iter().position(|one| one.due_on.is_some_and(|due| due < meeting.held_on));
    if let Some(index) = early {
        return Err(Problem::input(
            &format!("undertakings.{index}.dueOn"),
            format!("第{}项承诺的完成期限早于会议日期，请核对。", index + 1),
        ));
    }
    short("noted", meeting.noted.as_deref().unwrap_or_default(), 2000)?;
    // The next one may be on the afternoon of the same day.
    if meeting.next_on.is_some_and(|next| next < meeting.held_on) {
        return Err(Problem::input("nextOn", "下次会议的日期不能早于本次会议。"));
    }
    Ok(())
}

/// The number of the next round: one more than any has, also where one was entered afterwards with a later number than its day.
pub fn next_round(meetings: &[Meeting]) -> u32 {
    meetings.iter().map(|meeting| meeting.round).max().map_or(1, |last| last.saturating_add(1))
}

/// When a meeting began, its day and the hour, `9:00` like `09:00`; none for an hour that cannot be read.
fn when(meeting: &MeetingInput) -> Option<(NaiveDate, NaiveTime)> {
    Some((meeting.held_on, hour(&meeting.begins)?))
}

fn hour(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").ok()
}

/// The day on which a meeting ended: an end that is earlier on the clock than the beginning is of the day after. An hour that cannot be
/// read moves nothing.
pub fn ended_on(meeting: &MeetingInput) -> NaiveDate {
    let hours = hour(&meeting.begins).zip(meeting.ends.as_deref().and_then(hour));
    let past_midnight = hours.is_some_and(|(begins, ends)| ends < begins);
    let next = meeting.held_on.succ_opt().filter(|_| past_midnight);
    next.unwrap_or(meeting.held_on)
}

/// Refuses a day and an hour at which a round cannot have been held, or only as one that is entered afterwards with its reason: a new
/// one follows on all others, one that is moved stays between those it stood between. `opened`: the day of the offer and its name.
///
/// Errors: `bad_input` at the day or the hour.
pub fn check_order(
    meeting: &MeetingInput,
    kept: &[Meeting],
    opened: Option<(NaiveDate, &str)>,
) -> Result<(), Problem> {
    // An hour that cannot be read is refused by itself.
    let Some(at) = when(meeting) else { return Ok(()) };
    let stood = kept.iter().find(|one| Some(one.id) == meeting.id).and_then(|one| when(&one.record));
    if text(&meeting.late_entry).is_some() || stood == Some(at) {
        return Ok(());
    }
    let others: Vec<&Meeting> = kept.iter().filter(|one| Some(one.id) != meeting.id).collect();
    if let Some(same) = others.iter().find(|one| when(&one.record) == Some(at)) {
        let message = format!("这一天的这个时间已经记录过第{}轮会议，请打开那一轮修改。", same.round);
        return Err(Problem::input("begins", message));
    }
    if let Some((_, name)) = opened.filter(|(day, _)| meeting.held_on < *day) {
        let message = format!("会议日期早于{name}发出的日期，请核对；如果是补记，请写明补录的理由。");
        return Err(Problem::input("heldOn", message));
    }
    let passed = |other: &Meeting| {
        let Some(other) = when(&other.record) else { return false };
        match stood {
            None => at < other,
            Some(stood) => stood != other && (stood < other) != (at < other),
        }
    };
    let Some(other) = others.iter().rev().find(|one| passed(one)) else { return Ok(()) };
    if stood.is_some() {
        let message = format!(
            "改了时间，这一轮就和第{}轮会议（{}{}）换了先后，请核对；纸面上确实是这样的，请写明补录的理由。",
            other.round,
            day_words(other.record.held_on),
            other.record.begins.trim()
        );
        let field = if stood.is_some_and(|(day, _)| day == meeting.held_on) { "begins" } else { "heldOn" };
        return Err(Problem::input(field, message));
    }
    if other.record.held_on == meeting.held_on {
        let message = format!(
            "开始时间早于同一天{}开的第{}轮会议，请核对；如果是补记，请写明补录的理由。",
            other.record.begins.trim(),
            other.round
        );
        return Err(Problem::input("begins", message));
    }
    Err(Problem::input("heldOn", "会议日期早于上一轮会议，请核对；如果是补记，请写明补录的理由。"))
}

/// What to say of each round that was entered afterwards and bears a later number than one that was held after it: the number is that
/// of its record and of its minutes, and stays.
pub fn entered_afterwards(meetings: &[Meeting]) -> Vec<String> {
    let told = |(at, meeting): (usize, &Meeting)| {
        text(&meeting.record.late_entry)?;
        let later = meetings[at + 1..].iter().find(|later| later.round < meeting.round)?;
        Some(format!(
            "第{}轮会议是后来补记的，开在第{}轮之前（{}）：轮次的编号照登记的先后，不再改；双方的意见和谈定的内容以开会日期在后的为准。",
            meeting.round,
            later.round,
            day_words(meeting.record.held_on)
        ))
    };
    meetings.iter().enumerate().filter_map(told).collect()
}

/// Which side's chief chairs the next round, and the article that says so: the other one in turn, and the side that opened the
/// talks first where the law of the place begins with it. None where both chair together.
pub fn next_chair(
    law: Law<'_>,
    opened_by: Option<Side>,
    meetings: &[Meeting],
    representatives: &[Representative],
) -> Option<(Side, String)> {
    let ruling = law.book.applies("negotiation.meeting_chair", law.place, law.on)?;
    let rule = ruling.winner;
    let says = format!("《{}》{}：{}", rule.instrument, rule.article, rule.title);
    if chairing(law) == Chairing::Together {
        return None;
    }
    match meetings.last() {
        Some(last) => {
            let side = representatives.iter().find(|one| one.id == last.record.chair)?.side;
            Some((if side == Side::Workers { Side::Employer } else { Side::Workers }, says))
        }
        None => opened_by.filter(|_| rule.term("first") == Some("offeror")).map(|side| (side, says)),
    }
}

/// What to say when a meeting is dated before the answer to the offer: talks begin when the other side has agreed to them, so that
/// one of the two days is wrong, or what was held was no meeting of the talks.
pub fn before_answer(reply: Option<&Reply>, meetings: &[Meeting]) -> Option<String> {
    let reply = reply?;
    let early = meetings.iter().find(|one| one.record.held_on < reply.replied_on)?;
    Some(format!(
        "第{}轮会议登记在{}，对方的答复登记在{}：同意协商以后才开会。请核对这两个日期；答复以前只是碰头商量的，不算协商会议，请移除那一轮，或者在会议里写明对方当时已经口头同意。",
        early.round,
        day_words(early.record.held_on),
        day_words(reply.replied_on)
    ))
}

/// What to say when the first round was chaired by the side that did not open the talks, where the law of the place begins with
/// the other.
pub fn first_chair(
    law: Law<'_>,
    opened_by: Option<Side>,
    meetings: &[Meeting],
    representatives: &[Representative],
) -> Option<String> {
    let (wanted, says) = next_chair(law, opened_by, &[], representatives)?;
    let first = meetings.first()?;
    let side = representatives.iter().find(|one| one.id == first.record.chair)?.side;
    (side != wanted).then(|| {
        format!("第{}轮会议由{}主持；首次应由{}主持（{says}）。", first.round, side.name(), wanted.name())
    })
}

/// What to say when one side chaired two rounds in a row, where the law has the chiefs chair in turn. It hinders
/// nothing: the meeting was held as it was.
pub fn chairs_in_turn(
    law: Law<'_>,
    meetings: &[Meeting],
    representatives: &[Representative],
) -> Option<String> {
    let rule = law.rule("negotiation.meeting_chair").filter(|_| chairing(law) == Chairing::InTurn)?;
    let chair = |meeting: &Meeting| {
        representatives.iter().find(|one| one.id == meeting.record.chair).map(|one| one.side)
    };
    let pair = meetings.windows(2).rev().find(|pair| {
        let side = chair(&pair[0]);
        side.is_some() && side == chair(&pair[1])
    })?;
    Some(format!(
        "第{}轮和第{}轮会议都由{}主持；双方首席代表应当轮流主持，下一轮请换一方（{}）。",
        pair[0].round,
        pair[1].round,
        chair(&pair[0]).map(Side::name).unwrap_or_default(),
        rule.short
    ))
}

fn check_times(meeting: &MeetingInput, today: NaiveDate) -> Result<(), Problem> {
    let read = |field: &str, text: &str| {
        hour(text).ok_or_else(|| Problem::input(field, "时间请写成“14:30”这样的形式。"))
    };
    let begins = read("begins", &meeting.begins)?;
    let Some(ends) = &meeting.ends else { return Ok(()) };
    if read("ends", ends)? == begins {
        return Err(Problem::input("ends", "结束时间和开始时间相同，请核对。"));
    }
    if ended_on(meeting) > today {
        return Err(Problem::input(
            "ends",
            "结束时间早于开始时间，按开到次日算，而次日还没有到，请核对；会议还没有开完的，请在会后记录。",
        ));
    }
    Ok(())
}

fn check_chair(
    law: Law<'_>,
    meeting: &MeetingInput,
    representatives: &[Representative],
) -> Result<(), Problem> {
    let chair = representatives.iter().find(|one| one.id == meeting.chair);
    if chair.is_some_and(|one| one.record.chief) {
        return Ok(());
    }
    let (message, subject) = match chairing(law) {
        Chairing::InTurn => {
            ("会议由双方首席代表轮流主持，请从两位首席代表中选择本轮主持人。", "negotiation.meeting_order")
        }
        Chairing::Together => {
            ("会议由双方首席代表共同主持，请选择其中一位首席代表。", "negotiation.meeting_chair")
        }
    };
    let problem = match law.rule(subject) {
        Some(rule) => Problem::refused(&rule, message),
        None => Problem::new("refused", message),
    };
    Err(problem.at("chair"))
}

fn check_recorder(
    law: Law<'_>,
    meeting: &MeetingInput,
    representatives: &[Representative],
) -> Result<(), Problem> {
    let recorder = meeting.recorder.trim();
    if !representatives.iter().any(|one| one.record.name.trim() == recorder) {
        return Ok(());
    }
    let message = format!(
        "{recorder}是协商代表，记录员应当由双方代表以外的中立人员担任，请更换记录员；如果是同名的另一个人，请在姓名后注明部门。"
    );
    let problem = match law.rule("negotiation.recorder") {
        Some(rule) => Problem::refused(&rule, message),
        None => Problem::new("refused", message),
    };
    Err(problem.at("recorder"))
}

fn check_attendance(meeting: &MeetingInput, representatives: &[Representative]) -> Result<(), Problem> {
    for (index, one) in meeting.attendance.iter().enumerate() {
        if !representatives.iter().any(|representative| representative.id == one.representative) {
            return Err(Problem::input(
                &format!("attendance.{index}"),
                "到会名单里有一位不在代表名单中，请重新选择到会人员。",
            ));
        }
    }
    for side in [Side::Workers, Side::Employer] {
        let present = meeting.attendance.iter().any(|one| {
            one.present && representatives.iter().any(|r| r.id == one.representative && r.side == side)
        });
        if !present {
            return Err(Problem::input(
                "attendance",
                format!("没有登记{}到会的代表，双方都有人到会才算一次协商会议。", side.name()),
            ));
        }
    }
    let chair_present =
        meeting.attendance.iter().any(|one| one.representative == meeting.chair && one.present);
    if !chair_present {
        return Err(Problem::input("chair", "本轮主持人没有登记到会，请核对到会名单或主持人。"));
    }
    Ok(())
}

fn check_topics(meeting: &MeetingInput, topics: &[TopicId]) -> Result<(), Problem> {
    if meeting.topics.is_empty() {
        return Err(Problem::input("topics", "请至少记录一个议题的协商情况。"));
    }
    for (index, one) in meeting.topics.iter().enumerate() {
        if !topics.contains(&one.topic) {
            return Err(Problem::input(
                &format!("topics.{index}"),
                "会议记录里有一个议题已不在议题清单中，请重新选择。",
            ));
        }
        if meeting.topics[..index].iter().any(|earlier| earlier.topic == one.topic) {
            return Err(Problem::input(
                &format!("topics.{index}"),
                "同一个议题在这次会议里记了两遍，请合并。",
            ));
        }
        let positions = [
            ("workersPosition", &one.workers_position, "请写明职工方的意见，纪要要印出双方意见。"),
            ("employerPosition", &one.employer_position, "请写明企业方的意见，纪要要印出双方意见。"),
        ];
        for (name, text, message) in positions {
            if text.trim().is_empty() {
                return Err(Problem::input(&format!("topics.{index}.{name}"), message));
            }
        }
        let agreed_text = one.agreed_text.as_deref().unwrap_or_default().trim();
        if one.result == TopicResult::Agreed && agreed_text.is_empty() {
            return Err(Problem::input(
                &format!("topics.{index}.agreedText"),
                "这个议题已达成一致，请写下一致的文字，它会进入合同草案。",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "meeting_tests.rs"]
mod tests;
