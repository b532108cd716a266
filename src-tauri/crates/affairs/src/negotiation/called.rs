//! What a round of talks is called: by the contracts that it is to come to. The affair bears the name in its title, and every paper of
//! the talks takes it from there; what a contract is called is `rules`', and when the name changes `naming`'s.

use super::agreement::model::AgreementKind;

/// Talks over the wage contract alone.
pub const WAGES: &str = "工资集体协商";

/// Talks over these kinds of contracts: those over one special contract bear its subject, those over the collective contract or over
/// several are 集体协商.
pub fn talks(kinds: &[AgreementKind]) -> &'static str {
    match kinds {
        [AgreementKind::Wage] => WAGES,
        [AgreementKind::Women] => "女职工权益保护专项集体协商",
        [AgreementKind::Safety] => "劳动安全卫生专项集体协商",
        _ => "集体协商",
    }
}

/// 2026年度工资集体协商.
pub fn title(year: i32, kinds: &[AgreementKind]) -> String {
    format!("{year}年度{}", talks(kinds))
}

/// The name within a title, without the year before it and what follows it in brackets: 工资集体协商 of 2026年度工资集体协商（接续）.
pub fn within(title: &str, year: i32) -> &str {
    let name = title.strip_prefix(format!("{year}年度").as_str()).unwrap_or(title);
    name.split('（').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::{AgreementKind, talks, title, within};

    #[test]
    fn talks_are_called_by_the_contracts_they_are_over() {
        use AgreementKind::{Collective, Safety, Wage, Women};
        let cases: [(&[AgreementKind], &str); 6] = [
            (&[Wage], "工资集体协商"),
            (&[Women], "女职工权益保护专项集体协商"),
            (&[Safety], "劳动安全卫生专项集体协商"),
            (&[Collective], "集体协商"),
            (&[Women, Safety], "集体协商"),
            (&[Collective, Wage, Women, Safety], "集体协商"),
        ];
        for (kinds, name) in cases {
            assert_eq!(talks(kinds), name);
            assert_eq!(within(&title(2026, kinds), 2026), name);
            assert_eq!(within(&format!("{}（接续2）", title(2026, kinds)), 2026), name);
        }
    }
}
