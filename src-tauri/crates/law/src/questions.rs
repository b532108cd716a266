//! The questions that the union's work asks of the law book: which rule holds, when is it due, what is
//! the number. Reading the book is `book`, choosing is `ruling`, counting is `clock`.

use chrono::NaiveDate;

use crate::book::LawBook;
use crate::clock::{self, Awaiting, Deadline, OtherDate, Window};
use crate::error::LawError;
use crate::quantity::{Quantity, Unit};
use crate::rule::{Direction, Kind, Place, Rule, RuleRef};
use crate::ruling::{BeatenRef, Ruling, RulingView, choose};

/// The latest day of known events, by whose law they are judged.
fn latest(events: &[(&str, NaiveDate)]) -> NaiveDate {
    events.iter().map(|(_, day)| *day).max().unwrap_or(NaiveDate::MIN)
}

/// Whether the clock of a rule is over before that of another whatever day both start on. So many calendar days are never
/// longer than as many working days.
fn over_sooner(one: &Rule, other: &Rule) -> bool {
    let term = |rule: &Rule| {
        let after = rule.kind == Kind::Clock && rule.direction == Some(Direction::After);
        let quantity = rule.quantity.as_ref().filter(|_| after)?;
        Some((quantity.whole()?, quantity.unit))
    };
    match (term(one), term(other)) {
        (Some((many, Unit::CalendarDay)), Some((others, Unit::WorkingDay))) => many <= others,
        (Some((many, unit)), Some((others, of))) => unit == of && many < others,
        _ => false,
    }
}

/// A rule and the day that its clock comes to.
type Dated<'a> = (&'a Rule, clock::Due);

impl LawBook {
    /// The rule that holds for a subject at a place on a day, and those it set aside. Rules with a
    /// condition are left out; see [`LawBook::ruling_if`].
    pub fn ruling(&self, subject: &str, place: &Place, on: NaiveDate) -> Result<Ruling<'_>, LawError> {
        self.ruling_if(subject, place, on, &[])
    }

    /// As [`LawBook::ruling`], with the conditions that hold here (e.g. `above_scale`).
    pub fn ruling_if(
        &self,
        subject: &str,
        place: &Place,
        on: NaiveDate,
        facts: &[&str],
    ) -> Result<Ruling<'_>, LawError> {
        choose(self.candidates(subject, place, on, facts)).ok_or_else(|| self.no_rule(subject, place, on))
    }

    /// As [`LawBook::ruling`], for duties and rights that may not exist here: none is no error.
    pub fn applies(&self, subject: &str, place: &Place, on: NaiveDate) -> Option<Ruling<'_>> {
        choose(self.candidates(subject, place, on, &[]))
    }

    /// As [`LawBook::applies`], with the conditions that hold here.
    pub fn applies_if(
        &self,
        subject: &str,
        place: &Place,
        on: NaiveDate,
        facts: &[&str],
    ) -> Option<Ruling<'_>> {
        choose(self.candidates(subject, place, on, facts))
    }

    /// The number that holds for a subject, with its rule.
    pub fn quantity(
        &self,
        subject: &str,
        place: &Place,
        on: NaiveDate,
    ) -> Result<(Quantity, RuleRef), LawError> {
        self.quantity_if(subject, place, on, &[])
    }

    /// As [`LawBook::quantity`], with the conditions that hold here.
    pub fn quantity_if(
        &self,
        subject: &str,
        place: &Place,
        on: NaiveDate,
        facts: &[&str],
    ) -> Result<(Quantity, RuleRef), LawError> {
        let winner = self.ruling_if(subject, place, on, facts)?.winner;
        match &winner.quantity {
            Some(quantity) => Ok((quantity.clone(), winner.reference())),
            None => Err(LawError::NotOfThisKind { id: winner.id.clone(), wanted: "数值".to_owned() }),
        }
    }

    /// When a subject's clock, started on `start`, is due: the earliest mandatory date, the others
    /// beside it. Judged by the law of the start day. `start` is the day of the ruling rule's event;
    /// rules that start from another event are named in `awaiting`.
    pub fn deadline(&self, subject: &str, place: &Place, start: NaiveDate) -> Result<Deadline, LawError> {
        let ruling =
            choose(self.clocks(subject, place, start)).ok_or_else(|| self.no_rule(subject, place, start))?;
        let event = ruling.winner.start_event.clone().unwrap_or_default();
        self.deadline_from(subject, place, &[(&event, start)])
    }

    /// As [`LawBook::deadline`], from several known events (code, day); the law of the latest day counts.
    pub fn deadline_from(
        &self,
        subject: &str,
        place: &Place,
        events: &[(&str, NaiveDate)],
    ) -> Result<Deadline, LawError> {
        let (mut dated, awaiting) = self.dated(subject, place, events)?;
        dated.sort_by_key(|(rule, due)| (!rule.mandatory, due.due));
        self.first_of(dated, awaiting).ok_or_else(|| self.no_rule(subject, place, latest(events)))
    }

    /// As [`LawBook::deadline_from`], by the rule that holds at the place and not by the earliest: the time that a place's own law
    /// gives an authority is not cut short by a more general law that yields to it. The other dates stand beside it.
    pub fn ruled_deadline_from(
        &self,
        subject: &str,
        place: &Place,
        events: &[(&str, NaiveDate)],
    ) -> Result<Deadline, LawError> {
        let (dated, awaiting) = self.dated(subject, place, events)?;
        self.first_of(dated, awaiting).ok_or_else(|| self.no_rule(subject, place, latest(events)))
    }

    /// The clocks by which [`LawBook::deadline_from`] finds the earliest mandatory date, told before the days are known that they start
    /// on, one for each event: the ruling one first, then those of mandatory rules that start from another event and bind beside it.
    /// Of one event it is the ruling clock, unless another mandatory one is over sooner whatever the day; of two whose order depends
    /// on the day the stronger one stays. None where the place sets no term.
    pub fn first_clocks(&self, subject: &str, place: &Place, on: NaiveDate) -> Vec<&Rule> {
        let Some(Ruling { winner, beaten }) = choose(self.clocks(subject, place, on)) else {
            return Vec::new();
        };
        let mut first = vec![winner];
        for rule in beaten.into_iter().map(|beaten| beaten.rule).filter(|rule| rule.mandatory) {
            match first.iter().position(|one| one.start_event == rule.start_event) {
                Some(at) if over_sooner(rule, first[at]) => first[at] = rule,
                Some(_) => {}
                None => first.push(rule),
            }
        }
        first
    }

    /// The clocks of a subject that start from known events, in ruling order, so that of two equal dates the stronger rule is
    /// named; and those that wait for another event.
    fn dated(
        &self,
        subject: &str,
        place: &Place,
        events: &[(&str, NaiveDate)],
    ) -> Result<(Vec<Dated<'_>>, Vec<Awaiting>), LawError> {
        let on = latest(events);
        let mut dated = Vec::new();
        let mut awaiting = Vec::new();
        let ruling =
            choose(self.clocks(subject, place, on)).ok_or_else(|| self.no_rule(subject, place, on))?;
        for rule in std::iter::once(ruling.winner).chain(ruling.beaten.iter().map(|beaten| beaten.rule)) {
            let event = rule.start_event.as_deref().unwrap_or_default();
            match events.iter().find(|(code, _)| *code == event) {
                Some((_, start)) => dated.push((rule, clock::due(&self.calendar, rule, *start)?)),
                None => awaiting.push(Awaiting {
                    rule: rule.reference(),
                    start_event: event.to_owned(),
                    start_label: rule.start_label.clone().unwrap_or_default(),
                }),
            }
        }
        Ok((dated, awaiting))
    }

    /// The first of dates as the deadline, the others beside it.
    fn first_of(&self, dated: Vec<Dated<'_>>, awaiting: Vec<Awaiting>) -> Option<Deadline> {
        let mut dated = dated.into_iter();
        let (rule, first) = dated.next()?;
        let others = dated.map(|(rule, due)| OtherDate {
            due: due.due,
            rule: rule.reference(),
            mandatory: rule.mandatory,
            sentence: due.explanation.sentence,
        });
        Some(Deadline {
            due: first.due,
            rule: rule.reference(),
            others: others.collect(),
            awaiting,
            weekend_due: first.weekend_due,
            certain: first.certain,
            certain_due: first.certain_due,
            explanation: first.explanation,
            pack: self.version.clone(),
        })
    }

    /// The span that a window rule opens around `anchor` (a contract's last day, a meeting).
    pub fn window(&self, subject: &str, place: &Place, anchor: NaiveDate) -> Result<Window, LawError> {
        let windows = self.candidates(subject, place, anchor, &[]);
        let windows = windows.into_iter().filter(|rule| rule.kind == Kind::Window).collect();
        let rule = choose(windows).ok_or_else(|| self.no_rule(subject, place, anchor))?.winner;
        let (opens, closes, explanation) = clock::window(rule, &self.calendar, anchor)?;
        Ok(Window { opens, closes, rule: rule.reference(), explanation, pack: self.version.clone() })
    }

    /// A ruling as it crosses to the window, with one Chinese sentence.
    pub fn explain_ruling(&self, ruling: &Ruling<'_>) -> RulingView {
        let winner = ruling.winner.reference();
        let mut sentence = format!("依{}《{}》{}", winner.layer_name, winner.instrument, winner.article);
        sentence.push_str(&format!("，{}", ruling.winner.title));
        for beaten in &ruling.beaten {
            let rule = beaten.rule.reference();
            sentence.push_str(&format!("；《{}》{}未适用：{}", rule.instrument, rule.article, beaten.why));
        }
        sentence.push('。');
        let beaten = ruling
            .beaten
            .iter()
            .map(|beaten| BeatenRef { rule: beaten.rule.reference(), why: beaten.why.clone() })
            .collect();
        RulingView {
            winner,
            title: ruling.winner.title.clone(),
            beaten,
            sentence,
            pack: self.version.clone(),
        }
    }

    fn candidates(&self, subject: &str, place: &Place, on: NaiveDate, facts: &[&str]) -> Vec<&Rule> {
        let mut found: Vec<&Rule> = self.rules.iter().filter(|rule| rule.subject == subject).collect();
        found.retain(|rule| rule.in_force(place, on) && rule.meets(facts));
        found
    }

    fn no_rule(&self, subject: &str, place: &Place, on: NaiveDate) -> LawError {
        let named = self.rules.iter().find(|rule| rule.subject == subject);
        let code = place.city.as_deref().unwrap_or(&place.province);
        LawError::NoRule {
            subject: subject.to_owned(),
            named: named.map_or(subject, |rule| rule.title.as_str()).to_owned(),
            place: self.place_name(place).map_or_else(|| format!("代码为{code}的地区"), str::to_owned),
            on: on.to_string(),
        }
    }

    fn clocks(&self, subject: &str, place: &Place, on: NaiveDate) -> Vec<&Rule> {
        let mut found = self.candidates(subject, place, on, &[]);
        found.retain(|rule| matches!(rule.kind, Kind::Clock | Kind::Window));
        found
    }
}
