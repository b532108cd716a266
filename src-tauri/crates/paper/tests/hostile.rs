//! Whatever stands in a field is printed as text: marks of templates, of markup and of terminals, very long and very rare
//! names, each in every field of every template. A field that wants a date or a known word refuses instead.

use serde_json::Value;

use crate::support::*;

const NASTY: [&str; 3] = [
    "{{ enterprise.name }}{% if x %}{# c #}<b>粗</b>&amp;\"'\\%s$(rm)",
    "甲\r\n乙\n\n丙\t丁\u{2028}戊王\u{0}小\u{1b}[31m明\u{202e}红\u{200b}\u{feff}",
    "喆堃㛃䶮𬍛𬭚𫖯·喆⼯会（（（，，，。。。”””——……·",
];

/// Paths of all text leaves.
fn leaves(value: &Value, path: String, out: &mut Vec<(String, String)>) {
    match value {
        Value::String(s) => out.push((path, s.clone())),
        Value::Array(a) => a.iter().enumerate().for_each(|(i, v)| leaves(v, format!("{path}/{i}"), out)),
        Value::Object(o) => o.iter().for_each(|(k, v)| leaves(v, format!("{path}/{k}"), out)),
        _ => {}
    }
}

/// What must be readable: no white space, nothing invisible, radicals as ideographs.
fn expected(text: &str) -> String {
    let visible = |c: &char| !c.is_control() && !"\u{200b}\u{202e}\u{feff}\u{2028}".contains(*c);
    bare(text).chars().filter(visible).map(|c| if c == '⼯' { '工' } else { c }).collect()
}

#[test]
fn every_field_takes_any_text() {
    let long: String = "阿卜杜热合曼".chars().cycle().take(200).collect::<String>() + " ";
    let long = long + "https://example.invalid/" + &"a1".repeat(90);
    let mut refusing = 0;
    for key in TEMPLATES {
        let context = sample(key);
        let blocks = filled(key, &context).blocks.len();
        let mut fields = Vec::new();
        leaves(&context, String::new(), &mut fields);
        assert!(fields.len() > 5, "{key} has fields");
        for (path, old) in fields {
            // A word that no template holds tells whether the field takes text, and whether it is printed.
            let Ok(doc) = attempt(key, &context, &path, "甪直鼋头渚") else {
                assert!(
                    is_date(&old) || path.ends_with("/kind") || path.ends_with("/decision"),
                    "{key} {path}"
                );
                refusing += 1;
                continue;
            };
            let printed = shown(&doc).unwrap().contains("甪直鼋头渚");
            for text in NASTY.iter().copied().chain([long.as_str()]) {
                let doc = attempt(key, &context, &path, text).unwrap_or_else(|e| panic!("{key} {path}: {e}"));
                assert_eq!(doc.blocks.len(), blocks, "{key} {path}: text became a block");
                let read = shown(&doc).unwrap_or_else(|e| panic!("{key} {path}: {e}"));
                // In a table a tall row may be cut over pages beside its neighbours: then every character counts.
                let in_table = ["/undertakings/", "/duties/"].iter().any(|list| path.contains(list))
                    || ["/representatives", "/own-data", "/hand-over", "/year"]
                        .iter()
                        .any(|table| key.ends_with(table));
                let all = if in_table { holds } else { |read: &str, text: &str| read.contains(text) };
                assert!(
                    !printed || all(&read, &expected(text)),
                    "{key} {path}: “{text}” is not printed as it stands"
                );
            }
        }
    }
    assert!(refusing > 10, "dates and known words refuse any text: {refusing}");
}

/// The template filled with one field changed.
fn attempt(key: &str, context: &Value, path: &str, text: &str) -> Result<paper::Document, paper::PaperError> {
    let mut changed = context.clone();
    *changed.pointer_mut(path).unwrap() = Value::String(text.to_owned());
    paper::Template::load(&assets(), key).unwrap().fill(&changed, meta())
}

/// Whether `read` has at least as many of each character.
fn holds(read: &str, text: &str) -> bool {
    text.chars().all(|c| read.matches(c).count() >= text.matches(c).count())
}

fn is_date(text: &str) -> bool {
    text.len() >= 10 && text.get(4..5) == Some("-")
}

#[test]
fn a_missing_or_null_field_is_named_with_its_block() {
    let key = "negotiation/minutes";
    for (path, block, field) in [
        ("/place", "place", "place"),
        ("/topics/1/workers_position", "topics.2/workers-position", "topic.workers_position"),
    ] {
        for null in [true, false] {
            let mut context = sample(key);
            let (parent, name) = path.rsplit_once('/').unwrap();
            let holder = context.pointer_mut(parent).unwrap().as_object_mut().unwrap();
            if null {
                holder.insert(name.into(), Value::Null)
            } else {
                holder.remove(name)
            };
            let error = paper::Template::load(&assets(), key).unwrap().fill(&context, meta()).unwrap_err();
            let paper::PaperError::MissingField { block: b, field: f, .. } = &error else {
                panic!("{error:?}")
            };
            assert_eq!((b.as_str(), f.as_str()), (block, field));
        }
    }
}

#[test]
fn an_empty_negotiation_still_prints() {
    let key = "negotiation/minutes";
    let mut context = sample(key);
    for list in ["agenda", "topics", "undertakings", "others", "workers_side"] {
        context[list] = Value::Array(vec![]);
    }
    context["next_meeting"] = Value::Null;
    let read = shown(&filled(key, &context)).unwrap();
    assert!(read.contains("本次会议没有协商具体议题。"), "{read}");
    assert!(read.contains("职工方出席：无"));
}

#[test]
fn a_wrong_template_is_refused_with_its_place() {
    let refused = |text: &str| paper::Template::parse("own/test", text).err().expect("refused").to_string();
    let head = "form = \"letter\"\ntitle = \"甲\"\n";
    let block = |body: &str| format!("{head}[[block]]\nid = \"a\"\n{body}\n");
    assert!(refused(&block("kind = \"paragraph\"\ntext = \"{{ x\"")).contains('a'));
    assert!(refused(&block("kind = \"paragraph\"")).contains("缺少 text"));
    assert!(refused(&block("kind = \"poem\"\ntext = \"x\"")).contains("第"));
    assert!(refused(&block("kind = \"heading\"\nlevel = 7\ntext = \"x\"")).contains("level"));
    assert!(paper::Template::load(&assets(), "../fonts/FONTS").is_err(), "a key cannot leave the folder");
}
