//! Where a worker belongs (归口): by the class, by which unions there are at the firm, in its trade and at its place, and by how
//! many members it has. The order among the unions is the rule's; the verdict is one of words, with its article.

use chrono::NaiveDate;
use law::RuleRef;

use super::{PlatformLaw, article};
use crate::platform::model::{
    PlatformClass, PlatformCommittee, PlatformFirmInput, PlatformReferralTo, PlatformRoute,
};

/// Our own union, as far as routing asks.
#[derive(Debug, Clone)]
pub struct OwnUnion {
    /// Its name.
    pub name: String,
    /// The enterprises it covers: name and credit code.
    pub enterprises: Vec<(String, String)>,
}

/// A firm as routing reads it.
#[derive(Debug, Clone, Copy)]
pub struct Firm<'a> {
    /// The firm where the worker works.
    pub at: &'a PlatformFirmInput,
    /// The platform it works for, of a partner firm.
    pub platform: Option<&'a PlatformFirmInput>,
    /// Our members who work there.
    pub members: u32,
}

impl OwnUnion {
    /// Whether a firm is one of our enterprises: by its code, else by its name.
    fn covers(&self, firm: &PlatformFirmInput) -> bool {
        self.enterprises.iter().any(|(name, code)| match &firm.credit_code {
            Some(own) if !code.is_empty() => own == code,
            _ => *name == firm.name,
        })
    }

    /// Whether a union is we ourselves.
    fn is(&self, union: &str) -> bool {
        self.name == union
    }
}

/// Whether the members of a firm are enough for a committee of their own, where it has no union yet.
pub fn committee(law: PlatformLaw<'_>, firm: Firm<'_>, on: NaiveDate) -> Option<PlatformCommittee> {
    if firm.at.own_union.is_some() {
        return None;
    }
    let rule = law.winner("union.committee.required", on)?;
    let least = rule.quantity.as_ref()?;
    let members = firm.at.union_members.unwrap_or(0).max(firm.members);
    let required = least.allows(members, members);
    let reference = rule.reference();
    let wanted = least.boundary(members).unwrap_or_default();
    let name = &firm.at.name;
    let sentence = if required {
        format!(
            "{name}有会员{members}人，已满{wanted}人，依{}应当建立自己的基层工会委员会。",
            article(&reference)
        )
    } else {
        let small = law.winner("union.committee.small", on);
        let ways = small.map(|rule| {
            let ways: Vec<&str> = rule.items.iter().map(|item| item.text.as_str()).collect();
            format!("，可以{}", ways.join("，"))
        });
        format!(
            "{name}有会员{members}人，不足{wanted}人，依{}还不是必须建立工会委员会{}。",
            article(&reference),
            ways.unwrap_or_default()
        )
    };
    Some(PlatformCommittee { required, members, sentence, rule: reference })
}

/// A union that takes the worker.
struct Found<'a> {
    to: PlatformReferralTo,
    union: &'a str,
    why: String,
}

/// Where a worker of this class at this firm belongs.
pub fn route(
    law: PlatformLaw<'_>,
    own: &OwnUnion,
    firm: Firm<'_>,
    class: PlatformClass,
    on: NaiveDate,
) -> PlatformRoute {
    let committee = committee(law, firm, on);
    let labour = class == PlatformClass::Labour;
    let subject = if labour { "platform.routing.labour" } else { "platform.routing.other" };
    let rule = law.winner(subject, on);
    let order = rule.map(|rule| rule.items.iter().filter_map(|item| item.key.as_deref()).collect());
    let order: Vec<&str> = order.unwrap_or_default();
    let reference = rule.map(law::Rule::reference);
    let ground = match &reference {
        Some(rule) => format!("依{}，", article(rule)),
        None => String::new(),
    };
    if own.covers(firm.at) {
        let sentence = format!("{ground}{}是本会所在的单位，由本会吸收入会，不用转介。", firm.at.name);
        return verdict(true, None, sentence, reference, committee);
    }
    match order.iter().find_map(|key| taker(key, firm)) {
        Some(found) if own.is(found.union) => {
            let sentence = format!("{ground}{}，就是本会：由本会吸收入会，不用转介。", found.why);
            verdict(true, None, sentence, reference, committee)
        }
        Some(found) => {
            let sentence = format!(
                "{ground}{}的劳动者{}，介绍到{}（{}）入会；不是本会会员，不计入本会的入会率。",
                class.label(),
                found.why,
                found.union,
                found.to.label()
            );
            verdict(false, Some((found.to, found.union)), sentence, reference, committee)
        }
        None => {
            let sentence = format!(
                "{ground}应当介绍到{}，但账本里还没有登记这些工会的名称：请向上级工会打听，填在{}的资料里。",
                order_words(rule),
                firm.at.name
            );
            verdict(false, None, sentence, reference, committee)
        }
    }
}

/// The same for somebody who is a member of ours: they are counted here, and go elsewhere by their membership alone.
pub fn of_member(route: PlatformRoute, name: &str) -> PlatformRoute {
    if route.ours {
        return route;
    }
    let elsewhere = route.union.as_ref().map(|union| format!("按归口属于{union}；")).unwrap_or_default();
    let sentence =
        format!("{name}是本会会员，不用转介，计入本会。{elsewhere}本人要到别的工会去的，请办会籍转出。");
    PlatformRoute { ours: true, to: None, union: None, sentence, ..route }
}

fn verdict(
    ours: bool,
    found: Option<(PlatformReferralTo, &str)>,
    sentence: String,
    rule: Option<RuleRef>,
    committee: Option<PlatformCommittee>,
) -> PlatformRoute {
    PlatformRoute {
        ours,
        to: found.map(|(to, _)| to),
        union: found.map(|(_, union)| union.to_owned()),
        sentence,
        rule,
        committee,
    }
}

fn order_words(rule: Option<&law::Rule>) -> String {
    let items = rule.map(|rule| rule.items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>());
    match items {
        Some(items) if !items.is_empty() => items.join("、"),
        _ => "行业或者属地的工会".to_owned(),
    }
}

/// The union that an item of the rule names, where the register knows one.
fn taker<'a>(key: &str, firm: Firm<'a>) -> Option<Found<'a>> {
    let platform = firm.platform;
    let from = |one: fn(&PlatformFirmInput) -> Option<&str>| one(firm.at).or_else(|| platform.and_then(one));
    let found = |to, union, why: String| Some(Found { to, union, why });
    match key {
        "employer" => {
            let union = firm.at.own_union.as_deref()?;
            found(PlatformReferralTo::Employer, union, format!("，{}有工会", firm.at.name))
        }
        "platform" => match firm.at.own_union.as_deref() {
            Some(union) => found(PlatformReferralTo::Platform, union, format!("，{}有工会", firm.at.name)),
            None => {
                let platform = platform?;
                let union = platform.own_union.as_deref()?;
                let why = format!("，{}没有工会，平台{}有工会", firm.at.name, platform.name);
                found(PlatformReferralTo::Platform, union, why)
            }
        },
        "trade" => {
            let union = from(|one| one.trade_union.as_deref())?;
            let why = format!("，企业还没有工会，{}行业有工会联合会", firm.at.trade.label());
            found(PlatformReferralTo::Trade, union, why)
        }
        "township" => {
            let union = from(|one| one.local_union.as_deref())?;
            found(PlatformReferralTo::Township, union, "，企业和行业都还没有工会".to_owned())
        }
        _ => None,
    }
}
