//! Pages taken from one PDF file into another: each with what it inherits, with everything it shows, and without what would
//! act by itself (scripts, launched programs, forms that send).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document as File, Object, ObjectId};

/// What a page may inherit from the tree above it.
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];
/// What a page shows by itself. What only the file around it gave a meaning (structure, thumbnails, actions) stays behind.
const OWN: [&[u8]; 7] = [b"Contents", b"Annots", b"Group", b"UserUnit", b"BleedBox", b"TrimBox", b"ArtBox"];
/// Actions that do something outside the page.
const ACTING: [&[u8]; 7] =
    [b"JavaScript", b"Launch", b"SubmitForm", b"ImportData", b"GoToR", b"GoToE", b"Rendition"];
/// How far up a page's tree is walked.
const DEPTH: usize = 64;

/// An entry of a page, its own or inherited.
fn entry<'a>(file: &'a File, page: ObjectId, key: &[u8]) -> Option<&'a Object> {
    let mut node = file.get_dictionary(page).ok()?;
    for _ in 0..DEPTH {
        if let Ok(found) = node.get(key) {
            return Some(found);
        }
        node = file.get_dictionary(node.get(b"Parent").and_then(Object::as_reference).ok()?).ok()?;
    }
    None
}

fn direct<'a>(file: &'a File, object: &'a Object) -> Option<&'a Object> {
    file.dereference(object).ok().map(|(_, object)| object)
}

/// Whether everything is there that the page is drawn from first.
pub(super) fn is_whole(file: &File, page: ObjectId) -> bool {
    let Ok(dictionary) = file.get_dictionary(page) else { return false };
    let streams = match dictionary.get(b"Contents").ok().and_then(|contents| direct(file, contents)) {
        None => return !dictionary.has(b"Contents"),
        Some(Object::Array(parts)) => parts.iter().collect::<Vec<_>>(),
        Some(Object::Null) => Vec::new(),
        Some(one) => vec![one],
    };
    // The file's own tables are streams too, and no page's; they are not carried over.
    let tables: [&[u8]; 2] = [b"XRef", b"ObjStm"];
    streams.into_iter().all(|part| {
        matches!(direct(file, part), Some(Object::Stream(stream))
            if !stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| tables.contains(&kind)))
    })
}

/// The four corners of what is shown of a page.
pub(super) fn shown(file: &File, page: ObjectId) -> [f32; 4] {
    let corners = |key: &[u8]| -> Option<[f32; 4]> {
        let array = direct(file, entry(file, page, key)?)?.as_array().ok()?;
        let numbers: Vec<f32> =
            array.iter().filter_map(|number| direct(file, number)?.as_float().ok()).collect();
        let [a, b, c, d] = <[f32; 4]>::try_from(numbers).ok()?;
        Some([a.min(c), b.min(d), a.max(c), b.max(d)])
    };
    corners(b"CropBox").or_else(|| corners(b"MediaBox")).unwrap_or([0.0, 0.0, 595.0, 842.0])
}

/// How a page is turned: 0, 90, 180 or 270 degrees.
pub(super) fn turned(file: &File, page: ObjectId) -> i64 {
    let degrees = entry(file, page, b"Rotate").and_then(|turn| direct(file, turn)?.as_i64().ok());
    degrees.unwrap_or(0).rem_euclid(360) / 90 * 90
}

/// The height at which a bookmark points to the upper edge of a page that is not turned.
pub(super) fn top(file: &File, page: ObjectId) -> f32 {
    shown(file, page)[3]
}

/// Takes pages over; answers their new ids in order.
pub(super) fn pages(from: &File, pages: &[ObjectId], into: &mut File, tree: ObjectId) -> Vec<ObjectId> {
    let new: Vec<ObjectId> = pages.iter().map(|_| into.new_object_id()).collect();
    // A link from page to page finds its way in the volume, too.
    let known = pages.iter().copied().zip(new.iter().copied()).collect();
    let mut taker = Taker { from, into, known, todo: Vec::new() };
    for (old, new) in pages.iter().zip(&new) {
        let page = taker.page(*old, tree);
        taker.into.objects.insert(*new, Object::Dictionary(page));
    }
    taker.rest();
    new
}

/// Carries objects over, each once.
struct Taker<'a> {
    from: &'a File,
    into: &'a mut File,
    known: BTreeMap<ObjectId, ObjectId>,
    todo: Vec<(ObjectId, ObjectId)>,
}

impl Taker<'_> {
    fn page(&mut self, page: ObjectId, tree: ObjectId) -> Dictionary {
        let mut new = Dictionary::new();
        new.set("Type", Object::Name(b"Page".to_vec()));
        new.set("Parent", tree);
        for key in INHERITED {
            if let Some(value) = entry(self.from, page, key) {
                let value = self.object(value);
                new.set(key, value);
            }
        }
        if let Ok(own) = self.from.get_dictionary(page) {
            for key in OWN {
                if let Ok(value) = own.get(key) {
                    let value = self.object(value);
                    new.set(key, value);
                }
            }
        }
        new
    }

    fn object(&mut self, object: &Object) -> Object {
        match object {
            Object::Reference(id) => self.reference(*id),
            Object::Array(all) => Object::Array(all.iter().map(|one| self.object(one)).collect()),
            Object::Dictionary(dictionary) => Object::Dictionary(self.dictionary(dictionary)),
            Object::Stream(stream) => {
                let mut new = stream.clone();
                new.dict = self.dictionary(&stream.dict);
                // As long as it was read, whatever the file says: a reader of the volume goes by this number.
                let length = i64::try_from(new.content.len()).unwrap_or(i64::MAX);
                new.dict.set("Length", Object::Integer(length));
                Object::Stream(new)
            }
            other => other.clone(),
        }
    }

    fn reference(&mut self, id: ObjectId) -> Object {
        if let Some(known) = self.known.get(&id) {
            return Object::Reference(*known);
        }
        // What is not there is nothing, by the standard.
        if !self.from.has_object(id) {
            return Object::Null;
        }
        let new = self.into.new_object_id();
        self.known.insert(id, new);
        self.todo.push((id, new));
        Object::Reference(new)
    }

    fn dictionary(&mut self, dictionary: &Dictionary) -> Dictionary {
        let mut new = Dictionary::new();
        for (key, value) in dictionary {
            if key == b"AA" || (key == b"A" && self.acts(value)) {
                continue;
            }
            let value = self.object(value);
            new.set(key.clone(), value);
        }
        new
    }

    fn acts(&self, action: &Object) -> bool {
        let Some(Ok(action)) = direct(self.from, action).map(Object::as_dict) else { return false };
        // Of a chain of actions only one that stands alone is looked through.
        action.has(b"Next")
            || action.get(b"S").and_then(Object::as_name).is_ok_and(|name| ACTING.contains(&name))
    }

    fn rest(&mut self) {
        while let Some((old, new)) = self.todo.pop() {
            let from = self.from;
            let copied = from.get_object(old).map_or(Object::Null, |object| self.object(object));
            self.into.objects.insert(new, copied);
        }
    }
}
