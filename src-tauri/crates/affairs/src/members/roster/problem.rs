//! What can be the matter with a cell of a roster, how much it weighs, and what may be decided about it.
//! When a problem arises stands where rows are checked; the questions' words stand in `words`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::field::Field;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterSeverity")]
pub enum Severity {
    /// Something was changed or is worth knowing; the row is imported.
    Note,
    /// A person must decide; until then the field stays empty and the row waits.
    Ask,
    /// The row cannot be imported as it is.
    Stop,
}

/// What is the matter with a cell. The names are stable codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterProblemKind")]
pub enum ProblemKind {
    /// No name in a row that has other data.
    NameMissing,
    /// Characters were lost before the file came here (`?`, U+FFFD, 锟斤拷).
    NameLost,
    /// More than 50 characters, or a number.
    NameImpossible,
    /// White space around the name was taken off.
    NameTrimmed,
    /// White space inside a Chinese name: kept, but left out when names are compared.
    NameSpaces,
    /// A variant of the dot in the name: kept, but compared as `·`.
    NameDot,
    /// A line break inside the name.
    NameTwoLines,
    /// A remark behind the name: `张三(退)`, `李四*`, `王五 女`, `王伟2`.
    NameRemark,
    /// A character of an old system's private area, which other computers cannot show.
    NamePrivate,
    /// No ID number although the file has the column.
    IdMissing,
    /// The ID number was stored as a number and its last digits are gone.
    IdAsNumber,
    /// Spaces, hyphens, quotes, full width or Cyrillic letters were cleaned away, x became X.
    IdCleaned,
    /// A 15-digit number of the first generation, with its 18-digit form proposed.
    Id15Digits,
    /// Not 18 characters, and nothing else that is known.
    IdLength,
    /// A character that no ID number has.
    IdCharacters,
    /// The first two digits are no province.
    IdRegion,
    /// Its date of birth does not exist, or is not in the past.
    IdDate,
    /// The last character does not fit the others.
    IdChecksum,
    /// The number shows another kind than the column says; the number's own kind is certain.
    IdKindSet,
    /// The number looks like another kind than the column says.
    IdKindDiffers,
    /// Two people share one number.
    IdShared,
    /// The same person in two rows: same number, same name.
    PersonTwice,
    /// Same name and phone, different number.
    PersonMaybeTwice,
    /// The ledger holds the person: same number, same name.
    PersonKnown,
    /// The ledger holds the number under another name.
    NumberKnown,
    /// The ledger holds someone of the same name with the same phone or staff number.
    PersonMaybeKnown,
    /// The number is registered under another name of the same surname.
    NameChanged,
    /// Same name as another row, with neither number nor staff number to tell them apart.
    SameName,
    /// The sex column contradicts the ID number.
    SexDiffers,
    /// A code that systems read differently (`0`).
    SexCode,
    /// Taken from the ID number because the cell is empty.
    SexFromId,
    /// The birth column contradicts the ID number.
    BirthDiffers,
    /// Taken from the ID number because the cell is empty.
    BirthFromId,
    /// A date read from Excel's serial number.
    DateSerial,
    /// A month or a year only; the precision is kept.
    DatePrecision,
    /// `1990.3`: a month, or a day lost.
    DateDot,
    /// Two digits for the year.
    DateShortYear,
    /// Day and month may be exchanged.
    DateOrder,
    /// A date by the lunar calendar.
    DateLunar,
    /// 至今, 长期 and the like, where a day is wanted.
    DateOpen,
    /// `0000-00-00` and the like: left empty.
    DateZero,
    /// A day that no calendar has, or that cannot be read.
    DateImpossible,
    /// Joined the union before the age at which anyone may be employed.
    JoinedUnderAge,
    /// Joined before this union was founded.
    JoinedBeforeFounding,
    /// The membership changed before it began: the two days are likely exchanged.
    ChangeBeforeJoining,
    /// A day that is still to come.
    DateFuture,
    /// Began working life after entering this firm.
    WorkAfterHire,
    /// Country code, spaces, hyphens or `.0` were taken off.
    PhoneCleaned,
    /// Two or more numbers in the cell; all are kept.
    PhoneSeveral,
    /// No number of a phone.
    PhoneImpossible,
    /// A landline without its area code.
    PhoneNoArea,
    /// The same phone in three or more rows.
    PhoneShared,
    /// A word or code that is in no table.
    UnknownValue,
    /// 研究生 alone, 高级 alone, 劳务工 alone: two readings.
    TwoReadings,
    /// A League member past the age of leaving it.
    LeaguePastAge,
    /// A migrant worker with an urban household.
    MigrantHousehold,
    /// The formula has no result (`#REF!`, `#N/A`).
    CellFault,
    /// Filled down from a merged area.
    MergedFilled,
    /// The page's name stands in for the missing shop column.
    ShopFromPage,
    /// 一车间, 1车间 and 壹车间: one place written in several ways.
    ShopVariant,
    /// A value of someone the ledger holds differs.
    ValueChanged,
    /// The file tells of a change of membership that the ledger does not know.
    MembershipDiffers,
    /// The ledger tells that the membership has ended, the file still lists the person.
    LeftListed,
    /// Younger than anyone may be employed.
    UnderAge,
    /// 未成年工.
    Minor,
    /// Over the age of retirement.
    OverAge,
    /// Told to have died.
    Deceased,
    /// Two people with one number of a member's card.
    CardShared,
    /// Spaces, hyphens or small letters of a credit code were put right.
    CodeCleaned,
    /// O, I, S or Z in a credit code, which has none of them; the repaired code fits its check.
    CodeRepair,
    /// 15 digits: a registration number from before 2015.
    CodeOld,
    /// No credit code, and no likely repair.
    CodeWrong,
    /// The union's code in the employer's column, or the other way round.
    CodeExchanged,
    /// Two codes for one employer.
    CodeSeveral,
    /// The code of another union.
    UnionCodeOther,
}

/// One remark on one cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterCellProblem")]
pub struct CellProblem {
    /// Row in the file, counted from 1.
    pub row: u32,
    /// Column in the file, counted from 1; 0 for the row as a whole.
    pub column: u32,
    /// The field the column holds.
    pub field: Option<Field>,
    /// How much it weighs.
    pub severity: Severity,
    /// The stable code.
    pub kind: ProblemKind,
    /// 「第7行「证件号码」：…」 — cause and what to do; never with the ID number or name in it.
    pub message: String,
    /// The cell as it stands in the file.
    pub was: String,
    /// For a note: what is stored. For an ask: what is stored when the proposal is taken
    /// (nothing: the field stays empty).
    pub proposal: Option<String>,
}

/// What to do about all asks of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RosterDecision")]
pub enum Decision {
    /// Store what is proposed; without a proposal leave the field empty.
    TakeProposal,
    /// Store what the file says, where that can be stored; else leave the field empty.
    KeepWritten,
    /// Leave the field empty.
    LeaveEmpty,
    /// Leave the whole row out.
    SkipRow,
}

/// What to do about one cell, over what was decided about all of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "RosterSingleDecision")]
pub struct SingleDecision {
    /// Index into the preview's pages.
    pub page: u32,
    /// Row in the file, counted from 1.
    pub row: u32,
    /// Column in the file, counted from 1; 0 for the row as a whole.
    pub column: u32,
    /// The kind of the ask.
    pub kind: ProblemKind,
    /// What to do.
    pub decision: Decision,
}
