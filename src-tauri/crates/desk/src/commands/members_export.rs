//! The list of people as a workbook, as it is filtered, sorted and masked on the page: what a person may not
//! read in the window does not leave by a file either.

use affairs::members::lists::model::MemberColumn;
use affairs::members::model::{MemberQuery, PersonId};
use affairs::members::{flags, store};
use serde::{Deserialize, Serialize};
use sheet::{Value, Writer};
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::progress::Progress;

/// Rows between two reports.
const SLICE: u32 = 500;

/// A list to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportMembers {
    /// Which people, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: MemberQuery,
    /// Some of them; all when absent.
    #[serde(default)]
    #[ts(optional)]
    pub only: Option<Vec<PersonId>>,
    /// The columns, in their order.
    pub columns: Vec<MemberColumn>,
    /// Where to.
    pub to: FileHandle,
}

/// A workbook that was saved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Exported {
    /// Rows in it.
    pub rows: u32,
}

/// Saves the people that match. The file appears whole or not at all.
///
/// Errors: `bad_input` without columns; `unwritable` for a place that is not safe; `cancelled`; what `sheet` says of a disk that takes no file.
pub fn export(
    desk: &Desk,
    _: &Command,
    args: ExportMembers,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    if args.columns.is_empty() {
        return Err(Problem::input("columns", "请至少选择一栏再导出。"));
    }
    let to = desk.resolve(&args.to)?;
    safe_target(&to)?;
    let mut writer = Writer::new("花名册")?;
    let heads: Vec<(&str, f64)> = args.columns.iter().map(|column| column.head()).collect();
    writer.head(&heads.iter().map(|head| head.0).collect::<Vec<_>>())?;
    writer.widths(&heads.iter().map(|head| head.1).collect::<Vec<_>>())?;
    let mut rows = 0_u32;
    let mut shown = args.columns.iter().any(|column| column.is_identity()).then(Vec::new);
    // One view for the whole list: people who come or go meanwhile neither double nor miss a row.
    desk.view(|reading| {
        let identity = reading.open.sight().identity;
        let days = flags::days(reading.connection, reading.book, reading.today, identity)?;
        store::each(reading.connection, &days, &args.query, identity, &mut |total, line| {
            if args.only.as_ref().is_some_and(|only| !only.contains(&line.id)) {
                return Ok(());
            }
            if let Some(ids) = &mut shown {
                ids.push(line.id.to_string());
            }
            writer.row(
                &args.columns.iter().map(|column| Value::from(column.cell(&line))).collect::<Vec<_>>(),
            )?;
            rows += 1;
            if rows.is_multiple_of(SLICE) {
                progress.report(rows.into(), total.into(), "写出名单");
                if progress.cancelled() {
                    return Err(Problem::new("cancelled", "已取消，没有存下文件。"));
                }
            }
            Ok(())
        })?;
        reading.open.looked("members.export", shown.unwrap_or_default())
    })?;
    writer.save(&to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(Outcome::of(Exported { rows }))
}
