//! Joint credit: how one amount is divided, so that the parts always sum to the whole.

use crate::domain::{Decimal, RecordId};
use crate::rules::credit::{Share, WHOLE};

/// The part of an amount for each share, in their order. What does not divide goes to the first.
pub(super) fn divided(amount: Decimal, shares: &[Share]) -> Vec<(RecordId, Decimal)> {
    let part = |share: i64| amount.share(Decimal::whole(share), Decimal::whole(WHOLE)).unwrap_or_default();
    let mut parts: Vec<(RecordId, Decimal)> =
        shares.iter().map(|share| (share.unit, part(share.share))).collect();
    let rest: Decimal = parts.iter().skip(1).map(|(_, part)| *part).sum();
    if let Some((_, first)) = parts.first_mut() {
        *first = amount - rest;
    }
    parts
}

/// Two units that share: `first` has the share, the other the rest. One alone has all.
pub(super) fn between(first: Option<RecordId>, share: Decimal, other: Option<RecordId>) -> Vec<Share> {
    let whole = |unit| vec![Share { unit, share: WHOLE }];
    match (first, other) {
        (Some(first), Some(other)) if first != other => {
            let kept = share.times(Decimal::whole(WHOLE)).trunc().clamp(0, WHOLE);
            let both = [Share { unit: first, share: kept }, Share { unit: other, share: WHOLE - kept }];
            both.into_iter().filter(|share| share.share > 0).collect()
        }
        (_, Some(unit)) | (Some(unit), None) => whole(unit),
        (None, None) => Vec::new(),
    }
}
