//! The pay of days that were not taken (条例第五条, 办法第十条、第十一条): only from a wage that was typed, half a fen rounded up. The
//! ordinary wages that were paid for those days are part of it.

use ledger::Fen;

use super::{LeaveLaw, article, halves};
use crate::leave::model::LeavePayInput;

/// The pay, as it was reckoned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayFigures {
    /// 日工资.
    pub daily: Option<Fen>,
    /// The whole of it.
    pub due: Option<Fen>,
    /// What is still to be paid beside the ordinary wages.
    pub extra: Option<Fen>,
    /// How, in one sentence.
    pub sentence: String,
}

/// `sum` times a share, half a fen rounded up; none where it does not fit.
fn share(sum: i64, num: i64, den: i64) -> Option<i64> {
    let twice = sum.checked_mul(num)?.checked_mul(2)?.checked_add(den)?;
    Some(twice.div_euclid(den.checked_mul(2)?))
}

/// The pay of someone's days.
pub fn pay(law: &LeaveLaw, input: &LeavePayInput) -> PayFigures {
    let ((num, den), rule) = &law.daily;
    let daily = input.daily.map(|fen| fen.0).or_else(|| {
        let average = input.average?;
        share(average.0, i64::from(*num), i64::from(*den))
    });
    let Some(one) = daily else {
        let sentence = "还没有登记日工资，也没有登记月平均工资，算不出来。".to_owned();
        return PayFigures { daily: None, due: None, extra: None, sentence };
    };
    let ((times, of), unused) = &law.unused;
    let days = i64::from(input.halves);
    let due = share(one, days * i64::from(*times), i64::from(*of) * 2);
    let ((plain, of_plain), _) = &law.refused;
    let ordinary = share(one, days * i64::from(*plain), i64::from(*of_plain) * 2);
    let extra = due.zip(ordinary).map(|(due, ordinary)| due - ordinary);
    let origin = match (input.daily, input.average) {
        (Some(_), _) => format!("日工资{}元", Fen(one)),
        // 21.75 is what the articles print; the pack holds it as the share 4/87.
        (None, Some(average)) => {
            let hundredths = i64::from(*den) * 100 / i64::from((*num).max(1));
            format!(
                "前十二个月平均工资（剔除加班工资）{}元÷{}.{:02}天＝日工资{}元（{}）",
                average,
                hundredths / 100,
                hundredths % 100,
                Fen(one),
                article(rule)
            )
        }
        (None, None) => String::new(),
    };
    let percent = u64::from(*times) * 100 / u64::from((*of).max(1));
    let sentence = match (due, extra) {
        (Some(due), Some(extra)) => format!(
            "{origin}；{}×{}×{percent}%＝{}元，其中已含正常工作的工资，另外要付{}元（{}）。",
            Fen(one),
            halves(input.halves),
            Fen(due),
            Fen(extra),
            article(unused)
        ),
        _ => "数目太大，算不出来，请核对日工资和天数。".to_owned(),
    };
    PayFigures { daily: Some(Fen(one)), due: due.map(Fen), extra: extra.map(Fen), sentence }
}
