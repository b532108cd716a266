//! Which rows under a header are people: blank rows, totals, fill-in notes, signatures, samples and
//! headers that come again are told apart here and counted, never reported as errors.

use sheet::{Cell, Row};

use super::field::{Field, plain};
use super::model::{ColumnFound, Header};
use super::names::is_space;

/// What a row under the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowSort {
    /// Somebody.
    Person,
    /// Nothing but white space.
    Blank,
    /// 合计, 小计.
    Total,
    /// 填表说明, 制表人, a sample row.
    Note,
    /// The header again.
    Head,
}

const TOTALS: [&str; 8] = ["合计", "小计", "总计", "共计", "累计", "平均", "总人数", "人数合计"];
const AVERAGES: [&str; 10] =
    ["人均", "平均值", "平均数", "平均收入", "人均收入", "最高", "最低", "中位数", "最高值", "最低值"];
/// With the words before them these are averages too: 全厂平均, 本月人均工资.
const AVERAGES_OF: [&str; 5] = ["平均", "平均工资", "人均工资", "最高工资", "最低工资"];
const NOTES: [&str; 20] = [
    "填表说明",
    "填报说明",
    "填写说明",
    "说明",
    "备注",
    "注",
    "注1",
    "附注",
    "制表",
    "填表",
    "填报",
    "审核",
    "复核",
    "负责人",
    "单位盖章",
    "单位(盖章)",
    "主席签字",
    "签字",
    "填表日期",
    "以上",
];
/// Who signs below the people, and what they are asked for: 财务负责人：李四, 审核人：, 单位盖章：.
const SIGNERS: [&str; 26] = [
    "负责", "代表", "制表", "制单", "填表", "填报", "编制", "审核", "复核", "审批", "批准", "核准", "经办",
    "会计", "出纳", "财务", "主管", "经理", "厂长", "领导", "主席", "签字", "签名", "签章", "盖章", "日期",
];
/// These are nobody's name, with no colon behind them either.
const NO_NAMES: [&str; 9] =
    ["负责人", "会计主管", "主管会计", "财务主管", "制表人", "审核人", "复核人", "经办人", "批准人"];

/// Sorts a row.
pub(super) fn sort(row: &Row, header: &Header) -> RowSort {
    let mut cells = row.cells.iter().filter(|(_, c)| !c.is_blank());
    let Some((first_col, first)) = cells.next() else { return RowSort::Blank };
    let alone = cells.next().is_none();
    let text = |cell: &Cell| plain(&cell.show());
    let first_text = text(first);
    // A total names itself left of, or in, the column of the name.
    let name_col = column(header, Field::Name);
    let named = name_col.map(|c| text(row.get(c))).unwrap_or_default();
    if [&first_text, &named].iter().any(|t| is_total(t) || tells_no_sum(t)) {
        return RowSort::Total;
    }
    // The header again: looked at only when the name's own column holds the word for it.
    let heading = |c: &ColumnFound| plain(&row.get(c.column).show()) == plain(&c.heading);
    if header.columns.iter().any(|c| c.field == Field::Name && heading(c)) {
        return RowSort::Head;
    }
    if column(header, Field::Sequence) == Some(*first_col)
        && matches!(first_text.as_str(), "例" | "示例" | "样例" | "例如")
    {
        return RowSort::Note;
    }
    let colon = first.show().contains(['：', ':']);
    let noted = is_note(&first_text) || is_signed(&first.show());
    if noted && colon && name_col != Some(*first_col) && signature(row) {
        return RowSort::Note;
    }
    let no_name = name_col.is_none_or(|c| row.get(c).is_blank()) || name_col == Some(*first_col);
    if no_name
        && (noted && (alone || colon || signature(row))
            || alone
                && first_text.chars().count() > 20
                && (name_col != Some(*first_col) || first_text.contains(['。', ',', ';'])))
    {
        return RowSort::Note;
    }
    // Only the running number was filled in ahead.
    if alone
        && column(header, Field::Sequence) == Some(*first_col)
        && matches!(first, Cell::Number(_) | Cell::Text(_))
    {
        return if first_text.bytes().all(|b| b.is_ascii_digit()) { RowSort::Blank } else { RowSort::Note };
    }
    RowSort::Person
}

/// 合计, 合计:, 合计320人, 机加工小计.
pub(crate) fn is_total(text: &str) -> bool {
    let counted = |rest: &str| rest.chars().all(|c| c.is_ascii_digit() || "人(:)".contains(c));
    TOTALS.iter().any(|word| text.ends_with(word) || text.strip_prefix(word).is_some_and(counted))
}

/// 人数12人, 合计人数, 共12人, 12人: how many there are, and no sum.
fn is_headcount(text: &str) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit() || "人(:)".contains(c));
    let counted = text.ends_with('人') && text.contains(|c: char| c.is_ascii_digit());
    word.ends_with("人数") || counted && matches!(word, "" | "共" | "总共" | "合计共")
}

/// 平均工资, 人均, 最高5400: what the sums above come to for one, and no sum of them. A short word stands alone, for it may be a name's.
fn is_average(text: &str) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit() || "元/月(.,)".contains(c));
    AVERAGES.contains(&word) || AVERAGES_OF.iter().any(|of| word.ends_with(of))
}

/// A row under the people that names no sum of theirs: how many they are, an average, the most and the least.
pub(crate) fn tells_no_sum(text: &str) -> bool {
    is_headcount(text) || is_average(text)
}

/// 填表说明, 制表人 and the like.
pub(crate) fn is_note(text: &str) -> bool {
    NOTES.iter().any(|word| text.starts_with(word))
}

/// Whether a cell is of those who sign below the people: 财务负责人：李四, 制表人（签字）：. The colon tells it from a post.
pub(crate) fn is_signed(shown: &str) -> bool {
    let Some((who, _)) = shown.split_once(['：', ':']) else { return false };
    let who = plain(who);
    let who = who.split('(').next().unwrap_or_default();
    let who = who.strip_suffix('人').unwrap_or(who);
    SIGNERS.iter().any(|word| who.ends_with(word))
}

/// Whether what stands in the column of the name is one of those who sign, with a colon or without.
pub(crate) fn signs_for_name(shown: &str) -> bool {
    let named = plain(shown);
    is_signed(shown) || NO_NAMES.iter().any(|word| named.ends_with(word))
}

/// 制表人：… 审核人：… on one line.
fn signature(row: &Row) -> bool {
    row.cells.iter().filter(|(_, c)| !c.is_blank()).all(|(_, c)| {
        let shown = c.show();
        let shown = shown.trim_matches(is_space);
        shown.contains(['：', ':']) || shown.contains('年') || shown.chars().count() <= 4
    })
}

/// The column of a field.
pub(super) fn column(header: &Header, field: Field) -> Option<u32> {
    header.columns.iter().find(|c| c.field == field).map(|c| c.column)
}
