//! The chair handed over in one act: a new key, the roles, and the pack for the successor under that key. What
//! stands in the pack is `succession`'s; who else sits at the desk, `people`'s.

use affairs::drafts;
use affairs::union::model::{DeskPerson, DeskPersonId};
use affairs::union::{people, store};
use ledger::{Finality, LedgerError, Op};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::hand_over_book::Parties;
use crate::commands::people::{LeftBehind, decided};
use crate::commands::succession::{self, Pack};
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::keeper;
use crate::open::Open;
use crate::progress::{Progress, watch};

/// The chair handed over, and where the pack goes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandOver {
    /// The person at the desk who becomes chair, with a passphrase of their own.
    pub to: DeskPersonId,
    /// Whether the chair of today stays as an officer; else they leave the desk.
    pub before_stays: bool,
    /// The successor's stick or folder.
    pub place: FileHandle,
    /// What becomes of the forms that the chair of today was still filling in; asked for where there are some and they leave.
    #[ts(optional)]
    pub drafts: Option<LeftBehind>,
}

/// The chair was handed over, the ledger has a new key and is locked.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HandedOver {
    /// Names of people who need a new passphrase from the new chair.
    pub dropped: Vec<String>,
    /// The pack; null when it is still to be made.
    pub pack: Option<Pack>,
    /// Why it is still to be made, or what it lacks; and what to do.
    pub trouble: Option<String>,
}

/// Hands the chair over: the ledger gets a new key, the old recovery sheet opens it no more, the pack is made
/// under that key, and the desk is locked for the new chair to open with their own passphrase and print a new
/// sheet.
///
/// Whether the pack will find its place is asked first. Then the key: a kill after it leaves the chair as they
/// were, and the act is done again. A pack that fails after all leaves a hand-over that stands, and says so.
pub fn hand_over(
    desk: &Desk,
    command: &Command,
    args: HandOver,
    progress: &dyn Progress,
) -> Result<Outcome<HandedOver>, Problem> {
    let open = desk.opened()?;
    let place = desk.resolve(&args.place)?;
    let before = open.ledger.read(|connection| store::desk_person(connection, None))?;
    let people = open.ledger.read(store::desk_people)?;
    let to = successor(&open, &people, &before, args.to)?;
    if !args.before_stays {
        let left = open.ledger.read(|connection| drafts::count(connection, &before.id.to_string()))?;
        decided(&before.name, left, args.drafts)?;
    }
    open.ledger.room_for_copy(&place, &mut watch(progress, "核对移交的位置")).map_err(not_begun)?;
    let op = |label: String| Op { code: command.name.into(), label, finality: Finality::Final };
    // Its own words: were the second step never reached, the journal would tell of a hand-over that was none.
    let rekeyed = open.ledger.rekey(
        &op(format!("更换密钥，准备由{}接任主席", to.name)),
        &open.actor(),
        &mut watch(progress, "更换账本的密钥"),
    );
    let rekeyed = rekeyed.map_err(|why| match why {
        LedgerError::RekeyUnfinished => {
            Problem::new(why.code(), format!("{why}主席还没有移交，打开以后请再办一次移交。"))
        }
        _ => why.into(),
    })?;
    let roles = op(format!("主席由{}移交给{}", before.name, to.name));
    let done = open.ledger.step::<_, Problem>(&roles, &open.actor(), |tx| {
        people::hand_over(tx, args.to, args.before_stays)?;
        if !args.before_stays {
            let id = before.id.to_string();
            if args.drafts == Some(LeftBehind::Discard) {
                drafts::discard_all(tx, &id)?;
            }
            open.ledger.remove_slot_in(tx, &id)?;
        }
        Ok(())
    });
    done.map_err(|why| {
        let told = "账本已经换了密钥，旧恢复单作废了，但主席还没有移交：";
        Problem { message: format!("{told}{}解决以后请再办一次移交。", why.message), ..why }
    })?;
    open.look_again()?;
    let dropped = (people.iter())
        .filter(|person| rekeyed.dropped.contains(&person.id.to_string()))
        .map(|person| person.name.clone())
        .collect();
    let parties = Parties { from: Some(before.name.clone()), to: Some(to.name.clone()) };
    let (pack, trouble) = match succession::make(desk, &open, &place, parties, progress) {
        Ok(pack) => {
            let trouble = pack.trouble.clone();
            (Some(pack), trouble)
        }
        Err(why) => (None, Some(still_to_be_made(&why, &to.name))),
    };
    // The first change of a day is copied here, too, and under the new key.
    keeper::changed(&open);
    drop(open);
    desk.set_open(None);
    // The ledger is locked: no page has anything left to fetch anew.
    Ok(Outcome::of(HandedOver { dropped, pack, trouble }))
}

/// The one who takes over: at the desk, not the chair, and with a passphrase that the re-key reaches.
fn successor<'a>(
    open: &Open,
    people: &'a [DeskPerson],
    before: &DeskPerson,
    to: DeskPersonId,
) -> Result<&'a DeskPerson, Problem> {
    let to = people
        .iter()
        .find(|person| person.id == to && person.id != before.id)
        .ok_or_else(|| Problem::input("to", "请在经办人里选择接任的人；还不在名单上的，请先添加。"))?;
    let id = to.id.to_string();
    if !open.ledger.people_with_slots()?.contains(&id) {
        let message = format!("{}还没有自己的口令，请先为其设置口令，再移交。", to.name);
        return Err(Problem::input("to", message));
    }
    if open.ledger.slots_out_of_reach()?.contains(&id) {
        let message =
            format!("{}的口令是早先设的，换密钥时带不过去，请先为其重新设置口令，再移交。", to.name);
        return Err(Problem::input("to", message));
    }
    Ok(to)
}

/// A place that cannot take the pack, told before anything was done.
fn not_begun(why: LedgerError) -> Problem {
    let message = match &why {
        LedgerError::CopyNoRoom => {
            "移交没有开始，账本没有改动：所选的位置放不下账本的副本。请腾出空间，或换一个 U 盘。"
        }
        LedgerError::CopyBroken => {
            "移交没有开始，账本没有改动：所选的位置写不进去（U 盘可能被拔下，或有写保护）。请插好 U 盘，或换一个位置。"
        }
        LedgerError::CopyPlace => {
            "移交没有开始，账本没有改动：移交包不能放在账本的文件夹里，请选接任者的 U 盘或别的位置。"
        }
        _ => return why.into(),
    };
    Problem::new(why.code(), message).at("place")
}

fn still_to_be_made(why: &Problem, to: &str) -> String {
    let cause = match why.code.as_str() {
        "ledger.cancelled" => "您停下了移交包。",
        _ => &why.message,
    };
    format!("主席已经移交，移交包还没有做成：{cause}请{to}打开账本，在“设置”的“换届移交”里点“做移交包”。")
}
