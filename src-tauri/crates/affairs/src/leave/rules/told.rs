//! How the days due were found, in sentences that a page shows and a paper prints: where it begins, which band, which article, the
//! part of a year, what is missing. A reason of 条例第四条 is told only to one who may read it; to others what the year comes to.

use chrono::{Datelike, NaiveDate};

use super::{Bar, Barred, Due, Exact, Facts, LeaveLaw, article};
use crate::duty::day_words;
use crate::leave::model::{LeaveBarKind, LeaveCrossing, LeaveLack};

/// The sentences of someone's days; `tells_bars`: whether a reason is told, and not alone what the year comes to.
pub fn sentences(law: &LeaveLaw, facts: &Facts<'_>, due: &Due, tells_bars: bool) -> Vec<String> {
    let mut told = Vec::new();
    if let Some(exact) = &due.exact {
        told.push(service(law, facts, due, exact));
        told.extend(part(law, facts, exact));
        if let Some((bar, what)) = &exact.barred {
            told.extend(match tells_bars {
                true => Some(barred(law, exact, *bar, *what)),
                false => without_reason(*what),
            });
        }
    }
    told.extend(due.lacks.iter().map(|lack| lacking(law, facts, due, *lack)));
    told
}

fn service(law: &LeaveLaw, facts: &Facts<'_>, due: &Due, exact: &Exact) -> String {
    let Some((_, to)) = exact.part else {
        let months = law.months.0;
        return match exact.ready > exact.hired {
            true => format!(
                "到{}才连续工作满{months}个月，{}年还没有年休假（{}）。",
                day_words(exact.ready),
                facts.year,
                article(&law.months.1)
            ),
            false => format!("{}年不在本单位工作，没有年休假。", facts.year),
        };
    };
    let from = match due.lacks.contains(&LeaveLack::Started) {
        true => format!("从进入本单位（{}）算起", day_words(exact.hired)),
        false => format!("{}参加工作", day_words(exact.started)),
    };
    let (low, high) = exact.bands;
    let plain = law.days.0.boundary(exact.years).unwrap_or_default();
    let mut more = Vec::new();
    if let Some(own) = facts.own.filter(|own| *own > plain) {
        more.push(format!("约定的全年{own}天高于法定"));
    }
    if facts.extra > 0 {
        more.push(format!("另按约定加{}天", facts.extra));
    }
    let better = law.plain("leave.better_terms").filter(|_| !more.is_empty());
    let more = match better {
        Some(rule) => format!("；{}，按约定执行（{}）", more.join("，"), article(rule)),
        None => String::new(),
    };
    let crossed = match exact.crossed {
        Some(day) if low != high => format!("，{}从{low}天升到{high}天", day_words(day)),
        _ => String::new(),
    };
    format!(
        "{from}，到{}累计工作满{}年，全年{high}天（{}）{crossed}{more}。",
        day_words(to),
        exact.years,
        article(&law.days.1)
    )
}

fn part(law: &LeaveLaw, facts: &Facts<'_>, exact: &Exact) -> Option<String> {
    let (from, to) = exact.part?;
    let first = NaiveDate::from_ymd_opt(facts.year, 1, 1)?;
    let last = NaiveDate::from_ymd_opt(facts.year, 12, 31)?;
    let ratio = exact.crossed.is_some()
        && exact.num != u64::from(exact.bands.1) * exact.den
        && (from, to) == (first, last);
    if (from, to) == (first, last) && !ratio {
        return None;
    }
    let days = (to - from).num_days() + 1;
    let hundredths = exact.num * 100 / exact.den;
    let result = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let share = match exact
        .crossed
        .filter(|_| exact.num != u64::try_from(days).unwrap_or_default() * u64::from(exact.bands.1))
    {
        Some(day) => format!(
            "分段折算：{}以前按{}天，以后按{}天，合{result}天",
            day_words(day),
            exact.bands.0,
            exact.bands.1
        ),
        None => format!("{days}天÷{}天×{}天＝{result}天", exact.den, exact.bands.1),
    };
    let whole = format!("只算整天，{}天", exact.part_days);
    Some(match (from > first, to < last) {
        (true, false) => {
            let why = match exact.ready > exact.hired {
                true => format!("连续工作满{}个月", law.months.0),
                false => "进入本单位".to_owned(),
            };
            format!(
                "{}{why}，当年还有{days}个日历天：{share}，{whole}（{}）。",
                day_words(from),
                article(&law.joiner.1)
            )
        }
        (false, true) => format!(
            "{}离开本单位，当年已过{days}个日历天：{share}，减去已经休的，{whole}；已经多休的不扣回（{}）。",
            day_words(to),
            article(&law.leaver.1)
        ),
        (true, true) => format!(
            "{}到{}在本单位{days}个日历天：{share}，{whole}（{}、{}）。",
            day_words(from),
            day_words(to),
            article(&law.joiner.1),
            article(&law.leaver.1)
        ),
        (false, false) => format!("{share}，{whole}；条文没有规定跨档年度，按本单位定的办法。"),
    })
}

/// What a year comes to, in words that say of nobody that a reason is entered, nor of which year.
fn without_reason(what: Barred) -> Option<String> {
    match what {
        Barred::Whole | Barred::FromLast => Some("按规定本年不安排年休假。".to_owned()),
        Barred::Rest(days) => Some(format!("按规定本年安排{days}天。")),
        // The days of this year stay as they are.
        Barred::Next => None,
    }
}

fn barred(law: &LeaveLaw, exact: &Exact, bar: Bar, what: Barred) -> String {
    let unit = if bar.kind == LeaveBarKind::Sick { "个月" } else { "天" };
    let rule = law.of_bar(bar.kind).map(article).unwrap_or_default();
    let next = law.plain("leave.barred.next_year").map(article).unwrap_or_default();
    let fact = format!("{}{}{unit}", bar.kind.label(), bar.amount);
    match what {
        Barred::Whole => format!("当年{fact}，不享受当年的年休假（{rule}）。"),
        Barred::Next => format!("当年{fact}，当年的年休假已经休过，下一年度不享受（{next}）。"),
        Barred::FromLast => format!("上一年度{fact}，上一年度的年休假已经休过，今年不享受（{next}）。"),
        Barred::Rest(days) => {
            let top_up = law.plain("leave.school_top_up").map(article);
            let rule = if bar.kind == LeaveBarKind::School { top_up.unwrap_or(rule) } else { rule };
            format!("{fact}少于应休的{}天，还要补足{days}天（{rule}）。", exact.part_days)
        }
    }
}

/// What a reason of 条例第四条 comes to by itself, as its row shows it.
pub fn verdict(law: &LeaveLaw, due: &Due, bar: Bar) -> String {
    match due.exact.as_ref().and_then(|exact| Some((exact, exact.barred?))) {
        Some((exact, (by, what))) if by == bar && what != Barred::FromLast => barred(law, exact, bar, what),
        _ => "没有达到不享受年休假的数，照常休。".to_owned(),
    }
}

fn lacking(law: &LeaveLaw, facts: &Facts<'_>, due: &Due, lack: LeaveLack) -> String {
    let service =
        law.plain("leave.days.service").map(|rule| format!("（{}）", article(rule))).unwrap_or_default();
    match lack {
        LeaveLack::Started => {
            format!(
                "没有登记参加工作时间：以前在别的单位工作的年限也要算{service}，请凭工作年限证明补到花名册上。"
            )
        }
        LeaveLack::Hired => {
            format!("没有登记入职日期：{}年进来的要按剩余天数折算，请补到花名册上。", facts.year)
        }
        LeaveLack::Exchanged => {
            let day = |span: Option<super::Span>| span.map_or(String::new(), |span| day_words(span.first));
            format!(
                "参加工作时间（{}）晚于入职日期（{}），多半两列填反了；年休假按参加工作的年限算{service}，请先核对。",
                day(facts.service.started),
                day(facts.service.hired)
            )
        }
        LeaveLack::Precise => {
            format!("{}年正好到档或者要折算，只登记到年、月还算不准，请把日期补到日。", facts.year)
        }
        LeaveLack::Before => {
            let hired = facts.service.hired.map(|span| span.last.year()).unwrap_or(facts.year);
            let months = law.months.0;
            format!(
                "{hired}年进入本单位以前有没有连续工作满{months}个月，日期上看不出来，请问本人后登记（{}）。",
                article(&law.months.1)
            )
        }
        LeaveLack::Crossing => match due.both {
            Some((year, ratio)) => format!(
                "当年跨档：{}的{year}天，{}的{ratio}天；条文没有规定，请在“年度计划”里选定本单位的办法。",
                LeaveCrossing::Year.label(),
                LeaveCrossing::Ratio.label()
            ),
            None => "当年跨档，条文没有规定怎么算，请在“年度计划”里选定本单位的办法。".to_owned(),
        },
    }
}
