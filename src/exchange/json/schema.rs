//! The JSON Schema of the format, made from the field tables so that it cannot differ from them.
//!
//! It says no more than a schema can: that stamps are in order, that references lead somewhere and that
//! nothing was lost is for [`super::parse`] to check. `docs/format.schema.json` is its output; a test
//! keeps the two alike.

use super::{FORMAT, VERSION};
use crate::domain::field::{Elements, FieldDef, FieldType};
use crate::domain::{Currency, Field, Kind};
use serde_json::{Map, Value, json};

/// The digits of [`crate::domain::id::base32`].
const BASE32: &str = "[0-9a-hjkmnp-tv-z]{13}";
const MOMENT: &str = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z";

/// The schema of files of this version, as JSON text ready to be written.
pub fn schema() -> String {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Zhaoshang: a file between offices",
        "description": "See docs/format.md. Keys not named here belong to a newer version and are to be ignored.",
        "type": "object",
        "required": ["format", "version", "made", "from", "scope", "have", "authors", "records"],
        "properties": {
            "format": { "const": FORMAT },
            "version": { "const": VERSION },
            "made": { "$ref": "#/$defs/moment" },
            "from": { "$ref": "#/$defs/author" },
            "scope": { "$ref": "#/$defs/scope" },
            "have": { "$ref": "#/$defs/stamps" },
            "since": { "$ref": "#/$defs/stamps" },
            "authors": {
                "type": "object",
                "additionalProperties": { "$ref": "#/$defs/author" },
            },
            "records": { "type": "array", "items": { "$ref": "#/$defs/record" } },
            "seals": { "type": "array", "items": { "$ref": "#/$defs/seal" } },
            "signature": { "$ref": "#/$defs/signature" },
            "check": { "type": "string", "pattern": format!("^{BASE32}$") },
        },
        "if": { "properties": { "scope": { "properties": { "kind": { "const": "since" } } } } },
        "then": { "required": ["since"] },
        "$defs": definitions(),
    });
    // A value made of plain maps and texts always has a text form.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

fn definitions() -> Map<String, Value> {
    let mut defs = Map::new();
    let mut define = |name: &str, schema: Value| {
        defs.insert(name.to_string(), schema);
    };
    define("moment", json!({ "type": "string", "pattern": format!("^{MOMENT}$") }));
    define("node", json!({ "type": "string", "pattern": format!("^{BASE32}$") }));
    define(
        "stamp",
        json!({
            "description": "Moment, counter where not 0, and the author's short name in this file.",
            "type": "string",
            "pattern": format!("^{MOMENT}(#[0-9]{{1,5}})? [^ ]+$"),
        }),
    );
    define("stamps", json!({ "type": "array", "items": { "$ref": "#/$defs/stamp" } }));
    define(
        "author",
        json!({
            "type": "object",
            "required": ["node"],
            "properties": {
                "node": { "$ref": "#/$defs/node" },
                "name": { "type": "string" },
                "unit": { "type": "string" },
            },
        }),
    );
    define("scope", scope());
    let bytes = |digits: u8| json!({ "type": "string", "pattern": format!("^[A-Za-z0-9+/]{{{digits}}}$") });
    define("key", bytes(43));
    define("signed", bytes(86));
    define(
        "seal",
        json!({
            "type": "object",
            "required": ["until", "count", "head", "key", "signature"],
            "properties": {
                "until": { "$ref": "#/$defs/stamp" },
                "count": { "type": "integer", "minimum": 1 },
                "head": bytes(43),
                "key": { "$ref": "#/$defs/key" },
                "signature": { "$ref": "#/$defs/signed" },
            },
        }),
    );
    define(
        "signature",
        json!({
            "description": "The last member of the file; over all that stands before it.",
            "type": "object",
            "required": ["key", "signature"],
            "properties": {
                "key": { "$ref": "#/$defs/key" },
                "signature": { "$ref": "#/$defs/signed" },
            },
        }),
    );
    define("cells", json!({ "type": "object", "propertyNames": { "pattern": "^[a-z0-9_]{1,64}(/|$)" } }));
    define("record", record());
    for &kind in Kind::ALL {
        define(&format!("{}_id", kind.word()), id(kind));
        if kind != Kind::Foreign {
            define(&format!("{}_fields", kind.word()), fields(kind));
        }
    }
    defs
}

fn id(kind: Kind) -> Value {
    json!({ "type": ["string", "null"], "pattern": format!("^{}-{BASE32}$", kind.letter()) })
}

fn scope() -> Value {
    let of = |kind: &str, more: Value, required: &[&str]| {
        let mut properties = json!({ "kind": { "const": kind } });
        if let (Some(all), Value::Object(more)) = (properties.as_object_mut(), more) {
            all.extend(more);
        }
        json!({ "required": required, "properties": properties })
    };
    json!({
        "type": "object",
        "oneOf": [
            of("all", json!({}), &["kind"]),
            of("unit", json!({ "unit": { "$ref": "#/$defs/unit_id" } }), &["kind", "unit"]),
            of("selection", json!({ "records": { "type": "array", "items": { "type": "string" } } }), &["kind", "records"]),
            of("since", json!({ "colleague": { "$ref": "#/$defs/node" } }), &["kind"]),
        ],
    })
}

/// What holds for every record, and what else for each kind.
fn record() -> Value {
    let kinds = Kind::ALL.iter().filter(|&&kind| kind != Kind::Foreign).map(|kind| {
        let word = kind.word();
        let id = json!({ "$ref": format!("#/$defs/{word}_id") });
        let fields = json!({ "$ref": format!("#/$defs/{word}_fields") });
        json!({
            "if": { "properties": { "kind": { "const": word } } },
            "then": {
                "properties": { "id": id },
                "if": { "required": ["kept"] },
                "then": { "description": "Some values here are not of this version." },
                "else": { "properties": { "fields": fields } },
            },
        })
    });
    let change = json!({
        "type": "object",
        "required": ["value", "stamp"],
        "properties": { "stamp": { "$ref": "#/$defs/stamp" }, "over": { "$ref": "#/$defs/stamps" } },
    });
    let cells = |schema: Value| json!({ "$ref": "#/$defs/cells", "additionalProperties": schema });
    json!({
        "type": "object",
        "required": ["kind", "id", "stamp", "fields"],
        "properties": {
            "kind": { "type": "string", "pattern": "^[a-z0-9_]{1,64}$" },
            "id": { "type": "string", "minLength": 1 },
            "stamp": { "$ref": "#/$defs/stamp" },
            "fields": { "$ref": "#/$defs/cells", "minProperties": 1 },
            "stamps": cells(json!({ "$ref": "#/$defs/stamp" })),
            "over": cells(json!({ "$ref": "#/$defs/stamps" })),
            "history": cells(json!({ "type": "array", "minItems": 1, "items": change })),
            "kept": cells(json!({ "const": true })),
        },
        "allOf": kinds.collect::<Vec<_>>(),
    })
}

fn fields(kind: Kind) -> Value {
    let mut single = Map::new();
    let mut families = Map::new();
    for (_, def) in Field::of(kind).filter(|(field, _)| {
        // Every kind has these two in the table; only records kept as they came use them.
        *field != Field::FOREIGN_KIND && *field != Field::FOREIGN_ID
    }) {
        let schema = value(kind, def);
        match def.elements {
            Elements::One => single.insert(def.word.into(), schema),
            Elements::Free => families.insert(format!("^{}(/|$)", def.word), schema),
            Elements::Milestones | Elements::Set(_) | Elements::Evidence => {
                families.insert(format!("^{}/", def.word), schema)
            }
            Elements::Records(of) => {
                families.insert(format!("^{}/{}-{BASE32}$", def.word, of.letter()), schema)
            }
        };
    }
    json!({ "properties": single, "patternProperties": families })
}

/// The values of a field; every field may be cleared, which is `null`.
fn value(kind: Kind, def: &FieldDef) -> Value {
    use FieldType as T;
    let whole = |what: &str| json!({ "type": ["integer", "null"], "description": what });
    match def.ty {
        T::Text | T::LongText | T::Phone => json!({ "type": ["string", "null"] }),
        T::Choice(list) => {
            json!({ "type": ["string", "null"], "description": format!("A word of the list {}.", list.word()) })
        }
        T::Int => json!({ "type": ["integer", "null"] }),
        T::Area => whole("Hundredths of a square metre."),
        T::Percent => whole("Hundredths of a percent."),
        T::Rate => whole("Ten-thousandths of a yuan for one unit of the currency."),
        T::Days => whole("Tenths of a day."),
        T::Number => whole("Ten-thousandths."),
        T::Moment => whole("Milliseconds since 1970 UTC."),
        T::Bool => json!({ "type": ["boolean", "null"] }),
        T::Date => json!({ "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        T::Money => {
            let codes: Vec<&str> = Currency::ALL.iter().map(|currency| currency.code()).collect();
            json!({
                "type": ["object", "null"],
                "description": "Whole units of one currency.",
                "minProperties": 1,
                "maxProperties": 1,
                "propertyNames": { "enum": codes },
                "additionalProperties": { "type": "integer" },
            })
        }
        T::Ref(to) => json!({ "$ref": format!("#/$defs/{}_id", to.word()) }),
        T::Same => json!({ "$ref": format!("#/$defs/{}_id", kind.word()) }),
    }
}
