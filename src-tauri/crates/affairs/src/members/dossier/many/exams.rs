//! Health exams of many people from the report of an exam institution: each row is judged first, whose it is and what keeps it from
//! being kept, then the good ones are kept in one step. How a report is read stands in `sheets::exams`; who may take one is `desk`'s.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::Connection;

use super::MOST;
use super::model::RecordsKept;
use super::read::whole_day;
use crate::Problem;
use crate::members::certificates::holders;
use crate::members::dossier::model::{ExamConclusion, ExamKind, Hazard, HazardKind, HealthExam};
use crate::members::dossier::{NOISE, check_exam, save_exam};
use crate::members::model::PersonId;
use crate::members::roster::Severity;
use crate::members::roster::names::half_width;
use crate::sheets::exams::{ExamConclusion as Found, ExamLine, ExamSheet};
use crate::sheets::{ExamCounts, SheetProblemKind};
use crate::union::model::Shown;

/// So many rows that cannot be kept are told.
const TOLD: usize = 200;

/// Grades as reports write them before 级, the longer first.
const GRADES: [(&str, u32); 12] = [
    ("iii", 3),
    ("iv", 4),
    ("ii", 2),
    ("i", 1),
    ("ⅲ", 3),
    ("ⅳ", 4),
    ("ⅱ", 2),
    ("ⅰ", 1),
    ("四", 4),
    ("三", 3),
    ("二", 2),
    ("一", 1),
];

/// What an exam is told from others of the same person by.
type Mark = (PersonId, NaiveDate, ExamKind);

fn mark(exam: &HealthExam) -> Mark {
    (exam.person, exam.examined_on, exam.kind)
}

/// A row that was judged: somebody's exam, or why it is none.
struct Judged {
    row: u32,
    name: String,
    exam: Result<HealthExam, String>,
}

impl Judged {
    /// 第7行张三：没有写结论。 What a cell was asked about names its row already.
    fn said(&self, why: &str) -> String {
        let place = format!("第{}行", self.row);
        match why.strip_prefix(place.as_str()) {
            Some(rest) => format!("{place}{}{rest}", self.name),
            None => format!("{place}{}：{why}", self.name),
        }
    }
}

/// Tells how the exams of a report stand to the people of the ledger, who are told by their numbers as far as `identity` may be
/// seen; nothing is kept.
///
/// Errors: `bad_input` at `text` of more rows than can be looked through.
pub fn read_exams(
    connection: &Connection,
    sheet: &ExamSheet,
    today: NaiveDate,
    identity: Shown,
) -> Result<ExamCounts, Problem> {
    let mut held = held(connection)?;
    let mut counts = ExamCounts::default();
    for one in judge(connection, sheet, today, identity)? {
        match &one.exam {
            Ok(exam) if held.insert(mark(exam)) => counts.fits += 1,
            Ok(_) => counts.held += 1,
            Err(why) => {
                counts.wrong += 1;
                if counts.told.len() < TOLD {
                    counts.told.push(one.said(why));
                }
            }
        }
    }
    Ok(counts)
}

/// Keeps the exams of a report that can be kept, as far as `identity` tells whose they are. Who may is `desk`'s.
///
/// Errors: `bad_input` at `text` of more rows than can be looked through; `nothing_new` where no row is left.
pub fn keep_exams(tx: &Tx, sheet: &ExamSheet, identity: Shown) -> Result<RecordsKept, Problem> {
    let mut held = held(tx)?;
    let mut kept = RecordsKept { added: 0, held: 0, wrong: 0 };
    for one in judge(tx, sheet, tx.today(), identity)? {
        match &one.exam {
            Ok(exam) if held.insert(mark(exam)) => {
                save_exam(tx, exam)?;
                kept.added += 1;
            }
            Ok(_) => kept.held += 1,
            Err(_) => kept.wrong += 1,
        }
    }
    if kept.added == 0 {
        let message = match kept.held {
            0 => "没有一行能登记，请照逐行的说明把表改好，再导入一次。",
            _ => "能登记的都已经登记过了，没有改动。",
        };
        return Err(Problem::new("nothing_new", message).at("text"));
    }
    Ok(kept)
}

/// The exams that people have already.
fn held(connection: &Connection) -> Result<HashSet<Mark>, Problem> {
    let mut statement = connection.prepare("SELECT person_id, examined_on, kind FROM live_health_exam")?;
    let mut rows = statement.query([])?;
    let mut all = HashSet::new();
    while let Some(row) = rows.next()? {
        if let Some(kind) = ExamKind::of(&row.get::<_, String>(2)?) {
            all.insert((row.get::<_, PersonId>(0)?, row.get::<_, NaiveDate>(1)?, kind));
        }
    }
    Ok(all)
}

/// Every row in the order of the file, those of nobody among them.
fn judge(
    connection: &Connection,
    sheet: &ExamSheet,
    today: NaiveDate,
    identity: Shown,
) -> Result<Vec<Judged>, Problem> {
    if sheet.lines.len() > MOST {
        let message = format!("一次最多{MOST}行，这里有{}行，请分成几个文件导入。", sheet.lines.len());
        return Err(Problem::input("text", message));
    }
    let people = holders(connection, identity)?;
    let mut all = Vec::new();
    // A cell that can be read in two ways, or in none, is decided by nobody here. A hazard without a cycle is no doubt.
    let mut doubts: HashMap<u32, &str> = HashMap::new();
    for problem in &sheet.problems {
        if problem.kind == SheetProblemKind::Nobody {
            let exam = Err(problem.message.clone());
            all.push(Judged { row: problem.row, name: String::new(), exam });
        } else if problem.severity != Severity::Note && problem.kind != SheetProblemKind::NoCycle {
            doubts.entry(problem.row).or_insert(problem.message.as_str());
        }
    }
    for line in &sheet.lines {
        let read = match (people.meant(&line.whose).person(), doubts.get(&line.row)) {
            (Err(why), _) => Err(why),
            (Ok(_), Some(doubt)) => Err((*doubt).to_owned()),
            (Ok(person), None) => exam(line, person),
        };
        let exam = read.and_then(|exam| check_exam(&exam, today).map(|()| exam).map_err(|why| why.message));
        let numbered = line.whose.work_number.clone().unwrap_or_default();
        let name = if line.whose.name.is_empty() { numbered } else { line.whose.name.clone() };
        all.push(Judged { row: line.row, name, exam });
    }
    apart(&mut all);
    all.sort_by_key(|one| one.row);
    Ok(all)
}

/// Rows of one exam that say different things are all left: which of them holds, only the institution knows.
fn apart(all: &mut [Judged]) {
    let mut firsts: HashMap<Mark, Option<HealthExam>> = HashMap::new();
    for exam in all.iter().filter_map(|one| one.exam.as_ref().ok()) {
        let first = firsts.entry(mark(exam)).or_insert_with(|| Some(exam.clone()));
        if first.as_ref() != Some(exam) {
            *first = None;
        }
    }
    for one in all.iter_mut() {
        let differs =
            one.exam.as_ref().is_ok_and(|exam| firsts.get(&mark(exam)).is_some_and(Option::is_none));
        if differs {
            let why = "表里这个人同一天的检查有几行，写的不一样，请并成一行，危害因素写在一起。";
            one.exam = Err(why.to_owned());
        }
    }
}

/// The exam that a row tells of a person; else what it lacks.
fn exam(line: &ExamLine, person: PersonId) -> Result<HealthExam, String> {
    let examined_on = whole_day(line.exam_on, "检查日期")?.ok_or("没有写检查日期。")?;
    let conclusion = match line.conclusion {
        Some(Found::Clear) => ExamConclusion::Normal,
        Some(Found::Again) => ExamConclusion::Recheck,
        Some(Found::Suspected) => ExamConclusion::Suspected,
        Some(Found::Contraindicated) => ExamConclusion::Contraindication,
        Some(Found::OtherFinding) => ExamConclusion::Other,
        None => return Err("没有写结论；报告还没有出来的，等有了结论再登记。".to_owned()),
    };
    let hazards = hazards(&line.hazards);
    if hazards.is_empty() {
        return Err("没有写危害因素；报告上没有列名的写“其他因素”。".to_owned());
    }
    Ok(HealthExam {
        id: None,
        person,
        kind: kind(line.kind.as_deref())?,
        examined_on,
        institution: line.institution.clone(),
        hazards,
        conclusion: Some(conclusion),
        next_on: whole_day(line.next_told, "下次检查日期")?,
        note: note(line, conclusion),
    })
}

fn kind(written: Option<&str>) -> Result<ExamKind, String> {
    const KINDS: &str = "请写上岗前、在岗期间、离岗时或者应急。";
    let Some(word) = written else { return Err(format!("没有写检查类别，{KINDS}")) };
    let says = |one: &str| word.contains(one);
    // 离岗后 is a follow-up of those who are gone, and none of the four.
    let found = [
        (ExamKind::Before, says("岗前") && !says("离岗")),
        (ExamKind::During, says("在岗") || says("岗中")),
        (ExamKind::Leaving, says("离岗") && !says("离岗后")),
        (ExamKind::Emergency, says("应急")),
    ];
    let mut found = found.iter().filter(|(_, said)| *said).map(|(kind, _)| *kind);
    match (found.next(), found.next()) {
        (Some(kind), None) => Ok(kind),
        _ => Err(format!("检查类别“{word}”认不出，{KINDS}")),
    }
}

/// Whether a cell of hazards says that there is none.
fn none(written: &str) -> bool {
    matches!(written, "无" | "-" | "—" | "——" | "/")
}

/// What a report names, each kind once with its graver measure.
fn hazards(written: &[String]) -> Vec<Hazard> {
    let mut all: Vec<Hazard> = Vec::new();
    for one in written.iter().filter(|one| !none(one)).map(|one| hazard(one)) {
        match all.iter_mut().find(|known| known.kind == one.kind) {
            Some(known) => known.level = known.graver(one),
            None => all.push(one),
        }
    }
    all
}

/// What a hazard counts as, by the names that the rules of cycles have. Any other stays 其他因素, whose next exam only the report
/// names; its own name is kept in the note.
fn hazard(written: &str) -> Hazard {
    let plain: String = written.chars().map(half_width).collect::<String>().to_lowercase();
    let name = plain.split('(').next().unwrap_or_default().trim();
    let kind = match name {
        "铅" | "铅烟" | "铅尘" | "苯" | "二硫化碳" | "锰" | "甲醛" => HazardKind::LeadAndKin,
        "甲醇" | "一氧化碳" | "硫化氢" => HazardKind::MethanolAndKin,
        "四氯化碳" => HazardKind::CarbonTetrachloride,
        "毒物" | "其他毒物" | "化学毒物" => HazardKind::Toxic,
        _ if name.starts_with("铅及") || name.starts_with("锰及") => HazardKind::LeadAndKin,
        _ if name.contains("噪声") || name.contains("噪音") => HazardKind::Noise,
        _ if name.starts_with("高温") => HazardKind::Heat,
        _ if name.contains('尘') => HazardKind::Dust,
        _ => HazardKind::Other,
    };
    Hazard { kind, level: level(&plain, kind) }
}

/// The decibels or the grade that stand with a hazard; a fraction is dropped. Digits of a name (1,2-二氯乙烷) are no measure.
fn level(plain: &str, kind: HazardKind) -> Option<u32> {
    let noise = kind == HazardKind::Noise;
    kind.measure()?;
    let units: &[&str] = if noise { &["db", "分贝"] } else { &["级"] };
    let before = units.iter().find_map(|unit| plain.split_once(*unit)).map(|(before, _)| before.trim_end());
    let whole = |number: &str| number.split('.').next().and_then(|digits| digits.parse::<u32>().ok());
    match before {
        Some(before) => {
            let number = before.rsplit(|c: char| !c.is_ascii_digit() && c != '.').next();
            let word = || GRADES.iter().find(|(word, _)| before.ends_with(*word)).map(|(_, grade)| *grade);
            number.and_then(whole).or_else(|| if noise { None } else { word() })
        }
        None if noise => {
            whole(plain.trim_matches(|c: char| !c.is_ascii_digit())).filter(|n| NOISE.contains(n))
        }
        None => None,
    }
}

/// What the record has no column for, as the report writes it: names that a kind of hazard takes together, the conclusion in its
/// own words, what the doctor advises.
fn note(line: &ExamLine, conclusion: ExamConclusion) -> Option<String> {
    let bare = |text: &str| text.trim().trim_end_matches(['。', '；', ';']).to_owned();
    let mut parts = Vec::new();
    if line.hazards.iter().any(|written| !written.contains(hazard(written).kind.label())) {
        parts.push(format!("危害因素：{}", line.hazards.join("、")));
    }
    if let Some(text) = line.conclusion_text.as_deref().map(bare)
        && text != conclusion.label()
    {
        parts.push(format!("结论：{text}"));
    }
    if let Some(text) = line.advice.as_deref().map(bare)
        && !none(&text)
    {
        parts.push(format!("建议：{text}"));
    }
    (!parts.is_empty()).then(|| format!("{}。", parts.join("；")))
}

#[cfg(test)]
#[path = "exams_tests.rs"]
mod tests;
