//! Whether the sums of a payroll can be meant: a total beside what its rows come to, and single sums far from the others. Whether
//! the whole is far from what is known elsewhere is asked where that is known (`pay`).

use ledger::Fen;

use super::{PAID, PayColumn, PayLine};
use crate::members::roster::Severity;
use crate::sheets::money::{MoneyRead, Unit, read, said};
use crate::sheets::problem::{SheetProblem, SheetProblemKind as K};
use crate::sheets::table::{At, Table};

/// So many times the usual, or so small a part of it, is asked about.
const FAR: i64 = 8;
/// Of so many sums at least there is a usual one.
const ENOUGH: usize = 5;

/// Holds each total of what was paid against the rows above it: all of them, or those since the total before.
pub(super) fn totals(table: &mut Table<'_, PayColumn>, lines: &[PayLine], unit: Unit) {
    let Some(column) = table.column(PayColumn::Gross) else { return };
    let mut since = 0;
    for row in std::mem::take(&mut table.totals) {
        let cell = row.get(column);
        let (MoneyRead::Plain(told) | MoneyRead::Read(told)) = read(cell, unit) else { continue };
        let sum = |from: u32| -> i64 {
            let within = lines.iter().filter(|line| line.row > from && line.row < row.number);
            within.filter_map(|line| line.sum(PayColumn::Gross)).map(|sum| sum.0).sum()
        };
        let (all, part) = (sum(0), sum(since));
        since = row.number;
        if told.0 == all || told.0 == part {
            continue;
        }
        let near = if (told.0 - all).abs() <= (told.0 - part).abs() { all } else { part };
        let (differ, by) = if told.0 > near { ("少", told.0 - near) } else { ("多", near - told.0) };
        table.problems.push(SheetProblem {
            row: row.number,
            column,
            severity: Severity::Ask,
            kind: K::TotalDiffers,
            message: format!(
                "第{}行：合计写的应发是{}，上面逐行加起来是{}，{differ}{}；请核对有没有漏行、重复的行，或者哪一格写错。",
                row.number,
                said(told),
                said(Fen(near)),
                said(Fen(by)),
            ),
            was: cell.show(),
            proposal: None,
        });
    }
}

/// A sum that is ten times the usual, or a tenth of it, with nothing between: a place too many or too few. Else one that is
/// far from it.
pub(super) fn outliers(table: &mut Table<'_, PayColumn>, places: &[(usize, PayColumn, At<'_>, Fen)]) {
    for column in PAID {
        let of: Vec<_> = places.iter().filter(|place| place.1 == column && place.3.0 > 0).collect();
        let mut sums: Vec<i64> = of.iter().map(|place| place.3.0).collect();
        sums.sort_unstable();
        let Some(middle) = sums.get(sums.len() / 2).copied().filter(|_| sums.len() >= ENOUGH) else {
            continue;
        };
        let usual = |sum: i64| sum >= middle / 2 && sum <= middle * 2;
        for (_, _, at, sum) in of {
            let meant = if sum.0 >= middle * 5 && usual(sum.0 / 10) {
                Fen(sum.0 / 10)
            } else if sum.0 <= middle / 5 && usual(sum.0 * 10) {
                Fen(sum.0 * 10)
            } else if sum.0 / FAR > middle || sum.0 < middle / FAR {
                let more = if sum.0 > middle { "高得多" } else { "低得多" };
                let text = format!("{}，比一般人（中间数{}）{more}；请核对。", said(*sum), said(Fen(middle)));
                table.say(at, Severity::Ask, K::FarOff, &text, None);
                continue;
            } else {
                continue;
            };
            let text =
                format!("{}，与别人差十倍，多半多写或少写了一位，应是{}；请核对。", said(*sum), said(meant));
            table.say(at, Severity::Ask, K::Outlier, &text, Some(said(meant)));
        }
    }
}
