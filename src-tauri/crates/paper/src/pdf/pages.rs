//! The pages of a PDF, put on the finished document with their contents as they were compressed. What all pages share
//! stands once at the root of their tree.

use lopdf::{Dictionary, Document, Error, Object, ObjectId, Stream, dictionary};

/// A page that has left the layout.
pub(super) struct Leaf {
    pub content: Stream,
    /// Whether it is read turned.
    pub wide: bool,
}

/// Puts the pages in the place of the one page a document has; gives their ids in order.
pub(super) fn attach(file: &mut Document, leaves: Vec<Leaf>) -> Result<Vec<ObjectId>, Error> {
    let only = file.page_iter().next().ok_or(Error::PageNumberNotFound(1))?;
    let Object::Dictionary(mut page) = file.objects.remove(&only).unwrap_or(Object::Null) else {
        return Err(Error::PageNumberNotFound(1));
    };
    let tree = page.get(b"Parent")?.as_reference()?;
    file.objects.remove(&page.get(b"Contents")?.as_reference()?);
    let mut ids = Vec::with_capacity(leaves.len());
    for leaf in leaves {
        let content = file.add_object(leaf.content);
        let mut page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content };
        if leaf.wide {
            page.set("Rotate", 90);
        }
        ids.push(file.add_object(page));
    }
    let mut shared = |key: &str| page.remove(key.as_bytes()).unwrap_or(Object::Null);
    let (size, resources) = (shared("MediaBox"), shared("Resources"));
    let root: &mut Dictionary = file.get_object_mut(tree)?.as_dict_mut()?;
    root.set("MediaBox", size);
    root.set("Resources", resources);
    root.set("Count", ids.len() as i64);
    root.set("Kids", ids.iter().map(|id| Object::Reference(*id)).collect::<Vec<_>>());
    Ok(ids)
}
