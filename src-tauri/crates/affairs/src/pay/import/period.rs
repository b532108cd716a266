//! Of which month or year a payroll is: as the person says, else as its title, its page, its rows or its file's name tells, else the
//! last month. What is not told whole, or told in two ways, is asked; what becomes of rows of several months stands in `months`, how a
//! title is read in `sheets::payroll`.

use chrono::NaiveDate;

use super::model::{PayDecision, PayOptions};
use super::months::{Months, Told, whole};
use super::of_file;
use crate::members::roster::Severity;
use crate::members::sources::Source;
use crate::month::Month;
use crate::pay::model::PayPeriod;
use crate::sheets::SheetProblemKind as K;
use crate::sheets::payroll::{
    NamedMonth, PayColumn, Payroll, named_month, of_an_average, of_several, of_year, year_of,
};

/// What is asked of the wages of several months together: each month is a table of its own.
const SEVERAL: &str = "标题、文件名或者月份那一列写的是几个月的工资，现在按一个月的记；是哪个月，请在上面“哪个月”里改，几个月合在一起的，请分月导入。";

/// The months that a payroll and its file's name tell, the one that counts first. The file's name counts where the title and the
/// page name no year: a file bears the day it was sent as often as the month it is of.
fn named(payroll: &Payroll, file: &str) -> Vec<NamedMonth> {
    let mut all = payroll.months.clone();
    if all.iter().all(|one| one.year.is_none()) {
        all.extend(named_month(file));
    }
    let of_titles = payroll.months.iter().position(|one| one.year.is_some()).unwrap_or_default();
    if of_titles < all.len() {
        all.swap(0, of_titles);
    }
    all
}

/// The month that is told. Without a year it is the last of its number; that is sure only of the month before today's.
fn told(payroll: &Payroll, file: &str, today: NaiveDate) -> Option<Told> {
    let all = named(payroll, file);
    let first = *all.first()?;
    let present = Month::of(today);
    let year = first.year.or(payroll.year).or_else(|| year_of(file));
    let month = whole(first, year, present)?;
    let differ = all.iter().any(|one| !one.fits(first));
    let doubt = if differ {
        let mut said: Vec<String> = Vec::new();
        for one in &all {
            let one = one.words();
            if !said.contains(&one) {
                said.push(one);
            }
        }
        let said = said.join("、");
        let of_rows = match &payroll.dated {
            Some(dated) => format!("、“{}”一列", dated.heading),
            None => String::new(),
        };
        Some(format!("标题、工作表{of_rows}和文件名写的月份不一样（{said}），先按{}", month.words()))
    } else if first.year.is_none() && payroll.titled {
        Some(format!("标题写的是一年的，又写着{}，先按{}", first.words(), month.words()))
    } else if month > present {
        Some(format!("{}还没有到，先按它", month.words()))
    } else if year.is_none() && month != present.plus(-1) {
        Some(format!("只写了{}，没有写哪一年，先按{}", first.words(), month.words()))
    } else {
        None
    };
    Some(Told {
        month, doubt: doubt.map(|said| format!("{said}记；不对的请在上面“哪个月”里改。"))
    })
}

/// What is asked where nothing names a month.
fn unnamed(period: PayPeriod) -> String {
    format!(
        "标题、表头、工作表和文件名都没有写哪个月，先按上个月（{}）记；不对的请在上面“哪个月”里改。",
        period.words()
    )
}

/// What is asked where the title alone says that the sums are a year's: those of an average month are not.
fn titled_words(payroll: &Payroll) -> String {
    let paid = payroll.columns.iter().find(|(.., what)| *what == Some(PayColumn::Gross));
    match paid.map(|(_, heading, _)| heading.trim()).filter(|heading| of_an_average(heading)) {
        Some(heading) => format!(
            "标题写的是一年的工资，“{heading}”是平均一个月的数，不是一年的；请选其实是一个月的数，再在上面“哪个月”里写记在哪个月。"
        ),
        None => "标题写的是一年的工资，金额按一年的记；其实是一个月的请说明。".to_owned(),
    }
}

/// The period, and whether somebody named it. A year's sums are of a year; where a month is said of them it is asked, with the year
/// that is named.
pub(super) fn of(
    payroll: &mut Payroll,
    source: &Source,
    options: &PayOptions,
    today: NaiveDate,
) -> (bool, PayPeriod) {
    // Beside a year's sums it may say for how many months they were paid.
    let rows = Months::of(payroll, &source.name, today).filter(|_| !payroll.yearly);
    payroll.months.extend(rows.as_ref().and_then(Months::only));
    let told = told(payroll, &source.name, today);
    let told = match &rows {
        Some(rows) => rows.told(told, payroll, Month::of(today)),
        None => told,
    };
    let month = told.as_ref().map(|told| told.month);
    if payroll.titled && month.is_none() && !payroll.yearly {
        payroll.yearly = true;
        let year = of_year(&titled_words(payroll));
        payroll.problems.push(year);
    }
    let named_year = payroll.year.or_else(|| year_of(&source.name)).or(month.map(Month::year));
    let found = match payroll.yearly {
        true => named_year.map(PayPeriod::Year),
        false => month.map(PayPeriod::Month),
    };
    let several = payroll.several || of_several(&source.name);
    let doubt = told
        .and_then(|told| told.doubt)
        .or_else(|| several.then(|| SEVERAL.to_owned()))
        .filter(|_| options.period.is_none() && !payroll.yearly);
    let named = options.period.or(found);
    let period = named.unwrap_or_else(|| PayPeriod::Month(Month::of(today).plus(-1)));
    // A year's sums are asked about as such, and of which month they are when they are a month's.
    let monthly = !payroll.yearly || options.decision(0, K::Yearly) == Some(PayDecision::AsRead);
    let doubt = doubt.or_else(|| (named.is_none() && monthly).then(|| unnamed(period)));
    payroll.problems.extend(doubt.map(|said| of_file(Severity::Ask, K::MonthUnsure, said)));
    let year = PayPeriod::Year(named_year.unwrap_or(period.year()));
    for one in payroll.problems.iter_mut().filter(|one| one.kind == K::Yearly) {
        one.proposal = Some(year.words());
    }
    let decided = options.decision(0, K::Yearly) == Some(PayDecision::Proposed);
    if payroll.yearly && decided && !period.is_year() {
        return (true, year);
    }
    if let Some(rows) = rows {
        rows.keep(payroll, period, options.period.is_some());
    }
    (named.is_some(), period)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::members::roster::tests::cases::book;
    use crate::sheets::payroll::read_as;

    /// The period of a sheet of this title, page and file, and what is asked about its month.
    fn period(title: &str, page: &str, file: &str, options: &PayOptions) -> (String, Option<String>) {
        let rows: [&[&str]; 3] =
            [&[title], &["工号", "姓名", "应发", "实发"], &["G1", "张三", "5000", "4000"]];
        let mut sheet = book(if title.is_empty() { &rows[1..] } else { &rows[..] });
        sheet.pages[0].name = page.to_owned();
        let today = "2026-11-16".parse().unwrap();
        let mut payroll = read_as(&sheet, today, &BTreeMap::new()).unwrap();
        let source = Source { name: file.to_owned(), sha256: String::new(), pasted: false };
        let (_, period) = of(&mut payroll, &source, options, today);
        let asked = payroll.problems.into_iter().find(|one| one.kind == K::MonthUnsure);
        (period.to_string(), asked.map(|one| one.message))
    }

    #[test]
    fn a_month_without_its_year_is_asked_about_and_never_taken_for_another() {
        let none = PayOptions::default();
        let (found, asked) = period("", "9月", "工资.xlsx", &none);
        assert_eq!(found, "2026-09", "the sheet's month, not the last one");
        assert!(asked.is_some_and(|said| said.starts_with("只写了9月，没有写哪一年，先按2026年9月记")));
        assert_eq!(period("", "12月", "工资.xlsx", &none).0, "2025-12", "the last that was");
        for (title, page, file, wanted) in [
            ("2026年工资表", "9月", "工资.xlsx", "2026-09"),
            ("2026年9月工资表", "9月", "2026年10月15日发来.xlsx", "2026-09"),
            ("", "9月", "2026年工资.xlsx", "2026-09"),
            ("", "10月", "工资.xlsx", "2026-10"),
            ("2026年7月26日-8月25日工资表", "Sheet1", "工资.xlsx", "2026-08"),
            ("2026年8月26日-9月25日工资表", "Sheet1", "工资.xlsx", "2026-09"),
            ("2026.8.26-9.25工资表", "Sheet1", "工资.xlsx", "2026-09"),
            ("2026年10月工资表（含三季度超产奖）", "Sheet1", "工资.xlsx", "2026-10"),
            ("2026年第2车间工资表", "10月", "工资.xlsx", "2026-10"),
            ("24年12月工资表", "Sheet1", "工资.xlsx", "2024-12"),
            ("二〇二四年十二月工资表", "Sheet1", "工资.xlsx", "2024-12"),
            ("", "Sheet1", "二零二四年12月份工资表.xlsx", "2024-12"),
        ] {
            assert_eq!(period(title, page, file, &none), (wanted.to_owned(), None), "{title} {page} {file}");
        }
        let chosen = PayOptions { period: Some("2025-09".parse().unwrap()), ..PayOptions::default() };
        let (found, asked) = period("工资表", "Sheet1", "工资.xlsx", &none);
        assert_eq!(found, "2026-10", "the month before, where nothing names one");
        assert!(
            asked.is_some_and(|said| said.contains("先按上个月（2026年10月）记")),
            "and it is asked about"
        );
        assert_eq!(period("", "Sheet1", "工资.xlsx", &chosen).1, None);
        let told = period("", "9月", "工资.xlsx", &chosen);
        assert_eq!(told, ("2025-09".to_owned(), None), "whoever names it is not asked");
    }

    #[test]
    fn an_average_month_under_the_title_of_a_year_is_no_years_sum() {
        let asked = |heading: &str| -> Vec<String> {
            let sheet =
                book(&[&["2025年度工资汇总表"], &["姓名", "部门", heading], &["张三", "焊接", "5000"]]);
            let today = "2026-11-16".parse().unwrap();
            let mut payroll = read_as(&sheet, today, &BTreeMap::new()).unwrap();
            let source = Source { name: "工资.xlsx".to_owned(), sha256: String::new(), pasted: false };
            of(&mut payroll, &source, &PayOptions::default(), today);
            payroll.problems.into_iter().filter(|one| one.kind == K::Yearly).map(|one| one.message).collect()
        };
        let said = asked("月均工资");
        assert!(said.len() == 1 && said[0].contains("“月均工资”是平均一个月的数"), "{said:?}");
        let said = asked("月工资");
        assert!(said.len() == 1 && said[0].contains("金额按一年的记"), "{said:?}");
        let said = asked("全年应发合计");
        assert!(said.len() == 1 && said[0].starts_with("表头写的是一年的数"), "{said:?}");
    }

    #[test]
    fn months_that_do_not_agree_and_months_to_come_are_asked_about() {
        for (title, page, file, wanted) in [
            ("2027年1月工资表", "Sheet1", "工资.xlsx", "2027-01"),
            ("2062年10月工资表", "Sheet1", "工资.xlsx", "2062-10"),
            ("2026年1-3月工资表", "Sheet1", "工资.xlsx", "2026-10"),
            ("2026年8月1日-10月31日工资表", "Sheet1", "工资.xlsx", "2026-10"),
            ("2026年第三季度工资表", "Sheet1", "工资.xlsx", "2026-10"),
            ("2026年上半年工资表", "Sheet1", "工资.xlsx", "2026-10"),
            ("2026年Q3工资表", "Sheet1", "工资.xlsx", "2026-10"),
            ("2026年7，8月工资表", "Sheet1", "工资.xlsx", "2026-10"),
            ("", "Sheet1", "202608-202610工资.xlsx", "2026-10"),
            ("", "Sheet1", "工资表2026-08至2026-10.xlsx", "2026-10"),
            ("", "Sheet1", "2026年1月至3月工资.xlsx", "2026-10"),
            ("9月工资表", "2026年8月", "工资.xlsx", "2026-08"),
            ("2026年10月工资表", "2026年9月", "工资.xlsx", "2026-10"),
            ("", "9月", "2026年10月.xlsx", "2026-09"),
            ("2026年度工资表", "9月", "工资.xlsx", "2026-09"),
            ("2026年工资表", "12月", "工资.xlsx", "2026-12"),
        ] {
            let (found, asked) = period(title, page, file, &PayOptions::default());
            assert_eq!((found.as_str(), asked.is_some()), (wanted, true), "{title} {page} {file}");
        }
    }
}
