//! What a row says about a person's work, household and membership, and whether the days among it can
//! be. Who the person is stands in `identity`.

use chrono::{Datelike, Months, NaiveDate};
use sheet::Cell;

use super::check::{Answer, At, RowCheck};
use super::codes::{self, ChangeKind, ChangeReason, EmploymentForm, Sex, SkillGrade, WorkStatus};
use super::field::Field;
use super::id_number::scientific;
use super::model::{Precision, ProblemKind as K, RosterDate};
use super::phones;
use crate::members::flags::model::MemberFlag;
use crate::members::flags::rules::Retiring;
use crate::members::membership::model::{MembershipKind, membership_kind};
use crate::members::membership::rules::{Dated, course};
use crate::members::rules::stored_date;
use crate::union::model::Shown;

pub(super) fn check(c: &mut RowCheck<'_, '_>) {
    c.person.ethnicity = c.worded(Field::Ethnicity, codes::ethnicity);
    c.person.education = c.worded(Field::Education, codes::education);
    c.person.skill_grade = c.coded(Field::SkillGrade, SkillGrade::read, SkillGrade::label);
    if !tells_death(c, Field::WorkStatus) {
        c.person.work_status = c.coded(Field::WorkStatus, WorkStatus::read, WorkStatus::label);
    }
    c.person.employment = c.coded(Field::Employment, EmploymentForm::read, EmploymentForm::label);
    c.person.household = c.worded(Field::Household, codes::household);
    c.person.change_kind = c.coded(Field::ChangeKind, ChangeKind::read, ChangeKind::label);
    c.person.change_reason = c.coded(Field::ChangeReason, ChangeReason::read, ChangeReason::label);
    c.person.household_place = c.text(Field::HouseholdPlace);
    c.person.native_place = c.text(Field::NativePlace);
    c.person.title = c.text(Field::Title);
    c.person.employer = c.text(Field::Employer);
    c.person.team = c.text(Field::Team);
    c.person.post = c.text(Field::Post);
    c.person.staff_no = c.text(Field::StaffNo);
    c.person.union_card = c.text(Field::UnionCard);
    c.person.email = c.text(Field::Email);
    c.person.remark = c.text(Field::Remark);
    shop(c);
    phones(c);
    political(c);
    migrant(c);
    days(c);
    flags(c);
}

/// Words by which a list says that someone has died.
const DEATH: [&str; 5] = ["去世", "死亡", "已故", "病故", "亡故"];

fn tells_death(c: &mut RowCheck<'_, '_>, field: Field) -> bool {
    c.cell(field).is_some_and(|(_, cell)| DEATH.iter().any(|word| cell.show().contains(word)))
}

/// What someone is flagged as by age, and who is told to have died.
fn flags(c: &mut RowCheck<'_, '_>) {
    for field in [Field::WorkStatus, Field::Remark] {
        if tells_death(c, field)
            && let Some((at, _)) = c.cell(field)
        {
            let text = "写明已经去世；新的人不用导入，账本里已有的请在会员页登记去世。";
            c.skip |= c.ask(&at, K::Deceased, text, Some("不导入".to_owned())) == Answer::Take;
            return;
        }
    }
    let Some(birth) = c.person.birth.as_ref().map(|day| stored_date(day).0) else { return };
    let whose = Retiring::of(c.person.sex.unwrap_or(Sex::Unspecified), false);
    // The file that is read says it itself.
    let Some((flag, why)) = c.desk.ages.flags.by_age(&birth, whose, Shown::Full) else { return };
    let at = c.empty_at(Field::Birth).or_else(|| c.empty_at(Field::IdNumber));
    let at = at.unwrap_or_else(|| c.whole(Field::Birth));
    match flag {
        MemberFlag::UnderAge => {
            let text = format!("{why}；请先核对出生日期，属实的要向企业提出。");
            c.ask(&at, K::UnderAge, &text, Some("先导入，标记为未到用工年龄".to_owned()));
        }
        MemberFlag::Minor => c.note(&at, K::Minor, &format!("{why}，导入后标记为未成年工。"), None),
        MemberFlag::OverAge => {
            c.note(&at, K::OverAge, &format!("{why}，导入后标记为超龄；已经退休的请核对会籍。"), None);
        }
        _ => {}
    }
}

fn shop(c: &mut RowCheck<'_, '_>) {
    c.person.shop = c.text(Field::Shop);
    if let (None, Some(name)) = (&c.person.shop, c.desk.shop_name) {
        let at = c.whole(Field::Shop);
        let text = format!("表里没有部门这一列；这一行在工作表“{name}”里，可以把它当作部门。");
        if c.ask(&at, K::ShopFromPage, &text, Some(name.to_owned())) == Answer::Take {
            c.person.shop = Some(name.to_owned());
        }
    }
}

fn phones(c: &mut RowCheck<'_, '_>) {
    for (at, cell) in c.cells(Field::Phone) {
        if c.fault(&at, cell) {
            continue;
        }
        let written = match cell {
            Cell::Date { serial, .. } => sheet::Number(*serial).text(),
            other => other.show(),
        };
        let wrong = "不是电话号码（手机应是11位）；请核对，或者先留空导入。";
        if scientific(written.trim()) {
            c.ask(
                &at,
                K::PhoneImpossible,
                "号码被表格改成了科学计数，已经不全；请重新填写，或者先留空导入。",
                None,
            );
            continue;
        }
        let read = phones::read(&written);
        if read.impossible {
            c.ask(&at, K::PhoneImpossible, wrong, None);
        }
        for number in &read.no_area {
            let text = "是没有区号的固定电话；请补上区号，或者先照原样保存。";
            if matches!(c.ask(&at, K::PhoneNoArea, text, Some(number.clone())), Answer::Take | Answer::Keep) {
                c.person.phones.push(number.clone());
            }
        }
        if read.numbers.len() > 1 {
            let now = Some(read.numbers.join("、"));
            c.note(&at, K::PhoneSeveral, "一格里有几个电话，都保存，第一个作为常用电话。", now);
        } else if read.cleaned && !read.numbers.is_empty() {
            c.note(&at, K::PhoneCleaned, "去掉了国家代码、空格或横线。", read.numbers.first().cloned());
        }
        for number in read.numbers {
            if !c.person.phones.contains(&number) {
                c.person.phones.push(number);
            }
        }
    }
}

fn political(c: &mut RowCheck<'_, '_>) {
    let found = c.worded(Field::Political, codes::political);
    let league = &c.desk.ages.league;
    let age = c.person.birth.and_then(|b| c.desk.today.years_since(b.date));
    if found.as_deref() == Some("共青团员")
        && age.is_some_and(|a| !league.allows(a))
        && let Some((at, _)) = c.cell(Field::Political)
    {
        let text =
            format!("是共青团员，但已满{}周岁，多半已经离团（{}）；请确认。", league.years, league.article);
        c.person.political = match c.ask(&at, K::LeaguePastAge, &text, Some("群众".to_owned())) {
            Answer::Take => Some("群众".to_owned()),
            Answer::Keep => found,
            _ => None,
        };
        return;
    }
    c.person.political = found;
}

fn migrant(c: &mut RowCheck<'_, '_>) {
    let found = c.coded(Field::Migrant, codes::yes_no, |yes| if yes { "是" } else { "否" });
    let urban = c.person.household.as_deref().is_some_and(|h| h.starts_with("非农业"));
    if found == Some(true)
        && urban
        && let Some((at, _)) = c.cell(Field::Migrant)
    {
        let text = "是农民工，户籍却是非农业户口；多半是进城落户后没有改表，请确认是否仍按农民工统计。";
        c.person.migrant = match c.ask(&at, K::MigrantHousehold, text, Some("是".to_owned())) {
            Answer::Take | Answer::Keep => Some(true),
            _ => None,
        };
        return;
    }
    c.person.migrant = found;
}

fn days(c: &mut RowCheck<'_, '_>) {
    let employed = c.date(Field::EmployedOn);
    c.person.employed_on = employed.and_then(|(at, d)| not_future(c, &at, d));
    let started = c.date(Field::StartedWorkOn);
    c.person.started_work_on = started.and_then(|(at, d)| {
        let d = not_future(c, &at, d)?;
        match c.person.employed_on {
            Some(hired) if d.date > latest(hired) => {
                let text = "参加工作时间晚于进入本单位的时间，可能两列填反了；请核对，或者先留空导入。";
                (c.ask(&at, K::WorkAfterHire, text, None) == Answer::Keep).then_some(d)
            }
            _ => Some(d),
        }
    });
    let joined = c.date(Field::JoinedOn);
    c.person.joined_on = joined.and_then(|(at, d)| joining(c, &at, d));
    let changed = c.date(Field::ChangeOn);
    c.person.change_on = changed.and_then(|(at, d)| match c.person.change_kind {
        Some(ChangeKind::Joined) => joining(c, &at, d),
        Some(kind) => not_future(c, &at, d).and_then(|d| after_joining(c, &at, kind, d)),
        None => not_future(c, &at, d),
    });
}

/// A day of a change that can follow the joining; else the two are likely exchanged.
fn after_joining<'a>(
    c: &mut RowCheck<'_, 'a>,
    at: &At<'a>,
    kind: ChangeKind,
    d: RosterDate,
) -> Option<RosterDate> {
    let joined_on = c.person.joined_on.map(|day| day.to_string());
    let joined = Dated { kind: MembershipKind::Joined, on: joined_on };
    let changed = Dated { kind: membership_kind(kind), on: Some(d.to_string()) };
    // What a roster tells is the last that happened.
    if joined.on.is_none()
        || course(&[joined, changed]).is_ok_and(|course| course.last == Some(membership_kind(kind)))
    {
        return Some(d);
    }
    let text = "早于入会日期，可能两列填反了；请核对，或者先留空导入。";
    c.ask(at, K::ChangeBeforeJoining, text, None);
    None
}

fn not_future<'a>(c: &mut RowCheck<'_, 'a>, at: &At<'a>, d: RosterDate) -> Option<RosterDate> {
    if d.date <= c.desk.today {
        return Some(d);
    }
    let text = "这一天还没有到；请核对年份，或者先留空导入。";
    (c.ask(at, K::DateFuture, text, None) == Answer::Keep).then_some(d)
}

/// A day of joining the union, held against birth and founding.
fn joining<'a>(c: &mut RowCheck<'_, 'a>, at: &At<'a>, d: RosterDate) -> Option<RosterDate> {
    let d = not_future(c, at, d)?;
    // Nobody can have joined as a worker before the age at which anyone may be employed.
    let work = &c.desk.ages.work;
    let of_age = c
        .person
        .birth
        .filter(|b| b.precision == Precision::Day)
        .and_then(|b| b.date.checked_add_months(Months::new(work.years * 12)));
    if of_age.is_some_and(|s| latest(d) < s) {
        let text = format!(
            "入会时还不满{}周岁（{}）；请核对入会日期和出生日期，或者先留空导入。",
            work.years, work.article
        );
        return (c.ask(at, K::JoinedUnderAge, &text, None) == Answer::Keep).then_some(d);
    }
    if c.desk.options.founded_on.is_some_and(|f| latest(d) < f) {
        let text = "早于本工会成立的日子；如果是在原单位入会后转来的，就照原样保存。";
        return match c.ask(at, K::JoinedBeforeFounding, text, Some(d.to_string())) {
            Answer::Take | Answer::Keep => Some(d),
            _ => None,
        };
    }
    Some(d)
}

/// The last day that a date of its precision can mean.
pub(crate) fn latest(d: RosterDate) -> NaiveDate {
    let end = match d.precision {
        Precision::Day => None,
        Precision::Month => d.date.checked_add_months(Months::new(1)).and_then(|n| n.pred_opt()),
        Precision::Year => NaiveDate::from_ymd_opt(d.date.year(), 12, 31),
    };
    end.unwrap_or(d.date)
}
