using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.EigenBijdrage.Opslag.Migraties
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
                name: "startnummer");

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
                name: "bijdrage",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verzegelde_bsn = table.Column<string>(type: "text", nullable: false),
                    feitcorrecties = table.Column<string>(type: "jsonb", nullable: false),
                    besluiten = table.Column<string>(type: "jsonb", nullable: false),
                    wacht = table.Column<bool>(type: "boolean", nullable: false),
                    afgeschermd = table.Column<bool>(type: "boolean", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bijdrage", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "hulp",
                columns: table => new
                {
                    aggregaat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    leveringsvorm = table.Column<string>(type: "text", nullable: false),
                    ingangsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    onderbrekingen = table.Column<string>(type: "jsonb", nullable: false),
                    is_geeindigd = table.Column<bool>(type: "boolean", nullable: false),
                    vervallen = table.Column<bool>(type: "boolean", nullable: false),
                    opvolger = table.Column<Guid>(type: "uuid", nullable: true),
                    begindatum = table.Column<DateOnly>(type: "date", nullable: true),
                    niet_verschuldigd = table.Column<string>(type: "text", nullable: true),
                    geen_berichtenverkeer = table.Column<bool>(type: "boolean", nullable: false),
                    bijdrage_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hulp", x => x.aggregaat_id);
                    table.ForeignKey(
                        name: "FK_hulp_bijdrage_bijdrage_id",
                        column: x => x.bijdrage_id,
                        principalTable: "bijdrage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signaal",
                columns: table => new
                {
                    startnummer = table.Column<long>(type: "bigint", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    startdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    stopdatum = table.Column<DateOnly>(type: "date", nullable: true),
                    startbericht = table.Column<string>(type: "text", nullable: true),
                    stopbericht = table.Column<string>(type: "text", nullable: true),
                    eerdere_stopberichten = table.Column<string[]>(type: "text[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    retourcodes = table.Column<string[]>(type: "text[]", nullable: false),
                    correcties = table.Column<string>(type: "jsonb", nullable: false),
                    correctieberichten = table.Column<string[]>(type: "text[]", nullable: false),
                    bijdrage_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signaal", x => x.startnummer);
                    table.ForeignKey(
                        name: "FK_signaal_bijdrage_bijdrage_id",
                        column: x => x.bijdrage_id,
                        principalTable: "bijdrage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "IX_bijdrage_id",
                table: "bijdrage",
                column: "id",
                filter: "wacht");

            migrationBuilder.CreateIndex(
                name: "IX_bijdrage_persoon_id",
                table: "bijdrage",
                column: "persoon_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hulp_bijdrage_id",
                table: "hulp",
                column: "bijdrage_id");

            migrationBuilder.CreateIndex(
                name: "IX_hulp_dossiernummer",
                table: "hulp",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_in_trouble",
                table: "outbox_message",
                columns: new[] { "order_key", "number" },
                filter: "failures > 0");

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

            migrationBuilder.CreateIndex(
                name: "IX_signaal_bijdrage_id",
                table: "signaal",
                column: "bijdrage_id");

            migrationBuilder.CreateIndex(
                name: "IX_signaal_correctieberichten",
                table: "signaal",
                column: "correctieberichten")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_signaal_startbericht",
                table: "signaal",
                column: "startbericht",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signaal_stopbericht",
                table: "signaal",
                column: "stopbericht",
                unique: true);
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
                name: "failed_message");

            migrationBuilder.DropTable(
                name: "hulp");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "persoonsbeeld");

            migrationBuilder.DropTable(
                name: "poststuk");

            migrationBuilder.DropTable(
                name: "processed_message");

            migrationBuilder.DropTable(
                name: "published_message");

            migrationBuilder.DropTable(
                name: "signaal");

            migrationBuilder.DropTable(
                name: "verkeersstand");

            migrationBuilder.DropTable(
                name: "bijdrage");

            migrationBuilder.DropSequence(
                name: "ketenbericht_nummer");

            migrationBuilder.DropSequence(
                name: "startnummer");
        }
    }
}
