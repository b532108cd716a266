//! The sheets of money as workbooks: a year of dues, the arrears, a year of the employer's contribution. Sums are numbers to
//! reckon on with, and each sheet ends with its sums.

use ::ledger::Fen;
use affairs::members::dues::model::DuesPerson;
use affairs::members::dues::papers::{DuesYearSums, WAGES_PAPER, cell, ended};
use affairs::members::dues::{DuesSight, arrears, erased_months, of_year, tells_wages};
use affairs::month::months_words;
use affairs::union::fee;
use serde::Deserialize;
use sheet::{Value, Writer};
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::fee::told as told_payrolls;
use crate::commands::members_export::Exported;
use crate::commands::papers_guard::{Told, guard_told, keep_look};
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::Reading;
use crate::progress::Progress;

/// A year to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportMoneyYear {
    /// The year.
    pub year: i32,
    /// Where to.
    pub to: FileHandle,
}

/// The arrears to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportArrears {
    /// Where to.
    pub to: FileHandle,
}

/// A sum in yuan, as a cell that can be reckoned with: two places are exact far beyond any sum of a union.
fn yuan(sum: Fen) -> Value {
    #[allow(clippy::float_arithmetic, clippy::cast_precision_loss)]
    // a cell of a workbook is a double; nothing is reckoned from it
    Value::Number(sum.0 as f64 / 100.0)
}

fn maybe(sum: Option<Fen>) -> Value {
    sum.map_or(Value::Empty, yuan)
}

/// Lets pass whoever revealed wages, where the sheet tells them, and keeps that they looked.
fn may_tell(reading: &Reading<'_>) -> Result<(), Problem> {
    if !tells_wages(reading.connection)? {
        return Ok(());
    }
    guard_told(reading, Told::Wages, "这张表写有每个人的会费，看得出工资", "导出")?;
    keep_look(reading, WAGES_PAPER, &[])
}

/// One row of how many.
fn step(progress: &dyn Progress, done: u32, total: usize) -> Result<(), Problem> {
    if done.is_multiple_of(500) {
        progress.report(done.into(), u64::try_from(total).unwrap_or(u64::MAX), "写出表格");
        if progress.cancelled() {
            return Err(Problem::new("cancelled", "已取消，没有存下文件。"));
        }
    }
    Ok(())
}

/// Saves a year of dues, members by twelve months with the sums. The file appears whole or not at all.
///
/// Errors: `no_right` for one who may not read wages where the sheet tells them, `covered` for one who has not revealed them;
/// `unwritable`; `cancelled`; what `sheet` says of a disk that takes no file.
pub fn dues_year(
    desk: &Desk,
    _: &Command,
    args: ExportMoneyYear,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    let to = desk.resolve(&args.to)?;
    safe_target(&to)?;
    let mut writer = Writer::new(&format!("{}年会费", args.year))?;
    let months: Vec<String> = (1..=12).map(|month| format!("{month}月")).collect();
    let mut head = vec!["序号", "姓名", "车间", "分会、小组"];
    head.extend(months.iter().map(String::as_str));
    head.extend(["应交", "已交", "欠缴"]);
    writer.head(&head)?;
    let mut widths = vec![6.0, 12.0, 14.0, 16.0];
    widths.extend([9.0; 12]);
    widths.extend([11.0; 3]);
    writer.widths(&widths)?;
    let mut rows = 0_u32;
    desk.view(|reading| {
        may_tell(reading)?;
        let year = of_year(reading.connection, reading.book, args.year, true)?;
        let ended = ended(args.year, reading.today);
        let mut sums = DuesYearSums::default();
        for one in &year.people {
            rows += 1;
            step(progress, rows, year.people.len())?;
            let own = sums.add(&one.months, ended);
            writer.row(&member_row(rows, one, ended, own))?;
        }
        if !year.erased.is_empty() {
            let months = erased_months(args.year, &year.erased);
            let own = sums.add(&months, 0);
            let mut cells = vec![Value::Empty, Value::from("（已清除的人员）"), Value::Empty, Value::Empty];
            cells.extend(months.iter().map(|month| maybe(month.paid.filter(|paid| paid.0 != 0))));
            cells.extend(own.map(yuan));
            writer.row(&cells)?;
        }
        let mut cells = vec![Value::Empty, Value::from("合计"), Value::Empty, Value::Empty];
        cells.extend(sums.paid.map(yuan));
        cells.extend(sums.whole.map(yuan));
        Ok(writer.row(&cells)?)
    })?;
    writer.save(&to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(Outcome::of(Exported { rows }))
}

fn member_row(n: u32, one: &DuesPerson, ended: usize, own: [Fen; 3]) -> Vec<Value> {
    let text = |text: &Option<String>| Value::from(text.clone().unwrap_or_default());
    let mut cells =
        vec![Value::Number(f64::from(n)), Value::from(one.name.clone()), text(&one.shop), text(&one.group)];
    cells.extend(one.months.iter().enumerate().map(|(at, month)| {
        use affairs::members::dues::model::DuesState::{Paid, Partly};
        match month.state {
            Paid | Partly => maybe(month.paid),
            _ => Value::from(cell(month, at < ended)),
        }
    }));
    cells.extend(own.map(yuan));
    cells
}

/// Saves the arrears, a member a line.
///
/// Errors: as of `dues_year`.
pub fn dues_arrears(
    desk: &Desk,
    _: &Command,
    args: ExportArrears,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    let to = desk.resolve(&args.to)?;
    safe_target(&to)?;
    let mut writer = Writer::new("会费欠缴")?;
    writer.head(&["分会、小组", "姓名", "车间", "欠缴月份", "月数", "欠缴金额"])?;
    writer.widths(&[18.0, 12.0, 16.0, 40.0, 8.0, 12.0])?;
    let mut rows = 0_u32;
    desk.view(|reading| {
        may_tell(reading)?;
        let all = arrears(reading.connection, reading.book, reading.today, DuesSight::FULL, usize::MAX)?;
        for (group, one) in
            all.groups.iter().flat_map(|group| group.members.iter().map(move |one| (group, one)))
        {
            rows += 1;
            step(progress, rows, usize::try_from(all.people).unwrap_or_default())?;
            let months: Vec<_> = one.months.iter().map(|month| month.month).collect();
            let owed = one.months.iter().map(|month| {
                let due = month.due?;
                Some(due.0 - month.paid.unwrap_or_default().0)
            });
            writer.row(&[
                Value::from(group.group.clone()),
                Value::from(one.name.clone()),
                Value::from(one.shop.clone().unwrap_or_default()),
                Value::from(months_words(&months)),
                Value::Number(f64::from(u32::try_from(months.len()).unwrap_or_default())),
                maybe(owed.sum::<Option<i64>>().map(Fen)),
            ])?;
        }
        let count = Value::Number(f64::from(all.months));
        Ok(writer.row(&[
            Value::from("合计"),
            Value::Empty,
            Value::Empty,
            Value::Empty,
            count,
            maybe(all.sum),
        ])?)
    })?;
    writer.save(&to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(Outcome::of(Exported { rows }))
}

/// Saves a year of the employer's contribution, a month a line with the sums.
///
/// Errors: `no_right` for one who is not told of each of the months; `unwritable`; `cancelled`; what `sheet` says of a disk that takes no file.
pub fn fee_year(
    desk: &Desk,
    _: &Command,
    args: ExportMoneyYear,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    let to = desk.resolve(&args.to)?;
    safe_target(&to)?;
    let mut writer = Writer::new(&format!("{}年工会经费", args.year))?;
    writer.head(&["月份", "工资总额", "应拨缴", "最后日期", "已拨缴", "尚缺", "应回拨", "已回拨", "还差"])?;
    writer.widths(&[12.0, 16.0, 14.0, 13.0, 14.0, 14.0, 14.0, 14.0, 14.0])?;
    let mut rows = 0_u32;
    desk.view(|reading| {
        let told = told_payrolls(reading, desk)?;
        let year =
            fee::year(reading.connection, reading.book, Some(args.year), reading.today, told.as_ref())?;
        if let Some(hidden) = year.months.iter().find(|one| one.hidden) {
            let name = reading.open.person().name;
            let message = format!(
                "{name}没有查看个人工资的权限，{}的工资总额和经费从前后几个月的差额能推算出个人的工资，这张表请由有权查看的人导出。",
                hidden.month.words()
            );
            return Err(Problem::new("no_right", message));
        }
        for one in &year.months {
            rows += 1;
            step(progress, rows, year.months.len())?;
            writer.row(&[
                Value::from(one.month.words()),
                maybe(one.payroll),
                maybe(one.due),
                one.due_on.map_or(Value::Empty, Value::Date),
                maybe(one.paid),
                maybe(one.missing),
                maybe(one.share),
                maybe(one.returned),
                maybe(one.outstanding),
            ])?;
        }
        let sums = year.sums;
        Ok(writer.row(&[
            Value::from("合计"),
            yuan(sums.payroll),
            yuan(sums.due),
            Value::Empty,
            yuan(sums.paid),
            yuan(sums.missing),
            yuan(sums.share),
            yuan(sums.returned),
            yuan(sums.outstanding),
        ])?)
    })?;
    writer.save(&to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(Outcome::of(Exported { rows }))
}
