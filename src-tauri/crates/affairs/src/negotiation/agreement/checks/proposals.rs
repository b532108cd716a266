//! What the ledger proposes for a new check: the clauses of the contract, and for wages what it promises, else the chosen scenario, beside
//! the newest wage data, as far as its reader may see them. Nothing is kept here.

use law::LawBook;
use ledger::Fen;
use rusqlite::Connection;

use super::model::{AgreementCheckClause, AgreementCheckOffer};
use super::store;
use crate::Problem;
use crate::negotiation::agreement::model::{AgreementId, AgreementKind};
use crate::negotiation::agreement::{course_of, store as agreements};
use crate::negotiation::contract::model::ContractDraft;
use crate::negotiation::model::Side;
use crate::negotiation::store as talks;
use crate::pay::figures::model::PayFigures;
use crate::pay::figures::policy::Policy;
use crate::pay::simulate;
use crate::union::model::Shown;

/// The blanks of a contract that say what it promises of wages.
const AVERAGE: &str = "本年月平均工资";
const LOWEST: &str = "企业最低月工资";

/// What is read elsewhere: the contract's text, and the newest figures of pay that the reader may see.
pub struct Figures<'a> {
    /// The text of the contract.
    pub draft: &'a ContractDraft,
    /// The figures; none where there is no wage data.
    pub pay: Option<&'a PayFigures>,
    /// How the reader sees single wages, and of how many people a figure must be without them.
    pub sight: (Shown, &'a Policy),
}

/// What falls short of a target, in words; none where it is reached.
fn short_of(target: Fen, actual: Fen) -> Option<String> {
    (actual < target).then(|| target.checked_sub(actual)).flatten().map(|gap| format!("低{gap}元"))
}

/// 应发，不含加班工资、高温津贴; 应发.
fn of_what(without: &[String]) -> String {
    match without.is_empty() {
        true => "应发，里面如果有加班工资要另算".to_owned(),
        false => format!("应发，不含{}", without.join("、")),
    }
}

/// The clauses on wages that the ledger can tell of.
fn wages(target: (Option<Fen>, Option<Fen>), pay: Option<&PayFigures>) -> Vec<AgreementCheckClause> {
    let pay = pay.filter(|pay| pay.monthly);
    let average = pay.and_then(|pay| pay.average).filter(|one| one.is_exact()).map(|one| Fen(one.from));
    let mut known = Vec::new();
    if let Some(wanted) = target.0 {
        known.push(AgreementCheckClause {
            clause: "年度工资水平".to_owned(),
            target: format!("月平均工资{wanted}元"),
            actual: pay.zip(average).map_or(String::new(), |(pay, is)| {
                format!("{}月平均工资{is}元，共{}人", pay.period, pay.people)
            }),
            gap: average.and_then(|is| short_of(wanted, is)),
            ..AgreementCheckClause::default()
        });
    }
    let minimum = pay.and_then(|pay| pay.lowest.minimum);
    if target.1.is_some() || minimum.is_some() {
        let floor = target.1.map(|floor| format!("月工资不低于{floor}元"));
        let local = minimum.map(|minimum| format!("所在地月最低工资标准{minimum}元"));
        // What is promised and what is the local minimum are both of wages without overtime.
        let lowest = pay.and_then(|pay| pay.lowest.compared);
        // The higher of both binds.
        let wanted = target.1.max(minimum);
        known.push(AgreementCheckClause {
            clause: "最低工资".to_owned(),
            target: floor.into_iter().chain(local).collect::<Vec<_>>().join("；"),
            actual: pay.map_or(String::new(), |pay| match lowest {
                Some(lowest) => format!("{}最低{lowest}元（{}）", pay.period, of_what(&pay.lowest.without)),
                None => String::new(),
            }),
            gap: wanted.zip(lowest).and_then(|(wanted, lowest)| short_of(wanted, lowest)),
            ..AgreementCheckClause::default()
        });
    }
    known
}

/// What is proposed for the next check of an agreement.
///
/// Errors: `not_found`.
pub fn offer(
    connection: &Connection,
    book: &LawBook,
    id: AgreementId,
    figures: &Figures<'_>,
) -> Result<AgreementCheckOffer, Problem> {
    let head = agreements::head(connection, id)?;
    let year = talks::head(connection, head.negotiation)?.year;
    let known = if matches!(head.kind, AgreementKind::Wage | AgreementKind::Collective) {
        // The average that a scenario leads to is a figure of wages as any other.
        let chosen = match figures.sight {
            (Shown::Never, _) => simulate::acts::chosen(connection, year, figures.sight)?,
            (Shown::Full | Shown::Masked, _) => simulate::store::chosen(connection, year)?,
        };
        let wanted = chosen.map_or((None, None), |one| (one.target_average, one.target_floor));
        let promised = |blank: &str| {
            let found = figures.draft.blanks.iter().find(|one| one.name == blank)?;
            Some(Fen(found.value.as_deref()?.parse().ok()?))
        };
        wages((promised(AVERAGE).or(wanted.0), promised(LOWEST).or(wanted.1)), figures.pay)
    } else {
        Vec::new()
    };
    let shown = figures.draft.chapters.iter().flat_map(|chapter| {
        chapter.clauses.iter().map(move |one| AgreementCheckClause {
            clause: format!("第{}条 {}", one.number, chapter.title),
            target: one.filled.clone(),
            ..AgreementCheckClause::default()
        })
    });
    let last = store::checks(connection, id)?.into_iter().map(|one| one.to_on).max();
    let people = talks::representatives(connection, head.negotiation)?;
    let names = |side: Side| {
        people.iter().filter(|one| one.side == side).map(|one| one.record.name.clone()).collect::<Vec<_>>()
    };
    Ok(AgreementCheckOffer {
        from_on: match last {
            Some(last) => last.succ_opt(),
            None => course_of(connection, book, id)?.effective_on(),
        },
        workers: names(Side::Workers),
        employer: names(Side::Employer),
        known,
        clauses: shown.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Fen, short_of, wages};

    #[test]
    fn a_gap_is_told_to_the_fen_and_none_where_the_target_is_met() {
        assert_eq!(short_of(Fen(620_000), Fen(619_999)).as_deref(), Some("低0.01元"));
        assert_eq!(short_of(Fen(620_000), Fen(620_000)), None);
    }

    #[test]
    fn without_wage_data_the_targets_alone_are_proposed() {
        let known = wages((Some(Fen(620_000)), Some(Fen(236_000))), None);
        let told: Vec<_> = known.iter().map(|one| (one.target.as_str(), one.actual.as_str())).collect();
        assert_eq!(told, [("月平均工资6,200.00元", ""), ("月工资不低于2,360.00元", "")]);
        assert!(wages((None, None), None).is_empty());
    }
}
