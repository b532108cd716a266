//! Where a Chinese line may be broken (避头尾, GB/T 15834—2011) and how much blank a mark can give up. A table of our own:
//! the Unicode line breaking tables glue “ and ” to both neighbours.

/// Marks that may not begin a line.
pub(crate) const NO_START: &str = "，。、；：？！”’）》〉」』】〕〗｝…―～·／％‰℃,.;:?!)]}%＂";
/// Marks that may not end a line.
pub(crate) const NO_END: &str = "“‘（《〈「『【〔〖｛￥＄$([{／";

/// Whether a character fills a cell of the grid.
pub(crate) fn is_wide(c: char) -> bool {
    // Most of what is not wide is ASCII.
    if c.is_ascii() {
        return false;
    }
    let code = c as u32;
    matches!(code, 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x2_0000..=0x3_FFFF)
        || matches!(code, 0x2460..=0x24FF | 0x2150..=0x218F | 0x2190..=0x21FF | 0x25A0..=0x26FF)
        || "“”‘’…—―·℃‰".contains(c)
}

/// May not stand first in a line.
pub(crate) fn no_start(c: char) -> bool {
    NO_START.contains(c)
}

/// May not stand last in a line.
pub(crate) fn no_end(c: char) -> bool {
    NO_END.contains(c)
}

/// May a line be broken between `a` and `b`?
pub(crate) fn can_break(a: char, b: char) -> bool {
    if a == ' ' {
        return b != ' ' && !no_start(b);
    }
    if b == ' ' || no_start(b) || no_end(a) || is_joined(a, b) {
        return false;
    }
    // A figure stays with its unit: 12日, 6%, 40人.
    if a.is_ascii_digit() && "年月日时分号元人万亿℃".contains(b) {
        return false;
    }
    is_wide(a) || is_wide(b)
}

/// —— and …… are one mark of two cells; ＿＿＿ is one place to write in, however long.
pub(crate) fn is_joined(a: char, b: char) -> bool {
    a == b && matches!(a, '—' | '…' | '―' | '＿')
}

/// Blank that a full-width mark can give up, in ems: before and after its ink.
pub(crate) fn blank(c: char) -> (f32, f32) {
    if "，。、；：？！”’）》〉】〕」』".contains(c) {
        (0.0, 0.4)
    } else if "“‘（《〈【〔「『".contains(c) {
        (0.4, 0.0)
    } else {
        (0.0, 0.0)
    }
}

/// Whether a small gap belongs between the two: a Latin letter or digit beside an ideograph (not beside a mark).
pub(crate) fn needs_gap(a: char, b: char) -> bool {
    let han = |c: char| is_wide(c) && c.is_alphabetic();
    let latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '%' | '+' | '#');
    // 2026年3月5日 is one word to a reader: dates and clock times stay closed.
    let clock = |c: char| "年月日号时分秒第".contains(c);
    // The cheap question first: this is asked of every two neighbours of a paper.
    (latin(b) && han(a) && !clock(a)) || (latin(a) && han(b) && !clock(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_with_their_words() {
        assert!(can_break('会', '议'));
        for (a, b) in [
            ('会', '，'),
            ('“', '一'),
            ('—', '—'),
            ('…', '…'),
            ('＿', '＿'),
            ('1', '2'),
            ('a', 'b'),
            ('会', '·'),
            ('会', ' '),
            ('2', '日'),
        ] {
            assert!(!can_break(a, b), "{a}{b} must stay together");
        }
        assert!(can_break('了', '“') && can_break('”', '工'), "quotes part from their outer neighbours");
    }

    #[test]
    fn dates_stay_closed_and_words_get_air() {
        assert!(needs_gap('涨', '5') && needs_gap('A', '股'));
        assert!(!needs_gap('6', '年') && !needs_gap('。', '5') && !needs_gap('第', '2'));
    }
}
