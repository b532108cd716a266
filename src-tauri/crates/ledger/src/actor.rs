//! Who acts, as each step of the journal names them.

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// id of the person
    pub id: String,
    /// name as it stood then
    pub name: String,
}
