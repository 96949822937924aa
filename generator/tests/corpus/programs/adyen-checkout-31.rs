//! Starts a session of a checkout.

use sdk::models::{Amount, CreateCheckoutSessionRequest};
use sdk::{ApiKeyAuth, Client, Error};

pub async fn job(client: &Client<ApiKeyAuth>) -> Result<Option<String>, Error> {
    let session = CreateCheckoutSessionRequest::new(
        Amount::new("EUR", 1000),
        "YOUR_MERCHANT_ACCOUNT",
        "order-1",
        "https://shop.example.com/returned",
    )
    .country_code("NL")
    .shopper_email("jenny@example.com")
    .allowed_payment_methods(["ideal", "scheme"]);
    let session = client.post_sessions(session).idempotency_key("order-1").send().await?;
    Ok(session.session_data)
}
