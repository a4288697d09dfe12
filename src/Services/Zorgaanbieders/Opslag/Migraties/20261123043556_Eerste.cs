using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.Zorgaanbieders.Opslag.Migraties
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
                name: "toewijzingnummer");

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
                name: "toewijzing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    toewijzingnummer = table.Column<long>(type: "bigint", nullable: false),
                    voorziening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volgnummer = table.Column<int>(type: "integer", nullable: false),
                    beschikking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    persoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wijkteam = table.Column<string>(type: "text", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    toegewezen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verzegelde_persoon = table.Column<string>(type: "text", nullable: false),
                    met_de_hand = table.Column<string>(type: "text", nullable: true),
                    berichten = table.Column<string[]>(type: "text[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    retourcodes = table.Column<string[]>(type: "text[]", nullable: false),
                    begindatum = table.Column<DateOnly>(type: "date", nullable: true),
                    laatste_dag = table.Column<DateOnly>(type: "date", nullable: true),
                    reden_beeindiging = table.Column<string>(type: "text", nullable: true),
                    opgevolgd_door = table.Column<long>(type: "bigint", nullable: true),
                    omvang_eenheid = table.Column<string>(type: "text", nullable: false),
                    omvang_frequentie = table.Column<string>(type: "text", nullable: false),
                    omvang_volume = table.Column<int>(type: "integer", nullable: false),
                    periode_einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    periode_ingangsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    product_categorie = table.Column<string>(type: "text", nullable: false),
                    product_code = table.Column<string>(type: "text", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_toewijzing", x => x.id);
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
                name: "zorgaanbieder",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb = table.Column<string>(type: "text", nullable: false),
                    contract_capaciteit = table.Column<int>(type: "integer", nullable: true),
                    contract_geldig_tot = table.Column<DateOnly>(type: "date", nullable: true),
                    contract_geldig_van = table.Column<DateOnly>(type: "date", nullable: false),
                    contract_naam = table.Column<string>(type: "text", nullable: false),
                    contract_opzegtermijn_dagen = table.Column<int>(type: "integer", nullable: true),
                    contract_productcategorieen = table.Column<string[]>(type: "text[]", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_zorgaanbieder", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_inkomend_ketenbericht_afzender_soort_identificatie",
                table: "inkomend_ketenbericht",
                columns: new[] { "afzender", "soort", "identificatie" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_agb_toewijzingnummer",
                table: "toewijzing",
                columns: new[] { "agb", "toewijzingnummer" });

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_berichten",
                table: "toewijzing",
                column: "berichten")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_dossiernummer",
                table: "toewijzing",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_persoon_id_agb",
                table: "toewijzing",
                columns: new[] { "persoon_id", "agb" });

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_toewijzingnummer",
                table: "toewijzing",
                column: "toewijzingnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_voorziening_id_volgnummer",
                table: "toewijzing",
                columns: new[] { "voorziening_id", "volgnummer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_toewijzing_wijkteam_toewijzingnummer",
                table: "toewijzing",
                columns: new[] { "wijkteam", "toewijzingnummer" });

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
                name: "IX_zorgaanbieder_agb",
                table: "zorgaanbieder",
                column: "agb",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inkomend_ketenbericht");

            migrationBuilder.DropTable(
                name: "mislukt_bericht");

            migrationBuilder.DropTable(
                name: "toewijzing");

            migrationBuilder.DropTable(
                name: "uitgaand_bericht");

            migrationBuilder.DropTable(
                name: "uitgaand_ketenbericht");

            migrationBuilder.DropTable(
                name: "verwerkt_bericht");

            migrationBuilder.DropTable(
                name: "verwerkt_verzoek");

            migrationBuilder.DropTable(
                name: "zorgaanbieder");

            migrationBuilder.DropSequence(
                name: "ketenbericht_nummer");

            migrationBuilder.DropSequence(
                name: "toewijzingnummer");
        }
    }
}
