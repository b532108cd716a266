//! By which template a paper is made: the union's own where one stands and fits the program as it is now, else the
//! program's. A later program that asks for more than an own template gives is answered by its own template, and said.

use std::sync::PoisonError;

use affairs::Problem;
use affairs::office::templates::model::{MadeBy, OwnTemplateText};
use affairs::office::templates::store;
use paper::own::{Meanings, OwnTemplate, TemplateFault};
use paper::{Meta, Template};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::desk::Desk;

/// A template and whose it is.
pub(crate) struct Chosen {
    pub text: String,
    /// The union's own; none for the program's.
    pub made_by: Option<MadeBy>,
}

/// A template of the program with its sample and the meanings of its fields.
pub(crate) struct Shipped {
    pub template: Template,
    pub sample: serde_json::Value,
    /// What its fields mean.
    pub meanings: Meanings,
    /// The sum of template and sample: as long as it is the same, what fitted fits.
    pub base: String,
}

impl Shipped {
    /// Reads them. Errors: `paper` when the assets are not whole.
    pub fn load(desk: &Desk, key: &str) -> Result<Shipped, Problem> {
        let template = Template::load(&desk.assets, key)?;
        let sample = Template::sample(&desk.assets, key)?;
        let base = sum(&format!("{}\n{sample}", template.text()));
        let meanings = Meanings::load(&desk.assets)?;
        Ok(Shipped { template, sample, meanings, base })
    }

    /// Looks at a template of the union's own.
    pub fn examine(&self, desk: &Desk, author: &str, text: &str) -> Result<OwnTemplate, Vec<TemplateFault>> {
        let (meta, faces) = (meta(desk, author), desk.faces());
        paper::own::examine(text, &self.template, &self.sample, &meta, &faces, &self.meanings)
    }
}

/// What a sample is made with beside its text.
pub(crate) fn meta(desk: &Desk, author: &str) -> Meta {
    Meta { author: author.to_owned(), created: desk.now(), id_seed: "本单位模板".to_owned() }
}

/// The template of a paper as it would be made now.
pub(crate) fn chosen(connection: &Connection, desk: &Desk, key: &str) -> Result<Chosen, Problem> {
    if let Some(own) = store::of_paper(connection, key)?
        && trouble(desk, &own)?.is_none()
    {
        return Ok(Chosen { made_by: Some(made_by(&own)), text: own.text });
    }
    Ok(Chosen { text: Template::load(&desk.assets, key)?.text().to_owned(), made_by: None })
}

/// Whose template a paper is made by.
pub(crate) fn made_by(own: &OwnTemplateText) -> MadeBy {
    MadeBy { title: own.title.clone(), taken_on: own.taken_on }
}

/// Why an own template does not fit the program as it is now; none when it does.
pub(crate) fn trouble(desk: &Desk, own: &OwnTemplateText) -> Result<Option<String>, Problem> {
    let Ok(shipped) = Shipped::load(desk, &own.paper) else {
        return Ok(Some("现在的程序里没有这种文书了。".to_owned()));
    };
    if shipped.base == own.base {
        return Ok(None);
    }
    let sums = (sum(&own.text), shipped.base.clone());
    let mut found = desk.own_templates.0.lock().unwrap_or_else(PoisonError::into_inner);
    let known = found.entry(sums).or_insert_with(|| {
        let faults = shipped.examine(desk, "", &own.text).err()?;
        faults.first().map(ToString::to_string)
    });
    Ok(known.clone())
}

/// The sum of a text.
pub(crate) fn sum(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}
