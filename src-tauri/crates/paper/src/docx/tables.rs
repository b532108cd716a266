//! Blocks that become tables: ruled ones (forms: `forms`), the imprint, characters in cells, and the rooms to sign beside each other.
//! Measures are the layout's.

use super::body::Body;
use super::cells::{SEAM, broken, row, stand};
use super::forms::heads;
use super::parts::{Cell, Down, Para, Part, Row, Rules, Run, TabStop, Table};
use super::styles::{CharStyle, Stand, Style};
use super::units::{lines, widest, width};
use crate::document::{Column, Form, Signatory, SigningSide};
use crate::error::PaperError;
use crate::layout::columns::Cells;
use crate::layout::grid::CELL_HEIGHT;
use crate::layout::measure::{NO_3, NO_4, PITCH, WIDTH};
use crate::layout::signatures::{GAP, GUTTER, LINE, ROLE_SIZE, ROW, SEAL_ROW, SHORT_LINE};
use crate::layout::table::TALL;
use crate::layout::title::word_cuts;
use crate::rows::Rows;
use crate::wording::{DATE_TO_FILL, SEAL_PLACE, copies, printed_on};

/// Between a name and the line to sign on.
const BESIDE: f32 = 6.0;

impl Body {
    pub(super) fn table(
        &mut self,
        columns: &[Column],
        rows: &Rows,
        size: f32,
        whole: bool,
    ) -> Result<(), PaperError> {
        if columns.is_empty() {
            return Ok(());
        }
        let measure = &mut |_: bool, text: &str, size| Ok(widest(text, size));
        let cells = Cells::fitted(columns, rows, (size, self.across()), &self.shapes, measure)?;
        let text = |style, text: &str| Para {
            style,
            runs: broken(text, cells.size),
            line: Some(cells.line),
            ..Para::default()
        };
        let mut all = heads(columns, &text);
        for (n, facts) in rows.iter().enumerate() {
            let paras = columns.iter().enumerate().map(|(i, column)| {
                let fact = facts.get(i).unwrap_or_default();
                Para { stand: stand(column.align), ..text(Style::TableText, fact) }
            });
            let mut own = row(paras);
            own.cut = (0..columns.len()).any(|i| {
                let fact = facts.get(i).unwrap_or_default();
                lines(fact, cells.size, cells.width(i) - 2.0 * cells.pad.0) as f32 * cells.line
                    > TALL * self.high()
            });
            // A group is one cell; Word does not say its name again on a new page, so its rows stay together.
            let joins = |k: usize| {
                let own = |row: crate::rows::Row<'_>| row.get(0).unwrap_or_default().trim().is_empty();
                columns[0].group && k > 0 && rows.iter().nth(k).is_some_and(own)
            };
            let goes_on = joins(n + 1);
            own.cells[0].down = match (joins(n), goes_on) {
                (true, _) => Down::GoesOn,
                (false, true) => Down::Begins,
                (false, false) => Down::No,
            };
            // Neither the first row nor the last stands on a page alone; none of a table that stays whole.
            let stays = whole && n + 1 < rows.len();
            if stays || goes_on || (n == 0 && rows.len() > 2) || (n > 0 && n + 2 == rows.len()) {
                own.hold();
            }
            all.push(own);
        }
        let widths = (0..columns.len()).map(|i| cells.width(i)).collect();
        self.push(Part::Table(Table { widths, rows: all, rules: Rules::All, pad: cells.pad }));
        self.para(Para::gap(if self.form == Form::Register { 0.4 } else { 0.3 } * PITCH));
        Ok(())
    }

    pub(super) fn imprint(&mut self, copied: Option<&str>, proof: Option<&str>, issuer: &str, date: &str) {
        let side = WIDTH / 2.0;
        let line = |text: String| Para::of(Style::Imprint, text);
        let mut rows = Vec::new();
        for text in copied.map(copies).into_iter().chain(proof.map(str::to_owned)) {
            let mut whole = row([line(text)]);
            whole.cells[0].more = 1;
            rows.push(whole);
        }
        // A letter names only whom it is copied to.
        let letter = self.form == Form::Letterhead;
        if !letter {
            let right = Para { stand: Some(Stand::Right), ..line(printed_on(date)) };
            rows.push(row([line(issuer.to_owned()), right]));
        } else if rows.is_empty() {
            return;
        }
        let rules = if letter { Rules::Copies } else { Rules::Imprint };
        let table = Table { widths: vec![side, side], rows, rules, pad: (NO_4, 0.0) };
        // It hangs on the paragraph after it, and so does the page it stands on.
        let turned = std::mem::take(&mut self.turned);
        self.push(Part::Table(table));
        self.turned = turned;
        self.para(Para::gap(SEAM));
    }

    pub(super) fn character_grid(&mut self, items: &[String], columns: u8) {
        let columns = usize::from(columns.clamp(1, 12));
        if items.is_empty() {
            return;
        }
        self.para(Para::gap(0.5 * PITCH));
        let count = items.len().div_ceil(columns);
        let mut rows = Vec::new();
        for (r, chunk) in items.chunks(columns).enumerate() {
            let cell = |c: usize| {
                let Some(item) = chunk.get(c) else { return vec![Para::gap(SEAM)] };
                let number = format!("{}", r * columns + c + 1);
                vec![Para::of(Style::CellNumber, number), Para::of(Style::CellCharacter, item)]
            };
            let cells = (0..columns).map(|c| Cell { paras: cell(c), ..Cell::default() }).collect();
            let mut own = Row { cells, height: Some((CELL_HEIGHT, true)), ..Row::default() };
            if r + 1 < count {
                own.hold();
            }
            rows.push(own);
        }
        let widths = vec![WIDTH / columns as f32; columns];
        self.push(Part::Table(Table { widths, rows, rules: Rules::Cells, pad: (5.0, 2.0) }));
        self.para(Para::gap(0.5 * PITCH));
    }

    pub(super) fn signatures(&mut self, sides: &[SigningSide]) {
        let sides = &sides[..sides.len().min(2)];
        let column = (self.across() - GUTTER) / 2.0;
        let beside = sides.iter().all(|side| fits_beside(side, column));
        let sealed = sides.iter().any(|side| side.seal.is_some());
        let columns: Vec<Vec<Room>> = sides
            .iter()
            .map(|side| if beside { in_a_row(side, column) } else { rooms(side, sealed, column) })
            .collect();
        let count = columns.iter().map(Vec::len).max().unwrap_or(0);
        if count == 0 {
            return;
        }
        self.hold();
        self.para(Para { keep_next: true, ..Para::gap(0.5 * PITCH) });
        let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
        let mut rows: Vec<Row> = Vec::new();
        for _ in 0..count {
            let mut own = Row::default();
            let mut height: f32 = 0.0;
            for (i, side) in columns.iter_mut().enumerate() {
                if i > 0 {
                    own.cells.push(Cell { paras: vec![Para::gap(SEAM)], ..Cell::default() });
                }
                let room = side.next().unwrap_or_default();
                height = height.max(room.height);
                own.cells.push(Cell { paras: room.paras, low: true, ..Cell::default() });
            }
            own.height = Some((height, false));
            rows.push(own);
        }
        let total: f32 = rows.iter().filter_map(|row| row.height).map(|(height, _)| height).sum();
        let whole = total <= self.high() * 0.6;
        for (i, row) in rows.iter_mut().enumerate() {
            // The label stays with the first row, the last row with the one before it.
            if i + 1 < count && (whole || i == 0 || i + 2 >= count) {
                row.hold();
            }
        }
        let widths = if sides.len() == 2 { vec![column, GUTTER, column] } else { vec![column] };
        self.push(Part::Table(Table { widths, rows, rules: Rules::None, pad: (0.0, 0.0) }));
        self.para(Para::gap(SEAM));
    }
}

/// A side's paragraphs in one row, and the height they ask for at the least.
struct Room {
    height: f32,
    paras: Vec<Para>,
}

impl Default for Room {
    fn default() -> Room {
        Room { height: 0.0, paras: vec![Para::gap(SEAM)] }
    }
}

/// Whether a side is one person (or only a date) and label, name and line fit beside each other.
fn fits_beside(side: &SigningSide, column: f32) -> bool {
    let name = side.names.first().map_or("", |p| p.name.as_str());
    let left = column - width(&side.label, NO_3) - width(name, NO_3) - 2.0 * GAP;
    side.seal.is_none()
        && side.names.len() <= 1
        && side.names.iter().all(|p| p.role.is_empty())
        && left >= SHORT_LINE
}

/// Label, name and line in one row; the date beside the label, or under the line.
fn in_a_row(side: &SigningSide, column: f32) -> Vec<Room> {
    let at = width(&side.label, NO_3) + GAP;
    let mut para = Para { style: Style::SigningName, ..Para::default() };
    para.runs.push(Run::styled(&side.label, CharStyle::Label));
    let Some(person) = side.names.first() else {
        para.tabs.push(TabStop::Right(column));
        para.runs.extend([Run::Tab, Run::text(DATE_TO_FILL)]);
        return vec![Room { height: ROW, paras: vec![para] }];
    };
    para.tabs.push(TabStop::Left(at));
    para.runs.push(Run::Tab);
    if !person.name.is_empty() {
        para.tabs.push(TabStop::Left(at + width(&person.name, NO_3) + GAP));
        para.runs.extend([Run::text(&person.name), Run::Tab]);
    }
    sign(&mut para, person, column);
    let mut rows = vec![Room { height: ROW, paras: vec![para] }];
    rows.extend(side.date.then(date_to_fill));
    rows
}

/// Label, people and date of one side, a row each.
fn rooms(side: &SigningSide, sealed: bool, column: f32) -> Vec<Room> {
    let mut rows = vec![Room { height: PITCH, paras: vec![Para::of(Style::SigningLabel, &side.label)] }];
    if let Some(body) = &side.seal {
        let name = Para { runs: by_words(body, column), ..Para::of(Style::SigningName, "") };
        rows.push(Room { height: PITCH, paras: vec![name] });
        let place = Para { stand: Some(Stand::Center), ..Para::of(Style::SigningName, SEAL_PLACE) };
        let air = Para::gap(SEAL_ROW - PITCH);
        rows.push(Room { height: SEAL_ROW, paras: vec![place, air] });
    } else if sealed {
        rows.extend([Room::default(), Room::default()]);
    }
    // One measure for all names of the side, so that the lines begin under each other.
    let most = column - LINE - BESIDE;
    let measure = |p: &Signatory| {
        let name = name_lines(&p.name, most).into_iter().flatten();
        name.map(|line| width(line, NO_3)).fold(0.0, f32::max).max(width(&p.role, ROLE_SIZE).min(most))
    };
    let name = side.names.iter().map(measure).fold(0.0, f32::max);
    rows.extend(side.names.iter().map(|person| room(person, column, name)));
    rows.extend(side.date.then(date_to_fill));
    rows
}

fn room(person: &Signatory, column: f32, name: f32) -> Room {
    let role = || Para::of(Style::SigningRole, &person.role);
    let mut line = Para { style: Style::SigningName, ..Para::default() };
    let mut paras = Vec::new();
    let place = name_lines(&person.name, name + 0.2).filter(|_| !person.name.is_empty());
    if let Some(lines) = place {
        for (i, part) in lines.into_iter().enumerate() {
            line.runs.extend((i > 0).then_some(Run::Break));
            line.runs.push(Run::text(part));
        }
        line.runs.push(Run::Tab);
        line.tabs.push(TabStop::Left(name + BESIDE));
    } else {
        // A name too long for its place takes the whole width over the line.
        if !person.name.is_empty() {
            paras.push(Para { runs: by_words(&person.name, column), ..Para::of(Style::SigningName, "") });
        }
        if !person.role.is_empty() {
            paras.push(role());
        }
    }
    sign(&mut line, person, column);
    let beside = paras.is_empty();
    paras.push(line);
    if beside && !person.role.is_empty() {
        paras.push(role());
    }
    Room { height: ROW, paras }
}

/// The line to sign on up to `right`, or what stands in its place.
fn sign(para: &mut Para, person: &Signatory, right: f32) {
    if person.note.is_empty() {
        para.tabs.push(TabStop::Signing(right));
        para.runs.push(Run::Tab);
    } else {
        para.runs.push(Run::text(&person.note));
    }
}

/// The name of a body, in lines that cut no word of it.
fn by_words(name: &str, place: f32) -> Vec<Run> {
    let chars: Vec<char> = name.chars().collect();
    let part = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
    let cuts = word_cuts(&chars, |from, to| width(&part(from, to), NO_3) <= place);
    let mut runs = Vec::new();
    for cut in cuts.windows(2) {
        runs.extend((!runs.is_empty()).then_some(Run::Break));
        runs.push(Run::text(part(cut[0], cut[1])));
    }
    runs
}

/// The name in a place of this width: one line, or two where a `·` parts it. Nothing when it does not fit.
fn name_lines(name: &str, place: f32) -> Option<Vec<&str>> {
    let fits = |part: &str| width(part, NO_3) <= place;
    if fits(name) {
        return Some(vec![name]);
    }
    let dots = name.match_indices(['·', '•', '・']).map(|(at, dot)| at + dot.len());
    let mut parts = dots.map(|at| name.split_at(at)).filter(|(first, second)| fits(first) && fits(second));
    parts.next_back().map(|(first, second)| vec![first, second])
}

fn date_to_fill() -> Room {
    let para = Para { stand: Some(Stand::Right), ..Para::of(Style::SigningName, DATE_TO_FILL) };
    Room { height: 1.25 * PITCH, paras: vec![para] }
}
