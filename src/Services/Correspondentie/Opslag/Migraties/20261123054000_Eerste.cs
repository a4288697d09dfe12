using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Correspondentie.Opslag.Migraties
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
                name: "verzending",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    wijze = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    meldingnummer = table.Column<string>(type: "text", nullable: false),
                    melding_ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false),
                    emailadres = table.Column<string>(type: "text", nullable: true),
                    geadresseerde = table.Column<string>(type: "text", nullable: true),
                    zonder_adres = table.Column<bool>(type: "boolean", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: true),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    verzenden_vanaf = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verzonden_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verzending", x => x.id);
                });

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

            migrationBuilder.CreateIndex(
                name: "IX_verzending_dossiernummer_soort",
                table: "verzending",
                columns: new[] { "dossiernummer", "soort" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_verzending_verzenden_vanaf",
                table: "verzending",
                column: "verzenden_vanaf",
                filter: "verzenden_vanaf IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mislukt_bericht");

            migrationBuilder.DropTable(
                name: "uitgaand_bericht");

            migrationBuilder.DropTable(
                name: "verwerkt_bericht");

            migrationBuilder.DropTable(
                name: "verwerkt_verzoek");

            migrationBuilder.DropTable(
                name: "verzending");
        }
    }
}
