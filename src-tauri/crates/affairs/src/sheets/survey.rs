//! A file of another kind, told for what it is when it is dropped where a roster is wanted: what can be taken from it now,
//! what not yet, and what is the matter with it.

use chrono::NaiveDate;
use law::{LawBook, Place};
use sheet::Book;

use super::model::{OtherSheet, SheetKind};
use super::others::{CourseColumn, OrderColumn, RecuperationColumn, counted};
use super::{exams, figures, hazards, leave, payroll, recognise, training};

/// So many remarks on cells are told.
const TOLD: usize = 200;

/// Tells what a book is; none for a roster and for what is no known sheet. Certificates are compared by whoever knows the
/// roster.
pub fn survey(book: &Book, law: &LawBook, place: &Place, today: NaiveDate) -> Option<OtherSheet> {
    let kind = recognise(book)?;
    let (page, rows, passed, problems) = match kind {
        SheetKind::Payroll => {
            let read = payroll::read(book, today)?;
            (read.page, read.lines.len(), read.passed, read.problems)
        }
        SheetKind::Leave => {
            let read = leave::read(book, today)?;
            (read.page, read.lines.len(), read.passed, read.problems)
        }
        SheetKind::Exams => {
            let read = exams::read(book, law, place, today)?;
            (read.page, read.lines.len(), read.passed, read.problems)
        }
        SheetKind::Hazards => {
            let read = hazards::read(book, today)?;
            (read.page, read.lines.len(), read.passed, read.problems)
        }
        SheetKind::Training => {
            let read = training::read(book, today)?;
            (read.page, read.lines.len(), read.passed, read.problems)
        }
        SheetKind::Courses => counted::<CourseColumn>(book, today)?,
        SheetKind::Recuperation => counted::<RecuperationColumn>(book, today)?,
        SheetKind::Orders => counted::<OrderColumn>(book, today)?,
        SheetKind::References => figures::counted(book, today)?,
    };
    let (takes, not_yet) = offers(kind);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Some(OtherSheet {
        kind,
        name: kind.label().to_owned(),
        page,
        rows: count(rows),
        passed,
        takes: takes.iter().map(|text| (*text).to_owned()).collect(),
        not_yet: not_yet.iter().map(|text| (*text).to_owned()).collect(),
        problem_count: count(problems.len()),
        problems: problems.into_iter().take(TOLD).collect(),
        certificates: None,
        courses: None,
        exams: None,
    })
}

/// What can be taken from a kind of sheet now or is entered elsewhere, and what has no place yet.
fn offers(kind: SheetKind) -> (&'static [&'static str], &'static [&'static str]) {
    const PEOPLE: &str = "表里的人：姓名、工号、部门、岗位等，按花名册核对以后导入（下面的列表）。";
    match kind {
        SheetKind::Payroll => {
            (&[PEOPLE, "工资金额：请到“协商”的“工资数据”页导入；在这里只核对，不存下来。"], &[])
        }
        SheetKind::Leave => (
            &[
                PEOPLE,
                "参工日期、入职日期：随人导入，年休假台账和电子档案按它们算应休天数。",
                "已休、结转和计划：请到“休假与疗休养”的“年休假台账”里点“导入休假表”，登记到各人名下。",
            ],
            &[],
        ),
        SheetKind::Exams => (
            &[
                "检查结果：按证件号码、工号、姓名找到本人，登记在各人电子档案的“职业健康检查”里；只有有权查看健康检查结果的人能登记。",
                PEOPLE,
            ],
            &[],
        ),
        SheetKind::Hazards => {
            (&["隐患和整改：请到“安全”的“事故隐患”页点“导入台账”登记；在这里只核对，不存下来。"], &[])
        }
        SheetKind::Training => (
            &[
                "证书：按证件号码、工号、姓名找到本人，登记在各人名下。",
                "参加过的培训：把姓名、培训内容、培训日期、学时、培训单位几列粘贴到会员页“批量修改”的“从表格成批登记证书、培训、荣誉”里登记；在这里只登记证书。",
                PEOPLE,
            ],
            &[],
        ),
        SheetKind::Courses => {
            (&["参加过的培训：按证件号码、工号、姓名找到本人，登记在各人的电子档案里。", PEOPLE], &[])
        }
        SheetKind::Recuperation => (
            &[PEOPLE],
            &[
                "批次、线路、房型、用餐和紧急联系人：不从表格导入，请到“休假与疗休养”的“疗休养”里按批次选人登记；用餐和民族放在一起会透露信仰，原表别往外传。",
            ],
        ),
        SheetKind::Orders => (
            &["整份表：要留作协商依据的，到“新就业形态”里那一次平台协商下面作为附件添加。"],
            &["单量、在线时长、里程和扣款：账本里没有骑手个人的订单台账，不会存下来。"],
        ),
        SheetKind::References => (
            &[
                "数值：请到“协商”的“工资数据”页，在“参考数据”里点“从 Excel 粘贴”，把这片表格连同列名粘贴进去登记；在这里不存下来。",
            ],
            &[],
        ),
    }
}
