//! How a name is written and heard: characters that are one character in two forms, and names that sound so much alike that one
//! is written for the other. Nothing of people is decided here.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

use crate::search;

/// Characters of names that are written in two forms, each with the form in use today: traditional ones, and old forms that
/// household registers still hold.
const FORMS: &[(&str, char)] = &[
    ("呂", '吕'),
    ("吳呉", '吴'),
    ("黃", '黄'),
    ("溫", '温'),
    ("陳", '陈'),
    ("張", '张'),
    ("劉", '刘'),
    ("趙", '赵'),
    ("孫", '孙'),
    ("馬", '马'),
    ("許", '许'),
    ("鄧", '邓'),
    ("馮", '冯'),
    ("蕭肖", '萧'),
    ("楊", '杨'),
    ("葉", '叶'),
    ("蔣", '蒋'),
    ("盧", '卢'),
    ("蘇", '苏'),
    ("賈", '贾'),
    ("羅", '罗'),
    ("鄭", '郑'),
    ("謝", '谢'),
    ("韓", '韩'),
    ("範", '范'),
    ("譚", '谭'),
    ("鄒", '邹'),
    ("陸", '陆'),
    ("顧", '顾'),
    ("錢", '钱'),
    ("湯", '汤'),
    ("龍", '龙'),
    ("萬", '万'),
    ("賴", '赖'),
    ("龔", '龚'),
    ("嚴", '严'),
    ("閻閆闫", '阎'),
    ("閏", '闰'),
    ("尋", '寻'),
    ("衛衞", '卫'),
    ("齊", '齐'),
    ("喬", '乔'),
    ("歐", '欧'),
    ("塗", '涂'),
    ("畢", '毕'),
    ("聶", '聂'),
    ("關", '关'),
    ("莊", '庄'),
    ("駱", '骆'),
    ("韋", '韦'),
    ("單", '单'),
    ("鐘鍾", '钟'),
    ("國", '国'),
    ("華", '华'),
    ("軍", '军'),
    ("麗", '丽'),
    ("強彊", '强'),
    ("傑", '杰'),
    ("濤", '涛'),
    ("鵬", '鹏'),
    ("飛", '飞'),
    ("紅", '红'),
    ("蘭", '兰'),
    ("鳳", '凤'),
    ("瓊", '琼'),
    ("靜", '静'),
    ("豔艷", '艳'),
    ("寶", '宝'),
    ("慶", '庆'),
    ("貴", '贵'),
    ("愛", '爱'),
    ("東", '东'),
    ("風", '风'),
    ("雲", '云'),
    ("曉", '晓'),
    ("輝煇", '辉'),
    ("偉", '伟'),
    ("銀", '银'),
    ("鋼", '钢'),
    ("鐵", '铁'),
    ("長", '长'),
    ("進", '进'),
    ("運", '运'),
    ("遠", '远'),
    ("廣", '广'),
    ("義", '义'),
    ("興", '兴'),
    ("榮", '荣'),
    ("學", '学'),
    ("憲", '宪'),
    ("樹", '树'),
    ("橋", '桥'),
    ("樑", '梁'),
    ("淸", '清'),
    ("濱", '滨'),
    ("潔", '洁'),
    ("燦", '灿'),
    ("瑩", '莹'),
    ("環", '环'),
    ("祿", '禄'),
    ("禮", '礼'),
    ("紀", '纪'),
    ("純", '纯'),
    ("維", '维'),
    ("綱", '纲'),
    ("緒", '绪'),
    ("繼", '继'),
    ("續", '续'),
    ("聖", '圣'),
    ("聰", '聪'),
    ("肅", '肃'),
    ("藝", '艺'),
    ("蓮", '莲'),
    ("賢", '贤'),
    ("賓", '宾'),
    ("賀", '贺'),
    ("連", '连'),
    ("達", '达'),
    ("鄉", '乡'),
    ("開", '开'),
    ("陽", '阳'),
    ("雙", '双'),
    ("順", '顺'),
    ("顯", '显'),
    ("餘", '余'),
    ("駿", '骏'),
    ("鶴", '鹤'),
    ("鴻", '鸿'),
    ("麥", '麦'),
    ("黨", '党'),
    ("眞", '真'),
    ("峯", '峰'),
    ("昇陞", '升'),
    ("甯寧", '宁'),
    ("邨", '村'),
    ("珎", '珍'),
    ("鉄", '铁'),
    ("澤沢", '泽'),
    ("徳", '德'),
    ("恵", '惠'),
    ("竜", '龙'),
    ("栄", '荣'),
    ("広", '广'),
    ("説說", '说'),
];

/// Each form with the one in use today.
static TODAY: LazyLock<HashMap<char, char>> =
    LazyLock::new(|| FORMS.iter().flat_map(|(forms, form)| forms.chars().map(|c| (c, *form))).collect());

/// The most ways in which a name is heard that are looked at.
const MOST: usize = 8;

/// A name by the forms of its characters that are in use today.
pub fn folded(name: &str) -> String {
    // With the dot of a name in two parts or without it: 买买提·艾力 is 买买提艾力.
    name.chars().filter(|c| *c != '·').map(|c| TODAY.get(&c).copied().unwrap_or(c)).collect()
}

/// How a name may sound: its readings with what is often taken for one another folded together. A character with several
/// readings gives several; a name that has characters without a reading gives none.
pub fn sounds(name: &str) -> Vec<String> {
    let first: Vec<&str> = search::syllables(name);
    let count = name.chars().count();
    if count < 2 || first.len() != count {
        return Vec::new();
    }
    let mut all = vec![String::new()];
    for (at, (c, own)) in name.chars().zip(&first).enumerate() {
        let mut readings = vec![heard(own)];
        // A surname has the reading that is in use for names, and no other.
        if at > 0
            && let Some(multi) = c.to_pinyin_multi()
        {
            readings.extend(multi.into_iter().map(|reading| heard(reading.plain())));
        }
        readings.sort_unstable();
        readings.dedup();
        all = all
            .iter()
            .flat_map(|so_far| readings.iter().map(move |next| format!("{so_far} {next}")))
            .collect();
        all.truncate(MOST);
    }
    all
}

/// A syllable as it is heard where `zh` and `z`, `ing` and `in` are not told apart.
fn heard(syllable: &str) -> String {
    let flat = match syllable.get(..2) {
        Some("zh" | "ch" | "sh") => format!("{}{}", &syllable[..1], &syllable[2..]),
        _ => syllable.to_owned(),
    };
    match flat.strip_suffix('g') {
        Some(front) if front.ends_with("an") || front.ends_with("en") || front.ends_with("in") => {
            front.to_owned()
        }
        _ => flat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        let (one, other) = (sounds(&folded(one)), sounds(&folded(other)));
        one.iter().any(|sound| other.contains(sound))
    }

    #[test]
    fn characters_in_two_forms_are_one() {
        assert_eq!(folded("呂國強"), "吕国强");
        assert_eq!(folded("吕国强"), "吕国强");
        assert_ne!(folded("李伟"), folded("李炜"));
    }

    #[test]
    fn names_that_sound_alike_are_found_and_others_are_not() {
        assert!(alike("张小明", "章晓明"));
        assert!(alike("陈静", "程静"), "front and back n");
        assert!(alike("李思", "李诗"), "flat and curled tongue");
        assert!(alike("王乐", "王悦"), "乐 is also yuè");
        assert!(alike("单小红", "善小红"), "as a surname 单 is shàn");
        assert!(!alike("单小红", "丹小红"), "and never dān");
        assert!(!alike("王伟", "汪洋"));
        assert!(!alike("李强", "李刚"));
    }

    #[test]
    fn what_cannot_be_read_is_not_guessed() {
        assert!(sounds("Anna Schmidt").is_empty());
        assert!(sounds("王").is_empty());
        assert!(sounds("阿卜杜拉·买买提").is_empty());
        assert!(sounds("乐乐行长重").len() <= MOST);
    }
}
