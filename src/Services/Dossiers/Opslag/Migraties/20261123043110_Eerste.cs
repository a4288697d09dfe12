using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Dossiers.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Eerste : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                    getoond_tot = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier", x => x.dossiernummer);
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
                name: "mislukt_bericht",
                columns: table => new
                {
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gebeurtenis = table.Column<string>(type: "text", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: true),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: false),
                    fout = table.Column<string>(type: "text", nullable: false),
                    plaats = table.Column<string>(type: "text", nullable: true),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    mislukt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mislukt_bericht", x => x.bericht_id);
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
                    wat = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tijdlijnregel", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "uitgaand_bericht",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volgordesleutel = table.Column<string>(type: "text", nullable: true),
                    exchange = table.Column<string>(type: "text", nullable: false),
                    wachtrij = table.Column<string>(type: "text", nullable: false),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    poging = table.Column<int>(type: "integer", nullable: false),
                    niet_voor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mislukkingen = table.Column<int>(type: "integer", nullable: false),
                    aangemaakt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uitgaand_bericht", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "verwerkt_bericht",
                columns: table => new
                {
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verwerkt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verwerkt_bericht", x => x.bericht_id);
                });

            migrationBuilder.CreateTable(
                name: "verwerkt_verzoek",
                columns: table => new
                {
                    sleutel = table.Column<string>(type: "text", nullable: false),
                    aanvrager = table.Column<string>(type: "text", nullable: false),
                    vingerafdruk = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    antwoord = table.Column<string>(type: "text", nullable: false),
                    locatie = table.Column<string>(type: "text", nullable: true),
                    etag = table.Column<string>(type: "text", nullable: true),
                    verwerkt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verwerkt_verzoek", x => new { x.sleutel, x.aanvrager });
                });

            migrationBuilder.CreateTable(
                name: "dossiertermijn",
                columns: table => new
                {
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    kenmerk = table.Column<string>(type: "text", nullable: false),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    uiterlijk = table.Column<DateOnly>(type: "date", nullable: false),
                    grondslag = table.Column<string>(type: "text", nullable: false),
                    toegezegde_datum = table.Column<DateOnly>(type: "date", nullable: true),
                    voldaan_op = table.Column<DateOnly>(type: "date", nullable: true),
                    vervallen = table.Column<bool>(type: "boolean", nullable: false)
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
                name: "IX_dossier_bsn_kenmerk",
                table: "dossier",
                column: "bsn_kenmerk");

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
                name: "IX_tijdlijnregel_dossiernummer",
                table: "tijdlijnregel",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "ix_uitgaand_bericht_in_moeilijkheden",
                table: "uitgaand_bericht",
                columns: new[] { "volgordesleutel", "nr" },
                filter: "mislukkingen > 0");

            migrationBuilder.CreateIndex(
                name: "IX_verwerkt_bericht_verwerkt_op",
                table: "verwerkt_bericht",
                column: "verwerkt_op");

            migrationBuilder.CreateIndex(
                name: "IX_verwerkt_verzoek_verwerkt_op",
                table: "verwerkt_verzoek",
                column: "verwerkt_op");

            // The journal is append-only, and the database keeps it so: also for whoever comes past the service.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION journaal_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'Het journaal wordt alleen aangevuld: % mag niet.', TG_OP;
                END $$;
                CREATE TRIGGER journaal_blijft BEFORE UPDATE OR DELETE OR TRUNCATE ON journaalregel
                    FOR EACH STATEMENT EXECUTE FUNCTION journaal_blijft();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER journaal_blijft ON journaalregel; DROP FUNCTION journaal_blijft();");

            migrationBuilder.DropTable(
                name: "dossiertermijn");

            migrationBuilder.DropTable(
                name: "journaalregel");

            migrationBuilder.DropTable(
                name: "mislukt_bericht");

            migrationBuilder.DropTable(
                name: "tijdlijnregel");

            migrationBuilder.DropTable(
                name: "uitgaand_bericht");

            migrationBuilder.DropTable(
                name: "verwerkt_bericht");

            migrationBuilder.DropTable(
                name: "verwerkt_verzoek");

            migrationBuilder.DropTable(
                name: "dossier");
        }
    }
}
