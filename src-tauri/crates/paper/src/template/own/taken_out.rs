//! A template as a file to be changed by a person: how it is written, which fields there are with an example of each, and
//! over each block what it prints. The lines of the template itself are the program's own.

use serde_json::Value as Json;

use super::fields::Reader;
use super::meanings::Meanings;
use super::words::told;
use crate::document::Document;
use crate::template::Template;

/// How the file is written, for whoever changes it.
const HOW: &str = "\
# 怎么改：用记事本打开，改好后存为原来的 .toml 格式（UTF-8），在“设置 → 模板”里放入。
#   ·井号（#）开头的行是说明，可以不管，也可以删。
#   ·引号里的汉字是固定文字，可以改写；{{ 字段 }} 印账本里的内容，要原样保留或换成下面列出的字段。
#   ·每个 [[block]] 是一段，可以整段调换先后、删去、增加；新增的段要有自己的 id，不能与别的段相同。
#   ·写着 fixed = true 的段（草稿、编号、更正）由程序写：可以换位置，不能改。
#   ·写着 settled = true 的段（合同条款、票数和结果）写法可以改，但印发前不能在“改文字”里改字。
#   ·required 里列的是送审必须写全的，不能删，也必须印出来；签字、盖章的位置不能少。
#   ·when = \"字段\"：这一项有内容才印这一段。{% if 字段 %}…{% endif %}：有内容才印中间的字。
#   ·下面写着“没有就空着”的字段，印以前先这样判断，否则空着时印不出来。
#   ·一组内容（下面写着“一组”的）逐项印：{% for p in 字段 %}{{ p.name }}{% if not loop.last %}、{% endif %}{% endfor %}
#   ·竖线后面是写法：|cdate 年月日　|ctime 时分　|cdatetime 年月日时分　|yuan 分换成元　|group 千分位
#     |cnum 汉字数字　|dash 空着印“—”　|stop 句末补句号　|last_four 末四位　|join('、') 一组连成一句　|length 几项
";

/// A template as a file, under the name of its paper, with what each field means. `head` stands first, a line each.
///
/// Without the sample's paper nothing is said over the blocks.
#[must_use]
pub fn taken_out(
    head: &[String],
    program: &Template,
    sample: &Json,
    paper: Option<&Document>,
    meanings: &Meanings,
) -> String {
    let mut out: String = head.iter().map(|line| format!("# {line}\n")).collect();
    out.push_str("#\n");
    out.push_str(HOW);
    out.push_str("#\n# 能用的字段（例子是示例里的内容，打印时换成账本里的）：\n");
    for field in Reader::learnt(program, sample).shape.names() {
        let mut parts = vec![field.clone()];
        parts.extend(meanings.of(program.key(), &field).map(str::to_owned));
        parts.extend(
            program.file.required.iter().any(|one| one.field == field).then(|| "必须印出来".to_owned()),
        );
        let steps: Vec<&str> = field.split('.').collect();
        parts.extend(told_of(example(sample, &steps)));
        out.push_str(&format!("#   {}\n", parts.join("　")));
    }
    out.push_str(&format!("\npaper = \"{}\"\n", program.key()));
    let mut blocks = program.file.block.iter();
    for line in program.text().lines().filter(|line| !line.starts_with('#')) {
        if line.trim() == "[[block]]"
            && let (Some(block), Some(paper)) = (blocks.next(), paper)
        {
            let told = told(paper, &block.id).unwrap_or_else(|| "示例里不出现".to_owned());
            out.push_str(&format!("# 【{}】{told}\n", block.id));
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// As much of an example as shows what it is.
const EXAMPLE: usize = 40;

/// What stands at a field, in the first item that has something there.
fn example<'a>(value: &'a Json, steps: &[&str]) -> Option<&'a Json> {
    let Some((step, rest)) = steps.split_first() else { return Some(value) };
    // A name may hold a dot of its own: the longest that is there.
    let (inner, rest) = (0..=rest.len()).rev().find_map(|more| {
        let name = steps.get(..=more)?.join(".");
        Some((value.get(name.trim_end_matches("[]"))?, steps.get(more + 1..)?))
    })?;
    match inner.as_array() {
        Some(items) if step.ends_with("[]") => {
            let found = items.iter().filter_map(|item| example(item, rest));
            found.fold(None, |best: Option<&Json>, one| best.filter(|b| !b.is_null()).or(Some(one)))
        }
        _ => example(inner, rest),
    }
}

/// An example in words; none for what only holds others.
fn told_of(value: Option<&Json>) -> Option<String> {
    let one = |value: &Json| match value {
        Json::Bool(yes) => Some(if *yes { "true（是）" } else { "false（否）" }.to_owned()),
        Json::Number(n) => Some(n.to_string()),
        Json::String(text) => Some(short(text)),
        _ => None,
    };
    let told = match value {
        None | Some(Json::Null) => Some(String::new()),
        Some(Json::Array(items)) => items.first().map_or(Some(String::new()), one),
        Some(value) => one(value),
    };
    told.map(|told| if told.is_empty() { "示例里空着".to_owned() } else { format!("例：{told}") })
}

fn short(text: &str) -> String {
    let line = crate::text::one_line(text);
    let begins: String = line.chars().take(EXAMPLE).collect();
    if begins.len() < line.len() { format!("{begins}…") } else { begins }
}
