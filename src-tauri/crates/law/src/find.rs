//! Finding rules by what a person types: words of the title, the note, the instrument, its number, the contents, and
//! the rule's own number in the words the page shows. Every word must be found. A number is found however it is
//! written: 第19条 and 第十九条, 60日 and 六十天, 80% and 百分之八十.

use crate::rule::Rule;

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Words {
    words: Vec<String>,
}

impl Words {
    /// The words of a text, parted by space; no words find every rule.
    pub fn of(text: &str) -> Self {
        Self { words: text.split_whitespace().map(alike).collect() }
    }

    /// Whether a rule holds all of them.
    pub fn find(&self, rule: &Rule) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let quoted = format!("《{}》{}", rule.instrument, rule.article);
        let cited = format!("{}{}", rule.instrument, rule.article);
        // As the page's list shortens it.
        let short = cited.replace("中华人民共和国", "");
        let parts = [&rule.title, &quoted, &cited, &short, &rule.number, &rule.id, &rule.layer_name];
        let also = [&rule.note, &rule.consequence, &rule.condition_label, &rule.start_label];
        let quantity = rule.quantity_words();
        let text: Vec<String> = parts
            .into_iter()
            .chain(also.into_iter().flatten())
            .chain(&quantity)
            .chain(rule.items.iter().map(|item| &item.text))
            .map(|part| alike(part))
            .collect();
        self.words.iter().all(|word| text.iter().any(|part| holds(part, word)))
    }
}

/// Whether a part holds a word; one that begins with a number not inside a longer number (9条 is not in 第19条, 5% not
/// in 0.5%) nor as the day of a date.
fn holds(part: &str, word: &str) -> bool {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return part.contains(word);
    }
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | '月');
    part.match_indices(word).any(|(at, _)| !part.split_at(at).0.ends_with(inside))
}

/// A text in the one way of writing in which it is compared: small letters, numbers in Arabic digits, days as 日.
fn alike(text: &str) -> String {
    let text = text.to_lowercase().replace('天', "日").replace("个工作日", "工作日");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    // 百, 千 without a digit before them (百分之, 千克) are no number.
    while let Some(at) = rest.find(|c| digit(c).is_some() || c == '十') {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c| digit(c).is_none() && power(c).is_none()).unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        out.push_str(before);
        let share = out.strip_suffix("百分之").map(str::len);
        out.truncate(share.unwrap_or(out.len()));
        out.push_str(&in_digits(number));
        if share.is_some() {
            out.push('%');
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A run of numerals in Arabic digits: 十九 → 19, 一百零三 → 103; without 十, 百, 千 digit by digit: 一〇七 → 107.
fn in_digits(number: &str) -> String {
    if !number.chars().any(|c| power(c).is_some()) {
        return number.chars().filter_map(digit).map(|n| n.to_string()).collect();
    }
    let (mut sum, mut open) = (0_u64, None::<u64>);
    for c in number.chars() {
        if let Some(power) = power(c) {
            sum = sum.saturating_add(open.take().unwrap_or(1).saturating_mul(power));
        } else if let Some(n) = digit(c) {
            open = Some(open.unwrap_or(0).saturating_mul(10).saturating_add(n));
        }
    }
    sum.saturating_add(open.unwrap_or(0)).to_string()
}

/// The value of a digit, Arabic (also of full width) or Chinese.
fn digit(c: char) -> Option<u64> {
    const HAN: &str = "零一二三四五六七八九";
    match c {
        '〇' => Some(0),
        '两' => Some(2),
        '0'..='9' => Some(u64::from(c) - u64::from('0')),
        '\u{ff10}'..='\u{ff19}' => Some(u64::from(c) - 0xff10),
        _ => (0..).zip(HAN.chars()).find_map(|(n, han)| (han == c).then_some(n)),
    }
}

/// What 十, 百, 千 multiply by.
fn power(c: char) -> Option<u64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}
