//! What a post says of who bears it: the head of the personnel work, the head of the enterprise or a deputy, one of the union's own
//! people. Read off the words of the post as they are typed; whoever helps or serves such a head is none.

/// The words of which a post consists: `副总经理、工会主席`.
fn parts(post: &str) -> impl Iterator<Item = &str> {
    post.split(['、', '，', ',', '；', ';', '兼', '/', ' ', '　'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Words that make of a head someone beside the head.
fn is_beside(part: &str) -> bool {
    ["助理", "秘书", "原", "退休"].iter().any(|word| part.contains(word))
}

/// Whether a post heads the personnel work: 人力资源部经理, 人事科科长.
pub(super) fn heads_personnel(post: &str) -> bool {
    let work = ["人力资源", "人事", "劳资", "劳动工资"];
    let head = ["经理", "部长", "科长", "处长", "主任", "总监", "负责人"];
    parts(post).any(|part| {
        work.iter().any(|word| part.contains(word))
            && head.iter().any(|word| part.ends_with(word))
            && !part.contains('副')
            && !is_beside(part)
    })
}

/// What the head of an enterprise is called.
const HEADS: [&str; 10] = [
    "董事长",
    "总经理",
    "总裁",
    "厂长",
    "矿长",
    "执行董事",
    "法定代表人",
    "首席执行官",
    "企业负责人",
    "行政负责人",
];

/// Whether a post heads the enterprise: 总经理, 董事长, 厂长, 法定代表人; or owns it.
pub(super) fn heads_enterprise(post: &str) -> bool {
    let owns = ["合伙人", "股东", "出资人"];
    parts(post).any(|part| {
        let heads = HEADS.iter().chain(&owns).any(|word| part.ends_with(word));
        heads && !part.contains('副') && !part.contains("分厂") && !is_beside(part)
    })
}

/// Whether a post is a deputy of the head of the enterprise: 副总经理.
pub(super) fn deputy_of_enterprise(post: &str) -> bool {
    parts(post).any(|part| {
        part.contains('副')
            && HEADS.iter().any(|word| part.ends_with(word))
            && !part.contains("分厂")
            && !is_beside(part)
    }) || parts(post).any(|part| part == "副总")
}

/// Whether a post is one of the union's own: 工会主席, 工会干事. Who left it, or the union, works for it no more.
pub(super) fn works_for_union(post: &str) -> bool {
    let gone = ["原", "前任", "退休"];
    parts(post).any(|part| part.contains("工会") && !gone.iter().any(|word| part.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_of_the_union_is_known_by_its_word() {
        for post in ["工会主席", "行政部经理、工会委员", "专职工会干事", "工会经审委员"]
        {
            assert!(works_for_union(post), "{post}");
        }
        for post in ["行政部经理", "原工会主席、厂长", "退休工会干事", ""] {
            assert!(!works_for_union(post), "{post}");
        }
    }

    #[test]
    fn the_head_of_the_personnel_work_is_known_by_the_post() {
        for post in
            ["人力资源部经理", "人事科科长", "劳资处处长、工会委员", "综合部人事负责人", "人力资源总监"]
        {
            assert!(heads_personnel(post), "{post}");
        }
        for post in
            ["人力资源部干事", "人力资源部副经理", "人力资源部经理助理", "车间主任", "操作工", "工会主席", ""]
        {
            assert!(!heads_personnel(post), "{post}");
        }
    }

    #[test]
    fn the_head_of_the_enterprise_and_the_deputy_are_told_apart() {
        for post in ["总经理", "董事长兼党委书记", "公司总经理、工会主席", "厂长", "法定代表人", "股东"]
        {
            assert!(heads_enterprise(post) && !deputy_of_enterprise(post), "{post}");
        }
        for post in ["副总经理", "常务副总经理、工会主席", "副厂长", "副总"] {
            assert!(deputy_of_enterprise(post) && !heads_enterprise(post), "{post}");
        }
        for post in [
            "总经理办公室文员",
            "总经理助理",
            "一分厂厂长",
            "职工董事",
            "工会主席",
            "负责人",
            "项目经理",
            "车间主任",
        ] {
            assert!(!heads_enterprise(post) && !deputy_of_enterprise(post), "{post}");
        }
    }
}
