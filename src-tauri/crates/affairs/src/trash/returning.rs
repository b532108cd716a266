//! When a removed record may come back, and until when one is not erased whatever the settings say, kind by kind. What may be
//! removed is each module's; what is done with an answer, `trash` and `purge`.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use super::tables::Held;
use crate::negotiation::{
    self,
    model::{EventKind, NegotiationId},
};
use crate::union::election::model::ElectionEventKind;
use crate::{Problem, letters, office, platform};

/// While numbers of its year are given, what a worker brought keeps its own from being given twice.
pub(super) fn until_the_register_is_over(
    connection: &Connection,
    table: &str,
    id: &str,
) -> Result<Option<Held>, Problem> {
    let next = office::register::year_of(connection, table, id)? + 1;
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

/// A part comes back only to a record that stands.
fn its_record_stands(
    connection: &Connection,
    (table, column): (&str, &str),
    of: &str,
    id: &str,
    what: &str,
) -> Result<(), Problem> {
    let sql = format!("SELECT 1 FROM {table} r JOIN live_{of} o ON o.id = r.{column} WHERE r.id = ?1");
    if connection.prepare(&sql)?.exists([id])? {
        return Ok(());
    }
    Err(Problem::new("refused", format!("它所在的{what}已经移除，请先恢复{what}。")))
}

/// What happened in an affair leans on what happened before it: it comes back as it went, the last that went first, and only
/// while nothing was registered since. `among` are the tables of all that happened, each with the same column.
fn as_it_was_left(
    connection: &Connection,
    table: &str,
    column: &str,
    among: &[&str],
    id: &str,
) -> Result<(), Problem> {
    // The places of a row's changes in the journal, by the index over rows.
    let places = |which: &str, of: &str, row: &str, act: &str| {
        format!(
            "(SELECT {which}(c.place) FROM change c
              WHERE substr(c.row_id, -8) = substr({row}, -8) AND c.row_id = {row} AND c.tbl = '{of}'{act})"
        )
    };
    let sql = format!("SELECT {column}, {} FROM {table} WHERE id = ?1", places("max", table, "?1", ""));
    let (of, left): (String, i64) = connection
        .query_row(&sql, [id], |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.unwrap_or(0))))?;
    for other in among {
        let begun = places("min", other, "o.id", " AND c.act = 'insert'");
        let last = places("max", other, "o.id", "");
        let sql = format!(
            "SELECT o.removed_at IS NULL FROM {other} o WHERE o.{column} = ?1 AND o.id <> ?2
               AND (o.removed_at IS NULL AND {begun} > ?3
                 OR o.removed_at IS NOT NULL AND {last} > ?3 AND {begun} < ?3)
             ORDER BY 1 DESC LIMIT 1"
        );
        let since: Option<bool> =
            connection.query_row(&sql, rusqlite::params![of, id, left], |row| row.get(0)).optional()?;
        if let Some(registered) = since {
            let message = if registered {
                "移除之后，这一件又登记了别的，原来的插不回去。请照现在的经过重新登记。"
            } else {
                "在它之后还移除过这一件的别的登记，请从最后移除的那一条恢复起。"
            };
            return Err(Problem::new("refused", message));
        }
    }
    Ok(())
}

/// What happened in a case of supervision, and the letters of it.
pub(super) fn may_restore_to_a_case(connection: &Connection, table: &str, id: &str) -> Result<(), Problem> {
    its_record_stands(connection, (table, "case_id"), "supervision_case", id, "监督案件")?;
    as_it_was_left(connection, table, "case_id", &["supervision_event", "supervision_letter"], id)
}

/// What happened in a mediation.
pub(super) fn may_restore_mediation_event(connection: &Connection, id: &str) -> Result<(), Problem> {
    its_record_stands(connection, ("mediation_event", "case_id"), "mediation_case", id, "调解案件")?;
    as_it_was_left(connection, "mediation_event", "case_id", &["mediation_event"], id)
}

/// What happened to a hazard.
pub(super) fn may_restore_hazard_event(connection: &Connection, id: &str) -> Result<(), Problem> {
    its_record_stands(connection, ("hazard_event", "hazard_id"), "hazard", id, "隐患")?;
    as_it_was_left(connection, "hazard_event", "hazard_id", &["hazard_event"], id)
}

/// A delegate of a term that stands, where nobody was entered anew for the same person.
pub(super) fn may_restore_congress_delegate(connection: &Connection, id: &str) -> Result<(), Problem> {
    its_record_stands(connection, ("congress_delegate", "term_id"), "congress_term", id, "一届职工代表大会")?;
    let sql = "SELECT 1 FROM congress_delegate r JOIN live_congress_delegate o ON o.term_id = r.term_id AND o.id <> r.id
       AND (o.person_id = r.person_id OR (o.name = r.name AND o.unit = r.unit
         AND (o.person_id IS NULL OR r.person_id IS NULL)))
       WHERE r.id = ?1 AND r.ended_on IS NULL AND o.ended_on IS NULL";
    if connection.prepare_cached(sql)?.exists([id])? {
        return Err(Problem::new("refused", "这位代表已经重新登记在名单上，不用恢复。"));
    }
    Ok(())
}

/// Nobody sits on the committee twice at a time.
pub(super) fn may_restore_mediator(connection: &Connection, id: &str) -> Result<(), Problem> {
    let taken = connection
        .prepare(
            "SELECT 1 FROM mediator r JOIN live_mediator l
               ON l.person_id = r.person_id OR (l.name = r.name AND (l.person_id IS NULL OR r.person_id IS NULL))
             WHERE r.id = ?1 AND l.from_on <= ifnull(r.until_on, '9999') AND r.from_on <= ifnull(l.until_on, '9999')",
        )?
        .exists([id])?;
    if taken {
        return Err(Problem::new("refused", "这个人后来又登记为调解委员，聘期重叠，移除的这一条恢复不了。"));
    }
    Ok(())
}

/// The tables of what happens in a re-election.
const OF_AN_ELECTION: [&str; 2] = ["election_event", "election_ballot"];

/// What happened in a re-election; the approval of the result writes terms of bodies and is registered anew.
pub(super) fn may_restore_election_event(connection: &Connection, id: &str) -> Result<(), Problem> {
    its_record_stands(connection, ("election_event", "election_id"), "election", id, "换届选举")?;
    let kind: String =
        connection.query_row("SELECT kind FROM election_event WHERE id = ?1", [id], |row| row.get(0))?;
    if kind == ElectionEventKind::Confirmed.code() {
        let message =
            "批准选举结果要同时登记各个机构，不从回收站恢复。请在这次换届里重新登记“上级批准选举结果”。";
        return Err(Problem::new("refused", message));
    }
    as_it_was_left(connection, "election_event", "election_id", &OF_AN_ELECTION, id)
}

/// A count of votes.
pub(super) fn may_restore_ballot(connection: &Connection, id: &str) -> Result<(), Problem> {
    its_record_stands(connection, ("election_ballot", "election_id"), "election", id, "换届选举")?;
    as_it_was_left(connection, "election_ballot", "election_id", &OF_AN_ELECTION, id)
}

/// That two are two people is said of two who stand.
pub(super) fn may_restore_apart(connection: &Connection, id: &str) -> Result<(), Problem> {
    for column in ["one_id", "other_id"] {
        its_record_stands(connection, ("person_apart", column), "person", id, "人员")?;
    }
    Ok(())
}

/// A cap of working time, of a firm.
pub(super) fn may_restore_cap(connection: &Connection, id: &str) -> Result<(), Problem> {
    its_record_stands(connection, ("platform_cap", "firm_id"), "platform_firm", id, "平台、合作企业")
}

/// A meeting of talks with a firm.
pub(super) fn may_restore_platform_meeting(connection: &Connection, id: &str) -> Result<(), Problem> {
    its_record_stands(connection, ("platform_meeting", "talk_id"), "platform_talk", id, "平台协商")
}

/// A scenario of a rise; one of a year is chosen.
pub(super) fn may_restore_scenario(connection: &Connection, id: &str) -> Result<(), Problem> {
    its_record_stands(connection, ("pay_scenario", "sheet_id"), "pay_sheet", id, "工资数据")?;
    let chosen = connection
        .prepare(
            "SELECT 1 FROM pay_scenario r JOIN live_pay_scenario l ON l.year = r.year AND l.chosen = 1
             WHERE r.id = ?1 AND r.chosen = 1",
        )?
        .exists([id])?;
    if chosen {
        let message = "这一年后来选定了别的增资方案，移除的这个当时也是选定的，恢复不了；要用回它，请先移除现在选定的。";
        return Err(Problem::new("refused", message));
    }
    Ok(())
}

/// What rests on a decision.
pub(super) fn may_restore_use(connection: &Connection, id: &str) -> Result<(), Problem> {
    its_record_stands(connection, ("decision_use", "topic_id"), "committee_topic", id, "会议决定")
}
