//! Pure decisions about employments: what a form may hold, whether one can stand beside the others of its person, and whether
//! what hung on one is over with it. A person has one present employment at most.

use chrono::NaiveDate;
use law::LawBook;

use super::model::{Employment, EmploymentId};
use crate::Problem;
use crate::duty::day_words;
use crate::members::days::words;
use crate::members::flags::rules::first_day;
use crate::members::model::EmploymentForm;
use crate::members::roster::ages::WORK;
use crate::members::roster::credit_code;
use crate::members::roster::{Precision, RosterDate, latest};
use crate::members::rules::{date, work_status};
use crate::members::store::{PersonRow, StoredDate};
use crate::typed::{short, text};

/// The last day that a day of its precision can be: nobody is told more years than they have worked.
pub(crate) fn last_day(day: &str, precision: &str) -> Option<NaiveDate> {
    let precision = match precision {
        "year" => Precision::Year,
        "month" => Precision::Month,
        _ => Precision::Day,
    };
    first_day(day).map(|date| latest(RosterDate { date, precision }))
}

/// The longest text of a field.
const LONGEST: usize = 60;

/// An employment by its days, and by what two of one relation have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Which.
    pub id: EmploymentId,
    /// 入职日期.
    pub hired: Option<StoredDate>,
    /// 离职日期.
    pub left: Option<NaiveDate>,
    /// 用工形式.
    pub form: EmploymentForm,
    /// 工作单位.
    pub employer: Option<String>,
}

impl Span {
    /// The first day that its beginning can be.
    fn first(&self) -> Option<NaiveDate> {
        self.hired.as_ref().and_then(|(day, _)| first_day(day))
    }

    /// The last day that its beginning can be.
    fn latest(&self) -> Option<NaiveDate> {
        self.hired.as_ref().and_then(|(day, precision)| last_day(day, precision))
    }

    fn begins_on(&self, day: NaiveDate) -> bool {
        self.hired.as_ref().is_some_and(|(hired, _)| *hired == day.to_string())
    }

    /// Whether it is over before another begins, or may be as far as the days are known. The last day of one may be the first of
    /// the next.
    fn precedes(&self, other: &Span) -> bool {
        self.left.is_some_and(|left| match other.latest() {
            Some(first) => first >= left,
            None => other.left.is_none_or(|until| until > left),
        })
    }

    /// Whether the relation of one that has ended goes on in this one: without a day between them, in the same form and at the
    /// same employer. Another shop is no other relation.
    fn goes_on_from(&self, before: &Span) -> bool {
        self.adjoins(before) && self.form == before.form && self.employer == before.employer
    }

    /// Whether it begins on the last day of another or on the day after, as far as that is known.
    fn adjoins(&self, before: &Span) -> bool {
        let (Some((hired, _)), Some(left)) = (&self.hired, before.left) else { return false };
        let next = left.succ_opt().unwrap_or(left);
        [left, next].iter().any(|day| day.to_string().starts_with(hired.as_str()))
    }

    /// 2019年3月到2025年6月30日.
    fn told(&self) -> String {
        let since = self.hired.as_ref().map(|(day, _)| words(day));
        match (since, self.left.map(day_words)) {
            (Some(since), Some(left)) => format!("{since}到{left}"),
            (Some(since), None) => format!("{since}起"),
            (None, Some(left)) => format!("到{left}为止"),
            (None, None) => "入职日期没有登记".to_owned(),
        }
    }
}

/// What a form holds, ready for its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// 入职日期.
    pub hired: Option<StoredDate>,
    /// 离职日期.
    pub left: Option<NaiveDate>,
    /// 用工形式.
    pub form: EmploymentForm,
    /// 工作单位.
    pub employer: Option<String>,
    /// 统一社会信用代码.
    pub employer_code: Option<String>,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 班组.
    pub team: Option<String>,
    /// 岗位、工种.
    pub post: Option<String>,
    /// 工号.
    pub work_number: Option<String>,
    /// 就业状况.
    pub status: Option<String>,
}

impl Checked {
    /// The same by its days.
    pub fn span(&self, id: EmploymentId) -> Span {
        Span {
            id,
            hired: self.hired.clone(),
            left: self.left,
            form: self.form,
            employer: self.employer.clone(),
        }
    }
}

/// Reads what a form holds; what stands and nobody touches stays.
///
/// Errors: `bad_input` at its field.
pub fn check(
    input: &Employment,
    standing: Option<&Employment>,
    today: NaiveDate,
) -> Result<Checked, Problem> {
    let hired = date("hiredOn", &input.hired_on, today)?;
    // An imported one may stand without a day.
    if hired.is_none() && standing.is_none_or(|one| one.hired_on.is_some()) {
        return Err(Problem::input("hiredOn", "请填写入职日期；只知道年月的，写到年月就行。"));
    }
    if let Some(left) = input.left_on {
        if left > today {
            return Err(Problem::input("leftOn", "离职日期还没有到，请核对；到了那一天再登记。"));
        }
        if hired.as_ref().is_some_and(|(day, _)| *day > left.to_string()) {
            return Err(Problem::input("leftOn", "离职日期早于入职日期，请核对。"));
        }
    }
    let line = |field: &str, value: &Option<String>| -> Result<Option<String>, Problem> {
        short(field, text(value).unwrap_or_default(), LONGEST)?;
        Ok(text(value).map(str::to_owned))
    };
    Ok(Checked {
        hired,
        left: input.left_on,
        form: input.form,
        employer: line("employer", &input.employer)?,
        employer_code: check_code(input, standing)?,
        shop: line("shop", &input.shop)?,
        team: line("team", &input.team)?,
        post: line("post", &input.post)?,
        work_number: line("workNumber", &input.work_number)?,
        status: work_status(&input.status, standing.and_then(|one| one.status.as_deref()))?,
    })
}

fn check_code(input: &Employment, standing: Option<&Employment>) -> Result<Option<String>, Problem> {
    let Some(typed) = text(&input.employer_code) else { return Ok(None) };
    if standing.and_then(|one| one.employer_code.as_deref()) == Some(typed) {
        return Ok(Some(typed.to_owned()));
    }
    credit_code::check(typed).map(Some).map_err(|fault| Problem::input("employerCode", fault.message()))
}

/// Refuses a beginning before birth, or before the person began to work at all.
///
/// Errors: `bad_input` at `hiredOn`.
pub fn check_person(row: &PersonRow, hired: Option<&StoredDate>) -> Result<(), Problem> {
    let Some((hired, _)) = hired else { return Ok(()) };
    let born = row.birth.as_ref().and_then(|(day, _)| first_day(day));
    if born.zip(first_day(hired)).is_some_and(|(born, hired)| hired < born) {
        return Err(Problem::input("hiredOn", "入职日期早于本人的出生日期，请核对。"));
    }
    let Some((started, _)) = &row.started_on else { return Ok(()) };
    // Known to the month or the year, the two may be one day.
    let may_be_one = started.starts_with(hired.as_str()) || hired.starts_with(started.as_str());
    if started > hired && !may_be_one {
        let message = format!(
            "入职日期早于花名册里的参加工作时间（{}），请核对；参加工作时间不对的，到花名册改。",
            words(started)
        );
        return Err(Problem::input("hiredOn", message));
    }
    Ok(())
}

/// Refuses an employment of somebody younger than the law has anybody employed, since there is that law.
///
/// Errors: `bad_input` at `hiredOn`, with the article.
pub fn check_age(book: &LawBook, row: &PersonRow, hired: Option<&StoredDate>) -> Result<(), Problem> {
    let Some((rule, age)) = book.rule(WORK).and_then(|rule| Some((rule, rule.quantity.as_ref()?))) else {
        return Ok(());
    };
    let born = row.birth.as_ref().and_then(|(day, _)| first_day(day));
    let begun = hired.and_then(|(day, precision)| last_day(day, precision));
    let Some((born, begun)) = born.zip(begun).filter(|(_, begun)| *begun >= rule.effective_from) else {
        return Ok(());
    };
    if begun.years_since(born).is_none_or(|years| age.allows(years, years)) {
        return Ok(());
    }
    let message = format!(
        "入职那天本人还没有到可以就业的年龄（《{}》{}：{}），请核对入职日期和出生日期。",
        rule.instrument, rule.article, rule.title
    );
    Err(Problem::input("hiredOn", message))
}

/// Refuses a new employment of a dispatched worker that does not name by whom.
///
/// Errors: `bad_input` at `employer`.
pub fn check_dispatched(job: &Checked) -> Result<(), Problem> {
    if job.form == EmploymentForm::Dispatched && job.employer.is_none() {
        return Err(Problem::input("employer", "劳务派遣的，请在工作单位里填写派遣单位的名称。"));
    }
    Ok(())
}

/// The last day of the present employment when a new one follows it.
///
/// Errors: `bad_input` at `previousUntil`, or at `hiredOn` where the new one is none that follows.
pub fn check_end(
    open: &Span,
    until: Option<NaiveDate>,
    hired: Option<&StoredDate>,
    today: NaiveDate,
) -> Result<NaiveDate, Problem> {
    const FIELD: &str = "previousUntil";
    let latest = hired.and_then(|(day, precision)| last_day(day, precision));
    if latest.zip(open.first()).is_some_and(|(latest, first)| latest < first) {
        let message = format!(
            "入职日期早于现在这份用工（{}）的入职日期；补登以前的用工，请同时填写它的离职日期。",
            open.told()
        );
        return Err(Problem::input("hiredOn", message));
    }
    let Some(until) = until else {
        let message = format!("现在这份用工（{}）还没有结束，请填写它的最后一天。", open.told());
        return Err(Problem::input(FIELD, message));
    };
    if until > today {
        return Err(Problem::input(FIELD, "这一天还没有到，请核对。"));
    }
    if open.hired.as_ref().is_some_and(|(day, _)| *day > until.to_string()) {
        return Err(Problem::input(FIELD, "最后一天早于那份用工的入职日期，请核对。"));
    }
    if latest.is_some_and(|latest| until > latest) {
        return Err(Problem::input(FIELD, "原来那份用工的最后一天晚于新的入职日期，请核对。"));
    }
    Ok(until)
}

/// Refuses an employment that cannot stand beside the others of its person: two that have not ended, or two at one time.
///
/// Errors: `bad_input` at `leftOn` or `hiredOn`.
pub fn fits(one: &Span, all: &[Span]) -> Result<(), Problem> {
    for other in all.iter().filter(|other| other.id != one.id) {
        if one.left.is_none() && other.left.is_none() {
            let message = format!(
                "另一份用工（{}）还没有结束，同时只登记一份；请填写这一份的离职日期，或者先更正那一份。在平台和合作企业的从业到“新就业形态”登记，可以同时有几家。",
                other.told()
            );
            return Err(Problem::input("leftOn", message));
        }
        if one.precedes(other) || other.precedes(one) {
            continue;
        }
        // The one that began first goes on too long; the other began too early.
        let earlier = one.left.is_some() && one.first() < other.first();
        let field = if earlier { "leftOn" } else { "hiredOn" };
        let message = format!("和另一份用工（{}）在时间上重叠，请核对入职和离职日期。", other.told());
        return Err(Problem::input(field, message));
    }
    Ok(())
}

/// The last day of the relation that something of a day hung on, where it has ended: a contract from its first day, an exam on its
/// day. What was done ahead of a beginning, such as an exam before the post, hangs on the one that then begins.
pub fn over(all: &[Span], day: NaiveDate, ahead: bool) -> Option<NaiveDate> {
    let lasts = |one: &&Span| one.left.is_none_or(|left| day <= left);
    let coming = |one: &&Span| ahead && one.first().is_some_and(|first| first >= day);
    let end = |one: &&Span| one.left.unwrap_or(NaiveDate::MAX);
    let begun = all.iter().find(|one| one.begins_on(day));
    let awaited = all.iter().filter(|one| coming(one) && lasts(one)).min_by_key(end);
    let running = all.iter().filter(lasts).min_by_key(end);
    let mut at = begun.or(awaited).or(running)?;
    // As many steps as there are employments: two of one day cannot send each other round.
    for _ in all {
        let left = at.left?;
        let next = all.iter().find(|next| next.id != at.id && next.goes_on_from(at));
        match next {
            Some(next) => at = next,
            None => return Some(left),
        }
    }
    None
}

/// The first of the employments that lead up to the present one without a day between them, whatever their form and employer;
/// none where there is no present one.
pub fn unbroken(all: &[Span]) -> Option<&Span> {
    let mut at = all.iter().find(|one| one.left.is_none())?;
    for _ in all {
        let before = all.iter().find(|one| one.id != at.id && at.adjoins(one));
        match before {
            Some(before) => at = before,
            None => break,
        }
    }
    Some(at)
}

/// Where somebody works: the shop and the post, the shop once where the post begins with it.
pub(crate) fn work(shop: Option<&str>, post: Option<&str>) -> String {
    let (shop, post) = (shop.unwrap_or_default().trim(), post.unwrap_or_default().trim());
    match (shop.is_empty(), post.is_empty()) {
        (false, false) if !post.starts_with(shop) => format!("{shop}、{post}"),
        (_, false) => post.to_owned(),
        _ => shop.to_owned(),
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
