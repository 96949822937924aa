//! Adds a pet, and finds those that are available.

use sdk::models::Pet;
use sdk::{Client, Error, PetstoreAuth};

pub async fn job(client: &Client<PetstoreAuth>) -> Result<Vec<Pet>, Error> {
    let pet = Pet::new("Rex", ["https://pets.example.com/rex.jpg"]).status("available");
    client.add_pet(pet).send().await?;
    client
        .find_pets_by_status()
        .status("available")
        .send()
        .await
}
