//! Why a book is no roster, for programs and for people. What is wrong with single cells is `problem`'s.

/// Why a book is no roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterError {
    /// No row among the first twelve of any page has the headings of a roster.
    NoHeader,
    /// The header lacks a column for the name.
    NoNameColumn,
    /// A header, but nobody under it.
    NoPeople,
    /// The chosen page is not in the file.
    NoSuchPage,
    /// The person stopped the reading.
    Cancelled,
}

impl RosterError {
    /// The stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            RosterError::NoHeader => "roster_no_header",
            RosterError::NoNameColumn => "roster_no_name_column",
            RosterError::NoPeople => "roster_no_people",
            RosterError::NoSuchPage => "roster_no_such_page",
            RosterError::Cancelled => "roster_cancelled",
        }
    }
}

impl std::fmt::Display for RosterError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            RosterError::NoHeader => {
                "在前12行里没有找到花名册的表头；表头一行里至少要有“姓名”，以及“证件号码”“移动电话”“性别”等列名，请补上列名再导入。"
            }
            RosterError::NoNameColumn => "表头里没有“姓名”这一列；请在表格里把姓名那一列的列名改成“姓名”，再导入。",
            RosterError::NoPeople => "找到了表头，但表头下面没有人员；请确认选对了文件和工作表。",
            RosterError::NoSuchPage => "文件里没有这个工作表；请重新选择工作表。",
            RosterError::Cancelled => "已停止读取，什么都没有改动。",
        })
    }
}

impl std::error::Error for RosterError {}
