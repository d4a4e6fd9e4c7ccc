//! 来源: where an investor's money comes from, as the assessment counts it: 市内, 省内市外, 省外 or 境外
//! (domain notes §3.1: derived, never typed). Hong Kong, Macao and Taiwan count as 境外.

use super::places;
use crate::domain::field::{CompanyField as C, OfficeField as O, ProjectField as P};
use crate::domain::read::{fold, squeeze};
use crate::domain::{Kind, RecordId};
use crate::ledger::{Record, State};

/// Where an investor comes from, seen from the county.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// 市内
    City,
    /// 省内市外
    Province,
    /// 省外
    OtherProvince,
    /// 境外
    Abroad,
}

impl Origin {
    /// Its word in the list of 资金来源.
    pub const fn word(self) -> &'static str {
        match self {
            Origin::City => "市内",
            Origin::Province => "省内市外",
            Origin::OtherProvince => "省外",
            Origin::Abroad => "境外",
        }
    }
}

/// A place as far as its words tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    province: Option<&'static str>,
    city: Option<&'static str>,
    is_abroad: bool,
}

/// Countries by names that do not end in 国.
const COUNTRIES: &str = "日本 新加坡 加拿大 澳大利亚 新西兰 意大利 西班牙 葡萄牙 荷兰 比利时 卢森堡 瑞士 瑞典 挪威 芬兰 丹麦 奥地利 波兰 匈牙利 俄罗斯 以色列 沙特 阿联酋 印度 越南 马来西亚 印度尼西亚 印尼 菲律宾 柬埔寨 老挝 缅甸 巴西 墨西哥 阿根廷 智利 南非 土耳其 哈萨克斯坦 开曼 维尔京 百慕大 萨摩亚";

/// The four municipalities are province and city in one.
const MUNICIPALITIES: [&str; 4] = ["北京", "天津", "上海", "重庆"];
const OUTSIDE_THE_BORDER: [&str; 3] = ["香港", "澳门", "台湾"];

fn place(text: &str) -> Place {
    let text = fold(&squeeze(text));
    let whole = text.as_str();
    if whole.ends_with('国') && whole != "中国"
        || COUNTRIES.split(' ').any(|country| whole.starts_with(country))
    {
        return Place { is_abroad: true, ..Place::default() };
    }
    let text = whole.strip_prefix("中国").unwrap_or(whole);
    let province = places::leading_province(text);
    let rest = province.and_then(|province| text.strip_prefix(province)).unwrap_or(text);
    let rest = places::MARKS.iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest);
    let municipality = province.filter(|province| MUNICIPALITIES.contains(province));
    let city = municipality.or_else(|| places::leading_city(rest));
    let province = province.or_else(|| places::province_of(city?));
    let is_abroad = province.is_some_and(|province| OUTSIDE_THE_BORDER.contains(&province));
    Place { province, city, is_abroad }
}

/// The words of the list themselves, and their like.
fn stated(text: &str) -> Option<Origin> {
    Some(match squeeze(text).as_str() {
        "市内" | "本市" | "本县" | "县内" | "市内县外" => Origin::City,
        "省内市外" | "市外省内" => Origin::Province,
        "省外" | "外省" => Origin::OtherProvince,
        "境外" | "国外" | "海外" | "港澳台" => Origin::Abroad,
        _ => return None,
    })
}

/// Where `region` lies, seen from a county in the city `city` of the province `province`; `None` where the
/// words do not tell. Either word of the county's own place may be missing.
pub fn origin(region: &str, province: &str, city: &str) -> Option<Origin> {
    if let Some(origin) = stated(region) {
        return Some(origin);
    }
    let there = place(region);
    if there.is_abroad {
        return Some(Origin::Abroad);
    }
    let home = place(&format!("{province}{city}"));
    let (from, to) = (there.province?, home.province?);
    if from != to {
        return Some(Origin::OtherProvince);
    }
    Some(if there.city? == home.city? { Origin::City } else { Origin::Province })
}

/// 来源地 of a project: its own, else its investor's.
fn region<'a>(state: &'a State, project: &'a Record) -> &'a str {
    let investor = || {
        let company: RecordId = project.get(P::Investor).as_ref_id()?;
        state.get(state.resolve(company), C::Region).as_text()
    };
    project.get(P::SourceRegion).as_text().filter(|text| !text.is_empty()).or_else(investor).unwrap_or("")
}

/// Where a project's investor comes from, seen from this office.
pub fn of_project(state: &State, id: RecordId) -> Option<Origin> {
    debug_assert_eq!(id.kind, Kind::Project);
    let home = |field: O| state.get(RecordId::OFFICE, field).as_text().unwrap_or("");
    origin(region(state, state.record(id)?), home(O::Province), home(O::City))
}

/// 来源省份: the province that a project's investor comes from, such as 上海, 江苏 and 浙江 for 沪苏浙.
pub fn province_of_project(state: &State, id: RecordId) -> Option<&'static str> {
    place(region(state, state.record(id)?)).province
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;
    use crate::ledger::{Edit, NodeId, Stamp};

    #[test]
    fn a_region_is_seen_from_the_county() {
        let seen = |region| origin(region, "江苏省", "盐城市");
        for (region, wanted) in [
            ("江苏省盐城市", Origin::City),
            ("盐城", Origin::City),
            ("江苏苏州", Origin::Province),
            ("苏州市工业园区", Origin::Province),
            ("上海", Origin::OtherProvince),
            ("广东省-深圳市", Origin::OtherProvince),
            ("内蒙古自治区包头市", Origin::OtherProvince),
            ("中国香港", Origin::Abroad),
            ("台湾省", Origin::Abroad),
            ("德国", Origin::Abroad),
            ("日本东京", Origin::Abroad),
            ("省外", Origin::OtherProvince),
            ("省内市外", Origin::Province),
        ] {
            assert_eq!(seen(region), Some(wanted), "{region}");
        }
        for region in ["", "江苏省", "未知", "中国"] {
            assert_eq!(seen(region), None, "{region}");
        }
    }

    #[test]
    fn a_county_of_a_municipality_and_one_that_has_not_said_where_it_is() {
        assert_eq!(origin("重庆市渝北区", "重庆市", ""), Some(Origin::City));
        assert_eq!(origin("四川成都", "重庆市", ""), Some(Origin::OtherProvince));
        assert_eq!(origin("苏州", "", "盐城市"), Some(Origin::Province));
        assert_eq!(origin("苏州", "", ""), None);
        assert_eq!(origin("新加坡", "", ""), Some(Origin::Abroad));
    }

    #[test]
    fn a_project_without_a_region_comes_from_where_its_investor_does() {
        let (project, company) = (RecordId::new(Kind::Project, 1), RecordId::new(Kind::Company, 2));
        let mut state = State::default();
        let edits = vec![
            Edit::new(RecordId::OFFICE, O::Province, Value::text("安徽省")),
            Edit::new(project, P::Investor, Value::Ref(company)),
            Edit::new(company, C::Region, Value::text("浙江省杭州市")),
        ];
        for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        assert_eq!(of_project(&state, project), Some(Origin::OtherProvince));
        assert_eq!(province_of_project(&state, project), Some("浙江"));
    }
}
