//! What wage data tells (工资结构): average, median, deciles, spread, the lowest beside the local minimum, groups compared, the year
//! before, at the depth there is and as far as the reader may see. Whole numbers only. Where the data lies is `pay`'s; what a
//! rise would do is `simulate`'s.

pub mod bounds;
pub mod disclosure;
pub mod exact;
pub mod minimum;
pub mod model;
pub mod papers;
pub mod policy;
pub mod read;
pub mod sight;
pub mod table;
pub mod whole;

#[cfg(test)]
mod adversary;
#[cfg(test)]
mod rank;
#[cfg(test)]
pub(crate) mod tests;

use std::borrow::Cow;

use ledger::Fen;

use crate::pay::model::PayDepth;
use disclosure::{Group, Telling};
use model::{Between, PayCut, PayDecile, PayGroup, PayHeap, WageCut};
use policy::Policy;
use table::{Known, Singles, UNTOLD, WageBand, WageSum, WageTable};

/// The figures of a table, apart from what other tables and references tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoned {
    /// How many are counted.
    pub people: u32,
    /// How many of them with a part of the month reckoned to the whole.
    pub part_month: u32,
    /// Their payroll.
    pub payroll: Option<Between>,
    /// Their average.
    pub average: Option<Between>,
    /// P10 to P90.
    pub deciles: Vec<PayDecile>,
    /// P90 to P10.
    pub spread: Option<Between>,
    /// Gini.
    pub gini: Option<Between>,
    /// The order in groups.
    pub heaps: Vec<PayHeap>,
    /// Comparisons.
    pub cuts: Vec<PayCut>,
    /// The lowest wage, to whoever may see it.
    pub lowest: Option<i64>,
    /// What the lowest wage lies between, to everybody.
    pub lowest_between: Option<Between>,
    /// What is left out and why.
    pub notes: Vec<String>,
}

impl Reckoned {
    /// Nothing but how many are counted.
    pub fn of(table: &WageTable) -> Self {
        Reckoned {
            people: table.people(),
            part_month: table.part_month,
            payroll: None,
            average: None,
            deciles: Vec::new(),
            spread: None,
            gini: None,
            heaps: Vec::new(),
            cuts: Vec::new(),
            lowest: None,
            lowest_between: None,
            notes: Vec::new(),
        }
    }
}

/// How many people a figure must be of, for this reader.
pub fn least(in_full: bool, policy: &Policy) -> u32 {
    if in_full { 1 } else { policy.least }
}

/// The table as far as a reader may reckon with it, and what is said of people who were kept back.
///
/// The payroll of everybody is told elsewhere as it was paid, so that what is counted here, taken from it, tells of those who
/// count otherwise: with a part of the month reckoned to the whole, or not at all. Where these are a few, neither they nor as
/// many people from the middle of the order as make them enough are counted.
pub fn guarded(table: &WageTable, least: u32) -> (Cow<'_, WageTable>, Option<String>) {
    let Known::Singles(singles) = &table.known else { return (Cow::Borrowed(table), None) };
    let few = |people: u32| people > 0 && people < least;
    let (back, who) = if few(table.part_month) {
        (least - table.part_month, "没有做满整月的人很少，为了不让人从工资总额倒推出他们的工资，他们和另外")
    } else if table.part_month == 0 && few(table.unpaid) {
        (least - table.unpaid, "没有应发工资的人很少，为了不让人从工资总额倒推出他们的工资，他们和另外")
    } else {
        (0, "")
    };
    if back == 0 {
        return (Cow::Borrowed(table), None);
    }
    let without_parts = few(table.part_month);
    let mut whole: Vec<usize> = (0..singles.wages.len())
        .filter(|at| !without_parts || !singles.part.get(*at).copied().unwrap_or_default())
        .collect();
    let away = usize::try_from(back).unwrap_or_default().min(whole.len());
    let from = (whole.len() - away) / 2;
    whole.drain(from..from + away);
    let known = Known::Singles(singles.only(&whole));
    let part_month = if without_parts { 0 } else { table.part_month };
    (
        Cow::Owned(WageTable { known, part_month, ..*table }),
        Some(format!("{who}工资居中的{back}人没有计入。")),
    )
}

/// What is said of people whose wage was reckoned from a part of the month.
pub fn part_month_note(people: u32) -> String {
    format!("没有做满整月的{people}人（期间进厂、离厂，或者按出勤天数计的），按天数折算成整月的工资计入。")
}

/// What of a table this reader can reckon with: itself, or what is told of it as bands.
///
/// Whoever may not read single wages gets the groups of their order; bands of a few are put together.
pub fn lowered(table: &WageTable, least: u32) -> Option<Lowered<'_>> {
    if table.people() < least {
        return None;
    }
    match &table.known {
        Known::Totals { all, shops } => Some(Lowered::Total(all, shops)),
        Known::Bands { bands, payroll } => {
            Some(Lowered::Bands(disclosure::of_bands(bands, least), payroll.map(|fen| fen.0)))
        }
        Known::Singles(singles) if least > 1 => {
            Some(Lowered::Bands(heaps_of(singles, least), Some(sum_of(singles))))
        }
        Known::Singles(singles) => Some(Lowered::Singles(singles)),
    }
}

/// A table as a reader may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lowered<'t> {
    /// Sum and headcount.
    Total(&'t WageSum, &'t [WageSum]),
    /// Bands, and the payroll where told.
    Bands(Vec<WageBand>, Option<i64>),
    /// All of it.
    Singles(&'t Singles),
}

fn sum_of(singles: &Singles) -> i64 {
    i64::try_from(reckon::sum(&singles.wages)).unwrap_or(i64::MAX)
}

/// The groups of the order of single wages as bands.
fn heaps_of(singles: &Singles, least: u32) -> Vec<WageBand> {
    let allowed =
        disclosure::allowed_heaps(singles.wages.len(), usize::try_from(least).unwrap_or(usize::MAX));
    bounds::of_heaps(&ordered(&singles.wages, allowed))
}

/// Groups of an order with how many are in each and what `of` them comes to, which stands in this order.
pub fn ordered(of: &[i64], heaps: usize) -> Vec<(String, u32, i64)> {
    let groups = reckon::heaps(of, heaps).into_iter().enumerate();
    groups.map(|(at, (people, sum))| (heap_name(at, heaps), people, sum)).collect()
}

fn heap_name(at: usize, heaps: usize) -> String {
    let end = match at {
        _ if heaps == 1 => return "全部".to_owned(),
        0 => "（最低）",
        at if at + 1 == heaps => "（最高）",
        _ => "",
    };
    format!("第{}组{end}", at + 1)
}

/// The figures of a table for a reader: everything for one who reads single wages, else no figure of a few.
pub fn reckon(table: &WageTable, in_full: bool, policy: &Policy) -> Reckoned {
    let least = least(in_full, policy);
    let (table, back) = guarded(table, least);
    let table = table.as_ref();
    let people = table.people();
    let mut found = Reckoned::of(table);
    match lowered(table, least) {
        None if people == 0 && back.is_none() => found.notes.push("没有可以统计的工资。".to_owned()),
        None => found.notes.push(format!("一共不足{least}人，不列任何数字：{}", policy.reason)),
        Some(Lowered::Total(all, shops)) => of_total(&mut found, all, shops, least, policy),
        Some(Lowered::Bands(bands, payroll)) => of_bands(&mut found, &bands, payroll),
        Some(Lowered::Singles(singles)) => of_singles(&mut found, singles),
    }
    if let Known::Singles(singles) = &table.known
        && !found.heaps.is_empty()
    {
        found.cuts = cuts(singles, least, in_full, policy);
    }
    let hides = |cut: &PayCut| cut.groups.iter().any(|group| group.hidden.is_some());
    if let Some(back) = back.filter(|_| found.average.is_some()) {
        found.notes.push(back);
    }
    if found.part_month > 0 && found.average.is_some() {
        found.notes.push(part_month_note(found.part_month));
    }
    if found.cuts.iter().any(hides) {
        found.notes.push(format!(
            "少于{least}人的组，以及从别的数字能倒推出少数人工资的组，不列数字：{}",
            policy.reason
        ));
    }
    found
}

fn of_total(found: &mut Reckoned, all: &WageSum, shops: &[WageSum], least: u32, policy: &Policy) {
    let payroll = Between::exactly(all.sum.0);
    found.payroll = Some(payroll);
    found.average = bounds::average(payroll, all.people);
    found.notes.push(
        "只有工资总额和人数，只能算平均工资；有了分档或逐人的工资，才有中位数、分组和差距。".to_owned(),
    );
    if shops.is_empty() {
        return;
    }
    let counts: Vec<u32> = shops.iter().map(|shop| shop.people).collect();
    let rest = all.people.saturating_sub(counts.iter().sum());
    let telling = disclosure::of_counts(&counts, rest, least);
    let groups = shops.iter().zip(telling).map(|(shop, telling)| {
        let average = exact::half_up(shop.sum.0.into(), shop.people.into());
        group(&shop.name, shop.people, average, None, found.average, telling, policy)
    });
    found.cuts = vec![cut(WageCut::Shop, groups.collect())];
}

fn of_bands(found: &mut Reckoned, bands: &[WageBand], payroll: Option<i64>) {
    found.payroll = bounds::payroll(bands, payroll);
    found.average = found.payroll.and_then(|sum| bounds::average(sum, found.people));
    found.deciles = (1..10)
        .filter_map(|tenth| Some(PayDecile { tenth, value: bounds::quantile(bands, tenth.into(), 10)? }))
        .collect();
    found.spread = bounds::spread(bands);
    found.gini = bounds::gini(bands);
    found.lowest_between = bands.first().map(|band| Between { from: band.from, to: band.top() });
    found.heaps = bands.iter().map(heap).collect();
    found.notes.push("中位数、各分位和差距由分组推算，列出的是它一定落在其中的范围。".to_owned());
    if found.gini.is_none() {
        found.notes.push("各档没有工资合计，或者上下有重叠，算不出基尼系数的范围。".to_owned());
    }
}

fn heap(band: &WageBand) -> PayHeap {
    let average = band.sum.and_then(|sum| exact::half_up(sum.into(), band.people.into())).map(Fen);
    PayHeap { name: band.name.clone(), people: band.people, average }
}

fn of_singles(found: &mut Reckoned, singles: &Singles) {
    let wages = &singles.wages;
    let payroll = Between::exactly(sum_of(singles));
    found.payroll = Some(payroll);
    found.average = bounds::average(payroll, found.people);
    let point = |tenth| exact::quantile(wages, tenth, 10);
    found.deciles = (1..10)
        .filter_map(|tenth| Some(PayDecile { tenth, value: Between::exactly(point(tenth)?) }))
        .collect();
    found.spread =
        point(9).zip(point(1)).and_then(|(high, low)| exact::hundredths(high, low)).map(Between::exactly);
    found.gini = exact::gini_of(wages).map(Between::exactly);
    found.lowest = wages.first().copied();
    found.lowest_between = found.lowest.map(Between::exactly);
    let heaps = disclosure::allowed_heaps(wages.len(), 1);
    let named = ordered(wages, heaps);
    found.heaps = named
        .into_iter()
        .map(|(name, people, sum)| heap(&WageBand { name, from: 0, to: None, people, sum: Some(sum) }))
        .collect();
}

/// The comparisons of single wages.
fn cuts(singles: &Singles, least: u32, in_full: bool, policy: &Policy) -> Vec<PayCut> {
    let allowed = disclosure::allowed(singles, usize::try_from(least).unwrap_or(usize::MAX));
    let all = exact::half_up(sum_of(singles).into(), i128::try_from(singles.wages.len()).unwrap_or(1));
    let one = |by: WageCut, groups: Vec<Group>| {
        let column = singles.cut(by);
        let of = groups.into_iter().map(|one| {
            let wages: Vec<i64> = (column.codes.iter().zip(&singles.wages))
                .filter(|(code, _)| **code == one.code)
                .map(|(_, wage)| *wage)
                .collect();
            let name =
                if one.code == UNTOLD { "没有登记" } else { column.name(one.code).unwrap_or_default() };
            let people = u32::try_from(one.people).unwrap_or(u32::MAX);
            let average = exact::half_up(exact::sum(wages.iter().copied()), people.into());
            let median = if in_full { exact::quantile(&wages, 1, 2) } else { None };
            group(name, people, average, median, all.map(Between::exactly), one.telling, policy)
        });
        cut(by, of.collect())
    };
    allowed.cuts.into_iter().map(|(by, groups)| one(by, groups)).collect()
}

fn cut(by: WageCut, groups: Vec<PayGroup>) -> PayCut {
    PayCut { by, title: format!("按{}", by.label()), groups }
}

fn group(
    name: &str,
    people: u32,
    average: Option<i64>,
    median: Option<i64>,
    all: Option<Between>,
    telling: Telling,
    policy: &Policy,
) -> PayGroup {
    let hidden = match telling {
        Telling::Told => None,
        Telling::Few => Some(format!("少于{}人", policy.least)),
        Telling::Guards => Some("能倒推出少数人的工资".to_owned()),
    };
    let told = hidden.is_none();
    let exact_all = all.filter(|all| all.is_exact()).map(|all| all.from);
    let to_all = average
        .zip(exact_all)
        .and_then(|(own, all)| exact::half_up(i128::from(own) * exact::WHOLE, all.into()));
    PayGroup {
        name: name.to_owned(),
        people: told.then_some(people),
        average: average.filter(|_| told).map(Fen),
        median: median.filter(|_| told).map(Fen),
        to_all: to_all.filter(|_| told),
        hidden,
    }
}

/// How much of a table a reader is told, as its depth.
pub fn depth(table: &WageTable) -> PayDepth {
    match table.known {
        Known::Totals { .. } => PayDepth::Total,
        Known::Bands { .. } => PayDepth::Bands,
        Known::Singles(_) => PayDepth::Single,
    }
}
