//! What wage data tells, on the page and on paper. Whoever may read single wages and revealed them sees everything; everybody
//! else no figure of a few, and whoever may not read them nothing that two months tell of a few together.

use affairs::pay::figures::model::{PayFigures, PayFiguresQuery};
use affairs::pay::figures::papers;
use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::whole::{self, Loaded};
use affairs::pay::model::PaySheetId;
use paper::{Meta, Template};

use crate::Problem;
use crate::desk::{Desk, Outcome};
use crate::open::Reading;
use crate::wages;

/// Which wage data is asked for: the newest where none is named.
fn asked(reading: &Reading<'_>, query: &PayFiguresQuery) -> Result<Option<PaySheetId>, Problem> {
    query.sheet.map_or_else(|| whole::newest(reading.connection), |sheet| Ok(Some(sheet)))
}

fn figures(reading: &Reading<'_>, desk: &Desk, loaded: &Loaded) -> Result<PayFigures, Problem> {
    whole::of(reading.connection, loaded, reading.open.sight().wages, &Policy::load(&desk.assets)?)
}

/// The figures; none where there is no wage data.
pub fn get(desk: &Desk, query: PayFiguresQuery) -> Result<Outcome<Option<PayFigures>>, Problem> {
    let found = desk.view(|reading| {
        let Some(sheet) = asked(reading, &query)? else { return Ok(None) };
        let loaded = wages::looked(reading, sheet, "pay.figures")?;
        figures(reading, desk, &loaded).map(Some)
    });
    found.map(Outcome::of)
}

/// The same on paper, as far as the person may see them.
///
/// Errors: `not_found` where there is no wage data; what `paper` says of characters without a face.
pub fn print(reading: &Reading<'_>, desk: &Desk, query: PayFiguresQuery) -> Result<Vec<u8>, Problem> {
    let sheet = asked(reading, &query)?.ok_or_else(|| Problem::missing("份工资数据"))?;
    let loaded = wages::looked(reading, sheet, "pay.printFigures")?;
    let found = figures(reading, desk, &loaded)?;
    let union = &reading.open.union;
    let meta = Meta { author: union.name.clone(), created: desk.now(), id_seed: "pay-figures".to_owned() };
    let printed = papers::printed(&union.name, &union.employer, &found, reading.today);
    let context = serde_json::to_value(printed)
        .map_err(|why| Problem::new("bad_input", format!("工资结构表填不出来：{why}")))?;
    let document = Template::load(&desk.assets, papers::TEMPLATE)?.fill(&context, meta)?;
    Ok(paper::render(&document, &desk.faces())?.pdf)
}
