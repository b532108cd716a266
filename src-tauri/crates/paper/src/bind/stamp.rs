//! The running number on each bound page (页号), at its upper right corner as it is looked at, however the page is turned.

use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, dictionary};

use super::copy;

/// Size in points.
const SIZE: f32 = 11.0;
/// Width of a digit of the face, of its size.
const DIGIT: f32 = 0.556;
/// How far from the upper and the right edge.
const FROM_TOP: f32 = 28.0;
const FROM_RIGHT: f32 = 34.0;
/// The name of the number among a page's resources: no program gives such a name.
const NAME: &str = "GonghuiNumber";

/// The face of the numbers: one that every reader of PDF files has, digits only.
pub(super) struct Face(ObjectId);

impl Face {
    pub fn new(file: &mut File) -> Face {
        Face(file.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type1",
            "BaseFont" => "Helvetica",
            "Encoding" => "WinAnsiEncoding",
        }))
    }

    /// Puts the number on a page that was taken over. What the page shows is closed off first, so that it cannot move it.
    pub fn put(&self, file: &mut File, page: ObjectId, number: usize) {
        let digits = number.to_string();
        #[allow(clippy::cast_precision_loss, reason = "a number of a few digits")]
        let width = digits.len() as f32 * DIGIT * SIZE;
        let place = place(copy::shown(file, page), copy::turned(file, page), width);
        let form = Stream::new(
            dictionary! {
                "Type" => "XObject",
                "Subtype" => "Form",
                "BBox" => vec![0.into(), Object::Integer(-4), Object::Real(width), Object::Real(SIZE)],
                "Resources" => dictionary! { "Font" => dictionary! { "F" => self.0 } },
            },
            format!("BT 0 g /F {SIZE} Tf ({digits}) Tj ET").into_bytes(),
        );
        let form = file.add_object(form);
        let resources = with_number(file, page, form);
        let open = file.add_object(Stream::new(dictionary! {}, b"q\n".to_vec()));
        let close = format!("\nQ q {place} cm /{NAME} Do Q\n");
        let close = file.add_object(Stream::new(dictionary! {}, close.into_bytes()));
        let mut contents = vec![Object::Reference(open)];
        contents.extend(parts(file, page));
        contents.push(Object::Reference(close));
        if let Ok(page) = file.get_dictionary_mut(page) {
            page.set("Contents", contents);
            page.set("Resources", resources);
        }
    }
}

/// The matrix that puts the number upright at the upper right corner of what is shown.
fn place([left, bottom, right, top]: [f32; 4], turned: i64, width: f32) -> String {
    let in_from_right = FROM_RIGHT + width;
    let (axes, x, y) = match turned {
        90 => ("0 1 -1 0", left + FROM_TOP, top - in_from_right),
        180 => ("-1 0 0 -1", left + in_from_right, bottom + FROM_TOP),
        270 => ("0 -1 1 0", right - FROM_TOP, bottom + in_from_right),
        _ => ("1 0 0 1", right - in_from_right, top - FROM_TOP),
    };
    format!("{axes} {x:.2} {y:.2}")
}

/// The streams that a page shows, in order.
fn parts(file: &File, page: ObjectId) -> Vec<Object> {
    let contents = file.get_dictionary(page).and_then(|page| page.get(b"Contents")).cloned();
    match contents {
        Ok(Object::Array(parts)) => parts,
        Ok(Object::Reference(id)) => match file.get_object(id) {
            Ok(Object::Array(parts)) => parts.clone(),
            Ok(Object::Stream(_)) => vec![Object::Reference(id)],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The page's resources with the number among them; those it shares with other pages stay as they are.
fn with_number(file: &File, page: ObjectId, form: ObjectId) -> Dictionary {
    let inside = |of: &Dictionary, key: &[u8]| -> Dictionary {
        let found = of.get(key).ok().and_then(|found| file.dereference(found).ok());
        found.and_then(|(_, found)| found.as_dict().ok()).cloned().unwrap_or_default()
    };
    let page = file.get_dictionary(page).cloned().unwrap_or_default();
    let mut resources = inside(&page, b"Resources");
    let mut shown = inside(&resources, b"XObject");
    shown.set(NAME, form);
    resources.set("XObject", shown);
    resources
}
