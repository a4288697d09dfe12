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
                    wacht = table.Column<bool>(type: "boolean", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bijdrage", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "einde_zonder_start",
                columns: table => new
                {
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    aggregaat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    ingetrokken = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_einde_zonder_start", x => x.voorziening_id);
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
                name: "inzageregel",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    onderwerp_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deel_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wie = table.Column<string>(type: "text", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inzageregel", x => x.nr);
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
                    queue = table.Column<string>(type: "text", nullable: false),
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
                    status = table.Column<string>(type: "text", nullable: false),
                    via_platform = table.Column<bool>(type: "boolean", nullable: false),
                    niet_voor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    geregistreerd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verzonden_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    beantwoord_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    antwoord_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    verwacht_antwoord = table.Column<bool>(type: "boolean", nullable: false),
                    antwoord_op = table.Column<Guid>(type: "uuid", nullable: true),
                    antwoord = table.Column<Guid>(type: "uuid", nullable: true),
                    bevindingen = table.Column<string>(type: "jsonb", nullable: false),
                    aangeleverd_door = table.Column<string>(type: "text", nullable: true),
                    referentie = table.Column<string>(type: "text", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
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
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processed_message", x => x.message_id);
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

            migrationBuilder.CreateTable(
                name: "voorziening",
                columns: table => new
                {
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    leveringsvorm = table.Column<string>(type: "text", nullable: false),
                    startdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    einddatum = table.Column<DateOnly>(type: "date", nullable: true),
                    niet_verschuldigd = table.Column<string>(type: "text", nullable: true),
                    geen_berichtenverkeer = table.Column<bool>(type: "boolean", nullable: false),
                    ingetrokken = table.Column<bool>(type: "boolean", nullable: false),
                    eerdere_tijdvakken = table.Column<string>(type: "jsonb", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    aggregaat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    eerdere = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    bijdrage_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voorziening", x => x.voorziening_id);
                    table.ForeignKey(
                        name: "FK_voorziening_bijdrage_bijdrage_id",
                        column: x => x.bijdrage_id,
                        principalTable: "bijdrage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "IX_inzageregel_onderwerp_id",
                table: "inzageregel",
                column: "onderwerp_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_in_trouble",
                table: "outbox_message",
                columns: new[] { "order_key", "number" },
                filter: "failures > 0");

            migrationBuilder.CreateIndex(
                name: "IX_poststuk_antwoord_uiterlijk",
                table: "poststuk",
                column: "antwoord_uiterlijk",
                filter: "status in ('Verzonden', 'Ontvangen')");

            migrationBuilder.CreateIndex(
                name: "IX_poststuk_dossiernummer",
                table: "poststuk",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_poststuk_niet_voor",
                table: "poststuk",
                column: "niet_voor",
                filter: "status = 'TeVerzenden'");

            migrationBuilder.CreateIndex(
                name: "IX_poststuk_nr",
                table: "poststuk",
                column: "nr",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_poststuk_inkomend",
                table: "poststuk",
                columns: new[] { "tegenpartij", "soort", "identificatie", "vingerafdruk" },
                unique: true,
                filter: "richting = 'Inkomend'");

            migrationBuilder.CreateIndex(
                name: "ix_poststuk_uitgaand",
                table: "poststuk",
                columns: new[] { "soort", "identificatie" },
                unique: true,
                filter: "richting = 'Uitgaand'");

            migrationBuilder.CreateIndex(
                name: "IX_processed_message_processed_at",
                table: "processed_message",
                column: "processed_at");

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

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_bijdrage_id",
                table: "voorziening",
                column: "bijdrage_id");

            migrationBuilder.CreateIndex(
                name: "IX_voorziening_dossiernummer",
                table: "voorziening",
                column: "dossiernummer");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answered_request");

            migrationBuilder.DropTable(
                name: "einde_zonder_start");

            migrationBuilder.DropTable(
                name: "failed_message");

            migrationBuilder.DropTable(
                name: "inzageregel");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "poststuk");

            migrationBuilder.DropTable(
                name: "processed_message");

            migrationBuilder.DropTable(
                name: "signaal");

            migrationBuilder.DropTable(
                name: "voorziening");

            migrationBuilder.DropTable(
                name: "bijdrage");

            migrationBuilder.DropSequence(
                name: "ketenbericht_nummer");

            migrationBuilder.DropSequence(
                name: "startnummer");
        }
    }
}
