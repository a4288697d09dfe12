using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Zorgaanbieders.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class AanbiederplatformEnWebhooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "contract_aansluiting",
                table: "zorgaanbieder",
                type: "text",
                nullable: false,
                defaultValue: "Berichten");

            migrationBuilder.AddColumn<string>(
                name: "afkeurreden",
                table: "toewijzing",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "verzegelde_toelichting",
                table: "toewijzing",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "abonnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    gebeurtenissen = table.Column<string[]>(type: "text[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    aangemaakt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verzegeld_geheim = table.Column<string>(type: "text", nullable: false),
                    verzegeld_vorig_geheim = table.Column<string>(type: "text", nullable: true),
                    vorig_geheim_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_abonnement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "begeleidingsplan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    toewijzing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    grootte = table.Column<int>(type: "integer", nullable: false),
                    ontvangen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verzegelde_naam = table.Column<string>(type: "text", nullable: false),
                    verzegelde_inhoud = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_begeleidingsplan", x => x.id);
                    table.ForeignKey(
                        name: "FK_begeleidingsplan_toewijzing_toewijzing_id",
                        column: x => x.toewijzing_id,
                        principalTable: "toewijzing",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bezorging",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    abonnement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gebeurtenis_id = table.Column<string>(type: "text", nullable: false),
                    gebeurtenis = table.Column<string>(type: "text", nullable: false),
                    toewijzingnummer = table.Column<long>(type: "bigint", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    niet_voor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    bezig_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    antwoord = table.Column<int>(type: "integer", nullable: true),
                    fout = table.Column<string>(type: "text", nullable: true),
                    aangemaakt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    bezorgd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bezorging", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "inzage",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    toewijzing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wie = table.Column<string>(type: "text", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inzage", x => x.nr);
                });

            migrationBuilder.CreateIndex(
                name: "IX_abonnement_agb",
                table: "abonnement",
                column: "agb");

            migrationBuilder.CreateIndex(
                name: "IX_begeleidingsplan_toewijzing_id",
                table: "begeleidingsplan",
                column: "toewijzing_id");

            migrationBuilder.CreateIndex(
                name: "IX_bezorging_aangemaakt",
                table: "bezorging",
                column: "aangemaakt");

            migrationBuilder.CreateIndex(
                name: "IX_bezorging_abonnement_id_gebeurtenis_id",
                table: "bezorging",
                columns: new[] { "abonnement_id", "gebeurtenis_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bezorging_id",
                table: "bezorging",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bezorging_wachtend",
                table: "bezorging",
                columns: new[] { "abonnement_id", "nr" },
                filter: "status = 'Wachtend'");

            migrationBuilder.CreateIndex(
                name: "IX_inzage_toewijzing_id",
                table: "inzage",
                column: "toewijzing_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "abonnement");

            migrationBuilder.DropTable(
                name: "begeleidingsplan");

            migrationBuilder.DropTable(
                name: "bezorging");

            migrationBuilder.DropTable(
                name: "inzage");

            migrationBuilder.DropColumn(
                name: "contract_aansluiting",
                table: "zorgaanbieder");

            migrationBuilder.DropColumn(
                name: "afkeurreden",
                table: "toewijzing");

            migrationBuilder.DropColumn(
                name: "verzegelde_toelichting",
                table: "toewijzing");
        }
    }
}
