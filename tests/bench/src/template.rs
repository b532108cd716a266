//! Writes a roster of many invented people in the shape of the provincial template: title and note above the
//! header, a fill-in note as the last row.

use std::path::Path;

use sheet::{Value, Writer};

use crate::Outcome;
use crate::rosters::person;

const HEAD: [&str; 14] = [
    "序号",
    "姓名*",
    "性别",
    "出生日期",
    "民族",
    "证件号码*",
    "学历",
    "移动电话*",
    "会籍变化类型",
    "会籍变化日期",
    "是否农民工",
    "部门",
    "岗位",
    "用工形式",
];

/// Writes `rows` people to `file`.
pub fn write(file: &Path, rows: u32) -> Outcome<()> {
    let width = HEAD.len() as u16;
    let mut writer = Writer::new("会员花名册")?;
    writer.title("工会会员实名制信息采集表", width)?;
    writer.note("单位（盖章）：赣江机械有限公司工会委员会", width)?;
    writer.note("说明：带*的为必填项；日期按 yyyyMMdd 填写。", width)?;
    writer.head(&HEAD)?;
    for number in 0..rows {
        let one = person(number);
        let sex = if one.id.as_bytes()[16] % 2 == 1 { "男" } else { "女" };
        let shop = ["机加工", "焊接", "喷涂", "装配", "仓储"][(number % 5) as usize];
        let texts = [
            one.name.as_str(),
            sex,
            &one.id[6..14],
            "汉族",
            &one.id,
            "高中",
            &one.phone,
            "入会",
            "20210301",
            "是",
            shop,
            "操作工",
            "合同制",
        ];
        let mut cells = vec![Value::Number(f64::from(number + 1))];
        cells.extend(texts.into_iter().map(Value::from));
        writer.row(&cells)?;
    }
    writer.note("填表说明：会籍变化类型填入会、转入、保留、转出、除名、退会。", width)?;
    Ok(writer.save(file)?)
}
