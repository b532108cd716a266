//! A picture on a page of its own.

use lopdf::{Document as File, Object, ObjectId, Stream, dictionary};

/// A picture ready to be bound: a JPEG in red, green and blue, held up as it is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The JPEG.
    pub jpeg: Vec<u8>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// A4, shorter side first, in points.
const SIDES: (f32, f32) = (595.28, 841.89);
/// White around the picture, 15 mm: the running number has its place there.
const MARGIN: f32 = 42.5;

/// A page that shows the picture as large as its margins allow, lying where the picture is wider than high.
pub(super) fn page(file: &mut File, tree: ObjectId, picture: &Picture) -> ObjectId {
    let size = (pixels(picture.width), pixels(picture.height));
    let (wide, high) = if size.0 > size.1 { (SIDES.1, SIDES.0) } else { SIDES };
    let scale = ((wide - 2.0 * MARGIN) / size.0).min((high - 2.0 * MARGIN) / size.1);
    let (w, h) = (size.0 * scale, size.1 * scale);
    let (x, y) = ((wide - w) / 2.0, (high - h) / 2.0);
    let image = file.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(picture.width),
            "Height" => i64::from(picture.height),
            "ColorSpace" => "DeviceRGB",
            "BitsPerComponent" => 8,
            "Filter" => "DCTDecode",
        },
        picture.jpeg.clone(),
    ));
    let content = format!("q {w:.2} 0 0 {h:.2} {x:.2} {y:.2} cm /Picture Do Q");
    let content = file.add_object(Stream::new(dictionary! {}, content.into_bytes()));
    file.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => tree,
        "MediaBox" => vec![0.into(), 0.into(), Object::Real(wide), Object::Real(high)],
        "Resources" => dictionary! { "XObject" => dictionary! { "Picture" => image } },
        "Contents" => content,
    })
}

#[allow(
    clippy::cast_precision_loss,
    reason = "pictures have fewer pixels a side than a float counts exactly"
)]
fn pixels(side: u32) -> f32 {
    side.max(1) as f32
}
