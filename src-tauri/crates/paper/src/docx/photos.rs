//! Photos in Word: a row of cells without rules, in each the picture and its caption. Sizes are the layout's.

use super::body::Body;
use super::cells::SEAM;
use super::figures::caption_of;
use super::parts::{Cell, Drawing, Para, Part, Row, Rules, Run, Table};
use super::styles::{Stand, Style};
use super::units::emus;
use super::xml::{Written, Xml};
use crate::document::Photo;
use crate::layout::photo_size::place;
use crate::photo::Picture;
use crate::wording::picture_caption;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const PLACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/// Id of the link to the picture of this number.
pub(super) fn link(number: usize) -> String {
    format!("rIdPhoto{number}")
}

/// Name of the file of this number.
pub(super) fn file(number: usize) -> String {
    format!("media/photo{number}.jpeg")
}

impl Body {
    pub(super) fn photos(&mut self, photos: &[Photo], per_row: u8) {
        let per_row = per_row.clamp(1, 2);
        for chunk in photos.chunks(usize::from(per_row)) {
            let cells: Vec<Cell> = chunk.iter().map(|photo| self.photo(photo, per_row)).collect();
            let widths = vec![self.across() / cells.len() as f32; cells.len()];
            let rows = vec![Row { cells, ..Row::default() }];
            self.push(Part::Table(Table { widths, rows, rules: Rules::None, pad: (4.0, 3.0) }));
            self.para(Para::gap(SEAM));
        }
    }

    fn photo(&mut self, photo: &Photo, per_row: u8) -> Cell {
        self.images.push(photo.picture.clone());
        let shows = crate::text::one_line(&photo.caption);
        let drawing =
            Drawing { number: self.images.len(), size: place(photo.picture.size(), per_row), shows };
        let mut own = Para { style: Style::Picture, runs: vec![Run::Picture(drawing)], ..Para::default() };
        own.keep_next = true;
        own.stand = Some(Stand::Center);
        let caption = caption_of(&picture_caption(self.pictures.next(), &photo.caption));
        Cell { paras: vec![own, caption], low: true, ..Cell::default() }
    }
}

/// The picture as DrawingML, inline.
pub(super) fn write(xml: &mut Xml, drawing: &Drawing) -> Written {
    let (cx, cy) = (emus(drawing.size.0).to_string(), emus(drawing.size.1).to_string());
    let number = drawing.number.to_string();
    let name = format!("照片{number}");
    let shows = Xml::plain(&drawing.shows);
    xml.open("w:drawing", &[])?;
    xml.open(
        "wp:inline",
        &[("xmlns:wp", PLACE), ("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")],
    )?;
    xml.empty("wp:extent", &[("cx", &cx), ("cy", &cy)])?;
    xml.empty("wp:docPr", &[("id", &number), ("name", &name), ("descr", &shows)])?;
    xml.open("a:graphic", &[("xmlns:a", DRAWING)])?;
    xml.open("a:graphicData", &[("uri", PICTURE)])?;
    xml.open("pic:pic", &[("xmlns:pic", PICTURE)])?;
    xml.open("pic:nvPicPr", &[])?;
    xml.empty("pic:cNvPr", &[("id", &number), ("name", &name)])?;
    xml.empty("pic:cNvPicPr", &[])?;
    xml.close("pic:nvPicPr")?;
    xml.open("pic:blipFill", &[])?;
    xml.empty("a:blip", &[("r:embed", &link(drawing.number))])?;
    xml.open("a:stretch", &[])?;
    xml.empty("a:fillRect", &[])?;
    xml.close("a:stretch")?;
    xml.close("pic:blipFill")?;
    xml.open("pic:spPr", &[])?;
    xml.open("a:xfrm", &[])?;
    xml.empty("a:off", &[("x", "0"), ("y", "0")])?;
    xml.empty("a:ext", &[("cx", &cx), ("cy", &cy)])?;
    xml.close("a:xfrm")?;
    xml.open("a:prstGeom", &[("prst", "rect")])?;
    xml.empty("a:avLst", &[])?;
    xml.close("a:prstGeom")?;
    for name in ["pic:spPr", "pic:pic", "a:graphicData", "a:graphic", "wp:inline", "w:drawing"] {
        xml.close(name)?;
    }
    Ok(())
}

/// Pictures as (name below `word/`, bytes).
pub(super) fn files(images: &[Picture]) -> Vec<(String, &[u8])> {
    images.iter().enumerate().map(|(i, image)| (file(i + 1), &*image.jpeg)).collect()
}
