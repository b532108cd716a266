//! The tables of the registers in words: members in hardship and what was given. How they are looked up stands in `tables`.

use super::Table;

pub(super) const TABLES: &[Table] = &[
    (
        "hardship_file",
        "困难职工档案",
        "{person_id}",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("opened_on", "建档日期"),
            ("level", "困难类别"),
            ("cause", "主要原因"),
            ("details", "困难情况"),
            ("household", "家庭人口"),
            ("income", "家庭人均月收入"),
            ("source", "认定依据"),
            ("decided_on", "委员会同意的日期"),
            ("visit_on", "下次回访"),
            ("closed_on", "结束日期"),
            ("ended", "结束的原因"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "member_aid",
        "帮扶慰问",
        "{person_id} {given_on}",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("given_on", "日期"),
            ("kind", "怎样帮扶"),
            ("amount", "金额"),
            ("source", "资金来源"),
            ("what", "帮扶的内容"),
            ("who", "经办人"),
            ("removed_at", "移除时间"),
        ],
    ),
];
