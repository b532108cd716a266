//! The pictures of a PDF: drawn in the page contents by name, kept once each as the JPEG they are. PDF/A-1b wants them
//! without transparency and in the colours of the output intent; so they come.

use std::io::Write as _;

use lopdf::{Dictionary, Document, Error, Stream, dictionary};

use super::numbers::number;
use crate::layout::page::{PAGE_HEIGHT, Page};
use crate::photo::Picture;

/// Draws a page's pictures; the first bears this number.
pub(super) fn draw(page: &Page, first: usize, out: &mut Vec<u8>) {
    for (i, image) in page.images.iter().enumerate() {
        out.extend(b"q ");
        for value in [image.width, 0.0, 0.0, image.height, image.x, PAGE_HEIGHT - image.y - image.height] {
            number(value, out);
        }
        let _ = writeln!(out, "cm /P{} Do Q", first + i);
    }
}

/// Adds the pictures to the file and names them in the resources that all pages share.
pub(super) fn attach(file: &mut Document, images: Vec<Picture>) -> Result<(), Error> {
    if images.is_empty() {
        return Ok(());
    }
    let mut named = Dictionary::new();
    for (n, picture) in images.into_iter().enumerate() {
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
        named.set(format!("P{n}"), file.add_object(stream));
    }
    let tree = file.catalog()?.get(b"Pages")?.as_reference()?;
    let shared = file.get_dictionary(tree)?.get(b"Resources")?;
    let resources = match shared.as_reference() {
        Ok(apart) => file.get_object_mut(apart)?,
        Err(_) => file.get_object_mut(tree)?.as_dict_mut()?.get_mut(b"Resources")?,
    };
    resources.as_dict_mut()?.set("XObject", named);
    Ok(())
}
