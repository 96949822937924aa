//! Syntax that is built and not parsed: docs, fields and variants, of which large APIs have the most.

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::{
    AngleBracketedGenericArguments, AttrStyle, Attribute, Expr, ExprLit, Field, FieldModifiers,
    Fields, FieldsNamed, FieldsUnnamed, GenericArgument, Lit, LitStr, Meta, MetaNameValue, Path,
    PathArguments, PathSegment, Token, TypePath, TypeTuple, Variant, Visibility,
};

use crate::rust::{Deprecated, Docs, Ident, Type};

/// Docs as attributes.
pub fn attributes(docs: &Docs) -> Vec<Attribute> {
    docs.0.iter().map(|line| doc(line)).collect()
}

fn doc(line: &str) -> Attribute {
    // Without the space, the comment would stick to its marker.
    let text = if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    };
    outer(name_value(word("doc").into(), &text))
}

/// An attribute that has a text.
fn name_value(path: Path, text: &str) -> Meta {
    let lit = Lit::Str(LitStr::new(text, Span::call_site()));
    Meta::NameValue(MetaNameValue {
        path,
        eq_token: <Token![=]>::default(),
        value: Expr::Lit(ExprLit {
            attrs: Vec::new(),
            lit,
        }),
    })
}

/// The attribute of what should no longer be used.
pub fn deprecated(deprecated: &Deprecated) -> Attribute {
    let path = Path::from(word("deprecated"));
    outer(match &deprecated.note {
        None => Meta::Path(path),
        Some(note) => name_value(path, note),
    })
}

fn outer(meta: Meta) -> Attribute {
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: syn::token::Bracket::default(),
        meta,
    }
}

/// The fields of a struct.
pub fn named(fields: impl Iterator<Item = Field>) -> Fields {
    Fields::Named(FieldsNamed {
        brace_token: syn::token::Brace::default(),
        named: separated(fields),
    })
}

/// A field of a struct.
pub fn field(attrs: Vec<Attribute>, ident: &Ident, ty: syn::Type) -> Field {
    Field {
        vis: Visibility::Public(<Token![pub]>::default()),
        ident: Some(ident.token()),
        colon_token: Some(<Token![:]>::default()),
        ..unnamed(attrs, ty)
    }
}

/// A variant of an enum, with the value that it may hold.
pub fn variant(docs: &Docs, ident: &Ident, value: Option<syn::Type>) -> Variant {
    let fields = value.map(|ty| {
        Fields::Unnamed(FieldsUnnamed {
            paren_token: syn::token::Paren::default(),
            unnamed: std::iter::once(unnamed(Vec::new(), ty)).collect(),
        })
    });
    Variant {
        attrs: attributes(docs),
        ident: ident.token(),
        fields: fields.unwrap_or(Fields::Unit),
        discriminant: None,
    }
}

fn unnamed(attrs: Vec<Attribute>, ty: syn::Type) -> Field {
    Field {
        attrs,
        vis: Visibility::Inherited,
        modifiers: FieldModifiers::default(),
        ident: None,
        colon_token: None,
        ty,
        default: None,
    }
}

/// Members with a comma after each.
fn separated<T>(members: impl Iterator<Item = T>) -> Punctuated<T, Token![,]> {
    let mut list = Punctuated::new();
    for member in members {
        list.push_value(member);
        list.push_punct(<Token![,]>::default());
    }
    list
}

/// Where a type is spelled.
#[derive(Clone, Copy)]
pub enum Place {
    /// In the file of a model.
    Models,
    /// Elsewhere: the models are behind their module's name.
    Outside,
}

/// A type as it is spelled.
pub fn ty(ty: &Type, place: Place) -> syn::Type {
    let inner = |ty: &Type| self::ty(ty, place);
    match ty {
        Type::Scalar(scalar) => named_type(scalar.row().rust, []),
        Type::Bytes => named_type("Bytes", []),
        Type::Body => named_type("Body", []),
        Type::File => named_type("FilePart", []),
        Type::Parts => {
            let part = [named_type("String", []), named_type("FilePart", [])];
            generic("Vec", tuple(part.into_iter()))
        }
        Type::Value => named_type("Value", []),
        Type::Object => named_type("Map", [named_type("String", []), named_type("Value", [])]),
        Type::Vec(ty) => named_type("Vec", [inner(ty)]),
        Type::Tuple(items) => tuple(items.iter().map(inner)),
        Type::Map(ty) => named_type("BTreeMap", [named_type("String", []), inner(ty)]),
        Type::Option(ty) => generic("Option", inner(ty)),
        Type::Box(ty) => named_type("Box", [inner(ty)]),
        Type::JsonItems(ty) => named_type("JsonItems", [inner(ty)]),
        Type::EventStream(ty) => named_type("EventStream", [inner(ty)]),
        Type::JsonStream(ty) => named_type("JsonStream", [inner(ty)]),
        Type::Model(ident) => {
            let mut path = Path::from(ident.token());
            if matches!(place, Place::Outside) {
                path.segments.insert(0, word("models").into());
            }
            syn::Type::Path(TypePath {
                attrs: Vec::new(),
                qself: None,
                path,
            })
        }
    }
}

/// A type with one argument.
pub fn generic(name: &str, argument: syn::Type) -> syn::Type {
    named_type(name, [argument])
}

fn tuple(items: impl ExactSizeIterator<Item = syn::Type>) -> syn::Type {
    // Without the comma, one type in parentheses is that type.
    let needs_comma = items.len() == 1;
    let mut elems: Punctuated<syn::Type, Token![,]> = items.collect();
    if needs_comma {
        elems.push_punct(<Token![,]>::default());
    }
    syn::Type::Tuple(TypeTuple {
        attrs: Vec::new(),
        paren_token: syn::token::Paren::default(),
        elems,
    })
}

fn named_type<const N: usize>(name: &str, arguments: [syn::Type; N]) -> syn::Type {
    let mut segment = PathSegment::from(word(name));
    if N > 0 {
        segment.arguments = PathArguments::AngleBracketed(AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: <Token![<]>::default(),
            args: arguments.into_iter().map(GenericArgument::Type).collect(),
            gt_token: <Token![>]>::default(),
        });
    }
    let path = Path::from(segment);
    syn::Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path,
    })
}

fn word(word: &str) -> proc_macro2::Ident {
    proc_macro2::Ident::new(word, Span::call_site())
}
