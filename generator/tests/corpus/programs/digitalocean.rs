//! Creates a droplet.

use sdk::models::{DropletsCreate202Response, DropletsCreateBodySingleDropletRequest};
use sdk::{BearerAuth, Client, Error};

pub async fn job(client: &Client<BearerAuth>) -> Result<Option<i64>, Error> {
    let droplet =
        DropletsCreateBodySingleDropletRequest::new("web", "ubuntu-20-04-x64", "s-1vcpu-1gb")
            .region("nyc3")
            .ssh_keys(vec![
                "3b:16:e4:bf:8b:00:8b:b8:59:8c:a9:d3:f0:19:fa:45".into(),
            ])
            .tags(["env:prod"]);
    let created = client.droplets_create(droplet).send().await?;
    Ok(match created {
        DropletsCreate202Response::SingleDropletResponse(created) => Some(created.droplet.id),
        _ => None,
    })
}
