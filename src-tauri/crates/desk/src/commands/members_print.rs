//! The list of people on paper, as it is filtered and as its columns stand: masked for the notice board, or for filing as it
//! may be seen here. How a table is set is `paper`'s.

use affairs::members::lists::model::MemberColumn;
use affairs::members::model::{MemberQuery, PersonId};
use affairs::members::{flags, store};
use affairs::union::model::Shown;
use chrono::Datelike;
use paper::{Align, Block, BlockKind, Column, Document, Form, Rows};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::desk::Desk;
use crate::open::Reading;

/// More people at once are asked to be filtered first.
const AT_MOST: u32 = 20_000;
/// Characters of small type across an upright leaf.
const UPRIGHT: f64 = 88.0;
/// The most that stands legibly across a turned one.
const TURNED: f64 = 150.0;

/// A list to be printed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PrintMembers {
    /// Which people, in which order. Its slice is not heeded.
    #[serde(default)]
    #[ts(optional = false)]
    pub query: MemberQuery,
    /// Some of them; all when absent.
    #[serde(default)]
    pub only: Option<Vec<PersonId>>,
    /// The columns, in their order.
    #[ts(optional = false)]
    pub columns: Vec<MemberColumn>,
    /// What stands above it; 会员花名册 when absent.
    pub title: Option<String>,
    /// For the notice board: identity is masked whatever is revealed, and what people are flagged as stays away.
    #[serde(default)]
    #[ts(optional = false)]
    pub posted: bool,
}

fn block(id: &str, kind: BlockKind) -> Block {
    Block { id: id.to_owned(), kind }
}

/// The list of the people that match.
///
/// Errors: `bad_input` without columns, with too many, where nobody or too many match; what `paper` says of characters
/// without a face.
pub fn print(reading: &Reading<'_>, desk: &Desk, args: PrintMembers) -> Result<Vec<u8>, Problem> {
    let columns: Vec<MemberColumn> =
        args.columns.iter().copied().filter(|one| !(args.posted && *one == MemberColumn::Flags)).collect();
    if columns.is_empty() {
        return Err(Problem::input("columns", "请至少选择一栏再打印。"));
    }
    let across: f64 = columns.iter().map(|column| column.head().1).sum();
    if across > TURNED {
        return Err(Problem::input("columns", "栏目太多，一张纸放不下；请去掉几栏再打印，或者导出Excel。"));
    }
    let identity = reading.open.sight().identity;
    let days = flags::days(reading.connection, reading.book, reading.today, identity)?;
    let identity = if args.posted { Shown::Masked } else { identity };
    let mut rows = Rows::default();
    let mut seen = Vec::new();
    store::each(reading.connection, &days, &args.query, identity, &mut |total, line| {
        if args.only.as_ref().is_some_and(|only| !only.contains(&line.id)) {
            return Ok(());
        }
        if seen.len() >= AT_MOST as usize {
            let message = format!("一次最多印{AT_MOST}人，现在有{total}人；请先筛选，分几次印。");
            return Err(Problem::input("query", message));
        }
        let number = (seen.len() + 1).to_string();
        rows.push(std::iter::once(number).chain(columns.iter().map(|column| column.cell(&line))));
        seen.push(line.id.to_string());
        Ok(())
    })?;
    let total = seen.len();
    if total == 0 {
        return Err(Problem::input("query", "没有要印的人；请先放宽筛选。"));
    }
    let shows = !args.posted && columns.iter().any(|column| column.is_identity());
    reading.open.looked("members.printList", if shows { seen } else { Vec::new() })?;

    let title =
        args.title.as_deref().map(str::trim).filter(|title| !title.is_empty()).unwrap_or("会员花名册");
    let union = &reading.open.union.name;
    let day = reading.today;
    let heads = columns.iter().map(|column| {
        let (head, width) = column.head();
        let align = if *column == MemberColumn::Age { Align::Center } else { Align::Left };
        Column { head: head.to_owned(), over: String::new(), width: width as f32, align, group: false }
    });
    let number = Column {
        head: "序号".to_owned(),
        over: String::new(),
        width: 6.0,
        align: Align::Center,
        group: false,
    };
    let note = format!(
        "{union}，{}年{}月{}日，共{total}人。{}",
        day.year(),
        day.month(),
        day.day(),
        match (args.posted, identity, columns.iter().any(|column| column.is_identity())) {
            (true, ..) => "证件号码和电话按公示的要求隐去中间几位，出生日期隐去月日。",
            (false, Shown::Full, _) | (.., false) => "",
            _ => "证件号码和电话没有显示完整，中间几位隐去，出生日期隐去月日；报送用的请先显示完整号码再印。",
        }
    );
    let mut blocks = Vec::new();
    if across > UPRIGHT {
        blocks.push(block("leaf", BlockKind::Leaf { wide: true }));
    }
    blocks.push(block("title", BlockKind::Title { text: title.to_owned() }));
    blocks.push(block("people", BlockKind::Paragraph { text: note }));
    blocks.push(block(
        "list",
        BlockKind::Table {
            columns: std::iter::once(number).chain(heads).collect(),
            rows,
            size: 9.0,
            whole: false,
        },
    ));
    let document = Document {
        title: title.to_owned(),
        author: union.clone(),
        created: desk.now(),
        id_seed: "members".to_owned(),
        form: Form::Register,
        blocks,
    };
    Ok(paper::render(&document, &desk.faces())?.pdf)
}
