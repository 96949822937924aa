//! The profile that is decoded: as text, as large as wanted.

/// The profile of a member of so many groups, as the service writes it.
pub fn text(groups: usize) -> String {
    let groups: Vec<String> = (0..groups).map(membership).collect();
    PROFILE.replace("GROUPS", &groups.join(","))
}

fn membership(number: usize) -> String {
    MEMBERSHIP.replace("NUMBER", &format!("{number:05}"))
}

/// The order of the keys is that of the examples in the document, which is not quite that of its schemas.
const PROFILE: &str = r#"{
"rownd_user":"user_p6mw3k1x9tq8v0ycb2hdz5rj","state":"enabled","auth_level":"verified",
"attributes":{"shop:tier":["gold"],"shop:points":["1840"],"rownd:app_variants":["variant_1","variant_2"]},
"data":{"user_id":"user_p6mw3k1x9tq8v0ycb2hdz5rj","email":"ada@example.com","first_name":"Ada","last_name":"Byron"},
"verified_data":{"email":"ada@example.com","phone_number":"+15550100"},
"groups":[GROUPS],
"meta":{"created":"2023-11-07T05:31:56Z","modified":"2024-02-29T17:04:11Z","first_sign_in":"2023-11-07T05:32:40Z",
"last_sign_in":"2024-03-01T08:15:00Z","last_active":"2024-03-01T08:47:23Z",
"last_passkey_registration_prompt":"2023-12-24T18:00:00Z"},
"connection_map":{}
}"#;

const MEMBERSHIP: &str = r#"
{"group":{"id":"group_k2v8s1m4q7x0c3z6b9nNUMBER","name":"Readers of volume NUMBER","member_count":0,"app_id":"290167281732813315",
"admission_policy":"invite_only","meta":{},"created_at":"2023-11-07T05:31:56Z","updated_at":"2024-02-29T17:04:11Z",
"updated_by":"user_p6mw3k1x9tq8v0ycb2hdz5rj","created_by":"user_p6mw3k1x9tq8v0ycb2hdz5rj"},
"member":{"user_id":"user_p6mw3k1x9tq8v0ycb2hdz5rj","roles":["owner","editor"],"id":"member_w5r2t9y6u3i0o7p4a1sNUMBER","state":"active",
"profile":{"user_id":"user_p6mw3k1x9tq8v0ycb2hdz5rj","email":"ada@example.com","first_name":"Ada","last_name":"Byron"},
"group_id":"group_k2v8s1m4q7x0c3z6b9nNUMBER"}}"#;
