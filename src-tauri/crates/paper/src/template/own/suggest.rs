//! Which field a person meant who wrote what is none: by what the fields mean, where a Chinese word was written, and by how
//! their names are written, where a name was.

use super::meanings::Meanings;
use super::shape::Shape;
use crate::template::file::Required;

/// The fields of a paper with their meanings.
pub(super) struct Suggest<'a> {
    paper: &'a str,
    fields: Vec<String>,
    required: &'a [Required],
    meanings: &'a Meanings,
}

impl<'a> Suggest<'a> {
    pub fn of(
        paper: &'a str,
        shape: &Shape,
        required: &'a [Required],
        meanings: &'a Meanings,
    ) -> Suggest<'a> {
        Suggest { paper, fields: shape.names(), required, meanings }
    }

    /// What to say of a Chinese word that stands where a field should.
    pub fn for_word(&self, word: &str) -> String {
        let meant = match self.meant(word) {
            None => "能用的字段列在取出的文件开头".to_owned(),
            Some(field) => match field.rsplit_once("[].") {
                None => format!("“{word}”请写 {field}"),
                Some((list, last)) => format!("“{word}”是“{list}”里每一项的 {last}"),
            },
        };
        format!("“{word}”不是字段的名字，字段要写英文名；{meant}；要印的汉字写在花括号外面")
    }

    /// The field whose meaning is this word, begins with it or has it; the shortest of them.
    fn meant(&self, word: &str) -> Option<&str> {
        let rank = |field: &String| {
            let means = self.meanings.of(self.paper, field).unwrap_or_default();
            let called = self.required.iter().find(|one| one.field == *field).map(|one| one.name.as_str());
            let brief = means.split(['，', '；', '：', '（']).next().unwrap_or_default();
            let place = if called == Some(word) || brief == word {
                0
            } else if means.starts_with(word) || called.is_some_and(|called| called.contains(word)) {
                1
            } else if means.contains(word) {
                2
            } else {
                return None;
            };
            Some((place, field.matches("[]").count(), means.chars().count()))
        };
        let found = self.fields.iter().filter_map(|field| Some((rank(field)?, field)));
        found.min().map(|(_, field)| field.as_str())
    }
}
