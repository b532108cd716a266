//! Filling an Excel form: every worksheet, and the workbook around them when rows are added: names, order of reckoning,
//! what hangs on cells. What cannot move without harm refuses the whole.

mod around;
mod cells;
mod heads;
mod refs;
mod sheet;
mod styles;

use std::collections::{BTreeMap, BTreeSet};

use refs::{Manner, Shift, cell};
use sheet::{Filling, Sheet, Strings};
use styles::Styles;

use super::error::FormError;
use super::facts::{Facts, Report};
use super::package::{Link, Package};
use super::tree::{Edit, Tree, escaped};

/// Fills all worksheets.
pub(super) fn fill(
    package: &mut Package,
    main: &str,
    facts: &Facts,
    report: &mut Report,
) -> Result<Vec<u8>, FormError> {
    let book = package.tree(main)?.ok_or(FormError::Damaged)?;
    let links = package.links(main)?;
    let of_kind = |kind: &str| links.iter().find(|link| link.kind == kind).map(|link| link.part.clone());
    let strings = match of_kind("sharedStrings") {
        Some(part) => package.tree(&part)?.map(Strings::of),
        None => None,
    };
    let sheets = sheets(package, &book, &links, strings.as_ref(), facts)?;
    let mut marked = sheets.iter().any(Sheet::has_marks);
    for sheet in &sheets {
        marked |= sheet.has_marks_beside()?;
    }
    if !marked {
        return package.written(&BTreeMap::new(), &BTreeSet::new());
    }
    let grows = sheets.iter().any(|sheet| sheet.shift.moves());
    for sheet in &sheets {
        if let Some(first) = sheet.shift.first() {
            nothing_in_the_way(package, sheet, first)?;
        }
        if grows && sheet.has_shared_formulas() {
            let grown = sheets.iter().find(|sheet| sheet.shift.moves());
            let name = grown.map(|sheet| sheet.name.clone()).unwrap_or_default();
            return Err(FormError::CannotGrow {
                sheet: name, why: "这个文件里有成片填充的公式"
            });
        }
    }
    let styles_part = of_kind("styles");
    let styles = match &styles_part {
        Some(part) => package.tree(part)?.map(Styles::of),
        None => None,
    };
    let shifts = sheets.iter().map(|sheet| (sheet.name.to_lowercase(), sheet.shift.clone())).collect();
    let epoch_1904 = book
        .each("workbookPr")
        .any(|at| book.attribute(at, "date1904").is_some_and(|value| matches!(value.as_str(), "1" | "true")));
    let mut filling = Filling { facts, strings: strings.as_ref(), styles, shifts, epoch_1904 };
    let mut new = BTreeMap::new();
    for sheet in &sheets {
        if let Some(text) = sheet.filled(&mut filling, report)? {
            new.insert(sheet.part.clone(), text);
        }
    }
    if let (Some(part), Some(styles)) = (styles_part, &filling.styles)
        && let Some(text) = styles.edited()?
    {
        new.insert(part, text);
    }
    let mut edits = Vec::new();
    if grows {
        edits.extend(names(&book, &sheets, &filling.shifts)?);
    }
    if sheets.iter().any(Sheet::has_formulas) {
        edits.push(reckon_anew(&book)?);
    }
    if !edits.is_empty() {
        new.insert(main.to_owned(), book.edited(0..book.text.len(), &mut edits));
    }
    let mut without = BTreeSet::new();
    if let Some(chain) = of_kind("calcChain").filter(|_| grows) {
        without_chain(package, main, &chain, &mut new)?;
        without.insert(chain);
    }
    package.written(&new, &without)
}

fn sheets(
    package: &mut Package,
    book: &Tree,
    links: &[Link],
    strings: Option<&Strings>,
    facts: &Facts,
) -> Result<Vec<Sheet>, FormError> {
    let mut sheets = Vec::new();
    for at in book.each("sheet") {
        let name = book.attribute(at, "name").unwrap_or_default();
        let id = book.attribute(at, "id").unwrap_or_default();
        let Some(link) = links.iter().find(|link| link.id == id && link.kind == "worksheet") else {
            continue;
        };
        let tree = package.tree(&link.part)?.ok_or(FormError::Damaged)?;
        sheets.push(Sheet::of((name, link.part.clone()), tree, strings, facts)?);
    }
    Ok(sheets)
}

/// Refuses rows to be added above what hangs on cells and would stay behind.
fn nothing_in_the_way(package: &mut Package, sheet: &Sheet, first: u32) -> Result<(), FormError> {
    for link in package.links(&sheet.part)? {
        let below = |row: u32| row > first;
        let why = match link.kind.as_str() {
            "drawing" => {
                let Some(tree) = package.tree(&link.part)? else { continue };
                let mut rows = Vec::new();
                for at in tree.each("row") {
                    rows.push(tree.read(at)?.trim().parse::<u32>().unwrap_or(0).saturating_add(1));
                }
                rows.into_iter().any(below).then_some("下面有图片或图形")
            }
            "comments" | "threadedComment" => {
                let Some(tree) = package.tree(&link.part)? else { continue };
                let hangs = |at: usize| tree.attribute(at, "ref").and_then(|name| Some(cell(&name)?.1));
                (0..tree.len()).filter_map(hangs).any(below).then_some("下面的格子有批注")
            }
            "table" => {
                let Some(tree) = package.tree(&link.part)? else { continue };
                let area = tree.attribute(0, "ref").unwrap_or_default();
                let end = area.rsplit(':').next().and_then(|name| Some(cell(name)?.1)).unwrap_or(u32::MAX);
                (end >= first).then_some("名单在“套用表格格式”的区域里或它的上面")
            }
            "pivotTable" => Some("有数据透视表"),
            _ => None,
        };
        if let Some(why) = why {
            return Err(FormError::CannotGrow { sheet: sheet.name.clone(), why });
        }
    }
    Ok(())
}

/// The names of areas, printed areas among them.
fn names(book: &Tree, sheets: &[Sheet], shifts: &BTreeMap<String, Shift>) -> Result<Vec<Edit>, FormError> {
    let mut edits = Vec::new();
    for at in book.each("definedName") {
        let old = book.read(at)?;
        let new = refs::formula(&old, "", Manner::Condition, shifts).map_err(|_| {
            let grown = sheets.iter().find(|sheet| sheet.shift.moves());
            let sheet = grown.map(|sheet| sheet.name.clone()).unwrap_or_default();
            FormError::CannotGrow { sheet, why: "有名称用了 INDIRECT 或 OFFSET" }
        })?;
        if new != old {
            edits.push((book.inside(at), escaped(&new)));
        }
    }
    Ok(edits)
}

/// Has whoever opens the file reckon everything anew.
fn reckon_anew(book: &Tree) -> Result<Edit, FormError> {
    if let Some(at) = book.child(0, "calcPr") {
        return book.retag(at, &[("fullCalcOnLoad", Some("1"))]);
    }
    let before = |at: &usize| {
        matches!(book.local(*at), "sheets" | "functionGroups" | "externalReferences" | "definedNames")
    };
    let end = book.children(0).filter(before).last().map(|at| book.all(at).end).ok_or(FormError::Damaged)?;
    Ok((end..end, format!("<{}calcPr fullCalcOnLoad=\"1\"/>", book.prefix(0))))
}

/// Takes the order of reckoning out: it names cells that have moved, and programs make it anew.
fn without_chain(
    package: &mut Package,
    main: &str,
    chain: &str,
    new: &mut BTreeMap<String, String>,
) -> Result<(), FormError> {
    for (part, key) in [(Package::links_of(main), "Type"), ("[Content_Types].xml".to_owned(), "PartName")] {
        let Some(tree) = package.tree(&part)? else { continue };
        let names = |at: &usize| {
            let value = tree.attribute(*at, key).unwrap_or_default();
            value.trim_start_matches('/') == chain || value.ends_with("/calcChain")
        };
        let mut edits: Vec<Edit> =
            tree.children(0).filter(names).map(|at| (tree.all(at), String::new())).collect();
        new.insert(part, tree.edited(0..tree.text.len(), &mut edits));
    }
    Ok(())
}
