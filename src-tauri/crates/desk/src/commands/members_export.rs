//! The list of people as a workbook, as it is filtered, sorted and masked on the page: what a person may not
//! read in the window does not leave by a file either.

use affairs::members::model::{MemberLine, MemberQuery};
use affairs::members::store;
use serde::{Deserialize, Serialize};
use sheet::{Value, Writer};
use ts_rs::TS;

use crate::Problem;
use crate::contract::Command;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::progress::Progress;

/// Rows between two reports.
const SLICE: u32 = 500;

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MemberColumn {
    /// 姓名.
    Name,
    /// 性别.
    Sex,
    /// 车间.
    Shop,
    /// 岗位.
    Post,
    /// 用工形式.
    Form,
    /// 电话, masked unless revealed.
    Phone,
    /// 证件号码, masked unless revealed.
    IdNumber,
    /// 入会日期.
    MemberSince,
    /// 会籍.
    State,
}

impl MemberColumn {
    /// Its head and its width in characters.
    fn head(self) -> (&'static str, f64) {
        match self {
            MemberColumn::Name => ("姓名", 14.0),
            MemberColumn::Sex => ("性别", 6.0),
            MemberColumn::Shop => ("车间", 14.0),
            MemberColumn::Post => ("岗位", 18.0),
            MemberColumn::Form => ("用工形式", 12.0),
            MemberColumn::Phone => ("电话", 15.0),
            MemberColumn::IdNumber => ("证件号码", 22.0),
            MemberColumn::MemberSince => ("入会日期", 13.0),
            MemberColumn::State => ("会籍", 11.0),
        }
    }

    fn cell(self, line: &MemberLine) -> Value {
        let text = |text: &Option<String>| Value::from(text.clone().unwrap_or_default());
        match self {
            MemberColumn::Name => Value::from(line.name.clone()),
            MemberColumn::Sex => Value::from(line.sex.label()),
            MemberColumn::Shop => text(&line.shop),
            MemberColumn::Post => text(&line.post),
            MemberColumn::Form => Value::from(line.form.label()),
            MemberColumn::Phone => text(&line.phone),
            MemberColumn::IdNumber => text(&line.id_number),
            MemberColumn::MemberSince => text(&line.member_since),
            MemberColumn::State => {
                Value::from(line.left.clone().unwrap_or_else(|| line.state.label().to_owned()))
            }
        }
    }
}

/// A list to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportMembers {
    /// Which people, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: MemberQuery,
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
    let shows = |column: &MemberColumn| matches!(column, MemberColumn::Phone | MemberColumn::IdNumber);
    let mut shown = args.columns.iter().any(shows).then(Vec::new);
    // One view for the whole list: people who come or go meanwhile neither double nor miss a row.
    desk.view(|reading| {
        let identity = reading.open.sight().identity;
        store::each(reading.connection, &args.query, identity, &mut |total, line| {
            if let Some(ids) = &mut shown {
                ids.push(line.id.to_string());
            }
            writer.row(&args.columns.iter().map(|column| column.cell(&line)).collect::<Vec<_>>())?;
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
