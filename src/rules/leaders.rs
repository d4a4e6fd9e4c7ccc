//! 领导类别: who is a county leader and who heads a unit, as stated, else by post.
//!
//! Trips are told apart by it (带队, 跟随, 独立外出) and the months of 党政主职 are counted by it (domain notes R33:
//! the field 领导类别 separates 党政主职 from the others). Ledgers often give a post and no class; the post then says
//! it, where it says it without doubt.

use crate::domain::RecordId;
use crate::domain::field::PersonField as R;
use crate::ledger::State;

/// The words of the list 领导类别 that this program asks about.
const COUNTY_LEADER: &str = "县级领导";
const HEAD: &str = "党政主职";

/// What a post of a county leader follows on: 县长, 副区长, 市委常委.
const COUNTIES: [&str; 4] = ["县", "区", "市", "旗"];
/// What follows then.
const COUNTY_POSTS: [&str; 8] =
    ["长", "委书记", "委副书记", "委常委", "人大主任", "人大常委会主任", "政协主席", "政府党组成员"];
/// Posts of county leaders that bear 副 in the middle.
const COUNTY_DEPUTIES: [&str; 3] = ["人大副主任", "人大常委会副主任", "政协副主席"];
/// How the post of somebody who heads a unit ends.
const HEADS: [&str; 8] = ["书记", "镇长", "乡长", "局长", "主任", "街道办主任", "董事长", "部长"];
/// What makes it another post: a deputy, an assistant, one below a unit.
const NOT_HEADS: [&str; 9] = ["副", "助理", "原", "办公室", "支部", "支书", "村", "社区", "纪"];

/// Whether somebody is a county leader (县级领导).
pub fn is_county_leader(state: &State, person: RecordId) -> bool {
    stated(state, person).map_or_else(|| is_county_post(post(state, person)), |level| level == COUNTY_LEADER)
}

/// Whether somebody heads a unit of party or government (党政主职).
pub fn is_head(state: &State, person: RecordId) -> bool {
    stated(state, person).map_or_else(|| is_head_post(post(state, person)), |level| level == HEAD)
}

/// Whether his post alone says that somebody heads a unit: his class is not stated.
pub fn is_head_by_post(state: &State, person: RecordId) -> bool {
    stated(state, person).is_none() && is_head(state, person)
}

fn stated(state: &State, person: RecordId) -> Option<&str> {
    state.get(person, R::LeaderLevel).as_text()
}

fn post(state: &State, person: RecordId) -> &str {
    state.get(person, R::Post).as_text().unwrap_or_default()
}

/// The single posts of somebody who holds several: "县委常委、副县长".
fn parts(post: &str) -> impl Iterator<Item = &str> {
    post.split(['、', '，', ',', '/', ' ', '兼', '；', ';']).map(str::trim).filter(|part| !part.is_empty())
}

/// Whether a post is one of a county leader.
pub fn is_county_post(post: &str) -> bool {
    parts(post).any(|part| {
        COUNTIES.iter().any(|county| {
            let of_county = part.strip_prefix(county);
            let deputy = part.strip_prefix("副").and_then(|rest| rest.strip_prefix(county)) == Some("长");
            deputy
                || of_county
                    .is_some_and(|rest| COUNTY_POSTS.contains(&rest) || COUNTY_DEPUTIES.contains(&rest))
        })
    })
}

/// Whether a post is one that heads a unit.
pub fn is_head_post(post: &str) -> bool {
    !is_county_post(post)
        && parts(post).any(|part| {
            HEADS.iter().any(|head| part.ends_with(head)) && !NOT_HEADS.iter().any(|word| part.contains(word))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_tells_county_leaders_and_heads_of_units() {
        for post in ["县长", "副县长", "县委书记", "区委常委、组织部部长", "县政协副主席", "副市长"]
        {
            assert!(is_county_post(post), "{post}");
            assert!(!is_head_post(post), "{post}");
        }
        for post in ["镇长", "党委书记", "局长", "党工委书记、管委会主任", "商务局局长"]
        {
            assert!(is_head_post(post), "{post}");
            assert!(!is_county_post(post), "{post}");
        }
        for post in ["副镇长", "副局长", "镇长助理", "办公室主任", "村支部书记", "招商员", "", "纪委书记"]
        {
            assert!(!is_head_post(post) && !is_county_post(post), "{post}");
        }
    }
}
