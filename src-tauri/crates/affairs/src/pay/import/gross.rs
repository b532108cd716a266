//! What was paid in all, by the columns of a payroll: the column that says it, the parts that come to it, and what is asked where the
//! two do not fit or nothing says it. Pure; what was decided is laid over it by `judge`.

use std::collections::{HashMap, HashSet};

use ledger::Fen;
use sheet::Cell;

use crate::members::roster::Severity;
use crate::sheets::money::{self, MoneyRead, Unit, heads_no_sum, said};
use crate::sheets::payroll::{PayColumn, PayLine, Payroll};
use crate::sheets::table::Columns;
use crate::sheets::{SheetProblem, SheetProblemKind as K};

/// The parts of a wage.
pub(super) const PARTS: [PayColumn; 6] = [
    PayColumn::Base,
    PayColumn::PostPay,
    PayColumn::Performance,
    PayColumn::Overtime,
    PayColumn::Allowance,
    PayColumn::Bonus,
];
/// So much may the parts be apart from the whole without a question, in fen: offices round each of them.
pub(super) const ROUNDED: i64 = 100;
/// Words of headings that could be the whole.
const LIKELY: [&str; 9] = ["应发", "应付", "税前", "合计", "小计", "总", "工资", "薪", "收入"];
/// Words of headings that are no whole.
const UNLIKELY: [&str; 8] = ["扣", "实发", "税后", "人数", "天数", "号", "级", "备注"];

/// Words of headings over sums of several columns: beside a heading that may be of a part, one of them can be the whole.
const TOTALS: [&str; 5] = ["合计", "小计", "总计", "应得", "实得"];

/// The column of a payroll that holds something.
pub(super) fn place(payroll: &Payroll, column: PayColumn) -> Option<u32> {
    payroll.columns.iter().find(|(.., what)| *what == Some(column)).map(|(place, ..)| *place)
}

/// The parts of a wage added up, with what is paid or taken back of other months and less what is taken off for days away, which
/// offices write with a sign or without; none where there are no parts.
pub(super) fn parts(line: &PayLine) -> Option<Fen> {
    let mut sums = PARTS.iter().filter_map(|column| line.sum(*column)).peekable();
    sums.peek()?;
    let whole: i64 = sums.map(|sum| sum.0).sum();
    let back = line.sum(PayColumn::BackPay).map_or(0, |sum| sum.0);
    let away = line.sums.iter().filter(|(column, _)| *column == PayColumn::Absence);
    let away = away.map(|(_, sum)| sum.0.saturating_abs()).fold(0, i64::saturating_add);
    Some(Fen(whole.saturating_add(back).saturating_sub(away)))
}

/// A column that nobody read, whose heading is of a total, and that is not less than the whole in most rows and more in some.
pub(super) fn greater_total(payroll: &Payroll) -> Option<u32> {
    let says = |heading: &str, words: &[&str]| words.iter().any(|word| heading.contains(*word));
    let open = payroll.columns.iter().filter(|(place, heading, what)| {
        what.is_none()
            && !payroll.hidden.contains(place)
            && says(heading, &TOTALS)
            && !says(heading, &UNLIKELY)
            && !heads_no_sum(heading)
    });
    let sum = |line: &PayLine, place: u32, unit: Unit| {
        let text = usize::try_from(place).ok().and_then(|at| line.raw.get(at.checked_sub(1)?))?;
        match money::read(&Cell::Text(text.as_str().into()), unit) {
            MoneyRead::Plain(sum) | MoneyRead::Read(sum) => Some(sum),
            MoneyRead::Nothing | MoneyRead::Impossible => None,
        }
    };
    open.map(|(place, heading, _)| (*place, Unit::of(heading).unwrap_or(payroll.units.bare)))
        .find(|(place, unit)| {
            let wages = payroll.lines.iter().filter_map(|line| Some((line, line.sum(PayColumn::Gross)?)));
            let (mut all, mut as_much, mut more) = (0_usize, 0_usize, 0_usize);
            for (line, gross) in wages {
                let total = sum(line, *place, *unit);
                all += 1;
                as_much += usize::from(total.is_some_and(|total| total.0 >= gross.0));
                more += usize::from(total.is_some_and(|total| total.0 > gross.0.saturating_add(ROUNDED)));
            }
            as_much * 2 > all && more > 0
        })
        .map(|(place, _)| place)
}

/// Whether more was paid out than in all, in most rows.
pub(super) fn is_below_net(payroll: &Payroll) -> bool {
    let of = |line: &PayLine| Some((line.sum(PayColumn::Gross)?, line.sum(PayColumn::Net)?));
    let both: Vec<(Fen, Fen)> = payroll.lines.iter().filter_map(of).collect();
    let below = both.iter().filter(|(gross, net)| net.0 > gross.0.saturating_add(ROUNDED)).count();
    below * 2 > both.len()
}

/// Columns with a sum in one of these rows that were taken for nothing, as a sentence names them: what the parts lack may stand there. Those
/// of one of these places are named elsewhere.
fn unread(payroll: &Payroll, lines: &[PayLine], but: &[u32]) -> Option<String> {
    let is_sum = |place: u32| {
        let at = usize::try_from(place).ok().and_then(|at| at.checked_sub(1));
        let cells = lines.iter().filter_map(|line| line.raw.get(at?));
        cells.into_iter().any(|text| figures(text))
    };
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for (place, heading, what) in &payroll.columns {
        if what.is_some() || but.contains(place) || heads_no_sum(heading) || !is_sum(*place) {
            continue;
        }
        let hidden = if payroll.hidden.contains(place) { "隐藏的" } else { "" };
        let words = format!("{hidden}“{}”（{}列）", heading.trim(), sheet::column_name(*place));
        match PayColumn::of_heading(heading) {
            Some(_) => known.push(words),
            None => unknown.push(words),
        }
    }
    let of = |what: &str, columns: Vec<String>| {
        (!columns.is_empty()).then(|| format!("{what}的列：{}", columns.join("、")))
    };
    let found = [of("有数而没有认出", unknown), of("有数、认出了而没有导入", known)];
    let found: Vec<String> = found.into_iter().flatten().collect();
    (!found.is_empty()).then(|| found.join("；"))
}

/// Whether a text is a sum that is not nothing, and not too long to be one.
fn figures(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['-', '¥', '￥', '(']).trim_end_matches([')', '元']);
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let digits = text.chars().filter(char::is_ascii_digit).count();
    plain && (1..=9).contains(&digits) && text.contains(|c: char| matches!(c, '1'..='9'))
}

/// What is asked of what was paid in all: of the table where no column says it, of single rows where none does or less than the
/// parts.
pub(super) fn problems(payroll: &Payroll) -> Vec<SheetProblem> {
    let column = place(payroll, PayColumn::Gross);
    let mut found = Vec::new();
    if column.is_none() {
        found.push(no_column(payroll));
    }
    let written: HashMap<u32, &str> = (payroll.problems.iter())
        .filter(|one| matches!(one.kind, K::NotMoney | K::Fault) && Some(one.column) == column)
        .map(|one| (one.row, one.was.as_str()))
        .collect();
    let odd: HashSet<u32> = (payroll.problems.iter())
        .filter(|one| matches!(one.kind, K::Outlier | K::FarOff) && Some(one.column) == column)
        .map(|one| one.row)
        .collect();
    let some_parts = payroll.lines.iter().any(|line| parts(line).is_some());
    for line in &payroll.lines {
        let parts = parts(line);
        match line.sum(PayColumn::Gross) {
            None if column.is_some() || some_parts && parts.is_none() => {
                found.push(no_gross(payroll, line, written.get(&line.row).copied()));
            }
            Some(gross) if !odd.contains(&line.row) => {
                let less = parts.filter(|parts| is_below(line, gross, *parts));
                found.extend(less.map(|parts| below(payroll, line, gross, parts)));
            }
            _ => {}
        }
    }
    found
}

/// Whether less was paid in all than the parts come to, what was taken off for days away being taken off them.
fn is_below(line: &PayLine, gross: Fen, parts: Fen) -> bool {
    let off = line.sum(PayColumn::Deducted).map_or(0, |sum| sum.0.saturating_abs());
    gross.0 > 0 && parts.0.saturating_sub(off) > gross.0.saturating_add(ROUNDED)
}

/// That no column says what was paid in all: what would be added up for it, and which columns look like it.
fn no_column(payroll: &Payroll) -> SheetProblem {
    let quoted = |headings: Vec<&str>| {
        headings.iter().map(|heading| format!("“{}”", heading.trim())).collect::<Vec<_>>().join("、")
    };
    let named = |is: &dyn Fn(PayColumn) -> bool| {
        let known = payroll.columns.iter().filter(|(.., what)| what.is_some_and(is));
        quoted(known.map(|(_, heading, _)| heading.as_str()).collect())
    };
    let has_part = payroll.columns.iter().any(|(.., what)| what.is_some_and(|what| PARTS.contains(&what)));
    let parts = named(&|what| PARTS.contains(&what) || what == PayColumn::BackPay);
    let away = named(&|what| what == PayColumn::Absence);
    let says = |heading: &str, words: &[&str]| words.iter().any(|word| heading.contains(*word));
    let likely = payroll
        .columns
        .iter()
        .filter(|(_, heading, what)| what.is_none() && says(heading, &LIKELY) && !says(heading, &UNLIKELY));
    let (places, likely): (Vec<u32>, Vec<&str>) =
        likely.map(|(place, heading, _)| (*place, heading.as_str())).unzip();
    let likely = quoted(likely);
    let which = match likely.is_empty() {
        true => "哪一列是应发，请在下面“列的对应”里选".to_owned(),
        false => format!("{likely}像是应发，是哪一列请在下面“列的对应”里选"),
    };
    let added = match (has_part, away.is_empty()) {
        (false, _) => "表里也没有认出基本工资、绩效这样的各项，不选就没有可以记的金额".to_owned(),
        (true, true) => format!("表里真没有应发的，才按{parts}相加记"),
        (true, false) => format!("表里真没有应发的，才按{parts}相加、减去{away}记"),
    };
    let lacking = unread(payroll, &payroll.lines, &places).filter(|_| has_part);
    let lacking = lacking
        .map_or(String::new(), |columns| format!("；没有加进去的：{columns}，是工资的请先在“列的对应”里选"));
    let less = less_than_net(payroll).map_or(String::new(), |words| format!("；{words}"));
    SheetProblem {
        row: 0,
        column: 0,
        severity: Severity::Ask,
        kind: K::NoGrossColumn,
        message: format!("没有认出应发一列：{which}；{added}{lacking}{less}。"),
        was: String::new(),
        proposal: None,
    }
}

/// Whether what was paid out to a row is more than its parts come to.
fn is_less_than_net(line: &PayLine) -> Option<(Fen, Fen)> {
    let (parts, net) = (parts(line)?, line.sum(PayColumn::Net)?);
    (net.0 > parts.0.saturating_add(ROUNDED)).then_some((parts, net))
}

/// That the parts of some rows come to less than was paid out, with the first of them.
fn less_than_net(payroll: &Payroll) -> Option<String> {
    let mut less = payroll.lines.iter().filter_map(|line| Some((line, is_less_than_net(line)?)));
    let (line, (parts, net)) = less.next()?;
    let more = less.count() + 1;
    Some(format!(
        "有{more}行各项加起来比实发还少（第{}行加起来是{}，实发{}），多半还有哪一项没有加进去",
        line.row,
        said(parts),
        said(net)
    ))
}

/// That a row says nothing of what was paid, or something that is no sum, with the sum of its parts and what that lacks.
fn no_gross(payroll: &Payroll, line: &PayLine, written: Option<&str>) -> SheetProblem {
    let what = match written {
        Some(written) => format!("应发写的是“{written}”，不是金额"),
        None => "没有应发金额".to_owned(),
    };
    let parts = parts(line);
    let mut lacking = String::new();
    if parts.is_some()
        && let Some(columns) = unread(payroll, std::slice::from_ref(line), &[])
    {
        lacking = format!("按各项相加记的，没有加进去的：{columns}。");
    }
    if let Some((parts, net)) = is_less_than_net(line) {
        lacking.push_str(&format!("各项加起来是{}，比实发{}还少。", said(parts), said(net)));
    }
    let message = format!("第{}行：{what}；请在表里补上，或者说明怎样记。{lacking}", line.row);
    of_line(line, K::NoGross, message, parts)
}

/// That a row says less for the whole than its parts come to, with the columns that nobody read.
fn below(payroll: &Payroll, line: &PayLine, gross: Fen, parts: Fen) -> SheetProblem {
    let why = match unread(payroll, std::slice::from_ref(line), &[]) {
        None => "多半是应发认错了列，或者扣了缺勤，请核对".to_owned(),
        Some(columns) => {
            format!("表里{columns}，没有算进各项；是补发、补扣或者缺勤扣款的，请先在“列的对应”里选")
        }
    };
    let message = format!(
        "第{}行：应发{}，各项加起来是{}，还少{}；{why}。",
        line.row,
        said(gross),
        said(parts),
        said(Fen(parts.0.saturating_sub(gross.0))),
    );
    of_line(line, K::GrossBelow, message, Some(parts))
}

fn of_line(line: &PayLine, kind: K, message: String, proposal: Option<Fen>) -> SheetProblem {
    SheetProblem {
        row: line.row,
        column: 0,
        severity: Severity::Ask,
        kind,
        message,
        was: line.whose.name.clone(),
        proposal: proposal.map(said),
    }
}
