//! The leaf of a Word file: its size, way and margins, and where its header and footer stand. Figures of GB/T 9704—2012, as
//! in `layout`.

use super::parts::Leaves;
use super::units::twips;
use super::xml::{Written, Xml};
use crate::document::Form;
use crate::layout::SHEET_MORE;
use crate::layout::furniture::{BELOW, DASH};
use crate::layout::measure::{HEIGHT, LEFT, MM, NO_4, PITCH, TOP, WIDTH};
use crate::layout::page::{PAGE_HEIGHT, PAGE_WIDTH};

/// From the page's upper edge to the mark in the header.
const HEADER: f32 = 15.0 * MM;

/// The leaf and its margins. A turned leaf has its head at the left, where it is bound; Word sets its number under the
/// turned text and not at the foot of the leaf, as the PDF does.
pub(super) fn page(xml: &mut Xml, form: Form, marked: bool, leaves: Leaves) -> Written {
    let Leaves { wide, cover } = leaves;
    let numbered = form != Form::Sheet;
    xml.open("w:sectPr", &[])?;
    for (kind, even) in [("default", false), ("even", true)] {
        let which = if even { "Even" } else { "Odd" };
        if marked {
            xml.empty("w:headerReference", &[("w:type", kind), ("r:id", &format!("rIdHeader{which}"))])?;
        }
        if numbered {
            xml.empty("w:footerReference", &[("w:type", kind), ("r:id", &format!("rIdFooter{which}"))])?;
        }
    }
    if marked && cover {
        xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", "rIdHeaderOdd")])?;
    }
    let points = |value: f32| twips(value).to_string();
    let (w, h) = (points(PAGE_WIDTH), points(PAGE_HEIGHT));
    if wide {
        xml.empty("w:pgSz", &[("w:w", &h), ("w:h", &w), ("w:orient", "landscape")])?;
    } else {
        xml.empty("w:pgSz", &[("w:w", &w), ("w:h", &h)])?;
    }
    let below = PAGE_HEIGHT - TOP - HEIGHT - if numbered { 0.0 } else { SHEET_MORE };
    // The middle of the number's dashes stands a fixed way under the type area.
    let footer = PAGE_HEIGHT - TOP - HEIGHT - BELOW - DASH * NO_4;
    let right = PAGE_WIDTH - LEFT - WIDTH;
    let (top, right, below, left, footer) = if wide {
        (LEFT, TOP, right, below, right - BELOW - DASH * NO_4)
    } else {
        (TOP, right, below, LEFT, footer)
    };
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", &points(top)),
            ("w:right", &points(right)),
            ("w:bottom", &points(below)),
            ("w:left", &points(left)),
            ("w:header", &points(HEADER)),
            ("w:footer", &points(footer)),
            ("w:gutter", "0"),
        ],
    )?;
    if cover {
        xml.empty("w:titlePg", &[])?;
    }
    if numbered {
        // Lines only: a grid of characters is read in one way by Word and in another by LibreOffice.
        let pitch = (PITCH * 20.0).floor().to_string();
        xml.empty("w:docGrid", &[("w:type", "lines"), ("w:linePitch", &pitch)])?;
    }
    xml.close("w:sectPr")
}
