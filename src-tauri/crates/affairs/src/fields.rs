//! What tables and columns are called in the field's words, for the history of a record, and how their stored
//! values read. Every journalled column has its name here; a test holds it. Who may read a value unmasked is
//! not decided here: it is told.

mod words;

use rusqlite::Connection;
use serde_json::Value;

use crate::Problem;
use crate::members::rules::{shown_id, shown_phone};
use crate::union::model::Shown;
use words::WORDS;

/// A journalled table: its name, what one of its records is called, and its columns with theirs.
pub type Table = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Columns that the program keeps for itself and a person has no use for in a history.
const QUIET: &[&str] =
    &["id", "name_key", "name_sort", "ord", "law_pack", "sha256", "file_sha256", "content"];

/// Every journalled table.
pub const TABLES: &[Table] = &[
    (
        "union_record",
        "工会登记",
        &[
            ("id", "编号"),
            ("name", "工会名称"),
            ("credit_code", "统一社会信用代码"),
            ("employer", "用人单位"),
            ("province", "省份"),
            ("city", "城市"),
            ("named_day", "示例所在的日子"),
            ("founded_at", "建立时间"),
        ],
    ),
    (
        "desk_person",
        "经办人",
        &[("id", "编号"), ("name", "姓名"), ("role", "身份"), ("removed_at", "移除时间")],
    ),
    (
        "desk_grant",
        "经办人授权",
        &[("id", "编号"), ("person_id", "经办人"), ("what", "授权内容"), ("removed_at", "收回时间")],
    ),
    ("setting", "设置", &[("id", "名称"), ("value", "设定值")]),
    (
        "consent",
        "个人信息同意",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("purpose", "事由"),
            ("about", "内容"),
            ("recipient", "接收方"),
            ("given_on", "同意日期"),
            ("given_how", "同意方式"),
            ("withdrawn_on", "撤回日期"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "import_batch",
        "花名册导入",
        &[
            ("id", "编号"),
            ("file_name", "文件名"),
            ("file_sha256", "文件指纹"),
            ("page", "表名"),
            ("people", "人数"),
            ("imported_at", "导入时间"),
        ],
    ),
    (
        "person",
        "人员",
        &[
            ("id", "编号"),
            ("name", "姓名"),
            ("name_key", "姓名比对用字"),
            ("name_sort", "姓名排序用字"),
            ("sex", "性别"),
            ("birth", "出生日期"),
            ("birth_precision", "出生日期精确到"),
            ("ethnicity", "民族"),
            ("education", "学历"),
            ("political", "政治面貌"),
            ("skill_grade", "技能等级"),
            ("household", "户籍类型"),
            ("native_place", "籍贯"),
            ("migrant", "是否农民工"),
            ("note", "备注"),
            ("batch_id", "导入批次"),
            ("batch_row", "导入行号"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "person_identity",
        "人员证件",
        &[
            ("id", "编号"),
            ("kind", "证件类别"),
            ("number", "证件号码"),
            ("phone", "手机"),
            ("other_phones", "其他电话"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "employment",
        "用工",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("employer", "工作单位"),
            ("shop", "车间或部门"),
            ("post", "岗位"),
            ("work_number", "工号"),
            ("form", "用工形式"),
            ("status", "就业状况"),
            ("hired_on", "入职日期"),
            ("hired_precision", "入职日期精确到"),
            ("left_on", "离职日期"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "membership_event",
        "会籍经过",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("kind", "会籍变动"),
            ("happened_on", "日期"),
            ("happened_precision", "日期精确到"),
            ("reason", "原因"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "negotiation",
        "协商",
        &[
            ("id", "编号"),
            ("year", "年度"),
            ("title", "标题"),
            ("started_on", "启动日期"),
            ("province", "省份"),
            ("city", "城市"),
            ("late_entry", "补录原因"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "negotiation_topic",
        "协商议题",
        &[
            ("id", "编号"),
            ("negotiation_id", "协商"),
            ("ord", "次序"),
            ("title", "议题"),
            ("proposal", "职工方主张"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "negotiation_offer",
        "要约",
        &[
            ("id", "编号"),
            ("negotiation_id", "协商"),
            ("by_side", "提出一方"),
            ("addressee", "致送对象"),
            ("reasons", "理由"),
            ("issued_on", "发出日期"),
            ("received_on", "收到日期"),
            ("received_by", "签收人"),
            ("proposed_on", "建议协商日期"),
            ("proposed_place", "建议协商地点"),
            ("contact", "联系人"),
            ("information", "请提供的资料"),
            ("reply_due", "答复期限"),
            ("reply_rule", "答复期限的依据"),
            ("law_pack", "法规版本"),
            ("late_entry", "补录原因"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "negotiation_reply",
        "答复",
        &[
            ("id", "编号"),
            ("negotiation_id", "协商"),
            ("kind", "答复结果"),
            ("replied_on", "答复日期"),
            ("replied_by", "答复人"),
            ("text", "答复内容"),
            ("meets_on", "约定协商日期"),
            ("meets_place", "约定协商地点"),
            ("late_entry", "补录原因"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "negotiation_representative",
        "协商代表",
        &[
            ("id", "编号"),
            ("negotiation_id", "协商"),
            ("side", "哪一方"),
            ("ord", "次序"),
            ("person_id", "人员"),
            ("name", "姓名"),
            ("sex", "性别"),
            ("post", "职务"),
            ("chief", "首席代表"),
            ("outside", "外聘"),
            ("front_line", "一线职工"),
            ("personnel_manager", "人事负责人"),
            ("chosen_how", "产生方式"),
            ("chosen_on", "产生日期"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "meeting",
        "协商会议",
        &[
            ("id", "编号"),
            ("negotiation_id", "协商"),
            ("round", "轮次"),
            ("held_on", "日期"),
            ("begins", "开始时间"),
            ("ends", "结束时间"),
            ("place", "地点"),
            ("chair_id", "主持人"),
            ("recorder_name", "记录人"),
            ("recorder_post", "记录人职务"),
            ("agenda", "议程"),
            ("next_on", "下次日期"),
            ("next_place", "下次地点"),
            ("late_entry", "补录原因"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "meeting_attendance",
        "到会情况",
        &[
            ("id", "编号"),
            ("meeting_id", "会议"),
            ("representative_id", "协商代表"),
            ("present", "到会"),
            ("reason", "缺席原因"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "meeting_topic",
        "会议议题",
        &[
            ("id", "编号"),
            ("meeting_id", "会议"),
            ("topic_id", "协商议题"),
            ("ord", "次序"),
            ("workers_position", "职工方意见"),
            ("employer_position", "企业方意见"),
            ("evidence", "依据"),
            ("result", "结果"),
            ("agreed_text", "一致意见"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "meeting_undertaking",
        "承诺事项",
        &[
            ("id", "编号"),
            ("meeting_id", "会议"),
            ("ord", "次序"),
            ("what", "事项"),
            ("side", "哪一方"),
            ("owner", "承办人"),
            ("due_on", "完成期限"),
            ("done_on", "完成日期"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "negotiation_event",
        "协商经过",
        &[
            ("id", "编号"),
            ("negotiation_id", "协商"),
            ("kind", "经过"),
            ("happened_on", "日期"),
            ("text", "说明"),
            ("valid_until", "期满日"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "paper",
        "印发文件",
        &[
            ("id", "编号"),
            ("kind", "文种"),
            ("of_id", "所属记录"),
            ("title", "标题"),
            ("year", "年份"),
            ("number", "文号"),
            ("pages", "页数"),
            ("sha256", "文件指纹"),
            ("issued_at", "印发时间"),
            ("corrects_id", "所更正的文件"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "attachment",
        "附件",
        &[
            ("id", "编号"),
            ("of_kind", "所属种类"),
            ("of_id", "所属记录"),
            ("name", "文件名"),
            ("content", "文件指纹"),
            ("bytes", "大小（字节）"),
            ("media", "格式"),
            ("place", "照片的拍摄地点"),
            ("added_at", "添加时间"),
            ("added_by", "添加人"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "custody",
        "保管物品",
        &[
            ("id", "编号"),
            ("kind", "种类"),
            ("name", "名称"),
            ("number", "号码"),
            ("holder", "保管人"),
            ("note", "备注"),
            ("removed_at", "移除时间"),
        ],
    ),
];

/// What belongs to a record of a table: the table of the part, and its column that names the record.
const PARTS: &[(&str, &[(&str, &str)])] = &[
    (
        "person",
        &[
            ("person_identity", "id"),
            ("employment", "person_id"),
            ("membership_event", "person_id"),
            ("consent", "person_id"),
            ("attachment", "of_id"),
        ],
    ),
    ("negotiation_event", &[("attachment", "of_id")]),
    ("desk_person", &[("desk_grant", "person_id")]),
    (
        "negotiation",
        &[
            ("negotiation_topic", "negotiation_id"),
            ("negotiation_offer", "negotiation_id"),
            ("negotiation_reply", "negotiation_id"),
            ("negotiation_representative", "negotiation_id"),
            ("negotiation_event", "negotiation_id"),
            ("attachment", "of_id"),
        ],
    ),
    (
        "meeting",
        &[
            ("meeting_attendance", "meeting_id"),
            ("meeting_topic", "meeting_id"),
            ("meeting_undertaking", "meeting_id"),
            ("attachment", "of_id"),
        ],
    ),
];

/// What belongs to a record of this table.
pub fn parts(table: &str) -> &'static [(&'static str, &'static str)] {
    PARTS.iter().find(|(of, _)| *of == table).map_or(&[], |(_, parts)| parts)
}

/// A record and what belongs to it, living and removed, as table and id: what is told as one life, and what a
/// purge takes together.
pub fn family(connection: &Connection, table: &str, id: &str) -> Result<Vec<(String, String)>, Problem> {
    let mut rows = vec![(table.to_owned(), id.to_owned())];
    for (part, column) in parts(table) {
        let mut statement = connection.prepare(&format!("SELECT id FROM {part} WHERE {column} = ?1"))?;
        for id in statement.query_map([id], |row| row.get::<_, String>(0))? {
            rows.push(((*part).to_owned(), id?));
        }
    }
    Ok(rows)
}

/// What a record of this table is called; the table's own name when it is no longer known.
pub fn record_name(table: &str) -> &str {
    TABLES.iter().find(|(name, ..)| *name == table).map_or(table, |(_, label, _)| label)
}

/// What a column is called; its own name when it is no longer known.
pub fn column_name<'a>(table: &str, column: &'a str) -> &'a str {
    let columns = TABLES.iter().find(|(name, ..)| *name == table).map(|(.., columns)| *columns);
    columns.into_iter().flatten().find(|(name, _)| *name == column).map_or(column, |(_, label)| label)
}

/// Whether a person has use for the column in a history.
pub fn is_quiet(column: &str) -> bool {
    QUIET.contains(&column)
}

/// A stored value as it reads, identity as it may be shown; `None` where there is none.
pub fn shown(table: &str, column: &str, value: &Value, identity: Shown) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if table == "person_identity" {
        return Some(match column {
            "number" => shown_id(&text, identity),
            "phone" => shown_phone(&text, identity),
            "other_phones" => {
                text.split('、').map(|one| shown_phone(one, identity)).collect::<Vec<_>>().join("、")
            }
            _ => text,
        });
    }
    if column.ends_with("_at")
        && let Ok(at) = chrono::DateTime::parse_from_rfc3339(&text)
    {
        return Some(at.format("%Y年%-m月%-d日 %H:%M").to_string());
    }
    let full = format!("{table}.{column}");
    let words =
        WORDS.iter().find(|(of, _)| *of == full).or_else(|| WORDS.iter().find(|(of, _)| *of == column));
    let word = words.and_then(|(_, words)| words.iter().find(|(stored, _)| *stored == text));
    Some(word.map_or(text, |(_, word)| (*word).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn identity_is_masked_and_stored_words_read_as_words() {
        let shown = |table, column, value: Value| shown(table, column, &value, Shown::Masked).unwrap();
        assert_eq!(shown("person_identity", "number", json!("11010519491231002X")), "110105********002X");
        assert_eq!(shown("person_identity", "phone", json!("13800138000")), "138****8000");
        assert_eq!(
            shown("person_identity", "other_phones", json!("13800138000、13900139000")),
            "138****8000、139****9000"
        );
        assert_eq!(shown("person", "migrant", json!(1)), "是");
        let removed = json!("2026-11-16T09:00:00+08:00");
        assert_eq!(shown("person", "removed_at", removed), "2026年11月16日 09:00");
        assert_eq!(shown("membership_event", "kind", json!("retained")), "保留会籍");
        assert_eq!(shown("person_identity", "kind", json!("居民身份证")), "居民身份证");
        assert_eq!((record_name("person"), column_name("person", "post")), ("人员", "post"));
        assert_eq!(super::shown("person", "note", &Value::Null, Shown::Full), None);
        let full = super::shown("person_identity", "phone", &json!("13800138000"), Shown::Full);
        assert_eq!(full.as_deref(), Some("13800138000"));
    }
}
