//! Headings that offices build of parts: 应发项目合计, 本月应发数, 代扣小计. Headings of one word stand in the folder's own file.

use super::PayColumn;
use crate::sheets::money;

/// What may stand before it.
const BEFORE: [&str; 8] = ["本月", "当月", "每月", "本期", "月", "全年", "年度", "税前"];
/// What is summed, and whether the word alone is sure of it: 工资合计 is, 工资数 is not.
const STEMS: [(&str, PayColumn, bool); 14] = [
    ("应发", PayColumn::Gross, true),
    ("应付", PayColumn::Gross, true),
    ("工资", PayColumn::Gross, false),
    ("薪资", PayColumn::Gross, false),
    ("薪酬", PayColumn::Gross, false),
    ("收入", PayColumn::Gross, false),
    ("应扣", PayColumn::Deducted, true),
    ("代扣代缴", PayColumn::Deducted, true),
    ("代扣", PayColumn::Deducted, true),
    ("扣款", PayColumn::Deducted, true),
    ("扣除", PayColumn::Deducted, true),
    ("实发", PayColumn::Net, true),
    ("实领", PayColumn::Net, true),
    ("实付", PayColumn::Net, true),
];
/// Of what kind the sum is.
const OF: [&str; 6] = ["", "工资", "薪资", "薪酬", "职工薪酬", "款"];
/// What stands over several columns and is no sum until a total is said.
const PARTS: [&str; 4] = ["项目", "工资项目", "部分", "款项"];
/// A total.
const TOTALS: [&str; 6] = ["合计", "小计", "总计", "共计", "总额", "总数"];
/// A sum.
const PLAIN: [&str; 5] = ["", "金额", "数额", "数", "额"];

/// What is paid once a year, under words of its own.
const YEARLY: [&str; 6] = ["双薪", "年奖", "年度奖", "年度奖金", "年度绩效奖", "年度一次性奖金"];
/// What is paid at the end of a year.
const ONCE: [&str; 6] = ["奖", "绩效", "薪", "红", "工资", "兑现"];
/// What a thirteenth month is of.
const WAGES: [&str; 5] = ["工资", "薪资", "薪酬", "薪", "奖金"];
/// What is reckoned from what is paid, or for it.
const NO_PAY: [&str; 13] =
    ["税", "扣", "率", "系数", "得分", "级", "基数", "实发", "到手", "月数", "天数", "合计", "小计"];

/// What a heading built of parts names: what is due in all, what is taken off in all, what is paid out.
pub(super) fn built(heading: &str) -> Option<PayColumn> {
    let after = BEFORE.iter().find_map(|word| heading.strip_prefix(*word));
    let rest = after.unwrap_or(heading);
    let (column, sure, rest) = STEMS
        .iter()
        .find_map(|(stem, column, sure)| rest.strip_prefix(*stem).map(|rest| (*column, *sure, rest)))?;
    if rest.is_empty() {
        return (after.is_some() && sure).then_some(column);
    }
    let mut of = OF.iter().filter_map(|word| rest.strip_prefix(*word));
    let mut parts = PARTS.iter().filter_map(|word| rest.strip_prefix(*word));
    let named = of.any(|end| TOTALS.contains(&end) || sure && PLAIN.contains(&end))
        || parts.any(|end| TOTALS.contains(&end));
    named.then_some(column)
}

/// Whether a heading names what is paid once a year: 年底双薪, 年终绩效奖, 第13个月薪资, 2025年度奖金. What is reckoned from it is not.
pub(super) fn once_a_year(heading: &str) -> bool {
    let undated = heading.trim_start_matches(|c: char| c.is_ascii_digit());
    let dated = || undated.strip_prefix("年度").or_else(|| undated.strip_prefix('年'));
    let ends = |text: &str| {
        let what = text.strip_prefix("年终").or_else(|| text.strip_prefix("年底"));
        what.is_some_and(|what| ONCE.iter().any(|word| what.contains(word))) || text == "年终"
    };
    let thirteenth = || {
        let bare = heading.strip_prefix('第').unwrap_or(heading);
        let behind = bare.strip_prefix("13").or_else(|| bare.strip_prefix("十三"));
        let month = behind.map(|rest| rest.strip_prefix('个').unwrap_or(rest));
        month.and_then(|rest| rest.strip_prefix('月')).is_some_and(|what| WAGES.contains(&what))
    };
    let named = |text: &str| YEARLY.contains(&text) || text.starts_with("全年一次性奖") || ends(text);
    let all = [Some(heading), Some(undated), dated()];
    (all.into_iter().flatten().any(named) || thirteenth())
        && !NO_PAY.iter().any(|word| heading.contains(word))
}

/// A heading as it stands, without figures before it, and without the time that they are of: 2025年薪 is 年薪, 2025年10月应发 is
/// 应发. 2025年10月工资 may be a title.
pub(super) fn undated(heading: &str) -> [&str; 3] {
    let rest = heading.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == heading.len() {
        return [heading; 3];
    }
    let of_year = rest.strip_prefix("年度").or_else(|| rest.strip_prefix('年')).unwrap_or(rest);
    let of_month = of_year.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = of_month.strip_prefix('月').unwrap_or(of_month);
    [heading, rest, if bare.starts_with(['应', '实']) { bare } else { rest }]
}

/// Whether a heading says that its sums are a year's: 全年应发合计, 年度工资, 年收入.
pub(super) fn of_a_year(heading: &str) -> bool {
    money::of_a_year(heading) || ["全年", "年度", "年收入"].iter().any(|word| heading.contains(word))
}

/// Whether a heading says that its sums are those of an average month: 月均工资.
pub fn of_an_average(heading: &str) -> bool {
    ["月均", "月平均"].iter().any(|word| heading.contains(word))
}

/// How surely a heading names what is due in all: 应发合计 before 应发小计 before 月薪. Of a month's and a year's the month's is meant.
pub(super) fn surety(heading: &str) -> u8 {
    if of_a_year(heading) {
        return 0;
    }
    match heading.contains("应发") || heading.contains("应付") {
        true if heading.contains("小计") => 1,
        true => 2,
        false => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::table::Columns;

    #[test]
    fn headings_built_of_parts_are_known() {
        use PayColumn::{Absence, BackPay, Base, Bonus, Deducted, Gross, Net};
        for (heading, wanted) in [
            ("应发项目合计", Some(Gross)),
            ("应发工资小计", Some(Gross)),
            ("本月应发", Some(Gross)),
            ("应发数", Some(Gross)),
            ("应发合计（元）", Some(Gross)),
            ("工资合计", Some(Gross)),
            ("薪资合计", Some(Gross)),
            ("应付职工薪酬", Some(Gross)),
            ("应扣项目合计", Some(Deducted)),
            ("代扣小计", Some(Deducted)),
            ("实发工资合计", Some(Net)),
            ("2025年薪（元/年）", Some(Gross)),
            ("2025年10月应发", Some(Gross)),
            ("2025年10月工资", None),
            ("基本工资", Some(Base)),
            ("13薪", Some(Bonus)),
            ("年底双薪", Some(Bonus)),
            ("双薪", Some(Bonus)),
            ("年终奖励", Some(Bonus)),
            ("年终绩效", Some(Bonus)),
            ("年终绩效奖", Some(Bonus)),
            ("年度奖金", Some(Bonus)),
            ("年终", Some(Bonus)),
            ("年奖", Some(Bonus)),
            ("13月工资", Some(Bonus)),
            ("十三个月工资", Some(Bonus)),
            ("第13个月薪资", Some(Bonus)),
            ("年终一次性奖金（元）", Some(Bonus)),
            ("全年一次性奖", Some(Bonus)),
            ("年终分红", Some(Bonus)),
            ("2025年度年终奖", Some(Bonus)),
            ("2025年终奖", Some(Bonus)),
            ("年终奖个税", None),
            ("年终绩效系数", None),
            ("年终考核等级", None),
            ("年底结余", None),
            ("12月工资", Some(Gross)),
            ("补发", Some(BackPay)),
            ("补发/补扣", Some(BackPay)),
            ("补差（元）", Some(BackPay)),
            ("补扣", Some(Absence)),
            ("缺勤扣款", Some(Absence)),
            ("请假扣款(元)", Some(Absence)),
            ("补贴扣款", None),
            ("10月", None),
            ("应发项目", None),
            ("应发奖金", None),
            ("基本工资合计", None),
            ("工资数", None),
            ("合计", None),
            ("本月合计", None),
            ("税前金额", None),
        ] {
            assert_eq!(PayColumn::of_heading(heading), wanted, "{heading}");
        }
        for heading in [
            "月工资",
            "月收入",
            "每月工资",
            "薪资",
            "税前工资",
            "税前收入",
            "应得工资",
            "月均工资",
            "月平均工资",
        ] {
            assert_eq!(
                (PayColumn::of_heading(heading), of_a_year(heading)),
                (Some(Gross), false),
                "{heading}"
            );
        }
        for heading in [
            "年收入（万元）",
            "全年应发",
            "全年应发合计",
            "全年工资",
            "全年工资总额",
            "年度应发合计",
            "2025年度应发合计",
        ] {
            assert_eq!(
                (PayColumn::of_heading(heading), of_a_year(heading)),
                (Some(Gross), true),
                "{heading}"
            );
        }
        assert!(surety("应发合计") > surety("全年应发合计"));
        assert!(surety("应发合计") > surety("应发小计") && surety("应发小计") > surety("月薪"));
    }
}
