//! The tables of the workers' congress in words: its terms and its delegates. Its sessions and votes stand with the agreements
//! (`agreement`). How they are looked up stands in `tables`.

use super::Table;

pub(super) const TABLES: &[Table] = &[
    (
        "congress_term",
        "一届职工代表大会",
        "{name}",
        &[
            ("id", "编号"),
            ("name", "届次"),
            ("began_on", "开始的日期"),
            ("years", "任期（年）"),
            ("seats", "代表名额"),
            ("workers", "职工人数"),
            ("women_workers", "女职工人数"),
            ("dispatched_workers", "劳务派遣职工人数"),
            ("posted_on", "公布选举结果的日期"),
            ("note", "备注"),
            ("late_entry", "补录原因"),
            ("removed_at", "移除时间"),
        ],
    ),
    (
        "congress_delegate",
        "职工代表",
        "职工代表{name}",
        &[
            ("id", "编号"),
            ("term_id", "届次"),
            ("person_id", "花名册上的人"),
            ("name", "姓名"),
            ("woman", "女职工"),
            ("unit", "选区"),
            ("standing", "身份"),
            ("dispatched", "劳务派遣职工"),
            ("elected_on", "当选日期"),
            ("unit_workers", "选区职工人数"),
            ("voters", "参加选举的人数"),
            ("votes_for", "赞成票"),
            ("ended_on", "不再担任的日期"),
            ("ended_how", "为什么不再担任"),
            ("ended_why", "说明"),
            ("recall_voters", "参加罢免表决的人数"),
            ("recall_votes", "同意罢免的票数"),
            ("late_entry", "补录原因"),
            ("removed_at", "移除时间"),
        ],
    ),
];
