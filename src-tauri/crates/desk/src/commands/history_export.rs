//! The journal as a workbook: a page of its steps, and a page of what they changed, each field before and after.
//! What a person may not read in the window does not leave by a file either.

use std::collections::BTreeSet;

use affairs::fields::{self, FieldChange, RecordTouched, Teller};
use ledger::JournalQuery;
use serde::Deserialize;
use sheet::{Value, Writer};
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::history::{
    HistoryLine, HistoryQuery, SLICE, health_of, identity_of, line, names_whose, number, wages_of,
};
use crate::commands::law;
use crate::commands::members_export::Exported;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::Open;
use crate::progress::Progress;

/// A journal to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportHistory {
    /// Which steps. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: HistoryQuery,
    /// Where to.
    pub to: FileHandle,
}

const STEPS: &str = "流水";
const CHANGES: &str = "改动";

/// The records of which identity, health and single wages go out.
#[derive(Default)]
struct Shown {
    identity: BTreeSet<String>,
    health: BTreeSet<String>,
    wages: BTreeSet<String>,
}

/// The workbook in the making, and how far it is.
struct Book<'a> {
    writer: Writer,
    progress: &'a dyn Progress,
    /// rows of changes since the last report
    since: u32,
    /// pages of changes
    pages: u32,
}

/// Saves the steps that match and what they changed, newest first. The file appears whole or not at all.
///
/// Errors: `unwritable` for a place that is not safe; `cancelled`; what `sheet` says of a disk that takes no file.
pub fn export(
    desk: &Desk,
    _: &Command,
    args: ExportHistory,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    let open = desk.opened()?;
    let to = desk.resolve(&args.to)?;
    safe_target(&to)?;
    let head = open.ledger.head()?.seq;
    // Both pages tell the steps up to here: one that comes meanwhile is in neither.
    let query = JournalQuery { limit: SLICE, before_seq: Some(head + 1), ..args.query.asked(&open)? };
    let writer = Writer::long(STEPS, &to).map_err(|why| Problem::from(why).at("to"))?;
    let mut book = Book { writer, progress, since: 0, pages: 0 };
    let place = law::place_names(desk);
    let mut shown = Shown::default();
    let rows = desk.view(|reading| {
        let teller = Teller::new(reading.connection, reading.book, &place, open.sight())?;
        let rows = book.steps(&open, &query, number(head), &teller)?;
        book.changes(&open, &query, rows, &teller, &mut shown)?;
        Ok(rows)
    })?;
    open.looked("history.export", shown.identity)?;
    open.looked_at(open.sight().health, "history.export", shown.health)?;
    open.looked_at(open.sight().wages, "history.export", shown.wages)?;
    book.writer.save(&to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(Outcome::of(Exported { rows }))
}

/// Every step that matches, newest first.
fn each_step(
    open: &Open,
    query: &JournalQuery,
    teller: &Teller<'_>,
    each: &mut dyn FnMut(HistoryLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let mut query = query.clone();
    loop {
        let page = open.ledger.journal(&query)?;
        query.before_seq = page.lines.last().map(|last| last.step.seq);
        page.lines.into_iter().try_for_each(|one| each(line(open, teller, one)?))?;
        if !page.more {
            return Ok(());
        }
    }
}

/// A time without its zone, as a table shows it.
fn moment(at: &str) -> String {
    at.get(..19).unwrap_or(at).replace('T', " ")
}

impl Book<'_> {
    fn report(&self, done: u32, total: u32, what: &str) -> Result<(), Problem> {
        self.progress.report(done.into(), total.into(), what);
        if self.progress.cancelled() {
            return Err(Problem::new("cancelled", "已取消，没有存下文件。"));
        }
        Ok(())
    }

    /// The page of the steps: how many there are.
    fn steps(
        &mut self,
        open: &Open,
        query: &JournalQuery,
        total: u32,
        teller: &Teller<'_>,
    ) -> Result<u32, Problem> {
        self.writer.head(&["步骤", "时间", "经办人", "事项", "记录", "不可撤销", "后来"])?;
        self.writer.widths(&[8.0, 22.0, 12.0, 32.0, 36.0, 10.0, 18.0])?;
        let mut rows = 0_u32;
        each_step(open, query, teller, &mut |one| {
            let later = one.undone_by.map(|seq| format!("第{seq}步撤销")).unwrap_or_default();
            self.writer.row(&[
                Value::Number(f64::from(one.seq)),
                Value::from(moment(&one.at)),
                Value::from(one.actor),
                Value::from(one.label),
                Value::from(one.subject.unwrap_or_default()),
                Value::from(if one.is_final { "是" } else { "" }),
                Value::from(later),
            ])?;
            rows += 1;
            if rows.is_multiple_of(SLICE) { self.report(rows, total, "写出流水") } else { Ok(()) }
        })?;
        self.report(rows, total, "写出流水")?;
        Ok(rows)
    }

    /// The page of the changes, and as many more as they need.
    fn changes(
        &mut self,
        open: &Open,
        query: &JournalQuery,
        total: u32,
        teller: &Teller<'_>,
        shown: &mut Shown,
    ) -> Result<(), Problem> {
        self.next_page()?;
        let mut done = 0_u32;
        let sight = open.sight();
        each_step(open, query, teller, &mut |one| {
            let named = names_whose(open, i64::from(one.seq))?;
            open.ledger.each_change(i64::from(one.seq), &mut |change| {
                if named && !fields::may_know(&change.table, sight) {
                    return Ok(());
                }
                shown.identity.extend(identity_of(&change));
                shown.health.extend(health_of(&change));
                shown.wages.extend(wages_of(&change));
                let touched = teller.tell(i64::from(one.seq), change)?;
                self.touched(&one, touched)?;
                if self.since >= SLICE {
                    self.since = 0;
                    self.report(done, total, "写出改动")?;
                }
                Ok::<_, Problem>(())
            })?;
            done += 1;
            self.report(done, total, "写出改动")
        })
    }

    fn next_page(&mut self) -> Result<(), Problem> {
        self.pages += 1;
        let name = if self.pages == 1 { CHANGES.to_owned() } else { format!("{CHANGES}{}", self.pages) };
        self.writer.next_page(&name)?;
        self.writer.head(&["步骤", "时间", "经办人", "记录", "改动", "字段", "原来", "改为"])?;
        self.writer.widths(&[8.0, 22.0, 12.0, 36.0, 8.0, 20.0, 36.0, 36.0])?;
        Ok(())
    }

    /// One row a field; one for a record that tells no field.
    fn touched(&mut self, step: &HistoryLine, record: RecordTouched) -> Result<(), Problem> {
        let gone = record.erased_by.map(|seq| format!("内容已由第{seq}步依法清除"));
        let mut fields = record.fields;
        if fields.is_empty() {
            fields.push(FieldChange { field: String::new(), before: None, after: gone });
        }
        let which = format!("{} {}", record.record, record.title);
        for field in fields {
            if self.writer.is_full() {
                self.next_page()?;
            }
            self.writer.row(&[
                Value::Number(f64::from(step.seq)),
                Value::from(moment(&step.at)),
                Value::from(step.actor.as_str()),
                Value::from(which.as_str()),
                Value::from(record.act.as_str()),
                Value::from(field.field),
                Value::from(field.before.unwrap_or_default()),
                Value::from(field.after.unwrap_or_default()),
            ])?;
            self.since += 1;
        }
        Ok(())
    }
}
