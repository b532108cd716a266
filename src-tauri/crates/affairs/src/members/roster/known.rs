//! The rows of a roster beside the people whom the ledger holds already: nobody is entered twice, a number that stands
//! there under another name is told, what differs is asked value by value, and whoever a newer file no longer lists is
//! named and never deleted. To one who does not see identity in full all of it goes by what the masks show, for the rows of a file
//! could try every number that a mask may hide. Nothing is read from the ledger here.

use std::collections::{HashMap, HashSet};

use super::alike::Alike;
use super::compare::{COMPARED, said};
use super::field::Field;
use super::held::{Held, Units};
use super::model::{
    AbsentPerson, ColumnFound, Decision, Options, PersonDraft, ProblemKind as K, RosterRow, RowStatus,
    Severity,
};
use super::remark::{Remark, alive, column, push};
use super::shops;
use crate::masks::{mask_birth, mask_email, mask_id, mask_phone, mask_within};
use crate::members::membership::model::{MembershipKind, MembershipState, membership_kind};
use crate::members::model::PersonId;
use crate::sheets::SheetKind;
use crate::union::model::Shown;

/// What a number is found by: the name's key where it is masked, and the number.
type NumberKey = (String, String);

/// The people of a ledger by what tells them apart.
#[derive(Debug, Clone, Default)]
pub struct Known {
    people: Vec<Held>,
    /// Whether numbers, phones and addresses are held by their masks.
    masked: bool,
    /// Those with a number. A masked one is told by the name beside it, and may be several people's.
    numbers: HashMap<NumberKey, Vec<usize>>,
    /// Name key with a phone or a staff number.
    reached: HashMap<(String, String), usize>,
    ids: HashMap<PersonId, usize>,
    /// The keys of all names.
    names: HashSet<String>,
    /// Name key with the key of the shop; of several the first.
    placed: HashMap<(String, String), usize>,
    /// Whom a row may be without a number or a phone that says so.
    alike: Alike,
    /// Whom a row of this very file brought when it was imported before: page and row.
    rows: HashMap<(String, u32), PersonId>,
    /// How often each shop is written in the ledger.
    pub shops: HashMap<String, u32>,
    /// Whether dues are kept in this ledger at all.
    pub dues: bool,
    /// The codes that rows are held against.
    pub units: Units,
}

impl Known {
    /// Nobody yet; whom it takes in is held as far as `identity` may be seen.
    pub fn seen_by(identity: Shown) -> Self {
        Known { masked: identity != Shown::Full, ..Known::default() }
    }

    /// Takes in one person.
    pub fn add(&mut self, held: Held) {
        let at = self.people.len();
        self.ids.insert(held.id, at);
        self.names.insert(held.key.clone());
        if let Some(number) = &held.number {
            let name = if self.masked { held.key.clone() } else { String::new() };
            self.numbers.entry((name, number.clone())).or_default().push(at);
        }
        for by in held.reached_by.iter().flatten() {
            self.reached.insert((held.key.clone(), by.clone()), at);
        }
        self.alike.add(&held, at);
        if let Some(shop) = held.value(Field::Shop) {
            *self.shops.entry(shop.to_owned()).or_default() += 1;
            self.placed.entry((held.key.clone(), shops::key(shop))).or_insert(at);
        }
        self.people.push(held);
    }

    /// Takes in whom a row of the file brought when the same file was imported before.
    pub fn came_by(&mut self, page: String, row: u32, person: PersonId) {
        self.rows.insert((page, row), person);
    }

    fn number_key(&self, row: &RosterRow) -> Option<NumberKey> {
        let number = row.person.id_number.as_deref()?;
        Some(match self.masked {
            true => (row.person.name_key.clone(), mask_id(number)),
            false => (String::new(), number.to_owned()),
        })
    }

    /// Masked numbers that rows of one name write in several ways: whose of the ledger one of them is, the masks cannot say.
    fn clashing(&self, rows: &[RosterRow]) -> HashSet<NumberKey> {
        let mut firsts: HashMap<NumberKey, &str> = HashMap::new();
        let mut clashing = HashSet::new();
        for row in rows.iter().filter(|_| self.masked) {
            let (Some(key), Some(number)) = (self.number_key(row), row.person.id_number.as_deref()) else {
                continue;
            };
            if *firsts.entry(key.clone()).or_insert(number) != number {
                clashing.insert(key);
            }
        }
        clashing
    }

    /// The row's phones as they are held.
    fn phones(&self, row: &RosterRow) -> Vec<String> {
        let phones = row.person.phones.iter();
        phones.map(|phone| if self.masked { mask_phone(phone) } else { phone.clone() }).collect()
    }

    fn reached(&self, row: &RosterRow, phones: &[String]) -> Option<usize> {
        let by = phones.iter().chain(&row.person.staff_no);
        by.into_iter().find_map(|by| self.reached.get(&(row.person.name_key.clone(), by.clone())).copied())
    }

    /// Whom a row without a number names by name and shop. Two posts are two people.
    fn placed(&self, row: &RosterRow) -> Option<usize> {
        let person = &row.person;
        if person.id_number.is_some() {
            return None;
        }
        let shop = shops::key(person.shop.as_deref()?);
        let at = *self.placed.get(&(person.name_key.clone(), shop))?;
        match (self.people.get(at)?.value(Field::Post), person.post.as_deref()) {
            (Some(held), Some(told)) if held != told => None,
            _ => Some(at),
        }
    }

    /// Members whom the file does not list. A file that lists less than half of the people of its shops is a part of the
    /// roster, and nobody is missed.
    pub(super) fn absent(&self, rows: &[RosterRow], seen: &HashSet<usize>) -> Vec<AbsentPerson> {
        let told: Vec<Option<String>> =
            rows.iter().map(|row| row.person.shop.as_deref().map(shops::key)).collect();
        let whole = told.iter().any(Option::is_none);
        let told: HashSet<String> = told.into_iter().flatten().collect();
        let stays = |held: &Held| matches!(held.state, MembershipState::Member | MembershipState::Retained);
        let of_shops = |held: &Held| {
            whole || held.value(Field::Shop).is_none_or(|shop| told.contains(&shops::key(shop)))
        };
        let meant: Vec<(usize, &Held)> =
            self.people.iter().enumerate().filter(|(_, held)| stays(held) && of_shops(held)).collect();
        let found = meant.iter().filter(|(at, _)| seen.contains(at)).count();
        if found == 0 || found * 2 < meant.len() {
            return Vec::new();
        }
        let gone = meant.into_iter().filter(|(at, _)| !seen.contains(at));
        gone.map(|(_, held)| AbsentPerson {
            id: held.id,
            name: held.name.clone(),
            shop: held.value(Field::Shop).map(str::to_owned),
            form: held.form,
        })
        .collect()
    }
}

/// Compares the rows with the ledger and brings their states up to date; answers who of the ledger is in the file. `another`: the
/// kind of a sheet that is no roster and speaks of people whom the roster has.
pub(super) fn check(
    rows: &mut [RosterRow],
    (pages, columns): (&[String], &[&[ColumnFound]]),
    options: &Options,
    known: &Known,
    another: Option<SheetKind>,
) -> HashSet<usize> {
    let mut seen = HashSet::new();
    let clashing = known.clashing(rows);
    for row in rows.iter_mut() {
        let page = usize::try_from(row.page).ok().and_then(|at| pages.get(at));
        let came = page.and_then(|page| known.rows.get(&(page.clone(), row.row)));
        let came = came.and_then(|id| known.ids.get(id)).copied();
        let number = known.number_key(row);
        let numbered = number.as_ref().and_then(|key| known.numbers.get(key)).map_or(&[][..], Vec::as_slice);
        let by_number = match numbered {
            [one] if number.as_ref().is_none_or(|key| !clashing.contains(key)) => Some(*one),
            _ => None,
        };
        let by_mask = numbered.first().copied().filter(|_| by_number.is_none());
        let phones = known.phones(row);
        let reached = known.reached(row, &phones);
        seen.extend([came, by_number, by_mask, reached].into_iter().flatten());
        if !alive(row) && came.is_none() {
            continue;
        }
        match (came.or(by_number), reached) {
            (Some(at), _) => match known.people.get(at) {
                Some(held) if came.is_some() || held.key == row.person.name_key => {
                    beside(row, columns, options, held, known.dues);
                }
                Some(held) if renamed(row, columns, options, held) => {
                    row.changes.push(Field::Name);
                    beside(row, columns, options, held, known.dues);
                }
                Some(_) | None => {}
            },
            (None, reached) => {
                let by_name = "姓名和电话（或工号）都相同，多半是同一个人";
                let by_place = "姓名和部门都相同，表里又没有证件号码，可能是同一个人";
                // A sheet of another kind is not asked about: its rows are passed over below.
                let placed = || known.placed(row).filter(|_| another.is_none()).map(|at| (at, by_place));
                let by_digits = "姓名和证件号码看得见的几位都相同，可能是同一个人";
                let why = by_mask.map(|at| (at, by_digits)).or(reached.map(|at| (at, by_name)));
                let why = why.or_else(|| known.alike.may_be(row, &phones));
                let why = why.or_else(placed);
                let Some((at, why)) = why else {
                    if row.person.id_number.is_none() {
                        no_newcomer(row, columns, another, known.names.contains(&row.person.name_key));
                    }
                    continue;
                };
                let Some(held) = known.people.get(at) else { continue };
                if maybe_known(row, columns, options, held, why) {
                    seen.insert(at);
                    beside(row, columns, options, held, known.dues);
                }
            }
        }
    }
    seen
}

/// A health report, a payroll or a sheet of training is no list of new people: a row without a number that names somebody as the
/// roster does is passed over, in a health report any; nothing of the row is left to be decided.
fn no_newcomer(row: &mut RosterRow, columns: &[&[ColumnFound]], another: Option<SheetKind>, named: bool) {
    let (kind, text) = match another {
        Some(_) if named => (
            K::PersonKnown,
            "花名册里已有这个姓名；这份表不是花名册，没有证件号码的行不另加一个人。确是同名的另一个人，请在花名册里单独登记。",
        ),
        Some(SheetKind::Exams) => (
            K::IdMissing,
            "花名册里没有这个人，这里又没有证件号码，不凭体检结果加人；要加的，请在花名册里登记。",
        ),
        _ => return,
    };
    row.status = RowStatus::Skipped;
    for problem in row.problems.iter_mut().filter(|problem| problem.severity == Severity::Ask) {
        problem.severity = Severity::Note;
    }
    push(row, columns, Remark { field: Field::Name, severity: Severity::Note, kind, text, proposal: None });
}

/// Asks whether a row is someone of the ledger; whether it was decided to be.
fn maybe_known(
    row: &mut RosterRow,
    columns: &[&[ColumnFound]],
    options: &Options,
    held: &Held,
    why: &str,
) -> bool {
    let kind = K::PersonMaybeKnown;
    let decision = options.decision((row.page, row.row, None), kind);
    let shop = held.value(Field::Shop).map(|shop| format!("（{shop}）")).unwrap_or_default();
    let text = format!("账本里的{}{shop}{why}。", held.name);
    // Nothing can be left empty here: who is neither the same nor another is not imported.
    if matches!(decision, Some(Decision::SkipRow | Decision::LeaveEmpty)) {
        row.status = RowStatus::Skipped;
    }
    let severity = if decision.is_some() { Severity::Note } else { Severity::Ask };
    let proposal = Some("就是这个人".to_owned());
    push(row, columns, Remark { field: Field::Name, severity, kind, text: &text, proposal });
    decision == Some(Decision::TakeProposal)
}

/// The number of someone under another name. Of the same surname it may be a change of name, which is asked; else one of the
/// two is wrong. Whether the name is to be changed.
fn renamed(row: &mut RosterRow, columns: &[&[ColumnFound]], options: &Options, held: &Held) -> bool {
    let surname = |key: &str| key.chars().next();
    if surname(&row.person.name_key) != surname(&held.key) {
        number_of_another(row, columns, &held.name);
        return false;
    }
    let kind = K::NameChanged;
    let decision = options.decision((row.page, row.row, None), kind);
    if matches!(decision, Some(Decision::SkipRow | Decision::LeaveEmpty | Decision::KeepWritten)) {
        row.status = RowStatus::Skipped;
    }
    let text = format!(
        "账本里这个证件号码登记的是{}：改过姓名的，按这份表改；不是的，必有一处写错，请对照证件核对。",
        held.name
    );
    let severity = if decision.is_some() { Severity::Note } else { Severity::Ask };
    let proposal = Some(format!("把账本里的姓名改成{}", row.person.name));
    push(row, columns, Remark { field: Field::Name, severity, kind, text: &text, proposal });
    decision == Some(Decision::TakeProposal)
}

fn number_of_another(row: &mut RosterRow, columns: &[&[ColumnFound]], name: &str) {
    let text = format!("账本里这个证件号码登记的是{name}，姓名不同，必有一处写错；请对照证件核对。");
    let remark = Remark {
        field: Field::IdNumber,
        severity: Severity::Stop,
        kind: K::NumberKnown,
        text: &text,
        proposal: None,
    };
    push(row, columns, remark);
}

/// A row about someone whom the ledger holds: what differs is asked, else the row is passed over.
fn beside(row: &mut RosterRow, columns: &[&[ColumnFound]], options: &Options, held: &Held, dues: bool) {
    row.of = Some(held.id);
    let mut asked = false;
    for field in COMPARED {
        asked |= differs(row, columns, options, held, field);
    }
    asked |= membership(row, columns, options, held, dues);
    if row.status != RowStatus::Skipped && (asked || !row.changes.is_empty()) {
        return;
    }
    row.status = RowStatus::Skipped;
    let by_mask = COMPARED.iter().any(|field| {
        held.value(*field).is_some_and(|was| was.contains('*')) && masked(&row.person, *field).is_some()
    });
    let text = if by_mask {
        "账本里已有这个人，表里写的都和账本一样（证件号码、电话、邮箱、出生日期只核对看得见的部分；或者决定不改），不重复导入。"
    } else {
        "账本里已有这个人，表里写的都和账本一样（或者决定不改），不重复导入。"
    };
    let remark = Remark {
        field: Field::IdNumber,
        severity: Severity::Note,
        kind: K::PersonKnown,
        text,
        proposal: None,
    };
    push(row, columns, remark);
}

/// What was decided about a difference, its severity; a change that was taken is written down.
fn settle(row: &mut RosterRow, options: &Options, at: u32, kind: K, field: Field) -> Severity {
    match options.decision((row.page, row.row, Some(at)), kind) {
        None => return Severity::Ask,
        Some(Decision::TakeProposal) => row.changes.push(field),
        Some(Decision::SkipRow) => row.status = RowStatus::Skipped,
        Some(Decision::KeepWritten | Decision::LeaveEmpty) => {}
    }
    Severity::Note
}

/// What a row says of a field that is masked where identity is not shown in full.
fn masked(person: &PersonDraft, field: Field) -> Option<String> {
    let mask = match field {
        Field::Birth => mask_birth,
        Field::IdNumber => mask_id,
        Field::Phone => mask_phone,
        Field::Email => mask_email,
        Field::Remark => mask_within,
        _ => return None,
    };
    said(person, field).map(|now| mask(&now))
}

fn differs(
    row: &mut RosterRow,
    columns: &[&[ColumnFound]],
    options: &Options,
    held: &Held,
    field: Field,
) -> bool {
    // What follows from the ID number alone is no word of the file.
    let Some(at) = column(row, columns, field) else { return false };
    let Some(now) = said(&row.person, field) else { return false };
    let was = held.value(field);
    // Another writing of one place is asked as such, if the row brings somebody new.
    let one_place = field == Field::Shop && was.is_some_and(|was| shops::key(was) == shops::key(&now));
    // What is masked is compared as it is seen: nobody tries out what the mask hides.
    let as_seen =
        was.is_some_and(|was| was.contains('*') && masked(&row.person, field).is_some_and(|now| was == now));
    if was == Some(now.as_str()) || one_place || as_seen {
        return false;
    }
    let text = match (was, field) {
        (None, _) => format!("账本里没有填，表里是“{now}”。"),
        // Who may import need not be one who may see the number that is held, or the day of birth within it.
        (Some(_), Field::Phone | Field::IdNumber) => "与账本里登记的不是同一个号码。".to_owned(),
        (Some(_), Field::Birth) => format!("与账本里登记的出生日期不同，表里是“{now}”。"),
        (Some(_), Field::Email) => "与账本里登记的不是同一个邮箱。".to_owned(),
        (Some(was), _) => format!("账本里是“{was}”，表里是“{now}”。"),
    };
    let severity = settle(row, options, at, K::ValueChanged, field);
    let proposal = Some(now);
    push(row, columns, Remark { field, severity, kind: K::ValueChanged, text: &text, proposal });
    severity == Severity::Ask
}

/// A change of membership of which only one of the two knows.
fn membership(
    row: &mut RosterRow,
    columns: &[&[ColumnFound]],
    options: &Options,
    held: &Held,
    dues: bool,
) -> bool {
    let told = row.person.change_kind.map(membership_kind).filter(|kind| !kind.begins());
    let field = Field::ChangeKind;
    let Some(kind) = told else {
        if let Some(left) = held.left {
            let text = format!("账本里登记的是{left}，表里还有这个人；确已回来的，请在会员页登记。");
            let remark = Remark {
                field: Field::Name,
                severity: Severity::Note,
                kind: K::LeftListed,
                text: &text,
                proposal: None,
            };
            push(row, columns, remark);
        }
        return false;
    };
    if held.state == kind.state() && (held.left.is_none() || held.left == kind.left()) {
        return false;
    }
    let unpaid = if dues && !held.paid { "，会费也没有交过的记录" } else { "" };
    let state = held.left.unwrap_or(held.state.label());
    let mut text = format!("表里是“{}”，账本里是“{state}”{unpaid}。", kind.label());
    let at = column(row, columns, field).unwrap_or(0);
    let (severity, proposal) = if kind == MembershipKind::Expelled {
        text.push_str("开除会籍要有会议决定和判决，请在会员页办理。");
        (Severity::Note, None)
    } else {
        let day = row.person.change_on.map(|day| format!("（{}）", day.words())).unwrap_or_default();
        (settle(row, options, at, K::MembershipDiffers, field), Some(format!("登记{}{day}", kind.label())))
    };
    push(row, columns, Remark { field, severity, kind: K::MembershipDiffers, text: &text, proposal });
    severity == Severity::Ask
}
