//! What begins a page of its own: a cover, an attachment. Measures are the layout's.

use super::body::Body;
use super::parts::{Indent, Para, Part, Run, TabStop, lines_of};
use super::styles::{CharStyle, Stand, Style};
use super::units::width;
use crate::document::Fact;
use crate::layout::cover::{COVER_TITLE, FACT_PITCH, FACT_SIDE, FACTS_TOP, TITLE_TOP};
use crate::layout::measure::{NO_2, PITCH, WIDTH};
use crate::layout::title::TITLE_PITCH;
use crate::wording::with_colon;

impl Body {
    pub(super) fn attachment(&mut self, title: &str) {
        self.turned = !matches!(self.parts.last(), None | Some(Part::Turn(_)));
        self.numbers.attach();
        let label = Run::styled(self.attachments.next(), CharStyle::Label);
        self.para(Para { style: Style::Addressee, runs: vec![label], keep_next: true, ..Para::default() });
        let indent = Some(Indent { left: NO_2, right: NO_2, first: 0.0 });
        let runs = lines_of(title, None);
        let (before, after) = (PITCH, 0.5 * PITCH);
        self.para(Para { style: Style::Title, runs, before, after, indent, ..Para::default() });
    }

    pub(super) fn cover(&mut self, number: Option<&str>, title: &str, facts: &[Fact], date: Option<&str>) {
        self.leaves.cover |= self.parts.is_empty();
        if let Some(number) = number {
            self.para(Para { stand: Some(Stand::Right), ..Para::of(Style::DocumentNumber, number) });
        }
        let most = title.split('\n').map(|part| width(part.trim(), 1.0)).fold(1.0, f32::max);
        let size = (WIDTH / most).clamp(0.6 * COVER_TITLE, COVER_TITLE);
        let before = if number.is_some() { TITLE_TOP - PITCH } else { TITLE_TOP };
        let line = Some(TITLE_PITCH * size / NO_2);
        let runs = lines_of(title, Some(size));
        self.para(Para { style: Style::Title, runs, before, line, ..Para::default() });
        let widest = facts.iter().map(|f| self.width(&with_colon(&f.label))).fold(0.0, f32::max);
        for (i, fact) in facts.iter().enumerate() {
            let mut runs = vec![Run::styled(with_colon(&fact.label), CharStyle::Label), Run::Tab];
            runs.extend([Run::text(&fact.text), Run::Tab]);
            let rest = FACT_SIDE + widest + 4.0;
            let indent = Some(Indent { left: rest, right: FACT_SIDE, first: FACT_SIDE - rest });
            let before = if i == 0 { FACTS_TOP } else { FACT_PITCH - PITCH };
            // What the text leaves free is a line to write on.
            let tabs = vec![TabStop::Left(rest), TabStop::Signing(WIDTH - FACT_SIDE)];
            self.para(Para { style: Style::LabelLine, runs, before, indent, tabs, ..Para::default() });
        }
        if let Some(date) = date {
            let stand = Some(Stand::Center);
            self.para(Para { stand, before: 2.0 * PITCH, ..Para::of(Style::Signer, date) });
        }
        self.turned = true;
    }
}
