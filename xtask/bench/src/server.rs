//! A server on loopback that responds to each request alike.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::thread;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime;

/// Serves a JSON text until the program ends, and gives the URL. All connections share one thread, so that none of them fares better.
pub fn serve(json: &str) -> io::Result<String> {
    let length = json.len();
    let response = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{json}"
    );
    let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
    let loopback = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let listener = runtime.block_on(TcpListener::bind(loopback))?;
    let url = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        runtime.block_on(async {
            while let Ok((connection, _)) = listener.accept().await {
                tokio::spawn(respond(connection, response.clone()));
            }
        });
    });
    Ok(url)
}

/// Responds to the requests of a connection, which have no bodies, until the client closes it.
async fn respond(mut connection: TcpStream, response: String) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let mut request = Vec::new();
    while connection.read_buf(&mut request).await? > 0 {
        if request.ends_with(b"\r\n\r\n") {
            connection.write_all(response.as_bytes()).await?;
            request.clear();
        }
    }
    Ok(())
}
