//! A redirect never carries a credential to another origin, and a PUT follows none.

use crate::support::{APP, TOKEN, USER, backend_at, body, signed_in, signed_in_at, status_of};
use rownd::Error;
use rownd::http::HeaderValue;
use rownd::reqwest::redirect::Policy;
use rownd_tests::{Scripted, Server};
use serde_json::json;

const ALL: [u16; 5] = [301, 302, 303, 307, 308];

fn to(status: u16, location: &str) -> Scripted {
    Scripted::new(status).header("location", location)
}

/// The error of a GET that gets a redirect to `location`.
async fn rejected_redirect(server: &Server, status: u16, location: &str) -> Error {
    server.then(to(status, location));
    let error = signed_in(server).get_my_profile(APP).send().await;
    let error = error.expect_err(location);
    assert_eq!(status_of(&error), Some(status), "{location}");
    let headers = error.headers().expect("there are headers");
    assert_eq!(
        headers.get("location").map(HeaderValue::as_bytes),
        Some(location.as_bytes())
    );
    error
}

#[tokio::test]
async fn the_get_does_not_follow_to_another_origin() {
    let other = Server::always(&Scripted::json(200, "{}"));
    let server = Server::start([]);
    let (own, foreign) = (server.port(), other.port());
    for status in ALL {
        rejected_redirect(&server, status, &format!("{}/x", other.url())).await;
    }
    for location in [
        format!("//127.0.0.1:{foreign}/x"),
        format!("/\\127.0.0.1:{foreign}/x"),
        format!("http://127.0.0.1:{own}@127.0.0.1:{foreign}/x"),
        // The same port under another name or scheme is another origin too.
        format!("http://localhost:{own}/x"),
        format!("https://127.0.0.1:{own}/x"),
    ] {
        rejected_redirect(&server, 302, &location).await;
    }
    assert_eq!(other.requests(), []);
    assert_eq!(server.requests().len(), 10);
}

#[tokio::test]
async fn the_get_follows_within_the_origin() {
    for status in ALL {
        let server = Server::start([]);
        server.then(to(status, "/moved?page=1"));
        server.then(to(status, &format!("{}/a/b", server.url())));
        server.then(to(status, "c"));
        server.then(Scripted::json(200, r#"{"rownd_user":"user_1"}"#));
        let profile = signed_in(&server).get_my_profile(APP).send().await;
        let profile = profile.expect("the response is fine");
        assert_eq!(profile.rownd_user.as_deref(), Some("user_1"));

        let requests = server.requests();
        let lines: Vec<_> = requests
            .iter()
            .map(|request| request.line.as_str())
            .collect();
        assert_eq!(
            lines[1..],
            [
                "GET /moved?page=1 HTTP/1.1",
                "GET /a/b HTTP/1.1",
                "GET /a/c HTTP/1.1"
            ]
        );
        let bearer = format!("Bearer {TOKEN}");
        for request in &requests {
            assert_eq!(request.header("authorization"), Some(bearer.as_str()));
            assert_eq!(request.header("accept"), Some("application/json"));
            assert_eq!(request.header("referer"), None);
        }
    }
}

#[tokio::test]
async fn the_get_does_not_leave_its_origin_on_a_later_redirect_either() {
    let other = Server::always(&Scripted::json(200, "{}"));
    let server = Server::start([to(302, "/moved"), to(302, &other.url())]);
    let error = signed_in(&server).get_my_profile(APP).send().await;
    let error = error.expect_err("the second redirect is to another origin");
    assert_eq!(status_of(&error), Some(302));
    assert_eq!(server.requests().len(), 2);
    assert_eq!(other.requests(), []);
}

#[tokio::test]
async fn five_redirects_are_followed_and_a_sixth_is_an_error() {
    let server = Server::start(vec![to(302, "/again"); 5]);
    server.then(Scripted::json(200, "{}"));
    let profile = signed_in(&server).get_my_profile(APP).send().await;
    profile.expect("five steps are fine");
    assert_eq!(server.requests().len(), 6);

    let server = Server::always(&to(302, "/again"));
    let error = signed_in(&server).get_my_profile(APP).send().await;
    let error = error.expect_err("the redirects never end");
    assert_eq!(status_of(&error), Some(302));
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn a_redirect_without_a_location_is_an_error() {
    let server = Server::start([Scripted::new(302), Scripted::new(304), Scripted::new(300)]);
    for status in [302, 304, 300] {
        let error = signed_in(&server).get_my_profile(APP).send().await;
        let error = error.expect_err("there is no profile");
        assert_eq!(status_of(&error), Some(status));
    }
    for location in [
        "http://",
        "http://[",
        "mailto:gary@foo.com",
        "javascript:alert(1)",
    ] {
        rejected_redirect(&server, 307, location).await;
    }
}

#[tokio::test]
async fn the_put_follows_no_redirect() {
    // Not even within the origin: its body and its secret go where the caller sent them.
    let other = Server::always(&Scripted::json(200, "{}"));
    for status in ALL {
        for location in ["/moved".to_owned(), other.url()] {
            let server = Server::always(&to(status, &location));
            let client = backend_at(&server.url())
                .build()
                .expect("the client is sound");
            let put = client.upsert_user_profile(APP, USER, body(json!({})));
            let error = put.send().await.expect_err(&location);
            assert_eq!(status_of(&error), Some(status));
            assert_eq!(error.attempts(), 1);
            server.only_request();
        }
    }
    assert_eq!(other.requests(), []);
}

#[tokio::test]
async fn settings_of_the_caller_do_not_loosen_the_redirects() {
    let other = Server::always(&Scripted::json(200, "{}"));
    let server = Server::always(&to(307, &other.url()));
    let loose = || {
        let builder = rownd::reqwest::Client::builder().no_proxy();
        builder.redirect(Policy::limited(10)).referer(true)
    };
    let client = backend_at(&server.url()).reqwest(loose()).build();
    let put = client
        .expect("the client is sound")
        .upsert_user_profile(APP, USER, body(json!({})));
    assert!(put.send().await.is_err());
    let client = signed_in_at(&server.url()).reqwest(loose()).build();
    let get = client.expect("the client is sound").get_my_profile(APP);
    assert!(get.send().await.is_err());
    assert_eq!(other.requests(), []);
}
