using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WmoPlatform.EigenBijdrage.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Correcties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "eerdere_tijdvakken",
                table: "voorziening",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string[]>(
                name: "correctieberichten",
                table: "signaal",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "correcties",
                table: "signaal",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "feitcorrecties",
                table: "bijdrage",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "wacht",
                table: "bijdrage",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // When help ran before was not kept; the signals know it. Without it a stop that was right would look wrong. And who waits is found once.
            migrationBuilder.Sql(
                """
                UPDATE voorziening v SET eerdere_tijdvakken = COALESCE((
                    SELECT jsonb_agg(jsonb_build_object('begin', s.startdatum, 'einde', s.stopdatum)) FROM signaal s
                    WHERE s.bijdrage_id = v.bijdrage_id AND s.stopdatum IS NOT NULL AND (v.ingetrokken OR v.startdatum > s.stopdatum)), '[]');
                UPDATE bijdrage SET wacht = true;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_signaal_correctieberichten",
                table: "signaal",
                column: "correctieberichten")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_bijdrage_id",
                table: "bijdrage",
                column: "id",
                filter: "wacht");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_signaal_correctieberichten",
                table: "signaal");

            migrationBuilder.DropIndex(
                name: "IX_bijdrage_id",
                table: "bijdrage");

            migrationBuilder.DropColumn(
                name: "eerdere_tijdvakken",
                table: "voorziening");

            migrationBuilder.DropColumn(
                name: "correctieberichten",
                table: "signaal");

            migrationBuilder.DropColumn(
                name: "correcties",
                table: "signaal");

            migrationBuilder.DropColumn(
                name: "feitcorrecties",
                table: "bijdrage");

            migrationBuilder.DropColumn(
                name: "wacht",
                table: "bijdrage");
        }
    }
}
