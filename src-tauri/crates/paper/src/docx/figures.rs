//! Figures in Word: their numbers as a table that can be worked on, under the same caption. A drawing could not be changed
//! there when a number is, and would then say something else.

use super::body::Body;
use super::cells::{SEAM, broken, row};
use super::parts::{Para, Part, Row, Rules, Table};
use super::styles::{Stand, Style};
use crate::chart::Chart;
use crate::day_count::DayCount;
use crate::layout::figure::{CAPTION_LINE, CAPTION_SIZE, LINE, SIZE};
use crate::wording::picture_caption;

/// Share of the width that the names of the rows take.
const NAMES: f32 = 0.4;

impl Body {
    pub(super) fn figure(&mut self, caption: &str, chart: &Chart) {
        let cell = |style, text: &str, stand| Para {
            style,
            runs: broken(text, SIZE),
            line: Some(SIZE * 1.4),
            stand: Some(stand),
            ..Para::default()
        };
        let names = chart.series.iter().map(|name| cell(Style::TableHead, name, Stand::Center));
        let unit = cell(Style::TableHead, &chart.counted_in().unwrap_or_default(), Stand::Center);
        let head = Row { head: true, ..row(std::iter::once(unit).chain(names)) };
        let mut rows = vec![head];
        for (r, own) in chart.rows.iter().enumerate() {
            let label = cell(Style::TableText, &own.label, Stand::Left);
            let value = |s: usize| cell(Style::TableText, &chart.shown(r, s), Stand::Right);
            rows.push(row(std::iter::once(label).chain((0..chart.series.len()).map(value))));
        }
        // The caption stands under its numbers, on their page.
        rows.iter_mut().for_each(Row::hold);
        let count = chart.series.len().max(1) as f32;
        let mut widths = vec![NAMES * self.across()];
        widths.extend(chart.series.iter().map(|_| (1.0 - NAMES) * self.across() / count));
        self.push(Part::Table(Table { widths, rows, rules: Rules::All, pad: (4.0, 3.0) }));
        let text = picture_caption(self.pictures.next(), caption);
        self.caption(&text);
        self.para(Para::gap(SEAM));
    }

    /// What the drawing of a count says, in words.
    pub(super) fn day_count(&mut self, count: &DayCount) {
        let line = |text: &str| Para {
            runs: broken(text, SIZE),
            line: Some(LINE),
            ..Para::of(Style::TableText, "")
        };
        self.hold();
        let ends = format!("{}\u{3000}{}\u{3000}{}", count.quantity, count.start, count.end);
        self.para(line(&ends));
        count.notes.iter().for_each(|note| self.para(line(&note.text)));
    }

    /// The line under a picture.
    pub(super) fn caption(&mut self, text: &str) {
        self.para(caption_of(text));
    }
}

/// A caption with its number already in it.
pub(super) fn caption_of(text: &str) -> Para {
    Para {
        line: Some(CAPTION_LINE),
        stand: Some(Stand::Center),
        ..Para::sized(Style::TableHead, text, CAPTION_SIZE)
    }
}
