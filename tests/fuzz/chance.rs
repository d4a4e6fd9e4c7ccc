//! Chance that a number decides, and damage made by it.

/// Numbers that follow from the first (splitmix64).
pub struct Chance(u64);

/// Pieces that readers stumble over.
const TOKENS: [&[u8]; 24] = [
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b"<",
    b">",
    b"&#0;",
    b"&#x110000;",
    b"</c>",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"-1",
    b"99999999999999999999",
    b"1e308",
    b"1E-400",
    b"0x",
    b"null",
    b"\r\n",
    b"\t",
    b"\\ud800",
    b"\xe4\xbf",
    b"AAAA1048577",
];

impl Chance {
    pub fn new(number: u64) -> Self {
        Self(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0xd1b5_4a32_d192_ed03)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`; 0 if `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// Damages bytes in one to eight places.
    pub fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(8) {
            self.damage_once(bytes);
        }
    }

    fn damage_once(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len() + 1);
        let length = if self.below(4) == 0 { self.below(bytes.len() + 1) } else { self.below(16) };
        let end = (at + length).min(bytes.len());
        match self.below(7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let copy = bytes[at..end].to_vec();
                let to = self.below(bytes.len() + 1);
                // Copies must not grow without end.
                if bytes.len() < 1 << 16 {
                    bytes.splice(to..to, copy);
                }
            }
            3 => {
                let token = TOKENS[self.below(TOKENS.len())];
                bytes.splice(at..at, token.iter().copied());
            }
            4 => {
                let token = TOKENS[self.below(TOKENS.len())];
                bytes.splice(at..(at + token.len()).min(bytes.len()), token.iter().copied());
            }
            5 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
            _ if at < bytes.len() => bytes[at] = self.next() as u8,
            _ => bytes.push(self.next() as u8),
        }
    }
}
