//! What a union's own template may not take away from the program's: the form, what must stand in the paper, what the
//! program says of itself (草稿, 编号, 更正), who signs and seals. And how large its parts may be.

use serde_json::Value as Json;

use super::Faults;
use super::words::kind_word;
use crate::document::{BlockKind, Document};
use crate::template::file::{BlockTemplate, Kind, TemplateFile};

/// What a file must keep, told from both files.
pub(super) fn of_files(own: &TemplateFile, program: &TemplateFile, faults: &mut Faults<'_>) {
    if own.form != program.form {
        faults.at("form", None, "form 决定版式和能不能用红头，不能改，请改回程序模板里的写法");
    }
    if own.title.trim().is_empty() {
        faults.at("title", None, "title 是文书的名称，也是 PDF 的标题，不能空着");
    }
    for asked in &program.required {
        let kept = own.required.iter().find(|one| one.field == asked.field);
        if kept.is_none_or(|one| one.when.is_some() && one.when != asked.when) {
            let why = format!(
                "“{}”（{}）是送审必须写全的，请把 required 里的这一行原样放回去",
                asked.name, asked.field
            );
            faults.at("required", None, why);
        }
    }
    defaults(own, program, faults);
    fixed(own, program, faults);
    red_header(own, program, faults);
    sizes(&own.block, "block", 0, faults);
}

/// A default stands for what the ledger does not give, so it may say how many copies, and never who signed.
fn defaults(own: &TemplateFile, program: &TemplateFile, faults: &mut Faults<'_>) {
    for (name, value) in &own.defaults {
        let at = format!("defaults.{name}");
        match program.defaults.get(name) {
            None => faults.at(&at, None, format!("程序的模板没有“{name}”这个默认值，不能加")),
            Some(was) if was == value => {}
            Some(Json::Number(_)) if value.as_u64().is_some_and(|n| (1..=99).contains(&n)) => {}
            Some(Json::Number(_)) => faults.at(&at, None, format!("“{name}”要写 1 到 99 的数")),
            Some(Json::String(was)) if !was.is_empty() && value.as_str().is_some_and(|s| !s.is_empty()) => {}
            Some(_) => faults.at(&at, None, format!("“{name}”的默认值不能改")),
        }
    }
    for name in program.defaults.keys().filter(|name| !own.defaults.contains_key(*name)) {
        faults.at("defaults", None, format!("少了“{name}”的默认值，请把 [defaults] 里的这一行放回去"));
    }
}

/// What the program keeps true stands in every paper, in the same words.
fn fixed(own: &TemplateFile, program: &TemplateFile, faults: &mut Faults<'_>) {
    for kept in program.block.iter().filter(|b| b.fixed) {
        match own.block.iter().position(|b| b.id == kept.id) {
            None => faults.at(
                "block",
                None,
                format!("少了“{}”这一段：草稿、编号、更正由程序写，请原样放回去", kept.id),
            ),
            Some(i) if own.block[i] != *kept => faults.at(
                &format!("block.{i}"),
                Some(&kept.id),
                "这一段由程序写（fixed = true），位置可以换，内容不能改",
            ),
            Some(_) => {}
        }
    }
    for (i, b) in own.block.iter().enumerate().filter(|(_, b)| b.kind == Kind::DocumentNumber) {
        if !program.block.iter().any(|kept| kept == b) {
            faults.at(&format!("block.{i}"), Some(&b.id), "发文字号由程序编，不能另写，请去掉");
        }
    }
    for (i, b) in own.block.iter().enumerate().filter(|(_, b)| b.fixed) {
        if !program.block.iter().any(|kept| kept.fixed && kept.id == b.id) {
            faults.at(&format!("block.{i}"), Some(&b.id), "fixed = true 只用于程序自己写的段，请去掉");
        }
    }
}

/// Only requests, reports, notices and decisions bear a red header: those whose template has one.
fn red_header(own: &TemplateFile, program: &TemplateFile, faults: &mut Faults<'_>) {
    let of_program = red_headers(&program.block, "block");
    for (at, b) in red_headers(&own.block, "block") {
        match of_program.first() {
            None => faults.at(&at, Some(&b.id), "红头只用于请示、报告、通知、决定，这种文书不能加红头"),
            Some((_, was)) if was.text != b.text || was.when != b.when => {
                faults.at(&at, Some(&b.id), "红头上的发文机关标志不能改");
            }
            Some(_) => {}
        }
    }
}

fn red_headers<'a>(blocks: &'a [BlockTemplate], at: &str) -> Vec<(String, &'a BlockTemplate)> {
    let mut found = Vec::new();
    for (i, b) in blocks.iter().enumerate() {
        let at = format!("{at}.{i}");
        found.extend(red_headers(&b.block, &format!("{at}.block")));
        if b.kind == Kind::RedHeader {
            found.push((at, b));
        }
    }
    found
}

/// Groups within groups.
const DEEPEST: usize = 3;
/// Points: from 小五 to 一号.
const TYPE_SIZE: std::ops::RangeInclusive<f32> = 9.0..=26.0;
/// Lines of a page.
const LINES: std::ops::RangeInclusive<f32> = 0.0..=22.0;
/// Millimetres of the type area.
const HEIGHT: std::ops::RangeInclusive<f32> = 0.0..=200.0;
/// Shares of a table's width.
const WIDTH: std::ops::RangeInclusive<f32> = 0.1..=1000.0;
/// Columns, and rows that a cell may reach over.
const CELLS: usize = 40;

fn sizes(blocks: &[BlockTemplate], at: &str, depth: usize, faults: &mut Faults<'_>) {
    for (i, b) in blocks.iter().enumerate() {
        let at = format!("{at}.{i}");
        let mut wrong = |key: &str, why: String| faults.at(&format!("{at}.{key}"), Some(&b.id), why);
        // Comparing with NaN is false, so a range holds no such number.
        if b.size.is_some_and(|size| !TYPE_SIZE.contains(&size)) {
            wrong("size", format!("字号（size）要在 {} 到 {} 之间", TYPE_SIZE.start(), TYPE_SIZE.end()));
        }
        if b.lines.is_some_and(|lines| !LINES.contains(&lines)) {
            wrong("lines", format!("空行数（lines）要在 {} 到 {} 之间", LINES.start(), LINES.end()));
        }
        let widths = b.widths.iter().chain(b.column.iter().map(|c| &c.width));
        if widths.clone().any(|width| !WIDTH.contains(width)) || widths.count() > CELLS {
            let key = if b.widths.is_empty() { "column" } else { "widths" };
            wrong(key, format!("表格最多{CELLS}栏，栏宽要在 {} 到 {} 之间", WIDTH.start(), WIDTH.end()));
        }
        if b.row.iter().any(|row| !HEIGHT.contains(&row.height)) {
            wrong("row", format!("行高（height）要在 {} 到 {} 毫米之间", HEIGHT.start(), HEIGHT.end()));
        }
        let reach = |n: u8| (1..=CELLS).contains(&usize::from(n));
        let columns = b.widths.len();
        let fits = |row: &crate::template::file::RowTemplate| {
            row.cell.iter().all(|c| reach(c.across) && reach(c.down))
                && row.cell.iter().map(|c| usize::from(c.across)).sum::<usize>() <= columns
        };
        if b.kind == Kind::Form && !b.row.iter().all(fits) {
            wrong("row", format!("一行里的格子不能超过{columns}栏"));
        }
        if depth >= DEEPEST {
            wrong("block", format!("组里套组最多{DEEPEST}层"));
        } else {
            sizes(&b.block, &format!("{at}.block"), depth + 1, faults);
        }
    }
}

/// The title, who signs, seals and dates: all of them in the union's own paper too, told from both papers filled with the sample.
/// `when` says in which case, where it is not always.
pub(super) fn of_papers(own: &Document, program: &Document, when: &str, faults: &mut Faults<'_>) {
    let mut there = marks(own);
    for mark in marks(program) {
        match there.iter().position(|one| *one == mark) {
            Some(i) => drop(there.swap_remove(i)),
            None => faults.at("block", None, format!("{when}少了{mark}，送审会被退回，请放回去")),
        }
    }
    // 版记 closes a paper.
    let closed = own.blocks.iter().position(|b| matches!(b.kind, BlockKind::Imprint { .. }));
    if let Some(after) = closed.and_then(|at| own.blocks.get(at + 1)) {
        faults.in_block(&after.id, "版记后面不能再有内容，请移到版记前面");
    }
}

/// The title and the places for hand and seal, in words.
fn marks(paper: &Document) -> Vec<String> {
    let mut all = Vec::new();
    for block in &paper.blocks {
        match &block.kind {
            BlockKind::Signatures { sides } => {
                for side in sides {
                    all.extend(side.names.iter().map(|one| {
                        if one.name.is_empty() {
                            format!("{}的位置", kind_word(&block.kind))
                        } else {
                            format!("“{}”签字的位置", one.name)
                        }
                    }));
                    all.extend(side.seal.iter().map(|body| format!("“{body}”盖章的位置")));
                    all.extend(side.date.then(|| "签字日期".to_owned()));
                }
            }
            BlockKind::DateLine { signer, seal, .. } => {
                all.push("落款日期".to_owned());
                all.extend(signer.iter().map(|body| format!("落款“{body}”")));
                all.extend(seal.then(|| "落款处盖章的位置".to_owned()));
            }
            BlockKind::DocumentNumber { signer: Some(_), .. } => all.push("签发人".to_owned()),
            BlockKind::Title { .. } => all.push("标题".to_owned()),
            BlockKind::RedHeader { .. } => all.push("红头".to_owned()),
            BlockKind::Imprint { .. } => all.push("版记".to_owned()),
            _ => {}
        }
    }
    all
}
