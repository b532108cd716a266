//! The tables of what a union adds to the law book, in words. How they are
//! looked up stands in `tables`.

use super::Table;

pub(super) const TABLES: &[Table] = &[
    (
        "calendar_notice",
        "放假安排",
        "{year}年",
        &[("id", "编号"), ("year", "年份"), ("basis", "依据"), ("removed_at", "移除时间")],
    ),
    (
        "calendar_holiday",
        "节日放假",
        "{notice_id} {name}",
        &[
            ("id", "编号"),
            ("notice_id", "放假安排"),
            ("name", "节日"),
            ("from_on", "放假第一天"),
            ("to_on", "放假最后一天"),
            ("first_on", "法定休假第一天"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "calendar_workday",
        "调休上班日",
        "{notice_id} {held_on}",
        &[
            ("id", "编号"),
            ("notice_id", "放假安排"),
            ("name", "节日"),
            ("held_on", "上班日"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "own_rule",
        "本单位约定",
        "{contract}{article}",
        &[
            ("id", "编号"),
            ("rule_id", "法规"),
            ("quantity", "数字"),
            ("contract", "写在哪份合同"),
            ("article", "条款"),
            ("from_on", "开始适用"),
            ("to_on", "停止适用"),
            ("note", "说明"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "law_pack",
        "法规文件",
        "{name}",
        &[
            ("id", "编号"),
            ("name", "文件名"),
            ("body", "内容"),
            ("signer", "签名单位"),
            ("taken_on", "采用日期"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "law_publisher",
        "发布单位",
        "{name}",
        &[("id", "编号"), ("name", "名称"), ("public_key", "公钥"), ("removed_at", "移除时间")],
    ),
];
