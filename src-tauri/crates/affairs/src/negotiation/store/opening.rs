//! The rows that open a negotiation: topics, the offer, the answers to it.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::remove;
use crate::Problem;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::model::{
    NegotiationId, Offer, RecordReply, Reply, ReplyId, ReplyKind, SaveOffer, Side, TopicAside, TopicId,
    TopicInput,
};

/// Writes the topics in their order: those that stand are changed, new ones added, those left out removed.
pub fn save_topics(tx: &Tx, negotiation: NegotiationId, wanted: &[TopicInput]) -> Result<(), Problem> {
    for (standing, _, _) in topics(tx, negotiation)? {
        if !wanted.iter().any(|topic| topic.id == Some(standing)) {
            let talked = tx
                .query_row(
                    "SELECT m.round FROM live_meeting_topic t JOIN live_meeting m ON m.id = t.meeting_id
                     WHERE t.topic_id = ?1 ORDER BY m.held_on, m.round LIMIT 1",
                    params![standing],
                    |row| row.get::<_, u32>(0),
                )
                .optional()?;
            if let Some(round) = talked {
                let message =
                    format!("有一个议题在第{round}轮会议上已经谈过，不能删去；不再谈的，请在会议里记明。");
                return Err(Problem::new("refused", message).at("topics"));
            }
            remove(tx, "negotiation_topic", "id", &standing.to_string())?;
        }
    }
    for (ord, topic) in (1_i64..).zip(wanted) {
        let kinds = topic.agreements.as_deref().and_then(codes);
        match topic.id {
            Some(id) => {
                let changed = tx.execute(
                    "UPDATE negotiation_topic SET ord = ?3, title = ?4, proposal = ?5, kinds = coalesce(?6, kinds)
                     WHERE id = ?1 AND negotiation_id = ?2 AND removed_at IS NULL",
                    params![id, negotiation, ord, topic.title.trim(), topic.proposal.trim(), kinds],
                )?;
                if changed == 0 {
                    return Err(Problem::missing("个议题").at("topics"));
                }
            }
            None => {
                tx.execute(
                    "INSERT INTO negotiation_topic (id, negotiation_id, ord, title, proposal, kinds)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    params![
                        tx.new_id::<TopicId>(),
                        negotiation,
                        ord,
                        topic.title.trim(),
                        topic.proposal.trim(),
                        kinds,
                    ],
                )?;
            }
        }
    }
    Ok(())
}

/// The topics in order: id, title, proposal.
pub fn topics(
    connection: &Connection,
    negotiation: NegotiationId,
) -> Result<Vec<(TopicId, String, String)>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, title, proposal FROM live_negotiation_topic WHERE negotiation_id = ?1 ORDER BY ord, id",
    )?;
    let rows =
        statement.query_map(params![negotiation], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a topic's row says beside its words.
#[derive(Debug, Clone)]
pub struct TopicRow {
    /// Which.
    pub id: TopicId,
    /// 议题.
    pub title: String,
    /// The kinds of agreements it was said to belong to; none where nobody said.
    pub kinds: Vec<AgreementKind>,
    /// How the talks go on without it.
    pub aside: Option<TopicAside>,
    /// What was said of that.
    pub aside_why: Option<String>,
}

/// The codes of some kinds as the column keeps them; none for no kind.
fn codes(kinds: &[AgreementKind]) -> Option<String> {
    let codes: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
    (!codes.is_empty()).then(|| codes.join(","))
}

/// The topics in order, with where they belong and whether the talks go on without them.
pub fn topic_rows(connection: &Connection, negotiation: NegotiationId) -> Result<Vec<TopicRow>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, title, kinds, aside, aside_why FROM live_negotiation_topic
         WHERE negotiation_id = ?1 ORDER BY ord, id",
    )?;
    let rows = statement.query_map(params![negotiation], |row| {
        let kinds: Option<String> = row.get(2)?;
        Ok(TopicRow {
            id: row.get(0)?,
            title: row.get(1)?,
            kinds: kinds.unwrap_or_default().split(',').filter_map(AgreementKind::of).collect(),
            aside: row.get::<_, Option<String>>(3)?.as_deref().and_then(TopicAside::of),
            aside_why: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The talks that a topic belongs to.
///
/// Errors: `not_found`.
pub fn topic_negotiation(connection: &Connection, id: TopicId) -> Result<NegotiationId, Problem> {
    connection
        .query_row("SELECT negotiation_id FROM live_negotiation_topic WHERE id = ?1", params![id], |row| {
            row.get(0)
        })
        .optional()?
        .ok_or_else(|| Problem::missing("个议题"))
}

/// Writes where a topic belongs and whether the talks go on without it.
pub fn place_topic(tx: &Tx, topic: &TopicRow) -> Result<(), Problem> {
    tx.execute(
        "UPDATE negotiation_topic SET kinds = ?2, aside = ?3, aside_why = ?4 WHERE id = ?1 AND removed_at IS NULL",
        params![topic.id, codes(&topic.kinds), topic.aside.map(TopicAside::code), topic.aside_why],
    )?;
    Ok(())
}

/// What the reply clock gave when the offer was saved, kept with the offer.
pub struct ReplyClock<'a> {
    /// The last day.
    pub due: NaiveDate,
    /// The rule.
    pub rule: &'a str,
    /// The packs it was judged by.
    pub pack: &'a str,
}

/// Writes the offer: an affair has one, and a corrected one is the same row.
pub fn save_offer(tx: &Tx, offer: &SaveOffer, clock: Option<&ReplyClock<'_>>) -> Result<(), Problem> {
    let standing: Option<String> = tx
        .query_row(
            "SELECT id FROM live_negotiation_offer WHERE negotiation_id = ?1",
            params![offer.negotiation],
            |row| row.get(0),
        )
        .optional()?;
    tx.execute(
        "INSERT INTO negotiation_offer (id, negotiation_id, by_side, addressee, reasons, issued_on, received_on,
           received_by, proposed_on, proposed_place, contact, information, reply_due, reply_rule, law_pack, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
         ON CONFLICT (id) DO UPDATE SET by_side = excluded.by_side, addressee = excluded.addressee,
           reasons = excluded.reasons, issued_on = excluded.issued_on, received_on = excluded.received_on,
           received_by = excluded.received_by, proposed_on = excluded.proposed_on,
           proposed_place = excluded.proposed_place, contact = excluded.contact,
           information = excluded.information, reply_due = excluded.reply_due, reply_rule = excluded.reply_rule,
           law_pack = excluded.law_pack, late_entry = excluded.late_entry",
        params![
            standing.unwrap_or_else(|| tx.new_id::<uuid::Uuid>().to_string()),
            offer.negotiation,
            offer.by.code(),
            offer.addressee.trim(),
            offer.reasons.trim(),
            offer.issued_on,
            offer.received_on,
            offer.received_by,
            offer.proposed_on,
            offer.proposed_place,
            offer.contact.trim(),
            offer.information.trim(),
            clock.map(|c| c.due),
            clock.map(|c| c.rule),
            clock.map(|c| c.pack),
            offer.late_entry,
        ],
    )?;
    Ok(())
}

/// The offer as recorded, its clocks still to be computed.
pub fn offer(connection: &Connection, negotiation: NegotiationId) -> Result<Option<Offer>, Problem> {
    Ok(connection
        .query_row(
            "SELECT id, by_side, addressee, reasons, issued_on, received_on, received_by, proposed_on,
               proposed_place, contact, information, late_entry
             FROM live_negotiation_offer WHERE negotiation_id = ?1",
            params![negotiation],
            |row| {
                Ok(Offer {
                    id: row.get(0)?,
                    by: Side::of(&row.get::<_, String>(1)?),
                    addressee: row.get(2)?,
                    reasons: row.get(3)?,
                    issued_on: row.get(4)?,
                    received_on: row.get(5)?,
                    received_by: row.get(6)?,
                    proposed_on: row.get(7)?,
                    proposed_place: row.get(8)?,
                    contact: row.get(9)?,
                    information: row.get(10)?,
                    reply_deadline: None,
                    late_entry: row.get(11)?,
                })
            },
        )
        .optional()?)
}

/// The days of the offer alone: dated, received.
pub fn offer_dates(
    connection: &Connection,
    negotiation: NegotiationId,
) -> Result<Option<(NaiveDate, Option<NaiveDate>)>, Problem> {
    Ok(connection
        .query_row(
            "SELECT issued_on, received_on FROM live_negotiation_offer WHERE negotiation_id = ?1",
            params![negotiation],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?)
}

fn reply_code(kind: ReplyKind) -> &'static str {
    match kind {
        ReplyKind::Agreed => "agreed",
        ReplyKind::Partly => "partly",
        ReplyKind::Refused => "refused",
    }
}

/// Writes an answer: the record that it corrects goes on, another one is a row of its own.
pub fn save_reply(tx: &Tx, corrected: Option<ReplyId>, reply: &RecordReply) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO negotiation_reply (id, negotiation_id, kind, replied_on, replied_by, text, meets_on,
           meets_place, late_entry) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, replied_on = excluded.replied_on,
           replied_by = excluded.replied_by, text = excluded.text, meets_on = excluded.meets_on,
           meets_place = excluded.meets_place, late_entry = excluded.late_entry",
        params![
            corrected.unwrap_or_else(|| tx.new_id::<ReplyId>()),
            reply.negotiation,
            reply_code(reply.kind),
            reply.replied_on,
            reply.replied_by.trim(),
            reply.text.trim(),
            reply.meets_on,
            reply.meets_place,
            reply.late_entry,
        ],
    )?;
    Ok(())
}

const REPLY: &str = "SELECT id, kind, replied_on, replied_by, text, meets_on, meets_place, late_entry
     FROM live_negotiation_reply";

fn reply_of(row: &Row<'_>) -> rusqlite::Result<Reply> {
    Ok(Reply {
        id: row.get(0)?,
        kind: match row.get::<_, String>(1)?.as_str() {
            "agreed" => ReplyKind::Agreed,
            "partly" => ReplyKind::Partly,
            _ => ReplyKind::Refused,
        },
        replied_on: row.get(2)?,
        replied_by: row.get(3)?,
        text: row.get(4)?,
        meets_on: row.get(5)?,
        meets_place: row.get(6)?,
        days_late: None,
        late_entry: row.get(7)?,
    })
}

/// Every answer as recorded, by day; how late the first is stays to be computed.
pub fn replies(connection: &Connection, negotiation: NegotiationId) -> Result<Vec<Reply>, Problem> {
    let mut statement =
        connection.prepare_cached(&format!("{REPLY} WHERE negotiation_id = ?1 ORDER BY replied_on"))?;
    let rows = statement.query_map(params![negotiation], reply_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The reply: the last answer, which is the one that counts.
pub fn reply(connection: &Connection, negotiation: NegotiationId) -> Result<Option<Reply>, Problem> {
    Ok(replies(connection, negotiation)?.pop())
}

/// The talks whose offer an answer answers; none where no answer has the id.
pub fn reply_negotiation(connection: &Connection, id: ReplyId) -> Result<Option<NegotiationId>, Problem> {
    let sql = "SELECT negotiation_id FROM live_negotiation_reply WHERE id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?)
}
