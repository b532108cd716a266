//! How stored words read in the field's own, by column. What tables and columns are called stands beside.

/// Stored words and how they read, by column; where a column's words differ by table, the table stands before.
pub(super) const WORDS: &[(&str, &[(&str, &str)])] = &[
    ("role", &[("chair", "主席"), ("officer", "经办人"), ("auditor", "经审人员")]),
    ("sex", &[("male", "男"), ("female", "女"), ("unspecified", "未填")]),
    ("birth_precision", PRECISION),
    ("hired_precision", PRECISION),
    ("happened_precision", PRECISION),
    ("migrant", YES_NO),
    ("chief", YES_NO),
    ("outside", YES_NO),
    ("front_line", YES_NO),
    ("personnel_manager", YES_NO),
    ("present", YES_NO),
    ("side", SIDE),
    ("by_side", SIDE),
    (
        "employment.form",
        &[
            ("contract", "劳动合同"),
            ("dispatched", "劳务派遣"),
            ("part_time", "非全日制"),
            ("outsourced", "外包"),
            ("intern", "实习"),
            ("rehired", "退休返聘"),
            ("other", "其他"),
        ],
    ),
    (
        "membership_event.kind",
        &[
            ("joined", "入会"),
            ("moved_in", "转入"),
            ("retained", "保留会籍"),
            ("moved_out", "转出"),
            ("expelled", "开除会籍"),
            ("withdrawn", "退会"),
        ],
    ),
    (
        "consent.purpose",
        &[("sensitive", "敏感信息"), ("provide", "向他人提供"), ("publish", "公开"), ("abroad", "出境")],
    ),
    ("given_how", &[("paper", "书面"), ("message", "短信或微信"), ("meeting", "会上")]),
    ("negotiation_reply.kind", &[("agreed", "同意"), ("partly", "部分同意"), ("refused", "不同意")]),
    (
        "negotiation_event.kind",
        &[
            ("reported", "报告上级工会"),
            ("applied", "申请协调处理"),
            ("accepted", "受理"),
            ("signed", "签字"),
            ("filed", "报送"),
            ("returned", "退回"),
            ("in_effect", "生效"),
            ("published", "公布"),
            ("noted", "记事"),
        ],
    ),
    ("meeting_topic.result", &[("agreed", "达成一致"), ("disputed", "有分歧"), ("deferred", "留待下次")]),
];
const PRECISION: &[(&str, &str)] = &[("day", "日"), ("month", "月"), ("year", "年")];
const YES_NO: &[(&str, &str)] = &[("1", "是"), ("0", "否")];
const SIDE: &[(&str, &str)] = &[("workers", "职工方"), ("employer", "企业方")];
