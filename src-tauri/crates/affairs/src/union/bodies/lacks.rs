//! What a body lacks by the law of the union's place on a day, each with its article. The numbers of members come from the
//! roster, the thresholds from the packs; what nobody can compute (who may not stand) the chair confirms.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use law::{Actor, LawBook, Place, Rule};

use super::model::{UnionBody, UnionLack, UnionOffice, UnionSeat, UnionTerm};
use super::rules::{certified, serves};
use crate::duty::{Whose, day_words};
use crate::members::membership::model::MembershipKind;
use crate::members::model::{MembershipState, PersonId};

/// What the verdicts are made of.
pub struct Facts<'a> {
    /// The packs.
    pub book: &'a LawBook,
    /// Where.
    pub place: &'a Place,
    /// When.
    pub today: NaiveDate,
    /// Members on the roster.
    pub members: u32,
    /// Women among them.
    pub women: u32,
    /// The committee that stands.
    pub committee: Option<&'a UnionTerm>,
    /// Whether a women's committee stands.
    pub women_stand: bool,
    /// Whose membership ended or is retained, and by what.
    pub gone: &'a BTreeMap<PersonId, MembershipKind>,
}

/// Whose a rule's move is.
fn whose(rule: &Rule) -> Whose {
    match rule.actor {
        Actor::Employer => Whose::Employer,
        Actor::Upper => Whose::Upper,
        Actor::Union | Actor::Both | Actor::Recipient => Whose::Union,
    }
}

fn by(rule: &Rule, text: String) -> UnionLack {
    UnionLack { text, rule: Some(rule.reference()), whose: whose(rule) }
}

fn of_record(text: String) -> UnionLack {
    UnionLack { text, rule: None, whose: Whose::Union }
}

impl<'a> Facts<'a> {
    fn rule(&self, subject: &str) -> Option<&'a Rule> {
        Some(self.book.applies(subject, self.place, self.today)?.winner)
    }

    /// The rule when so many are on its side of the line.
    fn reached(&self, subject: &str, value: u32) -> Option<&'a Rule> {
        self.rule(subject).filter(|rule| rule.quantity.as_ref().is_some_and(|line| line.allows(value, value)))
    }

    /// The rule that asks for a body here and now, and why.
    pub fn required(&self, body: UnionBody) -> Option<(&'a Rule, String)> {
        let (members, women) = (self.members, self.women);
        match body {
            UnionBody::Committee => self
                .reached("union.committee.required", members)
                .map(|rule| (rule, format!("会员{members}人，应当有工会委员会"))),
            UnionBody::Audit => {
                let rule = self.rule("union.audit_committee")?;
                let committee = self.committee.is_some() || self.required(UnionBody::Committee).is_some();
                committee.then(|| (rule, "有工会委员会的，同时要有经费审查委员会".to_owned()))
            }
            UnionBody::Women => self
                .reached("union.women.committee", women)
                .map(|rule| (rule, format!("女会员{women}人，应当有女职工委员会")))
                // The roster holds members; the firm has at least as many women at work.
                .or_else(|| {
                    let rule = self.reached("union.women.committee.workers", women)?;
                    Some((rule, format!("女职工至少{women}人，应当有女职工委员会")))
                }),
            UnionBody::Supervision => self
                .reached("supervision.committee.required", members)
                .map(|rule| (rule, format!("会员{members}人，应当有工会劳动法律监督委员会"))),
        }
    }

    /// Everything that a body lacks; nothing where it neither stands nor must.
    pub fn of(&self, body: UnionBody, term: Option<&UnionTerm>) -> Vec<UnionLack> {
        let Some(term) = term else {
            let missing = self.required(body).map(|(rule, why)| by(rule, format!("{why}，这里还没有登记。")));
            return missing.into_iter().collect();
        };
        let serving: Vec<&UnionSeat> = term.record.members.iter().filter(|seat| self.sits(seat)).collect();
        let mut lacks = Vec::new();
        if self.today > term.ends_on {
            let text = format!("{}的任期已于{}届满，还没有登记换届。", term.name, day_words(term.ends_on));
            lacks.push(UnionLack { text, rule: term.rule.clone(), whose: Whose::Union });
        }
        lacks.extend(term.record.members.iter().filter_map(|seat| self.lost(body, seat)));
        match body {
            UnionBody::Committee => self.committee_lacks(term, &serving, &mut lacks),
            UnionBody::Supervision => self.supervision_lacks(term, &serving, &mut lacks),
            UnionBody::Audit | UnionBody::Women => {}
        }
        // Of a chair who is gone it is told above.
        let registered = |seat: &UnionSeat| seat.office == UnionOffice::Chair && serves(seat, self.today);
        if !term.record.members.iter().any(registered) {
            lacks.push(of_record(format!("没有登记{}。", UnionOffice::Chair.called(body))));
        }
        lacks
    }

    /// Whether someone serves today and is a member still: a seat whose holder left is empty, whatever its days say.
    fn sits(&self, seat: &UnionSeat) -> bool {
        let left = seat.person.and_then(|person| self.gone.get(&person));
        serves(seat, self.today) && left.is_none_or(|kind| kind.state() != MembershipState::Left)
    }

    /// How many sit in a term.
    pub fn sitting(&self, term: &UnionTerm) -> u32 {
        count(term.record.members.iter().filter(|seat| self.sits(seat)))
    }

    /// That a seat's holder left the union or keeps a retained membership, and what to do.
    fn lost(&self, body: UnionBody, seat: &UnionSeat) -> Option<UnionLack> {
        if seat.to_on.is_some() || !serves(seat, self.today) {
            return None;
        }
        let kind = *self.gone.get(&seat.person?)?;
        let who = format!("{}{}", seat.office.called(body), seat.name.trim());
        let filled = match body {
            UnionBody::Committee | UnionBody::Audit => "按选举时的办法补选，报上一级工会批准",
            UnionBody::Women => "按产生时的办法替补",
            UnionBody::Supervision => "由工会委员会另派人替补",
        };
        let text = match kind.left() {
            Some(left) => format!("{who}{left}，席位空了：请填上离任日期，{filled}，再登记接任的人。"),
            None => format!(
                "{who}的会籍保留着：不再任职的，请填上离任日期，{filled}；回来任职的，请在会员页登记恢复会籍。"
            ),
        };
        Some(of_record(text))
    }

    fn committee_lacks(&self, term: &UnionTerm, serving: &[&UnionSeat], lacks: &mut Vec<UnionLack>) {
        let members = self.members;
        for (subject, side) in
            [("union.committee.seats.minimum", "不少于"), ("union.committee.seats.maximum", "不超过")]
        {
            let Some(rule) = self.rule(subject) else { continue };
            let Some(quantity) = &rule.quantity else { continue };
            // Beyond the table no line is known, so nothing is said.
            let Some(edge) = quantity.boundary(members) else { continue };
            if !quantity.allows(count(serving), members) {
                let now = serving.len();
                lacks.push(by(rule, format!("会员{members}人，委员应当{side}{edge}人，现有{now}人。")));
            }
        }
        if !term.record.cleared
            && let Some(rule) = self.rule("union.relatives_barred")
        {
            lacks.push(by(rule, format!("还没有核对委员里有没有不能当选的人：{}。", rule.title)));
        }
        let officer = serving.iter().any(|seat| seat.office == UnionOffice::Women);
        if self.women > 0
            && !officer
            && !self.women_stand
            && self.required(UnionBody::Women).is_none()
            && let Some(rule) = self.rule("union.women.member")
        {
            lacks.push(by(rule, "没有女职工委员会的，委员里应当有一名女职工委员。".to_owned()));
        }
    }

    fn supervision_lacks(&self, term: &UnionTerm, serving: &[&UnionSeat], lacks: &mut Vec<UnionLack>) {
        let now = count(serving);
        if let Some(rule) = self.rule("supervision.committee.size")
            && let Some(quantity) = &rule.quantity
            && !quantity.allows(now, now)
        {
            lacks.push(by(rule, format!("{}，现有{now}人。", rule.title)));
        }
        if let Some(rule) = self.rule("supervision.committee.odd") {
            if now % 2 == 0 {
                lacks.push(by(rule, format!("人数应当是单数，现有{now}人。")));
            }
            let chair = serving.iter().find(|seat| seat.office == UnionOffice::Chair);
            if let (Some(chair), Some(committee)) = (chair, self.committee)
                && !leads(committee, chair, self.today)
            {
                let name = chair.name.trim();
                let text =
                    format!("主任应当由工会主席或者副主席兼任，{name}在工会委员会里不是主席、副主席。");
                lacks.push(by(rule, text));
            }
        }
        if let Some(rule) = self.rule("supervision.inspectors")
            && let Some(quantity) = &rule.quantity
        {
            // Who stands twice holds one certificate.
            let holders: BTreeSet<_> = (serving.iter().filter(|seat| certified(seat, self.today)))
                .map(|seat| holder(seat))
                .collect();
            let holders = count(holders);
            if !quantity.allows(holders, holders) {
                lacks.push(by(rule, format!("{}，现有{holders}人的监督员证在有效期内。", rule.title)));
            }
        }
        if let (Some(rule), Some(committee)) = (self.rule("supervision.committee.term"), self.committee)
            && term.ends_on != committee.ends_on
        {
            let text = format!(
                "任期应当与工会委员会相同：工会委员会{}届满，这里是{}。",
                day_words(committee.ends_on),
                day_words(term.ends_on)
            );
            lacks.push(by(rule, text));
        }
    }
}

/// Whether someone is chair or vice-chair of the committee.
fn leads(committee: &UnionTerm, one: &UnionSeat, today: NaiveDate) -> bool {
    committee.record.members.iter().any(|seat| {
        matches!(seat.office, UnionOffice::Chair | UnionOffice::Vice)
            && serves(seat, today)
            && match (seat.person, one.person) {
                (Some(seat), Some(one)) => seat == one,
                _ => seat.name.trim() == one.name.trim(),
            }
    })
}

/// Who sits there: the person of the roster, else the name.
fn holder(seat: &UnionSeat) -> (Option<PersonId>, &str) {
    (seat.person, if seat.person.is_some() { "" } else { seat.name.trim() })
}

fn count<T>(all: impl IntoIterator<Item = T>) -> u32 {
    u32::try_from(all.into_iter().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "lacks_tests.rs"]
mod tests;
