//! Whatever stands in a field is printed as text: marks of templates, of markup and of terminals, very long and very rare
//! names, each in every field of every template, in the PDF and in Word. A field that wants a date or a known word refuses
//! instead.

use std::collections::BTreeMap;

use paper::BlockKind;
use serde_json::Value;

use crate::opened::Book;
use crate::support::*;

const NASTY: [&str; 4] = [
    "{{ enterprise.name }}{% if x %}{# c #}<b>粗</b>&amp;\"'\\%s$(rm)",
    "</w:t></w:r></w:p><w:p w:x='1'>]]><!-- --><![CDATA[甲]]><?x?>&#0;&lt;{%- for a in b -%}{{- 7*7 -}}{%raw%}",
    "甲\r\n乙\n\n丙\t丁\u{2028}戊王\u{0}小\u{1b}[31m明\u{202e}红\u{200b}\u{feff}",
    "喆堃㛃䶮𬍛𬭚𫖯·喆⼯会（（（，，，。。。”””——……·",
];

/// Paths of all leaves with their texts: what is a text, and what is not filled in and may be one.
fn leaves(value: &Value, path: String, out: &mut Vec<(String, Option<String>)>) {
    match value {
        Value::String(s) => out.push((path, Some(s.clone()))),
        Value::Null => out.push((path, None)),
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

/// A word that no template holds tells whether a field takes text, and whether it is printed.
const OWN: &str = "甪直鼋头渚";

#[test]
fn every_field_takes_any_text() {
    let long: String = "阿卜杜热合曼".chars().cycle().take(200).collect::<String>() + " ";
    let long = long + "https://example.invalid/" + &"a1".repeat(90);
    let mut refusing = 0;
    for key in TEMPLATES {
        let context = with_the_templates_own(key, sample(key));
        let mut fields = Vec::new();
        leaves(&context, String::new(), &mut fields);
        assert!(fields.len() > 5, "{key} has fields");
        fields.retain(|(path, old)| {
            let Some(old) = old else {
                return attempt(key, &context, &[(path.clone(), OWN.to_owned())]).is_ok();
            };
            let takes = attempt(key, &context, &[(path.clone(), OWN.to_owned())]).is_ok();
            let known = ["/kind", "/decision", "/act"].iter().any(|known| path.ends_with(known));
            assert!(takes || known || is_date(old), "{key} {path} refuses text");
            refusing += usize::from(!takes);
            takes
        });
        // All fields at once, each with its number, so that a text is looked for where it belongs.
        let all = |text: &str| {
            let own: Vec<(String, String)> =
                fields.iter().enumerate().map(|(i, (path, _))| (path.clone(), numbered(text, i))).collect();
            let doc = attempt(key, &context, &own).unwrap_or_else(|e| panic!("{key}: {e}"));
            let read = shown(&doc).unwrap_or_else(|e| panic!("{key}: {e}"));
            (doc, read)
        };
        let (plain, read) = all(OWN);
        let word = |doc: &paper::Document| Book::open(&paper::word(doc, None).unwrap());
        let plain_word = word(&plain);
        let in_word: Vec<usize> =
            (0..fields.len()).filter(|i| plain_word.bare().contains(&numbered(OWN, *i))).collect();
        let printed: Vec<usize> = (0..fields.len()).filter(|i| read.contains(&numbered(OWN, *i))).collect();
        assert!(printed.len() > 3, "{key} prints its fields");
        assert_eq!(printed.len(), in_word.len(), "{key}: Word prints what the PDF prints");
        for text in NASTY.iter().copied().chain([long.as_str()]) {
            let (doc, read) = all(text);
            assert_eq!(doc.blocks.len(), plain.blocks.len(), "{key}: text became a block");
            let book = word(&doc);
            // A line's end inside a text is a line's end in Word too.
            let mut new = book.elements.difference(&plain_word.elements).filter(|name| *name != "w:br");
            assert_eq!(new.next(), None, "{key}: text became an element in Word");
            let shown = book.bare();
            for i in &in_word {
                let own = expected(&numbered(text, *i));
                assert!(shown.contains(&own), "{key} {}: Word lacks “{own}”", fields[*i].0);
            }
            let mut wanted: BTreeMap<char, usize> = BTreeMap::new();
            for i in &printed {
                let own = expected(&numbered(text, *i));
                own.chars().for_each(|c| *wanted.entry(c).or_default() += 1);
                // In a table a tall row may be cut over pages beside its neighbours: then every character counts.
                let in_table = stands_in_a_table(&plain, &numbered(OWN, *i));
                let path = &fields[*i].0;
                assert!(in_table || read.contains(&own), "{key} {path}: “{own}” is not printed as it stands");
            }
            for (c, count) in wanted {
                let found = read.matches(c).count();
                assert!(found >= count, "{key}: {found} of {count} “{c}” are printed");
            }
        }
    }
    assert!(refusing > 10, "dates and known words refuse any text: {refusing}");
}

/// A sample and the texts that its template has for fields that a context may leave out.
fn with_the_templates_own(key: &str, mut context: Value) -> Value {
    let text = std::fs::read_to_string(assets().join(format!("papers/{key}.toml"))).unwrap();
    let file: toml::Table = text.parse().unwrap();
    let own = file.get("defaults").and_then(toml::Value::as_table);
    for (name, value) in own.into_iter().flatten() {
        if let (Some(text), Some(fields)) = (value.as_str(), context.as_object_mut()) {
            fields.entry(name).or_insert_with(|| text.into());
        }
    }
    context
}

fn numbered(text: &str, i: usize) -> String {
    format!("{text}第{i}处")
}

/// The template filled with some fields changed.
fn attempt(
    key: &str,
    context: &Value,
    fields: &[(String, String)],
) -> Result<paper::Document, paper::PaperError> {
    let mut changed = context.clone();
    for (path, text) in fields {
        *changed.pointer_mut(path).unwrap() = Value::String(text.clone());
    }
    paper::Template::load(&assets(), key).unwrap().fill(&changed, meta())
}

/// Whether a text stands in the cells of a table, of a form or of a block to sign in.
fn stands_in_a_table(doc: &paper::Document, text: &str) -> bool {
    doc.blocks.iter().any(|block| match &block.kind {
        BlockKind::Table { columns, rows, .. } => {
            rows.iter().flat_map(|row| row.iter()).any(|cell| cell.contains(text))
                || columns.iter().any(|c| c.head.contains(text) || c.over.contains(text))
        }
        BlockKind::DayCount { count } => {
            let notes = count.notes.iter().map(|note| &note.text);
            [&count.quantity, &count.start, &count.end].into_iter().chain(notes).any(|own| own.contains(text))
        }
        BlockKind::Figure { chart, .. } => {
            let cells = chart
                .rows
                .iter()
                .flat_map(|row| [std::slice::from_ref(&row.label), &row.values[..]].concat());
            chart.series.iter().cloned().chain(cells).any(|cell| cell.contains(text))
        }
        BlockKind::Form { rows, .. } => {
            rows.iter().flat_map(|row| &row.cells).any(|c| c.text.contains(text) || c.foot.contains(text))
        }
        BlockKind::Signatures { sides } => sides.iter().any(|side| {
            side.seal.as_deref().is_some_and(|body| body.contains(text)) || side.label.contains(text)
        }),
        _ => false,
    })
}

fn is_date(text: &str) -> bool {
    text.len() >= 10 && text.get(4..5) == Some("-")
}

#[test]
fn a_missing_or_null_field_is_named_with_its_block() {
    let key = "negotiation/minutes";
    for (path, block, field) in
        [("/place", "place", "place"), ("/topics/1/title", "topics.2/title", "topic.title")]
    {
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
    context["draft"] = "职工方协商代表".into();
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
