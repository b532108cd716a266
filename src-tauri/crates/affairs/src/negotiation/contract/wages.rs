//! Reading a wage of a month in whatever words it is told: a name of the wage, a bound, a sum (职工月薪不少于2,000元, 最低工资为2,000元,
//! 月工资2,000元起). The names and the bounds stand in the clause files; which fact such a wage is, `facts` asks.

use serde::Deserialize;

/// Before these another thing is spoken of than behind them.
const ENDS: [char; 6] = ['，', '、', '：', '（', '.', '．'];
/// What may stand behind a bound that is told after the sum.
const CLOSING: [char; 8] = ['，', '、', '：', '（', '(', '）', ')', '”'];

/// How a wage of a month is told, in any joining of its name, a bound and a sum.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WageWords {
    /// What a wage is called.
    pub names: Vec<String>,
    /// Before the sum these say that it is the least.
    pub bounds: Vec<String>,
    /// What else may stand between the name and the sum.
    pub between: Vec<String>,
    /// So may these, where a bound is told before the sum or behind it.
    pub ranges: Vec<String>,
    /// So may these, where a bound is told; they make it a total, which may be that of the whole firm.
    pub totals: Vec<String>,
    /// Behind the sum these say that it is the least.
    pub upwards: Vec<String>,
    /// What may stand right behind the sum and leaves it what it is.
    pub units: Vec<String>,
    /// Up to the next comma behind these stands what is not counted in.
    pub apart: Vec<String>,
    /// Behind the sum these make it a case or the base of something else.
    pub cases: Vec<String>,
    /// None of these stands before the sum.
    pub without: Vec<String>,
}

/// A fact that is a wage of a month, in any joining of its words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfWage {
    /// A bound must be told.
    #[serde(default)]
    pub bound: bool,
    /// A month must be named.
    #[serde(default)]
    pub month: bool,
    /// What is told as a total may be it.
    #[serde(default)]
    pub total: bool,
    /// What alone may stand before its name; anything where there are none.
    #[serde(default)]
    pub whose: Vec<String>,
    /// None of these stands before the sum, beside those that make any wage another thing.
    #[serde(default)]
    pub without: Vec<String>,
}

/// What stands before a sum, where it names a wage.
struct Named<'a> {
    /// Whose wage it is: all that stands before its name, since the last comma.
    whose: &'a str,
    /// A bound is told with it.
    bound: bool,
    /// It is called a wage of a month.
    monthly: bool,
    /// It is told by words that name a wage only with a bound.
    loose: bool,
    /// It is told as a total.
    total: bool,
}

/// What stands behind a sum that is no case and no base.
struct Behind {
    /// A bound is told there.
    bound: bool,
    /// A month is.
    month: bool,
}

/// A text without the longest of these words at its end; none where it ends with none of them.
pub(super) fn without_end<'a>(text: &'a str, words: &[String]) -> Option<&'a str> {
    words.iter().filter_map(|word| text.strip_suffix(word.as_str())).min_by_key(|rest| rest.len())
}

/// A text without the longest of these words at its beginning; none where it begins with none of them.
fn without_start<'a>(text: &'a str, words: &[String]) -> Option<&'a str> {
    words.iter().filter_map(|word| text.strip_prefix(word.as_str())).min_by_key(|rest| rest.len())
}

fn any(words: &[String], text: &str) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// A text without what stands in brackets, and without the pieces that say what is not counted in.
fn counted(words: &WageWords, before: &str) -> String {
    let mut parts = before.split('（');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('）') {
            Some((_, behind)) => text.push_str(behind),
            None => {
                text.push('（');
                text.push_str(part);
            }
        }
    }
    let apart = |piece: &str| words.apart.iter().any(|word| piece.trim_start().starts_with(word.as_str()));
    text.split('，').filter(|piece| !apart(piece)).collect::<Vec<_>>().join("，")
}

/// The wage that the words before a sum name.
fn named<'a>(words: &WageWords, before: &'a str) -> Option<Named<'a>> {
    let (mut rest, mut bound) = (before.trim_end(), false);
    let (mut loose, mut total) = (false, false);
    loop {
        rest = if let Some(less) = without_end(rest, &words.bounds) {
            bound = true;
            less.trim_end()
        } else if let Some(less) = without_end(rest, &words.between) {
            less.trim_end()
        } else if let Some(less) = without_end(rest, &words.ranges) {
            loose = true;
            less.trim_end()
        } else if let Some(less) = without_end(rest, &words.totals) {
            (loose, total) = (true, true);
            less.trim_end()
        } else if let Some(less) = rest.strip_suffix(['，', '的']).filter(|_| bound) {
            // 工资，不低于…; without a bound what follows is another sum.
            less.trim_end()
        } else {
            break;
        };
    }
    let head = without_end(rest, &words.names)?;
    let mut monthly = rest[head.len()..].starts_with('月');
    let mut head = head.trim_end().trim_end_matches('的');
    if let Some(less) = head.strip_suffix('月') {
        monthly = true;
        head = less.trim_end_matches(['每', '个']);
    }
    if let Some(less) = without_end(head, &words.bounds) {
        bound = true;
        head = less;
    }
    let whose = head.rsplit(ENDS).next().unwrap_or_default().trim();
    Some(Named { whose, bound, monthly, loose, total })
}

/// What the words behind a sum make of it; none where it is a case (…以下的) or the base of something else.
fn behind_sum(words: &WageWords, behind: &str) -> Option<Behind> {
    let mut found = Behind { bound: false, month: false };
    let mut rest = behind.trim_start();
    loop {
        if let Some(less) = without_start(rest, &words.units) {
            found.month |= rest[..rest.len() - less.len()].contains('月');
            rest = less.trim_start();
        } else if let Some(less) = without_start(rest, &words.upwards).filter(|_| !found.bound) {
            found.bound = true;
            rest = less.trim_start();
        } else {
            break;
        }
    }
    let closes = rest.is_empty() || rest.starts_with(CLOSING) || rest.starts_with("的标准");
    let case = found.bound || words.cases.iter().any(|word| rest.starts_with(word.as_str()));
    (closes || !case).then_some(found)
}

/// Whether a text is made of these words and nothing else.
fn only_of(words: &[String], text: &str) -> bool {
    let mut rest = text;
    while !rest.is_empty() {
        match without_start(rest, words) {
            Some(less) => rest = less.trim_start(),
            None => return false,
        }
    }
    true
}

/// Whether a sum is a wage of the kind that is asked for: `before` stands since the amount before it, `behind` up to the next one.
pub(super) fn is_wage(words: &WageWords, of: &OfWage, before: &str, behind: &str) -> bool {
    let before = counted(words, before);
    if any(&words.without, &before) || any(&of.without, &before) {
        return false;
    }
    let (Some(wage), Some(sum)) = (named(words, &before), behind_sum(words, behind)) else { return false };
    let bound = wage.bound || sum.bound;
    // 每月付给职工的工资不低于…: with a bound the month may stand further off.
    let far = bound && before.rsplit(ENDS).next().is_some_and(|piece| piece.contains('月'));
    let month = wage.monthly || sum.month || far;
    let told = (bound || !(of.bound || wage.loose)) && (of.total || !wage.total);
    told && (month || !of.month) && (of.whose.is_empty() || only_of(&of.whose, wage.whose))
}

#[cfg(test)]
mod tests {
    use super::is_wage;
    use crate::negotiation::amounts::amounts;
    use crate::negotiation::contract::library::{ClauseLibrary, Fact};
    use std::path::Path;

    fn said(library: &ClauseLibrary, fact: &Fact, sentence: &str) -> bool {
        let chars: Vec<char> = sentence.chars().collect();
        let sum = amounts(sentence).remove(0);
        let text = |part: &[char]| part.iter().collect::<String>();
        let (before, behind) = (text(&chars[..sum.at.start]), text(&chars[sum.at.end..]));
        is_wage(&library.words.wage, fact.wage.as_ref().unwrap(), &before, &behind)
    }

    /// Each with whether it is everybody's lowest wage, a wage of a month, a wage of which no month is named.
    #[test]
    fn a_wage_is_read_by_its_name_and_its_bound_in_any_joining_and_nothing_else_is_one() {
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
        let library = ClauseLibrary::load(&assets).unwrap();
        let fact = |name: &str| {
            let words = &library.words;
            words.facts.iter().chain(&words.floors).find(|one| one.name == name).unwrap()
        };
        let asked = ["企业最低工资标准", "月工资的最低数", "工资的最低数"].map(fact);
        for (sentence, is) in [
            ("最低工资为1800元", [true, false, true]),
            ("职工最低月薪1,800元", [true, true, true]),
            ("月薪不低于1,800元", [true, true, true]),
            ("职工月薪不少于1999.99元", [true, true, true]),
            ("职工月收入不低于1,800元", [true, true, true]),
            ("职工月工资1800元起", [true, true, true]),
            ("职工月工资1800元以上（含1800元）", [true, true, true]),
            ("工资不低于1800元/月", [true, true, true]),
            ("工资，每月不低于1800元", [true, true, true]),
            ("全体职工每月的工资最低为1800元", [true, true, true]),
            ("企业每月支付给职工的劳动报酬不得少于1800元", [true, true, true]),
            ("员工薪酬至少1800元", [true, false, true]),
            ("全体员工按月工资不低于1800元的标准执行", [true, true, true]),
            ("不含加班工资和津贴，职工月薪不低于1800元", [true, true, true]),
            ("（一）职工月薪（不含加班工资）不低于1800元", [true, true, true]),
            ("普工月薪不低于1800元", [false, true, true]),
            ("派遣职工的月工资不低于1800元", [false, true, true]),
            ("技师岗位职工月工资不得低于1800元", [false, true, true]),
            ("一线职工的月工资不低于1800元", [false, true, true]),
            ("在法定工作时间内提供正常劳动的职工，月工资不得低于1800元", [true, true, true]),
            ("职工工资下限为每月1800元", [true, true, true]),
            ("职工月工资最低线为1800元", [true, true, true]),
            ("职工月工资的底线是1800元", [true, true, true]),
            ("技工月工资在1900元以上", [false, true, true]),
            ("职工月工资在1800元以上", [true, true, true]),
            ("职工月工资总额不低于1800元", [false, true, false]),
            ("普工月薪1800元", [false, true, false]),
            ("试用期月薪不低于1800元", [false, true, true]),
            ("装配工工资不低于1800元", [false, false, true]),
            ("最低工资标准为1800元", [false; 3]),
            // A rise, a case, a base.
            ("工资增长不低于100元", [false; 3]),
            ("每月工资增加不少于100元", [false; 3]),
            ("增加工资不少于100元", [false; 3]),
            ("月工资1500元以下的困难职工补助200元", [false; 3]),
            ("月工资5000元以上的，不参加补贴", [false; 3]),
            ("月工资不低于5000元的职工参加考核", [false; 3]),
            ("月工资低于1800元的，由企业补足", [false; 3]),
            ("按月工资1800元为基数计算", [false; 3]),
            ("技工月工资在1900元以上的，不参加补贴", [false; 3]),
            ("月工资在1900元基础上上调", [false; 3]),
            ("月工资在300元至500元之间浮动", [false; 3]),
            ("月缴费工资下限为3000元", [false; 3]),
            // Of the whole firm.
            ("全年工资总额不低于500万元", [false; 3]),
            ("企业工资总额不低于500万元", [false; 3]),
            ("工资总额下限为500万元", [false; 3]),
            ("职工工资总额1800元", [false; 3]),
            // Of less than a month, of a year; a part, what comes on top, what may be less.
            ("小时工资不低于20元", [false; 3]),
            ("日工资不低于80元", [false; 3]),
            ("年收入不低于1800元", [false; 3]),
            ("加班工资不低于300元", [false; 3]),
            ("夜班津贴每月不少于300元", [false; 3]),
            ("技能工资每月不低于200元", [false; 3]),
            ("年终奖不低于1000元", [false; 3]),
            ("罚款每月不低于50元", [false; 3]),
            ("病假工资每月不低于1600元", [false; 3]),
            ("停工期间，职工月工资不低于1600元", [false; 3]),
            ("当地最低月工资为1800元", [false; 3]),
            ("发给月工资，1800元奖金另付", [false; 3]),
            ("家庭人均月收入不低于1800元", [false; 3]),
        ] {
            assert_eq!(asked.map(|one| said(&library, one, sentence)), is, "{sentence}");
        }
    }
}
