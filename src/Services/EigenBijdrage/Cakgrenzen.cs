namespace WmoPlatform.EigenBijdrage;

/// <summary>How far back and ahead the CAK takes a date (settings <c>Cak:MaandenTerug</c> and <c>Cak:MaandenVooruit</c>).</summary>
/// <param name="MaandenTerug">Months back.</param>
/// <param name="MaandenVooruit">Months ahead.</param>
public sealed record Cakgrenzen(int MaandenTerug, int MaandenVooruit)
{
    /// <summary>A century: no date of this platform is further away, and computing with it never overflows.</summary>
    private const int Hoogstens = 1200;

    /// <exception cref="InvalidOperationException">A setting is no number of months.</exception>
    public static Cakgrenzen Lees(IConfiguration configuratie) =>
        new(Maanden(configuratie, "Cak:MaandenTerug", 12), Maanden(configuratie, "Cak:MaandenVooruit", 1));

    private static int Maanden(IConfiguration configuratie, string naam, int standaard) =>
        configuratie[naam] is not { Length: > 0 } waarde ? standaard
        : int.TryParse(waarde, out var maanden) && maanden is >= 0 and <= Hoogstens ? maanden
        : throw new InvalidOperationException($"{naam} klopt niet. Vul een aantal maanden in, van 0 tot en met {Hoogstens}.");
}
