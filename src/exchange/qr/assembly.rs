//! Frames that were seen, put together.

use super::frames::Frame;

/// The frames of one file seen so far.
#[derive(Clone, Debug, Default)]
pub struct Assembly {
    file: Option<(u32, Vec<Option<Vec<u8>>>)>,
}

/// What a code was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// No frame of ours.
    Other,
    /// A frame that was seen before.
    Again,
    /// A new one: so many of so many are here.
    More(usize, usize),
    /// The last one; the whole file.
    Whole(Vec<u8>),
    /// All are here and do not make the file: two files with one sum, or frames made by hand. It begins anew.
    Broken,
}

impl Assembly {
    /// Takes what a code holds. A frame of another file begins that one.
    pub fn see(&mut self, code: &[u8]) -> Seen {
        let Some(frame) = Frame::read(code) else { return Seen::Other };
        let is_same =
            self.file.as_ref().is_some_and(|(file, parts)| (*file, parts.len()) == (frame.file, frame.count));
        if !is_same {
            self.file = Some((frame.file, vec![None; frame.count]));
        }
        let Some((file, parts)) = &mut self.file else { return Seen::Other };
        // The number is below the count, and the count is the length.
        let Some(place) = parts.get_mut(frame.number) else { return Seen::Other };
        if place.is_some() {
            return Seen::Again;
        }
        *place = Some(frame.part.to_vec());
        let have = parts.iter().flatten().count();
        if have < parts.len() {
            return Seen::More(have, parts.len());
        }
        let whole: Vec<u8> = parts.iter().flatten().flatten().copied().collect();
        let is_right = crc32fast::hash(&whole) == *file;
        self.file = None;
        if is_right { Seen::Whole(whole) } else { Seen::Broken }
    }
}

#[cfg(test)]
mod tests {
    use super::super::frames::{MAX_FRAMES, frames};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn too_much_and_nothing_are_refused() {
        assert_eq!(frames(&[]), None);
        assert_eq!(frames(&vec![1; 400 * MAX_FRAMES]).map(|all| all.len()), Some(MAX_FRAMES));
        assert_eq!(frames(&vec![1; 400 * MAX_FRAMES + 1]), None);
    }

    #[test]
    fn another_file_begins_anew_and_codes_of_others_are_passed_over() {
        let (one, two) = (frames(&[1; 900]).expect("few"), frames(&[2; 900]).expect("few"));
        let mut assembly = Assembly::default();
        assert_eq!(assembly.see(b"https://example.org"), Seen::Other);
        assert_eq!(assembly.see(&one[0]), Seen::More(1, 3));
        assert_eq!(assembly.see(&one[0]), Seen::Again);
        assert_eq!(assembly.see(&two[2]), Seen::More(1, 3));
        assert_eq!(assembly.see(&two[0]), Seen::More(2, 3));
        assert_eq!(assembly.see(&two[1]), Seen::Whole(vec![2; 900]));
    }

    #[test]
    fn frames_made_by_hand_do_not_pass() {
        let mut all = frames(&[1; 900]).expect("few");
        all[1][20] ^= 1;
        let mut assembly = Assembly::default();
        let seen: Vec<Seen> = all.iter().map(|frame| assembly.see(frame)).collect();
        assert_eq!(seen.last(), Some(&Seen::Broken));
    }

    proptest! {
        #[test]
        fn seen_in_any_order_and_more_than_once_they_make_the_file(
            file in prop::collection::vec(any::<u8>(), 1..5000),
            order in prop::collection::vec(any::<prop::sample::Index>(), 0..40),
        ) {
            let all = frames(&file).expect("few");
            let mut assembly = Assembly::default();
            let mut whole = None;
            let picked = order.iter().map(|index| index.get(&all)).chain(&all);
            for frame in picked {
                if let (Seen::Whole(file), None) = (assembly.see(frame), &whole) {
                    whole = Some(file);
                    break;
                }
            }
            prop_assert_eq!(whole, Some(file));
        }

        #[test]
        fn no_code_panics(codes in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..20)) {
            let mut assembly = Assembly::default();
            for code in codes {
                assembly.see(&code);
                assembly.see(&[b"ZQ\x01", &code[..]].concat());
            }
        }
    }
}
