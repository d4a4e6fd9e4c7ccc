//! Business cards to be damaged, and reading them.

use std::cell::OnceCell;
use zhaoshang::exchange::vcard;
use zhaoshang::ledger::State;

/// Cards of phones: of version 3.0, 2.1 in GBK and quoted-printable, 4.0, and UTF-16; one and several in a file.
pub fn seeds() -> Vec<Vec<u8>> {
    let apple = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:张;文静;;;\r\nFN:文静 张\r\nORG:厦门闽锂有限公司;市场部;\r\n\
                 TITLE:投资总监\r\nEMAIL;type=WORK;type=pref:a@example.com\r\nTEL;type=CELL:+86 139 0000 1111\r\n\
                 TEL;type=WORK;type=FAX:0512-66668889\r\nitem1.ADR;type=WORK:;;某路 1 号;苏州;江苏;215000;中国\r\n\
                 item2.X-SOCIALPROFILE:x-apple:jc_wenjing\r\nitem2.X-ABLabel:微信\r\n\
                 NOTE:展会认识\\n要土地\\, 用电\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg\r\n ABAQAASABIAAD\r\n\
                 END:VCARD\r\n";
    let old = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=E6=9D=8E=E5=BB=BA=\n=E5=9B=BD;;;\n\
               TEL;CELL;PREF:138 0000 0000\nX-WECHAT:ljg88\nAGENT:\nBEGIN:VCARD\nFN:秘书\nEND:VCARD\nEND:VCARD\n";
    let new = "BEGIN:VCARD\nVERSION:4.0\nFN:Jürgen Weiß\nN:Weiß;Jürgen;;Dr.;\nORG:\"Beispiel; Werke\" GmbH\n\
               TEL;VALUE=uri;PREF=1;TYPE=\"voice,cell\":tel:+49-30-1234567;ext=5\nIMPP;PREF=2:weixin:juergen_w\nEND:VCARD\n";
    let bare = "BEGIN:VCARD\nVERSION:2.1\nN:王;小明\nORG:乙公司\nTEL;WORK:0599-8765432\nEND:VCARD\n";
    let (gbk, _, _) = encoding_rs::GB18030.encode(bare);
    let utf16: Vec<u8> = apple.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let several = [apple, old, new, bare].concat();
    vec![apple.into(), old.into(), new.into(), gbk.into_owned(), utf16, several.into()]
}

thread_local! {
    static LEDGER: OnceCell<State> = const { OnceCell::new() };
}

/// Reads cards and compares them with a ledger.
pub fn read(bytes: &[u8]) -> bool {
    let decode = |label: &str, bytes: &[u8]| {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into)
    };
    let Ok(found) = vcard::read(bytes, &decode) else { return false };
    let cards: Vec<_> = found.into_iter().filter_map(Result::ok).collect();
    let plan = LEDGER.with(|ledger| vcard::plan(ledger.get_or_init(crate::seeds::state), &cards, &[]));
    assert_eq!(plan.rows.len(), cards.len(), "each card has its fate");
    !cards.is_empty()
}
