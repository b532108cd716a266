//! What is paid or taken back of earlier months in a column of its own (补发、补扣): how much of it stands in what was paid in all, and
//! what is asked of it. What is answered is kept with the headings. Pure; what was decided is laid over the rows by `judge`.

use ledger::Fen;

use super::gross;
use super::model::{PayDecision, PayOptions};
use crate::members::roster::Severity;
use crate::sheets::money::said;
use crate::sheets::payroll::{PayColumn, PayLine, Payroll};
use crate::sheets::{SheetProblem, SheetProblemKind as K};

/// What stands before the answer behind the headings that are kept.
const KEPT: &str = "单列的补发、补扣";
/// Each answer as it is kept.
const ANSWERS: [(PayDecision, &str); 3] = [
    (PayDecision::AsRead, "都算"),
    (PayDecision::Proposed, "和最低工资标准比时不算"),
    (PayDecision::LeaveOut, "不算"),
];

/// What of the sum that was paid in all is of earlier months; none where nothing is, or where it is paid beside the sum.
pub(super) fn within(line: &PayLine, gross: Fen) -> Option<Fen> {
    let back = line.sum(PayColumn::BackPay).filter(|sum| sum.0 != 0)?;
    let off = line.sum(PayColumn::Deducted).map_or(0, |sum| sum.0.saturating_abs());
    let comes_to = |parts: i64| {
        let near = |off: i64| parts.saturating_sub(off).saturating_sub(gross.0).saturating_abs();
        near(0) <= gross::ROUNDED || near(off) <= gross::ROUNDED
    };
    let beside =
        gross::parts(line).is_some_and(|all| comes_to(all.0.saturating_sub(back.0)) && !comes_to(all.0));
    (!beside).then_some(back)
}

/// Whether a row of less than nothing is none once what is of earlier months is taken off it.
pub(super) fn lifted(line: &PayLine, options: &PayOptions) -> bool {
    let left_out = options.decision(line.row, K::BackPay) == Some(PayDecision::LeaveOut);
    let rest = || {
        let gross = line.sum(PayColumn::Gross)?;
        Some(gross.0.saturating_sub(within(line, gross)?.0))
    };
    left_out && rest().is_some_and(|rest| rest >= 0)
}

/// What is asked of the column, where some row has a sum in it that stands in the whole.
pub(super) fn problem(payroll: &Payroll, options: &PayOptions) -> Option<SheetProblem> {
    let place = gross::place(payroll, PayColumn::BackPay)?;
    let heading =
        payroll.columns.iter().find(|(at, ..)| *at == place).map(|(_, heading, _)| heading.trim())?;
    let of = |line: &PayLine| {
        let added = options.decision(line.row, K::GrossBelow) == Some(PayDecision::Proposed);
        let whole = line.sum(PayColumn::Gross).filter(|_| !added).or_else(|| gross::parts(line))?;
        within(line, whole)
    };
    let sums: Vec<i64> = payroll.lines.iter().filter_map(of).map(|sum| sum.0).collect();
    if sums.is_empty() {
        return None;
    }
    let all = |is: fn(&i64) -> bool| {
        sums.iter().copied().filter(is).fold(0_i64, |all, sum| all.saturating_add(sum)).saturating_abs()
    };
    let paid = Some(all(|sum| *sum > 0)).filter(|sum| *sum > 0).map(|sum| format!("补发{}", said(Fen(sum))));
    let taken = Some(all(|sum| *sum < 0)).filter(|sum| *sum > 0).map(|sum| format!("扣回{}", said(Fen(sum))));
    let sums_said = [paid, taken].into_iter().flatten().collect::<Vec<_>>().join("、");
    let message = format!(
        "“{heading}”（{}列）有{}行有数，{sums_said}，含在应发里。多半是以前的工资：总额、平均数和最低工资标准算不算它，请选。",
        sheet::column_name(place),
        sums.len(),
    );
    Some(SheetProblem {
        row: 0,
        column: 0,
        severity: Severity::Ask,
        kind: K::BackPay,
        message,
        was: String::new(),
        proposal: None,
    })
}

/// Headings as they are kept, with what was answered.
pub(super) fn kept(shape: &str, answer: PayDecision) -> String {
    let words = ANSWERS.iter().find(|(one, _)| *one == answer).map_or("", |(_, words)| *words);
    format!("{shape}|{KEPT}{words}")
}

/// What was answered for a file of these headings; none where it was not asked then.
pub fn answered(shape: &str) -> Option<PayDecision> {
    let words = shape.split('|').find_map(|part| part.strip_prefix(KEPT))?;
    ANSWERS.iter().find(|(_, one)| *one == words).map(|(answer, _)| *answer)
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

    #[test]
    fn what_was_answered_is_kept_beside_the_unit() {
        use crate::pay::import::units;
        use crate::sheets::money::Unit;
        let shape = units::kept("1:工号|2:姓名|3:补发", Unit::Thousand);
        for (answer, _) in ANSWERS {
            let kept = kept(&shape, answer);
            assert_eq!(answered(&kept), Some(answer));
            let unit = units::remembered(&kept, Unit::Thousand, Unit::Yuan);
            assert_eq!(unit, Some(PayDecision::Proposed), "{kept}");
        }
        assert_eq!(answered(&shape), None);
    }
}
