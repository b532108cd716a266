//! Everything that can go wrong with an outside file, each with a code that never changes
//! and one Chinese sentence that says what is the matter and what to do.

/// Why a file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// No file at that place.
    #[error("找不到这个文件：它可能被移动、改名，或者U盘已拔出；请重新选择文件。")]
    NotFound,
    /// A folder, not a file.
    #[error("选中的是一个文件夹，不是表格文件；请打开它，选择里面的 .xlsx、.xls 或 .csv 文件。")]
    IsFolder,
    /// The system refuses to open it.
    #[error("没有权限读取这个文件；请把它复制到“文档”里再选择，或者请管理电脑的人开放读取权限。")]
    NoPermission,
    /// Zero bytes.
    #[error("这个文件是空的（0 字节）：多半没有下载或复制完；请重新取得文件。")]
    EmptyFile,
    /// Only zero bytes.
    #[error("这个文件里全是空数据，没有任何内容：多半是U盘或下载出错；请重新取得文件。")]
    Zeros,
    /// Something else under a spreadsheet's name; says what it is.
    #[error("这不是表格文件，它的内容是{0}；请选择 .xlsx、.xls 或 .csv 表格文件。")]
    NotASheet(&'static str),
    /// A web page without a table, perhaps under the name `.xls`.
    #[error(
        "这个文件其实是网页（只是名字叫 .xls），里面没有表格：多半是网站登录过期时存下的；请重新导出，再选择新文件。"
    )]
    Html,
    /// A spreadsheet, but of a format that is not read here; says which.
    #[error("这是{0}，这里读不了；请用 Excel 或 WPS 打开它，“另存为” .xlsx 后再选择新文件。")]
    OtherFormat(&'static str),
    /// Encrypted by Excel or WPS.
    #[error("这个表格设了打开密码；请用 Excel 或 WPS 打开它，取消密码后另存一份再选择。")]
    Protected,
    /// Cut off or broken inside.
    #[error("这个表格文件已损坏或不完整：多半没有下载或复制完；请重新取得文件，或用 WPS 打开后另存一份。")]
    Damaged,
    /// Unpacks to far more than a roster can be.
    #[error("这个表格展开后大得不正常，可能不是真正的表格，为了安全没有打开；请用 WPS 打开后另存一份。")]
    Bomb,
    /// More bytes or cells than are read in one go.
    #[error("这个表格太大，一次读不完；请按车间或部门拆成几个文件，分几次导入。")]
    TooBig,
    /// Neither UTF-8 nor GB 18030 nor marked UTF-16.
    #[error("认不出这个文本文件的文字编码；请用 Excel 或 WPS 打开它，“另存为” .xlsx 后再选择新文件。")]
    Encoding,
    /// UTF-8 that was once opened as GBK and saved: characters are lost.
    #[error(
        "文件里的汉字已经变成乱码（例如“{seen}”本来是“{meant}”），有些字已无法还原；请从原来的系统重新导出一份。"
    )]
    Garbled {
        /// A piece as it stands in the file.
        seen: String,
        /// What it was before.
        meant: String,
    },
    /// A quotation mark in a separated text that has no partner: it swallows the rows behind it.
    #[error(
        "第{row}行有一个引号（\"）没有成对，它后面的行会连成一格，所以没有读取；请从原来的系统重新导出为 .xlsx，或用记事本打开这个文件，改好这一行的引号后再选择。"
    )]
    OpenQuote {
        /// The row in which it stands, as a spreadsheet counts.
        row: u32,
    },
    /// No cell with anything in it.
    #[error("这个表格里没有任何内容；请确认选对了文件。")]
    NoRows,
    /// The person stopped the reading.
    #[error("已停止读取，什么都没有改动。")]
    Cancelled,
    /// The disk or stick fails while reading.
    #[error("读取文件时出错：U盘或磁盘可能有问题；请把文件复制到电脑上再试。")]
    Io,
    /// The target cannot be written.
    #[error("不能在这个位置保存文件：可能没有权限，或同名文件正被打开；请换个位置，或先关闭它。")]
    NotWritable,
    /// No room at the target.
    #[error("磁盘空间不够，文件没有保存；请清出一些空间或换个位置。")]
    DiskFull,
}

impl SheetError {
    /// The stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            SheetError::NotFound => "sheet_not_found",
            SheetError::IsFolder => "sheet_is_folder",
            SheetError::NoPermission => "sheet_no_permission",
            SheetError::EmptyFile => "sheet_empty_file",
            SheetError::Zeros => "sheet_zeros",
            SheetError::NotASheet(_) => "sheet_not_a_sheet",
            SheetError::Html => "sheet_html",
            SheetError::OtherFormat(_) => "sheet_other_format",
            SheetError::Protected => "sheet_protected",
            SheetError::Damaged => "sheet_damaged",
            SheetError::Bomb => "sheet_bomb",
            SheetError::TooBig => "sheet_too_big",
            SheetError::Encoding => "sheet_encoding",
            SheetError::Garbled { .. } => "sheet_garbled",
            SheetError::OpenQuote { .. } => "sheet_open_quote",
            SheetError::NoRows => "sheet_no_rows",
            SheetError::Cancelled => "sheet_cancelled",
            SheetError::Io => "sheet_io",
            SheetError::NotWritable => "sheet_not_writable",
            SheetError::DiskFull => "sheet_disk_full",
        }
    }

    /// What went wrong while opening or reading.
    pub(crate) fn reading(e: &std::io::Error) -> Self {
        match e.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => SheetError::NotFound,
            std::io::ErrorKind::PermissionDenied => SheetError::NoPermission,
            std::io::ErrorKind::IsADirectory => SheetError::IsFolder,
            _ => SheetError::Io,
        }
    }

    /// What went wrong while writing.
    pub(crate) fn writing(e: &std::io::Error) -> Self {
        match e.kind() {
            std::io::ErrorKind::StorageFull
            | std::io::ErrorKind::QuotaExceeded
            | std::io::ErrorKind::FileTooLarge => SheetError::DiskFull,
            _ => SheetError::NotWritable,
        }
    }
}
