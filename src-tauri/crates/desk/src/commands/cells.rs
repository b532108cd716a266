//! Label sheets and member cards of the people on the page. They bear no identity, whoever prints them; what stands on
//! them is `affairs`', where it stands on the sheet `paper`'s.

use affairs::members::model::{MemberQuery, PersonId};
use affairs::members::{cells, flags};
use paper::{CellGrid, CellLine, CellSheet, Meta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::Nothing;
use crate::desk::{Desk, Outcome};
use crate::open::Reading;

/// The sheet of member cards.
const CARDS: &str = "cards";
/// Further than this no printer is off, millimetres.
const SHIFT: f32 = 20.0;

/// A sheet that can be printed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellSheetLine {
    /// How it is chosen.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Cells on a sheet.
    pub count: u32,
}

/// Labels or cards to be printed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PrintCells {
    /// Which people, in which order. Its slice is not heeded.
    #[serde(default)]
    pub query: MemberQuery,
    /// Some of them; all when absent. An empty choice is refused.
    #[serde(default)]
    pub only: Option<Vec<PersonId>>,
    /// The sheet.
    pub sheet: String,
    /// The first cell to print, from 1: of a sheet used before the rest. 1 when absent.
    #[serde(default)]
    pub first: Option<u32>,
    /// How far the print is moved to the right, millimetres.
    #[serde(default)]
    pub right: Option<f32>,
    /// How far the print is moved down, millimetres.
    #[serde(default)]
    pub down: Option<f32>,
    /// Shows the border of every cell, for the eye alone; none is printed when absent.
    #[serde(default)]
    pub borders: Option<bool>,
}

/// The sheets there are.
pub fn sheets(desk: &Desk, _: Nothing) -> Result<Outcome<Vec<CellSheetLine>>, Problem> {
    let line = |grid: CellGrid| CellSheetLine {
        count: u32::try_from(grid.count()).unwrap_or(u32::MAX),
        id: grid.id,
        name: grid.name,
    };
    Ok(Outcome::of(paper::cell_grids(&desk.assets)?.into_iter().map(line).collect()))
}

/// The sheets of the people that match.
///
/// Errors: `bad_input` at what cannot be; what `paper` says of characters without a face.
pub fn print(reading: &Reading<'_>, desk: &Desk, args: PrintCells) -> Result<Vec<u8>, Problem> {
    let grid = paper::cell_grids(&desk.assets)?.into_iter().find(|one| one.id == args.sheet);
    let grid = grid.ok_or_else(|| Problem::input("sheet", "没有这种纸；请从列出的标签纸里选一种。"))?;
    let first = args.first.unwrap_or(1) as usize;
    if !(1..=grid.count()).contains(&first) {
        let message = format!("这种纸一张有{}格，请写从第几格开始，1到{}。", grid.count(), grid.count());
        return Err(Problem::input("first", message));
    }
    let shift = (args.right.unwrap_or(0.0), args.down.unwrap_or(0.0));
    for (field, value) in [("right", shift.0), ("down", shift.1)] {
        if !value.is_finite() || value.abs() > SHIFT {
            return Err(Problem::input(field, "移动的距离请写毫米数，不超过20毫米。"));
        }
    }
    let union = &reading.open.union.name;
    let identity = reading.open.sight().identity;
    let days = flags::days(reading.connection, reading.book, reading.today, identity)?;
    let people = cells::people(reading.connection, &days, &args.query, args.only.as_deref(), identity)?;
    let cards = grid.id == CARDS;
    let set =
        |person| -> Vec<CellLine> { if cards { cells::card(union, person) } else { cells::label(person) } };
    let sheet = CellSheet {
        title: if cards { "会员卡" } else { "会员标签" }.to_owned(),
        meta: Meta { author: union.clone(), created: desk.now(), id_seed: format!("cells:{}", grid.id) },
        grid,
        first: first - 1,
        shift,
        borders: args.borders.unwrap_or(false),
        cells: people.into_iter().map(set).collect(),
    };
    Ok(paper::render_cells(&sheet, &desk.faces())?.pdf)
}
