//! Totals and bands that are typed or pasted: what is wrong with them, and keeping them. Single wages come from a file alone
//! (`import`).

pub mod input;

use chrono::NaiveDate;
use ledger::{Fen, Tx};
use serde::Serialize;
use ts_rs::TS;

use super::import::plausible;
use super::model::{PayDepth, PaySheetId, PaySheetLine};
use super::points::{ShopTotal, WageBand};
use super::store::sheets::{self, SheetRow};
use crate::Problem;
use crate::members::roster::Severity;
use crate::month::Month;
use crate::office::{short, text};
use crate::sheets::SheetProblem;
use crate::sheets::bands;
use input::{PayBandInput, PaySheetInput};

/// The largest sum that is believed: a hundred thousand million yuan.
const LARGEST: i64 = 10_000_000_000_000;
/// The largest headcount that is believed.
const MANY: u32 = 2_000_000;
/// So many lines that cannot be read are told.
const TOLD: usize = 3;

/// Bands read from a paste, to be looked at before they are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PayBandsRead {
    /// The bands.
    pub bands: Vec<PayBandInput>,
    /// Whether their sums are a year's, by their headings: the period is a year then.
    pub yearly: bool,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
}

/// Reads pasted bands or a pay scale; nothing is kept.
///
/// Errors: `no_bands` where nothing of it is a band; `bad_input` where a line of it cannot be read, with the line.
pub fn read_bands(book: &sheet::Book, today: NaiveDate) -> Result<PayBandsRead, Problem> {
    let found = bands::read(book, today).filter(|read| !read.lines.is_empty()).ok_or_else(|| {
        let message = "没有认出分档：每行写一档，例如“4000-5000”，后面一格写人数；有表头的请带上表头。";
        Problem::new("no_bands", message).at("text")
    })?;
    let unread: Vec<&str> = (found.problems.iter())
        .filter(|one| one.severity != Severity::Note)
        .map(|one| one.message.as_str())
        .collect();
    if !unread.is_empty() {
        let more = if unread.len() > TOLD { format!("等{}行", unread.len()) } else { String::new() };
        let told = unread.iter().take(TOLD).copied().collect::<Vec<_>>().join(" ");
        return Err(Problem::input("text", format!("有的行读不出来，改好再读入。{told}{more}")));
    }
    let bands = found.lines.into_iter().map(|line| PayBandInput {
        name: line.name,
        from: line.from,
        to: line.to,
        middle: line.middle,
        headcount: line.headcount.unwrap_or_default(),
        sum: line.sum,
    });
    Ok(PayBandsRead { bands: bands.collect(), yearly: found.yearly, problems: found.problems })
}

fn money(field: &str, sum: Fen) -> Result<(), Problem> {
    if (0..=LARGEST).contains(&sum.0) {
        return Ok(());
    }
    Err(Problem::input(field, "金额要在0到1000亿元之间，请核对有没有多打几位，或者单位是不是万元。"))
}

fn people(field: &str, count: u32) -> Result<(), Problem> {
    if count <= MANY { Ok(()) } else { Err(Problem::input(field, "人数太大了，请核对。")) }
}

fn check_totals(input: &PaySheetInput) -> Result<(u32, Option<Fen>), Problem> {
    let headcount = input.headcount.filter(|count| *count > 0);
    let headcount = headcount.ok_or_else(|| Problem::input("headcount", "请填发工资的人数。"))?;
    let sum = input.sum.filter(|sum| sum.0 > 0);
    let sum = sum.ok_or_else(|| Problem::input("sum", "请填工资总额。"))?;
    people("headcount", headcount)?;
    money("sum", sum)?;
    let (mut heads, mut paid) = (0_u32, 0_i64);
    for (at, shop) in input.shops.iter().enumerate() {
        let field = |name: &str| format!("shops.{at}.{name}");
        if shop.shop.trim().is_empty() {
            return Err(Problem::input(&field("shop"), "请写车间、部门的名称。"));
        }
        short(&field("shop"), &shop.shop, 50)?;
        people(&field("headcount"), shop.headcount)?;
        money(&field("sum"), shop.sum)?;
        (heads, paid) = (heads.saturating_add(shop.headcount), paid.saturating_add(shop.sum.0));
    }
    if heads > headcount || paid > sum.0 {
        let message = "各车间加起来比总数还多，请核对总数，或者哪个车间多写了。";
        return Err(Problem::input(if heads > headcount { "headcount" } else { "sum" }, message));
    }
    Ok((headcount, Some(sum)))
}

fn check_bands(bands: &[PayBandInput]) -> Result<(u32, Option<Fen>), Problem> {
    let (mut headcount, mut sum) = (0_u32, Some(0_i64));
    for (at, band) in bands.iter().enumerate() {
        let field = |name: &str| format!("bands.{at}.{name}");
        short(&field("name"), band.name.as_deref().unwrap_or_default(), 30)?;
        money(&field("from"), band.from)?;
        people(&field("headcount"), band.headcount)?;
        if let Some(to) = band.to {
            money(&field("to"), to)?;
            if to <= band.from {
                return Err(Problem::input(&field("to"), "这一档的上限要比下限大。"));
            }
        } else if at + 1 < bands.len() {
            return Err(Problem::input(&field("to"), "只有最后一档可以不写上限。"));
        }
        let named = band.name.as_deref().is_some_and(|name| !name.trim().is_empty());
        let before = at.checked_sub(1).and_then(|at| bands.get(at));
        // The bands of a pay scale overlap; those of a count do not.
        if !named && before.and_then(|before| before.to).is_some_and(|to| band.from < to) {
            return Err(Problem::input(
                &field("from"),
                "这一档和上一档有重叠，请按从低到高写，上一档的上限就是这一档的下限。",
            ));
        }
        if let Some(paid) = band.sum {
            money(&field("sum"), paid)?;
            let heads = i64::from(band.headcount);
            let above = band.to.is_some_and(|to| paid.0 > to.0.saturating_mul(heads));
            if above || paid.0 < band.from.0.saturating_mul(heads) {
                let message = "这一档的金额除以人数，不在这一档的上下限之间，请核对人数和金额。";
                return Err(Problem::input(&field("sum"), message));
            }
        }
        headcount = headcount.saturating_add(band.headcount);
        sum = sum.zip(band.sum).and_then(|(all, paid)| all.checked_add(paid.0));
    }
    if headcount == 0 {
        return Err(Problem::input(
            "bands",
            "各档的人数都是零；工资档次表里没有人数的，请补上各档有几个人。",
        ));
    }
    Ok((headcount, sum.map(Fen)))
}

/// Bands with what is told of all of them: the headcount is theirs, and the payroll one that they can have.
fn check_whole(input: &PaySheetInput) -> Result<(u32, Option<Fen>), Problem> {
    let (headcount, own) = check_bands(&input.bands)?;
    if input.headcount.is_some_and(|told| told != headcount) {
        let message = format!("各档人数加起来是{headcount}人，和这里写的不一样，请核对。");
        return Err(Problem::input("headcount", message));
    }
    let Some(sum) = input.sum else { return Ok((headcount, own)) };
    money("sum", sum)?;
    let ends = |band: &PayBandInput| {
        let heads = i64::from(band.headcount);
        match band.sum {
            Some(paid) => (paid.0, Some(paid.0)),
            None => (band.from.0.saturating_mul(heads), band.to.map(|to| to.0.saturating_mul(heads))),
        }
    };
    let (least, most) = input.bands.iter().filter(|band| band.headcount > 0).map(ends).fold(
        (0_i64, Some(0_i64)),
        |(least, most), (low, high)| {
            (least.saturating_add(low), most.zip(high).map(|(most, high)| most.saturating_add(high)))
        },
    );
    if sum.0 < least || most.is_some_and(|most| sum.0 > most) {
        let range = match most {
            Some(most) if most == least => format!("是{}元", Fen(least)),
            Some(most) => format!("在{}元到{}元之间", Fen(least), Fen(most)),
            None => format!("至少是{}元", Fen(least)),
        };
        let message = format!("按各档的人数和上下限，工资总额应{range}，请核对总额、人数和单位。");
        return Err(Problem::input("sum", message));
    }
    Ok((headcount, Some(sum)))
}

/// Keeps a typed table. `known` is what everybody may be told of other periods, against which its sums are held.
///
/// Errors: `bad_input` at its field; `implausible` at the field of sums that can hardly be those of the period, unless they were
/// looked at; `standing` where another table of the period stands and is not named.
pub fn save(
    tx: &Tx,
    input: &PaySheetInput,
    taken_by: &str,
    known: &[PaySheetLine],
) -> Result<PaySheetId, Problem> {
    short("givenBy", input.given_by.as_deref().unwrap_or_default(), 50)?;
    short("note", input.note.as_deref().unwrap_or_default(), 200)?;
    if Month::of(input.period.first()) > Month::of(tx.today()) {
        return Err(Problem::input("period", "这个时间还没有到，请核对。"));
    }
    let by_bands = !input.bands.is_empty();
    let (headcount, sum) = if by_bands { check_whole(input)? } else { check_totals(input)? };
    if !input.certain {
        plausible::typed(tx, input, known)?;
    }
    super::make_room(tx, input.period, input.replaces)?;
    let id = tx.new_id::<PaySheetId>();
    let owned = |field: &Option<String>| text(field).map(str::to_owned);
    let head = SheetRow {
        period: input.period,
        depth: if by_bands { PayDepth::Bands } else { PayDepth::Total },
        divided: input.divided && input.period.is_year(),
        headcount,
        sum,
        file: None,
        taken_by: taken_by.to_owned(),
        given_by: owned(&input.given_by),
        note: owned(&input.note),
    };
    sheets::insert(tx, id, &head)?;
    let shops: Vec<ShopTotal> = (input.shops.iter())
        .filter(|_| !by_bands)
        .map(|one| ShopTotal { shop: one.shop.trim().to_owned(), headcount: one.headcount, sum: one.sum })
        .collect();
    sheets::insert_totals(tx, id, &shops)?;
    let bands: Vec<WageBand> = (input.bands.iter())
        .map(|one| WageBand {
            name: owned(&one.name),
            from: one.from,
            to: one.to,
            middle: one.middle,
            headcount: one.headcount,
            sum: one.sum,
        })
        .collect();
    sheets::insert_bands(tx, id, &bands)?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::input::PayShopInput;
    use super::*;

    fn band(from: i64, to: Option<i64>, headcount: u32, sum: Option<i64>) -> PayBandInput {
        PayBandInput {
            name: None,
            from: Fen(from),
            to: to.map(Fen),
            middle: None,
            headcount,
            sum: sum.map(Fen),
        }
    }

    #[test]
    fn bands_join_from_low_to_high_and_their_sums_fit() {
        let good =
            [band(300_000, Some(400_000), 10, Some(3_500_000)), band(400_000, None, 5, Some(2_500_000))];
        assert_eq!(check_bands(&good).unwrap(), (15, Some(Fen(6_000_000))));
        let without = [band(300_000, Some(400_000), 10, None), band(400_000, None, 5, Some(2_500_000))];
        assert_eq!(check_bands(&without).unwrap(), (15, None), "a sum is told where each tells it");
        for (bands, field) in [
            (vec![band(400_000, Some(300_000), 1, None)], "bands.0.to"),
            (vec![band(300_000, None, 1, None), band(400_000, None, 1, None)], "bands.0.to"),
            (vec![band(300_000, Some(400_000), 1, None), band(350_000, None, 1, None)], "bands.1.from"),
            (vec![band(300_000, Some(400_000), 10, Some(4_500_000))], "bands.0.sum"),
            (vec![band(300_000, Some(400_000), 0, None)], "bands"),
        ] {
            assert_eq!(check_bands(&bands).unwrap_err().field.as_deref(), Some(field));
        }
        let mut scale = vec![band(300_000, Some(400_000), 4, None), band(350_000, Some(500_000), 6, None)];
        scale[1].name = Some("二级".to_owned());
        assert_eq!(check_bands(&scale).unwrap().0, 10, "the bands of a pay scale overlap");
    }

    #[test]
    fn a_payroll_beside_bands_is_kept_where_they_can_have_it() {
        let told = |sum: Option<i64>, headcount| PaySheetInput {
            period: "2026-10".parse().unwrap(),
            divided: false,
            headcount,
            sum: sum.map(Fen),
            shops: Vec::new(),
            bands: vec![band(400_000, Some(500_000), 6, None), band(500_000, None, 4, None)],
            given_by: None,
            note: None,
            replaces: None,
            certain: false,
        };
        assert_eq!(check_whole(&told(None, None)).unwrap(), (10, None));
        assert_eq!(check_whole(&told(Some(5_000_000), Some(10))).unwrap(), (10, Some(Fen(5_000_000))));
        assert_eq!(check_whole(&told(Some(4_399_999), None)).unwrap_err().field.as_deref(), Some("sum"));
        assert!(check_whole(&told(Some(4_400_000), None)).is_ok(), "everybody at the lower end");
        assert_eq!(check_whole(&told(None, Some(12))).unwrap_err().field.as_deref(), Some("headcount"));
        let mut closed = told(Some(9_000_000), None);
        closed.bands[1].to = Some(Fen(600_000));
        assert_eq!(check_whole(&closed).unwrap_err().field.as_deref(), Some("sum"), "90,000 for ten");
    }

    #[test]
    fn shops_are_no_more_than_the_whole() {
        let mut input = PaySheetInput {
            period: "2026-10".parse().unwrap(),
            divided: false,
            headcount: Some(50),
            sum: Some(Fen(30_000_000)),
            shops: vec![PayShopInput { shop: "焊接".into(), headcount: 30, sum: Fen(20_000_000) }],
            bands: Vec::new(),
            given_by: None,
            note: None,
            replaces: None,
            certain: false,
        };
        assert_eq!(check_totals(&input).unwrap(), (50, Some(Fen(30_000_000))));
        input.shops.push(PayShopInput { shop: "机加工".into(), headcount: 30, sum: Fen(5_000_000) });
        assert_eq!(check_totals(&input).unwrap_err().field.as_deref(), Some("headcount"));
        input.headcount = None;
        assert_eq!(check_totals(&input).unwrap_err().field.as_deref(), Some("headcount"));
    }
}
