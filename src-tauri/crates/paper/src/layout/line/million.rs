//! A million characters of mixed text in columns of eight characters and more, judged by a table of its own: the marks of
//! GB/T 15834—2011 and figures with their units. What `kinsoku` and `units` say does not count here.

use super::*;
use crate::faces::Faces;
use crate::layout::measure::{CELL, NO_3};

#[path = "../../../tests/law_texts.rs"]
mod law_texts;

const COUNT: usize = 1_000_000;
/// Marks that may not begin a line.
const CLOSING: &str = "，。、；：？！”’）》〉」』】〕％‰℃,.;:?!)]}%·";
/// Marks that may not end one.
const OPENING: &str = "“‘（《〈「『【〔￥$([{";
/// Units that the texts count in.
const UNITS: &str = "年月日时分秒元人个名件次条项天票度℃";
const WORDS: [&str; 6] = ["小时", "分钟", "个工作日", "周岁", "万元", "万平方米"];

/// What may be said of an address.
const TORN: &str = "a word or a figure is torn";

/// What is wrong with a break between two lines, `spaced` where a space stood between, if anything.
fn wrong(before: &str, after: &str, spaced: bool) -> Option<&'static str> {
    let (last, first) = (before.chars().last()?, after.chars().next()?);
    let latin = |c: char| c.is_ascii_alphanumeric();
    if CLOSING.contains(first) {
        return Some("a closing mark begins a line");
    }
    if OPENING.contains(last) {
        return Some("an opening mark ends a line");
    }
    if !spaced && last == first && "—…".contains(last) {
        return Some("a dash or an ellipsis is torn");
    }
    let counted = |word: &&str| after.starts_with(*word) && !after[word.len()..].starts_with(latin);
    let latin_unit = ["dB", "kW", "mm", "mg"].iter().any(counted);
    if last.is_ascii_digit()
        && (UNITS.contains(first) || WORDS.iter().any(|word| after.starts_with(word)) || latin_unit)
    {
        return Some("a figure is parted from its unit");
    }
    let tail: String = before.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    let torn = |word: &&str| {
        word.char_indices().skip(1).any(|(cut, _)| {
            let whole = tail.strip_suffix(&word[..cut]).and_then(|t| t.chars().last());
            whole.is_some_and(|c| c.is_ascii_digit()) && after.starts_with(&word[cut..])
        })
    };
    if WORDS.iter().any(torn) {
        return Some("a unit is torn");
    }
    (!spaced && latin(last) && latin(first)).then_some(TORN)
}

#[test]
fn a_million_characters_have_no_forbidden_break_no_wide_line_and_lose_nothing() {
    let paragraphs = law_texts::paragraphs("a_million_characters_in_columns", COUNT);
    let faces =
        Faces::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap();
    let mut shaper = Shaper::new(&faces);
    let style = Style { role: Role::Fangsong, size: NO_3, cell: CELL };
    let (mut set, mut breaks, mut cut) = (0, 0, 0);
    for (i, text) in paragraphs.iter().enumerate() {
        let atoms = shape(&mut shaper, style, text, "text").unwrap();
        // Each text in a narrow column, in two of middling width and in one as wide as a leaf.
        for columns in [8 + i % 8, 16 + i % 8, 24 + i % 8, 32 + i % 9] {
            let made = in_columns(text, &atoms, columns);
            (breaks, cut) = (breaks + made.0, cut + made.1);
        }
        set += text.chars().count();
    }
    assert!(set >= COUNT, "{set} characters were set");
    assert!(shaper.refused().is_none(), "every character has a face");
    println!("{set} characters, {breaks} breaks, {cut} addresses cut");
}

/// Judges a text set in so many columns; how many breaks it has, and how many of them cut an address.
fn in_columns(text: &str, atoms: &[Atom], columns: usize) -> (usize, usize) {
    let width = columns as f32 * CELL;
    let lines = break_lines(atoms, Measure { width, first: 2.0 * CELL, rest: 0.0, justify: true });
    let shown: Vec<String> = lines.iter().map(|l| l.atoms.iter().map(|a| a.ch).collect()).collect();
    let bare = |s: &str| s.chars().filter(|c| *c != ' ' && !is_invisible(*c)).collect::<String>();
    assert_eq!(bare(&shown.concat()), bare(text), "columns of {columns}: something is lost");
    for line in &lines {
        assert!(line.x + line.width <= width + 0.05, "columns of {columns}, too wide: {text}");
    }
    let (mut rest, mut cut) = (text, 0);
    for pair in shown.windows(2) {
        // What stands between two lines are spaces: the rest of the text after this line's own characters.
        for c in pair[0].chars() {
            rest = rest.trim_start_matches(|skipped: char| skipped != c);
            rest = rest.strip_prefix(c).unwrap_or(rest);
        }
        let Some(what) = wrong(pair[0].trim_end(), &pair[1], rest.starts_with(' ')) else { continue };
        // An address or a code of more than twelve characters is cut rather than the line torn.
        let word = |c: &char| c.is_ascii() && *c != ' ';
        let whole = pair[0].chars().rev().take_while(word).count() + pair[1].chars().take_while(word).count();
        assert!(what == TORN && whole > 12, "columns of {columns}, {what}: {}|{}", pair[0], pair[1]);
        cut += 1;
    }
    (shown.len() - 1, cut)
}
