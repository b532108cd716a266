//! Reads a pasted sheet into records, row by row, and says of each what keeps it from being one. Whose a row is, and whether the
//! person has the record already, is `mod`'s.

use chrono::{Datelike, NaiveDate};
use sheet::{Book, Row};

use super::columns::{CertificateColumn, HonourColumn, TrainingColumn};
use super::model::{FileRecordKind, RecordSheet};
use crate::Problem;
use crate::members::dossier::model::{
    Certificate, CertificateKind, Honour, HonourKind, HonourLevel, Training,
};
use crate::members::model::PersonId;
use crate::members::roster::{Precision, RosterDate, Severity, latest};
use crate::sheets::table::{Columns, Table, Whose};

/// A record whose person is not looked up yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Record {
    Certificate(Certificate),
    Training(Training),
    Honour(Honour),
}

/// A row as it was read; what is wrong in it stands in the place of the record.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub row: u32,
    pub whose: Whose,
    pub read: Result<Record, String>,
}

/// The sheet as it was read.
#[derive(Debug)]
pub(super) struct Sheet {
    pub lines: Vec<Line>,
    pub passed: u32,
    pub unused: Vec<String>,
}

/// Reads a sheet of records.
///
/// Errors: `bad_input` at `text` where the headings do not say what is asked for.
pub(super) fn read(book: &Book, input: &RecordSheet, today: NaiveDate) -> Result<Sheet, Problem> {
    match input.kind {
        FileRecordKind::Certificate => {
            let kind = input.certificate;
            sheet(book, today, "证书名称", |table, row| certificate(table, row, kind))
        }
        FileRecordKind::Training => sheet(book, today, "培训内容", training),
        FileRecordKind::Honour => {
            let rest = (input.honour, input.level);
            sheet(book, today, "荣誉名称", |table, row| honour(table, row, rest))
        }
    }
}

/// Nobody yet: the person is looked up later.
fn nobody() -> PersonId {
    uuid::Uuid::nil().into()
}

fn sheet<'b, C: Columns>(
    book: &'b Book,
    today: NaiveDate,
    wanted: &str,
    mut one: impl FnMut(&mut Table<'b, C>, &'b Row) -> Result<Record, String>,
) -> Result<Sheet, Problem> {
    let lacks = |what: &str| {
        let message = format!("没有找到“{what}”这一列。请把列名和下面的行一起复制，列名写在第一行。");
        Problem::input("text", message)
    };
    let mut table = Table::<C>::of(book, today).ok_or_else(|| lacks(wanted))?;
    let who = C::WHO.ok_or_else(|| lacks("姓名"))?;
    if [who.name, who.number, who.id].iter().all(|column| table.column(*column).is_none()) {
        return Err(lacks("姓名"));
    }
    let mut lines = Vec::new();
    for row in table.rows() {
        let from = table.problems.len();
        let Some(whose) = table.whose(row) else {
            let told = "没有姓名、工号或证件号码，不知道是谁的。".to_owned();
            lines.push(Line { row: row.number, whose: Whose::default(), read: Err(told) });
            continue;
        };
        let mut read = one(&mut table, row);
        // A cell that can be read in two ways, or in none, is decided by nobody here: the sheet is put right and pasted again.
        let doubt = table.problems.get(from..).unwrap_or_default().iter();
        if let Some(doubt) = doubt.into_iter().find(|problem| problem.severity != Severity::Note) {
            read = Err(doubt.message.clone());
        }
        lines.push(Line { row: row.number, whose, read });
    }
    let unused = table.head.unknown.iter().map(|(_, heading)| heading.clone());
    Ok(Sheet {
        lines,
        unused: unused.filter(|heading| !heading.trim().is_empty()).collect(),
        passed: table.passed,
    })
}

/// A day that is a day: a record needs more than a month.
pub(super) fn whole_day(day: Option<RosterDate>, what: &str) -> Result<Option<NaiveDate>, String> {
    match day {
        Some(day) if day.precision != Precision::Day => Err(format!("{what}只写到月或年，请写到日。")),
        day => Ok(day.map(|day| day.date)),
    }
}

fn certificate<'b>(
    table: &mut Table<'b, CertificateColumn>,
    row: &'b Row,
    kind: Option<CertificateKind>,
) -> Result<Record, String> {
    use CertificateColumn as C;
    let written = table.text(row, C::Kind);
    let kind = match written.as_deref() {
        Some(word) => Some(certificate_kind(word).ok_or_else(|| {
            format!("证书类别“{word}”认不出，请写职业技能等级证书、特种作业操作证、职称或者其他证书。")
        })?),
        None => kind,
    };
    Ok(Record::Certificate(Certificate {
        id: None,
        person: nobody(),
        kind: kind.ok_or("没有写证书的类别，请在上面选一种。")?,
        name: table.text(row, C::Certificate).ok_or("没有写证书名称。")?,
        grade: table.text(row, C::Grade),
        number: table.text(row, C::Number),
        issuer: table.text(row, C::Issuer),
        issued_on: whole_day(table.day(row, C::IssuedOn), "发证日期")?,
        valid_until: until(table, row)?,
    }))
}

/// 长期 is no day: such a certificate does not run out.
fn until<'b>(table: &mut Table<'b, CertificateColumn>, row: &'b Row) -> Result<Option<NaiveDate>, String> {
    let at = CertificateColumn::ValidUntil;
    let open =
        table.cell(row, at).is_some_and(|at| ["长期", "长期有效", "永久"].contains(&at.cell.show().trim()));
    if open { Ok(None) } else { Ok(table.day(row, at).map(latest)) }
}

fn training<'b>(table: &mut Table<'b, TrainingColumn>, row: &'b Row) -> Result<Record, String> {
    use TrainingColumn as C;
    let hours = match table.text(row, C::Hours) {
        Some(text) => {
            let digits = text.trim_end_matches(['个', '学', '课', '时', '小']).trim();
            let digits = digits.strip_suffix(".0").unwrap_or(digits);
            Some(digits.parse().map_err(|_| format!("“{text}”不是学时数，请写成整数，或者留空。"))?)
        }
        None => None,
    };
    Ok(Record::Training(Training {
        id: None,
        person: nobody(),
        course: table.text(row, C::Course).ok_or("没有写培训内容。")?,
        trained_on: whole_day(table.day(row, C::TrainedOn), "培训日期")?
            .ok_or("没有写培训日期；几天的培训写最后一天。")?,
        hours,
        provider: table.text(row, C::Provider),
    }))
}

fn honour<'b>(
    table: &mut Table<'b, HonourColumn>,
    row: &'b Row,
    (kind, level): (Option<HonourKind>, Option<HonourLevel>),
) -> Result<Record, String> {
    use HonourColumn as C;
    let kind = match table.text(row, C::Kind).as_deref() {
        Some(word) => Some(
            honour_kind(word).ok_or_else(|| format!("荣誉类别“{word}”认不出，请照列出的写，或者空着。"))?,
        ),
        None => kind,
    };
    let level = match table.text(row, C::Level).as_deref() {
        Some(word) => Some(
            honour_level(word)
                .ok_or_else(|| format!("级别“{word}”认不出，请写全国、省级、市级、县级或者本单位。"))?,
        ),
        None => level,
    };
    Ok(Record::Honour(Honour {
        id: None,
        person: nobody(),
        kind: kind.ok_or("没有写荣誉的类别，请在上面选一种。")?,
        level: level.ok_or("没有写荣誉的级别，请在上面选一种。")?,
        name: table.text(row, C::Honour).ok_or("没有写荣誉名称。")?,
        year: year(table, row)?,
        issuer: table.text(row, C::Issuer),
    }))
}

/// The year of an honour: a year, or the day on which it was given.
fn year<'b>(table: &mut Table<'b, HonourColumn>, row: &'b Row) -> Result<i32, String> {
    let text = table.text(row, HonourColumn::Year).ok_or("没有写年度。")?;
    let digits = text.trim().trim_end_matches(['年', '度']);
    match digits.parse() {
        Ok(year) => Ok(year),
        Err(_) => match table.day(row, HonourColumn::Year) {
            Some(day) => Ok(day.date.year()),
            None => Err(format!("年度“{text}”认不出，请写四位数的年份。")),
        },
    }
}

fn certificate_kind(word: &str) -> Option<CertificateKind> {
    let known = |words: &[&str]| words.iter().any(|one| word.contains(one));
    let by_label = CertificateKind::ALL.iter().copied().find(|kind| kind.label() == word);
    by_label.or_else(|| {
        if known(&["特种作业", "操作证", "特种设备"]) {
            Some(CertificateKind::Operation)
        } else if known(&["技能", "职业资格"]) {
            Some(CertificateKind::Skill)
        } else if known(&["职称", "专业技术"]) {
            Some(CertificateKind::Title)
        } else {
            known(&["其他", "其它"]).then_some(CertificateKind::Other)
        }
    })
}

fn honour_kind(word: &str) -> Option<HonourKind> {
    let known = |words: &[&str]| words.iter().any(|one| word.contains(one));
    if known(&["劳动模范", "劳模", "先进工作者"]) {
        Some(HonourKind::ModelWorker)
    } else if known(&["五一"]) {
        Some(HonourKind::MayDayMedal)
    } else if known(&["工匠"]) {
        Some(HonourKind::Craftsman)
    } else if known(&["工会工作者", "工会积极分子", "积极分子"]) {
        Some(HonourKind::UnionActivist)
    } else {
        known(&["其他", "其它"]).then_some(HonourKind::Other)
    }
}

fn honour_level(word: &str) -> Option<HonourLevel> {
    let known = |words: &[&str]| words.iter().any(|one| word.contains(one));
    // 自治区 is a province and 设区市 a city: the wider words are looked for first.
    if known(&["全国", "国家"]) {
        Some(HonourLevel::National)
    } else if known(&["本单位", "公司", "厂", "企业", "集团"]) {
        Some(HonourLevel::Unit)
    } else if known(&["省", "自治区"]) {
        Some(HonourLevel::Province)
    } else if known(&["县"]) {
        Some(HonourLevel::County)
    } else if known(&["市"]) {
        Some(HonourLevel::City)
    } else {
        known(&["区"]).then_some(HonourLevel::County)
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
