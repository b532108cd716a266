//! The one way such a sheet is walked: its header by synonyms in one row or two, its rows without totals, notes and blanks,
//! its cells by what their columns hold, and what is told about them. What a kind of sheet holds stands with the kind.

use chrono::NaiveDate;
use sheet::{Book, Cell, Page, Row};

use super::money::{self, MoneyRead, Unit};
use super::problem::{SheetProblem, SheetProblemKind as K};
use crate::members::roster::dates::{self, DateRead};
use crate::members::roster::field::plain;
use crate::members::roster::header::{Head, Words, best, heads, heads_of};
use crate::members::roster::names::is_space;
use crate::members::roster::rows::{is_note, is_signed, is_total, signs_for_name, tells_no_sum};
use crate::members::roster::{RosterDate, Severity, id_number, names};
use ledger::Fen;

/// What the columns of a kind of sheet hold, and the headings under which they are written.
pub(crate) trait Columns: Copy + PartialEq + 'static {
    /// Each with its headings, folded as [`plain`] folds them.
    const WORDS: &'static [(Self, &'static [&'static str])];
    /// A sheet is of the kind when so many of these stand in its header.
    const SIGNS: (&'static [Self], usize);
    /// Whose row it is.
    const WHO: Option<Who<Self>>;

    /// How surely a heading names it: where two columns of a sheet could hold it, the surer one is taken.
    fn surety(self, _heading: &str) -> u8 {
        0
    }

    /// What a heading names; a unit in brackets behind it does not matter.
    fn of_heading(heading: &str) -> Option<Self> {
        let plain = plain(heading);
        let known = |text: &str| {
            Self::WORDS.iter().find(|(_, words)| words.contains(&text)).map(|(column, _)| *column)
        };
        known(&plain).or_else(|| known(plain.split(['(', '/', '[']).next().unwrap_or_default()))
    }
}

/// The columns that say whose row it is.
pub(crate) struct Who<C> {
    pub name: C,
    pub number: C,
    pub id: C,
}

/// Whose row it is, as the row says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whose {
    /// 姓名 as written.
    pub name: String,
    /// The key names are matched by.
    pub key: String,
    /// 工号.
    pub work_number: Option<String>,
    /// 证件号码, cleaned.
    pub id_number: Option<String>,
}

/// A page that is of a kind, under work.
pub(crate) struct Table<'b, C> {
    pub page: &'b Page,
    pub head: Head<C>,
    pub problems: Vec<SheetProblem>,
    /// Totals, notes and repeated headers that were passed over.
    pub passed: u32,
    /// The totals among them.
    pub totals: Vec<&'b Row>,
    pub today: NaiveDate,
    epoch_1904: bool,
}

/// A cell with its place.
#[derive(Clone, Copy)]
pub(crate) struct At<'b> {
    pub row: u32,
    pub column: u32,
    pub cell: &'b Cell,
}

/// How well a book is a kind of sheet: the page and how many of its headings are known. None where it is not.
pub(crate) fn fits<C: Columns>(book: &Book) -> Option<(usize, usize)> {
    fits_by(book, C::SIGNS)
}

/// As `fits`, by other signs: where somebody says what a file is, fewer will do.
fn fits_by<C: Columns>(book: &Book, signs: (&[C], usize)) -> Option<(usize, usize)> {
    let pages = book.pages.iter().enumerate().filter(|(_, page)| !page.hidden);
    let found = pages.filter_map(|(at, page)| Some((at, head::<C>(page, signs)?.columns.len())));
    found.max_by_key(|(at, known)| (*known, std::cmp::Reverse(*at)))
}

/// A page that is of a kind, by its header.
pub(crate) struct PageHead {
    /// Which page of the book.
    pub at: usize,
    /// The last row of the header.
    pub last_row: u32,
    /// How many of its headings are known.
    pub known: usize,
    /// Every heading with its place.
    pub headings: Vec<(u32, String)>,
}

impl PageHead {
    fn of<C>(at: usize, head: &Head<C>) -> Self {
        let known = head.columns.iter().map(|(place, _, heading)| (*place, heading.trim().to_owned()));
        let unknown = head.unknown.iter().map(|(place, heading)| (*place, heading.trim().to_owned()));
        let mut headings: Vec<(u32, String)> = known.chain(unknown).collect();
        headings.sort_unstable();
        PageHead { at, last_row: head.last_row, known: head.columns.len(), headings }
    }
}

/// Every page of a book, hidden or not, that is of a kind by these signs.
pub(crate) fn page_heads<C: Columns>(book: &Book, signs: (&[C], usize)) -> Vec<PageHead> {
    let of = |(at, page): (usize, &Page)| Some(PageHead::of(at, &head::<C>(page, signs)?));
    book.pages.iter().enumerate().filter_map(of).collect()
}

/// Every page of a book, hidden or not, that names people and has sums under a heading that names nothing: what they are can be said.
pub(crate) fn unsaid_heads<C: Columns>(book: &Book) -> Vec<PageHead> {
    let of = |(at, page): (usize, &Page)| Some(PageHead::of(at, &unsaid::<C>(page)?));
    book.pages.iter().enumerate().filter_map(of).collect()
}

/// The header of such a page.
fn unsaid<C: Columns>(page: &Page) -> Option<Head<C>> {
    let words = Words { of: &C::of_heading, several: &|_: C| false };
    best(heads_of(page, &words, 1).into_iter().filter(|head| has_sums(page, head)))
}

/// Whether a cell holds a sum, in figures.
fn is_sum(cell: &Cell) -> bool {
    match money::read(cell, Unit::Yuan) {
        MoneyRead::Plain(sum) | MoneyRead::Read(sum) => sum.0 > 0,
        MoneyRead::Nothing | MoneyRead::Impossible => false,
    }
}

/// Whether a header names people, and most of its rows have a sum under one heading that it does not know.
fn has_sums<C: Columns>(page: &Page, head: &Head<C>) -> bool {
    let Some(who) = C::WHO else { return false };
    let whose = |column: C| column == who.name || column == who.number || column == who.id;
    let places: Vec<u32> =
        head.columns.iter().filter(|(_, column, _)| whose(*column)).map(|(at, ..)| *at).collect();
    let somebody = |row: &&Row| places.iter().any(|at| !row.get(*at).is_blank());
    let rows: Vec<&Row> =
        page.rows.iter().filter(|row| row.number > head.last_row).filter(somebody).collect();
    let sums = |place: u32| rows.iter().filter(|row| is_sum(row.get(place))).count();
    head.unknown.iter().any(|(place, heading)| !money::heads_no_sum(heading) && sums(*place) * 2 > rows.len())
}

fn head<C: Columns>(page: &Page, (signs, least): (&[C], usize)) -> Option<Head<C>> {
    let words = Words { of: &C::of_heading, several: &|_: C| false };
    let fits =
        |head: &Head<C>| head.columns.iter().filter(|(_, column, _)| signs.contains(column)).count() >= least;
    best(heads(page, &words).into_iter().filter(fits))
}

/// Of two columns that a header names alike, that one is taken which can be seen, then the surer one, then the first.
fn prefer<C: Columns>(head: &mut Head<C>, page: &Page) {
    let worth =
        |place: u32, what: C, heading: &str| (!page.hidden_columns.contains(&place), what.surety(heading));
    for at in 0..head.unknown.len() {
        let Some((place, heading)) = head.unknown.get(at).cloned() else { continue };
        let Some(what) = C::of_heading(&heading) else { continue };
        let Some(taken) = head.columns.iter_mut().find(|(_, column, _)| *column == what) else { continue };
        if worth(place, what, &heading) > worth(taken.0, what, &taken.2) {
            let (other, _, left) = std::mem::replace(taken, (place, what, heading));
            if let Some(unknown) = head.unknown.get_mut(at) {
                *unknown = (other, left);
            }
        }
    }
}

/// That a column is read though it is hidden.
pub(crate) fn hidden_column(column: u32, heading: &str) -> SheetProblem {
    SheetProblem {
        row: 0,
        column,
        severity: Severity::Note,
        kind: K::HiddenColumn,
        message: format!("“{heading}”这一列在表格里是隐藏的，也一起读了。"),
        was: String::new(),
        proposal: None,
    }
}

impl<'b, C: Columns> Table<'b, C> {
    /// The page of a book that is of the kind.
    pub fn of(book: &'b Book, today: NaiveDate) -> Option<Self> {
        Self::of_signs(book, today, C::SIGNS)
    }

    /// The page of a book that somebody says is of the kind, by signs of their own.
    pub fn of_signs(book: &'b Book, today: NaiveDate, signs: (&[C], usize)) -> Option<Self> {
        let (at, _) = fits_by::<C>(book, signs)?;
        let page = book.pages.get(at)?;
        Some(Self::under(book, page, head::<C>(page, signs)?, today))
    }

    /// The first page of a book, of those that can be seen, that names people and has sums under a heading that names nothing.
    pub fn of_unsaid(book: &'b Book, today: NaiveDate) -> Option<Self> {
        let mut pages = book.pages.iter().filter(|page| !page.hidden);
        pages.find_map(|page| Some(Self::under(book, page, unsaid::<C>(page)?, today)))
    }

    /// A page under its header.
    fn under(book: &Book, page: &'b Page, mut head: Head<C>, today: NaiveDate) -> Self {
        prefer(&mut head, page);
        let mut table = Table {
            page,
            head,
            problems: Vec::new(),
            passed: 0,
            totals: Vec::new(),
            today,
            epoch_1904: book.epoch_1904,
        };
        let hidden = table.head.columns.iter().filter(|(column, ..)| page.hidden_columns.contains(column));
        for (column, _, heading) in hidden.cloned().collect::<Vec<_>>() {
            table.problems.push(hidden_column(column, &heading));
        }
        table
    }

    /// Lays what somebody chose for columns over what their headings say. A column that is chosen takes the place of the one
    /// that the headings named.
    pub fn choose(&mut self, chosen: &std::collections::BTreeMap<u32, Option<C>>) {
        for (place, choice) in chosen {
            let head = &mut self.head;
            let known = head.columns.iter().position(|(at, ..)| at == place);
            let heading = match known {
                Some(at) => head.columns.remove(at).2,
                None => match head.unknown.iter().position(|(at, _)| at == place) {
                    Some(at) => head.unknown.remove(at).1,
                    None => continue,
                },
            };
            let Some(choice) = choice else {
                head.unknown.push((*place, heading));
                continue;
            };
            if let Some(at) = head.columns.iter().position(|(_, column, _)| column == choice) {
                let (other, _, heading) = head.columns.remove(at);
                head.unknown.push((other, heading));
            }
            head.columns.push((*place, *choice, heading));
        }
    }

    /// Every column of the header in the order of the file: its place, its heading, what it holds.
    pub fn columns(&self) -> Vec<(u32, String, Option<C>)> {
        let known =
            self.head.columns.iter().map(|(at, column, heading)| (*at, heading.clone(), Some(*column)));
        let unknown = self.head.unknown.iter().map(|(at, heading)| (*at, heading.clone(), None));
        let mut columns: Vec<_> = known.chain(unknown).collect();
        columns.sort_by_key(|column| column.0);
        columns
    }

    /// Columns whose headings name what another column is taken for: the place, the heading, what it names.
    pub fn seconds(&self) -> Vec<(u32, String, C)> {
        let second = |(place, heading): &(u32, String)| {
            let what = C::of_heading(heading).filter(|what| self.column(*what).is_some())?;
            Some((*place, heading.clone(), what))
        };
        self.head.unknown.iter().filter_map(second).collect()
    }

    /// What stands above the header: the title, and notes that count for all columns.
    pub fn above(&self) -> String {
        let rows = self.page.rows.iter().take_while(|row| row.number < self.head.row);
        rows.flat_map(|row| row.cells.iter().map(|(_, cell)| cell.show())).collect()
    }

    /// The rows under the header that hold data.
    pub fn rows(&mut self) -> Vec<&'b Row> {
        let page = self.page;
        let mut rows = Vec::new();
        for row in page.rows.iter().filter(|row| row.number > self.head.last_row && !row.is_blank()) {
            if self.passes(row) {
                self.passed += 1;
                // 合计 50人 is a total that says how many there are; 总人数 is none.
                if self.says(row, |text| is_total(text) && !tells_no_sum(text)) {
                    self.totals.push(row);
                }
            } else {
                rows.push(row);
            }
        }
        rows
    }

    /// 合计, 小计 and the like, before the row or where its name stands.
    fn is_total(&self, row: &Row) -> bool {
        self.says(row, is_total)
    }

    /// Whether something is said before a row or where its name stands.
    fn says(&self, row: &Row, is: fn(&str) -> bool) -> bool {
        let shown = |cell: &Cell| plain(&cell.show());
        let first = row.cells.iter().find(|(_, cell)| !cell.is_blank()).map(|(_, cell)| shown(cell));
        let name = C::WHO.and_then(|who| self.column(who.name)).map(|at| shown(row.get(at)));
        [first, name].iter().flatten().any(|text| is(text))
    }

    /// A total, how many people there are, an average of theirs, a note or the header again.
    fn passes(&self, row: &Row) -> bool {
        let shown = |cell: &Cell| plain(&cell.show());
        let Some((_, first)) = row.cells.iter().find(|(_, cell)| !cell.is_blank()) else { return true };
        let first = shown(first);
        let again = self.head.columns.iter().filter(|(at, _, heading)| shown(row.get(*at)) == plain(heading));
        let filled = row.cells.iter().filter(|(_, cell)| !cell.is_blank()).count();
        let beside = C::WHO.is_some() && self.says(row, tells_no_sum);
        self.is_total(row)
            || beside
            || is_note(&first) && filled <= 3
            || again.count() >= 2
            || self.is_signed(row)
    }

    /// Whether those sign in a row who made the sheet, before it or where the name stands; where it has a sum it is somebody's.
    fn is_signed(&self, row: &Row) -> bool {
        let Some(who) = C::WHO else { return false };
        let first = row.cells.iter().find(|(_, cell)| !cell.is_blank()).map(|(_, cell)| cell.show());
        let signed = first.is_some_and(|first| is_signed(&first))
            || self.column(who.name).is_some_and(|at| signs_for_name(&row.get(at).show()));
        signed && !row.cells.iter().any(|(_, cell)| is_sum(cell))
    }

    pub fn column(&self, what: C) -> Option<u32> {
        self.head.columns.iter().find(|(_, column, _)| *column == what).map(|(at, ..)| *at)
    }

    pub fn heading(&self, what: C) -> &str {
        self.head.columns.iter().find(|(_, column, _)| *column == what).map_or("", |(.., heading)| heading)
    }

    /// A cell that holds something; below a merged cell, the merged value.
    pub fn cell(&self, row: &'b Row, what: C) -> Option<At<'b>> {
        self.cell_at(row, self.column(what)?)
    }

    /// The same of the column at a place, whatever it holds.
    pub fn cell_at(&self, row: &'b Row, column: u32) -> Option<At<'b>> {
        let cell = row.get(column);
        if !cell.is_blank() {
            return Some(At { row: row.number, column, cell });
        }
        let merge = self.page.merge_at(row.number, column).filter(|merge| merge.top > self.head.last_row)?;
        let cell = self.page.row(merge.top)?.get(merge.left);
        (!cell.is_blank()).then_some(At { row: row.number, column, cell })
    }

    pub fn say(&mut self, at: &At<'_>, severity: Severity, kind: K, text: &str, proposal: Option<String>) {
        let known = self.head.columns.iter().find(|(column, ..)| *column == at.column);
        let unknown = || self.head.unknown.iter().find(|(column, _)| *column == at.column);
        let heading = known.map(|(.., heading)| heading).or_else(|| unknown().map(|(_, heading)| heading));
        let place = heading.map_or(String::new(), |heading| format!("「{heading}」"));
        self.problems.push(SheetProblem {
            row: at.row,
            column: at.column,
            severity,
            kind,
            message: format!("第{}行{place}：{text}", at.row),
            was: at.cell.show(),
            proposal,
        });
    }

    /// A cell whose formula has a result.
    pub fn sound(&mut self, row: &'b Row, what: C) -> Option<At<'b>> {
        let column = self.column(what)?;
        self.sound_at(row, column)
    }

    fn sound_at(&mut self, row: &'b Row, column: u32) -> Option<At<'b>> {
        let at = self.cell_at(row, column)?;
        if matches!(at.cell, Cell::Fault(_)) {
            self.say(&at, Severity::Ask, K::Fault, "公式没有算出结果；请在表格里改成数值，或者留空。", None);
            return None;
        }
        Some(at)
    }

    pub fn text(&mut self, row: &'b Row, what: C) -> Option<String> {
        let at = self.sound(row, what)?;
        Some(at.cell.show().trim_matches(is_space).trim_start_matches('\'').to_owned())
    }

    /// A sum in yuan and fen.
    pub fn sum(&mut self, row: &'b Row, what: C, unit: Unit) -> Option<(At<'b>, Fen)> {
        let column = self.column(what)?;
        self.sum_at(row, column, unit)
    }

    /// The same of the column at a place, whatever it holds.
    pub fn sum_at(&mut self, row: &'b Row, column: u32, unit: Unit) -> Option<(At<'b>, Fen)> {
        let at = self.sound_at(row, column)?;
        match money::read(at.cell, unit) {
            MoneyRead::Nothing => None,
            MoneyRead::Plain(sum) => Some((at, sum)),
            MoneyRead::Read(sum) => {
                let said = money::said(sum);
                self.say(&at, Severity::Note, K::MoneyRead, &format!("读作{said}。"), Some(said));
                Some((at, sum))
            }
            MoneyRead::Impossible => {
                self.say(&at, Severity::Ask, K::NotMoney, "不是金额；请核对，或者留空。", None);
                None
            }
        }
    }

    /// A day, told where it has more than one reading.
    pub fn day(&mut self, row: &'b Row, what: C) -> Option<RosterDate> {
        let at = self.sound(row, what)?;
        match dates::read(at.cell, self.today, self.epoch_1904) {
            DateRead::Sure(day) => Some(day),
            DateRead::Serial(day) | DateRead::Coarse(day) => {
                let text = format!("按{}记。", day.words());
                self.say(&at, Severity::Note, K::DayRead, &text, Some(day.to_string()));
                Some(day)
            }
            DateRead::Dot(day) | DateRead::ShortYear(day) | DateRead::Order(day) => {
                let text = format!("有不止一种读法，多半是{}；请确认。", day.words());
                self.say(&at, Severity::Ask, K::DayRead, &text, Some(day.to_string()));
                None
            }
            DateRead::Nothing | DateRead::Zero => None,
            DateRead::Open | DateRead::Lunar | DateRead::Impossible => {
                self.say(
                    &at,
                    Severity::Ask,
                    K::NotADay,
                    "不是真实的公历日期；请核对，写成 2026-03-05 这样。",
                    None,
                );
                None
            }
        }
    }

    /// Whose row it is; a row of nobody stops.
    pub fn whose(&mut self, row: &'b Row) -> Option<Whose> {
        let who = C::WHO?;
        let name = self.text(row, who.name).unwrap_or_default();
        let whose = Whose {
            key: names::key(&name),
            name,
            work_number: self.text(row, who.number),
            id_number: self.text(row, who.id).map(|text| id_number::clean(&text)),
        };
        if whose.name.is_empty() && whose.work_number.is_none() && whose.id_number.is_none() {
            let at = At { row: row.number, column: 0, cell: &Cell::Empty };
            self.say(&at, Severity::Stop, K::Nobody, "没有姓名、工号或证件号码，不知道是谁的。", None);
            return None;
        }
        Some(whose)
    }
}
