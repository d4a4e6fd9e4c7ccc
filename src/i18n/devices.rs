//! Signatures and seals: whose a file is, and whether the history in it is the one that was made.

use super::{Lang, Text};

/// The list of devices.
pub const DEVICES: Text = Text::new("电脑与签名", "Devices and signatures");
/// What it is.
pub const TEXT: Text = Text::new(
    "每台电脑有自己的签名。第一次收到某台电脑的文件时，打电话让对方念一遍指纹，对上了就点“核对无误”，以后冒名或改动过的文件一看便知。",
    "Each device signs what it sends. When its first file comes, have its user read you the fingerprint by telephone; \
     if it is the same, confirm it. From then on a file in another's name, or an altered one, shows.",
);
/// This computer's own.
pub const OWN: Text = Text::new("本机指纹", "This device's fingerprint");
/// Who works on it.
pub const WHO: Text = Text::new("谁的电脑", "Whose");
/// Its fingerprint.
pub const FINGERPRINT: Text = Text::new("指纹", "Fingerprint");
/// How it stands.
pub const STANDING: Text = Text::new("状态", "Standing");
/// Until when its history is sealed.
pub const SEALED: Text = Text::new("记录封存至", "History sealed until");
/// A person confirmed it.
pub const TRUSTED: Text = Text::new("已核对", "Confirmed");
/// Nobody has.
pub const UNCONFIRMED: Text = Text::new("未核对", "Not confirmed");
/// Confirms it.
pub const CONFIRM: Text = Text::new("指纹核对无误", "The fingerprint is right");
/// The new key is the right one.
pub const ACCEPT: Text = Text::new("对方确实换了签名", "The sender confirms the new one");
/// Takes note.
pub const NOTED: Text = Text::new("知道了", "Taken note");

/// The file is signed by a device that was confirmed.
pub const KNOWN: Text = Text::new("签名相符，是核对过的电脑发来的", "Signed by a device that was confirmed");
/// There is no signature.
pub const UNSIGNED: Text = Text::new(
    "没有签名：旧版本生成的，或者签名被去掉了",
    "Not signed: an older version made it, or the signature was taken out",
);
/// The signature does not fit.
pub const BROKEN: Text = Text::new(
    "签名不符：文件签名之后被改动过，或被别的程序重新存过。请向发送人核实，最好请他重发。",
    "The signature does not fit: the file was altered after it was signed, or another program wrote it anew. Ask the \
     sender, or have it sent again.",
);

/// Nobody has confirmed the device yet.
pub fn new(l: Lang, fingerprint: &str) -> String {
    match l {
        Lang::Zh => format!("有签名，这台电脑还没有核对过。指纹 {fingerprint}"),
        Lang::En => format!("Signed by a device that was not confirmed yet. Fingerprint {fingerprint}"),
    }
}

/// The key is another.
pub fn changed(l: Lang, was: &str, now: &str) -> String {
    match l {
        Lang::Zh => format!(
            "签名换了：以前是 {was}，这次是 {now}。可能有人冒名；也可能对方清空过电脑重新开始。请先打电话核实，再决定是否合并。"
        ),
        Lang::En => format!(
            "The signature is another: it was {was} and is {now}. Somebody may write in this name; or the sender began \
             anew on an erased computer. Ask by telephone before you merge."
        ),
    }
}

/// Something in a history was altered.
pub fn altered(l: Lang, who: &str, after: Option<&str>, until: &str) -> String {
    match (l, after) {
        (Lang::Zh, Some(after)) => format!(
            "{who} 在 {after} 到 {until} 之间的记录和他当时的封存对不上：有改动、补写或删除。也可能是那台电脑的浏览器数据被复制或恢复过，请核实。"
        ),
        (Lang::Zh, None) => format!(
            "{who} 在 {until} 以前的记录和他当时的封存对不上：有改动、补写或删除。也可能是那台电脑的浏览器数据被复制或恢复过，请核实。"
        ),
        (Lang::En, Some(after)) => format!(
            "What {who} recorded between {after} and {until} does not fit its seal: something was altered, written in \
             later or taken out. Or that browser's data was copied or set back. Please ask."
        ),
        (Lang::En, None) => format!(
            "What {who} recorded before {until} does not fit its seal: something was altered, written in later or taken \
             out. Or that browser's data was copied or set back. Please ask."
        ),
    }
}

/// A seal is not of whom it says.
pub fn forged(l: Lang, who: &str) -> String {
    match l {
        Lang::Zh => format!("文件里 {who} 的封存是伪造的，没有采用。"),
        Lang::En => format!("The seal of {who} in the file is forged and was not taken."),
    }
}

/// A seal is by another key.
pub fn rekeyed(l: Lang, who: &str) -> String {
    match l {
        Lang::Zh => format!("文件里 {who} 的封存用的是另一个签名，没有采用。请核实。"),
        Lang::En => format!("The seal of {who} in the file is by another key and was not taken. Please ask."),
    }
}
