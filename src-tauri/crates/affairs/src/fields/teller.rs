//! A change of the journal as a person would write it: which record it touched, and each field before and after,
//! with what it refers to by name. What a column refers to is asked of the schema's foreign keys and of `loose`; what
//! a record was is read by `rows`; single values are put into words by `words`.

use std::cell::RefCell;
use std::collections::HashMap;

use law::LawBook;
use ledger::{CellChange, ChangeRow};
use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::guarded::{PROTECTED, is_of_health, tells_health, tells_wages};
use super::loose::LOOSE;
use super::rows::{Row, row, stood};
use super::words::{day, reads};
use super::{chief, column_name, is_quiet, record_name, table as known, tables};
use crate::Problem;
use crate::congress;
use crate::letters;
use crate::letters::dismissals;
use crate::letters::dismissals::model::{DismissalId, DismissalItem, DismissalKind};
use crate::members::dues;
use crate::members::flags;
use crate::members::flags::model::PersonTagKind;
use crate::office::attachments;
use crate::office::committee;
use crate::office::model::{INCOMING, PaperNumber, series};
use crate::pay::model::PayUnit;
use crate::platform;
use crate::reform;
use crate::safety;
use crate::union::model::{Shown, Sight};

/// What stands for a record that was erased by law.
const PURGED: &str = "已清除";
/// Titles kept at hand; a step of a hundred thousand people does not keep them all.
const AT_HAND: usize = 4096;

/// One field that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldChange {
    /// The field.
    pub field: String,
    /// What it was.
    pub before: Option<String>,
    /// What it became.
    pub after: Option<String>,
}

/// One record that a step touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordTouched {
    /// What it is, in words.
    pub record: String,
    /// Which one it is: a person's name, a meeting's round and day.
    pub title: String,
    /// Its table.
    pub table: String,
    /// Its id.
    pub id: String,
    /// 新增, 修改, 删除, 恢复, 移除 or 清除.
    pub act: String,
    /// Its fields.
    pub fields: Vec<FieldChange>,
    /// The step that erased them by law.
    pub erased_by: Option<u32>,
}

/// Puts changes into words, on one view of the ledger.
pub struct Teller<'a> {
    connection: &'a Connection,
    book: &'a LawBook,
    place: &'a dyn Fn(&str) -> Option<String>,
    sight: Sight,
    /// Whether what a member paid of dues is, or ever was, a share of a wage.
    shares: bool,
    /// by table and column, the tables its value may be the id of
    refers: HashMap<(String, String), Vec<String>>,
    titles: RefCell<HashMap<(String, String), String>>,
}

impl<'a> Teller<'a> {
    /// Tells identity and health as they may be shown; `place` names the code of a province or city.
    pub fn new(
        connection: &'a Connection,
        book: &'a LawBook,
        place: &'a dyn Fn(&str) -> Option<String>,
        sight: Sight,
    ) -> Result<Self, Problem> {
        let mut refers = HashMap::new();
        for (table, ..) in tables() {
            let mut statement =
                connection.prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
            for key in statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))? {
                let (column, target) = key?;
                refers.insert(((*table).to_owned(), column), vec![target]);
            }
        }
        for (table, column, targets) in LOOSE {
            let targets = targets.iter().map(|target| (*target).to_owned()).collect();
            refers.insert(((*table).to_owned(), (*column).to_owned()), targets);
        }
        let shares = dues::ever_told_wages(connection)?;
        Ok(Teller { connection, book, place, sight, shares, refers, titles: RefCell::default() })
    }

    /// A change of step `seq`.
    pub fn tell(&self, seq: i64, change: ChangeRow) -> Result<RecordTouched, Problem> {
        let removal = change.cells.iter().find(|cell| cell.column == "removed_at");
        let act = match (change.act.as_str(), removal) {
            ("insert", _) => "新增",
            ("delete", _) => "删除",
            ("erase", _) => "清除",
            (_, Some(cell)) if cell.after.is_null() => "恢复",
            (_, Some(_)) => "移除",
            _ => "修改",
        };
        let mut fields = Vec::new();
        for cell in change.cells.iter().filter(|cell| !is_quiet(&cell.column)) {
            if let Some(field) = self.field(seq, &change, cell)?
                && (field.before.is_some() || field.after.is_some())
            {
                fields.push(field);
            }
        }
        Ok(RecordTouched {
            record: record_name(&change.table).to_owned(),
            title: self.title(&change.table, &change.id)?,
            act: act.to_owned(),
            fields,
            erased_by: change.erased_by.map(|seq| u32::try_from(seq).unwrap_or(u32::MAX)),
            id: change.id,
            table: change.table,
        })
    }

    /// What a step was about, from the first rows it touched: a person's name, a meeting's round and day. None where
    /// nothing was touched, or what was is erased by law.
    pub fn subject(&self, touched: &[(String, String)]) -> Result<Option<String>, Problem> {
        let Some(((table, id), others)) = chief(touched) else { return Ok(None) };
        let title = self.title(table, id)?;
        let known = !title.is_empty() && title != PURGED;
        Ok(known.then(|| if others { format!("{title}等") } else { title }))
    }

    /// Which record it is; also when it was removed or taken back, as it was last.
    pub fn title(&self, table: &str, id: &str) -> Result<String, Problem> {
        let key = (table.to_owned(), id.to_owned());
        if let Some(known) = self.titles.borrow().get(&key) {
            return Ok(known.clone());
        }
        let title = match row(self.connection, table, id)? {
            Some(row) => self.fill(table, &row)?,
            None => PURGED.to_owned(),
        };
        let mut titles = self.titles.borrow_mut();
        if titles.len() >= AT_HAND {
            titles.clear();
        }
        titles.insert(key, title.clone());
        Ok(title)
    }

    /// A stored value of a row as it reads; `None` where there is none.
    pub fn value(
        &self,
        table: &str,
        column: &str,
        value: &Value,
        row: &Row,
    ) -> Result<Option<String>, Problem> {
        // An exam and a single wage are told to whoever may read such and revealed it, as is a sum that tells of a wage; to all others
        // not even of whom the exam and the wage are.
        let exam = table == "health_exam" && tells_health(table, column);
        if (exam && self.sight.health != Shown::Full)
            || (self.tells_wages(table, column) && self.sight.wages != Shown::Full)
        {
            return Ok((!value.is_null()).then(|| PROTECTED.to_owned()));
        }
        // Of whom a record of health is, neither to one who may not read health.
        if self.hides(table, column) {
            return Ok((!value.is_null()).then(|| PROTECTED.to_owned()));
        }
        // What a file on a record of health is called may tell of it.
        let of_kind = row.get("of_kind").and_then(Value::as_str).unwrap_or_default();
        if (table, column) == ("attachment", "name")
            && self.sight.health != Shown::Full
            && (attachments::store::is_health(of_kind) || self.tells_of_health(of_kind, row)?)
        {
            return Ok((!value.is_null()).then(|| PROTECTED.to_owned()));
        }
        if let (Some(targets), Value::String(id)) =
            (self.refers.get(&(table.to_owned(), column.to_owned())), value)
        {
            return self.referred(targets, id).map(Some);
        }
        let text = value.as_str().unwrap_or_default();
        let named = match (table, column) {
            (_, "province" | "city") => (self.place)(text),
            ("negotiation_offer", "reply_rule")
            | ("own_rule", "rule_id")
            | ("committee_meeting", "quorum_rule" | "vote_rule")
            | ("supervision_event" | "mediation_event" | "dismissal" | "hazard_event", "due_rule") => {
                let rule =
                    self.book.rule(text).map(|rule| format!("《{}》{}", rule.instrument, rule.article));
                value.as_str().map(|_| rule.unwrap_or_else(|| "现行法规库里已没有的条款".to_owned()))
            }
            ("paper", "number") => {
                row.get("kind").and_then(Value::as_str).and_then(|kind| given(kind, value, row))
            }
            ("incoming_paper", "serial") => given(INCOMING, value, row),
            ("supervision_case", "serial") => given(letters::SERIES, value, row),
            ("appeal", "serial") => given(letters::appeals::SERIES, value, row),
            ("dismissal", "serial") => given(letters::dismissals::SERIES, value, row),
            ("mediation_case", "serial") => given(letters::mediation::SERIES, value, row),
            ("injury_help", "serial") => given(platform::SERIES, value, row),
            ("congress_motion", "serial") => given(congress::motions::SERIES, value, row),
            ("hazard", "serial") => given(safety::SERIES, value, row),
            ("safety_visit", "serial") => given(safety::visits::SERIES, value, row),
            ("reform_measure", "serial") => given(reform::SERIES, value, row),
            ("reform_measure" | "reform_article" | "reform_note", "article") => {
                value.as_u64().and_then(|at| u8::try_from(at).ok()).map(reform::articles::words)
            }
            ("injury_help", "papers") => value.as_str().map(|codes| self.listed_papers(codes)),
            ("committee_meeting", "serial") => committee_number(value, row),
            ("pay_reference", "value") => {
                let unit = row.get("unit").and_then(Value::as_str).and_then(PayUnit::of);
                value.as_i64().zip(unit).map(|(value, unit)| unit.words(value))
            }
            // How it may be seen stands with the words.
            ("person", "birth") if self.sight.identity != Shown::Full => None,
            _ => precision_of(column, row).and_then(|precision| day(text, Some(precision))),
        };
        // Of what is looked into for a dismissal some items tell of health and some do not.
        let of_health = row.get("item").and_then(Value::as_str).and_then(DismissalItem::of);
        // And of the reasons for one, those of a notice by fault do not.
        let of_kind = row.get("kind").and_then(Value::as_str).and_then(DismissalKind::of);
        // What is noted of a mark of hardship tells of an illness as often as not, beside any other mark it does not.
        let of_mark = row.get("kind").and_then(Value::as_str).and_then(PersonTagKind::of);
        let is_open = match (table, column) {
            ("dismissal_check", _) => of_health.is_some_and(|item| !item.is_health()),
            ("dismissal", "reasons" | "grounds") => of_kind.is_some_and(|kind| !kind.tells_health()),
            ("person_tag", _) => of_mark.is_some_and(|kind| kind != PersonTagKind::Hardship),
            _ => false,
        };
        let sight = if is_open { Sight { health: Shown::Full, ..self.sight } } else { self.sight };
        Ok(named.or_else(|| reads(table, column, value, sight)))
    }

    /// Whether a column tells of what one person was paid. Dues that are the same for everybody do not.
    fn tells_wages(&self, table: &str, column: &str) -> bool {
        tells_wages(table, column) && (table != "dues_payment" || self.shares)
    }

    /// Whether a column leads from a record that tells of health by being there to whose health it is, and this reader may not know.
    fn hides(&self, table: &str, column: &str) -> bool {
        self.sight.health == Shown::Never
            && is_of_health(table)
            && self.refers.contains_key(&(table.to_owned(), column.to_owned()))
    }

    /// Whether a file is on a notice of dismissal that may tell of health, or on a mark of hardship.
    fn tells_of_health(&self, of_kind: &str, row: &Row) -> Result<bool, Problem> {
        let Some(id) = row.get("of_id").and_then(Value::as_str) else { return Ok(false) };
        match (of_kind, id.parse::<DismissalId>()) {
            ("dismissal", Ok(id)) => dismissals::letter_tells_health(self.connection, id),
            ("personTag", _) => flags::tells_health(self.connection, id),
            _ => Ok(false),
        }
    }

    /// Papers of an application, by the codes of the rule that lists them.
    fn listed_papers(&self, codes: &str) -> String {
        let items = self.book.rules().filter(|rule| rule.subject == "platform.injury.papers");
        let items: Vec<_> = items.flat_map(|rule| &rule.items).collect();
        let named = codes.split(' ').map(|code| {
            let item = items.iter().find(|item| item.key.as_deref() == Some(code));
            item.map_or(code, |item| item.text.as_str())
        });
        named.collect::<Vec<_>>().join("、")
    }

    /// The title of the record with this id, whichever of the tables it is in.
    fn referred(&self, targets: &[String], id: &str) -> Result<String, Problem> {
        for target in targets {
            if row(self.connection, target, id)?.is_some() {
                return self.title(target, id);
            }
        }
        Ok(PURGED.to_owned())
    }

    /// One field; `None` for the precision of a day that is told with the day itself.
    fn field(&self, seq: i64, change: &ChangeRow, cell: &CellChange) -> Result<Option<FieldChange>, Problem> {
        let table = change.table.as_str();
        let of_day = cell.column.strip_suffix("_precision").and_then(|stem| day_column(table, stem));
        let column = of_day.unwrap_or(&cell.column);
        let changed = |name: &str| change.cells.iter().find(|cell| cell.column == name);
        if of_day.is_some_and(|day| changed(day).is_some()) {
            return Ok(None);
        }
        // What the value is read with: the cells of this change, and of the rest what stood at the time.
        let with = match table {
            "paper" => &["kind", "year"][..],
            "dismissal" => &["year", "kind"],
            "incoming_paper" | "supervision_case" | "appeal" | "mediation_case" | "injury_help"
            | "hazard" | "safety_visit" | "congress_motion" | "reform_measure" => &["year"],
            "committee_meeting" => &["body", "year"],
            "dismissal_check" => &["item"],
            "person_tag" => &["kind"],
            "attachment" => &["of_kind", "of_id"],
            "pay_reference" => &["unit"],
            _ => &[],
        };
        let precision = precision_name(column);
        let has_precision = column_name(table, &precision) != precision;
        let mut rows = [Row::new(), Row::new()];
        for name in with.iter().copied().chain(has_precision.then_some(precision.as_str())).chain([column]) {
            let [before, after] = match changed(name) {
                Some(cell) => [cell.before.clone(), cell.after.clone()],
                None => {
                    let stood = stood(self.connection, table, &change.id, name, seq)?;
                    [stood.clone(), stood]
                }
            };
            rows[0].insert(name.to_owned(), before);
            rows[1].insert(name.to_owned(), after);
        }
        // A notice that was corrected to one without fault tells of health from its beginning.
        if table == "dismissal"
            && tells_health(table, column)
            && let Some(mut now) = row(self.connection, table, &change.id)?
            && now
                .get("kind")
                .and_then(Value::as_str)
                .and_then(DismissalKind::of)
                .is_some_and(DismissalKind::tells_health)
            && let Some(kind) = now.remove("kind")
        {
            for row in &mut rows {
                row.insert("kind".to_owned(), kind.clone());
            }
        }
        let read = |row: &Row| self.value(table, column, row.get(column).unwrap_or(&Value::Null), row);
        Ok(Some(FieldChange {
            field: column_name(table, column).to_owned(),
            before: read(&rows[0])?,
            after: read(&rows[1])?,
        }))
    }

    /// The title of a table's records, filled from one of them.
    fn fill(&self, table: &str, row: &Row) -> Result<String, Problem> {
        let Some((_, _, title, _)) = known(table) else {
            return Ok(String::new());
        };
        let mut filled = String::new();
        for piece in title.split_inclusive('}') {
            let Some((before, column)) = piece.split_once('{') else {
                filled.push_str(piece);
                continue;
            };
            let column = column.trim_end_matches('}');
            filled.push_str(before);
            // It is called by what names nobody.
            if self.hides(table, column) {
                continue;
            }
            let value = row.get(column).unwrap_or(&Value::Null);
            filled.push_str(&self.value(table, column, value, row)?.unwrap_or_default());
        }
        Ok(filled.trim().to_owned())
    }
}

/// The number of a committee's record, once its body and year are known: 工会委员会〔2026〕第3次会议.
fn committee_number(serial: &Value, row: &Row) -> Option<String> {
    let year = i32::try_from(row.get("year").and_then(Value::as_i64)?).ok()?;
    let body = row.get("body").and_then(Value::as_str)?;
    Some(committee::store::number(body, year, u32::try_from(serial.as_i64()?).ok()?))
}

/// The number given to a paper of a kind, once its year is known: 工协纪〔2026〕3号.
fn given(kind: &str, number: &Value, row: &Row) -> Option<String> {
    let whole = |value: Option<&Value>| value.and_then(Value::as_i64);
    let year = i32::try_from(whole(row.get("year"))?).ok()?;
    let number = u32::try_from(number.as_i64()?).ok()?;
    Some(PaperNumber { series: series(kind), year, number }.to_string())
}

/// The column that says how exactly a day is known: `birth_precision`, and `hired_precision` of `hired_on`.
fn precision_name(column: &str) -> String {
    format!("{}_precision", column.strip_suffix("_on").unwrap_or(column))
}

fn precision_of<'r>(column: &str, row: &'r Row) -> Option<&'r str> {
    row.get(&precision_name(column)).and_then(Value::as_str)
}

/// The day that a precision belongs to, by the stem of its name.
fn day_column(table: &str, stem: &str) -> Option<&'static str> {
    let (.., columns) = known(table)?;
    columns.iter().map(|(name, _)| *name).find(|name| *name == stem || name.strip_suffix("_on") == Some(stem))
}
