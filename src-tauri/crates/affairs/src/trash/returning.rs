//! When a removed record may come back, and until when one is not erased whatever the settings say, kind by kind. What may be
//! removed is each module's; what is done with an answer, `trash` and `purge`.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use super::tables::Held;
use crate::negotiation::{
    self,
    model::{EventKind, NegotiationId},
};
use crate::{Problem, letters, office, platform};

/// While numbers of its year are given, what a worker brought keeps its own from being given twice.
pub(super) fn until_the_register_is_over(
    connection: &Connection,
    table: &str,
    id: &str,
) -> Result<Option<Held>, Problem> {
    let next = letters::register::year_of(connection, table, id)? + 1;
    Ok(NaiveDate::from_ymd_opt(next, 1, 1).map(|day| (day, "登记号当年不能再给别的事用")))
}

/// While numbers of its year are given, a paper keeps its own from being given twice.
pub(super) fn until_its_year_is_over(connection: &Connection, id: &str) -> Result<Option<Held>, Problem> {
    let next = office::incoming::store::year_of(connection, id)? + 1;
    Ok(NaiveDate::from_ymd_opt(next, 1, 1).map(|day| (day, "收文号当年不能再给别的来文用")))
}

/// While numbers of its year are given, a draft keeps its own from being given twice.
pub(super) fn until_its_record_year_is_over(
    connection: &Connection,
    id: &str,
) -> Result<Option<Held>, Problem> {
    let next = office::committee::store::year_of(connection, id)? + 1;
    Ok(NaiveDate::from_ymd_opt(next, 1, 1).map(|day| (day, "第几次会议的编号当年不能再给别的会议用")))
}

/// While numbers of its year are given, a case keeps its own from being given twice.
pub(super) fn until_its_case_year_is_over(
    connection: &Connection,
    id: &str,
) -> Result<Option<Held>, Problem> {
    let next = letters::store::year_of(connection, id)? + 1;
    Ok(NaiveDate::from_ymd_opt(next, 1, 1).map(|day| (day, "登记号当年不能再给别的案件用")))
}

/// While numbers of its year are given, help keeps its own from being given twice.
pub(super) fn until_its_help_year_is_over(
    connection: &Connection,
    id: &str,
) -> Result<Option<Held>, Problem> {
    let next = platform::store::helps::year_of(connection, id)? + 1;
    Ok(NaiveDate::from_ymd_opt(next, 1, 1).map(|day| (day, "登记号当年不能再给别的协助用")))
}

/// An attachment comes back only to a record that stands.
pub(super) fn may_restore_attachment(connection: &Connection, id: &str) -> Result<(), Problem> {
    let of = office::attachments::store::owner(connection, id)?;
    if office::attachments::store::stands(connection, &of)? {
        return Ok(());
    }
    Err(Problem::new("refused", "这个附件所在的记录已经移除，请先恢复那条记录。"))
}

/// A consent comes back only to a person who stands.
pub(super) fn may_restore_consent(connection: &Connection, id: &str) -> Result<(), Problem> {
    let stands = connection
        .prepare("SELECT 1 FROM consent c JOIN live_person p ON p.id = c.person_id WHERE c.id = ?1")?
        .exists([id])?;
    if stands {
        Ok(())
    } else {
        Err(Problem::new("refused", "这条记录的本人已经移除，请先恢复本人。"))
    }
}

/// A session is elected once.
pub(super) fn may_restore_election(connection: &Connection, id: &str) -> Result<(), Problem> {
    let taken = connection
        .prepare("SELECT 1 FROM election r JOIN live_election l ON l.session = r.session WHERE r.id = ?1")?
        .exists([id])?;
    if taken {
        Err(Problem::new("refused", "这一届后来又登记了一次换届选举；要用回移除的这一次，请先移除现在的。"))
    } else {
        Ok(())
    }
}

/// A round of talks has one agreement of a kind.
pub(super) fn may_restore_agreement(connection: &Connection, id: &str) -> Result<(), Problem> {
    let taken = connection
        .prepare(
            "SELECT 1 FROM agreement r JOIN live_agreement l ON l.negotiation_id = r.negotiation_id AND l.kind = r.kind
             WHERE r.id = ?1 AND r.amends_id IS NULL AND l.amends_id IS NULL",
        )?
        .exists([id])?;
    if taken {
        Err(Problem::new("refused", "这次协商后来又加了同一种合同；要用回移除的这一份，请先移除现在的。"))
    } else {
        Ok(())
    }
}

/// A year has one notice.
pub(super) fn may_restore_calendar(connection: &Connection, id: &str) -> Result<(), Problem> {
    let taken = connection
        .prepare(
            "SELECT 1 FROM calendar_notice r JOIN live_calendar_notice l ON l.year = r.year WHERE r.id = ?1",
        )?
        .exists([id])?;
    if taken {
        Err(Problem::new("refused", "这一年后来又录入了放假安排；要用回移除的这一份，请先移除现在的。"))
    } else {
        Ok(())
    }
}

/// Who stands in a seat follows from what is recorded of it: that is entered anew and not taken back.
pub(super) fn may_restore_event(connection: &Connection, id: &str) -> Result<(), Problem> {
    let kind: String =
        connection.query_row("SELECT kind FROM negotiation_event WHERE id = ?1", [id], |row| row.get(0))?;
    if matches!(EventKind::of(&kind), Some(EventKind::Vacated | EventKind::Replaced)) {
        let message = "代表席位的空缺和补选不从回收站恢复，请在“双方代表”里重新登记。";
        return Err(Problem::new("refused", message));
    }
    Ok(())
}

/// A negotiation has one collection of opinions.
pub(super) fn may_restore_opinions(connection: &Connection, id: &str) -> Result<(), Problem> {
    let of: NegotiationId =
        connection
            .query_row("SELECT negotiation_id FROM opinion_survey WHERE id = ?1", [id], |row| row.get(0))?;
    match negotiation::preparation::store::opinions(connection, of)? {
        Some(_) => {
            Err(Problem::new("refused", "这次协商后来另记了征集的意见，移除的恢复不了。请在现有的里面补写。"))
        }
        None => Ok(()),
    }
}

/// A round comes back only as the next one, so that rounds keep their numbers.
pub(super) fn may_restore_meeting(connection: &Connection, id: &str) -> Result<(), Problem> {
    let (of, round): (NegotiationId, u32) =
        connection.query_row("SELECT negotiation_id, round FROM meeting WHERE id = ?1", [id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let next = negotiation::store::next_round(connection, of)?;
    if next == round {
        return Ok(());
    }
    let why = if next > round {
        format!("这次协商后来另记了第{round}轮会议，移除的这一轮恢复不了。请在现有的会议里补写。")
    } else {
        format!("第{round}轮之前还有会议没有恢复，请先恢复第{next}轮。")
    };
    Err(Problem::new("refused", why))
}

/// A year has one affair, those that continue a sealed one aside.
pub(super) fn may_restore_affair(connection: &Connection, id: &str) -> Result<(), Problem> {
    let sql = "SELECT year, continues_id IS NULL FROM negotiation WHERE id = ?1";
    let (year, first): (i32, bool) = connection.query_row(sql, [id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if first && negotiation::store::year_taken(connection, year)? {
        let message = format!("{year}年度后来另启动了一次协商；要用回移除的这一次，请先移除现在的。");
        return Err(Problem::new("refused", message));
    }
    Ok(())
}

/// What belongs to an affair comes back while the affair is there.
fn affair_is_there(connection: &Connection, table: &str, id: &str) -> Result<NegotiationId, Problem> {
    let sql = format!(
        "SELECT n.id FROM {table} r JOIN live_negotiation n ON n.id = r.negotiation_id WHERE r.id = ?1"
    );
    let found = connection.query_row(&sql, [id], |row| row.get(0)).optional()?;
    found.ok_or_else(|| Problem::new("refused", "它所在的那次协商已经移除，请先恢复那次协商。"))
}

/// Talks are suspended once at a time.
pub(super) fn may_restore_suspension(connection: &Connection, id: &str) -> Result<(), Problem> {
    let of = affair_is_there(connection, "negotiation_suspension", id)?;
    let open = negotiation::suspension::store::all(connection, of)?;
    if open.iter().any(|one| one.resumed_on.is_none()) {
        let message = "这次协商现在正中止着，移除的那一次恢复不了；请先登记恢复协商。";
        return Err(Problem::new("refused", message));
    }
    Ok(())
}

/// Talks have one order of correction.
pub(super) fn may_restore_order(connection: &Connection, id: &str) -> Result<(), Problem> {
    let of = affair_is_there(connection, "negotiation_order", id)?;
    let sql = "SELECT 1 FROM live_negotiation_order WHERE negotiation_id = ?1";
    if connection.prepare(sql)?.exists([of])? {
        let message = "这次协商后来另记了责令改正，移除的恢复不了。请在现有的里面补写。";
        return Err(Problem::new("refused", message));
    }
    Ok(())
}

/// An item of the information that was asked for.
pub(super) fn may_restore_information(connection: &Connection, id: &str) -> Result<(), Problem> {
    affair_is_there(connection, "negotiation_information", id).map(drop)
}
