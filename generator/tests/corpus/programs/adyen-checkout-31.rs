//! Starts a session of a checkout.

use sdk::models::{Amount, CreateCheckoutSessionRequest, CreateCheckoutSessionRequestRequired};
use sdk::{ApiKeyAuth, Client, Error};

pub async fn job(client: &Client<ApiKeyAuth>) -> Result<Option<String>, Error> {
    let session = CreateCheckoutSessionRequest::new(CreateCheckoutSessionRequestRequired {
        amount: Amount::new(1000, "EUR"),
        merchant_account: "MyShop".to_owned(),
        reference: "order-1".to_owned(),
        return_url: "https://shop.example.com/returned".to_owned(),
    })
    .country_code("NL")
    .allowed_payment_methods(["ideal", "scheme"]);
    let session = client.post_sessions(session);
    let session = session.idempotency_key("order-1").send().await?;
    Ok(session.session_data)
}
