using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Correspondentie.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "dossierhouder",
                columns: table => new
                {
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossierhouder", x => x.dossiernummer);
                });

            migrationBuilder.CreateTable(
                name: "emailadres",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kenmerk = table.Column<byte[]>(type: "bytea", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    bevestigd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ronde = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_emailadres", x => x.id);
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
                name: "gemachtigde",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    verzegeld = table.Column<string>(type: "text", nullable: true),
                    is_beeindigd = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gemachtigde", x => x.id);
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
                name: "verstuurd",
                columns: table => new
                {
                    verzending_id = table.Column<Guid>(type: "uuid", nullable: false),
                    adres = table.Column<byte[]>(type: "bytea", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verstuurd", x => x.verzending_id);
                });

            migrationBuilder.CreateTable(
                name: "verzending",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    aanleiding = table.Column<string>(type: "text", nullable: false),
                    wijze = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gegevens = table.Column<string>(type: "text", nullable: false),
                    emailadres = table.Column<string>(type: "text", nullable: true),
                    emailadres_id = table.Column<Guid>(type: "uuid", nullable: true),
                    uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    geadresseerde = table.Column<string>(type: "text", nullable: true),
                    zonder_adres = table.Column<bool>(type: "boolean", nullable: false),
                    aan_gemachtigde = table.Column<bool>(type: "boolean", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    unknowns = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    verzonden_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    gewijzigd_door = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verzending", x => x.id);
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
                name: "IX_emailadres_persoon_id_kenmerk",
                table: "emailadres",
                columns: new[] { "persoon_id", "kenmerk" },
                unique: true);

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
                name: "IX_verstuurd_adres_op",
                table: "verstuurd",
                columns: new[] { "adres", "op" });

            migrationBuilder.CreateIndex(
                name: "IX_verzending_dossiernummer_soort_aanleiding",
                table: "verzending",
                columns: new[] { "dossiernummer", "soort", "aanleiding" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_verzending_emailadres_id",
                table: "verzending",
                column: "emailadres_id");

            migrationBuilder.CreateIndex(
                name: "IX_verzending_persoon_id",
                table: "verzending",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "ix_verzending_due",
                table: "verzending",
                columns: new[] { "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_verzending_onzeker",
                table: "verzending",
                column: "status",
                filter: "status = 'Onzeker'");
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
                name: "dossierhouder");

            migrationBuilder.DropTable(
                name: "emailadres");

            migrationBuilder.DropTable(
                name: "failed_message");

            migrationBuilder.DropTable(
                name: "gemachtigde");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "persoonsbeeld");

            migrationBuilder.DropTable(
                name: "processed_message");

            migrationBuilder.DropTable(
                name: "published_message");

            migrationBuilder.DropTable(
                name: "verstuurd");

            migrationBuilder.DropTable(
                name: "verzending");
        }
    }
}
