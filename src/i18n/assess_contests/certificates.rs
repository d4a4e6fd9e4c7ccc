//! Certificates and notices.

use super::{Lang, Text};
use crate::rules::nominations::{BLUE_FLAG, RED_FLAG, SNAIL};

/// All certificates of the round.
pub const CERTIFICATES: Text = Text::new("证书和通报单", "Certificates and notices");
/// One certificate.
pub const CERTIFICATE: Text = Text::new("证书", "Certificate");
/// One notice.
pub const NOTICE: Text = Text::new("通报单", "Notice");
/// Heading of a certificate.
pub const HONOUR: Text = Text::new("荣誉证书", "Certificate of honour");
/// Heading of a notice.
pub const NOTIFIED: Text = Text::new("通 报", "Notice");
/// Nothing to print.
pub const NO_CERTIFICATES: Text = Text::new("还没有审定通过的评选", "Nothing is approved yet");
/// What to do.
pub const NO_CERTIFICATES_TEXT: Text = Text::new(
    "提名经审定通过后，这里给每一项排出一张证书或通报单，A4 横向打印。",
    "Once a nomination is approved, its certificate or notice stands here, to be printed on A4 landscape.",
);
/// Prints them.
pub const PRINT: Text = Text::new("打印", "Print");
/// Back to the awards.
pub const BACK: Text = Text::new("返回评选", "Back to the awards");
/// Room for the seal.
pub const SEAL: Text = Text::new("（盖章）", "(Seal)");

/// The body of a certificate: what is given, in which contest.
pub fn certified(l: Lang, award: &str, title: &str, contest: &str, phase: &str) -> String {
    let phase = match (phase, l) {
        ("", _) => String::new(),
        (phase, Lang::Zh) => format!("（{phase}）"),
        (phase, Lang::En) => format!(" ({phase})"),
    };
    match (award, l) {
        (RED_FLAG, Lang::Zh) => format!("在“{contest}”{phase}中被评为红旗单位，特发此证。"),
        (BLUE_FLAG, Lang::Zh) => format!("在“{contest}”{phase}中被列为蓝旗单位，现予通报。"),
        (SNAIL, Lang::Zh) => format!("在“{contest}”{phase}中因下列任务被给予蜗牛奖，现予通报。"),
        (_, Lang::Zh) => format!("在“{contest}”{phase}中获得{title}，特发此证。"),
        (BLUE_FLAG, Lang::En) => {
            format!("was given the blue flag in {contest}{phase}. This is to notify it.")
        }
        (SNAIL, Lang::En) => {
            format!("was given the snail award in {contest}{phase} for the task below. This is to notify it.")
        }
        (_, Lang::En) => format!("has won the {} in {contest}{phase}.", title.to_lowercase()),
    }
}

/// Whether an award is an honour with a certificate; otherwise it is told by a notice.
pub fn is_honour(award: &str) -> bool {
    !matches!(award, BLUE_FLAG | SNAIL)
}
