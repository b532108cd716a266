//! What is told of a signed agreement and stands in nobody's way: a term that the law of the place calls too long, too short or
//! unusual without binding anybody, fewer originals than are filed and kept, another number of them than the text says, more copies
//! handed in than originals signed.

use chrono::NaiveDate;
use law::Quantity;

use super::model::{Agreement, AgreementKind};
use crate::duty::day_words;
use crate::negotiation::contract::lint::copies::{FILED, KEPT};
use crate::negotiation::model::{Event, EventKind};
use crate::negotiation::rules::Law;

/// Everything that is told of one agreement, by the law of its kind.
pub(in crate::negotiation) fn advice(law: Law<'_>, one: &Agreement) -> Vec<String> {
    let last = |kind: EventKind| one.events.iter().rev().find(|event| event.kind == kind);
    let Some(signed) = last(EventKind::Signed) else { return Vec::new() };
    let mut told: Vec<String> = Vec::new();
    if let Some((from, to)) = one.term_from.zip(one.term_to) {
        told.extend(term(law, one, from, to));
    }
    told.extend(originals(law, one, signed));
    let own = one.copies.zip(signed.facts.copies).filter(|(own, originals)| *own != i64::from(*originals));
    if let Some((own, originals)) = own {
        told.push(format!(
            "{}的正文写的是一式{own}份，签字时登记的正本是{originals}份，请核对这两个份数。",
            one.title
        ));
    }
    let handed_in = last(EventKind::Filed).filter(|filed| filed.happened_on >= signed.happened_on);
    let copies = handed_in.and_then(|filed| filed.facts.copies).zip(signed.facts.copies);
    if let Some((filed, originals)) = copies.filter(|(filed, originals)| filed > originals) {
        told.push(format!(
            "{}：报送了{filed}份，签字时登记的正本只有{originals}份，请核对这两个份数。",
            one.title
        ));
    }
    told
}

/// What says how long a kind of contract usually runs.
pub(in crate::negotiation) fn usual_term(kind: AgreementKind) -> Option<&'static str> {
    match kind {
        AgreementKind::Wage => Some("negotiation.term"),
        AgreementKind::Collective => Some("negotiation.term.collective"),
        AgreementKind::Women | AgreementKind::Safety => None,
    }
}

/// The term against the law's longest, shortest and usual one; what is usual of wage contracts is not of collective ones.
fn term(law: Law<'_>, one: &Agreement, from: NaiveDate, to: NaiveDate) -> Option<String> {
    let usual = usual_term(one.kind);
    let limits = ["negotiation.term.maximum", "negotiation.term.minimum"];
    limits.into_iter().chain(usual).find_map(|subject| {
        let rule = law.book.applies(subject, law.place, law.on)?.winner;
        let years = rule.quantity.as_ref().and_then(Quantity::whole)?;
        let months = u32::try_from(years).ok()?.checked_mul(12)?;
        let last = law::term_end(from, months)?;
        let wrong = match subject {
            "negotiation.term.maximum" if to > last => format!("超过{years}年"),
            "negotiation.term.minimum" if to < last => format!("不满{years}年"),
            "negotiation.term" | "negotiation.term.collective" if to != last => format!("不是{years}年"),
            _ => return None,
        };
        Some(format!(
            "{}的期限从{}到{}，{wrong}（{}）。登记错了的，请更正签字那一条；双方另有考虑的，在协商纪要里写明理由。",
            one.title,
            day_words(from),
            day_words(to),
            rule.reference().short
        ))
    })
}

/// Fewer originals than are filed with the department and kept by each party; where nobody told how many were signed, as many as the
/// text says.
fn originals(law: Law<'_>, one: &Agreement, signed: &Event) -> Option<String> {
    let (originals, words, mended) = match (signed.facts.copies, one.copies) {
        (Some(copies), _) => {
            (i64::from(copies), format!("签了{copies}份正本"), "请补签，或者更正签字那一条的份数。")
        }
        (None, Some(copies)) => {
            let mended = "请补签，并在签字那一条里登记正本份数。";
            (copies, format!("的正文写的是一式{copies}份"), mended)
        }
        (None, None) => return None,
    };
    let ruling = law.book.quantity(FILED, law.place, law.on).ok();
    let filed = ruling.as_ref().and_then(|(quantity, _)| quantity.whole());
    let title = &one.title;
    match (filed, ruling) {
        (Some(filed), Some((_, rule))) if originals < filed + KEPT => {
            let short =
                if originals < filed { "不够报送" } else { "报送以后双方不能各留一份" };
            Some(format!(
                "{title}{words}，{short}：报送要{filed}份（{}），双方再各留一份，至少{}份。{mended}",
                rule.short,
                filed + KEPT
            ))
        }
        (None, _) if originals < KEPT => Some(format!("{title}{words}，双方不能各留一份。")),
        _ => None,
    }
}
