//! What a union's own template does otherwise than the program's, block by block, in words for a chair.

use super::words;
use crate::document::Document;
use crate::template::file::TemplateFile;

/// What is added, left out and changed; each is called by what it is and how it begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TemplateChange {
    /// Blocks that the program's has not.
    pub added: Vec<String>,
    /// Blocks of the program's that are left out.
    pub dropped: Vec<String>,
    /// Blocks that say or do something else.
    pub changed: Vec<String>,
    /// Whether blocks stand in another order.
    pub moved: bool,
    /// Defaults that differ: `copies：4 → 6`.
    pub defaults: Vec<String>,
}

impl TemplateChange {
    /// Whether it does nothing otherwise.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == TemplateChange::default()
    }

    /// Between two files, each with the paper it makes of the sample.
    pub(super) fn between(
        (own, own_paper): (&TemplateFile, &Document),
        (program, program_paper): (&TemplateFile, &Document),
    ) -> TemplateChange {
        let mut change = TemplateChange::default();
        for b in &own.block {
            match program.block.iter().find(|was| was.id == b.id) {
                None => change.added.push(told(own_paper, &b.id)),
                Some(was) if was != b => change.changed.push(told(own_paper, &b.id)),
                Some(_) => {}
            }
        }
        let gone = program.block.iter().filter(|was| !own.block.iter().any(|b| b.id == was.id));
        change.dropped = gone.map(|was| told(program_paper, &was.id)).collect();
        if own.title != program.title {
            change.changed.push("文件名称".to_owned());
        }
        let order = |file: &TemplateFile, other: &TemplateFile| -> Vec<String> {
            let both = file.block.iter().filter(|b| other.block.iter().any(|was| was.id == b.id));
            both.map(|b| b.id.clone()).collect()
        };
        change.moved = order(own, program) != order(program, own);
        for (name, value) in &own.defaults {
            if let Some(was) = program.defaults.get(name).filter(|was| *was != value) {
                change.defaults.push(format!("{name}：{was} → {value}"));
            }
        }
        change
    }
}

/// A block in words, also one that the sample does not show.
fn told(paper: &Document, id: &str) -> String {
    words::told(paper, id).unwrap_or_else(|| format!("“{id}”（示例里不出现）"))
}
