//! When and by which laptop a change was made.

use crate::domain::id::{base32, from_base32};
use std::fmt;
use std::str::FromStr;

/// One laptop in one person's hands. Two persons who share a laptop are two nodes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NodeId(pub u64);

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base32(self.0))
    }
}

impl fmt::Debug for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A hybrid logical time and the node that gave it. All changes of one command share one stamp, so a
/// stamp also names a command.
///
/// Stamps order by time, then by node. A clock never gives a time at or before one it has seen, so a
/// change made in knowledge of another always has the later stamp.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Stamp {
    /// Milliseconds since 1970 UTC in the upper 48 bits, a counter in the lower 16.
    pub time: u64,
    /// Who gave it.
    pub node: NodeId,
}

impl Stamp {
    /// The stamp before all others, for facts that need none.
    pub const ZERO: Stamp = Stamp { time: 0, node: NodeId(0) };

    /// The latest moment a stamp may hold: the end of the year 2199.
    pub const MAX_MILLIS: u64 = 7_258_118_400_000;

    /// The stamp of a moment and counter.
    pub const fn new(millis: u64, counter: u16, node: NodeId) -> Self {
        Self { time: millis << 16 | counter as u64, node }
    }

    /// Whether it is at or before the first moment, as no change is.
    pub const fn is_zero(self) -> bool {
        self.time == 0
    }

    /// Milliseconds since 1970 UTC.
    pub const fn millis(self) -> u64 {
        self.time >> 16
    }

    /// How many stamps of the same millisecond came before.
    pub const fn counter(self) -> u16 {
        self.time as u16
    }
}

impl fmt::Display for Stamp {
    /// `1790000000000.3@0c3f…`: milliseconds, counter where not zero, node.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.millis())?;
        if self.counter() != 0 {
            write!(f, ".{}", self.counter())?;
        }
        write!(f, "@{}", self.node)
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not the written form of a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAStamp;

impl FromStr for NodeId {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        from_base32(text).map(NodeId).ok_or(NotAStamp)
    }
}

impl FromStr for Stamp {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        let (time, node) = text.split_once('@').ok_or(NotAStamp)?;
        let (millis, counter) = time.split_once('.').unwrap_or((time, "0"));
        let millis: u64 = plain_number(millis)?;
        if millis > Self::MAX_MILLIS {
            return Err(NotAStamp);
        }
        let counter = u16::try_from(plain_number(counter)?).map_err(|_| NotAStamp)?;
        Ok(Self::new(millis, counter, node.parse()?))
    }
}

/// Digits only: `str::parse` would also take a sign.
fn plain_number(text: &str) -> Result<u64, NotAStamp> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NotAStamp);
    }
    text.parse().map_err(|_| NotAStamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_form_reads_back() {
        for stamp in [
            Stamp::ZERO,
            Stamp::new(1_790_000_000_000, 7, NodeId(42)),
            Stamp::new(1, u16::MAX, NodeId(u64::MAX)),
        ] {
            assert_eq!(stamp.to_string().parse(), Ok(stamp));
        }
        for bad in
            ["", "1", "@", "1@x", "+1@0000000000000", "99999999999999@0000000000000", "1.65536@0000000000000"]
        {
            assert_eq!(bad.parse::<Stamp>(), Err(NotAStamp), "{bad}");
        }
    }
}
