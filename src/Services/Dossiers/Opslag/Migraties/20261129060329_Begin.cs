using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Dossiers.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "aanbiedernaam",
                columns: table => new
                {
                    agb = table.Column<string>(type: "text", nullable: false),
                    naam = table.Column<string>(type: "text", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aanbiedernaam", x => x.agb);
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
                name: "dossier",
                columns: table => new
                {
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bsn_kenmerk = table.Column<string>(type: "text", nullable: true),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    spoed = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    aan_zet = table.Column<string>(type: "text", nullable: false),
                    wat = table.Column<string>(type: "text", nullable: false),
                    uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    werklijstsleutel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    zaken = table.Column<string>(type: "jsonb", nullable: false),
                    toonbeurt = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier", x => x.dossiernummer);
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
                name: "journaalregel",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    aggregaat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    gebeurtenis = table.Column<string>(type: "text", nullable: false),
                    bron = table.Column<string>(type: "text", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ontvangen = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    inhoud = table.Column<string>(type: "text", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journaalregel", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "onleesbaar",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    gebeurtenis = table.Column<string>(type: "text", nullable: false),
                    fout = table.Column<string>(type: "text", nullable: false),
                    sinds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_onleesbaar", x => x.nr);
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
                name: "te_tonen",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    niet_voor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fout = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_te_tonen", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "tijdlijnregel",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    aggregaat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dienst = table.Column<string>(type: "text", nullable: false),
                    gebeurtenis = table.Column<string>(type: "text", nullable: false),
                    wat = table.Column<string>(type: "text", nullable: false),
                    door = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tijdlijnregel", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "dossiertermijn",
                columns: table => new
                {
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    kenmerk = table.Column<string>(type: "text", nullable: false),
                    zaak = table.Column<string>(type: "text", nullable: false),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    uiterlijk = table.Column<DateOnly>(type: "date", nullable: false),
                    grondslag = table.Column<string>(type: "text", nullable: false),
                    toegezegde_datum = table.Column<DateOnly>(type: "date", nullable: true),
                    voldaan_op = table.Column<DateOnly>(type: "date", nullable: true),
                    vervallen = table.Column<bool>(type: "boolean", nullable: false),
                    staat_stil_sinds = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiertermijn", x => new { x.dossiernummer, x.soort, x.kenmerk });
                    table.ForeignKey(
                        name: "FK_dossiertermijn_dossier_dossiernummer",
                        column: x => x.dossiernummer,
                        principalTable: "dossier",
                        principalColumn: "dossiernummer",
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
                name: "IX_dossier_bsn_kenmerk",
                table: "dossier",
                column: "bsn_kenmerk");

            migrationBuilder.CreateIndex(
                name: "IX_dossier_persoon_id",
                table: "dossier",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_dossier_werklijstsleutel",
                table: "dossier",
                column: "werklijstsleutel");

            migrationBuilder.CreateIndex(
                name: "IX_dossier_wijkteam_werklijstsleutel",
                table: "dossier",
                columns: new[] { "wijkteam", "werklijstsleutel" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiertermijn_soort_uiterlijk",
                table: "dossiertermijn",
                columns: new[] { "soort", "uiterlijk" },
                filter: "voldaan_op IS NULL AND NOT vervallen");

            migrationBuilder.CreateIndex(
                name: "IX_journaalregel_aggregaat_id_versie",
                table: "journaalregel",
                columns: new[] { "aggregaat_id", "versie" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journaalregel_dossiernummer",
                table: "journaalregel",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_onleesbaar_dossiernummer",
                table: "onleesbaar",
                column: "dossiernummer");

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
                name: "IX_te_tonen_dossiernummer",
                table: "te_tonen",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_tijdlijnregel_dossiernummer",
                table: "tijdlijnregel",
                column: "dossiernummer");

            migrationBuilder.Sql(
                """
                CREATE FUNCTION journaal_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE verzegeld CONSTANT text := '"2\.[a-z0-9-]{1,20}\.[A-Za-z0-9_-]{38,}"';
                BEGIN
                    IF TG_OP = 'UPDATE' THEN
                        IF to_jsonb(NEW) - 'inhoud' = to_jsonb(OLD) - 'inhoud'
                            AND regexp_replace(NEW.inhoud, verzegeld, '"2"', 'g') = regexp_replace(OLD.inhoud, verzegeld, '"2"', 'g') THEN
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'Het journaal wordt alleen aangevuld: % mag niet.', TG_OP;
                END $$;
                CREATE TRIGGER journaal_blijft BEFORE DELETE OR TRUNCATE ON journaalregel
                    FOR EACH STATEMENT EXECUTE FUNCTION journaal_blijft();
                CREATE TRIGGER journaal_herverzegelt BEFORE UPDATE ON journaalregel
                    FOR EACH ROW EXECUTE FUNCTION journaal_blijft();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER journaal_blijft ON journaalregel;
                DROP TRIGGER journaal_herverzegelt ON journaalregel;
                DROP FUNCTION journaal_blijft();
                """);

            migrationBuilder.DropTable(
                name: "aanbiedernaam");

            migrationBuilder.DropTable(
                name: "access_block");

            migrationBuilder.DropTable(
                name: "access_end");

            migrationBuilder.DropTable(
                name: "access_row");

            migrationBuilder.DropTable(
                name: "answered_request");

            migrationBuilder.DropTable(
                name: "dossiertermijn");

            migrationBuilder.DropTable(
                name: "failed_message");

            migrationBuilder.DropTable(
                name: "journaalregel");

            migrationBuilder.DropTable(
                name: "onleesbaar");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "processed_message");

            migrationBuilder.DropTable(
                name: "published_message");

            migrationBuilder.DropTable(
                name: "te_tonen");

            migrationBuilder.DropTable(
                name: "tijdlijnregel");

            migrationBuilder.DropTable(
                name: "dossier");
        }
    }
}
