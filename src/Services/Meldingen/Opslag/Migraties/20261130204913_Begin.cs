using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Meldingen.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "dossier_volgnummer");

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
                name: "dossieropening",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    geopend_op = table.Column<DateOnly>(type: "date", nullable: false),
                    geopend_door = table.Column<string>(type: "text", nullable: false),
                    persoon_bekend = table.Column<bool>(type: "boolean", nullable: false),
                    niet_gevonden = table.Column<bool>(type: "boolean", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossieropening", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dossierplaats",
                columns: table => new
                {
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volgorde = table.Column<int>(type: "integer", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossierplaats", x => new { x.persoon_id, x.volgorde });
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
                name: "melding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meldingnummer = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false),
                    vastgelegd_op = table.Column<DateOnly>(type: "date", nullable: false),
                    reden_ontvangst = table.Column<string>(type: "text", nullable: true),
                    kanaal = table.Column<string>(type: "text", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    spoed = table.Column<bool>(type: "boolean", nullable: false),
                    hulpvraag = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: true),
                    melder = table.Column<string>(type: "text", nullable: true),
                    gemeld_door = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    bevestiging_uiterlijk = table.Column<DateOnly>(type: "date", nullable: false),
                    bevestigd_op = table.Column<DateOnly>(type: "date", nullable: true),
                    bevestiging_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bevestigingsversie = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    unknowns = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    persoon_bekend = table.Column<bool>(type: "boolean", nullable: false),
                    onderzoek_gestopt_op = table.Column<DateOnly>(type: "date", nullable: true),
                    verslag_ondertekend = table.Column<bool>(type: "boolean", nullable: false),
                    aanvragen = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    klare_aanvragen = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    heeft_besluit = table.Column<bool>(type: "boolean", nullable: false),
                    loopt = table.Column<bool>(type: "boolean", nullable: false),
                    bezwaar_tot = table.Column<DateOnly>(type: "date", nullable: true),
                    hulp_tot = table.Column<DateOnly>(type: "date", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_melding", x => x.id);
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
                name: "persoon",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    stand = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    bekend = table.Column<string>(type: "text", nullable: true),
                    moet_volgen = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    volgt = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    woont_hier_ondanks = table.Column<string>(type: "text", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    unknowns = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_persoon", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedure",
                columns: table => new
                {
                    zaaknummer = table.Column<string>(type: "text", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    stand = table.Column<int>(type: "integer", nullable: false),
                    is_aanhangig = table.Column<bool>(type: "boolean", nullable: false),
                    opdrachten = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    uitgevoerd = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    loopt = table.Column<bool>(type: "boolean", nullable: false),
                    tot = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure", x => x.zaaknummer);
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
                name: "volgstand",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    beurt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gevraagd_tot = table.Column<DateOnly>(type: "date", nullable: true),
                    vergeleken_op = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_volgstand", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "volgstand",
                columns: new[] { "id", "beurt_op", "gevraagd_tot", "vergeleken_op" },
                values: new object[] { 1, null, null, null });

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
                name: "IX_dossieropening_dossiernummer",
                table: "dossieropening",
                column: "dossiernummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossieropening_geopend_door_geopend_op",
                table: "dossieropening",
                columns: new[] { "geopend_door", "geopend_op" });

            migrationBuilder.CreateIndex(
                name: "IX_dossieropening_persoon_id",
                table: "dossieropening",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_melding_bsn",
                table: "melding",
                column: "bsn");

            migrationBuilder.CreateIndex(
                name: "IX_melding_dossiernummer",
                table: "melding",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_melding_gemeld_door_vastgelegd_op",
                table: "melding",
                columns: new[] { "gemeld_door", "vastgelegd_op" });

            migrationBuilder.CreateIndex(
                name: "IX_melding_meldingnummer",
                table: "melding",
                column: "meldingnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_melding_persoon_id",
                table: "melding",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "ix_melding_due",
                table: "melding",
                columns: new[] { "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_in_trouble",
                table: "outbox_message",
                columns: new[] { "order_key", "number" },
                filter: "failures > 0");

            migrationBuilder.CreateIndex(
                name: "IX_persoon_bsn",
                table: "persoon",
                column: "bsn",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_persoon_due",
                table: "persoon",
                columns: new[] { "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_procedure_dossiernummer",
                table: "procedure",
                column: "dossiernummer");

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
                name: "dossieropening");

            migrationBuilder.DropTable(
                name: "dossierplaats");

            migrationBuilder.DropTable(
                name: "failed_message");

            migrationBuilder.DropTable(
                name: "melding");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "persoon");

            migrationBuilder.DropTable(
                name: "procedure");

            migrationBuilder.DropTable(
                name: "processed_message");

            migrationBuilder.DropTable(
                name: "published_message");

            migrationBuilder.DropTable(
                name: "volgstand");

            migrationBuilder.DropSequence(
                name: "dossier_volgnummer");
        }
    }
}
