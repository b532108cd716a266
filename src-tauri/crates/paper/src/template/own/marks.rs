//! Marks of full width, and the ones of half width that a file needs in their place. What is wrong with a file is told
//! elsewhere.

/// The mark that is meant by one of full width.
pub(super) fn half(c: char) -> Option<char> {
    Some(match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '＇' | '´' => '\'',
        '、' => ',',
        '。' => '.',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '\u{3000}' | '\u{a0}' => ' ',
        '！'..='～' => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).filter(|c| !c.is_alphanumeric())?
        }
        _ => return None,
    })
}
