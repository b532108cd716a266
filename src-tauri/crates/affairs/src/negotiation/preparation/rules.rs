//! Pure decisions about what comes before the offer: what a collection of opinions must hold, and whether those who asked for
//! talks are as many as the law of the place wants.

use chrono::NaiveDate;

use super::model::{Askers, OpinionSurvey, Petition, PetitionLine};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::{Event, EventFacts, EventKind};
use crate::negotiation::rules::Law;
use crate::office::short;

/// The sizes of an employer for which a law may have a line of its own, by the words of the packs.
const SIZES: [&str; 2] = ["medium_or_larger", "above_scale"];

/// Refuses a collection that contradicts itself.
///
/// Errors: `bad_input` at its field.
pub fn check_opinions(input: &OpinionSurvey, today: NaiveDate) -> Result<(), Problem> {
    short("how", input.how.as_deref().unwrap_or_default(), 200)?;
    short("lateEntry", input.late_entry.as_deref().unwrap_or_default(), 200)?;
    if input.from_on > today {
        return Err(Problem::input("fromOn", "征集还没有开始，请在收回意见以后登记。"));
    }
    if input.to_on < input.from_on {
        return Err(Problem::input("toOn", "征集结束的日期早于开始的日期，请核对。"));
    }
    if input.to_on > today {
        return Err(Problem::input("toOn", "征集还没有结束，请在收回意见以后登记。"));
    }
    if input.returned > input.handed_out {
        return Err(Problem::input("returned", "收回的份数多于发出的份数，请核对。"));
    }
    if input.topics.is_empty() {
        return Err(Problem::input("topics", "请至少写一个议题：职工提得最多的是什么。"));
    }
    for (at, topic) in input.topics.iter().enumerate() {
        let field = format!("topics.{at}");
        let title = topic.title.trim();
        short(&field, title, 60)?;
        short(&field, &topic.gist, 500)?;
        if title.is_empty() {
            return Err(Problem::input(&field, format!("第{}个议题没有写名称。", at + 1)));
        }
        if input.topics[..at].iter().any(|earlier| earlier.title.trim() == title) {
            return Err(Problem::input(&field, format!("“{title}”写了两遍，请合并。")));
        }
        if input.returned > 0 && topic.people > input.returned {
            let message =
                format!("提到“{title}”的{}份，多于收回的{}份，请核对。", topic.people, input.returned);
            return Err(Problem::input(&field, message));
        }
    }
    Ok(())
}

/// Refuses a petition whose numbers contradict each other.
///
/// Errors: `bad_input` at its field.
pub fn check_petition(kind: EventKind, facts: &EventFacts) -> Result<(), Problem> {
    if kind != EventKind::Petitioned {
        return Ok(());
    }
    let (Some(people), Some(whole)) = (facts.people, facts.whole) else { return Ok(()) };
    if people > whole {
        return Err(Problem::input("people", "要求协商的人数多于总人数，请核对。"));
    }
    Ok(())
}

fn subject(by: Askers) -> &'static str {
    match by {
        Askers::Workers => "negotiation.petition.workers",
        Askers::Delegates => "negotiation.petition.delegates",
    }
}

fn line(law: Law<'_>, by: Askers, sizes: &[&str], whole: Option<u32>) -> Option<PetitionLine> {
    let ruling = law.book.applies_if(subject(by), law.place, law.on, sizes)?;
    let larger = ruling.winner.condition.as_ref().and(ruling.winner.condition_label.clone());
    if larger.is_some() == sizes.is_empty() {
        return None;
    }
    let rule = ruling.winner.reference();
    let needed = whole.and_then(|whole| ruling.winner.quantity.as_ref()?.boundary(whole));
    Some(PetitionLine {
        asked_by: by,
        larger,
        title: ruling.winner.title.clone(),
        article: format!("《{}》{}", rule.instrument, rule.article),
        needed,
        rule,
    })
}

/// The lines of the place; of workers, so many stand beside each.
pub fn petition_lines(law: Law<'_>, workers: Option<u32>) -> Vec<PetitionLine> {
    let asked = [
        (Askers::Workers, &SIZES[..], workers),
        (Askers::Workers, &[], workers),
        (Askers::Delegates, &[], None),
    ];
    asked.into_iter().filter_map(|(by, sizes, whole)| line(law, by, sizes, whole)).collect()
}

/// Those who asked for talks, held against the line of the place. Where it has none, nothing is reached and nothing missed.
pub fn judge(law: Law<'_>, event: &Event) -> Petition {
    let facts = &event.facts;
    let by = facts.asked_by.unwrap_or(Askers::Workers);
    let who = by.label();
    let said = |sentence: String, reached: Option<bool>, rule| Petition {
        event: event.id,
        asked_on: event.happened_on,
        reached,
        sentence: format!("{}，{sentence}", day_words(event.happened_on)),
        rule,
    };
    let asked = match (facts.people, facts.whole) {
        (Some(people), Some(whole)) => format!("{who}{whole}人中{people}人要求协商"),
        (Some(people), None) => format!("{people}名{who}要求协商"),
        (None, _) => format!("{who}要求协商"),
    };
    let larger = facts.larger.unwrap_or_default();
    let own = line(law, by, if larger { &SIZES[..] } else { &[] }, facts.whole);
    let Some(held) = own.or_else(|| line(law, by, &[], facts.whole)) else {
        let sentence = format!(
            "{asked}。这里的法规没有规定多少{who}要求协商时工会必须提出，由工会委员会研究决定，并答复提出要求的人。"
        );
        return said(sentence, None, None);
    };
    let class = held.larger.clone().map(|label| format!("（{label}）")).unwrap_or_default();
    let (Some(people), Some(needed)) = (facts.people, held.needed) else {
        let sentence =
            format!("{asked}。{}（{}）；请补上要求协商的人数和总人数，才能核对。", held.title, held.article);
        return said(sentence, None, Some(held.rule));
    };
    let reached = people >= needed;
    let sentence = if reached {
        format!("{asked}，达到{needed}人{class}，工会应当提出协商要求（{}）。", held.article)
    } else {
        format!(
            "{asked}，没有达到{needed}人{class}，法规不要求工会必须提出（{}）；工会听取意见以后也可以提出。",
            held.article
        )
    };
    said(sentence, Some(reached), Some(held.rule))
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::LazyLock;

    use law::{LawBook, Place};

    use super::*;
    use crate::negotiation::model::EventId;

    static BOOK: LazyLock<LawBook> = LazyLock::new(|| {
        LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
    });

    fn place(code: &str) -> Place {
        if code.len() == 4 { Place::city(code) } else { Place::province(code) }
    }

    fn judged(code: &str, by: Askers, larger: bool, people: u32, whole: u32) -> Petition {
        let on = "2026-06-01".parse().unwrap();
        let facts = EventFacts {
            people: Some(people),
            whole: Some(whole),
            asked_by: Some(by),
            larger: Some(larger),
            ..EventFacts::default()
        };
        let event = Event {
            id: EventId::from(uuid::Uuid::nil()),
            agreement: None,
            kind: EventKind::Petitioned,
            happened_on: on,
            text: String::new(),
            facts,
            late_entry: None,
        };
        judge(Law { book: &BOOK, place: &place(code), on }, &event)
    }

    #[test]
    fn the_line_of_each_place_is_held_on_both_its_sides() {
        let lines = [
            ("43", Askers::Workers, false, 61, 21),
            ("43", Askers::Workers, true, 321, 65),
            ("43", Askers::Delegates, false, 61, 31),
            // The delegates' line knows no size.
            ("43", Askers::Delegates, true, 61, 31),
            ("52", Askers::Workers, false, 121, 41),
            ("1302", Askers::Workers, false, 91, 31),
            ("1302", Askers::Workers, true, 301, 61),
        ];
        for (code, by, larger, whole, needed) in lines {
            let at = judged(code, by, larger, needed, whole);
            assert_eq!(at.reached, Some(true), "{code}: {}", at.sentence);
            let under = judged(code, by, larger, needed - 1, whole);
            assert_eq!(under.reached, Some(false), "{code}: {}", under.sentence);
            assert!(under.sentence.contains(&format!("{needed}人")), "{}", under.sentence);
        }
    }

    #[test]
    fn where_the_law_has_no_line_none_is_invented() {
        for code in ["36", "11", "31"] {
            let petition = judged(code, Askers::Workers, false, 300, 300);
            assert_eq!((petition.reached, petition.rule.is_none()), (None, true));
            assert!(petition.sentence.contains("没有规定"), "{}", petition.sentence);
        }
        let place = place("36");
        let law = Law { book: &BOOK, place: &place, on: "2026-06-01".parse().unwrap() };
        assert!(petition_lines(law, Some(320)).is_empty());
    }

    #[test]
    fn the_lines_are_told_with_what_they_come_to() {
        let place = place("43");
        let law = Law { book: &BOOK, place: &place, on: "2026-06-01".parse().unwrap() };
        let told: Vec<_> = petition_lines(law, Some(321))
            .into_iter()
            .map(|line| (line.asked_by, line.larger, line.needed))
            .collect();
        let expected = [
            (Askers::Workers, Some("中型以上企业".to_owned()), Some(65)),
            (Askers::Workers, None, Some(107)),
            (Askers::Delegates, None, None),
        ];
        assert_eq!(told, expected);
    }
}
