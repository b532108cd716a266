//! The clause library, the items of each kind of contract, the blanks and the words that are looked for, as they lie under
//! `assets/clauses`. Only read here; how a file is written stands in its README.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Problem;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::contract::model::{BlankKind, ContractNeed};
use crate::negotiation::contract::wages::{OfWage, WageWords};

/// Everything that the clause files hold.
#[derive(Debug, Clone)]
pub struct ClauseLibrary {
    kinds: Vec<KindItems>,
    clauses: BTreeMap<String, Vec<LibraryClause>>,
    /// What may be filled in.
    pub blanks: Vec<LibraryBlank>,
    /// What is looked for.
    pub words: Words,
}

/// The items and groups of one kind.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindItems {
    kind: String,
    /// The subjects of the rules that may say what such a contract must hold.
    #[serde(default)]
    pub asked: Vec<String>,
    /// The subjects of the rules that list what such a contract may hold: where one names an item, it is the ground of the advice.
    #[serde(default)]
    pub usual: Vec<String>,
    /// Its chapters in their order.
    #[serde(rename = "item")]
    pub items: Vec<LibraryItem>,
    /// The groups of workers it ought to speak of.
    #[serde(rename = "group", default)]
    pub groups: Vec<LibraryGroup>,
}

/// What a contract ought to hold: one chapter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LibraryItem {
    /// Its code.
    pub key: String,
    /// The chapter's title.
    pub title: String,
    /// How badly it is needed.
    pub need: ContractNeed,
    /// The subject of the rule that speaks of it.
    pub law: Option<String>,
    /// What speaks of it, where no pack holds it.
    pub basis: Option<String>,
    /// By these the list of a rule is known to name it.
    #[serde(default)]
    pub words: Vec<String>,
    /// The subject of the rule that lists what may be written in it.
    pub parts: Option<String>,
    /// What it joins to the rest, and a clause of it may leave unsaid.
    #[serde(default)]
    pub also: Vec<LibraryPart>,
}

/// A part of an item that is told of by itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LibraryPart {
    /// Its name.
    pub name: String,
    /// One of these stands in a clause of the item that speaks of it.
    pub words: Vec<String>,
    /// The library's clause that answers it.
    pub clause: String,
}

/// A group of workers with terms of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LibraryGroup {
    /// Its code.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What asks for it.
    pub basis: String,
}

/// A clause to take.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LibraryClause {
    /// Its code, for good.
    pub id: String,
    /// The item it answers.
    pub item: String,
    /// The group it is for.
    pub group: Option<String>,
    /// It stands in a fresh draft.
    #[serde(default)]
    pub start: bool,
    /// The subject of the rule behind it.
    pub law: Option<String>,
    /// What stands behind it, where no pack holds it.
    pub basis: Option<String>,
    /// Its words, blanks as 【名称】.
    pub text: String,
}

/// A blank.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LibraryBlank {
    /// Its name, as it stands in the text.
    pub name: String,
    /// What is filled in.
    pub kind: BlankKind,
    /// What may be chosen.
    #[serde(default)]
    pub choices: Vec<String>,
    /// The subject whose quantity is proposed.
    pub law: Option<String>,
    /// It tells of a party and stands above the clauses, in every contract.
    #[serde(default)]
    pub party: bool,
    /// With fewer than so many its clause comes to nothing.
    pub least: Option<u32>,
    /// The subject that asks for what the clause is about.
    pub least_law: Option<String>,
    /// The subject whose months so many days may not exceed.
    pub within: Option<String>,
}

/// What the look over a draft goes by.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Words that promise nothing.
    #[serde(rename = "vague")]
    pub vagues: Vec<Vague>,
    /// Facts of which a contract says one thing only.
    #[serde(rename = "fact")]
    pub facts: Vec<Fact>,
    /// How a wage of a month is told.
    pub wage: WageWords,
    /// Wages of a month that are paid at least to some: none may be under the local minimum.
    #[serde(default, rename = "floor")]
    pub floors: Vec<Fact>,
    /// Wages of an hour: none may be under the local minimum of an hour.
    #[serde(default)]
    pub hourly: Vec<Fact>,
    /// What a clause cannot lawfully agree upon.
    pub against: Vec<Against>,
    /// The kinds of days on which overtime has a rate of its own, the one with the least rate first.
    pub overtime: Vec<Overtime>,
    /// What a clause may be about.
    #[serde(rename = "topic")]
    pub topics: Vec<Topic>,
}

/// A kind of day with a rate of overtime of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overtime {
    /// What is paid for it.
    pub name: String,
    /// By these it is named.
    pub words: Vec<String>,
    /// The blank that holds its rate; that blank's rule is the law's least.
    pub blank: String,
}

/// Something that a clause cannot lawfully agree upon, by the words of a piece of a sentence.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Against {
    /// What it is called.
    pub name: String,
    /// The subject of the rule that says otherwise.
    pub law: String,
    /// One of these stands in the piece.
    pub words: Vec<String>,
    /// And one of these, where there are any.
    #[serde(default)]
    pub acts: Vec<String>,
    /// The piece or its sentence speaks of one of these, where there are any.
    #[serde(default)]
    pub about: Vec<String>,
    /// Under this item a clause speaks of it anyhow.
    pub item: Option<String>,
    /// A time of more months than one is one of the words.
    #[serde(default)]
    pub more_months: bool,
    /// None of these stands in the piece, nor in its sentence where the piece itself speaks of none of `about`.
    #[serde(default)]
    pub without: Vec<String>,
    /// What to write in its place.
    pub instead: String,
}

/// A subject of clauses, by which two of them are known to say the same thing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name.
    pub name: String,
    /// One of these stands in a sentence of the clause.
    pub words: Vec<String>,
    /// None of these stands in that sentence.
    #[serde(default)]
    pub without: Vec<String>,
}

/// A word that promises nothing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vague {
    /// The word.
    pub word: String,
    /// Longer words that hold it and are well.
    #[serde(default)]
    pub but: Vec<String>,
    /// What to write in its place.
    pub instead: String,
}

/// A fact of which a contract says one thing only.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its name.
    pub name: String,
    /// What kind of amount it is.
    pub kind: FactKind,
    /// One of these stands in the sentence before the amount.
    pub words: Vec<String>,
    /// None of these stands before the amount.
    #[serde(default)]
    pub without: Vec<String>,
    /// One of these behind the amount speaks of the fact as well.
    #[serde(default)]
    pub behind: Vec<String>,
    /// One of these stands anywhere in the sentence.
    #[serde(default)]
    pub about: Vec<String>,
    /// It may be a part of the wage only.
    #[serde(default)]
    pub part: bool,
    /// It is known by the name of such a part: told as one of a whole wage, it is that part.
    #[serde(default)]
    pub named: bool,
    /// A wage that is told in any joining of its words is the fact as well.
    pub wage: Option<OfWage>,
    /// The blank that holds it.
    pub blank: String,
}

/// The kinds of amounts that facts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FactKind {
    /// 元.
    Sum,
    /// %.
    Percent,
    /// 每月几日.
    Day,
}

#[derive(Deserialize)]
struct Kinds {
    kind: Vec<KindItems>,
}
#[derive(Deserialize)]
struct Blanks {
    blank: Vec<LibraryBlank>,
}
#[derive(Deserialize)]
struct Clauses {
    clause: Vec<LibraryClause>,
}

impl ClauseLibrary {
    /// Reads it. Errors: `assets` where a file is missing or cannot be read.
    pub fn load(assets: &Path) -> Result<ClauseLibrary, Problem> {
        let folder = assets.join("clauses");
        let mut clauses = BTreeMap::new();
        for kind in AgreementKind::ALL {
            let file: Clauses = read(&folder, kind.code())?;
            clauses.insert(kind.code().to_owned(), file.clause);
        }
        let kinds: Kinds = read(&folder, "items")?;
        let blanks: Blanks = read(&folder, "blanks")?;
        Ok(ClauseLibrary { kinds: kinds.kind, clauses, blanks: blanks.blank, words: read(&folder, "words")? })
    }

    /// The items and groups of a kind. Errors: `assets` where the kind is not told.
    pub fn items(&self, kind: AgreementKind) -> Result<&KindItems, Problem> {
        self.kinds.iter().find(|one| one.kind == kind.code()).ok_or_else(broken)
    }

    /// The clauses of a kind, in the order of the file.
    pub fn clauses(&self, kind: AgreementKind) -> &[LibraryClause] {
        self.clauses.get(kind.code()).map(Vec::as_slice).unwrap_or_default()
    }

    /// A clause by its code.
    pub fn clause(&self, id: &str) -> Option<&LibraryClause> {
        self.clauses.values().flatten().find(|clause| clause.id == id)
    }

    /// A blank by its name.
    pub fn blank(&self, name: &str) -> Option<&LibraryBlank> {
        self.blanks.iter().find(|blank| blank.name == name)
    }
}

fn broken() -> Problem {
    Problem::new("assets", "程序自带的合同条款不完整，请重新安装程序。")
}

fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T, Problem> {
    let text = std::fs::read_to_string(folder.join(format!("{name}.toml"))).map_err(|_| broken())?;
    toml::from_str(&text).map_err(|_| broken())
}

/// The names of the blanks in a text, in order, each once.
pub fn blanks_of(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for piece in text.split('【').skip(1) {
        if let Some((name, _)) = piece.split_once('】')
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{ClauseLibrary, blanks_of};
    use crate::negotiation::agreement::model::AgreementKind;
    use crate::negotiation::contract::means::PARTY;
    use crate::negotiation::contract::model::{GROUP_WORDS, ITEM_WORDS};
    use crate::negotiation::contract::topics::topics;
    use std::collections::BTreeSet;
    use std::path::Path;

    fn assets() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
    }

    #[test]
    fn every_clause_answers_an_item_of_its_kind_and_every_blank_is_known() {
        let library = ClauseLibrary::load(&assets()).unwrap();
        let mut ids = BTreeSet::new();
        let mut used = BTreeSet::new();
        for kind in AgreementKind::ALL {
            let items = library.items(*kind).unwrap();
            for clause in library.clauses(*kind) {
                assert!(ids.insert(clause.id.clone()), "{} stands twice", clause.id);
                assert!(
                    items.items.iter().any(|item| item.key == clause.item),
                    "{}: {}",
                    clause.id,
                    clause.item
                );
                if let Some(group) = &clause.group {
                    assert!(items.groups.iter().any(|one| one.key == *group), "{}: {group}", clause.id);
                }
                for name in blanks_of(&clause.text) {
                    assert!(library.blank(name).is_some(), "{}: 【{name}】 is not told", clause.id);
                    used.insert(name.to_owned());
                }
            }
            let words = |all: &[(&str, &str)], key: &str| all.iter().any(|(known, _)| *known == key);
            for group in &items.groups {
                assert!(words(GROUP_WORDS, &group.key), "a history reads {}", group.key);
            }
            for item in &items.items {
                assert!(words(ITEM_WORDS, &item.key), "a history reads {}", item.key);
                for part in &item.also {
                    let clause = library.clause(&part.clause).unwrap();
                    assert_eq!(clause.item, item.key, "{}", part.name);
                    assert!(part.words.iter().any(|word| clause.text.contains(word)), "{}", part.name);
                }
                assert!(
                    library.clauses(*kind).iter().any(|clause| clause.item == item.key),
                    "{}: an item can be answered with one click: {}",
                    kind.code(),
                    item.key
                );
            }
            for group in &items.groups {
                assert!(
                    library.clauses(*kind).iter().any(|clause| clause.group.as_ref() == Some(&group.key)),
                    "{}: a clause for {}",
                    kind.code(),
                    group.name
                );
            }
        }
        let parties = library.blanks.iter().filter(|blank| blank.party).map(|blank| blank.name.as_str());
        assert!(parties.eq(PARTY), "what tells of a party is known by its name");
        for blank in library.blanks.iter().filter(|blank| !blank.party) {
            assert!(used.contains(&blank.name), "no clause has 【{}】", blank.name);
        }
        for fact in library.words.facts.iter().chain(&library.words.floors).chain(&library.words.hourly) {
            assert!(library.blank(&fact.blank).is_some(), "{}: 【{}】", fact.name, fact.blank);
        }
        for day in &library.words.overtime {
            let blank = library.blank(&day.blank).unwrap();
            assert!(blank.law.is_some(), "{}: the law has a rate", day.name);
        }
    }

    #[test]
    fn every_subject_is_one_of_the_law() {
        let library = ClauseLibrary::load(&assets()).unwrap();
        let book = law::LawBook::load(&assets()).unwrap();
        let known: BTreeSet<&str> = book.rules().map(|rule| rule.subject.as_str()).collect();
        let of_clauses = library.clauses.values().flatten().filter_map(|clause| clause.law.as_deref());
        let of_items =
            library.kinds.iter().flat_map(|kind| &kind.items).filter_map(|item| item.law.as_deref());
        let of_blanks = library.blanks.iter().flat_map(|blank| {
            [&blank.law, &blank.least_law, &blank.within].into_iter().filter_map(|law| law.as_deref())
        });
        let of_words = library.words.against.iter().map(|one| one.law.as_str());
        let asked = library.kinds.iter().flat_map(|kind| kind.asked.iter().chain(&kind.usual));
        let parts =
            library.kinds.iter().flat_map(|kind| &kind.items).filter_map(|item| item.parts.as_deref());
        let asked = asked.map(String::as_str).chain(parts);
        for subject in of_clauses.chain(of_items).chain(of_blanks).chain(of_words).chain(asked) {
            assert!(known.contains(subject), "{subject}");
        }
    }

    #[test]
    fn a_wage_contract_has_the_nine_items_of_the_law_and_the_four_groups() {
        let library = ClauseLibrary::load(&assets()).unwrap();
        let items = library.items(AgreementKind::Wage).unwrap();
        let asked = items.items.iter().filter(|item| item.law.as_deref() == Some("negotiation.content"));
        let book = law::LawBook::load(&assets()).unwrap();
        let nine = book.rule("CN-CB-21").unwrap();
        assert_eq!(asked.count(), nine.items.len(), "an item of ours for each of the law's");
        let groups: Vec<&str> = items.groups.iter().map(|group| group.name.as_str()).collect();
        assert_eq!(groups, ["技术工人", "女职工", "被派遣劳动者", "农民工"]);
    }

    #[test]
    fn the_clause_of_the_lowest_wage_names_what_the_law_leaves_out_and_speaks_of_nothing_else() {
        let library = ClauseLibrary::load(&assets()).unwrap();
        let book = law::LawBook::load(&assets()).unwrap();
        let basis = book.rule("CN-WAGE-MINIMUM-BASIS").unwrap().reference();
        for id in ["wage.lowest", "collective.lowest"] {
            let text = &library.clause(id).unwrap().text;
            assert!(text.contains(&format!("《{}》{}", basis.instrument, basis.article)), "{id}");
            let less = ["加班工资", "中班", "夜班", "高温", "低温", "井下", "有毒有害", "福利待遇"];
            for word in less.iter().chain(&["当地规定"]) {
                assert!(text.contains(word), "{id}: {word}");
            }
            let spoken = topics(&library.words, text);
            assert_eq!(spoken, BTreeSet::from(["企业最低工资标准"]), "{id}: of that alone");
        }
    }

    #[test]
    fn blanks_are_read_off_the_text_once_each() {
        assert_eq!(blanks_of("自【起日】至【止日】，【起日】起执行"), ["起日", "止日"]);
        assert_eq!(blanks_of("没有空"), [""; 0]);
        assert_eq!(blanks_of("没有写完的【空"), [""; 0]);
    }
}
