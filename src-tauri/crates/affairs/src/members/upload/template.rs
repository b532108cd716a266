//! The templates of upper systems, read from `assets/upload`: title, notes, columns in their order, the last row. What a
//! value must be like stands in `check`.

use std::path::Path;

use serde::Deserialize;

use super::model::{UploadFault, UploadTemplateLine};
use crate::Problem;
use crate::members::roster::Field;

/// A template of an upper system.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UploadTemplate {
    /// The file's name without its ending.
    #[serde(skip)]
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Row 1.
    pub title: String,
    /// Rows 2 and 3.
    pub notes: Vec<String>,
    /// The row behind the last person.
    pub last: String,
    /// The columns in their order.
    #[serde(rename = "column")]
    pub columns: Vec<UploadColumn>,
}

/// A column of a template.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UploadColumn {
    /// Its heading.
    pub heading: String,
    /// What it holds.
    pub value: Field,
    /// Whether the system refuses a row without it.
    #[serde(default)]
    pub required: bool,
    /// Whether codes or words are written.
    #[serde(default)]
    pub write: Written,
}

/// How a coded value is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Written {
    /// The standard word.
    #[default]
    Word,
    /// The code of the data standard.
    Code,
}

impl UploadTemplate {
    /// The column of a field, from 0.
    pub(super) fn place(&self, field: Field) -> Option<u32> {
        let at = self.columns.iter().position(|column| column.value == field)?;
        u32::try_from(at).ok()
    }

    pub(super) fn fault(&self, line: u32, column: u32, message: &str) -> UploadFault {
        let heading = usize::try_from(column).ok().and_then(|at| self.columns.get(at));
        let heading = heading.map_or(String::new(), |column| column.heading.trim_end_matches('*').to_owned());
        UploadFault { line, column, heading, message: message.to_owned() }
    }

    /// As it is offered.
    pub fn line(&self) -> UploadTemplateLine {
        UploadTemplateLine {
            id: self.id.clone(),
            name: self.name.clone(),
            headings: self.columns.iter().map(|column| column.heading.clone()).collect(),
        }
    }
}

/// All templates, by the names of their files: the province's first.
///
/// Errors: `assets` where one is missing or cannot be read.
pub fn templates(assets: &Path) -> Result<Vec<UploadTemplate>, Problem> {
    let broken = |_| Problem::new("assets", "程序自带的上报模板不完整，请重新安装程序。");
    ["province", "city"]
        .into_iter()
        .map(|id| {
            let text = std::fs::read_to_string(assets.join("upload").join(format!("{id}.toml")))
                .map_err(|why| broken(why.to_string()))?;
            let template: UploadTemplate = toml::from_str(&text).map_err(|why| broken(why.to_string()))?;
            Ok(UploadTemplate { id: id.to_owned(), ..template })
        })
        .collect()
}
