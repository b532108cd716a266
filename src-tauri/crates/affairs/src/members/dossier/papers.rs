//! What the paper of a person's file is filled with: in full for the person and the file, or masked for others. The lines of
//! the records stand on the copy of a person's own data as well; how both look is their templates'.

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::model::{DossierCase, DossierFile, HealthExam};
use super::whole;
use crate::Problem;
use crate::duty::day_words;
use crate::members::days::words;
use crate::members::model::PersonId;
use crate::members::store;
use crate::mention::Mention;
use crate::office::model::{Filled, PaperLine};
use crate::union;
use crate::union::model::{Shown, Sight};

/// 电子档案, made from a person: `<id>` in full, `masked:<id>` for others.
pub const DOSSIER: &str = "members.dossier";
/// A look at health for a paper that tells it.
pub const HEALTH_PAPER: &str = "members.healthPaper";
/// What stands before the person's id where the paper is masked.
const MASKED: &str = "masked:";

/// Whose paper, and whether it is in full.
///
/// Errors: `not_found`.
pub fn asked(of: &str) -> Result<(PersonId, bool), Problem> {
    let id = of.strip_prefix(MASKED);
    let person = id.unwrap_or(of).parse().map_err(|_| Problem::missing("个人"))?;
    Ok((person, id.is_none()))
}

/// One line of a file as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordLine {
    /// 劳动合同, on the first line of its kind; empty below it.
    pub section: &'static str,
    /// What.
    pub what: String,
    /// More of it.
    pub detail: String,
    /// The day in words, or empty.
    pub on: String,
}

/// What other affairs hand over for the paper.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Affairs that the person is a party of.
    pub cases: Vec<DossierCase>,
    /// Offices held.
    pub offices: Vec<Mention>,
    /// Work at platforms.
    pub platform: Vec<Mention>,
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("，")
}

fn until(word: &str, day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| format!("{word}{}", day_words(day)))
}

fn line(section: &'static str, what: String, detail: String, on: Option<String>) -> RecordLine {
    RecordLine { section, what, detail, on: on.unwrap_or_default() }
}

/// The records of the file in the order of the page, the kind on the first line of each.
pub(crate) fn records(file: &DossierFile) -> Vec<RecordLine> {
    let mut lines = Vec::new();
    for one in &file.contracts {
        let record = &one.record;
        let detail = joined([
            until("到", record.until),
            until("试用期到", record.probation_until),
            until("解除或终止于", record.ended_on),
            record.note.clone(),
        ]);
        let on = format!("{}起", day_words(record.from));
        lines.push(line("劳动合同", record.term.label().to_owned(), detail, Some(on)));
    }
    for one in &file.certificates {
        let record = &one.record;
        let grade = match (&record.grade, &one.eight) {
            (Some(grade), Some(eight)) => Some(format!("{grade}（{eight}）")),
            (grade, _) => grade.clone(),
        };
        let number = record.number.as_ref().map(|number| format!("编号{number}"));
        let detail = joined([grade, number, record.issuer.clone(), until("有效期至", record.valid_until)]);
        let what = format!("{}：{}", record.kind.label(), record.name);
        lines.push(line("证书", what, detail, record.issued_on.map(day_words)));
    }
    for one in &file.trainings {
        let detail = joined([one.hours.map(|hours| format!("{hours}学时")), one.provider.clone()]);
        lines.push(line("培训", one.course.clone(), detail, Some(day_words(one.trained_on))));
    }
    for exam in file.health.exams.iter().filter_map(|one| one.record.as_ref()) {
        lines.push(exam_line(exam));
    }
    for one in &file.honours {
        let detail = joined([Some(one.level.label().to_owned()), one.issuer.clone()]);
        let what = format!("{}：{}", one.kind.label(), one.name);
        lines.push(line("荣誉", what, detail, Some(format!("{}年", one.year))));
    }
    headed(lines)
}

fn exam_line(exam: &HealthExam) -> RecordLine {
    let hazards: Vec<String> = exam.hazards.iter().map(|hazard| hazard.words()).collect();
    let conclusion = exam.conclusion.map_or("结论还没有登记", |conclusion| conclusion.label());
    let detail = joined([
        Some(format!("接触{}", hazards.join("、"))),
        Some(conclusion.to_owned()),
        exam.institution.clone(),
        until("报告写明下次", exam.next_on),
        exam.note.clone(),
    ]);
    line("职业健康检查", exam.kind.label().to_owned(), detail, Some(day_words(exam.examined_on)))
}

/// The kind stands on the first line of its own, as the table joins them.
fn headed(lines: Vec<RecordLine>) -> Vec<RecordLine> {
    let mut before = "";
    let head = |mut line: RecordLine| {
        let section = std::mem::replace(&mut before, line.section);
        if section == line.section {
            line.section = "";
        }
        line
    };
    lines.into_iter().map(head).collect()
}

/// The paper of one person as it stands in a list, for whoever asked for it: there is one for everybody, so that no list holds
/// them unasked.
///
/// Errors: `not_found`.
pub fn listed(connection: &Connection, of: &str) -> Result<PaperLine, Problem> {
    let (id, full) = asked(of)?;
    let (name, _) = store::name_and_sex(connection, id)?;
    let affair = if full { "完整的一份，存档或者给本人" } else { "给别人看的一份" };
    Ok(PaperLine {
        kind: DOSSIER.to_owned(),
        of: of.to_owned(),
        title: format!("{name}电子档案"),
        affair: affair.to_owned(),
        dated: None,
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    })
}

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Fact {
    name: String,
    value: String,
}

#[derive(Serialize)]
struct DossierPaper {
    union: Named,
    person: Named,
    masked: bool,
    standing: String,
    facts: Vec<Fact>,
    records: Vec<RecordLine>,
    left_out: String,
    leave: String,
    dues: String,
    day: NaiveDate,
}

/// The paper. What the masked one and a reader without the right leave out is named, without a count.
///
/// Errors: `not_found`.
pub fn fill(
    connection: &Connection,
    book: &LawBook,
    of: &str,
    today: NaiveDate,
    may_read_health: bool,
    beside: Beside,
) -> Result<Filled, Problem> {
    let (id, full) = asked(of)?;
    let shown = |may: bool| if may { Shown::Full } else { Shown::Never };
    let sight = Sight {
        identity: if full { Shown::Full } else { Shown::Masked },
        health: shown(full && may_read_health),
        ..Sight::default()
    };
    let file = whole::of_person(connection, book, today, id, sight)?;
    let mut left_out = Vec::new();
    if sight.health != Shown::Full {
        left_out.push("职业健康检查");
    }
    let mut lines = main_lines(&file);
    if full {
        lines.extend(beside.cases.iter().map(|case| {
            let detail = joined([Some(case.number.clone()), Some(case.state.clone())]);
            line("维权", case.what.clone(), detail, case.on.map(day_words))
        }));
    } else {
        left_out.push("维权事项");
    }
    let said = |section, one: &Mention| {
        line(section, one.affair.clone(), one.what.clone(), one.on.as_deref().map(words))
    };
    lines.extend(beside.offices.iter().map(|one| said("任职", one)));
    lines.extend(beside.platform.iter().map(|one| said("平台从业", one)));
    let context = DossierPaper {
        union: Named { name: union::store::union_record(connection)?.name },
        masked: !full,
        standing: match &file.number {
            Some(number) => format!("{}，会员号{number}", file.standing),
            None => file.standing.clone(),
        },
        facts: file
            .facts
            .iter()
            .map(|one| Fact { name: one.name.clone(), value: one.value.clone() })
            .collect(),
        records: headed(lines),
        left_out: left_out.join("、"),
        leave: file.leave.as_ref().map(|leave| leave.why.text.clone()).unwrap_or_default(),
        dues: file.dues.as_ref().filter(|_| full).map(|dues| dues.text.clone()).unwrap_or_default(),
        day: today,
        person: Named { name: file.name.clone() },
    };
    let title = format!("{}电子档案（{}年）", file.name, today.year());
    Filled::new("members/dossier", of.to_owned(), title, Vec::new(), &context)
}

/// Employment and membership first, then the records; each with its kind, so that what follows can be joined to it.
fn main_lines(file: &DossierFile) -> Vec<RecordLine> {
    let mut lines = Vec::new();
    for job in &file.jobs {
        let form = job.form.label().to_owned();
        // Where no employer is named the form stands in its place, once.
        let (what, form) = match job.employer.clone() {
            Some(employer) => (employer, Some(form)),
            None => (form, None),
        };
        let detail = joined([job.shop.clone(), job.post.clone(), form, until("到", job.left_on)]);
        lines.push(line("用工", what, detail, job.hired_on.as_deref().map(words)));
    }
    let mut section = "";
    for one in records(file) {
        if !one.section.is_empty() {
            section = one.section;
        }
        lines.push(RecordLine { section, ..one });
    }
    for one in &file.events {
        let detail = one.reason.clone().unwrap_or_default();
        lines.push(line("会籍", one.what.to_owned(), detail, one.on.as_deref().map(words)));
    }
    lines
}
