//! Filling the minutes of a meeting with a platform: both sides' people, the position of each on every topic, the caps that hold,
//! and with the last meeting what was agreed.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::office::model::Filled;
use crate::office::text;
use crate::platform::model::{PlatformMeetingId, PlatformPosition, PlatformTopic, PlatformTopicResult};
use crate::platform::rules::{self, PlatformLaw, unnumbered};
use crate::platform::store::{caps, firms, meetings, talks};
use crate::union;

#[derive(Serialize)]
struct Topic {
    title: String,
    workers: Option<String>,
    employers: Option<String>,
    kind: &'static str,
    text: Option<String>,
}

#[derive(Serialize)]
struct Cap {
    name: &'static str,
    length: String,
    source: Option<String>,
    since: NaiveDate,
}

#[derive(Serialize)]
struct Agreed {
    on: NaiveDate,
    lines: Vec<String>,
    effective_on: Option<NaiveDate>,
    post_by: Option<NaiveDate>,
    feedback_by: Option<NaiveDate>,
}

/// 平台协商会议纪要 (`platform/minutes`).
#[derive(Serialize)]
struct Minutes {
    union: String,
    platform: String,
    year: i32,
    nth: usize,
    held_on: NaiveDate,
    place: String,
    chair: Option<String>,
    recorder: Option<String>,
    workers: Vec<String>,
    employers: Vec<String>,
    covers: Option<u32>,
    topics: Vec<Topic>,
    caps: Vec<Cap>,
    agreed: Option<Agreed>,
    basis: Vec<String>,
}

fn topic(one: PlatformPosition) -> Topic {
    Topic {
        title: match one.topic {
            PlatformTopic::Other => one.title.unwrap_or_default(),
            known => known.label().to_owned(),
        },
        workers: one.workers,
        employers: one.employers,
        kind: one.result.code(),
        text: one.agreed,
    }
}

/// 会议纪要.
///
/// Errors: `not_found`.
pub(super) fn fill(
    connection: &Connection,
    law: PlatformLaw<'_>,
    id: PlatformMeetingId,
) -> Result<Filled, Problem> {
    let meeting = meetings::get(connection, id)?;
    let talk = talks::get(connection, meeting.talk)?;
    let firm = firms::get(connection, talk.firm)?;
    let held = meetings::of(connection, meeting.talk)?;
    let nth = held.iter().position(|(one, _)| *one == id).map_or(1, |at| at + 1);
    let on = meeting.held_on;
    let posting = rules::posting(law, &talk)?;
    let caps = caps::of(connection, talk.firm, on)?.into_iter().filter(|cap| {
        // What these talks set stands in their minutes from its own day on.
        cap.holds || (cap.record.talk == Some(meeting.talk) && cap.record.since > on)
    });
    let subjects = ["platform.rules.heard", "platform.hours.negotiated", "platform.talks.topics"];
    let context = Minutes {
        union: union::store::union_record(connection)?.name,
        platform: firm.name,
        year: talk.year,
        nth,
        held_on: on,
        place: meeting.place,
        chair: meeting.chair,
        recorder: meeting.recorder,
        workers: meeting.workers,
        employers: meeting.employers,
        covers: talk.covers,
        topics: meeting.positions.into_iter().map(topic).collect(),
        caps: caps
            .map(|cap| Cap {
                name: cap.record.kind.label(),
                length: cap.length,
                source: cap.record.source,
                since: cap.record.since,
            })
            .collect(),
        // Nothing was agreed in a meeting that was followed by another before that day.
        agreed: talk.agreed_on.filter(|agreed| *agreed >= on && nth == held.len()).map(|agreed| Agreed {
            on: agreed,
            lines: text(&talk.agreed).into_iter().flat_map(unnumbered).map(str::to_owned).collect(),
            effective_on: talk.effective_on,
            post_by: posting.map(|posting| posting.deadline.due),
            feedback_by: talk.feedback_by,
        }),
        basis: law.told(&subjects, on).iter().map(|one| rules::article(&one.rule)).fold(
            Vec::new(),
            |mut all, one| {
                if !all.contains(&one) {
                    all.push(one);
                }
                all
            },
        ),
    };
    let mut missing: Vec<String> = Vec::new();
    if context.recorder.is_none() {
        missing.push("记录人".to_owned());
    }
    // What was put off was not talked about: nobody had to say anything.
    for topic in context.topics.iter().filter(|topic| topic.kind != PlatformTopicResult::Deferred.code()) {
        for (said, side) in [(&topic.workers, "劳动者方"), (&topic.employers, "平台方")] {
            if said.is_none() {
                missing.push(format!("“{}”的{side}意见", topic.title));
            }
        }
    }
    let title = format!("{}{}年度劳动规则和算法协商会议纪要", context.platform, context.year);
    Filled::new("platform/minutes", id.to_string(), title, missing, &context)
}
