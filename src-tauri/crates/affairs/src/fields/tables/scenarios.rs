//! The tables of scenarios of a rise in words. How they are looked up stands in `tables`.

use super::Table;

pub(super) const TABLES: &[Table] = &[
    (
        "pay_scenario",
        "增资方案",
        "{year} {name}",
        &[
            ("id", "编号"),
            ("sheet_id", "按哪份工资数据"),
            ("year", "协商年度"),
            ("side", "哪一方"),
            ("name", "名称"),
            ("steps", "步骤"),
            ("said", "内容"),
            ("months", "执行的月数"),
            ("people", "计入人数"),
            ("before_average", "增资前平均工资"),
            ("target_average", "目标平均工资"),
            ("target_floor", "目标最低工资"),
            ("wages", "增加的工资"),
            ("insurance", "增加的社会保险费"),
            ("fee", "增加的工会经费"),
            ("total", "增加的合计"),
            ("bounds", "各数的范围"),
            ("chosen", "选定"),
            ("kept_on", "保存日期"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "pay_insurance",
        "社会保险单位费率",
        "{name} {from_on}",
        &[
            ("id", "编号"),
            ("name", "险种"),
            ("rate", "单位费率"),
            ("base_floor", "缴费基数下限"),
            ("base_ceiling", "缴费基数上限"),
            ("from_on", "从哪天起"),
            ("source", "来源"),
            ("removed_at", "移除时间"),
        ],
    ),
];
