//! A ledger of hazards that was led elsewhere, taken over: each hazard becomes a late entry with its number, its assurances, and as
//! much of the loop as the file says with a day. A word alone (√) closes nothing. How the file is read is `sheets`'.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::Connection;

use super::model::{
    HazardAssurances, HazardCategory, HazardEventInput, HazardEventKind, HazardFound, HazardGrade,
    HazardImport, HazardImportRow, HazardInput, HazardsTaken,
};
use super::{save, save_assurances, save_event};
use crate::Problem;
use crate::duty::day_words;
use crate::members::roster::Precision;
use crate::sheets::hazards::{Due, HazardLine, HazardSheet, HazardState};

/// Hazards of one file at once: more is no ledger of one union.
const MOST: usize = 2000;

/// Words by which the category of a hazard is told.
const KINDS: [(HazardCategory, &[&str]); 11] = [
    (HazardCategory::Fire, &["消防", "火灾", "灭火", "防火"]),
    (HazardCategory::Electric, &["电气", "用电", "触电", "配电"]),
    (HazardCategory::Height, &["高处", "临边", "坠落", "登高"]),
    (HazardCategory::Lifting, &["起重", "吊装", "叉车", "车辆", "特种设备"]),
    (HazardCategory::Chemical, &["危险化学品", "危化", "化学", "气瓶"]),
    (HazardCategory::Space, &["有限空间", "受限空间"]),
    (HazardCategory::Dust, &["粉尘", "有毒", "职业卫生", "职业健康", "噪声"]),
    (HazardCategory::Gear, &["防护用品", "劳保", "劳动防护"]),
    (HazardCategory::Rules, &["制度", "培训", "管理", "操作规程", "证照"]),
    (HazardCategory::Site, &["现场", "通道", "5S", "环境"]),
    (HazardCategory::Machine, &["机械", "设备", "设施"]),
];

fn kind(line: &HazardLine) -> HazardCategory {
    let told = line.kind.as_deref().unwrap_or_default();
    let found = KINDS.iter().find(|(_, words)| words.iter().any(|word| told.contains(word)));
    found.map_or(HazardCategory::Other, |(kind, _)| *kind)
}

fn grade(line: &HazardLine) -> Option<HazardGrade> {
    let told = line.grade.as_deref()?;
    if told.contains("重大") {
        return Some(HazardGrade::Major);
    }
    told.contains("一般").then_some(HazardGrade::General)
}

fn whole_day(date: Option<crate::members::roster::RosterDate>) -> Option<NaiveDate> {
    date.filter(|date| date.precision == Precision::Day).map(|date| date.date)
}

/// How far the file takes a hazard.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Far {
    /// Checked again by somebody else: closed.
    Closed(NaiveDate, String),
    /// Called rectified on a day.
    Rectified(NaiveDate),
    /// Not rectified, or not with a day.
    Open,
}

/// A hazard of the file as it would be kept.
struct Taken {
    row: HazardImportRow,
    input: HazardInput,
    measures: Option<String>,
    funds: Option<String>,
    far: Far,
}

fn taken(line: &HazardLine, matter: &str, today: NaiveDate) -> Taken {
    let place = line.area.clone().or_else(|| line.department.clone());
    let found_on = whole_day(line.found_on);
    let wrong = match (found_on, &place) {
        (None, _) if line.found_on.is_some() => Some("发现日期只到年或者月，请在原表补到哪一天。"),
        (None, _) => Some("没有发现日期，请在原表补上。"),
        (Some(day), _) if day > today => Some("发现日期还没有到，请在原表核对。"),
        (_, None) => Some("没有写在哪里，请在原表补上部门或者区域。"),
        _ if matter.chars().count() > 200 => Some("隐患写了两百字以上，请在原表分开写。"),
        _ => None,
    };
    let first = found_on.unwrap_or(today);
    let due_on = match line.due {
        Some(Due::On(day)) => Some(day).filter(|day| *day >= first),
        Some(Due::AtOnce) => found_on,
        Some(Due::Soon | Due::LongTerm) | None => None,
    };
    let done = whole_day(line.done_on).filter(|day| (first..=today).contains(day));
    let other = line.checked_by.clone().filter(|who| line.owner.as_ref() != Some(who));
    let far = match (line.state, done, other) {
        (Some(HazardState::Rectified), Some(day), Some(who)) => Far::Closed(day, who),
        (Some(HazardState::Rectified), Some(day), None) => Far::Rectified(day),
        _ => Far::Open,
    };
    let note = match (line.state, &far) {
        (Some(HazardState::Rectified), Far::Open) => {
            Some("原表写已整改，没有能用的完成日期，按还没有整改登记；核对以后请登记整改完成。".to_owned())
        }
        (Some(HazardState::Rectified), Far::Rectified(_)) if line.checked_by.is_some() => {
            Some("验收人就是责任人，按待验收登记，请由别人复查。".to_owned())
        }
        (Some(HazardState::Rectified), Far::Rectified(_)) => {
            Some("原表没有验收人，按待验收登记。".to_owned())
        }
        _ => None,
    };
    let state = match far {
        Far::Closed(..) => "已销号",
        Far::Rectified(_) => "待验收",
        Far::Open => "没有整改完",
    };
    let row = HazardImportRow {
        row: line.row,
        matter: matter.to_owned(),
        place: place.clone(),
        found_on,
        kind: kind(line),
        grade: grade(line),
        assured_by: line.owner.clone(),
        due_on,
        state,
        held: false,
        wrong: wrong.map(str::to_owned),
        note,
    };
    let told: Vec<String> = [
        line.kind.as_ref().map(|told| format!("原表类别：{told}")),
        line.grade.as_ref().map(|told| format!("原表等级：{told}")),
        line.state.map(|state| format!("原表状态：{}", state.label())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let input = HazardInput {
        id: None,
        found_on: first,
        found_at: None,
        finder: None,
        found_how: HazardFound::Other,
        unit: line.department.clone().or_else(|| line.area.clone()),
        place: place.unwrap_or_default(),
        kind: row.kind,
        matter: matter.to_owned(),
        details: Some(told.join("；")).filter(|told| !told.is_empty()),
        basis: line.basis.clone(),
        grade: row.grade,
        grade_reason: None,
        danger: false,
        evacuees: None,
        late_entry: Some(format!("从隐患台账第{}行导入", line.row)),
    };
    Taken {
        row, input, measures: line.measure.clone(), funds: line.funds.map(|sum| format!("{sum}元")), far
    }
}

/// What a file would bring, each hazard beside what stands already.
fn all(connection: &Connection, sheet: &HazardSheet, today: NaiveDate) -> Result<Vec<Taken>, Problem> {
    let count: usize = sheet.lines.iter().map(|line| line.found.len()).sum();
    if count > MOST {
        let message = format!("这张表里有{count}件隐患，一次最多导入{MOST}件，请分成几张表。");
        return Err(Problem::input("file", message));
    }
    let sql = "SELECT 1 FROM live_hazard WHERE found_on = ?1 AND place = ?2 AND matter = ?3";
    let mut stands = connection.prepare_cached(sql)?;
    let mut taken_over: Vec<Taken> = Vec::with_capacity(count);
    for line in &sheet.lines {
        for matter in &line.found {
            let mut one = taken(line, matter, today);
            let same = |other: &Taken| {
                let key = |of: &Taken| (of.input.found_on, of.input.place.clone(), of.input.matter.clone());
                other.row.wrong.is_none() && key(other) == key(&one)
            };
            one.row.held = one.row.wrong.is_none()
                && (taken_over.iter().any(same)
                    || stands.exists((
                        one.input.found_on,
                        one.input.place.trim(),
                        one.input.matter.trim(),
                    ))?);
            taken_over.push(one);
        }
    }
    Ok(taken_over)
}

fn count(all: &[Taken], is: impl Fn(&HazardImportRow) -> bool) -> u32 {
    u32::try_from(all.iter().filter(|one| is(&one.row)).count()).unwrap_or(u32::MAX)
}

/// What a file would bring.
///
/// Errors: `bad_input` for a file with too many rows.
pub fn look(
    connection: &Connection,
    sheet: &HazardSheet,
    sha256: &str,
    today: NaiveDate,
) -> Result<HazardImport, Problem> {
    let all = all(connection, sheet, today)?;
    Ok(HazardImport {
        sha256: sha256.to_owned(),
        page: sheet.page.clone(),
        fits: count(&all, |row| row.wrong.is_none() && !row.held),
        held: count(&all, |row| row.held),
        wrong: count(&all, |row| row.wrong.is_some()),
        pictures: sheet.pictures,
        passed: sheet.passed,
        problems: sheet.problems.clone(),
        rows: all.into_iter().map(|one| one.row).collect(),
    })
}

/// Takes what fits of a file in one step.
///
/// Errors: `nothing_new` where nothing fits; `bad_input` for a file with too many rows.
pub fn take(tx: &Tx, book: &law::LawBook, sheet: &HazardSheet) -> Result<HazardsTaken, Problem> {
    let all = all(tx, sheet, tx.today())?;
    let mut taken = HazardsTaken {
        added: 0,
        held: count(&all, |row| row.held),
        wrong: count(&all, |row| row.wrong.is_some()),
    };
    for one in all.iter().filter(|one| one.row.wrong.is_none() && !one.row.held) {
        let at_row = |problem: Problem| {
            Problem::new(&problem.code, format!("第{}行：{}", one.row.row, problem.message)).at("file")
        };
        keep(tx, book, one).map_err(at_row)?;
        taken.added += 1;
    }
    if taken.added == 0 {
        return Err(Problem::new("nothing_new", "这张表里没有可以登记的新隐患。").at("file"));
    }
    Ok(taken)
}

fn keep(tx: &Tx, book: &law::LawBook, one: &Taken) -> Result<(), Problem> {
    let id = save(tx, &one.input)?;
    let assurances = HazardAssurances {
        id,
        assured_by: one.row.assured_by.clone(),
        measures: one.measures.clone(),
        funds: one.funds.clone(),
        due_on: one.row.due_on,
        plan: None,
    };
    if super::rules::lacking(&assurances).len() < 5 {
        save_assurances(tx, &assurances)?;
    }
    let event = |kind: HazardEventKind, on: NaiveDate, who: Option<String>| HazardEventInput {
        id: None,
        hazard: id,
        kind,
        happened_on: on,
        happened_at: None,
        text: format!("原台账登记{}整改完成", day_words(on)),
        who,
        answer: None,
        level: None,
        until_on: None,
        late_entry: one.input.late_entry.clone(),
    };
    match &one.far {
        Far::Open => {}
        Far::Rectified(day) => {
            save_event(tx, book, &event(HazardEventKind::Rectified, *day, None))?;
        }
        Far::Closed(day, who) => {
            save_event(tx, book, &event(HazardEventKind::Rectified, *day, None))?;
            save_event(tx, book, &event(HazardEventKind::Passed, *day, Some(who.clone())))?;
            save_event(tx, book, &event(HazardEventKind::Closed, *day, None))?;
        }
    }
    Ok(())
}
