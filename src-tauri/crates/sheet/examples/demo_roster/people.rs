//! Invents the people of the demo factory, the same ones each time. Nobody here exists: the ID numbers
//! are counted out over existing region codes, the telephone numbers contain 0000.

/// Somebody, as the roster's columns want it.
pub struct Person {
    pub name: String,
    pub woman: bool,
    pub birth: (u32, u32, u32),
    pub ethnicity: &'static str,
    pub id: String,
    pub place: &'static str,
    pub phone: String,
    pub education: &'static str,
    pub grade: &'static str,
    pub household: &'static str,
    pub political: &'static str,
    pub migrant: bool,
    pub dispatched: bool,
    pub shop: &'static str,
    pub post: &'static str,
    pub hired: (u32, u32, u32),
    pub joined: (u32, u32, u32),
    pub moved_in: bool,
}

pub const PEOPLE: usize = 320;
const WOMEN: usize = 78;
const MIGRANTS: usize = 190;
/// Shop, people in it, how many of them dispatched, posts.
const SHOPS: [(&str, usize, usize, &[&str]); 5] = [
    ("机加工", 96, 0, &["数控车工", "铣工", "磨工", "钳工", "加工中心操作工", "班组长", "质检员"]),
    ("焊接", 58, 0, &["电焊工", "气保焊工", "机器人焊接操作工", "班组长", "钣金工"]),
    ("喷涂", 34, 10, &["喷漆工", "打磨工", "喷粉工", "班组长"]),
    ("装配", 92, 18, &["装配钳工", "装配电工", "调试工", "包装工", "班组长"]),
    ("仓储", 40, 12, &["仓管员", "叉车司机", "搬运工", "配送员", "统计员"]),
];
const REGIONS: [(&str, &str); 34] = [
    ("360121", "江西省南昌县"),
    ("360124", "江西省进贤县"),
    ("360981", "江西省丰城市"),
    ("360982", "江西省樟树市"),
    ("360983", "江西省高安市"),
    ("360921", "江西省奉新县"),
    ("360922", "江西省万载县"),
    ("360123", "江西省安义县"),
    ("360423", "江西省武宁县"),
    ("360481", "江西省瑞昌市"),
    ("360281", "江西省乐平市"),
    ("360521", "江西省分宜县"),
    ("360730", "江西省宁都县"),
    ("360731", "江西省于都县"),
    ("360732", "江西省兴国县"),
    ("360781", "江西省瑞金市"),
    ("360821", "江西省吉安县"),
    ("360830", "江西省永新县"),
    ("361002", "江西省抚州市临川区"),
    ("361021", "江西省南城县"),
    ("361127", "江西省余干县"),
    ("361128", "江西省鄱阳县"),
    ("361181", "江西省德兴市"),
    ("360681", "江西省贵溪市"),
    ("360102", "江西省南昌市东湖区"),
    ("360103", "江西省南昌市西湖区"),
    ("360111", "江西省南昌市青山湖区"),
    ("430624", "湖南省湘阴县"),
    ("430181", "湖南省浏阳市"),
    ("421181", "湖北省麻城市"),
    ("341522", "安徽省霍邱县"),
    ("350722", "福建省浦城县"),
    ("411525", "河南省固始县"),
    ("522624", "贵州省三穗县"),
];
const SURNAMES: &str = "刘刘刘陈陈陈黄黄李李李李张张张王王王吴吴周周徐徐胡胡熊熊万万邹邓曾肖罗罗谢郭彭涂章余杨赵孙朱何高林梁宋郑韩唐冯于董萧程曹袁许傅沈吕苏卢蒋蔡魏叶杜夏钟汪田任姜范方石姚廖金陆孔白毛邱龚付";
const MEN: &str = "建军志强国华文斌小平海涛春生金根水根永辉卫东明亮俊杰浩然德胜福林新民光荣少华立新云飞长青爱民兴旺家宝火生细毛冬根庆丰学文晓东子豪天佑宏伟振宇鹏程思远";
const GIRLS: &str = "秀英桂花丽娟春兰小红玉梅金莲美华雪梅晓燕丽萍海霞艳芳冬梅彩云菊香文静雅琴慧敏佳怡梦婷水英细妹荷花月娥红霞";

/// A small generator with a fixed beginning; its quality does not matter, its sameness does.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        let i = self.below(from.len());
        from.get(i).copied()
    }

    fn number(&mut self, low: u32, high: u32) -> u32 {
        low + u32::try_from(self.below((high - low + 1) as usize)).unwrap_or(0)
    }
}

/// The 320 people, shop by shop.
pub fn people() -> Vec<Person> {
    let mut dice = Dice(20_241_012);
    let mut shops = Vec::new();
    for (shop, count, dispatched, posts) in SHOPS {
        for i in 0..count {
            shops.push((shop, posts, i >= count - dispatched));
        }
    }
    let women = flags(&mut dice, WOMEN);
    let migrants = flags(&mut dice, MIGRANTS);
    let mut people: Vec<Person> = Vec::with_capacity(PEOPLE);
    for (i, (shop, posts, dispatched)) in shops.into_iter().enumerate() {
        let (woman, migrant) = (women.get(i) == Some(&true), migrants.get(i) == Some(&true));
        let mut person = one(&mut dice, i, woman, migrant, dispatched);
        person.shop = shop;
        person.post = dice.pick(posts).unwrap_or_default();
        if person.post == "班组长" && dispatched {
            person.post = posts.first().copied().unwrap_or_default();
        }
        people.push(person);
    }
    named(&mut people);
    people
}

fn flags(dice: &mut Dice, count: usize) -> Vec<bool> {
    let mut flags: Vec<bool> = (0..PEOPLE).map(|i| i < count).collect();
    for i in (1..PEOPLE).rev() {
        let j = dice.below(i + 1);
        flags.swap(i, j);
    }
    flags
}

fn one(dice: &mut Dice, i: usize, woman: bool, migrant: bool, dispatched: bool) -> Person {
    // Three throws give most people between 32 and 50, few at the ends.
    let spread = dice.number(0, 13) + dice.number(0, 13) + dice.number(0, 12);
    let age = (22 + spread).min(if woman { 48 } else { 58 });
    let birth = (2026 - age, dice.number(1, 12), dice.number(1, 28));
    let (code, place) = dice.pick(&REGIONS).unwrap_or(("360121", "江西省南昌县"));
    let hired_years = dice.number(0, (age - 20).min(14)).max(2);
    let hired = (2026 - hired_years, dice.number(1, 9), dice.number(1, 28));
    let months = dice.number(1, 3);
    let joined = (hired.0, hired.1 + months, dice.number(1, 28));
    let surname = dice.pick(&SURNAMES.chars().collect::<Vec<_>>()).unwrap_or('刘');
    let given: Vec<char> = if woman { GIRLS } else { MEN }.chars().collect();
    let pair = dice.below(given.len() / 2) * 2;
    let mut name = surname.to_string();
    if dice.below(5) == 0 {
        name.extend(given.get(pair + 1));
    } else {
        name.extend(given.iter().skip(pair).take(2));
    }
    let sequence = 10 + 2 * u32::try_from(i).unwrap_or(0) + u32::from(!woman);
    Person {
        id: id_number(code, birth, sequence),
        name,
        woman,
        birth,
        ethnicity: match dice.below(60) {
            0 => "畲族",
            1 => "土家族",
            2..=20 => "汉",
            _ => "汉族",
        },
        place,
        phone: format!("1{}{}0000{:04}", 3 + i % 7, i * 3 % 10, 1000 + i * 7),
        education: match dice.below(if age < 34 { 8 } else { 12 }) {
            0 => "大学本科",
            1 | 2 => "大专",
            3 => "中专",
            4 | 5 => "高中",
            6 => "技校",
            7 => "职高",
            _ => "初中",
        },
        grade: match (hired_years, dice.below(10)) {
            (_, 0) => "无",
            (12.., 1) => "高级技师",
            (9.., 1..=3) => "技师",
            (6.., 1..=6) => "高级工",
            (3.., 1..=7) => "中级工",
            (_, 9) => "学徒工",
            _ => "初级工",
        },
        household: match (migrant, dice.below(3)) {
            (true, 0) => "农业",
            (true, _) => "农业家庭户口",
            (false, 0) => "居民户口",
            (false, _) => "非农业家庭户口",
        },
        political: match dice.below(12) {
            0 => "中共党员",
            1 => "党员",
            2 if age <= 26 => "共青团员",
            _ => "群众",
        },
        migrant,
        dispatched,
        shop: "",
        post: "",
        hired,
        joined,
        moved_in: dice.below(15) == 0,
    }
}

/// The people with a name of their own: three 王伟 in three shops, 周喆, and 阿依古丽·买买提.
fn named(people: &mut [Person]) {
    for person in people.iter_mut().filter(|p| p.name == "王伟") {
        person.name = "王卫".to_owned();
    }
    for from in [12, 101, 230] {
        if let Some(p) = people.iter_mut().skip(from).find(|p| !p.woman) {
            p.name = "王伟".to_owned();
        }
    }
    if let Some(p) = people.iter_mut().skip(40).find(|p| !p.woman) {
        p.name = "周喆".to_owned();
    }
    if let Some((i, p)) = people.iter_mut().enumerate().skip(200).find(|(_, p)| p.woman && !p.dispatched) {
        p.name = "阿依古丽·买买提".to_owned();
        p.ethnicity = "维吾尔族";
        p.place = "新疆维吾尔自治区喀什市";
        p.id = id_number("653101", p.birth, 10 + 2 * u32::try_from(i).unwrap_or(0));
    }
}

/// Region, birth, sequence (odd for men) and the check of GB 11643—1999.
pub fn id_number(code: &str, (y, m, d): (u32, u32, u32), sequence: u32) -> String {
    let first = format!("{code}{y:04}{m:02}{d:02}{sequence:03}");
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: usize = first.bytes().zip(weights).map(|(b, w)| usize::from(b - b'0') * w).sum();
    let check = "10X98765432".chars().nth(sum % 11).unwrap_or('0');
    format!("{first}{check}")
}
