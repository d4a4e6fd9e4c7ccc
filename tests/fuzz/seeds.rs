//! Whole inputs to be damaged: small, so that a million of each take minutes.

use crate::chance::Chance;
use std::fs;
use std::path::Path;
use zhaoshang::domain::field::{CompanyField as C, FollowUpField as W, ProjectField as P};
use zhaoshang::domain::{Date, Field, Kind, Milestone, Money, RecordId, Value};
use zhaoshang::exchange::json::{Scope, Sender, export};
use zhaoshang::ledger::{CellKey, Change, Edit, NodeId, Stamp, State, VersionVector};
use zhaoshang::store::persist::frame::{Header, seal};
use zhaoshang::store::persist::{codec, pack15, value};

fn data(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(path))
        .expect("the test data is there")
}

/// A project with a bit of everything: history, a conflict, families of cells, references, foreign values.
pub fn state() -> State {
    let mut state = State::default();
    let (project, company) = (RecordId::new(Kind::Project, 7), RecordId::new(Kind::Company, 8));
    let note = RecordId::new(Kind::FollowUp, 9);
    let day = Date::parse_iso("2026-09-30").expect("a day");
    let extra = state.names_mut().element("备用列");
    let commands = [
        vec![
            Edit::new(project, P::Name, Value::text("闽锂新材料项目")),
            Edit::new(project, P::TotalInvestment, Value::Money(Money::yuan(350_000_000))),
            Edit::new(project, P::Investor, Value::Ref(company)),
            Edit::new(project, CellKey::of(P::MilestoneDate, Milestone::Signed.element()), Value::Date(day)),
            Edit::new(project, CellKey::of(Field::EXTRA, extra), Value::text("约三亿")),
            Edit::new(company, C::Name, Value::text("厦门闽锂有限公司")),
            Edit::new(company, C::IsTarget, Value::Bool(true)),
        ],
        vec![
            Edit::new(project, P::Name, Value::text("闽锂新材料正极材料项目")),
            Edit::new(note, W::Project, Value::Ref(project)),
            Edit::new(note, W::Content, Value::text("谈妥用地")),
        ],
    ];
    for (edits, millis) in commands.into_iter().zip(1_700_000_000_000..) {
        for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
            state.apply(change);
        }
    }
    let other = Stamp::new(1_700_000_000_005, 0, NodeId(2));
    let cell = CellKey::one(P::Name);
    state.apply(Change {
        record: project,
        cell,
        value: Value::text("另一个名称"),
        stamp: other,
        over: Box::default(),
    });
    state
}

fn changes(state: &State) -> Vec<Change> {
    let ids = Kind::ALL.iter().flat_map(|&kind| state.records(kind).map(|(id, _)| id));
    ids.flat_map(|id| state.changes_of(id)).collect()
}

/// Files between offices.
pub fn json() -> Vec<Vec<u8>> {
    let from = Sender { node: NodeId(1), name: "试验员甲".into(), unit: "云岭镇".into() };
    let have = VersionVector::from_iter([Stamp::new(1_700_000_000_001, 0, NodeId(1))]);
    let own = export(&state(), &have, &Scope::All, &from, 1_700_000_100_000);
    vec![
        own.into_bytes(),
        data("bundles/v0.json"),
        data("bundles/v1.json"),
        data("bundles/v1-signed.json"),
        data("bundles/v2-imagined.json"),
    ]
}

/// What lies under the seal of a stored value.
pub fn stored() -> Vec<Vec<u8>> {
    let state = state();
    let changes = changes(&state);
    let changes: Vec<&Change> = changes.iter().collect();
    let have = VersionVector::from_iter([Stamp::new(1_700_000_000_001, 0, NodeId(1))]);
    vec![codec::encode(&changes, &have, state.names()), codec::encode(&changes[..3], &have, state.names())]
}

/// A stored value whose content is damaged and whose seal is whole.
pub fn sealed(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut payload = seeds[chance.below(seeds.len())].clone();
    chance.damage(&mut payload);
    pack15::pack(&seal(&Header::default(), &payload)).into_bytes()
}

/// Stored values as they lie in storage.
pub fn stored_text() -> Vec<Vec<u8>> {
    let state = state();
    let changes = changes(&state);
    let changes: Vec<&Change> = changes.iter().collect();
    vec![value::write(&Header::default(), &changes, &VersionVector::default(), state.names()).into_bytes()]
}

/// Ledgers as text.
pub fn csv() -> Vec<Vec<u8>> {
    let text = "2026年招商项目台账,,,,\n项目名称,投资方,总投资(亿元),责任单位,签约时间,联系人及电话\n\
                景澄动力电池基地,苏州景澄锂能有限公司,约3.5,新港镇,2026.3.8,李工 13900001111\n\
                \"零碳,物流园\",厦门佳域,待核,高新区,9月底,\"座机 0599-8765432\"\n合计,,3.5,,,\n";
    let (gbk, _, _) = encoding_rs::GB18030.encode(text);
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    vec![text.as_bytes().to_vec(), gbk.into_owned(), utf16, text.replace(',', "\t").into_bytes()]
}

/// Cells as a spreadsheet program copies them.
pub fn html() -> Vec<Vec<u8>> {
    let text = "<html><body><table><tr><th colspan=2>项目名称</th><th>总投资&nbsp;(亿元)</th></tr>\
                <tr><td rowspan=\"2\">甲项目<br>一期</td><td>甲公司</td><td x:num=\"3.5\">3.5</td></tr>\
                <tr><td>&#20057;</td><td><b>4</b></td></tr></table></body></html>";
    vec![text.as_bytes().to_vec(), "项目名称\t总投资\n甲\t3亿\n".into()]
}

/// The parts of a workbook, one after another, each after its name and a zero byte.
pub fn parts() -> Vec<Vec<u8>> {
    const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                        xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let parts = [
        (
            "xl/workbook.xml",
            format!(
                "{HEAD}<workbook {MAIN}><workbookPr date1904=\"0\"/><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"隐\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!(
                "{HEAD}<sst {MAIN}><si><t>项目名称</t></si><si><t>总投资(亿元)</t></si><si><r><t>签约</t></r><r><t xml:space=\"preserve\"> 时间</t></r></si><si><t>甲项目</t></si></sst>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "{HEAD}<styleSheet {MAIN}><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.00&quot;亿元&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                "{HEAD}<worksheet {MAIN}><dimension ref=\"A1:C3\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" s=\"2\"><v>3.5</v></c><c r=\"C2\" s=\"1\"><f>B2*2</f><v>46000</v></c></row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>乙</t></is></c><c r=\"B3\" t=\"e\"><v>#REF!</v></c><c r=\"C3\" t=\"b\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A1\"/></mergeCells></worksheet>"
            ),
        ),
    ];
    parts.into_iter().map(|(name, text)| [name.as_bytes(), &[0], text.as_bytes()].concat()).collect()
}

/// A workbook of which one part is damaged, or now and then the archive itself.
pub fn zipped(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let damaged = chance.below(seeds.len() + 1);
    let mut parts: Vec<(&[u8], Vec<u8>)> = seeds
        .iter()
        .map(|part| {
            let end = part.iter().position(|byte| *byte == 0).expect("a name");
            (&part[..end], part[end + 1..].to_vec())
        })
        .collect();
    if let Some((_, text)) = parts.get_mut(damaged) {
        chance.damage(text);
    }
    let mut archive = stored_archive(&parts);
    if damaged == seeds.len() {
        chance.damage(&mut archive);
    }
    archive
}

/// A ZIP archive whose parts are not packed.
fn stored_archive(parts: &[(&[u8], Vec<u8>)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let size = |n: usize| (n as u32).to_le_bytes();
    for (name, text) in parts {
        let offset = out.len();
        // Version, flags, method, time and date are zero; the checksum is not looked at.
        let sizes = [[0; 4], size(text.len()), size(text.len())].concat();
        let lengths = [(name.len() as u16).to_le_bytes(), [0; 2]].concat();
        out.extend([&b"PK\x03\x04"[..], &[0; 10], &sizes, &lengths, name, text].concat());
        directory
            .extend([&b"PK\x01\x02"[..], &[0; 12], &sizes, &lengths, &[0; 10], &size(offset), name].concat());
    }
    let (start, count) = (out.len(), (parts.len() as u16).to_le_bytes());
    let end =
        [&b"PK\x05\x06"[..], &[0; 4], &count, &count, &size(directory.len()), &size(start), &[0; 2]].concat();
    [out, directory, end].concat()
}

/// Workbooks of the old kind.
pub fn xls() -> Vec<Vec<u8>> {
    vec![data("sheets/export.xls"), data("sheets/from-1904.xls")]
}

/// What a laptop remembers of colleagues.
pub fn notes() -> Vec<Vec<u8>> {
    let text = r#"{"colleagues":[{"node":"0000000000001","name":"甲","unit":"云岭镇","made":1700000000000,"have":["1700000000000@0000000000001"]}],"received":[{"file":"a.json","name":"甲","unit":"云岭镇","made":1,"at":2,"new":3,"changed":4,"conflicts":0}]}"#;
    vec![text.as_bytes().to_vec()]
}
