//! The pictures of a PDF: drawn in the page contents by name, kept once each as the JPEG they are. PDF/A-1b wants them
//! without transparency and in the colours of the output intent; so they come.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Error, Object, ObjectId, Stream, dictionary};

use super::content::number;
use crate::layout::page::{PAGE_HEIGHT, Page};
use crate::photo::Picture;

/// A picture and the index of the page that shows it.
pub(super) type Shown = (usize, Picture);

/// Draws a page's pictures; the first bears this number.
pub(super) fn draw(page: &Page, first: usize, out: &mut String) {
    for (i, image) in page.images.iter().enumerate() {
        out.push_str("q ");
        for value in [image.width, 0.0, 0.0, image.height, image.x, PAGE_HEIGHT - image.y - image.height] {
            number(value, out);
        }
        let _ = writeln!(out, "cm /P{} Do Q", first + i);
    }
}

/// Adds the pictures to the file and names them in their pages' resources.
pub(super) fn attach(file: &mut Document, pages: &[ObjectId], images: Vec<Shown>) -> Result<(), Error> {
    for (n, (page, picture)) in images.into_iter().enumerate() {
        let about = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(picture.width),
            "Height" => i64::from(picture.height),
            "ColorSpace" => "DeviceRGB",
            "BitsPerComponent" => 8,
            "Filter" => "DCTDecode",
        };
        let mut stream = Stream::new(about, picture.jpeg.to_vec());
        stream.allows_compression = false;
        let id = file.add_object(stream);
        let Some(page) = pages.get(page) else { continue };
        let resources = file.get_dictionary(*page)?.get(b"Resources")?.as_reference()?;
        // Pages may share their resources: another picture's names stay.
        let own = file.get_object_mut(resources)?.as_dict_mut()?;
        let mut named =
            own.get(b"XObject").and_then(Object::as_dict).cloned().unwrap_or_else(|_| Dictionary::new());
        named.set(format!("P{n}"), id);
        own.set("XObject", named);
    }
    Ok(())
}
