//! The words that a name is made of.

use insta::assert_snapshot;

use crate::support::{emit, field_types, schemas};

#[test]
fn fields_that_are_no_words() {
    let emitted = schemas(
        r#"
        Thing:
          type: object
          properties:
            '@id': {type: string}
            $ref_: {type: string}
            '1st': {type: string}
            '': {type: string}
            '+1': {type: string}
            '-1': {type: string}
            a.b[c]: {type: string}
            user's: {type: string}
            größe: {type: string}
            'say "x\y"': {type: string}
            HTTPServerURL: {type: string}
            oauth2Token: {type: string}
    "#,
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        Thing {
            id: "@id",
            r#ref: "$ref_",
            field_1st: "1st",
            unnamed: "",
            plus_1: "+1",
            minus_1: "-1",
            a_b_c: "a.b[c]",
            users: "user's",
            größe: "größe",
            say_x_y: "say \"x\\y\"",
            http_server_url: "HTTPServerURL",
            oauth2_token: "oauth2Token",
        }
    }
    "#);
}

#[test]
fn letters_of_any_script() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties:
            名前: {type: string}
            имя: {type: string}
            größeMax: {type: string}
            e\u{301}te\u{301}: {type: string}
            שם: {type: string}
            λέξη: {type: string}
            сор: {type: string}
            ﬁn: {type: string}
            size²: {type: string}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        Thing {
            名前: "名前",
            имя: "имя",
            größe_max: "größeMax",
            été: "e\u{301}te\u{301}",
            שם: "שם",
            λέξη: "λέξη",
            u441_u43e_u440: "сор",
            ufb01_n: "ﬁn",
            size: "size²",
        }
    }
    "#);
}

#[test]
fn acronyms_are_one_word_with_their_plural_and_their_version() {
    assert_snapshot!(field_types("
        floatingIPs_list: {type: string}
        podIPs: {type: string}
        IDsOfVMs: {type: string}
        hostIPsURL: {type: string}
        supportsIPv6Only: {type: string}
        APIserver: {type: string}
        hasAs: {type: string}
    "), @"
    floating_ips_list: Option<String>
    pod_ips: Option<String>
    ids_of_vms: Option<String>
    host_ips_url: Option<String>
    supports_ipv6_only: Option<String>
    ap_iserver: Option<String>
    has_as: Option<String>
    ");
}

#[test]
fn numbers_that_are_apart() {
    let emitted = schemas(
        "
        Model:
          type: string
          enum: [o3-2025-04-16, gpt-4.1-2025-04-14, gpt-4o, v1.2, v12, 2025-01, page 2 of 3]
        Range1: {type: object, properties: {x: {type: string}}}
        range-1: {type: object, properties: {x: {type: string}}}
        date-1.2: {type: object, properties: {x_1_2: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/model.rs", "wire_enum!"), @r#"
    wire_enum! {
        Model {
            O3_2025_04_16: "o3-2025-04-16",
            Gpt4_1_2025_04_14: "gpt-4.1-2025-04-14",
            Gpt4o: "gpt-4o",
            V1_2: "v1.2",
            V12: "v12",
            Value2025_01: "2025-01",
            Page2Of3: "page 2 of 3",
        }
    }
    "#);
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod date_1_2;
    mod model;
    mod range1;
    mod range_1;

    pub use date_1_2::Date1_2;
    pub use model::Model;
    pub use range_1::Range1_2;
    pub use range1::Range1;
    ");
}

#[test]
fn of_a_namespace_a_name_has_what_says_which_type_it_is() {
    let names = [
        "io.k8s.api.core.v1.Pod",
        "io.k8s.api.core.v1.Event",
        "io.k8s.api.events.v1beta1.Event",
        "api.v2010.account",
        "api.v2010.account.message",
        "api.v2010.account.recording",
        "api.v2010.account.call.recording",
        "models.User",
        "Contoso.Shop.Models.Order",
        "message",
        // Each part says something.
        "Basket.Create",
        "invoice.paid",
        "invoice.item.paid",
        "node.v1.2",
    ];
    let all = names.map(|name| {
        format!("{name}: {{type: object, properties: {{part: {{type: object, properties: {{x: {{type: string}}}}}}}}}}\n")
    });
    let emitted = schemas(&all.concat());
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod account_call_recording;
    mod account_message;
    mod account_recording;
    mod api_v2010_account;
    mod basket_create;
    mod core_v1_event;
    mod core_v1_pod;
    mod events_v1beta1_event;
    mod invoice_item_paid;
    mod invoice_paid;
    mod message;
    mod models_order;
    mod models_user;
    mod node_v1_2;

    pub use account_call_recording::AccountCallRecording;
    pub use account_message::AccountMessage;
    pub use account_recording::AccountRecording;
    pub use api_v2010_account::ApiV2010Account;
    pub use basket_create::{
        BasketCreate, BasketCreatePart, BasketCreatePart as AccountCallRecordingPart,
        BasketCreatePart as AccountMessagePart, BasketCreatePart as AccountRecordingPart,
        BasketCreatePart as ApiV2010AccountPart, BasketCreatePart as CoreV1EventPart,
        BasketCreatePart as CoreV1PodPart, BasketCreatePart as EventsV1beta1EventPart,
        BasketCreatePart as InvoiceItemPaidPart, BasketCreatePart as InvoicePaidPart,
        BasketCreatePart as MessagePart, BasketCreatePart as ModelsOrderPart,
        BasketCreatePart as ModelsUserPart, BasketCreatePart as NodeV1_2Part,
    };
    pub use core_v1_event::CoreV1Event;
    pub use core_v1_pod::CoreV1Pod;
    pub use events_v1beta1_event::EventsV1beta1Event;
    pub use invoice_item_paid::InvoiceItemPaid;
    pub use invoice_paid::InvoicePaid;
    pub use message::Message;
    pub use models_order::ModelsOrder;
    pub use models_user::ModelsUser;
    pub use node_v1_2::NodeV1_2;
    ");
}

#[test]
fn a_long_name_leaves_out_the_middle_of_its_path() {
    let leaf = "{type: object, properties: {x: {type: string}}}";
    let list = |name: &str, items: &str| {
        format!("{{type: object, properties: {{{name}: {{type: array, items: {items}}}}}}}")
    };
    let shelf = list("bottles", &list("certificates", leaf));
    let racks = list("racks", &shelf);
    let emitted = emit(&format!(
        "
        paths:
          /cellars:
            get:
              operationId: listCellarsOfMerchant
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: {}
        ",
        list("merchant_cellars", &racks)
    ));
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod list_cellars_of_merchant;

    pub use list_cellars_of_merchant::{
        ListCellarsOfMerchantResponse, ListCellarsOfMerchantResponseMerchantCellarRack,
        ListCellarsOfMerchantResponseMerchantCellarsItem, ListCellarsOfMerchantResponseRackBottle,
        ListCellarsOfMerchantResponseRackBottleCertificate,
    };
    ");
}

#[test]
fn a_comparison_at_the_end_of_a_name_is_words() {
    assert_snapshot!(field_types("
        start: {type: string}
        start<: {type: string}
        start>: {type: string}
        start>=: {type: string}
        Page<Item>: {type: string}
        start<>: {type: string}
    "), @r"
    start: Option<String>
    start_less_than: Option<String>
    start_greater_than: Option<String>
    start_at_least: Option<String>
    page_item: Option<String>
    start_2: Option<String>
    ");
}

#[test]
fn a_part_of_a_namespace_that_the_next_one_begins_with_is_left_out() {
    let names = [
        "api.v2010.account.sip.sip_domain.sip_domain_mapping",
        "api.v2010.account.sip.sip_domain",
        "api.v2010.account.sip_domain",
        "api.v2010.account.sip.sipping",
    ];
    let schema = |name: &&str| format!("{name}: {{type: object, properties: {{x: {{}}}}}}\n");
    let emitted = schemas(&names.iter().map(schema).collect::<String>());
    assert_snapshot!(emitted.file("src/models.rs"), @r"
    //! The types of the API, as its document describes them.

    mod account_sip_domain;
    mod account_sip_domain_mapping;
    mod account_sip_sip_domain;
    mod account_sip_sipping;

    pub use account_sip_domain::AccountSipDomain;
    pub use account_sip_domain_mapping::AccountSipDomainMapping;
    pub use account_sip_sip_domain::AccountSipSipDomain;
    pub use account_sip_sipping::AccountSipSipping;
    ");
}

#[test]
fn a_long_name_leaves_out_words_that_it_repeats() {
    let member = "[{title: settlement_options_param, type: object, properties: {x: {}}}, {type: string, enum: ['']}]";
    let emitted = schemas(&format!(
        "
        shipment_of_goods_between_two_warehouses:
          type: object
          properties:
            settlement_options:
              type: object
              properties:
                carrier: {{anyOf: {member}}}
                express_settlement_options: {{type: object, properties: {{x: {{}}}}}}
            shipment_of_goods_customs_office: {{type: object, properties: {{x: {{}}}}}}
            shipment_office_of_the_customs_union: {{type: object, properties: {{x: {{}}}}}}
        Shipments:
          type: object
          properties:
            shipment_office_of_the_customs_union_of_two_continents: {{type: object, properties: {{x: {{}}}}}}
        "
    ));
    assert_snapshot!(emitted.file("src/models.rs"), @r"
    //! The types of the API, as its document describes them.

    mod shipment_of_goods_between_two_warehouses;
    mod shipments;

    pub use shipment_of_goods_between_two_warehouses::{
        ShipmentOfGoodsBetweenTwoWarehouses, ShipmentOfGoodsBetweenTwoWarehousesCarrier,
        ShipmentOfGoodsBetweenTwoWarehousesCarrierEmpty,
        ShipmentOfGoodsBetweenTwoWarehousesCarrierParam,
        ShipmentOfGoodsBetweenTwoWarehousesCustomsOffice,
        ShipmentOfGoodsBetweenTwoWarehousesExpressSettlementOptions,
        ShipmentOfGoodsBetweenTwoWarehousesSettlementOptions,
        ShipmentOfGoodsBetweenTwoWarehousesShipmentOfficeOfTheCustomsUnion,
    };
    pub use shipments::{Shipments, ShipmentsOfficeOfTheCustomsUnionOfTwoContinents};
    ");
}

#[test]
fn an_item_of_a_list_with_a_long_name_is_called_by_the_singular_where_the_letters_tell_it() {
    let lists = [
        "node_pools",
        "dnsEntries",
        "addresses",
        "branches",
        "floating IPs",
        "licenses",
        "data",
        "status",
        "time_series",
        "databases",
    ];
    let name = "DescriptionOfTheEnvironmentInWhichAClusterRuns";
    let lists = lists.map(|list| {
        format!("{list}: {{type: array, items: {{type: object, properties: {{id: {{}}}}}}}}")
    });
    let lists = lists.join(", ");
    let emitted = schemas(&format!(
        "{name}: {{type: object, properties: {{{lists}}}}}"
    ));
    let path = "src/models/description_of_the_environment_in_which_a_cluster_runs.rs";
    assert_snapshot!(emitted.fields(path, name), @r"
    node_pools: Option<Vec<DescriptionOfTheEnvironmentInWhichAClusterRunsNodePool>>
    dns_entries: Option<Vec<DescriptionOfTheEnvironmentInWhichAClusterRunsDnsEntry>>
    addresses: Option<Vec<DescriptionOfTheEnvironmentInWhichAClusterRunsAddress>>
    branches: Option<Vec<DescriptionOfTheEnvironmentInWhichAClusterRunsBranch>>
    floating_ips: Option<Vec<DescriptionOfTheEnvironmentInWhichAClusterRunsFloatingIp>>
    licenses: Option<Vec<DescriptionOfTheEnvironmentInWhichAClusterRunsLicense>>
    data: Option<Vec<DescriptionOfTheEnvironmentInWhichAClusterRunsDataItem>>
    status: Option<Vec<DescriptionOfTheEnvironmentInWhichAClusterRunsStatusItem>>
    time_series: Option<Vec<DescriptionOfTheEnvironmentInWhichAClusterRunsTimeSeriesItem>>
    databases: Option<Vec<DescriptionOfTheEnvironmentInWhichAClusterRunsDatabasesItem>>
    ");
}
