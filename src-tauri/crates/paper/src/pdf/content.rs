//! One page's content stream: rules, then text. Character spacing carries what most glyphs of a run share, so the file
//! stays small; numbers are rounded so that the same page gives the same bytes.

use super::fonts::FontSet;
use super::images;
use super::numbers::{number, rounded, thousandths};
use crate::faces::FaceId;
use crate::layout::page::{Ink, PAGE_HEIGHT, Page, Run};

/// The page's operators; its pictures are numbered from `first_image`.
pub(super) fn write(page: &Page, first_image: usize, fonts: &mut FontSet, out: &mut Vec<u8>) {
    if page.wide {
        // The page's left edge becomes the leaf's foot.
        out.extend(b"q 0 1 -1 0 ");
        number(PAGE_HEIGHT, out);
        out.extend(b"0 cm\n");
    }
    images::draw(page, first_image, out);
    rules(page, out);
    let mut state = State::default();
    texts(&page.runs, fonts, &mut state, out);
    if page.wide {
        out.extend(b"Q\n");
        state = State::default();
    }
    texts(&page.foot, fonts, &mut state, out);
}

fn texts(runs: &[Run], fonts: &mut FontSet, state: &mut State, out: &mut Vec<u8>) {
    if runs.is_empty() {
        return;
    }
    out.extend(b"BT\n");
    for run in runs {
        text(run, fonts, state, out);
    }
    out.extend(b"ET\n");
}

/// What is set at the moment, so that it is not set again.
#[derive(Default)]
struct State {
    font: Option<(FaceId, u32)>,
    /// Thousandths of a point.
    spacing: i32,
    ink: Ink,
    /// Thousandths of a point between the end of each glyph of a run and the next one's start.
    extra: Vec<i32>,
}

fn rules(page: &Page, out: &mut Vec<u8>) {
    let (mut width, mut ink) = (-1.0, Ink::Black);
    for rule in &page.rules {
        if rule.ink != ink {
            ink = rule.ink;
            out.extend(stroke(ink));
        }
        if rule.width != width {
            width = rule.width;
            number(width, out);
            out.extend(b"w\n");
        }
        for v in [rule.from.0, PAGE_HEIGHT - rule.from.1] {
            number(v, out);
        }
        out.extend(b"m ");
        for v in [rule.to.0, PAGE_HEIGHT - rule.to.1] {
            number(v, out);
        }
        out.extend(b"l S\n");
    }
}

fn text(run: &Run, fonts: &mut FontSet, state: &mut State, out: &mut Vec<u8>) {
    if run.glyphs.is_empty() {
        return;
    }
    if state.ink != run.ink {
        state.ink = run.ink;
        out.extend(fill(run.ink));
    }
    let font = Some((run.face, run.size.to_bits()));
    if state.font != font {
        state.font = font;
        out.extend(b"/F");
        thousandths(1000 * run.face.index() as i64, out);
        number(run.size, out);
        out.extend(b"Tf\n");
    }
    let extra = &mut state.extra;
    extra.clear();
    extra.extend(run.glyphs.iter().map(|g| rounded(f64::from(g.step - g.width * run.size / 1000.0)) as i32));
    let spacing = commonest(&extra[..extra.len() - 1]);
    if state.spacing != spacing {
        state.spacing = spacing;
        thousandths(i64::from(spacing), out);
        out.extend(b"Tc\n");
    }
    out.extend(b"1 0 0 1 ");
    number(run.x, out);
    number(PAGE_HEIGHT - run.y, out);
    out.extend(b"Tm [<");
    for (i, (glyph, extra)) in run.glyphs.iter().zip(&state.extra).enumerate() {
        let code = fonts.code(run.face, glyph);
        if code.says_another {
            out.extend(b">] TJ\n/Span <</ActualText <FEFF");
            let mut units = [0; 2];
            glyph.character.encode_utf16(&mut units).iter().for_each(|unit| hex(*unit, out));
            out.extend(b">>> BDC [<");
            hex(code.number, out);
            out.extend(b">] TJ EMC\n[<");
        } else {
            hex(code.number, out);
        }
        let off = extra - spacing;
        if i + 1 < run.glyphs.len() && off.abs() > 4 {
            out.extend(b"> ");
            number(-(off as f32) / run.size, out);
            out.push(b'<');
        }
    }
    out.extend(b">] TJ\n");
}

/// The value that most share; of equals the smallest.
fn commonest(values: &[i32]) -> i32 {
    match values {
        [] => 0,
        [first, others @ ..] if others.iter().all(|v| v == first) => *first,
        _ => {
            let mut sorted = values.to_vec();
            sorted.sort_unstable();
            // Of equals the last one wins, so the smallest comes last.
            let longest = sorted.chunk_by(|a, b| a == b).rev().max_by_key(|same| same.len());
            longest.and_then(<[i32]>::first).copied().unwrap_or(0)
        }
    }
}

/// Four digits.
fn hex(value: u16, out: &mut Vec<u8>) {
    const HEX: [u8; 16] = *b"0123456789ABCDEF";
    out.extend([12, 8, 4, 0].map(|shift| HEX[usize::from(value >> shift & 15)]));
}

fn fill(ink: Ink) -> &'static [u8] {
    match ink {
        Ink::Black => b"0 g\n",
        Ink::Grey => b"0.6 g\n",
        Ink::Pale => b"0.85 g\n",
        Ink::White => b"1 g\n",
        Ink::Red => b"0.9 0.2 0.16 rg\n",
    }
}

fn stroke(ink: Ink) -> &'static [u8] {
    match ink {
        Ink::Black => b"0 G\n",
        Ink::Grey => b"0.6 G\n",
        Ink::Pale => b"0.85 G\n",
        Ink::White => b"1 G\n",
        Ink::Red => b"0.9 0.2 0.16 RG\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commonest_spacing_wins() {
        assert_eq!((commonest(&[1, 2, 2, 3]), commonest(&[5, 4]), commonest(&[])), (2, 4, 0));
    }
}
