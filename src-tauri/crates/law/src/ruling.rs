//! Which rule holds when several speak of the same thing: special beats general, the local rule beats
//! the national one only where that one yields. Beaten rules stay visible with the reason.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::rule::{Layer, Rule, RuleRef};

/// The rule that holds, and those it set aside.
#[derive(Debug, Clone)]
pub struct Ruling<'a> {
    /// The rule that holds.
    pub winner: &'a Rule,
    /// The others, strongest first.
    pub beaten: Vec<Beaten<'a>>,
}

/// A rule set aside.
#[derive(Debug, Clone)]
pub struct Beaten<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// Why, in Chinese.
    pub why: String,
    /// Nothing sets it below the winner: it says the same, or stands beside it.
    pub beside: bool,
}

/// A ruling as it crosses to the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RulingView {
    /// The rule that holds.
    pub winner: RuleRef,
    /// Its one-line title.
    pub title: String,
    /// The others.
    pub beaten: Vec<BeatenRef>,
    /// One Chinese sentence.
    pub sentence: String,
    /// Version of the packs.
    pub pack: String,
}

/// A rule set aside, as it crosses to the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BeatenRef {
    /// The rule.
    pub rule: RuleRef,
    /// Why, in Chinese.
    pub why: String,
}

/// What is said of a rule that no order sets below the winner.
const BESIDE: &str = "与适用的规定内容相同或并行";

/// Chooses among rules of one subject that are all in force. None for no candidate.
pub(crate) fn choose(mut candidates: Vec<&Rule>) -> Option<Ruling<'_>> {
    candidates.sort_by(|a, b| key(b).cmp(&key(a)).then_with(|| a.id.cmp(&b.id)));
    candidates.first()?;
    // Whoever keeps an agreed number that asks more than binding law keeps both; one that asks less than it holds nowhere.
    let (own, laws): (Vec<&Rule>, Vec<&Rule>) =
        candidates.into_iter().partition(|rule| rule.layer == Layer::Own);
    let stands = |rule: &&Rule| laws.iter().filter(|law| law.mandatory).all(|law| !law.asks_as_much(rule));
    let (firm, void): (Vec<&Rule>, Vec<&Rule>) = own.into_iter().partition(stands);
    let candidates: Vec<&Rule> = firm.into_iter().chain(laws).chain(void).collect();
    let mut candidates = candidates.into_iter();
    let winner = candidates.next()?;
    let beaten = candidates
        .map(|rule| match why(winner, rule) {
            Some(why) => Beaten { rule, why, beside: false },
            None => Beaten { rule, why: BESIDE.to_owned(), beside: true },
        })
        .collect();
    Some(Ruling { winner, beaten })
}

/// A rule that does not yield stands before all that do, the more general first; then the more local,
/// the more special, the stronger instrument, the younger.
fn key(rule: &Rule) -> (u8, i8, bool, u8, crate::rule::Force, chrono::NaiveDate) {
    let layer = rule.layer as i8;
    let (firm, place) = if rule.yields { (0, layer) } else { (1, -layer) };
    (firm, place, rule.condition.is_some(), rule.special, rule.force, rule.effective_from)
}

/// The order that sets a rule below the winner; None when there is none.
fn why(winner: &Rule, rule: &Rule) -> Option<String> {
    if winner.layer == Layer::Own && rule.layer != Layer::Own {
        return Some("本单位的约定更严，照约定办也就守住了这一条".to_owned());
    }
    if winner.layer != rule.layer {
        return Some(if rule.layer == Layer::Own {
            "没有法定的严，不能低于法定，按法定办".to_owned()
        } else if winner.yields || winner.layer > rule.layer {
            format!("{}另有规定，适用当地规定", winner.layer_name)
        } else {
            format!("{}的规定不允许地方变通", winner.layer_name)
        });
    }
    if winner.condition.is_some() && rule.condition.is_none() {
        return Some(format!(
            "本单位属于“{}”，适用专门规定",
            winner.condition_label.as_deref().unwrap_or_default()
        ));
    }
    let same_layer = if winner.special > rule.special {
        "同级规定中，特别规定优先于一般规定"
    } else if winner.force > rule.force {
        "同级规定中，效力高的优先"
    } else if winner.effective_from > rule.effective_from {
        "同级规定中，新规定优先于旧规定"
    } else {
        return None;
    };
    Some(same_layer.to_owned())
}
