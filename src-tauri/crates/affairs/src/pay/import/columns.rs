//! The columns of a payroll beside those of the files before it: what was said of a heading holds wherever it stands, what is new is
//! told, and it is asked which of several columns is what was paid in all. Pure but for the sentence that names the last file.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::gross;
use super::model::PayOptions;
use crate::members::roster::Severity;
use crate::pay::store::sheets::LastFile;
use crate::sheets::payroll::{PayColumn, Payroll, SEVERAL};
use crate::sheets::table::Columns;
use crate::sheets::{SheetProblem, SheetProblemKind as K};

/// Behind headings that are kept: that several columns of one kind were read.
const KEPT: &str = "同类的列一起读";
/// What was read from one column alone before that was kept.
const TOGETHER: [PayColumn; 5] = [
    PayColumn::PostPay,
    PayColumn::Performance,
    PayColumn::Overtime,
    PayColumn::Allowance,
    PayColumn::Absence,
];

/// What each column was said to be, by its place; none for one that is passed over.
pub(super) type Chosen = BTreeMap<u32, Option<PayColumn>>;

/// What is known of the columns of a file from the one before it.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    /// What was chosen now, over what was chosen for the last file of such headings.
    pub columns: Chosen,
    /// The sentence that says so.
    pub said: Option<String>,
    /// What the last file had its headings for, by the places of this one.
    known: Chosen,
    /// The last file, and the places of headings that it had not.
    new: Option<(String, Vec<u32>)>,
}

impl Remembered {
    /// Says one thing more that is as the last time.
    pub fn say(&mut self, sentence: &str) {
        self.said.get_or_insert_default().push_str(sentence);
    }
}

/// The headings of a payroll with their places.
pub(super) fn shape(payroll: &Payroll) -> String {
    let columns = payroll.columns.iter().map(|(place, heading, _)| format!("{place}:{}", heading.trim()));
    columns.collect::<Vec<_>>().join("|")
}

/// The same as they are kept: of each kind all columns were read, and what was not had been passed over by somebody.
pub(super) fn kept(payroll: &Payroll) -> String {
    format!("{}|{KEPT}", shape(payroll))
}

/// Headings by their words; of several of the same words, the how manieth each is.
fn keys<'a>(headings: impl Iterator<Item = &'a str>) -> Vec<(&'a str, u32)> {
    let mut seen: HashMap<&str, u32> = HashMap::new();
    let key = |heading: &'a str| {
        let heading = heading.trim();
        let count = seen.entry(heading).or_default();
        *count += 1;
        (heading, *count)
    };
    headings.map(key).collect()
}

fn of_file(file: &LastFile) -> Vec<(&str, u32)> {
    keys(file.columns.iter().map(|(_, heading, _)| heading.as_str()))
}

fn of_payroll(payroll: &Payroll) -> Vec<(&str, u32)> {
    keys(payroll.columns.iter().map(|(_, heading, _)| heading.as_str()))
}

/// Of the files before, the newest first, the one whose headings this one has the most of: two thirds of them at least.
pub(super) fn alike(files: Vec<LastFile>, payroll: &Payroll) -> Option<LastFile> {
    let own = of_payroll(payroll);
    let found = files.into_iter().enumerate().filter_map(|(at, file)| {
        let shared = of_file(&file).iter().filter(|key| own.contains(*key)).count();
        (shared > 0 && shared * 3 >= file.columns.len() * 2).then_some((shared, Reverse(at), file))
    });
    found.max_by_key(|(shared, at, _)| (*shared, *at)).map(|(.., file)| file)
}

/// What was chosen now, over what was chosen for the last file of such headings.
pub(super) fn remembered(last: Option<&LastFile>, payroll: &Payroll, chosen: &Chosen) -> Remembered {
    let mut found = Remembered { columns: chosen.clone(), ..Remembered::default() };
    let Some(last) = last else { return found };
    let fields = last.columns.iter().map(|(.., field)| field.as_deref().and_then(PayColumn::of));
    let fields: Vec<Option<PayColumn>> = fields.collect();
    // A whole that was not recognised then and is now was never passed over by anybody.
    let had_gross = fields.contains(&Some(PayColumn::Gross));
    let together = last.shape.split('|').any(|part| part == KEPT);
    let known: HashMap<(&str, u32), Option<PayColumn>> = of_file(last).into_iter().zip(fields).collect();
    let (mut new, mut used) = (Vec::new(), false);
    for (key, (place, _, said)) in of_payroll(payroll).into_iter().zip(&payroll.columns) {
        let Some(field) = known.get(&key) else {
            new.push(*place);
            continue;
        };
        if field.is_none() && *said == Some(PayColumn::Gross) && !had_gross {
            continue;
        }
        // Nor was what could not be read then, because one column of a kind was or the heading was not known.
        if field.is_none() && said.is_some_and(|what| TOGETHER.contains(&what)) && !together {
            continue;
        }
        found.known.insert(*place, *field);
        if field != said && !chosen.contains_key(place) {
            found.columns.insert(*place, *field);
            used = true;
        }
    }
    if used {
        let day = last.on.parse::<NaiveDate>().map_or_else(|_| last.on.clone(), crate::duty::day_words);
        let said = format!("列的对应沿用{day}导入“{}”时的选择，可以在“列的对应”里改。", last.file);
        found.said = Some(said);
    }
    found.new = Some((last.file.clone(), new));
    found
}

/// What is told and asked of the columns of a payroll that was read with what was remembered.
pub(super) fn problems(
    payroll: &Payroll,
    remembered: &Remembered,
    options: &PayOptions,
) -> Vec<SheetProblem> {
    let mut found = Vec::new();
    let heading = |place: u32| {
        let column = payroll.columns.iter().find(|(at, ..)| *at == place);
        column.map_or("", |(_, heading, _)| heading.trim())
    };
    let named = |place: u32| format!("“{}”（{}列）", heading(place), sheet::column_name(place));
    let chosen = |place: u32| options.columns.contains_key(&place);
    let whole = gross::place(payroll, PayColumn::Gross);
    // The same column was the whole of the last file.
    let settled = |place: u32| remembered.known.get(&place) == Some(&Some(PayColumn::Gross));
    if let Some(place) = whole.filter(|place| payroll.hidden.contains(place))
        && !chosen(place)
        && !settled(place)
    {
        let message = format!(
            "应发用的是隐藏的列{}。隐藏的列多半是旧数或者算到一半的数；是别的列的，请在下面“列的对应”里选。",
            named(place)
        );
        found.push(of_columns(Severity::Ask, K::HiddenGross, message));
    }
    for (place, words, what) in &payroll.seconds {
        // Of these all that tell a sum are read, and asked about in one question.
        let is_read = SEVERAL.contains(what)
            && payroll.columns.iter().any(|(at, _, read)| at == place && read.is_some());
        if chosen(*place) || is_read {
            continue;
        }
        let Some(taken) = gross::place(payroll, *what) else { continue };
        let hidden = payroll.hidden.contains(place);
        let passed_over = remembered.known.get(place) == Some(&None) && settled(taken);
        let ask = *what == PayColumn::Gross
            && !hidden
            && !chosen(taken)
            && !passed_over
            && what.surety(words) >= what.surety(heading(taken));
        let hidden = if hidden { "是隐藏的列，" } else { "" };
        let label = what.label();
        let (second, first) = (named(*place), named(taken));
        let message = format!("{second}{hidden}也像{label}；现在用的是{first}，{second}没有导入。");
        found.push(match ask {
            true => {
                let message = format!("{message}用另一列的，请在下面“列的对应”里选。");
                of_columns(Severity::Ask, K::SecondGross, message)
            }
            false => of_columns(Severity::Note, K::SecondColumn, message),
        });
    }
    let unsure = whole.filter(|place| PayColumn::Gross.surety(heading(*place)) == 0 && !chosen(*place));
    found.extend(
        unsure.and_then(|taken| of_a_part(payroll, remembered, (taken, named(taken).as_str()), &named)),
    );
    let income = whole.filter(|place| {
        !chosen(*place) && !settled(*place) && !payroll.says_wages && is_income(payroll, heading(*place))
    });
    found.extend(income.map(|place| {
        let message = format!(
            "应发用的是{}，表里没有别的工资项目，标题也没有写是工资：可能是登记家庭收入、生活困难的表。",
            named(place)
        );
        of_columns(Severity::Ask, K::UnsureGross, message)
    }));
    let second = |place: u32| payroll.seconds.iter().any(|(at, ..)| *at == place);
    for (file, place) in remembered.new.iter().flat_map(|(file, new)| new.iter().map(move |at| (file, *at))) {
        let names_months = payroll.dated.as_ref().is_some_and(|dated| dated.place == place);
        if second(place) || chosen(place) || names_months {
            continue;
        }
        let what = payroll.columns.iter().find(|(at, ..)| *at == place).and_then(|(.., what)| *what);
        let how = match what {
            Some(what) => format!("当作{}", what.label()),
            None => "没有认出，没有导入；要用的请在下面“列的对应”里选".to_owned(),
        };
        let message = format!("{}这一列，上次的“{file}”里没有：{how}。", named(place));
        found.push(of_columns(Severity::Note, K::NewColumn, message));
    }
    found
}

/// Whether the heading of the whole is of an income, which may be none from work, and no other part of a wage stands beside it.
fn is_income(payroll: &Payroll, heading: &str) -> bool {
    use PayColumn::{BackPay, Deducted, Fund, Net, Social, Tax};
    let of_wages = |what: PayColumn| {
        gross::PARTS.contains(&what) || [BackPay, Deducted, Fund, Net, Social, Tax].contains(&what)
    };
    heading.contains("收入")
        && !heading.contains("工资")
        && !payroll.columns.iter().any(|(.., what)| what.is_some_and(of_wages))
}

/// What is asked where the heading of the whole may be of a part, 月工资, and another column says more: a total that nobody read, or
/// what was paid out. Not where the last file had the same column for the whole.
fn of_a_part(
    payroll: &Payroll,
    remembered: &Remembered,
    (taken, first): (u32, &str),
    named: &dyn Fn(u32) -> String,
) -> Option<SheetProblem> {
    let settled = remembered.known.get(&taken) == Some(&Some(PayColumn::Gross));
    let known = |place: u32| remembered.known.contains_key(&place);
    let second = |place: u32| payroll.seconds.iter().any(|(at, ..)| *at == place);
    let total = gross::greater_total(payroll).filter(|place| !(second(*place) || settled && known(*place)));
    let message = match (total.map(named), gross::place(payroll, PayColumn::Net)) {
        (Some(total), _) => {
            format!(
                "应发用的是{first}，{total}比它多，{first}多半只是其中一项；应发是{total}的，请在下面“列的对应”里选。"
            )
        }
        (None, Some(net)) if !settled && gross::is_below_net(payroll) => format!(
            "应发用的是{first}，多数人的{}比它还多，{first}多半只是其中一项；应发是另一列的，请在下面“列的对应”里选。",
            named(net)
        ),
        _ => return None,
    };
    Some(of_columns(Severity::Ask, K::SecondGross, message))
}

fn of_columns(severity: Severity, kind: K, message: String) -> SheetProblem {
    SheetProblem { row: 0, column: 0, severity, kind, message, was: String::new(), proposal: None }
}
