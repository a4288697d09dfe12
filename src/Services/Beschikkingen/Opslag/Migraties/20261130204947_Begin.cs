using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Beschikkingen.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "aanvraag_volgnummer");

            migrationBuilder.CreateSequence(
                name: "beroep_volgnummer");

            migrationBuilder.CreateSequence(
                name: "beschikking_volgnummer");

            migrationBuilder.CreateSequence(
                name: "bezwaar_volgnummer");

            migrationBuilder.CreateSequence(
                name: "herziening_volgnummer");

            migrationBuilder.CreateSequence(
                name: "klacht_volgnummer");

            migrationBuilder.CreateSequence(
                name: "wijziging_volgnummer");

            migrationBuilder.CreateTable(
                name: "aanvraag",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vorm = table.Column<string>(type: "text", nullable: false),
                    kanaal = table.Column<string>(type: "text", nullable: true),
                    verzegelde_vraag = table.Column<string>(type: "text", nullable: true),
                    is_ondertekend = table.Column<bool>(type: "boolean", nullable: false),
                    vastgelegd_op = table.Column<DateOnly>(type: "date", nullable: false),
                    reden_laat_vastgelegd = table.Column<string>(type: "text", nullable: true),
                    eerst_bij = table.Column<string>(type: "jsonb", nullable: true),
                    mogelijk_vanaf = table.Column<DateOnly>(type: "date", nullable: true),
                    uitkomst_van = table.Column<DateOnly>(type: "date", nullable: true),
                    uitkomstversie = table.Column<int>(type: "integer", nullable: false),
                    aanvraagnummer = table.Column<string>(type: "text", nullable: false),
                    meldingnummer = table.Column<string>(type: "text", nullable: true),
                    onderzoek_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    verzegelde_persoon = table.Column<string>(type: "text", nullable: true),
                    persoonstand = table.Column<int>(type: "integer", nullable: false),
                    geen_berichtenverkeer = table.Column<bool>(type: "boolean", nullable: false),
                    brpsignalen = table.Column<int[]>(type: "integer[]", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    voorzieningen = table.Column<string>(type: "jsonb", nullable: false),
                    beslistermijn = table.Column<string>(type: "jsonb", nullable: false),
                    uiterlijk = table.Column<DateOnly>(type: "date", nullable: false),
                    toegezegde_datum = table.Column<DateOnly>(type: "date", nullable: true),
                    wacht_tot = table.Column<DateOnly>(type: "date", nullable: true),
                    verslag_van = table.Column<DateOnly>(type: "date", nullable: true),
                    intrekkingen = table.Column<string>(type: "jsonb", nullable: false),
                    doorgezonden_naar = table.Column<string>(type: "text", nullable: true),
                    doorgezonden_op = table.Column<DateOnly>(type: "date", nullable: true),
                    reden_doorzending = table.Column<string>(type: "text", nullable: true),
                    gevraagde_hulp = table.Column<string>(type: "jsonb", nullable: true),
                    wijzigingsnummer = table.Column<string>(type: "text", nullable: true),
                    hulpstand = table.Column<int>(type: "integer", nullable: false),
                    melding_geworden_op = table.Column<DateOnly>(type: "date", nullable: true),
                    besluitvorming = table.Column<string>(type: "jsonb", nullable: false),
                    beschikkingnummer = table.Column<string>(type: "text", nullable: true),
                    besluiten = table.Column<string>(type: "jsonb", nullable: false),
                    besloten_op = table.Column<DateOnly>(type: "date", nullable: true),
                    besloten_door = table.Column<string>(type: "text", nullable: true),
                    verzegelde_gemachtigde = table.Column<string>(type: "text", nullable: true),
                    verwijzingen = table.Column<string>(type: "jsonb", nullable: false),
                    verzegelde_nieuwe_feiten = table.Column<string>(type: "text", nullable: true),
                    bekendgemaakt_op = table.Column<DateOnly>(type: "date", nullable: true),
                    bezwaar_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    handelingen = table.Column<string>(type: "jsonb", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwangsom = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aanvraag", x => x.id);
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
                name: "beroep",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    beroepnummer = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    rechtbanknummer = table.Column<string>(type: "text", nullable: false),
                    besluitnummer = table.Column<string>(type: "text", nullable: false),
                    besluit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ingesteld_op = table.Column<DateOnly>(type: "date", nullable: false),
                    stukken_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    stukken_ingezonden_op = table.Column<DateOnly>(type: "date", nullable: true),
                    zitting = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    latere_besluiten = table.Column<string>(type: "jsonb", nullable: false),
                    uitspraken = table.Column<string>(type: "jsonb", nullable: false),
                    uitgevoerd = table.Column<string>(type: "jsonb", nullable: false),
                    vervallen = table.Column<string>(type: "jsonb", nullable: false),
                    hulp = table.Column<string>(type: "jsonb", nullable: false),
                    hoger_beroep_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    verzet_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    ingetrokken_op = table.Column<DateOnly>(type: "date", nullable: true),
                    is_aanhangig = table.Column<bool>(type: "boolean", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_beroep", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bezwaar",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bezwaarnummer = table.Column<string>(type: "text", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    besluiten = table.Column<string>(type: "jsonb", nullable: false),
                    besluit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tegen = table.Column<string>(type: "text", nullable: false),
                    ontvangst = table.Column<string>(type: "jsonb", nullable: false),
                    gronden = table.Column<string>(type: "text", nullable: true),
                    besluit_bestond_bij_indienen = table.Column<bool>(type: "boolean", nullable: false),
                    verschoning = table.Column<string>(type: "jsonb", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    termijn = table.Column<string>(type: "jsonb", nullable: false),
                    uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    advies = table.Column<string>(type: "jsonb", nullable: true),
                    hoorvraag = table.Column<string>(type: "jsonb", nullable: true),
                    goedkeuring = table.Column<string>(type: "jsonb", nullable: true),
                    hoorzittingen = table.Column<string>(type: "jsonb", nullable: false),
                    afzien = table.Column<string>(type: "jsonb", nullable: true),
                    nieuwe_feiten = table.Column<string>(type: "jsonb", nullable: false),
                    kosten_gevraagd_op = table.Column<DateOnly>(type: "date", nullable: true),
                    kosten_betaald_op = table.Column<DateOnly>(type: "date", nullable: true),
                    machtiging_id = table.Column<Guid>(type: "uuid", nullable: true),
                    besluit = table.Column<string>(type: "jsonb", nullable: true),
                    besloten_op = table.Column<DateOnly>(type: "date", nullable: true),
                    besloten_door = table.Column<string>(type: "text", nullable: true),
                    besloten_over = table.Column<string>(type: "jsonb", nullable: false),
                    brieven = table.Column<string>(type: "jsonb", nullable: false),
                    bekendgemaakt_op = table.Column<DateOnly>(type: "date", nullable: true),
                    beroep_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    ingetrokken_op = table.Column<DateOnly>(type: "date", nullable: true),
                    buiten_platform = table.Column<string>(type: "text", nullable: true),
                    onderzoeksmelding = table.Column<string>(type: "text", nullable: true),
                    vernietigd = table.Column<string>(type: "jsonb", nullable: false),
                    wacht_tot = table.Column<DateOnly>(type: "date", nullable: true),
                    is_overleden = table.Column<bool>(type: "boolean", nullable: false),
                    nabestaandenvraag = table.Column<string>(type: "jsonb", nullable: true),
                    voortzetting = table.Column<string>(type: "jsonb", nullable: true),
                    verzegelde_erfgenaam = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwangsom = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bezwaar", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dossierhouder",
                columns: table => new
                {
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossierhouder", x => x.dossiernummer);
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
                name: "herziening",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    herzieningnummer = table.Column<string>(type: "text", nullable: false),
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grond = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    verandering = table.Column<string>(type: "jsonb", nullable: false),
                    wil_van = table.Column<DateOnly>(type: "date", nullable: true),
                    reden_terug = table.Column<string>(type: "text", nullable: true),
                    begonnen_bij = table.Column<int>(type: "integer", nullable: false),
                    voornemens = table.Column<string>(type: "jsonb", nullable: false),
                    niet_gehoord = table.Column<string>(type: "jsonb", nullable: true),
                    beschikkingnummer = table.Column<string>(type: "text", nullable: true),
                    motivering = table.Column<string>(type: "text", nullable: true),
                    besloten_op = table.Column<DateOnly>(type: "date", nullable: true),
                    besloten_door = table.Column<string>(type: "text", nullable: true),
                    besloten_bij = table.Column<int>(type: "integer", nullable: true),
                    door_beslisser = table.Column<bool>(type: "boolean", nullable: false),
                    voorbereiders = table.Column<string>(type: "jsonb", nullable: false),
                    goedkeuring = table.Column<string>(type: "jsonb", nullable: true),
                    bekendgemaakt_op = table.Column<DateOnly>(type: "date", nullable: true),
                    machtiging_id = table.Column<Guid>(type: "uuid", nullable: true),
                    herroeping = table.Column<string>(type: "jsonb", nullable: true),
                    terugvorderingen = table.Column<string>(type: "jsonb", nullable: false),
                    nummers = table.Column<string[]>(type: "text[]", nullable: false),
                    verzegelde_meewerkers = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_herziening", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "klacht",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    klachtnummer = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false),
                    poststempel = table.Column<DateOnly>(type: "date", nullable: true),
                    elders_ontvangen_op = table.Column<DateOnly>(type: "date", nullable: true),
                    over = table.Column<string>(type: "text", nullable: false),
                    omschrijving = table.Column<string>(type: "text", nullable: false),
                    gedraging_op = table.Column<DateOnly>(type: "date", nullable: true),
                    beklaagden = table.Column<string>(type: "jsonb", nullable: false),
                    besluitnummer = table.Column<string>(type: "text", nullable: true),
                    besluitnemers = table.Column<string[]>(type: "text[]", nullable: false),
                    kan_bezwaar_zijn = table.Column<bool>(type: "boolean", nullable: false),
                    termijn = table.Column<string>(type: "jsonb", nullable: false),
                    uiterlijk = table.Column<DateOnly>(type: "date", nullable: false),
                    bedoeling = table.Column<string>(type: "jsonb", nullable: true),
                    horen = table.Column<string>(type: "jsonb", nullable: true),
                    advies = table.Column<string>(type: "jsonb", nullable: true),
                    afronding = table.Column<string>(type: "jsonb", nullable: true),
                    afgehandeld_door = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_klacht", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meldingsbeeld",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    meldingnummer = table.Column<string>(type: "text", nullable: true),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verzegeld_bsn = table.Column<string>(type: "text", nullable: true),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false),
                    ontvangstversie = table.Column<int>(type: "integer", nullable: false),
                    ingetrokken_op = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meldingsbeeld", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "onderzoeksbeeld",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    meldingnummer = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    indicaties = table.Column<string>(type: "jsonb", nullable: false),
                    verslag_op = table.Column<DateOnly>(type: "date", nullable: true),
                    verslag = table.Column<string>(type: "jsonb", nullable: true),
                    gestopt_op = table.Column<DateOnly>(type: "date", nullable: true),
                    stopreden = table.Column<string>(type: "text", nullable: true),
                    is_ondertekend = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_onderzoeksbeeld", x => x.id);
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
                name: "pgb_toets",
                columns: table => new
                {
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    akkoord = table.Column<bool>(type: "boolean", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pgb_toets", x => x.voorziening_id);
                });

            migrationBuilder.CreateTable(
                name: "pgbstuk",
                columns: table => new
                {
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pgbstuk", x => new { x.voorziening_id, x.soort });
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
                name: "spoedbesluit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meldingnummer = table.Column<string>(type: "text", nullable: false),
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beschikkingnummer = table.Column<string>(type: "text", nullable: false),
                    verstrekt = table.Column<bool>(type: "boolean", nullable: false),
                    motivering = table.Column<string>(type: "text", nullable: false),
                    bekendgemaakt_op = table.Column<DateOnly>(type: "date", nullable: false),
                    besloten_door = table.Column<string>(type: "text", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spoedbesluit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "voorziening",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meldingnummer = table.Column<string>(type: "text", nullable: true),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    verzegelde_persoon = table.Column<string>(type: "text", nullable: false),
                    persoonstand = table.Column<int>(type: "integer", nullable: false),
                    geen_berichtenverkeer = table.Column<bool>(type: "boolean", nullable: false),
                    brpsignalen = table.Column<int[]>(type: "integer[]", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    gevraagd = table.Column<string>(type: "jsonb", nullable: false),
                    machtiging_id = table.Column<Guid>(type: "uuid", nullable: true),
                    standen = table.Column<string>(type: "jsonb", nullable: false),
                    van_de_rechter = table.Column<string>(type: "jsonb", nullable: false),
                    laatste_dag = table.Column<DateOnly>(type: "date", nullable: true),
                    eigen_tot = table.Column<DateOnly>(type: "date", nullable: true),
                    aangekondigd_einde = table.Column<DateOnly>(type: "date", nullable: true),
                    tijdelijk_voor = table.Column<string>(type: "text", nullable: true),
                    aangeboden_einde = table.Column<DateOnly>(type: "date", nullable: true),
                    zonder_aanvraag = table.Column<string>(type: "text", nullable: true),
                    heroverwegen_op = table.Column<DateOnly>(type: "date", nullable: true),
                    heroverweging_aangekondigd = table.Column<bool>(type: "boolean", nullable: false),
                    heroverwegingen = table.Column<string>(type: "jsonb", nullable: false),
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
                name: "vroege_aanvraag",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meldingnummer = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false),
                    kanaal = table.Column<string>(type: "text", nullable: false),
                    verzegelde_vraag = table.Column<string>(type: "text", nullable: false),
                    is_ondertekend = table.Column<bool>(type: "boolean", nullable: false),
                    vastgelegd_op = table.Column<DateOnly>(type: "date", nullable: false),
                    reden_laat_vastgelegd = table.Column<string>(type: "text", nullable: true),
                    eerst_bij = table.Column<string>(type: "jsonb", nullable: true),
                    gevraagd = table.Column<string>(type: "jsonb", nullable: true),
                    aanvraag_vanaf = table.Column<DateOnly>(type: "date", nullable: false),
                    is_aanvraag = table.Column<bool>(type: "boolean", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vroege_aanvraag", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wijzigingsverzoek",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    wijzigingsnummer = table.Column<string>(type: "text", nullable: false),
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false),
                    kanaal = table.Column<string>(type: "text", nullable: false),
                    vraag = table.Column<string>(type: "text", nullable: false),
                    weg = table.Column<string>(type: "text", nullable: false),
                    toelichting = table.Column<string>(type: "text", nullable: false),
                    beloofd_op = table.Column<DateOnly>(type: "date", nullable: false),
                    aanvraagnummer = table.Column<string>(type: "text", nullable: true),
                    laatste_dag = table.Column<DateOnly>(type: "date", nullable: true),
                    onderzoek_omdat = table.Column<string>(type: "text", nullable: true),
                    afronding = table.Column<string>(type: "jsonb", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wijzigingsverzoek", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_aanvraag_aanvraagnummer",
                table: "aanvraag",
                column: "aanvraagnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_aanvraag_beschikkingnummer",
                table: "aanvraag",
                column: "beschikkingnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_aanvraag_bsn",
                table: "aanvraag",
                column: "bsn");

            migrationBuilder.CreateIndex(
                name: "IX_aanvraag_dossiernummer",
                table: "aanvraag",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_aanvraag_onderzoek_id",
                table: "aanvraag",
                column: "onderzoek_id");

            migrationBuilder.CreateIndex(
                name: "IX_aanvraag_persoon_id",
                table: "aanvraag",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_aanvraag_uiterlijk_aanvraagnummer",
                table: "aanvraag",
                columns: new[] { "uiterlijk", "aanvraagnummer" });

            migrationBuilder.CreateIndex(
                name: "IX_aanvraag_wacht_tot",
                table: "aanvraag",
                column: "wacht_tot",
                filter: "wacht_tot IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_aanvraag_wijzigingsnummer",
                table: "aanvraag",
                column: "wijzigingsnummer",
                unique: true);

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
                name: "IX_beroep_beroepnummer",
                table: "beroep",
                column: "beroepnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_beroep_bsn",
                table: "beroep",
                column: "bsn");

            migrationBuilder.CreateIndex(
                name: "IX_beroep_dossiernummer",
                table: "beroep",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_beroep_persoon_id",
                table: "beroep",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_beroep_soort_rechtbanknummer",
                table: "beroep",
                columns: new[] { "soort", "rechtbanknummer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bezwaar_besluit_id",
                table: "bezwaar",
                column: "besluit_id");

            migrationBuilder.CreateIndex(
                name: "IX_bezwaar_bezwaarnummer",
                table: "bezwaar",
                column: "bezwaarnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bezwaar_bsn",
                table: "bezwaar",
                column: "bsn");

            migrationBuilder.CreateIndex(
                name: "IX_bezwaar_dossiernummer",
                table: "bezwaar",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_bezwaar_persoon_id",
                table: "bezwaar",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_bezwaar_uiterlijk_bezwaarnummer",
                table: "bezwaar",
                columns: new[] { "uiterlijk", "bezwaarnummer" });

            migrationBuilder.CreateIndex(
                name: "IX_bezwaar_wacht_tot",
                table: "bezwaar",
                column: "wacht_tot",
                filter: "wacht_tot IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_dossierhouder_persoon_id",
                table: "dossierhouder",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_herziening_beschikkingnummer",
                table: "herziening",
                column: "beschikkingnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_herziening_herzieningnummer",
                table: "herziening",
                column: "herzieningnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_herziening_nummers",
                table: "herziening",
                column: "nummers")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_herziening_voorziening_id",
                table: "herziening",
                column: "voorziening_id");

            migrationBuilder.CreateIndex(
                name: "IX_klacht_bsn",
                table: "klacht",
                column: "bsn");

            migrationBuilder.CreateIndex(
                name: "IX_klacht_dossiernummer",
                table: "klacht",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_klacht_klachtnummer",
                table: "klacht",
                column: "klachtnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_klacht_persoon_id",
                table: "klacht",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_klacht_uiterlijk_klachtnummer",
                table: "klacht",
                columns: new[] { "uiterlijk", "klachtnummer" });

            migrationBuilder.CreateIndex(
                name: "IX_meldingsbeeld_dossiernummer",
                table: "meldingsbeeld",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_meldingsbeeld_meldingnummer",
                table: "meldingsbeeld",
                column: "meldingnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_onderzoeksbeeld_meldingnummer",
                table: "onderzoeksbeeld",
                column: "meldingnummer");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_in_trouble",
                table: "outbox_message",
                columns: new[] { "order_key", "number" },
                filter: "failures > 0");

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
                name: "IX_spoedbesluit_beschikkingnummer",
                table: "spoedbesluit",
                column: "beschikkingnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spoedbesluit_meldingnummer",
                table: "spoedbesluit",
                column: "meldingnummer");

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_dossiernummer",
                table: "voorziening",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_eigen_tot",
                table: "voorziening",
                column: "eigen_tot");

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_heroverwegen_op",
                table: "voorziening",
                column: "heroverwegen_op",
                filter: "heroverwegen_op IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_laatste_dag",
                table: "voorziening",
                column: "laatste_dag");

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_persoon_id",
                table: "voorziening",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_tijdelijk_voor",
                table: "voorziening",
                column: "tijdelijk_voor",
                filter: "tijdelijk_voor IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_voorziening_id",
                table: "voorziening",
                column: "voorziening_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_vroege_aanvraag_meldingnummer",
                table: "vroege_aanvraag",
                column: "meldingnummer");

            migrationBuilder.CreateIndex(
                name: "IX_wijzigingsverzoek_beloofd_op_wijzigingsnummer",
                table: "wijzigingsverzoek",
                columns: new[] { "beloofd_op", "wijzigingsnummer" });

            migrationBuilder.CreateIndex(
                name: "IX_wijzigingsverzoek_bsn",
                table: "wijzigingsverzoek",
                column: "bsn");

            migrationBuilder.CreateIndex(
                name: "IX_wijzigingsverzoek_dossiernummer",
                table: "wijzigingsverzoek",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_wijzigingsverzoek_persoon_id",
                table: "wijzigingsverzoek",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_wijzigingsverzoek_voorziening_id_vraag",
                table: "wijzigingsverzoek",
                columns: new[] { "voorziening_id", "vraag" },
                unique: true,
                filter: "afronding IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_wijzigingsverzoek_wijzigingsnummer",
                table: "wijzigingsverzoek",
                column: "wijzigingsnummer",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "aanvraag");

            migrationBuilder.DropTable(
                name: "access_block");

            migrationBuilder.DropTable(
                name: "access_end");

            migrationBuilder.DropTable(
                name: "access_row");

            migrationBuilder.DropTable(
                name: "answered_request");

            migrationBuilder.DropTable(
                name: "beroep");

            migrationBuilder.DropTable(
                name: "bezwaar");

            migrationBuilder.DropTable(
                name: "dossierhouder");

            migrationBuilder.DropTable(
                name: "failed_message");

            migrationBuilder.DropTable(
                name: "herziening");

            migrationBuilder.DropTable(
                name: "klacht");

            migrationBuilder.DropTable(
                name: "meldingsbeeld");

            migrationBuilder.DropTable(
                name: "onderzoeksbeeld");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "persoonsbeeld");

            migrationBuilder.DropTable(
                name: "pgb_toets");

            migrationBuilder.DropTable(
                name: "pgbstuk");

            migrationBuilder.DropTable(
                name: "processed_message");

            migrationBuilder.DropTable(
                name: "published_message");

            migrationBuilder.DropTable(
                name: "spoedbesluit");

            migrationBuilder.DropTable(
                name: "voorziening");

            migrationBuilder.DropTable(
                name: "vroege_aanvraag");

            migrationBuilder.DropTable(
                name: "wijzigingsverzoek");

            migrationBuilder.DropSequence(
                name: "aanvraag_volgnummer");

            migrationBuilder.DropSequence(
                name: "beroep_volgnummer");

            migrationBuilder.DropSequence(
                name: "beschikking_volgnummer");

            migrationBuilder.DropSequence(
                name: "bezwaar_volgnummer");

            migrationBuilder.DropSequence(
                name: "herziening_volgnummer");

            migrationBuilder.DropSequence(
                name: "klacht_volgnummer");

            migrationBuilder.DropSequence(
                name: "wijziging_volgnummer");
        }
    }
}
