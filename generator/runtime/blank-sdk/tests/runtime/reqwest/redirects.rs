//! Redirects: followed within the origin alone.

use super::{Server, keys, ok, redirect, serve};
use crate::support::{Get, Keys, Put};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::request::Request;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Mutex;
use std::thread;

#[tokio::test]
async fn redirects_within_the_origin_are_followed() {
    for status in [301, 302, 303, 307, 308] {
        let server = Server::new([
            redirect(status, "/other?x=1"),
            redirect(status, "third"),
            ok("1"),
        ]);
        let client = server.client().with_credentials(keys());
        let response = Request::<Get>::authorized::<Keys, _>(&client)
            .send_raw()
            .await
            .unwrap();
        assert_eq!(*response.body(), 1);
        assert_eq!(response.attempts(), 1);
        let requests = server.requests();
        assert!(
            requests[1].starts_with("GET /other?x=1 "),
            "{}",
            requests[1]
        );
        assert!(requests[2].starts_with("GET /third "), "{}", requests[2]);
        for request in requests {
            assert!(request.contains("x-secret: s1"), "{request}");
            assert!(!request.contains("referer"), "{request}");
        }
    }
}

#[tokio::test]
async fn redirects_to_another_origin_are_not_followed() {
    let other = Server::new([ok("1")]);
    let port = other.url.rsplit(':').next().unwrap();
    let locations = [
        other.url.clone(),
        format!("//localhost:{port}/"),
        other.url.replace("http", "https"),
        "//".to_owned(),
        "http://[".to_owned(),
    ];
    for location in locations {
        let server = Server::new([redirect(302, &location)]);
        let error = Request::<Get>::new(&server.client())
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.status().unwrap(), 302);
        assert_eq!(error.headers().unwrap()["location"], location);
        assert!(error.is_status());
    }
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn a_redirect_with_a_user_name_is_not_followed() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let response = redirect(302, &format!("http://user:pass@{address}/"));
    let server =
        thread::spawn(move || serve(listener.accept().unwrap().0, &response, &Mutex::default()));
    let client = Client::builder(NoCredentials).base_url(&format!("http://{address}"));
    let client = client
        .reqwest(reqwest::Client::builder().no_proxy())
        .build()
        .unwrap();
    let error = Request::<Get>::new(&client).send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 302);
    server.join().unwrap();
}

#[tokio::test]
async fn five_redirects_are_followed_and_no_more() {
    let server = Server::new((0..5).map(|_| redirect(302, "/things")).chain([ok("1")]));
    assert_eq!(
        Request::<Get>::new(&server.client()).send().await.unwrap(),
        1
    );
    let server = Server::new((0..6).map(|_| redirect(302, "/things")));
    let error = Request::<Get>::new(&server.client())
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap(), 302);
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn other_methods_follow_no_redirect() {
    for status in [301, 307] {
        let server = Server::new([redirect(status, "/other")]);
        let mut request = Request::<Put>::new(&server.client());
        request.parts.json("body");
        let error = request.send().await.unwrap_err();
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn other_settings_of_reqwest_apply_but_not_its_redirects() {
    let other = Server::new([ok("1")]);
    let server = Server::new([redirect(307, &other.url)]);
    let mut headers = http::HeaderMap::new();
    headers.insert("x-gateway", "1".parse().unwrap());
    let builder = reqwest::Client::builder()
        .no_proxy()
        .default_headers(headers)
        .referer(true)
        .redirect(reqwest::redirect::Policy::limited(9));
    let client = Client::builder(NoCredentials)
        .base_url(&server.url)
        .reqwest(builder)
        .build()
        .unwrap();
    let error = Request::<Get>::new(&client).send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 307);
    assert!(server.requests()[0].contains("x-gateway: 1"));
    assert!(other.requests().is_empty());
}
