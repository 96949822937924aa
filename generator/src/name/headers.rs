//! Response headers.

use super::docs;
use super::imports::Imports;
use super::markdown::code;
use super::types::Types;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{Header, Ident, Import};

/// The headers of all operations: a constant for each name, and one more where an operation has another type for it.
pub struct Headers {
    /// The constants, sorted by name.
    pub all: Vec<Header>,
    /// What their types need.
    pub imports: Vec<Import>,
    /// Those of each operation, in the order of the document.
    pub by_operation: Vec<Vec<Ident>>,
}

pub fn headers(api: &ir::Api, types: &Types) -> Headers {
    let mut scope = Scope::default();
    let mut known: Vec<(&ir::Header, Ident)> = Vec::new();
    let mut by_operation = vec![Vec::new(); api.operations.len()];
    // The order of the document decides about no name.
    let mut operations: Vec<_> = api.operations.iter().zip(&mut by_operation).collect();
    operations.sort_by_cached_key(|(operation, _)| (operation.words(), operation.title()));
    for (operation, of_operation) in operations {
        let mut own = Vec::new();
        for header in &operation.headers {
            let mut same = known.iter().filter(|(known, _)| is_same(known, header));
            if let Some((_, ident)) = same.next() {
                own.push(ident.clone());
                continue;
            }
            let is_taken = known.iter().any(|(known, _)| known.wire == header.wire);
            let words = if is_taken {
                format!("{} {}", operation.name, header.wire)
            } else {
                header.wire.clone()
            };
            let ident = scope.claim(&words, Role::Constant);
            known.push((header, ident.clone()));
            own.push(ident);
        }
        *of_operation = own;
    }
    let mut all: Vec<Header> = known
        .into_iter()
        .map(|(header, ident)| self::header(header, ident, types))
        .collect();
    all.sort_by_key(|header| header.ident.to_string());
    let mut imports = Imports::default();
    imports.add("crate", "Header");
    all.iter().for_each(|header| imports.add_type(&header.ty));
    Headers {
        all,
        imports: imports.finish(),
        by_operation,
    }
}

fn is_same(one: &ir::Header, other: &ir::Header) -> bool {
    one.wire == other.wire && one.ty == other.ty && one.spelling == other.spelling
}

fn header(header: &ir::Header, ident: Ident, types: &Types) -> Header {
    Header {
        origin: header.origin,
        ident,
        docs: docs::docs(&header.docs, &format!("The header {}.", code(&header.wire))),
        deprecated: docs::deprecated(header.deprecated, &header.docs),
        wire: header.wire.clone(),
        ty: types.spell(&header.ty),
        constructor: match header.spelling {
            ir::HeaderSpelling::Simple => "new",
            ir::HeaderSpelling::Json => "json",
        },
    }
}
