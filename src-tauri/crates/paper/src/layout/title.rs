//! Titles: 2号小标宋, centred, in lines of balanced length that split no word a reader would miss. The template's own
//! `\n` is a wished break and always kept.

use super::kinsoku::can_break;
use super::line::{Atom, Line, Measure, Style, break_lines, shape, width_of};
use super::measure::{NO_2, NO_3, PITCH};
use super::page::OutlineMark;
use super::piece::Piece;
use super::words::insides;
use super::{Composer, Ink, line_piece};
use crate::document::{Block, BlockKind, Form};
use crate::error::PaperError;
use crate::faces::Role;
use crate::text::one_line;

/// From one line of a title to the next.
pub(crate) const TITLE_PITCH: f32 = 1.2 * PITCH;
/// What a break inside a word counts for: more than the unevenest lines, so that a word is cut only where nothing else fits.
const CUT: f32 = 10_000.0;

impl Composer<'_, '_, '_> {
    pub(super) fn title(&mut self, id: &str, text: &str, next: Option<&Block>) -> Result<(), PaperError> {
        let style = Style::solid(if self.form == Form::Sheet { Role::Hei } else { Role::Title }, NO_2);
        if self.headed {
            self.gap(2.0);
        }
        self.title_lines(id, text, style, Some(joined(text)))?;
        if !followed_by_subtitle(next) {
            self.flow.snap(0.5 * PITCH);
        }
        Ok(())
    }

    /// The title's lines, the first with its entry in the outline.
    pub(super) fn title_lines(
        &mut self,
        id: &str,
        text: &str,
        style: Style,
        mut entry: Option<String>,
    ) -> Result<(), PaperError> {
        let width = self.look.width;
        let mut lines = Vec::new();
        for part in text.split('\n').map(str::trim).filter(|p| !p.is_empty()) {
            lines.extend(balanced(&shape(self.shaper, style, part, id)?, width - 2.0 * style.size));
        }
        for line in &lines {
            let x = (width - line.width) / 2.0;
            let mut piece = line_piece(line, x, TITLE_PITCH * style.size / NO_2, style.size, Ink::Black);
            piece.keep = true;
            let mark = |title| OutlineMark { title, level: 0, y: 0.0 };
            piece.outline.extend(entry.take().map(mark));
            self.push(piece)?;
        }
        Ok(())
    }

    pub(super) fn subtitle(&mut self, id: &str, text: &str, next: Option<&Block>) -> Result<(), PaperError> {
        let width = self.look.width;
        let atoms = shape(self.shaper, Style::solid(Role::Kai, NO_3), text, id)?;
        for line in break_lines(&atoms, Measure::ragged(width)) {
            let piece = line_piece(&line, (width - line.width) / 2.0, PITCH, NO_3, Ink::Black);
            self.push(Piece { keep: true, ..piece })?;
        }
        if !followed_by_subtitle(next) {
            self.flow.snap(0.5 * PITCH);
        }
        Ok(())
    }
}

fn followed_by_subtitle(next: Option<&Block>) -> bool {
    next.is_some_and(|b| matches!(b.kind, BlockKind::Subtitle { .. }))
}

/// A title in one line, for the outline: no space where Chinese lines meet.
pub(super) fn joined(text: &str) -> String {
    text.split('\n').map(one_line).collect()
}

/// As few lines as the width allows, as even as words allow; one more where so few would cut a word.
fn balanced(atoms: &[Atom], width: f32) -> Vec<Line> {
    let greedy = break_lines(atoms, Measure::ragged(width));
    let count = greedy.len();
    if !(2..=8).contains(&count) {
        return greedy;
    }
    let cuts = match even(atoms, width, count) {
        None => return greedy,
        Some((cost, cuts)) if cost < CUT => cuts,
        Some((_, cuts)) => match even(atoms, width, count + 1) {
            Some((cost, more)) if cost < CUT => more,
            _ => cuts,
        },
    };
    cuts.windows(2).flat_map(|w| break_lines(&atoms[w[0]..w[1]], Measure::ragged(width + NO_2))).collect()
}

/// The most even way to set a title in so many lines: what it costs, and where the lines begin, with the end of the last.
fn even(atoms: &[Atom], width: f32, count: usize) -> Option<(f32, Vec<usize>)> {
    let ideal = width_of(atoms) / count as f32;
    let chars: Vec<char> = atoms.iter().map(|a| a.ch).collect();
    let inside = insides(&chars);
    let n = atoms.len();
    // cost[k][j]: the best way to set the first j atoms in k lines, and where its last line begins.
    let mut cost = vec![vec![(f32::INFINITY, 0); n + 1]; count + 1];
    cost[0][0].0 = 0.0;
    for k in 1..=count {
        for j in 1..=n {
            if j < n && (!can_break(atoms[j - 1].ch, atoms[j].ch)) {
                continue;
            }
            let penalty = if j < n && inside[j] { CUT } else { 0.0 };
            // The air behind the last character of a line goes with the break.
            let mut w = -atoms[j - 1].air;
            for i in (0..j).rev() {
                w += atoms[i].step;
                if w > width {
                    break;
                }
                let off = (w - ideal) / NO_2;
                let total = cost[k - 1][i].0 + off * off + penalty;
                if total < cost[k][j].0 {
                    cost[k][j] = (total, i);
                }
            }
        }
    }
    let all = cost[count][n].0;
    if !all.is_finite() {
        return None;
    }
    let mut cuts = vec![n];
    let mut j = n;
    for k in (1..=count).rev() {
        j = cost[k][j].1;
        cuts.push(j);
    }
    cuts.reverse();
    Some((all, cuts))
}

/// The name of a body in lines of at most this width, as many words of it in each as there is room for: the name of a union
/// goes on with 工会委员会 and not with 员会.
pub(super) fn by_words(atoms: &[Atom], width: f32) -> Vec<Line> {
    let chars: Vec<char> = atoms.iter().map(|a| a.ch).collect();
    let cuts = word_cuts(&chars, |from, to| width_of(&atoms[from..to]) <= width);
    cuts.windows(2).flat_map(|w| break_lines(&atoms[w[0]..w[1]], Measure::ragged(width))).collect()
}

/// Where the lines of a name begin, and its end; `fits` tells whether a part of it is no wider than a line. A part without
/// a word's end is left to be broken anywhere.
pub(crate) fn word_cuts(chars: &[char], fits: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let inside = insides(chars);
    let mut cuts = vec![0];
    let mut from = 0;
    while !fits(from, chars.len()) {
        let ends = (from + 1..chars.len()).rev();
        let cut =
            ends.filter(|at| !inside[*at] && can_break(chars[at - 1], chars[*at])).find(|at| fits(from, *at));
        let Some(cut) = cut else { break };
        cuts.push(cut);
        from = cut;
    }
    cuts.push(chars.len());
    cuts
}

#[cfg(test)]
mod tests {
    use super::word_cuts;

    #[test]
    fn a_long_title_breaks_between_them() {
        let title = "关于公布赣江机械有限公司女职工权益保护专项集体合同的公告";
        let chars: Vec<char> = title.chars().collect();
        let cuts = word_cuts(&chars, |from, to| to - from <= 17);
        let lines: Vec<String> = cuts.windows(2).map(|cut| chars[cut[0]..cut[1]].iter().collect()).collect();
        assert_eq!(lines, ["关于公布赣江机械有限公司", "女职工权益保护专项集体合同的公告"]);
    }
}
