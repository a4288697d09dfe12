using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WmoPlatform.Correspondentie.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Grenzen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "verstuurd",
                columns: table => new
                {
                    verzending_id = table.Column<Guid>(type: "uuid", nullable: false),
                    adres = table.Column<byte[]>(type: "bytea", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verstuurd", x => x.verzending_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_verstuurd_adres_op",
                table: "verstuurd",
                columns: new[] { "adres", "op" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "verstuurd");
        }
    }
}
