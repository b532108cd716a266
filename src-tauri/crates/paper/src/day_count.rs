//! How a date was counted, ready to be drawn: the start, the days that counted, those passed over, the end. Words and
//! numbers come with the context; nothing is counted here.

use serde::{Deserialize, Serialize};

use crate::text::{clean, one_line};

/// One count of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCount {
    /// What was counted: 15个工作日.
    pub quantity: String,
    /// Where it starts: 当天 2026年3月2日.
    pub start: String,
    /// Where it ends: 到期 2026年3月23日.
    pub end: String,
    /// Whether it was counted back from its event; the event then stands at the right.
    pub back: bool,
    /// All days between start and end, in the order of the count.
    pub runs: Vec<DayRun>,
    /// What was passed over and why, a sentence each.
    pub notes: Vec<DayNote>,
}

/// Days in a row that were treated alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayRun {
    /// How they were treated.
    pub kind: DayKind,
    /// How many.
    pub days: u32,
}

/// What happened to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// It was counted.
    Counted,
    /// It was passed over inside the count.
    Skipped,
    /// The end moved across it.
    Moved,
}

/// A sentence under the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayNote {
    /// Which days it speaks of.
    pub kind: DayKind,
    /// The sentence.
    pub text: String,
}

impl DayCount {
    /// With texts as they may stand on paper.
    pub(crate) fn cleaned(mut self) -> DayCount {
        let notes = self.notes.iter_mut().map(|note| &mut note.text);
        for text in [&mut self.quantity, &mut self.start, &mut self.end].into_iter().chain(notes) {
            *text = one_line(&clean(text));
        }
        self
    }
}
