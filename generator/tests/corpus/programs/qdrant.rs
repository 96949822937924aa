//! Creates a collection, upserts vectors with payloads, and searches the nearest one of a city.

use sdk::models::{
    CreateCollection, Distance, FieldCondition, Filter, MatchValue, PointStruct, PointsList,
    QueryRequest, ScoredPoint, VectorParams,
};
use sdk::serde_json::json;
use sdk::{ApiKey, Client, Error, to_map};

pub async fn job(client: &Client<ApiKey>) -> Result<Vec<ScoredPoint>, Error> {
    let collection = CreateCollection::new().vectors(VectorParams::new(Distance::Dot, 4));
    let create = client.create_collection("cities");
    create.body(collection).send().await?;

    let points = vec![
        PointStruct::new(1, vec![0.05, 0.61, 0.76, 0.74])
            .payload(to_map(json!({"city": "Berlin"}))?),
        PointStruct::new(2, vec![0.19, 0.81, 0.75, 0.11])
            .payload(to_map(json!({"city": "London"}))?),
    ];
    let upsert = client.upsert_points("cities", PointsList::new(points));
    upsert.wait(true).send().await?;

    let city = FieldCondition::new("city").r#match(MatchValue::new("London"));
    let query = QueryRequest::new()
        .query(vec![0.2, 0.1, 0.9, 0.7])
        .filter(Filter::new().must(vec![city.into()]))
        .with_payload(true)
        .limit(3);
    let found = client.query_points("cities").body(query).send().await?;
    Ok(found.result.map(|result| result.points).unwrap_or_default())
}
