//! Filling: walks a template's blocks with the context's values and collects the document's blocks. One template block
//! gives one block, or one for each value of its `each`; values decide the number and the words, nothing else.

use minijinja::{Value, context};
use serde::Deserialize;

use super::expressions::{Expressions, Failure};
use super::file::{BlockTemplate, CellTemplate, ColumnTemplate, Kind, TemplateFile};
use super::meta::Meta;
use super::required;
use crate::chart::{Chart, ChartKind, ChartRow};
use crate::day_count::DayCount;
use crate::document::{
    Align, Block, BlockKind, Column, Document, Fact, FormCell, FormRow, Marks, Photo, Signatory, SigningSide,
};
use crate::error::PaperError;
use crate::figures::align_decimals;
use crate::photo::{Photos, prepare_all};
use crate::rows::Rows;
use crate::text::one_line;

/// Size of a table's type when the template names none: 4号.
const TABLE_SIZE: f32 = 14.0;

pub(super) fn fill(
    key: &str,
    file: &TemplateFile,
    values: &serde_json::Value,
    meta: Meta,
    (photos, expressions): (&Photos, Expressions),
) -> Result<Document, PaperError> {
    let filler = Filler { key, expressions, photos };
    let values = with_defaults(file, values);
    let context = Value::from_serialize(&values);
    let lacking = required::lacking(&filler.expressions, &file.required, &values, &context);
    if !lacking.is_empty() && !required::is_draft(&values) {
        let names = lacking.into_iter().map(|one| one.name).collect();
        let title = filler.text("title", &file.title, &context).ok();
        return Err(PaperError::Lacking { template: key.to_owned(), title, names });
    }
    let mut blocks = Vec::new();
    filler.blocks(&file.block, &context, "", &mut blocks)?;
    Ok(Document {
        title: one_line(&filler.text("title", &file.title, &context)?),
        author: one_line(&meta.author),
        created: meta.created,
        id_seed: meta.id_seed,
        form: file.form,
        blocks,
    })
}

/// The context, and the template's own values where it gives none.
pub(super) fn with_defaults(file: &TemplateFile, values: &serde_json::Value) -> serde_json::Value {
    let mut values = values.clone();
    if let Some(given) = values.as_object_mut() {
        for (name, value) in &file.defaults {
            given.entry(name).or_insert_with(|| value.clone());
        }
    }
    values
}

struct Filler<'a> {
    key: &'a str,
    expressions: Expressions,
    photos: &'a Photos,
}

impl Filler<'_> {
    fn blocks(
        &self,
        list: &[BlockTemplate],
        ctx: &Value,
        prefix: &str,
        out: &mut Vec<Block>,
    ) -> Result<(), PaperError> {
        for b in list {
            let id = format!("{prefix}{}", b.id);
            let Some(source) = &b.each else {
                self.block(b, ctx, id, out)?;
                continue;
            };
            for (i, item) in self.items(&id, source, ctx)?.into_iter().enumerate() {
                let inner = inside(ctx, b.name.as_deref(), item, i + 1);
                self.block(b, &inner, format!("{id}.{}", i + 1), out)?;
            }
        }
        Ok(())
    }

    fn block(
        &self,
        b: &BlockTemplate,
        ctx: &Value,
        id: String,
        out: &mut Vec<Block>,
    ) -> Result<(), PaperError> {
        if let Some(source) = &b.when
            && !self.value(&id, source, ctx)?.is_true()
        {
            return Ok(());
        }
        if b.kind == Kind::Group {
            return self.blocks(&b.block, ctx, &format!("{id}/"), out);
        }
        let kind = self.kind(b, ctx, &id)?;
        out.push(Block { id, kind });
        Ok(())
    }

    fn kind(&self, b: &BlockTemplate, ctx: &Value, id: &str) -> Result<BlockKind, PaperError> {
        let text = |source: &Option<String>| self.text(id, source.as_deref().unwrap_or(""), ctx);
        let line = |source: &Option<String>| text(source).map(|t| one_line(&t));
        let optional = |source: &Option<String>| match source {
            Some(s) => self.text(id, s, ctx).map(|t| Some(one_line(&t)).filter(|t| !t.is_empty())),
            None => Ok(None),
        };
        Ok(match b.kind {
            Kind::RedHeader => BlockKind::RedHeader { text: line(&b.text)? },
            Kind::DocumentNumber => {
                BlockKind::DocumentNumber { text: line(&b.text)?, signer: optional(&b.signer)? }
            }
            Kind::Cover => BlockKind::Cover {
                number: optional(&b.number)?,
                title: text(&b.text)?,
                facts: self.facts(b, ctx, id)?,
                date: optional(&b.date)?,
            },
            Kind::Title => BlockKind::Title { text: text(&b.text)? },
            Kind::Subtitle => BlockKind::Subtitle { text: line(&b.text)? },
            Kind::Addressee => BlockKind::Addressee { text: line(&b.text)? },
            Kind::Heading => BlockKind::Heading { level: b.level.unwrap_or(1), text: line(&b.text)? },
            Kind::Paragraph => BlockKind::Paragraph { text: text(&b.text)? },
            Kind::LabelLine => BlockKind::LabelLine {
                label: line(&b.label)?,
                text: text(&b.text)?,
                hang: b.hang.unwrap_or(true),
            },
            Kind::Article => BlockKind::List { marks: Marks::Article, items: vec![text(&b.text)?] },
            Kind::List => {
                BlockKind::List { marks: b.marks.unwrap_or_default(), items: self.list(b, ctx, id)? }
            }
            Kind::Attachments => BlockKind::Attachments { items: self.list(b, ctx, id)? },
            Kind::Attachment => BlockKind::Attachment { title: text(&b.text)? },
            Kind::Note => BlockKind::Note { text: text(&b.text)? },
            Kind::DateLine => BlockKind::DateLine {
                signer: optional(&b.signer)?,
                date: line(&b.date)?,
                seal: b.seal.unwrap_or(false),
            },
            Kind::Imprint => BlockKind::Imprint {
                copies: optional(&b.copies)?,
                proof: optional(&b.proof)?,
                issuer: line(&b.issuer)?,
                date: line(&b.date)?,
            },
            Kind::CharacterGrid => {
                BlockKind::CharacterGrid { items: self.list(b, ctx, id)?, columns: b.per_row.unwrap_or(6) }
            }
            Kind::Table => self.table(b, ctx, id)?,
            Kind::Figure => BlockKind::Figure { caption: line(&b.text)?, chart: self.chart(b, ctx, id)? },
            Kind::Photos => self.photos(b, ctx, id)?,
            Kind::DayCount => BlockKind::DayCount { count: self.day_count(b, ctx, id)? },
            Kind::Form => self.form(b, ctx, id)?,
            Kind::Signatures => self.signatures(b, ctx, id)?,
            Kind::Spacer => BlockKind::Spacer { lines: b.lines.unwrap_or(1.0) },
            Kind::Leaf => BlockKind::Leaf { wide: b.wide.unwrap_or(false) },
            Kind::PageBreak | Kind::Group => BlockKind::PageBreak,
        })
    }

    /// The text of each item; without a `text`, the item itself.
    fn list(&self, b: &BlockTemplate, ctx: &Value, id: &str) -> Result<Vec<String>, PaperError> {
        let source = b.text.as_deref().unwrap_or("{{ item }}");
        let items = self.items(id, b.items.as_deref().unwrap_or("[]"), ctx)?;
        let each = |(i, item)| self.text(id, source, &inside(ctx, b.name.as_deref(), item, i + 1));
        items.into_iter().enumerate().map(each).collect()
    }

    fn table(&self, b: &BlockTemplate, ctx: &Value, id: &str) -> Result<BlockKind, PaperError> {
        // A column of the file is one of the table, or one for each value of its `each`.
        let mut own: Vec<(&ColumnTemplate, Option<(Value, usize)>)> = Vec::new();
        for c in &b.column {
            match &c.each {
                None => own.push((c, None)),
                Some(source) => {
                    let values = self.items(id, source, ctx)?.into_iter().enumerate();
                    own.extend(values.map(|(k, col)| (c, Some((col, k + 1)))));
                }
            }
        }
        let beside = |ctx: &Value, col: &Option<(Value, usize)>| match col {
            None => ctx.clone(),
            Some((value, k)) => context! { col => value, k => k, ..ctx.clone() },
        };
        let mut columns = Vec::new();
        for (c, col) in &own {
            let ctx = beside(ctx, col);
            let (head, over) = (self.text(id, &c.head, &ctx)?, self.text(id, &c.over, &ctx)?);
            columns.push(Column { head, over, width: c.width, align: c.align, group: c.group });
        }
        let money = |c: &ColumnTemplate| c.align == Align::Right && c.text.contains("|yuan");
        let sums: Vec<usize> = (0..own.len()).filter(|i| money(own[*i].0)).collect();
        let mut rows = Rows::default();
        // Rows whose sums wait for the longest of their column; a register has none and is not held twice.
        let mut waiting: Vec<Vec<String>> = Vec::new();
        for (i, item) in self.items(id, b.items.as_deref().unwrap_or("[]"), ctx)?.into_iter().enumerate() {
            let inner = inside(ctx, b.name.as_deref(), item, i + 1);
            let cells: Result<Vec<String>, _> =
                own.iter().map(|(c, col)| self.text(id, &c.text, &beside(&inner, col))).collect();
            if sums.is_empty() {
                rows.push(cells?);
            } else {
                waiting.push(cells?);
            }
        }
        for column in sums {
            align_decimals(waiting.iter_mut().filter_map(|row| row.get_mut(column)).collect());
        }
        waiting.into_iter().for_each(|row| rows.push(row));
        Ok(BlockKind::Table { columns, rows, size: b.size.unwrap_or(TABLE_SIZE), whole: b.whole })
    }

    fn chart(&self, b: &BlockTemplate, ctx: &Value, id: &str) -> Result<Chart, PaperError> {
        let line = |source: &str, ctx: &Value| self.text(id, source, ctx).map(|t| one_line(&t));
        let mut own = Vec::new();
        for s in &b.series {
            if s.when.as_ref().map_or(Ok(true), |source| self.value(id, source, ctx).map(|v| v.is_true()))? {
                own.push(s);
            }
        }
        let series: Result<Vec<_>, _> = own.iter().map(|s| line(&s.name, ctx)).collect();
        let mut rows = Vec::new();
        for (i, item) in self.items(id, b.items.as_deref().unwrap_or("[]"), ctx)?.into_iter().enumerate() {
            let inner = inside(ctx, b.name.as_deref(), item, i + 1);
            let values: Result<Vec<_>, _> = own.iter().map(|s| line(&s.text, &inner)).collect();
            rows.push(ChartRow { label: line(b.label.as_deref().unwrap_or(""), &inner)?, values: values? });
        }
        let unit = line(b.unit.as_deref().unwrap_or(""), ctx)?;
        Ok(Chart { kind: b.chart.unwrap_or(ChartKind::Bars), unit, series: series?, rows })
    }

    fn day_count(&self, b: &BlockTemplate, ctx: &Value, id: &str) -> Result<DayCount, PaperError> {
        let value = self.value(id, b.count.as_deref().unwrap_or("none"), ctx)?;
        let count = DayCount::deserialize(value);
        count.map(DayCount::cleaned).map_err(|e| self.blame(id, Failure::Other(e.to_string())))
    }

    fn photos(&self, b: &BlockTemplate, ctx: &Value, id: &str) -> Result<BlockKind, PaperError> {
        let line = |source: &Option<String>, ctx: &Value| {
            self.text(id, source.as_deref().unwrap_or(""), ctx).map(|t| one_line(&t))
        };
        let per_row = b.per_row.unwrap_or(1);
        let mut named = Vec::new();
        for (i, item) in self.items(id, b.items.as_deref().unwrap_or("[]"), ctx)?.into_iter().enumerate() {
            let inner = inside(ctx, b.name.as_deref(), item, i + 1);
            named.push((line(&b.text, &inner)?, self.photos.get(&line(&b.photo, &inner)?)));
        }
        let all: Vec<Option<&[u8]>> = named.iter().map(|(_, bytes)| *bytes).collect();
        let mut photos = Vec::new();
        for (i, ((caption, bytes), picture)) in named.into_iter().zip(prepare_all(&all, per_row)).enumerate()
        {
            let Some(picture) = picture else {
                return Err(PaperError::Photo { number: i + 1, caption, found: bytes.is_some() });
            };
            photos.push(Photo { caption, picture });
        }
        Ok(BlockKind::Photos { photos, per_row })
    }

    fn form(&self, b: &BlockTemplate, ctx: &Value, id: &str) -> Result<BlockKind, PaperError> {
        let mut rows = Vec::new();
        for r in &b.row {
            let many = match &r.each {
                Some(source) => self.items(id, source, ctx)?.into_iter().enumerate().collect(),
                None => vec![(0, Value::UNDEFINED)],
            };
            for (i, item) in many {
                let inner = r.each.as_ref().map(|_| inside(ctx, b.name.as_deref(), item, i + 1));
                let ctx = inner.as_ref().unwrap_or(ctx);
                if let Some(source) = &r.when
                    && !self.value(id, source, ctx)?.is_true()
                {
                    continue;
                }
                let cells: Result<Vec<_>, _> = r.cell.iter().map(|c| self.form_cell(c, ctx, id)).collect();
                rows.push(FormRow { cells: cells?, height: r.height });
            }
        }
        Ok(BlockKind::Form { widths: b.widths.clone(), rows, size: b.size.unwrap_or(TABLE_SIZE) })
    }

    fn form_cell(&self, c: &CellTemplate, ctx: &Value, id: &str) -> Result<FormCell, PaperError> {
        let source = c.label.as_deref().or(c.text.as_deref()).unwrap_or("");
        Ok(FormCell {
            text: self.text(id, source, ctx)?,
            foot: self.text(id, &c.foot, ctx)?,
            label: c.label.is_some(),
            across: c.across,
            down: c.down,
            align: c.align,
        })
    }

    fn facts(&self, b: &BlockTemplate, ctx: &Value, id: &str) -> Result<Vec<Fact>, PaperError> {
        let mut facts = Vec::new();
        for f in &b.fact {
            if let Some(source) = &f.when
                && !self.value(id, source, ctx)?.is_true()
            {
                continue;
            }
            let line = |source: &str| self.text(id, source, ctx).map(|t| one_line(&t));
            facts.push(Fact { label: line(&f.label)?, text: line(&f.text)? });
        }
        Ok(facts)
    }

    fn signatures(&self, b: &BlockTemplate, ctx: &Value, id: &str) -> Result<BlockKind, PaperError> {
        let mut sides = Vec::new();
        for s in &b.side {
            let mut names = Vec::new();
            for (i, item) in self.items(id, &s.people, ctx)?.into_iter().enumerate() {
                let inner = inside(ctx, None, item, i + 1);
                let line = |source: &str| self.text(id, source, &inner).map(|text| one_line(&text));
                names.push(Signatory { name: line(&s.name)?, role: line(&s.role)?, note: line(&s.note)? });
            }
            let label = one_line(&self.text(id, &s.label, ctx)?);
            let seal = s.seal.as_deref().map(|source| self.text(id, source, ctx)).transpose()?;
            sides.push(SigningSide { label, seal: seal.map(|s| one_line(&s)), names, date: s.date });
        }
        Ok(BlockKind::Signatures { sides })
    }

    fn items(&self, id: &str, source: &str, ctx: &Value) -> Result<Vec<Value>, PaperError> {
        let value = self.value(id, source, ctx)?;
        let many = value.try_iter().map_err(|e| self.blame(id, Failure::Other(e.to_string())))?;
        Ok(many.collect())
    }

    fn text(&self, id: &str, source: &str, ctx: &Value) -> Result<String, PaperError> {
        self.expressions.text(source, ctx).map_err(|f| self.blame(id, f))
    }

    fn value(&self, id: &str, source: &str, ctx: &Value) -> Result<Value, PaperError> {
        self.expressions.value(source, ctx).map_err(|f| self.blame(id, f))
    }

    fn blame(&self, id: &str, failure: Failure) -> PaperError {
        let template = self.key.to_owned();
        match failure {
            Failure::Missing(field) => PaperError::MissingField { template, block: id.to_owned(), field },
            Failure::Other(reason) => PaperError::Template { template, place: id.to_owned(), reason },
        }
    }
}

/// The outer values with one more: the item under its name, and its number.
fn inside(outer: &Value, name: Option<&str>, item: Value, n: usize) -> Value {
    let own = Value::from_iter([(name.unwrap_or("item").to_owned(), item), ("n".to_owned(), Value::from(n))]);
    context! { ..own, ..outer.clone() }
}
