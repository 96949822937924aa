//! The letters outside ASCII that an identifier may have.

use unicode_security::GeneralSecurityProfile;
use unicode_security::mixed_script::{
    AugmentedScriptSet, is_potential_mixed_script_confusable_char,
};

/// Whether rustc takes an identifier without a warning about its letters: none is uncommon (Unicode Standard Annex 31), and none of a
/// script that is there only in letters that look like those of another one (Unicode Technical Standard 39).
pub fn are_ordinary(name: &str) -> bool {
    if name.is_ascii() {
        return true;
    }
    let latin = AugmentedScriptSet::for_char('A');
    let script = AugmentedScriptSet::for_char;
    let is_clear = |c: char| {
        script(c) == latin
            || name.chars().any(|other| {
                script(other) == script(c) && !is_potential_mixed_script_confusable_char(other)
            })
    };
    let mut others = name.chars().filter(|c| !c.is_ascii());
    let are_letters = syn::parse_str::<syn::Ident>(name).is_ok();
    are_letters && others.all(|c| c.identifier_allowed() && is_clear(c))
}
