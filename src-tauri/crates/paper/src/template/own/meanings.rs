//! What the fields of papers mean, in plain Chinese, from `papers/fields.toml`: one file for all papers, so that a field met
//! in many of them is explained once and alike. Which fields a paper has, its sample and template say.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::error::PaperError;

/// Under the assets folder.
const FILE: &str = "papers/fields.toml";

/// The meanings of fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meanings {
    /// By the last name, under whatever thing it stands.
    anywhere: BTreeMap<String, String>,
    /// By the whole path, in every paper.
    field: BTreeMap<String, String>,
    /// By the whole path in one paper, where it means something else there.
    paper: BTreeMap<String, BTreeMap<String, String>>,
}

impl Meanings {
    /// Reads them.
    ///
    /// # Errors
    /// [`PaperError::Asset`] when the file is not there or not well formed.
    pub fn load(assets: &Path) -> Result<Meanings, PaperError> {
        let asset = |reason: String| PaperError::Asset { file: FILE.to_owned(), reason };
        let text = std::fs::read_to_string(assets.join(FILE)).map_err(|e| asset(e.to_string()))?;
        toml::from_str(&text).map_err(|e| asset(e.message().to_owned()))
    }

    /// What a field of a paper means; none where nobody has said so.
    #[must_use]
    pub fn of(&self, paper: &str, field: &str) -> Option<&str> {
        let here = self.paper.get(paper).and_then(|own| own.get(field));
        let last = || field.rsplit('.').next().and_then(|name| self.anywhere.get(name));
        here.or_else(|| self.field.get(field)).or_else(last).map(String::as_str)
    }

    /// The meanings that no paper asks for, as `known` says of a paper (none for any) and a field.
    #[must_use]
    pub fn stale(&self, known: impl Fn(Option<&str>, &str) -> bool) -> Vec<String> {
        let everywhere = self.field.keys().filter(|field| !known(None, field)).cloned();
        let of_one = self.paper.iter().flat_map(|(paper, own)| own.keys().map(move |field| (paper, field)));
        let of_one = of_one.filter(|(paper, field)| !known(Some(paper), field));
        everywhere.chain(of_one.map(|(paper, field)| format!("{paper} {field}"))).collect()
    }
}
