//! Whether two ballots stand on one sheet, to be cut in two at half of its height. What a ballot looks like is its template's; here
//! is only how much of it surely fits into a half, with room to spare.

/// So many candidates fit: a third one's row would reach over the line, or over the foot of the page.
const CANDIDATES: usize = 2;
/// A line of the title of so many characters is one line in the largest type.
const LINE: usize = 17;
/// A name of so many characters takes one line of its cell.
const NAME: usize = 9;

/// Whether the ballot stands whole in each half: few candidates, and no line of its title and no name that turns.
pub fn two_fit(union: &str, heading: &str, names: &[String]) -> bool {
    let short = |text: &str, most: usize| text.trim().chars().count() <= most;
    (1..=CANDIDATES).contains(&names.len())
        && short(union, LINE)
        && short(heading, LINE)
        && names.iter().all(|name| short(name, NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_stand_on_a_sheet_only_where_each_surely_fits_its_half() {
        let (union, heading) = ("赣江机械有限公司工会委员会", "第四届工会副主席选票");
        let names = |count: usize| vec!["阿依古丽·买买提".to_owned(); count];
        assert!(two_fit(union, heading, &names(1)) && two_fit(union, heading, &names(2)));
        assert!(!two_fit(union, heading, &names(3)), "the row of a third reaches over the line");
        assert!(!two_fit(union, heading, &names(0)), "a ballot without a name is a draft");
        let long = "江西云岭精密机械制造有限责任公司工会委员会";
        assert!(!two_fit(long, heading, &names(1)), "its name takes two lines");
        assert!(!two_fit(union, "第四届经费审查委员会委员选票（第2轮）", &names(1)));
        assert!(!two_fit(union, heading, &["古丽巴哈尔·阿卜杜热西提".to_owned()]));
    }
}
