//! Figures: every number stands beside what it draws, bars are as long as their numbers, nothing leaves the type area, the
//! caption counts itself and stays with its picture, and no text is lost whatever stands in it.

use paper::{BlockKind, Chart, ChartKind, ChartRow, Document, Form, Page, Rule};
use proptest::prelude::*;

use crate::flow::{document, pages, prose, text};
use crate::judges::assert_archive;
use crate::opened::Book;
use crate::poppler::{MM, Print};

pub fn chart(kind: ChartKind, series: &[&str], rows: &[(&str, &[&str])]) -> Chart {
    let own = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let row =
        |(label, values): &(&str, &[&str])| ChartRow { label: (*label).to_owned(), values: own(values) };
    Chart { kind, unit: "人".into(), series: own(series), rows: rows.iter().map(row).collect() }
}

fn figure(caption: &str, chart: Chart) -> BlockKind {
    BlockKind::Figure { caption: caption.into(), chart }
}

/// Figures of all kinds.
pub fn figures() -> Document {
    let years: [(&str, &[&str]); 5] = [
        ("2022年", &["288", "60"]),
        ("2023年", &["296", "66"]),
        ("2024年", &["305", "70"]),
        ("2025年", &["311", "75"]),
        ("2026年", &["320", "78"]),
    ];
    let forms: [(&str, &[&str]); 4] = [
        ("劳动合同", &["280", "276"]),
        ("劳务派遣", &["40", "35"]),
        ("非全日制", &["12", "—"]),
        ("返聘", &["6", "4"]),
    ];
    let kinds = vec![
        prose(2),
        figure("会员人数，与上年比较", chart(ChartKind::Bars, &["2026年", "2025年"], &forms)),
        prose(2),
        figure("历年会员和女会员人数", chart(ChartKind::Lines, &["会员", "女会员"], &years)),
        prose(2),
        figure(
            "会员的用工形式",
            chart(
                ChartKind::Shares,
                &["2026年"],
                &[("劳动合同", &["280"]), ("劳务派遣", &["40"]), ("返聘", &["6"])],
            ),
        ),
    ];
    document(Form::Official, kinds)
}

/// The bars of a page: strokes thicker than any rule.
fn bars(page: &Page) -> Vec<&Rule> {
    page.rules.iter().filter(|rule| rule.width > 8.0).collect()
}

#[test]
fn bars_are_as_long_as_their_numbers_and_each_has_its_number_beside_it() {
    let doc = document(
        Form::Official,
        vec![figure(
            "会员",
            chart(ChartKind::Bars, &["2026年"], &[("甲", &["1,000"]), ("乙", &["250"]), ("丙", &["—"])]),
        )],
    );
    let page = &pages(&doc)[0];
    // The swatch of the legend is lower.
    let long: Vec<f32> = bars(page).iter().map(|rule| rule.to.0 - rule.from.0).collect();
    assert_eq!(long.len(), 2, "no bar where there is no number: {long:?}");
    assert!((long[0] / long[1] - 4.0).abs() < 0.01, "{long:?}");
    let ends: Vec<f32> = bars(page).iter().map(|rule| rule.to.0).collect();
    for (number, end) in ["1,000", "250"].into_iter().zip(ends) {
        let run = page.runs.iter().find(|run| run.text() == number).unwrap();
        assert!((0.0..8.0).contains(&(run.x - end)), "{number} stands behind its bar");
    }
    assert!(page.runs.iter().any(|run| run.text() == "—"), "what is not known is said");
    assert!(text(page).contains("图1会员") && text(page).contains("单位：人"));
}

#[test]
fn figures_survive_a_black_and_white_printer() {
    let doc = figures();
    let inks: Vec<paper::Ink> = pages(&doc).iter().flat_map(|p| p.rules.iter().map(|r| r.ink)).collect();
    assert!(inks.iter().all(|ink| *ink != paper::Ink::Red), "greys and hatching only");
    // Two series differ by more than a grey: one is solid, the other has oblique lines.
    let first = &pages(&doc)[0];
    let oblique = first.rules.iter().filter(|r| r.from.0 != r.to.0 && r.from.1 != r.to.1).count();
    assert!(oblique > 20 && !bars(first).is_empty(), "{oblique} oblique lines");
}

#[test]
fn figures_count_themselves_and_are_archived() {
    let doc = figures();
    let print = Print::of(&doc);
    let read: String = (1..=pages(&doc).len()).flat_map(|n| print.words(n)).map(|w| w.text).collect();
    for caption in ["图1", "图2", "图3", "280（85.9%）", "2022年"] {
        assert!(read.contains(caption), "{caption}: {read}");
    }
    assert_archive(&print.file());
    for n in 1..=pages(&doc).len() {
        let ink = print.ink(n, 0.0..263.0, 0.0..210.0, false).unwrap();
        assert!(ink.left > 27.8 && ink.right < 184.2 && ink.bottom < 262.1, "page {n}: {ink:?}");
    }
}

#[test]
fn a_figure_and_its_caption_stay_together() {
    for lines in 1..22 {
        let rows: [(&str, &[&str]); 3] = [("甲", &["1"]), ("乙", &["2"]), ("丙", &["3"])];
        let doc = document(
            Form::Official,
            vec![prose(lines), figure("图题", chart(ChartKind::Bars, &["今年"], &rows))],
        );
        let made = pages(&doc);
        let page = made.iter().find(|p| text(p).contains("图1")).unwrap();
        assert!(
            text(page).contains('甲') && text(page).contains("今年"),
            "{lines} lines: the figure is torn"
        );
    }
}

#[test]
fn word_has_the_numbers_of_a_figure_as_a_table() {
    let book = Book::open(&paper::word(&figures(), None).unwrap());
    assert_eq!(book.tables.len(), 3);
    assert_eq!(book.tables[0][0], ["单位：人", "2026年", "2025年"]);
    assert_eq!(book.tables[0][3], ["非全日制", "12", "—"]);
    assert_eq!(book.tables[2][1], ["劳动合同", "280（85.9%）"]);
    assert!(book.paragraphs.iter().any(|p| p == "图2\u{3000}历年会员和女会员人数"), "{:?}", book.paragraphs);
}

/// Texts of all lengths: names, numbers, dashes, markup, addresses.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[会员职工女农民派遣合同喆堃]{0,8}",
        3 => "-?[0-9]{1,12}(\\.[0-9]{1,2})?%?",
        1 => Just("—".to_owned()),
        1 => Just("<w:t>&{{ x }}{% if %}\u{202e}\u{0}".to_owned()),
        1 => "[a-z0-9/:.]{1,80}",
        1 => "[会员职工，。（）“”……——]{40,400}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_in_a_figure_is_lost_or_leaves_the_page(
        kind in prop_oneof![Just(ChartKind::Bars), Just(ChartKind::Lines), Just(ChartKind::Shares)],
        series in prop::collection::vec(any_text(), 1..4),
        rows in prop::collection::vec((any_text(), prop::collection::vec(any_text(), 0..5)), 0..9),
        caption in any_text(),
        before in 0_usize..20,
    ) {
        let count = series.len();
        let rows: Vec<ChartRow> = rows.into_iter().map(|(label, values)| ChartRow { label, values }).collect();
        let chart = Chart { kind, unit: "人".into(), series, rows };
        let mut texts: Vec<String> = chart.series.clone();
        texts.extend(chart.rows.iter().flat_map(|row| row.values.iter().take(count).chain([&row.label]).cloned()));
        texts.push(caption.clone());
        let doc = document(Form::Official, vec![prose(before + 1), figure(&caption, chart)]);
        let made = pages(&doc);
        let read: String = made.iter().map(text).collect();
        let seen = |s: &str| s.chars().filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{202e}').collect::<String>();
        for c in seen(&texts.concat()).chars() {
            let (wanted, found) = (texts.concat().matches(c).count(), read.matches(c).count());
            prop_assert!(found >= wanted, "{found} of {wanted} “{c}”");
        }
        for page in &made {
            for run in &page.runs {
                prop_assert!(run.x > 79.0 && run.x + run.width() < 522.5, "{} at {} to {}", run.text(), run.x, run.x + run.width());
                prop_assert!(f64::from(run.y) < 262.0 * MM + 1.0, "{} at {}", run.text(), run.y);
            }
            for rule in &page.rules {
                prop_assert!(rule.from.0 > 79.0 && rule.to.0 < 522.5, "{rule:?}");
            }
        }
        paper::word(&doc, None).unwrap();
    }
}
