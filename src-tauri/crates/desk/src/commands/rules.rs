//! The law page: the rules that stand at the ledger's place on its day, found by words, theme and change, and one
//! subject in full. How rules stand is the law book's; here it is only put into lines.

use affairs::union::rulebook::own::{self, OwnRuleInput};
use affairs::union::store;
use chrono::NaiveDate;
use law::{Confidence, Deadline, Found, Kind, Layer, OwnRule, Place, Standing, Status, Words, theme};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::open::Reading;

/// Which rules are looked for.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RulesQuery {
    /// Words of the title, note, instrument or contents; an article as 第十九条 or 第19条.
    #[ts(optional)]
    pub text: Option<String>,
    /// Only this theme, by its code.
    #[ts(optional)]
    pub theme: Option<String>,
    /// Only what came or went this year.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub changed: bool,
}

/// The rules found, and how many each theme has of what text and change leave.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rules {
    /// Name of the ledger's place.
    pub place: String,
    /// Whether the place's own rules were checked as a whole.
    pub local_checked: bool,
    /// The day they are judged by.
    pub day: NaiveDate,
    /// Version of the packs.
    pub pack: String,
    /// Themes in their order, those without a hit too.
    pub themes: Vec<ThemeCount>,
    /// By theme, then subject; within a subject the one that holds first.
    pub lines: Vec<RuleLine>,
}

/// How many rules of a theme were found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ThemeCount {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Rules found.
    pub rules: usize,
}

/// A rule in the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleLine {
    /// The rule's id.
    pub id: String,
    /// Name of its theme.
    pub theme: String,
    /// What it says, in one line.
    pub title: String,
    /// Its number in words, where it has one.
    pub quantity: Option<String>,
    /// Name of the law or regulation.
    pub instrument: String,
    /// 第…条.
    pub article: String,
    /// Its layer.
    pub layer: Layer,
    /// The layer's name: 国家, 江西省, …
    pub layer_name: String,
    /// How sure the pack is of it.
    pub confidence: Confidence,
    /// How it stands among those of its subject.
    pub standing: Standing,
    /// Why it is not the one that holds.
    pub why: Option<String>,
    /// Another binding rule of the same subject says otherwise.
    pub conflict: bool,
    /// What of it changes this year.
    pub change: Option<String>,
}

/// A rule whose subject is asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RuleAsked {
    /// The rule's id.
    pub id: String,
}

/// All rules of one subject as they stand here, the one that holds first.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleSubject {
    /// The rules.
    pub rules: Vec<RuleFull>,
    /// For a clock: what it would give if its event were today, the earliest binding day first.
    pub example: Option<Deadline>,
}

/// A rule with everything a reader may ask of it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleFull {
    /// As it stands in the list.
    pub line: RuleLine,
    /// The instrument's number, or the body and date that made it.
    pub number: String,
    /// Who owes or holds it, as 今日 names it.
    pub actor: String,
    /// Whether it binds.
    pub mandatory: bool,
    /// What follows when it is broken.
    pub consequence: Option<String>,
    /// What a reader should know.
    pub note: Option<String>,
    /// Enumerated contents.
    pub items: Vec<String>,
    /// First day in force.
    pub effective_from: NaiveDate,
    /// Last day in force, when it has ended.
    pub effective_to: Option<NaiveDate>,
    /// Official address of the text.
    pub source: String,
    /// Day on which it was last checked.
    pub verified_on: NaiveDate,
    /// Worked examples, a sentence each.
    pub cases: Vec<String>,
    /// The agreed number behind it, to be corrected.
    pub own: Option<OwnRuleInput>,
    /// The unit of its number as it is written after it; empty where there is none.
    pub unit: String,
    /// Whether another number may be agreed in the place of its own.
    pub takes_own: bool,
}

/// The rules that text, theme and change leave.
pub fn list(reading: &Reading<'_>, query: RulesQuery) -> Result<Rules, Problem> {
    let (book, place) = (reading.book, store::place(reading.connection)?);
    let words = Words::of(query.text.as_deref().unwrap_or_default());
    let mut found = book.survey(&place, reading.today);
    found.retain(|one| (one.change.is_some() || !query.changed) && words.find(one.rule));
    let themes = theme::THEMES.iter().map(|(code, name)| ThemeCount {
        code: (*code).to_owned(),
        name: (*name).to_owned(),
        rules: found.iter().filter(|one| one.rule.theme() == *code).count(),
    });
    let themes = themes.collect();
    if let Some(wanted) = &query.theme {
        found.retain(|one| one.rule.theme() == wanted);
    }
    found.sort_by_key(|one| theme::rank(one.rule.theme()));
    Ok(Rules {
        place: place_name(reading, &place),
        local_checked: book.local_status(&place) == Status::Ready,
        day: reading.today,
        pack: book.version().to_owned(),
        themes,
        lines: found.iter().map(line).collect(),
    })
}

/// One rule's subject in full.
pub fn one(reading: &Reading<'_>, asked: RuleAsked) -> Result<RuleSubject, Problem> {
    let (book, place) = (reading.book, store::place(reading.connection)?);
    let missing = || Problem::new("not_found", format!("法规库里没有编号为“{}”的规定。", asked.id));
    let subject = &book.rule(&asked.id).ok_or_else(missing)?.subject;
    let found = book.standings(subject, &place, reading.today);
    if found.is_empty() {
        let here = place_name(reading, &place);
        return Err(Problem::new("not_found", format!("编号为“{}”的规定不适用于{here}。", asked.id)));
    }
    // A condition is nobody's fact here, so only rules without one are counted.
    let clock = found.first().is_some_and(|one| {
        one.standing == Standing::Holds && matches!(one.rule.kind, Kind::Clock | Kind::Window)
    });
    let example = clock.then(|| book.deadline(subject, &place, reading.today)).transpose()?;
    let own = own::list(reading.connection)?;
    Ok(RuleSubject { rules: found.iter().map(|one| full(reading, &own, one)).collect(), example })
}

fn place_name(reading: &Reading<'_>, place: &Place) -> String {
    let code = place.city.as_deref().unwrap_or(&place.province);
    reading.book.place_name(place).map_or_else(|| format!("代码为{code}的地区"), str::to_owned)
}

fn line(found: &Found<'_>) -> RuleLine {
    let rule = found.rule;
    RuleLine {
        id: rule.id.clone(),
        theme: theme::name(rule.theme()).to_owned(),
        title: rule.title.clone(),
        quantity: rule.quantity_words(),
        instrument: rule.instrument.clone(),
        article: rule.article.clone(),
        layer: rule.layer,
        layer_name: rule.layer_name.clone(),
        confidence: rule.confidence,
        standing: found.standing,
        why: found.why.clone(),
        conflict: found.conflict,
        change: found.change.clone(),
    }
}

fn full(reading: &Reading<'_>, own: &[OwnRule], found: &Found<'_>) -> RuleFull {
    let rule = found.rule;
    RuleFull {
        line: line(found),
        number: rule.number.clone(),
        actor: rule.actor.label().to_owned(),
        mandatory: rule.mandatory,
        consequence: rule.consequence.clone(),
        note: rule.note.clone(),
        items: rule.items.iter().map(|item| item.text.clone()).collect(),
        effective_from: rule.effective_from,
        effective_to: rule.effective_to,
        source: rule.source.clone(),
        verified_on: rule.verified_on,
        cases: reading.book.case_words(rule),
        own: own.iter().find(|one| one.id == rule.id).and_then(OwnRuleInput::of),
        unit: rule.quantity.as_ref().map_or("", |quantity| quantity.unit.chinese()).to_owned(),
        takes_own: rule.takes_own(),
    }
}
