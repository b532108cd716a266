//! What was filled into the blanks for which the law has a number: overtime rates, hours, leave, training. A value on the wrong side
//! of that number is found; so are a number with which a clause comes to nothing and days to pay up that are more than a month. How
//! many copies are made is `copies`', sums of wages are held against the minimum by `lint` itself.

use law::{Quantity, Threshold, Unit};

use super::copies;
use super::looked::{Looked, finding};
use crate::negotiation::contract::library::LibraryBlank;
use crate::negotiation::contract::model::{
    BlankKind, ContractFinding, ContractFindingKind, ContractRemedy, ContractSeverity,
};
use crate::negotiation::contract::proposals::by_law;
use crate::negotiation::contract::values::shown;

/// The whole of which a percentage is a share, in hundredths of a percent.
const WHOLE: u32 = 10_000;

/// A blank's value and its whole as the rule counts them; none where the rule counts something else.
fn counted(blank: &LibraryBlank, quantity: &Quantity, value: u32) -> Option<(u32, u32)> {
    match blank.kind {
        BlankKind::Percent => quantity.ratio().map(|_| (value, WHOLE)),
        BlankKind::Count if quantity.unit == Unit::Minute => Some((value.checked_mul(60)?, 0)),
        BlankKind::Count => quantity.whole().map(|_| (value, 0)),
        BlankKind::Sum if quantity.unit == Unit::Fen => quantity.whole().map(|_| (value, 0)),
        BlankKind::Sum | BlankKind::Day | BlankKind::Date | BlankKind::Choice | BlankKind::Text => None,
    }
}

/// The days of the longest month.
const MONTH: u32 = 31;

/// Numbers that no rule names and that still cannot be meant: nobody in a group, and a time to pay up over which wages are no longer
/// paid by the month.
pub(super) fn plain(draft: &Looked<'_>) -> Vec<ContractFinding> {
    draft
        .library
        .blanks
        .iter()
        .filter_map(|blank| idle(draft, blank).or_else(|| late(draft, blank)))
        .collect()
}

/// A finding at a blank, of a number that is advised against.
fn advised(
    draft: &Looked<'_>,
    blank: &LibraryBlank,
    subject: Option<&str>,
    (said, way_out): (String, String),
) -> Option<ContractFinding> {
    let (clause, number) = draft.holder(&blank.name)?;
    let value = draft.values.get(&blank.name)?;
    let message = format!("第{number}条的“{}”填的是{value}，{said}。", blank.name);
    let one = finding(ContractFindingKind::UnderLaw, ContractSeverity::Should, message, way_out);
    let fill = ContractRemedy::Fill { blank: blank.name.clone() };
    Some(one.by(draft.article(subject, None)).mended(fill).at(clause, number))
}

fn idle(draft: &Looked<'_>, blank: &LibraryBlank) -> Option<ContractFinding> {
    let least = blank.least?;
    let value: u32 = draft.values.get(&blank.name)?.parse().ok()?;
    let told = ("这一条就落空了".to_owned(), format!("至少写{least}。"));
    (value < least).then(|| advised(draft, blank, blank.least_law.as_deref(), told)).flatten()
}

fn late(draft: &Looked<'_>, blank: &LibraryBlank) -> Option<ContractFinding> {
    let subject = blank.within.as_deref()?;
    let value: u32 = draft.values.get(&blank.name)?.parse().ok()?;
    let rule = draft.law.book.applies(subject, draft.law.place, draft.law.on)?.winner;
    let months = u32::try_from(rule.quantity.as_ref()?.whole()?).ok()?;
    let most = months.checked_mul(MONTH)?;
    let told = (format!("比工资支付的周期还长：{}", rule.title), format!("改为不超过{most}。"));
    (value > most).then(|| advised(draft, blank, Some(subject), told)).flatten()
}

/// Values on the wrong side of the law's number.
pub(super) fn blanks(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let judged = draft.library.blanks.iter().filter(|blank| blank.law.as_deref() != Some(copies::FILED));
    judged.filter_map(|blank| outside(draft, blank)).collect()
}

fn outside(draft: &Looked<'_>, blank: &LibraryBlank) -> Option<ContractFinding> {
    let subject = blank.law.as_deref()?;
    let value = draft.values.get(&blank.name)?;
    let (clause, number) = draft.holder(&blank.name)?;
    let rule = draft.law.book.applies(subject, draft.law.place, draft.law.on)?.winner;
    let quantity = rule.quantity.as_ref()?;
    let (count, whole) = counted(blank, quantity, value.parse().ok()?)?;
    if quantity.allows(count, whole) {
        return None;
    }
    let (limit, _) = by_law(draft.law, blank)?;
    let (side, mend) = match quantity.threshold {
        Threshold::AtMost | Threshold::Under => ("超过", "不超过"),
        Threshold::AtLeast | Threshold::Over => ("低于", "不低于"),
        Threshold::Exactly => ("不是", ""),
    };
    let (limit, value) = (shown(blank.kind, &limit), shown(blank.kind, value));
    Some(
        finding(
            ContractFindingKind::UnderLaw,
            if rule.mandatory { ContractSeverity::Must } else { ContractSeverity::Should },
            format!("第{number}条的“{}”填的是{value}，{side}法定的{limit}。", blank.name),
            format!("改为{mend}{limit}。"),
        )
        .by(Some(rule.reference().short))
        .mended(ContractRemedy::Fill { blank: blank.name.clone() })
        .at(clause, number),
    )
}
