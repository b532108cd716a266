//! The articles of the Opinions (《中共中央 国务院关于深化产业工人队伍建设改革的意见》), each with its head and what it asks of a firm and
//! its union, in our own words: they lie in `assets/reform/opinions.toml` with their source. Those whose text is not at hand have
//! none: their text is pasted by the union.

use std::sync::OnceLock;

use serde::Deserialize;

/// An article: its head, and what it asks; both empty where its text is not at hand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// 劳动关系协调.
    #[serde(default)]
    pub title: String,
    /// What it asks, in one sentence.
    #[serde(default)]
    pub asks: String,
}

/// The file; what else it says is its source, for whoever mends it.
#[derive(Deserialize)]
struct Opinions {
    article: Vec<Asked>,
}

fn articles() -> &'static [Asked] {
    static ARTICLES: OnceLock<Vec<Asked>> = OnceLock::new();
    ARTICLES.get_or_init(|| {
        let file = include_str!("../../../../../assets/reform/opinions.toml");
        toml::from_str::<Opinions>(file).map(|opinions| opinions.article).unwrap_or_default()
    })
}

/// How many there are.
pub fn count() -> u8 {
    u8::try_from(articles().len()).unwrap_or(u8::MAX)
}

/// What an article asks; none for a number that no article has.
pub fn of(article: u8) -> Option<&'static Asked> {
    let at = usize::from(article).checked_sub(1)?;
    articles().get(at)
}

/// Every article with its number.
pub fn all() -> impl Iterator<Item = (u8, &'static Asked)> {
    (1..=count()).zip(articles())
}

/// （十七）, as the Opinions number it.
pub fn number(article: u8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u8| DIGITS.get(usize::from(n)).copied().unwrap_or_default();
    let tens = match article / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        more => format!("{}十", digit(more)),
    };
    format!("（{tens}{}）", digit(article % 10))
}

/// （十七）维护新就业形态劳动者权益; the number alone where the text is not at hand.
pub fn words(article: u8) -> String {
    let title = of(article).map(|asked| asked.title.as_str()).unwrap_or_default();
    format!("{}{title}", number(article))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_numbered_as_the_opinions_do() {
        let said = [1, 9, 10, 11, 19, 20, 21, 27].map(number);
        assert_eq!(
            said,
            ["（一）", "（九）", "（十）", "（十一）", "（十九）", "（二十）", "（二十一）", "（二十七）"]
        );
    }

    #[test]
    fn what_is_not_at_hand_says_nothing_and_all_else_says_what_it_asks() {
        let without: Vec<u8> = all().filter(|(_, asked)| asked.asks.is_empty()).map(|(at, _)| at).collect();
        assert_eq!(without, [1, 2, 3, 4, 5], "their text is pasted by the union");
        assert!(all().all(|(_, asked)| asked.title.is_empty() == asked.asks.is_empty()));
        assert!(of(6).unwrap().asks.contains("待补录"), "its head is not at hand");
        assert_eq!((count(), of(0), of(28)), (27, None, None), "as many as the Opinions have");
        assert_eq!(words(18), "（十八）开展劳动和技能竞赛");
        assert_eq!(words(3), "（三）");
    }
}
