//! How computed dates came about, ready for paper: the sentence and the drawing of each, in the words of the window's own
//! drawing. The law counts; here is only what is written beside its numbers.

use affairs::duty::Duty;
use chrono::NaiveDate;
use law::{Explanation, Run, RunKind};
use serde::Serialize;

/// One computed date of the paper 到期事项清单.
#[derive(Debug, Serialize)]
pub(super) struct Counted {
    title: String,
    sentence: String,
    count: Count,
}

/// What the drawing shows: the shape that the template's block of days takes.
#[derive(Debug, Serialize)]
struct Count {
    quantity: String,
    start: String,
    end: String,
    back: bool,
    runs: Vec<Days>,
    notes: Vec<Note>,
}

#[derive(Debug, Serialize)]
struct Days {
    kind: RunKind,
    days: u32,
}

#[derive(Debug, Serialize)]
struct Note {
    kind: RunKind,
    text: String,
}

/// The dates of these duties that the law counted, in their order.
pub(super) fn counted(duties: &[Duty]) -> Vec<Counted> {
    let of = |duty: &Duty| {
        let explanation = &duty.deadline.as_ref()?.explanation;
        let (title, sentence) = (duty.title.clone(), explanation.sentence.clone());
        Some(Counted { title, sentence, count: count(explanation) })
    };
    duties.iter().filter_map(of).collect()
}

fn count(e: &Explanation) -> Count {
    let back = e.end < e.start;
    let mut notes = passed_over(&e.runs);
    if let Some(run) = e.runs.iter().find(|run| run.kind == RunKind::Moved) {
        let why = run.why.as_deref().unwrap_or("休息日");
        let way = if back { "提前" } else { "顺延" };
        let text = format!("最后一天{}是{why}，{way}到{}", day(e.nominal), day(e.end));
        notes.push(Note { kind: RunKind::Moved, text });
    }
    Count {
        quantity: format!("{}{}", e.quantity, e.unit.chinese()),
        start: format!("当天 {}", day(e.start)),
        end: format!("到期 {}", day(e.end)),
        back,
        runs: e.runs.iter().map(|run| Days { kind: run.kind, days: run.days }).collect(),
        notes,
    }
}

/// What was passed over inside a count: a sentence a reason, in the order met.
fn passed_over(runs: &[Run]) -> Vec<Note> {
    let mut reasons: Vec<(&str, Vec<&Run>)> = Vec::new();
    for run in runs.iter().filter(|run| run.kind == RunKind::Skipped) {
        let why = run.why.as_deref().unwrap_or_default();
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, own)) => own.push(run),
            None => reasons.push((why, vec![run])),
        }
    }
    let sentence = |(why, own): (&str, Vec<&Run>)| {
        let days: u32 = own.iter().map(|run| run.days).sum();
        let spans: Vec<String> = own.into_iter().map(span).collect();
        Note { kind: RunKind::Skipped, text: format!("{why}{days}天不算：{}", spans.join("、")) }
    };
    reasons.into_iter().map(sentence).collect()
}

/// From the earlier day to the later.
fn span(run: &Run) -> String {
    let (first, last) = (run.from.min(run.to), run.from.max(run.to));
    if first == last { day(first) } else { format!("{}至{}", day(first), day(last)) }
}

fn day(date: NaiveDate) -> String {
    date.format("%Y年%-m月%-d日").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(kind: RunKind, from: &str, to: &str, days: u32, why: Option<&str>) -> Run {
        Run { kind, from: from.parse().unwrap(), to: to.parse().unwrap(), days, why: why.map(str::to_owned) }
    }

    #[test]
    fn what_was_passed_over_is_said_once_a_reason() {
        let runs = [
            run(RunKind::Counted, "2026-09-28", "2026-09-30", 3, None),
            run(RunKind::Skipped, "2026-10-01", "2026-10-07", 7, Some("国庆节")),
            run(RunKind::Skipped, "2026-10-11", "2026-10-11", 1, Some("周末")),
            run(RunKind::Skipped, "2026-10-18", "2026-10-17", 2, Some("周末")),
        ];
        let said: Vec<String> = passed_over(&runs).into_iter().map(|note| note.text).collect();
        assert_eq!(
            said,
            [
                "国庆节7天不算：2026年10月1日至2026年10月7日",
                "周末3天不算：2026年10月11日、2026年10月17日至2026年10月18日"
            ]
        );
    }
}
