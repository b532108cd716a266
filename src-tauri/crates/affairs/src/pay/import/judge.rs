//! What becomes of the rows of a payroll: the doubts with what may be decided about each, and the lines that are kept when they
//! are decided. Pure; the ledger is asked by `mod`.

use std::collections::{BTreeMap, HashMap, HashSet};

use ledger::Fen;

use super::model::{
    PayCandidate, PayChoice, PayDecision, PayDoubt, PayDoubts, PayNotes, PayOptions, PayShareBy,
};
use super::{back, gross};
use crate::members::model::PersonId;
use crate::members::roster::Severity;
use crate::members::roster::codes::{Meaning, SkillGrade, fold};
use crate::pay::model::{PayPeriod, PayShare, PaySums};
use crate::pay::store::lines::LineRow;
use crate::sheets::payroll::{Beside, OnRoster, PayColumn, PayLine, Payroll};
use crate::sheets::{SheetProblem, SheetProblemKind as K};

/// So many doubts of a kind are told one by one.
const DOUBTS: usize = 100;
/// So many notes of a kind are told one by one.
const NOTES: usize = 20;

/// A payroll judged.
#[derive(Debug, Default)]
pub struct Judged {
    /// The lines that are kept.
    pub lines: Vec<LineRow>,
    /// What is asked, kind by kind.
    pub doubts: Vec<PayDoubts>,
    /// What is told, kind by kind.
    pub notes: Vec<PayNotes>,
    /// How many doubts are open.
    pub open: u32,
    /// Rows left out.
    pub left_out: u32,
    /// The people of the lines; somebody in two rows is one.
    pub headcount: u32,
    /// What they were paid.
    pub sum: Fen,
    /// The half days of whoever was never away.
    pub full_half_days: Option<i32>,
}

/// What may be decided about a kind of doubt, each with what it means there.
fn choices(kind: K) -> &'static [(PayDecision, &'static str)] {
    use PayDecision::{AsRead, LeaveOut, Proposed};
    match kind {
        K::Negative => &[(AsRead, "照实记，算平均数时不计"), (LeaveOut, "这一行不要")],
        K::Outlier => &[(AsRead, "表里的没有错"), (Proposed, "按建议的数记"), (LeaveOut, "这一行不要")],
        K::NoGrossColumn => &[(Proposed, "表里没有应发一列，按各项相加记")],
        K::HiddenGross => &[(AsRead, "就用这一列")],
        K::SecondGross => &[(AsRead, "就用现在这一列")],
        K::UnsureGross => &[(AsRead, "就是工资，用这一列")],
        K::NoGross => &[(Proposed, "按各项相加记"), (LeaveOut, "这一行不要")],
        K::GrossBelow => &[(AsRead, "表里的没有错"), (Proposed, "按各项相加记"), (LeaveOut, "这一行不要")],
        K::BackPay | K::YearEnd => &[
            (Proposed, "照实记，和最低工资标准比时不算"),
            (AsRead, "照实记，和最低工资标准比时也算"),
            (LeaveOut, "从应发里减去，总额、平均数和测算都不算"),
        ],
        K::FarOff => &[(AsRead, "表里的没有错"), (LeaveOut, "这一行不要")],
        K::ScaleOdd => &[(AsRead, "表里的没有错")],
        K::UnitDiffers => {
            &[(Proposed, "没有写单位的也按建议的单位读"), (AsRead, "表里的没有错，就照现在这样读")]
        }
        K::TotalDiffers => &[(AsRead, "按逐行的记")],
        K::Scale => &[(Proposed, "按建议换算"), (AsRead, "表里的没有错，就照现在这样读")],
        K::Pages => &[(Proposed, "是各车间的表，合在一起读"), (AsRead, "只要这一张")],
        K::PagesApart => &[(AsRead, "只要这一张")],
        K::NotMoney | K::Fault => &[(AsRead, "这一格留空"), (LeaveOut, "这一行不要")],
        K::NotDays | K::NotHalfDays => &[(AsRead, "这一格留空"), (LeaveOut, "这一行不要")],
        K::NotOnRoster => &[(AsRead, "照表里的姓名、工号记"), (LeaveOut, "不是本单位的，这一行不要")],
        K::Ambiguous => &[(AsRead, "照表里的姓名记，不对应到人"), (LeaveOut, "这一行不要")],
        K::WhoDiffers => &[(Proposed, "是同一个人"), (AsRead, "不是，不对应到人"), (LeaveOut, "这一行不要")],
        K::Twice => &[(AsRead, "两行合成一个人计"), (LeaveOut, "后一行不要")],
        K::PaidAfterLeaving => &[(AsRead, "照实记，算平均数时不计"), (LeaveOut, "这一行不要")],
        K::MonthUnsure => &[(AsRead, "就是这个月的")],
        K::NumberZeros => &[(Proposed, "是同一个工号，前面的零不算"), (AsRead, "不是，逐个核对")],
        K::Yearly => &[(Proposed, "是一年的数，按这一年记"), (AsRead, "表里其实是一个月的数")],
        _ => &[],
    }
}

/// Columns that are read and not kept: what is deducted and what is left of it.
fn kept(column: PayColumn) -> bool {
    use PayColumn as C;
    !matches!(column, C::Social | C::Fund | C::Tax | C::Deducted | C::Net)
}

/// What is the matter, with what it weighs here: nothing is asked of a column that is not kept, nor of attended days
/// where they are not used, nor of a year's heading where a year is meant.
fn weigh(payroll: &Payroll, options: &PayOptions, period: PayPeriod, one: &SheetProblem) -> Option<Severity> {
    let column = payroll.columns.iter().find(|(place, ..)| *place == one.column).and_then(|(.., what)| *what);
    if one.kind == K::NotPaid || column.is_some_and(|column| !kept(column)) {
        return None;
    }
    match one.kind {
        // That it is a year's was decided, and can be decided otherwise.
        K::Yearly => {
            let decided = options.decision(0, K::Yearly) == Some(PayDecision::Proposed);
            (decided || !period.is_year()).then_some(Severity::Ask)
        }
        K::NotDays | K::NotHalfDays if options.share_by != Some(PayShareBy::Attended) => Some(Severity::Note),
        // That a cell of the gross is no sum is told by the row that has none.
        K::NotMoney | K::Fault if column == Some(PayColumn::Gross) => None,
        _ => Some(one.severity),
    }
}

impl PayOptions {
    pub(super) fn decision(&self, row: u32, kind: K) -> Option<PayDecision> {
        let own = self.rows.iter().find(|one| one.row == row && one.kind == kind).map(|one| one.decision);
        let found = own.or_else(|| self.kinds.get(&kind).copied())?;
        choices(kind).iter().any(|(choice, _)| *choice == found).then_some(found)
    }
}

/// Judges a payroll beside the roster by what was chosen.
pub fn judge(
    payroll: &Payroll,
    beside: &Beside,
    roster: &[OnRoster],
    options: &PayOptions,
    period: PayPeriod,
    offices: Option<&[String]>,
) -> Judged {
    let mut judged = Judged::default();
    let has_gross = gross::place(payroll, PayColumn::Gross).is_some();
    let of_gross: Vec<SheetProblem> =
        gross::problems(payroll).into_iter().chain(back::problems(payroll, options, period)).collect();
    let by_row: HashMap<u32, &PayLine> = payroll.lines.iter().map(|line| (line.row, line)).collect();
    let lifted = |row: u32| by_row.get(&row).is_some_and(|line| back::lifted(line, (options, period)));
    let mut asked: BTreeMap<K, Vec<&SheetProblem>> = BTreeMap::new();
    let mut told: BTreeMap<K, Vec<&SheetProblem>> = BTreeMap::new();
    let mut of_row: HashMap<u32, Vec<&SheetProblem>> = HashMap::new();
    // Numbers that differ by the noughts before them are one question; each row is asked about where the answer is no.
    let apart = options.decision(0, K::NumberZeros) == Some(PayDecision::AsRead);
    let padded: HashSet<u32> = beside.padded.iter().copied().filter(|_| !apart).collect();
    // Whether the whole is less than its parts shows when it is settled in which unit both are.
    let unit_open = payroll.problems.iter().any(|one| one.kind == K::UnitDiffers)
        && options.decision(0, K::UnitDiffers).is_none();
    for one in payroll.problems.iter().chain(&of_gross).chain(&beside.problems) {
        if one.kind == K::WhoDiffers && padded.contains(&one.row) || one.kind == K::GrossBelow && unit_open {
            continue;
        }
        if one.kind == K::Negative && lifted(one.row) {
            continue;
        }
        match weigh(payroll, options, period, one) {
            Some(Severity::Ask) => {
                asked.entry(one.kind).or_default().push(one);
                of_row.entry(one.row).or_default().push(one);
            }
            Some(_) => told.entry(one.kind).or_default().push(one),
            None => {}
        }
    }
    judged.notes = told.into_iter().map(|(kind, all)| notes(kind, &all)).collect();
    let several: HashMap<u32, &Vec<usize>> = beside.several.iter().map(|(row, who)| (*row, who)).collect();
    let taken: Vec<Taken<'_>> = (payroll.lines.iter().zip(&beside.whose))
        .map(|(line, whose)| {
            let doubts = of_row.get(&line.row).map_or(&[][..], Vec::as_slice);
            let decided = |kind: K| options.decision(line.row, kind);
            let out = doubts.iter().any(|one| decided(one.kind) == Some(PayDecision::LeaveOut));
            let stranger = doubts.iter().any(|one| one.kind == K::WhoDiffers)
                && decided(K::WhoDiffers) == Some(PayDecision::AsRead);
            Taken {
                one: whose.filter(|_| !stranger).and_then(|at| roster.get(at)),
                sums: (!out).then(|| sums(line, doubts, (options, period), has_gross)).flatten(),
            }
        })
        .collect();
    let days = attendance(&payroll.lines, &taken);
    judged.full_half_days = full_half_days(&days, options);
    for (kind, all) in asked {
        let mut doubts = doubts(kind, &all, options, |row| About {
            candidates: candidates(roster, several.get(&row).copied()),
            line: by_row.get(&row).copied(),
        });
        if kind == K::Negative
            && let Some(choice) = doubts.choices.iter_mut().find(|one| one.decision == PayDecision::AsRead)
        {
            of_negative(&payroll.lines, &taken).clone_into(&mut choice.words);
        }
        judged.open += doubts.open;
        judged.doubts.push(doubts);
    }
    let nobody = payroll.problems.iter().filter(|one| one.kind == K::Nobody).count();
    judged.left_out = u32::try_from(nobody).unwrap_or(u32::MAX);
    let shares: HashMap<u32, PayShare> =
        beside.shares.iter().map(|share| (share.row, PayShare { days: share.days, of: share.of })).collect();
    let mut people: HashSet<PersonId> = HashSet::new();
    for (line, Taken { one, sums }) in payroll.lines.iter().zip(taken) {
        let Some(sums) = sums else {
            judged.left_out += 1;
            continue;
        };
        let calendar = one.and_then(|_| shares.get(&line.row).copied());
        let share = match (options.share_by, calendar) {
            (_, Some(settled)) if settled.days == 0 => Some(settled),
            (Some(PayShareBy::Attended), _) => {
                attended(days.get(&whose(line, one)).copied(), judged.full_half_days)
            }
            (_, calendar) => calendar,
        };
        if one.is_none_or(|one| people.insert(one.person)) {
            judged.headcount += 1;
        }
        judged.sum = Fen(judged.sum.0.saturating_add(sums.gross.0));
        judged.lines.push(row(line, one, sums, share, offices));
    }
    judged
}

/// A row with whose it is of the roster, and the sums of it that are kept: none where it is left out.
struct Taken<'r> {
    one: Option<&'r OnRoster>,
    sums: Option<PaySums>,
}

/// Whose a row is: somebody of the roster, else nobody but the row itself.
type Whose = Result<PersonId, u32>;

fn whose(line: &PayLine, one: Option<&OnRoster>) -> Whose {
    one.map(|one| one.person).ok_or(line.row)
}

/// The half days of everybody of whom a row is kept, all their rows together: somebody who worked in two shops has a part of their days
/// in each.
fn attendance(lines: &[PayLine], taken: &[Taken<'_>]) -> HashMap<Whose, i32> {
    let mut days: HashMap<Whose, i32> = HashMap::new();
    for (line, of) in lines.iter().zip(taken).filter(|(_, of)| of.sums.is_some()) {
        if let Some(half_days) = line.half_days {
            let all = days.entry(whose(line, of.one)).or_default();
            *all = all.saturating_add(half_days);
        }
    }
    days
}

/// What keeping rows of less than nothing means: one of somebody who has another row lessens what that says, and is of an earlier
/// month where the minimum wage is concerned; one that stands alone counts for no average.
fn of_negative(lines: &[PayLine], taken: &[Taken<'_>]) -> &'static str {
    let mut rows: HashMap<PersonId, u32> = HashMap::new();
    for one in taken.iter().filter(|one| one.sums.is_some()).filter_map(|one| one.one) {
        *rows.entry(one.person).or_default() += 1;
    }
    let (mut merged, mut alone) = (false, false);
    for (line, of) in lines.iter().zip(taken) {
        let lifted = of.sums.is_some_and(|sums| sums.gross.0 >= 0);
        if lifted || line.sum(PayColumn::Gross).is_none_or(|sum| sum.0 >= 0) {
            continue;
        }
        let all = of.one.and_then(|one| rows.get(&one.person)).copied().unwrap_or_default();
        match all > u32::from(of.sums.is_some()) {
            true => merged = true,
            false => alone = true,
        }
    }
    match (merged, alone) {
        (true, false) => "照实记，并入本人的工资；和最低工资标准比时不算",
        (true, true) => {
            "照实记：本人还有别的行的，并入本人的工资，和最低工资标准比时不算；只有这一行的，算平均数时不计"
        }
        (false, _) => "照实记，算平均数时不计",
    }
}

/// The sums of a line that are kept; none where nothing says what was paid.
fn sums(
    line: &PayLine,
    doubts: &[&SheetProblem],
    (options, period): (&PayOptions, PayPeriod),
    has_gross: bool,
) -> Option<PaySums> {
    use PayColumn as C;
    let proposed = |kind| options.decision(line.row, kind) == Some(PayDecision::Proposed);
    let added = |kind| doubts.iter().any(|one| one.kind == kind) && proposed(kind);
    let gross = match line.sum(C::Gross) {
        Some(_) if added(K::GrossBelow) => gross::parts(line)?,
        Some(sum) => {
            let outlier = doubts.iter().find(|one| one.kind == K::Outlier).filter(|_| proposed(K::Outlier));
            let meant = outlier.and_then(|one| one.proposal.as_deref()).and_then(crate::sheets::money::heard);
            meant.unwrap_or(sum)
        }
        None if has_gross && !proposed(K::NoGross) => return None,
        None => gross::parts(line)?,
    };
    let decided = |decision| back::decided(line, gross, (options, period), decision);
    let left_out = decided(PayDecision::LeaveOut);
    Some(PaySums {
        gross: left_out.map_or(gross, |out| Fen(gross.0.saturating_sub(out.0))),
        base: line.sum(C::Base),
        post_pay: line.sum(C::PostPay),
        performance: line.sum(C::Performance),
        overtime: line.sum(C::Overtime),
        allowance: line.sum(C::Allowance),
        bonus: line.sum(C::Bonus),
        back_pay: decided(PayDecision::Proposed),
    })
}

/// A line with who they were that month: as the file says, else as the roster does.
fn row(
    line: &PayLine,
    one: Option<&OnRoster>,
    sums: PaySums,
    share: Option<PayShare>,
    offices: Option<&[String]>,
) -> LineRow {
    let shop = line.shop.clone().or_else(|| one.and_then(|one| one.shop.clone()));
    let by_shop = || Some(!offices?.contains(shop.as_ref()?));
    let front_line = line.front_line.or_else(by_shop);
    let skill = line.skill.map(|grade| grade.label().to_owned());
    let known = || one.and_then(|one| one.skill.clone()).map(|text| standard(&text));
    let name = Some(&line.whose.name).filter(|name| !name.is_empty()).or(one.map(|one| &one.name));
    LineRow {
        place: line.row,
        person: one.map(|one| one.person),
        name: name.cloned().unwrap_or_default(),
        work_number: line.whose.work_number.clone().or_else(|| one.and_then(|one| one.work_number.clone())),
        post: line.post.clone().or_else(|| one.and_then(|one| one.post.clone())),
        form: line.form.or(one.map(|one| one.form)),
        front_line,
        skill: skill.or_else(known),
        sex: line.sex.or(one.map(|one| one.sex)).unwrap_or(crate::members::model::Sex::Unspecified),
        sums,
        half_days: line.half_days,
        share,
        cells: line.raw.clone(),
        shop,
    }
}

/// A grade by its standard word, where it is known.
fn standard(text: &str) -> String {
    match SkillGrade::read(&fold(text)) {
        Meaning::Sure(grade) | Meaning::Likely(grade) => grade.label().to_owned(),
        Meaning::Unknown => text.to_owned(),
    }
}

/// The half days of whoever was never away: as is said, else the commonest of the people, of several the most.
fn full_half_days(people: &HashMap<Whose, i32>, options: &PayOptions) -> Option<i32> {
    let mut counts: HashMap<i32, u32> = HashMap::new();
    for days in people.values().copied().filter(|days| *days > 0) {
        *counts.entry(days).or_default() += 1;
    }
    let commonest = || counts.into_iter().max_by_key(|(days, count)| (*count, *days)).map(|(days, _)| days);
    options.full_half_days.filter(|days| *days > 0).or_else(commonest)
}

/// The share of one who attended fewer days than the others.
pub(in crate::pay) fn attended(half_days: Option<i32>, full: Option<i32>) -> Option<PayShare> {
    let (days, of) = half_days.zip(full).filter(|(days, of)| days < of)?;
    Some(PayShare { days: u32::try_from(days).unwrap_or_default(), of: u32::try_from(of).ok()? })
}

fn candidates(roster: &[OnRoster], places: Option<&Vec<usize>>) -> Vec<PayCandidate> {
    let found = places.into_iter().flatten().filter_map(|at| roster.get(*at));
    found
        .map(|one| PayCandidate {
            id: one.person,
            name: one.name.clone(),
            shop: one.shop.clone(),
            post: one.post.clone(),
            work_number: one.work_number.clone(),
        })
        .collect()
}

/// What else is told of a row in doubt.
struct About<'p> {
    candidates: Vec<PayCandidate>,
    line: Option<&'p PayLine>,
}

/// 张三（G1，焊接）, as the file has them.
fn who(line: &PayLine) -> String {
    let beside: Vec<&str> =
        [line.whose.work_number.as_deref(), line.shop.as_deref()].into_iter().flatten().collect();
    match beside.is_empty() {
        true => line.whose.name.clone(),
        false => format!("{}（{}）", line.whose.name, beside.join("，")),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn notes(kind: K, all: &[&SheetProblem]) -> PayNotes {
    PayNotes {
        kind,
        label: kind.label().to_owned(),
        count: count(all.len()),
        first: all.iter().take(NOTES).map(|one| one.message.clone()).collect(),
    }
}

/// The doubts of a kind; those that are open come first.
fn doubts<'p>(
    kind: K,
    all: &[&SheetProblem],
    options: &PayOptions,
    about: impl Fn(u32) -> About<'p>,
) -> PayDoubts {
    let open = |one: &&&SheetProblem| options.decision(one.row, kind).is_none();
    let mut first: Vec<&&SheetProblem> = all.iter().collect();
    first.sort_by_key(|one| !open(one));
    PayDoubts {
        kind,
        label: kind.label().to_owned(),
        count: count(all.len()),
        open: count(all.iter().filter(open).count()),
        choices: choices(kind)
            .iter()
            .map(|(decision, words)| PayChoice { decision: *decision, words: (*words).to_owned() })
            .collect(),
        first: first
            .into_iter()
            .take(DOUBTS)
            .map(|one| {
                let about = about(one.row);
                PayDoubt {
                    row: one.row,
                    who: about.line.map(who),
                    gross: about.line.and_then(|line| line.sum(PayColumn::Gross)),
                    message: one.message.clone(),
                    was: one.was.clone(),
                    proposal: one.proposal.clone(),
                    decision: options.decision(one.row, kind),
                    candidates: about.candidates,
                }
            })
            .collect(),
    }
}
