using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Pgb.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "ketenbericht_nummer");

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
                name: "besluitstand",
                columns: table => new
                {
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stand = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_besluitstand", x => x.voorziening_id);
                });

            migrationBuilder.CreateTable(
                name: "budget",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    beschikking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    zorgfunctie = table.Column<string>(type: "text", nullable: false),
                    afgegeven_op = table.Column<DateOnly>(type: "date", nullable: false),
                    toegekend = table.Column<string>(type: "jsonb", nullable: false),
                    functiebudgetten = table.Column<string>(type: "jsonb", nullable: false),
                    bedrag = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    verzegelde_vertegenwoordiging = table.Column<string>(type: "text", nullable: true),
                    vertegenwoordigingsversie = table.Column<int>(type: "integer", nullable: false),
                    verzegelde_persoon = table.Column<string>(type: "text", nullable: false),
                    met_de_hand = table.Column<bool>(type: "boolean", nullable: false),
                    in_eigen_beheer = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    situaties = table.Column<string>(type: "jsonb", nullable: false),
                    berichten = table.Column<string[]>(type: "text[]", nullable: false),
                    identificaties = table.Column<string[]>(type: "text[]", nullable: false),
                    wijzigingen = table.Column<string>(type: "jsonb", nullable: false),
                    beeindiging = table.Column<string>(type: "jsonb", nullable: true),
                    afsluitingen = table.Column<string>(type: "jsonb", nullable: false),
                    is_afgelopen = table.Column<bool>(type: "boolean", nullable: false),
                    afsluiting_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    na_te_lopen_sinds = table.Column<DateOnly>(type: "date", nullable: true),
                    periode_einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    periode_ingangsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget", x => x.id);
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
                name: "onderzoekseinde",
                columns: table => new
                {
                    onderzoek_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stopversie = table.Column<int>(type: "integer", nullable: true),
                    afgehandeld_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_onderzoekseinde", x => x.onderzoek_id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    onderzoek_id = table.Column<Guid>(type: "uuid", nullable: true),
                    onderzoeksversie = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    aanvraag_ingetrokken_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gestart_op = table.Column<DateOnly>(type: "date", nullable: true),
                    afgerond_op = table.Column<DateOnly>(type: "date", nullable: true),
                    documenten = table.Column<string>(type: "jsonb", nullable: false),
                    gesprek = table.Column<string>(type: "jsonb", nullable: true),
                    verzegelde_vertegenwoordiging = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pgb_toets", x => x.id);
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
                name: "IX_budget_afsluiting_uiterlijk",
                table: "budget",
                column: "afsluiting_uiterlijk");

            migrationBuilder.CreateIndex(
                name: "IX_budget_berichten",
                table: "budget",
                column: "berichten")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_budget_dossiernummer",
                table: "budget",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_budget_identificaties",
                table: "budget",
                column: "identificaties")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_budget_persoon_id",
                table: "budget",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_budget_status_id",
                table: "budget",
                columns: new[] { "status", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_budget_voorziening_id_in_eigen_beheer",
                table: "budget",
                columns: new[] { "voorziening_id", "in_eigen_beheer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_in_trouble",
                table: "outbox_message",
                columns: new[] { "order_key", "number" },
                filter: "failures > 0");

            migrationBuilder.CreateIndex(
                name: "IX_pgb_toets_dossiernummer",
                table: "pgb_toets",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_pgb_toets_onderzoek_id",
                table: "pgb_toets",
                column: "onderzoek_id");

            migrationBuilder.CreateIndex(
                name: "IX_pgb_toets_voorziening_id",
                table: "pgb_toets",
                column: "voorziening_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pgb_toets_wijkteam_status_id",
                table: "pgb_toets",
                columns: new[] { "wijkteam", "status", "id" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_block");

            migrationBuilder.DropTable(
                name: "access_end");

            migrationBuilder.DropTable(
                name: "access_row");

            migrationBuilder.DropTable(
                name: "answered_request");

            migrationBuilder.DropTable(
                name: "besluitstand");

            migrationBuilder.DropTable(
                name: "budget");

            migrationBuilder.DropTable(
                name: "failed_message");

            migrationBuilder.DropTable(
                name: "onderzoekseinde");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "persoonsbeeld");

            migrationBuilder.DropTable(
                name: "pgb_toets");

            migrationBuilder.DropTable(
                name: "poststuk");

            migrationBuilder.DropTable(
                name: "processed_message");

            migrationBuilder.DropTable(
                name: "published_message");

            migrationBuilder.DropTable(
                name: "verkeersstand");

            migrationBuilder.DropSequence(
                name: "ketenbericht_nummer");
        }
    }
}
