//! The rows of kept scenarios and of the funds' rates. What a scenario comes to is not reckoned here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::floors;
use super::kept::exactly;
use super::model::{
    KeptPayScenario, PayBounds, PayInsurance, PayInsuranceId, PayScenarioId, PaySide, SavePayScenario,
};
use crate::Problem;

/// What is kept of what a scenario came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameTo {
    /// In words.
    pub said: String,
    /// Who was counted.
    pub people: u32,
    /// Its figures; empty where they are of so few that none is kept.
    pub bounds: PayBounds,
}

const COLUMNS: &str =
    "id, sheet_id, year, side, name, steps, said, months, people, before_average, target_average,
  target_floor, wages, insurance, fee, total, chosen, kept_on,
  NOT EXISTS (SELECT 1 FROM live_pay_sheet s WHERE s.id = sheet_id), bounds";

fn read(row: &Row<'_>) -> rusqlite::Result<KeptPayScenario> {
    Ok(KeptPayScenario {
        id: row.get(0)?,
        sheet: row.get(1)?,
        year: row.get(2)?,
        side: PaySide::of(&row.get::<_, String>(3)?).unwrap_or(PaySide::Workers),
        name: row.get(4)?,
        scenario: serde_json::from_str(&row.get::<_, String>(5)?).ok(),
        said: row.get(6)?,
        months: row.get(7)?,
        people: row.get(8)?,
        before_average: row.get(9)?,
        target_average: row.get(10)?,
        target_floor: row.get(11)?,
        wages: row.get(12)?,
        insurance: row.get(13)?,
        fee: row.get(14)?,
        total: row.get(15)?,
        chosen: row.get(16)?,
        kept_on: row.get(17)?,
        replaced: row.get(18)?,
        bounds: row.get::<_, Option<String>>(19)?.and_then(|text| serde_json::from_str(&text).ok()),
        covered: false,
    })
}

/// Kept scenarios, the newest year first, ours before theirs.
pub fn all(connection: &Connection) -> Result<Vec<KeptPayScenario>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_pay_scenario ORDER BY year DESC, side DESC, name");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The scenario that a year's offer and plan go by, and its performance is checked against.
pub fn chosen(connection: &Connection, year: i32) -> Result<Option<KeptPayScenario>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_pay_scenario WHERE year = ?1 AND chosen = 1");
    Ok(connection.prepare_cached(&sql)?.query_row([year], read).optional()?)
}

/// Writes a scenario. Errors: `duplicate` where another of the year has the name; `not_found`.
pub fn write(tx: &Tx, input: &SavePayScenario, came: &CameTo) -> Result<PayScenarioId, Problem> {
    let name = input.name.trim();
    let taken: Option<PayScenarioId> = tx
        .query_row(
            "SELECT id FROM live_pay_scenario WHERE year = ?1 AND name = ?2",
            params![input.year, name],
            |row| row.get(0),
        )
        .optional()?;
    if taken.is_some() && taken != input.id {
        let message = format!("{}年已有名为“{name}”的方案，请换个名字。", input.year);
        return Err(Problem::new("duplicate", message).at("name"));
    }
    let unkept = |why: serde_json::Error| Problem::new("bad_input", format!("这个方案存不下来：{why}"));
    let steps = serde_json::to_string(&input.scenario).map_err(unkept)?;
    let floor = floors::promised(&input.scenario);
    let bounds = came.bounds.is_wide().then(|| serde_json::to_string(&came.bounds));
    let bounds = bounds.transpose().map_err(unkept)?;
    let id = match input.id {
        Some(id) => id,
        None => tx.new_id::<PayScenarioId>(),
    };
    let written = tx.execute(
        "INSERT INTO pay_scenario (id, sheet_id, year, side, name, steps, said, months, people, before_average,
           target_average, target_floor, wages, insurance, fee, total, chosen, kept_on, bounds)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, 0, ?17, ?18)
         ON CONFLICT (id) DO UPDATE SET sheet_id = excluded.sheet_id, year = excluded.year, side = excluded.side,
           name = excluded.name, steps = excluded.steps, said = excluded.said, months = excluded.months,
           people = excluded.people, before_average = excluded.before_average,
           target_average = excluded.target_average, target_floor = excluded.target_floor, wages = excluded.wages,
           insurance = excluded.insurance, fee = excluded.fee, total = excluded.total, kept_on = excluded.kept_on,
           bounds = excluded.bounds
         WHERE removed_at IS NULL",
        params![
            id,
            input.sheet,
            input.year,
            input.side.code(),
            name,
            steps,
            came.said,
            input.months,
            came.people,
            exactly(came.bounds.before),
            exactly(came.bounds.after),
            floor,
            exactly(came.bounds.wages),
            exactly(came.bounds.insurance),
            exactly(came.bounds.fee),
            exactly(came.bounds.total),
            tx.today(),
            bounds,
        ],
    )?;
    if written == 0 { Err(missing()) } else { Ok(id) }
}

fn missing() -> Problem {
    Problem::missing("个增资方案")
}

/// Makes one the scenario of its year. Errors: `not_found`.
pub fn choose(tx: &Tx, id: PayScenarioId) -> Result<(), Problem> {
    let found: Option<(i32, String)> = tx
        .query_row("SELECT year, side FROM live_pay_scenario WHERE id = ?1", [id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let (year, side) = found.ok_or_else(missing)?;
    if side != PaySide::Workers.code() {
        let message =
            "这是企业方的方案，要约和协商方案按职工方的方案写；要用它，请放上来，改存为职工方方案。";
        return Err(Problem::new("refused", message));
    }
    tx.execute(
        "UPDATE pay_scenario SET chosen = 0 WHERE year = ?1 AND chosen = 1 AND removed_at IS NULL",
        [year],
    )?;
    tx.execute("UPDATE pay_scenario SET chosen = 1 WHERE id = ?1", [id])?;
    Ok(())
}

/// Puts a scenario out of sight. Errors: `not_found`.
pub fn remove(tx: &Tx, id: PayScenarioId) -> Result<(), Problem> {
    let sql = "UPDATE pay_scenario SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    match tx.execute(sql, params![id, tx.now().to_rfc3339()])? {
        0 => Err(missing()),
        _ => Ok(()),
    }
}

/// Every rate, by fund and the newest first.
pub fn insurance(connection: &Connection) -> Result<Vec<PayInsurance>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, rate, base_floor, base_ceiling, from_on, source FROM live_pay_insurance
         ORDER BY name, from_on DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(PayInsurance {
            id: row.get(0)?,
            name: row.get(1)?,
            rate: row.get(2)?,
            floor: row.get(3)?,
            ceiling: row.get(4)?,
            from: row.get(5)?,
            source: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a rate. Errors: `duplicate` where the fund has another from the same day; `not_found`.
pub fn write_insurance(tx: &Tx, fund: &PayInsurance) -> Result<PayInsuranceId, Problem> {
    let name = fund.name.trim();
    let taken: Option<PayInsuranceId> = tx
        .query_row(
            "SELECT id FROM live_pay_insurance WHERE name = ?1 AND from_on = ?2",
            params![name, fund.from],
            |row| row.get(0),
        )
        .optional()?;
    if taken.is_some() && taken != fund.id {
        let message = format!("“{name}”从这一天起的费率已经登记了，请改那一条。");
        return Err(Problem::new("duplicate", message).at("from"));
    }
    let id = match fund.id {
        Some(id) => id,
        None => tx.new_id::<PayInsuranceId>(),
    };
    let written = tx.execute(
        "INSERT INTO pay_insurance (id, name, rate, base_floor, base_ceiling, from_on, source)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, rate = excluded.rate, base_floor = excluded.base_floor,
           base_ceiling = excluded.base_ceiling, from_on = excluded.from_on, source = excluded.source
         WHERE removed_at IS NULL",
        params![id, name, fund.rate, fund.floor, fund.ceiling, fund.from, fund.source.trim()],
    )?;
    if written == 0 { Err(Problem::missing("条费率")) } else { Ok(id) }
}

/// Puts a rate out of sight. Errors: `not_found`.
pub fn remove_insurance(tx: &Tx, id: PayInsuranceId) -> Result<(), Problem> {
    let sql = "UPDATE pay_insurance SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    match tx.execute(sql, params![id, tx.now().to_rfc3339()])? {
        0 => Err(Problem::missing("条费率")),
        _ => Ok(()),
    }
}
