//! What a laptop remembers of files that came in: what each colleague has, and which files were merged
//! when. Kept beside the pipeline and never sent: it says something of this laptop alone.

use super::json::{Colleague, Colleagues, Header};
use crate::ledger::{NodeId, Stamp};
use serde::{Deserialize, Serialize};

/// How many merged files are remembered.
const REMEMBERED: usize = 100;

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// What each colleague had by his files.
    pub colleagues: Colleagues,
    /// Files that were merged, the latest first.
    pub received: Vec<Received>,
}

/// One file that was merged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Received {
    /// The file's name.
    pub file: String,
    /// Who made it.
    pub name: String,
    /// The sender's unit.
    pub unit: String,
    /// When it was made, by the sender's clock, in milliseconds.
    pub made: u64,
    /// When it was merged, by this laptop's clock.
    pub at: u64,
    /// Records that were new here.
    pub new: usize,
    /// Cells that show another value since.
    pub changed: usize,
    /// Choices that came to the inbox.
    pub conflicts: usize,
}

/// The written form.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    colleagues: Vec<WrittenColleague>,
    received: Vec<Received>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WrittenColleague {
    node: String,
    name: String,
    unit: String,
    made: u64,
    /// Stamps, as text.
    have: Vec<String>,
}

impl Notes {
    /// Takes note of a file that was merged.
    pub fn note(&mut self, header: &Header, received: Received) {
        self.colleagues.note(header);
        self.received.insert(0, received);
        self.received.truncate(REMEMBERED);
    }

    /// The written form, as JSON.
    pub fn write(&self) -> String {
        let colleague = |(node, colleague): (NodeId, &Colleague)| WrittenColleague {
            node: node.to_string(),
            name: colleague.name.clone(),
            unit: colleague.unit.clone(),
            made: colleague.made,
            have: colleague.have.iter().map(|stamp| stamp.to_string()).collect(),
        };
        let written = Written {
            colleagues: self.colleagues.iter().map(colleague).collect(),
            received: self.received.clone(),
        };
        // Plain structs of text and numbers always have a written form.
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// Reads the written form; what is damaged is forgotten, which costs a larger file once.
    pub fn read(text: &str) -> Self {
        let written: Written = serde_json::from_str(text).unwrap_or_default();
        let mut notes = Self { received: written.received, ..Self::default() };
        for WrittenColleague { node, name, unit, made, have } in written.colleagues {
            let have = have.iter().map(|stamp| stamp.parse::<Stamp>()).collect::<Result<_, _>>();
            if let (Ok(node), Ok(have)) = (node.parse(), have) {
                notes.colleagues.insert(node, Colleague { name, unit, made, have });
            }
        }
        notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_written_reads_back() {
        let mut notes = Notes::default();
        let have = [Stamp::new(1_790_000_000_000, 7, NodeId(2)), Stamp::new(5, 0, NodeId(9))];
        let colleague = Colleague {
            name: "陆景行".into(),
            unit: "高新区".into(),
            made: 8,
            have: have.into_iter().collect(),
        };
        notes.colleagues.insert(NodeId(2), colleague);
        notes.received.push(Received { file: "a.json".into(), at: 9, new: 3, ..Received::default() });
        assert_eq!(Notes::read(&notes.write()), notes);
    }

    proptest! {
        #[test]
        fn damaged_notes_are_forgotten(text in ".{0,60}") {
            prop_assert_eq!(Notes::read(&text), Notes::default());
        }
    }
}
