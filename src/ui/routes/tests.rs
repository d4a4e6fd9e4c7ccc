use super::*;
use proptest::prelude::*;

#[test]
fn every_page_is_found_again_at_its_own_address() {
    let project = RecordId::new(Kind::Project, 7);
    let company = RecordId::new(Kind::Company, u64::MAX);
    let mut pages = vec![
        Route::FirstRun,
        Route::Today,
        Route::Board,
        Route::Table,
        Route::Project(project),
        Route::NewProject,
        Route::Companies,
        Route::Company(company),
        Route::Exchange,
        Route::Duplicates,
        Route::FirstReports,
        Route::Conflicts,
        Route::Import,
        Route::Unknown,
    ];
    pages.extend(Section::ALL.map(Route::Settings));
    pages.extend(Work::ALL.iter().copied().map(Route::Work));
    pages.extend(Place::ALL.map(Place::route));
    for page in pages {
        assert_eq!(Route::parse(&page.to_string()), page);
    }
}

#[test]
fn the_bare_address_is_today() {
    assert_eq!(Route::parse(""), Route::Today);
    assert_eq!(Route::parse("/"), Route::Today);
}

#[test]
fn what_leads_nowhere_is_said_and_not_guessed() {
    let company = RecordId::new(Kind::Company, 1);
    for path in ["/nowhere", "/project", "/project/1", "/settings/colour", "/today/2"] {
        assert_eq!(Route::parse(path), Route::Unknown, "{path}");
    }
    assert_eq!(Route::parse(&format!("/project/{company}")), Route::Unknown);
}

#[test]
fn a_location_keeps_its_state() {
    let place = Route::Table.with_query([("q", "\u{9502}\u{7535}"), ("view", "")]);
    assert_eq!(place.href(), "#/projects/table?q=%E9%94%82%E7%94%B5");
    assert_eq!(Location::parse(&place.to_string()), place);
}

#[test]
fn a_place_of_the_rail_is_lit_on_its_own_page() {
    for place in Place::ALL {
        assert_eq!(place.route().place(), Some(place));
    }
}

proptest! {
    #[test]
    fn any_address_leads_somewhere(hash in ".*") {
        let place = Location::parse(&hash);
        prop_assert_eq!(Location::parse(&place.to_string()), place);
    }
}
