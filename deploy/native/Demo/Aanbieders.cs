namespace WmoPlatform.Demo;

/// <summary>Puts the contracted providers in the register, before a resident chooses one.</summary>
internal static class Aanbieders
{
    public const string ZorgDichtbij = "12345678";

    public static async Task Contracteer(Platform platform)
    {
        Console.WriteLine();
        Console.WriteLine("Vooraf");
        Dossier.Vertel("De backoffice zet twee gecontracteerde zorgaanbieders in het register.");
        foreach (var (agb, naam) in new[] { (ZorgDichtbij, "Zorg Dichtbij"), ("87654321", "De Brug Begeleiding") })
        {
            await platform.Put(Rol.Backoffice, $"/zorgaanbieders/v1/zorgaanbieders/{agb}", new
            {
                naam,
                productcategorieen = new List<string> { "02", "07" },
                geldigVan = new DateOnly(2026, 1, 1),
            });
        }
    }
}
