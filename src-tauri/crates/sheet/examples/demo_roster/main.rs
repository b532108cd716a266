//! Writes the demo factory's rosters: `roster.xlsx` in the shape of the provincial template, and
//! `roster-late.csv` in GB 18030 with six latecomers, two of whom cannot be imported as they stand.
//! Run from the repository's root: `cargo run -p sheet --example demo_roster -- assets/demo`

mod people;

use std::path::Path;

use people::{Person, id_number, people};
use sheet::{CsvWriter, Encoding, SheetError, Value, Writer};

/// How many of the 320 come with the second file.
const LATE: usize = 4;
const EMPLOYER: &str = "江西云岭机械有限公司";
const AGENCY: &str = "江西同禾人力资源有限公司";
const HEAD: [&str; 24] = [
    "序号",
    "姓名*",
    "性别",
    "出生日期",
    "民族",
    "就业状况",
    "有效证件类别",
    "证件号码*",
    "学历",
    "技能等级",
    "移动电话*",
    "户籍类型",
    "户籍所在地",
    "会籍变化类型",
    "会籍变化日期",
    "会籍变化原因",
    "政治面貌",
    "工作单位",
    "籍贯",
    "是否农民工",
    "部门",
    "岗位",
    "用工形式",
    "入职日期",
];

fn main() -> Result<(), SheetError> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "assets/demo".to_owned());
    let folder = Path::new(&folder);
    let mut people = people();
    // The latecomers come from the end of a shop without dispatched workers.
    let late: Vec<Person> = people.drain(96 - LATE..96).collect();
    roster(&people)?.save(&folder.join("roster.xlsx"))?;
    latecomers(&late)?.save(&folder.join("roster-late.csv"), Encoding::Gb18030)
}

fn roster(people: &[Person]) -> Result<Writer, SheetError> {
    let width = u16::try_from(HEAD.len()).unwrap_or(24);
    let mut writer = Writer::new("会员花名册")?;
    writer.title("工会会员实名制信息采集表", width)?;
    writer.note(&format!("单位（盖章）：{EMPLOYER}工会委员会"), width)?;
    writer.note("说明：带*的为必填项；日期按 yyyyMMdd 填写；身份证号码请用文本格式。", width)?;
    writer.head(&HEAD)?;
    writer.widths(&[
        6.0, 12.0, 6.0, 12.0, 8.0, 10.0, 14.0, 22.0, 12.0, 12.0, 15.0, 16.0, 24.0, 14.0, 14.0, 14.0, 12.0,
        26.0, 16.0, 12.0, 10.0, 18.0, 10.0, 12.0,
    ])?;
    for (i, person) in people.iter().enumerate() {
        if i == 150 {
            writer.row(&[])?;
        }
        writer.row(&line(i, person))?;
    }
    writer.note(
        "填表说明：1.就业状况填在岗、待(下)岗、失业、退休等；2.会籍变化类型填入会、转入、保留、转出、除名、退会；3.户籍类型按户口本填写。",
        width,
    )?;
    Ok(writer)
}

fn line(i: usize, p: &Person) -> Vec<Value> {
    let day = |(y, m, d): (u32, u32, u32)| format!("{y:04}{m:02}{d:02}");
    let (mut name, mut id, mut phone) = (p.name.clone(), p.id.clone(), p.phone.clone());
    let (mut birth, mut hired) = (day(p.birth), day(p.hired));
    // The mess that every list gathers on its way through several hands.
    let (y, m, d) = p.birth;
    match i {
        17 | 93 | 188 if p.name.chars().count() == 2 => name = spaced(&p.name),
        60 | 241 => name.push(' '),
        33 => birth = format!("{y}年{m}月{d}日"),
        129 => birth = format!("{y}/{m}/{d}"),
        205 => hired = format!("{}年{}月", p.hired.0, p.hired.1),
        71 => phone = format!("+86 {phone}"),
        144 | 262 => phone = format!("{}-{}-{}", &phone[..3], &phone[3..7], &phone[7..]),
        80 => phone = format!("{phone}/0791-80000123"),
        115 => id = format!(" {id}"),
        _ => {}
    }
    if p.name.chars().count() == 2 && i % 50 == 7 {
        name = spaced(&p.name);
    }
    if i.is_multiple_of(3) {
        id = id.replace('X', "x");
    }
    let joined = if p.moved_in { "转入" } else { "入会" };
    let employer = if p.dispatched { AGENCY } else { EMPLOYER };
    let mut cells: Vec<Value> = vec![Value::Number(f64::from(u32::try_from(i + 1).unwrap_or(0)))];
    let reason = if p.moved_in { "劳动(工作)关系变化" } else { "" };
    let migrant = if p.migrant { "是" } else { "否" };
    let form = if p.dispatched { "劳务派遣" } else { "合同制" };
    let sex = if p.woman { "女" } else { "男" };
    let native = p.place.strip_suffix(['县', '市', '区']).unwrap_or(p.place);
    let texts: [&str; 23] = [
        &name,
        sex,
        &birth,
        p.ethnicity,
        "在岗",
        "身份证",
        &id,
        p.education,
        p.grade,
        &phone,
        p.household,
        p.place,
        joined,
        &day(p.joined),
        reason,
        p.political,
        employer,
        native,
        migrant,
        p.shop,
        p.post,
        form,
        &hired,
    ];
    cells.extend(texts.into_iter().map(Value::from));
    cells
}

fn spaced(name: &str) -> String {
    name.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

fn latecomers(late: &[Person]) -> Result<CsvWriter, SheetError> {
    let mut csv = CsvWriter::new();
    csv.row(&[
        "姓名",
        "性别",
        "身份证号",
        "手机号码",
        "车间",
        "工种",
        "用工形式",
        "入职日期",
        "入会日期",
        "农民工",
        "文化程度",
    ])?;
    for p in late {
        let sex = if p.woman { "女" } else { "男" };
        let migrant = if p.migrant { "是" } else { "否" };
        csv.row(&[
            &p.name,
            sex,
            &p.id,
            &p.phone,
            p.shop,
            p.post,
            "合同制",
            "2025-02-17",
            "2025-03-10",
            migrant,
            p.education,
        ])?;
    }
    // A slip of the pen in the last digit, and a number that a spreadsheet has rounded.
    let good = id_number("360124", (1995, 8, 21), 913);
    let slip = if good.ends_with('1') { "2" } else { "1" };
    let slipped = format!("{}{slip}", good.get(..17).unwrap_or_default());
    csv.row(&[
        "胡志远",
        "男",
        &slipped,
        "13900009101",
        "机加工",
        "铣工",
        "合同制",
        "2025-02-17",
        "2025-03-10",
        "是",
        "高中",
    ])?;
    csv.row(&[
        "徐小燕",
        "女",
        "3.60102E+17",
        "15900009102",
        "机加工",
        "质检员",
        "合同制",
        "2025-02-17",
        "2025-03-10",
        "否",
        "大专",
    ])?;
    Ok(csv)
}
