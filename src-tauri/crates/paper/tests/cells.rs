//! Labels and cards measured in the printed file by another program: every cell's ink stands where the geometry says, no
//! text is lost however long it is, and a sheet used before is gone on with.

use paper::{Align, CellGrid, CellLine, CellSheet, Role, cell_grids, render_cells};

use crate::judges::{assert_archive, assert_fonts};
use crate::support::*;

/// As many names as the largest sheet has labels.
const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张";

const MM: f32 = 72.0 / 25.4;

fn grid(id: &str) -> CellGrid {
    cell_grids(&assets()).unwrap().into_iter().find(|one| one.id == id).unwrap()
}

fn line(text: &str, role: Role, size: f32, align: Align) -> CellLine {
    CellLine { text: text.into(), role, size, align }
}

fn label(name: &str) -> Vec<CellLine> {
    vec![line(name, Role::Hei, 16.0, Align::Left), line("一车间 焊工", Role::Fangsong, 12.0, Align::Left)]
}

fn sheet(id: &str, first: usize, shift: (f32, f32), cells: Vec<Vec<CellLine>>) -> CellSheet {
    CellSheet { title: "标签".into(), meta: meta(), grid: grid(id), first, shift, borders: false, cells }
}

/// Every word of a file with its page and its box in millimetres, as poppler sees it.
fn words(made: &paper::Rendered) -> Vec<(usize, [f32; 4], String)> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("made.pdf");
    std::fs::write(&file, &made.pdf).unwrap();
    let html = judge("pdftotext", &["-bbox", &file.to_string_lossy(), "-"]);
    let mut page = 0;
    let mut out = Vec::new();
    for row in html.lines() {
        page += usize::from(row.trim_start().starts_with("<page "));
        let Some(row) = row.trim_start().strip_prefix("<word ") else { continue };
        let (places, text) = row.split_once('>').unwrap();
        let numbers: Vec<f32> =
            places.split('"').skip(1).step_by(2).map(|n| n.parse::<f32>().unwrap() / MM).collect();
        out.push((page, numbers.try_into().unwrap(), text.replace("</word>", "")));
    }
    out
}

#[test]
fn every_known_sheet_lies_on_its_a4_and_its_cells_do_not_overlap() {
    let grids = cell_grids(&assets()).unwrap();
    assert!(grids.len() >= 4);
    for one in grids {
        let right = one.left + f32::from(one.columns - 1) * one.across + one.width;
        let bottom = one.top + f32::from(one.rows - 1) * one.down + one.height;
        assert!(right <= 210.01 && bottom <= 297.01, "{}: {right} × {bottom}", one.id);
        assert!(one.across >= one.width && one.down >= one.height, "{}", one.id);
        // What is left free is the same at both sides, as such sheets are sold.
        assert!(
            (right + one.left - 210.0).abs() < 0.1 && (bottom + one.top - 297.0).abs() < 0.1,
            "{}",
            one.id
        );
    }
}

#[test]
fn a_label_stands_in_its_cell_to_the_half_millimetre() {
    for id in ["labels-3x8", "labels-3x7", "labels-2x7"] {
        let grid = grid(id);
        let names: Vec<String> = SURNAMES.chars().take(grid.count()).map(|c| format!("{c}小明")).collect();
        let cells = names.iter().map(|name| label(name)).collect();
        let made = render_cells(&sheet(id, 0, (0.0, 0.0), cells), faces()).unwrap();
        assert_eq!(made.pages, 1, "{id}");
        let words = words(&made);
        for (i, name) in names.iter().enumerate() {
            let (_, [x, y, right, bottom], _) = words.iter().find(|w| w.2 == *name).unwrap();
            let (row, column) = (i / usize::from(grid.columns), i % usize::from(grid.columns));
            let left = grid.left + column as f32 * grid.across;
            let top = grid.top + row as f32 * grid.down;
            assert!((x - left - grid.padding).abs() < 0.5, "{id} {i}: {x} mm for {left} + {}", grid.padding);
            assert!(*y > top && *right < left + grid.width && *bottom < top + grid.height, "{id} {i}");
        }
    }
}

#[test]
fn a_sheet_used_before_is_gone_on_with_and_the_printer_is_corrected() {
    let plain = words(
        &render_cells(&sheet("labels-3x8", 0, (0.0, 0.0), vec![label("甲"), label("乙")]), faces()).unwrap(),
    );
    let made =
        render_cells(&sheet("labels-3x8", 23, (1.5, -2.0), vec![label("甲"), label("乙")]), faces()).unwrap();
    assert_eq!(made.pages, 2, "one is left on the first sheet");
    let moved = words(&made);
    let at =
        |words: &[(usize, [f32; 4], String)], name: &str| words.iter().find(|w| w.2 == name).unwrap().clone();
    let (page, [x, y, ..], _) = at(&moved, "乙");
    let [x0, y0, ..] = at(&plain, "甲").1;
    assert!(page == 2 && (x - x0 - 1.5).abs() < 0.1 && (y - y0 + 2.0).abs() < 0.1, "{x} {y} from {x0} {y0}");
    let (page, [x, y, ..], _) = at(&moved, "甲");
    let [x0, y0, ..] = at(&plain, "甲").1;
    assert!(page == 1 && (x - x0 - 141.5).abs() < 0.1 && (y - y0 - 7.0 * 37.0 + 2.0).abs() < 0.1);
}

#[test]
fn a_long_name_becomes_smaller_then_turns_and_is_never_cut() {
    let long = "阿卜杜热合曼·阿卜杜克热木·买买提依明·吐尔逊江·努尔买买提";
    let longest = long.repeat(6);
    let made = render_cells(
        &sheet("labels-3x7", 4, (0.0, 0.0), vec![label(long), label(&longest), label("短")]),
        faces(),
    )
    .unwrap();
    let grid = grid("labels-3x7");
    let cell = |column: f32| {
        let (left, top) = (grid.left + column * grid.across, grid.top + grid.down);
        let inside = move |b: &[f32; 4]| {
            b[0] >= left && b[2] <= left + grid.width && b[1] >= top && b[3] <= top + grid.height
        };
        let words = words(&made);
        words.into_iter().filter(|(_, b, _)| inside(b)).map(|(_, _, text)| text).collect::<String>()
    };
    assert_eq!(bare(&cell(1.0)), format!("{long}一车间焊工"));
    assert_eq!(bare(&cell(2.0)), format!("{longest}一车间焊工"));
}

#[test]
fn cards_are_of_bank_card_size_with_marks_around_them_and_the_file_is_an_archive_file() {
    let card = || {
        vec![
            line("江西云岭机械有限公司工会委员会", Role::Title, 13.0, Align::Center),
            line("会员卡", Role::Hei, 16.0, Align::Center),
            line("姓名：王小明", Role::Fangsong, 14.0, Align::Left),
        ]
    };
    let cards = sheet("cards", 0, (0.0, 0.0), (0..11).map(|_| card()).collect());
    let made = render_cells(&cards, faces()).unwrap();
    assert_eq!(made.pages, 2, "ten on a sheet");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("made.pdf");
    std::fs::write(&file, &made.pdf).unwrap();
    assert_fonts(&file);
    assert_archive(&file);
    assert!(render_cells(&cards, faces()).unwrap().pdf == made.pdf, "the same cards, the same bytes");

    // Ink in the margin above the cards: marks at the three edges of two columns.
    let prefix = folder.path().join("page");
    judge(
        "pdftoppm",
        &[
            "-r",
            "254",
            "-gray",
            "-f",
            "1",
            "-l",
            "1",
            "-singlefile",
            &file.to_string_lossy(),
            &prefix.to_string_lossy(),
        ],
    );
    let image = std::fs::read(prefix.with_extension("pgm")).unwrap();
    let head = String::from_utf8_lossy(&image[..20]).into_owned();
    let mut sizes = head.split_whitespace().skip(1).map(|n| n.parse::<usize>().unwrap());
    let (width, height) = (sizes.next().unwrap(), sizes.next().unwrap());
    let pixels = &image[image.len() - width * height..];
    // Ten dots a millimetre: a row through the upper marks, 3 mm above the cards.
    let row = &pixels[(135 - 30) * width..(135 - 30 + 1) * width];
    let mut dark: Vec<usize> = (0..width).filter(|x| row[*x] < 230).collect();
    dark.dedup_by(|a, b| a.abs_diff(*b) <= 2);
    let wanted = [194, 194 + 856, 194 + 2 * 856];
    assert_eq!(dark.len(), 3, "{dark:?}");
    assert!(dark.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) <= 5), "{dark:?} for {wanted:?}");
}

#[test]
fn borders_are_for_the_eye_and_lie_on_the_cells() {
    let plain = sheet("labels-3x8", 0, (0.0, 0.0), vec![label("王伟")]);
    let seen = CellSheet { borders: true, ..plain.clone() };
    let strokes = |one: &CellSheet| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.pdf");
        std::fs::write(&file, render_cells(one, faces()).unwrap().pdf).unwrap();
        let shown = judge("qpdf", &["--qdf", "--object-streams=disable", &file.to_string_lossy(), "-"]);
        shown.lines().filter(|line| line.trim_end().ends_with(" l S")).count()
    };
    assert_eq!(strokes(&plain), 0, "labels are cut already");
    assert!(strokes(&seen) >= 4 * seen.grid.count(), "four sides a cell: {}", strokes(&seen));
}
