//! Words in both languages of the interface.

use serde::{Deserialize, Serialize};

/// Words of the office in both languages; the English ones may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Label {
    /// 中文
    pub zh: String,
    /// English
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Label {
    /// Words in Chinese and English.
    pub fn new(zh: &str, en: &str) -> Self {
        Self { zh: zh.to_owned(), en: en.to_owned() }
    }
}
