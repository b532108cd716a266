//! What the printed statistics are filled with: the same figures as the page and the workbook, with who filled them in and
//! who answers for them.

use chrono::NaiveDate;
use paper::figures::percent_of_column;
use serde::Serialize;

use super::model::{MemberFlow, MemberStatistics, StatisticsInput};

/// The key of the template.
pub const TEMPLATE: &str = "members/statistics";

/// A row of the composition: the table it begins, else an empty text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// 按性别; empty in the rows after.
    pub table: String,
    /// 女.
    pub name: String,
    /// How many.
    pub people: u32,
    /// `33.3%` of all.
    pub share: String,
}

/// The context of the template `members/statistics`.
#[derive(Debug, Clone, Serialize)]
pub struct Printed {
    union: String,
    as_of: NaiveDate,
    says: Option<String>,
    year: i32,
    people: u32,
    retained: u32,
    rows: Vec<Row>,
    flags: Vec<Row>,
    flows: Vec<MemberFlow>,
    flow: MemberFlow,
    density: super::model::Density,
    filled_by: Option<String>,
    responsible: Option<String>,
}

/// A share of all to a tenth of a percent; `—` of nobody.
pub(super) fn share(people: u32, all: u32) -> String {
    percent_of_column(people.into(), all.into()).unwrap_or_else(|| "—".to_owned())
}

/// The composition as one table: each part with its rows and their sum, which is always everyone.
#[must_use]
pub fn rows(statistics: &MemberStatistics) -> Vec<Row> {
    let mut rows = Vec::new();
    for table in &statistics.tables {
        for (at, row) in table.rows.iter().enumerate() {
            rows.push(Row {
                table: if at == 0 { table.title.clone() } else { String::new() },
                name: row.label.clone(),
                people: row.people,
                share: share(row.people, statistics.people),
            });
        }
        let sum = share(table.total, statistics.people);
        rows.push(Row { table: String::new(), name: "合计".to_owned(), people: table.total, share: sum });
    }
    rows
}

/// Those flagged, which add up to nothing.
#[must_use]
pub fn flags(statistics: &MemberStatistics) -> Vec<Row> {
    let row = |(at, flag): (usize, &crate::members::lists::model::MemberGroup)| Row {
        table: if at == 0 { "其中".to_owned() } else { String::new() },
        name: flag.label.clone(),
        people: flag.people,
        share: share(flag.people, statistics.people),
    };
    statistics.flags.iter().enumerate().map(row).collect()
}

/// The paper.
#[must_use]
pub fn printed(union: &str, statistics: MemberStatistics, input: &StatisticsInput) -> Printed {
    let name =
        |name: &Option<String>| name.as_deref().map(str::trim).filter(|n| !n.is_empty()).map(str::to_owned);
    Printed {
        union: union.to_owned(),
        as_of: statistics.as_of,
        says: statistics.says.clone(),
        year: statistics.year,
        people: statistics.people,
        retained: statistics.retained,
        rows: rows(&statistics),
        flags: flags(&statistics),
        flows: statistics.flows,
        flow: statistics.flow,
        density: statistics.density,
        filled_by: name(&input.filled_by),
        responsible: name(&input.responsible),
    }
}
