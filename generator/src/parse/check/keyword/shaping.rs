//! Keywords that shape the SDK.

/// The keywords without which another SDK comes out.
const SHAPING: &str = "
    $ref additionalProperties allOf anyOf components content contentType delete discriminator encoding enum explode format get head
    headers in info
    items mapping name nullable oneOf options parameters patch paths post properties propertyName put requestBodies requestBody
    required responses schema schemas scheme security securitySchemes servers style trace type url variables
";

/// Whether a keyword is one of them: what holds a misspelled one is not known.
pub fn shapes(keyword: &str) -> bool {
    SHAPING.split_whitespace().any(|known| known == keyword)
}
