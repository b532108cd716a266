//! The lowest wage beside the local minimum, on the basis that the law of the place asks for: without overtime and without the
//! allowances that it leaves out, as far as the columns of the data tell them. Which minimum holds is `whole`'s to find.

use chrono::NaiveDate;
use law::{LawBook, Place};
use ledger::Fen;
use rusqlite::Connection;

use super::Reckoned;
use super::model::{Between, PayLowest};
use crate::Problem;
use crate::pay::import::back;
use crate::pay::import::model::PayDecision;
use crate::pay::model::{PayPeriod, PaySheetId};
use crate::pay::store::{self, Off};
use crate::sheets::money::Unit;
use crate::sheets::payroll::{PayColumn, sort};
use crate::sheets::table::Columns;

/// What is left out of a wage that is laid beside the minimum.
const SUBJECT: &str = "negotiation.minimum_wage_basis";
/// Words of headings of hours and days, which are no sums.
const TIMES: [&str; 6] = ["小时", "时数", "工时", "天数", "次数", "单价"];

/// Words of headings of what is no part of a month's own wage, where nobody read them.
const BESIDE: [&str; 5] = ["加班", "年终", "年底", "双薪", "十三"];

/// What the law leaves out of a wage that is laid beside the minimum, as the rule of a place says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// 加班工资和夜班、高温等津贴.
    pub less: String,
    /// 最低工资规定第十二条.
    pub short: String,
    /// The same as a sentence says it that names what the article asks for.
    said: String,
    /// Words of the headings under which allowances stand that are left out.
    allowances: Vec<String>,
}

impl LeftOut {
    fn names(&self, heading: &str) -> bool {
        self.allowances.iter().any(|word| heading.contains(word.as_str()))
    }
}

/// What the law of a place leaves out on a day; none where it has no rule of it.
pub fn left_out(book: &LawBook, place: &Place, on: NaiveDate) -> Option<LeftOut> {
    let rule = book.applies(SUBJECT, place, on)?.winner;
    let less = rule.term("less")?.to_owned();
    let said = format!("《{}》{}要求先减去{less}再比", rule.instrument, rule.article);
    let allowances = rule.term("allowances")?.split('、').map(str::to_owned).collect();
    Some(LeftOut { less, short: rule.reference().short, said, allowances })
}

/// Single wages as they are laid beside the minimum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// In fen, rising: of everybody who counts, 应发 less what could be taken off.
    pub wages: Vec<i64>,
    /// The headings of what was taken off.
    pub without: Vec<String>,
    /// What may still be in it, in words; empty where everything could be taken off.
    pub within: Vec<String>,
    /// The same wages less what of columns that nobody read may have to be taken off, rising.
    pub least: Vec<i64>,
    /// These columns, and allowances that could not be told apart, in words.
    pub unread: Vec<String>,
    /// Whether clawbacks in rows of their own were left out: they are of earlier months.
    pub apart: bool,
    /// The columns that were left out by the person's word.
    pub back: Vec<BackPay>,
}

/// A column of what is not the pay of the month alone, by its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackPay {
    /// Of earlier months, left out here alone.
    Here(String),
    /// Paid once a year, left out here alone.
    YearEnd(String),
    /// Taken off what was paid in all, everywhere.
    Everywhere(String),
}

/// Single wages of a table as the minimum is laid beside them. What is paid once a year is a part of the months of a year.
///
/// Errors: `not_found`.
pub fn basis(
    connection: &Connection,
    (sheet, period): (PaySheetId, PayPeriod),
    law: &LeftOut,
) -> Result<Basis, Problem> {
    let shape = store::shape(connection, sheet)?.unwrap_or_default();
    let outside = back::outside(&shape);
    let columns: Vec<(u32, String, Option<PayColumn>)> = store::sheets::columns(connection, sheet)?
        .into_iter()
        .map(|(place, heading, field)| (place, heading, field.as_deref().and_then(PayColumn::of)))
        .filter(|(.., field)| *field != Some(PayColumn::Bonus) || !period.is_year() && !outside)
        .collect();
    let named: Vec<(String, Option<PayColumn>)> =
        columns.iter().map(|(_, heading, field)| (heading.clone(), *field)).collect();
    let (without, within, back) = sorted(&named, &|column| back::answered(&shape, column), law);
    let places = |is: &dyn Fn(&str, Option<PayColumn>) -> bool| -> Vec<_> {
        let of = columns.iter().filter(|(_, heading, field)| is(heading, *field));
        of.map(|(place, heading, _)| (*place, Unit::of(heading))).collect()
    };
    let allowance = |field: Option<PayColumn>| field == Some(PayColumn::Allowance);
    let off = Off {
        named: places(&|heading, field| allowance(field) && law.names(heading)),
        others: places(&|heading, field| allowance(field) && !law.names(heading)),
        unread: places(&|heading, field| field.is_none() && may_be_off(heading, &named, law)),
    };
    let (wages, least, apart) = store::without_overtime(connection, sheet, &off)?;
    let unread = named.iter().filter(|(heading, field)| field.is_none() && may_be_off(heading, &named, law));
    let mut unread: Vec<String> = unread.map(|(heading, _)| unread_said(heading)).collect();
    if unread.is_empty() {
        unread.push("各项津贴没有能分开".to_owned());
    }
    Ok(Basis { wages, without, within, least, unread, apart, back })
}

/// Whether a column that nobody read may be of what is taken off, by its heading: not where one that was read holds it.
fn may_be_off(heading: &str, columns: &[(String, Option<PayColumn>)], law: &LeftOut) -> bool {
    if TIMES.iter().any(|word| heading.contains(word)) {
        return false;
    }
    let what = PayColumn::of_heading(heading);
    let holds = |what: PayColumn| {
        let off = |other: &str| what == PayColumn::Overtime || law.names(other);
        columns.iter().any(|(other, field)| {
            *field == Some(what) && off(other) && sort(what, other) > sort(what, heading)
        })
    };
    let held =
        what.filter(|what| matches!(what, PayColumn::Overtime | PayColumn::Allowance)).is_some_and(holds);
    (law.names(heading) || BESIDE.iter().any(|word| heading.contains(word))) && !held
}

fn unread_said(heading: &str) -> String {
    match PayColumn::of_heading(heading) {
        Some(_) => format!("“{heading}”一列没有导入"),
        None => format!("“{heading}”一列没有认出"),
    }
}

/// The headings of what can be taken off, what may be in the sums for all that, and the columns that are not the pay of the month alone
/// by what was answered of each.
fn sorted(
    columns: &[(String, Option<PayColumn>)],
    answered: &dyn Fn(PayColumn) -> Option<PayDecision>,
    law: &LeftOut,
) -> (Vec<String>, Vec<String>, Vec<BackPay>) {
    let (mut without, mut within, mut back) = (Vec::new(), Vec::new(), Vec::new());
    if columns.iter().all(|(_, field)| *field != Some(PayColumn::Overtime)) {
        within.push("没有单列的加班工资".to_owned());
    }
    for (heading, field) in columns {
        match field {
            Some(PayColumn::Overtime) => without.push(heading.clone()),
            Some(PayColumn::Allowance) if law.names(heading) => without.push(heading.clone()),
            Some(column @ (PayColumn::BackPay | PayColumn::Bonus)) => {
                let once = *column == PayColumn::Bonus;
                match (answered(*column), once) {
                    (Some(PayDecision::Proposed), _) => {
                        without.push(heading.clone());
                        let here = if once { BackPay::YearEnd } else { BackPay::Here };
                        back.push(here(heading.clone()));
                    }
                    (Some(PayDecision::LeaveOut), _) => back.push(BackPay::Everywhere(heading.clone())),
                    (_, false) => within.push(format!("“{heading}”一列是以前月份的")),
                    (_, true) => within.push(format!("“{heading}”一列是一年发一次的")),
                }
            }
            Some(PayColumn::Allowance) => within.push(format!("“{heading}”一列没有分开是哪些津贴")),
            None if may_be_off(heading, columns, law) => within.push(unread_said(heading)),
            _ => {}
        }
    }
    (without, within, back)
}

/// The lowest wage beside a minimum: exactly for one who may see single wages, else whether all or some lie above it for certain.
pub fn beside_minimum(
    found: &Reckoned,
    (basis, law): (Option<&Basis>, Option<&LeftOut>),
    minimum: Option<i64>,
    source: Option<String>,
) -> PayLowest {
    let compared = basis.and_then(|basis| basis.wages.first()).copied();
    let rule = law.map_or("", |law| law.said.as_str());
    let (words, under, how) = match (minimum, basis, compared) {
        (None, ..) => {
            ("还没有登记当地的月最低工资标准，登记以后这里会比较。".to_owned(), false, String::new())
        }
        (Some(minimum), Some(basis), Some(lowest)) => exactly(basis, lowest, minimum, rule),
        (Some(minimum), ..) => by_ends(found.lowest_between, minimum, rule),
    };
    PayLowest {
        lowest: found.lowest.map(Fen),
        compared: compared.map(Fen),
        without: basis.map(|basis| basis.without.clone()).unwrap_or_default(),
        minimum: minimum.map(Fen),
        source,
        words,
        basis: how,
        under,
    }
}

/// What single wages come to beside a minimum, whether somebody is under it, and on which basis they were compared.
fn exactly(basis: &Basis, lowest: i64, minimum: i64, rule: &str) -> (String, bool, String) {
    let under = basis.wages.partition_point(|wage| *wage < minimum);
    let (lowest, minimum) = (Fen(lowest), Fen(minimum));
    let off = quoted(&basis.without);
    let what = match basis.without.is_empty() {
        true => format!("按应发算，最低的月工资{lowest}元"),
        false => format!("应发减去{off}以后，最低的月工资{lowest}元"),
    };
    let open = basis.least.partition_point(|wage| *wage < minimum.0);
    let words = match under {
        // What was not taken off could bring somebody under: then nothing is said for certain.
        0 if open > 0 => format!(
            "{what}，没有低于当地标准{minimum}元；但是{}，按法律要减去的，减去以后可能有{open}人低于，请核对。",
            basis.unread.join("，")
        ),
        0 => format!("{what}，不低于当地标准{minimum}元。"),
        under => format!("{what}，有{under}人低于当地标准{minimum}元。"),
    };
    let by_word = |one: &String| {
        let of = |back: &BackPay| matches!(back, BackPay::Here(heading) | BackPay::YearEnd(heading) if heading == one);
        basis.back.iter().any(of)
    };
    let by_law: Vec<String> = basis.without.iter().filter(|one| !by_word(one)).cloned().collect();
    let mut taken = match by_law.is_empty() {
        true => String::new(),
        false => format!("，已经减去{}", quoted(&by_law)),
    };
    if basis.apart {
        taken.push_str("；另起一行的负数按扣回以前多发的，没有从这个月的工资里减");
    }
    for back in &basis.back {
        taken.push_str(&match back {
            BackPay::Here(heading) => format!("；“{heading}”一列是以前的工资，也没有算进来"),
            BackPay::YearEnd(heading) => format!("；“{heading}”一列一年发一次，也没有算进来"),
            BackPay::Everywhere(heading) => format!("；“{heading}”一列导入时已经从应发里减去"),
        });
    }
    let how = match basis.within.is_empty() {
        true => format!("{rule}{taken}。"),
        false => format!("{rule}{taken}；{}，应发里如果还有这些，要核对。", basis.within.join("，")),
    };
    (words, under > 0, how)
}

/// The same of what the lowest wage lies between, which contains everything that was paid.
fn by_ends(lowest: Option<Between>, minimum: i64, rule: &str) -> (String, bool, String) {
    let minimum_said = Fen(minimum);
    let how = match rule {
        "" => String::new(),
        rule => format!("{rule}；这里比的是应发，里面如果有这些，要核对。"),
    };
    match lowest {
        Some(between) if between.from >= minimum => {
            (format!("按应发算，都不低于当地标准{minimum_said}元。"), false, how)
        }
        Some(Between { to: Some(to), .. }) if to < minimum => {
            (format!("有人低于当地标准{minimum_said}元，请核对。"), true, String::new())
        }
        _ => (
            "这份数据看不出最低的工资是不是低于当地标准，要有逐人的工资和查看个人工资的权限。".to_owned(),
            false,
            String::new(),
        ),
    }
}

/// “加班工资”、“高温津贴”.
fn quoted(headings: &[String]) -> String {
    headings.iter().map(|heading| format!("“{heading}”")).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::pay::figures::reckon;
    use crate::pay::figures::tests::twelve;

    fn book() -> LawBook {
        LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
    }

    fn law() -> LeftOut {
        left_out(&book(), &Place::province("36"), "2026-10-31".parse().unwrap()).unwrap()
    }

    fn told(basis: Option<&Basis>, minimum: Option<i64>) -> PayLowest {
        let found = reckon(&twelve(), basis.is_some(), &crate::pay::figures::policy::five());
        beside_minimum(&found, (basis, Some(&law())), minimum, None)
    }

    fn of(wages: &[i64], without: &[&str], within: &[&str]) -> Basis {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let (without, within) = (owned(without), owned(within));
        let (least, unread) = (wages.to_vec(), Vec::new());
        Basis { wages: wages.to_vec(), without, within, least, unread, apart: false, back: Vec::new() }
    }

    #[test]
    fn the_lowest_is_laid_beside_the_minimum_as_far_as_the_reader_may_see() {
        let wages: Vec<i64> = (0..12).map(|n| 300_000 + n * 10_000).collect();
        let plain = of(&wages, &[], &["没有单列的加班工资"]);
        let under = told(Some(&plain), Some(315_000));
        assert!(under.under && under.words.contains("有2人低于"), "{}", under.words);
        assert!(!told(Some(&plain), Some(300_000)).under, "the same is not less");
        let kept = told(None, Some(315_000));
        assert!(kept.lowest.is_none() && kept.compared.is_none(), "{kept:?}");
        assert!(!kept.words.contains("2人"), "{}", kept.words);
        assert!(told(Some(&plain), None).words.contains("还没有登记"));
    }

    #[test]
    fn overtime_and_special_allowances_are_taken_off_and_the_basis_is_told() {
        let basis = of(&[208_000, 250_000], &["加班工资", "高温津贴"], &[]);
        let at = told(Some(&basis), Some(208_000));
        assert!(!at.under && at.compared == Some(Fen(208_000)), "{}", at.words);
        assert!(at.words.starts_with("应发减去“加班工资”、“高温津贴”以后"), "{}", at.words);
        assert!(at.basis.contains("第十二条") && !at.basis.contains("要核对"), "{}", at.basis);
        let under = told(Some(&basis), Some(208_001));
        assert!(under.under && under.words.contains("有1人低于当地标准2,080.01元"), "{}", under.words);
        let mixed = of(&[208_000], &["加班工资"], &["“津补贴”一列没有分开是哪些津贴"]);
        let mixed = told(Some(&mixed), Some(200_000)).basis;
        assert!(mixed.contains("“津补贴”一列没有分开") && mixed.ends_with("要核对。"), "{mixed}");
        // Whoever does not see single wages is told that 应发 contains what the law leaves out.
        let mut found = reckon(&twelve(), false, &crate::pay::figures::policy::five());
        found.lowest_between = Some(Between { from: 300_000, to: None });
        let covered = beside_minimum(&found, (None, Some(&law())), Some(300_000), None);
        assert!(
            covered.words.contains("按应发算") && covered.basis.contains("这里比的是应发"),
            "{covered:?}"
        );
        assert_eq!(told(None, None).basis, "");
    }

    #[test]
    fn what_is_left_out_is_what_the_rule_of_the_place_says() {
        let book = book();
        for rule in book.rules().filter(|rule| rule.subject == SUBJECT) {
            let both = rule.term("less").is_some() && rule.term("allowances").is_some();
            assert!(both, "{} says what is left out", rule.id);
        }
        let (place, on) = (Place::province("36"), |day: &str| day.parse().unwrap());
        let law = left_out(&book, &place, on("2026-10-31")).unwrap();
        let rule = book.rule("CN-WAGE-MINIMUM-BASIS").unwrap();
        assert!(law.said.starts_with(&format!("《{}》{}", rule.instrument, rule.article)), "{}", law.said);
        assert!(law.names("高温津贴") && law.names("有毒岗位补贴") && !law.names("津补贴"));
        assert_eq!(left_out(&book, &place, on("2004-02-29")), None, "no such rule yet");
        // Where no rule leaves anything out, what was paid is compared and no article named.
        let found = reckon(&twelve(), true, &crate::pay::figures::policy::five());
        let plain = beside_minimum(&found, (None, None), Some(1), None);
        assert_eq!((plain.basis.as_str(), plain.under), ("", false));
    }

    #[test]
    fn what_is_taken_off_is_known_by_the_headings() {
        use PayColumn::{Allowance, Base, Gross, Overtime};
        let columns = |list: &[(&str, Option<PayColumn>)]| -> Vec<(String, Option<PayColumn>)> {
            list.iter().map(|(heading, field)| ((*heading).to_owned(), *field)).collect()
        };
        let known = [("基本工资", Some(Base)), ("加班费", Some(Overtime)), ("夜班津贴", Some(Allowance))];
        let off = vec!["加班费".to_owned(), "夜班津贴".to_owned()];
        let none = |_: PayColumn| -> Option<PayDecision> { None };
        assert_eq!(sorted(&columns(&known), &none, &law()), (off, vec![], vec![]));
        let mixed =
            [("津补贴", Some(Allowance)), ("高温费", None), ("加班小时", None), ("应发", Some(Gross))];
        let (without, within, _) = sorted(&columns(&mixed), &none, &law());
        assert!(without.is_empty());
        for heading in ["年底慰问", "节日双薪补", "十三期"] {
            let unread = [("加班费", Some(Overtime)), (heading, None)];
            let said = sorted(&columns(&unread), &none, &law()).1;
            assert_eq!(said, [format!("“{heading}”一列没有认出")]);
        }
        let back = [("加班费", Some(Overtime)), ("补发/补扣", Some(PayColumn::BackPay))];
        let of_back = |answer: Option<PayDecision>| sorted(&columns(&back), &|_| answer, &law());
        assert_eq!(of_back(None).1, ["“补发/补扣”一列是以前月份的"]);
        assert_eq!(of_back(Some(PayDecision::AsRead)).1.len(), 1, "it is in the sums, and told");
        let heading = "补发/补扣".to_owned();
        let here = (vec!["加班费".to_owned(), heading.clone()], vec![], vec![BackPay::Here(heading.clone())]);
        assert_eq!(of_back(Some(PayDecision::Proposed)), here);
        let everywhere = (vec!["加班费".to_owned()], vec![], vec![BackPay::Everywhere(heading)]);
        assert_eq!(of_back(Some(PayDecision::LeaveOut)), everywhere);
        let year_end = [("加班费", Some(Overtime)), ("十三薪", Some(PayColumn::Bonus))];
        let of_year_end = |answer: Option<PayDecision>| sorted(&columns(&year_end), &|_| answer, &law());
        assert_eq!(of_year_end(None).1, ["“十三薪”一列是一年发一次的"]);
        let aside = of_year_end(Some(PayDecision::Proposed));
        assert_eq!((aside.0.len(), aside.2), (2, vec![BackPay::YearEnd("十三薪".to_owned())]));
        assert_eq!(within.len(), 3, "{within:?}");
        assert!(
            within[0].contains("没有单列的加班工资") && within[2].contains("“高温费”一列没有导入"),
            "{within:?}"
        );
    }
}
