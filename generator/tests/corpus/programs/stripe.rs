//! Creates a customer, and a payment of this customer.

use sdk::models::{PostCustomersBody, PostPaymentIntentsBody};
use sdk::{BearerAuth, Client, Error};

pub async fn job(client: &Client<BearerAuth>) -> Result<Option<String>, Error> {
    let customer = PostCustomersBody::new()
        .email("jenny@example.com")
        .preferred_locales(["en", "de"]);
    let customer = client.post_customers().body(customer).send().await?;
    let payment = PostPaymentIntentsBody::new(1099, "eur")
        .customer(customer.id)
        .payment_method_types(["card"]);
    let payment = client.post_payment_intents(payment).send().await?;
    Ok(payment.client_secret)
}
