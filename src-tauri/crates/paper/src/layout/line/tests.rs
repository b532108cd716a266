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
    fn no_mark_begins_or_ends_a_line_it_may_not(text in prose(), columns in 12u8..40) {
        let width = f32::from(columns) * CELL;
        let made = lines(&text, width, true);
        for pair in made.windows(2) {
            let (before, after) = (pair[0].atoms.last().unwrap().ch, pair[1].atoms[0].ch);
            let long = longest_knot(&text) as f32 * CELL > width - 3.0 * CELL;
            prop_assert!(long || !no_start(after), "{after} begins a line in {text}");
            prop_assert!(long || !no_end(before), "{before} ends a line in {text}");
            prop_assert!(long || !is_joined(before, after), "{before}{after} is torn in {text}");
        }
    }
}

/// The longest stretch without any allowed break: in a narrower column something has to give.
fn longest_knot(text: &str) -> usize {
    let chars: Vec<char> = text.chars().collect();
    let (mut longest, mut run) = (1, 1);
    for pair in chars.windows(2) {
        run = if can_break(pair[0], pair[1]) { 1 } else { run + 1 };
        longest = longest.max(run);
    }
    longest
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
