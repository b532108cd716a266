//! All packs and calendars of one installation, read once and never changed: the questions that the
//! union's work asks of the law. Choosing is `ruling`, counting is `clock`, the file shape is `pack`.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::calendar::Calendar;
use crate::cases::{self, CaseOutcome};
use crate::clock::{self, Awaiting, Deadline, OtherDate, Window};
use crate::error::LawError;
use crate::pack::{self, SourceFile};
use crate::quantity::Quantity;
use crate::rule::{Kind, Pack, Place, Rule, RuleRef};
use crate::ruling::{BeatenRef, Ruling, RulingView, choose};

/// All rules and calendars; immutable, shared freely between threads.
#[derive(Debug, Clone)]
pub struct LawBook {
    packs: Vec<Pack>,
    rules: Vec<Rule>,
    calendar: Calendar,
    version: String,
}

impl LawBook {
    /// Reads `law/*.toml` and `calendar/*.toml` under the assets folder. Refuses unknown fields, rules
    /// without cases and ids used twice: half a law book is worse than none.
    pub fn load(assets: &Path) -> Result<Self, LawError> {
        Self::from_files(
            &pack::read_folder(&assets.join("law"))?,
            &pack::read_folder(&assets.join("calendar"))?,
        )
    }

    fn from_files(packs: &[SourceFile], calendars: &[SourceFile]) -> Result<Self, LawError> {
        let mut hasher = Sha256::new();
        let mut book = Self {
            packs: Vec::new(),
            rules: Vec::new(),
            calendar: Calendar::default(),
            version: String::new(),
        };
        let mut ids = BTreeSet::new();
        for file in packs {
            digest(&mut hasher, file);
            let (pack, rules) = pack::rules(file)?;
            for rule in &rules {
                if !ids.insert(rule.id.clone()) {
                    return Err(LawError::BadRule {
                        file: file.name.clone(),
                        id: rule.id.clone(),
                        reason: "编号重复".to_owned(),
                    });
                }
            }
            book.packs.push(pack);
            book.rules.extend(rules);
        }
        for file in calendars {
            digest(&mut hasher, file);
            let year = pack::calendar_year(file)?;
            book.calendar
                .add(year)
                .map_err(|reason| LawError::Malformed { file: file.name.clone(), reason })?;
        }
        book.version = hex::encode(hasher.finalize()).chars().take(12).collect();
        Ok(book)
    }

    /// Short hash over the bytes of all packs and calendars; stored with each verdict.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Heads of the loaded packs.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.packs.iter()
    }

    /// All rules.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// A rule by its id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The calendar of days off.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

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
        choose(self.candidates(subject, place, on, facts)).ok_or_else(|| no_rule(subject, place))
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
        let ruling = choose(self.clocks(subject, place, start)).ok_or_else(|| no_rule(subject, place))?;
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
        let on = events.iter().map(|(_, day)| *day).max().ok_or_else(|| no_rule(subject, place))?;
        let mut dated = Vec::new();
        let mut awaiting = Vec::new();
        for rule in self.clocks(subject, place, on) {
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
        dated.sort_by_key(|(rule, due)| {
            (!rule.mandatory, due.due, std::cmp::Reverse(rule.layer), rule.id.clone())
        });
        let mut dated = dated.into_iter();
        let Some((rule, first)) = dated.next() else { return Err(no_rule(subject, place)) };
        let others = dated.map(|(rule, due)| OtherDate {
            due: due.due,
            rule: rule.reference(),
            mandatory: rule.mandatory,
            sentence: due.explanation.sentence,
        });
        Ok(Deadline {
            due: first.due,
            rule: rule.reference(),
            others: others.collect(),
            awaiting,
            weekend_due: first.weekend_due,
            certain: first.certain,
            explanation: first.explanation,
            pack: self.version.clone(),
        })
    }

    /// The span that a window rule opens around `anchor` (a contract's last day, a meeting).
    pub fn window(&self, subject: &str, place: &Place, anchor: NaiveDate) -> Result<Window, LawError> {
        let windows = self.candidates(subject, place, anchor, &[]);
        let windows = windows.into_iter().filter(|rule| rule.kind == Kind::Window).collect();
        let rule = choose(windows).ok_or_else(|| no_rule(subject, place))?.winner;
        let (opens, closes, explanation) = clock::window(rule, &self.calendar, anchor)?;
        Ok(Window { opens, closes, rule: rule.reference(), explanation, pack: self.version.clone() })
    }

    /// A ruling as it crosses to the window, with one Chinese sentence.
    pub fn explain_ruling(&self, ruling: &Ruling<'_>) -> RulingView {
        let winner = ruling.winner.reference();
        let mut sentence = format!("依{}《{}》{}", winner.layer_name, winner.instrument, winner.article);
        sentence.push_str(&format!(",{}", ruling.winner.title));
        for beaten in &ruling.beaten {
            let rule = beaten.rule.reference();
            sentence.push_str(&format!(";《{}》{}未适用:{}", rule.instrument, rule.article, beaten.why));
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

    /// Runs the worked examples of every rule.
    pub fn run_cases(&self) -> Vec<CaseOutcome> {
        cases::run(self)
    }

    fn candidates(&self, subject: &str, place: &Place, on: NaiveDate, facts: &[&str]) -> Vec<&Rule> {
        let mut found: Vec<&Rule> = self.rules.iter().filter(|rule| rule.subject == subject).collect();
        found.retain(|rule| rule.in_force(place, on) && rule.meets(facts));
        found
    }

    fn clocks(&self, subject: &str, place: &Place, on: NaiveDate) -> Vec<&Rule> {
        let mut found = self.candidates(subject, place, on, &[]);
        found.retain(|rule| matches!(rule.kind, Kind::Clock | Kind::Window));
        found
    }
}

fn digest(hasher: &mut Sha256, file: &SourceFile) {
    hasher.update(file.name.as_bytes());
    hasher.update([0]);
    hasher.update(file.text.as_bytes());
    hasher.update([0]);
}

fn no_rule(subject: &str, place: &Place) -> LawError {
    let code = place.city.as_deref().unwrap_or(&place.province);
    LawError::NoRule { subject: subject.to_owned(), place: format!("地区{code}") }
}
