//! The report of health exams: who was examined for which hazards, with what conclusion, and when they are due again by the
//! strictest cycle of their hazards. Every cycle is the law packs'; what stands beside the rows is `beside`'s; which rows are kept,
//! and whose, `members::dossier::many` says.

mod beside;

use chrono::{Months, NaiveDate};
use law::{LawBook, Place, Rule, Unit};
use sheet::{Book, Cell, Row};

use super::problem::{SheetProblem, SheetProblemKind as K};
use super::table::{At, Columns, Table, Who, Whose, fits};
use crate::coded::coded;
use crate::members::roster::names::half_width;
use crate::members::roster::{RosterDate, Severity};

/// What a column of a report holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is named by its first heading
pub enum ExamColumn {
    Name,
    WorkNumber,
    Id,
    Number,
    Shop,
    Post,
    Hazards,
    Kind,
    Conclusion,
    Advice,
    ExamOn,
    NextOn,
    Institution,
}

impl Columns for ExamColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Name, &["姓名", "职工姓名", "受检者", "受检人"]),
        (Self::WorkNumber, &["工号", "员工编号", "职工编号"]),
        (Self::Id, &["证件号码", "身份证号", "身份证号码"]),
        (Self::Number, &["体检编号", "体检号", "检查编号", "体检档案号"]),
        (Self::Shop, &["部门", "车间", "单位", "所在部门"]),
        (Self::Post, &["岗位", "工种", "接害工种"]),
        (Self::Hazards, &["危害因素", "职业病危害因素", "接触危害因素", "接害因素", "有害因素"]),
        (Self::Kind, &["检查类别", "体检类别", "体检类型", "检查类型"]),
        (Self::Conclusion, &["结论", "体检结论", "检查结论", "主检结论", "体检结果"]),
        (Self::Advice, &["建议", "处理意见", "医学建议", "处理建议"]),
        (Self::ExamOn, &["检查日期", "体检日期", "检查时间", "体检时间"]),
        (Self::NextOn, &["下次检查日期", "下次体检日期", "下次检查时间", "下次体检时间"]),
        (Self::Institution, &["检查机构", "体检机构", "检查单位", "体检单位", "检查医院", "体检医院"]),
    ];
    const SIGNS: (&'static [Self], usize) = (&[Self::Hazards, Self::Conclusion, Self::Kind, Self::Advice], 2);
    const WHO: Option<Who<Self>> = Some(Who { name: Self::Name, number: Self::WorkNumber, id: Self::Id });
}

coded! {
    /// 职业健康检查结论.
    ExamConclusion {
        /// 目前未见异常.
        Clear = "clear", "目前未见异常";
        /// 复查.
        Again = "again", "复查";
        /// 疑似职业病.
        Suspected = "suspected", "疑似职业病";
        /// 职业禁忌证.
        Contraindicated = "contraindicated", "职业禁忌证";
        /// 其他疾病或异常.
        OtherFinding = "other", "其他疾病或异常";
    }
}

/// Words of free text and what they come to; the graver first.
const CONCLUSIONS: &[(&str, ExamConclusion)] = &[
    ("疑似职业病", ExamConclusion::Suspected),
    ("禁忌", ExamConclusion::Contraindicated),
    ("复查", ExamConclusion::Again),
    ("复检", ExamConclusion::Again),
    ("其他疾病", ExamConclusion::OtherFinding),
    ("其他异常", ExamConclusion::OtherFinding),
    ("未见异常", ExamConclusion::Clear),
    ("未见明显异常", ExamConclusion::Clear),
    ("未发现异常", ExamConclusion::Clear),
    ("合格", ExamConclusion::Clear),
    ("正常", ExamConclusion::Clear),
];

/// Whether a word of the text may be turned round by another: 未见职业禁忌证 is none, and 不合格 is not well. Nobody is told to have
/// what a report denies, nor to be well on half a sentence.
fn doubtful(text: &str, found: ExamConclusion) -> bool {
    let any = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    if found != ExamConclusion::Clear {
        return any(text, &["未见", "未发现", "未检出", "排除", "无需", "不需", "无职业", "无疑似"]);
    }
    let clear = ["未见明显异常", "未见其他异常", "未见异常", "未发现异常"];
    let rest = clear.iter().fold(text.to_owned(), |rest: String, word| rest.replace(*word, ""));
    any(&rest, &["异常", "不", "偏", "升高", "降低", "下降"])
}

/// How often someone is to be examined, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Months from one exam to the next.
    pub months: u32,
    /// The hazard that asks for it.
    pub hazard: String,
    /// 《…》….
    pub article: String,
}

/// Someone's exam.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamLine {
    /// Row in the file, counted from 1.
    pub row: u32,
    /// Whose.
    pub whose: Whose,
    /// 岗位.
    pub post: Option<String>,
    /// 危害因素, one by one.
    pub hazards: Vec<String>,
    /// 检查类别 as written.
    pub kind: Option<String>,
    /// 结论.
    pub conclusion: Option<ExamConclusion>,
    /// The conclusion as written.
    pub conclusion_text: Option<String>,
    /// 建议.
    pub advice: Option<String>,
    /// 检查日期.
    pub exam_on: Option<RosterDate>,
    /// The strictest cycle of the hazards.
    pub cycle: Option<Cycle>,
    /// The day of the next one as the report says it.
    pub next_told: Option<RosterDate>,
    /// That day; else by the cycle.
    pub next_on: Option<NaiveDate>,
    /// 检查机构.
    pub institution: Option<String>,
}

/// A report as it was read.
#[derive(Clone, Debug)]
pub struct ExamSheet {
    /// The page.
    pub page: String,
    /// The people.
    pub lines: Vec<ExamLine>,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
    /// Totals, notes and repeated headers that were passed over.
    pub passed: u32,
}

/// Reads the page of a book that is a report of health exams; none where there is none.
pub fn read(book: &Book, law: &LawBook, place: &Place, today: NaiveDate) -> Option<ExamSheet> {
    use ExamColumn as C;
    let mut table = Table::<C>::of(book, today)?;
    let (listed, mut headings) = beside::other_pages(book, fits::<C>(book)?.0);
    let mut lines = Vec::new();
    let mut numbers = Vec::new();
    // The conclusion that heads the rows which come now.
    let mut group: Option<beside::Said> = None;
    for row in table.rows() {
        if let Some(heading) = beside::heading(row).filter(|_| !is_own(&table, row)) {
            group = heading.said.clone().filter(|_| heading.names.is_empty());
            headings.push((row.number, heading));
            table.passed += 1;
            continue;
        }
        let number = table.text(row, C::Number);
        let nameless = [C::Name, C::WorkNumber, C::Id].iter().all(|what| table.cell(row, *what).is_none());
        let elsewhere =
            number.as_deref().filter(|_| nameless).and_then(|number| beside::by_number(&listed, number));
        let Some(whose) = elsewhere.cloned().or_else(|| table.whose(row)) else {
            group = None;
            continue;
        };
        // A heading without a conclusion.
        if whose.name.ends_with(['：', ':']) {
            group = None;
        }
        let hazards = table.text(row, C::Hazards).map(|text| several(&text)).unwrap_or_default();
        let exam_on = table.day(row, C::ExamOn);
        let cycle = strictest(&mut table, row, &hazards, (law, place, exam_on.map_or(today, |day| day.date)));
        let next_told = table.day(row, C::NextOn);
        let by_cycle = exam_on.zip(cycle.as_ref());
        let reckoned =
            by_cycle.and_then(|(day, cycle)| day.date.checked_add_months(Months::new(cycle.months)));
        let own = table.text(row, C::Conclusion);
        let (conclusion, conclusion_text) = match (own, &group) {
            (None, Some(said)) => (Some(said.conclusion), Some(said.text.clone())),
            (own, _) => (conclusion(&mut table, row, own.as_deref()), own),
        };
        if let (Some(own), Some(said)) = (conclusion, &group)
            && own != said.conclusion
        {
            let text = format!("写的结论和它上面的“{}”不一样；请核对。", said.text);
            ask(&mut table, row.number, &text);
        }
        numbers.push(number);
        lines.push(ExamLine {
            row: row.number,
            whose,
            post: table.text(row, C::Post),
            hazards,
            kind: table.text(row, C::Kind),
            conclusion,
            conclusion_text,
            advice: table.text(row, C::Advice),
            exam_on,
            cycle,
            next_told,
            next_on: next_told.map(|day| day.date).or(reckoned),
            institution: table.text(row, C::Institution),
        });
    }
    for (row, why) in beside::join(&mut lines, &numbers, &listed, &headings) {
        ask(&mut table, row, &why);
    }
    Some(ExamSheet { page: table.page.name.clone(), lines, problems: table.problems, passed: table.passed })
}

/// Whether the one cell of a row is its own conclusion or advice, whosever row it is. One that reaches over several columns is a
/// heading.
fn is_own(table: &Table<'_, ExamColumn>, row: &Row) -> bool {
    let columns = [ExamColumn::Conclusion, ExamColumn::Advice];
    columns.into_iter().filter_map(|what| table.column(what)).any(|column| {
        let wide = table.page.merge_at(row.number, column).is_some_and(|merge| merge.right > merge.left);
        !row.get(column).is_blank() && !wide
    })
}

/// Asks about a conclusion at its row; 0 for one of another page, which has no row here.
fn ask(table: &mut Table<'_, ExamColumn>, row: u32, text: &str) {
    if row > 0 {
        let at = At { row, column: 0, cell: &Cell::Empty };
        return table.say(&at, Severity::Ask, K::Conclusion, text, None);
    }
    table.problems.push(SheetProblem {
        row,
        column: 0,
        severity: Severity::Ask,
        kind: K::Conclusion,
        message: text.to_owned(),
        was: String::new(),
        proposal: None,
    });
}

fn several(text: &str) -> Vec<String> {
    let parts = text.split(['、', ',', '，', ';', '；', '/', '+', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn conclusion<'b>(
    table: &mut Table<'b, ExamColumn>,
    row: &'b Row,
    text: Option<&str>,
) -> Option<ExamConclusion> {
    let text = text?;
    let found = CONCLUSIONS.iter().find(|(word, _)| text.contains(word)).map(|(_, found)| *found);
    let found = found.filter(|found| !doubtful(text, *found));
    if found.is_none()
        && let Some(at) = table.cell(row, ExamColumn::Conclusion)
    {
        let all: Vec<&str> = ExamConclusion::ALL.iter().map(|one| one.label()).collect();
        let text = format!("看不出属于哪一类结论；请从“{}”里选一个。", all.join("”“"));
        table.say(&at, Severity::Ask, K::Conclusion, &text, None);
    }
    found
}

/// The cycle that asks for the earliest exam, told where several hazards differ; a hazard without one is told too.
fn strictest<'b>(
    table: &mut Table<'b, ExamColumn>,
    row: &'b Row,
    hazards: &[String],
    law: (&LawBook, &Place, NaiveDate),
) -> Option<Cycle> {
    let at = table.cell(row, ExamColumn::Hazards)?;
    let mut cycles = Vec::new();
    for hazard in hazards {
        match cycle(hazard, law) {
            Some(cycle) => cycles.push(cycle),
            None => {
                let text =
                    format!("“{hazard}”的检查周期没有查到，按检查机构报告上的日期；没有写的请问检查机构。");
                table.say(&at, Severity::Ask, K::NoCycle, &text, None);
            }
        }
    }
    let first = cycles.iter().min_by_key(|cycle| cycle.months).cloned()?;
    if cycles.iter().any(|cycle| cycle.months != first.months) {
        let text = format!(
            "接触几种危害因素，周期不一样，按最严的算：{}，{}个月（{}）。",
            first.hazard, first.months, first.article
        );
        table.say(&at, Severity::Note, K::StrictestCycle, &text, Some(format!("{}个月", first.months)));
    }
    Some(first)
}

/// The cycle of one hazard: the rules of exams in force whose titles name it. Without its level the strictest counts.
pub fn cycle(hazard: &str, (book, place, on): (&LawBook, &Place, NaiveDate)) -> Option<Cycle> {
    let plain: String = hazard.chars().map(half_width).collect();
    let name = plain.split('(').next().unwrap_or_default().trim().to_owned();
    // Dusts of any kind go by the rule of dust; noise has two words.
    let name = if name.ends_with('尘') { "粉尘".to_owned() } else { name.replace("噪音", "噪声") };
    let level: Option<u32> = digits(&plain);
    let named = |rule: &&Rule| {
        let mut words = rule.title.split(['、', '等', '的', '作']);
        rule.subject.starts_with("disease.exam.cycle.")
            && rule.in_force(place, on)
            && words.any(|word| word == name)
    };
    let cycles = book.rules().filter(named).filter_map(|rule| {
        Some(Cycle {
            months: months(rule, level)?,
            hazard: hazard.to_owned(),
            article: format!("《{}》{}", rule.instrument, rule.article),
        })
    });
    cycles.min_by_key(|cycle| cycle.months)
}

fn digits(text: &str) -> Option<u32> {
    let digits: String =
        text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn months(rule: &Rule, level: Option<u32>) -> Option<u32> {
    let quantity = rule.quantity.as_ref()?;
    let number = match quantity.whole() {
        Some(number) => u32::try_from(number).ok()?,
        None => match level.and_then(|level| quantity.boundary(level)) {
            Some(number) => number,
            // Every level that the rule knows of lies far below this.
            None => (0..=u32::from(u8::MAX)).filter_map(|level| quantity.boundary(level)).min()?,
        },
    };
    match quantity.unit {
        Unit::Month => Some(number),
        Unit::Year => Some(number * 12),
        _ => None,
    }
}
