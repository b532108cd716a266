//! The parts of a union's work as rules are sorted by: the first word of a subject and its Chinese name, in one
//! place. The order is the one in which the window lists them.

/// Code and name of every theme.
pub const THEMES: &[(&str, &str)] = &[
    ("negotiation", "协商"),
    ("congress", "职工代表大会"),
    ("safety", "安全"),
    ("disease", "职业病"),
    ("leave", "休假"),
    ("recuperation", "疗休养"),
    ("members", "会员"),
    ("union", "工会组织与调解"),
    ("money", "经费"),
    ("platform", "新就业形态"),
    ("supervision", "劳动法律监督"),
    ("personal", "个人信息"),
    ("retention", "记录保存"),
    ("counting", "期间计算"),
    ("calendar", "放假安排"),
];

/// The name of a theme no list knows, from a pack of the chair's own.
const OTHER: &str = "其他";

/// Where a theme stands in the order; unknown ones last.
pub fn rank(code: &str) -> usize {
    THEMES.iter().position(|(one, _)| *one == code).unwrap_or(THEMES.len())
}

/// The Chinese name of a theme.
pub fn name(code: &str) -> &'static str {
    THEMES.iter().find(|(one, _)| *one == code).map_or(OTHER, |(_, name)| name)
}
