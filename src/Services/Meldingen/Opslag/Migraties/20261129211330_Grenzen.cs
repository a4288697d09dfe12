using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WmoPlatform.Meldingen.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Grenzen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "aangemeld",
                columns: table => new
                {
                    melding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    melder = table.Column<string>(type: "text", nullable: false),
                    dag = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aangemeld", x => x.melding_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_aangemeld_melder_dag",
                table: "aangemeld",
                columns: new[] { "melder", "dag" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "aangemeld");
        }
    }
}
