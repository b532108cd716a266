//! Wage data that an undo took back: no row of it is left, and yet it was told of while it stood. What it told is read from the
//! journal, as far as it was not erased by law.

use ledger::Fen;
use rusqlite::{Connection, params};

use super::points::{band, gathered, total};
use crate::Problem;
use crate::pay::model::{PayDepth, PayPeriod, PaySheetId};
use crate::pay::points::{PayData, PayTable};
use crate::pay::rules::TWELVE;

/// What is read of a shop, in the order of [`total`].
const TOTAL: &[&str] = &["shop", "headcount", "sum"];
/// What is read of a band, in the order of [`band`].
const BAND: &[&str] = &["name", "from_sum", "to_sum", "middle", "headcount", "sum"];
/// What is read of a line, in the order of [`gathered`].
const LINE: &[&str] = &[
    "person_id",
    "gross",
    "base",
    "share_days",
    "share_of",
    "sex",
    "front_line",
    "form",
    "skill",
    "shop",
    "post",
    "name",
    "work_number",
];

/// A table that an undo took back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack {
    /// Its place in the journal, among those of `ever`.
    pub place: i64,
    /// Its number.
    sheet: PaySheetId,
    /// The step that took it back.
    by: i64,
    /// The month or the year.
    period: PayPeriod,
    /// How much it told.
    depth: PayDepth,
    /// Whether a year's sums counted as twelve months.
    divided: bool,
    /// How many were paid.
    headcount: u32,
    /// What was paid in all.
    sum: Option<Fen>,
}

/// The tables that an undo took back, in the order in which they were taken. Undone steps are few, and their changes lie
/// together.
pub fn taken_back(connection: &Connection) -> Result<Vec<TakenBack>, Problem> {
    // With `+` no index of all changes is made for the question: they are found by their places.
    let mut statement = connection.prepare_cached(
        "SELECT min(u.target) << 32, c.row_id, u.seq, json_extract(c.before, '$.period'),
           json_extract(c.before, '$.depth'), json_extract(c.before, '$.divided'),
           json_extract(c.before, '$.headcount'), json_extract(c.before, '$.sum')
         FROM journal u CROSS JOIN change c ON c.place >= (u.seq << 32) AND c.place < ((u.seq + 1) << 32)
         WHERE u.kind = 'undo' AND +c.tbl = 'pay_sheet' AND +c.act = 'delete' AND c.before IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM pay_sheet s WHERE s.id = c.row_id)
         GROUP BY c.row_id ORDER BY 1",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(TakenBack {
            place: row.get(0)?,
            sheet: row.get(1)?,
            by: row.get(2)?,
            period: row.get(3)?,
            depth: PayDepth::of(&row.get::<_, String>(4)?).unwrap_or(PayDepth::Total),
            divided: row.get(5)?,
            headcount: row.get(6)?,
            sum: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a step touched lines of single wages: to turn it round changes who is in a table of wages that was told of.
pub fn moves_lines(connection: &Connection, seq: i64) -> Result<bool, Problem> {
    let sql = "SELECT EXISTS (SELECT 1 FROM change
      WHERE place >= (?1 << 32) AND place < ((?1 + 1) << 32) AND +tbl = 'pay_line')";
    Ok(connection.prepare_cached(sql)?.query_row([seq], |row| row.get(0))?)
}

impl TakenBack {
    /// What it told while it stood.
    pub fn table(&self, connection: &Connection) -> Result<PayTable, Problem> {
        let (table, columns, order) = match self.depth {
            PayDepth::Total => ("pay_total", TOTAL, "ord"),
            PayDepth::Bands => ("pay_band", BAND, "ord"),
            PayDepth::Single => ("pay_line", LINE, "place"),
        };
        let of = |column: &&str| format!("json_extract(before, '$.{column}')");
        let columns: Vec<String> = columns.iter().map(of).collect();
        let sql = format!(
            "SELECT {} FROM change WHERE place >= (?1 << 32) AND place < ((?1 + 1) << 32) AND +tbl = '{table}'
               AND +act = 'delete' AND before IS NOT NULL AND json_extract(before, '$.sheet_id') = ?2
             ORDER BY json_extract(before, '$.{order}')",
            columns.join(", ")
        );
        let by = if self.divided { TWELVE } else { 1 };
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![self.by, self.sheet])?;
        let data = match self.depth {
            PayDepth::Total => PayData::Totals(rows.mapped(|row| total(row, by)).collect::<Result<_, _>>()?),
            PayDepth::Bands => PayData::Bands(rows.mapped(|row| band(row, by)).collect::<Result<_, _>>()?),
            PayDepth::Single => PayData::Points(gathered(&mut rows, by)?),
        };
        let (sheet, period, divided) = (self.sheet, self.period, self.divided);
        Ok(PayTable { sheet, period, divided, headcount: self.headcount, sum: self.sum, data })
    }
}
