//! The tables of money, in words: the members' dues, and the employer's contribution. How they are looked up stands in
//! `tables`.

use super::Table;

pub(super) const TABLES: &[Table] = &[
    (
        "dues_basis",
        "会费收缴标准",
        "{from_month}起{kind}",
        &[
            ("id", "编号"),
            ("from_month", "从哪个月起"),
            ("kind", "按什么收"),
            ("rate", "比例"),
            ("flat", "每人每月"),
            ("ground", "依据"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "dues_base",
        "会费工资基数",
        "{person_id}",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("from_month", "从哪个月起"),
            ("base", "月工资"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "dues_entry",
        "会费收款",
        "{paid_on}会费收款",
        &[
            ("id", "编号"),
            ("paid_on", "收款日期"),
            ("payer", "代交人"),
            ("note", "备注"),
            ("reverses_id", "冲销哪一笔"),
        ],
    ),
    (
        "dues_payment",
        "会费",
        "{person_id} {month}",
        &[
            ("id", "编号"),
            ("entry_id", "哪一笔收款"),
            ("person_id", "人员"),
            ("month", "所属月份"),
            ("amount", "金额"),
            ("erased", "已清除的同一个人"),
        ],
    ),
    (
        "dues_talk",
        "劝导谈话",
        "{person_id}",
        &[
            ("id", "编号"),
            ("person_id", "人员"),
            ("talked_on", "谈话日期"),
            ("talked_by", "谁谈的"),
            ("said", "谈话内容"),
            ("outcome", "结果"),
            ("until_on", "再看一次的日期"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "fee_share",
        "工会经费回拨比例",
        "{from_month}起",
        &[
            ("id", "编号"),
            ("from_month", "从哪个月起"),
            ("share", "回拨比例"),
            ("ground", "依据"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "fee_payroll",
        "工资总额",
        "{month}",
        &[
            ("id", "编号"),
            ("month", "月份"),
            ("payroll", "工资总额"),
            ("source", "谁提供的"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "fee_payment",
        "工会经费收付",
        "{month}{way}",
        &[
            ("id", "编号"),
            ("month", "所属月份"),
            ("way", "收付"),
            ("paid_on", "日期"),
            ("amount", "金额"),
            ("note", "备注"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "fee_demand",
        "催缴函",
        "致{addressee}催缴函",
        &[
            ("id", "编号"),
            ("from_month", "第一个月"),
            ("to_month", "最后一个月"),
            ("addressee", "主送单位"),
            ("pay_by", "请在哪天以前"),
            ("pay_to", "拨缴到哪里"),
            ("contact", "联系人"),
            ("written_on", "起草日期"),
            ("removed_at", "移除时间"),
        ],
    ),
];
