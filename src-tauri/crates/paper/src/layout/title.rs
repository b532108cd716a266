//! Titles: 2号小标宋, centred, in lines of balanced length that split no word a reader would miss. The template's own
//! `\n` is a wished break and always kept.

use super::kinsoku::can_break;
use super::line::{Atom, Line, Measure, Style, break_lines, shape, width_of};
use super::measure::{NO_2, NO_3, PITCH};
use super::page::OutlineMark;
use super::piece::Piece;
use super::{Composer, Ink, line_piece};
use crate::document::{Block, BlockKind, Form};
use crate::error::PaperError;
use crate::faces::Role;
use crate::text::one_line;

/// From one line of a title to the next.
pub(crate) const TITLE_PITCH: f32 = 1.2 * PITCH;
/// Words of the field that a title's break does not cut.
const WORDS: [&str; 55] = [
    "有限责任公司",
    "工资专项集体合同",
    "专项集体合同",
    "女职工权益保护",
    "劳动安全卫生",
    "女职工",
    "权益保护",
    "工资集体合同",
    "工资集体协商",
    "职工代表大会",
    "履行情况",
    "情况说明",
    "职工方",
    "企业方",
    "授权委托书",
    "承诺书",
    "股份有限公司",
    "有限公司",
    "集体协商",
    "集体合同",
    "专项",
    "工资",
    "会议",
    "纪要",
    "协商",
    "要约书",
    "回复书",
    "意向书",
    "代表",
    "名单",
    "工会委员会",
    "工会",
    "委员会",
    "企业",
    "职工",
    "年度",
    "关于",
    "通知",
    "报告",
    "请示",
    "决定",
    "方案",
    "登记",
    "台账",
    "恢复单",
    "机械",
    "征求意见稿",
    "征求意见",
    "意见",
    "草案",
    "办法",
    "复函",
    "公布",
    "公告",
    "审查表",
];

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

/// As few lines as the width allows, as even as words allow.
fn balanced(atoms: &[Atom], width: f32) -> Vec<Line> {
    let greedy = break_lines(atoms, Measure::ragged(width));
    let count = greedy.len();
    if !(2..=8).contains(&count) {
        return greedy;
    }
    let ideal = width_of(atoms) / count as f32;
    let chars: Vec<char> = atoms.iter().map(|a| a.ch).collect();
    let inside = word_insides(&chars);
    let n = atoms.len();
    // cost[k][j]: the best way to set the first j atoms in k lines, and where its last line begins.
    let mut cost = vec![vec![(f32::INFINITY, 0); n + 1]; count + 1];
    cost[0][0].0 = 0.0;
    for k in 1..=count {
        for j in 1..=n {
            if j < n && (!can_break(atoms[j - 1].ch, atoms[j].ch)) {
                continue;
            }
            let penalty = if j < n && inside[j] { 4.0 } else { 0.0 };
            let mut w = 0.0;
            for i in (0..j).rev() {
                w += atoms[i].step;
                if w > width {
                    break;
                }
                let off = (w - ideal) / NO_2;
                let total = cost[k - 1][i].0 + off * off + penalty * penalty;
                if total < cost[k][j].0 {
                    cost[k][j] = (total, i);
                }
            }
        }
    }
    if !cost[count][n].0.is_finite() {
        return greedy;
    }
    let mut cuts = vec![n];
    let mut j = n;
    for k in (1..=count).rev() {
        j = cost[k][j].1;
        cuts.push(j);
    }
    cuts.reverse();
    cuts.windows(2).flat_map(|w| break_lines(&atoms[w[0]..w[1]], Measure::ragged(width + NO_2))).collect()
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
    let inside = word_insides(chars);
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

/// For each position whether a break before it would cut a word.
fn word_insides(chars: &[char]) -> Vec<bool> {
    let mut inside = vec![false; chars.len() + 1];
    for word in WORDS {
        let word: Vec<char> = word.chars().collect();
        for start in 0..chars.len().saturating_sub(word.len() - 1) {
            if chars[start..].starts_with(&word) {
                inside[start + 1..start + word.len()].fill(true);
            }
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::{word_cuts, word_insides};

    /// A title with a bar wherever a break would cut no word.
    fn told(title: &str) -> String {
        let chars: Vec<char> = title.chars().collect();
        let inside = word_insides(&chars);
        let with_bar = |(at, c): (usize, &char)| match at > 0 && !inside[at] {
            true => format!("|{c}"),
            false => c.to_string(),
        };
        chars.iter().enumerate().map(with_bar).collect()
    }

    #[test]
    fn the_names_of_the_special_contracts_are_whole_words() {
        assert_eq!(told("女职工权益保护专项集体合同"), "女职工权益保护|专项集体合同");
        assert_eq!(told("劳动安全卫生专项集体合同"), "劳动安全卫生|专项集体合同");
        assert_eq!(told("关于公布集体合同的公告"), "关于|公布|集体合同|的|公告");
    }

    #[test]
    fn a_long_title_breaks_between_them() {
        let title = "关于公布赣江机械有限公司女职工权益保护专项集体合同的公告";
        let chars: Vec<char> = title.chars().collect();
        let cuts = word_cuts(&chars, |from, to| to - from <= 17);
        let lines: Vec<String> = cuts.windows(2).map(|cut| chars[cut[0]..cut[1]].iter().collect()).collect();
        assert_eq!(lines, ["关于公布赣江机械有限公司", "女职工权益保护专项集体合同的公告"]);
    }
}
