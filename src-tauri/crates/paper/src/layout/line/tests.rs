//! Lines of hostile text: none too wide, nothing lost, no mark where it may not stand.

use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::faces::Faces;
use crate::layout::measure::{CELL, NO_3};

fn faces() -> &'static Faces {
    static FACES: OnceLock<Faces> = OnceLock::new();
    FACES.get_or_init(|| Faces::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap())
}

fn lines(text: &str, width: f32, justify: bool) -> Vec<Line> {
    let mut shaper = Shaper::new(faces());
    let style = Style { role: Role::Fangsong, size: NO_3, cell: CELL };
    let atoms = shape(&mut shaper, style, text, "test").unwrap();
    break_lines(&atoms, Measure { width, first: 2.0 * CELL, rest: 0.0, justify })
}

/// Runs of ideographs, words, figures and at most three marks, as people write them when they write badly.
fn prose() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => "[会议纪要工资协商职工企业代表喆堃𬍛]{1,12}",
        2 => "[，。、；：？！”’）》…·％]{1,3}",
        2 => "[“‘（《]{1,2}",
        1 => "——|……",
        2 => "[0-9]{1,9}(\\.[0-9]{1,2})?%?",
        1 => "[A-Za-z]{1,30}",
        1 => " {1,3}",
    ];
    prop::collection::vec(part, 1..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_too_wide_and_no_character_is_lost(text in prose(), columns in 3u8..40, justify: bool) {
        let width = f32::from(columns) * CELL;
        let made = lines(&text, width, justify);
        let bare = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
        let joined: String = made.iter().flat_map(|l| l.atoms.iter().map(|a| a.ch)).collect();
        prop_assert_eq!(bare(&joined), bare(&text));
        for line in &made {
            // The blank right half of a closing mark may hang when nothing else can be squeezed.
            prop_assert!(line.atoms.len() == 1 || line.x + line.width <= width + 0.05, "{} > {width}", line.x + line.width);
        }
    }

    #[test]
    fn no_mark_begins_or_ends_a_line_it_may_not(text in prose(), columns in 8u8..40) {
        let width = f32::from(columns) * CELL;
        let all = atoms(&text);
        let knots = knots(&all);
        let mut at = 0;
        for pair in lines(&text, width, true).windows(2) {
            while all[at].ch == ' ' && pair[0].atoms[0].ch != ' ' {
                at += 1;
            }
            at += pair[0].atoms.len();
            let (before, after) = (pair[0].atoms.last().unwrap().ch, pair[1].atoms[0].ch);
            // Two pairs of dashes with a space between them are two: the space is where they part.
            let torn = is_joined(before, after) && all[at].ch != ' ';
            let wrong = no_start(after) || no_end(before) || torn;
            // Only a stretch that no line can hold, however it is squeezed, may be broken so.
            let knot = knots.iter().find(|knot| knot.contains(&at)).cloned().unwrap_or(at..at);
            let room = if knot.start == 0 { width - 2.0 * CELL } else { width };
            prop_assert!(
                !wrong || tightest(&all[knot]) > room,
                "{before}|{after} at {at} in a line of {columns}: {text}"
            );
        }
    }
}

fn atoms(text: &str) -> Vec<Atom> {
    let mut shaper = Shaper::new(faces());
    shape(&mut shaper, Style { role: Role::Fangsong, size: NO_3, cell: CELL }, text, "test").unwrap()
}

/// The stretches that must not be broken, as ranges of atoms.
fn knots(all: &[Atom]) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for k in 1..=all.len() {
        let word = all[..k].iter().rev().find(|a| a.ch != ' ').map(|a| a.ch);
        if k == all.len()
            || (can_break(all[k - 1].ch, all[k].ch) && !word.is_some_and(no_end) && !torn(all, k))
        {
            out.push(start..k);
            start = k;
        }
    }
    out
}

/// The least width of a stretch: all its blanks squeezed out, no space at its end.
fn tightest(knot: &[Atom]) -> f32 {
    let knot = &knot[..knot.iter().rposition(|a| a.ch != ' ').map_or(0, |last| last + 1)];
    width_of(knot) - (0..knot.len()).map(|i| squeeze(knot, i)).sum::<f32>()
}

#[test]
fn a_cell_narrower_than_a_character_still_takes_one() {
    assert_eq!(lines("市，工", 5.0, false).len(), 3);
}

#[test]
fn a_full_line_is_spread_to_the_margin_and_a_last_line_is_not() {
    let text: String = "工资集体协商会议纪要，".chars().cycle().take(60).collect();
    let made = lines(&text, 28.0 * CELL, true);
    for line in &made[..made.len() - 1] {
        assert!((line.x + line.width - 28.0 * CELL).abs() < 0.05, "{}", line.x + line.width);
    }
    assert!(made[made.len() - 1].width < 27.0 * CELL);
}

#[test]
fn a_long_address_is_cut_rather_than_the_line_torn() {
    let made = lines(
        "详见https://example.invalid/abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz",
        20.0 * CELL,
        true,
    );
    assert!(made[0].atoms.len() > 20, "the first line takes part of the address");
}
