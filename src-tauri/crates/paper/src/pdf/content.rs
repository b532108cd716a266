//! One page's content stream: rules, then text. Character spacing carries what most glyphs of a run share, so the file
//! stays small; numbers are rounded so that the same page gives the same bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::fonts::FontSet;
use super::images;
use crate::faces::FaceId;
use crate::layout::page::{Ink, PAGE_HEIGHT, Page, Run};

/// The page's operators; its pictures are numbered from `first_image`.
pub(super) fn write(page: &Page, first_image: usize, fonts: &mut FontSet) -> Vec<u8> {
    let mut out = String::with_capacity(4096);
    if page.wide {
        // The page's left edge becomes the leaf's foot.
        out.push_str("q 0 1 -1 0 ");
        number(PAGE_HEIGHT, &mut out);
        out.push_str("0 cm\n");
    }
    images::draw(page, first_image, &mut out);
    rules(page, &mut out);
    let mut state = State::default();
    texts(&page.runs, fonts, &mut state, &mut out);
    if page.wide {
        out.push_str("Q\n");
        state = State::default();
    }
    texts(&page.foot, fonts, &mut state, &mut out);
    out.into_bytes()
}

fn texts(runs: &[Run], fonts: &mut FontSet, state: &mut State, out: &mut String) {
    if runs.is_empty() {
        return;
    }
    out.push_str("BT\n");
    for run in runs {
        text(run, fonts, state, out);
    }
    out.push_str("ET\n");
}

/// What is set at the moment, so that it is not set again.
#[derive(Default)]
struct State {
    font: Option<(FaceId, u32)>,
    /// Thousandths of a point.
    spacing: i32,
    ink: Ink,
}

fn rules(page: &Page, out: &mut String) {
    let (mut width, mut ink) = (-1.0, Ink::Black);
    for rule in &page.rules {
        if rule.ink != ink {
            ink = rule.ink;
            out.push_str(stroke(ink));
        }
        if rule.width != width {
            width = rule.width;
            number(width, out);
            out.push_str("w\n");
        }
        for v in [rule.from.0, PAGE_HEIGHT - rule.from.1] {
            number(v, out);
        }
        out.push_str("m ");
        for v in [rule.to.0, PAGE_HEIGHT - rule.to.1] {
            number(v, out);
        }
        out.push_str("l S\n");
    }
}

fn text(run: &Run, fonts: &mut FontSet, state: &mut State, out: &mut String) {
    if run.glyphs.is_empty() {
        return;
    }
    if state.ink != run.ink {
        state.ink = run.ink;
        out.push_str(fill(run.ink));
    }
    let font = Some((run.face, run.size.to_bits()));
    if state.font != font {
        state.font = font;
        let _ = write!(out, "/F{} ", run.face.index());
        number(run.size, out);
        out.push_str("Tf\n");
    }
    // Thousandths of a point between the end of each glyph and the next one's start.
    let extra: Vec<i32> =
        run.glyphs.iter().map(|g| ((g.step - g.width * run.size / 1000.0) * 1000.0).round() as i32).collect();
    let spacing = commonest(&extra[..extra.len() - 1]);
    if state.spacing != spacing {
        state.spacing = spacing;
        number(spacing as f32 / 1000.0, out);
        out.push_str("Tc\n");
    }
    out.push_str("1 0 0 1 ");
    number(run.x, out);
    number(PAGE_HEIGHT - run.y, out);
    out.push_str("Tm [<");
    for (i, (glyph, extra)) in run.glyphs.iter().zip(&extra).enumerate() {
        let _ = write!(out, "{:04X}", fonts.code(run.face, glyph));
        let off = extra - spacing;
        if i + 1 < run.glyphs.len() && off.abs() > 4 {
            out.push_str("> ");
            number(-(off as f32) / run.size, out);
            out.push('<');
        }
    }
    out.push_str(">] TJ\n");
}

/// The value that most share; of equals the smallest.
fn commonest(values: &[i32]) -> i32 {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for v in values {
        *counts.entry(*v).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(v, n)| (*n, -v)).map_or(0, |(v, _)| v)
}

/// A number with at most three decimals, and a space.
pub(super) fn number(value: f32, out: &mut String) {
    let value = if value.is_finite() { value } else { 0.0 };
    let thousandths = (f64::from(value) * 1000.0).round() as i64;
    let (whole, rest) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    let sign = if thousandths < 0 { "-" } else { "" };
    if rest == 0 {
        let _ = write!(out, "{sign}{whole} ");
        return;
    }
    let digits = format!("{rest:03}");
    let _ = write!(out, "{sign}{whole}.{} ", digits.trim_end_matches('0'));
}

fn fill(ink: Ink) -> &'static str {
    match ink {
        Ink::Black => "0 g\n",
        Ink::Grey => "0.6 g\n",
        Ink::Pale => "0.85 g\n",
        Ink::White => "1 g\n",
        Ink::Red => "0.9 0.2 0.16 rg\n",
    }
}

fn stroke(ink: Ink) -> &'static str {
    match ink {
        Ink::Black => "0 G\n",
        Ink::Grey => "0.6 G\n",
        Ink::Pale => "0.85 G\n",
        Ink::White => "1 G\n",
        Ink::Red => "0.9 0.2 0.16 RG\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_exact() {
        let shown: Vec<String> = [0.0, -0.0004, 1.5, -28.346_457, 100.0, 0.005, f32::NAN]
            .iter()
            .map(|v| {
                let mut s = String::new();
                number(*v, &mut s);
                s
            })
            .collect();
        assert_eq!(shown.concat(), "0 0 1.5 -28.346 100 0.005 0 ");
    }

    #[test]
    fn the_commonest_spacing_wins() {
        assert_eq!((commonest(&[1, 2, 2, 3]), commonest(&[5, 4]), commonest(&[])), (2, 4, 0));
    }
}
