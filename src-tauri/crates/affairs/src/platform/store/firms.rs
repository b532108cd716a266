//! The rows of platforms and partner firms, and the people counted at them.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use super::{remove as put_away, word};
use crate::Problem;
use crate::members::store::{member_sql, referred_sql};
use crate::office::text;
use crate::platform::model::{
    PlatformCounts, PlatformFirmId, PlatformFirmInput, PlatformFirmLine, PlatformInjury, PlatformInsurance,
    PlatformKind, PlatformQuery, PlatformTrade,
};
use crate::search::{self, Among};

const WHAT: &str = "家企业";

const COLUMNS: &str = "f.id, f.kind, f.name, f.credit_code, f.trade, f.city, f.partner_of, f.headcount, f.union_members,
  f.own_union, f.trade_union, f.local_union, f.injury, f.injury_since, f.injury_source, f.insurance, f.contact,
  f.ended_on, f.note";

fn record(row: &Row<'_>) -> rusqlite::Result<PlatformFirmInput> {
    Ok(PlatformFirmInput {
        id: row.get(0)?,
        kind: word(row, 1, PlatformKind::of, PlatformKind::Platform)?,
        name: row.get(2)?,
        credit_code: row.get(3)?,
        trade: word(row, 4, PlatformTrade::of, PlatformTrade::Other)?,
        city: row.get(5)?,
        partner_of: row.get(6)?,
        headcount: row.get(7)?,
        union_members: row.get(8)?,
        own_union: row.get(9)?,
        trade_union: row.get(10)?,
        local_union: row.get(11)?,
        injury: word(row, 12, PlatformInjury::of, PlatformInjury::Unknown)?,
        injury_since: row.get(13)?,
        injury_source: row.get(14)?,
        insurance: word(row, 15, PlatformInsurance::of, PlatformInsurance::Unknown)?,
        contact: row.get(16)?,
        ended_on: row.get(17)?,
        note: row.get(18)?,
    })
}

/// One firm.
///
/// Errors: `not_found`.
pub(crate) fn get(connection: &Connection, id: PlatformFirmId) -> Result<PlatformFirmInput, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_platform_firm f WHERE f.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], record).optional()?;
    found.ok_or_else(|| Problem::missing(WHAT))
}

/// Every firm, platforms before their partners, by name.
pub(crate) fn all(connection: &Connection) -> Result<Vec<PlatformFirmInput>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_platform_firm f ORDER BY f.kind DESC, f.name");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], record)?.collect::<Result<_, _>>()?)
}

/// The name of another firm with this credit code.
pub(crate) fn holder(
    connection: &Connection,
    code: &str,
    except: Option<PlatformFirmId>,
) -> Result<Option<String>, Problem> {
    let sql = "SELECT name FROM live_platform_firm WHERE credit_code = ?1 AND id IS NOT ?2";
    Ok(connection.query_row(sql, params![code, except], |row| row.get(0)).optional()?)
}

/// The firms that match, those that work for one where `of` is given.
pub(crate) fn lines(
    connection: &Connection,
    query: &PlatformQuery,
    of: Option<PlatformFirmId>,
) -> Result<Vec<PlatformFirmLine>, Problem> {
    let mut terms = vec!["1"];
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    if let Some(trade) = query.trade {
        terms.push("f.trade = ?");
        values.push(Box::new(trade.code()));
    }
    if let Some(kind) = query.kind {
        terms.push("f.kind = ?");
        values.push(Box::new(kind.code()));
    }
    if let Some(of) = of {
        terms.push("f.partner_of = ?");
        values.push(Box::new(of));
    }
    if let Some(typed) = text(&query.text) {
        let Some(expression) = search::expression(Among::Affairs, typed) else { return Ok(Vec::new()) };
        terms.push(
            "f.id IN (SELECT d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid
             WHERE search_index MATCH ? AND d.kind = 'platform')",
        );
        values.push(Box::new(expression));
    }
    let sql = format!(
        "SELECT f.id, f.kind, f.name, f.trade, p.name, f.headcount, f.injury, f.injury_since,
           (SELECT max(m.held_on) FROM live_platform_meeting m JOIN live_platform_talk t ON t.id = m.talk_id
            WHERE t.firm_id = f.id), f.ended_on IS NOT NULL,
           (SELECT count(*) FROM live_platform_work w JOIN live_person q ON q.id = w.person_id
            WHERE w.firm_id = f.id AND w.until_on IS NULL),
           (SELECT count(*) FROM live_platform_work w JOIN live_person q ON q.id = w.person_id
            WHERE w.firm_id = f.id AND w.until_on IS NULL AND {})
         FROM live_platform_firm f LEFT JOIN platform_firm p ON p.id = f.partner_of
         WHERE {} ORDER BY f.ended_on IS NOT NULL, f.kind DESC, f.name",
        member_sql("q.id"),
        terms.join(" AND ")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(rusqlite::params_from_iter(values.iter()), |row| {
        Ok(PlatformFirmLine {
            id: row.get(0)?,
            kind: word(row, 1, PlatformKind::of, PlatformKind::Platform)?,
            name: row.get(2)?,
            trade: word(row, 3, PlatformTrade::of, PlatformTrade::Other)?,
            partner_of: row.get(4)?,
            headcount: row.get(5)?,
            injury: word(row, 6, PlatformInjury::of, PlatformInjury::Unknown)?,
            injury_since: row.get(7)?,
            talked_on: row.get(8)?,
            ended: row.get(9)?,
            people: row.get(10)?,
            members: row.get(11)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many firms there are.
pub(crate) fn kept(connection: &Connection) -> Result<u32, Problem> {
    Ok(connection.query_row("SELECT count(*) FROM live_platform_firm", [], |row| row.get(0))?)
}

/// The people of our roster who work at one firm or, without one, at any: each once, by the closest class.
pub(crate) fn counts(
    connection: &Connection,
    firm: Option<PlatformFirmId>,
) -> Result<PlatformCounts, Problem> {
    let sql = format!(
        "SELECT count(*), coalesce(sum(coalesce({}, 0)), 0), coalesce(sum({}), 0), coalesce(sum(class = 1), 0),
           coalesce(sum(class = 2), 0), coalesce(sum(class = 3), 0)
         FROM (SELECT w.person_id AS id, min(CASE w.class WHEN 'labour' THEN 1 WHEN 'partial' THEN 2 ELSE 3 END) AS class
           FROM live_platform_work w JOIN live_person p ON p.id = w.person_id
           WHERE w.until_on IS NULL AND (?1 IS NULL OR w.firm_id = ?1) GROUP BY w.person_id) q",
        member_sql("q.id"),
        // Who joined us since is ours.
        format_args!("({} AND NOT coalesce({}, 0))", referred_sql("q.id"), member_sql("q.id")),
    );
    Ok(connection.prepare_cached(&sql)?.query_row([firm], |row| {
        Ok(PlatformCounts {
            people: row.get(0)?,
            members: row.get(1)?,
            referred: row.get(2)?,
            labour: row.get(3)?,
            partial: row.get(4)?,
            civil: row.get(5)?,
        })
    })?)
}

/// Writes a firm, new or changed.
pub(crate) fn save(
    tx: &Tx,
    id: PlatformFirmId,
    input: &PlatformFirmInput,
    code: Option<&str>,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO platform_firm (id, kind, name, credit_code, trade, city, partner_of, headcount, union_members,
           own_union, trade_union, local_union, injury, injury_since, injury_source, insurance, contact, ended_on, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, credit_code = excluded.credit_code,
           trade = excluded.trade, city = excluded.city, partner_of = excluded.partner_of,
           headcount = excluded.headcount, union_members = excluded.union_members, own_union = excluded.own_union,
           trade_union = excluded.trade_union, local_union = excluded.local_union, injury = excluded.injury,
           injury_since = excluded.injury_since, injury_source = excluded.injury_source,
           insurance = excluded.insurance, contact = excluded.contact, ended_on = excluded.ended_on,
           note = excluded.note",
        params![
            id,
            input.kind.code(),
            input.name.trim(),
            code,
            input.trade.code(),
            text(&input.city),
            input.partner_of,
            input.headcount,
            input.union_members,
            text(&input.own_union),
            text(&input.trade_union),
            text(&input.local_union),
            input.injury.code(),
            input.injury_since,
            text(&input.injury_source),
            input.insurance.code(),
            text(&input.contact),
            input.ended_on,
            text(&input.note),
        ],
    )?;
    Ok(())
}

/// What stands on a firm, in words, removed since or not: nothing of it may lose its firm.
pub(crate) fn held_by(connection: &Connection, id: PlatformFirmId) -> Result<Option<&'static str>, Problem> {
    for (sql, what) in [
        ("SELECT 1 FROM platform_work WHERE firm_id = ?1", "劳动者"),
        ("SELECT 1 FROM platform_talk WHERE firm_id = ?1", "协商"),
        ("SELECT 1 FROM platform_firm WHERE partner_of = ?1", "合作企业"),
    ] {
        if connection.prepare_cached(sql)?.exists([id])? {
            return Ok(Some(what));
        }
    }
    Ok(None)
}

/// Whether a removed one may come back: no other has its credit code.
///
/// Errors: `refused`.
pub(crate) fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    let sql = "SELECT o.name FROM platform_firm f JOIN live_platform_firm o ON o.credit_code = f.credit_code WHERE f.id = ?1";
    let other: Option<String> = connection.query_row(sql, [id], |row| row.get(0)).optional()?;
    match other {
        Some(name) => {
            let message = format!("它的统一社会信用代码现在登记给{name}，不能再恢复。");
            Err(Problem::new("refused", message))
        }
        None => Ok(()),
    }
}

/// Puts a firm out of sight.
pub(crate) fn remove(tx: &Tx, id: PlatformFirmId) -> Result<(), Problem> {
    put_away(tx, "platform_firm", &id, WHAT)
}
