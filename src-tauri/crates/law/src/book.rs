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

    /// A new book with one more pack, e.g. the chair's own-contract rules. `name` stands in errors.
    pub fn with_pack(&self, name: &str, toml: &str) -> Result<Self, LawError> {
        let mut book = self.clone();
        let file = SourceFile { name: name.to_owned(), text: toml.to_owned() };
        book.add_pack(&file)?;
        book.version = version_of([self.version.as_str(), toml]);
        Ok(book)
    }

    /// A new book with one more calendar year, e.g. next year's notice.
    pub fn with_calendar(&self, name: &str, toml: &str) -> Result<Self, LawError> {
        let mut book = self.clone();
        let file = SourceFile { name: name.to_owned(), text: toml.to_owned() };
        book.add_calendar(&file)?;
        book.version = version_of([self.version.as_str(), toml]);
        Ok(book)
    }

    fn from_files(packs: &[SourceFile], calendars: &[SourceFile]) -> Result<Self, LawError> {
        let parts = packs.iter().chain(calendars).flat_map(|file| [file.name.as_str(), file.text.as_str()]);
        let version = version_of(parts);
        let mut book = Self { packs: Vec::new(), rules: Vec::new(), calendar: Calendar::default(), version };
        packs.iter().try_for_each(|file| book.add_pack(file))?;
        calendars.iter().try_for_each(|file| book.add_calendar(file))?;
        Ok(book)
    }

    fn add_pack(&mut self, file: &SourceFile) -> Result<(), LawError> {
        let (pack, rules) = pack::rules(file)?;
        let mut ids: BTreeSet<&str> = self.rules.iter().map(|rule| rule.id.as_str()).collect();
        if let Some(twice) = rules.iter().find(|rule| !ids.insert(&rule.id)) {
            let (file, id, reason) = (file.name.clone(), twice.id.clone(), "编号重复".to_owned());
            return Err(LawError::BadRule { file, id, reason });
        }
        self.add_head(file, pack)?;
        self.rules.extend(rules);
        Ok(())
    }

    fn add_calendar(&mut self, file: &SourceFile) -> Result<(), LawError> {
        let year = pack::calendar_year(file)?;
        self.calendar.add(year).map_err(|reason| LawError::Malformed { file: file.name.clone(), reason })
    }

    /// A region may be spread over several files; they must agree on what it is.
    fn add_head(&mut self, file: &SourceFile, pack: Pack) -> Result<(), LawError> {
        match self.packs.iter().find(|known| known.layer == pack.layer && known.region == pack.region) {
            None => self.packs.push(pack),
            Some(known) if *known == pack => {}
            Some(_) => {
                let reason = format!("地区{}的名称或状态与另一个文件不一致", pack.region);
                return Err(LawError::Malformed { file: file.name.clone(), reason });
            }
        }
        Ok(())
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
        let on = events
            .iter()
            .map(|(_, day)| *day)
            .max()
            .ok_or_else(|| self.no_rule(subject, place, NaiveDate::MIN))?;
        let mut dated = Vec::new();
        let mut awaiting = Vec::new();
        // In ruling order, so that of two equal dates the stronger rule is named.
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
        dated.sort_by_key(|(rule, due)| (!rule.mandatory, due.due));
        let mut dated = dated.into_iter();
        let Some((rule, first)) = dated.next() else { return Err(self.no_rule(subject, place, on)) };
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

    /// Runs the worked examples of every rule.
    pub fn run_cases(&self) -> Vec<CaseOutcome> {
        cases::run(self)
    }

    fn candidates(&self, subject: &str, place: &Place, on: NaiveDate, facts: &[&str]) -> Vec<&Rule> {
        let mut found: Vec<&Rule> = self.rules.iter().filter(|rule| rule.subject == subject).collect();
        found.retain(|rule| rule.in_force(place, on) && rule.meets(facts));
        found
    }

    fn no_rule(&self, subject: &str, place: &Place, on: NaiveDate) -> LawError {
        let named = self.rules.iter().find(|rule| rule.subject == subject);
        let code = place.city.as_deref().unwrap_or(&place.province);
        let known = [code, place.province.as_str()];
        let region = known.iter().find_map(|code| self.packs.iter().find(|pack| pack.region == *code));
        LawError::NoRule {
            subject: subject.to_owned(),
            named: named.map_or(subject, |rule| rule.title.as_str()).to_owned(),
            place: region.map_or_else(|| format!("代码为{code}的地区"), |pack| pack.name.clone()),
            on: on.to_string(),
        }
    }

    fn clocks(&self, subject: &str, place: &Place, on: NaiveDate) -> Vec<&Rule> {
        let mut found = self.candidates(subject, place, on, &[]);
        found.retain(|rule| matches!(rule.kind, Kind::Clock | Kind::Window));
        found
    }
}

/// Twelve hex digits over all parts, each closed by a zero byte so that no two splits agree.
fn version_of<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    hex::encode(hasher.finalize()).chars().take(12).collect()
}
