//! One thing for each kind of record.

use crate::domain::Kind;
use std::ops::{Index, IndexMut};

/// One `T` for each kind; each begins as the default.
#[derive(Clone, Debug)]
pub(super) struct PerKind<T>([T; Kind::ALL.len()]);

impl<T: Default> Default for PerKind<T> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| T::default()))
    }
}

impl<T> Index<Kind> for PerKind<T> {
    type Output = T;

    fn index(&self, kind: Kind) -> &T {
        &self.0[kind as usize]
    }
}

impl<T> IndexMut<Kind> for PerKind<T> {
    fn index_mut(&mut self, kind: Kind) -> &mut T {
        &mut self.0[kind as usize]
    }
}
