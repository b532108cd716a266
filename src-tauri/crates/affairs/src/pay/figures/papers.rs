//! What the printed figures of wage data are filled with: the same as the page shows the same reader, as texts. How the paper
//! looks stands in its template.

use chrono::NaiveDate;
use ledger::Fen;
use serde::Serialize;

use super::model::{Between, PayCut, PayFigures, PayGroup};
use crate::pay::model::PayDepth;

/// The key of the template.
pub const TEMPLATE: &str = "pay/figures";
/// Where there is no value.
const NONE: &str = "—";
/// What stands where there is nothing to lay the lowest wage beside.
const NO_MINIMUM: &str = "没有登记本单位所在地的月最低工资标准，没有比较。";
/// What stands where the sums are a year's.
const OF_A_YEAR: &str = "这份是全年的工资数据，没有和月最低工资标准比较。";

/// A name and a value.
#[derive(Debug, Clone, Serialize)]
struct Fact {
    name: String,
    value: String,
    source: String,
}

/// A group of a table and a bar of its figure.
#[derive(Debug, Clone, Serialize)]
struct Row {
    name: String,
    people: String,
    average: String,
    median: String,
    to_all: String,
}

/// A comparison.
#[derive(Debug, Clone, Serialize)]
struct Cut {
    title: String,
    /// Whether medians are told.
    medians: bool,
    rows: Vec<Row>,
    /// Those whose average is told.
    drawn: Vec<Row>,
}

/// The context of the template `pay/figures`.
#[derive(Debug, Clone, Serialize)]
pub struct Printed {
    union: String,
    employer: String,
    period: String,
    as_of: NaiveDate,
    in_full: bool,
    people: u32,
    unit: &'static str,
    facts: Vec<Fact>,
    deciles: Vec<Fact>,
    heaps: Vec<Row>,
    heaps_drawn: Vec<Row>,
    cuts: Vec<Cut>,
    beside: Vec<Fact>,
    lowest: String,
    notes: Vec<String>,
}

/// 5,860.00, or what it lies between.
pub fn yuan(between: Option<Between>) -> String {
    ranged(between, |fen| Fen(fen).to_string())
}

/// Hundredths as 2.49.
fn hundredths(of: i64) -> String {
    let (sign, of) = (if of < 0 { "-" } else { "" }, of.unsigned_abs());
    format!("{sign}{}.{:02}", of / 100, of % 100)
}

fn ten_thousandths(of: i64) -> String {
    format!("0.{:04}", of.clamp(0, 9_999))
}

fn ranged(between: Option<Between>, said: impl Fn(i64) -> String) -> String {
    match between {
        None => NONE.to_owned(),
        Some(one) if one.is_exact() => said(one.from),
        Some(Between { from, to: Some(to) }) => format!("{}～{}", said(from), said(to)),
        Some(Between { from, to: None }) => format!("{}以上", said(from)),
    }
}

fn fen(sum: Option<Fen>) -> String {
    sum.map_or_else(|| NONE.to_owned(), |sum| sum.to_string())
}

fn row(group: &PayGroup) -> Row {
    let hidden = || group.hidden.clone().unwrap_or_else(|| NONE.to_owned());
    Row {
        name: group.name.clone(),
        people: group.people.map_or_else(|| NONE.to_owned(), |people| people.to_string()),
        average: group.average.map_or_else(hidden, |average| average.to_string()),
        median: fen(group.median),
        to_all: group.to_all.map_or_else(|| NONE.to_owned(), |share| format!("{}%", hundredths(share))),
    }
}

fn cut(cut: &PayCut) -> Cut {
    let told = |group: &&PayGroup| group.average.is_some();
    Cut {
        title: cut.title.clone(),
        medians: cut.groups.iter().any(|group| group.median.is_some()),
        rows: cut.groups.iter().map(row).collect(),
        drawn: cut.groups.iter().filter(told).map(row).collect(),
    }
}

fn facts(figures: &PayFigures) -> Vec<Fact> {
    let fact = |name: &str, value: String| Fact { name: name.to_owned(), value, source: String::new() };
    let per = if figures.monthly { "月" } else { "年" };
    let median = figures.deciles.iter().find(|one| one.tenth == 5).map(|one| one.value);
    let mut facts = vec![
        fact("计入人数", format!("{}人", figures.people)),
        fact(&format!("{}（元）", figures.payroll_name()), yuan(figures.payroll)),
        fact(&format!("{per}平均工资（元）"), yuan(figures.average)),
    ];
    if figures.depth != PayDepth::Total {
        facts.push(fact("中位数（元）", yuan(median)));
        facts.push(fact("P90／P10（倍）", ranged(figures.spread, hundredths)));
        facts.push(fact("基尼系数", ranged(figures.gini, ten_thousandths)));
    }
    if let Some(before) = &figures.before {
        // Of a year beside a month, the average month is told.
        let (of, beside) = match figures.monthly && before.period.is_year() {
            true => ("月平均工资（元）", "平均工资比上年月平均"),
            false => ("平均工资（元）", "平均工资比上年同期"),
        };
        facts.push(fact(&format!("{}{of}", before.period.words()), before.average.to_string()));
        facts.push(fact(beside, format!("{}%", hundredths(before.growth))));
    }
    facts
}

/// The paper.
#[must_use]
pub fn printed(union: &str, employer: &str, figures: &PayFigures, today: NaiveDate) -> Printed {
    let heap = |heap: &super::model::PayHeap| Row {
        name: heap.name.clone(),
        people: heap.people.to_string(),
        average: fen(heap.average),
        median: NONE.to_owned(),
        to_all: NONE.to_owned(),
    };
    let heaps: Vec<Row> = figures.heaps.iter().map(heap).collect();
    let decile = |one: &super::model::PayDecile| Fact {
        name: if one.tenth == 5 { "P50（中位数）".to_owned() } else { format!("P{}0", one.tenth) },
        value: yuan(Some(one.value)),
        source: String::new(),
    };
    Printed {
        union: union.to_owned(),
        employer: employer.to_owned(),
        period: figures.period.words(),
        as_of: today,
        in_full: figures.in_full,
        people: figures.people,
        unit: if figures.monthly { "元/月" } else { "元/年" },
        facts: facts(figures),
        deciles: figures.deciles.iter().map(decile).collect(),
        heaps_drawn: heaps.iter().filter(|heap| heap.average != NONE).cloned().collect(),
        heaps,
        cuts: figures.cuts.iter().map(cut).collect(),
        beside: (figures.beside.iter())
            .map(|one| Fact {
                name: one.name.clone(),
                value: one.unit.words(one.value),
                source: one.source.clone(),
            })
            .collect(),
        // What there is to do about it is the page's to say.
        lowest: match figures.lowest.minimum {
            None if figures.monthly => NO_MINIMUM.to_owned(),
            None => OF_A_YEAR.to_owned(),
            Some(_) => format!("{}{}", figures.lowest.words, figures.lowest.basis),
        },
        notes: figures.notes.clone(),
    }
}
