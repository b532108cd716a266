//! Reads packs and calendars from TOML and refuses what cannot be trusted: unknown fields, a rule
//! without cases, a number without unit, a limit shown from one side only, an id used twice.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Deserialize;

use crate::calendar::{CalendarYear, FixedDays};
use crate::error::LawError;
use crate::quantity::{Amount, Band, Quantity, Threshold, Unit};
use crate::rule::{Actor, Case, Confidence, Direction, Expect, Force, Item, Kind, Layer, Pack, Rule, Status};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPack {
    pack: Pack,
    #[serde(default)]
    instrument: Vec<RawInstrument>,
    #[serde(default)]
    rule: Vec<RawRule>,
}

/// What all rules of one instrument share; `key` is what they name it by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInstrument {
    key: String,
    name: String,
    number: String,
    force: Force,
    effective_from: NaiveDate,
    effective_to: Option<NaiveDate>,
    source: String,
    verified_on: NaiveDate,
    confidence: Confidence,
    #[serde(default)]
    scope: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawAmount {
    Whole(i64),
    Ratio(String),
    Bands(Vec<Band>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: String,
    subject: String,
    title: String,
    instrument: String,
    article: String,
    kind: Kind,
    start_event: Option<String>,
    start_label: Option<String>,
    quantity: Option<RawAmount>,
    #[serde(default)]
    unit: Unit,
    #[serde(default)]
    threshold: Threshold,
    direction: Option<Direction>,
    actor: Actor,
    consequence: Option<String>,
    mandatory: bool,
    #[serde(default)]
    yields: bool,
    #[serde(default)]
    special: u8,
    condition: Option<String>,
    condition_label: Option<String>,
    scope: Option<Vec<String>>,
    #[serde(default)]
    items: Vec<Item>,
    #[serde(default)]
    terms: BTreeMap<String, String>,
    effective_from: Option<NaiveDate>,
    effective_to: Option<NaiveDate>,
    verified_on: Option<NaiveDate>,
    confidence: Option<Confidence>,
    note: Option<String>,
    #[serde(default)]
    case: Vec<Case>,
}

/// A file with its bytes, so that a version can be taken over exactly what was read.
pub(crate) struct SourceFile {
    pub name: String,
    pub text: String,
}

/// All `.toml` files of a folder, by name.
pub(crate) fn read_folder(folder: &Path) -> Result<Vec<SourceFile>, LawError> {
    let label = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let unreadable =
        |error: std::io::Error| LawError::Unreadable { file: label.clone(), reason: error.to_string() };
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    paths.into_iter().map(|path| read_file(&path)).collect()
}

fn read_file(path: &Path) -> Result<SourceFile, LawError> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match fs::read_to_string(path) {
        Ok(text) => Ok(SourceFile { name, text }),
        Err(error) => Err(LawError::Unreadable { file: name, reason: error.to_string() }),
    }
}

/// One year of the calendar.
pub(crate) fn calendar_year(file: &SourceFile) -> Result<CalendarYear, LawError> {
    toml::from_str(&file.text).map_err(|error| malformed(file, &error))
}

/// The holidays of fixed dates.
pub(crate) fn fixed_days(file: &SourceFile) -> Result<FixedDays, LawError> {
    toml::from_str(&file.text).map_err(|error| malformed(file, &error))
}

/// The head and the rules of one pack.
pub(crate) fn rules(file: &SourceFile) -> Result<(Pack, Vec<Rule>), LawError> {
    let raw: RawPack = toml::from_str(&file.text).map_err(|error| malformed(file, &error))?;
    let bad = |id: &str, reason: &str| LawError::BadRule {
        file: file.name.clone(),
        id: id.to_owned(),
        reason: reason.to_owned(),
    };
    if !region_fits(&raw.pack) {
        return Err(bad(&raw.pack.region, "地区代码与层级不符"));
    }
    if raw.pack.status == Status::Blank && !raw.rule.is_empty() {
        return Err(bad(&raw.pack.region, "标为空白的地区不应含有规则"));
    }
    let mut rules = Vec::new();
    for rule in raw.rule {
        let id = rule.id.clone();
        let Some(instrument) = raw.instrument.iter().find(|one| one.key == rule.instrument) else {
            return Err(bad(&id, "没有找到它所引用的法规"));
        };
        let rule = build(rule, instrument, &raw.pack).map_err(|reason| bad(&id, reason))?;
        check(&rule).map_err(|reason| bad(&id, reason))?;
        rules.push(rule);
    }
    Ok((raw.pack, rules))
}

fn malformed(file: &SourceFile, error: &toml::de::Error) -> LawError {
    LawError::Malformed { file: file.name.clone(), reason: error.to_string() }
}

fn region_fits(pack: &Pack) -> bool {
    let digits = pack.region.chars().all(|c| c.is_ascii_digit());
    digits
        && match pack.layer {
            Layer::National => pack.region == "00",
            Layer::Province => pack.region.len() == 2 && pack.region != "00",
            Layer::City => pack.region.len() == 4,
            Layer::Own => true,
        }
}

fn build(raw: RawRule, instrument: &RawInstrument, pack: &Pack) -> Result<Rule, &'static str> {
    let quantity = match raw.quantity {
        None => None,
        Some(amount) => {
            Some(Quantity { amount: amount_of(amount)?, unit: raw.unit, threshold: raw.threshold })
        }
    };
    Ok(Rule {
        id: raw.id,
        subject: raw.subject,
        title: raw.title,
        instrument: instrument.name.clone(),
        number: instrument.number.clone(),
        article: raw.article,
        kind: raw.kind,
        start_event: raw.start_event,
        start_label: raw.start_label,
        quantity,
        direction: raw.direction,
        actor: raw.actor,
        consequence: raw.consequence,
        mandatory: raw.mandatory,
        yields: raw.yields,
        special: raw.special,
        force: instrument.force,
        condition: raw.condition,
        condition_label: raw.condition_label,
        scope: raw.scope.unwrap_or_else(|| instrument.scope.clone()),
        items: raw.items,
        terms: raw.terms,
        effective_from: raw.effective_from.unwrap_or(instrument.effective_from),
        effective_to: raw.effective_to.or(instrument.effective_to),
        source: instrument.source.clone(),
        verified_on: raw.verified_on.unwrap_or(instrument.verified_on),
        confidence: raw.confidence.unwrap_or(instrument.confidence),
        note: raw.note,
        layer: pack.layer,
        region: pack.region.clone(),
        layer_name: pack.name.clone(),
        cases: raw.case,
    })
}

fn amount_of(raw: RawAmount) -> Result<Amount, &'static str> {
    match raw {
        RawAmount::Whole(n) if n < 0 => Err("数值不能为负"),
        RawAmount::Whole(n) => Ok(Amount::Whole { n }),
        RawAmount::Bands(rows) => {
            let ascending = rows.windows(2).all(|pair| match pair {
                [low, high] => low.to.is_some_and(|to| to < high.from),
                _ => true,
            });
            if rows.is_empty() || !ascending {
                Err("分档表应从小到大且不重叠")
            } else {
                Ok(Amount::Bands { rows })
            }
        }
        RawAmount::Ratio(text) => {
            let parts =
                text.split_once('/').and_then(|(num, den)| Some((num.parse().ok()?, den.parse().ok()?)));
            match parts {
                Some((num, den)) if den > 0 => Ok(Amount::Ratio { num, den }),
                _ => Err("比例应写成“分子/分母”"),
            }
        }
    }
}

fn check(rule: &Rule) -> Result<(), &'static str> {
    let filled =
        [&rule.id, &rule.subject, &rule.title, &rule.instrument, &rule.number, &rule.article, &rule.source];
    if filled.iter().any(|text| text.trim().is_empty()) {
        return Err("编号、事项、名称、文号、条款或来源缺失");
    }
    if !rule.source.starts_with("https://") {
        return Err("来源应为官方网址");
    }
    if rule.condition.is_some() != rule.condition_label.is_some() {
        return Err("适用条件缺少代码或名称");
    }
    if rule.scope.iter().any(|matter| matter.trim().is_empty()) {
        return Err("适用的事项缺失");
    }
    if rule.terms.iter().any(|(key, word)| key.trim().is_empty() || word.trim().is_empty()) {
        return Err("用语的代码或文字缺失");
    }
    check_quantity(rule)?;
    check_cases(rule)
}

fn timed(rule: &Rule) -> bool {
    matches!(rule.kind, Kind::Clock | Kind::Window)
}

fn check_quantity(rule: &Rule) -> Result<(), &'static str> {
    let Some(quantity) = &rule.quantity else {
        return match rule.kind {
            Kind::Limit => Err("限额缺少数值"),
            Kind::Clock | Kind::Window => Err("期限缺少数值"),
            Kind::Duty | Kind::Right => Ok(()),
        };
    };
    if quantity.unit == Unit::None {
        return Err("有数值而没有单位");
    }
    if (quantity.unit == Unit::Ratio) != quantity.ratio().is_some() {
        return Err("比例与单位不符");
    }
    if timed(rule) {
        let spans = quantity.unit.counts_days() || matches!(quantity.unit, Unit::Hour | Unit::Minute);
        if !spans || quantity.whole().is_none() {
            return Err("期限的数值应为整数，单位应为时间");
        }
        if rule.start_event.is_none() || rule.start_label.is_none() || rule.direction.is_none() {
            return Err("期限缺少起算事件或方向");
        }
    }
    Ok(())
}

fn check_cases(rule: &Rule) -> Result<(), &'static str> {
    if rule.cases.is_empty() {
        return Err("没有验证用例");
    }
    let told = rule.cases.iter().all(|case| match rule.kind {
        Kind::Clock | Kind::Window => case.given.start.is_some(),
        Kind::Limit => case.given.value.is_some(),
        Kind::Duty | Kind::Right => case.given.value.is_some() || case.given.place.is_some(),
    });
    if !told {
        return Err("用例没有给出判断所需的条件");
    }
    let judged = |wanted: bool| rule.cases.iter().any(|case| case.expect == Expect::Holds(wanted));
    let both_sides = judged(true) && judged(false);
    if !timed(rule) && !both_sides {
        return Err("用例应同时给出成立和不成立的两面");
    }
    Ok(())
}
