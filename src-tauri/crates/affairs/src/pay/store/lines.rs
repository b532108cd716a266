//! What each was paid: the rows as they are kept, as a page shows them, and where one came from.

use std::collections::HashSet;

use ledger::{Fen, Tx};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::share;
use crate::Problem;
use crate::members::model::{EmploymentForm, PersonId, Sex};
use crate::members::store::{form_column, form_of, sex_column, sex_of};
use crate::pay::model::{PayLineId, PayLineShown, PayShare, PaySheetId, PaySums};

/// A line as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct LineRow {
    /// The row in the file.
    pub place: u32,
    /// Who of the roster it is.
    pub person: Option<PersonId>,
    /// The name, as the file has it.
    pub name: String,
    /// 工号.
    pub work_number: Option<String>,
    /// 部门.
    pub shop: Option<String>,
    /// 岗位.
    pub post: Option<String>,
    /// 用工形式.
    pub form: Option<EmploymentForm>,
    /// 一线.
    pub front_line: Option<bool>,
    /// 技能等级, by its standard word.
    pub skill: Option<String>,
    /// 性别.
    pub sex: Sex,
    /// The sums.
    pub sums: PaySums,
    /// 出勤, in half days.
    pub half_days: Option<i32>,
    /// The share of the period.
    pub share: Option<PayShare>,
    /// The cells of the row; none for a line that has no file.
    pub cells: Vec<String>,
}

/// Writes a line with the cells it came from.
pub fn insert(tx: &Tx, sheet: PaySheetId, row: &LineRow) -> Result<(), Problem> {
    let cells = (!row.cells.is_empty()).then(|| serde_json::to_string(&row.cells).unwrap_or_default());
    tx.prepare_cached(
        "INSERT INTO pay_line (id, sheet_id, place, person_id, name, work_number, shop, post, form, front_line, skill, sex,
           gross, base, post_pay, performance, overtime, allowance, bonus, half_days, share_days, share_of, cells, back_pay)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)",
    )?
    .execute(params![
        tx.new_id::<PayLineId>(),
        sheet,
        row.place,
        row.person,
        row.name,
        row.work_number,
        row.shop,
        row.post,
        row.form.map(form_column),
        row.front_line,
        row.skill,
        sex_column(row.sex),
        row.sums.gross,
        row.sums.base,
        row.sums.post_pay,
        row.sums.performance,
        row.sums.overtime,
        row.sums.allowance,
        row.sums.bonus,
        row.half_days,
        row.share.map(|share| share.days),
        row.share.map(|share| share.of),
        cells,
        row.sums.back_pay,
    ])?;
    Ok(())
}

const COLUMNS: &str =
    "id, place, person_id, name, work_number, shop, post, form, front_line, skill, sex, share_days, share_of,
  gross, base, post_pay, performance, overtime, allowance, bonus, back_pay, erased IS NOT NULL";

fn read(row: &Row<'_>, sums: bool) -> rusqlite::Result<PayLineShown> {
    Ok(PayLineShown {
        id: row.get(0)?,
        row: row.get(1)?,
        person: row.get(2)?,
        name: row.get(3)?,
        work_number: row.get(4)?,
        shop: row.get(5)?,
        post: row.get(6)?,
        form: row.get::<_, Option<String>>(7)?.map(|form| form_of(&form)),
        front_line: row.get(8)?,
        skill: row.get(9)?,
        sex: sex_of(&row.get::<_, String>(10)?),
        share: share(row.get(11)?, row.get(12)?),
        sums: if sums {
            Some(PaySums {
                gross: row.get(13)?,
                base: row.get(14)?,
                post_pay: row.get(15)?,
                performance: row.get(16)?,
                overtime: row.get(17)?,
                allowance: row.get(18)?,
                bonus: row.get(19)?,
                back_pay: row.get(20)?,
            })
        } else {
            None
        },
        erased: row.get(21)?,
    })
}

/// Which lines of a table a page shows, in the order of the file.
#[derive(Debug, Clone, Copy)]
pub struct Slice<'a> {
    /// Only names and work numbers with this in them.
    pub text: Option<&'a str>,
    /// Only lines of nobody on the roster.
    pub unmatched: bool,
    /// First line, from 0.
    pub offset: u32,
    /// So many at most.
    pub limit: u32,
}

/// A slice of the lines and how many there are; sums where they may be seen.
pub fn page(
    connection: &Connection,
    sheet: PaySheetId,
    slice: &Slice<'_>,
    sums: bool,
) -> Result<(u32, Vec<PayLineShown>), Problem> {
    let wheres = "sheet_id = ?1 AND (?2 IS NULL OR instr(name, ?2) > 0 OR instr(work_number, ?2) > 0)
       AND (NOT ?3 OR coalesce(person_id, erased) IS NULL)";
    let total = connection.query_row(
        &format!("SELECT count(*) FROM live_pay_line WHERE {wheres}"),
        params![sheet, slice.text, slice.unmatched],
        |row| row.get(0),
    )?;
    let sql =
        format!("SELECT {COLUMNS} FROM live_pay_line WHERE {wheres} ORDER BY place, id LIMIT ?4 OFFSET ?5");
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement
        .query_map(params![sheet, slice.text, slice.unmatched, slice.limit, slice.offset], |row| {
            read(row, sums)
        })?;
    Ok((total, found.collect::<Result<_, _>>()?))
}

/// One line with its table; sums where they may be seen.
///
/// Errors: `not_found`.
pub fn one(
    connection: &Connection,
    id: PayLineId,
    sums: bool,
) -> Result<(PaySheetId, PayLineShown), Problem> {
    let sql = format!("SELECT {COLUMNS}, sheet_id FROM live_pay_line WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], |row| Ok((row.get(22)?, read(row, sums)?)));
    found.optional()?.ok_or_else(|| Problem::missing("行工资"))
}

/// The cells that a line came from; none for one that has no file.
pub fn cells(connection: &Connection, id: PayLineId) -> Result<Vec<String>, Problem> {
    let found: Option<String> = connection
        .prepare_cached("SELECT cells FROM live_pay_line WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(found.and_then(|cells| serde_json::from_str(&cells).ok()).unwrap_or_default())
}

/// Says who of the roster a line is, or that it is nobody of it.
pub fn set_person(tx: &Tx, id: PayLineId, person: Option<PersonId>) -> Result<(), Problem> {
    tx.execute("UPDATE pay_line SET person_id = ?2 WHERE id = ?1", params![id, person])?;
    Ok(())
}

/// Says for how much of the period a line counts.
pub fn set_share(tx: &Tx, id: PayLineId, share: Option<PayShare>) -> Result<(), Problem> {
    let (days, of) = share.map(|share| (share.days, share.of)).unzip();
    tx.execute(
        "UPDATE pay_line SET share_days = ?2, share_of = ?3
         WHERE id = ?1 AND (share_days IS NOT ?2 OR share_of IS NOT ?3)",
        params![id, days, of],
    )?;
    Ok(())
}

/// What a line says of attendance, in half days.
pub fn half_days(connection: &Connection, id: PayLineId) -> Result<Option<i32>, Problem> {
    let sql = "SELECT half_days FROM live_pay_line WHERE id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// Whether a line of a table has a sum that is paid once a year.
pub fn has_bonus(connection: &Connection, sheet: PaySheetId) -> Result<bool, Problem> {
    let sql = "SELECT EXISTS (SELECT 1 FROM live_pay_line WHERE sheet_id = ?1 AND bonus <> 0)";
    Ok(connection.prepare_cached(sql)?.query_row([sheet], |row| row.get(0))?)
}

/// The lines of somebody in a table, each with what it says of attendance.
pub fn of_person(
    connection: &Connection,
    sheet: PaySheetId,
    person: PersonId,
) -> Result<Vec<(PayLineId, Option<i32>)>, Problem> {
    let mut statement = connection
        .prepare_cached("SELECT id, half_days FROM live_pay_line WHERE sheet_id = ?1 AND person_id = ?2")?;
    let rows = statement.query_map(params![sheet, person], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The half days of whoever was never away, of a table that counts by attendance and does not say so: of what those who were away have
/// a part, which are not the `days` of the period. None where it counts by who entered and left, and where nobody was away.
pub fn full_half_days(connection: &Connection, sheet: PaySheetId, days: u32) -> Result<Option<i32>, Problem> {
    let sql = "SELECT share_of FROM live_pay_line
       WHERE sheet_id = ?1 AND half_days IS NOT NULL AND share_of <> ?2 LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row(params![sheet, days], |row| row.get(0)).optional()?)
}

/// Whether the lines of a table are these, with what the roster tells of their people, whoever they were matched to since; of whoever
/// was erased since, whom neither the table nor the roster names any more, the sums alone. For how much of the period a line counts
/// goes by whom all were matched to.
pub fn same(connection: &Connection, sheet: PaySheetId, lines: &[LineRow]) -> Result<bool, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_pay_line WHERE sheet_id = ?1 ORDER BY place, id");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([sheet])?;
    let (mut by_hand, mut shares) = (false, true);
    for line in lines {
        let Some(row) = rows.next()? else { return Ok(false) };
        let kept = read(row, true)?;
        let who = (&kept.name, &kept.work_number, kept.sex, &kept.skill, kept.form)
            == (&line.name, &line.work_number, line.sex, &line.skill, line.form);
        let place = (&kept.shop, &kept.post, kept.front_line) == (&line.shop, &line.post, line.front_line);
        let alike = (kept.row, kept.sums) == (line.place, Some(line.sums)) && (kept.erased || who && place);
        if !alike {
            return Ok(false);
        }
        by_hand |= kept.person != line.person;
        shares &= kept.erased || kept.share == line.share;
    }
    Ok(rows.next()?.is_none() && (by_hand || shares))
}

/// What can be counted of a table's lines without telling a wage: rows, matched, in part, settled, of nothing or less.
pub fn counts(connection: &Connection, sheet: PaySheetId) -> Result<[u32; 5], Problem> {
    Ok(connection.query_row(
        "SELECT count(*), count(coalesce(person_id, erased)), coalesce(sum(share_days > 0), 0), coalesce(sum(share_days = 0), 0),
           coalesce(sum(gross <= 0), 0)
         FROM live_pay_line WHERE sheet_id = ?1",
        [sheet],
        |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]),
    )?)
}

/// The sums of the shops of a table of single wages, the largest shop first; a person in several rows is one.
pub fn shops(connection: &Connection, sheet: PaySheetId) -> Result<Vec<(String, u32, Fen)>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(shop, ''), count(DISTINCT coalesce(person_id, erased, id)) AS heads, sum(gross)
         FROM live_pay_line WHERE sheet_id = ?1 GROUP BY 1 ORDER BY heads DESC, 1",
    )?;
    let rows = statement.query_map([sheet], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The people of a table.
pub fn people(connection: &Connection, sheet: PaySheetId) -> Result<HashSet<PersonId>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT person_id FROM live_pay_line WHERE sheet_id = ?1 AND person_id IS NOT NULL",
    )?;
    let rows = statement.query_map([sheet], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The shops that were counted as offices the last time.
pub fn office_shops(connection: &Connection) -> Result<Vec<String>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT shop FROM live_pay_line WHERE front_line = 0 AND shop IS NOT NULL AND sheet_id =
           (SELECT id FROM live_pay_sheet WHERE depth = 'single' ORDER BY period DESC LIMIT 1) ORDER BY 1",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
