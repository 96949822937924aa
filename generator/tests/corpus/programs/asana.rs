//! Adds a task to a project.

use sdk::models::{CreateTaskBody, TaskCreateRequest};
use sdk::{Client, Error, PersonalAccessToken};

pub async fn job(client: &Client<PersonalAccessToken>) -> Result<Option<String>, Error> {
    let task = TaskCreateRequest::new()
        .name("Buy catnip")
        .due_on("2026-12-24")
        .projects(["1331"]);
    let created = client
        .create_task(CreateTaskBody::new().data(task))
        .opt_fields(["name", "due_on"])
        .send()
        .await?;
    Ok(created.data.and_then(|task| task.gid))
}
