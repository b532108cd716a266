//! What the walk holds of what is told in words, beside a clock or before it runs, each by the article of the place. The clocks that
//! stand in 今日 with a day are `regions::clocks`'.

/// By which article the department reviews, told beside the silence; and where one goes when a contract is not kept. Of both the walk
/// holds what is told.
pub fn told_in_words(region: &str) -> (&'static str, &'static str) {
    let nation = "《工资集体协商试行办法》第二十二条";
    match region {
        "36" => ("《江西省企业工资集体协商条例》第二十三条", "（江西省企业工资集体协商条例第三十五条）"),
        "33" => (nation, "（浙江省集体合同条例第四十条）"),
        "41" => ("《河南省企业工资集体协商条例》第二十九条", "（河南省企业工资集体协商条例第四十二条）"),
        "43" => (nation, "（湖南省企业工资集体协商条例第三十七条）"),
        "11" => (nation, "（北京市集体合同条例第四十五条）"),
        "50" => (nation, "（重庆市集体合同条例第四十九条）"),
        _ => (nation, "（集体合同规定第五十五条）"),
    }
}

/// By when a suit is brought, as it is told before there is an award; the clock runs from the day on which one was received. The law
/// of the nation stands above the same days of some provinces.
pub const SUIT: &str =
    "对仲裁裁决不服的，自收到裁决书之日起十五日内可以起诉（中华人民共和国劳动法第八十四条）";
