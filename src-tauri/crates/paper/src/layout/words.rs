//! The words of the field that a line of large type does not cut: in titles and in the names of bodies. A list of our own, for
//! the words are those of our papers; what it does not know may be broken anywhere. How lines are filled is `title`'s.

/// Words, and what the names of firms are made of.
const WORDS: &str = "授权委托书 权益保护 有限责任公司 股份有限公司 有限公司 集团 公司 分公司 机械 企业 \
    平台 女职工权益保护 劳动安全卫生 工资专项集体合同 专项集体合同 工资集体合同 \
    工资集体协商 工资集体协议 集体合同 集体协商 专项 合同 续签 变更 解除 终止 协议 中止 备忘 \
    协调处理 争议 催告函 要约书 回复书 意向书 要求 答复 协商 方案 议题 清单 资料 \
    签收单 会议 纪要 记录 职工方 企业方 代表 名单 征集表 情况说明 履行情况 情况 \
    检查表 审查表 授权 委托书 承诺书 工种 技能等级 工资水平表 工资 职工代表大会 \
    会员代表大会 会员代表 职工代表 提案表 表决票 计票 决议 换届选举 候选人 选举 选票 \
    公示 推选 工会委员会 经费审查 女职工 委员会 总工会 工会 主席 会员 会籍 开除 备案 \
    入会 介绍 回执 经费 拨缴 离任审计 移交清册 工作报告 劳动法律监督 建议书 意见书 \
    提示函 结案 调查 笔录 劳动争议 调解 受理 通知书 申请书 协议书 劳动者 新就业形态 \
    职业伤害保障 劳动规则 算法 材料 办理 安全生产 监督 事故隐患 排查治理 整改 登记表 \
    职工 年休假 计划表 确认书 工资报酬 计算单 疗休养 困难 帮扶 慰问 诉求 年度 关于 \
    召开 开展 进行 提请 发出 报送 公布 公告 通知 报告 请示 决定 登记 台账 恢复单 \
    征求意见稿 征求意见 意见 草案 办法 复函 权益 保护 餐饮 管理 制造 重型 科技 物流 \
    服务 贸易 食品 工程 建筑 电子 大道 季度";
/// What is counted with 第: 第三届, 第2轮.
const COUNTED: &str = "届次轮季期批号";
const NUMERALS: &str = "〇零一二三四五六七八九十百0123456789";

/// For each position whether a break before it would cut a word.
pub(super) fn insides(chars: &[char]) -> Vec<bool> {
    let mut inside = vec![false; chars.len() + 1];
    for word in WORDS.split_whitespace() {
        let word: Vec<char> = word.chars().collect();
        for start in 0..chars.len().saturating_sub(word.len() - 1) {
            if chars[start..].starts_with(&word) {
                inside[start + 1..start + word.len()].fill(true);
            }
        }
    }
    for start in (0..chars.len()).filter(|at| chars[*at] == '第') {
        let end = start + 1 + chars[start + 1..].iter().take_while(|c| NUMERALS.contains(**c)).count();
        if end > start + 1 && chars.get(end).is_some_and(|c| COUNTED.contains(*c)) {
            inside[start + 1..=end].fill(true);
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::insides;

    /// A title with a bar wherever a break would cut no word.
    fn told(title: &str) -> String {
        let chars: Vec<char> = title.chars().collect();
        let inside = insides(&chars);
        let with_bar = |(at, c): (usize, &char)| match at > 0 && !inside[at] {
            true => format!("|{c}"),
            false => c.to_string(),
        };
        chars.iter().enumerate().map(with_bar).collect()
    }

    #[test]
    fn the_names_of_the_special_contracts_are_whole_words() {
        assert_eq!(told("女职工权益保护专项集体合同"), "女职工权益保护|专项集体合同");
        assert_eq!(told("劳动安全卫生专项集体合同"), "劳动安全卫生|专项集体合同");
        assert_eq!(told("关于公布集体合同的公告"), "关于|公布|集体合同|的|公告");
        assert_eq!(told("工资集体协议（草案）"), "工资集体协议|（|草案|）");
    }

    #[test]
    fn the_number_of_a_term_is_one_word_with_it() {
        assert_eq!(told("第三届工会委员会换届选举"), "第三届|工会委员会|换届选举");
        assert_eq!(told("选举计票报告（第2轮）"), "选举|计票|报告|（|第2轮|）");
    }
}
