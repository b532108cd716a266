//! Templates: a TOML file under `assets/papers/<module>/` lists blocks in order; filling it with a typed context gives a
//! [`Document`]. Templates choose words and order, never looks. Values are inserted as plain text.

mod checked;
mod expressions;
mod file;
mod fill;
mod filters;
mod meta;
pub mod own;
mod required;
mod sources;

use std::path::Path;

use crate::document::Document;
use crate::error::PaperError;
use crate::photo::Photos;
use crate::texts::TextBlock;
pub use meta::Meta;
pub use required::Lacking;

/// A template, read and checked: every expression in it has been parsed.
pub struct Template {
    key: String,
    text: String,
    file: file::TemplateFile,
}

impl Template {
    /// Reads `papers/<key>.toml` under the assets folder, for instance `negotiation/minutes`.
    ///
    /// # Errors
    /// [`PaperError::Asset`] when there is no such file, [`PaperError::Template`] when it is not well formed.
    pub fn load(assets: &Path, key: &str) -> Result<Template, PaperError> {
        Template::parse(key, &read(assets, key, "toml")?)
    }

    /// Reads `papers/<key>.sample.json`: a context with every field, by which a template is shown and tried.
    ///
    /// # Errors
    /// [`PaperError::Asset`] when there is no such file, or it is no JSON.
    pub fn sample(assets: &Path, key: &str) -> Result<serde_json::Value, PaperError> {
        let text = read(assets, key, "sample.json")?;
        serde_json::from_str(&text).map_err(|e| PaperError::Asset {
            file: format!("papers/{key}.sample.json"),
            reason: e.to_string(),
        })
    }
    /// Parses the text of a template, for instance a union's own one.
    ///
    /// # Errors
    /// [`PaperError::Template`] with the block or line.
    pub fn parse(key: &str, text: &str) -> Result<Template, PaperError> {
        let file = checked::parse(key, text)?;
        Ok(Template { key: key.to_owned(), text: text.to_owned(), file })
    }

    /// The key it was loaded by.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What the context lacks of all that must stand in the paper before it may be issued, in the template's order;
    /// empty when nothing is.
    #[must_use]
    pub fn lacking(&self, context: &serde_json::Value) -> Vec<Lacking> {
        let values = fill::with_defaults(&self.file, context);
        let all = minijinja::Value::from_serialize(&values);
        required::lacking(&expressions::Expressions::new(), &self.file.required, &values, &all)
    }

    /// Its text, as [`Template::parse`] takes it: kept with an issue, it fills the same paper again.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text blocks of a paper filled from it that a person may reword: all but those the template keeps fixed, and those that
    /// say what was signed or voted.
    #[must_use]
    pub fn texts(&self, document: &Document) -> Vec<TextBlock> {
        let fixed = |id: &str| self.file.block.iter().any(|block| block.fixed && block.id == id);
        let open = |text: &TextBlock| !fixed(&text.id) && !self.is_settled(&text.id);
        document.texts().into_iter().filter(open).collect()
    }

    /// Whether a block of a paper says what was signed or voted, by its id there: of a settled group, each block of each value.
    #[must_use]
    pub fn is_settled(&self, id: &str) -> bool {
        settles(&self.file.block, id)
    }

    /// Fills the template: one [`Document`] out of the context's values.
    ///
    /// # Errors
    /// [`PaperError::Lacking`] with the names of what must stand in the paper and does not (a context that says in `draft`
    /// what is missing is a draft, and not refused), [`PaperError::MissingField`] with block and field when the context lacks something (or holds null where text is
    /// wanted), [`PaperError::Template`] when an expression cannot be computed.
    pub fn fill(&self, context: &serde_json::Value, meta: Meta) -> Result<Document, PaperError> {
        self.fill_with(context, meta, &Photos::default())
    }

    /// Fills a template that shows photos: the context names them by handles, their bytes stand beside it.
    ///
    /// # Errors
    /// As [`Template::fill`], and [`PaperError::Photo`] for a photo that is not there or is none.
    pub fn fill_with(
        &self,
        context: &serde_json::Value,
        meta: Meta,
        photos: &Photos,
    ) -> Result<Document, PaperError> {
        fill::fill(&self.key, &self.file, context, meta, (photos, expressions::Expressions::new()))
    }

    /// [`Template::fill`] with so much work and no more: for a template that nobody has looked at yet.
    pub(crate) fn fill_bounded(
        &self,
        context: &serde_json::Value,
        meta: Meta,
    ) -> Result<Document, PaperError> {
        let bounded = expressions::Expressions::bounded();
        fill::fill(&self.key, &self.file, context, meta, (&Photos::default(), bounded))
    }
}

/// Whether one of these blocks settles what bears this id on a paper: `points`, or within a repeated group `topics.2/result`.
fn settles(blocks: &[file::BlockTemplate], id: &str) -> bool {
    let (outer, inner) = id.split_once('/').map_or((id, None), |(outer, inner)| (outer, Some(inner)));
    let bears = |block: &&file::BlockTemplate| {
        outer.strip_prefix(block.id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let settled = |block: &file::BlockTemplate| {
        block.settled || inner.is_some_and(|inner| settles(&block.block, inner))
    };
    blocks.iter().filter(bears).any(settled)
}

/// Reads one of a paper's files.
fn read(assets: &Path, key: &str, end: &str) -> Result<String, PaperError> {
    let file = format!("papers/{key}.{end}");
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !key.split('/').all(part) {
        return Err(PaperError::Asset { file, reason: "文书名称里有不允许的字符".to_owned() });
    }
    std::fs::read_to_string(assets.join(&file)).map_err(|e| PaperError::Asset { file, reason: e.to_string() })
}
