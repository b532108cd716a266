//! What the columns of a sheet of certificates, of training and of honours hold, and the headings under which people write them.

use crate::sheets::others::{COURSES, HOURS, PROVIDERS};
use crate::sheets::table::{Columns, Who};

/// The headings of a person's name, work number and document, in every such sheet.
const NAMES: &[&str] = &["姓名", "职工姓名", "员工姓名", "学员姓名", "持证人", "获奖人", "获得者"];
const WORK_NUMBERS: &[&str] = &["工号", "员工编号", "职工编号", "员工号", "职工号"];
const IDS: &[&str] = &["证件号码", "身份证号", "身份证号码", "公民身份号码", "身份证"];

/// Columns of a sheet of certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CertificateColumn {
    Name,
    WorkNumber,
    Id,
    Kind,
    Certificate,
    Grade,
    Number,
    Issuer,
    IssuedOn,
    ValidUntil,
}

impl Columns for CertificateColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Name, NAMES),
        (Self::WorkNumber, WORK_NUMBERS),
        (Self::Id, IDS),
        (Self::Kind, &["证书类别", "证书类型", "类别", "类型"]),
        (
            Self::Certificate,
            &[
                "证书名称",
                "证书",
                "证件名称",
                "工种",
                "职业",
                "职业工种",
                "作业类别",
                "作业项目",
                "准操项目",
                "职称",
            ],
        ),
        (Self::Grade, &["等级", "技能等级", "证书等级", "职业技能等级", "级别"]),
        (Self::Number, &["证书编号", "证书号", "证书号码", "证号", "编号", "操作证号", "证件编号"]),
        (Self::Issuer, &["发证单位", "发证机关", "发证机构", "颁证单位", "颁发单位"]),
        (Self::IssuedOn, &["发证日期", "发证日", "发证时间", "取证日期", "初领日期", "批准日期"]),
        (
            Self::ValidUntil,
            &["有效期至", "有效期", "有效期限", "到期日期", "复审日期", "复审日", "下次复审日期"],
        ),
    ];
    const SIGNS: (&'static [Self], usize) = (&[Self::Certificate], 1);
    const WHO: Option<Who<Self>> = Some(Who { name: Self::Name, number: Self::WorkNumber, id: Self::Id });
}

/// Columns of a sheet of training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TrainingColumn {
    Name,
    WorkNumber,
    Id,
    Course,
    TrainedOn,
    Hours,
    Provider,
}

impl Columns for TrainingColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Name, NAMES),
        (Self::WorkNumber, WORK_NUMBERS),
        (Self::Id, IDS),
        (Self::Course, COURSES),
        (Self::TrainedOn, &["培训日期", "培训时间", "结业日期", "日期", "时间"]),
        (Self::Hours, HOURS),
        (Self::Provider, PROVIDERS),
    ];
    const SIGNS: (&'static [Self], usize) = (&[Self::Course], 1);
    const WHO: Option<Who<Self>> = Some(Who { name: Self::Name, number: Self::WorkNumber, id: Self::Id });
}

/// Columns of a sheet of honours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HonourColumn {
    Name,
    WorkNumber,
    Id,
    Honour,
    Kind,
    Level,
    Year,
    Issuer,
}

impl Columns for HonourColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Name, NAMES),
        (Self::WorkNumber, WORK_NUMBERS),
        (Self::Id, IDS),
        (Self::Honour, &["荣誉名称", "荣誉", "荣誉称号", "称号", "奖项", "奖项名称", "表彰名称"]),
        (Self::Kind, &["类别", "荣誉类别", "类型"]),
        (Self::Level, &["级别", "荣誉级别", "表彰级别"]),
        (
            Self::Year,
            &["年度", "年份", "授予年度", "获奖年度", "表彰年度", "授予时间", "获奖时间", "表彰时间"],
        ),
        (Self::Issuer, &["授予单位", "颁发单位", "表彰单位", "授予机关"]),
    ];
    const SIGNS: (&'static [Self], usize) = (&[Self::Honour], 1);
    const WHO: Option<Who<Self>> = Some(Who { name: Self::Name, number: Self::WorkNumber, id: Self::Id });
}
