//! 投资强度, 亩均税收, 亩均产出: what a project yields for each 亩 of its land (domain notes §3.5).

use crate::domain::field::ProjectField as P;
use crate::domain::money::Rates;
use crate::domain::read::HUNDREDTHS_PER_MU;
use crate::ledger::Record;

/// Yuan for each 亩, as far as both figures are stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Yields {
    /// 投资强度: fixed-asset investment.
    pub intensity: Option<i64>,
    /// 亩均税收: expected yearly tax.
    pub tax: Option<i64>,
    /// 亩均产出: expected yearly output.
    pub output: Option<i64>,
}

impl Yields {
    /// Whether anything could be computed.
    pub fn any(&self) -> bool {
        self.intensity.or(self.tax).or(self.output).is_some()
    }
}

/// The yields of a project; foreign amounts count at the office's rate.
pub fn yields(project: &Record, rates: &Rates) -> Yields {
    let Some(land) = project.get(P::LandArea).as_int().filter(|&land| land > 0) else {
        return Yields::default();
    };
    let per_mu = |field: P| {
        let yuan = rates.to_yuan(project.get(field).as_money()?)?;
        let product = i128::from(yuan) * i128::from(HUNDREDTHS_PER_MU);
        let half = i128::from(land / 2) * product.signum();
        i64::try_from((product + half) / i128::from(land)).ok()
    };
    Yields {
        intensity: per_mu(P::FixedInvestment),
        tax: per_mu(P::TaxYearly),
        output: per_mu(P::OutputValue),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Currency, Kind, Money, RecordId, Value};
    use crate::ledger::{Edit, NodeId, Stamp, State};

    #[test]
    fn yields_are_yuan_for_each_mu() {
        let id = RecordId::new(Kind::Project, 1);
        let mut state = State::default();
        let mut set = |edits: Vec<Edit>, time| {
            for change in state.changes_for(edits, Stamp::new(time, 0, NodeId(1))) {
                state.apply(change);
            }
            state.record(id).map(|record| yields(record, &Rates::default())).unwrap_or_default()
        };
        let yuan = |units| Value::Money(Money::yuan(units));
        assert_eq!(set(vec![Edit::new(id, P::FixedInvestment, yuan(300_000_000))], 1), Yields::default());
        let land = Value::Int(100 * HUNDREDTHS_PER_MU);
        let usd = Value::Money(Money { units: 1, currency: Currency::USD });
        let found = set(vec![Edit::new(id, P::LandArea, land), Edit::new(id, P::OutputValue, usd)], 2);
        assert_eq!(found, Yields { intensity: Some(3_000_000), tax: None, output: None });
    }
}
