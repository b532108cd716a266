//! A letter as a person types it, brought to what is kept: without the numbers, labels and brackets that the paper writes of
//! itself, so that none is printed twice. What is part of a name stays (2026年统计表, 1.5倍工资测算表, 附件清单).

use super::model::UnionLetterInput;
use super::rules::lines;
use crate::typed::text;

/// The letter as it is kept.
pub(super) fn tidied(input: &UnionLetterInput) -> UnionLetterInput {
    let whole = |value: &Option<String>| text(value).map(str::to_owned);
    UnionLetterInput {
        id: input.id,
        answers: input.answers,
        addressee: unlabelled(&input.addressee, &["主送机关", "主送"])
            .trim_end_matches([':', '：'])
            .trim()
            .to_owned(),
        title: input.title.trim().to_owned(),
        body: whole(&input.body),
        enclosures: some(enclosures(input.enclosures.as_deref()).join("\n")),
        copies: text(&input.copies).and_then(|typed| {
            some(unlabelled(typed, &["抄送机关", "抄送"]).trim_end_matches('。').to_owned())
        }),
        contact: text(&input.contact).and_then(|typed| some(contact(typed).to_owned())),
    }
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// A text without its label and the colon after it.
fn unlabelled<'a>(typed: &'a str, labels: &[&str]) -> &'a str {
    let typed = typed.trim();
    let rest =
        labels.iter().find_map(|label| typed.strip_prefix(label)?.trim_start().strip_prefix([':', '：']));
    rest.map_or(typed, str::trim)
}

/// Whom to ask, without the brackets around the whole and the label in front.
fn contact(typed: &str) -> &str {
    unlabelled(
        unbracketed(typed.trim()),
        &[
            "联系人及联系电话",
            "联系人和联系电话",
            "联系人及电话",
            "联系人和电话",
            "联系人、电话",
            "联系人姓名",
            "联系人",
            "联 系 人",
        ],
    )
}

/// Without brackets that open at the start and close at the end: （0791）88000000（转302） keeps its own.
fn unbracketed(typed: &str) -> &str {
    let inner =
        typed.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')'])).filter(|inner| {
            let mut depth = 0_i32;
            inner.chars().all(|c| {
                depth += match c {
                    '（' | '(' => 1,
                    '）' | ')' => -1,
                    _ => 0,
                };
                depth >= 0
            }) && depth == 0
        });
    inner.map_or(typed, str::trim)
}

/// The names of enclosures, a line each, without 附件 and numbers in front and without a mark at the end (GB/T 9704—2012,
/// 7.3.4): the paper numbers them.
fn enclosures(typed: Option<&str>) -> Vec<String> {
    let named: Vec<String> =
        lines(typed).iter().map(|line| named(line)).filter(|line| !line.is_empty()).collect();
    // Numbers in a row are numbers; one alone may be part of the name.
    let in_a_row = named.len() > 1
        && named.iter().zip(1..).all(|(line, n)| numbered(line).is_some_and(|(number, _)| number == n));
    let bare = named.iter().map(|line| match numbered(line) {
        Some((_, rest)) if !begins_with_number(rest) || in_a_row || year(rest) || rest.starts_with(' ') => {
            rest
        }
        _ => line,
    });
    bare.map(|line| line.trim().trim_end_matches(['。', '；', ';', '，', ',']).trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// Without 附件： or 附件1： in front; the number of 附件1 名单 goes with it. 附件清单 is a name.
fn named(line: &str) -> String {
    let Some(rest) = line
        .strip_prefix("附件")
        .or_else(|| line.strip_prefix('附').filter(|rest| rest.starts_with([':', '：'])))
    else {
        return line.to_owned();
    };
    let rest = rest.trim_start();
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let marked = after.strip_prefix([':', '：', '.', '．', '、']);
    let apart = (after.len() < rest.len() && after.starts_with(char::is_whitespace)).then_some(after);
    marked.or(apart).map_or_else(|| line.to_owned(), |name| name.trim().to_owned())
}

/// The number in front of a line with its mark, and what comes after both: 1. 1、 1） （1） ① 一、 （一）.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let first = line.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        let number = u32::from(first).checked_sub(u32::from('①'))?;
        return Some((usize::try_from(number).ok()? + 1, line.strip_prefix(first)?));
    }
    let within = line.strip_prefix(['（', '(']);
    let rest = within.unwrap_or(line);
    let end = rest.find(|c: char| !c.is_ascii_digit() && !('０'..='９').contains(&c) && !HAN.contains(c))?;
    let (number, rest) = rest.split_at_checked(end)?;
    let marks: &[char] =
        if within.is_some() { &['）', ')'] } else { &['.', '．', '、', '）', ')', ':', '：'] };
    let rest = rest.strip_prefix(marks)?;
    Some((value(number)?, rest.strip_prefix('\u{3000}').unwrap_or(rest)))
}

const HAN: &str = "一二三四五六七八九十";

/// A number up to 99, in either writing.
fn value(number: &str) -> Option<usize> {
    let half: String = number
        .chars()
        .map(|c| {
            if ('０'..='９').contains(&c) { char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c) } else { c }
        })
        .collect();
    if half.len() <= 2
        && let Ok(n) = half.parse()
    {
        return Some(n);
    }
    let one = |text: &str| match text.chars().count() {
        0 => None,
        1 => HAN.chars().position(|c| text.starts_with(c)).map(|at| at + 1),
        _ => None,
    };
    match number.split_once('十') {
        None => one(number),
        Some(("", "")) => Some(10),
        Some(("", ones)) => Some(10 + one(ones)?),
        Some((tens, "")) => Some(10 * one(tens)?),
        Some((tens, ones)) => Some(10 * one(tens)? + one(ones)?),
    }
}

fn begins_with_number(rest: &str) -> bool {
    rest.chars().next().is_some_and(|c| c.is_ascii_digit() || HAN.contains(c))
}

/// Whether a name begins with a year: 2026年.
fn year(rest: &str) -> bool {
    rest.get(..4).is_some_and(|digits| digits.chars().all(|c| c.is_ascii_digit()))
        && rest
            .get(4..)
            .is_some_and(|rest| rest.starts_with('年') || rest.starts_with('—') || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enclosures_lose_their_numbers_and_keep_their_names() {
        for (typed, kept) in [
            ("名单\n照片", "名单\n照片"),
            ("1. 名单\n2. 照片", "名单\n照片"),
            ("1.名单\n2.照片", "名单\n照片"),
            ("1、名单；\n2、照片。", "名单\n照片"),
            ("（1）名单\n（2）照片", "名单\n照片"),
            ("(1) 名单\n(2) 照片", "名单\n照片"),
            ("1）名单\n2）照片", "名单\n照片"),
            ("①名单\n②照片", "名单\n照片"),
            ("一、名单\n二、照片", "名单\n照片"),
            ("１．名单\n２．照片", "名单\n照片"),
            ("附件：1. 名单\n2. 照片", "名单\n照片"),
            ("附件1：名单\n附件2：照片", "名单\n照片"),
            ("附件1 名单\n附件2 照片", "名单\n照片"),
            ("附件一：名单", "名单"),
            ("1. 名单", "名单"),
            ("1、2月报表\n2、3月报表", "2月报表\n3月报表"),
            ("1. 2026年统计表", "2026年统计表"),
            ("1.2026年统计表", "2026年统计表"),
            // Names that begin with a number of their own.
            ("2026年统计表\n12月考勤表", "2026年统计表\n12月考勤表"),
            ("1.5倍工资测算表", "1.5倍工资测算表"),
            ("一、二月份考勤表", "一、二月份考勤表"),
            ("一线职工名单\n三八节方案", "一线职工名单\n三八节方案"),
            ("附件清单", "附件清单"),
            ("附属企业名单", "附属企业名单"),
            ("十一、春节值班表", "春节值班表"),
            (" \n。\n", ""),
        ] {
            assert_eq!(enclosures(Some(typed)).join("\n"), kept, "{typed}");
        }
    }

    #[test]
    fn what_the_paper_writes_of_itself_is_not_kept() {
        for (typed, kept) in [
            ("沈一诺，0791-00000000", "沈一诺，0791-00000000"),
            ("（联系人：沈一诺，0791-00000000）", "沈一诺，0791-00000000"),
            ("(联系人:沈一诺 0791-00000000)", "沈一诺 0791-00000000"),
            ("联系人：沈一诺；联系电话：0791-00000000", "沈一诺；联系电话：0791-00000000"),
            ("联系人及电话：沈一诺（办公室）", "沈一诺（办公室）"),
            ("（0791）00000000 沈一诺（转302）", "（0791）00000000 沈一诺（转302）"),
            ("（沈一诺）", "沈一诺"),
        ] {
            assert_eq!(contact(typed), kept, "{typed}");
        }
        let typed = UnionLetterInput {
            addressee: " 主送：县总工会： ".into(),
            title: " 关于商请提供场地的函 ".into(),
            body: Some("请于月底前提供。\n".into()),
            enclosures: Some(" \n".into()),
            copies: Some("抄送：公司行政部。".into()),
            contact: Some("（联系人：）".into()),
            ..UnionLetterInput::default()
        };
        let kept = tidied(&typed);
        assert_eq!((kept.addressee.as_str(), kept.title.as_str()), ("县总工会", "关于商请提供场地的函"));
        assert_eq!((kept.copies.as_deref(), kept.contact, kept.enclosures), (Some("公司行政部"), None, None));
        assert_eq!(kept.body.as_deref(), Some("请于月底前提供。"));
        assert_eq!(tidied(&tidied(&typed)), tidied(&typed), "what is kept stays as it is");
    }
}
