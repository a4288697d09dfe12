using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WmoPlatform.Pgb.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class FunctiebudgettenEnAfsluitingen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_budget_status",
                table: "budget");

            migrationBuilder.AddColumn<string>(
                name: "verzegelde_vertegenwoordiging",
                table: "pgb_toets",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "afsluiting_uiterlijk",
                table: "budget",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "afsluitingen",
                table: "budget",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "functiebudgetten",
                table: "budget",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string[]>(
                name: "identificaties",
                table: "budget",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<bool>(
                name: "in_eigen_beheer",
                table: "budget",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "vertegenwoordigingsversie",
                table: "budget",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "verzegelde_vertegenwoordiging",
                table: "budget",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "wijzigingen",
                table: "budget",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            // What was told so far had one part: the whole budget.
            migrationBuilder.Sql(
                """
                UPDATE budget SET
                    functiebudgetten = jsonb_build_array(jsonb_build_object('zorgfunctie', zorgfunctie,
                        'periode', jsonb_build_object('ingangsdatum', periode_ingangsdatum, 'einddatum', periode_einddatum), 'bedrag', bedrag)),
                    situaties = COALESCE((SELECT jsonb_agg(s || jsonb_build_object('functiebudgetten', jsonb_build_array(
                        jsonb_build_object('zorgfunctie', zorgfunctie, 'periode', s -> 'periode', 'bedrag', s -> 'bedrag'))) ORDER BY nr)
                        FROM jsonb_array_elements(situaties) WITH ORDINALITY AS t(s, nr)), '[]'),
                    identificaties = ARRAY(SELECT s ->> 'budgetIdentificatie' FROM jsonb_array_elements(situaties) s);
                UPDATE budget SET afsluiting_uiterlijk = 98 + CASE WHEN date_part('year', periode_ingangsdatum) < date_part('year', einde)
                    THEN make_date(date_part('year', periode_ingangsdatum)::int, 12, 31) ELSE einde END
                FROM (SELECT b.id AS welk, (s -> 'periode' ->> 'einddatum')::date AS einde FROM budget b, LATERAL (
                    SELECT s FROM jsonb_array_elements(b.situaties) WITH ORDINALITY AS t(s, nr) WHERE s ->> 'uitkomst' = 'akkoord' ORDER BY nr DESC LIMIT 1) laatste
                    WHERE (s ->> 'bedrag')::numeric > 0) bekend
                WHERE id = welk AND NOT met_de_hand;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_budget_afsluiting_uiterlijk",
                table: "budget",
                column: "afsluiting_uiterlijk");

            migrationBuilder.CreateIndex(
                name: "IX_budget_dossiernummer",
                table: "budget",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_budget_identificaties",
                table: "budget",
                column: "identificaties")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_budget_persoon_id",
                table: "budget",
                column: "persoon_id");

            migrationBuilder.CreateIndex(
                name: "IX_budget_status_id",
                table: "budget",
                columns: new[] { "status", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_budget_afsluiting_uiterlijk",
                table: "budget");

            migrationBuilder.DropIndex(
                name: "IX_budget_dossiernummer",
                table: "budget");

            migrationBuilder.DropIndex(
                name: "IX_budget_identificaties",
                table: "budget");

            migrationBuilder.DropIndex(
                name: "IX_budget_persoon_id",
                table: "budget");

            migrationBuilder.DropIndex(
                name: "IX_budget_status_id",
                table: "budget");

            migrationBuilder.DropColumn(
                name: "verzegelde_vertegenwoordiging",
                table: "pgb_toets");

            migrationBuilder.DropColumn(
                name: "afsluiting_uiterlijk",
                table: "budget");

            migrationBuilder.DropColumn(
                name: "afsluitingen",
                table: "budget");

            migrationBuilder.DropColumn(
                name: "functiebudgetten",
                table: "budget");

            migrationBuilder.DropColumn(
                name: "identificaties",
                table: "budget");

            migrationBuilder.DropColumn(
                name: "in_eigen_beheer",
                table: "budget");

            migrationBuilder.DropColumn(
                name: "vertegenwoordigingsversie",
                table: "budget");

            migrationBuilder.DropColumn(
                name: "verzegelde_vertegenwoordiging",
                table: "budget");

            migrationBuilder.DropColumn(
                name: "wijzigingen",
                table: "budget");

            migrationBuilder.CreateIndex(
                name: "IX_budget_status",
                table: "budget",
                column: "status");
        }
    }
}
