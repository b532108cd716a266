//! Paragraphs, tables and the page itself as WordprocessingML, each element in the order its schema asks for. What
//! stands in them is `body`'s.

use super::leaf::page;
use super::letterhead;
use super::parts::{Cell, Down, Indent, Para, Part, Row, Rules, Run, TabStop, Table};
use super::photos;
use super::styles::{Stand, Style, sizes, stand};
use super::units::{eighths, twips};
use super::xml::{LINKS, WORD, Written, Xml};
use crate::document::Form;
use crate::error::PaperError;
use crate::layout::head::RULE_BELOW;
use crate::layout::measure::NO_4;
use crate::layout::piece::{FRAME, INNER};
use crate::layout::tail::{MIDDLE, OUTER};

/// The document part.
pub(super) fn document(parts: &[Part], form: Form, marked: bool) -> Result<Vec<u8>, PaperError> {
    let mut xml = Xml::new()?;
    xml.open("w:document", &[("xmlns:w", WORD), ("xmlns:r", LINKS)])?;
    xml.open("w:body", &[])?;
    for (i, part) in parts.iter().enumerate() {
        match part {
            Part::Para(para) => paragraph(&mut xml, para)?,
            Part::Table(table) => write_table(&mut xml, table)?,
            // The last leaves end with the body, others with a paragraph of their own.
            Part::Turn(leaves) if i + 1 == parts.len() => page(&mut xml, form, marked, *leaves)?,
            Part::Turn(leaves) => {
                xml.open("w:p", &[])?;
                xml.open("w:pPr", &[])?;
                xml.val("w:pStyle", &Style::Gap.id())?;
                page(&mut xml, form, marked, *leaves)?;
                xml.close("w:pPr")?;
                xml.close("w:p")?;
            }
        }
    }
    xml.close("w:body")?;
    xml.close("w:document")?;
    Ok(xml.finish())
}

/// A header or footer part of one paragraph.
pub(super) fn edge(name: &str, para: &Para) -> Result<Vec<u8>, PaperError> {
    let mut xml = Xml::new()?;
    xml.open(name, &[("xmlns:w", WORD)])?;
    paragraph(&mut xml, para)?;
    xml.close(name)?;
    Ok(xml.finish())
}

/// — 1 —, one character from the outer edge: right on odd pages, left on even ones (GB/T 9704—2012, 7.5).
pub(super) fn page_number(odd: bool) -> Para {
    let runs = vec![Run::text("— "), Run::PageNumber, Run::text(" —")];
    let (stand, indent) = if odd {
        (Stand::Right, Indent { right: NO_4, ..Indent::default() })
    } else {
        (Stand::Left, Indent { left: NO_4, ..Indent::default() })
    };
    Para { style: Style::Footer, runs, stand: Some(stand), indent: Some(indent), ..Para::default() }
}

fn paragraph(xml: &mut Xml, para: &Para) -> Written {
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.val("w:pStyle", &para.style.id())?;
    if para.keep_next {
        xml.empty("w:keepNext", &[])?;
    }
    if para.page_break {
        xml.empty("w:pageBreakBefore", &[])?;
    }
    if let Some(place) = para.place {
        letterhead::frame(xml, place)?;
        letterhead::rule(xml, place)?;
    }
    if para.red_rule {
        xml.open("w:pBdr", &[])?;
        let space = RULE_BELOW.round().to_string();
        let rule = [("w:val", "single"), ("w:sz", "12"), ("w:space", space.as_str()), ("w:color", "FF0000")];
        xml.empty("w:bottom", &rule)?;
        xml.close("w:pBdr")?;
    }
    if !para.tabs.is_empty() {
        xml.open("w:tabs", &[])?;
        for tab in &para.tabs {
            let (how, leader, at) = match tab {
                TabStop::Left(at) => ("left", "none", at),
                TabStop::Right(at) => ("right", "none", at),
                TabStop::Signing(at) => ("right", "underscore", at),
            };
            let at = twips(*at).to_string();
            xml.empty("w:tab", &[("w:val", how), ("w:leader", leader), ("w:pos", &at)])?;
        }
        xml.close("w:tabs")?;
    }
    spacing(xml, para)?;
    if let Some(own) = para.indent {
        indent(xml, own)?;
    }
    if let Some(how) = para.stand {
        xml.val("w:jc", stand(how))?;
    }
    xml.close("w:pPr")?;
    para.runs.iter().try_for_each(|run| write_run(xml, run))?;
    xml.close("w:p")
}

fn spacing(xml: &mut Xml, para: &Para) -> Written {
    let (before, after) = (twips(para.before).to_string(), twips(para.after).to_string());
    let line = para.line.map(|line| twips(line).to_string());
    let mut own = Vec::new();
    if para.before > 0.0 {
        own.push(("w:before", before.as_str()));
    }
    if para.after > 0.0 {
        own.push(("w:after", after.as_str()));
    }
    if let Some(line) = &line {
        own.extend([("w:line", line.as_str()), ("w:lineRule", "exact")]);
    }
    if own.is_empty() { Ok(()) } else { xml.empty("w:spacing", &own) }
}

/// Indents in points; one in characters of the style's must be taken back, or it would win.
fn indent(xml: &mut Xml, own: Indent) -> Written {
    let (left, right) = (twips(own.left).to_string(), twips(own.right).to_string());
    let first = twips(own.first.abs()).to_string();
    let first = (if own.first < 0.0 { "w:hanging" } else { "w:firstLine" }, first.as_str());
    xml.empty("w:ind", &[("w:left", &left), ("w:right", &right), ("w:firstLineChars", "0"), first])
}

fn write_run(xml: &mut Xml, run: &Run) -> Written {
    if matches!(run, Run::PageNumber) {
        xml.open("w:fldSimple", &[("w:instr", " PAGE ")])?;
        write_run(xml, &Run::text("1"))?;
        return xml.close("w:fldSimple");
    }
    xml.open("w:r", &[])?;
    match run {
        Run::Text { text, style, size } => {
            if style.is_some() || size.is_some() {
                xml.open("w:rPr", &[])?;
                if let Some(style) = style {
                    xml.val("w:rStyle", &style.id())?;
                }
                if let Some(size) = size {
                    sizes(xml, *size)?;
                }
                xml.close("w:rPr")?;
            }
            xml.line("w:t", &[("xml:space", "preserve")], text)?;
        }
        Run::Tab => xml.empty("w:tab", &[])?,
        Run::Break => xml.empty("w:br", &[])?,
        Run::Picture(drawing) => photos::write(xml, drawing)?,
        Run::PageNumber => {}
    }
    xml.close("w:r")
}

fn write_table(xml: &mut Xml, table: &Table) -> Written {
    xml.open("w:tbl", &[])?;
    xml.open("w:tblPr", &[])?;
    if matches!(table.rules, Rules::Imprint | Rules::Copies) {
        let foot = [
            ("w:leftFromText", "0"),
            ("w:rightFromText", "0"),
            ("w:vertAnchor", "margin"),
            ("w:horzAnchor", "margin"),
            ("w:tblpXSpec", "left"),
            ("w:tblpYSpec", "bottom"),
        ];
        xml.empty("w:tblpPr", &foot)?;
    }
    let whole = twips(table.widths.iter().sum()).to_string();
    xml.empty("w:tblW", &[("w:w", &whole), ("w:type", "dxa")])?;
    xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")])?;
    rules(xml, table.rules)?;
    xml.val_of("w:tblLayout", "w:type", "fixed")?;
    xml.open("w:tblCellMar", &[])?;
    let (beside, over) = (twips(table.pad.0).to_string(), twips(table.pad.1).to_string());
    for (side, air) in [("w:top", &over), ("w:left", &beside), ("w:bottom", &over), ("w:right", &beside)] {
        xml.empty(side, &[("w:w", air), ("w:type", "dxa")])?;
    }
    xml.close("w:tblCellMar")?;
    xml.close("w:tblPr")?;
    xml.open("w:tblGrid", &[])?;
    for width in &table.widths {
        xml.val_of("w:gridCol", "w:w", &twips(*width).to_string())?;
    }
    xml.close("w:tblGrid")?;
    table.rows.iter().try_for_each(|row| write_row(xml, row, &table.widths))?;
    xml.close("w:tbl")
}

fn rules(xml: &mut Xml, which: Rules) -> Written {
    let grey = "808080";
    // Over and under; at the sides; between rows; between columns; colour within.
    let (outer, side, rows, columns, within) = match which {
        Rules::None | Rules::Copies => return Ok(()),
        Rules::All => (FRAME, FRAME, INNER, INNER, "000000"),
        Rules::Cells => (1.2, 1.2, INNER, INNER, grey),
        Rules::Imprint => (OUTER, 0.0, MIDDLE, 0.0, "000000"),
    };
    xml.open("w:tblBorders", &[])?;
    for (name, width, colour) in [
        ("w:top", outer, "000000"),
        ("w:left", side, "000000"),
        ("w:bottom", outer, "000000"),
        ("w:right", side, "000000"),
        ("w:insideH", rows, within),
        ("w:insideV", columns, within),
    ] {
        if width > 0.0 {
            let size = eighths(width).to_string();
            let rule = [("w:val", "single"), ("w:sz", size.as_str()), ("w:space", "0"), ("w:color", colour)];
            xml.empty(name, &rule)?;
        }
    }
    xml.close("w:tblBorders")
}

fn write_row(xml: &mut Xml, row: &Row, widths: &[f32]) -> Written {
    xml.open("w:tr", &[])?;
    xml.open("w:trPr", &[])?;
    if !row.cut {
        xml.empty("w:cantSplit", &[])?;
    }
    if let Some((height, exact)) = row.height {
        let rule = if exact { "exact" } else { "atLeast" };
        xml.empty("w:trHeight", &[("w:val", &twips(height).to_string()), ("w:hRule", rule)])?;
    }
    if row.head {
        xml.empty("w:tblHeader", &[])?;
    }
    xml.close("w:trPr")?;
    let mut at = 0;
    for cell in &row.cells {
        let to = (at + 1 + cell.more).min(widths.len());
        write_cell(xml, cell, widths.get(at..to).unwrap_or_default().iter().sum(), row.cut)?;
        at = to;
    }
    xml.close("w:tr")
}

fn write_cell(xml: &mut Xml, cell: &Cell, width: f32, tall: bool) -> Written {
    xml.open("w:tc", &[])?;
    xml.open("w:tcPr", &[])?;
    xml.empty("w:tcW", &[("w:w", &twips(width).to_string()), ("w:type", "dxa")])?;
    if cell.more > 0 {
        xml.val("w:gridSpan", &(cell.more + 1).to_string())?;
    }
    match cell.down {
        Down::No => {}
        Down::Begins => xml.val("w:vMerge", "restart")?,
        Down::GoesOn => xml.empty("w:vMerge", &[])?,
    }
    // A row that goes on over the page is read from its top.
    xml.val(
        "w:vAlign",
        if cell.low {
            "bottom"
        } else if tall {
            "top"
        } else {
            "center"
        },
    )?;
    xml.close("w:tcPr")?;
    cell.paras.iter().try_for_each(|para| paragraph(xml, para))?;
    xml.close("w:tc")
}
