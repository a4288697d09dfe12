using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WmoPlatform.Zorgaanbieders.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class Plankeuring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "plankeuring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stand = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    unknowns = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    traceparent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plankeuring", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_plankeuring_due",
                table: "plankeuring",
                columns: new[] { "due_at", "id" },
                filter: "due_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plankeuring");
        }
    }
}
