//! Lists the addresses of the pods that have a label.

use sdk::{BearerToken, Client, Error};

pub async fn job(client: &Client<BearerToken>) -> Result<Vec<String>, Error> {
    let pods = client
        .list_core_v1_namespaced_pod("default")
        .label_selector("app=web")
        .limit(50)
        .send()
        .await?;
    let status = pods.items.into_iter().filter_map(|pod| pod.status);
    Ok(status.filter_map(|status| status.pod_ip).collect())
}
