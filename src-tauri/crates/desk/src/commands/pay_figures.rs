//! What wage data tells, on the page and on paper. Whoever may read single wages and revealed them sees everything; everybody
//! else no figure of a few.

use affairs::pay::figures::model::{PayFigures, PayFiguresQuery};
use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::{papers, whole};
use paper::{Meta, Template};

use crate::Problem;
use crate::desk::{Desk, Outcome};
use crate::open::Reading;
use crate::wages;

fn figures(
    reading: &Reading<'_>,
    desk: &Desk,
    query: &PayFiguresQuery,
    command: &str,
) -> Result<Option<PayFigures>, Problem> {
    let sheet = match query.sheet {
        Some(sheet) => sheet,
        None => match whole::newest(reading.connection)? {
            Some(sheet) => sheet,
            None => return Ok(None),
        },
    };
    let loaded = wages::loaded(reading, sheet, command)?;
    let policy = Policy::load(&desk.assets)?;
    whole::of(reading.connection, &loaded, wages::in_full(reading), &policy).map(Some)
}

/// The figures; none where there is no wage data.
pub fn get(desk: &Desk, query: PayFiguresQuery) -> Result<Outcome<Option<PayFigures>>, Problem> {
    desk.view(|reading| figures(reading, desk, &query, "pay.figures")).map(Outcome::of)
}

/// The same on paper, as far as the person may see them.
///
/// Errors: `not_found` where there is no wage data; what `paper` says of characters without a face.
pub fn print(reading: &Reading<'_>, desk: &Desk, query: PayFiguresQuery) -> Result<Vec<u8>, Problem> {
    let found = figures(reading, desk, &query, "pay.printFigures")?;
    let found = found.ok_or_else(|| Problem::missing("份工资数据"))?;
    let union = &reading.open.union;
    let meta = Meta { author: union.name.clone(), created: desk.now(), id_seed: "pay-figures".to_owned() };
    let printed = papers::printed(&union.name, &union.employer, &found, reading.today);
    let context = serde_json::to_value(printed)
        .map_err(|why| Problem::new("bad_input", format!("工资结构表填不出来：{why}")))?;
    let document = Template::load(&desk.assets, papers::TEMPLATE)?.fill(&context, meta)?;
    Ok(paper::render(&document, &desk.faces())?.pdf)
}
