using System.Globalization;

namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>The municipality's choices about declarations.</summary>
/// <param name="GoedkeuringBoven">Euros. A declaration with a larger granted amount needs approval; null when none does.</param>
public sealed record Declaratiekeuze(decimal? GoedkeuringBoven)
{
    public bool VraagtGoedkeuring(long toegekendInCenten) => IStandaarden.Bedrag.InEuros(toegekendInCenten) > GoedkeuringBoven;
}

public static class DeclaratiekeuzeExtensions
{
    /// <exception cref="InvalidOperationException"><c>Declaraties:GoedkeuringBoven</c> is no amount.</exception>
    public static void AddDeclaraties(this IHostApplicationBuilder builder)
    {
        const string naam = "Declaraties:GoedkeuringBoven";
        decimal? bedrag = builder.Configuration[naam] is not { Length: > 0 } tekst ? null
            : decimal.TryParse(tekst, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) ? euros
            : throw new InvalidOperationException(
                $"{naam} is geen bedrag. Gebruik een punt voor de centen, bijvoorbeeld 50000 of 50000.00, of laat het weg.");
        builder.Services.AddSingleton(new Declaratiekeuze(bedrag));
    }
}
