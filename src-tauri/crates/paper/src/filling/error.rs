//! Why a form cannot be taken or filled, each in one Chinese sentence that says what is the matter and what to do. No
//! text of the form but its marks, and none of the values, stands in an error.

/// What is wrong with a form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// Zero bytes.
    #[error("这个文件是空的：多半没有下载或复制完；请重新取得文件。")]
    Empty,
    /// Something else; says what.
    #[error("这不是能填写的表格，它的内容是{0}；请选择 .docx 或 .xlsx 文件。")]
    Other(&'static str),
    /// A format of before 2007, or of another program.
    #[error("这是{found}，程序填不了；请用 Word、Excel 或 WPS 打开它，“另存为” {wanted}，再选择新文件。")]
    OldFormat {
        /// What it is.
        found: &'static str,
        /// What to save it as.
        wanted: &'static str,
    },
    /// Encrypted.
    #[error("这个文件设了打开密码；请用 Word、Excel 或 WPS 打开它，取消密码后另存一份再选择。")]
    Protected,
    /// Cut off or broken inside.
    #[error("这个文件已损坏或不完整：多半没有下载或复制完；请重新取得文件，或用 WPS 打开后另存一份。")]
    Damaged,
    /// Unpacks to far more than a form can be.
    #[error("这个文件展开后大得不正常，可能不是真正的表格，为了安全没有打开；请用 WPS 打开后另存一份。")]
    Bomb,
    /// More bytes than a form has.
    #[error("这个文件超过32MB，不像一份表格；请检查是不是选错了文件，或删去里面的大图片再试。")]
    TooBig,
    /// A row with marks of two lists.
    #[error(
        "{place}的同一行里有两份名单的标记（“{one}”和“{other}”），不知道该照哪一份重复；请把它们分在不同的行里。"
    )]
    TwoLists {
        /// Where.
        place: String,
        /// One list.
        one: String,
        /// The other.
        other: String,
    },
    /// The same mark of a list in neighbouring rows.
    #[error(
        "{place}上面一行已经写了同样的标记【{mark}】；名单的标记只要写在一行里，程序会照人数重复这一行，请删去其余各行里的标记。"
    )]
    RowsAlike {
        /// Where.
        place: String,
        /// Which mark.
        mark: String,
    },
    /// A sheet that cannot get more rows without harm.
    #[error(
        "工作表“{sheet}”填名单时要增加行，但{why}，增加了会弄坏；请把名单的那一行移到最下面，或把名单单独放在一张工作表里，再选择新文件。"
    )]
    CannotGrow {
        /// The sheet.
        sheet: String,
        /// What stands in the way.
        why: &'static str,
    },
    /// More than a cell holds.
    #[error("{place}填进去的内容太长（一格最多32767个字）；请把这个标记换到别处，或改用一行一个的名单。")]
    TooLong {
        /// Where.
        place: String,
    },
    /// More lines than the file can hold.
    #[error("名单太长，这份表格放不下；请缩小名单的范围，分几次填。")]
    TooManyRows,
}
