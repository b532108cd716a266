//! Sheets as people paste them: other headings, kinds said once for all, days and words that say nothing.

use super::*;

fn book(text: &str) -> Book {
    sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap()
}

fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn input(kind: FileRecordKind) -> RecordSheet {
    RecordSheet { kind, text: String::new(), certificate: None, honour: None, level: None }
}

fn lines(text: &str, input: &RecordSheet) -> Vec<Result<Record, String>> {
    read(&book(text), input, today()).unwrap().lines.into_iter().map(|line| line.read).collect()
}

#[test]
fn certificates_are_read_by_the_headings_people_write() {
    let text = "序号\t姓名\t工种\t技能等级\t证书编号\t发证日期\t有效期至\n1\t王伟\t焊工\t三级\tS001\t2024-05-06\t长期\n\
                2\t李娜\t低压电工作业\t\tT002\t2024年5月\t2027-05-05\n3\t周喆\t\t\tT003\t\t\n";
    let asked =
        RecordSheet { certificate: Some(CertificateKind::Skill), ..input(FileRecordKind::Certificate) };
    let read = lines(text, &asked);
    let Ok(Record::Certificate(one)) = &read[0] else { panic!("{:?}", read[0]) };
    assert_eq!((one.name.as_str(), one.grade.as_deref()), ("焊工", Some("三级")));
    assert_eq!((one.kind, one.issued_on), (CertificateKind::Skill, "2024-05-06".parse().ok()));
    assert_eq!(one.valid_until, None, "长期 is no day");
    assert!(read[1].as_ref().unwrap_err().contains("写到日"), "a month is no day: {:?}", read[1]);
    assert!(read[2].as_ref().unwrap_err().contains("没有写证书名称"), "{:?}", read[2]);

    let unsaid = lines(text, &input(FileRecordKind::Certificate));
    assert!(unsaid[0].as_ref().unwrap_err().contains("类别"), "a kind is guessed of none: {:?}", unsaid[0]);
    let said = lines(
        "姓名\t类别\t证书名称\n王伟\t特种作业操作证\t焊接\n李娜\t驾照\tC1\n",
        &input(FileRecordKind::Certificate),
    );
    let Ok(Record::Certificate(one)) = &said[0] else { panic!("{:?}", said[0]) };
    assert_eq!(one.kind, CertificateKind::Operation, "the sheet says it itself");
    assert!(said[1].as_ref().unwrap_err().contains("驾照"));
}

#[test]
fn training_needs_its_day_and_hours_that_are_a_number() {
    let text = "姓名\t培训内容\t培训日期\t学时\n王伟\t起重吊装安全\t2026-03-12\t8学时\n李娜\t起重吊装安全\t\t8\n周喆\t起重吊装安全\t2026-03-12\t一天\n";
    let read = lines(text, &input(FileRecordKind::Training));
    let Ok(Record::Training(one)) = &read[0] else { panic!("{:?}", read[0]) };
    assert_eq!((one.hours, one.trained_on.to_string().as_str()), (Some(8), "2026-03-12"));
    assert!(read[1].as_ref().unwrap_err().contains("没有写培训日期"));
    assert!(read[2].as_ref().unwrap_err().contains("学时"));
}

#[test]
fn an_honour_has_a_year_a_level_and_a_kind() {
    let text = "姓名\t荣誉称号\t级别\t年度\n王伟\t南昌市劳动模范\t市级\t2022年\n李娜\t优秀女职工\t自治区级\t2025-03-08\n周喆\t岗位能手\t班组\t2025\n";
    let asked = RecordSheet { honour: Some(HonourKind::Other), ..input(FileRecordKind::Honour) };
    let read = lines(text, &asked);
    let found = |at: usize| match &read[at] {
        Ok(Record::Honour(one)) => (one.level, one.year),
        other => panic!("{other:?}"),
    };
    assert_eq!(found(0), (HonourLevel::City, 2022));
    assert_eq!(found(1), (HonourLevel::Province, 2025), "自治区 is a province, and the day has its year");
    assert!(read[2].as_ref().unwrap_err().contains("班组"));
}

#[test]
fn a_paste_without_headings_is_told() {
    let none =
        read(&book("王伟\t焊工\t三级\n李娜\t电工\t四级\n"), &input(FileRecordKind::Certificate), today());
    assert!(none.unwrap_err().message.contains("证书名称"));
    let nobody = read(&book("证书名称\t等级\n焊工\t三级\n"), &input(FileRecordKind::Certificate), today());
    assert!(nobody.unwrap_err().message.contains("姓名"));
}
