//! Pure decisions about a letter: what its form must hold, what an answer is called, what is missing before it is issued.

use super::model::UnionLetterInput;
use crate::Problem;
use crate::office::{short, text};

/// The most names of enclosures: more belong into a list that is enclosed itself.
const MOST_ENCLOSURES: usize = 20;
/// What a title ends in, without its 的: what is answered is a paper of one of these kinds.
const KINDS: [&str; 13] =
    ["复函", "函告", "函", "通知", "通报", "请示", "报告", "决定", "意见", "批复", "建议", "纪要", "公告"];

/// The lines of a text that hold anything.
pub(super) fn lines(text: Option<&str>) -> Vec<String> {
    let lines = text.unwrap_or_default().lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Refuses a form that lacks what even a draft needs, or that is too long for a letter.
///
/// Errors: `bad_input` at its field.
pub(super) fn check(input: &UnionLetterInput) -> Result<(), Problem> {
    short("addressee", &input.addressee, 100)?;
    short("title", &input.title, 200)?;
    short("body", input.body.as_deref().unwrap_or_default(), 20_000)?;
    short("copies", input.copies.as_deref().unwrap_or_default(), 500)?;
    short("contact", input.contact.as_deref().unwrap_or_default(), 100)?;
    if input.addressee.trim().is_empty() {
        return Err(Problem::input("addressee", "请写明函送给哪个单位，例如“县总工会”。"));
    }
    if input.title.trim().is_empty() {
        return Err(Problem::input("title", "请写明函的标题，例如“关于商请提供资料的函”。"));
    }
    let enclosures = lines(text(&input.enclosures));
    if enclosures.len() > MOST_ENCLOSURES {
        let message = format!("附件最多列{MOST_ENCLOSURES}个；再多的，请列一份附件清单，作为一个附件。");
        return Err(Problem::input("enclosures", message));
    }
    enclosures.iter().try_for_each(|name| short("enclosures", name, 100))
}

/// What is missing before a letter can be issued, one phrase each.
pub(super) fn missing(input: &UnionLetterInput) -> Vec<String> {
    if lines(text(&input.body)).is_empty() { vec!["正文".to_owned()] } else { Vec::new() }
}

/// A title without the marks that people paste it in: 《关于商请提供场地的函》.
pub(super) fn bare_title(title: &str) -> &str {
    let title = title.trim();
    let inner = title.strip_prefix('《').and_then(|rest| rest.strip_suffix('》'));
    inner.filter(|inner| !inner.contains('《')).unwrap_or(title)
}

/// What the answer to a paper of this title is called: 县总工会关于报送年报的通知 → 关于报送年报的复函.
pub(super) fn reply_title(title: &str) -> String {
    let title = bare_title(title);
    let about = title.find("关于").map_or(title, |at| &title[at + "关于".len()..]);
    let about = KINDS.iter().find_map(|kind| about.strip_suffix(kind)?.strip_suffix('的')).unwrap_or(about);
    format!("关于{about}的复函")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_called_after_what_it_answers() {
        for (title, reply) in [
            ("关于商请提供场地的函", "关于商请提供场地的复函"),
            ("县总工会关于报送2026年统计年报的通知", "关于报送2026年统计年报的复函"),
            ("关于商请提供场地的复函", "关于商请提供场地的复函"),
            ("2026年工会经费核查表", "关于2026年工会经费核查表的复函"),
            ("关于通知", "关于通知的复函"),
            ("《关于商请提供场地的函》", "关于商请提供场地的复函"),
            ("《工会法》和《劳动法》", "关于《工会法》和《劳动法》的复函"),
        ] {
            assert_eq!(reply_title(title), reply, "{title}");
        }
    }

    #[test]
    fn a_letter_needs_whom_it_goes_to_and_what_it_is_called_and_a_body_before_its_number() {
        let letter = UnionLetterInput {
            addressee: "县总工会".into(),
            title: "关于商请提供场地的函".into(),
            body: Some("\n \u{3000}\n".into()),
            ..UnionLetterInput::default()
        };
        check(&letter).unwrap();
        assert_eq!(missing(&letter), ["正文"], "blank lines are no body");
        let field = |change: fn(&mut UnionLetterInput)| {
            let mut one = letter.clone();
            change(&mut one);
            check(&one).err().and_then(|why| why.field)
        };
        assert_eq!(field(|one| one.addressee = "\u{3000}".into()).as_deref(), Some("addressee"));
        assert_eq!(field(|one| one.title.clear()).as_deref(), Some("title"));
        assert_eq!(field(|one| one.enclosures = Some("名单\n".repeat(MOST_ENCLOSURES))), None);
        let many = field(|one| one.enclosures = Some("名单\n".repeat(MOST_ENCLOSURES + 1)));
        assert_eq!(many.as_deref(), Some("enclosures"));
        let written =
            UnionLetterInput { body: Some("同意提供。\n\n请派人联系。".into()), ..letter };
        assert_eq!(missing(&written), Vec::<String>::new());
        assert_eq!(lines(written.body.as_deref()), ["同意提供。", "请派人联系。"]);
    }
}
