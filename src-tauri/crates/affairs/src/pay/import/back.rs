//! What is not the pay of the month alone and stands in a column of its own: what is paid or taken back of earlier months (补发、补扣), and
//! what is paid once a year (十三薪、年终奖). How much of it stands in what was paid in all, and what is asked of it. What is answered is kept
//! with the headings. Pure but for what is told of a table that was taken in; what was decided is laid over the rows by `judge`.

use ledger::Fen;
use rusqlite::Connection;

use super::gross;
use super::model::{PayDecision, PayOptions};
use crate::Problem;
use crate::members::roster::Severity;
use crate::pay::model::{PayPeriod, PaySheetId};
use crate::pay::store::sheets::LastFile;
use crate::pay::store::{self, lines};
use crate::sheets::money::said;
use crate::sheets::payroll::{PayColumn, PayLine, Payroll};
use crate::sheets::{SheetProblem, SheetProblemKind as K};

/// The columns of it, each with its question and with what stands before the answer behind the headings that are kept.
const COLUMNS: [(PayColumn, K, &str); 2] = [
    (PayColumn::BackPay, K::BackPay, "单列的补发、补扣"),
    (PayColumn::Bonus, K::YearEnd, "单列的十三薪、年终奖"),
];
/// Each answer as it is kept.
const ANSWERS: [(PayDecision, &str); 3] = [
    (PayDecision::AsRead, "都算"),
    (PayDecision::Proposed, "和最低工资标准比时不算"),
    (PayDecision::LeaveOut, "不算"),
];

/// What is kept where nothing that is paid once a year stands in the sum of a row.
const OUTSIDE: &str = "应发以外的十三薪、年终奖";

/// The columns that are asked about. What is paid once a year is of the year whose wages a table tells.
fn asked(period: PayPeriod) -> impl Iterator<Item = (PayColumn, K)> {
    let all = COLUMNS.into_iter().map(|(column, kind, _)| (column, kind));
    all.filter(move |(column, _)| *column != PayColumn::Bonus || !period.is_year())
}

/// What of the sum that was paid in all stands in the columns of these; none where nothing does, or where it is paid beside the sum.
pub(super) fn within(line: &PayLine, gross: Fen, column: PayColumn) -> Option<Fen> {
    let own = line.sums.iter().filter(|(one, _)| *one == column);
    let own = own.filter_map(|(_, sum)| one_within(line, gross, *sum));
    own.reduce(i64::saturating_add).map(Fen)
}

/// The same of one of the columns.
fn one_within(line: &PayLine, gross: Fen, Fen(own): Fen) -> Option<i64> {
    if own == 0 {
        return None;
    }
    let sum = |column| line.sum(column).map_or(0, |sum| sum.0);
    let all = COLUMNS.iter().map(|(column, ..)| sum(*column)).fold(0, i64::saturating_add);
    let others = all.saturating_sub(own);
    let off = sum(PayColumn::Deducted).saturating_abs();
    let comes_to = |parts: i64| {
        let near = |off: i64| parts.saturating_sub(off).saturating_sub(gross.0).saturating_abs();
        near(0) <= gross::ROUNDED || near(off) <= gross::ROUNDED
    };
    let beside = gross::parts(line).is_some_and(|all| {
        let with = [all.0, all.0.saturating_sub(others)];
        with.iter().any(|with| comes_to(with.saturating_sub(own))) && !with.into_iter().any(comes_to)
    });
    (!beside).then_some(own)
}

/// What of the sum that was paid in all was decided about so; none where nothing was.
pub(super) fn decided(
    line: &PayLine,
    gross: Fen,
    (options, period): (&PayOptions, PayPeriod),
    decision: PayDecision,
) -> Option<Fen> {
    let so = asked(period).filter(|(_, kind)| options.decision(line.row, *kind) == Some(decision));
    let sums = so.filter_map(|(column, _)| within(line, gross, column));
    sums.map(|sum| sum.0).reduce(i64::saturating_add).map(Fen)
}

/// Whether a row of less than nothing is none once what is left out is taken off it.
pub(super) fn lifted(line: &PayLine, of: (&PayOptions, PayPeriod)) -> bool {
    let rest = || {
        let gross = line.sum(PayColumn::Gross)?;
        Some(gross.0.saturating_sub(decided(line, gross, of, PayDecision::LeaveOut)?.0))
    };
    rest().is_some_and(|rest| rest >= 0)
}

/// What is asked of the columns, where some row has a sum in one that stands in the whole.
pub(super) fn problems(payroll: &Payroll, options: &PayOptions, period: PayPeriod) -> Vec<SheetProblem> {
    asked(period).filter_map(|asked| problem(payroll, options, asked)).collect()
}

fn problem(payroll: &Payroll, options: &PayOptions, (column, kind): (PayColumn, K)) -> Option<SheetProblem> {
    let headings = payroll.columns.iter().filter(|(.., what)| *what == Some(column));
    let headings: Vec<String> = headings
        .map(|(place, heading, _)| format!("“{}”（{}列）", heading.trim(), sheet::column_name(*place)))
        .collect();
    let of = |line: &PayLine| {
        let added = options.decision(line.row, K::GrossBelow) == Some(PayDecision::Proposed);
        let whole = line.sum(PayColumn::Gross).filter(|_| !added).or_else(|| gross::parts(line))?;
        within(line, whole, column)
    };
    let sums: Vec<i64> = payroll.lines.iter().filter_map(of).map(|sum| sum.0).collect();
    if sums.is_empty() {
        return None;
    }
    let all = |is: fn(&i64) -> bool| {
        sums.iter().copied().filter(is).fold(0_i64, |all, sum| all.saturating_add(sum)).saturating_abs()
    };
    let (paid_word, why) = match kind {
        K::YearEnd => ("一共", "是一年发一次的：总额、平均数、测算和最低工资标准算不算它，请选。"),
        _ => ("补发", "多半是以前的工资：总额、平均数和最低工资标准算不算它，请选。"),
    };
    let paid =
        Some(all(|sum| *sum > 0)).filter(|sum| *sum > 0).map(|sum| format!("{paid_word}{}", said(Fen(sum))));
    let taken = Some(all(|sum| *sum < 0)).filter(|sum| *sum > 0).map(|sum| format!("扣回{}", said(Fen(sum))));
    let sums_said = [paid, taken].into_iter().flatten().collect::<Vec<_>>().join("、");
    let message = format!("{}有{}行有数，{sums_said}，含在应发里。{why}", headings.join("、"), sums.len());
    Some(SheetProblem {
        row: 0,
        column: 0,
        severity: Severity::Ask,
        kind,
        message,
        was: String::new(),
        proposal: None,
    })
}

/// Whether a column is asked about in a table of this period.
pub(super) fn is_asked(column: PayColumn, period: PayPeriod) -> bool {
    asked(period).any(|(one, _)| one == column)
}

/// Takes over what was answered for the last file of such headings where nothing is answered now, with the sentence that tells so of
/// each column.
pub(super) fn recall(
    payroll: &Payroll,
    last: Option<&LastFile>,
    options: &mut PayOptions,
) -> Vec<(PayColumn, String)> {
    let mut told = Vec::new();
    let Some(last) = last else { return told };
    for (column, kind, _) in COLUMNS {
        if gross::place(payroll, column).is_some()
            && options.decision(0, kind).is_none()
            && let Some(answer) = answered(&last.shape, column)
        {
            options.kinds.insert(kind, answer);
            let what = if column == PayColumn::Bonus { "十三薪、年终奖" } else { "补发、补扣" };
            told.push((column, format!("{what}照导入“{}”时的选择算。", last.file)));
        }
    }
    told
}

/// Headings as they are kept, with what is answered of the columns among them, and that what is paid once a year is in no row's sum.
pub(super) fn kept(shape: String, payroll: &Payroll, options: &PayOptions) -> String {
    let shape = COLUMNS.iter().fold(shape, |shape, (column, kind, _)| {
        let stands = gross::place(payroll, *column).is_some();
        match options.decision(0, *kind).filter(|_| stands) {
            Some(answer) => kept_answer(&shape, *column, answer),
            None => shape,
        }
    });
    let bonus = gross::place(payroll, PayColumn::Bonus).is_some();
    match bonus && problem(payroll, options, (PayColumn::Bonus, K::YearEnd)).is_none() {
        true => format!("{shape}|{OUTSIDE}"),
        false => shape,
    }
}

/// Headings with one answer more.
fn kept_answer(shape: &str, column: PayColumn, answer: PayDecision) -> String {
    let words = ANSWERS.iter().find(|(one, _)| *one == answer).map_or("", |(_, words)| *words);
    format!("{shape}|{}{words}", before(column))
}

/// What stands before the answer for a column.
fn before(column: PayColumn) -> &'static str {
    COLUMNS.iter().find(|(one, ..)| *one == column).map_or("", |(.., kept)| *kept)
}

/// Whether what is paid once a year is in the sum of no row of a table of these kept headings.
pub fn outside(shape: &str) -> bool {
    shape.split('|').any(|part| part == OUTSIDE)
}

/// What was answered of a column for a file of these headings; none where it was not asked then.
pub fn answered(shape: &str, column: PayColumn) -> Option<PayDecision> {
    let kept = Some(before(column)).filter(|kept| !kept.is_empty())?;
    let words = shape.split('|').find_map(|part| part.strip_prefix(kept))?;
    ANSWERS.iter().find(|(_, one)| *one == words).map(|(answer, _)| *answer)
}

/// What figures and a simulation say of what is paid once a year in a table of a month: whether it is in them.
///
/// Errors: of the ledger.
pub fn notes(
    connection: &Connection,
    (sheet, period): (PaySheetId, PayPeriod),
) -> Result<Vec<String>, Problem> {
    // An answer is kept also where this month's column is empty or paid beside the sum.
    let shape = store::shape(connection, sheet)?.filter(|shape| !outside(shape));
    let answer = shape.and_then(|shape| answered(&shape, PayColumn::Bonus)).filter(|_| !period.is_year());
    let Some(answer) = answer else { return Ok(Vec::new()) };
    // Every row that has it may have been left out.
    if !lines::has_bonus(connection, sheet)? {
        return Ok(Vec::new());
    }
    let is_bonus =
        |field: &Option<String>| field.as_deref().and_then(PayColumn::of) == Some(PayColumn::Bonus);
    let headings = store::headings(connection, sheet)?.into_iter().filter(|(_, field)| is_bonus(field));
    let said = headings.map(|(heading, _)| match answer {
        PayDecision::LeaveOut => {
            format!("“{heading}”一列一年发一次，导入时已经从应发里减去，这里的数都不含它。")
        }
        PayDecision::AsRead | PayDecision::Proposed => format!(
            "“{heading}”一列一年发一次，含在这个月的应发里：总额和平均数都算了它，测算也当作每个月都有；要不算的，请重新导入，选从应发里减去。"
        ),
    });
    Ok(said.collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::members::roster::tests::cases::book;
    use crate::pay::import::tests::{judged_of, open};

    const HEAD: &[&str] = &["工号", "姓名", "基本工资", "绩效", "补发/补扣", "应发工资"];

    /// What is open; of each row the whole and what is left aside; the words of the question.
    type Told = (Vec<(K, u32)>, Vec<(i64, Option<i64>)>, Option<String>);

    /// What is told where this is answered.
    fn told(rows: &[&[&str]], answer: Option<PayDecision>) -> Told {
        let all: Vec<&[&str]> = std::iter::once(HEAD).chain(rows.iter().copied()).collect();
        let kinds = answer.map(|answer| (K::BackPay, answer)).into_iter().collect::<BTreeMap<_, _>>();
        let found = judged_of(&book(&all), &PayOptions { kinds, ..PayOptions::default() }, "2026-10");
        let sums = found.lines.iter().map(|line| (line.sums.gross.0, line.sums.back_pay.map(|sum| sum.0)));
        let asked = found.doubts.iter().find(|one| one.kind == K::BackPay);
        (open(&found), sums.collect(), asked.map(|one| one.first[0].message.clone()))
    }

    #[test]
    fn a_column_of_earlier_months_offers_what_a_row_of_them_does() {
        let rows: [&[&str]; 3] = [
            &["G1", "张三", "3000", "2000", "600", "5600"],
            &["G5", "王伟", "3000", "2000", "-800", "4200"],
            &["G7", "钱七", "3000", "2000", "", "5000"],
        ];
        let (asked, sums, said) = told(&rows, None);
        assert_eq!(asked, [(K::BackPay, 1)]);
        assert_eq!(sums, [(560_000, None), (420_000, None), (500_000, None)], "as it stands, until answered");
        let said = said.unwrap();
        assert!(said.contains("“补发/补扣”（E列）有2行有数，补发600元、扣回800元，含在应发里"), "{said}");
        let decided = |answer| {
            let (asked, sums, _) = told(&rows, Some(answer));
            assert_eq!(asked, [], "{answer:?}");
            sums
        };
        assert_eq!(decided(PayDecision::AsRead), sums);
        let aside = [(560_000, Some(60_000)), (420_000, Some(-80_000)), (500_000, None)];
        assert_eq!(decided(PayDecision::Proposed), aside, "kept, and left aside beside the minimum");
        assert_eq!(decided(PayDecision::LeaveOut), [(500_000, None); 3], "in no figure at all");
    }

    #[test]
    fn what_is_paid_beside_the_whole_is_not_taken_off_it() {
        let rows: [&[&str]; 1] = [&["G5", "王伟", "3000", "2000", "-800", "5000"]];
        assert_eq!(told(&rows, None), (vec![], vec![(500_000, None)], None), "the parts come to it alone");
        let rows: [&[&str]; 2] =
            [&["G5", "王伟", "3000", "2000", "-800", "5000"], &["G7", "钱七", "3000", "2000", "600", "5600"]];
        let (_, sums, said) = told(&rows, Some(PayDecision::LeaveOut));
        assert_eq!(sums, [(500_000, None), (500_000, None)]);
        assert!(said.is_some_and(|said| said.contains("有1行有数")), "of the row that has it in its whole");
    }

    #[test]
    fn a_row_that_is_less_than_nothing_by_it_is_asked_about_no_more() {
        let rows: [&[&str]; 1] = [&["G1", "张三", "3000", "0", "-3500", "-500"]];
        assert_eq!(told(&rows, None).0, [(K::Negative, 1), (K::BackPay, 1)]);
        let (asked, sums, _) = told(&rows, Some(PayDecision::LeaveOut));
        assert_eq!((asked, sums), (vec![], vec![(300_000, None)]));
    }

    const YEAR_END: &[&str] = &["工号", "姓名", "基本工资", "绩效", "第13个月工资", "补发", "应发合计"];

    /// The same of a table with what is paid once a year, of this period.
    fn year_end(rows: &[&[&str]], decided: &[(K, PayDecision)], period: &str) -> Told {
        let all: Vec<&[&str]> = std::iter::once(YEAR_END).chain(rows.iter().copied()).collect();
        let kinds = decided.iter().copied().collect::<BTreeMap<_, _>>();
        let found = judged_of(&book(&all), &PayOptions { kinds, ..PayOptions::default() }, period);
        let sums = found.lines.iter().map(|line| (line.sums.gross.0, line.sums.back_pay.map(|sum| sum.0)));
        let asked = found.doubts.iter().find(|one| one.kind == K::YearEnd);
        (open(&found), sums.collect(), asked.map(|one| one.first[0].message.clone()))
    }

    #[test]
    fn what_is_paid_once_a_year_is_asked_about_in_a_month_and_not_in_a_year() {
        let rows: [&[&str]; 2] = [
            &["G1", "张三", "1500", "300", "1800", "", "3600"],
            &["G7", "钱七", "1500", "300", "", "", "1800"],
        ];
        let (asked, sums, said) = year_end(&rows, &[], "2026-10");
        assert_eq!((asked, sums), (vec![(K::YearEnd, 1)], vec![(360_000, None), (180_000, None)]));
        let said = said.unwrap();
        assert!(
            said.contains("“第13个月工资”（E列）有1行有数，一共1800元，含在应发里。是一年发一次的"),
            "{said}"
        );
        let decided = |answer| {
            let (asked, sums, _) = year_end(&rows, &[(K::YearEnd, answer)], "2026-10");
            assert_eq!(asked, [], "{answer:?}");
            sums
        };
        assert_eq!(decided(PayDecision::AsRead), [(360_000, None), (180_000, None)]);
        assert_eq!(decided(PayDecision::Proposed), [(360_000, Some(180_000)), (180_000, None)]);
        assert_eq!(decided(PayDecision::LeaveOut), [(180_000, None), (180_000, None)]);
        let of_year = year_end(&rows, &[(K::YearEnd, PayDecision::LeaveOut)], "2026");
        assert_eq!(
            of_year,
            (vec![], vec![(360_000, None), (180_000, None)], None),
            "a year has it for its own"
        );
        let monthly: &[&[&str]] = &[&["工号", "姓名", "奖金", "应发合计"], &["G1", "张三", "300", "1800"]];
        let monthly = judged_of(&book(monthly), &PayOptions::default(), "2026-10");
        assert_eq!(open(&monthly), [], "a month's own bonus is its pay");
    }

    #[test]
    fn both_columns_are_decided_each_by_its_own_question() {
        let rows: [&[&str]; 1] = [&["G1", "张三", "1500", "300", "1800", "600", "4200"]];
        let of = |back, year| year_end(&rows, &[(K::BackPay, back), (K::YearEnd, year)], "2026-10").1;
        let (aside, out) = (PayDecision::Proposed, PayDecision::LeaveOut);
        assert_eq!(of(aside, out), [(240_000, Some(60_000))]);
        assert_eq!(of(out, aside), [(360_000, Some(180_000))]);
        assert_eq!(of(aside, aside), [(420_000, Some(240_000))]);
        assert_eq!(of(out, out), [(180_000, None)]);
        // Neither is in a sum that the other parts come to alone.
        let rows: [&[&str]; 1] = [&["G1", "张三", "1500", "300", "1800", "600", "1800"]];
        let (_, sums, said) = year_end(&rows, &[(K::GrossBelow, PayDecision::AsRead)], "2026-10");
        assert_eq!((sums, said), (vec![(180_000, None)], None));
    }

    /// Two columns of what is paid once a year are one question, and one answer is of both.
    #[test]
    fn every_column_of_what_is_paid_once_a_year_is_asked_about_and_decided() {
        let told = |whole: &str, options: &PayOptions| {
            let rows: [&[&str]; 2] = [
                &["工号", "姓名", "基本工资", "十三薪", "年终奖", "应发合计"],
                &["G1", "张三", "3000", "1800", "5000", whole],
            ];
            let found = judged_of(&book(&rows), options, "2026-10");
            let asked = found.doubts.iter().find(|one| one.kind == K::YearEnd);
            let said = asked.map(|one| one.first[0].message.clone()).unwrap_or_default();
            (open(&found), found.lines.first().map(|line| (line.sums.gross.0, line.sums.bonus)), said)
        };
        let answer = |decision| PayOptions {
            kinds: BTreeMap::from([(K::YearEnd, decision)]),
            ..PayOptions::default()
        };
        let both = Some(Fen(680_000));
        let (asked, line, said) = told("9800", &PayOptions::default());
        assert_eq!((asked, line), (vec![(K::YearEnd, 1)], Some((980_000, both))));
        assert!(said.contains("“十三薪”（D列）、“年终奖”（E列）有1行有数，一共6800元"), "{said}");
        assert_eq!(told("9800", &answer(PayDecision::LeaveOut)).1, Some((300_000, both)));
        // One of them is paid beside the sum.
        let mut beside = answer(PayDecision::LeaveOut);
        beside.kinds.insert(K::GrossBelow, PayDecision::AsRead);
        assert_eq!(told("4800", &beside).1, Some((300_000, both)), "the one within alone is taken off");
        // What was left of it after the tax is the same once more.
        let rows: [&[&str]; 2] = [
            &[
                "姓名",
                "基本工资",
                "年终奖（税前）",
                "年终奖（个税）",
                "年终奖（税后）",
                "补发（天）",
                "应发合计",
            ],
            &["张三", "3000", "2000", "60", "1940", "2", "5000"],
        ];
        let found = judged_of(&book(&rows), &answer(PayDecision::LeaveOut), "2026-10");
        assert_eq!(found.lines.first().map(|line| line.sums.gross.0), Some(300_000));
        // What a heading has in brackets shuts out no sum, and the tax on it is none.
        let of = |heads: &[&str], sums: &[&str], options: &PayOptions| {
            let found = judged_of(&book(&[heads, sums]), options, "2026-10");
            found.lines.first().map(|line| (line.sums.gross.0 / 100, line.sums.bonus.map(|sum| sum.0 / 100)))
        };
        let out = answer(PayDecision::LeaveOut);
        let heads = ["姓名", "基本工资", "十三薪", "年终奖（税前）", "应发合计"];
        let sums = ["张三", "3000", "1800", "5000", "9800"];
        assert_eq!(of(&heads, &sums, &out), Some((3_000, Some(6_800))));
        let heads = ["姓名", "基本工资", "年终奖（个税）", "其中：年终奖", "应发合计"];
        assert_eq!(of(&heads, &["张三", "3000", "60", "2000", "5000"], &out), Some((3_000, Some(2_000))));
        // A hidden column of it is not read beside another.
        let rows = [
            &["姓名", "基本工资", "十三薪", "年终奖", "应发合计"][..],
            &["张三", "3000", "1800", "5000", "4800"],
        ];
        let mut hidden = book(&rows);
        hidden.pages[0].hidden_columns = vec![4];
        let found = judged_of(&hidden, &out, "2026-10");
        assert_eq!(found.lines[0].sums.bonus, Some(Fen(180_000)));
        // A column that somebody passed over is in no question.
        let passed = PayOptions { columns: BTreeMap::from([(5, None)]), ..answer(PayDecision::LeaveOut) };
        assert_eq!(told("9800", &passed).1, Some((800_000, Some(Fen(180_000)))));
    }

    #[test]
    fn what_was_answered_is_kept_beside_the_unit() {
        use crate::pay::import::units;
        use crate::sheets::money::Unit;
        let shape = units::kept("1:工号|2:姓名|3:补发", Unit::Thousand);
        for (answer, _) in ANSWERS {
            let kept = kept_answer(&shape, PayColumn::BackPay, answer);
            let kept = kept_answer(&kept, PayColumn::Bonus, PayDecision::LeaveOut);
            assert_eq!(answered(&kept, PayColumn::BackPay), Some(answer));
            assert_eq!(answered(&kept, PayColumn::Bonus), Some(PayDecision::LeaveOut));
            let unit = units::remembered(&kept, Unit::Thousand, Unit::Yuan);
            assert_eq!(unit, Some(PayDecision::Proposed), "{kept}");
        }
        assert_eq!(answered(&shape, PayColumn::BackPay), None);
        // Paid beside the sum it is in no figure, whatever was answered before.
        let of = |whole: &str| {
            let rows: [&[&str]; 2] =
                [&["工号", "姓名", "基本工资", "十三薪", "应发合计"], &["G1", "张三", "3000", "1800", whole]];
            let today = "2026-11-16".parse().unwrap();
            let payroll = crate::sheets::payroll::read_as(&book(&rows), today, &BTreeMap::new()).unwrap();
            let kinds = BTreeMap::from([(K::YearEnd, PayDecision::AsRead)]);
            super::kept("1:工号".to_owned(), &payroll, &PayOptions { kinds, ..PayOptions::default() })
        };
        let (within, beside) = (of("4800"), of("3000"));
        assert_eq!((outside(&within), outside(&beside)), (false, true));
        for shape in [within, beside] {
            assert_eq!(answered(&shape, PayColumn::Bonus), Some(PayDecision::AsRead), "{shape}");
        }
        assert!(is_asked(PayColumn::Bonus, "2026-10".parse().unwrap()));
        assert!(!is_asked(PayColumn::Bonus, "2026".parse().unwrap()), "a year tells nothing of it");
    }
}
