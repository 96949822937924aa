//! Uploads a file into the root folder.

use sdk::models::{
    PostFilesContentBody, PostFilesContentBodyAttributes, PostFilesContentBodyAttributesParent,
};
use sdk::{Client, Error, FilePart, OAuth2Security};

pub async fn job(client: &Client<OAuth2Security>) -> Result<Option<String>, Error> {
    let root = PostFilesContentBodyAttributesParent::new("0");
    let attributes = PostFilesContentBodyAttributes::new("notes.txt", root);
    let file = FilePart::new("Remember the milk.").file_name("notes.txt");
    let body = PostFilesContentBody::new(attributes, file);
    let files = client.post_files_content(body).send().await?;
    let file = files.entries.into_iter().flatten().next();
    Ok(file.map(|file| file.id))
}
