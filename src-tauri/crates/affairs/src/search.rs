//! What the search index is made of and how a query is put to it: a name or title character by character,
//! its full pinyin, its initials, and the last four of a person's ID number. The triggers that keep the index
//! stand in the migrations; what a hit shows is its module's (`found`), who may search what is `desk`'s.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::sync::LazyLock;

use pinyin::ToPinyin;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::Problem;
use crate::duty::Place;

/// Surnames that are read otherwise than the character alone, by the readings in use for names.
const SURNAMES: &[(&str, &[&str])] = &[
    ("万俟", &["mo", "qi"]),
    ("尉迟", &["yu", "chi"]),
    ("单于", &["chan", "yu"]),
    ("长孙", &["zhang", "sun"]),
    ("单", &["shan"]),
    ("解", &["xie"]),
    ("仇", &["qiu"]),
    ("曾", &["zeng"]),
    ("区", &["ou"]),
    ("任", &["ren"]),
    ("华", &["hua"]),
    ("盖", &["ge"]),
    ("查", &["zha"]),
    ("朴", &["piao"]),
    ("翟", &["zhai"]),
    ("覃", &["qin"]),
    ("尹", &["yin"]),
    ("洗", &["xian"]),
    ("冼", &["xian"]),
    ("员", &["yun"]),
    ("缪", &["miao"]),
    ("乐", &["yue"]),
    ("召", &["shao"]),
    ("燕", &["yan"]),
    ("晟", &["cheng"]),
    ("逄", &["pang"]),
    ("繁", &["po"]),
    ("秘", &["bi"]),
    ("种", &["chong"]),
    ("重", &["chong"]),
    ("折", &["she"]),
    ("黑", &["he"]),
    ("郇", &["xun"]),
    ("隗", &["wei"]),
    ("那", &["na"]),
    ("能", &["nai"]),
    ("都", &["du"]),
    ("宿", &["su"]),
    ("祭", &["zhai"]),
    ("俞", &["yu"]),
    ("幺", &["yao"]),
    ("佴", &["nai"]),
    ("哈", &["ha"]),
    ("尉", &["wei"]),
    ("曲", &["qu"]),
    ("卜", &["bu"]),
    ("沈", &["shen"]),
    ("阚", &["kan"]),
    ("牟", &["mu"]),
];

/// The syllables of a name, a surname by its own reading. Characters with no reading (Latin letters, the
/// dot, rare characters) are left out of the syllables.
pub fn syllables(name: &str) -> Vec<&'static str> {
    let (mut readings, rest) = SURNAMES
        .iter()
        .find(|(surname, _)| name.starts_with(surname) && name.len() > surname.len())
        .map_or((Vec::new(), name), |(surname, readings)| (readings.to_vec(), &name[surname.len()..]));
    readings.extend(rest.chars().filter_map(|c| c.to_pinyin()).map(|p| p.plain()));
    readings
}

/// The key a list is sorted by: full pinyin, then the name itself.
pub fn sort_key(name: &str) -> String {
    format!("{} {name}", syllables(name).join(" "))
}

/// The text one person is indexed by.
pub fn person_text(name: &str, id_number: Option<&str>) -> String {
    let mut words: Vec<String> = vec![String::new()];
    for c in name.chars() {
        match words.last_mut() {
            Some(word) if c.is_ascii_alphanumeric() => word.push(c.to_ascii_lowercase()),
            _ if c.is_alphanumeric() => words.extend([c.to_string(), String::new()]),
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    let syllables = syllables(name);
    if !syllables.is_empty() {
        words.push(syllables.concat());
        words.push(syllables.iter().filter_map(|s| s.chars().next()).collect());
        words.extend(syllables.iter().map(|syllable| (*syllable).to_owned()));
    }
    if let Some(number) = id_number {
        let tail: Vec<char> = number.chars().rev().take(4).collect();
        if tail.len() == 4 {
            words.push(tail.into_iter().rev().collect::<String>().to_lowercase());
        }
    }
    words.join(" ")
}

/// A typed query as an FTS5 expression: Han characters as one phrase, letters and digits as a prefix.
/// Pinyin typed with spaces counts as typed without. `None` when nothing of it can be searched.
pub fn query(typed: &str) -> Option<String> {
    put(typed, beginning)
}

/// The same for an answer at once among a million people. The index keeps the beginnings of words up to three letters; for
/// a longer one it would first gather everybody called 王 to tell the first fifty. Such a word that begins a syllable is
/// asked for as the syllables it can become, which are words of their own in the index.
fn quick(typed: &str) -> Option<String> {
    put(typed, |word| {
        let syllables: Vec<String> =
            becoming(word).iter().map(|syllable| format!("\"{syllable}\"")).collect();
        match syllables.as_slice() {
            [] => beginning(word),
            [one] => one.clone(),
            many => format!("({})", many.join(" OR ")),
        }
    })
}

/// What begins with a word.
fn beginning(word: &str) -> String {
    format!("\"{word}\"*")
}

/// The syllables that a word longer than the index's beginnings can become; none where it is no beginning of one.
fn becoming(word: &str) -> Vec<&'static str> {
    /// The longest beginning that the index keeps (`prefix` of `search_index`).
    const KEPT: usize = 3;
    static SYLLABLES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let read = ('\u{4E00}'..='\u{9FFF}').filter_map(|c| c.to_pinyin()).map(|reading| reading.plain());
        read.filter(|syllable| syllable.len() > KEPT).collect()
    });
    if word.len() <= KEPT {
        return Vec::new();
    }
    let behind = SYLLABLES.range::<str, _>((Bound::Included(word), Bound::Unbounded)).copied();
    behind.take_while(|syllable| syllable.starts_with(word)).collect()
}

/// Whether a query would find a text if it stood in the index: what is asked of a part of what is indexed.
pub fn finds(typed: &str, text: &str) -> bool {
    let indexed = person_text(text, None);
    let words: Vec<&str> = indexed.split(' ').collect();
    let is_begun = |typed: &str| words.iter().any(|word| word.starts_with(typed));
    let is_there = |term: &Term| match term {
        Term::Word(word) => is_begun(word),
        Term::Han(han) => {
            words.windows(han.len()).any(|some| some.iter().zip(han).all(|(word, c)| word.chars().eq([*c])))
        }
    };
    let terms = terms(typed);
    (!terms.is_empty() && terms.iter().all(is_there))
        || spaced_pinyin(typed).is_some_and(|joined| is_begun(&joined))
}

/// What is asked for: a word of letters and digits, or characters that follow each other.
enum Term {
    Word(String),
    Han(Vec<char>),
}

/// An expression with each word of letters and digits as `word` puts it.
fn put(typed: &str, word_as: impl Fn(&str) -> String) -> Option<String> {
    let terms: Vec<String> = terms(typed)
        .into_iter()
        .map(|term| match term {
            Term::Word(word) => word_as(&word),
            Term::Han(han) => {
                let spaced: Vec<String> = han.into_iter().map(String::from).collect();
                format!("\"{}\"", spaced.join(" "))
            }
        })
        .collect();
    if let Some(joined) = spaced_pinyin(typed) {
        return Some(format!("({}) OR {}", terms.join(" AND "), word_as(&joined)));
    }
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

/// What was typed, in its parts.
fn terms(typed: &str) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    let mut han: Vec<char> = Vec::new();
    let mut word = String::new();
    let flush_word = |word: &mut String, terms: &mut Vec<Term>| {
        if !word.is_empty() {
            terms.push(Term::Word(word.to_lowercase()));
            word.clear();
        }
    };
    let flush_han = |han: &mut Vec<char>, terms: &mut Vec<Term>| {
        if !han.is_empty() {
            terms.push(Term::Han(std::mem::take(han)));
        }
    };
    for c in typed.chars() {
        if c.is_ascii_alphanumeric() {
            flush_han(&mut han, &mut terms);
            word.push(c);
        } else if c.is_alphanumeric() {
            flush_word(&mut word, &mut terms);
            han.push(c);
        } else if c.is_whitespace() {
            flush_word(&mut word, &mut terms);
            flush_han(&mut han, &mut terms);
        } else {
            // A mark parts numbers (〔2026〕1号) as it does in the index; a name stays one phrase across its dot.
            flush_word(&mut word, &mut terms);
        }
    }
    flush_word(&mut word, &mut terms);
    flush_han(&mut han, &mut terms);
    terms
}

/// Pinyin typed with spaces as it is typed without.
fn spaced_pinyin(typed: &str) -> Option<String> {
    let parts: Vec<&str> = typed.split_whitespace().collect();
    let joined = parts.concat();
    (parts.len() > 1 && joined.chars().all(|c| c.is_ascii_alphabetic())).then(|| joined.to_lowercase())
}

/// What kind of record a hit is, in the order the window shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "HitKind")]
pub enum Kind {
    /// Someone on the roster.
    Person,
    /// A year's negotiation.
    Negotiation,
    /// A topic negotiated about.
    Topic,
    /// A meeting held.
    Meeting,
    /// What was promised in a meeting.
    Undertaking,
    /// A supervision case.
    Supervision,
    /// What a worker brought to the union.
    Appeal,
    /// A dismissal or discipline that the union was told of.
    Dismissal,
    /// A case of the mediation committee.
    Mediation,
    /// A platform or partner firm.
    Platform,
    /// A batch of a recuperation.
    Recuperation,
    /// A hazard.
    Hazard,
    /// An inspection of the union.
    SafetyVisit,
    /// A term of the workers' congress.
    CongressTerm,
    /// A motion of its delegates.
    CongressMotion,
    /// A session of it.
    CongressMeeting,
    /// A measure of the workforce reform.
    ReformMeasure,
    /// An issued paper.
    Paper,
    /// An incoming paper.
    Incoming,
    /// A committee's record.
    Committee,
    /// A topic of a committee's record, and what was decided.
    Decision,
    /// A term of a body of the union.
    UnionTerm,
    /// A branch or group.
    UnionGroup,
    /// A re-election of the union.
    Election,
    /// A meeting of the members or of their delegates.
    MembersMeeting,
}

impl Kind {
    fn of(column: &str) -> Option<Kind> {
        Some(match column {
            "person" => Kind::Person,
            "negotiation" => Kind::Negotiation,
            "topic" => Kind::Topic,
            "meeting" => Kind::Meeting,
            "undertaking" => Kind::Undertaking,
            "supervision" => Kind::Supervision,
            "appeal" => Kind::Appeal,
            "dismissal" => Kind::Dismissal,
            "mediation" => Kind::Mediation,
            "platform" => Kind::Platform,
            "recuperation" => Kind::Recuperation,
            "hazard" => Kind::Hazard,
            "safetyVisit" => Kind::SafetyVisit,
            "congressTerm" => Kind::CongressTerm,
            "congressMotion" => Kind::CongressMotion,
            "congressMeeting" => Kind::CongressMeeting,
            "reformMeasure" => Kind::ReformMeasure,
            "paper" => Kind::Paper,
            "incoming" => Kind::Incoming,
            "committee" => Kind::Committee,
            "decision" => Kind::Decision,
            "unionTerm" => Kind::UnionTerm,
            "unionGroup" => Kind::UnionGroup,
            "election" => Kind::Election,
            "membersMeeting" => Kind::MembersMeeting,
            _ => return None,
        })
    }
}

/// One record found, as the search shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// The record.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What tells it from others of the name: shop and post, the affair, the number.
    pub detail: String,
    /// The page that shows it.
    pub place: Place,
}

/// Where a query looks. People are many, the rest are few and stand under a word of their own in the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// The roster.
    People,
    /// Negotiations, topics, meetings, undertakings, supervision cases, what workers brought, platforms, batches of a recuperation; the union's terms and groups.
    Affairs,
    /// Issued papers, those that came in, and what the committees decided.
    Papers,
}

/// The words that the index's triggers write before the text of an affair and of a paper.
const AFFAIRS: &str = "inaffairs";
const PAPERS: &str = "inpapers";

fn begins_scope(word: &str) -> bool {
    let word = word.to_lowercase();
    !word.is_empty() && [AFFAIRS, PAPERS].iter().any(|scope| scope.starts_with(&word))
}

/// An expression as it stands for a part of the index; `None` where it would find everything.
fn scoped(among: Among, typed: &str, words: String) -> Option<String> {
    let scope = match among {
        Among::People => return Some(words),
        Among::Affairs => AFFAIRS,
        Among::Papers => PAPERS,
    };
    // The beginning of a scope's own word would find everything; no pinyin begins so.
    let finds_all = typed.split(|c: char| !c.is_ascii_alphanumeric()).any(begins_scope);
    (!finds_all).then(|| format!("\"{scope}\" AND ({words})"))
}

/// What was typed as an expression over the index; `None` when nothing of it can be searched.
pub fn expression(among: Among, typed: &str) -> Option<String> {
    scoped(among, typed, query(typed)?)
}

/// The records that match what was typed, at most `limit`, in no particular order (a rank would read them
/// all). Nothing that can be searched finds nothing.
pub fn refs(
    connection: &Connection,
    among: Among,
    typed: &str,
    limit: usize,
) -> Result<Vec<(Kind, String)>, Problem> {
    let Some(first) = quick(typed).and_then(|words| scoped(among, typed, words)) else {
        return Ok(Vec::new());
    };
    let found = matching(connection, among, &first, limit)?;
    // Syllables have not said all: someone is found by letters that begin none of theirs (initials, 万刚 by "wang"). Where
    // the syllables find few, few begin with the letters; of several words, any of which may be common, only where they
    // find nobody.
    let enough = if spaced_pinyin(typed).is_some() { 1 } else { limit };
    match query(typed).filter(|all| among == Among::People && *all != first && found.len() < enough) {
        Some(all) => matching(connection, among, &all, limit),
        None => Ok(found),
    }
}

fn matching(
    connection: &Connection,
    among: Among,
    expression: &str,
    limit: usize,
) -> Result<Vec<(Kind, String)>, Problem> {
    let people = among == Among::People;
    let mut statement = connection.prepare_cached(
        "SELECT d.kind, d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid
         WHERE search_index MATCH ?1 AND (d.kind = 'person') = ?2 LIMIT ?3",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map(rusqlite::params![expression, people, limit], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
    })?;
    let mut found = Vec::new();
    for row in rows {
        let (kind, id) = row?;
        found.extend(Kind::of(&kind).map(|kind| (kind, id)));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_keep_their_own_reading() {
        let cases = [
            ("单小明", "shan xiao ming"),
            ("解放", "xie fang"),
            ("仇英", "qiu ying"),
            ("王小明", "wang xiao ming"),
            ("尉迟恭", "yu chi gong"),
            ("买买提·吐尔逊", "mai mai ti tu er xun"),
        ];
        for (name, reading) in cases {
            assert_eq!(syllables(name).join(" "), reading, "{name}");
        }
    }

    #[test]
    fn a_person_is_indexed_by_characters_pinyin_initials_and_last_four() {
        assert_eq!(
            person_text("王小明", Some("11010519491231002X")),
            "王 小 明 wangxiaoming wxm wang xiao ming 002x"
        );
        assert_eq!(person_text("John", None), "john");
    }

    #[test]
    fn a_long_beginning_of_a_syllable_is_asked_for_as_the_syllables_it_becomes() {
        assert_eq!(quick("wang"), Some("\"wang\"".into()));
        assert_eq!(quick("zhan"), Some("(\"zhan\" OR \"zhang\")".into()));
        assert_eq!(
            quick("zha wxm 2026"),
            Some("\"zha\"* AND \"wxm\"* AND \"2026\"*".into()),
            "the index keeps these"
        );
        assert_eq!(quick("wangxi"), Some("\"wangxi\"*".into()), "no syllable begins so");
        let apart = "(\"wang\" AND (\"jian\" OR \"jiang\")) OR \"wangjian\"*";
        assert_eq!(quick("Wang jian"), Some(apart.into()));
    }

    #[test]
    fn a_part_of_what_is_indexed_is_asked_as_the_index_is() {
        let known = "解〔2026〕1号 柳新民";
        for typed in ["柳新民", "新民", "liu", "xin", "解〔2026〕1号", "2026 柳", "liu xin"] {
            assert!(finds(typed, known), "{typed}");
        }
        for typed in ["腰椎", "柳民", "新民 腰椎", "gu zhe", "guzhe", "···", ""] {
            assert!(!finds(typed, known), "{typed}");
        }
    }

    #[test]
    fn a_query_keeps_han_together_and_letters_as_prefix() {
        assert_eq!(query("小明"), Some("\"小 明\"".into()));
        assert_eq!(query("wxm"), Some("\"wxm\"*".into()));
        assert_eq!(query("王 002X"), Some("\"王\" AND \"002x\"*".into()));
        assert_eq!(query("Wang wei"), Some("(\"wang\"* AND \"wei\"*) OR \"wangwei\"*".into()));
        assert_eq!(query("\" OR *"), Some("\"or\"*".into()), "FTS5 syntax is never passed on");
        assert_eq!(query("···"), None);
    }
}
