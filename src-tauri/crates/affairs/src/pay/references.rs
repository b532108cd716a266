//! Figures that wages are laid beside: what one may be, reading them from a paste, keeping them. No figure stands in the program:
//! each comes with its source from the person at the desk.

use chrono::NaiveDate;
use ledger::{Fen, Tx};
use serde::Serialize;
use ts_rs::TS;

use super::model::{PayPeriod, PayReference, PayReferenceId, PayReferenceKind as Kind, PayUnit};
use super::store;
use crate::Problem;
use crate::office::short;
use crate::sheets::{SheetProblem, SheetProblemKind, figures};

/// The largest sum of money that is believed, in fen.
const LARGEST: i64 = 1_000_000_000;
/// The largest growth that is believed, in hundredths of a percent.
const WHOLE: i64 = 10_000;
/// A growth of prices from here on is the index that calls the year before a hundred, in hundredths of a percent.
const INDEX: u64 = 5_000;
/// What is said before a growth under zero.
const FALLS: [&str; 7] = ["同比下降", "下降", "下跌", "降低", "回落", "降", "跌"];
/// What is said before one over zero.
const RISES: [&str; 8] = ["同比上涨", "同比增长", "上涨", "增长", "上升", "提高", "涨", "增"];

/// Figures read from a paste, to be looked at before they are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PayReferencesRead {
    /// The figures.
    pub figures: Vec<PayReference>,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
}

impl Kind {
    /// The units in which it is told; the first where nothing is said.
    pub fn units(self) -> &'static [PayUnit] {
        match self {
            Kind::Minimum => &[PayUnit::YuanMonth],
            Kind::MinimumHour => &[PayUnit::YuanHour],
            Kind::Average => &[PayUnit::YuanMonth, PayUnit::YuanYear],
            Kind::Cpi | Kind::Productivity | Kind::LineBase | Kind::LineUpper | Kind::LineLower => {
                &[PayUnit::Percent]
            }
        }
    }

    /// Whether it holds from a day on, and not for a year or a month.
    pub fn from_a_day(self) -> bool {
        matches!(self, Kind::Minimum | Kind::MinimumHour)
    }

    /// From words as tables write them.
    fn read(words: &str) -> Option<Kind> {
        let says = |word: &str| words.contains(word);
        Some(match () {
            () if says("最低工资") && (says("小时") || says("非全日制")) => Kind::MinimumHour,
            () if says("最低工资") => Kind::Minimum,
            () if says("价格") || says("物价") || words.to_ascii_uppercase().contains("CPI") => Kind::Cpi,
            () if says("生产率") => Kind::Productivity,
            () if says("基准线") || says("基准") => Kind::LineBase,
            () if says("上线") || says("预警线") => Kind::LineUpper,
            () if says("下线") => Kind::LineLower,
            () if says("平均工资") => Kind::Average,
            () => return None,
        })
    }
}

fn check(one: &PayReference) -> Result<(), Problem> {
    if one.region.trim().is_empty() {
        return Err(Problem::input("region", "请写适用的地区：省、市或者区县的名称。"));
    }
    short("region", &one.region, 30)?;
    if one.source.trim().is_empty() {
        return Err(Problem::input("source", "请写来源：哪个文件、文号，或者哪里公布的。"));
    }
    short("source", &one.source, 100)?;
    if one.kind.from_a_day() {
        if one.period.parse::<NaiveDate>().is_err() {
            return Err(Problem::input("period", "最低工资标准请写从哪一天起执行。"));
        }
    } else if one.period.parse::<PayPeriod>().is_err() {
        return Err(Problem::input("period", "请写哪一年，或者哪个月。"));
    }
    if !one.kind.units().contains(&one.unit) {
        return Err(Problem::input("unit", "这一类的单位不对，请重新选择。"));
    }
    let fits = match one.unit {
        PayUnit::Percent => (-WHOLE..=WHOLE).contains(&one.value),
        _ => (1..=LARGEST).contains(&one.value),
    };
    if one.kind == Kind::Cpi && one.value.unsigned_abs() >= INDEX {
        let message = "这个数像是以上年为100的指数；请写涨跌的百分数，例如指数99.7写成-0.3。";
        return Err(Problem::input("value", message));
    }
    if fits { Ok(()) } else { Err(Problem::input("value", "数值太大或者太小，请核对单位。")) }
}

/// Keeps a figure.
///
/// Errors: `bad_input` at its field; `refused` at `period` where one of the kind, region and time stands; `not_found`.
pub fn save(tx: &Tx, one: &PayReference) -> Result<PayReferenceId, Problem> {
    check(one)?;
    if store::references::same(tx, one)?.is_some_and(|known| known.id != one.id) {
        let message = "这一类、这个地区、这个时间的数据已经登记过，请改那一条。";
        return Err(Problem::new("refused", message).at("period"));
    }
    let id = one.id.unwrap_or_else(|| tx.new_id());
    store::references::write(tx, id, one, one.id.is_none())?;
    Ok(id)
}

/// Keeps several, all or none; answers how many were new or changed.
///
/// Errors: as `save`, at `figures.N`; `nothing_new`.
pub fn save_all(tx: &Tx, figures: &[PayReference]) -> Result<u32, Problem> {
    let mut kept = 0;
    for (at, one) in figures.iter().enumerate() {
        let known = store::references::same(tx, one)?;
        if known.as_ref().is_some_and(|known| (known.value, known.unit) == (one.value, one.unit)) {
            continue;
        }
        let id = known.and_then(|known| known.id);
        save(tx, &PayReference { id, ..one.clone() }).map_err(|why| why.at(&format!("figures.{at}")))?;
        kept += 1;
    }
    if kept == 0 {
        return Err(Problem::new("nothing_new", "这些数据账本里都已经有了，没有改动。"));
    }
    Ok(kept)
}

/// Puts a figure out of sight.
pub fn remove(tx: &Tx, id: PayReferenceId) -> Result<(), Problem> {
    store::references::remove(tx, id)
}

/// Reads figures of a pasted table; nothing is kept.
///
/// Errors: `no_figures` where it is no such table.
pub fn read(book: &sheet::Book, today: NaiveDate) -> Result<PayReferencesRead, Problem> {
    let found = figures::read(book, today).ok_or_else(|| {
        let message = "没有认出表头：第一行请写类别、地区、时间、数值、来源。";
        Problem::new("no_figures", message).at("text")
    })?;
    let mut problems = found.problems;
    let mut all = Vec::new();
    for line in found.lines {
        match figure(&line) {
            Ok(one) => all.push(one),
            Err(why) => problems.push(SheetProblem {
                row: line.row,
                column: 0,
                severity: crate::members::roster::Severity::Ask,
                kind: SheetProblemKind::NotMoney,
                message: format!("第{}行：{why}", line.row),
                was: line.value,
                proposal: None,
            }),
        }
    }
    Ok(PayReferencesRead { figures: all, problems })
}

/// A line as a figure; why it is none.
fn figure(line: &figures::FigureLine) -> Result<PayReference, String> {
    let kind = Kind::read(&line.kind).ok_or_else(|| format!("不认识“{}”这一类。", line.kind))?;
    let kind = of_an_hour(kind, &line.value)?;
    let period = period(&line.period, kind).ok_or_else(|| format!("看不出“{}”是什么时间。", line.period))?;
    let no_figure = || format!("“{}”不是数。", line.value);
    let (value, unit) = match kind.units() {
        [PayUnit::Percent] => (percent(&line.value).ok_or_else(no_figure)?, PayUnit::Percent),
        units => {
            let (value, said) = money(&line.value).ok_or_else(no_figure)?;
            (value, unit(units, said, line, &period)?)
        }
    };
    let one = PayReference {
        id: None,
        kind,
        region: line.region.trim().to_owned(),
        period,
        value,
        unit,
        source: line.source.trim().to_owned(),
    };
    check(&one).map_err(|why| why.message)?;
    Ok(one)
}

/// A minimum wage by what stands behind its sum: 20.8元/小时 is of an hour, whatever the kind is called.
fn of_an_hour(kind: Kind, value: &str) -> Result<Kind, String> {
    let (_, behind) = parted(value.trim());
    match (kind, behind.contains('时'), behind.contains('月')) {
        (Kind::Minimum, true, false) => Ok(Kind::MinimumHour),
        (Kind::MinimumHour, false, true) | (Kind::Minimum | Kind::MinimumHour, true, true) => {
            Err(format!("“{value}”看不出是一个月的还是一个小时的标准，请写明。"))
        }
        _ => Ok(kind),
    }
}

/// The unit of a sum by what stands behind it, else by what it is called: 年平均工资 is a year's, 上年度月平均工资 a month's. The sum of
/// a year that is called neither may be either.
fn unit(units: &[PayUnit], said: &str, line: &figures::FigureLine, period: &str) -> Result<PayUnit, String> {
    let [first, per_year, ..] = units else { return Ok(units.first().copied().unwrap_or(PayUnit::Percent)) };
    let called = undated(&line.kind);
    let of_a_year = [said, called.as_str()].into_iter().find_map(|words| {
        let (month, year) = (words.contains('月'), words.contains('年'));
        (month || year).then_some(!month)
    });
    match of_a_year {
        Some(true) => Ok(*per_year),
        Some(false) => Ok(*first),
        None if matches!(period.parse::<PayPeriod>(), Ok(PayPeriod::Month(_))) => Ok(*first),
        None => Err(format!(
            "“{}”没有写是一年的还是一个月的，请在数值后面写明，例如“98456元/年”“8204元/月”。",
            line.value
        )),
    }
}

/// Words without the time that they are of: 2025年度月平均工资 is 月平均工资.
fn undated(words: &str) -> String {
    let mut rest = words.to_owned();
    for before in ["上年度", "上一年度", "本年度", "上年", "上一年", "去年", "今年"] {
        rest = rest.replace(before, "");
    }
    let mut bare = String::new();
    let mut figure = false;
    for c in rest.chars() {
        let date = figure && matches!(c, '年' | '月');
        figure = c.is_ascii_digit();
        if !figure && !date {
            bare.push(c);
        }
    }
    bare
}

/// A sum of money in fen, with what is said behind its unit: 98456元/年, 9.85万元. None of what counts otherwise: 5.2%, 3亿元.
fn money(text: &str) -> Option<(i64, &str)> {
    let (digits, behind) = parted(text.trim());
    let (tens, said) = match behind.chars().next() {
        Some('万') => (4, behind.trim_start_matches('万')),
        Some('千') => (3, behind.trim_start_matches('千')),
        _ => (0, behind),
    };
    let other = said.contains(['%', '％', '‰', '百', '千', '万', '亿', '倍']);
    Some((scaled(digits, tens)?, said)).filter(|_| !other)
}

/// A growth in hundredths of a percent: 5, -0.3%, 下降0.3%, 上涨2个百分点.
fn percent(text: &str) -> Option<i64> {
    let text = text.trim();
    let after = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(*word)).map(str::trim);
    let (falls, rest) = match (after(&FALLS), after(&RISES)) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => (false, text),
    };
    let (digits, behind) = parted(rest);
    let behind = behind.trim();
    let value = scaled(digits, 0)?;
    // 下降-0.3% says two things.
    let twice = rest.len() < text.len() && value < 0;
    if twice || !matches!(behind, "" | "%" | "％" | "个百分点" | "百分点") {
        return None;
    }
    Some(if falls { -value } else { value })
}

/// A text with what stands behind its last figure.
fn parted(text: &str) -> (&str, &str) {
    text.split_at(text.trim_end_matches(|c: char| !c.is_ascii_digit()).len())
}

/// Digits with so many noughts behind them, in hundredths that come out whole: fen of yuan, hundredths of a percent.
fn scaled(digits: &str, tens: usize) -> Option<i64> {
    let plain: String = digits.chars().filter(|c| !matches!(c, ',' | '¥' | '￥' | ' ')).collect();
    let signed = plain.strip_prefix(['-', '－', '−']);
    let (minus, plain) = signed.map_or((false, plain.as_str()), |rest| (true, rest));
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let part = part.trim_end_matches('0');
    let places = tens + 2;
    let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || part.len() > places || !figures(whole) || !figures(part) {
        return None;
    }
    let sum = format!("{whole}{part:0<places$}").parse::<i64>().ok()?;
    Some(if minus { -sum } else { sum })
}

/// 2025, 2025年, 2026年4月1日, 2026-04-01, as the column keeps it.
fn period(text: &str, kind: Kind) -> Option<String> {
    let figures: Vec<u32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let year = |year: u32| i32::try_from(year).ok().filter(|year| (1900..=2999).contains(year));
    match (figures.as_slice(), kind.from_a_day()) {
        ([y, m, d], true) => NaiveDate::from_ymd_opt(year(*y)?, *m, *d).map(|day| day.to_string()),
        ([y], false) => year(*y).map(|year| PayPeriod::Year(year).to_string()),
        ([y, m, ..], false) => crate::month::Month::new(year(*y)?, *m).map(|month| month.to_string()),
        _ => None,
    }
}

/// The sum of a figure that counts in money.
pub fn fen(one: &PayReference) -> Option<Fen> {
    (one.unit != PayUnit::Percent).then_some(Fen(one.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::roster::tests::cases::book;

    #[test]
    fn figures_are_read_from_a_pasted_table() {
        let rows = [
            &["类别", "地区", "时间", "数值", "来源"][..],
            &["月最低工资标准", "南昌市", "2026年4月1日", "2,080元/月", "赣人社发〔2026〕3号"],
            &["居民消费价格涨幅", "江西省", "2025", "-0.3%", "统计公报"],
            &["工资指导线基准线", "江西省", "2026年", "5", "赣人社发〔2026〕9号"],
            &["城镇单位平均工资", "南昌市", "2025年", "98456元/年", "统计局公布"],
            &["最低工资标准", "南昌市", "2026", "2080", "赣人社发〔2026〕3号"],
            &["气温", "南昌市", "2026", "35", ""],
        ];
        let read = read(&book(&rows), "2026-11-16".parse().unwrap()).unwrap();
        let told: Vec<_> = read
            .figures
            .iter()
            .map(|one| (one.kind, one.period.as_str(), one.unit.words(one.value)))
            .collect();
        assert_eq!(
            told,
            [
                (Kind::Minimum, "2026-04-01", "2,080.00元/月".to_owned()),
                (Kind::Cpi, "2025", "-0.30%".to_owned()),
                (Kind::LineBase, "2026", "5.00%".to_owned()),
                (Kind::Average, "2025", "98,456.00元/年".to_owned()),
            ]
        );
        assert_eq!(read.problems.len(), 2, "a minimum wage without its day, and no figure of wages");
    }

    /// A figure of such a line as a sentence, or why it is none.
    fn told(kind: &str, period: &str, value: &str) -> Result<String, String> {
        let owned = str::to_owned;
        let line = figures::FigureLine {
            row: 2,
            kind: owned(kind),
            region: owned("江西省"),
            period: owned(period),
            value: owned(value),
            source: owned("统计公报"),
        };
        figure(&line).map(|one| one.unit.words(one.value))
    }

    #[test]
    fn an_average_is_of_a_year_or_of_a_month_as_it_is_said_and_else_asked_about() {
        for (kind, period, value, wanted) in [
            ("城镇单位在岗职工年平均工资", "2025", "98456", "98,456.00元/年"),
            ("年度平均工资", "2025年", "98456元", "98,456.00元/年"),
            ("全口径平均工资", "2025", "98456元/年", "98,456.00元/年"),
            ("上年度月平均工资", "2025", "8204.67", "8,204.67元/月"),
            ("2025年在岗职工月平均工资", "2025", "8204.67元", "8,204.67元/月"),
            ("年平均工资折算", "2025", "8204.67元/月", "8,204.67元/月"),
            ("平均工资", "2025年3月", "8204.67", "8,204.67元/月"),
            ("年平均工资", "2025", "9.8456万元", "98,456.00元/年"),
            ("年平均工资", "2025", "98.456千元", "98,456.00元/年"),
        ] {
            assert_eq!(told(kind, period, value).as_deref(), Ok(wanted), "{kind} {period} {value}");
        }
        for kind in ["平均工资", "2025年城镇单位平均工资", "上年平均工资"] {
            let why = told(kind, "2025", "98456").unwrap_err();
            assert!(why.contains("没有写是一年的还是一个月的"), "{kind}: {why}");
        }
        assert!(told("平均工资增长", "2025", "5.2%").is_err(), "a growth is no sum");
        assert!(told("年平均工资", "2025", "9.84567万元").is_ok());
        assert!(told("年平均工资", "2025", "9.84561234万元").is_err(), "less than a fen");
    }

    #[test]
    fn a_minimum_wage_of_an_hour_is_never_taken_for_that_of_a_month() {
        for (kind, value, wanted) in [
            ("最低工资标准", "20.8元/小时", "20.80元/小时"),
            ("小时最低工资标准", "20.8", "20.80元/小时"),
            ("最低工资标准", "2080元/月", "2,080.00元/月"),
            ("月最低工资标准", "2080", "2,080.00元/月"),
        ] {
            assert_eq!(told(kind, "2026-04-01", value).as_deref(), Ok(wanted), "{kind} {value}");
        }
        assert!(told("小时最低工资标准", "2026-04-01", "2080元/月").is_err(), "it says both");
    }

    #[test]
    fn a_growth_is_read_with_the_word_that_says_which_way() {
        for (kind, value, wanted) in [
            ("居民消费价格涨幅", "下降0.3%", "-0.30%"),
            ("居民消费价格涨幅", "上涨2%", "2.00%"),
            ("居民消费价格涨幅", "同比上涨0.2％", "0.20%"),
            ("居民消费价格涨幅", "−0.3", "-0.30%"),
            ("劳动生产率", "增长6.1%", "6.10%"),
        ] {
            assert_eq!(told(kind, "2025", value).as_deref(), Ok(wanted), "{value}");
        }
        for value in ["下降-0.3%", "5‰", "3元", "5%-7%"] {
            assert!(told("居民消费价格涨幅", "2025", value).is_err(), "{value}");
        }
        let index = told("居民消费价格指数", "2025", "99.7").unwrap_err();
        assert!(index.contains("以上年为100的指数"), "{index}");
    }
}
