//! Every field of a record, edited in place.

use crate::domain::Field;
use crate::domain::field::{Elements, Group, owner_field};
use crate::domain::{FieldType, RecordId};
use crate::ui::forms::CellField;
use leptos::prelude::*;

/// The fields of a record in the order of their declaration.
#[component]
pub fn RecordForm(
    /// Which record.
    id: RecordId,
    /// Leaves out what the record belongs to: the page is that record's own.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    let owner = owner_field(id.kind).filter(|_| within);
    let asked = Field::of(id.kind).filter(move |(field, def)| {
        let is_own = !matches!(def.group, Group::Internal) && *field != Field::TAGS && Some(*field) != owner;
        // What is told of each of several records has a panel of its own.
        is_own && !(matches!(def.elements, Elements::Records(_)) && def.ty != FieldType::Bool)
    });
    let cells = asked.map(|(field, def)| view! { <CellField id field def/> }).collect_view();
    view! { <div class="cells">{cells}</div> }.into_any()
}
