//! From a book to a preview: chooses the pages that are rosters, sorts their rows, checks people one by
//! one and then against each other, and sums up.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sheet::{Book, Page};

use super::ages::Ages;
use super::check::Desk;
use super::field::Field;
use super::header::{find_header, lacks_name};
use super::known::{self, Known};
use super::model::{
    ABSENT, ColumnFound, FieldName, Header, Options, PageFound, Preview, ProblemKind, Reading, RosterError,
    RosterRow, RowStatus, Severity,
};
use super::rows::{RowSort, sort};
use super::{cross, person, shops, units, words};
use crate::sheets::recognise;

/// Reads a book as a roster. Pure: the same book, day, ages and options give the same preview.
///
/// `today` is the day at the desk; `ages` come from the law; `progress` is told (rows done, rows in all) and stops by returning false.
///
/// # Errors
/// A [`RosterError`] when no page is a roster, or when stopped.
pub fn read_roster(
    book: &Book,
    today: NaiveDate,
    ages: &Ages,
    known: &Known,
    options: &Options,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Preview, RosterError> {
    let mut remarks = Vec::new();
    let pages = choose(book, options, &mut remarks)?;
    let total: u64 = pages.iter().map(|(p, _)| p.rows.len() as u64).sum();
    let several = pages.len() > 1;
    let other = recognise(book);
    let another = other.is_some();
    let mut preview = Preview { remarks, fields: fields(), another, ..Preview::empty(book.sha256.clone()) };
    preview.pages.reserve(pages.len());
    let mut readings = BTreeMap::new();
    let mut done = 0u64;
    for (page, header) in &pages {
        let mut desk = Desk::new(page, header, options, ages, &known.units, today);
        desk.page_index = u32::try_from(preview.pages.len()).unwrap_or(u32::MAX);
        desk.epoch_1904 = book.epoch_1904;
        desk.shop_name =
            (several && !desk.has(Field::Shop) && !default_name(&page.name)).then_some(page.name.as_str());
        desk.readings = std::mem::take(&mut readings);
        let before = preview.rows.len();
        let mut last = header.last_row;
        let below = page.rows.iter().filter(|r| r.number > header.last_row);
        for row in below {
            done += 1;
            if done.is_multiple_of(500) && !progress(done, total) {
                return Err(RosterError::Cancelled);
            }
            let counts = &mut preview.counts;
            let sorted = sort(row, header);
            if sorted != RowSort::Blank {
                counts.blank_rows += (row.number - last).saturating_sub(1);
                last = row.number;
            }
            match sorted {
                RowSort::Person => preview.rows.push(person::check(&mut desk, row)),
                RowSort::Blank => {}
                RowSort::Total => counts.total_rows += 1,
                RowSort::Note => counts.note_rows += 1,
                RowSort::Head => counts.repeated_heads += 1,
            }
        }
        readings = std::mem::take(&mut desk.readings);
        let people = u32::try_from(preview.rows.len() - before).unwrap_or(u32::MAX);
        preview.pages.push(PageFound { name: page.name.clone(), header: header.clone(), people });
    }
    if preview.rows.is_empty() {
        return Err(RosterError::NoPeople);
    }
    let columns: Vec<&[ColumnFound]> = preview.pages.iter().map(|p| p.header.columns.as_slice()).collect();
    let names: Vec<String> = preview.pages.iter().map(|page| page.name.clone()).collect();
    let seen = known::check(&mut preview.rows, (&names, &columns), options, known, other);
    cross::check(&mut preview.rows, &columns, options);
    shops::check(&mut preview.rows, &columns, options, &known.shops);
    units::compare(&mut preview.rows, &columns, options, &known.units);
    let absent = known.absent(&preview.rows, &seen);
    preview.absent_total = u32::try_from(absent.len()).unwrap_or(u32::MAX);
    preview.absent = absent.into_iter().take(ABSENT).collect();
    preview.readings =
        readings.into_iter().map(|((field, was), (now, rows))| Reading { field, was, now, rows }).collect();
    sum_up(&mut preview);
    tell(book, &mut preview);
    if !progress(total, total) {
        return Err(RosterError::Cancelled);
    }
    Ok(preview)
}

/// The pages to read, each with its header. Hidden pages are left out as long as a visible one will do.
fn choose<'b>(
    book: &'b Book,
    options: &Options,
    remarks: &mut Vec<String>,
) -> Result<Vec<(&'b Page, Header)>, RosterError> {
    let wanted: Vec<&Page> = match &options.page {
        Some(name) => book.pages.iter().filter(|p| p.name == *name).collect(),
        None => book.pages.iter().collect(),
    };
    if wanted.is_empty() {
        return Err(RosterError::NoSuchPage);
    }
    let mut found: Vec<(&Page, Header)> =
        wanted.iter().filter_map(|p| find_header(p).map(|h| (*p, with_choice(p, h, options)))).collect();
    if found.iter().any(|(p, _)| !p.hidden) {
        for (page, _) in found.iter().filter(|(p, _)| p.hidden) {
            remarks.push(format!("工作表“{}”是隐藏的，没有读它；要读它请单独选择。", page.name));
        }
        found.retain(|(p, _)| !p.hidden);
    }
    found.retain(|(_, h)| h.columns.iter().any(|c| c.field == Field::Name));
    if found.is_empty() {
        let nameless = wanted.iter().any(|p| lacks_name(p));
        return Err(if nameless { RosterError::NoNameColumn } else { RosterError::NoHeader });
    }
    Ok(found)
}

/// Lays what the person said about single columns over what the headings say.
fn with_choice(page: &Page, mut header: Header, options: &Options) -> Header {
    for (column, field) in &options.columns {
        let heading = header
            .columns
            .iter()
            .map(|c| (c.column, &c.heading))
            .chain(header.unknown.iter().map(|c| (c.column, &c.heading)))
            .find(|(c, _)| c == column)
            .map(|(_, h)| h.clone())
            .unwrap_or_else(|| page.row(header.row).map(|r| r.get(*column).show()).unwrap_or_default());
        header.columns.retain(|c| c.column != *column && Some(c.field) != *field);
        header.unknown.retain(|c| c.column != *column);
        match field {
            Some(field) => header.columns.push(ColumnFound { column: *column, field: *field, heading }),
            None => header.unknown.push(super::model::UnknownColumn { column: *column, heading }),
        }
    }
    header.columns.sort_by_key(|c| c.column);
    header
}

/// What a column can be said to hold: all but what other programs write into it.
fn fields() -> Vec<FieldName> {
    let own = |field: &Field| !matches!(field, Field::Sequence | Field::ImportResult | Field::ImportFault);
    Field::all().filter(own).map(|field| FieldName { field, name: field.label().to_owned() }).collect()
}

/// Names that a program gave a page, not a person.
fn default_name(name: &str) -> bool {
    ["sheet", "工作表", "table", "表"].iter().any(|d| {
        name.to_lowercase()
            .strip_prefix(d)
            .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || c == ' '))
    })
}

fn sum_up(preview: &mut Preview) {
    let counts = &mut preview.counts;
    let mut asks: BTreeMap<ProblemKind, (u32, Option<String>)> = BTreeMap::new();
    for row in &preview.rows {
        counts.total += 1;
        match row.status {
            RowStatus::Ready => {
                counts.ready += 1;
                counts.changed += u32::from(row.of.is_some());
            }
            RowStatus::Ask => counts.ask += 1,
            RowStatus::Stop => counts.stop += 1,
            RowStatus::Skipped => counts.skipped += 1,
        }
        for problem in &row.problems {
            match problem.severity {
                Severity::Note => counts.notes += 1,
                Severity::Ask => {
                    let (n, sample) = asks.entry(problem.kind).or_default();
                    *n += 1;
                    if sample.is_none() && problem.kind != ProblemKind::Id15Digits {
                        sample.clone_from(&problem.proposal);
                    }
                }
                Severity::Stop => {}
            }
        }
    }
    preview.asks =
        asks.into_iter().map(|(kind, (n, sample))| words::question(kind, n, sample.as_deref())).collect();
}

/// What is worth knowing about the file as a whole.
fn tell(book: &Book, preview: &mut Preview) {
    let has = |rows: &[RosterRow], f: fn(&RosterRow) -> bool| rows.iter().any(f);
    let column =
        |field: Field| preview.pages.iter().any(|p| p.header.columns.iter().any(|c| c.field == field));
    let mut remarks = Vec::new();
    if book.hidden_rows > 0 {
        remarks.push(format!(
            "文件里有{}行是隐藏或被筛选掉的，也一起读了；如果不要它们，请先在表格里删去。",
            book.hidden_rows
        ));
    }
    let hidden: usize = book.pages.iter().map(|page| page.hidden_columns.len()).sum();
    if hidden > 0 {
        remarks.push(format!(
            "文件里有{hidden}列是隐藏的，列名认得的也一起读了；不要的列请在“列的对应”里改为不导入。"
        ));
    }
    if book.pictures > 0 {
        remarks.push(format!("文件里有{}张图片，浮在格子上面，没有读。", book.pictures));
    }
    if column(Field::UnionCode) {
        remarks.push("工会代码核对过；账本只记本工会的一个，这一列只随原始行保存。".to_owned());
    }
    if !column(Field::IdNumber) {
        remarks.push("表里没有证件号码这一列，重名的人以后不容易分清。".to_owned());
    }
    if !column(Field::Sex) && has(&preview.rows, |r| r.person.sex.is_some()) {
        remarks.push("表里没有性别这一列，性别按证件号码记。".to_owned());
    }
    if !column(Field::Birth) && has(&preview.rows, |r| r.person.birth.is_some()) {
        remarks.push("表里没有出生日期这一列，出生日期按证件号码记。".to_owned());
    }
    let unknown: Vec<String> = preview
        .pages
        .iter()
        .flat_map(|p| p.header.unknown.iter().map(|c| format!("“{}”", c.heading)))
        .take(8)
        .collect();
    if !unknown.is_empty() {
        // What is taken of a sheet of another kind, and where it goes, is said of that sheet.
        let kept = if preview.another {
            "这些列不加进花名册，花名册里也不保存；这份表能登记的，由上面那一栏登记"
        } else {
            "这些列没有导入，只随原始行保存"
        };
        remarks.push(format!("{kept}：{}。", unknown.join("、")));
    }
    preview.remarks.extend(remarks);
}
