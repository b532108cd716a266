//! A filled paper made a document: by whose template, in whose name, with which photos and which paragraphs reworded. Its pages
//! are `paper`'s; whether it is issued, `papers`'s.

use affairs::office::model::PaperNumber;
use affairs::office::source::Source;
use affairs::office::{Filled, attachments};
use ledger::Ledger;
use paper::{Meta, PaperError, Photos, Template};

use crate::Problem;
use crate::desk::Desk;
use crate::open::Reading;
use crate::templates::chosen;

/// What a filled paper is set from; with its number, what an issue keeps. One of a sealed affair is set from what its seal kept.
pub(super) fn source(
    reading: &Reading<'_>,
    desk: &Desk,
    filled: &Filled,
    number: Option<PaperNumber>,
) -> Result<Source, Problem> {
    if let Some(kept) = &filled.kept {
        return Ok(Source::clone(kept));
    }
    let chosen = chosen(reading.connection, desk, filled.template)?;
    let number = number.map(|number| number.to_string());
    let mut context = filled.context.clone();
    if let Some(map) = context.as_object_mut() {
        map.insert("number".to_owned(), number.clone().into());
    }
    let mut changes = filled.changes.clone();
    if !changes.is_empty() {
        // What was signed or voted prints as it is, whatever an earlier program let somebody write over it.
        let program = Template::load(&desk.assets, filled.template)?;
        changes.retain(|change| !program.is_settled(&change.block));
    }
    Ok(Source {
        template: filled.template.to_owned(),
        text: chosen.text,
        context,
        changes,
        author: reading.open.union.name.clone(),
        created: desk.now(),
        id_seed: format!("{} {} {}", filled.template, filled.of, number.unwrap_or_default()),
        made_by: chosen.made_by,
    })
}

/// A source as its template fills it, before any paragraph is reworded.
pub(super) fn filled_only(ledger: &Ledger, source: &Source) -> Result<(Template, paper::Document), Problem> {
    let template = Template::parse(&source.template, &source.text)?;
    let meta =
        Meta { author: source.author.clone(), created: source.created, id_seed: source.id_seed.clone() };
    let document = template
        .fill_with(&source.context, meta, &photos(ledger, source))
        .map_err(|why| by_own(source, why))?;
    Ok((template, document))
}

/// A source as it prints. A paragraph that is no longer in the paper is passed over.
pub(super) fn set(ledger: &Ledger, source: &Source) -> Result<paper::Document, Problem> {
    let (_, mut document) = filled_only(ledger, source)?;
    for change in &source.changes {
        document.put_text(&change.block, &change.text);
    }
    Ok(document)
}

pub(super) fn render(
    reading: &Reading<'_>,
    desk: &Desk,
    filled: &Filled,
    number: Option<PaperNumber>,
) -> Result<paper::Document, Problem> {
    set(&reading.open.ledger, &source(reading, desk, filled, number)?)
}

/// Why a paper cannot be made, with the way back where the union's own template makes it.
fn by_own(source: &Source, why: PaperError) -> Problem {
    let problem = Problem::from(why);
    let Some(own) = &source.made_by else { return problem };
    let message = format!(
        "按本单位模板“{}”印不出来：{}模板请改好再放入，或在“设置 → 模板”里改回程序自带的。",
        own.title, problem.message
    );
    Problem { message, ..problem }
}

/// The bytes of the photos that the facts name by their content. One that is gone from the ledger (its file was erased
/// by law) is left out, and `paper` says which.
fn photos(ledger: &Ledger, source: &Source) -> Photos {
    let mut photos = Photos::default();
    let named = source.context["photos"].as_array().into_iter().flatten();
    for content in named.filter_map(|photo| photo["photo"].as_str()) {
        if let Ok(bytes) = ledger.files().bytes(content, attachments::LARGEST_PICTURE) {
            photos.add(content, attachments::printable(bytes));
        }
    }
    photos
}
