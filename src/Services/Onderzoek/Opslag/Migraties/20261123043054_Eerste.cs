using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Onderzoeken.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Eerste : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "onderzoek",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meldingnummer = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn = table.Column<string>(type: "text", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    spoed = table.Column<bool>(type: "boolean", nullable: false),
                    hulpvraag = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false),
                    uiterlijk = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    persoon = table.Column<string>(type: "jsonb", nullable: true),
                    geen_berichtenverkeer = table.Column<bool>(type: "boolean", nullable: false),
                    motivering_geen_indicatie = table.Column<string>(type: "text", nullable: true),
                    samenvatting = table.Column<string>(type: "text", nullable: true),
                    vastgesteld_op = table.Column<DateOnly>(type: "date", nullable: true),
                    opmerkingen = table.Column<string>(type: "jsonb", nullable: false),
                    aanvraag_ontvangen_op = table.Column<DateOnly>(type: "date", nullable: true),
                    ondertekenwijze = table.Column<string>(type: "text", nullable: true),
                    stopreden = table.Column<string>(type: "text", nullable: true),
                    stopmotivering = table.Column<string>(type: "text", nullable: true),
                    gestopt_op = table.Column<DateOnly>(type: "date", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_onderzoek", x => x.id);
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
                name: "zorgaanbieder",
                columns: table => new
                {
                    agb = table.Column<string>(type: "text", nullable: false),
                    naam = table.Column<string>(type: "text", nullable: false),
                    productcategorieen = table.Column<string[]>(type: "text[]", nullable: false),
                    geldig_van = table.Column<DateOnly>(type: "date", nullable: false),
                    geldig_tot = table.Column<DateOnly>(type: "date", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_zorgaanbieder", x => x.agb);
                });

            migrationBuilder.CreateTable(
                name: "gesprek",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tijdstip = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    plaats = table.Column<string>(type: "text", nullable: false),
                    aanwezigen = table.Column<string[]>(type: "text[]", nullable: false),
                    gevoerd_op = table.Column<DateOnly>(type: "date", nullable: true),
                    gebruikt_wlz = table.Column<bool>(type: "boolean", nullable: true),
                    onderwerpen = table.Column<string>(type: "jsonb", nullable: true),
                    onderzoek_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gesprek", x => x.id);
                    table.ForeignKey(
                        name: "FK_gesprek_onderzoek_onderzoek_id",
                        column: x => x.onderzoek_id,
                        principalTable: "onderzoek",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "indicatie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    doelen = table.Column<string[]>(type: "text[]", nullable: false),
                    leveringsvorm = table.Column<string>(type: "text", nullable: true),
                    agb = table.Column<string>(type: "text", nullable: true),
                    motivatie = table.Column<string>(type: "text", nullable: true),
                    onderzoek_id = table.Column<Guid>(type: "uuid", nullable: false),
                    omvang_eenheid = table.Column<string>(type: "text", nullable: false),
                    omvang_frequentie = table.Column<string>(type: "text", nullable: false),
                    omvang_volume = table.Column<int>(type: "integer", nullable: false),
                    periode_einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    periode_ingangsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    product_categorie = table.Column<string>(type: "text", nullable: false),
                    product_code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicatie", x => x.id);
                    table.ForeignKey(
                        name: "FK_indicatie_onderzoek_onderzoek_id",
                        column: x => x.onderzoek_id,
                        principalTable: "onderzoek",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_gesprek_onderzoek_id",
                table: "gesprek",
                column: "onderzoek_id");

            migrationBuilder.CreateIndex(
                name: "IX_indicatie_onderzoek_id",
                table: "indicatie",
                column: "onderzoek_id");

            migrationBuilder.CreateIndex(
                name: "IX_onderzoek_bsn",
                table: "onderzoek",
                column: "bsn");

            migrationBuilder.CreateIndex(
                name: "IX_onderzoek_dossiernummer",
                table: "onderzoek",
                column: "dossiernummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_onderzoek_wijkteam_status_uiterlijk_dossiernummer",
                table: "onderzoek",
                columns: new[] { "wijkteam", "status", "uiterlijk", "dossiernummer" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gesprek");

            migrationBuilder.DropTable(
                name: "indicatie");

            migrationBuilder.DropTable(
                name: "mislukt_bericht");

            migrationBuilder.DropTable(
                name: "uitgaand_bericht");

            migrationBuilder.DropTable(
                name: "verwerkt_bericht");

            migrationBuilder.DropTable(
                name: "verwerkt_verzoek");

            migrationBuilder.DropTable(
                name: "zorgaanbieder");

            migrationBuilder.DropTable(
                name: "onderzoek");
        }
    }
}
