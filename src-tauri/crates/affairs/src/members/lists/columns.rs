//! The columns of the list as a workbook and a printed list name and fill them. How wide they stand in the window is the
//! page's.

use super::model::MemberColumn;
use crate::members::model::MemberLine;

/// A column, its head, its width in characters.
type Head = (MemberColumn, &'static str, f64);

const HEADS: [Head; 18] = [
    (MemberColumn::Name, "姓名", 14.0),
    (MemberColumn::Sex, "性别", 6.0),
    (MemberColumn::Birth, "出生日期", 13.0),
    (MemberColumn::Age, "年龄", 6.0),
    (MemberColumn::Shop, "车间", 14.0),
    (MemberColumn::Post, "岗位", 18.0),
    (MemberColumn::WorkNumber, "工号", 11.0),
    (MemberColumn::Form, "用工形式", 12.0),
    (MemberColumn::Group, "分会、小组", 18.0),
    (MemberColumn::Education, "学历", 14.0),
    (MemberColumn::Political, "政治面貌", 14.0),
    (MemberColumn::Skill, "技能等级", 11.0),
    (MemberColumn::Household, "户籍类型", 16.0),
    (MemberColumn::Phone, "电话", 15.0),
    (MemberColumn::IdNumber, "证件号码", 22.0),
    (MemberColumn::MemberSince, "入会日期", 13.0),
    (MemberColumn::State, "会籍", 11.0),
    (MemberColumn::Flags, "标记", 20.0),
];

impl MemberColumn {
    /// Its head and its width in characters.
    pub fn head(self) -> (&'static str, f64) {
        HEADS
            .iter()
            .find(|(column, ..)| *column == self)
            .map_or(("", 0.0), |(_, head, width)| (*head, *width))
    }

    /// Whether it shows by which number a person is known or reached, or the day of birth that the number holds.
    pub fn is_identity(self) -> bool {
        matches!(self, MemberColumn::Phone | MemberColumn::IdNumber | MemberColumn::Birth)
    }

    /// What it says of a person.
    pub fn cell(self, line: &MemberLine) -> String {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        match self {
            MemberColumn::Name => line.name.clone(),
            MemberColumn::Sex => line.sex.label().to_owned(),
            MemberColumn::Birth => text(&line.birth),
            MemberColumn::Age => line.age.map(|age| age.to_string()).unwrap_or_default(),
            MemberColumn::Shop => text(&line.shop),
            MemberColumn::Post => text(&line.post),
            MemberColumn::WorkNumber => text(&line.work_number),
            MemberColumn::Form => line.form.label().to_owned(),
            MemberColumn::Group => text(&line.group),
            MemberColumn::Education => text(&line.education),
            MemberColumn::Political => text(&line.political),
            MemberColumn::Skill => text(&line.skill),
            MemberColumn::Household => text(&line.household),
            MemberColumn::Phone => text(&line.phone),
            MemberColumn::IdNumber => text(&line.id_number),
            MemberColumn::MemberSince => text(&line.member_since),
            MemberColumn::State => line.left.clone().unwrap_or_else(|| line.state.label().to_owned()),
            MemberColumn::Flags => line.flags.iter().map(|flag| flag.label()).collect::<Vec<_>>().join("、"),
        }
    }
}
