//! What the side panel may save of the code tables: their words, in whichever way they are written, and nothing else.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::model::PersonRecord;
use super::rules::{check_person, check_started};
use super::store::PersonRow;
use crate::Problem;
use crate::union::model::Shown;

fn today() -> NaiveDate {
    "2026-11-16".parse().unwrap()
}

/// A person with one field as it is typed.
fn with(field: &str, word: &str) -> PersonRecord {
    let mut record = json!({ "name": "王伟", "sex": "male", "form": "contract" });
    record[field] = Value::from(word);
    serde_json::from_value(record).unwrap()
}

fn checked(field: &str, word: &str, standing: Option<&PersonRow>) -> Result<PersonRow, Problem> {
    check_person(&with(field, word), standing, today(), Shown::Full)
}

#[test]
fn a_word_outside_the_code_tables_is_refused_at_its_field() {
    for (field, word) in [
        ("education", "天才"),
        ("political", "自由人"),
        ("skillGrade", "九级大师"),
        ("ethnicity", "火星族"),
        ("household", "月亮户口"),
        ("status", "云游"),
        // Two readings: nobody decides for whoever types it.
        ("skillGrade", "初级"),
        ("education", "研究生"),
    ] {
        let refusal = checked(field, word, None).unwrap_err();
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("bad_input", Some(field)), "{word}");
    }
}

#[test]
fn a_word_of_the_tables_is_kept_by_its_standard_form() {
    let row = checked("education", "大专", None).unwrap();
    assert_eq!(row.education.as_deref(), Some("大学专科毕业"));
    let row = checked("political", "党员", None).unwrap();
    assert_eq!(row.political.as_deref(), Some("中共党员"));
    let row = checked("skillGrade", "三级/高级工", None).unwrap();
    assert_eq!(row.skill_grade.as_deref(), Some("高级工"));
    for (typed, kept) in [("汉", "汉族"), ("维吾尔", "维吾尔族"), ("穿青人", "穿青人")] {
        let row = checked("ethnicity", typed, None).unwrap();
        assert_eq!(row.ethnicity.as_deref(), Some(kept));
    }
    assert_eq!(checked("education", " ", None).unwrap().education, None, "empty is not entered");
}

#[test]
fn a_standing_word_that_nobody_touches_stays() {
    let mut standing = checked("education", "大专", None).unwrap();
    standing.education = Some("夜大".to_owned());
    assert_eq!(checked("education", "夜大", Some(&standing)).unwrap().education.as_deref(), Some("夜大"));
    assert!(checked("education", "业大", Some(&standing)).is_err(), "another such word is no standing one");
}

#[test]
fn an_address_has_its_shape_and_a_masked_one_stays() {
    assert_eq!(checked("email", "没有", None).unwrap_err().field.as_deref(), Some("email"));
    assert!(checked("email", "a@b@example.com", None).is_err());
    let standing = checked("email", " wang@example.com ", None).unwrap();
    assert_eq!(standing.email.as_deref(), Some("wang@example.com"));
    let kept = checked("email", "w***@example.com", Some(&standing)).unwrap();
    assert_eq!(kept.email, standing.email);
}

#[test]
fn nobody_began_to_work_after_being_hired_here() {
    let mut row = checked("startedOn", "2019-05", None).unwrap();
    let hired = |day: &str| Some((day.to_owned(), "day".to_owned()));
    for (on, sound) in [("2019-05-02", true), ("2019-06-01", true), ("2019-04-30", false)] {
        row.hired_on = hired(on);
        assert_eq!(check_started(&row, None).is_ok(), sound, "{on}");
    }
    assert!(check_started(&row, Some(&row)).is_ok(), "what stands and nobody touches stays");
}

#[test]
fn a_masked_birth_stays_and_is_held_against_a_number_typed_anew() {
    let standing = checked("birth", "1990-03-07", None).unwrap();
    let kept = checked("birth", "1990-**-**", Some(&standing)).unwrap();
    assert_eq!(kept.birth, standing.birth);
    assert_eq!(checked("birth", "1991", Some(&standing)).unwrap().birth.unwrap().0, "1991", "typed anew");
    let mut record = with("birth", "1990-**-**");
    record.id_number = Some("110105194912310038".to_owned());
    let refusal = check_person(&record, Some(&standing), today(), Shown::Full).unwrap_err();
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("bad_input", Some("birth")));
}

#[test]
fn a_number_typed_beside_a_masked_birth_is_held_against_its_year() {
    let standing = checked("birth", "1990-03-07", None).unwrap();
    let beside = |birth: &str, number: &str, identity: Shown| {
        let record = PersonRecord { id_number: Some(number.to_owned()), ..with("birth", birth) };
        check_person(&record, Some(&standing), today(), identity).is_ok()
    };
    let (of_day, of_year, of_another) = ("360121199003079990", "360121199011209994", "360121199103079998");
    for identity in [Shown::Masked, Shown::Never] {
        assert!(beside("1990-**-**", of_day, identity) && beside("1990-**-**", of_year, identity));
        assert!(!beside("1990-**-**", of_another, identity), "the year is seen");
        assert!(!beside("1990-03-07", of_year, identity), "both were typed");
    }
    assert!(beside("1990-**-**", of_day, Shown::Full) && !beside("1990-**-**", of_year, Shown::Full));
}

#[test]
fn what_is_typed_into_a_mask_is_refused_at_its_field() {
    let mut standing = checked("birth", "1990-03-07", None).unwrap();
    standing.id_number = Some("360121199003079990".to_owned());
    standing.phone = Some("13800138000".to_owned());
    standing.email = Some("wang@example.com".to_owned());
    for (field, mask, typed) in [
        ("birth", "1990-**-**", "1991-**-**"),
        ("birth", "1990-**-**", "1990-04-**"),
        ("idNumber", "360121********9990", "360122********9990"),
        ("phone", "138****8000", "139****8000"),
        ("email", "w***@example.com", "w***@example.org"),
    ] {
        assert!(checked(field, mask, Some(&standing)).is_ok(), "{mask}");
        for (typed, standing) in [(typed, Some(&standing)), (mask, None)] {
            let refusal = checked(field, typed, standing).unwrap_err();
            assert_eq!(
                (refusal.code.as_str(), refusal.field.as_deref()),
                ("bad_input", Some(field)),
                "{typed}"
            );
        }
    }
}
