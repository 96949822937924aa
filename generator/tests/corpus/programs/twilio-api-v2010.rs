//! Sends a message with a picture.

use sdk::models::CreateMessageBody;
use sdk::{AccountSidAuthToken, Client, Error};

pub async fn job(client: &Client<AccountSidAuthToken>) -> Result<Option<String>, Error> {
    let message = CreateMessageBody::new("+15558675310")
        .from("+15017122661")
        .body("Hello")
        .media_url(["https://demo.example.com/owl.png"]);
    let message = client.create_message("AC123", message).send().await?;
    Ok(message.sid)
}
