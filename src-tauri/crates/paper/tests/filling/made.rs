//! Forms for the tests: a Word form as Word writes one, with marks cut over runs, tables, a header, a footer and a text
//! box; an Excel form by another writer.

use rust_xlsxwriter::{Format, FormatBorder, Formula, Workbook};

use super::zipped;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>"#;
const FIRST: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const LINKS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="/word/footer1.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.invalid/" TargetMode="External"/></Relationships>"#;
const SPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14""#;

/// A paragraph of one run.
pub fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A cell of one paragraph.
pub fn cell(properties: &str, text: &str) -> String {
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/>{properties}</w:tcPr>{}</w:tc>",
        paragraph(text)
    )
}

/// A table of rows.
pub fn table(rows: &[String]) -> String {
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .iter()
        .map(|edge| format!("<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"))
        .collect();
    let grid = "<w:gridCol w:w=\"2000\"/>".repeat(4);
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"8000\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>{}</w:tbl>",
        rows.concat()
    )
}

/// A Word form of this body.
pub fn word(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:document {SPACES}><w:body>{body}\
         <w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/><w:footerReference w:type=\"default\" \
         r:id=\"rId2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>"
    );
    let edge = |name: &str, text: &str| format!("<w:{name} {SPACES}>{}</w:{name}>", paragraph(text));
    zipped(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", FIRST),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", LINKS),
        ("word/header1.xml", &edge("hdr", "【工会名称】报表")),
        ("word/footer1.xml", &edge("ftr", "第一页")),
        ("word/media/image1.bin", "这里没有标记【工会名称】"),
    ])
}

/// A county's registration form: a heading cut over runs, facts, a list with a heading merged downwards, a text box twice.
pub fn county() -> Vec<u8> {
    let heading = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>基层工会【工</w:t></w:r><w:proofErr w:type=\"spellStart\"/>\
        <w:r><w:rPr><w:i/></w:rPr><w:t>会名</w:t></w:r><w:r><w:t xml:space=\"preserve\">称】 登记表</w:t></w:r></w:p>";
    let facts = "<w:p><w:r><w:t>会员【会员人数】人，</w:t><w:tab/><w:t>电话：【联系电话】，传真：【传真】</w:t></w:r></w:p>";
    let row = |properties: &str, cells: &[String]| {
        format!("<w:tr w14:paraId=\"0A\"><w:trPr>{properties}</w:trPr>{}</w:tr>", cells.concat())
    };
    let rows = [
        row("", &[cell("", "类别"), cell("", "姓名"), cell("<w:gridSpan w:val=\"2\"/>", "入会")]),
        row(
            "<w:trHeight w:val=\"600\" w:hRule=\"exact\"/>",
            &[
                cell("<w:vMerge w:val=\"restart\"/>", "会员名单"),
                cell("", "【会员.序号】．【会员.姓名】<w:bookmarkStart w:id=\"1\" w:name=\"x\"/>").replace(
                    "<w:bookmarkStart w:id=\"1\" w:name=\"x\"/></w:t></w:r>",
                    "</w:t></w:r><w:bookmarkStart w:id=\"1\" w:name=\"x\"/><w:bookmarkEnd w:id=\"1\"/>",
                ),
                cell("<w:gridSpan w:val=\"2\"/>", "【会员.入会日期】 【会员.手机】"),
            ],
        ),
        row("", &[cell("<w:gridSpan w:val=\"3\"/>", "合计"), cell("", "【会员人数】")]),
    ];
    let held = format!("<w:txbxContent>{}</w:txbxContent>", paragraph("盖章：【工会名称】"));
    let held = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>{held}</wps:txbx></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{held}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    let end = paragraph("名单：【会员.姓名】。【说明】填表日期【填表日期】");
    word(&[heading, facts, &table(&rows), &held, &end].concat())
}

/// A county's table: a heading over all columns, facts, a list with a sum and a signature below it, areas of all kinds.
pub fn ledger_table() -> Vec<u8> {
    let mut book = Workbook::new();
    let boxed = Format::new().set_border(FormatBorder::Thin);
    let dated = Format::new().set_border(FormatBorder::Thin).set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet().set_name("名单").expect("a name");
    sheet.merge_range(0, 0, 0, 3, "【工会名称】会员名单", &boxed).expect("a heading");
    sheet.write(1, 0, "人数").expect("a cell");
    sheet.write(1, 1, "【会员人数】").expect("a cell");
    sheet.write(1, 2, "【填表日期】").expect("a cell");
    for (column, head) in ["序号", "姓名", "入会日期", "手机", "倍数"].iter().enumerate() {
        sheet.write_with_format(3, column as u16, *head, &boxed).expect("a head");
    }
    sheet.write_with_format(4, 0, "【会员.序号】", &boxed).expect("a cell");
    sheet.write_with_format(4, 1, "【会员.姓名】", &boxed).expect("a cell");
    sheet.write_with_format(4, 2, "【会员.入会日期】", &dated).expect("a cell");
    sheet.write_with_format(4, 3, "【会员.手机】", &boxed).expect("a cell");
    sheet.write_formula(4, 4, Formula::new("=A5*2").set_result("0")).expect("a formula");
    sheet.merge_range(4, 5, 4, 6, "备注【备注】", &boxed).expect("a merged cell");
    sheet.set_row_height(4, 33).expect("a height");
    sheet.write(5, 0, "合计").expect("a cell");
    sheet.write_formula(5, 4, Formula::new("=SUM(E5:E5)").set_result("0")).expect("a formula");
    sheet.merge_range(7, 0, 8, 3, "审核意见", &boxed).expect("a merged cell");
    sheet.autofilter(3, 0, 4, 4).expect("a filter");
    let other = book.add_worksheet().set_name("汇总").expect("a name");
    other.write_formula(0, 0, Formula::new("=名单!E6").set_result("0")).expect("a formula");
    other.write(1, 0, "没有标记").expect("a cell");
    book.define_name("名单!签字", "=名单!$A$8:$D$9").expect("a name");
    book.save_to_buffer().expect("a workbook")
}
