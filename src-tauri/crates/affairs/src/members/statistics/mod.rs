//! Statistics of the members (统计): composition on the day, flows by month, density. The sheet of the upper union is made of
//! the same figures.

mod flows;
pub mod model;
pub mod papers;

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use rusqlite::Connection;

use crate::Problem;
use crate::members::flags;
use crate::members::lists::counts::{counted, sums};
use crate::members::lists::model::{MemberField, MemberGroup};
use crate::members::model::PersonId;
use crate::members::store::filter::Filter;
use crate::members::store::{here, referred_sql};
use crate::union::model::Shown;
use crate::union::{bodies, workforce};
use model::{Density, MemberStatistics, StatTable, StatisticsInput};

/// What members are counted by, in the order of the sheet.
const TABLES: [MemberField; 9] = [
    MemberField::Group,
    MemberField::Sex,
    MemberField::AgeBand,
    MemberField::Form,
    MemberField::Skill,
    MemberField::Education,
    MemberField::Political,
    MemberField::Shop,
    MemberField::Post,
];
/// More rows than these are put together: a trade or a shop is many.
const ROWS: usize = 15;

/// The cut-off day that is asked for.
///
/// Errors: `bad_input` at a year or a day that cannot be.
fn cut_off(input: &StatisticsInput, today: NaiveDate) -> Result<NaiveDate, Problem> {
    let year = input.year.or(input.as_of.map(|day| day.year())).unwrap_or_else(|| today.year());
    if year > today.year() || year < 1949 {
        return Err(Problem::input("year", "没有这一年的统计；请选今年或者以前的年份。"));
    }
    match input.as_of {
        Some(day) if day > today => Err(Problem::input("asOf", "截止日期还没有到，请核对。")),
        Some(day) if day.year() != year => {
            Err(Problem::input("asOf", format!("截止日期应当在{year}年里，请核对。")))
        }
        Some(day) => Ok(day),
        None => Ok(NaiveDate::from_ymd_opt(year, 12, 31).map_or(today, |last| last.min(today))),
    }
}

/// The statistics of a day. `elsewhere` are those whose work belongs to another union (归口), as the platforms' rules tell.
///
/// Errors: `bad_input` at a year or a day that cannot be.
pub fn of(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    input: &StatisticsInput,
    elsewhere: &[PersonId],
    identity: Shown,
) -> Result<MemberStatistics, Problem> {
    let as_of = cut_off(input, today)?;
    let year = as_of.year();
    let past = (as_of < today).then(|| flows::on_day(connection, as_of)).transpose()?;
    let days = flags::days(connection, book, as_of, identity)?;
    let members = || match &past {
        Some(then) => Filter::everybody().only(&then.members),
        None => Filter::everybody().and(here("l")),
    };
    let counts = sums(
        connection,
        &members(),
        ["1".to_owned(), "coalesce(l.last_event, '') = 'retained'".to_owned()].into_iter(),
    )?;
    let (people, retained) = (counts[0], past.as_ref().map_or(counts[1], |then| then.retained));
    let mut tables = Vec::new();
    for by in TABLES {
        let rows = counted(connection, &days, &members(), by)?;
        if rows.iter().any(|row| !row.key.is_empty()) {
            tables.push(table(by, rows));
        }
    }
    let (flows, flow) = flows::of_year(connection, as_of, past.is_none())?;
    let by_year = days.aged_on() != as_of;
    let says = match &past {
        Some(_) => {
            let aged = if by_year { "只按出生年份" } else { "也按那天" };
            Some(format!(
                "会员是截止日期那天在册的人，年龄{aged}算；车间、岗位、技能等级等资料是现在登记的。"
            ))
        }
        None => by_year.then(|| "年龄只按出生年份算，今年还没过生日的多算一岁。".to_owned()),
    };
    Ok(MemberStatistics {
        as_of,
        says,
        year,
        people,
        retained,
        tables,
        flags: counted(connection, &days, &members(), MemberField::Flag)?,
        flows,
        flow,
        density: match past {
            Some(_) => density_then(connection, people - retained, as_of)?,
            None => density(connection, people - retained, today, elsewhere)?,
        },
        chair: bodies::signer(connection, as_of)?,
    })
}

fn table(by: MemberField, mut rows: Vec<MemberGroup>) -> StatTable {
    let total = rows.iter().map(|row| row.people).sum();
    for row in rows.iter_mut().filter(|row| row.key.is_empty()) {
        row.label = "没有登记".to_owned();
    }
    if rows.len() > ROWS {
        let none = rows.pop_if(|row| row.key.is_empty());
        let rest = rows.split_off(ROWS - 2);
        rows.push(MemberGroup {
            key: "~".to_owned(),
            label: format!("其他{}种", rest.len()),
            people: rest.iter().map(|row| row.people).sum(),
        });
        rows.extend(none);
    }
    let name = if by == MemberField::Post { "岗位（工种）" } else { by.label() };
    StatTable { by, title: format!("按{name}"), rows, total }
}

/// Members among the workers of a day in the past: of the number that the firm told for it; who else was on the roster then is
/// not known any more.
fn density_then(connection: &Connection, members: u32, as_of: NaiveDate) -> Result<Density, Problem> {
    match workforce::on(connection, as_of)? {
        Some(_) => density(connection, members, as_of, &[]),
        None => Ok(Density {
            members,
            workers: None,
            rate: "—".to_owned(),
            counted: "没有登记截止日期以前的职工人数，当时的入会率算不出；请登记当时的职工人数。".to_owned(),
            told: None,
        }),
    }
}

/// Members among the workers: of the number that the firm told, else of the roster, where these are the members, those who
/// have not joined, and those who have left the union and still have a place here. Who was referred to another union, or works
/// where another union takes them in and is no member of ours, is in neither.
fn density(
    connection: &Connection,
    members: u32,
    today: NaiveDate,
    elsewhere: &[PersonId],
) -> Result<Density, Problem> {
    let told = workforce::on(connection, today)?;
    let elsewhere: Vec<String> = elsewhere.iter().map(ToString::to_string).collect();
    let outside = sums(
        connection,
        &Filter::everybody().except(&elsewhere),
        [
            format!("l.last_event IS NULL AND NOT {}", referred_sql("l.id")),
            "coalesce(l.last_event, '') IN ('withdrawn', 'expelled') AND l.form IS NOT NULL".to_owned(),
        ]
        .into_iter(),
    )?;
    let outside: u32 = outside.iter().sum();
    let (workers, counted) = match &told {
        Some(told) if told.workers < members => {
            let day = told.as_of.format("%Y年%-m月%-d日");
            let why = format!(
                "登记的职工人数{}人（截止{day}，{}）少于现在的会员{members}人，算不出；请登记新的职工人数。",
                told.workers, told.source
            );
            (None, why)
        }
        Some(told) => {
            let day = told.as_of.format("%Y年%-m月%-d日");
            (
                Some(told.workers),
                format!("职工人数截止{day}，来源：{}；保留会籍的和转介到别的工会的不计入会员。", told.source),
            )
        }
        None if outside == 0 => {
            (None, "花名册上没有还没入会的职工，算不出；请登记单位的职工人数。".to_owned())
        }
        None => (
            Some(members + outside),
            "按花名册：会员、没有入会的和退了会还在岗的合起来是职工；保留会籍的、归口别的工会的不计。"
                .to_owned(),
        ),
    };
    let rate = papers::share(members, workers.unwrap_or_default());
    Ok(Density { members, workers, rate, counted, told })
}
