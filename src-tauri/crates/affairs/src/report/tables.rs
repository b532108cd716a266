//! The tables of the yearly report: which counts stand together under which head, what they are called, how they were
//! counted, and when there is none. The counts come from `store`; people's tables stand in `people`.

mod people;
mod rights;

use ledger::Fen;
use rusqlite::Connection;

use crate::Problem;
use crate::office::model::kind_label;
use crate::report::KeptSums;
use crate::report::model::{Chapter, FigureValue, Sum, YearFigure, YearTable};
use crate::report::rules::{self, Span, count, none, share};
use crate::report::store::affairs;
use crate::union;

/// A figure's id within its table, its name, its unit and its part in the sum.
type Named<'a> = (&'a str, &'a str, &'a str, Sum);

const OFFERS: [Named<'_>; 6] = [
    ("all", "发出和收到的要约", "件", Sum::Total),
    ("inTime", "按期答复", "件", Sum::Adds),
    ("late", "逾期答复", "件", Sum::Adds),
    ("noTerm", "已答复、没有期限可比", "件", Sum::Adds),
    ("overdue", "到期没有答复", "件", Sum::Adds),
    ("waiting", "还没有到答复期限", "件", Sum::Adds),
];
const MEETINGS: [Named<'_>; 1] = [("meetings", "协商会议", "次", Sum::Beside)];
const TOPICS: [Named<'_>; 4] = [
    ("topics", "协商的议题", "项", Sum::Total),
    ("agreed", "达成一致", "项", Sum::Adds),
    ("disputed", "有分歧", "项", Sum::Adds),
    ("deferred", "留待下次", "项", Sum::Adds),
];
const UNDERTAKINGS: [Named<'_>; 5] = [
    ("all", "会上承诺的事项", "项", Sum::Total),
    ("inTime", "按期兑现", "项", Sum::Adds),
    ("late", "逾期兑现", "项", Sum::Adds),
    ("overdue", "到期没有兑现", "项", Sum::Adds),
    ("open", "还没有到期", "项", Sum::Adds),
];
const CONTRACTS: [Named<'_>; 3] = [
    ("signed", "签订集体合同", "份", Sum::Beside),
    ("filed", "报送审查", "份", Sum::Beside),
    ("inEffect", "生效", "份", Sum::Beside),
];
const INCOMING: [Named<'_>; 6] = [
    ("all", "收到的文件", "件", Sum::Total),
    ("inTime", "按期办结", "件", Sum::Adds),
    ("late", "逾期办结", "件", Sum::Adds),
    ("noTerm", "已办结、没有期限", "件", Sum::Adds),
    ("overdue", "逾期未办结", "件", Sum::Adds),
    ("open", "未办结、没有逾期", "件", Sum::Adds),
];
const SUPERVISION: [Named<'_>; 4] = [
    ("all", "接到的监督线索", "件", Sum::Total),
    ("accepted", "受理", "件", Sum::Adds),
    ("refused", "不予受理", "件", Sum::Adds),
    ("waiting", "还没有决定是否受理", "件", Sum::Adds),
];
const LETTERS: [Named<'_>; 5] = [
    ("reminders", "发出提示函", "份", Sum::Beside),
    ("opinions", "发出意见书", "份", Sum::Beside),
    ("requests", "提请上级发出建议书", "份", Sum::Beside),
    ("recommended", "上级发出建议书", "份", Sum::Beside),
    ("closed", "监督案件结案", "件", Sum::Beside),
];
const ANSWERS: [Named<'_>; 4] = [
    ("answers", "收到对提示函、意见书的答复", "份", Sum::Beside),
    ("inTime", "其中按期", "份", Sum::Beside),
    ("late", "其中逾期", "份", Sum::Beside),
    ("noTerm", "其中没有期限可比", "份", Sum::Beside),
];
const MONEY: [(&str, &str); 3] =
    [("dues", "收到会费"), ("contribution", "单位拨缴工会经费"), ("returned", "回拨到账的工会经费")];
const KEPT_BACK: &str = "只给有查看个人工资权限的人看";
const PAYERS: [Named<'_>; 1] = [("payers", "交会费的会员", "人", Sum::Beside)];
const PLATFORM_TALKS: [Named<'_>; 4] = [
    ("platforms", "开过协商会的平台", "家", Sum::Beside),
    ("meetings", "协商会议", "次", Sum::Beside),
    ("agreed", "达成一致的协商", "次", Sum::Beside),
    ("posted", "公示的协商结果", "次", Sum::Beside),
];
const REFERRALS: [Named<'_>; 3] = [
    ("referred", "转介到别的工会", "人", Sum::Beside),
    ("accepted", "其中已接收入会", "人", Sum::Beside),
    ("declined", "其中没有接收", "人", Sum::Beside),
];
const INJURIES: [Named<'_>; 3] = [
    ("helped", "职业伤害协助", "件", Sum::Beside),
    ("applied", "其中已申请", "件", Sum::Beside),
    ("concluded", "其中已有结论", "件", Sum::Beside),
];
const SAFETY: [Named<'_>; 5] = [
    ("visits", "劳动保护检查", "次", Sum::Beside),
    ("found", "登记事故隐患", "件", Sum::Beside),
    ("major", "其中重大隐患", "件", Sum::Beside),
    ("proposals", "送达整改建议书", "件", Sum::Beside),
    ("closed", "销号的隐患", "件", Sum::Beside),
];
const REFORM: [Named<'_>; 4] = [
    ("covered", "《意见》里登记了措施的条文", "条", Sum::Beside),
    ("measures", "产改措施", "条", Sum::Beside),
    ("done", "其中已完成", "条", Sum::Beside),
    ("stopped", "其中不再办", "条", Sum::Beside),
];
/// Lines that are left out where both years have none: most ledgers never have any.
const RARE: [&str; 1] = ["noTerm"];

/// Every table of a year, in the report's order.
pub(super) fn of_year(connection: &Connection, span: Span, founded: i32) -> Result<Vec<YearTable>, Problem> {
    let [grades, members, made_of, forms] = people::tables(connection, span, founded)?;
    let mut tables = vec![
        grades,
        offers(connection, span, founded)?,
        talks(connection, span, founded)?,
        undertakings(connection, span, founded)?,
        contracts(connection, span, founded)?,
    ];
    // Most unions never have a case: a table of nothing but zeros says nothing.
    tables.extend(supervision(connection, span, founded)?);
    tables.extend(rights::appeals(connection, span, founded)?);
    tables.extend(rights::dismissals(connection, span, founded)?);
    tables.extend(rights::mediation(connection, span, founded)?);
    tables.extend(rights::members_congress(connection, span, founded)?);
    tables.extend(safety(connection, span, founded)?);
    tables.extend(platform(connection, span, founded)?);
    tables.extend([members, made_of, forms]);
    tables.extend(reform(connection, span, founded)?);
    tables.extend(money(connection, span, founded)?);
    tables.extend([
        incoming(connection, span, founded)?,
        papers(connection, span, founded)?,
        keeping(connection, span, founded)?,
    ]);
    Ok(tables)
}

fn table(id: &str, chapter: Chapter, title: &str, counted: &str, figures: Vec<YearFigure>) -> YearTable {
    let mut figures = figures;
    for figure in &mut figures {
        figure.id = format!("{id}.{}", figure.id);
    }
    YearTable {
        id: id.to_owned(),
        chapter,
        title: title.to_owned(),
        counted: counted.to_owned(),
        compared: figures.iter().any(|figure| figure.before.count.is_some()),
        figures,
    }
}

/// Counts of a year and of the one before as figures; all of a year are "—" where the ledger has nothing of it.
fn figures<const N: usize>(
    names: [Named<'_>; N],
    [now, before]: [[u32; N]; 2],
    span: Span,
    founded: i32,
) -> Vec<YearFigure> {
    let unknown =
        [rules::unknown(span.year, founded, &now), rules::unknown(span.before().year, founded, &before)];
    let value = |at: usize, value: u32| unknown[at].as_ref().map_or_else(|| count(value), none);
    (names.into_iter().zip(now.into_iter().zip(before)))
        .filter(|((id, ..), counts)| !RARE.contains(id) || *counts != (0, 0))
        .map(|((id, name, unit, sum), (now, before))| YearFigure {
            id: id.to_owned(),
            name: name.to_owned(),
            unit: unit.to_owned(),
            sum,
            now: value(0, now),
            before: value(1, before),
        })
        .collect()
}

/// A share within a table: of one of its figures in the sum of several, by their ids; "—" where one of them is.
fn rate(
    (id, name): (&str, &str),
    figures: &[YearFigure],
    part: &str,
    of: &[&str],
    of_nothing: &str,
) -> YearFigure {
    let sum_of = |ids: &[&str], value: fn(&YearFigure) -> &FigureValue| {
        let chosen: Vec<&FigureValue> =
            figures.iter().filter(|figure| ids.contains(&figure.id.as_str())).map(value).collect();
        match chosen.iter().find_map(|value| value.why.clone()) {
            Some(why) => none(why),
            None => count(chosen.iter().filter_map(|value| value.count).sum()),
        }
    };
    let share_of = |value: fn(&YearFigure) -> &FigureValue| {
        share(&sum_of(&[part], value), &sum_of(of, value), of_nothing)
    };
    YearFigure {
        id: id.to_owned(),
        name: name.to_owned(),
        unit: String::new(),
        sum: Sum::Beside,
        now: share_of(|figure| &figure.now),
        before: share_of(|figure| &figure.before),
    }
}

fn offers(connection: &Connection, span: Span, founded: i32) -> Result<YearTable, Problem> {
    let counts = [affairs::offers(connection, span)?, affairs::offers(connection, span.before())?];
    let mut lines = figures(OFFERS, counts, span, founded);
    lines.push(rate(
        ("rate", "按期答复率"),
        &lines,
        "inTime",
        &["inTime", "late", "overdue"],
        "没有到期应答复的要约",
    ));
    let counted =
        "按要约（协商意向书）发出的日期计入当年，双方发出的都算；是否按期，按登记的答复期限和答复日期判断。";
    Ok(table("offers", Chapter::Standing, "要约和答复", counted, lines))
}

fn talks(connection: &Connection, span: Span, founded: i32) -> Result<YearTable, Problem> {
    let counts = [affairs::meetings(connection, span)?, affairs::meetings(connection, span.before())?];
    let mut lines = figures(MEETINGS, counts, span, founded);
    let counts = [affairs::topics(connection, span)?, affairs::topics(connection, span.before())?];
    lines.extend(figures(TOPICS, counts, span, founded));
    let counted = "按会议日期计入当年；一个议题谈过几次只计一项，取当年最后一次的结果。";
    Ok(table("talks", Chapter::Standing, "协商会议和议题", counted, lines))
}

fn undertakings(connection: &Connection, span: Span, founded: i32) -> Result<YearTable, Problem> {
    let counts =
        [affairs::undertakings(connection, span)?, affairs::undertakings(connection, span.before())?];
    let mut lines = figures(UNDERTAKINGS, counts, span, founded);
    lines.push(rate(
        ("rate", "按期兑现率"),
        &lines,
        "inTime",
        &["inTime", "late", "overdue"],
        "没有到期的承诺",
    ));
    let counted =
        "会议纪要里双方承诺的事项，按会议日期计入当年；没有写期限的，兑现了算按期，没兑现算还没有到期。";
    Ok(table("undertakings", Chapter::Standing, "承诺事项", counted, lines))
}

fn contracts(connection: &Connection, span: Span, founded: i32) -> Result<YearTable, Problem> {
    let counts = [affairs::contracts(connection, span)?, affairs::contracts(connection, span.before())?];
    let counted = "工资专项集体合同，按登记的签字、报送、生效日期计入当年；同一次协商只计一份。";
    let lines = figures(CONTRACTS, counts, span, founded);
    Ok(table("contracts", Chapter::Standing, "集体合同", counted, lines))
}

fn supervision(connection: &Connection, span: Span, founded: i32) -> Result<Option<YearTable>, Problem> {
    let cases = [affairs::supervision(connection, span)?, affairs::supervision(connection, span.before())?];
    let letters = [
        affairs::supervision_letters(connection, span)?,
        affairs::supervision_letters(connection, span.before())?,
    ];
    let answers = [
        affairs::supervision_answers(connection, span)?,
        affairs::supervision_answers(connection, span.before())?,
    ];
    let nothing = cases.concat().into_iter().chain(letters.concat()).all(|count| count == 0);
    if nothing {
        return Ok(None);
    }
    let mut lines = figures(SUPERVISION, cases, span, founded);
    lines.extend(figures(LETTERS, letters, span, founded));
    lines.extend(figures(ANSWERS, answers, span, founded));
    lines.push(rate(("rate", "按期答复率"), &lines, "inTime", &["inTime", "late"], "没有可以比较期限的答复"));
    let counted = "线索按接到日期计入当年；函件按印发（用上级统一格式的按送达）日期，结案和建议书按登记的日期；是否按期，按答复时适用的期限判断。";
    Ok(Some(table("supervision", Chapter::Standing, "劳动法律监督", counted, lines)))
}

/// Money, where any is recorded.
fn money(connection: &Connection, span: Span, founded: i32) -> Result<Option<YearTable>, Problem> {
    let (now, payers) = affairs::money(connection, span)?;
    let (before, payers_before) = affairs::money(connection, span.before())?;
    if now.iter().chain(&before).all(|sum| *sum == 0) {
        return Ok(None);
    }
    let held = |sums: &[i64; 3]| sums.map(|sum| u32::from(sum != 0));
    let why = [
        rules::unknown(span.year, founded, &held(&now)),
        rules::unknown(span.before().year, founded, &held(&before)),
    ];
    let value = |at: usize, sum: i64| why[at].as_ref().map_or_else(|| rules::sum(Fen(sum)), none);
    let mut lines: Vec<YearFigure> = (MONEY.into_iter().zip(now.into_iter().zip(before)))
        .map(|((id, name), (now, before))| YearFigure {
            id: id.to_owned(),
            name: name.to_owned(),
            unit: "元".to_owned(),
            sum: Sum::Beside,
            now: value(0, now),
            before: value(1, before),
        })
        .collect();
    lines.extend(figures(PAYERS, [[payers], [payers_before]], span, founded));
    let counted = "按收款、到账的日期计入当年，会费减去冲销的；会费所属的月份见会费收缴年度表。";
    Ok(Some(table("money", Chapter::Running, "会费和工会经费", counted, lines)))
}

/// Leaves out what is kept from a reader.
pub(super) fn keep_back(tables: &mut [YearTable], kept: KeptSums) {
    let money = tables.iter_mut().filter(|table| table.id == "money").flat_map(|table| &mut table.figures);
    let of = |figure: &&mut YearFigure| match kept {
        KeptSums::Nothing => false,
        KeptSums::Contribution => figure.unit == "元" && !figure.id.ends_with("dues"),
        KeptSums::All => figure.unit == "元",
    };
    for figure in money.filter(of) {
        figure.now = none(KEPT_BACK);
        figure.before = none(KEPT_BACK);
    }
}

fn safety(connection: &Connection, span: Span, founded: i32) -> Result<Option<YearTable>, Problem> {
    let both = [affairs::safety(connection, span)?, affairs::safety(connection, span.before())?];
    if both.concat().into_iter().all(|n| n == 0) {
        return Ok(None);
    }
    let counted = "检查、发现、送达建议书、销号按各自的日期计入当年；销号以后又退回的不计。";
    Ok(Some(table(
        "safety",
        Chapter::Standing,
        "安全生产监督",
        counted,
        figures(SAFETY, both, span, founded),
    )))
}

fn reform(connection: &Connection, span: Span, founded: i32) -> Result<Option<YearTable>, Problem> {
    let both = [affairs::reform(connection, span)?, affairs::reform(connection, span.before())?];
    if both.concat().into_iter().all(|n| n == 0) {
        return Ok(None);
    }
    let counted = "按产改台账里登记的哪一年的工作计入当年；完成和不再办以截止日期为准。";
    let lines = figures(REFORM, both, span, founded);
    Ok(Some(table("reform", Chapter::Running, "产业工人队伍建设改革", counted, lines)))
}

fn platform(connection: &Connection, span: Span, founded: i32) -> Result<Option<YearTable>, Problem> {
    let both = [span, span.before()];
    let [now, before] = both.map(|span| affairs::platform_talks(connection, span));
    let talks = [now?, before?];
    let [now, before] = both.map(|span| affairs::referrals(connection, span));
    let referrals = [now?, before?];
    let [now, before] = both.map(|span| affairs::injury_helps(connection, span));
    let helps = [now?, before?];
    let nothing = talks.concat().into_iter().chain(referrals.concat()).chain(helps.concat()).all(|n| n == 0);
    if nothing {
        return Ok(None);
    }
    let mut lines = figures(PLATFORM_TALKS, talks, span, founded);
    lines.extend(figures(REFERRALS, referrals, span, founded));
    lines.extend(figures(INJURIES, helps, span, founded));
    let counted = "会议、达成一致、公示按各自的日期计入当年；转介按转介日期，一人一年只计一次，是否接收以截止日期的回复为准，转介的人不计入本会会员；协助按求助日期。";
    Ok(Some(table("platform", Chapter::Standing, "新就业形态", counted, lines)))
}

fn incoming(connection: &Connection, span: Span, founded: i32) -> Result<YearTable, Problem> {
    let counts = [affairs::incoming(connection, span)?, affairs::incoming(connection, span.before())?];
    let mut lines = figures(INCOMING, counts, span, founded);
    lines.push(rate(
        ("rate", "按期办结率"),
        &lines,
        "inTime",
        &["inTime", "late", "overdue"],
        "没有到期应办结的文件",
    ));
    let counted = "按收到日期计入当年；是否按期，按来文要求的期限和办结日期判断，以截止日期为准。";
    Ok(table("incoming", Chapter::Running, "收文", counted, lines))
}

fn papers(connection: &Connection, span: Span, founded: i32) -> Result<YearTable, Problem> {
    let kinds = affairs::papers(connection, span)?;
    let total = |at: usize| kinds.iter().map(|(_, counts)| counts[at]).sum();
    let named = |kind: &str| kind_label(kind).to_owned();
    let mut lines =
        figures([("all", "印发的文件", "件", Sum::Total)], [[total(0)], [total(1)]], span, founded);
    for (kind, [now, before]) in &kinds {
        let name = named(kind);
        lines.extend(figures([(kind, &name, "件", Sum::Adds)], [[*now], [*before]], span, founded));
    }
    let counted = "按印发日期计入当年；更正后再发的，另计一件。本报告印发前的都在内。";
    Ok(table("papers", Chapter::Running, "印发文件", counted, lines))
}

fn keeping(connection: &Connection, span: Span, founded: i32) -> Result<YearTable, Problem> {
    let people = union::store::desk_people(connection)?.len();
    let mut lines = vec![YearFigure {
        id: "people".to_owned(),
        name: "办理账本的人".to_owned(),
        unit: "人".to_owned(),
        sum: Sum::Beside,
        now: count(u32::try_from(people).unwrap_or(u32::MAX)),
        before: none("只知道现在的"),
    }];
    let one = |id, name, unit| [(id, name, unit, Sum::Beside)];
    let counts = [affairs::steps(connection, span)?, affairs::steps(connection, span.before())?];
    lines.extend(figures(one("steps", "记入流水的步骤", "步"), counts, span, founded));
    let counts = [affairs::attachments(connection, span)?, affairs::attachments(connection, span.before())?];
    lines.extend(figures(one("attachments", "存入的附件", "个"), counts, span, founded));
    let counted = "办理账本的人是编报当天的；步骤和附件按记入日期计入当年，已移除的附件不计。";
    Ok(table("keeping", Chapter::Running, "账本使用", counted, lines))
}
