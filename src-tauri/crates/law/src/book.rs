//! All packs and calendars of one installation, read once and never changed. The file shape is `pack`;
//! what can be asked of the book is `questions`, its worked examples are run by `cases`.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::calendar::{Calendar, CalendarYear};
use crate::error::LawError;
use crate::pack::{self, SourceFile};
use crate::rule::{Layer, Pack, Place, Rule, Status};

/// Why a rule whose id another file has does not enter.
pub const ID_TWICE: &str = "编号重复";

/// So many matters the rules may name in all: a book is read for each group of them.
const MOST_MATTERS: usize = 8;

/// The file of the holidays that fall on the same day each year; the others hold one year each.
const FIXED: &str = "fixed.toml";

/// All rules and calendars; immutable, shared freely between threads.
#[derive(Debug, Clone)]
pub struct LawBook {
    pub(crate) packs: Vec<Pack>,
    pub(crate) rules: Vec<Rule>,
    /// Ids of the rules of each file, so that a newer one can take its place.
    files: BTreeMap<String, Vec<String>>,
    pub(crate) calendar: Calendar,
    pub(crate) version: String,
    /// The same book as it reads for single matters; made when first asked for.
    scoped: OnceLock<Arc<Scoped>>,
}

/// A book as it reads without the rules that are about other matters alone.
#[derive(Debug)]
struct Scoped {
    /// The matters that rules name, each once.
    matters: Vec<String>,
    /// By which of them are read for, the first in the lowest bit; each made when first asked for.
    books: Vec<OnceLock<LawBook>>,
}

impl Scoped {
    fn of(rules: &[Rule]) -> Self {
        let named: BTreeSet<&String> = rules.iter().flat_map(|rule| &rule.scope).collect();
        let matters: Vec<String> = named.into_iter().cloned().collect();
        let books = (0..(1_usize << matters.len())).map(|_| OnceLock::new()).collect();
        Self { matters, books }
    }
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

    /// A new book with one more calendar year, e.g. next year's notice, which takes the place of an earlier reading
    /// of the same year.
    pub fn with_year(&self, year: CalendarYear) -> Result<Self, LawError> {
        let mut book = self.clone();
        let lists = [&year.statutory, &year.rest, &year.work]
            .map(|list| list.iter().map(|one| format!("{} {}\n", one.date, one.name)).collect::<String>());
        let head = format!("{}\n{}", year.year, year.basis);
        book.version = version_of([&self.version, &head].into_iter().chain(&lists).map(String::as_str));
        let name = format!("{}年放假安排", year.year);
        book.changes();
        book.calendar.add(year).map_err(|reason| LawError::Malformed { file: name, reason })?;
        Ok(book)
    }

    fn from_files(packs: &[SourceFile], calendars: &[SourceFile]) -> Result<Self, LawError> {
        let parts = packs.iter().chain(calendars).flat_map(|file| [file.name.as_str(), file.text.as_str()]);
        let version = version_of(parts);
        let mut book = Self {
            packs: Vec::new(),
            rules: Vec::new(),
            files: BTreeMap::new(),
            calendar: Calendar::default(),
            version,
            scoped: OnceLock::new(),
        };
        packs.iter().try_for_each(|file| book.add_pack(file))?;
        for file in calendars {
            if file.name == FIXED { book.add_fixed(file)? } else { book.add_calendar(file)? }
        }
        Ok(book)
    }

    pub(crate) fn add_pack(&mut self, file: &SourceFile) -> Result<(), LawError> {
        let (pack, rules) = pack::rules(file)?;
        let mut ids: HashSet<&str> = self.rules.iter().map(|rule| rule.id.as_str()).collect();
        if let Some(twice) = rules.iter().find(|rule| !ids.insert(&rule.id)) {
            let (file, id, reason) = (file.name.clone(), twice.id.clone(), ID_TWICE.to_owned());
            return Err(LawError::BadRule { file, id, reason });
        }
        let mut matters: BTreeSet<&String> = self.rules.iter().flat_map(|rule| &rule.scope).collect();
        for rule in &rules {
            matters.extend(&rule.scope);
            if matters.len() > MOST_MATTERS {
                let (file, id) = (file.name.clone(), rule.id.clone());
                let reason = format!("全部规则适用的事项合起来超过{MOST_MATTERS}种");
                return Err(LawError::BadRule { file, id, reason });
            }
        }
        self.add_head(file, pack)?;
        self.changes();
        let named = self.files.entry(file.name.clone()).or_default();
        named.extend(rules.iter().map(|rule| rule.id.clone()));
        self.rules.extend(rules);
        Ok(())
    }

    /// The book as it reads for one matter: without the rules that are about others alone. The version is the same, for
    /// both are read from the same packs.
    pub fn scoped(&self, matter: &str) -> &LawBook {
        self.scoped_to(&[matter])
    }

    /// As [`LawBook::scoped`], for matters that are dealt with together: with the rules that are about any of them. A matter that no
    /// rule names is read without all that name one.
    pub fn scoped_to(&self, matters: &[&str]) -> &LawBook {
        let scoped = self.scoped.get_or_init(|| Arc::new(Scoped::of(&self.rules)));
        let asked = scoped.matters.iter().enumerate().filter(|(_, one)| matters.contains(&one.as_str()));
        let of = asked.fold(0, |of, (at, _)| of | (1_usize << at));
        scoped.books.get(of).map_or(self, |book| book.get_or_init(|| self.about(matters)))
    }

    fn about(&self, matters: &[&str]) -> LawBook {
        let is_about =
            |rule: &&Rule| rule.scope.is_empty() || matters.iter().any(|matter| rule.is_about(matter));
        LawBook {
            packs: self.packs.clone(),
            rules: self.rules.iter().filter(is_about).cloned().collect(),
            files: BTreeMap::new(),
            calendar: self.calendar.clone(),
            version: self.version.clone(),
            scoped: OnceLock::new(),
        }
    }

    /// Forgets how it read for single matters, for its rules are being changed.
    pub(crate) fn changes(&mut self) {
        self.scoped = OnceLock::new();
    }

    /// The rules of a file.
    pub(crate) fn of_file(&self, name: &str) -> Vec<&Rule> {
        let ids = self.files.get(name).map_or(&[][..], Vec::as_slice);
        self.rules.iter().filter(|rule| ids.contains(&rule.id)).collect()
    }

    /// Takes the rules of a file out of the book.
    pub(crate) fn forget(&mut self, name: &str) -> Vec<Rule> {
        self.changes();
        let ids = self.files.remove(name).unwrap_or_default();
        let (gone, left) =
            std::mem::take(&mut self.rules).into_iter().partition(|rule| ids.contains(&rule.id));
        self.rules = left;
        gone
    }

    fn add_calendar(&mut self, file: &SourceFile) -> Result<(), LawError> {
        let year = pack::calendar_year(file)?;
        self.calendar.add(year).map_err(|reason| LawError::Malformed { file: file.name.clone(), reason })
    }

    fn add_fixed(&mut self, file: &SourceFile) -> Result<(), LawError> {
        let fixed = pack::fixed_days(file)?;
        self.calendar
            .set_fixed(fixed)
            .map_err(|reason| LawError::Malformed { file: file.name.clone(), reason })
    }

    /// A region may be spread over several files; they must agree on what it is. A blank head may stand
    /// beside partial ones: some themes of the region were checked, the rest was not.
    fn add_head(&mut self, file: &SourceFile, pack: Pack) -> Result<(), LawError> {
        let mut region =
            self.packs.iter().filter(|known| known.layer == pack.layer && known.region == pack.region);
        let agree = |known: &Pack| {
            known.name == pack.name && (known.status == Status::Ready) == (pack.status == Status::Ready)
        };
        if !region.clone().all(agree) {
            let reason = format!("地区{}的名称或状态与另一个文件不一致", pack.region);
            return Err(LawError::Malformed { file: file.name.clone(), reason });
        }
        if region.all(|known| *known != pack) {
            self.packs.push(pack);
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

    /// Whether local rules were checked for this place as a whole; where not, the window says that only
    /// national rules stand, save for the themes of [`LawBook::has_local_rules`].
    pub fn local_status(&self, place: &Place) -> Status {
        let local = |pack: &&Pack| match pack.layer {
            Layer::Province => pack.region == place.province,
            Layer::City => place.city.as_deref() == Some(pack.region.as_str()),
            Layer::National | Layer::Own => false,
        };
        let ready = self.packs.iter().filter(local).any(|pack| pack.status == Status::Ready);
        if ready { Status::Ready } else { Status::Blank }
    }

    /// Whether this place has rules of its own on a theme, the first word of a subject (`supervision`).
    /// A place whose negotiation rules stand blank may still have its own on letters or on the union.
    pub fn has_local_rules(&self, theme: &str, place: &Place, on: NaiveDate) -> bool {
        self.rules.iter().any(|rule| {
            matches!(rule.layer, Layer::Province | Layer::City)
                && rule.theme() == theme
                && rule.in_force(place, on)
        })
    }

    /// The name of a place: of the city's pack, else of the province's; None where neither is loaded.
    pub fn place_name(&self, place: &Place) -> Option<&str> {
        let codes = [place.city.as_deref().unwrap_or(&place.province), &place.province];
        codes.iter().find_map(|code| self.region_name(code))
    }

    /// The name of a region by its code, where a pack of it is loaded.
    pub(crate) fn region_name(&self, code: &str) -> Option<&str> {
        self.packs.iter().find(|pack| pack.region == code).map(|pack| pack.name.as_str())
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
}

/// Twelve hex digits over all parts, each closed by a zero byte so that no two splits agree.
pub(crate) fn version_of<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    hex::encode(hasher.finalize()).chars().take(12).collect()
}
