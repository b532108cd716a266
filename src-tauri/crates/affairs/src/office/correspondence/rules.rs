//! Pure decisions about a letter: what its form must hold, what is missing before it is issued, what was changed since. What an
//! answer is called, `titles` says; how what is typed is kept, `typed`.

use super::model::UnionLetterInput;
use crate::Problem;
use crate::typed::{short, text};

/// The most names of enclosures: more belong into a list that is enclosed itself.
const MOST_ENCLOSURES: usize = 20;
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

/// What a letter prints of its entries, each under its name in the facts, with what the form calls it.
const ENTRIES: [(&str, &str); 6] = [
    ("addressee", "主送机关"),
    ("title", "标题"),
    ("body", "正文"),
    ("enclosures", "附件名称"),
    ("copies", "抄送"),
    ("contact", "联系人"),
];

/// The entries that say something else than the paper that was issued, in words of the form.
pub(super) fn changed(now: &serde_json::Value, issued: &serde_json::Value) -> Vec<String> {
    let differs = ENTRIES.iter().filter(|(name, _)| now.get(name) != issued.get(name));
    differs.map(|(_, called)| (*called).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
