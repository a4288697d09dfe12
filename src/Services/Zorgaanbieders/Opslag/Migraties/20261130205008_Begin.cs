using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Zorgaanbieders.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "ketenbericht_nummer");

            migrationBuilder.CreateSequence(
                name: "toewijzingnummer");

            migrationBuilder.CreateTable(
                name: "abonnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    gebeurtenissen = table.Column<string[]>(type: "text[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    aangemaakt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verzegeld_geheim = table.Column<string>(type: "text", nullable: false),
                    verzegeld_vorig_geheim = table.Column<string>(type: "text", nullable: true),
                    vorig_geheim_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_abonnement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_block",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false),
                    last_row = table.Column<long>(type: "bigint", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    seal = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_block", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "access_end",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false),
                    last_row = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seal = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_end", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "access_row",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    who = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    client = table.Column<string>(type: "text", nullable: true),
                    operation = table.Column<string>(type: "text", nullable: false),
                    subjects = table.Column<string[]>(type: "text[]", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    trace_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_row", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "afscherming",
                columns: table => new
                {
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tot_en_met = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_afscherming", x => x.persoon_id);
                });

            migrationBuilder.CreateTable(
                name: "answered_request",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    requester = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    etag = table.Column<string>(type: "text", nullable: true),
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answered_request", x => new { x.key, x.requester });
                });

            migrationBuilder.CreateTable(
                name: "bezorging",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    abonnement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gebeurtenis_id = table.Column<string>(type: "text", nullable: false),
                    gebeurtenis = table.Column<string>(type: "text", nullable: false),
                    toewijzingnummer = table.Column<long>(type: "bigint", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    unknowns = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    antwoord = table.Column<int>(type: "integer", nullable: true),
                    fout = table.Column<string>(type: "text", nullable: true),
                    aangemaakt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    bezorgd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bezorging", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "briefwisseling",
                columns: table => new
                {
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    onbeantwoord = table.Column<string>(type: "text", nullable: true),
                    beurt = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_briefwisseling", x => new { x.persoon_id, x.agb });
                });

            migrationBuilder.CreateTable(
                name: "declaratie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    declaratienummer = table.Column<string>(type: "text", nullable: false),
                    berichtidentificatie = table.Column<string>(type: "text", nullable: false),
                    dagtekening = table.Column<DateOnly>(type: "date", nullable: false),
                    ontvangen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    antwoord_uiterlijk = table.Column<DateOnly>(type: "date", nullable: false),
                    ingediend = table.Column<long>(type: "bigint", nullable: false),
                    toegekend = table.Column<long>(type: "bigint", nullable: false),
                    aantal_prestaties = table.Column<int>(type: "integer", nullable: false),
                    aantal_afgewezen = table.Column<int>(type: "integer", nullable: false),
                    retourcodes = table.Column<string[]>(type: "text[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    beantwoord_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    goedgekeurd_door = table.Column<string>(type: "text", nullable: true),
                    verzegeld_antwoord = table.Column<string>(type: "text", nullable: true),
                    periode_einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    periode_ingangsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_declaratie", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "failed_message",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_name = table.Column<string>(type: "text", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: true),
                    error = table.Column<string>(type: "text", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_failed_message", x => x.message_id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_key = table.Column<string>(type: "text", nullable: true),
                    exchange = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_message", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "persoonsbeeld",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stand = table.Column<int>(type: "integer", nullable: false),
                    verzegeld = table.Column<string>(type: "text", nullable: false),
                    geen_berichtenverkeer = table.Column<bool>(type: "boolean", nullable: false),
                    signalen = table.Column<int[]>(type: "integer[]", nullable: false),
                    overleden_op = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_persoonsbeeld", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plankeuring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stand = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    unknowns = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    traceparent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plankeuring", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "poststuk",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    richting = table.Column<string>(type: "text", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    identificatie = table.Column<string>(type: "text", nullable: true),
                    tegenpartij = table.Column<string>(type: "text", nullable: false),
                    aanleiding = table.Column<string>(type: "text", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: false),
                    vingerafdruk = table.Column<byte[]>(type: "bytea", nullable: false),
                    betekenis = table.Column<byte[]>(type: "bytea", nullable: true),
                    dagtekening = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    via_platform = table.Column<bool>(type: "boolean", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    unknowns = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    geregistreerd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verzonden_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    beantwoord_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    antwoord_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    verwacht_antwoord = table.Column<bool>(type: "boolean", nullable: false),
                    antwoord_op = table.Column<Guid>(type: "uuid", nullable: true),
                    antwoord = table.Column<Guid>(type: "uuid", nullable: true),
                    bevindingen = table.Column<string>(type: "jsonb", nullable: false),
                    foutmelding = table.Column<string>(type: "text", nullable: true),
                    aangeleverd_door = table.Column<string>(type: "text", nullable: true),
                    referentie = table.Column<string>(type: "text", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_poststuk", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "prestatieregel",
                columns: table => new
                {
                    declaratie_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volgnummer = table.Column<int>(type: "integer", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    referentienummer = table.Column<string>(type: "text", nullable: false),
                    vorig_referentienummer = table.Column<string>(type: "text", nullable: true),
                    toewijzingnummer = table.Column<long>(type: "bigint", nullable: false),
                    categorie = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    begindatum = table.Column<DateOnly>(type: "date", nullable: false),
                    einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    volume = table.Column<long>(type: "bigint", nullable: false),
                    eenheid = table.Column<string>(type: "text", nullable: false),
                    tarief = table.Column<long>(type: "bigint", nullable: true),
                    bedrag = table.Column<long>(type: "bigint", nullable: false),
                    is_credit = table.Column<bool>(type: "boolean", nullable: false),
                    verbruik = table.Column<long>(type: "bigint", nullable: false),
                    retourcodes = table.Column<string[]>(type: "text[]", nullable: false),
                    is_toegekend = table.Column<bool>(type: "boolean", nullable: false),
                    is_gecrediteerd = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prestatieregel", x => new { x.declaratie_id, x.volgnummer });
                });

            migrationBuilder.CreateTable(
                name: "processed_message",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    aggregate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processed_message", x => x.message_id);
                });

            migrationBuilder.CreateTable(
                name: "published_message",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_name = table.Column<string>(type: "text", nullable: false),
                    order_key = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_message", x => x.message_id);
                });

            migrationBuilder.CreateTable(
                name: "toewijzing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    toewijzingnummer = table.Column<long>(type: "bigint", nullable: false),
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volgnummer = table.Column<int>(type: "integer", nullable: false),
                    beschikking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    toegewezen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verzegelde_persoon = table.Column<string>(type: "text", nullable: false),
                    beschikt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    met_de_hand = table.Column<string>(type: "text", nullable: true),
                    berichten = table.Column<string[]>(type: "text[]", nullable: false),
                    te_vertellen = table.Column<bool>(type: "boolean", nullable: false),
                    referentie_aanbieder = table.Column<string>(type: "text", nullable: true),
                    eerder_einde = table.Column<DateOnly>(type: "date", nullable: true),
                    is_afgelopen = table.Column<bool>(type: "boolean", nullable: false),
                    bevinding = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    retourcodes = table.Column<string[]>(type: "text[]", nullable: false),
                    afkeurreden = table.Column<string>(type: "text", nullable: true),
                    verzegelde_toelichting = table.Column<string>(type: "text", nullable: true),
                    opgevolgd_door = table.Column<long>(type: "bigint", nullable: true),
                    opvolger = table.Column<Guid>(type: "uuid", nullable: true),
                    levering_begindatum = table.Column<DateOnly>(type: "date", nullable: true),
                    levering_eerder = table.Column<string>(type: "jsonb", nullable: false),
                    levering_laatstedag = table.Column<DateOnly>(type: "date", nullable: true),
                    levering_reden = table.Column<string>(type: "text", nullable: true),
                    omvang_eenheid = table.Column<string>(type: "text", nullable: false),
                    omvang_frequentie = table.Column<string>(type: "text", nullable: false),
                    omvang_volume = table.Column<int>(type: "integer", nullable: false),
                    periode_einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    periode_ingangsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    product_categorie = table.Column<string>(type: "text", nullable: false),
                    product_code = table.Column<string>(type: "text", nullable: false),
                    wijziging_afgekeurd = table.Column<string[]>(type: "text[]", nullable: false),
                    wijziging_bericht = table.Column<string>(type: "text", nullable: true),
                    wijziging_inoverleg = table.Column<bool>(type: "boolean", nullable: false),
                    wijziging_reden = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_toewijzing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "verkeersstand",
                columns: table => new
                {
                    partner = table.Column<string>(type: "text", nullable: false),
                    weigeringen = table.Column<int>(type: "integer", nullable: false),
                    laatste_weigering = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    gepauzeerd_sinds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    volgende_poging = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verkeersstand", x => x.partner);
                });

            migrationBuilder.CreateTable(
                name: "verzoek",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    referentie_aanbieder = table.Column<string>(type: "text", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    per_bericht = table.Column<bool>(type: "boolean", nullable: false),
                    verzegelde_bsn = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    producten = table.Column<string>(type: "jsonb", nullable: false),
                    bevinding = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false),
                    antwoord_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    reden_afwijzing = table.Column<string>(type: "text", nullable: true),
                    antwoordberichten = table.Column<string[]>(type: "text[]", nullable: false),
                    afgekeurd_antwoord = table.Column<string[]>(type: "text[]", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verzoek", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "voorziening",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    stand = table.Column<int>(type: "integer", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    delen = table.Column<string>(type: "jsonb", nullable: false),
                    vorige_delen = table.Column<string>(type: "jsonb", nullable: false),
                    met_de_hand = table.Column<string>(type: "text", nullable: true),
                    budgetversie = table.Column<int>(type: "integer", nullable: false),
                    budget_ingetrokken = table.Column<bool>(type: "boolean", nullable: false),
                    aangekondigd_einde = table.Column<DateOnly>(type: "date", nullable: true),
                    eindeversie = table.Column<int>(type: "integer", nullable: false),
                    budgetperiode_einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    budgetperiode_ingangsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voorziening", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "zorgaanbieder",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    contract_aansluiting = table.Column<string>(type: "text", nullable: false, defaultValue: "Berichten"),
                    contract_capaciteit = table.Column<int>(type: "integer", nullable: true),
                    contract_geldig_tot = table.Column<DateOnly>(type: "date", nullable: true),
                    contract_geldig_van = table.Column<DateOnly>(type: "date", nullable: false),
                    contract_naam = table.Column<string>(type: "text", nullable: false),
                    contract_opzegtermijn_dagen = table.Column<int>(type: "integer", nullable: true),
                    contract_productcategorieen = table.Column<string[]>(type: "text[]", nullable: false),
                    contract_productcodes = table.Column<string[]>(type: "text[]", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_zorgaanbieder", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "begeleidingsplan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    toewijzing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    grootte = table.Column<int>(type: "integer", nullable: false),
                    ontvangen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verzegelde_naam = table.Column<string>(type: "text", nullable: false),
                    verzegelde_inhoud = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_begeleidingsplan", x => x.id);
                    table.ForeignKey(
                        name: "FK_begeleidingsplan_toewijzing_toewijzing_id",
                        column: x => x.toewijzing_id,
                        principalTable: "toewijzing",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_abonnement_agb",
                table: "abonnement",
                column: "agb");

            migrationBuilder.CreateIndex(
                name: "IX_access_row_at",
                table: "access_row",
                column: "at")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "IX_access_row_subjects",
                table: "access_row",
                column: "subjects")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_answered_request_processed_at",
                table: "answered_request",
                column: "processed_at");

            migrationBuilder.CreateIndex(
                name: "IX_begeleidingsplan_toewijzing_id",
                table: "begeleidingsplan",
                column: "toewijzing_id");

            migrationBuilder.CreateIndex(
                name: "IX_bezorging_aangemaakt",
                table: "bezorging",
                column: "aangemaakt");

            migrationBuilder.CreateIndex(
                name: "IX_bezorging_abonnement_id_gebeurtenis_id",
                table: "bezorging",
                columns: new[] { "abonnement_id", "gebeurtenis_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bezorging_id",
                table: "bezorging",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bezorging_due",
                table: "bezorging",
                columns: new[] { "abonnement_id", "nr" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_bezorging_open",
                table: "bezorging",
                column: "status",
                filter: "status IN ('Wachtend', 'Mislukt')");

            migrationBuilder.CreateIndex(
                name: "IX_briefwisseling_onbeantwoord",
                table: "briefwisseling",
                column: "onbeantwoord",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_declaratie_agb_declaratienummer",
                table: "declaratie",
                columns: new[] { "agb", "declaratienummer" },
                unique: true,
                filter: "retourcodes = '{}'");

            migrationBuilder.CreateIndex(
                name: "IX_declaratie_agb_id",
                table: "declaratie",
                columns: new[] { "agb", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_in_trouble",
                table: "outbox_message",
                columns: new[] { "order_key", "number" },
                filter: "failures > 0");

            migrationBuilder.CreateIndex(
                name: "ix_plankeuring_due",
                table: "plankeuring",
                columns: new[] { "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_poststuk_dossiernummer",
                table: "poststuk",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_poststuk_nr",
                table: "poststuk",
                column: "nr",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_poststuk_due",
                table: "poststuk",
                column: "nr",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_poststuk_inkomend",
                table: "poststuk",
                columns: new[] { "tegenpartij", "soort", "identificatie", "vingerafdruk" },
                unique: true,
                filter: "richting = 'Inkomend'");

            migrationBuilder.CreateIndex(
                name: "ix_poststuk_open",
                table: "poststuk",
                columns: new[] { "status", "verwacht_antwoord", "antwoord_uiterlijk", "geregistreerd_op" },
                filter: "status IN ('TeVerzenden', 'Verzonden', 'Geweigerd', 'Onzeker', 'Ontvangen', 'Onleesbaar')");

            migrationBuilder.CreateIndex(
                name: "ix_poststuk_uitgaand",
                table: "poststuk",
                columns: new[] { "soort", "identificatie" },
                unique: true,
                filter: "richting = 'Uitgaand'");

            migrationBuilder.CreateIndex(
                name: "IX_prestatieregel_agb_referentienummer",
                table: "prestatieregel",
                columns: new[] { "agb", "referentienummer" });

            migrationBuilder.CreateIndex(
                name: "IX_prestatieregel_toewijzingnummer",
                table: "prestatieregel",
                column: "toewijzingnummer",
                filter: "is_toegekend AND NOT is_credit AND NOT is_gecrediteerd");

            migrationBuilder.CreateIndex(
                name: "ix_prestatieregel_toegekend",
                table: "prestatieregel",
                columns: new[] { "agb", "referentienummer" },
                unique: true,
                filter: "is_toegekend");

            migrationBuilder.CreateIndex(
                name: "IX_processed_message_aggregate_id_version",
                table: "processed_message",
                columns: new[] { "aggregate_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_processed_message_processed_at",
                table: "processed_message",
                column: "processed_at");

            migrationBuilder.CreateIndex(
                name: "IX_published_message_published_at",
                table: "published_message",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_agb_toewijzingnummer",
                table: "toewijzing",
                columns: new[] { "agb", "toewijzingnummer" });

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_berichten",
                table: "toewijzing",
                column: "berichten")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_dossiernummer",
                table: "toewijzing",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_id",
                table: "toewijzing",
                column: "id",
                filter: "NOT is_afgelopen");

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_persoon_id_agb",
                table: "toewijzing",
                columns: new[] { "persoon_id", "agb" });

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_toewijzingnummer",
                table: "toewijzing",
                column: "toewijzingnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_voorziening_id_volgnummer",
                table: "toewijzing",
                columns: new[] { "voorziening_id", "volgnummer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_wijkteam_toewijzingnummer",
                table: "toewijzing",
                columns: new[] { "wijkteam", "toewijzingnummer" });

            migrationBuilder.CreateIndex(
                name: "IX_verzoek_agb_referentie_aanbieder",
                table: "verzoek",
                columns: new[] { "agb", "referentie_aanbieder" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_verzoek_antwoordberichten",
                table: "verzoek",
                column: "antwoordberichten")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_verzoek_status_antwoord_uiterlijk",
                table: "verzoek",
                columns: new[] { "status", "antwoord_uiterlijk" });

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_persoon_id",
                table: "voorziening",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_voorziening_id",
                table: "voorziening",
                column: "voorziening_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_zorgaanbieder_agb",
                table: "zorgaanbieder",
                column: "agb",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "abonnement");

            migrationBuilder.DropTable(
                name: "access_block");

            migrationBuilder.DropTable(
                name: "access_end");

            migrationBuilder.DropTable(
                name: "access_row");

            migrationBuilder.DropTable(
                name: "afscherming");

            migrationBuilder.DropTable(
                name: "answered_request");

            migrationBuilder.DropTable(
                name: "begeleidingsplan");

            migrationBuilder.DropTable(
                name: "bezorging");

            migrationBuilder.DropTable(
                name: "briefwisseling");

            migrationBuilder.DropTable(
                name: "declaratie");

            migrationBuilder.DropTable(
                name: "failed_message");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "persoonsbeeld");

            migrationBuilder.DropTable(
                name: "plankeuring");

            migrationBuilder.DropTable(
                name: "poststuk");

            migrationBuilder.DropTable(
                name: "prestatieregel");

            migrationBuilder.DropTable(
                name: "processed_message");

            migrationBuilder.DropTable(
                name: "published_message");

            migrationBuilder.DropTable(
                name: "verkeersstand");

            migrationBuilder.DropTable(
                name: "verzoek");

            migrationBuilder.DropTable(
                name: "voorziening");

            migrationBuilder.DropTable(
                name: "zorgaanbieder");

            migrationBuilder.DropTable(
                name: "toewijzing");

            migrationBuilder.DropSequence(
                name: "ketenbericht_nummer");

            migrationBuilder.DropSequence(
                name: "toewijzingnummer");
        }
    }
}
