//! The tables of a person's file in words: contracts, certificates, training, honours, health. How they are looked up stands
//! in `tables`.

use super::Table;

pub(super) const TABLES: &[Table] = &[
    (
        "labour_contract",
        "劳动合同",
        "{person_id} {from_on}",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("term", "合同期限"),
            ("from_on", "起始日期"),
            ("until_on", "终止日期"),
            ("probation_until", "试用期到"),
            ("ended_on", "实际解除或终止的日期"),
            ("note", "说明"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "certificate",
        "证书",
        "{person_id} {name}",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("kind", "类别"),
            ("name", "证书名称"),
            ("grade", "等级"),
            ("number", "证书编号"),
            ("issuer", "发证单位"),
            ("issued_on", "发证日期"),
            ("valid_until", "有效期至"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "training",
        "培训",
        "{person_id} {course}",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("course", "培训内容"),
            ("trained_on", "培训日期"),
            ("hours", "学时"),
            ("provider", "培训单位"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "honour",
        "荣誉",
        "{person_id} {name}",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("kind", "类别"),
            ("level", "级别"),
            ("name", "荣誉名称"),
            ("year", "年度"),
            ("issuer", "授予单位"),
            ("removed_at", "移除时间"),
        ],
    ),
    // Its title names nobody: that someone was examined is itself told to readers of health alone.
    (
        "health_exam",
        "职业健康检查",
        "职业健康检查",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("kind", "类别"),
            ("examined_on", "检查日期"),
            ("institution", "检查机构"),
            ("hazards", "接触的职业病危害因素"),
            ("conclusion", "结论"),
            ("next_on", "报告写明的下次检查日期"),
            ("note", "说明"),
            ("removed_at", "移除时间"),
        ],
    ),
];
