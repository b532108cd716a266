//! The facts of which a contract says one thing only, over the whole of a draft: two clauses that name different amounts, a clause
//! that names another amount than the meeting agreed upon, two averages that the rise between them does not join.

use super::looked::{Looked, finding};
use crate::negotiation::amounts::Amount;
use crate::negotiation::contract::facts::{all_in, elliptic, told_in};
use crate::negotiation::contract::library::{Fact, FactKind, blanks_of};
use crate::negotiation::contract::means::head_blanks;
use crate::negotiation::contract::model::{
    BlankKind, ContractClauseId, ContractFinding, ContractFindingKind, ContractRemedy, ContractSeverity,
};
use crate::negotiation::contract::values::yuan;
use crate::negotiation::wording::hundredths;
use crate::pay::figures::exact::half_up;

/// Two averages are mostly written in whole yuan: so much may their rise differ from the one that is named, in hundredths of a
/// percent.
const ROUNDED: i64 = 10;

/// What a clause says of a fact.
pub(super) struct Told<'a> {
    pub fact: &'a Fact,
    pub clause: ContractClauseId,
    pub number: u32,
    pub value: i64,
    pub words: String,
    /// Where the amount begins, in characters of the clause; of a day of pay, nearly there.
    pub at: usize,
    /// The blank that says it; none where the words of the clause do.
    pub filled: Option<String>,
}

impl ContractFinding {
    /// At a clause for what it says of a fact: what was filled in is put right in its blank, all else in the words.
    pub(super) fn at_told(self, one: &Told<'_>) -> Self {
        let fill = one.filled.clone().map(|blank| ContractRemedy::Fill { blank });
        let mended = match fill {
            Some(fill) => self.mended(fill),
            None => self,
        };
        mended.at(one.clause, one.number)
    }
}

fn is_of(fact: FactKind, blank: BlankKind) -> bool {
    matches!(
        (fact, blank),
        (FactKind::Sum, BlankKind::Sum)
            | (FactKind::Percent, BlankKind::Percent)
            | (FactKind::Day, BlankKind::Day)
    )
}

/// The blank of a clause that says so much of a fact: the fact's own, else another of its kind.
fn filled_in(draft: &Looked<'_>, text: &str, (fact, value): (&Fact, i64)) -> Option<String> {
    let holds = |name: &&str| {
        let of_kind = draft.library.blank(name).is_some_and(|blank| is_of(fact.kind, blank.kind));
        let kept = draft.values.get(*name).and_then(|kept| kept.parse::<i64>().ok());
        of_kind && kept == Some(value)
    };
    let mut found: Vec<&str> = blanks_of(text).into_iter().filter(holds).collect();
    found.sort_by_key(|name| *name != fact.blank);
    found.first().map(|name| (*name).to_owned())
}

/// Everything the clauses say of some facts.
pub(super) fn told<'a>(draft: &Looked<'_>, facts: &'a [Fact]) -> Vec<Told<'a>> {
    read(draft, |text| all_in(&draft.library.words.wage, facts, text))
}

/// What the clauses say of the facts of which a contract says one thing: what a sentence says of one behind that is often of another
/// group or another time.
fn single<'a>(draft: &Looked<'a>) -> Vec<Told<'a>> {
    read(draft, |text| told_in(&draft.library.words.wage, &draft.library.words.facts, text))
}

fn read<'a>(draft: &Looked<'_>, amounts: impl Fn(&str) -> Vec<(&'a Fact, Amount)>) -> Vec<Told<'a>> {
    let mut told = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        told.extend(amounts(&filled).into_iter().map(|(fact, amount)| Told {
            fact,
            clause: clause.id,
            number,
            value: amount.value,
            at: amount.at.start,
            filled: filled_in(draft, &clause.text, (fact, amount.value)),
            words: amount.words,
        }));
    }
    told
}

fn contradiction(one: &Told<'_>, message: String, way_out: &str) -> ContractFinding {
    finding(ContractFindingKind::Contradiction, ContractSeverity::Should, message, way_out).at_told(one)
}

/// Facts of which two clauses say different things, told at the later one; then those of which a clause says something else than
/// the meeting agreed upon.
pub(super) fn contradictions(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let facts = &draft.library.words.facts;
    let told = single(draft);
    let mut found = Vec::new();
    let mut known = Vec::new();
    for (at, one) in told.iter().enumerate() {
        let first = told[..at].iter().find(|other| other.fact.name == one.fact.name);
        let Some(first) = first.filter(|first| first.value != one.value) else { continue };
        known.push((one.clause, one.fact.name.as_str()));
        let message = format!(
            "“{}”前后不一致：第{}条是{}，第{}条是{}。",
            one.fact.name, first.number, first.words, one.number, one.words
        );
        found.push(contradiction(one, message, "按双方谈定的数改成一样；或者只在一条里写，别处不写。"));
    }
    for agreed in draft.agreed {
        // A text like 不低于2,360元 is about what its topic is called.
        let words = format!("{}：{}", agreed.title, agreed.text);
        let wages = &draft.library.words.wage;
        let whole = told_in(wages, facts, &words).into_iter().map(|found| (found, false));
        let short = elliptic(wages, facts, &agreed.text).into_iter().map(|found| (found, true));
        for ((fact, amount), is_short) in whole.chain(short) {
            // A sum that follows on a rise and is under half of the wage is the least rise.
            let meant = |one: &&Told<'_>| !is_short || amount.value.saturating_mul(2) >= one.value;
            let of_it = |one: &&Told<'_>| one.fact.name == fact.name && one.value != amount.value;
            let other = told.iter().filter(of_it).filter(meant);
            for one in other.filter(|one| !known.contains(&(one.clause, fact.name.as_str()))) {
                let message = format!(
                    "第{}条的{}是{}，与第{}轮会议一致的{}不一样。",
                    one.number, fact.name, one.words, agreed.round, amount.words
                );
                found.push(contradiction(
                    one,
                    message,
                    "按会议一致的数改；后来又谈定了别的数的，先写进会议记录。",
                ));
            }
        }
    }
    found
}

/// Sums of which the head table says something else than the clause that names them, where no blank joins the two.
pub(super) fn head_table(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let printed = head_blanks(draft.kind);
    let mut found = Vec::new();
    for one in single(draft) {
        let blank = one.fact.blank.as_str();
        if !printed.contains(&blank) || draft.holder(blank).is_some() {
            continue;
        }
        let value = draft.values.get(blank).and_then(|value| value.parse::<i64>().ok());
        if let Some(value) = value.filter(|value| *value != one.value) {
            let message = format!(
                "第{}条的{}是{}，首页表格填的是{}元。",
                one.number,
                one.fact.name,
                one.words,
                yuan(value)
            );
            found.push(contradiction(&one, message, "按双方谈定的数改成一样。"));
        }
    }
    found
}

/// Two averages that the rise between them does not join: 5,860元 and 6% are 6,211.60元.
pub(super) fn averages(draft: &Looked<'_>) -> Option<ContractFinding> {
    let told = single(draft);
    let of = |blank: &str| told.iter().find(|one| one.fact.blank == blank);
    let (before, rise) = (of("上年月平均工资")?, of("工资增长幅度")?);
    let after = of("本年月平均工资")?;
    let named = i128::from(after.value) - i128::from(before.value);
    let share = half_up(named * 10_000, before.value.into())?;
    if (share - rise.value).abs() <= ROUNDED {
        return None;
    }
    let right = half_up(i128::from(before.value) * i128::from(10_000 + rise.value), 10_000)?;
    let message = format!(
        "第{}条的数对不上：月平均工资从{}增长{}是{}元，写的是{}（增长{}%）。",
        rise.number,
        before.words,
        rise.words,
        yuan(right),
        after.words,
        hundredths(share)
    );
    Some(contradiction(rise, message, "核对两个平均工资和增长幅度，改正填错的那一个。"))
}
