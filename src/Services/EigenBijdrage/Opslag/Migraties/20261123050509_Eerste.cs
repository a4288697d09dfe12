using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.EigenBijdrage.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Eerste : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "ketenbericht_nummer");

            migrationBuilder.CreateSequence(
                name: "startnummer");

            migrationBuilder.CreateTable(
                name: "bijdrage",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verzegelde_bsn = table.Column<string>(type: "text", nullable: false),
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
                name: "inkomend_ketenbericht",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    afzender = table.Column<string>(type: "text", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    identificatie = table.Column<string>(type: "text", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inkomend_ketenbericht", x => x.id);
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
                name: "uitgaand_ketenbericht",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    soort = table.Column<string>(type: "text", nullable: false),
                    identificatie = table.Column<string>(type: "text", nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    niet_voor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    aangemaakt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verzonden_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    antwoord_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    verwacht_antwoord = table.Column<bool>(type: "boolean", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uitgaand_ketenbericht", x => x.nr);
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
                    versie = table.Column<int>(type: "integer", nullable: false),
                    aggregaat_id = table.Column<Guid>(type: "uuid", nullable: false),
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
                name: "IX_bijdrage_persoon_id",
                table: "bijdrage",
                column: "persoon_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inkomend_ketenbericht_afzender_soort_identificatie",
                table: "inkomend_ketenbericht",
                columns: new[] { "afzender", "soort", "identificatie" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signaal_bijdrage_id",
                table: "signaal",
                column: "bijdrage_id");

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
                name: "ix_uitgaand_bericht_in_moeilijkheden",
                table: "uitgaand_bericht",
                columns: new[] { "volgordesleutel", "nr" },
                filter: "mislukkingen > 0");

            migrationBuilder.CreateIndex(
                name: "IX_uitgaand_ketenbericht_antwoord_uiterlijk",
                table: "uitgaand_ketenbericht",
                column: "antwoord_uiterlijk",
                filter: "status = 'Verzonden'");

            migrationBuilder.CreateIndex(
                name: "IX_uitgaand_ketenbericht_dossiernummer",
                table: "uitgaand_ketenbericht",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_uitgaand_ketenbericht_niet_voor",
                table: "uitgaand_ketenbericht",
                column: "niet_voor",
                filter: "status = 'TeVerzenden'");

            migrationBuilder.CreateIndex(
                name: "IX_uitgaand_ketenbericht_soort_identificatie",
                table: "uitgaand_ketenbericht",
                columns: new[] { "soort", "identificatie" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_verwerkt_bericht_verwerkt_op",
                table: "verwerkt_bericht",
                column: "verwerkt_op");

            migrationBuilder.CreateIndex(
                name: "IX_verwerkt_verzoek_verwerkt_op",
                table: "verwerkt_verzoek",
                column: "verwerkt_op");

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
                name: "einde_zonder_start");

            migrationBuilder.DropTable(
                name: "inkomend_ketenbericht");

            migrationBuilder.DropTable(
                name: "mislukt_bericht");

            migrationBuilder.DropTable(
                name: "signaal");

            migrationBuilder.DropTable(
                name: "uitgaand_bericht");

            migrationBuilder.DropTable(
                name: "uitgaand_ketenbericht");

            migrationBuilder.DropTable(
                name: "verwerkt_bericht");

            migrationBuilder.DropTable(
                name: "verwerkt_verzoek");

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
