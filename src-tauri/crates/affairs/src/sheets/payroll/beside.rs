//! A payroll beside the roster: whose each row is, who counts in part of the period, who is on one of the two only. What is
//! decided about it stands in `pay`.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::Payroll;
use crate::masks::shown_id;
use crate::members::model::{EmploymentForm, PersonId, Sex};
use crate::members::roster::Severity;
use crate::sheets::problem::{SheetProblem, SheetProblemKind as K};
use crate::sheets::table::Whose;
use crate::union::model::Shown;

/// Someone of the roster, as far as a payroll is compared with them.
#[derive(Clone, Debug)]
pub struct OnRoster {
    /// The person.
    pub person: PersonId,
    /// The key names are matched by.
    pub key: String,
    /// 姓名.
    pub name: String,
    /// 工号.
    pub work_number: Option<String>,
    /// 证件号码, as it may be seen.
    pub id_number: Option<String>,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 岗位.
    pub post: Option<String>,
    /// 性别.
    pub sex: Sex,
    /// 技能等级 as it is entered.
    pub skill: Option<String>,
    /// 用工形式.
    pub form: EmploymentForm,
    /// 入职日期, where it is known to the day.
    pub hired_on: Option<NaiveDate>,
    /// 离职日期.
    pub left_on: Option<NaiveDate>,
    /// Whether they went to another union or died, whatever their work says.
    pub gone: bool,
}

/// The first and the last day of a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
}

impl Days {
    /// How many they are.
    pub fn count(self) -> u32 {
        between(self.first, self.last)
    }

    fn holds(self, day: NaiveDate) -> bool {
        day >= self.first && day <= self.last
    }
}

fn between(first: NaiveDate, last: NaiveDate) -> u32 {
    u32::try_from((last - first).num_days() + 1).unwrap_or_default()
}

/// How much of a period someone worked who entered or left during it: calendar days of its days; none of a settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The row.
    pub row: u32,
    /// Days from entering, or from the first day, to leaving, or to the last day.
    pub days: u32,
    /// Days of the period.
    pub of: u32,
}

/// A payroll beside the roster.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
    /// Who counts in part, or not at all.
    pub shares: Vec<Share>,
    /// Whose each line is, by the place on the roster; in the order of the lines.
    pub whose: Vec<Option<usize>>,
    /// Rows that several people fit, or that one sign gives to another than is taken, with the places on the roster of who may be meant.
    pub several: Vec<(u32, Vec<usize>)>,
    /// Rows whose number is somebody's but for the noughts before it.
    pub padded: Vec<u32>,
    /// Who is on the roster and not on the payroll, by the place on the roster; with whether somebody else pays them.
    pub missing: Vec<(usize, bool)>,
}

/// The roster by what rows name people by.
pub struct RosterIndex<'r> {
    roster: &'r [OnRoster],
    identity: Shown,
    numbers: HashMap<&'r str, Vec<usize>>,
    /// By numbers without the noughts before them.
    bare: HashMap<&'r str, Vec<usize>>,
    ids: HashMap<&'r str, Vec<usize>>,
    names: HashMap<&'r str, Vec<usize>>,
}

/// How a row fits the roster.
enum Fit {
    One(usize),
    /// By one sign, where another says otherwise; the sentence says which.
    Doubtful(usize, String),
    /// By a number that has more or fewer noughts before it, and no other name; with both numbers.
    Padded(usize, String, String),
    Several(Vec<usize>),
    Nobody,
}

impl<'r> RosterIndex<'r> {
    /// Of these people, whose numbers are as `identity` may be seen. Where that is not in full, a number is told by what its mask
    /// shows and the name beside it: the rows of a file could try every day of a year.
    pub fn of(roster: &'r [OnRoster], identity: Shown) -> Self {
        let mut index = RosterIndex {
            roster,
            identity,
            numbers: HashMap::new(),
            bare: HashMap::new(),
            ids: HashMap::new(),
            names: HashMap::new(),
        };
        for (at, one) in roster.iter().enumerate() {
            if let Some(number) = one.work_number.as_deref() {
                index.numbers.entry(number).or_default().push(at);
                if let Some(bare) = without_noughts(number) {
                    index.bare.entry(bare).or_default().push(at);
                }
            }
            if let Some(id) = one.id_number.as_deref() {
                index.ids.entry(id).or_default().push(at);
            }
            if !one.key.is_empty() {
                index.names.entry(one.key.as_str()).or_default().push(at);
            }
        }
        index
    }

    /// Whose a row is: by work number, by document number, else by a name that one person has, in one shop.
    fn fit(&self, whose: &Whose, shop: Option<&str>) -> Fit {
        let by = |map: &HashMap<&str, Vec<usize>>, key: Option<&str>| {
            key.and_then(|key| map.get(key)).cloned().unwrap_or_default()
        };
        let by_number = by(&self.numbers, whose.work_number.as_deref());
        let by_id = self.by_id(whose);
        for found in [&by_number, &by_id] {
            let at = match found.as_slice() {
                [] => continue,
                [one] => *one,
                _ => return Fit::Several(found.clone()),
            };
            let Some(one) = self.roster.get(at) else { continue };
            if let Some(other) =
                by_id.first().filter(|other| **other != at).and_then(|at| self.roster.get(*at))
            {
                let text = format!(
                    "工号是{}的，证件号码是{}的；请核对是谁，多半是工号对应的人。",
                    one.name, other.name
                );
                return Fit::Doubtful(at, text);
            }
            if !whose.key.is_empty() && one.key != whose.key {
                let text = format!(
                    "工号或证件号码是{}的，表里的姓名是“{}”；请核对是不是同一个人。",
                    one.name, whose.name
                );
                return Fit::Doubtful(at, text);
            }
            return Fit::One(at);
        }
        if let Some(padded) = self.padded(whose) {
            return padded;
        }
        let mut named = by(&self.names, Some(whose.key.as_str()).filter(|key| !key.is_empty()));
        if named.len() > 1 && shop.is_some() {
            let there = |at: &usize| self.roster.get(*at).is_some_and(|one| one.shop.as_deref() == shop);
            let near: Vec<usize> = named.iter().copied().filter(there).collect();
            if near.len() == 1 {
                named = near;
            }
        }
        match named.as_slice() {
            [] => Fit::Nobody,
            [at] => self.named(*at, whose),
            _ => Fit::Several(named),
        }
    }

    /// Those who have the row's document number.
    fn by_id(&self, whose: &Whose) -> Vec<usize> {
        let number = whose.id_number.as_deref().map(|number| shown_id(number, self.identity));
        let found = number.and_then(|number| self.ids.get(number.as_str())).cloned().unwrap_or_default();
        if self.identity == Shown::Full {
            return found;
        }
        let named = |at: &usize| self.roster.get(*at).is_some_and(|one| one.key == whose.key);
        found.into_iter().filter(named).collect()
    }

    /// The one person of a name, who is doubtful where a number or a document is another than the row's: a newcomer may have the name
    /// of somebody who is there.
    fn named(&self, at: usize, whose: &Whose) -> Fit {
        let Some(one) = self.roster.get(at) else { return Fit::Nobody };
        if let Some((known, told)) = one.work_number.as_deref().zip(whose.work_number.as_deref())
            && known != told
        {
            let text = format!("花名册里{}的工号是{known}，表里是{told}；请核对是不是同一个人。", whose.name);
            return Fit::Doubtful(at, text);
        }
        // A document that is covered in the file says nothing against anybody.
        if let Some((known, told)) = one.id_number.as_deref().zip(whose.id_number.as_deref())
            && known != shown_id(told, self.identity)
            && !told.contains('*')
        {
            let text = format!(
                "花名册里{}的证件号码和表里的不一样；请核对是不是同一个人，同名的新人请先登记。",
                whose.name
            );
            return Fit::Doubtful(at, text);
        }
        // Where numbers are covered, a mask alone says that the document may be another's; it is seen beside each name anyhow.
        if one.id_number.is_none()
            && let Some(told) = whose.id_number.as_deref().filter(|told| !told.contains('*'))
            && self.ids.contains_key(shown_id(told, self.identity).as_str())
        {
            let text = format!(
                "花名册里没有登记{}的证件号码，表里的和花名册里另一个人的像是同一个；请核对是不是同一个人。",
                whose.name
            );
            return Fit::Doubtful(at, text);
        }
        Fit::One(at)
    }

    /// Whom the document number and the name of a row may mean beside who is taken for it by another sign.
    fn others(&self, whose: &Whose, taken: usize) -> Vec<usize> {
        let by_id = self.by_id(whose);
        let by_name =
            Some(whose.key.as_str()).filter(|key| !key.is_empty()).and_then(|key| self.names.get(key));
        let mut others: Vec<usize> = Vec::new();
        for at in by_id.into_iter().chain(by_name.into_iter().flatten().copied()) {
            if at != taken && !others.contains(&at) {
                others.push(at);
            }
        }
        others
    }

    /// The one person whose number is the row's but for the noughts before it, where the name says nothing else: a sheet turns 001
    /// into 1.
    fn padded(&self, whose: &Whose) -> Option<Fit> {
        let told = whose.work_number.as_deref()?;
        let [at] = self.bare.get(without_noughts(told)?)?.as_slice() else { return None };
        let one = self.roster.get(*at)?;
        let known = one.work_number.as_deref()?;
        let same = whose.key.is_empty() || whose.key == one.key;
        same.then(|| Fit::Padded(*at, told.to_owned(), known.to_owned()))
    }
}

/// A number of figures alone without the noughts before it; none of any other, and of noughts alone.
fn without_noughts(number: &str) -> Option<&str> {
    let figures = number.bytes().all(|byte| byte.is_ascii_digit());
    Some(number.trim_start_matches('0')).filter(|bare| figures && !bare.is_empty())
}

/// Holds a payroll against the roster. Who is chosen for a row by hand comes before what the row says.
pub fn beside(
    payroll: &Payroll,
    index: &RosterIndex<'_>,
    days: Days,
    chosen: &HashMap<u32, Option<PersonId>>,
) -> Beside {
    let mut found = Beside::default();
    let places: HashMap<PersonId, usize> = if chosen.is_empty() {
        HashMap::new()
    } else {
        index.roster.iter().enumerate().map(|(at, one)| (one.person, at)).collect()
    };
    let mut first_row: HashMap<usize, u32> = HashMap::new();
    // The first row of each name with a number whom the roster does not have.
    let mut strangers: HashMap<(&str, &str), u32> = HashMap::new();
    let mut example: Option<(String, String)> = None;
    for line in &payroll.lines {
        let fit = match chosen.get(&line.row) {
            Some(Some(person)) => places.get(person).map_or(Fit::Nobody, |at| Fit::One(*at)),
            // Said to be nobody of the roster: nothing is left to be asked.
            Some(None) => {
                found.whose.push(None);
                continue;
            }
            None => index.fit(&line.whose, line.shop.as_deref()),
        };
        let mut say = |severity, kind, text: &str| {
            found.problems.push(SheetProblem {
                row: line.row,
                column: 0,
                severity,
                kind,
                message: format!("第{}行：{text}", line.row),
                was: line.whose.name.clone(),
                proposal: None,
            });
        };
        let at = match fit {
            Fit::One(at) => at,
            Fit::Doubtful(at, text) => {
                say(Severity::Ask, K::WhoDiffers, &text);
                let others = index.others(&line.whose, at);
                if !others.is_empty() {
                    found.several.push((line.row, others));
                }
                at
            }
            // Asked of all such rows at once; of each alone where they are said not to be the same.
            Fit::Padded(at, told, known) => {
                let text = format!(
                    "花名册里{}的工号是{known}，表里是{told}；请核对是不是同一个人。",
                    index.roster.get(at).map_or("", |one| one.name.as_str())
                );
                say(Severity::Ask, K::WhoDiffers, &text);
                found.padded.push(line.row);
                example.get_or_insert((told, known));
                at
            }
            Fit::Nobody => {
                let number = line.whose.work_number.as_deref().or(line.whose.id_number.as_deref());
                let first = number.map_or(line.row, |number| {
                    *strangers.entry((line.whose.key.as_str(), number)).or_insert(line.row)
                });
                let text = match first {
                    first if first == line.row => {
                        "花名册里没有这个人；新来的请先登记，不是本单位的请核对。".to_owned()
                    }
                    first => format!(
                        "花名册里没有这个人，和第{first}行是同一个姓名、同一个号码；照表里的记会算成两个人。是同一个人的，请先登记再导入，或者导入以后把两行对应到同一个人。"
                    ),
                };
                say(Severity::Ask, K::NotOnRoster, &text);
                found.whose.push(None);
                continue;
            }
            Fit::Several(places) => {
                let text = "花名册里有几个同名的人，分不清是谁；请补上工号或证件号码。";
                say(Severity::Ask, K::Ambiguous, text);
                found.several.push((line.row, places));
                found.whose.push(None);
                continue;
            }
        };
        found.whose.push(Some(at));
        let Some(one) = index.roster.get(at) else { continue };
        if let Some(before) = first_row.get(&at) {
            let text = format!("与第{before}行是同一个人；两行合成一个人计，还是多出来的一行，请确认。");
            say(Severity::Ask, K::Twice, &text);
        }
        first_row.entry(at).or_insert(line.row);
        if let Some((share, kind, text)) = part(one, days, line.row) {
            let severity = if kind == K::PaidAfterLeaving { Severity::Ask } else { Severity::Note };
            say(severity, kind, &text);
            found.shares.push(share);
        }
    }
    if let Some((told, known)) = example {
        found.problems.push(SheetProblem {
            row: 0,
            column: 0,
            severity: Severity::Ask,
            kind: K::NumberZeros,
            message: format!(
                "有{}行的工号和花名册只差前面的零，例如表里是{told}，花名册里是{known}，姓名没有对不上的；是同一个工号的，在这里说一次就行。",
                found.padded.len(),
            ),
            was: String::new(),
            proposal: None,
        });
    }
    for (at, elsewhere) in absent(index.roster, |at| first_row.contains_key(&at), days) {
        let Some(one) = index.roster.get(at) else { continue };
        let text = match one.form {
            EmploymentForm::Dispatched => "是劳务派遣，由派遣单位发工资，不在这张表里是正常的。",
            EmploymentForm::Outsourced => "由承包单位发工资，不在这张表里是正常的。",
            _ => "在花名册里，不在这张工资表里；请核对是漏发、另表，还是已经离开。",
        };
        found.missing.push((at, elsewhere));
        found.problems.push(SheetProblem {
            row: 0,
            column: 0,
            severity: if elsewhere { Severity::Note } else { Severity::Ask },
            kind: K::NotPaid,
            message: format!("{}：{text}", one.name),
            was: String::new(),
            proposal: None,
        });
    }
    found
}

/// Who worked in the period and is not paid by a table, by the place on the roster; with whether somebody else pays them.
pub fn absent(roster: &[OnRoster], paid: impl Fn(usize) -> bool, days: Days) -> Vec<(usize, bool)> {
    let gone = |one: &OnRoster| {
        one.gone
            || one.left_on.is_some_and(|left| left <= days.last)
            || one.hired_on.is_some_and(|on| on > days.last)
    };
    let there = roster.iter().enumerate().filter(|(at, one)| !paid(*at) && !gone(one));
    there
        .map(|(at, one)| (at, matches!(one.form, EmploymentForm::Dispatched | EmploymentForm::Outsourced)))
        .collect()
}

/// How much of a period counts for someone who entered or left during it, or had left before; none for all of it.
pub fn worked(one: &OnRoster, days: Days) -> Option<Share> {
    part(one, days, 0).map(|(share, ..)| share)
}

/// The part of the period that counts for someone who entered or left during it, or had left before.
fn part(one: &OnRoster, days: Days, row: u32) -> Option<(Share, K, String)> {
    let of = days.count();
    let date = |day: NaiveDate| format!("{}月{}日", day.month(), day.day());
    if let Some(left) = one.left_on.filter(|left| *left < days.first) {
        let text = format!("{}已经离职；多半是结算，算平均工资时不计。", date(left));
        return Some((Share { row, days: 0, of }, K::PaidAfterLeaving, text));
    }
    let entered = one.hired_on.filter(|on| days.holds(*on) && *on > days.first);
    let left = one.left_on.filter(|on| days.holds(*on) && *on < days.last);
    let counted = between(entered.unwrap_or(days.first), left.unwrap_or(days.last)).min(of);
    let share = Share { row, days: counted, of };
    let told = format!("只有{counted}天，算平均工资时按{of}天折算成整月。");
    match (entered, left) {
        (Some(on), _) => Some((share, K::JoinedMidMonth, format!("{}入职，这一期{told}", date(on)))),
        (None, Some(on)) => Some((share, K::LeftMidMonth, format!("{}离职，这一期{told}", date(on)))),
        (None, None) => None,
    }
}
