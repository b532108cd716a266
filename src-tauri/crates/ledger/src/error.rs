//! Every way the ledger can refuse, with a stable code and a Chinese sentence: cause, then what to do.
//! No message holds a value, a key or a name, but for who did a final step, as the journal names them. Which error a form field
//! gets is decided above.

use crate::Sealed;
use rusqlite::ErrorCode;
use std::io;

/// Raised by the journal's own SQL function when a row is written with no step running.
pub(crate) const OUTSIDE_STEP: &str = "gonghui: a journalled table was written outside a step";

/// Why the ledger refused. `code()` is for programs, `Display` for people.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// No slot opens with this passphrase.
    #[error(
        "口令不对，账本没有打开，里面的内容没有受影响。请重新输入；想不起来时，可以用恢复单上的 24 个字打开。"
    )]
    WrongPassphrase,
    /// Too many wrong passphrases in a row, too short a time ago.
    #[error(
        "口令已连续输错 {wrong} 次，请等 {seconds} 秒再试。账本没有受影响；想不起来时，可以用恢复单上的 24 个字打开。"
    )]
    Wait {
        /// wrong ones in a row
        wrong: u32,
        /// seconds until the next try
        seconds: u32,
    },
    /// Another process, or this one, holds the folder's lock.
    #[error("这本账正被{holder}打开着。请先在那边关闭，再回来打开。")]
    InUse {
        /// the other program, as far as the lock tells
        holder: String,
    },
    /// The folder holds no `ledger.db`.
    #[error("这个文件夹里没有账本。请选择含有 ledger.db 的账本文件夹。")]
    NotALedger,
    /// A ledger is only founded in a new or empty folder.
    #[error("这个文件夹不是空的，不能在里面新建账本。请换一个空文件夹，或另起一个名字。")]
    FolderNotEmpty,
    /// The file was written by a later program. It was not touched.
    #[error(
        "这本账由更新的程序写成（账本格式 {file}，本程序只认到 {program}），没有改动它。请安装新版程序再打开。"
    )]
    Newer {
        /// the version in the file, `own.schema`
        file: String,
        /// the newest version this program knows
        program: String,
    },
    /// A migration that ledgers already bear was edited afterwards.
    #[error("第 {number} 号升级步骤与这本账当初用的不一样，没有打开。请改用正式发布的程序。")]
    MigrationEdited {
        /// number of the migration
        number: u32,
    },
    /// The schema handed over by the program breaks a rule of the journal.
    #[error("程序的表结构有误，没有改动账本：{0}请把这句话告诉维护人员。")]
    Schema(String),
    /// The passphrase opens someone else's slot: nobody could tell any more who sits at the desk.
    #[error("这个口令不能用，请换一个；每个人的口令必须各不相同。")]
    PassphraseTaken,
    /// `keys.json` is there and is not what was written.
    #[error(
        "口令文件 keys.json 已损坏，口令无法验证。账本本身没有受影响。请用恢复单上的 24 个字打开，再重新设置口令；或者把最新一份备份里的 keys.json 复制到账本文件夹，再用备份时的口令打开。"
    )]
    KeysDamaged,
    /// `keys.json` is gone.
    #[error("账本文件夹里缺少口令文件 keys.json。请用恢复单上的 24 个字打开，再重新设置口令。")]
    KeysMissing,
    /// After this nobody could open the ledger by a passphrase.
    #[error("这样一来就没有人能用口令打开账本了，没有进行。请先给至少一位经办人设置口令，再来办理。")]
    NoSlotLeft,
    /// Not 24 characters of the list.
    #[error("恢复单应是 24 个字，现在认得出 {known} 个、认不出 {unknown} 个。请对照恢复单逐字核对。")]
    RecoveryLength {
        /// characters of the list
        known: usize,
        /// characters that are not on the list
        unknown: usize,
    },
    /// 24 characters whose checksum does not hold. One that is wrong is found before this is told.
    #[error(
        "输入的 24 个字与恢复单对不上，抄错的不止一个字（只错一个的，程序会找出来）。请对照恢复单，连同先后次序逐字核对。"
    )]
    RecoveryMistyped,
    /// The key is well formed but opens another ledger.
    #[error(
        "这张恢复单打不开这本账。多半是后来换发过：移交主席、换密钥以后，以前打印的恢复单就作废了，请用最近打印的那一张。也请核对是不是这本账的；两样都没有错的，账本文件的开头可能已损坏，请从备份恢复。"
    )]
    WrongKey,
    /// No room, or a size limit was reached.
    #[error(
        "磁盘写不下了（已满，或到了允许的大小上限）。刚才这一步没有保存，此前保存的都在。请腾出空间后再做一次。"
    )]
    DiskFull,
    /// The place refuses writing.
    #[error("这个位置不允许写入。请检查文件夹的权限、U 盘的写保护，或换一个位置。")]
    Unwritable,
    /// Reading or writing failed for another reason.
    #[error("读写文件出错（{0}）。请检查磁盘或 U 盘是否连接正常，然后再试一次。")]
    Io(#[source] io::Error),
    /// The file has its new key, and the step and `keys.json` are still to follow.
    #[error(
        "账本的密钥已经换好，以前的恢复单作废了，但最后一步没有写下来（多半是磁盘已满）。账本和口令照常能用，此前保存的都在。请腾出空间，锁定后重新打开账本，程序会自动补上这一步，然后打印新的恢复单。"
    )]
    RekeyUnfinished,
    /// The place of a copy has no room.
    #[error(
        "放备份的位置写不下了，这次备份没有做成；账本和以前的备份都完好。请腾出空间，或换一个 U 盘，再备份一次。"
    )]
    CopyNoRoom,
    /// The place of a copy went away or refuses writing.
    #[error(
        "备份写不进去（U 盘可能被拔下，或有写保护），这次备份没有做成；账本和以前的备份都完好。请插好 U 盘或换一个位置，再备份一次。"
    )]
    CopyBroken,
    /// A copy of a ledger inside that ledger would be lost with it.
    #[error("备份不能放在账本的文件夹里：电脑坏了会一起丢。请选 U 盘或别的位置。")]
    CopyPlace,
    /// A restore wants a copy of the same ledger.
    #[error("这份备份是另一本账的，不能恢复到这本账里。要打开它，请在开始页点“恢复备份”，放到新的文件夹里。")]
    CopyOfAnother,
    /// A row names an attachment whose file is not there.
    #[error(
        "这个附件的文件不在账本文件夹里。请从备份的 files 文件夹里把它复制回来，或重新添加一次这个附件。"
    )]
    FileMissing,
    /// The access log cannot be read; the ledger itself can.
    #[error(
        "查阅记录读不出来，账本里的内容没有受影响。请到“设置”的“检查账本”里检查一次，按那里说的登记缺口，以后的查看照常会记下来。"
    )]
    LooksDamaged,
    /// Somebody altered what the program made the file of.
    #[error(
        "账本的结构被改动过，照它重新整理只会跟着错，所以没有整理，什么也没有改动。请到“设置”的“检查账本”里检查一次，按那里说的办。"
    )]
    StructureAltered,
    /// The file of an attachment is not what it was.
    #[error(
        "这个附件的文件已损坏，没有打开。请从备份的 files 文件夹里把它复制回来，或重新添加一次这个附件。"
    )]
    FileDamaged,
    /// Too little of a hash to prove anything.
    #[error("校验码至少要输入 8 位，只含数字和 a 到 f。请照纸上“第几步”后面的那一串抄写。")]
    ShortHash,
    /// SQLite reports damage.
    #[error("账本文件有损坏，没有继续。请不要再写入，先复制一份整个文件夹留底，再从备份恢复。")]
    Damaged,
    /// Waited in vain for another writer.
    #[error("账本正忙，等候超时。请稍等片刻再试。")]
    Busy,
    /// The caller stopped the work.
    #[error("已经取消，没有留下改动。")]
    Cancelled,
    /// There is no step to undo.
    #[error("没有可以撤销的步骤。")]
    NothingToUndo,
    /// There is no undone step to bring back.
    #[error("没有可以重做的步骤。")]
    NothingToRedo,
    /// The newest step is final.
    #[error(
        "“{}”（{}）已经生效，不能撤销，它以前的步骤也都不再撤销。如需更正，请另办一步新的手续。",
        .step.label,
        .step.how()
    )]
    UndoStopped {
        /// the final step
        step: Sealed,
    },
    /// The step is taken back already.
    #[error("“{label}”已经撤销过了。")]
    AlreadyTakenBack {
        /// label of the step
        label: String,
    },
    /// A later step must be taken back first, or is final.
    #[error(
        "后来的第 {seq} 步“{label}”动过同样的内容，或者用到了它，所以这一步不能单独撤销。请先看那一步能不能撤销，或另办一步更正。"
    )]
    StandsInTheWay {
        /// number of the later step
        seq: i64,
        /// its label
        label: String,
    },
    /// What is to be erased is referred to by a row that stays.
    #[error(
        "还有别的记录用着它（第 {seq} 步“{label}”写下的），现在还不能清除。请先清除或者改正那条记录，再来清除这一条。"
    )]
    StillReferred {
        /// number of the step that wrote the other row
        seq: i64,
        /// its label
        label: String,
    },
    /// A final step came later: what lies before it is not turned round any more.
    #[error(
        "后来的“{}”（{}）办了就不能撤销，它以前的步骤也都不再撤销。要改的，请另办一步更正。",
        .step.label,
        .step.how()
    )]
    SealedSince {
        /// the later step
        step: Sealed,
    },
    /// The rows no longer are what the journal says.
    #[error("现在的内容与流水记录对不上，撤销没有进行，也没有改动。请到设置里检查账本。")]
    UndoConflict,
    /// A journalled table was written with no step running.
    #[error("这次写入不在任何步骤之内，已经拒绝，没有改动。请把这句话告诉维护人员。")]
    WriteOutsideStep,
    /// A step was begun inside a step.
    #[error("一个步骤里又开了一个步骤，已经拒绝，没有改动。请把这句话告诉维护人员。")]
    NestedStep,
    /// The transaction of a step was ended from within.
    #[error("这一步在途中被中断，没有保存。请再做一次。")]
    StepLost,
    /// A write on a reading connection.
    #[error("这里只能查看，不能改动。")]
    ReadOnly,
    /// Anything else SQLite refuses; the constraint, if any, is in the source.
    #[error("账本没有接受这次操作（代码 {}），没有留下改动。请再试一次；若再出现，请把这个代码告诉维护人员。", sql_code(.0))]
    Sql(#[source] rusqlite::Error),
}

impl LedgerError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "ledger.wrongPassphrase",
            Self::PassphraseTaken => "ledger.passphraseTaken",
            Self::Wait { .. } => "ledger.wait",
            Self::InUse { .. } => "ledger.inUse",
            Self::NotALedger => "ledger.notALedger",
            Self::FolderNotEmpty => "ledger.folderNotEmpty",
            Self::Newer { .. } => "ledger.newer",
            Self::MigrationEdited { .. } => "ledger.migrationEdited",
            Self::Schema(_) => "ledger.schema",
            Self::KeysDamaged => "ledger.keysDamaged",
            Self::KeysMissing => "ledger.keysMissing",
            Self::NoSlotLeft => "ledger.noSlotLeft",
            Self::RecoveryLength { .. } => "ledger.recoveryLength",
            Self::RecoveryMistyped => "ledger.recoveryMistyped",
            Self::WrongKey => "ledger.wrongKey",
            Self::DiskFull => "ledger.diskFull",
            Self::Unwritable => "ledger.unwritable",
            Self::Io(_) => "ledger.io",
            Self::RekeyUnfinished => "ledger.rekeyUnfinished",
            Self::CopyNoRoom => "ledger.copyNoRoom",
            Self::CopyBroken => "ledger.copyBroken",
            Self::CopyPlace => "ledger.copyPlace",
            Self::CopyOfAnother => "ledger.copyOfAnother",
            Self::FileMissing => "ledger.fileMissing",
            Self::FileDamaged => "ledger.fileDamaged",
            Self::LooksDamaged => "ledger.looksDamaged",
            Self::StructureAltered => "ledger.structureAltered",
            Self::ShortHash => "ledger.shortHash",
            Self::Damaged => "ledger.damaged",
            Self::Busy => "ledger.busy",
            Self::Cancelled => "ledger.cancelled",
            Self::NothingToUndo => "ledger.nothingToUndo",
            Self::NothingToRedo => "ledger.nothingToRedo",
            Self::UndoStopped { .. } => "ledger.undoStopped",
            Self::AlreadyTakenBack { .. } => "ledger.alreadyTakenBack",
            Self::StandsInTheWay { .. } => "ledger.standsInTheWay",
            Self::StillReferred { .. } => "ledger.stillReferred",
            Self::SealedSince { .. } => "ledger.sealedSince",
            Self::UndoConflict => "ledger.undoConflict",
            Self::WriteOutsideStep => "ledger.writeOutsideStep",
            Self::NestedStep => "ledger.nestedStep",
            Self::StepLost => "ledger.stepLost",
            Self::ReadOnly => "ledger.readOnly",
            Self::Sql(_) => "ledger.sql",
        }
    }
}

fn sql_code(error: &rusqlite::Error) -> i32 {
    error.sqlite_error().map_or(0, |e| e.extended_code)
}

// Extended result codes of a write that found no room: sqlite.org/rescode.html (IOERR_WRITE, _FSYNC,
// _DIR_FSYNC, _TRUNCATE, _SHMSIZE). A file size limit (EFBIG) arrives as IOERR_WRITE.
const NO_ROOM: [i32; 5] = [778, 1034, 1290, 1546, 4874];

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        let text = match &error {
            rusqlite::Error::SqliteFailure(_, text) => text.as_deref().unwrap_or(""),
            _ => return Self::Sql(error),
        };
        if text.contains(OUTSIDE_STEP) {
            return Self::WriteOutsideStep;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::SystemIoFailure) if NO_ROOM.contains(&sql_code(&error)) => Self::DiskFull,
            Some(ErrorCode::SystemIoFailure) => {
                Self::Io(io::Error::other(format!("SQLite {}", sql_code(&error))))
            }
            // SQLCipher has no other word than "out of memory" for a page that its key does not open any more.
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::OutOfMemory) => {
                Self::Damaged
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::Unwritable,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::OperationInterrupted) => Self::Cancelled,
            _ => Self::Sql(error),
        }
    }
}

impl From<io::Error> for LedgerError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as K;
        match error.kind() {
            K::StorageFull | K::FileTooLarge | K::QuotaExceeded => Self::DiskFull,
            K::PermissionDenied | K::ReadOnlyFilesystem => Self::Unwritable,
            // The kind alone: an io::Error's own text may carry a path with a person's name in it.
            kind => Self::Io(io::Error::from(kind)),
        }
    }
}
