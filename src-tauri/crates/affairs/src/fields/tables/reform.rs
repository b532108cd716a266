//! The tables of the reform ledger in words: measures, the text of an article, the note of a year. How they are looked up stands in
//! `tables`.

use super::Table;

pub(super) const TABLES: &[Table] = &[
    (
        "reform_measure",
        "产改措施",
        "{serial} {measure}",
        &[
            ("id", "编号"),
            ("year", "年份"),
            ("serial", "登记号"),
            ("article", "《意见》第几条"),
            ("measure", "做什么"),
            ("target", "做到什么程度"),
            ("side", "谁办"),
            ("unit", "责任部门"),
            ("handler", "责任人"),
            ("due_on", "完成期限"),
            ("outcome", "结果"),
            ("ended_on", "办完日期"),
            ("result", "做到了什么"),
            ("late_entry", "补录原因"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "reform_article",
        "《意见》条文",
        "{article}",
        &[("id", "编号"), ("article", "第几条"), ("words", "原文"), ("handler", "牵头的人")],
    ),
    (
        "reform_note",
        "产改年度情况",
        "{year} {article}",
        &[("id", "编号"), ("year", "年份"), ("article", "第几条"), ("note", "当年的情况")],
    ),
];
