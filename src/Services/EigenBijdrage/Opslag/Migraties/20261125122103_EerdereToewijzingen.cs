using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WmoPlatform.EigenBijdrage.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class EerdereToewijzingen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid[]>(
                name: "eerdere",
                table: "voorziening",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "eerdere",
                table: "voorziening");
        }
    }
}
