//! What a draft leaves out: items of its kind, groups of workers, texts that a meeting agreed upon.

use super::looked::{Looked, finding};
use crate::Problem;
use crate::negotiation::contract::library::{KindItems, LibraryItem};
use crate::negotiation::contract::model::{
    ContractFinding, ContractFindingKind, ContractNeed, ContractRemedy, ContractSeverity,
};

/// The article that says that a contract must hold an item: of a binding rule of the place whose list names it. What a text only
/// calls usual, or lets the parties choose, asks for nothing.
fn asked(draft: &Looked<'_>, kind: &KindItems, item: &LibraryItem) -> Option<String> {
    kind.asked.iter().find_map(|subject| {
        let rule = draft.law.book.applies(subject, draft.law.place, draft.law.on)?.winner;
        let named =
            rule.items.iter().any(|one| item.words.iter().any(|word| one.text.contains(word.as_str())));
        (rule.mandatory && named).then(|| rule.reference().short)
    })
}

/// The article whose list of what such a contract may hold names an item.
fn usual(draft: &Looked<'_>, kind: &KindItems, item: &LibraryItem) -> Option<String> {
    kind.usual.iter().find_map(|subject| {
        let rule = draft.law.book.applies(subject, draft.law.place, draft.law.on)?.winner;
        let named =
            rule.items.iter().any(|one| item.words.iter().any(|word| one.text.contains(word.as_str())));
        named.then(|| rule.reference().short)
    })
}

/// What may be written in an item, by the list of the law; empty where none is of it.
fn parts(draft: &Looked<'_>, item: &LibraryItem) -> String {
    let ruling = item
        .parts
        .as_deref()
        .and_then(|subject| draft.law.book.applies(subject, draft.law.place, draft.law.on));
    ruling.map_or_else(String::new, |ruling| {
        let items: Vec<&str> = ruling.winner.items.iter().map(|one| one.text.as_str()).collect();
        format!("可以写：{}（{}）。", items.join("；"), ruling.winner.reference().short)
    })
}

/// What the law names together with an item and no clause of it says: it is read out of words, so it is advice.
fn unsaid(draft: &Looked<'_>, kind: &KindItems, item: &LibraryItem) -> Vec<ContractFinding> {
    let says = |word: &String| {
        draft.clauses.iter().any(|one| one.item == item.key && one.text.contains(word.as_str()))
    };
    let open = item.also.iter().filter(|part| !part.words.iter().any(says));
    open.map(|part| {
        let by_law = asked(draft, kind, item).or_else(|| draft.article(item.law.as_deref(), None));
        finding(
            ContractFindingKind::MissingItem,
            ContractSeverity::Should,
            format!("“{}”里没有写{}。", item.title, part.name),
            "从条款库放进一条，再按谈定的内容改。",
        )
        .by(by_law)
        .mended(ContractRemedy::Take { library: part.clause.clone() })
    })
    .collect()
}

/// The items and groups without a clause.
pub(super) fn missing(draft: &Looked<'_>) -> Result<Vec<ContractFinding>, Problem> {
    let kind = draft.library.items(draft.kind)?;
    let mut found = Vec::new();
    let written =
        |item: &str| draft.clauses.iter().any(|one| one.item == item && !one.text.trim().is_empty());
    for item in kind.items.iter().filter(|item| !written(&item.key)) {
        let by_law = asked(draft, kind, item);
        let severity = match (&by_law, item.need) {
            (Some(_), _) => ContractSeverity::Must,
            (None, ContractNeed::Must | ContractNeed::Should) => ContractSeverity::Should,
            (None, ContractNeed::May) => continue,
        };
        // The groups are told one by one below.
        if item.key == "groups" && !kind.groups.is_empty() {
            continue;
        }
        let breach = item.key == "breach";
        let message = if breach {
            "没有违约责任的条款：一方不履行时，没有办法追究。".to_owned()
        } else {
            format!("缺“{}”。", item.title)
        };
        let ready = draft.library.clauses(draft.kind).iter().find(|clause| clause.item == item.key);
        let way_out = match ready {
            Some(_) => "从条款库放进一条，再按谈定的内容改。",
            None => "补写一条。",
        };
        let way_out = format!("{way_out}{}", parts(draft, item));
        let what = if breach { ContractFindingKind::NoBreach } else { ContractFindingKind::MissingItem };
        let one = finding(what, severity, message, way_out).by(by_law
            .or_else(|| usual(draft, kind, item))
            .or_else(|| draft.article(item.law.as_deref(), item.basis.as_deref())));
        found.push(match ready {
            Some(clause) => one.mended(ContractRemedy::Take { library: clause.id.clone() }),
            None => one,
        });
    }
    found.extend(
        kind.items.iter().filter(|item| written(&item.key)).flat_map(|item| unsaid(draft, kind, item)),
    );
    for group in &kind.groups {
        let spoken = draft
            .clauses
            .iter()
            .any(|one| one.group.as_ref() == Some(&group.key) || one.text.contains(&group.name));
        let ready =
            draft.library.clauses(draft.kind).iter().find(|one| one.group.as_ref() == Some(&group.key));
        let (false, Some(clause)) = (spoken, ready) else { continue };
        found.push(
            finding(
                ContractFindingKind::MissingGroup,
                ContractSeverity::Should,
                format!("没有写到{}。", group.name),
                format!("从条款库放进一条；本单位没有{}的，可以不写。", group.name),
            )
            .by(Some(group.basis.clone()))
            .mended(ContractRemedy::Take { library: clause.id.clone() }),
        );
    }
    Ok(found)
}

/// What the meetings agreed upon and the draft does not hold.
pub(super) fn left_out(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let open = draft.agreed.iter().filter(|text| !text.taken);
    open.map(|text| {
        finding(
            ContractFindingKind::AgreedLeftOut,
            ContractSeverity::Should,
            format!("第{}轮会议已经就“{}”达成一致，草案里还没有这段文字。", text.round, text.title),
            "把一致的文字放进草案；已经用别的话写进去的，可以不放。",
        )
        .mended(ContractRemedy::TakeAgreed { topic: text.topic })
    })
    .collect()
}
