//! What the class of a worker changes: which subjects of law hold for L, N and I. Which rule of a subject holds, the packs say.

use chrono::NaiveDate;

use super::{PlatformLaw, told};
use crate::platform::model::{PlatformClass, PlatformClassRules, PlatformRule, PlatformTrade};

/// Of labour law, what a chair is asked first.
const LABOUR: [&str; 5] = [
    "safety.hours.day",
    "safety.hours.week",
    "safety.overtime.month",
    "leave.days",
    "safety.insurance.injury",
];
/// What holds for those who do not fully stand in a labour relation.
const PARTIAL: [&str; 8] = [
    "platform.agreement",
    "platform.guarantees",
    "platform.pay.minimum",
    "platform.pay.period",
    "platform.pay.holiday",
    "platform.hours",
    "platform.hours.stop",
    "platform.weather",
];
/// What holds for everyone who works off the orders of a platform, in whichever class.
const EVERYONE: [&str; 5] = [
    "members.join.new_forms",
    "platform.rules.heard",
    "platform.no_deposit",
    "platform.multi",
    "platform.appeal",
];
/// What the talks stand on.
const TALKS: [&str; 9] = [
    "platform.rules.heard",
    "platform.talks.yearly",
    "platform.talks.topics",
    "platform.talks.allowance",
    "platform.talks.result",
    "platform.rules.notice",
    "platform.hours.negotiated",
    "platform.pay.negotiated",
    "platform.opinion.answer",
];

/// The class in one sentence.
fn meaning(class: PlatformClass) -> &'static str {
    match class {
        PlatformClass::Labour => {
            "与企业订立劳动合同或者事实上是劳动关系：适用劳动法律的全部规定，由用人单位的工会吸收入会。"
        }
        PlatformClass::Partial => {
            "企业进行劳动管理，但不完全符合劳动关系：订立书面协议，适用下面的保障，由平台、行业或者属地的工会吸收入会。"
        }
        PlatformClass::Civil => {
            "依托平台自主经营、从事自由职业：按民事法律调整，劳动法律的工时、加班规定不适用；可以加入行业或者属地的工会。"
        }
    }
}

/// What a class changes, as the rules of a day have it.
pub fn of_class(law: PlatformLaw<'_>, class: PlatformClass, on: NaiveDate) -> PlatformClassRules {
    let own: &[&str] = match class {
        PlatformClass::Labour => &LABOUR,
        PlatformClass::Partial => &PARTIAL,
        PlatformClass::Civil => &[],
    };
    let mut rules = law.told(own, on);
    rules.extend(law.told(&EVERYONE, on));
    // Injury protection asks for no labour relation; whoever has one is insured by the employer.
    if class != PlatformClass::Labour {
        rules.extend(law.told(&["platform.injury.insured"], on));
    }
    PlatformClassRules { class, meaning: meaning(class).to_owned(), rules }
}

/// The rules that the talks with a platform stand on.
pub fn of_talks(law: PlatformLaw<'_>, on: NaiveDate) -> Vec<PlatformRule> {
    law.told(&TALKS, on)
}

/// The rules that a firm's own rules stand under, for its page.
pub fn of_platform(law: PlatformLaw<'_>, on: NaiveDate) -> Vec<PlatformRule> {
    law.told(&["platform.rules.heard", "platform.rules.notice", "platform.talks.yearly"], on)
}

/// That the orders of a trade are to be covered by injury protection, where the rule of the day names the trade.
pub fn insured(law: PlatformLaw<'_>, trade: PlatformTrade, on: NaiveDate) -> Option<PlatformRule> {
    let rule = law.winner("platform.injury.insured", on)?;
    rule.items.iter().any(|item| item.key.as_deref() == Some(trade.code())).then(|| told(rule))
}
