//! The report's tables of people: how the membership changed, who the members are, by form of employment and by skill
//! grade. All come from one pass over the roster.

use chrono::Datelike;
use rusqlite::Connection;

use super::{rate, table};
use crate::Problem;
use crate::fields;
use crate::members::model::EmploymentForm;
use crate::members::roster::codes::SkillGrade;
use crate::members::store::form_column;
use crate::report::model::{Chapter, Sum, YearFigure, YearTable};
use crate::report::rules::{Span, count, none};
use crate::report::store::members::{Alike, alike};
use crate::union::workforce::{self, Workforce};

/// People, with what is said where they cannot be counted.
struct Roster {
    alike: Vec<Alike>,
    /// Why there is no count of the year, and of the year before.
    why: [Option<String>; 2],
}

impl Roster {
    fn count(&self, those: impl Fn(&Alike) -> bool) -> u32 {
        self.alike.iter().filter(|one| those(one)).map(|one| one.people).sum()
    }

    /// A figure of both years; `those` is told which: 0 the year before, 1 the year.
    fn figure(&self, id: &str, name: &str, sum: Sum, those: impl Fn(&Alike, usize) -> bool) -> YearFigure {
        let value = |year: usize| {
            let why = &self.why[1 - year];
            why.as_ref().map_or_else(|| count(self.count(|one| those(one, year))), none)
        };
        YearFigure {
            id: id.to_owned(),
            name: name.to_owned(),
            unit: "人".to_owned(),
            sum,
            now: value(1),
            before: value(0),
        }
    }

    /// The same of what is only known as it is now.
    fn figure_now(&self, id: &str, name: &str, sum: Sum, those: impl Fn(&Alike) -> bool) -> YearFigure {
        let figure = self.figure(id, name, sum, |one, _| those(one));
        YearFigure { before: none("账本只留着现在的登记，上年的没有留下"), ..figure }
    }
}

/// Skill grades, the membership's changes, who the members are, and their forms of employment.
pub(super) fn tables(connection: &Connection, span: Span, founded: i32) -> Result<[YearTable; 4], Problem> {
    let alike = alike(connection, span.year)?;
    let why = |year: i32| {
        if alike.is_empty() {
            Some("花名册还没有导入".to_owned())
        } else if year < founded {
            Some(format!("账本{founded}年建立，以前离会的人不在花名册上，{year}年的算不出"))
        } else {
            None
        }
    };
    let roster = Roster { why: [why(span.year), why(span.year - 1)], alike };
    let end = if span.over { "年末会员" } else { "期末会员" };
    Ok([
        grades(&roster, span, end),
        members(&roster, span, founded, end),
        made_of(&roster, end, &workers(connection, span)?),
        forms(&roster, span, end),
    ])
}

fn members(roster: &Roster, span: Span, founded: i32, end: &str) -> YearTable {
    const CAME: [(&str, &str); 2] = [("joined", "入会"), ("moved_in", "转入")];
    const WENT: [(&str, &str); 4] =
        [("moved_out", "转出"), ("expelled", "开除会籍"), ("withdrawn", "退会"), ("died", "去世")];
    let came = |one: &Alike, year: usize| !one.member[year] && one.member[year + 1];
    let went = |one: &Alike, year: usize| one.member[year] && !one.member[year + 1];
    let by = |one: &Alike, year: usize, kind: &str| one.by[year].as_deref() == Some(kind);
    let mut lines = vec![roster.figure("start", "年初会员", Sum::Adds, |one, year| one.member[year])];
    for (kind, name) in CAME {
        lines.push(roster.figure(kind, name, Sum::Adds, |one, year| came(one, year) && by(one, year, kind)));
    }
    let known = |one: &Alike, year: usize| CAME.iter().any(|(kind, _)| by(one, year, kind));
    let again =
        roster.figure("again", "恢复会籍", Sum::Adds, |one, year| came(one, year) && !known(one, year));
    if [&again.now, &again.before].iter().any(|value| value.count.is_some_and(|count| count > 0)) {
        lines.push(again);
    }
    for (kind, name) in WENT {
        let line = roster.figure(kind, name, Sum::Takes, |one, year| went(one, year) && by(one, year, kind));
        let some = [&line.now, &line.before].iter().any(|value| value.count.is_some_and(|count| count > 0));
        if kind != "died" || some {
            lines.push(line);
        }
    }
    lines.push(roster.figure("end", end, Sum::Total, |one, year| one.member[year + 1]));
    let mut counted = "按花名册和登记的会籍变动，一人计一次；当年进了又出的，只看年初和期末。".to_owned();
    if span.year <= founded {
        counted.push_str("年初数按花名册上的入会日期推算，建账本以前已离会的人不在内。");
    }
    let undated = roster.count(|one| !one.dated && one.member[2]);
    if undated > 0 {
        counted.push_str(&format!("其中{undated}人没有登记入会日期，按年初已在册计。"));
    }
    table("members", Chapter::Growth, "会员增减", &counted, lines)
}

/// The newest number of employees of the year before and of the year.
fn workers(connection: &Connection, span: Span) -> Result<[Option<Workforce>; 2], Problem> {
    let of = |year: i32| -> Result<Option<Workforce>, Problem> {
        let all = workforce::list(connection)?;
        Ok(all.into_iter().find(|one| one.as_of.year() == year))
    };
    Ok([of(span.year - 1)?, of(span.year)?])
}

fn made_of(roster: &Roster, end: &str, workers: &[Option<Workforce>; 2]) -> YearTable {
    let at_end = |one: &Alike, year: usize| one.member[year + 1];
    let sex = |one: &Alike, year: usize, sex: &str| at_end(one, year) && one.sex == sex;
    let mut lines = vec![
        roster.figure("all", end, Sum::Total, at_end),
        roster.figure("women", "女", Sum::Adds, |one, year| sex(one, year, "female")),
        roster.figure("men", "男", Sum::Adds, |one, year| sex(one, year, "male")),
    ];
    let other = roster
        .figure("unspecified", "没有登记性别", Sum::Adds, |one, year| sex(one, year, "unspecified"));
    if other.now.count.is_some_and(|count| count > 0) {
        lines.push(other);
    }
    lines.push(roster.figure("migrant", "其中农民工", Sum::Beside, |one, year| {
        at_end(one, year) && one.migrant == Some(true)
    }));
    for (id, name, part) in [("womenRate", "女会员占", "women"), ("migrantRate", "农民工占", "migrant")]
    {
        lines.push(rate((id, name), &lines, part, &["all"], "没有会员"));
    }
    let mut counted = "性别和农民工按花名册现在的登记。".to_owned();
    if workers.iter().any(Option::is_some) {
        lines.push(roster.figure("dense", "其中不含保留会籍的", Sum::Beside, |one, year| {
            at_end(one, year) && !one.retained[year]
        }));
        let told = |one: &Option<Workforce>| {
            one.as_ref().map_or_else(|| none("没有登记这一年的职工人数"), |one| count(one.workers))
        };
        lines.push(YearFigure {
            id: "workers".to_owned(),
            name: "职工人数".to_owned(),
            unit: "人".to_owned(),
            sum: Sum::Beside,
            now: told(&workers[1]),
            before: told(&workers[0]),
        });
        lines.push(rate(("density", "入会率"), &lines, "dense", &["workers"], "没有职工"));
        for one in workers.iter().flatten() {
            counted.push_str(&format!("职工人数{}人截止{}，来源：{}。", one.workers, one.as_of, one.source));
        }
    }
    let unknown = roster.count(|one| one.member[2] && one.migrant.is_none());
    if unknown > 0 {
        counted.push_str(&format!("有{unknown}人没有登记是不是农民工，没有计入。"));
    }
    table("madeOf", Chapter::Growth, "会员构成", &counted, lines)
}

/// A note for what is only known as it is now.
fn as_now(what: &str, span: Span) -> String {
    if span.over {
        format!("按花名册现在登记的{what}计，不一定是当年的。")
    } else {
        format!("按花名册登记的{what}计。")
    }
}

fn forms(roster: &Roster, span: Span, end: &str) -> YearTable {
    let mut lines = vec![roster.figure_now("all", end, Sum::Total, |one| one.member[2])];
    let mut part = |id: &str, name: &str, form: Option<&str>| {
        let line = roster.figure_now(id, name, Sum::Adds, |one| one.member[2] && one.form.as_deref() == form);
        if line.now.count != Some(0) {
            lines.push(line);
        }
    };
    for form in EmploymentForm::ALL.iter().map(|form| form_column(*form)) {
        let name = fields::listed("employment", "form", form).unwrap_or_else(|| form.to_owned());
        part(form, &name, Some(form));
    }
    part("none", "没有登记", None);
    lines.push(rate(("dispatchedRate", "劳务派遣占"), &lines, "dispatched", &["all"], "没有会员"));
    table("forms", Chapter::Growth, "用工形式", &as_now("用工形式", span), lines)
}

fn grades(roster: &Roster, span: Span, end: &str) -> YearTable {
    let grade = |one: &Alike| {
        one.grade.as_deref().and_then(|text| SkillGrade::ALL.iter().find(|g| g.label() == text))
    };
    let mut lines = vec![roster.figure_now("all", end, Sum::Total, |one| one.member[2])];
    // The whole scale, once anybody's grade is known.
    let any = roster.count(|one| one.member[2] && grade(one).is_some()) > 0;
    for (at, level) in SkillGrade::ALL.iter().enumerate().filter(|_| any) {
        let those = |one: &Alike| one.member[2] && grade(one) == Some(level);
        lines.push(roster.figure_now(&format!("grade{at}"), level.label(), Sum::Adds, those));
    }
    for (id, name, written) in [("other", "其他写法", true), ("none", "没有登记", false)] {
        let line = roster.figure_now(id, name, Sum::Adds, |one| {
            one.member[2] && grade(one).is_none() && one.grade.is_some() == written
        });
        if line.now.count != Some(0) {
            lines.push(line);
        }
    }
    lines.push(roster.figure_now("graded", "其中有技能等级", Sum::Beside, |one| {
        one.member[2] && grade(one).is_some_and(|grade| *grade != SkillGrade::NoGrade)
    }));
    table("grades", Chapter::Quality, "会员技能等级", &as_now("技能等级", span), lines)
}
