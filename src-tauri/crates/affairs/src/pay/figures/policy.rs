//! The house rule on small groups: of how many people a figure must be before it is told without the right to read single
//! wages, and why. It is the program's own caution and no law; it stands in `assets/pay/policy.toml`, and a union may say a
//! larger number there.

use std::path::Path;

use serde::Deserialize;

use crate::Problem;

/// The rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// A figure is of at least so many people.
    pub least: u32,
    /// Why, as a page says it.
    pub reason: String,
}

impl Policy {
    /// Reads it. Errors: `bad_input` where the file is missing or cannot be meant.
    pub fn load(assets: &Path) -> Result<Self, Problem> {
        let broken = |why: String| Problem::new("bad_input", format!("程序的工资统计规则读不出来：{why}"));
        let path = assets.join("pay/policy.toml");
        let text = std::fs::read_to_string(path).map_err(|why| broken(why.to_string()))?;
        let policy: Policy = toml::from_str(&text).map_err(|why| broken(why.message().to_owned()))?;
        if policy.least < 3 {
            return Err(broken("人数不能少于3，两个人的合计会让其中一个知道另一个的工资".to_owned()));
        }
        Ok(policy)
    }
}

#[cfg(test)]
pub(crate) fn five() -> Policy {
    Policy { least: 5, reason: "人数太少的组会露出个人的工资。".to_owned() }
}
