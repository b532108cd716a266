//! Reading a pasted contract: its chapters and clauses, as they stand in a text of last year. Headings and 第…条 begin anew; what has
//! neither is a clause a paragraph.

use super::model::KeptClause;
use super::pieces::begins;

const HAN: &str = "零〇一二三四五六七八九十百";

/// The rest of a line after 第…条 or 第…章, and which of the two.
fn ordinal(line: &str) -> Option<(char, &str)> {
    let rest = line.strip_prefix('第')?.trim_start();
    let end = rest.find(|c: char| !(HAN.contains(c) || c.is_ascii_digit() || c == ' '))?;
    let mark = rest[end..].chars().next().filter(|c| matches!(c, '条' | '章'))?;
    (end > 0)
        .then(|| (mark, rest[end + mark.len_utf8()..].trim_start_matches([' ', '　', '：', ':', '、', '.'])))
}

/// 一、总则: a heading by its number and its shortness.
fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|c| HAN.contains(c));
    let title = rest.strip_prefix('、').filter(|_| rest.len() < line.len())?.trim();
    let short = title.chars().count() <= 20 && !title.contains(['。', '；', '，', '：']);
    (short && !title.is_empty()).then_some(title)
}

/// The clauses of a pasted text. The title, the parties and the signatures before the first and after the last clause are left out
/// where the text numbers its clauses.
pub fn read(text: &str, chapter: &str) -> Vec<KeptClause> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let numbered = lines.iter().any(|line| ordinal(line).is_some_and(|(mark, _)| mark == '条'));
    let mut chapter = chapter.to_owned();
    let mut clauses: Vec<KeptClause> = Vec::new();
    let mut before = "";
    for line in lines {
        // An article of a law named in a clause, at the turn of a line: 《最低工资规定》 and below it 第十二条.
        let cited = std::mem::replace(&mut before, line).ends_with('》') && !clauses.is_empty();
        let fresh = |text: &str, chapter: &str| KeptClause {
            clause: None,
            library: None,
            chapter: chapter.to_owned(),
            text: text.to_owned(),
        };
        match ordinal(line).filter(|(mark, _)| !cited || *mark != '条') {
            Some(('章', title)) => chapter = title.to_owned(),
            Some((_, text)) => clauses.push(fresh(text, &chapter)),
            None => match heading(line) {
                Some(title) => chapter = title.to_owned(),
                None if !numbered => clauses.push(fresh(line, &chapter)),
                // A paragraph of the clause before it, unless the signatures begin.
                None => {
                    if signature(line) {
                        break;
                    }
                    if let Some(last) = clauses.last_mut() {
                        // An item of a clause keeps its line: it is held against this year's text by itself.
                        if begins(line) {
                            last.text.push('\n');
                        }
                        last.text.push_str(line);
                    }
                }
            },
        }
    }
    clauses.retain(|clause| !clause.text.trim().is_empty());
    clauses
}

/// The line with which the signatures begin.
fn signature(line: &str) -> bool {
    line.contains("盖章")
        || line.contains("签字：")
        || line.starts_with("职工方：")
        || line.starts_with("企业方：")
}

#[cfg(test)]
mod tests {
    use super::read;

    fn told(text: &str) -> Vec<(String, String)> {
        read(text, "正文").into_iter().map(|one| (one.chapter, one.text)).collect()
    }
    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter().map(|(chapter, text)| ((*chapter).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn numbered_clauses_are_read_with_their_chapters_and_without_title_and_signatures() {
        let text = "云岭机械有限公司工资专项集体合同\n第一章 总则\n第一条　为了规范分配，签订本合同。\n第二条：本合同期限一年。\n\
                    第二章　工资标准\n第 3 条 月工资不低于2,000元。\n遇标准提高的，按新标准执行。\n职工方（盖章）　企业方（盖章）\n2025年3月1日";
        assert_eq!(
            told(text),
            pairs(&[
                ("总则", "为了规范分配，签订本合同。"),
                ("总则", "本合同期限一年。"),
                ("工资标准", "月工资不低于2,000元。遇标准提高的，按新标准执行。"),
            ])
        );
    }

    #[test]
    fn a_text_without_numbers_is_a_clause_a_paragraph_under_its_headings() {
        assert_eq!(
            told("一、工资标准\n月工资不低于2,000元。\n二、支付\n每月10日支付。\n一、二车间另加50元。"),
            pairs(&[
                ("工资标准", "月工资不低于2,000元。"),
                ("支付", "每月10日支付。"),
                ("支付", "一、二车间另加50元。")
            ])
        );
    }

    #[test]
    fn the_numbered_items_of_a_clause_keep_their_lines() {
        assert_eq!(
            told(
                "第一条 津贴按下列标准发给：\n1. 夜班津贴每班20元。\n遇通宵的加倍。\n2. 班组长津贴每月150元。"
            ),
            pairs(&[(
                "正文",
                "津贴按下列标准发给：\n1. 夜班津贴每班20元。遇通宵的加倍。\n2. 班组长津贴每月150元。"
            )])
        );
    }

    #[test]
    fn an_article_named_within_a_line_begins_no_clause() {
        assert_eq!(told("依照第三十六条办理。\n第条没有数。").len(), 2);
    }

    #[test]
    fn an_article_of_a_law_at_the_turn_of_a_line_begins_no_clause() {
        let text = "第一条 比较时按照《最低工资规定》\n第十二条，先减去加班工资。\n第二条 每月10日支付工资。";
        let wanted = ["比较时按照《最低工资规定》第十二条，先减去加班工资。", "每月10日支付工资。"];
        assert_eq!(told(text), wanted.map(|clause| ("正文".to_owned(), clause.to_owned())));
        let first = "依据《中华人民共和国工会法》\n第一条 每月10日支付工资。";
        assert_eq!(told(first), [("正文".to_owned(), "每月10日支付工资。".to_owned())]);
    }
}
