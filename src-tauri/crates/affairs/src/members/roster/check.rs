//! The desk at which one row is checked: it fetches cells by field, fills merged cells down, writes
//! remarks, and answers an ask by what the person has decided. What is asked stands in `identity` and `work`.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use sheet::{Cell, Merge, Page, Row};

use super::ages::Ages;
use super::codes::{Meaning, fold};
use super::dates::{self, DateRead};
use super::field::Field;
use super::held::Units;
use super::model::{
    CellProblem, ColumnFound, Decision, FilledCell, Header, Options, PersonDraft, ProblemKind, RosterDate,
    Severity,
};
use super::names::is_space;
use super::remark::place;

/// What holds for all rows of a page.
pub(super) struct Desk<'a> {
    pub page: &'a Page,
    /// Index into the preview's pages.
    pub page_index: u32,
    pub columns: Vec<ColumnFound>,
    pub options: &'a Options,
    pub ages: &'a Ages,
    pub today: NaiveDate,
    pub epoch_1904: bool,
    /// The codes of the union and of its employer, where the ledger has them.
    pub units: &'a Units,
    /// The page's name, when it may stand for the shop.
    pub shop_name: Option<&'a str>,
    /// Words read as standard ones: (field, word) to (standard word, rows).
    pub readings: BTreeMap<(Field, String), (String, u32)>,
    /// The same columns by field.
    places: BTreeMap<Field, Vec<u32>>,
    /// Areas merged downward below the header, by column.
    down: HashMap<u32, Vec<Merge>>,
}

/// One cell under work.
#[derive(Clone)]
pub(super) struct At<'a> {
    pub field: Field,
    pub column: u32,
    /// The cell as in the file; none where the file has nothing.
    pub cell: Option<&'a Cell>,
}

/// What a word of a code table came to.
enum Word<T> {
    Read(T),
    Kept(String),
    Nothing,
}

/// How an ask was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Not yet: the field stays empty.
    Open,
    /// By the proposal.
    Take,
    /// As written.
    Keep,
    /// By leaving the field empty, or the row out.
    Leave,
}

/// One row under work.
pub(super) struct RowCheck<'d, 'a> {
    pub desk: &'d mut Desk<'a>,
    pub row: &'a Row,
    pub person: PersonDraft,
    pub problems: Vec<CellProblem>,
    /// What was taken from merged areas above the row.
    pub filled: Vec<FilledCell>,
    pub skip: bool,
}

impl<'a> Desk<'a> {
    pub fn new(
        page: &'a Page,
        header: &Header,
        options: &'a Options,
        ages: &'a Ages,
        units: &'a Units,
        today: NaiveDate,
    ) -> Self {
        let mut down: HashMap<u32, Vec<Merge>> = HashMap::new();
        for m in page.merges.iter().filter(|m| m.bottom > m.top && m.top > header.last_row) {
            for column in m.left..=m.right.min(m.left.saturating_add(100)) {
                down.entry(column).or_default().push(*m);
            }
        }
        let mut places: BTreeMap<Field, Vec<u32>> = BTreeMap::new();
        for c in &header.columns {
            places.entry(c.field).or_default().push(c.column);
        }
        Desk {
            page,
            places,
            page_index: 0,
            columns: header.columns.clone(),
            options,
            ages,
            today,
            epoch_1904: false,
            units,
            shop_name: None,
            readings: BTreeMap::new(),
            down,
        }
    }

    pub fn has(&self, field: Field) -> bool {
        !self.columns_of(field).is_empty()
    }

    /// The columns of a field in the order of the file.
    fn columns_of(&self, field: Field) -> &[u32] {
        self.places.get(&field).map_or(&[], Vec::as_slice)
    }
}

impl<'a> RowCheck<'_, 'a> {
    /// The columns of a field with their cells, without blank ones. A cell under a merged area gives the
    /// area's value, except where a value belongs to one person only.
    pub fn cells(&mut self, field: Field) -> Vec<(At<'a>, &'a Cell)> {
        let columns: Vec<u32> = self.desk.columns_of(field).to_vec();
        columns.into_iter().filter_map(|column| self.cell_in(field, column)).collect()
    }

    /// The first cell of a field.
    pub fn cell(&mut self, field: Field) -> Option<(At<'a>, &'a Cell)> {
        let mut n = 0;
        while let Some(column) = self.desk.columns_of(field).get(n).copied() {
            if let Some(found) = self.cell_in(field, column) {
                return Some(found);
            }
            n += 1;
        }
        None
    }

    fn cell_in(&mut self, field: Field, column: u32) -> Option<(At<'a>, &'a Cell)> {
        let cell = self.row.get(column);
        if !cell.is_blank() {
            return Some((At { field, column, cell: Some(cell) }, cell));
        }
        let own = matches!(
            field,
            Field::Name
                | Field::IdNumber
                | Field::Phone
                | Field::StaffNo
                | Field::UnionCard
                | Field::Sequence
        );
        if own || self.desk.down.is_empty() {
            return None;
        }
        let (merge, cell) = self.above(column)?;
        let at = At { field, column, cell: None };
        let told = self.problems.iter().any(|p| p.kind == ProblemKind::MergedFilled && p.column == column);
        if !told {
            let text = "合并的单元格，按合并区域第一格填入。";
            self.note(&at, ProblemKind::MergedFilled, text, Some(cell.show()));
            let (from_row, from_column) = (merge.top, merge.left);
            self.filled.push(FilledCell { column, from_row, from_column, value: cell.show() });
        }
        Some((at, cell))
    }

    /// The area merged over a cell of the row from above, and what is written in it.
    fn above(&self, column: u32) -> Option<(Merge, &'a Cell)> {
        let number = self.row.number;
        let merge = self.desk.down.get(&column)?.iter().find(|m| m.top < number && number <= m.bottom)?;
        let cell = self.desk.page.row(merge.top)?.get(merge.left);
        (!cell.is_blank()).then_some((*merge, cell))
    }

    /// Where an empty cell of a field stands, for a remark on it; `None` without such a column.
    pub fn empty_at(&self, field: Field) -> Option<At<'a>> {
        let column = *self.desk.columns_of(field).first()?;
        Some(At { field, column, cell: None })
    }

    /// The row as a whole.
    pub fn whole(&self, field: Field) -> At<'a> {
        At { field, column: 0, cell: None }
    }

    fn push(
        &mut self,
        at: &At<'a>,
        severity: Severity,
        kind: ProblemKind,
        text: &str,
        proposal: Option<String>,
    ) {
        let heading =
            self.desk.columns.iter().find(|c| c.column == at.column).map_or("", |c| c.heading.as_str());
        let message = place(self.row.number, heading, text);
        self.problems.push(CellProblem {
            row: self.row.number,
            column: at.column,
            field: Some(at.field),
            severity,
            kind,
            message,
            was: at.cell.map(Cell::show).unwrap_or_default(),
            proposal,
        });
    }

    pub fn note(&mut self, at: &At<'a>, kind: ProblemKind, text: &str, now: Option<String>) {
        self.push(at, Severity::Note, kind, text, now);
    }

    pub fn stop(&mut self, at: &At<'a>, kind: ProblemKind, text: &str) {
        self.push(at, Severity::Stop, kind, text, None);
    }

    /// Asks, or answers by what was decided about this kind.
    pub fn ask(&mut self, at: &At<'a>, kind: ProblemKind, text: &str, proposal: Option<String>) -> Answer {
        let place = (self.desk.page_index, self.row.number, Some(at.column));
        let (answer, severity) = match self.desk.options.decision(place, kind) {
            None => (Answer::Open, Severity::Ask),
            Some(Decision::TakeProposal) => (Answer::Take, Severity::Note),
            Some(Decision::KeepWritten) => (Answer::Keep, Severity::Note),
            Some(Decision::LeaveEmpty) => (Answer::Leave, Severity::Note),
            Some(Decision::SkipRow) => {
                self.skip = true;
                (Answer::Leave, Severity::Note)
            }
        };
        self.push(at, severity, kind, text, proposal);
        answer
    }

    /// A formula without a result: asked, since the person can go in without this value.
    pub fn fault(&mut self, at: &At<'a>, cell: &Cell) -> bool {
        let bad = matches!(cell, Cell::Fault(_));
        if bad {
            let text = "公式没有算出结果；请在表格里改成文字或数值，或者先留空导入。";
            self.ask(at, ProblemKind::CellFault, text, None);
        }
        bad
    }

    /// Plain text of a field, white space around it taken off.
    pub fn text(&mut self, field: Field) -> Option<String> {
        let (at, cell) = self.cell(field)?;
        if self.fault(&at, cell) {
            return None;
        }
        let shown = seen(cell);
        let text = shown.trim_matches(is_space);
        Some(text.strip_prefix('\'').unwrap_or(text).to_owned())
    }

    /// A word of a code table.
    pub fn coded<T: Copy>(
        &mut self,
        field: Field,
        read: impl Fn(&str) -> Meaning<T>,
        label: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        match self.meaning(field, read, label) {
            Word::Read(value) => Some(value),
            _ => None,
        }
    }

    /// A word of an open table: what it does not hold may be kept as written.
    pub fn worded(&mut self, field: Field, read: impl Fn(&str) -> Meaning<&'static str>) -> Option<String> {
        match self.meaning(field, read, |w| w) {
            Word::Read(value) => Some(value.to_owned()),
            Word::Kept(written) => Some(written),
            Word::Nothing => None,
        }
    }

    fn meaning<T: Copy>(
        &mut self,
        field: Field,
        read: impl Fn(&str) -> Meaning<T>,
        label: impl Fn(T) -> &'static str,
    ) -> Word<T> {
        let Some((at, cell)) = self.cell(field) else { return Word::Nothing };
        if self.fault(&at, cell) {
            return Word::Nothing;
        }
        let word = seen(cell);
        // Most cells hold the standard word itself: no folding, nothing to count.
        if let Meaning::Sure(value) = read(&word)
            && label(value) == word
        {
            return Word::Read(value);
        }
        let (answer, likely) = match read(&fold(&word)) {
            Meaning::Sure(value) => {
                self.reading(field, &word, label(value));
                return Word::Read(value);
            }
            Meaning::Likely(value) => {
                let text = format!("这个写法有两种意思，多半是“{}”；请确认。", label(value));
                let answer = self.ask(&at, ProblemKind::TwoReadings, &text, Some(label(value).to_owned()));
                (answer, Some(value))
            }
            Meaning::Unknown => {
                let text = "认不出这个写法；请在表格里改成常用写法，或者先留空导入。";
                (self.ask(&at, ProblemKind::UnknownValue, text, None), None)
            }
        };
        match (answer, likely) {
            (Answer::Take, Some(value)) => Word::Read(value),
            (Answer::Keep, _) => Word::Kept(word.trim_matches(is_space).to_owned()),
            _ => Word::Nothing,
        }
    }

    /// Counts a word that stands for a standard one; the same word needs no telling.
    pub fn reading(&mut self, field: Field, was: &str, now: &str) {
        let was = was.trim_matches(is_space);
        if was == now {
            return;
        }
        match self.desk.readings.get_mut(&(field, was.to_owned())) {
            Some((_, rows)) => *rows += 1,
            None => {
                self.desk.readings.insert((field, was.to_owned()), (now.to_owned(), 1));
            }
        }
    }

    /// A date without anything to compare it with.
    pub fn date(&mut self, field: Field) -> Option<(At<'a>, RosterDate)> {
        let (at, cell) = self.cell(field)?;
        if self.fault(&at, cell) {
            return None;
        }
        let read = dates::read(cell, self.desk.today, self.desk.epoch_1904);
        let date = self.plain_date(&at, read)?;
        Some((at, date))
    }

    /// Tells or asks what a reading of a date needs.
    pub fn plain_date(&mut self, at: &At<'a>, read: DateRead) -> Option<RosterDate> {
        use ProblemKind as K;
        match read {
            DateRead::Nothing => None,
            DateRead::Sure(d) => Some(d),
            DateRead::Zero => {
                self.note(at, K::DateZero, "写的不是日期，按没有填处理。", None);
                None
            }
            DateRead::Serial(d) => {
                self.note(
                    at,
                    K::DateSerial,
                    &format!("是表格的日期数字，按{}记。", d.words()),
                    Some(d.to_string()),
                );
                Some(d)
            }
            DateRead::Coarse(d) => {
                self.note(
                    at,
                    K::DatePrecision,
                    &format!("没有写到日，按{}记。", d.words()),
                    Some(d.to_string()),
                );
                Some(d)
            }
            DateRead::Dot(d) => self.dated(at, K::DateDot, "可能是年月，也可能丢了末尾的零", d),
            DateRead::ShortYear(d) => self.dated(at, K::DateShortYear, "年份只有两位", d),
            DateRead::Order(d) => self.dated(at, K::DateOrder, "月和日的先后不清楚", d),
            DateRead::Lunar => {
                self.ask(at, K::DateLunar, "写的是农历；请改成公历日期，或者先留空导入。", None);
                None
            }
            DateRead::Open => {
                self.ask(at, K::DateOpen, "写的不是某一天；请改成日期，或者先留空导入。", None);
                None
            }
            DateRead::Impossible => {
                let text = "不是真实的日期；请写成 2026-03-05 这样，或者先留空导入。";
                self.ask(at, K::DateImpossible, text, None);
                None
            }
        }
    }

    fn dated(&mut self, at: &At<'a>, kind: ProblemKind, why: &str, d: RosterDate) -> Option<RosterDate> {
        let text = format!("{why}，多半是 {d}；请确认。");
        match self.ask(at, kind, &text, Some(d.to_string())) {
            Answer::Take | Answer::Keep => Some(d),
            _ => None,
        }
    }
}

/// The cell as a person sees it, without a copy where it is text already.
pub(super) fn seen(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.show()),
    }
}
