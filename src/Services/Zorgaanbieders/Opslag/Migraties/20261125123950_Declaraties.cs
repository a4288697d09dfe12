using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WmoPlatform.Zorgaanbieders.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Declaraties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "declaratie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    declaratienummer = table.Column<string>(type: "text", nullable: false),
                    berichtidentificatie = table.Column<string>(type: "text", nullable: false),
                    dagtekening = table.Column<DateOnly>(type: "date", nullable: false),
                    ontvangen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    antwoord_uiterlijk = table.Column<DateOnly>(type: "date", nullable: false),
                    ingediend = table.Column<long>(type: "bigint", nullable: false),
                    toegekend = table.Column<long>(type: "bigint", nullable: false),
                    aantal_prestaties = table.Column<int>(type: "integer", nullable: false),
                    aantal_afgewezen = table.Column<int>(type: "integer", nullable: false),
                    retourcodes = table.Column<string[]>(type: "text[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    beantwoord_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    goedgekeurd_door = table.Column<string>(type: "text", nullable: true),
                    verzegeld_antwoord = table.Column<string>(type: "text", nullable: true),
                    periode_einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    periode_ingangsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_declaratie", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "prestatieregel",
                columns: table => new
                {
                    declaratie_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volgnummer = table.Column<int>(type: "integer", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    referentienummer = table.Column<string>(type: "text", nullable: false),
                    vorig_referentienummer = table.Column<string>(type: "text", nullable: true),
                    toewijzingnummer = table.Column<long>(type: "bigint", nullable: false),
                    categorie = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    begindatum = table.Column<DateOnly>(type: "date", nullable: false),
                    einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    volume = table.Column<long>(type: "bigint", nullable: false),
                    eenheid = table.Column<string>(type: "text", nullable: false),
                    tarief = table.Column<long>(type: "bigint", nullable: true),
                    bedrag = table.Column<long>(type: "bigint", nullable: false),
                    is_credit = table.Column<bool>(type: "boolean", nullable: false),
                    verbruik = table.Column<long>(type: "bigint", nullable: false),
                    retourcodes = table.Column<string[]>(type: "text[]", nullable: false),
                    is_toegekend = table.Column<bool>(type: "boolean", nullable: false),
                    is_gecrediteerd = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prestatieregel", x => new { x.declaratie_id, x.volgnummer });
                });

            migrationBuilder.CreateIndex(
                name: "IX_declaratie_agb_declaratienummer",
                table: "declaratie",
                columns: new[] { "agb", "declaratienummer" },
                unique: true,
                filter: "retourcodes = '{}'");

            migrationBuilder.CreateIndex(
                name: "IX_declaratie_agb_id",
                table: "declaratie",
                columns: new[] { "agb", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_prestatieregel_agb_referentienummer",
                table: "prestatieregel",
                columns: new[] { "agb", "referentienummer" });

            migrationBuilder.CreateIndex(
                name: "IX_prestatieregel_toewijzingnummer",
                table: "prestatieregel",
                column: "toewijzingnummer",
                filter: "is_toegekend AND NOT is_credit AND NOT is_gecrediteerd");

            migrationBuilder.CreateIndex(
                name: "ix_prestatieregel_toegekend",
                table: "prestatieregel",
                columns: new[] { "agb", "referentienummer" },
                unique: true,
                filter: "is_toegekend");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "declaratie");

            migrationBuilder.DropTable(
                name: "prestatieregel");
        }
    }
}
