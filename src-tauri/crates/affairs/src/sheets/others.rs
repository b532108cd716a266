//! Sheets that are told for what they are and taken elsewhere, or nowhere yet: courses that people took, the export of a
//! platform, the list of a recuperation. Only their headings and how many rows they have are read here.

use chrono::NaiveDate;
use sheet::Book;

use super::problem::SheetProblem;
use super::table::{Columns, Table, Who};

/// The headings of a person's name, work number and document.
const NAMES: &[&str] = &["姓名", "职工姓名", "员工姓名", "学员姓名"];
const WORK_NUMBERS: &[&str] = &["工号", "员工编号", "职工编号", "员工号"];
const IDS: &[&str] = &["证件号码", "身份证号", "身份证号码", "公民身份号码", "身份证"];
/// The headings of a course, of how long it took and of who held it.
pub(crate) const COURSES: &[&str] =
    &["培训内容", "培训项目", "培训名称", "培训课程", "课程", "课程名称", "培训班", "培训"];
pub(crate) const HOURS: &[&str] = &["学时", "培训学时", "课时", "总学时"];
pub(crate) const PROVIDERS: &[&str] = &["培训单位", "培训机构", "举办单位", "主办单位"];

/// What a column of a sheet of courses holds. How its rows become training is `members::dossier::many`'s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CourseColumn {
    Name,
    WorkNumber,
    Id,
    Course,
    On,
    Hours,
    Provider,
}

impl Columns for CourseColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Name, NAMES),
        (Self::WorkNumber, WORK_NUMBERS),
        (Self::Id, IDS),
        (Self::Course, COURSES),
        (Self::On, &["培训日期", "培训时间", "结业日期"]),
        (Self::Hours, HOURS),
        (Self::Provider, PROVIDERS),
    ];
    const SIGNS: (&'static [Self], usize) = (&[Self::Course, Self::On, Self::Hours, Self::Provider], 2);
    const WHO: Option<Who<Self>> = Some(Who { name: Self::Name, number: Self::WorkNumber, id: Self::Id });
}

/// What a column of a platform's export of orders holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrderColumn {
    Rider,
    Orders,
    Online,
    Distance,
    Deducted,
}

impl Columns for OrderColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (
            Self::Rider,
            &[
                "骑手id",
                "骑手编号",
                "骑手",
                "骑手姓名",
                "配送员id",
                "配送员编号",
                "司机id",
                "司机编号",
                "快递员编号",
            ],
        ),
        (Self::Orders, &["单量", "订单量", "订单数", "完成单量", "完单量", "配送单量", "接单量", "派件量"]),
        (Self::Online, &["在线时长", "在线时间", "上线时长", "在线小时", "接单时长"]),
        (Self::Distance, &["里程", "配送里程", "行驶里程", "公里数", "配送距离"]),
        (Self::Deducted, &["扣款", "罚款", "违规扣款", "扣款金额"]),
    ];
    const SIGNS: (&'static [Self], usize) =
        (&[Self::Rider, Self::Orders, Self::Online, Self::Distance, Self::Deducted], 2);
    const WHO: Option<Who<Self>> = None;
}

/// What a column of the list of a recuperation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RecuperationColumn {
    Name,
    WorkNumber,
    Id,
    Batch,
    Route,
    Room,
    Meals,
    Contact,
}

impl Columns for RecuperationColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Name, NAMES),
        (Self::WorkNumber, WORK_NUMBERS),
        (Self::Id, IDS),
        (Self::Batch, &["批次", "疗休养批次", "疗养批次", "期次"]),
        (Self::Route, &["线路", "疗休养线路", "疗休养地点", "疗养地点", "目的地"]),
        (Self::Room, &["房型", "房间类型", "同住人"]),
        (Self::Meals, &["用餐", "用餐要求", "用餐/民族", "饮食", "饮食要求", "饮食禁忌"]),
        (Self::Contact, &["紧急联系人", "紧急联系电话", "紧急联系人电话", "应急联系人"]),
    ];
    const SIGNS: (&'static [Self], usize) =
        (&[Self::Batch, Self::Route, Self::Room, Self::Meals, Self::Contact], 2);
    const WHO: Option<Who<Self>> = Some(Who { name: Self::Name, number: Self::WorkNumber, id: Self::Id });
}

/// A page with how many rows it has: its name, the rows, those that were passed over, what is the matter with its columns.
pub(crate) type Counted = (String, usize, u32, Vec<SheetProblem>);

/// Counts the rows of the page of a book that is of the kind; none where there is none.
pub(crate) fn counted<C: Columns>(book: &Book, today: NaiveDate) -> Option<Counted> {
    let mut table = Table::<C>::of(book, today)?;
    let rows = table.rows().len();
    Some((table.page.name.clone(), rows, table.passed, table.problems))
}
