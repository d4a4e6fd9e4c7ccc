//! Real rules that were published, as sheets to begin with (domain notes §2.2). Each loads and scores; what its numbers
//! are is worked out by hand in `tests`.

use super::RuleSheet;
use std::sync::LazyLock;

/// One example.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Its place in the domain notes, such as R32.
    pub word: &'static str,
    /// The sheet as JSON.
    pub json: &'static str,
}

macro_rules! examples {
    ($($word:literal),* $(,)?) => {
        /// Every example.
        pub const EXAMPLES: &[Example] = &[$(Example {
            word: $word,
            json: include_str!(concat!("examples/", $word, ".json")),
        },)*];
    };
}

examples!("R1", "R3", "R4", "R5", "R7", "R10", "R23", "R24", "R25", "R26", "R27", "R29", "R32");

impl Example {
    /// The sheet.
    pub fn sheet(&self) -> RuleSheet {
        // Every list of rules names all of them, so they are read once.
        static SHEETS: LazyLock<Vec<RuleSheet>> = LazyLock::new(|| {
            EXAMPLES.iter().map(|example| RuleSheet::read(example.json).unwrap_or_default()).collect()
        });
        let at = EXAMPLES.iter().position(|example| example.word == self.word);
        at.and_then(|at| SHEETS.get(at)).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
