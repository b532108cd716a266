//! The tables of the union itself, the people at its desk, what it keeps, and what its chair writes of a year, in words. How they are
//! looked up stands in `tables`.

use super::Table;

pub(super) const TABLES: &[Table] = &[
    (
        "union_record",
        "工会登记",
        "{name}",
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
        "{name}",
        &[("id", "编号"), ("name", "姓名"), ("role", "身份"), ("removed_at", "移除时间")],
    ),
    (
        "desk_grant",
        "经办人授权",
        "{person_id}：{what}",
        &[("id", "编号"), ("person_id", "经办人"), ("what", "授权内容"), ("removed_at", "收回时间")],
    ),
    ("setting", "设置", "{id}", &[("id", "名称"), ("value", "设定值")]),
    (
        "year_report",
        "年度工作报告",
        "{id}年度工作报告",
        &[
            ("id", "年度"),
            ("guidance", "思想引领"),
            ("merit", "建功立业"),
            ("quality", "素质提升"),
            ("standing", "地位提高"),
            ("growth", "队伍壮大"),
            ("problems", "存在的问题"),
            ("plans", "下一年打算"),
            ("filled_by", "填报人"),
            ("responsible", "负责人"),
            ("addressee", "主送机关"),
        ],
    ),
    (
        "custody",
        "保管物品",
        "{name}",
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
