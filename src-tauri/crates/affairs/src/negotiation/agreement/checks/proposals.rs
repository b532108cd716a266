//! What the ledger proposes for a new check: the clauses of the contract, and for wages what it promises, else the chosen scenario, beside
//! the newest wage data. A check and its paper are read by everybody, so that nothing is proposed that would tell a wage: of averages
//! what everybody is told, of the lowest wage whether somebody is under what is promised. Nothing is kept here.

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
use crate::pay::figures::exact;
use crate::pay::figures::minimum::Basis;
use crate::pay::figures::model::{Between, PayFigures};
use crate::pay::figures::policy::Policy;
use crate::pay::simulate;
use crate::pay::simulate::model::KeptPayScenario;
use crate::pay::simulate::words;
use crate::union::model::Shown;

/// The blanks of a contract that say what it promises of wages.
const BEFORE: &str = "上年月平均工资";
const AVERAGE: &str = "本年月平均工资";
const LOWEST: &str = "企业最低月工资";
const GROWTH: &str = "工资增长幅度";

/// What is read elsewhere: the contract's text, and the newest figures of pay.
pub struct Figures<'a> {
    /// The text of the contract.
    pub draft: &'a ContractDraft,
    /// The figures as everybody is told them; none where there is no wage data.
    pub pay: Option<&'a PayFigures>,
    /// Single wages as the minimum is laid beside them, where the reader sees them now.
    pub lowest: Option<&'a Basis>,
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

/// What wages are to come to. A share is a target without any sum.
#[derive(Debug, Clone, Copy, Default)]
struct Wanted {
    /// The average, exactly.
    average: Option<Fen>,
    /// The share by which all rise, in hundredths of a percent.
    share: Option<i64>,
    /// The average before, as far as it is known.
    before: Option<Between>,
    /// What the average after lies between.
    after: Option<Between>,
    /// The lowest.
    lowest: Option<Fen>,
}

impl Wanted {
    /// What the scenario leads to.
    fn of(chosen: &KeptPayScenario) -> Self {
        Wanted {
            average: chosen.target_average,
            share: chosen.plain_share(),
            before: chosen.before(),
            after: chosen.after(),
            lowest: chosen.target_floor,
        }
    }

    /// The same where the blanks of the contract promise: its average, else its share, each before what a scenario led to.
    fn promised(self, blank: impl Fn(&str) -> Option<i64>) -> Self {
        let lowest = blank(LOWEST).map(Fen).or(self.lowest);
        if let Some(average) = blank(AVERAGE) {
            return Wanted { average: Some(Fen(average)), lowest, ..self };
        }
        // A scenario of several steps has the share that its averages come to.
        let own = self.share.or_else(|| self.after.and_then(|after| self.grown(after)));
        match blank(GROWTH) {
            // The talks came to another share than the scenario: its sums are none of the contract's.
            Some(share) if own != Some(share) => {
                let before = blank(BEFORE).map(Between::exactly).or(self.before);
                Wanted { average: None, share: Some(share), before, after: None, lowest }
            }
            _ => Wanted { lowest, ..self },
        }
    }

    /// By how much an average is over the one before, in hundredths of a percent; none where one is not known exactly.
    fn grown(&self, now: Between) -> Option<i64> {
        let before = self.before.filter(|before| before.is_exact() && now.is_exact())?;
        exact::growth(now.from.into(), before.from.into())
    }

    /// In words; none where nothing is said of the average.
    fn said(&self) -> Option<String> {
        if let Some(average) = self.average {
            return Some(format!("月平均工资{average}元"));
        }
        let share = self.share.map(|share| match share {
            less if less < 0 => format!("月平均工资降低{}", words::percent(-less)),
            more => format!("月平均工资增长{}", words::percent(more)),
        });
        let averages = self.before.zip(self.after).map(|(before, after)| {
            format!("由{}到{}（不列逐人的工资，这是推算的范围）", words::sum(before), words::sum(after))
        });
        match (share, averages) {
            (Some(share), Some(averages)) => Some(format!("{share}，{averages}")),
            (None, Some(averages)) => Some(format!("月平均工资{averages}")),
            (share, None) => share,
        }
    }

    /// By what an average surely falls short: of the sum, else of the least that it may be, else of the share.
    fn gap(&self, is: Fen) -> Option<String> {
        if let Some(least) = self.average.or(self.after.map(|after| Fen(after.from))) {
            return short_of(least, is);
        }
        let missing = self.share?.checked_sub(self.grown(Between::exactly(is.0))?)?;
        let points = words::percent(missing);
        (missing > 0).then(|| format!("增幅低{}个百分点", points.trim_end_matches('%')))
    }
}

/// How many single wages are under a standard, and what is to be made good; of fewer than `least` people no number. No sum: the
/// lowest wage is somebody's, and what it falls short by too.
fn beside_standard(standard: &str, bound: Fen, basis: &Basis, least: u32) -> (String, Option<String>) {
    let under = basis.wages.partition_point(|wage| *wage < bound.0);
    let said = match u32::try_from(under).unwrap_or(u32::MAX) {
        0 => return (format!("没有人低于{standard}{bound}元"), None),
        few if few < least => format!("有人低于{standard}{bound}元，不足{least}人"),
        under => format!("有{under}人低于{standard}{bound}元"),
    };
    (said.clone(), Some(said))
}

/// The clauses on wages that the ledger can tell of.
fn wages(
    wanted: Wanted,
    pay: Option<&PayFigures>,
    lowest: Option<&Basis>,
    least: u32,
) -> Vec<AgreementCheckClause> {
    let pay = pay.filter(|pay| pay.monthly);
    let average = pay.and_then(|pay| pay.average).filter(|one| one.is_exact()).map(|one| Fen(one.from));
    let mut known = Vec::new();
    if let Some(target) = wanted.said() {
        // Beside a share stands the share that came about, where the average before is known.
        let growth = |is: Fen| wanted.grown(Between::exactly(is.0)).filter(|_| wanted.average.is_none());
        known.push(AgreementCheckClause {
            clause: "年度工资水平".to_owned(),
            target,
            actual: pay.zip(average).map_or(String::new(), |(pay, is)| {
                let grown = growth(is).map(|growth| format!("，比原来增长{}", words::percent(growth)));
                // 2026年5月平均工资, 2025年月平均工资.
                let of = if pay.period.is_year() { "月" } else { "" };
                let period = pay.period.words();
                format!("{period}{of}平均工资{is}元{}，共{}人", grown.unwrap_or_default(), pay.people)
            }),
            gap: average.and_then(|is| wanted.gap(is)),
            ..AgreementCheckClause::default()
        });
    }
    let minimum = pay.and_then(|pay| pay.lowest.minimum);
    if wanted.lowest.is_some() || minimum.is_some() {
        let floor = wanted.lowest.map(|floor| format!("月工资不低于{floor}元"));
        let local = minimum.map(|minimum| format!("所在地月最低工资标准{minimum}元"));
        // The higher of both binds. Both are of wages without overtime.
        let bound = wanted.lowest.max(minimum);
        let standard = if bound == minimum { "所在地标准" } else { "约定的" };
        let found = pay.zip(bound).zip(lowest).map(|((pay, bound), basis)| {
            let (said, gap) = beside_standard(standard, bound, basis, least);
            (format!("{}{said}（{}）", pay.period.words(), of_what(&basis.without)), gap)
        });
        let (actual, gap) = found.unwrap_or_default();
        known.push(AgreementCheckClause {
            clause: "最低工资".to_owned(),
            target: floor.into_iter().chain(local).collect::<Vec<_>>().join("；"),
            actual,
            gap,
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
    let talks_of = talks::head(connection, head.negotiation)?;
    let year = talks_of.year;
    let effective = course_of(connection, book, id)?.effective_on();
    let known = if matches!(head.kind, AgreementKind::Wage | AgreementKind::Collective) {
        // The average that a scenario leads to is a figure of wages as any other.
        let (shown, policy) = figures.sight;
        let chosen = match shown {
            Shown::Never => simulate::acts::chosen(connection, year, figures.sight)?,
            Shown::Full | Shown::Masked => simulate::store::chosen(connection, year)?
                .map(|kept| simulate::covered::for_everybody(connection, kept, policy))
                .transpose()?,
        };
        let wanted = chosen.as_ref().map(Wanted::of).unwrap_or_default();
        let promised = |blank: &str| -> Option<i64> {
            let found = figures.draft.blanks.iter().find(|one| one.name == blank)?;
            found.value.as_deref()?.parse().ok()
        };
        wages(wanted.promised(promised), figures.pay, figures.lowest, policy.least)
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
    // Single contracts are no record of the ledger: whether they hold less is looked up in them.
    let on = effective.unwrap_or(talks_of.started_on);
    let floor = book.applies("negotiation.individual_floor", &talks_of.place, on);
    let individual = floor.map(|ruling| AgreementCheckClause {
        clause: "个人劳动合同".to_owned(),
        target: format!("{}（{}）", ruling.winner.title, ruling.winner.reference().short),
        ..AgreementCheckClause::default()
    });
    let last = store::checks(connection, id)?.into_iter().map(|one| one.to_on).max();
    let people = talks::representatives(connection, head.negotiation)?;
    let names = |side: Side| {
        people.iter().filter(|one| one.side == side).map(|one| one.record.name.clone()).collect::<Vec<_>>()
    };
    Ok(AgreementCheckOffer {
        from_on: match last {
            Some(last) => last.succ_opt(),
            None => effective,
        },
        workers: names(Side::Workers),
        employer: names(Side::Employer),
        known,
        clauses: shown.chain(individual).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::{AVERAGE, Basis, Between, Fen, GROWTH, Wanted, beside_standard, short_of, wages};

    #[test]
    fn a_gap_is_told_to_the_fen_and_none_where_the_target_is_met() {
        assert_eq!(short_of(Fen(620_000), Fen(619_999)).as_deref(), Some("低0.01元"));
        assert_eq!(short_of(Fen(620_000), Fen(620_000)), None);
    }

    #[test]
    fn without_wage_data_the_targets_alone_are_proposed() {
        let wanted = Wanted { average: Some(Fen(620_000)), lowest: Some(Fen(236_000)), ..Wanted::default() };
        let known = wages(wanted, None, None, 5);
        let told: Vec<_> = known.iter().map(|one| (one.target.as_str(), one.actual.as_str())).collect();
        assert_eq!(told, [("月平均工资6,200.00元", ""), ("月工资不低于2,360.00元", "")]);
        assert!(wages(Wanted::default(), None, None, 5).is_empty());
    }

    #[test]
    fn of_the_lowest_wage_it_is_told_how_many_are_under_and_no_sum_of_one() {
        let wages = (0..10).map(|n| 399_000 + n * 10_000).collect();
        let (without, within, least, unread) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let basis = Basis { wages, without, within, least, unread, apart: false, back: Vec::new() };
        let beside = |bound| beside_standard("所在地标准", Fen(bound), &basis, 5);
        assert_eq!(
            beside(399_000),
            ("没有人低于所在地标准3,990.00元".to_owned(), None),
            "the same is not less"
        );
        let few = "有人低于所在地标准4,390.00元，不足5人".to_owned();
        assert_eq!(beside(439_000), (few.clone(), Some(few)), "four");
        let five = "有5人低于所在地标准4,390.01元".to_owned();
        assert_eq!(beside(439_001), (five.clone(), Some(five)));
    }

    #[test]
    fn a_share_is_a_target_with_what_the_average_lies_between_and_without() {
        let share = Wanted { share: Some(700), ..Wanted::default() };
        assert_eq!(share.said().as_deref(), Some("月平均工资增长7%"));
        assert_eq!(share.gap(Fen(1)), None, "no sum to fall short of");
        let after = Between { from: 601_874, to: Some(601_876) };
        let both = Wanted { before: Some(Between::exactly(562_500)), after: Some(after), ..share };
        let said = both.said().unwrap();
        assert!(said.starts_with("月平均工资增长7%，由5,625.00元到6,018.74至6,018.76元（"), "{said}");
        assert_eq!(both.gap(Fen(601_873)).as_deref(), Some("低0.01元"), "under all that it may be");
        assert_eq!(both.gap(Fen(601_874)), None);
    }

    #[test]
    fn the_contract_s_promise_goes_before_the_scenario() {
        let after = Between::exactly(601_875);
        let scenario = Wanted {
            average: Some(Fen(601_875)),
            share: Some(700),
            before: Some(Between::exactly(562_500)),
            after: Some(after),
            lowest: None,
        };
        let wanted = |average: Option<i64>, share: Option<i64>| {
            scenario.promised(|blank| match blank {
                AVERAGE => average,
                GROWTH => share,
                _ => None,
            })
        };
        let said = |average, share| wanted(average, share).said().unwrap();
        assert_eq!(said(Some(600_000), Some(600)), "月平均工资6,000.00元");
        assert_eq!(said(None, Some(600)), "月平均工资增长6%", "another share: no sum of the scenario");
        assert_eq!(said(None, Some(700)), "月平均工资6,018.75元");
        assert_eq!(said(None, None), "月平均工资6,018.75元");
        // 5,625.00 and 6% are 5,962.50; 5,934.38 is 5.5%.
        assert_eq!(wanted(None, Some(600)).gap(Fen(596_250)), None);
        assert_eq!(wanted(None, Some(600)).gap(Fen(593_438)).as_deref(), Some("增幅低0.5个百分点"));
    }
}
