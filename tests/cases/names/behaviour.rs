// All models at once, as examples often do: what the prelude has must stay what it is.
use sdk::models::*;
use sdk::{Client, NoCredentials};
use serde_json::json;

use crate::support::{Server, block_on};

#[test]
fn letters_are_kept_and_the_prelude_is_not_shadowed() -> Result<(), sdk::Error> {
    let server = Server::with(200, "application/json", r#"{"error":{"message":"m"}}"#);
    let client = Client::builder(NoCredentials).transport(server.clone()).build()?;
    let größe = Größe::new(3).名前("n").имя("i").art(GrößeArt::Groß);
    let result: ResultModel = block_on(client.größe_setzen(größe).имя("q").send())?;
    let message: Option<String> = result.error.and_then(|error: Error| error.message);
    assert_eq!(message.as_deref(), Some("m"));
    assert_eq!(server.json(), json!({"länge": 3, "名前": "n", "имя": "i", "art": "groß"}));
    assert!(server.url().ends_with("?%D0%B8%D0%BC%D1%8F=q"), "{}", server.url());
    let lists: Vec<Box<dyn Iterator<Item = u8> + Send>> = Vec::new();
    assert!(lists.is_empty());
    Ok(())
}
