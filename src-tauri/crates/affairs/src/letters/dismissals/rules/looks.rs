//! What is looked into before the union says anything, what an answer means, and whom the law protects. When and how the union
//! answers stands in `rules` itself.

use chrono::NaiveDate;

use crate::Problem;
use crate::duty::day_words;
use crate::letters::dismissals::model::{
    DismissalAnswerItem, DismissalItem, DismissalKind, DismissalLook, DismissalOpinion, DismissalStance,
};
use crate::letters::dismissals::senior::Senior;
use crate::letters::rules::SupervisionLaw;

/// Whom the law protects and nobody has looked into, in words.
pub fn unchecked(looks: &[DismissalLook]) -> Vec<String> {
    let open = looks.iter().filter(|look| !look.answer.item.is_ground() && look.answer.yes.is_none());
    open.map(|look| look.label.clone()).collect()
}

/// Refuses to have no objection while it was not looked into whether the law protects the person, unless that is said.
///
/// Errors: `bad_input` at `unchecked`.
pub fn check_unchecked(opinion: &DismissalOpinion, looks: &[DismissalLook]) -> Result<(), Problem> {
    let open = unchecked(looks);
    if opinion.stance == DismissalStance::Object || opinion.unchecked == Some(true) || open.is_empty() {
        return Ok(());
    }
    let message = format!(
        "受法律保护的情形还有{}项没有核对（{}），先核对了才能说没有意见；确实不用核对的，请勾选“没有核对，也不提意见”。",
        open.len(),
        open.join("；")
    );
    Err(Problem::input("unchecked", message))
}

/// What an answer that raises something says in a letter to the employer, as one sentence.
pub fn finding(look: &DismissalLook) -> String {
    let note = look.answer.note.as_deref();
    let ground = |lacks: &str, or: &str| match note {
        Some(note) => format!("{lacks}：{note}"),
        None => format!("{lacks}{or}"),
    };
    let with_note =
        |words: String| format!("{words}{}", note.map(|note| format!("（{note}）")).unwrap_or_default());
    match look.answer.item {
        DismissalItem::Facts => ground("你单位所说的理由事实依据不足", "，或者没有听取本人的说明"),
        DismissalItem::Rules => {
            ground("你单位依据的规章制度没有经过民主程序，或者没有公示、告知职工", "，不能作为依据")
        }
        DismissalItem::Activity => with_note(format!("这次处理{}", look.label)),
        _ => with_note(format!("本人{}", look.label)),
    }
}

/// What the ledger knows of the person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Of a man nothing about pregnancy is asked.
    pub is_man: bool,
    /// 工会主席, 工会委员会委员 …
    pub offices: Vec<String>,
    /// For the workers' side of which talks they stand: 2026年度工资集体协商 …
    pub talks: Vec<String>,
    /// The day of the newest occupational health exam; what it says stands in the person's file alone.
    pub examined: Option<NaiveDate>,
    /// Long service near retirement, where the roster tells it.
    pub senior: Option<Senior>,
}

/// The subject of the rule behind an item.
fn subject(item: DismissalItem) -> Option<&'static str> {
    Some(match item {
        DismissalItem::Facts => return None,
        DismissalItem::Rules => "congress.rules.publication",
        DismissalItem::Exposure
        | DismissalItem::Injured
        | DismissalItem::Medical
        | DismissalItem::Women
        | DismissalItem::Senior => "union.dismissal.barred",
        DismissalItem::Officer => "union.officer.contract.part_time",
        DismissalItem::Representative => "negotiation.protection.contract_extended",
        DismissalItem::Activity => "union.reprisal",
    })
}

/// What an answer means for this kind of notice. The five of 劳动合同法第四十二条 bar a dismissal without fault and a lay-off, and
/// not one by fault.
fn warning(kind: DismissalKind, answer: &DismissalAnswerItem) -> Option<String> {
    use DismissalItem as Item;
    let yes = answer.yes?;
    if answer.item.is_ground() {
        return (!yes).then(|| match answer.item {
            Item::Facts => "事实不清或者没有证据，可以请单位查清以后再研究。".to_owned(),
            _ => "规章制度没有经过民主程序或者没有公示，不能作为依据，可以提出意见。".to_owned(),
        });
    }
    if !yes {
        return None;
    }
    let discipline = kind == DismissalKind::Discipline;
    Some(match answer.item {
        Item::Exposure | Item::Injured | Item::Medical | Item::Women | Item::Senior => match kind {
            DismissalKind::NoFault | DismissalKind::Layoff => {
                "法律规定不得这样解除，工会应当要求纠正。".to_owned()
            }
            DismissalKind::Fault => {
                "受保护的职工，只有本人确有法定的过失才能解除；请把事实核得更严。".to_owned()
            }
            DismissalKind::Discipline => "受保护的职工，处分不能变成变相解除。".to_owned(),
        },
        Item::Officer | Item::Representative if discipline => {
            "履职期间受保护，请核对处分是不是因为履职。".to_owned()
        }
        Item::Officer | Item::Representative => {
            "履职期间劳动合同受保护，除本人有严重过失等法定情形外不得解除。".to_owned()
        }
        _ => "不得因为参加工会活动或者履行工会职责解除劳动合同、打击报复，工会应当要求纠正。".to_owned(),
    })
}

/// Whether the rule behind an item stands against what the employer means to do: what protects a worker's health and old age bars
/// no dismissal by fault and no discipline (劳动合同法第四十二条 names articles 40 and 41 alone).
pub fn is_barred_by_law(kind: DismissalKind, item: DismissalItem) -> bool {
    use DismissalItem as Item;
    let protects_the_weak =
        matches!(item, Item::Exposure | Item::Injured | Item::Medical | Item::Women | Item::Senior);
    !(protects_the_weak && matches!(kind, DismissalKind::Fault | DismissalKind::Discipline))
}

/// The list of what is looked into, with its answers.
pub fn looks(
    law: SupervisionLaw<'_>,
    kind: DismissalKind,
    known: &Known,
    answers: &[DismissalAnswerItem],
    today: NaiveDate,
) -> Vec<DismissalLook> {
    let asked = DismissalItem::ALL.iter().filter(|item| !(**item == DismissalItem::Women && known.is_man));
    asked
        .map(|item| {
            let none = DismissalAnswerItem { item: *item, yes: None, note: None };
            let mut answer = answers.iter().find(|one| one.item == *item).cloned().unwrap_or(none);
            let senior = known.senior.as_ref().filter(|_| *item == DismissalItem::Senior);
            if let Some(senior) = senior {
                answer.yes = Some(senior.yes);
            }
            let ruling = subject(*item).and_then(|subject| law.book.applies(subject, law.place, today));
            let rule = ruling.as_ref().map(|ruling| ruling.winner.reference());
            let says = ruling.map(|ruling| {
                let own = ruling.winner.items.iter().find(|one| one.key.as_deref() == Some(item.code()));
                own.map_or_else(
                    || ruling.winner.title.clone(),
                    |one| format!("{}：{}", ruling.winner.title, one.text),
                )
            });
            let offices = match item {
                DismissalItem::Officer => told("账本里登记是", &known.offices, ""),
                DismissalItem::Exposure => known.examined.map(|day| {
                    format!(
                        "账本里有{}的职业健康检查记录，结论在本人档案里，写明用途后可以看到",
                        day_words(day)
                    )
                }),
                DismissalItem::Representative => told("账本里登记是", &known.talks, "的职工方协商代表"),
                _ => None,
            };
            DismissalLook {
                label: item.label().to_owned(),
                warning: warning(kind, &answer),
                covered: false,
                known: senior.map(|senior| senior.text.clone()).or(offices),
                settled: senior.is_some(),
                says,
                rule,
                answer,
            }
        })
        .collect()
}

/// What the ledger holds of somebody's offices; none where it holds nothing.
fn told(before: &str, what: &[String], after: &str) -> Option<String> {
    (!what.is_empty()).then(|| format!("{before}{}{after}", what.join("、")))
}
