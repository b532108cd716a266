//! The talks as a ladder of offers: what each side said of a topic round by round, what it moved since it last spoke, and what
//! the next meeting has to talk about. Read off the kept meetings; nothing here is stored.

use chrono::NaiveDate;

use crate::negotiation::model::{
    Meeting, MeetingTopic, Offer, PositionRound, Said, Side, Topic, TopicId, TopicResult, Undertaking,
};
use crate::negotiation::wording;

/// What a side says, held against what it said last.
fn said(text: &str, before: Option<&(u32, String)>) -> Said {
    let text = text.trim();
    match before {
        Some((round, earlier)) => Said {
            text: text.to_owned(),
            since: Some(*round),
            parts: wording::parts(earlier, text),
            moves: wording::moves(earlier, text),
            changed: earlier != text,
        },
        None => {
            Said { text: text.to_owned(), since: None, parts: Vec::new(), moves: Vec::new(), changed: false }
        }
    }
}

/// One topic round by round: the paper that opened the talks as round 0, then each meeting that talked about it.
pub fn position_rounds(
    topic: TopicId,
    proposal: &str,
    offer: Option<&Offer>,
    meetings: &[Meeting],
) -> Vec<PositionRound> {
    // What each said last, and in which round.
    let mut workers: Option<(u32, String)> = None;
    let mut employer: Option<(u32, String)> = None;
    let mut rounds = Vec::new();
    if let Some(offer) = offer.filter(|_| !proposal.trim().is_empty()) {
        let ours = offer.by == Side::Workers;
        let put = |mine: bool| said(if mine { proposal } else { "" }, None);
        rounds.push(PositionRound {
            round: 0,
            on: offer.issued_on,
            workers: put(ours),
            employer: put(!ours),
            evidence: String::new(),
            result: None,
            agreed_text: None,
        });
        *(if ours { &mut workers } else { &mut employer }) = Some((0, proposal.trim().to_owned()));
    }
    for meeting in meetings {
        let Some(spoken) = meeting.record.topics.iter().find(|one| one.topic == topic) else { continue };
        rounds.push(round(meeting, spoken, workers.as_ref(), employer.as_ref()));
        workers = Some((meeting.round, spoken.workers_position.trim().to_owned()));
        employer = Some((meeting.round, spoken.employer_position.trim().to_owned()));
    }
    rounds
}

fn round(
    meeting: &Meeting,
    spoken: &MeetingTopic,
    workers: Option<&(u32, String)>,
    employer: Option<&(u32, String)>,
) -> PositionRound {
    PositionRound {
        round: meeting.round,
        on: meeting.record.held_on,
        workers: said(&spoken.workers_position, workers),
        employer: said(&spoken.employer_position, employer),
        evidence: spoken.evidence.clone(),
        result: Some(spoken.result),
        agreed_text: spoken.agreed_text.clone().filter(|text| !text.trim().is_empty()),
    }
}

/// The agenda of the next meeting, line by line: what was promised, what stayed open (disputed before put off), what nobody has
/// spoken of yet; when all is agreed, the draft. It is a proposal: the form lets it be changed.
pub fn next_agenda(topics: &[Topic], undertakings: &[(Undertaking, u32)], until: NaiveDate) -> Vec<String> {
    let mut lines = opening(undertakings, until);
    // What the talks go on without is spoken of no more, unless it was agreed upon after all.
    let open = |topic: &&Topic| topic.aside.is_none() || topic.result == Some(TopicResult::Agreed);
    let topics: Vec<&Topic> = topics.iter().filter(open).collect();
    let of = |result: Option<TopicResult>| {
        topics.iter().copied().filter(move |topic: &&Topic| topic.result == result)
    };
    let round = |topic: &Topic| topic.round.unwrap_or_default();
    lines.extend(
        of(Some(TopicResult::Disputed))
            .map(|topic| format!("继续协商“{}”（第{}轮双方没有达成一致）", topic.title, round(topic))),
    );
    lines.extend(
        of(Some(TopicResult::Deferred))
            .map(|topic| format!("继续协商“{}”（第{}轮约定续议）", topic.title, round(topic))),
    );
    lines.extend(of(None).map(|topic| format!("协商“{}”", topic.title)));
    if topics.iter().all(|topic| topic.result == Some(TopicResult::Agreed)) && !topics.is_empty() {
        lines.push("核对已经达成一致的文字，形成合同草案".to_owned());
    }
    lines.push(CLOSING.to_owned());
    lines
}

/// The same once every contract of the round is signed: what is proposed to amend them is what there is to talk about.
pub fn next_agenda_over(
    proposed: &[&str],
    undertakings: &[(Undertaking, u32)],
    until: NaiveDate,
) -> Vec<String> {
    let mut lines = opening(undertakings, until);
    lines.extend(proposed.iter().map(|title| format!("协商{title}")));
    lines.push(CLOSING.to_owned());
    lines
}

/// What ends each meeting.
const CLOSING: &str = "双方首席代表归纳意见";

/// What begins each meeting: the order, and what was promised in those before it.
fn opening(undertakings: &[(Undertaking, u32)], until: NaiveDate) -> Vec<String> {
    let mut lines = vec!["宣布会议议程和会议纪律".to_owned()];
    let promised: Vec<&str> = undertakings
        .iter()
        .filter(|(one, _)| one.due_on.is_none_or(|due| due <= until))
        .map(|(one, _)| one.what.trim())
        .collect();
    if !promised.is_empty() {
        lines.push(format!("通报上次会后事项的办理情况：{}", promised.join("；")));
    }
    lines
}

#[cfg(test)]
#[path = "positions_tests.rs"]
mod tests;
