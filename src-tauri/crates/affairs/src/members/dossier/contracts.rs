//! How a contract stands on a day, and what the law says of it: how long a probation may be, and when the next one is to be
//! open. What is entered is `store`'s.

use chrono::{Days, Months, NaiveDate};
use law::{LawBook, Place};

use super::model::{
    Certificate, CertificateKind, CertificateLine, ContractLine, ContractTerm, DossierNote, LabourContract,
};
use crate::Problem;
use crate::masks::shown_certificate;
use crate::members::employment::rules::{self as employment, Span};
use crate::members::flags::rules::first_day;
use crate::members::store::StoredDate;
use crate::members::store::lines::{skill_of, skill_place};
use crate::union::model::Shown;

/// So many days ahead an end is told, here and in 今日; the program's own care, no time of law.
pub(super) const AHEAD_DAYS: u64 = 30;
const AHEAD: Days = Days::new(AHEAD_DAYS);

/// The contracts of a person, the newest first, as they stand; `birth` as far as it may be judged by, `jobs` their employments.
pub(crate) fn lines(
    book: &LawBook,
    place: &Place,
    today: NaiveDate,
    all: Vec<LabourContract>,
    birth: Option<&StoredDate>,
    jobs: &[Span],
) -> Result<Vec<ContractLine>, Problem> {
    let mut lines = Vec::new();
    // A contract is over with the employment it was made for, whatever its paper says.
    let over = |from: NaiveDate| employment::over(jobs, from, false);
    let standing: Vec<&LabourContract> = all.iter().filter(|one| over(one.from).is_none()).collect();
    for (at, record) in all.iter().enumerate() {
        let followed = at > 0;
        // One that was renewed before, or whose end is entered, ended so.
        let ran = |left: &NaiveDate| !followed || record.until.is_none_or(|until| until >= *left);
        let (state, soon) = match over(record.from).filter(ran).filter(|_| record.ended_on.is_none()) {
            Some(left) => (format!("随{left}离职结束"), false),
            None => state(record, followed, today),
        };
        let mut notes = Vec::new();
        notes.extend(too_young(book, place, record, birth));
        notes.extend(probation(book, place, record)?);
        if at == 0 && over(record.from).is_none() {
            notes.extend(to_be_open(book, place, today, &standing)?);
        }
        lines.push(ContractLine { record: record.clone(), state, soon, notes });
    }
    Ok(lines)
}

fn state(record: &LabourContract, followed: bool, today: NaiveDate) -> (String, bool) {
    if let Some(ended) = record.ended_on.filter(|day| *day <= today) {
        return (format!("{ended}解除或终止"), false);
    }
    if record.from > today {
        return ("还没有开始".to_owned(), false);
    }
    match record.until {
        Some(until) if followed && until < today => ("已续订".to_owned(), false),
        Some(until) => ends(until, today),
        None => ("履行中".to_owned(), false),
    }
}

/// 还有12天到期, and whether that is near.
fn ends(until: NaiveDate, today: NaiveDate) -> (String, bool) {
    match (until - today).num_days() {
        days if days < 0 => (format!("已到期{}天", -days), true),
        0 => ("今天到期".to_owned(), true),
        days if today + AHEAD >= until => (format!("还有{days}天到期"), true),
        _ => ("有效".to_owned(), false),
    }
}

/// The earliest day on which someone can have been born, as exactly as the roster holds it.
pub(super) fn born(birth: Option<&StoredDate>) -> Option<NaiveDate> {
    first_day(&birth?.0)
}

/// A contract that begins before the age at which anyone may be employed. It is told and not refused: what the firm signed
/// is entered as it is, and some trades are excepted.
fn too_young(
    book: &LawBook,
    place: &Place,
    record: &LabourContract,
    birth: Option<&StoredDate>,
) -> Option<DossierNote> {
    let rule = book.applies("members.age.work", place, record.from)?.winner;
    let years = u32::try_from(rule.quantity.as_ref()?.whole()?).ok()?;
    let of_age = born(birth)?.checked_add_months(Months::new(years * 12))?;
    (record.from < of_age).then(|| DossierNote {
        text: format!("合同开始时还不满{years}周岁，请核对日期；日期没有错的，要向单位提出。"),
        rule: Some(rule.reference()),
    })
}

/// Whole months from the first day to the last, both within.
fn months(from: NaiveDate, until: NaiveDate) -> u32 {
    let mut months = 0;
    while law::term_end(from, months + 1).is_some_and(|end| end <= until) {
        months += 1;
    }
    months
}

/// A probation that is longer than the law lets it be.
fn probation(book: &LawBook, place: &Place, record: &LabourContract) -> Result<Option<DossierNote>, Problem> {
    let Some(last) = record.probation_until else { return Ok(None) };
    let (limit, rule) = book.quantity("members.contract.probation", place, record.from)?;
    let term = match (record.term, record.until) {
        (ContractTerm::Open, _) => None,
        (ContractTerm::Task, _) => Some(0),
        (ContractTerm::Fixed, until) => until.map(|until| months(record.from, until)),
    };
    // An open contract stands in the last of the bands.
    let most = limit.boundary(term.unwrap_or(u32::MAX)).unwrap_or(0);
    if law::term_end(record.from, most).is_some_and(|longest| last <= longest) {
        return Ok(None);
    }
    let text = if most == 0 {
        "这样的合同不得约定试用期，请与单位核对。".to_owned()
    } else {
        format!("试用期最长{most}个月，登记的试用期超过了，请与单位核对。")
    };
    Ok(Some(DossierNote { text, rule: Some(rule) }))
}

/// After so many fixed terms one after another the next is to be open. Those of an employment that has ended are not among `all`.
fn to_be_open(
    book: &LawBook,
    place: &Place,
    today: NaiveDate,
    all: &[&LabourContract],
) -> Result<Option<DossierNote>, Problem> {
    let (enough, rule) = book.quantity("members.contract.open.times", place, today)?;
    let since = rule_since(book, place, today);
    let mut fixed = 0;
    let mut newer: Option<NaiveDate> = None;
    for one in all.iter().take_while(|one| one.term == ContractTerm::Fixed) {
        // One that still ran when the next began is no earlier term: it was entered twice or replaced.
        let ran_on = newer.is_some_and(|from| one.ended_on.or(one.until).is_none_or(|last| last >= from));
        if ran_on || since.is_some_and(|since| one.from < since) {
            continue;
        }
        fixed += 1;
        newer = Some(one.from);
    }
    let reached =
        enough.whole().and_then(|times| usize::try_from(times).ok()).is_some_and(|times| fixed >= times);
    let stands = all.first().is_some_and(|one| one.term == ContractTerm::Fixed && one.ended_on.is_none());
    Ok((reached && stands).then(|| DossierNote {
        text: format!("已连续订立{fixed}次固定期限劳动合同，续订时除本人提出订立固定期限的以外，应当订立无固定期限劳动合同。"),
        rule: Some(rule),
    }))
}

/// Contracts from before the law are not counted (劳动合同法第九十七条).
fn rule_since(book: &LawBook, place: &Place, today: NaiveDate) -> Option<NaiveDate> {
    book.applies("members.contract.open.times", place, today).map(|ruling| ruling.winner.effective_from)
}

/// Certificates as they stand, the grade of skill on the scale of eight beside the old one; a number that is its holder's as
/// `identity` may be seen.
pub(crate) fn certificates(today: NaiveDate, all: Vec<Certificate>, identity: Shown) -> Vec<CertificateLine> {
    let line = |record: Certificate| {
        let number = record.number.as_deref().map(|number| shown_certificate(number, identity));
        let record = Certificate { number, ..record };
        let (state, soon) =
            record.valid_until.map_or((String::new(), false), |until| match ends(until, today) {
                (state, soon) if until < today => (state.replace("已到期", "已过期"), soon),
                said => said,
            });
        let eight = record.grade.as_deref().filter(|_| record.kind == CertificateKind::Skill).and_then(eight);
        CertificateLine { record, eight, state, soon }
    };
    all.into_iter().map(line).collect()
}

/// The grade on the scale of eight, where what is written says it in other words.
pub(crate) fn eight(written: &str) -> Option<String> {
    let on_scale = skill_of(skill_place(written));
    (on_scale != written && on_scale != skill_of(i64::MAX)).then(|| on_scale.to_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_of_a_contract_end_on_the_day_before() {
        assert_eq!(months(day("2026-01-01"), day("2026-12-31")), 12);
        assert_eq!(months(day("2026-01-01"), day("2026-12-30")), 11);
        let shorter = |until: &str| months(day("2026-01-31"), day(until));
        assert_eq!(
            (shorter("2026-02-27"), shorter("2026-02-28")),
            (0, 1),
            "a shorter month ends on its last day"
        );
        assert_eq!(months(day("2028-02-29"), day("2029-02-28")), 12);
        assert_eq!(months(day("2026-03-15"), day("2026-03-20")), 0);
    }

    #[test]
    fn a_probation_that_ends_with_february_is_no_day_too_long() {
        let book = LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap();
        let told = |last: &str| {
            let record = LabourContract {
                id: None,
                person: "01990000-0000-7000-8000-000000000001".parse().unwrap(),
                term: ContractTerm::Fixed,
                from: day("2026-12-31"),
                until: Some(day("2027-12-30")),
                probation_until: Some(day(last)),
                ended_on: None,
                note: None,
            };
            probation(&book, &Place::province("36"), &record).unwrap().is_some()
        };
        assert_eq!((told("2027-02-28"), told("2027-03-01")), (false, true), "a year may have two months");
    }

    #[test]
    fn an_end_is_near_from_thirty_days_ahead() {
        let today = day("2026-11-16");
        assert_eq!(ends(day("2026-12-17"), today), ("有效".to_owned(), false));
        assert_eq!(ends(day("2026-12-16"), today), ("还有30天到期".to_owned(), true));
        assert_eq!(ends(today, today), ("今天到期".to_owned(), true));
        assert_eq!(ends(day("2026-11-15"), today), ("已到期1天".to_owned(), true));
    }

    #[test]
    fn the_old_grades_are_told_on_the_scale_of_eight() {
        assert_eq!(eight("三级").as_deref(), Some("高级工"));
        assert_eq!(eight("高级工"), None, "it is on the scale already");
        assert_eq!(eight("八级钳工"), None, "nothing is guessed");
    }
}
