//! Constants as expressions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::rust::Constant;

/// The expression of a constant.
pub fn constant(constant: &Constant) -> TokenStream {
    match constant {
        Constant::Text(text) => quote!(#text.into()),
        Constant::Integer(number) => integer(*number),
        Constant::Enumerated(number) => quote!(#number.into()),
        Constant::Number(number) => {
            let literal = Literal::f64_unsuffixed(number.abs());
            signed(number.is_sign_negative(), &literal)
        }
        Constant::Boolean(boolean) => quote!(#boolean),
        Constant::Null => quote!(Value::Null),
    }
}

fn integer(number: i128) -> TokenStream {
    signed(number < 0, &Literal::u128_unsuffixed(number.unsigned_abs()))
}

fn signed(is_negative: bool, literal: &Literal) -> TokenStream {
    if is_negative {
        quote!(-#literal)
    } else {
        quote!(#literal)
    }
}
