//! What a draft takes from an earlier text, and what that text said. A sentence of the library that was filled last year comes as the
//! library has it, with its blanks: the term, the days and the sums of another year are filled anew, and what stood there is told
//! beside. A sentence that was written by hand comes as it is.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::library::{ClauseLibrary, blanks_of};
use super::model::{
    ContractVersionId, ContractVersionLine, ContractVersionSource, KeptClause, LastYearValue,
};
use super::values::{Values, filled, shown};
use super::{Means, store};
use crate::Problem;
use crate::negotiation::agreement::affair::course_of;
use crate::negotiation::agreement::model::{AgreementId, AgreementKind};
use crate::negotiation::agreement::store::{self as agreements, Head};

/// Where a sentence ends.
const ENDS: [char; 3] = ['。', '；', '\n'];
/// The words beside its blanks by which a sentence is known, at least so many characters.
const KNOWN: usize = 6;
/// The longest value of a blank, in characters.
const LONGEST: usize = 60;

/// An earlier text with what was filled into it, where the ledger knows.
pub(super) struct Earlier {
    values: Values,
}

impl Earlier {
    /// Reads what a version was filled with. One that was pasted knows nothing of it.
    ///
    /// Errors: `not_found`.
    pub(super) fn read(connection: &Connection, id: ContractVersionId) -> Result<Earlier, Problem> {
        let values = match store::version(connection, id)?.source {
            ContractVersionSource::Draft => {
                values_of(connection, agreements::head(connection, store::agreement_of(connection, id)?)?)?
            }
            ContractVersionSource::Pasted => Values::new(),
        };
        Ok(Earlier { values })
    }

    /// The words of a kept clause with blanks where something was filled in.
    pub(super) fn blanked(
        &self,
        connection: &Connection,
        library: &ClauseLibrary,
        kind: AgreementKind,
        kept: &KeptClause,
    ) -> String {
        let own = kept.clause.and_then(|id| store::clause(connection, id).ok());
        let same = |text: &String| {
            !blanks_of(text).is_empty() && filled(library, text, &self.values).trim() == kept.text.trim()
        };
        if let Some(text) = own.map(|(_, clause)| clause.text).filter(same) {
            return text;
        }
        let patterns = patterns(library, kind, kept.library.as_deref());
        let sentence = |said: &str| match patterns.iter().find(|one| values_in(one, said).is_some()) {
            Some(pattern) => format!("{pattern}{}", ending(said)),
            None => said.to_owned(),
        };
        kept.text.split_inclusive(ENDS).map(sentence).collect()
    }
}

/// The sentences with blanks by which an earlier one is known, without their ends: those of its own clause, else of every clause of
/// the kind.
fn patterns<'a>(library: &'a ClauseLibrary, kind: AgreementKind, own: Option<&str>) -> Vec<&'a str> {
    let texts: Vec<&str> = match own.and_then(|id| library.clause(id)) {
        Some(clause) => vec![clause.text.as_str()],
        None => library.clauses(kind).iter().map(|clause| clause.text.as_str()).collect(),
    };
    let sentences = texts.into_iter().flat_map(|text| text.split(ENDS)).map(str::trim);
    sentences.filter(|one| !blanks_of(one).is_empty()).collect()
}

/// What ends a sentence, with the blanks around it.
fn ending(said: &str) -> &str {
    &said[said.trim_end_matches(ENDS).len()..]
}

/// The words of a sentence around its blanks, and the blanks between them, one fewer.
fn literals(pattern: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut words, mut blanks) = (Vec::new(), Vec::new());
    let mut rest = pattern;
    while let Some((before, behind)) = rest.split_once('【') {
        let Some((blank, after)) = behind.split_once('】') else { break };
        words.push(before);
        blanks.push(blank);
        rest = after;
    }
    words.push(rest);
    (words, blanks)
}

/// What a sentence says where another has blanks, each with the blank's name; none where it is not the same sentence.
fn values_in<'p>(pattern: &'p str, said: &str) -> Option<Vec<(&'p str, String)>> {
    let (words, blanks) = literals(pattern);
    if words.iter().map(|one| one.chars().count()).sum::<usize>() < KNOWN {
        return None;
    }
    let (first, others) = words.split_first()?;
    let mut rest = said.trim_end_matches(ENDS).trim().strip_prefix(*first)?;
    let mut values = Vec::new();
    for (at, (literal, blank)) in others.iter().copied().zip(blanks).enumerate() {
        let (value, behind) = if at + 1 == others.len() {
            (rest.strip_suffix(literal)?, "")
        } else {
            rest.split_once(literal).filter(|_| !literal.is_empty())?
        };
        rest = behind;
        let whole = !value.trim().is_empty() && value.chars().count() <= LONGEST;
        if !whole || value.contains('，') || value.contains('【') {
            return None;
        }
        values.push((blank, value.trim().to_owned()));
    }
    Some(values)
}

/// What an earlier contract was filled with, its term with it. What changes one has no term of its own and runs as long as that does.
fn values_of(connection: &Connection, head: Head) -> Result<Values, Problem> {
    let base = match (head.amends, head.term_to) {
        (Some(base), None) => Some(agreements::head(connection, base)?),
        _ => None,
    };
    let own = (head.term_from, head.term_to);
    let (term_from, term_to) = base.map_or(own, |base| (base.term_from, base.term_to));
    store::values_and_term(connection, &Head { term_from, term_to, ..head })
}

/// The newest kept text of the contract of an earlier year that both sides signed, or of what renewed or changed it since, with its
/// contract's title. What was talked about only, refused by the congress or sent back is no contract, however late it was written.
///
/// Errors: `not_found`.
pub(super) fn signed(
    connection: &Connection,
    means: Means<'_>,
    id: AgreementId,
) -> Result<Option<ContractVersionLine>, Problem> {
    for (agreement, version) in store::of_earlier_years(connection, id)? {
        if course_of(connection, means.book, agreement)?.state().stands_signed() {
            let title = agreements::head(connection, agreement)?.title;
            let version = store::version(connection, version)?;
            return Ok(Some(ContractVersionLine { of_year: Some(title), ..version }));
        }
    }
    Ok(None)
}

/// What the earlier texts of a contract said where this one has blanks, by the blank's name: the contract of the year before, else a
/// text that was pasted.
pub(super) fn values(
    connection: &Connection,
    means: Means<'_>,
    head: &Head,
) -> Result<BTreeMap<String, LastYearValue>, Problem> {
    let mut found: BTreeMap<String, LastYearValue> = BTreeMap::new();
    if let Some(last) = signed(connection, means, head.id)? {
        let before = agreements::head(connection, store::agreement_of(connection, last.id)?)?;
        let from = before.title.clone();
        for (name, value) in values_of(connection, before)? {
            let Some(blank) = means.library.blank(&name).filter(|blank| !blank.party) else { continue };
            let said = LastYearValue { shown: shown(blank.kind, &value), from: from.clone() };
            found.insert(name, said);
        }
    }
    for version in store::versions(connection, head.id)? {
        if version.source != ContractVersionSource::Pasted {
            continue;
        }
        for (_, kept) in store::kept(connection, version.id)? {
            for pattern in patterns(means.library, head.kind, None) {
                let said = kept.text.split(ENDS).find_map(|sentence| values_in(pattern, sentence));
                for (name, value) in said.unwrap_or_default() {
                    let said = LastYearValue { shown: value, from: version.note.clone() };
                    found.entry(name.to_owned()).or_insert(said);
                }
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{literals, values_in};

    #[test]
    fn a_sentence_is_known_by_the_words_around_its_blanks() {
        let term = "本合同期限自【合同起日】起至【合同止日】止";
        assert_eq!(literals(term), (vec!["本合同期限自", "起至", "止"], vec!["合同起日", "合同止日"]));
        let told = |said: &str| values_in(term, said);
        let days = vec![("合同起日", "2026年12月1日".to_owned()), ("合同止日", "2027年11月30日".to_owned())];
        assert_eq!(told("本合同期限自2026年12月1日起至2027年11月30日止。"), Some(days));
        for other in [
            "本合同期限自2026年12月1日起，至2027年11月30日止。",
            "本合同期限自起至2027年11月30日止。",
            "合同期限自2026年12月1日起至2027年11月30日止。",
            "本合同期限自2026年12月1日起至2027年11月30日止，期满续签。",
        ] {
            assert_eq!(told(other), None, "{other}");
        }
        assert_eq!(values_in("每月【发薪日】日", "每月10日"), None, "too few words to know it by");
        let rise = "职工平均工资增长【工资增长幅度】";
        assert_eq!(values_in(rise, "职工平均工资增长6%"), Some(vec![("工资增长幅度", "6%".to_owned())]));
    }
}
