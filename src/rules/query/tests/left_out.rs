//! Conditions that leave values out.

use super::*;

#[test]
fn what_is_left_out_is_left_out_and_the_rest_stays() {
    let office = county();
    let of = |test: &str| shown(&office, &format!(r#"{{"filters":[{{"key":"unit","test":{test}}}]}}"#));
    // The newest first: 1 and 3 are of the town, 2 of the park, 4 of nobody.
    let (town, park) = (TOWN.to_string(), PARK.to_string());
    assert_eq!(of(&format!(r#"{{"none_of":["{town}"]}}"#)), [4, 2]);
    assert_eq!(of(&format!(r#"{{"none_of":["{town}",""]}}"#)), [2]);
    assert_eq!(of(&format!(r#"{{"any_of":["{park}"]}}"#)), [2]);
    assert!(of(&format!(r#"{{"none_of":["{town}","{park}",""]}}"#)).is_empty());
}
