//! The 27 articles of the Opinions (《中共中央 国务院关于深化产业工人队伍建设改革的意见》, 2024-10-12), each with its head and what it
//! asks of a firm and its union, in our own words. Those whose text is not at hand have none: their text is pasted by the union.
//! Numbers that an article sets stand in the packs of law and not here.

/// An article: its head, and what it asks; both empty where its text is not at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// 劳动关系协调.
    pub title: &'static str,
    /// What it asks, in one sentence.
    pub asks: &'static str,
}

const fn asked(title: &'static str, asks: &'static str) -> Asked {
    Asked { title, asks }
}

/// Its text is not at hand.
const TO_COME: Asked = asked("", "");

const ARTICLES: [Asked; 27] = [
    TO_COME,
    TO_COME,
    TO_COME,
    TO_COME,
    TO_COME,
    asked(
        "构建和谐劳动关系",
        "三方协商协调劳动关系，建基层劳动关系服务站点，创建和谐劳动关系企业、园区（本条前半部分原文待补录）。",
    ),
    asked("彰显产业工人主人翁地位", "在宣传报道和文艺作品里展现产业工人是企业的主人。"),
    asked("发展现代职业教育", "产教融合、校企合作，建实习基地，请技能大师、工匠到学校兼职任教。"),
    asked("开展终身职业技能培训", "面向全体职工开展技能培训，培养复合型技能人才和现场工程师，工学一体。"),
    asked(
        "落实企业培训责任",
        "企业足额提取职工教育经费，按规定的比例用于一线职工的教育和培训，帮助小微企业开展培训。",
    ),
    asked(
        "搭建学习成才平台",
        "帮助职工提升学历、学习新知识，办工匠学习班，用好数字学习平台和职工文化阵地，给农民工和新就业形态劳动者免费培训。",
    ),
    asked(
        "改革技能评价",
        "按能力、质量、实绩、贡献评价，开展职业技能等级认定，实行从学徒工到首席技师的新八级工制度。",
    ),
    asked("贯通职业发展通道", "给职工做职业生涯规划，学分和技能等级互认，技能等级和职称贯通，岗位互相开放。"),
    asked(
        "提高经济待遇",
        "多劳者多得、技高者多得、创新者多得，工资集体协商突出技能人才的待遇，公布分职业、分等级的工资价位，对高技能人才试行年薪、协议工资、股权激励。",
    ),
    asked(
        "维护劳动经济权益",
        "依法签订书面劳动合同，规范劳务派遣，一人一份电子档案，多元化解劳动争议，监察和仲裁衔接。",
    ),
    asked(
        "保障安全健康和休息",
        "落实安全生产责任，职代会监督安全生产，防治职业病，保障工作时间、休息休假，落实疗休养制度。",
    ),
    asked(
        "维护新就业形态劳动者权益",
        "推动建会入会，用好一函两书，监督平台和合作企业，常态化协商，听取诉求，参加社会保险和职业伤害保障。",
    ),
    asked("开展劳动和技能竞赛", "各个层级广泛深入开展劳动竞赛和技能竞赛。"),
    asked(
        "开展群众性创新",
        "开展技术革新、小发明、小创造、小革新、小设计、小建议，保护知识产权，申报科技奖励。",
    ),
    asked("发挥劳模工匠引领作用", "建好用好创新工作室和联盟，师徒结对，劳模工匠帮助专精特新企业和小微企业。"),
    asked("稳定制造业产业工人队伍", "稳住制造业的一线队伍，转岗的先培训，留得住人。"),
    asked("培育大国工匠", "培养和选树工匠、女工匠，讲好他们的事，做好表彰。"),
    asked("吸引青年加入", "引导青年职工技能成才，帮助上岗，改善条件，给他们成长的平台。"),
    asked(
        "把农民工培养成技能工人",
        "给农民工培训，实施求学圆梦行动，帮助落户和享受均等的服务，提供法律援助。",
    ),
    asked("加强组织领导", "党委领导、政府支持，工会牵头抓总，各方面分工办理，定期开会、检查任务。"),
    asked("发挥企业作用", "企业把产改纳入规划和管理，产改的情况写进每年的社会责任报告或者可持续发展报告。"),
    asked("动员社会支持", "做好宣传，开展队伍状况的统计、调查和监测，加强研究。"),
];

/// How many there are.
pub const COUNT: u8 = 27;

/// What an article asks; none for a number that no article has.
pub fn of(article: u8) -> Option<Asked> {
    let at = usize::from(article).checked_sub(1)?;
    ARTICLES.get(at).copied()
}

/// Every article with its number.
pub fn all() -> impl Iterator<Item = (u8, Asked)> {
    (1..=COUNT).zip(ARTICLES)
}

/// （十七）, as the Opinions number it.
pub fn number(article: u8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u8| DIGITS.get(usize::from(n)).copied().unwrap_or_default();
    let tens = match article / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        more => format!("{}十", digit(more)),
    };
    format!("（{tens}{}）", digit(article % 10))
}

/// （十七）维护新就业形态劳动者权益; the number alone where the text is not at hand.
pub fn words(article: u8) -> String {
    let title = of(article).map(|asked| asked.title).unwrap_or_default();
    format!("{}{title}", number(article))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_numbered_as_the_opinions_do() {
        let said = [1, 9, 10, 11, 19, 20, 21, 27].map(number);
        assert_eq!(
            said,
            ["（一）", "（九）", "（十）", "（十一）", "（十九）", "（二十）", "（二十一）", "（二十七）"]
        );
    }

    #[test]
    fn what_is_not_at_hand_says_nothing_and_all_else_says_what_it_asks() {
        let without: Vec<u8> = all().filter(|(_, asked)| asked.asks.is_empty()).map(|(at, _)| at).collect();
        assert_eq!(without, [1, 2, 3, 4, 5], "their text is pasted by the union");
        assert!(all().all(|(_, asked)| asked.title.is_empty() == asked.asks.is_empty()));
        assert!(of(6).unwrap().asks.contains("待补录"), "its head is not at hand");
        assert_eq!((of(0), of(28)), (None, None));
        assert_eq!(words(18), "（十八）开展劳动和技能竞赛");
        assert_eq!(words(3), "（三）");
    }
}
