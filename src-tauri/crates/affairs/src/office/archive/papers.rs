//! The volume's own papers: cover and catalogue before what is filed, the closing note after it with the sums of the
//! originals. Their wording is the templates'.

use chrono::NaiveDate;
use serde::Serialize;

use super::model::{Archive, ArchiveItem};
use crate::Problem;
use crate::office::model::Filled;

/// How a filed piece stands in the volume.
#[derive(Debug, Clone, Default)]
pub struct Bound {
    /// The first page it stands on, and how many it has; absent where it is kept as an original alone.
    pub pages: Option<(usize, usize)>,
    /// Why it is kept as an original alone.
    pub unbound: Option<String>,
}

/// An original and its sum.
#[derive(Debug, Clone, Serialize)]
pub struct Summed {
    /// The name in the package.
    pub name: String,
    /// SHA-256, hex in groups of eight.
    pub sum: String,
}

/// A piece in the catalogue.
#[derive(Debug, Serialize)]
struct Row {
    n: usize,
    responsible: String,
    number: String,
    title: String,
    dated: NaiveDate,
    page: Option<usize>,
    note: String,
}

/// A part of the archive order with its pieces, and what of it is wanting.
#[derive(Debug, Serialize)]
struct Part<'a> {
    name: &'a str,
    absent: Option<&'a str>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Front<'a> {
    union: &'a str,
    title: &'a str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    pieces: usize,
    pages: usize,
    made_on: NaiveDate,
    parts: Vec<Part<'a>>,
}

#[derive(Debug, Serialize)]
struct Back<'a> {
    title: &'a str,
    pieces: usize,
    pages: usize,
    absent: Vec<String>,
    unbound: Vec<String>,
    sums: &'a [Summed],
    made_on: NaiveDate,
}

/// What both papers say of the whole.
pub struct Volume<'a> {
    /// The union.
    pub union: &'a str,
    /// What is filed.
    pub archive: &'a Archive,
    /// How each piece stands, in the order of parts and pieces.
    pub bound: &'a [Bound],
    /// The day it is bound.
    pub made_on: NaiveDate,
}

impl Volume<'_> {
    fn pages(&self) -> usize {
        self.bound.iter().filter_map(|one| one.pages).map(|(_, pages)| pages).sum()
    }

    /// Cover and catalogue (封面、卷内文件目录).
    ///
    /// Errors: none in practice.
    pub fn front(&self) -> Result<Filled, Problem> {
        let items = || self.archive.parts.iter().flat_map(|part| &part.items);
        let mut bound = self.bound.iter();
        let mut n = 0;
        let mut row = |item: &ArchiveItem| {
            n += 1;
            let stands = bound.next().cloned().unwrap_or_default();
            let note = [item.note.clone(), stands.unbound].into_iter().flatten().collect::<Vec<_>>();
            Row {
                n,
                responsible: item.responsible.clone().unwrap_or_default(),
                number: item.number.clone().unwrap_or_default(),
                title: item.title.clone(),
                dated: item.dated,
                page: stands.pages.map(|(first, _)| first),
                note: note.join("；"),
            }
        };
        let parts: Vec<Part<'_>> = (self.archive.parts.iter())
            .map(|part| Part {
                name: &part.name,
                absent: part.absent.as_deref(),
                rows: part.items.iter().map(&mut row).collect(),
            })
            .collect();
        let front = Front {
            union: self.union,
            title: &self.archive.title,
            from: items().map(|item| item.dated).min(),
            to: items().map(|item| item.dated).max(),
            pieces: items().count(),
            pages: self.pages(),
            made_on: self.made_on,
            parts,
        };
        Filled::new("office/archive", String::new(), self.archive.title.clone(), Vec::new(), &front)
    }

    /// The closing note (备考表) with the sums of the originals.
    ///
    /// Errors: none in practice.
    pub fn back(&self, sums: &[Summed]) -> Result<Filled, Problem> {
        let parts = &self.archive.parts;
        let titles = parts.iter().flat_map(|part| &part.items).map(|item| &item.title);
        let back = Back {
            title: &self.archive.title,
            pieces: self.bound.len(),
            pages: self.pages(),
            absent: (parts.iter())
                .filter_map(|part| Some(format!("{}：{}", part.name, part.absent.as_ref()?)))
                .collect(),
            unbound: titles
                .zip(self.bound)
                .filter_map(|(title, bound)| Some(format!("{title}：{}", bound.unbound.as_ref()?)))
                .collect(),
            sums,
            made_on: self.made_on,
        };
        Filled::new("office/archive-notes", String::new(), self.archive.title.clone(), Vec::new(), &back)
    }
}
