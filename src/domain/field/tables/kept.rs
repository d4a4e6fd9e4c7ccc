//! What the program keeps beside the pipeline: lists, views, authors, imports.

use super::super::{COMMON, Elements, Field, FieldDef, FieldType as T, Group};

fields! {
    /// One entry of an editable list.
    ListItemField, LIST_ITEM {
        First {
            /// The list it belongs to
            List = "list", T::Text;
            /// The word, as stored in records
            Word = "word", T::Text;
            /// How an English reader sees it
            English = "english", T::Text;
            /// Place in the list
            Order = "order", T::Int;
            /// No longer offered; old records keep it
            Retired = "retired", T::Bool;
        }
    }
}

fields! {
    /// A saved view of a table.
    SavedViewField, SAVED_VIEW {
        First {
            /// 名称
            Name = "name", T::Text;
            /// The table it is of
            Table = "table", T::Text;
            /// Columns, sort, filter and groups, as JSON
            Definition = "definition", T::LongText;
            /// Place in the menu
            Order = "order", T::Int;
        }
    }
}

fields! {
    /// Who wrote the changes of one node (one laptop in one person's hands).
    AuthorField, AUTHOR {
        First {
            /// 姓名
            Name = "name", T::Text;
            /// 单位
            Unit = "unit", T::Text;
            /// 这台电脑的叫法
            Device = "device", T::Text;
        }
    }
}

fields! {
    /// One run of an import.
    ImportRunField, IMPORT_RUN {
        First {
            /// File name
            File = "file", T::Text;
            /// Sheet name
            Sheet = "sheet", T::Text;
            /// When
            At = "at", T::Moment;
            /// Records created
            Created = "created", T::Int;
            /// Records changed
            Updated = "updated", T::Int;
            /// Rows skipped or rejected
            Skipped = "skipped", T::Int;
            /// Fingerprint of the headings, to remember the mapping
            Fingerprint = "fingerprint", T::Text;
            /// The mapping used: target word by column, as JSON
            Mapping = "mapping", T::LongText;
        }
    }
}
