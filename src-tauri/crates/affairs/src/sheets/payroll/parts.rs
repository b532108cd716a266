//! The parts of a wage that offices write in several columns: overtime by the kind of day, each allowance by itself. Which headings name
//! them, what behind a heading says that no sum of it stands there, and which columns of one kind are read together.

use std::collections::BTreeMap;

use super::PayColumn;
use crate::members::roster::field::plain;
use crate::sheets::money::{MoneyRead, Unit, read};
use crate::sheets::problem::{SheetProblem, SheetProblemKind as K};
use crate::sheets::table::{Columns, Table, hidden_column};

/// What may stand in several columns of a sheet, all of which are read: 平时加班 and 周末加班, 高温补贴 and 餐补, 十三薪 and 年终奖.
pub const SEVERAL: [PayColumn; 7] = [
    PayColumn::PostPay,
    PayColumn::Performance,
    PayColumn::Overtime,
    PayColumn::Allowance,
    PayColumn::Bonus,
    PayColumn::BackPay,
    PayColumn::Absence,
];

/// Before a heading that is a part of another one.
const OF_THESE: &str = "其中";
/// Behind a heading over the sum of others.
const TOTALS: [&str; 5] = ["合计", "小计", "总计", "总额", "总数"];

/// Behind a heading, and nothing else there: a measure of what is not money.
const MEASURES: [&str; 14] =
    ["率", "天", "日", "每天", "每日", "小时", "每小时", "时", "h", "次", "人", "分", "级", "%"];
/// The same, whatever stands beside it.
const MEASURED: [&str; 11] =
    ["天数", "日数", "月数", "时数", "工时", "次数", "人数", "系数", "基数", "单价", "税率"];
/// Behind a heading: the tax on it.
const TAX: [&str; 7] = ["个税", "扣税", "所得税", "税额", "税款", "税金", "纳税"];
/// Behind a heading: what was left of it.
const LEFT: [&str; 3] = ["税后", "实发", "到手"];

/// What no part of a month's own pay has in its heading.
const NO_PART: [&str; 13] =
    ["扣", "税", "补发", "补差", "小时", "单价", "标准", "基数", "系数", "是否", "含", "+", "、"];
/// On which days overtime was worked, behind the word.
const DAYS: [&str; 10] =
    ["平时", "平日", "工作日", "延时", "周末", "双休", "休息日", "法定", "节假日", "节日"];
/// What overtime is called in money.
const PAID: [&str; 12] =
    ["费", "费用", "工资", "薪", "薪资", "薪酬", "报酬", "补贴", "津贴", "补助", "金额", "款"];

/// What no allowance of a month has in its heading: what is due in all, what is paid once a year.
const NO_ALLOWANCE: [&str; 7] = ["应发", "应付", "实发", "年终", "年底", "双薪", "十三"];
/// In what allowances end.
const ALLOWANCES: [&str; 17] = [
    "补贴",
    "津贴",
    "补助",
    "补贴费",
    "津贴费",
    "补助费",
    "餐补",
    "饭补",
    "房补",
    "住补",
    "车补",
    "交补",
    "话补",
    "油补",
    "夜补",
    "餐贴",
    "房贴",
];
/// For what special allowances are, and in what their headings end then.
const SPECIAL: [&str; 11] =
    ["高温", "低温", "夜班", "中班", "井下", "有毒", "有害", "防暑", "降温", "取暖", "采暖"];
const SPECIAL_ENDS: [&str; 4] = ["费", "补", "贴", "金"];

/// So many hours of one kind are worked over in a month at most, in hundredths.
const HOURS: i64 = 9_000;

/// A folded heading without what says that it is a part of another one: 其中年终奖 is 年终奖.
pub(super) fn itself(heading: &str) -> &str {
    match heading.strip_prefix(OF_THESE) {
        Some(rest) => rest.trim_start_matches([',', '、']),
        None => heading,
    }
}

/// What a folded heading says, and what stands behind it in brackets or after a stroke.
pub(super) fn cut(heading: &str) -> (&str, &str) {
    heading.split_at(heading.find(['(', '/', '[']).unwrap_or(heading.len()))
}

fn pieces(behind: &str) -> impl Iterator<Item = &str> {
    behind.split(['(', ')', '[', ']', '/']).filter(|piece| !piece.is_empty())
}

/// Whether what stands behind the heading of a part says that it is no sum of it: 年终奖(个税), 补发(天). 年终奖(税前) is one.
pub(super) fn is_beside(what: PayColumn, behind: &str) -> bool {
    let has = |piece: &str, words: &[&str]| words.iter().any(|word| piece.contains(word));
    let off = |piece: &str| {
        piece.contains('扣')
            && !piece.contains('补')
            && !matches!(what, PayColumn::BackPay | PayColumn::Absence)
    };
    pieces(behind).any(|piece| {
        let tax = piece == "税" || has(piece, &TAX) || off(piece);
        MEASURES.contains(&piece) || has(piece, &MEASURED) || tax && !has(piece, &LEFT)
    })
}

/// Whether a heading is of what was left after the tax.
fn is_left(behind: &str) -> bool {
    pieces(behind).any(|piece| LEFT.iter().any(|word| piece.contains(word)))
}

fn without_total(heading: &str) -> &str {
    TOTALS.iter().find_map(|word| heading.strip_suffix(word)).unwrap_or(heading)
}

/// What a heading that stands in no list names: overtime or an allowance.
pub(super) fn named(heading: &str) -> Option<PayColumn> {
    if NO_PART.iter().any(|word| heading.contains(word)) {
        return None;
    }
    let heading = without_total(heading);
    if is_overtime(heading) {
        Some(PayColumn::Overtime)
    } else if is_allowance(heading) {
        Some(PayColumn::Allowance)
    } else {
        None
    }
}

/// 平时加班, 周末加班费, 加班工资1.5倍; not 加班天数, 加班单价.
fn is_overtime(heading: &str) -> bool {
    let Some((_, behind)) = heading.rsplit_once("加班") else { return false };
    let times = |c: char| c.is_ascii_digit() || matches!(c, '.' | '倍' | '%');
    let behind = behind.trim_matches(times);
    let behind = DAYS.iter().find_map(|day| behind.strip_suffix(day)).unwrap_or(behind);
    behind.is_empty() || PAID.contains(&behind)
}

/// 高温补贴, 中夜班费, 交通补贴, 餐补.
fn is_allowance(heading: &str) -> bool {
    let heading = heading.strip_suffix("金额").unwrap_or(heading);
    let ends = |words: &[&str]| words.iter().any(|word| heading.ends_with(word));
    let special = || SPECIAL.iter().any(|word| heading.contains(word)) && ends(&SPECIAL_ENDS);
    !NO_ALLOWANCE.iter().any(|word| heading.contains(word)) && (ends(&ALLOWANCES) || special())
}

/// How surely a heading names a sum of its kind: before a part of another column and before the sum of others comes the sum itself, before
/// what was left of it what was due, and before overtime that may be hours overtime in money.
pub(super) fn surety(what: PayColumn, heading: &str) -> u8 {
    let plain = plain(heading);
    let (bare, behind) = cut(itself(&plain));
    if plain.starts_with(OF_THESE) {
        0
    } else if TOTALS.iter().any(|word| bare.ends_with(word)) {
        1
    } else if is_left(behind) {
        2
    } else if what == PayColumn::Overtime && !PAID.iter().any(|word| bare.contains(word)) {
        3
    } else {
        4
    }
}

/// Of what a column is a sum: a part of another one, the sum of others, a sum by itself. Those of one sort are read together.
pub fn sort(what: PayColumn, heading: &str) -> u8 {
    surety(what, heading).min(2)
}

/// Whether a column that names what the first of its kind holds is read beside it. Not what is hidden, nor what is in the first already or
/// is made of it, nor hours.
fn is_further(table: &Table<'_, PayColumn>, (place, heading): (u32, &str), what: PayColumn) -> bool {
    let first = table.heading(what);
    let bare = |heading: &str| cut(itself(&plain(heading))).0.to_owned();
    let left = |heading: &str| is_left(cut(&plain(heading)).1);
    let others = || table.columns().into_iter().filter(|(at, ..)| *at != place);
    let twice =
        || left(heading) && others().any(|(_, other, _)| bare(&other) == bare(heading) && !left(&other));
    let hours = || {
        what == PayColumn::Overtime && surety(what, heading) < surety(what, first) && are_hours(table, place)
    };
    SEVERAL.contains(&what)
        && !table.page.hidden_columns.contains(&place)
        && sort(what, heading) == sort(what, first)
        && !twice()
        && !hours()
}

/// Whether the figures of a column are hours of a month, in most rows.
fn are_hours(table: &Table<'_, PayColumn>, place: u32) -> bool {
    let rows = table.page.rows.iter().filter(|row| row.number > table.head.last_row);
    let sums = rows.filter_map(|row| match read(row.get(place), Unit::Yuan) {
        MoneyRead::Plain(sum) | MoneyRead::Read(sum) => Some(sum.0).filter(|sum| *sum != 0),
        MoneyRead::Nothing | MoneyRead::Impossible => None,
    });
    let sums: Vec<i64> = sums.collect();
    let hours = sums.iter().filter(|sum| (0..=HOURS).contains(*sum) && *sum % 50 == 0).count();
    hours * 2 > sums.len()
}

/// Where the first column of a kind was passed over by somebody, the surest of the others that can be seen.
pub(super) fn next(
    table: &Table<'_, PayColumn>,
    chosen: &BTreeMap<u32, Option<PayColumn>>,
) -> BTreeMap<u32, Option<PayColumn>> {
    let open: Vec<(u32, String)> = (table.head.unknown.iter())
        .filter(|(place, _)| !chosen.contains_key(place) && !table.page.hidden_columns.contains(place))
        .cloned()
        .collect();
    let kinds = SEVERAL.into_iter().filter(|what| table.column(*what).is_none());
    let found = kinds.filter_map(|what| {
        let of = open.iter().rev().filter(|(_, heading)| PayColumn::of_heading(heading) == Some(what));
        of.max_by_key(|(_, heading)| surety(what, heading)).map(|(place, _)| (*place, Some(what)))
    });
    found.collect()
}

/// Every column of a payroll, with the second ones of what is read from several: by their headings, or as somebody chose.
pub(super) fn columns(
    table: &Table<'_, PayColumn>,
    chosen: &BTreeMap<u32, Option<PayColumn>>,
) -> Vec<(u32, String, Option<PayColumn>)> {
    let mut all = table.columns();
    for (place, heading, what) in all.iter_mut().filter(|(.., what)| what.is_none()) {
        let further = |what: &PayColumn| is_further(table, (*place, heading.as_str()), *what);
        let own = || PayColumn::of_heading(heading).filter(further);
        let named = chosen.get(&*place).copied().unwrap_or_else(own);
        *what = named.filter(|named| SEVERAL.contains(named) && table.column(*named).is_some());
    }
    all
}

/// Says of every hidden column that is read that it is, and of no other.
pub(super) fn tell_hidden(table: &mut Table<'_, PayColumn>, columns: &[(u32, String, Option<PayColumn>)]) {
    let page = table.page;
    let read =
        columns.iter().filter(|(place, _, what)| what.is_some() && page.hidden_columns.contains(place));
    let told = |problems: &[SheetProblem], at: u32| {
        problems.iter().any(|one| one.kind == K::HiddenColumn && one.column == at)
    };
    let is_read = |at: u32| read.clone().any(|(place, ..)| *place == at);
    table.problems.retain(|one| one.kind != K::HiddenColumn || is_read(one.column));
    for (place, heading, _) in read.clone() {
        if !told(&table.problems, *place) {
            table.problems.push(hidden_column(*place, heading));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_overtime_and_of_allowances_are_known_and_hours_are_not() {
        use PayColumn::{Allowance, BackPay, Bonus, Overtime, PostPay};
        let overtime = [
            "平时加班",
            "周末加班费",
            "节假日加班费",
            "延时加班工资",
            "加班工资1.5倍",
            "其中：加班费",
            "法定加班",
            "加班1.5倍工资",
            "加班费（平时）",
            "加班费合计",
            "加班工资平时",
            "加班(元)",
        ];
        let allowances = [
            "高温补贴",
            "高温费",
            "中夜班费",
            "夜班补助",
            "夜班费",
            "餐补",
            "房补",
            "交通补贴",
            "高温补贴（元/月）",
            "其中：高温津贴",
            "2026年10月高温补贴",
            "津补贴合计",
            "误餐补助",
            "加班餐补",
            "防暑降温费",
        ];
        let none = [
            "加班小时",
            "加班天数",
            "加班时数",
            "加班单价",
            "加班（小时）",
            "加班（天）",
            "加班工时",
            "加班基数",
            "是否加班",
            "加班事由",
            "加班日工资",
            "补发加班费",
            "高温补贴（天）",
            "高温补贴（元/天）",
            "高温天数",
            "补贴扣款",
            "补贴标准",
            "年终补贴",
            "应发补贴",
            "夜班次数",
            "夜班",
            "其中",
            "年终奖（个税）",
            "年终奖[扣税]",
            "年终奖（税率）",
            "补发（天）",
            "年终奖月数",
            "年终奖天数",
            "绩效（系数）",
            "请假扣款（天）",
        ];
        for heading in overtime {
            assert_eq!(PayColumn::of_heading(heading), Some(Overtime), "{heading}");
        }
        for heading in allowances {
            assert_eq!(PayColumn::of_heading(heading), Some(Allowance), "{heading}");
        }
        for heading in none {
            assert_eq!(PayColumn::of_heading(heading), None, "{heading}");
        }
        for (heading, what) in [
            ("岗位津贴", PostPay),
            ("年终奖（税前）", Bonus),
            ("年终奖（税后）", Bonus),
            ("全年一次性奖金（单独计税）", Bonus),
            ("其中：年终奖", Bonus),
            ("其中年终奖", Bonus),
            ("其中：补发", BackPay),
            ("补发（效率奖）", BackPay),
            ("补扣/补发", BackPay),
            ("补发/补扣", BackPay),
            ("补差补扣", BackPay),
        ] {
            assert_eq!(PayColumn::of_heading(heading), Some(what), "{heading}");
        }
    }
}
