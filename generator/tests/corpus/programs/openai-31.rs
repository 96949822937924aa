//! Prints what a model writes while it is written.

use sdk::models::{ChatCompletionRequestUserMessage, CreateChatCompletionRequest};
use sdk::{ApiKeyAuth, Client, Error};

pub async fn job(client: &Client<ApiKeyAuth>) -> Result<String, Error> {
    let question = ChatCompletionRequestUserMessage::new("Why is the sky blue?");
    let request = CreateChatCompletionRequest::new("gpt-4o", vec![question.into()]);
    let mut chunks = client.create_chat_completion_as_stream(request).await?;
    let mut answer = String::new();
    while let Some(chunk) = chunks.next().await {
        for choice in chunk?.choices {
            let text = choice.delta.content.unwrap_or_default();
            print!("{text}");
            answer.push_str(&text);
        }
    }
    Ok(answer)
}
