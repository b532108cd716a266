//! What an answer is called after the paper it answers, and how that paper's title is quoted. A title names what the paper is
//! about (事由) and its kind (文种, GB/T 9704—2012, 7.3.1); the answer is about the same thing, and not about the asking: whoever is asked for an opinion
//! gives one, whoever is requested to provide something provides it, and of a paper handed on the answer is about what was
//! handed on.

/// Kinds of paper that a title ends in (文种), the longer before those they end in.
const KINDS: [&str; 17] = [
    "复函", "函告", "便函", "函", "通知", "通报", "通告", "请示", "报告", "决定", "意见", "批复", "建议",
    "纪要", "公告", "方案", "答复",
];
/// How a title asks. The longer before those they begin with.
const ASKING: [&str; 15] = [
    "商请",
    "商洽",
    "恳请",
    "敬请",
    "函请",
    "提请",
    "报请",
    "邀请",
    "请求",
    "请予以",
    "请予",
    "咨询",
    "询问",
    "商",
    "请",
];
/// Words that begin like asking and are none.
const NO_ASKING: [&str; 11] =
    ["请示", "请假", "请愿", "请款", "请教", "请客", "商业", "商品", "商务", "商定", "商会"];
/// What may stand before the asking.
const AGAIN: [&str; 5] = ["再次", "紧急", "公开", "书面", "广泛"];
/// Whom a title asks: the one who answers now.
const ASKED: [&str; 12] = [
    "你单位",
    "贵单位",
    "你公司",
    "贵公司",
    "你工会",
    "贵工会",
    "你会",
    "贵会",
    "各有关单位",
    "有关单位",
    "各单位",
    "各工会",
];
/// How a title hands a paper on.
const HANDING_ON: [&str; 3] = ["转发", "批转", "印发"];
/// The longest row of papers handed on within each other.
const DEEPEST: usize = 5;

/// A title without the marks that people paste it in: 《关于商请提供场地的函》.
pub(super) fn bare(title: &str) -> String {
    let title = title.trim();
    let Some(inner) = title.strip_prefix('《').and_then(|rest| rest.strip_suffix('》')) else {
        return title.to_owned();
    };
    // 《工会法》和《劳动法》 begins and ends with a mark, and stands in none.
    let mut depth = 0_i32;
    for c in inner.chars() {
        depth += step(c);
        if depth < 0 {
            return title.to_owned();
        }
    }
    // What stood within is the outermost now.
    if inner.contains('《') { inner.to_owned() } else { inner.replace('〈', "《").replace('〉', "》") }
}

/// A title as it stands between 《 and 》: a title within it takes 〈 and 〉 (GB/T 15834—2011, 4.15).
pub(super) fn quoted(title: &str) -> String {
    let (mut out, mut depth) = (String::new(), 1);
    for c in bare(title).chars() {
        if step(c) < 0 {
            depth -= 1;
        }
        out.push(match (step(c), depth % 2) {
            (1, 1) => '〈',
            (1, _) => '《',
            (-1, 1) => '〉',
            (-1, _) => '》',
            _ => c,
        });
        if step(c) > 0 {
            depth += 1;
        }
    }
    out
}

/// How much deeper a mark of titles goes.
fn step(c: char) -> i32 {
    match c {
        '《' | '〈' => 1,
        '》' | '〉' => -1,
        _ => 0,
    }
}

/// What the answer to a paper of this title is called: 县总工会关于报送年报的通知 → 关于报送年报的复函.
pub(super) fn of_reply(title: &str) -> String {
    format!("关于{}的复函", subject(&bare(title), DEEPEST))
}

/// What the answer is about.
fn subject(title: &str, deepest: usize) -> String {
    let about = after_about(title).unwrap_or(title);
    let (about, kind) = without_kind(about);
    if let Some(opinion) = opinion(about) {
        return opinion;
    }
    if let Some(handed) = handed_on(about, deepest) {
        return handed;
    }
    let about = asked(about);
    // Whoever is told of something answers the telling, and does not tell it again.
    if kind == Some("通报") { format!("{about}{}", "通报") } else { about.to_owned() }
}

/// What stands after the first 关于 that stands in no title within.
fn after_about(title: &str) -> Option<&str> {
    let mut depth = 0;
    title.char_indices().find_map(|(at, c)| {
        depth += step(c);
        let rest = title.get(at..)?;
        (depth == 0).then(|| rest.strip_prefix("关于")).flatten()
    })
}

/// Without its kind; which it was, where 的 stands before it.
fn without_kind(about: &str) -> (&str, Option<&'static str>) {
    let found = KINDS.iter().find_map(|kind| Some((about.strip_suffix(kind)?.strip_suffix('的')?, *kind)));
    found.map_or((about, None), |(about, kind)| (about, Some(kind)))
}

/// The opinion that a title asks for: 征求《办法》意见 and 《办法》征求意见 → 《办法》意见.
fn opinion(about: &str) -> Option<String> {
    let trailing = ["征求意见函", "征求意见", "征询意见"].into_iter().find_map(|end| about.strip_suffix(end));
    if let Some(of) = trailing.filter(|of| !of.is_empty()) {
        let of = of.strip_prefix(['就', '对']).unwrap_or(of).trim_end_matches(['的', '公', '开']);
        return Some(format!("{of}意见"));
    }
    let about = after_any(about, &AGAIN);
    let of = ["征求", "征询"].into_iter().find_map(|begin| about.strip_prefix(begin))?;
    let of = without_asked(of);
    (of.contains("意见") || of.contains("建议")).then(|| of.to_owned())
}

/// What was handed on: the thing itself, or what the paper handed on is about.
fn handed_on(about: &str, deepest: usize) -> Option<String> {
    let begin = HANDING_ON.into_iter().find(|begin| about.starts_with(begin))?;
    let inner = about.strip_prefix(begin)?;
    let whole = bare(inner);
    let one_title = whole != inner;
    if begin == "印发" {
        return one_title.then(|| inner.to_owned());
    }
    let (_, kind) = without_kind(&whole);
    match deepest.checked_sub(1) {
        Some(deepest) if kind.is_some() && after_about(&whole).is_some() => Some(subject(&whole, deepest)),
        _ => one_title.then(|| inner.to_owned()),
    }
}

/// What a title asks for, without the asking.
fn asked(about: &str) -> &str {
    let begun = after_any(about, &AGAIN);
    if NO_ASKING.iter().any(|word| begun.starts_with(word)) {
        return about;
    }
    let Some(rest) = ASKING.iter().find_map(|begin| begun.strip_prefix(begin)) else { return about };
    let rest = without_asked(rest);
    // 商请协助: one asking after the other; what is left must still be something.
    let rest = if rest == begun { rest } else { rest.strip_prefix("予以").unwrap_or(rest) };
    if rest.chars().count() < 2 { about } else { rest }
}

/// Without the words for whoever is asked.
fn without_asked(text: &str) -> &str {
    after_any(text, &ASKED)
}

fn after_any<'a>(text: &'a str, words: &[&str]) -> &'a str {
    words.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_about_what_was_asked_and_not_about_the_asking() {
        for (title, reply) in [
            // 商请、请、邀请
            ("关于商请提供场地的函", "关于提供场地的复函"),
            ("关于再次商请贵会协助调查的函", "关于协助调查的复函"),
            ("关于请支持职工书屋建设的函", "关于支持职工书屋建设的复函"),
            ("关于请予支持职工书屋建设的函", "关于支持职工书屋建设的复函"),
            ("关于请你单位报送年报的函", "关于报送年报的复函"),
            ("关于恳请解决职工活动场地的函", "关于解决职工活动场地的复函"),
            ("关于请求增拨经费的请示", "关于增拨经费的复函"),
            ("关于邀请贵单位参加座谈会的函", "关于参加座谈会的复函"),
            ("关于询问会籍接转手续的函", "关于会籍接转手续的复函"),
            ("关于商业保险方案的函", "关于商业保险方案的复函"),
            ("关于请假制度执行情况的函", "关于请假制度执行情况的复函"),
            ("关于请示事项办理情况的函", "关于请示事项办理情况的复函"),
            // 征求意见
            ("关于征求《职工奖惩办法》意见的函", "关于《职工奖惩办法》意见的复函"),
            (
                "关于征求《职工奖惩办法（征求意见稿）》意见的函",
                "关于《职工奖惩办法（征求意见稿）》意见的复函",
            ),
            ("关于征求《职工奖惩办法》修改意见建议的通知", "关于《职工奖惩办法》修改意见建议的复函"),
            ("关于公开征求《条例（草案）》意见的公告", "关于《条例（草案）》意见的复函"),
            ("关于征求贵单位对《集体合同（草案）》意见的函", "关于对《集体合同（草案）》意见的复函"),
            ("关于征求食堂改造方案意见的函", "关于食堂改造方案意见的复函"),
            ("县总工会关于就《职工奖惩办法》征求意见的函", "关于《职工奖惩办法》意见的复函"),
            ("《职工奖惩办法》征求意见函", "关于《职工奖惩办法》意见的复函"),
            ("《关于加强班组建设的意见》征求意见函", "关于《关于加强班组建设的意见》意见的复函"),
            // 转发、印发
            ("关于转发《县总工会关于报送年报的通知》的通知", "关于报送年报的复函"),
            ("关于转发《县总工会关于征求〈奖惩办法〉意见的函》的函", "关于《奖惩办法》意见的复函"),
            ("关于转发《市总工会关于转发〈省总工会关于报送年报的通知〉的通知》的通知", "关于报送年报的复函"),
            ("转发县总工会关于报送年报的通知", "关于报送年报的复函"),
            ("关于转发县总工会关于报送年报的通知的通知", "关于报送年报的复函"),
            ("关于转发《县总工会关于商请提供场地的函》的函", "关于提供场地的复函"),
            ("关于转发《工会经费管理办法》的通知", "关于《工会经费管理办法》的复函"),
            ("关于转发《办法》等文件的通知", "关于转发《办法》等文件的复函"),
            ("关于印发《2026年工会工作要点》的通知", "关于《2026年工会工作要点》的复函"),
            // 以复函、通知、通报结尾的，没有“关于”的
            ("关于提供场地的复函", "关于提供场地的复函"),
            ("县总工会关于报送2026年统计年报的通知", "关于报送2026年统计年报的复函"),
            ("关于2026年安全生产检查情况的通报", "关于2026年安全生产检查情况通报的复函"),
            ("关于表彰先进班组的通报", "关于表彰先进班组通报的复函"),
            ("报送年报的通知", "关于报送年报的复函"),
            ("会议通知", "关于会议通知的复函"),
            ("关于通知", "关于通知的复函"),
            ("2026年工会经费核查表", "关于2026年工会经费核查表的复函"),
            ("《关于商请提供场地的函》", "关于提供场地的复函"),
            ("《工会法》和《劳动法》", "关于《工会法》和《劳动法》的复函"),
            ("商请函", "关于商请函的复函"),
        ] {
            assert_eq!(of_reply(title), reply, "{title}");
        }
    }

    #[test]
    fn a_title_within_a_title_changes_its_marks() {
        for (title, within) in [
            ("关于商请提供场地的函", "关于商请提供场地的函"),
            ("《关于商请提供场地的函》", "关于商请提供场地的函"),
            ("关于征求《奖惩办法》意见的函", "关于征求〈奖惩办法〉意见的函"),
            ("《关于征求〈奖惩办法〉意见的函》", "关于征求〈奖惩办法〉意见的函"),
            ("《关于征求《奖惩办法》意见的函》", "关于征求〈奖惩办法〉意见的函"),
            ("关于转发《关于征求〈办法〉意见的函》的函", "关于转发〈关于征求《办法》意见的函〉的函"),
            ("《工会法》和《劳动法》", "〈工会法〉和〈劳动法〉"),
        ] {
            assert_eq!(quoted(title), within, "{title}");
        }
    }
}
