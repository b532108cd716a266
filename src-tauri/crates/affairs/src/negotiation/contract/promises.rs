//! How often the text of a contract itself asks for a check of how it is kept, and for a report to the congress. Read from its
//! words as they stand, so that what was written in or struck out by hand counts; what the law asks for is a pack's.

use rusqlite::Connection;

use super::store;
use super::values::Values;
use crate::Problem;
use crate::negotiation::agreement::model::AgreementId;

/// Periods as contracts name them, in months; a longer name before one that it holds.
const PERIODS: [(&str, u32); 6] =
    [("每两个月", 2), ("每季度", 3), ("每半年", 6), ("半年", 6), ("每年", 12), ("每月", 1)];

/// What the text promises, in months from one to the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Promises {
    /// 检查合同的履行情况.
    pub check: Option<u32>,
    /// 向职工代表大会报告履行情况.
    pub report: Option<u32>,
}

/// What an agreement's text promises.
pub fn of(connection: &Connection, id: AgreementId) -> Result<Promises, Problem> {
    let values = store::values(connection, id)?;
    let texts: Vec<String> =
        store::clauses(connection, id)?.iter().map(|clause| filled(&clause.text, &values)).collect();
    Ok(read(texts.iter().map(String::as_str)))
}

/// A clause with its chosen period; no other blank says how often.
fn filled(text: &str, values: &Values) -> String {
    const BLANK: &str = "检查周期";
    values.get(BLANK).map_or_else(|| text.to_owned(), |value| text.replace(&format!("【{BLANK}】"), value))
}

fn read<'a>(texts: impl Iterator<Item = &'a str>) -> Promises {
    let mut promises = Promises::default();
    let more_often =
        |one: &mut Option<u32>, months: u32| *one = Some(one.map_or(months, |other| other.min(months)));
    for piece in texts.flat_map(|text| text.split(['。', '；', '，', '\n'])) {
        let Some((_, months)) = PERIODS.iter().find(|(word, _)| piece.contains(word)) else { continue };
        if piece.contains("检查一次") {
            more_often(&mut promises.check, *months);
        }
        let congress = piece.contains("职工代表大会") || piece.contains("职代会");
        if congress && piece.contains("报告一次") {
            more_often(&mut promises.report, *months);
        }
    }
    promises
}

#[cfg(test)]
mod tests {
    use super::{Promises, filled, read};

    fn of(text: &str) -> Promises {
        read([text].into_iter())
    }

    #[test]
    fn the_period_of_a_check_and_of_a_report_are_told_apart() {
        let text = "双方各派3人组成履行监督小组，每半年检查一次，检查结果写成书面记录。企业和工会每年向职工代表大会报告一次履行情况。";
        assert_eq!(of(text), Promises { check: Some(6), report: Some(12) });
        assert_eq!(of("每季度检查一次，结果写成书面记录并向职工代表大会报告。").report, None);
        assert_eq!(of("企业每半年向职代会报告一次履行情况。"), Promises { check: None, report: Some(6) });
    }

    #[test]
    fn what_asks_for_no_check_of_the_contract_promises_none() {
        for text in
            ["企业每年安排女职工做一次妇科检查。", "双方定期检查本合同的履行情况。", "每年发放一次高温津贴。"]
        {
            assert_eq!(of(text), Promises::default(), "{text}");
        }
    }

    #[test]
    fn a_period_left_open_promises_nothing_until_it_is_chosen() {
        let text = "双方各派3人，【检查周期】检查一次。";
        assert_eq!(of(text), Promises::default());
        let values = [("检查周期".to_owned(), "每季度".to_owned())].into();
        assert_eq!(of(&filled(text, &values)).check, Some(3));
    }

    #[test]
    fn of_several_the_more_frequent_holds() {
        let texts = ["每年检查一次。", "车间每季度检查一次。"];
        assert_eq!(read(texts.into_iter()).check, Some(3));
    }
}
