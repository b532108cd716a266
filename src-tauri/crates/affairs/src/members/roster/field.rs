//! What a column of a roster can hold, and the headings under which unions, personnel offices and
//! payroll clerks write it. How a header is found stands in `header`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "Field")]
#[allow(missing_docs)] // each is named by `label`
pub enum Field {
    Sequence,
    Name,
    Sex,
    Birth,
    Ethnicity,
    WorkStatus,
    IdKind,
    IdNumber,
    Education,
    SkillGrade,
    Title,
    Phone,
    Household,
    HouseholdPlace,
    NativePlace,
    Migrant,
    Political,
    Employer,
    Shop,
    Team,
    Post,
    StaffNo,
    Employment,
    EmployedOn,
    StartedWorkOn,
    JoinedOn,
    ChangeKind,
    ChangeOn,
    ChangeReason,
    UnionCard,
    Email,
    Remark,
    EmployerCode,
    UnionCode,
    ImportResult,
    ImportFault,
}

/// Field, the provincial template's heading, and other headings seen for it.
const HEADINGS: &[(Field, &str, &[&str])] = &[
    (Field::Sequence, "序号", &["编号", "行号", "顺序号", "no", "no."]),
    (Field::Name, "姓名", &["职工姓名", "会员姓名", "员工姓名", "人员姓名", "名字", "本人姓名"]),
    (Field::Sex, "性别", &["男女", "性别代码"]),
    (Field::Birth, "出生日期", &["出生年月", "出生年月日", "生日", "出生时间", "出生"]),
    (Field::Ethnicity, "民族", &["族别", "民族代码"]),
    (Field::WorkStatus, "就业状况", &["就业状态", "在岗状态", "在职状态", "人员状态", "在岗情况"]),
    (
        Field::IdKind,
        "有效证件类别",
        &["证件类别", "证件类型", "有效证件类型", "证件种类", "有效证件种类", "证件名称"],
    ),
    (
        Field::IdNumber,
        "证件号码",
        &[
            "身份证号",
            "身份证号码",
            "公民身份号码",
            "公民身份证号码",
            "居民身份证号",
            "居民身份证号码",
            "身份证",
            "身份号码",
            "证件号",
            "有效证件号码",
            "有效证件号",
            "证照号码",
        ],
    ),
    (Field::Education, "学历", &["文化程度", "最高学历", "受教育程度", "教育程度", "学历层次"]),
    (
        Field::SkillGrade,
        "技能等级",
        &["技术等级", "职业技能等级", "职业资格等级", "职业资格", "工人技术等级", "技能级别", "职业等级"],
    ),
    (
        Field::Title,
        "职称",
        &["专业技术职务", "专业技术资格", "职称等级", "专业技术职称", "技术职称", "专业职称"],
    ),
    (
        Field::Phone,
        "移动电话",
        &[
            "手机",
            "手机号",
            "手机号码",
            "联系电话",
            "电话",
            "电话号码",
            "联系方式",
            "本人电话",
            "联系手机",
            "移动电话号码",
            "本人手机号",
            "联系号码",
        ],
    ),
    (Field::Household, "户籍类型", &["户口类型", "户口性质", "户籍性质", "户口类别", "户籍类别"]),
    (
        Field::HouseholdPlace,
        "户籍所在地",
        &["户口所在地", "户籍地址", "户籍地", "户籍", "户口地址", "身份证地址"],
    ),
    (Field::NativePlace, "籍贯", &["祖籍"]),
    (
        Field::Migrant,
        "是否农民工",
        &["农民工", "是否为农民工", "是否农民工会员", "农民工标识", "是否进城务工"],
    ),
    (Field::Political, "政治面貌", &["政治面目", "党派", "政治身份"]),
    (
        Field::Employer,
        "工作单位",
        &["单位", "单位名称", "所在单位", "用人单位", "企业名称", "公司", "公司名称", "所属单位", "派遣单位"],
    ),
    (
        Field::Shop,
        "部门",
        &[
            "车间",
            "所在部门",
            "部门名称",
            "科室",
            "部门/车间",
            "车间/部门",
            "部门车间",
            "车间部门",
            "分厂",
            "所属部门",
            "处室",
        ],
    ),
    (Field::Team, "班组", &["工段", "小组", "所在班组", "工会小组", "班组名称"]),
    (
        Field::Post,
        "岗位",
        &["工种", "职务", "岗位名称", "岗位/工种", "岗位工种", "工种/岗位", "职位", "工种岗位", "从事岗位"],
    ),
    (
        Field::StaffNo,
        "工号",
        &["员工编号", "职工编号", "企业工号", "员工号", "职工号", "人员编号", "员工工号"],
    ),
    (
        Field::Employment,
        "用工形式",
        &[
            "用工性质",
            "用工类型",
            "用工方式",
            "合同类型",
            "人员类别",
            "员工类别",
            "劳动关系",
            "人员性质",
            "员工性质",
        ],
    ),
    (
        Field::EmployedOn,
        "入职日期",
        &[
            "入职时间",
            "进厂日期",
            "进厂时间",
            "入厂日期",
            "入厂时间",
            "进公司日期",
            "到岗日期",
            "入司日期",
            "入司时间",
        ],
    ),
    (
        Field::StartedWorkOn,
        "参加工作时间",
        &["参加工作日期", "参工时间", "参工日期", "参加工作年月", "工作时间", "参加工作年份"],
    ),
    (Field::JoinedOn, "入会日期", &["入会时间", "加入工会时间", "加入工会日期", "入会年月", "申请入会日期"]),
    (Field::ChangeKind, "会籍变化类型", &["会籍变动类型", "会籍变化类别", "会籍状态"]),
    (Field::ChangeOn, "会籍变化日期", &["会籍变动日期", "会籍变化时间", "会籍变动时间"]),
    (Field::ChangeReason, "会籍变化原因", &["会籍变动原因"]),
    (
        Field::UnionCard,
        "会员证号",
        &["工会会员号", "会员证编号", "会员编号", "工会会员证号", "会员号", "会员卡号", "工会卡号"],
    ),
    (Field::Email, "邮箱", &["电子邮箱", "电子邮件", "email", "e-mail"]),
    (Field::Remark, "备注", &["说明", "备注说明"]),
    (
        Field::EmployerCode,
        "统一社会信用代码",
        &[
            "单位统一社会信用代码",
            "企业统一社会信用代码",
            "社会信用代码",
            "信用代码",
            "单位代码",
            "企业代码",
            "组织机构代码",
            "营业执照注册号",
            "工商注册号",
            "注册号",
        ],
    ),
    (
        Field::UnionCode,
        "工会代码",
        &["工会统一社会信用代码", "工会组织代码", "工会组织编码", "工会编码", "所属工会代码"],
    ),
    (Field::ImportResult, "是否导入成功", &["导入结果", "是否成功"]),
    (Field::ImportFault, "错误原因", &["失败原因", "错误信息"]),
];

impl Field {
    /// Whether it says something of the present employment and not of the person.
    pub fn is_of_work(self) -> bool {
        matches!(
            self,
            Field::Shop
                | Field::Team
                | Field::Post
                | Field::StaffNo
                | Field::Employment
                | Field::EmployedOn
                | Field::Employer
                | Field::EmployerCode
                | Field::WorkStatus
        )
    }

    /// The heading of the provincial template (or the usual word) for this field.
    pub fn label(self) -> &'static str {
        HEADINGS.iter().find(|(f, ..)| *f == self).map_or("", |(_, label, _)| label)
    }

    /// All fields in the order of the provincial template, then the others.
    pub fn all() -> impl Iterator<Item = Field> {
        HEADINGS.iter().map(|(f, ..)| *f)
    }

    /// The field a heading names, by its known wordings; `None` when it is not known.
    pub fn of_heading(heading: &str) -> Option<Field> {
        let plain = plain(heading);
        if plain.is_empty() {
            return None;
        }
        let known = |text: &str| {
            HEADINGS
                .iter()
                .find(|(_, label, others)| *label == text || others.contains(&text))
                .map(|(f, ..)| *f)
        };
        known(&plain).or_else(|| known(plain.split('(').next().unwrap_or_default()))
    }
}

/// A heading without white space, stars and colons, folded to half width and lower case.
pub(crate) fn plain(heading: &str) -> String {
    heading
        .chars()
        .map(super::names::half_width)
        .filter(|c| !c.is_whitespace() && !matches!(c, '*' | ':' | '\u{200b}' | '\u{feff}' | '·' | '※' | '★'))
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_names_two_fields() {
        let mut seen = std::collections::BTreeMap::new();
        for (field, label, others) in HEADINGS {
            for text in others.iter().chain([label]) {
                assert_eq!(plain(text), **text, "a heading that could never match: {text}");
                assert_eq!(seen.insert(*text, *field), None, "{text} stands twice");
            }
        }
    }

    #[test]
    fn reads_headings_with_marks_around_them() {
        assert_eq!(Field::of_heading(" 姓　名 * "), Some(Field::Name));
        assert_eq!(Field::of_heading("证件号码（必填）"), Some(Field::IdNumber));
        assert_eq!(Field::of_heading("出生日期(yyyyMMdd)"), Some(Field::Birth));
        assert_eq!(Field::of_heading("应发工资"), None);
    }
}
