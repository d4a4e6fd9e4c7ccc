//! Sorting by one routine for all types.
//!
//! The standard library's sorts are compiled anew for each type and each comparison, several kilobytes
//! every time, and the program is loaded over the net. Here only the comparison differs: the routine sorts
//! positions, and the elements are then moved to their places. What is sorted for every row of a table or
//! for every change applied goes to the standard library, which is quicker.

use std::cmp::Ordering;

/// Sorts in place; equal elements keep their order.
pub trait Arrange<T> {
    /// In the order of `compare`.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// In the order of the keys, which are computed at every comparison.
    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }

    /// In the order of the elements.
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        if self.is_sorted_by(|a, b| compare(a, b).is_le()) {
            return;
        }
        let order = order(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        follow(order, &mut |a, b| self.swap(a, b));
    }
}

/// The positions `0..len` in the order of `compare`.
fn order(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// Moves the element at `order[n]` to `n`, for each `n`, cycle by cycle.
fn follow(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn arranges_like_a_stable_sort(mut list: Vec<(u8, u16)>) {
            let mut other = list.clone();
            list.arrange_by_key(|(key, _)| *key);
            other.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&list, &other);
            list.arrange();
            other.sort();
            prop_assert_eq!(list, other);
        }
    }
}
