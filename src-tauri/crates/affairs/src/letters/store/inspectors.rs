//! The rows of those who hold a supervisor's certificate (监督员证).

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Problem;
use crate::letters::model::{SupervisionInspector, SupervisionInspectorId, SupervisionInspectorInput};
use crate::union::bodies;
use crate::union::bodies::model::UnionSeat;

const COLUMNS: &str = "id, person_id, name, certificate, valid_until";

fn inspector(row: &Row<'_>, on: NaiveDate) -> rusqlite::Result<SupervisionInspector> {
    let valid_until: Option<NaiveDate> = row.get(4)?;
    Ok(SupervisionInspector {
        id: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        certificate: row.get(3)?,
        expired: valid_until.is_some_and(|until| until < on),
        valid_until,
        seated: false,
    })
}

fn missing() -> Problem {
    Problem::missing("名监督员")
}

/// Those whose certificate is kept with their seat in the supervision committee that stands on a day, under the seat's id.
pub(crate) fn seated(connection: &Connection, on: NaiveDate) -> Result<Vec<SupervisionInspector>, Problem> {
    let seats = bodies::inspectors(connection, on)?;
    let one = |seat: UnionSeat| {
        Some(SupervisionInspector {
            id: SupervisionInspectorId::new(seat.id?.uuid()),
            person: seat.person,
            name: seat.name,
            certificate: seat.certificate_number?,
            expired: seat.certificate_until.is_some_and(|until| until < on),
            valid_until: seat.certificate_until,
            seated: true,
        })
    };
    Ok(seats.into_iter().filter_map(one).collect())
}

/// Whether two entries are of one holder.
fn same(one: &SupervisionInspector, other: &SupervisionInspector) -> bool {
    let person = one.person.is_some() && one.person == other.person;
    one.id == other.id || person || one.certificate == other.certificate
}

/// What an entry says by the seat that keeps its certificate.
fn by_seat(one: &mut SupervisionInspector, seat: &SupervisionInspector) {
    *one = SupervisionInspector { id: one.id, ..seat.clone() };
}

/// Everyone who holds a certificate, as they stand on a day; one person is one holder, by the certificate that holds longest.
/// A certificate that is kept with a seat of the supervision committee is read there.
pub fn list(connection: &Connection, on: NaiveDate) -> Result<Vec<SupervisionInspector>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM live_supervision_inspector i WHERE i.person_id IS NULL OR i.id = (
           SELECT o.id FROM live_supervision_inspector o WHERE o.person_id = i.person_id
           ORDER BY coalesce(o.valid_until, '~') DESC, o.id LIMIT 1)"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| inspector(row, on))?;
    let mut all: Vec<SupervisionInspector> = rows.collect::<Result<_, _>>()?;
    for seat in seated(connection, on)? {
        match all.iter_mut().find(|one| same(one, &seat)) {
            Some(one) => by_seat(one, &seat),
            None => all.push(seat),
        }
    }
    all.sort_by(|one, other| one.certificate.cmp(&other.certificate));
    Ok(all)
}

/// These holders, removed since or not, as they stood on a day.
///
/// Errors: `not_found`.
pub(crate) fn of(
    connection: &Connection,
    ids: &[SupervisionInspectorId],
    on: NaiveDate,
) -> Result<Vec<SupervisionInspector>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM supervision_inspector WHERE id = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let seats = seated(connection, on)?;
    let mut all = Vec::new();
    for id in ids {
        let kept = statement.query_row([id], |row| inspector(row, on)).optional()?;
        all.push(match kept {
            Some(mut one) => {
                if let Some(seat) = seats.iter().find(|seat| same(&one, seat)) {
                    by_seat(&mut one, seat);
                }
                one
            }
            None => seats.iter().find(|seat| seat.id == *id).cloned().ok_or_else(missing)?,
        });
    }
    Ok(all)
}

/// Keeps of those who inquired what their seats say, so that the inquiry names them once the seat is another's.
pub(crate) fn keep_seated(tx: &Tx, all: &[SupervisionInspector]) -> Result<(), Problem> {
    for one in all.iter().filter(|one| one.seated) {
        let input = SupervisionInspectorInput {
            id: Some(one.id),
            person: one.person,
            name: one.name.clone(),
            certificate: one.certificate.clone(),
            valid_until: one.valid_until,
        };
        save(tx, one.id, &input)?;
    }
    Ok(())
}

/// Who else holds the certificate of this number.
pub(crate) fn holder(
    connection: &Connection,
    input: &SupervisionInspectorInput,
) -> Result<Option<String>, Problem> {
    let sql = "SELECT name FROM live_supervision_inspector WHERE certificate = ?1 AND id IS NOT ?2";
    Ok(connection.query_row(sql, params![input.certificate.trim(), input.id], |row| row.get(0)).optional()?)
}

/// The certificate that a person of the roster has under another entry.
pub(crate) fn other_of(
    connection: &Connection,
    input: &SupervisionInspectorInput,
) -> Result<Option<String>, Problem> {
    let sql = "SELECT certificate FROM live_supervision_inspector WHERE person_id = ?1 AND id IS NOT ?2";
    Ok(connection.query_row(sql, params![input.person, input.id], |row| row.get(0)).optional()?)
}

/// Writes a holder, new or changed.
pub(crate) fn save(
    tx: &Tx,
    id: SupervisionInspectorId,
    input: &SupervisionInspectorInput,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO supervision_inspector (id, person_id, name, certificate, valid_until)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name,
           certificate = excluded.certificate, valid_until = excluded.valid_until",
        params![id, input.person, input.name.trim(), input.certificate.trim(), input.valid_until],
    )?;
    Ok(())
}

/// Puts a holder out of sight.
pub(crate) fn remove(tx: &Tx, id: SupervisionInspectorId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE supervision_inspector SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if kept == 1 { Ok(()) } else { Err(missing()) }
}
