//! What is told of the representatives and stands in nobody's way: whom the place wishes to sit among the workers' side, whom it lets
//! the employer not name, how many are usual. What a list is refused for, `representatives` says.

use law::{Layer, RuleRef};

use super::representatives::{OWNER, count};
use super::{Law, Sides, posts};
use crate::members::model::Sex;
use crate::negotiation::model::{RepresentativeInput, Side};

/// Dispatched workers, as the roster knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dispatched {
    /// Of all who are on the roster.
    pub workers: u32,
    /// All who are on the roster.
    pub all: u32,
    /// Of the representatives of the workers' side.
    pub seats: u32,
}

/// What the advice on representatives is read from.
pub struct Advised<'a> {
    /// Both sides as they stand.
    pub sides: Sides<'a>,
    /// The women among all on the roster, and all.
    pub women: Option<(u32, u32)>,
    /// The dispatched workers, where the place asks for them.
    pub dispatched: Option<Dispatched>,
    /// No meeting was held yet: who sits can still be thought over.
    pub forming: bool,
}

/// What the law of the place wishes for and does not compel, or what the union should look at.
pub fn advice(law: Law<'_>, of: &Advised<'_>) -> Vec<String> {
    let mut advice = usual(law, &of.sides);
    advice.extend(ordinary_firms(law, &of.sides));
    advice.extend(union_staff(law, of.sides.employer));
    let workers = of.sides.workers;
    if workers.is_empty() {
        return advice;
    }
    advice.extend(owners_told(law, workers));
    advice.extend(larger_firms(law, workers));
    advice.extend(front_line(law, workers));
    advice.extend(women(law, workers, of.women));
    advice.extend(dispatched(law, of));
    advice.extend(disabled(law, of.forming));
    advice
}

/// Whom the rule about owners and managers lets the workers' side not choose, a sentence each: those of whom it does not speak
/// outright, and their deputies.
fn owners_told(law: Law<'_>, workers: &[RepresentativeInput]) -> Vec<String> {
    let Some(rule) = law.rule(OWNER) else { return Vec::new() };
    let outright = rule.layer != Layer::National;
    let manages = |one: &&RepresentativeInput| {
        let heads = posts::heads_enterprise(&one.post) && !outright;
        !one.outside && (heads || posts::deputy_of_enterprise(&one.post))
    };
    let told = |one: &RepresentativeInput| {
        let (name, post) = (one.name.trim(), one.post.trim());
        let by = if outright { "按照" } else { "参照" };
        format!(
            "{name}是{post}，{by}{}，行政负责人不宜作职工方代表，报送时容易被退回，请另选职工。",
            rule.short
        )
    };
    workers.iter().filter(manages).map(told).collect()
}

/// Whom of the union's people the employer cannot name, where a text of the place says so. Read off the post, so that it is told
/// and not refused.
fn union_staff(law: Law<'_>, employer: &[RepresentativeInput]) -> Vec<String> {
    let Some(rule) = law.rule("negotiation.representatives.union_staff_barred") else { return Vec::new() };
    let told = |one: &RepresentativeInput| {
        let (name, post) = (one.name.trim(), one.post.trim());
        format!("{name}是{post}，工会工作人员不能作企业方代表，请企业方另派（{}）。", rule.short)
    };
    let staff = |one: &&RepresentativeInput| !one.outside && posts::works_for_union(&one.post);
    employer.iter().filter(staff).map(told).collect()
}

/// More than a side usually has.
fn usual(law: Law<'_>, sides: &Sides<'_>) -> Vec<String> {
    let subject = "negotiation.representatives.usual_maximum";
    let Some(ruling) = law.book.applies(subject, law.place, law.on) else { return Vec::new() };
    let Some(most) = &ruling.winner.quantity else { return Vec::new() };
    let short = ruling.winner.reference().short;
    let both = [(Side::Workers, sides.workers), (Side::Employer, sides.employer)];
    let told = |(side, list): (Side, &[RepresentativeInput])| {
        let number = count(list, |_| true);
        let allowed = most.boundary(number)?;
        (!most.allows(number, number)).then(|| {
            format!(
                "{}有{number}名代表，一般不超过{allowed}名（{short}）；双方都同意的，可以多几名。",
                side.name()
            )
        })
    };
    both.into_iter().filter_map(told).collect()
}

/// More than a side of a firm without many workers has, where more are for those with many alone: how many that is, the text does
/// not say, so that it is told and not refused.
fn ordinary_firms(law: Law<'_>, sides: &Sides<'_>) -> Vec<String> {
    let subject = "negotiation.representatives.maximum";
    let found = law.book.applies_if(subject, law.place, law.on, &["not_many_workers"]);
    let Some(ruling) = found.filter(|ruling| ruling.winner.condition.is_some()) else { return Vec::new() };
    let Some(most) = &ruling.winner.quantity else { return Vec::new() };
    let label = ruling.winner.condition_label.as_deref().unwrap_or_default();
    let short = ruling.winner.reference().short;
    let both = [(Side::Workers, sides.workers), (Side::Employer, sides.employer)];
    let told = |(side, list): (Side, &[RepresentativeInput])| {
        let number = count(list, |_| true);
        let allowed = most.boundary(number)?;
        (!most.allows(number, number)).then(|| {
            format!(
                "{}有{number}名代表：{label}每方不超过{allowed}名（{short}）。条文没有写多少人算较多，本单位职工人数确实较多的，不用改。",
                side.name()
            )
        })
    };
    both.into_iter().filter_map(told).collect()
}

/// The least of larger firms: whether this one is such a firm, the ledger does not know.
fn larger_firms(law: Law<'_>, workers: &[RepresentativeInput]) -> Option<String> {
    let subject = "negotiation.representatives.minimum";
    let ruling = law.book.applies_if(subject, law.place, law.on, &["above_scale"])?;
    let least = ruling.winner.quantity.as_ref().filter(|_| ruling.winner.condition.is_some())?;
    let number = count(workers, |_| true);
    (!least.allows(number, number)).then(|| {
        format!(
            "{}每方代表不得少于{}名，现有{number}名；本单位属于这一类的，请补足（{}）。",
            ruling.winner.condition_label.as_deref().unwrap_or_default(),
            least.boundary(number).unwrap_or_default(),
            ruling.winner.reference().short
        )
    })
}

fn front_line(law: Law<'_>, workers: &[RepresentativeInput]) -> Option<String> {
    let ruling = law.book.applies("negotiation.representatives.front_line", law.place, law.on)?;
    let share = ruling.winner.quantity.as_ref()?;
    let number = count(workers, |_| true);
    (!share.allows(count(workers, |one| one.front_line), number)).then(|| {
        format!(
            "职工方代表中一线职工应有{}名以上（{}）。",
            share.boundary(number).unwrap_or_default(),
            ruling.winner.reference().short
        )
    })
}

/// Women, where there are so many that the place asks for one or more of them; how many, it may say by itself.
fn women(law: Law<'_>, workers: &[RepresentativeInput], of_all: Option<(u32, u32)>) -> Option<String> {
    let ruling = law.book.applies("negotiation.representatives.women", law.place, law.on)?;
    let share = ruling.winner.quantity.as_ref()?;
    let (women, all) = of_all.filter(|(women, all)| *all > 0 && share.allows(*women, *all))?;
    let seats = count(workers, |one| one.sex == Sex::Female);
    let number = law.book.applies("negotiation.representatives.women.count", law.place, law.on);
    let least = number.as_ref().and_then(|ruling| ruling.winner.quantity.as_ref());
    let (enough, wanted) = match least {
        Some(least) => {
            let wanted = least.boundary(all).unwrap_or_default();
            (least.allows(seats, all), format!("{wanted}名以上，现有{seats}名"))
        }
        None => (seats > 0, String::new()),
    };
    (!enough).then(|| {
        format!(
            "女职工占全体职工{women}/{all}，职工方代表中应有女职工{wanted}（{}）。",
            ruling.winner.reference().short
        )
    })
}

/// Dispatched workers, where there are so many that the place asks for one of them; where it names no number, the union is told
/// while it can still think over who sits.
fn dispatched(law: Law<'_>, of: &Advised<'_>) -> Option<String> {
    let ruling = law.book.applies("negotiation.representatives.dispatch", law.place, law.on)?;
    let known = of.dispatched.filter(|known| known.workers > 0 && known.seats == 0)?;
    let rule: RuleRef = ruling.winner.reference();
    let told = format!("花名册上有{}名被派遣劳动者，全体{}人", known.workers, known.all);
    match &ruling.winner.quantity {
        Some(share) => share.allows(known.workers, known.all).then(|| {
            format!("{told}；职工方代表里还没有被派遣劳动者：{}（{}）。", ruling.winner.title, rule.short)
        }),
        None => of.forming.then(|| {
            format!(
                "{told}：{}（{}）。条文没有写多少算“较多”，请结合本单位情况掌握。",
                ruling.winner.title, rule.short
            )
        }),
    }
}

/// Disabled workers. The roster does not say who they are, so it is told while the side is formed, and no longer.
fn disabled(law: Law<'_>, forming: bool) -> Option<String> {
    let ruling = law.book.applies("negotiation.representatives.disabled", law.place, law.on)?;
    forming.then(|| {
        format!(
            "{}（{}）。花名册不登记残疾情况，请自己核对；本单位不到的，不用理会。",
            ruling.winner.title,
            ruling.winner.reference().short
        )
    })
}

#[cfg(test)]
#[path = "advice_tests.rs"]
mod tests;
