//! Text to lines: characters become atoms (glyph and step), atoms become lines of a width. Squeezes and spreads so that
//! no mark stands where it may not; never loses a character. Knows nothing of pages.

pub(crate) use super::atom::Atom;
use super::kinsoku::{blank, can_break, is_joined, is_wide, needs_gap, no_end, no_start};
use super::page::{Glyph, Ink, Run};
use super::units::torn;
use crate::error::PaperError;
use crate::faces::{Role, Shaper};
use crate::text::is_invisible;

pub(crate) mod ink;

/// The air between Latin and Han, ems; gives way when a line must be squeezed.
const GAP: f32 = 0.125;
/// A line is never spread by more than this between two characters, ems: rather a ragged end than a river.
const MAX_SPREAD: f32 = 0.5;
/// Rounding slack when a line is measured, points.
const SLACK: f32 = 0.01;

/// How text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub role: Role,
    pub size: f32,
    /// Width of a Chinese character's cell, points.
    pub cell: f32,
}

impl Style {
    /// Set solid: cells as wide as the type.
    pub fn solid(role: Role, size: f32) -> Style {
        Style { role, size, cell: size }
    }
}

/// A line: its atoms, and where it begins within the measure.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub atoms: Vec<Atom>,
    pub x: f32,
    pub width: f32,
}

/// The measure of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    pub width: f32,
    /// Indent of the first line.
    pub first: f32,
    /// Indent of the lines after it.
    pub rest: f32,
    /// Whether lines are spread to the full width.
    pub justify: bool,
}

impl Measure {
    /// No indent, ragged end: cells, labels, centred lines.
    pub fn ragged(width: f32) -> Measure {
        Measure { width, first: 0.0, rest: 0.0, justify: false }
    }
}

/// The atoms of one line of text (no `\n` in it).
pub(crate) fn shape(
    shaper: &mut Shaper<'_>,
    style: Style,
    text: &str,
    block: &str,
) -> Result<Vec<Atom>, PaperError> {
    let mut atoms: Vec<Atom> = Vec::with_capacity(text.chars().count());
    for ch in text.chars().filter(|c| !is_invisible(*c)) {
        let g = shaper.glyph(style.role, ch, block)?;
        let pad = if is_wide(ch) && style.cell > 0.0 { style.cell - style.size } else { 0.0 };
        if let Some(last) = atoms.last_mut().filter(|last| needs_gap(last.ch, ch)) {
            last.air = GAP * style.size;
            last.step += last.air;
        }
        atoms.push(Atom {
            face: g.face,
            id: g.id,
            ch,
            size: style.size * g.scale,
            em: style.size,
            width: g.width,
            shift: g.shift * style.size,
            step: g.advance * style.size + pad,
            air: 0.0,
            rigid: false,
        });
    }
    Ok(atoms)
}

/// Total of the steps.
pub(crate) fn width_of(atoms: &[Atom]) -> f32 {
    atoms.iter().map(|a| a.step).sum()
}

/// As [`break_lines`]; text that fits one line, as most cells' does, becomes it as it is.
pub(crate) fn lines_of(all: Vec<Atom>, m: Measure) -> Vec<Line> {
    let width = width_of(&all);
    let whole = all.last().is_some_and(|last| last.ch != ' ' && last.air == 0.0);
    if whole && width <= m.width - m.first {
        vec![Line { atoms: all, x: m.first, width }]
    } else {
        break_lines(&all, m)
    }
}

/// Breaks atoms into lines. Always at least one line; spaces at a break are dropped, nothing else.
pub(crate) fn break_lines(all: &[Atom], m: Measure) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < all.len() {
        let x = if lines.is_empty() { m.first } else { m.rest };
        let room = (m.width - x).max(1.0);
        let end = find_end(&all[start..], room) + start;
        let mut atoms = all[start..end].to_vec();
        while atoms.len() > 1 && atoms.last().is_some_and(|a| a.ch == ' ') {
            atoms.pop();
        }
        if let Some(last) = atoms.last_mut() {
            last.step -= last.air;
            last.air = 0.0;
        }
        let mut next = end;
        while next < all.len() && all[next].ch == ' ' {
            next += 1;
        }
        adjust(&mut atoms, room, m.justify && next < all.len());
        let width = width_of(&atoms);
        lines.push(Line { atoms, x, width });
        start = next;
    }
    if lines.is_empty() {
        lines.push(Line { atoms: Vec::new(), x: m.first, width: 0.0 });
    }
    lines
}

/// How many atoms the line takes, at least one.
fn find_end(rest: &[Atom], room: f32) -> usize {
    let breaks = |k: usize| {
        // An opening mark does not end a line, not even with spaces behind it.
        let word = rest[..k.min(rest.len())].iter().rev().find(|a| a.ch != ' ');
        k >= rest.len()
            || (can_break(rest[k - 1].ch, rest[k].ch)
                && !word.is_some_and(|a| no_end(a.ch))
                && !torn(rest, k))
    };
    let (mut fit, mut width) = (0, 0.0);
    while fit < rest.len() && width + rest[fit].step - rest[fit].air <= room + SLACK {
        width += rest[fit].step;
        fit += 1;
    }
    // A space at the end takes no room.
    while fit < rest.len() && rest[fit].ch == ' ' {
        fit += 1;
    }
    fit = fit.max(1);
    if breaks(fit) {
        return fit;
    }
    // Push in (推入): marks that may not begin a line come into this one when squeezing pays for them.
    let mut inn = fit;
    let pays = |inn: usize| {
        let blank: f32 = (0..inn).map(|i| squeeze(&rest[..inn], i)).sum();
        width_of(&rest[..inn]) - room <= blank
    };
    while !breaks(inn) && inn < rest.len() && pays(inn) {
        inn += 1;
    }
    if breaks(inn) && pays(inn) {
        return inn;
    }
    // Push out (推出): move the break back, unless that would leave the line torn.
    let back = (1..fit).rev().find(|&k| breaks(k));
    match back {
        Some(k) if loose(&rest[..k], room) <= MAX_SPREAD || !splittable(rest, fit) => k,
        back => split_word(rest, fit).or(back).unwrap_or(fit),
    }
}

/// Spread a line would need, in ems between two characters.
fn loose(atoms: &[Atom], room: f32) -> f32 {
    let gaps = (0..atoms.len().saturating_sub(1)).filter(|&i| stretches(atoms, i)).count();
    let em = atoms.first().map_or(1.0, |a| a.em);
    let spare = room - width_of(atoms);
    if gaps == 0 { if spare > em { f32::INFINITY } else { 0.0 } } else { spare / em / gaps as f32 }
}

/// Whether the break at `at` falls into a long Latin word or number (an address, a code) and not between marks.
fn splittable(rest: &[Atom], at: usize) -> bool {
    let narrow = |a: &Atom| !is_wide(a.ch) && a.ch != ' ';
    let before = rest[..at].iter().rev().take_while(|a| narrow(a)).count();
    let after = rest[at..].iter().take_while(|a| narrow(a)).count();
    before >= 1 && after >= 1 && before + after > 12
}

/// A break inside a word, at or before `at`, that still puts no mark where it may not stand.
fn split_word(rest: &[Atom], at: usize) -> Option<usize> {
    (1..=at).rev().find(|&k| {
        let (a, b) = (rest[k - 1].ch, rest[k].ch);
        !no_end(a) && !no_start(b) && !is_joined(a, b) && a != ' ' && b != ' '
    })
}

/// Points that can be squeezed out behind atom `i`.
fn squeeze(line: &[Atom], i: usize) -> f32 {
    if line[i].rigid {
        return 0.0;
    }
    let own = blank(line[i].ch).1 * line[i].em;
    let next = line.get(i + 1).map_or(0.0, |n| blank(n.ch).0 * n.em);
    own + next + line[i].air
}

/// Whether the space behind atom `i` may be spread.
fn stretches(line: &[Atom], i: usize) -> bool {
    let (a, b) = (line[i].ch, line[i + 1].ch);
    !line[i].rigid && !is_joined(a, b) && (is_wide(a) || is_wide(b) || a == ' ')
}

/// Squeezes a line that is too long, spreads one that is too short.
fn adjust(atoms: &mut [Atom], room: f32, justify: bool) {
    let spare = room - width_of(atoms);
    if spare < 0.0 {
        let parts: Vec<f32> = (0..atoms.len()).map(|i| squeeze(atoms, i)).collect();
        let total: f32 = parts.iter().sum();
        if total > 0.0 {
            let share = (spare / total).max(-1.0);
            for (atom, part) in atoms.iter_mut().zip(parts) {
                atom.step += share * part;
            }
        }
    } else if justify && atoms.len() > 1 {
        let gaps: Vec<usize> = (0..atoms.len() - 1).filter(|&i| stretches(atoms, i)).collect();
        if gaps.is_empty() {
            return;
        }
        let each = (spare / gaps.len() as f32).min(MAX_SPREAD * atoms[0].em);
        for i in gaps {
            atoms[i].step += each;
        }
    }
}

/// The line as runs, its left end at `x`, on a baseline.
pub(crate) fn runs(atoms: &[Atom], x: f32, y: f32, ink: Ink, out: &mut Vec<Run>) {
    let mut pen = x;
    let mut open = false;
    for (i, a) in atoms.iter().enumerate() {
        let same = open && i > 0 && atoms[i - 1].face == a.face && atoms[i - 1].size == a.size;
        if !same {
            let glyphs = Vec::with_capacity(atoms.len() - i);
            out.push(Run { x: pen + a.shift, y, size: a.size, face: a.face, ink, glyphs });
            open = true;
        }
        let next_shift =
            atoms.get(i + 1).filter(|n| n.face == a.face && n.size == a.size).map_or(0.0, |n| n.shift);
        if let Some(run) = out.last_mut() {
            let step = a.step - a.shift + next_shift;
            run.glyphs.push(Glyph { id: a.id, character: a.ch, width: a.width, step });
        }
        pen += a.step;
    }
}

#[cfg(test)]
mod million;
#[cfg(test)]
mod tests;
