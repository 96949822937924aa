use sdk::{Client, NoCredentials};

use crate::support::{Server, block_on};

#[test]
fn parameters_with_one_value_are_not_asked_for() {
    let server = Server::with(204, "", "");
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    // Neither are the headers of the connection.
    block_on(client.get_report("7", "me/1").mode("slow").send()).unwrap();
    assert_eq!(
        server.url(),
        "https://api.example.com/.2/reports/7?api=reports&full=true&ratio=1.50&path=/a%20b&json=%22x%22&mode=slow"
    );
    assert_eq!(server.header("x-kind").as_deref(), Some("short report"));
    assert_eq!(server.header("cookie").as_deref(), Some("lang=en"));
    assert_eq!(server.header("user-agent").as_deref(), Some("me/1"));
    assert_eq!(server.header("content-length"), None);
}
