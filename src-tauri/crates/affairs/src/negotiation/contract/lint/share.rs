//! Wages that a clause names as a share of the local minimum (当地最低工资标准的80%): one under the whole of it is under the minimum, and
//! one of the enterprise's lowest wage is held against the sum that is filled in for it. What a sick worker is paid, or one who has no
//! work, may lawfully be less and is not read.

use super::facts::told;
use super::looked::{Looked, finding};
use super::minimum::{LOWEST, basis, monthly, reaches};
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::amounts::{AmountKind, amounts};
use crate::negotiation::contract::facts::sentences;
use crate::negotiation::contract::model::{
    ContractClauseId, ContractFinding, ContractFindingKind, ContractSeverity,
};
use crate::negotiation::contract::values::yuan;
use crate::pay::figures::exact::half_up;

/// The whole of it, in hundredths of a percent.
const WHOLE: i64 = 10_000;
/// What the share is of; the longer ones first.
const STANDARDS: [&str; 4] = ["最低工资标准", "最低月工资标准", "最低工资", "最低月工资"];
/// Before these it is the enterprise's own and not the local one.
const OWN: [&str; 4] = ["企业", "公司", "单位", "本厂"];
/// By these the sentence is known to speak of a wage.
const WAGES: [&str; 5] = ["工资", "薪", "劳动报酬", "收入", "保底"];
/// By these it speaks of a wage that may lawfully be less, of no wage, or of what is more than the minimum.
const OTHERS: [&str; 25] = [
    "病假",
    "医疗期",
    "病休",
    "停工",
    "停产",
    "待岗",
    "歇业",
    "放假",
    "退养",
    "内退",
    "生活费",
    "奖金",
    "津贴",
    "补贴",
    "补助",
    "补偿",
    "赔偿",
    "加班",
    "扣除",
    "扣减",
    "高于",
    "高出",
    "超过",
    "上浮",
    "小时",
];
/// By these it speaks of what may be a part of the wage only.
const PARTS: [&str; 3] = ["岗位工资", "基本工资", "基础工资"];
/// By these it speaks of the lowest wage that the enterprise pays.
const FLOORS: [&str; 6] =
    ["企业最低月工资", "企业最低工资", "月工资不低于", "月工资不得低于", "月工资不少于", "月工资不得少于"];

/// A share as a sentence names it.
struct Share {
    clause: ContractClauseId,
    number: u32,
    hundredths: i64,
    words: String,
    /// It may be a part of the wage only.
    part: bool,
    /// It is of the enterprise's lowest wage.
    floor: bool,
    /// The sum itself stands before it: then the share is a bound of the sum, and no second one.
    bound: bool,
}

/// The share that a sentence names of the local minimum as a wage.
fn in_sentence(sentence: &str, (clause, number): (ContractClauseId, u32)) -> Option<Share> {
    let chars: Vec<char> = sentence.chars().collect();
    let all = amounts(sentence);
    all.iter().filter(|one| one.kind == AmountKind::Percent).find_map(|amount| {
        let text = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
        let (before, behind) = (text(0, amount.at.start), text(amount.at.end, chars.len()));
        let before = before.trim_end().trim_end_matches('的').trim_end();
        let head = STANDARDS.iter().find_map(|words| before.strip_suffix(*words))?;
        let own = OWN.iter().any(|word| head.trim_end_matches('月').ends_with(word));
        let other = OTHERS.iter().any(|word| sentence.contains(word));
        let wage = WAGES.iter().any(|word| head.contains(word));
        // 低于当地最低工资标准的80%的: a condition.
        if own || other || !wage || behind.trim_start().starts_with('的') {
            return None;
        }
        let sum = all.iter().any(|one| one.kind == AmountKind::Sum && one.at.end <= amount.at.start);
        Some(Share {
            clause,
            number,
            hundredths: amount.value,
            words: amount.words.clone(),
            part: PARTS.iter().any(|word| head.contains(word)),
            floor: FLOORS.iter().any(|word| head.contains(word)),
            bound: sum,
        })
    })
}

/// The sum of the enterprise's lowest wage: filled in, or in the words of a clause.
fn lowest(draft: &Looked<'_>) -> Option<i64> {
    let filled = draft.values.get(LOWEST).and_then(|value| value.parse().ok());
    let spoken = || {
        let facts = told(draft, &draft.library.words.facts);
        facts.into_iter().find(|one| one.fact.blank == LOWEST).map(|one| one.value)
    };
    filled.or_else(spoken)
}

/// Shares under the whole of the minimum, and those that are another sum than the enterprise's lowest wage.
pub(super) fn shares(draft: &Looked<'_>) -> Vec<ContractFinding> {
    if !matches!(draft.kind, AgreementKind::Wage | AgreementKind::Collective) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        for share in sentences(&filled).filter_map(|one| in_sentence(one, (clause.id, number))) {
            match reaches(draft, share.hundredths, WHOLE) {
                false => found.push(under(draft, &share)),
                true => found.extend(differs(draft, &share)),
            }
        }
    }
    found
}

fn under(draft: &Looked<'_>, share: &Share) -> ContractFinding {
    let severity = if share.part { ContractSeverity::Should } else { ContractSeverity::Must };
    let way_out = match share.part {
        true => {
            "写明加上其他工资项目以后，月工资不低于当地最低工资标准；它就是全部工资的，改为不低于当地标准。"
        }
        false => "改为不低于当地最低工资标准。",
    };
    let message =
        format!("第{}条按当地最低工资标准的{}定工资，没有达到这个标准的要求。", share.number, share.words);
    finding(ContractFindingKind::UnderMinimum, severity, message, format!("{way_out}{}", basis(draft)))
        .by(draft.law.rule("negotiation.minimum_wage_floor").map(|rule| rule.short))
        .at(share.clause, share.number)
}

/// A share of the lowest wage that is another sum than the one that is filled in.
fn differs(draft: &Looked<'_>, share: &Share) -> Option<ContractFinding> {
    let own = lowest(draft).filter(|_| share.floor)?;
    let standard = monthly(draft, &told(draft, &draft.library.words.facts))?;
    let sum = half_up(i128::from(standard.fen) * i128::from(share.hundredths), WHOLE.into())?;
    if own == sum || (share.bound && own > sum) {
        return None;
    }
    let message = format!(
        "“企业最低工资标准”前后不一致：第{}条是当地最低工资标准的{}，合{}元（{}），填的是{}元。",
        share.number,
        share.words,
        yuan(sum),
        standard.known,
        yuan(own)
    );
    let way_out = "按双方谈定的数改成一样；或者只在一条里写，别处不写。";
    let kind = ContractFindingKind::Contradiction;
    Some(finding(kind, ContractSeverity::Should, message, way_out).at(share.clause, share.number))
}
