//! Lists the open bugs of a repository.

use sdk::models::Issue;
use sdk::{Client, Error, NoCredentials};

pub async fn job(client: &Client<NoCredentials>) -> Result<Vec<Issue>, Error> {
    client
        .issues_list_for_repo("rust-lang", "rust")
        .state("open")
        .labels("C-bug,E-easy")
        .since("2026-01-01T00:00:00Z")
        .per_page(50)
        .send()
        .await
}
