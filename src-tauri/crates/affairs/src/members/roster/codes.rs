//! The code tables of the union system's data standard, and the words under which they occur in
//! rosters. A word with two readings is not decided here: it is returned as a proposal to be asked.
//! Sources: GB/T 2261.1 (sex), GB/T 3304 (ethnic groups), GB/T 4658 (education), GB/T 4762 (political
//! status); the other tables as coded in the real-name membership system.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a word of the file means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning<T> {
    /// One reading only.
    Sure(T),
    /// Several readings; the likeliest, to be asked.
    Likely(T),
    /// In no table.
    Unknown,
}

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident as $ts:literal { $($variant:ident = $code:literal, $label:literal, [$($word:literal),*], [$($maybe:literal),*];)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "camelCase")]
        #[ts(rename = $ts)]
        pub enum $name {
            $(#[doc = $label] $variant,)*
        }

        impl $name {
            /// All values in the order of their codes.
            pub const ALL: &[$name] = &[$($name::$variant,)*];

            /// The code in the union system's data standard; empty where it has none.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }

            /// The standard word.
            pub fn label(self) -> &'static str {
                match self { $($name::$variant => $label,)* }
            }

            /// Reads a word or code, already folded by [`fold`].
            pub fn read(word: &str) -> Meaning<$name> {
                match word {
                    $($label $(| $word)* => Meaning::Sure($name::$variant),)*
                    $($($maybe => Meaning::Likely($name::$variant),)*)*
                    _ => $name::ALL.iter().copied()
                        .find(|v| !v.code().is_empty() && v.code() == word.trim_start_matches('0'))
                        .map_or(Meaning::Unknown, Meaning::Sure),
                }
            }
        }
    };
}

coded! {
    /// 性别 (GB/T 2261.1). The code 0 (未知) is asked, since other systems write 0 for 女.
    Sex as "RosterSex" {
        Male = "1", "男", ["男性", "m", "male", "♂", "男士"], [];
        Female = "2", "女", ["女性", "f", "female", "♀", "女士"], [];
        Unspecified = "9", "未说明的性别", ["未说明"], ["0", "未知", "未知的性别"];
    }
}

coded! {
    /// 就业状况.
    WorkStatus as "RosterWorkStatus" {
        OnPost = "1", "在岗", ["在职", "在册", "在职在岗", "正常"], [];
        Waiting = "2", "待(下)岗", ["下岗", "待岗", "待下岗"], [];
        Unemployed = "3", "失业", [], [];
        Retired = "4", "退休", ["已退休"], [];
        VeteranRetired = "5", "离休", [], [];
        Resigned = "6", "退职", [], ["离职", "辞职", "已离职"];
        EarlyRetired = "7", "退养(内退)", ["退养", "内退"], [];
        SickLeave = "8", "病休", ["长病", "病假"], [];
        Other = "9", "其他", ["其它"], [];
    }
}

coded! {
    /// 有效证件类别. The data standard codes the first three; the others are in use.
    IdKind as "RosterIdKind" {
        ResidentId = "1", "居民身份证", ["身份证", "中华人民共和国居民身份证", "二代身份证", "第二代身份证"], [];
        Passport = "2", "护照", ["中国护照", "外国护照", "普通护照"], [];
        Military = "3", "军官证", ["军人证", "士兵证", "警官证", "文职人员证", "军人身份证件", "武警警官证"], [];
        HkMoPass = "", "港澳居民来往内地通行证", ["港澳通行证", "回乡证", "港澳居民通行证"], [];
        TaiwanPass = "", "台湾居民来往大陆通行证", ["台胞证", "台湾通行证"], [];
        HkMoTwResidence = "", "港澳台居民居住证", ["港澳居民居住证", "台湾居民居住证"], [];
        ForeignPermanent = "", "外国人永久居留身份证", ["外国人永久居留证", "永久居留证", "五星卡"], [];
        Other = "", "其他证件", ["其他", "其它"], [];
    }
}

coded! {
    /// 技能等级, by the names of the eight grades of 2022; the codes are those of the five-grade scale.
    SkillGrade as "RosterSkillGrade" {
        Apprentice = "", "学徒工", ["学徒"], [];
        Junior = "5", "初级工", ["五级", "五级/初级", "五级/初级工", "初级工(五级)", "初级技能", "5级", "初级工/五级"], ["初级"];
        Intermediate = "4", "中级工", ["四级", "四级/中级", "四级/中级工", "中级工(四级)", "中级技能", "4级", "中级工/四级"], ["中级"];
        Senior = "3", "高级工", ["三级", "三级/高级", "三级/高级工", "高级工(三级)", "高级技能", "3级", "高级工/三级"], ["高级"];
        Technician = "2", "技师", ["二级/技师", "技师(二级)", "技师/二级"], ["二级", "2级"];
        SeniorTechnician = "1", "高级技师", ["一级/高级技师", "高级技师(一级)", "高级技师/一级"], ["一级", "1级"];
        SpecialTechnician = "", "特级技师", [], [];
        ChiefTechnician = "", "首席技师", [], [];
        NoGrade = "", "无等级", ["无", "没有", "无技能等级", "普工", "未取得", "-", "/", "0"], [];
    }
}

coded! {
    /// 会籍变化类型.
    ChangeKind as "RosterChangeKind" {
        Joined = "1", "入会", ["新入会", "加入", "新增"], [];
        TransferredIn = "2", "转入", ["会籍转入", "接转转入"], [];
        Retained = "3", "保留", ["保留会籍"], [];
        TransferredOut = "4", "转出", ["会籍转出", "调出"], [];
        Expelled = "5", "除名", ["开除会籍", "开除"], [];
        Withdrawn = "6", "退会", ["自愿退会"], [];
    }
}

coded! {
    /// 会籍变化原因.
    ChangeReason as "RosterChangeReason" {
        Employment = "1", "劳动(工作)关系变化", ["劳动关系变化", "工作关系变化", "劳动关系变动", "工作调动", "调动"], [];
        LaidOff = "2", "本单位下岗后待岗", ["下岗", "待岗", "下岗待岗"], [];
        Unemployed = "3", "失业", [], [];
        Bankrupt = "4", "所在企业破产", ["企业破产", "破产"], [];
        OwnWish = "5", "个人要求退会", ["个人要求", "本人要求", "本人申请"], [];
        Crime = "6", "因犯罪被开除会籍", ["犯罪", "因犯罪"], [];
    }
}

coded! {
    /// 用工形式.
    EmploymentForm as "RosterEmploymentForm" {
        Contract = "", "劳动合同", ["合同制", "合同工", "合同", "合同制职工", "合同制工人", "正式", "正式工", "正式职工",
            "在编", "固定期限", "无固定期限", "固定期限劳动合同", "无固定期限劳动合同", "劳动合同制", "本企业职工", "直签"], [];
        Dispatched = "", "劳务派遣", ["派遣", "派遣工", "派遣制", "劳务派遣工", "派遣用工", "被派遣劳动者"], ["劳务工", "劳务"];
        PartTime = "", "非全日制", ["小时工", "钟点工", "非全日制用工"], [];
        Outsourced = "", "劳务外包", ["外包", "业务外包", "外包工"], [];
        Intern = "", "实习", ["实习生", "见习", "顶岗实习"], [];
        Rehired = "", "退休返聘", ["返聘"], [];
        Other = "", "其他", ["其它"], ["临时工", "临时"];
    }
}

/// A word folded for the tables: half width, small letters, no white space.
pub fn fold(word: &str) -> String {
    word.chars()
        .map(super::names::half_width)
        .filter(|c| !super::names::is_space(*c) && *c != '\'')
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// The 56 groups of GB/T 3304 in the order of their codes 01–56.
const ETHNIC: [&str; 56] = [
    "汉族",
    "蒙古族",
    "回族",
    "藏族",
    "维吾尔族",
    "苗族",
    "彝族",
    "壮族",
    "布依族",
    "朝鲜族",
    "满族",
    "侗族",
    "瑶族",
    "白族",
    "土家族",
    "哈尼族",
    "哈萨克族",
    "傣族",
    "黎族",
    "傈僳族",
    "佤族",
    "畲族",
    "高山族",
    "拉祜族",
    "水族",
    "东乡族",
    "纳西族",
    "景颇族",
    "柯尔克孜族",
    "土族",
    "达斡尔族",
    "仫佬族",
    "羌族",
    "布朗族",
    "撒拉族",
    "毛南族",
    "仡佬族",
    "锡伯族",
    "阿昌族",
    "普米族",
    "塔吉克族",
    "怒族",
    "乌孜别克族",
    "俄罗斯族",
    "鄂温克族",
    "德昂族",
    "保安族",
    "裕固族",
    "京族",
    "塔塔尔族",
    "独龙族",
    "鄂伦春族",
    "赫哲族",
    "门巴族",
    "珞巴族",
    "基诺族",
];

/// Groups not told apart in GB/T 3304 that stand under their own name on ID cards.
const ETHNIC_OTHER: [&str; 4] = ["穿青人", "革家人", "摩梭人", "僜人"];

/// The standard name of an ethnic group for `汉`, `汉族` or `01`.
pub fn ethnicity(word: &str) -> Meaning<&'static str> {
    if let Ok(code @ 1..=56) = word.parse::<usize>() {
        return ETHNIC.get(code - 1).map_or(Meaning::Unknown, |n| Meaning::Sure(n));
    }
    let bare = word.strip_suffix('族').unwrap_or(word);
    let known = ETHNIC.iter().find(|n| n.strip_suffix('族') == Some(bare));
    if let Some(name) = known {
        return Meaning::Sure(name);
    }
    if let Some(name) = ETHNIC_OTHER.iter().find(|n| **n == word || n.strip_suffix('人') == Some(bare)) {
        return Meaning::Sure(name);
    }
    match word {
        "97" | "其他" | "未识别民族" | "未识别" => Meaning::Sure("其他"),
        "98" | "外国血统中国籍人士" | "外国血统" => Meaning::Sure("外国血统中国籍人士"),
        _ => Meaning::Unknown,
    }
}

/// The code in GB/T 3304 of a standard name; 97 for groups that it does not tell apart.
pub fn ethnicity_code(name: &str) -> String {
    match ETHNIC.iter().position(|n| *n == name) {
        Some(i) => format!("{:02}", i + 1),
        None if name == "外国血统中国籍人士" => "98".to_owned(),
        None => "97".to_owned(),
    }
}

/// Code, standard word, other words, words with two readings.
type Row = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const EDUCATION: &[Row] = &[
    ("10", "研究生教育", &[], &[]),
    ("11", "博士研究生毕业", &["博士", "博士研究生", "研究生(博士)", "博士毕业", "研究生/博士"], &[]),
    (
        "14",
        "硕士研究生毕业",
        &["硕士", "硕士研究生", "研究生(硕士)", "硕士毕业", "研究生/硕士"],
        &["研究生", "研究生毕业"],
    ),
    (
        "21",
        "大学本科毕业",
        &[
            "大学本科",
            "本科",
            "大本",
            "大学",
            "本科毕业",
            "全日制本科",
            "函授本科",
            "大学本科教育",
            "本科学历",
        ],
        &[],
    ),
    (
        "31",
        "大学专科毕业",
        &[
            "大学专科",
            "专科",
            "大专",
            "大专毕业",
            "专科毕业",
            "高职",
            "大学专科教育",
            "全日制大专",
            "高职高专",
        ],
        &[],
    ),
    ("41", "中等专科毕业", &["中专", "中等专科", "中专毕业"], &["中专中技", "中专/中技"]),
    ("44", "职业高中毕业", &["职高", "职业高中", "职高毕业", "中职"], &[]),
    ("47", "技工学校毕业", &["技校", "技工学校", "中技", "技校毕业", "高技"], &[]),
    ("61", "普通高中毕业", &["高中", "普通高中", "高中毕业", "普高"], &["高中/中专", "高中及以下"]),
    ("71", "初中毕业", &["初中", "普通初中", "初级中学", "初中教育"], &["初中及以下"]),
    ("81", "小学毕业", &["小学", "小学教育"], &["小学及以下"]),
    ("90", "其他", &["其它", "文盲", "半文盲"], &[]),
];

const POLITICAL: &[Row] = &[
    ("01", "中共党员", &["党员", "中国共产党党员", "共产党员", "中共正式党员", "正式党员"], &[]),
    ("02", "中共预备党员", &["预备党员"], &[]),
    ("03", "共青团员", &["团员", "中国共产主义青年团团员"], &[]),
    ("04", "民革党员", &["民革会员", "民革"], &[]),
    ("05", "民盟盟员", &["民盟"], &[]),
    ("06", "民建会员", &["民建"], &[]),
    ("07", "民进会员", &["民进"], &[]),
    ("08", "农工党党员", &["农工党"], &[]),
    ("09", "致公党党员", &["致公党"], &[]),
    ("10", "九三学社社员", &["九三学社"], &[]),
    ("11", "台盟盟员", &["台盟"], &[]),
    ("12", "无党派人士", &["无党派民主人士", "无党派"], &[]),
    ("13", "群众", &["普通群众", "普通公民", "无"], &["积极分子", "入党积极分子"]),
];

const HOUSEHOLD: &[Row] = &[
    ("", "未落常住户口", &[], &[]),
    ("", "非农业家庭户口", &["非农", "非农业", "非农业户口", "城镇", "城镇户口", "非农户口"], &[]),
    ("", "农业家庭户口", &["农业", "农业户口", "农村", "农村户口", "农户"], &[]),
    ("", "非农业集体户口", &["城镇集体户口"], &[]),
    ("", "农业集体户口", &[], &[]),
    ("", "自理口粮户口", &[], &[]),
    ("", "寄住户口", &[], &[]),
    ("", "赞助户口", &[], &[]),
    ("", "居民户口", &["居民", "居民家庭户口", "家庭户", "家庭户口"], &["集体户", "集体户口"]),
    ("", "其他户口", &["其他", "其它"], &[]),
];

fn table(rows: &'static [Row], word: &str) -> Meaning<&'static str> {
    for (code, label, words, maybe) in rows {
        let by_code = !code.is_empty()
            && word.len() <= 2
            && code.trim_start_matches('0') == word.trim_start_matches('0');
        if word == *label || words.contains(&word) || by_code {
            return Meaning::Sure(label);
        }
        if maybe.contains(&word) {
            return Meaning::Likely(label);
        }
    }
    Meaning::Unknown
}

/// The standard word of GB/T 4658 for an education.
pub fn education(word: &str) -> Meaning<&'static str> {
    let bare = word.strip_suffix("毕业").unwrap_or(word);
    match table(EDUCATION, word) {
        Meaning::Unknown => table(EDUCATION, bare),
        found => found,
    }
}

/// The code of GB/T 4658 for a standard word.
pub fn education_code(label: &str) -> Option<&'static str> {
    EDUCATION.iter().find(|r| r.1 == label).map(|r| r.0)
}

/// The standard word of GB/T 4762 for a political status.
pub fn political(word: &str) -> Meaning<&'static str> {
    table(POLITICAL, word)
}

/// The code of GB/T 4762 for a standard word.
pub fn political_code(label: &str) -> Option<&'static str> {
    POLITICAL.iter().find(|r| r.1 == label).map(|r| r.0)
}

/// The standard word for a kind of household.
pub fn household(word: &str) -> Meaning<&'static str> {
    table(HOUSEHOLD, word)
}

/// 是 or 否 in the ways it is written.
pub fn yes_no(word: &str) -> Meaning<bool> {
    match word {
        "是" | "y" | "yes" | "1" | "true" | "√" | "✓" | "农民工" | "有" => Meaning::Sure(true),
        "否" | "n" | "no" | "0" | "false" | "×" | "x" | "非农民工" | "不是" | "2" => {
            Meaning::Sure(false)
        }
        _ => Meaning::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standard_word_and_code_reads_as_itself() {
        for (i, name) in ETHNIC.iter().enumerate() {
            assert_eq!(ethnicity(name), Meaning::Sure(*name));
            assert_eq!(ethnicity(&ethnicity_code(name)), Meaning::Sure(*name), "code {}", i + 1);
        }
        for row in EDUCATION.iter().chain(POLITICAL).chain(HOUSEHOLD) {
            assert!(
                [education(row.1), political(row.1), household(row.1)].contains(&Meaning::Sure(row.1)),
                "{}",
                row.1
            );
        }
        for g in SkillGrade::ALL {
            assert_eq!(SkillGrade::read(g.label()), Meaning::Sure(*g));
        }
        assert_eq!(SkillGrade::read("3"), Meaning::Sure(SkillGrade::Senior));
        assert_eq!(WorkStatus::read("01"), Meaning::Sure(WorkStatus::OnPost));
    }
}
