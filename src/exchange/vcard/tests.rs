//! Cards as phones write them, what is wrong with others, and what they come to in a ledger.

use super::*;
use crate::domain::field::ContactField as K;
use proptest::prelude::*;

mod plans;

/// The decoder that browsers have.
pub(super) fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into)
}

fn read_all(bytes: &[u8]) -> Vec<Result<Card, Unread>> {
    read(bytes, &decode).expect("cards")
}

pub(super) fn read_one(text: &str) -> Card {
    let mut cards = read_all(text.as_bytes());
    assert_eq!(cards.len(), 1, "{text}");
    cards.remove(0).expect("a card")
}

fn of(lines: &str) -> Card {
    read_one(&format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{lines}\r\nEND:VCARD\r\n"))
}

#[test]
fn a_card_of_an_iphone() {
    let card = read_one(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 18.1//EN\r\nN:张;文静;;;\r\nFN:文静 张\r\n\
         ORG:苏州景澄锂能有限公司;市场部;\r\nTITLE:投资总监\r\nEMAIL;type=INTERNET;type=HOME:b@example.com\r\n\
         EMAIL;type=INTERNET;type=WORK;type=pref:a@example.com\r\nTEL;type=WORK;type=VOICE:0512-66668888\r\n\
         TEL;type=CELL;type=VOICE;type=pref:+86 139 0000 1111\r\nTEL;type=WORK;type=FAX:0512-66668889\r\n\
         item1.ADR;type=WORK:;;工业园区某路 1 号;苏州;江苏;215000;中国\r\nitem1.X-ABADR:cn\r\n\
         item2.X-SOCIALPROFILE;type=jc_wenjing:x-apple:jc_wenjing\r\nitem2.X-ABLabel:微信\r\n\
         NOTE:厦门展会认识\\n要土地 80 亩\\, 用电\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD\r\n\
          /4QBYRXhpZgAATU0AKgAAAAgAAgESAAMAAAABAAEAAIdpAAQAAAABAAAAJg=\r\nEND:VCARD\r\n",
    );
    assert_eq!(card.name, "张文静");
    assert_eq!(card.company, "苏州景澄锂能有限公司");
    assert_eq!(card.post, "市场部 投资总监");
    assert_eq!(card.phones, ["13900001111", "0512-66668888"]);
    assert_eq!(card.email, "a@example.com");
    assert_eq!(card.wechat, "jc_wenjing");
    let remark = "厦门展会认识\n要土地 80 亩, 用电\n传真 0512-66668889\n地址 工业园区某路 1 号 苏州 江苏 215000 中国\n\
                  其他邮箱 b@example.com";
    assert_eq!(card.remark, remark);
    assert_eq!((card.number, card.line, card.doubts), (1, 1, vec![]));
}

#[test]
fn a_card_of_an_old_phone_in_gbk_and_quoted_printable() {
    let (name, _, _) = encoding_rs::GB18030.encode("李建国");
    let quoted: String = name.iter().map(|b| format!("={b:02X}")).collect();
    let quoted = format!("{}=\r\n{}", &quoted[..9], &quoted[9..]);
    let text = format!(
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:;{quoted};;;\r\n\
         FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:{quoted}\r\nTEL;CELL;PREF:138 0000 0000\r\n\
         ORG;CHARSET=UTF-8;QUOTED-PRINTABLE:=E7=94=B2=E5=85=AC=E5=8F=B8\r\nX-WECHAT:lijianguo88\r\n\
         PHOTO;ENCODING=BASE64;JPEG:\r\n /9j/4AAQ\r\n\r\nEND:VCARD"
    );
    let card = read_one(&text);
    assert_eq!((card.name.as_str(), card.company.as_str()), ("李建国", "甲公司"));
    assert_eq!(
        (card.phones.as_slice(), card.wechat.as_str()),
        (&["13800000000".to_owned()][..], "lijianguo88")
    );

    // Bare bytes in the encoding of old phones, which nothing declares.
    let (bytes, _, _) =
        encoding_rs::GB18030.encode("BEGIN:VCARD\nVERSION:2.1\nN:王;小明\nORG:乙公司\nEND:VCARD\n");
    let card = read_all(&bytes).remove(0).expect("a card");
    assert_eq!((card.name.as_str(), card.company.as_str()), ("王小明", "乙公司"));
}

#[test]
fn a_card_of_version_4_folded_within_a_character() {
    let text = "BEGIN:VCARD\nVERSION:4.0\nFN:Jürgen Weiß\nN:Weiß;Jürgen;;Dr.;\nORG:\"Beispiel; Werke\" GmbH\n\
                TEL;VALUE=uri;PREF=1;TYPE=\"voice,cell\":tel:+49-30-1234567;ext=5\nIMPP;PREF=2:weixin:juergen_w\n\
                EMAIL:jw@example.de\nEND:VCARD\n";
    let at = text.find("rgen").expect("the name") - 1;
    let folded = [&text.as_bytes()[..at], b"\r\n ", &text.as_bytes()[at..]].concat();
    let card = read_all(&folded).remove(0).expect("a card");
    assert_eq!((card.name.as_str(), card.wechat.as_str()), ("Jürgen Weiß", "juergen_w"));
    assert_eq!(card.phones, ["+49-30-1234567"]);
}

#[test]
fn names_in_the_order_of_their_language() {
    for (lines, name) in [
        ("N:张;三;;;\nFN:张三", "张三"),
        ("N:张;三;;;\nFN:三 张", "张三"),
        ("N:三;张;;;\nFN:张三", "张三"),
        ("N:欧阳;小 明;;;\nFN:", "欧阳小明"),
        ("N:;张三;;;", "张三"),
        ("N:张三;;;;", "张三"),
        ("N:Smith;John;Q.;;\nFN:", "John Q. Smith"),
        ("N:Smith;John;;;\nFN:John Smith", "John Smith"),
        ("N:;;;;\nFN:阿里木·买买提", "阿里木·买买提"),
        ("NICKNAME:老王", "老王"),
    ] {
        assert_eq!(of(lines).name, name, "{lines}");
    }
}

#[test]
fn wechat_in_all_its_places() {
    for line in [
        "X-WECHAT:wx_1",
        "X-WECHAT-ID;TYPE=HOME:wx_1",
        "IMPP:wechat:wx_1",
        "IMPP;X-SERVICE-TYPE=WeChat;type=pref:x-apple:wx_1",
        "X-SOCIALPROFILE;type=weixin:wx_1",
        "SOCIALPROFILE;SERVICE-TYPE=WeChat;VALUE=text:wx_1",
        "URL:weixin://wx_1",
        "item1.IMPP:wx_1\nitem1.X-ABLabel:微信",
    ] {
        assert_eq!(of(&format!("FN:张三\n{line}")).wechat, "wx_1", "{line}");
    }
    assert_eq!(of("FN:张三\nURL:https://example.com\nIMPP:xmpp:a@b").wechat, "");
}

#[test]
fn several_cards_and_what_is_wrong_with_some() {
    let text = "BEGIN:VCARD\nVERSION:3.0\nFN:甲\nEND:VCARD\n\nBEGIN:VCARD\nVERSION:3.0\nTEL:13900001111\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:3.0\nFN:某公司\nORG:某公司\nTEL:0599-1234567\nX-ABShowAs:COMPANY\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:3.0\nFN:乙\nTEL:139\nBEGIN:VCARD\nFN;CHARSET=X-NONE:abc\nEND:VCARD\n\
                BEGIN:VCARD\nFN:丙\nAGENT:\nBEGIN:VCARD\nFN:秘书\nEND:VCARD\nTITLE:经理\nEND:VCARD\nBEGIN:VCARD\nFN:丁";
    let found = read_all(text.as_bytes());
    let faults: Vec<_> =
        found.iter().map(|card| card.as_ref().map_err(|e| (e.fault, e.hint.as_str()))).collect();
    assert_eq!(faults[0].map(|card| card.name.as_str()), Ok("甲"));
    assert_eq!(faults[1], Err((Fault::NoName, "13900001111")));
    assert_eq!(faults[2], Err((Fault::OnlyCompany, "某公司")));
    assert_eq!(faults[3], Err((Fault::Cut, "乙")));
    assert_eq!(faults[4], Err((Fault::Undecodable, "")));
    assert_eq!(faults[5].map(|card| (card.name.as_str(), card.post.as_str())), Ok(("丙", "经理")));
    assert_eq!(faults[6], Err((Fault::Cut, "丁")));
    assert_eq!(found[3].as_ref().map_err(|e| (e.number, e.line)), Err((4, 17)));
}

#[test]
fn files_that_are_none() {
    assert_eq!(read(b"", &decode), Err(FileError::Empty));
    assert_eq!(read("项目名称,投资方\n".as_bytes(), &decode), Err(FileError::NoCards));
    assert_eq!(read(b"%PDF-1.7", &decode), Err(FileError::NoCards));
    assert!(is_cards(b"\xef\xbb\xbf\r\nbegin:vcard\r\n", "a.txt"));
    assert!(is_cards(b"\xff\xfeB\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0", "a"));
    assert!(is_cards(b"", "名片.VCF"));
    assert!(!is_cards(b"{\"format\": 1}", "a.json"));
}

#[test]
fn utf_16_is_read() {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:张三\r\nEND:VCARD\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little.clone(), [&[0xff, 0xfe], &little[..]].concat(), big] {
        assert_eq!(read_all(&bytes)[0].as_ref().map(|card| card.name.as_str()), Ok("张三"));
    }
}

#[test]
fn what_is_beyond_the_limits_is_said() {
    let many = "BEGIN:VCARD\nFN:甲\nEND:VCARD\n".repeat(MAX_CARDS);
    assert_eq!(read_all(many.as_bytes()).len(), MAX_CARDS);
    let more = many + "BEGIN:VCARD\nFN:甲\nEND:VCARD\n";
    assert_eq!(read(more.as_bytes(), &decode), Err(FileError::TooMany));

    let long = "长".repeat(MAX_TEXT + 1);
    let card = of(&format!(
        "FN:甲\nORG:{long}\nTITLE:{long}\nTEL:{}\nNOTE:{}",
        "1".repeat(300),
        "a".repeat(MAX_NOTE + 1)
    ));
    let too_long = [K::Company, K::Phone, K::Post, K::Remark].map(Doubt::TooLong);
    assert!(too_long.iter().all(|doubt| card.doubts.contains(doubt)), "{:?}", card.doubts);
    assert_eq!((card.company.as_str(), card.post.as_str(), card.phones.len()), ("", "", 0));

    let card = of(&format!("FN:甲\nORG:{}", "a".repeat(MAX_LINE)));
    assert_eq!(card.doubts, [Doubt::TooLong(K::Company)]);
    let numbers: String = (0..30).map(|n| format!("TEL:139000011{n:02}\n")).collect();
    let card = of(&format!("FN:甲\n{numbers}"));
    assert_eq!((card.phones.len(), card.doubts), (MAX_NUMBERS, vec![Doubt::TooMany(K::Phone)]));

    let name = read_all(format!("BEGIN:VCARD\nFN:{long}\nEND:VCARD").as_bytes()).remove(0);
    assert_eq!(name.map_err(|e| e.fault), Err(Fault::NameTooLong));
    // A card of many megabytes of picture is a card.
    let photo = format!(" {}\n", "A".repeat(75)).repeat(40_000);
    assert_eq!(of(&format!("PHOTO;ENCODING=b:\n{photo}FN:甲")).name, "甲");
}

#[test]
fn a_line_broken_without_end_takes_no_time() {
    let head = "A".repeat(MAX_LINE / 2);
    let text = format!("BEGIN:VCARD\nFN;X={head};QUOTED-PRINTABLE:=\n{}END:VCARD\n", "=\n".repeat(200_000));
    let _ = read(text.as_bytes(), &decode);
    let deep = format!("BEGIN:VCARD\nAGENT:\n{}", "BEGIN:VCARD\n".repeat(100_000));
    assert_eq!(read_all(deep.as_bytes()).len(), 1);
    let labels: String = (0..MAX_PROPERTIES).map(|n| format!("i{n}.X-ABLabel:a\n")).collect();
    assert_eq!(of(&format!("FN:甲\n{labels}")).name, "甲");
}

/// A value as a card writes it.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &decode);
        let _ = read(&[b"BEGIN:VCARD\n", &bytes[..], b"\nEND:VCARD\n"].concat(), &decode);
    }

    #[test]
    fn no_lines_make_it_panic(
        lines in prop::collection::vec("(item1\\.)?(FN|N|ORG|TEL|NOTE|AGENT|BEGIN|END|X-ABLABEL|IMPP|VERSION)(;[A-Z=\",-]{0,24})?:.{0,12}=?", 0..12)
    ) {
        let _ = read(format!("BEGIN:VCARD\n{}\nEND:VCARD", lines.join("\n")).as_bytes(), &decode);
    }

    /// Whatever a person is called and notes: what is written as the format has it is read as it was meant.
    #[test]
    fn what_is_written_is_read(family in "[一-龥]{1,2}", given in "[一-龥]{1,2}", company in "[一-龥;,\\\\a-z]{1,20}", width in 20usize..75) {
        let text = format!("BEGIN:VCARD\r\nVERSION:4.0\r\nN:{family};{given};;;\r\nORG:{}\r\nEND:VCARD\r\n", escaped(&company));
        let mut folded = Vec::new();
        for line in text.split_inclusive("\r\n") {
            let (body, end) = line.split_at(line.len() - 2);
            for (at, piece) in body.as_bytes().chunks(width).enumerate() {
                folded.extend_from_slice(if at > 0 { b"\r\n " } else { b"" });
                folded.extend_from_slice(piece);
            }
            folded.extend_from_slice(end.as_bytes());
        }
        let card = read_all(&folded).remove(0).expect("a card");
        prop_assert_eq!(card.name, format!("{family}{given}"));
        prop_assert_eq!(card.company, crate::domain::read::tidy(&company));
    }
}
