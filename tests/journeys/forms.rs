//! Others' forms through the program: a county's Word form for one member and its Excel roster, kept, looked at, filled,
//! read back; what identity asks for; undo, trash, history. How a file is filled is told by the tests of `paper`.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::concluding::met;
use crate::gonghui::{Desk, PASSPHRASE, root};
use crate::people::{OFFICER, member, officer};

const NUMBER: &str = "36012119800101999X";
const MASKED: &str = "360121********999X";

fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures/forms").join(name)
}

/// The text of one part of a filled file.
pub fn part(file: &Path, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(std::fs::read(file).unwrap())).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// What its elements show, without them.
pub fn shown(xml: &str) -> String {
    let mut tag = false;
    xml.chars()
        .filter(|c| {
            tag = *c == '<' || (tag && *c != '>');
            !tag && *c != '>'
        })
        .collect()
}

fn form(desk: &Desk, id: &Value) -> Value {
    desk.call("forms.get", json!({ "id": id }))
}

fn filling(id: &Value, of: Value, purpose: &str, to: &Path) -> Value {
    let mut form = json!({ "id": id, "purpose": purpose });
    if !of.is_null() {
        form["of"] = of;
    }
    json!({ "form": form, "to": to })
}

/// Fills after saying why identity is looked at.
fn filled_in_full(desk: &Desk, args: Value) -> Value {
    let (answers, output) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "向县总工会报送名册" } }),
        json!({ "call": "forms.fill", "args": args }),
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    answers[1].clone()
}

#[test]
fn a_member_is_written_into_the_countys_word_form() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let id = desk.call(
        "forms.add",
        json!({ "file": fixture("registration.docx"), "name": "会员登记表（云岭县）", "about": "person" }),
    );
    let told = form(&desk, &id);
    assert_eq!((&told["form"]["program"], &told["form"]["fillings"]), (&json!("docx"), &json!(0)));
    let mark = |name: &str| {
        let all = told["marks"].as_array().unwrap();
        all.iter().find(|mark| mark["mark"] == name).unwrap_or_else(|| panic!("{name}: {told}")).clone()
    };
    assert_eq!(
        (&mark("姓名")["known"], &mark("姓名")["places"]),
        (&json!(true), &json!(["表格1第1行第2格"]))
    );
    assert_eq!((&mark("婚姻状况")["known"], &mark("传真")["known"]), (&json!(false), &json!(false)));

    let to = desk.out("报送.docx");
    let args = filling(&id, person.clone().into(), "submit", &to);
    let covered = desk.refused("forms.fill", args.clone());
    assert_eq!(covered.code, "covered", "{}", covered.message);
    assert!(!to.exists(), "nothing is saved of what was refused");
    let nobody = desk.refused("forms.fill", filling(&id, Value::Null, "submit", &to));
    assert!(["covered", "bad_input"].contains(&nobody.code.as_str()), "{}", nobody.message);

    let done = filled_in_full(&desk, args);
    let text = shown(&part(&to, "word/document.xml"));
    for holds in [
        "赣江机械有限公司工会委员会（盖章）",
        "王伟",
        NUMBER,
        "13800138000",
        "1980年1月1日",
        "2015年4月",
        "陈望舒",
    ] {
        assert!(text.contains(holds), "{holds}: {text}");
    }
    assert!(text.contains("填表日期：2026年9月15日") && text.contains("【传真】"), "{text}");
    let open = |key: &str| {
        let all = done["outcome"][key].as_array().unwrap();
        all.iter().map(|one| one["mark"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(open("unknown"), ["婚姻状况", "联系人", "传真"]);
    assert_eq!(open("blank"), ["车间", "岗位", "籍贯"]);
    let log = desk.call("sight.log", json!({}));
    assert_eq!((&log[0]["subjects"], &log[0]["purpose"]), (&json!([person]), &json!("向县总工会报送名册")));

    let posted = desk.out("公示.docx");
    desk.call("forms.fill", filling(&id, person.clone().into(), "notice", &posted));
    let text = shown(&part(&posted, "word/document.xml"));
    assert!(text.contains(MASKED) && text.contains("138****8000") && !text.contains(NUMBER), "{text}");
    assert!(text.contains("1980年**月**日") && !text.contains("1980年1月1日"), "{text}");

    let told = form(&desk, &id);
    let fillings = told["fillings"].as_array().unwrap();
    let whole: Vec<_> = fillings.iter().map(|one| (one["purpose"].clone(), one["inFull"].clone())).collect();
    assert_eq!(whole, [(json!("notice"), json!(false)), (json!("submit"), json!(true))]);
    assert_eq!(fillings[0]["title"], "王伟");
    let files = desk.call("files.list", json!({ "of": { "kind": "person", "id": person } }));
    assert_eq!(files[0]["name"], "会员登记表（云岭县）（2026-09-15填）.docx");
    assert_eq!(files.as_array().unwrap().len(), 2, "both are kept with the person");
    let again = desk.refused("files.open", json!({ "id": fillings[1]["file"] }));
    assert_eq!(again.code, "covered", "what is kept is guarded like the person's other files");

    assert_eq!(desk.frame()["undo"], "填写表格");
    desk.call("ledger.undo", json!({}));
    assert_eq!(form(&desk, &id)["fillings"].as_array().unwrap().len(), 1);
    assert!(posted.exists(), "a file that was given out is not called back");
    desk.head();
}

/// A Word form with this body.
pub fn word_form(desk: &Desk, name: &str, body: &str) -> PathBuf {
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body>\
         </w:document>"
    );
    let links = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
        Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
        Target=\"word/document.xml\"/></Relationships>";
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("_rels/.rels", links), ("word/document.xml", document.as_str())] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let path = desk.out(name);
    std::fs::write(&path, zip.finish().unwrap().into_inner()).unwrap();
    path
}

/// A form's lists of two sides and what its meeting said, as Word has them.
fn talks_form(desk: &Desk) -> PathBuf {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |name: &str| {
        format!("<w:tr>{}{}</w:tr>", cell(&format!("【{name}.姓名】")), cell(&format!("【{name}.首席代表】")))
    };
    let body = format!(
        "<w:p><w:r><w:t>【工会名称】【协商年度】年度，第【会议轮次】轮，【会议地点】，签订【合同签订日期】</w:t></w:r></w:p>\
         <w:tbl>{}{}</w:tbl>",
        row("职工方代表"),
        row("企业方代表")
    );
    word_form(desk, "协商情况表.docx", &body)
}

#[test]
fn a_form_about_the_union_takes_its_officers_and_certificate_from_the_record() {
    let desk = Desk::founded("36", None);
    let body = "<w:p><w:r><w:t>主席【主席】，副主席【副主席】，【建会日期】成立，上级【上级工会】，证书【法人资格证书编号】至\
        【法人资格证书有效期】，委员【工会委员会委员】</w:t></w:r></w:p>";
    let id = desk.call("forms.add", json!({ "file": word_form(&desk, "基层工会情况表.docx", body) }));
    assert_eq!(form(&desk, &id)["form"]["about"], "union");
    let fill = |name: &str| {
        let to = desk.out(name);
        let done = desk.call("forms.fill", filling(&id, Value::Null, "submit", &to));
        assert_eq!(done["outcome"]["unknown"], json!([]));
        shown(&part(&to, "word/document.xml"))
    };
    let before = fill("登记前.docx");
    assert!(before.contains("主席陈望舒，副主席＿"), "the chair at the desk, and blanks: {before}");
    desk.call(
        "union.save",
        json!({
            "enterprises": [{ "name": "赣江机械有限公司" }], "establishedOn": "2012-05-16", "upperUnion": "县总工会",
            "certificateNumber": "工法证字第12号", "certificateUntil": "2027-02-14",
        }),
    );
    let members = json!([
        { "name": "周敏", "office": "chair" },
        { "name": "王伟", "office": "vice", "toOn": "2026-05-31" },
        { "name": "李强", "office": "vice" },
    ]);
    desk.call(
        "union.saveTerm",
        json!({
            "body": "committee", "session": 3, "startedOn": "2023-05-18", "years": 5, "cleared": true,
            "members": members,
        }),
    );
    let after = fill("登记后.docx");
    assert!(
        after.contains(
            "主席周敏，副主席李强，2012年5月16日成立，上级县总工会，证书工法证字第12号至2027年2月14日，委员周敏、李强"
        ),
        "who left is in it no more: {after}"
    );
}

#[test]
fn the_talks_are_written_into_a_form_as_their_papers_have_them() {
    let (desk, talks) = met();
    let id = desk.call("forms.add", json!({ "file": talks_form(&desk) }));
    let kept = form(&desk, &id)["form"].clone();
    assert_eq!(
        (&kept["name"], &kept["about"]),
        (&json!("协商情况表"), &json!("negotiation")),
        "as its file and marks say"
    );
    let to = desk.out("填好.docx");
    let done = desk.call("forms.fill", filling(&id, talks.clone(), "submit", &to));
    let text = shown(&part(&to, "word/document.xml"));
    let one = desk.call("negotiation.get", json!({ "id": talks }));
    for person in one["representatives"].as_array().unwrap() {
        let (name, chief) = (person["record"]["name"].as_str().unwrap(), person["record"]["chief"] == true);
        let holds = format!("{name}{}", if chief { "是" } else { "否" });
        assert!(text.contains(&holds), "{holds}: {text}");
    }
    let place = one["meetings"][0]["record"]["place"].as_str().unwrap();
    assert!(text.contains(&format!("第1轮，{place}，签订＿＿＿＿")), "{text}");
    assert_eq!(done["outcome"]["blank"][0]["mark"], "合同签订日期");
    assert_eq!(done["outcome"]["unknown"], json!([]));
    let files = desk.call("files.list", json!({ "of": { "kind": "negotiation", "id": talks } }));
    assert_eq!(files.as_array().unwrap().len(), 1, "kept with the talks");
}

#[test]
fn a_roster_is_written_into_the_countys_excel_form() {
    let desk = Desk::founded("36", None);
    member(&desk);
    for name in ["赵敏", "钱多多", "孙里"] {
        desk.call(
            "members.save",
            json!({ "name": name, "sex": "female", "form": "contract", "memberSince": "2020-05-01" }),
        );
    }
    let id = desk.call(
        "forms.add",
        json!({ "file": fixture("roster.xlsx"), "name": "年度花名册", "about": "roster" }),
    );
    let to = desk.out("名册.xlsx");
    let done = filled_in_full(&desk, filling(&id, Value::Null, "submit", &to));
    assert_eq!(done["outcome"]["lines"], 4);
    let sheet = part(&to, "xl/worksheets/sheet1.xml");
    for holds in [
        "<f>COUNTA(B4:B7)</f>",
        "ref=\"A8:E8\"",
        "ref=\"A9:F9\"",
        "<dimension ref=\"A1:F9\"/>",
        NUMBER,
        "孙里",
        "<c r=\"E2\" s=\"1\"><v>4</v></c>",
    ] {
        assert!(sheet.contains(holds), "{holds}: {sheet}");
    }
    assert_eq!(sheet.matches("ht=\"28\"").count(), 4, "each line has the height of its row");
    assert!(part(&to, "xl/workbook.xml").contains("花名册!$A$1:$F$9"));
    assert!(!sheet.contains("【会员") && sheet.contains("【传真】"));

    // What is kept of it holds everybody's numbers.
    desk.call("people.add", officer(&["office"], &[]));
    let file = form(&desk, &id)["fillings"][0]["file"].clone();
    assert_eq!(desk.refused("files.open", json!({ "id": file })).code, "covered");
    desk.sits_down(OFFICER);
    assert_eq!(desk.refused("files.open", json!({ "id": file })).code, "no_right");
    let submit = desk.refused("forms.fill", filling(&id, Value::Null, "submit", &to));
    assert_eq!(submit.code, "no_right", "{}", submit.message);
    let posted = desk.out("公示.xlsx");
    desk.call("forms.fill", filling(&id, Value::Null, "notice", &posted));
    let sheet = part(&posted, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(MASKED) && !sheet.contains(NUMBER));
    desk.call("files.open", json!({ "id": form(&desk, &id)["fillings"][0]["file"] }));
    let by_number = json!({ "id": id, "purpose": "notice", "members": { "text": "999X" } });
    assert_eq!(
        desk.call("forms.try", by_number)["lines"],
        0,
        "a list narrowed by a number would tell whose it is"
    );
    desk.sits_down(PASSPHRASE);

    let few = json!({ "id": id, "purpose": "notice", "members": { "text": "王伟" } });
    assert_eq!(desk.call("forms.try", few)["lines"], 1, "as the list of members is narrowed");
    desk.head();
}

#[test]
fn a_form_is_renamed_removed_and_brought_back_and_what_is_none_is_refused() {
    let desk = Desk::founded("36", None);
    let add = |name: &str| json!({ "file": fixture("roster.xlsx"), "name": name, "about": "roster" });
    let id = desk.call("forms.add", add("花名册"));
    let taken = desk.refused("forms.add", add("花名册"));
    assert_eq!(taken.field.as_deref(), Some("name"), "{}", taken.message);
    desk.call("forms.change", json!({ "id": id, "name": "花名册（旧）", "about": "roster" }));
    desk.call("forms.remove", json!({ "id": id }));
    assert_eq!(desk.call("forms.list", json!({})), json!([]));
    let trash = desk.call("trash.list", json!({}));
    assert_eq!((&trash[0]["kindLabel"], &trash[0]["title"]), (&json!("表格"), &json!("花名册（旧）")));
    let other = desk.call("forms.add", add("花名册（旧）"));
    let back = json!({ "kind": "form", "id": id });
    assert_eq!(desk.refused("trash.restore", back.clone()).code, "refused", "its name is taken");
    desk.call("forms.change", json!({ "id": other, "name": "花名册（新）", "about": "union" }));
    desk.call("trash.restore", back);
    assert_eq!(desk.call("forms.list", json!({})).as_array().unwrap().len(), 2);
    let marks = form(&desk, &other);
    let of_a_list =
        marks["marks"].as_array().unwrap().iter().find(|mark| mark["mark"] == "会员.姓名").unwrap();
    assert_eq!(of_a_list["known"], false, "a form about the union has no list of members");

    let old = desk.out("旧.doc");
    let wide: Vec<u8> = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(&old, [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &wide].concat()).unwrap();
    let refused = desk.refused("forms.add", json!({ "file": old, "about": "union" }));
    assert_eq!(refused.field.as_deref(), Some("file"));
    assert!(refused.message.contains("“另存为” .docx"), "{}", refused.message);
    let into_the_ledger = json!({
        "form": { "id": other, "purpose": "notice" }, "to": desk.ledger().join("花名册.xlsx"),
    });
    assert_eq!(desk.refused("forms.fill", into_the_ledger).code, "unwritable");
    let groups = desk.call("forms.marks", json!({}));
    let all: Vec<&str> =
        groups.as_array().unwrap().iter().map(|group| group["title"].as_str().unwrap()).collect();
    for title in ["本会", "一名会员", "会员", "职工方代表", "企业方代表", "集体合同", "案件", "最近一份函件"]
    {
        assert!(all.contains(&title), "{title} in {all:?}");
    }
    desk.head();
}
