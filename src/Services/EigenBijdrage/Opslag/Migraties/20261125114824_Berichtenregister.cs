using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WmoPlatform.EigenBijdrage.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Berichtenregister : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "berichtinzage",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    poststuk_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wie = table.Column<string>(type: "text", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_berichtinzage", x => x.nr);
                });

            migrationBuilder.CreateTable(
                name: "poststuk",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    richting = table.Column<string>(type: "text", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    identificatie = table.Column<string>(type: "text", nullable: true),
                    tegenpartij = table.Column<string>(type: "text", nullable: false),
                    aanleiding = table.Column<string>(type: "text", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: false),
                    vingerafdruk = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    via_platform = table.Column<bool>(type: "boolean", nullable: false),
                    niet_voor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    geregistreerd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verzonden_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    beantwoord_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    antwoord_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    verwacht_antwoord = table.Column<bool>(type: "boolean", nullable: false),
                    antwoord_op = table.Column<Guid>(type: "uuid", nullable: true),
                    antwoord = table.Column<Guid>(type: "uuid", nullable: true),
                    bevindingen = table.Column<string>(type: "jsonb", nullable: false),
                    aangeleverd_door = table.Column<string>(type: "text", nullable: true),
                    referentie = table.Column<string>(type: "text", nullable: true),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    dossiernummer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_poststuk", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_berichtinzage_poststuk_id",
                table: "berichtinzage",
                column: "poststuk_id");

            migrationBuilder.CreateIndex(
                name: "IX_poststuk_antwoord_uiterlijk",
                table: "poststuk",
                column: "antwoord_uiterlijk",
                filter: "status in ('Verzonden', 'Ontvangen')");

            migrationBuilder.CreateIndex(
                name: "IX_poststuk_dossiernummer",
                table: "poststuk",
                column: "dossiernummer");

            migrationBuilder.CreateIndex(
                name: "IX_poststuk_niet_voor",
                table: "poststuk",
                column: "niet_voor",
                filter: "status = 'TeVerzenden'");

            migrationBuilder.CreateIndex(
                name: "IX_poststuk_nr",
                table: "poststuk",
                column: "nr",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_poststuk_inkomend",
                table: "poststuk",
                columns: new[] { "tegenpartij", "soort", "identificatie", "vingerafdruk" },
                unique: true,
                filter: "richting = 'Inkomend'");

            migrationBuilder.CreateIndex(
                name: "ix_poststuk_uitgaand",
                table: "poststuk",
                columns: new[] { "soort", "identificatie" },
                unique: true,
                filter: "richting = 'Uitgaand'");

            // What was exchanged before moves along. Who was at the other side stood only in the sealed XML; its fingerprint cannot be known here.
            migrationBuilder.Sql(
                """
                INSERT INTO poststuk (id, richting, soort, identificatie, tegenpartij, aanleiding, inhoud, vingerafdruk, status, via_platform, niet_voor, pogingen, geregistreerd_op, verzonden_op,
                    antwoord_uiterlijk, verwacht_antwoord, bevindingen, traceparent, versie, dossiernummer)
                SELECT gen_random_uuid(), 'Uitgaand', soort, identificatie, 'Cak', 'van voor het berichtenregister', inhoud, '', status, false, niet_voor, pogingen, aangemaakt, verzonden_op,
                    antwoord_uiterlijk, verwacht_antwoord,
                    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', deel[1], 'pad', deel[2], 'uitleg', deel[3])), '[]')
                     FROM unnest(string_to_array(bevindingen, E'\n')) regel, regexp_match(regel, '^(\S+) bij ([^:]+): (.*)$') deel),
                    traceparent, 0, dossiernummer
                FROM uitgaand_ketenbericht ORDER BY nr;
                INSERT INTO poststuk (id, richting, soort, identificatie, tegenpartij, aanleiding, inhoud, vingerafdruk, status, via_platform, niet_voor, pogingen, geregistreerd_op, verwacht_antwoord, bevindingen, versie, dossiernummer)
                SELECT id, 'Inkomend', soort, identificatie, afzender, 'van voor het berichtenregister', inhoud, '', 'Verwerkt', false, 'epoch', 0, ontvangen_op, false, '[]', 0, ''
                FROM inkomend_ketenbericht ORDER BY ontvangen_op;
                """);

            migrationBuilder.DropTable(name: "inkomend_ketenbericht");

            migrationBuilder.DropTable(name: "uitgaand_ketenbericht");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "berichtinzage");

            migrationBuilder.DropTable(
                name: "poststuk");

            migrationBuilder.CreateTable(
                name: "inkomend_ketenbericht",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    afzender = table.Column<string>(type: "text", nullable: false),
                    identificatie = table.Column<string>(type: "text", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inkomend_ketenbericht", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "uitgaand_ketenbericht",
                columns: table => new
                {
                    nr = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    aangemaakt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    antwoord_uiterlijk = table.Column<DateOnly>(type: "date", nullable: true),
                    bevindingen = table.Column<string>(type: "text", nullable: true),
                    dossiernummer = table.Column<string>(type: "text", nullable: false),
                    identificatie = table.Column<string>(type: "text", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: false),
                    niet_voor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    soort = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    verwacht_antwoord = table.Column<bool>(type: "boolean", nullable: false),
                    verzonden_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uitgaand_ketenbericht", x => x.nr);
                });

            migrationBuilder.CreateIndex(
                name: "IX_inkomend_ketenbericht_afzender_soort_identificatie",
                table: "inkomend_ketenbericht",
                columns: new[] { "afzender", "soort", "identificatie" },
                unique: true);

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
        }
    }
}
