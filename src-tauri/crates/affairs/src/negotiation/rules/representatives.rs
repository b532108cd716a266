//! Who may represent whom: numbers, chief, outside experts, both sides at once, the personnel manager.

use chrono::NaiveDate;

use super::{Law, posts};
use law::Layer;

use crate::Problem;
use crate::negotiation::model::{RepresentativeInput, Side};

/// Both sides as they would stand.
pub struct Sides<'a> {
    /// 职工方.
    pub workers: &'a [RepresentativeInput],
    /// 企业方.
    pub employer: &'a [RepresentativeInput],
}

pub(super) fn count(list: &[RepresentativeInput], which: impl Fn(&RepresentativeInput) -> bool) -> u32 {
    u32::try_from(list.iter().filter(|one| which(one)).count()).unwrap_or(u32::MAX)
}

/// Who owns or manages the enterprise.
pub(super) const OWNER: &str = "negotiation.representatives.owner_barred";

/// The field of the `index`th person of a side, as forms name it.
fn field(side: Side, index: usize, name: &str) -> String {
    format!("{}.{index}.{name}", side.code())
}

/// Refuses one side that breaks a rule which does not need the other side.
pub fn check_side(law: Law<'_>, side: Side, list: &[RepresentativeInput]) -> Result<(), Problem> {
    for (index, one) in list.iter().enumerate() {
        if one.name.trim().is_empty() {
            return Err(Problem::input(
                &field(side, index, "name"),
                format!("{}第{}位代表没有姓名。", side.name(), index + 1),
            ));
        }
        if one.post.trim().is_empty() {
            return Err(Problem::input(
                &field(side, index, "post"),
                format!("请填写{}的职务或岗位，代表名单要印出来。", one.name.trim()),
            ));
        }
    }
    check_repeated(side, list)?;
    check_number(law, side, list)?;
    check_chief(law, side, list)?;
    check_outside(law, side, list)?;
    check_personnel(law, side, list)?;
    check_owner(law, side, list)
}

/// Refuses someone chosen on a day that is still to come.
pub fn check_chosen(side: Side, list: &[RepresentativeInput], today: NaiveDate) -> Result<(), Problem> {
    for (index, one) in list.iter().enumerate() {
        if one.chosen_on.is_some_and(|day| day > today) {
            let message = format!("{}的产生日期还没有到，请核对。", one.name.trim());
            return Err(Problem::input(&field(side, index, "chosenOn"), message));
        }
    }
    Ok(())
}

/// Whether two entries mean one person: by the roster when both are on it, else by name.
fn same_person(a: &RepresentativeInput, b: &RepresentativeInput) -> bool {
    match (a.person, b.person) {
        (Some(a), Some(b)) => a == b,
        _ => a.name.trim() == b.name.trim(),
    }
}

/// The way out for namesakes.
const NAMESAKE: &str = "如果是同名的另一个人，请在姓名后注明部门，例如“王伟（财务部）”。";

fn check_repeated(side: Side, list: &[RepresentativeInput]) -> Result<(), Problem> {
    for (index, one) in list.iter().enumerate() {
        if list[..index].iter().any(|earlier| same_person(earlier, one)) {
            let message =
                format!("{}在{}代表中写了两遍，请删去一个；{NAMESAKE}", one.name.trim(), side.name());
            return Err(Problem::input(&field(side, index, "name"), message));
        }
    }
    Ok(())
}

/// Refuses someone who cannot join a side that may still have vacant seats: repeated, a second chief, too many outsiders, a
/// personnel manager, on both sides.
pub fn check_joining(law: Law<'_>, side: Side, sides: &Sides<'_>) -> Result<(), Problem> {
    let list = if side == Side::Workers { sides.workers } else { sides.employer };
    for (index, one) in list.iter().enumerate() {
        if one.name.trim().is_empty() {
            return Err(Problem::input(&field(side, index, "name"), "请填写接替的人的姓名。"));
        }
        if one.post.trim().is_empty() {
            let message = format!("请填写{}的职务或岗位，代表名单要印出来。", one.name.trim());
            return Err(Problem::input(&field(side, index, "post"), message));
        }
    }
    check_repeated(side, list)?;
    if count(list, |one| one.chief) > 0 {
        check_chief(law, side, list)?;
    }
    check_outside(law, side, list)?;
    check_personnel(law, side, list)?;
    check_owner(law, side, list)?;
    check_apart(law, sides)
}

fn check_number(law: Law<'_>, side: Side, list: &[RepresentativeInput]) -> Result<(), Problem> {
    let number = count(list, |_| true);
    let (least, rule) = law.book.quantity("negotiation.representatives.minimum", law.place, law.on)?;
    if !least.allows(number, number) {
        let needed = least.boundary(number).unwrap_or_default();
        return Err(Problem::refused(
            &rule,
            format!(
                "{}现有{number}名代表，每方至少要{needed}名，请再补{}名。",
                side.name(),
                needed.saturating_sub(number)
            ),
        )
        .at(side.code()));
    }
    if let Some(ruling) = law.book.applies("negotiation.representatives.maximum", law.place, law.on)
        && let Some(most) = &ruling.winner.quantity
        && !most.allows(number, number)
    {
        let allowed = most.boundary(number).unwrap_or_default();
        return Err(Problem::refused(
            &ruling.winner.reference(),
            format!("{}现有{number}名代表，本地规定每方最多{allowed}名，请减少人数。", side.name()),
        )
        .at(side.code()));
    }
    Ok(())
}

fn check_chief(law: Law<'_>, side: Side, list: &[RepresentativeInput]) -> Result<(), Problem> {
    let chiefs = count(list, |one| one.chief);
    let (wanted, rule) = law.book.quantity("negotiation.representatives.chief", law.place, law.on)?;
    if !wanted.allows(chiefs, chiefs) {
        let message = if chiefs == 0 {
            format!("{}还没有首席代表，请指定一名。", side.name())
        } else {
            format!("{}有{chiefs}名首席代表，只能有一名。", side.name())
        };
        return Err(Problem::refused(&rule, message).at(side.code()));
    }
    if let Some(index) = list.iter().position(|one| one.chief && one.outside) {
        let message =
            format!("{}是外聘的专业人员，首席代表必须是本单位的人，请另行指定。", list[index].name.trim());
        let problem = match law.rule("negotiation.representatives.outside_chief_barred") {
            Some(rule) => Problem::refused(&rule, message),
            None => Problem::new("refused", message),
        };
        return Err(problem.at(&field(side, index, "chief")));
    }
    Ok(())
}

fn check_outside(law: Law<'_>, side: Side, list: &[RepresentativeInput]) -> Result<(), Problem> {
    let outside = count(list, |one| one.outside);
    if outside == 0 {
        return Ok(());
    }
    if let Some(rule) = law.rule("negotiation.representatives.outside_barred") {
        return Err(Problem::refused(
            &rule,
            format!(
                "本地规定外聘专业人员只能作协商顾问，不计入代表：请把{}的{outside}名外聘人员移出代表名单。",
                side.name()
            ),
        )
        .at(side.code()));
    }
    let number = count(list, |_| true);
    let (share, rule) = law.book.quantity("negotiation.representatives.outside_share", law.place, law.on)?;
    if !share.allows(outside, number) {
        let allowed = share.boundary(number).unwrap_or_default();
        return Err(Problem::refused(
            &rule,
            format!(
                "{}{number}名代表中有{outside}名外聘专业人员，最多{allowed}名，请改由本单位的人担任。",
                side.name()
            ),
        )
        .at(side.code()));
    }
    Ok(())
}

fn check_personnel(law: Law<'_>, side: Side, list: &[RepresentativeInput]) -> Result<(), Problem> {
    if side == Side::Employer {
        return Ok(());
    }
    let heads = |one: &RepresentativeInput| {
        one.personnel_manager || (!one.outside && posts::heads_personnel(&one.post))
    };
    let Some(index) = list.iter().position(heads) else { return Ok(()) };
    let name = list[index].name.trim();
    let message = format!("{name}负责人力资源工作，不能作职工方代表，请改选其他职工。");
    let problem = match law.rule("negotiation.representatives.personnel_barred") {
        Some(rule) if rule.layer != Layer::National => Problem::refused(&rule, message),
        // What no text says of representatives is told as what it is: a rule for another case, applied here.
        Some(rule) => Problem::refused(
            &rule,
            format!(
                "{name}负责人力资源工作，参照{}《{}》{}不作职工方代表（原条文只管工会主席候选人，本地没有明文，审查中通行这样掌握），请改选其他职工；有不同意见的，请先问上级工会。",
                rule.layer_name, rule.instrument, rule.article
            ),
        ),
        None => Problem::new("refused", message),
    };
    let at = if list[index].personnel_manager { "personnelManager" } else { "post" };
    Err(problem.at(&field(side, index, at)))
}

/// Who manages the enterprise is refused where a text of the place says it of representatives; where the rule is about another
/// case and only applied here, `advice` tells it.
fn check_owner(law: Law<'_>, side: Side, list: &[RepresentativeInput]) -> Result<(), Problem> {
    if side == Side::Employer {
        return Ok(());
    }
    // What an expert from outside heads is another enterprise.
    let heads = |one: &RepresentativeInput| !one.outside && posts::heads_enterprise(&one.post);
    let Some(index) = list.iter().position(heads) else { return Ok(()) };
    match law.rule(OWNER).filter(|rule| rule.layer != Layer::National) {
        Some(rule) => {
            let (name, post) = (list[index].name.trim(), list[index].post.trim());
            let message = format!("{name}是{post}，企业的负责人不能作职工方代表，请改选其他职工。");
            Err(Problem::refused(&rule, message).at(&field(side, index, "post")))
        }
        None => Ok(()),
    }
}

/// Refuses two sides that cannot sit together: unequal numbers, or one person on both.
pub fn check_sides(law: Law<'_>, sides: &Sides<'_>) -> Result<(), Problem> {
    if sides.workers.is_empty() || sides.employer.is_empty() {
        return Ok(());
    }
    check_apart(law, sides)?;
    check_balance(law, count(sides.workers, |_| true), count(sides.employer, |_| true))
}

/// Refuses one person on both sides.
fn check_apart(law: Law<'_>, sides: &Sides<'_>) -> Result<(), Problem> {
    for (index, one) in sides.employer.iter().enumerate() {
        if sides.workers.iter().any(|worker| same_person(worker, one)) {
            let message = format!(
                "{}同时列在职工方和企业方，一个人只能代表一方，请更换其中一方；{NAMESAKE}",
                one.name.trim()
            );
            let problem = match law.rule("negotiation.representatives.one_side_only") {
                Some(rule) => Problem::refused(&rule, message),
                None => Problem::new("refused", message),
            };
            return Err(problem.at(&field(Side::Employer, index, "name")));
        }
    }
    Ok(())
}

/// Equal numbers; in some places the employer's side may be the smaller one.
fn check_balance(law: Law<'_>, workers: u32, employer: u32) -> Result<(), Problem> {
    let Some(ruling) = law.book.applies("negotiation.representatives.equal", law.place, law.on) else {
        return Ok(());
    };
    let balanced = match &ruling.winner.quantity {
        Some(share) => share.allows(employer, workers),
        None => workers == employer,
    };
    if balanced {
        return Ok(());
    }
    let smaller_allowed =
        ruling.winner.quantity.as_ref().is_some_and(|share| share.allows(workers - 1, workers));
    let demand = if smaller_allowed { "企业方不能多于职工方" } else { "双方人数应当相等" };
    Err(Problem::refused(
        &ruling.winner.reference(),
        format!("职工方{workers}名、企业方{employer}名代表，{demand}，请调整后一起保存。"),
    )
    .at("employer"))
}

/// Whether a side stands complete: enough people, one chief.
pub fn complete(law: Law<'_>, side: Side, list: &[RepresentativeInput]) -> bool {
    check_side(law, side, list).is_ok()
}
