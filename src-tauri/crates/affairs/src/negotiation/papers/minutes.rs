//! Filling the minutes, from a kept meeting or from one as it is being typed.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::context::{
    AtMeeting, Minutes, Named, NextMeeting, Officer, SuspensionOnPaper, TopicOnPaper, TopicOutcome,
    UndertakingOnPaper,
};
use crate::Problem;
use crate::negotiation::agreement;
use crate::negotiation::model::{MeetingId, MeetingInput, Representative, Side, TopicId, TopicResult};
use crate::negotiation::names;
use crate::negotiation::rules::{self, Law};
use crate::negotiation::store;
use crate::negotiation::suspension;
use crate::office::model::Filled;

/// Text, or nothing when it is blank.
pub(super) fn filled_in(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The minutes of a kept meeting.
pub(super) fn minutes(connection: &Connection, book: &LawBook, id: MeetingId) -> Result<Filled, Problem> {
    let (negotiation, _) = store::meeting_negotiation(connection, id)?;
    let meeting = store::meetings(connection, negotiation)?
        .into_iter()
        .find(|meeting| meeting.id == id)
        .ok_or_else(|| Problem::missing("次协商会议"))?;
    minutes_of(connection, book, &meeting.record)
}

/// The other chief, where the law has both chair together.
fn co_chair(law: Law<'_>, chair: &Representative, all: &[Representative]) -> Option<Officer> {
    if rules::chairing(law) == rules::Chairing::InTurn {
        return None;
    }
    let other = all.iter().find(|one| one.record.chief && one.side != chair.side)?;
    Some(Officer {
        name: other.record.name.clone(),
        side: other.side.name(),
        post: filled_in(&other.record.post),
    })
}

/// The minutes of a meeting as typed: what is not there yet is left blank.
pub fn minutes_of(
    connection: &Connection,
    book: &LawBook,
    meeting: &MeetingInput,
) -> Result<Filled, Problem> {
    let head = store::head(connection, meeting.negotiation)?;
    let union = names::of_affair(connection, meeting.negotiation)?;
    let round = match meeting.id {
        Some(id) => store::meeting_negotiation(connection, id)?.1,
        None => store::next_round(connection, meeting.negotiation)?,
    };
    let representatives = people_of(connection, meeting)?;
    let titles = store::topics(connection, meeting.negotiation)?;
    let chair = representatives.iter().find(|one| one.id == meeting.chair);
    let book = agreement::book_of(connection, book, meeting.negotiation)?;
    let law = Law { book, place: &head.place, on: meeting.held_on };
    let context = Minutes {
        enterprise: Named { name: union.employer },
        union: Named { name: union.name },
        year: head.year,
        talks: head.talks().to_owned(),
        round,
        meeting: None,
        starts: moment(meeting.held_on, &meeting.begins),
        ends: meeting.ends.as_deref().and_then(filled_in).map(|ends| moment(rules::ended_on(meeting), &ends)),
        place: meeting.place.clone(),
        chair: Officer {
            name: chair.map(|one| one.record.name.clone()).unwrap_or_default(),
            side: chair.map_or("", |one| one.side.name()),
            post: chair.and_then(|one| filled_in(&one.record.post)),
        },
        co_chair: chair.and_then(|chair| co_chair(law, chair, &representatives)),
        recorder: Officer {
            name: meeting.recorder.clone(),
            side: "",
            post: filled_in(&meeting.recorder_post),
        },
        workers_side: at_meeting(Side::Workers, &representatives, meeting),
        employers_side: at_meeting(Side::Employer, &representatives, meeting),
        others: Vec::new(),
        agenda: agenda(&meeting.agenda),
        topics: topics(meeting, &titles),
        undertakings: undertakings(meeting),
        noted: meeting.noted.iter().flat_map(|noted| noted.lines()).filter_map(filled_in).collect(),
        suspension: suspension(connection, meeting)?,
        next_meeting: meeting
            .next_on
            .map(|on| NextMeeting { on, place: meeting.next_place.as_deref().and_then(filled_in) }),
        statement: None,
        signed_by: signed_by(law),
    };
    let title = format!("{}第{round}轮协商会议纪要", head.title);
    let of = meeting.id.map(|id| id.to_string()).unwrap_or_default();
    Filled::new("negotiation/minutes", of, title, lacking(meeting, chair.is_some()), &context)
}

/// Who must sign the record of a meeting, where the law of the place says so.
fn signed_by(law: Law<'_>) -> Option<String> {
    let rule = law.book.applies("negotiation.minutes.signature", law.place, law.on)?.winner;
    Some(format!("《{}》{}：{}", rule.instrument, rule.article, rule.title))
}

/// What was agreed where the talks were broken off in this meeting.
fn suspension(connection: &Connection, meeting: &MeetingInput) -> Result<Option<SuspensionOnPaper>, Problem> {
    let all = suspension::store::all(connection, meeting.negotiation)?;
    let found = all.into_iter().find(|one| meeting.id.is_some() && one.record.meeting == meeting.id);
    Ok(found.map(|one| SuspensionOnPaper {
        reason: one.record.reason,
        from_on: one.record.from_on,
        resume_on: one.record.resume_on,
        place: one.record.resume_place,
        subject: one.record.resume_subject.lines().map(str::trim).collect::<Vec<_>>().join("；"),
    }))
}

/// What the minutes lack: a meeting as typed may lack anything, a kept one its end.
fn lacking(meeting: &MeetingInput, chair: bool) -> Vec<String> {
    let blank = |text: &str| filled_in(text).is_none();
    let unread = |time: &str| chrono::NaiveTime::parse_from_str(time.trim(), "%H:%M").is_err();
    let facts = [
        (unread(&meeting.begins), "开始时间"),
        (meeting.ends.as_deref().is_none_or(unread), "结束时间"),
        (blank(&meeting.place), "地点"),
        (!chair, "本轮主持人"),
        (blank(&meeting.recorder), "记录员"),
        (blank(&meeting.recorder_post), "记录员职务"),
        (blank(&meeting.agenda), "议程"),
        (!meeting.attendance.iter().any(|one| one.present), "到会人员"),
        (meeting.topics.is_empty(), "议题的协商情况"),
        (meeting.topics.iter().any(|one| blank(&one.workers_position)), "职工方意见"),
        (meeting.topics.iter().any(|one| blank(&one.employer_position)), "企业方意见"),
        (
            meeting
                .topics
                .iter()
                .any(|one| one.result == TopicResult::Agreed && one.agreed_text.as_deref().is_none_or(blank)),
            "达成一致的文字",
        ),
    ];
    facts.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what.to_owned()).collect()
}

/// Those the meeting names, also when they have been replaced since; for a meeting not kept yet, those who
/// stand. Each side is led by who led it there.
fn people_of(connection: &Connection, meeting: &MeetingInput) -> Result<Vec<Representative>, Problem> {
    let mut people = if meeting.id.is_none() {
        store::representatives_on(connection, meeting.negotiation, meeting.held_on)?
    } else {
        let mut all = store::all_representatives(connection, meeting.negotiation)?;
        all.retain(|one| {
            one.id == meeting.chair
                || meeting.attendance.iter().any(|attendance| attendance.representative == one.id)
        });
        all
    };
    rules::seat(meeting, &mut people);
    Ok(people)
}

/// The agenda line by line, without the numbers someone typed before each (`一、`, `2.`, `（3）`), since the
/// paper numbers by itself. Only a whole sequence from one counts as numbers: a figure in the text stays.
fn agenda(text: &str) -> Vec<String> {
    let lines: Vec<String> = text.lines().filter_map(filled_in).collect();
    let bare: Option<Vec<String>> = lines
        .iter()
        .zip(1..)
        .map(|(line, number)| without_number(line, number).and_then(filled_in))
        .collect();
    bare.filter(|_| lines.len() > 1).unwrap_or(lines)
}

/// The rest of a line that begins with this number and a mark behind it.
fn without_number(line: &str, number: usize) -> Option<&str> {
    const HAN: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let line = line.trim_start_matches(['(', '（']);
    let digits = number.to_string();
    let rest = line.strip_prefix(&digits).or_else(|| line.strip_prefix(HAN.get(number - 1)?))?;
    let marked = rest.strip_prefix(['、', '.', '．', ')', '）'])?;
    (!marked.starts_with(|c: char| c.is_ascii_digit())).then_some(marked)
}

/// `2026-11-16T14:00`; a time that cannot be read yet counts as the start of the day.
fn moment(day: NaiveDate, time: &str) -> String {
    let time = chrono::NaiveTime::parse_from_str(time.trim(), "%H:%M").unwrap_or(chrono::NaiveTime::MIN);
    day.and_time(time).format("%Y-%m-%dT%H:%M").to_string()
}

fn at_meeting(side: Side, all: &[Representative], meeting: &MeetingInput) -> Vec<AtMeeting> {
    let mut list: Vec<AtMeeting> = all
        .iter()
        .filter(|one| one.side == side)
        .map(|one| {
            let attendance = meeting.attendance.iter().find(|attendance| attendance.representative == one.id);
            AtMeeting {
                name: one.record.name.clone(),
                post: filled_in(&one.record.post),
                chief: one.record.chief,
                present: attendance.is_some_and(|attendance| attendance.present),
                absence: attendance.and_then(|attendance| attendance.reason.as_deref()).and_then(filled_in),
            }
        })
        .collect();
    // Stable: the chief first, the others as they stand.
    list.sort_by_key(|one| !one.chief);
    list
}

fn topics(meeting: &MeetingInput, titles: &[(TopicId, String, String)]) -> Vec<TopicOnPaper> {
    let title = |id: TopicId| titles.iter().find(|(one, _, _)| *one == id).map(|(_, title, _)| title.clone());
    meeting
        .topics
        .iter()
        .map(|topic| TopicOnPaper {
            title: title(topic.topic).unwrap_or_default(),
            workers_position: topic.workers_position.clone(),
            employers_position: topic.employer_position.clone(),
            evidence: filled_in(&topic.evidence),
            result: TopicOutcome {
                kind: match topic.result {
                    TopicResult::Agreed => "agreed",
                    TopicResult::Disputed => "disputed",
                    TopicResult::Deferred => "deferred",
                },
                text: topic.agreed_text.as_deref().and_then(filled_in).unwrap_or_default(),
            },
        })
        .collect()
}

fn undertakings(meeting: &MeetingInput) -> Vec<UndertakingOnPaper> {
    meeting
        .undertakings
        .iter()
        .map(|one| UndertakingOnPaper {
            what: one.what.clone(),
            owner: format!("{}（{}）", one.owner, one.side.name()),
            due: one.due_on,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::agenda;

    #[test]
    fn a_typed_sequence_of_numbers_is_taken_off_and_figures_stay() {
        assert_eq!(agenda("一、宣布议程\n二、通报情况"), ["宣布议程", "通报情况"]);
        assert_eq!(agenda("1. 宣布议程\n2. 通报情况"), ["宣布议程", "通报情况"]);
        assert_eq!(agenda("（1）宣布\n（2）通报"), ["宣布", "通报"]);
        for kept in
            ["5.5%的增幅方案", "一、二车间意见\n三车间意见", "1.5万元奖金\n2.5万元奖金", "一线岗位工资"]
        {
            assert_eq!(agenda(kept).join("\n"), kept, "no sequence of numbers");
        }
    }
}
