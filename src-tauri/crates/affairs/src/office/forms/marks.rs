//! Marks of forms: how a module tells what its facts are called and what they stand for, and which known mark an unknown
//! one may have meant. The facts themselves are those of the modules' own papers.

use chrono::{NaiveDate, NaiveDateTime};
use paper::filling::{Facts, FormValue, Line};
use serde_json::Value;

use super::model::{FormAbout, MarkGroup};

/// The groups of marks of a module, with what they stand for where a record is at hand.
#[derive(Debug, Default)]
pub struct Marks {
    /// What there is to be copied.
    pub groups: Vec<MarkGroup>,
    /// What it stands for.
    pub facts: Facts,
}

impl Marks {
    /// Adds single marks.
    pub fn put(&mut self, about: FormAbout, title: &str, all: Vec<(String, FormValue)>) {
        let marks = all.iter().map(|(mark, _)| mark.clone()).collect();
        self.groups.push(MarkGroup { about, title: title.to_owned(), repeats: false, marks });
        for (mark, value) in all {
            self.facts.put(&mark, value);
        }
    }

    /// Adds a list, whose marks are `name.field`; every list also counts its lines.
    pub fn put_list(&mut self, about: FormAbout, name: &str, fields: &[&str], lines: Vec<Line>) {
        let marks = ["序号"].iter().chain(fields).map(|field| format!("{name}.{field}")).collect();
        self.groups.push(MarkGroup { about, title: name.to_owned(), repeats: true, marks });
        self.facts.put_list(name, fields, lines);
    }
}

/// A fact of a paper's context as a form shows it.
pub fn value(fact: Option<&Value>) -> FormValue {
    match fact {
        Some(Value::String(text)) if text.trim().is_empty() => FormValue::Blank,
        Some(Value::String(text)) => match (text.parse::<NaiveDate>(), moment(text)) {
            (Ok(day), _) => FormValue::Day(day),
            (_, Some(moment)) => FormValue::Text(moment),
            _ => FormValue::Text(text.clone()),
        },
        Some(Value::Number(number)) => {
            number.as_i64().map_or_else(|| FormValue::Text(number.to_string()), FormValue::Number)
        }
        Some(Value::Bool(true)) => FormValue::Text("是".to_owned()),
        Some(Value::Bool(false)) => FormValue::Text("否".to_owned()),
        Some(Value::Array(all)) => {
            let lines: Vec<String> =
                all.iter().map(|one| value(Some(one)).shown()).filter(|line| !line.is_empty()).collect();
            if lines.is_empty() { FormValue::Blank } else { FormValue::Text(lines.join("\n")) }
        }
        Some(Value::Object(_) | Value::Null) | None => FormValue::Blank,
    }
}

/// `2026-11-16T14:00` → 2026年11月16日14:00.
fn moment(text: &str) -> Option<String> {
    let at = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok()?;
    Some(format!("{}{}", FormValue::Day(at.date()).shown(), at.format("%H:%M")))
}

/// What forms often call a fact, and what it is called here.
const CALLED: &[(&str, &str)] = &[
    ("身份证", "证件号码"),
    ("证件号", "证件号码"),
    ("手机号", "手机"),
    ("联系电话", "手机"),
    ("联系方式", "手机"),
    ("部门", "车间"),
    ("电子邮", "邮箱"),
    ("参工", "参加工作时间"),
    ("工种", "岗位"),
    ("职务", "岗位"),
    ("文化程度", "学历"),
    ("出生年月", "出生日期"),
    ("工会全称", "工会名称"),
    ("用人单位", "被监督单位"),
    ("法律依据", "依据的条文"),
    ("监督员", "监督员和证号"),
    ("成文日期", "落款日期"),
    ("企业名称", "单位名称"),
    ("公司名称", "单位名称"),
    ("信用代码", "统一社会信用代码"),
    ("主席姓名", "主席"),
    ("负责人", "主席"),
    ("今天", "填表日期"),
    ("填报日期", "填表日期"),
];

/// How like a known mark is that is worth naming: more than half, so that 婚姻状况 is not taken for 就业状况.
const LIKE: usize = 60;

/// The known mark that is most like an unknown one; none when nothing is like it.
pub fn nearest<'a>(unknown: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let meant = CALLED.iter().find(|(word, _)| unknown.contains(word)).map(|(_, mark)| *mark);
    let like = |mark: &str| {
        let bare = mark.rsplit('.').next().unwrap_or(mark);
        let by_word = if meant.is_some_and(|meant| bare == meant) { 80 } else { 0 };
        let of_list = |mark: &str| mark.contains('.');
        let same_kind = if of_list(mark) == of_list(unknown) { 5 } else { 0 };
        let share = shared(unknown, mark).max(shared(unknown.rsplit('.').next().unwrap_or(unknown), bare));
        by_word.max(share) + same_kind
    };
    known
        .map(|mark| (like(mark), mark))
        .filter(|(like, _)| *like >= LIKE)
        .max_by_key(|(like, _)| *like)
        .map(|(_, mark)| mark)
}

/// How much of their characters two words share, of a hundred.
fn shared(one: &str, other: &str) -> usize {
    let mut rest: Vec<char> = other.chars().collect();
    let both = one.chars().count() + rest.len();
    let mut same: usize = 0;
    for c in one.chars() {
        if let Some(at) = rest.iter().position(|r| *r == c) {
            rest.swap_remove(at);
            same += 1;
        }
    }
    (same * 200).checked_div(both).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_mark_is_told_the_nearest_known_one() {
        let known = [
            "工会名称",
            "统一社会信用代码",
            "主席",
            "姓名",
            "证件号码",
            "手机",
            "会员.姓名",
            "会员.证件号码",
            "就业状况",
        ];
        for (typed, meant) in [
            ("工会全称", Some("工会名称")),
            ("本工会名称", Some("工会名称")),
            ("身份证号码", Some("证件号码")),
            ("会员.身份证号", Some("会员.证件号码")),
            ("会员姓名", Some("会员.姓名")),
            ("成员.姓名", Some("会员.姓名")),
            ("信用代码", Some("统一社会信用代码")),
            ("传真", None),
            ("婚姻状况", None),
            ("说明", None),
        ] {
            assert_eq!(nearest(typed, known.iter().copied()), meant, "{typed}");
        }
    }

    #[test]
    fn facts_read_as_people_write_them() {
        let shown = |text: &str| value(Some(&serde_json::from_str(text).unwrap())).shown();
        assert_eq!(shown("\"2026-11-16\""), "2026年11月16日");
        assert_eq!(shown("\"2026-11-16T09:05\""), "2026年11月16日09:05");
        assert_eq!(shown("[\"一\", null, \"二\"]"), "一\n二");
        assert_eq!(
            (shown("3"), shown("true"), shown("\" \"")),
            ("3".to_owned(), "是".to_owned(), String::new())
        );
        assert!(value(None).is_blank());
    }
}
