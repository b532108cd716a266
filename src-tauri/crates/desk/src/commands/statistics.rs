//! The statistics of members: on the page, as the upper union's sheet in Excel, and on paper.

use affairs::members::statistics::model::{MemberFlow, MemberStatistics, StatisticsInput};
use affairs::members::statistics::{self as work, papers};
use affairs::platform;
use paper::{Meta, Template};
use serde::Deserialize;
use sheet::{Value, Writer};
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::members_export::Exported;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::Reading;
use crate::progress::Progress;

/// Statistics to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportStatistics {
    /// Which.
    #[serde(default)]
    pub input: StatisticsInput,
    /// Where to.
    pub to: FileHandle,
}

/// A head and what a month has under it.
type FlowColumn = (&'static str, fn(&MemberFlow) -> u32);

const FLOWS: [FlowColumn; 9] = [
    ("月初会员", |flow| flow.start),
    ("入会", |flow| flow.joined),
    ("转入", |flow| flow.moved_in),
    ("恢复会籍", |flow| flow.resumed),
    ("转出", |flow| flow.moved_out),
    ("退会", |flow| flow.withdrawn),
    ("开除会籍", |flow| flow.expelled),
    ("去世", |flow| flow.died),
    ("月末会员", |flow| flow.end),
];

/// The statistics of a day; ages to that day only where identity is shown in full.
pub fn get(reading: &Reading<'_>, input: StatisticsInput) -> Result<MemberStatistics, Problem> {
    let elsewhere = platform::elsewhere(reading.connection, reading.book, reading.today)?;
    let identity = reading.open.sight().identity;
    work::of(reading.connection, reading.book, reading.today, &input, &elsewhere, identity)
}

/// Saves the upper union's sheet: composition, flows by month, density, and who filled it in. The file appears whole or not at
/// all.
///
/// Errors: as of `get`; `unwritable` for a place that is not safe; what `sheet` says of a disk that takes no file.
pub fn export(
    desk: &Desk,
    _: &Command,
    args: ExportStatistics,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    let to = desk.resolve(&args.to)?;
    safe_target(&to)?;
    let (union, statistics) =
        desk.view(|reading| Ok((reading.open.union.name.clone(), get(reading, args.input.clone())?)))?;
    progress.report(1, 2, "写出统计表");
    let mut writer = Writer::new("会员构成")?;
    let rows = composition(&mut writer, &union, &statistics)?;
    foot(&mut writer, &args.input, 4)?;
    writer.next_page("会员增减")?;
    flows(&mut writer, &union, &statistics)?;
    foot(&mut writer, &args.input, 10)?;
    writer.save(&to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(Outcome::of(Exported { rows }))
}

fn number(people: u32) -> Value {
    Value::Number(people.into())
}

fn composition(writer: &mut Writer, union: &str, statistics: &MemberStatistics) -> Result<u32, Problem> {
    writer.widths(&[22.0, 30.0, 12.0, 12.0])?;
    writer.title("会员统计表", 4)?;
    writer.note(&format!("单位：{union}　　截止日期：{}", statistics.as_of), 4)?;
    writer.head(&["类别", "项目", "人数", "占会员"])?;
    let all = papers::rows(statistics);
    let line = |table: &str, name: &str, people: u32, share: &str| {
        [
            Value::from(table.to_owned()),
            Value::from(name.to_owned()),
            number(people),
            Value::from(share.to_owned()),
        ]
    };
    writer.row(&line("会员总数", "期末会员（含保留会籍）", statistics.people, "100.0%"))?;
    writer.row(&line("", "其中保留会籍", statistics.retained, ""))?;
    for row in &all {
        writer.row(&line(&row.table, &row.name, row.people, &row.share))?;
    }
    for row in &papers::flags(statistics) {
        writer.row(&line(&row.table, &row.name, row.people, &row.share))?;
    }
    let density = &statistics.density;
    let workers = density.workers.map_or_else(|| Value::from("—"), number);
    writer.row(&[
        Value::from("入会率"),
        Value::from("职工总数"),
        workers,
        Value::from(density.rate.clone()),
    ])?;
    writer.note(&format!("入会率：{}", density.counted), 4)?;
    if let Some(says) = &statistics.says {
        writer.note(says, 4)?;
    }
    Ok(u32::try_from(all.len()).unwrap_or(u32::MAX))
}

fn flows(writer: &mut Writer, union: &str, statistics: &MemberStatistics) -> Result<(), Problem> {
    writer.widths(&[10.0; 10])?;
    writer.title(&format!("{}年会员增减表", statistics.year), 10)?;
    writer.note(&format!("单位：{union}　　截止日期：{}", statistics.as_of), 10)?;
    let heads: Vec<&str> = std::iter::once("月份").chain(FLOWS.iter().map(|(head, _)| *head)).collect();
    writer.head(&heads)?;
    for flow in statistics.flows.iter().chain(std::iter::once(&statistics.flow)) {
        let month = if flow.month == 0 { "合计".to_owned() } else { format!("{}月", flow.month) };
        let cells = FLOWS.iter().map(|(_, of)| number(of(flow)));
        writer.row(&std::iter::once(Value::from(month)).chain(cells).collect::<Vec<_>>())?;
    }
    writer.note(
        "月末会员＝月初会员＋入会＋转入＋恢复会籍－转出－退会－开除会籍－去世。当月进了又出的不计。",
        10,
    )?;
    Ok(())
}

/// Who filled it in, who answers for it, and where the seal goes.
fn foot(writer: &mut Writer, input: &StatisticsInput, width: u16) -> Result<(), Problem> {
    let name = |name: &Option<String>| name.as_deref().map_or("", str::trim).to_owned();
    writer.note("", width)?;
    let people = format!("填报人：{}　　　　负责人：{}", name(&input.filled_by), name(&input.responsible));
    writer.note(&people, width)?;
    writer.note("（工会盖章）　　　　　　　年　　月　　日", width)?;
    Ok(())
}

/// The same on paper.
///
/// Errors: as of `get`; what `paper` says of characters without a face.
pub fn print(reading: &Reading<'_>, desk: &Desk, input: StatisticsInput) -> Result<Vec<u8>, Problem> {
    let union = &reading.open.union.name;
    let printed = papers::printed(union, get(reading, input.clone())?, &input);
    let meta = Meta { author: union.clone(), created: desk.now(), id_seed: "statistics".to_owned() };
    let context = serde_json::to_value(printed)
        .map_err(|why| Problem::new("bad_input", format!("统计表填不出来：{why}")))?;
    let document = Template::load(&desk.assets, papers::TEMPLATE)?.fill(&context, meta)?;
    Ok(paper::render(&document, &desk.faces())?.pdf)
}
