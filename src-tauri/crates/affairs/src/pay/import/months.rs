//! A month of a payroll with its year and what is asked about it, and the rows by the months that a column names for them. One month is taken at a time: of several the one is proposed that
//! the title names, else the last that has begun, and the rows of the others are left unread, which is told.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::of_file;
use crate::members::roster::Severity;
use crate::month::{Month, months_words};
use crate::pay::model::PayPeriod;
use crate::sheets::SheetProblemKind as K;
use crate::sheets::payroll::{NamedMonth, Payroll, year_of};

/// A month that is told, and what is to be asked about it.
pub(super) struct Told {
    pub month: Month,
    pub doubt: Option<String>,
}

/// A month with its year; without one it is the last of its number.
pub(super) fn whole(named: NamedMonth, year: Option<i32>, present: Month) -> Option<Month> {
    match named.year.or(year) {
        Some(year) => Month::new(year, named.month),
        None => {
            let this = Month::new(present.year(), named.month)?;
            Some(if this > present { this.plus(-12) } else { this })
        }
    }
}

/// The months of the rows.
pub(super) struct Months {
    /// “月份”（C列）.
    column: String,
    /// Each that is named, in order.
    all: BTreeSet<Month>,
    /// Of each row that names one.
    of: BTreeMap<u32, Month>,
    /// How it is written where it is the only one.
    only: Option<NamedMonth>,
    /// The first row whose cell is no month, what it says, and how many such rows there are.
    odd: Option<(u32, String, usize)>,
}

impl Months {
    /// The months that the rows name; their year is that of the title where they name none, else the one that other rows name.
    pub fn of(payroll: &Payroll, file: &str, today: NaiveDate) -> Option<Self> {
        let dated = payroll.dated.as_ref()?;
        let years: BTreeSet<i32> = dated.rows.values().filter_map(|one| one.year).collect();
        let of_rows = years.first().copied().filter(|_| years.len() == 1);
        let year = payroll.year.or_else(|| year_of(file)).or(of_rows);
        let month = |named: NamedMonth| whole(named, year, Month::of(today));
        let of: BTreeMap<u32, Month> =
            dated.rows.iter().filter_map(|(row, named)| Some((*row, month(*named)?))).collect();
        let all: BTreeSet<Month> = of.values().copied().collect();
        let written = dated.rows.values();
        let only = written.max_by_key(|named| named.year.is_some()).copied().filter(|_| all.len() == 1);
        let odd = dated.odd.first().map(|(row, said)| (*row, said.trim().to_owned(), dated.odd.len()));
        let column = format!("“{}”（{}列）", dated.heading, sheet::column_name(dated.place));
        (!all.is_empty()).then_some(Self { column, all, of, only, odd })
    }

    /// The month that all rows name.
    pub fn only(&self) -> Option<NamedMonth> {
        self.only
    }

    /// The month that is told, beside what title, page and file tell.
    pub fn told(&self, told: Option<Told>, payroll: &Payroll, present: Month) -> Option<Told> {
        let odd = self.odd.as_ref().map(|(row, said, count)| {
            format!("{}里有{count}行写的不是月份（第{row}行写的是“{said}”）", self.column)
        });
        if self.all.len() == 1 {
            let Told { month, doubt } = told?;
            let of_odd = || Some(format!("{}，也按{}记；不是的请在表里改了再导入。", odd?, month.words()));
            return Some(Told { month, doubt: doubt.or_else(of_odd) });
        }
        let named = told.map(|told| told.month);
        let begun = self.all.range(..=present).next_back().or_else(|| self.all.first());
        let month = named.filter(|named| self.all.contains(named)).or(begun.copied())?;
        let mut doubt = format!(
            "{}里有{}个月（{}）的工资，一次导入一个月：先只读{}的{}行，别的行没有读。要别的月份，请在上面“哪个月”里改，每个月导入一次",
            self.column,
            self.all.len(),
            self.words(),
            month.words(),
            self.count(PayPeriod::Month(month)),
        );
        if payroll.titled {
            doubt.push_str("；要一年合起来的，写年份");
        }
        if let Some(named) = named.filter(|named| *named != month) {
            doubt.push_str(&format!("。标题、工作表或者文件名写的{}，这一列里没有", named.words()));
        }
        if let Some(odd) = odd {
            doubt.push_str(&format!("。{odd}，也没有读"));
        }
        doubt.push('。');
        Some(Told { month, doubt: Some(doubt) })
    }

    /// Leaves the rows of other months unread where there are several, and tells so where somebody said which month is meant.
    pub fn keep(&self, payroll: &mut Payroll, period: PayPeriod, chosen: bool) {
        if self.all.len() < 2 {
            return;
        }
        let kept = |row: u32| self.of.get(&row).is_some_and(|month| within(*month, period));
        let unread: BTreeSet<u32> =
            payroll.lines.iter().map(|line| line.row).filter(|row| !kept(*row)).collect();
        payroll.lines.retain(|line| !unread.contains(&line.row));
        payroll.problems.retain(|one| !unread.contains(&one.row));
        if !chosen {
            return;
        }
        let of = period.words();
        let (severity, message) = match payroll.lines.is_empty() {
            true => (
                Severity::Ask,
                format!(
                    "{}里没有{of}的行，只有{}的；请在上面“哪个月”里改成其中一个。",
                    self.column,
                    self.words()
                ),
            ),
            false => (
                Severity::Note,
                format!(
                    "{}里有{}个月（{}）的工资，只读了{of}的{}行，别的{}行没有读。",
                    self.column,
                    self.all.len(),
                    self.words(),
                    payroll.lines.len(),
                    unread.len()
                ),
            ),
        };
        payroll.problems.push(of_file(severity, K::MonthUnsure, message));
    }

    fn words(&self) -> String {
        months_words(&self.all.iter().copied().collect::<Vec<_>>())
    }

    fn count(&self, period: PayPeriod) -> usize {
        self.of.values().filter(|month| within(**month, period)).count()
    }
}

/// Whether a month is the period or lies in it.
fn within(month: Month, period: PayPeriod) -> bool {
    match period {
        PayPeriod::Month(one) => month == one,
        PayPeriod::Year(year) => month.year() == year,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::members::roster::tests::cases::book;
    use crate::members::sources::Source;
    use crate::pay::import::model::PayOptions;
    use crate::pay::import::period;
    use crate::sheets::payroll::read_as;

    /// What is read of a sheet with such a column: its period, the rows, whether the month is asked about, and what is said of it.
    struct Found {
        period: String,
        named: bool,
        rows: Vec<u32>,
        asked: bool,
        said: String,
    }

    fn found(title: &str, heading: &str, cells: &[&str], options: &PayOptions) -> Found {
        let head = ["工号", "姓名", heading, "应发", "实发"];
        let rows: Vec<[&str; 5]> = cells.iter().map(|cell| ["G1", "张三", cell, "5000", "4000"]).collect();
        let title = [title];
        let mut all: Vec<&[&str]> = vec![&title, &head];
        all.extend(rows.iter().map(|row| &row[..]));
        let today = "2026-11-16".parse().unwrap();
        let mut payroll = read_as(&book(&all), today, &BTreeMap::new()).unwrap();
        let source = Source { name: "工资.xlsx".to_owned(), sha256: String::new(), pasted: false };
        let (named, period) = period::of(&mut payroll, &source, options, today);
        let of_month: Vec<_> = payroll.problems.iter().filter(|one| one.kind == K::MonthUnsure).collect();
        Found {
            period: period.to_string(),
            named,
            rows: payroll.lines.iter().map(|line| line.row).collect(),
            asked: of_month.iter().any(|one| one.severity == Severity::Ask),
            said: of_month.iter().map(|one| one.message.as_str()).collect(),
        }
    }

    #[test]
    fn a_column_of_one_month_names_it_as_a_title_does() {
        let none = PayOptions::default();
        for heading in [
            "月份",
            "所属月份",
            "发薪月",
            "工资所属期",
            "工资月份",
            "年月",
            "所属期",
            "月 份",
            "所属期（年月）",
        ] {
            let found = found("工资表", heading, &["2026年8月", "2026年8月"], &none);
            assert_eq!(
                (found.period.as_str(), found.named, found.asked),
                ("2026-08", true, false),
                "{heading}"
            );
        }
        for cell in [
            "2026年8月",
            "2026-08",
            "202608",
            "#n 202608",
            "2026/8",
            "2026.08",
            "#d 2026-08-31",
            "20260831",
            "2026-08-31",
            "26年8月",
            "二〇二六年八月",
            "2026年7月26日-8月25日",
        ] {
            let found = found("工资表", "月份", &[cell, cell, cell], &none);
            let wanted = ("2026-08", true, false, 3);
            let got = (found.period.as_str(), found.named, found.asked, found.rows.len());
            assert_eq!(got, wanted, "{cell}: {}", found.said);
        }
        // Without its year it is asked about, as a title's is, but for the month before.
        for cell in ["8月", "8", "#n 8", "08月", "八月份"] {
            let found = found("工资表", "月份", &[cell, cell], &none);
            assert_eq!((found.period.as_str(), found.asked), ("2026-08", true), "{cell}");
            assert!(found.said.starts_with("只写了8月，没有写哪一年，先按2026年8月记"), "{}", found.said);
        }
        assert!(!found("工资表", "月份", &["10月"], &none).asked);
        assert!(!found("2026年工资表", "月份", &["8月"], &none).asked, "the title has the year");
        // Written once for the rows below it.
        let once = found("工资表", "月份", &["2026年8月", "", ""], &none);
        assert_eq!((once.period.as_str(), once.asked, once.rows.len()), ("2026-08", false, 3));
    }

    #[test]
    fn a_column_that_does_not_agree_or_names_no_month_is_told() {
        let none = PayOptions::default();
        let differ = found("2026年9月工资表", "月份", &["2026年8月"], &none);
        assert_eq!((differ.period.as_str(), differ.asked), ("2026-09", true));
        assert!(differ.said.starts_with("标题、工作表、“月份”一列和文件名写的月份不一样"), "{}", differ.said);
        let agree = found("2026年8月工资表", "月份", &["8月", "8月"], &none);
        assert_eq!((agree.period.as_str(), agree.asked, agree.said.as_str()), ("2026-08", false, ""));
        let chosen = PayOptions { period: Some("2026-07".parse().unwrap()), ..PayOptions::default() };
        let chosen = found("工资表", "月份", &["2026年8月"], &chosen);
        assert_eq!(
            (chosen.period.as_str(), chosen.rows.len()),
            ("2026-07", 1),
            "whoever names it is not asked"
        );
        for cell in ["本月", "全勤", "2026.1", "13"] {
            let found = found("工资表", "月份", &[cell, cell], &none);
            assert_eq!((found.named, found.asked), (false, true), "{cell}");
            assert!(found.said.contains("“月份”（C列）里多数不是月份"), "{}", found.said);
        }
        let odd = found("工资表", "月份", &["2026年8月", "2026年8月", "补"], &none);
        assert_eq!((odd.period.as_str(), odd.asked, odd.rows.len()), ("2026-08", true, 3));
        let together = found("工资表", "所属期", &["2026年7-9月", "2026年7-9月"], &none);
        assert!(together.asked, "several in each cell");
    }

    #[test]
    fn of_several_months_one_is_read_at_a_time() {
        let cells = ["2026年6月", "2026年7月", "2026年8月", "2026年8月"];
        let of = |title: &str, period: Option<&str>| {
            let period = period.map(|period| period.parse().unwrap());
            found(title, "月份", &cells, &PayOptions { period, ..PayOptions::default() })
        };
        let asked = of("工资表", None);
        assert_eq!((asked.period.as_str(), asked.asked, asked.rows), ("2026-08", true, vec![5, 6]));
        assert!(
            asked.said.starts_with(
                "“月份”（C列）里有3个月（2026年6月至8月）的工资，一次导入一个月：先只读2026年8月的2行"
            ),
            "{}",
            asked.said
        );
        assert_eq!(of("2026年7月工资表", None).rows, [4], "the one that the title names");
        let july = of("工资表", Some("2026-07"));
        assert_eq!((july.period.as_str(), july.asked, july.rows), ("2026-07", false, vec![4]));
        assert!(july.said.ends_with("只读了2026年7月的1行，别的3行没有读。"), "{}", july.said);
        assert_eq!(of("2026年度工资表", Some("2026")).rows.len(), 4, "a year is of all its months");
        let missed = of("工资表", Some("2026-09"));
        assert_eq!((missed.asked, missed.rows), (true, vec![]));
        let bare = found("工资表", "月份", &["12月", "1月", "2月"], &PayOptions::default());
        assert!(bare.said.contains("（2025年12月至2026年2月）"), "{}", bare.said);
        let odd = found("工资表", "月份", &["2026年7月", "2026年8月", "补"], &PayOptions::default());
        assert_eq!(odd.rows, [4]);
        assert!(odd.said.contains("1行写的不是月份（第5行写的是“补”），也没有读"), "{}", odd.said);
    }
}
