//! Who is erased in the stories of this folder, with what others write of them, and what tells of it afterwards. No story stands here.

use serde_json::{Value, json};

use crate::duties::story::Story;

pub(super) const NAME: &str = "欧阳清漪";
pub(super) const NUMBER: &str = "36012119800101999X";
/// The same as it was once.
pub(super) const OLD_NUMBER: &str = "360121800101999";
pub(super) const PHONE: &str = "13800138000";

pub(super) fn person() -> Value {
    json!({
        "name": NAME, "sex": "male", "form": "contract", "shop": "焊接", "birth": "1980-01-01", "idNumber": NUMBER, "phone": PHONE,
        "memberSince": "2020-03-01",
    })
}

/// Removed and erased the same day; what the purge answers.
pub(super) fn purged(story: &Story, id: &Value) -> Value {
    story.call("trash.setRetention", json!({ "kind": "person", "months": 0 }));
    story.call("members.remove", json!({ "id": id }));
    story.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "保存期满" }))
}

/// Everything that the journal tells to one who may read all of it.
pub fn journal(story: &Story) -> String {
    story.call("sight.reveal", json!({ "purpose": "核对流水" }));
    let list = story.call("history.list", json!({ "limit": 500 }));
    let mut told = list.to_string();
    for line in list["lines"].as_array().unwrap() {
        told += &story.call("history.step", json!({ "seq": line["seq"] })).to_string();
    }
    told
}

/// Whoever of the roster has that name.
pub(super) fn only(story: &Story) -> Value {
    let rows = story.call("members.search", json!({ "text": NAME }))["rows"].clone();
    assert_eq!(rows.as_array().unwrap().len(), 1, "{rows}");
    rows[0]["id"].clone()
}

/// A roster of three.
pub(super) fn roster() -> Value {
    let roster = format!(
        "姓名\t性别\t身份证号\t手机号码\t车间\t用工形式\t入职日期\n\
         {NAME}\t男\t{NUMBER}\t{PHONE}\t焊接\t劳动合同\t2019-03-01\n\
         熊秀英\t女\t360121198002020028\t13700137000\t装配\t劳动合同\t2019-03-01\n\
         涂玉兰\t女\t360121199003070021\t13600136000\t装配\t劳动合同\t2019-03-01\n"
    );
    json!({ "pasted": roster })
}

/// A letter of others with these words.
pub(super) fn letter(story: &Story, words: &str) -> Value {
    let letter = json!({ "addressee": "县总工会", "title": "关于工会经费的函", "body": words });
    story.call("correspondence.save", letter)
}

/// A look for this purpose.
pub(super) fn looked(story: &Story, purpose: &str) {
    story.call("sight.reveal", json!({ "purpose": purpose }));
    story.call("sight.cover", json!({}));
}

/// The step that left what was undone last.
pub(super) fn left(story: &Story) -> Value {
    story.call("trash.takenBack", json!({}))[0]["seq"].clone()
}
