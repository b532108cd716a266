//! A union's own templates: every one of the program's goes out and comes back as it was; each fault is told with its place;
//! what must stand in a paper cannot be taken out of it; no file of others makes the program hang or fall.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use paper::Template;
use paper::own::{Meanings, OwnTemplate, TemplateFault, examine, paper_of, taken_out};
use proptest::prelude::*;

use crate::support::*;

fn meanings() -> &'static Meanings {
    static MEANINGS: OnceLock<Meanings> = OnceLock::new();
    MEANINGS.get_or_init(|| Meanings::load(&assets()).unwrap())
}

fn look(key: &str, text: &str) -> Result<OwnTemplate, Vec<TemplateFault>> {
    let program = Template::load(&assets(), key).unwrap();
    examine(text, &program, &sample(key), &meta(), faces(), meanings())
}

fn out(key: &str) -> String {
    let program = Template::load(&assets(), key).unwrap();
    let paper = filled(key, &sample(key));
    taken_out(&["本单位模板".to_owned()], &program, &sample(key), Some(&paper), meanings())
}

fn told(key: &str, text: &str) -> String {
    let faults = look(key, text).err().unwrap_or_else(|| panic!("{key}: taken"));
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The file with one piece of it changed; the piece must be there, below the explanations.
fn with(key: &str, was: &str, now: &str) -> String {
    let text = out(key);
    let (head, body) = text.split_at(text.find("\npaper = ").unwrap());
    assert!(body.contains(was), "{key} has no “{was}”");
    format!("{head}{}", body.replacen(was, now, 1))
}

#[test]
fn every_template_taken_out_and_in_again_prints_the_same_bytes() {
    for key in TEMPLATES {
        let text = out(key);
        assert_eq!(paper_of(&text).as_deref(), Some(key));
        let own = look(key, &text).unwrap_or_else(|faults| panic!("{key}: {faults:#?}"));
        assert!(own.change.is_none(), "{key}: {:?}", own.change);
        let ours = rendered(&own.template.fill(&sample(key), meta()).unwrap());
        assert!(ours.pdf == rendered(&filled(key, &sample(key))).pdf, "{key} prints otherwise");
    }
}

#[test]
fn a_file_handed_out_explains_itself() {
    let text = out("negotiation/minutes");
    for words in [
        "#   recorder.name　记录人的姓名　必须印出来　例：沈一诺\n",
        "#   topics　协商的议题，一组\n",
        "#   topics[].title　议题　",
        "#   workers_side[].absence　没有到会的原因　例：因公出差\n",
        "#   co_chair.name　同时主持的那一位的姓名　示例里空着\n",
        "# 【place】一栏“地点”",
        "|cdate 年月日",
    ] {
        assert!(text.contains(words), "“{words}” is not in:\n{text}");
    }
    let english = text.lines().find(|line| line.starts_with("# ") && line.contains(" the "));
    assert_eq!(english, None, "the developers' notes stay at home");
}

/// The fields that a file taken out lists, each with whatever stands beside it.
fn listed(key: &str) -> Vec<(String, Vec<String>)> {
    let text = out(key);
    let fields = text.lines().skip_while(|line| !line.starts_with("# 能用的字段")).skip(1);
    let lines = fields.map_while(|line| line.strip_prefix("#   "));
    lines
        .map(|line| {
            let mut parts = line.split('　').map(str::to_owned);
            (parts.next().unwrap(), parts.collect())
        })
        .collect()
}

/// Templates that stay the program's own are never handed out.
const CLOSED: [&str; 5] =
    ["ledger/recovery-sheet", "members/dossier", "members/own-data", "union/hand-over", "union/faces"];

#[test]
fn every_field_of_every_template_handed_out_says_what_it_means() {
    let (mut bare, mut used) = (Vec::new(), BTreeSet::new());
    for key in TEMPLATES.into_iter().filter(|key| !CLOSED.contains(key)) {
        let fields = listed(key);
        assert!(fields.len() > 3, "{key} lists its fields: {fields:?}");
        for (field, beside) in fields {
            match meanings().of(key, &field) {
                Some(means) if beside.first().is_some_and(|told| told == means) => {}
                _ => bare.push(format!("{key} {field}")),
            }
            used.insert((key, field));
        }
    }
    assert_eq!(bare, Vec::<String>::new(), "write what they mean in assets/papers/fields.toml");
    let stale = meanings().stale(|paper, field| {
        used.iter().any(|(key, known)| paper.is_none_or(|paper| paper == *key) && known == field)
    });
    assert_eq!(stale, Vec::<String>::new(), "no template has these fields any more");
}

#[test]
fn what_it_does_otherwise_is_told_block_by_block() {
    let key = "negotiation/offer";
    let note = "[[block]]\nid = \"seal-note\"\nkind = \"note\"\ntext = \"一式两份\"\n\n";
    let contact = "[[block]]\nid = \"contact\"";
    let text = with(key, contact, &format!("{note}{contact}"));
    let text = text.replace("建议的协商时间和地点", "协商的时间、地点");
    let own = look(key, &text).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(own.change.added, ["附注“一式两份”"]);
    assert_eq!(own.change.changed, ["小标题“协商的时间、地点”"]);
    assert!(own.change.dropped.is_empty() && !own.change.moved);
    let read = shown(&own.sample).unwrap();
    assert!(read.contains("协商的时间、地点"), "{read}");
}

#[test]
fn each_fault_is_told_in_plain_chinese_with_its_place() {
    let key = "negotiation/offer";
    let line = |text: &str, words: &str| text.lines().position(|l| l.contains(words)).unwrap() + 1;
    let unknown = with(key, "{{ contact|stop }}", "{{ contcat|stop }}");
    assert_eq!(
        told(key, &unknown),
        format!(
            "第{}行（“contact”段）：没有“contcat”这个字段，最接近的是“contact”。",
            line(&unknown, "contcat|stop")
        )
    );
    let nested = with(key, "{{ reply.article }}", "{{ reply.artcle }}");
    assert!(told(key, &nested).contains("没有“reply.artcle”这个字段，最接近的是“reply.article”"));
    // In a branch that the sample never takes, and inside of a loop.
    let hidden = with(
        key,
        "{% if proposed.place %}",
        "{% if not proposed %}{{ proposed.plaec }}{% endif %}{% if proposed.place %}",
    );
    assert!(told(key, &hidden).contains("没有“proposed.plaec”这个字段，最接近的是“proposed.place”"));
    let looped = with(key, "{{ p.name }}", "{{ p.nmae }}");
    assert!(told(key, &looped).contains("没有“representatives[].nmae”这个字段"), "{}", told(key, &looped));

    for (was, now, words) in [
        ("{{ contact|stop }}", "{{ contact|stopp }}", "没有“|stopp”这种写法，最接近的是“|stop”"),
        ("{{ contact|stop }}", "{{ topics }}", "“topics”是一组内容，不能直接印"),
        ("{{ contact|stop }}", "{{ range(9) }}", "模板里不能用带括号的函数"),
        ("{{ contact|stop }}", "{{ contact * 99999999 }}", "模板里不能用 * 相乘"),
        ("{{ contact|stop }}", "{% set a = contact ~ contact %}{{ a }}", "模板里只能用"),
        ("{{ contact|stop }}", "{{ contact|cdate }}", "用示例印不出来：日期要写成 2026-03-05"),
        ("{{ contact|stop }}", "{{ contact|stop }}\u{20000}\u{323af}", "字库里没有"),
        ("kind = \"addressee\"", "kind = \"adressee\"", "不认识“adressee”"),
        ("text = \"{{ addressee }}\"", "text = \"{{ addressee }", "这里写得不对"),
        (
            "text = \"{{ addressee }}\"",
            "text = \"{{ addressee\"",
            "（“addressee”段）：写得不对：“{{”后面少了“}}”",
        ),
        ("text = \"{{ addressee }}\"", "txet = \"{{ addressee }}\"", "没有“txet”这一项"),
        ("form = \"letter\"", "form = \"official\"", "form 决定版式和能不能用红头，不能改"),
        ("corrects = \"\"", "corrects = \"甲\"", "“corrects”的默认值不能改"),
        ("（草稿，尚缺{{ draft }}。）", "（草稿）", "位置可以换，内容不能改"),
        ("seal = true", "seal = false", "少了落款处盖章的位置"),
        ("signer = \"{{ issuer }}\"", "signer = \"本会\"", "少了落款“江西云岭机械有限公司工会委员会”"),
        ("when = \"reasons\"", "size = 1e9\nwhen = \"reasons\"", "字号（size）要在 9 到 26 之间"),
        ("when = \"reasons\"", "size = nan\nwhen = \"reasons\"", "字号（size）要在 9 到 26 之间"),
        (
            "id = \"title\"\nkind = \"title\"\ntext = \"{{ paper_name }}\"",
            "id = \"title\"\nkind = \"red-header\"\ntext = \"{{ paper_name }}\"",
            "这种文书不能加红头",
        ),
    ] {
        let said = told(key, &with(key, was, now));
        assert!(said.contains(words), "{now}: {said}");
        assert!(said.starts_with('第'), "{now} has its line: {said}");
        assert!(!said.to_lowercase().contains("expected"), "{said}");
    }
}

/// What comes of typing Chinese is told by its cause, at its line, with what to write instead.
#[test]
fn what_was_typed_in_chinese_is_told_by_its_true_cause() {
    let key = "office/letter";
    let (contact, note) = (r#"text = "联系人：{{ contact }}""#, r#"text = "联系人："#);
    for (was, now, words) in [
        // A Chinese word in place of a field.
        (
            contact,
            r#"text = "{{ 联系人 }}""#,
            "“联系人”不是字段的名字，字段要写英文名；“联系人”请写 contact；",
        ),
        (contact, r#"text = "{{ 抄送|stop }}{{ contact }}""#, "“抄送”请写 copies"),
        (contact, r#"text = "{{ 主送机关 }}{{ contact }}""#, "“主送机关”请写 addressee"),
        (
            contact,
            r#"text = "{{ 传真号 }}{{ contact }}""#,
            "“传真号”不是字段的名字，字段要写英文名；能用的字段列在取出的文件开头",
        ),
        (contact, r#"text = "{% if 联系人 %}{{ contact }}{% endif %}""#, "“联系人”请写 contact"),
        (r#"when = "contact""#, r#"when = "联系人""#, "“联系人”请写 contact"),
        (contact, r#"text = "{{ quoted.标题 }}{{ contact }}""#, "“标题”请写 title"),
        // Quotes within an expression.
        (
            contact,
            r#"text = "{{ enclosures|join(“、”) }}{{ contact }}""#,
            "这里用了中文的引号（“）；{{ }} 里的引号要用英文半角的单引号（'）",
        ),
        (contact, r#"text = "{{ enclosures|join(‘、’) }}{{ contact }}""#, "这里用了中文的引号（‘）"),
        (contact, r#"text = "{{ enclosures|join('、) }}{{ contact }}""#, "引号（'）没有成对"),
        (
            contact,
            r#"text = "{{ enclosures|join（'、'） }}{{ contact }}""#,
            "这里用了中文的“（”，要用英文半角的“(”",
        ),
        (contact, r#"text = "{{ contact｜stop }}""#, "这里用了中文的“｜”，要用英文半角的“|”"),
        (contact, "text = \"{{\u{3000}contact }}\"", "这里有全角空格"),
        (contact, r#"text = "{{ contact }""#, "“{{”后面少了“}}”"),
        (contact, r#"text = "{% if contact %}{{ contact }}""#, "“{% if … %}”后面少了“{% endif %}”"),
        (contact, r#"text = "{{ contact }}{% endif %}""#, "“{% endif %}”前面没有与它配对的开头"),
        // Quotes of TOML.
        (contact, "text = “联系人：{{ contact }}”", "这里用了中文的引号（“），要用英文半角的（\"）"),
        (contact, "text = ‘联系人：{{ contact }}’", "这里用了中文的引号（‘），要用英文半角的（'）"),
        (contact, "text = \"联系人：{{ contact }}”", "开头是英文的引号（\"），结尾却是中文的引号（”）"),
        (contact, "text = \"联系人：{{ contact }}", "这一行的引号（\"）没有关上"),
        (
            contact,
            r#"text = "{{ enclosures|join("、") }}{{ contact }}""#,
            "引号里面又用了同样的引号（\"）；里面的请改用英文半角的单引号（'）",
        ),
        (contact, r#"text = "请找"联系人"：{{ contact }}""#, "引号里面又用了同样的引号（\"）"),
        (contact, r#"text ＝ "{{ contact }}""#, "引号外面用了中文的“＝”，要用英文半角的“=”"),
        (contact, "text = 联系人", "文字没有放在引号里"),
        (contact, "联系人写在下面\ntext = \"{{ contact }}\"", "这一行的文字不在引号里"),
        (
            r#"{ field = "body", name = "正文" }"#,
            r#"{ field = "body"， name = "正文" }"#,
            "引号外面用了中文的“，”，要用英文半角的“,”",
        ),
        // Backslashes.
        (
            note,
            r#"text = "D:\工会\联系人："#,
            r"双引号里的反斜杠（\工）有别的意思；要印反斜杠，请写成两个（\\工）",
        ),
        (note, r#"text = "D:\users 联系人："#, r"双引号里的反斜杠（\u）有别的意思"),
        (note, r#"text = "D:\temp 联系人："#, r"双引号里的反斜杠（\t）有别的意思"),
        (note, r#"text = "D:\bao 联系人："#, r"双引号里的反斜杠（\b）有别的意思"),
        (contact, r#"text = "{{ contact\\stop }}""#, "这里不能用反斜杠"),
    ] {
        let text = with(key, was, now);
        let line = 1 + text.lines().zip(out(key).lines()).position(|(now, was)| now != was).unwrap();
        let said = told(key, &text);
        assert!(said.contains(words), "{now}: {said}");
        assert!(said.starts_with(&format!("第{line}行")), "{now} is in line {line}: {said}");
    }
    for good in [r#"text = "D:\\工会，联系人："#, "label = 'D:\\工会'\ntext = \"联系人："] {
        let text = with(key, note, good);
        assert!(look(key, &text).is_ok(), "{}", told(key, &text));
    }
}

#[test]
fn what_must_stand_in_the_paper_is_still_asked_for_and_printed() {
    let contract = "negotiation/wage-contract";
    let key = "negotiation/minutes";
    for (key, was, now, words) in [
        (
            key,
            "  { field = \"recorder.name\", name = \"记录人\" },\n",
            "",
            "“记录人”（recorder.name）是送审必须写全的",
        ),
        (
            key,
            "{ field = \"recorder.name\", name = \"记录人\" }",
            "{ field = \"recorder.name\", name = \"记录人\", when = \"false\" }",
            "“记录人”（recorder.name）是送审必须写全的",
        ),
        (
            key,
            "{{ topic.workers_position|stop }}",
            "见附件",
            "“职工方意见”（topics[].workers_position）必须印出来",
        ),
        // Read, and not printed.
        (
            key,
            "{{ topic.workers_position|stop }}",
            "{% if topic.workers_position %}见附件{% endif %}",
            "“职工方意见”（topics[].workers_position）必须印出来，模板里没有印它",
        ),
        (key, "people = \"workers_side\"", "people = \"[workers_side[0]]\"", "少了“王伟”签字的位置"),
        (key, "copies = 4", "copies = 4000", "“copies”要写 1 到 99 的数"),
        (key, "kind = \"title\"", "kind = \"subtitle\"", "少了标题，送审会被退回"),
        (contract, "{{ union.code }}", "", "“工会的统一社会信用代码”（union.code）必须印出来"),
    ] {
        let said = told(key, &with(key, was, now));
        assert!(said.contains(words), "{now}: {said}");
    }
    // A post may be absent: the program's paper bears it, and so must the union's.
    let bare = with(
        key,
        "{{ p.name }}{% if p.chief %}（首席代表）{% endif %}{% if not loop.last %}、{% endif %}{% else %}无",
        "{{ p.name }}（{{ p.post }}）{% if not loop.last %}、{% endif %}{% else %}无",
    );
    let said = told(key, &bare);
    assert!(said.contains("“workers_side.0.post”空着的时候，这一段印不出来"), "{said}");
    let copies =
        look(key, &with(key, "copies = 4", "copies = 6")).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(copies.change.defaults, ["copies：4 → 6"]);
}

/// The sample has everything; what a paper without copies or enclosures lacks is asked of such a paper.
#[test]
fn what_stands_empty_takes_neither_the_seal_nor_the_addressee_with_it() {
    let key = "office/letter";
    for (was, now, words) in [
        (
            "id = \"date\"\nkind = \"date-line\"",
            "id = \"date\"\nkind = \"date-line\"\nwhen = \"copies\"",
            "“copies”空着的时候少了落款",
        ),
        (
            "id = \"addressee\"\nkind = \"addressee\"",
            "id = \"addressee\"\nkind = \"addressee\"\nwhen = \"copies\"",
            "“copies”空着的时候“主送机关”（addressee）要照原样印出来",
        ),
        ("text = \"{{ addressee }}\"", "text = \"{{ addressee[:1] }}\"", "（addressee）要照原样印出来"),
        ("text = \"{{ paragraph }}\"", "text = \"{{ paragraph|length }}\"", "（body）要照原样印出来"),
    ] {
        let said = told(key, &with(key, was, now));
        assert!(said.contains(words), "{now}: {said}");
    }
    let minutes = with(
        "negotiation/minutes",
        "kind = \"signatures\"",
        "kind = \"signatures\"\nwhen = \"next_meeting\"",
    );
    let said = told("negotiation/minutes", &minutes);
    assert!(said.contains("“next_meeting”空着的时候少了"), "{said}");
}

#[test]
fn what_would_not_print_as_meant_is_named() {
    let key = "office/letter";
    let own = "[[block]]\nid = \"own\"\nkind = \"note\"\ntext = ";
    for (now, words) in [
        ("\"（联系人：｛｛ contact ｝｝）\"", "“｛”会照原样印在纸上"),
        ("\"（联系人：{ title }）\"", "“{”会照原样印在纸上"),
        ("\"联\\u202E系人\"", "看不见的字符（U+202E）"),
    ] {
        let text =
            with(key, "[[block]]\nid = \"imprint\"", &format!("{own}{now}\n\n[[block]]\nid = \"imprint\""));
        let said = told(key, &text);
        assert!(said.contains(words), "{now}: {said}");
    }
    let number = "[[block]]\nid = \"second\"\nkind = \"document-number\"\ntext = \"工函〔2026〕99号\"\n\n";
    let said =
        told(key, &with(key, "[[block]]\nid = \"title\"", &format!("{number}[[block]]\nid = \"title\"")));
    assert!(said.contains("发文字号由程序编"), "{said}");
    let said = told(key, &format!("{}\n{own}\"抄报\"\n", out(key)));
    assert!(said.contains("版记后面不能再有内容"), "{said}");
}

#[test]
fn a_red_header_stays_where_it_is_allowed_and_as_it_is() {
    let key = "negotiation/performance-report";
    let text = out(key);
    assert!(look(key, &text).is_ok());
    let at = text.find("kind = \"red-header\"").unwrap();
    let other = format!("{}{}", &text[..at], text[at..].replacen("{{ header }}", "本会红头文件", 1));
    let said = told(key, &other);
    assert!(said.contains("红头上的发文机关标志不能改"), "{said}");
}

/// Files that once hung, fell or slipped through, and those that would: kept for ever.
const HOSTILE: [&str; 9] = [
    "{% for a in topics %}{% for b in topics %}{% for c in topics %}{% for d in topics %}{{ a }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in topics recursive %}{{ loop(topics) }}{% endfor %}",
    "{{ [1,2,3]|map('string')|list }}",
    "{% include '../../ledger.db' %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ contact.__class__ }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ ((((((((((((((((((((((((((((((((((((((((contact)))))))))))))))))))))))))))))))))))))))) }}",
    "{% autoescape true %}{{ self.title() }}{% endautoescape %}",
];

fn sane(key: &str, text: &str) -> Result<(), TestCaseError> {
    match look(key, text) {
        Ok(own) => prop_assert!(paper::layout(&own.sample, faces()).is_ok()),
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            for fault in faults {
                let said = fault.to_string();
                prop_assert!(said.ends_with('。') && !said.contains("。。"), "{said}");
                let lines = text.lines().count().max(1);
                prop_assert!(fault.line.is_none_or(|line| (1..=lines).contains(&line)), "{said}");
            }
        }
    }
    Ok(())
}

#[test]
fn what_was_hostile_once_is_told_and_done_with() {
    let key = "negotiation/offer";
    for hostile in HOSTILE {
        let text = with(key, "{{ contact|stop }}", hostile);
        sane(key, &text).unwrap();
    }
    let deep = format!("{{{{ {}1{} }}}}", "[".repeat(4000), "]".repeat(4000));
    sane(key, &with(key, "{{ contact|stop }}", &deep)).unwrap();
    let wide: String = "{{ contact }}".repeat(10_000);
    assert!(told(key, &with(key, "{{ contact|stop }}", &wide)).contains("超过64KB"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_told(text in "[a-z=\"\\[\\]{}%|#. \n甲乙0-9]{0,400}") {
        sane("negotiation/offer", &text)?;
    }

    #[test]
    fn a_real_file_cut_and_changed_is_told(
        changes in prop::collection::vec((0.0f64..1.0, "[a-z\"{}%|. \n0-9甲]{0,6}"), 0..4),
        cut in 0.5f64..1.5,
    ) {
        let mut chars: Vec<char> = out("negotiation/offer").chars().collect();
        let size = chars.len() as f64;
        for (place, put) in changes {
            let at = (place * size) as usize;
            let at = at.min(chars.len().saturating_sub(1));
            chars.splice(at..at + 1, put.chars());
        }
        chars.truncate((cut * size) as usize);
        sane("negotiation/offer", &chars.into_iter().collect::<String>())?;
    }

    #[test]
    fn numbers_of_any_size_are_held_in_bounds(
        n in prop_oneof![any::<f32>(), Just(f32::NAN), Just(f32::INFINITY), Just(1e30), Just(-1.0)],
        key in 0usize..3,
    ) {
        let (was, key) = [("width = 14", "width"), ("size = 12", "size"), ("size = 12", "lines")][key];
        let written = if n.is_finite() { format!("{n:?}") } else { n.to_string().to_lowercase() };
        sane("negotiation/minutes", &with("negotiation/minutes", was, &format!("{key} = {written}")))?;
    }
}
