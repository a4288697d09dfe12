using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WmoPlatform.Zorgaanbieders.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Wijzigingen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "contract_productcodes",
                table: "zorgaanbieder",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "afgekeurde_wijziging",
                table: "toewijzing",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "bevinding",
                table: "toewijzing",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "eerder",
                table: "toewijzing",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<DateOnly>(
                name: "einde_voor_verwijdering",
                table: "toewijzing",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gewijzigd_in",
                table: "toewijzing",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "in_overleg",
                table: "toewijzing",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "reden_wijziging",
                table: "toewijzing",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "referentie_aanbieder",
                table: "toewijzing",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "te_melden",
                table: "toewijzing",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "briefwisseling",
                columns: table => new
                {
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    onbeantwoord = table.Column<string>(type: "text", nullable: true),
                    beurt = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_briefwisseling", x => new { x.persoon_id, x.agb });
                });

            migrationBuilder.CreateTable(
                name: "pgb",
                columns: table => new
                {
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    categorie = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    ingangsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    einddatum = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pgb", x => x.voorziening_id);
                });

            migrationBuilder.CreateTable(
                name: "verzoek",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    referentie_aanbieder = table.Column<string>(type: "text", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    per_bericht = table.Column<bool>(type: "boolean", nullable: false),
                    verzegelde_bsn = table.Column<string>(type: "text", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    producten = table.Column<string>(type: "jsonb", nullable: false),
                    bevinding = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateOnly>(type: "date", nullable: false),
                    antwoord_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    reden_afwijzing = table.Column<string>(type: "text", nullable: true),
                    antwoordberichten = table.Column<string[]>(type: "text[]", nullable: false),
                    afgekeurd_antwoord = table.Column<string[]>(type: "text[]", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verzoek", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_briefwisseling_onbeantwoord",
                table: "briefwisseling",
                column: "onbeantwoord",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pgb_persoon_id",
                table: "pgb",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_verzoek_agb_referentie_aanbieder",
                table: "verzoek",
                columns: new[] { "agb", "referentie_aanbieder" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_verzoek_antwoordberichten",
                table: "verzoek",
                column: "antwoordberichten")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_verzoek_status_antwoord_uiterlijk",
                table: "verzoek",
                columns: new[] { "status", "antwoord_uiterlijk" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "briefwisseling");

            migrationBuilder.DropTable(
                name: "pgb");

            migrationBuilder.DropTable(
                name: "verzoek");

            migrationBuilder.DropColumn(
                name: "contract_productcodes",
                table: "zorgaanbieder");

            migrationBuilder.DropColumn(
                name: "afgekeurde_wijziging",
                table: "toewijzing");

            migrationBuilder.DropColumn(
                name: "bevinding",
                table: "toewijzing");

            migrationBuilder.DropColumn(
                name: "eerder",
                table: "toewijzing");

            migrationBuilder.DropColumn(
                name: "einde_voor_verwijdering",
                table: "toewijzing");

            migrationBuilder.DropColumn(
                name: "gewijzigd_in",
                table: "toewijzing");

            migrationBuilder.DropColumn(
                name: "in_overleg",
                table: "toewijzing");

            migrationBuilder.DropColumn(
                name: "reden_wijziging",
                table: "toewijzing");

            migrationBuilder.DropColumn(
                name: "referentie_aanbieder",
                table: "toewijzing");

            migrationBuilder.DropColumn(
                name: "te_melden",
                table: "toewijzing");
        }
    }
}
