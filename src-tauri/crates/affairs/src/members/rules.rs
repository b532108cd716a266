//! Pure decisions about one person: what a side panel may save. Whether the dispatched are too many
//! stands in `dispatch`.

use chrono::{Months, NaiveDate};

use crate::Problem;
use crate::masks::{
    judged_birth, mask_birth, mask_email, mask_id, mask_phone, mask_within, shown_birth, unmask_within,
};
use crate::members::flags::rules::first_day;
use crate::members::model::{PersonRecord, Sex};
use crate::members::roster::codes::{self, IdKind, Meaning, SkillGrade, WorkStatus};
use crate::members::roster::dates::{self, DateRead};
use crate::members::roster::id_number::{self, IdFault, IdNumber};
use crate::members::roster::names::{self, NameIssue};
use crate::members::roster::{Ages, Precision, RosterDate, phones};
use crate::members::store::{PersonRow, StoredDate};
use crate::union::model::Shown;

/// Reads what the side panel sends. A masked number, phone or birth means: unchanged. What stands is held against what was typed
/// as far as `identity` may be seen; what was typed is known and held against itself in full.
pub fn check_person(
    record: &PersonRecord,
    standing: Option<&PersonRow>,
    today: NaiveDate,
    identity: Shown,
) -> Result<PersonRow, Problem> {
    let name = check_name(&record.name)?;
    let birth = match text(&record.birth) {
        Some(typed) if stays("birth", &typed, standing_birth(standing), mask_birth)? => {
            standing.and_then(|row| row.birth.clone())
        }
        _ => date("birth", &record.birth, today)?,
    };
    let (id_kind, id_number) = match text(&record.id_number) {
        Some(typed)
            if stays("idNumber", &typed, standing.and_then(|row| row.id_number.as_deref()), mask_id)? =>
        {
            check_standing(record.sex, birth.as_ref(), standing, (today, identity))?;
            (standing.and_then(|row| row.id_kind.clone()), standing.and_then(|row| row.id_number.clone()))
        }
        Some(typed) => {
            let number = check_id(&typed, today)?;
            let known = if types_birth(record) { Shown::Full } else { identity };
            agrees(&number, record.sex, birth.as_ref(), known)?;
            (Some(kind(&number, record)?), Some(number.number))
        }
        None => (None, None),
    };
    let (phone, other_phones) = match text(&record.phone) {
        Some(typed) if stays("phone", &typed, standing.and_then(|row| row.phone.as_deref()), mask_phone)? => {
            (standing.and_then(|row| row.phone.clone()), standing.and_then(|row| row.other_phones.clone()))
        }
        Some(typed) => {
            let (phone, others) = check_phone(&typed)?;
            (phone, others.or_else(|| standing.and_then(|row| row.other_phones.clone())))
        }
        None => (None, standing.and_then(|row| row.other_phones.clone())),
    };
    Ok(PersonRow {
        name_key: names::key(&name),
        name,
        sex: record.sex,
        birth,
        id_kind,
        id_number,
        phone,
        other_phones,
        email: check_email(&record.email, standing)?,
        ethnicity: worded(
            "ethnicity",
            &record.ethnicity,
            standing.and_then(|row| row.ethnicity.as_deref()),
            codes::ethnicity,
        )?,
        education: worded(
            "education",
            &record.education,
            standing.and_then(|row| row.education.as_deref()),
            codes::education,
        )?,
        political: worded(
            "political",
            &record.political,
            standing.and_then(|row| row.political.as_deref()),
            codes::political,
        )?,
        skill_grade: worded(
            "skillGrade",
            &record.skill_grade,
            standing.and_then(|row| row.skill_grade.as_deref()),
            skill_word,
        )?,
        title: text(&record.title),
        household: worded(
            "household",
            &record.household,
            standing.and_then(|row| row.household.as_deref()),
            codes::household,
        )?,
        household_place: text(&record.household_place),
        native_place: text(&record.native_place),
        migrant: record.migrant,
        started_on: date("startedOn", &record.started_on, today)?,
        card_number: check_card(&record.card_number)?,
        note: note(&record.note, standing.and_then(|row| row.note.as_deref()))?,
        employer: text(&record.employer),
        employer_code: standing.and_then(|row| row.employer_code.clone()),
        shop: text(&record.shop),
        team: text(&record.team),
        post: text(&record.post),
        work_number: text(&record.work_number),
        form: record.form,
        status: work_status(&record.status, standing.and_then(|row| row.status.as_deref()))?,
        hired_on: date("hiredOn", &record.hired_on, today)?,
        member_since: date("memberSince", &record.member_since, today)?,
        // What came after joining is no field of the form.
        member_change: None,
    })
}

fn standing_birth(standing: Option<&PersonRow>) -> Option<&str> {
    standing.and_then(|row| row.birth.as_ref()).map(|(day, _)| day.as_str())
}

/// Whether what was typed is the mask of what stands, which means: unchanged.
///
/// Errors: `bad_input` at `field` for anything else with a star: what was typed into a mask would be lost without a word.
fn stays(
    field: &str,
    typed: &str,
    standing: Option<&str>,
    mask: fn(&str) -> String,
) -> Result<bool, Problem> {
    if !typed.contains('*') {
        return Ok(false);
    }
    if standing.is_some_and(|stands| typed == stands || typed == mask(stands)) {
        return Ok(true);
    }
    Err(Problem::input(field, INCOMPLETE))
}

/// What is said of what was typed into a mask.
const INCOMPLETE: &str = "带*号的内容不完整，没有保存：要改，请全部重新写；不改，请保留原来显示的样子。";

/// What a mask of a number within a text holds at the least; a star or two are anybody's own.
const STARS: &str = "****";

/// A note as it is kept: the numbers that were shown masked within it stay.
///
/// Errors: `bad_input` at `note` for what is left of a mask that was changed.
fn note(typed: &Option<String>, standing: Option<&str>) -> Result<Option<String>, Problem> {
    let (Some(typed), Some(standing)) = (text(typed), standing) else { return Ok(text(typed)) };
    let note = unmask_within(&typed, standing);
    if note.contains(STARS) && !standing.contains(STARS) && mask_within(standing) != standing {
        return Err(Problem::input("note", INCOMPLETE));
    }
    Ok(Some(note))
}

/// Whether the form holds a day of birth of its own; a masked one means what stands.
fn types_birth(record: &PersonRecord) -> bool {
    text(&record.birth).is_some_and(|birth| !birth.contains('*'))
}

/// The birth that what else is typed may be judged by: what was typed, or what stands as far as it may be seen.
pub(crate) fn birth_beside(
    record: &PersonRecord,
    checked: &PersonRow,
    identity: Shown,
) -> Option<StoredDate> {
    let known = if types_birth(record) { Shown::Full } else { identity };
    judged_birth(checked.birth.as_ref(), known)
}

/// The day of leaving as the panel sends it: a whole day, not before the day of hiring.
///
/// Errors: `bad_input` at `leftOn`.
pub fn check_left(
    record: &PersonRecord,
    hired_on: Option<&StoredDate>,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, Problem> {
    let Some((day, precision)) = date("leftOn", &record.left_on, today)? else { return Ok(None) };
    let whole = day.parse::<NaiveDate>().ok().filter(|_| precision == "day");
    let Some(left) = whole else {
        return Err(Problem::input("leftOn", "离职日期要写到哪一天，工资按天数折算要用它。"));
    };
    if hired_on.is_some_and(|(hired, _)| *hired > day) {
        return Err(Problem::input("leftOn", "离职日期早于入职日期，请核对。"));
    }
    Ok(Some(left))
}

fn text(value: &Option<String>) -> Option<String> {
    value.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The standard word of a skill grade. One with two readings (初级, 二级) is not decided for whoever types it.
fn skill_word(word: &str) -> Meaning<&'static str> {
    match SkillGrade::read(word) {
        Meaning::Sure(grade) => Meaning::Sure(grade.label()),
        Meaning::Likely(grade) => Meaning::Likely(grade.label()),
        Meaning::Unknown => Meaning::Unknown,
    }
}

/// A word of a code table, by its standard form; what an earlier roster let in and nobody touches stays.
fn worded(
    field: &str,
    typed: &Option<String>,
    standing: Option<&str>,
    read: impl Fn(&str) -> Meaning<&'static str>,
) -> Result<Option<String>, Problem> {
    let Some(typed) = text(typed) else { return Ok(None) };
    if standing == Some(typed.as_str()) {
        return Ok(Some(typed));
    }
    match read(&codes::fold(&typed)) {
        Meaning::Sure(word) => Ok(Some(word.to_owned())),
        Meaning::Likely(_) | Meaning::Unknown => {
            Err(Problem::input(field, "这一项要用上报系统里的说法，请从列出的里面选一个。"))
        }
    }
}

/// 就业状况 by its standard word.
///
/// Errors: `bad_input` at `status`.
pub(crate) fn work_status(typed: &Option<String>, standing: Option<&str>) -> Result<Option<String>, Problem> {
    worded("status", typed, standing, |word| match WorkStatus::read(word) {
        Meaning::Sure(status) | Meaning::Likely(status) => Meaning::Sure(status.label()),
        Meaning::Unknown => Meaning::Unknown,
    })
}

/// What document a number belongs to: told by the number where its shape leaves no doubt, else as it was chosen.
fn kind(number: &IdNumber, record: &PersonRecord) -> Result<String, Problem> {
    let own = number.kind.label().to_owned();
    let Some(chosen) = text(&record.id_kind).filter(|_| !number.kind_certain) else { return Ok(own) };
    match IdKind::read(&codes::fold(&chosen)) {
        Meaning::Sure(IdKind::ResidentId) => {
            Err(Problem::input("idKind", "这不是居民身份证的号码，请选另一种证件，或者核对号码。"))
        }
        Meaning::Sure(kind) | Meaning::Likely(kind) => Ok(kind.label().to_owned()),
        Meaning::Unknown => Err(Problem::input("idKind", "证件类别请从列出的里面选一个。")),
    }
}

/// An address with a name, one @ and a place. A masked one means: unchanged.
fn check_email(typed: &Option<String>, standing: Option<&PersonRow>) -> Result<Option<String>, Problem> {
    let Some(typed) = text(typed) else { return Ok(None) };
    if stays("email", &typed, standing.and_then(|row| row.email.as_deref()), mask_email)? {
        return Ok(standing.and_then(|row| row.email.clone()));
    }
    let sound = typed.split_once('@').is_some_and(|(name, place)| {
        !name.is_empty() && place.contains('.') && !place.contains('@') && !typed.contains(names::is_space)
    });
    // What an earlier roster let in and nobody touches stays.
    if !sound && standing.and_then(|row| row.email.as_deref()) != Some(typed.as_str()) {
        return Err(Problem::input("email", "这不像邮箱地址，应写成 name@example.com 这样的形式，请核对。"));
    }
    Ok(Some(typed))
}

/// Refuses to have begun to work after one was hired here; what an earlier roster let in and nobody touches stays.
///
/// Errors: `bad_input` at `startedOn`.
pub(crate) fn check_started(row: &PersonRow, standing: Option<&PersonRow>) -> Result<(), Problem> {
    let (Some((started, _)), Some((hired, _))) = (&row.started_on, &row.hired_on) else { return Ok(()) };
    let same = standing.is_some_and(|one| one.started_on == row.started_on && one.hired_on == row.hired_on);
    // Known to the month or the year, the two may be one day.
    let may_be_one = started.starts_with(hired.as_str()) || hired.starts_with(started.as_str());
    if started > hired && !may_be_one && !same {
        let message = "参加工作时间晚于进入本单位的时间，可能填反了，请核对。";
        return Err(Problem::input("startedOn", message));
    }
    Ok(())
}

/// 会员证号 as it stands on the card: white space taken off, small letters large.
fn check_card(typed: &Option<String>) -> Result<Option<String>, Problem> {
    let card = text(typed).map(|card| card_text(&card)).filter(|card| !card.is_empty());
    if card.as_ref().is_some_and(|card| card.chars().count() > 40) {
        return Err(Problem::input("cardNumber", "会员证号最多40个字，请对照会员证核对。"));
    }
    Ok(card)
}

/// A card's number by which cards are told apart.
pub(crate) fn card_text(written: &str) -> String {
    let folded = written.chars().map(names::half_width).filter(|c| !names::is_space(*c));
    folded.flat_map(char::to_uppercase).collect()
}

/// Refuses a record put together of two whose document says another sex or day of birth.
///
/// Errors: `bad_input` at its field.
pub(crate) fn check_whole(row: &PersonRow, (today, identity): (NaiveDate, Shown)) -> Result<(), Problem> {
    let number = row.id_number.as_deref().and_then(|number| id_number::parse(number, today).ok());
    let Some(number) = number else { return Ok(()) };
    if number.sex.is_some_and(|sex| row.sex != Sex::Unspecified && sex != row.sex) {
        return Err(Problem::input("sex", "选的性别与选的身份证号码不一致，请选一致的一边。"));
    }
    let born = row.birth.as_ref().filter(|(_, precision)| precision == "day").map(|(day, _)| day);
    if let (Some(birth), Some(day)) = (number.birth, born)
        && shown_birth(day, identity) != shown_birth(&birth.to_string(), identity)
    {
        return Err(Problem::input("birth", "选的出生日期与选的身份证号码不一致，请选一致的一边。"));
    }
    Ok(())
}

fn check_name(typed: &str) -> Result<String, Problem> {
    let (name, issues) = names::read(typed);
    if name.is_empty() {
        return Err(Problem::input("name", "请填写姓名。"));
    }
    for issue in issues {
        let message = match issue {
            NameIssue::Lost => "姓名里有字丢失了（显示为问号或方框），请重新输入这个字。",
            NameIssue::Impossible => "这不像姓名：超过50个字，或只有数字和符号，请核对。",
            NameIssue::TwoLines(_) => "姓名里有换行，请写成一行。",
            _ => continue,
        };
        return Err(Problem::input("name", message));
    }
    Ok(name)
}

/// What is wrong with a number, and what to do.
pub(crate) fn fault_words(fault: &IdFault) -> String {
    match fault {
        IdFault::AsNumber => "号码被表格当成了数字，后几位已经丢失，请对照证件重新输入。".to_owned(),
        IdFault::Length(count) => format!("身份证号码应为18位，现在是{count}位，请对照证件核对。"),
        IdFault::Character(place, _) => format!("第{place}位不是身份证号码里会有的字符，请核对。"),
        IdFault::Region => "前两位不是任何省份的代码，请对照证件核对。".to_owned(),
        IdFault::Date => "号码里的出生日期不存在或还没有到，请对照证件核对。".to_owned(),
        IdFault::Checksum(_) => "最后一位校验不对，号码里有一位抄错了，请对照证件核对。".to_owned(),
    }
}

fn check_id(typed: &str, today: NaiveDate) -> Result<IdNumber, Problem> {
    id_number::parse(&id_number::clean(typed), today)
        .map_err(|fault| Problem::input("idNumber", fault_words(&fault)))
}

/// Holds what was changed beside a number that stays against that number: the form shows it masked, and nobody who fills it
/// in sees the contradiction. What an earlier roster let in and nobody touches stays.
fn check_standing(
    sex: Sex,
    birth: Option<&StoredDate>,
    standing: Option<&PersonRow>,
    (today, identity): (NaiveDate, Shown),
) -> Result<(), Problem> {
    let Some(row) = standing else { return Ok(()) };
    let day = |(day, _): &StoredDate| shown_birth(day, identity);
    let touched = sex != row.sex || birth.map(day) != row.birth.as_ref().map(day);
    let number = row.id_number.as_deref().and_then(|number| id_number::parse(number, today).ok());
    match number {
        Some(number) if touched => agrees(&number, sex, birth, identity),
        _ => Ok(()),
    }
}

/// Whether sex and birth are what the number says; of a birth that is masked on either side, its year.
fn agrees(number: &IdNumber, sex: Sex, birth: Option<&StoredDate>, identity: Shown) -> Result<(), Problem> {
    if let Some(told) = number.sex
        && sex != Sex::Unspecified
        && told != sex
    {
        return Err(Problem::input("sex", "性别与身份证号码不一致，请核对。"));
    }
    if let (Some(told), Some((day, precision))) = (number.birth, birth)
        && precision == "day"
        && shown_birth(day, identity) != shown_birth(&told.to_string(), identity)
    {
        return Err(Problem::input("birth", "出生日期与身份证号码不一致，请核对。"));
    }
    Ok(())
}

/// Refuses a day of joining before the age at which anyone may be employed, as far as both days are known: `birth` known to the
/// month or the year counts as its first day.
///
/// Errors: `bad_input` at `field`.
pub(crate) fn check_joining_age(
    ages: &Ages,
    birth: Option<&StoredDate>,
    on: Option<&StoredDate>,
    field: &str,
) -> Result<(), Problem> {
    let (Some((birth, _)), Some((on, _))) = (birth, on) else { return Ok(()) };
    let work = &ages.work;
    let Some(of_age) =
        first_day(birth).and_then(|born| born.checked_add_months(Months::new(work.years * 12)))
    else {
        return Ok(());
    };
    // Known to the month or the year, joining may have been on its last day.
    let of_age = of_age.to_string();
    if of_age.as_str() > on.as_str() && !of_age.starts_with(on.as_str()) {
        let message =
            format!("入会时还不满{}周岁（{}），请核对入会日期和出生日期。", work.years, work.article);
        return Err(Problem::input(field, message));
    }
    Ok(())
}

/// The first number, and the others as one text.
fn check_phone(typed: &str) -> Result<(Option<String>, Option<String>), Problem> {
    let mut read = phones::read(typed);
    if read.impossible || read.numbers.is_empty() {
        return Err(Problem::input("phone", "这不像电话号码：手机是11位，座机请写区号。"));
    }
    let first = read.numbers.remove(0);
    Ok((Some(first), (!read.numbers.is_empty()).then(|| read.numbers.join("、"))))
}

/// A day and its precision: `("1990-03-07", "day")`.
pub(crate) fn date(
    field: &str,
    value: &Option<String>,
    today: NaiveDate,
) -> Result<Option<StoredDate>, Problem> {
    let Some(typed) = text(value) else { return Ok(None) };
    let read = match dates::read_text(&typed, today) {
        DateRead::Nothing | DateRead::Zero => return Ok(None),
        DateRead::Sure(read) | DateRead::Coarse(read) | DateRead::Serial(read) | DateRead::Dot(read) => read,
        DateRead::ShortYear(_) => return Err(Problem::input(field, "请写四位数的年份，例如1990-03-07。")),
        DateRead::Order(_) => return Err(Problem::input(field, "请按年-月-日的顺序写，例如1990-03-07。")),
        DateRead::Lunar => return Err(Problem::input(field, "请写公历日期。")),
        DateRead::Open | DateRead::Impossible => {
            return Err(Problem::input(field, "这个日期不存在或认不出来，请写成1990-03-07这样的形式。"));
        }
    };
    if read.date > today {
        return Err(Problem::input(field, "这个日期还没有到，请核对年份。"));
    }
    Ok(Some(stored_date(&read)))
}

/// A date as columns hold it.
pub fn stored_date(read: &RosterDate) -> StoredDate {
    let precision = match read.precision {
        Precision::Day => "day",
        Precision::Month => "month",
        Precision::Year => "year",
    };
    (read.to_string(), precision.to_owned())
}
