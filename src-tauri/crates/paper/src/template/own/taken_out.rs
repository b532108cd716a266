//! A template as a file to be changed by a person: how it is written, which fields there are with an example of each, and
//! over each block what it prints. The lines of the template itself are the program's own.

use serde_json::Value as Json;

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
#   ·required 里列的是送审必须写全的，不能删，也必须印出来；签字、盖章的位置不能少。
#   ·when = \"字段\"：这一项有内容才印这一段。{% if 字段 %}…{% endif %}：有内容才印中间的字。
#   ·一组内容（下面写着“一组”的）逐项印：{% for p in 字段 %}{{ p.name }}{% if not loop.last %}、{% endif %}{% endfor %}
#   ·竖线后面是写法：|cdate 年月日　|ctime 时分　|cdatetime 年月日时分　|yuan 分换成元　|group 千分位
#     |cnum 汉字数字　|dash 空着印“—”　|stop 句末补句号　|last_four 末四位　|join('、') 一组连成一句　|length 几项
";

/// A template as a file, under the name of its paper. `head` stands first, a line each.
///
/// Without the sample's paper nothing is said over the blocks.
#[must_use]
pub fn taken_out(head: &[String], program: &Template, sample: &Json, paper: Option<&Document>) -> String {
    let mut out: String = head.iter().map(|line| format!("# {line}\n")).collect();
    out.push_str("#\n");
    out.push_str(HOW);
    out.push_str("#\n# 能用的字段（后面是示例里的内容，打印时换成账本里的）：\n");
    let names = |field: &str| {
        program.file.required.iter().find(|one| one.field == field).map(|one| one.name.as_str())
    };
    fields(sample, "", &names, &mut out);
    out.push_str(&format!("\npaper = \"{}\"\n", program.key()));
    let mut blocks = program.file.block.iter();
    for line in program.text().lines().filter(|line| !line.starts_with('#')) {
        if line.trim() == "[[block]]"
            && let (Some(block), Some(paper)) = (blocks.next(), paper)
        {
            out.push_str(&format!("# 【{}】{}\n", block.id, told(paper, &block.id)));
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// The fields with their examples, a line each.
fn fields<'a>(value: &Json, at: &str, names: &dyn Fn(&str) -> Option<&'a str>, out: &mut String) {
    let Some(all) = value.as_object() else { return };
    for (name, inner) in all {
        let dot = if at.is_empty() { "" } else { "." };
        let path = format!("{at}{dot}{name}");
        let called = names(&path).map(|name| format!("（{name}）")).unwrap_or_default();
        let mut line = |what: String| out.push_str(&format!("#   {path}{called}　{what}\n"));
        match inner {
            Json::Null => line("示例里空着".to_owned()),
            Json::Array(items) => {
                let first = items.first();
                let example = first.and_then(leaf).map(|text| format!("，例如 {text}")).unwrap_or_default();
                line(format!("一组{example}"));
                if let Some(first) = first {
                    fields(first, &format!("{path}[]"), names, out);
                }
            }
            Json::Object(_) => fields(inner, &path, names, out),
            _ => line(leaf(inner).unwrap_or_default()),
        }
    }
}

fn leaf(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(crate::text::one_line(text)),
        Json::Bool(yes) => Some(if *yes { "是（true）" } else { "否（false）" }.to_owned()),
        Json::Number(n) => Some(n.to_string()),
        _ => None,
    }
}
