//! The trash: records that a page removed, whole and out of sight; bringing one back as it was; erasing one for
//! good when its time is over. Which records there are is each module's affair, told in `KINDS`; who may erase
//! is `desk`'s.

use chrono::{DateTime, Months, NaiveDate};
use law::LawBook;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::negotiation::{self, model::NegotiationId};
use crate::union::model::Part;
use crate::{Problem, drafts, fields, office, union};

/// What a removed record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TrashKind {
    /// 人员.
    Person,
    /// 协商会议.
    Meeting,
    /// 协商经过.
    Event,
    /// 附件.
    Attachment,
    /// 同意记录.
    Consent,
    /// 保管物.
    Custody,
}

/// How the records of a kind lie in the tables.
struct Lies {
    kind: TrashKind,
    /// as the setting and the law's subject name it
    code: &'static str,
    label: &'static str,
    table: &'static str,
    /// what it is called in the list, over the table as `r`
    title: &'static str,
    /// whether it may come back now
    check: fn(&Connection, &str) -> Result<(), Problem>,
}

const KINDS: [Lies; 6] = [
    Lies {
        kind: TrashKind::Person,
        code: "person",
        label: "人员",
        table: "person",
        title: "r.name",
        check: |_, _| Ok(()),
    },
    Lies {
        kind: TrashKind::Meeting,
        code: "meeting",
        label: "协商会议",
        table: "meeting",
        title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' 第' || r.round || '轮会议'",
        check: may_restore_meeting,
    },
    Lies {
        kind: TrashKind::Event,
        code: "event",
        label: "协商经过",
        table: "negotiation_event",
        title: "r.happened_on || ' ' || r.text",
        check: |_, _| Ok(()),
    },
    Lies {
        kind: TrashKind::Attachment,
        code: "attachment",
        label: "附件",
        table: "attachment",
        title: "r.name",
        check: may_restore_attachment,
    },
    Lies {
        kind: TrashKind::Consent,
        code: "consent",
        label: "同意记录",
        table: "consent",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.about",
        check: may_restore_consent,
    },
    Lies {
        kind: TrashKind::Custody,
        code: "custody",
        label: "保管物",
        table: "custody",
        title: "r.name",
        check: |_, _| Ok(()),
    },
];

/// An attachment comes back only to a record that stands.
fn may_restore_attachment(connection: &Connection, id: &str) -> Result<(), Problem> {
    let of = office::attachments::store::owner(connection, id)?;
    if office::attachments::store::stands(connection, &of)? {
        return Ok(());
    }
    Err(Problem::new("refused", "这个附件所在的记录已经移除，请先恢复那条记录。"))
}

/// A consent comes back only to a person who stands.
fn may_restore_consent(connection: &Connection, id: &str) -> Result<(), Problem> {
    let stands = connection
        .prepare("SELECT 1 FROM consent c JOIN live_person p ON p.id = c.person_id WHERE c.id = ?1")?
        .exists([id])?;
    if stands {
        Ok(())
    } else {
        Err(Problem::new("refused", "这条记录的本人已经移除，请先恢复本人。"))
    }
}

/// A round comes back only as the next one, so that rounds keep their numbers.
fn may_restore_meeting(connection: &Connection, id: &str) -> Result<(), Problem> {
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

fn lies(kind: TrashKind) -> &'static Lies {
    match kind {
        TrashKind::Person => &KINDS[0],
        TrashKind::Meeting => &KINDS[1],
        TrashKind::Event => &KINDS[2],
        TrashKind::Attachment => &KINDS[3],
        TrashKind::Consent => &KINDS[4],
        TrashKind::Custody => &KINDS[5],
    }
}

/// A record in the trash.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrashLine {
    /// What it is.
    pub kind: TrashKind,
    /// What it is, in words.
    pub kind_label: String,
    /// The record.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// When it was removed, at +08:00.
    pub removed_at: String,
    /// Who removed it.
    pub removed_by: Option<String>,
    /// The first day on which it may be erased.
    pub purge_from: NaiveDate,
    /// Whether that day has come.
    pub may_purge: bool,
    /// How the day is reckoned, in one sentence.
    pub reckoned: String,
}

/// How long the removed records of a kind are kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Retention {
    /// Which records.
    pub kind: TrashKind,
    /// Which, in words.
    pub kind_label: String,
    /// Months after the removal.
    pub months: u32,
    /// The law that asks for a time, as a person cites it; none where the law is silent.
    pub rule: Option<String>,
}

/// How long to keep the removed records of a kind.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRetention {
    /// Which records.
    pub kind: TrashKind,
    /// Months after the removal, 0 to 1200. A longer time in law holds all the same.
    pub months: u32,
}

/// A record in the trash.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TrashRef {
    /// What it is.
    pub kind: TrashKind,
    /// The record.
    pub id: String,
}

/// The program's own caution where neither the law nor the chair says how long: a year, in which a removal by
/// mistake is found.
const MONTHS: u32 = 12;

/// Everything in the trash, newest first.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<TrashLine>, Problem> {
    let mut lines = Vec::new();
    for lies in &KINDS {
        let sql = format!(
            "SELECT r.id, {}, r.removed_at,
               (SELECT j.actor_name FROM change c JOIN journal j ON j.seq = c.place >> 32
                WHERE c.row_id = r.id AND c.tbl = '{}' ORDER BY c.place DESC LIMIT 1)
             FROM {} r WHERE r.removed_at IS NOT NULL",
            lies.title, lies.table, lies.table
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| {
            Ok((row.get(0)?, row.get::<_, Option<String>>(1)?, row.get::<_, String>(2)?, row.get(3)?))
        })?;
        for row in rows {
            let (id, title, removed_at, removed_by) = row?;
            let (purge_from, reckoned) = purge_from(connection, book, lies, &removed_at)?;
            lines.push(TrashLine {
                kind: lies.kind,
                kind_label: lies.label.to_owned(),
                id,
                title: title.unwrap_or_default(),
                may_purge: today >= purge_from,
                removed_at,
                removed_by,
                purge_from,
                reckoned,
            });
        }
    }
    lines.sort_by(|a, b| (&b.removed_at, &b.id).cmp(&(&a.removed_at, &a.id)));
    Ok(lines)
}

/// How long each kind is kept.
pub fn retentions(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<Vec<Retention>, Problem> {
    let place = union::store::place(connection)?;
    KINDS
        .iter()
        .map(|lies| {
            let rule = book.applies(&format!("retention.{}", lies.code), &place, today);
            Ok(Retention {
                kind: lies.kind,
                kind_label: lies.label.to_owned(),
                months: months(connection, lies)?,
                rule: rule.map(|ruling| ruling.winner.reference().short),
            })
        })
        .collect()
}

/// Keeps how long a kind is to be kept.
pub fn set_retention(tx: &Tx, set: &SetRetention) -> Result<(), Problem> {
    if set.months > 1200 {
        return Err(Problem::input("months", "保存月数请填0到1200之间的整数。"));
    }
    union::store::set_setting(tx, &setting_of(lies(set.kind)), &set.months.to_string())
}

/// The setting that keeps how long a kind is kept.
fn setting_of(lies: &Lies) -> String {
    format!("retention.{}", lies.code)
}

/// What the setting kept under this name is called.
pub(crate) fn setting_label(name: &str) -> Option<String> {
    let lies = KINDS.iter().find(|lies| setting_of(lies) == name)?;
    Some(format!("{}移除后保存的月数", lies.label))
}

fn months(connection: &Connection, lies: &Lies) -> Result<u32, Problem> {
    let kept = union::store::setting(connection, &setting_of(lies))?;
    Ok(kept.and_then(|text| text.parse().ok()).unwrap_or(MONTHS))
}

/// The first day on which a record may be erased, and how it is reckoned.
fn purge_from(
    connection: &Connection,
    book: &LawBook,
    lies: &Lies,
    removed_at: &str,
) -> Result<(NaiveDate, String), Problem> {
    let removed = DateTime::parse_from_rfc3339(removed_at).map_or(NaiveDate::MAX, |at| at.date_naive());
    let months = months(connection, lies)?;
    let own = removed.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
    let place = union::store::place(connection)?;
    let subject = format!("retention.{}", lies.code);
    if book.applies(&subject, &place, removed).is_some() {
        let lawful = book.deadline(&subject, &place, removed)?;
        if lawful.due > own {
            return Ok((lawful.due, lawful.explanation.sentence));
        }
    }
    let day = |day: NaiveDate| day.format("%Y年%-m月%-d日").to_string();
    Ok((own, format!("{}移除，按设置保存{months}个月，{}起可以清除。", day(removed), day(own))))
}

/// When a record in the trash was removed.
fn removed_at(connection: &Connection, lies: &Lies, id: &str) -> Result<String, Problem> {
    let sql = format!("SELECT removed_at FROM {} WHERE id = ?1 AND removed_at IS NOT NULL", lies.table);
    let found: Option<String> = connection.query_row(&sql, [id], |row| row.get(0)).optional()?;
    found.ok_or_else(|| Problem::missing("条已移除的记录"))
}

/// Brings a record back with everything that was removed together with it.
///
/// Errors: `refused` when another record has taken its place meanwhile.
pub fn restore(tx: &Tx, of: &TrashRef) -> Result<(), Problem> {
    let lies = lies(of.kind);
    let removed = removed_at(tx, lies, &of.id)?;
    (lies.check)(tx, &of.id)?;
    // What belongs to it first: the search index looks at a person's identity when the person comes back.
    for (table, column) in fields::parts(lies.table).iter().chain([&(lies.table, "id")]) {
        let sql = format!("UPDATE {table} SET removed_at = NULL WHERE {column} = ?1 AND removed_at = ?2");
        tx.execute(&sql, params![of.id, removed]).map_err(|why| match why.sqlite_error_code() {
            Some(rusqlite::ErrorCode::ConstraintViolation) => Problem::new(
                "refused",
                format!(
                    "这条{}移除之后，有别的记录用了同样的号码，所以恢复不了。请先改那一条，再来恢复。",
                    lies.label
                ),
            ),
            _ => why.into(),
        })?;
    }
    Ok(())
}

/// What a purge of a record deletes: table and id of every row of it.
pub struct Doomed {
    /// The rows.
    pub rows: Vec<(String, String)>,
    /// What it is, in words.
    pub label: &'static str,
    words: Vec<String>,
    unlinks: bool,
    id: String,
}

/// Gathers what a purge would delete.
///
/// Errors: `not_found`; `refused` before its day.
pub fn doom(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    of: &TrashRef,
) -> Result<Doomed, Problem> {
    let lies = lies(of.kind);
    let removed = removed_at(connection, lies, &of.id)?;
    let (from, reckoned) = purge_from(connection, book, lies, &removed)?;
    if today < from {
        return Err(Problem::new("refused", format!("还没有到可以清除的日子：{reckoned}")));
    }
    let rows = fields::family(connection, lies.table, &of.id)?;
    let words = if of.kind == TrashKind::Person { words_of(connection, &of.id)? } else { Vec::new() };
    let unlinks = of.kind == TrashKind::Person;
    Ok(Doomed { rows, label: lies.label, words, unlinks, id: of.id.clone() })
}

/// What a draft may say of a person.
fn words_of(connection: &Connection, id: &str) -> Result<Vec<String>, Problem> {
    let words = connection.query_row(
        "SELECT p.name, i.number, i.phone FROM person p LEFT JOIN person_identity i ON i.id = p.id WHERE p.id = ?1",
        [id],
        |row| Ok([row.get::<_, Option<String>>(0)?, row.get(1)?, row.get(2)?]),
    )?;
    Ok(words.into_iter().flatten().filter(|word| word.chars().count() > 1).collect())
}

impl TrashKind {
    /// The part of the work that it belongs to.
    pub fn part(self) -> Part {
        match self {
            TrashKind::Person | TrashKind::Consent => Part::Members,
            TrashKind::Meeting | TrashKind::Event => Part::Negotiation,
            // On any record, and the union's own things: whoever keeps its papers.
            TrashKind::Attachment | TrashKind::Custody => Part::Office,
        }
    }
}

impl Doomed {
    /// Whether a text says who or what is to go.
    pub fn names(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.contains(word.as_str()))
    }

    /// What goes with the rows within the purge's step: drafts that speak of them, and the link of an affair's
    /// representative to the person. The name in the affair's own record stays as long as the affair.
    pub fn erase_around(&self, tx: &Tx) -> Result<(), Problem> {
        for (_, id) in &self.rows {
            drafts::erase_of(tx, id)?;
        }
        for word in &self.words {
            drafts::erase_of(tx, word)?;
        }
        if self.unlinks {
            tx.execute(
                "UPDATE negotiation_representative SET person_id = NULL WHERE person_id = ?1",
                [&self.id],
            )?;
        }
        Ok(())
    }
}
