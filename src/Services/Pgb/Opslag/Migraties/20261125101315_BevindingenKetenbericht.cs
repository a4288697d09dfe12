using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WmoPlatform.Pgb.Opslag.Migraties
{
    /// <inheritdoc />
    public partial class BevindingenKetenbericht : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "bevindingen",
                table: "uitgaand_ketenbericht",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "bevindingen",
                table: "uitgaand_ketenbericht");
        }
    }
}
