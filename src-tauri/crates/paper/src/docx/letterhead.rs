//! The head and the foot of the letter form: paragraphs that stand at fixed places of page 1 with a red double rule.
//! Measures are the layout's; Word knows double rules by name only, so how strong they are is its own.

use super::body::Body;
use super::parts::{Para, Place};
use super::styles::{Stand, Style};
use super::units::{twips, width};
use super::xml::{Written, Xml};
use crate::layout::head::RULE_BELOW;
use crate::layout::letterhead::{FOOT, NAME_HEIGHT, NAME_TOP, NUMBER_BELOW, RULE};
use crate::layout::measure::{MM, WIDTH};
use crate::layout::page::{PAGE_HEIGHT, PAGE_WIDTH};

/// Height of the double rule.
const DOUBLE: f32 = 2.0 * MM;

impl Body {
    pub(super) fn letterhead(&mut self, text: &str) {
        let size = (WIDTH / width(text, 1.0).max(1.0)).min(NAME_HEIGHT);
        let mut para = Para::sized(Style::RedHeader, text, size);
        para.place = Some(Place::Name);
        self.leaves.cover = true;
        self.headed = true;
        self.para(para);
        self.para(Para { place: Some(Place::Foot), ..Para::gap(1.0) });
    }

    pub(super) fn letter_number(&mut self, text: &str) {
        self.headed = true;
        let own = Para::of(Style::DocumentNumber, text);
        self.para(Para { stand: Some(Stand::Right), before: NUMBER_BELOW, ..own });
    }
}

/// The place as Word asks for it.
pub(super) fn frame(xml: &mut Xml, place: Place) -> Written {
    let top = match place {
        Place::Name => NAME_TOP,
        Place::Foot => PAGE_HEIGHT - FOOT - DOUBLE,
    };
    let points = |value: f32| twips(value).to_string();
    xml.empty(
        "w:framePr",
        &[
            ("w:w", &points(RULE)),
            ("w:hSpace", "0"),
            ("w:wrap", "notBeside"),
            ("w:vAnchor", "page"),
            ("w:hAnchor", "page"),
            ("w:x", &points((PAGE_WIDTH - RULE) / 2.0)),
            ("w:y", &points(top)),
        ],
    )
}

/// The double rule: the strong line outside.
pub(super) fn rule(xml: &mut Xml, place: Place) -> Written {
    let (side, kind, space) = match place {
        Place::Name => ("w:bottom", "thickThinSmallGap", RULE_BELOW),
        Place::Foot => ("w:top", "thinThickSmallGap", 0.0),
    };
    let space = space.round().to_string();
    let own = [("w:val", kind), ("w:sz", "24"), ("w:space", space.as_str()), ("w:color", "FF0000")];
    xml.open("w:pBdr", &[])?;
    xml.empty(side, &own)?;
    xml.close("w:pBdr")
}
