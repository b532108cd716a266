//! The register of platforms and partner firms as a workbook, as it is filtered on its page.

use affairs::platform::{
    self,
    model::{PlatformFirmLine, PlatformQuery},
};
use serde::Deserialize;
use ts_rs::TS;

use super::registers_export::{Column, save};
use crate::Problem;
use crate::command::Command;
use crate::commands::members_export::Exported;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::progress::Progress;

/// The register of firms to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportPlatform {
    /// Which firms.
    #[serde(default)]
    pub query: PlatformQuery,
    /// Where to.
    pub to: FileHandle,
}

fn number(count: u32) -> String {
    count.to_string()
}

const FIRMS: [Column<PlatformFirmLine>; 11] = [
    ("名称", 34.0, |one| one.name.clone()),
    ("类型", 12.0, |one| one.kind.label().to_owned()),
    ("行业", 12.0, |one| one.trade.label().to_owned()),
    ("为哪家平台用工", 26.0, |one| one.partner_of.clone().unwrap_or_default()),
    ("用工人数", 10.0, |one| one.headcount.map(number).unwrap_or_default()),
    ("在册从业人数", 13.0, |one| number(one.people)),
    ("其中本会会员", 13.0, |one| number(one.members)),
    ("职业伤害保障", 14.0, |one| one.injury.label().to_owned()),
    ("从哪天起", 13.0, |one| one.injury_since.map(|day| day.to_string()).unwrap_or_default()),
    ("最近一次协商", 13.0, |one| one.talked_on.map(|day| day.to_string()).unwrap_or_default()),
    ("是否往来", 10.0, |one| if one.ended { "已终止" } else { "往来" }.to_owned()),
];

/// Saves the firms that match. The file appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`.
pub fn firms(
    desk: &Desk,
    _: &Command,
    args: ExportPlatform,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "平台和合作企业", &args.to, &FIRMS, progress, |reading, each| {
        let firms = platform::list(reading.connection, reading.book, &args.query, reading.today)?.firms;
        let total = u32::try_from(firms.len()).unwrap_or(u32::MAX);
        firms.into_iter().try_for_each(|one| each(total, one))
    })
}
