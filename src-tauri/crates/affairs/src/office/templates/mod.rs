//! The union's own templates (本单位模板): which papers may have one, and those that were taken. Whether one may be taken
//! `paper` says; when it is used, `desk`.

pub mod model;
pub mod store;

pub use model::{CLOSED, PAPERS};

/// What a paper is called, by the key of its template.
#[must_use]
pub fn paper_name(key: &str) -> Option<&'static str> {
    PAPERS.iter().find(|paper| paper.key == key).map(|paper| paper.name)
}

/// Kinds that are made by the template of another: the same paper for the other side.
const ALIKE: [(&str, &str); 2] = [
    ("negotiation.confidentialityEmployer", "negotiation.confidentiality"),
    ("negotiation.informationListOther", "negotiation.informationList"),
];

/// The key of the template by which papers of a kind are made.
#[must_use]
pub fn key_of(kind: &str) -> Option<&'static str> {
    let kind = ALIKE.iter().find(|(other, _)| *other == kind).map_or(kind, |(_, first)| *first);
    PAPERS.iter().find(|paper| paper.kind == Some(kind)).map(|paper| paper.key)
}
