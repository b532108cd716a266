//! Which page of a workbook a payroll is on: every page that could be one is named, and pages of the same columns, one a workshop,
//! can be read as one. What the rows mean stands in the folder's own file.

use std::borrow::Cow;

use sheet::{Book, Merge, Page, Row};

use super::title::says_wages;
use super::{PayColumn, SUMS};
use crate::sheets::table::{Columns, PageHead, page_heads, unsaid_heads};

/// What a page with fewer columns than payrolls have must name to be one all the same, where somebody says so.
const FEWER: [PayColumn; 2] = [PayColumn::Gross, PayColumn::Net];
/// Rows of pages that are read as one are numbered on, so many for a page.
pub const PAGE_ROWS: u32 = 1_000_000;
/// What stands between the names of pages that were read as one.
pub const BETWEEN: &str = "、";

/// Words of headings under which a whole wage may stand.
const LIKELY: [&str; 9] = ["合计", "小计", "总计", "金额", "工资", "薪", "所得", "应得", "收入"];

/// The pages of a book as far as payrolls are concerned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PayPages {
    /// Those that are read.
    pub read: Vec<String>,
    /// Those that look like payrolls.
    pub payrolls: Vec<String>,
    /// Those that can be read: the payrolls, and pages of people and a sum with hardly any other column.
    pub choices: Vec<String>,
    /// Those of the same columns as the one that is read, it among them; only it where they look like months.
    pub alike: Vec<String>,
    /// Those that hold something and are not read, with why where it is not a choice.
    pub unread: Vec<String>,
}

/// A book of the one page that is read.
pub struct Picked<'b> {
    /// The book.
    pub book: Cow<'b, Book>,
    /// What else there is.
    pub pages: PayPages,
}

/// Picks the page of this name, else the one with the most headings that are known; with `together` all pages of its columns
/// as one. Where no page names any sum, those of people and figures count, whose columns somebody can choose. None where no page is
/// a payroll.
pub fn pick<'b>(book: &'b Book, name: Option<&str>, together: bool) -> Option<Picked<'b>> {
    let mut heads = page_heads::<PayColumn>(book, PayColumn::SIGNS);
    let hidden = |head: &PageHead| book.pages.get(head.at).is_none_or(|page| page.hidden);
    if heads.iter().all(hidden) {
        heads = page_heads::<PayColumn>(book, (&SUMS, 1));
    }
    let unsaid = heads.iter().all(hidden);
    if unsaid {
        heads = unsaid_heads::<PayColumn>(book);
    }
    let page = |head: &PageHead| book.pages.get(head.at).filter(|page| !page.hidden);
    let open: Vec<(&PageHead, &Page)> =
        heads.iter().filter_map(|head| page(head).map(|page| (head, page))).collect();
    let fewer: Vec<PageHead> = page_heads::<PayColumn>(book, (&FEWER, 1))
        .into_iter()
        .filter(|head| heads.iter().all(|other| other.at != head.at))
        .collect();
    let mut every = open.clone();
    every.extend(fewer.iter().filter_map(|head| page(head).map(|page| (head, page))));
    every.sort_by_key(|(head, _)| head.at);
    let named = every.iter().find(|(_, page)| Some(page.name.as_str()) == name);
    let worth = |head: &PageHead, page: &Page| if unsaid { likely(head, page) } else { 0 };
    let best =
        open.iter().max_by_key(|(head, page)| (worth(head, page), head.known, std::cmp::Reverse(head.at)));
    let (chosen, _) = *named.or(best)?;
    let same: Vec<(&PageHead, &Page)> =
        every.iter().copied().filter(|(head, _)| head.headings == chosen.headings).collect();
    let months = same.iter().filter(|(_, page)| page.name.contains('月')).count();
    let alike: Vec<_> =
        if months > 1 { same.into_iter().filter(|(head, _)| head.at == chosen.at).collect() } else { same };
    let read: Vec<(&PageHead, &Page)> =
        alike.iter().copied().filter(|(head, _)| together || head.at == chosen.at).collect();
    let names = |of: &[(&PageHead, &Page)]| of.iter().map(|(_, page)| page.name.clone()).collect();
    let unread = book.pages.iter().enumerate().filter(|(at, page)| {
        !read.iter().any(|(head, _)| head.at == *at) && page.rows.iter().any(|row| !row.is_blank())
    });
    let unread = unread.map(|(at, page)| match page.hidden {
        true => format!("{}（隐藏的）", page.name),
        false if every.iter().any(|(head, _)| head.at == at) => page.name.clone(),
        false => format!("{}（不像工资表）", page.name),
    });
    let pages = PayPages {
        read: names(&read),
        payrolls: names(&open),
        choices: names(&every),
        alike: names(&alike),
        unread: unread.collect(),
    };
    let book = match read.as_slice() {
        [_] if book.pages.len() == 1 => Cow::Borrowed(book),
        [(_, page)] => Cow::Owned(with(book, (*page).clone())),
        several => Cow::Owned(with(book, joined(several))),
    };
    Some(Picked { book, pages })
}

/// How likely a page of people and figures is one of wages, by its name, by what stands above its header and by its headings.
fn likely(head: &PageHead, page: &Page) -> u8 {
    let above = page.rows.iter().filter(|row| row.number < head.last_row);
    let titled = above.flat_map(|row| &row.cells).any(|(_, cell)| says_wages(&cell.show()));
    let named = titled || says_wages(&page.name);
    let headed = head.headings.iter().any(|(_, heading)| LIKELY.iter().any(|word| heading.contains(*word)));
    u8::from(named) * 2 + u8::from(headed)
}

fn with(book: &Book, page: Page) -> Book {
    Book {
        pages: vec![page],
        sha256: book.sha256.clone(),
        kind: book.kind,
        encoding: book.encoding,
        hidden_rows: book.hidden_rows,
        pictures: book.pictures,
        epoch_1904: book.epoch_1904,
    }
}

/// Pages of one header as one, numbered on; the header of the first counts for all.
fn joined(pages: &[(&PageHead, &Page)]) -> Page {
    let mut all = Page {
        name: pages.iter().map(|(_, page)| page.name.replace(BETWEEN, "·")).collect::<Vec<_>>().join(BETWEEN),
        ..Page::default()
    };
    for (n, (head, page)) in (0..).zip(pages) {
        let add: u32 = n * PAGE_ROWS;
        let from = if n == 0 { 0 } else { head.last_row };
        let rows = page.rows.iter().filter(|row| row.number > from);
        all.rows.extend(rows.map(|row| Row { number: row.number + add, cells: row.cells.clone() }));
        let merges = page.merges.iter().filter(|merge| merge.top > from);
        all.merges.extend(merges.map(|one| Merge { top: one.top + add, bottom: one.bottom + add, ..*one }));
        if n == 0 {
            all.hidden_columns.clone_from(&page.hidden_columns);
        }
    }
    all
}

/// The page and the row on it that a row of pages read as one is.
pub fn place(pages: &[impl AsRef<str>], row: u32) -> Option<(&str, u32)> {
    let at = usize::try_from(row / PAGE_ROWS).ok()?;
    if pages.len() < 2 {
        return None;
    }
    pages.get(at).map(|page| (page.as_ref(), row % PAGE_ROWS))
}

/// A message with the rows of pages read as one told by their page: 第1000007行 as “焊接”第7行.
pub fn told(pages: &[String], message: &str) -> String {
    if pages.len() < 2 {
        return message.to_owned();
    }
    let mut said = String::new();
    let mut parts = message.split('第');
    said.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        let rest = part.get(digits.len()..).unwrap_or_default();
        match digits.parse().ok().and_then(|row| place(pages, row)).filter(|_| rest.starts_with('行')) {
            Some((page, row)) => said.push_str(&format!("“{page}”第{row}{rest}")),
            None => said.push_str(&format!("第{part}")),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::roster::tests::cases::book;

    fn workbook(pages: &[(&str, &[&[&str]])]) -> Book {
        let mut all = book(&[]);
        all.pages = pages
            .iter()
            .map(|(name, rows)| Page { name: (*name).to_owned(), ..book(rows).pages.remove(0) })
            .collect();
        all
    }

    const HEAD: &[&str] = &["工号", "姓名", "应发", "实发"];

    #[test]
    fn every_page_is_named_and_those_of_one_header_can_be_read_as_one() {
        let welding: &[&[&str]] = &[HEAD, &["G1", "张三", "5000", "4000"]];
        let turning: &[&[&str]] = &[&["机加工车间"], HEAD, &["G2", "李四", "6000", "5000"]];
        let cover: &[&[&str]] = &[&["十月工资"]];
        let book = workbook(&[("封面", cover), ("焊接", welding), ("机加工", turning)]);
        let one = pick(&book, None, false).unwrap();
        assert_eq!(
            (one.pages.read, one.pages.alike),
            (vec!["焊接".into()], vec!["焊接".into(), "机加工".into()])
        );
        assert_eq!(one.pages.unread, ["封面（不像工资表）", "机加工"]);
        assert_eq!(pick(&book, Some("机加工"), false).unwrap().pages.read, ["机加工"]);
        let all = pick(&book, None, true).unwrap();
        let rows: Vec<u32> = all.book.pages[0].rows.iter().map(|row| row.number).collect();
        assert_eq!(rows, [1, 2, PAGE_ROWS + 3], "the second header is left out");
        assert_eq!(
            told(&all.pages.read, "第1000003行「应发」：与第2行"),
            "“机加工”第3行「应发」：与“焊接”第2行"
        );
        let months = workbook(&[("9月", welding), ("10月", welding)]);
        assert_eq!(pick(&months, None, true).unwrap().pages.alike.len(), 1, "months are no workshops");
    }

    #[test]
    fn of_pages_of_figures_that_no_heading_names_the_one_of_wages_is_read() {
        let points: &[&[&str]] = &[&["姓名", "部门", "积分"], &["张三", "焊接", "8001"]];
        let wages: &[&[&str]] =
            &[&["2026年10月工资表"], &["姓名", "部门", "合计"], &["张三", "焊接", "5000"]];
        let bare: &[&[&str]] = &[&["姓名", "部门", "合计"], &["张三", "焊接", "5000"]];
        for (book, page) in [
            (workbook(&[("积分", points), ("Sheet2", wages)]), "Sheet2"),
            (workbook(&[("积分", points), ("Sheet2", bare)]), "Sheet2"),
            (workbook(&[("Sheet1", bare), ("工资", bare)]), "工资"),
        ] {
            assert_eq!(pick(&book, None, false).unwrap().pages.read, [page]);
        }
        for heading in ["分机", "短号", "QQ", "鞋码", "成绩", "应出勤", "入职年份"] {
            let figures: &[&[&str]] = &[&["姓名", "部门", heading], &["张三", "焊接", "8001"]];
            let both = workbook(&[("通讯录", figures), ("工资", wages)]);
            assert_eq!(pick(&both, None, false).unwrap().pages.choices, ["工资"], "{heading}");
        }
    }

    #[test]
    fn a_page_of_people_and_one_sum_can_be_chosen_beside_a_fuller_one() {
        let full: &[&[&str]] = &[HEAD, &["G1", "张三", "5000", "4000"]];
        let short: &[&[&str]] = &[&["工号", "姓名", "应发工资"], &["G1", "张三", "4500"]];
        let other: &[&[&str]] = &[&["姓名", "补贴"], &["张三", "100"]];
        let book = workbook(&[("2026年9月", short), ("2026年10月", full), ("补贴", other)]);
        let best = pick(&book, None, false).unwrap();
        assert_eq!(
            (best.pages.read.as_slice(), best.pages.payrolls.len()),
            (&["2026年10月".to_owned()][..], 1)
        );
        assert_eq!(best.pages.choices, ["2026年9月", "2026年10月"]);
        assert_eq!(best.pages.unread, ["2026年9月", "补贴（不像工资表）"]);
        let chosen = pick(&book, Some("2026年9月"), false).unwrap();
        assert_eq!((chosen.pages.read, chosen.book.pages.len()), (vec!["2026年9月".to_owned()], 1));
    }
}
