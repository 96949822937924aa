//! Tells which variant of a union a response has.

use sdk::models::{Mapped, Shape};
use sdk::{Client, Error, NoCredentials};

pub async fn job(client: &Client<NoCredentials>) -> Result<Option<i64>, Error> {
    let things = client.get_things().send().await?;
    if let Some(Shape::Address(address)) = things.shape {
        return Ok(address.number);
    }
    Ok(match things.mapped {
        Some(Mapped::Cat(cat)) => cat.lives,
        Some(Mapped::Barks(dog)) => dog.bones,
        Some(_) | None => None,
    })
}
