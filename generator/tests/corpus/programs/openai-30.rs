//! Asks a model a question, with instructions.

use sdk::models::{
    ChatCompletionRequestSystemMessage, ChatCompletionRequestUserMessage,
    CreateChatCompletionRequest,
};
use sdk::{ApiKeyAuth, Client, Error};

pub async fn job(client: &Client<ApiKeyAuth>) -> Result<Option<String>, Error> {
    let messages = vec![
        ChatCompletionRequestSystemMessage::new("Answer in one word.").into(),
        ChatCompletionRequestUserMessage::new("What is the capital of France?").into(),
    ];
    let request = CreateChatCompletionRequest::new("gpt-4o", messages).temperature(0.0);
    let completion = client.create_chat_completion(request).send().await?;
    let choice = completion.choices.into_iter().next();
    Ok(choice.and_then(|choice| choice.message.content))
}
