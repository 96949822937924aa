//! Types that several places share: equal inline schemas, and the schemas of components.

use insta::assert_snapshot;

use crate::support::{Emitted, emit, schemas};

/// The lines that name types: what is defined, what the fields hold, and which further names there are.
fn types(text: &str) -> String {
    types_of(&schemas(text))
}

fn types_of(emitted: &Emitted) -> String {
    let paths = emitted.paths("src/models/");
    let lines = paths.lines().flat_map(|path| {
        let file = emitted.file(path).lines();
        let is_type = |line: &&str| line.starts_with("pub ") || line.starts_with("    pub ");
        file.filter(is_type)
    });
    let exports = emitted.file("src/models.rs").split([',', '{', '}', ';']);
    let names = exports.map(str::trim).filter(|name| name.contains(" as "));
    lines.chain(names).collect::<Vec<_>>().join("\n")
}

#[test]
fn of_one_property_at_several_places() {
    assert_snapshot!(types("
        Person:
          type: object
          properties:
            home: {type: object, properties: {address: {type: object, properties: {street: {type: string}}}}}
        Company:
          type: object
          properties:
            address: {type: object, properties: {street: {type: string}}}
            state: {type: string, enum: ['on', 'off']}
        Device:
          type: object
          properties:
            state: {type: string, description: It is on or off., enum: ['on', 'off']}
            mode: {type: string, enum: ['on', 'off']}
    "), @"
    pub struct Company {
        pub address: Option<CompanyAddress>,
        pub state: Option<CompanyState>,
    pub struct CompanyAddress {
        pub street: Option<String>,
    pub enum CompanyState {
    pub struct Device {
        pub state: Option<DeviceState>,
        pub mode: Option<DeviceMode>,
    pub enum DeviceMode {
    pub struct Person {
        pub home: Option<PersonHome>,
    pub struct PersonHome {
        pub address: Option<PersonHomeAddress>,
    CompanyAddress as PersonHomeAddress
    CompanyState as DeviceState
    ");
}

#[test]
fn of_equal_names_that_differ() {
    assert_snapshot!(types("
        A: {type: object, properties: {state: {type: string, enum: ['on', 'off']}}}
        B: {type: object, properties: {state: {type: string, enum: ['on', 'off', broken]}}}
    "), @"
    pub struct A {
        pub state: Option<AState>,
    pub enum AState {
    pub struct B {
        pub state: Option<BState>,
    pub enum BState {
    ");
}

#[test]
fn whose_paths_end_alike() {
    assert_snapshot!(types("
        Address: {type: object, properties: {line: {type: string}}}
        A: {type: object, properties: {home: {type: object, properties: {address: {type: object, properties: {street: {type: string}}}}}}}
        B: {type: object, properties: {work: {type: object, properties: {address: {type: object, properties: {street: {type: string}}}}}}}
    "), @"
    pub struct A {
        pub home: Option<AHome>,
    pub struct AHome {
        pub address: Option<AHomeAddress>,
    pub struct AHomeAddress {
        pub street: Option<String>,
    pub struct Address {
        pub line: Option<String>,
    pub struct B {
        pub work: Option<BWork>,
    pub struct BWork {
        pub address: Option<BWorkAddress>,
    AHomeAddress as BWorkAddress
    ");
}

#[test]
fn of_one_value() {
    assert_snapshot!(types("
        A: {type: object, properties: {kind: {type: string, enum: [list]}, next: {anyOf: [{type: integer}, {type: string, enum: ['']}]}}}
        B: {type: object, properties: {kind: {type: string, enum: [list]}, last: {anyOf: [{type: integer}, {type: string, enum: ['']}]}}}
        C: {type: object, properties: {kind: {type: string, enum: [single]}}}
    "), @"
    pub struct A {
        pub kind: Option<String>,
        pub next: Option<ANext>,
    pub enum ANext {
    pub enum ANextEmpty {
    pub struct B {
        pub kind: Option<String>,
        pub last: Option<BLast>,
    pub enum BLast {
    pub struct C {
        pub kind: Option<String>,
    ANextEmpty as BLastEmpty
    ");
}

#[test]
fn of_components_are_named_after_them() {
    assert_snapshot!(types_of(&emit("
        paths:
          /things:
            parameters: [{$ref: '#/components/parameters/order'}]
            get: {operationId: listThings, responses: {'200': {$ref: '#/components/responses/Page'}}}
            post: {operationId: addThing, requestBody: {$ref: '#/components/requestBodies/Thing'}, responses: {'201': {$ref: '#/components/responses/Page'}}}
        components:
          parameters:
            order: {name: sort, in: query, schema: {type: string, enum: [up, down]}}
          requestBodies:
            Thing: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
          responses:
            Page: {description: A page., content: {application/json: {schema: {type: object, properties: {next: {type: string}}}}}}
    ")), @"
    pub enum OrderParameter {
    pub struct PageResponse {
        pub next: Option<String>,
    pub struct ThingBody {
        pub name: Option<String>,
        pub fn new() -> Self {
        pub fn name(mut self, name: impl Into<String>) -> Self {
    ");
}

#[test]
fn of_components_whose_names_say_what_they_are() {
    assert_snapshot!(types_of(&emit("
        paths:
          /things:
            parameters: [{$ref: '#/components/parameters/order_parameter'}]
            get: {operationId: listThings, responses: {'200': {$ref: '#/components/responses/PageResponse'}}}
            post: {operationId: addThing, requestBody: {$ref: '#/components/requestBodies/Antibody'}, responses: {'201': {$ref: '#/components/responses/Response'}}}
        components:
          parameters:
            order_parameter: {name: sort, in: query, schema: {type: string, enum: [up, down]}}
          requestBodies:
            Antibody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
          responses:
            PageResponse: {description: A page., content: {application/json: {schema: {type: object, properties: {next: {type: object, properties: {at: {type: string}}}}}}}}
            Response: {description: One., content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}
    ")), @r"
    pub struct AntibodyBody {
        pub name: Option<String>,
        pub fn new() -> Self {
        pub fn name(mut self, name: impl Into<String>) -> Self {
    pub enum OrderParameter {
    pub struct PageResponse {
        pub next: Option<PageResponseNext>,
    pub struct PageResponseNext {
        pub at: Option<String>,
    pub struct ResponseResponse {
        pub id: Option<String>,
    ");
}

#[test]
fn of_one_component_belong_to_it() {
    assert_snapshot!(types_of(&emit("
        paths:
          /pets:
            get:
              operationId: findPets
              parameters: [{name: status, in: query, schema: {type: string, enum: [available, sold]}}]
              responses:
                '200': {description: Pets., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
        components:
          schemas:
            Pet: {type: object, properties: {status: {type: string, enum: [available, sold]}}}
    ")), @"
    pub struct Pet {
        pub status: Option<PetStatus>,
    pub enum PetStatus {
    PetStatus as FindPetsStatus
    ");
}

#[test]
fn of_a_list_and_alone() {
    let pet = "{type: object, properties: {name: {type: string}}}";
    let response = |properties: &str| {
        format!(
            "{{'200': {{description: Done., content: {{application/json: {{schema: {{type: object, properties: {{{properties}}}}}}}}}}}}}"
        )
    };
    assert_snapshot!(types_of(&emit(&format!("
        paths:
          /pets:
            get: {{operationId: listPets, responses: {}}}
          /pets/first:
            get: {{operationId: getPet, responses: {}}}
    ", response(&format!("pets: {{type: array, items: {pet}}}")), response(&format!("pet: {pet}"))))), @"
    pub struct GetPetResponse {
        pub pet: Option<GetPetResponsePet>,
    pub struct GetPetResponsePet {
        pub name: Option<String>,
    pub struct ListPetsResponse {
        pub pets: Option<Vec<ListPetsResponsePetsItem>>,
    GetPetResponsePet as ListPetsResponsePetsItem
    ");
}

#[test]
fn of_failures() {
    let failure = |properties: &str| {
        format!(
            "{{description: No., content: {{application/json: {{schema: {{type: object, properties: {{{properties}}}}}}}}}}}"
        )
    };
    let message = failure("message: {type: string}");
    let reasons = failure("reasons: {type: array, items: {type: string}}");
    let alone = failure("code: {type: integer}");
    assert_snapshot!(types_of(&emit(&format!("
        paths:
          /a:
            get: {{operationId: getA, responses: {{'204': {{description: Done.}}, '403': {message}, '404': {message}, '422': {reasons}}}}}
            put: {{operationId: putA, responses: {{'204': {{description: Done.}}, '404': {message}, '409': {alone}, '422': {reasons}}}}}
    "))), @"
    pub struct GetA403Response {
        pub message: Option<String>,
    pub struct GetA422Response {
        pub reasons: Option<Vec<String>>,
    pub struct PutA409Response {
        pub code: Option<i64>,
    GetA403Response as GetA404Response
    GetA403Response as PutA404Response
    GetA422Response as PutA422Response
    ");
}
