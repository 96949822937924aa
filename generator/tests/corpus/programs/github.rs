//! Lists the open bugs of a repository, and the newest of its commits, page after page.

use sdk::models::{Commit, Issue};
use sdk::{Client, Error, NoCredentials};

pub async fn job(client: &Client<NoCredentials>) -> Result<(Vec<Issue>, Vec<Commit>), Error> {
    let bugs = client
        .issues_list_for_repo("rust-lang", "rust")
        .state("open")
        .labels("C-bug,E-easy")
        .since("2026-01-01T00:00:00Z")
        .per_page(50)
        .send()
        .await?;
    let mut commits = client.repos_list_commits("rust-lang", "rust").items();
    let mut newest = Vec::new();
    while let Some(commit) = commits.next().await {
        newest.push(commit?);
        if newest.len() == 250 {
            break;
        }
    }
    Ok((bugs, newest))
}
