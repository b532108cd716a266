//! Labour quotas in the words of a clause: the share of workers who can fulfil one, against the share that the law of the place asks
//! for. What was filled into the blank for it is `bounds`'.

use super::looked::{Looked, finding};
use crate::negotiation::amounts::{AmountKind, amounts};
use crate::negotiation::contract::facts::sentences;
use crate::negotiation::contract::model::{ContractFinding, ContractFindingKind, ContractSeverity};
use crate::negotiation::contract::values::shown;

/// The blank that holds the share; its rule is the law's least.
const BLANK: &str = "定额完成比例";
/// A sentence speaks of quotas by one of these.
const SPOKEN: [&str; 3] = ["定额", "计件单价", "工时标准"];
/// Who fulfils them.
const WHO: [&str; 4] = ["职工", "劳动者", "员工", "工人"];
/// Behind the share, that they can.
const CAN: [&str; 6] = ["能够完成", "可以完成", "能完成", "能够达到", "可以达到", "能达到"];
/// What makes it a share of something else: how far a quota is fulfilled, or who does not fulfil it.
const OTHERS: [&str; 6] = ["完成率", "不能完成", "不能够完成", "未能完成", "不能达到", "未能达到"];
/// The whole of which a percentage is a share, in hundredths of a percent.
const WHOLE: u32 = 10_000;

fn holds(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The shares of workers that a sentence names, in hundredths of a percent, as they are written.
fn said(sentence: &str) -> Vec<(u32, String)> {
    if !holds(&SPOKEN, sentence) || holds(&OTHERS, sentence) {
        return Vec::new();
    }
    let chars: Vec<char> = sentence.chars().collect();
    let all = amounts(sentence);
    let mut found = Vec::new();
    for (at, one) in all.iter().enumerate().filter(|(_, one)| one.kind == AmountKind::Percent) {
        let next = all.get(at + 1).map_or(chars.len(), |next| next.at.start);
        let behind: String = chars[one.at.end..next].iter().collect();
        if holds(&WHO, &behind)
            && holds(&CAN, &behind)
            && let Ok(share) = u32::try_from(one.value)
        {
            found.push((share, one.words.clone()));
        }
    }
    found
}

/// Shares under the law's.
pub(super) fn shares(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let Some(blank) = draft.library.blank(BLANK) else { return Vec::new() };
    let subject = blank.law.as_deref().unwrap_or_default();
    let Some(ruling) = draft.law.book.applies(subject, draft.law.place, draft.law.on) else {
        return Vec::new();
    };
    let rule = ruling.winner;
    let Some(quantity) = rule.quantity.as_ref() else { return Vec::new() };
    let Some(least) = quantity
        .ratio()
        .and_then(|(part, whole)| (u64::from(part) * u64::from(WHOLE)).checked_div(u64::from(whole)))
    else {
        return Vec::new();
    };
    let least = shown(blank.kind, &least.to_string());
    let mut found = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        let holder = clause.text.contains(&format!("【{BLANK}】"));
        for (share, words) in sentences(&filled).flat_map(said) {
            // What was filled into the blank is told there.
            let from_blank = holder && draft.values.get(BLANK).is_some_and(|kept| *kept == share.to_string());
            if from_blank || quantity.allows(share, WHOLE) {
                continue;
            }
            found.push(
                finding(
                    ContractFindingKind::UnderLaw,
                    if rule.mandatory { ContractSeverity::Must } else { ContractSeverity::Should },
                    format!("第{number}条写的是{words}的职工能够完成劳动定额，低于法定的{least}。"),
                    format!("改为不低于{least}。"),
                )
                .by(Some(rule.reference().short))
                .at(clause.id, number),
            );
        }
    }
    found
}
