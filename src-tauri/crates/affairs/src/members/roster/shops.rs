//! One place written in several ways (一车间, 1车间, 壹车间): seen as one by a key, and offered to be folded into the
//! writing that the ledger has, else into the commonest of the file.

use std::collections::{BTreeMap, HashMap};

use unicode_normalization::UnicodeNormalization;

use super::field::Field;
use super::model::{ColumnFound, Decision, Options, ProblemKind as K, RosterRow, RowStatus, Severity};
use super::names::is_space;
use super::remark::{Remark, alive, column, push};

/// The value of a Chinese figure, also in capital form; 十 is ten.
fn figure(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '两' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        '十' | '拾' => 10,
        _ => return None,
    })
}

/// The key by which places are compared: NFKC, no white space, small letters, figures as digits, without 第 and 号.
pub fn key(place: &str) -> String {
    let plain: Vec<char> = place.nfkc().filter(|c| !is_space(*c)).flat_map(char::to_lowercase).collect();
    let mut key = String::with_capacity(place.len());
    let mut at = 0;
    while let Some(c) = plain.get(at) {
        let run: Vec<u32> = plain[at..].iter().map_while(|c| figure(*c)).collect();
        if run.is_empty() {
            if !matches!(c, '第' | '号' | '#' | '-' | '_') {
                key.push(*c);
            }
            at += 1;
        } else {
            key.push_str(&number(&run));
            at += run.len();
        }
    }
    key
}

/// 十二 → 12, 二十 → 20, 一二 → 12 as digits are read one by one.
fn number(run: &[u32]) -> String {
    match run {
        [10] => "10".to_owned(),
        [10, ones] if *ones < 10 => (10 + ones).to_string(),
        [tens, 10] if *tens < 10 => (tens * 10).to_string(),
        [tens, 10, ones] if *tens < 10 && *ones < 10 => (tens * 10 + ones).to_string(),
        digits => digits.iter().map(u32::to_string).collect(),
    }
}

/// Asks about every row whose shop is written otherwise than the place is called.
pub(super) fn check(
    rows: &mut [RosterRow],
    columns: &[&[ColumnFound]],
    options: &Options,
    ledger: &HashMap<String, u32>,
) {
    let mut written: HashMap<&str, u32> = HashMap::new();
    for shop in rows.iter().filter_map(|row| row.person.shop.as_deref()) {
        *written.entry(shop).or_default() += 1;
    }
    let mut places: BTreeMap<String, Vec<(&str, u32, u32)>> = BTreeMap::new();
    for (shop, times) in &written {
        let held = ledger.get(*shop).copied().unwrap_or(0);
        places.entry(key(shop)).or_default().push((shop, held, *times));
    }
    for (shop, held) in ledger.iter().filter(|(shop, _)| !written.contains_key(shop.as_str())) {
        if let Some(ways) = places.get_mut(&key(shop)) {
            ways.push((shop, *held, 0));
        }
    }
    let mut called: HashMap<String, String> = HashMap::new();
    for ways in places.values().filter(|ways| ways.len() > 1) {
        let best = ways.iter().max_by(|a, b| (a.1, a.2, b.0).cmp(&(b.1, b.2, a.0)));
        let Some((name, ..)) = best else { continue };
        let others = ways.iter().filter(|way| way.0 != *name);
        called.extend(others.map(|way| (way.0.to_owned(), (*name).to_owned())));
    }
    if called.is_empty() {
        return;
    }
    for row in rows.iter_mut().filter(|row| alive(row)) {
        let Some(name) = row.person.shop.as_ref().and_then(|shop| called.get(shop)) else { continue };
        let at = column(row, columns, Field::Shop).unwrap_or(0);
        let decision = options.decision((row.page, row.row, Some(at)), K::ShopVariant);
        let severity = if decision.is_some() { Severity::Note } else { Severity::Ask };
        match decision {
            Some(Decision::TakeProposal) => row.person.shop = Some(name.clone()),
            Some(Decision::LeaveEmpty) => row.person.shop = None,
            Some(Decision::SkipRow) => row.status = RowStatus::Skipped,
            Some(Decision::KeepWritten) | None => {}
        }
        let text = format!("多半就是“{name}”，只是写法不同；统计时会当成两个部门。");
        let proposal = Some(name.clone());
        push(
            row,
            columns,
            Remark { field: Field::Shop, severity, kind: K::ShopVariant, text: &text, proposal },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn one_place_has_one_key() {
        for way in ["一车间", "1车间", "壹车间", "第一车间", "1号车间", "１ 车间"] {
            assert_eq!(key(way), "1车间", "{way}");
        }
        assert_eq!(key("十二车间"), "12车间");
        assert_eq!(key("二十车间"), key("20车间"));
        assert_eq!(key("二十三车间"), "23车间");
        assert_ne!(key("一车间"), key("十一车间"));
        assert_ne!(key("焊接一组"), key("焊接二组"));
    }
}
