//! Numbers and worked examples of rules in Chinese words, for people who read the law rather than its data.
//! It only tells; what a number allows is `quantity`, how days are counted is `days`.

use crate::book::LawBook;
use crate::explain::chinese;
use crate::quantity::{Amount, Quantity, Threshold, Unit};
use crate::rule::{Case, Direction, Expect, Kind, Rule};

impl Rule {
    /// The rule's number as a person says it, the number first, so that a narrow column cuts only its event:
    /// 20日内（收到协商意向书后）, 至少提前7日（召开职工代表大会）, 不少于三分之一.
    pub fn quantity_words(&self) -> Option<String> {
        let quantity = self.quantity.as_ref()?;
        let plain = amount_words(quantity);
        let event = self.start_label.as_deref().unwrap_or_default();
        Some(match (self.kind, self.direction) {
            (Kind::Clock, Some(Direction::After)) => format!("{plain}内（{event}后）"),
            (Kind::Clock, Some(Direction::Before)) => format!("至少提前{plain}（{event}）"),
            (Kind::Window, Some(Direction::After)) => format!("{plain}之内（{event}后）"),
            (Kind::Window, Some(Direction::Before)) => format!("{plain}之内（{event}前）"),
            _ => format!("{}{plain}", threshold_words(quantity.threshold)),
        })
    }
}

impl LawBook {
    /// The worked examples of a rule, a sentence each.
    pub fn case_words(&self, rule: &Rule) -> Vec<String> {
        rule.cases.iter().map(|case| self.case_sentence(rule, case)).collect()
    }

    fn case_sentence(&self, rule: &Rule, case: &Case) -> String {
        let given = &case.given;
        let event = rule.start_label.as_deref().unwrap_or_default();
        let mut facts = Vec::new();
        facts.extend(given.start.map(|day| format!("{}{event}", chinese(day))));
        facts.extend(given.place.as_deref().map(|code| match self.region_name(code) {
            Some(name) => name.to_owned(),
            None => format!("代码为{code}的地区"),
        }));
        facts.extend(given.on.map(chinese));
        if rule.condition.as_ref().is_some_and(|condition| given.facts.contains(condition)) {
            facts.extend(rule.condition_label.clone());
        }
        facts.extend(given.whole.map(|whole| format!("总数{whole}")));
        facts.extend(given.value.map(|value| match &rule.quantity {
            Some(Quantity { amount: Amount::Whole { .. }, unit, .. }) => whole_words(value.into(), *unit),
            _ => value.to_string(),
        }));
        let outcome = match (&case.expect, given.value.is_some()) {
            (Expect::Due(day), _) => format!("到{}", chinese(*day)),
            (Expect::Span { opens, closes }, _) => format!("从{}到{}", chinese(*opens), chinese(*closes)),
            (Expect::Holds(true), true) => "符合".to_owned(),
            (Expect::Holds(false), true) => "不符合".to_owned(),
            (Expect::Holds(true), false) => "适用".to_owned(),
            (Expect::Holds(false), false) => "不适用".to_owned(),
        };
        format!("{}：{outcome}。", facts.join("，"))
    }
}

/// The number with its unit.
fn amount_words(quantity: &Quantity) -> String {
    match &quantity.amount {
        Amount::Whole { n } => whole_words(*n, quantity.unit),
        Amount::Ratio { num, den } => ratio_words(*num, *den),
        Amount::Bands { rows } => {
            let unit = quantity.unit.chinese();
            let told: Vec<String> = rows
                .iter()
                .map(|row| match row.to {
                    Some(to) if to == row.from => format!("{to}时{}{unit}", row.value),
                    Some(to) => format!("{}至{to}时{}{unit}", row.from, row.value),
                    None => format!("{}以上时{}{unit}", row.from, row.value),
                })
                .collect();
            format!("（分档）{}", told.join("，"))
        }
    }
}

fn whole_words(n: i64, unit: Unit) -> String {
    if unit != Unit::Fen {
        return format!("{n}{}", unit.chinese());
    }
    let (yuan, fen) = (n / 100, n % 100);
    match (yuan % 10_000, fen) {
        (0, 0) if yuan > 0 => format!("{}万元", yuan / 10_000),
        (_, 0) => format!("{yuan}元"),
        _ => format!("{yuan}.{fen:02}元"),
    }
}

/// 半数 and shares that a law counts in parts stay parts; the rest is per cent, to one place.
fn ratio_words(num: u32, den: u32) -> String {
    let per_mille = u64::from(num) * 1000;
    let whole = per_mille / u64::from(den.max(1));
    match (num, den) {
        (1, 2) => "半数".to_owned(),
        _ if den == 0 || per_mille % u64::from(den) != 0 => format!("{}分之{}", numeral(den), numeral(num)),
        _ if whole % 10 == 0 => format!("{}%", whole / 10),
        _ => format!("{}.{}%", whole / 10, whole % 10),
    }
}

fn threshold_words(threshold: Threshold) -> &'static str {
    match threshold {
        Threshold::AtLeast => "不少于",
        Threshold::AtMost => "不超过",
        Threshold::Over => "超过",
        Threshold::Under => "不满",
        Threshold::Exactly => "等于",
    }
}

/// A number from 1 to 9999 as laws write it: 十九, 一百零三; others in digits.
fn numeral(n: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if n == 0 || n > 9999 {
        return n.to_string();
    }
    let mut out = String::new();
    let mut gap = false;
    for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = n / power % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push('零');
        }
        // 十九, not 一十九; inside a number 一百一十九.
        if !(power == 10 && digit == 1 && out.is_empty()) {
            out.push_str(DIGITS.get(digit as usize).copied().unwrap_or_default());
        }
        out.push_str(unit);
    }
    out
}
