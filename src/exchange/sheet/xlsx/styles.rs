//! The number formats of a workbook's cell styles.

use crate::exchange::sheet::format::Format;
use crate::exchange::sheet::xml::{Token, Tokens};
use std::collections::HashMap;

/// The number format of each cell style, by the style's number.
#[derive(Default)]
pub(super) struct Styles {
    formats: Vec<Format>,
}

/// The format of cells without style.
static GENERAL: Format = Format::General;

impl Styles {
    /// Reads the styles part.
    pub fn read(text: &str) -> Self {
        let mut own: HashMap<u32, Format> = HashMap::new();
        let mut formats = Vec::new();
        let mut in_cells = false;
        for token in Tokens::new(text) {
            match token {
                Token::Open { name: "numFmt", attributes, .. } => {
                    let id = attributes.get("numFmtId").and_then(|v| v.parse().ok());
                    if let (Some(id), Some(code)) = (id, attributes.get("formatCode")) {
                        own.insert(id, Format::parse(&code));
                    }
                }
                Token::Open { name: "cellXfs", empty, .. } => in_cells = !empty,
                Token::Close("cellXfs") => in_cells = false,
                Token::Open { name: "xf", attributes, .. } if in_cells => {
                    let id: u32 = attributes.get("numFmtId").and_then(|v| v.parse().ok()).unwrap_or(0);
                    formats.push(own.get(&id).cloned().unwrap_or_else(|| Format::built_in(id)));
                }
                _ => {}
            }
        }
        Self { formats }
    }

    /// The number format of a style.
    pub fn format(&self, style: usize) -> &Format {
        self.formats.get(style).unwrap_or(&GENERAL)
    }
}
