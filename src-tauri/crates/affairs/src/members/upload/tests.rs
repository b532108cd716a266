//! The two workbooks of a pre-flight, read back: where everything stands, what is refused and why.

use std::path::{Path, PathBuf};

use sheet::{Book, Cell};

use super::{Upload, UploadTemplate, check, clean, errors, of_file, summed, templates};
use crate::members::roster::tests::cases::{book, preview};
use crate::members::roster::{Field, Options};

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

fn province() -> UploadTemplate {
    templates(&assets()).unwrap().remove(0)
}

fn back(write: impl Fn(&Path) -> u32) -> (Book, u32) {
    let home = tempfile::TempDir::new().unwrap();
    let to = home.path().join("上报.xlsx");
    let rows = write(&to);
    (sheet::read(&to, &mut |_, _| true).unwrap(), rows)
}

fn upload() -> Upload {
    let file = book(&[
        &[
            "姓名",
            "性别",
            "证件号码",
            "移动电话",
            "民族",
            "学历",
            "技能等级",
            "会籍变化类型",
            "会籍变化日期",
            "会籍变化原因",
            "出生日期",
        ],
        &[
            "张三",
            "男",
            "110101199003070011",
            "13800138000",
            "汉",
            "本科",
            "三级",
            "入会",
            "2019-05-01",
            "",
            "1990-03-07",
        ],
        &["李四", "男", "360121198506120014", "", "回族", "大专", "学徒", "转出", "", "", "1985-06"],
        &["王五", "女", "36012119850612002", "13800138001", "", "", "", "入会", "2019-05", "", ""],
    ]);
    of_file(&preview(&file, &Options::default()), &province())
}

#[test]
fn the_clean_workbook_is_laid_out_as_the_system_wants_it() {
    let (upload, template) = (upload(), province());
    let (book, rows) = back(|to| clean(&upload, &template, to).unwrap());
    let page = &book.pages[0];
    assert_eq!(rows, 1);
    assert!(page.merges.is_empty(), "no merged cell");
    assert_eq!(page.row(1).unwrap().get(1).show(), template.title);
    let heads: Vec<String> = page.row(4).unwrap().cells.iter().map(|(_, cell)| cell.show()).collect();
    assert_eq!(heads.len(), 20);
    assert_eq!(
        (heads[1].as_str(), heads[7].as_str(), heads[19].as_str()),
        ("姓名*", "证件号码*", "是否农民工")
    );
    let cells: Vec<String> = (1..=20).map(|column| page.row(5).unwrap().get(column).show()).collect();
    assert_eq!(
        cells,
        [
            "1",
            "张三",
            "1",
            "19900307",
            "01",
            "",
            "1",
            "110101199003070011",
            "21",
            "3",
            "13800138000",
            "",
            "",
            "1",
            "20190501",
            "",
            "",
            "",
            "",
            ""
        ]
    );
    assert!(
        page.row(5).unwrap().cells.iter().all(|(_, cell)| matches!(cell, Cell::Text(_))),
        "codes stay text"
    );
    let last = page.rows.last().unwrap();
    assert_eq!((last.number, last.get(1).show()), (6, template.last));
}

#[test]
fn the_error_workbook_has_whoever_does_not_pass_with_a_comment_on_each_bad_cell() {
    let (upload, template) = (upload(), province());
    let checked = summed(&upload);
    assert_eq!((checked.people, checked.good, checked.bad), (3, 1, 2));
    let headings: Vec<(u32, &str)> = upload.faults.iter().map(|f| (f.line, f.heading.as_str())).collect();
    for one in
        [(1, "移动电话"), (1, "会籍变化日期"), (1, "会籍变化原因"), (2, "证件号码"), (2, "会籍变化日期")]
    {
        assert!(headings.contains(&one), "{one:?} in {headings:?}");
    }
    // An apprentice has no grade yet; a number that is wrong stands as it was written, with what is wrong about it.
    assert!(!headings.contains(&(1, "技能等级")), "{headings:?}");
    let number = upload.faults.iter().find(|f| (f.line, f.heading.as_str()) == (2, "证件号码")).unwrap();
    let shown = usize::try_from(number.column).unwrap();
    assert_eq!(upload.lines[2].cells[shown], "36012119850612002", "{}", number.message);
    assert!(!number.message.contains("没有填") && !number.message.contains("导入"), "{}", number.message);
    let home = tempfile::TempDir::new().unwrap();
    let to = home.path().join("问题.xlsx");
    assert_eq!(errors(&upload, &template, &to).unwrap(), 2);
    let book = sheet::read(&to, &mut |_, _| true).unwrap();
    assert_eq!(book.pages[0].row(5).unwrap().get(2).show(), "李四");
    let mut zip = zip_of(&to);
    let comments = zip.remove("xl/comments1.xml").expect("comments are written");
    assert_eq!(comments.matches("<comment ").count(), upload.faults.len());
    assert!(comments.contains("ref=\"O6\"") && comments.contains("只知道年和月"), "{comments}");
}

/// The parts of a workbook that are text.
fn zip_of(path: &Path) -> std::collections::HashMap<String, String> {
    use std::io::Read;
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut parts = std::collections::HashMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        if part.read_to_string(&mut text).is_ok() {
            parts.insert(part.name().unwrap().to_string(), text);
        }
    }
    parts
}

#[test]
fn case_59_the_error_workbook_stops_at_the_first_five_thousand_and_says_so() {
    let template = province();
    let mut many = Upload::default();
    for n in 0..6000 {
        let value = move |field: Field| (field == Field::Name).then(|| format!("人{n}"));
        check::line(&template, &mut many, (format!("人{n}"), None, Some(n + 5)), &value);
    }
    assert_eq!(many.faults.len(), 12_000, "neither number nor phone");
    let (book, rows) = back(|to| errors(&many, &template, to).unwrap());
    assert_eq!(rows, 2500, "two on each");
    let said = book.pages[0].row(3).unwrap().get(1).show();
    assert!(said.contains("共12000处") && said.contains("前5000处"), "{said}");
}

#[test]
fn every_template_names_each_field_once_and_asks_for_the_three_that_are_required() {
    for template in templates(&assets()).unwrap() {
        let required: Vec<Field> = template.columns.iter().filter(|c| c.required).map(|c| c.value).collect();
        assert_eq!(required, [Field::Name, Field::IdNumber, Field::Phone], "{}", template.name);
        for column in &template.columns {
            let same = template.columns.iter().filter(|other| other.value == column.value).count();
            assert_eq!(same, 1, "{}: {}", template.name, column.heading);
            let heading = column.heading.trim_end_matches('*');
            assert_eq!(
                Field::of_heading(heading),
                Some(column.value),
                "{heading} is read back as what it is"
            );
        }
    }
}
