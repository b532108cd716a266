//! A figure's numbers before they are drawn: rows and series as a table has them, each value as the paper writes it.
//! What is drawn is read from what is written, so the two cannot differ. How it looks is `layout::figure`'s.

use serde::{Deserialize, Serialize};

use crate::figures::percent;

/// What a figure is drawn from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// What the values count: 人, 元; empty for none.
    #[serde(default)]
    pub unit: String,
    /// Names of the series, for instance 2026年 and 2025年.
    pub series: Vec<String>,
    /// What is compared, from above or from the left.
    pub rows: Vec<ChartRow>,
}

/// How a figure is drawn. Lines and shares that would not be read (too many, or no numbers) are drawn as bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// A bar a value, its row's name at the left.
    Bars,
    /// A line a series, for what follows in time.
    Lines,
    /// Parts of a whole in one bar a series.
    Shares,
}

/// One row of a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartRow {
    /// Its name.
    pub label: String,
    /// A value a series, as it is printed: 1,234, 5.8%, —.
    pub values: Vec<String>,
}

impl Chart {
    /// The number that a value stands for; none where it is no number.
    pub(crate) fn number(&self, row: usize, series: usize) -> Option<f32> {
        let text = self.rows.get(row)?.values.get(series)?;
        let plain: String = text.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
        plain.trim_end_matches(['%', '％']).parse().ok().filter(|n: &f32| n.is_finite())
    }

    /// A value as it is printed; in a figure of shares, with its part of the whole where that is whole numbers.
    pub(crate) fn shown(&self, row: usize, series: usize) -> String {
        let text = self.rows.get(row).and_then(|row| row.values.get(series)).map_or("", String::as_str);
        match self.share(row, series) {
            Some(share) => format!("{text}（{share}）"),
            None => text.to_owned(),
        }
    }

    fn share(&self, row: usize, series: usize) -> Option<String> {
        if self.kind != ChartKind::Shares {
            return None;
        }
        let whole_number = |row: &ChartRow| row.values.get(series)?.replace(',', "").parse::<i64>().ok();
        let all: Option<Vec<i64>> = self.rows.iter().map(whole_number).collect();
        let all = all.filter(|all| all.iter().all(|n| *n >= 0))?;
        percent(*all.get(row)?, all.iter().try_fold(0_i64, |sum, n| sum.checked_add(*n))?)
    }

    /// What stands before the names of the series: the unit.
    pub(crate) fn counted_in(&self) -> Option<String> {
        (!self.unit.trim().is_empty()).then(|| format!("单位：{}", self.unit.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_from_what_is_printed() {
        let row = |label: &str, values: &[&str]| ChartRow {
            label: label.to_owned(),
            values: values.iter().map(|v| (*v).to_owned()).collect(),
        };
        let rows = vec![row("合同", &["1,200", "5.5%"]), row("派遣", &["400", "—"]), row("无", &["", "x"])];
        let mut chart = Chart { kind: ChartKind::Bars, unit: "人".into(), series: vec![], rows };
        assert_eq!((chart.number(0, 0), chart.number(0, 1)), (Some(1200.0), Some(5.5)));
        assert_eq!((chart.number(1, 1), chart.number(2, 0), chart.number(9, 9)), (None, None, None));
        assert_eq!(chart.shown(0, 0), "1,200");
        chart.kind = ChartKind::Shares;
        assert_eq!(chart.shown(0, 0), "1,200", "no share of a whole with a blank in it");
        chart.rows.pop();
        assert_eq!(chart.shown(0, 0), "1,200（75%）");
        assert_eq!(chart.shown(1, 1), "—");
    }
}
