//! Plain text made safe for paper: invisible and control characters out, compatibility radicals to the characters people
//! mean, Chinese numerals. Knows nothing of blocks or faces.

/// Text of a value as it may stand on paper: control, bidirectional and zero-width characters are dropped, all kinds of
/// line ends become `\n`, tabs and odd spaces become a space, Kangxi radicals become ideographs.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push('\n'),
            '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => out.push(' '),
            c if is_invisible(c) => {}
            c => out.push(radical(c)),
        }
    }
    out
}

/// Control characters and those with no shape of their own (zero-width, direction marks, variation selectors, tags).
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// One line: line ends become spaces, ends trimmed.
pub(crate) fn one_line(text: &str) -> String {
    let parts: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    parts.join(" ")
}

/// Kangxi radicals (U+2F00–2FD5) as the ideographs they stand for: one glyph serves both, and a search finds only one.
pub(crate) fn radical(c: char) -> char {
    let code = c as u32;
    if !(0x2F00..=0x2FD5).contains(&code) {
        return c;
    }
    RADICALS.chars().nth((code - 0x2F00) as usize).unwrap_or(c)
}

/// The 214 ideographs of the Kangxi radicals in order.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// 一 to 九千九百九十九.
pub fn chinese_number(value: u32) -> Option<String> {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const UNITS: [&str; 4] = ["千", "百", "十", ""];
    if !(1..=9999).contains(&value) {
        return None;
    }
    let digits = [value / 1000, value / 100 % 10, value / 10 % 10, value % 10];
    let mut out = String::new();
    let mut gap = false;
    for (d, unit) in digits.iter().zip(UNITS) {
        if *d == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        // 十五, not 一十五, when it leads.
        if !(*d == 1 && unit == "十" && out.is_empty()) {
            out.push(*DIGITS.get(*d as usize)?);
        }
        out.push_str(unit);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_read_as_spoken() {
        let all: Vec<_> =
            [1, 10, 15, 20, 23, 105, 110, 1005, 1010, 9999].map(|n| chinese_number(n).unwrap()).into();
        assert_eq!(
            all.join(" "),
            "一 十 十五 二十 二十三 一百零五 一百一十 一千零五 一千零一十 九千九百九十九 ".trim()
        );
        assert_eq!((chinese_number(0), chinese_number(10_000)), (None, None));
    }

    #[test]
    fn cleaning_keeps_words_and_drops_what_cannot_be_seen() {
        assert_eq!(clean("王\u{200b}小\u{202e}明\u{7}\r\n二\u{2028}行\t三"), "王小明\n二\n行 三");
        assert_eq!(clean("\u{2f00}\u{2f2f}\u{2fd5}"), "一工龠");
        assert_eq!(RADICALS.chars().count(), 214);
        assert_eq!(one_line(" 甲\n\n 乙 "), "甲 乙");
    }
}
