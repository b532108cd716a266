//! What the page of the simulator asks of the ledger: what it begins with, trying, keeping, choosing. How a rise is reckoned
//! stands in the folder's own file.

use std::collections::HashMap;

use chrono::NaiveDate;
use law::LawBook;
use ledger::{Fen, Tx};
use rusqlite::Connection;

use super::cost::Rates;
use super::kept::exactly;
use super::model::{
    KeptPayScenario, PayBounds, PayHeapEffect, PayInsurance, PayInsuranceId, PayScenario, PayScenarioId,
    PaySimulation, PaySimulator, PaySimulatorSheet, SavePayScenario, SimulatePay,
};
use super::shops::{Payroll, bounds_of};
use super::store::{self, CameTo};
use super::{floors, method, rules, simulate, words};
use crate::Problem;
use crate::office::short;
use crate::pay::figures::disclosure::taken::Beside;
use crate::pay::figures::minimum::left_out;
use crate::pay::figures::model::{Between, WageCut};
use crate::pay::figures::policy::Policy;
use crate::pay::figures::sight::{self, Told};
use crate::pay::figures::table::Known;
use crate::pay::figures::whole::{self, Loaded};
use crate::pay::figures::{depth, disclosure, exact, guarded, least, ordered};
use crate::pay::import::back;
use crate::pay::model::{PayDepth, PaySheetId};
use crate::union;
use crate::union::model::Shown;

/// The rule that sets the contribution.
const FEE: &str = "money.contribution";
/// The longest name of a scenario.
const NAME: usize = 30;

/// The rates that hold on a day: the newest of each fund, and the contribution by law.
pub fn rates(connection: &Connection, book: &LawBook, on: NaiveDate, months: u32) -> Result<Rates, Problem> {
    let place = union::store::place(connection)?;
    let (rate, _) = book.quantity(FEE, &place, on)?;
    let mut insurance: Vec<PayInsurance> = Vec::new();
    // By fund, the newest first.
    for fund in store::insurance(connection)? {
        if fund.from <= on && insurance.last().is_none_or(|last| last.name != fund.name) {
            insurance.push(fund);
        }
    }
    let (num, den) = rate.ratio().unwrap_or((0, 1));
    Ok(Rates { insurance, fee: (num.into(), den.into()), months: months.into() })
}

/// What the page begins with.
pub fn begin(
    connection: &Connection,
    book: &LawBook,
    loaded: Option<&Loaded>,
    (shown, policy): (Shown, &Policy),
    on: NaiveDate,
) -> Result<PaySimulator, Problem> {
    let told = sight::told_to(connection, shown, policy.least)?;
    let place = union::store::place(connection)?;
    let (rate, rule) = book.quantity(FEE, &place, on)?;
    let (num, den) = rate.ratio().unwrap_or((0, 1));
    let share = exact::half_up(i128::from(num) * 10_000, den.into()).unwrap_or_default();
    Ok(PaySimulator {
        sheet: loaded.map(sheet),
        kept: store::all(connection)?
            .into_iter()
            .map(|kept| for_reader(connection, kept, (shown, told.as_ref())))
            .collect(),
        insurance: store::insurance(connection)?,
        fee: words::percent(share),
        fee_rule: rule.short,
    })
}

fn sheet(loaded: &Loaded) -> PaySimulatorSheet {
    let words = |by: WageCut| match &loaded.table.known {
        Known::Singles(singles) => {
            let column = singles.cut(by);
            let used = |(code, _): &(usize, &String)| {
                column.codes.iter().any(|one| usize::try_from(*one) == Ok(*code))
            };
            column.names.iter().enumerate().filter(used).map(|(_, name)| name.clone()).collect()
        }
        Known::Totals { shops, .. } if by == WageCut::Shop => {
            shops.iter().map(|shop| shop.name.clone()).collect()
        }
        Known::Totals { .. } | Known::Bands { .. } => Vec::new(),
    };
    let certificates = match &loaded.table.known {
        Known::Singles(singles) => singles.certificates.names.clone(),
        _ => Vec::new(),
    };
    PaySimulatorSheet {
        id: loaded.sheet,
        period: loaded.period,
        depth: depth(&loaded.table),
        people: loaded.table.people(),
        shops: words(WageCut::Shop),
        forms: words(WageCut::Form),
        grades: words(WageCut::Grade),
        certificates,
    }
}

/// Whether what a scenario came to may tell of single shops: where a step is for some of them, or cannot be read.
fn names_shops(kept: &KeptPayScenario) -> bool {
    let steps = kept.scenario.as_ref().map(|scenario| &scenario.steps);
    steps.is_none_or(|steps| steps.iter().any(|step| !step.only.shops.is_empty()))
}

/// A kept scenario as a reader may see it: what came of single wages tells of few, by a step for some or beside the payroll, and
/// what came of sums tells of the few by whom two months differ. `told` is what is told of every table to one without the right.
fn for_reader(
    connection: &Connection,
    mut kept: KeptPayScenario,
    (shown, told): (Shown, Option<&HashMap<PaySheetId, Told>>),
) -> KeptPayScenario {
    // Data that is in the trash is not looked into.
    let depth = crate::pay::store::line(connection, kept.sheet).ok().map(|line| line.depth);
    let beside = |depth: PayDepth| match told {
        None => true,
        Some(told) => told.get(&kept.sheet).is_some_and(|one| match one.beside {
            Beside::All => true,
            // Of bands that are not told, bounds would tell; so would those of a step for a shop.
            Beside::Whole => depth == PayDepth::Total && !names_shops(&kept),
            Beside::Nothing => false,
        }),
    };
    let open = depth.is_some_and(|depth| depth != PayDepth::Single && beside(depth));
    if shown != Shown::Full && !open {
        kept.covered = kept.bounds.is_some() || kept.target_average.is_some();
        (kept.before_average, kept.target_average, kept.bounds) = (None, None, None);
        (kept.wages, kept.insurance, kept.fee, kept.total) = (None, None, None, None);
    }
    kept
}

/// The chosen scenario of a year as a reader may see it.
pub fn chosen(
    connection: &Connection,
    year: i32,
    (shown, policy): (Shown, &Policy),
) -> Result<Option<KeptPayScenario>, Problem> {
    let Some(kept) = store::chosen(connection, year)? else { return Ok(None) };
    let told = sight::told_to(connection, shown, policy.least)?;
    Ok(Some(for_reader(connection, kept, (shown, told.as_ref()))))
}

/// What a scenario comes to on wage data: exactly on single wages, else between the bounds that everybody is told of. Who may read
/// it is asked when it is read.
fn reckoned(
    connection: &Connection,
    loaded: &Loaded,
    scenario: &PayScenario,
    rates: &Rates,
    policy: &Policy,
) -> Result<PayBounds, Problem> {
    let single = matches!(loaded.table.known, Known::Singles(_));
    let lowest = lowest(connection, loaded)?;
    let tried = simulate(&loaded.table, std::slice::from_ref(scenario), rates, single, policy, lowest)?;
    Ok(tried.results.first().map(PayBounds::of).unwrap_or_default())
}

/// How bounds of these scenarios come about on wage data, for whoever reads them on paper.
pub fn how_bounded(
    connection: &Connection,
    loaded: &Loaded,
    scenarios: &[PayScenario],
    (rates, policy): (&Rates, &Policy),
) -> Result<String, Problem> {
    let said = "写作“甲至乙”的数是推算出的范围，准确的数一定在两者之间";
    Ok(match &loaded.table.known {
        // Where they are covered, the groups of their order are all that is told.
        Known::Singles(_) => {
            format!("不列逐人的工资，{said}：由各组的人数和工资合计推算，每人四舍五入的出入也算在内")
        }
        Known::Bands { bands, payroll } => {
            let open = payroll.is_none() && bands.iter().any(|band| band.to.is_none());
            let over = if open {
                "；最高一档没有上限，推算不出上限的数只写“不少于”"
            } else {
                ""
            };
            format!(
                "只有分档的人数，没有逐人的工资，{said}：同一档的人的工资在这一档的下限和上限之间，每人四舍五入的出入也算在内{over}"
            )
        }
        Known::Totals { all, shops } => {
            let payroll = Payroll::of(all, shops, policy.least, lowest(connection, loaded)?);
            let how = bounds_of(&payroll, scenarios, rates);
            format!("只有工资总额和人数，没有逐人的工资，{said}：{how}")
        }
    })
}

/// A kept scenario as it comes to on wage data: that which took the place of its own, or its own where nothing was kept.
///
/// Errors: as of `attempt`.
pub fn renewed(
    connection: &Connection,
    kept: &KeptPayScenario,
    loaded: &Loaded,
    rates: &Rates,
    policy: &Policy,
) -> Result<KeptPayScenario, Problem> {
    let Some(scenario) = &kept.scenario else { return Ok(kept.clone()) };
    guard_month(loaded)?;
    let rates = Rates { months: kept.months.into(), ..rates.clone() };
    let bounds = reckoned(connection, loaded, scenario, &rates, policy)?;
    Ok(came_to(kept, loaded.sheet, loaded.table.people(), bounds))
}

/// A kept scenario with what it comes to on other wage data, or of other people.
pub(super) fn came_to(
    kept: &KeptPayScenario,
    sheet: PaySheetId,
    people: u32,
    bounds: PayBounds,
) -> KeptPayScenario {
    KeptPayScenario {
        sheet,
        people,
        before_average: exactly(bounds.before),
        target_average: exactly(bounds.after),
        wages: exactly(bounds.wages),
        insurance: exactly(bounds.insurance),
        fee: exactly(bounds.fee),
        total: exactly(bounds.total),
        bounds: bounds.is_wide().then_some(bounds),
        replaced: false,
        ..kept.clone()
    }
}

/// What everybody surely earns, as far as anybody says: the minimum that holds, else nothing.
pub(super) fn lowest(connection: &Connection, loaded: &Loaded) -> Result<i64, Problem> {
    Ok(whole::minimum(connection, loaded)?.map_or(0, |one| one.value))
}

fn guard_month(loaded: &Loaded) -> Result<(), Problem> {
    if loaded.monthly {
        return Ok(());
    }
    Err(Problem::new(
        "refused",
        "这份是全年的工资数据，测算要按月：请在工资数据里注明“按十二个月平均”，或者导入一个月的工资。",
    ))
}

/// Tries scenarios.
///
/// Errors: `bad_input` at a field of the form; `refused` for data of a year, where too few people are counted, and where nothing is
/// told of the data beside that of other months.
pub fn attempt(
    connection: &Connection,
    book: &LawBook,
    loaded: &Loaded,
    input: &SimulatePay,
    shown: Shown,
    policy: &Policy,
    on: NaiveDate,
) -> Result<PaySimulation, Problem> {
    rules::months(input.months)?;
    guard_month(loaded)?;
    let in_full = shown == Shown::Full;
    let rates = rates(connection, book, on, input.months)?;
    let seen = whole::seen(connection, loaded, shown, policy)?;
    let table = seen.to_try()?;
    let mut tried = simulate(table, &input.scenarios, &rates, in_full, policy, lowest(connection, loaded)?)?;
    let law = left_out(book, &union::store::place(connection)?, loaded.period.last());
    tried.notes.extend(floors::beside_minimum(&input.scenarios, law.as_ref()));
    tried.notes.extend(seen.note.clone());
    tried.notes.extend(back::notes(connection, (loaded.sheet, loaded.period))?);
    let counted = guarded(table, least(in_full, policy)).0;
    let (all, people) = (loaded.table.people(), counted.people());
    if people < all {
        tried.notes.push(format!(
            "人数、平均和增加的人工成本都只算计入的{people}人，这份数据一共{all}人；全部职工的成本，请有查看个人工资权限的人测算。"
        ));
    }
    Ok(PaySimulation {
        sheet: loaded.sheet,
        period: loaded.period,
        depth: depth(table),
        in_full: in_full && matches!(loaded.table.known, Known::Singles(_)),
        people,
        part_month: counted.part_month,
        results: tried.results,
        middle: tried.middle,
        method: method(&loaded.period.words(), people, &input.scenarios, &rates),
        notes: tried.notes,
    })
}

/// Keeps a scenario with what it comes to now; of single wages exactly, though whoever keeps it has not revealed them.
///
/// Errors: as of `attempt`; `bad_input` at `name`, `duplicate`, `not_found`.
pub fn save(
    tx: &Tx,
    book: &LawBook,
    input: &SavePayScenario,
    shown: Shown,
    policy: &Policy,
) -> Result<PayScenarioId, Problem> {
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请给方案起个名字，例如“争取方案”。"));
    }
    short("name", &input.name, NAME)?;
    if !(2000..=2100).contains(&input.year) {
        return Err(Problem::input("year", "请填写协商的年度，例如 2026。"));
    }
    let loaded = whole::load(tx, input.sheet)?;
    let tries =
        SimulatePay { sheet: input.sheet, scenarios: vec![input.scenario.clone()], months: input.months };
    // Nobody keeps what they may not try.
    attempt(tx, book, &loaded, &tries, shown, policy, tx.today())?;
    let people = loaded.table.people();
    // Of a few people no sum is kept: a kept one is read by others.
    let bounds = if people < policy.least {
        PayBounds::default()
    } else {
        let rates = rates(tx, book, tx.today(), input.months)?;
        reckoned(tx, &loaded, &input.scenario, &rates, policy)?
    };
    let came = CameTo { said: words::scenario(&input.scenario), people, bounds };
    store::write(tx, input, &came)
}

/// Makes one the scenario that its year goes by. Errors: `not_found`.
pub fn choose(tx: &Tx, id: PayScenarioId) -> Result<(), Problem> {
    store::choose(tx, id)
}

/// Puts one out of sight. Errors: `not_found`.
pub fn remove(tx: &Tx, id: PayScenarioId) -> Result<(), Problem> {
    store::remove(tx, id)
}

/// Keeps a fund's rate. Errors: `bad_input` at its field; `duplicate`; `not_found`.
pub fn save_insurance(tx: &Tx, fund: &PayInsurance) -> Result<PayInsuranceId, Problem> {
    rules::insurance(fund)?;
    store::write_insurance(tx, fund)
}

/// Puts a rate out of sight. Errors: `not_found`.
pub fn remove_insurance(tx: &Tx, id: PayInsuranceId) -> Result<(), Problem> {
    store::remove_insurance(tx, id)
}

/// A group of the order of wages, before and after each of some scenarios.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanGroup {
    /// 第1组（最低）.
    pub band: String,
    /// How many.
    pub people: u32,
    /// Their average before.
    pub before: Fen,
    /// Their average after each; none where it is not told.
    pub after: Vec<Option<Between>>,
}

/// The order of single wages before and after each of some scenarios, as it is told without their sight: one list of groups each.
pub fn groups_covered(each: &[Vec<PayHeapEffect>]) -> Vec<PlanGroup> {
    let of = |(at, heap): (usize, &PayHeapEffect)| PlanGroup {
        band: heap.name.clone(),
        people: heap.people,
        before: heap.before.unwrap_or_default(),
        after: each.iter().map(|heaps| heaps.get(at).and_then(|heap| heap.after)).collect(),
    };
    each.first().into_iter().flatten().enumerate().map(of).collect()
}

/// The order of all single wages in groups, before and after, for whoever reads them; none where single wages are not known.
pub fn groups(loaded: &Loaded, scenarios: &[PayScenario], policy: &Policy) -> Vec<PlanGroup> {
    let Known::Singles(singles) = &loaded.table.known else { return Vec::new() };
    let least = usize::try_from(policy.least).unwrap_or(usize::MAX);
    let heaps = disclosure::allowed_heaps(singles.wages.len(), least);
    let mean = |(_, people, sum): &(String, u32, i64)| {
        Fen(exact::half_up((*sum).into(), (*people).into()).unwrap_or_default())
    };
    let after: Vec<Vec<Fen>> = scenarios
        .iter()
        .map(|one| ordered(&super::engine::run(singles, one), heaps).iter().map(mean).collect())
        .collect();
    let of = |(at, group): (usize, &(String, u32, i64))| PlanGroup {
        band: group.0.clone(),
        people: group.1,
        before: mean(group),
        after: after.iter().map(|one| one.get(at).map(|sum| Between::exactly(sum.0))).collect(),
    };
    ordered(&singles.wages, heaps).iter().enumerate().map(of).collect()
}
