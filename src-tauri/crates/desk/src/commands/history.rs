//! The journal as a page, the life of a record, what a step changed, taking a step back, and the journal as a
//! workbook. Names and values are put into words by `affairs::fields`, identity as the person may see it.

use std::collections::BTreeSet;

use affairs::fields;
use affairs::union::model::Shown;
use chrono::NaiveDate;
use ledger::{CellChange, ChangeRow, Doing, JournalLine, JournalQuery};
use serde::{Deserialize, Serialize};
use sheet::{Value, Writer};
use ts_rs::TS;

use crate::Problem;
use crate::commands::ledger::Moved;
use crate::commands::members_export::Exported;
use crate::contract::{Command, Module, Right};
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::{Open, Reading};
use crate::progress::Progress;

/// The most changes of one step that are shown.
const SHOWN: u32 = 200;
/// Steps in one go of the export.
const SLICE: u32 = 500;

/// Which steps; what is absent does not matter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct HistoryQuery {
    /// Id of the person who acted.
    pub person: Option<String>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// A module, as commands are named: `members`, `negotiation`, `papers`, `ledger` …
    pub module: Option<String>,
    /// Part of the label.
    pub text: Option<String>,
    /// Steps before this one: the page that follows.
    pub before: Option<u32>,
    /// At most so many, 50 when absent and 500 at the most.
    pub limit: Option<u32>,
}

impl HistoryQuery {
    fn query(&self) -> JournalQuery {
        let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let module = filled(&self.module);
        JournalQuery {
            person: filled(&self.person),
            from: self.from,
            to: self.to,
            ops: module.iter().map(|module| format!("{module}.")).collect(),
            tables: Vec::new(),
            text: filled(&self.text),
            before_seq: self.before.map(i64::from),
            limit: self.limit.unwrap_or(50).clamp(1, SLICE),
        }
    }
}

/// A step of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryLine {
    /// Its number.
    pub seq: u32,
    /// When, at +08:00.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The command.
    pub op: String,
    /// What was done; an undo or redo says so.
    pub label: String,
    /// Whether it is final.
    pub is_final: bool,
    /// The step that took it back.
    pub undone_by: Option<u32>,
    /// The step that an undo or redo turns round.
    pub target: Option<u32>,
    /// Whether taking it back is worth trying.
    pub can_take_back: bool,
}

/// A page of the journal, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryPage {
    /// The steps.
    pub lines: Vec<HistoryLine>,
    /// Whether older ones match too.
    pub more: bool,
}

/// A step.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepRef {
    /// Its number.
    pub seq: u32,
}

/// A record whose life is asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordRef {
    /// Its table: `person`, `negotiation`, `meeting` … What belongs to the record is told with it.
    pub table: String,
    /// Its id.
    pub id: String,
}

/// One field that was changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FieldChange {
    /// The field.
    pub field: String,
    /// What it was.
    pub before: Option<String>,
    /// What it became.
    pub after: Option<String>,
}

/// One record that a step touched.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordTouched {
    /// What it is, in words.
    pub record: String,
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

/// What a step changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StepDetail {
    /// The step.
    pub line: HistoryLine,
    /// The first records it touched.
    pub records: Vec<RecordTouched>,
    /// How many there are.
    pub total: u32,
}

/// One event in the life of a record.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LifeEvent {
    /// The step.
    pub line: HistoryLine,
    /// What it changed.
    pub record: RecordTouched,
}

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

fn number(seq: i64) -> u32 {
    u32::try_from(seq).unwrap_or(u32::MAX)
}

fn line(line: JournalLine) -> HistoryLine {
    let step = line.step;
    let label = match step.kind.as_str() {
        "undo" => format!("撤销：{}", step.label),
        "redo" => format!("重做：{}", step.label),
        _ => step.label,
    };
    HistoryLine {
        seq: number(step.seq),
        at: step.at,
        actor: step.actor_name,
        op: step.op,
        label,
        is_final: step.is_final,
        undone_by: line.undone_by.map(number),
        target: step.target.map(number),
        can_take_back: line.can_take_back,
    }
}

fn touched(change: ChangeRow, identity: Shown) -> RecordTouched {
    let out_of_sight = |cell: &&CellChange| cell.column == "removed_at";
    let act = match (change.act.as_str(), change.cells.iter().find(out_of_sight)) {
        ("insert", _) => "新增",
        ("delete", _) => "删除",
        ("erase", _) => "清除",
        (_, Some(cell)) if cell.after.is_null() => "恢复",
        (_, Some(_)) => "移除",
        _ => "修改",
    };
    let shown = |column: &str, value| fields::shown(&change.table, column, value, identity);
    let cells = change
        .cells
        .iter()
        .filter(|cell| !fields::is_quiet(&cell.column))
        .map(|cell| FieldChange {
            field: fields::column_name(&change.table, &cell.column).to_owned(),
            before: shown(&cell.column, &cell.before),
            after: shown(&cell.column, &cell.after),
        })
        .filter(|field| field.before.is_some() || field.after.is_some())
        .collect();
    RecordTouched {
        record: fields::record_name(&change.table).to_owned(),
        act: act.to_owned(),
        fields: cells,
        erased_by: change.erased_by.map(number),
        id: change.id,
        table: change.table,
    }
}

/// The people whose identity these changes tell.
fn identities<'a>(changes: impl Iterator<Item = &'a ChangeRow>) -> BTreeSet<String> {
    let told = changes.filter(|change| change.table == "person_identity" && !change.cells.is_empty());
    told.map(|change| change.id.clone()).collect()
}

/// Refuses whoever may not give the command that a step was made by. A command that looks at what it is about
/// itself (attachments, the trash) is turned round by the one who gave it, else by the chair.
pub(super) fn may_turn(open: &Open, doing: &Doing) -> Result<(), Problem> {
    let right = crate::contract::command(&doing.op).map_or(Right::Chair, |command| command.right);
    match right {
        Right::Writer(Module::Desk) if doing.actor != open.actor().id => open.may(Right::Chair),
        right => open.may(right),
    }
}

/// A page of the journal.
pub fn list(desk: &Desk, query: HistoryQuery) -> Result<Outcome<HistoryPage>, Problem> {
    let page = desk.opened()?.ledger.journal(&query.query())?;
    Ok(Outcome::of(HistoryPage { lines: page.lines.into_iter().map(line).collect(), more: page.more }))
}

fn one(open: &Open, which: StepRef) -> Result<(i64, JournalLine), Problem> {
    let seq = i64::from(which.seq);
    let query = JournalQuery { before_seq: Some(seq + 1), limit: 1, ..JournalQuery::default() };
    let found = open.ledger.journal(&query)?.lines.into_iter().find(|found| found.step.seq == seq);
    Ok((seq, found.ok_or_else(|| Problem::missing("一步"))?))
}

/// What a step changed.
pub fn step(desk: &Desk, which: StepRef) -> Result<Outcome<StepDetail>, Problem> {
    let open = desk.opened()?;
    let (seq, found) = one(&open, which)?;
    let changes = open.ledger.step_changes(seq, SHOWN)?;
    open.looked("history.step", identities(changes.rows.iter()))?;
    let identity = open.sight().identity;
    Ok(Outcome::of(StepDetail {
        line: line(found),
        records: changes.rows.into_iter().map(|row| touched(row, identity)).collect(),
        total: number(changes.total),
    }))
}

/// The life of a record and of what belongs to it, oldest first.
pub fn of(desk: &Desk, record: RecordRef) -> Result<Outcome<Vec<LifeEvent>>, Problem> {
    let open = desk.opened()?;
    let all =
        desk.view(|reading: &Reading<'_>| fields::family(reading.connection, &record.table, &record.id))?;
    let all: Vec<(&str, &str)> = all.iter().map(|(table, id)| (table.as_str(), id.as_str())).collect();
    let life = open.ledger.history_of(&all)?;
    open.looked("history.of", identities(life.iter().map(|one| &one.change)))?;
    let identity = open.sight().identity;
    Ok(Outcome::of(
        life.into_iter()
            .map(|one| LifeEvent { line: line(one.step), record: touched(one.change, identity) })
            .collect(),
    ))
}

/// Takes a step back, whatever came since.
pub fn take_back(desk: &Desk, which: StepRef) -> Result<Outcome<Moved>, Problem> {
    let open = desk.opened()?;
    let (seq, _) = one(&open, which)?;
    may_turn(&open, &open.ledger.doing(seq)?)?;
    let undone = open.ledger.take_back(seq, &open.actor())?;
    Ok(Outcome { value: Moved { label: undone.label }, changed: undone.changed.into_iter().collect() })
}

/// Saves the steps that match as a workbook, newest first. The file appears whole or not at all.
pub fn export(
    desk: &Desk,
    _: &Command,
    args: ExportHistory,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    let open = desk.opened()?;
    let to = desk.resolve(&args.to)?;
    safe_target(&to)?;
    let mut writer = Writer::new("流水")?;
    writer.head(&["步骤", "时间", "经办人", "事项", "不可撤销", "后来"])?;
    writer.widths(&[8.0, 22.0, 12.0, 40.0, 10.0, 18.0])?;
    let total = number(open.ledger.head()?.seq);
    let mut query = JournalQuery { limit: SLICE, before_seq: None, ..args.query.query() };
    let mut rows = 0_u32;
    loop {
        let page = open.ledger.journal(&query)?;
        query.before_seq = page.lines.last().map(|last| last.step.seq);
        for one in page.lines.into_iter().map(line) {
            let at = one.at.get(..19).unwrap_or(&one.at).replace('T', " ");
            let later = one.undone_by.map(|seq| format!("第{seq}步撤销")).unwrap_or_default();
            writer.row(&[
                Value::Number(f64::from(one.seq)),
                Value::from(at),
                Value::from(one.actor),
                Value::from(one.label),
                Value::from(if one.is_final { "是" } else { "" }),
                Value::from(later),
            ])?;
            rows += 1;
        }
        progress.report(rows.into(), total.into(), "写出流水");
        if progress.cancelled() {
            return Err(Problem::new("cancelled", "已取消，没有存下文件。"));
        }
        if !page.more {
            break;
        }
    }
    writer.save(&to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(Outcome::of(Exported { rows }))
}
