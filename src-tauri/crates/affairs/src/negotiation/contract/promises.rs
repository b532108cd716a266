//! How often the text of a contract itself asks for a check of how it is kept, and for a report to the congress. Read from its
//! words as they stand, so that what was written in or struck out by hand counts; what the law asks for is a pack's.

use rusqlite::Connection;

use super::facts::sentences;
use super::store;
use super::values::Values;
use crate::Problem;
use crate::negotiation::agreement::model::AgreementId;

/// Periods as contracts name them, in months; a longer name before one that it holds.
const PERIODS: [(&str, u32); 6] =
    [("每两个月", 2), ("每季度", 3), ("每半年", 6), ("半年", 6), ("每年", 12), ("每月", 1)];
/// What is no period and no check, though it is written with one; and names that hold a word of what they are not.
const NAMES: [(&str, &str); 9] = [
    ("上半年", ""),
    ("下半年", ""),
    ("检查结果", "结果"),
    ("检查情况", "情况"),
    ("检查报告", "书面材料"),
    ("劳动合同", ""),
    ("安全卫生监督小组", "监督小组"),
    ("安全卫生专项集体合同", "专项集体合同"),
    ("安全卫生合同", "合同"),
];
/// A sentence that speaks of how the contract is kept holds one of these.
const KEEPING: [&str; 3] = ["合同", "履行", "监督"];
/// And none of these: what is looked at then is another thing.
const OTHER: [&str; 6] = ["健康", "妇科", "妇女病", "体检", "设备", "安全"];
/// What is looked at: a piece of a sentence that names it needs nothing else.
const KEPT: &str = "履行情况";

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
    for sentence in texts.flat_map(sentences) {
        let sentence =
            NAMES.iter().fold(sentence.to_owned(), |text, (name, instead)| text.replace(name, instead));
        for piece in sentence.split('，').filter(|piece| is_of_contract(&sentence, piece)) {
            let Some((_, months)) = PERIODS.iter().find(|(word, _)| piece.contains(word)) else { continue };
            if is_done(piece, "检查") {
                more_often(&mut promises.check, *months);
            }
            let congress = piece.contains("职工代表大会") || piece.contains("职代会");
            if congress && is_done(piece, "报告") {
                more_often(&mut promises.report, *months);
            }
        }
    }
    promises
}

/// Whether a piece of a sentence says something of how the contract is kept.
fn is_of_contract(sentence: &str, piece: &str) -> bool {
    let any = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    piece.contains(KEPT) || (any(&KEEPING) && !any(&OTHER))
}

/// Whether a piece says that something is done each time: 检查一次, 进行一次检查, 检查本合同的履行情况一次, 对履行情况进行检查.
fn is_done(piece: &str, what: &str) -> bool {
    piece.contains(what) && (piece.contains("一次") || piece.contains(KEPT))
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
        let text = "双方组成履行监督小组，每季度检查一次，结果写成书面记录并向职工代表大会报告。";
        assert_eq!(of(text), Promises { check: Some(3), report: None });
        assert_eq!(of("企业每半年向职代会报告一次履行情况。"), Promises { check: None, report: Some(6) });
    }

    #[test]
    fn a_check_and_a_report_are_heard_in_the_ways_in_which_contracts_word_them() {
        for text in [
            "双方每季度对本合同的履行情况进行一次检查。",
            "双方每季度检查一次本合同的履行情况。",
            "双方每季度对合同的执行检查至少一次。",
            "双方每季度至少检查一次合同执行的情况。",
            "工会监督本合同的执行，每季度对合同检查一次。",
            "双方每季度对本合同的履行情况进行检查。",
            "双方各派2人组成劳动安全卫生监督小组，每季度检查一次，检查结果写成书面记录；职工代表大会每年听取一次安全生产的专题报告。",
            "双方每季度对劳动安全卫生专项集体合同检查一次。",
            "双方每季度检查一次本合同的履行情况，其中安全的条款一并检查。",
        ] {
            assert_eq!(of(text), Promises { check: Some(3), report: None }, "{text}");
        }
        for text in [
            "职工代表大会每年听取一次本合同履行情况的报告。",
            "企业每年向职工代表大会报告合同的履行情况。",
            "企业每年向职代会作一次履行合同的报告。",
        ] {
            assert_eq!(of(text), Promises { check: None, report: Some(12) }, "{text}");
        }
    }

    #[test]
    fn what_asks_for_no_check_of_the_contract_promises_none() {
        for text in [
            "企业每年安排女职工做一次妇科检查。",
            "双方定期检查本合同的履行情况。",
            "每年发放一次高温津贴。",
            "企业每半年组织职工进行职业健康检查一次。",
            "企业按照本合同安排女职工体检，每年检查一次。",
            "企业每月对特种设备检查一次，由工会监督。",
            "企业每季度进行安全检查一次，工会派人监督。",
            "食堂每季度检查一次。",
            "企业每年对劳动合同的签订检查一次。",
            "合同履行的检查结果每年公布一次。",
            "下半年检查一次本合同的履行情况。",
            "企业依法缴存住房公积金，每年向职工代表大会报告一次缴费情况。",
        ] {
            assert_eq!(of(text), Promises::default(), "{text}");
        }
    }

    #[test]
    fn a_period_left_open_promises_nothing_until_it_is_chosen() {
        let text = "双方各派3人组成监督小组，【检查周期】检查一次。";
        assert_eq!(of(text), Promises::default());
        let values = [("检查周期".to_owned(), "每季度".to_owned())].into();
        assert_eq!(of(&filled(text, &values)).check, Some(3));
    }

    #[test]
    fn of_several_the_more_frequent_holds() {
        let texts = ["本合同每年检查一次。", "各车间的监督小组每季度检查一次。"];
        assert_eq!(read(texts.into_iter()).check, Some(3));
    }
}
